"""The faults of the world that disks and files have, each as a `Problem` with plain sentences."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store.rows import Foreign

FULL = (
    frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG}) if hasattr(errno, "EDQUOT") else frozenset({errno.ENOSPC, errno.EFBIG})
)
"""No room on the disk, in the person's share of it, or for one file of that size."""

DENIED = frozenset({errno.EACCES, errno.EPERM})

CROWDED = 1_000_000
"""Free bytes below which a disk counts as full."""


class InUse(Problem):
    """Another window, or another command, is writing into the notebook."""


class Damaged(Problem):
    """What lies in the notebook's place cannot be opened: a backup can be put there."""


class Newer(Problem):
    """A newer program wrote it."""


def name_of(path: Path) -> str:
    """The name of a file as it can be shown and printed, whatever bytes it is made of."""
    return (path.name or str(path)).encode("utf-8", "replace").decode()


def disk_full() -> Problem:
    """Nothing more fits on the disk."""
    text = QT_TRANSLATE_NOOP("store", "The disk is full. What was saved before is safe; make some room and try again.")
    return Problem(Words(text))


def not_written(path: Path, fault: OSError) -> Problem:
    """Why the file at `path` could not be written. It is as it was before."""
    if fault.errno in FULL:
        return disk_full()
    if fault.errno in {errno.EISDIR, errno.ENOTEMPTY, errno.EEXIST}:
        text = QT_TRANSLATE_NOOP("store", "“{name}” is a folder. Nothing was written; choose a name for a file.")
    elif fault.errno in {errno.ENOENT, errno.ENOTDIR}:
        text = QT_TRANSLATE_NOOP("store", "The folder for “{name}” does not exist. Nothing was written; choose another folder.")
    elif fault.errno in DENIED:
        text = QT_TRANSLATE_NOOP("store", "You may not write “{name}” there. Nothing was changed; choose another folder.")
    elif fault.errno == errno.EROFS:
        text = QT_TRANSLATE_NOOP(
            "store", "“{name}” is on a disk that can only be read. Nothing was changed; choose another folder."
        )
    elif fault.errno == errno.ENAMETOOLONG:
        text = QT_TRANSLATE_NOOP("store", "“{name}” is too long for a file’s name. Nothing was written; choose a shorter one.")
    else:
        text = QT_TRANSLATE_NOOP("store", "“{name}” could not be written. Nothing was changed; choose another folder.")
    return Problem(Words(text, {"name": name_of(path)}))


def folder_not_written(folder: Path, fault: OSError) -> Problem:
    """Why the notebook's own folder cannot be made or written into."""
    if fault.errno in FULL:
        return disk_full()
    if fault.errno in {errno.EEXIST, errno.ENOTDIR}:
        text = QT_TRANSLATE_NOOP("store", "“{folder}” is not a folder, so no notebook can be kept there. Choose another one.")
    elif fault.errno in DENIED or fault.errno == errno.EROFS:
        text = QT_TRANSLATE_NOOP(
            "store", "You may not write in the folder “{folder}”. Nothing was changed; allow it, or choose another one."
        )
    else:
        text = QT_TRANSLATE_NOOP(
            "store", "No notebook can be kept in the folder “{folder}”. Nothing was changed; choose another one."
        )
    return Problem(Words(text, {"folder": name_of(folder)}))


def folder_not_entered(folder: Path) -> Problem:
    """The folder that a notebook is looked for in cannot be looked into."""
    text = QT_TRANSLATE_NOOP(
        "store", "The folder “{folder}” cannot be looked into. Nothing was changed; allow it, or choose another one."
    )
    return Problem(Words(text, {"folder": name_of(folder)}))


def not_read(path: Path, fault: OSError) -> Problem:
    """Why the file at `path` could not be read."""
    if fault.errno in {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL}:
        text = QT_TRANSLATE_NOOP("store", "There is no file “{name}”, so nothing was read. Choose another one.")
    elif fault.errno == errno.EISDIR:
        text = QT_TRANSLATE_NOOP("store", "“{name}” is a folder, so nothing was read. Choose a file.")
    elif fault.errno in DENIED:
        text = QT_TRANSLATE_NOOP("store", "You may not read “{name}”, so nothing was read. Allow it, or choose another file.")
    else:
        text = QT_TRANSLATE_NOOP("store", "“{name}” could not be read. Nothing was changed; choose another file.")
    return Problem(Words(text, {"name": name_of(path)}))


def damaged(path: Path) -> Damaged:
    """The notebook's file is not as we wrote it."""
    text = QT_TRANSLATE_NOOP("store", "The notebook in “{folder}” is damaged. Nothing was changed; put a good copy in its place.")
    return Damaged(_words_of(text, path))


def backup_damaged(path: Path) -> Problem:
    """A copy of the notebook is not as it was made."""
    text = QT_TRANSLATE_NOOP("store", "The backup “{name}” is not sound, so it was not used. Your notebook is as it was.")
    return Problem(Words(text, {"name": name_of(path)}))


