"""Backups in the window: what is kept and what it holds, going back and forth, a second place, a notebook that is damaged."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton

from followup_desktop import app, cli
from followup_desktop.core import changes
from followup_desktop.core.records import Change, Channel, Interview, Person, Touch, added
from followup_desktop.core.words import Words
from followup_desktop.desk.kept_backups import SECOND, Why
from followup_desktop.store import backup, place, trouble
from followup_desktop.store.notebook import Notebook
from followup_desktop.ui.parts.bar import Bar

pytestmark = pytest.mark.slow

NOW = datetime(2026, 11, 23, 12, 41, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def session(tmp_path, qtbot, qapp):
    """A session on the sample, as the user's own notebook."""
    folder = tmp_path / "notebook"
    assert cli.run(cli.parse(["--data", str(folder), "--now", "2026-11-23T12:41", "sample"])) == 0
    made = app.Session(folder, NOW)
    made.window.show()
    yield made
    end(made)


def end(session):
    session.close()
    session.window.deleteLater()
    session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def section(session):
    session.window.open_settings("backups")
    return session.window.page.section("backups")


def settled(session, qtbot, act):
    with qtbot.waitSignal(session.desk.backups.changed):
        act()


def bar_with(session, words):
    """The one bar that says so."""
    (found,) = [bar for bar in session.window.findChildren(Bar) if not bar.is_gone() and words in bar.accessibleName()]
    return found


def test_a_backup_is_made_by_hand_and_told_with_what_it_holds(session, qtbot):
    shown = section(session)
    assert shown._last.hint.text() == "There is none yet."
    assert not shown.restore_button.isEnabled()
    settled(session, qtbot, shown.now_button.click)
    assert shown._last.hint.text() == "Today, 12:41; 1 kept."
    assert shown.choice.currentText() == "Today, 12:41, asked for"
    qtbot.waitUntil(shown.restore_button.isEnabled)
    assert shown._which.hint.text().startswith("Holds 5 interviews, 11 people, 19 notes.")


def test_the_only_backup_can_be_put_back_when_the_section_is_picked_from_the_list(session, qtbot):
    settled(session, qtbot, lambda: session.desk.backups.make(Why.ASKED))
    session.window.open_settings("asking")
    session.window.page.list.picked.emit("backups")
    shown = session.window.page.section("backups")
    qtbot.waitUntil(shown.restore_button.isEnabled)
    assert shown._which.hint.text().startswith("Holds 5 interviews")


def test_going_back_and_forth(session, qtbot):
    settled(session, qtbot, section(session).now_button.click)
    session.desk.do(added(Words("x"), Interview(id="later", company="Later Ltd", role="R", start=NOW.date())))
    with_it = session.desk.everything()
    shown = section(session)
    qtbot.waitUntil(shown.restore_button.isEnabled)
    before = session.window
    shown.restore_button.click()
    assert session.window is not before
    assert session.desk.case("later") is None
    assert session.window.isVisible()
    assert not session.desk.can_undo()
    bar_with(session, "The backup is in place.").answers["undo"].click()
    qtbot.waitUntil(lambda: session.desk.case("later") is not None)
    assert session.desk.everything() == with_it
    session.desk.do(added(Words("x"), Interview(id="more", company="More", role="R", start=NOW.date())))
    assert session.desk.undo()


def test_what_is_being_typed_is_kept_before_going_back(session, qtbot):
    settled(session, qtbot, section(session).now_button.click)
    finished = []
    session.window.finish = lambda: finished.append(True)
    session.restore(session.desk.backups.newest.path)
    assert finished


