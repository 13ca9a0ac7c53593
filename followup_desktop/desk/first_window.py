"""A second start hands its files to the window that is already open, and ends.

The door is a local socket in the notebook's folder (a named pipe on Windows), open to the same user only. Whoever holds
the writer's lock owns it: what an earlier owner left behind may be removed without asking.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

MOST_BYTES = 1_000_000
"""The longest list of files that is listened to."""

PATIENCE = 2_000
"""Milliseconds to wait for an answer of the first window, which may be busy."""

BETWEEN_KNOCKS = 50
"""Milliseconds before a door that is not there yet is tried again."""

TAKEN = b"taken\n"


class FirstWindow(QObject):
    """Listens for later starts on the notebook in `folder`. Made by whoever holds its writer's lock.

    Where no door can be opened (a folder whose path is too long for a socket, a network disk), `is_open` is False and
    later starts only say that the notebook is in use.
    """

    handed = Signal(object)
    """Absolute paths, a list of text, that a later start was given; empty when it only wants the window."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415  (16 ms that the first paint does not wait for)

        super().__init__(parent)
        door = door_of(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)
        QLocalServer.removeServer(door)
        self.is_open = self._server.listen(door)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_new_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda caller=socket: self._on_words(caller))
            self._on_words(socket)

    def _on_words(self, socket: QLocalSocket) -> None:
        """Take a whole line; wait for the rest of a shorter one, hang up on one that never ends."""
        if not socket.canReadLine():
            if socket.bytesAvailable() > MOST_BYTES:
                socket.abort()
            return
        names = _names(bytes(socket.readLine(MOST_BYTES).data()))
        if names is None:
            socket.abort()
            return
        socket.write(TAKEN)
        socket.disconnectFromServer()
        self.handed.emit(names)


def hand_over(folder: Path, files: Sequence[str | Path]) -> bool:
    """Hand `files` (none: only raise it) to the window that has the notebook in `folder` open.

    False where no window answered within `PATIENCE`. Relative names are told as seen from here.
    """
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  (as above)

    socket = QLocalSocket()
    deadline = QDeadlineTimer(PATIENCE)
    while not _connected(socket, door_of(folder)):
        if deadline.hasExpired():
            return False
        QThread.msleep(BETWEEN_KNOCKS)
    names = [str(Path(name).absolute()) for name in files]
    socket.write(json.dumps(names).encode() + b"\n")
    while not socket.canReadLine():
        if not socket.waitForReadyRead(PATIENCE):
            return False
    return bytes(socket.readLine().data()) == TAKEN


def _connected(socket: QLocalSocket, door: str) -> bool:
    """Knock once. A first window that has only just started does not listen yet."""
    socket.connectToServer(door)
    return socket.waitForConnected(PATIENCE)


def door_of(folder: Path) -> str:
    """The name of the socket for the notebook in `folder`."""
    real = folder.resolve()
    if sys.platform == "win32":
        return "followup-desktop-" + hashlib.sha256(str(real).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return str(real / "raise.socket")


def _names(line: bytes) -> list[str] | None:
    """The paths in a line, or None for something that no start of ours says."""
    try:
        names = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return names if isinstance(names, list) and all(isinstance(name, str) for name in names) else None
