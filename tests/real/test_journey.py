"""The main job in a real window, driven from outside: an invitation and a few notes become cards at a real printer."""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INVITATION = ROOT / "tests" / "walk" / "invitation.ics"
PICTURES = ROOT / "build" / "real"
NOW = "2026-11-23T12:41"
HONG, LUKASZ = "Nguyễn Thị Hồng", "Łukasz Wójcik"
NOTES = {HONG: "told me how she went from technical writer to engineer", LUKASZ: "told me about the accessibility guild"}
PROMISE = "within the next two weeks"
A4 = (210, 297)


@pytest.fixture
def verb(screen, tmp_path):
    """The command line, on the notebook of the window."""

    def run(*words):
        command = [sys.executable, "-m", "followup_desktop", "--data", tmp_path / "notebook", "--now", NOW, *words]
        done = subprocess.run(command, cwd=ROOT, env=screen.env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def text_of(job):
    """The text of a print job, composed, with one blank between words."""
    return " ".join(unicodedata.normalize("NFC", job.text).split())


def printed(screen, printer):
    """Print the card in front, asked from the keyboard; the job that came of it."""
    screen.keys("ctrl+p")
    screen.window("Print the card")
    screen.shot(PICTURES / "print.png")
    screen.keys("Return")
    return printer.next_job()


def test_from_an_invitation_to_two_cards_at_the_printer(screen, tree, shop, card_printer, verb, tmp_path):
    verb("me", "--name", "Robin Ashworth", "--email", "robin@ashworth.example", "--country", "GB")
    program = screen.app("--data", tmp_path / "notebook", "--now", NOW, INVITATION, env={**shop.env, "TZ": "Europe/London"})
    screen.window("Follow-Up Desktop")
    read = tree("followup-desktop")
    read.wait("list item", "Acme, Platform engineer, today 10:00. 0 of 4 cards posted. Tell me about it.")
    screen.shot(PICTURES / "imported.png")

    screen.keys("ctrl+d")
    read.wait("label", "How was Acme?")
    for name, note in NOTES.items():
        read.wait("label", name)
        screen.type(note)
        if name == HONG:
            screen.keys("ctrl+Down")
    read.focus("text", "Their words about the decision")
    screen.type(PROMISE)
    screen.shot(PICTURES / "debrief.png")
    assert read.nameless() == []

    screen.keys("ctrl+Return")
    read.wait("label", f"Letter to {HONG}")
    screen.shot(PICTURES / "studio.png")
    assert read.nameless() == []
    jobs = [printed(screen, card_printer)]
    read.press("check box", LUKASZ)
    read.wait("label", f"Letter to {LUKASZ}")
    jobs.append(printed(screen, card_printer))
    for job, name, told in zip(jobs, NOTES, ("technical writer", "accessibility guild"), strict=True):
        assert job.media == A4
        assert job.sides == "one-sided"
        assert [(round(width), round(height)) for width, height in job.pages] == [A4]
        assert name in text_of(job)
        assert told in text_of(job)

    screen.keys("ctrl+q")
    assert program.wait(10) == 0
    (listed,) = json.loads(verb("list", "--json"))
    states = {person["name"]: person["card"] for person in listed["people"]}
    assert [states[name] for name in NOTES] == ["printed", "printed"]
    assert listed["promise"]["words"] == PROMISE
    assert [note["text"] for note in listed["notes"]] == [*NOTES.values()]
