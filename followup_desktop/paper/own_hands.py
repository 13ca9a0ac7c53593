"""The fonts of the user's computer as hands: one for each family, its plainest cut, chosen by the family's name."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from followup_desktop.paper.system_fonts import font_files

_FAMILY, _CUT, _WHOLE_FAMILY, _WHOLE_CUT = 1, 2, 16, 17
"""Numbers of the names in a font (OpenType, "name" table): family and cut, the latter two where a family has many cuts."""
_PLAIN = ("regular", "roman", "book", "normal", "medium", "")
_NEEDED = frozenset(map(ord, string.ascii_letters + string.digits + " .,'-"))
"""Codes that a hand for English letters has."""
_PICTURES = 5
"""Kind of family of fonts that have pictures in place of letters (OS/2, panose, first number)."""


@cache
def own_hands() -> Mapping[str, tuple[Path, int]]:
    """The families of this computer that can write English, by name: file and index of the plainest cut of each.

    Whether a font may be embedded is not looked at here (see `faces.face`). Read once; takes about a millisecond a font.
    """
    best: dict[str, tuple[int, int, Path, int]] = {}
    for order, (path, index) in enumerate(font_files()):
        told = _told(path, index)
        if told is not None:
            family, rank = told
            best[family] = min(best.get(family, (rank, order, path, index)), (rank, order, path, index))
    return {family: best[family][2:] for family in sorted(best, key=str.casefold)}


def _has_pictures(face: hb.Face) -> bool:
    """Whether it has pictures in the places of letters: it says so, or names the one of A by a number (as Dingbats do)."""
    panose = bytes(face.reference_table("OS/2").data)[32:33]
    font = hb.Font(face)
    name = font.glyph_to_string(font.get_nominal_glyph(ord("A")) or 0)
    return panose == bytes([_PICTURES]) or bool(re.fullmatch(r"a\d+", name))


def _told(path: Path, index: int) -> tuple[str, int] | None:
    """Family and rank of the cut (0 is the plainest); None for a font that is no hand or cannot be read."""
    try:
        face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        family = face.get_name(_WHOLE_FAMILY) or face.get_name(_FAMILY) or ""
        cut = (face.get_name(_WHOLE_CUT) or face.get_name(_CUT) or "").strip().lower()
        if not family.strip() or not family.isprintable() or not set(face.unicodes) >= _NEEDED or _has_pictures(face):
            return None
    except (OSError, ValueError, hb.HarfBuzzError):
        return None
    return family.strip(), _PLAIN.index(cut) if cut in _PLAIN else len(_PLAIN)
