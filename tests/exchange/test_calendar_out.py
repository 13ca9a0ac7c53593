from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from followup_desktop.core import agenda
from followup_desktop.core.records import Case, Channel, Interview, Outcome, Person, Promise, Touch, Workdays
from followup_desktop.core.staying import Known
from followup_desktop.exchange import ics
from followup_desktop.exchange.calendar_out import calendar

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 12, tzinfo=BERLIN)
PEOPLE = (Person(id="a", name="Łukasz Wójcik", company="Açme; Söhne, Ltd"), Person(id="b", name="Ngozi Okafor", company="Acme"))


def case(**more):
    start = datetime(2026, 11, 23, 10)  # noqa: DTZ001  (wall time)
    told = {"company": "Açme; Söhne, Ltd", "role": "Cook", "start": start, "zone": "America/New_York", **more}
    interview = Interview(id="i1", people=("a", "b"), place="14 Wharf St\nLeeds", **told)
    promise = Promise(id="p", interview="i1", words="by 3 December", latest=date(2026, 12, 3), heard=date(2026, 11, 23))
    return Case(interview, PEOPLE, promises=(promise,))


def written(*cases, now=NOW, before=b""):
    return calendar(agenda.all_entries(cases, now, Workdays()), cases, now, before)


def events(data):
    return {str(event["uid"]): event for event in icalendar.Calendar.from_ical(data).walk("VEVENT")}


def test_an_interview_stands_at_its_time_in_its_zone():
    event = events(written(case()))["interview-i1@followup-desktop"]
    assert event.decoded("dtstart") == datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/New_York"))
    assert event["dtstart"].params["TZID"] == "America/New_York"
    assert str(event["summary"]) == "Açme; Söhne, Ltd, Cook"
    assert str(event["location"]) == "14 Wharf St\nLeeds"
    assert "Łukasz Wójcik" in str(event["description"])


def test_the_zones_that_are_named_are_told():
    zones = {str(zone["tzid"]) for zone in icalendar.Calendar.from_ical(written(case())).walk("VTIMEZONE")}
    assert zones == {"America/New_York"}


def test_what_is_due_is_a_whole_day_with_its_reason_and_a_reminder():
    event = events(written(case()))["floor-i1@followup-desktop"]
    assert event.decoded("dtstart") == date(2026, 12, 4)
    assert event.decoded("dtend") == date(2026, 12, 5)
    assert event["transp"] == "TRANSPARENT"
    assert "They said by Thu 3 Dec" in str(event["description"])
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=9)


def test_an_interview_to_come_is_announced_an_hour_before_and_a_past_one_is_not():
    past = events(written(case()))["interview-i1@followup-desktop"]
    coming = events(written(case(start=datetime(2026, 12, 1, 9))))["interview-i1@followup-desktop"]  # noqa: DTZ001  (wall time)
    assert past.walk("VALARM") == []
    assert [alarm.decoded("trigger") for alarm in coming.walk("VALARM")] == [-timedelta(hours=1)]


def test_an_all_day_interview_is_a_day_in_every_zone():
    two_days = case(start=date(2026, 11, 23), end=datetime(2026, 11, 24, 17))  # noqa: DTZ001  (wall time)
    event = events(written(two_days))["interview-i1@followup-desktop"]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 11, 23), date(2026, 11, 25))


def test_nothing_changed_is_the_same_file():
    first = written(case())
    assert written(case(), now=NOW + timedelta(hours=5), before=first) == first


def test_what_changed_counts_up_and_the_rest_does_not():
    first = written(case())
    later = NOW + timedelta(hours=5)
    moved = written(case(start=datetime(2026, 11, 23, 11)), now=later, before=first)  # noqa: DTZ001  (wall time)
    was, now = events(first), events(moved)
    assert int(now["interview-i1@followup-desktop"]["sequence"]) == 1
    assert now["interview-i1@followup-desktop"].decoded("dtstamp") == later.astimezone(UTC)
    assert now["floor-i1@followup-desktop"] == was["floor-i1@followup-desktop"]
    again = events(written(case(start=datetime(2026, 11, 23, 12)), now=later, before=moved))  # noqa: DTZ001  (wall time)
    assert int(again["interview-i1@followup-desktop"]["sequence"]) == 2


def test_what_is_over_leaves_the_calendar():
    closed = replace(case(), interview=replace(case().interview, outcome=Outcome.DECLINED, outcome_on=date(2026, 11, 24)))
    found = events(written(closed, before=written(case())))
    assert not any(uid.startswith(("floor", "best")) for uid in found)
    cancelled = replace(case(), interview=replace(case().interview, cancelled=True))
    assert events(written(cancelled)) == {}


OURS = b"PRODID:-//followup-desktop//Follow-Up Desktop//EN"


@pytest.mark.parametrize(
    "junk", [b"", b"hello", b"BEGIN:VCALENDAR\r\nPRODID:other\r\nEND:VCALENDAR", b"\xff\xfe", OURS + b"\nBEGIN:VEVENT"]
)
def test_a_file_that_is_not_ours_counts_as_none(junk):
    assert written(case(), before=junk) == written(case())


def test_every_uid_stands_once_and_survives_another_person_to_ask():
    many = [replace(case(), interview=replace(case().interview, id=f"i{number}")) for number in range(5)]
    data = written(*many)
    assert data.count(b"\r\nUID:") == len(events(data))
    other = replace(many[0], interview=replace(many[0].interview, contact="b"))
    assert set(events(written(other))) == set(events(written(many[0])))


def test_our_own_reader_of_invitations_reads_it():
    read = ics.read_ics(written(case()), "Europe/Berlin", "mine.ics")
    assert any(getattr(event, "uid", "") == "interview-i1@followup-desktop" for event in read)


def test_lines_are_folded_and_end_as_the_standard_says():
    data = written(case())
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_hellos_to_people_known_are_theirs_and_need_no_interview():
    marta, jo = Person(id="m", name="Marta", tier="A", met=True), Person(id="j", name="Jo", tier="A", met=True)
    words = tuple(
        Touch(id=f"t{person.id}", interview=None, person=person.id, kind=Channel.EMAIL, on=date(2026, 11, 20))
        for person in (marta, jo)
    )
    entries = agenda.all_entries((), NOW, Workdays(), known=Known((marta, jo), words))
    hellos = [entry for entry in entries if entry.kind is agenda.Kind.KEEP_IN_TOUCH]
    found = events(calendar(hellos, (), NOW, b""))
    assert set(found) == {"keep-in-touch-m@followup-desktop", "keep-in-touch-j@followup-desktop"}
    assert set(events(calendar(reversed(hellos), (), NOW, b""))) == set(found)


def test_cards_say_for_whom_they_are():
    event = events(written(case()))["card-i1@followup-desktop"]
    assert str(event["summary"]) == "Açme; Söhne, Ltd: 2 cards to post"
