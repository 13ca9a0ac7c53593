"""What has happened and what is due with one person, or with one employer, in order: over all rounds and applications.

A person may change employer, and an employer's people may leave: the interview keeps its company, the person theirs, and
the timeline says both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from followup_desktop.core import agenda, etiquette, sentences
from followup_desktop.core.agenda import Entry
from followup_desktop.core.etiquette import DEFAULTS, Rules
from followup_desktop.core.find import folded
from followup_desktop.core.records import CardState, Case, Channel, Outcome, Person, Touch, Workdays
from followup_desktop.core.rhythm import works_at
from followup_desktop.core.sentences import NOTHING
from followup_desktop.core.standing import around
from followup_desktop.core.staying import Known, TouchSort, touch_sort
from followup_desktop.core.steps.step import Kind
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words


class What(StrEnum):
    """What sort of thing it is: decides its icon."""

    INTERVIEW = "interview"
    CARD = "card"
    CALL = "call"
    LETTER = "letter"
    VISIT = "visit"
    ANSWER = "answer"
    PROMISE = "promise"
    TASK = "task"
    DUE = "due"
    ASK = "ask"
    HELLO = "hello"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing on the line: `words` say what, `detail` where or why (its text may be empty)."""

    day: date
    what: What
    words: Words
    detail: Words = NOTHING
    interview: str | None = None
    person: str | None = None
    done: bool = True
    """False for what is still due."""


_OF_CHANNEL = {Channel.CALL: What.CALL, Channel.EMAIL: What.LETTER, Channel.LETTER: What.LETTER, Channel.VISIT: What.VISIT}
_OF_KIND = {
    Kind.FLOOR: What.ASK,
    Kind.BEST: What.ASK,
    Kind.CHECK_IN: What.HELLO,
    Kind.KEEP_IN_TOUCH: What.HELLO,
    Kind.CARD: What.CARD,
}
_NOT_DUE = frozenset({Kind.INTERVIEW, Kind.KIT, Kind.TASK})
"""Entries of the calendar that are told otherwise here, or that are not about people."""


def of_person(
    person: Person, cases: Sequence[Case], known: Known, now: datetime, workdays: Workdays, rules: Rules = DEFAULTS
) -> tuple[Moment, ...]:
    """That person's line, newest first: what is due stands before what was."""
    took = [case for case in cases if person in case.people]
    companies = {folded(case.interview.company) for case in took} | ({folded(person.company)} - {""})
    several = len(companies) > 1
    found = [moment for case in took for moment in _of_case(case, now, person.id, with_company=several)]
    found += [_word(touch, {person.id: person}, of_employer=False) for touch in known.touches if touch.person == person.id]
    owed = {case.interview.id for case in took if person in etiquette.owed(case, now)}
    due = _due(took, cases, known, now, workdays, rules)
    mine = [
        entry for entry in due if entry.person in (person.id, None) and (entry.kind is not Kind.CARD or entry.interview in owed)
    ]
    mine += [
        entry
        for entry in agenda.people_entries(took, Known((person,), known.touches), now, workdays, rules)
        if not entry.done and entry.person == person.id
    ]
    return _in_order([*found, *map(_of_entry, mine)])


def of_employer(
    company: str, cases: Sequence[Case], known: Known, now: datetime, workdays: Workdays, rules: Rules = DEFAULTS
) -> tuple[Moment, ...]:
    """That employer's line, newest first, over all its applications, and the words with those who work there now."""
    wanted = folded(company)
    there = [case for case in cases if folded(case.interview.company) == wanted]
    found = [moment for case in there for moment in _of_case(case, now, None, with_company=False)]
    people = {each.id: each for each in known.people if folded(each.company) == wanted}
    found += [_word(touch, people, of_employer=True) for touch in known.touches if touch.person in people]
    return _in_order([*found, *map(_of_entry, _due(there, cases, known, now, workdays, rules))])


def moved_on(company: str, cases: Iterable[Case]) -> tuple[Person, ...]:
    """Who interviewed for that company and works somewhere else now."""
    wanted = folded(company)
    there = (person for case in cases if folded(case.interview.company) == wanted for person in case.interviewers)
    return tuple({each.id: each for each in there if not works_at(each, company)}.values())


def _in_order(found: Iterable[Moment]) -> tuple[Moment, ...]:
    """Newest first; of one day, what is due before what was, and an answer after the question."""
    told = list(found)
    return tuple(sorted(told, key=lambda each: (each.done, -each.day.toordinal(), _LATE_IN_A_DAY.index(each.what))))


