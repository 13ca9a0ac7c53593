import os
import stat

import pytest

from followup_desktop.core.records import Person, added
from followup_desktop.core.words import Words
from followup_desktop.store.notebook import Notebook

pytestmark = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")


def modes(folder):
    return {path.name: oct(stat.S_IMODE(path.lstat().st_mode)) for path in folder.iterdir()}


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_the_folder_and_all_in_it_are_the_owner_s_only_whatever_the_umask(tmp_path, umask):
    folder = tmp_path / "data" / "followup"
    folder.parent.mkdir()
    before = os.umask(umask)
    try:
        with Notebook.open(folder) as notebook:
            notebook.apply(added(Words("x"), Person(id="p", name="P")))
            found = modes(folder)
    finally:
        os.umask(before)
    assert oct(stat.S_IMODE(folder.stat().st_mode)) == "0o700"
    assert set(found) == {"notebook.sqlite", "notebook.sqlite-wal", "notebook.sqlite-shm", "writer.lock"}
    assert set(found.values()) == {"0o600"}


def test_a_notebook_that_others_could_read_is_closed_to_them(tmp_path):
    with Notebook.open(tmp_path) as notebook:
        path = notebook.path
    path.chmod(0o644)
    with Notebook.open(tmp_path) as notebook:
        notebook.apply(added(Words("x"), Person(id="p", name="P")))
        assert set(modes(tmp_path).values()) - {"0o755", "0o700"} == {"0o600"}


def test_a_folder_that_is_there_keeps_its_mode(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    folder.chmod(0o750)
    Notebook.open(folder).close()
    assert oct(stat.S_IMODE(folder.stat().st_mode)) == "0o750"
