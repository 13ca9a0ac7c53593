"""What the packages are made by is of one mind. What comes out is looked at by packaging/linux/check.py and bare_root.sh."""

import importlib.metadata
import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import followup_desktop
from followup_desktop.paper.faces import BOOK_FACES, HANDS

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads ELF files and runs sh")


def script(name):
    """A script of packaging/ as a module."""
    path = PACKAGING / name
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def bundle():
    return script("bundle.py")


@pytest.fixture(scope="module")
def licences():
    return script("licences.py")


def test_the_version_stands_in_one_place():
    assert "version" in PROJECT["dynamic"]
    spoken = re.compile(rf"(?<![\d.]){re.escape(followup_desktop.__version__)}(?![\d.])")
    recipes = [path for path in PACKAGING.rglob("*") if path.suffix in {".py", ".sh", ".spec", ".nsi", ".plist"}]
    recipes += [path for path in (ROOT / "resources" / "share").rglob("*") if path.is_file()]
    assert [path for path in recipes if spoken.search(path.read_text("utf-8"))] == []


def test_what_the_bundle_leaves_to_the_system_is_all_that_the_checkout_asks_of_it(bundle):
    bootstrap = script("bootstrap.py")
    for soname, package in {**bootstrap.QT, **bootstrap.WINDOW}.items():
        assert package in bundle.LEFT_TO_THE_SYSTEM[soname].split(" | ")


def test_modules_that_are_left_out_are_none_that_the_program_imports(bundle):
    text = "\n".join(path.read_text("utf-8") for path in (ROOT / "followup_desktop").rglob("*.py"))
    imported = set(re.findall(r"^\s*(?:import|from) ([\w.]+)", text, re.MULTILINE))
    assert not imported & set(bundle.EXCLUDED_MODULES)


@pytest.mark.parametrize(
    ("path", "stays"),
    [
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/qmltooling/libqmldbg_tcp.so", False),
        ("PySide6/Qt/translations/qt_de.qm", False),
        ("PySide6/Qt/lib/libQt6Gui.so.6", True),
        ("pyphen/dictionaries/hyph_de_DE.dic", True),
    ],
)
def test_only_plugins_of_use_stay(bundle, path, stays):
    assert bundle.has_use((path, "", "BINARY")) is stays


@linux
def test_a_library_stays_only_as_long_as_something_is_linked_with_it(bundle):
    qt = Path(importlib.util.find_spec("PySide6").origin).parent
    libraries = [
        (f"PySide6/Qt/lib/lib{name}.so.6", str(qt / "Qt/lib" / f"lib{name}.so.6"), "BINARY") for name in ("Qt6Gui", "Qt6Qml")
    ]
    module = ("PySide6/QtGui.abi3.so", str(qt / "QtGui.abi3.so"), "EXTENSION")
    plugin = ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", str(qt / "Qt/plugins/platformthemes/libqgtk3.so"), "BINARY")
    assert bundle.needed([*libraries, module, plugin]) == [module, libraries[0]]
    gone = ("libQt6Qml.so.6", "PySide6/Qt/lib/libQt6Qml.so.6", "SYMLINK")
    assert bundle.without_dangling([gone], [module]) == []


def test_resources_go_into_the_bundle_but_for_those_of_the_system(bundle):
    names = {path.relative_to(ROOT / "resources").as_posix() for path in bundle.resources(ROOT)}
    assert {"sample.toml", "stock.toml", "icons/app.svg", "templates/interview-warm.txt", "words/verbs.txt"} <= names
    assert not any(name.startswith("share/") for name in names)


def test_each_part_that_is_shipped_brings_its_licence(licences, tmp_path):
    names = [re.split(r"[<>=!~ ]", each)[0] for each in PROJECT["dependencies"]]
    parts = [licences.distributed(importlib.metadata.distribution(name)) for name in names]
    told = {licences.plain(part.name): part for part in parts}
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in told["pyside6-essentials"].text
    assert "You may replace them" in told["pyside6-essentials"].text
    for face in HANDS + BOOK_FACES:
        assert "SIL OPEN FONT LICENSE" in told[f"fontpkg-{face.lower().replace(' ', '-')}"].text.upper()
    assert all(part.licence and part.version and part.text.strip() for part in parts)
    files = licences.written(parts, tmp_path / "licences")
    index = json.loads((tmp_path / "licences" / "index.json").read_text("utf-8"))
    assert {each["file"] for each in index} | {"index.json"} == {path.name for path in files}
    assert all(list(each) == ["name", "version", "licence", "file"] for each in index)


def test_what_the_program_starts_in_turn_has_the_users_own_environment():
    cleared = (
        "import os, frozen_start; frozen_start.give_back_environment(); print(sorted(n for n in os.environ if n in WATCHED))"
    )
    watched = ["LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"]
    program = f"WATCHED = {watched}; {cleared}; print(os.environ.get('LD_LIBRARY_PATH'))"
    frozen = {**os.environ, "PYTHONPATH": f"{PACKAGING}{os.pathsep}{ROOT}", **dict.fromkeys(watched, "/ours")}
    frozen.pop("LD_LIBRARY_PATH_ORIG")
    for before, after in ((None, "[]\nNone\n"), ("/theirs", "['LD_LIBRARY_PATH']\n/theirs\n")):
        words = {**frozen, **({"LD_LIBRARY_PATH_ORIG": before} if before else {})}
        done = subprocess.run([sys.executable, "-c", program], env=words, capture_output=True, text=True, check=True)
        assert done.stdout == after


@linux
def test_the_installers_are_sound_sh():
    for name in ("install.sh", "uninstall.sh"):
        subprocess.run(["sh", "-n", PACKAGING / "linux" / name], check=True)
