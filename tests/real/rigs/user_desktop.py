"""The program installed for the user of a screen, and a file manager (Debian's pcmanfm) in which that user opens things."""

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from print_shop import wait_for

ROOT = Path(__file__).resolve().parents[3]
COMMAND = "followup-desktop"
START = """\
#!{python}
import sys
sys.path.insert(0, {root!r})
from followup_desktop.__main__ import main
sys.exit(main())
"""
"""What pip would write: the program out of this checkout."""
FILE_MANAGER = """\
[config]
single_click=0
quick_exec=1
"""
"""A menu entry is started at once, without asking whether it is to be run or read."""
FIRST_ICON = 205, 115
"""Where the only icon of a folder is, in pixels from the corner of the file manager's window."""


class UserDesktop:
    """The folders of the user of `screen`, with the program among them.

    FOLLOWUP_ARCHIVE in the environment names the archive to install (made by `make package`); without it the program is
    the one of this checkout, with the same files for the desktop.
    """

    def __init__(self, screen):
        self._screen, self._manager = screen, None
        self.home = Path(screen.env["HOME"])
        self.env = {**screen.env, "PATH": f"{self.home / '.local' / 'bin'}:{screen.env['PATH']}"}
        self.data = self.home / ".local" / "share"
        self.menu_entry = self.data / "applications" / f"{COMMAND}.desktop"
        archive = os.environ.get("FOLLOWUP_ARCHIVE")
        if archive:
            self._install(ROOT / archive)
        else:
            self._lend()
        config = self.home / ".config" / "libfm"
        config.mkdir(parents=True)
        (config / "libfm.conf").write_text(FILE_MANAGER)

    def _install(self, archive):
        place = self.home / "unpacked"
        with tarfile.open(archive) as packed:
            packed.extractall(place, filter="fully_trusted")  # noqa: S202  (our own)
        (script,) = place.glob("*/install.sh")
        self.run(script)

    def _lend(self):
        program = self.home / ".local" / "bin" / COMMAND
        program.parent.mkdir(parents=True)
        program.write_text(START.format(python=sys.executable, root=str(ROOT)))
        program.chmod(0o755)
        self.run(sys.executable, ROOT / "packaging" / "linux" / "share.py", self.data)
        entry = self.menu_entry.read_text("utf-8")
        self.menu_entry.write_text(entry.replace(f"Exec={COMMAND}", f"Exec={program}"), "utf-8")
        self.run("update-desktop-database", self.menu_entry.parent)
        self.run("update-mime-database", self.data / "mime")

    def run(self, *command):
        """Run a command of the user's to its end; what it prints."""
        words = [str(part) for part in command]
        done = subprocess.run(words, env=self.env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (words, done.stdout, done.stderr)
        return done.stdout

    def ask(self, *command):
        """Have a program of the desktop start something, which outlives it."""
        asked = self._screen.processes.start(*command, log=self.home / "asked.log", env=self.env)
        assert asked.wait(20) == 0, (self.home / "asked.log").read_text()

    def log_in(self):
        """Start what the user has set to be started at login, and nothing that the system starts besides."""
        nothing = self.home / "of the system"
        nothing.mkdir()
        self.ask("env", f"XDG_CONFIG_DIRS={nothing}", "dex", "--autostart", "--environment", "openbox")

    def is_running(self):
        """True while the program runs."""
        return (
            subprocess.run(
                ["pgrep", "-f", rf"{self.home}/\.local/(bin|lib)/.*{COMMAND}"], capture_output=True, check=False
            ).returncode
            == 0
        )

    def double_click(self, file, picture):
        """Show a folder with a copy of `file` alone in the file manager, keep a picture of it, and double-click the file."""
        folder = self.home / f"Folder of {file.name}"
        folder.mkdir()
        shutil.copy(file, folder)
        self.close_folder()
        self._manager = self._screen.processes.start("pcmanfm", folder, log=self.home / "pcmanfm.log", env=self.env)
        window = self._screen.window(folder.name)
        wait_for("the file's icon", lambda: self._is_drawn(window))
        self._screen.shot(picture)
        at = ("mousemove", "--window", window, *map(str, FIRST_ICON))
        self.run("xdotool", *at, "click", "--repeat", "2", "--delay", "80", "1")

    def close_folder(self):
        """End the file manager."""
        if self._manager:
            self._manager.terminate()
            self._manager.wait()

    def _is_drawn(self, window):
        """True when something is to be seen where the icon will be."""
        x, y = FIRST_ICON
        picture = self.home / "icon.png"
        self.run("import", "-window", window, "-crop", f"30x30+{x - 15}+{y - 15}", picture)
        return self._screen.colours(picture) > 1
