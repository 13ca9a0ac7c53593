from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.core.records import (
    Card,
    CardState,
    Case,
    Interview,
    Later,
    Note,
    Outcome,
    Person,
    Promise,
    Task,
    Workdays,
    card_id,
)
from followup_desktop.core.reminders import Hours, due, next_moment, reminders
from followup_desktop.core.steps.step import Does, Kind

BERLIN = ZoneInfo("Europe/Berlin")
ANY = Hours(time(), time())
WORKDAYS = Workdays()


def at(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN)


def case(start=datetime(2026, 11, 24, 10), **more):  # noqa: DTZ001  (wall time, a fixed value)
    interview = Interview(id="i", company="Acme", role="Cook", start=start, zone="Europe/Berlin", people=("a",), **more)
    return Case(interview, (Person(id="a", name="Ann Lee", company="Acme"),))


def told(found):
    return [(f"{each.at:%d %H:%M}", str(each.title)) for each in found]


def test_an_interview_is_announced_an_hour_before():
    found = reminders([case(place="Wharf St 14\nLeeds")], at(23, 12), WORKDAYS, ANY)
    first = next(each for each in found if "Acme at" in str(each.title))
    assert (first.at, first.until, str(first.text)) == (at(24, 9), at(24, 10), "Wharf St 14")


def test_how_it_was_is_asked_once_and_not_where_something_is_noted():
    now = at(24, 11, 15)
    asked = [each for each in due(reminders([case()], now, WORKDAYS, ANY), now, ()) if "How was" in str(each.title)]
    assert len(asked) == 1
    noted = replace(case(), notes=(Note(id="n", interview="i", person="a", text="kind"),))
    assert not [each for each in reminders([noted], now, WORKDAYS, ANY) if "How was" in str(each.title)]


def test_cards_are_told_before_they_are_due_and_once_when_they_are_late():
    now = at(24, 12)
    cards = [each for each in reminders([case()], now, WORKDAYS, ANY) if "card" in str(each.title)]
    assert len(cards) == 2
    assert all(each.at > at(24, 11) for each in cards)
    posted = Card(id=card_id("i", "a"), interview="i", person="a", state=CardState.POSTED)
    assert not [each for each in reminders([replace(case(), cards=(posted,))], now, WORKDAYS, ANY) if "card" in str(each.title)]


def test_the_best_day_to_ask_is_told_in_the_morning_with_its_reason():
    promise = Promise(id="p", interview="i", words="by Friday", latest=date(2026, 11, 27), heard=date(2026, 11, 24))
    (best,) = [
        each
        for each in reminders([replace(case(), promises=(promise,))], at(25, 9), WORKDAYS, ANY)
        if "Best day" in str(each.title)
    ]
    assert best.at == datetime(2026, 12, 1, 9, tzinfo=BERLIN)
    assert "They said by" in str(best.text)


def test_a_cancelled_interview_is_silent():
    assert reminders([case(cancelled=True)], at(23, 12), WORKDAYS, ANY) == ()


@pytest.mark.parametrize(
    ("hours", "moment", "told_at"),
    [
        (Hours(time(21), time(8)), at(24, 22), at(25, 8)),
        (Hours(time(21), time(8)), at(24, 3), at(24, 8)),
        (Hours(time(21), time(8)), at(24, 8), at(24, 8)),
        (Hours(time(12), time(14)), at(24, 13), at(24, 14)),
        (Hours(time(), time()), at(24, 3), at(24, 3)),
    ],
)
def test_quiet_hours_move_what_is_said_to_their_end(hours, moment, told_at):
    assert hours.after(moment) == told_at


def test_what_quiet_hours_would_make_too_late_is_not_said():
    early = case(datetime(2026, 11, 24, 7))  # noqa: DTZ001  (wall time)
    assert not [each for each in reminders([early], at(23, 12), WORKDAYS, Hours()) if "Acme at" in str(each.title)]


def test_dismissed_is_for_good_and_put_off_comes_back():
    now = at(24, 9, 5)
    found = reminders([case()], now, WORKDAYS, ANY)
    (one,) = due(found, now, ())
    assert due(found, now, [Later(id=one.key, until=None)]) == ()
    snoozed = [Later(id=one.key, until=at(24, 9, 30))]
    assert due(found, now, snoozed) == ()
    assert due(found, at(24, 9, 30), snoozed) == (one,)
    assert next_moment(found, now, snoozed) == at(24, 9, 30)


