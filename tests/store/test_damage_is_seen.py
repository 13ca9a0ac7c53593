import os
import random
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Change, Interview, Note, Person, added
from followup_desktop.core.words import Words
from followup_desktop.store import backup, schema
from followup_desktop.store.notebook import Notebook

DID = Words("Did it")
HALF = 40
"""How many places are damaged in each way."""


@pytest.fixture
def path(tmp_path):
    """The file of a notebook with something in it, closed."""
    with Notebook.open(tmp_path / "notebook") as notebook:
        people = [Person(id=f"p{number}", name=f"Łukasz {number}") for number in range(40)]
        interviews = [
            Interview(id=f"i{number}", company="Acme", role="R", start=date(2026, 11, 23), people=(f"p{number}",))
            for number in range(40)
        ]
        notes = [Note(id=f"n{number}", interview=f"i{number}", person=None, text="word " * 60) for number in range(40)]
        notebook.apply(added(DID, *people, *interviews, *notes))
    return notebook.path


def everything(notebook):
    return notebook.me(), notebook.people(), notebook.cases(), notebook.laters(), notebook.search("acme"), notebook.by_uid("x")


def look(folder, *, read_only):
    with Notebook.open(folder, read_only=read_only) as notebook:
        everything(notebook)


def refused(path, words="damaged|is not a notebook"):
    """The notebook is refused with a sentence, to writers and readers, and left as it was, alone with its lock."""
    before = None if not path.is_file() else path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(Problem, match=words) as problem:
            look(path.parent, read_only=read_only)
        assert str(problem.value).endswith(".")
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("size", [0, 1, 16, 99, 100, 512, 4095, 4096, 5000, 8192, 20_000, 40_000])
def test_a_notebook_cut_short_is_refused(path, size):
    os.truncate(path, size)
    refused(path)


def test_a_notebook_cut_within_its_last_page_is_refused(path):
    os.truncate(path, path.stat().st_size - 1000)
    refused(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Dear diary\n",
        b"%PDF-1.4\n" * 500,
        b"SQLite format 3\x00",
        b"SQLite format 3\x00" + bytes(5000),
        bytes(8192),
        os.urandom(8192),
    ],
    ids=range(7),
)
def test_what_is_no_notebook_is_refused(path, content):
    path.write_bytes(content)
    refused(path)


def test_another_program_s_database_is_refused(path):
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE person (id TEXT, name TEXT)")
        other.commit()
    refused(path, "“notebook.sqlite” in “notebook” is not a notebook of Follow-Up Desktop")


def test_a_folder_a_pipe_or_a_dangling_link_in_its_place_is_refused(path):
    path.unlink()
    path.mkdir()
    refused(path, "is not a notebook")
    path.rmdir()
    os.mkfifo(path)
    refused(path, "is not a notebook")
    path.unlink()
    path.symlink_to(path.with_name("nowhere"))
    refused(path, "There is no file")


@pytest.mark.parametrize("in_the_way", ["file", "file/below", "a\x00b", "n" * 300])
def test_a_folder_that_cannot_be_one_is_said(tmp_path, in_the_way):
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(Problem, match=r"is not a folder|No notebook can be kept"):
        Notebook.open(tmp_path / in_the_way)
    assert (tmp_path / "file").read_bytes() == b"x"


def test_a_journal_whose_notebook_is_gone_is_not_thrown_away(path, child):
    done = child(
        "import os\n"
        "from pathlib import Path\n"
        "from followup_desktop.core.records import Person, added\n"
        "from followup_desktop.core.words import Words\n"
        "from followup_desktop.store.notebook import Notebook\n"
        "Notebook.open(Path({folder})).apply(added(Words('x'), Person(id='last', name='Last words')))\n"
        "os._exit(0)",
        folder=str(path.parent),
    )
    assert done.returncode == 0, done.stderr
    elsewhere = path.rename(path.with_name("put away"))
    journal = path.with_name("notebook.sqlite-wal").read_bytes()
    assert journal
    with pytest.raises(Problem, match=r"“notebook\.sqlite” is missing in “notebook”, but its journal is there"):
        Notebook.open(path.parent)
    assert path.with_name("notebook.sqlite-wal").read_bytes() == journal
    elsewhere.rename(path)
    with Notebook.open(path.parent) as notebook:
        assert notebook.person("last").name == "Last words"


