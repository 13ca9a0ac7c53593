"""The verbs as scripts use them: what they print, what they keep, and how they take bad input."""

import contextlib
import json
import os
import sqlite3
import stat
from datetime import date
from pathlib import Path

import pytest

from followup_desktop import cli
from followup_desktop.core import changes
from followup_desktop.core.records import Channel, Touch, added
from followup_desktop.core.rhythm import to_greet
from followup_desktop.core.words import Words
from followup_desktop.store.notebook import Notebook
from followup_desktop.verbs.table import VERBS

HERE = Path(__file__).parent
INVITATION = HERE / "walk" / "invitation.ics"


@pytest.fixture
def say(tmp_path, capsys):
    """Runs the words of a command line on a notebook of the test's own; gives the exit status, output and errors."""

    def run(*words, status=0):
        try:
            wish = cli.parse(["--data", str(tmp_path / "notebook"), "--now", "2026-11-23T12:41", *map(str, words)])
            code = cli.run(wish)
        except SystemExit as stop:
            code = stop.code
        out, err = capsys.readouterr()
        assert code == status, f"{words}: {code}\n{out}{err}"
        if code == 2:
            assert err.count("\n") == 1, f"more than one line: {err}"
        return out, err

    return run


@pytest.fixture
def acme(say):
    """The invitation is in the notebook, and it is known who writes; gives `say`."""
    say("me", "--name", "Robin Ashworth", "--email", "robin@ashworth.example", "--country", "GB")
    say("import", INVITATION)
    return say


def listed(say):
    return json.loads(say("list", "--json")[0])


def test_cards_and_kit_are_made_for_a_card_of_ones_own(acme, tmp_path):
    mine = '[[stock]]\nid="own-linen"\nname="Linen"\nsheet=[220,150]\npanel=[110,150]\nfold="half"\nmedia=""\n'
    (tmp_path / "notebook" / "stock.toml").write_text(mine + '[[stock]]\nid="bad"\n')
    for verb in ("cards", "kit"):
        more = ("--drafts",) if verb == "cards" else ()
        out, err = acme(verb, "acme", "--out", tmp_path / "out.pdf", "--stock", "own-linen", *more, status=1 if more else 0)
        assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
        assert "Card size 2 is not complete" in err
        assert "out.pdf" in out
    (tmp_path / "notebook" / "stock.toml").write_text("broken")
    assert "cannot be read" in acme("kit", "acme", "--out", tmp_path / "out.pdf")[1]


def test_a_second_import_changes_nothing(acme):
    before = listed(acme)
    told = json.loads(acme("import", INVITATION, "--json")[0])
    assert (told["new"], told["changed"]) == ({}, {})
    assert told["same"]["interview"] == 1
    assert listed(acme) == before


def test_a_dry_run_writes_nothing(say):
    say("me", "--name", "Robin", "--email", "robin@ashworth.example")
    told = json.loads(say("import", INVITATION, "--dry-run", "--json")[0])
    assert told["new"]["interview"] == 1
    assert listed(say) == []


def test_a_moved_and_a_cancelled_meeting_are_followed(acme, tmp_path):
    text = INVITATION.read_text("utf-8").replace("SEQUENCE:0", "SEQUENCE:1")
    moved = tmp_path / "moved.ics"
    moved.write_text(text.replace("20261123T1", "20261124T1"), "utf-8")
    acme("import", moved)
    assert listed(acme)[0]["start"] == "2026-11-24T10:00"
    moved.write_text(text.replace("METHOD:REQUEST", "METHOD:CANCEL").replace("SEQUENCE:1", "SEQUENCE:2"), "utf-8")
    acme("import", moved)
    assert listed(acme)[0]["cancelled"] is True


def test_list_tells_people_notes_promise_and_the_next_step(acme):
    acme("note", "Acme", "Łukasz", "he runs the accessibility guild")
    acme("promise", "Acme", "within the next two weeks", "--permission", "yes", "--by", "Hong")
    (told,) = listed(acme)
    assert (told["company"], told["role"], told["zone"]) == ("Acme", "Platform engineer", "Europe/London")
    assert (told["start"], told["end"]) == ("2026-11-23T10:00", "2026-11-23T11:30")
    assert [person["card"] for person in told["people"]] == ["to-write"] * 4
    assert told["promise"] == {
        "words": "within the next two weeks",
        "earliest": told["promise"]["earliest"],
        "latest": "2026-12-07",
    }
    assert (told["permission"], told["floor"], told["best"]) == ("yes", "2026-12-08", "2026-12-09")
    assert told["next"]["what"].startswith("Write 4 cards for Acme")
    assert [note["text"] for note in told["notes"]] == ["he runs the accessibility guild"]


