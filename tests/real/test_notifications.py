"""Reminders on a real desktop: shown by a real daemon, answered with its buttons, and what happens when the daemon dies."""

import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from notification_desk import NotificationDesk, bare_bus
from print_shop import wait_for
from PySide6.QtCore import QElapsedTimer

from followup_desktop.desk.login import StartAtLogin
from followup_desktop.desk.notifications import DEFAULT, Notice, Notifications

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "build" / "real"
NOW = "2026-11-24T12:41"
PATIENCE = 40
"""Seconds for a program to come or go, on a busy machine."""
AT_ONCE_MS = 200
"""A window that answers within this long has not frozen."""


@pytest.fixture
def notebook(screen, tmp_path):
    """A notebook with an interview that is over and of which nothing is noted; gives its folder."""
    folder = tmp_path / "notebook"
    for words in (
        ("me", "--name", "Robin Ashworth", "--country", "GB"),
        ("add", "Fish & <b>Chips", "Cook", "--start", "2026-11-24T10:00", "--with", "Ann Lee"),
    ):
        command = [sys.executable, "-m", "followup_desktop", "--data", folder, "--now", NOW, *words]
        subprocess.run(command, cwd=ROOT, env=screen.env, capture_output=True, check=True)
    return folder


@pytest.fixture
def start(screen, notebook):
    """Starts the program in the background with these settings; it does not outlive the test."""
    programs = []

    def started(**settings):
        if settings:
            (notebook / "settings.json").write_text(json.dumps(settings))
        programs.append(screen.app("--data", notebook, "--now", NOW, "--in-background", env={"TZ": "Europe/London"}))
        return programs[-1]

    yield started
    for program in programs:
        program.kill()
        program.wait()


def left(screen, folder, program):
    """Quit by the keyboard; a second start brings the window from the task bar to the front first."""
    wait_for("the window", lambda: screen.has("Follow-Up Desktop"), PATIENCE)
    screen.app("--data", folder).wait(PATIENCE)
    screen.window("Follow-Up Desktop")
    screen.keys("ctrl+q")
    assert program.wait(PATIENCE) == 0


def laters(folder):
    with sqlite3.connect(f"file:{folder / 'notebook.sqlite'}?mode=ro", uri=True) as connection:
        found = connection.execute("SELECT until FROM later").fetchall()
    connection.close()
    return [until for (until,) in found]


def test_a_reminder_is_shown_with_its_words_and_its_button_opens_what_it_is_about(screen, tree, notified, start, notebook):
    program = start()
    told = notified.wait_shown(1)
    assert told.summary == "How was Fish & <b>Chips?"
    assert told.body == "A few words about each of them now, and the cards write themselves."
    assert told.actions == {
        DEFAULT: "Debrief",
        "act": "Debrief",
        "hour": "In an hour",
        "tomorrow": "Tomorrow morning",
        "dismiss": "Dismiss",
    }
    screen.shot(PICTURES / "notification.png")
    notified.press("Debrief")
    tree("followup-desktop").wait("label", "How was Fish & <b>Chips?")
    screen.window("Follow-Up Desktop")
    screen.keys("ctrl+q")
    assert program.wait(PATIENCE) == 0
    assert laters(notebook) == []


def test_put_off_from_the_desktop_it_is_kept_and_not_told_again_at_the_next_start(screen, notified, start, notebook):
    program = start()
    notified.wait_shown(1)
    notified.press("In an hour")
    assert wait_for("the reminder to be put off", lambda: laters(notebook)) == ["2026-11-24T13:41:00+00:00"]
    wait_for("the notification to go", lambda: notified.on_screen() == 0)
    left(screen, notebook, program)
    left(screen, notebook, start())
    assert len(notified.shown()) == 1


def test_the_notification_goes_with_the_program(screen, notified, start, notebook):
    program = start()
    notified.wait_shown(1)
    assert notified.on_screen() == 1
    left(screen, notebook, program)
    assert notified.on_screen() == 0


def test_nothing_personal_is_on_the_desktop_where_the_user_is_private(screen, notified, start, notebook):
    program = start(private=True)
    told = notified.wait_shown(1)
    assert (told.summary, told.body) == ("Something to do", "")
    assert "Chips" not in str(notified.shown())
    left(screen, notebook, program)


# The tray


@pytest.fixture
def with_tray(screen, processes, tmp_path):
    """A tray on the screen, until the test ends."""
    if shutil.which("trayer") is None:
        pytest.skip("trayer, the tray, is not installed (make real brings it)")
    made = processes.start("trayer", "--edge", "top", "--height", "32", log=tmp_path / "trayer", env=screen.env)
    wait_for("the tray", lambda: "panel" in screen.titles())
    yield made
    made.kill()
    made.wait()


