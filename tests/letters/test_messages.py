"""Messages by mail and to paste: what each kind says, what none ever says, and how a twin differs from every card."""

import random
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from followup_desktop.core.records import (
    Card,
    CardState,
    Channel,
    Level,
    Me,
    Outcome,
    Permission,
    Person,
    Promise,
    Sentence,
    Talk,
    Touch,
    Workdays,
    card_id,
)
from followup_desktop.letters import messages
from followup_desktop.letters.compose import panel
from followup_desktop.letters.message_check import look_over, mended, sentences_of
from followup_desktop.letters.messages import day_words, kinds_for, too_soon
from followup_desktop.letters.template_set import gather

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 12, 4)
NOW = datetime(2026, 12, 4, 12, tzinfo=ZoneInfo("Europe/London"))
DAYS = Workdays("GB")
NOTES = (
    (0, "began her career as a technical writer"),
    (0, "showed me the data hall"),
    (0, "asked early about my salary of 83 k"),
    (1, "started out repairing church organs"),
    (2, 'she said "ship small, ship often"'),
    (3, "they lead the platform team"),
    (None, "the team ships every Friday"),
)
ME = Me(name="Robin Ashworth")
TONES = ("warm", "formal", "brief")


def promised(case, latest=date(2026, 12, 3), by="p0"):
    heard = Promise(id="p", interview="i", words="by 3 December", latest=latest, by=by, heard=case.interview.day)
    return replace(case, promises=(heard,))


def touched(case, person="p0", on=date(2026, 12, 7)):
    touch = Touch(id=f"t{len(case.touches)}", interview="i", person=person, kind=Channel.EMAIL, on=on)
    return replace(case, touches=(*case.touches, touch))


def ended(case, outcome, on=date(2026, 12, 1)):
    return replace(case, interview=replace(case.interview, outcome=outcome, outcome_on=on))


@pytest.fixture
def write(lexicon, templates, me):
    def compose(case, kind, person="p0", today=TODAY, **wishes):
        return messages.message(case, person, kind, me, lexicon, templates, today, **wishes)

    return compose


def inside(body):
    """The sentences between greeting and sign-off."""
    return [sentence for sentence in sentences_of(body) if sentence[-1] in ".!?"]


# --- the question how things stand (E13, E15, E16) --------------------------------------------------------------------------


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("turn", range(5))
def test_a_follow_up_names_position_and_date_asks_both_questions_and_is_short(make_case, write, tone, turn):
    case = promised(make_case(notes=NOTES))
    made = write(case, "follow-up", tone=tone, turn=turn)
    assert made.body.startswith("Dear Hồng,\n\n")
    assert made.body.endswith("\nRobin Ashworth")
    assert "platform engineer" in made.body
    assert "3 December" in made.body
    assert re.search(r"\bfilled\b", made.body)
    assert made.body.count("?") >= 1
    assert re.search(r"interest|like to do|glad", made.body)
    assert len(made.body.split()) <= 120
    assert made.subject == "The platform engineer position at Acme"
    assert made.findings == ()


def test_the_second_touch_says_it_in_other_words(make_case, write):
    for tone in TONES:
        case = promised(make_case())
        first, second = write(case, "follow-up", tone=tone), write(touched(case), "follow-up", tone=tone)
        assert not set(inside(first.body)) & set(inside(second.body))
        assert "3 December" in second.body


def test_without_a_promise_or_with_an_open_one_no_date_is_made_up(make_case, write):
    case = make_case()
    after = Promise(id="p", interview="i", words="after the 15th", earliest=date(2026, 12, 16), heard=case.interview.day)
    for told in (case, replace(case, promises=(after,))):
        made = write(told, "follow-up")
        assert re.findall(r"\d+", made.body) == ["23"]
        assert made.findings == ()