def test_what_is_told_is_told_of_the_backup_that_is_chosen(session, qtbot, monkeypatch):
    settled(session, qtbot, section(session).now_button.click)
    session.desk.do(added(Words("x"), Interview(id="later", company="Later Ltd", role="R", start=NOW.date())))
    settled(session, qtbot, lambda: session.desk.backups.keep(Why.RESTORE))
    shown = section(session)
    qtbot.waitUntil(shown.restore_button.isEnabled)
    said = []
    monkeypatch.setattr(shown._which, "say", said.append)
    for at in (0, 1):
        shown.choice.setCurrentIndex(at)
        shown.choice.picked.emit(shown.choice.currentData())
        assert not shown.restore_button.isEnabled()
    qtbot.waitUntil(shown.restore_button.isEnabled)
    assert [words.partition(",")[0] for words in said] == ["Looking inside…", "Looking inside…", "Holds 5 interviews"]


def test_the_notebook_itself_is_no_file_to_put_back(session, qtbot, monkeypatch):
    own = session.desk.folder / "notebook.sqlite"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(own), ""))
    shown = section(session)
    shown.file_button.click()
    qtbot.waitUntil(lambda: "belongs to the notebook itself" in shown._which.hint.text())
    assert not shown.restore_button.isEnabled()


def test_a_notebook_that_cannot_be_opened_again_is_said_and_the_program_ends(tmp_path, qtbot, qapp, monkeypatch):
    folder = tmp_path / "notebook"
    cli.run(cli.parse(["--data", str(folder), "--now", "2026-11-23T12:41", "sample"]))
    made = backup.make(folder, NOW, Why.ASKED)
    session = app.Session(folder, NOW)
    session.window.show()

    def gone(*_args, **_more):
        raise trouble.disk_full()

    told, ended = [], []
    monkeypatch.setattr(app.Notebook, "open", gone)
    monkeypatch.setattr(app.faults, "show_problem", lambda problem: told.append(str(problem)) or 2)
    monkeypatch.setattr(app.QApplication, "exit", ended.append)
    session.restore(made.path)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert told == ["The disk is full. What was saved before is safe; make some room and try again."]
    assert ended == [2]
    session.come_forward(["x.ics"])
    session.close()
    session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_file_that_is_no_backup_is_said_and_cannot_be_put_back(session, qtbot, tmp_path, monkeypatch):
    (tmp_path / "other.sqlite").write_text("x")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "other.sqlite"), ""))
    shown = section(session)
    shown.file_button.click()
    qtbot.waitUntil(lambda: "is not a backup" in shown._which.hint.text())
    assert not shown.restore_button.isEnabled()
    assert shown.choice.currentText() == "other.sqlite"


def test_a_file_from_elsewhere_is_put_back(session, qtbot, tmp_path, monkeypatch):
    other = tmp_path / "other"
    with Notebook.open(other) as notebook:
        notebook.apply(added(Words("x"), Interview(id="only", company="Only", role="R", start=NOW.date())))
    backup.to_file(other, tmp_path / "mine.sqlite")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "mine.sqlite"), ""))
    shown = section(session)
    shown.file_button.click()
    qtbot.waitUntil(shown.restore_button.isEnabled)
    shown.restore_button.click()
    assert [case.interview.id for case in session.desk.cases()] == ["only"]


