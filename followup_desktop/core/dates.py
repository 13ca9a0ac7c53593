"""English words for dates, times and small numbers; the window puts dates into words by Qt's locale instead.

Nothing here asks the C library: `strftime("%a")` follows `setlocale`, and Qt calls that at start.
"""

from __future__ import annotations

from datetime import date, datetime, time

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Names of the months, January first."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""Names of the days, Monday first, as `date.weekday` counts them."""

MONTH_FIRST = frozenset({"US", "PH", "FM", "PW", "MH", "PR", "GU", "AS", "VI"})
"""Countries whose English says "December 3" and whose 12/3 is in December."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def spoken(value: object) -> str:
    """`value` as it stands in an English sentence: "Thu 3 Dec", "10:00", "Thu 3 Dec, 10:00"; anything else as text."""
    if isinstance(value, datetime):
        return f"{spoken(value.date())}, {spoken(value.time())}"
    if isinstance(value, date):
        return f"{WEEKDAYS[value.weekday()][:3]} {value.day} {MONTHS[value.month - 1][:3]}"
    if isinstance(value, time):
        return f"{value.hour:02}:{value.minute:02}"
    return str(value)


def spoken_near(day: date, today: date) -> str:
    """`day` as people say it on `today`: "yesterday", "today", "tomorrow", else "Tue 8 Dec"; another year is named."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((day - today).days)
    if near is not None:
        return near
    return spoken(day) if day.year == today.year else f"{spoken(day)} {day.year}"


def spoken_distance(day: date, today: date) -> str:
    """How far `day` is from `today`: "in 9 days" up to 13 days, then whole weeks; "9 days ago" for the past."""
    days = (day - today).days
    if -1 <= days <= 1:
        return spoken_near(day, today)
    far = abs(days)
    words = f"{far} days" if far <= 13 else f"{far // 7} weeks"  # noqa: PLR2004  (LOOK, "Words": up to 13 days)
    return f"in {words}" if days > 0 else f"{words} ago"


def written(day: date, country: str) -> str:
    """`day` as it stands in a letter: "December 3" where the month comes first (`MONTH_FIRST`), else "3 December"."""
    month = MONTHS[day.month - 1]
    return f"{month} {day.day}" if country.upper() in MONTH_FIRST else f"{day.day} {month}"


def number(count: int) -> str:
    """A small number as a word ("three"), from thirteen on as digits; for counts inside a sentence."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def capital(text: str) -> str:
    """`text` with its first letter as a capital, the rest as it is; for a word that starts a sentence."""
    return text[:1].upper() + text[1:]