def test_an_agency_is_asked_about_the_company_and_thanked_for_no_talk(make_case, write):
    case = make_case()
    agent = Person(id="agent", name="Jo Bell", title="Recruitment consultant", company="Hirewell", email="jo@hirewell.example")
    case = promised(replace(case, people=(*case.people, agent), interview=replace(case.interview, arranged_by="agent")))
    assert kinds_for(case, "agent", NOW) == ("follow-up",)
    for turn in range(4):
        made = write(case, "follow-up", "agent", turn=turn)
        assert "Acme" in made.body
        assert not re.search(
            r"\b(?:your (?:team|decision|choice)|you (?:decide|planned|said)|our (?:talk|conversation)|meet you)\b", made.body
        )
        assert made.findings == ()
        assert made.to == "jo@hirewell.example"
    assert "right-person" in {finding.code for finding in write(case, "follow-up").findings}


def test_an_american_writes_the_month_first(make_case, lexicon, templates, me):
    made = messages.message(promised(make_case()), "p0", "follow-up", replace(me, country="US"), lexicon, templates, TODAY)
    assert "December 3" in made.body
    assert "November 23" in made.body


@pytest.mark.slow
def test_what_is_not_known_leaves_no_hole(make_case, write):
    for role, company in (("", "Acme"), ("Platform engineer", ""), ("", "")):
        case = make_case(notes=NOTES)
        case = replace(case, interview=replace(case.interview, role=role, company=company))
        for kind in ("follow-up", "thank-you-email", "after-rejection", "keep-in-touch-email", "connect"):
            for tone in TONES:
                for turn in range(6):
                    made = write(case, kind, tone=tone, turn=turn)
                    assert made.subject or kind == "connect"
                    for text in (made.subject, made.body):
                        assert not re.search(r"[{}\[\]]|  | [.,?]|\b(?:at|the|for|of|in|about)[.,?]", text), text


REPROACHES = (
    "Since I haven't heard from you, I wanted to ask about the position.",
    "As I have not heard back from you yet, may I ask whether the position is filled?",
    "Because I did not receive an answer, I am writing again.",
    "I am still waiting for your answer.",
    "I have been waiting for two weeks.",
    "I have been patiently waiting for news.",
    "As I said, I would be glad to join you.",
    "As I mentioned in my last e-mail, I am very interested.",
    "Like I said before, the work appeals to me.",
    "As I’ve already explained, I could start in May.",
    "As per my previous email, I would like to know how things stand.",
    "Despite my two messages, nothing has come.",
    "You have not replied to my message.",
    "You never got back to me.",
    "Nobody has been in touch.",
    "No one called me.",
    "You promised to decide by Friday.",
    "You said you would let me know by Friday.",
    "You told me that someone would call.",
    "You were going to call me last week.",
    "I was told to expect an answer by now.",
    "I should have heard from you by now.",
    "Your silence worries me.",
    "It has been two weeks since our talk.",
    "The date has passed.",
    "The deadline has come and gone.",
    "Did you get my last e-mail?",
    "Have you even read my message?",
    "My last e-mail went unanswered.",
    "Your answer is overdue.",
    "Why have you not answered?",
    "How much longer will it take?",
    "I had hoped to hear from you by Friday.",
    "I expected to hear by now.",
    "I have yet to hear from you.",
    "I haven't received any reply.",
    "I still have not had an answer.",
    "There is still no word from you.",
    "This is a reminder.",
    "I must once again ask for an answer.",
    "Could you finally let me know?",
    "I would appreciate the courtesy of a reply.",
    "I feel ignored, or are you ignoring me?",
    "You forgot to call.",
)
KIND = (
    "I enjoyed hearing how you began as a technical writer.",
    "I have not forgotten that you showed me the data hall.",
    "As you said, small releases are safer.",
    "You said that ship small, ship often is the rule, and it stayed with me.",
    "I had not heard of your on-call handbook before.",
    "I did not get to tell you about my work on compilers.",
    "It has been a pleasure.",
    "My interest is as strong as ever.",
    "May I ask whether the position has been filled?",
    "A decision was planned by 3 December.",
    "I look forward to the chance to work with you.",
    "I am still very interested.",
    "You mentioned a decision by 3 December.",
    "If not, would further information help?",
    "I saw your talk last week.",
    "You have been very kind.",
    "Thank you for your patience with my questions.",
    "I would be glad to answer any further questions.",
    "Would it help if I sent you my portfolio again?",
    "As the decision was planned by 3 December, may I ask how things stand?",
    "I still think of the data hall.",
    "Since our talk I have read about your release train.",
    "You never tire of explaining things, and I liked that.",
    "I heard that the team ships every Friday.",
    "Is there a good time to call?",
    "The position is one that I would take up gladly.",
    "I have already read the handbook you recommended.",
    "We waited for the lift together and talked about bees.",
    "I know that such decisions take their time.",
    "There is no hurry at all.",
)


