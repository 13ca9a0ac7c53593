"""A hostile file cannot hurt: no crash, no hang, nothing half done (SAFETY)."""

from __future__ import annotations

import os
import random
import time
from datetime import date
from pathlib import Path

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Interview, Me, Person
from followup_desktop.exchange.bring_in import plan
from followup_desktop.exchange.ics import MOST_BYTES, read_ics
from followup_desktop.exchange.one_line import read_line
from followup_desktop.exchange.pasted import read_invitation_text

pytestmark = pytest.mark.slow

FIXTURES = [path.read_bytes() for path in sorted((Path(__file__).parent / "fixtures").glob("*.ics"))]
JANE = Me(name="Jane Doe", emails=("jane.doe@example.net",))
TODAY = date(2026, 11, 24)
SLOWEST = 4.0
"""Seconds of the processor that one file may take: tells a hang from a busy machine (SAFETY has a second, on an idle one)."""
RUNS = int(os.environ.get("FOLLOWUP_MUTATIONS", "3000"))
"""Damaged files that are tried; 1000000 for the long run."""

NASTY = [
    b"\0", b"\xff\xfe", b"\r", b"\n ", b'"', b";", b":", b"\\", b"^n", b"\xe2\x80\xae", b"\xc3", b"%s%n", b"99999999999999999999",
    b"-1", b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"BEGIN:VTIMEZONE\r\nTZID:x\r\n", b"DTSTART:99999999T999999Z\r\n",
    b"DTSTART:00000000\r\n", b"DTEND;TZID=../../etc/passwd:20261201T100000\r\n", b"DTSTART;TZID=America:20261201T100000\r\n",
    b"RRULE:FREQ=SECONDLY;INTERVAL=0\r\n", b"DURATION:P99999999999D\r\n", b"SEQUENCE:1e999\r\n", b"TZOFFSETTO:+9999\r\n",
    b'ATTENDEE;CN="";CUTYPE=X:\r\n', b"ATTENDEE;CN=a;CN=b;CN=c:mailto:a@b\r\n", b"ORGANIZER;SENT-BY=:mailto:\r\n",
    b"RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T100000Z\r\n", b"SUMMARY;ENCODING=QUOTED-PRINTABLE:=C3=A4=\r\n",
    b"ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA\r\n", b"DTSTART;VALUE=PERIOD:20261201T100000Z/PT1H\r\n",
    b"DTSTART:20261201T100000Z,20261202T100000Z\r\n", b"{name} {0} {}", b"<script>", b"\xf0\x9f\x98\x80" * 50, b"A" * 5000,
]  # fmt: skip


def mutated(chance: random.Random) -> bytes:
    """One of the fixtures with a few faults in it."""
    data = bytearray(chance.choice(FIXTURES))
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data))
        fault = chance.randrange(7)
        if fault == 0:
            data[at] = chance.randrange(256)
        elif fault == 1:
            del data[at : at + chance.randint(1, 200)]
        elif fault == 2:
            data[at:at] = chance.choice(NASTY)
        elif fault == 3:
            rows = bytes(data).split(b"\r\n")
            chance.shuffle(rows)
            data = bytearray(b"\r\n".join(rows))
        elif fault == 4:
            end = min(len(data), at + chance.randint(1, 400))
            data[at:at] = data[at:end]
        elif fault == 5:
            other = chance.choice(FIXTURES)
            data[at:at] = other[: chance.randrange(len(other))]
        else:
            line = data.find(b"\r\n", at)
            data[line:line] = b"\r\n" + chance.choice(NASTY)
        if not data:
            data = bytearray(b" ")
    return bytes(data)


def bring(data: bytes) -> None:
    """Everything that happens to a file on its way in; fails on whatever must not come out of it."""
    try:
        found = read_ics(data, "Europe/London", "x.ics")
    except Problem:
        return
    told = plan(found, (), (), JANE)
    for _, words in (*told.skipped, *told.doubts):
        assert str(words)
    for _, record in told.change.pairs if told.change else ():
        if isinstance(record, Person):
            assert clean(record.name, 120), record
            assert clean(record.title, 120)
            assert clean(record.email, 254)
            assert record.name
        if isinstance(record, Interview):
            assert clean(record.company, 120)
            assert clean(record.role, 120)
            assert clean(record.place, 330)
            assert 1989 <= record.day.year <= 2101
            record.starts()
            record.ends()


def clean(text: str, most: int) -> bool:
    return len(text) <= most and not any(character < " " or character in "\x7f\u202e\u200e" for character in text)


def test_mutated_files_do_no_harm():
    chance = random.Random(20261124)  # noqa: S311  (the same faults every time)
    slowest = 0.0
    for run in range(RUNS):
        data = mutated(chance)
        begun = time.process_time()
        try:
            bring(data)
        except Exception as fault:
            fault.add_note(f"run {run}: {data!r}")
            raise
        slowest = max(slowest, time.process_time() - begun)
    assert slowest < SLOWEST


