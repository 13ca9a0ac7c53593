"""The program as a whole: the log, the notebook's one writer, the sample beside the own notebook, a second start."""

import logging
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from followup_desktop import app
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Interview, Me, added
from followup_desktop.core.words import Words
from followup_desktop.store.notebook import Notebook
from followup_desktop.store.trouble import InUse
from followup_desktop.ui import look

INVITATION = Path(__file__).parent / "walk" / "invitation.ics"
PATIENCE_S = 30


@pytest.fixture
def session(qapp, qtbot, tmp_path, now):
    """A run of the program on an empty notebook, its window shown."""
    look.apply(qapp, "light")
    made = app.Session(tmp_path / "own", now)
    made.window.show()
    yield made
    made.close()
    made.window.deleteLater()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def scratches(tmp_path):
    return list(tmp_path.glob("followup-sample-*"))


@pytest.fixture(autouse=True)
def scratch_here(tmp_path, monkeypatch):
    """Scratch notebooks are made in the test's own folder."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def test_the_first_window_is_no_larger_than_its_screen(session):
    screen = session.window.screen().availableGeometry()
    session.window.resize(screen.width() + 400, screen.height() + 400)
    session.start(in_background=False)
    assert session.window.width() == screen.width()
    assert session.window.height() < screen.height()  # room for its frame


# The sample


def test_the_sample_is_a_scratch_notebook_that_goes_when_it_is_left(session, tmp_path):
    own = session.window
    session.window.sample_wanted.emit()
    assert session.window is not own
    assert session.window.isVisible()
    assert not own.isVisible()
    assert len(session.window.desk.cases()) == 5
    assert len(scratches(tmp_path)) == 1
    session.window.own_wanted.emit()
    assert session.window is own
    assert own.isVisible()
    assert scratches(tmp_path) == []
    assert session.desk.cases() == ()


def test_the_sample_may_be_looked_at_again_and_again(session, tmp_path):
    for _ in range(3):
        session.show_sample()
        assert len(scratches(tmp_path)) == 1
    session.show_own()
    assert scratches(tmp_path) == []


def test_the_sample_opens_for_somebody_who_has_said_who_writes(session):
    session.desk.do(added(Words("Say who writes"), Me(name="Ada Lovelace", country="GB")))
    session.show_sample()
    assert len(session.window.desk.cases()) == 5
    assert session.window.desk.me().name != "Ada Lovelace"


def test_the_sample_goes_when_the_program_ends_in_it(session, tmp_path):
    session.show_sample()
    session.close()
    assert scratches(tmp_path) == []


def test_light_or_dark_chosen_in_the_sample_is_the_users_choice(session):
    session.show_sample()
    session.window.actions_by_name["dark"].trigger()
    session.show_own()
    assert app.chosen_look(session.desk) == "dark"


def test_a_look_that_is_none_is_that_of_the_system(session):
    session.desk.settings.set("look", "purple")
    assert app.chosen_look(session.desk) == "system"


def test_a_file_that_a_second_start_brings_never_goes_into_the_sample(session):
    session.show_sample()
    session.come_forward([str(INVITATION)])
    assert session.window.desk is session.desk
    (bar,) = session.window.bars.bars()
    assert "Which of these is you?" in bar.accessibleName()


def test_a_sample_that_cannot_be_made_is_one_sentence(session, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    session.show_sample()
    (bar,) = session.window.bars.bars()
    assert bar.kind == "error"
    assert "The sample notebook cannot be made" in bar.accessibleName()
    assert session.window.desk is session.desk


# One writer


def test_a_notebook_has_one_writer_until_the_program_ends(session, now):
    folder = session.desk.folder
    with pytest.raises(InUse):
        app.Session(folder, now)
    session.close()
    with Notebook.open(folder) as free:
        assert free.cases() == ()


def test_a_folder_that_is_no_folder_is_a_problem(tmp_path, now):
    (tmp_path / "file").write_text("")
    with pytest.raises(Problem):
        app.Session(tmp_path / "file", now)


# The log


def kept_logs():
    return [handler for handler in logging.getLogger().handlers if isinstance(handler, app.PrivateLog)]


@pytest.fixture
def root_log():
    """The root logger, without our log afterwards."""
    root = logging.getLogger()
    level = root.level
    yield root
    for handler in kept_logs():
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_log_is_for_the_users_eyes_only(tmp_path, root_log):
    app.start_log(tmp_path / "log")
    path = tmp_path / "log" / "followup-desktop.log"
    root_log.info("a line")
    assert path.read_text("utf-8").endswith(" INFO root a line\n")
    assert path.parent.stat().st_mode & 0o777 == 0o700
    (handler,) = kept_logs()
    handler.doRollover()
    assert [each.stat().st_mode & 0o777 for each in path.parent.iterdir()] == [0o600, 0o600]


def test_a_log_that_cannot_be_written_keeps_nobody_from_working(tmp_path, root_log):
    (tmp_path / "log").write_text("")
    app.start_log(tmp_path / "log")
    assert kept_logs() == []
    root_log.info("work goes on")


# Real processes


@pytest.fixture
def start(tmp_path):
    """Starts the program offscreen on the notebook of the test; ends what is still running."""
    running = []

    def run(*words):
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "followup_desktop", "--data", tmp_path / "own", *words]
        errors = (tmp_path / f"errors-{len(running)}").open("wb")
        running.append(subprocess.Popen(command, env=env, stdout=errors, stderr=errors, stdin=subprocess.DEVNULL))
        errors.close()
        return running[-1]

    yield run
    for process in running:
        if process.poll() is None:
            process.kill()
        process.wait()
    told = b"".join(path.read_bytes() for path in tmp_path.glob("errors-*"))
    assert b"Traceback" not in told, told.decode()


def until(found, seconds=PATIENCE_S):
    """What `found` gives once it is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := found():
            return value
        time.sleep(0.05)
    raise AssertionError("it did not come")


