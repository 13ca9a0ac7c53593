"""Boxes, hairlines and rings, drawn on whole pixels."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from followup_desktop.ui import look
from followup_desktop.ui.look import px, tone
from followup_desktop.ui.parts import measures

WASHES = {
    "ink": ("ink_wash", "ink_line", "ink"),
    "stamp": ("stamp_wash", "stamp_line", "stamp"),
    "brick": ("brick_wash", "brick_line", "brick"),
}
"""For each of the three families: its wash, the wash's outline, and its words."""


def line_width() -> int:
    """Pixels of an ordinary outline; two where only outlines are left to tell things apart (high contrast)."""
    return max(1, px(measures.LINE)) * (2 if look.is_high_contrast() else 1)


def box(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | None,
    line: QColor | None = None,
    width: float | None = None,
) -> None:
    """Paint a box of that outer size and corner radius (pixels); its outline lies inside and covers whole pixels."""
    width = line_width() if width is None else width
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    area = QRectF(rect)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(line, width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        area.adjust(width / 2, width / 2, -width / 2, -width / 2)
        radius = max(0.0, radius - width / 2)
    radius = min(radius, area.width() / 2, area.height() / 2)
    painter.drawRoundedRect(area, radius, radius)
    painter.restore()


def focus_ring(painter: QPainter, rect: QRect | QRectF, radius: float, gap: float = measures.RING_GAP) -> None:
    """Paint the focus ring `gap` design pixels around a control of that rectangle and corner radius (pixels)."""
    away = px(gap) if gap else 0
    width = px(measures.RING_WIDTH)
    out = away + width
    box(painter, QRectF(rect).adjusted(-out, -out, out, out), radius + away + 1, None, tone("ink"), width)


def hairline(painter: QPainter, start: QPointF, length: float, *, upright: bool = False, role: str = "line") -> None:
    """Paint a line of whole pixels, rightwards or downwards from `start`."""
    width = line_width()
    size = (width, length) if upright else (length, width)
    painter.fillRect(QRectF(start.x(), start.y(), *size), tone(role))


def disc(painter: QPainter, centre: QPointF, diameter: float, fill: QColor | None, line: QColor | None, width: float) -> None:
    """Paint a circle of that outer diameter (pixels) with its outline inside."""
    half = diameter / 2
    box(painter, QRectF(centre.x() - half, centre.y() - half, diameter, diameter), half, fill, line, width)
