"""The calendar file in a folder of the user's: up to date, whole, written only when it differs, and readable elsewhere."""

import json
import os
import warnings
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
import vobject

from followup_desktop import cli
from followup_desktop.core import changes
from followup_desktop.core.records import Interview, Me, Promise, added
from followup_desktop.core.words import Words
from followup_desktop.desk import kept_calendar
from followup_desktop.desk.kept_calendar import NAME, OURS, SETTING, KeptCalendar
from followup_desktop.exchange.calendar_out import calendar
from followup_desktop.store import files

DID = Words("Did it")
ACME = Interview(id="acme", company="Acme", role="Engineer", start=datetime(2026, 11, 23, 10), zone="Europe/London")  # noqa: DTZ001
HALL = replace(ACME, id="hall", company="Hallbrück AG", start=datetime(2026, 12, 2, 14), zone="Europe/Berlin")  # noqa: DTZ001
PROMISE = Promise(id="p", interview="acme", words="by 3 December", latest=date(2026, 12, 3), heard=date(2026, 11, 23))


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "phone"
    made.mkdir()
    return made


@pytest.fixture
def kept(desk, folder, monkeypatch):
    """Keeps the calendar of a notebook with one interview; does not wait long."""
    monkeypatch.setattr(kept_calendar, "WAIT_MS", 1)
    desk.do(added(DID, Me(name="Robin", country="GB"), ACME, PROMISE))
    desk.settings.set(SETTING, str(folder / NAME))
    made = KeptCalendar(desk, calendar)
    yield made
    desk.background.close()


