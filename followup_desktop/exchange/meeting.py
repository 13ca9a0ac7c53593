"""An invitation as a meeting about a job: which company, which position, who interviews, who arranged it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from followup_desktop.core.records import Interview, Person
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.exchange import clean, employers, names, titles
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
_ARRANGES = QT_TRANSLATE_NOOP("exchange", "{name} seems to arrange interviews. Add them as an interviewer if they were one.")
_INVITED = QT_TRANSLATE_NOOP("exchange", "{name} sent the invitation. Add them as an interviewer if they are one.")


def meeting(event: Event, own: Own, known: Iterable[Interview] = ()) -> Meeting:
    """What `event` means to the user `own`; `known` are the interviews there are, to count the rounds."""
    cast = _cast(event, own)
    invited = event.attendees if event.organizer is None else (*event.attendees, event.organizer)
    called = [name for name in (names.spoken(each)[0] for each in (*(one.name for one in invited), own.name)) if name]
    addresses = [each.email for each in (*cast.interviewers, *cast.arrangers) if each.email]
    guess = titles.guess(event.summary, event.description, called, addresses)
    company, role = event.company or guess.company, event.role or guess.role
    introduced = names.introduced(f"{event.summary}\n{event.description}", [company])
    interviewers = cast.interviewers or tuple(
        each for each in introduced if not own.is_me(each) and not _is_one_of(each, cast.arrangers)
    )
    people = tuple(_person(each, introduced) for each in interviewers)
    doubts = [Words(_NO_COMPANY)] if not company else []
    doubts += [Words(_NO_ROLE)] if not role else []
    doubts += [Words(_NOBODY)] if not people else []
    doubts += [Words(_DECLINED, {"name": _person(each).name}) for each in cast.absent]
    doubts += [Words(_ARRANGES if _arranges(each) else _INVITED, {"name": _person(each).name}) for each in cast.arrangers]
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
        arranger=_person(cast.arrangers[0], introduced) if cast.arrangers else None,
        doubts=tuple(doubts),
    )


@dataclass(frozen=True, slots=True)
class _Cast:
    """Those invited, by their part in it; the user is none of them."""

    interviewers: tuple[Attendee, ...]
    arrangers: tuple[Attendee, ...]
    absent: tuple[Attendee, ...]


def _cast(event: Event, own: Own) -> _Cast:
    """Who interviews, who arranges (E27), and who declined.

    The organizer interviews when invited too (Google lists them), when there is nobody else, or when somebody else is
    known to arrange; otherwise (Outlook never lists them) they are taken for the one who arranged it, and that is said.
    """
    others = [each for each in event.attendees if _is_somebody(each) and not own.is_me(each)]
    coming = [each for each in others if not each.absent and not each.informed_only]
    arrangers = [each for each in coming if _arranges(each)]
    interviewers = [each for each in coming if each not in arrangers]
    inviter = event.organizer
    if inviter and _is_somebody(inviter) and not own.is_me(inviter) and not _is_one_of(inviter, others):
        if _arranges(inviter):
            arrangers.insert(0, inviter)
        elif interviewers and not arrangers:
            arrangers.append(inviter)
        else:
            interviewers.append(inviter)
    return _Cast(tuple(interviewers), tuple(arrangers), tuple(each for each in others if each.absent))


def _is_somebody(attendee: Attendee) -> bool:
    """True for a person who can be named: no room, no group, no machine."""
    if not attendee.email and not names.spoken(attendee.name)[0]:
        return False
    return attendee.kind in {Kind.INDIVIDUAL, Kind.UNKNOWN} and not employers.is_machine(attendee.name, attendee.email)


def _is_one_of(attendee: Attendee, others: Iterable[Attendee]) -> bool:
    """True when that is one of `others`: by mail address where both have one, else by name."""
    for other in others:
        if attendee.email and other.email:
            if attendee.email.casefold() == other.email.casefold():
                return True
        elif names.alike(names.spoken(attendee.name)[0], names.spoken(other.name)[0]):
            return True
    return False


def _arranges(attendee: Attendee) -> bool:
    name, title = names.spoken(attendee.name)
    return employers.arranges(attendee.name or name, attendee.email, attendee.title or title)


def _person(attendee: Attendee, introduced: Iterable[Attendee] = ()) -> Person:
    """The person behind an attendee, without an id; a name from the address, and a title from the text, where none is told."""
    name, title = names.spoken(attendee.name)
    name = name or employers.name_from(attendee.email)
    announced = next((each.title for each in introduced if names.alike(each.name, name)), "")
    return Person(id="", name=name, title=attendee.title or title or announced, email=attendee.email)


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
    told = (clean.folded(interview.company), clean.folded(interview.role))
    return bool(company) and told == (clean.folded(company), clean.folded(role))
