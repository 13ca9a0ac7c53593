"""The verbs that write the notebook out, bring it in, keep and put back copies of it."""

import csv
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from followup_desktop import cli
from followup_desktop.store import backup
from followup_desktop.store.notebook import Notebook
from followup_desktop.verbs import safety

ROOT = Path(__file__).resolve().parent.parent
INVITATION = Path(__file__).parent / "walk" / "invitation.ics"


@pytest.fixture
def say(tmp_path, capsys):
    """Runs the words of a command line on a notebook of the test's own; gives the exit status, output and errors."""

    def run(*words, status=0, data="notebook"):
        wish = cli.parse(["--data", str(tmp_path / data), "--now", "2026-11-23T12:41", *map(str, words)])
        code = cli.run(wish)
        out, err = capsys.readouterr()
        assert code == status, f"{words}: {code}\n{out}{err}"
        return out, err

    return run


@pytest.fixture
def sample(say):
    say("sample")
    return say


def everything(folder):
    with Notebook.open(folder, read_only=True) as notebook:
        return notebook.everything()


@pytest.mark.parametrize("name", ["out.json", "out.followup", "OUT.JSON"])
def test_everything_goes_out_and_comes_back(sample, tmp_path, name):
    out, _ = sample("export", tmp_path / name)
    assert out.startswith(f"{tmp_path / name}: ")
    dry, _ = sample("import", tmp_path / name, "--dry-run", "--json", data="other")
    assert json.loads(dry)["new"]["interview"] > 2
    assert not (tmp_path / "other").exists()
    sample("import", tmp_path / name, data="other")
    assert everything(tmp_path / "other") == everything(tmp_path / "notebook")
    again, _ = sample("import", tmp_path / name, "--json", data="other")
    assert json.loads(again)["new"] == {}
    assert sample("list", "--json", data="other") == sample("list", "--json")


def test_what_the_notebook_tells_differently_is_named(sample, tmp_path):
    sample("export", tmp_path / "out.followup")
    sample("me", "--name", "Somebody Else", "--country", "GB")
    _, err = sample("import", tmp_path / "out.followup", status=1)
    assert "Robin Ashworth: Your notebook tells it differently" in err
    with Notebook.open(tmp_path / "notebook", read_only=True) as notebook:
        assert notebook.me().name == "Somebody Else"


def test_nobody_without_a_name_comes_in(sample):
    for name in ("", "  "):
        assert "no name" in sample("person", "acme", name, status=2)[1]


def test_a_hostile_notebook_is_one_line(sample, tmp_path):
    before = everything(tmp_path / "notebook")
    for data in (b"{", b"[" * 200_000, b'{"format": "followup.json", "version": 1, "records": {"note": [{"id": "x"}]}}'):
        (tmp_path / "bad.followup").write_bytes(data)
        _, err = sample("import", tmp_path / "bad.followup", status=2)
        assert err.count("\n") == 1
    assert everything(tmp_path / "notebook") == before


ODD = Path(__file__).parent / "exchange" / "fixtures" / "odd.followup"
"""Fields that are each of their kind, and that nobody would write: ends before starts, unknown zones, tones and answers."""


def test_odd_values_from_a_file_break_no_verb(say, tmp_path):
    say("import", ODD)
    for words in (["list"], ["list", "--json"], ["agenda"], ["agenda", "--ics", tmp_path / "a.ics"], ["letters"], ["check"]):
        say(*words)
    say("cards", "--out", tmp_path / "c.pdf", "--drafts", status=1)
    say("kit", "i1", "--out", tmp_path / "k.pdf")
    say("export", tmp_path / "o.followup")
    say("import", tmp_path / "o.followup", data="other")
    assert everything(tmp_path / "other") == everything(tmp_path / "notebook")


PICTURES = """
import sys, traceback
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo
from followup_desktop import app
sys.excepthook = lambda *fault: (traceback.print_exception(*fault), print("fault"))
now = datetime(2026, 11, 23, 12, 41, tzinfo=ZoneInfo("Europe/London"))
print(len(dict(app.pictures(Path({folder}), now, "light", 150))))
"""


