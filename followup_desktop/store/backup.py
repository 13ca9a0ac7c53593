"""Copies of the notebook that are known to be good: each is looked at from end to end before it gets its name.

They lie in `backups` beside the notebook, named by when they were made (UTC), why, and the digest of what is in them
(`content.digest`), so that one that has rotted since is seen. A copy is made from one moment of the notebook by a connection
of its own, which works in any thread and beside the one who writes.
"""

from __future__ import annotations

import errno
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store import content, place, row_digests, schema, thinning, trouble
from followup_desktop.store.files import sync_folder

FOLDER = "backups"
"""The folder of the backups, beside the notebook."""
SUFFIX, UNFINISHED = ".sqlite", ".part"
STEP = 256
"""Pages that are copied at a time (1 MB); between two steps others may write."""
GIVEN_UP = timedelta(days=1)
"""How long after it was last written to an unfinished backup counts as left by a program that was killed."""
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6})Z-([a-z]+)-([0-9a-f]{12})\.sqlite")
_WHEN = "%Y-%m-%dT%H%M%S"


class Why(StrEnum):
    """What a backup was made for; the word stands in its name."""

    START = "start"
    """The program was started, and something had changed."""
    WORK = "work"
    """Half an hour of work had passed."""
    ASKED = "asked"
    IMPORT = "import"
    RESTORE = "restore"
    ERASE = "erase"
    UPDATE = "update"
    """A newer program was about to change the notebook's tables: these are never thinned out."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup by its name: nothing has been looked at yet."""

    path: Path
    made: datetime
    """In UTC."""
    why: Why
    digest: str
    """Of what was in it when it was made."""


def folder_of(notebook: Path) -> Path:
    """Where the backups of the notebook in that folder lie."""
    return notebook / FOLDER


def all_in(backups: Path, now: datetime | None = None) -> tuple[Backup, ...]:
    """The backups in a folder of backups, the newest first; none where there is no such folder. Raises `Problem`.

    Those that seem to be made after `now` come last: the clock was wrong then, and they are not what was kept last.
    """
    try:
        names = [each.name for each in backups.iterdir()] if backups.is_dir() else []
    except OSError as fault:
        raise trouble.folder_not_entered(backups) from fault
    found = [backup for backup in (of(backups / name) for name in names) if backup is not None]
    return tuple(sorted(found, key=lambda each: (now is None or each.made <= now, each.made, each.path.name), reverse=True))


def of(path: Path) -> Backup | None:
    """The backup that a file's name tells of; None for any other file."""
    found = _NAME.fullmatch(path.name)
    if found is None or found[2] not in set(Why):
        return None
    try:
        made = datetime.strptime(found[1], _WHEN).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, made, Why(found[2]), found[3])


def make(notebook: Path, now: datetime, why: Why, *, always: bool = False) -> Backup | None:
    """A verified backup of the notebook in that folder, or None where there is nothing new to keep.

    Nothing is new where there is no notebook, or where the newest backup holds the same and has not rotted; `always` makes
    one even so. Raises `Problem`; then nothing is left behind and no other backup was touched.
    """
    source = place.file_in(notebook)
    if not source.is_file():
        return None
    backups = folder_of(notebook)
    newest = next(iter(all_in(backups, now)), None)
    with trouble.told(source), closing(reader(source)) as connection:
        connection.execute("BEGIN")
        digest = content.digest(connection)  # the first question fixes the moment that is copied
        if newest is not None and newest.digest == digest and not always and is_sound(newest):
            return None
        if not sum(content.counts(connection).values()) and not always:
            return None
        if schema.user_version(connection) >= schema.NEWEST and not row_digests.all_right(connection):
            raise trouble.damaged(source)  # a copy of damage would crowd out the good ones
        place.made_private(backups)
        stamp = now.astimezone(UTC).strftime(_WHEN)
        target = backups / f"{stamp}Z-{why}-{digest}{SUFFIX}"
        with unfinished(target) as beside:
            copy(connection, beside)
            verify(beside, digest)
            put(beside, target)
    thin(backups, now)
    return of(target)


def to_file(notebook: Path, target: Path) -> None:
    """A verified copy of the notebook in that folder as the file `target`, whole or not at all. Raises `Problem`.

    Neither the notebook itself nor anything among its backups is written over.
    """
    source = place.file_in(notebook)
    if place.is_of_notebook(notebook, target):
        raise trouble.notebook_itself(target)
    if place.is_within(folder_of(notebook), target):
        raise trouble.kept_for_backups(target)
    if target.is_dir():
        raise trouble.not_written(target, IsADirectoryError(errno.EISDIR, ""))
    if not source.is_file():
        raise trouble.not_read(source, FileNotFoundError(errno.ENOENT, ""))
    with trouble.told(source), closing(reader(source)) as connection, unfinished(target) as beside:
        connection.execute("BEGIN")
        digest = content.digest(connection)
        copy(connection, beside)
        verify(beside, digest)
        put(beside, target)