def codes(text, case, kind="follow-up"):
    found = look_over(kind, "", f"Dear Hồng,\n\n{text}\n\nKind regards,\nRobin Ashworth", case, "p0", ME)
    return {finding.code for finding in found}


@pytest.mark.parametrize("text", REPROACHES)
def test_a_reproach_is_found_and_one_press_takes_it_away(make_case, text):
    case = make_case()
    assert "reproach" in codes(text, case)
    body = f"Dear Hồng,\n\nThank you for the talk. {text} I wish you a good week.\n\nKind regards,\nRobin Ashworth"
    for _ in range(3):
        found = [each for each in look_over("follow-up", "", body, case, "p0", ME) if each.code == "reproach"]
        if not found:
            break
        body = mended(found[0], body, case, ME)
    assert "reproach" not in {each.code for each in look_over("follow-up", "", body, case, "p0", ME)}
    assert body.startswith("Dear Hồng,\n\nThank you for the talk. ")
    assert body.endswith(" I wish you a good week.\n\nKind regards,\nRobin Ashworth")
    assert not re.search(r"  |\s[.,]|[.?] [a-z]", body)


@pytest.mark.parametrize("text", KIND)
def test_a_kind_sentence_is_no_reproach(make_case, text):
    case = make_case(notes=NOTES)
    assert not codes(text, case) & {"reproach", "chances"}
    assert "arguing" not in codes(text, case, "after-rejection")


def test_only_the_reproach_goes_where_the_rest_of_its_sentence_says_something(make_case):
    case = make_case()
    body = "Dear Hồng,\n\nSince I haven’t heard from you, may I ask whether the position is filled?\n\nRobin Ashworth"
    (finding,) = (each for each in look_over("follow-up", "", body, case, "p0", ME) if each.code == "reproach")
    assert mended(finding, body, case, ME) == "Dear Hồng,\n\nMay I ask whether the position is filled?\n\nRobin Ashworth"


@pytest.mark.parametrize(
    "text",
    [
        "Could you tell me what my chances are?",
        "Am I still in the running?",
        "How did I do?",
        "Do you think I would fit in?",
        "Did I get the job?",
        "What was your impression of me?",
        "Have I been shortlisted?",
        "Do I stand a chance?",
    ],
)
def test_asking_for_a_verdict_on_oneself_is_told(make_case, text):
    assert "chances" in codes(text, make_case())


def test_a_follow_up_that_lacks_something_is_told_what(make_case):
    case = promised(make_case())
    text = "I would like to know more."
    assert codes(text, case) >= {"no-position", "no-date", "no-question", "no-help"}
    body = f"Dear Hồng,\n\n{text}\n\nKind regards,\nRobin Ashworth"
    for code in ("no-date", "no-question", "no-help"):
        (finding,) = (each for each in look_over("follow-up", "", body, case, "p0", ME) if each.code == code)
        body = mended(finding, body, case, ME)
    assert body.startswith(f"Dear Hồng,\n\n{text} A decision was planned by 3 December. May I ask")
    assert body.endswith("help?\n\nKind regards,\nRobin Ashworth")
    assert look_over("follow-up", "", body, case, "p0", ME) == ()
    assert "too-long" in codes("word " * 130 + ".", case)
    assert "placeholder" in codes("The {role} position.", case)
    assert "pay" in codes("The salary of $ 80 000 would suit me.", case)


