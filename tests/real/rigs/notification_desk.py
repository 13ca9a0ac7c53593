"""A real notification daemon (Debian's dunst) on a screen, and the hand that presses what it shows."""

import os
import re
import signal
import subprocess
from typing import NamedTuple

from print_shop import RIGS, wait_for

CONFIG = """\
[global]
    dmenu = {menu}
    markup = full
[urgency_normal]
    timeout = 0
"""
"""What is shown stays, and the menu of buttons is answered by a script."""

MENU = """\
#!/bin/sh
grep -F -- "$(cat {wanted})"
"""


def bare_bus(folder, processes):
    """The address of a session bus of its own on which nobody is."""
    folder.mkdir()
    (folder / "bus.conf").write_text((RIGS / "bus.conf").read_text().replace("@FOLDER@", str(folder)))
    words = ("dbus-daemon", f"--config-file={folder / 'bus.conf'}", "--nofork", "--nopidfile", "--print-address=1")
    process = processes.start(*words, log=folder / "log", stdout=subprocess.PIPE, text=True)
    processes.callback(process.stdout.close)
    return process.stdout.readline().strip()


class Shown(NamedTuple):
    """A notification as the daemon understood it: `body` as it came, `drawn` with the daemon's own markup around it."""

    summary: str
    body: str
    drawn: str
    actions: dict[str, str]
    """The words of its buttons by their keys."""


class NotificationDesk:
    """dunst, which prints whatever it shows, on the screen and the session bus that `env` names."""

    def __init__(self, env, folder, processes):
        self._env, self._processes, self._folder = env, processes, folder
        folder.mkdir()
        self._wanted, menu = folder / "wanted", folder / "menu"
        menu.write_text(MENU.format(wanted=self._wanted))
        menu.chmod(0o755)
        (folder / "dunstrc").write_text(CONFIG.format(menu=menu))
        self.start()

    def start(self):
        """Start the daemon, and wait until it owns its name on the bus; one that the bus has started itself makes room."""
        other = self._owner()
        if other:
            os.kill(other, signal.SIGKILL)
            wait_for("the other daemon to go", lambda: not self._owner())
        command = ("dunst", "-conf", self._folder / "dunstrc", "-print")
        output = (self._folder / "printed").open("ab")
        self._dunst = self._processes.start(*command, log=self._folder / "log", stdout=output, env=self._env)
        output.close()
        wait_for("the notification daemon", lambda: self._owner() == self._dunst.pid)

    def halt(self):
        """Let the daemon answer nothing until it is killed."""
        self._dunst.send_signal(signal.SIGSTOP)

    def kill(self):
        """End the daemon as a crash would."""
        self._dunst.kill()
        self._dunst.wait()

    def shown(self):
        """Everything it has shown, oldest first."""
        printed = (self._folder / "printed").read_text("utf-8")
        told = re.findall(r"^\{$(.*?)^\}$", printed, re.MULTILINE | re.DOTALL)
        return [Shown(*(_value(each, name) for name in ("summary", "body", "formatted")), _buttons(each)) for each in told]

    def wait_shown(self, count):
        """The last notification, once that many have been shown."""
        wait_for(f"{count} notifications", lambda: len(self.shown()) >= count, 40)
        return self.shown()[-1]

    def on_screen(self):
        """How many are to be seen now."""
        return int(self._control("count", "displayed"))

    def press(self, words):
        """Press the button of that name in the notification on top."""
        self._wanted.write_text(words)
        self._control("context")

    def press_itself(self):
        """Press the notification on top, not one of its buttons."""
        self._control("action", "0")

    def _owner(self):
        """The process that owns the name on the bus, 0 for none; asking starts nobody, as a call to the name would."""
        to = ("--dest", "org.freedesktop.DBus", "--object-path", "/", "--method")
        asked = "org.freedesktop.DBus.GetConnectionUnixProcessID"
        words = ["gdbus", "call", "--session", *to, asked, "org.freedesktop.Notifications"]
        told = subprocess.run(words, env=self._env, capture_output=True, text=True, check=False).stdout
        found = re.search(r"uint32 (\d+)", told)
        return int(found[1]) if found else 0

    def _control(self, *words):
        return subprocess.run(["dunstctl", *words], env=self._env, capture_output=True, text=True, check=False).stdout


def _value(printed, name):
    found = re.search(rf"^\s*{name}: '(.*?)'$", printed, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def _buttons(printed):
    _, _, listed = printed.partition("actions: {")
    return dict(re.findall(r'^\s*"(.*?)": "(.*?)"$', listed, re.MULTILINE))