def test_in_the_tray_the_program_outlives_its_window(screen, notified, with_tray, start, notebook):
    program = start(tray=True)
    notified.wait_shown(1)
    assert "Follow-Up Desktop" not in screen.titles()
    screen.shot(PICTURES / "tray.png")
    screen.app("--data", notebook).wait(PATIENCE)
    screen.window("Follow-Up Desktop")
    screen.keys("alt+F4")
    wait_for("the window to go", lambda: "Follow-Up Desktop" not in screen.titles())
    assert program.poll() is None
    left(screen, notebook, program)


def test_without_the_tray_closing_the_window_ends_the_program(screen, notified, with_tray, start, notebook):
    program = start()
    notified.wait_shown(1)
    screen.app("--data", notebook).wait(PATIENCE)
    screen.window("Follow-Up Desktop")
    screen.keys("alt+F4")
    assert program.wait(PATIENCE) == 0


# The voice alone


@pytest.fixture
def notified_alone(screen, processes, scratch, tmp_path, monkeypatch):
    """A notification daemon on a bus of its own, which does not start another one when it dies."""
    if shutil.which("dunst") is None:
        pytest.skip("dunst, the notification daemon, is not installed (make real brings it)")
    address = bare_bus(Path(tempfile.mkdtemp(dir=scratch)) / "bus", processes)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    desk = NotificationDesk({**screen.env, "DBUS_SESSION_BUS_ADDRESS": address}, tmp_path / "notifications", processes)
    yield desk
    desk.kill()


@pytest.fixture
def voice(qapp, notified_alone):
    """The notifications of this very process."""
    made = Notifications("Follow-Up Desktop", entry="followup-desktop")
    yield made
    made.close()


def shown(qtbot, voice, notice):
    with qtbot.waitSignal(voice.shown, timeout=10_000) as told:
        voice.show(notice)
    assert told.args == [notice]


def test_what_the_user_wrote_is_not_read_as_markup(qtbot, voice, notified_alone):
    shown(qtbot, voice, Notice("A & B", "1 < 2 <b>bold</b> &amp;"))
    assert "1 &lt; 2 &lt;b&gt;bold&lt;/b&gt; &amp;amp;" in notified_alone.wait_shown(1).drawn


def test_a_newer_one_takes_the_place_of_the_one_before(qtbot, voice, notified_alone):
    for title in ("one", "two", "three"):
        shown(qtbot, voice, Notice(title))
    assert [each.summary for each in notified_alone.shown()] == ["one", "two", "three"]
    assert notified_alone.on_screen() == 1
    voice.withdraw()
    wait_for("it to be taken away", lambda: notified_alone.on_screen() == 0)


def test_pressing_the_notification_itself_is_told(qtbot, voice, notified_alone):
    notice = Notice("one", "", {DEFAULT: "Open", "hour": "In an hour"})
    shown(qtbot, voice, notice)
    with qtbot.waitSignal(voice.pressed, timeout=10_000) as told:
        notified_alone.press_itself()
    assert told.args == [notice, DEFAULT]


def test_a_daemon_that_dies_and_comes_back_is_spoken_to_again(qtbot, voice, notified_alone):
    shown(qtbot, voice, Notice("before"))
    notified_alone.kill()
    with qtbot.waitSignal(voice.failed, timeout=15_000):
        voice.show(Notice("nobody hears"))
    notified_alone.start()
    shown(qtbot, voice, Notice("after"))
    assert notified_alone.wait_shown(2).summary == "after"


def test_a_daemon_that_hangs_does_not_freeze_the_window(qtbot, voice, notified_alone):
    shown(qtbot, voice, Notice("before"))
    notified_alone.halt()
    took = QElapsedTimer()
    took.start()
    with qtbot.waitSignal(voice.failed, timeout=15_000):
        voice.show(Notice("nobody hears"))
        assert took.elapsed() < AT_ONCE_MS
    took.restart()
    voice.close()
    assert took.elapsed() < 2 * 500


# The start at login


@pytest.mark.parametrize(
    "name",
    ["plain", "with blank", 'quo"te', "do$HOME llar", "back\\slash", "tick`s`", "semi;colon & (more)", "ünïcode"],
)
def test_glib_starts_what_the_autostart_file_says(screen, tmp_path, name):
    program, heard = tmp_path / name, tmp_path / "heard"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {heard}.new && mv {heard}.new {heard}\n')
    program.chmod(0o755)
    StartAtLogin(tmp_path / "autostart", (str(program), "--data", "per%cent %f", "--in-background")).switch(on=True)
    (file,) = (tmp_path / "autostart").iterdir()
    checked = subprocess.run(["desktop-file-validate", file], capture_output=True, text=True, check=False)
    assert checked.stdout == ""
    subprocess.run(["gio", "launch", file], env=screen.env, check=True)
    wait_for("the program to be started", heard.exists)
    assert heard.read_text().splitlines() == ["--data", "per%cent %f", "--in-background"]
