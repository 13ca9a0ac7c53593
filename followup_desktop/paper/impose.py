"""Where each panel of a card stands on its sheet, and how it is turned. Lengths in mm, origin at the bottom left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from followup_desktop.core.records import Stock
from followup_desktop.paper.stock import UNPRINTABLE, open_size

_TICK = 2.5
"""Length of a fold tick in mm."""


class Panel(StrEnum):
    """One face of the finished card as the reader holds it. A card that is not folded has a front and a back."""

    FRONT = "front"
    BACK = "back"
    INSIDE_LEFT = "inside left"
    INSIDE_RIGHT = "inside right"


class Flip(StrEnum):
    """The edge of the sheet around which a printer turns it for its second side."""

    LONG_EDGE = "long-edge"
    SHORT_EDGE = "short-edge"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a panel stands: its own origin at `x`, `y` of the sheet; `turned` by 180 degrees around that point.

    `side` is 0 for what is printed first, 1 for the sheet's other side, in the coordinates of that side's own page.
    """

    panel: Panel
    x: float
    y: float
    turned: bool
    side: int = 0

    def on_sheet(self, x: float, y: float) -> tuple[float, float]:
        """The point of the sheet at which the panel's point `x`, `y` stands."""
        return (self.x - x, self.y - y) if self.turned else (self.x + x, self.y + y)

    def drawn(self, content: str) -> str:
        """The panel's content on the sheet."""
        sign = -1 if self.turned else 1
        return f"q {sign} 0 0 {sign} {self.x:.3f} {self.y:.3f} cm\n{content}\nQ"


def message_panel(stock: Stock) -> Panel:
    """The panel that the message stands on."""
    return Panel.BACK if stock.fold == "flat" else Panel.INSIDE_RIGHT


def cards_a_sheet(stock: Stock) -> int:
    """How many cards one sheet makes."""
    return stock.columns * stock.rows


def sides(stock: Stock) -> int:
    """How many sides of a sheet are printed on: pages that it takes in a PDF."""
    return 1 if stock.fold == "quarter" else 2


def upright_flip(stock: Stock) -> Flip:
    """The flip at which both sides of a sheet are printed with the same edge up: around its upright edge."""
    return Flip.LONG_EDGE if stock.sheet[1] >= stock.sheet[0] else Flip.SHORT_EDGE


def places(stock: Stock, slot: int = 0, flip: Flip | None = None) -> dict[Panel, Place]:
    """All panels of card `slot` (from 0, row by row from the top) on a sheet of `stock`.

    Quarter-fold, printed on one side: bottom right the front, bottom left the back, top right the inside left and top left
    the inside right, both turned. The sheet is folded down behind first, then the right half over to the back.

    Half-fold, on both sides: outside the back, then the front to its right; inside the two inner panels as they are read.
    Flat: the front, and behind it the back. `flip` tells how the printer turns the sheet (`upright_flip` where None);
    around its other edge, all of the second side is turned by 180 degrees.
    """
    width, height = stock.panel
    if stock.fold == "quarter":
        return {
            Panel.FRONT: Place(Panel.FRONT, width, 0, turned=False),
            Panel.BACK: Place(Panel.BACK, 0, 0, turned=False),
            Panel.INSIDE_LEFT: Place(Panel.INSIDE_LEFT, 2 * width, 2 * height, turned=True),
            Panel.INSIDE_RIGHT: Place(Panel.INSIDE_RIGHT, width, 2 * height, turned=True),
        }
    row, column = divmod(slot, stock.columns)
    left = stock.x + column * stock.dx
    bottom = stock.sheet[1] - stock.y - row * stock.dy - height
    behind = stock.sheet[0] - left - open_size(stock)[0]
    turned = flip is not None and flip is not upright_flip(stock)
    if stock.fold == "flat":
        found = [Place(Panel.FRONT, left, bottom, turned=False), _second(stock, Panel.BACK, behind, bottom, turned=turned)]
    else:
        found = [
            Place(Panel.FRONT, left + width, bottom, turned=False),
            Place(Panel.BACK, left, bottom, turned=False),
            _second(stock, Panel.INSIDE_LEFT, behind, bottom, turned=turned),
            _second(stock, Panel.INSIDE_RIGHT, behind + width, bottom, turned=turned),
        ]
    return {place.panel: place for place in found}


def _second(stock: Stock, panel: Panel, x: float, y: float, *, turned: bool) -> Place:
    """A panel on the sheet's second side; `turned` with that whole side."""
    width, height = stock.sheet
    return Place(panel, width - x, height - y, turned=True, side=1) if turned else Place(panel, x, y, turned=False, side=1)


def fold_ticks(stock: Stock) -> str:
    """Short grey lines where the folds meet the sheet's printable edge, outside every panel's text.

    None on a sheet of several cards (they come scored) or without a fold.
    """
    if stock.fold == "flat" or cards_a_sheet(stock) > 1:
        return ""
    (width, height), (fold_x, fold_y) = stock.sheet, stock.panel
    near, far = UNPRINTABLE + 0.15, UNPRINTABLE + 0.15 + _TICK
    ticks = [(fold_x, near, fold_x, far), (fold_x, height - far, fold_x, height - near)]
    if stock.fold == "quarter":
        ticks += [(near, fold_y, far, fold_y), (width - far, fold_y, width - near, fold_y)]
    lines = " ".join(f"{x:.3f} {y:.3f} m {to_x:.3f} {to_y:.3f} l" for x, y, to_x, to_y in ticks)
    return f"q 0.1 w 0.72 G {lines} S Q"
