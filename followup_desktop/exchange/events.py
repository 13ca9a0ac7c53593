"""What the readers of this room hand on: meetings as they were found, before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from followup_desktop.core.records import zone
from followup_desktop.core.words import Words


class Kind(StrEnum):
    """What an attendee is (CUTYPE, RFC 5545 3.2.3). Anything unheard of is UNKNOWN."""

    INDIVIDUAL = "INDIVIDUAL"
    GROUP = "GROUP"
    RESOURCE = "RESOURCE"
    ROOM = "ROOM"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody or something invited. Either of `name` and `email` may be empty, never both."""

    name: str = ""
    email: str = ""
    """Mail address as written, without "mailto:"."""
    title: str = ""
    kind: Kind = Kind.INDIVIDUAL
    absent: bool = False
    """True when they declined (PARTSTAT=DECLINED)."""
    informed_only: bool = False
    """True when they only get a copy (ROLE=NON-PARTICIPANT)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One meeting as an invitation or a person tells it.

    `company` and `role` are empty where nobody named them apart: then they are guessed from `summary` and the mail
    addresses. `start` and `end` are wall time in `zone`, or `start` is a date for a meeting that lasts all day.
    """

    where: str = ""
    """What to call it in a sentence: its summary, or the file's name."""
    uid: str = ""
    sequence: int = 0
    method: str = "REQUEST"
    """METHOD of the calendar it came in (RFC 5546), upper case; PUBLISH where none is given."""
    cancelled: bool = False
    repeats: bool = False
    occurrence: datetime | date | None = None
    """Which date of a repeating meeting this is (RECURRENCE-ID): with a zone, or a date; None for the meeting itself."""
    summary: str = ""
    description: str = ""
    company: str = ""
    role: str = ""
    start: datetime | date
    end: datetime | None = None
    zone: str = "UTC"
    place: str = ""
    organizer: Attendee | None = None
    attendees: tuple[Attendee, ...] = ()

    @property
    def moment(self) -> datetime:
        """When it starts, in UTC: midnight of its day for one that lasts all day."""
        start = self.start if isinstance(self.start, datetime) else datetime.combine(self.start, time(0))
        return start.replace(tzinfo=zone(self.zone)).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Skipped:
    """One thing that was not taken in, and why. `where` is its summary, or the file's name."""

    where: str
    why: Words
