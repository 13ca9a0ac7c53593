"""What bringing something in would do to the notebook: a plan first, one change for all of it (one undo).

Natural keys keep a second import from changing anything: an interview is known by the UID of its invitation, then by
company, position and start; a person by mail address, then by name and company (FORMATS). Nothing that the user wrote
is overwritten: of an invitation that is known already only time, place, cancelling and new attendees are followed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from followup_desktop.core import records
from followup_desktop.core.records import Case, Change, Interview, Me, Person, Record, new_id
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.exchange import clean, employers
from followup_desktop.exchange.events import Event, Skipped
from followup_desktop.exchange.meeting import Meeting, meeting
from followup_desktop.exchange.own import Own, whose


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do; nothing is done before `change` is.

    The counts are by kind ("interview", "person"). `skipped` names what is not taken in, `doubts` what is taken in but
    was guessed, each with its reason. `whose` holds addresses of which one may be the user's own, the likeliest first:
    they are to be asked about once (`Me.emails`). `interview` is the id of the first interview concerned.
    """

    change: Change | None
    new: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    same: dict[str, int] = field(default_factory=dict)
    skipped: tuple[tuple[str, Words], ...] = ()
    whose: tuple[str, ...] = ()
    doubts: tuple[tuple[str, Words], ...] = ()
    interview: str | None = None


_NO_INVITATION = QT_TRANSLATE_NOOP("exchange", "It is an answer to an invitation, not an invitation.")
_OLDER = QT_TRANSLATE_NOOP("exchange", "It is older than what your notebook knows of this meeting.")
_UNKNOWN_CANCELLED = QT_TRANSLATE_NOOP("exchange", "It was cancelled, and your notebook does not know it.")
_REPEATS = QT_TRANSLATE_NOOP("exchange", "It repeats; only its first date is taken.")
_NOT_AMONG = QT_TRANSLATE_NOOP(
    "exchange", "{name} is invited, but not among the interviewers in your notebook. Add them there if they were there."
)
_INVITES = frozenset({"REQUEST", "PUBLISH", "CANCEL", "ADD"})


def plan(
    entries: Iterable[Event | Skipped], cases: Sequence[Case], people: Sequence[Person], me: Me, *, none_is_me: bool = False
) -> Plan:
    """What bringing `entries` in would do, given all that the notebook holds.

    While the user's own addresses are not known, whoever can only be the user is left out and `Plan.whose` asks; with
    `none_is_me` the user has answered that it is none of them.
    """
    entries = tuple(entries)
    events = tuple(each for each in entries if isinstance(each, Event) and each.method in _INVITES)
    own = Own(me, () if none_is_me else events)
    work = _Work(cases, people)
    for each in entries:
        if isinstance(each, Skipped):
            work.skipped.append((each.where, each.why))
        elif each.method not in _INVITES:
            work.skipped.append((each.where, Words(_NO_INVITATION)))
        else:
            work.take(each, own)
    change = work.change()
    return Plan(
        change=change,
        new=dict(work.new),
        changed=dict(work.changed),
        same=dict(work.same),
        skipped=tuple(work.skipped),
        whose=whose(own, events) if work.new and not none_is_me else (),
        doubts=tuple(work.doubts),
        interview=work.touched[0] if work.touched else None,
    )


def key(event: Event) -> str:
    """What the notebook knows an invitation by: its UID, with the date where it stands for one date of several."""
    return event.uid if event.occurrence is None or not event.uid else f"{event.uid}#{event.occurrence.isoformat()}"


