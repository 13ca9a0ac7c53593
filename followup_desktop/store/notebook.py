"""The notebook on disk: every record of the user, in one SQLite file that one program at a time may write.

"Saved" means on disk: `Notebook.apply` returns after COMMIT under ``synchronous=FULL``. All faults of the world are
raised as `Problem`, and then nothing was changed; anything else that is raised is a fault of ours.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from followup_desktop.core.find import folded
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import (
    Binned,
    Card,
    Case,
    Change,
    Draft,
    Interview,
    Later,
    Me,
    Note,
    Person,
    Promise,
    Record,
    Task,
    Touch,
)
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store import backup, checking, place, reading, restore, row_digests, schema, trouble
from followup_desktop.store.lock import WriterLock
from followup_desktop.store.rows import KINDS, absent, same, table

_JOURNAL_LEFT = QT_TRANSLATE_NOOP(
    "store", "Another program reads the notebook in “{folder}”, so its journal could not be emptied. Close it and try again."
)

R = TypeVar("R", bound=Record)


class Notebook:
    """The records in the notebook of one folder. Make one with `Notebook.open`.

    Belongs to the thread that opened it. A process opens the notebook of a folder once: POSIX frees all of a process's
    locks on a file when the process closes that file anywhere.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: WriterLock | None) -> None:
        self.path = path
        self._connection = connection
        self._lock = lock
        self._numbers: dict[tuple[type[Record], str], int] = {}
        """Places of records removed in this session: put back by undo, they stand where they stood."""
        self.kept_older: Path | None = None
        """Where the notebook is as it was, when an older one was brought up to date on opening."""

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> Self:
        """The notebook in `folder`, made there if there is none yet.

        Read only, it works beside the one who writes and makes nothing: where there is no notebook, it is empty.
        Raises `trouble.InUse` when somebody else is writing, `Problem` for everything else that is wrong out there.
        """
        path = place.file_in(folder)
        with trouble.told(path):
            if read_only:
                return cls(path, place.opened_up_to_date(path), None)
            place.made_private(folder)
            lock = WriterLock(folder)
            try:
                kept: list[Path] = []
                notebook = cls(path, place.opened_to_write(path, lambda old: kept.append(backup.before_update(old))), lock)
                notebook.kept_older = next(iter(kept), None)
            except BaseException:
                lock.release()
                raise
            return notebook

    @property
    def folder(self) -> Path:
        """Where the notebook and what belongs to it lie."""
        return self.path.parent

    def close(self) -> None:
        """Let go of the file and of the right to write. Nothing is saved here: everything is saved already."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, where: TracebackType | None) -> None:
        self.close()

    def apply(self, change: Change) -> None:
        """Write a change, all of it or nothing; it is on disk when this returns.

        Each `before` must be what is stored. A record that says nothing (`Me()`, a card nobody has begun) counts as
        none. Raises `Problem` for the world's faults and `RuntimeError` where the change does not fit what is stored.
        """
        with trouble.told(self.path), schema.transaction(self._connection):
            for before, after in change.pairs:
                self._write(None if absent(before) else before, None if absent(after) else after)
            self._index(self.concerned(change))

    def restore(self, path: Path, now: datetime) -> None:
        """Put the backup at `path` in the place of all records, after they were kept as a backup themselves.

        Raises `Problem` for a backup that is rotten, foreign or newer, and for the world's faults; then nothing was changed.
        """
        restore.into(self._connection, self.folder, path, now)
        self._numbers.clear()

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """Several questions answered from one moment, whatever the writer beside us commits meanwhile."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")

    def _write(self, before: Record | None, after: Record | None) -> None:
        """One record from `before` to `after`; there is none where it is None."""
        record = after if after is not None else before
        if record is None:
            return
        rows = table(type(record))
        if before is not None and (type(before), before.id) != (type(record), record.id):
            raise RuntimeError(f"a change turns a {rows.name} into another record")
        if not same(self._stored(record), before):
            raise RuntimeError(f"the {rows.name} {record.id!r} is not stored as the change says")
        run = self._connection.execute
        if after is None:
            gone = run(rows.sql("DELETE FROM {name} WHERE id = ? RETURNING nr"), (record.id,)).fetchone()
            self._numbers[type(record), record.id] = gone[0]
            row_digests.drop(self._connection, record)
        elif before is None:
            number = self._numbers.get((type(record), record.id))
            run(rows.sql("INSERT INTO {name} (nr, {columns}) VALUES (?, {marks})"), (number, *rows.cells(after)))
        else:
            run(rows.sql("UPDATE {name} SET {sets} WHERE id = ?"), (*rows.cells(after), after.id))
        if after is not None:
            row_digests.keep(self._connection, after)
        if isinstance(record, Interview):
            self._connection.execute("DELETE FROM interviewer WHERE interview = ?", (record.id,))
            met = enumerate(after.people) if isinstance(after, Interview) else ()
            sql = "INSERT INTO interviewer (interview, position, person) VALUES (?, ?, ?)"
            self._connection.executemany(sql, [(record.id, position, person) for position, person in met])

    def _stored(self, record: Record) -> Record | None:
        """The record that is stored under the same id."""
        return next(iter(reading.records(self._connection, type(record), "id", [record.id])), None)

    def _index(self, ids: Iterable[str]) -> None:
        """Write the search rows of these interviews anew."""
        wanted = list(ids)
        self._connection.executemany("DELETE FROM search WHERE interview = ?", [(each,) for each in wanted])
        rows = [(case.interview.id, reading.searchable(case)) for case in reading.cases(self._connection, wanted)]
        self._connection.executemany("INSERT INTO search (interview, words) VALUES (?, ?)", rows)

    def compact(self) -> None:
        """Write the file anew, with the search table, so that nothing of what was deleted is left in it or in its journal.

        Raises `Problem`, also where somebody who reads beside us keeps the journal from being emptied.
        """
        with trouble.told(self.path):
            with schema.transaction(self._connection):
                self._connection.execute("DELETE FROM search")
                self._index([row[0] for row in self._connection.execute("SELECT id FROM interview")])
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.execute("VACUUM")
            is_busy = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        self._numbers.clear()
        if is_busy:
            raise Problem(Words(_JOURNAL_LEFT, {"folder": trouble.name_of(self.folder)}))

    def look_through(self) -> None:
        """Look at the whole file. Raises `Problem` where anything in it is not as we wrote it."""
        with trouble.told(self.path), self._snapshot():
            if not checking.is_sound(self._connection):
                raise trouble.damaged(self.path)

    def me(self) -> Me:
        """Who writes; `Me()` where that is not known yet."""
        return next(iter(self._records(Me)), Me())

    def case(self, interview: str) -> Case | None:
        """The interview of that id with everything about it."""
        return next(iter(self.cases([interview])), None)

    def cases(self, ids: Iterable[str] | None = None) -> tuple[Case, ...]:
        """All interviews, or those of `ids` that there are, each with everything about it, by `reading.begins`."""
        with trouble.told(self.path), self._snapshot():
            return reading.cases(self._connection, ids)

    def people(self) -> tuple[Person, ...]:
        """Everybody met, in the order in which they came into the notebook."""
        return tuple(self._records(Person))

    def person(self, person: str) -> Person | None:
        """The person of that id."""
        return next(iter(self._records(Person, [person])), None)

    def touches(self) -> tuple[Touch, ...]:
        """The touches that are about no interview, oldest first; the others stand in their cases."""
        with trouble.told(self.path):
            return tuple(reading.loose_touches(self._connection))

    def laters(self) -> tuple[Later, ...]:
        """The next steps that were put off."""
        return tuple(self._records(Later))

    def binned(self) -> tuple[Binned, ...]:
        """What lies in the trash, in the order in which it was deleted."""
        return tuple(self._records(Binned))

    def everything(self) -> tuple[Record, ...]:
        """Every record of the notebook, kind by kind, whatever is named by others before those who name it."""
        with trouble.told(self.path), self._snapshot():
            return tuple(each for kind in KINDS for each in reading.records(self._connection, kind))

    def by_uid(self, uid: str) -> str | None:
        """Id of the interview that came from the invitation of that UID; None for an empty one."""
        return next(iter(self._ids("SELECT id FROM interview WHERE uid = ? AND uid <> '' ORDER BY nr", uid)), None)

    def search(self, text: str) -> tuple[str, ...]:
        """Ids of the interviews in which every word of `text` is found, the newest first; all of them for no word.

        Words are found anywhere, in names, companies, roles, places, notes, promises and reasons, however they are
        accented or written large.
        """
        words = folded(text).split()
        found = " AND ".join(["instr(words, ?) > 0"] * len(words)) or "1"
        order = "ORDER BY start DESC, id DESC"
        return self._ids(f"SELECT id FROM interview JOIN search ON interview = id WHERE {found} {order}", *words)  # noqa: S608  (only marks)

    def concerned(self, change: Change) -> frozenset[str]:
        """Ids of the interviews that a change is about: its own, and all in which a person of it takes part."""
        records = [record for pair in change.pairs for record in pair if record is not None]
        ids = {record.id for record in records if isinstance(record, Interview)}
        hanging = (record for record in records if isinstance(record, Note | Promise | Task | Touch | Card | Draft))
        ids |= {record.interview for record in hanging if record.interview is not None}
        people = {record.id for record in records if isinstance(record, Person)}
        if not people:
            return frozenset(ids)
        with trouble.told(self.path):
            return frozenset(ids | reading.interviews_with(self._connection, people))

    def _records(self, kind: type[R], ids: Iterable[str] | None = None) -> list[R]:
        with trouble.told(self.path):
            return reading.records(self._connection, kind, "id", ids)

    def _ids(self, query: str, *values: str) -> tuple[str, ...]:
        with trouble.told(self.path):
            return tuple(row[0] for row in self._connection.execute(query, values))
