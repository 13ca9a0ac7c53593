"""Where a paragraph may be broken into lines, and where it is: total fit over all its lines, ragged right.

Lengths are in x-heights, so one set of breaks serves every size.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from followup_desktop.paper.faces import clusters
from followup_desktop.paper.shape import Shaped

if TYPE_CHECKING:
    import pyphen

HYPHEN_PENALTY = 18.0
ONE_WORD_PENALTY = 60.0
INSIDE_PENALTY = 6.0
"""For a break after a hyphen or dash that the text itself has."""
SPLIT_PENALTY = 30.0
_LINE_COST = 1e6
"""A line more is worse than any raggedness."""

_LEAST_PART = 3
"""Letters that must stand before and after a hyphen at which a line ends."""

_CLINGS_TO_NEXT = frozenset(
    {"I", "a", "A", "I'm", "I’m", "I'd", "I’d", "Dr", "Dr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Prof.", "–", "&"}
)
"""Words that are not left alone at a line's end."""

_CLINGS_TO_LAST = frozenset({"–", "—", "-", "…", "&"})
"""Tokens that do not begin a line."""


_TOKEN = re.compile(r"[^ ]+")
_MAY_BREAK_INSIDE = re.compile("[-–—/\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a line may end: the line's text ends before `end`, the next one starts at `next`."""

    end: int
    next: int
    penalty: float = 0.0
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Breaks:
    """All breaks of a paragraph in order, the last one its end. `ends` and `starts` are x-heights along the paragraph."""

    places: tuple[Break, ...]
    ends: tuple[float, ...]
    starts: tuple[float, ...]


def breaks(shaped: Shaped, places: Iterable[Break], hyphen: float) -> Breaks:
    """`places` measured in `shaped`; `hyphen` is the width of a hyphen.

    A place inside a glyph is left out, and one whose line would be wider than that of a later place.
    """
    along = shaped.along
    starts = shaped.glyph_starts()
    kept: list[Break] = []
    ends: list[float] = []
    for place in sorted(places, key=lambda each: each.end, reverse=True):
        end = along[place.end] + (hyphen if place.hyphen else 0.0)
        if not ends or (end < ends[-1] and place.next in starts):
            kept.append(place)
            ends.append(end)
    kept.reverse()
    ends.reverse()
    return Breaks(tuple(kept), tuple(ends), tuple(along[place.next] for place in kept))


def whole(text: str) -> list[Break]:
    """No break but the end: for a greeting, a closing, a name."""
    return [Break(len(text), len(text))]


def between_words(text: str, names: Sequence[str] = ()) -> list[Break]:
    """Breaks between the words of `text`, none inside one of `names` and none that leaves "I" or "a" at a line's end."""
    kept_whole = _whole_stretches(text, names)
    looks_inside = _MAY_BREAK_INSIDE.search(text) is not None
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    found: list[Break] = []
    for (start, end), (begin, stop) in pairwise(tokens):
        if looks_inside:
            found.extend(_inside(text, start, end, kept_whole))
        if not _cling(text[start:end], text[begin:stop]) and not (kept_whole and _within(end, kept_whole)):
            found.append(Break(end, begin))
    if tokens and looks_inside:
        found.extend(_inside(text, *tokens[-1], kept_whole))
    return [*found, Break(tokens[-1][1] if tokens else len(text), len(text))]


def _whole_stretches(text: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """Where `names` stand in the text."""
    patterns = [rf"(?<!\w){re.escape(name)}(?!\w)" for name in names if name in text]
    return [match.span() for pattern in patterns for match in re.finditer(pattern, text)]


def _within(place: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(first < place < last for first, last in stretches)


def _cling(before: str, after: str) -> bool:
    """Whether two neighbouring words stay on one line."""
    return before.lstrip("(“‘\"'") in _CLINGS_TO_NEXT or after in _CLINGS_TO_LAST


def _inside(text: str, start: int, end: int, kept_whole: Sequence[tuple[int, int]]) -> Iterable[Break]:
    """Breaks inside one token: after its own hyphens and dashes, and between Han characters or kana."""
    for place in range(start + 2, end - 1):
        before, after = text[place - 1], text[place]
        parts = text[max(start, place - 1 - _LEAST_PART) : place - 1], text[place : place + _LEAST_PART]
        own = before in "-–—/" and all(len(part) == _LEAST_PART and part.isalpha() for part in parts)
        if (own or (_is_ideograph(before) and _is_ideograph(after))) and not _within(place, kept_whole):
            yield Break(place, place, INSIDE_PENALTY if own else 0.0)


def _is_ideograph(character: str) -> bool:
    return "\u3040" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff"


def hyphenated(text: str, places: Sequence[Break], language: str) -> list[Break]:
    """`places` and those inside long words of small letters (a capital may be a name) where `language` allows a hyphen."""
    more = []
    for match in re.finditer(r"(?<![^\s(“‘\"'])[^\W\d_]{6,}(?![\w@/.-]*[\w@/])", text):
        if match.group().islower():
            more += [
                Break(match.start() + point, match.start() + point, HYPHEN_PENALTY, hyphen=True)
                for point in _points(match.group(), language)
            ]
    return [*places, *more]


@lru_cache(maxsize=4096)
def _points(word: str, language: str) -> tuple[int, ...]:
    dictionary = _dictionary(language)
    return tuple(dictionary.positions(word)) if dictionary is not None else ()


@cache
def _dictionary(language: str) -> pyphen.Pyphen | None:
    import pyphen  # noqa: PLC0415  (read only when a card is too full without hyphens)

    known = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=known, left=_LEAST_PART, right=_LEAST_PART) if known else None


def split(text: str, places: Sequence[Break], shaped: Shaped, widest: float) -> list[Break]:
    """`places` and, inside every stretch without a break that is wider than `widest`, one after each character."""
    ordered = sorted(places, key=lambda place: place.end)
    more: list[Break] = []
    start = 0
    for place in ordered:
        if shaped.width(start, place.end) > widest:
            more.extend(_everywhere(text, start, place.end))
        start = place.next
    return [*places, *more]


def _everywhere(text: str, start: int, end: int) -> Iterable[Break]:
    """A break between all characters of a stretch, with a hyphen inside a word of letters; spaces break without."""
    tokens = [match.span() for match in _TOKEN.finditer(text[start:end])]
    for (first, last), (begin, stop) in pairwise(tokens):
        if not _cling(text[start + first : start + last], text[start + begin : start + stop]):
            yield Break(start + last, start + begin)
    for first, last in tokens:
        at = start + first
        for here, there in pairwise(clusters(text[start + first : start + last])):
            at += len(here)
            yield Break(at, at, SPLIT_PENALTY, hyphen=here.isalpha() and there.isalpha() and here.isascii())


def count(broken: Breaks, measure: float) -> int | None:
    """How many lines of `measure` x-heights the paragraph needs at least; None when something in it is wider."""
    ends, starts = broken.ends, broken.starts
    lines = reached = 0
    at = 0.0
    while reached < len(ends):
        further = bisect_right(ends, at + measure, reached)
        if further == reached:
            return None
        at = starts[further - 1]
        reached = further
        lines += 1
    return lines


def total_fit(broken: Breaks, measure: float) -> list[tuple[int, Break]]:
    """The lines (start of its text, break at its end) with the least squared slack among those with the fewest lines.

    What is wider than `measure` without a break (`count` is None then) has a line of its own.
    """
    ends, places = broken.ends, broken.places
    begins = (0.0, *broken.starts)
    last = len(ends) - 1
    best, came = [0.0], [0]
    oldest = 0
    for here, end in enumerate(ends):
        while oldest < here and end > begins[oldest] + measure:
            oldest += 1
        least, source = inf, oldest
        for candidate in range(oldest, here + 1):
            if here < last:
                slack = measure - (end - begins[candidate])
                cost = best[candidate] + slack * slack
            else:
                cost = best[candidate] + (ONE_WORD_PENALTY if candidate == last > 0 else 0.0)
            if cost < least:
                least, source = cost, candidate
        best.append(least + _LINE_COST + places[here].penalty)
        came.append(source)
    lines: list[tuple[int, Break]] = []
    here = last + 1
    while here > 0:
        source = came[here]
        lines.append((places[source - 1].next if source else 0, places[here - 1]))
        here = source
    lines.reverse()
    return lines
