"""An invitation as a meeting about a job: which company, which position, who interviews, who arranged it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from followup_desktop.core.find import folded
from followup_desktop.core.records import Interview, Person
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.exchange import employers, names, titles
from followup_desktop.exchange.events import Attendee, Event, Kind
from followup_desktop.exchange.own import Own


@dataclass(frozen=True, slots=True)
class Meeting:
    """What an invitation means. The people have no id and no company yet; `doubts` say what was guessed."""

    company: str
    role: str
    round: int
    interviewers: tuple[Person, ...]
    arranger: Person | None
    doubts: tuple[Words, ...]


_NO_COMPANY = QT_TRANSLATE_NOOP("exchange", "It does not say which company. Type its name in.")
_NO_ROLE = QT_TRANSLATE_NOOP("exchange", "It does not say which position. Type it in.")
_FROM_ADDRESS = QT_TRANSLATE_NOOP(
    "exchange", "The name {name} is taken from the address {email}. Look whether it is spelt right."
)
_NOBODY = QT_TRANSLATE_NOOP("exchange", "It does not say who interviews. Add them by name.")
_DECLINED = QT_TRANSLATE_NOOP("exchange", "{name} declined, and is not taken for an interviewer.")


def meeting(event: Event, own: Own, known: Iterable[Interview] = ()) -> Meeting:
    """What `event` means to the user `own`; `known` are the interviews there are, to count the rounds."""
    others = [each for each in event.attendees if _is_somebody(each) and not own.is_me(each)]
    inviter = event.organizer if event.organizer and _is_somebody(event.organizer) and not own.is_me(event.organizer) else None
    coming = [each for each in others if not each.absent and not each.informed_only]
    arrangers = [each for each in coming if _arranges(each)]
    interviewers = [each for each in coming if each not in arrangers]
    if inviter and not any(_same(inviter, each) for each in others):
        if _arranges(inviter) or coming:
            arrangers.insert(0, inviter)
        else:
            interviewers.append(inviter)
    invited = event.attendees if event.organizer is None else (*event.attendees, event.organizer)
    called = [*(each.name for each in invited), own.name]
    spoken_names = [name for name in (names.spoken(each)[0] for each in called) if name]
    addresses = [each.email for each in (*interviewers, *filter(None, [inviter]), *arrangers) if each.email]
    guess = titles.guess(event.summary, event.description, spoken_names, addresses)
    company, role = event.company or guess.company, event.role or guess.role
    people = tuple(_person(each) for each in interviewers)
    doubts = [Words(_NO_COMPANY)] if not company else []
    doubts += [Words(_NO_ROLE)] if not role else []
    doubts += [Words(_NOBODY)] if not people else []
    doubts += [Words(_DECLINED, {"name": _person(each).name}) for each in others if each.absent]
    doubts += [
        Words(_FROM_ADDRESS, {"name": _person(each).name, "email": each.email})
        for each in interviewers
        if each.email and not names.spoken(each.name)[0]
    ]
    return Meeting(
        company=company,
        role=role,
        round=_round(event, company, role, known),
        interviewers=people,
        arranger=_person(arrangers[0]) if arrangers else None,
        doubts=tuple(doubts),
    )


def _is_somebody(attendee: Attendee) -> bool:
    """True for a person: no room, no group, no machine."""
    return attendee.kind in {Kind.INDIVIDUAL, Kind.UNKNOWN} and not employers.is_machine(attendee.name, attendee.email)


def _same(one: Attendee, other: Attendee) -> bool:
    return one.email.casefold() == other.email.casefold() if one.email and other.email else names.alike(one.name, other.name)


def _arranges(attendee: Attendee) -> bool:
    name, title = names.spoken(attendee.name)
    return employers.arranges(attendee.name or name, attendee.email, attendee.title or title)


def _person(attendee: Attendee) -> Person:
    """The person behind an attendee, without an id; a name from the address where none is told."""
    name, title = names.spoken(attendee.name)
    return Person(id="", name=name or employers.name_from(attendee.email), title=attendee.title or title, email=attendee.email)


_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_ROUND = re.compile(r"\b(?:round|stage|interview)\s*#?\s*([1-9])\b(?!\s*(?:/|of)\s*\d)", re.IGNORECASE)
_NTH_ROUND = re.compile(
    r"\b(first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+(?:[\w-]+\s+)?(?:round|stage|interview)\b", re.IGNORECASE
)


def _round(event: Event, company: str, role: str, known: Iterable[Interview]) -> int:
    """Which round it is: as the title says, else one more than the last earlier day's for that position."""
    said = _ROUND.search(event.summary)
    if said:
        return int(said[1])
    nth = _NTH_ROUND.search(event.summary)
    if nth:
        return _ORDINALS[nth[1].casefold()]
    day = event.start.date() if isinstance(event.start, datetime) else event.start
    earlier = [each for each in known if _about(each, company, role) and each.day < day and not each.cancelled]
    return max((each.round for each in earlier), default=0) + 1


def _about(interview: Interview, company: str, role: str) -> bool:
    return bool(company) and folded(interview.company) == folded(company) and folded(interview.role) == folded(role)