# --- after a no (E39) -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tone", TONES)
def test_after_a_no_come_thanks_a_wish_to_be_remembered_and_to_connect_and_at_most_one_question(make_case, write, tone):
    case = ended(make_case(notes=NOTES), Outcome.REJECTED)
    bodies = set()
    for person in case.people:
        for turn in range(4):
            made = write(case, "after-rejection", person.id, tone=tone, turn=turn)
            assert re.search(r"\bthank", made.body, re.IGNORECASE)
            assert re.search(r"in mind|hear of it|thought of", made.body)
            assert re.search(r"\bconnect", made.body)
            assert made.body.count("?") <= 1
            assert not re.search(r"\bbut\b|\bhowever\b|\bunfortunately\b", made.body)
            assert not {finding.code for finding in made.findings} & {"arguing", "questions", "no-thanks"}
        bodies.add(tuple(inside(write(case, "after-rejection", person.id, tone=tone).body)))
    assert len(bodies) == len(case.people)


@pytest.mark.parametrize(
    "text",
    [
        "I disagree with your decision.",
        "I think this is a mistake.",
        "Please reconsider.",
        "I do not understand why I was turned down.",
        "Why was I not chosen?",
        "I believe I was better qualified.",
        "I was surprised by the answer.",
        "You should have chosen me.",
        "I felt that I was treated badly.",
    ],
)
def test_arguing_with_a_no_is_told(make_case, text):
    case = ended(make_case(), Outcome.REJECTED)
    assert "arguing" in codes(text, case, "after-rejection")


def test_to_ask_to_be_kept_in_mind_is_no_begging(make_case):
    case = ended(make_case(), Outcome.REJECTED)
    assert codes("Thank you. Please keep me in mind for another opening.", case, "after-rejection") == set()


def test_a_second_question_after_a_no_is_told_and_goes_with_one_press(make_case):
    case = ended(make_case(), Outcome.REJECTED)
    body = "Dear Hồng,\n\nThank you. What could I do better? Who was chosen?\n\nRobin Ashworth"
    (finding,) = (each for each in look_over("after-rejection", "", body, case, "p0", ME) if each.code == "questions")
    assert mended(finding, body, case, ME) == "Dear Hồng,\n\nThank you. What could I do better?\n\nRobin Ashworth"


# --- a hello (E43) ----------------------------------------------------------------------------------------------------------


def test_a_hello_has_one_reason_from_that_persons_notes_and_is_no_request_every_time(make_case, write):
    case = ended(make_case(notes=NOTES), Outcome.REJECTED)
    requests = []
    for turn in range(4):
        body = write(case, "keep-in-touch-email", turn=turn).body
        assert ("technical writer" in body) + ("data hall" in body) == 1
        assert "Friday" not in body
        assert len(body.split()) <= 90
        requests.append("opening" in body)
    assert requests.count(True) == 1
    other = write(case, "keep-in-touch-email", "p1")
    assert "church organs" in other.body
    assert other.findings == ()


def test_a_hello_without_a_reason_says_so(make_case, write):
    made = write(ended(make_case(notes=((0, "hm, the release train?"),)), Outcome.REJECTED), "keep-in-touch-email")
    assert [finding.code for finding in made.findings] == ["no-detail"]


# --- the twin of a card (E23, E24) ------------------------------------------------------------------------------------------


def rows():
    head, *lines = (DATA / "notes_visible.tsv").read_text(encoding="utf-8").splitlines()
    return [dict(zip(head.split("\t"), line.split("\t"), strict=False)) for line in lines]


def words_of(texts):
    runs = set()
    for text in texts:
        run = re.sub(r"\W+", " ", text.casefold()).split()
        runs.update(zip(run, run[1:], run[2:], strict=False))
    return runs


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_a_twin_shares_no_sentence_with_any_card_and_reads_unlike_all(make_case, write, lexicon, templates, me, seed):
    rng = random.Random(seed)  # noqa: S311  (the same panels every time)
    told = [row for row in rows() if row["route"] in ("card", "private", "calendar")]
    people = list(dict.fromkeys((row["interviewer"], "", row["pronoun"]) for row in told))
    for _ in range(6):
        met = tuple(rng.sample(people, rng.randint(1, 10)))
        notes = []
        for at, (name, _, _) in enumerate(met):
            own = [row for row in told if row["interviewer"] == name]
            notes += [(at, row["note"]) for row in rng.sample(own, min(len(own), rng.randint(1, 4)))]
        case = make_case(met, tuple(notes))
        tone = rng.choice(TONES)
        cards = panel(case, me, lexicon, templates)
        on_cards = {part for card in cards for each in card.sentences for part in (each.text, *sentences_of(each.text))}
        on_cards |= {card.closing for card in cards}
        twins = [write(case, "thank-you-email", person.id, tone=tone, today=case.interview.day) for person in case.people]
        seen = set()
        for twin, card in zip(twins, cards, strict=True):
            said = inside(twin.body)
            assert said
            assert not set(twin.body.split("\n")) & {other.closing for other in cards}
            assert not set(said) & on_cards
            assert not set(said) & seen
            seen |= set(said)
            theirs = words_of(sentence.text for sentence in card.sentences)
            mine = words_of(said)
            assert len(mine & theirs) / len(mine | theirs) <= 0.2
            assert re.search(r"thank|obliged|appreciat", twin.body, re.IGNORECASE)


