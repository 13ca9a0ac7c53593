"""The things a user can do, each as one `Change`: what the window and the command line share.

Pure: records and the moment in, a change out. The labels stand in the undo menu.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from difflib import SequenceMatcher
from typing import TypeVar, cast

from followup_desktop.core.find import folded
from followup_desktop.core.history import removal
from followup_desktop.core.promise import Reading
from followup_desktop.core.records import (
    Box,
    Card,
    CardState,
    Case,
    Change,
    Channel,
    Draft,
    Interview,
    Later,
    Letter,
    Me,
    Note,
    Outcome,
    Permission,
    Person,
    Promise,
    Record,
    Sentence,
    Task,
    Touch,
    added,
    draft_id,
    new_id,
)
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words

R = TypeVar("R", Note, Promise, Task, Touch, Card, Draft)


def edited(label: Words, before: Record, after: Record) -> Change:
    """A change of one record; without any pair where nothing differs."""
    return Change(label, () if before == after else ((before, after),))


def me_set(before: Me, after: Me, cases: Iterable[Case] = ()) -> Change:
    """Who writes, as now known. People with one of the writer's own addresses stop being interviewers."""
    label = Words(QT_TRANSLATE_NOOP("core", "Change who writes"))
    pairs: list[tuple[Record | None, Record | None]] = [] if before == after else [(before, after)]
    own = {address.casefold() for address in after.emails}
    for case in cases:
        others = tuple(each for each in case.interview.people if not is_own(case.person(each), own))
        if others != case.interview.people:
            pairs.append((case.interview, replace(case.interview, people=others)))
    return Change(label, tuple(pairs))


def is_own(person: Person | None, own: Iterable[str]) -> bool:
    """True when that person's e-mail address is one of `own` (case folded)."""
    return person is not None and bool(person.email) and person.email.casefold() in set(own)


def interview_added(interview: Interview, names: Iterable[str], known: Iterable[Person] = ()) -> Change:
    """A new interview with the people of those names; somebody already known at that company is not added again."""
    here = {
        folded(person.name): person for person in known if folded(person.company) == folded(interview.company) and person.company
    }
    fresh: list[Person] = []
    ids: list[str] = []
    for name in names:
        person = here.get(folded(name))
        if person is None:
            person = Person(id=new_id(), name=name, company=interview.company)
            fresh.append(person)
        ids.append(person.id)
    label = Words(QT_TRANSLATE_NOOP("core", "Add {company}"), {"company": interview.company})
    return added(label, *fresh, replace(interview, people=tuple(ids)))


def interview_edited(before: Interview, after: Interview) -> Change:
    """An interview changed by hand: moved, renamed, cancelled, taken up again."""
    if before.cancelled != after.cancelled:
        text = (
            QT_TRANSLATE_NOOP("core", "Cancel {company}")
            if after.cancelled
            else QT_TRANSLATE_NOOP("core", "Take up {company} again")
        )
        return edited(Words(text, {"company": after.company}), before, after)
    if (before.start, before.end, before.zone) != (after.start, after.end, after.zone):
        return edited(Words(QT_TRANSLATE_NOOP("core", "Move {company}"), {"company": after.company}), before, after)
    return edited(Words(QT_TRANSLATE_NOOP("core", "Edit {company}"), {"company": after.company}), before, after)


def interview_removed(case: Case) -> Change:
    """An interview deleted with all that hangs on it; its people stay."""
    return Change(Words(QT_TRANSLATE_NOOP("core", "Delete {company}"), {"company": case.interview.company}), removal(case))


def with_cancelled(interview: Interview, *, cancelled: bool) -> Interview:
    """That interview cancelled, or taken up again."""
    return replace(interview, cancelled=cancelled)


def person_added(case: Case, person: Person) -> Change:
    """One more interviewer."""
    after = replace(case.interview, people=(*case.interview.people, person.id))
    label = Words(QT_TRANSLATE_NOOP("core", "Add {name}"), {"name": person.name})
    return Change(label, ((None, person), (case.interview, after)))