def test_a_note_prints_its_id_and_what_it_becomes(acme):
    identity, becomes = acme("note", "acme", "lukasz", "he runs the accessibility guild")[0].splitlines()[:2]
    assert identity == listed(acme)[0]["notes"][0]["id"]
    assert becomes.startswith("card: ")
    assert "accessibility guild" in becomes
    assert acme("note", "acme", "lukasz", "salary band 60-70k")[0].splitlines()[1].startswith("private: ")


def test_an_answered_question_becomes_a_sentence(acme):
    out = acme("note", "acme", "lukasz", "loved the tour of the lab")[0].splitlines()
    assert out[1].startswith("ask: ")
    key = out[2].split()[0]
    assert acme("answer", out[0], key)[0].startswith(("card: ", "private: "))
    assert acme("answer", out[0], "leave-out")[0].startswith("private: ")


def test_nothing_private_reaches_a_letter(acme):
    acme("note", "acme", "lukasz", "he said the salary band is 60-70k")
    acme("note", "acme", "lukasz", "he was rude about my degree")
    letters = json.loads(acme("letters", "--json")[0])
    text = " ".join(sentence["text"] for letter in letters for sentence in letter["sentences"])
    assert "60" not in text
    assert "rude" not in text


def test_letters_name_the_note_behind_each_sentence(acme):
    identity = acme("note", "acme", "lukasz", "he runs the accessibility guild")[0].splitlines()[0]
    letters = json.loads(acme("letters", "acme", "--json")[0])
    (letter,) = [each for each in letters if each["name"] == "Łukasz Wójcik"]
    assert letter["greeting"] == "Dear Łukasz Wójcik,"
    assert [each["origin"] for each in letter["sentences"] if each["note"] == identity] == ["note"]
    assert letter["finished"] is True
    assert sum(each["finished"] for each in letters) == 1


def test_the_greeting_is_how_they_are_addressed(acme):
    acme("person", "acme", "Łukasz", "--as", "Łukasz", "--pronoun", "he", "--title", "Staff engineer")
    (letter,) = [each for each in json.loads(acme("letters", "--json")[0]) if each["name"] == "Łukasz Wójcik"]
    assert letter["greeting"] == "Dear Łukasz,"
    assert len(listed(acme)[0]["people"]) == 4


def test_two_people_of_one_name_are_told_apart_by_their_address(acme):
    acme("person", "acme", "Łukasz Wójcik", "--email", "other@acme.example")
    people = listed(acme)[0]["people"]
    assert [person["name"] for person in people].count("Łukasz Wójcik") == 2
    out, err = acme("note", "acme", "Łukasz Wójcik", "he runs the guild", status=2)
    assert not out
    assert all(person["id"] in err for person in people if person["name"] == "Łukasz Wójcik")


def test_unfinished_cards_are_left_out_and_named(acme, tmp_path):
    acme("note", "acme", "lukasz", "he runs the accessibility guild")
    target = tmp_path / "cards.pdf"
    out, err = acme("cards", "--out", target, status=1)
    assert "1 card, " in out
    assert "Ελένη Παπαδοπούλου" in err
    assert "Łukasz" not in err
    assert target.stat().st_mode & 0o777 == 0o600


def test_no_finished_card_makes_no_file(acme, tmp_path):
    target = tmp_path / "cards.pdf"
    acme("cards", "--out", target, status=1)
    assert not target.exists()
    acme("cards", "--out", target, "--drafts", status=1)
    assert target.read_bytes().startswith(b"%PDF")


def test_cards_change_no_state(acme, tmp_path):
    acme("note", "acme", "lukasz", "he runs the accessibility guild")
    before = listed(acme)
    acme("cards", "--out", tmp_path / "cards.pdf", status=1)
    assert listed(acme) == before


def test_a_card_is_marked_and_taken_back(acme):
    acme("mark", "acme", "lukasz", "posted")
    assert [person["card"] for person in listed(acme)[0]["people"]].count("posted") == 1
    acme("mark", "acme", "lukasz", "to-write")
    assert [person["card"] for person in listed(acme)[0]["people"]].count("posted") == 0


def test_when_tells_dates_and_records_nothing(say, tmp_path):
    told = json.loads(say("when", "by Friday", "--on", "2026-11-23", "--json")[0])
    assert (told["latest"], told["floor"], told["best"]) == ("2026-11-27", "2026-11-30", "2026-12-01")
    none = json.loads(say("when", "we'll be in touch", "--on", "2026-11-23", "--json")[0])
    assert {none[key] for key in ("earliest", "latest", "floor", "best", "rule")} == {None}
    assert none["why"]
    assert not (tmp_path / "notebook").exists()


