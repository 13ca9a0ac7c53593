"""How one interview stands at one moment: the etiquette's answers, worked out once for the agenda and the next step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from followup_desktop.core import etiquette, rhythm
from followup_desktop.core.etiquette import DEFAULTS, Hello, Rules, ThankYou, Wait
from followup_desktop.core.hearing.reckoning import ONE_DAY
from followup_desktop.core.records import Case, Interview, Outcome, Person, Touch, Workdays


class Group(StrEnum):
    """Where an interview stands in the list."""

    TODAY = "today"
    COMING = "coming"
    WAITING = "waiting"
    KEEP_IN_TOUCH = "keep-in-touch"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Around:
    """What the other interviews say about one: made by `around` for all at once."""

    touches: tuple[Touch, ...] = ()
    """Follow-ups to the same company for its other interviews (E9, E14)."""
    loose: tuple[Touch, ...] = ()
    """Words with its people that were about no interview: they put a hello off (E42)."""
    later: Interview | None = None
    """A later interview for the same position: the company has answered."""


ALONE = Around()
"""An interview without others at its company."""


def around(cases: Iterable[Case], loose: Iterable[Touch] = ()) -> dict[str, Around]:
    """For each interview's id what the others at the same company, and `loose` words with its people, say about it.

    Interviews about which nothing else says anything are left out.
    """
    words: dict[str, list[Touch]] = {}
    for touch in loose:
        words.setdefault(touch.person, []).append(touch)
    companies: dict[str, list[Case]] = {}
    for case in cases:
        companies.setdefault(case.interview.company.strip().casefold(), []).append(case)
    found: dict[str, Around] = {}
    for company, together in companies.items():
        alone = len(together) == 1 or not company
        for case in together:
            said = tuple(touch for person in case.people for touch in words.get(person.id, ())) if words else ()
            if said or not alone:
                found[case.interview.id] = _around_one(case, [] if alone else together, said)
    return found


def _around_one(case: Case, together: list[Case], loose: tuple[Touch, ...]) -> Around:
    """`Around` of one interview among those of its company."""
    others = [other for other in together if other.interview.id != case.interview.id]
    role, start = case.interview.role.strip().casefold(), case.interview.starts()
    later = [
        other.interview
        for other in others
        if not other.interview.cancelled and other.interview.role.strip().casefold() == role and other.interview.starts() > start
    ]
    touches = tuple(touch for other in others for touch in other.touches)
    return Around(touches, loose, min(later, key=Interview.starts, default=None))


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Everything the rules say about one interview at one moment; each answer is worked out when it is first wanted."""

    case: Case
    now: datetime
    workdays: Workdays
    rules: Rules
    around: Around

    @property
    def today(self) -> date:
        """The user's day."""
        return self.now.date()

    @property
    def waiting(self) -> bool:
        """True while the user waits for the company's answer."""
        is_open = self.case.interview.outcome is Outcome.WAITING and self.around.later is None
        return is_open and self.clock is not None

    @cached_property
    def clock(self) -> ThankYou | None:
        """The thank-you clock; None before the end and for a cancelled one."""
        return etiquette.thank_you(self.case, self.now, self.workdays, self.rules)

    @cached_property
    def owed(self) -> tuple[Person, ...]:
        """Who is still owed a card."""
        return etiquette.owed(self.case, self.now)

    @cached_property
    def ask(self) -> Wait | None:
        """From when to ask; None when there is nothing to ask (not waiting, not over yet, asked twice, next round)."""
        return to_ask(self.case, self.workdays, self.rules, self.around) if self.waiting else None

    @cached_property
    def silent(self) -> date | None:
        """E44: from when "no answer" is proposed."""
        return etiquette.silent_since(self.case, self.workdays, self.rules) if self.waiting else None

    @cached_property
    def hello(self) -> Hello | None:
        """What follows a no."""
        if not etiquette.met(self.case, self.now):
            return None
        elsewhere = (*self.around.touches, *self.around.loose)
        found = rhythm.hello(self.case, elsewhere, self.workdays, self.rules)
        return None if found is None else etiquette.lapsed(found, self.today, self.rules)


def standing(
    case: Case, now: datetime, workdays: Workdays, rules: Rules = DEFAULTS, surroundings: Around | None = None
) -> Standing:
    """How that interview stands at that moment (with a zone: the user's)."""
    return Standing(case=case, now=now, workdays=workdays, rules=rules, around=surroundings or ALONE)


def group(case: Case, now: datetime, surroundings: Around | None = None) -> Group:
    """Where the interview stands in the list at that moment; the day is the user's, the interview's its own."""
    interview = case.interview
    if interview.cancelled:
        return Group.CLOSED
    if interview.outcome is Outcome.REJECTED:
        return Group.KEEP_IN_TOUCH if etiquette.met(case, now) else Group.CLOSED
    if interview.outcome not in (Outcome.WAITING, Outcome.OFFER):
        return Group.CLOSED
    if _is_today(interview, now):
        return Group.TODAY
    if now < interview.ends():
        return Group.COMING
    return Group.CLOSED if surroundings is not None and surroundings.later is not None else Group.WAITING


def _is_today(interview: Interview, now: datetime) -> bool:
    """True when the interview is today where it takes place, or where the user is."""
    starts, ends = interview.starts().astimezone(now.tzinfo), interview.ends().astimezone(now.tzinfo)
    return interview.day <= now.date() <= interview.last_day or starts.date() <= now.date() <= ends.date()


def to_ask(case: Case, workdays: Workdays, rules: Rules = DEFAULTS, surroundings: Around | None = None) -> Wait | None:
    """From when to ask, and on which day: the rules' or the one that the user chose; None where nothing is to be asked.

    The one answer for calendar, pages and list, whether the interview is over yet or not.
    """
    interview, others = case.interview, surroundings or ALONE
    if interview.cancelled or interview.outcome is not Outcome.WAITING or others.later is not None:
        return None
    return etiquette.next_ask(case, workdays, rules, others.touches)


def quiet(
    case: Case,
    workdays: Workdays,
    rules: Rules = DEFAULTS,
    *,
    now: datetime | None = None,
    surroundings: Around | None = None,
) -> tuple[date, date] | None:
    """First and last quiet day: from the day after the interview (or the last follow-up) to the day before asking is fine.

    None where nothing is awaited, where two follow-ups were made, and, given `now`, before the interview is over.
    """
    interview, others = case.interview, surroundings or ALONE
    ask = to_ask(case, workdays, rules, others)
    if ask is None or (now is not None and now < interview.ends()):
        return None
    asked = (touch.on for touch in (*case.touches, *others.touches))
    first = max((interview.last_day, *(day for day in asked if day < ask.floor))) + ONE_DAY
    last = ask.floor - ONE_DAY
    return (first, last) if first <= last else None
