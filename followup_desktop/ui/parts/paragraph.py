"""Paragraphs: plain text that wraps, with the line distance of its type."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LINES = {"display": 1.23, "page": 1.33, "title": 1.5, "letter": 1.73, "caption": 1.33, "small": 1.45}
_BODY = 1.54
"""Distance of two lines as a multiple of the font's pixels (LOOK, "Type")."""
_WIDEST_EM = 40
"""What a paragraph asks for at most; layouts may give it more."""


class Paragraph(QLabel):
    """A label that wraps. One line is as high as any label; each further one adds the type's line distance."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _step(self) -> int:
        kind = self.property("type")
        factor = _LINES.get(kind, _BODY) if isinstance(kind, str) else _BODY
        return max(QFontMetrics(self.font()).height(), round(self._pixels() * factor))

    def _pixels(self) -> int:
        return self.fontInfo().pixelSize()

    def _laid(self, width: float) -> QTextLayout:
        made = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setTextOption(option)
        made.beginLayout()
        while (line := made.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
        made.endLayout()
        return made

    def _frame(self) -> QSize:
        margins = self.contentsMargins()
        twice = 2 * self.margin()
        return QSize(margins.left() + margins.right() + twice, margins.top() + margins.bottom() + twice)

    def hasHeightForWidth(self) -> bool:
        """True: it wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels needed at that width."""
        lines = max(1, self._laid(width - self._frame().width()).lineCount())
        return QFontMetrics(self.font()).height() + (lines - 1) * self._step() + self._frame().height()

    def sizeHint(self) -> QSize:
        """All on one line where that is not wide, else wrapped at 40 em."""
        laid = self._laid(self._pixels() * _WIDEST_EM)
        widest = max((laid.lineAt(number).naturalTextWidth() for number in range(laid.lineCount())), default=0.0)
        width = math.ceil(widest) + 1 + self._frame().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Its longest word, at most eight letters of it."""
        metrics = QFontMetrics(self.font())
        word = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        width = min(word, metrics.averageCharWidth() * 8) + 1 + self._frame().width()
        return QSize(width, metrics.height() + self._frame().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines; text that can be selected is Qt's to paint."""
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            super().paintEvent(event)
            return
        area = self.contentsRect()
        laid, step = self._laid(area.width()), self._step()
        high = QFontMetrics(self.font()).height() + (laid.lineCount() - 1) * step
        aligned = self.alignment()
        top = float(area.top())
        if aligned & Qt.AlignmentFlag.AlignVCenter:
            top += (area.height() - high) / 2
        elif aligned & Qt.AlignmentFlag.AlignBottom:
            top += area.height() - high
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            for number in range(laid.lineCount()):
                line = laid.lineAt(number)
                spare = area.width() - line.naturalTextWidth()
                at_end = bool(aligned & Qt.AlignmentFlag.AlignRight) is not mirrored
                x = area.left() + (spare / 2 if aligned & Qt.AlignmentFlag.AlignHCenter else spare if at_end else 0)
                line.draw(painter, QPointF(x - line.x(), round(top) + number * step - line.y()))
