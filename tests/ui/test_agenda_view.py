from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from followup_desktop.core import changes
from followup_desktop.core.agenda import Does
from followup_desktop.core.records import Interview
from followup_desktop.ui.agenda_view import AgendaView, listed
from followup_desktop.ui.days import Days

TODAY = date(2026, 11, 23)


@pytest.fixture
def agenda(told, qtbot):
    shown = AgendaView(Days(told, told))
    qtbot.addWidget(shown)
    shown.resize(914, 624)
    shown.show()
    return shown


def names(agenda):
    """The named things one below the other: days and stretches."""
    body = agenda.widget()
    return [each.accessibleName() for each in body.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)]


def test_days_with_entries_stand_below_one_another_with_quiet_stretches_folded(agenda):
    days = names(agenda)
    assert days[:2] == ["Monday 23 November", "Tuesday 24 November"]
    assert days[2].endswith("Nothing to do for Acme or Globex, and that is fine.")
    assert days[2].startswith("6 ")
    assert days[3:] == [
        "Tuesday 1 December",
        "Wednesday 2 December",
        "Friday 4 December",
        "Monday 7 December",
        "Tuesday 8 December",
        "Thursday 17 December",
    ]


def test_names_are_an_alternative(qapp):
    assert listed(("Acme",)) == "Acme"
    assert listed(("Acme", "Globex")) == "Acme or Globex"
    assert listed(("Acme", "Globex", "Initech")) == "Acme, Globex or Initech"


def test_every_entry_is_a_row_and_near_ones_have_a_button(agenda):
    acts = {row.accessibleName().split(".")[0]: [each.text() for each in row.findChildren(QPushButton)] for row in agenda.rows}
    assert acts["Best day to ask Initech"] == ["Why?", "Plan"]
    assert acts["Print your kit for Hallbrück AG"] == ["Why?", "Kit"]
    assert acts["You may ask Acme"] == ["Why?"]
    assert acts["14:00–15:00 Interview: Hallbrück AG, Site reliability engineer"] == ["Open"]


def test_it_can_begin_earlier(agenda, qtbot):
    with qtbot.waitSignal(agenda.first_changed) as told_of:
        agenda.show_from(date(2026, 11, 1))
    assert told_of.args == [date(2026, 11, 1)]
    assert names(agenda)[0] == "Thursday 5 November"
    agenda.focus_first()
    qtbot.keyClick(agenda.rows[0].stop, Qt.Key.Key_Home)
    assert agenda.first == TODAY


def test_a_wish_is_passed_on(agenda, qtbot):
    kit = next(row for row in agenda.rows if "kit" in row.accessibleName())
    with qtbot.waitSignal(agenda.act_wanted) as told_of:
        qtbot.mouseClick(kit.stop, Qt.MouseButton.LeftButton)
    assert told_of.args == [Does.KIT, "hallbrueck", None]


def test_keys_walk_through_all_entries(agenda, qtbot):
    agenda.focus_first()
    for row in agenda.rows[:-1]:
        assert row.stop.hasFocus()
        qtbot.keyClick(row.stop, Qt.Key.Key_Down)
    assert agenda.rows[-1].stop.hasFocus()


def test_a_change_is_shown_and_one_made_while_hidden_too(agenda, told):
    interview = Interview(id="new", company="Northwind", role="", start=date(2026, 11, 27))
    told.do(changes.interview_added(interview, ()))
    assert "Friday 27 November" in names(agenda)
    agenda.hide()
    told.undo()
    agenda.show()
    assert "Friday 27 November" not in names(agenda)


def test_an_empty_agenda_says_what_to_do(desk, qtbot, british):
    agenda = AgendaView(Days(desk, desk))
    qtbot.addWidget(agenda)
    agenda.show()
    assert agenda.rows == ()
    assert agenda.widget().findChild(QLabel).text().startswith("Nothing is planned from here on.")


def test_many_days_come_a_portion_at_a_time(agenda, told, qtbot):
    for month in range(1, 13):
        for day in (3, 9, 15, 21):
            new = Interview(id=f"i{month}-{day}", company=f"C{month}.{day}", role="", start=date(2027, month, day))
            told.do(changes.interview_added(new, ()))
    few = len(agenda.rows)
    more = next(each for each in agenda.findChildren(QPushButton) if each.text() == "Show more days")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(agenda.rows) > few


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("width", [300, 620, 914])
def test_it_paints_at_every_width(agenda, width, direction):
    agenda.setLayoutDirection(direction)
    agenda.resize(width, 500)
    assert not agenda.grab().isNull()
