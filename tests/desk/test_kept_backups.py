"""Backups that are made by themselves: at the start if something has changed, then every half hour of work."""

from datetime import UTC, datetime, timedelta

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Person, added
from followup_desktop.core.words import Words
from followup_desktop.desk.clock import Clock
from followup_desktop.desk.desk import Desk
from followup_desktop.desk.kept_backups import EVERY_MINUTES, SECOND, Why
from followup_desktop.store.notebook import Notebook

NOW = datetime(2026, 11, 23, 12, 41, tzinfo=UTC)
DID = Words("Did it")


@pytest.fixture
def desk(tmp_path, qapp):
    notebook = Notebook.open(tmp_path / "notebook")
    made = Desk(notebook, Clock(NOW), "UTC", "en_GB")
    made.do(added(DID, Person(id="hong", name="Hong")))
    yield made
    made.close()


def done(qtbot, desk, act):
    """Do something that ends in the background."""
    with qtbot.waitSignal(desk.backups.changed):
        act()


def pass_minutes(desk, count):
    for _ in range(count):
        desk.clock.minute_changed.emit()


def test_one_is_made_at_the_start_where_something_has_changed(desk, qtbot):
    done(qtbot, desk, desk.backups.start)
    (made,) = desk.backups.all()
    assert (made.why, made.made) == (Why.START, NOW)
    done(qtbot, desk, lambda: desk.backups.make(Why.START))
    assert desk.backups.all() == (made,)


def test_half_an_hour_of_work_makes_another_and_idleness_none(desk, qtbot, monkeypatch):
    done(qtbot, desk, desk.backups.start)
    pass_minutes(desk, 3 * EVERY_MINUTES)
    assert desk.backups._task is None
    monkeypatch.setattr(desk.clock, "now", lambda: NOW + timedelta(hours=2))
    desk.do(added(DID, Person(id="ada", name="Ada")))
    done(qtbot, desk, lambda: pass_minutes(desk, 1))
    assert [each.why for each in desk.backups.all()] == [Why.WORK, Why.START]
    desk.do(added(DID, Person(id="bob", name="Bob")))
    pass_minutes(desk, EVERY_MINUTES - 1)
    assert desk.backups._task is None
    done(qtbot, desk, lambda: pass_minutes(desk, 1))
    assert desk.backups.newest.why is Why.WORK


def test_the_second_place_gets_each_and_says_when_it_is_gone(desk, qtbot, tmp_path):
    second = tmp_path / "stick"
    desk.settings.set(SECOND, str(second))
    done(qtbot, desk, desk.backups.start)
    assert "is not there" in str(desk.backups.second_fault)
    assert len(desk.backups.all()) == 1
    second.mkdir()
    done(qtbot, desk, lambda: pass_minutes(desk, EVERY_MINUTES))
    assert desk.backups.second_fault is None
    assert [each.name for each in second.iterdir()] == [desk.backups.newest.path.name]


def test_a_backup_that_cannot_be_made_is_told_once_and_tried_again(desk, qtbot, tmp_path):
    blocked = tmp_path / "notebook" / "backups"
    blocked.write_text("in the way")
    told = []
    desk.backups.failed.connect(told.append)
    done(qtbot, desk, desk.backups.start)
    done(qtbot, desk, lambda: pass_minutes(desk, EVERY_MINUTES))
    assert [type(each) for each in told] == [Problem]
    assert desk.backups.fault is not None
    blocked.unlink()
    done(qtbot, desk, lambda: pass_minutes(desk, EVERY_MINUTES))
    assert desk.backups.fault is None
    assert len(desk.backups.all()) == 1


def test_what_is_inside_is_told_and_put_back(desk, qtbot):
    done(qtbot, desk, desk.backups.start)
    desk.do(added(DID, Person(id="ada", name="Ada")))
    made, found = desk.backups.newest, []
    desk.backups.look_inside(made.path, found.append, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found[0].people == 1
    assert desk.restore(made.path)
    assert [person.id for person in desk.people()] == ["hong"]
    assert not desk.can_undo()


def test_what_cannot_be_put_back_changes_nothing(desk, tmp_path):
    told = []
    desk.failed.connect(told.append)
    (tmp_path / "x.sqlite").write_text("x")
    assert not desk.restore(tmp_path / "x.sqlite")
    assert len(told) == 1
    assert desk.can_undo()


def test_everything_is_checked_in_the_background(desk, qtbot):
    done(qtbot, desk, desk.backups.start)
    found = []
    desk.backups.check(found.append, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert (found[0].records, found[0].backups, found[0].rotten) == (1, 1, ())
