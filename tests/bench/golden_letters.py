#!/usr/bin/env python3
"""The letters of whole interviews beside the notes they came from: golden_letters.py [--write]

The interviews are those of the tables in tests/letters/data, one file a company, and of larger groups. Together they
hold every occasion in every tone. Without --write they go to standard output; with it they replace tests/golden.
"""

import sys
import textwrap
from dataclasses import replace
from datetime import datetime
from itertools import zip_longest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests/golden"
TABLES = ("notes_visible.tsv", "holdout_seen.tsv")
MOST_NOTES = 4
NOTES_WIDTH, LETTER_WIDTH = 58, 66
sys.path.insert(0, str(ROOT))

from followup_desktop.core.records import Card, Case, Interview, Letter, Me, Note, Outcome, Person, Talk, card_id  # noqa: E402
from followup_desktop.letters import occasions  # noqa: E402  (the path comes first)
from followup_desktop.letters.lexicon import Lexicon  # noqa: E402
from followup_desktop.letters.template_set import gather  # noqa: E402
from followup_desktop.letters.writer import Writer  # noqa: E402

ME = Me(name="Robin Ashworth")
KINDS: tuple[tuple[Talk, Outcome, str], ...] = (
    (Talk.INTERVIEW, Outcome.WAITING, ""),
    (Talk.PHONE_SCREEN, Outcome.WAITING, ""),
    (Talk.PANEL, Outcome.WAITING, ""),
    (Talk.INTERVIEW, Outcome.REJECTED, ""),
    (Talk.INTERVIEW, Outcome.WITHDRAWN, ""),
    (Talk.INTERVIEW, Outcome.ACCEPTED, ""),
    (Talk.INTERVIEW, Outcome.DECLINED, ""),
    (Talk.INFORMATIONAL, Outcome.WAITING, ""),
    (Talk.INTERVIEW, Outcome.WAITING, "keep-in-touch"),
)
"""Sort of talk, how it ended, what the user chose: one each for the interviews in turn."""
ARRANGER = Person(id="erin", name="Erin Doyle", address_as="Erin", pronoun="she")
REFERRER = Person(id="tunde", name="Tunde Bakare", address_as="Tunde", pronoun="he")
BESIDE = (
    ("erin", "she booked me a taxi to the station"),
    ("erin", "answered every one of my emails within the hour"),
    ("tunde", "we shared an office for two years"),
)


def read(folder: str) -> dict[str, str]:
    """The text files of a folder."""
    return {path.name: path.read_text(encoding="utf-8") for path in (ROOT / folder).glob("*.txt")}


def rows() -> list[dict[str, str]]:
    """The rows of all tables."""
    found = []
    for table in TABLES:
        head, *lines = (ROOT / "tests/letters/data" / table).read_text(encoding="utf-8").splitlines()
        found += [dict(zip(head.split("\t"), line.split("\t"), strict=False)) for line in lines]
    return found


