"""Text to glyphs: shaped by HarfBuzz a paragraph at a time, so that what is measured is what is drawn.

A shaped paragraph tells its lengths in x-heights; it is right for every size. Its glyphs are kept as ready pieces of a
PDF text array, so that drawing a line is joining slices.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby, pairwise

import uharfbuzz as hb

from followup_desktop.paper.faces import Face, spans

_BLANKS = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]")
_BROKEN = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_FIRST_OTHER_SCRIPT = "\u0370"
"""All letters before this one are Latin: such text needs no look at its scripts or directions."""
_TO_THE_LEFT = frozenset({"R", "AL"})
_HAS_DIRECTION = _TO_THE_LEFT | {"AN", "RLE", "RLO", "RLI"}
_WRITTEN_TOGETHER = {"Hira": "Hani", "Kana": "Hani", "Bopo": "Hani"}
"""Scripts that share a word and are shaped alike."""
_NO_SCRIPT = frozenset({"Zyyy", "Zinh", "Zzzz"})
_TAKEN_FOR = {"LRI": "BN", "RLI": "BN", "FSI": "BN", "PDI": "BN", "": "L"}
"""Kinds that python-bidi does not know: isolates, which have no effect here, and code points not assigned yet."""
_VIRAMA = 9
"""Canonical combining class of the signs that join two consonants."""
_MISSING_WIDTH = 1.6
"""Width in x-heights of the empty frame that stands for a character no face can write, in a draft."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of one face, script and direction, shaped. `tokens` and `clusters` are in visual order.

    A token is a piece of a PDF text array, "<" and ">" around it. `plain` tells each glyph's text when the glyphs in
    reading order read as the text itself; else it is None.
    """

    start: int
    end: int
    level: int
    face: Face
    clusters: tuple[int, ...]
    tokens: tuple[str, ...]
    glyphs: tuple[int, ...]
    plain: dict[int, str] | None


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch that no face can write."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Shaped:
    """A paragraph of text with its glyphs. `along[i]` is how far character `i` is from the start, in x-heights."""

    text: str
    runs: tuple[Run | Gap, ...]
    along: tuple[float, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """The stretches that no face can write."""
        return tuple(self.text[run.start : run.end] for run in self.runs if isinstance(run, Gap))

    def width(self, start: int, end: int) -> float:
        """Width in x-heights of that part of the text."""
        return self.along[end] - self.along[start]

    def glyph_starts(self) -> set[int]:
        """The characters that a glyph of their own begins with: only before these can the text be cut."""
        return {cluster for run in self.runs for cluster in (run.clusters if isinstance(run, Run) else (run.start,))}


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What is shaped in one go."""

    start: int
    end: int
    face: Face
    script: str
    level: int


def clean(text: str) -> str:
    """`text` on one line: line ends and tabs as spaces, without control characters; broken surrogates as U+FFFD."""
    return _BROKEN.sub("\ufffd", _CONTROLS.sub("", _BLANKS.sub(" ", text)))


def runs_to_the_left(texts: Iterable[str]) -> bool:
    """True when most letters of `texts` belong to a script that is written from right to left."""
    written = "".join(texts)
    if written.isascii() or max(written) < _FIRST_OTHER_SCRIPT:
        return False
    kinds = [unicodedata.bidirectional(character) for character in written]
    return sum(kind in _TO_THE_LEFT for kind in kinds) > kinds.count("L")


@lru_cache(maxsize=512)
def shape(text: str, hand: Face, names: tuple[str, ...] = (), *, to_the_left: bool = False) -> Shaped:
    """`text` (one `clean` paragraph) shaped in `hand`, other faces where it lacks a letter; `names` stay in one face.

    `to_the_left`: the paragraph as a whole runs from right to left.
    """
    levels, scripts = _directions_and_scripts(text, to_the_left=to_the_left)
    advances = [0.0] * len(text)
    runs: list[Run | Gap] = []
    for span in spans(text, hand, names):
        for start, end in _even(text, levels, scripts, span.start, span.end):
            level = levels[start] if levels else 0
            if span.face is None:
                advances[start] = _MISSING_WIDTH
                runs.append(Gap(start, end, level))
            else:
                script = scripts[start] if scripts else "Latn"
                runs.extend(_shaped(text, _Stretch(start, end, span.face, script, level), advances))
    return Shaped(text, tuple(runs), tuple(accumulate(advances, initial=0.0)))


def _directions_and_scripts(text: str, *, to_the_left: bool) -> tuple[Sequence[int], Sequence[str]]:
    """Level and script of each character; both empty for a Latin text, which runs from left to right in any letter."""
    if text.isascii() or max(text) < _FIRST_OTHER_SCRIPT:
        return [], []
    has_direction = to_the_left or any(unicodedata.bidirectional(character) in _HAS_DIRECTION for character in text)
    levels = _levels(text, int(to_the_left)) if has_direction else []
    return levels, _scripts(text, levels)


def _levels(text: str, base: int) -> list[int]:
    """Levels after the Unicode Bidirectional Algorithm (UAX 9) up to rule I2; steering characters follow their neighbour."""
    from bidi import algorithm  # noqa: PLC0415  (only letters with right-to-left words pay for it)

    storage = {**algorithm.get_empty_storage(), "base_level": base, "base_dir": "LR"[base]}
    algorithm.get_embedding_levels(text, storage)
    for index, character in enumerate(storage["chars"]):
        character["index"] = index
        kind = _TAKEN_FOR.get(character["type"], character["type"])
        character["type"] = character["orig"] = kind
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    known = {character["index"]: int(character["level"]) for character in storage["chars"]}
    return list(
        accumulate((known.get(index, -1) for index in range(len(text))), lambda last, own: last if own < 0 else own, initial=base)
    )[1:]