@pytest.mark.slow
def test_odd_values_from_a_file_break_no_page(say, tmp_path):
    say("import", ODD)
    source = PICTURES.replace("{folder}", repr(str(tmp_path / "notebook")))
    done = subprocess.run([sys.executable, "-c", source], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 9, done.stdout + done.stderr


def test_interviews_people_and_calendar_go_out(sample, tmp_path):
    for name in ("out.csv", "out.vcf", "out.ics"):
        sample("export", tmp_path / name)
    rows = list(csv.DictReader(StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))
    listed = json.loads(sample("list", "--json")[0])
    assert [row["Company"] for row in rows] == [each["company"] for each in listed]
    people = (tmp_path / "out.vcf").read_text("utf-8")
    assert all(person["name"] in people.replace("\r\n ", "") for each in listed for person in each["people"])
    calendar = (tmp_path / "out.ics").read_text("utf-8")
    assert calendar.count("UID:interview-") == len(listed)


def test_another_ending_and_a_place_that_is_not_there_are_one_line(sample, tmp_path):
    for name in ("out.doc", "out", "nowhere/out.json"):
        _, err = sample("export", tmp_path / name, status=2)
        assert err.count("\n") == 1
    assert not (tmp_path / "out.doc").exists()


def test_what_is_in_the_notebook_is_kept_before_an_import(sample, tmp_path):
    sample("import", INVITATION)
    (made,) = backup.all_in(backup.folder_of(tmp_path / "notebook"))
    assert made.why is backup.Why.IMPORT


def test_backup_restore_and_check(sample, tmp_path):
    mine = tmp_path / "mine.sqlite"
    out, _ = sample("backup", mine)
    assert "interviews" in out
    before = everything(tmp_path / "notebook")
    sample("backup")
    sample("add", "Later Ltd", "R", "--start", "2026-12-01T10:00")
    assert "backup of 2026-11-23" in sample("check")[0]
    assert sample("restore", mine, "--dry-run")[0] in out
    sample("restore", mine)
    assert everything(tmp_path / "notebook") == before
    for each in backup.all_in(backup.folder_of(tmp_path / "notebook")):
        data = each.path.read_bytes()
        at = data.index(b"Acme")
        each.path.write_bytes(data[:at] + b"acme" + data[at + 4 :])
    out, err = sample("check", status=1)
    assert "notebook: sound" in out
    assert "is not sound; delete it" in err


def test_a_damaged_notebook_is_told_and_a_backup_put_in_its_place(sample, tmp_path):
    mine = tmp_path / "mine.sqlite"
    sample("backup", mine)
    before = everything(tmp_path / "notebook")
    path = tmp_path / "notebook" / "notebook.sqlite"
    path.write_bytes(path.read_bytes()[:9_000])
    assert "damaged" in sample("check", status=2)[1]
    assert "moved aside: " in sample("restore", mine)[0]
    assert everything(tmp_path / "notebook") == before


def test_beside_an_open_window_a_backup_is_made_and_nothing_restored(sample, tmp_path):
    with Notebook.open(tmp_path / "notebook"):
        sample("backup", tmp_path / "mine.sqlite")
        sample("check")
        assert "is open" in sample("restore", tmp_path / "mine.sqlite", status=2)[1]


def test_without_a_notebook_there_is_nothing_to_keep(say, tmp_path):
    say("backup", status=2)
    say("backup", tmp_path / "x.sqlite", status=2)
    assert "0 records" in say("check")[0]
    assert not (tmp_path / "notebook").exists()


def test_what_a_backup_holds_is_counted_in_the_right_number():
    assert safety.told(SimpleNamespace(interviews=1, people=1, notes=1)) == "1 interview, 1 person, 1 note"
    assert safety.told(SimpleNamespace(interviews=0, people=2, notes=2)) == "0 interviews, 2 people, 2 notes"
