from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QLocale, QPoint, QSize, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from followup_desktop.core import changes
from followup_desktop.core.agenda import Kind
from followup_desktop.ui import look, month_cells
from followup_desktop.ui.days import Days
from followup_desktop.ui.month import MonthView, row_heights
from followup_desktop.ui.month_cells import State, places
from followup_desktop.ui.month_model import CELL_ROLE, DAY_ROLE, DAYS, WEEKS, MonthModel, first_shown
from followup_desktop.ui.weeks import Weeks, week_number, weeks

TODAY = date(2026, 11, 23)
NAME = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def view(told, qtbot):
    shown = MonthView(Days(told, told))
    qtbot.addWidget(shown)
    shown.resize(914, 430)
    shown.show()
    return shown


@pytest.fixture
def model(view):
    return view.model()


def cell(model, day):
    return model.index_of(day).data(CELL_ROLE)


def drag(view, qtbot, start, end):
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for step in (0.3, 0.7, 1.0):
        qtbot.mouseMove(port, start + (end - start) * step)
    assert view._drag is not None


# --- which days ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "first"), [("en_GB", date(2026, 10, 26)), ("en_US", date(2026, 11, 1)), ("ar_EG", date(2026, 10, 31))]
)
def test_six_weeks_begin_on_the_locales_first_day_of_the_week(desk, locale, first):
    assert first_shown(date(2026, 11, 23), weeks(desk, QLocale(locale))) == first


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 6))
def test_the_whole_month_is_always_among_the_six_weeks(day, weekday):
    first = first_shown(day, Weeks(weekday, numbers=True))
    assert first <= day.replace(day=1)
    assert first + timedelta(days=WEEKS * DAYS) > day
    assert first.weekday() == weekday


def test_week_numbers_are_shown_where_weeks_begin_on_monday_unless_the_user_wants_it_otherwise(desk):
    assert weeks(desk, QLocale("de_DE")).numbers
    assert not weeks(desk, QLocale("en_US")).numbers
    desk.settings.set("week numbers", True)
    desk.settings.set("first weekday", 5)
    assert weeks(desk, QLocale("en_US")) == Weeks(5, numbers=True)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_weeks_number_is_that_of_its_thursday(day):
    assert week_number(day) in {(day + timedelta(days=n)).isocalendar().week for n in range(7)}
    if day.weekday() == 0:
        assert week_number(day) == day.isocalendar().week


def test_a_setting_lays_the_month_out_anew(view, told):
    told.set_setting("first weekday", 6)
    told.set_setting("week numbers", False)
    assert view.model().headerData(0, Qt.Orientation.Horizontal) == "Sun"
    assert view.model().index(0, 0).data(DAY_ROLE) == date(2026, 11, 1)
    assert not view.verticalHeader().isVisible()
    assert view.currentIndex().data(DAY_ROLE) == TODAY


def test_headers_are_short_to_the_eye_and_whole_to_the_ear(model):
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert model.headerData(0, across) == "Mon"
    assert model.headerData(0, across, NAME) == "Monday"
    assert model.headerData(4, down) == "48"
    assert model.headerData(4, down, NAME) == "Week 48"


def test_a_day_carries_its_cell_its_date_and_a_sentence(model):
    index = model.index_of(TODAY)
    assert index.data(DAY_ROLE) == TODAY
    assert [item.entry.kind for item in index.data(CELL_ROLE).items] == [Kind.CARD, Kind.INTERVIEW, Kind.FLOOR]
    said = index.data(NAME)
    assert said.startswith("Monday 23 November, today: 2 cards to post by 17:00")
    assert "10:00–11:30 Interview: Acme, Platform engineer" in said
    assert said.endswith("Quiet: Globex")
    assert model.index_of(date(2026, 11, 3)).data(NAME) == "Tuesday 3 November: nothing"


def test_another_year_is_named(view, model):
    view.show_month(date(2027, 1, 1))
    assert "2027" in model.index_of(date(2027, 1, 5)).data(NAME)


