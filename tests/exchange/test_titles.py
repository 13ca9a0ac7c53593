"""Company and position as titles tell them; names, places and addresses of those who invite."""

from __future__ import annotations

import pytest

from followup_desktop.exchange import employers, names, places, roles, titles
from followup_desktop.exchange.titles import guess

PEOPLE = ("Jane Doe", "Hong Nguyen", "Łukasz Wójcik", "李小龙")


@pytest.mark.parametrize(
    ("title", "company", "role"),
    [
        ("Interview: Platform engineer - Acme", "Acme", "Platform engineer"),
        ("Acme <> Jane Doe | Onsite interview", "Acme", ""),
        ("Jane Doe and Acme - Technical Interview", "Acme", ""),
        ("Interview with Globex for Data Engineer", "Globex", "Data Engineer"),
        ("Phone screen: Initech / DevOps lead", "Initech", "DevOps lead"),
        ("Acme Interview - Jane Doe", "Acme", ""),
        ("Interview | Jane Doe | Senior Data Engineer | Globex", "Globex", "Senior Data Engineer"),
        ("Onsite – Platform Engineer (Acme)", "Acme", "Platform Engineer"),
        ("Jane Doe <> Hong Nguyen (Acme)", "Acme", ""),
        ("Jane <> Acme: 30 min intro chat", "Acme", ""),
        ("Technical Interview", "", ""),
        ("Data Engineer Interview", "", "Data Engineer"),
        ("Globex: Final round interview, Data Engineer", "Globex", "Data Engineer"),
        ("Jane / Globex intro call", "Globex", ""),
        ("Vorstellungsgespräch Platform Engineer (m/w/d) bei Hallbrück AG", "Hallbrück AG", "Platform Engineer"),
        ("Entretien technique - Développeur Python chez Globex", "Globex", "Développeur Python"),
        ("Invitation: Acme - Interview with Hong @ Thu Dec 3, 2026 10am - 11:30am (GMT) (jane@example.net)", "Acme", ""),
        ("Updated invitation: [External] Globex data analyst interview", "Globex", "data analyst"),
        ("Acme, Inc. interview for Staff Engineer role", "Acme, Inc.", "Staff Engineer"),
        ("Kestrel Tools phone interview", "Kestrel Tools", ""),
        ("Interview for Platform Engineer at Acme with Hong Nguyen", "Acme", "Platform Engineer"),
        ("Acme Corp Phone Screen", "Acme Corp", ""),
        ("Meet the team", "", ""),
        ("Round 2: system design", "", ""),
        ("Chat with Acme Recruiting", "Acme", ""),
        ("Jane Doe | 45 min Hiring Manager Interview | Product Designer", "", "Product Designer"),
        ("Technical writer interview at Initech", "Initech", "Technical writer"),
        ("Interview: R-12345 Nurse Practitioner, St Mary Hospital", "St Mary Hospital", "Nurse Practitioner"),
        ("Interview - barista", "", "barista"),
        ("Interview Jane Doe x Globex", "Globex", ""),
        ("Globex Interview (1/3): Coding", "Globex", ""),
        ("Hold: Interview", "", ""),
        ("面试 李小龙 - Acme", "Acme", ""),
        ("", "", ""),
    ],
)
def test_titles(title, company, role):
    found = guess(title, "", PEOPLE)
    assert (found.company, found.role) == (company, role)


@pytest.mark.parametrize(
    ("title", "addresses", "company"),
    [
        ("Technical interview", ["hong@acme.com"], "Acme"),
        ("Technical interview", ["x@gmail.com", "hong@acme.com"], "Acme"),
        ("Interview: Engineer – Building 4 – Kestrel Tools", ["a@kestreltools.com"], "Kestrel Tools"),
        ("Engineer at IBM", ["a@de.ibm.com"], "IBM"),
        ("Interview with Hong Nguyen", ["hong@acme.com"], "Acme"),
        ("Interview with Pia Brandt", ["pia@acme.com"], "Acme"),
        ("Interview: Acme engineer", ["pia@talentfirst.com"], "Acme"),
        ("Interview", ["x@calendly.com", "y@zoom.us"], ""),
    ],
)
def test_addresses_help(title, addresses, company):
    assert guess(title, "", PEOPLE, addresses).company == company


