"""Starting with the desktop session, as the user wishes: one file in the autostart folder (freedesktop.org, "Autostart" 0.5).

The file itself says whether it is on: the desktop's own settings, or the user, may take it away or switch it off there.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store.files import MEGABYTE, atomic_write, read_limited

FILE = "followup-desktop.desktop"
ENTRY = """\
[Desktop Entry]
Type=Application
Name=Follow-Up Desktop
Comment=Reminds you of cards and follow-ups
Exec={command}
Icon=followup-desktop
Terminal=false
StartupNotify=false
X-GNOME-Autostart-enabled=true
"""
RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`")
"""An argument with one of these stands in quotes (freedesktop.org, "Desktop Entry" 1.5, the Exec key)."""
OFF = {"hidden": "true", "x-gnome-autostart-enabled": "false"}
"""How desktops switch such a file off without removing it."""


class StartAtLogin:
    """The file for `command`, the program with its words, in the autostart folder `folder` (made when it is needed)."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self._path = folder / FILE
        self._command = tuple(command)

    def is_on(self) -> bool:
        """True when the session will start the program."""
        try:
            text = read_limited(self._path, MEGABYTE).decode("utf-8", "replace")
        except Problem:
            return False
        pairs = (line.partition("=") for line in text.splitlines())
        values = {key.strip().casefold(): value.strip().casefold() for key, _, value in pairs}
        return "exec" in values and not any(values.get(key) == value for key, value in OFF.items())

    def switch(self, *, on: bool) -> None:
        """Have the session start the program, or no longer. Raises `Problem` where the folder cannot be written."""
        if on:
            text = ENTRY.format(command=exec_line(self._command))
            self._make_folder()
            atomic_write(self._path, text.encode("utf-8", "surrogateescape"), mode=0o644)
            return
        try:
            self._path.unlink(missing_ok=True)
        except OSError as fault:
            told = QT_TRANSLATE_NOOP("desk", "The start at login could not be switched off: {fault}.")
            raise Problem(Words(told, {"fault": fault.strerror or ""})) from fault

    def _make_folder(self) -> None:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as fault:
            told = QT_TRANSLATE_NOOP("desk", "The start at login could not be switched on: {fault}.")
            raise Problem(Words(told, {"fault": fault.strerror or ""})) from fault


def exec_line(command: Sequence[str]) -> str:
    """A command as the value of the Exec key: arguments quoted, then the whole escaped as every string there is."""
    line = " ".join(_argument(each) for each in command)
    for sign, escaped in (("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")):
        line = line.replace(sign, escaped)
    return line


def _argument(text: str) -> str:
    text = text.replace("%", "%%")  # a single one would be a field code
    if text and not RESERVED & set(text):
        return text
    inside = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in text)
    return f'"{inside}"'