def people_named(case: Case, names: Iterable[str], known: Iterable[Person] = ()) -> Change:
    """These interviewers, in this order, after those already there; somebody known at that company is not made anew."""
    company = case.interview.company
    here = {folded(each.name): each for each in known if company and folded(each.company) == folded(company)}
    here |= {folded(each.name): each for each in case.people}
    fresh: list[Person] = []
    ids = list(case.interview.people)
    told = [" ".join(name.split()) for name in names if name.strip()]
    for name in told:
        person = here.get(folded(name))
        if person is None:
            person = Person(id=new_id(), name=name, company=company)
            here[folded(name)] = person
            fresh.append(person)
        if person.id not in ids:
            ids.append(person.id)
    pairs: list[tuple[Record | None, Record | None]] = [(None, person) for person in fresh]
    after = replace(case.interview, people=tuple(ids))
    if after != case.interview:
        pairs.append((case.interview, after))
    return Change(Words(QT_TRANSLATE_NOOP("core", "Add {name}"), {"name": ", ".join(told)}), tuple(pairs))


def person_edited(before: Person, after: Person) -> Change:
    """A person's name, way of address, title or addresses changed."""
    return edited(Words(QT_TRANSLATE_NOOP("core", "Edit {name}"), {"name": after.name}), before, after)


def person_left_out(case: Case, person: Person) -> Change:
    """That person did not interview after all; the person, and notes and card about them here, go from this interview."""
    after = replace(
        case.interview,
        people=tuple(each for each in case.interview.people if each != person.id),
        arranged_by=None if case.interview.arranged_by == person.id else case.interview.arranged_by,
        referred_by=None if case.interview.referred_by == person.id else case.interview.referred_by,
        contact=None if case.interview.contact == person.id else case.interview.contact,
    )
    gone: list[tuple[Record | None, Record | None]] = [(note, None) for note in case.notes if note.person == person.id]
    gone += [(task, None) for task in case.tasks if task.person == person.id]
    gone += [(draft, None) for draft in case.drafts if draft.person == person.id]
    gone += [(card, None) for card in case.cards if card.person == person.id]
    label = Words(QT_TRANSLATE_NOOP("core", "Take {name} out"), {"name": person.name})
    return Change(label, (*gone, (case.interview, after)))


def arranger_joins(case: Case, person: Person) -> Change:
    """A card for whoever arranged the day too (E27): they stand with the interviewers from now on."""
    after = replace(case.interview, people=(*case.interview.people, person.id))
    return edited(Words(QT_TRANSLATE_NOOP("core", "A card for {name} too"), {"name": person.name}), case.interview, after)


def note_added(case: Case, person: str | None, text: str, now: datetime, box: Box = Box.ANY) -> tuple[Change, Note]:
    """A new note about a person (None: about everybody), after those already there; the change and the note."""
    last = max((note.position for note in case.notes if note.person == person and note.box == box), default=-1)
    note = Note(id=new_id(), interview=case.interview.id, person=person, text=text, box=box, position=last + 1, written=now)
    return added(Words(QT_TRANSLATE_NOOP("core", "Write a note")), note), note


def note_edited(before: Note, text: str) -> Change:
    """A note's words changed; an answer given to the old words is forgotten."""
    return edited(Words(QT_TRANSLATE_NOOP("core", "Edit a note")), before, replace(before, text=text, answer=""))


def note_removed(note: Note) -> Change:
    """A note thrown away."""
    return Change(Words(QT_TRANSLATE_NOOP("core", "Delete a note")), ((note, None),))