def test_a_touch_too_soon_is_recorded_and_asks_for_a_reason(acme):
    _, err = acme("touch", "acme", "lukasz", "email", status=1)
    assert "--reason" in err
    acme("touch", "acme", "lukasz", "call", "--on", "2027-01-20", "--reason", "they asked me to")
    assert [touch["kind"] for touch in listed(acme)[0]["touches"]] == ["email", "call"]


def test_an_outcome_can_be_opened_again(acme):
    acme("outcome", "acme", "rejected")
    assert listed(acme)[0]["outcome"] == "rejected"
    acme("outcome", "acme", "waiting")
    assert listed(acme)[0]["outcome"] == "waiting"


def test_an_interview_is_added_by_hand(say):
    identity = say("add", "Globex", "Data engineer", "--start", "2026-11-26T14:00", "--with", "Marta", "--with", "Pia Brandt")[
        0
    ].strip()
    (told,) = listed(say)
    assert (told["id"], told["start"], [person["name"] for person in told["people"]]) == (
        identity,
        "2026-11-26T14:00",
        ["Marta", "Pia Brandt"],
    )
    say("add", "Globex", "Data engineer", "--start", "2026-12-08")
    assert [each["start"] for each in listed(say)] == ["2026-11-26T14:00", "2026-12-08"]


def test_an_ambiguous_name_lists_the_choices(say):
    for role in ("Data engineer", "Data analyst"):
        say("add", "Globex", role, "--start", "2026-11-26T14:00")
    _, err = say("outcome", "globex", "offer", status=2)
    assert all(each["id"] in err for each in listed(say))
    say("outcome", "analyst", "offer")


def test_the_sample_fills_only_an_empty_notebook(say):
    say("sample")
    told = listed(say)
    assert len(told) == 5
    say("sample", status=2)
    assert listed(say) == told


def test_verbs_that_read_work_on_a_folder_that_is_not_there(say, tmp_path):
    for words in (("list", "--json"), ("agenda", "--json"), ("letters", "--json")):
        assert json.loads(say(*words)[0]) == []
    assert not (tmp_path / "notebook").exists()


@pytest.mark.parametrize("kind", ["missing", "directory", "empty", "binary", "large", "fifo"])
def test_bad_files_are_refused_in_one_line_and_change_nothing(acme, tmp_path, kind):
    bad = tmp_path / "bad.ics"
    {
        "missing": lambda: None,
        "directory": bad.mkdir,
        "empty": lambda: bad.write_bytes(b""),
        "binary": lambda: bad.write_bytes(os.urandom(4096)),
        "large": lambda: bad.write_bytes(b"BEGIN:VCALENDAR\n" + b"x" * 50_000_000),
        "fifo": lambda: os.mkfifo(bad),
    }[kind]()
    before = listed(acme)
    _, err = acme("import", bad, status=2)
    assert "bad.ics" in err
    acme("import", INVITATION, bad, status=2)
    assert listed(acme) == before


@pytest.mark.parametrize("kind", ["text", "folder", "database"])
def test_a_notebook_that_is_none_is_refused_and_left_alone(say, tmp_path, kind):
    folder = tmp_path / "notebook"
    folder.mkdir()
    file = folder / "notebook.sqlite"
    if kind == "text":
        file.write_bytes(b"not a notebook, but somebody's words")
    elif kind == "folder":
        file.mkdir()
    else:
        with contextlib.closing(sqlite3.connect(file)) as other:
            other.execute("CREATE TABLE theirs (words TEXT)")
    before = file.read_bytes() if file.is_file() else None
    say("list", status=2)
    say("add", "Acme", "Engineer", "--start", "2026-11-26", status=2)
    assert before is None or file.read_bytes() == before


def test_a_target_that_cannot_be_written_is_one_line(acme, tmp_path):
    acme("note", "acme", "lukasz", "he runs the accessibility guild")
    acme("cards", "--out", tmp_path, status=2)
    acme("cards", "--out", tmp_path / "no" / "such" / "folder" / "cards.pdf", status=2)
    assert not list(tmp_path.glob("*.tmp"))


