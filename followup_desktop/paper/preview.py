"""Pictures of the very PDF that is printed."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.paper.impose import Panel, cards_a_sheet, message_panel, places, sides

_PT_PER_MM = 72 / 25.4
_ONE_AT_A_TIME = Lock()
"""pdfium crashes the process when two threads are in it at once."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of `width` x `height` pixels; `pixels` holds blue, green, red and alpha (255) of each, row by row."""

    width: int
    height: int
    pixels: bytes


def render(pdf: bytes, page: int = 0, dpi: float = 96) -> Picture:
    """Page `page` (from 0) of `pdf` at `dpi` pixels an inch."""
    return _rendered(pdf, page, dpi, (0, 0, 0, 0), 0)


def render_panel(pdf: bytes, stock: Stock, card: int = 0, dpi: float = 96, panel: Panel | None = None) -> Picture:
    """One panel of card `card` (from 0) of a PDF of cards, upright, as the reader sees it; the message's where None."""
    (sheet_width, sheet_height), (width, height) = stock.sheet, stock.panel
    sheet, slot = divmod(card, cards_a_sheet(stock))
    place = places(stock, slot)[panel or message_panel(stock)]
    page = sheet * sides(stock) + place.side
    x, y = place.on_sheet(width, height) if place.turned else (place.x, place.y)
    around = (x, y, sheet_width - x - width, sheet_height - y - height)
    left, bottom, right, top = (length * _PT_PER_MM for length in around)
    if place.turned:  # pdfium crops what it has turned
        return _rendered(pdf, page, dpi, (right, top, left, bottom), 180)
    return _rendered(pdf, page, dpi, (left, bottom, right, top), 0)


def text(pdf: bytes, page: int = 0) -> str:
    """The text of page `page` as pdfium reads it: what a search in the PDF finds."""
    import pypdfium2  # noqa: PLC0415  (as below)

    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as document:
        return str(document[page].get_textpage().get_text_range())


def pages(pdf: bytes) -> int:
    """How many pages `pdf` has."""
    import pypdfium2  # noqa: PLC0415  (as below)

    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def _rendered(pdf: bytes, page: int, dpi: float, crop: tuple[float, float, float, float], rotation: int) -> Picture:
    import pypdfium2  # noqa: PLC0415  (a library of 3 MB; the window takes `Picture` from here before its first paint)

    with _ONE_AT_A_TIME:
        try:
            with pypdfium2.PdfDocument(pdf) as document:
                bitmap = document[page].render(
                    scale=dpi / 72, rotation=rotation, crop=crop, rev_byteorder=False, prefer_bgrx=True
                )
                return Picture(bitmap.width, bitmap.height, bytes(bitmap.buffer))
        except pypdfium2.PdfiumError as error:
            raise Problem(Words(QT_TRANSLATE_NOOP("paper", "The preview could not be drawn."))) from error
