"""The one next step: what the user can do now that is most useful, and why. A pure function of all that is noted.

Each interview offers its steps with a `Rank`; the lowest rank that was not put off is next. Nothing is ever urged
twice: a step put off (`Later`) stays away until then, one left for good does not come back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum

from followup_desktop.core import etiquette, sentences
from followup_desktop.core.etiquette import DEFAULTS, ONE_DAY, Promptness, Rules
from followup_desktop.core.records import CardState, Case, Later, Outcome, Person, Workdays
from followup_desktop.core.sentences import NOTHING, called
from followup_desktop.core.standing import Around, Standing, around, standing
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words

DEBRIEF_WHILE_FRESH = timedelta(hours=3)
"""So long after its end, an interview without notes comes before everything else."""
DEBRIEF_AT_ALL = timedelta(days=7)
"""So long after its end a debrief is still suggested."""
SOON = timedelta(hours=2)
"""So long before its start, an interview comes before everything else."""
STALE_CARD = timedelta(days=30)
"""A card that is older is still welcome (E19), but everything else comes first."""


class Does(StrEnum):
    """What the step's button does."""

    ADD = "add"
    DEBRIEF = "debrief"
    WRITE = "write"
    PRINT = "print"
    POST = "post"
    ASK = "ask"
    KIT = "kit"
    OPEN = "open"
    NOTHING = "nothing"


class Kind(StrEnum):
    """What an entry of the calendar is, and which look a step has."""

    INTERVIEW = "interview"
    CARD = "card"
    """Cards owed."""
    POSTED = "posted"
    FLOOR = "floor"
    BEST = "best"
    CHECK_IN = "check-in"
    KEEP_IN_TOUCH = "keep-in-touch"
    KIT = "kit"
    OUTCOME = "outcome"
    TOUCH = "touch"


class Rank(IntEnum):
    """What comes first, when several things could be next."""

    STARTING = 0
    JUST_ENDED = 1
    CARDS = 2
    DEBRIEF = 3
    KIT = 4
    BEST_DAY = 5
    TODAY = 6
    LATE_CARDS = 7
    MAY_ASK = 8
    ANSWER = 9
    """An offer or a no that is not answered yet."""
    HELLO = 10
    SILENCE = 11
    CHOCOLATE = 12
    OLD_CARDS = 13
    COMING = 14
    """From here on nothing is to be done now."""
    QUIET = 15
    OVER = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """A step: the act in bold, the reason beside it, one button."""

    key: str
    """Names this very step, to put it off (`Later.id`)."""
    act: Words
    reason: Words
    does: Does
    button: Words
    """Empty where there is nothing to press."""
    interview: str | None = None
    person: str | None = None
    due: date | None = None
    short: Words = NOTHING
    """The second line of the interview's row in the list: "Write 2 cards by 17:00"."""
    kind: Kind | None = None
    """Which look the row has (icon and colour); None: a quiet wait."""
    rank: Rank = Rank.OVER


def next_step(
    cases: Sequence[Case], now: datetime, workdays: Workdays, later: Sequence[Later] = (), rules: Rules = DEFAULTS
) -> Next:
    """The one next step at that moment. `later` are the steps put off; those whose time has come count again."""
    if not cases:
        return _first_interview()
    hidden = {each.id for each in later if each.until is None or each.until > now}
    others = around(cases)
    best: Next | None = None
    coming: Case | None = None
    for case in cases:
        at = standing(case, now, workdays, rules, others.get(case.interview.id))
        step = next((step for step in steps(at) if step.key not in hidden), None)
        if step is not None and step.rank < Rank.COMING and (best is None or _order(step) < _order(best)):
            best = step
        if _is_coming(case, now) and (coming is None or case.interview.starts() < coming.interview.starts()):
            coming = case
    return best or _nothing_now(cases, now, workdays, rules, coming, hidden)


def case_step(case: Case, now: datetime, workdays: Workdays, rules: Rules = DEFAULTS, surroundings: Around | None = None) -> Next:
    """The step of one interview: its row's second line, whether put off or not."""
    return next(steps(standing(case, now, workdays, rules, surroundings)))


