"""What is in a notebook's file, as one short digest: two files with the same digest hold the same records.

Functions of a connection; they change nothing and raise `sqlite3.Error`. What is derived (the search table) does not count.
"""

from __future__ import annotations

import sqlite3
from hashlib import sha256

from followup_desktop.store import schema
from followup_desktop.store.rows import TABLES

OURS = (*(rows.name for rows in TABLES.values()), "interviewer")
"""The tables that hold what the user wrote; every other one is made from these."""
SHOWN = 12
"""Hexadecimal digits of a digest that are kept: two notebooks of one person do not meet by chance."""


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table of `OURS` has that is there, by its name."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608  (a name of ours)
        for name in OURS
        if name in there
    }


def digest(connection: sqlite3.Connection) -> str:
    """The digest of every row of those tables, with the version of the notebook: `SHOWN` hexadecimal digits."""
    seen = sha256(str(schema.user_version(connection)).encode())
    for name in counts(connection):
        seen.update(f"\n{name}\n".encode())
        for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY 1, 2'):  # noqa: S608  (a name of ours)
            seen.update(repr(row).encode("utf-8", "surrogatepass"))
    return seen.hexdigest()[:SHOWN]
