"""Names of time zones as calendars write them, brought to IANA names.

Outlook and Exchange write Windows names ("W. Europe Standard Time", the table is icalendar's, taken from Unicode CLDR's
windowsZones.xml), some programs a path ("/citadel.org/20250101_1/Europe/Berlin"), and anybody may invent a name and
describe it in a VTIMEZONE block. Such a block is reckoned for the one moment that is asked about: none of its repeat
rules is ever expanded.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

_WHOLE_NAME = re.compile(r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+){0,2}")
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)(?::?(\d\d))?")
_SPOKEN_OFFSET = re.compile(r"\(?(?:UTC|GMT)\s*([+-])(\d{1,2})(?::?(\d\d))?\)?", re.IGNORECASE)
_NTH_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LONGEST = 80
_DAY = 24 * 60 * 60


@cache
def known(name: str) -> bool:
    """True for an IANA name that this computer has (or the tzdata package)."""
    if len(name) > _LONGEST or not _WHOLE_NAME.fullmatch(name):
        return False
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


@cache
def _windows() -> dict[str, str]:
    """Windows names, case folded, with their IANA names."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415  (slow to load, seldom needed)

    return {name.casefold(): str(olson) for name, olson in WINDOWS_TO_OLSON.items()}


def iana(name: str) -> str | None:
    """The IANA name that a TZID means, or None where the name alone does not tell."""
    bare = name.strip().strip('"').strip()
    if len(bare) > _LONGEST * 4:
        return None
    parts = [part for part in bare.split("/") if part]
    for count in (len(parts), 3, 2, 1):
        tail = "/".join(parts[-count:])
        if count <= len(parts) and known(tail) and ("/" in tail or tail == bare):
            return tail
    if bare.upper() in {"Z", "UTC", "GMT"}:
        return "UTC"
    windows = _windows().get(bare.casefold())
    return windows if windows and known(windows) else None


@dataclass(frozen=True, slots=True)
class Observance:
    """One STANDARD or DAYLIGHT part of a VTIMEZONE: from `begins` on (local time) the clock is `offset` from UTC.

    `month` and `weekday`/`nth` or `day` tell the yearly date on which it comes back; `month` 0: it does not.
    """

    begins: datetime
    offset: timedelta
    month: int = 0
    nth: int = 0
    weekday: int = 0
    day: int = 0
    until: int = 9999
    """Last year in which it comes back."""

    def last_onset(self, wall: datetime) -> datetime | None:
        """The last time at or before `wall` at which this part came into force; None: never yet."""
        if wall < self.begins:
            return None
        for year in (wall.year, wall.year - 1):
            onset = self._onset(min(year, self.until))
            if onset is not None and self.begins <= onset <= wall:
                return onset
        return self.begins

    def _onset(self, year: int) -> datetime | None:
        if not self.month or year < 1:
            return None
        length = calendar.monthrange(year, self.month)[1]
        if self.day:
            day = min(self.day, length)
        elif self.nth > 0:
            first = (self.weekday - datetime(year, self.month, 1).weekday()) % 7 + 1  # noqa: DTZ001  (wall time)
            day = first + 7 * (self.nth - 1)
            day = day if day <= length else day - 7
        else:
            back = (datetime(year, self.month, length).weekday() - self.weekday) % 7  # noqa: DTZ001  (wall time)
            day = max(1, length - back + 7 * (self.nth + 1))
        return self.begins.replace(year=year, month=self.month, day=day)


