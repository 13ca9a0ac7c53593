"""A letter fitted to a card: the largest writing that fits, never clipped, never smaller than can be read.

Measured is exactly what is drawn (the shaped runs). Between an x-height of 1.7 and 3.0 mm the largest size is searched at
which the lines fit the panel; words are hyphenated only when that buys more than 6 % of size. Small writing stands a little
closer, with narrower margins, before anything is refused. What does not fit at the smallest size is told in words too many.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from followup_desktop.core.records import Letter, Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.paper import lines
from followup_desktop.paper.faces import Face, clusters, hand_for
from followup_desktop.paper.shape import Shaped, clean, runs_to_the_left, shape
from followup_desktop.paper.stock import Box, text_box

SMALLEST_X_HEIGHT = 1.7
LARGEST_X_HEIGHT = 3.0
SIGNATURE_SPACE = 46 / 72 * 25.4
"""mm kept free below the closing's baseline for a signature in ink (46 pt)."""

_STEPS_PER_MM = 100
_EASY_FROM = 2.3
"""x-height in mm from which on lines and margins are comfortable; smaller writing stands closer."""
_SPLIT_FROM = 2.0
"""x-height in mm at which a word that is still wider than the line is split, instead of making all writing smaller."""
_HYPHENS_MUST_BUY = 1.06
_PARAGRAPH_GAP = 0.45
"""Extra distance between paragraphs, in line pitches."""
_FIRST_BASELINE = 1.9
"""Height of capitals and ascenders in x-heights: from the box's top to the first baseline."""
_ABOVE_SHORT_LETTERS = 0.42
"""Part of what a short letter leaves free that goes above it (the optical centre lies above the middle)."""
_BATCH = 1024
"""Letters whose layout is remembered between telling whether they fit and printing them (about 20 kB each)."""
_PEN_EASE = 0.5
"""How comfortable the margins are around writing by hand (see `stock.text_box`)."""
_NEVER_FITS = 8000
"""Characters of which no card holds half: what comes after them is counted as too much without being shaped."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no face here can write: it, the word it stands in, and whose card it is."""

    character: str
    word: str
    person: str

    @property
    def words(self) -> Words:
        """The finding as a sentence; the character is named as Unicode names it, for screens that cannot show it either."""
        name = unicodedata.name(self.character[0], f"U+{ord(self.character[0]):04X}").lower()
        what = QT_TRANSLATE_NOOP("paper", "No font here can write {character} ({name}) in “{word}” on the card to {person}.")
        return Words(what, {"character": self.character, "name": name, "word": self.word, "person": self.person})


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
    """A letter laid out on its panel; good for a draft only when words are too many or characters missing."""

    hand: Face
    x_height: float
    """mm."""
    lines: tuple[Line, ...]
    signature: Box
    """The space kept for the signature in ink."""
    too_many: int
    """Words left out at the body's end because they do not fit."""
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
    """Where on the panel it is signed in ink."""

    @property
    def printable(self) -> bool:
        """True when it can be printed as it is."""
        return not self.too_many and not self.missing


def fit(letter: Letter, stock: Stock, hand: str = "Caveat") -> Fit:
    """How `letter` fits a card of `stock` in `hand`. Raises `Problem` for a hand that there is not."""
    return fit_of(letter, lay(letter, stock, hand))


def fit_of(letter: Letter, laid: Laid) -> Fit:
    """What `laid`, which is `letter` laid out, says about how it fits."""
    missing = tuple(Missing(character, word, clean(letter.name)) for character, word in laid.missing)
    return Fit(laid.x_height, laid.too_many, missing, laid.hand.name, laid.signature)


def lay(letter: Letter, stock: Stock, hand: str = "Caveat") -> Laid:
    """`letter` laid out on its panel, whatever it needs; `Laid.too_many` and `Laid.missing` tell whether it may be printed."""
    return _lay(_text_of(letter), stock, hand)


def lay_written(letter: Letter, stock: Stock, hand: str, x_height: float, pitch: float) -> Laid:
    """`letter` as a pen writes it: small letters of `x_height` mm, lines `pitch` mm apart, whole words.

    `Laid.too_many` tells how many words of its body do not fit. Raises `Problem` for a hand that there is not.
    """
    text, cut = _shorter(_text_of(letter))
    message = _Message(text, hand_for((text.greeting, *text.body, text.closing), hand))
    setting = _Setting(x_height, text_box(stock, _PEN_EASE), pitch)

    def written(words: int) -> tuple[_Message, list[lines.Breaks]] | None:
        shorter = message.shortened(words, ending="…") if words else message
        for loose in (False, True):
            broken = shorter.breaks(setting.measure, loose=loose)
            if _fits(shorter, broken, setting):
                return shorter, broken
        return None

    least, most = 0, message.word_count
    while least < most:
        middle = (least + most) // 2
        least, most = (least, middle) if written(middle) else (middle + 1, most)
    found = written(least) or (message.shortened(least), message.shortened(least).breaks(setting.measure, loose=True))
    return _placed(*found, setting, least + cut)


