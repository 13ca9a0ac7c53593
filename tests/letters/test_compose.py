import random
from dataclasses import replace
from pathlib import Path

import pytest

from followup_desktop.core.records import LEAVE_OUT, Card, Level, Me, Origin, Outcome, Sentence, card_id
from followup_desktop.letters.check import likeness
from followup_desktop.letters.compose import letter, panel, role_words

DATA = Path(__file__).parent / "data"
NOTES = (
    (0, "began her career as a technical writer"),
    (0, "showed me the data hall"),
    (1, "started out repairing church organs"),
    (1, "they moved to weekly releases, loved it"),
    (1, "I promised to send him my rate limiter write-up"),
    (2, 'she said "ship small, ship often"'),
    (3, "they lead the platform team"),
    (None, "the team ships every Friday"),
)


@pytest.fixture
def letters(make_case, lexicon, templates, me):
    def compose(notes=NOTES, **kwargs):
        return panel(make_case(notes=notes, **kwargs), me, lexicon, templates)

    return compose


def test_each_interviewer_gets_a_letter_of_their_own_with_the_sources_marked(letters):
    hong, tomas, ngozi, alex = letters()
    assert hong.greeting == "Dear Hồng,"
    assert ngozi.greeting == "Dear Dr Okafor,"
    assert [each.note for each in hong.sentences if each.note] == ["n0", "n1"]
    assert all((each.origin is Origin.NOTE) == (each.note is not None) for each in tomas.sentences)
    assert "I will send you my rate limiter write-up." in tomas.paragraphs[1]
    assert any("loved it" in str(question.words) for question in tomas.questions)
    assert all(each.finished for each in (hong, tomas, ngozi, alex))


def test_without_an_address_the_full_name_is_greeted_and_never_cut(make_case, lexicon, templates, me):
    case = make_case((("Nguyễn Thị Hồng", "", "she"),), ((0, "she keeps bees"),))
    assert letter(case, "p0", me, lexicon, templates).greeting == "Dear Nguyễn Thị Hồng,"


def test_a_note_about_everybody_stands_on_one_card_only(letters):
    telling = [each.name for each in letters() if "ships every Friday" in each.text]
    assert len(telling) == 1


def test_no_sentence_and_no_sign_off_stands_twice_and_letters_are_unlike(make_case, lexicon, templates, me):
    rng = random.Random(5)  # noqa: S311  (the same panels every time)
    head, *lines = (DATA / "notes_visible.tsv").read_text(encoding="utf-8").splitlines()
    rows = [dict(zip(head.split("\t"), line.split("\t"), strict=False)) for line in lines]
    people = list(dict.fromkeys((row["interviewer"], "", row["pronoun"]) for row in rows))
    for _ in range(12):
        met = tuple(rng.sample(people, rng.randint(2, 10)))
        notes = tuple(
            (at, row["note"])
            for at, (name, _, _) in enumerate(met)
            for row in rng.sample([row for row in rows if row["interviewer"] == name and row["route"] == "card"], 2)
        )
        made = panel(make_case(met, notes), me, lexicon, templates)
        texts = [sentence.text for each in made for sentence in each.sentences]
        assert len(texts) == len(set(texts))
        assert len({each.closing for each in made}) == len(made)
        for each in made:
            assert 20 <= len(" ".join(each.paragraphs).split()) <= 90
            assert len(each.paragraphs) <= 2
            assert max(likeness(each, other) for other in made if other is not each) <= 0.2


def test_the_same_notes_give_the_same_letters_alone_and_in_the_panel(make_case, lexicon, templates, me):
    case = make_case(notes=NOTES)
    made = panel(case, me, lexicon, templates)
    assert made == panel(case, me, lexicon, templates)
    assert [letter(case, person.id, me, lexicon, templates) for person in case.people] == list(made)


def test_other_words_change_one_letter_and_no_other(make_case, lexicon, templates, me):
    case = make_case(notes=NOTES)
    before = panel(case, me, lexicon, templates)
    again = replace(case, cards=(Card(id=card_id("i", "p1"), interview="i", person="p1", variant=1),))
    after = panel(again, me, lexicon, templates)
    assert after[1].text != before[1].text
    assert [after[at].text for at in (0, 2, 3)] == [before[at].text for at in (0, 2, 3)]


@pytest.mark.parametrize("asked", [{"tone": "formal"}, {"tone": "brief"}, {"occasion": "panel"}])
def test_another_tone_or_occasion_for_one_changes_no_other_letter(make_case, lexicon, templates, me, asked):
    case = make_case(notes=NOTES)
    before = panel(case, me, lexicon, templates)
    for at in range(4):
        again = replace(case, cards=(Card(id=card_id("i", f"p{at}"), interview="i", person=f"p{at}", **asked),))
        after = panel(again, me, lexicon, templates)
        assert after[at].text != before[at].text
        assert [each.text for each in after if each.person != f"p{at}"] == [
            each.text for each in before if each.person != f"p{at}"
        ]


