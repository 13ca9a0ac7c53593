"""What holds for every test: no screen, no network, no home of a real user, no stray window, no unexpected warning.

Time is Monday, 23 November 2026, 12:41 in London (`now`). `notebook` and `desk` are fresh ones in a folder of the test's own.
"""

import ctypes
import gc
import logging
import os
import re
import socket
import struct
import sys
import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(TZ="Europe/London", LC_ALL=os.environ.get("FOLLOWUP_TEST_LOCALE", "C.UTF-8"), LANGUAGE="")
if hasattr(time, "tzset"):
    time.tzset()

# A slow machine is no fault of the code; in CI the same examples every time, elsewhere new ones.
settings.register_profile("followup", deadline=None, derandomize=bool(os.environ.get("CI")), print_blob=True)
settings.load_profile("followup")


# --- no network ----------------------------------------------------------------------------------------------------------


class NetworkUsed(AssertionError):  # noqa: N818  (what happened, as pytest shows it)
    """A test, or the program in it, asked for a socket that could leave this computer."""


def refuse_sockets(event, arguments):
    """Audit hook: no socket of Python's but one within this computer."""
    if event == "socket.__new__" and arguments[1] != getattr(socket, "AF_UNIX", None):
        raise NetworkUsed(f"a socket of family {arguments[1]} was asked for")


def refuse_sockets_in_kernel():
    """Have Linux refuse every socket but AF_UNIX with EACCES, to Qt's own code and to every child process too.

    A seccomp filter of six steps: with another call than socket(2), or a first argument of AF_UNIX, go on; else EACCES.
    It cannot be taken off again. The numbers are those of linux/bpf_common.h, linux/seccomp.h and linux/audit.h.
    """
    calls = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
    if not sys.platform.startswith("linux") or os.uname().machine not in calls:
        return
    architecture, socket_call = calls[os.uname().machine]
    load_word, jump_if_equal, give = 0x20, 0x15, 0x06
    allow, refuse = 0x7FFF0000, 0x00050000 | 13
    steps = (
        (load_word, 0, 0, 4),  # seccomp_data.arch
        (jump_if_equal, 0, 4, architecture),
        (load_word, 0, 0, 0),  # seccomp_data.nr
        (jump_if_equal, 0, 2, socket_call),
        (load_word, 0, 0, 16),  # the low half of the first argument, on little-endian machines
        (jump_if_equal, 0, 1, int(socket.AF_UNIX)),
        (give, 0, 0, allow),
        (give, 0, 0, refuse),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(code)))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    no_new_privileges, set_seccomp, filter_mode = 38, 22, 2
    if prctl(no_new_privileges, 1, 0, 0, 0) != 0 or prctl(set_seccomp, filter_mode, program, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "the kernel did not take the filter that keeps tests off the network")


def pytest_configure(config):
    if config.option.markexpr != "real":  # those print to a printer on loopback
        sys.addaudithook(refuse_sockets)
        refuse_sockets_in_kernel()


# --- no home of a real user ----------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """An empty home of the test's own; gives its path."""
    own = tmp_path / "home"
    own.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(own))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(own / name.lower()))
    return own


# --- no unexpected word in the log ---------------------------------------------------------------------------------------


class Expected(logging.Handler):
    """Takes every record from WARNING up; `warning(pattern)` tells that the test means one to come."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.records = []
        self.patterns = []

    def emit(self, record):
        self.records.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def warning(self, pattern):
        """A record that holds `pattern` (a regular expression) must come, and may come often."""
        self.patterns.append(pattern)


@pytest.fixture(autouse=True)
def expected():
    """Fails the test for a log record from WARNING up that it did not announce, and for an announced one that did not come.

    What Qt itself says is held by pytest-qt (`qt_log_level_fail` in pyproject.toml).
    """
    handler = Expected()
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)
    surprises = [text for text in handler.records if not any(re.search(pattern, text) for pattern in handler.patterns)]
    missing = [pattern for pattern in handler.patterns if not any(re.search(pattern, text) for text in handler.records)]
    assert not surprises, f"unexpected in the log: {surprises}"
    assert not missing, f"expected in the log, but not there: {missing}"


# --- no stray window -----------------------------------------------------------------------------------------------------


def windows():
    """Every top-level widget that belongs to no other, but for tooltips, which are Qt's own."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets and widgets.QApplication.instance()
    if not application:
        return []
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    return [
        window
        for window in widgets.QApplication.topLevelWidgets()
        if window.parent() is None and window.windowType() != core.Qt.WindowType.ToolTip
    ]


@pytest.fixture(autouse=True)
def no_window_leaks():
    """Fails the test that leaves a window behind, and closes the window so that the next test does not meet it."""
    before = windows()
    yield
    left = [window for window in windows() if window not in before]
    if left:
        left.clear()
        gc.collect()  # a window that only waits for the garbage collector is no leak
        left = [window for window in windows() if window not in before]
    names = [f"{type(window).__name__} {window.objectName() or window.windowTitle()!r}" for window in left]
    for window in left:
        window.close()
        window.deleteLater()
    assert not names, f"left behind: {names}"


# --- what tests work on --------------------------------------------------------------------------------------------------


@pytest.fixture
def now():
    """The moment at which every test takes place."""
    return datetime(2026, 11, 23, 12, 41, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def notebook(tmp_path):
    """An empty notebook, open for writing."""
    from followup_desktop.store.notebook import Notebook  # noqa: PLC0415  (tests of pure rooms do without)

    with Notebook.open(tmp_path / "notebook") as opened:
        yield opened


@pytest.fixture
def desk(qapp, notebook, now):
    """A desk on that notebook whose clock stands at `now`."""
    from followup_desktop.desk.clock import Clock  # noqa: PLC0415
    from followup_desktop.desk.desk import Desk  # noqa: PLC0415

    return Desk(notebook, Clock(now))
