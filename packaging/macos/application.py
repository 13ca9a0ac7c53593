"""What PyInstaller's recipe needs to know to make an application for macOS of the frozen program."""

import plistlib
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "packaging" / "macos"
IDENTIFIER = "desktop.followup.FollowUpDesktop"
"""Nobody's domain (packaging/README.md, "What a Linux desktop is told"); the same as for software centres."""
APPLICATION = "Follow-Up Desktop.app"


def signed() -> dict[str, str]:
    """The words for EXE: PyInstaller signs for this computer alone, with these entitlements."""
    return {"entitlements_file": str(HERE / "entitlements.plist")}


def dressed(version: str, work: Path) -> dict[str, Any]:
    """The words for BUNDLE; the icon that they name is made in the folder `work`."""
    work.mkdir(parents=True, exist_ok=True)
    icon = work / "followup-desktop.icns"
    subprocess.run([sys.executable, ROOT / "packaging" / "icons.py", icon], check=True)
    told = plistlib.loads((HERE / "Info.plist").read_bytes())
    return {
        "name": APPLICATION,
        "icon": str(icon),
        "bundle_identifier": IDENTIFIER,
        "version": version,
        "info_plist": {**told, "CFBundleVersion": version},
    }
