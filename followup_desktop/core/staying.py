"""Everybody met or known, and how one stays in touch with each: last touch, rhythm, the next thing and its day.

One person is seen over all their interviews. What is still open at their employer comes first (cards, the answer); after
that thanks (E39), check-ins (E41) and the rhythms (E42, E44). At one employer one person is written to (E14): the others
have a day only where the user gave them a rhythm. Whoever is only known has none by themselves, and the quiet list none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from followup_desktop.core import etiquette, sentences
from followup_desktop.core.etiquette import DEFAULTS, Hello, Rules, Tier
from followup_desktop.core.find import folded
from followup_desktop.core.records import CardState, Case, Channel, Outcome, Person, Touch, Workdays
from followup_desktop.core.rhythm import TIERS, Rhythm, chosen_rhythm, due_on, tag_label, to_greet, works_at
from followup_desktop.core.sentences import NOTHING, near
from followup_desktop.core.standing import Standing, around, standing
from followup_desktop.core.steps.asking import asking, silence
from followup_desktop.core.steps.step import Kind
from followup_desktop.core.steps.thanks import card_in_hand
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words


@dataclass(frozen=True, slots=True)
class Known:
    """What the notebook holds beside the interviews: everybody, and the words that were about no interview."""

    people: tuple[Person, ...] = ()
    touches: tuple[Touch, ...] = ()


NOBODY = Known()
"""Nobody beside those in the interviews."""


class Circle(StrEnum):
    """Where somebody stands among the people, in the order they are shown."""

    NOW = "now"
    COMING = "coming"
    WAITING = "waiting"
    KEEP_IN_TOUCH = "keep-in-touch"
    KNOWN = "known"
    """Only known, without a rhythm."""
    QUIET = "quiet"
    """On the quiet list."""


@dataclass(frozen=True, slots=True)
class Last:
    """The last touch of any kind: its day and what it was ("card posted")."""

    on: date
    how: Words


@dataclass(frozen=True, slots=True)
class Stay:
    """One person, and how one stays in touch with them."""

    person: Person
    cases: tuple[Case, ...]
    """The interviews they had a part in and that were not cancelled, oldest first."""
    last: Last | None
    met: bool
    """False for somebody only known."""
    circle: Circle
    step: Words
    """The next thing in a few words: "Say hello from Thu 17 Dec"; empty where there is none."""
    kind: Kind | None = None
    """Which look the step has; None: a quiet wait."""
    due: date | None = None
    """The day of the step."""
    why: Words = NOTHING
    rule: str = ""
    rhythm: Rhythm | None = None
    """How often they are said hello to; None where nothing says so."""
    hello: Hello | None = None
    """The hello that is due by their own rhythm, where their interviews do not speak of it already."""

    @property
    def company(self) -> str:
        """Where they work, as far as is known: a change of employer stands in the person."""
        return self.person.company or (self.cases[-1].interview.company if self.cases else "")

    @property
    def latest(self) -> Case | None:
        """The last interview they had a part in."""
        return self.cases[-1] if self.cases else None


@dataclass(frozen=True, slots=True)
class _View:
    """What one look at everything is made with."""

    now: datetime
    workdays: Workdays
    rules: Rules
    at: Callable[[Case], Standing]

    @property
    def today(self) -> date:
        return self.now.date()


def stays(
    cases: Sequence[Case],
    known: Known,
    now: datetime,
    workdays: Workdays,
    rules: Rules = DEFAULTS,
    only: Collection[str] | None = None,
) -> tuple[Stay, ...]:
    """Everybody who takes part in an interview or is known, or those of `only` (ids), in the notebook's order."""
    if only is not None and not only:
        return ()
    others = around(cases, known.touches)
    made: dict[str, Standing] = {}

    def at(case: Case) -> Standing:
        if case.interview.id not in made:
            made[case.interview.id] = standing(case, now, workdays, rules, others.get(case.interview.id))
        return made[case.interview.id]

    people = {person.id: person for person in known.people}
    took: dict[str, list[Case]] = {}
    for case in sorted(cases, key=lambda each: each.interview.starts()):
        for person in case.people:
            people.setdefault(person.id, person)
            if not case.interview.cancelled:
                took.setdefault(person.id, []).append(case)
    loose: dict[str, list[Touch]] = {}
    for touch in known.touches:
        loose.setdefault(touch.person, []).append(touch)
    view = _View(now, workdays, rules, at)
    wanted = people if only is None else {key: people[key] for key in people if key in only}
    return tuple(_stay(person, took.get(key, []), loose.get(key, []), view) for key, person in wanted.items())