def test_what_was_missed_long_ago_is_not_told():
    found = reminders([case()], at(30, 9), WORKDAYS, ANY)
    assert not [each for each in due(found, at(30, 9), ()) if "How was" in str(each.title)]


def test_cards_are_foreseen_before_the_interview_is_over():
    before, after = (
        {each.key: each.at for each in reminders([case()], now, WORKDAYS, ANY) if each.kind is Kind.CARD}
        for now in (at(24, 8), at(24, 12))
    )
    assert before == after
    assert len(before) == 2


def test_how_it_was_is_not_asked_once_a_card_has_begun():
    drafted = Card(id=card_id("i", "a"), interview="i", person="a", state=CardState.DRAFTED)
    found = reminders([replace(case(), cards=(drafted,))], at(24, 12), WORKDAYS, ANY)
    assert not [each for each in found if each.does is Does.DEBRIEF]


def test_the_kit_is_told_until_the_interview_begins():
    (kit,) = [each for each in reminders([case()], at(23, 12), WORKDAYS, ANY) if each.kind is Kind.KIT]
    assert (kit.at, kit.until, kit.does) == (at(23, 18), at(24, 10), Does.KIT)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (datetime(2026, 12, 2, 10, tzinfo=BERLIN), "Today is fine too."),
        (datetime(2026, 12, 6, 10, tzinfo=BERLIN), "Tomorrow is fine too."),
        (datetime(2026, 12, 5, 10, tzinfo=BERLIN), "Mon 7 Dec is fine too."),
    ],
)
def test_a_best_day_that_has_passed_is_no_loss(now, words):
    promise = Promise(id="p", interview="i", words="by Friday", latest=date(2026, 11, 27), heard=date(2026, 11, 24))
    found = reminders([replace(case(), promises=(promise,))], now, WORKDAYS, ANY)
    (best,) = [each for each in found if each.kind is Kind.BEST]
    assert str(best.text) == f"The best day was Tue 1 Dec. {words}"


def test_two_promises_of_one_day_are_two_reminders():
    due_on = date(2026, 11, 26)
    tasks = tuple(
        Task(id=each, interview="i", person="a", note="n", words=f"send {each}", due=due_on) for each in ("slides", "code")
    )
    found = [each for each in reminders([replace(case(), tasks=tasks)], at(25, 9), WORKDAYS, ANY) if each.kind is Kind.TASK]
    assert len({each.key for each in found}) == 2


def test_another_person_to_ask_is_no_new_reminder():
    two = replace(case(), people=(*case().people, Person(id="b", name="Bo Lind", company="Acme")))
    two = replace(two, interview=replace(two.interview, people=("a", "b")))
    keys = [
        {each.key for each in reminders([one], at(25, 9), WORKDAYS, ANY) if each.kind is Kind.BEST}
        for one in (two, replace(two, interview=replace(two.interview, contact="b")))
    ]
    assert keys[0] == keys[1]
    assert len(keys[0]) == 1


ZONES = st.sampled_from([BERLIN, UTC, ZoneInfo("Pacific/Auckland")])
MOMENTS = st.datetimes(datetime(2026, 11, 1), datetime(2027, 1, 31), timezones=ZONES)  # noqa: DTZ001  (bounds)
STARTS = st.datetimes(datetime(2026, 11, 1), datetime(2027, 1, 10))  # noqa: DTZ001  (wall time)


@given(now=MOMENTS, start=STARTS, hours=st.builds(Hours, st.times(), st.times()), outcome=st.sampled_from(list(Outcome)))
def test_nothing_is_said_in_quiet_hours_nor_twice(now, start, hours, outcome):
    one = case(start.replace(second=0, microsecond=0), outcome=outcome, outcome_on=start.date())
    found = reminders([one], now, WORKDAYS, hours)
    assert len({each.key for each in found}) == len(found)
    for each in found:
        assert not hours.has(each.at)
        assert each.at <= each.until
    later = next_moment(found, now, ())
    assert later is None or later > now
    assert all(now - timedelta(days=4) < each.at <= now for each in due(found, now, ()))
