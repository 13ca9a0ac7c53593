import pytest

from followup_desktop.core.records import LEAVE_OUT, Box, Me
from followup_desktop.letters.notes import Route, understand

FACTS = [
    ("she runs the guild and mentors two juniors", "you run the guild and mentor two juniors"),
    ("she fixes, tunes and sells pianos", "you fix, tune and sell pianos"),
    ("she doesn't drink coffee but makes great tea", "you don't drink coffee but make great tea"),
    ("she was promoted twice and has a boat", "you were promoted twice and have a boat"),
    ("shes been on nights 11 yrs & still loves it", "you have been on nights 11 years and still love it"),
    ("she'd love to see more tests", "you would love to see more tests"),
    ("she translated the docs herself", "you translated the docs yourself"),
    ("her brother and her aunt run a farm", "your brother and your aunt run a farm"),
    ("moved from Oslo, knew nobody", "you moved from Oslo and knew nobody"),
    ("when her server crashed she rebuilt it", "when your server crashed you rebuilt it"),
    ("team is moving to Rust", "the team is moving to Rust"),
    ("she has led tours of the cave for years", "you have led tours of the cave for years"),
    ("wife does the books", "your wife does the books"),
]


@pytest.mark.parametrize(("note", "told"), FACTS)
def test_facts_turn_to_you(kept, note, told):
    assert told in kept(note).sentence


def test_names_turn_in_any_script_order_and_with_titles(kept):
    assert "you studied classics" in kept("Ελένη studied classics", "Ελένη Παπαδοπούλου").sentence
    assert "you studied law" in kept("chị Hồng studied law", "Nguyễn Thị Hồng").sentence
    assert "you grew up above" in kept("小龍 grew up above a shop", "李小龍", "he").sentence
    assert "you qualified in Leeds" in kept("Mrs Nwosu qualified in Leeds", "Adaeze Nwosu").sentence
    assert "your team" in kept("James' team ships weekly", "James O'Neil", "he").sentence
    assert "you designed the lens" in kept("tanabe-san designed the lens", "Keiko Tanabe").sentence


def test_a_title_alone_is_the_reader_it_fits(kept):
    assert "you appreciated my welding" in kept("madam appreciated my welding", "Asha Rao", "she").sentence


def test_a_name_that_is_a_word_is_told_apart(kept):
    assert "you run the guild" in kept("Will runs the guild", "Will Grant", "he").sentence
    assert (
        "sending" in kept("will send me the talk", "Will Grant", "he").sentence
        or "to send me" in kept("will send me the talk", "Will Grant", "he").sentence
    )
    assert "idea jar" in kept("bright idea jar in the hall by the door is blue", "Jo Bright", "they").sentence


def test_deeds_for_the_writer_are_thanked_for_and_never_heard(said):
    for note in (
        "showed me the lab",
        "let me run a bead on 1/4 plate",
        "explained the rota clearly",
        "took me to lunch and drove me home",
    ):
        for wording in said(note).wordings:
            assert "hear" not in wording
    assert (
        said("showed me the lab and introduced me to the team").sentence
        == "Thank you for showing me the lab and introducing me to the team."
    )


def test_singular_they_is_the_reader_and_plural_they_is_not(kept):
    assert "you lead the platform team" in kept("they lead the platform team", "Alex Kim", "they").sentence
    assert "you have no on-call" in kept("they have no on-call at weekends").sentence
    assert "their own tools" in kept("she lets her team pick their own tools").sentence


def test_quotations_are_kept_to_the_letter(said):
    assert '"ship small, ship often"' in said('she said "ship small, ship often"').sentence
    assert "'children first, paperwork second'" in said("She quoted her first head: 'children first, paperwork second'.").sentence


def test_the_box_of_the_debrief_is_a_hint(said, kept):
    assert said("send my rate limiter write-up", box=Box.PROMISED).sentence == "I will send you my rate limiter write-up."
    assert said("my slides on caching", box=Box.PROMISED).sentence == "I will send you my slides on caching."
    assert said("loved the tour", box=Box.ENJOYED).sentence == "I loved the tour."
    assert said("loved the tour").route is Route.ASK
    assert said("started out repairing church organs", "Tomáš Řehák", "he", box=Box.ENJOYED).sentence == (
        "I enjoyed hearing how you started out repairing church organs."
    )
    handbook = kept("their on-call handbook: two pages, no blame", "Tomáš Řehák", "he", box=Box.LEARNED)
    assert handbook.sentence == "Your on-call handbook, two pages and no blame, has stayed with me."


def test_who_loved_it_is_asked_and_each_answer_gives_a_sentence(said):
    asked = said("they moved to weekly releases, loved it", "Tomáš Řehák", "he")
    assert str(asked.question.words) == "Who loved it, you or Tomáš Řehák?"
    assert [choice.key for choice in asked.question.choices] == ["me", "reader", "part 1", LEAVE_OUT]
    told = said("they moved to weekly releases, loved it", "Tomáš Řehák", "he", answer="reader").sentence
    assert "you moved to weekly releases and loved it" in told
    assert "I loved it" in said("they moved to weekly releases, loved it", "Tomáš Řehák", "he", answer="me").sentence
    assert said("they moved to weekly releases, loved it", answer=LEAVE_OUT).sentence is None


