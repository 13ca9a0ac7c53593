"""A backup put in the notebook's place, whole or not at all, after the notebook as it is was kept as a backup itself.

Where the notebook can be opened, SQLite does it in one transaction, so that whoever reads beside us sees the one or the
other. A damaged notebook is moved aside, never deleted.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store import backup, checking, content, place, schema, trouble
from followup_desktop.store.lock import WriterLock

ASIDE = "damaged"
"""How the name of a damaged notebook begins that was moved aside."""
_FOREIGN = QT_TRANSLATE_NOOP(
    "store", "“{name}” holds something that Follow-Up Desktop did not write, so it was not used. Your notebook is as it was."
)


@dataclass(frozen=True, slots=True)
class Inside:
    """What a backup holds, for whoever chooses one."""

    interviews: int
    people: int
    notes: int
    last: date | None
    """The day of the latest interview in it."""
    version: int
    """The version of its tables (`schema.user_version`)."""


def inside(path: Path, notebook: Path | None = None) -> Inside:
    """What the backup at `path` holds. Raises `Problem` for one that must not be put in place.

    That is one that is rotten, foreign, newer or cannot be read to its last row, and the own file of the notebook in the
    folder `notebook`: it is refused before it is opened (`backup.reader` tells why).
    """
    told, source = _read(path, notebook)
    source.close()
    return told


def newest(notebook: Path, now: datetime) -> tuple[backup.Backup, Inside] | None:
    """The newest backup of the notebook in that folder that can be put in its place, with what it holds; None without one."""
    with suppress(Problem):
        for each in backup.all_in(backup.folder_of(notebook), now):
            with suppress(Problem):
                return each, inside(each.path, notebook)
    return None


def _read(path: Path, notebook: Path | None) -> tuple[Inside, sqlite3.Connection]:
    """What the backup holds, and all of it in memory as the newest version would have it. Raises `Problem`."""
    if notebook is not None and place.is_of_notebook(notebook, path):
        raise trouble.notebook_itself(path)
    if place.has_journal(path):
        raise trouble.still_open(path)
    made = schema.connect(":memory:")
    try:
        with trouble.told_of_backup(path):
            name = backup.of(path)
            backup.verify(path, name.digest if name else None)
            with closing(backup.opened(path)) as source:
                source.backup(made)
            return _brought_up_to_date(path, made), made
    except BaseException:
        made.close()
        raise


def _brought_up_to_date(path: Path, made: sqlite3.Connection) -> Inside:
    """What the copy `made` of the backup at `path` held, before it was brought up to date and read to its last row."""
    if not schema.is_ours_alone(made):
        raise Problem(Words(_FOREIGN, {"name": trouble.name_of(path)}))
    told = _told(made)
    place.bring_up_to_date(made)
    if not checking.is_sound(made):
        raise trouble.backup_damaged(path)
    return told


def _told(connection: sqlite3.Connection) -> Inside:
    counts = content.counts(connection)
    last = connection.execute("SELECT max(start) FROM interview").fetchone()[0]
    day = None
    with suppress(ValueError, TypeError):
        day = date.fromisoformat(str(last)[: len("2026-11-24")])
    return Inside(counts["interview"], counts["person"], counts["note"], day, schema.user_version(connection))


def into(connection: sqlite3.Connection, notebook: Path, path: Path, now: datetime) -> None:
    """Put the backup at `path` in the place of what the open `connection` of a notebook holds, in one transaction.

    The notebook in that folder is kept as a backup first. Raises `Problem`; then it is as it was: whatever can go wrong
    with what the backup holds has gone wrong in memory before.
    """
    _, source = _read(path, notebook)
    with closing(source):
        try:
            backup.make(notebook, now, backup.Why.RESTORE)
        except trouble.Damaged:
            _keep_damaged(notebook, now)
        with trouble.told(place.file_in(notebook)):
            source.backup(connection)


def _keep_damaged(notebook: Path, now: datetime) -> None:
    """Keep a notebook that opens, but is not as it was written, as a file of its own: a backup it must not be."""
    target = notebook / f"{ASIDE}-{_stamp(now)}-{place.NAME}"
    with closing(backup.reader(place.file_in(notebook))) as source, backup.unfinished(target) as beside:
        backup.copy(source, beside)
        backup.put(beside, target)


def _stamp(now: datetime) -> str:
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")


def in_place_of_damaged(folder: Path, path: Path, now: datetime) -> tuple[Path, ...]:
    """Move a notebook that cannot be opened aside and put the backup at `path` there; gives where the old files are now.

    Raises `Problem`, also while somebody has the notebook open; then it is as it was.
    """
    inside(path, folder)
    place.made_private(folder)
    lock = WriterLock(folder)
    try:
        return _exchanged(place.file_in(folder), path, now)
    except OSError as fault:
        raise trouble.folder_not_written(folder, fault) from fault
    finally:
        lock.release()


def _exchanged(notebook: Path, path: Path, now: datetime) -> tuple[Path, ...]:
    """The old files under other names and the backup in their place; where that fails, the old ones are back."""
    stamp = _stamp(now)
    moved: list[tuple[Path, Path]] = []
    with trouble.told(path), backup.unfinished(notebook) as beside:
        with closing(backup.opened(path)) as source:
            backup.copy(source, beside)
        backup.verify(beside, None)
        try:
            # The journal goes first: without it the old notebook is older, with a new notebook the old journal is poison.
            for name in reversed(place.with_journal(notebook)):
                if name.exists():
                    aside = name.with_name(f"{ASIDE}-{stamp}-{name.name}")
                    name.rename(aside)
                    moved.append((name, aside))
            backup.put(beside, notebook)
        except BaseException:
            for name, aside in reversed(moved):
                with suppress(OSError):
                    aside.rename(name)
            raise
    return tuple(aside for _, aside in moved)
