"""Plain words on a sheet: single lines and wrapped blocks in one face. Lengths in mm, the origin at the bottom left."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from math import inf

from followup_desktop.paper import draw, lines
from followup_desktop.paper.document import Document
from followup_desktop.paper.faces import Face, face
from followup_desktop.paper.shape import Shaped, clean, runs_to_the_left, shape

PRINT_FACE = "Noto Sans"
"""The face of everything that is to be read quickly, by people and by sorting machines."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a block: that part of its shaped text."""

    shaped: Shaped
    start: int
    end: int

    @property
    def width(self) -> float:
        """In x-heights."""
        return self.shaped.width(self.start, self.end)


def shaped(text: str, name: str = PRINT_FACE) -> Shaped:
    """`text` on one line, shaped in the face of that name; it runs to the left where it begins so and most letters do."""
    cleaned = clean(text).strip()
    return shape(cleaned, _face(name), to_the_left=bool(cleaned) and _begins_to_the_left(cleaned) and runs_to_the_left([cleaned]))


def _begins_to_the_left(text: str) -> bool:
    """Whether the first letter of all runs to the left (UAX 9, P2)."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def _face(name: str) -> Face:
    return face(name)


def width(text: str, x_height: float, name: str = PRINT_FACE) -> float:
    """How wide `text` is on one line, in mm."""
    return shaped(text, name).along[-1] * x_height


def writable(text: str) -> bool:
    """True when some font here has every character of `text`."""
    return not shaped(text).gaps


def rows(text: str, x_height: float, widest: float, name: str = PRINT_FACE) -> list[Row]:
    """`text` broken into lines of at most `widest` mm, a longer word anywhere; wider only where one character is."""
    words = shaped(text, name)
    if not words.text:
        return []
    measure = widest / x_height
    places = lines.split(words.text, lines.between_words(words.text), words, measure)
    broken = lines.breaks(words, [lines.Break(each.end, each.next, each.penalty) for each in places], 0.0)
    return [Row(words, start, place.end) for start, place in lines.total_fit(broken, measure)]


def draw_row(document: Document, row: Row, at: tuple[float, float], x_height: float, widest: float = inf) -> str:
    """One row with its baseline's left end at `at`, smaller where it would be wider than `widest` mm."""
    size = min(x_height, widest / row.width) if row.width else x_height
    return draw.text_line(document, row.shaped, row.start, row.end, at, size)


def draw_line(document: Document, text: str, at: tuple[float, float], x_height: float, name: str = PRINT_FACE) -> str:
    """`text` on one line with its baseline's left end at `at`."""
    words = shaped(text, name)
    return draw_row(document, Row(words, 0, len(words.text)), at, x_height) if words.text else ""


def fitted(text: str, x_height: float, widest: float, name: str = PRINT_FACE) -> float:
    """The x-height in mm, at most `x_height`, at which `text` is at most `widest` mm wide on one line."""
    along = shaped(text, name).along[-1]
    return min(x_height, widest / along) if along else x_height
