"""A screen of its own with a window manager, a session bus and an accessibility bus, and hands to type on it."""

import os
import subprocess
import sys
from pathlib import Path

from print_shop import wait_for

ROOT = Path(__file__).resolve().parents[3]


class Screen:
    """An X server with openbox on it. `env` is what a program needs to show itself here, and to be read aloud."""

    def __init__(self, folder, processes):
        self.folder = folder
        self.processes = processes
        number = self._first_line(["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"])
        (folder / "run").mkdir(mode=0o700)
        self.env = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_", "WAYLAND"))},
            "DISPLAY": f":{number}",
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LC_ALL": "C.UTF-8",
        }
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._first_line(bus, env=self.env)
        self._start("openbox")
        wait_for("the window manager", lambda: "window id" in self._ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))

    def app(self, *words, env=None):
        """Follow-Up Desktop, started with `words` on its command line."""
        return self._start(sys.executable, "-m", "followup_desktop", *words, env={**self.env, **(env or {})}, cwd=ROOT)

    def python(self, *words, env=None):
        """The Python of the tests, started with `words` on its command line."""
        return self._start(sys.executable, *words, env={**self.env, **(env or {})})

    def window(self, title, seconds=20.0):
        """The id of the window that shows `title` (a regular expression), brought to the front once it is there."""
        search = ("xdotool", "search", "--onlyvisible", "--name", title)
        found = wait_for(f"a window {title!r}", lambda: self._ask(*search).split(), seconds)
        self._ask("xdotool", "windowactivate", "--sync", found[-1], check=True)
        return found[-1]

    def titles(self):
        """The titles of all windows now to be seen."""
        ids = self._ask("xdotool", "search", "--onlyvisible", "--name", ".").split()
        return [self._ask("xdotool", "getwindowname", each).strip() for each in ids]

    def has(self, title):
        """True when there is a window of that title (a regular expression), minimised or not."""
        return bool(self._ask("xdotool", "search", "--name", title).split())

    def keys(self, *names):
        """Press keys one after the other, each as xdotool names it: "ctrl+d", "Tab", "Return"."""
        self._ask("xdotool", "key", "--clearmodifiers", "--delay", "30", *names, check=True)

    def type(self, text):
        """Type a text, a key at a time."""
        self._ask("xdotool", "type", "--clearmodifiers", "--delay", "8", text, check=True)

    def shot(self, path):
        """A picture of the whole screen."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._ask("import", "-window", "root", path, check=True)

    def colours(self, path):
        """How many colours a picture holds: one where nothing was drawn."""
        return int(self._ask("identify", "-format", "%k", path, check=True))

    def _start(self, *command, env=None, **options):
        log = self.folder / f"{Path(command[0]).name}.log"
        return self.processes.start(*command, log=log, env=env or self.env, stdin=subprocess.DEVNULL, **options)

    def _first_line(self, command, env=None):
        log = self.folder / f"{command[0]}.log"
        process = self.processes.start(*command, log=log, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, env=env, text=True)
        self.processes.callback(process.stdout.close)
        return process.stdout.readline().strip()

    def _ask(self, *command, check=False):
        words = [str(part) for part in command]
        return subprocess.run(words, env=self.env, capture_output=True, text=True, check=check).stdout
