"""Where a notebook lies: made whole or not at all, looked at before it is trusted, private to its owner."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from followup_desktop.store import lock, row_digests, schema, trouble
from followup_desktop.store.files import sync_folder

NAME = "notebook.sqlite"
"""The notebook's file in its folder; SQLite keeps ``-wal`` and ``-shm`` beside it."""

MAGIC = b"SQLite format 3\x00"
HEADER = 100
"""Bytes of an SQLite file's header: `user_version` stands at 60, `application_id` at 68, both big-endian."""

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


def file_in(folder: Path) -> Path:
    """The notebook's file in `folder`."""
    return folder / NAME


def made_private(folder: Path) -> None:
    """Make `folder`, for its owner only whatever the umask is; one that is there keeps its mode. Raises `Problem`."""
    try:
        if not folder.is_dir():
            folder.parent.mkdir(parents=True, exist_ok=True)
            folder.mkdir(mode=PRIVATE_FOLDER)
            folder.chmod(PRIVATE_FOLDER)
            sync_folder(folder.parent)
    except OSError as fault:
        raise trouble.folder_not_written(folder, fault) from fault
    except ValueError as fault:
        raise trouble.folder_not_written(folder, OSError(errno.EINVAL, "no folder can have that name")) from fault


def opened_to_read(path: Path) -> sqlite3.Connection:
    """A connection that only reads the notebook at `path`, found sound and of a version we know.

    Where there is no notebook, it is on an empty one in memory. Raises `Problem` and `sqlite3.Error`.
    """
    if not _is_there(path):
        connection = schema.connect(":memory:")
        schema.migrate(connection)
        connection.execute("PRAGMA query_only = 1")
        return connection
    look_at_header(path)
    # In a folder that cannot be written SQLite can make no index of the journal; without a journal it needs none.
    alone = not os.access(path.parent, os.W_OK) and not has_journal(path)
    connection = schema.connect(f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if alone else ''}", uri=True, read_only=True)
    try:
        _look_inside(path, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def opened_up_to_date(path: Path) -> sqlite3.Connection:
    """`opened_to_read`, where an older notebook is seen as the newest version would have it: as a copy in memory."""
    connection = opened_to_read(path)
    if schema.user_version(connection) >= schema.NEWEST:
        return connection
    with closing(connection):
        made = schema.connect(":memory:")
        connection.backup(made)
    bring_up_to_date(made)
    made.execute("PRAGMA query_only = 1")
    return made


def _look_inside(path: Path, connection: sqlite3.Connection) -> None:
    """Raise `Problem` for a newer notebook (its header may be older than the journal beside it) and for a damaged one."""
    if schema.major(schema.user_version(connection)) > schema.major(schema.NEWEST):
        raise trouble.newer(path)
    if not schema.is_whole(connection):
        raise trouble.damaged(path)


def opened_to_write(path: Path, before_update: Callable[[Path], object]) -> sqlite3.Connection:
    """A connection that writes the notebook at `path`, made if there is none. The writer's lock is held.

    `before_update` is called with the path before the tables of an older notebook are changed. The notebook is looked at
    by a connection that only reads, since one that writes would move the journal of a damaged notebook into it. Raises
    `Problem` and `sqlite3.Error`.
    """
    if not _is_there(path):
        _create(path)
    look_at_header(path)
    _close_to_others(path)
    with closing(opened_to_read(path)) as looked_at:
        is_older = schema.user_version(looked_at) < schema.NEWEST
    if is_older:
        before_update(path)
    connection = schema.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)
    try:
        bring_up_to_date(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Change an older notebook's tables, and write the digests of its rows. Raises `sqlite3.Error`."""
    schema.migrate(connection)
    row_digests.fill(connection)


def _create(path: Path) -> None:
    """Make an empty notebook beside its place and move it in whole, so that an empty file there is never one of ours."""
    if has_journal(path):
        raise trouble.journal_alone(path)
    beside = path.with_name(f"{NAME}.new")
    try:
        _remove_with_journal(beside)
        os.close(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
        beside.chmod(PRIVATE_FILE)
        connection = schema.connect(f"{beside.absolute().as_uri()}?mode=rw", uri=True)
        try:
            schema.migrate(connection)
            # Closing would do this too, but say nothing where the disk is full, and the journal stays behind.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
        beside.replace(path)
    except BaseException as fault:
        with suppress(OSError):
            _remove_with_journal(beside)
        if isinstance(fault, OSError):
            raise trouble.folder_not_written(path.parent, fault) from fault
        raise
    sync_folder(path.parent)


def _close_to_others(path: Path) -> None:
    """Take every right of others away, before SQLite gives what it makes beside the notebook the same mode."""
    if os.name != "posix":
        return
    for name in with_journal(path):
        with suppress(OSError):
            if stat.S_IMODE(name.stat().st_mode) & ~PRIVATE_FILE:
                name.chmod(PRIVATE_FILE)


def with_journal(path: Path) -> tuple[Path, ...]:
    """The notebook's file and what SQLite keeps beside it."""
    return path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def is_of_notebook(folder: Path, path: Path) -> bool:
    """True where `path` is the notebook in `folder`, or what lies beside it for it, by whatever name.

    Nothing is opened for that: closing the notebook's file would free the locks that this process has on it.
    """
    own = (*with_journal(file_in(folder)), folder / lock.NAME)
    return any(_is_same(each, path) for each in own)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return _resolved(one) == _resolved(other)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # a circle of links
        return path.absolute()


def is_within(folder: Path, path: Path) -> bool:
    """True where `path`, which need not be there, lies in `folder` or deeper."""
    return _resolved(path).is_relative_to(_resolved(folder))


def _remove_with_journal(path: Path) -> None:
    for name in with_journal(path):
        name.unlink(missing_ok=True)


def has_journal(path: Path) -> bool:
    """True when a journal with something in it lies beside the notebook."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except OSError:
        return False


def _is_there(path: Path) -> bool:
    """True when anything lies in the notebook's place. Raises `Problem` where one may not look."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except (OSError, ValueError) as fault:
        raise trouble.folder_not_entered(path.parent) from fault
    return True


def look_at_header(path: Path) -> None:
    """Read the file's first bytes as a file, before SQLite touches it. Raises `Problem`."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            header = file.read(HEADER) if stat.S_ISREG(os.fstat(descriptor).st_mode) else b""
    except IsADirectoryError as fault:
        raise trouble.not_a_notebook(path) from fault
    except OSError as fault:
        raise trouble.not_read(path, fault) from fault
    known = len(header) == HEADER and header.startswith(MAGIC)
    if not known or int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise trouble.not_a_notebook(path)
    if schema.major(int.from_bytes(header[60:64], "big")) > schema.major(schema.NEWEST):
        raise trouble.newer(path)
