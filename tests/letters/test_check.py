"""Planted errors are found, sound letters pass, and one press settles what it says it settles.

The tables stand in data/: planted.tsv and sound.tsv, a third of both that was split off before the check was written
(_unseen), and sentences written after it (_later). tests/bench/check_score.py prints the figures.
"""

import importlib.util
import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from followup_desktop.core.records import Letter, Level, Me, Origin, Sentence
from followup_desktop.letters.check import check
from followup_desktop.letters.compose import panel
from followup_desktop.letters.notes import understand

BENCH = Path(__file__).resolve().parents[1] / "bench/check_score.py"
PARTS = ("", "_unseen", "_later")
NOTES = (
    (0, "began her career as a technical writer"),
    (0, "her team ships every Friday and reviews in pairs"),
    (1, "started out repairing church organs"),
    (2, "runs the mentoring circle on Thursdays"),
    (3, "they lead the platform team"),
)


def load():
    spec = importlib.util.spec_from_file_location("check_score", BENCH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


bench = load()


@pytest.fixture
def sound(make_case, lexicon, templates, me):
    case = make_case(notes=NOTES)
    return case, panel(case, me, lexicon, templates)


def codes(letter, case, me, **kwargs):
    return [finding.code for finding in check(letter, case, me, **kwargs)]


def typed(letter, *texts):
    return replace(letter, sentences=(*letter.sentences, *(Sentence(text, origin=Origin.YOURS) for text in texts)))


def test_the_tables_are_as_large_as_they_claim():
    assert len(bench.table("planted")) + len(bench.table("planted_unseen")) >= 250
    assert len(bench.table("sound")) + len(bench.table("sound_unseen")) >= 300
    assert len({row["code"] for part in PARTS for row in bench.table(f"planted{part}")}) >= 30


@pytest.mark.parametrize("part", PARTS)
def test_of_planted_errors_at_least_98_percent_are_found_in_their_place(part):
    rows = bench.table(f"planted{part}")
    missed = [f"{row['id']} {row['code']}: {row['text']}" for row in rows if not bench.is_found(row)]
    assert len(missed) <= 0.02 * len(rows), "\n".join(missed)


@pytest.mark.parametrize("part", PARTS)
def test_of_sound_letters_at_most_one_in_100_is_stopped(part):
    rows = bench.table(f"sound{part}")
    stopped = [f"{row['id']} {f.words}" for row in rows for f in bench.findings(row)[0] if f.level is Level.STOP]
    assert len({each.split()[0] for each in stopped}) <= 0.01 * len(rows), "\n".join(stopped)


@pytest.mark.parametrize("part", PARTS)
def test_of_sound_letters_few_are_warned_about(part):
    rows = bench.table(f"sound{part}")
    warned = [row for row in rows if row["how"] == "add" and bench.findings(row)[0]]
    assert len(warned) <= 0.05 * len(rows), [row["text"] for row in warned]


@pytest.mark.parametrize("table", ["notes_visible", "holdout_seen", "strangers"])
def test_sentences_from_real_notes_stop_no_letter_not_even_as_typed_words(table, lexicon, make_case, me):
    companies = {row["company"] for row in bench.table(table)}
    stopped, letters = [], 0
    for row in bench.table(table):
        case = make_case(((row["interviewer"], "", row["pronoun"]),), ((0, row["note"]),), row["company"], row["role"])
        meaning = understand(case.notes[0], case, me, lexicon)
        for text in meaning.wordings[:1]:
            letters += 1
            whole = (Sentence("Thank you for Monday."), Sentence(text, "n0", Origin.YOURS))
            letter = Letter(
                "i", row["company"], "p0", row["interviewer"], f"Dear {row['interviewer']},", whole, "Regards,", me.name
            )
            found = check(letter, case, me, elsewhere=[each for each in companies if each != row["company"]])
            stopped += [(row["id"], text, str(each.words)) for each in found if each.level is Level.STOP]
    assert letters > 50
    assert len(stopped) <= 0.01 * letters, stopped


def test_one_press_settles_what_it_says_it_settles():
    settled = Counter()
    for row in [row for part in PARTS for row in bench.table(f"planted{part}") if row["how"] in ("add", "first")]:
        found, letter = bench.findings(row)
        case, others = bench.case_of(row["case"].partition(".")[0]), [told["company"] for told in bench.CASES.values()]
        for finding in found:
            if finding.fix is None or finding.code != row["code"]:
                continue
            rest = [*letter.sentences]
            rest[finding.sentence : finding.sentence + 1] = [Sentence(finding.fix, origin=Origin.YOURS)] if finding.fix else []
            after = check(replace(letter, sentences=tuple(rest)), case, bench.ME, elsewhere=others)
            same = [each for each in after if each.code == finding.code and each.words == finding.words]
            assert not same, (row["text"], finding.fix, [str(each.words) for each in same])
            settled[finding.code] += 1
    assert len(settled) >= 18
    assert all(settled[code] for code in ("misspelt", "placeholder", "doubled", "unended", "wrong-day", "slang", "emoji"))


@pytest.mark.parametrize(
    ("text", "code", "fix"),
    [
        ("I would love to join acme.", "misspelt", "I would love to join Acme."),
        ("Thank you, {first}.", "placeholder", "Thank you, Hồng."),
        ("I would love to work at [Company].", "placeholder", "I would love to work at Acme."),
        ("I liked the the lab.", "doubled", "I liked the lab."),
        ("I liked the lab", "unended", "I liked the lab."),
        ("I liked hearing about the lab and", "unended", "I liked hearing about the lab."),
        ("It was great to meet u.", "slang", "It was great to meet you."),
        ("THANK YOU SO MUCH FOR THE TOUR.", "shouting", "Thank you so much for the tour."),
        ("I loved the lab 😊.", "emoji", "I loved the lab."),
        ("My salary expectations are flexible.", "pay", ""),
        ("Thank you for our interview on Tuesday.", "wrong-day", "Thank you for our interview on Monday."),
        (
            "Thank you for considering me for the baker role.",
            "wrong-role",
            "Thank you for considering me for the Platform engineer role.",
        ),
    ],
)
def test_the_press_gives_this_sentence(text, code, fix, sound, me):
    case, letters = sound
    found = [finding for finding in check(typed(letters[0], text), case, me) if finding.code == code]
    assert [finding.fix.lower() for finding in found] == [fix.lower()]


def test_the_only_sentence_is_never_left_out_by_a_press(sound, me):
    case, letters = sound
    letter = replace(letters[0], sentences=(Sentence("My salary expectations are flexible.", origin=Origin.YOURS),))
    assert [finding.fix for finding in check(letter, case, me) if finding.code == "pay"] == [None]


def test_every_finding_explains_itself_in_a_short_sentence():
    for row in [row for part in PARTS for row in bench.table(f"planted{part}")]:
        for finding in bench.findings(row)[0]:
            said = str(finding.words)
            assert re.search(r"[.?]”?$", said), said
            assert "{" not in re.sub(r"“[^”]*”", "", said), said
            assert len(finding.words.text.split()) <= 16, said


def test_letters_of_a_panel_have_no_findings(sound, me):
    case, letters = sound
    for letter in letters:
        others = [other for other in letters if other is not letter]
        assert codes(letter, case, me, others=others) == []


def test_a_greeting_for_somebody_else_stops_the_card_and_names_them(sound, me):
    case, letters = sound
    finding = check(replace(letters[0], greeting="Dear Tomáš,"), case, me)[0]
    assert (finding.level, finding.code) == (Level.STOP, "greeting")
    assert "Tomáš Řehák" in str(finding.words)


def test_a_misspelt_greeting_is_told_once(sound, me):
    case, letters = sound
    assert codes(replace(letters[0], greeting="Dear Hong,"), case, me) == ["misspelt"]


def test_an_honorific_in_the_body_goes_with_the_pronoun_too(sound, me):
    case, letters = sound
    assert "honorific" in codes(typed(letters[0], "It was good to meet Mrs Řehák as well."), case, me)
    assert "honorific" not in codes(typed(letters[0], "It was good to meet Mr Řehák as well."), case, me)


def test_nothing_at_all_is_said_alone(sound, me):
    case, letters = sound
    assert codes(replace(letters[0], sentences=()), case, me) == ["empty"]


def test_a_company_without_a_name_and_a_position_without_one_are_no_fault(sound, me):
    case, letters = sound
    bare = replace(case, interview=replace(case.interview, company="", role=""))
    assert "misspelt" not in codes(replace(letters[0], company=""), bare, me)


def test_a_missing_writer_is_a_warning_and_lateness_too(sound, me):
    case, letters = sound
    unsigned = [finding for finding in check(letters[0], case, Me()) if finding.code == "no-name"]
    assert [finding.level for finding in unsigned] == [Level.WARNING]  # the card is signed in ink
    assert "late" not in codes(letters[0], case, me, now=case.interview.ends() + timedelta(hours=23))
    assert "late" in codes(letters[0], case, me, now=case.interview.ends() + timedelta(hours=25))


def test_a_company_that_is_an_everyday_word_may_be_used_as_one(sound, me):
    case, letters = sound
    case = replace(case, interview=replace(case.interview, company="Beacon"))
    letter = replace(letters[0], company="Beacon")
    assert "misspelt" not in codes(typed(letter, "The beacon on the hill was lit."), case, me)
    assert "misspelt" in codes(typed(letter, "I would love to join beacon."), case, me)


def test_another_employer_that_is_called_like_a_thing_may_be_spoken_of(sound, me):
    case, letters = sound
    elsewhere = ["Library", "Harbour Kitchens"]
    about = typed(letters[0], "Library books taught me that.", "Your library by the harbour is a joy.")
    assert "other-company" not in codes(about, case, me, elsewhere=elsewhere)
    assert "other-company" in codes(typed(letters[0], "I hope to work at Library."), case, me, elsewhere=elsewhere)


def test_stops_come_first(sound, me):
    case, letters = sound
    levels = [finding.level for finding in check(typed(letters[0], "I await your answer about my salary"), case, me)]
    assert levels == sorted(levels, key=lambda level: level is not Level.STOP)
    assert len(set(levels)) == 2
