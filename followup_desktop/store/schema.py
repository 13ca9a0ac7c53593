"""The notebook's tables, as one ordered list of migrations, and the settings of its connection.

Migrations are append-only: a released one is never edited. Each runs in one transaction together with the new
`user_version`, so that a notebook is always wholly of one version. `user_version` is ``major << 16 | minor``: a higher
minor only adds (an older program may still write), a higher major must not be touched by an older program.

No triggers and no views: under ``trusted_schema=OFF`` they could not call our functions, and `Notebook.apply` keeps the
search table itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass

APPLICATION_ID = 0x46557044
"""Bytes 68-71 of the file, "FUpD": tells our notebook from any other SQLite file."""

PRAGMAS = (
    ("journal_mode", "wal"),
    ("synchronous", 2),
    ("foreign_keys", 1),
    ("secure_delete", 1),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
)
"""What every connection is set to, with the values that SQLite answers: a commit is on disk when it returns (2 = FULL),
and what is deleted is overwritten. `locking_mode` stays NORMAL, so that others may read beside the writer."""

WAIT = 1.0
"""Seconds to wait for another program that holds one of SQLite's own locks (ours never does for long)."""


@dataclass(frozen=True, slots=True)
class Migration:
    """The statements that lead to one version from the one before."""

    version: int
    statements: tuple[str, ...]


def version(major: int, minor: int) -> int:
    """The `user_version` of that version."""
    return major << 16 | minor


def major(user_version: int) -> int:
    """The major part of a `user_version`: the one that decides who may open the notebook."""
    return user_version >> 16