@pytest.mark.parametrize(
    "words",
    [
        ("note", "acme"),
        ("note", "acme", "nobody", "x"),
        ("note", "nowhere", "-", "x"),
        ("note", "acme", "lukasz", "  "),
        ("mark", "acme", "lukasz", "burnt"),
        ("outcome", "acme", "perhaps"),
        ("promise", "acme", "by Friday", "--by", "nobody"),
        ("add", "Acme", "Engineer", "--start", "soon"),
        ("when", "by Friday", "--on", "Friday"),
        ("cards", "--out", "x.pdf", "--stock", "papyrus"),
        ("cards", "--out", "x.pdf", "--face", "Comic Papyrus"),
        ("answer", "nothing", "1"),
        ("--no-such-option",),
        ("list", "--no-such-option"),
    ],
)
def test_wrong_words_are_one_line_and_change_nothing(acme, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = listed(acme)
    acme(*words, status=2)
    assert listed(acme) == before
    assert not (tmp_path / "x.pdf").exists()


def test_the_notebook_is_for_its_owner_only(acme, tmp_path):
    folder = tmp_path / "notebook"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir() if file.is_file()} == {0o600}


def test_every_verb_explains_itself(say):
    for verb in VERBS:
        out, _ = say(verb, "--help")
        assert VERBS[verb].help in " ".join(out.split())


def test_odd_characters_are_taken_or_refused_never_a_traceback(acme):
    for text in ("\x00", "\ud800", "\u202e", "🙂" * 50, "a" * 20_000, "{name}", "%s", "<b>bold</b>", "'; DROP TABLE note; --"):
        try:
            acme("note", "acme", "lukasz", text)
        except AssertionError:
            acme("note", "acme", "lukasz", text, status=2)
    json.loads(acme("letters", "--json")[0])


def test_beside_an_open_window_verbs_read_and_do_not_write(acme, tmp_path):
    with Notebook.open(tmp_path / "notebook"):
        before = listed(acme)
        _, err = acme("outcome", "acme", "offer", status=2)
        assert "is open" in err
        assert listed(acme) == before


@pytest.mark.parametrize(
    ("word", "told"),
    [("lst", "there is no verb and no file “lst”; did you mean list?"), ("frobnicate", "no file “frobnicate”. See")],
)
def test_a_mistyped_verb_is_one_line_and_opens_no_window(say, word, told):
    _, err = say(word, status=2)
    assert told in err


def test_a_word_that_can_only_be_a_file_opens_the_window(say, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "invitation").write_text("")
    for word in ("missing.ics", "./list", "invitation"):
        wish = cli.parse([word])
        assert (wish.verb, wish.files) == (None, (word,))


def test_an_interview_is_added_with_the_sort_of_talk_it_was(say, tmp_path):
    say("add", "Globex", "Data engineer", "--start", "2026-11-26T14:00")
    say("add", "Initech", "Data engineer", "--start", "2026-11-27T14:00", "--talk", "phone-screen")
    with Notebook.open(tmp_path / "notebook") as notebook:
        assert [case.interview.talk for case in notebook.cases()] == ["interview", "phone-screen"]
    say("add", "Hooli", "Data engineer", "--start", "2026-11-27T14:00", "--talk", "chat", status=2)


def test_a_message_is_drafted_for_who_it_fits_and_saved_as_a_draft(acme, tmp_path):
    acme("promise", "acme", "by 3 December")
    acme("person", "acme", "lukasz", "--email", "lukasz@acme.example")
    before = listed(acme)
    told = json.loads(acme("message", "acme", "lukasz", "follow-up", "--json", status=1)[0])
    assert "3 December" in told["text"]
    assert told["mailto"].startswith("mailto:lukasz@acme.example?subject=")
    assert told["findings"] == []
    assert "is pressure" in told["too_soon"]
    draft = tmp_path / "draft.eml"
    out, _ = acme("message", "acme", "lukasz", "thank-you-email", "--tone", "brief", "--eml", draft)
    assert out.startswith("To: ")
    assert b"X-Unsent: 1" in draft.read_bytes()
    assert listed(acme) == before


