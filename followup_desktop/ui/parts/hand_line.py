"""A sentence of a card in the hand it will be printed in: a note seen turning into a card."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QRawFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from followup_desktop.ui.look import font, font_px, px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.controls import paint_icon

_HAND = 1.46
"""Size of the hand as a multiple of the system font's (LOOK, "Type")."""


def hand_font(family: str, sentence: str = "") -> QFont:
    """The hand for a preview; italic body text where the hand is not installed or lacks a letter of the sentence."""
    made = QFont(family)
    made.setPixelSize(round(font_px() * _HAND))
    made.setWeight(QFont.Weight.Medium)
    raw = QRawFont.fromFont(made)
    if raw.familyName() == family and all(raw.supportsCharacter(letter) for letter in sentence if not letter.isspace()):
        return made
    plain = font("body")
    plain.setItalic(True)
    return plain


class HandLine(QLabel):
    """One sentence in the hand, behind a pen. Its line is kept free while there is nothing to show."""

    def __init__(self, family: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._family = family
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_hand(self, family: str) -> None:
        """Write in another hand: the family's name as Qt knows it."""
        self._family = family
        self.update()

    def sizeHint(self) -> QSize:
        """One line, whether there are words or not."""
        metrics = QFontMetrics(hand_font(self._family, self.text()))
        high = max(px(28), metrics.height(), QFontMetrics(font("body")).height())
        return QSize(metrics.horizontalAdvance(self.text()) + px(40), high)

    def minimumSizeHint(self) -> QSize:
        """It may be cut at its end."""
        return QSize(px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pen and the sentence."""
        del event
        if not self.text():
            return
        with QPainter(self) as painter:
            pen = QRect(px(14), 0, px(measures.ICON), self.height())
            paint_icon(painter, QStyle.visualRect(self.layoutDirection(), self.rect(), pen), "pen", "ink", measures.ICON_SMALL)
            painter.setFont(hand_font(self._family, self.text()))
            painter.setPen(tone("text"))
            area = QStyle.visualRect(self.layoutDirection(), self.rect(), self.rect().adjusted(px(39), 0, 0, 0))
            words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), words)
