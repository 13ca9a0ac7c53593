"""Sentences and dates in the language of the window.

The rooms without Qt hand over `Words`: an English sentence with fields and the values for them. Here the sentence is
translated first and filled afterwards, so that a name or a date is never taken for a part of it. Names of days and
months follow the language of the sentences; the clock's form (14:00 or 2:00 PM), and in English whether the month
comes before the day, follow the computer's locale.
"""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from followup_desktop.core.words import Value, Words

_ROOMS = ("core", "letters", "paper", "store", "exchange", "desk")
"""The contexts that sentences of rooms without Qt are marked with."""

_DAYS_EXACT = 13
"""Up to so many days a distance is counted in days, then in whole weeks."""


def translated(text: str) -> str:
    """A sentence of a room without Qt in the window's language; unchanged where no translation knows it."""
    for room in _ROOMS:
        found = QCoreApplication.translate(room, text)
        if found != text:
            return found
    return text


def said(words: Words, today: date | None = None) -> str:
    """`words` as the window shows them: translated, then filled.

    With `today` the days around it are called yesterday, today and tomorrow, and another year is named.
    """
    filled = {name: _value_words(value, today) for name, value in words.values.items()}
    sentence = translated(words.text).format(**filled)
    return sentence[:1].upper() + sentence[1:] if words.text.startswith("{") and _starts_with_day(words) else sentence


def _starts_with_day(words: Words) -> bool:
    name = words.text[1:].partition("}")[0]
    return isinstance(words.values.get(name), date)


def _value_words(value: Value, today: date | None) -> str:
    if isinstance(value, datetime):
        return moment_words(value, today)
    if isinstance(value, date):
        return day_words(value, today)
    if isinstance(value, time):
        return time_words(value)
    return str(value)


def _locale() -> QLocale:
    """The locale of the language that the sentences are in: the translation's own, English where there is none."""
    return QLocale(QCoreApplication.translate("language", "en_GB", "the locale of this language"))


def _date_words(day: date, pattern: str) -> str:
    return _locale().toString(QDate(day.year, day.month, day.day), pattern)


def day_words(day: date, today: date | None = None) -> str:
    """A day as people say it: "Tue 8 Dec"; with `today` also "today", "tomorrow", and the year where it is another."""
    if today is None:
        form = QCoreApplication.translate("language", "ddd d MMM", "a day")
        return _date_words(day, "ddd, MMM d" if _month_comes_first() else form)
    near = (day - today).days
    if near == 0:
        return QCoreApplication.translate("language", "today")
    if near == 1:
        return QCoreApplication.translate("language", "tomorrow")
    if near == -1:
        return QCoreApplication.translate("language", "yesterday")
    if day.year == today.year:
        return day_words(day)
    form = QCoreApplication.translate("language", "ddd d MMM yyyy", "a day of another year")
    return _date_words(day, "ddd, MMM d, yyyy" if _month_comes_first() else form)


def bare_day_words(day: date) -> str:
    """A day whose month is plain from what stands beside it: "Mon 7"."""
    return _date_words(day, QCoreApplication.translate("language", "ddd d", "a day without its month"))


def short_day_words(day: date) -> str:
    """A day where there is little room: "10 Nov"."""
    form = QCoreApplication.translate("language", "d MMM", "a short day")
    return _date_words(day, "MMM d" if _month_comes_first() else form)


def day_pattern() -> str:
    """How a field shows the day that is typed into it, weekday and year included: "ddd d MMM yyyy"."""
    form = QCoreApplication.translate("language", "ddd d MMM yyyy", "a day of another year")
    return "ddd, MMM d, yyyy" if _month_comes_first() else form


def long_day_words(day: date, today: date | None = None) -> str:
    """A day in full: "Monday 23 November"; with `today` the year as well where it is another one."""
    if today is not None and day.year != today.year:
        form = QCoreApplication.translate("language", "dddd d MMMM yyyy", "a day of another year in full")
        return _date_words(day, "dddd, MMMM d, yyyy" if _month_comes_first() else form)
    form = QCoreApplication.translate("language", "dddd d MMMM", "a day in full")
    return _date_words(day, "dddd, MMMM d" if _month_comes_first() else form)


def weekday_words(day: date, *, whole: bool = False) -> str:
    """The weekday a day is: "Mon", or whole: "Monday"."""
    return _date_words(day, "dddd" if whole else "ddd")


def initial_words(day: date) -> str:
    """The letter that stands for the day's name over a narrow column: "M"."""
    return _locale().standaloneDayName(day.isoweekday(), QLocale.FormatType.NarrowFormat)


