"""The faces a card is set in: which there are, what each can write, and which of them writes which word.

A hand is a face that looks handwritten and that the user may choose. Where the chosen hand lacks a letter, another
face steps in, in this order: a hand that can write the whole card; else one face for the whole word (a name of several
words counts as one); else one for each grapheme cluster; the same again with accents taken apart; for letters (never for
pictures such as emoji) a font of the computer. What no face can write is reported, so that it is never printed wrong.

All faces are scaled to one x-height, so lengths in this room are told in x-heights until the size is known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from statistics import median

import fontpkg
import uharfbuzz as hb

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.paper.own_hands import own_hands
from followup_desktop.paper.system_fonts import font_files

HANDS = ("Caveat", "Indie Flower", "Kalam", "Dancing Script")
"""The hands that come with the program, in the order in which they step in for one another."""

BOOK_FACES = ("Noto Sans", "Amiri", "Heebo", "Noto Sans Thai")
"""The faces for scripts that no hand has, in the order in which they are asked."""

_X_LETTERS = "xzvnuo"
_DEFAULT_X_HEIGHT = 0.5
"""In em, for faces without Latin letters: a Han character of 1 em then matches a Latin capital and its descender."""

_REGULAR_WEIGHT = 400.0

_FONT_IS_RESTRICTED = 0x0002
_FONT_FORBIDS_SUBSETS = 0x0100
_FONT_IS_BITMAPS_ONLY = 0x0200

_STAND_INS = {
    "\u00a0": " ",
    "\u2007": " ",
    "\u2008": " ",
    "\u2009": " ",
    "\u200a": " ",
    "\u202f": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u3000": " ",
    "\u2010": "-",
    "\u2011": "-",
}
"""What HarfBuzz draws instead of a character that a face lacks: spaces of other widths, hyphens that do not break."""


def is_invisible(character: str) -> bool:
    """True for characters that only steer (joiners, direction marks, soft hyphens, variation selectors)."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _regular(axis: hb.OTVarAxisInfo) -> float:
    """Where a variable font is set on an axis: at its default, but at weight 400 where that is too thin or too bold."""
    weight = min(max(_REGULAR_WEIGHT, axis.min_value), axis.max_value)
    return float(weight if axis.tag == "wght" else axis.default_value)


