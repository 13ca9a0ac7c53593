"""The installer for Windows compiles, with its icon, on Debian's NSIS; that it installs cannot be shown here."""

import importlib.util
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed (make real brings it)")


def test_the_installer_compiles_without_a_warning(tmp_path):
    bundle = tmp_path / "followup-desktop"
    (bundle / "_internal").mkdir(parents=True)
    (bundle / "followup-desktop.exe").write_bytes(b"MZ")
    (bundle / "_internal" / "some.dll").write_bytes(b"MZ")
    spec = importlib.util.spec_from_file_location("package", ROOT / "packaging" / "windows" / "package.py")
    package = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(package)
    made = package.installer(bundle, tmp_path)
    told = subprocess.run(["file", "--brief", made], capture_output=True, text=True, check=True).stdout
    assert "Nullsoft Installer" in told
