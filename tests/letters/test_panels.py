"""Panels of up to twelve on every occasion and in every tone: no sentence twice, no two letters alike, no hole in any.

FOLLOWUP_PANELS=300 looks at so many random panels instead of the few that every run looks at.
"""

import os
import random
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from followup_desktop.core.records import Card, Level, Outcome, Talk, card_id
from followup_desktop.letters.check import likeness
from followup_desktop.letters.compose import panel
from followup_desktop.letters.occasions import TONES

pytestmark = pytest.mark.slow

DATA = Path(__file__).parent / "data"
PANELS = int(os.environ.get("FOLLOWUP_PANELS", "36"))
WORST = 0.2
MOST_PEOPLE = 12
KINDS = (
    (Talk.INTERVIEW, Outcome.WAITING, ""),
    (Talk.PHONE_SCREEN, Outcome.WAITING, ""),
    (Talk.PANEL, Outcome.WAITING, ""),
    (Talk.INTERVIEW, Outcome.REJECTED, ""),
    (Talk.PANEL, Outcome.WITHDRAWN, ""),
    (Talk.INTERVIEW, Outcome.ACCEPTED, ""),
    (Talk.PANEL, Outcome.DECLINED, ""),
    (Talk.INFORMATIONAL, Outcome.WAITING, ""),
    (Talk.INTERVIEW, Outcome.WAITING, "keep-in-touch"),
)
COMMON = ("the team ships every Friday", "the office has a library on the roof")
ROLES = ("", "Software developer", "Staff nurse, ward 7", "Brewer", "Head of Marketing (EMEA)", "QA Engineer", "Nursing position")
COMPANIES = ("", "Acme", "St Brigid's Hospital", "Vogt & Partner")


def noted():
    """Who was met in the tables, with everything about them that goes on a card."""
    found = {}
    for table in ("notes_visible.tsv", "holdout_seen.tsv"):
        head, *lines = (DATA / table).read_text(encoding="utf-8").splitlines()
        for row in (dict(zip(head.split("\t"), line.split("\t"), strict=False)) for line in lines):
            if row["route"] == "card":
                found.setdefault((row["interviewer"], "", row["pronoun"]), []).append(row["note"])
    return found


@pytest.fixture(scope="module")
def panels(make_case, lexicon, templates, me):
    """Random panels: every occasion in every tone in turn, sometimes with tones mixed, with few notes or none."""
    rng, table, made = random.Random(11), noted(), []  # noqa: S311  (the same panels every time)
    for number in range(PANELS):
        talk, outcome, chosen = KINDS[number % len(KINDS)]
        met = rng.sample(list(table), rng.randint(2, min(MOST_PEOPLE, len(table))))
        notes = [
            (at, text)
            for at, person in enumerate(met)
            for text in rng.sample(table[person], min(rng.randint(0, 3), len(table[person])))
        ]
        notes += [(None, text) for text in COMMON[: rng.randint(0, 2)]]
        case = make_case(tuple(met), notes, rng.choice(COMPANIES), rng.choice(ROLES), outcome)
        tone = TONES[number // len(KINDS) % len(TONES)]
        mixed = rng.random() < 1 / 4
        cards = tuple(
            Card(
                id=card_id("i", person.id),
                interview="i",
                person=person.id,
                tone=rng.choice(TONES) if mixed else tone,
                occasion=chosen,
            )
            for person in case.people
        )
        case = replace(case, interview=replace(case.interview, talk=talk), cards=cards)
        made.append((case, panel(case, me, lexicon, templates)))
    return made


def test_no_sentence_and_no_sign_off_stands_twice(panels):
    for _, made in panels:
        said = Counter(sentence.text for letter in made for sentence in letter.sentences)
        assert [text for text, times in said.items() if times > 1] == []
        assert len({letter.closing for letter in made}) == len(made)


def test_no_two_letters_are_alike(panels):
    worst = max(likeness(one, other) for _, made in panels for at, one in enumerate(made) for other in made[at + 1 :])
    assert worst <= WORST


def test_nothing_empty_leaves_a_hole(panels):
    holes = re.compile(r"  | [,.;:?]|[{}\[\]]|\bthe (?:position|role) (?:position|role)\b|\b(?:at|in)[.,;]")
    for case, made in panels:
        noted = [note.text for note in case.notes]
        told = [sentence.text for letter in made for sentence in letter.sentences if sentence.note is None]
        assert [text for text in told if holes.search(text)] == [], noted


def test_what_everybody_was_told_stands_on_one_card(panels):
    for case, made in panels:
        for note in case.notes:
            if note.person is None:
                assert sum(sentence.note == note.id for letter in made for sentence in letter.sentences) <= 1


def test_only_the_lack_of_a_detail_or_a_name_mistyped_in_a_note_stops_a_letter(panels):
    stops = {
        (finding.code, str(finding.words))
        for _, made in panels
        for letter in made
        for finding in letter.findings
        if finding.level is Level.STOP
        and finding.code != "no-detail"
        and (finding.sentence is None or letter.sentences[finding.sentence].note is None)
    }
    assert stops == set()


def test_most_letters_of_a_panel_have_nothing_to_be_warned_about(panels):
    warned = Counter(finding.code for _, made in panels for letter in made for finding in letter.findings if letter.finished)
    letters = sum(len(made) for _, made in panels)
    assert warned["about-me"] <= letters * 0.02, warned
    assert not {"decision", "cliche", "exclamation", "long", "alike"} & set(warned), warned