class Face:
    """One font of one file, parsed once: its measures in em and the characters it has."""

    def __init__(self, name: str, path: Path, index: int = 0) -> None:
        self.name = name
        self.path = path
        self.index = index
        self.face = hb.Face(hb.Blob.from_file_path(str(path)), index)
        self.font = hb.Font(self.face)
        self.axes = {axis.tag: _regular(axis) for axis in self.face.axis_infos}
        self.font.set_variations(self.axes)
        self.upem: int = self.face.upem

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character the face can draw as it is, with those that HarfBuzz makes out of its space and hyphen."""
        own = {chr(code) for code in self.face.unicodes}
        return frozenset(own | {odd for odd, plain in _STAND_INS.items() if plain in own})

    @cached_property
    def _os2(self) -> bytes:
        """The OS/2 table; empty where the font has none."""
        return bytes(self.face.reference_table("OS/2").data)

    @cached_property
    def x_height(self) -> float:
        """Height of the small letters in em: as the face declares it (OS/2 sxHeight), else as its letters are drawn."""
        declared = int.from_bytes(self._os2[86:88], "big", signed=True)
        if declared > 0:
            return declared / self.upem
        tops = [self._top(letter) for letter in _X_LETTERS if letter in self.characters]
        return float(median(tops)) / self.upem if tops else _DEFAULT_X_HEIGHT

    @cached_property
    def _advances(self) -> dict[int, int]:
        return {}

    @cached_property
    def _tokens(self) -> dict[tuple[int, tuple[int, int, int, int]], str]:
        return {}

    def advance(self, glyph: int) -> int:
        """Width of a glyph in font units, before any kerning."""
        known = self._advances.get(glyph)
        if known is None:
            known = self._advances[glyph] = int(self.font.get_glyph_h_advance(glyph))
        return known

    def tokens(self, glyphs: Sequence[int], positions: Sequence[tuple[int, int, int, int]]) -> tuple[str, ...]:
        """Each glyph as a piece of a PDF text array, moved and kerned to its position (offsets, then advances: font units)."""
        known = self._tokens
        keys = list(zip(glyphs, positions, strict=True))
        for key in keys:
            if key not in known:
                known[key] = self._token(*key)
        return tuple([known[key] for key in keys])

    def _token(self, glyph: int, position: tuple[int, int, int, int]) -> str:
        dx, dy, advance, _ = position
        em = 1000 / self.upem
        before = f">{round(-dx * em)}<" if dx else ""
        kerning = round((self.advance(glyph) - advance + dx) * em)
        after = f">{kerning}<" if kerning else ""
        if not dy:
            return f"{before}{glyph:04x}{after}"
        return f">]TJ {dy / self.upem:.3f} Ts[<{before}{glyph:04x}{after}>]TJ 0 Ts[<"

    def _top(self, letter: str) -> int:
        extents = self.font.get_glyph_extents(self.font.get_nominal_glyph(ord(letter)))
        return int(extents.y_bearing) if extents else 0

    def line_pitch(self, ease: float) -> float:
        """Distance of baselines in x-heights: `ease` 1 is comfortable (1.35 em), 0 as close as can be (1.15 em).

        More where the face itself asks for more room.
        """
        comfortable, close = max(1.35, 1.04 * self._own_pitch), max(1.15, 0.92 * self._own_pitch)
        return (close + (comfortable - close) * ease) / self.x_height

    @cached_property
    def _own_pitch(self) -> float:
        """The distance of baselines that the face asks for, in em."""
        extents = self.font.get_font_extents("ltr")
        return float(extents.ascender - extents.descender) / self.upem

    @cached_property
    def embeddable(self) -> bool:
        """False for a face without outlines, or one whose licence bits (OS/2 fsType) forbid to embed a part of it."""
        bits = int.from_bytes(self._os2[8:10], "big")
        allowed = bits & 0x000F != _FONT_IS_RESTRICTED and not bits & (_FONT_FORBIDS_SUBSETS | _FONT_IS_BITMAPS_ONLY)
        return allowed and not {"glyf", "CFF ", "CFF2"}.isdisjoint(self.face.table_tags)

    def has_all(self, text: str) -> bool:
        """True when it has every character of a whole text: `writes`, fast, but without those that only steer."""
        return self.characters.issuperset(text if text.isascii() else unicodedata.normalize("NFC", text))

    def writes(self, text: str) -> bool:
        """True when the face has every character of `text`, accents composed as far as Unicode composes them."""
        return all(c in self.characters or is_invisible(c) for c in unicodedata.normalize("NFC", text))

    def writes_apart(self, text: str) -> bool:
        """True when it can write `text` with the accents set as characters of their own."""
        return all(c in self.characters or is_invisible(c) for c in unicodedata.normalize("NFD", text))


@cache
def face(name: str) -> Face:
    """The packaged face of that name, or the font of this computer of that family (one for the whole process).

    Raises `Problem` for a name that is none, and for a font whose maker forbids to embed it.
    """
    if name in HANDS + BOOK_FACES:
        return Face(name, fontpkg.path(name))
    where = own_hands().get(name)
    if where is None:
        what = QT_TRANSLATE_NOOP("paper", "There is no hand called {hand}. There are {hands}.")
        raise Problem(Words(what, {"hand": name, "hands": ", ".join(HANDS)}))
    found = Face(name, *where)
    if not found.embeddable:
        what = QT_TRANSLATE_NOOP("paper", "The font {hand} cannot be used: its maker does not allow it to be put into a PDF.")
        raise Problem(Words(what, {"hand": name}))
    return found


@cache
def _system_face(path: Path, index: int) -> Face | None:
    """The face in that file of the computer, or None when it cannot be read or must not be embedded."""
    try:
        found = Face(path.stem, path, index)
    except (OSError, hb.HarfBuzzError):
        return None
    return found if found.embeddable else None


@cache
def _codes_in(path: Path, index: int) -> hb.Set | None:
    """The character codes of a font of the computer; None for a file that cannot be read."""
    try:
        return hb.Face(hb.Blob.from_file_path(str(path)), index).unicodes
    except (OSError, hb.HarfBuzzError):
        return None


@lru_cache(maxsize=512)
def _from_the_computer(text: str) -> Face | None:
    """The first font of the computer that writes all of `text`; None where there is none, or `text` holds a picture."""
    wanted = {ord(character) for character in unicodedata.normalize("NFC", text) if not is_invisible(character)}
    kinds = {unicodedata.category(chr(code)) for code in wanted}
    if kinds <= {"Zs"} or not all(kind[0] in "LMNP" or kind in {"Zs", "Sm", "Sc"} for kind in kinds):
        return None
    for path, index in font_files():
        codes = _codes_in(path, index)
        if codes is not None and all(code in codes for code in wanted):
            found = _system_face(path, index)
            if found is not None:
                return found
    return None


def clusters(text: str) -> list[str]:
    """`text` cut into what a reader takes for one character: a letter with its accents, a syllable, a flag."""
    found: list[str] = []
    for character in text:
        if found and _continues(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _continues(cluster: str, character: str) -> bool:
    last = cluster[-1]
    if (
        unicodedata.category(character)[0] == "M"
        or character in "\u200c\u200d\u0e33\u0eb3"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    ):
        return last not in " \n"
    if last == "\u200d" or "\U000e0020" <= character <= "\U000e007f":
        return True
    if _is_flag_letter(character):
        return _is_flag_letter(last) and len(cluster) % 2 == 1
    if "\u1160" <= character <= "\u11ff":
        return "\u1100" <= last <= "\u11ff" or "\uac00" <= last <= "\ud7a3"
    return unicodedata.combining(last) == 9 and unicodedata.category(character) == "Lo"  # noqa: PLR2004  (9: a virama joins)


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text and the face that writes it; `face` None: nothing here can."""

    start: int
    end: int
    face: Face | None


