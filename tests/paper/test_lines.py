from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from followup_desktop.paper import lines
from followup_desktop.paper.faces import face
from followup_desktop.paper.shape import shape

TEXT = "Thank you for the hour on Tuesday. I liked a question you asked me, and I have thought about it since then."


def broken(text, places=None, hyphen=1.0):
    shaped = shape(text, face("Caveat"))
    return shaped, lines.breaks(shaped, places if places is not None else lines.between_words(text), hyphen)


def read(text, set_lines):
    return [text[start : place.end] for start, place in set_lines]


@pytest.mark.parametrize("measure", [12, 15, 18, 22, 27, 33, 60, 200])
def test_no_line_is_wider_than_its_measure_and_nothing_is_lost(measure):
    shaped, found = broken(TEXT)
    rows = lines.total_fit(found, measure)
    assert " ".join(read(TEXT, rows)) == TEXT
    assert len(rows) == lines.count(found, measure)
    assert all(shaped.width(start, place.end) <= measure + 1e-9 for start, place in rows)


@pytest.mark.parametrize("measure", [12, 15, 18, 22, 27, 33])
def test_no_line_ends_in_a_lonely_i_or_a(measure):
    _, found = broken(TEXT)
    assert not any(row.split()[-1] in {"I", "a"} for row in read(TEXT, lines.total_fit(found, measure)))


@pytest.mark.parametrize("measure", [14, 17, 21, 26])
def test_the_lines_are_the_best_there_are(measure):
    text = "one three fifteen a ninety tree word like these for you"
    _, found = broken(text)
    places, last = found.places, len(found.places) - 1

    def cost(chosen):
        total, begin, source = 0.0, 0.0, 0
        for here in (*chosen, last):
            if found.ends[here] > begin + measure:
                return None
            if here < last:
                total += (measure - (found.ends[here] - begin)) ** 2
            elif source == last:
                total += lines.ONE_WORD_PENALTY
            begin, source = found.starts[here], here + 1
        return total

    fewest = lines.count(found, measure) - 1
    costs = {chosen: cost(chosen) for chosen in combinations(range(last), fewest)}
    best = min((value, chosen) for chosen, value in costs.items() if value is not None)
    got = tuple(places.index(place) for _, place in lines.total_fit(found, measure))[:-1]
    assert costs[got] == pytest.approx(best[0])


def test_names_are_never_broken_inside():
    text = "I hope that Nguyen Thi Hong and Anna-Maria von Thun will meet."
    places = lines.between_words(text, ("Nguyen Thi Hong", "Anna-Maria von Thun"))
    inside = range(text.index("Thi") - 2, text.index("Hong") + 4), range(text.index("Anna") + 1, text.index("Thun") + 4)
    assert not any(place.end in stretch for place in places for stretch in inside)


def test_a_name_inside_another_word_does_not_hold_it_together():
    assert len(lines.between_words("Annabel and Ann", ("Ann",))) == 3


def test_a_word_with_a_hyphen_of_its_own_may_break_there_but_not_a_short_one():
    text = "the well-written note-to-self and an e-mail"
    assert {text[: place.end] for place in lines.between_words(text) if place.penalty} == {"the well-"}


def test_a_line_does_not_begin_with_a_dash():
    text = "it was good – very good – to see you"
    assert not any(text[place.next :].startswith("–") for place in lines.between_words(text))


def test_hyphens_only_go_into_long_words_of_small_letters():
    text = "Extraordinary engineering from Massachusetts, see internationalization@example.com or example/organization"
    places = lines.hyphenated(text, [], "en_US")
    assert {text[: place.end].rsplit(maxsplit=1)[-1] for place in places} <= {"engi", "engineer"}
    assert all(place.hyphen for place in places)


def test_hyphens_leave_three_letters_on_either_side():
    text = "particularly extraordinary"
    for place in lines.hyphenated(text, [], "en_US"):
        head, tail = text[: place.end].rsplit(maxsplit=1)[-1], text[place.end :].split(maxsplit=1)[0]
        assert len(head) >= 3
        assert len(tail) >= 3


def test_a_language_without_hyphenation_gives_none():
    assert lines.hyphenated("extraordinary", [], "xx") == []


def test_an_overlong_token_is_split_and_the_rest_left_alone():
    text = "see https://example.com/a/very/long/path/that/never/ends/at/all and tell me"
    shaped = shape(text, face("Caveat"))
    found = lines.breaks(shaped, lines.split(text, lines.between_words(text), shaped, 20), 1.0)
    rows = read(text, lines.total_fit(found, 20))
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")
    assert all(shaped.width(start, place.end) <= 20 for start, place in lines.total_fit(found, 20))
    assert rows[-1].endswith("and tell me")


def test_a_break_never_falls_into_a_glyph():
    text = "नमस्ते" * 12
    shaped = shape(text, face("Kalam"))
    found = lines.breaks(shaped, lines.split(text, lines.whole(text), shaped, 10), 1.0)
    assert {place.next for place in found.places[:-1]} <= shaped.glyph_starts()


def test_what_cannot_be_broken_is_not_counted():
    _, found = broken("Massachusetts", lines.whole("Massachusetts"))
    assert lines.count(found, 3) is None


def test_ends_and_starts_only_rise():
    text = "particularly extraordinary developments-in-the-making about engineering"
    shaped = shape(text, face("Indie Flower"))
    places = lines.split(text, lines.hyphenated(text, lines.between_words(text), "en_US"), shaped, 5)
    found = lines.breaks(shaped, places, 2.0)
    assert all(one < two for one, two in pairwise(found.ends))
    assert all(one <= two for one, two in pairwise(found.starts))


def test_han_and_kana_break_between_characters():
    assert len(lines.between_words("佐藤さくらさま")) > 3