def in_rhythm(cases: Sequence[Case], known: Known) -> frozenset[str]:
    """Ids of those who may have a hello of their own: by a rhythm the user gave them, or because they helped (E42)."""
    everybody = (*known.people, *(person for case in cases for person in case.people))
    chosen = {person.id for person in everybody if chosen_rhythm(person) is not None}
    return frozenset(chosen | {case.interview.referred_by for case in cases if case.interview.referred_by is not None})


def _stay(person: Person, cases: Sequence[Case], loose: Sequence[Touch], view: _View) -> Stay:
    """What is open at their employer, else how to keep in touch."""
    last = last_touch(person, cases, loose, view.now)
    led = [case for case in cases if person in case.interviewers]
    met = any(etiquette.met(case, view.now) for case in led) if led else person.met
    plain = Stay(person, tuple(cases), last, met, Circle.KNOWN, NOTHING, rhythm=chosen_rhythm(person) or _given(person, cases))
    for case in reversed(cases):
        found = _open(plain, view.at(case))
        if found is not None:
            return found
    if person.quiet:
        return _with(plain, Circle.QUIET, Words(QT_TRANSLATE_NOOP("core", "On the quiet list")))
    for case in reversed(cases):
        found = _after_no(plain, view.at(case))
        if found is not None:
            return found
    return _by_rhythm(plain, view)


def _with(
    stay: Stay,
    circle: Circle,
    step: Words,
    kind: Kind | None = None,
    due: date | None = None,
    why: Words = NOTHING,
    rule: str = "",
) -> Stay:
    """That person with what comes next."""
    return replace(stay, circle=circle, step=step, kind=kind, due=due, why=why, rule=rule)


def _given(person: Person, cases: Sequence[Case]) -> Rhythm | None:
    """The rhythm by the rules of somebody to whom the user gave none: who put the user's name forward is B (E42)."""
    return TIERS[Tier.B] if any(case.interview.referred_by == person.id for case in cases) else None


# What is open


def _open(stay: Stay, at: Standing) -> Stay | None:
    """A card that is owed, an interview ahead, an answer that is awaited; None where that interview is done with."""
    case, person = at.case, stay.person
    card = card_in_hand(at, person.id)
    if card is not None:
        return _card(stay, at)
    if case.interview.outcome is Outcome.OFFER:
        return _with(
            stay, Circle.NOW, Words(QT_TRANSLATE_NOOP("core", "Answer their offer")), Kind.OUTCOME, case.interview.outcome_on
        )
    if case.interview.outcome is not Outcome.WAITING or at.around.later is not None or person.id == case.interview.referred_by:
        return None
    if at.clock is None:
        words = (
            QT_TRANSLATE_NOOP("core", "Interview today"),
            QT_TRANSLATE_NOOP("core", "Interview tomorrow"),
            QT_TRANSLATE_NOOP("core", "Interview on {day}"),
        )
        day = max(case.interview.day, at.today)
        return _with(stay, Circle.COMING, near(day, at.today, words), Kind.INTERVIEW, day)
    return _awaited(stay, at)


def _card(stay: Stay, at: Standing) -> Stay:
    """Whose card is not in the post yet (E19)."""
    assert at.clock is not None
    written = at.case.card(stay.person.id).state is not CardState.TO_WRITE
    why, due = sentences.why_now(at.clock), at.clock.post_by
    if at.clock.promptness is not etiquette.Promptness.ON_TIME:
        late = (
            QT_TRANSLATE_NOOP("core", "Post the card, late but welcome")
            if written
            else QT_TRANSLATE_NOOP("core", "Write the card, late but welcome")
        )
        return _with(stay, Circle.NOW, Words(late), Kind.CARD, at.clock.due.date(), why, "E19")
    words = (
        (
            QT_TRANSLATE_NOOP("core", "Post the card by {time}"),
            QT_TRANSLATE_NOOP("core", "Post the card by {time} tomorrow"),
            QT_TRANSLATE_NOOP("core", "Post the card by {day}"),
        )
        if written
        else (
            QT_TRANSLATE_NOOP("core", "Write the card by {time}"),
            QT_TRANSLATE_NOOP("core", "Write the card by {time} tomorrow"),
            QT_TRANSLATE_NOOP("core", "Write the card by {day}"),
        )
    )
    step = sentences.by_moment(due, at.today, words)
    return _with(stay, Circle.NOW, step, Kind.CARD, due.date(), why, at.clock.rule)


