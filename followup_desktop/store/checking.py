"""The notebook and its backups looked at from end to end, beside whoever has the notebook open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from followup_desktop.store import backup, content, place, reading, row_digests, schema, trouble
from followup_desktop.store.rows import KINDS


@dataclass(frozen=True, slots=True)
class Check:
    """What was found: the notebook is sound, or there would be a `Problem` instead."""

    records: int
    backups: int
    rotten: tuple[backup.Backup, ...]
    """The backups that are not as they were made."""


def is_sound(connection: sqlite3.Connection) -> bool:
    """True when SQLite finds nothing, every row is as it was written and can be read, and every case is found.

    Raises `sqlite3.Error` and `rows.Foreign`.
    """
    run = connection.execute
    if run("PRAGMA integrity_check(1)").fetchone()[0] != "ok" or run("PRAGMA foreign_key_check").fetchone() is not None:
        return False
    if not schema.is_whole(connection) or not row_digests.all_right(connection):
        return False
    for kind in KINDS:  # also of those that no interview leads to, and that the window shows all the same
        reading.records(connection, kind)
    searched = {row[0] for row in run("SELECT interview FROM search")}
    return searched == {case.interview.id for case in reading.cases(connection)}


def check(notebook: Path) -> Check:
    """Look at the notebook in that folder and at all of its backups. Raises `Problem` where the notebook is not sound.

    Its file is opened by SQLite alone, so this may run in any thread of the process that has the notebook open.
    """
    path = place.file_in(notebook)
    records = 0
    if path.is_file():
        with trouble.told(path), closing(backup.reader(path)) as connection:
            connection.execute("BEGIN")
            if schema.user_version(connection) >= schema.NEWEST and not is_sound(connection):
                raise trouble.damaged(path)
            counted = content.counts(connection)
            records = sum(counted.values()) - counted.get("interviewer", 0)
    kept = backup.all_in(backup.folder_of(notebook))
    return Check(records, len(kept), tuple(each for each in kept if not backup.is_sound(each)))