_LATE_IN_A_DAY = (
    What.DUE,
    What.HELLO,
    What.ASK,
    What.ANSWER,
    What.LETTER,
    What.CALL,
    What.VISIT,
    What.CARD,
    What.TASK,
    What.PROMISE,
    What.INTERVIEW,
)
"""What comes later on one day stands higher."""


def _due(
    some: Iterable[Case], cases: Sequence[Case], known: Known, now: datetime, workdays: Workdays, rules: Rules
) -> list[Entry]:
    """What the calendar says is due for these interviews."""
    others = around(cases, known.touches)
    entries = (entry for case in some for entry in agenda.entries(case, now, workdays, rules, others.get(case.interview.id)))
    return [entry for entry in entries if not entry.done and entry.kind not in _NOT_DUE]


def _of_entry(entry: Entry) -> Moment:
    """A line of the calendar that is still due."""
    return Moment(
        day=entry.day,
        what=_OF_KIND.get(entry.kind, What.DUE),
        words=entry.title,
        detail=entry.detail,
        interview=entry.interview or None,
        person=entry.person,
        done=False,
    )


def _of_case(case: Case, now: datetime, person: str | None, *, with_company: bool) -> Iterable[Moment]:
    """What happened with one interview; for `person` only what they had to do with, None for all of it."""
    yield _interview(case, now, person, with_company=with_company)
    yield from _cards(case, now, person)
    for promise in case.promises:
        if person in (None, promise.by):
            words = Words(QT_TRANSLATE_NOOP("core", "“{words}”"), {"words": promise.words})
            detail = sentences.plain(_name(case, promise.by)) if person is None and promise.by else NOTHING
            yield Moment(day=promise.heard, what=What.PROMISE, words=words, detail=detail, interview=case.interview.id)
    for touch in case.touches:
        if person in (None, touch.person):
            yield _touch(case, touch, named=person is None)
            yield from _reply(case, touch, named=person is None)
    for task in case.tasks:
        if task.done_on is not None and person in (None, task.person):
            words = Words(QT_TRANSLATE_NOOP("core", "Kept: {words}"), {"words": str(sentences.task_title(task, case))})
            yield Moment(day=task.done_on, what=What.TASK, words=words, interview=case.interview.id, person=task.person)
    yield from _answer(case)


def _cards(case: Case, now: datetime, person: str | None) -> Iterable[Moment]:
    """The thank-yous that went out: by post, and by e-mail beside it (E23)."""
    interview = case.interview.id
    for card in case.cards if person is None else [case.card(person)]:
        name = _name(case, card.person)
        if card.state is CardState.POSTED and card.posted_at is not None:
            day = card.posted_at.astimezone(now.tzinfo).date()
            words = Words(QT_TRANSLATE_NOOP("core", "Card posted"))
            if person is None:
                words = Words(QT_TRANSLATE_NOOP("core", "Card to {name} posted"), {"name": name})
            yield Moment(day=day, what=What.CARD, words=words, interview=interview, person=card.person)
        if card.emailed_on is not None:
            words = Words(QT_TRANSLATE_NOOP("core", "Thanked by e-mail"))
            detail = sentences.plain(name) if person is None else NOTHING
            yield Moment(
                day=card.emailed_on, what=What.LETTER, words=words, detail=detail, interview=interview, person=card.person
            )


def _interview(case: Case, now: datetime, person: str | None, *, with_company: bool) -> Moment:
    """The interview itself: its position and round, and where it was or who was there."""
    told = case.interview
    values: dict[str, Value] = {"role": told.role, "round": told.round, "company": told.company}
    words = QT_TRANSLATE_NOOP("core", "Interview, {role}") if told.role else QT_TRANSLATE_NOOP("core", "Interview")
    if told.round > 1:
        words = QT_TRANSLATE_NOOP("core", "Interview, {role}, round {round}")
    if person is not None and person not in told.people:
        words = QT_TRANSLATE_NOOP("core", "Arranged an interview, {role}")
        if person == told.referred_by:
            words = QT_TRANSLATE_NOOP("core", "Put your name forward, {role}")
    detail = sentences.plain(told.company) if with_company or (person is not None and person not in told.people) else NOTHING
    if person is None:
        detail = sentences.plain(sentences.listed([each.name for each in case.interviewers]))
    if told.cancelled:
        detail = Words(QT_TRANSLATE_NOOP("core", "Cancelled"))
    met = etiquette.met(case, now) or told.cancelled
    return Moment(day=told.day, what=What.INTERVIEW, words=Words(words, values), detail=detail, interview=told.id, done=met)