def case_of(own: list[dict[str, str]], company: str, turn: int) -> Case:
    """An interview with everybody in those rows, the first notes of each, the arranger of the day and the referrer."""
    talk, outcome, chosen = KINDS[turn % len(KINDS)]
    people, notes, cards = [], [], []
    for at, name in enumerate(dict.fromkeys(row["interviewer"] for row in own)):
        theirs = [row for row in own if row["interviewer"] == name]
        people.append(Person(id=f"p{at}", name=name, pronoun=theirs[0]["pronoun"]))
        step = max(1, len(theirs) // MOST_NOTES)
        notes += [
            Note(id=row["id"], interview="i", person=f"p{at}", text=row["note"]) for row in theirs[::step][: MOST_NOTES + 1]
        ]
        cards.append(card(f"p{at}", turn // len(KINDS) + at, chosen))
    start = datetime(2026, 11, 23, 10)  # noqa: DTZ001  (wall time)
    interview = Interview(
        id="i",
        company=company,
        role=own[0]["role"],
        start=start,
        people=tuple(each.id for each in people),
        talk=talk,
        outcome=outcome,
        arranged_by="erin",
        referred_by="tunde",
    )
    beside = [Note(id=f"beside{at}", interview="i", person=person, text=text) for at, (person, text) in enumerate(BESIDE)]
    cards += [card("erin", turn), card("tunde", turn)]
    return Case(interview, (*people, ARRANGER, REFERRER), (*notes, *beside), cards=tuple(cards))


def card(person: str, turn: int, chosen: str = "") -> Card:
    """That person's card in the tone whose turn it is."""
    return Card(
        id=card_id("i", person), interview="i", person=person, tone=occasions.TONES[turn % len(occasions.TONES)], occasion=chosen
    )


def interviews() -> dict[str, Case]:
    """One case for each company, and some with people of several at once, so that no occasion lacks a tone."""
    table = rows()
    companies = list(dict.fromkeys(row["company"] for row in table))
    cases = {
        company: case_of([row for row in table if row["company"] == company], company, turn)
        for turn, company in enumerate(companies)
    }
    names = list(dict.fromkeys(row["interviewer"] for row in table))
    groups = {"Twelve at once": (names[:12], 0)}
    groups |= {f"Three at once {turn}": (names[3 * turn - 12 : 3 * turn - 9], turn) for turn in range(4, len(KINDS))}
    for group, (met, turn) in groups.items():
        theirs = [row for row in table if row["interviewer"] in met]
        cases[group] = case_of(theirs, theirs[0]["company"], turn)
    return cases


def side_by_side(notes: list[str], letter: str) -> list[str]:
    """Notes on the left, the letter on the right."""
    left = [line for note in notes for line in textwrap.wrap(note, NOTES_WIDTH, subsequent_indent="    ")]
    right = [line for part in letter.split("\n") for line in (textwrap.wrap(part, LETTER_WIDTH) or [""])]
    return [f"{a:<{NOTES_WIDTH}}  |  {b}".rstrip() for a, b in zip_longest(left, right, fillvalue="")]


def one(case: Case, letter: Letter, writer: Writer) -> list[str]:
    """A letter beside the notes that it came from, with what is still open about it."""
    person = case.person(letter.person)
    assert person is not None
    lines = []
    for note in case.notes_of(person.id):
        outcome = writer.understand(note, case, ME, person)
        result = outcome.sentence or (str(outcome.question.words) if outcome.question else outcome.kind)
        lines += [f"- {note.text}", f"  {outcome.route}: {result}"]
    name = f"{occasions.occasion(case, person.id)}, {case.card(person.id).tone}"
    text = side_by_side(lines, f"{letter.text}\n{letter.signature}")
    found = [f"[{finding.level}] {finding.words}" for finding in letter.findings]
    return ["=" * 100, f"{person.name} ({person.pronoun})  ·  {name}", "", *text, "", *found]


def told(case: Case, writer: Writer) -> str:
    """All letters of one interview; of a large one also the cards that name everybody, in every tone."""
    lines = [f"{case.interview.company}, {case.interview.role}"]
    for letter in writer.panel(case, ME):
        lines += one(case, letter, writer)
    choices = [""] if len(case.interviewers) <= occasions.MOST_SINGLE_CARDS else ["", *occasions.TONES]
    for tone in choices:
        known = case.card("erin")
        chosen = replace(known, tone=tone, occasion=occasions.EVERYONE) if tone else known
        asked = replace(case, cards=(chosen, *(each for each in case.cards if each is not known)))
        lines += one(asked, writer.letter(asked, "erin", ME), writer)
    return "\n".join((*lines, *one(case, writer.letter(case, "tunde", ME), writer))).rstrip() + "\n"


def golden() -> dict[str, str]:
    """File name to text of every golden interview."""
    writer = Writer(Lexicon.parse(read("resources/words")), gather(read("resources/templates"), {}))
    return {
        "".join(char if char.isalnum() else "-" for char in company.lower()) + ".txt": told(case, writer)
        for company, case in interviews().items()
    }


def main(*, write: bool) -> None:
    """Print the golden letters, or write them."""
    for name, text in golden().items():
        if write:
            GOLDEN.mkdir(exist_ok=True)
            (GOLDEN / name).write_text(text, encoding="utf-8")
        else:
            sys.stdout.write(text)


if __name__ == "__main__":
    main(write="--write" in sys.argv)