def _scripts(text: str, levels: Sequence[int]) -> list[str]:
    """ISO 15924 code of each character's script; what belongs to none takes that before it, or after it where levels turn."""
    from fontTools.unicodedata import script  # noqa: PLC0415  (only letters with other than Latin words pay for it)

    found = [_WRITTEN_TOGETHER.get(own, own) for own in map(script, text)]
    last = _first_script(found, "Latn")
    for index, own in enumerate(found):
        if own in _NO_SCRIPT:
            turns = bool(levels) and index > 0 and levels[index] != levels[index - 1]
            found[index] = _first_script(found[index:], last) if turns else last
        last = found[index]
    return found


def _first_script(scripts: Iterable[str], default: str) -> str:
    return next((own for own in scripts if own not in _NO_SCRIPT), default)


def _even(text: str, levels: Sequence[int], scripts: Sequence[str], start: int, end: int) -> Iterable[tuple[int, int]]:
    """The stretch cut where script or direction change, and right-to-left words one by one.

    Drawn one by one in the order of the text, such words are found in that order by readers of a PDF.
    """
    cuts = [start]
    for i in range(start + 1, end):
        turns = bool(levels) and (
            levels[i] != levels[i - 1] or (levels[i] % 2 == 1 and text[i].isspace() != text[i - 1].isspace())
        )
        if turns or (scripts and scripts[i] != scripts[i - 1]):
            cuts.append(i)
    return pairwise([*cuts, end])


def _shaped(text: str, stretch: _Stretch, advances: list[float]) -> list[Run | Gap]:
    """The stretch shaped, its advances entered into `advances`; a gap where a glyph is missing after all."""
    face, start, end = stretch.face, stretch.start, stretch.end
    buffer = hb.Buffer()
    buffer.add_str(text[start:end])
    buffer.direction = "rtl" if stretch.level % 2 else "ltr"
    buffer.script = stretch.script
    buffer.language = "und"
    hb.shape(face.font, buffer)
    infos = buffer.glyph_infos
    glyphs = tuple([info.codepoint for info in infos])
    clusters = tuple([start + info.cluster for info in infos])
    if 0 in glyphs:
        bad = {cluster for cluster, glyph in zip(clusters, glyphs, strict=True) if not glyph}
        return _around(text, stretch, advances, sorted({*clusters, end}), bad)
    positions = [position.position for position in buffer.glyph_positions]
    unit = 1 / (face.upem * face.x_height)
    for cluster, position in zip(clusters, positions, strict=True):
        advances[cluster] += position[2] * unit
    plain = _plain(text, stretch, clusters, glyphs)
    return [Run(start, end, stretch.level, face, clusters, face.tokens(glyphs, positions), glyphs, plain)]


def _around(text: str, stretch: _Stretch, advances: list[float], starts: Sequence[int], bad: set[int]) -> list[Run | Gap]:
    """The stretch in parts around the characters that turned out to have no glyph."""
    runs: list[Run | Gap] = []
    for missing, group in groupby(pairwise(starts), key=lambda pair: pair[0] in bad):
        pairs = list(group)
        first, last = pairs[0][0], pairs[-1][1]
        if missing:
            advances[first] = _MISSING_WIDTH
            runs.append(Gap(first, last, stretch.level))
        else:
            runs.extend(_shaped(text, _Stretch(first, last, stretch.face, stretch.script, stretch.level), advances))
    return runs


def _plain(text: str, stretch: _Stretch, clusters: Sequence[int], glyphs: Sequence[int]) -> dict[int, str] | None:
    """Each glyph's text, where the glyphs in reading order then read as the text itself; else None."""
    if len(glyphs) == stretch.end - stretch.start and clusters[0] == stretch.start and clusters[-1] == stretch.end - 1:
        whole = text[stretch.start : stretch.end]
        one_by_one = dict(zip(glyphs, whole, strict=True))
        if "".join([one_by_one[glyph] for glyph in glyphs]) == whole and len(set(clusters)) == len(glyphs):
            return one_by_one
    order = list(zip(glyphs, clusters, strict=True))
    if stretch.level % 2:
        order.reverse()
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], stretch.end], strict=True))
    plain: dict[int, str] = {}
    for start, group in groupby(order, key=lambda each: each[1]):
        members = [glyph for glyph, _ in group]
        written = text[start : ends[start]]
        if len(members) > 1 and (len(members) != len(written) or not all(_sits_on_letter(mark) for mark in written[1:])):
            return None
        for glyph, part in zip(members, written if len(members) > 1 else [written], strict=True):
            if plain.setdefault(glyph, part) != part:
                return None
    return plain


def _sits_on_letter(character: str) -> bool:
    """True for accents and points that are drawn after their letter (not for signs that join or move, as in Devanagari)."""
    return unicodedata.combining(character) not in {0, _VIRAMA}


@dataclass(frozen=True, slots=True)
class Part:
    """A slice of a run as it stands on a line: `x` is x-heights from the line's left end."""

    x: float
    run: Run | Gap
    start: int
    end: int


def line_parts(shaped: Shaped, start: int, end: int) -> list[Part]:
    """The parts of characters `start` to `end` in the order of the text, each where it stands on the line."""
    parts: list[Part] = []
    x = 0.0
    for run in _visual([run for run in shaped.runs if run.start < end and run.end > start]):
        first, last = max(run.start, start), min(run.end, end)
        parts.append(Part(x, run, first, last))
        x += shaped.width(first, last)
    return sorted(parts, key=lambda part: part.start)


def _visual(runs: list[Run | Gap]) -> list[Run | Gap]:
    """The runs of one line from left to right (rule L2): from the highest level down, what stands at it or above is turned."""
    for level in range(max((run.level for run in runs), default=0), 0, -1):
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
