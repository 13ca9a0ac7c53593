"""Who hears from the user, how often and when next: one person seen over all interviews (E39 to E44)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.core import changes, keeping, rhythm
from followup_desktop.core.agenda import Kind, all_entries, case_step, next_step
from followup_desktop.core.etiquette import Tier
from followup_desktop.core.records import Case, Channel, Interview, Outcome, Person, Touch, Workdays
from followup_desktop.core.reminders import reminders
from followup_desktop.core.rhythm import chosen_rhythm, due_on, tag_label, tag_rhythm, to_greet
from followup_desktop.core.staying import Circle, Known, known_at, stays
from followup_desktop.core.steps.step import Does

JUNE = Person(id="june", name="June Farrow", company="Initech", tier="B")
PLAIN = Workdays()
LEEDS = ZoneInfo("Europe/London")


def a_word(person, on, kind=Channel.VISIT):
    return Touch(id=f"w-{person}-{on}", interview=None, person=person, kind=kind, on=on)


def by_id(found):
    return {stay.person.id: stay for stay in found}


def with_person(case, changed):
    return replace(case, people=tuple(changed if each.id == changed.id else each for each in case.people))


@pytest.fixture(name="hunt")
def _hunt(story, tell):
    """The story with June, who put the user's name forward at Initech and had coffee with them on 2 November."""
    initech = replace(story.initech, interview=replace(story.initech.interview, referred_by="june"))
    initech = replace(initech, people=(*initech.people, JUNE))
    kestrel = with_person(with_person(story.kestrel, replace(story.kestrel.people[0], tier="A")), OSKAR)
    cases = (story.acme, story.globex, initech, story.hallbruck, kestrel)
    known = Known((JUNE,), (a_word("june", date(2026, 11, 2)),))
    return cases, known, by_id(stays(cases, known, tell.at(23, 12, 41), tell.england))


OSKAR = Person(id="oskar", name="Oskar Nyberg", title="Senior engineer", tier="B")


@pytest.mark.parametrize(
    ("who", "circle", "last", "how", "step", "due"),
    [
        ("tomas", Circle.NOW, date(2026, 11, 23), "met", "Post the card by 17:00", date(2026, 11, 23)),
        ("ngozi", Circle.NOW, date(2026, 11, 23), "met", "Write the card by 17:00", date(2026, 11, 23)),
        ("dana", Circle.NOW, date(2026, 11, 10), "card posted", "May ask today, best tomorrow", date(2026, 11, 23)),
        ("hong", Circle.WAITING, date(2026, 11, 23), "card posted", "Not before Fri 4 Dec", date(2026, 12, 4)),
        ("pia", Circle.WAITING, date(2026, 11, 20), "card posted", "Not before Mon 7 Dec", date(2026, 12, 7)),
        ("samuel", Circle.WAITING, date(2026, 11, 20), "card posted", "Ask Pia Brandt instead", None),
        ("marta", Circle.KEEP_IN_TOUCH, date(2026, 11, 17), "thanked by e-mail", "Say hello from Thu 17 Dec", date(2026, 12, 17)),
        ("oskar", Circle.KEEP_IN_TOUCH, date(2026, 11, 5), "card posted", "Say hello from Tue 5 Jan", date(2027, 1, 5)),
        ("june", Circle.KEEP_IN_TOUCH, date(2026, 11, 2), "in person", "Say hello from Mon 4 Jan", date(2027, 1, 4)),
        ("jonas", Circle.COMING, None, "", "Interview on Wed 2 Dec", date(2026, 12, 2)),
    ],
)
def test_the_people_stand_as_in_the_picture(hunt, who, circle, last, how, step, due):
    stay = hunt[2][who]
    assert (stay.circle, str(stay.step), stay.due) == (circle, step, due)
    assert (stay.last.on, str(stay.last.how)) == (last, how) if last else stay.last is None


