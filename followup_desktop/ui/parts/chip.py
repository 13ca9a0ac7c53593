"""Chips: a state in two words. A chip tells; it is never pressed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from followup_desktop.ui.look import font, px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.controls import paint_icon
from followup_desktop.ui.parts.painting import WASHES, box


def _chip_font() -> QFont:
    return font("caption", QFont.Weight.Medium)


def chip_size(words: str, icon: str = "") -> QSize:
    """The size of a chip with those words and that icon, in pixels."""
    metrics = QFontMetrics(_chip_font())
    before = px(measures.CHIP_ICON_SIDE) + px(measures.ICON_SMALL + measures.CHIP_GAP) if icon else px(measures.CHIP_SIDE)
    height = max(px(measures.CHIP), metrics.height() + px(4))
    return QSize(before + metrics.horizontalAdvance(words) + px(measures.CHIP_SIDE) + 1, height)


def paint_chip(
    painter: QPainter,
    place: QPoint,
    words: str,
    icon: str = "",
    family: str = "",
    *,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> None:
    """Paint a chip with its top left corner there. `family` is "" (neutral), ink, stamp or brick."""
    rect = QRect(place, chip_size(words, icon))
    wash, line, ink = WASHES.get(family, ("", "line_strong", "text2"))
    box(painter, rect, rect.height() / 2, tone(wash) if wash else None, tone(line))
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    before = px(measures.CHIP_SIDE)
    if icon:
        side = px(measures.CHIP_ICON_SIDE)
        spot = QRect(rect.left() + side, rect.top(), px(measures.ICON_SMALL), rect.height())
        if mirrored:
            spot.moveRight(rect.right() - side)
        paint_icon(painter, spot, icon, ink, measures.ICON_SMALL)
        before = side + px(measures.ICON_SMALL + measures.CHIP_GAP)
    after = px(measures.CHIP_SIDE)
    area = rect.adjusted(after if mirrored else before, 0, -(before if mirrored else after), 0)
    painter.setFont(_chip_font())
    painter.setPen(tone(ink))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
    painter.drawText(area, int(flags | (Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)), words)


class Chip(QLabel):
    """A chip on a page."""

    def __init__(self, words: str = "", icon: str = "", family: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._icon, self._family = icon, family
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, words: str, icon: str = "", family: str = "") -> None:
        """Show another state."""
        self._icon, self._family = icon, family
        self.setText(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for icon and words."""
        return chip_size(self.text(), self._icon)

    def minimumSizeHint(self) -> QSize:
        """A chip is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the middle of its height."""
        del event
        with QPainter(self) as painter:
            top = (self.height() - self.sizeHint().height()) // 2
            paint_chip(painter, QPoint(0, top), self.text(), self._icon, self._family, direction=self.layoutDirection())
