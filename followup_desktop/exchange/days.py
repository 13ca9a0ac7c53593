"""Days as people and mails write them: "Thu", "2 Dec", "12/3", "last Thursday", "1. Dezember 2026", "in two weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words

_WEEKDAYS = {
    "en": "mon(?:day)? tue(?:s|sday)? wed(?:s|nesday)? thu(?:rs?|rsday)? fri(?:day)? sat(?:urday)? sun(?:day)?",
    "de": "mo(?:ntag)? di(?:enstag)? mi(?:ttwoch)? do(?:nnerstag)? fr(?:eitag)? sa(?:mstag)?|sonnabend so(?:nntag)?",
    "fr": "lun(?:di)? mar(?:di)? mer(?:credi)? jeu(?:di)? ven(?:dredi)? sam(?:edi)? dim(?:anche)?",
    "es": "lun(?:es)? mar(?:tes)? mi[ée](?:rcoles)? jue(?:ves)? vie(?:rnes)? s[áa]b(?:ado)? dom(?:ingo)?",
    "it": "lun(?:ed[ìi])? mar(?:ted[ìi])? mer(?:coled[ìi])? gio(?:ved[ìi])? ven(?:erd[ìi])? sab(?:ato)? dom(?:enica)?",
    "nl": "ma(?:andag)? di(?:nsdag)? wo(?:ensdag)? do(?:nderdag)? vr(?:ijdag)? za(?:terdag)? zo(?:ndag)?",
}
_MONTHS = {
    "en": "jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)? "
    "oct(?:ober)? nov(?:ember)? dec(?:ember)?",
    "de": "j[äa]n(?:uar|ner)? feb(?:ruar)? m[äa]rz|mrz apr(?:il)? mai juni? juli? aug(?:ust)? sept?(?:ember)? "
    "okt(?:ober)? nov(?:ember)? dez(?:ember)?",
    "fr": "janv(?:ier)? f[ée]vr?(?:ier)? mars avr(?:il)? mai juin juil(?:let)? ao[ûu]t sept?(?:embre)? "
    "oct(?:obre)? nov(?:embre)? d[ée]c(?:embre)?",
    "es": "ene(?:ro)? feb(?:rero)? mar(?:zo)? abr(?:il)? may(?:o)? jun(?:io)? jul(?:io)? ago(?:sto)? sept?(?:iembre)? "
    "oct(?:ubre)? nov(?:iembre)? dic(?:iembre)?",
    "it": "gen(?:naio)? feb(?:braio)? mar(?:zo)? apr(?:ile)? mag(?:gio)? giu(?:gno)? lug(?:lio)? ago(?:sto)? set(?:tembre)? "
    "ott(?:obre)? nov(?:embre)? dic(?:embre)?",
    "nl": "jan(?:uari)? feb(?:ruari)? maart|mrt apr(?:il)? mei juni? juli? aug(?:ustus)? sept?(?:ember)? "
    "okt(?:ober)? nov(?:ember)? dec(?:ember)?",
}
LANGUAGES = tuple(_MONTHS)
"""Languages whose weekdays and months are known."""
_MONTH_FIRST = frozenset({"US", "PR", "GU", "VI", "AS", "MP", "PH", "FM", "MH", "PW"})
"""Countries that write 12/3 for the third of December."""
_BACK, _AHEAD = timedelta(days=90), timedelta(days=275)
"""A date without a year lies from 90 days before today to 275 days after: an interview just had, or one to come."""
_LAST_MONTH = 12
_MOST = 40
"""Days that are looked for in one text."""
_SHORT_NAME = 3
"""A weekday's name of so few letters can be another word: it counts only where a day can stand."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day and where in the text it stands. `afternoon` is what "this morning" or "tomorrow evening" says, else None."""

    day: date
    span: tuple[int, int]
    afternoon: bool | None = None
    doubts: tuple[Words, ...] = ()


_OTHER_WEEKDAY = QT_TRANSLATE_NOOP("exchange", "{day} is not a {weekday}. Look whether the day is right.")
_READ_AS = QT_TRANSLATE_NOOP("exchange", "“{words}” is read as {day}.")

