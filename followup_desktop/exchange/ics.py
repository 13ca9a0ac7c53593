"""Calendar files (iCalendar, RFC 5545): the meetings in an invitation as Google, Outlook and Apple write them.

A file is hostile until read. Its size and the number of its parts are limited before anything is parsed; then only the
lines that matter are handed to `icalendar`, one meeting at a time, so that one broken meeting spoils no other. Repeat
rules are never expanded, and zones are found by `zones`, so that no VTIMEZONE block is ever run.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from followup_desktop.core import records
from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.exchange import clean, zones
from followup_desktop.exchange.events import Attendee, Event, Kind, Skipped
from followup_desktop.exchange.places import place
from followup_desktop.exchange.sieve import MOST_ATTENDEES, Sieved, kinds, sieved, text_of, unfolded

if TYPE_CHECKING:
    import icalendar

MOST_BYTES = 1_000_000
"""Largest calendar file that is read (SAFETY, "a hostile file cannot hurt")."""
MOST_PARTS = 5_000
"""Most components (BEGIN lines) in a file."""
MOST_EVENTS = 500
"""Most meetings in a file."""
_YEARS = range(1990, 2101)
"""Years in which an interview can be."""
_LONGEST = timedelta(days=60)
"""A meeting that lasts longer has a wrong end."""
_ONLINE = (
    "CONFERENCE",
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
)
_OWN_ZONE_PARAMETER = "X-FOLLOWUP-TZID"
"""TZID under another name, so that `icalendar` leaves zones alone: it would run the block and keep the zone for good."""
_TIME_LINE = re.compile(r"(?:DTSTART|DTEND|RECURRENCE-ID)\b", re.IGNORECASE)
_ZONE_PARAMETER = re.compile(r"(?<![\w-])TZID(?=\s*=)", re.IGNORECASE)


def read_ics(data: bytes, zone: str = "UTC", name: str = "") -> tuple[Event | Skipped, ...]:
    """The meetings in a calendar file, in the file's order, and what had to be left out of it with the reason.

    `zone` is the user's own (IANA): times that are told in UTC, and floating ones, are put into it. `name` is the
    file's name for sentences. Raises `Problem` when there is nothing in it to add: too large, not a calendar, no
    meeting, no date. A repeating meeting is its first date.
    """
    called = clean.line(name) or "invite.ics"
    if len(data) > MOST_BYTES:
        raise Problem(Words(_TOO_LARGE, {"file": called}))
    text = text_of(data)
    if not text.strip():
        raise Problem(Words(_EMPTY, {"file": called}))
    parts = kinds(text)
    if b"VCALENDAR" not in parts and b"VEVENT" not in parts:
        raise Problem(Words(_NO_CALENDAR, {"file": called}))
    if len(parts) > MOST_PARTS or parts.count(b"VEVENT") > MOST_EVENTS:
        raise Problem(Words(_TOO_MANY, {"file": called, "most": MOST_EVENTS}))
    left = sieved(unfolded(text))
    if not left.events:
        raise Problem(Words(_NO_MEETING, {"file": called}))
    found = tuple(_event(rows, left, zone, called) for rows in left.events)
    faults = [each for each in found if isinstance(each, Skipped)]
    if len(faults) == len(found):
        why = faults[0].why
        raise Problem(Words(_OF_THE_FILE[why.text], {"file": called, **why.values}))
    return _one_date_each(found)


_TOO_LARGE = QT_TRANSLATE_NOOP("exchange", "“{file}” is too large for an invitation, so nothing was added. Choose another file.")
_EMPTY = QT_TRANSLATE_NOOP("exchange", "“{file}” is empty, so nothing was added. Choose another file.")
_NO_CALENDAR = QT_TRANSLATE_NOOP("exchange", "“{file}” is no calendar file, so nothing was added. Choose another file.")
_TOO_MANY = QT_TRANSLATE_NOOP(
    "exchange",
    "“{file}” holds more than {most} meetings, so nothing was added. Choose the invitation to one interview instead.",
)
_NO_MEETING = QT_TRANSLATE_NOOP("exchange", "“{file}” has no meeting in it, so nothing was added. Choose another file.")
_NO_DATE = QT_TRANSLATE_NOOP(
    "exchange",
    "“{file}” has no date in it, so nothing was added. Choose another file, or type the day in yourself.",
)
_ODD_YEAR = QT_TRANSLATE_NOOP(
    "exchange",
    "“{file}” is dated in the year {year}, so nothing was added. Choose another file, or type the day in yourself.",
)
_BROKEN = QT_TRANSLATE_NOOP("exchange", "“{file}” is damaged, so nothing was added. Ask for the invitation again.")
_ODD_ZONE = QT_TRANSLATE_NOOP(
    "exchange",
    "“{file}” is told in an unknown time zone (“{zone}”), so nothing was added. Type the time in yourself.",
)
_ONE_NO_DATE = QT_TRANSLATE_NOOP("exchange", "It has no date, so it was not added.")
_ONE_ODD_YEAR = QT_TRANSLATE_NOOP("exchange", "It is dated in the year {year}, so it was not added.")
_ONE_BROKEN = QT_TRANSLATE_NOOP("exchange", "It is damaged, so it was not added.")
_ONE_ODD_ZONE = QT_TRANSLATE_NOOP("exchange", "It is told in an unknown time zone (“{zone}”), so it was not added.")
_OF_THE_FILE = {_ONE_NO_DATE: _NO_DATE, _ONE_ODD_YEAR: _ODD_YEAR, _ONE_BROKEN: _BROKEN, _ONE_ODD_ZONE: _ODD_ZONE}
"""What is said of the whole file when nothing in it can be used, by what is said of its first meeting."""
_LATER_DATE = QT_TRANSLATE_NOOP("exchange", "It is another date of a repeating meeting; only the first is added.")


def _event(rows: list[str], left: Sieved, zone: str, called: str) -> Event | Skipped:
    """One meeting from its lines."""
    if not rows:
        return Skipped(called, Words(_ONE_BROKEN))
    try:
        found = _parsed(rows)
    except Exception:  # noqa: BLE001  (hostile bytes in a parser of somebody else's: whatever it raises, the file is damaged)
        return Skipped(called, Words(_ONE_BROKEN))
    summary = clean.line(_text(found, "SUMMARY"))
    where = summary or called
    start = _time(found, "DTSTART")
    if start is None:
        return Skipped(where, Words(_ONE_NO_DATE))
    if start.year not in _YEARS:
        return Skipped(where, Words(_ONE_ODD_YEAR, {"year": start.year}))
    placed = _placed(start, _zone_parameter(found, "DTSTART"), left, zone)
    if placed is None:
        return Skipped(where, Words(_ONE_ODD_ZONE, {"zone": clean.line(_zone_parameter(found, "DTSTART"), 60)}))
    begins, told_in = placed
    if _text(found, "X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE" and isinstance(begins, datetime):
        begins = begins.date()
    description = _text(found, "DESCRIPTION")
    online = any(_text(found, name) for name in _ONLINE)
    return Event(
        where=where,
        uid=clean.line(_text(found, "UID")),
        sequence=_sequence(found),
        method=left.method,
        cancelled=left.method == "CANCEL" or _text(found, "STATUS").strip().upper() == "CANCELLED",
        repeats="RRULE" in found or "RDATE" in found,
        occurrence=_occurrence(found, left, zone),
        summary=summary,
        description=clean.plain(description),
        start=begins,
        end=_end(found, begins, told_in, left),
        zone=told_in,
        place=place(_text(found, "LOCATION"), description, online=online),
        organizer=next(iter(_attendees(found, "ORGANIZER")), None),
        attendees=_attendees(found, "ATTENDEE"),
    )


def _parsed(rows: list[str]) -> icalendar.Event:
    """The meeting as `icalendar` reads it; lines that it cannot read are left out of it."""
    import icalendar  # noqa: PLC0415  (a quarter of a second; only when there is a file to read)

    kept = [_without_zone(row) for row in rows]
    component = icalendar.Event.from_ical("\r\n".join(("BEGIN:VEVENT", *kept, "END:VEVENT", "")))
    if not isinstance(component, icalendar.Event):
        raise TypeError(type(component).__name__)
    return component


def _without_zone(row: str) -> str:
    """A line fit for `icalendar`: without stray control characters, its TZID under another name."""
    bare = row if row.isprintable() else "".join(each for each in row if each >= " " or each == "\t")
    return _ZONE_PARAMETER.sub(_OWN_ZONE_PARAMETER, bare) if _TIME_LINE.match(bare) else bare


def _all(found: icalendar.Event, name: str) -> list[Any]:
    """All values of a property."""
    value = found.get(name)
    return [] if value is None else value if isinstance(value, list) else [value]


def _text(found: icalendar.Event, name: str) -> str:
    """A property's first value as text, or an empty text."""
    return next((str(value) for value in _all(found, name)), "")


