from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from followup_desktop.core.problems import Problem
from followup_desktop.paper.faces import BOOK_FACES, HANDS, clusters, face, hand_for, spans
from followup_desktop.paper.shape import shape


def written(text, hand, names=()):
    return [(text[span.start : span.end], span.face and span.face.name) for span in spans(text, hand, names)]


@pytest.mark.parametrize("name", HANDS + BOOK_FACES)
def test_every_packaged_face_may_be_embedded_and_has_an_x_height(name):
    assert face(name).embeddable
    assert 0.3 < face(name).x_height < 0.6
    assert face(name) is face(name)


def test_a_hand_that_there_is_not_is_answered_with_the_hands_there_are():
    with pytest.raises(Problem, match=r"no hand called Comic Sans.*Caveat, Indie Flower"):
        face("Comic Sans")


@pytest.mark.parametrize(
    ("text", "chosen", "hand"),
    [
        ("Dear Łukasz Wójcik, Жанна and Žiga", "Caveat", "Caveat"),
        ("Dear Nguyễn Thị Hồng,", "Caveat", "Indie Flower"),
        ("Dear Nguyễn Thị Hồng,", "Dancing Script", "Dancing Script"),
        (unicodedata.normalize("NFD", "Dear Nguyễn Thị Hồng,"), "Caveat", "Indie Flower"),
        ("Dear अनन्या शर्मा,", "Caveat", "Kalam"),
        ("Жанна Агузарова", "Indie Flower", "Caveat"),
        ("Dear Ελένη,", "Indie Flower", "Indie Flower"),
        ("Dear Nguyễn and Ελένη,", "Caveat", "Caveat"),
    ],
)
def test_a_card_is_written_in_one_hand_where_one_can(text, chosen, hand):
    assert hand_for([text], chosen).name == hand


def test_a_sign_that_the_hand_lacks_does_not_change_the_hand():
    assert "′" not in face("Indie Flower").characters
    assert hand_for(["5′ tall"], "Indie Flower").name == "Indie Flower"
    assert written("5′ tall", face("Indie Flower")) == [("5", "Indie Flower"), ("′", "Caveat"), (" tall", "Indie Flower")]


def test_a_whole_word_stays_in_one_face_and_its_punctuation_in_the_hand():
    assert written("Dear “Ελένη”, hello", face("Caveat")) == [
        ("Dear “", "Caveat"),
        ("Ελένη", "Noto Sans"),
        ("”, hello", "Caveat"),
    ]


def test_a_whole_name_stays_in_one_face_even_where_the_hand_has_one_of_its_words():
    text = "Dear Trần Minh Tuấn and Ελένη"
    assert ("Trần Minh Tuấn", "Indie Flower") in written(text, face("Caveat"), ("Trần Minh Tuấn",))
    assert ("Trần", "Indie Flower") in written(text, face("Caveat"))


def test_what_no_face_can_write_is_left_open():
    assert written("Well done 😀!", face("Caveat")) == [("Well done ", "Caveat"), ("😀", None), ("!", "Caveat")]
    assert shape("Well done 😀!", face("Caveat")).gaps == ("😀",)


@pytest.mark.parametrize("text", ["\ue000", "\U000f0000", "\ufffd\ufffd\u0378", "𓀀", "🇩🇪", "👩‍💻", "❤️"])
def test_private_unassigned_and_picture_characters_are_never_drawn_as_boxes(text):
    for run in shape(f"a {text} b", face("Caveat")).runs:
        assert 0 not in getattr(run, "glyphs", ())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nguyễn", 6),
        (unicodedata.normalize("NFD", "Nguyễn"), 6),
        ("👩‍💻", 1),
        ("🇩🇪🇫🇷", 2),
        ("👍🏽", 1),
        ("न्या", 1),
        ("กำ", 1),
        (unicodedata.normalize("NFD", "민준"), 2),
        ("❤️", 1),
        ("", 0),
        ("a b", 3),
    ],
)
def test_clusters_are_what_a_reader_takes_for_one_character(text, count):
    assert len(clusters(text)) == count
    assert "".join(clusters(text)) == text


# --- fonts of the computer ----------------------------------------------------------------------------------------------


