"""What a Linux desktop is told of the program is what the program is: its names, files, verbs, versions and icons."""

import argparse
import configparser
import importlib.util
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import pytest

import followup_desktop
from followup_desktop import places
from followup_desktop.cli import VERBS
from followup_desktop.exchange import whole

ROOT = Path(__file__).resolve().parent.parent
SHARE = ROOT / "resources" / "share"
MENU_ENTRY = SHARE / "applications" / f"{places.APP}.desktop"
(DESCRIPTION,) = (SHARE / "metainfo").glob("*.xml")
FILE_TYPES = SHARE / "mime" / "packages" / f"{places.APP}.xml"
MAN_PAGE = SHARE / "man" / "man1" / f"{places.APP}.1"
OWN_TYPE = "application/x-followup-desktop"


@pytest.fixture
def menu_entry():
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str
    parser.read(MENU_ENTRY, "utf-8")
    return parser["Desktop Entry"]


def parsed(path):
    """An XML file of our own."""
    return ET.parse(path)  # noqa: S314  (written here, or made by our script)


def listed(value):
    """The parts of a list in a desktop file."""
    return value.rstrip(";").split(";")


def script(path):
    """A script of packaging/ as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# The menu entry


def test_the_menu_entry_starts_the_program_with_the_files_and_is_found_again_by_its_window(menu_entry):
    assert (menu_entry["Exec"], menu_entry["TryExec"]) == (f"{places.APP} %F", places.APP)
    assert menu_entry["StartupWMClass"] == places.APP
    assert menu_entry["Icon"] == places.APP
    assert MENU_ENTRY.stem == places.APP  # the app says so with setDesktopFileName
    assert "Version" not in menu_entry


def test_menu_entry_description_and_file_types_speak_of_the_same_files(menu_entry):
    described = {each.text for each in parsed(DESCRIPTION).iterfind("provides/mediatype")}
    assert set(listed(menu_entry["MimeType"])) == described == {"text/calendar", "text/vcard", OWN_TYPE}
    space = {"": "http://www.freedesktop.org/standards/shared-mime-info"}
    (own,) = parsed(FILE_TYPES).iterfind("mime-type", space)
    assert own.get("type") == OWN_TYPE
    assert own.find("glob", space).get("pattern") == f"*{whole.SUFFIXES[0]}"
    assert own.find("magic/match", space).get("value") == f'"format": "{whole.FORMAT}"'
    assert own.find("icon", space).get("name") == places.APP


def test_the_description_leads_to_the_menu_entry(menu_entry):
    described = parsed(DESCRIPTION)
    assert described.findtext("launchable") == MENU_ENTRY.name
    assert described.findtext("name") == menu_entry["Name"]
    assert described.findtext("provides/binary") == places.APP
    assert described.findtext("icon") == places.APP
    assert {each.text for each in described.iterfind("categories/category")} == {*listed(menu_entry["Categories"])} - {"Qt"}
    assert described.findtext("id") == DESCRIPTION.name.removesuffix(".metainfo.xml")


# The man page


def macros(text):
    """The words of a line of macros, without punctuation."""
    return [word for word in text.split() if not re.fullmatch(r"[][.,;|]|Oo|Oc|Op|\.\.\.", word)]


def options(words):
    """The long options among the words of a line of macros."""
    return {f"-{after}" for before, after in pairwise(words) if before == "Fl" and len(after) > 1}


def section(name):
    return re.search(rf"^\.Sh {name}$(.*?)(?=^\.Sh |\Z)", MAN_PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)[1]


def in_man_page():
    """The long options of every verb, as the man page has them."""
    lines = re.findall(r"^\.It Cm (\S+)(.*)$", section("VERBS"), re.MULTILINE)
    assert len(lines) == len(dict(lines))
    return {verb: options(macros(rest)) for verb, rest in lines}


def in_program(verb):
    """The long options of a verb, as the program takes them."""
    parser = argparse.ArgumentParser(add_help=False)
    verb.arguments(parser)
    return {word for word in re.findall(r"--[a-z-]+", parser.format_usage()) if word != "--help"}


def test_the_man_page_tells_of_every_verb_and_its_options():
    assert in_man_page() == {name: in_program(verb) for name, verb in VERBS.items()}


def test_the_man_page_tells_of_every_common_option():
    command = [sys.executable, "-m", "followup_desktop", "--help"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.partition("\nverbs ")[0]
    inside = {option for line in re.findall(r"^\.It (.*)$", section("OPTIONS"), re.MULTILINE) for option in options(macros(line))}
    assert inside == set(re.findall(r"--[a-z-]+", told)) | {"--help"}


# What share.py makes of it


def test_releases_are_those_of_the_changelog():
    share = script(ROOT / "packaging" / "linux" / "share.py")
    told = "# Changelog\n\n## 0.2.0, not yet released\n\n- more\n\n## 0.1.0, 2026-12-01\n\n- first\n"
    assert [*share.releases(told, "2026-12-24")] == [("0.2.0", "2026-12-24", False), ("0.1.0", "2026-12-01", True)]
    newest = next(share.releases((ROOT / "CHANGELOG.md").read_text("utf-8"), "2026-12-24"))
    assert newest.version == followup_desktop.__version__


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The folder that share.py fills."""
    folder = tmp_path_factory.mktemp("share")
    command = [sys.executable, ROOT / "packaging" / "linux" / "share.py", folder]
    subprocess.run(command, env={"SOURCE_DATE_EPOCH": "1795564800", "PATH": "/usr/bin:/bin"}, check=True)
    return folder


@pytest.mark.xdist_group("share")
def test_share_holds_an_icon_in_every_size_and_as_a_drawing(made):
    icons = made / "icons" / "hicolor"
    for edge in (16, 22, 24, 32, 48, 64, 128, 256, 512):
        data = (icons / f"{edge}x{edge}" / "apps" / f"{places.APP}.png").read_bytes()
        assert data[1:4] == b"PNG"
        assert int.from_bytes(data[16:20]) == int.from_bytes(data[20:24]) == edge
    assert (icons / "scalable" / "apps" / f"{places.APP}.svg").read_text() == (
        ROOT / "resources" / "icons" / "app.svg"
    ).read_text()


@pytest.mark.xdist_group("share")
def test_share_tells_the_release_of_this_version(made):
    newest = parsed(made / "metainfo" / DESCRIPTION.name).find("releases/release")
    assert newest.get("version") == followup_desktop.__version__
    assert newest.get("date") == "2026-11-25" or newest.get("type") == "stable"
