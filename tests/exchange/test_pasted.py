"""Invitations copied out of mails and calendars."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Me, Person
from followup_desktop.exchange.bring_in import plan
from followup_desktop.exchange.events import Draft, Event, Missing
from followup_desktop.exchange.pasted import read_invitation_text

TUESDAY = date(2026, 11, 24)
HOME = "Europe/Berlin"
JANE = Me(name="Jane Doe", emails=("jane@example.net",))


def wall(*parts):
    return datetime(*parts)  # noqa: DTZ001  (wall time)


def read(text, me=JANE, locale="en_US") -> Draft:
    draft = read_invitation_text(text, TUESDAY, HOME, locale, me=me)
    assert isinstance(draft, Draft)
    return draft


OLD_GOOGLE = """You have been invited to the following event.

Title: Acme <> Jane Doe | Onsite interview
Platform engineer interview

When: Thu Dec 3, 2026 10am – 11:30am (GMT)
Where: https://meet.google.com/abc-defg-hij
Calendar: jane@example.net
Who:
 * Hong Nguyen - organizer
 * jane@example.net
 * Łukasz Wójcik
"""


def test_google_as_it_was():
    draft = read(OLD_GOOGLE)
    assert (draft.company, draft.role, draft.place) == ("Acme", "Platform engineer", "by video")
    assert (draft.start, draft.end, draft.zone) == (wall(2026, 12, 3, 10), wall(2026, 12, 3, 11, 30), "UTC")
    assert draft.names == ("Hong Nguyen", "Łukasz Wójcik")
    assert draft.missing == ()


def test_google_as_it_is():
    draft = read("""Acme - Interview with Hong
Thursday Dec 3, 2026 ⋅ 10am – 11:30am
Eastern Time - New York

When
Thursday Dec 3, 2026 ⋅ 10am – 11:30am (Eastern Time - New York)
Location
Acme HQ, 4 Hudson St, New York
View map
Guests
hong.nguyen@acme.com - organizer
Ngozi Okafor
jane@example.net
View all guest info
Reply for jane@example.net
""")
    assert (draft.company, draft.start, draft.zone) == ("Acme", wall(2026, 12, 3, 10), "America/New_York")
    assert draft.place == "Acme HQ, 4 Hudson St, New York"
    assert [(each.name, each.email) for each in draft.people] == [("Hong Nguyen", "hong.nguyen@acme.com"), ("Ngozi Okafor", "")]
    assert draft.missing == (Missing.ROLE,)


def test_outlook():
    draft = read("""From: Weidmann, Jonas <jonas.weidmann@hallbrueck.de>
Sent: Thursday, 19 November 2026 09:12
To: Jane Doe <jane@example.net>
Required Attendees: Kaya, Aylin <aylin.kaya@hallbrueck.de>; Jane Doe <jane@example.net>
Optional Attendees: Wójcik, Łukasz
Subject: Interview Platform Engineer - Hallbrück AG
When: Thursday, 3 December 2026 10:00-11:00
Where: Microsoft Teams Meeting
""")
    assert (draft.company, draft.role, draft.place) == ("Hallbrück AG", "Platform Engineer", "by video")
    assert (draft.start, draft.end) == (wall(2026, 12, 3, 10), wall(2026, 12, 3, 11))
    assert [(each.name, each.email) for each in draft.people] == [
        ("Aylin Kaya", "aylin.kaya@hallbrueck.de"),
        ("Łukasz Wójcik", ""),
    ]
    assert draft.organizer is not None
    assert (draft.organizer.name, draft.organizer.email) == ("Jonas Weidmann", "jonas.weidmann@hallbrueck.de")


def test_prose():
    draft = read("""Dear Jane,

We would like to invite you to interview for the position of Clinical data manager at Globex Health on Tuesday,
1 December at 14:00 with Jonas Weidmann and Aylin Kaya. The interview takes place at our office in Leeds, 12 Long Lane.

Kind regards,
Pia Brandt
Talent Acquisition Manager
""")
    assert (draft.company, draft.role) == ("Globex Health", "Clinical data manager")
    assert (draft.start, draft.place) == (wall(2026, 12, 1, 14), "office in Leeds, 12 Long Lane")
    assert draft.names == ("Jonas Weidmann", "Aylin Kaya")


def test_prose_with_a_list_of_people():
    draft = read("""Hi Jane,

