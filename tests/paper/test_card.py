from __future__ import annotations

import io
import re
import subprocess
import sys
import unicodedata
import zlib
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Finding, Level
from followup_desktop.core.words import Words
from followup_desktop.paper.card import fit, pdf, screen_pdf
from followup_desktop.paper.preview import render

ROOT = Path(__file__).resolve().parents[2]
NAMES = [
    "Nguyễn Thị Hồng",
    "Łukasz Wójcik",
    "Ελένη Παπαδοπούλου",
    "محمد",
    "محمد علي",
    "صلاح الدين",
    "שירה כהן",
    "สมชาย ใจดี",
    "अनन्या शर्मा",
    "Жанна Агузарова",
    "Siobhán O’Brien-Smith",
    "Þórður Guðjónsson",
    "Đặng Thái Sơn",
    "Žiga Çelik Ğöktuğ",
    "Ōta Māori",
    unicodedata.normalize("NFD", "Nguyễn Thị Hồng"),
]
HAS_HAN = Path("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf").exists()


def streams(data):
    """Every stream of a file, unpacked."""
    found = re.finditer(rb"<<(?P<head>(?:[^<>]|<<[^>]*>>|<[^>]*>)*)>>\s*stream\n(?P<body>.*?)endstream", data, re.DOTALL)
    return [zlib.decompress(match["body"]) for match in found if b"FlateDecode" in match["head"]]


def font_programs(data):
    return [TTFont(io.BytesIO(stream)) for stream in streams(data) if stream[:4] in {b"\0\1\0\0", b"true", b"OTTO"}]


def letters_to(write, *names):
    return [write(name, f"Thank you, {name}, for the talk; I learned a lot from {name}.") for name in names]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_in_the_file_as_text(write, stock, pdftotext, name):
    made = pdf(letters_to(write, name), stock)
    text = re.sub("[\u202a-\u202e]", "", pdftotext(made))
    assert text.count(name) == 3
    assert "Thank you" in text
    with pypdfium2.PdfDocument(made) as document:
        other = document[0].get_textpage().get_text_bounded()
    assert all(other.count(word) >= 3 for word in name.split())


@pytest.mark.skipif(not HAS_HAN, reason="no system font with Han here")
@pytest.mark.parametrize("name", ["李小龍", "佐藤 さくら"])
def test_han_and_kana_are_written_with_a_font_of_the_computer(write, a4, pdftotext, name):
    assert pdftotext(pdf(letters_to(write, name), a4)).count(name) == 3


@pytest.mark.parametrize("name", NAMES)
def test_no_glyph_is_a_missing_one_and_every_glyph_has_an_outline(write, a4, name):
    made = pdf(letters_to(write, name), a4)
    content = next(stream for stream in streams(made) if b" Tf " in stream).decode("ascii")
    shown = re.sub(r"<feff[0-9a-f]*>", "", content)
    codes = {
        code
        for array in re.findall(r"\[(.*?)\]TJ", shown)
        for word in re.findall(r"<([0-9a-f]+)>", array)
        for code in re.findall("....", word)
    }
    assert codes
    assert "0000" not in codes
    for program in font_programs(made):
        for glyph in program.getGlyphOrder():
            assert glyph in program["hmtx"].metrics
        drawn = [name for name in program.getGlyphOrder() if program["glyf"][name].numberOfContours]
        assert len(drawn) >= len(program.getGlyphOrder()) - 3


def test_every_face_is_embedded_and_tells_its_text(write, a4, tmp_path):
    (tmp_path / "cards.pdf").write_bytes(pdf(letters_to(write, *NAMES), a4))
    listed = subprocess.run(["pdffonts", tmp_path / "cards.pdf"], capture_output=True, text=True, check=True).stdout
    rows = listed.splitlines()[2:]
    assert len(rows) >= 6
    assert all(re.search(r"CID TrueType\s+Identity-H\s+yes yes yes", row) for row in rows), listed


def test_a_page_is_exactly_the_sheet(write, stock):
    with pypdfium2.PdfDocument(pdf([write(), write("Dana Whitlock")], stock)) as document:
        assert len(document) == 2
        for page in document:
            assert page.get_size() == pytest.approx([side / 25.4 * 72 for side in stock.sheet], abs=0.01)


def test_the_file_asks_to_be_printed_at_its_size_on_one_side(write, stock):
    made = pdf([write()], stock)
    assert b"/PrintScaling /None" in made
    assert b"/Duplex /Simplex" in made
    assert made.startswith(b"%PDF-1.7")


def test_the_file_tells_nothing_about_when_and_by_whom(write, a4, tmp_path):
    (tmp_path / "card.pdf").write_bytes(pdf([write()], a4))
    told = subprocess.run(["pdfinfo", "-isodates", tmp_path / "card.pdf"], capture_output=True, text=True, check=True).stdout
    assert "2000-01-01T00:00:00" in told
    assert "Sam" not in told
    assert "Tomáš" not in told
    assert "Thank-you cards" in told


CHILD = """
import sys, hashlib
sys.path.insert(0, "tests/paper")
from conftest import BODY
from followup_desktop.core.records import Letter, Origin, Sentence
from followup_desktop.paper.card import pdf
from followup_desktop.paper.stock import parse_stocks
names = ["Tomáš Řehák", "Nguyễn Thị Hồng", "Ελένη", "محمد علي", "अनन्या शर्मा"]
body = tuple(Sentence(text, None, Origin.YOURS, number) for number, text in enumerate(BODY))
letters = [Letter("i", "Acme", "p", name, f"Dear {name},", body, "Yours,", "Sam") for name in names]
stock = parse_stocks(open("resources/stock.toml", encoding="utf-8").read())[1]
if "again" in sys.argv:
    pdf(letters[::-1], stock, "Kalam")
print(hashlib.sha256(pdf(letters, stock)).hexdigest())
"""


