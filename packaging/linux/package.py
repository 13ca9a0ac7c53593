#!/usr/bin/env python3
"""Make of the frozen program what people install on Linux: ``package.py BUNDLE OUT [--level N]``.

BUNDLE is the folder that PyInstaller made; OUT gets a `.tar.xz` with its own installer and a `.deb`. `--level` is how hard
xz tries, 6 unless told: 1 is four times as fast and 13 % larger. Needs the Python of `.venv`, xz and dpkg-deb.

The same bundle gives the same bytes: files in order, owned by root, with the time that SOURCE_DATE_EPOCH names.
"""

import argparse
import gzip
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import textwrap
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging")]
import bundle  # noqa: E402  (found by the line above)
import share  # noqa: E402  (isort keeps it here)

import followup_desktop  # noqa: E402

NAME = "followup-desktop"
VERSION = followup_desktop.__version__
REVISION = "1"
"""Debian's count of packages made of one version."""
MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
"""Debian's words for the kinds of computers that wheels of Qt are there for."""
INSTALLERS = ("install.sh", "uninstall.sh")
MAINTAINER = "The Follow-Up Desktop developers <followup-desktop@followup.invalid>"
"""Debian asks for an address; the project has none."""
THREADS = 2
"""xz makes the same bytes only for the same way of dividing its work."""


def epoch() -> int:
    """The time of everything in the packages, in seconds since 1970."""
    return int(os.environ["SOURCE_DATE_EPOCH"])


def files(folder: Path) -> list[Path]:
    """Everything in a folder, in an order that does not depend on the disk."""
    return sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())


def settle(folder: Path) -> None:
    """Give everything in a folder the one time, and the modes of things that belong to the system."""
    for path in [folder, *files(folder)]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or is_program(path) else 0o644)
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)


def is_program(path: Path) -> bool:
    """True for what is started: the program and scripts. Libraries are only read."""
    return path.name == NAME or path.suffix == ".sh"


# --- the archive ------------------------------------------------------------------------------------------------------


def archive(made: Path, shared: Path, out: Path, level: int) -> Path:
    """The `.tar.xz`: one folder with the program, what the desktop is told, and the two scripts."""
    name = f"{NAME}-{VERSION}-linux-{platform.machine()}"
    staged = fresh(out / "build" / name)
    shutil.copytree(made, staged / NAME, symlinks=True)
    shutil.copytree(shared, staged / "share")
    for script in INSTALLERS:
        shutil.copyfile(ROOT / "packaging" / "linux" / script, staged / script)
    shutil.copyfile(ROOT / "LICENSE", staged / "LICENSE")
    (staged / NAME / "machine").write_text(f"{platform.machine()}\n", "utf-8")
    wanted = " ".join(each.split()[0] for each in depends(made))
    (staged / NAME / "debian-packages").write_text(f"{wanted}\n", "utf-8")
    settle(staged)
    plain = staged.parent / f"{name}.tar"
    with tarfile.open(plain, "w", format=tarfile.GNU_FORMAT) as packed:
        for path in [staged, *files(staged)]:
            packed.add(path, path.relative_to(staged.parent).as_posix(), recursive=False, filter=owned_by_root)
    target = out / f"{name}.tar.xz"
    with target.open("wb") as sink:
        subprocess.run(["xz", f"-{level}", f"-T{THREADS}", "--stdout", plain], stdout=sink, check=True)
    return target


