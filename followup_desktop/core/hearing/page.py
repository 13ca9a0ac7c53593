"""What the grammar works on, and what it finds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from itertools import chain

from followup_desktop.core.hearing.tokens import Token
from followup_desktop.core.records import Workdays


class Unit(Enum):
    """What kind of stretch the words named."""

    DAY = auto()
    WEEKEND = auto()
    WEEK = auto()
    MONTH = auto()
    QUARTER = auto()
    YEAR = auto()
    LENGTH = auto()
    """A length of time, counted from the day heard: "two weeks"."""


class Cue(Enum):
    """What must stand around an expression before it counts as a date."""

    NONE = auto()
    PREPOSITION = auto()
    """By, on, before ...: "12/3", "the 15th", "in May"."""
    LENGTH = auto()
    """In, within ...; or a decision in the same breath: "two weeks"."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days that words name. `first` None: only the end is named (ten business days)."""

    first: date | None
    last: date
    unit: Unit = Unit.DAY
    opens: bool = False
    """It starts something without an end: "in the new year"."""
    end_of: bool = False
    """The words name the end of something, so that "before the end" means by then."""
    named: bool = False
    """A month or year by its bare name, so that "by December" means when it starts."""


@dataclass(frozen=True, slots=True)
class Found:
    """An expression: tokens `start` up to `end`, and its days. `span` None: understood, but no date comes of it."""

    start: int
    end: int
    span: Span | None
    cue: Cue = Cue.NONE
    weekday: bool = False
    """Said as a bare weekday: on that very weekday it means the next one, but "by Friday" may be today."""
    in_week: bool = False
    """A weekday with its week named behind it: "Tuesday or Wednesday next week" has both in that week."""


Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases by their first word, the longest first."""


def phrases(*lists: Iterable[tuple[str, ...]]) -> Phrases:
    """All those phrases, ready for `Page.longest`."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in chain.from_iterable(lists):
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(each, key=len, reverse=True)) for first, each in found.items()}


@dataclass(slots=True)
class Page:
    """The words being read, where and when they were heard; `previous` is the expression found last."""

    tokens: tuple[Token, ...]
    heard: date
    workdays: Workdays
    country: str
    language: str
    previous: Found | None = None
    texts: tuple[str, ...] = ()
    """The tokens in lower case; made from `tokens`."""

    def __post_init__(self) -> None:
        self.texts = tuple(token.text for token in self.tokens)

    @property
    def named_before(self) -> date | None:
        """The last day of what was named before."""
        return self.previous.span.last if self.previous is not None and self.previous.span is not None else None

    @property
    def named_month(self) -> date | None:
        """The first day of the month that was named before, where that was a whole month."""
        span = self.previous.span if self.previous is not None else None
        return span.first if span is not None and span.named and span.unit is Unit.MONTH else None

    def word(self, at: int) -> str:
        """The token there in lower case; empty before the first and after the last."""
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def are(self, at: int, *words: str) -> bool:
        """True when exactly these tokens stand there."""
        return at >= 0 and self.word(at) == words[0] and self.texts[at : at + len(words)] == words

    def longest(self, at: int, phrases: Phrases) -> tuple[str, ...] | None:
        """The longest of the phrases that starts there."""
        return next((words for words in phrases.get(self.word(at), ()) if self.are(at, *words)), None)

    def skip(self, at: int, *words: str) -> int:
        """Where one goes on after an optional token that is one of `words`."""
        return at + 1 if self.word(at) in words else at

    def skip_back(self, at: int, words: Collection[str]) -> int:
        """Where any number of such tokens before `at` starts."""
        while at > 0 and self.word(at - 1) in words:
            at -= 1
        return at

    def skip_all(self, at: int, words: Collection[str]) -> int:
        """Where one goes on after any number of such tokens."""
        while self.word(at) and self.word(at) in words:
            at += 1
        return at
