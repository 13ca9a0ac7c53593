"""What is written for other programs: a spreadsheet runs none of it, and our own reader finds the same people."""

import csv
import random
from datetime import date, datetime, time
from io import StringIO

import pytest

from followup_desktop.core.records import Case, Interview, Me, Person, Promise
from followup_desktop.exchange import bring_in_contacts, contacts, interviews_csv, people_vcf


@pytest.mark.parametrize(
    "cell", ["=1+1", "+44 1", "-1", "@x", "|x", "%x", "\tx", "\rx", "'=1", "''=1", "'", "''", "'x", "x", "", "ab=c", "’=x"]
)
def test_a_cell_is_guarded_and_comes_back(cell):
    guarded = contacts.guarded(cell)
    assert guarded[:1] not in set("=+-@|%\t\r")
    if cell == cell.strip():
        assert contacts.harmless(guarded) == cell


def test_any_cell_comes_back():
    for number in range(2_000):
        chance = random.Random(number)  # noqa: S311  (cells, no secrets)
        cell = "".join(chance.choice("'=+-@|%x 1é") for _ in range(chance.randrange(6))).strip()
        if not contacts._PROGRAM.match(cell):
            assert contacts.harmless(contacts.guarded(cell)) == cell


def test_the_table_of_interviews_holds_the_facts_and_runs_nothing():
    hong = Person(id="hong", name="=HYPERLINK(1)", title="x")
    start = datetime.combine(date(2026, 11, 23), time(10))
    told = Interview(id="a", company="@Acme, Ltd", role="-1", start=start, people=("hong",), place="line\nbreak")
    day = Interview(id="b", company="Globex", role="R", start=date(2026, 11, 24), cancelled=True)
    heard = Promise(id="p", interview="a", words='by "Friday"', latest=date(2026, 11, 27), heard=date(2026, 11, 23))
    data = interviews_csv.table((Case(told, (hong,), promises=(heard,)), Case(day)))
    assert data.startswith(b"\xef\xbb\xbf")
    header, first, second = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
    row = dict(zip(header, first, strict=True))
    assert row["Company"] == "'@Acme, Ltd"
    assert row["Role"] == "'-1"
    assert row["Interviewers"] == "'=HYPERLINK(1)"
    assert (row["Start"], row["Place"], row["They said"]) == ("2026-11-23 10:00", "line\nbreak", 'by "Friday"')
    assert (row["Latest"], row["Cards posted"]) == ("2026-11-27", "0 of 1")
    assert dict(zip(header, second, strict=True))["Start"] == "2026-11-24"
    assert not any(cell[:1] in set("=+-@|%\t\r") for cell in (*header, *first, *second) if cell)


def test_people_come_back_through_our_own_reader():
    people = (
        Person(id="p1", name="Nguyễn Thị Hồng", title="Staff, engineer; lead", email="hong@acme.example", company="Acme; Ltd"),
        Person(id="p2", name="Łukasz Żak" + "x" * 90, phone="+44 113 496 0000", address="Mill Lane 1\nLeeds, LS1 4AP\nEngland"),
        Person(id="p3", name="李小龍", pronoun="they", address_as="Bruce"),
    )
    data = people_vcf.cards(people)
    assert max(map(len, data.split(b"\r\n"))) <= people_vcf.LONGEST_LINE
    plan = bring_in_contacts.plan(bring_in_contacts.read(data, "people.vcf"), (), (), Me())
    back = [after for _, after in plan.change.pairs]
    kept = ("name", "title", "email", "company", "phone", "address", "pronoun")
    assert [[getattr(each, name) for name in kept] for each in back] == [
        [getattr(each, name) for name in kept] for each in people
    ]
