"""Settings: how the calendar lies, when the app speaks by itself, and whether it is there without its window."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import QLocale, Signal

from followup_desktop.core.problems import Problem
from followup_desktop.core.reminders import Hours
from followup_desktop.desk.desk import Desk
from followup_desktop.desk.reminders import quiet_hours
from followup_desktop.ui import tray
from followup_desktop.ui.language import weekday_words
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.switch import Switch
from followup_desktop.ui.settings_fields import Choice, Clock
from followup_desktop.ui.settings_rows import Row, Section
from followup_desktop.ui.settings_work import SettingsWork
from followup_desktop.ui.starting import start_at_login
from followup_desktop.ui.weeks import AS_LOCALE

MONDAY = date(2026, 11, 23)
QUIET = "quiet hours"


class CalendarSection(Section):
    """The first day of a week, and whether weeks are numbered."""

    def __init__(self, desk: Desk, work: SettingsWork) -> None:
        super().__init__(self.tr("Calendar"), self.tr("How month and week are laid out, here and on paper."))
        self._desk = desk
        local = QLocale().firstDayOfWeek().value - 1
        self._numbers_usual = local == 0
        days = [weekday_words(MONDAY + timedelta(days=number), whole=True) for number in range(7)]
        offered: list[tuple[str, object]] = [(self.tr("As usual here: {0}").format(days[local]), AS_LOCALE)]
        offered += [(words, number) for number, words in enumerate(days)]
        self.first = Choice(self.tr("Weeks begin on"), offered)
        self.numbers = Switch(self.tr("Number the weeks"))
        self.add(Row(self.tr("Weeks begin on"), "", [self.first], self.tr("first day of the week")))
        self.add(Row(self.tr("Number the weeks"), self.tr("Counted as ISO 8601 does."), [self.numbers]))
        self.first.picked.connect(lambda day: work.set("first weekday", int(day), AS_LOCALE))
        self.numbers.clicked.connect(lambda on: work.set("week numbers", on, self._numbers_usual))

    def refresh(self) -> None:
        """Show what is set."""
        self.first.put(self._desk.settings.get("first weekday", AS_LOCALE))
        self.numbers.setChecked(self._desk.settings.get("week numbers", self._numbers_usual))


class RemindersSection(Section):
    """Whether, when and how loudly reminders come."""

    problem = Signal(object)
    """The `Problem` that kept the start at login from being switched."""

    def __init__(self, desk: Desk, work: SettingsWork) -> None:
        super().__init__(
            self.tr("Reminders"), self.tr("Cards to post, days to ask, kits to print: told once, while the app runs.")
        )
        self._desk, self._work = desk, work
        self.on = Switch(self.tr("Remind me"))
        self.tray, self.login = Switch(self.tr("Stay in the tray")), Switch(self.tr("Start when I log in"))
        self.first, self.last = Clock(self.tr("Quiet from")), Clock(self.tr("Quiet until"))
        self.add(Row(self.tr("Remind me"), self.tr("On the desktop, else in the window."), [self.on], self.tr("notifications")))
        between = label(self.tr("to"), tone="text2")
        told = self.tr("No reminder comes in these hours; it waits for their end.")
        self.add(Row(self.tr("Quiet hours"), told, [self.first, between, self.last], self.tr("night")))
        self._tray = self.add(Row(self.tr("Stay in the tray"), " ", [self.tray], self.tr("background")))
        self._start = start_at_login(desk)
        told = self.tr("With no window in the way: only to remind you.")
        row = self.add(Row(self.tr("Start when I log in"), told, [self.login], self.tr("autostart")))
        if self._start is None:
            self.login.setEnabled(False)
            row.say(self.tr("This system’s own settings hold what is started at login."))
        self.on.clicked.connect(lambda on: work.set("reminders", on, True))
        self.tray.clicked.connect(lambda on: work.set("tray", on, False))
        self.login.clicked.connect(self._on_login)
        for field in (self.first, self.last):
            field.picked.connect(lambda _: self._on_hours())

    def refresh(self) -> None:
        """Show what is set, and what this desktop can do."""
        settings, hours = self._desk.settings, quiet_hours(self._desk.settings)
        wanted = settings.get("reminders", True)
        self.on.setChecked(wanted)
        self.tray.setChecked(settings.get("tray", False))
        self.first.put(hours.first)
        self.last.put(hours.last)
        for field in (self.first, self.last):
            field.setEnabled(wanted)
        can = tray.is_there()
        self.tray.setEnabled(can or self.tray.isChecked())
        closing = self.tr("Closing the window leaves the app there; Quit ends it.")
        self._tray.say(closing if can else self.tr("This desktop has no tray just now."))
        self.login.setChecked(self._start is not None and self._start.is_on())

    def _on_hours(self) -> None:
        hours: dict[str, object] = {"first": _text(self.first), "last": _text(self.last)}
        usual: dict[str, object] = {"first": _iso(Hours().first), "last": _iso(Hours().last)}
        self._work.set(QUIET, hours, usual)

    def _on_login(self, on: bool) -> None:
        self._work.act(lambda: self._switch(on=on), lambda: self._switch(on=not on))

    def _switch(self, *, on: bool) -> None:
        try:
            if self._start is not None:
                self._start.switch(on=on)
                self._desk.settings.set("start at login", on)
        except Problem as fault:
            self.problem.emit(fault)
        self.refresh()


def _text(field: Clock) -> str:
    return field.time().toString("HH:mm")


def _iso(moment: time) -> str:
    return moment.isoformat("minutes")