_RELATIVE = (
    r"\b(?P<word>(?:the )?day after tomorrow|(?:the )?day before yesterday|tomorrow|yesterday|today|tonight|last night"
    r"|this (?:morning|afternoon|evening)|übermorgen|vorgestern|morgen|gestern|heute|après-demain|demain|hier|aujourd['’]hui"
    r"|hoy|ayer|domani|oggi|ieri|vandaag|gisteren"
    r"|in (?P<count>\d{1,2}|a|one|two|three|four|five|six|seven|ten) (?P<unit>days?|weeks?))\b"
    r"(?: (?P<part>morning|afternoon|evening|früh|vormittag|nachmittag|abend)\b)?"
)
_STEPS = {
    "day after tomorrow": 2, "day before yesterday": -2, "tomorrow": 1, "yesterday": -1, "today": 0, "tonight": 0,
    "this morning": 0, "this afternoon": 0, "this evening": 0, "last night": -1, "übermorgen": 2, "vorgestern": -2, "morgen": 1,
    "gestern": -1, "heute": 0, "après-demain": 2, "demain": 1, "hier": -1, "aujourd'hui": 0, "hoy": 0, "ayer": -1, "domani": 1,
    "oggi": 0, "ieri": -1, "vandaag": 0, "gisteren": -1,
}  # fmt: skip
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_MORNINGS = frozenset({"morning", "früh", "vormittag"})
_LATER_PARTS = frozenset({"afternoon", "evening", "tonight", "last night", "nachmittag", "abend"})
_LAST = frozenset({"last", "past", "letzten", "vergangenen"})
_AFTER_SHORT_NAME = re.compile(
    r"\.?(?:\s*[,;)]|\s*$|\s+(?:at|um|from|@|noon|midday|morning|afternoon|evening|next|last|with|by|\d|-|–))", re.IGNORECASE
)


def read_days(text: str, today: date, locale: str, *, all_languages: bool = False) -> list[Day]:
    """The days that `text` tells, in its order.

    English and the language of `locale` are understood, with `all_languages` all of `LANGUAGES`. The country of
    `locale` decides what 12/3 is; without a year the date nearest to `today` is meant.
    """
    wanted = ("en", *LANGUAGES) if all_languages else ("en", locale[:2])
    languages = tuple(each for each in dict.fromkeys(wanted) if each in _MONTHS)
    reader = _Reader(text, today, languages, month_first=locale.partition(".")[0][-2:] in _MONTH_FIRST, own=locale[:2])
    return sorted(reader.days(), key=lambda day: day.span)


@cache
def _patterns(languages: tuple[str, ...]) -> dict[str, re.Pattern[str]]:
    """How a day can be written, the longest ways first."""
    weekdays, months = ("|".join("|".join(table[each].split()) for each in languages) for table in (_WEEKDAYS, _MONTHS))
    weekday = rf"(?:(?P<weekday>{weekdays})\b\.?,?\s+(?:(?:the|den|dem|le|el|il)\s+)?)?"
    month = rf"(?P<month>{months})\b\.?"
    year = r"(?:,?\s*(?:del?\s+)?(?P<year>(?:19|20)\d\d)\b)?"
    raw = {
        "iso": r"(?P<year>(?:19|20)\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)",
        "cjk": r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日",
        "day month": rf"{weekday}(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s*(?:(?:of|de)\s+)?{month}{year}",
        "month day": rf"{weekday}{month}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[:.]\d|\s*[ap]\.?m\b){year}",
        "numbers": rf"{weekday}(?P<a>\d{{1,2}})(?P<sep>[/.])(?P<b>\d{{1,2}})"
        r"(?:(?P=sep)(?P<year>\d{4}|\d\d)(?!\d))?(?P<dot>\.)?(?![\w:/])",
        "relative": _RELATIVE,
        "weekday": rf"(?:\b(?P<which>next|this|last|coming|past|on|nächsten|kommenden|letzten|vergangenen)\s+)?"
        rf"\b(?P<weekday>{weekdays})\b\.?(?:\s+(?P<week>next|last)\s+week\b)?",
    }
    return {kind: re.compile(rf"(?<![\w/:.-]){pattern}", re.IGNORECASE) for kind, pattern in raw.items()}