# --- quiet days ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "names", "begins", "ends"),
    [
        (date(2026, 11, 11), ("Initech",), True, False),
        (date(2026, 11, 12), ("Initech",), False, False),
        (date(2026, 11, 15), ("Initech",), False, True),
        (date(2026, 11, 16), ("Initech",), True, False),
        (date(2026, 11, 20), ("Initech",), False, True),
        (date(2026, 11, 21), ("Initech", "Globex"), True, False),
        (date(2026, 11, 23), ("Globex",), True, True),
        (date(2026, 11, 24), ("Acme", "Globex"), True, False),
        (date(2026, 12, 3), ("Acme", "Globex"), False, True),
        (date(2026, 12, 4), ("Globex",), True, False),
        (date(2026, 12, 6), ("Globex",), False, True),
    ],
)
def test_the_ribbon_breaks_where_its_names_change_and_at_each_week(model, day, names, begins, ends):
    ribbon = cell(model, day).ribbon
    assert (ribbon.names, ribbon.begins, ribbon.ends) == (names, begins, ends)


def test_days_outside_every_wait_have_no_ribbon(model):
    assert cell(model, date(2026, 11, 10)).ribbon is None


def test_one_interviews_quiet_days_can_be_shown_alone(view, model):
    view.show_quiet_of("acme")
    assert cell(model, TODAY).ribbon is None
    assert cell(model, date(2026, 11, 25)).ribbon.names == ("Acme",)
    view.show_quiet_of("")
    assert cell(model, TODAY).ribbon.names == ("Globex",)


# --- room ----------------------------------------------------------------------------------------------------------------


@given(st.integers(60, 3000), st.lists(st.integers(0, 9), min_size=WEEKS, max_size=WEEKS))
def test_rows_fill_the_height_and_a_fuller_week_is_never_lower(qapp, total, needs):
    heights = row_heights(total, needs)
    assert sum(heights) == max(total, WEEKS * look.px(month_cells.NUMBER))
    assert min(heights) >= look.px(month_cells.NUMBER)
    for one, height in zip(needs, heights, strict=True):
        assert all(height + 1 >= other for need, other in zip(needs, heights, strict=True) if one > need)


def test_the_fullest_week_gets_its_second_line_before_the_others(qapp):
    least = month_cells.height_for(1)
    heights = row_heights(5 * least + month_cells.height_for(2), [1, 2, 2, 2, 3, 1])
    assert heights == [least] * 4 + [month_cells.height_for(2), least]


def test_a_week_without_entries_lends_its_room_to_a_fuller_one(qapp):
    least, free = month_cells.height_for(1), month_cells.height_free()
    heights = row_heights(6 * least + 10, [0, 2, 2, 2, 3, 1])
    assert heights[4] >= month_cells.height_for(2)
    assert free <= heights[0] < least


def test_with_room_enough_every_week_shows_all_its_entries(qapp):
    two, three = month_cells.height_wanted(2), month_cells.height_wanted(3)
    assert row_heights(5 * two + three, [0, 2, 2, 2, 3, 1]) == [two] * 4 + [three, two]


def test_what_does_not_fit_is_counted_in_the_last_line(model):
    today = cell(model, TODAY)
    wide = look.px(126)
    all_shown = places(today, QSize(wide, month_cells.height_for(3) - 1), icons=False)
    assert [place.item.entry.kind for place in all_shown] == [Kind.CARD, Kind.INTERVIEW, Kind.FLOOR]
    two_lines = places(today, QSize(wide, month_cells.height_for(2) - 1), icons=False)
    assert [(place.item is None, place.more) for place in two_lines] == [(False, 0), (True, 2)]
    one_line = places(today, QSize(wide, month_cells.height_for(1) - 1), icons=False)
    assert [(place.item.entry.kind, place.more) for place in one_line] == [(Kind.CARD, 2)]


def test_in_one_line_cards_that_went_give_way_to_the_interview(model):
    shown = places(cell(model, date(2026, 11, 20)), QSize(look.px(80), month_cells.height_for(1) - 1), icons=False)
    assert [(place.item.entry.kind, place.more) for place in shown] == [(Kind.INTERVIEW, 0)]


def test_without_room_for_words_there_are_two_icons_and_a_count(model):
    size = QSize(look.px(85), look.px(35))
    assert month_cells.icons_only(size)
    shown = places(cell(model, TODAY), size, icons=True)
    assert [(place.item is None, place.more) for place in shown] == [(False, 0), (False, 0), (True, 1)]