def observance(properties: dict[str, str]) -> Observance | None:
    """A STANDARD or DAYLIGHT part from its properties (upper-case names, raw values); None for one that is broken."""
    offset = offset_of(properties.get("TZOFFSETTO", ""))
    if offset is None:
        return None
    try:
        begins = datetime.strptime(properties.get("DTSTART", "")[:15], "%Y%m%dT%H%M%S")  # noqa: DTZ007  (wall time)
    except ValueError:
        begins = datetime(1970, 1, 1)  # noqa: DTZ001  (wall time)
    rule = dict(part.split("=", 1) for part in properties.get("RRULE", "").upper().split(";") if "=" in part)
    if rule.get("FREQ") != "YEARLY":
        return Observance(begins, offset)
    month = _number(rule.get("BYMONTH", ""), 1, 12) or begins.month
    until = _number(rule.get("UNTIL", "")[:4], 1, 9999) or 9999
    nth_day = _NTH_DAY.fullmatch(rule.get("BYDAY", ""))
    if nth_day is None:
        return Observance(begins, offset, month, day=_number(rule.get("BYMONTHDAY", ""), 1, 31) or begins.day, until=until)
    month_day = _number(rule.get("BYMONTHDAY", "").split(",")[0], 1, 31)
    nth = int(nth_day[1]) if nth_day[1] else (month_day - 1) // 7 + 1 if month_day else 1
    return Observance(begins, offset, month, nth=nth, weekday=_DAYS.index(nth_day[2]), until=until)


def _number(text: str, least: int, most: int) -> int:
    """The whole number that `text` is, or 0 where it is none from `least` to `most`."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 and least <= int(text) <= most else 0  # noqa: PLR2004


def offset_of(text: str) -> timedelta | None:
    """The offset from UTC that "+0100" or "-03:30" tells, None for anything else or for a day and more."""
    told = _OFFSET.fullmatch(text.strip())
    if told is None:
        return None
    seconds = int(told[2]) * 3600 + int(told[3]) * 60 + int(told[4] or 0)
    return None if seconds >= _DAY else timedelta(seconds=seconds if told[1] == "+" else -seconds)


def offset_at(parts: Sequence[Observance], wall: datetime) -> timedelta | None:
    """How far the local time `wall` is from UTC by those parts; None where there are none."""
    best: tuple[datetime, Observance] | None = None
    for part in parts:
        onset = part.last_onset(wall)
        if onset is not None and (best is None or onset >= best[0]):
            best = (onset, part)
    if best is not None:
        return best[1].offset
    return min(parts, key=lambda part: part.begins).offset if parts else None


def spoken_offset(name: str) -> timedelta | None:
    """The offset told by a name such as "(UTC+01:00) Amsterdam, Berlin"; None for another name."""
    told = _SPOKEN_OFFSET.match(name.strip())
    if told is None:
        return None
    return offset_of(f"{told[1]}{int(told[2]):02}{told[3] or '00'}")


def like(parts: Sequence[Observance], wall: datetime, prefer: str) -> str | None:
    """The name of an IANA zone whose clock shows `wall` at the moment that those parts mean.

    `prefer` (the user's own zone) is taken where it fits, else a zone that agrees half a year later too, else one of
    the fixed zones; None where there is no such zone (an offset that is used nowhere).
    """
    now = offset_at(parts, wall)
    if now is None:
        return None
    half_year = timedelta(days=182)
    later = offset_at(parts, wall + half_year)
    names = (prefer, *sorted(set(_windows().values()), key=_commonness))
    same_now = [name for name in names if known(name) and _offset(name, wall) == now]
    both = [name for name in same_now if _offset(name, wall + half_year) == later]
    if both:
        return both[0]
    return fixed(now) or (same_now[0] if same_now else None)


_COMMON = ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "Europe/London", "Europe/Berlin")


def _commonness(name: str) -> tuple[int, str]:
    """Sorts zones so that those most people mean by an offset stand first."""
    return (_COMMON.index(name) if name in _COMMON else len(_COMMON), name)


def _offset(name: str, wall: datetime) -> timedelta | None:
    return wall.replace(tzinfo=ZoneInfo(name)).utcoffset()


def fixed(offset: timedelta) -> str | None:
    """The zone that is always `offset` from UTC; None where it is no whole number of hours from -12 to +14."""
    hours, rest = divmod(int(offset.total_seconds()), 3600)
    if rest or not -12 <= hours <= 14:  # noqa: PLR2004  (what the IANA's Etc/ zones span)
        return None
    return "UTC" if not hours else f"Etc/GMT{-hours:+d}"


def moved(moment: datetime, name: str) -> datetime:
    """The wall time in zone `name` at `moment` (with a zone, or in UTC)."""
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return aware.astimezone(ZoneInfo(name) if known(name) else UTC).replace(tzinfo=None)
