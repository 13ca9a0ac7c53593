"""How a date is meant by the words before and after it: by then, before it, after it, within it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from followup_desktop.core.hearing.page import Cue, Found, Page, Span, Unit
from followup_desktop.core.hearing.reckoning import FRIDAY, ONE_DAY, coming, next_monday
from followup_desktop.core.hearing.tokens import word_set


class Meant(Enum):
    """How a date is meant."""

    IN = auto()
    """On that day, in that period, after that length."""
    BY = auto()
    BEFORE = auto()
    UNTIL = auto()
    """By then; but "not until" opens."""
    WITHIN = auto()
    """At any time up to its end."""
    AFTER = auto()
    FROM = auto()
    """Not before, no earlier than."""
    LEAST = auto()
    """At least so long."""
    FOR = auto()
    """A length that something lasts; only "not for two weeks" is a promise."""
    NEVER = auto()
    """Since, every, last, ago: no promise."""


_BEFORE: dict[tuple[str, ...], Meant] = {
    ("by",): Meant.BY,
    ("no", "later", "than"): Meant.BY,
    ("not", "later", "than"): Meant.BY,
    ("later", "than"): Meant.AFTER,
    ("at", "the", "latest"): Meant.BY,
    ("at", "the", "very", "latest"): Meant.BY,
    ("at", "latest"): Meant.BY,
    ("latest",): Meant.BY,
    ("the", "latest"): Meant.BY,
    ("on", "or", "before"): Meant.BY,
    ("by", "or", "before"): Meant.BY,
    ("before", "or", "on"): Meant.BY,
    ("in", "time", "for"): Meant.BY,
    ("through",): Meant.BY,
    ("thru",): Meant.BY,
    ("until",): Meant.UNTIL,
    ("till",): Meant.UNTIL,
    ("til",): Meant.UNTIL,
    ("up", "until"): Meant.UNTIL,
    ("before",): Meant.BEFORE,
    ("prior", "to"): Meant.BEFORE,
    ("ahead", "of"): Meant.BEFORE,
    ("in", "advance", "of"): Meant.BEFORE,
    ("this", "side", "of"): Meant.BEFORE,
    ("earlier", "than"): Meant.BEFORE,
    ("sooner", "than"): Meant.BEFORE,
    ("as", "late", "as"): Meant.BY,
    ("not", "before"): Meant.FROM,
    ("not", "until"): Meant.FROM,
    ("not", "till"): Meant.FROM,
    ("no", "sooner", "than"): Meant.FROM,
    ("not", "sooner", "than"): Meant.FROM,
    ("no", "earlier", "than"): Meant.FROM,
    ("not", "earlier", "than"): Meant.FROM,
    ("at", "the", "earliest"): Meant.FROM,
    ("at", "the", "earliest", "on"): Meant.FROM,
    ("at", "the", "earliest", "in"): Meant.FROM,
    ("at", "the", "latest", "on"): Meant.BY,
    ("at", "the", "latest", "in"): Meant.BY,
    ("at", "least", "until"): Meant.FROM,
    ("at", "least", "till"): Meant.FROM,
    ("earliest",): Meant.FROM,
    ("earliest", "is"): Meant.FROM,
    ("earliest", "would", "be"): Meant.FROM,
    ("latest", "is"): Meant.BY,
    ("latest", "would", "be"): Meant.BY,
    ("from",): Meant.FROM,
    ("on", "or", "after"): Meant.FROM,
    ("after",): Meant.AFTER,
    ("following",): Meant.AFTER,
    ("beyond",): Meant.AFTER,
    ("past",): Meant.AFTER,
    ("until", "after"): Meant.AFTER,
    ("till", "after"): Meant.AFTER,
    ("within",): Meant.WITHIN,
    ("inside",): Meant.WITHIN,
    ("inside", "of"): Meant.WITHIN,
    ("in", "under"): Meant.WITHIN,
    ("under",): Meant.WITHIN,
    ("in", "less", "than"): Meant.WITHIN,
    ("less", "than"): Meant.WITHIN,
    ("no", "more", "than"): Meant.WITHIN,
    ("not", "more", "than"): Meant.WITHIN,
    ("no", "longer", "than"): Meant.WITHIN,
    ("not", "longer", "than"): Meant.WITHIN,
    ("up", "to"): Meant.WITHIN,
    ("at", "most"): Meant.WITHIN,
    ("maximum",): Meant.WITHIN,
    ("max",): Meant.WITHIN,
    ("in", "the", "next"): Meant.WITHIN,
    ("in", "the", "coming"): Meant.WITHIN,
    ("over", "the", "next"): Meant.WITHIN,
    ("over", "the", "coming"): Meant.WITHIN,
    ("within", "the", "next"): Meant.WITHIN,
    ("during", "the", "next"): Meant.WITHIN,
    ("in", "the", "course", "of"): Meant.IN,
    ("over", "the", "course", "of"): Meant.IN,
    ("over", "the", "course", "of", "the", "next"): Meant.WITHIN,
    ("over", "the", "course", "of", "the", "coming"): Meant.WITHIN,
    ("for", "the", "next"): Meant.FOR,
    ("the", "next"): Meant.WITHIN,
    ("the", "coming"): Meant.WITHIN,
    ("over", "the"): Meant.WITHIN,
    ("at", "least"): Meant.LEAST,
    ("minimum",): Meant.LEAST,
    ("a", "minimum", "of"): Meant.LEAST,
    ("more", "than"): Meant.LEAST,
    ("longer", "than"): Meant.LEAST,
    ("over",): Meant.LEAST,
    ("for", "another"): Meant.FOR,
    ("for", "at", "least"): Meant.FOR,
    ("for", "the"): Meant.FOR,
    ("for",): Meant.FOR,
    ("give", "or", "take"): Meant.NEVER,
    ("plus", "or", "minus"): Meant.NEVER,
    ("since",): Meant.NEVER,
    ("every",): Meant.NEVER,
    ("each",): Meant.NEVER,
    ("most",): Meant.NEVER,
    ("last",): Meant.NEVER,
    ("past", "the"): Meant.AFTER,
    ("the", "last"): Meant.NEVER,
    ("the", "past"): Meant.NEVER,
    ("previous",): Meant.NEVER,
    ("first",): Meant.NEVER,
    ("other",): Meant.NEVER,
    ("per",): Meant.NEVER,
    ("once",): Meant.NEVER,
    ("twice",): Meant.NEVER,
    ("been",): Meant.NEVER,
    ("times",): Meant.NEVER,
    ("alternate",): Meant.NEVER,
    ("late", "for"): Meant.NEVER,
    ("aim", "for"): Meant.IN,
    ("aiming", "for"): Meant.IN,
    ("target", "for"): Meant.IN,
    ("shooting", "for"): Meant.IN,
    ("hoping", "for"): Meant.IN,
    ("planned", "for"): Meant.IN,
    ("planning", "for"): Meant.IN,
    ("scheduled", "for"): Meant.IN,
    ("set", "for"): Meant.IN,
    ("track", "for"): Meant.IN,
    ("on",): Meant.IN,
    ("in",): Meant.IN,
    ("during",): Meant.IN,
    ("throughout",): Meant.IN,
    ("at",): Meant.IN,
    ("sometime",): Meant.IN,
    ("another",): Meant.IN,
    ("around",): Meant.IN,
    ("near",): Meant.IN,
    ("about",): Meant.IN,
    ("towards",): Meant.IN,
    ("toward",): Meant.IN,
    ("circa",): Meant.IN,
    ("come",): Meant.IN,
    ("between",): Meant.IN,
    ("between", "now", "and"): Meant.BY,
    ("between", "today", "and"): Meant.BY,
}
_LONGEST = max(len(words) for words in _BEFORE)
_BEHIND: dict[tuple[str, ...], Meant] = {
    ("at", "the", "latest"): Meant.BY,
    ("at", "the", "very", "latest"): Meant.BY,
    ("at", "latest"): Meant.BY,
    ("latest",): Meant.BY,
    ("or", "sooner"): Meant.BY,
    ("or", "earlier"): Meant.BY,
    ("or", "before"): Meant.BY,
    ("or", "less"): Meant.BY,
    ("at", "most"): Meant.BY,
    ("at", "the", "most"): Meant.BY,
    ("at", "the", "outside"): Meant.BY,
    ("at", "the", "soonest"): Meant.FROM,
    ("at", "the", "very", "earliest"): Meant.FROM,
    ("soonest",): Meant.FROM,
    ("max",): Meant.BY,
    ("maximum",): Meant.BY,
    ("tops",): Meant.BY,
    ("at", "the", "earliest"): Meant.FROM,
    ("at", "earliest"): Meant.FROM,
    ("earliest",): Meant.FROM,
    ("or", "later"): Meant.FROM,
    ("or", "after"): Meant.FROM,
    ("or", "soon", "after"): Meant.FROM,
    ("or", "shortly", "after"): Meant.FROM,
    ("onwards",): Meant.FROM,
    ("onward",): Meant.FROM,
    ("at", "least"): Meant.LEAST,
    ("minimum",): Meant.LEAST,
    ("or", "more"): Meant.LEAST,
    ("ago",): Meant.NEVER,
    ("off",): Meant.NEVER,
    ("earlier",): Meant.NEVER,
    ("is", "the", "earliest"): Meant.FROM,
    ("is", "the", "latest"): Meant.BY,
}
FILLERS = word_set(
    """
    about around roughly approximately approx circa ca ~ sometime some time probably hopefully likely maybe perhaps possibly
    ideally potentially certainly definitely either say even really only just exactly the a an more or less , that something
    somewhere mean be
    """
)
"""Words between a preposition and its date that change nothing."""

_STRONG = (Meant.BY, Meant.BEFORE, Meant.UNTIL, Meant.WITHIN, Meant.AFTER, Meant.FROM, Meant.LEAST)


@dataclass(frozen=True, slots=True)
class Saying:
    """An expression with how it is meant; `first` is the token where its preposition starts."""

    found: Found
    span: Span
    meant: Meant
    first: int
    last: int
    """Where the words behind it end: "at the latest"."""
    said: bool
    """A preposition (or the like) was said."""


def meant_at(page: Page, found: Found, starts: Collection[int] = (), since: int = 0) -> Saying | None:
    """How the expression is meant; None when it holds no date or its words rule a promise out.

    `starts` is where expressions begin: what stands right before the next one belongs to that; what stands before
    `since` belongs to the date before.
    """
    if found.span is None:
        return None
    behind, last = _behind(page, found.end)
    if last in starts or (page.word(last) in ("on", "in", "by") and last + 1 in starts):
        behind, last = None, found.end
    before, first = _before(page, found, since)
    meant = behind if behind is not None and before in (None, Meant.IN) else before
    if behind in (Meant.NEVER, Meant.FROM):
        meant = behind
    if meant is Meant.LEAST and found.span.unit is not Unit.LENGTH:
        meant = Meant.FROM
    if meant is Meant.FROM and page.word(first) == "from" and _is_stretch(found.span):
        meant = Meant.IN
    if (
        page.word(first) == "after"
        and found.cue is Cue.LENGTH
        and any(word in ("not", "still", "already") for word in page.texts[:first])
    ):
        return None
    if page.word(first) == "by" and found.cue is Cue.LENGTH:
        return None
    if meant is Meant.NEVER or page.word(first - 1) == "of":
        return None
    said = before is not None or behind is not None
    return Saying(found, _next_if_today(page, found, meant), meant or Meant.IN, first, last, said)


def _is_stretch(span: Span) -> bool:
    """True for what has an end of its own after "from": "from two to four weeks", "from the 7th to the 11th"."""
    return span.unit is Unit.LENGTH or (span.unit is Unit.DAY and span.first != span.last)


def _next_if_today(page: Page, found: Found, meant: Meant | None) -> Span:
    """A bare weekday said on that weekday is the next one, unless the words are "by" (E6: today counts)."""
    span = found.span or Span(page.heard, page.heard)
    if found.weekday and span.first == page.heard and meant not in (Meant.BY, Meant.UNTIL):
        day = coming(page.heard + ONE_DAY, page.heard.weekday())
        return Span(day, day)
    return span


def _before(page: Page, found: Found, since: int) -> tuple[Meant | None, int]:
    """The preposition before an expression, over fillers, and where it starts."""
    end = found.start
    weak: tuple[Meant | None, int] = (None, found.start)
    while True:
        for length in range(min(_LONGEST, max(end - since, 0)), 0, -1):
            words = tuple(page.word(end - length + offset) for offset in range(length))
            if words in _BEFORE and _fits(words, found):
                if words[0] not in FILLERS or length > 1:
                    return _BEFORE[words], end - length
                weak = _BEFORE[words], end - 1
        if end == 0 or page.word(end - 1) not in FILLERS:
            return weak
        end -= 1


def _fits(words: tuple[str, ...], found: Found) -> bool:
    """Words that mean one thing before a length and another before a day."""
    length = found.span is not None and found.span.unit is Unit.LENGTH
    if words in (("over",), ("first",), ("most",), ("other",), ("once",), ("twice",), ("times",), ("been",)):
        return length
    if words == ("the", "next"):
        return length
    return True


def _behind(page: Page, end: int) -> tuple[Meant | None, int]:
    """How the words after an expression mean it, and where they end."""
    after = page.skip_all(end, (",", "(", "so"))
    for length in range(4, 0, -1):
        words = tuple(page.word(after + offset) for offset in range(length))
        if words in _BEHIND:
            return _BEHIND[words], after + length
    return None, end


def counts(page: Page, saying: Saying, *, alone: bool, deciding: bool) -> bool:
    """True when enough stands around an expression to take it for a date.

    `alone`: the words hold nothing else; `deciding`: they are about a decision.
    """
    cue = saying.found.cue
    if cue is Cue.NONE or alone:
        return saying.meant is not Meant.FOR or cue is Cue.NONE
    if cue is Cue.PREPOSITION:
        named = page.word(saying.found.start) == "the"
        return (
            saying.said
            or (deciding and _stands_last(page, saying))
            or (named and (deciding or page.word(saying.found.start - 1) in ("it's", "it'll", "be", "was")))
        )
    if saying.meant is Meant.FOR:
        return False
    return saying.meant in _STRONG or deciding or _in_a_length(page, saying)


def _stands_last(page: Page, saying: Saying) -> bool:
    """True for digits that end what is said, and are no fraction: "we'll send the offer out 2/3 if all goes well"."""
    digits = page.word(saying.found.start)
    return "/" in digits and digits not in ("24/7", "50/50") and page.word(saying.found.end) in ("", ".", ",", "!", "if", "at")


def _in_a_length(page: Page, saying: Saying) -> bool:
    """True for "in two weeks": a length that a preposition makes a day."""
    return saying.said and page.word(saying.first) in ("in", "another", "from")


@dataclass(frozen=True, slots=True)
class Window:
    """The days of a promise, as `Reading` has them."""

    first: date | None
    last: date | None


def window(saying: Saying, heard: date) -> Window | None:
    """The window of an expression: never before the day heard, None when that leaves nothing."""
    span, meant = saying.span, saying.meant
    first, last = span.first, span.last
    if meant is Meant.FOR:
        return None
    if meant is Meant.AFTER:
        return Window(last if span.unit is Unit.LENGTH else _day_after(span), None)
    if meant is Meant.FROM or (meant is Meant.IN and span.opens):
        return Window(max(last if span.end_of else first or last, heard), None)
    if meant in (Meant.IN, Meant.LEAST):
        return _checked(first, last, heard)
    if meant is Meant.BEFORE:
        last = last if span.end_of or span.unit is Unit.LENGTH else _day_before(span)
    elif meant is not Meant.WITHIN and span.unit is Unit.WEEKEND:
        last = _day_before(span)
    elif meant is not Meant.WITHIN and span.named and first is not None:
        last = first
    return _checked(heard, last, heard)


def _day_before(span: Span) -> date:
    """The last day before a span; for a week or weekend the Friday before."""
    first = span.first or span.last
    if span.unit is Unit.WEEKEND or (span.unit is Unit.WEEK and first.weekday() == 0):
        return first - timedelta(days=(first.weekday() - FRIDAY) % 7)
    return first - ONE_DAY


def _day_after(span: Span) -> date:
    """The first day after a span; after a working week its next Monday."""
    return next_monday(span.last) if span.unit in (Unit.WEEK, Unit.WEEKEND) else span.last + ONE_DAY


def _checked(first: date | None, last: date, heard: date) -> Window | None:
    """The window from the day heard on."""
    if last < heard:
        return None
    return Window(None if first is None else max(first, heard), last)