@pytest.mark.parametrize(
    ("text", "company", "role"),
    [
        (
            "to interview for the position of Data manager at Globex Health on Tuesday",
            "Globex Health",
            "Data manager",
        ),
        ("Thank you for applying to the Senior Backend Engineer position at Acme Corp.", "Acme Corp", "Senior Backend Engineer"),
        ("Position: Team lead\nCompany: Foo GmbH", "Foo GmbH", "Team lead"),
        ("We are happy to talk to you about the role of “Sous chef”.", "", "Sous chef"),
        ("looking forward to meeting you as Data Engineer at Initech", "Initech", "Data Engineer"),
        ("Looking forward to the weekend", "", ""),
    ],
)
def test_descriptions(text, company, role):
    found = guess("Interview", text)
    assert (found.company, found.role) == (company, role)


def test_a_company_from_a_domain_is_spelt_as_the_text_spells_it():
    assert (
        guess("Interview", "See you soon at our shop, your Kestrel Tools team", (), ["a@kestreltools.com"]).company
        == "Kestrel Tools"
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Globex data engineer", ("Globex", "data engineer", "")),
        ("Kestrel Tools warehouse associate", ("Kestrel Tools", "warehouse associate", "")),
        ("Globex Head of Data Platform", ("Globex", "Head of Data Platform", "")),
        ("Baker Hughes", ("Baker Hughes", "", "")),
        ("Data Engineer Globex", ("", "Data Engineer", "Globex")),
        ("Software Engineer II", ("", "Software Engineer II", "")),
        ("Research & Development engineer", ("", "Research & Development engineer", "")),
        ("VP Engineering", ("", "VP Engineering", "")),
        ("Initech DevOps lead", ("Initech", "DevOps lead", "")),
        ("Globex Senior data engineer", ("Globex", "Senior data engineer", "")),
    ],
)
def test_where_the_company_ends_and_the_position_begins(text, parts):
    assert roles.split(text) == parts


