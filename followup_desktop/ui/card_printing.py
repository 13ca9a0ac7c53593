"""Cards on their way to a printer: asking which one, handing over, and marking them only when the job was taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.core import changes
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import CardState, Change, Letter
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import card_alignment, look, printing
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import ElidedLabel
from followup_desktop.ui.print_form import Order, PrintForm
from followup_desktop.ui.printing import PrintJob

SHOWN_AFTER_MS = 400
"""Quick work never flashes (LOOK 7)."""


@dataclass(frozen=True, slots=True)
class Run:
    """What goes through a printer: for `one` letter, or for `all` that are ready."""

    one: tuple[Letter, ...]
    all: tuple[Letter, ...]
    pdf: Callable[[Sequence[Letter], object, int], bytes]
    """Makes the file, for a printer of which that was kept (`card_alignment.kept`), so many cards of the sheet being used.

    Raises `Problem` for what cannot be printed."""
    marks: bool
    """True where the letters' cards are printed then."""


class CardPrinting(QWidget):
    """Prints. Itself the words and the button that are shown while a printer takes its time."""

    printed = Signal(str)
    """What to say: a printer has taken the job."""
    failed = Signal(object)
    """The `Problem` that kept something from being printed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: PrintJob | None = None
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
        """True while a printer has not answered yet."""
        return self._job is not None

    def ask(self, order: Order, run: Run) -> None:
        """Ask for a printer, and hand over what was ordered."""
        if self.is_busy:
            return
        known = printing.printers()
        if not known:
            self.failed.emit(printing.no_printer())
            return
        form = PrintForm(known, order, str(self._desk.settings.get("printer", "")), len(run.all), self.window())
        form.measure_wanted.connect(lambda printer: self._measure(order, printer, form))
        if not form.exec():
            return
        letters = run.all if form.all_cards() else run.one
        try:
            data = run.pdf(letters, card_alignment.kept(self._desk, form.printer().name), form.used())
        except Problem as problem:
            self.failed.emit(problem)
            return
        self._hand_over(data, letters if run.marks else (), form.printer(), order)

    def _measure(self, order: Order, printer: printing.Printer, form: QWidget) -> None:
        """Measure a printer before it prints."""
        if order.stock is not None:
            card_alignment.AlignmentForm(self._desk, printer, order.stock, form).exec()

    def _hand_over(self, data: bytes, marked: Sequence[Letter], printer: printing.Printer, order: Order) -> None:
        job = PrintJob(data, printer, order.paper, self._desk.background, self)
        job.taken.connect(lambda: self._on_taken(marked, printer, order))
        job.failed.connect(self._on_failed)
        self._job = job
        self._words.setText(self.tr("Handing over to “{0}”").format(printer.words))
        self._late.start()
        job.start()

    def _on_taken(self, marked: Sequence[Letter], printer: printing.Printer, order: Order) -> None:
        self._end()
        self._desk.settings.set("printer", printer.name)
        if marked:
            self._desk.do(self._marked(marked))
        self.printed.emit(order.taken.format(printer.words))

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
        """Do not wait for the printer any longer; nothing is marked."""
        if self._job is not None:
            self._job.stop()
            self._end()

    def _end(self) -> None:
        self._late.stop()
        self.hide()
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
