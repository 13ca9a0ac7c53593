"""One card to whoever arranged the day names everybody who was met, and fits a card (E25)."""

from dataclasses import replace
from pathlib import Path

import pytest

from followup_desktop.core.records import Card, Note, Outcome, Person, card_id
from followup_desktop.letters.compose import coordinator_letter, letter, listed, panel
from followup_desktop.letters.occasions import EVERYONE, TONES
from followup_desktop.letters.writer import Writer
from followup_desktop.paper.fit import fit
from followup_desktop.paper.stock import parse_stocks

NAMES = (
    "Priya Raman", "Tomasz Wójcik", "Alexandra Papadimitriou", "Nguyễn Thị Hồng", "James O'Neil", "Bartholomew Featherstone",
    "Grace Okafor", "María José García", "Maureen Gallagher", "Dale Kowalczyk", "Adaeze Nwosu", "Jean-Baptiste Kouassi",
)  # fmt: skip
STOCKS = parse_stocks((Path(__file__).parents[2] / "resources/stock.toml").read_text("utf-8"))


@pytest.fixture
def twelve(make_case):
    case = make_case(
        tuple((name, "", "") for name in NAMES),
        ((None, "the team ships every Friday"), (0, "she keeps bees")),
        "Acme",
        "Welder",
    )
    erin = Person(id="erin", name="Erin Doyle", address_as="Erin", pronoun="she")
    note = Note(id="taxi", interview="i", person="erin", text="she sent me a map of the site")
    return replace(
        case, people=(*case.people, erin), notes=(*case.notes, note), interview=replace(case.interview, arranged_by="erin")
    )


def chosen(case, person="erin", tone="warm"):
    return replace(case, cards=(Card(id=card_id("i", person), interview="i", person=person, tone=tone, occasion=EVERYONE),))


@pytest.mark.parametrize("tone", TONES)
def test_it_names_everybody_and_fits_every_folded_card(twelve, me, lexicon, templates, tone):
    made = letter(chosen(twelve, tone=tone), "erin", me, lexicon, templates)
    assert all(name in made.text for name in NAMES)
    assert made.greeting == "Dear Erin,"
    assert made.finished, made.findings
    for stock in STOCKS:
        if stock.fold == "quarter":
            assert fit(made, stock).too_many == 0, stock.id


def test_what_is_offered_is_what_is_given_once_it_is_chosen(twelve, me, lexicon, templates):
    assert coordinator_letter(twelve, "erin", me, lexicon, templates) == letter(chosen(twelve), "erin", me, lexicon, templates)
    assert "Priya" not in letter(twelve, "erin", me, lexicon, templates).text


def test_single_cards_still_work_and_what_everybody_was_told_goes_to_the_one_card(twelve, me, lexicon, templates):
    made = panel(chosen(twelve), me, lexicon, templates)
    assert [each.name for each in made] == list(NAMES)
    assert not [each.name for each in made if "ships" in each.text]
    assert "ships" in letter(chosen(twelve), "erin", me, lexicon, templates).text
    assert [each.name for each in panel(twelve, me, lexicon, templates) if "ships" in each.text]


def test_one_of_those_met_can_have_it_and_is_not_named_in_it(twelve, me, lexicon, templates):
    alone = replace(twelve, interview=replace(twelve.interview, arranged_by=None))
    made = letter(chosen(alone, "p0"), "p0", me, lexicon, templates)
    assert made.greeting == "Dear Priya Raman,"
    assert "Priya" not in " ".join(made.paragraphs)
    assert all(name in made.text for name in NAMES[1:])


def test_it_wishes_nothing_that_the_outcome_forbids(twelve, me, lexicon, templates):
    after = replace(twelve, interview=replace(twelve.interview, outcome=Outcome.REJECTED))
    made = coordinator_letter(after, "erin", me, lexicon, templates)
    assert "join" not in made.text


@pytest.mark.parametrize(("names", "told"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")])
def test_names_are_listed_as_a_sentence_lists_them(names, told):
    assert listed(names) == told


def test_its_names_are_enough_where_nothing_was_noted(twelve, me, lexicon, templates):
    bare = replace(twelve, notes=())
    assert coordinator_letter(bare, "erin", me, lexicon, templates).finished


def test_whoever_has_a_card_begun_stands_behind_the_interviewers(twelve, me, lexicon, templates):
    writer = Writer(lexicon, templates)
    assert [each.name for each in writer.cards(twelve, me)] == list(NAMES)
    made = writer.cards(chosen(twelve), me)
    assert [each.name for each in made] == [*NAMES, "Erin Doyle"]
    assert made[-1] == writer.coordinator_letter(twelve, "erin", me)