def companies(folder):
    with Notebook.open(folder, read_only=True) as notebook:
        return [case.interview.company for case in notebook.cases()]


def known(tmp_path):
    """The writer is known, so that an invitation needs no question."""
    command = [sys.executable, "-m", "followup_desktop", "--data", tmp_path / "own", "me", "--name", "Robin"]
    subprocess.run([*command, "--email", "robin@ashworth.example"], check=True, capture_output=True)


@pytest.mark.skipif(sys.platform == "win32", reason="started by its socket's file")
def test_a_start_at_login_beside_an_open_window_ends_quietly(session, tmp_path):
    session.window.hide()
    words = (sys.executable, "-m", "followup_desktop", "--data", tmp_path / "own", "--in-background")
    assert subprocess.run(words, cwd=Path(app.__file__).parents[1], check=False, timeout=PATIENCE_S).returncode == 0
    assert not session.window.isVisible()


def test_a_second_start_hands_its_file_to_the_first_and_ends(start, tmp_path):
    known(tmp_path)
    first = start()
    until((tmp_path / "own" / "raise.socket").exists)
    assert companies(tmp_path / "own") == []
    assert start(INVITATION).wait(PATIENCE_S) == 0
    until(lambda: companies(tmp_path / "own") == ["Acme"])
    assert first.poll() is None


@pytest.mark.skipif(sys.platform == "win32", reason="started by its socket's file")
def test_after_a_killed_run_the_next_one_has_everything_and_its_own_door(start, tmp_path):
    known(tmp_path)
    first = start(INVITATION)
    until((tmp_path / "own" / "raise.socket").exists)
    until(lambda: companies(tmp_path / "own") == ["Acme"])
    first.send_signal(signal.SIGKILL)
    first.wait()
    (tmp_path / "own" / "raise.socket").unlink()  # so that the next one's can be told from it
    second = start()
    until((tmp_path / "own" / "raise.socket").exists)
    assert start(INVITATION).wait(PATIENCE_S) == 0
    assert second.poll() is None
    assert companies(tmp_path / "own") == ["Acme"]


def test_an_interview_that_was_told_is_there_in_the_window(qapp, qtbot, tmp_path, now):
    with Notebook.open(tmp_path / "own") as notebook:
        from followup_desktop.core import changes  # noqa: PLC0415  (beside its only use)

        interview = Interview(id="i1", company="Acme", role="Engineer", start=now.replace(tzinfo=None), zone="Europe/London")
        notebook.apply(changes.interview_added(interview, ["Hong Nguyen"]))
    session = app.Session(tmp_path / "own", now)
    assert session.window.page is session.window.main
    session.close()
    session.window.deleteLater()
    session.deleteLater()