def before_update(path: Path) -> Path:
    """Keep the notebook at `path` as it is, before its tables are changed: where. Dated by when it was last written.

    Raises `Problem`: then it must not be changed.
    """
    journal = path.with_name(f"{path.name}-wal")
    written = max(each.stat().st_mtime for each in (path, journal) if each.exists())
    made = make(path.parent, datetime.fromtimestamp(written, UTC), Why.UPDATE, always=True)
    assert made is not None
    return made.path


def reader(path: Path) -> sqlite3.Connection:
    """A connection that only reads a notebook's file, opened by SQLite alone.

    The file must not be opened in any other way here: closing it would free the locks that this process has on it.
    """
    return schema.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, read_only=True)


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """A file beside `target`, made empty for its owner alone, that is gone afterwards unless it was moved."""
    beside = target.with_name(target.name + UNFINISHED)
    try:
        try:
            _remove(beside)
            os.close(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, place.PRIVATE_FILE))
        except OSError as fault:
            raise trouble.folder_not_written(target.parent, fault) from fault
        yield beside
    finally:
        with suppress(OSError):
            _remove(beside)


def _remove(path: Path) -> None:
    for name in (*place.with_journal(path), path.with_name(f"{path.name}-journal")):
        name.unlink(missing_ok=True)


def copy(source: sqlite3.Connection, target: Path) -> None:
    """Everything that `source` sees into the empty file `target`, on disk and alone there without a journal."""
    with closing(sqlite3.connect(target, isolation_level=None)) as made:
        made.execute("PRAGMA synchronous = 2")
        source.backup(made, pages=STEP)
        made.execute("PRAGMA journal_mode = DELETE")


def verify(path: Path, digest: str | None = None) -> None:
    """Look at a closed copy from end to end. Raises `Problem` where it is not sound, not ours, or not of that `digest`."""
    with closing(opened(path)) as connection:
        whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        if not whole or connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise trouble.backup_damaged(path)
        if digest is not None and content.digest(connection) != digest:
            raise trouble.backup_damaged(path)


def opened(path: Path) -> sqlite3.Connection:
    """A connection that only reads a copy that nobody has open. Raises `Problem` and `sqlite3.Error`."""
    try:
        place.look_at_header(path)
    except trouble.Damaged as fault:
        raise trouble.not_a_backup(path) from fault
    except trouble.Newer as fault:
        raise trouble.backup_newer(path) from fault
    return schema.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, read_only=True)


def put(beside: Path, target: Path) -> None:
    """Give a verified copy its name. Raises `Problem`."""
    try:
        descriptor = os.open(beside, os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        beside.replace(target)
    except OSError as fault:
        raise trouble.not_written(target, fault) from fault
    sync_folder(target.parent)


def thin(backups: Path, now: datetime) -> None:
    """Take away the backups that need not be kept, and what a killed program left unfinished. One that stays is no fault."""
    found = all_in(backups, now)
    kept = thinning.kept((each.made for each in found), now.astimezone(UTC))
    for each in found:
        if each.made not in kept and each.why is not Why.UPDATE and each is not found[0]:
            with suppress(OSError):
                each.path.unlink()
    with suppress(OSError):
        for left in backups.glob(f"*{SUFFIX}{UNFINISHED}*"):
            with suppress(OSError):
                if _is_given_up(left, now):
                    left.unlink()


def _is_given_up(left: Path, now: datetime) -> bool:
    """True for an unfinished backup of ours that nobody can still be making. Raises `OSError`."""
    whole, _, more = left.name.partition(UNFINISHED)
    is_ours = of(left.with_name(whole)) is not None and more in {"", "-wal", "-shm", "-journal"}
    return is_ours and now - datetime.fromtimestamp(left.stat().st_mtime, UTC) > GIVEN_UP


def is_sound(backup: Backup) -> bool:
    """True when the backup opens and holds what it held when it was made."""
    try:
        with trouble.told(backup.path):
            verify(backup.path, backup.digest)
    except Problem:
        return False
    return True


def copied(backups: Path, second: Path, now: datetime) -> None:
    """Put a verified copy of every backup that is not there yet into a second place, which is thinned like the first.

    `second` is the folder of this notebook's copies; it is made, but the folder around it is not: a stick that is not there
    is not to be made up for on the disk. One that has rotted is left out. Raises `Problem`; then the newest may be there.
    """
    if not second.parent.is_dir():
        text = QT_TRANSLATE_NOOP("store", "The second place for backups, “{folder}”, is not there. The backups here are safe.")
        raise Problem(Words(text, {"folder": trouble.name_of(second.parent)}))
    try:
        second.mkdir(mode=place.PRIVATE_FOLDER, exist_ok=True)
    except OSError as fault:
        raise trouble.folder_not_written(second, fault) from fault
    found, there = all_in(backups, now), all_in(second, now)
    kept = thinning.kept((each.made for each in (*found, *there)), now.astimezone(UTC))
    known = {each.path.name for each in there}
    for each in found:
        if each.path.name not in known and (each.made in kept or each.why is Why.UPDATE) and is_sound(each):
            _copy_verified(each, second / each.path.name)
    thin(second, now)


def _copy_verified(kept: Backup, target: Path) -> None:
    with trouble.told_of_backup(kept.path), closing(opened(kept.path)) as source, unfinished(target) as beside:
        copy(source, beside)
        verify(beside, kept.digest)
        put(beside, target)