def _time(found: icalendar.Event, name: str) -> datetime | date | None:
    """A property's date or time as written: with a zone only when it is told in UTC."""
    value = _dt(found, name)
    return value if isinstance(value, date) else None


def _dt(found: icalendar.Event, name: str) -> Any:  # noqa: ANN401  (icalendar's values are untyped)
    """What a property's first value says about time; None where there is none, or one that cannot be read."""
    try:
        return getattr(next(iter(_all(found, name)), None), "dt", None)
    except ValueError:  # icalendar 7 keeps what it could not read and raises when it is looked at
        return None


def _zone_parameter(found: icalendar.Event, name: str) -> str:
    """The TZID of a property, or an empty text."""
    parameters = getattr(next(iter(_all(found, name)), None), "params", {})
    told = parameters.get(_OWN_ZONE_PARAMETER, "")
    return ",".join(map(str, told)) if isinstance(told, list) else str(told)


def _placed(value: datetime | date, tzid: str, left: Sieved, zone: str) -> tuple[datetime | date, str] | None:
    """`value` as wall time and the IANA zone it is told in; None when its zone cannot be found out.

    A date stays on its day. UTC goes into the user's zone; a floating time is the user's already.
    """
    own = zone if zones.known(zone) else "UTC"
    if not isinstance(value, datetime):
        return value, own
    wall = value.replace(tzinfo=None, microsecond=0)
    told = "UTC" if value.tzinfo is not None else zones.iana(tzid) or zones.iana(left.hints.get(tzid, "")) if tzid else own
    if told == "UTC":
        return zones.moved(wall, own), own
    if told is not None:
        return wall, told
    parts = left.observances.get(tzid, [])
    offset = zones.offset_at(parts, wall) if parts else zones.spoken_offset(tzid)
    if offset is None:
        return None
    like = zones.like(parts, wall, own) if parts else zones.fixed(offset)
    return (wall, like) if like else (zones.moved(wall - offset, own), own)


