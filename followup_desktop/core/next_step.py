"""The one next step: what the user can do now that is most useful, and why. A pure function of all that is noted.

Each interview offers its steps with a `Rank`; the lowest rank that was not put off is next. Nothing is ever urged
twice: a step put off (`Later`) stays away until then, one left for good does not come back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from followup_desktop.core.etiquette import DEFAULTS, Rules
from followup_desktop.core.records import Case, Interview, Later, Outcome, Workdays
from followup_desktop.core.rhythm import chosen_rhythm
from followup_desktop.core.sentences import near
from followup_desktop.core.standing import Around, Standing, around, standing
from followup_desktop.core.staying import NOBODY, Known, in_rhythm, stays
from followup_desktop.core.steps.afterwards import after_no, greeting, offer, over
from followup_desktop.core.steps.asking import asking, silence
from followup_desktop.core.steps.before import before
from followup_desktop.core.steps.promises import mine, theirs
from followup_desktop.core.steps.step import Does, Next, Rank, order
from followup_desktop.core.steps.thanks import card_in_hand, cards, debrief
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words

_OFFERS: tuple[Callable[[Standing], Iterable[Next]], ...] = (
    before,
    debrief,
    cards,
    asking,
    silence,
    offer,
    after_no,
    mine,
    theirs,
)


def next_step(
    cases: Sequence[Case],
    now: datetime,
    workdays: Workdays,
    later: Sequence[Later] = (),
    rules: Rules = DEFAULTS,
    known: Known = NOBODY,
) -> Next:
    """The one next step at that moment (with the user's zone). `later` are the steps put off; some may be due again.

    `known` are the people and words beside the interviews. Hellos are never a nag: one person a day at most.
    """
    if not cases and not any(chosen_rhythm(person) for person in known.people):
        return _first_interview()
    hidden = {each.id for each in later if each.until is None or each.until > now}
    others = around(cases, known.touches)
    standings = (standing(case, now, workdays, rules, others.get(case.interview.id)) for case in cases)
    found = [step for at in standings for step in _offered(at)]
    people = stays(cases, known, now, workdays, rules, only=in_rhythm(cases, known))
    found += [step for stay in people if (step := greeting(stay, now.date())) is not None]
    greeted = _has_greeted(cases, known, now.date())
    offered = [step for step in found if step.key not in hidden and not (greeted and step.rank is Rank.HELLO)]
    first = min(offered, key=order, default=None)
    if first is not None and first.rank < Rank.COMING:
        return first
    ahead = [case.interview for case in cases if _is_ahead(case.interview, now)]
    coming = min(ahead, key=Interview.starts, default=None)
    quiet = [step for step in offered if step.rank is Rank.QUIET and step.does is Does.NOTHING and step.kind is None]
    return _waiting(min(quiet, key=order), coming) if quiet else _nothing(coming, now.date())


def _has_greeted(cases: Sequence[Case], known: Known, today: date) -> bool:
    """True when the user has said hello to somebody today: the next one can wait for another day."""
    closed = (case for case in cases if case.interview.outcome not in (Outcome.WAITING, Outcome.OFFER))
    words = (*known.touches, *(touch for case in closed for touch in case.touches))
    return any(touch.on == today for touch in words)


def case_step(case: Case, now: datetime, workdays: Workdays, rules: Rules = DEFAULTS, surroundings: Around | None = None) -> Next:
    """The step of one interview, put off or not: its row's second line is `short`."""
    return steps(standing(case, now, workdays, rules, surroundings))[0]


def person_step(
    case: Case,
    person: str,
    now: datetime,
    workdays: Workdays,
    rules: Rules = DEFAULTS,
    surroundings: Around | None = None,
) -> Next:
    """The step while that person's card is in hand (the studio): write, print or post it; else the interview's step."""
    at = standing(case, now, workdays, rules, surroundings)
    return card_in_hand(at, person) or steps(at)[0]


def steps(at: Standing) -> tuple[Next, ...]:
    """Every step that one interview offers now, the most useful first; never empty."""
    return *sorted(_offered(at), key=order), over(at)


def _offered(at: Standing) -> Iterable[Next]:
    """The steps that one interview offers now, in no order; how it ended is none."""
    return (step for offer_of in _OFFERS for step in offer_of(at))


def _is_ahead(interview: Interview, now: datetime) -> bool:
    """True when the interview lies ahead and stands."""
    return not interview.cancelled and interview.outcome is Outcome.WAITING and interview.starts() > now


def _first_interview() -> Next:
    """LOOK, sentence 13."""
    return Next(
        key="add",
        act=Words(QT_TRANSLATE_NOOP("core", "Add your first interview.")),
        reason=Words(QT_TRANSLATE_NOOP("core", "Or drop an invitation or a calendar file anywhere on this window.")),
        does=Does.ADD,
        button=Words(QT_TRANSLATE_NOOP("core", "Add interview")),
    )


def _waiting(step: Next, coming: Interview | None) -> Next:
    """LOOK, sentence 11: a wait always comes with something that can be done (E45)."""
    if coming is None:
        return step
    words = QT_TRANSLATE_NOOP("core", "You could add a note, or prepare {company}.")
    return replace(step, reason=Words(words, {"company": coming.company}))


def _nothing(coming: Interview | None, today: date) -> Next:
    """LOOK, sentence 12."""
    act = Words(QT_TRANSLATE_NOOP("core", "Nothing to do today."))
    if coming is None:
        reason = Words(QT_TRANSLATE_NOOP("core", "Add the next interview when it comes."))
        return Next(key="nothing", act=act, reason=reason, does=Does.NOTHING)
    words = (
        QT_TRANSLATE_NOOP("core", "Next: {company} today."),
        QT_TRANSLATE_NOOP("core", "Next: {company} tomorrow."),
        QT_TRANSLATE_NOOP("core", "Next: {company} on {day}."),
    )
    reason = near(coming.day, today, words, {"company": coming.company})
    return Next(key="nothing", act=act, reason=reason, does=Does.NOTHING, interview=coming.id, due=coming.day)
