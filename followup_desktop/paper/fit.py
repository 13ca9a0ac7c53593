"""A letter fitted to a card: the largest writing that fits, never clipped, never smaller than can be read.

Measured is exactly what is drawn (the shaped runs). Between an x-height of 1.7 and 3.0 mm the largest size is searched at
which the lines fit the panel; words are hyphenated only when that buys more than 6 % of size. What does not fit at the
smallest size is told in words too many.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from followup_desktop.core.records import Letter, Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.paper import lines
from followup_desktop.paper.faces import Face, clusters, hand_for
from followup_desktop.paper.shape import Shaped, clean, shape
from followup_desktop.paper.stock import Box, text_box

SMALLEST_X_HEIGHT = 1.7
LARGEST_X_HEIGHT = 3.0
SIGNATURE_SPACE = 46 / 72 * 25.4
"""mm kept free below the closing for a signature in ink (46 pt)."""

_STEPS_PER_MM = 100
_SPLIT_FROM = 2.0
"""x-height in mm at which a word that is still wider than the line is split, instead of making all writing smaller."""
_HYPHENS_MUST_BUY = 1.06
_PARAGRAPH_GAP = 0.45
"""Extra distance between paragraphs, in line pitches."""
_FIRST_BASELINE = 1.9
"""Height of capitals and ascenders in x-heights: from the box's top to the first baseline."""
_ABOVE_SHORT_LETTERS = 0.42
"""Part of what a short letter leaves free that goes above it (the optical centre lies above the middle)."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no face here can write: it, the word it stands in, and whose card it is."""

    character: str
    word: str
    person: str

    @property
    def words(self) -> Words:
        """The finding as a sentence."""
        what = QT_TRANSLATE_NOOP("paper", "No font here can write {character} in “{word}” on the card to {person}.")
        return Words(what, {"character": self.character, "word": self.word, "person": self.person})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the message: `x` and the baseline's `y` in mm from the panel's top left corner."""

    x: float
    y: float
    shaped: Shaped
    start: int
    end: int
    hyphen: bool


@dataclass(frozen=True, slots=True)
class Laid:
    """A letter laid out on its panel. `signature` is the space kept for the signature in ink."""

    hand: Face
    x_height: float
    """mm; smaller than `SMALLEST_X_HEIGHT` when `too_many` is not 0: then it is good for a draft only."""
    lines: tuple[Line, ...]
    signature: Box
    too_many: int
    missing: tuple[tuple[str, str], ...]
    """Characters that no face can write, each with its word."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a letter fits a card."""

    x_height: float
    """Height of the small letters in mm as it will be written (told as "letter height")."""
    too_many: int
    """How many words must go until it fits at the smallest size; 0: it fits."""
    missing: tuple[Missing, ...]
    hand: str
    """Name of the hand it is written in: the chosen one unless another hand was needed for the whole card."""
    signature: Box
    """Where on the panel it is signed in ink, in mm."""

    @property
    def printable(self) -> bool:
        """True when it can be printed as it is."""
        return not self.too_many and not self.missing


def fit(letter: Letter, stock: Stock, hand: str = "Caveat") -> Fit:
    """How `letter` fits a card of `stock` in `hand`. Raises `Problem` for a hand that there is not."""
    laid = lay(letter, stock, hand)
    missing = tuple(Missing(character, word, letter.name) for character, word in laid.missing)
    return Fit(laid.x_height, laid.too_many, missing, laid.hand.name, laid.signature)


def lay(letter: Letter, stock: Stock, hand: str = "Caveat") -> Laid:
    """`letter` laid out on its panel, whatever it needs; `Laid.too_many` and `Laid.missing` tell whether it may be printed."""
    body = tuple(clean(paragraph) for paragraph in letter.paragraphs)
    return _lay(clean(letter.greeting), body, clean(letter.closing), clean(letter.name), text_box(stock), hand)


@lru_cache(maxsize=64)
def _lay(greeting: str, body: tuple[str, ...], closing: str, name: str, box: Box, hand: str) -> Laid:
    face = hand_for((greeting, *body, closing), hand)
    message = _Message(greeting, body, closing, name, face)
    x_height, broken = _sized(message, box)
    too_many = 0
    if x_height is None:
        too_many = _too_many(message, box)
        broken = message.breaks(box.width / SMALLEST_X_HEIGHT, hyphens=True, loose=True)
        x_height = _largest(message, broken, box, 1, int(SMALLEST_X_HEIGHT * _STEPS_PER_MM) - 1) or 1 / _STEPS_PER_MM
    return _placed(message, broken, box, x_height, too_many)


class _Message:
    """The paragraphs of a letter, shaped, and where they may be broken."""

    def __init__(self, greeting: str, body: Sequence[str], closing: str, name: str, face: Face) -> None:
        self.face = face
        self.names = (name,) if name else ()
        self.body = tuple(body)
        self.greeting = greeting
        self.closing = closing
        self.paragraphs = tuple(shape(text, face, self.names) for text in (greeting, *body, closing) if text)
        self.edges = {greeting, closing}
        self.hyphen = shape("-", face).along[-1]

    def shortened(self, words: int) -> _Message:
        """The message without the last `words` words of its body."""
        left = list(self.body)
        while words and left:
            kept = left[-1].split(" ")
            left[-1] = " ".join(kept[: max(0, len(kept) - words)])
            words -= min(words, len(kept))
            if not left[-1]:
                left.pop()
        return _Message(self.greeting, left, self.closing, self.names[0] if self.names else "", self.face)

    def breaks(self, widest: float, *, hyphens: bool = False, loose: bool = False) -> list[lines.Breaks]:
        """Where each paragraph may be broken. `loose`: greeting, closing and names too, for want of any other way."""
        found = []
        for shaped in self.paragraphs:
            text = shaped.text
            if text in self.edges and not loose:
                places = lines.whole(text)
            else:
                places = lines.between_words(text, () if loose else self.names)
                if hyphens and text not in self.edges:
                    places = lines.hyphenated(text, places, "en_US")
                places = lines.split(text, places, shaped, widest)
            found.append(lines.breaks(shaped, places, self.hyphen))
        return found


