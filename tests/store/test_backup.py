"""Backups that restore: every kept one opens and equals what was there; a fault at any step leaves the old ones as they were."""

import errno
import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Change, Person, added
from followup_desktop.core.words import Words
from followup_desktop.store import backup, content, place, restore, schema, trouble
from followup_desktop.store.backup import Why
from followup_desktop.store.notebook import Notebook

NOW = datetime(2026, 11, 23, 12, 41, tzinfo=UTC)
DID = Words("Did it")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "notebook"


@pytest.fixture
def notebook(folder, some):
    """A notebook with a record of each kind, open."""
    with Notebook.open(folder) as notebook:
        notebook.apply(added(DID, *vars(some).values()))
        yield notebook


def renamed(notebook, name):
    """Change one record."""
    before = notebook.person("lukasz")
    notebook.apply(Change(DID, ((before, replace(before, name=name)),)))


def kept(folder):
    return backup.all_in(backup.folder_of(folder))


def files(folder):
    return {
        each.relative_to(folder): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and "-shm" not in each.name
    }


def test_a_backup_holds_everything_and_is_private(notebook, folder, some):
    made = backup.make(folder, NOW, Why.START)
    assert made.path.name.startswith("2026-11-23T124100Z-start-")
    assert kept(folder) == (made,)
    assert backup.is_sound(made)
    told = restore.inside(made.path)
    assert (told.interviews, told.people, told.notes, told.last) == (1, 2, 1, some.interview.start.date())
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700
    assert [each.name for each in made.path.parent.iterdir()] == [made.path.name]


def test_nothing_new_is_no_backup(notebook, folder):
    made = backup.make(folder, NOW, Why.START)
    later = NOW + timedelta(hours=1)
    assert backup.make(folder, later, Why.WORK) is None
    assert backup.make(folder, later, Why.ASKED, always=True) is not None
    renamed(notebook, "Another")
    assert backup.make(folder, later + timedelta(hours=1), Why.WORK).digest != made.digest


def test_there_is_none_of_an_empty_notebook_or_none(folder, tmp_path):
    assert backup.make(tmp_path / "nowhere", NOW, Why.START) is None
    assert not (tmp_path / "nowhere").exists()
    with Notebook.open(folder):
        assert backup.make(folder, NOW, Why.START) is None
    assert not backup.folder_of(folder).exists()


def test_every_kept_backup_opens_and_equals_what_was_there(notebook, folder, tmp_path):
    held = {}
    for number in range(12):
        renamed(notebook, f"Name {number}")
        now = NOW + timedelta(days=number * 9, hours=number)
        made = backup.make(folder, now, Why.WORK)
        held[made.path] = notebook.everything()
    assert len(kept(folder)) == len(held)
    for made in kept(folder):
        assert backup.is_sound(made)
        shutil.copy(made.path, tmp_path / "notebook.sqlite")
        with Notebook.open(tmp_path) as old:
            assert old.everything() == held[made.path]
        for left in tmp_path.glob("notebook.sqlite*"):
            left.unlink()


def test_writing_goes_on_while_a_backup_is_made(notebook, folder):
    """The copy is of one moment, whatever is written meanwhile by the notebook's own connection."""
    with closing(backup.reader(place.file_in(folder))) as reader:
        reader.execute("BEGIN")
        digest = content.digest(reader)
        renamed(notebook, "Meanwhile")
        with backup.unfinished(folder / "x.sqlite") as beside:
            backup.copy(reader, beside)
            backup.verify(beside, digest)
    assert notebook.person("lukasz").name == "Meanwhile"


def test_a_backup_beside_an_open_notebook_leaves_its_locks_alone(notebook, folder, child):
    """Closing the file in our own process would let another one believe that nobody has it open."""
    backup.make(folder, NOW, Why.START)
    done = child(
        "import sqlite3\nother = sqlite3.connect({path})\nother.execute('SELECT count(*) FROM person').fetchone()\nother.close()",
        path=str(notebook.path),
    )
    assert done.returncode == 0, done.stderr
    assert notebook.path.with_name("notebook.sqlite-wal").exists()
    renamed(notebook, "Still here")
    assert notebook.person("lukasz").name == "Still here"


