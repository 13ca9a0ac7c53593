"""Printing for real: which printer, whether it has the sheet, and the very PDF handed to it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QProcess, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QWidget

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store.settings import Settings
from followup_desktop.ui.form import Form

SAME_MM = 1.5
"""Two sheets are the same where width and height differ by no more than this."""
DOTS = 600
"""Resolution of a page that is handed over as a picture, where there is no CUPS."""
SECONDS = 30
"""How long `lp` may take to hand a job over."""


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer as far as a card needs to know it."""

    name: str
    words: str
    sheets: tuple[tuple[float, float], ...]
    """Sizes in mm that it says it has; empty where it says nothing."""
    is_default: bool = False

    def has(self, stock: Stock) -> bool:
        """True when it has that sheet, lying or standing, or says nothing about its sheets."""
        wanted = sorted(stock.sheet)
        return not self.sheets or any(
            all(abs(one - other) <= SAME_MM for one, other in zip(sorted(sheet), wanted, strict=True)) for sheet in self.sheets
        )


def printers() -> tuple[Printer, ...]:
    """The printers of this computer, the default one first."""
    found = []
    for info in QPrinterInfo.availablePrinters():
        sheets = tuple(
            (size.width(), size.height()) for size in (page.size(QPageSize.Unit.Millimeter) for page in info.supportedPageSizes())
        )
        found.append(Printer(info.printerName(), info.description() or info.printerName(), sheets, info.isDefault()))
    return tuple(sorted(found, key=lambda each: not each.is_default))


def print_card(data: bytes, stock: Stock, settings: Settings, parent: QWidget) -> str:
    """Ask for a printer and hand it the PDF; its name, or empty when the user left it.

    Raises `Problem` where there is no printer, or where it did not take the job: then nothing was printed.
    """
    known = printers()
    if not known:
        raise Problem(Words(NO_PRINTER_LINUX if sys.platform.startswith("linux") else NO_PRINTER))
    form = PrintForm(known, stock, str(settings.get("printer", "")), parent)
    if not form.exec():
        return ""
    chosen = form.printer()
    hand_over(data, chosen, stock)
    settings.set("printer", chosen.name)
    return chosen.words


def hand_over(data: bytes, printer: Printer, stock: Stock) -> None:
    """Hand the PDF to that printer: as it is through CUPS, else as a picture. Raises `Problem` when it was not taken."""
    if shutil.which("lp"):
        _through_cups(data, printer, stock)
    else:
        _as_picture(data, printer, stock)


def cups_options(stock: Stock) -> list[str]:
    """What is told to CUPS about a sheet: its size, one side, nothing scaled. Without a size a card lands on A4 (REALPARTS)."""
    width, height = stock.sheet
    media = stock.media or f"Custom.{width:g}x{height:g}mm"
    options = (f"media={media}", "sides=one-sided", "print-scaling=none", "fit-to-page=false")
    return [word for option in options for word in ("-o", option)]


def _through_cups(data: bytes, printer: Printer, stock: Stock) -> None:
    job = QProcess()
    job.start("lp", ["-d", printer.name, "-t", "Thank-you card", *cups_options(stock), "--", "-"])
    if not job.waitForStarted(SECONDS * 1000):
        raise Problem(Words(NO_ANSWER))
    job.write(data)
    job.closeWriteChannel()
    if not job.waitForFinished(SECONDS * 1000):
        job.kill()
        job.waitForFinished(1000)
        raise Problem(Words(NO_ANSWER))
    if job.exitStatus() is not QProcess.ExitStatus.NormalExit or job.exitCode() != 0:
        raise Problem(Words(NO_ANSWER))


def _as_picture(data: bytes, printer: Printer, stock: Stock) -> None:
    from followup_desktop.paper.preview import render  # noqa: PLC0415  (only where there is no CUPS)

    device = QPrinter(QPrinterInfo.printerInfo(printer.name), QPrinter.PrinterMode.HighResolution)
    page = QPageSize(QSizeF(*stock.sheet), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    device.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    device.setFullPage(True)
    device.setResolution(DOTS)
    device.setDuplex(QPrinter.DuplexMode.DuplexNone)
    told = device.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
    if abs(told.width() - stock.sheet[0]) > SAME_MM or abs(told.height() - stock.sheet[1]) > SAME_MM:
        raise Problem(Words(NO_SHEET, {"sheet": stock.name}))
    painter = QPainter()
    if not painter.begin(device):
        raise Problem(Words(NO_ANSWER))
    picture = render(data, 0, DOTS)
    image = QImage(picture.pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32)
    painter.drawImage(device.paperRect(QPrinter.Unit.DevicePixel).toRect(), image)
    if not painter.end():
        raise Problem(Words(NO_ANSWER))


NO_PRINTER = QT_TRANSLATE_NOOP("printing", "There is no printer on this computer. Save the card as a PDF and print it elsewhere.")
NO_PRINTER_LINUX = QT_TRANSLATE_NOOP(
    "printing",
    "There is no printer on this computer. Save the card as a PDF, or install the packages “cups” and “libcups2” "
    "and add a printer.",
)
NO_ANSWER = QT_TRANSLATE_NOOP("printing", "The printer did not answer. Nothing was marked as printed.")
NO_SHEET = QT_TRANSLATE_NOOP("printing", "This printer does not take “{sheet}”. Nothing was printed.")


class PrintForm(Form):
    """Asks which printer, and says what it will be told."""

    def __init__(self, known: Sequence[Printer], stock: Stock, last: str, parent: QWidget | None = None) -> None:
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
        self.rows.addRow(self.label(self.tr("Sheet")), self.label(stock.name))
        self.rows.addRow(self.label(self.tr("Sides")), self.label(self.tr("one side, true to size")))
        self.finish_layout()
        self._tell()

    def printer(self) -> Printer:
        """The printer that was chosen."""
        return self._known[max(0, self.choice.currentIndex())]

    def _tell(self) -> None:
        """Say so where the printer does not name the sheet among its own."""
        fits = self.printer().has(self._stock)
        text = self.tr("Fold the sheet twice; the front is at the lower right.")
        missing = self.tr("This printer does not name “{0}” among its sheets. Look that the right paper is in it.")
        self.say(text if fits else missing.format(self._stock.name))
