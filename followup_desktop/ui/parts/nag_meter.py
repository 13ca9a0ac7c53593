"""The nag meter: how often a company was asked, out of how often is friendly."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.ui.look import font, px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.painting import disc


class NagMeter(QWidget):
    """A circle for each friendly question, filled where it was asked; one more than that shows in brick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(0)

    def set(self, used: int, most: int = 2) -> None:
        """Show that `used` of `most` questions were asked."""
        self._used, self._most = used, most
        self._words = self.tr("{used} of {most}").format(used=used, most=most)
        self.setAccessibleName(self.tr("Asked {used} of {most} times").format(used=used, most=most))
        self.updateGeometry()
        self.update()

    def _dots(self) -> int:
        return max(self._used, self._most)

    def sizeHint(self) -> QSize:
        """Room for the circles and the words."""
        metrics = QFontMetrics(font("body"))
        width = px(measures.METER_STEP) * self._dots() + px(4) + metrics.horizontalAdvance(self._words) + 1
        return QSize(width, max(px(measures.METER_DOT), metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint circles and words."""
        del event
        dot, step = px(measures.METER_DOT), px(measures.METER_STEP)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        with QPainter(self) as painter:
            for number in range(self._dots()):
                x = number * step + dot / 2
                centre = QPointF(self.width() - x if mirrored else x, self.height() / 2)
                if number >= self._used:
                    disc(painter, centre, dot, None, tone("field_line"), px(measures.RING_THIN * 2) / 2)
                else:
                    disc(painter, centre, dot, tone("ink" if number < self._most else "brick_mark"), None, 0)
            painter.setFont(font("body"))
            painter.setPen(tone("text"))
            trailing = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
            painter.drawText(self.rect(), int(trailing | Qt.AlignmentFlag.AlignVCenter), self._words)