def test_backups_are_thinned_but_never_those_before_an_update(notebook, folder):
    first = backup.make(folder, NOW, Why.UPDATE)
    for number in range(200):
        path = backup.folder_of(folder) / f"{NOW + timedelta(days=number):%Y-%m-%dT}120000Z-work-{number:012x}.sqlite"
        path.write_bytes(b"x")
    backup.thin(backup.folder_of(folder), NOW + timedelta(days=200))
    left = kept(folder)
    assert first in left
    assert 20 < len(left) < 40


def left_behind(path, age):
    """A file as a program that was killed leaves it."""
    path.write_bytes(b"half")
    moment = (NOW - age).timestamp()
    os.utime(path, (moment, moment))


def test_what_a_killed_program_left_is_cleared_away_after_a_day(notebook, folder):
    backups = backup.folder_of(folder)
    backups.mkdir()
    name = "2026-11-22T000000Z-work-000000000000.sqlite.part"
    for each in (name, f"{name}-journal", f"{name}-wal"):
        left_behind(backups / each, timedelta(hours=25))
    stays = (
        ("2026-11-23T124059Z-work-111111111111.sqlite.part", timedelta(seconds=1)),  # being made by somebody else just now
        ("2026-11-23T124059Z-work-111111111111.sqlite.part-journal", timedelta(seconds=1)),
        ("holiday.sqlite.part", timedelta(days=400)),  # somebody else's
        (f"{name}-mine", timedelta(days=400)),
        ("my own notes.txt", timedelta(days=400)),
    )
    for each, age in stays:
        left_behind(backups / each, age)
    made = backup.make(folder, NOW, Why.START)
    assert sorted(each.name for each in backups.iterdir()) == sorted((made.path.name, *(each for each, _ in stays)))


def test_a_rotten_newest_backup_does_not_stand_for_a_good_one(notebook, folder):
    made = backup.make(folder, NOW, Why.START)
    made.path.write_bytes(made.path.read_bytes()[:9_000])
    for hours, why in enumerate((Why.ERASE, Why.WORK), 1):
        again = backup.make(folder, NOW + timedelta(hours=hours), why)
        if why is Why.ERASE:
            assert again.digest == made.digest
            assert backup.is_sound(again)
        else:
            assert again is None


def test_a_backup_dated_in_the_future_is_not_the_newest(notebook, folder):
    """A clock was wrong for an hour: what it made is kept, but stands for nothing until that day comes."""
    ahead = backup.make(folder, NOW + timedelta(days=4_000), Why.START)
    renamed(notebook, "Now")
    made = backup.make(folder, NOW, Why.START)
    assert backup.all_in(backup.folder_of(folder), NOW) == (made, ahead)
    assert backup.make(folder, NOW + timedelta(minutes=1), Why.START) is None
    renamed(notebook, "Since")
    since = backup.make(folder, NOW + timedelta(hours=1), Why.WORK)
    found, inside = restore.newest(folder, NOW + timedelta(hours=1))
    assert found == since
    assert inside.people == 2
    backup.thin(backup.folder_of(folder), NOW + timedelta(days=3_999))
    assert since in kept(folder)


def test_the_newest_backup_that_can_be_put_in_place_is_the_newest_that_can_be_read(notebook, folder):
    good = backup.make(folder, NOW, Why.START)
    unreadable = folder / "unreadable.sqlite"
    backup.to_file(folder, unreadable)
    with closing(sqlite3.connect(unreadable, isolation_level=None)) as raw:
        raw.execute("UPDATE interview SET outcome = 'maybe'")
        raw.execute("DELETE FROM digest")
        digest = content.digest(raw)
    unreadable.rename(backup.folder_of(folder) / f"2026-11-23T130000Z-work-{digest}.sqlite")
    later = NOW + timedelta(days=1)
    assert backup.is_sound(backup.all_in(backup.folder_of(folder), later)[0])
    assert restore.newest(folder, later)[0] == good
    assert restore.newest(folder / "nowhere", later) is None


def test_a_rotten_backup_is_seen(notebook, folder):
    made = backup.make(folder, NOW, Why.START)
    good = made.path.read_bytes()
    at = good.index("Nguyễn".encode())
    made.path.write_bytes(good[:at] + b"n" + good[at + 1 :])
    assert not backup.is_sound(made)
    with pytest.raises(Problem, match="is not sound"):
        restore.inside(made.path)


# --- faults at each step ---------------------------------------------------------------------------------------------------