def test_a_notebook_half_made_is_made_again(tmp_path):
    (tmp_path / "notebook.sqlite.new").write_bytes(b"half")
    (tmp_path / "notebook.sqlite.new-wal").write_bytes(b"half")
    with Notebook.open(tmp_path) as notebook:
        assert notebook.cases() == ()
    assert sorted(each.name for each in tmp_path.iterdir() if each.name != "home") == ["notebook.sqlite", "writer.lock"]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON note BEGIN DELETE FROM person; END",
        "CREATE VIEW evil AS SELECT * FROM note",
        "DROP TABLE later",
        "DROP INDEX note_by_interview",
        "ALTER TABLE note RENAME COLUMN text TO words",
        "ALTER TABLE person ADD COLUMN more TEXT",
    ],
)
def test_foreign_hands_in_the_tables_are_seen(path, statement):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(statement)
        raw.commit()
    refused(path, "damaged")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE interview SET start = 'soon'",
        "UPDATE interview SET start = '٢٠٢٦-١١-٢٣'",
        "UPDATE interview SET outcome = 'won'",
        "UPDATE note SET box = 'other'",
        "UPDATE note SET text = CAST(x'ff41' AS TEXT)",
    ],
)
def test_rows_that_we_cannot_have_written_are_seen(path, statement):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(statement)
        raw.commit()
    refused(path, "damaged")


def test_more_tables_than_ours_do_not_matter(path):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE mine (x)")
        raw.execute("ANALYZE")
        raw.commit()
    with Notebook.open(path.parent) as notebook:
        assert len(notebook.people()) == 40


def damaged_pages(data, chance):
    """Random bytes over one stretch."""
    start = chance.randrange(len(data))
    length = chance.choice((1, 16, 500, 4096))
    return data[:start] + chance.randbytes(length) + data[start + length :]


def flipped(data, chance):
    """A few bits turned over."""
    spoiled = bytearray(data)
    for _ in range(chance.choice((1, 8, 64))):
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)


def mixed_up(data, chance):
    """Two pages swapped."""
    pages = [data[start : start + 4096] for start in range(0, len(data), 4096)]
    one, other = chance.sample(range(len(pages)), 2)
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


