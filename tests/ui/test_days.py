from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from followup_desktop.core import agenda, changes
from followup_desktop.core.agenda import Kind
from followup_desktop.core.history import removal
from followup_desktop.core.records import (
    Card,
    CardState,
    Change,
    Channel,
    Interview,
    Outcome,
    Person,
    Touch,
    added,
    card_id,
)
from followup_desktop.core.words import Words
from followup_desktop.ui.days import Days

TODAY = date(2026, 11, 23)


@pytest.fixture
def days(told):
    return Days(told, told)


def kinds(days, day):
    return [item.entry.kind for item in days.on(day)]


def test_a_day_lists_what_is_owed_first_then_interviews_then_questions(days):
    assert kinds(days, TODAY) == [Kind.CARD, Kind.INTERVIEW, Kind.FLOOR]


def test_a_card_posted_today_is_said_by_what_is_still_owed_and_not_twice(days):
    owed = days.on(TODAY)[0].entry
    assert owed.detail.values["name"] == "Hong Nguyen"
    assert Kind.POSTED not in kinds(days, TODAY)
    assert Kind.POSTED in kinds(days, date(2026, 11, 20))


def test_quiet_names_come_with_those_soonest_over_first(days):
    quiet = days.quiet_between(date(2026, 11, 20), date(2026, 12, 7))
    assert quiet[date(2026, 11, 20)] == ("Initech",)
    assert quiet[date(2026, 11, 21)] == ("Initech", "Globex")
    assert quiet[date(2026, 11, 24)] == ("Acme", "Globex")
    assert quiet[date(2026, 12, 6)] == ("Globex",)
    assert quiet[date(2026, 12, 7)] == ()


def test_quiet_names_of_one_interview_only(days):
    quiet = days.quiet_between(date(2026, 11, 24), date(2026, 11, 24), "acme")
    assert quiet == {date(2026, 11, 24): ("Acme",)}


def test_a_change_and_its_undo_are_heard(days, told, qtbot):
    case = told.case("acme")
    with qtbot.waitSignal(days.changed):
        told.do(changes.card_marked(case, "tomas", CardState.POSTED, told.now()))
    assert days.on(TODAY)[0].entry.title == Words("1 card to post")
    with qtbot.waitSignal(days.changed):
        told.undo()
    assert days.on(TODAY)[0].entry.title.values == {"count": 2}


def test_an_interview_that_was_deleted_leaves_its_days(days, told):
    told.do(Change(Words("Delete"), removal(told.case("hallbrueck"))))
    assert days.on(date(2026, 12, 2)) == ()
    assert days.case("hallbrueck") is None


def test_a_person_renamed_is_renamed_in_every_entry(days, told):
    hong = told.case("acme").person("hong")
    told.do(changes.person_edited(hong, replace(hong, name="Nguyễn Thị Hồng")))
    interview = next(item for item in days.on(TODAY) if item.entry.kind is Kind.INTERVIEW)
    assert "Nguyễn Thị Hồng" in str(interview.entry.detail)


def test_who_writes_can_change_every_day(days, told):
    me = told.me()
    told.do(changes.me_set(me, replace(me, country="US")))
    assert date(2026, 11, 26) not in [day for day, _ in days.from_day(date(2026, 11, 26))]
    assert days.on(TODAY)


def test_an_interview_begins_to_owe_cards_when_it_ends(days, told, qtbot):
    def owing():
        found = [item for day, items in days.from_day(date(2026, 12, 2)) for item in items]
        return [item.case.interview.id for item in found if item.entry.kind is Kind.CARD]

    told.clock.fix(datetime(2026, 12, 2, 14, 30, tzinfo=ZoneInfo("Europe/London")))
    assert owing() == ["acme"]
    with qtbot.waitSignal(days.changed):
        told.clock.fix(datetime(2026, 12, 2, 15, 30, tzinfo=ZoneInfo("Europe/London")))
    assert sorted(owing()) == ["acme", "hallbrueck"]


