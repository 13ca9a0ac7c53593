"""Address books dropped on the window: one bar that takes all back, few remarks, and no change by a second drop."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from followup_desktop import shipped
from followup_desktop.core.records import Interview, Person
from followup_desktop.exchange import whole
from followup_desktop.ui import look
from followup_desktop.ui.window import Window

CONTACTS = Path(__file__).parents[1] / "exchange" / "fixtures" / "contacts"


@pytest.fixture
def window(qtbot, qapp, desk):
    """The window on an empty notebook, shown."""
    look.apply(qapp, "light")
    made = Window(desk, shipped.writer, shipped.stocks)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    desk.background.close()


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place, buttons = QPointF(100, 100), Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, Qt.KeyboardModifier.NoModifier))


def said(window):
    return [bar.accessibleName() for bar in window.bars.bars()]


def test_a_table_that_is_dropped_comes_in_and_one_press_takes_it_back(window):
    drop(window, CONTACTS / "linkedin.csv")
    assert len(window.desk.people()) == 4
    assert not any(person.met for person in window.desk.people())
    (undo,) = (bar for bar in window.bars.bars() if bar.kind == "undo")
    assert "4 contacts are in your notebook" in undo.accessibleName()
    undo.answers["undo"].click()
    assert not window.desk.people()
    window.redo()
    assert len(window.desk.people()) == 4


def test_a_second_drop_changes_nothing_and_says_so(window):
    drop(window, CONTACTS / "home_made.csv")
    before = window.desk.people()
    drop(window, CONTACTS / "home_made.csv")
    assert window.desk.people() == before
    assert any("Everybody in “home_made.csv” is in your notebook already" in words for words in said(window))


def test_entries_that_are_left_out_are_named_and_many_are_counted(window, tmp_path):
    table = tmp_path / "people.csv"
    table.write_text("Name,Company\nHong Nguyen,Acme\n" + ",Acme\n" * 9, "utf-8")
    drop(window, table)
    remarks = [bar for bar in window.bars.bars() if bar.kind == "remark"]
    assert len(remarks) <= 4
    assert any("6 more entries of “people.csv”" in words for words in said(window))


@pytest.mark.parametrize("name", ["missing.vcf", "empty.csv", "binary.vcf", "large.csv", "tracker.csv"])
def test_a_bad_file_is_one_sentence_and_changes_nothing(window, tmp_path, name):
    bad = CONTACTS / name if name == "tracker.csv" else tmp_path / name
    if name == "large.csv":
        bad.write_bytes(b"x" * 6_000_000)
    elif name not in {"missing.vcf", "tracker.csv"}:
        bad.write_bytes(b"" if name == "empty.csv" else bytes(range(256)) * 40)
    drop(window, bad)
    (shown,) = window.bars.bars()
    assert shown.kind == "error"
    assert name in shown.accessibleName()
    assert not window.desk.people()


def test_what_comes_in_takes_the_place_of_what_was_refused_before(window, tmp_path):
    bad = tmp_path / "bad.vcf"
    bad.write_text("nothing")
    drop(window, bad)
    (refused,) = [bar for bar in window.bars.bars() if bar.kind == "error"]
    drop(window, CONTACTS / "linkedin.csv")
    assert refused.is_gone()
    assert not [bar for bar in window.bars.bars() if bar.kind == "error" and not bar.is_gone()]


def test_one_of_each_is_counted_as_one(window, tmp_path):
    hong = Person(id="hong", name="Hong")
    file = tmp_path / "one.followup"
    file.write_bytes(whole.document((hong, Interview(id="i", company="Acme", role="R", start=date(2026, 11, 24)))))
    drop(window, file)
    assert any("New in it: 1 interview, 1 person." in words for words in said(window))
    file.write_bytes(whole.document((replace(hong, name="Hồng"),)))
    drop(window, file)
    assert any("1 entry of “one.followup” differs from your notebook; it was left" in words for words in said(window))
