"""Day and time together, as people type them and mails say them: "Thu 14:00", "2 Dec 14:00-15:30", "yesterday at 3".

Pure: `today` decides what a weekday or a date without a year means. What can be read in two ways is read in one of
them, and said (`When.doubts`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from followup_desktop.core import records
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.exchange import zones
from followup_desktop.exchange.clocks import Clock, read_clocks
from followup_desktop.exchange.days import Day, read_days


@dataclass(frozen=True, slots=True)
class When:
    """A day, perhaps with a time, and where in the text it stands.

    `start` is wall time in `zone`, or a date where no time is told. `spans` are the pieces of the text that told it.
    """

    start: datetime | date
    end: datetime | None
    zone: str
    spans: tuple[tuple[int, int], ...]
    doubts: tuple[Words, ...] = ()


_READ_AS = QT_TRANSLATE_NOOP("exchange", "“{words}” is read as {time}.")
_FAR = 40
"""Characters between a day and its time, at most, in a long text."""
_SHORT = 300
"""Characters of a text that is about one meeting alone: there, its one time belongs to its one day."""
_EARLIEST = 7
"""No interview starts before seven: "at 2" is in the afternoon."""
_NOON = 12
_ZONES = {
    "GMT": "UTC", "UTC": "UTC", "GREENWICH MEAN": "UTC", "COORDINATED UNIVERSAL": "UTC",
    "BST": "Europe/London", "BRITISH SUMMER": "Europe/London", "UK": "Europe/London",
    "CET": "Europe/Berlin", "CEST": "Europe/Berlin", "CENTRAL EUROPE": "Europe/Berlin",
    "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin",
    "EET": "Europe/Athens", "EEST": "Europe/Athens", "EASTERN EUROPE": "Europe/Athens",
    "WET": "Europe/Lisbon", "WEST": "Europe/Lisbon", "WESTERN EUROPE": "Europe/Lisbon",
    "EST": "America/New_York", "EDT": "America/New_York", "ET": "America/New_York", "EASTERN": "America/New_York",
    "CST": "America/Chicago", "CDT": "America/Chicago", "CT": "America/Chicago", "CENTRAL": "America/Chicago",
    "MST": "America/Denver", "MDT": "America/Denver", "MT": "America/Denver", "MOUNTAIN": "America/Denver",
    "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "PT": "America/Los_Angeles", "PACIFIC": "America/Los_Angeles",
    "IST": "Asia/Kolkata", "INDIA": "Asia/Kolkata", "JST": "Asia/Tokyo", "JAPAN": "Asia/Tokyo", "SGT": "Asia/Singapore",
    "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney", "AUSTRALIAN EASTERN": "Australia/Sydney", "HKT": "Asia/Hong_Kong",
    "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
}  # fmt: skip
"""What the short and spoken names of zones mean in an invitation."""


def read_when(text: str, today: date, zone: str, locale: str = "en_US", *, all_languages: bool = False) -> When | None:
    """The day, with its time where there is one, that `text` tells; None where it tells no day.

    Of several days the one that has a time beside it counts, else the first. `text` is clean (`clean.lines`). A time
    told in another zone than `zone` stays in that zone, unless both show the same time then.
    """
    days = read_days(text, today, locale, all_languages=all_languages)
    if not days:
        return None
    clocks = read_clocks(text, [day.span for day in days])
    pairs = [(_distance(day.span, clock.span), day, clock) for day in days for clock in clocks]
    far = _SHORT if len(text) <= _SHORT else _FAR
    near = min((pair for pair in pairs if pair[0] <= far), key=lambda pair: pair[0], default=None)
    if near is None:
        return When(days[0].day, None, zone, (days[0].span,), days[0].doubts)
    return _joined(near[1], near[2], zone, text)


def _distance(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Characters between a day and a time; one before its day counts as a little farther than one behind it."""
    return other[0] - one[1] if other[0] >= one[1] else one[0] - other[1] + 10


def _joined(day: Day, clock: Clock, zone: str, text: str) -> When:
    """Day and time put together; an hour that can be in either half of the day lies in the working day, and that is said."""
    doubts = list(day.doubts)
    start, end = clock.start, clock.end
    late = day.afternoon if day.afternoon is not None else start.hour < _EARLIEST
    if clock.bare and start.hour < _NOON and late:
        start = start.replace(hour=start.hour + _NOON)
        end = end.replace(hour=end.hour + _NOON) if end is not None and end.hour < _NOON else end
        if day.afternoon is None:
            doubts.append(Words(_READ_AS, {"words": text[slice(*clock.span)].strip(" ,"), "time": start}))
    begins = datetime.combine(day.day, start)
    ends = begins + clock.length if clock.length else None if end is None else datetime.combine(day.day, end)
    if ends is not None and ends <= begins:
        ends += timedelta(days=1)
    spans = (day.span, clock.span)
    if not clock.zone:
        return When(begins, ends, zone, spans, tuple(doubts))
    told, shift = _told_zone(clock.zone, begins, zone)
    return When(begins + shift, ends and ends + shift, told, spans, tuple(doubts))


def _told_zone(name: str, wall: datetime, own: str) -> tuple[str, timedelta]:
    """The zone that the words behind a time mean, and how far to shift the time to tell it there.

    It is the user's own where that shows the same time then, or where no zone is known by that name; an offset that no
    zone has is told in the user's own zone.
    """
    offset = zones.spoken_offset(name)
    spoken = name.upper()
    known = next((_ZONES[each] for each in sorted(_ZONES, key=len, reverse=True) if re.match(rf"{each}(?:AN)?\b", spoken)), None)
    told = zones.fixed(offset) if offset is not None else known or zones.iana(name)
    here = wall.replace(tzinfo=records.zone(own)).utcoffset()
    if offset is not None and told is None:
        return own, zones.moved(wall - offset, own) - wall
    if told is None or wall.replace(tzinfo=records.zone(told)).utcoffset() == here:
        return own, timedelta()
    return told, timedelta()
