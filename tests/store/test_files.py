import errno
import os
import socket
import stat
from pathlib import Path

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.store import files
from followup_desktop.store.files import atomic_write, load_texts, read_if_there, read_limited

NOBODY = 65534
OLD, NEW = b"as it was", b"as it shall be" * 1000


def said(problem):
    """The words of a problem: sentences that end, without a traceback's look."""
    words = str(problem.value)
    assert words.endswith(".")
    assert "Errno" not in words
    assert "{" not in words
    return words


def left_in(folder):
    return sorted(path.name for path in folder.iterdir())


# --- writing -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"x", NEW, os.urandom(3_000_000)])
def test_a_file_is_written_whole_over_none_and_over_another(tmp_path, data):
    path = tmp_path / "cards.pdf"
    atomic_write(path, data)
    assert path.read_bytes() == data
    atomic_write(path, OLD)
    atomic_write(path, data)
    assert path.read_bytes() == data
    assert left_in(tmp_path) == ["cards.pdf", "home"]


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_the_mode_is_the_one_asked_for_whatever_the_umask(tmp_path, umask):
    before = os.umask(umask)
    try:
        atomic_write(tmp_path / "own", b"x")
        atomic_write(tmp_path / "shared", b"x", mode=0o644)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "own").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "shared").stat().st_mode) == 0o644


def test_the_file_is_on_disk_before_it_takes_its_name_and_the_name_after(tmp_path, monkeypatch):
    steps = []
    sync, replace = os.fsync, Path.replace

    def noted(descriptor):
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        sync(descriptor)

    monkeypatch.setattr(files.os, "fsync", noted)
    monkeypatch.setattr(Path, "replace", lambda path, target: (steps.append("name"), replace(path, target)))
    atomic_write(tmp_path / "file", NEW)
    assert steps == ["file", "name", "folder"]


def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "file").write_bytes(OLD)
    (tmp_path / "link").symlink_to(tmp_path / "real" / "file")
    atomic_write(tmp_path / "link", NEW)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "file").read_bytes() == NEW
    assert left_in(tmp_path / "real") == ["file"]


def test_a_name_as_long_as_a_name_can_be_is_written(tmp_path):
    path = tmp_path / ("n" * 251 + ".pdf")
    atomic_write(path, NEW)
    assert path.read_bytes() == NEW


def test_short_writes_are_carried_on(tmp_path, monkeypatch):
    write = os.write
    monkeypatch.setattr(files.os, "write", lambda descriptor, data: write(descriptor, bytes(data[:7])))
    atomic_write(tmp_path / "file", NEW)
    assert (tmp_path / "file").read_bytes() == NEW


def failing(code, after=0):
    """A stand-in for a call of the system that fails with `code` from the call after `after` good ones."""
    calls = []

    def fail(*_):
        calls.append(1)
        if len(calls) > after:
            raise OSError(code, os.strerror(code))
        return 1

    return fail


@pytest.mark.parametrize(
    ("call", "fault", "words"),
    [
        ("open", failing(errno.EACCES), "You may not write"),
        ("open", failing(errno.EROFS), "only be read"),
        ("open", failing(errno.ENOSPC), "disk is full"),
        ("fchmod", failing(errno.EPERM), "You may not write"),
        ("write", failing(errno.ENOSPC), "disk is full"),
        ("write", failing(errno.ENOSPC, after=3), "disk is full"),
        ("write", failing(errno.EDQUOT), "disk is full"),
        ("write", failing(errno.EIO), "could not be written"),
        ("fsync", failing(errno.EIO), "could not be written"),
        ("fsync", failing(errno.ENOSPC), "disk is full"),
        ("rename", failing(errno.EACCES), "You may not write"),
        ("rename", failing(errno.EIO), "could not be written"),
    ],
)
@pytest.mark.parametrize("there", [True, False])
def test_a_fault_at_any_step_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, call, fault, words, there):
    path = tmp_path / "cards.pdf"
    if there:
        path.write_bytes(OLD)
    with monkeypatch.context() as broken:
        if call == "rename":
            broken.setattr(Path, "replace", fault)
        else:
            broken.setattr(files.os, call, fault)
        with pytest.raises(Problem, match=words) as problem:
            atomic_write(path, NEW)
    said(problem)
    assert left_in(tmp_path) == (["cards.pdf", "home"] if there else ["home"])
    if there:
        assert path.read_bytes() == OLD


