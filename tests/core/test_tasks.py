"""Promises besides the decision in calendar and next step: kept after the thank-yous, never urged, late ones today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from followup_desktop.core import changes
from followup_desktop.core.agenda import Does, Kind, case_step, entries, next_step
from followup_desktop.core.due import day, split
from followup_desktop.core.next_step import steps
from followup_desktop.core.records import CardState, Later, Outcome, Task, Workdays
from followup_desktop.core.standing import standing
from followup_desktop.core.steps.step import Rank

FRIDAY = date(2026, 11, 27)


def promised(case, words="Send Hong the slides", *, mine=True, due=FRIDAY, done_on=None, person="hong"):
    """The same case with one promise more."""
    task = Task(
        id=f"n.{len(case.tasks)}",
        interview=case.interview.id,
        person=person,
        note="n",
        words=words,
        mine=mine,
        due=due,
        done_on=done_on,
    )
    return replace(case, tasks=(*case.tasks, task))


@pytest.fixture(name="posted")
def _posted(tell):
    """Acme with every card in the post."""
    case = tell.noted(tell.acme(), "hong", "the release train")
    for person in ("hong", "tomas", "ngozi"):
        case = tell.carded(case, person, CardState.POSTED, tell.at(23, 13))
    return case


def lines(case, now, tell):
    return [entry for entry in entries(case, now, tell.england) if entry.kind is Kind.TASK]


def test_a_promise_stands_on_its_day_and_late_ones_of_the_user_today(posted, tell):
    case = promised(promised(posted), "Hong will email me the handbook", mine=False, due=date(2026, 11, 24))
    theirs, mine = lines(case, tell.at(23), tell)
    assert (mine.day, str(mine.title), str(mine.detail), mine.due) == (FRIDAY, "Send Hong the slides", "Acme", None)
    assert (theirs.day, theirs.task) == (date(2026, 11, 24), "n.1")
    later = {entry.task: entry for entry in lines(case, tell.at(30), tell)}
    assert (later["n.0"].day, later["n.0"].due) == (date(2026, 11, 30), FRIDAY)
    assert later["n.1"].day == date(2026, 11, 24)


def test_a_kept_promise_stands_on_the_day_it_was_kept(posted, tell):
    (entry,) = lines(promised(posted, done_on=date(2026, 11, 25)), tell.at(30), tell)
    assert (entry.day, entry.done, entry.due) == (date(2026, 11, 25), True, None)


def test_a_promise_without_a_day_is_not_in_the_calendar(posted, tell):
    assert lines(promised(posted, due=None), tell.at(30), tell) == []


def test_private_words_are_told_by_whose_promise_it_is(posted, tell):
    case = promised(promised(posted, ""), "", mine=False, person=None)
    assert [str(entry.title) for entry in lines(case, tell.at(23), tell)] == [
        "Keep your promise to Hong",
        "What Acme promised you",
    ]
    assert str(next_step([promised(posted, "")], tell.at(27), tell.england).act) == "Keep your promise to Hong."


def test_on_its_day_the_promise_is_next_and_one_press_keeps_it(posted, tell):
    case = promised(posted)
    assert next_step([case], tell.at(26), tell.england).does is Does.NOTHING
    step = next_step([case], tell.at(27), tell.england)
    assert (str(step.act), step.does, step.task) == ("Send Hong the slides.", Does.TASK, "n.0")
    assert str(step.reason) == "You promised it for today."
    done = changes.applied(case, changes.task_done(case.tasks[0], FRIDAY))
    assert next_step([done], tell.at(27), tell.england).does is Does.NOTHING


def test_late_is_still_welcome(posted, tell):
    case = promised(posted)
    assert "yesterday" in str(next_step([case], tell.at(28), tell.england).reason)
    assert str(next_step([case], tell.at(29), tell.england).reason) == "You promised it by Fri 27 Nov; late is still welcome."
    ranks = [step.rank for step in steps(standing(case, tell.at(29, month=12), tell.england)) if step.task]
    assert ranks == [Rank.HINT]


@pytest.mark.parametrize("hours", [1, 30, 60, 24 * 20])
def test_no_promise_comes_before_a_thank_you(tell, hours):
    case = promised(tell.noted(tell.acme(), "hong", "bees"), due=date(2026, 11, 23))
    step = next_step([case], tell.at(23) + timedelta(hours=hours), tell.england)
    assert step.does is Does.WRITE


def test_theirs_is_a_hint_two_business_days_after_its_day_and_never_a_touch(posted, tell):
    case = promised(posted, "Hong will email me the handbook", mine=False, due=date(2026, 11, 24))

    def hints(day):
        return [step for step in steps(standing(case, tell.at(day), tell.england)) if step.task]

    assert hints(25) == []
    (hint,) = hints(26)
    assert (str(hint.act), hint.does) == ("Not here yet: Hong will email me the handbook.", Does.OPEN)
    assert str(hint.reason) == "That was by Tue 24 Nov; ask when you follow up."
    assert not case.touches
    ended = tell.ended(case, Outcome.WITHDRAWN, date(2026, 11, 25))
    assert not [step for step in steps(standing(ended, tell.at(26), tell.england)) if step.task]


def test_asking_day_comes_before_the_hint(story, tell):
    case = promised(story.initech, "Dana will send me the map", mine=False, due=date(2026, 11, 12), person="dana")
    assert case_step(case, tell.at(24), tell.england).does is Does.ASK


@pytest.mark.parametrize("now", [(23, 19), (24, 9), (29, 12)])
def test_a_promise_without_a_day_is_remembered_from_the_evening_it_was_made(posted, tell, now):
    case = promised(posted, due=None)
    assert next_step([case], tell.at(23, 9), tell.england).task is None
    step = next_step([case], tell.at(*now), tell.england)
    assert (step.does, str(step.reason)) == (Does.TASK, "You promised it, and named no day.")


def test_a_promise_put_off_stays_away_until_it_has_another_day(posted, tell):
    case = promised(posted)
    step = next_step([case], tell.at(27), tell.england)
    away = (Later(id=step.key, until=None),)
    assert next_step([case], tell.at(28), tell.england, away).does is Does.NOTHING
    moved = changes.applied(case, changes.task_due(case.tasks[0], date(2026, 11, 28)))
    assert next_step([moved], tell.at(28), tell.england, away).does is Does.TASK


def test_nothing_is_promised_by_a_cancelled_interview(posted, tell):
    case = promised(replace(posted, interview=replace(posted.interview, cancelled=True)))
    assert lines(case, tell.at(27), tell) == []
    assert not [step for step in steps(standing(case, tell.at(27), tell.england)) if step.task]


@pytest.mark.parametrize(
    ("words", "rest", "when"),
    [
        ("send her the slides by Friday", "send her the slides", "by Friday"),
        ("send her the plan for Friday", "send her the plan for Friday", ""),
        ("send her Friday's slides", "send her Friday's slides", ""),
        ("send the slides from Tuesday's talk by Friday", "send the slides from Tuesday's talk", "by Friday"),
        ("by Thursday I'll send it", "I'll send it", "by Thursday"),
        ("email me the handbook tomorrow morning", "email me the handbook", "tomorrow morning"),
        ("send the report from last week", "send the report from last week", ""),
        ("send the article from Friday", "send the article from Friday", ""),
        ("read it over the weekend", "read it", "over the weekend"),
        ("send the 2030 plan", "send the 2030 plan", ""),
        ("send the report due Friday", "send the report due Friday", ""),
    ],
)
def test_a_day_counts_by_its_place(words, rest, when):
    found = split(words, date(2026, 11, 23), Workdays("GB"))
    assert (found.rest, found.when) == (rest, when)


def test_a_day_heard_on_two_days_must_be_the_same():
    heard = (date(2026, 11, 23), date(2026, 11, 24))
    assert day("tomorrow", heard, Workdays("GB")) is None
    assert day("by Friday", heard, Workdays("GB")) == FRIDAY
    assert day("", heard, Workdays("GB")) is None
