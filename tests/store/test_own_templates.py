"""The user's own templates are files that are written whole, named safely and never stop anything by being broken."""

import errno
import os
import stat
import time

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.letters import templates
from followup_desktop.store import files, own_templates
from followup_desktop.store.own_templates import MOST_BYTES, MOST_FILES, OwnTemplates, safe

NOBODY = 65534
TEXT = "---\nname: Mine\noccasion: interview\ntone: warm\n---\nDear {first},\n\nThank you — sehr.\n\nYours,\n\n{me}\n"


@pytest.fixture
def own(tmp_path):
    return OwnTemplates(tmp_path)


def texts(own):
    return {each.file: each.text if each.fault is None else None for each in own.all()}


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_there_are_none_and_no_folder_to_begin_with(own):
    assert own.all() == ()
    assert not own.folder.exists()


def test_what_is_saved_is_read_again_as_it_was(own, tmp_path):
    file = own.add("After an interview, warm", TEXT)
    assert file == "after-an-interview-warm.txt"
    assert texts(own) == {file: TEXT}
    own.save(file, TEXT + "\n")
    assert texts(OwnTemplates(tmp_path)) == {file: TEXT + "\n"}


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_only_the_user_may_look(own):
    before = os.umask(0)
    try:
        file = own.add("Mine", TEXT)
    finally:
        os.umask(before)
    assert (mode(own.folder), mode(own.folder / file)) == (0o700, 0o600)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("After an interview, warm", "after-an-interview-warm"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\boot", "c-boot"),
        ("Größe & Ärger", "groe-arger"),
        ("Письмо", "template"),
        ("", "template"),
        ("...", "template"),
        ("CON", "template-con"),
        ("lpt1", "template-lpt1"),
        ("x" * 300, "x" * 60),
        ("a\0b\nc", "a-b-c"),
    ],
)
def test_names_become_safe(name, stem):
    assert safe(name) == stem


def test_a_name_that_is_taken_gets_a_number_whatever_its_case(own):
    assert [own.add("Mine", TEXT) for _ in range(3)] == ["mine.txt", "mine-2.txt", "mine-3.txt"]
    (own.folder / "YOURS.TXT").write_text("", "utf-8")
    assert own.add("yours", TEXT) == "yours-2.txt"


def test_a_file_is_renamed_and_never_over_another(own):
    first, second = own.add("One", "1"), own.add("Two", "2")
    assert own.rename(first, "Two") == "two-2.txt"
    assert texts(own) == {"two-2.txt": "1", second: "2"}
    assert own.rename("two-2.txt", "two") == "two-2.txt"


def test_a_file_is_taken_away_once(own):
    file = own.add("One", TEXT)
    own.remove(file)
    own.remove(file)
    assert own.all() == ()


@pytest.mark.parametrize("name", ["../x.txt", "/x.txt", "a/b.txt", "x", ".x.txt", "a\\b.txt", ""])
def test_a_name_that_leads_elsewhere_is_refused(own, name):
    with pytest.raises(ValueError, match="no name of a template"):
        own.save(name, TEXT)
    with pytest.raises(ValueError, match="no name of a template"):
        own.remove(name)


@pytest.mark.parametrize(
    ("data", "part"),
    [(b"\xff\xfe\x00", "is not plain text"), (b"x" * (MOST_BYTES + 1), "is longer than 20 kB")],
)
def test_a_file_that_cannot_be_used_is_listed_with_a_sentence_and_harms_no_other(own, data, part):
    own.add("Good", TEXT)
    (own.folder / "bad.txt").write_bytes(data)
    bad, good = own.all()
    assert (bad.file, bad.text) == ("bad.txt", "")
    assert part in str(bad.fault)
    assert (good.text, good.fault) == (TEXT, None)
    assert texts(own) == {"bad.txt": None, "good.txt": TEXT}


def test_an_empty_file_is_an_empty_template_and_other_things_are_none(own):
    own.folder.mkdir()
    (own.folder / "empty.txt").touch()
    (own.folder / "folder.txt").mkdir()
    (own.folder / "notes.md").write_text("x", "utf-8")
    (own.folder / ".hidden.txt").write_text("x", "utf-8")
    assert texts(own) == {"empty.txt": ""}


def test_lines_of_windows_are_lines(own):
    own.folder.mkdir()
    (own.folder / "x.txt").write_bytes(b"a\r\nb\rc\n")
    assert texts(own) == {"x.txt": "a\nb\nc\n"}


def test_a_change_by_another_program_is_seen(own):
    file = own.add("Mine", TEXT)
    own.all()
    before = own.stamp()
    time.sleep(0.02)  # the finest clock that a file system has
    (own.folder / file).write_text("by another hand", "utf-8")
    assert own.stamp() != before
    assert texts(own) == {file: "by another hand"}


def test_too_much_is_not_saved_and_the_file_is_as_it_was(own):
    file = own.add("Mine", TEXT)
    with pytest.raises(Problem, match="at most 20 kB"):
        own.save(file, "ö" * MOST_BYTES)
    assert texts(own) == {file: TEXT}


def test_there_are_at_most_so_many(own):
    own.folder.mkdir()
    for number in range(MOST_FILES):
        (own.folder / f"{number:03}.txt").touch()
    with pytest.raises(Problem, match="Delete one"):
        own.add("One more", TEXT)
    (own.folder / "zzz.txt").touch()
    assert len(own.all()) == MOST_FILES
    own.save("000.txt", TEXT)


def test_a_full_disk_is_told_and_nothing_is_lost(own, monkeypatch):
    file = own.add("Mine", TEXT)

    def full(*_):
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(files.os, "write", full)
        with pytest.raises(Problem, match="The disk is full"):
            own.save(file, "other words")
    assert texts(own) == {file: TEXT}
    assert [path.name for path in own.folder.iterdir()] == [file]


def test_a_file_in_the_folders_place_is_told(own):
    own.folder.write_text("x", "utf-8")
    with pytest.raises(Problem, match="cannot be looked into"):
        own.all()
    with pytest.raises(Problem, match="is not a folder"):
        own.save("mine.txt", TEXT)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs root, to become another user")
def test_what_one_may_not_do_is_told_and_changes_nothing(open_folder, child):
    own = OwnTemplates(open_folder)
    closed = own.add("Closed", TEXT)
    open_ = own.add("Open", TEXT)
    own.folder.chmod(0o755)
    (own.folder / open_).chmod(0o644)
    done = child(
        "import os\n"
        "from pathlib import Path\n"
        "from followup_desktop.core.problems import Problem\n"
        "from followup_desktop.store.own_templates import OwnTemplates\n"
        "import followup_desktop.core.dates\n"  # what is needed later: the checkout may be root's own
        "os.setuid({nobody})\n"
        "own = OwnTemplates(Path({name}))\n"
        "for each in own.all(): print(each.fault)\n"
        "f = 'open.txt'\n"
        "for act in (lambda: own.save(f, 'x'), lambda: own.remove(f), lambda: own.rename(f, 'Other')):\n"
        "    try: act()\n"
        "    except Problem as problem: print(problem)\n",
        nobody=NOBODY,
        name=str(open_folder),
    )
    may_not = "You may not write “open.txt” there. Nothing was changed; choose another folder."
    assert done.stdout.splitlines() == [
        f"You may not read “{closed}”, so nothing was read. Allow it, or choose another file.",
        "None",
        *[may_not] * 3,
    ], done.stderr
    assert (own.folder / open_).read_text("utf-8") == TEXT


def test_letters_and_files_agree_on_the_longest_template():
    assert own_templates.MOST_BYTES == templates.MOST_BYTES
