"""A hostile address book cannot hurt: no crash, no hang, nothing half done, and a second import changes nothing (SAFETY)."""

from __future__ import annotations

import os
import random
import time
from dataclasses import fields
from pathlib import Path

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Me, Person
from followup_desktop.exchange.bring_in_contacts import most_bytes, plan, read

pytestmark = pytest.mark.slow

FIXTURES = sorted((Path(__file__).parent / "fixtures" / "contacts").iterdir())
CONTENTS = [(path.suffix, path.read_bytes()) for path in FIXTURES]
ROBIN = Me(name="Robin Ashworth", emails=("robin@ashworth.example",), country="GB")
SLOWEST = 4.0
"""Seconds of the processor that one file may take: tells a hang from a busy machine (SAFETY has a second, on an idle one)."""
RUNS = int(os.environ.get("FOLLOWUP_MUTATIONS", "3000"))
"""Damaged files that are tried; 1000000 for the long run."""

NASTY = [
    b"\0",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\r",
    b"\n ",
    b'"',
    b'""',
    b";",
    b":",
    b"\\",
    b"\\;",
    b"=\r\n",
    b"=C3",
    b"\xe2\x80\xae",
    b"\xc3",
    b"BEGIN:VCARD\r\n",
    b"END:VCARD\r\n",
    b"AGENT:\r\nBEGIN:VCARD\r\n",
    b"VERSION:2.1\r\n",
    b"item1.",
    b"item1.X-ABADR:zz\r\n",
    b"FN;CHARSET=zip;ENCODING=QUOTED-PRINTABLE:=00=ff\r\n",
    b"FN;CHARSET=idna:xn--\r\n",
    b"FN;CHARSET=unicode_escape:\\x41\r\n",
    b"FN;CHARSET=undefined:\xff\r\n",
    b"FN;CHARSET=utf-7:+AAA-\r\n",
    b"N;CHARSET=hex:;;\xff;\r\n",
    b"N:;;;;;;;;;;;;\r\n",
    b"ADR;CC=__:a;b\r\n",
    b"ADR:;;;;;;%s\r\n",
    b"ADR:;;\\n\\n;\\n;\\n;\\n;JP\r\n",
    b'ADR;LABEL="',
    b'TEL;PREF=1;TYPE="a,b":tel:\r\n',
    b"PHOTO;ENCODING=b:AAAA\r\n",
    b"FN:{name} {0} {}\r\n",
    b"FN:=cmd|'/C calc'!A0\r\n",
    b'=HYPERLINK("http://e";"x")',
    b"javascript:alert(1)",
    b"sep=;\r\n",
    b",,,,,,,,,",
    b"Name,Company,E-mail\r\n",
    b"First Name;Last Name;Address;Zip;Town;Country\r\n",
    b" ::: ",
    b"\t",
    b"|",
    b"@",
    b"a@b.c",
    b"'=1",
    b"\xf0\x9f\x98\x80" * 50,
    b"A" * 9000,
    b"\xe1\x80\x80" * 300,
]


def mutated(chance):
    """One of the fixtures with a few faults in it, and the end of its name."""
    suffix, content = chance.choice(CONTENTS)
    data = bytearray(content)
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
            data[at:at] = data[at : at + chance.randint(1, 400)]
        elif fault == 5:
            other = chance.choice(CONTENTS)[1]
            data[at:at] = other[: chance.randrange(len(other))]
        else:
            line = data.find(b"\n", at)
            data[line + 1 : line + 1] = chance.choice(NASTY)
        if not data:
            data = bytearray(b" ")
    return suffix, bytes(data)


def clean(text, most):
    return len(text) <= most and not any(character < " " or character in "\x7f\u202e\u200e" for character in text)


def bring(data, suffix):
    """Everything that happens to a file on its way in, twice; fails on whatever must not come out of it."""
    try:
        found = read(data, f"x{suffix}")
    except Problem:
        return ()
    told = plan(found, (), (), ROBIN)
    for _, words in (*told.skipped, *told.doubts):
        assert str(words)
    people = tuple(after for _, after in told.change.pairs) if told.change else ()
    for person in people:
        assert isinstance(person, Person)
        assert person.name
        assert not person.met
        for field, most in (("name", 120), ("title", 120), ("company", 120), ("email", 254), ("phone", 40)):
            assert clean(getattr(person, field), most), (field, person)
        assert person.pronoun in {"", "she", "he", "they"}
        rows = person.address.split("\n")
        assert len(rows) <= 8
        assert all(clean(row, 120) for row in rows), person
        for field in fields(person):
            text = str(getattr(person, field.name)).casefold()
            assert not text.startswith(("javascript:", "=hyperlink(")), person
    again = plan(found, (), people, ROBIN)
    assert again.change is None, (again.change, data)
    assert not again.new
    return people


