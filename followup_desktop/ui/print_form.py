"""The print dialog: which printer and what it can do, which cards, how they go in, and what the printer will be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QSpinBox, QWidget

from followup_desktop.core.records import Stock
from followup_desktop.paper import impose
from followup_desktop.ui.form import Form
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import label, tooltip
from followup_desktop.ui.printing import ONE_SIDED, Paper, Printer


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
    feed: str = ""
    """How envelopes go in (`envelope.Feed`) where nothing is known of the printer; empty where none are printed."""
    fed: Callable[[str], Paper] | None = None
    """What goes into the printer, for each way to feed envelopes."""
    has_backs: bool = False
    """The second half of the pages are the backs of the first."""


def feed_choices() -> tuple[tuple[str, str], ...]:
    """Each way an envelope goes into a printer, and its words."""
    translate = QCoreApplication.translate
    return (
        ("long-edge", translate("printing", "Long edge first")),
        ("long-edge-turned", translate("printing", "Long edge first, the other way round")),
        ("short-edge", translate("printing", "Short edge first")),
        ("short-edge-turned", translate("printing", "Short edge first, the other way round")),
    )


class PrintForm(Form):
    """Asks which printer, and says what it will be told. Where `ready` things are finished, all of them can go in one job.

    `last` is the printer of last time, `feeds` how envelopes go into each printer, as far as that is known.
    """

    measure_wanted = Signal(object)
    """The `Printer` that is to be measured."""

    def __init__(
        self,
        known: Sequence[Printer],
        order: Order,
        last: str,
        ready: int = 1,
        parent: QWidget | None = None,
        feeds: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.name_it(order.title, self.tr("Print"))
        self._known, self._order, self._feeds = tuple(known), order, feeds or {}
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Printer"))
        for each in known:
            self.choice.addItem(each.words, each.name)
        self.choice.setCurrentIndex(max(0, self.choice.findData(last)))
        self.choice.currentIndexChanged.connect(self._on_printer)
        self.rows.addRow(self.label(self.tr("Printer")), self.choice)
        self.can = label("", "caption", "text2", wrap=True)
        self.rows.addRow("", self.can)
        self._add_amounts(ready)
        self.feed_choice = QComboBox(self)
        self.feed_choice.setAccessibleName(self.tr("How envelopes go in"))
        self.feed_choice.setVisible(bool(order.feed))
        for key, words in feed_choices():
            self.feed_choice.addItem(words, key)
        if order.feed:
            self.rows.addRow(self.label(self.tr("Goes in")), self.feed_choice)
        self.rows.addRow(self.label(self.tr("Sheet")), self.label(order.paper.name))
        self.sides = self.label("")
        self.rows.addRow(self.label(self.tr("Sides")), self.sides)
        if order.stock is not None:
            measure = button(self.tr("Measure this printer…"), role="flat", tip=self.tr("With a test sheet and a ruler"))
            measure.setAutoDefault(False)  # Enter prints
            measure.clicked.connect(lambda: self.measure_wanted.emit(self.printer()))
            self.buttons.addButton(measure, QDialogButtonBox.ButtonRole.ResetRole)
        self.finish_layout()
        self.choice.setFocus()
        self._on_printer()

    def _add_amounts(self, ready: int) -> None:
        """How many of them, and where on the first sheet they begin."""
        self.cards = QComboBox(self)
        self.cards.setVisible(ready > 1)
        self.cards.setAccessibleName(self.tr("How many"))
        self.cards.addItem(self.tr("Only this one"), False)
        self.cards.addItem(self._order.many.format(ready), True)
        if ready > 1:
            self.rows.addRow(self.label(self.tr("How many")), self.cards)
        places = impose.cards_a_sheet(self._order.stock) if self._order.stock is not None else 1
        self.first = QSpinBox(self)
        self.first.setRange(1, places)
        self.first.setVisible(places > 1)
        self.first.setAccessibleName(self.tr("First free card on the sheet"))
        self.first.setToolTip(tooltip(self.tr("Cards already used up are counted row by row from the top")))
        if places > 1:
            self.rows.addRow(self.label(self.tr("Begin at card")), self.first)

    def printer(self) -> Printer:
        """The printer that was chosen."""
        return self._known[max(0, self.choice.currentIndex())]

    def used(self) -> int:
        """How many cards of the first sheet are used up already."""
        return self.first.value() - 1

    def all_cards(self) -> bool:
        """True when everything finished is to be printed, not only the one in front."""
        return bool(self.cards.currentData())

    def feed(self) -> str:
        """How envelopes go in; empty where none are printed."""
        return str(self.feed_choice.currentData()) if self._order.feed else ""

    def paper(self) -> Paper:
        """What goes into the printer."""
        return self._order.fed(self.feed()) if self._order.fed is not None and self.feed() else self._order.paper

    def _on_printer(self) -> None:
        """Say what the printer can do, and what stands against it; then it is asked for once more, on the button."""
        printer, paper = self.printer(), self._order.paper
        if self._order.feed:
            kept = self.feed_choice.findData(self._feeds.get(printer.name, self._order.feed))
            self.feed_choice.setCurrentIndex(max(0, kept))
        self.can.setText(printer.can() or self.tr("It does not say what it can do."))
        fits = printer.has(paper)
        self.sides.setText(self._sides_words(turned=not printer.turns(paper)))
        missing = self.tr("This printer does not name “{0}” among its sheets. Look that the right paper is in it.")
        told = (self._order.hint,) if fits else (missing.format(paper.name), self._order.hint)
        self.say("\n".join(each for each in told if each))
        self.accept_button.setText(self.tr("Print") if fits else self.tr("Print anyway"))

    def _sides_words(self, *, turned: bool) -> str:
        if self._order.paper.sides == ONE_SIDED:
            return self.tr("one after the other, true to size") if self._order.has_backs else self.tr("one side, true to size")
        if turned:
            return self.tr("one after the other: you turn the sheets between, true to size")
        return self.tr("both sides, true to size")
