"""Text to glyphs: shaped by HarfBuzz a paragraph at a time, so that what is measured is what is drawn.

A shaped paragraph tells its lengths in x-heights; it is right for every size. Its glyphs are kept as ready pieces of a
PDF text array, so that drawing a line is joining slices.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import uharfbuzz as hb

from followup_desktop.paper.faces import Face, is_invisible, spans

_BLANKS = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]")
_UNDRAWABLE = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_RIGHT_TO_LEFT = ("R", "AL", "RLE", "RLO", "RLI", "AN")
_MISSING_WIDTH = 1.6
"""Width in x-heights of the empty frame that stands for a character no face can write, in a draft."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of one face and one direction, shaped. `tokens` and `clusters` are in visual order.

    A token is a piece of a PDF text array, "<" and ">" around it. `plain` maps each glyph to its text when every
    character has one glyph of its own, so that a reader of the PDF finds the text by glyphs; else it is None.
    """

    start: int
    end: int
    level: int
    face: Face
    clusters: tuple[int, ...]
    tokens: tuple[str, ...]
    glyphs: tuple[int, ...]
    plain: dict[int, str] | None

    @property
    def scale(self) -> float:
        """Size of the font in x-heights."""
        return 1 / self.face.x_height


@dataclass(frozen=True, slots=True)
class Gap:
    """A character that no face can write, where it stands in the text."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Shaped:
    """A paragraph of text with its glyphs. `along[i]` is how far character `i` is from the start, in x-heights."""

    text: str
    runs: tuple[Run | Gap, ...]
    along: tuple[float, ...]
    right_to_left: bool

    @property
    def gaps(self) -> tuple[str, ...]:
        """The characters that no face can write."""
        return tuple(self.text[run.start : run.end] for run in self.runs if isinstance(run, Gap))

    def width(self, start: int, end: int) -> float:
        """Width in x-heights of that part of the text."""
        return self.along[end] - self.along[start]


def clean(text: str) -> str:
    """`text` on one line: line ends and tabs as spaces, without control characters; broken surrogates as U+FFFD."""
    return _UNDRAWABLE.sub("\ufffd", _CONTROLS.sub("", _BLANKS.sub(" ", text)))


@lru_cache(maxsize=512)
def shape(text: str, hand: Face, names: tuple[str, ...] = (), language: str = "en") -> Shaped:
    """`text` (one `clean` paragraph) shaped in `hand`, other faces where it lacks a letter; `names` stay in one face."""
    found = spans(text, hand, names)
    levels, right_to_left = _levels(text)
    advances = [0.0] * len(text)
    runs: list[Run | Gap] = []
    for span in found:
        for start, end in _even(levels, span.start, span.end):
            level = levels[start] if levels else 0
            if span.face is None:
                runs.append(Gap(start, end, level))
                advances[start] = _MISSING_WIDTH
            else:
                runs.extend(_shaped(text, start, end, level, span.face, language, advances))
    return Shaped(text, tuple(runs), tuple(accumulate(advances, initial=0.0)), right_to_left)


def _even(levels: Sequence[int], start: int, end: int) -> list[tuple[int, int]]:
    """The stretch cut where the direction turns."""
    if not levels:
        return [(start, end)]
    cuts = [start, *(i for i in range(start + 1, end) if levels[i] != levels[i - 1]), end]
    return list(zip(cuts, cuts[1:], strict=False))


def _levels(text: str) -> tuple[list[int], bool]:
    """Embedding level of each character (empty: all 0), and whether the paragraph as a whole runs right to left."""
    if text.isascii():
        return [], False
    kinds = [unicodedata.bidirectional(character) for character in text]
    if not any(kind in _RIGHT_TO_LEFT for kind in kinds):
        return [], False
    right_to_left = sum(kind in {"R", "AL"} for kind in kinds) > kinds.count("L")
    return _resolved(text, int(right_to_left)), right_to_left


def _resolved(text: str, base: int) -> list[int]:
    """Levels after the Unicode Bidirectional Algorithm (UAX 9) up to rule I2; steering characters follow their neighbour."""
    from bidi import algorithm  # noqa: PLC0415  (only letters with right-to-left words pay for it)

    storage = {**algorithm.get_empty_storage(), "base_level": base, "base_dir": "LR"[base]}
    algorithm.get_embedding_levels(text, storage)
    for index, character in enumerate(storage["chars"]):
        character["index"] = index
        if character["type"] in {"LRI", "RLI", "FSI", "PDI"}:
            character["type"] = character["orig"] = "BN"
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    known = {character["index"]: int(character["level"]) for character in storage["chars"]}
    levels, last = [], base
    for index in range(len(text)):
        last = known.get(index, last)
        levels.append(last)
    return levels