def test_a_twin_tells_something_else_where_the_notes_have_it(make_case, write, lexicon, templates, me):
    notes = tuple(
        (0, text) for text in ("she keeps bees", "showed me the data hall", "she runs marathons", "she grew up in Leeds")
    )
    case = make_case(notes=(*notes, (0, "she collects old maps"), (0, "she speaks Finnish")))
    card = panel(case, me, lexicon, templates)[0]
    body = write(case, "thank-you-email").body
    there = [word for word in ("bees", "hall", "marathons", "Leeds", "maps", "Finnish") if word in body]
    assert 1 <= len(there) <= 2
    assert not any(word in card.text for word in there)


def test_a_twin_differs_from_the_card_as_the_user_left_it_and_as_it_was_printed(make_case, write):
    case = make_case(notes=((0, "she keeps bees"),))
    first = write(case, "thank-you-email")
    sentences = inside(first.body)
    left = Card(
        id=card_id("i", "p0"),
        interview="i",
        person="p0",
        sentences=tuple(Sentence(text) for text in sentences[:1]),
        state=CardState.PRINTED,
        printed_text="Dear Hồng,\n\n" + " ".join(sentences) + "\n\nKind regards,",
    )
    second = write(replace(case, cards=(left,)), "thank-you-email")
    assert not set(inside(second.body)) & set(sentences)


def test_what_went_to_that_employer_before_is_not_said_again(make_case, write):
    case = make_case(notes=NOTES)
    for kind in ("thank-you-email", "after-rejection", "keep-in-touch-email", "follow-up"):
        first = inside(write(case, kind).body)
        assert not set(first) & set(inside(write(case, kind, avoid=first).body))


def test_a_twin_thanks_whoever_interviewed_and_nobody_else(make_case):
    case = make_case()
    host = Person(id="host", name="Erin Doyle")
    case = replace(case, people=(*case.people, host), interview=replace(case.interview, arranged_by="host", contact="p0"))
    assert "thank-you-email" in kinds_for(case, "p0", NOW)
    assert "thank-you-email" not in kinds_for(case, "host", NOW)


# --- the text to connect ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("name", ["Hong", "Ann-Sophie von und zu Hohenlohe-Langenburg " * 2, "x" * 290, "👩‍💻" * 40])
def test_a_text_to_connect_fits_and_is_made_of_whole_sentences(make_case, write, tone, name):
    for note in ("she keeps bees", "told me how she " + "rebuilt the old mill by the river and " * 5 + "sold it"):
        case = make_case(((name, "", "she"),), ((0, note),), company="Acme " * 20, role="Platform engineer " * 10)
        for turn in range(4):
            body = write(case, "connect", tone=tone, turn=turn).body
            assert 0 < len(body) <= 300
            assert body.split("\n")[-1] in ("Robin Ashworth", "") or body[-1] in ".?"
            assert all(sentence[-1] in ".?," or sentence in (name.strip(), "Robin Ashworth") for sentence in sentences_of(body))


def test_a_text_to_connect_has_one_detail_where_it_fits(make_case, write):
    body = write(make_case(notes=NOTES), "connect").body
    assert ("technical writer" in body) + ("data hall" in body) == 1
    assert body.startswith("Dear Hồng,\n")
    assert body.endswith("\nRobin Ashworth")
    assert write(make_case(notes=NOTES), "connect").subject == ""


