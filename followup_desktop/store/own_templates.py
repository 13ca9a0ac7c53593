"""The user's own letter templates: small text files in a folder of their own beside the notebook.

Whatever lies there never stops anything: what cannot be read is named with a sentence.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store.files import atomic_write, read_limited, sync_folder
from followup_desktop.store.trouble import folder_not_entered, folder_not_written, not_written

FOLDER = "templates"
SUFFIX = ".txt"
MOST_BYTES = 20_000
"""Longest template that is kept and read (CARDS, "Templates")."""
MOST_FILES = 200
LONGEST_NAME = 60
"""Letters of a file's name before its suffix: every file system takes as many."""
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))})
"""Names that Windows keeps for devices, whatever the suffix."""

Stamp = tuple[tuple[str, int, int], ...]
"""Name, time of the last change in ns and size of every file: another one where something has changed."""


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """One file: its name, what it holds, and why that cannot be read where it cannot (`text` is empty then)."""

    file: str
    text: str
    fault: Words | None = None


class OwnTemplates:
    """The files in the folder `templates` of the user's data; the folder is made with the first of them."""

    def __init__(self, data: Path) -> None:
        self.folder = data / FOLDER
        self._read: tuple[Stamp, tuple[OwnTemplate, ...]] = ((), ())

    def all(self) -> tuple[OwnTemplate, ...]:
        """Every template by its file's name, the first 200; read again only where a file has changed.

        Raises `Problem` where the folder cannot be looked into.
        """
        stamp = self.stamp()
        if stamp != self._read[0]:
            self._read = stamp, tuple(_read(self.folder / name) for name, _, _ in stamp)
        return self._read[1]

    def stamp(self) -> Stamp:
        """What tells whether another program has changed a file. Raises `Problem` as `all` does."""
        try:
            paths = sorted(path for path in self.folder.iterdir() if _is_name(path.name) and path.is_file())
            told = [(path.name, path.stat()) for path in paths[:MOST_FILES]]
        except FileNotFoundError:
            return ()
        except OSError as fault:
            raise folder_not_entered(self.folder) from fault
        return tuple((name, status.st_mtime_ns, status.st_size) for name, status in told)

    def save(self, file: str, text: str) -> None:
        """Put `text` on disk under that name, whole, for the user's eyes only.

        Raises `Problem` where the world refuses, or for more than `MOST_BYTES`; the file is as it was then. Raises
        `ValueError` for a name that is none of a template.
        """
        path = self._path(file)
        data = text.encode("utf-8", "replace")
        if len(data) > MOST_BYTES:
            told = QT_TRANSLATE_NOOP("store", "A template holds at most 20 kB. Shorten it; until then it is not saved.")
            raise Problem(Words(told))
        if not path.exists():
            self._make_room()
        atomic_write(path, data)

    def add(self, name: str, text: str) -> str:
        """Put `text` into a new file named after `name`; gives the file's name. Raises `Problem` as `save` does."""
        file = self._free(name)
        self.save(file, text)
        return file

    def rename(self, file: str, name: str) -> str:
        """Name that file after `name`, never over another one; gives its new name, the old one where it fits already.

        Raises `Problem` where the world refuses.
        """
        before = self._path(file)
        if _fits(file, name):
            return file
        after = self._path(self._free(name))
        self._change(before, lambda: before.rename(after))
        return after.name

    def remove(self, file: str) -> None:
        """Take that file away; one that is gone already is no fault. Raises `Problem` where the world refuses."""
        path = self._path(file)
        self._change(path, lambda: path.unlink(missing_ok=True))

    def _path(self, file: str) -> Path:
        if not _is_name(file):
            raise ValueError(f"no name of a template: {file!r}")
        return self.folder / file

    def _change(self, path: Path, act: Callable[[], object]) -> None:
        try:
            act()
        except OSError as fault:
            raise not_written(path, fault) from fault
        sync_folder(self.folder)

    def _make_room(self) -> None:
        """Make the folder where there is none. Raises `Problem` where it holds as many files as are read."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as fault:
            raise folder_not_written(self.folder, fault) from fault
        if len(self.stamp()) >= MOST_FILES:
            told = QT_TRANSLATE_NOOP("store", "There are {most} templates of your own already. Delete one to add another.")
            raise Problem(Words(told, {"most": MOST_FILES}))

    def _free(self, name: str) -> str:
        """A file's name for a template called `name` that no file has yet, whatever the case of its letters."""
        try:
            taken = {path.name.casefold() for path in self.folder.iterdir()}
        except FileNotFoundError:
            taken = set()
        except OSError as fault:
            raise folder_not_entered(self.folder) from fault
        stem, number = safe(name), 1
        file = stem + SUFFIX
        while file in taken:
            number += 1
            file = f"{stem}-{number}{SUFFIX}"
        return file


def safe(name: str) -> str:
    """`name` as every file system takes it: small letters and digits of ASCII with hyphens between; never empty."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST_NAME].strip("-")
    return f"template-{stem}".strip("-") if not stem or stem in RESERVED else stem


def _is_name(file: str) -> bool:
    """True for a plain name with our suffix: no way into another folder, nothing hidden."""
    return file.endswith(SUFFIX) and not file.startswith(".") and file == os.path.basename(file) and "\\" not in file  # noqa: PTH119  (Path drops what must not be there)


def _fits(file: str, name: str) -> bool:
    """True where the file is named after `name` already, with a number or without."""
    return re.fullmatch(re.escape(safe(name)) + r"(-\d+)?" + re.escape(SUFFIX), file) is not None


def _read(path: Path) -> OwnTemplate:
    """What a file holds, or why it cannot be read."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            told = QT_TRANSLATE_NOOP("store", "“{name}” is longer than 20 kB. Shorten it in another program, or delete it.")
            return OwnTemplate(path.name, "", Words(told, {"name": path.name}))
        text = read_limited(path, MOST_BYTES).decode("utf-8") if size else ""
    except UnicodeDecodeError:
        told = QT_TRANSLATE_NOOP("store", "“{name}” is not plain text (UTF-8). Save it as such in another program, or delete it.")
        return OwnTemplate(path.name, "", Words(told, {"name": path.name}))
    except Problem as problem:
        return OwnTemplate(path.name, "", problem.what)
    except OSError:
        told = QT_TRANSLATE_NOOP("store", "“{name}” could not be read.")
        return OwnTemplate(path.name, "", Words(told, {"name": path.name}))
    return OwnTemplate(path.name, text.replace("\r\n", "\n").replace("\r", "\n"))
