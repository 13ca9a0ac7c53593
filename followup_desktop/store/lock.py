"""One writer at a time: a lock on a file in the notebook's folder, held by the kernel and freed by it at death.

The lock is on a file of its own, not on the notebook: SQLite's own locks stay as they are, and others may read.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store.trouble import InUse, folder_not_written

NAME = "writer.lock"
"""The file's name. It is never deleted: two starts could then hold locks on two files."""

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """The right to write into the notebook in `folder`, held from now until `release` or the end of the process.

    Raises `InUse` when somebody else holds it, `Problem` when the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / NAME
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
        try:
            self._descriptor = os.open(path, flags, 0o600)
        except OSError as fault:
            raise folder_not_written(folder, fault) from fault
        if hasattr(os, "fchmod"):
            with suppress(OSError):
                os.fchmod(self._descriptor, 0o600)  # the umask may have taken more away
        try:
            _take(self._descriptor)
        except OSError as fault:
            self.release()
            if fault.errno in {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}:
                text = QT_TRANSLATE_NOOP("store", "This notebook is open in another window. You can read here, and write there.")
                raise InUse(Words(text)) from fault
            raise folder_not_written(folder, fault) from fault

    def release(self) -> None:
        """Let others write."""
        os.close(self._descriptor)