def test_an_interruption_leaves_nothing_behind_either(tmp_path, monkeypatch):
    def interrupt(_):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(files.os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            atomic_write(tmp_path / "file", NEW)
    assert left_in(tmp_path) == ["home"]


def test_a_folder_a_pipe_or_no_folder_in_the_way_is_said(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(OLD)
    os.mkfifo(tmp_path / "pipe")
    for target, words in (
        (tmp_path / "folder", "is a folder"),
        (tmp_path / "pipe", "could not be written"),
        (tmp_path / "none" / "file", "does not exist"),
        (tmp_path / "file" / "below", "does not exist"),
        (tmp_path / ("n" * 300), "too long"),
        (tmp_path / "a\x00b", "does not exist"),
    ):
        with pytest.raises(Problem, match=words) as problem:
            atomic_write(target, NEW)
        said(problem)
    assert left_in(tmp_path) == ["file", "folder", "home", "pipe"]
    assert left_in(tmp_path / "folder") == []
    assert (tmp_path / "file").read_bytes() == OLD


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs to be root to become somebody who may not")
def test_what_one_may_not_write_is_said(open_folder, child):
    done = child(
        "import os\n"
        "from pathlib import Path\n"
        "from followup_desktop.core.problems import Problem\n"
        "from followup_desktop.store.files import atomic_write\n"
        "import followup_desktop.core.dates\n"  # all is imported by now: the program itself may be root's
        "os.setuid({nobody})\n"
        "try: atomic_write(Path({name}, 'file'), b'x')\n"
        "except Problem as problem: print(problem)",
        nobody=NOBODY,
        name=str(open_folder),
    )
    assert done.stdout == "You may not write “file” there. Nothing was changed; choose another folder.\n", done.stderr
    assert left_in(open_folder) == []


# --- reading -------------------------------------------------------------------------------------------------------------


def test_a_file_of_exactly_the_limit_is_read(tmp_path):
    path = tmp_path / "invite.ics"
    path.write_bytes(NEW)
    assert read_limited(path, len(NEW)) == NEW
    with pytest.raises(Problem, match=r"“invite\.ics” is larger than 1 MB, so nothing was read"):
        read_limited(path, len(NEW) - 1)


def test_what_cannot_be_read_is_said_in_one_line(tmp_path):
    (tmp_path / "empty").touch()
    (tmp_path / "large").write_bytes(b"x" * 1_000_001)
    (tmp_path / "dangling").symlink_to(tmp_path / "none")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    for name, words in (
        ("none", "There is no file “none”"),
        ("none/below", "There is no file"),
        ("empty/below", "There is no file"),
        ("dangling", "There is no file “dangling”"),
        ("round", "could not be read"),
        ("home", "“home” is a folder"),
        ("empty", "“empty” is empty"),
        ("large", "“large” is larger than 1 MB"),
        ("n" * 300, "There is no file"),
        ("a\x00b", "There is no file"),
    ):
        with pytest.raises(Problem, match=words) as problem:
            read_limited(tmp_path / name, 1_000_000)
        said(problem)


def test_a_pipe_a_socket_and_a_device_are_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        os.chdir(tmp_path)  # a socket's path must be short
        server.bind("socket")
        for path in (tmp_path / "pipe", tmp_path / "socket", Path("/dev/zero"), Path("/dev/tty")):
            with pytest.raises(Problem, match="could not be read"):
                read_limited(path, 10)


def test_a_name_of_any_bytes_can_be_said(tmp_path):
    name = os.fsdecode(b"caf\xe9.ics")
    with pytest.raises(Problem) as problem:
        read_limited(tmp_path / name, 10)
    said(problem).encode()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs to be root to become somebody who may not")
def test_what_one_may_not_read_is_said(open_folder, child):
    (open_folder / "file").write_bytes(b"x")
    (open_folder / "file").chmod(0o600)
    done = child(
        "import os\n"
        "from pathlib import Path\n"
        "from followup_desktop.core.problems import Problem\n"
        "from followup_desktop.store.files import read_limited\n"
        "import followup_desktop.core.dates\n"  # all is imported by now: the program itself may be root's
        "os.setuid({nobody})\n"
        "try: read_limited(Path({name}, 'file'), 10)\n"
        "except Problem as problem: print(problem)",
        nobody=NOBODY,
        name=str(open_folder),
    )
    assert done.stdout == "You may not read “file”, so nothing was read. Allow it, or choose another file.\n", done.stderr


def test_our_own_texts_are_loaded_by_their_names(tmp_path):
    (tmp_path / "b.txt").write_text("Grüße", encoding="utf-8")
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    (tmp_path / "c.toml").write_text("other", encoding="utf-8")
    assert load_texts(tmp_path, ".txt") == {"a.txt": "one", "b.txt": "Grüße"}
    assert list(load_texts(tmp_path, ".txt")) == ["a.txt", "b.txt"]


def test_a_file_that_is_about_to_be_replaced_is_read_where_it_can_be(tmp_path):
    path = tmp_path / "a"
    assert read_if_there(path, 10) == b""
    path.write_bytes(b"abc")
    assert (read_if_there(path, 3), read_if_there(path, 2)) == (b"abc", b"")
