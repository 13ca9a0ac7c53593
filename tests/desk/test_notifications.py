"""The desktop's notifications, against a bus of the test's own that answers as it is told (a real one: tests/real)."""

import os
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest
from jeepney import (
    DBusAddress,
    Endianness,
    HeaderFields,
    MessageType,
    Parser,
    new_error,
    new_method_return,
    new_signal,
)
from PySide6.QtCore import QElapsedTimer

from followup_desktop.desk.notifications import DEFAULT, NAME, PATH, Notice, Notifications, as_markup, clean

pytestmark = pytest.mark.skipif(os.name != "posix", reason="D-Bus is for desktops of freedesktop.org")

OURS, DAEMON, STRANGER = ":1.1", ":1.2", ":1.3"
AT_ONCE_MS = 200
NOTICE = Notice("Title", "Body", {DEFAULT: "Open", "hour": "In an hour"})


class Bus:
    """A session bus with a notification daemon on it: `able` is what the daemon can do, `silent` what it never answers."""

    def __init__(self, folder):
        self.able, self.silent, self.refused = ["actions", "body", "body-markup"], set(), set()
        self.asked = []
        self.came = threading.Condition()
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(folder / "bus"))
        self._socket.listen()
        self.address = f"unix:path={folder / 'bus'}"
        self._line, self._closed = None, False
        self._serials, self._ids = count(1), count(7)
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def calls(self, method):
        """What that method has been asked."""
        with self.came:
            return [words for name, words in self.asked if name == method]

    def wait(self, method, times=1):
        with self.came:
            assert self.came.wait_for(lambda: sum(name == method for name, _ in self.asked) >= times, 5), (method, self.asked)

    def signal(self, name, signature, words, sender=DAEMON):
        told = new_signal(DBusAddress(PATH, NAME, NAME), name, signature, words)
        told.header.fields[HeaderFields.sender] = sender
        self._send(told)

    def hang_up(self):
        self._line.shutdown(socket.SHUT_RDWR)

    def close(self):
        """End the thread, whatever it waits for."""
        self._closed = True
        for each in (self._line, self._socket):
            if each is not None:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)
        self._socket.close()

    def _serve(self):
        while True:
            try:
                self._line, _ = self._socket.accept()
                with self._line:
                    self._let_in()
                    self._answer()
            except OSError:
                if self._closed:
                    return

    def _let_in(self):
        heard = b""
        while not heard.endswith(b"\r\n"):
            heard += self._more(1024)
        if "auth" not in self.silent:
            self._line.sendall(b"OK 1234567890abcdef1234567890abcdef\r\n")
        heard = b""
        while not heard.endswith(b"BEGIN\r\n"):
            heard += self._more(7)

    def _more(self, most):
        more = self._line.recv(most)
        if not more:
            raise OSError
        return more

    def _answer(self):
        parser = Parser()
        while data := self._line.recv(4096):
            parser.add_data(data)
            while (call := parser.get_next_message()) is not None:
                self._reply(call)

    def _reply(self, call):
        method = call.header.fields[HeaderFields.member]
        with self.came:
            self.asked.append((method, call.body))
            self.came.notify_all()
        if method in self.silent:
            return
        if method in self.refused:
            reply = new_error(call, "org.freedesktop.DBus.Error.ServiceUnknown", "s", ("nobody there",))
        elif method == "Hello":
            reply = new_method_return(call, "s", (OURS,))
        elif method == "GetCapabilities":
            reply = new_method_return(call, "as", (self.able,))
        elif method == "Notify":
            reply = new_method_return(call, "u", (call.body[1] or next(self._ids),))
        else:
            reply = new_method_return(call)
        reply.header.fields[HeaderFields.sender] = DAEMON
        self._send(reply)

    def _send(self, message):
        assert message.header.endianness is Endianness.little
        assert message.header.message_type is not MessageType.method_call
        self._line.sendall(message.serialise(serial=next(self._serials)))