@lru_cache(maxsize=_BATCH)
def _lay(whole: _Text, stock: Stock, hand: str) -> Laid:
    text, cut = _shorter(whole)
    message = _Message(text, hand_for((text.greeting, *text.body, text.closing), hand))
    x_height, broken = _sized(message, stock)
    if x_height is not None and not cut:
        return _placed(message, broken, _setting(message, stock, x_height), 0)
    too_many = _too_many(message, stock)
    for words in range(too_many, message.word_count + 1):
        shortened = message.shortened(words, ending="…")
        x_height, broken = _sized(shortened, stock)
        if x_height is not None:
            break
    else:
        shortened = message.shortened(message.word_count)
        broken = shortened.breaks(text_box(stock, ease=0).width / SMALLEST_X_HEIGHT, loose=True)
    return _placed(shortened, broken, _setting(shortened, stock, x_height or SMALLEST_X_HEIGHT), too_many + cut)


def _shorter(whole: _Text) -> tuple[_Text, int]:
    """The part of the text that is worth shaping, and how many words come after it."""
    left, body = _NEVER_FITS, whole.body
    kept: list[str] = []
    for text in body:
        kept.append(text if len(text) <= left else text[:left].rpartition(" ")[0] or text[:left])
        left = max(0, left - len(text))
    words = sum(len(text.split()) for text in body) - sum(len(text.split()) for text in kept)
    return replace(whole, body=tuple(text for text in kept if text)), words


@dataclass(frozen=True, slots=True)
class _Text:
    """What a letter says, cleaned, and the language it is hyphenated in."""

    greeting: str
    body: tuple[str, ...]
    closing: str
    name: str
    language: str


def _text_of(letter: Letter) -> _Text:
    body = tuple(clean(paragraph) for paragraph in letter.paragraphs)
    return _Text(clean(letter.greeting), body, clean(letter.closing), clean(letter.name), letter.language)


class _Message:
    """The paragraphs of a letter, shaped, and where they may be broken."""

    def __init__(self, text: _Text, face: Face) -> None:
        self.text, self.face = text, face
        self.names = (text.name,) if text.name else ()
        texts = [each for each in (text.greeting, *text.body, text.closing) if each]
        self.to_the_left = runs_to_the_left(texts)
        self.paragraphs = tuple(shape(text, face, self.names, to_the_left=self.to_the_left) for text in texts)
        self.hyphen = shape("-", face).along[-1]
        self.word_count = sum(len(each.split()) for each in text.body)

    def shortened(self, words: int, ending: str = "") -> _Message:
        """The message without the last `words` words of its body; `ending` is put behind what is left."""
        left = list(self.text.body)
        while words and left:
            kept = left[-1].split()
            left[-1] = " ".join(kept[: max(0, len(kept) - words)])
            words -= min(words, len(kept))
            if not left[-1]:
                left.pop()
        if left and ending:
            left[-1] = left[-1].rstrip(".,;:–— ") + ending
        return _Message(replace(self.text, body=tuple(left)), self.face)

    def breaks(self, widest: float, *, hyphens: bool = False, loose: bool = False) -> list[lines.Breaks]:
        """Where each paragraph may be broken; a word wider than `widest` x-heights anywhere.

        `loose`: greeting, closing and names at their spaces too, for want of any other way.
        """
        found = []
        for shaped in self.paragraphs:
            text = shaped.text
            edge = text in {self.text.greeting, self.text.closing}
            if edge and not loose:
                places = lines.whole(text)
            else:
                places = lines.between_words(text, () if loose else self.names)
                if hyphens and not edge:
                    places = lines.hyphenated(text, places, self.text.language)
                places = lines.split(text, places, shaped, widest)
            found.append(lines.breaks(shaped, places, self.hyphen))
        return found


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a message is set at one size: the box its lines stand in, and their distance. All in mm but `measure`."""

    size: float
    box: Box
    pitch: float

    @property
    def measure(self) -> float:
        """Width of a line in x-heights."""
        return self.box.width / self.size

    def height(self, line_count: int, paragraphs: int) -> float:
        """Height of that many lines, the signature's space included."""
        steps = max(0, line_count - 1) + max(0, paragraphs - 1) * _PARAGRAPH_GAP
        return _FIRST_BASELINE * self.size + steps * self.pitch + SIGNATURE_SPACE


def _setting(message: _Message, stock: Stock, size: float) -> _Setting:
    ease = min(1.0, max(0.0, (size - SMALLEST_X_HEIGHT) / (_EASY_FROM - SMALLEST_X_HEIGHT)))
    return _Setting(size, text_box(stock, ease), message.face.line_pitch(ease) * size)