def _awaited(stay: Stay, at: Standing) -> Stay:
    """Whom to ask, and from when (E4 to E12); the others wait beside them."""
    right, whom = etiquette.right_person(at.case)
    if right is not None and right.id != stay.person.id:
        words = Words(QT_TRANSLATE_NOOP("core", "Ask {name} instead"), {"name": right.name})
        return _with(stay, Circle.WAITING, words, why=whom, rule="E12")
    found = next((step for step in (*asking(at), *silence(at))), None)
    if found is None or at.ask is None or at.today >= at.ask.floor:
        is_now = found is not None and found.button != NOTHING
        step = found.short if found else Words(QT_TRANSLATE_NOOP("core", "Waiting for their answer"))
        why = found.reason if found else NOTHING
        return _with(
            stay, Circle.NOW if is_now else Circle.WAITING, step, found.kind if found else None, found.due if found else None, why
        )
    shorts = (
        QT_TRANSLATE_NOOP("core", "Not before today"),
        QT_TRANSLATE_NOOP("core", "Not before tomorrow"),
        QT_TRANSLATE_NOOP("core", "Not before {day}"),
    )
    return _with(stay, Circle.WAITING, near(at.ask.floor, at.today, shorts), None, at.ask.floor, at.ask.why, at.ask.rule)


# Afterwards


def _after_no(stay: Stay, at: Standing) -> Stay | None:
    """Thanks, a check-in or a hello for the whole employer, from the one person who is written to (E14, E39 to E42)."""
    hello, today = at.hello, at.today
    is_there = works_at(stay.person, at.case.interview.company) or etiquette.from_agency(stay.person, at.case.interview)
    if hello is None or not is_there:
        return None
    person = to_greet(at.case)
    if person is None or person.id != stay.person.id:
        if stay.rhythm is not None or person is None or stay.person not in at.case.interviewers:
            return None
        words = Words(QT_TRANSLATE_NOOP("core", "{name} hears from you"), {"name": person.name})
        why = Words(QT_TRANSLATE_NOOP("core", "One person at {company} is enough."), {"company": at.case.interview.company})
        return _with(stay, Circle.KEEP_IN_TOUCH, words, why=why, rule="E14")
    why = sentences.why_hello(at.case.interview.company, hello)
    circle = Circle.NOW if hello.on <= today else Circle.KEEP_IN_TOUCH
    if hello.rule == "E39":
        thanks = (
            QT_TRANSLATE_NOOP("core", "Thank them today"),
            QT_TRANSLATE_NOOP("core", "Chocolate today, thanks tomorrow"),
            QT_TRANSLATE_NOOP("core", "Thank them on {day}"),
        )
        return _with(stay, circle, near(max(hello.on, today), today, thanks), Kind.KEEP_IN_TOUCH, hello.on, why, "E39")
    kind = Kind.CHECK_IN if hello.rule == "E41" else Kind.KEEP_IN_TOUCH
    found = _with(stay, circle, _say_hello(hello.on, today), kind, hello.on, why, hello.rule)
    return replace(found, rhythm=stay.rhythm or TIERS[Tier.C])


def _say_hello(on: date, today: date) -> Words:
    shorts = (
        QT_TRANSLATE_NOOP("core", "Say hello today"),
        QT_TRANSLATE_NOOP("core", "Say hello from tomorrow"),
        QT_TRANSLATE_NOOP("core", "Say hello from {day}"),
    )
    return near(max(on, today), today, shorts)


def _by_rhythm(stay: Stay, view: _View) -> Stay:
    """E42: so long after the last touch of any kind. Without one, from today on."""
    rhythm = stay.rhythm
    if rhythm is None:
        circle = Circle.KEEP_IN_TOUCH if stay.met else Circle.KNOWN
        return _with(stay, circle, NOTHING)
    last = stay.last.on if stay.last else None
    on = due_on(rhythm, last, view.workdays) if last else view.workdays.after(view.today)
    hello = Hello(on, "E42", last or view.today)
    values: dict[str, Value] = {"rhythm": str(rhythm.words), "last": hello.last, "tag": tag_label(rhythm.tag), "on": on}
    why = Words(QT_TRANSLATE_NOOP("core", "Last touch {last}; their rhythm is {rhythm}."), values)
    if last is None:
        why = Words(QT_TRANSLATE_NOOP("core", "No touch is noted yet; their rhythm is {rhythm}."), values)
    elif rhythm.tag:
        why = Words(QT_TRANSLATE_NOOP("core", "Last touch {last}; the rhythm of {tag} is {rhythm}."), values)
    elif chosen_rhythm(stay.person) is None:
        why = Words(
            QT_TRANSLATE_NOOP("core", "They put your name forward. Last touch {last}; {rhythm} is a friendly rhythm."),
            values,
        )
    circle = Circle.NOW if on <= view.today else Circle.KEEP_IN_TOUCH
    return replace(_with(stay, circle, _say_hello(on, view.today), Kind.KEEP_IN_TOUCH, on, why, "E42"), hello=hello)


