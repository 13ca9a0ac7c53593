"""Printing for real: the printers there are, whether one has the sheet, and the very PDF handed to it."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QObject, QProcess, QProcessEnvironment, QSizeF, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.desk.background import Background
from followup_desktop.paper import impose
from followup_desktop.paper.preview import Picture

SAME_MM = 1.5
"""Two sheets are the same where width and height differ by no more than this."""
DOTS = 600
"""Resolution of a page that is handed over as a picture, where there is no CUPS."""
SECONDS = 30
"""How long `lp` may take to hand a job over."""
KILL_MS = 500
"""How long a stopped `lp` may take to end."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What goes into the printer: `sheet` is width and height in mm as the PDF's pages lie, `media` its PWG 5101.1 name."""

    name: str
    sheet: tuple[float, float]
    media: str = ""
    sides: str = "one-sided"
    """As IPP says it (RFC 8011, "sides")."""


def card_paper(stock: Stock) -> Paper:
    """The sheet that cards of `stock` are printed on."""
    if impose.sides(stock) == 1:
        return Paper(stock.name, stock.sheet, stock.media)
    long_edge = impose.upright_flip(stock) is impose.Flip.LONG_EDGE
    return Paper(stock.name, stock.sheet, stock.media, "two-sided-long-edge" if long_edge else "two-sided-short-edge")


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer as far as a card needs to know it."""

    name: str
    words: str
    sheets: tuple[tuple[float, float], ...]
    """Sizes in mm that it says it has; empty where it says nothing."""
    is_default: bool = False

    def has(self, paper: Paper) -> bool:
        """True when it has that sheet, lying or standing, or says nothing about its sheets."""
        wanted = sorted(paper.sheet)
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


def no_printer() -> Problem:
    """What is said where this computer has no printer, with what to install where that is the reason."""
    return Problem(Words(NO_PRINTER_LINUX if sys.platform.startswith("linux") else NO_PRINTER))


def cups_options(paper: Paper) -> list[str]:
    """What is told to CUPS about a sheet: size and sides, nothing scaled. Without a size a card lands on A4 (REALPARTS)."""
    width, height = paper.sheet
    media = paper.media or f"Custom.{width:g}x{height:g}mm"
    options = (f"media={media}", f"sides={paper.sides}", "print-scaling=none", "fit-to-page=false")
    return [word for option in options for word in ("-o", option)]


class PrintJob(QObject):
    """One PDF on its way to a printer; the window stays awake meanwhile.

    Through CUPS the PDF goes as it is, elsewhere as a picture of 600 dpi. Exactly one of `taken` and `failed` comes,
    unless `stop` was called.
    """

    taken = Signal()
    """The printer's queue has the whole job."""
    failed = Signal(object)
    """The `Problem` that kept it from being taken: nothing was printed."""

    def __init__(
        self, data: bytes, printer: Printer, paper: Paper, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._data, self._printer, self._paper, self._background = data, printer, paper, background
        self._process = QProcess(self)
        self._is_over = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SECONDS * 1000)
        self._patience.timeout.connect(lambda: self._fail(NO_ANSWER))

    def start(self) -> None:
        """Hand it over."""
        if shutil.which("lp"):
            self._through_cups()
        else:
            self._background.run(lambda: pictures_of(self._data), self._paint, self._give_up)

    def stop(self) -> None:
        """Do not wait any longer: nothing is told after this."""
        self._end()

    def _through_cups(self) -> None:
        job, words = self._process, QProcessEnvironment.systemEnvironment()
        words.insert("LC_ALL", "C")  # its faults are read below
        job.setProcessEnvironment(words)
        job.started.connect(self._send)
        job.finished.connect(self._on_finished)
        job.errorOccurred.connect(self._on_error)
        self._patience.start()
        job.start("lp", ["-d", self._printer.name, "-t", "Thank-you card", *cups_options(self._paper), "--", "-"])

    def _send(self) -> None:
        self._process.write(self._data)
        self._process.closeWriteChannel()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._fail(NO_ANSWER)

    def _on_finished(self, code: int, how: QProcess.ExitStatus) -> None:
        if code == 0 and how is QProcess.ExitStatus.NormalExit:
            self._take()
            return
        told = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").lower()
        gone = "does not exist" in told or "unknown destination" in told
        self._fail(GONE if gone else REFUSED if "not accepting" in told else NO_ANSWER)

    def _paint(self, pictures: tuple[Picture, ...]) -> None:
        """Paint the pages' pictures on a printer that knows no PDF."""
        info = QPrinterInfo.printerInfo(self._printer.name)
        if self._is_over or info.isNull():
            self._fail(GONE)
            return
        device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        device.setPageLayout(page_layout(self._paper))
        device.setFullPage(True)
        device.setResolution(DOTS)
        device.setDuplex(DUPLEX[self._paper.sides])
        told = device.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
        if any(abs(one - other) > SAME_MM for one, other in zip(told.toTuple(), self._paper.sheet, strict=True)):
            self._fail(NO_SHEET)
            return
        painter = QPainter()
        if not painter.begin(device):
            self._fail(NO_ANSWER)
            return
        area = device.paperRect(QPrinter.Unit.DevicePixel).toRect()
        for number, each in enumerate(pictures):
            if number:
                device.newPage()
            painter.drawImage(area, QImage(each.pixels, each.width, each.height, each.width * 4, QImage.Format.Format_RGB32))
        if painter.end():
            self._take()
        else:
            self._fail(NO_ANSWER)

    def _take(self) -> None:
        if not self._is_over:
            self._end()
            self.taken.emit()

    def _fail(self, text: str) -> None:
        values = {"printer": self._printer.words, "sheet": self._paper.name}
        self._give_up(Problem(Words(text, {name: value for name, value in values.items() if f"{{{name}}}" in text})))

    def _give_up(self, problem: Problem) -> None:
        if not self._is_over:
            self._end()
            self.failed.emit(problem)

    def _end(self) -> None:
        self._is_over = True
        self._patience.stop()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(KILL_MS)


