"""How weeks are laid out: their first day and whether they are numbered, as the user set it, else as the locale has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from followup_desktop.desk.desk import Desk

AS_LOCALE = -1
"""The setting "first weekday" that leaves it to the locale; 0 is Monday, 6 Sunday."""
THURSDAY = 3


@dataclass(frozen=True, slots=True)
class Weeks:
    """`first` is the weekday a week begins on, 0 for Monday; `numbers` whether weeks show their number."""

    first: int
    numbers: bool

    def begin(self, day: date) -> date:
        """The first day of the week that `day` lies in."""
        return day - timedelta(days=(day.weekday() - self.first) % 7)


def weeks(desk: Desk, locale: QLocale | None = None) -> Weeks:
    """How this computer's user wants weeks: the settings "first weekday" and "week numbers", else the locale's way.

    Locales whose weeks begin on Monday number them as ISO 8601 does; the others hardly number weeks at all.
    """
    chosen = desk.settings.get("first weekday", AS_LOCALE)
    local = (locale or QLocale()).firstDayOfWeek().value - 1
    first = chosen if 0 <= chosen <= 6 else local  # noqa: PLR2004  (Sunday)
    return Weeks(first, desk.settings.get("week numbers", local == 0))


def week_number(first: date) -> int:
    """The number (ISO 8601) of the week that begins on that day: that of its Thursday."""
    return (first + timedelta(days=(THURSDAY - first.weekday()) % 7)).isocalendar().week