def test_a_second_place_is_chosen_and_gets_a_copy(session, qtbot, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    shown = section(session)
    settled(session, qtbot, shown.second_button.click)
    assert session.desk.settings.get(SECOND, "") == str(stick)
    copies = session.desk.backups.copies
    assert backup.all_in(copies)
    assert shown._second.hint.text() == str(copies)
    shown.stop_button.click()
    assert session.desk.settings.get(SECOND, "") == ""
    assert backup.all_in(copies)


def test_everything_is_checked_and_a_rotten_backup_named(session, qtbot):
    shown = section(session)
    settled(session, qtbot, shown.now_button.click)
    shown.check_button.click()
    qtbot.waitUntil(lambda: shown._check.hint.text() == "The notebook and its backup are sound.")
    path = session.desk.backups.newest.path
    data = path.read_bytes()
    path.write_bytes(data.replace(b"Acme", b"Acne"))
    shown.check_button.click()
    qtbot.waitUntil(lambda: path.name in shown._check.hint.text())


def test_every_control_has_a_name_and_a_place_in_the_order_of_tab(session):
    shown = section(session)
    for each in (
        shown.now_button,
        shown.choice,
        shown.file_button,
        shown.restore_button,
        shown.second_button,
        shown.check_button,
    ):
        assert each.accessibleName() or each.text()


@pytest.mark.parametrize("ending", [".followup", ".json", ".csv", ".vcf", ".ics"])
def test_what_is_in_the_notebook_goes_out_by_its_ending(session, qtbot, tmp_path, monkeypatch, ending):
    path = tmp_path / f"mine{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    session.window.actions_by_name["export"].trigger()
    assert b"Acme" in path.read_bytes().replace(b"\r\n ", b"")
    assert bar_with(session, f"“{path.name}” is written")


def test_a_name_without_an_ending_gets_one(session, tmp_path, monkeypatch):
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), "People, for an address book (*.vcf)")
    )
    session.window.actions_by_name["export"].trigger()
    assert (tmp_path / "mine.vcf").read_bytes().startswith(b"BEGIN:VCARD")


CSV = "Interviews, for a spreadsheet (*.csv)"


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("My notebook.followup", CSV, "My notebook.csv"),
        ("v1.2", CSV, "v1.2.csv"),
        ("a.JSON", CSV, "a.JSON"),
        ("a.followup", "", "a.followup"),
        ("a", "", "a.followup"),
    ],
)
def test_the_kind_that_was_picked_gives_the_ending_unless_another_was_typed(session, tmp_path, monkeypatch, name, kind, written):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), kind))
    session.window.actions_by_name["export"].trigger()
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == [written]


def test_a_file_that_the_dialog_did_not_ask_about_is_asked_about(session, tmp_path, monkeypatch):
    there = tmp_path / "mine.csv"
    there.write_text("years of work")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), CSV))
    session.window.actions_by_name["export"].trigger()
    bar_with(session, "“mine.csv” is there already.").answers["leave"].click()
    assert there.read_text() == "years of work"
    session.window.actions_by_name["export"].trigger()
    bar_with(session, "“mine.csv” is there already.").answers["replace"].click()
    assert "Acme" in there.read_text("utf-8")


def test_a_calendar_that_is_written_again_counts_its_changes_on(session, tmp_path):
    path = tmp_path / "mine.ics"
    session.window.exporting.write(path)
    interview = session.desk.cases()[-1].interview
    session.desk.do(Change(Words("x"), ((interview, replace(interview, company="Moved Ltd")),)))
    session.window.exporting.write(path)
    assert b"SEQUENCE:1" in path.read_bytes()


def test_a_whole_notebook_comes_in_and_is_taken_back(session, qtbot, tmp_path):
    with Notebook.open(tmp_path / "other") as notebook:
        notebook.apply(added(Words("x"), Interview(id="only", company="Only", role="R", start=NOW.date())))
    cli.run(cli.parse(["--data", str(tmp_path / "other"), "export", str(tmp_path / "other.followup")]))
    session.window.bring_in([str(tmp_path / "other.followup")])
    assert session.desk.case("only") is not None
    assert session.desk.backups.newest.why is Why.IMPORT
    session.window.bring_in([str(tmp_path / "other.followup")])
    session.desk.undo()
    assert session.desk.case("only") is None
    (tmp_path / "bad.followup").write_text("{")
    session.window.bring_in([str(tmp_path / "bad.followup")])
    assert bar_with(session, "is no notebook that Follow-Up Desktop has written")


# --- a notebook that cannot be opened --------------------------------------------------------------------------------------


def press(name):
    """Press that button of the dialog that is asked next."""

    def at_once():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        next(each for each in dialog.findChildren(QPushButton) if each.text() == name).click()

    QTimer.singleShot(0, at_once)