def test_mutated_files_do_no_harm_and_a_second_import_changes_nothing():
    chance = random.Random(20261124)  # noqa: S311  (the same faults every time)
    slowest, brought = 0.0, 0
    for run in range(RUNS):
        suffix, data = mutated(chance)
        begun = time.process_time()
        try:
            brought += bool(bring(data, suffix))
        except Exception as fault:
            fault.add_note(f"run {run}: {suffix} {data!r}")
            raise
        slowest = max(slowest, time.process_time() - begun)
    assert slowest < SLOWEST
    assert brought > RUNS / 2


CELLS = {
    "Name": ["Ada", "Bo", "Dr. Ada"],
    "Company": ["", "Acme", "Acme Inc.", "Globex"],
    "E-mail": ["", "", "a@x.example", "b@x.example", "c@x.example"],
    "E-mail 2 Address": ["", "", "a@x.example", "b@x.example", "c@x.example"],
    "LinkedIn": ["", "", "linkedin.com/in/a", "linkedin.com/in/b"],
    "Phone": ["", "111", "222"],
    "Position": ["", "CTO", "CEO"],
}


def test_contacts_in_any_order_with_any_gaps_come_in_once():
    chance = random.Random(7)  # noqa: S311  (the same tables every time)
    for _ in range(1500):
        rows = (",".join(chance.choice(cells) for cells in CELLS.values()) for _ in range(chance.randint(2, 9)))
        bring("\n".join((",".join(CELLS), *rows)).encode(), ".csv")


def card(*lines):
    return b"\r\n".join([b"BEGIN:VCARD", b"VERSION:3.0", b"FN:Hong Nguyen", *lines, b"END:VCARD", b""])


V, C = most_bytes("x.vcf") - 200, most_bytes("x.csv") - 200
HUGE = {
    "newlines.vcf": b"BEGIN:VCARD\n" + b"\n" * V,
    "folds.vcf": card(b"ORG:a\r\n " + b"b\r\n " * (V // 4)),
    "soft breaks.vcf": card(b"ORG;ENCODING=QUOTED-PRINTABLE:a" + b"=\r\n" * (V // 3)),
    "one line.vcf": card(b"ORG:" + b"a" * V),
    "quotes.vcf": card(b"TEL;TYPE=" + b'"' * V),
    "parameters.vcf": card(b"TEL" + b";A=b" * (V // 4) + b":1"),
    "semicolons.vcf": card(b"N:" + b";" * V),
    "backslashes.vcf": card(b"N:" + b"\\" * V),
    "short parameters.vcf": card(*[b"TEL" + b";A=b" * 1_900 + b":1"] * (V // 7_700)),
    "short backslashes.vcf": card(*[b"N:" + b"\\" * 7_900] * (V // 7_910)),
    "groups.vcf": card(*[b"item1.X-ABADR:us"] * (V // 18)),
    "begins.vcf": b"BEGIN:VCARD\r\n" * (V // 13),
    "agents.vcf": b"BEGIN:VCARD\r\nAGENT:\r\n" * (V // 21),
    "people.vcf": b"".join(
        b"BEGIN:VCARD\r\nVERSION:2.1\r\nN:Nguyen %d;Hong\r\nORG:Acme\r\nADR:;;10 High Street;Leeds;;LS1 4DY;CN\r\nEND:VCARD\r\n"
        % n
        for n in range(19_990)
    ),
    "one name.vcf": card(b"ORG:Acme", b"EMAIL:a@x.example") * 2
    + b"".join(card(b"ORG:Company %d" % n, b"EMAIL:a%d@x.example" % n) for n in range(5_000)),
    "quote.csv": b"Name,Company\n" + b'"' * C,
    "open quote.csv": b'Name,Company\nHong,"' + b"a\n" * (C // 2),
    "many quotes.csv": b"Name,Company\n" + b'"a""",' * (C // 6),
    "commas.csv": b"," * C,
    "header cells.csv": b"Name," * (C // 5),
    "short rows.csv": b"Name,Company\n" + b",\n" * (C // 2),
    "blank rows.csv": b"\n" * C,
    "wide.csv": b"Name,Company\n" + b"a," * (C // 2),
    "preamble.csv": b"a" * C,
    "people.csv": b"First Name,Last Name,Company,E-mail Address,Business Street,Business City,Business Country/Region\n"
    + b"".join(b"Hong,Nguyen %d,Acme,hong%d@acme.example,10 High Street,Leeds,United Kingdom\n" % (n, n) for n in range(19_990)),
    "utf-16.csv": ("Name,Company\n" + "é" * (C // 2 - 40)).encode("utf-16"),
}


@pytest.mark.parametrize("kind", sorted(HUGE))
def test_a_file_made_to_be_slow_is_not(kind):
    data = HUGE[kind][: most_bytes(kind)]
    begun = time.process_time()
    found = ()
    try:
        found = read(data, kind)
    except Problem:
        return
    finally:
        assert time.process_time() - begun < SLOWEST
    begun = time.process_time()
    assert plan(found, (), (), ROBIN)
    assert time.process_time() - begun < SLOWEST
