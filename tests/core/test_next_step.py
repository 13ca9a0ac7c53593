"""The next step over made-up situations: it never stumbles, never urges what is not allowed, and what is put off stays away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_desktop.core.agenda import (
    Does,
    Group,
    Kind,
    all_entries,
    around,
    case_step,
    entries,
    group,
    next_step,
    person_step,
    quiet,
)
from followup_desktop.core.etiquette import next_ask, owed
from followup_desktop.core.next_step import steps
from followup_desktop.core.records import (
    Box,
    Card,
    CardState,
    Case,
    Channel,
    Interview,
    Later,
    Note,
    Outcome,
    Permission,
    Person,
    Promise,
    Task,
    Touch,
    Workdays,
    card_id,
)
from followup_desktop.core.standing import standing
from followup_desktop.core.steps.step import Rank

WORKDAYS = Workdays("US", frozenset({date(2026, 11, 26), date(2026, 12, 25), date(2027, 1, 1)}))
ZONES = ("Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC")
DAY = st.dates(date(2026, 10, 1), date(2027, 2, 28))
TITLES = ("", "Recruiter", "Head of IT")
NAMES = ("Hong", "Tomáš", "Ngozi", "محمد", "李小龍", "Łukasz", "A {brace}", "Eve", "Bo")


@st.composite
def cases(draw, company=None):
    """An interview in any state that the notebook could hold."""
    number = draw(st.integers(0, 10_000))
    name = company or draw(st.sampled_from(["Acme", "Globex", "{x}", "Hallbrück AG"]))
    day = draw(DAY)
    start = draw(
        st.one_of(st.just(day), st.times(time(6), time(20)).map(lambda at: datetime.combine(day, at.replace(microsecond=0))))
    )
    people = tuple(
        Person(
            id=f"p{at}",
            name=NAMES[at],
            title=draw(st.sampled_from(["", "Recruiter", "Head of IT"])),
            email=draw(st.sampled_from(["", "e"])),
        )
        for at in range(draw(st.integers(0, 9)))
    )
    interview = Interview(
        id=f"i{number}",
        company=name,
        role=draw(st.sampled_from(["Clerk", ""])),
        start=start,
        zone=draw(st.sampled_from(ZONES)),
        people=tuple(person.id for person in people),
        outcome=draw(st.sampled_from(Outcome)),
        outcome_on=draw(st.one_of(st.none(), DAY)),
        permission=draw(st.sampled_from(Permission)),
        cancelled=draw(st.booleans()) and draw(st.booleans()),
    )
    moments = DAY.map(lambda each: datetime.combine(each, time(16), ZoneInfo("UTC")))
    cards = tuple(
        Card(
            id=card_id(interview.id, person.id),
            interview=interview.id,
            person=person.id,
            state=draw(st.sampled_from(CardState)),
            posted_at=draw(st.one_of(st.none(), moments)),
        )
        for person in people
        if draw(st.booleans())
    )
    windows = draw(st.lists(st.tuples(st.one_of(st.none(), DAY), st.one_of(st.none(), DAY)), max_size=1))
    promises = tuple(
        Promise(id="q", interview=interview.id, words="within two weeks", earliest=earliest, latest=latest, heard=day)
        for earliest, latest in windows
    )
    touches = tuple(
        Touch(id=f"t{at}", interview=interview.id, person="p0", kind=draw(st.sampled_from(Channel)), on=on)
        for at, on in enumerate(sorted(draw(st.lists(DAY, max_size=3))))
    )
    texts = draw(st.lists(st.tuples(st.sampled_from(["{x}", "the train", ""]), st.sampled_from(Box)), max_size=2))
    notes = tuple(
        Note(id=f"n{at}", interview=interview.id, person=None, text=text, box=box) for at, (text, box) in enumerate(texts)
    )
    return Case(interview, people, notes, promises, draw(tasks(interview, people)), touches, cards)


@st.composite
def tasks(draw, interview, people):
    """Promises of either side in any state, some with private words, some to nobody in particular."""
    return tuple(
        Task(
            id=f"{interview.id}.n.{at}",
            interview=interview.id,
            person=draw(st.sampled_from([None, *(person.id for person in people)])),
            note="n0",
            words=draw(st.sampled_from(["", "Send {x} the slides"])),
            mine=draw(st.booleans()),
            due=draw(st.one_of(st.none(), DAY)),
            done_on=draw(st.one_of(st.none(), DAY)),
        )
        for at in range(draw(st.integers(0, 2)))
    )


def distinct(found):
    return [replace(case, interview=replace(case.interview, id=f"i{at}")) for at, case in enumerate(found)]


MOMENTS = st.builds(
    lambda day, minute, zone: datetime.combine(day, time(minute // 60, minute % 60), ZoneInfo(zone)),
    DAY,
    st.integers(0, 24 * 60 - 1),
    st.sampled_from(ZONES),
)


@pytest.mark.slow
@given(st.lists(cases(), max_size=5).map(distinct), MOMENTS)
@settings(max_examples=120)
def test_there_is_always_one_next_step_and_it_can_be_said(found, now):
    step = next_step(found, now, WORKDAYS)
    assert str(step.act)
    assert str(step.reason)
    assert (step.does is Does.NOTHING) == (str(step.button) == "")
    assert step.interview is None or step.interview in {case.interview.id for case in found}
    for case in found:
        own = case_step(case, now, WORKDAYS, surroundings=around(found).get(case.interview.id))
        assert str(own.short)
        assert str(own.act)
        assert group(case, now) in Group
        for person in case.people:
            assert str(person_step(case, person.id, now, WORKDAYS).act)


@given(cases(), MOMENTS)
@settings(max_examples=60)
def test_nobody_is_asked_before_the_floor_or_on_a_day_off(case, now):
    step = case_step(case, now, WORKDAYS)
    if step.does is Does.ASK:
        ask = next_ask(case, WORKDAYS)
        assert ask is not None
        assert now.date() >= ask.floor > case.interview.last_day
        assert WORKDAYS.is_workday(now.date())
        assert case.interview.outcome is Outcome.WAITING
        assert len(case.touches) < 2


@given(cases(), MOMENTS)
@settings(max_examples=60)
def test_before_an_interview_and_after_a_cancelled_one_nothing_is_owed(case, now):
    kinds = {entry.kind for entry in entries(case, now, WORKDAYS)}
    if case.interview.cancelled:
        assert kinds == set()
        assert case_step(case, now, WORKDAYS).does is Does.NOTHING or case.interview.outcome is not Outcome.WAITING
    if now < case.interview.ends():
        assert not kinds & {Kind.CARD, Kind.FLOOR, Kind.BEST, Kind.CHECK_IN, Kind.KEEP_IN_TOUCH}
        assert owed(case, now) == ()


@given(cases(), MOMENTS)
@settings(max_examples=60)
def test_entries_can_be_said_and_stand_on_sensible_days(case, now):
    ribbon = quiet(case, WORKDAYS, now=now)
    found = entries(case, now, WORKDAYS)
    assert list(found) == sorted(found, key=lambda entry: entry.day)
    for entry in found:
        assert str(entry.title)
        assert str(entry.short)
        assert isinstance(str(entry.detail), str)
        assert entry.why is None or str(entry.why)
        if entry.kind in (Kind.FLOOR, Kind.BEST):
            assert WORKDAYS.is_workday(entry.day)
            assert ribbon is None or not ribbon[0] <= entry.day <= ribbon[1]
        if not entry.done and entry.kind in (Kind.CARD, Kind.CHECK_IN, Kind.KEEP_IN_TOUCH):
            assert entry.day >= now.date()


@given(st.lists(cases(), min_size=1, max_size=4).map(distinct), MOMENTS)
@settings(max_examples=40)
def test_putting_off_step_after_step_comes_to_an_end_and_never_repeats(found, now):
    put_off: list[Later] = []
    seen: set[str] = set()
    for _ in range(60):
        step = next_step(found, now, WORKDAYS, put_off)
        if step.rank >= Rank.COMING:
            return
        assert step.key not in seen
        seen.add(step.key)
        put_off.append(Later(id=step.key, until=now + timedelta(hours=1)))
    pytest.fail("there was no end of steps")


@given(cases(), MOMENTS)
@settings(max_examples=40)
def test_the_steps_of_an_interview_are_told_apart_by_their_keys(case, now):
    keys = [step.key for step in steps(standing(case, now, WORKDAYS))]
    assert len(keys) == len(set(keys))


def test_a_next_round_answers_the_first(tell):
    first = tell.a_case("Acme", "Clerk", tell.wall(11, 10, 10), tell.wall(11, 10, 11), tell.people.hong)
    for state in (CardState.POSTED,):
        first = tell.carded(first, "hong", state)
    second = tell.a_case("ACME", "clerk", tell.wall(12, 10, 10), tell.wall(12, 10, 11), tell.people.hong)
    second = replace(second, interview=replace(second.interview, id="second"))
    now = tell.at(23)
    alone = next_step([first], now, tell.england)
    assert alone.does is Does.ASK
    assert next_step([first, second], now, tell.england).reason.values["company"] == "ACME"
    others = around([first, second])
    assert str(case_step(first, now, tell.england, surroundings=others["acme"]).short) == "Went on to the next round"
    assert group(first, now, others["acme"]) is Group.CLOSED
    assert quiet(first, tell.england, surroundings=others["acme"]) is None
    assert not {entry.kind for entry in all_entries([first, second], now, tell.england)} & {Kind.FLOOR, Kind.BEST}


def test_an_interview_in_another_zone_is_today_where_it_is_and_where_the_user_is(tell):
    tokyo = Case(Interview(id="t", company="Tokio", role="", start=tell.wall(11, 24, 1), zone="Asia/Tokyo"))
    assert group(tokyo, tell.at(23)) is Group.TODAY
    assert group(tokyo, tell.at(24)) is Group.TODAY
    assert group(tokyo, tell.at(22)) is Group.COMING
    assert group(tokyo, tell.at(25)) is Group.WAITING


def test_after_the_days_last_post_the_next_one_is_named(story, tell):
    step = next_step(story.cases, tell.at(23, 18), tell.england)
    assert str(step.reason) == "Tomáš Řehák and Ngozi Okafor are still waiting. Post them by 09:00 tomorrow."
    assert str(step.short) == "Write 2 cards by 09:00 tomorrow"


def test_the_day_of_an_interview_says_what_to_ask(story, tell):
    step = next_step([story.hallbruck], tell.at(2, 8, month=12), tell.england)
    asks = "Hallbrück AG is today at 14:00. Ask when they decide, and whether you may follow up"
    assert f"{step.act} {step.reason}" == f"{asks}; ask reception for the address."
    people = tuple(replace(each, address="Speicherstraße 9\nHamburg") for each in story.hallbruck.people)
    step = next_step([replace(story.hallbruck, people=people)], tell.at(2, 8, month=12), tell.england)
    assert f"{step.act} {step.reason}" == f"{asks}."


def test_on_a_day_off_asking_waits_for_the_next_business_day(story, tell):
    step = case_step(story.initech, tell.at(28), tell.england)
    assert (str(step.act), step.does) == ("Ask Initech on Mon 30 Nov.", Does.NOTHING)


def test_a_thousand_interviews_have_one_next_step(story, tell):
    many = [
        replace(case, interview=replace(case.interview, id=f"{case.interview.id}{at}", company=f"{case.interview.company} {at}"))
        for at in range(200)
        for case in story.cases
    ]
    assert next_step(many, tell.at(23, 12, 41), tell.england).does is Does.WRITE
