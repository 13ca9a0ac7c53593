"""How true a printer lays a page on its sheet: a test sheet to measure it with, and what to do about it. Lengths in mm.

Nearly every printer is a millimetre or two off, the same on every sheet, and some turn a sheet for its second side around
another edge than they were asked to. Both are found once with a test sheet and a ruler, and kept for that printer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.paper import block
from followup_desktop.paper.document import Document
from followup_desktop.paper.impose import Flip, sides, upright_flip

FRAME = 15.0
"""How far the test sheet's frame stands from the left and from the upper edge of the sheet."""
BAR = 50.0
"""Length of the test sheet's bar: another length on paper means that the printer scales."""
BAR_TOLERANCE = 0.5
"""What a ruler and two eyes leave open on the bar (1 %)."""
MOST = 8.0
"""A printer that is further off than this was measured wrongly, or had another sheet in it."""

Shift = tuple[float, float]
"""To the right and down."""

_CROSS = 20.0
_INSET = 10.0
_LINE, _HAIR, _WORDS = "0 G 0.25 w", "0 G 0.1 w", "0.13 g"
_BODY, _SMALL = 1.75, 1.35
_PITCH = 5.2
_STEPS_RIGHT, _LEAST_BESIDE = 4.0, 40.0
_FIRST = "First side"
_SECOND = "Second side"
_STEPS = (
    "1. Measure from the paper’s left edge to the upright line: {frame:g} mm?",
    "2. Measure from its upper edge to the level line: {frame:g} mm?",
    "3. Measure the bar: {bar:g} mm?",
)
_OVER = "4. Turn the sheet over like a page of a book. Does the arrow point up?"


@dataclass(frozen=True, slots=True)
class Alignment:
    """How one printer's pages land: `front` and `back` tell how far to the right and how far too low, in mm.

    `as_book` is False where the second side stands on its head when the sheet is turned like a page of a book.
    """

    front: Shift = (0.0, 0.0)
    back: Shift = (0.0, 0.0)
    as_book: bool = True

    def flip(self, stock: Stock) -> Flip | None:
        """The flip to lay out sheets of `stock` for (see `impose.places`): None where the printer turns them as asked."""
        if self.as_book or sides(stock) == 1:
            return None
        return Flip.SHORT_EDGE if upright_flip(stock) is Flip.LONG_EDGE else Flip.LONG_EDGE

    def shifts(self, pages: int) -> tuple[Shift, ...]:
        """How far the first and, where `pages` is 2, the second page of each sheet are moved on paper to land true."""
        return tuple((-right, -down) for right, down in (self.front, self.back)[:pages])

    def kept(self) -> dict[str, object]:
        """As plain values for the settings of this computer; `from_kept` reads them."""
        return {"front": list(self.front), "back": list(self.back), "as_book": self.as_book}


TRUE = Alignment()
"""A printer that lays pages where they belong."""


def from_kept(values: object) -> Alignment:
    """The alignment that `Alignment.kept` wrote; a true one where `values` are something else."""
    if not isinstance(values, Mapping):
        return Alignment()
    front, back = (_shift(values.get(side)) for side in ("front", "back"))
    return Alignment(front, back, values.get("as_book") is not False)


def _shift(value: object) -> Shift:
    if isinstance(value, list) and len(value) == 2 and all(isinstance(each, (int, float)) for each in value):  # noqa: PLR2004  (right and down)
        right, down = float(value[0]), float(value[1])
        if abs(right) <= MOST and abs(down) <= MOST:
            return right, down
    return 0.0, 0.0


def measured(left: float, top: float, bar: float = BAR) -> Shift:
    """The shift of one side from what was measured on the test sheet: paper's edge to frame, left and top, and the bar.

    Raises `Problem` for lengths that no printer's fault explains, and where the bar says that the page was scaled.
    """
    if not all(isfinite(each) for each in (left, top, bar)) or max(abs(left - FRAME), abs(top - FRAME)) > MOST:
        what = QT_TRANSLATE_NOOP("paper", "No printer is more than {most} mm off. Was it this sheet, and are these millimetres?")
        raise Problem(Words(what, {"most": int(MOST)}))
    if abs(bar - BAR) > BAR_TOLERANCE:
        what = QT_TRANSLATE_NOOP(
            "paper", "The bar is {bar} mm long instead of {right}: the printer scales. Switch “fit to page” off in its settings."
        )
        raise Problem(Words(what, {"bar": f"{bar:g}", "right": f"{BAR:g}"}))
    return left - FRAME, top - FRAME


