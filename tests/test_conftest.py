"""The nets of conftest.py catch what they are for."""

import logging
import socket
import subprocess
import sys
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]


def test_python_opens_no_socket_to_the_network():
    with pytest.raises(AssertionError, match="a socket of family"):
        socket.create_connection(("127.0.0.1", 9))


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no such sockets on this system")
def test_sockets_within_this_computer_work():
    socket.socket(socket.AF_UNIX).close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the filter in the kernel is Linux's")
def test_no_child_process_reaches_the_network():
    attempt = "import socket; socket.socket(socket.AF_INET)"
    child = subprocess.run([sys.executable, "-c", attempt], capture_output=True, text=True, check=False)
    assert "PermissionError" in child.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the filter in the kernel is Linux's")
def test_qt_does_not_reach_the_network(qtbot):
    from PySide6.QtNetwork import QTcpSocket  # noqa: PLC0415  (no other test wants it)

    peer = QTcpSocket()
    peer.connectToHost("127.0.0.1", 9)
    assert not peer.waitForConnected(1000)
    assert peer.error() in {QTcpSocket.SocketError.SocketAccessError, QTcpSocket.SocketError.UnsupportedSocketOperationError}


def test_home_is_the_tests_own(home):
    assert Path.home() == home


def test_an_announced_warning_passes(expected):
    expected.warning("disk is nearly full")
    logging.getLogger("followup").warning("the disk is nearly full")


CAUGHT = """
import logging
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QDialog
kept = []

def test_log(): logging.getLogger("x").warning("lost")
def test_silence(expected): expected.warning("never said")
def test_qt(): qWarning("crooked")
def test_window(qapp):
    kept.append(QDialog(objectName="stray"))
    kept[0].show()
"""

FREE = """
from PySide6.QtWidgets import QDialog

def test_window_given_to_qtbot(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.show()
def test_window_dropped(qapp): QDialog().show()
"""


def test_each_net_catches_what_it_is_for_and_nothing_else(pytester):
    pytester.makeconftest((Path(__file__).parent / "conftest.py").read_text("utf-8"))
    pytester.makeini("[pytest]\nqt_api = pyside6\nqt_log_level_fail = WARNING\nfilterwarnings = error\n")
    pytester.makepyfile(CAUGHT, test_free=FREE)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-rA")
    result.assert_outcomes(passed=5, failed=1, errors=3)
    for told in (
        "unexpected in the log: .*x: lost",
        "expected in the log, but not there: .*never said",
        "Qt messages with level WARNING or above emitted",
        "left behind: .*QDialog 'stray'",
    ):
        result.stdout.re_match_lines_random([f".*{told}.*"])
    for name in ("test_window_given_to_qtbot", "test_window_dropped"):
        result.stdout.re_match_lines_random([f"PASSED test_free.py::{name}"])
