"""Settings: the card that is taken where nothing else is chosen, the hand it is written in, and the printer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy

from followup_desktop.core.records import Stock
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import hands, look
from followup_desktop.ui.card_hand import HandChoice
from followup_desktop.ui.settings_fields import Choice
from followup_desktop.ui.settings_rows import Row, Section
from followup_desktop.ui.settings_work import SettingsWork
from followup_desktop.ui.stocks import Stocks

translate = QCoreApplication.translate
WIDTH = 288
"""Of each choice: the names of cards are long."""


class _Hand(HandChoice):
    """The hands, as wide as the other choices."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setProperty("small", False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never by accident: the page scrolls under it."""
        event.ignore()


class CardsSection(Section):
    """What the next card is made with. Cards and printers are asked for when the section is first looked at."""

    problem = Signal(object)
    """The `Problem` that keeps a hand from being used."""

    def __init__(self, desk: Desk, work: SettingsWork, stocks: Callable[[], tuple[Stock, ...]]) -> None:
        told = translate("Settings", "What the next card is made with; each can be changed beside it.")
        super().__init__(translate("Settings", "Cards and paper"), told)
        self._desk, self._stocks = desk, Stocks(desk, stocks)
        self._work, self._is_filled = work, False
        self.stock, self.hand, self.printer = Choice(self.tr("Card")), _Hand(desk), Choice(self.tr("Printer"))
        for each in (self.stock, self.hand, self.printer):
            each.setMinimumWidth(look.px(WIDTH))
        self.add(Row(self.tr("Card"), self.tr("A size that you have envelopes for."), [self.stock], self.tr("paper stock size")))
        self.add(Row(self.tr("Hand"), self.tr("The writing on the card; you sign it in ink."), [self.hand], self.tr("font face")))
        told = self.tr("Proposed when something is printed; its dialog measures it with a ruler.")
        self.add(Row(self.tr("Printer"), told, [self.printer], self.tr("print")))
        self.stock.picked.connect(lambda name: work.set("stock", str(name), ""))
        self.hand.picked.connect(self._on_hand)
        self.hand.problem.connect(self.problem)
        self._hand = desk.settings.get("hand", hands.HAND)
        self.printer.picked.connect(lambda name: work.set("printer", str(name), ""))

    def showEvent(self, event: QShowEvent) -> None:
        """The first time there is something to look up."""
        super().showEvent(event)
        self._is_filled = self._is_filled or self._fill()
        self.refresh()

    def refresh(self) -> None:
        """Show what is set."""
        if self._is_filled:
            settings = self._desk.settings
            self.stock.put(settings.get("stock", ""))
            self._hand = settings.get("hand", hands.HAND)
            self.hand.fill()
            self.printer.put(settings.get("printer", ""))

    def _on_hand(self) -> None:
        """Another hand was taken: keep the way back."""
        before, after = self._hand, self.hand.hand()
        if before != after:
            self._work.act(lambda: self._use(after), lambda: self._use(before))

    def _use(self, hand: str) -> None:
        self._desk.set_setting("hand", None if hand == hands.HAND else hand)
        self.refresh()

    def _fill(self) -> bool:
        from followup_desktop.paper.stock import default_stock  # noqa: PLC0415  (the PDF library loads when it is needed)
        from followup_desktop.ui import printing  # noqa: PLC0415

        known = self._stocks()
        usual = default_stock(known, self._desk.country())
        self.stock.offer([(self.tr("Usual: {0}").format(usual.name), ""), *((each.name, each.id) for each in known)])
        found = printing.printers()
        first = self.tr("The usual one") if found else self.tr("No printer here")
        self.printer.offer([(first, ""), *((each.words, each.name) for each in found)])
        return True
