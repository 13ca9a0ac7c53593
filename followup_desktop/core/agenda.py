"""Records become dated entries: what list, calendar and agenda show. Derived every time, never stored.

The one next step is made in `next_step` from the same `Standing`; its names are at hand here as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from datetime import time as Time  # noqa: N812  (the entry has a field of that name)

from followup_desktop.core import etiquette, sentences
from followup_desktop.core.etiquette import DEFAULTS, Hello, Promptness, Rules
from followup_desktop.core.hearing.reckoning import ONE_DAY
from followup_desktop.core.next_step import case_step, next_step, person_step
from followup_desktop.core.records import Card, CardState, Case, Outcome, Touch, Workdays
from followup_desktop.core.rhythm import to_greet
from followup_desktop.core.standing import Around, Group, Standing, around, group, quiet, standing, to_ask
from followup_desktop.core.staying import NOBODY, Known, Stay, in_rhythm, stays
from followup_desktop.core.steps.step import Does, Kind, Next
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words

__all__ = [
    "Around",
    "Does",
    "Entry",
    "Group",
    "Kind",
    "Known",
    "Next",
    "all_entries",
    "around",
    "case_step",
    "entries",
    "group",
    "hello_entries",
    "is_hello",
    "next_step",
    "one_a_day",
    "people_entries",
    "person_step",
    "quiet",
    "to_ask",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the calendar. Interviews stand at their own place's day and time, all else at the user's."""

    day: date
    """Where it stands: the day it is due, or today when that has passed and it is still owed."""
    time: Time | None = None
    """From when (an interview) or by when (a card)."""
    until: Time | None = None
    kind: Kind
    interview: str
    """Empty where it is about somebody who takes part in none."""
    person: str | None = None
    """Id of the person it is about, where it is about one."""
    task: str | None = None
    """Id of the promise (`Task`) that it is."""
    title: Words
    """For a line of the agenda: "Best day to ask Initech"."""
    short: Words
    """For a cell of the month: "Best: Initech"."""
    detail: Words
    """The second, quieter half of the line; its text may be empty."""
    why: Words | None = None
    rule: str | None = None
    """The number of the rule it comes from, such as E4."""
    done: bool = False
    due: date | None = None
    """The day it was due where that is not `day`: it is late."""
    last: date | None = None
    """The last day on which it is still the ordinary thing to do, where the rules have one."""

    @property
    def opens(self) -> str:
        """Id of what is looked at when it is opened: the person whom a hello is for, else the interview."""
        if self.person is not None and (is_hello(self) or not self.interview):
            return self.person
        return self.interview


_ORDER = (
    Kind.CARD,
    Kind.INTERVIEW,
    Kind.TASK,
    Kind.FLOOR,
    Kind.BEST,
    Kind.CHECK_IN,
    Kind.KEEP_IN_TOUCH,
    Kind.KIT,
    Kind.OUTCOME,
    Kind.TOUCH,
    Kind.POSTED,
)


def entry_order(entry: Entry) -> tuple[date, int, Time]:
    """Sort key: by day, then what is owed, interviews by time, may ask, best, the rest."""
    return entry.day, _ORDER.index(entry.kind), entry.time or Time()


def entries(
    case: Case, now: datetime, workdays: Workdays, rules: Rules = DEFAULTS, surroundings: Around | None = None
) -> tuple[Entry, ...]:
    """Everything dated about one interview, in order; nothing for a cancelled one. `now` has the user's zone."""
    if case.interview.cancelled:
        return ()
    at = standing(case, now, workdays, rules, surroundings)
    parts = (_kit, _cards, _posted, _tasks, _asking, _touches, _outcome, _hello)
    found = [_interview(at), *(entry for part in parts for entry in part(at))]
    return tuple(sorted(found, key=entry_order))


def hello_entries(
    case: Case, now: datetime, workdays: Workdays, rules: Rules = DEFAULTS, surroundings: Around | None = None
) -> tuple[Entry, ...]:
    """Those of `entries` that are still to be written after a no: thanks (E39), a hello (E41, E42)."""
    return () if case.interview.cancelled else tuple(_hello(standing(case, now, workdays, rules, surroundings)))


