"""Gather the licences of all that a bundle ships: a text for each, and index.json, which the About page reads.

Whose a shipped file is, the installed distributions tell (their RECORD), for libraries of the system Debian's dpkg; what
is left is Python's own. A file that belongs to nobody stops the build.
"""

import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import Distribution
from pathlib import Path
from typing import NamedTuple

TEXTS = Path(__file__).resolve().parent / "licence_texts"
ROOT = TEXTS.parents[1]
QT = frozenset({"pyside6-essentials", "shiboken6"})
"""The distributions under the LGPL, which carry no text of it: Qt.txt beside this file tells what it asks for."""
ALWAYS = ("pyinstaller",)
"""What is in the program without being a file of its own: the loader."""
TEXT = re.compile(r"(^|/)(licen[cs]es?|copying|copyright|notice|authors|ofl)([^/]*$|/)", re.IGNORECASE)
Entry = tuple[str, str, str]
"""As in bundle.py."""


class Part(NamedTuple):
    """Something shipped that has a licence: its name, version, licence in a word, and the whole text."""

    name: str
    version: str
    licence: str
    text: str


def plain(name: str) -> str:
    """A distribution's name as all of its spellings have it in common."""
    return re.sub(r"[-_.]+", "-", name).lower()


def owners() -> dict[str, Distribution]:
    """Each installed file with the distribution that it belongs to."""
    return {str(each.locate_file(file)): each for each in importlib.metadata.distributions() for file in each.files or ()}


def field(metadata: importlib.metadata.PackageMetadata, name: str) -> str:
    """One line of a distribution's metadata; empty where it is not there."""
    return str(metadata[name] or "").strip() if name in metadata else ""


def licence_word(metadata: importlib.metadata.PackageMetadata) -> str:
    """A licence's name as the metadata have it: the expression, the short field, or the classifiers."""
    classified = [line.rpartition(" :: ")[2] for line in metadata.get_all("Classifier") or () if line.startswith("License ::")]
    told = field(metadata, "License")
    is_name = bool(told) and "\n" not in told and told.lower() != "unknown"
    return field(metadata, "License-Expression") or (told if is_name else ", ".join(classified)) or "see the text"


def distributed(which: Distribution) -> Part:
    """A distribution of PyPI's with all the licence texts that it carries."""
    name, metadata = which.metadata["Name"], which.metadata
    if plain(name) in QT:
        text = "\n\n".join((TEXTS / file).read_text("utf-8") for file in ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"))
        return Part(name, which.version, licence_word(metadata), text)
    told = [file for file in which.files or () if ".dist-info/" in str(file) and TEXT.search(str(file))]
    texts = [Path(str(which.locate_file(file))).read_text("utf-8", "replace") for file in sorted(told, key=str)]
    if not texts:
        home = field(metadata, "Home-page") or ", ".join(metadata.get_all("Project-URL") or ())
        texts = [f"{name} carries no text of its licence. Its metadata say: {licence_word(metadata)}. {home}\n"]
    return Part(name, which.version, licence_word(metadata), "\n\n".join(texts))


def of_python() -> Part:
    """Python itself, and those parts of its library that come from others."""
    version = ".".join(map(str, sys.version_info[:3]))
    stem = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    places = (Path(sys.base_prefix, "lib", stem, "LICENSE.txt"), Path(sys.base_prefix, "LICENSE.txt"))
    debian = Path("/usr/share/doc", stem, "copyright")
    found = next(path for path in (*places, debian) if path.is_file())
    return Part("Python", version, "PSF-2.0", found.read_text("utf-8"))


def of_debian(library: Path) -> Part:
    """A library of the system that the bundle takes along, by Debian's package. Raises `LookupError` for one of nobody's."""
    real = library.resolve()
    # /lib is a link to /usr/lib by now, and the packages name either.
    for path in (real, Path("/usr", *real.parts[1:]), Path("/", *real.parts[2:])) if shutil.which("dpkg-query") else ():
        found = subprocess.run(["dpkg-query", "--search", str(path)], capture_output=True, text=True, check=False).stdout
        if found:
            package = found.partition(":")[0]
            asked = ["dpkg-query", "--show", "--showformat", "${Version}\n", package]
            version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()[0]
            return Part(package, version, "see the text", Path("/usr/share/doc", package, "copyright").read_text("utf-8"))
    raise LookupError(f"Nobody knows whose {library} is, nor its licence: build with Debian or Ubuntu.")


def is_pythons(library: Path) -> bool:
    """True for Python's own library and its modules, be it a Python of the system or one of the user's own."""
    is_part = re.search(r"/(python3\.\d+/|libpython3|python3\d*\.dll)", library.as_posix())
    return bool(is_part) or (sys.base_prefix != "/usr" and library.is_relative_to(Path(sys.base_prefix).resolve()))


def shipped(entries: Sequence[Entry]) -> Iterator[Part]:
    """Each part to which one of those files belongs, once; the program itself first."""
    version = re.search(r'__version__ = "(.+)"', (ROOT / "followup_desktop" / "__init__.py").read_text("utf-8"))
    assert version is not None
    yield Part("Follow-Up Desktop", version[1], "MIT", (ROOT / "LICENSE").read_text("utf-8"))
    yield Part("WordNet", "3.0", "WordNet", (ROOT / "resources" / "words" / "wordnet-licence").read_text("utf-8"))
    yield of_python()
    owned = owners()
    whose = {owned[source].metadata["Name"]: owned[source] for _, source, _ in entries if source in owned}
    whose |= {name: importlib.metadata.distribution(name) for name in ALWAYS}
    yield from (distributed(whose[name]) for name in sorted(whose, key=plain))
    libraries = {Path(source) for _, source, kind in entries if kind in {"BINARY", "EXTENSION"} and source not in owned}
    packages = {of_debian(library) for library in libraries if not is_pythons(library)}
    yield from sorted(packages)


def written(parts: Iterable[Part], folder: Path) -> list[Path]:
    """Write a text for each part, and the index, into a folder made anew; the files."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    index = []
    for part in parts:
        file = f"{plain(part.name).replace(' ', '-')}.txt"
        index.append({"name": part.name, "version": part.version, "licence": part.licence, "file": file})
        (folder / file).write_text(f"{part.name} {part.version}\n\n{part.text}", "utf-8")
    (folder / "index.json").write_text(json.dumps(index, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return sorted(folder.iterdir())


def gathered(entries: Sequence[Entry], folder: Path, inside: str) -> list[Entry]:
    """The licences of a bundle's `entries`, written into `folder`, as files for the bundle's folder `inside`."""
    return [(f"{inside}/{path.name}", str(path), "DATA") for path in written(shipped(entries), folder)]
