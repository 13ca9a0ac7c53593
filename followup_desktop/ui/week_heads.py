"""What frames the week: the head with the days' names, the gutter with the hours, the corner with the week's number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from followup_desktop.ui import look, week_layout
from followup_desktop.ui.language import time_words
from followup_desktop.ui.look import px, tone
from followup_desktop.ui.parts import measures


class Head(QHeaderView):
    """The days' names: each section is painted by the view."""

    def __init__(self, paint: Callable[[QPainter, QRect, int], None], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._paint = paint
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """A day's least width, and the head's height."""
        return QSize(px(week_layout.LEAST_DAY), measures.tall(week_layout.HEAD, look.font("body")))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Let the view paint that day's name."""
        painter.save()
        self._paint(painter, rect, section)
        painter.restore()


class Gutter(QHeaderView):
    """The hours at the side, painted whole by the view."""

    def __init__(self, paint: Callable[[QPainter, QRect], None], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._paint = paint
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """Wide enough for an hour in words."""
        hour = QFontMetrics(look.font("small", 600)).horizontalAdvance(time_words(time(12)))
        return QSize(max(px(week_layout.GUTTER), hour + px(10)), px(week_layout.HOUR))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the view paint all hours."""
        del event
        with QPainter(self.viewport()) as painter:
            self._paint(painter, self.viewport().rect())


class Corner(QWidget):
    """The week's number, where head and gutter meet."""

    def __init__(self, words: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number."""
        del event
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), tone("sheet"))
            painter.setFont(look.font("small"))
            painter.setPen(tone("text2"))
            painter.drawText(self.rect().adjusted(px(10), 0, -px(10), 0), leading(self), self._words())
            painter.fillRect(0, self.height() - 1, self.width(), 1, tone("line"))
            painter.fillRect(0 if self.isRightToLeft() else self.width() - 1, 0, 1, self.height(), tone("line"))


def leading(widget: QWidget) -> Qt.AlignmentFlag:
    """Where words begin in that widget's language, halfway up."""
    side = Qt.AlignmentFlag.AlignRight if widget.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
