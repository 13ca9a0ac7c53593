"""The font files of this computer, found in the folders where each platform keeps them.

They are the way out for letters that no packaged face has (Han, Hangul, kana and many more scripts).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")

_KNOWN_GOOD = (
    "notosanscjk",
    "notoserifcjk",
    "sourcehan",
    "notosans",
    "pingfang",
    "hiragino",
    "applesdgothicneo",
    "msyh",
    "yugoth",
    "malgun",
    "simsun",
    "wqy",
    "droidsansfallback",
    "dejavusans",
)
"""Beginnings of file names of large text faces, best first; they are asked before all others."""

_LOOKS_ODD = (
    "bold",
    "black",
    "heavy",
    "italic",
    "oblique",
    "mono",
    "condensed",
    "narrow",
    "light",
    "thin",
    "medium",
    "emoji",
    "symbol",
)

_PLACEHOLDERS = ("lastresort", "adobeblank", "adobenotdef", "unifont")
"""Faces that have a box or a blank for every character there is; none is a way to write a name."""


def font_folders() -> tuple[Path, ...]:
    """The folders in which this platform keeps fonts, the user's own first. Some may not exist."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        return local / "Microsoft" / "Windows" / "Fonts", Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
    if sys.platform == "darwin":
        return home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")
    own = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    shared = (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    return own / "fonts", home / ".fonts", *(Path(folder) / "fonts" for folder in shared if folder)


@lru_cache(maxsize=1)
def font_files() -> tuple[tuple[Path, int], ...]:
    """Every font of this computer as file and index inside it, upright text faces first, in a stable order."""
    files = {path for folder in font_folders() for path in _below(folder)}
    ordered = sorted(files, key=lambda path: (_oddness(path), path.name.lower(), str(path)))
    return tuple((path, index) for path in ordered for index in range(_count(path)))


def _below(folder: Path) -> Iterator[Path]:
    for root, _, names in os.walk(folder):
        yield from (Path(root) / name for name in names if _is_text_face(name.lower()))


def _is_text_face(name: str) -> bool:
    return name.endswith(_SUFFIXES) and not name.replace(" ", "").startswith(_PLACEHOLDERS)


def _oddness(path: Path) -> int:
    name = path.stem.lower().replace("-", "").replace("_", "").replace(" ", "")
    odd = sum(len(_KNOWN_GOOD) for word in _LOOKS_ODD if word in name)
    return odd + next((place for place, good in enumerate(_KNOWN_GOOD) if name.startswith(good)), len(_KNOWN_GOOD))


def _count(path: Path) -> int:
    """How many fonts the file holds: one, or as many as a collection's header says (at most 64 are believed)."""
    try:
        with path.open("rb") as file:
            header = file.read(12)
    except OSError:
        return 0
    return min(int.from_bytes(header[8:12], "big"), 64) if header[:4] == b"ttcf" else 1