def test_every_day_to_come_says_why(hunt):
    for stay in hunt[2].values():
        if stay.circle in {Circle.NOW, Circle.WAITING, Circle.KEEP_IN_TOUCH} and stay.due is not None:
            assert str(stay.why), stay


def test_who_is_met_and_who_only_known(hunt, tell):
    cases, _known, found = hunt
    assert found["hong"].met
    assert not found["jonas"].met, "that interview is to come"
    stranger = Person(id="s", name="Somebody from a file", met=False)
    stay = by_id(stays(cases, Known((stranger,)), tell.at(23), tell.england))["s"]
    assert (stay.met, stay.circle, stay.due) == (False, Circle.KNOWN, None)


# Rhythms


@pytest.mark.parametrize(
    ("tag", "after", "words", "label"),
    [
        ("mentors every 6 weeks", date(2026, 12, 14), "6 weeks", "mentors"),
        ("Alumni, every month", date(2026, 12, 2), "1 month", "Alumni"),
        ("old team: every 2 years", date(2028, 11, 2), "2 years", "old team"),
        ("every 10 days", date(2026, 11, 12), "10 days", "every 10 days"),
        ("every 12 months", date(2027, 11, 2), "1 year", "every 12 months"),
    ],
)
def test_a_tag_may_carry_a_rhythm(tag, after, words, label):
    rhythm = tag_rhythm(tag)
    assert (rhythm.after(date(2026, 11, 2)), str(rhythm.words), tag_label(tag)) == (after, words, label)


@pytest.mark.parametrize(
    "tag", ["", "mentor", "everybody", "every", "every 0 weeks", "meets every other week", "every week or so"]
)
def test_a_tag_without_a_rhythm_is_only_a_word(tag):
    assert tag_rhythm(tag) is None
    assert tag_label(tag) == tag


def test_ones_own_rhythm_wins_over_tags_and_of_tags_the_shortest():
    person = Person(id="p", name="P", tags=("alumni every year", "mentors every 6 weeks", "kind"))
    assert chosen_rhythm(person).tag == "mentors every 6 weeks"
    assert chosen_rhythm(replace(person, tier="D")).tier is Tier.D
    assert chosen_rhythm(Person(id="p", name="P", tier="?")) is None


def test_a_hello_is_due_on_a_day_people_work():
    assert due_on(tag_rhythm("x every 2 months"), date(2026, 11, 2), PLAIN) == date(2027, 1, 4)


def test_any_touch_resets_the_clock(hunt, tell):
    cases, known, _ = hunt
    later = Known(known.people, (*known.touches, a_word("june", date(2026, 11, 20), Channel.CALL)))
    stay = by_id(stays(cases, later, tell.at(23), tell.england))["june"]
    assert (stay.last.on, stay.due) == (date(2026, 11, 20), date(2027, 1, 20))
    word = Known(known.people, (a_word("marta", date(2026, 12, 1)),))
    marta = by_id(stays(cases, word, tell.at(2, month=12), tell.england))["marta"]
    assert (marta.due, marta.rule) == (date(2026, 12, 31), "E41")


def test_e42_after_the_check_ins_the_rhythm_counts_from_the_last_touch(story, tell):
    kestrel = with_person(story.kestrel, replace(story.kestrel.people[0], tier="A"))
    for on in (date(2026, 12, 17), date(2027, 2, 15)):
        kestrel = tell.touched(kestrel, "marta", on)
    stay = by_id(stays([kestrel], Known(), datetime(2027, 2, 20, 12, tzinfo=LEEDS), tell.england))["marta"]
    assert (stay.due, stay.rule, stay.rhythm.tier) == (date(2027, 3, 8), "E42", Tier.A)
    other = with_person(kestrel, replace(kestrel.people[0], tier=""))
    assert by_id(stays([other], Known(), datetime(2027, 2, 20, 12, tzinfo=LEEDS), tell.england))["marta"].rhythm.tier is Tier.C


