"""Where things are: packaged resources, the data folder, the log folder, this computer's time zone and country.

The only module that knows `appdirs`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import appdirs

APP = "followup-desktop"


def resource(name: str) -> Path:
    """The path of a packaged resource such as "icons/plus.svg": beside the package (installed), else one level up."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return (inside if inside.is_dir() else package.parent / "resources") / name


def data_dir() -> Path:
    """The folder for the user's notebook. Not created here."""
    return Path(appdirs.user_data_dir(APP, appauthor=False))


def log_dir() -> Path:
    """The folder for the program's log. Not created here."""
    return Path(appdirs.user_log_dir(APP, appauthor=False))


def autostart_dir() -> Path:
    """The folder whose programs a freedesktop.org session starts. Not created here."""
    return Path(appdirs.user_config_dir()) / "autostart"


def own_command() -> tuple[str, ...]:
    """How this program was started, without the words of this run: the bundle, the installed command, or Python with it."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    script = Path(sys.argv[0])
    if script.name == APP and script.is_file():
        return (str(script.absolute()),)
    return sys.executable, "-m", __package__ or ""


def local_zone() -> str:
    """The IANA name of this computer's time zone; UTC where it cannot be told."""
    import tzlocal  # noqa: PLC0415  (17 ms that a window's first paint does not wait for)

    try:
        return tzlocal.get_localzone_name() or "UTC"
    except (LookupError, OSError, ValueError):
        return "UTC"


def local_locale() -> str:
    """The POSIX locale that the environment asks for, such as en_GB; en_US where it asks for none."""
    for variable in ("LC_ALL", "LC_TIME", "LANG"):
        name = os.environ.get(variable, "").partition(".")[0]
        if "_" in name:
            return name
    return "en_US"
