"""Ordinary words are looked up where a dictionary is; records and the user's own words are right; else nothing is said."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from followup_desktop.core.records import Level, Me, Origin, Sentence
from followup_desktop.letters.compose import letter
from followup_desktop.letters.spelling import Speller, find, usual_folders

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def typed(make_case, lexicon, templates, me):
    """The letter to the first person with those sentences, and its case."""
    case = make_case(notes=((0, "her team ships every Friday"),))
    made = letter(case, "p0", me, lexicon, templates)

    def type_(*texts):
        return replace(made, sentences=tuple(Sentence(text, origin=Origin.YOURS) for text in texts)), case

    return type_


@pytest.fixture(scope="module")
def speller():
    """American English of this computer."""
    pytest.importorskip("hunspell", reason="the extra `spelling` is not installed")
    if find("en_US", usual_folders()) is None:
        pytest.skip("no Hunspell dictionary of en_US on this computer")
    return Speller("en_US")


@pytest.fixture
def two_words(tmp_path):
    """A folder with a dictionary of a few words, as British English."""
    pytest.importorskip("hunspell", reason="the extra `spelling` is not installed")
    (tmp_path / "en_GB.aff").write_text("SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n", encoding="utf-8")
    (tmp_path / "en_GB.dic").write_text("6\nthank\nyou\nfor\nthe\ncolour\ncafé\n", encoding="utf-8")
    return tmp_path


def test_a_word_that_the_dictionary_has_not_is_a_warning_with_its_cure(two_words, typed, me):
    made, case = typed("Thank you for the coluor.", "Thank you.")
    found = Speller("en_GB", [two_words]).look(made, case, me)
    assert [(each.code, each.level, each.sentence) for each in found] == [("spelling", Level.WARNING, 0)]
    assert found[0].fix == "Thank you for the colour."
    assert found[0].words.values["right"] == "colour"
    assert "coluor" in str(found[0].words)


def test_words_of_the_records_and_the_users_own_are_right(two_words, typed, me):
    made, case = typed("Thank you, hồng, for the acme kimchi.")
    assert [each.words.values["word"] for each in Speller("en_GB", [two_words]).look(made, case, me)] == ["kimchi"]
    assert Speller("en_GB", [two_words]).look(made, case, me, own=["Kimchi"]) == ()


def test_names_abbreviations_and_other_scripts_are_not_judged(two_words, typed, me):
    made, case = typed("Thank you for Brno, NASA, PyCon, v2x, cảm and the café.")
    assert [each.words.values["word"] for each in Speller("en_GB", [two_words]).look(made, case, me)] == ["and"]


def test_the_dictionary_is_that_of_the_writers_english(tmp_path):
    for name in ("en_US", "en_GB"):
        for suffix in (".aff", ".dic"):
            (tmp_path / f"{name}{suffix}").touch()
    told = {locale: find(locale, [tmp_path]) for locale in ("en_US", "en_GB", "en_AU", "en_CA", "de_DE")}
    assert {locale: path and path.name for locale, path in told.items()} == {
        "en_US": "en_US",
        "en_GB": "en_GB",
        "en_AU": "en_GB",
        "en_CA": None,
        "de_DE": "en_US",
    }
    (tmp_path / "en_US.dic").unlink()
    assert find("en_US", [tmp_path]) is None


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_every_platform_has_its_usual_folders(platform):
    assert len(usual_folders(platform)) >= 3


def test_without_a_dictionary_nothing_is_said(tmp_path, typed, me):
    made, case = typed("Thnak yuo.")
    assert Speller("en_US", [tmp_path]).look(made, case, me) == ()


def test_a_broken_dictionary_says_nothing(tmp_path, typed, me):
    for suffix in (".aff", ".dic"):
        (tmp_path / f"en_US{suffix}").write_bytes(b"\xff\x00 nothing")
    made, case = typed("Thank you.")
    assert isinstance(Speller("en_US", [tmp_path]).look(made, case, me), tuple)


def test_common_slips_are_found_in_a_real_dictionary(speller, typed, me):
    slips = {
        "recieve": "receive",
        "wonderfull": "wonderful",
        "definately": "definitely",
        "teh": "the",
        "enviroment": "environment",
    }
    for wrong, right in slips.items():
        made, case = typed(f"Thank you, it was so good to {wrong} your card.")
        found = speller.look(made, case, me)
        assert [each.words.values["word"] for each in found] == [wrong]
        told = [found[0].words.values["right"], *str(found[0].words.values["more"]).split(", ")]
        assert right in told


def test_letters_of_the_panel_have_nothing_misspelt(speller, make_case, lexicon, templates, me):
    case = make_case(notes=((0, "her team ships every Friday"), (1, "runs the mentoring circle on Thursdays")))
    for person in ("p0", "p1", "p2", "p3"):
        assert speller.look(letter(case, person, me, lexicon, templates), case, me) == ()


def test_the_library_is_loaded_by_the_first_look_only():
    program = (
        "import sys, followup_desktop.letters.spelling, followup_desktop.letters.check\nassert 'hunspell' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)


def test_a_writer_without_a_locale_is_spelt_as_american(typed):
    made, case = typed("Thank you.")
    assert Speller("", []).look(made, case, Me()) == ()