# The last touch


_TOUCHED = {
    Channel.CALL: QT_TRANSLATE_NOOP("core", "by phone"),
    Channel.EMAIL: QT_TRANSLATE_NOOP("core", "by e-mail"),
    Channel.LETTER: QT_TRANSLATE_NOOP("core", "by letter"),
    Channel.VISIT: QT_TRANSLATE_NOOP("core", "in person"),
}
_ASKED = {
    Channel.CALL: QT_TRANSLATE_NOOP("core", "asked by phone"),
    Channel.EMAIL: QT_TRANSLATE_NOOP("core", "asked by e-mail"),
    Channel.LETTER: QT_TRANSLATE_NOOP("core", "asked by letter"),
    Channel.VISIT: QT_TRANSLATE_NOOP("core", "asked in person"),
}
_THANKED = {
    Channel.CALL: QT_TRANSLATE_NOOP("core", "thanked by phone"),
    Channel.EMAIL: QT_TRANSLATE_NOOP("core", "thanked by e-mail"),
    Channel.LETTER: QT_TRANSLATE_NOOP("core", "thanked by letter"),
    Channel.VISIT: QT_TRANSLATE_NOOP("core", "thanked in person"),
}


def last_touch(person: Person, cases: Iterable[Case], loose: Iterable[Touch], now: datetime) -> Last | None:
    """The last touch of any kind up to `now` (E42): the interview, a card posted, thanks by e-mail, a follow-up, a word."""
    found: list[tuple[date, int, Words]] = [(touch.on, 2, Words(_TOUCHED[touch.kind])) for touch in loose]
    for case in cases:
        interview, card = case.interview, case.card(person.id)
        if person.id in interview.people and etiquette.met(case, now):
            found.append((interview.last_day, 0, _met_how(interview.place)))
        if card.state is CardState.POSTED and card.posted_at is not None:
            found.append((card.posted_at.astimezone(now.tzinfo).date(), 1, Words(QT_TRANSLATE_NOOP("core", "card posted"))))
        if card.emailed_on is not None:
            found.append((card.emailed_on, 1, Words(_THANKED[Channel.EMAIL])))
        mine = (touch for touch in case.touches if touch.person == person.id)
        found += [(touch.on, 2, Words(_SORTS[touch_sort(case, touch)][touch.kind])) for touch in mine]
    past = [each for each in found if each[0] <= now.date()]
    last = max(past, key=lambda each: each[:2], default=None)
    return Last(last[0], last[2]) if last else None


class TouchSort(StrEnum):
    """What a follow-up was for."""

    ASKED = "asked"
    THANKED = "thanked"
    """Thanks after the no (E39)."""
    WORD = "word"


def touch_sort(case: Case, touch: Touch) -> TouchSort:
    """What a follow-up was: a question while it was open, thanks after the no, or a word."""
    ended = case.interview.outcome_on
    if ended is None or touch.on <= ended:
        return TouchSort.ASKED
    if case.interview.outcome is Outcome.REJECTED:
        since = etiquette.occasions(each for each in case.touches if each.on > ended)
        return TouchSort.THANKED if touch in since[0] else TouchSort.WORD
    return TouchSort.WORD


_SORTS = {TouchSort.ASKED: _ASKED, TouchSort.THANKED: _THANKED, TouchSort.WORD: _TOUCHED}


def _met_how(place: str) -> Words:
    """How an interview met them, as far as its place says so."""
    told = place.lower()
    if any(part in told for part in ("video", "zoom", "teams", "meet.google", "webex", "online", "http")):
        return Words(QT_TRANSLATE_NOOP("core", "met by video"))
    if any(part in told for part in ("phone", "call", "tel:")):
        return Words(QT_TRANSLATE_NOOP("core", "met by phone"))
    return Words(QT_TRANSLATE_NOOP("core", "met"))


# A new opening


def known_at(company: str, cases: Iterable[Case], people: Iterable[Person]) -> tuple[Person, ...]:
    """Who is known at that company: those who work there now, then those who interviewed there and may have moved on."""
    wanted = folded(company)
    if not wanted:
        return ()
    here = {person.id: person for person in people if folded(person.company) == wanted}
    for case in cases:
        if folded(case.interview.company) == wanted:
            for person in case.interviewers:
                here.setdefault(person.id, person)
    return tuple(here.values())