def month_words(day: date) -> str:
    """The month a day is in: "November 2026"."""
    return _date_words(day, QCoreApplication.translate("language", "MMMM yyyy", "a month"))


def short_month_words(day: date) -> str:
    """The month a day is in, where there is little room: "Nov 2026"."""
    return _date_words(day, QCoreApplication.translate("language", "MMM yyyy", "a month, short"))


def stretch_of_days_words(first: date, last: date) -> str:
    """From one day to another, with the year: "23–29 November 2026", "30 November – 6 December 2026"."""
    month_first = _month_comes_first()
    if (first.year, first.month) == (last.year, last.month):
        month, year = _date_words(first, "MMMM"), first.year
        return f"{month} {first.day}–{last.day}, {year}" if month_first else f"{first.day}–{last.day} {month} {year}"
    pattern = "MMMM d" if month_first else "d MMMM"
    begin, end = _date_words(first, pattern), _date_words(last, pattern)
    comma = "," if month_first else ""
    if first.year != last.year:
        begin = f"{begin}{comma} {first.year}"
    return f"{begin} – {end}{comma} {last.year}"


def short_stretch_words(first: date, last: date) -> str:
    """The same where there is little room: "23–29 Nov", "30 Nov – 6 Dec"."""
    if first.month == last.month:
        month = _date_words(first, "MMM")
        return f"{month} {first.day}–{last.day}" if _month_comes_first() else f"{first.day}–{last.day} {month}"
    return f"{short_day_words(first)} – {short_day_words(last)}"


def _month_comes_first() -> bool:
    """True where the computer's locale writes the month before the day, and the sentences are English: "Dec 8".

    A translation of the sentences brings its own order with it.
    """
    local = QLocale()
    if local.language() == QLocale.Language.C or _locale().language() != QLocale.Language.English:
        return False
    pattern = local.dateFormat(QLocale.FormatType.ShortFormat)
    return pattern.find("M") < pattern.find("d")


def time_words(moment: time) -> str:
    """A time of day in the computer's own form, without seconds: "14:00", "2:00 PM"."""
    local = QLocale()
    if local.language() == QLocale.Language.C:
        return f"{moment.hour:02}:{moment.minute:02}"
    return local.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def span_words(start: time, end: time) -> str:
    """From one time of day to another: "10:00–11:30"."""
    return f"{time_words(start)}–{time_words(end)}"


def moment_words(moment: datetime, today: date | None = None) -> str:
    """A day with a time: "Tue 8 Dec, 14:00"."""
    pattern = QCoreApplication.translate("language", "{day}, {time}", "a day with a time")
    return pattern.format(day=day_words(moment.date(), today), time=time_words(moment.time()))


def distance_words(day: date, today: date) -> str:
    """How far a day is off: "in 9 days" up to 13 days, then "in 2 weeks"; "3 days ago" for one that is past."""
    days = (day - today).days
    if -1 <= days <= 1:
        return day_words(day, today)
    far = abs(days)
    count = far if far <= _DAYS_EXACT else far // 7
    ahead = days > 0
    if far <= _DAYS_EXACT:
        in_days = QCoreApplication.translate("language", "in {n} days")
        pattern = in_days if ahead else QCoreApplication.translate("language", "{n} days ago")
    elif count == 1:
        in_a_week = QCoreApplication.translate("language", "in a week")
        pattern = in_a_week if ahead else QCoreApplication.translate("language", "a week ago")
    else:
        in_weeks = QCoreApplication.translate("language", "in {n} weeks")
        pattern = in_weeks if ahead else QCoreApplication.translate("language", "{n} weeks ago")
    return pattern.format(n=count)


def ago_words(moment: datetime, now: datetime) -> str:
    """How long ago a moment was: "25 minutes ago", "3 hours ago", "yesterday", then as `distance_words`."""
    minutes = int((now - moment).total_seconds() // 60)
    days = (now.date() - moment.astimezone(now.tzinfo).date()).days
    if days > 0:
        return distance_words(moment.astimezone(now.tzinfo).date(), now.date())
    if minutes < 2:  # noqa: PLR2004  (a minute ago is just now)
        return QCoreApplication.translate("language", "just now")
    if minutes < 90:  # noqa: PLR2004  (beyond that people count hours)
        return QCoreApplication.translate("language", "{n} minutes ago").format(n=minutes)
    return QCoreApplication.translate("language", "{n} hours ago").format(n=round(minutes / 60))