def person_step(
    case: Case,
    person: str,
    now: datetime,
    workdays: Workdays,
    rules: Rules = DEFAULTS,
    surroundings: Around | None = None,
) -> Next:
    """The step while that person's card is in hand (the studio): print it, post it, else the interview's step."""
    at = standing(case, now, workdays, rules, surroundings)
    owed = next((each for each in at.owed if each.id == person), None)
    if owed is None:
        return next(steps(at))
    state = case.card(person).state
    if state is CardState.PRINTED:
        return _post(at, (owed,))
    if state is CardState.DRAFTED:
        first = (owed, *(each for each in at.owed if each.id != person and case.card(each.id).state is not CardState.PRINTED))
        return _print(at, first)
    return _write(at, (owed,))


def steps(at: Standing) -> Iterator[Next]:
    """Every step that interview offers now, the most useful first; the last one is always there."""
    found = [step for offer in _OFFERS for step in offer(at)]
    yield from sorted(found, key=_order)
    yield _over(at)


def _order(step: Next) -> tuple[int, date]:
    """Sort key of steps: rank, then what is due first."""
    return step.rank, step.due or date.max


def _is_coming(case: Case, now: datetime) -> bool:
    """True when the interview lies ahead and stands."""
    return not case.interview.cancelled and case.interview.outcome is Outcome.WAITING and case.interview.starts() > now


def _values(at: Standing, **more: Value) -> dict[str, Value]:
    """The values that nearly every sentence needs."""
    return {"company": at.case.interview.company, **more}


# Before


def _before(at: Standing) -> Iterable[Next]:
    """An interview ahead: the kit on the day before, then the day itself."""
    interview = at.case.interview
    if interview.cancelled or at.clock is not None or interview.outcome is not Outcome.WAITING:
        return
    if at.today >= interview.day or interview.starts() - at.now <= SOON:
        yield _its_day(at)
    elif (interview.day - at.today).days == 1:
        yield _kit_now(at)
    else:
        yield _coming(at)


def _its_day(at: Standing) -> Next:
    """The day of the interview: what to take along and what to ask (E1, E2)."""
    interview = at.case.interview
    running, soon = interview.starts() <= at.now, interview.starts() - at.now <= SOON
    starts = interview.start.time() if isinstance(interview.start, datetime) else None
    values = _values(at, time=starts or "")
    if running:
        act = Words(QT_TRANSLATE_NOOP("core", "{company} is now."), values)
        short = Words(QT_TRANSLATE_NOOP("core", "Now"))
    elif starts is None:
        act = Words(QT_TRANSLATE_NOOP("core", "{company} is today."), values)
        short = Words(QT_TRANSLATE_NOOP("core", "Today"))
    else:
        act = Words(QT_TRANSLATE_NOOP("core", "{company} is today at {time}."), values)
        short = Words(QT_TRANSLATE_NOOP("core", "Today at {time}"), values)
    return Next(
        key=f"open:{interview.id}:{interview.day}",
        act=act,
        reason=Words(QT_TRANSLATE_NOOP("core", "Ask when they decide, and whether you may follow up.")),
        does=Does.OPEN,
        button=Words(QT_TRANSLATE_NOOP("core", "Open")),
        interview=interview.id,
        due=interview.day,
        short=short,
        kind=Kind.INTERVIEW,
        rank=Rank.STARTING if running or soon else Rank.TODAY,
    )


def _kit_now(at: Standing) -> Next:
    """LOOK, sentence 8: the evening before."""
    interview = at.case.interview
    starts = interview.start.time() if isinstance(interview.start, datetime) else None
    timed = QT_TRANSLATE_NOOP("core", "The interview is tomorrow at {time}.")
    return Next(
        key=f"kit:{interview.id}:{interview.day}",
        act=Words(QT_TRANSLATE_NOOP("core", "Print your kit for {company}."), _values(at)),
        reason=Words(timed, {"time": starts})
        if starts is not None
        else Words(QT_TRANSLATE_NOOP("core", "The interview is tomorrow.")),
        does=Does.KIT,
        button=Words(QT_TRANSLATE_NOOP("core", "Print kit")),
        interview=interview.id,
        due=interview.day - ONE_DAY,
        short=Words(QT_TRANSLATE_NOOP("core", "Print your kit today")),
        kind=Kind.KIT,
        rank=Rank.KIT,
    )


