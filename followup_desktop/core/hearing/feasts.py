"""Feasts and holidays by name; those that no rule here can place give no date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from followup_desktop.core.hearing.dated import TOO_FAR
from followup_desktop.core.hearing.page import Found, Page, Span, phrases
from followup_desktop.core.hearing.reckoning import ONE_DAY, coming, easter, labour_day, thanksgiving
from followup_desktop.core.hearing.tokens import word_set

_SEASON_FROM, _SEASON_UNTIL = (12, 25), (1, 1)
_SEASON_SPOKEN_FROM = 10
"""From October on "the holidays" are those of Christmas and New Year; earlier in the year nobody can tell."""

_SATURDAY = 5

_Rule = Callable[[int, str], date]


def _on(month: int, day: int) -> _Rule:
    return lambda year, _country: date(year, month, day)


def _from_easter(days: int) -> _Rule:
    return lambda year, _country: easter(year) + timedelta(days=days)


def _weekday_of(month: int, weekday: int, number: int) -> _Rule:
    return lambda year, _country: coming(date(year, month, 7 * number - 6), weekday)


_MOTHERING = ("GB", "IE")
"""Where Mother's Day is in Lent."""

_RULES: dict[tuple[str, ...], _Rule] = {
    ("christmas",): _on(12, 25),
    ("xmas",): _on(12, 25),
    ("christmas", "day"): _on(12, 25),
    ("christmas", "eve"): _on(12, 24),
    ("boxing", "day"): _on(12, 26),
    ("new", "year's", "eve"): _on(12, 31),
    ("new", "years", "eve"): _on(12, 31),
    ("new", "year's", "day"): _on(1, 1),
    ("new", "years", "day"): _on(1, 1),
    ("new", "year's"): _on(1, 1),
    ("new", "years"): _on(1, 1),
    ("new", "year"): _on(1, 1),
    ("epiphany",): _on(1, 6),
    ("thanksgiving",): thanksgiving,
    ("thanksgiving", "day"): thanksgiving,
    ("black", "friday"): lambda year, _country: thanksgiving(year, "US") + ONE_DAY,
    ("cyber", "monday"): lambda year, _country: thanksgiving(year, "US") + 4 * ONE_DAY,
    ("labor", "day"): labour_day,
    ("labour", "day"): labour_day,
    ("may", "day"): _on(5, 1),
    ("mlk", "day"): _weekday_of(1, 0, 3),
    ("martin", "luther", "king", "day"): _weekday_of(1, 0, 3),
    ("presidents", "day"): _weekday_of(2, 0, 3),
    ("presidents", "'", "day"): _weekday_of(2, 0, 3),
    ("president's", "day"): _weekday_of(2, 0, 3),
    ("st", "patrick's", "day"): _on(3, 17),
    ("st", ".", "patrick's", "day"): _on(3, 17),
    ("tax", "day"): _on(4, 15),
    ("mother's", "day"): lambda year, country: (
        easter(year) - 21 * ONE_DAY if country in _MOTHERING else coming(date(year, 5, 8), 6)
    ),
    ("mothering", "sunday"): _from_easter(-21),
    ("father's", "day"): _weekday_of(6, 6, 3),
    ("juneteenth",): _on(6, 19),
    ("columbus", "day"): _weekday_of(10, 0, 2),
    ("indigenous", "peoples", "'", "day"): _weekday_of(10, 0, 2),
    ("veterans", "day"): _on(11, 11),
    ("bonfire", "night"): _on(11, 5),
    ("guy", "fawkes"): _on(11, 5),
    ("shrove", "tuesday"): _from_easter(-47),
    ("pancake", "day"): _from_easter(-47),
    ("ash", "wednesday"): _from_easter(-46),
    ("palm", "sunday"): _from_easter(-7),
    ("maundy", "thursday"): _from_easter(-3),
    ("ascension", "day"): _from_easter(39),
    ("whit", "monday"): _from_easter(50),
    ("st", "stephen's", "day"): _on(12, 26),
    ("st", ".", "stephen's", "day"): _on(12, 26),
    ("australia", "day"): _on(1, 26),
    ("anzac", "day"): _on(4, 25),
    ("republic", "day"): _on(1, 26),
    ("groundhog", "day"): _on(2, 2),
    ("memorial", "day"): lambda year, _country: coming(date(year, 5, 25), 0),
    ("independence", "day"): _on(7, 4),
    ("canada", "day"): _on(7, 1),
    ("halloween",): _on(10, 31),
    ("valentine's",): _on(2, 14),
    ("valentine's", "day"): _on(2, 14),
    ("easter",): _from_easter(0),
    ("easter", "sunday"): _from_easter(0),
    ("easter", "monday"): _from_easter(1),
    ("good", "friday"): _from_easter(-2),
    ("pentecost",): _from_easter(49),
    ("whitsun",): _from_easter(49),
}
_SEASONS = (
    ("the", "holidays"),
    ("the", "holiday", "season"),
    ("the", "holiday", "break"),
    ("the", "holiday", "period"),
    ("the", "festive", "season"),
    ("the", "festive", "period"),
    ("the", "festive", "break"),
    ("the", "winter", "break"),
    ("the", "winter", "holidays"),
    ("the", "christmas", "holidays"),
    ("the", "christmas", "holiday"),
    ("the", "christmas", "break"),
    ("the", "christmas", "period"),
    ("the", "christmas", "vacation"),
    ("the", "christmas", "shutdown"),
    ("the", "xmas", "break"),
    ("the", "new", "year", "holidays"),
    ("the", "new", "year", "break"),
)
_UNPLACED = (
    ("half", "term"),
    ("half", "-", "term"),
    ("spring", "break"),
    ("lunar", "new", "year"),
    ("chinese", "new", "year"),
    ("jewish", "new", "year"),
    ("orthodox", "easter"),
    ("orthodox", "christmas"),
    ("bank", "holiday", "weekend"),
    ("school", "year"),
    ("fiscal", "year"),
    ("financial", "year"),
    ("tax", "year"),
    ("academic", "year"),
    ("budget", "year"),
)
NOT_THE_DAY = word_set(
    "party parties lunch dinner market markets do card cards bonus break holiday holidays vacation period shutdown rush"
)
"""What makes another thing of a feast: "the Christmas party"."""