def test_too_long_a_text_to_connect_is_stopped_and_cut_at_a_sentence(make_case):
    case = make_case(notes=NOTES)
    body = "Dear Hồng,\n" + "I enjoyed hearing how you began as a technical writer. " * 8 + "\nRobin Ashworth"
    (finding,) = (each for each in look_over("connect", "", body, case, "p0", ME) if each.code == "too-long")
    assert finding.level is Level.STOP
    cut = mended(finding, body, case, ME)
    assert len(cut) <= 300
    assert cut.endswith("writer.\nRobin Ashworth")


# --- all of them ------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_nothing_private_stands_in_any_message(make_case, write):
    private = [row for row in rows() if row["route"] == "private"]
    for at in range(0, len(private), 3):
        some = private[at : at + 3]
        case = make_case(notes=(*((0, row["note"]) for row in some), (0, "she keeps bees")))
        bare = make_case(notes=((0, "she keeps bees"),))
        for kind in ("thank-you-email", "follow-up", "after-rejection", "keep-in-touch-email", "connect"):
            text = write(case, kind).body
            known = set(
                re.findall(r"\w{4,}", (write(bare, kind).body + "".join(write(bare, kind, turn=t).body for t in range(14))))
            )
            noted = set(re.findall(r"\w{4,}", " ".join(row["note"] for row in some))) - known
            assert not noted & set(re.findall(r"\w{4,}", text)), (text, some)


def test_the_greeting_is_the_cards(make_case, write, lexicon, templates, me):
    case = make_case(notes=NOTES)
    for person, card in zip(case.people, panel(case, me, lexicon, templates), strict=True):
        for kind in ("thank-you-email", "follow-up", "after-rejection", "keep-in-touch-email", "connect"):
            assert write(case, kind, person.id).body.startswith(card.greeting + "\n")


def test_somebody_else_and_an_unknown_kind_are_refused(make_case, write):
    with pytest.raises(KeyError):
        write(make_case(), "follow-up", "nobody")


@pytest.mark.parametrize(
    ("ago", "words"),
    [(0, "today"), (1, "yesterday"), (2, "on Wednesday"), (6, "on Saturday"), (7, "on 27 November"), (400, "on 30 October 2025")],
)
def test_the_day_of_the_talk_is_said_as_it_is_read(ago, words):
    assert day_words(TODAY - timedelta(days=ago), TODAY, "GB") == words


def test_which_messages_fit_depends_on_how_it_stands(make_case):
    case = make_case()
    posted = Card(id=card_id("i", "p0"), interview="i", person="p0", state=CardState.POSTED, posted_at=NOW)
    soon = NOW.replace(month=11, day=23, hour=18)
    assert kinds_for(case, "p0", soon)[0] == "thank-you-email"
    assert kinds_for(replace(case, cards=(posted,)), "p0", soon)[0] == "follow-up"
    assert kinds_for(case, "p0", NOW)[0] == "follow-up"
    assert kinds_for(case, "p0", NOW - timedelta(days=20)) == ()
    assert kinds_for(case, "nobody", NOW) == ()
    rejected = ended(case, Outcome.REJECTED)
    assert kinds_for(rejected, "p0", NOW) == ("after-rejection", "keep-in-touch-email", "connect")
    assert kinds_for(touched(rejected), "p0", NOW)[0] == "keep-in-touch-email"
    for outcome in (Outcome.WITHDRAWN, Outcome.DECLINED, Outcome.ACCEPTED, Outcome.NO_ANSWER):
        assert kinds_for(ended(case, outcome), "p0", NOW) == ("keep-in-touch-email", "connect")
    talk = replace(case, interview=replace(case.interview, talk=Talk.INFORMATIONAL))
    assert "follow-up" not in kinds_for(talk, "p0", NOW)


