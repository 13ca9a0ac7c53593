"""The session bus (D-Bus), as one object on it is spoken to: calls with a time limit, and its signals. By `jeepney` alone.

Faults of the world are `OSError` (no bus, or no answer in time), `KeyError` and `ValueError` (an address or an answer that
makes no sense) and `RuntimeError` (a kind of bus that is not on this computer, or the other side refuses): `FAULTS`.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, message_bus, new_method_call
from jeepney.bus import get_bus
from jeepney.io.blocking import DBusConnection, prep_socket

if TYPE_CHECKING:
    from jeepney import Message

FAULTS = (OSError, KeyError, ValueError, RuntimeError)
PATIENCE = 5.0
"""Seconds to wait for an answer: the bus may have to start the other side first."""


BOTH_WAYS = 2
"""SHUT_RDWR of shutdown(2): whoever waits for the socket hears that it has ended."""


class SessionBus:
    """One object on the session bus: `name` is the bus name and its interface, `path` the object's.

    Raises one of `FAULTS` where there is no bus. `file` can be waited on: it becomes readable when something has come.
    """

    def __init__(self, name: str, path: str) -> None:
        self._to = DBusAddress(path, name, name)
        self._bus = _connected()
        self.file = self._bus.sock
        self._signals: deque[Message] = deque()
        self._bus.filter(MatchRule(type="signal", interface=name, path=path), queue=self._signals)
        wanted = MatchRule(type="signal", interface=name, path=path, sender=name)
        try:
            self._answer(message_bus.AddMatch(wanted))
        except FAULTS:
            self.close()
            raise

    def call(self, method: str, signature: str | None = None, words: tuple[object, ...] = ()) -> tuple[tuple[Any, ...], str]:
        """What the method gives, and the bus name of whoever answered. Raises one of `FAULTS`."""
        reply = self._answer(new_method_call(self._to, method, signature, words))
        return reply.body, _sender(reply)

    def signals(self) -> Iterator[tuple[str, tuple[Any, ...], str]]:
        """What has come since: the signal's name, what it says, and the bus name of whoever says it. Raises `OSError`."""
        try:
            while True:
                self._bus.recv_messages(timeout=0)
        except TimeoutError:
            pass
        while self._signals:
            told = self._signals.popleft()
            yield str(told.header.fields.get(HeaderFields.member)), told.body, _sender(told)

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def _answer(self, asked: Message) -> Message:
        reply = self._bus.send_and_get_reply(asked, timeout=PATIENCE)
        if reply.header.message_type is MessageType.error:
            raise RuntimeError(str(reply.header.fields.get(HeaderFields.error_name)))
        return reply


def _connected() -> DBusConnection:
    """A connection to the session bus. Raises one of `FAULTS`; jeepney alone would wait for ever to be greeted."""
    socket = prep_socket(get_bus(address()), timeout=PATIENCE)

    def give_up() -> None:
        with suppress(OSError):  # it may have ended by itself
            socket.shutdown(BOTH_WAYS)

    limit = threading.Timer(PATIENCE, give_up)
    limit.start()
    try:
        return DBusConnection(socket)
    except FAULTS:
        socket.close()
        raise
    finally:
        limit.cancel()


def address() -> str:
    """Where the session bus is; "SESSION", which raises `KeyError`, where none is named and none is at the usual place."""
    if "DBUS_SESSION_BUS_ADDRESS" not in os.environ and "XDG_RUNTIME_DIR" in os.environ:
        usual = Path(os.environ["XDG_RUNTIME_DIR"], "bus")
        if usual.is_socket():
            return f"unix:path={usual}"
    return "SESSION"


def _sender(told: Message) -> str:
    return str(told.header.fields.get(HeaderFields.sender, ""))