def test_the_same_letters_give_the_same_bytes_in_every_process(tmp_path):
    def made(seed, *more):
        env = {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1", "HOME": str(tmp_path), "TZ": "Asia/Tokyo" if seed == "1" else "UTC"}
        done = subprocess.run([sys.executable, "-c", CHILD, *more], env=env, cwd=ROOT, capture_output=True, text=True, check=True)
        return done.stdout

    assert len({made("1"), made("2"), made("3", "again")}) == 1


def test_other_letters_give_another_identity(write, a4):
    identities = {re.search(rb"/ID\s*\[<(\w+)>", pdf([write(name)], a4))[1] for name in ("Ann Lee", "Bea Lee")}
    assert len(identities) == 2


def ink_outside(picture, margin):
    """Pixels that are not white nearer than `margin` pixels to the picture's edge."""
    row, rows = (
        picture.width * 4,
        [picture.pixels[at : at + picture.width * 4] for at in range(0, len(picture.pixels), picture.width * 4)],
    )
    white = b"\xff" * row
    edges = [*rows[:margin], *rows[-margin:]]
    sides = [line[: margin * 4] + line[-margin * 4 :] for line in rows]
    return sum(line != white for line in edges) + sum(line != white[: margin * 8] for line in sides)


@pytest.mark.parametrize("hand", ["Caveat", "Indie Flower", "Kalam", "Dancing Script"])
def test_nothing_is_printed_near_the_sheets_edge(write, stock, hand):
    long = write("Ngozi Okafor", "fjord fyfe jjj " * 60)
    for letter in (write(), long, write("محمد علي", "Thank you jf.")):
        for made in (pdf([letter], stock, hand, draft=True), screen_pdf(letter, stock, hand)):
            assert ink_outside(render(made, 0, 100), int(6.35 / 25.4 * 100)) == 0


def test_the_back_and_the_inside_left_stay_blank(write, a4):
    picture = render(pdf([write()], a4), 0, 60)
    width, height = picture.width, picture.height
    rows = [picture.pixels[at * width * 4 : (at + 1) * width * 4] for at in range(height)]
    back = [row[40 * 4 : (width // 2 - 4) * 4] for row in rows[height // 2 + 4 : height - 40]]
    inside_left = [row[(width // 2 + 4) * 4 : (width - 40) * 4] for row in rows[40 : height // 2 - 4]]
    assert {*b"".join(back), *b"".join(inside_left)} == {255}


def test_a_character_that_no_font_writes_stops_the_print_and_is_named(write, a4):
    with pytest.raises(Problem, match=r"No font here can write 😀 .grinning face. in “😀!” on the card to Zoë Ray"):
        pdf([write(), write("Zoë Ray", "Great 😀!")], a4)


def test_a_letter_too_long_stops_the_print_and_is_named(write, a4):
    with pytest.raises(Problem, match=r"The card to Ann Lee is [0-9]+ words too long"):
        pdf([write("Ann Lee", "word " * 400)], a4)
    just = write("Ann Lee", "word " * (400 - fit(write("Ann Lee", "word " * 400), a4).too_many + 1))
    with pytest.raises(Problem, match="The card to Ann Lee is 1 word too long"):
        pdf([just], a4)


def test_a_draft_is_stamped_and_takes_everything(write, a4, pdftotext):
    text = pdftotext(pdf([write("Zoë Ray", "Great 😀 " + "word " * 400)], a4, draft=True))
    assert "DRAFT" in text
    assert "Great 😀 word" in text


def test_a_finished_card_among_drafts_is_not_stamped(write, a4, pdftotext):
    stop = Finding(Level.STOP, "placeholder", Words("Something is left open."))
    made = pdf([write(), replace(write("Ann Lee"), findings=(stop,))], a4, draft=True)
    assert ["DRAFT" in page for page in pdftotext(made).split("\f")[:2]] == [False, True]


def test_the_screen_shows_any_letter_with_the_place_to_sign(write, a4, pdftotext):
    for letter in (write(), write("Zoë Ray", "Great 😀"), write("Ann Lee", "word " * 400), write("", "", closing="")):
        text = pdftotext(screen_pdf(letter, a4))
        assert "sign here in ink" in text
        assert "DRAFT" not in text
    assert "sign here" not in pdftotext(pdf([write()], a4))


def test_a_hyphen_at_a_lines_end_is_no_character_of_the_text(write, a4, pdftotext):
    text = ("internationalization characterization representational mischaracterization " * 9).strip()
    made = pdf([write("Ann Lee", text)], a4)
    assert " ".join(pdftotext(made).replace("\u00ad\n", "").replace("-\n", "").split()).count("internationalization") >= 8


def test_no_letters_are_a_fault_of_the_caller(a4):
    with pytest.raises(ValueError, match="no letter"):
        pdf([], a4)


@given(greeting=st.text(max_size=30), text=st.text(max_size=200), closing=st.text(max_size=20))
@settings(max_examples=60)
def test_whatever_is_typed_is_shown_and_printed_or_refused_in_a_sentence(write, a4, greeting, text, closing):
    letter = replace(write("Ann Lee", text), greeting=greeting, closing=closing)
    assert screen_pdf(letter, a4).startswith(b"%PDF")
    if fit(letter, a4).printable:
        assert pdf([letter], a4).startswith(b"%PDF")
    else:
        with pytest.raises(Problem, match="Ann Lee"):
            pdf([letter], a4)
