from __future__ import annotations

import re

import pypdfium2
import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.paper import block, by_hand
from followup_desktop.paper.by_hand import SENTENCE, Writing
from followup_desktop.paper.stock import paper_sheet, text_box
from followup_desktop.paper.stops import of_fit

IN = 25.4


def test_the_usual_hand_gets_a_usual_letter_onto_both_usual_cards(stock, write):
    assert by_hand.fit(write(), stock, Writing()).printable


def test_the_sentence_is_as_long_as_it_was_measured(stock):
    writing = Writing(length=123.0)
    assert block.width(SENTENCE, writing.x_height("Kalam"), "Kalam") == pytest.approx(123)


@pytest.mark.parametrize("length", [60, 100, 140])
@pytest.mark.parametrize("distance", [6, 8, 11])
def test_lines_are_as_far_apart_as_the_hand_writes_and_stay_on_the_panel(any_stock, write, length, distance):
    laid = by_hand.plan(write(), any_stock, Writing(length, distance))
    box = text_box(any_stock, 0.5)
    for before, after in zip(laid.lines, laid.lines[1:], strict=False):
        steps = (after.y - before.y) / distance
        assert steps == pytest.approx(1 if after.shaped is before.shaped else 1.45)
    for line in laid.lines:
        assert line.x >= box.x - 0.01
        assert line.x + line.shaped.width(line.start, line.end) * laid.x_height <= box.x + box.width + 0.01
        assert not line.hyphen
    assert laid.signature.y + laid.signature.height <= box.y + box.height + 0.01 or laid.too_many


def test_a_larger_hand_never_fits_more(stock, write):
    too_many = [by_hand.fit(write(), stock, Writing(length)).too_many for length in range(60, 240, 20)]
    assert too_many == sorted(too_many)
    assert too_many[0] == 0 < too_many[-1]


def test_too_long_is_said_before_ink_and_exactly(a4, write):
    body = [f"word{number}" for number in range(200)]
    found = by_hand.fit(write("Bo", " ".join(body)), a4, Writing())
    assert [finding.code for finding in of_fit(found)] == ["too-long"]
    assert by_hand.fit(write("Bo", " ".join(body[: -found.too_many])), a4, Writing()).too_many == 0
    assert by_hand.fit(write("Bo", " ".join(body[: -found.too_many + 1])), a4, Writing()).too_many == 1
    with pytest.raises(Problem, match=rf"The card to Bo is {found.too_many} words too long"):
        by_hand.pdf([write("Bo", " ".join(body))], a4, Writing())


def test_a_draft_says_too_long_on_its_sheet(a4, write, pdftotext):
    told = pdftotext(by_hand.pdf([write("Bo", "word " * 200)], a4, Writing(), draft=True))
    assert re.search(r"TOO LONG: \d+ words too many", told)


def test_the_sheet_holds_every_line_twice_or_once_without_trace(stock, write, pdftotext):
    letter = write()
    laid = by_hand.plan(letter, stock, Writing())
    traced, plain = (pdftotext(by_hand.pdf([letter], stock, Writing(), trace=trace)) for trace in (True, False))
    for line in laid.lines:
        words = line.shaped.text[line.start : line.end]
        told_anyway = SENTENCE.count(words)
        assert (traced.count(words), plain.count(words)) == (2 + told_anyway, 1 + told_anyway)
    assert len(plain) < len(traced)
    assert "100 mm long, in lines 8 mm apart" in re.sub(r"\s+", " ", plain)


def things(pdf):
    """Bounds in mm of everything drawn on each page, with the page's size."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            size = tuple(value / 72 * IN for value in page.get_size())
            yield size, [tuple(value / 72 * IN for value in thing.get_bounds()) for thing in page.get_objects()]


def test_the_panel_is_at_its_true_size_and_nothing_is_near_an_edge(any_stock, write):
    ((size, drawn),) = things(by_hand.pdf([write("Bo", "Thank you for your time.")], any_stock, Writing(80, 7)))
    assert sorted(size) == pytest.approx(sorted(paper_sheet(any_stock)), abs=0.01)
    frames = [box for box in drawn if (box[2] - box[0], box[3] - box[1]) == pytest.approx(any_stock.panel, abs=0.5)]
    assert len(frames) == 1
    for left, bottom, right, top in drawn:
        assert min(left, bottom, size[0] - right, size[1] - top) > 6.35
    copies = [box for box in drawn if box[2] < frames[0][0]]
    assert max(box[2] for box in copies) < frames[0][0] - 3


@pytest.mark.parametrize(("length", "distance"), [(4, 8), (1000, 8), (float("nan"), 8), (100, 0.8), (100, 80)])
def test_a_wrong_measure_is_refused_in_a_sentence(length, distance):
    with pytest.raises(Problem, match=r"mm (long|apart) in anybody"):
        Writing(length, distance)


def test_a_letter_that_no_font_has_stops_it_by_name(a4, write):
    with pytest.raises(Problem, match="No font here can write"):
        by_hand.pdf([write("Bo \U00011f00")], a4, Writing())


def test_the_same_bytes_each_time(a4, write):
    assert by_hand.pdf([write()], a4, Writing()) == by_hand.pdf([write()], a4, Writing())