_ASKED = {
    Channel.CALL: QT_TRANSLATE_NOOP("core", "Asked by phone"),
    Channel.EMAIL: QT_TRANSLATE_NOOP("core", "Asked by e-mail"),
    Channel.LETTER: QT_TRANSLATE_NOOP("core", "Asked by letter"),
    Channel.VISIT: QT_TRANSLATE_NOOP("core", "Asked in person"),
}
_THANKED = {
    Channel.CALL: QT_TRANSLATE_NOOP("core", "Thanked by phone, after the no"),
    Channel.EMAIL: QT_TRANSLATE_NOOP("core", "Thanked by e-mail, after the no"),
    Channel.LETTER: QT_TRANSLATE_NOOP("core", "Thanked by letter, after the no"),
    Channel.VISIT: QT_TRANSLATE_NOOP("core", "Thanked in person, after the no"),
}
_GREETED = {
    Channel.CALL: QT_TRANSLATE_NOOP("core", "A word by phone"),
    Channel.EMAIL: QT_TRANSLATE_NOOP("core", "A word by e-mail"),
    Channel.LETTER: QT_TRANSLATE_NOOP("core", "A word by letter"),
    Channel.VISIT: QT_TRANSLATE_NOOP("core", "A word in person"),
}


def _touch(case: Case, touch: Touch, *, named: bool) -> Moment:
    """A follow-up: a question, thanks after the no, or a word; with its reason where one was given."""
    sort = touch_sort(case, touch)
    words = {TouchSort.ASKED: _ASKED, TouchSort.THANKED: _THANKED, TouchSort.WORD: _GREETED}[sort][touch.kind]
    name = _name(case, touch.person) if named else ""
    detail = ", ".join(part for part in (name, touch.reason) if part)
    return Moment(
        day=touch.on,
        what=_OF_CHANNEL[touch.kind],
        words=Words(words),
        detail=sentences.plain(detail),
        interview=touch.interview,
        person=touch.person,
    )


def _reply(case: Case, touch: Touch, *, named: bool) -> Iterable[Moment]:
    """That a follow-up was answered, whatever was said."""
    if touch.answered_on is not None:
        detail = sentences.plain(_name(case, touch.person)) if named else NOTHING
        words = Words(QT_TRANSLATE_NOOP("core", "They answered"))
        day, about = touch.answered_on, touch.interview
        yield Moment(day=day, what=What.ANSWER, words=words, detail=detail, interview=about, person=touch.person)


def _word(touch: Touch, people: dict[str, Person], *, of_employer: bool) -> Moment:
    """A word that was about no interview."""
    name = people[touch.person].name if of_employer else ""
    detail = sentences.plain(", ".join(part for part in (name, touch.reason) if part))
    return Moment(
        day=touch.on, what=_OF_CHANNEL[touch.kind], words=Words(_GREETED[touch.kind]), detail=detail, person=touch.person
    )


def _answer(case: Case) -> Iterable[Moment]:
    """How it ended; after a no, the day's one joke (LOOK 8)."""
    told = case.interview
    if told.outcome is Outcome.WAITING or told.outcome_on is None:
        return
    words = {
        Outcome.OFFER: QT_TRANSLATE_NOOP("core", "They made an offer"),
        Outcome.ACCEPTED: QT_TRANSLATE_NOOP("core", "You accepted"),
        Outcome.DECLINED: QT_TRANSLATE_NOOP("core", "You declined"),
        Outcome.REJECTED: QT_TRANSLATE_NOOP("core", "They chose someone else"),
        Outcome.WITHDRAWN: QT_TRANSLATE_NOOP("core", "You withdrew"),
        Outcome.NO_ANSWER: QT_TRANSLATE_NOOP("core", "Closed without an answer"),
    }[told.outcome]
    detail = Words(QT_TRANSLATE_NOOP("core", "Chocolate for a day.")) if told.outcome is Outcome.REJECTED else NOTHING
    yield Moment(day=told.outcome_on, what=What.ANSWER, words=Words(words), detail=detail, interview=told.id)


def _name(case: Case, person: str | None) -> str:
    met = case.person(person)
    return met.name if met is not None else ""
