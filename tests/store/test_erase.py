"""A person who is erased is in no byte of what is left; everybody else is as they were."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from followup_desktop.core import erasing
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import (
    Card,
    Channel,
    Draft,
    Interview,
    Later,
    Note,
    Origin,
    Person,
    Promise,
    Sentence,
    Task,
    Touch,
    added,
    card_id,
    draft_id,
)
from followup_desktop.core.words import Words
from followup_desktop.store import backup, content, erase, place, restore
from followup_desktop.store.backup import Why
from followup_desktop.store.notebook import Notebook

NOW = datetime(2026, 11, 23, 12, 41, tzinfo=UTC)
DAY = date(2026, 11, 23)
DID = Words("Did it")
ZOLTAN = Person(
    id="canary",
    name="Zoltán Kanárek",
    address_as="Zoltán",
    email="z.kanarek@acme.example",
    phone="+36 1 555 0199",
    address="Kanári utca 7\n1011 Budapest",
    title="Lead",
    company="Acme",
)
ADA = Person(id="ada", name="Ada Ng", company="Acme")
OTHER = Person(id="other", name="Zoltán Fekete", company="Globex")
CANARIES = ("Zolt", "zolt", "Kanár", "kanar", "555 0199", "Budapest", "7\n1011")


def everybody():
    """Three people at two employers, with the one to be erased in every kind of record."""
    return (
        ZOLTAN,
        ADA,
        OTHER,
        Interview(
            id="acme",
            company="Acme",
            role="R",
            start=DAY,
            people=("canary", "ada"),
            arranged_by="canary",
            contact="canary",
            place="Room of Zoltan Kanarek, Zoltán Kanárek",
            ask_reason="zoltán kanárek said so",
        ),
        Interview(id="globex", company="Globex", role="R", start=DAY, people=("other",), referred_by="canary"),
        Note(id="n1", interview="acme", person="canary", text="He moved the release train"),
        Note(id="n2", interview="acme", person="ada", text="She works with Zoltán, and likes Zoltáns too"),
        Note(id="n3", interview="acme", person=None, text="write to Z.Kanarek@ACME.example"),
        Note(id="n4", interview="globex", person="other", text="Zoltán showed me the lab; Zoltán Kanárek had told him"),
        Promise(id="w1", interview="acme", words="Zoltán decides", by="canary", heard=DAY),
        Task(id="k1", interview="acme", person=None, note="n1", words="send it"),
        Task(id="k2", interview="acme", person="ada", note="n2", words="call Zoltán"),
        Touch(id="t1", interview="acme", person="canary", kind=Channel.CALL, on=DAY),
        Touch(id="t2", interview=None, person="canary", kind=Channel.VISIT, on=DAY),
        Card(id=card_id("acme", "canary"), interview="acme", person="canary", tone="formal"),
        Card(
            id=card_id("acme", "ada"),
            interview="acme",
            person="ada",
            printed_text="Zoltán and you",
            sentences=(Sentence("You work with Zoltán.", "n2", Origin.YOURS),),
        ),
        Draft(
            id=draft_id("acme", "canary", "follow-up"), interview="acme", person="canary", kind="follow-up", body="Dear Zoltán"
        ),
        Later(id="ask:canary", until=None),
        Later(id="debrief:acme", until=None),
    )


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "notebook"


@pytest.fixture
def notebook(folder):
    with Notebook.open(folder) as made:
        made.apply(added(DID, *everybody()))
        yield made


def found_in(folder, canaries):
    """Which of these texts stands in which file below the folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [(path.name, text) for path in files for text in canaries if text.encode() in path.read_bytes()]


def test_what_is_theirs_goes_and_what_others_say_loses_their_name():
    change = erasing.erased(everybody(), erasing.who(ZOLTAN))
    after = {after.id: after for _, after in change.pairs if after is not None}
    gone = {before.id for before, after in change.pairs if after is None}
    assert gone == {
        "canary",
        "n1",
        "k1",
        "t1",
        "t2",
        "acme.canary",
        "acme.canary.follow-up",
        "ask:canary",
    }
    assert after["acme"].people == ("ada",)
    assert (after["acme"].arranged_by, after["acme"].contact) == (None, None)
    assert after["globex"].referred_by is None
    assert after["w1"].by is None
    assert after["n2"].text == "She works with (erased), and likes Zoltáns too"
    assert after["n3"].text == "write to (erased)"
    assert after["n4"].text == "Zoltán showed me the lab; (erased) had told him"
    assert after["k2"].words == "call (erased)"
    assert after["acme.ada"].sentences[0].text == "You work with (erased)."
    assert "other" not in after
    assert "debrief:acme" not in after


def test_a_namesake_at_the_same_interview_keeps_the_name():
    fekete = Interview(id="both", company="Acme", role="R", start=DAY, people=("canary", "other"))
    note = Note(id="n9", interview="both", person="other", text="Zoltán draws; Kanárek does not")
    change = erasing.erased((ZOLTAN, OTHER, fekete, note), erasing.who(ZOLTAN))
    told = next(after for _, after in change.pairs if after is not None and after.id == "n9")
    assert told.text == "Zoltán draws; (erased) does not"


def test_whoever_is_not_there_changes_nothing():
    assert erasing.erased(everybody(), erasing.who(Person(id="nobody", name="Nobody Here"))).pairs == ()


