from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QPoint, Qt

from followup_desktop.core import changes
from followup_desktop.core.agenda import Kind
from followup_desktop.core.records import Interview, added
from followup_desktop.core.words import Words
from followup_desktop.ui import look, week_layout
from followup_desktop.ui.calendar import AGENDA, WEEK, CalendarPanel
from followup_desktop.ui.days import Days
from followup_desktop.ui.language import day_words, long_day_words, short_stretch_words, stretch_of_days_words, time_words
from followup_desktop.ui.week import WeekView, callings

TODAY = date(2026, 11, 23)
MONDAY = TODAY
NAME = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def view(told, qtbot):
    shown = WeekView(Days(told, told))
    qtbot.addWidget(shown)
    shown.resize(914, 624)
    shown.show()
    return shown


@pytest.fixture
def panel(told, qtbot):
    shown = CalendarPanel(told)
    qtbot.addWidget(shown)
    shown.resize(916, 626)
    shown.show()
    shown.show_view(WEEK)
    shown.move_wanted.connect(lambda plan: told.do(plan.change("because")))
    return shown


def spot(view, kind, interview=""):
    return next(
        each
        for each in view.spots()
        if each.item is not None and each.item.entry.kind is kind and interview in ("", each.item.entry.interview)
    )


def drag(view, qtbot, start, end):
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for step in (0.3, 0.7, 1.0):
        qtbot.mouseMove(port, start + (end - start) * step)


def busy(told, count, day=MONDAY, hour=9):
    """So many interviews at one time."""
    more = [
        Interview(id=f"b{n}", company=f"Busy {n}", role="", start=datetime.combine(day, time(hour, 15 * n)), zone="Europe/London")
        for n in range(count)
    ]
    told.do(added(Words("Add"), *more))


# --- where things stand --------------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.integers(0, 1380), st.integers(1, 400)), max_size=12))
def test_what_overlaps_shares_the_width_and_nothing_stands_over_another(found):
    spans = [(begin, begin + length) for begin, length in found]
    placed = week_layout.shares(spans)
    assert all(0 <= place < of for place, of in placed)
    for one, (place, of) in zip(spans, placed, strict=True):
        for other, (place2, of2) in zip(spans, placed, strict=True):
            if one is not other and one[0] < other[1] and other[0] < one[1]:
                assert of == of2
                assert place != place2


def test_what_stands_alone_has_the_whole_width():
    assert week_layout.shares([(600, 660), (660, 720), (900, 960)]) == [(0, 1)] * 3
    assert week_layout.shares([(600, 660), (630, 690)]) == [(0, 2), (1, 2)]


@given(st.integers(100, 3000), st.lists(st.booleans(), min_size=7, max_size=7))
def test_the_days_fill_the_width(qapp, width, free):
    count = week_layout.days_shown(width)
    days = [MONDAY + timedelta(days=n) for n in range(count)]
    found = week_layout.columns(width, days, free[:count])
    assert sum(each.width for each in found) == width
    assert [each.left for each in found] == [sum(before.width for before in found[:n]) for n in range(count)]
    assert not any(each.is_strip and day.weekday() < 5 for each, day in zip(found, days, strict=True))


def test_a_weekend_is_narrow_only_where_it_is_empty_and_the_others_need_the_room(qapp):
    days = [MONDAY + timedelta(days=n) for n in range(7)]
    tight, roomy = look.px(600), look.px(900)
    strips = [each.is_strip for each in week_layout.columns(tight, days, [True] * 7)]
    assert strips == [False] * 5 + [True] * 2
    assert not week_layout.columns(tight, days, [True] * 5 + [False, True])[5].is_strip
    assert not any(each.is_strip for each in week_layout.columns(roomy, days, [True] * 7))


def test_without_room_for_five_days_there_are_three(view, qtbot):
    view.resize(400, 400)
    assert view.shown == (TODAY, TODAY + timedelta(days=2))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.shown == (TODAY - timedelta(days=1), TODAY + timedelta(days=1))
    view.resize(914, 624)
    assert view.day == TODAY - timedelta(days=1)
    assert view.shown == (date(2026, 11, 16), date(2026, 11, 22))


