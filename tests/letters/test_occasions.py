"""What a card is for follows from the interview; what the user chose counts as long as it is true."""

from dataclasses import replace
from datetime import date

import pytest

from followup_desktop.core.records import Card, Case, Interview, Outcome, Person, Talk, card_id
from followup_desktop.letters.occasions import EVERYONE, MESSAGES, OCCASIONS, TONES, fitting, occasion, said, tone_said

PEOPLE = tuple(Person(id=f"p{at}", name=f"Person {at}") for at in range(12))
ERIN, TUNDE = Person(id="erin", name="Erin"), Person(id="tunde", name="Tunde")


def case(chosen="", person="p0", met=1, **told):
    interview = Interview(
        id="i", company="Acme", role="Welder", start=date(2026, 11, 23),
        people=tuple(each.id for each in PEOPLE[:met]), **told,
    )  # fmt: skip
    cards = (Card(id=card_id("i", person), interview="i", person=person, occasion=chosen),)
    return Case(interview, (*PEOPLE[:met], ERIN, TUNDE), cards=cards)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ({}, "interview"),
        ({"outcome": Outcome.OFFER}, "interview"),
        ({"talk": Talk.PHONE_SCREEN}, "phone-screen"),
        ({"talk": Talk.PANEL}, "panel"),
        ({"talk": Talk.INFORMATIONAL}, "informational"),
        ({"talk": Talk.PANEL, "outcome": Outcome.REJECTED}, "rejection"),
        ({"outcome": Outcome.NO_ANSWER}, "rejection"),
        ({"outcome": Outcome.WITHDRAWN}, "withdrawn"),
        ({"outcome": Outcome.ACCEPTED}, "offer-accepted"),
        ({"outcome": Outcome.DECLINED}, "offer-declined"),
        ({"talk": Talk.INFORMATIONAL, "outcome": Outcome.REJECTED}, "informational"),
    ],
)
def test_the_interview_says_what_a_card_is_for(told, name):
    assert occasion(case(**told), "p0") == name
    assert fitting(case(**told), "p0")[0] == name


def test_several_interviewers_of_a_plain_interview_are_no_panel():
    assert occasion(case(met=5), "p0") == "interview"


def test_who_arranged_and_who_referred_have_cards_of_their_own():
    told = case(arranged_by="erin", referred_by="tunde")
    assert (occasion(told, "erin"), occasion(told, "tunde")) == ("coordinator", "referral")


def test_the_choice_of_the_user_counts_as_long_as_it_is_true():
    assert occasion(case("panel"), "p0") == "panel"
    assert occasion(case("panel", outcome=Outcome.REJECTED), "p0") == "rejection"
    assert occasion(case("keep-in-touch", outcome=Outcome.REJECTED), "p0") == "keep-in-touch"
    assert occasion(case("nonsense"), "p0") == "interview"


@pytest.mark.parametrize("outcome", [Outcome.REJECTED, Outcome.NO_ANSWER, Outcome.WITHDRAWN, Outcome.DECLINED])
def test_nobody_can_choose_a_wish_to_join_after_the_end(outcome):
    assert not {"interview", "panel", "phone-screen"} & set(fitting(case(outcome=outcome), "p0"))


@pytest.mark.parametrize(("met", "offered"), [(6, False), (7, True), (12, True)])
def test_one_card_for_everybody_is_offered_for_more_than_six(met, offered):
    arranged = case(met=met, arranged_by="erin")
    assert (EVERYONE in fitting(arranged, "erin")) is offered
    assert EVERYONE not in fitting(arranged, "p0")
    assert (EVERYONE in fitting(case(met=met), "p0")) is offered
    assert occasion(arranged, "erin") == "coordinator"


def test_every_occasion_and_tone_has_words():
    assert all(str(said(name)) for name in (*OCCASIONS, *MESSAGES))
    assert all(str(tone_said(tone)) for tone in TONES)
    told = case(met=9, outcome=Outcome.OFFER)
    assert set(fitting(told, "p0")) <= set(OCCASIONS)
    assert set(fitting(replace(told, cards=()), "erin")) <= set(OCCASIONS)