@cache
def _names(table: str, languages: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """A pattern for each weekday (from Monday) or month in those languages, to be matched in full."""
    rows = _WEEKDAYS if table == "weekdays" else _MONTHS
    columns = zip(*(rows[each].split() for each in languages), strict=True)
    return tuple(re.compile("|".join(column), re.IGNORECASE) for column in columns)


def _number(table: str, languages: tuple[str, ...], name: str) -> int:
    """Which weekday (0 is Monday) or month (0 is January) `name` is."""
    return next(index for index, pattern in enumerate(_names(table, languages)) if pattern.fullmatch(name))


class _Reader:
    """Reads the days of one text."""

    def __init__(self, text: str, today: date, languages: tuple[str, ...], *, month_first: bool, own: str) -> None:
        self._text, self._today, self._languages = text, today, languages
        self._month_first, self._own = month_first, own

    def days(self) -> Iterator[Day]:
        """Every day, a longer way of writing before the shorter ones within it."""
        taken: list[tuple[int, int]] = []
        for kind, pattern in _patterns(self._languages).items():
            for told in pattern.finditer(self._text):
                if any(told.start() < end and start < told.end() for start, end in taken):
                    continue
                day = self._day(kind, told)
                if len(taken) >= _MOST:
                    return
                if day is not None:
                    taken.append(told.span())
                    yield day

    def _day(self, kind: str, told: re.Match[str]) -> Day | None:
        """The day that one match tells; None where it is none (the 31st of November, 14.30)."""
        if kind == "relative":
            return self._relative(told)
        if kind == "weekday":
            return self._weekday(told) if self._may_be_weekday(told) else None
        parts = told.groupdict()
        if kind == "numbers":
            month, number = self._from_numbers(told)
        elif kind in {"iso", "cjk"}:
            month, number = int(parts["m"]), int(parts["d"])
        else:
            month, number = _number("months", self._languages, parts["month"]) + 1, int(parts["d"])
        year = int(parts["year"] or 0)
        weekday = parts.get("weekday")
        wanted = None if not weekday else _number("weekdays", self._languages, weekday)
        day = self._dated(number, month, year + 2000 if 0 < year < 100 else year, wanted)  # noqa: PLR2004  (two digits)
        if day is None:
            return None
        if wanted is not None and day.weekday() != wanted:
            return Day(day, told.span(), doubts=(Words(_OTHER_WEEKDAY, {"day": day, "weekday": str(weekday)}),))
        return Day(day, told.span())

    def _from_numbers(self, told: re.Match[str]) -> tuple[int, int]:
        """Month and day of "12/3" or "3.12."; with a dot the day stands first, and "14.30" alone is no day: (0, 0)."""
        first, second = int(told["a"]), int(told["b"])
        if told["sep"] == ".":
            return (second, first) if told["dot"] or told["year"] else (0, 0)
        if self._month_first:
            return (first, second) if first <= _LAST_MONTH else (second, first)
        return (second, first) if second <= _LAST_MONTH else (first, second)

    def _dated(self, number: int, month: int, year: int, weekday: int | None) -> date | None:
        """The date with that day and month, in that year or (0) in the one that brings it near; None where there is none.

        Of two years that would do, the one counts in which it falls on `weekday`.
        """
        found: list[date] = []
        for each in (year,) if year else (self._today.year - 1, self._today.year, self._today.year + 1):
            try:
                found.append(date(each, month, number))
            except ValueError:
                continue
        if year:
            return found[0] if found else None
        near = [day for day in found if self._today - _BACK <= day <= self._today + _AHEAD]
        return next((day for day in near if day.weekday() == weekday), near[0] if near else None)

    def _relative(self, told: re.Match[str]) -> Day:
        """Today, tomorrow, in two weeks."""
        word = told["word"].casefold().replace("’", "'").removeprefix("the ")
        if told["count"]:
            count = _COUNTS.get(told["count"].casefold()) or int(told["count"])
            weeks = told["unit"].casefold().startswith("week")
            return Day(self._today + timedelta(days=count * (7 if weeks else 1)), told.span())
        part = (told["part"] or "").casefold() or word.removeprefix("this ")
        afternoon = False if part in _MORNINGS else True if part in _LATER_PARTS else None
        return Day(self._today + timedelta(days=_STEPS[word]), told.span(), afternoon)

    def _may_be_weekday(self, told: re.Match[str]) -> bool:
        """True when the name stands where a weekday can: "Sun Li" and "so" are none."""
        name = told["weekday"]
        english = any(pattern.fullmatch(name) for pattern in _names("weekdays", ("en",)))
        if len(name) > _SHORT_NAME:
            return True
        if not english and self._own not in _WEEKDAYS:
            return False
        if not english and not any(pattern.fullmatch(name) for pattern in _names("weekdays", (self._own,))):
            return False
        return bool(told["which"] or _AFTER_SHORT_NAME.match(self._text, told.end("weekday")))

    def _weekday(self, told: re.Match[str]) -> Day:
        """A weekday: the next such day, today included; behind "last" the last one before today."""
        number = _number("weekdays", self._languages, told["weekday"])
        ahead = (number - self._today.weekday()) % 7
        which, week = (told["which"] or "").casefold(), (told["week"] or "").casefold()
        if week:
            monday = self._today - timedelta(days=self._today.weekday())
            return Day(monday + timedelta(days=number + (7 if week == "next" else -7)), told.span())
        if which in _LAST:
            return Day(self._today + timedelta(days=ahead - 7), told.span())
        if which in {"next", "nächsten"}:
            day = self._today + timedelta(days=ahead or 7)
            return Day(day, told.span(), doubts=(Words(_READ_AS, {"words": " ".join(told[0].split()), "day": day}),))
        return Day(self._today + timedelta(days=ahead), told.span())
