"""A digest of each row, kept beside it: SQLite's own check sees few flipped bits, these see all of them (SAFETY).

Functions of a connection. `Notebook.apply` keeps the digests with the rows, in one transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from hashlib import sha256

from followup_desktop.core.records import Interview, Record
from followup_desktop.store import reading, schema
from followup_desktop.store.rows import TABLES, Cell, Table, table

SHOWN = 16
"""Hexadecimal digits that are kept of a digest."""


def keep(connection: sqlite3.Connection, record: Record) -> None:
    """Write down the digest of a record's row as it is stored now. Raises `sqlite3.Error`."""
    rows = table(type(record))
    people = record.people if isinstance(record, Interview) else ()
    told = (rows.name, record.id, _digest(rows.cells(record), people))
    connection.execute("INSERT OR REPLACE INTO digest (kind, id, digest) VALUES (?, ?, ?)", told)


def drop(connection: sqlite3.Connection, record: Record) -> None:
    """Forget the digest of a record that was removed."""
    connection.execute("DELETE FROM digest WHERE kind = ? AND id = ?", (table(type(record)).name, record.id))


def fill(connection: sqlite3.Connection) -> None:
    """Write the digests of a notebook that has none: one whose tables were brought up to date. All of them or none."""
    if connection.execute("SELECT 1 FROM digest LIMIT 1").fetchone() is not None:
        return
    with schema.transaction(connection):
        connection.executemany("INSERT INTO digest (kind, id, digest) VALUES (?, ?, ?)", list(_of_all(connection)))


def all_right(connection: sqlite3.Connection) -> bool:
    """True when every row is as it was written, and none is missing. Raises `sqlite3.Error`."""
    kept = {(kind, key): digest for kind, key, digest in connection.execute("SELECT kind, id, digest FROM digest")}
    return kept == {(kind, key): digest for kind, key, digest in _of_all(connection)}


def _of_all(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    met = reading.people_met(connection)
    for rows in TABLES.values():
        yield from _of_table(connection, rows, met if rows.kind is Interview else {})


def _of_table(
    connection: sqlite3.Connection, rows: Table[Record], met: dict[str, tuple[str, ...]]
) -> Iterator[tuple[str, str, str]]:
    at = rows.columns.index("id")
    for cells in connection.execute(rows.sql("SELECT {columns} FROM {name}")):
        yield rows.name, str(cells[at]), _digest(cells, met.get(str(cells[at]), ()))


def _digest(cells: Sequence[Cell], people: Sequence[str]) -> str:
    told = repr((tuple(cells), tuple(people)))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:SHOWN]
