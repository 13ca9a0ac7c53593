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

    def set(self, key: str, value: object) -> bool:
        """Set a plain JSON value and write the file; None takes the key out.

        False where the file could not be written: the value then holds until the program ends, and a window's size is
        not worth a word to the user. Raises `TypeError` and `ValueError` for what JSON cannot hold.
        """
        values = {**self._values, key: value}
        if value is None:
            del values[key]
        text = json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)
        if values == self._values:
            return True
        self._values = values
        try:
            atomic_write(self._path, text.encode("utf-8", "replace") + b"\n")
        except Problem:
            return False
        return True


def _read(path: Path) -> dict[str, object]:
    try:
        values = json.loads(read_limited(path, MEGABYTE))
    except (Problem, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}
