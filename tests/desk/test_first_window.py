import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from followup_desktop.desk import first_window
from followup_desktop.desk.first_window import TAKEN, FirstWindow, door_of, hand_over

ROOT = Path(__file__).resolve().parents[2]

SECOND = (
    "import sys, time\n"
    "from pathlib import Path\n"
    "from followup_desktop.desk.first_window import hand_over\n"
    "start = time.perf_counter()\n"
    "done = hand_over(Path(sys.argv[1]), sys.argv[2:])\n"
    "print(done, round(1000 * (time.perf_counter() - start)))"
)


@pytest.fixture
def folder(tmp_path_factory):
    """A folder whose path is short enough for a socket."""
    return tmp_path_factory.mktemp("f")


@pytest.fixture
def first(qapp, folder):
    made = FirstWindow(folder)
    assert made.is_open
    yield made
    made.close()


def second(folder, *files, cwd=ROOT):
    """A second start, in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, folder, *files],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


def answer(start, qtbot):
    """What a second start said in the end: whether it was heard, and after how many milliseconds."""
    qtbot.waitUntil(lambda: start.poll() is not None, timeout=10_000)
    done, milliseconds = start.communicate()[0].split()
    return done == "True", int(milliseconds)


def test_a_second_start_hands_its_files_over(first, folder, qtbot, tmp_path):
    names = ["a b.ics", "/over/there/Nguyễn.vcf", "--odd"]
    start = second(folder, *names, cwd=tmp_path)
    with qtbot.waitSignal(first.handed, timeout=10_000) as handed:
        pass
    assert handed.args == [[str(tmp_path / "a b.ics"), "/over/there/Nguyễn.vcf", str(tmp_path / "--odd")]]
    assert answer(start, qtbot)[0]


def test_a_second_start_is_answered_in_a_blink(first, folder, qtbot):
    quickest = min(answer(second(folder), qtbot)[1] for _ in range(3))  # one may meet a busy machine
    assert quickest < 300


def test_a_second_start_without_files_only_raises_the_window(first, folder, qtbot):
    start = second(folder)
    with qtbot.waitSignal(first.handed, timeout=10_000) as handed:
        pass
    assert handed.args == [[]]
    assert answer(start, qtbot)[0]


def test_several_at_once_are_all_heard(first, folder, qtbot):
    heard = []
    first.handed.connect(heard.append)
    starts = [second(folder, f"/{number}.ics") for number in range(4)]
    qtbot.waitUntil(lambda: len(heard) == 4, timeout=15_000)
    assert all(answer(start, qtbot)[0] for start in starts)
    assert sorted(heard) == [[f"/{number}.ics"] for number in range(4)]


def test_where_nobody_listens_it_is_told_after_some_patience(folder, monkeypatch):
    monkeypatch.setattr(first_window, "PATIENCE", 200)
    begun = time.perf_counter()
    assert not hand_over(folder, ["x.ics"])
    assert 0.15 < time.perf_counter() - begun < 2


def test_a_door_left_by_a_killed_window_is_taken_over(folder, qtbot):
    source = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from followup_desktop.desk.first_window import FirstWindow\n"
        "app = QCoreApplication([])\n"
        "print(FirstWindow(Path(sys.argv[1])).is_open, flush=True)\n"
        "os._exit(9)"
    )
    killed = subprocess.run([sys.executable, "-c", source, folder], cwd=ROOT, capture_output=True, text=True, check=False)
    assert killed.stdout == "True\n", killed.stderr
    first = FirstWindow(folder)
    assert first.is_open
    assert answer(second(folder, "/x.ics"), qtbot)[0]
    first.close()


@pytest.mark.skipif(os.name != "posix", reason="a pipe has no mode on Windows")
def test_only_the_same_user_may_knock(first, folder):
    assert stat.S_IMODE(Path(door_of(folder)).stat().st_mode) & 0o077 == 0


def test_the_door_is_gone_after_closing(qapp, folder):
    FirstWindow(folder).close()
    assert list(folder.iterdir()) == []


def knock(folder, words):
    socket = QLocalSocket()
    socket.connectToServer(door_of(folder))
    assert socket.waitForConnected(1000)
    socket.write(words)
    socket.flush()
    return socket


@pytest.mark.parametrize(
    "words", [b"\n", b"GET / HTTP/1.1\r\n", b'{"a": 1}\n', b"[1]\n", b"\xff\n", b"[" * 50_000 + b"\n", b"x" * 1_100_000]
)
def test_what_no_start_of_ours_says_is_not_listened_to(first, folder, qtbot, words):
    heard = []
    first.handed.connect(heard.append)
    stranger = knock(folder, words)
    qtbot.waitUntil(lambda: stranger.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert heard == []
    friend = knock(folder, b'["/x.ics"]\n')
    qtbot.waitUntil(lambda: heard == [["/x.ics"]])
    assert friend.readLine() == TAKEN


def test_a_caller_that_hangs_up_or_says_half_is_no_matter(first, folder, qtbot):
    heard = []
    first.handed.connect(heard.append)
    half = knock(folder, b'["/a.')
    knock(folder, b"").abort()
    qtbot.wait(50)
    assert heard == []
    half.write(b'ics"]\n')
    qtbot.waitUntil(lambda: heard == [["/a.ics"]])
    qtbot.waitUntil(lambda: half.bytesAvailable() > 0 or half.state() == QLocalSocket.LocalSocketState.UnconnectedState)


def test_a_folder_too_deep_for_a_socket_does_without(qapp, tmp_path):
    deep = tmp_path / ("d" * 120)
    deep.mkdir()
    first = FirstWindow(deep)
    assert not first.is_open
    first.close()
