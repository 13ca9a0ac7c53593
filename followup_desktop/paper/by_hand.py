"""Cards written by hand: the letter broken to the user's own writing, told to be too long before ink touches paper.

The user writes one sentence, measures how long it is and how far apart their lines are; that is enough to know what fits.
A guide sheet holds the numbered lines to copy and the panel at its true size, to lay under the card. Lengths in mm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Letter, Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.paper import block, draw
from followup_desktop.paper.document import Document
from followup_desktop.paper.envelope import Envelopes
from followup_desktop.paper.fit import Fit, Laid, fit_of, lay_written
from followup_desktop.paper.shape import clean
from followup_desktop.paper.stock import paper_sheet, text_box
from followup_desktop.paper.stops import refuse

SENTENCE = "Thank you for making time for me this morning."
"""The sentence that is written once to measure a hand: all its letters are usual on a card, and it fits on one line."""

LEAST_LENGTH, MOST_LENGTH = 40.0, 260.0
LEAST_DISTANCE, MOST_DISTANCE = 4.0, 20.0

_SIDE, _FOOT = 12.0, 9.0
_GAP = 14.0
"""Between the lines to copy and the panel."""
_COPY, _LEAST_COPY, _LABEL, _TITLE = 1.75, 1.25, 1.35, 2.2
"""x-heights of print in mm."""
_GREY, _DARK = "0.38 g", "0.13 g"
_TRACE = "0.66 g"
_BASELINE = "0.25 G 0.25 w"
_OUTLINE = "0.55 G 0.2 w [2 1.5] 0 d"
_DOT_EVERY, _DOT = 6.0, 0.35
_BAR = 50.0


@dataclass(frozen=True, slots=True)
class Writing:
    """How somebody writes: `length` of `SENTENCE` in their hand and `distance` of their lines, both in mm.

    As given here: a middling adult hand on unruled paper. Raises `Problem` for lengths that no hand has.
    """

    length: float = 100.0
    distance: float = 8.0

    def __post_init__(self) -> None:
        """Refuse what was surely measured in another unit or mistyped."""
        if not LEAST_LENGTH <= self.length <= MOST_LENGTH:
            what = QT_TRANSLATE_NOOP("paper", "The sentence is between {least} and {most} mm long in anybody’s writing.")
            raise Problem(Words(what, {"least": int(LEAST_LENGTH), "most": int(MOST_LENGTH)}))
        if not LEAST_DISTANCE <= self.distance <= MOST_DISTANCE:
            what = QT_TRANSLATE_NOOP("paper", "Lines are between {least} and {most} mm apart in anybody’s writing.")
            raise Problem(Words(what, {"least": int(LEAST_DISTANCE), "most": int(MOST_DISTANCE)}))

    def x_height(self, hand: str = "Caveat") -> float:
        """The size of `hand` in mm at which it runs as wide as this writing."""
        return self.length / block.width(SENTENCE, 1.0, hand)

    @property
    def words(self) -> Words:
        """For what writing a guide sheet was made."""
        what = QT_TRANSLATE_NOOP("paper", "For writing in which “{sentence}” is {length} mm long, in lines {distance} mm apart.")
        return Words(what, {"sentence": SENTENCE, "length": f"{self.length:g}", "distance": f"{self.distance:g}"})


def plan(letter: Letter, stock: Stock, writing: Writing, hand: str = "Caveat") -> Laid:
    """The lines in which `letter` is written on its panel. Raises `Problem` for a hand that there is not."""
    return lay_written(letter, stock, hand, writing.x_height(hand), writing.distance)


def fit(letter: Letter, stock: Stock, writing: Writing, hand: str = "Caveat") -> Fit:
    """How the letter fits when written by hand: `stops.of_fit` puts it into findings. Raises `Problem` as `plan`."""
    return fit_of(letter, plan(letter, stock, writing, hand))


def pdf(
    letters: Sequence[Letter],
    stock: Stock,
    writing: Writing,
    hand: str = "Caveat",
    *,
    trace: bool = True,
    draft: bool = False,
    envelopes: Envelopes | None = None,
) -> bytes:
    """A guide sheet for each letter, on office paper. `trace` adds the words in grey, to be written over.

    `envelopes` follow after the guide sheets.

    Raises `Problem` without `draft` for a letter that is too long or holds a character that no font here can write; a draft
    says so on its sheet. Raises ValueError without letters.
    """
    if not letters:
        raise ValueError("no letter: a PDF has at least one page")
    document = Document("Guide sheets")
    for letter in letters:
        laid = plan(letter, stock, writing, hand)
        if not draft:
            refuse(letter, laid)
        _add(document, _Guide(letter, laid, stock, writing), trace=trace)
    if envelopes is not None:
        envelopes.add_to(document)
    return document.file()


@dataclass(frozen=True, slots=True)
class _Guide:
    """What stands on one guide sheet, and where."""

    letter: Letter
    laid: Laid
    stock: Stock
    writing: Writing

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height: the paper lies on its side unless the panel is too high for that."""
        width, height = sorted(paper_sheet(self.stock))
        return (width, height) if self.stock.panel[1] > width - 3 * _SIDE else (height, width)

    @property
    def origin(self) -> tuple[float, float]:
        """The panel's lower left corner."""
        return self.sheet[0] - _SIDE - self.stock.panel[0], (self.sheet[1] - self.stock.panel[1]) / 2

    def baseline(self, y: float) -> float:
        """Height on the sheet of what is `y` below the panel's upper edge."""
        return self.origin[1] + self.stock.panel[1] - y


