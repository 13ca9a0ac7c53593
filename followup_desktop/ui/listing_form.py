"""Asks for which days something is printed, and where to; says before that what no font here can write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QSizePolicy, QWidget

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.desk.background import Background, Task
from followup_desktop.ui.form import Form
from followup_desktop.ui.language import month_words, said, stretch_of_days_words
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.day_field import DayField
from followup_desktop.ui.printing import Printer

translate = QCoreApplication.translate
FREE = "free"
MONTHS_BACK, MONTHS_ON = 6, 12
"""How far before and after the month in front another can be printed."""
MOST_NAMED = 3
"""So many things that no font can write are named; of more it is told how many."""


class Kind(StrEnum):
    """What is printed."""

    MONTH = "month"
    AGENDA = "agenda"
    PROOF = "proof"
    ADDRESSES = "addresses"


TITLES = {
    Kind.MONTH: QT_TRANSLATE_NOOP("Listing", "Print the month"),
    Kind.AGENDA: QT_TRANSLATE_NOOP("Listing", "Print the agenda"),
    Kind.PROOF: QT_TRANSLATE_NOOP("Listing", "Proof of search"),
    Kind.ADDRESSES: QT_TRANSLATE_NOOP("Listing", "Address list"),
}


@dataclass(frozen=True, slots=True)
class Made:
    """A file to print, and what in it no font here can write."""

    data: bytes
    notes: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Days that can be chosen by their name."""

    key: str
    words: str
    first: date
    last: date


Make = Callable[[date, date], Callable[[], Made]]
"""Work for the background that makes the file of those days."""