def _coming(at: Standing) -> Next:
    """Days before: when the kit is due."""
    interview = at.case.interview
    day = interview.day - ONE_DAY
    words = (
        QT_TRANSLATE_NOOP("core", "Print your kit today"),
        QT_TRANSLATE_NOOP("core", "Print your kit tomorrow"),
        QT_TRANSLATE_NOOP("core", "Print your kit on {day}"),
    )
    return Next(
        key=f"coming:{interview.id}:{interview.day}",
        act=Words(QT_TRANSLATE_NOOP("core", "{company} is on {day}."), _values(at, day=interview.day)),
        reason=sentences.near(day, at.today, words),
        does=Does.OPEN,
        button=Words(QT_TRANSLATE_NOOP("core", "Open")),
        interview=interview.id,
        due=day,
        short=sentences.near(day, at.today, words),
        kind=Kind.KIT,
        rank=Rank.COMING,
    )


# Just afterwards


def _debrief(at: Standing) -> Iterable[Next]:
    """LOOK, sentence 2: nothing noted yet, and the memory is fresh."""
    case, interview = at.case, at.case.interview
    begun = case.notes or case.promises or any(card.state is not CardState.TO_WRITE for card in case.cards)
    if at.clock is None or begun or interview.outcome is not Outcome.WAITING or at.now - at.clock.ended > DEBRIEF_AT_ALL:
        return
    fresh = at.now - at.clock.ended <= DEBRIEF_WHILE_FRESH
    act = (
        QT_TRANSLATE_NOOP("core", "Tell me about {company} while it is fresh.")
        if fresh or at.clock.ended.date() == at.today
        else QT_TRANSLATE_NOOP("core", "Tell me about {company} before it fades.")
    )
    yield Next(
        key=f"debrief:{interview.id}",
        act=Words(act, _values(at)),
        reason=_ended_ago(at.clock.ended, at.now),
        does=Does.DEBRIEF,
        button=Words(QT_TRANSLATE_NOOP("core", "Debrief")),
        interview=interview.id,
        due=at.clock.ended.date(),
        short=Words(QT_TRANSLATE_NOOP("core", "Tell me about it")),
        kind=Kind.INTERVIEW,
        rank=Rank.JUST_ENDED if fresh else Rank.DEBRIEF,
    )