def _shaped(text: str, start: int, end: int, level: int, face: Face, language: str, advances: list[float]) -> list[Run | Gap]:
    """The run shaped, its advances entered into `advances`; a gap instead where a glyph is missing after all."""
    buffer = hb.Buffer()
    buffer.add_str(text[start:end])
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level % 2 else "ltr"
    buffer.language = language
    hb.shape(face.font, buffer)
    glyphs = tuple(info.codepoint for info in buffer.glyph_infos)
    clusters = tuple(start + info.cluster for info in buffer.glyph_infos)
    if 0 in glyphs:
        return _without(text, start, end, level, face, language, advances, clusters, glyphs)
    unit = 1 / (face.upem * face.x_height)
    tokens = []
    for glyph, cluster, position in zip(glyphs, clusters, buffer.glyph_positions, strict=True):
        dx, dy, advance, _ = position.position
        advances[cluster] += advance * unit
        tokens.append(_token(face, glyph, advance, dx, dy))
    return [Run(start, end, level, face, clusters, tuple(tokens), glyphs, _plain(text, end, level, clusters, glyphs))]


def _without(
    text: str,
    start: int,
    end: int,
    level: int,
    face: Face,
    language: str,
    advances: list[float],
    clusters: Sequence[int],
    glyphs: Sequence[int],
) -> list[Run | Gap]:
    """The run in parts around the characters that turned out to have no glyph."""
    starts = sorted({*clusters, end})
    bad = {cluster for cluster, glyph in zip(clusters, glyphs, strict=True) if glyph == 0}
    runs: list[Run | Gap] = []
    begun = start
    for here, there in zip(starts, starts[1:], strict=False):
        if here in bad:
            if begun < here:
                runs.extend(_shaped(text, begun, here, level, face, language, advances))
            runs.append(Gap(here, there, level))
            advances[here] = _MISSING_WIDTH
            begun = there
    if begun < end:
        runs.extend(_shaped(text, begun, end, level, face, language, advances))
    return runs


def _token(face: Face, glyph: int, advance: int, dx: int, dy: int) -> str:
    """One glyph as a piece of a text array: moved by `dx`, `dy` and followed by its kerning (font units)."""
    em = 1000 / face.upem
    before = f">{round(-dx * em)}<" if dx else ""
    behind = round((face.advance(glyph) - advance + dx) * em)
    after = f">{behind}<" if behind else ""
    if not dy:
        return f"{before}{glyph:04x}{after}"
    return f">]TJ {dy / face.upem:.3f} Ts[<{before}{glyph:04x}{after}>]TJ 0 Ts[<"


def _plain(text: str, end: int, level: int, clusters: Sequence[int], glyphs: Sequence[int]) -> dict[int, str] | None:
    if level or len(set(clusters)) != len(clusters):
        return None
    plain: dict[int, str] = {}
    for glyph, here, there in zip(glyphs, clusters, (*clusters[1:], end), strict=True):
        if plain.setdefault(glyph, text[here:there]) != text[here:there]:
            return None
    return plain


@dataclass(frozen=True, slots=True)
class Part:
    """A slice of a run as it stands on a line: where it starts (x-heights from the line's start), and what it writes."""

    x: float
    run: Run | Gap
    start: int
    end: int


def line_parts(shaped: Shaped, start: int, end: int) -> list[Part]:
    """The parts of characters `start` to `end` in the order in which they stand on the line, left to right."""
    inside = [run for run in shaped.runs if run.start < end and run.end > start]
    parts: list[Part] = []
    x = 0.0
    for run in _visual(inside):
        first, last = max(run.start, start), min(run.end, end)
        parts.append(Part(x, run, first, last))
        x += shaped.width(first, last)
    return parts


def _visual(runs: list[Run | Gap]) -> list[Run | Gap]:
    """The runs of one line reordered by rule L2: from the highest level down, what stands at that level or above is turned."""
    highest = max((run.level for run in runs), default=0)
    for level in range(highest, 0, -1):
        turned: list[Run | Gap] = []
        pending: list[Run | Gap] = []
        for run in runs:
            if run.level >= level:
                pending.insert(0, run)
            else:
                turned += [*pending, run]
                pending = []
        runs = turned + pending
    return runs


def blank(character: str) -> bool:
    """True for a character that leaves no ink."""
    return character.isspace() or is_invisible(character)