def _end(found: icalendar.Event, begins: datetime | date, told_in: str, left: Sieved) -> datetime | None:
    """When it ends, as wall time in the zone of its start; None where it is not told, or makes no sense."""
    if not isinstance(begins, datetime):
        return _last_evening(found, begins)
    ends = _time(found, "DTEND")
    if isinstance(ends, datetime):
        placed = _placed(ends, _zone_parameter(found, "DTEND"), left, told_in)
        if placed is None or not isinstance(placed[0], datetime):
            return None
        wall = placed[0] if placed[1] == told_in else zones.moved(placed[0].replace(tzinfo=records.zone(placed[1])), told_in)
    else:
        length = _dt(found, "DURATION")
        if not isinstance(length, timedelta) or not timedelta() < length < _LONGEST:
            return None
        wall = begins + length
    return wall if begins < wall < begins + _LONGEST else None


def _last_evening(found: icalendar.Event, begins: date) -> datetime | None:
    """The end of an all-day meeting that lasts more than its first day (DTEND is the day after, RFC 5545 3.6.1)."""
    ends = _time(found, "DTEND")
    if ends is None:
        return None
    last = (ends.date() if isinstance(ends, datetime) else ends) - timedelta(days=1)
    return datetime.combine(last, time(18)) if begins < last < begins + _LONGEST else None