@pytest.fixture
def damaged(tmp_path):
    """The folder of a damaged notebook with a good backup, and one that has rotten beside it."""
    folder = tmp_path / "notebook"
    cli.run(cli.parse(["--data", str(folder), "--now", "2026-11-23T12:41", "sample"]))
    backup.make(folder, NOW - timedelta(days=1), Why.START)
    newer = backup.make(folder, NOW, Why.ASKED, always=True)
    newer.path.write_bytes(newer.path.read_bytes()[:9_000])
    path = place.file_in(folder)
    path.write_bytes(path.read_bytes()[:9_000])
    return folder


def wish_of(folder):
    return cli.parse(["--data", str(folder), "--now", "2026-11-23T12:41"])


def test_the_newest_good_backup_of_a_damaged_notebook_is_put_in_place(damaged, qtbot, qapp):
    press("Put the backup in place")
    session = app.opened(wish_of(damaged))
    assert len(session.desk.cases()) == 5
    assert [each.name for each in damaged.iterdir() if each.name.startswith("damaged-")]
    end(session)


def test_a_notebook_with_a_row_that_cannot_be_read_is_put_right_at_the_start(tmp_path, qtbot, qapp):
    """It opens, and only the window finds the row: it must be let go of before a backup can be put there."""
    folder = tmp_path / "notebook"
    cli.run(cli.parse(["--data", str(folder), "--now", "2026-11-23T12:41", "sample"]))
    backup.make(folder, NOW, Why.START)
    with closing(sqlite3.connect(place.file_in(folder), isolation_level=None)) as raw:
        raw.execute("UPDATE interview SET outcome = 'maybe' WHERE nr = 1")
    press("Put the backup in place")
    session = app.opened(wish_of(folder))
    assert len(session.desk.cases()) == 5
    end(session)


def test_a_damaged_notebook_is_left_alone_where_the_user_says_so(damaged, qtbot, qapp):
    before = place.file_in(damaged).read_bytes()
    press("Close")
    assert app.opened(wish_of(damaged)) is None
    assert place.file_in(damaged).read_bytes() == before


def test_the_window_tells_of_an_update(tmp_path, qtbot, qapp):
    frozen = Path(__file__).parents[1] / "store" / "frozen" / "notebook-1.0.sqlite"
    (tmp_path / "notebook").mkdir()
    place.file_in(tmp_path / "notebook").write_bytes(frozen.read_bytes())
    session = app.Session(tmp_path / "notebook", NOW)
    session.window.show()
    kept = session.desk.kept_older
    assert bar_with(session, "brought up to date")
    assert kept.exists()
    end(session)


# --- erasing a person ------------------------------------------------------------------------------------------------------


def test_a_person_is_erased_after_a_question_and_nothing_takes_it_back(session, qtbot):
    settled(session, qtbot, lambda: session.desk.backups.make(Why.ASKED))
    hong = next(person for person in session.desk.people() if person.name.startswith("Nguyễn"))
    session.window.open_people(hong.id)
    session.window.page.detail.erase_wanted.emit(hong.id)
    question = bar_with(session, "Erase Nguyễn Thị Hồng for good?")
    assert next(iter(question.answers)) == "leave"
    question.answers["leave"].click()
    assert session.desk.people().count(hong) == 1
    session.window.erasing.ask(hong.id)
    bar_with(session, "Erase Nguyễn Thị Hồng for good?").answers["erase"].click()
    assert hong.id not in [person.id for person in session.desk.people()]
    assert not session.desk.can_undo()
    qtbot.waitUntil(lambda: bool(session.window.findChildren(Bar)))
    assert bar_with(session, "Erased, from the backups too")
    files = [path for path in session.desk.folder.rglob("*") if path.is_file()]
    assert not [path.name for path in files if "Nguyễn Thị Hồng".encode() in path.read_bytes()]
    assert all(backup.is_sound(each) for each in session.desk.backups.all())