class ListingForm(Form):
    """The days, the printer, and Print or Save PDF. `made` is the file once `exec` has ended well."""

    def __init__(
        self,
        kind: Kind,
        spans: Sequence[Span],
        printers: Sequence[Printer],
        last_printer: str,
        make: Make,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.name_it(translate("Listing", TITLES[kind]), self.tr("Print") if printers else self.tr("Save PDF"))
        self._spans, self._printers, self._make, self._background = tuple(spans), tuple(printers), make, background
        self._task: Task[Made] | None = None
        self.made: Made | None = None
        self.wants_file = not printers
        self._build_span(free=kind in {Kind.AGENDA, Kind.PROOF})
        self._build_printer(last_printer)
        self.file_button = button(self.tr("Save PDF"), "pdf")
        self.file_button.setVisible(bool(printers))
        self.file_button.clicked.connect(self._take_file)
        self.buttons.addButton(self.file_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.finish_layout()
        self._look()

    def begin_weeks_on(self, weekday: int) -> None:
        """Begin the weeks of its calendars on that weekday, 0 for Monday."""
        for field in (self.first, self.last):
            field.begin_weeks_on(weekday)

    def _build_span(self, *, free: bool) -> None:
        self.span, self.first, self.last = (
            QComboBox(self),
            DayField(date.min, self.tr("From"), self),
            DayField(date.min, self.tr("To"), self),
        )
        self.span.setAccessibleName(self.tr("Days"))
        self.span.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for each in self._spans:
            self.span.addItem(each.words, each.key)
        if free:
            self.span.addItem(self.tr("Other days"), FREE)
        for part in (self.span, self.first, self.last):
            part.hide()
        if len(self._spans) + free > 1:
            self.rows.addRow(self.label(self.tr("Days") if free else self.tr("Month")), self.span)
            self.span.show()
        if free:
            for words, field in ((self.tr("From"), self.first), (self.tr("To"), self.last)):
                self.rows.addRow(self.label(words), field)
                field.show()
        self._put_days()
        self.span.activated.connect(lambda _: self._on_span())
        self.first.dateChanged.connect(lambda _: self._on_days())
        self.last.dateChanged.connect(lambda _: self._on_days())

    def _build_printer(self, last: str) -> None:
        self.printer_choice = QComboBox(self)
        self.printer_choice.setAccessibleName(self.tr("Printer"))
        self.printer_choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for each in self._printers:
            self.printer_choice.addItem(each.words, each.name)
        self.printer_choice.setCurrentIndex(max(0, self.printer_choice.findData(last)))
        self.printer_choice.setVisible(bool(self._printers))
        if self._printers:
            self.rows.addRow(self.label(self.tr("Printer")), self.printer_choice)

    def printer(self) -> Printer:
        """The printer that was chosen."""
        return self._printers[max(0, self.printer_choice.currentIndex())]

    def days(self) -> tuple[date, date]:
        """The first and the last day that are printed."""
        named = next((each for each in self._spans if each.key == self.span.currentData()), None)
        return (named.first, named.last) if named is not None else (self.first.day(), self.last.day())

    def _put_days(self) -> None:
        """Show the days of the stretch that is named."""
        first, last = self.days()
        for field, day in ((self.first, first), (self.last, last)):
            field.blockSignals(True)
            field.set_day(day)
            field.blockSignals(False)

    def _on_span(self) -> None:
        self._put_days()
        self._look()

    def _on_days(self) -> None:
        self.span.setCurrentIndex(self.span.findData(FREE))
        self._look()

    def _look(self) -> None:
        """Make the file in the background, and say what no font can write."""
        if self._task is not None:
            self._task.cancel()
        self._task, self.made = None, None
        self._allow(can=False)
        first, last = self.days()
        if last < first:
            self.say(self.tr("The last day comes before the first."))
            return
        self.say("")
        self._task = self._background.run(self._make(first, last), self._on_made, self._on_failed)

    def _on_made(self, made: Made) -> None:
        self._task, self.made = None, made
        self._allow(can=True)
        words = [said(each) for each in made.notes[:MOST_NAMED]]
        if len(made.notes) > MOST_NAMED:
            words.append(self.tr("And {0} more.").format(len(made.notes) - MOST_NAMED))
        self.say(" ".join(words))

    def _on_failed(self, problem: Problem) -> None:
        self._task = None
        self.say(said(problem.what))

    def _allow(self, *, can: bool) -> None:
        self.accept_button.setEnabled(can)
        self.file_button.setEnabled(can)

    def _take_file(self) -> None:
        self.wants_file = True
        self.accept()

    def accept(self) -> None:
        """Take the file as it was made."""
        if self.made is not None:
            super().accept()

    def done(self, result: int) -> None:
        """Nothing is waited for any more."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)


def month_spans(shown: date) -> tuple[Span, ...]:
    """Months to choose from, the one in front first among them chosen by its place: it stands first."""
    firsts = [_month(shown, by) for by in (0, *range(1, MONTHS_ON + 1), *range(-1, -MONTHS_BACK - 1, -1))]
    return tuple(Span(first.isoformat(), month_words(first), first, _last_day(first)) for first in firsts)


def agenda_spans(today: date) -> tuple[Span, ...]:
    """Stretches from today on."""
    made = []
    for weeks, words in ((2, translate("Listing", "The next two weeks")), (4, translate("Listing", "The next four weeks"))):
        last = today + timedelta(weeks=weeks) - timedelta(days=1)
        made.append(Span(f"weeks {weeks}", words, today, last))
    return (*made, *_two_months(today))


def proof_spans(today: date) -> tuple[Span, ...]:
    """This month and the last one."""
    return _two_months(today)[:2]


def no_spans(today: date) -> tuple[Span, ...]:
    """Where days do not matter."""
    return (Span("all", stretch_of_days_words(today, today), today, today),)


def _two_months(today: date) -> tuple[Span, ...]:
    this, before, after = (_month(today, by) for by in (0, -1, 1))
    named = (
        (this, translate("Listing", "This month: {0}")),
        (before, translate("Listing", "Last month: {0}")),
        (after, translate("Listing", "Next month: {0}")),
    )
    return tuple(Span(first.isoformat(), words.format(month_words(first)), first, _last_day(first)) for first, words in named)


def _month(day: date, by: int) -> date:
    """The first of the month so many after that of `day`."""
    number = day.year * 12 + day.month - 1 + by
    return date(number // 12, number % 12 + 1, 1)


def _last_day(first: date) -> date:
    return _month(first, 1) - timedelta(days=1)
