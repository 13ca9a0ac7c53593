from __future__ import annotations

import json
from dataclasses import replace

import pypdfium2
import pytest
from PIL import ImageChops

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Me, Person
from followup_desktop.paper import card
from followup_desktop.paper.alignment import BAR, FRAME, MOST, Alignment, from_kept, measured
from followup_desktop.paper.alignment import test_sheet as sheet_to_measure
from followup_desktop.paper.envelope import Envelopes, Feed, envelope_named
from followup_desktop.paper.envelope import pdf as envelope_pdf
from followup_desktop.paper.impose import sides
from followup_desktop.paper.stock import measured as own_stock

DPI = 100
MM = 72 / 25.4


def pictures(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L") for page in document]


def boxes(pdf):
    """Left and upper edge of everything drawn on each page, in mm from the sheet's upper left corner."""
    with pypdfium2.PdfDocument(pdf) as document:
        found = []
        for page in document:
            height = page.get_size()[1]
            found.append(
                [(left / MM, (height - top) / MM) for left, _, _, top in (each.get_bounds() for each in page.get_objects())]
            )
        return found


def test_a_shifted_printer_prints_true_once_it_was_measured(any_stock, write):
    off = Alignment(front=(1.5, -0.75), back=(-2.0, 1.0))
    true, moved = boxes(card.pdf([write()], any_stock)), boxes(card.pdf([write()], any_stock, alignment=off))
    assert len(true) == len(moved) == sides(any_stock)
    for page, wanted, got in zip((off.front, off.back), true, moved, strict=False):
        landed = [(x + page[0], y + page[1]) for x, y in got]
        assert landed == [(pytest.approx(x, abs=0.02), pytest.approx(y, abs=0.02)) for x, y in wanted]


def test_a_printer_that_turns_sheets_around_the_other_edge_gets_its_second_side_turned(any_stock, write):
    true, turned = (
        pictures(card.pdf([write()], any_stock)),
        pictures(card.pdf([write()], any_stock, alignment=Alignment(as_book=False))),
    )
    assert apart(true[0], turned[0]) == 0
    if sides(any_stock) == 2:
        assert apart(true[1], turned[1].rotate(180)) < min(0.01, apart(true[1], turned[1]))


def apart(one, other):
    """Share of the points that differ clearly."""
    histogram = ImageChops.difference(one, other).histogram()
    return sum(histogram[128:]) / sum(histogram)


def test_the_frame_of_the_test_sheet_is_where_it_says(any_stock):
    at = round(FRAME / 25.4 * DPI)
    for picture in pictures(sheet_to_measure(any_stock)):
        width, height = picture.size
        assert all(min(picture.getpixel((at + off, y)) for off in (-1, 0, 1)) < 160 for y in range(height // 3, height * 3 // 4))
        assert all(min(picture.getpixel((x, at + off)) for off in (-1, 0, 1)) < 160 for x in range(width // 2, width * 3 // 4))


def test_the_test_sheet_is_as_large_as_the_stock_and_tells_its_steps(any_stock, pdftotext):
    made = sheet_to_measure(any_stock)
    with pypdfium2.PdfDocument(made) as document:
        assert {tuple(round(size / MM, 1) for size in page.get_size()) for page in document} == {any_stock.sheet}
        assert len(document) == sides(any_stock)
    text = " ".join(pdftotext(made).split())
    for words in (
        f"{FRAME:g} mm",
        f"{BAR:g} mm",
        "First side",
        *(["Second side", "like a page of a book"] if sides(any_stock) == 2 else []),
    ):
        assert words in text


def test_what_was_measured_becomes_a_shift():
    assert measured(16.0, 14.5) == (1.0, -0.5)
    assert measured(15, 15, 50.3) == (0, 0)


@pytest.mark.parametrize(
    ("left", "top", "bar", "word"),
    [
        (15 + MOST + 0.1, 15, 50, "more than"),
        (15, 0, 50, "more than"),
        (float("nan"), 15, 50, "more than"),
        (15, float("inf"), 50, "more than"),
        (15, 15, 48.5, "scales"),
        (15, 15, 51, "scales"),
    ],
)
def test_what_no_printer_does_is_refused_in_a_sentence(left, top, bar, word):
    with pytest.raises(Problem, match=word):
        measured(left, top, bar)


def test_an_alignment_is_kept_as_plain_json():
    off = Alignment((1.5, -0.5), (0.25, 0.0), as_book=False)
    assert from_kept(json.loads(json.dumps(off.kept()))) == off


@pytest.mark.parametrize(
    "junk", [None, 3, "x", [], {}, {"front": "left"}, {"front": [1]}, {"back": [99, 0]}, {"front": [None, 2]}]
)
def test_a_foreign_setting_is_a_true_printer(junk):
    assert from_kept(junk) == Alignment()


def test_a_sheet_printed_on_one_side_has_no_flip(a4):
    assert Alignment(as_book=False).flip(a4) is None
    assert Alignment().flip(replace(a4, fold="half")) is None


@pytest.mark.parametrize("size", [(97, 140), (105, 148), (60, 200), (178, 127), (210, 297)])
@pytest.mark.parametrize("fold", ["half", "flat"])
def test_the_steps_of_the_test_sheet_do_not_run_through_its_cross(size, fold):
    stock = own_stock("Drawer", *size, fold)
    width, height = stock.sheet
    reach = min(20, width / 4, height / 4)
    with pypdfium2.PdfDocument(sheet_to_measure(stock)) as document:
        text = document[0].get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = (value / 72 * 25.4 for value in text.get_charbox(index))
            beside = right < width / 2 - reach or left > width / 2 + reach
            assert right == left or beside or bottom > height / 2 + reach or top < height / 2 - reach
            assert right == left or min(left, bottom, width - right) > 6.35


def test_envelopes_are_moved_as_they_are_fed():
    people = (Person(id="a", name="Ann Lee", address="1 Elm St\nPortland OR 97205"),)
    for feed in Feed:
        told = Envelopes(people, Me(country="US"), envelope_named("a2"), feed)
        (true,), (moved,) = boxes(envelope_pdf(told)), boxes(envelope_pdf(told, Alignment(front=(1.5, -0.75))))
        assert [(x + 1.5, y - 0.75) for x, y in moved] == [
            (pytest.approx(x, abs=0.02), pytest.approx(y, abs=0.02)) for x, y in true
        ]
