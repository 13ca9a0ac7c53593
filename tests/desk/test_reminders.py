"""Reminders as the program runs: each told once, put off, dismissed, quiet, and kept over a restart."""

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from followup_desktop.core import changes
from followup_desktop.core.records import CardState, Interview, Note, Outcome, Person, added
from followup_desktop.core.reminders import Hours
from followup_desktop.core.words import Words
from followup_desktop.desk.clock import Clock
from followup_desktop.desk.desk import Desk
from followup_desktop.desk.reminders import Reminders, quiet_hours
from followup_desktop.store.notebook import Notebook

LONDON = ZoneInfo("Europe/London")


def at(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=LONDON)


@pytest.fixture
def told_desk(desk, notebook):
    """An interview tomorrow (24 November) at 10 with one person; it is Monday, 12:41."""
    person = Person(id="ann", name="Ann Lee", company="Acme")
    interview = Interview(
        id="i",
        company="Acme",
        role="Cook",
        start=datetime(2026, 11, 24, 10),  # noqa: DTZ001  (wall time)
        zone="Europe/London",
        people=("ann",),
    )
    notebook.apply(added(Words("Add"), person, interview))
    return desk


class Heard:
    """What `reminders` tells, by title."""

    def __init__(self, reminders):
        self.told = []
        reminders.came.connect(lambda fresh: self.told.extend(str(each.title) for each in fresh))

    def take(self):
        told, self.told = self.told, []
        return told


@pytest.fixture
def reminders(told_desk):
    return Reminders(told_desk)


@pytest.fixture
def heard(reminders):
    made = Heard(reminders)
    reminders.start()
    return made


def titles(found):
    return [str(each.title) for each in found]


def test_each_thing_is_told_when_its_moment_comes_and_once(told_desk, heard):
    assert heard.take() == []
    for moment, told in (
        (at(23, 17, 59), []),
        (at(23, 18), ["Print your kit for Acme"]),
        (at(23, 18, 1), []),
        (at(24, 8, 59), []),
        (at(24, 9), ["Acme at 10:00"]),
        (at(24, 11), []),
        (at(24, 11, 10), ["How was Acme?"]),
        (at(24, 11, 30), []),
    ):
        told_desk.clock.fix(moment)
        assert heard.take() == told, moment


def test_what_was_missed_while_the_computer_slept_is_told_together(told_desk, heard):
    told_desk.clock.fix(at(25, 9, 30))
    assert heard.take() == ["How was Acme?", "One card to post: Acme"]


def test_a_restart_tells_nothing_again(told_desk, heard):
    told_desk.clock.fix(at(23, 18))
    assert heard.take() == ["Print your kit for Acme"]
    again = Reminders(told_desk)
    later = Heard(again)
    assert again.missed() == ()
    again.start()
    assert later.take() == []


def test_a_second_computer_with_the_same_notebook_tells_it_too(told_desk, heard, tmp_path, qapp):
    told_desk.clock.fix(at(23, 18))
    heard.take()
    told_desk.close()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "notebook.sqlite").write_bytes((told_desk.folder / "notebook.sqlite").read_bytes())
    with Notebook.open(elsewhere) as notebook:
        desk = Desk(notebook, Clock(at(23, 18, 30)))
        assert titles(Reminders(desk).missed()) == ["Print your kit for Acme"]


def test_what_was_missed_is_told_at_the_start_even_in_quiet_hours(told_desk, reminders):
    told_desk.clock.fix(at(24, 22))
    later = Heard(reminders)
    assert titles(reminders.missed()) == ["How was Acme?"]
    reminders.start()
    assert later.take() == []
    assert titles(reminders.open()) == ["How was Acme?"]


def test_nothing_is_told_in_quiet_hours_but_at_their_end(told_desk, heard):
    told_desk.settings.set("quiet hours", {"first": "17:00", "last": "19:30"})
    told_desk.clock.fix(at(23, 18))
    assert heard.take() == []
    told_desk.clock.fix(at(23, 19, 30))
    assert heard.take() == ["Print your kit for Acme"]


