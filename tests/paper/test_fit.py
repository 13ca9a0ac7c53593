from __future__ import annotations

import random
import string
from dataclasses import replace

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Level
from followup_desktop.paper.fit import LARGEST_X_HEIGHT, SIGNATURE_SPACE, SMALLEST_X_HEIGHT, fit, lay
from followup_desktop.paper.stock import UNPRINTABLE, text_box
from followup_desktop.paper.stops import of_hand

WORDS = [  # as a person writes them, with all that makes lines hard to break
    *("thank", "you", "for", "the", "time", "and", "care", "it", "took", "to", "show", "me", "how", "your", "team", "writes"),
    *("down", "decisions", "together", "with", "whoever", "has", "to", "live", "with", "them", "I", "a", "well-known"),
    *("observability", "engineering", "migration", "internationalization", "nineteen", "o’clock", "“quoted”", "(aside)"),
    *("–", "42"),
]
NAMES = [
    "Tomáš Řehák",
    "Nguyễn Thị Hồng",
    "Ελένη Παπαδοπούλου",
    "محمد علي",
    "שירה כהן",
    "สมชาย ใจดี",
    "अनन्या शर्मा",
    "Al",
    "李小龍",
]


def rows(laid):
    return [line.shaped.text[line.start : line.end] for line in laid.lines]


def body_text(count, seed=1):
    choose = random.Random(seed)  # noqa: S311  (the same letters every time)
    return " ".join(choose.choice(WORDS[:30]) for _ in range(count)) + "."


def overflows(laid, stock):
    """What stands outside the text's box, in words."""
    box = text_box(stock, 0)
    right, bottom = box.x + box.width, box.y + box.height
    for line in laid.lines:
        width = line.shaped.width(line.start, line.end) * laid.x_height
        if line.x < box.x - 0.01 or line.x + width > right + 0.01:
            yield f"too wide: {line.shaped.text[line.start : line.end]}"
        if line.y < box.y or line.y > bottom - SIGNATURE_SPACE + 0.01:
            yield f"too low: {line.shaped.text[line.start : line.end]}"
    if laid.signature.y + laid.signature.height > stock.panel[1] - UNPRINTABLE:
        yield "no space to sign"


def test_a_common_letter_is_set_as_a_person_would_write_it(write, a4):
    laid = lay(write(address="Tomáš"), a4)
    assert rows(laid)[0] == "Dear Tomáš,"
    assert rows(laid)[-1] == "With warm thanks,"
    assert 2.2 < laid.x_height < 2.7
    assert not list(overflows(laid, a4))


def test_short_letters_are_large_and_stand_in_the_optical_centre(write, stock):
    laid = lay(write("Dana Whitlock", "Thank you for your time.", address="Dana"), stock)
    assert laid.x_height == LARGEST_X_HEIGHT
    above = laid.lines[0].y - 1.9 * laid.x_height
    below = stock.panel[1] - laid.signature.y - laid.signature.height
    assert 0.6 < above / below < 1.0
    left, right = laid.lines[0].x, max(line.x + line.shaped.width(line.start, line.end) * laid.x_height for line in laid.lines)
    assert left == pytest.approx(stock.panel[0] - right, abs=0.1)


def test_longer_letters_are_never_larger(write, stock):
    sizes = [lay(write("Ann Lee", body_text(count)), stock).x_height for count in range(5, 130, 5)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] >= SMALLEST_X_HEIGHT


@pytest.mark.parametrize(("hand", "count"), [("Caveat", 150), ("Indie Flower", 150), ("Kalam", 150), ("Dancing Script", 95)])
def test_a_long_letter_fits_in_every_hand(write, stock, hand, count):
    text = body_text(count)
    third = len(text) // 3
    cuts = text.index(" ", third), text.index(" ", 2 * third)
    found = fit(write("Ngozi Okafor", text[: cuts[0]], text[cuts[0] + 1 : cuts[1]], text[cuts[1] + 1 :]), stock, hand)
    assert found.printable
    assert found.hand == hand


@pytest.mark.parametrize("count", [220, 240, 400, 1500])
def test_words_too_many_are_told_exactly(write, stock, count):
    words = body_text(count).split()
    found = fit(write("Ann Lee", " ".join(words)), stock)
    assert 0 < found.too_many < count
    assert not found.printable
    enough = fit(write("Ann Lee", " ".join(words[: count - found.too_many])), stock)
    assert enough.printable
    one_more = fit(write("Ann Lee", " ".join(words[: count - found.too_many + 1])), stock)
    assert one_more.too_many == 1


def test_a_letter_too_long_still_shows_what_fits(write, stock):
    laid = lay(write("Ann Lee", body_text(400)), stock)
    assert rows(laid)[-2].endswith("…")
    assert rows(laid)[-1] == "With warm thanks,"
    assert laid.x_height >= SMALLEST_X_HEIGHT
    assert not list(overflows(laid, stock))


def test_a_letter_of_absurd_length_is_answered_at_once(write, a4):
    found = fit(write("Ann Lee", *["word " * 20_000, "x" * 100_000, "deed " * 10_000]), a4)
    assert found.too_many > 29_000


