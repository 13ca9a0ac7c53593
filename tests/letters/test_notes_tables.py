"""The engine on whole tables of notes: counts that must not get worse, and nothing false, nothing leaked."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT / "tests/bench"
DATA = ROOT / "tests/letters/data"


def scored(table, tmp_path):
    made = subprocess.run(
        [sys.executable, BENCH / "notes_outcomes.py", table], capture_output=True, check=True, text=True, encoding="utf-8"
    )
    outcomes = tmp_path / "outcomes.tsv"
    outcomes.write_text(made.stdout, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, BENCH / "notes_score.py", table, outcomes], capture_output=True, check=True, text=True
    )
    numbers = {}
    for word in ("right", "refused", "wrong", "leaked"):
        numbers[word] = int(result.stdout.split(f"{word} ", 1)[1].split(None, 1)[0].rstrip(",:"))
    return numbers


@pytest.mark.parametrize(
    ("table", "right"),
    [
        pytest.param("notes_visible.tsv", 140, id="the table everybody knows"),
        pytest.param("holdout_seen.tsv", 78, id="our own notes"),
        pytest.param("holdout_unseen.tsv", 35, id="our own notes, looked at last"),
        pytest.param("strangers.tsv", 80, id="our last sixty notes and a third of a stranger's"),
        pytest.param("strangers_all.tsv", 127, id="a stranger's two hundred and forty notes"),
        pytest.param("stranger_two.tsv", 69, id="a second stranger's hundred and fifty notes"),
        pytest.param("stranger_three.tsv", 52, id="a hundred and fifty more of theirs"),
        pytest.param("stranger_four.tsv", 66, id="a third stranger's hundred and sixty notes"),
        pytest.param("stranger_five.tsv", 58, id="a fourth stranger's hundred and twenty notes"),
        pytest.param("ten_rooms.tsv", 84, id="our own notes from ten rooms, half of them private in neutral words"),
        pytest.param("twenty_trades.tsv", 169, id="our own notes from twenty trades"),
        pytest.param("in_a_hurry.tsv", 19, id="our own notes as typed in a hurry"),
        pytest.param("neutral_words.tsv", 0, id="our own private notes in neutral words"),
        pytest.param("off_the_card.tsv", 0, id="our own notes that stay off"),
    ],
)
def test_notes_are_told_right_and_none_is_false_or_leaked(table, right, tmp_path):
    numbers = scored(DATA / table, tmp_path)
    assert numbers["right"] >= right
    assert numbers["wrong"] == 0
    assert numbers["leaked"] == 0


@pytest.mark.parametrize(
    ("table", "share"),
    [
        pytest.param("twenty_trades.tsv", 0.95, id="our own notes from twenty trades"),
        pytest.param("in_a_hurry.tsv", 0.95, id="our own notes as typed in a hurry"),
        pytest.param("stranger_two.tsv", 0.95, id="a second stranger's hundred and fifty notes"),
        pytest.param("stranger_three.tsv", 0.93, id="a hundred and fifty more of theirs"),
        pytest.param("stranger_five.tsv", 0.9, id="a fourth stranger's hundred and twenty notes"),
        pytest.param("strangers_all.tsv", 0.9, id="a stranger's two hundred and forty notes"),
    ],
)
def test_one_press_mends_nearly_every_note_that_was_asked_about(table, share):
    made = subprocess.run(
        [sys.executable, BENCH / "notes_answers.py", DATA / table], capture_output=True, check=True, text=True, encoding="utf-8"
    )
    asked, mended = (int(part.split()[-1]) for part in made.stdout.split(" (")[0].split(","))
    assert mended >= share * asked