thanks for applying to the Senior Backend Engineer role at Initech. You will meet:
- Ελένη Παπαδοπούλου, Head of Engineering
- محمد الفارسي (Staff Engineer)
- 李小龙
Your interview is on 12/3/2026 from 2-3:30pm PST over Zoom: https://zoom.us/j/1

Best,
Dana
""")
    assert (draft.company, draft.role, draft.place) == ("Initech", "Senior Backend Engineer", "by video")
    assert (draft.start, draft.end) == (wall(2026, 12, 3, 14), wall(2026, 12, 3, 15, 30))
    assert draft.zone == "America/Los_Angeles"
    assert [(each.name, each.title) for each in draft.people] == [
        ("Ελένη Παπαδοπούλου", "Head of Engineering"),
        ("محمد الفارسي", "Staff Engineer"),
        ("李小龙", ""),
    ]


def test_german():
    draft = read(
        """Sehr geehrte Frau Doe,
gerne laden wir Sie zum Vorstellungsgespräch als Pflegefachkraft bei der Umbrella Klinik ein.
Wann: Dienstag, 1. Dezember 2026 um 14:00 Uhr
Wo: Kaiserstraße 12, Frankfurt
Gesprächspartner: Jonas Weidmann und Dr. Aylin Kaya
Mit freundlichen Grüßen
Pia Brandt
""",
        locale="de_DE",
    )
    assert (draft.company, draft.role) == ("Umbrella Klinik", "Pflegefachkraft")
    assert (draft.start, draft.place) == (wall(2026, 12, 1, 14), "Kaiserstraße 12, Frankfurt")
    assert draft.names == ("Jonas Weidmann", "Aylin Kaya")


def test_a_schedule():
    draft = read("""Your schedule for Friday, December 4, 2026
10:00 AM - 10:45 AM: Hong Nguyen, Engineering Manager
11:00 AM - 11:45 AM: Łukasz Wójcik, Staff Engineer
Acme - Platform engineer""")
    assert (draft.company, draft.role, draft.start) == ("Acme", "Platform engineer", wall(2026, 12, 4, 10))
    assert [(each.name, each.title) for each in draft.people] == [
        ("Hong Nguyen", "Engineering Manager"),
        ("Łukasz Wójcik", "Staff Engineer"),
    ]


@pytest.mark.parametrize("text", ["", "   \n\n", "hello there", "\0\1\2", "Best,\nPia"])
def test_a_text_without_an_invitation_misses_everything(text):
    draft = read(text)
    assert draft.missing == tuple(Missing)
    assert (draft.people, draft.place, draft.organizer) == ((), "", None)


def test_whoever_is_greeted_is_no_interviewer_even_when_the_user_is_not_known():
    draft = read("Hi Jane,\nInterview: Data engineer - Globex\nWhen: 3 Dec 2026 10:00\nWho: Jane Doe, Hong Nguyen", me=None)
    assert draft.names == ("Hong Nguyen",)


def test_a_pasted_calendar_is_read_as_one():
    data = (Path(__file__).parent / "fixtures" / "apple.ics").read_bytes().decode("utf-8", "replace")
    found = read_invitation_text(f"Hello,\n\n{data}", TUESDAY, HOME, "en_US")
    assert isinstance(found, tuple)
    assert [type(each) for each in found] == [Event]
    with pytest.raises(Problem, match="has no meeting in it"):
        read_invitation_text("BEGIN:VCALENDAR\nEND:VCALENDAR", TUESDAY, HOME, "en_US")


def test_a_pasted_text_goes_the_way_of_an_invitation():
    told = plan([read(OLD_GOOGLE).event()], (), (), JANE)
    assert told.change is not None
    assert [record.name for _, record in told.change.pairs if isinstance(record, Person)] == ["Hong Nguyen", "Łukasz Wójcik"]


def test_windows_line_ends_make_no_difference():
    assert read(OLD_GOOGLE.replace("\n", "\r\n")) == read(OLD_GOOGLE)
