"""Files written whole or not at all, and files read with a limit: the package opens no other file for writing."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store.trouble import name_of, not_read, not_written

MEGABYTE = 1_000_000


def atomic_write(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Put a file holding `data` at `path`, whole, or leave what was there untouched.

    It is on disk when this returns. `mode` holds whatever the umask is. A symbolic link stays one: the file it points to
    is replaced. Raises `Problem` when that could not be done; nothing is left behind.
    """
    try:
        target = Path(os.path.realpath(path))
        _look_at_target(target)
        beside = target.with_name(f".followup-{secrets.token_hex(6)}.tmp")
        try:
            _write_new(beside, data, mode)
            beside.replace(target)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
    except OSError as fault:
        raise not_written(path, fault) from fault
    except ValueError as fault:
        raise not_written(path, OSError(errno.ENOENT, "no file can have that name")) from fault
    sync_folder(target.parent)


def _look_at_target(target: Path) -> None:
    """Raise `OSError` where a file cannot be put in the place of what is there (a folder, a pipe, a device)."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


def _write_new(path: Path, data: bytes, mode: int) -> None:
    """Make a new file with all of `data`, on disk. Raises `OSError`."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, mode)
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, mode)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Put the names in `folder` on disk, where the system can: a file just made or renamed survives a power cut.

    A system that cannot is no fault: by then the file itself is whole under its name.
    """
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def read_limited(path: Path, limit: int) -> bytes:
    """All bytes of the file at `path`, of which there are at least one and at most `limit`.

    Raises `Problem` for a file that is missing, a folder, empty, too large, not allowed to be read or not an ordinary
    file (a pipe is not waited for).
    """
    try:
        data = _read_ordinary(path, limit + 1)
    except OSError as fault:
        raise not_read(path, fault) from fault
    except ValueError as fault:
        raise not_read(path, OSError(errno.ENOENT, "no file can have that name")) from fault
    if len(data) > limit:
        size = -(-limit // MEGABYTE)
        text = QT_TRANSLATE_NOOP("store", "“{name}” is larger than {size} MB, so nothing was read. Choose a smaller file.")
        raise Problem(Words(text, {"name": name_of(path), "size": size}))
    if not data:
        text = QT_TRANSLATE_NOOP("store", "“{name}” is empty, so nothing was read. Choose another file.")
        raise Problem(Words(text, {"name": name_of(path)}))
    return data


def read_if_there(path: Path, limit: int) -> bytes:
    """The bytes of a file that is about to be replaced; none where it is missing, larger than `limit` or cannot be read."""
    with suppress(Problem):
        return read_limited(path, limit)
    return b""


def _read_ordinary(path: Path, most: int) -> bytes:
    """The first `most` bytes of an ordinary file. Raises `OSError`."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
        return file.read(most)


def load_texts(folder: Path, suffix: str) -> dict[str, str]:
    """The UTF-8 texts of our own resources in `folder` whose names end in `suffix`, by file name and in its order.

    Raises `OSError` and `UnicodeDecodeError`: a program without its own resources is broken, not unlucky.
    """
    paths = sorted(path for path in folder.iterdir() if path.name.endswith(suffix))
    return {path.name: path.read_text(encoding="utf-8") for path in paths}