# `nr` keeps the order in which records were first written, also through undo (AUTOINCREMENT never gives one out twice).
# Keys are checked at COMMIT, so that the records of a change may come in any order.
FIRST = Migration(
    version(1, 0),
    (
        """CREATE TABLE me (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE CHECK (id = 'me'),
            name TEXT NOT NULL,
            emails TEXT NOT NULL,
            address TEXT NOT NULL,
            country TEXT NOT NULL,
            locale TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE person (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            address_as TEXT NOT NULL,
            pronoun TEXT NOT NULL,
            title TEXT NOT NULL,
            email TEXT NOT NULL,
            phone TEXT NOT NULL,
            address TEXT NOT NULL,
            company TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE interview (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            company TEXT NOT NULL,
            role TEXT NOT NULL,
            start TEXT NOT NULL,
            "end" TEXT,
            zone TEXT NOT NULL,
            place TEXT NOT NULL,
            arranged_by TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            round INTEGER NOT NULL,
            outcome TEXT NOT NULL,
            outcome_on TEXT,
            permission TEXT NOT NULL,
            contact TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            cancelled INTEGER NOT NULL,
            uid TEXT NOT NULL,
            sequence INTEGER NOT NULL
        ) STRICT""",
        "CREATE INDEX interview_by_uid ON interview (uid) WHERE uid <> ''",
        """CREATE TABLE interviewer (
            interview TEXT NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
            position INTEGER NOT NULL,
            person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            PRIMARY KEY (interview, position)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX interviewer_by_person ON interviewer (person)",
        """CREATE TABLE note (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            interview TEXT NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
            person TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            text TEXT NOT NULL,
            box TEXT NOT NULL,
            position INTEGER NOT NULL,
            answer TEXT NOT NULL,
            written TEXT
        ) STRICT""",
        "CREATE INDEX note_by_interview ON note (interview)",
        """CREATE TABLE promise (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            interview TEXT NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
            words TEXT NOT NULL,
            earliest TEXT,
            latest TEXT,
            "by" TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            heard TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX promise_by_interview ON promise (interview)",
        """CREATE TABLE touch (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            interview TEXT NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
            person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            kind TEXT NOT NULL,
            "on" TEXT NOT NULL,
            reason TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX touch_by_interview ON touch (interview)",
        """CREATE TABLE card (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            interview TEXT NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
            person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            state TEXT NOT NULL,
            tone TEXT NOT NULL,
            variant INTEGER NOT NULL,
            sentences TEXT,
            printed_text TEXT NOT NULL,
            printed_at TEXT,
            posted_at TEXT
        ) STRICT""",
        "CREATE INDEX card_by_interview ON card (interview)",
        """CREATE TABLE later (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            until TEXT
        ) STRICT""",
        """CREATE TABLE search (
            interview TEXT PRIMARY KEY NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
            words TEXT NOT NULL
        ) STRICT""",
    ),
)

SECOND = Migration(
    version(1, 1),
    (
        "ALTER TABLE person ADD COLUMN tier TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE person ADD COLUMN tags TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE person ADD COLUMN quiet INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE person ADD COLUMN met INTEGER NOT NULL DEFAULT 1",
        "ALTER TABLE interview ADD COLUMN referred_by TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED",
        "ALTER TABLE interview ADD COLUMN talk TEXT NOT NULL DEFAULT 'interview'",
        "ALTER TABLE interview ADD COLUMN ask_on TEXT",
        "ALTER TABLE interview ADD COLUMN ask_reason TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE interview ADD COLUMN post_on TEXT",
        "ALTER TABLE interview ADD COLUMN post_reason TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE interview ADD COLUMN answered_on TEXT",
        "UPDATE interview SET answered_on = outcome_on WHERE outcome IN ('offer', 'rejected')",
        "ALTER TABLE interview ADD COLUMN ticked TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE card ADD COLUMN occasion TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE card ADD COLUMN emailed_on TEXT",
        "ALTER TABLE touch RENAME TO touch_before",
        """CREATE TABLE touch (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            interview TEXT REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
            person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            kind TEXT NOT NULL,
            "on" TEXT NOT NULL,
            reason TEXT NOT NULL,
            answered_on TEXT
        ) STRICT""",
        """INSERT INTO touch (nr, id, interview, person, kind, "on", reason)
            SELECT nr, id, interview, person, kind, "on", reason FROM touch_before""",
        "DROP TABLE touch_before",
        "CREATE INDEX touch_by_interview ON touch (interview)",
        """CREATE TABLE task (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            interview TEXT NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
            person TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            note TEXT NOT NULL,
            words TEXT NOT NULL,
            mine INTEGER NOT NULL,
            due TEXT,
            due_chosen INTEGER NOT NULL,
            done_on TEXT
        ) STRICT""",
        "CREATE INDEX task_by_interview ON task (interview)",
        """CREATE TABLE draft (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            interview TEXT NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
            person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX draft_by_interview ON draft (interview)",
        """CREATE TABLE binned (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            "on" TEXT NOT NULL,
            records TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE digest (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            digest TEXT NOT NULL,
            PRIMARY KEY (kind, id)
        ) STRICT, WITHOUT ROWID""",
    ),
)

MIGRATIONS = (FIRST, SECOND)
"""Every migration, oldest first."""

NEWEST = MIGRATIONS[-1].version
"""The version that this program writes."""


def connect(target: str, *, uri: bool = False, read_only: bool = False) -> sqlite3.Connection:
    """An open connection with `PRAGMAS` in force and transactions begun by hand. Raises `sqlite3.Error`.

    One that only reads leaves the journal's mode as it finds it: setting it would write.
    """
    connection = sqlite3.connect(target, timeout=WAIT, isolation_level=None, uri=uri)
    try:
        for name, value in PRAGMAS:
            if not (read_only and name == "journal_mode"):
                connection.execute(f"PRAGMA {name} = {value}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything that is written inside, or, where anything goes wrong, nothing of it. Raises `sqlite3.Error`."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # Where the disk failed, SQLite has often rolled back by itself.
        if connection.in_transaction:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        raise


def user_version(connection: sqlite3.Connection) -> int:
    """The version of the notebook that `connection` is open on; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Bring an older notebook (or an empty file) to the newest version, one transaction for each step.

    Raises `sqlite3.Error`; then the notebook is of the version that the last whole step led to.
    """
    for step in migrations:
        if user_version(connection) >= step.version:
            continue
        with transaction(connection):
            for statement in step.statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {step.version}")


def is_whole(connection: sqlite3.Connection) -> bool:
    """True when SQLite finds its file sound and the tables are those of its version.

    More tables and indexes than we know may be there (a newer minor version has some), but never a trigger or a view:
    a foreign trigger could delete what we write. Raises `sqlite3.Error`.
    """
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        return False
    present = _layout(connection)
    if any(kind in {"trigger", "view"} for kind, _name, _sql in present):
        return False
    stored = user_version(connection)
    ours = _layout_of(stored)
    if stored <= NEWEST:
        return ours <= present
    return {name for _kind, name, _sql in ours} <= {name for _kind, name, _sql in present}


def is_ours_alone(connection: sqlite3.Connection) -> bool:
    """True when the file holds the tables of a version we know, and nothing else. Raises `sqlite3.Error`."""
    stored = user_version(connection)
    known = any(step.version == stored for step in MIGRATIONS)
    return known and _layout(connection) == _layout_of(stored)


def _layout(connection: sqlite3.Connection) -> set[tuple[str, str, str | None]]:
    return set(connection.execute("SELECT type, name, sql FROM sqlite_schema"))


def _layout_of(stored: int) -> set[tuple[str, str, str | None]]:
    """The tables and indexes that a notebook of that version has."""
    with closing(connect(":memory:")) as model:
        migrate(model, tuple(step for step in MIGRATIONS if step.version <= stored))
        return _layout(model)
