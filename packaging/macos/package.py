#!/usr/bin/env python3
"""Make of the frozen program what people install on macOS: ``package.py BUNDLE OUT``; untested on macOS.

Beside BUNDLE, the folder that PyInstaller made, is the application. Its signature is checked and it is asked to test
itself; then hdiutil makes the disk image in OUT, with a way to drag the application where applications are.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging" / "macos")]
from application import APPLICATION  # noqa: E402  (found by the line above)

import followup_desktop  # noqa: E402  (isort keeps it here)

NAME = "followup-desktop"
VERSION = followup_desktop.__version__


def check(application: Path) -> None:
    """See that macOS will take the application for unharmed, and that all of it works."""
    subprocess.run(["codesign", "--verify", "--deep", "--strict", application], check=True)
    program = application / "Contents" / "MacOS" / NAME
    subprocess.run([program, "--self-test"], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=True)


def disk_image(application: Path, out: Path) -> Path:
    """Make the disk image."""
    target = out / f"{NAME}-{VERSION}-macos-{platform.machine()}.dmg"
    with tempfile.TemporaryDirectory() as work:
        shutil.copytree(application, Path(work) / application.name, symlinks=True)
        (Path(work) / "Applications").symlink_to("/Applications")
        words = ("-volname", application.stem, "-srcfolder", work, "-format", "UDZO", "-ov", target)
        subprocess.run(["hdiutil", "create", *words], check=True)
    return target


def main() -> None:
    """Do what the command line asks."""
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    words.add_argument("bundle", type=Path)
    words.add_argument("out", type=Path)
    given = words.parse_args()
    application = given.bundle.with_name(APPLICATION)
    check(application)
    made = disk_image(application, given.out)
    print(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