def test_midnight_makes_another_today(days, told, qtbot):
    with qtbot.waitSignal(days.changed):
        told.clock.fix(datetime(2026, 11, 24, 0, 0, 5, tzinfo=ZoneInfo("Europe/London")))
    assert days.today == date(2026, 11, 24)


def test_what_is_settled_is_derived_when_its_month_is_looked_at(days):
    assert "wayfarer" not in days._derived
    assert [item.case.interview.id for item in days.on(date(2026, 9, 8))] == ["wayfarer"]
    assert [str(item.entry.short) for item in days.on(date(2026, 10, 12))] == ["No answer: Wayfarer Labs"]


def test_lazily_derived_days_are_those_of_the_core(days, told, now):
    wanted = {(entry.day, entry.kind, entry.interview) for entry in agenda.all_entries(told.cases(), now, told.workdays())}
    shown = {(day, item.entry.kind, item.entry.interview) for day, items in days.from_day(date(2020, 1, 1)) for item in items}
    assert shown == wanted - {(TODAY, Kind.POSTED, "acme")}


def closed(number):
    """One of many interviews that are over, each in its way."""
    day = date(2026, 11, 20) - timedelta(days=number * 23 % 700)
    outcome = (Outcome.REJECTED, Outcome.NO_ANSWER, Outcome.WITHDRAWN, Outcome.ACCEPTED)[number % 4]
    person = Person(id=f"p{number}", name=f"Person {number}", tier="A" if number % 7 == 0 else "", quiet=number % 11 == 0)
    interview = Interview(
        id=f"i{number}",
        company=f"Company {number // 3}",
        role="Cook",
        start=datetime.combine(day, time(10)),
        zone="Europe/London",
        people=(person.id,),
        outcome=outcome,
        outcome_on=day + timedelta(days=number % 9),
    )
    card = Card(id=card_id(interview.id, person.id), interview=interview.id, person=person.id)
    went = [replace(card, state=CardState.POSTED, posted_at=interview.starts())] if number % 3 else []
    asked = Touch(id=f"t{number}", interview=interview.id, person=person.id, kind=Channel.CALL, on=day + timedelta(days=5))
    return (person, interview, *went, *([asked] if number % 5 == 0 else []))


def test_a_long_hunt_lies_as_the_core_has_it_whichever_month_is_looked_at_first(told, now):
    told.do(added(Words("Fill"), *(record for number in range(60) for record in closed(number))))
    days = Days(told, told)
    assert len(days._derived) < len(told.cases()) / 2

    def differs():
        days.on(date(2026, 2, 3))
        wanted = agenda.all_entries(told.cases(), told.now(), told.workdays(), told.rules(), told.known())
        shown = [(day, item.entry.kind, item.entry.person) for day, items in days.from_day(date(2020, 1, 1)) for item in items]
        posted = [(day, kind, person) for day, kind, person in shown if kind is not Kind.POSTED]
        return sorted(map(str, posted)) != sorted(
            str((entry.day, entry.kind, entry.person)) for entry in wanted if entry.kind is not Kind.POSTED
        )

    assert not differs()
    told.do(changes.outcome_set(told.case("i4"), Outcome.REJECTED, TODAY))
    told.do(changes.touch_made(told.case("i8"), "p8", Channel.EMAIL, TODAY))
    assert not differs()
    told.undo()
    assert not differs()


def test_a_settled_interview_taken_up_again_comes_back_to_life(days, told):
    told.do(changes.outcome_set(told.case("wayfarer"), Outcome.WAITING, TODAY))
    assert days.case("wayfarer").interview.outcome is Outcome.WAITING
    assert "wayfarer" in {
        item.entry.interview for _, items in days.from_day(date(2026, 9, 1)) for item in items if item.entry.kind is Kind.BEST
    }
    told.undo()
    assert Kind.BEST not in {
        item.entry.kind for _, items in days.from_day(date(2026, 9, 1)) for item in items if item.entry.interview == "wayfarer"
    }