_FEAST_NAMES, _SEASON_NAMES, _UNPLACED_NAMES = phrases(_RULES), phrases(_SEASONS), phrases(_UNPLACED)


def feast_at(page: Page, at: int) -> Found | None:
    """A feast by its name, the season of the holidays, or the next bank holiday."""
    return _season_at(page, at) or _unplaced_at(page, at) or _bank_holiday_at(page, at) or _named_at(page, at)


def is_feast(page: Page, at: int) -> bool:
    """True where a feast is named by itself."""
    return page.longest(page.skip(at, "the"), _FEAST_NAMES) is not None


def _season_at(page: Page, at: int) -> Found | None:
    """The holidays of Christmas and New Year."""
    words = page.longest(at, _SEASON_NAMES)
    return Found(at, at + len(words), _season(page.heard)) if words else None


def _unplaced_at(page: Page, at: int) -> Found | None:
    """A feast or season whose day cannot be told: understood, but without a date."""
    after = page.skip(at, "the")
    words = page.longest(after, _UNPLACED_NAMES)
    return Found(at, after + len(words), None) if words else None


def _bank_holiday_at(page: Page, at: int) -> Found | None:
    """The next public holiday."""
    if not page.are(at, "the", "bank", "holiday"):
        return None
    ahead = min((day for day in page.workdays.holidays if day >= page.heard), default=None)
    return Found(at, at + 3, Span(ahead, ahead) if ahead else None)


def _named_at(page: Page, at: int) -> Found | None:
    """A feast by its name, with its weekend where that was said."""
    after = page.skip(at, "the")
    name = page.longest(after, _FEAST_NAMES)
    if name is None:
        return None
    end = after + len(name)
    day = _next(page, _RULES[name])
    if page.word(end) in NOT_THE_DAY:
        return Found(at, end + 1, None)
    if day - page.heard > TOO_FAR or page.word(at - 1) in ("a", "happy", "merry", "my", "your", "first", "last"):
        return Found(at, end, None)
    if page.word(end) == "weekend":
        return Found(at, end + 1, _weekend(name, day))
    return Found(at, end, Span(day, day, opens=name == ("new", "year") and after > at))


def _weekend(name: tuple[str, ...], day: date) -> Span:
    """The weekend of a feast, with the feast; Easter's is from Good Friday to Easter Monday."""
    if name == ("easter",):
        return Span(day - 2 * ONE_DAY, day + ONE_DAY)
    saturday = coming(day - 3 * ONE_DAY, _SATURDAY)
    return Span(min(day, saturday), max(day, saturday + ONE_DAY))


def _next(page: Page, rule: _Rule) -> date:
    """The next such day, today counted."""
    country = page.workdays.country or page.country
    this_year = rule(page.heard.year, country)
    return this_year if this_year >= page.heard else rule(page.heard.year + 1, country)


def _season(heard: date) -> Span | None:
    """Christmas to New Year, while they lie ahead and not far."""
    if heard.month < _SEASON_SPOKEN_FROM and (heard.month, heard.day) != _SEASON_UNTIL:
        return None
    year = heard.year if heard.month >= _SEASON_SPOKEN_FROM else heard.year - 1
    return Span(date(year, *_SEASON_FROM), date(year + 1, *_SEASON_UNTIL))
