"""Promises from the command line: a note tells what it promises, and lists and agenda hold it for scripts."""

import json
from pathlib import Path

import pytest

from followup_desktop import cli

INVITATION = Path(__file__).parent / "walk" / "invitation.ics"


@pytest.fixture
def say(tmp_path, capsys):
    """Runs a command line on a notebook that holds the invitation; gives what it prints."""

    def run(*words, now="2026-11-23T12:41"):
        code = cli.run(cli.parse(["--data", str(tmp_path / "notebook"), "--now", now, *map(str, words)]))
        out, err = capsys.readouterr()
        assert code == 0, err
        return out

    run("me", "--name", "Robin Ashworth", "--email", "robin@ashworth.example", "--country", "GB", "--locale", "en_GB")
    run("import", INVITATION)
    return run


def interview(say):
    return json.loads(say("list", "--json"))[0]


def test_a_note_with_a_promise_makes_a_task(say):
    about = interview(say)["people"][0]
    told = say("note", "Acme", about["name"], "lovely office; promised to send my slides by Friday").splitlines()
    assert told[-1] == "task: Send my slides, by 2026-11-27"
    (task,) = interview(say)["tasks"]
    assert task["note"] == told[0]
    assert {key: task[key] for key in ("person", "words", "mine", "due", "done")} == {
        "person": about["id"],
        "words": "Send my slides",
        "mine": True,
        "due": "2026-11-27",
        "done": None,
    }
    (entry,) = [each for each in json.loads(say("agenda", "--json")) if each["kind"] == "task"]
    assert (entry["date"], entry["task"], entry["done"], entry["title"]) == ("2026-11-27", task["id"], False, "Send my slides")


def test_private_words_are_not_in_list_and_agenda(say):
    about = interview(say)["people"][0]
    say("note", "Acme", about["name"], "I promised to share my salary expectations by Friday")
    (task,) = interview(say)["tasks"]
    assert task["words"].startswith("Keep your promise to ")
    assert "salary" not in say("agenda") + say("agenda", "--json")


def test_a_new_name_is_in_the_words(say):
    about = interview(say)["people"][0]
    say("person", "Acme", about["name"], "--pronoun", "she")
    say("note", "Acme", about["name"], "I'll send her my slides by Friday")
    say("person", "Acme", about["name"], "--as", "Boss")
    assert interview(say)["tasks"][0]["words"] == "Send Boss my slides"


def test_a_promise_is_ticked_off_opened_again_and_put_on_another_day(say):
    say("note", "Acme", interview(say)["people"][0]["name"], "promised to send my slides by Friday")
    assert say("task", "slides", "done").endswith("Send my slides  (done 2026-11-23)\n")
    assert interview(say)["tasks"][0]["done"] == "2026-11-23"
    assert say("task", "Acme, send", "open").endswith("(due 2026-11-27)\n")
    assert say("task", interview(say)["tasks"][0]["id"], "due", "2026-12-01").endswith("(due 2026-12-01)\n")
    assert "Send my slides  (no day)" in say("task", "slides", "due", "none")
    assert "Send my slides  (no day)" in say("list")
    assert interview(say)["tasks"][0]["due"] is None


@pytest.mark.parametrize(
    "words", [("slides", "due"), ("slides", "open", "2026-11-24"), ("slides", "done", "none"), ("pears", "done")]
)
def test_what_a_promise_cannot_be_is_said_and_nothing_changes(say, tmp_path, words):
    say("note", "Acme", interview(say)["people"][0]["name"], "promised to send my slides by Friday")
    before = say("list", "--json")
    wish = cli.parse(["--data", str(tmp_path / "notebook"), "--now", "2026-11-23T12:41", "task", *words])
    assert cli.run(wish) == 2
    capture = say("list", "--json")
    assert capture[capture.index("[") :] == before
