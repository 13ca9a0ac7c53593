"""What stands in front of a page about people while names are hidden: one press shows the page, until it is left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.ui.look import pixmap, px, tone
from followup_desktop.ui.page import back_button, upright_line
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import ElidedLabel, label
from followup_desktop.ui.parts.painting import box

LOCK = 28


class _Lock(QWidget):
    """The picture of a lock, over the words."""

    def sizeHint(self) -> QSize:
        return QSize(px(LOCK), px(LOCK))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.drawPixmap((self.width() - px(LOCK)) // 2, 0, pixmap("lock", "text2", LOCK))


class Curtain(QWidget):
    """The body; `header` is its row above the NEXT strip."""

    lifted = Signal()
    """The page behind is to be shown."""
    left = Signal()
    """The user wants to go back instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Names are hidden"))
        self.header = QWidget(self)
        row = QHBoxLayout(self.header)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        back = back_button(self.tr("Back"))
        back.clicked.connect(self.left)
        for part in (back, upright_line(), ElidedLabel(self.tr("Names are hidden"), "title")):
            row.addWidget(part)
        row.addStretch(1)
        self.button = button(self.tr("Show this page"), "lock", tip=self.tr("Until you leave it"))
        self.button.clicked.connect(self.lifted)
        words = label(self.tr("This page is about people, so it stays covered while names are hidden."), tone="text2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(px(16))
        column.addStretch(4)
        column.addWidget(_Lock())
        column.addWidget(words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(5)
        self.setFocusProxy(self.button)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        del event
        with QPainter(self) as painter:
            box(painter, QRect(0, 0, self.width(), self.height()), px(measures.RADIUS_PANEL), tone("sheet"), tone("line"))
