"""Planted errors are found, sound letters pass: both sets stand here."""

from dataclasses import replace
from datetime import timedelta

import pytest

from followup_desktop.core.records import Level, Me, Origin, Sentence
from followup_desktop.letters.check import check
from followup_desktop.letters.compose import panel

NOTES = (
    (0, "began her career as a technical writer"),
    (0, "her team ships every Friday and reviews in pairs"),
    (1, "started out repairing church organs"),
    (2, "runs the mentoring circle on Thursdays"),
    (3, "they lead the platform team"),
)
PLANTED = [
    ("placeholder", "Thank you, {first}."),
    ("placeholder", "It was good to hear about [project name]."),
    ("placeholder", "XXX told me about the lab."),
    ("pay", "The salary of 60k is fine with me."),
    ("pay", "I hope that $75 an hour still stands."),
    ("pay", "The bonus sounds good."),
    ("begging", "I really need this job."),
    ("begging", "I beg you to consider me."),
    ("begging", "Please hire me."),
    ("misspelt", "Hong and I talked about Acne."),
    ("misspelt", "You said that Acem is growing."),
    ("misspelt", "It was good to meet Nguyen too."),
    ("misspelt", "I enjoyed meeting Tomas as well."),
    ("decision", "I look forward to hearing from you."),
    ("decision", "When will you decide?"),
    ("decision", "I wonder about your decision."),
    ("cliche", "I will hit the ground running."),
    ("cliche", "I am a real team player."),
    ("third-person", "She was kind to me."),
    ("third-person", "Hồng and Nguyễn are fine names."),
    ("exclamation", "What a day! Thank you!"),
]


@pytest.fixture
def sound(make_case, lexicon, templates, me):
    case = make_case(notes=NOTES)
    return case, panel(case, me, lexicon, templates)


def codes(letter, case, me, **kwargs):
    return [finding.code for finding in check(letter, case, me, **kwargs)]


def test_sound_letters_have_no_findings(sound, me):
    case, letters = sound
    for letter in letters:
        others = [other for other in letters if other is not letter]
        assert codes(letter, case, me, others=others) == []


@pytest.mark.parametrize(("code", "text"), PLANTED)
def test_planted_errors_are_found_and_explained(code, text, sound, me):
    case, letters = sound
    letter = replace(letters[0], sentences=(*letters[0].sentences, Sentence(text, origin=Origin.YOURS)))
    found = [finding for finding in check(letter, case, me) if finding.code == code]
    assert found
    assert str(found[0].words)
    assert found[0].sentence in (None, len(letter.sentences) - 1)


def test_a_greeting_for_somebody_else_stops_the_card(sound, me):
    case, letters = sound
    letter = replace(letters[0], greeting="Dear Tomáš,")
    finding = check(letter, case, me)[0]
    assert (finding.level, finding.code) == (Level.STOP, "greeting")
    assert "Tomáš Řehák" in str(finding.words)


def test_an_honorific_against_the_pronoun_stops_the_card(sound, me):
    case, letters = sound
    assert "honorific" in codes(replace(letters[0], greeting="Dear Mr Hồng,"), case, me)
    assert "honorific" not in codes(replace(letters[0], greeting="Dear Ms Hồng,"), case, me)


def test_no_thanks_no_detail_nothing_at_all(sound, me):
    case, letters = sound
    bare = (Sentence("It was good to meet you."),)
    assert {"no-thanks", "no-detail", "short"} <= set(codes(replace(letters[0], sentences=bare), case, me))
    assert codes(replace(letters[0], sentences=()), case, me) == ["empty"]


def test_a_shared_sentence_stops_both_cards_and_an_earlier_one_too(sound, me):
    case, letters = sound
    copied = replace(letters[1], sentences=letters[0].sentences)
    assert {"shared", "alike"} <= set(codes(letters[0], case, me, others=[copied]))
    assert "shared" in codes(letters[0], case, me, sent=[letters[0].sentences[1].text.upper()])


def test_length_lateness_and_a_missing_writer_are_named(sound, me):
    case, letters = sound
    long = replace(letters[0], sentences=(*letters[0].sentences, Sentence("word " * 120, origin=Origin.YOURS)))
    assert "long" in codes(long, case, me)
    assert "late" in codes(letters[0], case, me, now=case.interview.ends() + timedelta(hours=25))
    assert "late" not in codes(letters[0], case, me, now=case.interview.ends() + timedelta(hours=23))
    unsigned = [finding for finding in check(letters[0], case, Me()) if finding.code == "no-name"]
    assert [finding.level for finding in unsigned] == [Level.WARNING]  # the card is signed in ink


def test_more_of_the_writer_than_of_the_reader_is_a_warning(sound, me):
    case, letters = sound
    mine = Sentence("I did this and I did that and I did more and I was there and I came and I saw.", origin=Origin.YOURS)
    found = [f for f in check(replace(letters[0], sentences=(*letters[0].sentences, mine)), case, me) if f.code == "about-me"]
    assert [finding.level for finding in found] == [Level.WARNING]


def test_stops_come_first(sound, me):
    case, letters = sound
    letter = replace(letters[0], sentences=(Sentence("I look forward to hearing from you about the salary."),))
    levels = [finding.level for finding in check(letter, case, me)]
    assert levels == sorted(levels, key=lambda level: level is not Level.STOP)
