"""What the readers of this room hand on: meetings as they were found, before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from followup_desktop.core.records import Interview, zone
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words


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


class Missing(StrEnum):
    """What a line or a text did not tell."""

    COMPANY = "company"
    ROLE = "role"
    DATE = "date"


_ASKED = {
    (Missing.COMPANY,): QT_TRANSLATE_NOOP("exchange", "Which company is it?"),
    (Missing.ROLE,): QT_TRANSLATE_NOOP("exchange", "Which position is it?"),
    (Missing.DATE,): QT_TRANSLATE_NOOP("exchange", "Which day is it?"),
    (Missing.COMPANY, Missing.ROLE): QT_TRANSLATE_NOOP("exchange", "Which company is it, and which position?"),
    (Missing.COMPANY, Missing.DATE): QT_TRANSLATE_NOOP("exchange", "Which company is it, and on which day?"),
    (Missing.ROLE, Missing.DATE): QT_TRANSLATE_NOOP("exchange", "Which position is it, and on which day?"),
    tuple(Missing): QT_TRANSLATE_NOOP("exchange", "Which company is it, which position, and on which day?"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An interview as far as a typed line or a pasted text tells it: what is missing is empty, and never guessed.

    `unread` are pieces of the line that could not be read; `doubts` tell what can be read in two ways.
    """

    company: str = ""
    role: str = ""
    start: datetime | date | None = None
    end: datetime | None = None
    zone: str = "UTC"
    place: str = ""
    organizer: Attendee | None = None
    people: tuple[Attendee, ...] = ()
    unread: tuple[str, ...] = ()
    doubts: tuple[Words, ...] = ()

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What has to be asked, in the order of `Missing`."""
        told = {Missing.COMPANY: self.company, Missing.ROLE: self.role, Missing.DATE: self.start}
        return tuple(each for each in Missing if not told[each])

    @property
    def question(self) -> Words | None:
        """The one question that asks for everything missing; None where nothing is."""
        return Words(_ASKED[self.missing]) if self.missing else None

    @property
    def names(self) -> tuple[str, ...]:
        """The interviewers' names, in the order told."""
        return tuple(each.name for each in self.people if each.name)

    def interview(self, key: str) -> Interview:
        """The interview told, with the id `key` and nobody in it yet; raises `ValueError` while its day is missing."""
        if self.start is None:
            raise ValueError("an interview needs a day")
        return Interview(
            id=key, company=self.company, role=self.role, start=self.start, end=self.end, zone=self.zone, place=self.place
        )

    def event(self) -> Event:
        """The same as a meeting for `bring_in.plan`; raises `ValueError` while its day is missing."""
        if self.start is None:
            raise ValueError("a meeting needs a day")
        return Event(
            where=self.company,
            company=self.company,
            role=self.role,
            start=self.start,
            end=self.end,
            zone=self.zone,
            place=self.place,
            organizer=self.organizer,
            attendees=self.people,
        )