def made_font(characters, *, postscript, licence=0):
    """A font in which each of `characters` is a box that leans a little."""
    builder = FontBuilder(1000, isTTF=not postscript)
    names = [".notdef", *(f"u{ord(c):05X}" for c in characters)]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(c): f"u{ord(c):05X}" for c in characters})
    cubic = {}
    for place, name in enumerate(names):
        pen = T2CharStringPen(900, None)
        pen.moveTo((100, 0))
        pen.curveTo((100, 300), (150, 600), (200 + place, 800))
        pen.lineTo((800, 800))
        pen.lineTo((800, 0))
        pen.closePath()
        cubic[name] = pen.getCharString()
    if postscript:
        builder.setupCFF("Made-Regular", {}, cubic, {})
    else:
        builder.setupGlyf({name: drawn_box() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (900, 100)))
    builder.setupHorizontalHeader(ascent=900, descent=-200)
    builder.setupNameTable({"familyName": "Made", "styleName": "Regular"})
    builder.setupOS2(fsType=licence)
    builder.setupPost()
    return builder.font


def drawn_box():
    pen = TTGlyphPen(None)
    for point in ((100, 0), (100, 800), (800, 800), (800, 0)):
        (pen.lineTo if point != (100, 0) else pen.moveTo)(point)
    pen.closePath()
    return pen.glyph()


WRITE_A_CARD = """
import sys
from followup_desktop.core.records import Letter, Sentence
from followup_desktop.core.problems import Problem
from followup_desktop.paper.card import pdf
from followup_desktop.paper.stock import parse_stocks
name = sys.argv[1]
letter = Letter("i", "Acme", "p", name, f"Dear {name},", (Sentence("Thank you for the talk."),), "Yours,", "Sam")
stock = parse_stocks(open("resources/stock.toml", encoding="utf-8").read())[0]
try:
    sys.stdout.buffer.write(pdf([letter], stock))
except Problem as problem:
    sys.exit(str(problem))
"""


@pytest.fixture
def card_on_a_computer_with(tmp_path):
    """A card to a name, made in a process of its own that sees only the fonts saved by `save(folder)`."""

    def made(save, name):
        folder = tmp_path / "share" / "fonts"
        folder.mkdir(parents=True)
        save(folder)
        nowhere = str(tmp_path / "nowhere")
        env = {"XDG_DATA_HOME": str(tmp_path / "share"), "XDG_DATA_DIRS": nowhere, "HOME": nowhere, "PYTHONUTF8": "1"}
        return subprocess.run([sys.executable, "-c", WRITE_A_CARD, name], env=env, capture_output=True, check=False)

    return made


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are Linux's")
@pytest.mark.parametrize("postscript", [False, True])
def test_a_name_is_written_with_a_font_of_the_computer(card_on_a_computer_with, pdftotext, postscript):
    done = card_on_a_computer_with(lambda folder: made_font("김민준", postscript=postscript).save(folder / "made.otf"), "김민준")
    assert done.returncode == 0, done.stderr
    assert "Dear 김민준," in pdftotext(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are Linux's")
def test_a_font_inside_a_collection_is_found(card_on_a_computer_with, pdftotext):
    def save(folder):
        collection = TTCollection()
        collection.fonts = [made_font("あいう", postscript=False), made_font("김민준", postscript=False)]
        for number, font in enumerate(collection.fonts):
            font.save(folder.parent / f"{number}.ttf")
        collection.fonts = [TTFont(folder.parent / f"{number}.ttf") for number in range(2)]
        collection.save(folder / "made.ttc")

    done = card_on_a_computer_with(save, "김민준")
    assert done.returncode == 0, done.stderr
    assert "Dear 김민준," in pdftotext(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are Linux's")
@pytest.mark.parametrize("licence", [0x0002, 0x0100, 0x0200])
def test_a_font_that_must_not_be_embedded_is_left_alone(card_on_a_computer_with, licence):
    done = card_on_a_computer_with(
        lambda folder: made_font("김민준", postscript=False, licence=licence).save(folder / "made.ttf"), "김민준"
    )
    assert b"No font here can write" in done.stderr
    assert "(hangul syllable gim) in “김민준,” on the card to 김민준".encode() in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are Linux's")
def test_broken_font_files_and_faces_full_of_boxes_do_no_harm(card_on_a_computer_with):
    def save(folder):
        (folder / "empty.ttf").write_bytes(b"")
        (folder / "noise.otf").write_bytes(bytes(range(256)) * 40)
        (folder / "cut.ttc").write_bytes(b"ttcf\0\1\0\0\0\0\0\xff")
        (folder / "folder.ttf").mkdir()
        (folder / "gone.ttf").symlink_to("nothing")
        made_font("김민준", postscript=False).save(folder / "LastResort.ttf")

    done = card_on_a_computer_with(save, "김민준")
    assert b"No font here can write" in done.stderr
    assert b"Traceback" not in done.stderr
