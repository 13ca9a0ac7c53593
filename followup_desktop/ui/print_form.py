"""The print dialog: which printer, which cards, and what the printer will be told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from followup_desktop.core.records import Stock
from followup_desktop.ui.form import Form
from followup_desktop.ui.printing import Printer, sides_of


class PrintForm(Form):
    """Asks which printer, and says what it will be told. Where `ready` cards are finished, all of them can go in one job."""

    def __init__(self, known: Sequence[Printer], stock: Stock, last: str, ready: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name_it(self.tr("Print the card"), self.tr("Print"))
        self._known, self._stock = tuple(known), stock
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Printer"))
        for each in known:
            self.choice.addItem(each.words, each.name)
        self.choice.setCurrentIndex(max(0, self.choice.findData(last)))
        self.choice.currentIndexChanged.connect(self._tell)
        self.rows.addRow(self.label(self.tr("Printer")), self.choice)
        self.cards = QComboBox(self)
        self.cards.setVisible(ready > 1)
        self.cards.setAccessibleName(self.tr("Cards"))
        self.cards.addItem(self.tr("This card"), False)
        self.cards.addItem(self.tr("All {0} that are finished").format(ready), True)
        if ready > 1:
            self.rows.addRow(self.label(self.tr("Cards")), self.cards)
        self.rows.addRow(self.label(self.tr("Sheet")), self.label(stock.name))
        self.rows.addRow(self.label(self.tr("Sides")), self.label(self._sides_words()))
        self.finish_layout()
        self._tell()

    def printer(self) -> Printer:
        """The printer that was chosen."""
        return self._known[max(0, self.choice.currentIndex())]

    def all_cards(self) -> bool:
        """True when every finished card is to be printed, not only the one in front."""
        return bool(self.cards.currentData())

    def _sides_words(self) -> str:
        one = sides_of(self._stock) == "one-sided"
        return self.tr("one side, true to size") if one else self.tr("both sides, true to size")

    def _tell(self) -> None:
        """Say so where the printer does not name the sheet among its own."""
        fits = self.printer().has(self._stock)
        text = self.tr("Fold the sheet twice; the front is at the lower right.") if self._stock.fold == "quarter" else ""
        missing = self.tr("This printer does not name “{0}” among its sheets. Look that the right paper is in it.")
        self.say(text if fits else missing.format(self._stock.name))
