"""Backups that are made by themselves: at the start if something has changed, then every half hour of work."""

from datetime import UTC, datetime, timedelta

import pytest

from followup_desktop.core.erasing import who
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Person, added
from followup_desktop.core.words import Words
from followup_desktop.desk.clock import Clock
from followup_desktop.desk.desk import Desk
from followup_desktop.desk.kept_backups import EVERY_MINUTES, SECOND, SECOND_NAME, Why
from followup_desktop.store import backup
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
    assert desk.backups.copies.parent == second
    assert [each.name for each in desk.backups.copies.iterdir()] == [desk.backups.newest.path.name]


def test_a_second_place_chosen_late_gets_those_from_before_too(desk, qtbot, tmp_path):
    done(qtbot, desk, desk.backups.start)
    desk.do(added(DID, Person(id="ada", name="Ada")))
    done(qtbot, desk, lambda: desk.backups.make(Why.ASKED))
    desk.settings.set(SECOND, str(tmp_path))
    done(qtbot, desk, lambda: desk.backups.make(Why.WORK))
    assert sorted(each.name for each in desk.backups.copies.iterdir()) == sorted(each.path.name for each in desk.backups.all())


def test_two_notebooks_share_a_second_place_and_leave_each_others_copies_alone(desk, qtbot, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    desk.settings.set(SECOND, str(stick))
    done(qtbot, desk, desk.backups.start)
    mine = list(desk.backups.copies.iterdir())
    later = NOW + timedelta(days=2_000)
    other = Desk(Notebook.open(tmp_path / "other"), Clock(later), "UTC", "en_GB")
    try:
        other.settings.set(SECOND, str(stick))
        other.do(added(DID, Person(id="bob", name="Bob")))
        done(qtbot, other, other.backups.start)
        assert mine == list(desk.backups.copies.iterdir())
        assert len(list(other.backups.copies.iterdir())) == 1
        assert len(list(stick.iterdir())) == 2
    finally:
        other.close()


def test_who_is_erased_is_gone_from_the_second_place_too(desk, qtbot, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    desk.settings.set(SECOND, str(stick))
    done(qtbot, desk, desk.backups.start)
    hong = who(desk.people()[0])
    assert desk.erase(hong)
    told = []
    desk.backups.erase(hong, told.append, told.append)
    qtbot.waitUntil(lambda: bool(told))
    copies = list(desk.backups.copies.iterdir())
    assert copies
    assert not [each for each in copies if b"Hong" in each.read_bytes()]
    assert told[-1].holding == ()
    desk.settings.set(SECOND_NAME, "not-yet")
    desk.backups.erase(hong, told.append, told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[-1].holding == ()
    stick.rename(tmp_path / "away")
    desk.backups.erase(hong, told.append, told.append)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told[-1].holding == (stick,)


def test_after_a_fault_of_ours_backups_go_on(desk, qtbot, monkeypatch):
    def broken(*_args, **_more):
        raise LookupError("ours")

    with monkeypatch.context() as patched, qtbot.captureExceptions() as faults:
        patched.setattr(backup, "make", broken)
        done(qtbot, desk, desk.backups.start)
        qtbot.waitUntil(lambda: bool(faults))
    assert [kind for kind, *_ in faults] == [LookupError]
    assert desk.backups.all() == ()
    done(qtbot, desk, lambda: pass_minutes(desk, EVERY_MINUTES))
    assert len(desk.backups.all()) == 1


def test_one_asked_for_while_another_is_made_is_made_after_it(desk, qtbot):
    desk.backups.start()
    desk.backups.make(Why.ASKED)
    desk.backups.make(Why.ASKED)
    qtbot.waitUntil(lambda: len(desk.backups.all()) == 2 and desk.backups._task is None)
    assert {each.why for each in desk.backups.all()} == {Why.START, Why.ASKED}


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
