"""The hands of the cards as fonts of the window."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

HAND = "Caveat"
"""The hand that cards are written in where the user chose none."""


@cache
def family(hand: str = HAND) -> str:
    """The name of that hand's family in Qt, loaded when first asked for; empty where this computer does not have it."""
    from followup_desktop.paper.faces import HANDS, face  # noqa: PLC0415  (brings HarfBuzz; not before first paint)

    if hand not in HANDS:  # a font of the computer: Qt knows it by the same name
        return hand if hand in QFontDatabase.families() else ""
    return loaded(face(hand).path)


@cache
def loaded(path: Path | None) -> str:
    """The name of the family in that font file, from now on known to Qt; empty where there is no file or Qt cannot read it."""
    number = QFontDatabase.addApplicationFont(str(path)) if path is not None else -1
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else ""


def can_write(text: str, hand: str = HAND) -> bool:
    """True when that hand has every letter of `text`."""
    raw = QRawFont.fromFont(QFont(family(hand)))
    return raw.familyName() == family(hand) and all(raw.supportsCharacter(each) for each in text if not each.isspace())