@pytest.mark.parametrize(
    ("written", "name", "title"),
    [
        ("Nguyen, Hong", "Hong Nguyen", ""),
        ("Nguyen, Hong (Acme)", "Hong Nguyen", ""),
        ("'Nguyen, Hong'", "Hong Nguyen", ""),
        ("Hong Nguyen (Engineering Manager)", "Hong Nguyen", "Engineering Manager"),
        ("Hong Nguyen, Engineering Manager", "Hong Nguyen", "Engineering Manager"),
        ("Hong Nguyen - Talent Acquisition Partner", "Hong Nguyen", "Talent Acquisition Partner"),
        ("Hong Nguyen | Acme", "Hong Nguyen", ""),
        ("Hong Nguyen via Greenhouse", "Hong Nguyen", ""),
        ("Hong Nguyen, PhD", "Hong Nguyen, PhD", ""),
        ("Martin Luther King, Jr.", "Martin Luther King, Jr.", ""),
        ("hong.nguyen", "Hong Nguyen", ""),
        ("hong.nguyen@acme.com", "", ""),
        ("van der Berg, Anna", "Anna van der Berg", ""),
        ("Nguyễn Thị Hồng", "Nguyễn Thị Hồng", ""),
        ("Παπαδοπούλου, Ελένη", "Ελένη Παπαδοπούλου", ""),
        ("محمد الفارسي", "محمد الفارسي", ""),
        ("李小龙", "李小龙", ""),
        ("Jean-Luc O'Neill", "Jean-Luc O'Neill", ""),
        ("---", "", ""),
        ("", "", ""),
    ],
)
def test_names_are_turned_into_the_order_in_which_they_are_spoken(written, name, title):
    assert names.spoken(written) == (name, title)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("You will meet Hong Nguyen (CTO) and Łukasz Wójcik.", [("Hong Nguyen", "CTO"), ("Łukasz Wójcik", "")]),
        ("Interviewers: Hong Nguyen, Łukasz Wójcik and Pia", [("Hong Nguyen", ""), ("Łukasz Wójcik", ""), ("Pia", "")]),
        (
            "with Jonas Weidmann, Head of Data, and Aylin Kaya",
            [("Jonas Weidmann", "Head of Data"), ("Aylin Kaya", "")],
        ),
        ("10:00 - 10:45 Hong Nguyen, Engineering Manager", [("Hong Nguyen", "Engineering Manager")]),
        ("Join with Google Meet", []),
        ("with Acme", []),
        ("meet the team with us", []),
        ("speaking with Dr. Anna van der Berg", [("Anna van der Berg", "")]),
        ("You will be meeting 李小龙", [("李小龙", "")]),
    ],
)
def test_people_whom_a_text_announces(text, people):
    assert [(each.name, each.title) for each in names.introduced(text)] == people


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("https://zoom.us/j/123", "by video"),
        ("Microsoft Teams Meeting", "by video"),
        ("Microsoft Teams-Besprechung", "by video"),
        ("Google Meet (link below)", "by video"),
        ("Remote", "by video"),
        ("Acme HQ, Room 3; Microsoft Teams Meeting", "Acme HQ, Room 3"),
        ("NYC-4-Hudson (8) [Zoom]", "NYC-4-Hudson (8)"),
        ("Room Blue - https://meet.google.com/x", "Room Blue"),
        ("Video Arts Building, 3rd floor", "Video Arts Building, 3rd floor"),
        ("1 Main St, Springfield, IL (room 4)", "1 Main St, Springfield, IL (room 4)"),
        ("Kaiserstraße 12, 60311 Frankfurt", "Kaiserstraße 12, 60311 Frankfurt"),
        ("Initech\nFoo St 4", "Initech, Foo St 4"),
        ("Phone", "by phone"),
        ("We will call you", "by phone"),
        ("+1 (555) 010-2000", "by phone, +1 (555) 010-2000"),
        ("phone: +1 555 010 2000", "by phone, +1 555 010 2000"),
        ("TBD", ""),
        ("", ""),
    ],
)
def test_places(location, place):
    assert places.place(location) == place


def test_a_link_in_the_description_is_a_place_only_where_none_is_told():
    assert places.place("", "Join: https://acme.zoom.us/j/1") == "by video"
    assert places.place("", online=True) == "by video"
    assert places.place("Room 3", "Join: https://acme.zoom.us/j/1", online=True) == "Room 3"


@pytest.mark.parametrize(
    ("email", "company"),
    [
        ("hong@acme.com", "Acme"),
        ("hong@mail.acme.co.uk", "Acme"),
        ("hong@kestrel-tools.com", "Kestrel Tools"),
        ("hong@ibm.com", "IBM"),
        ("hong@ACME.com.", "Acme"),
        ("hong@xn--mller-kva.de", "Müller"),
        ("hong@xn--.de", ""),
        ("hong@gmail.com", ""),
        ("hong@yahoo.co.uk", ""),
        ("hong@t-online.de", ""),
        ("hong@us.greenhouse-mail.io", ""),
        ("hong@acme.onmicrosoft.com", ""),
        ("hong@localhost", ""),
        ("", ""),
    ],
)
def test_companies_by_domain(email, company):
    assert employers.company(email) == company


def test_titles_are_bounded():
    found = titles.guess("Engineer at " + "Acme " * 1000, "x" * 100_000)
    assert len(found.company) <= 120
    assert len(found.role) <= 120
