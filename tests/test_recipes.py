"""The recipes for Windows and macOS and the workflow that runs them agree with the program, as far as can be seen here."""

import ast
import importlib.util
import os
import plistlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from followup_desktop import places
from followup_desktop.exchange import whole

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
WORKFLOW = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
INSTALLER = (PACKAGING / "windows" / "installer.nsi").read_text("utf-8")
MIME = "application/x-followup-desktop"


def script(path):
    """A script of packaging/ as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# Windows


def test_the_version_in_the_program_s_properties_is_of_four_numbers():
    text = script(PACKAGING / "windows" / "executable.py").version_resource("1.2.3")
    (fixed,) = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call) and node.func.id == "FixedFileInfo")
    assert {word.arg: ast.literal_eval(word.value) for word in fixed.keywords} == {
        "filevers": (1, 2, 3, 0),
        "prodvers": (1, 2, 3, 0),
    }
    told = dict(re.findall(r'StringStruct\("(\w+)", "(.*)"\)', text))
    assert told["FileVersion"] == told["ProductVersion"] == "1.2.3"
    assert told["OriginalFilename"] == f"{places.APP}.exe"


def test_the_installer_asks_for_no_administrator_and_offers_to_open_the_program_s_files():
    assert "RequestExecutionLevel user" in INSTALLER
    assert "HKLM" not in INSTALLER
    offered = set(re.findall(r'!insertmacro OFFERED "(\.\w+)"', INSTALLER))
    assert offered == {".ics", ".vcf", whole.SUFFIXES[0]}
    assert f'"Content Type" "{MIME}"' in INSTALLER


def test_everything_that_the_installer_writes_into_the_registry_it_takes_out_again():
    roots = dict(re.findall(r'^!define (\w+) "(.*)"$', INSTALLER, re.MULTILINE))

    def spelled(text):
        while "${" in text:
            text = re.sub(r"\$\{(\w+)\}", lambda found: roots[found[1]], text)
        return text

    body = re.sub(r"!macro KIND.*?!macroend|!macro OFFERED.*?!macroend", "", INSTALLER, flags=re.DOTALL)
    written = {(spelled(key), spelled(name)) for key, name in re.findall(r'WriteReg\w+ HKCU "(.*?)" "(.*?)"', body)}
    for identity in re.findall(r'!insertmacro KIND "(.*?)"', INSTALLER):
        written.add((spelled(f"${{CLASSES}}\\{identity}"), ""))
    for ending, identity in re.findall(r'!insertmacro OFFERED "(.*?)" "(.*?)"', INSTALLER):
        written.add((spelled(f"${{CLASSES}}\\{ending}\\OpenWithProgids"), spelled(identity)))
    keys = {spelled(key) for key in re.findall(r'DeleteRegKey HKCU "(.*?)"', INSTALLER)}
    values = {(spelled(key), spelled(name)) for key, name in re.findall(r'DeleteRegValue HKCU "(.*?)" "(.*?)"', INSTALLER)}
    left = {each for each in written if each not in values and not any(f"{each[0]}\\".startswith(f"{key}\\") for key in keys)}
    assert len(written) > 10
    assert left == set()


# Linux


@pytest.fixture
def archive(tmp_path):
    """An archive as it is unpacked, with a program that only knows its version."""
    unpacked, machine = tmp_path / "unpacked", subprocess.run(["uname", "-m"], capture_output=True, text=True, check=True).stdout
    files = {
        "followup-desktop/machine": machine,
        "followup-desktop/followup-desktop": "#!/bin/sh\necho 9.9\n",
        "followup-desktop/_internal/x": "",
        "share/applications/followup-desktop.desktop": "[Desktop Entry]\nExec=x\nTryExec=x\n",
    }
    for name, text in files.items():
        (unpacked / name).parent.mkdir(parents=True, exist_ok=True)
        (unpacked / name).write_text(text)
    (unpacked / "followup-desktop" / "followup-desktop").chmod(0o755)
    for name in ("install.sh", "uninstall.sh"):
        (unpacked / name).write_bytes((PACKAGING / "linux" / name).read_bytes())
    return unpacked


@pytest.mark.skipif(sys.platform != "linux", reason="install.sh is for Linux")
@pytest.mark.parametrize("left", [(), ("followup-desktop",), ("uninstall.sh",), ("shared-files",)])
def test_linux_installs_over_what_an_interrupted_removal_left(archive, tmp_path, left):
    lib = tmp_path / "home" / ".local" / "lib" / "followup-desktop"
    lib.mkdir(parents=True)
    (lib / "old").touch()
    for name in left:
        (lib / name).write_text("exit 1\n")
    way = {"HOME": str(tmp_path / "home"), "PATH": os.environ["PATH"]}
    done = subprocess.run(["sh", archive / "install.sh"], env=way, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Installed: 9.9" in done.stdout
    assert {"followup-desktop", "uninstall.sh", "shared-files"} <= {each.name for each in lib.iterdir()}
    assert not (lib / "old").exists()
    assert not (lib / "followup-desktop.new").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="install.sh is for Linux")
def test_linux_says_that_a_running_program_is_to_be_closed(archive, tmp_path):
    lib = tmp_path / "home" / ".local" / "lib" / "followup-desktop"
    lib.mkdir(parents=True)
    running = lib / "followup-desktop"
    shutil.copy2(shutil.which("sh"), running)
    way = {"HOME": str(tmp_path / "home"), "PATH": os.environ["PATH"]}
    with subprocess.Popen([running, "-c", "read wait"], stdin=subprocess.PIPE) as program:
        done = subprocess.run(["sh", archive / "install.sh"], env=way, capture_output=True, text=True, check=False)
        program.kill()
    assert done.returncode == 0, done.stderr
    assert "is running. Close it" in done.stdout


# macOS


def test_macos_is_told_the_same_files_and_the_same_identity():
    told = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    (own,) = told["UTExportedTypeDeclarations"]
    assert own["UTTypeTagSpecification"] == {"public.filename-extension": [whole.SUFFIXES[0][1:]], "public.mime-type": [MIME]}
    opened = {kind: each["LSHandlerRank"] for each in told["CFBundleDocumentTypes"] for kind in each["LSItemContentTypes"]}
    assert opened == {own["UTTypeIdentifier"]: "Owner", "com.apple.ical.ics": "Alternate", "public.vcard": "Alternate"}
    (description,) = (ROOT / "resources" / "share" / "metainfo").glob("*.xml")
    described = ET.parse(description).findtext("id")  # noqa: S314  (our own)
    assert described == script(PACKAGING / "macos" / "application.py").IDENTIFIER


def test_macos_lets_the_program_do_what_its_libraries_need_and_no_more():
    allowed = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert set(allowed) == {
        "com.apple.security.cs.allow-unsigned-executable-memory",
        "com.apple.security.cs.disable-library-validation",
    }


# Icons


@pytest.mark.parametrize(("ending", "begins"), [(".ico", b"\0\0\1\0"), (".icns", b"icns")])
def test_the_icons_of_the_other_systems_are_drawn_the_same_every_time(tmp_path, ending, begins):
    files = [tmp_path / f"{name}{ending}" for name in "ab"]
    for file in files:
        subprocess.run([sys.executable, PACKAGING / "icons.py", file], check=True)
    first, second = (file.read_bytes() for file in files)
    assert first == second
    assert first.startswith(begins)
    if ending == ".ico":
        assert [each or 256 for each in first[6 : 6 + 16 * first[4] : 16]] == [16, 20, 24, 32, 40, 48, 64, 128, 256]


# The workflow


def test_every_action_of_the_workflow_is_pinned_to_what_it_is_now():
    used = re.findall(r"uses: (\S+)(.*)", WORKFLOW)
    assert len(used) >= 4
    for action, version in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r"  # v\d+\.\d+\.\d+", version), action


def test_the_workflow_builds_with_the_verbs_of_a_checkout():
    verbs = script(PACKAGING / "bootstrap.py").VERBS
    called = re.findall(r"packaging/bootstrap\.py (\w+)", WORKFLOW)
    assert called == ["test", "package"]
    assert set(called) <= set(verbs)
