import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Change, Person, added
from followup_desktop.core.words import Words
from followup_desktop.store.notebook import Notebook
from followup_desktop.store.trouble import InUse

ROOT = Path(__file__).resolve().parents[2]
DID = Words("Did it")
ADA = Person(id="ada", name="Ada")

HOLDER = """
import sys
from pathlib import Path
from followup_desktop.core.problems import Problem
from followup_desktop.store.notebook import Notebook
try:
    notebook = Notebook.open(Path(sys.argv[1]))
except Problem as problem:
    print(type(problem).__name__, problem, flush=True)
else:
    print("writes", flush=True)
sys.stdin.read()
"""


@contextmanager
def others(folder, count=1):
    """Processes that open the notebook to write, all at once, and stay; each with the line it said."""
    started = [
        subprocess.Popen(
            [sys.executable, "-c", HOLDER, folder], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(count)
    ]
    try:
        yield [(each, each.stdout.readline().strip()) for each in started]
    finally:
        for each in started:
            each.communicate()


def test_of_six_starts_at_once_one_writes(tmp_path):
    with others(tmp_path / "notebook", 6) as started:
        said = sorted(words for _, words in started)
        assert said[-1] == "writes"
        assert set(said[:-1]) == {"InUse This notebook is open in another window. You can read here, and write there."}


def test_a_second_writer_in_this_process_is_refused_too(notebook):
    with pytest.raises(InUse):
        Notebook.open(notebook.folder)
    notebook.apply(added(DID, ADA))


def test_a_killed_writer_frees_the_notebook_at_once(tmp_path):
    with others(tmp_path) as [(writer, said)]:
        assert said == "writes"
        with pytest.raises(InUse):
            Notebook.open(tmp_path)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        Notebook.open(tmp_path).close()


def test_closing_frees_the_notebook(notebook):
    notebook.apply(added(DID, ADA))
    notebook.close()
    with Notebook.open(notebook.folder) as again:
        assert again.people() == (ADA,)


def test_a_failed_opening_frees_the_folder(tmp_path):
    (tmp_path / "notebook.sqlite").write_bytes(b"not one")
    with pytest.raises(Problem, match="is not a notebook"):
        Notebook.open(tmp_path)
    (tmp_path / "notebook.sqlite").unlink()
    Notebook.open(tmp_path).close()


def test_a_reader_works_beside_the_writer_and_sees_each_commit(notebook, child):
    source = (
        "from pathlib import Path\n"
        "from followup_desktop.store.notebook import Notebook\n"
        "with Notebook.open(Path({folder}), read_only=True) as reader:\n"
        "    print(*(person.name for person in reader.people()))"
    )
    notebook.apply(added(DID, ADA))
    assert child(source, folder=str(notebook.folder)).stdout == "Ada\n"
    notebook.apply(Change(DID, ((ADA, replace(ADA, name="Grace")),)))
    assert child(source, folder=str(notebook.folder)).stdout == "Grace\n"


def test_a_writer_is_not_hindered_by_readers_and_they_keep_their_moment(tmp_path):
    Notebook.open(tmp_path).close()
    reader = (
        "import sys\n"
        "from pathlib import Path\n"
        "from followup_desktop.store.notebook import Notebook\n"
        "with Notebook.open(Path(sys.argv[1]), read_only=True) as reader:\n"
        "    print('reads', flush=True)\n"
        "    sys.stdin.readline()\n"
        "    print(len(reader.people()), flush=True)\n"
        "    sys.stdin.readline()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", reader, tmp_path], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as beside:
        assert beside.stdout.readline() == "reads\n"
        with Notebook.open(tmp_path) as notebook:
            for number in range(20):
                notebook.apply(added(DID, Person(id=f"p{number}", name="P")))
            beside.stdin.write("\n")
            assert beside.stdout.readline() == "20\n"
        with Notebook.open(tmp_path) as notebook:
            notebook.apply(added(DID, ADA))
        beside.communicate("\n")
    with Notebook.open(tmp_path) as notebook:
        assert len(notebook.people()) == 21


def test_a_reader_sees_each_change_whole_while_the_writer_goes_on(tmp_path):
    Notebook.open(tmp_path).close()
    writer = (
        "import sys\n"
        "from datetime import date\n"
        "from pathlib import Path\n"
        "from followup_desktop.core.records import Interview, Note, Person, added\n"
        "from followup_desktop.core.words import Words\n"
        "from followup_desktop.store.notebook import Notebook\n"
        "there = added(Words('x'), Person(id='p', name='P'), Note(id='n', interview='i', person='p', text='t'),\n"
        "              Interview(id='i', company='C', role='R', start=date(2026, 11, 23), people=('p',)))\n"
        "with Notebook.open(Path(sys.argv[1])) as notebook:\n"
        "    print('begins', flush=True)\n"
        "    for _ in range(400):\n"
        "        notebook.apply(there)\n"
        "        notebook.apply(there.reversed())\n"
    )
    seen = set()
    with subprocess.Popen([sys.executable, "-c", writer, tmp_path], cwd=ROOT, stdout=subprocess.PIPE, text=True) as beside:
        assert beside.stdout.readline() == "begins\n"
        with Notebook.open(tmp_path, read_only=True) as reader:
            while beside.poll() is None:
                seen |= {(len(case.people), len(case.notes)) for case in reader.cases()}
        assert beside.returncode == 0
    assert seen == {(1, 1)}


def test_another_program_that_writes_into_it_is_said(notebook, child):
    source = (
        "import sqlite3, sys\n"
        "other = sqlite3.connect({path}, isolation_level=None)\n"
        "other.execute('BEGIN IMMEDIATE')\n"
        "print('begun', flush=True)\n"
        "sys.stdin.read()"
    ).replace("{path}", repr(str(notebook.path)))
    with subprocess.Popen([sys.executable, "-c", source], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "begun\n"
        with pytest.raises(Problem, match="Another program is using the notebook"):
            notebook.apply(added(DID, ADA))
        assert notebook.people() == ()
        other.communicate()
    notebook.apply(added(DID, ADA))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs to be root to become somebody who may not")
def test_a_notebook_that_may_only_be_read_is_read_and_the_rest_is_said(open_folder, child):
    folder = open_folder / "notebook"
    with Notebook.open(folder) as notebook:
        notebook.apply(added(DID, ADA))
    source = (
        "import os\n"
        "from pathlib import Path\n"
        "from followup_desktop.core.problems import Problem\n"
        "from followup_desktop.store.notebook import Notebook\n"
        "import followup_desktop.core.dates\n"
        "folder = Path({folder})\n"
        "Notebook.open(folder, read_only=True).close()  # so that all is imported: the program itself may be root's\n"
        "os.setuid(65534)\n"
        "try:\n"
        "    print(len(Notebook.open(folder, read_only=True).people()))\n"
        "except Problem as problem:\n"
        "    print(problem)\n"
        "try:\n"
        "    Notebook.open(folder)\n"
        "except Problem as problem:\n"
        "    print(problem)"
    )
    folder.chmod(0o755)
    denied = "You may not write in the folder “notebook”. Nothing was changed; allow it, or choose another one."
    assert child(source, folder=str(folder)).stdout.splitlines() == [
        "You may not read “notebook.sqlite”, so nothing was read. Allow it, or choose another file.",
        denied,
    ]
    (folder / "notebook.sqlite").chmod(0o644)
    assert child(source, folder=str(folder)).stdout.splitlines() == ["1", denied]
    folder.chmod(0o700)
    assert child(source, folder=str(folder)).stdout.splitlines() == [
        "The folder “notebook” cannot be looked into. Nothing was changed; allow it, or choose another one.",
        denied,
    ]
