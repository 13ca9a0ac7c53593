"""The user's own card sizes on disk: whole or not at all, and nothing that lies there stops anything."""

import os

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.store.own_stocks import MOST_BYTES, OwnStocks


def test_what_is_saved_is_read_and_no_text_takes_the_file_away(tmp_path):
    own = OwnStocks(tmp_path)
    assert own.text() == ""
    own.save("# mine\n")
    assert own.text() == "# mine\n"
    assert (tmp_path / "stock.toml").stat().st_mode & 0o777 == 0o600
    own.save("")
    assert own.text() == ""
    assert not list(tmp_path.glob("stock*"))


def test_a_change_by_another_program_is_seen(tmp_path):
    own = OwnStocks(tmp_path)
    own.save("# one\n")
    assert own.text() == "# one\n"
    (tmp_path / "stock.toml").write_text("# two, by a friend\n")
    assert own.text() == "# two, by a friend\n"


@pytest.mark.parametrize(
    ("data", "says"), [(b"\xff\xfe\x00broken", "no text"), (b"#" * (MOST_BYTES + 1), "larger than"), (b"", "empty")]
)
def test_what_is_no_list_is_refused_in_a_sentence(tmp_path, data, says):
    (tmp_path / "stock.toml").write_bytes(data)
    with pytest.raises(Problem, match=says):
        OwnStocks(tmp_path).text()


def test_a_folder_or_a_pipe_in_its_place_holds_nothing_up(tmp_path):
    (tmp_path / "stock.toml").mkdir()
    with pytest.raises(Problem):
        OwnStocks(tmp_path).text()
    (tmp_path / "stock.toml").rmdir()
    os.mkfifo(tmp_path / "stock.toml")
    with pytest.raises(Problem):
        OwnStocks(tmp_path).text()


def test_what_could_not_be_read_is_kept_beside(tmp_path):
    (tmp_path / "stock.toml").write_text("not toml")
    OwnStocks(tmp_path).save("# mine\n", keep_before=True)
    assert (tmp_path / "stock-before.toml").read_text() == "not toml"
    assert (tmp_path / "stock.toml").read_text() == "# mine\n"