def _sequence(found: icalendar.Event) -> int:
    """SEQUENCE as a number from 0; 0 where it is none."""
    told = _text(found, "SEQUENCE").strip()
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0  # noqa: PLR2004  (a 32-bit number)


def _occurrence(found: icalendar.Event, left: Sieved, zone: str) -> datetime | date | None:
    """Which date of a repeating meeting it is, as a moment in UTC or a date."""
    told = _time(found, "RECURRENCE-ID")
    if told is None or told.year not in _YEARS:
        return None
    placed = _placed(told, _zone_parameter(found, "RECURRENCE-ID"), left, zone)
    if placed is None:
        return None
    wall, told_in = placed
    return wall.replace(tzinfo=records.zone(told_in)).astimezone(UTC) if isinstance(wall, datetime) else wall


def _attendees(found: icalendar.Event, name: str) -> tuple[Attendee, ...]:
    """The people and rooms of a property (ATTENDEE or ORGANIZER), each once, in the order written."""
    met: dict[str, Attendee] = {}
    for value in _all(found, name)[:MOST_ATTENDEES]:
        parameters = getattr(value, "params", {})
        email = clean.address(str(value)) or clean.address(_parameter(parameters, "EMAIL"))
        called = clean.line(_parameter(parameters, "CN"), clean.NAME).strip("'\" ")
        if not email and not called:
            continue
        kind = _parameter(parameters, "CUTYPE").upper() or Kind.INDIVIDUAL
        attendee = Attendee(
            name="" if called.casefold() == email.casefold() else called,
            email=email,
            kind=Kind(kind) if kind in set(Kind) else Kind.UNKNOWN,
            absent=_parameter(parameters, "PARTSTAT").upper() == "DECLINED",
            informed_only=_parameter(parameters, "ROLE").upper() == "NON-PARTICIPANT",
        )
        met.setdefault((email or called).casefold(), attendee)
    return tuple(met.values())


def _parameter(parameters: Any, name: str) -> str:  # noqa: ANN401  (icalendar's Parameters are untyped)
    """A property's parameter as text; an unquoted comma (a fault of some writers) is put back."""
    told = parameters.get(name, "")
    return ", ".join(str(part).strip() for part in told) if isinstance(told, list) else str(told)


def _one_date_each(found: tuple[Event | Skipped, ...]) -> tuple[Event | Skipped, ...]:
    """`found` with one date of each repeating meeting: an exception for the first date replaces it, later ones go."""
    masters = {each.uid: each for each in found if isinstance(each, Event) and each.uid and each.occurrence is None}
    first = {each.uid: each for each in found if isinstance(each, Event) and _is_first(each, masters.get(each.uid))}
    told: list[Event | Skipped] = []
    for each in found:
        if isinstance(each, Skipped) or each.uid not in masters:
            told.append(each)
        elif each.occurrence is None:
            told.append(replace(first[each.uid], occurrence=None, repeats=True) if each.uid in first else each)
        elif each is not first.get(each.uid):
            told.append(Skipped(each.where, Words(_LATER_DATE)))
    return tuple(told)


def _is_first(event: Event, master: Event | None) -> bool:
    """True for an exception (RECURRENCE-ID) that stands for the first date of its meeting."""
    if master is None or event.occurrence is None:
        return False
    if isinstance(event.occurrence, datetime):
        return event.occurrence == master.moment
    return event.occurrence == (master.start.date() if isinstance(master.start, datetime) else master.start)
