#!/usr/bin/env python3
"""Make of the frozen program what people install on Windows: ``package.py BUNDLE OUT``; untested on Windows.

BUNDLE is the folder that PyInstaller made. It is asked to test itself; then NSIS (makensis 3) makes the installer in OUT.
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
sys.path[:0] = [str(ROOT)]
import followup_desktop  # noqa: E402  (found by the line above)

NAME = "followup-desktop"
VERSION = followup_desktop.__version__
MACHINES = {"AMD64": "x86_64", "ARM64": "aarch64"}
"""What Windows calls the kinds of computers, and everybody else."""
USUAL_PLACE = Path(os.environ.get("PROGRAMFILES(X86)", ""), "NSIS", "makensis.exe")


def makensis() -> str:
    """The compiler of installers, where it is: on the path, or where its own installer puts it."""
    return shutil.which("makensis") or str(USUAL_PLACE)


def installer(bundle: Path, out: Path) -> Path:
    """Compile the installer of a bundle; any warning is an error."""
    machine = MACHINES.get(platform.machine(), platform.machine())
    target = out.resolve() / f"{NAME}-{VERSION}-windows-{machine}.exe"
    with tempfile.TemporaryDirectory() as work:
        icon = Path(work) / f"{NAME}.ico"
        subprocess.run([sys.executable, ROOT / "packaging" / "icons.py", icon], check=True)
        told = {"VERSION": VERSION, "BUNDLE": bundle.resolve(), "ICON": icon, "LICENCE": ROOT / "LICENSE", "OUT": target}
        defined = [f"-D{name}={value}" for name, value in told.items()]
        subprocess.run([makensis(), "-WX", "-V2", *defined, ROOT / "packaging" / "windows" / "installer.nsi"], check=True)
    return target


def main() -> None:
    """Do what the command line asks."""
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    words.add_argument("bundle", type=Path)
    words.add_argument("out", type=Path)
    given = words.parse_args()
    subprocess.run([given.bundle / f"{NAME}.exe", "--self-test"], check=True)  # a window's program prints nothing here
    made = installer(given.bundle, given.out)
    print(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
