from __future__ import annotations

import pytest

from followup_desktop.paper.faces import face
from followup_desktop.paper.shape import Gap, clean, line_parts, runs_to_the_left, shape

CAVEAT = "Caveat"


def visual(text, start=0, end=None, *, to_the_left=False):
    """The pieces of a line from left to right."""
    parts = line_parts(shape(text, face(CAVEAT), to_the_left=to_the_left), start, len(text) if end is None else end)
    return [text[part.start : part.end] for part in sorted(parts, key=lambda part: part.x)]


def test_what_is_measured_is_what_is_drawn():
    text = "With warm thanks for the letter"
    shaped = shape(text, face(CAVEAT))
    (run,) = shaped.runs
    drawn = 0
    for token in run.tokens:
        kerning = int(token.split(">")[1].split("<")[0]) if ">" in token else 0
        drawn += face(CAVEAT).advance(int(token[:4], 16)) - kerning
    assert shaped.along[-1] == pytest.approx(drawn / 1000 / face(CAVEAT).x_height, rel=0.002)
    assert shaped.width(0, 4) + shaped.width(4, len(text)) == pytest.approx(shaped.along[-1])


def test_the_hand_writes_a_letter_in_more_than_one_way():
    (run,) = shape("see all the letters that we need", face(CAVEAT)).runs
    ways = {glyph for glyph, text in run.plain.items() if text == "e"}
    assert len(ways) > 1


def test_right_to_left_words_stand_from_right_to_left():
    assert visual("Dear محمد علي, hello") == ["Dear ", "علي", " ", "محمد", ", hello"]
    assert visual("Dear שירה כהן, hello") == ["Dear ", "כהן", " ", "שירה", ", hello"]


def test_numbers_among_right_to_left_words_keep_their_direction():
    assert visual("room שירה 42 כהן here") == ["room ", "כהן", " ", "42", " ", "שירה", " here"]


def test_a_line_that_begins_inside_a_right_to_left_name_is_put_in_order_by_itself():
    text = "Dear محمد علي"
    assert visual(text, text.index("علي")) == ["علي"]


def test_one_name_from_right_to_left_does_not_turn_an_english_letter():
    assert not runs_to_the_left(["Dear محمد,", "Thank you for your time."])
    assert runs_to_the_left(["עם תודה חמה,", "שירה (Acme)"])
    assert not runs_to_the_left([""])


def test_a_letter_from_right_to_left_runs_that_way():
    assert visual("שלום Acme כהן", to_the_left=True) == ["כהן", " ", "Acme", " ", "שלום"]


def test_each_script_is_shaped_as_its_own():
    text = "Dear अनन्या शर्मा"
    (_, run) = shape(text, face("Kalam")).runs
    assert text[run.start : run.end] == "अनन्या शर्मा"
    assert len(run.glyphs) < len("अनन्या शर्मा")


def test_han_and_kana_in_one_name_are_one_run():
    runs = [run for run in shape("佐藤さくらです", face(CAVEAT)).runs if not isinstance(run, Gap)]
    assert len(runs) <= 1


def test_glyphs_that_read_as_the_text_need_no_words_beside_them():
    (latin,) = shape("Hello, Łukasz!", face(CAVEAT)).runs
    assert latin.plain is not None
    (devanagari,) = shape("शर्मा", face("Kalam")).runs
    assert devanagari.plain is None


def test_a_latin_line_in_a_letter_from_right_to_left_is_not_turned():
    (run,) = shape("Sam Reed", face(CAVEAT), to_the_left=True).runs
    assert [run.plain[glyph] for glyph in run.glyphs] == list("Sam Reed")


@pytest.mark.parametrize("text", ["a\nb", "a\tb", "a\u2028b", "a\x00\nb\x1b", "a\x85b"])
def test_line_ends_and_control_characters_never_reach_a_line(text):
    assert clean(text) == "a b"


def test_broken_surrogates_are_named_as_missing_and_do_no_harm():
    text = clean("a \ud83d b")
    assert text == "a \ufffd b"
    assert shape(text, face("Dancing Script")) is not None


@pytest.mark.parametrize(
    "text", ["", " ", "\u200d\u200e", "\u202e", "a\u2066b\u2069", "\u0301", "1\u00a02", "e\u0301\u0323\u0327x"]
)
def test_odd_texts_are_shaped_without_a_fault(text):
    assert len(shape(text, face(CAVEAT)).along) == len(text) + 1
