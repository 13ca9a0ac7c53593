"""What a user does with people beside interviews, each as one `Change`: a word noted, a rhythm, the quiet list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from followup_desktop.core import etiquette
from followup_desktop.core.changes import edited
from followup_desktop.core.records import (
    Card,
    Case,
    Change,
    Channel,
    Note,
    Outcome,
    Person,
    Record,
    Task,
    Touch,
    added,
    new_id,
)
from followup_desktop.core.rhythm import works_at
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words


def case_of_word(person: Person, cases: Iterable[Case], now: datetime) -> Case | None:
    """The interview that a word with somebody belongs to: the last one they led, while it is open or after its no.

    None where there is none (only known, a helper, another employer by now, taken or turned down): then the word is
    about no interview, and counts for nothing but staying in touch.
    """
    led = [case for case in cases if person in case.interviewers and etiquette.met(case, now)]
    last = max(led, key=lambda each: each.interview.starts(), default=None)
    if last is None or not works_at(person, last.interview.company):
        return None
    going_on = (Outcome.WAITING, Outcome.OFFER, Outcome.REJECTED, Outcome.NO_ANSWER)
    return last if last.interview.outcome in going_on else None


def word_noted(
    person: Person, cases: Sequence[Case], kind: Channel, on: date, now: datetime, reason: str = ""
) -> tuple[Change, Touch]:
    """A touch with somebody, of whatever interview it belongs to (`case_of_word`); the change and the touch."""
    case = case_of_word(person, cases, now)
    touch = Touch(id=new_id(), interview=case.interview.id if case else None, person=person.id, kind=kind, on=on, reason=reason)
    return added(Words(QT_TRANSLATE_NOOP("core", "Note a word with {name}"), {"name": person.name}), touch), touch


def word_edited(before: Touch, after: Touch) -> Change:
    """A noted word put right: its day, its channel, what it was about."""
    return edited(Words(QT_TRANSLATE_NOOP("core", "Put a noted word right")), before, after)


def rhythm_chosen(person: Person, tier: str) -> Change:
    """How often somebody hears from the user: "A" to "D", or empty for as the rules would have it (E42)."""
    label = Words(QT_TRANSLATE_NOOP("core", "Change how often {name} hears from you"), {"name": person.name})
    return edited(label, person, replace(person, tier=tier))


def quietened(person: Person, *, quiet: bool) -> Change:
    """Somebody put on the quiet list, or taken off it."""
    text = (
        QT_TRANSLATE_NOOP("core", "Put {name} on the quiet list")
        if quiet
        else QT_TRANSLATE_NOOP("core", "Take {name} off the quiet list")
    )
    return edited(Words(text, {"name": person.name}), person, replace(person, quiet=quiet))


def person_introduced(person: Person) -> Change:
    """Somebody new who takes part in no interview."""
    return added(Words(QT_TRANSLATE_NOOP("core", "Bring in {name}"), {"name": person.name}), person)


def removable(person: Person, cases: Iterable[Case]) -> bool:
    """True for somebody whom no interview speaks of: only they can be deleted, the others are part of what was.

    A message that was never sent is no part of what was: it goes with them.
    """
    for case in cases:
        told = case.interview
        named = {*told.people, told.arranged_by, told.referred_by, told.contact}
        named |= {promise.by for promise in case.promises}
        hanging: tuple[Note | Task | Touch | Card, ...] = (*case.notes, *case.tasks, *case.touches, *case.cards)
        named |= {each.person for each in hanging}
        if person.id in named:
            return False
    return True


def person_removed(person: Person, words: Iterable[Touch], cases: Iterable[Case] = ()) -> Change:
    """Somebody deleted, with the words that were about no interview and the messages to them that were not sent."""
    label = Words(QT_TRANSLATE_NOOP("core", "Delete {name}"), {"name": person.name})
    gone: list[tuple[Record | None, Record | None]] = [(touch, None) for touch in words if touch.person == person.id]
    gone += [(draft, None) for case in cases for draft in case.drafts if draft.person == person.id]
    return Change(label, (*gone, (person, None)))