def owned_by_root(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """An entry of an archive without a trace of who packed it."""
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member


# --- the package for Debian -------------------------------------------------------------------------------------------


def debian_package(made: Path, shared: Path, out: Path, level: int) -> Path:
    """The `.deb`: the program below /usr/lib, its command in /usr/bin, and what Debian wants to be told."""
    root = fresh(out / "build" / "deb")
    shutil.copytree(made, root / "usr" / "lib" / NAME, symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    shutil.copytree(shared, root / "usr" / "share")
    for page in (root / "usr" / "share" / "man").rglob("*.[1-8]"):
        packed(page.with_name(f"{page.name}.gz"), page.read_bytes())
        page.unlink()
    document(root / "usr" / "share" / "doc" / NAME, made)
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(control(root), "utf-8")
    (root / "DEBIAN" / "md5sums").write_text(sums(root), "utf-8")
    settle(root)
    target = out / f"{NAME}_{VERSION}-{REVISION}_{MACHINES[platform.machine()]}.deb"
    words: list[str | Path] = [
        "dpkg-deb",
        "--root-owner-group",
        "-Zxz",
        f"-z{level}",
        f"--threads-max={THREADS}",
        "--build",
        root,
        target,
    ]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return target


def packed(target: Path, data: bytes) -> None:
    """Write a compressed file that has no time in it."""
    target.write_bytes(gzip.compress(data, 9, mtime=0))


def document(folder: Path, made: Path) -> None:
    """Fill the folder with the package's copyright and changes."""
    folder.mkdir(parents=True)
    (folder / "copyright").write_text(rights(made), "utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    packed(folder / "changelog.gz", changes.encode())
    packed(folder / "changelog.Debian.gz", "\n".join(debian_changes(changes)).encode())


def debian_changes(changelog: str) -> Iterator[str]:
    """The changelog as Debian writes it, the first release last."""
    for release in share.releases(changelog, share.day_of_this_state()):
        day = datetime.fromisoformat(release.day).replace(hour=12, tzinfo=UTC)
        yield f"{NAME} ({release.version}-{REVISION}) {'stable' if release.is_out else 'UNRELEASED'}; urgency=low\n"
        yield f"  * Follow-Up Desktop {release.version}; /usr/share/doc/{NAME}/changelog.gz tells what is new.\n"
        yield f" -- {MAINTAINER}  {day:%a, %d %b %Y %H:%M:%S} +0000\n"


def rights(made: Path) -> str:
    """Debian's copyright file: the program's own licence, and where those of the shipped libraries are."""
    licences = next(made.rglob("resources/licences"))
    others = json.loads((licences / "index.json").read_text("utf-8"))[1:]
    own = (ROOT / "LICENSE").read_text("utf-8")
    lines = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
        "Upstream-Name: Follow-Up Desktop",
        "Comment:",
        " The program comes with the libraries it needs. The text of each licence is in",
        f" /usr/lib/{NAME}/{licences.relative_to(made)}, and the program's About page shows it:",
        *(f"  {each['name']} {each['version']} ({each['licence']}): {each['file']}" for each in others),
        "",
        "Files: *",
        f"Copyright: {next(line for line in own.splitlines() if line.startswith('Copyright')).removeprefix('Copyright (c) ')}",
        "License: Expat",
        *(f" {line}" if line else " ." for line in own.splitlines()),
    ]
    return "\n".join(lines) + "\n"


def sums(root: Path) -> str:
    """The list by which `dpkg --verify` sees what has been changed."""
    listed = [path for path in files(root / "usr") if path.is_file() and not path.is_symlink()]
    told = (f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root).as_posix()}\n" for path in listed)  # noqa: S324
    return "".join(told)


def control(root: Path) -> str:
    """What dpkg and apt read: what the package is and what it needs."""
    size = sum(path.lstat().st_size if path.is_file() and not path.is_symlink() else 1024 for path in files(root))
    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["description"]
    lines = [
        f"Package: {NAME}",
        f"Version: {VERSION}-{REVISION}",
        f"Architecture: {MACHINES[platform.machine()]}",
        f"Maintainer: {MAINTAINER}",
        f"Installed-Size: {size // 1024}",
        f"Depends: {', '.join(depends(root / 'usr' / 'lib' / NAME))}",
        "Recommends: cups-client, xdg-utils, shared-mime-info, desktop-file-utils",
        "Suggests: cups, hunspell-en-us | hunspell-en-gb",
        "Section: misc",
        "Priority: optional",
        f"Description: {about[0].lower()}{about[1:]}",
        *described(root / "usr" / "share" / "metainfo"),
    ]
    return "\n".join(lines) + "\n"


def described(folder: Path) -> Iterator[str]:
    """The paragraphs of the description for software centres, as Debian folds them."""
    (path,) = folder.glob("*.xml")
    paragraphs = ET.parse(path).findall("description/p")  # noqa: S314  (our own)
    texts = [" ".join((each.text or "").split()) for each in paragraphs]
    for number, text in enumerate(text for text in texts if not text.endswith(":")):
        if number:
            yield " ."
        yield from textwrap.wrap(text, 78, initial_indent=" ", subsequent_indent=" ")


def depends(program: Path) -> list[str]:
    """Debian's packages with the libraries that the bundle leaves to the system; libc's with the age that is needed."""
    names = set[str]()
    binaries = bundle.binaries(program)
    for links in bundle.linked_with(binaries).values():
        names |= links
    packages = {bundle.LEFT_TO_THE_SYSTEM[name] for name in names if name in bundle.LEFT_TO_THE_SYSTEM}
    oldest = ".".join(map(str, bundle.libc_wanted(binaries)))
    return sorted(f"{package} (>= {oldest})" if package == "libc6" else package for package in packages)


# --- both -------------------------------------------------------------------------------------------------------------


def fresh(folder: Path) -> Path:
    """That folder, made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def told(paths: Iterable[Path]) -> None:
    """Say what has been made, and how large it is."""
    for path in paths:
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB", flush=True)


def main() -> None:
    """Do what the command line asks."""
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    words.add_argument("bundle", type=Path)
    words.add_argument("out", type=Path)
    words.add_argument("--level", type=int, choices=range(10), default=6)
    given = words.parse_args()
    out = given.out.resolve()
    shared = fresh(out / "build" / "share")
    subprocess.run([sys.executable, ROOT / "packaging" / "linux" / "share.py", shared], check=True)
    made = [archive(given.bundle, shared, out, given.level)]
    if shutil.which("dpkg-deb"):
        made.append(debian_package(given.bundle, shared, out, given.level))
    else:
        print("No .deb was made: there is no dpkg-deb here.")
    shutil.rmtree(out / "build")
    told(made)


if __name__ == "__main__":
    main()