def test_put_off_into_quiet_hours_it_comes_at_their_end(told_desk, reminders, heard):
    told_desk.clock.fix(at(24, 20, 30))
    assert heard.take() == ["How was Acme?"]
    told_desk.do(reminders.answer(reminders.open(), at(24, 21, 30)))
    told_desk.clock.fix(at(24, 21, 31))
    assert heard.take() == []
    told_desk.clock.fix(at(25, 8))
    assert heard.take() == ["How was Acme?"]


def test_turned_off_nothing_is_told_and_turned_on_what_is_still_due(told_desk, heard, reminders):
    told_desk.settings.set("reminders", False)
    told_desk.clock.fix(at(23, 18))
    assert heard.take() == []
    assert reminders.missed() == ()
    told_desk.settings.set("reminders", True)
    told_desk.clock.fix(at(23, 18, 1))
    assert heard.take() == ["Print your kit for Acme"]


def test_put_off_it_leaves_and_comes_back_once(told_desk, heard, reminders):
    told_desk.clock.fix(at(23, 18))
    heard.take()
    told_desk.do(reminders.answer(reminders.open(), at(23, 19)))
    reminders.look()
    assert reminders.open() == ()
    told_desk.clock.fix(at(23, 18, 59))
    assert heard.take() == []
    told_desk.clock.fix(at(23, 19))
    assert heard.take() == ["Print your kit for Acme"]
    told_desk.clock.fix(at(23, 19, 1))
    assert heard.take() == []


def test_put_off_it_comes_back_after_a_restart_too(told_desk, heard, reminders):
    told_desk.clock.fix(at(23, 18))
    told_desk.do(reminders.answer(reminders.open(), at(23, 19)))
    reminders.deleteLater()
    QCoreApplication.sendPostedEvents(reminders, QEvent.Type.DeferredDelete)
    told_desk.clock.fix(at(23, 20))
    assert titles(Reminders(told_desk).missed()) == ["Print your kit for Acme"]


def test_dismissed_it_is_gone_and_undo_brings_it_back_without_telling_it_again(told_desk, heard, reminders, qtbot):
    told_desk.clock.fix(at(23, 18))
    heard.take()
    told_desk.do(reminders.answer(reminders.open(), None))
    qtbot.waitUntil(lambda: reminders.open() == ())
    assert [each.until for each in told_desk.laters()] == [None]
    told_desk.undo()
    qtbot.waitUntil(lambda: titles(reminders.open()) == ["Print your kit for Acme"])
    assert heard.take() == []
    assert told_desk.laters() == ()


def test_several_put_off_at_once_are_undone_at_once(told_desk, heard, reminders):
    told_desk.clock.fix(at(25, 9, 30))
    assert len(reminders.open()) == 2
    told_desk.do(reminders.answer(reminders.open(), at(25, 10, 30)))
    assert len(told_desk.laters()) == 2
    told_desk.undo()
    assert told_desk.laters() == ()


def test_done_it_is_open_no_longer(told_desk, heard, reminders, qtbot):
    told_desk.clock.fix(at(24, 11, 10))
    assert titles(reminders.open()) == ["How was Acme?"]
    with qtbot.waitSignal(reminders.changed):
        told_desk.do(added(Words("Write"), Note(id="n", interview="i", person="ann", text="kind")))
    assert reminders.open() == ()


def test_over_it_is_open_no_longer(told_desk, heard, reminders):
    told_desk.clock.fix(at(24, 9))
    assert "Acme at 10:00" in titles(reminders.open())
    told_desk.clock.fix(at(24, 10, 1))
    assert reminders.open() == ()


def test_seen_it_is_open_no_longer_and_nothing_is_kept(told_desk, heard, reminders):
    told_desk.clock.fix(at(23, 18))
    reminders.seen(reminders.open())
    assert reminders.open() == ()
    assert told_desk.laters() == ()


def test_what_moves_is_told_anew(told_desk, heard):
    told_desk.clock.fix(at(24, 9))
    heard.take()
    before = told_desk.case("i").interview
    after = replace(before, start=datetime(2026, 11, 25, 10))  # noqa: DTZ001  (wall time)
    told_desk.do(changes.interview_edited(before, after))
    told_desk.clock.fix(at(25, 9))
    assert heard.take() == ["Acme at 10:00"]


