"""What the coming weeks would look like if they said that: the same as once it is recorded, and nothing is recorded."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from followup_desktop.core import agenda, changes, etiquette
from followup_desktop.core.records import (
    Card,
    CardState,
    Case,
    Channel,
    Interview,
    Permission,
    Person,
    Promise,
    Touch,
    Workdays,
    card_id,
)
from followup_desktop.core.what_if import LEAST_WEEKS, MOST_WEEKS, Sign, what_if

LONDON = ZoneInfo("Europe/London")
WEDNESDAY = date(2026, 12, 2)
BEFORE = datetime(2026, 11, 24, 9, tzinfo=LONDON)
AFTER = datetime(2026, 12, 2, 15, 30, tzinfo=LONDON)
DAYS = Workdays("GB", frozenset([date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)]))
HONG = Person(id="hong", name="Hong Nguyen", title="Engineering manager")


def case(**told):
    start, end = datetime(2026, 12, 2, 13), datetime(2026, 12, 2, 14)  # noqa: DTZ001  (wall time)
    told = {"people": ("hong",), "zone": "Europe/London", "start": start, "end": end, **told}
    return Case(Interview(id="h", company="Hallbrück AG", role="Engineer", **told), (HONG,))


def asked(told, *days):
    touches = [Touch(id=f"t{at}", interview="h", person="hong", kind=Channel.EMAIL, on=on) for at, on in enumerate(days)]
    return replace(told, touches=tuple(touches))


def look(words, now=BEFORE, told=None, **more):
    return what_if(told or case(), words, now, DAYS, locale="en_GB", **more)


def days(found):
    return {mark.sign.value: mark.day for mark in found.marks}


def test_if_they_say_friday():
    found = look("by Friday")
    assert str(found.words) == "That is by Fri 4 Dec."
    assert days(found) == {
        "interview": WEDNESDAY,
        "cards": WEDNESDAY,
        "theirs": date(2026, 12, 4),
        "floor": date(2026, 12, 7),
        "best": date(2026, 12, 8),
        "again": date(2026, 12, 17),
    }
    assert str(found.mark(Sign.BEST).why) == "They said by Fri 4 Dec, so not before Mon 7 Dec; best Tue 8 Dec."
    assert found.quiet == (date(2026, 12, 3), date(2026, 12, 6))
    assert found.weeks.firsts == tuple(date(2026, 11, 23) + timedelta(weeks=at) for at in range(4))
    assert found.weeks.gaps == ()
    assert [str(each) for each in found.advice] == [
        "The post may take until Tue 8 Dec, so a thank-you e-mail goes out that day as well."
    ]


def test_if_it_takes_two_weeks_the_card_alone_is_fine():
    found = look("within the next three weeks")
    assert found.mark(Sign.THEIRS).day == date(2026, 12, 23)
    assert found.mark(Sign.FLOOR).day == date(2026, 12, 24)
    assert found.mark(Sign.BEST).day == date(2026, 12, 29)
    assert found.advice == ()
    assert found.holidays == (date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1))


def test_if_they_say_next_quarter_weeks_in_between_are_left_out():
    found = look("by the end of March")
    assert len(found.weeks.firsts) == MOST_WEEKS
    assert found.weeks.firsts[0] == date(2026, 11, 30)
    assert {found.mark(sign).day for sign in (Sign.THEIRS, Sign.BEST, Sign.AGAIN)} < set(found.weeks.days)
    assert len(found.weeks.gaps) == 1


def test_if_they_name_no_date_it_says_so_and_counts():
    found = look("we will be in touch")
    assert str(found.words) == "No date in these words, so business days are counted."
    assert found.mark(Sign.THEIRS) is None
    assert found.mark(Sign.FLOOR).day == date(2026, 12, 9)
    assert "They gave no date" in str(found.mark(Sign.BEST).why)


def test_every_day_can_be_told():
    found = look("within the next three weeks")
    for day, told in (
        (WEDNESDAY, ["The interview", "1 card to post"]),
        (date(2026, 12, 3), ["A quiet day: it is too soon to ask"]),
        (date(2026, 12, 12), ["A quiet day: it is too soon to ask", "A weekend"]),
        (date(2026, 12, 25), ["A public holiday"]),
        (date(2026, 12, 29), ["Best day to ask"]),
        (date(2026, 12, 30), []),
    ):
        assert [str(words) for words in found.on(day)] == told


def test_after_a_day_and_from_one_day_to_another():
    assert str(look("not before the 15th").words) == "That is after Mon 14 Dec."
    assert str(look("after the 15th").words) == "That is after Tue 15 Dec."
    assert str(look("next week").words) == "That is Mon 7 Dec to Fri 11 Dec."


def test_without_words_it_is_what_holds_so_far_and_there_is_nothing_to_record():
    assert look("  ").change.pairs == ()
    assert str(look("").words) == "Nothing said yet, so business days are counted."
    known = replace(case(), promises=(Promise(id="p", interview="h", words="x", latest=date(2026, 12, 9), heard=WEDNESDAY),))
    assert str(look("", told=known).words) == "That is by Wed 9 Dec."


def test_recording_it_says_the_same_as_the_look_before():
    found = look("by Friday week", AFTER)
    then = changes.applied(case(), found.change)
    ask = etiquette.next_ask(then, DAYS)
    assert (found.mark(Sign.FLOOR).day, found.mark(Sign.BEST).day) == (ask.floor, ask.best)
    assert agenda.quiet(then, DAYS) == found.quiet
    assert then.promise.words == "by Friday week"


def test_a_day_that_was_chosen_for_older_words_does_not_count_for_these():
    chosen = case(ask_on=date(2026, 12, 3), ask_reason="in a hurry")
    assert look("by Friday", AFTER, chosen).mark(Sign.BEST).day == date(2026, 12, 8)


def test_posted_cards_are_marked_no_more():
    card = Card(id=card_id("h", "hong"), interview="h", person="hong", state=CardState.POSTED, posted_at=AFTER)
    assert look("by Friday", AFTER, replace(case(), cards=(card,))).mark(Sign.CARDS) is None


def test_after_one_question_the_next_one_is_the_last_and_then_comes_closing():
    found = look("by Friday", AFTER + timedelta(days=8), asked(case(), date(2026, 12, 10)))
    assert Sign.AGAIN not in {mark.sign for mark in found.marks}
    assert found.mark(Sign.SILENT).day > found.mark(Sign.BEST).day


def test_after_two_questions_or_a_refusal_nothing_is_to_be_asked():
    twice = look("by Friday", AFTER + timedelta(days=20), asked(case(), date(2026, 12, 10), date(2026, 12, 18)))
    refused = look("by Friday", told=case(permission=Permission.NO))
    for found, words in (
        (twice, "You have asked as often as is friendly, so you wait for their word."),
        (refused, "They would rather not be asked, so you wait for their word."),
    ):
        assert found.mark(Sign.BEST) is None
        assert found.quiet is None
        assert words in [str(each) for each in found.advice]
        assert found.mark(Sign.SILENT) is not None


def test_weeks_begin_as_the_user_has_them():
    assert look("by Friday", week_starts=6).weeks.firsts[0] == date(2026, 11, 22)


PHRASES = ("", "by Friday", "next week", "in two weeks", "after the 15th", "by the end of the month", "soon", "in three months")
ZONES = ("Europe/London", "America/New_York", "Asia/Tokyo", "Pacific/Auckland")


@st.composite
def situations(draw):
    start = draw(st.datetimes(datetime(2026, 10, 1), datetime(2027, 3, 1)))  # noqa: DTZ001  (wall time)
    told = case(start=start, end=None, zone=draw(st.sampled_from(ZONES)), permission=draw(st.sampled_from(Permission)))
    told = asked(told, *(start.date() + timedelta(days=ahead) for ahead in draw(st.lists(st.integers(1, 30), max_size=3))))
    here = ZoneInfo(draw(st.sampled_from(ZONES)))
    now = start.replace(tzinfo=here) + timedelta(hours=draw(st.integers(-24 * 40, 24 * 40)))
    return told, now, draw(st.sampled_from(PHRASES)), draw(st.integers(0, 6))


@settings(max_examples=60)
@given(situations())
def test_whatever_they_say_the_days_lie_in_their_order_and_on_the_strip(situation):
    told, now, words, week_starts = situation
    found = what_if(told, words, now, DAYS, locale="en_GB", week_starts=week_starts)
    shown = found.weeks.days
    assert LEAST_WEEKS <= len(found.weeks.firsts) <= MOST_WEEKS
    assert list(found.weeks.firsts) == sorted(set(found.weeks.firsts))
    assert all(first.weekday() == week_starts for first in found.weeks.firsts)
    assert {mark.day for mark in found.marks} <= set(shown)
    assert [mark.day for mark in found.marks] == sorted(mark.day for mark in found.marks)
    signs = [mark.sign for mark in found.marks]
    assert len(signs) == len(set(signs))
    assert signs.count(Sign.INTERVIEW) == 1
    floor = found.mark(Sign.FLOOR) or found.mark(Sign.BEST)
    if floor is not None:
        assert told.interview.last_day < floor.day <= found.mark(Sign.BEST).day
        assert DAYS.is_workday(floor.day)
        assert found.quiet is None or told.interview.last_day < found.quiet[0] <= found.quiet[1] < floor.day
    after = changes.applied(told, found.change)
    assert agenda.quiet(after, DAYS) == found.quiet
    assert bool(found.change.pairs) is bool(words)
