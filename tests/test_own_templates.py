"""Templates in the data folder reach the letters: of the command line, and of a window that is open while they change."""

import json
import os

import pytest

from followup_desktop import cli, shipped
from followup_desktop.store.own_templates import OwnTemplates

MINE = """---
name: Mine
occasion: interview
tone: warm
---
Hello {first},

Thank you for the {role} talk {day}.
{details}

I liked it at {company}.

Cheers,

{me}
"""


@pytest.fixture
def say(tmp_path, capsys):
    """Runs the words of a command line on a notebook of the test's own; gives what it printed."""

    def run(*words):
        cli.run(cli.parse(["--data", str(tmp_path), "--now", "2026-11-23T12:41", *words]))
        return capsys.readouterr().out

    run("me", "--name", "Robin Ashworth")
    run("add", "Acme", "Welder", "--start", "2026-11-23T10:00", "--with", "Priya Raman")
    run("note", "Acme", "Priya", "she keeps bees")
    return run


@pytest.fixture
def keep(tmp_path):
    """Puts a template of the user's into the data folder, as an editor would."""

    def put(text, name="mine.txt"):
        folder = tmp_path / "templates"
        folder.mkdir(exist_ok=True)
        data = text if isinstance(text, bytes) else text.encode()
        (folder / name).write_bytes(data)

    return put


def warned(say):
    (letter,) = json.loads(say("letters", "--json"))
    return [finding["text"] for finding in letter["findings"] if finding["code"] == "template"]


def test_an_own_template_writes_the_letters_of_the_command_line(say, keep):
    keep(MINE)
    told = say("letters")
    assert "Hello Priya Raman," in told
    assert "Thank you for the welder talk on Monday." in told
    assert "Cheers," in told
    assert not warned(say)


def test_a_broken_one_is_told_with_file_line_and_fault_and_stops_nothing(say, keep):
    keep(MINE.replace("{company}", "{compny}"))
    told = say("letters")
    assert "Dear Priya Raman," in told
    assert "not finished" not in told
    assert "Your template “mine.txt” cannot be used, so the built-in one stands in. Line 11: There is no field “{compny}”" in told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (MINE.encode().replace(b"liked", b"lik\xe9d"), "UTF-8"),
        (MINE + "x" * 21_000, "20 kB"),
        ("", "begins with a line of three hyphens"),
    ],
)
def test_a_file_that_is_no_template_is_told_too(say, keep, text, words):
    keep(text, "interview-warm.txt")
    (told,) = warned(say)
    assert words in told


def test_an_own_template_writes_messages_too(say, keep):
    keep(MINE.replace("occasion: interview", "occasion: thank-you-email").replace("tone: warm", "tone: warm\nsubject: My thanks"))
    told = say("message", "Acme", "Priya", "thank-you-email")
    assert "Subject: My thanks" in told
    assert "Hello Priya Raman," in told


def test_other_files_in_the_folder_are_left_alone(say, keep):
    keep("not for you", "readme.md")
    keep(MINE, ".hidden.txt")
    assert "Dear Priya Raman," in say("letters")


def test_what_is_open_follows_the_files_and_reads_them_only_when_they_change(tmp_path, keep):
    own = OwnTemplates(tmp_path)
    built_in = shipped.writer_for(own)
    assert built_in is shipped.writer()
    keep(MINE)
    mine = shipped.writer_for(own)
    assert mine.templates.choose("interview", "warm").file == "mine.txt"
    assert shipped.writer_for(own) is mine
    assert mine.lexicon is built_in.lexicon
    keep(MINE.replace("Cheers", "Yours"))
    assert shipped.writer_for(own).templates.choose("interview", "warm").closing.ways == ("Yours,",)
    OwnTemplates(tmp_path).remove("mine.txt")
    assert shipped.writer_for(own).templates.choose("interview", "warm").file == ""


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="whoever may do everything may look into every folder")
def test_a_folder_that_cannot_be_looked_into_stops_nothing(tmp_path, keep):
    keep(MINE)
    (tmp_path / "templates").chmod(0)
    assert shipped.writer_for(OwnTemplates(tmp_path)) is shipped.writer()
    (tmp_path / "templates").chmod(0o700)
