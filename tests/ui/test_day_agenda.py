from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from followup_desktop.core import changes
from followup_desktop.core.agenda import Does
from followup_desktop.core.records import CardState, Outcome
from followup_desktop.ui import look
from followup_desktop.ui.day_agenda import DayAgenda, day_title
from followup_desktop.ui.days import Days

TODAY = date(2026, 11, 23)


@pytest.fixture
def agenda(told, qtbot):
    shown = DayAgenda(Days(told, told))
    qtbot.addWidget(shown)
    shown.resize(914, 195)
    shown.show()
    return shown


def labels(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def button(row, words):
    return next(each for each in row.findChildren(QPushButton) if each.text() == words)


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (TODAY, ("Today", "Monday 23 November")),
        (date(2026, 11, 24), ("Tomorrow", "Tuesday 24 November")),
        (date(2026, 12, 2), ("Wednesday 2 December", "in 9 days")),
        (date(2027, 1, 4), ("Monday 4 January 2027", "in 6 weeks")),
    ],
)
def test_a_day_is_named_as_people_say_it(qapp, day, title):
    assert day_title(day, TODAY) == title


def test_rows_go_as_the_day_goes_each_with_a_name(agenda):
    assert [row.accessibleName() for row in agenda.rows] == [
        "10:00–11:30 Interview: Acme, Platform engineer. Hong Nguyen, Tomáš Řehák, Ngozi Okafor",
        "2 cards to post by 17:00. Tomáš Řehák, Ngozi Okafor. Hong Nguyen’s went at 12:10.",
        "You may ask Initech. Tomorrow is best.",
    ]


@pytest.mark.parametrize(
    ("number", "words", "wish"),
    [(0, "Open", [Does.OPEN, "acme", None]), (1, "Write", [Does.WRITE, "acme", None]), (2, "Ask", [Does.ASK, "initech", "dana"])],
)
def test_a_rows_button_says_what_is_wished(agenda, qtbot, number, words, wish):
    made = button(agenda.rows[number], words)
    assert made.accessibleName().startswith(f"{words}: ")
    with qtbot.waitSignal(agenda.act_wanted) as told_of:
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert told_of.args == wish


def test_when_all_cards_are_printed_the_button_is_to_post(agenda, told):
    for person in ("tomas", "ngozi"):
        told.do(changes.card_marked(told.case("acme"), person, CardState.PRINTED, told.now()))
    assert button(agenda.rows[1], "Post")


def test_why_is_answered_below_the_row_and_taken_back(agenda, qtbot):
    row = agenda.rows[2]
    before = row.heightForWidth(row.width())
    qtbot.mouseClick(button(row, "Why?"), Qt.MouseButton.LeftButton)
    assert row.why_shown
    assert "They said by Fri 20 Nov, so not before today; best tomorrow." in labels(row)
    assert row.heightForWidth(row.width()) > before
    qtbot.mouseClick(button(row, "Why?"), Qt.MouseButton.LeftButton)
    assert not row.why_shown


def test_a_day_without_entries_says_so(agenda):
    agenda.show_day(date(2026, 11, 3))
    assert "A free day. Double-click a day to put an interview there." in labels(agenda)
    agenda.show_day(date(2026, 11, 25))
    assert "A quiet day for Acme, Globex. Nothing to do, and that is fine." in labels(agenda)


def test_adding_is_for_the_day_shown(agenda, qtbot):
    agenda.show_day(date(2026, 12, 9))
    with qtbot.waitSignal(agenda.new_wanted) as told_of:
        qtbot.mouseClick(button(agenda, "Add to this day"), Qt.MouseButton.LeftButton)
    assert told_of.args == [date(2026, 12, 9)]


def test_down_up_and_esc_walk_the_rows(agenda, qtbot):
    agenda.focus_first()
    assert agenda.rows[0].stop.hasFocus()
    qtbot.keyClick(agenda.rows[0].stop, Qt.Key.Key_Down)
    qtbot.keyClick(agenda.rows[1].stop, Qt.Key.Key_Down)
    qtbot.keyClick(agenda.rows[2].stop, Qt.Key.Key_Down)
    assert agenda.rows[2].stop.hasFocus()
    qtbot.keyClick(agenda.rows[2].stop, Qt.Key.Key_Up)
    assert agenda.rows[1].stop.hasFocus()
    with qtbot.waitSignal(agenda.left):
        qtbot.keyClick(agenda.rows[1].stop, Qt.Key.Key_Escape)


def test_tab_reaches_every_row_and_its_reason(agenda, qtbot):
    agenda.focus_first()
    stops = [agenda.rows[0].stop]
    while len(stops) < 5:
        qtbot.keyClick(stops[-1], Qt.Key.Key_Tab)
        stops.append(agenda.focusWidget())
    assert [each.text() for each in stops] == ["Open", "Why?", "Write", "Why?", "Ask"]


def test_a_row_without_a_button_takes_the_focus_itself_and_enter_opens_it(agenda, qtbot):
    agenda.show_day(date(2026, 12, 4))
    agenda.focus_first()
    row = agenda.rows[0]
    assert row.hasFocus()
    with qtbot.waitSignal(agenda.opened) as told_of:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert told_of.args == ["acme"]


def test_the_focus_survives_a_change_of_the_rows(agenda, told):
    agenda.focus_first()
    told.do(changes.card_marked(told.case("acme"), "tomas", CardState.POSTED, told.now()))
    assert agenda.rows[0].stop.hasFocus()
    assert agenda.rows[1].accessibleName().startswith("1 card to post")


def test_a_change_elsewhere_leaves_the_rows_alone(agenda, told):
    before = agenda.rows
    told.do(changes.outcome_set(told.case("globex"), Outcome.OFFER, date(2026, 11, 25)))
    assert agenda.rows == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [914, 600, 300])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_paints_at_every_width_and_no_button_leaves_its_row(agenda, qapp, qtbot, scheme, width, direction):
    look.apply(qapp, scheme)
    agenda.setLayoutDirection(direction)
    agenda.resize(width, 260)
    qtbot.wait(1)
    assert not agenda.grab().isNull()
    for row in agenda.rows:
        for made in row.findChildren(QPushButton):
            assert row.rect().contains(made.geometry())
            assert not any(
                made.geometry().intersects(other.geometry()) for other in row.findChildren(QPushButton) if other is not made
            )
