"""Weeks, months, quarters and years, whole or in part: "early next week", "mid-December", "the week of the 7th", "EOM"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from enum import Enum, auto

from followup_desktop.core.hearing.dated import TOO_FAR, date_at
from followup_desktop.core.hearing.feasts import feast_at
from followup_desktop.core.hearing.numerals import ORDINALS, UNSURE_MONTHS, month_at, number_at, weekday_at, year_at
from followup_desktop.core.hearing.page import Cue, Found, Page, Span, Unit, phrases
from followup_desktop.core.hearing.parts import Part, part_at, part_of
from followup_desktop.core.hearing.reckoning import (
    FRIDAY,
    ONE_DAY,
    coming,
    monday,
    month_end,
    month_start,
    next_monday,
    nth_weekday,
    quarter_start,
)
from followup_desktop.core.hearing.weekdays import day_at, is_length, week_at

_PART_JOINERS = ("to", "or", "-", "/", "and")
_WHOLE = {
    ("eow",): Unit.WEEK,
    ("end", "of", "week"): Unit.WEEK,
    ("week's", "end"): Unit.WEEK,
    ("week", "'", "s", "end"): Unit.WEEK,
    ("eom",): Unit.MONTH,
    ("month", "end"): Unit.MONTH,
    ("month", "-", "end"): Unit.MONTH,
    ("month's", "end"): Unit.MONTH,
    ("end", "of", "month"): Unit.MONTH,
    ("end", "-", "of", "-", "month"): Unit.MONTH,
    ("end", "-", "of", "-", "week"): Unit.WEEK,
    ("eoq",): Unit.QUARTER,
    ("quarter", "end"): Unit.QUARTER,
    ("quarter", "-", "end"): Unit.QUARTER,
    ("quarter's", "end"): Unit.QUARTER,
    ("end", "of", "quarter"): Unit.QUARTER,
    ("eoy",): Unit.YEAR,
    ("year", "end"): Unit.YEAR,
    ("year", "-", "end"): Unit.YEAR,
    ("year's", "end"): Unit.YEAR,
    ("end", "of", "year"): Unit.YEAR,
}
_WHOLE_NAMES = phrases(_WHOLE)


def period_at(page: Page, at: int) -> Found | None:
    """A period or a part of one."""
    forms = (_short_end, _midweek, _nth_day, _parted, _counted_week, _before_it_ends)
    return max((found for form in forms if (found := form(page, at))), key=lambda found: found.end, default=None)


def _short_end(page: Page, at: int) -> Found | None:
    """As in "EOM", "month end", "end of week": the end of the period that runs."""
    start = at
    at = page.skip(at, "the")
    words = page.longest(at, _WHOLE_NAMES)
    if words is None:
        return None
    whole = _current(page.heard, _WHOLE[words])
    return Found(start, at + len(words), part_of(whole, Part.END, page.heard))


def _current(heard: date, unit: Unit, later: int = 0) -> Span:
    """The period of that kind that runs on the day heard, or one so many later."""
    if unit is Unit.WEEK:
        first = monday(heard) if later == 0 else next_monday(heard) + timedelta(weeks=later - 1)
        return Span(first, first + timedelta(days=FRIDAY), unit)
    if unit is Unit.MONTH:
        first = month_start(heard, later)
        return Span(first, month_end(first), unit)
    if unit is Unit.QUARTER:
        first = quarter_start(heard, later)
        return Span(first, month_end(month_start(first, 2)), unit)
    return Span(date(heard.year + later, 1, 1), date(heard.year + later, 12, 31), Unit.YEAR)


def _midweek(page: Page, at: int) -> Found | None:
    """As in "Midweek", "mid-week": the Wednesday of this week, or of the next one when it is over."""
    end = at + 1 if page.word(at) == "midweek" else at + 3 if page.are(at, "mid", "-", "week") else at
    if end == at:
        return None
    week = week_at(page, end)
    wednesday = (week[0] if week else monday(page.heard)) + timedelta(days=2)
    if wednesday < page.heard:
        wednesday += timedelta(weeks=1)
    return Found(at, week[1] if week else end, Span(wednesday, wednesday))


def _nth_day(page: Page, at: int) -> Found | None:
    """As in "The first Monday in December", "the last Friday of the month", "the first working day of January"."""
    start = at
    at = page.skip(at, "the")
    number = -1 if page.word(at) in ("last", "final") else ORDINALS.get(page.word(at), 0)
    if not -1 <= number <= 5 or number == 0:  # noqa: PLR2004  (no month has a sixth Monday)
        return None
    weekday = weekday_at(page, at + 1)
    working = page.word(at + 1) in ("working", "business", "work") and page.word(at + 2) == "day"
    calendar = page.word(at + 1) == "day" and number in (-1, 1)
    after = weekday[1] if weekday else at + 2 if calendar else at + 3
    if (weekday is None and not working and not calendar) or page.word(after) not in ("in", "of"):
        return None
    found = _period(page, after + 1, parted=True)
    if found is None or found.span is None:
        return None
    which = weekday[0] if weekday else _Day.CALENDAR if calendar else _Day.BUSINESS
    day = _nth_of(page, found.span, which, number)
    if (day is None or day < page.heard) and _runs(page, found):
        day = _nth_of(page, _current(page.heard, found.span.unit, 1), which, number)
    return Found(start, found.end, Span(day, day) if day is not None and day >= page.heard else None)


class _Day(Enum):
    """Which days are counted where no weekday is named."""

    BUSINESS = auto()
    CALENDAR = auto()


def _nth_of(page: Page, span: Span, which: int | _Day, number: int) -> date | None:
    """That weekday, business day or (only the first and the last) calendar day of a period; -1 is the last."""
    first = month_start(span.last) if span.unit is Unit.MONTH else span.first or span.last
    if isinstance(which, int):
        return nth_weekday(first, which, number)
    if which is _Day.CALENDAR:
        return span.last if number < 0 else first
    return page.workdays.before(span.last + ONE_DAY) if number < 0 else page.workdays.after(first - ONE_DAY, number)


def _parted(page: Page, at: int) -> Found | None:
    """A period, with a part of it before: "early to mid December", "the end of next week"."""
    start = at
    part = part_at(page, page.skip(at, "the"))
    if part is None:
        return _period(page, at)
    second = _second_part(page, part)
    found = _period(page, (second or part)[1], parted=True) or _period_before(page, part[1])
    if found is None:
        return None
    if found.span is None:
        return replace(found, start=start)
    span = part_of(found.span, part[0], page.heard)
    last = part_of(found.span, second[0], page.heard) if second else span
    if last is None and _runs(page, found):
        whole = _current(page.heard, found.span.unit, 1)
        span = part_of(whole, part[0], page.heard)
        last = part_of(whole, second[0], page.heard) if second else span
    if span is None or last is None:
        return Found(start, found.end, None)
    return Found(start, found.end, replace(span, last=last.last, end_of=last.end_of))


def _second_part(page: Page, part: tuple[Part, int]) -> tuple[Part, int] | None:
    """The other part of "early to mid December"."""
    if page.word(part[1]) in _PART_JOINERS:
        return part_at(page, page.skip(page.skip(part[1] + 1, "-"), "the"))
    return part_at(page, part[1]) if part[0] is Part.MID and page.word(part[1] - 1) == "to" else None


def _runs(page: Page, found: Found) -> bool:
    """True for "the month", "the week": the one that runs, or the next one when that part of it is over."""
    return page.word(found.end - 1) in _RUNNING and page.word(found.end - 2) in ("the", "mid", "-", "business", "working", "work")


def _period_before(page: Page, at: int) -> Found | None:
    """As in "Early December, mid at the latest": a part of the period that was named just before."""
    before = page.previous
    if before is None or before.span is None or at - before.end > 4 or (page.word(at).isalpha() and page.word(at) != "at"):  # noqa: PLR2004
        return None
    if before.span.unit is Unit.MONTH:
        first = month_start(before.span.last)
        return Found(at, at, Span(first, month_end(first), Unit.MONTH))
    return _working_week(at, at, monday(before.span.last)) if before.span.unit is Unit.WEEK else None


def _period(page: Page, at: int, *, parted: bool = False) -> Found | None:
    """A whole period; after a part also "the week", "the month" and the bare "next" of "this week or early next"."""
    return (
        _week(page, at, parted=parted)
        or _running(page, at, parted=parted)
        or _month(page, at, parted=parted)
        or _quarter(page, at)
        or _year(page, at, parted=parted)
        or _next_alone(page, at)
        or (_that_period(page, at) if parted else None)
        or (_counted_week(page, at) if parted else None)
    )


def _week(page: Page, at: int, *, parted: bool) -> Found | None:
    """This or another week, the week of a day, the week after something."""
    named = week_at(page, at)
    if named:
        return _working_week(at, named[1], named[0])
    start = at
    at = page.skip(at, "the", "that")
    if at > start and page.are(at, "first", "week") and page.word(at + 2) in ("after", "following"):
        at += 1
    after = _week_words(page, at)
    if after is not None:
        day = feast_at(page, after) or date_at(page, after) or day_at(page, after)
        if day is None or day.span is None:
            return Found(start, day.end, None) if day else None
        return _working_week(start, day.end, monday(day.span.last))
    if page.word(at) == "week" and page.word(at + 1) in ("after", "following", "before") and at > start:
        return _week_after(page, start, at)
    at = page.skip(at, "business", "working", "work")
    if parted and page.word(at) == "week" and (at > start or page.word(start - 1) in ("mid", "-")):
        return _working_week(start, at + 1, monday(page.heard))
    return None


def _week_words(page: Page, at: int) -> int | None:
    """Where the day goes on after "week of", "w/c" or the like."""
    if page.word(at) in ("w/c", "w/b", "w/e"):
        return at + 1
    named = page.word(at) == "week" and page.word(at + 1) in ("of", "commencing", "beginning", "starting", "ending")
    return at + 2 if named else None


def _working_week(start: int, end: int, first: date) -> Found:
    return Found(start, end, Span(first, first + timedelta(days=FRIDAY), Unit.WEEK))


def _week_after(page: Page, start: int, at: int) -> Found | None:
    """As in "The week after Thanksgiving"; with nothing after it, the week after what was named before, or next week."""
    after = at + 2
    day = feast_at(page, after) or date_at(page, after) or _parted(page, after) or day_at(page, after)
    if day is not None:
        if day.span is None:
            return Found(start, day.end, None)
        if page.word(at + 1) == "before":
            return _working_week(start, day.end, monday((day.span.first or day.span.last) - timedelta(weeks=1)))
        return _working_week(start, day.end, next_monday(day.span.last))
    if page.are(at + 1, "before", "that") and page.previous is not None and page.previous.span is not None:
        span = page.previous.span
        return _working_week(start, after + 1, monday(span.first or span.last) - timedelta(weeks=1))
    if page.word(at + 1) == "before" or (page.word(after).isalpha() and page.word(after) not in ("at", "if", "or", "and", "but")):
        if not page.are(after, "that"):
            return Found(start, after, None)
        after += 1
    return _working_week(start, after, next_monday(page.named_before or page.heard))


def _counted_week(page: Page, at: int) -> Found | None:
    """As in "Week 50", "KW 50": the week of that number (ISO 8601)."""
    start = at
    at = page.skip(at, "calendar")
    if page.word(at) not in ("week", "wk", "kw", "cw") or not page.word(at + 1).isdecimal():
        return None
    number = int(page.word(at + 1))
    for year in (page.heard.year, page.heard.year + 1):
        try:
            first = date.fromisocalendar(year, number, 1)
        except ValueError:
            return None
        if first + timedelta(days=FRIDAY) >= page.heard:
            return replace(_working_week(start, at + 2, first), cue=Cue.PREPOSITION)
    return None


def _named_period(page: Page, at: int) -> Span | None:
    """The week, month, quarter or year that was named before; with no name the one that runs: "it's a short month"."""
    span = page.previous.span if page.previous is not None else None
    said = (word.removesuffix("'s") for word in reversed(page.texts[:at]))
    unit = next((_RUNNING[word] for word in said if word in _RUNNING), None)
    if page.previous is None and unit is not None:
        span = _current(page.heard, unit)
    return span if span is not None and span.unit in _RUNNING.values() and span.unit is not Unit.WEEKEND else None


def _that_period(page: Page, at: int) -> Found | None:
    """As in "It's a busy quarter, but by the end of it": the period that was named before."""
    named = _named_period(page, at)
    it = page.word(at) in ("it", "that") and not page.word(at + 1).isalpha()
    return Found(at, at + 1, named) if it and named is not None else None


def _before_it_ends(page: Page, at: int) -> Found | None:
    """As in "before it ends", "before that is over": the end of the period that was named before."""
    if page.word(at - 1) != "before":
        return None
    running = _RUNNING.get(page.word(at + 1).removesuffix("'s")) if page.word(at) in ("the", "this") else None
    if running is None and page.word(at) not in ("it", "that", "it's"):
        return None
    after = page.skip(at + (1 if running is None else 2), "is")
    named = _named_period(page, at) if running is None else _current(page.heard, running)
    if named is None or page.word(after) not in ("ends", "closes", "finishes", "over", "out", "done"):
        return None
    return Found(at, after + 1, replace(named, end_of=True))


_RUNNING = {"week": Unit.WEEK, "month": Unit.MONTH, "quarter": Unit.QUARTER, "year": Unit.YEAR, "weekend": Unit.WEEKEND}


def _running(page: Page, at: int, *, parted: bool) -> Found | None:
    """As in "This month", "next quarter", "the weekend", "the month after next"; after a part also "the month"."""
    start = at
    at = page.skip(at, "the")
    unit = _RUNNING.get(page.word(at))
    if unit is Unit.WEEKEND and at > start:
        return _weekend(page, start, at + 1, 0)
    if unit in (Unit.MONTH, Unit.QUARTER) and page.are(at + 1, "after", "next"):
        return Found(start, at + 3, _current(page.heard, unit, 2))
    if unit is not None and parted and (at > start or page.word(start - 1) in ("mid", "-")):
        return Found(start, at + 1, _current(page.heard, unit))
    later = {"this": 0, "current": 0, "next": 1, "following": 1, "coming": 1}.get(page.word(at))
    unit = _RUNNING.get(page.word(at + 1))
    if later is None or unit in (None, Unit.WEEK) or (unit is Unit.MONTH and is_length(page, at)):
        return None
    if unit is Unit.WEEKEND:
        return _weekend(page, start, at + 2, later)
    return Found(start, at + 2, _current(page.heard, unit, later)) if unit else None


def _weekend(page: Page, start: int, end: int, later: int) -> Found:
    """Saturday and Sunday of this week or the next one."""
    saturday = coming(page.heard, 5) + timedelta(weeks=later)
    return Found(start, end, Span(saturday, saturday + ONE_DAY, Unit.WEEKEND))


def _month(page: Page, at: int, *, parted: bool) -> Found | None:
    """A month by its name, with its year where one was said: the one that runs, or the next one of that name."""
    month = month_at(page, at)
    if month is None:
        return None
    year = year_at(page, page.skip(month[1], ",", "of"))
    end, in_year = (year[1], year[0]) if year else (month[1], None)
    if year is None and page.are(page.skip(month[1], "of"), "next", "year"):
        end, in_year = page.skip(month[1], "of") + 2, page.heard.year + 1
    if in_year is None:
        in_year = page.heard.year if month[0] >= page.heard.month else page.heard.year + 1
    first = date(in_year, month[0], 1)
    sure = year is not None or parted or page.word(at) not in UNSURE_MONTHS
    cue = Cue.NONE if sure else Cue.PREPOSITION
    if month_end(first) < page.heard or (year is None and first - page.heard > TOO_FAR):
        return Found(at, end, None)
    return Found(at, end, Span(first, month_end(first), Unit.MONTH, named=True), cue)


def _quarter(page: Page, at: int) -> Found | None:
    """As in "Q1", "Q1 2027", "the first quarter of next year"."""
    start = at
    at = page.skip(at, "the")
    word = page.word(at)
    number, after = 0, at + 1
    if len(word) == 2 and word[0] == "q" and word[1].isdecimal():  # noqa: PLR2004  (Q1 to Q4)
        number = int(word[1])
    elif word in ORDINALS and page.word(at + 1) in ("quarter", "qtr"):
        number, after = ORDINALS[word], at + 2
    if not 1 <= number <= 4:  # noqa: PLR2004  (quarters of a year)
        return None
    if page.word(start - 1) in ("fiscal", "financial", "fy") or page.word(start - 2) == "fiscal":
        return Found(start, after, None)
    first_month = 3 * number - 2
    year = year_at(page, page.skip(after, "of"))
    if year:
        in_year, after = year
    elif page.are(page.skip(after, "of"), "next", "year"):
        in_year, after = page.heard.year + 1, page.skip(after, "of") + 2
    else:
        in_year = page.heard.year + (month_end(date(page.heard.year, first_month + 2, 1)) < page.heard)
    first = date(in_year, first_month, 1)
    last = month_end(month_start(first, 2))
    return Found(start, after, Span(first, last, Unit.QUARTER) if last >= page.heard else None)


def _year(page: Page, at: int, *, parted: bool) -> Found | None:
    """A year by its number; "the new year" after a part of it."""
    if parted and (page.are(at, "the", "new", "year") or page.are(at, "new", "year")):
        first = date(page.heard.year + 1, 1, 1)
        return Found(at, at + (3 if page.word(at) == "the" else 2), Span(first, month_end(first), Unit.MONTH))
    year = year_at(page, at)
    if year is None or page.word(at) == "'":
        return None
    if year[0] < page.heard.year:
        return Found(at, year[1], None)
    return Found(at, year[1], Span(date(year[0], 1, 1), date(year[0], 12, 31), Unit.YEAR, named=True), Cue.PREPOSITION)


def _next_alone(page: Page, at: int) -> Found | None:
    """The bare "next" of "this week or early next": of the kind named just before."""
    before = page.previous
    start = at
    at = page.skip(at, "the")
    if page.word(at) not in ("next", "following") or before is None or before.span is None or at - before.end > 6:  # noqa: PLR2004
        return None
    if page.word(at + 1).isalnum() or number_at(page, at + 1) or before.span.unit not in (Unit.WEEK, Unit.MONTH, Unit.QUARTER):
        return None
    return Found(start, at + 1, _current(page.heard, before.span.unit, 1))
