"""Calendar files as Google, Outlook, Apple and others write them."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from subprocess import run

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.exchange import ics
from followup_desktop.exchange.events import Attendee, Event, Kind, Skipped
from followup_desktop.exchange.ics import read_ics

FIXTURES = Path(__file__).parent / "fixtures"
HOME = "America/New_York"


def wall(*parts):
    return datetime(*parts)  # noqa: DTZ001  (wall time)


def read(name, zone=HOME):
    return read_ics((FIXTURES / name).read_bytes(), zone, name)


def one(name, zone=HOME) -> Event:
    (event,) = read(name, zone)
    assert isinstance(event, Event)
    return event


def calendar(*lines, method="REQUEST"):
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", f"METHOD:{method}", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""]
    return "\r\n".join(rows).encode()


def only(*lines, zone=HOME, **more) -> Event:
    (event,) = read_ics(calendar(*lines, **more), zone)
    assert isinstance(event, Event), event
    return event


def test_google_writes_an_invitation():
    event = one("google.ics")
    assert (event.start, event.end, event.zone) == (wall(2026, 12, 1, 10), wall(2026, 12, 1, 11, 30), "America/New_York")
    assert (event.uid, event.sequence, event.method, event.cancelled) == (
        "7kukuqrfedlm2f9tq3v0a6b1c8@google.com",
        0,
        "REQUEST",
        False,
    )
    assert event.summary == "Acme <> Jane Doe | Onsite interview"
    assert event.place == "NYC-4-Hudson (8)"
    assert event.organizer == Attendee(name="Tomáš Řehák", email="tomas.rehak@acme.com")
    assert [(each.name, each.email) for each in event.attendees if each.kind is Kind.INDIVIDUAL] == [
        ("Tomáš Řehák", "tomas.rehak@acme.com"),
        ("Nguyễn Thị Hồng", "hong.nguyen@acme.com"),
        ("", "ngozi.okafor@acme.com"),
        ("", "jane.doe@example.net"),
    ]
    assert [each.kind for each in event.attendees][-1] is Kind.RESOURCE
    assert event.description.startswith("Hi Jane,\n\nlooking forward")


def test_a_cancelled_meeting_is_seen_as_cancelled():
    event = one("google_cancelled.ics")
    assert (event.cancelled, event.sequence, event.method) == (True, 2, "CANCEL")
    assert only("DTSTART:20261201T100000Z", "STATUS:cancelled").cancelled


@pytest.mark.parametrize("name", ["outlook.ics", "outlook_custom_zone.ics"])
def test_outlook_writes_windows_zones(name):
    event = one(name)
    assert (event.start, event.end, event.zone) == (wall(2026, 12, 2, 14), wall(2026, 12, 2, 15, 15), "Europe/Berlin")
    assert event.place == "Besprechungsraum 3.12"
    assert event.organizer == Attendee(name="Weidmann, Jonas", email="Jonas.Weidmann@hallbrueck.de")
    assert [each.email for each in event.attendees][:2] == ["jane.doe@example.net", "Aylin.Kaya@hallbrueck.de"]
    room = event.attendees[-1]
    assert (room.kind, room.informed_only) == (Kind.RESOURCE, True)


def test_outlook_on_the_desktop_quotes_its_zone():
    event = one("outlook_pacific.ics", "Europe/Berlin")
    assert (event.start, event.zone) == (wall(2026, 12, 3, 14), "America/Los_Angeles")
    assert event.moment == datetime(2026, 12, 3, 22, tzinfo=UTC)
    assert event.place == "1 Globex Way, Building 4, Oakland, CA 94607"


def test_apple_hides_the_address_in_a_parameter():
    event = one("apple.ics")
    assert (event.start, event.zone) == (wall(2026, 12, 4, 11), "Europe/Athens")
    assert event.organizer is not None
    assert event.organizer.email == "eleni@initech.gr"
    assert [each.name for each in event.attendees] == ["Ελένη Παπαδοπούλου", "محمد الفارسي", "李小龙", "", "Αίθουσα Άλφα"]
    assert event.attendees[-1].kind is Kind.ROOM
    assert event.place == "Initech, Λεωφόρος Κηφισίας 44, 151 25 Μαρούσι, Ελλάδα"


def test_fixtures_fold_within_characters():
    folded = (FIXTURES / "apple.ics").read_bytes()
    halves = [row for row in folded.split(b"\r\n ") if row[:1] and 0x80 <= row[0] < 0xC0]
    assert halves, "the fixture must cut a character in two"


def test_an_all_day_meeting_stays_on_its_day_in_every_zone():
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"):
        event = one("all_day.ics", zone)
        assert event.start == date(2026, 12, 7)
        assert not isinstance(event.start, datetime)
        assert event.end == wall(2026, 12, 8, 18)
    assert only("DTSTART;VALUE=DATE:20261207", "DTEND;VALUE=DATE:20261208").end is None


def test_utc_is_told_in_the_users_zone_and_floating_time_is_the_users():
    assert only("DTSTART:20261201T150000Z", "DTEND:20261201T160000Z").start == wall(2026, 12, 1, 10)
    floating = only("DTSTART:20261201T090000", "DURATION:PT1H30M", zone="Asia/Tokyo")
    assert (floating.start, floating.end, floating.zone) == (
        wall(2026, 12, 1, 9),
        wall(2026, 12, 1, 10, 30),
        "Asia/Tokyo",
    )
    assert only("DTSTART;TZID=Etc/UTC:20261201T150000").zone in {HOME, "Etc/UTC"}


def test_a_user_zone_that_is_not_known_is_utc():
    event = only("DTSTART:20261201T150000Z", zone="Nowhere/At_All")
    assert (event.start, event.zone) == (wall(2026, 12, 1, 15), "UTC")


def test_an_end_in_another_zone_is_told_in_the_zone_of_the_start():
    event = only("DTSTART;TZID=Europe/Berlin:20261201T150000", "DTEND;TZID=Europe/London:20261201T150000")
    assert event.end == wall(2026, 12, 1, 16)


@pytest.mark.parametrize(
    "end", ["DTEND:20261130T090000Z", "DTEND:20271130T090000Z", "DURATION:-PT1H", "DURATION:PT1X", "DTEND:nonsense"]
)
def test_an_end_that_makes_no_sense_is_left_out(end):
    assert only("DTSTART:20261201T150000Z", end).end is None


def test_odd_zones_are_found_out_or_said():
    found = read("odd_zones.ics")
    told = [(each.start, each.zone.replace("Katm", "Kathm")) for each in found if isinstance(each, Event)]
    assert told == [
        (wall(2026, 12, 1, 9), "Europe/Warsaw"),
        (wall(2026, 12, 1, 9), "Asia/Kathmandu"),
        (wall(2026, 12, 1, 0, 43), HOME),
        (wall(2026, 12, 1, 9), "Etc/GMT+8"),
        (wall(2026, 12, 1, 9), HOME),
    ]
    (left_out,) = [each for each in found if isinstance(each, Skipped)]
    assert left_out.where == "A zone that nobody knows"
    assert "Nowhere/Atlantis" in str(left_out.why)


def test_a_repeating_meeting_is_its_first_date_and_is_never_expanded():
    event, *rest = read("repeating.ics")
    assert isinstance(event, Event)
    assert (event.start, event.repeats, event.occurrence, event.sequence) == (wall(2026, 12, 1, 11), True, None, 4)
    assert [type(each) for each in rest] == [Skipped]


def test_one_date_of_a_repeating_meeting_alone_is_kept_apart():
    event = only("UID:a", "RECURRENCE-ID;TZID=Europe/Warsaw:20261208T090000", "DTSTART;TZID=Europe/Warsaw:20261208T120000")
    assert event.occurrence == datetime(2026, 12, 8, 8, tzinfo=UTC)
    assert only("UID:a", "RECURRENCE-ID;VALUE=DATE:20261208", "DTSTART;VALUE=DATE:20261209").occurrence == date(2026, 12, 8)


def test_one_meeting_without_a_date_does_not_spoil_the_others():
    found = read("hiring_service.ics")
    assert [isinstance(each, Event) for each in found] == [True, True, False]
    assert str(found[2].why) == "It has no date, so it was not added."
    assert found[0].place == "by video"


@pytest.mark.parametrize(
    "mail", ["mailto:hong@acme.com", "MAILTO:hong@acme.com", "Mailto:hong@acme.com", "hong@acme.com", "mailto:<hong@acme.com>"]
)
def test_an_address_is_found_however_mailto_is_written(mail):
    event = only("DTSTART:20261201T150000Z", f'ATTENDEE;CN="Nguyen, Hong":{mail}')
    assert event.attendees == (Attendee(name="Nguyen, Hong", email="hong@acme.com"),)


def test_an_unquoted_comma_in_a_name_is_put_up_with():
    event = only("DTSTART:20261201T150000Z", "ATTENDEE;CN=Nguyen, Hong:mailto:hong@acme.com")
    assert event.attendees == (Attendee(name="Nguyen, Hong", email="hong@acme.com"),)


def test_a_quoted_colon_and_semicolon_do_not_end_a_name():
    event = only("DTSTART:20261201T150000Z", 'ATTENDEE;CN="Hong: the ; great";ROLE=CHAIR:mailto:hong@acme.com')
    assert event.attendees[0].name == "Hong: the ; great"


def test_control_characters_and_hidden_marks_are_taken_out():
    event = only(
        "DTSTART:20261201T150000Z",
        "SUMMARY:Int\x07er\u202eview\u200b at\\nAcme",
        "ATTENDEE;CN=Ho\u200eng\x01:mailto:h@acme.com",
    )
    assert event.summary == "Interview at Acme"
    assert event.attendees[0].name == "Hong"


def test_long_texts_are_cut():
    event = only(
        "DTSTART:20261201T150000Z",
        f"SUMMARY:{'a' * 50_000}",
        f"DESCRIPTION:{'b ' * 20_000}",
        f"ATTENDEE;CN={'c' * 9_000}:mailto:c@c.com",
    )
    assert len(event.summary) == 300
    assert len(event.description) <= 8_000
    assert len(event.attendees[0].name) <= 120


def test_at_most_two_hundred_attendees_are_looked_at():
    event = only("DTSTART:20261201T150000Z", *(f"ATTENDEE;CN=P {n}:mailto:p{n}@acme.com" for n in range(900)))
    assert 150 < len(event.attendees) <= 222


@pytest.mark.parametrize(
    "encode",
    [lambda text: text.encode("utf-16"), lambda text: b"\xef\xbb\xbf" + text.encode(), lambda text: text.encode("cp1252")],
)
def test_other_encodings_are_read(encode):
    text = calendar("DTSTART:20261201T150000Z", "SUMMARY:Gespräch mit Søren").decode()
    (event,) = read_ics(encode(text), HOME)
    assert event.summary == "Gespräch mit Søren"


@pytest.mark.parametrize("ending", ["\n", "\r", "\r\r\n"])
def test_other_line_ends_are_read(ending):
    text = (FIXTURES / "google.ics").read_bytes().replace(b"\r\n", ending.encode())
    assert read_ics(text, HOME) == read("google.ics")


def test_a_calendar_within_a_pasted_mail_is_found():
    text = b"Hello Jane,\nsee below.\n" + calendar("DTSTART:20261201T150000Z", "SUMMARY:Interview") + b"\nBest\n"
    (event,) = read_ics(text, HOME)
    assert event.summary == "Interview"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "“x.ics” is empty, so nothing was added. Choose another file."),
        (b"\0\0\0 \r\n", "“x.ics” is empty, so nothing was added. Choose another file."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "“x.ics” is no calendar file, so nothing was added. Choose another file."),
        (b"<!DOCTYPE html><html>BEGIN</html>", "“x.ics” is no calendar file, so nothing was added. Choose another file."),
        (b"BEGIN:VCARD\nEND:VCARD", "“x.ics” is no calendar file, so nothing was added. Choose another file."),
        (b"a" * 1_000_001, "“x.ics” is too large for an invitation, so nothing was added. Choose another file."),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "“x.ics” has no meeting in it, so nothing was added. Choose another file."),
        (
            calendar("SUMMARY:Interview"),
            "“x.ics” has no date in it, so nothing was added. Choose another file, or type the day in yourself.",
        ),
        (
            calendar("DTSTART:tomorrow"),
            "“x.ics” has no date in it, so nothing was added. Choose another file, or type the day in yourself.",
        ),
        (
            calendar("DTSTART:00010101T000000Z"),
            "“x.ics” is dated in the year 1, so nothing was added. Choose another file, or type the day in yourself.",
        ),
        (
            calendar("DTSTART;TZID=Atlantis:20261201T090000"),
            "“x.ics” is told in an unknown time zone (“Atlantis”), so nothing was added. Type the time in yourself.",
        ),
        (
            calendar("DTSTART:20261201T150000Z")[:-40],
            "“x.ics” is damaged, so nothing was added. Ask for the invitation again.",
        ),
    ],
)
def test_a_file_that_is_no_use_is_one_plain_sentence(data, words):
    with pytest.raises(Problem) as told:
        read_ics(data, HOME, "x.ics")
    assert str(told.value) == words


def test_too_many_meetings_or_parts_are_refused_before_anything_is_parsed(monkeypatch):
    monkeypatch.setattr(ics, "sieved", lambda _: pytest.fail("parsed"))
    many = b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 501
    nested = b"BEGIN:VCALENDAR\n" + b"BEGIN:VALARM\n" * 5_001
    for data in (many, nested):
        with pytest.raises(Problem, match="more than 500 meetings"):
            read_ics(data, HOME, "x.ics")


def test_five_hundred_meetings_are_read():
    data = b"BEGIN:VCALENDAR\n" + b"".join(
        b"BEGIN:VEVENT\nUID:%d\nDTSTART:20261201T150000Z\nSUMMARY:Interview %d\nEND:VEVENT\n" % (n, n) for n in range(500)
    )
    assert len(read_ics(data, HOME)) == 500


@pytest.mark.parametrize("parameters", ["TZID=X;TZID={0}", "VALUE=DATE-TIME;TZID={0}", 'X-A="b:c";TZID={0}'])
def test_a_zone_is_found_wherever_it_stands_and_never_by_the_library(parameters):
    zone = parameters.format("/freeassociation.sourceforge.net/Europe/Warsaw")
    assert only(f"DTSTART;{zone}:20261201T090000").zone == "Europe/Warsaw"


def test_no_file_leaves_a_zone_behind():
    shady = (FIXTURES / "outlook.ics").read_bytes().replace(b"W. Europe Standard Time", b"Mars/Base")
    assert read_ics(shady, HOME)[0].zone == "Europe/Berlin"
    with pytest.raises(Problem, match="Mars/Base"):
        read_ics(calendar("DTSTART;TZID=Mars/Base:20261201T090000"), HOME)


def test_every_fixture_reads_the_same_twice():
    for path in sorted(FIXTURES.glob("*.ics")):
        try:
            found = read(path.name)
        except Problem:
            continue
        assert found == read(path.name)
        assert all(replace(each) == each for each in found)


def test_importing_the_room_is_cheap():
    code = (
        "import sys, followup_desktop.exchange, followup_desktop.exchange.ics, followup_desktop.exchange.one_line;"
        "sys.exit(any(name.split('.')[0] in {'icalendar', 'dateutil', 'PySide6'} for name in sys.modules))"
    )
    assert run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0
