"""Where things are: packaged resources, the data folder, the log folder. The only module that knows `appdirs`."""

from __future__ import annotations

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
