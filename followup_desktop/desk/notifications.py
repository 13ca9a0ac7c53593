"""A notification of the desktop (freedesktop.org, "Desktop Notifications" 1.2), spoken to in a thread of its own.

One at a time: a newer one takes the place of the one before it. Nothing here waits for the bus: where it hangs, is not
there, or nobody on it shows notifications, `failed` says so later. `jeepney` is loaded by the first notification.
"""

from __future__ import annotations

import os
import select
import threading
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from followup_desktop.desk.session_bus import SessionBus

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
AS_LONG_AS_USUAL = -1
"""How long it stays: the desktop knows best."""
BY_THE_USER = 2
"""Why a notification is gone (the others: 1 it expired, 3 we closed it, 4 no reason)."""
LIMIT_MS = 12_000
"""When a notification that has neither been shown nor refused counts as failed: its bus hangs."""
FAREWELL = 0.5
"""Seconds that the end of the program waits for the notification to be taken away."""
DEFAULT = "default"
"""The button that the notification itself is (the specification's own word)."""
TITLE_MOST, BODY_MOST = 200, 1000
"""Characters: what no notification has room for is not sent."""


@dataclass(frozen=True, slots=True, eq=False)
class Notice:
    """What a notification says, as plain text, and its buttons: the words of each by its key."""

    title: str
    body: str = ""
    buttons: Mapping[str, str] = field(default_factory=dict)


