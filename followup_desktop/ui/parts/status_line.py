"""The status line: whether everything is saved, and what is still owed."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.ui.look import font, px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.controls import paint_icon
from followup_desktop.ui.parts.label import tooltip

State = Literal["saved", "saving", "unsaved"]

_ICONS = {"saved": ("check", "text2"), "saving": ("clock", "text2"), "unsaved": ("warning", "brick")}


class StatusLine(QWidget):
    """Left: saved or not. Right: what is owed. Both are words for screen readers too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = self._right = ""
        self._state: State = "saved"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_saved(self, words: str, state: State = "saved") -> None:
        """Say "Saved 12:41", "Saving" or "Not saved yet"."""
        self._left, self._state = words, state
        self._tell()

    def set_owed(self, words: str) -> None:
        """Say what is owed: "2 cards owed · 1 question allowed"."""
        self._right = words
        self._tell()

    def _tell(self) -> None:
        whole = ". ".join(part for part in (self._left, self._right) if part)
        self.setAccessibleName(whole)
        self.setToolTip(tooltip(whole))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for both sides."""
        metrics = QFontMetrics(font("caption"))
        words = metrics.horizontalAdvance(self._left) + metrics.horizontalAdvance(self._right)
        return QSize(words + px(64), measures.tall(measures.STATUS, font("caption")))

    def minimumSizeHint(self) -> QSize:
        """Words at the right give way first."""
        return QSize(px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and words."""
        del event
        name, token = _ICONS[self._state]
        weight = QFont.Weight.Medium if self._state == "unsaved" else QFont.Weight.Normal
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        with QPainter(self) as painter:
            painter.setFont(font("caption", weight))
            metrics = painter.fontMetrics()
            spot = QRect(0, 0, px(measures.ICON_SMALL), self.height())
            start = spot.width() + px(measures.ICON_GAP)
            needed = min(metrics.horizontalAdvance(self._left) + 1, self.width() - start)
            words = QRect(start, 0, needed, self.height())
            rest = QRect(start + needed + px(16), 0, max(0, self.width() - start - needed - px(16)), self.height())
            if mirrored:
                for place in (spot, words, rest):
                    place.moveLeft(self.width() - place.left() - place.width())
            if self._left:
                paint_icon(painter, spot, name, token, measures.ICON_SMALL)
            painter.setPen(tone(token))
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            cut = metrics.elidedText(self._left, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, int(middle | Qt.AlignmentFlag.AlignHCenter), cut)
            painter.setPen(tone("text2"))
            painter.setFont(font("caption"))
            owed = painter.fontMetrics().elidedText(self._right, Qt.TextElideMode.ElideRight, rest.width())
            trailing = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
            painter.drawText(rest, int(middle | trailing), owed)
