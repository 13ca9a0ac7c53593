"""The start at login: on, off, and seen however it was changed. (What GLib makes of the file: tests/real.)"""

import stat

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.desk.login import FILE, StartAtLogin, exec_line

COMMAND = ("/opt/follow up/followup-desktop", "--in-background")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "config" / "autostart"


@pytest.fixture
def login(folder):
    return StartAtLogin(folder, COMMAND)


def test_on_there_is_a_file_for_this_command_and_off_there_is_none(login, folder):
    assert not login.is_on()
    login.switch(on=True)
    assert login.is_on()
    text = (folder / FILE).read_text("utf-8")
    assert text.splitlines()[0] == "[Desktop Entry]"
    assert 'Exec="/opt/follow up/followup-desktop" --in-background' in text
    assert "X-GNOME-Autostart-enabled=true" in text
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o644
    login.switch(on=False)
    assert not login.is_on()
    assert list(folder.iterdir()) == []
    login.switch(on=False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("X-GNOME-Autostart-enabled=true", "X-GNOME-Autostart-enabled=false"),
        ("Terminal=false", "Terminal=false\nHidden=true"),
        ("Terminal=false", "Terminal=false\nhidden = True"),
        ("Exec=", "NoExec="),
    ],
)
def test_switched_off_by_the_desktop_it_is_off_and_can_be_switched_on_again(login, folder, before, after):
    login.switch(on=True)
    file = folder / FILE
    file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")
    assert not login.is_on()
    login.switch(on=True)
    assert login.is_on()


def test_removed_by_other_means_it_is_off(login, folder):
    login.switch(on=True)
    (folder / FILE).unlink()
    assert not login.is_on()


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(login, folder):
    folder.parent.write_text("a file where the folder should be")
    with pytest.raises(Problem, match="could not be switched on"):
        login.switch(on=True)
    assert not login.is_on()


def test_a_file_that_cannot_be_removed_is_said_in_a_sentence(login, folder):
    (folder / FILE).mkdir(parents=True)
    with pytest.raises(Problem, match="could not be switched off"):
        login.switch(on=False)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("plain", "--data", "/home/a"), "plain --data /home/a"),
        (("with blank",), '"with blank"'),
        (('quo"te',), '"quo\\\\"te"'),
        (("do$llar",), '"do\\\\$llar"'),
        (("back\\slash",), '"back\\\\\\\\slash"'),
        (("t`ck",), '"t\\\\`ck"'),
        (("per%cent",), "per%%cent"),
        (("new\nline",), '"new\\nline"'),
        (("",), '""'),
        (("~/x",), '"~/x"'),
    ],
)
def test_the_command_is_quoted_by_the_specification(words, line):
    assert exec_line(words) == line