@pytest.mark.parametrize("width", [20, 40, 58, 85, 126, 400])
@pytest.mark.parametrize("height", [22, 30, 44, 64, 84, 200])
def test_nothing_stands_outside_its_cell_or_over_another_entry(model, width, height):
    size = QSize(look.px(width), look.px(height))
    icons = month_cells.icons_only(size)
    for row in range(WEEKS):
        for column in range(DAYS):
            found = [place.rect for place in places(model.index(row, column).data(CELL_ROLE), size, icons=icons)]
            assert all(rect.right() < size.width() and rect.bottom() < size.height() for rect in found if width > 40)
            assert not any(one.intersects(other) for n, one in enumerate(found) for other in found[:n])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(914, 430), (630, 310), (300, 220), (150, 100)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_paints_at_every_size_in_both_schemes_and_directions(view, qapp, scheme, size, direction):
    look.apply(qapp, scheme)
    view.setLayoutDirection(direction)
    view.resize(*size)
    assert not view.grab().isNull()


def test_week_numbers_go_where_there_is_little_room(view):
    assert view.verticalHeader().isVisible()
    view.resize(400, 200)
    assert not view.verticalHeader().isVisible()


# --- keys ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2026, 11, 22)),
        (Qt.Key.Key_Right, date(2026, 11, 24)),
        (Qt.Key.Key_Up, date(2026, 11, 16)),
        (Qt.Key.Key_Down, date(2026, 11, 30)),
        (Qt.Key.Key_PageUp, date(2026, 10, 23)),
        (Qt.Key.Key_PageDown, date(2026, 12, 23)),
    ],
)
def test_keys_move_the_chosen_day(view, qtbot, key, day):
    with qtbot.waitSignal(view.day_chosen) as told_of:
        qtbot.keyClick(view, key)
    assert told_of.args == [day]
    assert view.day == day
    assert view.currentIndex().data(DAY_ROLE) == day


def test_home_is_today_from_anywhere(view, qtbot):
    view.choose(date(2028, 2, 29))
    assert view.month == date(2028, 2, 1)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert (view.day, view.month) == (TODAY, date(2026, 11, 1))


def test_another_month_is_shown_only_when_the_day_leaves_the_sheet(view, qtbot):
    view.choose(date(2026, 12, 6))
    assert view.month == date(2026, 11, 1)
    with qtbot.waitSignal(view.month_changed) as told_of:
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert told_of.args == [date(2026, 12, 1)]


def test_turning_goes_to_the_last_day_of_a_shorter_month(view):
    view.choose(date(2027, 1, 31))
    view.turn(1)
    assert view.day == date(2027, 2, 28)
    view.turn(-14)
    assert view.day == date(2025, 12, 28)


def test_arrows_are_mirrored_where_the_language_is(view, qtbot):
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.day == date(2026, 11, 24)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_opens_the_day(view, qtbot, key):
    with qtbot.waitSignal(view.day_opened) as told_of:
        qtbot.keyClick(view, key)
    assert told_of.args == [TODAY]


def test_the_ring_is_shown_for_keys_and_not_for_the_mouse(view, qtbot):
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(view.hasFocus)
    spot = view.rect_of(date(2026, 11, 25)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    by_mouse = view.grab(view.rect_of(date(2026, 11, 25)))
    assert not view._state_of(cell(view.model(), view.day), 2).focused
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view._state_of(cell(view.model(), view.day), 2).focused
    assert view.grab(view.rect_of(date(2026, 11, 25))).toImage() != by_mouse.toImage()


def test_keys_with_ctrl_or_alt_are_the_windows(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.day == TODAY


def test_tab_leaves_the_month(view):
    assert not view.tabKeyNavigation()


# --- the mouse -----------------------------------------------------------------------------------------------------------


def centre_of(view, day, kind):
    return next(rect.center() for rect, place in view.places_of(day) if place.item is not None and place.item.entry.kind is kind)


def foot_of(view, day):
    return view.rect_of(day).bottomLeft() + QPoint(20, -6)


def test_a_press_chooses_the_day(view, qtbot):
    with qtbot.waitSignals([view.day_chosen, view.day_clicked]):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.rect_of(date(2026, 11, 12)).center())
    assert view.day == date(2026, 11, 12)


def test_a_double_click_on_a_free_spot_wishes_for_an_interview(view, qtbot):
    with qtbot.waitSignal(view.new_wanted) as told_of:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=foot_of(view, date(2026, 11, 12)))
    assert told_of.args == [date(2026, 11, 12)]


def test_a_double_click_on_an_entry_opens_its_interview(view, qtbot):
    with qtbot.waitSignal(view.opened) as told_of, qtbot.assertNotEmitted(view.new_wanted):
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre_of(view, TODAY, Kind.FLOOR))
    assert told_of.args == ["initech"]


