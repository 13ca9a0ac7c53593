from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.core import agenda, changes, etiquette, moving
from followup_desktop.core.agenda import Kind
from followup_desktop.core.promise import Reading
from followup_desktop.core.records import Case, Channel, Interview, Person, Promise, Workdays

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/London"))
DANA = Person(id="dana", name="Dana Whitlock", company="Initech")


def case(start="2026-11-10T11:00", latest=date(2026, 12, 4), **more):
    told = Interview(
        id="i", company="Initech", role="", start=datetime.fromisoformat(start), zone="Europe/London", people=("dana",)
    )
    promises = ()
    if latest:
        promises = (Promise(id="p", interview="i", words="by 4 December", latest=latest, heard=told.day),)
    return Case(replace(told, **more), people=(DANA,), promises=promises)


def after(told, change):
    return changes.applied(told, change)


def entry(told, kind):
    return next(each for each in agenda.entries(told, NOW, Workdays()) if each.kind is kind)


def test_sooner_than_promised_is_explained_in_their_own_words_and_never_forbidden():
    plan = moving.ask_on(case(), date(2026, 12, 1), NOW, Workdays())
    assert str(plan.why) == "Initech said “by 4 December”."
    assert str(plan.question) == "Ask Initech on Tue 1 Dec all the same?"
    told = after(case(), plan.change("they asked me to"))
    best = entry(told, Kind.BEST)
    assert best.day == date(2026, 12, 1)
    assert best.rule == "yours"
    assert "they asked me to" in str(best.why)
    assert not [each for each in agenda.entries(told, NOW, Workdays()) if each.kind is Kind.FLOOR]


def test_without_a_promise_the_rule_says_why():
    told = case("2026-11-20T11:00", latest=None)
    plan = moving.ask_on(told, date(2026, 11, 24), NOW, Workdays())
    assert "gave no date" in str(plan.why)


def test_later_than_best_is_fine_and_the_first_day_stays():
    plan = moving.ask_on(case(), date(2026, 12, 10), NOW, Workdays())
    assert plan.why is None
    told = after(case(), plan.change(""))
    assert (entry(told, Kind.FLOOR).day, entry(told, Kind.BEST).day) == (date(2026, 12, 7), date(2026, 12, 10))


def test_a_day_without_offices_asks_first():
    assert str(moving.ask_on(case(), date(2026, 12, 12), NOW, Workdays()).why) == "Offices are closed on Sat 12 Dec."


def test_back_on_the_best_day_the_choice_is_taken_back():
    told = case(ask_on=date(2026, 12, 1), ask_reason="hurry")
    plan = moving.ask_on(told, date(2026, 12, 8), NOW, Workdays())
    assert plan.question is None
    assert after(told, plan.change("")) == case()


@pytest.mark.parametrize("move", [moving.ask_on, moving.post_on])
def test_what_is_over_is_refused(move):
    plan = move(case(), date(2026, 11, 20), NOW, Workdays())
    assert plan.change is None
    assert str(plan.refusal) == "Fri 20 Nov is over, so it stays where it was."


def test_cards_put_off_stand_on_the_chosen_day_with_the_reason_however_late_they_are():
    told = case("2026-11-23T10:00")
    due = entry(told, Kind.CARD)
    assert due.day == date(2026, 11, 23)
    plan = moving.post_on(told, date(2026, 11, 26), NOW, Workdays())
    assert str(plan.question) == "Post them on Thu 26 Nov all the same?"
    told = after(told, plan.change("no stamps"))
    assert entry(told, Kind.CARD).day == date(2026, 11, 26)
    assert str(entry(told, Kind.CARD).why) == "You chose Thu 26 Nov: no stamps"
    late = NOW + timedelta(days=4)
    passed = next(each for each in agenda.entries(told, late, Workdays()) if each.kind is Kind.CARD)
    assert passed.day == late.date()
    assert after(told, moving.post_on(told, date(2026, 11, 23), NOW, Workdays()).change("")).interview.post_on is None


def test_a_question_that_was_asked_and_new_words_of_theirs_end_the_choice():
    told = case(ask_on=date(2026, 12, 1), ask_reason="hurry")
    asked = after(told, changes.touch_made(told, "dana", Channel.CALL, date(2026, 11, 24)))
    assert (asked.interview.ask_on, asked.interview.ask_reason) == (None, "")
    heard = changes.promise_heard(told, "by Christmas", Reading(None, date(2026, 12, 24)), date(2026, 11, 23))
    assert after(told, heard).interview.ask_on is None
    same = changes.promise_heard(told, "by 4 Dec", Reading(None, date(2026, 12, 4)), date(2026, 11, 23))
    assert after(told, same).interview.ask_on == date(2026, 12, 1)


def test_an_interview_moves_by_its_own_clock_and_one_of_whole_days_by_days():
    timed = case("2026-03-28T09:30")
    assert after(timed, moving.away_by(timed, timedelta(days=1)).change("")).interview.start == datetime.fromisoformat(
        "2026-03-29T09:30"
    )
    whole = replace(timed, interview=replace(timed.interview, start=date(2026, 3, 28)))
    assert after(whole, moving.away_by(whole, timedelta(days=2)).change("")).interview.start == date(2026, 3, 30)


@given(st.dates(date(2026, 11, 23), date(2027, 3, 1)), st.text(max_size=20))
def test_every_day_from_today_on_can_be_chosen_and_is_then_the_day(day, reason):
    plan = moving.ask_on(case(), day, NOW, Workdays())
    told = after(case(), plan.change(reason)) or case()
    ask = etiquette.next_ask(told, Workdays())
    assert ask.best == day
    assert ask.floor <= ask.best


def test_the_next_step_tells_the_hour_of_the_users_clock():
    told = case("2026-11-23T16:00", latest=None)
    far = replace(told, interview=replace(told.interview, zone="America/New_York"))
    assert str(agenda.case_step(far, NOW, Workdays()).act) == "Initech is today at 21:00."
    later = replace(far, interview=replace(far.interview, start=datetime.fromisoformat("2026-11-23T21:00")))
    assert str(agenda.case_step(later, NOW, Workdays()).act) == "Initech begins Tue 24 Nov, 02:00, by your clock."
    whole = replace(far, interview=replace(far.interview, start=date(2026, 11, 23)))
    assert str(agenda.case_step(whole, NOW, Workdays()).act) == "Initech is today."
