"""Notes with slips, losses and noise: never an exception, never a malformed sentence, never a leftover of the reader."""

import random
import re
import time
from pathlib import Path

import pytest

from followup_desktop.letters.notes import Route

DATA = Path(__file__).parent / "data"
PRONOUNS = {"she": r"she|herself", "he": r"he|himself", "they": r"themself", "": r"themself"}
NOISE = ["!!", " 😀", " lol", " & ", " - ", "  ", " / ", "...", " (", '"', " w/ ", "\t", "\u200b", "’", "?"]


def rows(table):
    head, *lines = (DATA / table).read_text(encoding="utf-8").splitlines()
    return [dict(zip(head.split("\t"), line.split("\t"), strict=False)) for line in lines]


def mutated(note, rng):
    """The note with a letter lost or doubled, noise, a word lost or swapped, other capitals, or said twice."""
    at = rng.randrange(len(note))
    words = note.split()
    word = rng.randrange(len(words))
    swapped = [*words[:word], *words[word + 1 : word + 2], words[word], *words[word + 2 :]]
    return rng.choice(
        [
            note[:at] + note[at + 1 :],
            note[:at] + note[at] + note[at:],
            note[:at] + rng.choice(NOISE) + note[at:],
            " ".join(words[:word] + words[word + 1 :]) or note,
            " ".join(swapped),
            note.upper() if rng.random() < 0.3 else note.lower(),
            f"{note}, {note}",
        ]
    )


@pytest.mark.slow
@pytest.mark.parametrize("table", ["notes_visible.tsv", "holdout_seen.tsv", "stranger_two.tsv", "stranger_three.tsv"])
def test_mutated_notes_give_sound_sentences_or_none(said, table):
    rng = random.Random(table)  # noqa: S311  (the same mutations every time)
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
    notes = rows("notes_visible.tsv")
    for row in notes:
        said(row["note"])
    start = time.process_time()
    for row in notes:
        said(row["note"], row["interviewer"], row["pronoun"], row["company"])
    assert (time.process_time() - start) / len(notes) < 0.02, "forty times slower than it should be"