@pytest.mark.parametrize(
    ("note", "route"),
    [
        ("salary band 60-70k", Route.PRIVATE),
        ("comp: 140 base + 10% bonus", Route.PRIVATE),
        ("she is pregnant, leaving in May", Route.PRIVATE),
        ("he was rude about my degree", Route.PRIVATE),
        ("I rambled about my thesis", Route.PRIVATE),
        ("also have an offer from Globex", Route.PRIVATE),
        ("hear back by friday", Route.CALENDAR),
        ("second round w/c 12 May", Route.CALENDAR),
        ("told me to chase if nothing by 5/9", Route.CALENDAR),
        ("drug test then they call monday", Route.CALENDAR),
    ],
)
def test_private_and_calendar_notes_stay_off_the_card(said, note, route):
    outcome = said(note)
    assert (outcome.route, outcome.sentence) == (route, None)
    assert str(outcome.why)


def test_harmless_notes_are_not_taken_for_private(kept):
    for note in (
        "they do pay what you can fridays",
        "Acme pays for one conference a year",
        "showed me the garden on the 3rd floor",
    ):
        assert kept(note).route is Route.CARD


def test_a_part_that_is_fit_for_a_card_is_offered_and_never_put_there_unasked(said):
    note = "she keeps bees on the roof but the pay is poor"
    outcome = said(note)
    assert outcome.sentence is None
    assert "you keep bees on the roof" in str(outcome.question.words)
    assert "pay" not in said(note, answer="rest").sentence


@pytest.mark.parametrize(
    "note",
    [
        "trains",
        "latte art??",
        "bed 4 ??",
        "https://acme.example/blog",
        "they said they might",
        "her manager thinks she is ready for director",
        "Mr Hughes asked the tricky question",
        "Maria leads the design team",
        "Priya or the other one has a kayak",
        "",
        "...",
        "🙂",
    ],
)
def test_what_is_not_plain_is_asked(said, note):
    outcome = said(note)
    assert (outcome.route, outcome.sentence) == (Route.ASK, None)


def test_every_offered_answer_leads_to_a_sentence(said):
    for note in (
        "trains",
        "rock climbing!!",
        "loved the tour",
        "ex-nurse",
        "Mr Hughes asked the tricky question",
        "foreman plays the tuba",
    ):
        outcome = said(note)
        assert len(outcome.question.choices) > 1
        for choice in outcome.question.choices[:-1]:
            assert said(note, answer=choice.key).sentence, (note, choice.key)


def test_a_note_about_everybody_is_told_to_the_reader_it_is_dealt_to(make_case, lexicon):
    case = make_case(notes=((None, "the team ships every Friday"),))
    outcome = understand(case.notes[0], case, Me(), lexicon, reader=case.people[1])
    assert "the team ships every Friday" in outcome.sentence


@pytest.mark.parametrize(
    ("name", "note", "sentence"),
    [
        ('Bernadette "Bernie" Castellanos', "Bernie built the first lab", "you built the first lab"),
        ("Jean-Baptiste Moreau", "JB built the first lab", "you built the first lab"),
        ("Юлия Орлова", "Yulia built the first lab", "you built the first lab"),
        ("Ελένη Παπαδάκη", "Eleni built the first lab", "you built the first lab"),
        ("Александр Орлов", "Sasha built the first lab", "you built the first lab"),
        ("Elizabeth Ward", "Libby built the first lab", "you built the first lab"),
        ("Mateo Quispe", "chef mateo built the first lab", "you built the first lab"),
    ],
)
def test_the_reader_is_known_under_other_forms_of_the_name(said, name, note, sentence):
    assert sentence in said(note, name, "").sentence


@pytest.mark.parametrize("note", ["Zorvik built the first lab", "zorvik built the first lab"])
def test_an_unknown_name_is_asked_about_and_yes_means_the_reader(said, note):
    asked = said(note)
    assert asked.route is Route.ASK
    assert asked.question.words.text == "Is {words} {name}?"
    assert [choice.key for choice in asked.question.choices] == ["reader", "thing 1", "thing 2", LEAVE_OUT]
    assert "you built the first lab" in said(note, answer="reader").sentence


@pytest.mark.parametrize(
    "note",
    [
        "kids get to name the drill",
        "the one with the glasses",
        "her ex colleague at the Post",
        "he told the other one he owed him a shift",
        "badge check takes 3 weeks then she calls",
        "I got flustered and forgot the second half",
        "her 2xy daughter crashed the call",
    ],
)
def test_short_forms_pointers_and_slips_never_stand_on_a_card(said, note):
    assert said(note).sentence is None
    assert said(note, "Omar Haddad", "he").sentence is None


def test_a_deed_and_what_always_holds_are_two_sentences(said):
    text = said("showed me the data hall herself, knows everyone by name").sentence
    assert text.startswith("Thank you for showing me the data hall yourself. ")
    assert "that you know everyone by name" in text