def titles(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return {event.summary.value: event for event in vobject.readOne(path.read_text("utf-8")).vevent_list}


def test_it_is_there_after_the_start_and_follows_each_change(kept, desk, folder, qtbot):
    with qtbot.waitSignal(kept.written):
        kept.start()
    assert "Acme, Engineer" in titles(folder / NAME)
    with qtbot.waitSignal(kept.written):
        desk.do(added(DID, HALL))
    assert "Hallbrück AG, Engineer" in titles(folder / NAME)
    with qtbot.waitSignal(kept.written):
        desk.undo()
    assert "Hallbrück AG, Engineer" not in titles(folder / NAME)
    assert (folder / NAME).stat().st_mode & 0o777 == 0o600


def test_it_is_left_alone_where_nothing_has_changed(kept, desk, folder, qtbot):
    with qtbot.waitSignal(kept.written):
        kept.start()
    os.utime(folder / NAME, (1, 1))
    with qtbot.waitSignal(kept.written):
        desk.do(changes.me_set(desk.me(), replace(desk.me(), name="Robin Ashworth"), desk.cases()))
    assert (folder / NAME).stat().st_mtime == 1


def test_a_new_day_is_looked_at(kept, desk, qtbot, now):
    with qtbot.waitSignal(kept.written):
        kept.start()
    with qtbot.waitSignal(kept.written):
        desk.clock.fix(now + timedelta(days=1))


def test_the_users_rules_decide_the_days(kept, desk, folder, qtbot):
    desk.settings.set("rules", {"best_after_promise": 3})
    with qtbot.waitSignal(kept.written):
        kept.start()
    best = next(event for title, event in titles(folder / NAME).items() if event.uid.value.startswith("best-acme"))
    assert best.dtstart.value == date(2026, 12, 8)


def test_a_folder_that_is_gone_is_told_once_and_tried_again(kept, desk, folder, qtbot, now):
    told = []
    kept.failed.connect(lambda problem: told.append(str(problem)))
    folder.rmdir()
    with qtbot.waitSignal(kept.failed):
        kept.start()
    for minute in range(1, 12):
        desk.clock.fix(now + timedelta(minutes=minute))
        qtbot.wait(5)
    assert told == ["The folder of your calendar file is not there, so the file was not written. It is tried again by itself."]
    folder.mkdir()
    with qtbot.waitSignal(kept.written):
        for minute in range(12, 18):
            desk.clock.fix(now + timedelta(minutes=minute))
    assert (folder / NAME).exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_only_be_read_keeps_the_old_file(kept, desk, folder, qtbot):
    with qtbot.waitSignal(kept.written):
        kept.start()
    before = (folder / NAME).read_bytes()
    folder.chmod(0o500)
    try:
        with qtbot.waitSignal(kept.failed) as told:
            desk.do(added(DID, HALL))
    finally:
        folder.chmod(0o700)
    assert "The old one is as it was" in str(told.args[0])
    assert (folder / NAME).read_bytes() == before


def test_a_disk_that_takes_nothing_keeps_the_old_file_whole(kept, desk, folder, qtbot, monkeypatch):
    with qtbot.waitSignal(kept.written):
        kept.start()
    before = (folder / NAME).read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    desk.settings.set("rules", {"best_after_promise": 3})
    monkeypatch.setattr(files.os, "write", full)
    with qtbot.waitSignal(kept.failed):
        desk.changed.emit(added(DID))
    monkeypatch.undo()
    assert (folder / NAME).read_bytes() == before
    assert [path.name for path in folder.iterdir()] == [NAME]


def test_another_programs_calendar_is_never_written_over(kept, folder, qtbot):
    (folder / NAME).write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//somebody//EN\r\nEND:VCALENDAR\r\n")
    with qtbot.waitSignal(kept.failed) as told:
        kept.start()
    assert "another program’s calendar" in str(told.args[0])
    assert b"somebody" in (folder / NAME).read_bytes()


def test_without_a_path_nothing_is_written(kept, desk, folder, qtbot):
    desk.settings.set(SETTING, "")
    kept.start()
    desk.do(added(DID, HALL))
    qtbot.wait(50)
    assert list(folder.iterdir()) == []


def test_what_waits_is_written_when_the_program_ends(kept, desk, folder, qtbot):
    with qtbot.waitSignal(kept.written):
        kept.start()
    kept._soon.setInterval(60_000)
    desk.do(added(DID, HALL))
    kept.finish()
    assert "Hallbrück AG, Engineer" in titles(folder / NAME)


def test_a_second_parser_reads_times_zones_whole_days_and_reminders(kept, desk, folder, qtbot):
    desk.do(added(DID, HALL))
    with qtbot.waitSignal(kept.written):
        kept.start()
    data = (folder / NAME).read_bytes()
    assert OURS in data
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    found = titles(folder / NAME)
    hall = found["Hallbrück AG, Engineer"]
    assert hall.dtstart.value.isoformat() == "2026-12-02T14:00:00+01:00"
    assert hall.valarm.trigger.value == timedelta(hours=-1)
    floor = next(event for event in found.values() if event.uid.value.startswith("floor-acme"))
    assert (floor.dtstart.value, floor.dtend.value) == (date(2026, 12, 4), date(2026, 12, 5))
    assert len({event.uid.value for event in found.values()}) == len(found)
    assert all(event.sequence.value == "0" for event in found.values())


# The verb


@pytest.fixture
def run(tmp_path, capsys):
    def said(*words):
        code = cli.run(cli.parse(["--data", str(tmp_path / "cli"), "--now", "2026-11-23T12:41", *map(str, words)]))
        out, err = capsys.readouterr()
        assert code == 0, err
        return out

    said("add", "Acme", "Engineer", "--start", "2026-11-23T10:00")
    said("promise", "Acme", "by 3 December")
    return said


def test_the_agenda_as_a_calendar_file(run, tmp_path):
    path = tmp_path / "out.ics"
    told = json.loads(run("agenda", "--ics", path, "--json"))
    found = titles(path)
    assert {entry["date"] for entry in told if entry["kind"] in {"floor", "best"}} == {
        event.dtstart.value.isoformat() for event in found.values() if event.uid.value.split("-")[0] in {"floor", "best"}
    }
    before = path.read_bytes()
    run("agenda", "--ics", path)
    assert path.read_bytes() == before
    run("promise", "Acme", "by 10 December")
    run("agenda", "--ics", path)
    floor = next(event for event in titles(path).values() if event.uid.value.startswith("floor"))
    assert (floor.dtstart.value, floor.sequence.value) == (date(2026, 12, 11), "1")


def test_only_the_days_that_are_asked_for_are_in_it(run, tmp_path):
    path = tmp_path / "out.ics"
    run("agenda", "--from", "2026-12-07", "--to", "2026-12-07", "--ics", path)
    assert {event.dtstart.value for event in titles(path).values()} == {date(2026, 12, 7)}
