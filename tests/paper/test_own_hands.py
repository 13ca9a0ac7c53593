from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import fontpkg
import pytest
from fontTools.ttLib import TTFont

from followup_desktop.core.problems import Problem
from followup_desktop.paper import card
from followup_desktop.paper.faces import face
from followup_desktop.paper.own_hands import own_hands

ROOT = Path(__file__).resolve().parents[2]
PRINTS = """
import sys
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Letter, Origin, Sentence
from followup_desktop.paper import card
from followup_desktop.paper.own_hands import own_hands
from followup_desktop.paper.stock import parse_stocks
stock = parse_stocks(open("resources/stock.toml", encoding="utf-8").read())[1]
body = (Sentence("Thank you for the tour.", None, Origin.YOURS, 0),)
letter = Letter("i", "Acme", "p", "Ann", "Dear Ann,", body, "Warmly,", "Sam")
print("mine:", *(name for name in own_hands() if name.startswith("My ")))
try:
    made = card.pdf([letter], stock, sys.argv[1])
    open(sys.argv[2], "wb").write(made)
except Problem as problem:
    print("refused:", problem)
"""


@pytest.fixture
def with_fonts(tmp_path):
    """Another program's start on a computer with more fonts in the user's folder."""
    folder = tmp_path / "data" / "fonts"
    folder.mkdir(parents=True)

    def prints(hand):
        here = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data"), "PYTHONPATH": str(ROOT)}
        words = [sys.executable, "-c", PRINTS, hand, str(tmp_path / "card.pdf")]
        done = subprocess.run(words, env=here, cwd=ROOT, capture_output=True, text=True, check=True)
        return done.stdout, tmp_path / "card.pdf"

    return folder, prints


def font(path, family, *, bits=0, cut="Regular", name="Kalam"):
    made = TTFont(fontpkg.path(name))
    for number, words in ((1, family), (2, cut), (16, family), (17, cut)):
        made["name"].setName(words, number, 3, 1, 0x409)
    made["OS/2"].fsType = bits
    made.save(path)


def test_a_font_of_the_computer_is_a_hand(with_fonts, pdftotext):
    folder, prints = with_fonts
    font(folder / "a.ttf", "My Own Hand", cut="Bold")
    font(folder / "b.ttf", "My Own Hand")
    told, made = prints("My Own Hand")
    assert told.splitlines() == ["mine: My Own Hand"]
    assert "Thank you for the tour." in pdftotext(made.read_bytes())
    assert b"MyOwnHand" in made.read_bytes()


@pytest.mark.parametrize("bits", [0x0002, 0x0100, 0x0200])
def test_a_font_that_forbids_it_is_refused_in_a_sentence(with_fonts, bits):
    folder, prints = with_fonts
    font(folder / "a.ttf", "My Closed Hand", bits=bits)
    told, made = prints("My Closed Hand")
    assert "refused: The font My Closed Hand cannot be used" in told
    assert not made.exists()


def test_broken_fonts_and_pictures_are_no_hands(with_fonts):
    folder, prints = with_fonts
    (folder / "empty.ttf").write_bytes(b"")
    (folder / "junk.otf").write_bytes(b"OTTO" + os.urandom(4000))
    font(folder / "cut.ttf", "My Cut Hand")
    whole = (folder / "cut.ttf").read_bytes()
    (folder / "cut.ttf").write_bytes(whole[:400])
    font(folder / "pictures.ttf", "My Pictures")
    pictures = TTFont(folder / "pictures.ttf")
    pictures["OS/2"].panose.bFamilyType = 5
    pictures.save(folder / "pictures.ttf")
    told, _ = prints("Caveat")
    assert told.splitlines() == ["mine:"]


def test_every_font_that_is_offered_here_prints_or_is_refused(a4, write, pdftotext):
    for name in own_hands():
        try:
            face(name)
        except Problem:
            continue
        made = card.pdf([write("Ann Lee", "Thank you for the tour of the workshop.")], a4, name)
        assert "Thank you for the tour of the workshop." in " ".join(pdftotext(made).split()), name
