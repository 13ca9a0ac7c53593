"""Dates with a number: "Thursday 3 December", "Dec 10-15", "the 15th", "12/3", "3.12.", "2026-12-03"."""

from __future__ import annotations

from datetime import date, timedelta

from followup_desktop.core.dates import MONTH_FIRST
from followup_desktop.core.hearing.numerals import (
    ORDINALS,
    day_number_at,
    month_at,
    ordinal_at,
    weekday_at,
    year_at,
)
from followup_desktop.core.hearing.page import Cue, Found, Page, Span
from followup_desktop.core.hearing.reckoning import month_start, months_later
from followup_desktop.core.hearing.tokens import word_set

TOO_FAR = timedelta(days=300)
"""A day without a year that would lie further ahead was meant in the past."""

_RANGE = ("-", "/", "or", "to", "and", "through", "until", "till")
_DOTTED = word_set("de at ch da nb nn no fi sv pl cs sk sl hr sr hu ro ru uk bg et lv lt tr is")
"""Languages that write 3.12 for a day."""

_AFTER_ORDINAL = word_set(
    """
    . , ; : ! ? ) - / ( " ' of at by and or to if but so when then that because as once after before for with from in on is
    was will would should works latest earliest morning afternoon evening noon eod cob this next unless depending since while
    we they i you he she it the hopefully probably maybe ideally either through until till which who regardless hr anyway
    whatever whichever whenever whoever wherever however means else too also again instead same already
    without about onward onwards please they'll we'll you'll i'll he'll she'll it'll they're we're they'd we'd i'd she'd he'd
    """
) | {""}
"""What may follow a day's ordinal; another word is what the ordinal counts: "the 3rd floor"."""


def date_at(page: Page, at: int) -> Found | None:
    """A date with a number, with its weekday before it where one was said; a weekday that contradicts gives no date."""
    digits = _digits_at(page, at)
    if digits:
        return digits
    weekday = weekday_at(page, at)
    number = at
    if weekday:
        number = page.skip(page.skip(weekday[1], ","), "the", "on")
        digits = _digits_at(page, number)
    number = page.skip(number, "the")
    found = digits or _day_month(page, number) or _month_day(page, number) or _day_alone(page, number, said_the=number > at)
    if found is None:
        return None
    if weekday is None or found.span is None:
        return Found(at, found.end, found.span, found.cue)
    first = found.span.first
    if found.cue is Cue.PREPOSITION and first is not None and first.weekday() != weekday[0]:
        first = months_later(first, 1)
    fits = first is not None and first.weekday() == weekday[0]
    return Found(at, found.end, Span(first, max(found.span.last, first)) if fits and first is not None else None)


def _in_year(page: Page, month: int, day: int, year: int | None) -> date | None:
    """The day of that month: in `year`, else the next one; None for a day that is not in the calendar, gone, or too far."""
    try:
        if year is not None:
            found = date(year, month, day)
            return found if found >= page.heard else None
        for candidate in (page.heard.year, page.heard.year + 1):
            found = date(candidate, month, day)
            if found >= page.heard:
                return found if found - page.heard <= TOO_FAR else None
    except ValueError:
        return None
    return None


def _range(page: Page, month: int, first: int, last: int, year: int | None) -> Span | None:
    """The days from `first` to `last` of a month."""
    end = _in_year(page, month, last, year)
    if end is None or first > last:
        return None
    return Span(max(end.replace(day=first), page.heard), end)


def _days_at(page: Page, at: int) -> tuple[int, int, int] | None:
    """One day's number, or two with a word between: first, last, and where they end."""
    first = day_number_at(page, at)
    if first is None:
        return None
    if page.word(first[1]) in _RANGE:
        last = day_number_at(page, page.skip(first[1] + 1, "the"))
        if last:
            return first[0], last[0], last[1]
    return first[0], first[0], first[1]


def _day_month(page: Page, at: int) -> Found | None:
    """As in "3 December", "3rd of December 2026", "10-15 December"."""
    days = _days_at(page, at)
    if days is None:
        return None
    after = page.skip(days[2], "of", "-", "/")
    month = month_at(page, after)
    if month is None:
        return _days_of_period(page, at, days)
    year = year_at(page, page.skip(month[1], ","))
    return Found(at, year[1] if year else month[1], _range(page, month[0], days[0], days[1], year[0] if year else None))


