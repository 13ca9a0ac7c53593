"""Out to the user's own calendar: a file (iCalendar, RFC 5545) that other programs import or subscribe to.

Interviews stand at their time in their zone; what is due is all-day, so that no zone moves it. Each thing keeps its UID for
good, and its SEQUENCE goes up when it changes. Where nothing has changed the file is the same, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from followup_desktop.core.agenda import Entry, Kind
from followup_desktop.core.records import Case

if TYPE_CHECKING:
    import icalendar

NAME = "Follow-Up Desktop"
_HOST = "followup-desktop"
_BEHIND = frozenset({Kind.POSTED, Kind.TOUCH})
"""What was done stands in no calendar."""
_LASTING = frozenset({Kind.INTERVIEW, Kind.KIT})
"""Entries whose second line is as true tomorrow as today."""
_BEFORE = timedelta(hours=1)
"""How long before an interview its reminder comes."""
_MORNING, _EVENING = time(9), time(18)
"""When the reminder of an all-day thing comes; of the kit, on the evening before the interview."""
_PRINTED = "PRODID:-//followup-desktop//Follow-Up Desktop//EN"


def calendar(entries: Iterable[Entry], cases: Sequence[Case], now: datetime, before: bytes = b"") -> bytes:
    """The calendar file of those entries; `before` is the file as it was written last, if it was.

    `now` has a zone. What is in `before` but is no calendar of ours counts as nothing.
    """
    import icalendar  # noqa: PLC0415  (loads when a file is written)

    known = _events(before)
    by_id = {case.interview.id: case for case in cases}
    made = icalendar.Calendar()
    for name, value in (
        ("prodid", _PRINTED.partition(":")[2]),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("x-wr-calname", NAME),
    ):
        made.add(name, value)
    used: set[str] = set()
    for entry in entries:
        case = by_id.get(entry.interview)
        if entry.kind in _BEHIND or (entry.done and entry.kind is not Kind.INTERVIEW) or (case is None and entry.interview):
            continue
        uid = _uid(entry, used)
        used.add(uid)
        made.add_component(_stamped(_event(entry, case, uid), known.get(uid), now))
    made.add_missing_timezones()
    return bytes(made.to_ical())


def _uid(entry: Entry, used: set[str]) -> str:
    """The same for the same thing, whenever and wherever it is written; whom to ask may change, but a hello is one person's."""
    about = entry.person if entry.kind is Kind.KEEP_IN_TOUCH and entry.person else entry.interview
    name = f"{entry.kind.value}-{about}"
    uid, number = f"{name}@{_HOST}", 1
    while uid in used:
        number += 1
        uid = f"{name}-{number}@{_HOST}"
    return uid


def _event(entry: Entry, case: Case | None, uid: str) -> icalendar.Event:
    import icalendar  # noqa: PLC0415

    event = icalendar.Event()
    event.add("uid", uid)
    summary = _summary(entry, case)
    event.add("summary", summary)
    lasting = str(entry.detail) if entry.kind in _LASTING else ""
    told = "\n".join(line for line in (lasting, str(entry.why or "")) if line.strip())
    if told:
        event.add("description", told)
    interview = case.interview if case is not None and entry.kind is Kind.INTERVIEW else None
    if interview is not None and not interview.all_day:
        event.add("dtstart", _zoned(interview.starts(), interview.zone))
        event.add("dtend", _zoned(interview.ends(), interview.zone))
        alarm = -_BEFORE
    else:
        event.add("dtstart", entry.day)
        event.add("dtend", (interview.last_day if interview is not None else entry.day) + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        alarm = _after_midnight(_EVENING if entry.kind is Kind.KIT else _MORNING)
    if interview is not None and interview.place.strip():
        event.add("location", interview.place.strip())
    if not entry.done:
        event.add_component(_alarm(summary, alarm))
    return event


def _summary(entry: Entry, case: Case | None) -> str:
    """The title, with the company where it does not tell for whom the cards are: other calendars show nothing beside it."""
    return f"{case.interview.company}: {entry.title}" if entry.kind is Kind.CARD and case is not None else str(entry.title)


def _zoned(moment: datetime, zone: str) -> datetime:
    """That moment in its zone, or in UTC where the zone is not known here: it is told the same everywhere."""
    try:
        return moment.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return moment.astimezone(UTC)


def _after_midnight(clock: time) -> timedelta:
    return timedelta(hours=clock.hour, minutes=clock.minute)


def _alarm(words: str, trigger: timedelta) -> icalendar.Alarm:
    import icalendar  # noqa: PLC0415

    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", trigger)
    return alarm


def _stamped(event: icalendar.Event, before: icalendar.Event | None, now: datetime) -> icalendar.Event:
    """With SEQUENCE and DTSTAMP: those of before where nothing else has changed, else one more and now."""
    number, stamp = 0, now.astimezone(UTC).replace(microsecond=0)
    if before is not None:
        number = _number(before)
        if _content(before) == _content(event):
            stamp = before.decoded("dtstamp", stamp)
        else:
            number += 1
    event.add("dtstamp", stamp)
    event.add("sequence", number)
    return event


def _number(event: icalendar.Event) -> int:
    try:
        return int(event.get("sequence", 0))
    except (TypeError, ValueError):
        return 0


def _content(event: icalendar.Event) -> Mapping[str, Any]:
    """What a calendar shows of an event, to tell whether it has changed."""
    shown = {name: event.get(name) for name in ("summary", "description", "location", "transp")}
    told = {name: str(value) for name, value in shown.items() if value is not None}
    return {**told, "from": _when(event, "dtstart"), "to": _when(event, "dtend")}


def _when(event: icalendar.Event, name: str) -> tuple[bool, str]:
    value = event.decoded(name, None)
    if isinstance(value, datetime):
        return True, value.astimezone(UTC).isoformat()
    return False, value.isoformat() if isinstance(value, date) else ""


def _events(before: bytes) -> dict[str, icalendar.Event]:
    import icalendar  # noqa: PLC0415

    if _PRINTED.encode() not in before:
        return {}
    try:
        found = icalendar.Calendar.from_ical(before).walk("VEVENT")
        return {str(event.get("uid", "")): event for event in found if isinstance(event, icalendar.Event)}
    except (ValueError, KeyError, IndexError, TypeError):
        return {}