def hand_for(texts: Iterable[str], hand: str) -> Face:
    """The hand for a whole card: the chosen one, or the first other one that writes all of it where the chosen lacks letters."""
    chosen = face(hand)
    whole = "".join(texts)
    if chosen.has_all(whole):
        return chosen
    needed = {character for character in unicodedata.normalize("NFC", whole) if not is_invisible(character)}
    if all(unicodedata.category(character)[0] not in "LM" for character in needed - chosen.characters):
        return chosen
    return next((other for other in map(face, HANDS) if needed <= other.characters), chosen)


def spans(text: str, hand: Face, names: Sequence[str] = ()) -> list[Span]:
    """`text` cut into stretches of one face each. `names` are the phrases that stay in one face if any can be."""
    if hand.has_all(text):
        return [Span(0, len(text), hand)] if text else []
    found: list[Span] = []
    for start, end in _pieces(text, names):
        found.extend(_set_piece(text, start, end, hand))
    return _joined(text, found)


def _pieces(text: str, names: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Start and end of each name, each word without the punctuation around it, and whatever stands between them."""
    known = [rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names, key=len, reverse=True) if name in text]
    for match in re.finditer("|".join([*known, r"\s+", r"\S+?(?=" + "|".join([*known, r"\s", "$"]) + ")"]), text):
        start, end = match.span()
        first, last = start, end
        while first < end and unicodedata.category(text[first])[0] in "PS":
            first += 1
        while last > first and unicodedata.category(text[last - 1])[0] in "PS":
            last -= 1
        yield from (piece for piece in ((start, first), (first, last), (last, end)) if piece[0] < piece[1])


def _set_piece(text: str, start: int, end: int, hand: Face) -> list[Span]:
    piece = text[start:end]
    whole = _face_for(piece, hand)
    if whole is not None:
        return [Span(start, end, whole)]
    found = []
    for cluster in clusters(piece):
        found.append(Span(start, start + len(cluster), _face_for(cluster, hand) or _face_apart(cluster, hand)))
        start += len(cluster)
    return found


def _face_for(piece: str, hand: Face) -> Face | None:
    if hand.writes(piece):
        return hand
    for name in HANDS + BOOK_FACES:
        candidate = face(name)
        if candidate.writes(piece):
            return candidate
    return _from_the_computer(piece)


def _face_apart(cluster: str, hand: Face) -> Face | None:
    packaged = (hand, *(face(name) for name in HANDS + BOOK_FACES))
    return next((candidate for candidate in packaged if candidate.writes_apart(cluster)), None)


def _joined(text: str, found: list[Span]) -> list[Span]:
    """Neighbours of one face as one span; a space between two words of one face belongs to them."""
    joined: list[Span] = []
    for number, span in enumerate(found):
        writer = span.face
        if text[span.start : span.end].isspace() and 0 < number < len(found) - 1:
            before, after = joined[-1].face, found[number + 1].face
            if before is after and before is not None and before.writes(" "):
                writer = before
        if joined and joined[-1].face is writer:
            joined[-1] = Span(joined[-1].start, span.end, writer)
        else:
            joined.append(Span(span.start, span.end, writer))
    return joined