def test_an_interview_that_is_entered_when_it_is_over_is_not_asked_about_on_the_desktop(told_desk, heard, reminders):
    over = Interview(id="over", company="Globex", role="Cook", start=datetime(2026, 11, 23, 9), people=("ann",))  # noqa: DTZ001
    told_desk.do(added(Words("Add"), over))
    reminders.look()
    told_desk.clock.fix(at(23, 13))
    assert heard.take() == []
    assert reminders.open() == ()
    told_desk.clock.fix(at(24, 11, 10))  # others are asked about as ever
    assert "How was Acme?" in heard.take()


def test_an_invitation_that_the_program_was_opened_with_was_not_missed(told_desk, reminders):
    over = Interview(id="over", company="Globex", role="Cook", start=datetime(2026, 11, 23, 9), people=("ann",))  # noqa: DTZ001
    told_desk.do(added(Words("Add"), over))
    assert reminders.missed() == ()


def test_typing_is_looked_at_once_when_it_pauses(told_desk, reminders, heard, monkeypatch, qtbot):
    looked = []
    monkeypatch.setattr("followup_desktop.desk.reminders.reminders", lambda *_: looked.append(1) or ())
    note = Note(id="n", interview="i", person="ann", text="k")
    told_desk.do(added(Words("Write"), note))
    for text in ("ki", "kin", "kind"):
        before = told_desk.case("i").notes[0]
        told_desk.do_typing("n", changes.note_edited(before, text))
    qtbot.waitUntil(lambda: bool(looked))
    assert len(looked) == 1


def test_a_minute_in_which_nothing_falls_due_derives_nothing(told_desk, heard, monkeypatch):
    derived = []
    monkeypatch.setattr("followup_desktop.desk.reminders.reminders", lambda *_: derived.append(1) or ())
    told_desk.clock.fix(at(23, 17, 59))
    assert derived == []
    told_desk.clock.fix(at(24, 11, 10))  # when something does, it is
    assert derived


def test_what_was_told_is_kept_without_a_name_and_forgotten_in_time(told_desk, heard):
    told_desk.clock.fix(at(24, 11, 10))
    kept = json.loads((told_desk.folder / "settings.json").read_text("utf-8"))
    assert kept["told"]
    assert "Acme" not in str(kept)
    assert "Ann" not in str(kept)
    told_desk.clock.fix(at(24, 11, 10) + timedelta(days=40))
    told_desk.do(
        changes.outcome_set(told_desk.case("i"), Outcome.REJECTED, date(2027, 1, 2)),
    )
    told_desk.clock.fix(datetime(2027, 1, 4, 9, 30, tzinfo=LONDON))
    kept = told_desk.settings.get("told", {})
    assert kept
    assert not any("notes" in key for key in kept)


@pytest.mark.parametrize("kept", ["nothing", {"a": "b"}, {"remind": "2026-11-24T10:00"}, {"x": 3}, [1]])
def test_a_broken_memory_is_no_reason_to_fail(told_desk, kept):
    told_desk.settings.set("told", kept)
    told_desk.clock.fix(at(23, 18))
    assert titles(Reminders(told_desk).missed()) == ["Print your kit for Acme"]


@pytest.mark.parametrize(
    ("kept", "hours"),
    [
        ({}, Hours()),
        ({"first": "22:30", "last": "07:00"}, Hours(time(22, 30), time(7))),
        ({"first": "22:30"}, Hours()),
        ({"first": "late", "last": "early"}, Hours()),
        ({"first": "21:00+01:00", "last": "08:00"}, Hours()),
        ({"first": 21, "last": None}, Hours()),
        ("always", Hours()),
    ],
)
def test_quiet_hours_are_the_users_or_the_usual_ones(told_desk, kept, hours):
    told_desk.settings.set("quiet hours", kept)
    assert quiet_hours(told_desk.settings) == hours


def test_posting_the_card_ends_its_reminder(told_desk, heard, reminders, qtbot):
    told_desk.do(added(Words("Write"), Note(id="n", interview="i", person="ann", text="kind")))
    told_desk.clock.fix(at(24, 16, 0))
    assert heard.take() == ["One card to post: Acme"]
    told_desk.do(changes.card_marked(told_desk.case("i"), "ann", CardState.POSTED, told_desk.now()))
    qtbot.waitUntil(lambda: reminders.open() == ())
