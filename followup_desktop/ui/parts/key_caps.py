"""Key caps: the keys of a shortcut, each in its cap."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.ui.look import font, px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.button import key_name
from followup_desktop.ui.parts.painting import box

_SYMBOLS = {"Down": "↓", "Up": "↑", "Left": "←", "Right": "→", "Return": "Enter"}


def cap_size(cap: str) -> QSize:
    """The size of one cap in pixels."""
    metrics = QFontMetrics(font("small"))
    height = max(px(measures.KEY_CAP), metrics.height() + px(4))
    return QSize(max(px(16), metrics.horizontalAdvance(cap) + 2 * px(measures.KEY_CAP_SIDE)), height)


def paint_cap(painter: QPainter, place: QRect, cap: str) -> None:
    """Paint one cap."""
    box(painter, place, px(measures.RADIUS_SMALL), tone("raised"), tone("line_strong"))
    painter.setFont(font("small"))
    painter.setPen(tone("text2"))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), cap)


class KeyCaps(QWidget):
    """The keys of one shortcut, side by side."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = key_name(keys) or keys
        self._caps = tuple(_SYMBOLS.get(part, part) for part in whole.split("+") if part)
        self.setAccessibleName(whole)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for all caps."""
        sizes = [cap_size(cap) for cap in self._caps]
        gaps = px(measures.KEY_CAP_GAP) * max(0, len(sizes) - 1)
        return QSize(sum(size.width() for size in sizes) + gaps, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the caps."""
        del event
        left = 0
        with QPainter(self) as painter:
            for cap in self._caps:
                size = cap_size(cap)
                paint_cap(painter, QRect(left, (self.height() - size.height()) // 2, size.width(), size.height()), cap)
                left += size.width() + px(measures.KEY_CAP_GAP)