def emptied(data, chance):
    """One page of zeros."""
    start = chance.randrange(len(data) // 4096) * 4096
    return data[:start] + bytes(4096) + data[start + 4096 :]


@pytest.mark.parametrize("spoil", [damaged_pages, flipped, mixed_up, emptied])
def test_no_damage_is_worse_than_a_sentence(path, spoil):
    good = path.read_bytes()
    seen = 0
    for number in range(HALF):
        chance = random.Random(number)  # noqa: S311  (places to damage, no secrets)
        path.write_bytes(spoil(good, chance))
        try:
            with Notebook.open(path.parent) as notebook:
                everything(notebook)
                notebook.apply(added(DID, Person(id="new", name="New")))
                notebook.apply(Change(DID, ((Person(id="new", name="New"), None),)))
        except Problem:
            seen += 1
        for left in ("-wal", "-shm"):
            path.with_name(path.name + left).unlink(missing_ok=True)
    assert seen >= (1 if spoil is flipped else HALF // 3)


def test_what_is_checked_and_sound_holds_what_was_written(path):
    """Bits that flip where SQLite's own check does not look are seen by the digests of the rows."""
    good = path.read_bytes()
    with Notebook.open(path.parent, read_only=True) as notebook:
        before = notebook.everything()
    seen = 0
    for number in range(int(os.environ.get("FOLLOWUP_FLIPS", "40"))):
        chance = random.Random(number)  # noqa: S311  (places to damage, no secrets)
        spoiled = bytearray(good)
        spoiled[chance.randrange(100, len(spoiled))] ^= 1 << chance.randrange(8)
        path.write_bytes(spoiled)
        try:
            with Notebook.open(path.parent, read_only=True) as notebook:
                notebook.look_through()
                assert notebook.everything() == before
        except Problem:
            seen += 1
        for left in ("-wal", "-shm"):
            path.with_name(path.name + left).unlink(missing_ok=True)
    assert seen > 0


def test_a_changed_row_is_seen_and_never_copied_over_good_backups(path):
    now = datetime(2026, 11, 23, tzinfo=UTC)
    good = backup.make(path.parent, now, backup.Why.START)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE note SET text = 'other' WHERE id = 'n7'")
        raw.commit()
    with pytest.raises(Problem, match="damaged"):
        backup.make(path.parent, now + timedelta(hours=1), backup.Why.WORK)
    assert backup.all_in(backup.folder_of(path.parent)) == (good,)
    with Notebook.open(path.parent) as notebook, pytest.raises(Problem, match="damaged"):
        notebook.look_through()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DELETE FROM note WHERE id = 'n7'")
        raw.commit()
    with Notebook.open(path.parent) as notebook:
        with pytest.raises(Problem, match="damaged"):
            notebook.look_through()
        notebook.restore(good.path, now + timedelta(hours=2))
        notebook.look_through()
        assert len(notebook.cases()[0].notes) == 1
    assert len(list(path.parent.glob("damaged-*"))) == 1


# --- versions ------------------------------------------------------------------------------------------------------------


def set_version(path, version):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {version}")


def test_a_newer_notebook_is_refused_and_left_as_it_is(path):
    set_version(path, schema.version(schema.major(schema.NEWEST) + 1, 0))
    refused(path, "The notebook in “notebook” was written by a newer Follow-Up Desktop")
    assert sorted(each.name for each in path.parent.iterdir()) == ["notebook.sqlite", "writer.lock"]


def test_a_newer_notebook_is_refused_while_its_version_is_only_in_the_journal(path, child):
    before = path.read_bytes()
    child(
        "import os, sqlite3\n"
        "newer = sqlite3.connect({path})\n"
        "newer.execute('PRAGMA user_version = {version}')\n"
        "os._exit(0)".replace("{version}", str(schema.version(9, 0))),
        path=str(path),
    )
    assert path.with_name("notebook.sqlite-wal").stat().st_size > 0
    refused(path, "written by a newer")
    assert path.read_bytes() == before


def test_a_newer_minor_version_is_used_and_stays_newer(path):
    newer = schema.version(schema.major(schema.NEWEST), 99)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("ALTER TABLE person ADD COLUMN rhythm INTEGER NOT NULL DEFAULT 0")
        raw.execute("CREATE TABLE backup (x)")
        raw.execute(f"PRAGMA user_version = {newer}")
        raw.commit()
    with Notebook.open(path.parent) as notebook:
        notebook.apply(added(DID, Person(id="new", name="New")))
        assert notebook.person("new")
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (newer,)


def test_a_migration_is_whole_or_not_at_all():
    good = schema.Migration(schema.version(1, 98), ("CREATE TABLE more (x TEXT) STRICT", "ALTER TABLE note ADD COLUMN more TEXT"))
    bad = schema.Migration(schema.version(1, 99), ("CREATE TABLE most (x TEXT) STRICT", "CREATE TABLE note (x)"))
    with closing(schema.connect(":memory:")) as connection:
        schema.migrate(connection)
        with pytest.raises(sqlite3.OperationalError, match="already exists"):
            schema.migrate(connection, (*schema.MIGRATIONS, good, bad))
        assert schema.user_version(connection) == schema.version(1, 98)
        assert not connection.in_transaction
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
        assert "more" in names
        assert "most" not in names
        schema.migrate(connection, (*schema.MIGRATIONS, good))
        assert schema.user_version(connection) == schema.version(1, 98)


def test_versions_only_grow():
    versions = [step.version for step in schema.MIGRATIONS]
    assert versions == sorted(set(versions))
    assert versions[0] == 1 << 16
    assert schema.major(schema.version(3, 7)) == 3
