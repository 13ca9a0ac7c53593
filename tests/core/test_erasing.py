"""Who is erased goes from every text however they are written there; what only looks like theirs stays."""

import unicodedata
from datetime import date

import pytest

from followup_desktop.core import erasing
from followup_desktop.core.records import Binned, Interview, Note, Person

DAY = date(2026, 11, 24)
EVA = Person(
    id="eva",
    name="Éva Nagy-Kiss",
    address_as="Éva",
    email="eva@acme.example",
    phone="+44 (0)20 7946 0123 ext. 77",
    address="Acme Ltd, Unit 14\n5 Willow Gardens\nFloor 3\nLondon\nSW1A 1AA London\nGermany",
    company="Acme",
)
ADA = Person(id="ada", name="Ada Ng", company="Acme")
OTHER = Interview(id="globex", company="Globex", role="R", start=DAY, people=("ada",))


def left_of(text, *others, person=EVA):
    """What an unconnected note of that text says once the person is erased."""
    note = Note(id="n", interview="globex", person="ada", text=text)
    change = erasing.erased((person, ADA, OTHER, note, *others), erasing.who(person))
    return next((after.text for before, after in change.pairs if before is note), text)


@pytest.mark.parametrize(
    "text", ["London is far", "Acme in Germany", "we sat on Floor 3", "Unit 14", "Acme Ltd, Unit 14", "at Acme in London"]
)
def test_a_town_a_country_and_the_company_are_nobodys_alone(text):
    assert left_of(text) == text


def test_a_street_is_theirs_unless_others_have_it_too():
    text = "I sent it to 5 Willow  gardens."
    assert left_of(text) == "I sent it to (erased)."
    assert left_of(text, Person(id="bo", name="Bo", address="5 willow gardens\nLeeds")) == text
    assert left_of(text, Interview(id="i", company="Acme", role="R", start=DAY, place="Acme, 5 Willow Gardens, London")) == text


@pytest.mark.parametrize(
    "name",
    [
        unicodedata.normalize("NFD", EVA.name),
        "eva nagy-kiss",
        "Éva  Nagy-Kiss",
        "Éva\nNagy-Kiss",
        "Éva\N{NO-BREAK SPACE}Nagy-Kiss",
        "Èva Nágy-Kiss",
        "ÉVA NAGY\N{SOFT HYPHEN}-KISS",
    ],
)
def test_a_name_is_found_however_it_is_written(name):
    assert left_of(f"with {name}, then lunch: ½ ß ffi") == "with (erased), then lunch: ½ ß ffi"
    assert left_of(f"{name}") == "(erased)"


def test_a_name_in_the_trash_is_found_over_two_lines():
    binned = Binned(id="b", title="x", on=DAY, records=r'[["note", {"text": "Éva\nNagy-Kiss"}]]')
    change = erasing.erased((EVA, binned), erasing.who(EVA))
    assert (binned, None) in change.pairs


@pytest.mark.parametrize(
    "number", ["+44 20 7946 0123", "020 7946 0123", "02079460123", "(020) 7946-0123", "+44.20.7946.0123", "7946 0123"]
)
def test_a_number_is_found_by_its_digits(number):
    assert left_of(f"call {number}!") == "call (erased)!"


def test_other_numbers_stay():
    for text in ("call 020 7946 01234", "in 77 days", "call +44 20 7946 0124"):
        assert left_of(text) == text
    assert left_of("call 020 7946 0123", Person(id="bo", name="Bo", phone="020 7946 0123")) == "call 020 7946 0123"


def test_what_is_said_of_other_people_loses_the_name_too():
    ada = Person(id="bo", name="Bo", tags=("knows Éva Nagy-Kiss", "kind"), title="Assistant of Éva Nagy-Kiss")
    change = erasing.erased((EVA, ada), erasing.who(EVA))
    (after,) = [after for before, after in change.pairs if before is ada]
    assert (after.tags, after.title) == (("knows (erased)", "kind"), "Assistant of (erased)")


def test_a_namesake_keeps_the_whole_record():
    namesake = Person(id="two", name="Eva Nagy-Kiss", address="Eva Nagy-Kiss\n1 Row")
    change = erasing.erased((EVA, namesake), erasing.who(EVA))
    assert [before for before, _ in change.pairs] == [EVA]


def test_a_name_that_is_a_word_is_only_found_with_its_capital():
    will = Person(id="will", name="Will")
    assert left_of("I will ask Will, as WILL wants", person=will) == "I will ask (erased), as (erased) wants"
