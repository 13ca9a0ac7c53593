"""What is known of printers and paper before anything is printed: which there are, what each can do, what it is told."""

from __future__ import annotations

import shutil
import sys
from ctypes.util import find_library
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.paper import impose

SAME_MM = 1.5
"""Two sheets are the same where width and height differ by no more than this."""
NAMED = 4
"""So many of a printer's sheets are told by name."""
ONE_SIDED, LONG_EDGE, SHORT_EDGE = "one-sided", "two-sided-long-edge", "two-sided-short-edge"
"""How a sheet is printed, as IPP says it (RFC 8011, "sides")."""

Size = tuple[float, float]
"""Width and height in mm."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What goes into the printer: `sheet` is width and height in mm as the PDF's pages lie, `media` its PWG 5101.1 name."""

    name: str
    sheet: Size
    media: str = ""
    sides: str = ONE_SIDED


@dataclass(frozen=True, slots=True)
class Handling:
    """How one printer is dealt with: what was measured of it, how its sheets are used, how envelopes go into it."""

    measured: object = None
    """For `alignment.from_kept`."""
    used: int = 0
    """So many cards of the first sheet are used up already."""
    feed: str = ""
    """An `envelope.Feed`; empty for the one that was chosen beside the letter."""
    is_turned_by_hand: bool = False
    """The user turns the sheets for their second side, like the pages of a book."""


def card_paper(stock: Stock) -> Paper:
    """The sheet that cards of `stock` are printed on."""
    if impose.sides(stock) == 1:
        return Paper(stock.name, stock.sheet, stock.media)
    long_edge = impose.upright_flip(stock) is impose.Flip.LONG_EDGE
    return Paper(stock.name, stock.sheet, stock.media, LONG_EDGE if long_edge else SHORT_EDGE)


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer as far as a card needs to know it."""

    name: str
    words: str
    sheets: tuple[Size, ...]
    """Sizes in mm that it says it has; empty where it says nothing."""
    is_default: bool = False
    sheet_names: tuple[str, ...] = ()
    custom: tuple[Size, Size] | None = None
    """The smallest and the largest sheet, where it takes any size between."""
    both_sides: bool | None = None
    """None where it says nothing."""
    in_colour: bool | None = None

    def has(self, paper: Paper) -> bool:
        """True when it has that sheet, lying or standing, or says nothing about its sheets."""
        wanted = sorted(paper.sheet)
        if self.custom is not None:
            least, most = map(sorted, self.custom)
            if all(low <= side <= high for low, side, high in zip(least, wanted, most, strict=True)):
                return True
        return not self.sheets or any(
            all(abs(one - other) <= SAME_MM for one, other in zip(sorted(sheet), wanted, strict=True)) for sheet in self.sheets
        )

    def turns(self, paper: Paper) -> bool:
        """True when it can print that paper as it is to be printed; False: both sides are wanted, and it knows only one."""
        return paper.sides == ONE_SIDED or self.both_sides is not False

    def can(self) -> str:
        """What it can do, in words: its sheets, its sides, colour. Empty where it says nothing."""
        translate = QCoreApplication.translate
        named = ", ".join(dict.fromkeys(self.sheet_names[:NAMED]))
        more = len(self.sheet_names) - NAMED
        parts = [translate("printing", "{0} and {1} more").format(named, more) if more > 0 else named]
        if self.custom is not None:
            parts.append(translate("printing", "sizes of your own"))
        if self.both_sides is not None:
            parts.append(translate("printing", "both sides") if self.both_sides else translate("printing", "one side"))
        if self.in_colour is not None:
            parts.append(translate("printing", "colour") if self.in_colour else translate("printing", "black only"))
        return "  ·  ".join(part for part in parts if part)


def printers() -> tuple[Printer, ...]:
    """The printers of this computer, the default one first."""
    found = [_told(info) for info in QPrinterInfo.availablePrinters()]
    return tuple(sorted(found, key=lambda each: not each.is_default))


def _told(info: QPrinterInfo) -> Printer:
    pages = info.supportedPageSizes()
    sizes = [page.size(QPageSize.Unit.Millimeter) for page in pages]
    modes, colours = info.supportedDuplexModes(), info.supportedColorModes()
    turning = {QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexShortSide, QPrinter.DuplexMode.DuplexAuto}
    least, most = (
        size.size(QPageSize.Unit.Millimeter) for size in (info.minimumPhysicalPageSize(), info.maximumPhysicalPageSize())
    )
    any_size = info.supportsCustomPageSizes() and 0 < least.width() < most.width()
    return Printer(
        info.printerName(),
        info.description() or info.printerName(),
        tuple((size.width(), size.height()) for size in sizes),
        info.isDefault(),
        tuple(page.name() for page in pages),
        ((least.width(), least.height()), (most.width(), most.height())) if any_size else None,
        not turning.isdisjoint(modes) if modes else None,
        QPrinter.ColorMode.Color in colours if colours else None,
    )


def no_printer() -> Problem:
    """What is said where this computer has no printer, with the package that is missing where that is the reason."""
    if not sys.platform.startswith("linux"):
        return Problem(Words(NO_PRINTER))
    wanted = {"libcups2": find_library("cups"), "cups-client": shutil.which("lp")}
    missing = [name for name, found in wanted.items() if not found]
    if missing:
        return Problem(Words(NO_PACKAGE, {"packages": ", ".join(missing)}))
    return Problem(Words(NO_QUEUE))


NO_PRINTER = QT_TRANSLATE_NOOP("printing", "There is no printer on this computer. Save the PDF and print it elsewhere.")
NO_PACKAGE = QT_TRANSLATE_NOOP(
    "printing", "No printer can be reached from here: this package is missing: {packages}. Install it, or save the PDF."
)
NO_QUEUE = QT_TRANSLATE_NOOP(
    "printing",
    "There is no printer on this computer. Add one in the system’s settings (package “cups”), or save the PDF.",
)
