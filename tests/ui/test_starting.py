"""What the session starts at login: this very program, with this very notebook, and no window in the way."""

import sys

import pytest

from followup_desktop import cli, places
from followup_desktop.desk.clock import Clock
from followup_desktop.desk.desk import Desk
from followup_desktop.store.notebook import Notebook
from followup_desktop.ui.starting import start_at_login

linux = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="elsewhere it is set by hand")


def exec_words(folder):
    (file,) = folder.iterdir()
    (line,) = (line for line in file.read_text("utf-8").splitlines() if line.startswith("Exec="))
    return line.removeprefix("Exec=")


@linux
def test_the_users_own_notebook_needs_no_naming(qapp, now, home):
    with Notebook.open(places.data_dir()) as notebook:
        start_at_login(Desk(notebook, Clock(now))).switch(on=True)
    assert exec_words(places.autostart_dir()) == f"{sys.executable} -m followup_desktop --in-background"
    assert home in places.autostart_dir().parents


@linux
def test_another_notebook_is_named(desk):
    start_at_login(desk).switch(on=True)
    assert f"--data {desk.folder.absolute()} --in-background" in exec_words(places.autostart_dir())


@linux
def test_an_installed_command_is_started_by_its_name(desk, tmp_path, monkeypatch):
    command = tmp_path / "followup-desktop"
    command.touch()
    monkeypatch.setattr(sys, "argv", [str(command), "--now", "2026-11-23"])
    start_at_login(desk).switch(on=True)
    assert exec_words(places.autostart_dir()).startswith(f"{command} --data ")


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_there_is_no_switch_where_it_was_never_tried(desk, monkeypatch, system):
    monkeypatch.setattr(sys, "platform", system)
    assert start_at_login(desk) is None


def test_what_is_started_is_understood():
    assert cli.parse(["--in-background"]).in_background
    assert not cli.parse([]).in_background