def event(*lines: bytes) -> bytes:
    return b"\r\n".join(
        [b"BEGIN:VCALENDAR", b"BEGIN:VEVENT", b"DTSTART:20261201T100000Z", *lines, b"END:VEVENT", b"END:VCALENDAR"]
    )


MOST = MOST_BYTES - 200
HUGE = {
    "newlines": b"BEGIN:VCALENDAR\n" + b"\n" * MOST,
    "folds": event(b"SUMMARY:a\r\n " + b"b\r\n " * (MOST // 4)),
    "blank folds": event(b"SUMMARY:a" + b"\r\n " * (MOST // 3)),
    "one line": event(b"SUMMARY:" + b"a" * MOST),
    "quotes": event(b"ATTENDEE;CN=" + b'"' * MOST),
    "semicolons": event(b"ATTENDEE" + b";" * MOST),
    "parameters": event(b"ATTENDEE" + b";A=b" * (MOST // 4) + b":mailto:a@b.c"),
    "commas": event(b"ATTENDEE;CN=" + b"a," * (MOST // 2) + b":mailto:a@b.c"),
    "backslashes": event(b"DESCRIPTION:" + b"\\" * MOST),
    "carets": event(b"ATTENDEE;CN=" + b"^n" * (MOST // 2) + b":mailto:a@b.c"),
    "spaces": event(b"SUMMARY:" + b" " * MOST + b"x"),
    "tags": event(b"DESCRIPTION:" + b"<a " * (MOST // 3)),
    "locations": event(b"LOCATION:" + b"\\n " * (MOST // 3)),
    "attendees": event(*(b"ATTENDEE;CN=Person Number %d:mailto:p%d@acme.com" % (n, n) for n in range(15_000))),
    "zones": b"BEGIN:VCALENDAR\r\n"
    + b"BEGIN:VTIMEZONE\r\nTZID:z\r\nBEGIN:STANDARD\r\nRRULE:FREQ=YEARLY;BYDAY=1SU\r\nTZOFFSETTO:+0317\r\nEND:STANDARD\r\n"
    b"END:VTIMEZONE\r\n"
    * 2_400
    + b"".join(b"BEGIN:VEVENT\r\nUID:%d\r\nDTSTART;TZID=z:20261201T100000\r\nEND:VEVENT\r\n" % n for n in range(190)),
    "parts of a zone": b"BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:z\r\n"
    + b"BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:FREQ=YEARLY\r\nTZOFFSETTO:+0317\r\nEND:STANDARD\r\n" * 4_400
    + b"END:VTIMEZONE\r\n"
    + b"".join(b"BEGIN:VEVENT\r\nUID:%d\r\nDTSTART;TZID=z:20261201T100000\r\nEND:VEVENT\r\n" % n for n in range(490)),
    "depth": b"BEGIN:VEVENT\r\n" * 499 + b"DTSTART:20261201T100000Z\r\n" + b"END:VEVENT\r\n" * 499,
    "meetings": b"BEGIN:VCALENDAR\r\n"
    + b"".join(
        b"BEGIN:VEVENT\r\nUID:%d\r\nDTSTART:20261201T100000Z\r\nSUMMARY:Interview: Engineer %d - Acme\r\n"
        b"ATTENDEE;CN=Hong Nguyen %d:mailto:hong%d@acme.com\r\nDESCRIPTION:You will meet %s\r\nEND:VEVENT\r\n"
        % (n, n, n, n, b"Anna Schmidt\\, " * 80)
        for n in range(500)
    ),
}


@pytest.mark.parametrize("kind", sorted(HUGE))
def test_a_file_made_to_be_slow_is_not(kind):
    data = HUGE[kind][:MOST_BYTES]
    begun = time.process_time()
    bring(data)
    assert time.process_time() - begun < SLOWEST


PIECES = [
    "the ", "with A, ", "10:00 - ", "a-", "<a ", "meet A B, ", "Mon ", "1/1 ", "position of ", "\n", "\n- ", "at ", "Who:\n",
    "a@b.c ", "x@", "((", "and ", "A ", "李", "0", "12 Dec ", "| ", "Interview ", "phone ", ": ", "When: ", "role ", "Inc. ",
    ", ", "@ ", ". ", "für die Stelle ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_made_to_be_slow_is_not(piece):
    text = piece * (40_000 // len(piece))
    begun = time.process_time()
    read_line(text, TODAY, "Europe/London", "de_DE")
    read_invitation_text(text, TODAY, "Europe/London", me=JANE)
    bring(event(b"SUMMARY:" + piece.encode() * 2_000, b"DESCRIPTION:" + piece.encode().replace(b"\n", b"\\n") * 4_000))
    assert time.process_time() - begun < SLOWEST


def test_jumbled_text_does_no_harm():
    chance = random.Random(7)  # noqa: S311  (the same texts every time)
    for _ in range(400):
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 40)))
        read_line(text, TODAY, "Europe/London", chance.choice(["en_US", "de_DE", "fr_FR", "", "C", "tr_TR.UTF-8"]))
        read_invitation_text(text, TODAY, "Europe/London")