@pytest.fixture
def bus(tmp_path, monkeypatch):
    made = Bus(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
    yield made
    made.close()


@pytest.fixture
def voice(qapp, bus):
    made = Notifications("Follow-Up Desktop", "/icons/app.svg", "followup-desktop")
    yield made
    made.close()


def shown(qtbot, voice, notice=NOTICE):
    with qtbot.waitSignal(voice.shown, timeout=5000) as told:
        voice.show(notice)
    assert told.args == [notice]


def test_it_says_who_speaks_and_leaves_to_the_desktop_how_long_it_stays(qtbot, voice, bus):
    shown(qtbot, voice)
    ((name, replaces, icon, title, body, buttons, hints, stays),) = bus.calls("Notify")
    assert (name, replaces, icon, title, body, stays) == ("Follow-Up Desktop", 0, "/icons/app.svg", "Title", "Body", -1)
    assert buttons == ["default", "Open", "hour", "In an hour"]
    assert hints == {"desktop-entry": ("s", "followup-desktop")}


def test_no_buttons_are_sent_to_a_desktop_without_buttons(qtbot, voice, bus):
    bus.able = ["body"]
    shown(qtbot, voice)
    assert bus.calls("Notify")[0][5] == []


@pytest.mark.parametrize(
    ("able", "body"), [(["body", "body-markup"], "a &lt; b &amp;amp; &lt;b&gt;c&lt;/b&gt;"), (["body"], "a < b &amp; <b>c</b>")]
)
def test_words_are_escaped_for_a_desktop_that_reads_markup(qtbot, voice, bus, able, body):
    bus.able = able
    shown(qtbot, voice, Notice("<i>Title</i> &", "a < b &amp; <b>c</b>"))
    assert bus.calls("Notify")[0][3:5] == ("<i>Title</i> &", body)


def test_markup_and_what_d_bus_cannot_carry():
    assert as_markup("<b>&") == "&lt;b&gt;&amp;"
    assert clean("a\0b\x1bc\nd\ud800e", 100) == "abc\nde"
    assert clean("abcdef", 4) == "abc…"


def test_a_newer_one_replaces_the_one_before(qtbot, voice, bus):
    shown(qtbot, voice)
    shown(qtbot, voice, Notice("Other"))
    assert [words[1] for words in bus.calls("Notify")] == [0, 7]


def test_one_that_the_user_closed_is_not_replaced(qtbot, voice, bus):
    shown(qtbot, voice)
    with qtbot.waitSignal(voice.waved_away, timeout=5000) as told:
        bus.signal("NotificationClosed", "uu", (7, 2))
    assert told.args == [NOTICE]
    shown(qtbot, voice, Notice("Other"))
    assert [words[1] for words in bus.calls("Notify")] == [0, 0]


def test_a_button_is_told_with_what_it_stood_on(qtbot, voice, bus):
    shown(qtbot, voice)
    with qtbot.waitSignal(voice.pressed, timeout=5000) as told:
        bus.signal("ActionInvoked", "us", (7, "hour"))
    assert told.args == [NOTICE, "hour"]


def test_what_is_said_about_others_or_by_others_is_passed_over(qtbot, voice, bus):
    shown(qtbot, voice)
    heard = []
    voice.pressed.connect(lambda _, key: heard.append(key))
    bus.signal("ActionInvoked", "us", (8, "another's"))
    bus.signal("ActionInvoked", "us", (7, "a stranger's"), sender=STRANGER)
    bus.signal("ActivationToken", "us", (7, "unknown"))
    bus.signal("ActionInvoked", "us", (7, "ours"))
    qtbot.waitUntil(lambda: bool(heard), timeout=5000)
    assert heard == ["ours"]


def test_withdrawn_it_goes_and_nothing_is_asked_where_nothing_is_up(qtbot, voice, bus):
    voice.withdraw()
    shown(qtbot, voice)
    voice.withdraw()
    bus.wait("CloseNotification")
    voice.withdraw()
    voice.close()
    assert bus.calls("CloseNotification") == [(7,)]


def test_at_the_end_it_is_taken_away(qtbot, voice, bus):
    shown(qtbot, voice)
    voice.close()
    assert bus.calls("CloseNotification") == [(7,)]


def failed(qtbot, voice, notice=NOTICE, timeout=15_000):
    with qtbot.waitSignal(voice.failed, timeout=timeout) as told:
        voice.show(notice)
    assert told.args == [notice]


def test_where_nobody_shows_notifications_that_is_told(qtbot, voice, bus):
    bus.refused = {"GetCapabilities"}
    failed(qtbot, voice)
    bus.refused = set()
    shown(qtbot, voice)


@pytest.mark.parametrize("address", [None, "unix:path=/nowhere/bus", "tcp:host=example.org,port=80", "nonsense", "unix:guid=1"])
def test_where_there_is_no_bus_that_is_told(qtbot, voice, monkeypatch, address):
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
        monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    failed(qtbot, voice)


def test_a_bus_at_the_usual_place_is_found(qtbot, voice, bus, tmp_path, monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    shown(qtbot, voice)


def test_a_bus_that_goes_is_called_again_for_the_next_one(qtbot, voice, bus):
    shown(qtbot, voice)
    bus.hang_up()
    shown(qtbot, voice, Notice("Other"))
    assert [words[1] for words in bus.calls("Notify")] == [0, 0]


@pytest.mark.parametrize("silent", ["auth", "Hello", "Notify"])
def test_a_bus_that_hangs_holds_up_nobody(qtbot, voice, bus, monkeypatch, silent):
    monkeypatch.setattr("followup_desktop.desk.session_bus.PATIENCE", 0.3)
    monkeypatch.setattr("followup_desktop.desk.notifications.LIMIT_MS", 1500)
    bus.silent = {silent}
    took = QElapsedTimer()
    took.start()
    with qtbot.waitSignal(voice.failed, timeout=5000):
        voice.show(NOTICE)
        assert took.elapsed() < AT_ONCE_MS
    bus.silent = set()
    shown(qtbot, voice)


def test_only_the_last_of_many_wishes_counts(qtbot, voice, bus):
    for number in range(50):
        voice.show(Notice(str(number)))
    with qtbot.waitSignal(voice.shown, check_params_cb=lambda notice: notice.title == "49", timeout=5000):
        pass
    assert len(bus.calls("Notify")) < 10


def test_jeepney_is_not_loaded_before_the_first_notification():
    program = "import sys\nimport followup_desktop.app\nsys.exit('jeepney' in sys.modules)"
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", program], cwd=root, check=False).returncode == 0