def all_entries(
    cases: Sequence[Case], now: datetime, workdays: Workdays, rules: Rules = DEFAULTS, known: Known = NOBODY
) -> tuple[Entry, ...]:
    """The entries of all interviews and of everybody known, in order; rounds and companies are seen together."""
    others = around(cases, known.touches)
    found = [entry for case in cases for entry in entries(case, now, workdays, rules, others.get(case.interview.id))]
    found += people_entries(cases, known, now, workdays, rules)
    return tuple(sorted(one_a_day(found, workdays), key=entry_order))


def people_entries(
    cases: Sequence[Case], known: Known, now: datetime, workdays: Workdays, rules: Rules = DEFAULTS
) -> tuple[Entry, ...]:
    """Hellos by people's own rhythms (E42), and the words with them that were about no interview."""
    found: list[Entry] = []
    names: dict[str, Stay] = {}
    wanted = in_rhythm(cases, known) | {touch.person for touch in known.touches}
    for stay in stays(cases, known, now, workdays, rules, only=wanted):
        names[stay.person.id] = stay
        if stay.hello is not None:
            found.append(_greeting(stay, stay.hello, now.date()))
    found += [_word(touch, names[touch.person]) for touch in known.touches if touch.person in names]
    return tuple(sorted(found, key=entry_order))


def is_hello(entry: Entry) -> bool:
    """True for a hello that is still to be said: a check-in (E41), or by somebody's rhythm (E42)."""
    return entry.rule in ("E41", "E42") and not entry.done


def one_a_day(found: Iterable[Entry], workdays: Workdays) -> tuple[Entry, ...]:
    """The same entries, with hellos (E41, E42) one person a day: what falls on a taken day waits for the next business day."""
    told = tuple(found)
    hellos = [entry for entry in told if is_hello(entry)]
    moved: dict[int, Entry] = {}
    onwards: dict[date, date] = {}
    """Where to look on from a day that is taken: shortened as it is walked, for a long job hunt has thousands of hellos."""
    for entry in sorted(hellos, key=lambda each: (each.day, each.due or each.day, str(each.person))):
        day, passed = entry.day, []
        while day in onwards:
            passed.append(day)
            day = onwards[day]
        following = onwards[day] = workdays.after(day)
        onwards.update(dict.fromkeys(passed, following))
        if day != entry.day:
            moved[id(entry)] = replace(entry, day=day, due=entry.due or entry.day)
    return tuple(moved.get(id(entry), entry) for entry in told)


def _greeting(stay: Stay, hello: Hello, today: date) -> Entry:
    """A hello by somebody's own rhythm; it stands today where its day has passed."""
    values: dict[str, Value] = {"name": stay.person.name}
    case = stay.latest
    return Entry(
        day=max(hello.on, today),
        kind=Kind.KEEP_IN_TOUCH,
        interview=case.interview.id if case is not None else "",
        person=stay.person.id,
        title=Words(QT_TRANSLATE_NOOP("core", "Say hello to {name}"), values),
        short=Words(QT_TRANSLATE_NOOP("core", "Say hello: {name}"), values),
        detail=sentences.plain(stay.company),
        why=stay.why,
        rule=hello.rule,
        due=hello.on if hello.on < today else None,
    )


def _word(touch: Touch, stay: Stay) -> Entry:
    """A word that was about no interview."""
    words = Words(QT_TRANSLATE_NOOP("core", "A word with {name}"), {"name": stay.person.name})
    return Entry(
        day=touch.on,
        kind=Kind.TOUCH,
        interview=stay.latest.interview.id if stay.latest is not None else "",
        person=touch.person,
        title=words,
        short=words,
        detail=sentences.by_channel(stay.company, touch.kind) if stay.company else sentences.NOTHING,
        why=sentences.plain(touch.reason) if touch.reason else None,
        done=True,
    )


def _interview(at: Standing) -> Entry:
    """The interview itself, told in its own zone."""
    interview, case = at.case.interview, at.case
    starts = interview.start.time() if isinstance(interview.start, datetime) else None
    ends = interview.local_end.time() if starts is not None and interview.last_day == interview.day else None
    values: dict[str, Value] = {"company": interview.company, "role": interview.role}
    with_role = QT_TRANSLATE_NOOP("core", "{company}, {role}")
    short = (
        Words(QT_TRANSLATE_NOOP("core", "{time} {company}"), {"time": starts, "company": interview.company})
        if starts is not None
        else sentences.plain(interview.company)
    )
    return Entry(
        day=interview.day,
        time=starts,
        until=ends,
        kind=Kind.INTERVIEW,
        interview=interview.id,
        title=Words(with_role, values) if interview.role else sentences.plain(interview.company),
        short=short,
        detail=sentences.plain(", ".join(person.name for person in case.interviewers)),
        done=at.clock is not None,
    )