def _ended_ago(ended: datetime, now: datetime) -> Words:
    """How long ago it ended, in minutes, hours or days."""
    minutes = int((now - ended).total_seconds() // 60)
    days = (now.date() - ended.date()).days
    if minutes < 2:  # noqa: PLR2004  (a minute ago is just now)
        return Words(QT_TRANSLATE_NOOP("core", "It has just ended; five minutes are enough."))
    if minutes < 60:  # noqa: PLR2004  (an hour)
        return Words(QT_TRANSLATE_NOOP("core", "It ended {count} minutes ago; five minutes are enough."), {"count": minutes})
    if minutes < 120:  # noqa: PLR2004  (two hours)
        return Words(QT_TRANSLATE_NOOP("core", "It ended an hour ago; five minutes are enough."))
    if days == 0:
        return Words(QT_TRANSLATE_NOOP("core", "It ended {count} hours ago; five minutes are enough."), {"count": minutes // 60})
    if days == 1:
        return Words(QT_TRANSLATE_NOOP("core", "It ended yesterday; five minutes are enough."))
    return Words(QT_TRANSLATE_NOOP("core", "It ended on {day}; five minutes are enough."), {"day": ended.date()})


def _cards(at: Standing) -> Iterable[Next]:
    """The cards owed: write them, else print them, else post them."""
    if at.clock is None or not at.owed:
        return
    state = {person.id: at.case.card(person.id).state for person in at.owed}
    unprinted = tuple(person for person in at.owed if state[person.id] is not CardState.PRINTED)
    if any(state[person.id] is CardState.TO_WRITE for person in unprinted):
        yield _write(at, unprinted)
    elif unprinted:
        yield _print(at, unprinted)
    else:
        yield _post(at, at.owed)


def _card_rank(at: Standing) -> Rank:
    """On time or late by a day: first; later ones wait behind what has its day today."""
    if at.clock is None or at.clock.promptness is not Promptness.OVERDUE:
        return Rank.CARDS
    return Rank.LATE_CARDS if at.now - at.clock.ended <= STALE_CARD else Rank.OLD_CARDS


def _card_next(at: Standing, people: Sequence[Person], does: Does, words: tuple[Words, Words, Words, Words]) -> Next:
    """A step about cards; `words` are act, reason, button and the row's line."""
    interview = at.case.interview
    return Next(
        key=f"{does.value}:{interview.id}:{'.'.join(sorted(person.id for person in people))}",
        act=words[0],
        reason=words[1],
        does=does,
        button=words[2],
        interview=interview.id,
        person=people[0].id if people else None,
        due=at.clock.due.date() if at.clock else None,
        short=words[3],
        kind=Kind.CARD,
        rank=_card_rank(at),
    )


def _missed(at: Standing) -> bool:
    """True when the moment to post by has passed."""
    return at.clock is not None and at.clock.due < at.now


def _write(at: Standing, people: Sequence[Person]) -> Next:
    """LOOK, sentence 1."""
    count, one = len(people), len(people) == 1
    values = _values(at, count=count, name=people[0].name)
    due = at.clock.due if at.clock else at.now
    act = (
        QT_TRANSLATE_NOOP("core", "Write a card to {name}.")
        if one
        else QT_TRANSLATE_NOOP("core", "Write {count} cards for {company}.")
    )
    late = (
        QT_TRANSLATE_NOOP("core", "Write 1 card, late but welcome")
        if one
        else QT_TRANSLATE_NOOP("core", "Write {count} cards, late but welcome")
    )
    shorts = (
        (
            QT_TRANSLATE_NOOP("core", "Write 1 card by {time}"),
            QT_TRANSLATE_NOOP("core", "Write 1 card by {time} tomorrow"),
            QT_TRANSLATE_NOOP("core", "Write 1 card by {day}"),
        )
        if one
        else (
            QT_TRANSLATE_NOOP("core", "Write {count} cards by {time}"),
            QT_TRANSLATE_NOOP("core", "Write {count} cards by {time} tomorrow"),
            QT_TRANSLATE_NOOP("core", "Write {count} cards by {day}"),
        )
    )
    missed = _missed(at)
    return _card_next(
        at,
        people,
        Does.WRITE,
        (
            Words(act, values),
            sentences.still_waiting(people) if missed else sentences.waiting_until(people, due, at.today),
            Words(QT_TRANSLATE_NOOP("core", "Write card") if one else QT_TRANSLATE_NOOP("core", "Write cards")),
            Words(late, values) if missed else sentences.by_when(shorts, due, at.today, values),
        ),
    )


def _print(at: Standing, people: Sequence[Person]) -> Next:
    """LOOK, sentence 3: everything is drafted, the first one is in hand."""
    count, one = len(people), len(people) == 1
    values = _values(at, count=count, more=count - 1, name=called(people[0]), other=people[1].name if count > 1 else "")
    if one:
        reason = sentences.why_now(at.clock) if at.clock else NOTHING
    elif count == 2:  # noqa: PLR2004  (the second is named)
        reason = Words(QT_TRANSLATE_NOOP("core", "Then one more, for {other}."), values)
    else:
        reason = Words(QT_TRANSLATE_NOOP("core", "Then {more} more, first for {other}."), values)
    return _card_next(
        at,
        people,
        Does.PRINT,
        (
            Words(QT_TRANSLATE_NOOP("core", "Print {name}’s card and sign it."), values),
            reason,
            Words(QT_TRANSLATE_NOOP("core", "Print")),
            Words(QT_TRANSLATE_NOOP("core", "Print 1 card") if one else QT_TRANSLATE_NOOP("core", "Print {count} cards"), values),
        ),
    )


def _post(at: Standing, people: Sequence[Person]) -> Next:
    """LOOK, sentences 4 and 5: everything is printed."""
    count, one = len(people), len(people) == 1
    values = _values(at, count=count, name=people[0].name)
    due = at.clock.due if at.clock else at.now
    if _missed(at):
        act = (
            QT_TRANSLATE_NOOP("core", "Post the card to {name}.")
            if one
            else QT_TRANSLATE_NOOP("core", "Post {count} cards for {company}.")
        )
        reason = _days_old(at, one=one)
        short = (
            QT_TRANSLATE_NOOP("core", "Post 1 card, late but welcome")
            if one
            else QT_TRANSLATE_NOOP("core", "Post {count} cards, late but welcome")
        )
        line = Words(short, values)
    else:
        act = (
            QT_TRANSLATE_NOOP("core", "Post the card to {name}")
            if one
            else QT_TRANSLATE_NOOP("core", "Post {count} cards for {company}")
        )
        reasons = (
            QT_TRANSLATE_NOOP("core", "before you leave town."),
            QT_TRANSLATE_NOOP("core", "by {time} tomorrow."),
            QT_TRANSLATE_NOOP("core", "by {time} on {day}."),
        )
        reason = sentences.by_when(reasons, due, at.today, {})
        shorts = (
            QT_TRANSLATE_NOOP("core", "Post {count} by {time}"),
            QT_TRANSLATE_NOOP("core", "Post {count} by {time} tomorrow"),
            QT_TRANSLATE_NOOP("core", "Post {count} by {day}"),
        )
        line = sentences.by_when(shorts, due, at.today, values)
    return _card_next(
        at, people, Does.POST, (Words(act, values), reason, Words(QT_TRANSLATE_NOOP("core", "Mark as posted")), line)
    )


def _days_old(at: Standing, *, one: bool) -> Words:
    """LOOK, sentence 5: how old the thanks are (E19: never too late)."""
    from followup_desktop.core.dates import number

    days = (at.today - at.clock.ended.date()).days if at.clock else 0
    values: dict[str, Value] = {"count": number(days)}
    if days <= 1:
        return Words(
            QT_TRANSLATE_NOOP("core", "It is a day old, and still welcome.")
            if one
            else QT_TRANSLATE_NOOP("core", "They are a day old, and still welcome.")
        )
    return Words(
        QT_TRANSLATE_NOOP("core", "It is {count} days old, and still welcome.")
        if one
        else QT_TRANSLATE_NOOP("core", "They are {count} days old, and still welcome."),
        values,
    )


# Waiting


def _asking(at: Standing) -> Iterable[Next]:
    """LOOK, sentences 6, 7, 11 and 42: wait, may ask, ask today."""
    if at.ask is None:
        return
    if at.today < at.ask.floor:
        yield _quiet(at)
    elif not at.workdays.is_workday(at.today):
        yield _ask_on_workday(at)
    elif at.today < at.ask.best:
        yield _may_ask(at)
    else:
        yield _ask_today(at)


def _ask(at: Standing, act: Words, reason: Words, short: Words, *, day: date, kind: Kind, rank: Rank) -> Next:
    """A step to ask the company how things stand."""
    interview = at.case.interview
    person, _ = etiquette.right_person(at.case)
    return Next(
        key=f"ask:{interview.id}:{len(at.case.touches)}:{kind.value}",
        act=act,
        reason=reason,
        does=Does.ASK,
        button=Words(QT_TRANSLATE_NOOP("core", "Ask")),
        interview=interview.id,
        person=person.id if person else None,
        due=day,
        short=short,
        kind=kind,
        rank=rank,
    )


def _may_ask(at: Standing) -> Next:
    """LOOK, sentence 6: allowed, but a better day comes."""
    best, floor = (at.ask.best, at.ask.floor) if at.ask else (at.today, at.today)
    promise = at.case.promise
    latest = promise.latest if promise is not None and at.ask is not None and at.ask.rule in ("E4", "E6") else None
    if latest is not None:
        reasons = (
            QT_TRANSLATE_NOOP("core", "Today is best: they said by {latest}."),
            QT_TRANSLATE_NOOP("core", "Tomorrow is better: they said by {latest}."),
            QT_TRANSLATE_NOOP("core", "{day} is better: they said by {latest}."),
        )
    else:
        reasons = (
            QT_TRANSLATE_NOOP("core", "Today is best."),
            QT_TRANSLATE_NOOP("core", "Tomorrow is better."),
            QT_TRANSLATE_NOOP("core", "{day} is better."),
        )
    shorts = (
        QT_TRANSLATE_NOOP("core", "May ask today"),
        QT_TRANSLATE_NOOP("core", "May ask today, best tomorrow"),
        QT_TRANSLATE_NOOP("core", "May ask today, best {day}"),
    )
    return _ask(
        at,
        Words(QT_TRANSLATE_NOOP("core", "You may ask {company} today."), _values(at)),
        sentences.near(best, at.today, reasons, {"latest": latest} if latest else {}),
        sentences.near(best, at.today, shorts),
        day=floor,
        kind=Kind.FLOOR,
        rank=Rank.MAY_ASK,
    )


def _ask_today(at: Standing) -> Next:
    """LOOK, sentence 7 on the best day, 42 after it."""
    best = at.ask.best if at.ask else at.today
    person, _ = etiquette.right_person(at.case)
    if best == at.today:
        reason, short = sentences.whom_and_how(person, at.rules), Words(QT_TRANSLATE_NOOP("core", "Ask today, the best day"))
    elif best == at.today - ONE_DAY:
        reason = Words(QT_TRANSLATE_NOOP("core", "The best day was yesterday. Today is fine too."))
        short = Words(QT_TRANSLATE_NOOP("core", "Ask today"))
    else:
        reason = Words(QT_TRANSLATE_NOOP("core", "The best day was {best}. Today is fine too."), {"best": best})
        short = Words(QT_TRANSLATE_NOOP("core", "Ask today"))
    act = Words(QT_TRANSLATE_NOOP("core", "Ask {company} today."), _values(at))
    return _ask(at, act, reason, short, day=best, kind=Kind.BEST, rank=Rank.BEST_DAY)


def _ask_on_workday(at: Standing) -> Next:
    """Asking is allowed, but nobody works today: the next business day."""
    best = at.ask.best if at.ask else at.today
    day = max(best, at.workdays.after(at.today))
    words = (
        QT_TRANSLATE_NOOP("core", "Ask {company} today."),
        QT_TRANSLATE_NOOP("core", "Ask {company} tomorrow."),
        QT_TRANSLATE_NOOP("core", "Ask {company} on {day}."),
    )
    shorts = (
        QT_TRANSLATE_NOOP("core", "Ask today"),
        QT_TRANSLATE_NOOP("core", "Ask tomorrow"),
        QT_TRANSLATE_NOOP("core", "Ask on {day}"),
    )
    reason = Words(QT_TRANSLATE_NOOP("core", "Today their office is closed."))
    step = _ask(
        at,
        sentences.near(day, at.today, words, _values(at)),
        reason,
        sentences.near(day, at.today, shorts),
        day=day,
        kind=Kind.BEST,
        rank=Rank.QUIET,
    )
    return _without_button(step)


def _without_button(step: Next) -> Next:
    """The same step as a remark: nothing to press today."""
    from dataclasses import replace

    return replace(step, does=Does.NOTHING, button=NOTHING)


def _quiet(at: Standing) -> Next:
    """LOOK, sentence 11: no sooner than promised."""
    interview = at.case.interview
    floor = at.ask.floor if at.ask else at.today
    acts = (
        QT_TRANSLATE_NOOP("core", "Nothing to do for {company} today."),
        QT_TRANSLATE_NOOP("core", "Nothing to do for {company} until tomorrow."),
        QT_TRANSLATE_NOOP("core", "Nothing to do for {company} until {day}."),
    )
    shorts = (
        QT_TRANSLATE_NOOP("core", "Quiet today"),
        QT_TRANSLATE_NOOP("core", "Quiet until tomorrow"),
        QT_TRANSLATE_NOOP("core", "Quiet until {day}"),
    )
    return Next(
        key=f"quiet:{interview.id}",
        act=sentences.near(floor, at.today, acts, _values(at)),
        reason=Words(QT_TRANSLATE_NOOP("core", "You could add a note.")),
        does=Does.NOTHING,
        button=NOTHING,
        interview=interview.id,
        due=floor,
        short=sentences.near(floor, at.today, shorts),
        rank=Rank.QUIET,
    )


def _silence(at: Standing) -> Iterable[Next]:
    """LOOK, sentence 43: asked twice, and no word since (E44)."""
    if at.silent is None:
        return
    interview = at.case.interview
    due = at.today >= at.silent
    words = (
        QT_TRANSLATE_NOOP("core", "Asked twice, quiet until today"),
        QT_TRANSLATE_NOOP("core", "Asked twice, quiet until tomorrow"),
        QT_TRANSLATE_NOOP("core", "Asked twice, quiet until {day}"),
    )
    yield Next(
        key=f"silence:{interview.id}:{len(at.case.touches)}",
        act=sentences.why_silent(interview.company, at.rules.silence)
        if due
        else Words(QT_TRANSLATE_NOOP("core", "Nothing to do for {company}."), _values(at)),
        reason=Words(QT_TRANSLATE_NOOP("core", "Close it as “no answer”? You can open it again."))
        if due
        else Words(QT_TRANSLATE_NOOP("core", "You asked twice; now it is their turn.")),
        does=Does.OPEN if due else Does.NOTHING,
        button=Words(QT_TRANSLATE_NOOP("core", "Open")) if due else NOTHING,
        interview=interview.id,
        due=at.silent,
        short=Words(QT_TRANSLATE_NOOP("core", "No word: close it?")) if due else sentences.near(at.silent, at.today, words),
        kind=Kind.OUTCOME if due else None,
        rank=Rank.SILENCE if due else Rank.QUIET,
    )


# Afterwards


def _offer(at: Standing) -> Iterable[Next]:
    """They want you."""
    interview = at.case.interview
    if interview.cancelled or interview.outcome is not Outcome.OFFER:
        return
    yield Next(
        key=f"offer:{interview.id}",
        act=Words(QT_TRANSLATE_NOOP("core", "Answer {company}’s offer."), _values(at)),
        reason=Words(QT_TRANSLATE_NOOP("core", "Thank them first, whichever way you decide.")),
        does=Does.OPEN,
        button=Words(QT_TRANSLATE_NOOP("core", "Open")),
        interview=interview.id,
        due=interview.outcome_on,
        short=Words(QT_TRANSLATE_NOOP("core", "Answer their offer")),
        kind=Kind.OUTCOME,
        rank=Rank.ANSWER,
    )


def _after_no(at: Standing) -> Iterable[Next]:
    """LOOK, sentences 9 and 10: a day of chocolate, thanks, then a hello now and then (E39 to E42)."""
    if at.hello is None:
        return
    if at.hello.rule == "E39":
        yield _chocolate(at) if at.today < at.hello.on else _thank(at)
    else:
        yield _say_hello(at)


def _chocolate(at: Standing) -> Next:
    """The day of the no."""
    interview = at.case.interview
    return Next(
        key=f"chocolate:{interview.id}",
        act=Words(QT_TRANSLATE_NOOP("core", "Chocolate for a day.")),
        reason=Words(QT_TRANSLATE_NOOP("core", "Tomorrow a short thank-you to {company}."), _values(at)),
        does=Does.NOTHING,
        button=NOTHING,
        interview=interview.id,
        due=at.today,
        short=Words(QT_TRANSLATE_NOOP("core", "Chocolate today, thanks tomorrow")),
        kind=Kind.KEEP_IN_TOUCH,
        rank=Rank.CHOCOLATE,
    )


def _thank(at: Standing) -> Next:
    """The day after, and until it is done."""
    interview = at.case.interview
    person, _ = etiquette.right_person(at.case)
    return Next(
        key=f"thank:{interview.id}",
        act=Words(QT_TRANSLATE_NOOP("core", "Send a short thank-you to {company}."), _values(at)),
        reason=Words(QT_TRANSLATE_NOOP("core", "It keeps the door open: ask to be kept in mind.")),
        does=Does.OPEN,
        button=Words(QT_TRANSLATE_NOOP("core", "Open")),
        interview=interview.id,
        person=person.id if person else None,
        due=at.hello.on if at.hello else at.today,
        short=Words(QT_TRANSLATE_NOOP("core", "Send a short thank-you")),
        kind=Kind.KEEP_IN_TOUCH,
        rank=Rank.ANSWER,
    )


def _say_hello(at: Standing) -> Next:
    """When it is time again, and the row's line until then."""
    interview = at.case.interview
    on = at.hello.on if at.hello else at.today
    last = at.hello.last if at.hello else at.today
    person = sentences.to_greet(at.case)
    due = on <= at.today
    words = (
        QT_TRANSLATE_NOOP("core", "Say hello today"),
        QT_TRANSLATE_NOOP("core", "Say hello from tomorrow"),
        QT_TRANSLATE_NOOP("core", "Say hello from {day}"),
    )
    values: dict[str, Value] = {"name": person.name if person else interview.company, "last": last}
    return Next(
        key=f"hello:{interview.id}:{last}",
        act=Words(QT_TRANSLATE_NOOP("core", "Say hello to {name}."), values),
        reason=_good_reason(at, person) or Words(QT_TRANSLATE_NOOP("core", "Your last word was on {last}."), values),
        does=Does.OPEN if due else Does.NOTHING,
        button=Words(QT_TRANSLATE_NOOP("core", "Open")) if due else NOTHING,
        interview=interview.id,
        person=person.id if person else None,
        due=on,
        short=sentences.near(max(on, at.today), at.today, words),
        kind=Kind.CHECK_IN if at.hello is not None and at.hello.rule == "E41" else Kind.KEEP_IN_TOUCH,
        rank=Rank.HELLO if due else Rank.QUIET,
    )


def _good_reason(at: Standing, person: Person | None) -> Words | None:
    """LOOK, sentence 10: a note that is worth coming back to (E43)."""
    from followup_desktop.core.records import Box

    notes = [
        note.text.strip() for note in at.case.notes_about(person.id if person else "") if note.box in (Box.ENJOYED, Box.LEARNED)
    ]
    good = next((text for text in notes if 0 < len(text) <= 60 and "\n" not in text), None)  # noqa: PLR2004  (fits the strip)
    if good is None:
        return None
    return Words(QT_TRANSLATE_NOOP("core", "Your notes have a good reason: {note}."), {"note": good.rstrip(".")})


_OFFERS: tuple[Callable[[Standing], Iterable[Next]], ...] = (_before, _debrief, _cards, _asking, _silence, _offer, _after_no)


def _over(at: Standing) -> Next:
    """The last line of an interview: how it ended, or that nothing is open."""
    interview = at.case.interview
    if interview.cancelled:
        short = Words(QT_TRANSLATE_NOOP("core", "Cancelled"))
    elif at.around.later is not None and interview.outcome is Outcome.WAITING:
        short = Words(QT_TRANSLATE_NOOP("core", "Went on to the next round"))
    else:
        short = {
            Outcome.WAITING: Words(QT_TRANSLATE_NOOP("core", "Waiting for their answer")),
            Outcome.OFFER: Words(QT_TRANSLATE_NOOP("core", "They made an offer")),
            Outcome.ACCEPTED: Words(QT_TRANSLATE_NOOP("core", "You accepted")),
            Outcome.DECLINED: Words(QT_TRANSLATE_NOOP("core", "You declined")),
            Outcome.REJECTED: Words(QT_TRANSLATE_NOOP("core", "They said no")),
            Outcome.WITHDRAWN: Words(QT_TRANSLATE_NOOP("core", "You withdrew")),
            Outcome.NO_ANSWER: Words(QT_TRANSLATE_NOOP("core", "No answer")),
        }[interview.outcome]
    return Next(
        key=f"over:{interview.id}",
        act=Words(QT_TRANSLATE_NOOP("core", "Nothing to do for {company}."), _values(at)),
        reason=short,
        does=Does.NOTHING,
        button=NOTHING,
        interview=interview.id,
        short=short,
        kind=Kind.OUTCOME,
        rank=Rank.OVER,
    )


# Nothing


def _first_interview() -> Next:
    """LOOK, sentence 13."""
    return Next(
        key="add",
        act=Words(QT_TRANSLATE_NOOP("core", "Add your first interview.")),
        reason=Words(QT_TRANSLATE_NOOP("core", "Or drop an invitation or a calendar file anywhere on this window.")),
        does=Does.ADD,
        button=Words(QT_TRANSLATE_NOOP("core", "Add interview")),
    )


def _nothing_now(
    cases: Sequence[Case], now: datetime, workdays: Workdays, rules: Rules, coming: Case | None, hidden: set[str]
) -> Next:
    """LOOK, sentences 11 and 12: what is waited for, and what could be done meanwhile (E45)."""
    others = around(cases)
    waits: list[Next] = []
    for case in cases:
        at = standing(case, now, workdays, rules, others.get(case.interview.id))
        if at.ask is not None and at.today < at.ask.floor and f"quiet:{case.interview.id}" not in hidden:
            waits.append(_quiet(at))
    if waits:
        step = min(waits, key=_order)
        if coming is None:
            return step
        from dataclasses import replace

        words = QT_TRANSLATE_NOOP("core", "You could add a note, or prepare {company}.")
        return replace(step, reason=Words(words, {"company": coming.interview.company}))
    reason = Words(QT_TRANSLATE_NOOP("core", "Add the next interview when it comes."))
    if coming is not None:
        words = (
            QT_TRANSLATE_NOOP("core", "Next: {company} today."),
            QT_TRANSLATE_NOOP("core", "Next: {company} tomorrow."),
            QT_TRANSLATE_NOOP("core", "Next: {company} on {day}."),
        )
        reason = sentences.near(coming.interview.day, now.date(), words, {"company": coming.interview.company})
    return Next(
        key="nothing",
        act=Words(QT_TRANSLATE_NOOP("core", "Nothing to do today.")),
        reason=reason,
        does=Does.NOTHING,
        button=NOTHING,
        interview=coming.interview.id if coming else None,
        due=coming.interview.day if coming else None,
    )