def not_a_backup(path: Path) -> Problem:
    """What was chosen to be put in the notebook's place is something else."""
    text = QT_TRANSLATE_NOOP(
        "store", "“{name}” is not a backup of Follow-Up Desktop, so it was not used. Your notebook is as it was."
    )
    return Problem(Words(text, {"name": name_of(path)}))


def backup_newer(path: Path) -> Problem:
    """What was chosen to be put in the notebook's place was made by a newer program."""
    text = QT_TRANSLATE_NOOP(
        "store", "“{name}” was made by a newer Follow-Up Desktop, so it was not used. Install that version to go back to it."
    )
    return Problem(Words(text, {"name": name_of(path)}))


def notebook_itself(path: Path) -> Problem:
    """Where a backup is meant, the notebook's own file was named."""
    text = QT_TRANSLATE_NOOP(
        "store", "“{name}” belongs to the notebook itself and is no backup of it. Nothing was changed; choose another file."
    )
    return Problem(Words(text, {"name": name_of(path)}))


def still_open(path: Path) -> Problem:
    """Not all of what a chosen file holds is in it: the rest is in the journal beside it."""
    text = QT_TRANSLATE_NOOP(
        "store", "“{name}” is in use, or was not closed, so it was not read. Close it where it is open, or choose another file."
    )
    return Problem(Words(text, {"name": name_of(path)}))


def kept_for_backups(path: Path) -> Problem:
    """A file of the user's was to be written among the backups, where it would be taken for one of them, or take its place."""
    text = QT_TRANSLATE_NOOP(
        "store", "“{name}” would lie among the notebook’s own backups. Nothing was written; choose another folder."
    )
    return Problem(Words(text, {"name": name_of(path)}))


def not_a_notebook(path: Path) -> Damaged:
    """What lies in the notebook's place is something else."""
    text = QT_TRANSLATE_NOOP(
        "store",
        "“{name}” in “{folder}” is not a notebook of Follow-Up Desktop. Nothing was changed; move it away or use another folder.",
    )
    return Damaged(_words_of(text, path))


def newer(path: Path) -> Newer:
    """The notebook was written by a newer program."""
    text = QT_TRANSLATE_NOOP(
        "store",
        "The notebook in “{folder}” was written by a newer Follow-Up Desktop. Nothing was changed; install that version.",
    )
    return Newer(_words_of(text, path))


def journal_alone(path: Path) -> Damaged:
    """The notebook is gone, but the journal with its last words is still there."""
    text = QT_TRANSLATE_NOOP(
        "store",
        "“{name}” is missing in “{folder}”, but its journal is there. Nothing was changed; put the notebook back beside it.",
    )
    return Damaged(_words_of(text, path))


def notebook_fault(path: Path, fault: sqlite3.Error) -> Problem | None:
    """The fault of the world behind an error of SQLite, or None where the error is our own."""
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    if not code and isinstance(fault, sqlite3.OperationalError):
        return damaged(path)  # text that is no text: Python found it, so that it has no code of SQLite's
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _is_crowded(path.parent)):
        return disk_full()
    text = {
        sqlite3.SQLITE_IOERR: QT_TRANSLATE_NOOP(
            "store",
            "The disk did not take what was to be written. What was saved before is safe; look at the disk and try again.",
        ),
        sqlite3.SQLITE_READONLY: QT_TRANSLATE_NOOP(
            "store", "The notebook in “{folder}” can only be read. Nothing was changed; allow writing there."
        ),
        sqlite3.SQLITE_CANTOPEN: QT_TRANSLATE_NOOP(
            "store", "The notebook in “{folder}” could not be opened. Nothing was changed; look at the folder."
        ),
        sqlite3.SQLITE_PERM: QT_TRANSLATE_NOOP(
            "store", "You may not open the notebook in “{folder}”. Nothing was changed; allow it."
        ),
        sqlite3.SQLITE_BUSY: QT_TRANSLATE_NOOP(
            "store", "Another program is using the notebook in “{folder}”. Nothing was changed; close it and try again."
        ),
    }.get(code)
    if text is not None:
        return _of_notebook(text, path)
    return damaged(path) if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB} else None


def _is_crowded(folder: Path) -> bool:
    """True where the disk has hardly any room left: SQLite calls some writes that found none a fault of the disk."""
    try:
        return shutil.disk_usage(folder).free < CROWDED
    except OSError:
        return False


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about the notebook at `path` into a `Problem`, or a `RuntimeError` where they are our own."""
    try:
        yield
    except sqlite3.Error as fault:
        problem = notebook_fault(path, fault)
        if problem is None:
            raise RuntimeError(f"the notebook refused: {fault}") from fault
        raise problem from fault
    except (Foreign, UnicodeDecodeError) as fault:  # SQLite quotes damaged names in what it says
        raise damaged(path) from fault


@contextmanager
def told_of_backup(path: Path) -> Iterator[None]:
    """As `told`, where the file at `path` is a backup: what is wrong with it is never said of the notebook."""
    try:
        with told(path):
            yield
    except Damaged as fault:
        raise backup_damaged(path) from fault


def _of_notebook(text: str, path: Path) -> Problem:
    return Problem(_words_of(text, path))


def _words_of(text: str, path: Path) -> Words:
    return Words(text, {"name": name_of(path), "folder": name_of(path.parent)})
