"""A field for a day in the locale's order, with a calendar in our colours behind its arrow."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton, QWidget

from followup_desktop.ui.language import day_pattern
from followup_desktop.ui.look import icon, tone


class DayField(QDateEdit):
    """Takes a day, typed or chosen in a calendar whose week begins where the user, else the computer's locale, has it."""

    def __init__(self, day: date, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setAccessibleName(name)
        self.set_day(day)
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        self.setDisplayFormat(day_pattern())
        for side, arrow in (("prev", "back"), ("next", "forward")):
            button = calendar.findChild(QToolButton, f"qt_calendar_{side}month")
            if button is not None:
                button.setIcon(icon(arrow))
        self._colour_days()

    def day(self) -> date:
        """The day that stands in it."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Put that day in."""
        self.setDate(QDate(day.year, day.month, day.day))

    def begin_weeks_on(self, weekday: int) -> None:
        """Begin the calendar's weeks on that weekday, 0 for Monday."""
        self.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek(weekday + 1))

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme colours the days anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_days()

    def _colour_days(self) -> None:
        """Qt paints weekends red: here they are days like others, and the days' names are quiet."""
        calendar = self.calendarWidget()
        plain, quiet = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(tone("text"))
        quiet.setForeground(tone("text2"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekday, plain)
        calendar.setHeaderTextFormat(quiet)
