"""The self-test names what is missing: here one thing of each kind is taken away from a copy of what is shipped."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from followup_desktop import places, selftest, shipped
from followup_desktop.letters.occasions import MESSAGES, OCCASIONS, TONES
from followup_desktop.paper import faces

ROOT = Path(__file__).resolve().parent.parent


def told(check, folder):
    return list(selftest.faults(check, folder))


def test_it_knows_every_resource_there_is():
    """Whoever adds an icon or a list of words adds its name there: an installed program has nothing to compare with."""
    assert set(selftest.ICONS) == {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
    assert set(selftest.WORDS) == {path.stem for path in (ROOT / "resources" / "words").glob("*.txt")}
    templates = {path.stem for path in (ROOT / "resources" / "templates").glob("*.txt")}
    assert templates == {f"{what}-{tone}" for what in (*OCCASIONS, *MESSAGES) for tone in TONES}


def test_all_that_is_asked_for_without_a_window_is_there(tmp_path):
    for name, check in selftest.CHECKS[:-1]:
        assert told(check, tmp_path) == [], name


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the resources, from which the program takes them."""
    shutil.copytree(ROOT / "resources", tmp_path / "resources", ignore=shutil.ignore_patterns("share", "licences"))
    monkeypatch.setattr(places, "resource", lambda name: tmp_path / "resources" / name)
    for cached in (shipped._lexicon, shipped._templates, shipped.stocks, shipped._writer):
        cached.cache_clear()
    yield tmp_path / "resources"
    for cached in (shipped._lexicon, shipped._templates, shipped.stocks, shipped._writer):
        cached.cache_clear()


@pytest.mark.parametrize(
    "name", ["icons/trash.svg", "words/cold.txt", "templates/panel-brief.txt", "look/app.qss", "sample.toml", "stock.toml"]
)
def test_a_file_that_is_gone_or_empty_is_named(copied, tmp_path, name):
    (copied / name).rename(copied / f"{name}.away")
    assert told(selftest._resources, tmp_path) == [f"The file {name} of the resources is not there."]
    (copied / name).write_bytes(b"")
    assert told(selftest._resources, tmp_path) == [f"The file {name} of the resources is not there."]


def test_a_template_and_words_that_are_gone_are_missed_where_they_are_read(copied, tmp_path):
    (copied / "templates" / "panel-brief.txt").unlink()
    (copied / "words" / "schedule.txt").unlink()
    assert told(selftest._words_and_templates, tmp_path) == [
        "The words “schedule” are empty.",
        "There is no brief template for “panel”.",
    ]


def test_a_face_a_zone_a_country_and_a_language_that_are_gone_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(faces, "HANDS", (*faces.HANDS, "No Such Hand"))
    monkeypatch.setattr(selftest, "LANGUAGES", ("en_GB", "xx_XX"))
    monkeypatch.setattr(selftest, "ZONES", ("Europe/Atlantis",))
    monkeypatch.setattr(selftest, "LANDS", ("XX",))
    assert told(selftest._faces, tmp_path) == [
        "The face No Such Hand cannot be read: FamilyNotInstalled.",
        "There are no rules for hyphens of xx_XX.",
    ]
    assert told(selftest._zones, tmp_path)[:2] == [
        "The time zone Europe/Atlantis is not known.",
        "The public holidays of XX are not known.",
    ]


def test_a_part_of_qt_that_is_gone_is_named(tmp_path, monkeypatch):
    known = selftest.PLUGINS[sys.platform]
    monkeypatch.setattr(selftest, "PLUGINS", {sys.platform: (*known, "platforms/libqnone.so")})
    assert told(selftest._parts_of_qt, tmp_path) == ["Qt's part platforms/libqnone.so is not there."]


def test_what_breaks_is_said_and_does_not_end_the_test(tmp_path):
    def check(_folder):
        """It is well."""
        yield "One thing is missing."
        raise KeyError("x")

    assert told(check, tmp_path) == ["One thing is missing.", "It is well. This does not work: KeyError: 'x'"]


@pytest.mark.slow
def test_a_copy_without_one_resource_of_each_kind_says_so_and_exits_1(tmp_path):
    for part in ("followup_desktop", "resources"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    program = [sys.executable, "-m", "followup_desktop", "--self-test"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(tmp_path)}

    def run():
        return subprocess.run(program, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    done = run()
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    gone = ("icons/print.svg", "templates/interview-warm.txt", "words/nouns.txt", "look/app.qss")
    for name in gone:
        (tmp_path / "resources" / name).unlink()
    done = run()
    assert done.returncode == 1
    for name in gone:
        assert f"missing  The file {name} of the resources is not there." in done.stdout
    assert "Traceback" not in done.stderr
