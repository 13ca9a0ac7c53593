"""One frozen notebook of every released version: opened, it is brought up to date, holds what it held, and is kept as it was."""

import json
import os
import random
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from followup_desktop import cli
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Person, added
from followup_desktop.core.words import Words
from followup_desktop.store import backup, place, restore, schema
from followup_desktop.store.notebook import Notebook

FROZEN = sorted((Path(__file__).parent / "frozen").glob("*.sqlite"))
"""Written by the program of that version; the .json beside each is what that program's `list --json` told of it."""


def version_of(path):
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("PRAGMA user_version").fetchone()[0]


@pytest.fixture(params=FROZEN, ids=lambda path: path.stem)
def frozen(request, tmp_path):
    """The folder of a copy of a frozen notebook, and the frozen one."""
    (tmp_path / "notebook").mkdir()
    shutil.copy(request.param, place.file_in(tmp_path / "notebook"))
    return tmp_path / "notebook", request.param


def test_every_released_version_is_frozen():
    held = {version_of(path) for path in FROZEN}
    assert held >= {step.version for step in schema.MIGRATIONS[:-1]}


def assert_holds(now, before):
    """All that was told is told still; more may be."""
    if isinstance(before, dict):
        for name, value in before.items():
            assert_holds(now[name], value)
    elif isinstance(before, list):
        assert len(now) == len(before)
        for one, other in zip(now, before, strict=True):
            assert_holds(one, other)
    else:
        assert now == before


def test_it_is_brought_up_to_date_with_everything_in_it(frozen, capsys):
    folder, old = frozen
    with Notebook.open(folder) as notebook:
        assert notebook.kept_older is not None
        notebook.look_through()
        notebook.apply(added(Words("x"), Person(id="new", name="New")))
    assert version_of(place.file_in(folder)) == schema.NEWEST
    cli.run(cli.parse(["--data", str(folder), "--now", "2026-11-23T12:41", "list", "--json"]))
    now = {each["id"]: each for each in json.loads(capsys.readouterr().out)}
    before = json.loads(old.with_suffix(".json").read_text("utf-8"))
    assert len(now) == len(before)
    for each in before:
        assert_holds(now[each["id"]], each)
    with Notebook.open(folder) as again:
        assert again.kept_older is None


def test_the_old_one_is_kept_aside_and_comes_back(frozen):
    folder, old = frozen
    with Notebook.open(folder) as notebook:
        kept = notebook.kept_older
        told = restore.inside(kept)
        assert told.version == version_of(old)
        with closing(sqlite3.connect(kept)) as one, closing(sqlite3.connect(old)) as other:
            assert list(one.iterdump()) == list(other.iterdump())
        before = notebook.everything()
        notebook.apply(added(Words("x"), Person(id="new", name="New")))
        notebook.restore(kept, backup.all_in(kept.parent)[0].made)
        assert notebook.everything() == before
    assert version_of(place.file_in(folder)) == schema.NEWEST


def test_where_the_old_one_cannot_be_kept_nothing_is_changed(frozen, monkeypatch):
    folder, old = frozen
    (folder / "backups").write_text("in the way")
    with pytest.raises(Problem, match="is not a folder"):
        Notebook.open(folder)
    assert version_of(place.file_in(folder)) == version_of(old)


def test_who_only_reads_sees_everything_and_leaves_it_as_it_is(frozen):
    folder, old = frozen
    with Notebook.open(folder, read_only=True) as notebook:
        seen = notebook.everything()
        assert notebook.search("acme")
    assert place.file_in(folder).read_bytes() == old.read_bytes()
    assert not backup.folder_of(folder).exists()
    with Notebook.open(folder) as notebook:
        assert notebook.everything() == seen


def migrate_and_die(folder, seconds):
    """Open the notebook in a child that is killed after so many seconds."""
    child = os.fork()
    if not child:
        try:
            Notebook.open(folder)
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(child, 9)
    os.waitpid(child, 0)


def kills(folder, old, rounds, seed):
    chance = random.Random(seed)  # noqa: S311  (moments to kill at, no secrets)
    with closing(sqlite3.connect(old)) as raw:
        people = raw.execute("SELECT count(*) FROM person").fetchone()[0]
    seen = set()
    for _ in range(rounds):
        shutil.rmtree(folder)
        folder.mkdir()
        shutil.copy(old, place.file_in(folder))
        migrate_and_die(folder, chance.uniform(0.0, 0.06))
        with closing(schema.connect(f"{place.file_in(folder).as_uri()}?mode=ro", uri=True, read_only=True)) as raw:
            seen.add(schema.user_version(raw))
        kept = backup.all_in(backup.folder_of(folder))
        assert all(backup.is_sound(each) for each in kept)
        with Notebook.open(folder) as notebook:
            assert len(notebook.people()) == people
            notebook.look_through()
        assert backup.all_in(backup.folder_of(folder))
    return seen


def test_killed_while_it_is_brought_up_to_date_it_is_the_one_or_the_other(frozen):
    folder, old = frozen
    rounds = int(os.environ.get("FOLLOWUP_MIGRATION_KILLS", "12"))
    assert kills(folder, old, rounds, 1) <= {version_of(old), schema.NEWEST}
