"""Lengths of time, from the day heard or a day named: "two to three weeks", "10 business days", "a week from Monday"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto

from followup_desktop.core.hearing.dated import date_at
from followup_desktop.core.hearing.feasts import feast_at
from followup_desktop.core.hearing.numerals import number_at, weekday_at
from followup_desktop.core.hearing.page import Cue, Found, Page, Span, Unit
from followup_desktop.core.hearing.periods import period_at
from followup_desktop.core.hearing.reckoning import ONE_DAY, coming, months_later
from followup_desktop.core.hearing.subject import PARTIES, PRONOUNS
from followup_desktop.core.hearing.tokens import word_set
from followup_desktop.core.hearing.weekdays import day_at


class _Measure(Enum):
    """What a length counts."""

    HOURS = auto()
    DAYS = auto()
    WORKDAYS = auto()
    WEEKS = auto()
    FORTNIGHTS = auto()
    MONTHS = auto()
    YEARS = auto()


_MEASURES = {
    **dict.fromkeys(("hour", "hours", "hr", "hrs", "h"), _Measure.HOURS),
    **dict.fromkeys(("day", "days", "day's", "days'"), _Measure.DAYS),
    **dict.fromkeys(("week", "weeks", "wk", "wks", "week's"), _Measure.WEEKS),
    **dict.fromkeys(("fortnight", "fortnights", "fortnight's"), _Measure.FORTNIGHTS),
    **dict.fromkeys(("month", "months", "mth", "mths", "mo", "mos", "month's"), _Measure.MONTHS),
    **dict.fromkeys(("year", "years", "yr", "yrs", "year's"), _Measure.YEARS),
}
_HALVES = {_Measure.WEEKS: timedelta(days=4), _Measure.MONTHS: timedelta(days=15), _Measure.FORTNIGHTS: timedelta(days=7)}
"""Half of a measure, rounded up to whole days."""

_JOINERS = ("to", "-", "or", "and", "/", ",", "maybe", "perhaps", "possibly", "even")
_GIVEN = ("give", "allow", "us", "me", "them")
_HOURS_A_DAY = 24
_LONGEST = 400
"""Days ahead that still make a promise."""

_ADJECTIVES = ("more", "additional", "further", "full", "solid", "whole", "extra")

_MAY_FOLLOW = (
    word_set(
        """
    . , ; : ! ? ) ( - / " ' & from after before until till to or and at max maximum minimum tops time for if we you they i he
    she it but so because as then now that when is would will should by with ideally probably hopefully maybe depending unless
    hence most today tomorrow on away out following since though while which the there's you'll we'll they'll he'll she'll
    i'll it'll once i'd they'd we'd usually typically normally perhaps you're they're we're only our somebody's someone's
    either regardless
    """
    )
    | PARTIES
    | PRONOUNS
    | {""}
)
"""What may follow a length of time; another word is what it measures: "5 days training"."""
_EVENTS = word_set("meeting meetings vote interview interviews session round review date deadline closing test exam presentation")
"""What has a day: "a week after that meeting"."""
_FILLED_BY = ("we", "they", "you", "a", "the", "any", "anything", "it", "i", "he", "she", "an", "hearing", "deciding", "making")


@dataclass(frozen=True, slots=True)
class _Said:
    """A length as it was said: tokens `start` up to `end`, from `least` to `most` of what is counted."""

    start: int
    end: int
    measure: _Measure
    least: int
    most: int
    half: bool = False
    """And half of one more: "a week and a half"."""


def length_at(page: Page, at: int) -> Found | None:
    """A length of time with the day it is counted from; no date where something else follows ("5 days on site")."""
    said = _fixed_pair(page, at) or _coming_one(page, at) or _counted(page, at)
    if said is None:
        return None
    if page.word(said.end - 2) == "-" and page.tokens[said.end - 2].glued and page.word(said.end - 3) not in ("-", "to"):
        return Found(said.start, said.end, None)
    if _is_rate(page, said):
        return Found(said.start, said.end, None)
    if page.are(said.end, "or", "so"):
        said = replace(said, end=said.end + 2)
    return _anchored(page, said)


def _is_rate(page: Page, said: _Said) -> bool:
    """True for what happens so often: "two people a month", "200 applications a week"."""
    counted = page.word(said.start - 1)
    if page.word(said.start) not in ("a", "an") or not (counted.endswith("s") or counted in ("people", "once", "twice")):
        return False
    return any(number_at(page, at) and page.word(at) not in ("a", "an") for at in range(max(said.start - 4, 0), said.start - 1))


def _measure_at(page: Page, at: int) -> tuple[_Measure, int] | None:
    """What is counted, and where it ends: "weeks", "business days"."""
    at = page.skip_all(at, _ADJECTIVES)
    if page.word(at) in ("business", "working", "work", "week", "office") and page.word(at + 1) in ("day", "days"):
        return _Measure.WORKDAYS, at + 2
    at = page.skip(at, "calendar")
    measure = _MEASURES.get(page.word(at))
    return (measure, at + 1) if measure else None


def _fixed_pair(page: Page, at: int) -> _Said | None:
    """As in "A week or two", "the next day or two": from one to two."""
    measure = _measure_at(page, at + 1) if page.word(at) in ("a", "one", "next", "coming") else None
    if measure is None or page.word(measure[1]) not in ("or", "to"):
        return None
    most = {"two": 2, "2": 2, "three": 3, "3": 3}.get(page.word(measure[1] + 1))
    if most is None or _measure_at(page, measure[1] + 2):
        return None
    return _Said(at if page.word(at) in ("a", "one") else at + 1, measure[1] + 2, measure[0], 1, most)


def _coming_one(page: Page, at: int) -> _Said | None:
    """As in "Within the week", "over the next month": one of them, where a preposition says that it is a length."""
    if page.word(at - 1) not in ("within", "inside") and not (
        page.word(at) in ("next", "coming")
        and page.word(at - 1) == "the"
        and page.word(at - 2) in ("in", "over", "within", "during", "inside")
    ):
        return None
    after = page.skip(at, "the", "next", "coming")
    measure = _measure_at(page, after) if after > at and not page.word(after).endswith("s") else None
    return _Said(after, measure[1], measure[0], 1, 1) if measure else None


def _counted(page: Page, at: int) -> _Said | None:
    """As in "Two to three weeks", "10 business days", "24-48 hours", "a fortnight", "another week"."""
    start = at
    if page.word(at - 1) == "another" and (one := _measure_at(page, at)):
        return _Said(at, one[1], one[0], 1, 1)
    least = number_at(page, at)
    if least is None or (page.word(at) == "a" and page.word(at - 1) in _MEASURES):
        return None
    most, after = least
    half = page.are(after, "and", "a", "half")
    after = after + 3 if half else after
    joiner = page.skip_all(after, _JOINERS)
    if joiner > after:
        second = number_at(page, joiner)
        if second and _measure_at(page, second[1]):
            most, after = second
    measure = _measure_at(page, after + 1 if page.word(after) == "-" and page.tokens[after].glued else after)
    if measure is None or most < least[0]:
        return None
    if page.are(measure[1], "and", "a", "half"):
        half, measure = True, (measure[0], measure[1] + 3)
    more = _more_at(page, measure[1])
    if more and more[0] > most:
        most, measure = more[0], (measure[0], more[1])
    return _Said(start, measure[1], measure[0], least[0], most, half)


def _more_at(page: Page, at: int) -> tuple[int, int] | None:
    """As in "Two weeks, maybe three": a larger number of the same, without naming it again."""
    after = page.skip_all(at, (",", "or", "maybe", "perhaps", "possibly", "even", "if", "not"))
    number = number_at(page, after) if after > at and page.word(after) not in ("a", "an") else None
    if number is None or page.word(number[1]) not in ("", ".", ",", ";", "!", ")", "at", "max", "tops", "to"):
        return None
    ends = (
        ("at", "the", "most"),
        ("at", "most"),
        ("at", "the", "outside"),
        ("at", "the", "latest"),
        ("max",),
        ("tops",),
        ("maximum",),
    )
    end = next((words for words in ends if page.are(number[1], *words)), ())
    return number[0], number[1] + len(end)


def _counted_from(page: Page, said: _Said, end: int, base: date, *, backwards: bool = False, cue: Cue = Cue.NONE) -> Found:
    """The days that lie so far from `base`; nothing for a length that nobody promises."""
    first, last = _ahead(page, base, said.measure, said.least), _ahead(page, base, said.measure, said.most)
    if said.half and first is not None and last is not None:
        first, last = first + _HALVES.get(said.measure, timedelta()), last + _HALVES.get(said.measure, timedelta())
    if first is None or last is None or (last - page.heard).days > _LONGEST:
        return Found(said.start, end, None)
    if backwards:
        first, last = base - (last - base), base - (first - base)
        return Found(said.start, end, Span(first, last) if first >= page.heard else None)
    alone = said.measure is _Measure.WORKDAYS and said.least == said.most
    unit = Unit.LENGTH if base == page.heard else Unit.DAY
    return Found(said.start, end, Span(None if alone else first, last, unit), cue)


def _ahead(page: Page, day: date, measure: _Measure, count: int) -> date | None:
    """The day so far after `day`; None beyond all promises."""
    if count > _LONGEST:
        return None
    if measure is _Measure.WORKDAYS:
        return page.workdays.after(day, count)
    if measure is _Measure.HOURS:
        return day + timedelta(days=-(-count // _HOURS_A_DAY) if count >= _HOURS_A_DAY else 0)
    if measure in (_Measure.MONTHS, _Measure.YEARS):
        return months_later(day, count * (12 if measure is _Measure.YEARS else 1))
    days = {_Measure.DAYS: 1, _Measure.WEEKS: 7, _Measure.FORTNIGHTS: 14}[measure]
    return day + timedelta(days=count * days)


def _anchored(page: Page, said: _Said) -> Found:
    """The same length with what follows it: counted from a day, or no promise at all ("2 weeks ago")."""
    after = page.skip(said.end, "'")
    base = _base_behind(page, said, after)
    if base:
        return _counted_from(page, said, base[1], base[0])
    if page.word(after) in ("after", "from", "following", "on", "before") or _of_event(page, said, after):
        return _from_day(page, said, after)
    if page.word(said.end) not in _MAY_FOLLOW and not page.are(said.end, "start", "to", "finish"):
        return Found(said.start, said.end, None)
    start = _after_that(page, said.start)
    if start is None:
        plain = _counted_from(page, said, said.end, page.heard, cue=Cue.LENGTH)
        return _after_event(page, said, plain)
    if page.named_before is None:
        return Found(start, said.end, None)
    return _counted_from(page, replace(said, start=start), said.end, page.named_before)


def _after_event(page: Page, said: _Said, plain: Found) -> Found:
    """As in "we interview until the 4th, then decide within a week": it cannot be over before what was named in one breath."""
    before = page.named_before
    if (
        before is None
        or page.previous is None
        or page.previous.cue is Cue.LENGTH
        or plain.span is None
        or plain.span.last >= before
    ):
        return plain
    if any(page.word(at) in (".", "!", "?", ";") for at in range(page.previous.end, said.start)):
        return plain
    return _counted_from(page, said, said.end, before)


def _base_behind(page: Page, said: _Said, after: int) -> tuple[date, int] | None:
    """The day that a length is counted from, where it is said in a word or two behind it, and where those end."""
    word = page.word(after)
    if word in ("time", "hence", "today"):
        return page.heard, after + 1
    if word == "tomorrow":
        return page.heard + ONE_DAY, after + 1
    if word == "from" and page.word(after + 1) in ("now", "today"):
        return page.heard, after + 2
    if word == "later" and page.named_before is not None:
        return page.named_before, after + 1
    weekday = weekday_at(page, after) if after == said.end else None
    return (coming(page.heard + ONE_DAY, weekday[0]), weekday[1]) if weekday else None


def _after_that(page: Page, at: int) -> int | None:
    """Where "after that" or the like starts, if it stands before a length."""
    at = page.skip_back(at, ("about", "another", "roughly", "probably", "maybe", "around", ",", "it's", "in", "within", *_GIVEN))
    if page.are(at - 2, "after", "that"):
        return at - 2
    return at - 1 if page.word(at - 1) in ("thereafter", "afterwards") else None


def _day_of_event(page: Page, at: int) -> Found | None:
    """The day of an event that is named with it: "(two days after) the board meeting on the 14th"."""
    for on in range(at, at + 5):
        if not page.word(on).isalpha() or page.word(on) in ("and", "but", "we", "they", "you", "i", "it"):
            return None
        if page.word(on) == "on":
            return date_at(page, on + 1) or day_at(page, on + 1)
    return None


def _event_just_dated(page: Page, at: int) -> int | None:
    """Where "that", "that meeting", "the vote" ends, if it means what was dated just before."""
    if page.word(at) in ("that", "then"):
        return at + 2 if page.word(at) == "that" and page.word(at + 1) in _EVENTS else at + 1
    dated = page.word(at) == "the" and page.word(at + 1) in _EVENTS and page.word(at + 2) in _MAY_FOLLOW - {"on"}
    return at + 2 if dated and page.previous is not None else None


def _of_event(page: Page, said: _Said, at: int) -> bool:
    """True for "within a week of that meeting", "within a week of the interview on the 20th"."""
    named = (
        page.word(said.start - 1) in ("within", "inside")
        and page.word(at) == "of"
        and page.word(at + 1) in ("that", "the", "your", "our")
    )
    return page.are(at, "of", "that") or (named and _day_of_event(page, at + 1) is not None)


def _from_day(page: Page, said: _Said, after: int) -> Found:
    """As in "A week from Monday", "two weeks before Easter", "two weeks before we decide"; from something unknown: no date."""
    word = page.word(after)
    plain = _counted_from(page, said, said.end, page.heard, cue=Cue.LENGTH)
    if word == "before" and page.word(after + 1) in _FILLED_BY:
        return plain
    dated = _day_of_event(page, after + 1) if word == "of" else None
    event = _event_just_dated(page, after + 1) if dated is None and word in ("after", "following", "from", "of") else None
    if event is not None:
        before = page.named_before
        return _counted_from(page, said, event, before) if before else Found(said.start, event, None)
    weekday = weekday_at(page, after + 1)
    if weekday and word in ("from", "on", "after"):
        return _counted_from(page, said, weekday[1], coming(page.heard + ONE_DAY, weekday[0]))
    named = feast_at(page, after + 1) or date_at(page, after + 1) or period_at(page, after + 1) or day_at(page, after + 1)
    if word == "on":
        return plain if named else Found(said.start, after, None)
    if named is None and word in ("after", "following", "of"):
        named = _day_of_event(page, after + 1)
    if named is None or named.span is None:
        return Found(said.start, named.end if named else after, None)
    base = named.span.last if word != "before" else named.span.first or named.span.last
    return _counted_from(page, said, named.end, base, backwards=word == "before")
