import json

import pytest

from followup_desktop.store.settings import NAME, Settings


def test_what_is_set_is_there_after_a_restart(tmp_path):
    settings = Settings(tmp_path)
    assert settings.get("window", "") == ""
    assert settings.set("window", "AdnQywAD")
    assert settings.set("splitter", [320, 820])
    assert settings.set("offsets", {"A6": 1.5})
    assert settings.set("scheme", "dark")
    assert settings.set("scheme", None)
    again = Settings(tmp_path)
    assert again.get("window", "") == "AdnQywAD"
    assert again.get("splitter", []) == [320, 820]
    assert again.get("offsets", {}) == {"A6": 1.5}
    assert again.get("scheme", "system") == "system"
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"window": 1}', b"x" * 1_100_000], ids=range(8)
)
def test_a_broken_file_means_that_nothing_is_set(tmp_path, broken):
    (tmp_path / NAME).write_bytes(broken)
    settings = Settings(tmp_path)
    assert settings.get("window", "default") == "default"
    assert settings.set("window", "fine")
    assert Settings(tmp_path).get("window", "") == "fine"


def test_what_we_do_not_know_is_kept(tmp_path):
    (tmp_path / NAME).write_text('{"from a newer one": {"a": [1]}}')
    Settings(tmp_path).set("window", "x")
    assert json.loads((tmp_path / NAME).read_bytes())["from a newer one"] == {"a": [1]}


def test_a_value_of_another_type_does_not_count(tmp_path):
    (tmp_path / NAME).write_text('{"zoom": true, "week": 1, "name": 5}')
    settings = Settings(tmp_path)
    assert settings.get("zoom", 1) == 1
    assert settings.get("week", default=False) is False
    assert settings.get("name", "n") == "n"


def test_where_nothing_can_be_written_the_value_holds_for_this_time(tmp_path):
    settings = Settings(tmp_path / "none")
    assert not settings.set("window", "x")
    assert settings.get("window", "") == "x"
    assert not (tmp_path / "none").exists()


def test_nothing_is_written_where_nothing_changes(tmp_path):
    Settings(tmp_path).set("window", "x")
    before = (tmp_path / NAME).stat().st_ino
    assert Settings(tmp_path).set("window", "x")
    assert (tmp_path / NAME).stat().st_ino == before


def test_what_json_cannot_hold_is_our_fault_and_changes_nothing(tmp_path):
    settings = Settings(tmp_path)
    for value in (object(), float("nan")):
        with pytest.raises((TypeError, ValueError)):
            settings.set("window", value)
    assert settings.get("window", "") == ""
    assert not (tmp_path / NAME).exists()
