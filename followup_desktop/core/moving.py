"""Another day for what the rules put on one: never forbidden, but explained, and asked for a reason where it is unwise.

A day that the user chose is kept on the interview with its reason (`Interview.ask_on`, `post_on`). It goes when the
question has been asked, and when the company says something new: then the rules decide again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from followup_desktop.core import changes, etiquette, sentences
from followup_desktop.core.etiquette import DEFAULTS, Rules
from followup_desktop.core.records import Case, Change, Task, Workdays
from followup_desktop.core.standing import ALONE, Around
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words


@dataclass(frozen=True, slots=True)
class Plan:
    """What moving an entry would do. Exactly one of three: it cannot be (`refusal`), it asks first, or it is fine."""

    change: Callable[[str], Change] | None = None
    """The change, given the reason."""
    why: Words | None = None
    """Why that day is not what is advised; None where it is fine."""
    question: Words | None = None
    """Whether to do it all the same."""
    refusal: Words | None = None


def ask_on(
    case: Case, day: date, now: datetime, workdays: Workdays, rules: Rules = DEFAULTS, surroundings: Around = ALONE
) -> Plan:
    """Asking the company on that day (E4, E7, E9 to E11); on the rules' own best day the choice is taken back."""
    if day < now.date():
        return _over(day)
    own = etiquette.advised_ask(case, workdays, rules, surroundings.touches)
    if own is not None and day == own.best:
        return Plan(lambda _: changes.ask_planned(case, None))
    values: dict[str, Value] = {"company": case.interview.company, "day": day}
    why = etiquette.nagging(case, day, workdays, rules, surroundings.touches)
    if why is None and own is not None and day < own.floor:
        why = _their_words(case) or own.why
    if why is None and not workdays.is_workday(day):
        why = Words(QT_TRANSLATE_NOOP("core", "Offices are closed on {day}."), {"day": day})
    question = Words(QT_TRANSLATE_NOOP("core", "Ask {company} on {day} all the same?"), values)
    return Plan(lambda reason: changes.ask_planned(case, day, reason), why, question if why else None)


def post_on(case: Case, day: date, now: datetime, workdays: Workdays, rules: Rules = DEFAULTS) -> Plan:
    """Posting the cards that are owed on that day (E19 to E21); on the day they are due the choice is taken back."""
    clock = etiquette.advised_thanks(case, now, workdays, rules)
    if clock is None or day < now.date():
        return _over(day)
    if day == clock.post_by.date():
        return Plan(lambda _: changes.post_planned(case, None))
    if day < clock.post_by.date():
        return Plan(lambda reason: changes.post_planned(case, day, reason))
    question = Words(QT_TRANSLATE_NOOP("core", "Post them on {day} all the same?"), {"day": day})
    return Plan(lambda reason: changes.post_planned(case, day, reason), sentences.why_now(clock), question)


def keep_on(task: Task, day: date, now: datetime) -> Plan:
    """A promise of the user's, due on another day."""
    return _over(day) if day < now.date() else Plan(lambda _: changes.task_due(task, day))


def away_by(case: Case, away: timedelta) -> Plan:
    """The interview itself that much later (or earlier, below zero) by the clock of its own place."""
    return Plan(lambda _: changes.interview_edited(case.interview, changes.moved_by(case.interview, away)))


def _over(day: date) -> Plan:
    return Plan(refusal=Words(QT_TRANSLATE_NOOP("core", "{day} is over, so it stays where it was."), {"day": day}))


def _their_words(case: Case) -> Words | None:
    """What they said, as heard (LOOK, sentence 24)."""
    if case.promise is None or (case.promise.latest is None and case.promise.earliest is None):
        return None
    values: dict[str, Value] = {"company": case.interview.company, "words": case.promise.words.rstrip(".")}
    return Words(QT_TRANSLATE_NOOP("core", "{company} said “{words}”."), values)
