"""How the program that runs now is started again by the session, with the notebook that is open."""

from __future__ import annotations

import sys

from followup_desktop import places
from followup_desktop.desk.desk import Desk
from followup_desktop.desk.login import StartAtLogin

IN_BACKGROUND = "--in-background"
"""The word on the command line that asks for no window in the way."""


def start_at_login(desk: Desk) -> StartAtLogin | None:
    """The switch for it; None on Windows and macOS, where packaging/README.md tells how it is set by hand."""
    if sys.platform in {"win32", "darwin"}:
        return None
    notebook = () if desk.folder == places.data_dir() else ("--data", str(desk.folder.absolute()))
    return StartAtLogin(places.autostart_dir(), (*places.own_command(), *notebook, IN_BACKGROUND))
