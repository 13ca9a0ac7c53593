"""A printer is measured once with a test sheet and a ruler; what it does wrong is undone on every card from then on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QHBoxLayout, QWidget

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Stock
from followup_desktop.desk.desk import Desk
from followup_desktop.paper import impose
from followup_desktop.ui import look
from followup_desktop.ui.form import Form
from followup_desktop.ui.language import said
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.switch import Switch
from followup_desktop.ui.print_job import print_job
from followup_desktop.ui.printing import ONE_SIDED, Printer, card_paper

SETTING = "alignments"
"""Under this key the settings of this computer hold the alignments by the printers' names."""
MOST_MM = 99.0
NUMBER = 124
"""Width of a field for millimetres with its two steps."""


def kept(desk: Desk, printer: str) -> object:
    """What was measured of that printer, for `alignment.from_kept`; None where nothing was."""
    known: dict[str, object] = desk.settings.get(SETTING, {})
    return known.get(printer)


class AlignmentForm(Form):
    """Prints the test sheet, and asks for what the ruler says."""

    def __init__(self, desk: Desk, printer: Printer, stock: Stock, parent: QWidget | None = None) -> None:
        from followup_desktop.paper import alignment  # noqa: PLC0415  (the PDF library loads when it is needed)

        super().__init__(parent)
        self._desk, self._printer, self._stock = desk, printer, stock
        self.name_it(self.tr("Measure “{0}”").format(printer.words), self.tr("Keep it"))
        words = self.tr("Print the test sheet and lay a ruler on it. Every card will then stand where it belongs.")
        self.column.addWidget(label(words, tone="text2", wrap=True))
        self.test_button = button(self.tr("Print the test sheet"), "print")
        self.test_button.setAutoDefault(False)  # Enter keeps
        self.test_button.clicked.connect(self._print)
        row = QHBoxLayout()
        row.addWidget(self.test_button)
        row.addStretch(1)
        self.column.addLayout(row)
        before = alignment.from_kept(kept(desk, printer.name))
        self._both = impose.sides(stock) > 1 and printer.turns(card_paper(stock))
        self.rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        first = (self.tr("From the left edge"), self.tr("From the upper edge"))
        second = (self.tr("Second side, from the left"), self.tr("Second side, from the top"))
        self.front = self._side(first, before.front, alignment.FRAME)
        self.bar = self._number(self.tr("Length of the bar"), alignment.BAR)
        self.back = self._side(second, before.back, alignment.FRAME) if self._both else None
        self.as_book = Switch(self.tr("Its arrow points up"))
        self.as_book.setChecked(before.as_book)
        if self._both:
            self.rows.addRow(self.label(self.tr("Its arrow points up")), self.as_book)
        self.finish_layout()

    def _number(self, name: str, value: float) -> QDoubleSpinBox:
        made = QDoubleSpinBox()
        made.setRange(0.0, MOST_MM)
        made.setDecimals(1)
        made.setSingleStep(0.5)
        made.setSuffix(self.tr(" mm"))
        made.setValue(value)
        made.setAccessibleName(name)
        made.setMinimumWidth(look.px(NUMBER))
        self.rows.addRow(self.label(name), made)
        return made

    def _side(self, names: tuple[str, str], shift: tuple[float, float], frame: float) -> tuple[QDoubleSpinBox, QDoubleSpinBox]:
        """Two fields for one side: how far the frame is from the left and from the upper edge of the paper."""
        left, top = (self._number(name, frame + off) for name, off in zip(names, shift, strict=True))
        return left, top

    def _print(self) -> None:
        from followup_desktop.paper import alignment  # noqa: PLC0415

        data, paper = alignment.test_sheet(self._stock), card_paper(self._stock)
        pages: tuple[int, ...] = ()
        if not self._printer.turns(paper):
            paper, pages = replace(paper, sides=ONE_SIDED), (1,)
        job = print_job(data, self._printer, paper, self._desk.background, pages, self)
        self.test_button.setEnabled(False)
        self.say(self.tr("Handing over to “{0}”").format(self._printer.words))
        job.taken.connect(lambda: self._on_answer(self.tr("“{0}” has taken it.").format(self._printer.words)))
        job.failed.connect(lambda problem: self._on_answer(said(problem.what)))
        job.start()

    def _on_answer(self, words: str) -> None:
        self.test_button.setEnabled(True)
        self.say(words)

    def accept(self) -> None:
        """Keep what was measured, or say why that cannot be."""
        from followup_desktop.paper import alignment  # noqa: PLC0415

        try:
            front = alignment.measured(self.front[0].value(), self.front[1].value(), self.bar.value())
            back = alignment.measured(self.back[0].value(), self.back[1].value()) if self.back else (0.0, 0.0)
        except Problem as problem:
            self.say(said(problem.what))
            return
        found = alignment.Alignment(front, back, self.as_book.isChecked())
        known: dict[str, object] = dict(self._desk.settings.get(SETTING, {}))
        self._desk.settings.set(SETTING, {**known, self._printer.name: found.kept()})
        super().accept()