@pytest.mark.parametrize(
    "words",
    [
        ("message", "acme", "lukasz", "love-letter"),
        ("message", "acme", "nobody", "follow-up"),
        ("message", "acme", "lukasz", "after-rejection"),
        ("message", "acme", "lukasz", "connect", "--eml", "x.eml"),
        ("message", "acme", "lukasz", "thank-you-email", "--eml", "none/x.eml"),
        ("message", "acme", "lukasz"),
    ],
)
def test_a_message_that_does_not_fit_is_refused_in_one_line(acme, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    acme(*words, status=2)
    assert not (tmp_path / "x.eml").exists()


CONTACTS = HERE / "exchange" / "fixtures" / "contacts"


def test_address_books_are_brought_in_once_and_skipped_entries_are_named(acme, tmp_path):
    book, table = CONTACTS / "apple.vcf", CONTACTS / "linkedin.csv"
    before = listed(acme)
    told = json.loads(acme("import", book, table, "--dry-run", "--json", status=1)[0])
    assert (told["new"], told["changed"], told["same"]) == ({"person": 6}, {}, {})
    told = json.loads(acme("import", book, table, "--json", status=1)[0])
    assert (told["new"], told["changed"], told["same"]) == ({"person": 5}, {}, {"person": 1})
    assert [each["where"] for each in told["skipped"]] == ["Acme", "Evil", "linkedin.csv:8"]
    out, err = acme("import", book, table, status=1)
    assert [line.split()[:2] for line in out.splitlines()[:3]] == [["new", "-"], ["changed", "-"], ["same", "6"]]
    assert "linkedin.csv:8: The row has no name" in err
    assert listed(acme) == before
    with Notebook.open(tmp_path / "notebook", read_only=True) as notebook:
        people = {person.name: person for person in notebook.people()}
        assert all(person.met for case in notebook.cases() for person in case.people)
    ngozi = people["Dr. Ngozi Okafor"]
    assert ngozi.address.splitlines()[-2:] == ["MOUNTAIN VIEW, CA 94043", "United States of America"]
    assert not ngozi.met


def test_an_address_book_that_is_none_is_refused_in_one_line(acme, tmp_path):
    bad = tmp_path / "bad.csv"
    for data in (b"", bytes(range(256)) * 40, (CONTACTS / "tracker.csv").read_bytes()):
        bad.write_bytes(data)
        out, err = acme("import", bad, CONTACTS / "apple.vcf", status=2)
        assert not out
        assert "bad.csv" in err


def test_a_posted_card_stays_what_went_out(acme):
    acme("note", "Acme", "Hong", "she keeps bees")
    acme("mark", "Acme", "Hong", "posted")
    sent = hongs(acme)
    acme("note", "Acme", "Hong", "she plays the cello")
    acme("outcome", "Acme", "rejected")
    assert hongs(acme) == sent
    assert any("bees" in each["text"] for each in sent)


def hongs(say):
    """The sentences on Hong's card."""
    told = json.loads(say("letters", "Acme", "--json")[0])
    return next(each["sentences"] for each in told if "Hong" in each["name"] or "Hồng" in each["name"])


def test_a_promise_without_words_and_days_in_the_wrong_order_are_refused(acme):
    before = listed(acme)
    assert "missing" in acme("promise", "Acme", " ", status=2)[1]
    assert "before the first" in acme("agenda", "--from", "2026-12-10", "--to", "2026-12-01", status=2)[1]
    assert listed(acme) == before


def test_list_agenda_and_a_chosen_day_agree(acme, tmp_path):
    acme("promise", "acme", "by Friday 4 December")
    assert [listed(acme)[0][key] for key in ("floor", "best", "chosen", "rule")] == ["2026-12-07", "2026-12-08", None, "E4"]
    with Notebook.open(tmp_path / "notebook") as notebook:
        (case,) = notebook.cases()
        notebook.apply(changes.ask_planned(case, date(2026, 12, 3), "she asked me to"))
    told = listed(acme)[0]
    assert [told[key] for key in ("floor", "best", "chosen", "rule")] == ["2026-12-03", "2026-12-03", "2026-12-03", "yours"]
    days = [(each["kind"], each["date"], each["why"]) for each in json.loads(acme("agenda", "--json")[0])]
    assert ("best", told["best"], told["why"]) in days
    acme("touch", "acme", listed(acme)[0]["people"][0]["id"], "email", "--on", "2026-12-03", "--reason", "she asked me to")
    told = listed(acme)[0]
    assert [told[key] for key in ("floor", "best", "chosen", "rule")] == ["2026-12-10", "2026-12-14", None, "E9"]
    assert acme("promise", "acme", "by Friday 4 December")[0].startswith("not before 2026-12-10, best 2026-12-14 (E9)")
    acme("outcome", "acme", "rejected")
    assert [listed(acme)[0][key] for key in ("floor", "best", "why")] == [None, None, None]


def test_a_word_about_no_interview_counts_in_the_list_as_in_the_agenda(acme, tmp_path):
    acme("outcome", "acme", "no-answer")
    with Notebook.open(tmp_path / "notebook") as notebook:
        (case,) = notebook.cases()
        word = Touch(id="w", interview=None, person=to_greet(case).id, kind=Channel.VISIT, on=date(2027, 3, 1))
        notebook.apply(added(Words("Coffee"), word))
    day = next(each["date"] for each in json.loads(acme("agenda", "--json")[0]) if each["kind"] == "keep-in-touch")
    assert day == "2027-09-01"
    assert "Your last word was on Mon 1 Mar" in acme("list")[0]
