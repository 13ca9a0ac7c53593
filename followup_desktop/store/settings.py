"""What concerns this computer and not the person: window geometry, printers and their offsets, the last folder used.

One small JSON file in the notebook's folder. It is read tolerantly: a missing, broken or foreign file means that nothing
is set, and whatever we do not know in it is kept.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

from followup_desktop.core.problems import Problem
from followup_desktop.store.files import MEGABYTE, atomic_write, read_limited

NAME = "settings.json"

T = TypeVar("T", str, int, float, bool, list[object], dict[str, object])


class Settings:
    """The settings in `settings.json` of `folder`, by key."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._values = _read(self._path)

    def get(self, key: str, default: T) -> T:
        """What is set, if it is of the same type as `default`; else `default`."""
        value = self._values.get(key)
        return value if type(value) is type(default) else default

    def set(self, key: str, value: object) -> None:
        """Set a plain JSON value and write the file; None takes the key out. Nothing is written where nothing changes.

        Raises `Problem` when the file cannot be written; the value holds until the program ends all the same.
        """
        if self._values.get(key) == value and type(self._values.get(key)) is type(value):
            return
        if value is None:
            self._values.pop(key, None)
        else:
            self._values[key] = value
        text = json.dumps(self._values, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)
        atomic_write(self._path, text.encode("utf-8", "replace") + b"\n")


def _read(path: Path) -> dict[str, object]:
    try:
        values = json.loads(read_limited(path, MEGABYTE))
    except (Problem, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}