def _kit(at: Standing) -> Iterable[Entry]:
    """The kit for the day before: cards, stamps and envelopes to take along (E21)."""
    interview = at.case.interview
    day = interview.day - ONE_DAY
    if interview.starts() <= at.now or day < at.today or interview.outcome is not Outcome.WAITING:
        return
    yield Entry(
        day=day,
        kind=Kind.KIT,
        interview=interview.id,
        title=Words(QT_TRANSLATE_NOOP("core", "Print your kit for {company}"), {"company": interview.company}),
        short=Words(QT_TRANSLATE_NOOP("core", "Print your kit")),
        detail=sentences.kit(len(at.case.interviewers)),
        why=Words(QT_TRANSLATE_NOOP("core", "Cards that are written in the car are posted before you leave town.")),
        rule="E21",
    )


def _cards(at: Standing) -> Iterable[Entry]:
    """The cards that are still owed, as one entry on the day they are due, or today when that has passed (E19, E20)."""
    if at.clock is None or not at.owed:
        return
    due, late = at.clock.post_by, at.clock.promptness is not Promptness.ON_TIME
    chosen = at.clock.rule == etiquette.OWN_CHOICE
    count, company = len(at.owed), at.case.interview.company
    yield Entry(
        day=at.today if late and not chosen else due.date(),
        time=None if late else due.time(),
        kind=Kind.CARD,
        interview=at.case.interview.id,
        person=at.owed[0].id if count == 1 else None,
        title=sentences.cards_to_post(count),
        short=sentences.cards_owed(count, company, None if late else due.time()),
        detail=sentences.owed_and_gone(at),
        why=sentences.why_chosen(at.case.interview) if chosen else sentences.why_now(at.clock),
        rule=at.clock.rule if at.clock.promptness is Promptness.ON_TIME else "E19",
        due=at.clock.due.date() if late and at.clock.due.date() < at.today else None,
    )


def _posted(at: Standing) -> Iterable[Entry]:
    """The cards that went, one entry for each day of posting."""
    days: dict[date, list[Card]] = {}
    for card in at.case.cards:
        if card.state is CardState.POSTED:
            went = card.posted_at.astimezone(at.now.tzinfo).date() if card.posted_at else at.case.interview.last_day
            days.setdefault(went, []).append(card)
    for day, cards in days.items():
        names = [person.name for card in cards if (person := at.case.person(card.person)) is not None]
        yield Entry(
            day=day,
            kind=Kind.POSTED,
            interview=at.case.interview.id,
            person=cards[0].person if len(cards) == 1 else None,
            title=sentences.cards_posted_for(len(cards), at.case.interview.company),
            short=sentences.cards_posted(len(cards)),
            detail=sentences.plain(", ".join(names)),
            done=True,
        )


def _tasks(at: Standing) -> Iterable[Entry]:
    """What was promised with a day: there, or today where the user's own is late; kept ones on the day they were kept."""
    for task in at.case.tasks:
        day = task.done_on or task.due
        if day is None:
            continue
        late = task.mine and task.done_on is None and day < at.today
        title = sentences.task_title(task, at.case)
        yield Entry(
            day=at.today if late else day,
            kind=Kind.TASK,
            interview=at.case.interview.id,
            person=task.person,
            task=task.id,
            title=title,
            short=title,
            detail=sentences.task_detail(task, at.case),
            why=Words(QT_TRANSLATE_NOOP("core", "You promised it by {day}; late is still welcome."), {"day": day})
            if late
            else None,
            done=task.done_on is not None,
            due=day if late else None,
        )