def notes_typed(notes: Sequence[Note], lines: Sequence[str], blank: Note, now: datetime) -> Change:
    """The notes of one box as its lines now stand, a note a line; empty lines are none.

    A line that was there before keeps its note, with what was answered about it; a line that was changed in place
    keeps the note's id. `blank` tells a new note's interview, person and box.
    """
    wanted = [" ".join(line.split()) for line in lines if line.strip()]
    before = list(notes)
    pairs: list[tuple[Record | None, Record | None]] = []
    match = SequenceMatcher(a=[note.text for note in before], b=wanted, autojunk=False)
    for what, old, old_end, new, new_end in match.get_opcodes():
        for at in range(max(old_end - old, new_end - new)):
            known = before[old + at] if old + at < old_end else None
            if new + at >= new_end:
                pairs.append((known, None))
                continue
            text, position = wanted[new + at], new + at
            after = replace(known or replace(blank, id=new_id(), written=now), text=text, position=position)
            if what == "replace" and known is not None:
                after = replace(after, answer="")
            if after != known:
                pairs.append((known, after))
    return Change(Words(QT_TRANSLATE_NOOP("core", "Write notes")), tuple(pairs))


def note_answered(before: Note, choice: str) -> Change:
    """The question that a note raised, answered; an empty choice opens it again."""
    return edited(Words(QT_TRANSLATE_NOOP("core", "Answer a question")), before, replace(before, answer=choice))


def promise_heard(
    case: Case, words: str, reading: Reading, heard: date, by: str | None = None, permission: Permission | None = None
) -> Change:
    """What they said about the decision, with the window read from it; empty words take the promise back."""
    before = case.promise
    pairs: list[tuple[Record | None, Record | None]] = []
    if words.strip():
        after = Promise(
            id=before.id if before else new_id(),
            interview=case.interview.id,
            words=words.strip(),
            earliest=reading.earliest,
            latest=reading.latest,
            by=by if by is not None else (before.by if before else None),
            heard=heard,
        )
        if before != after:
            pairs.append((before, after))
    elif before is not None:
        pairs.append((before, None))
    interview = case.interview
    if permission is not None and permission is not interview.permission:
        interview = replace(interview, permission=permission)
    if (reading.earliest, reading.latest) != (before and before.earliest, before and before.latest):
        interview = replace(interview, ask_on=None, ask_reason="")  # a day chosen for their old words
    if interview != case.interview:
        pairs.append((case.interview, interview))
    return Change(
        Words(QT_TRANSLATE_NOOP("core", "Write down what {company} said"), {"company": case.interview.company}), tuple(pairs)
    )


def permission_set(case: Case, permission: Permission) -> Change:
    """Whether the user may follow up (E2)."""
    label = Words(QT_TRANSLATE_NOOP("core", "Note whether you may follow up"))
    return edited(label, case.interview, replace(case.interview, permission=permission))


def moved_by(interview: Interview, away: timedelta) -> Interview:
    """The interview that much later by the clock of its own place, as long as before; one of whole days moves by days."""
    start: date | datetime = interview.start + away
    return replace(interview, start=start, end=None if interview.end is None else interview.end + away)


def ask_planned(case: Case, day: date | None, reason: str = "") -> Change:
    """The day on which the user wants to ask, and why then; None leaves it to the rules again."""
    company = case.interview.company
    after = replace(case.interview, ask_on=day, ask_reason=reason if day else "")
    label = Words(QT_TRANSLATE_NOOP("core", "Ask {company} when it is best"), {"company": company})
    if day is not None:
        label = Words(QT_TRANSLATE_NOOP("core", "Ask {company} on {day}"), {"company": company, "day": day})
    return edited(label, case.interview, after)


def post_planned(case: Case, day: date | None, reason: str = "") -> Change:
    """The day on which the user wants to post the cards, and why then; None leaves it to the rules again."""
    company = case.interview.company
    after = replace(case.interview, post_on=day, post_reason=reason if day else "")
    label = Words(QT_TRANSLATE_NOOP("core", "Post {company}’s cards when they are due"), {"company": company})
    if day is not None:
        label = Words(QT_TRANSLATE_NOOP("core", "Post {company}’s cards on {day}"), {"company": company, "day": day})
    return edited(label, case.interview, after)


def contact_set(case: Case, person: str | None) -> Change:
    """Whom to ask, where the user knows better than E12; None gives the choice back."""
    label = Words(QT_TRANSLATE_NOOP("core", "Choose whom to ask"))
    return edited(label, case.interview, replace(case.interview, contact=person))


