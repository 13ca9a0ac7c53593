"""Faults of ours: one window with a report that names places in the program and nothing from the notebook."""

import sys
import threading
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import Words
from followup_desktop.desk.kept_backups import Why
from followup_desktop.ui import faults, look

WRITTEN = "Nguyễn Thị Hồng told me about her pay"


@pytest.fixture
def watched(qapp, monkeypatch):
    """The hooks of the app, in place of the tests' own, and given back."""
    look.apply(qapp, "light")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    faults.watch()


def plant():
    """Raise a fault whose words hold what somebody wrote."""
    raise KeyError(WRITTEN)


def report_shown(qtbot, act):
    """The report in the window that comes after `act`; the window is left by its button."""
    seen = []

    def look_at_it():
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, faults.FaultWindow) and each.isVisible()]
        if not windows:
            QTimer.singleShot(20, look_at_it)
            return
        seen.append([each.report.toPlainText() for each in windows])
        copy, go_on = windows[0].findChildren(QPushButton)
        copy.click()
        go_on.click()

    act()
    QTimer.singleShot(20, look_at_it)
    qtbot.waitUntil(lambda: bool(seen))
    (reports,) = seen
    return reports


def raised():
    """Plant a fault and hand it to the hook as Python does at the end of a slot."""
    try:
        plant()
    except KeyError:
        sys.excepthook(*sys.exc_info())


def test_a_fault_opens_one_window_that_tells_nothing_from_the_notebook(watched, qtbot, expected):
    expected.warning("KeyError")
    (report,) = report_shown(qtbot, raised)
    assert WRITTEN not in report
    assert "KeyError" in report
    assert " plant" in report
    assert QApplication.clipboard().text() == report


def test_many_faults_at_once_open_one_window(watched, qtbot, expected):
    expected.warning("KeyError")
    assert len(report_shown(qtbot, lambda: [raised() for _ in range(5)])) == 1


def test_a_fault_of_another_thread_is_shown_too(watched, qtbot, expected):
    expected.warning("KeyError")
    worker = threading.Thread(target=plant)
    (report,) = report_shown(qtbot, lambda: (worker.start(), worker.join()))
    assert WRITTEN not in report


def test_a_problem_before_the_window_is_one_sentence_and_status_2(qapp, qtbot, capsys):
    look.apply(qapp, "light")

    def close():
        (window,) = [
            each for each in QApplication.topLevelWidgets() if each.isVisible() and each.windowTitle() == "Follow-Up Desktop"
        ]
        window.findChild(QPushButton).click()

    QTimer.singleShot(50, close)
    assert faults.show_problem(Problem(Words("The folder “nb” is a file."))) == 2
    assert capsys.readouterr().err == "followup-desktop: The folder “nb” is a file.\n"


@pytest.mark.parametrize(
    ("interviews", "people", "told"), [(1, 1, "with 1 interview and 1 person."), (2, 0, "with 2 interviews and 0 people.")]
)
def test_a_backup_that_is_offered_is_counted_right(qapp, tmp_path, interviews, people, told):
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    seen = []

    def look_at_it():
        window = QApplication.activeModalWidget()
        seen.extend(each.text() for each in window.findChildren(QLabel))
        window.reject()

    QTimer.singleShot(0, look_at_it)
    kept = faults.Backup(tmp_path / "x", now, Why.START, "")
    inside = SimpleNamespace(interviews=interviews, people=people)
    assert not faults.offers_backup(Problem(Words("It is damaged.")), kept, inside, now)
    assert any(told in each for each in seen)