def test_a_press_on_how_many_more_opens_the_day(view, qtbot):
    view.resize(630, view.height_least() + look.px(20))
    more = next(rect for rect, place in view.places_of(TODAY) if place.item is None)
    with qtbot.waitSignal(view.day_opened) as told_of:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=more.center())
    assert told_of.args == [TODAY]


def test_an_interview_is_dragged_to_another_day(view, qtbot):
    start = centre_of(view, date(2026, 12, 2), Kind.INTERVIEW)
    end = view.rect_of(date(2026, 12, 3)).center()
    drag(view, qtbot, start, end)
    assert not view.grab().isNull()
    with qtbot.waitSignal(view.moved) as told_of:
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    item, day, begins = told_of.args
    assert (item.entry.interview, day, begins) == ("hallbrueck", date(2026, 12, 3), None)
    assert view.day == date(2026, 12, 3)


def test_a_drag_is_given_up_with_esc_or_on_its_own_day(view, qtbot):
    start = centre_of(view, date(2026, 12, 2), Kind.INTERVIEW)
    end = view.rect_of(date(2026, 12, 3)).center()
    with qtbot.assertNotEmitted(view.moved):
        drag(view, qtbot, start, end)
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
        drag(view, qtbot, start, start + QPoint(0, 20))
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(0, 20))


def test_what_is_over_is_not_dragged(view, qtbot):
    start = centre_of(view, date(2026, 11, 20), Kind.POSTED)
    port = view.viewport()
    with qtbot.assertNotEmitted(view.moved):
        qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(port, start + QPoint(300, 0))
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + QPoint(300, 0))


def test_a_tooltip_says_the_whole_of_what_is_under_the_mouse(view):
    entry, _ = view.tip_at(centre_of(view, TODAY, Kind.CARD))
    assert entry == "2 cards to post by 17:00. Tomáš Řehák, Ngozi Okafor. Hong Nguyen’s went at 12:10."
    ribbon, _ = view.tip_at(foot_of(view, date(2026, 11, 25)))
    assert ribbon == "Quiet days: Acme, Globex. No question yet."
    assert view.tip_at(foot_of(view, date(2026, 11, 3)))[0] == ""


def test_a_companys_name_is_never_read_as_markup(view, told, monkeypatch):
    acme = told.case("acme").interview
    told.do(changes.interview_edited(acme, replace(acme, company="<b>Acme</b>")))
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, *_: shown.append(words))  # offscreen has no tooltips
    at = centre_of(view, TODAY, Kind.INTERVIEW)
    view.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    assert "&lt;b&gt;Acme" in shown[0]


# --- changes -------------------------------------------------------------------------------------------------------------


def test_a_change_reaches_the_month_and_its_undo_too(view, model, told, qtbot):
    interview = told.case("hallbrueck").interview
    after = replace(interview, start=datetime.fromisoformat("2026-11-26T09:00"))
    with qtbot.waitSignal(model.dataChanged):
        told.do(changes.interview_edited(interview, after))
    assert [item.case.interview.id for item in cell(model, date(2026, 11, 26)).items] == ["hallbrueck"]
    assert cell(model, date(2026, 12, 2)).items == ()
    told.undo()
    assert cell(model, date(2026, 11, 26)).items == ()


def test_a_model_without_a_view_answers_for_every_index(told):
    model = MonthModel(Days(told, told), told)
    assert model.rowCount(model.index(0, 0)) == 0
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            for role in Qt.ItemDataRole:
                model.data(model.index(row, column), role)
    assert model.data(model.index(-1, 0)) is None


def test_the_painter_measures_words_once(view, model):
    painter = view.itemDelegate().cells
    view.grab()
    measured = len(painter._elided)
    view.grab()
    assert len(painter._elided) == measured > 0
    assert State() == State()


def test_without_room_for_six_weeks_the_month_scrolls_to_the_chosen_day(view, qtbot):
    rows = look.px(month_cells.NUMBER)
    view.resize(view.width(), view.horizontalHeader().height() + 4 * rows)
    assert all(view.rowHeight(row) >= rows for row in range(WEEKS))
    assert view.verticalScrollBar().maximum() > 0
    qtbot.keyClick(view, Qt.Key.Key_Home)
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        assert view.viewport().rect().contains(view.rect_of(view.day))
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Up)
        assert view.viewport().rect().contains(view.rect_of(view.day))