def test_sheet(stock: Stock) -> bytes:
    """A PDF to measure a printer with, on sheets of `stock`; its second side too where the stock has one."""
    both = sides(stock) > 1
    duplex = "DuplexFlipLongEdge" if upright_flip(stock) is Flip.LONG_EDGE else "DuplexFlipShortEdge"
    document = Document("Test sheet", duplex=duplex if both else "Simplex")
    document.page(*stock.sheet, _side(document, stock, _FIRST, _steps(both=both)))
    if both:
        document.page(*stock.sheet, _side(document, stock, _SECOND, ("Measure the same here.",)))
    return document.file()


def _steps(*, both: bool) -> tuple[str, ...]:
    steps = tuple(step.format(frame=FRAME, bar=BAR) for step in _STEPS)
    return (*steps, _OVER) if both else steps


def _side(document: Document, stock: Stock, title: str, steps: tuple[str, ...]) -> str:
    width, height = stock.sheet
    top, middle = height - FRAME, (width / 2, height / 2)
    reach = min(_CROSS, width / 4, height / 4)
    drawn = [
        f"{_LINE} {FRAME} {_INSET} m {FRAME} {height - _INSET} l S {_INSET} {top} m {width - _INSET} {top} l S",
        _cross(middle, reach),
        _bar((FRAME + 5, top - 12)),
        _arrow((width - FRAME - 5, top - 6)),
        _WORDS,
        block.draw_line(document, title, (FRAME + 5, top - 7), _BODY),
    ]
    widest, y = _room(steps, (width, height), reach)
    for row in _rows(steps, widest):
        drawn.append(block.draw_row(document, row, (FRAME + _STEPS_RIGHT, y), _SMALL))
        y -= _PITCH
    return "\n".join(drawn)


def _rows(steps: Sequence[str], widest: float) -> list[block.Row]:
    return [row for step in steps for row in block.rows(step, _SMALL, widest)]


def _room(steps: Sequence[str], sheet: tuple[float, float], reach: float) -> tuple[float, float]:
    """How wide the steps are set, and the first one's height: above the cross, beside it or below it, where they have room."""
    (width, height), left = sheet, FRAME + _STEPS_RIGHT
    first, full, beside = height - FRAME - 22, width - _INSET - left, width / 2 - reach - 5 - left
    if first - _PITCH * len(_rows(steps, full)) > height / 2 + reach:
        return full, first
    if beside > _LEAST_BESIDE and first - _PITCH * len(_rows(steps, beside)) > _INSET:
        return beside, first
    return full, height / 2 - reach - _PITCH


def _cross(at: tuple[float, float], reach: float) -> str:
    """Two lines through the sheet's middle with a tick each millimetre: held to the light, both sides' crosses meet."""
    x, y = at
    lines = [f"{x - reach:.3f} {y:.3f} m {x + reach:.3f} {y:.3f} l", f"{x:.3f} {y - reach:.3f} m {x:.3f} {y + reach:.3f} l"]
    for step in range(-int(reach), int(reach) + 1):
        half = 1.6 if step % 5 == 0 else 0.8
        lines.append(f"{x + step:.3f} {y - half:.3f} m {x + step:.3f} {y + half:.3f} l")
        lines.append(f"{x - half:.3f} {y + step:.3f} m {x + half:.3f} {y + step:.3f} l")
    return f"{_HAIR} {' '.join(lines)} S"


def _bar(at: tuple[float, float]) -> str:
    x, y = at
    return (
        f"{_LINE} {x:.3f} {y:.3f} m {x + BAR:.3f} {y:.3f} l "
        f"{x:.3f} {y - 2:.3f} m {x:.3f} {y + 2:.3f} l {x + BAR:.3f} {y - 2:.3f} m {x + BAR:.3f} {y + 2:.3f} l S"
    )


def _arrow(tip: tuple[float, float]) -> str:
    x, y = tip
    shaft = f"{x:.3f} {y - 14:.3f} m {x:.3f} {y:.3f} l"
    head = f"{x - 2.5:.3f} {y - 4:.3f} m {x:.3f} {y:.3f} l {x + 2.5:.3f} {y - 4:.3f} l"
    return f"{_LINE} {shaft} {head} S"
