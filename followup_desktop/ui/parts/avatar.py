"""Avatars: somebody's initials in a circle."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QRect, QSize, Qt, QTextBoundaryFinder
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.ui.look import font, px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.painting import box

_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "mx", "sir", "dame", "frau", "herr"})
_BEFORE_THEIR_CONSONANT = frozenset("เแโใไ")
"""Thai vowels that are written before the consonant they follow in speech and in the alphabet."""


def _first_letter(word: str) -> str:
    """The first letter of a word with the marks that belong to it; in Thai the first consonant."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word)
    start = 0
    while True:
        end = finder.toNextBoundary()
        if end < 0:
            return ""
        letter = word[start:end]
        if unicodedata.category(letter[0]).startswith("L") and letter[0] not in _BEFORE_THEIR_CONSONANT:
            return letter
        start = end


def _has_case(letter: str) -> bool:
    return letter.upper() != letter.lower()


def initials(name: str) -> str:
    """The letters that stand for a name: first and last where the script has capitals (HN), else the first one (李)."""
    words = [word for word in unicodedata.normalize("NFC", name).split() if word.rstrip(".").casefold() not in _TITLES]
    letters = [letter for letter in map(_first_letter, words) if letter]
    if not letters:
        return ""
    if not _has_case(letters[0]):
        return letters[0]
    chosen = letters[:1] + (letters[-1:] if len(letters) > 1 and _has_case(letters[-1]) else [])
    return "".join(chosen).upper()


def paint_avatar(painter: QPainter, left: int, top: int, side: int, name: str) -> None:
    """Paint a name's initials in a circle of that size in pixels."""
    box(painter, QRect(left, top, side, side), side / 2, tone("window"), tone("line_strong"))
    letters = initials(name)
    shown = font("small" if side < px(measures.AVATAR) else "caption", QFont.Weight.DemiBold)
    while shown.pixelSize() > 1 and QFontMetrics(shown).horizontalAdvance(letters) > side - px(measures.RADIUS):
        shown.setPixelSize(shown.pixelSize() - 1)
    painter.setFont(shown)
    painter.setPen(tone("text2"))
    painter.drawText(QRect(left, top, side, side), int(Qt.AlignmentFlag.AlignCenter), letters)


class Avatar(QWidget):
    """A person's initials. It is decoration: the name always stands beside it."""

    def __init__(self, name: str = "", *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._small = name, small
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, name: str) -> None:
        """Show another name's initials."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        """36 design pixels across, 28 for a small one."""
        side = px(measures.AVATAR_SMALL if self._small else measures.AVATAR)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        with QPainter(self) as painter:
            paint_avatar(painter, 0, 0, min(self.width(), self.height()), self._name)
