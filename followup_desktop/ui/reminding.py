"""Tells reminders where the user sees them: on the desktop, else from the tray, else in the window; and hears the answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon

from followup_desktop.core.agenda import Next
from followup_desktop.core.reminders import Reminder
from followup_desktop.desk.desk import Desk
from followup_desktop.desk.notifications import DEFAULT, Notice, Notifications
from followup_desktop.desk.reminders import Reminders
from followup_desktop.ui import privacy, tray
from followup_desktop.ui.away import AwayPanel
from followup_desktop.ui.reminder_words import ACT, notice, until


class Reminding(QObject):
    """The voices for the reminders of one notebook, and what the user answers; `panel` belongs into the window.

    `icon` is a picture's path, `entry` the name of the program's desktop file.
    """

    act_wanted = Signal(object, str, str)
    """Do this (`Does`) with that interview; the last is a person's or a promise's id, or empty."""
    change_wanted = Signal(object)
    """Do this `Change`, with a way to take it back."""
    window_wanted = Signal()
    """The window is to come to the front."""
    quit_wanted = Signal()
    """The program is to end."""

    def __init__(self, desk: Desk, icon: str = "", entry: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._icon = icon
        self._missed: frozenset[str] = frozenset()
        self._in_panel: set[str] = set()
        """What is told in the window; undo brings back there what was put off or dismissed."""
        self._told: dict[Notice, tuple[Reminder, ...]] = {}
        """What each notification told that may still be pressed: the one that is up, and the one before it."""
        self.reminders = Reminders(desk, self)
        self.reminders.came.connect(self._on_came)
        self.reminders.changed.connect(self._on_changed)
        desk.changed.connect(lambda _change: self._fill_panel())  # names may be hidden now
        self.panel = AwayPanel()
        self.panel.answered.connect(self._on_answered)
        self.panel.closed.connect(self._on_closed)
        self.desktop = Notifications(self.tr("Follow-Up Desktop"), icon, entry, self)
        self.desktop.pressed.connect(self._on_pressed)
        self.desktop.waved_away.connect(lambda told: self.reminders.seen(self._told.get(told, ())))
        self.desktop.failed.connect(self._on_failed)
        self.tray: tray.Tray | None = None

    def start(self, *, at_window: bool) -> None:
        """Tell what fell due since the last run, in the window if the user is there, and then what falls due."""
        if at_window:
            missed = self.reminders.missed()
            self._missed = frozenset(each.key for each in missed)
            self._show_in_panel(missed)
        self.reminders.start()

    def stay_in_tray(self, wanted: bool) -> bool:
        """Be in the tray, or leave it; True when the program is there afterwards and can do without its window."""
        if self.tray is not None and not wanted:
            self.tray.close()
            self.tray = None
        elif self.tray is None and wanted and tray.is_there():
            self.tray = tray.Tray(self._desk, QIcon(self._icon), self)
            self.tray.open_wanted.connect(self.window_wanted)
            self.tray.step_wanted.connect(self._on_step)
            self.tray.quit_wanted.connect(self.quit_wanted)
            self.tray.pressed.connect(lambda told: self._on_pressed(told, DEFAULT))
        return self.tray is not None and tray.is_there()

    def close(self) -> None:
        """Take the notification away, leave the tray."""
        self.desktop.close()
        self.stay_in_tray(False)

    # Telling

    def _on_came(self, _fresh: Sequence[Reminder]) -> None:
        """One notification for all that is open: they do not pile up."""
        told = self.reminders.open()
        said = notice(told, self._desk.today(), private=self._is_private())
        last = list(self._told.items())[-1:]
        self._told = {**dict(last), said: told}
        self.desktop.show(said)

    def _on_failed(self, said: Notice) -> None:
        if self.tray is None or not self.tray.tell(said):
            self._show_in_panel(self.reminders.open())

    def _on_changed(self) -> None:
        """Something was done, put off or is over: a notification that tells of it goes, a row of the panel too."""
        left = {each.key for each in self.reminders.open()}
        up: tuple[Reminder, ...] = next(reversed(self._told.values()), ())
        if not {each.key for each in up} <= left:
            self.desktop.withdraw()
        self._fill_panel()

    def _show_in_panel(self, told: Sequence[Reminder]) -> None:
        self._in_panel |= {each.key for each in told}
        self._fill_panel()

    def _fill_panel(self) -> None:
        told = [each for each in self.reminders.open() if each.key in self._in_panel]
        missed = bool(told) and all(each.key in self._missed for each in told)
        self.panel.show_reminders(told, self._desk.today(), missed=missed)

    def _is_private(self) -> bool:
        return self._desk.settings.get(privacy.SETTING, False)

    # Answers

    def _on_answered(self, reminder: Reminder, key: str) -> None:
        self._answer((reminder,), key)

    def _on_closed(self) -> None:
        self.reminders.seen([each for each in self.reminders.open() if each.key in self._in_panel])
        self._in_panel.clear()

    def _on_pressed(self, said: Notice, key: str) -> None:
        """A button of a notification; what was done or over since then is passed over."""
        left = {each.key for each in self.reminders.open()}
        told = tuple(each for each in self._told.get(said, ()) if each.key in left)
        if key in {ACT, DEFAULT}:
            self.window_wanted.emit()
        if len(told) > 1 and key in {ACT, DEFAULT}:
            self._show_in_panel(told)
        elif told:
            self._answer(told, ACT if key == DEFAULT else key)

    def _answer(self, told: tuple[Reminder, ...], key: str) -> None:
        if key == ACT:
            (one,) = told
            self.reminders.seen(told)
            self.act_wanted.emit(one.does, one.interview, one.person or "")
        else:
            self.change_wanted.emit(self.reminders.answer(told, until(key, self._desk.now())))

    def _on_step(self, step: Next) -> None:
        self.window_wanted.emit()
        self.act_wanted.emit(step.does, step.interview or "", step.task or step.person or "")