def test_backups_that_may_still_hold_the_person_are_named(session, qtbot):
    settled(session, qtbot, lambda: session.desk.backups.make(Why.ASKED))
    made = session.desk.backups.newest
    made.path.write_bytes(made.path.read_bytes()[:9_000])
    session.erase(session.desk.people()[0].id)
    qtbot.waitUntil(lambda: bool(session.window.findChildren(Bar)))
    assert bar_with(session, made.path.name)


def test_the_question_counts_one_as_one(session):
    bo = Person(id="bo", name="Bo Quist")
    session.desk.do(added(Words("x"), bo, Touch(id="t", interview=None, person="bo", kind=Channel.CALL, on=NOW.date())))
    session.window.erasing.ask("bo")
    assert "1 entry about them goes, and 0 others lose the name" in bar_with(session, "Erase Bo Quist").accessibleName()


def test_what_is_left_in_the_file_is_told_and_the_backups_are_written_anew_all_the_same(session, qtbot):
    session.desk._notebook._connection.execute("PRAGMA busy_timeout = 0")
    hong = session.desk.people()[0]
    with closing(sqlite3.connect(place.file_in(session.desk.folder), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM person").fetchall()
        session.erase(hong.id)
    assert hong.id not in [person.id for person in session.desk.people()]
    assert bar_with(session, "traces may be left in it")
    qtbot.waitUntil(lambda: any("from the backups too" in bar.accessibleName() for bar in session.window.findChildren(Bar)))
    assert bar_with(session, "Erased, from the backups too (1 was written anew).")


def test_where_nothing_can_be_kept_nobody_is_erased(session, qtbot):
    (session.desk.folder / "backups").write_text("in the way")
    people = session.desk.people()
    session.erase(people[0].id)
    assert session.desk.people() == people


# --- the trash -------------------------------------------------------------------------------------------------------------


def test_a_deleted_interview_is_put_back_from_the_trash(session, qtbot):
    case = session.desk.cases()[0]
    session.window.open_settings("trash")
    shown = session.window.page.section("trash")
    assert shown._which.hint.text() == "It is empty."
    assert not shown.back_button.isEnabled()
    session.desk.do(changes.interview_removed(case))
    title = f"{case.interview.company}, {case.interview.role}"
    assert shown.choice.currentText() == title
    assert shown._which.hint.text().startswith("Deleted today; it goes for good after ")
    shown.back_button.click()
    assert session.desk.case(case.interview.id) == case
    assert session.desk.binned() == ()
    assert bar_with(session, f"{title} is back.")
    assert session.desk.undo()
    assert session.desk.undo()
    assert session.desk.case(case.interview.id) == case
    assert session.desk.binned() == ()


def test_what_lies_in_the_trash_is_deleted_now_and_taken_back(session, qtbot):
    session.desk.do(changes.interview_removed(session.desk.cases()[0]))
    session.window.open_settings("trash")
    shown = session.window.page.section("trash")
    shown.gone_button.click()
    assert session.desk.binned() == ()
    session.desk.undo()
    assert len(session.desk.binned()) == 1


def test_after_thirty_days_the_trash_lets_go_by_itself(session, qtbot, monkeypatch):
    session.desk.do(changes.interview_removed(session.desk.cases()[0]))
    session.desk.empty_trash()
    assert len(session.desk.binned()) == 1
    monkeypatch.setattr(session.desk.clock, "today", lambda: NOW.date() + timedelta(days=31))
    session.desk.empty_trash()
    assert session.desk.binned() == ()


def test_the_sample_sends_whoever_wants_to_go_back_to_their_own_notebook(session, qtbot):
    session.show_sample()
    people = session.window.desk.people()
    session.window.restore_wanted.emit(session.desk.folder)
    session.window.erasing.wanted.emit(people[0].id)
    assert bar_with(session, "Go back to your own notebook for that.")
    assert session.window.desk.people() == people
    session.show_own()
