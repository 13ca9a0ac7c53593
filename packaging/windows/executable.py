"""What PyInstaller's recipe needs to know to dress the program for Windows: its icon, and the version in its properties."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VERSION_RESOURCE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "The Follow-Up Desktop developers"),
      StringStruct("FileDescription", "Follow-Up Desktop"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "followup-desktop"),
      StringStruct("LegalCopyright", "The Follow-Up Desktop developers. MIT licence."),
      StringStruct("OriginalFilename", "followup-desktop.exe"),
      StringStruct("ProductName", "Follow-Up Desktop"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""
"""As PyInstaller reads it. 0409 is English, 04B0 and 1200 are Unicode."""


def version_resource(version: str) -> str:
    """The resource for a version of up to four numbers with points between them."""
    numbers = [int(part) for part in version.split(".")]
    return VERSION_RESOURCE.format(version=version, numbers=tuple((*numbers, 0, 0, 0)[:4]))


def dressed(version: str, work: Path) -> dict[str, str]:
    """The words for PyInstaller's EXE that dress the program; the files that they name are made in the folder `work`."""
    work.mkdir(parents=True, exist_ok=True)
    icon, resource = work / "followup-desktop.ico", work / "version.txt"
    subprocess.run([sys.executable, ROOT / "packaging" / "icons.py", icon], check=True)
    resource.write_text(version_resource(version), "utf-8")
    return {"icon": str(icon), "version": str(resource)}