def page_layout(paper: Paper) -> QPageLayout:
    """The page for a printer that knows no PDF: a known size is named, and a sheet that lies is that size turned."""
    short, long = sorted(paper.sheet)
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    lies = paper.sheet[0] > paper.sheet[1]
    orientation = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    return QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0))


def pictures_of(data: bytes) -> tuple[Picture, ...]:
    """Every page of a PDF as a picture in the printer's dots, for printers that know no PDF."""
    from followup_desktop.paper import preview  # noqa: PLC0415  (only where there is no CUPS)

    return tuple(preview.render(data, page, DOTS) for page in range(preview.pages(data)))


DUPLEX = {
    "one-sided": QPrinter.DuplexMode.DuplexNone,
    "two-sided-long-edge": QPrinter.DuplexMode.DuplexLongSide,
    "two-sided-short-edge": QPrinter.DuplexMode.DuplexShortSide,
}
NO_PRINTER = QT_TRANSLATE_NOOP("printing", "There is no printer on this computer. Save the card as a PDF and print it elsewhere.")
NO_PRINTER_LINUX = QT_TRANSLATE_NOOP(
    "printing",
    "There is no printer on this computer. Save the card as a PDF, or install the packages “cups” and “libcups2” "
    "and add a printer.",
)
REFUSED = QT_TRANSLATE_NOOP("printing", "“{printer}” takes no jobs just now. Nothing was marked as printed.")
GONE = QT_TRANSLATE_NOOP("printing", "“{printer}” is not there any more. Nothing was marked as printed.")
NO_ANSWER = QT_TRANSLATE_NOOP("printing", "The printer did not answer. Nothing was marked as printed.")
NO_SHEET = QT_TRANSLATE_NOOP("printing", "This printer does not take “{sheet}”. Nothing was printed.")
