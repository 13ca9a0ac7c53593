"""What stands in the interview list while there is nothing to list."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from followup_desktop.ui.interview_delegate import SIDE
from followup_desktop.ui.look import px, tone
from followup_desktop.ui.parts.label import label


class _Envelopes(QWidget):
    """Two envelopes, one with its stamp: the picture of an empty list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(px(80), px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        scale = self.width() / 80
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            painter.setPen(QPen(tone("field_line"), 1.5))
            painter.setBrush(tone("sheet"))
            painter.drawRect(27, 1, 51, 38)
            painter.setPen(QPen(tone("stamp_mark"), 1.5))
            painter.drawRect(63, 7, 8, 10)
            painter.setPen(QPen(tone("field_line"), 1.5))
            painter.drawRect(1, 11, 59, 43)
            painter.drawPolyline([QPointF(1, 11), QPointF(30.5, 34), QPointF(60, 11)])


class Empty(QWidget):
    """What stands in place of rows: a picture, a few words, and what can be done."""

    def __init__(self, title: str, words: str, *buttons: QPushButton, picture: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(SIDE), px(92 if picture else 24), px(SIDE), px(12))
        column.setSpacing(px(4))
        if picture:
            column.addWidget(_Envelopes(), 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(px(26))
        self.title = label(title, "name", wrap=True)
        self.words = label(words, tone="text2", wrap=True)
        for each in (self.title, self.words):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            each.setVisible(bool(each.text()))
            column.addWidget(each)
        column.addSpacing(px(14))
        for made in buttons:
            made.setMinimumWidth(px(176) if not made.property("role") else 0)
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(px(4))
        column.addStretch()
