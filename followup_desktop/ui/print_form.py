"""The print dialog: which printer, which cards, and what the printer will be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QSpinBox, QWidget

from followup_desktop.core.records import Stock
from followup_desktop.paper import impose
from followup_desktop.ui.form import Form
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import tooltip
from followup_desktop.ui.printing import Paper, Printer


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed, in words and as the printer is told."""

    title: str
    """"Print the card"."""
    paper: Paper
    taken: str
    """What is said once printer {0} has taken it."""
    many: str = ""
    """What stands for all of them, {0} being how many; empty where there is but one."""
    hint: str = ""
    """What to do with the sheet then."""
    stock: Stock | None = None
    """The cards that are printed: their printer can be measured."""


class PrintForm(Form):
    """Asks which printer, and says what it will be told. Where `ready` things are finished, all of them can go in one job."""

    measure_wanted = Signal(object)
    """The `Printer` that is to be measured."""

    def __init__(self, known: Sequence[Printer], order: Order, last: str, ready: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name_it(order.title, self.tr("Print"))
        self._known, self._order = tuple(known), order
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Printer"))
        for each in known:
            self.choice.addItem(each.words, each.name)
        self.choice.setCurrentIndex(max(0, self.choice.findData(last)))
        self.choice.currentIndexChanged.connect(self._tell)
        self.rows.addRow(self.label(self.tr("Printer")), self.choice)
        self.cards = QComboBox(self)
        self.cards.setVisible(ready > 1)
        self.cards.setAccessibleName(self.tr("How many"))
        self.cards.addItem(self.tr("Only this one"), False)
        self.cards.addItem(order.many.format(ready), True)
        if ready > 1:
            self.rows.addRow(self.label(self.tr("How many")), self.cards)
        places = impose.cards_a_sheet(order.stock) if order.stock is not None else 1
        self.first = QSpinBox(self)
        self.first.setRange(1, places)
        self.first.setVisible(places > 1)
        self.first.setAccessibleName(self.tr("First free card on the sheet"))
        self.first.setToolTip(tooltip(self.tr("Cards already used up are counted row by row from the top")))
        if places > 1:
            self.rows.addRow(self.label(self.tr("Begin at card")), self.first)
        self.rows.addRow(self.label(self.tr("Sheet")), self.label(order.paper.name))
        self.rows.addRow(self.label(self.tr("Sides")), self.label(self._sides_words()))
        if order.stock is not None:
            measure = button(self.tr("Measure this printer…"), role="flat", tip=self.tr("With a test sheet and a ruler"))
            measure.clicked.connect(lambda: self.measure_wanted.emit(self.printer()))
            self.buttons.addButton(measure, QDialogButtonBox.ButtonRole.ResetRole)
        self.finish_layout()
        self._tell()

    def printer(self) -> Printer:
        """The printer that was chosen."""
        return self._known[max(0, self.choice.currentIndex())]

    def used(self) -> int:
        """How many cards of the first sheet are used up already."""
        return self.first.value() - 1

    def all_cards(self) -> bool:
        """True when everything finished is to be printed, not only the one in front."""
        return bool(self.cards.currentData())

    def _sides_words(self) -> str:
        one = self._order.paper.sides == "one-sided"
        return self.tr("one side, true to size") if one else self.tr("both sides, true to size")

    def _tell(self) -> None:
        """Say so where the printer does not name the sheet among its own."""
        fits = self.printer().has(self._order.paper)
        missing = self.tr("This printer does not name “{0}” among its sheets. Look that the right paper is in it.")
        self.say(self._order.hint if fits else missing.format(self._order.paper.name))
