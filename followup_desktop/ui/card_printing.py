"""Cards on their way to a printer: asking which one, making the file, handing over, and marking only what was taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import Shiboken

from followup_desktop.core import changes
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import CardState, Change, Letter
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.desk.background import Task
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import card_alignment, look, printing
from followup_desktop.ui.language import said
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import ElidedLabel
from followup_desktop.ui.print_form import Order, PrintForm
from followup_desktop.ui.print_job import PrintJob, print_job
from followup_desktop.ui.print_standing import Standing
from followup_desktop.ui.printing import Handling, Paper, Printer
from followup_desktop.ui.turn_form import TurnForm

SHOWN_AFTER_MS = 400
"""Quick work never flashes (LOOK 7)."""
FEEDS = "feeds"
"""Under this key the settings of this computer hold how envelopes go into each printer, by its name."""


@dataclass(frozen=True, slots=True)
class Run:
    """What goes through a printer: for `one` letter, or for `all` that are ready."""

    one: tuple[Letter, ...]
    all: tuple[Letter, ...]
    pdf: Callable[[Sequence[Letter], Handling], bytes]
    """Makes the file, for a printer that is dealt with like that. Raises `Problem` for what cannot be printed."""
    marks: bool
    """True where the letters' cards are printed then."""


@dataclass(frozen=True, slots=True)
class Trip:
    """One order on its way to one printer: what is marked when all of it was taken."""

    order: Order
    printer: Printer
    paper: Paper
    marked: tuple[Letter, ...]
    count: int
    is_turned: bool
    """The user turns the sheets between their sides."""


class CardPrinting(QWidget):
    """Prints. Itself the words and the button that are shown while a file is made and a printer takes its time."""

    printed = Signal(str)
    """What to say: a printer has taken the job."""
    failed = Signal(object)
    """The `Problem` that kept something from being printed."""
    waits = Signal(str)
    """What to say: the job lies at the printer, which cannot print just now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._making: Task[tuple[bytes, int]] | None = None
        self._job: PrintJob | None = None
        self._standing: Standing | None = None
        self._words = ElidedLabel(tone="text2")
        stop = button(self.tr("Stop"), role="flat", tip=self.tr("Do not wait for the printer"))
        stop.clicked.connect(self.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self._words)
        row.addWidget(stop)
        self.hide()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(SHOWN_AFTER_MS)
        self._late.timeout.connect(self.show)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """True while a file is made, or a printer has not answered yet."""
        return self._making is not None or self._job is not None

    def ask(self, order: Order, run: Run) -> None:
        """Ask for a printer, and hand over what was ordered."""
        if self.is_busy:
            return
        known = printing.printers()
        if not known:
            self.failed.emit(printing.no_printer())
            return
        feeds: dict[str, object] = self._desk.settings.get(FEEDS, {})
        last = str(self._desk.settings.get("printer", ""))
        form = PrintForm(known, order, last, len(run.all), self.window(), feeds)
        form.measure_wanted.connect(lambda printer: self._measure(order, printer, form))
        if not form.exec():
            return
        letters, printer, paper = run.all if form.all_cards() else run.one, form.printer(), form.paper()
        if form.feed():
            self._desk.settings.set(FEEDS, {**feeds, printer.name: form.feed()})
        by_hand = not printer.turns(paper)
        handling = Handling(card_alignment.kept(self._desk, printer.name), form.used(), form.feed(), by_hand)
        marked = letters if run.marks else ()
        trip = Trip(order, printer, paper, marked, len(letters), by_hand or order.has_backs)
        self._make(trip, lambda: run.pdf(letters, handling))

    def _measure(self, order: Order, printer: Printer, form: QWidget) -> None:
        """Measure a printer before it prints."""
        if order.stock is not None:
            card_alignment.AlignmentForm(self._desk, printer, order.stock, form).exec()

    def _make(self, trip: Trip, pdf: Callable[[], bytes]) -> None:
        """Have the file made beside the window."""
        self._words.setText(self.tr("Making {0} pages").format(trip.count) if trip.count > 1 else self.tr("Making it"))
        self._late.start()
        done = partial(self._on_made, trip)
        self._making = self._desk.background.run(lambda: _counted(pdf()), done, self._on_failed)

    def _on_made(self, trip: Trip, made: tuple[bytes, int]) -> None:
        self._making = None
        data, pages = made
        self._hand_over(trip, data, sides_of(trip, pages))

    def _hand_over(self, trip: Trip, data: bytes, sides: Sequence[Sequence[int]]) -> None:
        """Hand over the pages of the first of `sides`; the others follow when the sheets have been turned."""
        paper = replace(trip.paper, sides=printing.ONE_SIDED) if trip.is_turned else trip.paper
        job = print_job(data, trip.printer, paper, self._desk.background, sides[0] if trip.is_turned else (), self)
        job.taken.connect(lambda: self._on_taken(trip, data, sides[1:]))
        job.failed.connect(self._on_failed)
        job.progressed.connect(lambda done, of: self._words.setText(self.tr("Page {0} of {1}").format(done, of)))
        self._job = job
        self._words.setText(self.tr("Handing over to “{0}”").format(trip.printer.words))
        self._late.start()
        job.start()

    def _on_taken(self, trip: Trip, data: bytes, more: Sequence[Sequence[int]]) -> None:
        self._end()
        self._desk.settings.set("printer", trip.printer.name)
        if more:
            if TurnForm(envelopes=trip.order.has_backs, parent=self.window()).exec():
                self._hand_over(trip, data, more)
            return
        if trip.marked:
            self._desk.do(self._marked(trip.marked))
        self.printed.emit(trip.order.taken.format(trip.printer.words))
        self._standing = Standing(trip.printer, self)
        self._standing.told.connect(lambda words: self.waits.emit(said(words)))

    def _on_failed(self, problem: Problem) -> None:
        self._end()
        self.failed.emit(problem)

    def _marked(self, letters: Sequence[Letter]) -> Change:
        """All these cards printed, as one thing to undo. What is on paper is what the letter said when it was sent."""
        marks = []
        for letter in letters:
            case = self._desk.case(letter.interview)
            if case is not None and case.person(letter.person) is not None:
                now = self._desk.now()
                marks.append(changes.card_marked(case, letter.person, CardState.PRINTED, now, letter.text))
        if len(marks) == 1:
            return marks[0]
        label = Words(QT_TRANSLATE_NOOP("printing", "Mark {count} cards as printed"), {"count": len(marks)})
        return Change(label, tuple(pair for mark in marks for pair in mark.pairs))

    def stop(self) -> None:
        """Do not wait any longer, neither for the file nor for the printer; nothing is marked."""
        if self._job is not None:
            self._job.stop()
        if self._standing is not None and Shiboken.isValid(self._standing):
            self._standing.stop()
        self._standing = None
        self._end()

    def _end(self) -> None:
        self._late.stop()
        self.hide()
        if self._making is not None:
            self._making.cancel()
        if self._job is not None:
            self._job.deleteLater()
        self._making = self._job = None


def sides_of(trip: Trip, pages: int) -> tuple[tuple[int, ...], ...]:
    """Which pages (from 1) go through the printer together: all, or one side of every sheet and then the other."""
    every = tuple(range(1, pages + 1))
    if not trip.is_turned:
        return (every,)
    half = pages // 2
    return (every[:half], every[half:]) if trip.order.has_backs else (every[::2], every[1::2])


def _counted(data: bytes) -> tuple[bytes, int]:
    """A file and how many pages it has."""
    from followup_desktop.paper import preview  # noqa: PLC0415  (in the worker)

    return data, preview.pages(data)