def test_a_greeting_that_fits_no_card_is_cut_off_only_below_the_text(write, stock):
    laid = lay(write("Ann Lee", "Thank you.", address="Ann " * 600), stock)
    assert laid.too_many
    assert not list(overflows(laid, stock))


def test_hyphens_are_used_where_they_buy_size_and_not_in_common_prose(write, stock):
    long = "internationalization characterization representational mischaracterization "
    laid = [lay(write("Ann Lee", (long * count).strip()), stock) for count in range(2, 12)]
    assert 2 <= sum(any(line.hyphen for line in each.lines) for each in laid) <= 8
    for count in range(30, 150, 10):
        assert not any(line.hyphen for line in lay(write("Ann Lee", body_text(count)), stock).lines)


def test_greeting_closing_and_names_stand_on_one_line_each(write, stock):
    name = "Maximiliane von Wittgenstein"
    text = f"I met {name} and thought of {name} again; {name} was very kind, and {name} knew it. " * 2
    laid = lay(write(name, text.strip(), closing="With many warm thanks for everything,"), stock)
    assert f"Dear {name}," in rows(laid)
    assert "With many warm thanks for everything," in rows(laid)
    assert sum(row.count(name) for row in rows(laid)) == 9


def test_the_same_letter_is_laid_out_the_same_way(write, a4):
    assert lay(write(), a4) == lay(write(), a4)


def test_missing_characters_are_named_with_their_word_and_whose_card_it_is(write, a4):
    found = fit(write("Zoë Ray", "You were great 😀 and \ue000odd, 😀!"), a4)
    assert [(each.character, each.word, each.person) for each in found.missing] == [
        ("😀", "😀", "Zoë Ray"),
        ("\ue000", "\ue000odd,", "Zoë Ray"),
    ]
    assert str(found.missing[0].words) == "No font here can write 😀 (grinning face) in “😀” on the card to Zoë Ray."
    assert "(u+e000)" in str(found.missing[1].words)
    assert not found.printable


def test_an_empty_letter_is_no_fault(write, a4):
    laid = lay(write("", "", address=" ", closing=""), a4)
    assert not laid.too_many
    assert lay(write("", "  ", closing=" "), a4) is not None


def test_a_hand_that_there_is_not_is_refused(write, a4):
    with pytest.raises(Problem, match="no hand called Wingdings"):
        fit(write(), a4, "Wingdings")


def test_it_is_said_when_all_of_a_card_is_in_another_hand(write, a4):
    vietnamese = write("Nguyễn Thị Hồng")
    (told,) = of_hand(vietnamese, fit(vietnamese, a4), "Caveat")
    assert str(told.words) == "Caveat has no “ễ”, so all of this card is written in Indie Flower."
    assert told.level is Level.WARNING
    for letter in (write(), write("Ελένη Παπαδοπούλου")):
        assert of_hand(letter, fit(letter, a4), "Caveat") == ()


def random_letter(write, choose):
    def word():
        kind = choose.random()
        if kind < 0.9:
            return choose.choice(WORDS)
        if kind < 0.95:
            return choose.choice(NAMES)
        return "".join(choose.choice(string.ascii_letters + "-/._") for _ in range(choose.randrange(1, 90)))

    paragraphs = [" ".join(word() for _ in range(choose.randrange(1, 70))) for _ in range(choose.randrange(1, 5))]
    return write(choose.choice(NAMES), *paragraphs, closing=choose.choice(["Yours,", "With warm thanks and best wishes,"]))


@pytest.mark.parametrize("seed", range(30))
def test_no_letter_ever_overflows(write, stocks, seed):
    choose = random.Random(seed)  # noqa: S311  (the same letters every time)
    for _ in range(10):
        letter = random_letter(write, choose)
        stock = choose.choice(list(stocks.values()))
        laid = lay(letter, stock, choose.choice(["Caveat", "Indie Flower", "Kalam", "Dancing Script"]))
        assert list(overflows(laid, stock)) == []
        assert SMALLEST_X_HEIGHT <= laid.x_height <= LARGEST_X_HEIGHT
        inside = [line for line in laid.lines if line.end < len(line.shaped.text)]
        assert not any(line.shaped.text[line.start : line.end].split()[-1] in {"I", "a"} for line in inside)
        if not laid.too_many:
            assert "".join(rows(laid)).replace(" ", "") == "".join(letter.text.split())


def test_words_are_hyphenated_by_the_letter_s_own_language(write, a4):
    long = " ".join(["selbstverständlichkeiten gesprächsgrundlagen wertschätzung"] * 16)
    found = {language: lay(replace(write("Ann", long), language=language), a4) for language in ("de", "en_GB", "xx")}
    ends = {language: {broken(line) for line in laid.lines if line.hyphen} for language, laid in found.items()}
    assert "wert" in ends["de"] - ends["en_GB"]
    assert ends["xx"] == set()


def broken(line):
    """The part of a word before the hyphen."""
    return line.shaped.text[line.start : line.end].rpartition(" ")[2]