def _asking(at: Standing) -> Iterable[Entry]:
    """The first day to ask and the best one (E4 to E9), or the day to call it "no answer" (E44)."""
    interview = at.case.interview
    values: dict[str, Value] = {"company": interview.company}
    if at.silent is not None:
        yield Entry(
            day=max(at.silent, at.today),
            kind=Kind.OUTCOME,
            interview=interview.id,
            title=Words(QT_TRANSLATE_NOOP("core", "Close {company} as “no answer”?"), values),
            short=Words(QT_TRANSLATE_NOOP("core", "Close {company}?"), values),
            detail=Words(QT_TRANSLATE_NOOP("core", "You can open it again.")),
            why=sentences.why_silent(at.case, at.rules.silence),
            rule="E44",
            due=at.silent if at.silent < at.today else None,
        )
    if at.ask is None:
        return
    person, _ = etiquette.right_person(at.case)
    asked = person.id if person else None
    last = at.workdays.after(interview.last_day, at.rules.normal_without) if at.ask.rule == "E7" else None
    if at.ask.floor != at.ask.best:
        yield Entry(
            day=at.ask.floor,
            kind=Kind.FLOOR,
            interview=interview.id,
            person=asked,
            title=Words(QT_TRANSLATE_NOOP("core", "You may ask {company}"), values),
            short=Words(QT_TRANSLATE_NOOP("core", "May ask: {company}"), values),
            detail=sentences.best_is(at.ask.best, at.today),
            why=at.ask.why,
            rule=at.ask.rule,
            last=last,
        )
    yield Entry(
        day=at.ask.best,
        kind=Kind.BEST,
        interview=interview.id,
        person=asked,
        title=Words(
            QT_TRANSLATE_NOOP("core", "The day you chose to ask {company}")
            if at.ask.rule == etiquette.OWN_CHOICE
            else QT_TRANSLATE_NOOP("core", "Best day to ask {company}"),
            values,
        ),
        short=Words(
            QT_TRANSLATE_NOOP("core", "Ask: {company}")
            if at.ask.rule == etiquette.OWN_CHOICE
            else QT_TRANSLATE_NOOP("core", "Best: {company}"),
            values,
        ),
        detail=sentences.whom_and_how(person, at.rules),
        why=at.ask.why,
        rule="E5" if at.ask.rule in ("E4", "E6") else at.ask.rule,
        last=last,
    )


def _touches(at: Standing) -> Iterable[Entry]:
    """The follow-ups made."""
    for touch in at.case.touches:
        person = at.case.person(touch.person)
        yield Entry(
            day=touch.on,
            kind=Kind.TOUCH,
            interview=at.case.interview.id,
            person=touch.person,
            title=sentences.touched(at.case, touch.on),
            short=sentences.touched(at.case, touch.on),
            detail=sentences.by_channel(person.name if person else "", touch.kind),
            why=sentences.plain(touch.reason) if touch.reason else None,
            done=True,
        )


def _outcome(at: Standing) -> Iterable[Entry]:
    """The day on which the company's or the user's answer came."""
    interview = at.case.interview
    if interview.outcome is Outcome.WAITING or interview.outcome_on is None:
        return
    words = sentences.outcome(interview.outcome, interview.company)
    yield Entry(
        day=interview.outcome_on,
        kind=Kind.OUTCOME,
        interview=interview.id,
        title=words,
        short=words,
        detail=sentences.plain(interview.role),
        done=True,
    )


def _hello(at: Standing) -> Iterable[Entry]:
    """After a no: the thank-you (E39), the check-ins (E41), then keeping in touch (E42)."""
    if at.hello is None:
        return
    interview, hello = at.case.interview, at.hello
    person = to_greet(at.case)
    values: dict[str, Value] = {"company": interview.company, "name": person.name if person else interview.company}
    thanks = hello.rule == "E39"
    yield Entry(
        day=max(hello.on, at.today),
        kind=Kind.CHECK_IN if hello.rule == "E41" else Kind.KEEP_IN_TOUCH,
        interview=interview.id,
        person=person.id if person else None,
        title=Words(
            QT_TRANSLATE_NOOP("core", "A short thank-you to {company}")
            if thanks
            else QT_TRANSLATE_NOOP("core", "Say hello to {name}"),
            values,
        ),
        short=Words(
            QT_TRANSLATE_NOOP("core", "Thank {company}") if thanks else QT_TRANSLATE_NOOP("core", "Say hello: {name}"),
            values,
        ),
        detail=sentences.since_last(interview.company, hello),
        why=sentences.why_hello(interview.company, hello),
        rule=hello.rule,
        due=hello.on if hello.on < at.today else None,
        last=hello.on + timedelta(days=1) if thanks else None,
    )