def test_too_soon_is_explained_by_what_the_message_is_for(make_case):
    case = promised(make_case())
    assert "not before" in str(too_soon(case, "follow-up", date(2026, 12, 1), DAYS))
    assert too_soon(case, "follow-up", TODAY, DAYS) is None
    assert too_soon(case, "thank-you-email", case.interview.day, DAYS) is None
    refused = replace(case, interview=replace(case.interview, permission=Permission.NO))
    assert "rather not" in str(too_soon(refused, "follow-up", TODAY, DAYS))
    no = ended(case, Outcome.REJECTED)
    assert "A day later" in str(too_soon(no, "after-rejection", date(2026, 12, 1), DAYS))
    assert too_soon(no, "after-rejection", date(2026, 12, 2), DAYS) is None
    assert too_soon(touched(no, "p1", on=date(2026, 12, 2)), "after-rejection", TODAY, DAYS) is None
    assert "Quiet until" in str(too_soon(touched(no, on=date(2026, 12, 2)), "keep-in-touch-email", TODAY, DAYS))
    assert too_soon(touched(no, on=date(2026, 12, 2)), "keep-in-touch-email", date(2027, 1, 4), DAYS) is None


def test_a_template_of_the_users_own_is_used_and_a_broken_one_is_told(make_case, lexicon, me):
    shipped = {path.name: path.read_text("utf-8") for path in (DATA.parents[2] / "resources" / "templates").glob("*.txt")}
    head = "---\nname: Mine\noccasion: follow-up\ntone: warm\nlanguage: en\nsubject: About {names}, {month}\n---\n"
    mine = head + "Hello {first},\n\nMay I ask about the {role} position that {names} spoke of {month}?\n\nBye,\n\n{me}\n"
    case = promised(make_case())
    made = messages.message(case, "p0", "follow-up", me, lexicon, gather(shipped, {"mine.txt": mine}), TODAY)
    assert made.subject == "About Tomáš Řehák, Ngozi Okafor and Alex Kim, in November"
    assert made.body.startswith("Hello Hồng,\n\nMay I ask about the platform engineer position that Tomáš Řehák")
    broken = gather(shipped, {"follow-up-warm.txt": mine.replace("{first}", "{frist}")})
    made = messages.message(case, "p0", "follow-up", me, lexicon, broken, TODAY)
    assert made.body.startswith("Dear Hồng,")
    assert [finding.code for finding in made.findings] == ["template"]


PREPOSITION = re.compile(r"\b(?:since|for|of|to|from|after|before|by|in|with|about|at|and|that|than) \{day\}")


def test_every_shipped_wording_bears_the_day_as_it_is_said(templates):
    kinds = {"thank-you-email", "follow-up", "after-rejection", "keep-in-touch-email", "connect"}
    shipped = [each for each in templates.templates if each.occasion in kinds]
    assert {(each.occasion, each.tone) for each in shipped} == {(kind, tone) for kind in kinds for tone in TONES}
    for template in shipped:
        for block in (block for paragraph in template.paragraphs for block in paragraph):
            assert not [way for way in block.ways if PREPOSITION.search(way)]


def test_a_note_that_would_read_as_a_reproach_or_as_arguing_is_told_in_no_message(make_case, write):
    notes = ((0, "she promised to send me the roadmap"), (0, "doesn't believe in hero culture"))
    case = ended(make_case(notes=notes), Outcome.REJECTED)
    for kind in ("after-rejection", "keep-in-touch-email", "thank-you-email", "connect"):
        for turn in range(4):
            assert "promised" not in write(case, kind, turn=turn).body
    assert "believe" not in write(case, "after-rejection").body


def test_what_is_drafted_has_no_finding_but_that_nothing_was_noted(make_case, write):
    rng = random.Random(3)  # noqa: S311  (the same notes every time)
    told = [row for row in rows() if row["route"] == "card" and row["company"] in ("Acme", "Globex", "Initech")]
    for row in rng.sample(told, min(len(told), 24)):
        case = promised(make_case(((row["interviewer"], "", row["pronoun"]),), ((0, row["note"]),), row["company"], row["role"]))
        for kind in ("thank-you-email", "follow-up", "after-rejection", "keep-in-touch-email", "connect"):
            made = write(case, kind, tone=rng.choice(TONES), turn=rng.randrange(6))
            assert {finding.code for finding in made.findings} <= {"no-detail"}, made.body