def _sized(message: _Message, box: Box) -> tuple[float | None, list[lines.Breaks]]:
    """The largest size at which the message fits and the breaks used for it; None when it does not fit."""
    least, most = int(SMALLEST_X_HEIGHT * _STEPS_PER_MM), int(LARGEST_X_HEIGHT * _STEPS_PER_MM)
    plain = message.breaks(box.width / _SPLIT_FROM)
    size = _largest(message, plain, box, least, most)
    if size is not None and (
        size * _HYPHENS_MUST_BUY > LARGEST_X_HEIGHT or not _has_room(message, box, size * _HYPHENS_MUST_BUY)
    ):
        return size, plain
    hyphenated = message.breaks(box.width / _SPLIT_FROM, hyphens=True)
    better = _largest(message, hyphenated, box, least, most)
    if better is not None and (size is None or better > size * _HYPHENS_MUST_BUY):
        return better, hyphenated
    if size is not None:
        return size, plain
    loose = message.breaks(box.width / SMALLEST_X_HEIGHT, hyphens=True, loose=True)
    return _largest(message, loose, box, least, most), loose


def _has_room(message: _Message, box: Box, size: float) -> bool:
    """False when it would not fit even if every line could be filled to its very end."""
    needed = sum(-int(-shaped.along[-1] // (box.width / size)) for shaped in message.paragraphs)
    return _height(message, needed, size) <= box.height


def _height(message: _Message, line_count: int, size: float) -> float:
    """Height in mm of that many lines, the signature's space included."""
    gaps = max(0, len(message.paragraphs) - 1) * _PARAGRAPH_GAP
    return size * (_FIRST_BASELINE + (max(0, line_count - 1) + gaps) * message.face.line_pitch) + SIGNATURE_SPACE


def _largest(message: _Message, broken: Sequence[lines.Breaks], box: Box, least: int, most: int) -> float | None:
    """The largest x-height in mm between `least` and `most` (in steps) at which it fits."""
    if not _fits(message, broken, box, least / _STEPS_PER_MM):
        return None
    while least < most:
        middle = (least + most + 1) // 2
        if _fits(message, broken, box, middle / _STEPS_PER_MM):
            least = middle
        else:
            most = middle - 1
    return least / _STEPS_PER_MM


def _fits(message: _Message, broken: Sequence[lines.Breaks], box: Box, size: float) -> bool:
    needed = 0
    for each in broken:
        more = lines.count(each, box.width / size)
        if more is None:
            return False
        needed += more
    return _height(message, needed, size) <= box.height


def _too_many(message: _Message, box: Box) -> int:
    """The least number of words to take from the body's end until the message fits; all of them if that is not enough."""
    least, most = 1, sum(len(text.split(" ")) for text in message.body)
    while least < most:
        middle = (least + most) // 2
        if _sized(message.shortened(middle), box)[0] is not None:
            most = middle
        else:
            least = middle + 1
    return max(1, least)


def _placed(message: _Message, broken: Sequence[lines.Breaks], box: Box, size: float, too_many: int) -> Laid:
    measure = box.width / size
    pitch = message.face.line_pitch * size
    set_lines: list[tuple[float, Shaped, int, lines.Break]] = []
    y = _FIRST_BASELINE * size
    for shaped, each in zip(message.paragraphs, broken, strict=True):
        for start, place in lines.total_fit(each, measure):
            set_lines.append((y, shaped, start, place))
            y += pitch
        y += _PARAGRAPH_GAP * pitch
    y -= (1 + _PARAGRAPH_GAP) * pitch
    widths = [shaped.width(start, place.end) + (message.hyphen if place.hyphen else 0) for _, shaped, start, place in set_lines]
    left = box.x + (measure - max(widths, default=0)) * size / 2
    down = box.y + (box.height - SIGNATURE_SPACE - y) * _ABOVE_SHORT_LETTERS
    made = []
    for (baseline, shaped, start, place), width in zip(set_lines, widths, strict=True):
        x = left + (max(widths) - width) * size if shaped.right_to_left else left
        made.append(Line(x, down + baseline, shaped, start, place.end, place.hyphen))
    signature = Box(left, down + y, box.width - 2 * (left - box.x), SIGNATURE_SPACE)
    missing = tuple(
        (cluster, _word_of(shaped.text, cluster))
        for shaped in message.paragraphs
        for gap in shaped.gaps
        for cluster in clusters(gap)
    )
    return Laid(message.face, size, tuple(made), signature, too_many, tuple(dict.fromkeys(missing)))


def _word_of(text: str, part: str) -> str:
    return next((word for word in text.split(" ") if part in word), part)
