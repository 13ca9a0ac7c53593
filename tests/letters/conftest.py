"""The word lists and templates of this checkout, and interviews to write letters about."""

from datetime import datetime
from pathlib import Path

import pytest

from followup_desktop.core.records import Box, Case, Interview, Me, Note, Outcome, Person
from followup_desktop.letters.lexicon import Lexicon
from followup_desktop.letters.notes import understand
from followup_desktop.letters.template_set import gather

ROOT = Path(__file__).resolve().parents[2]
START = datetime(2026, 11, 23, 10)  # noqa: DTZ001  (wall time)
ME = Me(name="Robin Ashworth")
PEOPLE = (
    ("Nguyễn Thị Hồng", "Hồng", "she"),
    ("Tomáš Řehák", "Tomáš", "he"),
    ("Ngozi Okafor", "Dr Okafor", "she"),
    ("Alex Kim", "Alex", "they"),
)


def read(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in (ROOT / folder).glob("*.txt")}


@pytest.fixture(scope="session")
def lexicon():
    return Lexicon.parse(read("resources/words"))


@pytest.fixture(scope="session")
def template_texts():
    """The shipped templates by file name."""
    return read("resources/templates")


@pytest.fixture(scope="session")
def templates(template_texts):
    return gather(template_texts, {})


@pytest.fixture(scope="session")
def me():
    return ME


def person(at, name, address_as="", pronoun=""):
    return Person(id=f"p{at}", name=name, address_as=address_as, pronoun=pronoun)


@pytest.fixture(scope="session")
def make_case():
    """A case with those people; `notes` are (person's place or None, text) or (place, text, box)."""

    def make(people=PEOPLE, notes=(), company="Acme", role="Platform engineer", outcome=Outcome.WAITING):
        met = tuple(person(at, *each) for at, each in enumerate(people))
        kept = tuple(
            Note(
                id=f"n{at}",
                interview="i",
                person=None if place is None else f"p{place}",
                text=text,
                box=box[0] if box else Box.ANY,
                position=at,
            )
            for at, (place, text, *box) in enumerate(notes)
        )
        interview = Interview(
            id="i",
            company=company,
            role=role,
            start=START,
            people=tuple(each.id for each in met),
            outcome=outcome,
        )
        return Case(interview, met, kept)

    return make


@pytest.fixture(scope="session")
def said(lexicon, make_case):
    """What a note about one person becomes: `said("she runs", name, pronoun)` gives the outcome."""

    def say(text, name="Priya Raman", pronoun="she", company="Acme", box=Box.ANY, answer=""):
        case = make_case(((name, "", pronoun),), ((0, text, box),), company)
        note = case.notes[0]
        if answer:
            note = Note(id=note.id, interview="i", person="p0", text=text, box=box, answer=answer)
        return understand(note, case, ME, lexicon)

    return say


@pytest.fixture(scope="session")
def kept(said):
    """What a note becomes when the user, asked whether it belongs on a card, puts it there."""

    def keep(*words, **more):
        outcome = said(*words, **more)
        asked = outcome.question is not None and outcome.question.choices[0].key == "keep"
        return said(*words, answer="keep", **more) if asked else outcome

    return keep