def fail(*_args, **_more):
    raise OSError(errno.ENOSPC, "no space")


STEPS = {
    "folder": (place, "made_private", lambda *_: (_ for _ in ()).throw(trouble.disk_full())),
    "file": (backup.os, "open", fail),
    "copy": (backup, "copy", lambda *_: (_ for _ in ()).throw(sqlite3.OperationalError("disk I/O error"))),
    "digest": (backup.content, "counts", lambda *_: (_ for _ in ()).throw(sqlite3.DatabaseError("x"))),
    "fsync": (backup.os, "fsync", fail),
    "rename": (Path, "replace", fail),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_fault_at_any_step_leaves_what_was_there(notebook, folder, monkeypatch, step):
    backup.make(folder, NOW, Why.START)
    renamed(notebook, "New")
    before = files(folder)
    with monkeypatch.context() as patched:
        patched.setattr(*STEPS[step])
        with pytest.raises((Problem, RuntimeError)):
            backup.make(folder, NOW + timedelta(hours=1), Why.WORK)
    assert files(folder) == before
    assert backup.make(folder, NOW + timedelta(hours=1), Why.WORK) is not None


def test_a_full_disk_is_one_sentence_and_leaves_the_backups_as_they_were(notebook, folder, child):
    backup.make(folder, NOW, Why.START)
    notebook.apply(added(DID, *(Person(id=f"p{number}", name="N" * 2_000) for number in range(500))))
    before = files(folder / "backups")
    done = child(
        "import resource\n"
        "from datetime import UTC, datetime\n"
        "from pathlib import Path\n"
        "from followup_desktop.store import backup\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "backup.make(Path({folder}), datetime(2026, 11, 24, tzinfo=UTC), backup.Why.WORK)",
        folder=str(folder),
    )
    assert "Problem: The disk " in done.stderr
    assert files(folder / "backups") == before


def test_a_copy_that_is_not_what_it_should_be_gets_no_name(notebook, folder, monkeypatch):
    whole = backup.copy

    def spoiled(source, target):
        whole(source, target)
        with closing(sqlite3.connect(target)) as raw:
            raw.execute("UPDATE note SET text = 'other'")
            raw.commit()

    monkeypatch.setattr(backup, "copy", spoiled)
    with pytest.raises(Problem, match="is not sound"):
        backup.make(folder, NOW, Why.START)
    assert kept(folder) == ()


# --- the second place ------------------------------------------------------------------------------------------------------


def test_the_second_place_gets_a_verified_copy_of_every_backup(notebook, folder, tmp_path):
    stick = tmp_path / "stick"
    backups, second = backup.folder_of(folder), stick / "mine"
    first = backup.make(folder, NOW, Why.START)
    renamed(notebook, "Since")
    rotten = backup.make(folder, NOW + timedelta(hours=1), Why.WORK)
    rotten.path.write_bytes(rotten.path.read_bytes()[:9_000])
    renamed(notebook, "Since then")
    later = NOW + timedelta(hours=2)
    last = backup.make(folder, later, Why.WORK)
    with pytest.raises(Problem, match="The second place for backups, “stick”, is not there"):
        backup.copied(backups, second, later)
    stick.mkdir()
    (stick / "holiday.jpg").write_bytes(b"x")
    for _ in range(2):
        backup.copied(backups, second, later)
        assert [each.path.name for each in backup.all_in(second)] == [last.path.name, first.path.name]
        assert all(backup.is_sound(each) for each in backup.all_in(second))
        assert sorted(each.name for each in stick.iterdir()) == ["holiday.jpg", "mine"]
    assert len(list(second.iterdir())) == 2
    assert stat.S_IMODE(second.stat().st_mode) == 0o700


def test_a_file_of_ones_own_is_a_whole_backup(notebook, folder, tmp_path):
    target = tmp_path / "mine.sqlite"
    target.write_bytes(b"old")
    backup.to_file(folder, target)
    assert restore.inside(target).people == 2
    with pytest.raises(Problem, match="is a folder"):
        backup.to_file(folder, tmp_path)
    with pytest.raises(Problem, match="There is no file"):
        backup.to_file(tmp_path / "nowhere", target)
    assert restore.inside(target).people == 2


@pytest.mark.parametrize("name", ["notebook.sqlite", "notebook.sqlite-wal", "notebook.sqlite-shm", "writer.lock"])
def test_a_backup_never_goes_over_the_notebook(notebook, folder, tmp_path, name):
    before, was = files(folder), notebook.everything()
    (tmp_path / "beside").symlink_to(folder)
    (tmp_path / "link.sqlite").hardlink_to(folder / name)
    for target in (folder / name, tmp_path / "beside" / name, folder / ".." / folder.name / name, tmp_path / "link.sqlite"):
        with pytest.raises(Problem, match="belongs to the notebook itself"):
            backup.to_file(folder, target)
    assert files(folder) == before
    assert notebook.everything() == was


def test_a_journal_that_is_not_there_yet_is_no_name_for_a_backup(folder, some):
    with Notebook.open(folder) as notebook:
        notebook.apply(added(DID, *vars(some).values()))
    with pytest.raises(Problem, match="belongs to the notebook itself"):
        backup.to_file(folder, folder / "notebook.sqlite-wal")


def test_a_backup_of_ones_own_never_goes_among_the_others(notebook, folder):
    made = backup.make(folder, NOW, Why.START)
    renamed(notebook, "Since")
    for target in (made.path, backup.folder_of(folder) / "mine.sqlite"):
        with pytest.raises(Problem, match="among the notebook’s own backups"):
            backup.to_file(folder, target)
    assert backup.is_sound(made)
    assert kept(folder) == (made,)


# --- killed while backups are made and thinned ------------------------------------------------------------------------------

WRITER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from followup_desktop.store import backup
from followup_desktop.core.records import Person, added
from followup_desktop.core.words import Words
from followup_desktop.store.notebook import Notebook
folder, now = Path({folder}), datetime(2026, 11, 23, tzinfo=UTC)
with Notebook.open(folder) as notebook:
    print("begun", flush=True)
    for number in range(100_000):
        notebook.apply(added(Words("x"), Person(id=f"{number}-" + str(now.timestamp()) + {seed}, name="N")))
        backup.make(folder, now + timedelta(days=number * 3), backup.Why.WORK)
"""


def kills(folder, rounds, seed=0):
    """Kills a process that makes and thins backups, at a random moment each time; every backup must be sound after it."""
    chance = random.Random(seed)  # noqa: S311  (moments to kill at, no secrets)
    left = 0
    for number in range(rounds):
        source = WRITER.replace("{folder}", repr(str(folder))).replace("{seed}", repr(f"-{number}"))
        with subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE) as writer:
            writer.stdout.readline()
            time.sleep(chance.uniform(0.02, 0.25))
            writer.kill()
        found = kept(folder)
        assert all(backup.is_sound(each) for each in found)
        assert len(found) >= min(left, 1)
        left = len(found)
        with Notebook.open(folder) as notebook:
            notebook.look_through()
    return left


def test_killed_at_any_moment_every_backup_is_sound(folder):
    assert kills(folder, int(os.environ.get("FOLLOWUP_BACKUP_KILLS", "4"))) > 0


# --- restore -----------------------------------------------------------------------------------------------------------------


def test_a_backup_comes_back_and_what_was_there_is_kept(notebook, folder):
    made = backup.make(folder, NOW, Why.START)
    before = notebook.everything()
    renamed(notebook, "Changed since")
    notebook.apply(added(DID, Person(id="new", name="New")))
    since = notebook.everything()
    with Notebook.open(folder, read_only=True) as beside:
        notebook.restore(made.path, NOW + timedelta(hours=1))
        assert beside.everything() == before
    assert notebook.everything() == before
    assert notebook.search("acme") == ("acme",)
    newest = kept(folder)[0]
    assert newest.why is Why.RESTORE
    notebook.restore(newest.path, NOW + timedelta(hours=2))
    assert notebook.everything() == since
    notebook.apply(added(DID, Person(id="more", name="More")))


RESTORER = """
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from followup_desktop.store.notebook import Notebook
with Notebook.open(Path({folder})) as notebook:
    print("begun", flush=True)
    for path in cycle({paths}):
        notebook.restore(Path(path), datetime(2026, 11, 23, tzinfo=UTC))
"""


def test_killed_while_a_backup_is_put_in_place_the_notebook_is_the_one_or_the_other(folder, some, tmp_path):
    held, paths = [], []
    with Notebook.open(folder) as notebook:
        notebook.apply(added(DID, *vars(some).values()))
        for number in range(2):
            renamed(notebook, f"Name {number}")
            notebook.apply(added(DID, *(Person(id=f"{number}-{each}", name="N" * 900) for each in range(200))))
            paths.append(str(tmp_path / f"{number}.sqlite"))
            backup.to_file(folder, Path(paths[-1]))
            held.append(notebook.everything())
    source = RESTORER.replace("{folder}", repr(str(folder))).replace("{paths}", repr(paths))
    chance = random.Random(3)  # noqa: S311  (moments to kill at, no secrets)
    for _ in range(int(os.environ.get("FOLLOWUP_RESTORE_KILLS", "3"))):
        with subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE) as restorer:
            restorer.stdout.readline()
            time.sleep(chance.uniform(0.02, 0.2))
            restorer.kill()
        with Notebook.open(folder) as notebook:
            notebook.look_through()
            assert notebook.everything() in held


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON note BEGIN DELETE FROM person; END",
        "CREATE VIEW evil AS SELECT * FROM note",
        "CREATE TABLE more (x)",
        "CREATE INDEX more ON note (text)",
        "DROP INDEX note_by_interview",
        "ALTER TABLE person ADD COLUMN more TEXT",
        f"PRAGMA user_version = {schema.version(1, 77)}",
        f"PRAGMA user_version = {schema.version(9, 0)}",
        "PRAGMA application_id = 1",
        "UPDATE note SET interview = 'none'",
    ],
)
def test_a_foreign_file_is_not_restored(notebook, folder, tmp_path, statement):
    target = tmp_path / "other.sqlite"
    backup.to_file(folder, target)
    with closing(sqlite3.connect(target)) as raw:
        raw.execute(statement)
        raw.commit()
    before = notebook.everything()
    with pytest.raises(Problem):
        notebook.restore(target, NOW)
    assert notebook.everything() == before


@pytest.mark.parametrize("data", [b"", b"Dear diary", b"SQLite format 3\x00" + bytes(5000)])
def test_any_other_file_is_not_restored(notebook, tmp_path, data):
    other = tmp_path / "other.sqlite"
    other.write_bytes(data)
    for each in (other, tmp_path, tmp_path / "nowhere"):
        with pytest.raises(Problem):
            notebook.restore(each, NOW)


def test_the_notebook_is_no_backup_of_itself(notebook, folder, tmp_path, child):
    """Neither is it opened for that: closing it again would free the locks that this process has on it."""
    before = notebook.everything()
    (tmp_path / "link.sqlite").symlink_to(notebook.path)
    for path in (notebook.path, tmp_path / "link.sqlite", folder / "notebook.sqlite-wal"):
        with pytest.raises(Problem, match="belongs to the notebook itself"):
            notebook.restore(path, NOW)
        with pytest.raises(Problem, match="belongs to the notebook itself"):
            restore.inside(path, folder)
    assert notebook.everything() == before
    done = child(
        "import sqlite3\nother = sqlite3.connect({path})\nother.execute('SELECT count(*) FROM person').fetchone()\nother.close()",
        path=str(notebook.path),
    )
    assert done.returncode == 0, done.stderr
    assert notebook.path.with_name("notebook.sqlite-wal").exists()


def test_a_damaged_notebook_is_no_backup_of_itself_either(folder, some):
    with Notebook.open(folder) as notebook:
        notebook.apply(added(DID, *vars(some).values()))
    before = files(folder)
    with pytest.raises(Problem, match="belongs to the notebook itself"):
        restore.in_place_of_damaged(folder, place.file_in(folder), NOW)
    assert files(folder) == before


def test_a_file_whose_last_words_are_in_a_journal_is_not_restored(notebook, tmp_path, some):
    with Notebook.open(tmp_path / "other") as other:
        other.apply(added(DID, some.lukasz))
        with pytest.raises(Problem, match="in use, or was not closed"):
            notebook.restore(other.path, NOW)


UNREADABLE = {
    "a kind of outcome that there is not": "UPDATE interview SET outcome = 'maybe'",
    "a time that is none": "UPDATE interview SET start = 'soon'",
    "somebody whom nobody met": "INSERT INTO person SELECT 99, 'x', 'X', '', '', '', '', '', '', '', '', 'no list', 0, 1",
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_a_backup_with_a_row_that_cannot_be_read_is_not_restored(notebook, folder, tmp_path, what):
    target = tmp_path / "other.sqlite"
    backup.to_file(folder, target)
    with closing(sqlite3.connect(target, isolation_level=None)) as raw:
        raw.execute(UNREADABLE[what])
        raw.execute("DELETE FROM digest")  # so that only reading tells
    before = notebook.everything()
    with pytest.raises(Problem, match=r"The backup “other\.sqlite” is not sound") as told:
        restore.inside(target)
    assert not isinstance(told.value, trouble.Damaged)
    with pytest.raises(Problem, match="is not sound"):
        notebook.restore(target, NOW)
    assert notebook.everything() == before


def test_what_is_wrong_with_a_backup_is_not_said_of_the_notebook(notebook, folder, tmp_path):
    target = tmp_path / "other.sqlite"
    backup.to_file(folder, target)
    whole = target.read_bytes()
    newer = whole[:60] + schema.version(9, 0).to_bytes(4, "big") + whole[64:]
    spoilt = whole[:4_096] + bytes(len(whole) - 4_096)
    for data, words in (
        (b"Dear diary", "“other.sqlite” is not a backup of"),
        (newer, "“other.sqlite” was made by a newer"),
        (spoilt, "The backup “other.sqlite” is not sound"),
    ):
        target.write_bytes(data)
        with pytest.raises(Problem, match=words) as told:
            restore.inside(target)
        assert not isinstance(told.value, trouble.Damaged)


def test_a_restore_that_fails_late_leaves_the_notebook_as_it_was(notebook, monkeypatch):
    """What an older backup must become is made of it before the notebook is touched."""
    frozen = Path(__file__).parent / "frozen" / "notebook-1.0.sqlite"
    before = notebook.everything()

    def broken(*_):
        raise sqlite3.OperationalError("out of memory")

    with monkeypatch.context() as patched:
        patched.setattr(place.row_digests, "fill", broken)
        with pytest.raises(Problem):
            notebook.restore(frozen, NOW)
    assert notebook.everything() == before
    notebook.restore(frozen, NOW)
    assert notebook.everything() != before


def test_where_the_notebook_cannot_be_kept_it_is_not_replaced(notebook, folder, tmp_path, monkeypatch):
    target = tmp_path / "mine.sqlite"
    backup.to_file(folder, target)
    renamed(notebook, "Since")
    before = notebook.everything()
    monkeypatch.setattr(backup.os, "fsync", fail)
    with pytest.raises(Problem, match="disk is full"):
        notebook.restore(target, NOW)
    assert notebook.everything() == before


def test_a_damaged_notebook_is_moved_aside(folder, some, tmp_path):
    with Notebook.open(folder) as notebook:
        notebook.apply(added(DID, *vars(some).values()))
        made = backup.make(folder, NOW, Why.START)
        before = notebook.everything()
    path = place.file_in(folder)
    spoilt = path.read_bytes()[:5_000]
    path.write_bytes(spoilt)
    path.with_name("notebook.sqlite-wal").write_bytes(b"poison")
    with pytest.raises(trouble.Damaged):
        Notebook.open(folder)
    aside = restore.in_place_of_damaged(folder, made.path, NOW)
    assert {each.read_bytes() for each in aside} >= {spoilt, b"poison"}
    with Notebook.open(folder) as notebook:
        assert notebook.everything() == before


def test_a_damaged_notebook_stays_where_its_place_cannot_be_taken(folder, some, monkeypatch):
    with Notebook.open(folder) as notebook:
        notebook.apply(added(DID, *vars(some).values()))
        made = backup.make(folder, NOW, Why.START)
    place.file_in(folder).write_bytes(b"spoilt")
    before = files(folder)
    monkeypatch.setattr(backup, "put", lambda *_: fail())
    with pytest.raises(Problem):
        restore.in_place_of_damaged(folder, made.path, NOW)
    assert files(folder) == before


def test_a_notebook_that_is_open_is_not_moved_aside(notebook, folder, child):
    made = backup.make(folder, NOW, Why.START)
    done = child(
        "from datetime import UTC, datetime\n"
        "from pathlib import Path\n"
        "from followup_desktop.store import restore\n"
        "restore.in_place_of_damaged(Path({folder}), Path({path}), datetime(2026, 11, 23, tzinfo=UTC))",
        folder=str(folder),
        path=str(made.path),
    )
    assert "InUse" in done.stderr
