#!/usr/bin/env python3
"""Fill a folder as /usr/share has it with what a Linux desktop needs to know of the program: ``share.py OUT``.

The menu entry, the file types, the man page and the description for software centres are those of resources/share; the
icons are drawn, and the releases in the description are those of CHANGELOG.md. Needs the Python of `.venv`.
"""

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT / "resources" / "share"
ICONS = ROOT / "packaging" / "icons.py"
HEADING = re.compile(r"^## (?P<version>[0-9][0-9.]*), (?:(?P<day>\d{4}-\d{2}-\d{2})|not yet released)$", re.MULTILINE)
"""A release in CHANGELOG.md."""


class Release(NamedTuple):
    """A version, the day it came out (of one still to come: the day of this state), and whether it has come out."""

    version: str
    day: str
    is_out: bool


def releases(changelog: str, today: str) -> Iterator[Release]:
    """Those of a changelog, newest first."""
    for found in HEADING.finditer(changelog):
        yield Release(found["version"], found["day"] or today, is_out=found["day"] is not None)


def day_of_this_state() -> str:
    """The day that the environment names for builds to be the same again (SOURCE_DATE_EPOCH), else that of the last commit."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds is None:
        log = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        seconds = subprocess.run(log, capture_output=True, text=True, check=True).stdout
    return dt.datetime.fromtimestamp(int(seconds), dt.UTC).date().isoformat()


def tell_releases(description: Path, told: Iterator[Release]) -> None:
    """Put the releases into a description for software centres."""
    tree = ET.parse(description)  # noqa: S314  (our own)
    within = tree.find("releases")
    assert within is not None, description
    for release in told:
        kind = "stable" if release.is_out else "development"
        ET.SubElement(within, "release", version=release.version, date=release.day, type=kind)
    ET.indent(tree)
    tree.write(description, encoding="UTF-8", xml_declaration=True)


def main() -> None:
    """Fill the folder that the command line names."""
    if len(sys.argv) != len(["share.py", "OUT"]):
        sys.exit(__doc__)
    out = Path(sys.argv[1])
    shutil.copytree(SHARED, out, dirs_exist_ok=True)
    for description in (out / "metainfo").glob("*.xml"):
        tell_releases(description, releases((ROOT / "CHANGELOG.md").read_text("utf-8"), day_of_this_state()))
    subprocess.run([sys.executable, ICONS, out / "icons"], check=True)


if __name__ == "__main__":
    main()
