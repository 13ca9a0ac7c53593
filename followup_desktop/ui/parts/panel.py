"""Panels: the sheets that pages lie on."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from followup_desktop.ui.look import px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.painting import box


class Panel(QFrame):
    """A rounded sheet with a hairline around it. What lies in it keeps one line's width away from its edge.

    `ground` and `line` are roles: the desk under a card is `Panel("desk", "desk")`.
    """

    def __init__(self, ground: str = "sheet", line: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground, self._line = ground, line
        self.setFrameShape(QFrame.Shape.NoFrame)
        edge = px(measures.LINE)
        self.setContentsMargins(edge, edge, edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        del event
        with QPainter(self) as painter:
            box(painter, self.rect(), px(measures.RADIUS_PANEL), tone(self._ground), tone(self._line))


class Hairline(QWidget):
    """One line between two rows."""

    def __init__(self, role: str = "line", *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        if upright:
            self.setFixedWidth(max(1, px(measures.LINE)))
        else:
            self.setFixedHeight(max(1, px(measures.LINE)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it with the line's colour."""
        del event
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), tone(self._role))


def column(panel: QWidget, *, side: int = 16, top: int = 12, spacing: int = 8) -> QVBoxLayout:
    """A column of rows inside a panel, with its margins and spacing in design pixels."""
    made = QVBoxLayout(panel)
    made.setContentsMargins(px(side), px(top), px(side), px(top))
    made.setSpacing(px(spacing))
    return made
