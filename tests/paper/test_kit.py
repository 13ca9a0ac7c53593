from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pypdfium2
import pytest

from followup_desktop.core.records import Case, Interview, Me, Person
from followup_desktop.paper import kit
from followup_desktop.paper.kit import TIPS, Part, kit_for

IN = 25.4
ME = Me(name="Robin Ashworth", address="418 Alder Street\nPortland OR 97205", country="US")


def case_of(*names, **more):
    people = tuple(Person(id=f"p{number}", name=name, company="Hallbrück AG") for number, name in enumerate(names))
    interview = Interview(
        id="i1",
        company="Hallbrück AG",
        role="Systems engineer",
        start=datetime(2026, 12, 2, 14),  # noqa: DTZ001  (wall time)
        people=tuple(person.id for person in people),
        **more,
    )
    return Case(interview, people)


@pytest.fixture
def pages(pdftotext):
    def read(made, *parts):
        pdf = kit.pdf(made, parts or tuple(Part))
        with pypdfium2.PdfDocument(pdf) as document:
            sizes = [tuple(round(value / 72 * IN) for value in page.get_size()) for page in document]
        return sizes, pdftotext(pdf).split("\f")[:-1]

    return read


@pytest.mark.parametrize("count", [0, 1, 2, 6])
def test_the_kit_is_what_the_agenda_says(stocks, pages, count):
    case = case_of(*["Jonas Weidmann", "Aylin Kaya", "Ελένη Παππά", "Bo Li", "Ann Lee", "Cy Roy"][:count])
    sizes, _ = pages(kit_for(case, ME, stocks["quarter-letter"]))
    letter, a2 = (216, 279), (146, 111)
    assert sizes == [letter] * (1 + count + 2) + [a2] * (count + 2)


def test_paper_and_envelopes_follow_the_stock(stocks, pages):
    sizes, _ = pages(kit_for(case_of("Jonas Weidmann"), replace(ME, country="DE"), stocks["quarter-a4"]))
    assert set(sizes) == {(210, 297), (162, 114)}


def test_blank_cards_share_sheets_where_the_stock_has_several(stocks, pages):
    sizes, _ = pages(kit_for(case_of("A B", "C D", "E F"), ME, stocks["avery-8315"]), Part.CARDS)
    assert len(sizes) == 3


def test_the_pocket_sheet_holds_everything_in_the_order_of_the_debrief(stocks, pages):
    case = case_of("Nguyễn Thị Hồng", "Tomáš Řehák", place="Steinweg 14, third floor")
    sizes, told = pages(kit_for(case, ME, stocks["quarter-letter"]), Part.POCKET_SHEET)
    assert len(sizes) == 1
    order = [
        "Systems engineer",
        "Wed 2 Dec, 14:00",
        "Steinweg 14, third floor",
        "Pack 4 cards with envelopes and stamps, and a pen.",
        "Ask when they will decide.",
        "Ask whether you may follow up, and with whom.",
        "Ask everybody for a card: name, title, address.",
        *TIPS,
        "Ask reception for the address of",
        "Nguyễn Thị Hồng",
        "Spelling",
        "Title",
        "What I enjoyed",
        "Learned, promised",
        "Tomáš Řehák",
        "What I enjoyed",
        "Somebody else",
        "When will you decide?",
        "May I follow up",
        "With whom?",
    ]
    at = told[0].index("Hallbrück AG")
    for words in order:
        assert words in told[0][at:], words
        at = told[0].index(words, at)


def test_reception_is_asked_only_for_what_is_not_known(stocks, pages):
    case = case_of("Jonas Weidmann", "Aylin Kaya")
    known = replace(case.people[0], address="1 Elm St\nReno NV 89501")
    made = kit_for(replace(case, people=(known, case.people[1])), ME, stocks["quarter-letter"])
    _, told = pages(made)
    assert "Ask reception for the address of Aylin Kaya" in told[0]
    assert "Jonas Weidmann\nHallbrück AG\n1 Elm St" in "".join(told)
    assert made.notes == ()
    everybody = tuple(replace(person, address="1 Elm St") for person in case.people)
    _, told = pages(kit_for(replace(case, people=everybody), ME, stocks["quarter-letter"]))
    assert "reception" not in told[0]


def test_a_name_that_no_font_has_is_left_to_the_hand_and_told(stocks, pages):
    made = kit_for(case_of("Jonas Weidmann", "\U00011f00\U00011f01"), ME, stocks["quarter-letter"])
    assert [str(note) for note in made.notes] == [
        "No font here has every letter of \U00011f00\U00011f01: write the name by hand."
    ]
    _, told = pages(made)
    assert "\U00011f00" not in "".join(told)


@pytest.mark.parametrize("stock_id", ["quarter-letter", "quarter-a4"])
@pytest.mark.parametrize("count", [0, 1, 4, 8, 13])
def test_nothing_on_the_pocket_sheet_is_near_an_edge_or_on_something_else(stocks, stock_id, count):
    long = "Maximiliane-Alexandrina von und zu Hohenlohe-Waldenburg-Schillingsfürst"
    case = case_of(*[f"{long} {number}" for number in range(count)])
    people = tuple(replace(person, title="Executive Vice President of Everything " * 3) for person in case.people)
    case = Case(replace(case.interview, role="Principal engineer " * 12, place="Somewhere " * 30), people)
    made = kit_for(case, ME, stocks[stock_id])
    pdf = kit.pdf(made, [Part.POCKET_SHEET])
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == (1 if count <= 8 else 2)
        for page in document:
            width, height = page.get_size()
            edge = 6.35 / IN * 72
            lines = []
            for thing in page.get_objects():
                left, bottom, right, top = thing.get_bounds()
                if right - left > 1:
                    assert min(left, bottom, width - right, height - top) > edge
                if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT:
                    lines.append((left, bottom, right, top))
            for number, (left, bottom, right, top) in enumerate(lines):
                for other in lines[number + 1 :]:
                    overlap = min(right, other[2]) - max(left, other[0]), min(top, other[3]) - max(bottom, other[1])
                    assert min(overlap) < 2.5, "two lines of words stand on one another"


def test_a_kit_is_the_same_bytes_each_time_and_has_a_part(stocks):
    made = kit_for(case_of("Jonas Weidmann"), ME, stocks["quarter-a4"])
    assert kit.pdf(made) == kit.pdf(made)
    with pytest.raises(ValueError, match="no part"):
        kit.pdf(made, [])


def test_what_was_ticked_off_on_the_screen_is_ticked_on_the_pocket_sheet(stocks):
    open_ones, ticked = case_of("Jonas Weidmann"), case_of("Jonas Weidmann", ticked=("cards", "timeline"))
    one, other = (kit.pdf(kit_for(each, ME, stocks["quarter-letter"]), [Part.POCKET_SHEET]) for each in (open_ones, ticked))
    with pypdfium2.PdfDocument(one) as first, pypdfium2.PdfDocument(other) as second:
        assert len(list(second[0].get_objects())) == len(list(first[0].get_objects())) + 2
