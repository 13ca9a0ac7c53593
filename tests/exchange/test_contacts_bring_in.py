"""Bringing address books in: who is added, what is filled in, and that nothing of the user's is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from followup_desktop.core.records import Interview, Me, Person, added, new_id
from followup_desktop.core.words import Words
from followup_desktop.exchange import bring_in
from followup_desktop.exchange.bring_in_contacts import plan, read
from followup_desktop.exchange.contacts import Address, Contact, company_key, name_key
from followup_desktop.exchange.ics import read_ics

FIXTURES = Path(__file__).parent / "fixtures"
NAMES = sorted(path.name for path in (FIXTURES / "contacts").iterdir() if path.name != "tracker.csv")
ROBIN = Me(name="Robin Ashworth", emails=("robin@ashworth.example",), country="GB")


def contacts_in(name):
    return read((FIXTURES / "contacts" / name).read_bytes(), name)


@pytest.fixture
def bring(notebook):
    """Brings contacts into a real notebook, in one change; gives the plan."""

    def run(*entries, me=ROBIN):
        told = plan(entries, notebook.cases(), notebook.people(), me)
        if told.change:
            notebook.apply(told.change)
        return told

    return run


def hong(**more):
    given = {"where": "Hong Nguyen", "name": "Hong Nguyen", "company": "Acme", "emails": ("hong@acme.example",)}
    return Contact(**{**given, **more})


def interviewed(notebook, **more):
    """Somebody who interviewed, kept in the notebook; the real way."""
    person = Person(id=new_id(), name="Hong Nguyen", company="Acme", **more)
    start = datetime(2026, 11, 23, 10)  # noqa: DTZ001  (wall time)
    interview = Interview(id=new_id(), company="Acme", role="Engineer", start=start, people=(person.id,))
    notebook.apply(added(Words("x"), person, interview))
    return person


@pytest.mark.parametrize("name", NAMES)
def test_a_second_import_changes_nothing_and_one_undo_takes_all_back(notebook, bring, name):
    first = bring(*contacts_in(name))
    assert first.new["person"] == len(first.change.pairs) == len(notebook.people())
    assert not first.changed
    assert not any(person.met for person in notebook.people())
    before = notebook.people()
    second = bring(*contacts_in(name))
    assert (second.change, second.new, second.changed) == (None, {}, {})
    assert second.same == first.new
    assert second.skipped == first.skipped
    assert notebook.people() == before
    notebook.apply(first.change.reversed())
    assert notebook.people() == ()


def test_only_empty_fields_are_filled_and_who_interviewed_stays_met(notebook, bring):
    known = interviewed(notebook, email="hong@acme.example", title="Lead", address="By the river")
    london = Address(street="10 High Street", city="Leeds", postcode="LS1 4DY", country="GB")
    told = bring(hong(name="Nguyễn Thị Hồng", title="Manager", phone="+44 113 555", address=london, pronoun="she"))
    assert (told.new, told.changed) == ({}, {"person": 1})
    assert notebook.people() == (replace(known, phone="+44 113 555", pronoun="she"),)
    assert notebook.people()[0].met


def test_somebody_new_is_known_but_not_met(notebook, bring):
    bring(hong(title="Manager", phone="+44 113 555"))
    (person,) = notebook.people()
    assert (person.name, person.company, person.email, person.met) == ("Hong Nguyen", "Acme", "hong@acme.example", False)


def test_a_person_is_known_by_any_of_their_addresses(notebook, bring):
    interviewed(notebook, email="Hong@Home.example")
    assert bring(hong(name="H. N.", company="", emails=("hong@acme.example", "hong@home.example"))).same == {"person": 1}


def test_a_person_without_an_address_is_known_by_name_and_company(notebook, bring):
    known = interviewed(notebook)
    assert bring(hong(name="Dr. Hồng Nguyen, PhD", company="ACME, Inc.")).changed == {"person": 1}
    assert notebook.people() == (replace(known, email="hong@acme.example"),)


@pytest.mark.parametrize("other", [{"company": "Globex"}, {"company": ""}, {"emails": ("other@acme.example",)}])
def test_a_namesake_is_another_person_and_is_said(notebook, bring, other):
    interviewed(notebook, email="hong@home.example")
    told = bring(hong(emails=(), **other) if "company" in other else hong(**other))
    assert told.new == {"person": 1}
    ((_, why),) = told.doubts
    assert "another Hong Nguyen (Acme)" in str(why)
    assert len(notebook.people()) == 2


def test_position_and_address_at_another_company_are_left_alone(notebook, bring):
    known = interviewed(notebook, email="hong@acme.example")
    leeds = Address(street="10 High Street", city="Leeds", postcode="LS1 4DY", country="GB")
    bring(hong(company="Globex", title="CTO", address=leeds, phone="+44 113 555"))
    assert notebook.people() == (replace(known, phone="+44 113 555"),)
    bring(hong(company="Acme Ltd", title="CTO", address=leeds))
    assert notebook.people() == (
        replace(known, phone="+44 113 555", title="CTO", address="10 High Street\nLEEDS\nLS1 4DY\nUnited Kingdom"),
    )


def test_two_entries_of_one_page_are_one_person(notebook, bring):
    told = bring(hong(emails=(), profile="hong"), hong(name="Hong T. Nguyen", emails=(), company="Globex", profile="hong"))
    assert told.new == {"person": 1}
    assert [person.company for person in notebook.people()] == ["Acme"]


def test_the_users_own_entry_is_left_out(notebook, bring):
    told = bring(
        hong(name="R. A.", emails=("Robin@Ashworth.example",), where="R. A."),
        hong(name="Robin Ashworth", emails=(), where="Robin Ashworth"),
        hong(name="Robina Ashworth", emails=()),
    )
    assert [where for where, _ in told.skipped] == ["R. A.", "Robin Ashworth"]
    assert [person.name for person in notebook.people()] == ["Robina Ashworth"]


def test_an_address_without_a_country_is_written_as_at_home(notebook, bring):
    bring(hong(address=Address(street="10 High Street", city="Leeds", postcode="ls1 4dy")))
    assert notebook.people()[0].address == "10 High Street\nLEEDS\nLS1 4DY"


def test_the_change_is_called_by_the_one_person_or_by_how_many(bring):
    assert str(bring(hong()).change.label) == "Bring in Hong Nguyen"
    others = (hong(name=name, emails=()) for name in ("Ada Field", "Ingrid Halden"))
    assert str(bring(*others).change.label) == "Bring in 2 contacts"


def test_an_invitation_finds_the_contact_and_meets_them(notebook, bring):
    bring(hong(name="Hong Nguyen", phone="+44 113 555"))
    invitation = (FIXTURES.parent.parent / "walk" / "invitation.ics").read_bytes()
    told = bring_in.plan(read_ics(invitation, "Europe/London"), notebook.cases(), notebook.people(), ROBIN)
    notebook.apply(told.change)
    (case,) = notebook.cases()
    assert len(notebook.people()) == len(case.people)
    (person,) = (each for each in case.interviewers if each.email == "hong@acme.example")
    assert (person.phone, person.met) == ("+44 113 555", True)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Acme", "ACME, Inc.", True),
        ("Müller & Söhne GmbH", "Muller & Sohne", True),
        ("Vogt + Partner AG", "Vogt Partner", True),
        ("Acme", "Acme Labs", False),
        ("AG", "AB", False),
    ],
)
def test_a_company_is_known_again_without_its_legal_form(one, other, same):
    assert (company_key(one) == company_key(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dr. Ngozi Okafor", "Ngozi Okafor, PhD", True),
        ("Łukasz Wójcik", "lukasz wojcik", True),
        ("Tom Ashby Jr.", "Tom Ashby", False),
        ("Dr", "Prof", False),
    ],
)
def test_a_person_is_known_again_without_titles(one, other, same):
    assert (name_key(one) == name_key(other)) is same