class _Work:
    """The notebook as it would be, while one entry after the other is taken in."""

    def __init__(self, cases: Iterable[Case], people: Iterable[Person]) -> None:
        self._interviews_before = {case.interview.id: case.interview for case in cases}
        self._interviews = dict(self._interviews_before)
        self._people_before = {person.id: person for person in people}
        for case in cases:
            self._people_before.update((person.id, person) for person in case.people)
        self._people = dict(self._people_before)
        self.new: Counter[str] = Counter()
        self.changed: Counter[str] = Counter()
        self.same: Counter[str] = Counter()
        self.skipped: list[tuple[str, Words]] = []
        self.doubts: list[tuple[str, Words]] = []
        self.touched: list[str] = []
        self._counted: set[str] = set()

    def take(self, event: Event, own: Own) -> None:
        """Takes one invitation in: as a new interview, as what follows for a known one, or not at all."""
        found = meeting(event, own, self._interviews.values())
        known = self._known(event, found)
        if known is None and event.cancelled:
            self.skipped.append((event.where, Words(_UNKNOWN_CANCELLED)))
            return
        if known is not None and event.uid and known.uid == key(event) and event.sequence < known.sequence:
            self.skipped.append((event.where, Words(_OLDER)))
            return
        if known is None:
            self._add(event, found)
        else:
            self._follow(known, event, found)

    def change(self) -> Change | None:
        """All of it as one change, people first; None where nothing would differ."""
        pairs: list[tuple[Record | None, Record | None]] = [
            (self._people_before.get(each.id), each) for each in self._people.values() if self._people_before.get(each.id) != each
        ]
        touched: list[tuple[Interview | None, Interview]] = [
            (self._interviews_before.get(each.id), each)
            for each in self._interviews.values()
            if self._interviews_before.get(each.id) != each
        ]
        pairs += touched
        return Change(_label(touched), tuple(pairs)) if pairs else None

    def _known(self, event: Event, found: Meeting) -> Interview | None:
        """The interview that the event tells of, by UID, else by company, position and start."""
        known = tuple(self._interviews.values())
        if event.uid:
            for each in known:
                if each.uid == key(event) or (each.uid == event.uid and _at(each) == event.occurrence):
                    return each
        there = [
            each for each in known if found.company and _key(each.company) == _key(found.company) and _at(each) == _when(event)
        ]
        for each in there:
            if clean.folded(each.role) == clean.folded(found.role) or (event.uid and not each.uid):
                return each
        return None

    def _add(self, event: Event, found: Meeting) -> None:
        """Adds a new interview with its people."""
        ids = tuple(self._person(met, found.company) for met in found.interviewers)
        interview = Interview(
            id=new_id(),
            company=found.company,
            role=found.role,
            start=event.start,
            end=event.end,
            zone=event.zone,
            place=event.place,
            people=tuple(dict.fromkeys(ids)),
            arranged_by=self._person(found.arranger, found.company) if found.arranger else None,
            round=found.round,
            uid=key(event),
            sequence=event.sequence,
        )
        self._interviews[interview.id] = interview
        self.touched.append(interview.id)
        self.new["interview"] += 1
        self.doubts += [(event.where, words) for words in found.doubts]
        if event.repeats:
            self.skipped.append((event.where, Words(_REPEATS)))

    def _follow(self, known: Interview, event: Event, found: Meeting) -> None:
        """Follows what an invitation changes about an interview that the notebook knows."""
        newer = event.sequence > known.sequence or (bool(event.uid) and not known.uid)
        after = replace(
            known, uid=known.uid or key(event), sequence=max(known.sequence, event.sequence), role=known.role or found.role
        )
        if event.cancelled:
            after = replace(after, cancelled=True)
        else:
            after = _moved(after, event)
            if event.place and (newer or not known.place):
                after = replace(after, place=event.place)
            if event.sequence > known.sequence:
                after = replace(after, cancelled=False)
            after = self._joined(after, event, found, newer=newer)
        self.touched.append(known.id)
        self._interviews[known.id] = after
        (self.same if after == known else self.changed)["interview"] += 1

    def _joined(self, interview: Interview, event: Event, found: Meeting, *, newer: bool) -> Interview:
        """`interview` with those who were invited since; whoever is there stays."""
        for met in found.interviewers:
            known = self._known_person(met, interview.company) or self._first_name_here(met, interview)
            here = {*interview.people, interview.arranged_by}
            if known is not None and known.id in here:
                self._complete(known, met)
            elif known is not None and not newer:
                self.skipped.append((event.where, Words(_NOT_AMONG, {"name": known.name})))
            else:
                interview = replace(interview, people=(*interview.people, self._person(met, interview.company)))
        if found.arranger and interview.arranged_by is None and newer:
            arranger = self._person(found.arranger, interview.company)
            if arranger not in interview.people:
                interview = replace(interview, arranged_by=arranger)
        return interview

    def _known_person(self, met: Person, company: str) -> Person | None:
        """The person whom the notebook has already: by mail address, else by name and company."""
        if met.email:
            for person in self._people.values():
                if person.email.casefold() == met.email.casefold():
                    return person
        for person in self._people.values():
            apart = person.email and met.email
            if not apart and _key(person.name, person.company) == _key(met.name, company):
                return person
        return None

    def _first_name_here(self, met: Person, interview: Interview) -> Person | None:
        """The one interviewer who was typed in by first name alone ("Marta") and can only be the person met."""
        first = clean.folded(met.name).partition(" ")[0]
        here = [self._people[each] for each in interview.people if each in self._people]
        fitting = [each for each in here if not each.email and clean.folded(each.name) == first]
        return fitting[0] if len(fitting) == 1 else None

    def _person(self, met: Person, company: str) -> str:
        """The id of the person met, added or completed where the notebook does not have them."""
        known = self._known_person(met, company)
        if known is not None:
            return self._complete(known, met)
        person = replace(met, id=new_id(), company=company)
        self._people[person.id] = person
        self.new["person"] += 1
        return person.id

    def _complete(self, known: Person, met: Person) -> str:
        """Fills in what the notebook does not know of a person; what is there stays, but for a name that was only a part."""
        proposed = bool(known.email) and known.name == employers.name_from(known.email)
        first_alone = not known.email and clean.folded(known.name) == clean.folded(met.name).partition(" ")[0]
        longer = (proposed and met.name != employers.name_from(met.email)) or (first_alone and " " in met.name)
        after = replace(
            known,
            name=met.name if longer else known.name,
            address_as=known.address_as or (known.name if first_alone and longer else ""),
            email=known.email or met.email,
            title=known.title or met.title,
            met=True,
        )
        self._people[known.id] = after
        before = self._people_before.get(known.id)
        if before is not None and known.id not in self._counted:
            self._counted.add(known.id)
            (self.same if after == before else self.changed)["person"] += 1
        return known.id