def _sized(message: _Message, stock: Stock) -> tuple[float | None, list[lines.Breaks]]:
    """The largest size at which the message fits and the breaks used for it; None when it does not fit."""
    widest = _setting(message, stock, _SPLIT_FROM).measure
    plain = message.breaks(widest)
    size = _largest(message, plain, stock)
    if size is not None and (
        size * _HYPHENS_MUST_BUY > LARGEST_X_HEIGHT or not _has_room(message, stock, size * _HYPHENS_MUST_BUY)
    ):
        return size, plain
    hyphenated = message.breaks(widest, hyphens=True)
    better = _largest(message, hyphenated, stock)
    if better is not None and (size is None or better > size * _HYPHENS_MUST_BUY):
        return better, hyphenated
    if size is not None:
        return size, plain
    loose = message.breaks(_setting(message, stock, SMALLEST_X_HEIGHT).measure, hyphens=True, loose=True)
    return _largest(message, loose, stock), loose


def _has_room(message: _Message, stock: Stock, size: float) -> bool:
    """False when it would not fit even if every line could be filled to its very end."""
    setting = _setting(message, stock, size)
    needed = sum(-int(-shaped.along[-1] // setting.measure) for shaped in message.paragraphs)
    return setting.height(needed, len(message.paragraphs)) <= setting.box.height


def _largest(message: _Message, broken: Sequence[lines.Breaks], stock: Stock) -> float | None:
    """The largest x-height in mm at which it fits with those breaks, in steps of 0.01 mm."""
    least, most = round(SMALLEST_X_HEIGHT * _STEPS_PER_MM), round(LARGEST_X_HEIGHT * _STEPS_PER_MM)
    if not _fits(message, broken, _setting(message, stock, SMALLEST_X_HEIGHT)):
        return None
    while least < most:
        middle = (least + most + 1) // 2
        if _fits(message, broken, _setting(message, stock, middle / _STEPS_PER_MM)):
            least = middle
        else:
            most = middle - 1
    return least / _STEPS_PER_MM


def _fits(message: _Message, broken: Sequence[lines.Breaks], setting: _Setting) -> bool:
    needed = 0
    for each in broken:
        more = lines.count(each, setting.measure)
        if more is None:
            return False
        needed += more
    return setting.height(needed, len(message.paragraphs)) <= setting.box.height


def _too_many(message: _Message, stock: Stock) -> int:
    """The least number of words to take from the body's end until the message fits; all of them if that is not enough."""
    least, most = 1, max(1, message.word_count)
    while least < most:
        middle = (least + most) // 2
        if _fits_somehow(message.shortened(middle), stock):
            most = middle
        else:
            least = middle + 1
    return least


def _fits_somehow(message: _Message, stock: Stock) -> bool:
    """Whether it fits at the smallest size in any of the ways that `_sized` tries."""
    smallest = _setting(message, stock, SMALLEST_X_HEIGHT)
    split = _setting(message, stock, _SPLIT_FROM).measure
    if not _has_room(message, stock, SMALLEST_X_HEIGHT):
        return False
    return _fits(message, message.breaks(split, hyphens=True), smallest) or _fits(
        message, message.breaks(smallest.measure, hyphens=True, loose=True), smallest
    )


def _placed(message: _Message, broken: Sequence[lines.Breaks], setting: _Setting, too_many: int) -> Laid:
    size, box, pitch = setting.size, setting.box, setting.pitch
    rows: list[tuple[float, Shaped, int, lines.Break]] = []
    y = _FIRST_BASELINE * size
    for shaped, each in zip(message.paragraphs, broken, strict=True):
        for start, place in lines.total_fit(each, setting.measure):
            rows.append((y, shaped, start, place))
            y += pitch
        y += _PARAGRAPH_GAP * pitch
    rows = [row for row in rows if row[0] <= box.height - SIGNATURE_SPACE + 0.001]
    last = rows[-1][0] if rows else 0.0
    widths = [(shaped.width(start, place.end) + message.hyphen * place.hyphen) * size for _, shaped, start, place in rows]
    widest = max(widths, default=0.0)
    left = box.x + (box.width - widest) / 2
    top = box.y + (box.height - SIGNATURE_SPACE - last) * _ABOVE_SHORT_LETTERS
    made = []
    for (row, shaped, start, place), width in zip(rows, widths, strict=True):
        x = left + widest - width if message.to_the_left else left
        made.append(Line(x, top + row, shaped, start, place.end, place.hyphen))
    signature = Box(left, top + last, box.width - (left - box.x), SIGNATURE_SPACE)
    return Laid(message.face, size, tuple(made), signature, too_many, _missing(message))


def _missing(message: _Message) -> tuple[tuple[str, str], ...]:
    found = []
    for shaped in message.paragraphs:
        for gap in shaped.gaps:
            found += [
                (cluster, next((word for word in shaped.text.split() if cluster in word), gap)) for cluster in clusters(gap)
            ]
    return tuple(dict.fromkeys(found))
