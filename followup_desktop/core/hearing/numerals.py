"""Numbers, ordinals, months, weekdays and years where they stand among the tokens."""

from __future__ import annotations

import re

from followup_desktop.core.dates import MONTHS, WEEKDAYS
from followup_desktop.core.hearing.page import Page

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"]
_ONES += ["fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBERS = {word: value for value, word in enumerate(_ONES, 1)} | _TENS

_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"]
_ORDINALS += ["twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"]
ORDINALS = {word: value for value, word in enumerate(_ORDINALS, 1)} | {"twentieth": 20, "thirtieth": 30}
"""Ordinal words; "twenty-first" is read from two of them."""

_MONTH = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH |= {name[:3]: number for name, number in _MONTH.items()} | {"sept": 9}
UNSURE_MONTHS = frozenset({"jan", "mar", "march", "apr", "april", "may", "jun", "june", "aug", "august"})
"""Months that are also verbs, names of people or adjectives: they need a preposition."""

_WEEKDAY = {name.lower(): number for number, name in enumerate(WEEKDAYS)}
_WEEKDAY |= {name[:3]: number for name, number in _WEEKDAY.items()}
_WEEKDAY |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3, "wednes": 2}
UNSURE_WEEKDAYS = frozenset({"sat", "sun", "wed", "mon"})
"""Short weekdays that are also other words: they need a preposition."""

_ORDINAL_DIGITS = re.compile(r"(\d{1,2})(st|nd|rd|th)")
LAST_DAY = 31


def number_at(page: Page, at: int) -> tuple[int, int] | None:
    """A cardinal number and where it ends: "2", "twenty-one", "a", "a couple of"."""
    word = page.word(at)
    if word in ("a", "an", "one") and page.word(at + 1) == "couple":
        at, word = at + 1, "couple"
    if word == "couple":
        at += 1
        more = page.skip(at, "of")
        return 2, page.skip(more, "more")
    if word.isdecimal() and len(word) <= 3:  # noqa: PLR2004  (no promise counts thousands)
        return int(word), at + 1
    if word in _TENS:
        after = page.skip(at + 1, "-")
        ones = _NUMBERS.get(page.word(after), 0)
        return (_TENS[word] + ones, after + 1) if 0 < ones < 10 else (_TENS[word], at + 1)  # noqa: PLR2004  (twenty-nine)
    if word in _NUMBERS:
        return _NUMBERS[word], at + 1
    return (1, at + 1) if word in ("a", "an") else None


def ordinal_at(page: Page, at: int) -> tuple[int, int] | None:
    """A day's ordinal and where it ends: "15th", "fifteenth", "twenty-first"; None outside 1 to 31."""
    word = page.word(at)
    digits = _ORDINAL_DIGITS.fullmatch(word)
    if digits:
        day = int(digits[1])
        return (day, at + 1) if 1 <= day <= LAST_DAY else None
    if word in ("twenty", "thirty"):
        after = page.skip(at + 1, "-")
        ones = ORDINALS.get(page.word(after), 0)
        day = _TENS[word] + ones
        return (day, after + 1) if 0 < ones < 10 and day <= LAST_DAY else None  # noqa: PLR2004  (twenty-ninth)
    return (ORDINALS[word], at + 1) if word in ORDINALS else None


def day_number_at(page: Page, at: int) -> tuple[int, int] | None:
    """The number of a day beside its month: an ordinal, or plain digits from 1 to 31."""
    found = ordinal_at(page, at)
    if found:
        return found
    word = page.word(at)
    return (int(word), at + 1) if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= LAST_DAY else None  # noqa: PLR2004


def month_at(page: Page, at: int) -> tuple[int, int] | None:
    """A month (1 to 12) and where it ends, with the full stop of a short one."""
    word = page.word(at)
    if word not in _MONTH:
        return None
    short = len(word) <= 4 and word not in ("may", "june", "july")  # noqa: PLR2004  (sept)
    dotted = short and page.word(at + 1) == "." and page.tokens[at + 1].glued and page.word(at + 2) != ""
    return _MONTH[word], at + 2 if dotted else at + 1


def weekday_at(page: Page, at: int) -> tuple[int, int] | None:
    """A weekday (Monday is 0) and where it ends, with the full stop of a short one."""
    word = page.word(at)
    if word not in _WEEKDAY:
        return None
    dotted = not word.endswith("day") and page.word(at + 1) == "." and page.tokens[at + 1].glued and page.word(at + 2) != ""
    return _WEEKDAY[word], at + 2 if dotted else at + 1


def year_at(page: Page, at: int) -> tuple[int, int] | None:
    """A year of this century and where it ends: "2027", "'27"."""
    word = page.word(at)
    if len(word) == 4 and word.isdecimal() and word.startswith("20"):  # noqa: PLR2004  (four digits)
        return int(word), at + 1
    after = page.word(at + 1)
    if word == "'" and len(after) == 2 and after.isdecimal():  # noqa: PLR2004  (two digits)
        return 2000 + int(after), at + 2
    return None
