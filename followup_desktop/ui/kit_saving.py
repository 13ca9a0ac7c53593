"""The kit for the night before an interview, saved as a PDF and opened from there to be printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from followup_desktop.core import sentences
from followup_desktop.core.records import Case, Me, Stock
from followup_desktop.desk.desk import Desk
from followup_desktop.ui.bars import Bars
from followup_desktop.ui.language import said
from followup_desktop.ui.stocks import Stocks

UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What some system does not take in a file's name."""


class KitSaving(QObject):
    """Asks where the kit is to be, makes it beside the window and says what is in it."""

    def __init__(self, desk: Desk, bars: Bars, stocks: Callable[[], tuple[Stock, ...]], window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._bars, self._stocks, self._window = desk, bars, Stocks(desk, stocks), window

    def save(self, case: Case) -> None:
        """Save the kit for that interview where the user says."""
        company = UNFIT.sub(" ", case.interview.company).strip() or case.interview.day.isoformat()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(documents) if documents and Path(documents).is_dir() else Path()
        proposed = str(folder / self.tr("Kit for {0}.pdf").format(company))
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the kit"), proposed, self.tr("PDF (*.pdf)"))
        if not name:
            return
        me, stocks, kept = self._desk.me(), self._stocks(), self._desk.settings.get("stock", "")
        writer = replace(me, country=self._desk.country())
        self._desk.background.run(
            lambda: kit_pdf(case, writer, stocks, kept),
            lambda data: self._on_made(Path(name), data, case),
            lambda problem: self._bars.error(said(problem.what)),
        )

    def _on_made(self, path: Path, data: bytes, case: Case) -> None:
        if not self._desk.save_file(path, data):
            return
        inside = said(sentences.kit(len(case.interviewers)))
        told = self.tr("“{0}” is ready to print: {1}, blank cards.").format(path.name, inside)
        self.offer(path, told)

    def offer(self, path: Path, told: str) -> None:
        """Say that a PDF is there, and offer to open it in its viewer."""
        self._bars.offer(told, [("open", self.tr("Open it"))], lambda _: self._open(path))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._bars.tell(self.tr("Nothing here opens a PDF. It is in {0}.").format(path))


def kit_pdf(case: Case, me: Me, stocks: tuple[Stock, ...], kept: str) -> bytes:
    """The whole kit, with the cards of the size that was last chosen, else of the writer's country. Raises `Problem`."""
    from followup_desktop.paper import kit  # noqa: PLC0415  (the PDF library loads when it is needed)
    from followup_desktop.paper.stock import default_stock  # noqa: PLC0415

    stock = next((each for each in stocks if each.id == kept), None) or default_stock(stocks, me.country)
    return kit.pdf(kit.kit_for(case, me, stock))