def test_what_the_user_typed_replaces_the_body_and_survives(make_case, lexicon, templates, me):
    typed = (Sentence("Thank you for the organ story.", origin=Origin.YOURS),)
    case = make_case(notes=NOTES)
    case = replace(case, notes=tuple(replace(note, answer=LEAVE_OUT) for note in case.notes))
    case = replace(case, cards=(Card(id=card_id("i", "p1"), interview="i", person="p1", sentences=typed),))
    assert panel(case, me, lexicon, templates)[1].sentences == typed


def test_a_later_note_joins_a_letter_that_the_user_changed(make_case, lexicon, templates, me):
    typed = (Sentence("Thank you for the organ story.", origin=Origin.YOURS),)
    case = make_case(notes=NOTES)
    case = replace(case, cards=(Card(id=card_id("i", "p1"), interview="i", person="p1", sentences=typed),))
    body = panel(case, me, lexicon, templates)[1].sentences
    assert typed[0].text in [each.text for each in body]
    assert {each.note for each in body} > {None}


def test_sentences_of_posted_cards_are_not_used_again(make_case, lexicon, templates, me):
    case = make_case(notes=NOTES)
    sent = [sentence.text for each in panel(case, me, lexicon, templates) for sentence in each.sentences if sentence.note is None]
    again = panel(case, me, lexicon, templates, avoid=sent)
    assert not {sentence.text for each in again for sentence in each.sentences} & set(sent)


def test_a_person_without_notes_is_not_finished_and_the_reason_is_named(letters):
    bare = letters(notes=((0, "she keeps bees"),))[1]
    assert not bare.finished
    assert [finding.code for finding in bare.findings if finding.level is Level.STOP] == ["no-detail"]


def test_whoever_withdrew_claims_no_interest(letters):
    for each in letters(outcome=Outcome.WITHDRAWN):
        assert "happy to join" not in each.text
        assert (
            "interest" not in " ".join(s.text for s in each.sentences if s.note is None and "candidate" not in s.text)
            or "with interest" in each.text
        )


@pytest.mark.parametrize("outcome", [Outcome.REJECTED, Outcome.NO_ANSWER])
def test_after_a_rejection_no_card_wishes_to_join(letters, outcome):
    for each in letters(outcome=outcome):
        text = " ".join(s.text for s in each.sentences if s.note is None).lower()
        assert not any(
            wish in text
            for wish in ("join", "colleague more", "work with", "belong", "if you choose me", "the position interests")
        )
        assert sum(ask in text for ask in ("in mind", "another opening")) <= 1
        assert "thank" in text


def test_the_arranger_of_the_day_has_a_card_of_another_kind(make_case, lexicon, templates, me):
    case = make_case(notes=((1, "she booked me a taxi"),), people=(("Hong Nguyen", "Hong", "she"), ("Erin Doyle", "Erin", "she")))
    case = replace(case, interview=replace(case.interview, people=("p0",), arranged_by="p1"))
    card = letter(case, "p1", me, lexicon, templates)
    assert any(word in card.text for word in ("arrang", "set up", "planning", "make my interview", "went into"))


def test_a_card_to_keep_in_touch_is_short_and_keeps_quiet_about_what_was_promised(make_case, lexicon, templates, me):
    notes = (
        *((1, text) for text in ("he keeps bees", "he repairs clocks", "he sings in a choir")),
        (1, "I promised to send him my code"),
    )
    case = make_case(notes=notes)
    case = replace(case, cards=(Card(id=card_id("i", "p1"), interview="i", person="p1", occasion="keep-in-touch"),))
    made = letter(case, "p1", me, lexicon, templates)
    assert sum(each.note is not None for each in made.sentences) == 2
    assert "in November" in made.text
    assert "will send" not in made.text


def test_an_unknown_person_is_a_key_error(make_case, lexicon, templates):
    with pytest.raises(KeyError):
        letter(make_case(notes=NOTES), "nobody", Me(), lexicon, templates)


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("Software developer", "software developer"),
        ("Staff nurse, ward 7", "staff nurse"),
        ("TIG welder", "TIG welder"),
        ("Java Developer", "Java developer"),
        ("Long-haul driver", "long-haul driver"),
        ("Brewer", "brewer"),
        ("Head of Marketing (EMEA)", "head of marketing"),
        ("", ""),
    ],
)
def test_a_position_stands_in_a_sentence_as_people_write_it(role, words, lexicon):
    assert role_words(role, lexicon) == words


@pytest.mark.parametrize(("locale", "language"), [("en_GB", "en_GB"), ("en_US", "en_US"), ("de_DE", "en"), ("", "en")])
def test_a_letter_is_in_its_template_s_language_as_the_writer_s_country_spells_it(
    make_case, lexicon, templates, locale, language
):
    writer = Me(name="Robin Ashworth", locale=locale)
    assert letter(make_case(notes=NOTES), "p0", writer, lexicon, templates).language == language
