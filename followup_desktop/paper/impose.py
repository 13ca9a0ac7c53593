"""Where each panel of a folded card stands on its sheet, and how it is turned. Lengths in mm, origin at the bottom left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from followup_desktop.core.records import Stock
from followup_desktop.paper.stock import UNPRINTABLE

_TICK = 2.5
"""Length of a fold tick in mm."""


class Panel(StrEnum):
    """One face of the finished card as the reader holds it."""

    FRONT = "front"
    BACK = "back"
    INSIDE_LEFT = "inside left"
    INSIDE_RIGHT = "inside right"


MESSAGE = Panel.INSIDE_RIGHT
"""The panel that the message stands on."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a panel stands: its own origin at `x`, `y` of the sheet; `turned` by 180 degrees around that point."""

    panel: Panel
    x: float
    y: float
    turned: bool

    def on_sheet(self, x: float, y: float) -> tuple[float, float]:
        """The point of the sheet at which the panel's point `x`, `y` stands."""
        return (self.x - x, self.y - y) if self.turned else (self.x + x, self.y + y)

    def drawn(self, content: str) -> str:
        """The panel's content on the sheet."""
        sign = -1 if self.turned else 1
        return f"q {sign} 0 0 {sign} {self.x:.3f} {self.y:.3f} cm\n{content}\nQ"


def places(stock: Stock) -> dict[Panel, Place]:
    """All panels of a sheet of `stock`.

    Quarter-fold, printed on one side: bottom right the front, bottom left the back, top right the inside left and top left
    the inside right, both turned. The sheet is folded down behind first, then the right half over to the back.
    """
    width, height = stock.panel
    return {
        Panel.FRONT: Place(Panel.FRONT, width, 0, turned=False),
        Panel.BACK: Place(Panel.BACK, 0, 0, turned=False),
        Panel.INSIDE_LEFT: Place(Panel.INSIDE_LEFT, 2 * width, 2 * height, turned=True),
        Panel.INSIDE_RIGHT: Place(Panel.INSIDE_RIGHT, width, 2 * height, turned=True),
    }


def fold_ticks(stock: Stock) -> str:
    """Short grey lines where the folds meet the sheet's printable edge, outside every panel's text."""
    (width, height), (fold_x, fold_y) = stock.sheet, stock.panel
    near, far = UNPRINTABLE + 0.15, UNPRINTABLE + 0.15 + _TICK
    ticks = [
        (fold_x, near, fold_x, far),
        (fold_x, height - far, fold_x, height - near),
        (near, fold_y, far, fold_y),
        (width - far, fold_y, width - near, fold_y),
    ]
    lines = " ".join(f"{x:.3f} {y:.3f} m {to_x:.3f} {to_y:.3f} l" for x, y, to_x, to_y in ticks)
    return f"q 0.1 w 0.72 G {lines} S Q"
