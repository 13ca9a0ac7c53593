"""Kills writers of notebooks with SIGKILL and looks at what they left; run by test_saved_means_on_disk.py.

    python kills.py FOLDER ROUNDS SEED

One process imports everything once and forks a writer for each round. A writer opens the notebook and adds a note and
edits an earlier one, change by change, and says each number on a pipe after `apply` has returned. It is killed at a random
moment, in some rounds while it makes a fresh notebook. Then the notebook must open as it is, hold every note that was
acknowledged and at most one more, each whole, and be found by search. Prints one line of JSON.
"""

import json
import os
import random
import select
import signal
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from followup_desktop.core.records import Change, Interview, Note, added
from followup_desktop.core.words import Words
from followup_desktop.store.notebook import Notebook

LABEL = Words("Write a note")
LONGEST = 0.04
"""Seconds that a writer lives at most: some die before they have opened the notebook."""


def text_of(number):
    return f"note {number} " + "word " * (number % 400)


def note_of(number):
    return Note(id=f"n{number}", interview="acme", person=None, text=text_of(number), position=number)


def write(folder, pipe):
    """The writer: never returns. Even notes are added empty and then typed; one that was left empty is begun again."""
    with Notebook.open(folder) as notebook:
        if notebook.case("acme") is None:
            notebook.apply(added(LABEL, Interview(id="acme", company="Acme", role="R", start=date(2026, 11, 23))))
        notes = notebook.case("acme").notes
        number = len(notes)
        if notes and not notes[-1].text:
            number -= 1
            notebook.apply(Change(LABEL, ((notes[-1], None),)))
        while True:
            note = note_of(number)
            if number % 2:
                notebook.apply(added(LABEL, note))
            else:
                blank = replace(note, text="")
                notebook.apply(added(LABEL, blank))
                notebook.apply(Change(LABEL, ((blank, note),)))
            os.write(pipe, number.to_bytes(4, "big"))
            number += 1


def one_round(folder, chance):
    """Start a writer, kill it; gives the highest number it acknowledged, -1 for none."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            write(folder, writing)
        finally:
            os._exit(1)
    os.close(writing)
    if chance.random() < 0.7:
        select.select([reading], [], [], 5)  # until the first note is on disk
    time.sleep(chance.random() * LONGEST)
    os.kill(child, signal.SIGKILL)
    said = b""
    while chunk := os.read(reading, 65536):
        said += chunk
    os.close(reading)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL, "the writer ended by itself"
    return int.from_bytes(said[-4:], "big") if said else -1


def look(folder, acknowledged):
    """Hold the notes in the notebook against what was acknowledged; gives the number of the last whole one."""
    with Notebook.open(folder) as notebook:
        case = notebook.case("acme")
        notes = case.notes if case else ()
        assert len(notes) >= acknowledged + 1, f"{acknowledged + 1} acknowledged, {len(notes)} there"
        for number, note in enumerate(notes):
            unsaid = number > acknowledged
            assert note == note_of(number) or (unsaid and note == replace(note_of(number), text=""))
        if acknowledged >= 0:
            assert notebook.search(f"note {acknowledged}") == ("acme",)
        assert len(notes) <= acknowledged + 2
        return len(notes) - 1 if notes and notes[-1].text else len(notes) - 2


def main(folder, rounds, seed):
    chance = random.Random(seed)  # noqa: S311  (moments to kill at, no secrets)
    acknowledged, written, fresh = -1, 0, 0
    for number in range(rounds):
        if number % 5 == 0:
            written += acknowledged + 1
            place, acknowledged, fresh = folder / f"notebook{number}", -1, fresh + 1
        acknowledged = max(acknowledged, one_round(place, chance))
        acknowledged = max(acknowledged, look(place, acknowledged))
    json.dump({"kills": rounds, "notes": written + acknowledged + 1, "notebooks": fresh}, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
