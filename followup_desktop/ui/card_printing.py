"""Cards on their way to a printer: asking which one, handing over, and marking them only when the job was taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.core import changes
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import CardState, Change, Letter, Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look, printing
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import ElidedLabel
from followup_desktop.ui.print_form import PrintForm
from followup_desktop.ui.printing import PrintJob

SHOWN_AFTER_MS = 400
"""Quick work never flashes (LOOK 7)."""


class CardPrinting(QWidget):
    """Prints cards. Itself the words and the button that are shown while a printer takes its time."""

    printed = Signal(str)
    """The printer that has taken the cards."""
    failed = Signal(object)
    """The `Problem` that kept them from being printed."""

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

    def ask(self, letter: Letter, ready: Sequence[Letter], stock: Stock, pdf: Callable[[Sequence[Letter]], bytes]) -> None:
        """Ask for a printer, and print that letter, or all that are ready; `pdf` makes the file."""
        if self.is_busy:
            return
        known = printing.printers()
        if not known:
            self.failed.emit(printing.no_printer())
            return
        form = PrintForm(known, stock, str(self._desk.settings.get("printer", "")), len(ready), self.window())
        if not form.exec():
            return
        letters = tuple(ready) if form.all_cards() else (letter,)
        try:
            data = pdf(letters)
        except Problem as problem:
            self.failed.emit(problem)
            return
        self._hand_over(data, letters, form.printer(), stock)

    def _hand_over(self, data: bytes, letters: Sequence[Letter], printer: printing.Printer, stock: Stock) -> None:
        job = PrintJob(data, printer, stock, self._desk.background, self)
        job.taken.connect(lambda: self._on_taken(letters, printer))
        job.failed.connect(self._on_failed)
        self._job = job
        self._words.setText(self.tr("Handing over to “{0}”").format(printer.words))
        self._late.start()
        job.start()

    def _on_taken(self, letters: Sequence[Letter], printer: printing.Printer) -> None:
        self._end()
        self._desk.settings.set("printer", printer.name)
        self._desk.do(self._marked(letters))
        self.printed.emit(printer.words)

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