def touch_made(case: Case, person: str, kind: Channel, on: date, reason: str = "") -> Change:
    """A follow-up made (E9-E11 count them); a day that was chosen for it has served."""
    touch = Touch(id=new_id(), interview=case.interview.id, person=person, kind=kind, on=on, reason=reason)
    label = Words(QT_TRANSLATE_NOOP("core", "Note that you asked {company}"), {"company": case.interview.company})
    change = added(label, touch)
    if case.interview.ask_on is None:
        return change
    return replace(change, pairs=(*change.pairs, (case.interview, replace(case.interview, ask_on=None, ask_reason=""))))


def touch_answered(case: Case, touch: Touch, on: date | None) -> Change:
    """They answered a follow-up on that day, whatever they said; None takes that back."""
    values: dict[str, Value] = {"company": case.interview.company}
    label = Words(QT_TRANSLATE_NOOP("core", "Note that {company} answered"), values)
    if on is None:
        label = Words(QT_TRANSLATE_NOOP("core", "Note that {company} did not answer"), values)
    return edited(label, touch, replace(touch, answered_on=on))


def point_ticked(case: Case, key: str, *, ticked: bool) -> Change:
    """A point of the list before the interview ticked off, or open again."""
    kept = tuple(each for each in case.interview.ticked if each != key)
    text = QT_TRANSLATE_NOOP("core", "Tick off a point") if ticked else QT_TRANSLATE_NOOP("core", "Open a point again")
    return edited(Words(text), case.interview, replace(case.interview, ticked=(*kept, key) if ticked else kept))


def draft_kept(case: Case, person: str, kind: str, words: tuple[str, str] | None) -> Change:
    """A message's subject and text as the user left them; None: as it is drafted, so there is nothing to keep."""
    before = case.draft(person, kind)
    after = None
    if words is not None:
        key = draft_id(case.interview.id, person, kind)
        after = Draft(id=key, interview=case.interview.id, person=person, kind=kind, subject=words[0], body=words[1])
    label = Words(QT_TRANSLATE_NOOP("core", "Write a message"))
    return Change(label, () if before == after else ((before, after),))


def outcome_set(case: Case, outcome: Outcome, on: date) -> Change:
    """How the application ended, or "waiting" to open it again.

    An offer and a no are their answer; accepting or declining keeps the day on which the offer came.
    """
    came = on if outcome in (Outcome.OFFER, Outcome.REJECTED) else None
    if outcome in (Outcome.ACCEPTED, Outcome.DECLINED):
        came = case.interview.answered_on
    over_on = None if outcome is Outcome.WAITING else on
    after = replace(case.interview, outcome=outcome, outcome_on=over_on, answered_on=came)
    label = Words(QT_TRANSLATE_NOOP("core", "Change how {company} ended"), {"company": case.interview.company})
    return edited(label, case.interview, after)


def card_marked(
    case: Case, person: str, state: CardState, now: datetime, printed_text: str = "", sent: tuple[str, Letter] | None = None
) -> Change:
    """A card as far as the user says it is; "to-write" takes printed and posted back.

    `printed_text` is the letter's text when it is marked printed, kept to tell later that a note has changed since. `sent`
    is the occasion and the letter of a card that is marked posted: what went out is kept as it was.
    """
    before = next((card for card in case.cards if card.person == person), None)
    card = before or case.card(person)
    after = replace(card, state=state)
    if state is CardState.PRINTED:
        after = replace(after, printed_text=printed_text, printed_at=now, posted_at=None)
    elif state is CardState.POSTED:
        after = replace(after, posted_at=now)
        if sent is not None:
            after = replace(after, occasion=sent[0], sentences=sent[1].sentences)
    else:
        after = replace(after, printed_text="", printed_at=None, posted_at=None)
    met = case.person(person)
    name = met.name if met else ""
    label = {
        CardState.POSTED: Words(QT_TRANSLATE_NOOP("core", "Mark the card to {name} as posted"), {"name": name}),
        CardState.PRINTED: Words(QT_TRANSLATE_NOOP("core", "Mark the card to {name} as printed"), {"name": name}),
        CardState.DRAFTED: Words(QT_TRANSLATE_NOOP("core", "Draft the card to {name}"), {"name": name}),
        CardState.TO_WRITE: Words(QT_TRANSLATE_NOOP("core", "Take the card to {name} back"), {"name": name}),
    }[state]
    return Change(label, () if before == after else ((before, after),))


