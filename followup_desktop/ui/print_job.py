"""The very PDF handed to a printer: as it is where there is CUPS, page by page as pictures elsewhere."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QObject, QProcess, QProcessEnvironment, QSizeF, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.desk.background import Background, Task
from followup_desktop.paper.preview import Picture
from followup_desktop.ui.printing import LONG_EDGE, ONE_SIDED, SAME_MM, SHORT_EDGE, Paper, Printer

DOTS = 600
"""Resolution of a page that is handed over as a picture, where there is no CUPS."""
SECONDS = 30
"""How long `lp` may take to hand a job over."""
KILL_MS = 500
"""How long a stopped `lp` may take to end."""
DUPLEX = {
    ONE_SIDED: QPrinter.DuplexMode.DuplexNone,
    LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}
REFUSED = QT_TRANSLATE_NOOP("printing", "“{printer}” takes no jobs just now. Nothing was marked as printed.")
GONE = QT_TRANSLATE_NOOP("printing", "“{printer}” is not there any more. Nothing was marked as printed.")
NO_ANSWER = QT_TRANSLATE_NOOP("printing", "The printer did not answer. Nothing was marked as printed.")
NO_SHEET = QT_TRANSLATE_NOOP("printing", "This printer does not take “{sheet}”. Nothing was printed.")
NO_SIDES = QT_TRANSLATE_NOOP("printing", "“{printer}” does not print both sides. Nothing was printed.")


class PrintJob(QObject):
    """One PDF on its way to a printer; the window stays awake meanwhile.

    `pages` are those to print, from 1; none: all of them. Exactly one of `taken` and `failed` comes, unless `stop` was called.
    """

    taken = Signal()
    """The printer's queue has the whole job."""
    failed = Signal(object)
    """The `Problem` that kept it from being taken: nothing was printed."""
    progressed = Signal(int, int)
    """So many pages of so many have been handed over."""

    def __init__(self, printer: Printer, paper: Paper, pages: Sequence[int] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.printer, self.paper, self.pages = printer, paper, tuple(pages)
        self.is_over = False

    def start(self) -> None:
        """Hand it over."""
        raise NotImplementedError

    def stop(self) -> None:
        """Do not wait any longer: nothing is told after this."""
        self.end()

    def take(self) -> None:
        """The queue has it."""
        if not self.is_over:
            self.end()
            self.taken.emit()

    def fail(self, text: str) -> None:
        """Say why nothing came of it, in that sentence."""
        values = {"printer": self.printer.words, "sheet": self.paper.name}
        self.give_up(Problem(Words(text, {name: value for name, value in values.items() if f"{{{name}}}" in text})))

    def give_up(self, problem: Problem) -> None:
        """Nothing came of it."""
        if not self.is_over:
            self.end()
            self.failed.emit(problem)

    def end(self) -> None:
        """Let go of what the job holds."""
        self.is_over = True


def print_job(
    data: bytes,
    printer: Printer,
    paper: Paper,
    background: Background,
    pages: Sequence[int] = (),
    parent: QObject | None = None,
) -> PrintJob:
    """The job for this computer: through CUPS where there is `lp`."""
    if shutil.which("lp"):
        return CupsJob(data, printer, paper, pages, parent)
    return PictureJob(data, printer, paper, background, pages, parent)


def cups_options(paper: Paper, pages: Sequence[int] = ()) -> list[str]:
    """What is told to CUPS: size and sides, nothing scaled. Without a size a card lands on A4 (REALPARTS)."""
    width, height = paper.sheet
    media = paper.media or f"Custom.{width:g}x{height:g}mm"
    options = [f"media={media}", f"sides={paper.sides}", "print-scaling=none", "fit-to-page=false"]
    if pages:
        options.append(f"page-ranges={','.join(map(str, pages))}")
    return [word for option in options for word in ("-o", option)]


class CupsJob(PrintJob):
    """Hands the PDF to `lp` as it is: it stays text and lines."""

    def __init__(self, data: bytes, printer: Printer, paper: Paper, pages: Sequence[int], parent: QObject | None) -> None:
        super().__init__(printer, paper, pages, parent)
        self._data = data
        self._process = QProcess(self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(round(SECONDS * 1000))
        self._patience.timeout.connect(lambda: self.fail(NO_ANSWER))

    def start(self) -> None:
        """Start `lp`, and give it the file."""
        job, words = self._process, QProcessEnvironment.systemEnvironment()
        words.insert("LC_ALL", "C")  # its faults are read below
        job.setProcessEnvironment(words)
        job.started.connect(self._send)
        job.finished.connect(self._on_finished)
        job.errorOccurred.connect(self._on_error)
        self._patience.start()
        options = cups_options(self.paper, self.pages)
        job.start("lp", ["-d", self.printer.name, "-t", "Thank-you card", *options, "--", "-"])

    def _send(self) -> None:
        self._process.write(self._data)
        self._process.closeWriteChannel()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.fail(NO_ANSWER)

    def _on_finished(self, code: int, how: QProcess.ExitStatus) -> None:
        if code == 0 and how is QProcess.ExitStatus.NormalExit:
            self.take()
            return
        told = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").lower()
        gone = "does not exist" in told or "unknown destination" in told
        self.fail(GONE if gone else REFUSED if "not accepting" in told else NO_ANSWER)

    def end(self) -> None:
        """End `lp` too."""
        super().end()
        self._patience.stop()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(KILL_MS)


class PictureJob(PrintJob):
    """Paints each page's picture on a printer that knows no PDF: one page at a time, for one takes 140 MB at 600 dpi."""

    def __init__(
        self, data: bytes, printer: Printer, paper: Paper, background: Background, pages: Sequence[int], parent: QObject | None
    ) -> None:
        super().__init__(printer, paper, pages, parent)
        self._data, self._background = data, background
        self._task: Task[tuple[int, Picture]] | None = None
        self._device: QPrinter | None = None
        self._painter = QPainter()
        self._done = 0

    def start(self) -> None:
        """Make the picture of the first page; the others follow."""
        device = device_of(self.printer)
        if device is None:
            self.fail(GONE)
            return
        device.setPageLayout(page_layout(self.paper))
        device.setFullPage(True)
        device.setResolution(DOTS)
        device.setDuplex(DUPLEX[self.paper.sides])
        told = device.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
        if any(abs(one - other) > SAME_MM for one, other in zip(told.toTuple(), self.paper.sheet, strict=True)):
            self.fail(NO_SHEET)
        elif device.duplex() is not DUPLEX[self.paper.sides]:  # dropped without a word where the printer cannot (REALPARTS)
            self.fail(NO_SIDES)
        elif not self._painter.begin(device):
            self.fail(NO_ANSWER)
        else:
            self._device = device
            self._next()

    def _next(self) -> None:
        data, at, pages = self._data, self._done, self.pages
        self._task = self._background.run(lambda: picture_of(data, at, pages), self._paint, self.give_up)

    def _paint(self, made: tuple[int, Picture]) -> None:
        """Put the picture on paper; when it was the last one, the job is done."""
        count, each = made
        if self.is_over or self._device is None:
            return
        if self._done and not self._device.newPage():
            self.fail(NO_ANSWER)
            return
        area = self._device.paperRect(QPrinter.Unit.DevicePixel).toRect()
        self._painter.drawImage(area, QImage(each.pixels, each.width, each.height, each.width * 4, QImage.Format.Format_RGB32))
        self._done += 1
        self.progressed.emit(self._done, count)
        if self._done < count:
            self._next()
        elif self._painter.end() and self._device.printerState() is not QPrinter.PrinterState.Error:
            self.take()
        else:
            self.fail(NO_ANSWER)

    def end(self) -> None:
        """Stop painting; what has not been handed over whole is not printed."""
        super().end()
        if self._task is not None:
            self._task.cancel()
        if self._painter.isActive():
            if self._device is not None:
                self._device.abort()
            self._painter.end()


def device_of(printer: Printer) -> QPrinter | None:
    """That printer to paint on; None where it is not there any more."""
    info = QPrinterInfo.printerInfo(printer.name)
    return None if info.isNull() else QPrinter(info, QPrinter.PrinterMode.HighResolution)


def page_layout(paper: Paper) -> QPageLayout:
    """The page for a printer that knows no PDF: a known size is named, and a sheet that lies is that size turned."""
    short, long = sorted(paper.sheet)
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    lies = paper.sheet[0] > paper.sheet[1]
    orientation = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    return QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0))


def picture_of(data: bytes, at: int, pages: Sequence[int]) -> tuple[int, Picture]:
    """The picture, in the printer's dots, of the page that is printed `at`-th (from 0), and how many are printed in all."""
    from followup_desktop.paper import preview  # noqa: PLC0415  (only where there is no CUPS)

    wanted = pages or range(1, preview.pages(data) + 1)
    return len(wanted), preview.render(data, wanted[at] - 1, DOTS)
