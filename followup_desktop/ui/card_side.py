"""The right side of the studio: which card, which hand, and the card itself on the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.core.records import Finding, Letter, Stock
from followup_desktop.desk.background import Task
from followup_desktop.desk.desk import Desk
from followup_desktop.paper.preview import Picture
from followup_desktop.ui import hands, look
from followup_desktop.ui.card_view import TRUE_SIZE, CardView
from followup_desktop.ui.parts.scrolling import scrolling

HANDS = ("Caveat", "Indie Flower", "Kalam", "Dancing Script")


@dataclass(frozen=True, slots=True)
class Made:
    """What the worker made of a letter: what paper says against it, and the picture of its panel."""

    letter: Letter
    findings: tuple[Finding, ...]
    x_height: float
    picture: Picture
    other_hand: str
    """A hand that has every letter, where the chosen one lacks some; else empty."""


def make(letter: Letter, stock: Stock, hand: str, dpi: float) -> Made:
    """Lay a letter out, make its PDF and a picture of the panel it stands on. A pure function, done in the worker."""
    from followup_desktop.paper import card, preview  # noqa: PLC0415  (the PDF library loads when it is needed)
    from followup_desktop.paper.fit import fit  # noqa: PLC0415
    from followup_desktop.paper.stops import of_fit  # noqa: PLC0415

    found = fit(letter, stock, hand)
    other = next((each for each in HANDS if each != hand and not fit(letter, stock, each).missing), "") if found.missing else ""
    pdf = card.screen_pdf(letter, stock, hand)
    return Made(letter, of_fit(found), found.x_height, preview.render_panel(pdf, stock, dpi=dpi), other)


class CardSide(QWidget):
    """Shows the card of a letter as it will be printed; the newest letter wins."""

    made = Signal(object)
    """The `Made` that is shown now."""
    problem = Signal(object)

    def __init__(self, desk: Desk, stocks: Callable[[], tuple[Stock, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._stocks = desk, stocks
        self._letter: Letter | None = None
        self._task: Task[Made] | None = None
        self.last: Made | None = None
        self.stock_choice, self.hand_choice = QComboBox(), QComboBox()
        self.stock_choice.setAccessibleName(self.tr("Card"))
        self.hand_choice.setAccessibleName(self.tr("Hand"))
        for each in (self.stock_choice, self.hand_choice):
            each.setProperty("small", True)
            each.setMinimumContentsLength(6)
            each.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            each.activated.connect(self._on_chosen)
        self.view = CardView()
        self.view.picture_wanted.connect(self._make)
        choices = QHBoxLayout()
        choices.setSpacing(look.px(8))
        choices.addWidget(self.stock_choice, 2)
        choices.addWidget(self.hand_choice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addLayout(choices)
        column.addWidget(scrolling(self.view), 1)

    def fill(self) -> None:
        """Offer the cards and the hands there are, those of last time first chosen."""
        if self.stock_choice.count():
            return
        from followup_desktop.paper.stock import default_stock  # noqa: PLC0415

        known = self._stocks()
        for each in known:
            self.stock_choice.addItem(each.name, each)
        kept = self._desk.settings.get("stock", "")
        chosen = next((each for each in known if each.id == kept), None) or default_stock(known, self._desk.country())
        self.stock_choice.setCurrentIndex(known.index(chosen))
        for number, name in enumerate(HANDS):
            self.hand_choice.addItem(name, name)
            family = hands.family(name)
            if family:
                font = look.font("title", 400)
                font.setFamily(family)
                self.hand_choice.setItemData(number, font, Qt.ItemDataRole.FontRole)
        self.set_hand(str(self._desk.settings.get("hand", hands.HAND)))

    @property
    def stock(self) -> Stock | None:
        """The card that was chosen."""
        found = self.stock_choice.currentData()
        return found if isinstance(found, Stock) else None

    @property
    def hand(self) -> str:
        """The hand that was chosen."""
        return str(self.hand_choice.currentData() or hands.HAND)

    def set_hand(self, name: str) -> None:
        """Take that hand."""
        self.hand_choice.setCurrentIndex(max(0, self.hand_choice.findData(name)))
        family = hands.family(self.hand)
        if family:
            font = look.font("title", 400)
            font.setFamily(family)
            self.hand_choice.setFont(font)
        high = max(each.sizeHint().height() for each in (self.stock_choice, self.hand_choice))
        for each in (self.stock_choice, self.hand_choice):
            each.setFixedHeight(high)
        self._make()

    def use_hand(self, name: str) -> None:
        """Take that hand from now on."""
        self._desk.settings.set("hand", name)
        self.set_hand(name)

    def show_letter(self, letter: Letter | None) -> None:
        """Have the worker make that letter's card; None leaves the table empty."""
        self._letter = letter
        if letter is None or (self.last is not None and self.last.letter.person != letter.person):
            self.last = None
        if letter is None:
            self.view.clear()
        self._make()

    def findings(self) -> tuple[Finding, ...]:
        """What paper says against the letter that is shown."""
        return self.last.findings if self.last is not None else ()

    def other_hand(self) -> str:
        """A hand that has every letter, where the chosen one lacks some; else empty."""
        return self.last.other_hand if self.last is not None else ""

    def size_words(self) -> str:
        """The card's size and that of its letters, for the status line."""
        if self.last is None or self.stock is None:
            return ""
        scale = self.view.scale()
        size = self.tr("True size") if scale == TRUE_SIZE else self.tr("{0} % of the true size").format(scale)
        told = self.tr("{0}, {1} × {2} mm  ·  letter height {3} mm")
        width, height = self.stock.panel
        return told.format(size, _mm(width), _mm(height), f"{self.last.x_height:.1f}")

    def _on_chosen(self) -> None:
        if self.stock is not None:
            self._desk.settings.set("stock", self.stock.id)
        self.use_hand(self.hand)

    def _make(self) -> None:
        letter, stock = self._letter, self.stock
        if letter is None or stock is None:
            return
        self.view.set_stock(stock)
        hand, dpi = self.hand, self.view.render_dpi()
        if self._task is not None:
            self._task.cancel()
        self._task = self._desk.background.run(lambda: make(letter, stock, hand, dpi), self._on_made, self.problem.emit)

    def _on_made(self, made: Made) -> None:
        self._task, self.last = None, made
        self.view.show_picture(made.picture, self.tr("The card to {0}").format(made.letter.name))
        self.made.emit(made)


def _mm(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
