"""What this copy of the program is made of, with the licence of each part: as packed with it, else as Python knows it."""

from __future__ import annotations

import importlib.metadata
import json
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from followup_desktop import __version__, places

INDEX = "licences/index.json"
"""Written when the program is packed: [{"name", "version", "licence", "file"}], each file beside it."""
OWN = "Follow-Up Desktop"
_TEXT = re.compile(r"(^|/)(licen[cs]e|copying|notice|ofl)[^/]*$", re.IGNORECASE)
_LONGEST_NAME = 80
_SPELLING = re.compile(r"[-_.]+")
_OF_QT = ("pyside6-essentials", "shiboken6")
QT = """Qt and Qt for Python are used under the GNU Lesser General Public License, version 3.

They lie unmodified, as shared libraries of their own, in the folders PySide6 and shiboken6. You may replace them there by
others that are compatible, such as your own build of modified sources, and you may take the program apart to find out why
something fails then.

The sources: https://download.qt.io/official_releases/qt/ and https://download.qt.io/official_releases/QtForPython/
The licence: https://www.gnu.org/licenses/lgpl-3.0.html
What Qt itself is made of: https://doc.qt.io/qt-6/licenses-used-in-qt.html
"""
"""What the LGPL asks to be said, for a copy that was not packed with the whole texts."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part with the name of its licence and where the texts are; no `files`: none came with it."""

    name: str
    version: str
    licence: str
    files: tuple[Path, ...] = ()


@cache
def parts() -> tuple[Part, ...]:
    """Everything this copy is made of, the program itself first, then by name."""
    return _packed() or _installed()


def text_of(part: Part) -> str:
    """The whole text of a part's licence, or what is known of it."""
    texts = []
    for file in part.files:
        with suppress(OSError):
            texts.append(file.read_text("utf-8", "replace").strip("\n"))
    if texts:
        return "\n\n\n".join(texts)
    if _plain(part.name) in _OF_QT:
        return QT
    return f"{part.name} {part.version}\n\n{part.licence}\n"


def _packed() -> tuple[Part, ...]:
    """The parts in the index that was packed with the program; none where there is none."""
    index = places.resource(INDEX)
    try:
        told = json.loads(index.read_text("utf-8"))
        return tuple(Part(each["name"], each["version"], each["licence"], (index.with_name(each["file"]),)) for each in told)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def _installed() -> tuple[Part, ...]:
    """The program, and the distributions that it needs, or all that there are where its own is not among them."""
    words = Part("WordNet", "3.0", "WordNet", (places.resource("words/wordnet-licence"),))
    found = [Part(OWN, __version__, "MIT", _own_texts()), words]
    names = _needed(places.APP, set()) - {places.APP}
    every = {_plain(each.metadata["Name"] or ""): each for each in importlib.metadata.distributions()}
    for name in sorted(names or set(every) - {places.APP, ""}):
        which = every.get(name)
        if which is not None:
            found.append(Part(which.metadata["Name"], which.version, _licence(which), _texts(which)))
    return tuple(found)


def _own_texts() -> tuple[Path, ...]:
    """Our own licence: beside what an installer knows of the program, or in the checkout."""
    try:
        return _texts(importlib.metadata.distribution(places.APP))
    except importlib.metadata.PackageNotFoundError:
        return (Path(__file__).resolve().parents[2] / "LICENSE",)


def _needed(name: str, known: set[str]) -> set[str]:
    """The names of a distribution and of everything that it needs; none where it is not installed."""
    try:
        asked = importlib.metadata.requires(name)
    except importlib.metadata.PackageNotFoundError:
        return known
    known.add(_plain(name))
    for line in asked or ():
        other = re.match(r"[A-Za-z0-9._-]+", line)
        if other and "extra ==" not in line and _plain(other[0]) not in known:
            _needed(other[0], known)
    return known


def _plain(name: str) -> str:
    """A distribution's name as all of its spellings have it in common."""
    return _SPELLING.sub("-", name).lower()


def _licence(which: importlib.metadata.Distribution) -> str:
    """A licence's name as the distribution tells it."""
    told = which.metadata.json
    classified = [line.rpartition(" :: ")[2] for line in told.get("classifier", ()) if line.startswith("License ::")]
    field = str(told.get("license", "")).strip()
    short = field if "\n" not in field and len(field) <= _LONGEST_NAME else ""
    return str(told.get("license_expression", "")) or short or ", ".join(classified)


def _texts(which: importlib.metadata.Distribution) -> tuple[Path, ...]:
    """The files with the distribution's licences, where it brought any."""
    found = (file for file in which.files or () if ".dist-info/" in file.as_posix() and _TEXT.search(file.as_posix()))
    return tuple(Path(str(which.locate_file(file))) for file in sorted(found, key=str))
