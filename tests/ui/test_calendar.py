from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from followup_desktop.core.agenda import Kind
from followup_desktop.core.changes import moved_by
from followup_desktop.core.records import Interview
from followup_desktop.ui.calendar import AGENDA, MONTH, CalendarPanel, shared_height
from followup_desktop.ui.language import said

TODAY = date(2026, 11, 23)


@pytest.fixture
def panel(told, qtbot):
    shown = CalendarPanel(told)
    qtbot.addWidget(shown)
    shown.resize(916, 626)
    shown.show()
    return shown


def click_day(panel, qtbot, day):
    qtbot.mouseClick(panel.month.viewport(), Qt.MouseButton.LeftButton, pos=panel.month.rect_of(day).center())


@given(st.integers(0, 4000), st.integers(50, 400), st.integers(0, 400), st.integers(50, 300))
def test_month_and_agenda_share_the_height_without_loss(total, least, more, agenda_least):
    month, agenda = shared_height(total, least, least + more, agenda_least)
    assert month + agenda == total
    if agenda:
        assert month >= least
        assert agenda >= agenda_least
        assert agenda == agenda_least or agenda <= total // 2
    else:
        assert total < least + agenda_least


def test_the_day_chosen_in_the_month_is_told_in_the_agenda_below(panel, qtbot):
    with qtbot.waitSignal(panel.day_chosen) as told_of:
        click_day(panel, qtbot, date(2026, 12, 2))
    assert told_of.args == [date(2026, 12, 2)]
    assert panel.day == panel.day_agenda.day == date(2026, 12, 2)
    assert [row.item.case.interview.id for row in panel.day_agenda.rows] == ["hallbrueck"]


def test_enter_goes_to_the_days_first_entry_and_esc_comes_back(panel, qtbot):
    panel.take_focus()
    qtbot.keyClick(panel.month, Qt.Key.Key_Return)
    first = panel.day_agenda.rows[0].stop
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert panel.month.hasFocus()


def test_titles_name_what_is_shown(panel, qtbot):
    assert panel.title == "November 2026"
    with qtbot.waitSignal(panel.title_changed) as told_of:
        panel.go(1)
    assert told_of.args == ["December 2026"]
    with qtbot.waitSignal(panel.title_changed) as told_of:
        panel.show_view(AGENDA)
    assert told_of.args == ["From today"]
    panel.go(1)
    assert panel.title == "From Tue 1 Dec"
    panel.go_today()
    assert panel.title == "From today"
    panel.show_view(MONTH)
    assert panel.title == "November 2026"


def test_the_agenda_turns_by_months(panel):
    panel.show_view(AGENDA)
    panel.go(-1)
    assert panel.agenda.first == date(2026, 10, 1)
    panel.go(1)
    assert panel.agenda.first == TODAY


