"""The outside of a card: its front, and a line on its back. Lengths in mm, the origin at the panel's lower left corner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.paper import block, draw, ornament
from followup_desktop.paper.document import Document
from followup_desktop.paper.faces import Face
from followup_desktop.paper.impose import Panel, message_panel
from followup_desktop.paper.picture import CardPicture
from followup_desktop.paper.shape import clean, shape
from followup_desktop.paper.stock import UNPRINTABLE

_WORDS = "Thank you"
_WORDS_WIDTH = 0.46
"""Width of the words on the front as a part of the panel's."""
_BASELINE = 0.55
"""Height of their baseline as a part of the panel's: with the drawing below they stand in its optical centre."""
_ORNAMENT_BELOW = 0.085
_PICTURE_MARGIN = 8.0
"""Paper left around a picture; more than `UNPRINTABLE`, so that no printer cuts it."""
_LINE_X_HEIGHT, _LEAST_X_HEIGHT = 1.5, 1.1
_LINE_FOOT = UNPRINTABLE + 3.0
_LINE_COLOUR = "0.35 g"


class Front(StrEnum):
    """What stands on the front."""

    THANK_YOU = "thank-you"
    BLANK = "blank"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Outside:
    """How a card looks closed: its `front`, the `picture` for one with a picture, and a line on the `back`.

    Raises `Problem` for a line that no font here can write, and ValueError for a front with a picture that is not there.
    """

    front: Front = Front.THANK_YOU
    picture: CardPicture | None = None
    back: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be printed before anything is drawn."""
        if self.front is Front.PICTURE and self.picture is None:
            raise ValueError("a front with a picture has a picture")
        if not block.writable(self.back):
            raise Problem(Words(QT_TRANSLATE_NOOP("paper", "No font here has every letter of the line for the back.")))


THANK_YOU = Outside()
"""Two words and a small drawing, nothing on the back."""


def panels(document: Document, outside: Outside, hand: Face, stock: Stock) -> dict[Panel, str]:
    """The content of the outer panels. Where a card is not folded its back holds the message, and the line has no place.

    Raises `Problem` for a line that is too long for the back.
    """
    found = {Panel.FRONT: _front(document, outside, hand, stock)}
    line = clean(outside.back).strip()
    if line and message_panel(stock) is not Panel.BACK:
        found[Panel.BACK] = document.once(("back", line, stock), lambda: _line(document, line, stock))
    return {panel: content for panel, content in found.items() if content}


def _front(document: Document, outside: Outside, hand: Face, stock: Stock) -> str:
    """The front's content, the same for all cards of a document, so made once."""
    if outside.front is Front.PICTURE and outside.picture is not None:
        return _placed(document, outside.picture, stock)
    if outside.front is Front.BLANK:
        return ""
    return document.once((hand, stock), lambda: _thank_you(document, hand, stock))


def _thank_you(document: Document, hand: Face, stock: Stock) -> str:
    """Two words in `hand` and a small drawing."""
    width, height = stock.panel
    words = shape(_WORDS, hand)
    at = ((1 - _WORDS_WIDTH) * width / 2, height * _BASELINE)
    line = draw.text_line(document, words, 0, len(_WORDS), at, width * _WORDS_WIDTH / words.along[-1])
    drawing = f"q 1 0 0 1 {width / 2:.3f} {at[1] - height * _ORNAMENT_BELOW:.3f} cm\n{ornament.sprigs()}\nQ"
    return f"{draw.INK} rg {draw.INK} RG\n{line}\n{drawing}"


def _placed(document: Document, picture: CardPicture, stock: Stock) -> str:
    """The whole picture in the middle of the panel, as large as goes inside the margins; nothing of it is cut."""
    width, height = stock.panel
    margin = max(_PICTURE_MARGIN, stock.inset + 1.5)
    scale = min((width - 2 * margin) / picture.width, (height - 2 * margin) / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    drawn = document.picture(picture.jpeg, picture.width, picture.height)
    return f"q {wide:.3f} 0 0 {high:.3f} {(width - wide) / 2:.3f} {(height - high) / 2:.3f} cm {drawn} Q"


def _line(document: Document, line: str, stock: Stock) -> str:
    """One line, centred at the foot of the back."""
    width = stock.panel[0]
    margin = max(UNPRINTABLE, stock.inset) + 2.0
    size = block.fitted(line, _LINE_X_HEIGHT, width - 2 * margin)
    if size < _LEAST_X_HEIGHT:
        raise Problem(Words(QT_TRANSLATE_NOOP("paper", "The line for the back is too long for this card.")))
    x = (width - block.width(line, size)) / 2
    return f"{_LINE_COLOUR}\n{block.draw_line(document, line, (x, max(_LINE_FOOT, stock.inset + 2.0)), size)}"
