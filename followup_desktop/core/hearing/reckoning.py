"""Reckoning with days: weeks, months, quarters, feasts. Pure arithmetic, no words."""

from __future__ import annotations

from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
FRIDAY = 4
"""`date.weekday` of the last day of a working week."""


def monday(day: date) -> date:
    """The Monday of that day's week; from a Saturday or Sunday the coming one, for their working week is over."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > FRIDAY else day - timedelta(days=day.weekday())


def next_monday(day: date) -> date:
    """The Monday after that day."""
    return day + timedelta(days=7 - day.weekday())


def coming(day: date, weekday: int) -> date:
    """The first day with that weekday (Monday is 0), on `day` or after it."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def month_start(day: date, later: int = 0) -> date:
    """The first day of that day's month, or of the month so many months later."""
    months = day.year * 12 + day.month - 1 + later
    return date(months // 12, months % 12 + 1, 1)


def month_end(day: date) -> date:
    """The last day of that day's month."""
    return month_start(day, 1) - ONE_DAY


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it has no such day."""
    first = month_start(day, months)
    return first.replace(day=min(day.day, month_end(first).day))


def quarter_start(day: date, later: int = 0) -> date:
    """The first day of that day's quarter, or of the quarter so many quarters later."""
    return month_start(day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1), 3 * later)


def nth_weekday(first: date, weekday: int, number: int) -> date | None:
    """The `number`-th such weekday of the month that starts on `first`; -1 is the last; None where there is none."""
    if number < 0:
        last = month_end(first)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    found = coming(first, weekday) + timedelta(weeks=number - 1)
    return found if found.month == first.month else None


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Gauss, as Meeus and Butcher give it)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)


def thanksgiving(year: int, country: str) -> date:
    """Thanksgiving: the fourth Thursday of November; in Canada the second Monday of October."""
    if country == "CA":
        return coming(date(year, 10, 1), 0) + timedelta(weeks=1)
    return coming(date(year, 11, 1), 3) + timedelta(weeks=3)


def labour_day(year: int, country: str) -> date:
    """Labour Day: the first Monday of September in North America, elsewhere the first of May."""
    return coming(date(year, 9, 1), 0) if country in ("US", "CA") else date(year, 5, 1)
