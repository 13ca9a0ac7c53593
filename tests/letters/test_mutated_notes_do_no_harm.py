"""Notes with slips, losses and noise: never an exception, never a malformed sentence, never a leftover of the reader."""

import random
import re
import time
from pathlib import Path

import pytest

from followup_desktop.letters.notes import Route

DATA = Path(__file__).parent / "data"
PRONOUNS = {"she": r"she|herself", "he": r"he|himself", "they": r"themself"}
NOISE = ["!!", " 😀", " lol", " & ", " - ", "  ", " / ", "...", " (", '"', " w/ ", "\t", "\u200b", "’", "?"]


def rows(table):
    head, *lines = (DATA / table).read_text(encoding="utf-8").splitlines()
    return [dict(zip(head.split("\t"), line.split("\t"), strict=False)) for line in lines]


def mutated(note, rng):
    kind = rng.randrange(7)
    words = note.split()
    at = rng.randrange(len(note))
    if kind == 0:
        return note[:at] + note[at + 1 :]
    if kind == 1:
        return note[:at] + note[at] + note[at:]
    if kind == 2:
        return note[:at] + rng.choice(NOISE) + note[at:]
    if kind == 3 and len(words) > 1:
        del words[rng.randrange(len(words))]
        return " ".join(words)
    if kind == 4 and len(words) > 1:
        swap = rng.randrange(len(words) - 1)
        words[swap], words[swap + 1] = words[swap + 1], words[swap]
        return " ".join(words)
    if kind == 5:
        return note.upper() if rng.random() < 0.3 else note.lower()
    return f"{note}, {note}"


@pytest.mark.parametrize("table", ["notes_visible.tsv", "holdout_seen.tsv"])
def test_mutated_notes_give_sound_sentences_or_none(said, table):
    rng = random.Random(table)
    for row in rows(table):
        for _ in range(4):
            note = mutated(row["note"], rng)
            outcome = said(note, row["interviewer"], row["pronoun"], row["company"])
            if outcome.route is not Route.CARD:
                assert outcome.sentence is None
                continue
            for wording in outcome.wordings:
                bare = re.sub(r"\"[^\"]*\"|(?<![\w'])'[^']*'(?!\w)", "Q", wording)
                assert re.fullmatch(r"[A-ZÀ-Þ].*[.!]", wording, re.DOTALL), (note, wording)
                assert not re.search(rf"\b(?:{PRONOUNS[row['pronoun']]})\b", bare, re.IGNORECASE) or row["pronoun"] == "they", (
                    note,
                    wording,
                )
                assert not re.search(r"\byou (?:is|was|has|does)\b|\s,|,,|\.\.|[{}<>|@#*_]|  ", bare), (note, wording)
                assert "\n" not in wording
                assert len(wording) < 420


def test_hostile_texts_do_no_harm(said):
    for note in (
        "a" * 5000,
        "she " * 400,
        "((((",
        '"' * 50,
        ":" * 30,
        "she's's's",
        "\x00\x07",
        "{first} {company}",
        "<b>bold</b>",
        "she " + "and she " * 99,
    ):
        outcome = said(note)
        assert outcome.sentence is None or "{" not in outcome.sentence


def test_a_note_takes_about_half_a_millisecond(said):
    notes = [row for row in rows("notes_visible.tsv")]
    for row in notes:
        said(row["note"])
    start = time.process_time()
    for row in notes:
        said(row["note"], row["interviewer"], row["pronoun"], row["company"])
    assert (time.process_time() - start) / len(notes) < 0.02, "forty times slower than it should be"
