import json
import os
import random
import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Interview, Note, added
from followup_desktop.core.words import Words
from followup_desktop.store.notebook import Notebook

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("FOLLOWUP_KILLS", "40"))
"""How many writers are killed (`make faults`: 10,000)."""

ACME = Interview(id="acme", company="Acme", role="R", start=date(2026, 11, 23))
FULL = "The disk is full. What was saved before is safe; make some room and try again."


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL and fork are POSIX's")
def test_nothing_acknowledged_is_lost_when_the_writer_is_killed(tmp_path):
    seed = random.SystemRandom().randrange(1_000_000)
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("kills.py"), tmp_path, str(KILLS), str(seed)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"seed {seed}: {done.stderr}"
    told = json.loads(done.stdout)
    assert told["kills"] == KILLS
    assert told["notes"] > KILLS, "the writers hardly wrote"


def note(number, size):
    return Note(id=f"n{number}", interview="acme", person=None, text=f"{number} " + "x" * size, position=number)


def fill(notebook, size=20_000):
    """Write notes until the world does not take one more; gives those that were saved and what was said then."""
    saved = []
    while len(saved) < 1_000:
        wanted = note(len(saved), size)
        try:
            notebook.apply(added(Words("x"), wanted))
        except Problem as problem:
            return tuple(saved), str(problem)
        saved.append(wanted)
    raise AssertionError("the disk never got full")


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 2 MB, where this user may mount one."""
    place = tmp_path / "small"
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"no small disk here: {done.stderr.strip()}")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


def test_a_full_disk_loses_nothing_and_takes_more_when_there_is_room(small_disk):
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 500_000)
    folder = small_disk / "notebook"
    with Notebook.open(folder) as notebook:
        notebook.apply(added(Words("x"), ACME))
        saved, said = fill(notebook)
        assert said == FULL
        assert saved
        assert notebook.case("acme").notes == saved
        ballast.unlink()
        more = note(len(saved), 20_000)
        notebook.apply(added(Words("x"), more))
        assert notebook.case("acme").notes == (*saved, more)
    with Notebook.open(folder) as again:
        assert again.case("acme").notes == (*saved, more)


def crowd(ballast, spare):
    """Fill the disk with one file but for `spare` bytes."""
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(b"x" * 65_536):
            pass
    os.truncate(ballast, ballast.stat().st_size - spare)


def test_a_full_disk_is_said_when_the_notebook_is_made_and_nothing_half_is_left(small_disk):
    ballast, said = small_disk / "ballast", set()
    for spare in range(0, 800_000, 40_000):
        crowd(ballast, spare)
        try:
            Notebook.open(small_disk / "notebook").close()
        except Problem as problem:
            said.add(str(problem))
            left = {path.name.partition("-")[0] for path in (small_disk / "notebook").iterdir()}
            assert left <= {"writer.lock", "notebook.sqlite"}  # the notebook only if it was made whole
        else:
            break
    else:
        raise AssertionError("never enough room")
    assert said == {FULL}


@pytest.mark.skipif(os.name != "posix", reason="limits of a process are POSIX's")
def test_a_file_that_may_not_grow_loses_nothing(tmp_path, child):
    done = child(
        "import resource\n"
        "from datetime import date\n"
        "from pathlib import Path\n"
        "from followup_desktop.core.problems import Problem\n"
        "from followup_desktop.core.records import Interview, Note, added\n"
        "from followup_desktop.core.words import Words\n"
        "from followup_desktop.store.files import atomic_write\n"
        "from followup_desktop.store.notebook import Notebook\n"
        "folder = Path({folder})\n"
        "notebook = Notebook.open(folder)\n"
        "notebook.apply(added(Words('x'), Interview(id='acme', company='Acme', role='R', start=date(2026, 11, 23))))\n"
        "atomic_write(folder / 'cards.pdf', b'as it was')\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "saved = 0\n"
        "try:\n"
        "    while True:\n"
        "        notebook.apply(added(Words('x'), Note(id=f'n{saved}', interview='acme', person=None, text='x' * 20_000)))\n"
        "        saved += 1\n"
        "except Problem as problem:\n"
        "    print(saved, len(notebook.case('acme').notes), problem)\n"
        "try:\n"
        "    atomic_write(folder / 'cards.pdf', b'x' * 400_000)\n"
        "except Problem as problem:\n"
        "    print(problem)",
        folder=str(tmp_path / "notebook"),
    )
    first, second = done.stdout.splitlines()
    saved, there, words = first.split(" ", 2)
    assert int(saved) == int(there) > 0
    assert words == "The disk did not take what was to be written. What was saved before is safe; look at the disk and try again."
    assert second == FULL
    assert (tmp_path / "notebook" / "cards.pdf").read_bytes() == b"as it was"
    assert sorted(path.name for path in (tmp_path / "notebook").iterdir() if path.name.endswith(".tmp")) == []
    with Notebook.open(tmp_path / "notebook") as again:
        assert len(again.case("acme").notes) == int(saved)