def _days_of_period(page: Page, at: int, days: tuple[int, int, int]) -> Found | None:
    """As in "the 10th of next month", "the 3rd and 4th of the month"."""
    if page.word(days[2]) != "of" or ordinal_at(page, at) is None:
        return None
    after = days[2] + 1
    if days[1] == 1 and page.are(after, "the", "year"):
        return Found(at, after + 2, _range(page, 1, 1, 1, None))
    later = {"next": 1, "this": 0, "the": 0}.get(page.word(after))
    if page.are(after, "the", "following"):
        later, after = 1, after + 1
    if later is None or page.word(after + 1) != "month":
        return None
    month = month_start(page.heard, later)
    if later == 0 and page.word(after) == "the" and days[1] < page.heard.day:
        month = month_start(page.heard, 1)
    return Found(at, after + 2, _range(page, month.month, days[0], days[1], month.year))


def _month_day(page: Page, at: int) -> Found | None:
    """As in "December 3", "Dec. 3rd, 2026", "December 10-15", "December third"."""
    month = month_at(page, at)
    if month is None:
        return None
    days = _days_at(page, page.skip(page.skip(month[1], "-"), "the"))
    if days is None or page.word(days[2]) in ("%", "people", "candidates") or _is_time(page, days[2]):
        return None
    year = year_at(page, page.skip(days[2], ","))
    end = year[1] if year else days[2]
    cue = (
        Cue.PREPOSITION
        if month[1] == at + 1 and page.word(at) in ("may", "march") and page.word(at + 1) in ORDINALS
        else Cue.NONE
    )
    return Found(at, end, _range(page, month[0], days[0], days[1], year[0] if year else None), cue)


def _is_time(page: Page, at: int) -> bool:
    """True when the number before is an hour: "in May 5 pm" names no day."""
    return page.word(at) in ("am", "pm", "hours", "weeks", "days", "months", "week", "day", "month")


def _day_alone(page: Page, at: int, *, said_the: bool) -> Found | None:
    """As in "the 15th", "by the 3rd or 4th": the next such day, in the next month that has one."""
    first = ordinal_at(page, at)
    if first is None or (not said_the and page.word(at) in ORDINALS):
        return None
    if page.word(at) in ("first", "second", "third") or page.word(first[1]) not in _AFTER_ORDINAL:
        return None
    if page.word(first[1]) == "of" or page.word(at - (2 if said_the else 1)) in ("am", "'m", "i'm", "was", "were", "as"):
        return None
    last = first
    if page.word(first[1]) in _RANGE:
        second = ordinal_at(page, page.skip(first[1] + 1, "the"))
        if second and second[0] > first[0] and page.word(second[1]) in _AFTER_ORDINAL and page.word(second[1]) != "of":
            last = second
    heard = page.heard
    if first == last and first[0] == heard.day and page.named_month is not None:
        heard = max(heard, page.named_month)
    return Found(at, last[1], _next_with_days(heard, first[0], last[0]), Cue.PREPOSITION)


def _next_with_days(heard: date, first: int, last: int) -> Span | None:
    """Those days of the first month in which the last of them exists and is not over."""
    for later in range(3):
        start = month_start(heard, later)
        try:
            end = start.replace(day=last)
        except ValueError:
            continue
        if end >= heard:
            return Span(max(heard, start.replace(day=first)), end)
    return None


def _digits_at(page: Page, at: int) -> Found | None:
    """A date in digits: by locale, the sign that stands between, and what the calendar allows."""
    word = page.word(at)
    sign = next((sign for sign in "/.-" if sign in word), "")
    parts = word.split(sign) if sign else []
    if not 2 <= len(parts) <= 3 or not all(part.isdecimal() for part in (*parts[:2], *filter(None, parts[2:]))):  # noqa: PLR2004  (day, month, year)
        return None
    if len(parts[0]) == 4 and len(parts) == 3:  # noqa: PLR2004  (the year comes first)
        year, month, day = (int(part) for part in parts)
        return Found(at, at + 1, _one_day(_in_year(page, month, day, year)))
    if sign == "." and len(parts) == 2 and page.language not in _DOTTED:  # noqa: PLR2004  (a number such as 3.12)
        return None
    month_first = sign != "." and page.country in MONTH_FIRST
    first, second = int(parts[0]), int(parts[1])
    day, month = (second, first) if month_first else (first, second)
    if month > 12 >= day:  # noqa: PLR2004  (there is only one way to read it)
        day, month = month, day
    written = parts[2] if len(parts) == 3 else ""  # noqa: PLR2004
    whole = int(written) + (2000 if len(written) == 2 else 0) if written else None  # noqa: PLR2004
    return Found(at, at + 1, _one_day(_in_year(page, month, day, whole)), Cue.NONE if written else Cue.PREPOSITION)


def _one_day(day: date | None) -> Span | None:
    """That day as a span."""
    return None if day is None else Span(day, day)