def dragged(panel, qtbot, kind, day, target):
    """Drag the entry of that kind from one day of the month to another; what that would do."""
    month = panel.month
    start = next(rect.center() for rect, place in month.places_of(day) if place.item and place.item.entry.kind is kind)
    end = month.rect_of(target).center()
    qtbot.mousePress(month.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(month.viewport(), (start + end) / 2)
    qtbot.mouseMove(month.viewport(), end)
    with qtbot.waitSignal(panel.move_wanted) as told_of:
        qtbot.mouseRelease(month.viewport(), Qt.MouseButton.LeftButton, pos=end)
    return told_of.args[0]


def test_dragging_moves_the_interview_and_undo_takes_it_back(panel, told, qtbot):
    plan = dragged(panel, qtbot, Kind.INTERVIEW, date(2026, 12, 2), date(2026, 11, 27))
    assert plan.question is None
    told.do(plan.change(""))
    assert told.case("hallbrueck").interview.start == datetime.fromisoformat("2026-11-27T14:00")
    assert [row.item.case.interview.id for row in panel.day_agenda.rows] == ["hallbrueck"]
    told.undo()
    assert told.case("hallbrueck").interview.day == date(2026, 12, 2)
    assert panel.day_agenda.rows == ()


def test_a_question_dropped_on_a_quiet_day_is_explained_and_stands_there_with_its_reason(panel, told, qtbot):
    panel.choose(date(2026, 12, 1))
    panel.month.show_month(date(2026, 12, 1))
    plan = dragged(panel, qtbot, Kind.BEST, date(2026, 12, 8), date(2026, 12, 2))
    assert said(plan.why, TODAY) == "Globex said “within the next two weeks”."
    assert said(plan.question, TODAY) == "Ask Globex on Wed 2 Dec all the same?"
    told.do(plan.change("I have another offer"))
    moved = next(row for row in panel.day_agenda.rows if row.item.entry.kind is Kind.BEST)
    assert said(moved.item.entry.why, TODAY) == "You chose Wed 2 Dec, sooner than Mon 7 Dec: I have another offer"
    assert panel.month.places_of(date(2026, 12, 8)) == []
    told.undo()
    assert told.case("globex").interview.ask_on is None


def test_cards_may_be_put_off_with_a_reason(panel, told, qtbot):
    plan = dragged(panel, qtbot, Kind.CARD, TODAY, date(2026, 11, 25))
    assert said(plan.question, TODAY) == "Post them on Wed 25 Nov all the same?"
    told.do(plan.change("no stamps in the house"))
    assert told.case("acme").interview.post_on == date(2026, 11, 25)
    owed = next(row for row in panel.day_agenda.rows if row.item.entry.kind is Kind.CARD)
    assert said(owed.item.entry.why, TODAY) == "You chose Wed 25 Nov: no stamps in the house"


def test_a_day_that_is_over_is_refused(panel, told, qtbot):
    plan = dragged(panel, qtbot, Kind.FLOOR, TODAY, date(2026, 11, 19))
    assert plan.change is None
    assert said(plan.refusal, TODAY) == "Thu 19 Nov is over, so it stays where it was."


def test_moving_keeps_time_and_length():
    timed = Interview(
        id="a",
        company="A",
        role="",
        start=datetime.fromisoformat("2026-03-27T09:30"),
        end=datetime.fromisoformat("2026-03-28T11:00"),
        zone="Europe/London",
    )
    moved = moved_by(timed, timedelta(days=3))
    assert moved == replace(
        timed, start=datetime.fromisoformat("2026-03-30T09:30"), end=datetime.fromisoformat("2026-03-31T11:00")
    )
    whole_day = Interview(id="b", company="B", role="", start=date(2026, 3, 27))
    assert moved_by(whole_day, timedelta(days=-26)).start == date(2026, 3, 1)


def test_where_the_agenda_has_no_room_the_day_becomes_a_page(panel, qtbot):
    panel.resize(400, 220)
    assert not panel.day_agenda.isVisible()
    click_day(panel, qtbot, date(2026, 12, 2))
    assert panel.day_agenda.isVisible()
    assert not panel.month.isVisible()
    qtbot.keyClick(panel.day_agenda.rows[0].stop, Qt.Key.Key_Escape)
    assert panel.month.isVisible()
    qtbot.keyClick(panel.month, Qt.Key.Key_Return)
    panel.resize(916, 626)
    assert panel.month.isVisible()
    assert panel.day_agenda.isVisible()


def test_with_words_in_the_cells_a_click_does_not_leave_the_month(panel, qtbot):
    panel.resize(916, 320)
    assert not panel.day_agenda.isVisible()
    click_day(panel, qtbot, date(2026, 12, 2))
    assert panel.month.isVisible()


def test_today_shows_this_month_even_when_today_is_on_another_sheet(panel, told, story):
    told.clock.fix(datetime(2026, 12, 1, 9, tzinfo=story.LONDON))
    panel.go_today()
    assert panel.title == "December 2026"
