"""Parts of a period: "early", "the end of", "the first week of", and which days they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from enum import Enum, auto

from followup_desktop.core.hearing.page import Page, Span, Unit, phrases
from followup_desktop.core.hearing.reckoning import FRIDAY, month_end, month_start


class Part(Enum):
    """Which part of a period."""

    EARLY = auto()
    FIRST_HALF = auto()
    MID = auto()
    SECOND_HALF = auto()
    LATE = auto()
    END = auto()
    LATER = auto()
    """As in "Later this week": what is left of it."""
    WEEK_1 = auto()
    WEEK_2 = auto()
    WEEK_3 = auto()
    WEEK_4 = auto()
    LAST_WEEK = auto()
    TWO_WEEKS = auto()
    LAST_TWO_WEEKS = auto()
    WHOLE = auto()
    """ "The month of January"."""


_PARTS: dict[tuple[str, ...], Part] = {
    ("early",): Part.EARLY,
    ("early", "in"): Part.EARLY,
    ("early", "part", "of"): Part.EARLY,
    ("earlier", "part", "of"): Part.EARLY,
    ("first", "part", "of"): Part.EARLY,
    ("beginning", "of"): Part.EARLY,
    ("very", "beginning", "of"): Part.EARLY,
    ("start", "of"): Part.EARLY,
    ("first", "thing"): Part.EARLY,
    ("first", "thing", "in"): Part.EARLY,
    ("first", "half", "of"): Part.FIRST_HALF,
    ("mid",): Part.MID,
    ("mid", "-"): Part.MID,
    ("mid", "to"): Part.MID,
    ("middle", "of"): Part.MID,
    ("middle", "part", "of"): Part.MID,
    ("midway", "through"): Part.MID,
    ("halfway", "through"): Part.MID,
    ("second", "half", "of"): Part.SECOND_HALF,
    ("latter", "half", "of"): Part.SECOND_HALF,
    ("back", "half", "of"): Part.SECOND_HALF,
    ("late",): Part.LATE,
    ("late", "in"): Part.LATE,
    ("late", "on"): Part.LATE,
    ("later", "in"): Part.LATER,
    ("later",): Part.LATER,
    ("latter", "part", "of"): Part.LATE,
    ("later", "part", "of"): Part.LATE,
    ("last", "part", "of"): Part.LATE,
    ("tail", "end", "of"): Part.END,
    ("back", "end", "of"): Part.END,
    ("very", "end", "of"): Part.END,
    ("last", "days", "of"): Part.END,
    ("close", "of"): Part.END,
    ("end",): Part.END,
    ("end", "-"): Part.END,
    ("end", "of"): Part.END,
    ("first", "week", "of"): Part.WEEK_1,
    ("first", "week", "in"): Part.WEEK_1,
    ("first", "full", "week", "of"): Part.WEEK_1,
    ("second", "week", "of"): Part.WEEK_2,
    ("second", "week", "in"): Part.WEEK_2,
    ("third", "week", "of"): Part.WEEK_3,
    ("third", "week", "in"): Part.WEEK_3,
    ("fourth", "week", "of"): Part.WEEK_4,
    ("fourth", "week", "in"): Part.WEEK_4,
    ("first", "two", "weeks", "of"): Part.TWO_WEEKS,
    ("first", "two", "weeks", "in"): Part.TWO_WEEKS,
    ("first", "couple", "of", "weeks", "of"): Part.TWO_WEEKS,
    ("last", "two", "weeks", "of"): Part.LAST_TWO_WEEKS,
    ("first", "few", "days", "of"): Part.EARLY,
    ("first", "days", "of"): Part.EARLY,
    ("month", "of"): Part.WHOLE,
    ("last", "week", "of"): Part.LAST_WEEK,
    ("last", "week", "in"): Part.LAST_WEEK,
    ("final", "week", "of"): Part.LAST_WEEK,
    ("1st", "week", "of"): Part.WEEK_1,
    ("2nd", "week", "of"): Part.WEEK_2,
    ("3rd", "week", "of"): Part.WEEK_3,
    ("4th", "week", "of"): Part.WEEK_4,
}
_NUMBERED_WEEKS = {"first": Part.WEEK_1, "second": Part.WEEK_2, "third": Part.WEEK_3}
_PART_NAMES = phrases(_PARTS)


def part_at(page: Page, at: int) -> tuple[Part, int] | None:
    """A part and where its period begins."""
    words = page.longest(at, _PART_NAMES)
    if words:
        return _PARTS[words], at + len(words)
    if page.word(at) in ("beginning", "start") and page.word(at + 1) in ("to", "or", "-", "/"):
        return Part.EARLY, at + 1
    numbered = _NUMBERED_WEEKS.get(page.word(at))
    if numbered and page.word(at + 1) in ("or", "to", "-", "/", "and") and page.word(at + 3) == "week":
        return numbered, at + 1
    return None


def part_of(whole: Span, part: Part, heard: date) -> Span | None:
    """That part of a period: of a week Mon-Tue, Mon-Wed or Mon-Fri, of a month days 1-10, 11-20 or 21-last, and so on.

    None when it is over on the day heard.
    """
    first = whole.first or whole.last
    if whole.unit is Unit.WEEK:
        span = _part_of_week(first, part)
    elif whole.unit is Unit.MONTH or whole.opens:
        span = _part_of_month(month_start(first), part)
    elif whole.unit is Unit.QUARTER or (whole.unit is Unit.YEAR and part is not Part.MID):
        span = _part_of_months(first, whole.last, part)
    else:
        return None
    if part is Part.LATER:
        span = replace(whole, first=max(first, heard), end_of=True)
    span = replace(span, unit=whole.unit, end_of=part in (Part.END, Part.LATE, Part.LATER))
    return span if span.last >= heard else None


def _part_of_week(first: date, part: Part) -> Span:
    """Part of the working week that starts on that Monday."""
    days = {Part.EARLY: (0, 1), Part.FIRST_HALF: (0, 2), Part.MID: (0, 2), Part.SECOND_HALF: (2, FRIDAY)}.get(part, (0, FRIDAY))
    return Span(first + timedelta(days=days[0]), first + timedelta(days=days[1]))


def _part_of_month(first: date, part: Part) -> Span:
    """Part of the month that starts on that day."""
    end = month_end(first).day
    days = {
        Part.EARLY: (1, 10),
        Part.FIRST_HALF: (1, 15),
        Part.MID: (11, 20),
        Part.SECOND_HALF: (16, end),
        Part.LATE: (21, end),
        Part.END: (21, end),
        Part.WEEK_1: (1, 7),
        Part.WEEK_2: (8, 14),
        Part.WEEK_3: (15, 21),
        Part.WEEK_4: (22, 28),
        Part.LAST_WEEK: (end - 6, end),
        Part.TWO_WEEKS: (1, 14),
        Part.LAST_TWO_WEEKS: (end - 13, end),
    }.get(part, (1, end))
    return Span(first.replace(day=days[0]), first.replace(day=days[1]))


def _part_of_months(first: date, last: date, part: Part) -> Span:
    """Part of a quarter (by its months) or a year (by its quarters)."""
    months = 3 if (last - first).days > 100 else 1  # noqa: PLR2004  (a quarter has at most 92 days)
    whole = 12 if months == 3 else 3  # noqa: PLR2004  (a year)
    if part in (Part.WEEK_1, Part.WEEK_2, Part.WEEK_3, Part.WEEK_4):
        return _part_of_month(first, part)
    if part is Part.LAST_WEEK:
        return Span(last - timedelta(days=6), last)
    start, end = {
        Part.EARLY: (0, months),
        Part.FIRST_HALF: (0, whole // 2 + whole % 2),
        Part.MID: (months, whole - months),
        Part.SECOND_HALF: (whole // 2, whole),
    }.get(part, (whole - months, whole))
    return Span(month_start(first, start), month_end(month_start(first, end - 1)))
