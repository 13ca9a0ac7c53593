"""The data walk of the design, through the door without a screen: from an invitation and notes to a PDF on disk.

The same walk through the window is in tests/ui/test_walk_window.py, and in a real X window in tests/real.
"""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

HERE = Path(__file__).parent
INVITATION = HERE / "walk" / "invitation.ics"
NAMES = ("Nguyễn Thị Hồng", "Łukasz Wójcik", "Ελένη Παπαδοπούλου", "محمد الفاسي")
NOTES = (
    "she began her career as a technical writer",
    "he runs the accessibility guild",
    "she was kind about my career gap",
    "we both love trail running",
)


@pytest.fixture
def door(tmp_path):
    """The program as a shell starts it, on a notebook of the test's own."""

    def run(*words, status=0):
        command = [sys.executable, "-m", "followup_desktop", "--data", str(tmp_path / "notebook"), "--now", "2026-11-23T12:41"]
        done = subprocess.run([*command, *map(str, words)], capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == status, f"{words}: {done.stdout}{done.stderr}"
        assert "Traceback" not in done.stderr
        return done

    return run


def texts_of(pdf):
    """The text and the size in pt of each page, by another program's reader."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [(unicodedata.normalize("NFC", page.get_textpage().get_text_range()), page.get_size()) for page in document]


def test_an_invitation_and_notes_become_one_card_a_person(door, tmp_path):
    door("me", "--name", "Robin Ashworth", "--email", "robin@ashworth.example", "--country", "GB")
    door("import", INVITATION)
    for name, note in zip(NAMES, NOTES, strict=True):
        door("note", "Acme", name, note)
    door("promise", "Acme", "We decide by Thursday 3 December.", "--permission", "yes", "--by", NAMES[0])
    pdf = tmp_path / "cards.pdf"
    door("cards", "--out", pdf)
    pages = texts_of(pdf)
    assert len(pages) == len(NAMES)
    for (text, size), name in zip(pages, NAMES, strict=True):
        # pdfium reads the words of a name that runs to the left in the order of the page; poppler as they are spoken.
        assert all(word in text for word in name.split()), f"{name!r} is not whole in {text!r}"
        assert size == pytest.approx((595.28, 841.89), abs=0.1)  # A4, as the country wants
    assert "accessibility guild" in " ".join(pages[1][0].split())


def test_the_promise_is_honoured_in_list_and_agenda(door):
    door("import", INVITATION, status=1)  # who writes is not known yet
    door("promise", "Acme", "We decide by Thursday 3 December.")
    listed = json.loads(door("list", "--json").stdout)
    assert [each["floor"] for each in listed] == ["2026-12-04"]
    assert [each["best"] for each in listed] == ["2026-12-07"]
    agenda = json.loads(door("agenda", "--json").stdout)
    dates = {entry["kind"]: entry["date"] for entry in agenda}
    assert dates["floor"] == "2026-12-04"
    assert dates["best"] == "2026-12-07"
    assert dates["card"] == "2026-11-23"


def test_the_same_notes_give_the_same_bytes(door, tmp_path):
    door("me", "--name", "Robin", "--email", "robin@ashworth.example")
    door("import", INVITATION)
    for name, note in zip(NAMES, NOTES, strict=True):
        door("note", "Acme", name, note)
    one, two = tmp_path / "one.pdf", tmp_path / "two.pdf"
    door("cards", "--out", one)
    door("cards", "--out", two)
    assert one.read_bytes() == two.read_bytes()
