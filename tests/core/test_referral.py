"""Who put the user's name forward becomes part of an interview's change, and nobody is made twice."""

from datetime import date

from followup_desktop.core import changes
from followup_desktop.core.records import Change, Interview, Person, added
from followup_desktop.core.referral import with_referrer
from followup_desktop.core.words import Words

ACME = Interview(id="acme", company="Acme", role="Engineer", start=date(2026, 11, 23))
DID = Words("Did it")


def interview(change):
    (told,) = [after for _, after in change.pairs if isinstance(after, Interview)]
    return told


def people(change):
    return [after for _, after in change.pairs if isinstance(after, Person)]


def test_somebody_new_is_made_before_the_interview_that_names_them():
    change = with_referrer(changes.interview_added(ACME, ["Marta"]), "  Sam   Okoro ")
    assert [person.name for person in people(change)] == ["Sam Okoro", "Marta"]
    assert interview(change).referred_by == people(change)[0].id
    assert people(change)[0].company == ""


def test_nobody_is_referred_by_no_name():
    before = changes.interview_added(ACME, ["Marta"])
    assert with_referrer(before, "  ") == before


def test_of_two_with_one_name_the_one_at_the_company_is_meant():
    known = (Person(id="far", name="Sam Okoro", company="Globex"), Person(id="here", name="Sam Okoro", company="ACME"))
    change = with_referrer(added(DID, ACME), "sam okoro", iter(known))
    assert interview(change).referred_by == "here"
    assert people(change) == []


def test_where_only_the_referrer_differs_only_that_is_changed():
    same = Change(DID, ((ACME, ACME),))
    assert with_referrer(same, "").pairs == ()
    change = with_referrer(same, "Sam", (Person(id="sam", name="Sam"),))
    assert interview(change).referred_by == "sam"
    assert with_referrer(Change(DID, ((interview(change), interview(change)),)), "").pairs == ((interview(change), ACME),)


def test_a_change_without_an_interview_stays_as_it_is():
    change = added(DID, Person(id="sam", name="Sam"))
    assert with_referrer(change, "Ann") == change
