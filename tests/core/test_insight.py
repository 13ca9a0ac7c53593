"""What the notebook tells about how it went: every case once, nothing unknown counted, no figure over too few."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_desktop.core import changes
from followup_desktop.core.insight import ENOUGH, Figure, Reply, Sent, Word, answered, insight
from followup_desktop.core.records import Card, CardState, Case, Channel, Interview, Outcome, Person, Promise, Touch, card_id

LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 11, 23)
NOW = datetime(2027, 2, 1, 12, tzinfo=LONDON)
ENDED = datetime(2026, 11, 23, 11, tzinfo=LONDON)
HONG, NGOZI = Person(id="hong", name="Hong Nguyen"), Person(id="ngozi", name="Ngozi Okafor")


def case(people=(HONG,), **told):
    start = datetime.combine(MONDAY, time(10))
    told = {"id": "acme", "company": "Acme", "role": "Engineer", **told}
    interview = Interview(start=start, zone="Europe/London", people=tuple(each.id for each in people), **told)
    return Case(interview, tuple(people))


def with_card(told, person, **card):
    key = card_id(told.interview.id, person)
    return replace(told, cards=(*told.cards, Card(id=key, interview=told.interview.id, person=person, **card)))


def promised(told, latest):
    return replace(told, promises=(Promise(id="p", interview="acme", words="by then", latest=latest, heard=MONDAY),))


def asked(told, *days):
    touches = [Touch(id=f"t{at}", interview="acme", person="hong", kind=Channel.EMAIL, on=on) for at, on in enumerate(days)]
    return replace(told, touches=tuple(touches))


@pytest.mark.parametrize(
    ("after", "sent"),
    [
        (timedelta(minutes=-10), Sent.IN_TIME),
        (timedelta(hours=1), Sent.IN_TIME),
        (timedelta(hours=24), Sent.IN_TIME),
        (timedelta(hours=24, seconds=1), Sent.LATER),
        (timedelta(days=9), Sent.LATER),
        (None, Sent.UNKNOWN),
    ],
)
def test_a_posted_card_is_in_time_up_to_24_hours_after_the_end(after, sent):
    posted_at = None if after is None else ENDED + after
    told = insight([with_card(case(), "hong", state=CardState.POSTED, posted_at=posted_at)], NOW)
    assert [each.sent for each in told.cards] == [sent]
    assert told.in_time == Figure(sent is Sent.IN_TIME, sent is not Sent.UNKNOWN)


def test_a_card_that_is_not_posted_is_open_for_a_day_and_then_not_sent():
    for ahead, sent in ((timedelta(hours=23), Sent.OPEN), (timedelta(hours=25), Sent.NOT_SENT)):
        told = insight([with_card(case(), "hong", state=CardState.PRINTED, printed_at=ENDED)], ENDED + ahead)
        assert [each.sent for each in told.cards] == [sent]


def test_no_card_is_missed_where_they_answered_within_the_day():
    said_no = case(outcome=Outcome.REJECTED, outcome_on=MONDAY, answered_on=MONDAY)
    assert insight([said_no], NOW).cards == ()


def test_whoever_arranged_the_day_counts_once_their_card_was_begun():
    told = case((HONG, NGOZI), arranged_by="ngozi")
    told = replace(told, interview=replace(told.interview, people=("hong",)))
    assert [each.person for each in insight([told], NOW).cards] == ["hong"]
    begun = with_card(told, "ngozi", state=CardState.DRAFTED)
    assert [each.person for each in insight([begun], NOW).cards] == ["hong", "ngozi"]


@pytest.mark.parametrize(
    ("ended", "word", "days"),
    [
        ({"outcome": Outcome.OFFER, "outcome_on": date(2026, 12, 3), "answered_on": date(2026, 12, 3)}, Word.KEPT, 0),
        ({"outcome": Outcome.REJECTED, "outcome_on": date(2026, 12, 1), "answered_on": date(2026, 12, 1)}, Word.KEPT, -2),
        ({"outcome": Outcome.REJECTED, "outcome_on": date(2026, 12, 9), "answered_on": date(2026, 12, 9)}, Word.LATER, 6),
        ({"outcome": Outcome.ACCEPTED, "outcome_on": date(2026, 12, 9), "answered_on": date(2026, 12, 2)}, Word.KEPT, -1),
        ({"outcome": Outcome.ACCEPTED, "outcome_on": date(2026, 12, 9)}, Word.UNKNOWN, None),
        ({"outcome": Outcome.NO_ANSWER, "outcome_on": date(2026, 12, 30)}, Word.NEVER, None),
        ({"outcome": Outcome.WITHDRAWN, "outcome_on": date(2026, 11, 30)}, Word.UNKNOWN, None),
        ({}, Word.OPEN, None),
    ],
)
def test_a_promise_is_held_against_the_day_their_answer_came(ended, word, days):
    told = insight([promised(case(**ended), date(2026, 12, 3))], NOW)
    (found,) = told.promises
    assert (found.word, found.days) == (word, days)
    assert told.kept == Figure(word is Word.KEPT, word in (Word.KEPT, Word.LATER, Word.NEVER))


def test_a_promise_without_a_last_day_is_none_to_keep():
    assert insight([promised(case(), None), case()], NOW).promises == ()


def test_accepting_an_offer_keeps_the_day_it_came():
    offered = changes.applied(case(), changes.outcome_set(case(), Outcome.OFFER, date(2026, 12, 2)))
    taken = changes.applied(offered, changes.outcome_set(offered, Outcome.ACCEPTED, date(2026, 12, 9)))
    assert (taken.interview.answered_on, taken.interview.outcome_on) == (date(2026, 12, 2), date(2026, 12, 9))
    opened = changes.applied(taken, changes.outcome_set(taken, Outcome.WAITING, date(2026, 12, 10)))
    assert (opened.interview.answered_on, opened.interview.outcome_on) == (None, None)


def replies(told):
    found = insight([told], NOW)
    return [(each.touch, each.reply, each.days) for each in (*found.first, *found.second)]


def test_a_follow_up_is_answered_where_that_was_noted_or_their_answer_came_before_the_next():
    first, second = date(2026, 12, 7), date(2026, 12, 14)
    twice = asked(case(), first, second)
    assert replies(twice) == [("t0", Reply.NONE_NOTED, None), ("t1", Reply.OPEN, None)]
    noted = changes.applied(twice, changes.touch_answered(twice, twice.touches[0], date(2026, 12, 8)))
    assert replies(noted) == [("t0", Reply.ANSWERED, 1), ("t1", Reply.OPEN, None)]
    offered = replace(
        twice,
        interview=replace(twice.interview, outcome=Outcome.OFFER, outcome_on=date(2026, 12, 16), answered_on=date(2026, 12, 16)),
    )
    assert replies(offered) == [("t0", Reply.NONE_NOTED, None), ("t1", Reply.ANSWERED, 2)]
    closed = replace(twice, interview=replace(twice.interview, outcome=Outcome.NO_ANSWER, outcome_on=date(2026, 12, 30)))
    assert replies(closed) == [("t0", Reply.NONE_NOTED, None), ("t1", Reply.NONE_NOTED, None)]


def test_thanks_after_a_no_and_words_after_an_offer_are_no_follow_ups():
    said_no = case(outcome=Outcome.REJECTED, outcome_on=date(2026, 12, 3), answered_on=date(2026, 12, 3))
    assert replies(asked(said_no, date(2026, 12, 4), date(2027, 1, 5))) == []
    taken = case(outcome=Outcome.ACCEPTED, outcome_on=date(2026, 12, 9), answered_on=date(2026, 12, 3))
    assert replies(asked(taken, date(2026, 12, 7))) == []


def test_what_is_ahead_or_was_cancelled_tells_nothing():
    assert insight([promised(case(), date(2026, 12, 3))], ENDED - timedelta(hours=1)).is_empty
    assert insight([promised(case(cancelled=True), date(2026, 12, 3))], NOW).is_empty


def test_nine_cases_are_too_few_and_ten_are_enough():
    cases = [with_card(case(id=str(at)), "hong", state=CardState.POSTED, posted_at=ENDED) for at in range(ENOUGH)]
    assert not insight(cases[1:], NOW).in_time.is_enough
    assert insight(cases, NOW).in_time == Figure(ENOUGH, ENOUGH)
    assert insight(cases, NOW).in_time.is_enough


def test_employers_are_told_apart_whatever_their_letters_case_and_the_latest_stands_first():
    acme, globex = promised(case(), date(2026, 12, 3)), promised(case(id="b", company="Globex"), date(2026, 12, 9))
    again = promised(case(id="c", company="ACME "), date(2026, 11, 27))
    told = insight([again, globex, acme], NOW).by_employer
    assert [(company, [each.interview for each in cases]) for company, cases in told] == [
        ("Globex", ["b"]),
        ("Acme", ["c", "acme"]),
    ]


DAYS = st.dates(MONDAY, date(2027, 1, 20))


@st.composite
def hunts(draw):
    cases = []
    for at in range(draw(st.integers(0, 14))):
        outcome = draw(st.sampled_from(Outcome))
        on = None if outcome is Outcome.WAITING else draw(st.none() | DAYS)
        told = case(
            (HONG, NGOZI)[: draw(st.integers(0, 2))],
            id=f"i{at}",
            company=draw(st.sampled_from(["Acme", "acme", "Globex", ""])),
            outcome=outcome,
            outcome_on=on,
            answered_on=draw(st.none() | DAYS),
            cancelled=draw(st.integers(0, 9)) == 0,
        )
        for person in told.people:
            if draw(st.booleans()):
                moment = draw(st.none() | st.datetimes(datetime(2026, 11, 23), datetime(2027, 1, 9)))  # noqa: DTZ001
                posted_at = None if moment is None else moment.replace(tzinfo=LONDON)
                told = with_card(told, person.id, state=draw(st.sampled_from(CardState)), posted_at=posted_at)
        if draw(st.booleans()):
            told = promised(told, draw(st.none() | DAYS))
        cases.append(asked(told, *draw(st.lists(DAYS, max_size=4))))
    return cases


@settings(max_examples=40)
@given(hunts())
def test_every_case_counts_once_and_what_is_unknown_in_no_figure(cases):
    told = insight(cases, NOW)
    over = {each.interview.id: each for each in cases if not each.interview.cancelled}
    for keys, most in (
        ([(each.interview, each.person) for each in told.cards], sum(len(each.people) for each in over.values())),
        ([each.interview for each in told.promises], len(over)),
        ([(each.interview, each.touch) for each in (*told.first, *told.second)], sum(len(c.touches) for c in over.values())),
    ):
        assert len(keys) == len(set(keys)) <= most
    assert len(told.second) <= len(told.first) <= len(over)
    for figure, states, unknown in (
        (told.in_time, [each.sent for each in told.cards], (Sent.OPEN, Sent.UNKNOWN)),
        (told.kept, [each.word for each in told.promises], (Word.OPEN, Word.UNKNOWN)),
        (answered(told.first), [each.reply for each in told.first], (Reply.OPEN,)),
    ):
        counted = Counter(states)
        assert figure.told == len(states) - sum(counted[each] for each in unknown)
        assert 0 <= figure.count <= figure.told
    assert all((each.days is not None) is (over[each.interview].interview.answered_on is not None) for each in told.promises)
    assert sum(len(group) for _, group in told.by_employer) == len(told.promises)
    assert insight(list(reversed(cases)), NOW).kept == told.kept