class Notifications(QObject):
    """The desktop's notifications for the program called `name`; `icon` is a picture's path, `entry` its desktop file's name.

    Each `show` ends in `shown` or `failed`, unless a newer wish has overtaken it.
    """

    shown = Signal(object)
    """The `Notice` is on the desktop."""
    pressed = Signal(object, str)
    """A button of that `Notice`, by its key; `DEFAULT` for the notification itself."""
    waved_away = Signal(object)
    """The user closed that `Notice`."""
    failed = Signal(object)
    """That `Notice` was not shown."""

    def __init__(self, name: str, icon: str = "", entry: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._who = name, icon, entry
        self._line: _Line | None = None
        self._thread: threading.Thread | None = None
        self._asked: Notice | None = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._on_limit)

    def show(self, notice: Notice) -> None:
        """Put it on the desktop, in the place of the one before."""
        self._asked = notice
        self._limit.start(LIMIT_MS)
        if os.name != "posix":  # no desktop elsewhere speaks D-Bus
            self._limit.start(0)
            return
        self._ask(_Wish(notice))

    def withdraw(self) -> None:
        """Take the notification away, if there is one."""
        self._asked = None
        self._limit.stop()
        if self._line is not None:
            self._ask(_Wish(None))

    def close(self) -> None:
        """Take it away and end; a bus that hangs is left behind after `FAREWELL`."""
        self._asked = None
        self._limit.stop()
        if self._line is None or self._thread is None:
            return
        self._ask(_Wish(None, last=True))
        self._thread.join(FAREWELL)
        self._line = self._thread = None

    def _ask(self, wish: _Wish) -> None:
        if self._line is None:
            told = _Told()
            told.shown.connect(self._on_shown)
            told.failed.connect(self._on_failed)
            told.pressed.connect(self.pressed)
            told.waved_away.connect(self.waved_away)
            self._line = _Line(self._who, told)
            self._thread = threading.Thread(target=self._line.serve, name="notifications", daemon=True)
            self._thread.start()
        self._line.ask(wish)

    def _on_shown(self, notice: Notice) -> None:
        if notice is self._asked:
            self._limit.stop()
        self.shown.emit(notice)

    def _on_failed(self, notice: Notice) -> None:
        if notice is self._asked:
            self._on_limit()

    def _on_limit(self) -> None:
        notice, self._asked = self._asked, None
        self._limit.stop()
        if notice is not None:
            self.failed.emit(notice)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be on the desktop from now on; None: nothing."""

    notice: Notice | None
    last: bool = False


class _Told(QObject):
    """What the thread tells; Qt takes it to the thread of whoever listens."""

    shown = Signal(object)
    pressed = Signal(object, str)
    waved_away = Signal(object)
    failed = Signal(object)


class _Line:
    """The thread's side: the bus, and the one notification that is up."""

    def __init__(self, who: tuple[str, str, str], told: _Told) -> None:
        self._who, self._told = who, told
        self._wishes: SimpleQueue[_Wish] = SimpleQueue()
        self._sleep, self._wake = os.pipe()
        os.set_blocking(self._wake, False)
        self._bus: SessionBus | None = None
        self._owner = ""
        """Bus name of the program that shows it: ids are its own, and no other's word about them counts."""
        self._id = 0
        self._notice: Notice | None = None

    def ask(self, wish: _Wish) -> None:
        """From any thread: this is wished now."""
        self._wishes.put(wish)
        with suppress(BlockingIOError):  # a full pipe wakes it as well
            os.write(self._wake, b".")

    def serve(self) -> None:
        """Do what is wished and tell what is pressed, until the last wish is done."""
        done = False
        while not done:
            heard = [] if self._bus is None else [self._bus.file]
            ready, _, _ = select.select([self._sleep, *heard], [], [])
            if self._bus is not None and self._bus.file in ready:
                self._hear(self._bus)
            if self._sleep in ready:
                os.read(self._sleep, 4096)
                done = self._do_newest()
        self._hang_up()
        os.close(self._sleep)
        os.close(self._wake)

    def _do_newest(self) -> bool:
        """Do what was wished last, which overtakes the rest; True when that was the last wish of all."""
        wish = None
        with suppress(Empty):
            while True:
                wish = self._wishes.get_nowait()
        if wish is not None:
            self._do(wish)
        return wish is not None and wish.last

    def _do(self, wish: _Wish) -> None:
        from followup_desktop.desk.session_bus import FAULTS  # noqa: PLC0415  (jeepney, which most runs do without)

        try:
            if wish.notice is not None:
                self._show(wish.notice)
                self._told.shown.emit(wish.notice)
            elif self._bus is not None and self._id:
                self._bus.call("CloseNotification", "u", (self._id,))
                self._forget()
        except FAULTS:
            self._hang_up()
            if wish.notice is not None:
                self._told.failed.emit(wish.notice)

    def _show(self, notice: Notice) -> None:
        """Ask what the desktop's notifications can do, then send what they can show. Raises one of `FAULTS`."""
        from followup_desktop.desk.session_bus import SessionBus  # noqa: PLC0415  (as above)

        if self._bus is None:
            self._bus = SessionBus(NAME, PATH)
        (able,), owner = self._bus.call("GetCapabilities")
        if owner != self._owner:
            self._forget()
        name, icon, entry = self._who
        body = clean(notice.body, BODY_MOST)
        words = (
            name,
            self._id,
            icon,
            clean(notice.title, TITLE_MOST),
            as_markup(body) if "body-markup" in able else body,
            [part for button in notice.buttons.items() for part in button] if "actions" in able else [],
            {"desktop-entry": ("s", entry)} if entry else {},
            AS_LONG_AS_USUAL,
        )
        (self._id,), self._owner = self._bus.call("Notify", "susssasa{sv}i", words)
        self._notice = notice

    def _hear(self, bus: SessionBus) -> None:
        from followup_desktop.desk.session_bus import FAULTS  # noqa: PLC0415  (as above)

        try:
            for signal, words, sender in bus.signals():
                if sender != self._owner or words[:1] != (self._id,):
                    continue
                if signal == "ActionInvoked":
                    self._told.pressed.emit(self._notice, str(words[1]))
                elif signal == "NotificationClosed":
                    if words[1] == BY_THE_USER:
                        self._told.waved_away.emit(self._notice)
                    self._forget()
        except FAULTS:
            self._hang_up()

    def _forget(self) -> None:
        """Nothing of ours is up any more."""
        self._id, self._notice = 0, None

    def _hang_up(self) -> None:
        if self._bus is not None:
            self._bus.close()
            self._bus = None
        self._owner = ""
        self._forget()


def as_markup(text: str) -> str:
    """Plain text as the little markup of a notification's body: nothing in it is read as a tag or an entity."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def clean(text: str, most: int) -> str:
    """Text that D-Bus takes and a notification can show: no control characters but new lines, no halves of characters."""
    shown = "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cs"})
    return shown if len(shown) <= most else shown[: most - 1] + "…"
