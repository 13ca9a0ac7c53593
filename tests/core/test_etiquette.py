"""The rules of following up, one by one, by their numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.core import etiquette, sentences
from followup_desktop.core.etiquette import DEFAULTS, Promptness, Rules, Tier
from followup_desktop.core.records import (
    CardState,
    Case,
    Channel,
    Interview,
    Outcome,
    Permission,
    Person,
    Promise,
    Touch,
    Workdays,
)

NO_HOLIDAYS = Workdays("GB")
AMERICA = Workdays("US", frozenset({date(2026, 11, 26), date(2026, 12, 25), date(2027, 1, 1)}))
MONDAY = date(2026, 11, 23)


def on(day, hour=10, *, country="", **more):
    start = datetime.combine(day, time(hour))
    return Case(Interview(id="i", company="Initech", role="Clerk", start=start, zone="Europe/London", **more))


def said(case, latest, earliest=None, words="by then", by=None):
    promise = Promise(id="p", interview="i", words=words, earliest=earliest, latest=latest, heard=case.interview.day, by=by)
    return replace(case, promises=(*case.promises, promise))


def asked(case, *days):
    touches = tuple(Touch(id=str(day), interview="i", person="x", kind=Channel.CALL, on=day) for day in days)
    return replace(case, touches=(*case.touches, *touches))


def with_people(case, *people, arranged_by=None):
    known = tuple(each.id for each in people if each.id != arranged_by)
    return replace(case, interview=replace(case.interview, people=known, arranged_by=arranged_by), people=people)


# E4 to E8: from when


def test_e4_e5_a_promised_date_is_waited_out_and_the_second_business_day_is_best():
    wait = etiquette.wait(said(on(MONDAY), date(2026, 12, 3)), NO_HOLIDAYS)
    assert (wait.floor, wait.best, wait.rule) == (date(2026, 12, 4), date(2026, 12, 7), "E4")


def test_e4_weekends_and_holidays_do_not_count():
    wait = etiquette.wait(said(on(MONDAY), date(2026, 11, 25)), AMERICA)
    assert (wait.floor, wait.best) == (date(2026, 11, 27), date(2026, 11, 30))


@pytest.mark.parametrize(("days", "best"), [(1, date(2026, 12, 4)), (2, date(2026, 12, 7)), (3, date(2026, 12, 8))])
def test_e5_the_best_day_is_a_setting(days, best):
    assert etiquette.wait(said(on(MONDAY), date(2026, 12, 3)), NO_HOLIDAYS, Rules(best_after_promise=days)).best == best


def test_e6_the_last_day_of_a_window_counts():
    wait = etiquette.wait(said(on(MONDAY), date(2026, 12, 4), date(2026, 11, 30), "sometime next week"), NO_HOLIDAYS)
    assert (wait.floor, wait.best, wait.rule) == (date(2026, 12, 7), date(2026, 12, 8), "E6")


def test_after_a_day_the_floor_is_the_next_business_day_and_the_best_one_more():
    wait = etiquette.wait(said(on(MONDAY), None, date(2026, 12, 5), "after the 4th"), NO_HOLIDAYS)
    assert (wait.floor, wait.best) == (date(2026, 12, 7), date(2026, 12, 8))
    assert str(wait.why) == "They said after Fri 4 Dec, so not before Mon 7 Dec; best Tue 8 Dec."


def test_e7_without_a_promise_five_business_days_then_seven():
    wait = etiquette.wait(on(MONDAY), NO_HOLIDAYS)
    assert (wait.floor, wait.best, wait.rule) == (date(2026, 11, 30), date(2026, 12, 2), "E7")


def test_e7_holidays_are_left_out():
    wait = etiquette.wait(on(MONDAY), AMERICA)
    assert (wait.floor, wait.best) == (date(2026, 12, 1), date(2026, 12, 3))


def test_e7_words_without_a_date_are_no_promise():
    assert etiquette.wait(said(on(MONDAY), None, words="we'll be in touch"), NO_HOLIDAYS).rule == "E7"


@pytest.mark.parametrize(
    ("day", "country", "doubled"),
    [
        (date(2026, 12, 16), "US", True),
        (date(2026, 12, 10), "US", False),
        (date(2027, 1, 4), "US", True),
        (date(2027, 1, 5), "US", False),
        (date(2026, 7, 15), "DE", True),
        (date(2026, 6, 1), "DE", False),
        (date(2026, 8, 31), "DE", False),
        (date(2026, 7, 15), "AU", False),
        (date(2027, 1, 20), "AU", True),
        (date(2027, 2, 10), "ZA", True),
        (date(2027, 2, 10), "DE", False),
    ],
)
def test_e8_a_wait_in_the_holidays_is_doubled(day, country, doubled):
    days = Workdays(country)
    wait = etiquette.wait(on(day), days)
    assert wait.rule == ("E8" if doubled else "E7")
    assert wait.floor == days.after(day, 10 if doubled else 5)
    assert wait.best == days.after(day, 14 if doubled else 7)


def test_e8_both_seasons_are_settings_and_a_promise_stands_above_them():
    calm = Rules(double_over_new_year=False, double_over_summer=False)
    assert etiquette.wait(on(date(2026, 12, 16)), NO_HOLIDAYS, calm).rule == "E7"
    assert etiquette.wait(on(date(2026, 7, 15)), NO_HOLIDAYS, calm).rule == "E7"
    assert etiquette.wait(said(on(date(2026, 12, 16)), date(2026, 12, 23)), NO_HOLIDAYS).floor == date(2026, 12, 24)


DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
HOLIDAYS = st.frozensets(DAYS, max_size=30).map(lambda days: Workdays("US", days))


@given(DAYS, st.one_of(st.none(), DAYS), st.one_of(st.none(), DAYS), HOLIDAYS)
def test_the_floor_is_a_business_day_after_the_interview_and_the_promise(day, earliest, latest, workdays):
    wait = etiquette.wait(said(on(day), latest, earliest), workdays)
    assert wait.best >= wait.floor > day
    assert workdays.is_workday(wait.floor)
    assert workdays.is_workday(wait.best)
    if latest is not None:
        assert wait.floor > latest
    elif earliest is not None:
        assert wait.floor >= earliest
    assert str(wait.why)


@given(DAYS, st.integers(0, 60), st.one_of(st.none(), DAYS), HOLIDAYS)
def test_a_later_interview_never_has_an_earlier_floor(day, later, latest, workdays):
    plain = Rules(double_over_new_year=False, double_over_summer=False)
    sooner = etiquette.wait(said(on(day), latest), workdays, plain)
    moved = etiquette.wait(said(on(day + timedelta(days=later)), latest), workdays, plain)
    assert moved.floor >= sooner.floor
    assert moved.best >= sooner.best


@given(DAYS, st.integers(0, 20), st.sampled_from(["US", "AU"]))
def test_a_later_promise_never_has_an_earlier_floor(day, later, country):
    workdays = Workdays(country)
    first = etiquette.wait(said(on(day), day + timedelta(days=3)), workdays)
    second = etiquette.wait(said(on(day), day + timedelta(days=3 + later)), workdays)
    assert (second.floor, second.best) >= (first.floor, first.best)


# E9 to E11: not too often


def test_e9_a_second_question_within_five_business_days_nags():
    case = asked(said(on(date(2026, 11, 10)), date(2026, 11, 20)), date(2026, 11, 23))
    assert (
        str(etiquette.nagging(case, date(2026, 11, 26), NO_HOLIDAYS))
        == "You asked Initech three days ago. Two more days feel kinder."
    )
    assert etiquette.nagging(case, date(2026, 11, 30), NO_HOLIDAYS) is None


def test_e9_one_day_more_is_said_in_its_own_words():
    case = asked(on(date(2026, 11, 2)), date(2026, 11, 23))
    kinder = etiquette.nagging(case, date(2026, 11, 26), NO_HOLIDAYS, Rules(between_touches=4))
    assert str(kinder) == "You asked Initech three days ago. One more day feels kinder."


def test_e9_counts_questions_to_the_same_company_about_other_interviews():
    elsewhere = asked(on(MONDAY), date(2026, 12, 1)).touches
    assert etiquette.nagging(on(MONDAY), date(2026, 12, 2), NO_HOLIDAYS, DEFAULTS, elsewhere) is not None
    wait = etiquette.next_ask(on(MONDAY), NO_HOLIDAYS, DEFAULTS, elsewhere)
    assert wait is not None
    assert (wait.floor, wait.rule) == (date(2026, 12, 8), "E9")


def test_e10_after_two_questions_nothing_more_is_suggested():
    case = asked(on(date(2026, 10, 1)), date(2026, 10, 12), date(2026, 10, 26))
    assert etiquette.next_ask(case, NO_HOLIDAYS) is None
    assert str(etiquette.nagging(case, MONDAY, NO_HOLIDAYS)) == "You asked Initech twice. Once more needs a reason."


def test_e11_no_question_on_the_day_itself():
    assert etiquette.nagging(on(MONDAY), MONDAY, NO_HOLIDAYS) is not None
    assert etiquette.nagging(on(MONDAY), MONDAY + timedelta(days=7), NO_HOLIDAYS) is None


def test_too_soon_says_the_promise():
    case = said(on(MONDAY), date(2026, 12, 3))
    assert str(etiquette.too_soon(case, date(2026, 12, 2), NO_HOLIDAYS)).startswith("They said by Thu 3 Dec")
    assert etiquette.too_soon(case, date(2026, 12, 4), NO_HOLIDAYS) is None


def test_keeping_in_touch_after_a_no_is_no_nagging():
    case = asked(on(date(2026, 8, 3)), date(2026, 8, 12), date(2026, 8, 20), date(2026, 9, 2))
    case = replace(case, interview=replace(case.interview, outcome=Outcome.REJECTED, outcome_on=date(2026, 9, 1)))
    assert etiquette.nagging(case, date(2026, 10, 2), NO_HOLIDAYS) is None


def test_after_a_question_the_next_one_waits_five_business_days_and_says_so():
    wait = etiquette.next_ask(asked(said(on(date(2026, 11, 10)), date(2026, 11, 20)), date(2026, 11, 24)), NO_HOLIDAYS)
    assert wait is not None
    assert (wait.floor, wait.best, wait.rule) == (date(2026, 12, 1), date(2026, 12, 3), "E9")


def test_a_new_promise_after_a_question_is_waited_out():
    case = asked(said(on(date(2026, 11, 10)), date(2026, 11, 20)), date(2026, 11, 24))
    wait = etiquette.next_ask(said(case, date(2026, 12, 11)), NO_HOLIDAYS)
    assert wait is not None
    assert (wait.floor, wait.rule) == (date(2026, 12, 14), "E4")


def test_e2_a_refused_permission_ends_the_asking():
    case = on(MONDAY, permission=Permission.NO)
    assert etiquette.next_ask(case, NO_HOLIDAYS) is None
    assert etiquette.silent_since(case, NO_HOLIDAYS) == date(2026, 12, 16)


# E12 to E17: whom, and how

RECRUITER = Person(id="r", name="Rita Recruiter", title="Recruiter", company="Initech", email="r@x.example")
MANAGER = Person(id="m", name="Max Manager", title="Hiring manager", phone="1")
HEAD = Person(id="h", name="Hera Head", title="Head of Platform")
PEER = Person(id="e", name="Eve Engineer", title="Engineer")
HR = Person(id="hr", name="Hugo", title="HR partner")
AGENT = Person(id="a", name="Ada Agent", title="Recruitment consultant", company="Hays")
HOST = Person(id="o", name="Erin", title="Reception")


@pytest.mark.parametrize(
    ("people", "first"),
    [
        ((PEER, RECRUITER, MANAGER), "m"),
        ((PEER, RECRUITER, HEAD), "h"),
        ((PEER, RECRUITER), "r"),
        ((HR, PEER), "e"),
        ((HR,), "hr"),
        ((PEER, MANAGER, AGENT), "a"),
    ],
)
def test_e12_e13_the_right_person_by_part(people, first):
    person, why = etiquette.right_person(with_people(on(MONDAY), *people))
    assert person is not None
    assert (person.id, person.name in str(why)) == (first, True)


def test_e12_who_named_the_date_comes_first_and_the_users_own_choice_above_all():
    case = said(with_people(on(MONDAY), PEER, MANAGER), date(2026, 12, 3), by="e")
    person, why = etiquette.right_person(case)
    assert (person, str(why)) == (PEER, "Eve Engineer named the date and is the one to ask.")
    chosen = replace(case, interview=replace(case.interview, contact="m"))
    assert etiquette.right_person(chosen)[0] == MANAGER


def test_e12_nobody_known_means_the_general_address():
    person, why = etiquette.right_person(on(MONDAY))
    assert person is None
    assert "general address of Initech" in str(why)
    assert etiquette.right_person(with_people(on(MONDAY), HOST, arranged_by="o"))[0] == HOST


def test_e17_e18_by_e_mail_or_by_phone_and_when():
    assert etiquette.channel(RECRUITER) is Channel.EMAIL
    assert etiquette.channel(MANAGER) is Channel.CALL
    assert etiquette.channel(PEER) is None
    assert etiquette.calling_hours() == (time(10), time(16))


# E19 to E25: thank-yous

LONDON = ZoneInfo("Europe/London")


def now(day, hour, minute=0):
    return datetime.combine(day, time(hour, minute), LONDON)


@pytest.mark.parametrize(
    ("start", "due", "rule"),
    [
        (10, now(MONDAY, 17), "E21"),
        (14, now(MONDAY, 17), "E21"),
        (15, now(MONDAY + timedelta(days=1), 9), "E20"),
        (20, now(MONDAY + timedelta(days=1), 9), "E20"),
    ],
)
def test_e20_e21_when_a_card_is_due(start, due, rule):
    clock = etiquette.thank_you(on(MONDAY, start), now(MONDAY, 23), NO_HOLIDAYS)
    assert clock is not None
    assert (clock.due, clock.rule) == (due, rule)


def test_e20_after_a_late_friday_the_card_is_due_on_monday_morning():
    friday = date(2026, 11, 20)
    clock = etiquette.thank_you(on(friday, 16), now(friday, 18), NO_HOLIDAYS)
    assert clock is not None
    assert clock.due == now(MONDAY, 9)
    sunday = etiquette.thank_you(on(friday, 16), now(friday + timedelta(days=2), 18), NO_HOLIDAYS)
    assert sunday is not None
    assert sunday.promptness is Promptness.ON_TIME


@pytest.mark.parametrize(
    ("hours", "promptness"),
    [(0, Promptness.ON_TIME), (24, Promptness.ON_TIME), (25, Promptness.LATE), (48, Promptness.LATE), (49, Promptness.OVERDUE)],
)
def test_e19_on_time_late_overdue(hours, promptness):
    clock = etiquette.thank_you(on(MONDAY, 9), now(MONDAY, 10) + timedelta(hours=hours), NO_HOLIDAYS)
    assert clock is not None
    assert clock.promptness is promptness


def test_e19_the_hours_are_real_ones_when_the_clocks_change():
    saturday = date(2026, 3, 28)  # summer time starts that night: on Monday at 10:30 only 47.5 hours have passed
    clock = etiquette.thank_you(on(saturday, 9), now(saturday + timedelta(days=2), 10, 30), NO_HOLIDAYS)
    assert clock is not None
    assert clock.promptness is Promptness.LATE


def test_before_the_end_nothing_is_owed():
    case = with_people(on(MONDAY), PEER, MANAGER)
    assert etiquette.thank_you(case, now(MONDAY, 10, 59), NO_HOLIDAYS) is None
    assert etiquette.owed(case, now(MONDAY, 10, 59)) == ()
    assert etiquette.owed(case, now(MONDAY, 11)) == (PEER, MANAGER)


def test_a_cancelled_interview_owes_nothing():
    case = with_people(on(MONDAY, cancelled=True), PEER)
    assert etiquette.owed(case, now(MONDAY, 20)) == ()
    assert etiquette.thank_you(case, now(MONDAY, 20), NO_HOLIDAYS) is None


@pytest.mark.parametrize(("outcome", "owes"), [("withdrawn", True), ("declined", True), ("rejected", False), ("accepted", False)])
def test_e37_who_is_not_interested_thanks_all_the_same(outcome, owes):
    case = with_people(on(MONDAY, outcome=Outcome(outcome)), PEER)
    assert bool(etiquette.owed(case, now(MONDAY, 20))) is owes


def test_e27_who_arranged_the_day_is_owed_a_card_once_it_is_begun():
    case = with_people(on(MONDAY), PEER, HOST, arranged_by="o")
    assert etiquette.owed(case, now(MONDAY, 20)) == (PEER,)
    begun = replace(case, cards=(replace(case.card("o"), state=CardState.DRAFTED),))
    assert etiquette.owed(begun, now(MONDAY, 20)) == (PEER, HOST)


def test_a_remote_interview_is_thanked_for_by_the_users_own_clock():
    case = Case(Interview(id="i", company="X", role="Y", start=datetime.combine(MONDAY, time(9)), zone="America/New_York"))
    clock = etiquette.thank_you(case, now(MONDAY, 20), NO_HOLIDAYS)
    assert clock is not None
    assert (clock.ended, clock.rule) == (now(MONDAY, 15), "E21")


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 7, 1), date(2026, 10, 25)])
def test_no_zone_moves_what_is_due_on_a_date(day):
    moment = datetime.combine(day + timedelta(days=2), time(12), LONDON)
    for name in sorted(available_timezones()):
        case = Case(Interview(id="i", company="X", role="Y", start=datetime.combine(day, time(10)), zone=name))
        clock = etiquette.thank_you(case, moment, NO_HOLIDAYS)
        wait = etiquette.wait(said(case, day + timedelta(days=4)), NO_HOLIDAYS)
        assert clock is not None
        assert clock.due > clock.ended
        assert wait.floor == NO_HOLIDAYS.after(day + timedelta(days=4))


def test_e23_when_the_post_loses_the_race_an_e_mail_goes_as_well():
    assert etiquette.also_email(said(on(MONDAY), date(2026, 12, 3)), MONDAY) is not None
    assert etiquette.also_email(said(on(MONDAY), date(2026, 12, 6)), MONDAY) is None
    assert etiquette.also_email(on(MONDAY), MONDAY) is None


def test_e25_many_interviewers():
    assert etiquette.panel_advice(6) is None
    assert "each" in str(etiquette.panel_advice(8))
    assert "coordinator" in str(etiquette.panel_advice(9))


# E39 to E44: afterwards


def rejected(*touches, said_on=date(2026, 11, 16)):
    return asked(on(date(2026, 11, 5), outcome=Outcome.REJECTED, outcome_on=said_on), *touches)


@pytest.mark.parametrize(
    ("touches", "next_on", "rule"),
    [
        ((), date(2026, 11, 17), "E39"),
        ((date(2026, 11, 17),), date(2026, 12, 17), "E41"),
        ((date(2026, 11, 17), date(2026, 12, 18)), date(2027, 2, 15), "E41"),
        ((date(2026, 11, 17), date(2026, 12, 18), date(2027, 2, 16)), date(2027, 8, 16), "E42"),
    ],
)
def test_e39_e41_e42_what_follows_a_no(touches, next_on, rule):
    hello = etiquette.after_no(rejected(*touches))
    assert hello is not None
    assert (hello.on, hello.rule) == (next_on, rule)


def test_e40_a_no_without_a_meeting_needs_no_answer():
    case = rejected()
    assert not etiquette.met(case, now(date(2026, 11, 4), 12))
    assert etiquette.met(case, now(date(2026, 11, 16), 12))


@pytest.mark.parametrize(
    ("tier", "day"),
    [(Tier.A, date(2026, 9, 21)), (Tier.B, date(2026, 10, 31)), (Tier.C, date(2027, 2, 28)), (Tier.D, date(2027, 8, 31))],
)
def test_e42_the_rhythms(tier, day):
    assert etiquette.next_hello(date(2026, 8, 31), tier) == day


def test_e44_ten_silent_business_days_after_the_second_question():
    case = asked(said(on(date(2026, 11, 10)), date(2026, 11, 20)), date(2026, 11, 24), date(2026, 12, 1))
    assert etiquette.silent_since(case, NO_HOLIDAYS) == date(2026, 12, 15)
    assert etiquette.silent_since(asked(on(MONDAY), date(2026, 12, 2)), NO_HOLIDAYS) is None


def test_e44_an_answer_to_a_question_ends_the_silence():
    case = asked(on(MONDAY), date(2026, 11, 25), date(2026, 12, 1))
    heard = replace(case, touches=(case.touches[0], replace(case.touches[1], answered_on=date(2026, 12, 4))))
    assert etiquette.silent_since(heard, NO_HOLIDAYS) == date(2026, 12, 18)
    assert str(sentences.why_silent(heard, 10)) == "Ten quiet days since Initech last answered."
    assert str(sentences.why_silent(case, 10)) == "Ten quiet days since you last asked Initech."


def test_e44_after_no_answer_the_people_stay():
    case = asked(on(date(2026, 11, 10), outcome=Outcome.NO_ANSWER, outcome_on=date(2026, 12, 15)), date(2026, 12, 1))
    hello = etiquette.after_no(case)
    assert hello is not None
    assert (hello.on, hello.rule) == (date(2027, 6, 15), "E42")


@given(DAYS, st.integers(1, 30))
def test_months_never_overshoot(day, months):
    later = etiquette.months_later(day, months)
    assert later.day == day.day or (later + timedelta(days=1)).day == 1
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months


def test_e39_thanking_two_interviewers_is_one_thank_you():
    """Thanks to the second interviewer are no check-in: quiet for a month after the last of them, not for ninety days."""
    case = rejected()
    twice = [Touch(id=who, interview=case.interview.id, person=who, kind=Channel.EMAIL, on=on) for who, on in THANKED]
    hello = etiquette.after_no(replace(case, touches=tuple(twice)))
    assert (hello.on, hello.rule, hello.last) == (date(2026, 12, 18), "E41", date(2026, 11, 18))
    again = Touch(id="t3", interview=case.interview.id, person="hong", kind=Channel.EMAIL, on=date(2026, 12, 18))
    hello = etiquette.after_no(replace(case, touches=(*twice, again)))
    assert (hello.on, hello.rule) == (date(2026, 11, 18) + timedelta(days=90), "E41")


THANKED = (("hong", date(2026, 11, 17)), ("tomas", date(2026, 11, 18)))


def test_e41_a_hello_to_somebody_else_after_the_quiet_month_is_the_check_in():
    """Whom one writes to does not matter to the employer's clock (E14): a month later it is another occasion."""
    case = rejected()
    told = (("hong", date(2026, 11, 17)), ("tomas", date(2026, 12, 17)))
    touches = tuple(Touch(id=who, interview=case.interview.id, person=who, kind=Channel.CALL, on=on) for who, on in told)
    assert [len(each) for each in etiquette.occasions(touches)] == [1, 1]
    hello = etiquette.after_no(replace(case, touches=touches))
    assert (hello.on, hello.rule) == (date(2027, 2, 15), "E41")


def test_e42_a_word_elsewhere_puts_the_hello_off():
    case = rejected(date(2026, 11, 17))
    elsewhere = Touch(id="x", interview=None, person="hong", kind=Channel.VISIT, on=date(2026, 12, 1))
    hello = etiquette.after_no(case, elsewhere=(elsewhere,))
    assert (hello.on, hello.rule, hello.last) == (date(2026, 12, 31), "E41", date(2026, 12, 1))
    assert etiquette.after_no(rejected(), elsewhere=(elsewhere,)).rule == "E39"


def test_thanks_that_were_not_sent_give_way_to_a_hello():
    thanks = etiquette.after_no(rejected())
    assert thanks.rule == "E39"
    month = timedelta(days=etiquette.DEFAULTS.quiet_after_no)
    assert etiquette.lapsed(thanks, thanks.on + month - timedelta(days=1)) == thanks
    late = etiquette.lapsed(thanks, thanks.on + month)
    assert (late.rule, late.on, late.last, late.is_first) == ("E41", thanks.on + month, thanks.last, True)
    assert etiquette.lapsed(late, late.on + month) == late