def card_edited(case: Case, person: str, **parts: str | int | tuple[Sentence, ...] | None) -> Change:
    """A card's own words, tone or variant changed (fields of `Card`)."""
    before = next((card for card in case.cards if card.person == person), None)
    after: Card = replace(before or case.card(person), **parts)  # type: ignore[arg-type]
    return Change(Words(QT_TRANSLATE_NOOP("core", "Edit a card")), () if before == after else ((before, after),))


def thanked_by_mail(case: Case, person: str, on: date) -> Change:
    """That a thank-you e-mail went out beside the card; it is no touch, and the card is owed all the same (E23)."""
    before = next((card for card in case.cards if card.person == person), None)
    after = replace(before or case.card(person), emailed_on=on)
    met = case.person(person)
    label = Words(QT_TRANSLATE_NOOP("core", "Note that you thanked {name} by e-mail"), {"name": met.name if met else ""})
    return Change(label, () if before == after else ((before, after),))


def later(known: Iterable[Later], key: str, until: datetime | None) -> Change:
    """A next step put off until a moment, or left for good (None)."""
    before = next((each for each in known if each.id == key), None)
    label = Words(QT_TRANSLATE_NOOP("core", "Put off the next step"))
    return Change(label, ((before, Later(id=key, until=until)),))


def task_done(task: Task, on: date | None) -> Change:
    """A promise kept on that day; None: not yet after all."""
    text = QT_TRANSLATE_NOOP("core", "Tick off a promise") if on else QT_TRANSLATE_NOOP("core", "Open a promise again")
    return edited(Words(text), task, replace(task, done_on=on))


def task_due(task: Task, due: date | None) -> Change:
    """Another day for a promise, or none, as the user chose; from then on its note no longer decides it."""
    after = task if due == task.due else replace(task, due=due, due_chosen=True)
    return edited(Words(QT_TRANSLATE_NOOP("core", "Change when a promise is due")), task, after)


def applied(case: Case, change: Change) -> Case | None:
    """`case` as it will be after `change`; None where its interview is gone. What is of other interviews is passed over."""
    gone = {(type(before), before.id) for before, after in change.pairs if before is not None and after is None}
    fresh = {(type(after), after.id): after for _, after in change.pairs if after is not None}
    interview = fresh.get((Interview, case.interview.id), case.interview)
    if (Interview, case.interview.id) in gone or not isinstance(interview, Interview):
        return None

    def now(kind: type[R], known: tuple[R, ...]) -> tuple[R, ...]:
        here = {each.id: each for each in known if (kind, each.id) not in gone}
        mine = (each for each in fresh.values() if isinstance(each, kind) and each.interview == case.interview.id)
        return tuple({**here, **{each.id: each for each in mine}}.values())

    there = {*interview.people, interview.arranged_by, interview.referred_by}
    known = [cast("Person", fresh.get((Person, person.id), person)) for person in case.people]
    ids = {person.id for person in known}
    known += [each for each in fresh.values() if isinstance(each, Person) and each.id not in ids]
    return Case(
        interview,
        tuple(person for person in known if person.id in there),
        notes=now(Note, case.notes),
        promises=now(Promise, case.promises),
        tasks=now(Task, case.tasks),
        touches=now(Touch, case.touches),
        cards=now(Card, case.cards),
        drafts=now(Draft, case.drafts),
    )


def heard_on(case: Case) -> date:
    """The day that words about the decision count from: the interview's, or the last follow-up's where there was one."""
    return max((case.interview.last_day, *(touch.on for touch in case.touches)))
