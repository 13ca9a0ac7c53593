"""A year of looking for work: somebody does what the next step says, and an independent checker reads the rules again.

60 interviews at 12 employers, three countries with their holidays, clocks that change, some promises, some silence. The
checker counts days by itself and knows nothing of `core.etiquette`.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from followup_desktop.core.agenda import Does, Kind, Next, all_entries, next_step
from followup_desktop.core.promise import read
from followup_desktop.core.records import (
    Card,
    CardState,
    Case,
    Channel,
    Interview,
    Later,
    Note,
    Outcome,
    Person,
    Promise,
    Touch,
    Workdays,
    card_id,
)

YEAR = [date(2026, 3, 2) + timedelta(days=ahead) for ahead in range(365)]
COUNTRIES = {
    "US": ("America/New_York", ["2026-05-25", "2026-07-03", "2026-09-07", "2026-11-26", "2026-12-25", "2027-01-01"]),
    "GB": ("Europe/London", ["2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28"]),
    "DE": ("Europe/Berlin", ["2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25", "2026-12-25", "2027-01-01"]),
}
PROMISES = ("by Friday", "next week", "within two weeks", "by the end of the month", "after the 15th", "we'll be in touch", "")


class Checker:
    """The rules of the etiquette page, counted by hand."""

    def __init__(self, holidays):
        self.holidays = holidays

    def works(self, day):
        return day.isoweekday() <= 5 and day not in self.holidays

    def business_days_between(self, first, last):
        return sum(self.works(first + timedelta(days=ahead)) for ahead in range(1, (last - first).days + 1))

    def may_ask(self, case, cases, today):
        interview = case.interview
        assert self.works(today)
        assert today > interview.day
        assert len(case.touches) < 2, "E10"
        promise = case.promises[-1] if case.promises else None
        if promise is not None and promise.latest is not None:
            assert today > promise.latest, "E4"
        elif promise is not None and promise.earliest is not None:
            assert today >= promise.earliest, "E4"
        else:
            assert self.business_days_between(interview.day, today) >= 5, "E7"
        company = [touch.on for other in cases if other.interview.company == interview.company for touch in other.touches]
        assert all(self.business_days_between(on, today) >= 5 for on in company), "E9"


class Hunt:
    """Somebody who looks for work for a year, and does every day what the app says."""

    def __init__(self, country, seed):
        zone, holidays = COUNTRIES[country]
        self.zone, self.dice = ZoneInfo(zone), random.Random(seed)  # noqa: S311  (a story, not a secret)
        self.workdays = Workdays(country, frozenset(map(date.fromisoformat, holidays)))
        self.checker = Checker(self.workdays.holidays)
        self.cases: dict[str, Case] = {}
        self.later: list[Later] = []
        self.done: list[tuple[date, Next]] = []

    def plan(self, number):
        day = self.dice.choice(YEAR[:330])
        while not self.checker.works(day):
            day += timedelta(days=1)
        people = tuple(Person(id=f"{number}.{at}", name=f"Person {at}") for at in range(self.dice.randint(1, 4)))
        start = datetime.combine(day, time(self.dice.choice([9, 10, 14, 16])))
        interview = Interview(
            id=str(number),
            company=f"Company {number % 12}",
            role=f"Role {number // 12}",
            start=start,
            zone=str(self.zone),
            people=tuple(person.id for person in people),
        )
        self.cases[interview.id] = Case(interview, people)

    def hears(self, case, today):
        """What the interviewers said, noted the same day."""
        words = self.dice.choice(PROMISES)
        note = Note(id=f"n{case.interview.id}", interview=case.interview.id, person=case.people[0].id, text="likes trains")
        found = replace(case, notes=(note,))
        if words:
            window = read(words, today, self.workdays, "en_GB")
            promise = Promise(
                id="p", interview=case.interview.id, words=words, earliest=window.earliest, latest=window.latest, heard=today
            )
            found = replace(found, promises=(promise,))
        return found

    def does(self, step, today, now):
        """The act that the step's button stands for, and what follows from it."""
        self.done.append((today, step))
        case = self.cases.get(step.interview or "")
        if case is None or step.does is Does.NOTHING:
            return False
        if step.does is Does.DEBRIEF:
            self.cases[case.interview.id] = self.hears(case, today)
        elif step.does in (Does.WRITE, Does.PRINT, Does.POST):
            self.cases[case.interview.id] = replace(case, cards=tuple(self.posted(case, each, now) for each in case.people))
        elif step.does is Does.ASK:
            self.checker.may_ask(case, list(self.cases.values()), today)
            self.cases[case.interview.id] = self.answered(self.touched(case, today), today)
        elif step.kind is Kind.OUTCOME:
            self.cases[case.interview.id] = self.ended(case, Outcome.NO_ANSWER, today)
        elif step.kind in (Kind.KEEP_IN_TOUCH, Kind.CHECK_IN):
            self.cases[case.interview.id] = self.touched(case, today)
        else:
            self.later.append(Later(id=step.key, until=None))
        return True

    def posted(self, case, person, now):
        identity = card_id(case.interview.id, person.id)
        return Card(id=identity, interview=case.interview.id, person=person.id, state=CardState.POSTED, posted_at=now)

    def touched(self, case, today):
        touch = Touch(
            id=f"t{len(case.touches)}", interview=case.interview.id, person=case.people[0].id, kind=Channel.EMAIL, on=today
        )
        return replace(case, touches=(*case.touches, touch))

    def answered(self, case, today):
        """Half of the companies answer a question: most say no."""
        if self.dice.random() < 0.5:
            return case
        return self.ended(case, Outcome.REJECTED if self.dice.random() < 0.8 else Outcome.ACCEPTED, today)

    def ended(self, case, outcome, today):
        return replace(case, interview=replace(case.interview, outcome=outcome, outcome_on=today))

    def live(self):
        for today in YEAR:
            now = datetime.combine(today, time(18, 30), self.zone)
            for _ in range(200):
                step = next_step(list(self.cases.values()), now, self.workdays, self.later)
                if not self.does(step, today, now):
                    break
            else:
                pytest.fail(f"no end of steps on {today}")
            yield today, now


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_year_of_doing_what_the_next_step_says(country):
    hunt = Hunt(country, seed=country)
    for number in range(20):
        hunt.plan(number)
    for today, now in hunt.live():
        if today.day == 15:
            check_entries(hunt, now)
    last = YEAR[-1]
    for case in hunt.cases.values():
        assert case.interview.outcome is not Outcome.WAITING, "nobody was forgotten"
        assert case.cards
        assert all(card.posted_at is not None for card in case.cards)
        ended = case.interview.ends()
        assert all(card.posted_at - ended <= timedelta(hours=24) for card in case.cards if card.posted_at)
        if case.interview.outcome is Outcome.REJECTED:
            check_kept_in_touch(case, last)


def check_entries(hunt, now):
    """Every day the agenda names is one that the rules allow."""
    for entry in all_entries(list(hunt.cases.values()), now, hunt.workdays):
        case = hunt.cases[entry.interview]
        if entry.kind in (Kind.FLOOR, Kind.BEST):
            hunt.checker.may_ask(case, [], entry.day)
        if entry.kind is Kind.KIT:
            assert entry.day == case.interview.day - timedelta(days=1)


def check_kept_in_touch(case, last):
    """E39 and E41: thanks on the day after the no, hello after 30 quiet days."""
    no = case.interview.outcome_on
    since = [touch.on for touch in case.touches if touch.on > no]
    assert since[0] == no + timedelta(days=1) or no == last
    assert all((second - first).days >= 30 for first, second in pairwise(since))
