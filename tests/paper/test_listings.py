from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pypdfium2
import pytest

from followup_desktop.core import agenda
from followup_desktop.core.agenda import Entry, Kind
from followup_desktop.core.records import Card, CardState, Case, Channel, Interview, Me, Outcome, Person, Touch, Workdays, card_id
from followup_desktop.core.words import Words
from followup_desktop.paper import listings, month_page, table
from followup_desktop.paper.stock import UNPRINTABLE, office_paper

A4, LETTER = (210.0, 297.0), (215.9, 279.4)
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ANN = Person(id="a", name="Ann Lee", title="Head of Ops", company="Acme", email="ann@acme.example", address="1 Elm St\nLeeds")
HONG = Person(id="h", name="Nguyễn Thị Hồng", company="Acme", phone="+44 1")


def case(day=date(2026, 11, 10), **more):
    interview = Interview(id="i", company="Acme", role="Cook", start=datetime.combine(day, time(10)), people=("a", "h"), **more)
    posted = Card(id=card_id("i", "a"), interview="i", person="a", state=CardState.POSTED, posted_at=NOW - timedelta(days=13))
    touch = Touch(id="t", interview="i", person="h", kind=Channel.EMAIL, on=date(2026, 11, 20))
    return Case(interview, (ANN, HONG), touches=(touch,), cards=(posted,))


def read(pdf, pdftotext):
    return " ".join(pdftotext(pdf).split())