def test_e44_after_no_answer_the_right_person_stays_in_tier_c(story, tell):
    silent = tell.touched(tell.ended(story.initech, Outcome.NO_ANSWER, date(2026, 12, 15)), "dana", date(2026, 12, 1))
    stay = by_id(stays([silent], Known(), tell.at(20, month=12), tell.england))["dana"]
    assert (stay.rhythm.tier, stay.due, stay.circle) == (Tier.C, date(2027, 6, 15), Circle.KEEP_IN_TOUCH)


def test_e14_at_one_employer_one_person_is_written_to(story, tell):
    found = by_id(stays([story.kestrel], Known(), tell.at(23), tell.england))
    assert found["oskar"].due is None
    assert str(found["oskar"].step) == "Marta Lindholm hears from you"
    assert "One person at Kestrel Tools is enough" in str(found["oskar"].why)


def test_the_quiet_list_is_left_alone(story, tell):
    quiet = with_person(story.kestrel, replace(story.kestrel.people[0], quiet=True))
    found = by_id(stays([quiet], Known(), tell.at(23), tell.england))
    assert (found["marta"].circle, found["marta"].due) == (Circle.QUIET, None)
    assert to_greet(quiet).id == "oskar"
    both = with_person(quiet, replace(quiet.people[1], quiet=True))
    assert not [e for e in all_entries([both], tell.at(23), tell.england) if e.kind in (Kind.CHECK_IN, Kind.KEEP_IN_TOUCH)]
    assert case_step(both, tell.at(20, month=12), tell.england).does is Does.NOTHING


def test_a_card_is_owed_to_somebody_on_the_quiet_list_too(tell):
    acme = with_person(tell.acme(), replace(tell.people.hong, quiet=True))
    assert by_id(stays([acme], Known(), tell.at(23), tell.england))["hong"].circle is Circle.NOW


# Over interviews and employers


def test_who_changed_employer_keeps_their_own_rhythm_there(story, tell):
    """Marta works elsewhere now: Kestrel's clock is no longer hers, her own rhythm is."""
    moved = with_person(story.kestrel, replace(story.kestrel.people[0], company="Newhall", tier="A"))
    stay = by_id(stays([moved], Known(), tell.at(23), tell.england))["marta"]
    assert (stay.company, stay.rule, stay.due) == ("Newhall", "E42", date(2026, 12, 8))


def test_a_new_opening_at_a_known_company_brings_its_people_forward(story):
    moved = replace(story.kestrel.people[1], company="Newhall")
    kestrel = with_person(story.kestrel, moved)
    people = (moved, Person(id="x", name="X", company=" kestrel TOOLS ", met=False))
    assert [each.id for each in known_at("Kestrel tools", [kestrel], people)] == ["x", "marta", "oskar"]
    assert known_at("", [kestrel], people) == ()


# Never a nag


def many(count, tier="A"):
    people = tuple(Person(id=f"p{n:02}", name=f"Person {n:02}", tier=tier) for n in range(count))
    return Known(people, tuple(a_word(each.id, date(2026, 9, 1)) for each in people))


def test_one_person_a_day_in_the_calendar():
    now = datetime(2026, 11, 23, 12, tzinfo=LEEDS)
    days = [entry.day for entry in all_entries([], now, PLAIN, known=many(12)) if entry.kind is Kind.KEEP_IN_TOUCH]
    assert len(set(days)) == 12
    assert days[0] == date(2026, 11, 23)
    assert all(day.weekday() < 5 for day in days)


def test_one_person_a_day_as_the_next_step():
    now = datetime(2026, 11, 23, 12, tzinfo=LEEDS)
    known = many(3)
    step = next_step([], now, PLAIN, known=known)
    assert (step.does, step.person, str(step.act)) == (Does.GREET, "p00", "Say hello to Person 00.")
    greeted = Known(known.people, (*known.touches, a_word("p00", date(2026, 11, 23))))
    assert next_step([], now, PLAIN, known=greeted).does is Does.NOTHING
    tomorrow = next_step([], now + timedelta(days=1), PLAIN, known=greeted)
    assert tomorrow.person == "p01"