def _add(document: Document, guide: _Guide, *, trace: bool) -> None:
    drawn = [_title(document, guide), *_panel(document, guide, trace=trace), *_copy(document, guide), *_foot(document, guide)]
    document.page(*guide.sheet, "\n".join(drawn))


def _title(document: Document, guide: _Guide) -> str:
    widest = guide.origin[0] - _SIDE - _GAP
    name = clean(guide.letter.name).strip()
    told = f"Card to {name}" if block.writable(name) else "Card"
    at = (_SIDE, guide.sheet[1] - _SIDE - 3)
    title = block.draw_line(document, told, at, block.fitted(told, _TITLE, widest))
    if not guide.laid.too_many:
        return f"{_DARK}\n{title}"
    warning = f"TOO LONG: {guide.laid.too_many} words too many"
    return f"{_DARK}\n{title}\n{block.draw_line(document, warning, (_SIDE, at[1] - 5.5), _COPY)}"


def _panel(document: Document, guide: _Guide, *, trace: bool) -> list[str]:
    """The panel's outline, a baseline for each line with dots where small letters end, and the words in grey."""
    (left, bottom), (width, height) = guide.origin, guide.stock.panel
    box, size = text_box(guide.stock, 0.5), guide.laid.x_height
    drawn = [f"q {_OUTLINE} {left:.3f} {bottom:.3f} {width} {height} re S Q"]
    start, end = left + box.x, left + box.x + box.width
    baselines = [guide.baseline(line.y) for line in guide.laid.lines]
    for y in baselines:
        drawn.append(f"{_BASELINE} {start:.3f} {y:.3f} m {end:.3f} {y:.3f} l S")
        dots = [start + _DOT_EVERY * number for number in range(int((end - start) / _DOT_EVERY) + 1)]
        drawn += [f"{_DOT / 2 + 0.1} w 1 J", *(f"{x:.3f} {y + size:.3f} m {x:.3f} {y + size:.3f} l S" for x in dots), "0 J"]
    if trace:
        drawn.append(f"q {left:.3f} {bottom:.3f} {width} {height} re W n {_TRACE}")
        for line in guide.laid.lines:
            at = (left + line.x, guide.baseline(line.y))
            drawn.append(draw.text_line(document, line.shaped, line.start, line.end, at, size))
        drawn.append("Q")
    return drawn


def _copy(document: Document, guide: _Guide) -> list[str]:
    """The numbered lines to copy, each at the height of its baseline."""
    widest = guide.origin[0] - _SIDE - _GAP - 8
    texts = [line.shaped.text[line.start : line.end] for line in guide.laid.lines]
    size = max(_LEAST_COPY, min((block.fitted(text, _COPY, widest) for text in texts), default=_COPY))
    drawn = []
    for number, (line, text) in enumerate(zip(guide.laid.lines, texts, strict=True), 1):
        y = guide.baseline(line.y)
        drawn.append(f"{_GREY}\n{block.draw_line(document, str(number), (_SIDE, y), _LABEL)}\n{_DARK}")
        for row in block.rows(text, size, widest):
            drawn.append(block.draw_row(document, row, (_SIDE + 8, y), size, widest))
            y -= 2.3 * size
    signature = guide.laid.signature
    y = guide.baseline(signature.y + signature.height * 0.6)
    drawn.append(f"{_GREY}\n{block.draw_line(document, 'Sign here', (_SIDE + 8, y), _LABEL)}")
    return drawn


def _foot(document: Document, guide: _Guide) -> list[str]:
    """How to use the sheet, for whose writing it is, and a bar that shows whether it was printed at its true size."""
    widest = guide.sheet[0] - 2 * _SIDE
    lines = (
        f"Lay the card over the dashed frame, on a window or a lamp. {guide.writing.words}",
        f"This bar is {_BAR:g} mm long:",
    )
    drawn = [_GREY]
    for at, words in enumerate(reversed(lines)):
        drawn.append(block.draw_line(document, words, (_SIDE, _FOOT + 4.4 * at), block.fitted(words, _LABEL, widest)))
    x = _SIDE + block.width(lines[1], _LABEL) + 3
    drawn.append(f"0.25 G 0.3 w {x:.3f} {_FOOT + 0.9:.3f} m {x + _BAR:.3f} {_FOOT + 0.9:.3f} l S")
    drawn += [f"{end:.3f} {_FOOT:.3f} m {end:.3f} {_FOOT + 1.8:.3f} l S" for end in (x, x + _BAR)]
    return drawn