def ink_is_on_paper(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            width, height = page.get_size()
            for thing in page.get_objects():
                left, bottom, right, top = thing.get_bounds()
                assert min(left, bottom, width - right, height - top) >= UNPRINTABLE / 25.4 * 72


def test_the_proof_tells_what_was_done_when_and_with_whom(pdftotext):
    done = case(outcome=Outcome.REJECTED, outcome_on=date(2026, 11, 23))
    made = listings.proof_of_search([done], Me(name="Sam Reed"), date(2026, 11, 1), date(2026, 11, 30), NOW)
    assert [(row[0], row[2]) for row in made.rows] == [
        ("Tue 10 Nov", "Interview"),
        ("Wed 11 Nov", "Thank-you card posted"),
        ("Fri 20 Nov", "Follow-up by e-mail"),
        ("Mon 23 Nov", "Answer: rejected"),
    ]
    text = read(table.pdf(made, A4), pdftotext)
    for words in ("Sam Reed, Sun 1 Nov to Mon 30 Nov 2026", "Acme", "Cook", "Nguyễn Thị Hồng", "on Tue 24 Nov 2026"):
        assert words in text


def test_what_did_not_happen_is_no_proof():
    later, cancelled = case(date(2026, 11, 25)), case(cancelled=True)
    made = listings.proof_of_search(
        [replace(later, cards=(), touches=()), cancelled], Me(), date(2026, 1, 1), date(2026, 12, 31), NOW
    )
    assert made.rows == ()


def test_only_the_days_asked_for_are_in_the_proof():
    made = listings.proof_of_search([case()], Me(), date(2026, 11, 11), date(2026, 11, 19), NOW)
    assert [row[2] for row in made.rows] == ["Thank-you card posted"]


def test_the_agenda_names_each_day_once_and_leaves_out_what_is_behind(pdftotext):
    found = agenda.entries(replace(case(), touches=()), NOW, Workdays())
    made = listings.agenda(found, date(2026, 11, 1), date(2026, 12, 31))
    days = [row[0] for row in made.rows if row[0]]
    assert len(days) == len(set(days))
    assert "10:00 to 11:00" in read(table.pdf(made, A4), pdftotext)
    assert "posted" not in read(table.pdf(made, A4), pdftotext)


def test_the_address_list_has_everybody_with_all_their_lines(pdftotext):
    text = pdftotext(table.pdf(listings.address_list([HONG, ANN]), LETTER))
    for words in ("Ann Lee", "Head of Ops", "1 Elm St", "Leeds", "ann@acme.example", "Nguyễn Thị Hồng", "+44 1"):
        assert words in text
    assert text.index("Ann Lee") < text.index("Nguyễn Thị Hồng")


@pytest.mark.parametrize("sheet", [A4, LETTER])
def test_long_tables_go_over_pages_with_their_heads_and_lose_nothing(sheet, pdftotext):
    people = [
        Person(id=str(n), name=f"Person{n:03}", company="Acme", address="\n".join(f"line{n}x{m}" for m in range(n % 7)))
        for n in range(150)
    ]
    people.append(Person(id="long", name="Long", company="Zeta", address="\n".join(f"far{m:03}" for m in range(140))))
    made = table.pdf(listings.address_list(people), sheet)
    pages = pdftotext(made).split("\f")[:-1]
    assert len(pages) > 5
    assert all("Company" in page for page in pages)
    text = "".join(pages)
    for person in people:
        assert text.count(person.name) == 1
        assert all(text.count(line) >= 1 for line in person.address.splitlines())
    assert f"{len(pages)} / {len(pages)}" in pages[-1]
    ink_is_on_paper(made)


def test_an_empty_table_says_so(pdftotext):
    assert "Nobody is known yet." in pdftotext(table.pdf(listings.address_list([]), A4))


def test_what_no_font_can_write_is_named():
    made = listings.address_list([Person(id="x", name="Ann 𓂀", company="Acme")])
    assert [str(note.values["words"]) for note in made.notes] == ["Ann 𓂀"]


def entry(day, text):
    return Entry(
        day=day,
        kind=Kind.TASK if hasattr(Kind, "TASK") else Kind.BEST,
        interview="i",
        title=Words(text),
        short=Words(text),
        detail=Words(""),
    )


@pytest.mark.parametrize(
    ("first_weekday", "month", "weeks"), [(0, date(2026, 11, 1), 6), (6, date(2026, 11, 1), 5), (0, date(2027, 2, 1), 4)]
)
def test_a_month_has_all_its_days_under_their_names(first_weekday, month, weeks, pdftotext):
    made = month_page.pdf([], month, A4, first_weekday=first_weekday)
    text = pdftotext(made)
    assert f"{month:%Y}" in text
    assert text.index("Sunday") < text.index("Monday") if first_weekday == 6 else text.index("Monday") < text.index("Sunday")
    numbers = [int(word) for word in text.split() if word.isdigit() and int(word) < 32]
    assert len(numbers) == 7 * weeks
    with pypdfium2.PdfDocument(made) as document:
        width, height = document[0].get_size()
        assert width > height
    ink_is_on_paper(made)


def test_a_full_day_tells_how_many_are_left_out(pdftotext):
    day = date(2026, 11, 12)
    full = month_page.pdf([entry(day, f"Thing {n}") for n in range(12)], day, A4)
    text = pdftotext(full)
    shown = text.count("Thing")
    assert 2 <= shown < 12
    assert f"+{12 - shown} more" in text


def test_long_words_stay_in_their_day(pdftotext):
    made = month_page.pdf(
        [entry(date(2026, 11, 15), "Interview with the Worshipful Company of Clockmakers and Friends")], date(2026, 11, 1), A4
    )
    assert "…" in pdftotext(made)
    ink_is_on_paper(made)


def test_quiet_days_are_hatched():
    plain, quiet = (month_page.pdf([], date(2026, 11, 1), A4, quiet=days) for days in ((), {date(2026, 11, 12)}))

    def ink(pdf):
        with pypdfium2.PdfDocument(pdf) as document:
            return sum(
                document[0].render(scale=1, grayscale=True).to_pil().point(lambda value: value < 245 and 255).histogram()[255:]
            )

    assert ink(quiet) > ink(plain) + 200


def test_the_paper_is_that_of_the_country():
    assert office_paper("us") == LETTER
    assert office_paper("DE") == office_paper("") == A4
