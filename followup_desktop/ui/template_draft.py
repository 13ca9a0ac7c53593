"""What a letter looks like that is written with one template: for somebody really met, or for somebody of the sample."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from followup_desktop import places
from followup_desktop.core import sample
from followup_desktop.core.records import Case, Change, Interview, Me, Note, Outcome, Person, Promise, Record, Talk
from followup_desktop.desk.desk import Desk
from followup_desktop.letters import messages, occasions
from followup_desktop.letters.template_set import TemplateSet
from followup_desktop.letters.templates import Template
from followup_desktop.letters.writer import Writer

T = TypeVar("T", bound=Record)

MANY = 1 + occasions.MOST_SINGLE_CARDS
"""So many interviewers make one card that names them all (E25)."""
OUTCOMES = {occasion: outcome for outcome, occasion in occasions.AFTER.items() if outcome is not Outcome.NO_ANSWER}
"""Which outcome makes a card be about that occasion."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody to whom the letter of a preview goes."""

    case: Case
    person: Person
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter as the preview shows it: its parts, and which of its words were made from notes."""

    text: str
    from_notes: tuple[str, ...] = ()
    subject: str = ""
    """The subject of a message."""


def readers(desk: Desk, interview: str | None, person: str | None) -> tuple[Reader, ...]:
    """Who the preview can write to: the people of that interview, the person first, then one of the sample."""
    case = desk.case(interview) if interview else None
    met = list(case.interviewers) if case else []
    met.sort(key=lambda each: each.id != person)
    own = [Reader(case, each) for each in met] if case else []
    return (*own, sample_reader(desk))


def sample_reader(desk: Desk) -> Reader:
    """Somebody of the sample job hunt about whom most is noted."""
    text = places.resource("sample.toml").read_text("utf-8")
    change = sample.job_hunt(text, desk.now(), desk.zone, desk.workdays(), desk.me())
    notes = _kind(change, Note)
    told = max(_kind(change, Person), key=lambda each: sum(note.person == each.id for note in notes))
    case = next(case for case in _cases(change) if case.person(told.id) is not None)
    return Reader(case, told, is_sample=True)


def _kind(change: Change, kind: type[T]) -> list[T]:
    return [after for _, after in change.pairs if isinstance(after, kind)]


def _cases(change: Change) -> list[Case]:
    """The interviews of a change as cases, with what a letter is made of."""
    return [
        Case(
            told,
            people=tuple(each for each in _kind(change, Person) if each.id in told.people),
            notes=tuple(each for each in _kind(change, Note) if each.interview == told.id),
            promises=tuple(each for each in _kind(change, Promise) if each.interview == told.id),
        )
        for told in _kind(change, Interview)
    ]


def draft(template: Template, reader: Reader, writer: Writer, me: Me, today: date, turn: int) -> Draft:
    """The letter to `reader` as that template words it; `turn` counts how often other words were asked for.

    Where the interview is no such occasion, the letter is written as though it were.
    """
    templates = TemplateSet((template, *writer.templates.templates))
    case, person = as_though(reader.case, reader.person.id, template.occasion), reader.person.id
    card = replace(case.card(person), occasion=template.occasion, tone=template.tone, variant=turn, sentences=None)
    case = replace(case, cards=(card, *(each for each in case.cards if each.person != person)))
    if template.occasion in occasions.MESSAGES:
        made = messages.message(
            case, person, template.occasion, me, writer.lexicon, templates, today, tone=template.tone, turn=turn
        )
        return Draft(made.body, subject=made.subject)
    letter = Writer(writer.lexicon, templates).letter(case, person, me)
    noted = tuple(each.text for each in letter.sentences if each.note is not None)
    return Draft(f"{letter.text}\n\n{letter.signature}".rstrip(), noted)


def as_though(case: Case, person: str, occasion: str) -> Case:
    """That case as one in which a card to `person` may be for that occasion."""
    told = case.interview
    others = tuple(each for each in told.people if each != person)
    open_again = replace(told, outcome=Outcome.WAITING, outcome_on=None, talk=Talk.INTERVIEW)
    if occasion == "referral":
        told = replace(open_again, people=others, referred_by=person)
    elif occasion == "coordinator":
        told = replace(open_again, people=others, arranged_by=person)
    elif occasion == occasions.EVERYONE:
        told = replace(open_again, people=(told.people * MANY)[: max(MANY, len(told.people))], arranged_by=None)
    elif occasion in OUTCOMES:
        told = replace(open_again, outcome=OUTCOMES[occasion], people=(*others, person))
    elif occasion in occasions.TALKS:
        told = replace(open_again, talk=Talk(occasion), people=(*others, person) if person not in told.people else told.people)
    return replace(case, interview=told)