@pytest.mark.parametrize("size", [(914, 624), (630, 430), (460, 210), (230, 170)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_paints_at_every_size_in_both_schemes_and_directions(view, qapp, told, size, scheme, direction):
    busy(told, 3)
    look.apply(qapp, scheme)
    view.setLayoutDirection(direction)
    view.resize(*size)
    assert not view.grab().isNull()
    for each in view.spots():
        left, width = view._span(each.column)
        assert left <= each.rect.left()
        assert each.rect.right() <= left + width


def test_hours_open_one_hour_before_the_first_entry(view, told):
    assert view._y(8 * 60) == view._lane + look.px(8)
    busy(told, 1, MONDAY + timedelta(days=14), hour=7)
    view.choose(MONDAY + timedelta(days=14))
    assert view._y(6 * 60) == view._lane + look.px(8)


def test_the_lane_counts_what_it_has_no_room_for_and_a_press_opens_the_day(panel, told, qtbot):
    whole_days = [Interview(id=f"w{n}", company=f"Whole {n}", role="", start=TODAY, zone="Europe/London") for n in range(14)]
    told.do(added(Words("Add"), *whole_days))
    more = next(each for each in panel.week.spots() if each.item is None)
    assert more.more + sum(1 for each in panel.week.spots() if each.column == 0 and each.item and not each.timed) == 16
    assert panel.week.tip_at(more.rect.center())[0].count("\n") == more.more - 1
    qtbot.mouseClick(panel.week.viewport(), Qt.MouseButton.LeftButton, pos=more.rect.center())
    assert panel.view == AGENDA
    assert panel.agenda.first == TODAY


# --- what is said --------------------------------------------------------------------------------------------------------


def test_each_entry_and_each_day_has_a_name(view):
    model = view.model()
    names = [model.index(row, 0).data(NAME) for row in range(model.rowCount())]
    assert names == [
        "2 cards to post by 17:00. Tomáš Řehák, Ngozi Okafor. Hong Nguyen’s went at 12:10.",
        "You may ask Initech. Tomorrow is best.",
        "10:00–11:30 Interview: Acme, Platform engineer. Hong Nguyen, Tomáš Řehák, Ngozi Okafor",
    ]
    assert model.index(0, 2).data(NAME) == "nothing"
    across = Qt.Orientation.Horizontal
    assert model.headerData(0, across, NAME) == "Monday 23 November, today. Quiet: Globex"
    assert view.accessibleName() == "Week, 23–29 November 2026"


def test_the_place_of_each_cell_is_where_it_is_painted(view):
    for each in view.spots():
        index = view.model().index(each.row, each.column)
        assert view.visualRect(index) == each.rect
        if not each.timed or each.rect.top() > view._lane:
            assert view.indexAt(each.rect.center()) == index


def test_good_hours_to_ring_stand_on_the_best_day(view):
    tuesday = view.model().shown[1]
    found = callings(tuesday.items)
    assert [(each.company, each.start, each.end) for each in found] == [("Initech", time(10), time(16))]


@pytest.mark.parametrize(
    ("first", "last", "words", "short"),
    [
        (date(2026, 11, 23), date(2026, 11, 29), "23–29 November 2026", "23–29 Nov"),
        (date(2026, 11, 30), date(2026, 12, 6), "30 November – 6 December 2026", "30 Nov – 6 Dec"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 December 2026 – 3 January 2027", "28 Dec – 3 Jan"),
    ],
)
def test_a_week_is_called_by_its_days(british, first, last, words, short):
    assert stretch_of_days_words(first, last) == words
    assert short_stretch_words(first, last) == short


def test_where_the_month_comes_first_it_does_so_in_a_weeks_name(british):
    QLocale.setDefault(QLocale("en_US"))
    assert stretch_of_days_words(MONDAY, MONDAY + timedelta(days=6)) == "November 23–29, 2026"


# --- keys ----------------------------------------------------------------------------------------------------------------


def test_arrows_home_and_pages_move_the_day(view, qtbot):
    for key, day in (
        (Qt.Key.Key_Right, date(2026, 11, 24)),
        (Qt.Key.Key_Left, TODAY),
        (Qt.Key.Key_Left, date(2026, 11, 22)),
        (Qt.Key.Key_PageDown, date(2026, 11, 29)),
        (Qt.Key.Key_PageUp, date(2026, 11, 22)),
        (Qt.Key.Key_Home, TODAY),
    ):
        with qtbot.waitSignal(view.day_chosen) as told_of:
            qtbot.keyClick(view, key)
        assert told_of.args == [day]
    assert view.shown == (MONDAY, date(2026, 11, 29))


def test_tab_walks_through_all_entries_and_then_leaves(panel, qtbot):
    view = panel.week
    view.setFocus()
    seen = [view.currentIndex().data(NAME)]
    for _ in range(3):
        assert view.focusNextPrevChild(True)
        seen.append(view.currentIndex().data(NAME))
    assert [words.partition(".")[0] for words in seen] == [
        "2 cards to post by 17:00",
        "You may ask Initech",
        "10:00–11:30 Interview: Acme, Platform engineer",
        "Best day to ask Initech",
    ]
    assert view.day == date(2026, 11, 24)
    assert view.focusNextPrevChild(False)
    assert view.day == TODAY


def test_enter_opens_the_entry(view, qtbot):
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as told_of:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told_of.args == ["initech"]


def test_ctrl_with_an_arrow_moves_an_interview_by_a_quarter_or_a_day(panel, told, qtbot):
    panel.choose(date(2026, 12, 2))
    qtbot.keyClick(panel.week, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert told.case("hallbrueck").interview.start == datetime.fromisoformat("2026-12-02T14:15")
    qtbot.keyClick(panel.week, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert told.case("hallbrueck").interview.start == datetime.fromisoformat("2026-12-03T14:15")
    told.undo()
    told.undo()
    assert told.case("hallbrueck").interview.start == datetime.fromisoformat("2026-12-02T14:00")


# --- mouse ---------------------------------------------------------------------------------------------------------------


def test_dragging_moves_day_and_hour_in_quarters_and_undo_takes_it_back(panel, told, qtbot):
    panel.choose(date(2026, 12, 2))
    view = panel.week
    start = spot(view, Kind.INTERVIEW, "hallbrueck").rect.center()
    end = start + QPoint(view._columns[2].width, -round(view._hour * 0.8))
    drag(view, qtbot, start, end)
    assert not view.grab().isNull()
    with qtbot.waitSignal(panel.move_wanted):
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert told.case("hallbrueck").interview.start == datetime.fromisoformat("2026-12-03T13:15")
    told.undo()
    assert told.case("hallbrueck").interview.start == datetime.fromisoformat("2026-12-02T14:00")


def test_a_best_day_is_dragged_to_another_day_in_the_lane(panel, told, qtbot):
    view = panel.week
    start = spot(view, Kind.BEST).rect.center()
    end = start + QPoint(view._columns[2].width, 0)
    drag(view, qtbot, start, end)
    assert not view.grab().isNull()
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert told.case("initech").interview.ask_on == date(2026, 11, 25)
    assert spot(view, Kind.BEST).column == 2
    assert callings(view.model().shown[2].items)[0].company == "Initech"


def test_esc_gives_a_drag_up(view, qtbot):
    start = spot(view, Kind.INTERVIEW).rect.center()
    with qtbot.assertNotEmitted(view.moved):
        drag(view, qtbot, start, start + QPoint(200, 40))
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(200, 40))


def test_a_double_click_on_a_free_spot_wants_an_interview_then(view, qtbot):
    left, width = view._span(3)
    at = QPoint(left + width // 2, view._y(9 * 60 + 35))
    with qtbot.waitSignal(view.new_wanted) as told_of:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told_of.args == [datetime.fromisoformat("2026-11-26T09:30")]
    with qtbot.waitSignal(view.new_wanted) as told_of:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(left + width // 2, view._lane - 4))
    assert told_of.args == [date(2026, 11, 26)]


def test_a_double_click_on_an_entry_opens_it(view, qtbot):
    with qtbot.waitSignal(view.opened) as told_of:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, Kind.BEST).rect.center())
    assert told_of.args == ["initech"]


# --- zones ---------------------------------------------------------------------------------------------------------------


def in_new_york(told):
    """An interview at ten in New York: three in the afternoon in London."""
    start = datetime.fromisoformat("2026-11-25T10:00")
    far = Interview(id="far", company="Farther", role="", start=start, zone="America/New_York")
    told.do(added(Words("Add"), far))
    return far


def test_an_interview_elsewhere_stands_at_the_users_hour_and_says_the_time_there(view, told):
    in_new_york(told)
    found = spot(view, Kind.INTERVIEW, "far")
    assert (found.column, found.item.entry.time, found.item.entry.until) == (2, time(15), time(16))
    assert view.tip_at(found.rect.center())[0] == "15:00–16:00 Interview: Farther. 10:00 in New York, 15:00 here"


def test_moving_it_keeps_its_own_zone(panel, told):
    far = in_new_york(told)
    item = spot(panel.week, Kind.INTERVIEW, "far").item
    panel.week.moved.emit(item, date(2026, 11, 26), time(16))
    moved = told.case("far").interview
    assert moved == replace(far, start=datetime.fromisoformat("2026-11-26T11:00"))


def test_another_zone_of_the_computer_is_followed_and_whole_days_stay(view, told, story):
    far = in_new_york(told)
    whole = Interview(id="whole", company="Whole", role="", start=date(2026, 11, 27), zone="America/New_York")
    told.do(added(Words("Add"), whole))
    told.clock.fix(story.NOW.astimezone(ZoneInfo("America/New_York")))
    found = spot(view, Kind.INTERVIEW, "far")
    assert found.item.entry.time == far.start.time()
    assert view.tip_at(found.rect.center())[0] == "10:00–11:00 Interview: Farther"
    assert spot(view, Kind.INTERVIEW, "whole").column == 4
    told.clock.fix(story.NOW.astimezone(ZoneInfo("Asia/Tokyo")))
    assert spot(view, Kind.INTERVIEW, "whole").column == 4
    assert changes.heard_on(told.case("whole")) == date(2026, 11, 27)


# --- the locale's forms --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "day", "whole", "clock", "first"),
    [
        ("en_GB", "Tue 8 Dec", "Tuesday 8 December", "14:00", "Monday"),
        ("en_US", "Tue, Dec 8", "Tuesday, December 8", "2:00\u202fPM", "Sunday"),
        ("de_DE", "Tue 8 Dec", "Tuesday 8 December", "14:00", "Monday"),
    ],
)
def test_dates_times_and_weeks_are_the_locales(told, locale, day, whole, clock, first):
    QLocale.setDefault(QLocale(locale))
    assert (day_words(date(2026, 12, 8)), long_day_words(date(2026, 12, 8))) == (day, whole)
    assert time_words(time(14)) == clock
    shown = WeekView(Days(told, told))
    assert shown.model().headerData(0, Qt.Orientation.Horizontal, NAME).startswith(first)
    shown.deleteLater()


def test_the_users_own_first_day_of_the_week_is_followed_at_once(view, told):
    told.set_setting("first weekday", 6)
    told.set_setting("week numbers", False)
    assert view.shown == (date(2026, 11, 22), date(2026, 11, 28))
    assert view._number_words() == ""


def test_the_line_of_now_is_in_sight_however_early_the_first_entry_is(view, told):
    assert week_layout.first_with_now(480, 761, 600) == 480
    assert week_layout.first_with_now(0, 761, 600) == 480
    busy(told, 1, MONDAY + timedelta(days=2), hour=0)
    view.choose(MONDAY + timedelta(days=7))
    view.choose(MONDAY)
    assert view._lane < view._y(12 * 60 + 41) < view.viewport().height()


@given(st.integers(0, 1439), st.integers(0, 1439), st.integers(120, 1440))
def test_where_hours_open_now_is_shown(first, now, room):
    opened = week_layout.first_with_now(first, now, room)
    assert opened >= 0
    if now >= first:
        assert opened <= now