def test_no_byte_is_left_in_the_notebook_its_journal_or_its_backups(notebook, folder, tmp_path):
    second = tmp_path / "stick"
    second.mkdir()
    for days in (0, 3, 9):
        extra = Note(id=f"x{days}", interview="acme", person="canary", text=f"Kanárek {days}")
        notebook.apply(added(DID, extra))
        backup.make(folder, NOW + timedelta(days=days), Why.WORK)
        backup.copied(backup.folder_of(folder), second, NOW + timedelta(days=days))
    kept = {(each.made, each.why) for each in backup.all_in(backup.folder_of(folder))}
    assert found_in(folder, CANARIES)
    whom = erasing.who(ZOLTAN)
    erase.from_notebook(notebook, whom)
    told = erase.from_backups(erase.folders_of(folder, str(second)), whom)
    assert (told.rewritten, told.holding) == (6, ())
    allowed = {"Zolt", "zolt"}  # the namesake at another employer, and a word that only begins so
    assert found_in(folder, set(CANARIES) - allowed) == []
    assert found_in(second, set(CANARIES) - allowed) == []
    assert {(each.made, each.why) for each in backup.all_in(backup.folder_of(folder))} == kept
    for place_of in (backup.folder_of(folder), second):
        assert all(backup.is_sound(each) for each in backup.all_in(place_of))
    notebook.look_through()
    assert notebook.search("kanarek") == ()
    assert [person.id for person in notebook.people()] == ["ada", "other"]
    again = erase.from_backups(erase.folders_of(folder, str(second)), whom)
    assert (again.rewritten, again.holding) == (0, ())


def test_a_backup_that_cannot_be_written_anew_is_named_and_stays(notebook, folder, monkeypatch):
    made = backup.make(folder, NOW, Why.START)
    rotten = made.path.with_name(made.path.name.replace("start", "asked"))
    rotten.write_bytes(made.path.read_bytes()[:9_000])
    told = erase.from_backups((backup.folder_of(folder),), erasing.who(ZOLTAN))
    assert told.holding == (rotten,)
    assert told.rewritten == 1
    assert rotten.exists()


def test_a_second_place_that_is_not_there_and_damaged_notebooks_are_named(notebook, folder, tmp_path):
    whom, stick = erasing.who(ZOLTAN), tmp_path / "stick"
    assert erase.folders_of(folder, "") == ()
    damaged = folder / f"{restore.ASIDE}-2026-11-23T124100Z-{place.NAME}"
    damaged.write_text("Kanárek")
    places = erase.folders_of(folder, str(stick))
    assert erase.from_backups(places, whom) == erase.Backups(0, (stick, damaged))
    stick.mkdir()
    backup.make(folder, NOW, Why.START)
    half = stick / f"x{backup.SUFFIX}{backup.UNFINISHED}"
    half.write_text("Kanárek")
    assert erase.from_backups(erase.folders_of(folder, str(stick)), whom) == erase.Backups(1, (damaged, half))


@pytest.fixture
def reader(notebook, folder):
    """Another program that reads the notebook, and keeps its journal as it is."""
    notebook._connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(place.file_in(folder), isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM person").fetchall()
        yield other


def test_a_journal_that_cannot_be_emptied_is_told(notebook, reader):
    with pytest.raises(Problem, match="journal could not be emptied"):
        notebook.compact()
    reader.execute("ROLLBACK")
    notebook.compact()


def test_where_only_the_file_cannot_be_written_anew_the_person_is_gone_all_the_same(notebook, folder, reader):
    left = erase.from_notebook(notebook, erasing.who(ZOLTAN))
    assert str(left).startswith("Erased, but the notebook’s file could not be written anew")
    assert notebook.person(ZOLTAN.id) is None
    reader.execute("ROLLBACK")
    assert erase.from_notebook(notebook, erasing.who(ZOLTAN)) is None
    assert found_in(folder, ["Kanár", "555 0199"]) == []


def test_a_fault_leaves_the_backup_as_it_was(notebook, folder, monkeypatch):
    made = backup.make(folder, NOW, Why.START)
    before = made.path.read_bytes()

    def fail(*_):
        raise OSError(28, "no space")

    monkeypatch.setattr(backup.os, "fsync", fail)
    told = erase.from_backups((backup.folder_of(folder),), erasing.who(ZOLTAN))
    assert told.holding == (made.path,)
    assert made.path.read_bytes() == before
    assert [each.name for each in made.path.parent.iterdir()] == [made.path.name]


def test_an_older_backup_is_rewritten_too(folder, tmp_path):
    frozen = next((Path(__file__).parent / "frozen").glob("*.sqlite"))
    folder.mkdir()
    place.file_in(folder).write_bytes(frozen.read_bytes())
    with Notebook.open(folder) as notebook:
        whom = erasing.who(notebook.people()[0])
        erase.from_notebook(notebook, whom)
        told = erase.from_backups(erase.folders_of(folder, ""), whom)
    assert told.rewritten == 1
    assert not found_in(folder, [whom.texts[0]])


def test_the_digest_tells_that_something_was_taken_out(notebook, folder):
    with closing(backup.reader(place.file_in(folder))) as reader:
        before = content.digest(reader)
    erase.from_notebook(notebook, erasing.who(ZOLTAN))
    with closing(backup.reader(place.file_in(folder))) as reader:
        assert content.digest(reader) != before