def _key(*words: str) -> tuple[str, ...]:
    """What is compared to know a thing again by its names."""
    return tuple(clean.folded(word) for word in words)


def _moved(interview: Interview, event: Event) -> Interview:
    """`interview` at the event's time; as it is where that is the same moment, told in whichever zone."""
    if _at(interview) != _when(event):
        return replace(interview, start=event.start, end=event.end, zone=event.zone)
    if event.end is None or interview.end is None:
        return replace(interview, end=interview.end or event.end)
    if interview.all_day:
        return replace(interview, end=event.end)
    ends = event.end.replace(tzinfo=records.zone(event.zone))
    same = ends == interview.end.replace(tzinfo=records.zone(interview.zone))
    return interview if same else replace(interview, start=event.start, end=event.end, zone=event.zone)


def _at(interview: Interview) -> datetime | date:
    """When an interview starts: the moment in UTC, or its day where it lasts all day."""
    return interview.starts().astimezone(UTC) if isinstance(interview.start, datetime) else interview.start


def _when(event: Event) -> datetime | date:
    """When an event starts, to be compared with `_at`."""
    return event.moment if isinstance(event.start, datetime) else event.start


def _label(touched: Sequence[tuple[Interview | None, Interview]]) -> Words:
    """What the undo menu calls the change."""
    if len(touched) != 1:
        return Words(QT_TRANSLATE_NOOP("exchange", "Bring in invitations"))
    before, after = touched[0]
    if before is None:
        text = QT_TRANSLATE_NOOP("exchange", "Add {company}")
    elif after.cancelled and not before.cancelled:
        text = QT_TRANSLATE_NOOP("exchange", "Cancel {company}")
    elif _at(before) != _at(after):
        text = QT_TRANSLATE_NOOP("exchange", "Move {company}")
    else:
        text = QT_TRANSLATE_NOOP("exchange", "Follow the invitation to {company}")
    return Words(text, {"company": after.company})