def test_a_notebook_with_people_of_no_rhythm_asks_for_the_first_interview():
    known = Known((Person(id="p", name="P", met=False),))
    assert next_step([], datetime(2026, 11, 23, 12, tzinfo=LEEDS), PLAIN, known=known).key == "add"


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.dates(date(2026, 1, 1), date(2026, 12, 31))), max_size=8),
    st.sampled_from("ABCD"),
)
def test_a_hello_is_never_sooner_than_its_rhythm_after_any_touch(words, tier):
    people = tuple(Person(id=each, name=each, tier=tier) for each in "abc")
    start = datetime.combine(date(2026, 1, 5), time(10))
    case = Case(Interview(id="i", company="Co", role="R", start=start, people=("a", "b", "c"), outcome=Outcome.DECLINED), people)
    known = Known(people, tuple(a_word(who, on) for who, on in words))
    now = datetime(2027, 1, 1, 12, tzinfo=LEEDS)
    for stay in stays([replace(case, cards=())], known, now, PLAIN):
        if stay.hello is None:
            continue
        last = max([start.date(), *(on for who, on in words if who == stay.person.id)])
        assert stay.hello.last == last
        assert stay.hello.on >= stay.rhythm.after(last)
        assert (stay.hello.on - stay.rhythm.after(last)).days <= 2


def test_one_person_a_day_is_reminded_of_and_the_button_opens_them():
    now = datetime(2026, 11, 23, 7, tzinfo=LEEDS)
    told = reminders([], now, PLAIN, known=many(3))
    assert len({each.at.date() for each in told}) == 3
    assert {(each.does, each.person) for each in told} == {(Does.GREET, f"p0{n}") for n in range(3)}
    quiet = Known(tuple(replace(each, quiet=True) for each in many(3).people), many(3).touches)
    assert reminders([], now, PLAIN, known=quiet) == ()


def test_a_hello_in_ones_own_rhythm_is_not_too_soon(story, tell):
    """After the check-ins, whoever is in the shortest rhythm may be written to three weeks later; others half a year later."""
    kestrel = with_person(story.kestrel, replace(story.kestrel.people[0], tier="A"))
    for on in (date(2026, 12, 17), date(2027, 2, 15)):
        kestrel = tell.touched(kestrel, "marta", on)
    assert rhythm.hello(kestrel, (), tell.england).on == date(2027, 3, 8)
    usual = with_person(kestrel, replace(kestrel.people[0], tier=""))
    assert rhythm.hello(usual, (), tell.england).on == date(2027, 8, 16)


def test_thanks_by_e_mail_are_a_last_touch_and_the_card_is_owed_all_the_same(story, tell):
    case = changes.applied(story.acme, changes.thanked_by_mail(story.acme, "ngozi", date(2026, 11, 23)))
    stay = by_id(stays([case], Known(), tell.at(24), tell.england))["ngozi"]
    assert (stay.last.on, str(stay.last.how), stay.kind) == (date(2026, 11, 23), "thanked by e-mail", Kind.CARD)
    assert not case.touches
    assert next_step([case], tell.at(24), tell.england).does is Does.WRITE


def test_a_message_that_was_not_sent_goes_with_its_person(story):
    case = changes.applied(story.globex, changes.draft_kept(story.globex, "june", "follow-up", ("Hello", "Dear June")))
    assert keeping.removable(JUNE, [case])
    gone = keeping.person_removed(JUNE, (), [case])
    assert not changes.applied(case, gone).drafts
    case = changes.applied(story.globex, changes.draft_kept(story.globex, "pia", "follow-up", ("Hello", "Dear Pia")))
    left = changes.applied(case, changes.person_left_out(case, case.person("pia")))
    assert not left.drafts
