"""Settings: the card that is taken where nothing else is chosen, the hand it is written in, and the printer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent

from followup_desktop.core.records import Stock
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import hands
from followup_desktop.ui.settings_fields import Choice
from followup_desktop.ui.settings_rows import Row, Section
from followup_desktop.ui.settings_work import SettingsWork
from followup_desktop.ui.stocks import Stocks

translate = QCoreApplication.translate


class CardsSection(Section):
    """What the next card is made with. Cards and printers are asked for when the section is first looked at."""

    def __init__(self, desk: Desk, work: SettingsWork, stocks: Callable[[], tuple[Stock, ...]]) -> None:
        told = translate("Settings", "What the next card is made with; each can be changed beside it.")
        super().__init__(translate("Settings", "Cards and paper"), told)
        self._desk, self._stocks = desk, Stocks(desk, stocks)
        self._is_filled = False
        self.stock, self.hand, self.printer = (Choice(name) for name in (self.tr("Card"), self.tr("Hand"), self.tr("Printer")))
        self.add(Row(self.tr("Card"), self.tr("A size that you have envelopes for."), [self.stock], self.tr("paper stock size")))
        self.add(Row(self.tr("Hand"), self.tr("The writing on the card; you sign it in ink."), [self.hand], self.tr("font face")))
        told = self.tr("Proposed when something is printed; its dialog measures it with a ruler.")
        self.add(Row(self.tr("Printer"), told, [self.printer], self.tr("print")))
        self.stock.picked.connect(lambda name: work.set("stock", str(name), ""))
        self.hand.picked.connect(lambda name: work.set("hand", str(name), hands.HAND))
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
            self.hand.put(settings.get("hand", hands.HAND))
            self.printer.put(settings.get("printer", ""))

    def _fill(self) -> bool:
        from followup_desktop.paper.stock import default_stock  # noqa: PLC0415  (the PDF library loads when it is needed)
        from followup_desktop.ui import printing  # noqa: PLC0415
        from followup_desktop.ui.card_table import HANDS  # noqa: PLC0415

        known = self._stocks()
        usual = default_stock(known, self._desk.country())
        self.stock.offer([(self.tr("As usual here: {0}").format(usual.name), ""), *((each.name, each.id) for each in known)])
        self.hand.offer((name, name) for name in HANDS)
        found = printing.printers()
        first = self.tr("The usual one") if found else self.tr("No printer here")
        self.printer.offer([(first, ""), *((each.words, each.name) for each in found)])
        return True
