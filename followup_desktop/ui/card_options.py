"""The choices above the table: card and hand, the user's own writing, the envelope, the part of the kit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Stock
from followup_desktop.core.words import Words
from followup_desktop.desk.desk import Desk
from followup_desktop.paper.impose import Panel
from followup_desktop.ui import look
from followup_desktop.ui.card_combo import ElidedCombo
from followup_desktop.ui.card_hand import HandChoice
from followup_desktop.ui.card_outside import CardOutside
from followup_desktop.ui.card_stock_form import StockForm
from followup_desktop.ui.card_table import Setup, Thing
from followup_desktop.ui.parts.flow import FlowLayout
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.segments import Segments
from followup_desktop.ui.parts.switch import Switch
from followup_desktop.ui.print_form import feed_choices
from followup_desktop.ui.stocks import Stocks

LENGTH, DISTANCE = (40.0, 260.0, 100.0), (4.0, 20.0, 8.0)
"""Least, most and usual length of the measured sentence, and distance of lines, in mm (paper/by_hand)."""

MEASURE, CHANGE = "measure", "change"
"""What the list of cards holds below the cards."""


class CardOptions(QWidget):
    """Shows the choices for what lies on the table. All of them are kept in the settings of this computer."""

    changed = Signal()
    problem = Signal(object)

    def __init__(self, desk: Desk, stocks: Callable[[], tuple[Stock, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._stocks = desk, Stocks(desk, stocks)
        self._told: tuple[Words, ...] = ()
        self.outside = CardOutside(desk)
        self.outside.changed.connect(self.changed)
        self.outside.problem.connect(self.problem)
        self.stock_choice, self.hand_choice = self._choice(self.tr("Card"), "stock"), HandChoice(desk)
        self.hand_choice.picked.connect(self._on_hand)
        self.hand_choice.problem.connect(self.problem)
        self._cards = QWidget()
        row = QHBoxLayout(self._cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.stock_choice, 2)
        row.addWidget(self.hand_choice, 1)
        self._writing, self._envelope, self._kit = self._build_writing(), self._build_envelope(), self._build_kit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        for part in (self._kit, self._cards, self.outside, self._writing, self._envelope):
            column.addWidget(part)
        self.outside.show_panel(Panel.INSIDE_RIGHT)

    # Building

    def _choice(self, name: str, setting: str) -> QComboBox:
        made = ElidedCombo(name)
        made.activated.connect(lambda _: self._on_choice(setting, made.currentData()))
        return made

    def _on_choice(self, setting: str, data: object) -> None:
        if data in {MEASURE, CHANGE}:
            self._measure(self._kept_stock() if data == CHANGE else None)
        else:
            self._keep(setting, self._id_of(data))

    @staticmethod
    def _id_of(data: object) -> str:
        return data.id if isinstance(data, Stock) else str(data)

    def _number(self, name: str, setting: str, least: float, most: float, usual: float) -> QDoubleSpinBox:
        made = QDoubleSpinBox()
        made.setRange(least, most)
        made.setDecimals(1)
        made.setSingleStep(0.5 if most < LENGTH[2] else 1.0)
        made.setSuffix(self.tr(" mm"))
        made.setProperty("small", True)
        made.setAccessibleName(name)
        made.setValue(float(self._desk.settings.get(setting, usual)))
        made.setKeyboardTracking(False)
        made.valueChanged.connect(lambda value: self._keep(setting, float(value)))
        return made

    def _build_writing(self) -> QWidget:
        self.length = self._number(self.tr("Length of the sentence in your writing"), "writing_length", *LENGTH)
        self.distance = self._number(self.tr("Distance of your lines"), "writing_distance", *DISTANCE)
        self.trace = Switch(self.tr("Grey words to trace"))
        self.trace.setChecked(self._desk.settings.get("writing_trace", True))
        self.trace.toggled.connect(lambda is_on: self._keep("writing_trace", is_on))
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        self._how_to_measure = label("", "caption", "text2", wrap=True)
        column.addWidget(self._how_to_measure)
        row = FlowLayout(gap=10)
        for words, field in (
            (self.tr("Length"), self.length),
            (self.tr("Between lines"), self.distance),
            (self.tr("Grey words"), self.trace),
        ):
            group = QWidget()
            pair = QHBoxLayout(group)
            pair.setContentsMargins(0, 0, 0, 0)
            pair.setSpacing(look.px(6))
            pair.addWidget(label(words, "caption", "text2"))
            pair.addWidget(field)
            row.addWidget(group)
        column.addLayout(row)
        return made

    def _build_envelope(self) -> QWidget:
        self.envelope_choice = self._choice(self.tr("Envelope"), "envelope")
        self.feed_choice = self._choice(self.tr("Which edge goes in first"), "feed")
        for key, words in feed_choices():
            self.feed_choice.addItem(words, key)
        self._put(self.feed_choice, str(self._desk.settings.get("feed", "")))
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.envelope_choice, 3)
        row.addWidget(self.feed_choice, 2)
        return made

    def _build_kit(self) -> Segments:
        parts = (
            ("pocket sheet", self.tr("Pocket sheet")),
            ("cards", self.tr("Blank cards")),
            ("envelopes", self.tr("Envelopes")),
        )
        made = Segments(parts, self.tr("Part of the kit"), small=True)
        made.set_current("pocket sheet")
        made.chosen.connect(self.changed)
        return made

    # Choosing

    def fill(self) -> None:
        """Offer the cards, hands and envelopes there are, those of last time chosen."""
        self._fill_stocks()
        from followup_desktop.paper.by_hand import SENTENCE  # noqa: PLC0415  (the PDF library loads when it is needed)
        from followup_desktop.paper.envelope import ENVELOPES  # noqa: PLC0415

        if self.hand_choice.count():
            self.hand_choice.fill()  # it may have been chosen in the settings since
            return
        self._how_to_measure.setText(self.tr("Write “{0}” once, as you write cards, and measure it.").format(SENTENCE))
        self.hand_choice.fill()
        self._level()
        self.envelope_choice.addItem(self.tr("Fits the card"), "")
        for envelope in ENVELOPES:
            self.envelope_choice.addItem(envelope.name, envelope.id)
        self._put(self.envelope_choice, str(self._desk.settings.get("envelope", "")))

    def _fill_stocks(self) -> None:
        """Offer all cards, and measuring one; where some of the user's own cannot be used, that is said once."""
        own, known = self._stocks.own(), self._stocks()
        if self._stocks.faults and self._stocks.faults != self._told:
            self.problem.emit(Problem(self._stocks.faults[0]))
        self._told = self._stocks.faults
        chosen = self._kept_stock()
        offered = [*known, None, MEASURE, *([CHANGE] if chosen in own else [])]
        choice = self.stock_choice
        if [choice.itemData(at) for at in range(choice.count())] != offered:
            choice.clear()
            for each in known:
                choice.addItem(each.name, each)
            choice.insertSeparator(len(known))
            choice.addItem(self.tr("Measure your card…"), MEASURE)
            if CHANGE in offered:
                choice.addItem(self.tr("Change or remove “{0}”…").format(chosen.name), CHANGE)
        choice.setCurrentIndex(known.index(chosen))

    def _kept_stock(self) -> Stock:
        """The card of last time, else the usual one of the country."""
        from followup_desktop.paper.stock import default_stock  # noqa: PLC0415

        known, kept = self._stocks(), self._desk.settings.get("stock", "")
        return next((each for each in known if each.id == kept), None) or default_stock(known, self._desk.country())

    def _measure(self, before: Stock | None) -> None:
        """Ask for a card of the user's own, or change the one that is chosen."""
        form = StockForm(QLocale(self._desk.locale), self._stocks, before, self.window())
        if form.exec():
            self._desk.settings.set("stock", form.kept.id if form.kept is not None else None)
        self._fill_stocks()
        self.changed.emit()

    @staticmethod
    def _put(choice: QComboBox, data: str) -> None:
        choice.setCurrentIndex(max(0, choice.findData(data)))

    def use_hand(self, name: str) -> None:
        """Take that hand from now on."""
        self.hand_choice.use(name)

    def _on_hand(self) -> None:
        self._level()
        self.changed.emit()

    def _level(self) -> None:
        """Card and hand are equally high, whatever the hand."""
        high = max(each.sizeHint().height() for each in (self.stock_choice, self.hand_choice))
        for each in (self.stock_choice, self.hand_choice):
            each.setFixedHeight(high)

    def _keep(self, setting: str, value: object) -> None:
        self._desk.settings.set(setting, value)
        if setting == "stock":
            self._fill_stocks()
        self.changed.emit()

    def _name_envelope(self) -> None:
        """Say which envelope it is that the card goes into."""
        from followup_desktop.paper.envelope import envelope_for  # noqa: PLC0415

        stock = self.stock_choice.currentData()
        if isinstance(stock, Stock):
            self.envelope_choice.setItemText(0, self.tr("Fits the card: {0}").format(envelope_for(stock).name))

    def show_thing(self, thing: Thing, panel: Panel) -> None:
        """Show the choices for that thing; for a card, those for the panel that is seen."""
        is_kit = thing is Thing.KIT
        self._kit.setVisible(is_kit)
        self._cards.setVisible(thing in {Thing.CARD, Thing.BY_HAND} or (is_kit and self._kit.current() == "cards"))
        self.hand_choice.setVisible(not is_kit)
        self._writing.setVisible(thing is Thing.BY_HAND)
        self._envelope.setVisible(thing is Thing.ENVELOPES)
        if thing is Thing.ENVELOPES:
            self._name_envelope()
        self.outside.show_panel(panel if thing is Thing.CARD else Panel.INSIDE_RIGHT)

    def setup(self) -> Setup | None:
        """All that is chosen; None before there is anything to choose from."""
        stock = self.stock_choice.currentData()
        if not isinstance(stock, Stock):
            return None
        return Setup(
            stock=stock,
            hand=self.hand_choice.hand(),
            outside=self.outside.outside(),
            length=self.length.value(),
            distance=self.distance.value(),
            trace=self.trace.isChecked(),
            envelope=str(self.envelope_choice.currentData() or ""),
            feed=str(self.feed_choice.currentData()),
            part=str(self._kit.current()),
        )
