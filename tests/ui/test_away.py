"""What the window does about reminders: the panel at the start, its buttons, and where else a reminder is told."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from followup_desktop import app
from followup_desktop.core import changes
from followup_desktop.core.agenda import Does
from followup_desktop.core.records import CardState, Outcome
from followup_desktop.desk.notifications import DEFAULT, Notice
from followup_desktop.ui import look, tray
from followup_desktop.ui.away import MOST_ROWS
from followup_desktop.ui.debrief import DebriefPage
from followup_desktop.ui.interview_page import InterviewPage
from followup_desktop.ui.main_page import MainPage
from followup_desktop.ui.reminder_words import notice
from followup_desktop.ui.studio import StudioPage

pytestmark = pytest.mark.slow

LONDON = ZoneInfo("Europe/London")
TUESDAY = datetime(2026, 11, 24, 12, 41, tzinfo=LONDON)
"""Late cards at Acme, and the best day to ask Initech."""


class Desktop(QObject):
    """A desktop that shows what it is told, or cannot; pressed and closed by the test."""

    shown, pressed, waved_away, failed = Signal(object), Signal(object, str), Signal(object), Signal(object)

    def __init__(self, *, works=True):
        super().__init__()
        self.works, self.up, self.told = works, None, []

    def show(self, notice):
        self.up = notice if self.works else None
        self.told.append(notice)
        (self.shown if self.works else self.failed).emit(notice)

    def withdraw(self):
        self.up = None

    def close(self):
        self.up = None


@pytest.fixture
def run(qapp, qtbot, tmp_path, story, british, monkeypatch):
    """Starts the program on the story at a moment; gives the session with `desktop` on it."""
    look.apply(qapp, "light")
    sessions = []

    def start(now=TUESDAY, *, works=True, in_background=False, **settings):
        folder = tmp_path / "notebook"
        if not folder.exists():
            with app.Notebook.open(folder) as notebook:
                story.tell(notebook)
        made = app.Session(folder, now)
        for key, value in settings.items():
            made.desk.settings.set(key, value)
        desktop = Desktop(works=works)
        monkeypatch.setattr("followup_desktop.ui.reminding.Notifications", lambda *_: desktop)
        made.start(in_background=in_background)
        made.desktop = desktop
        sessions.append(made)
        qtbot.wait(app.AFTER_PAINT_MS + 100)
        return made

    yield start
    for made in sessions:
        close(made)


def close(session):
    if session.desk is not None:
        session.close()
        session.window.deleteLater()
        session.deleteLater()
        session.desk = None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def panel(session):
    return session.window._reminders


def rows(session):
    return [row.accessibleName() for row in panel(session).rows]


CARDS = "2 cards to post: Acme. A late card is still welcome."
ASK = "Best day to ask Initech. They said by Fri 20 Nov, so not before yesterday; best today."


def test_at_the_start_the_panel_shows_what_fell_due(run):
    session = run()
    assert panel(session).isVisible()
    assert panel(session).accessibleName() == "While you were away"
    assert rows(session) == [ASK, CARDS]
    assert session.desktop.told == []


def test_with_nothing_due_there_is_nothing(run):
    session = run(datetime(2026, 11, 23, 12, 41, tzinfo=LONDON))
    assert not panel(session).isVisible()


def test_what_was_shown_is_not_shown_at_the_next_start(run):
    close(run())
    assert not panel(run()).isVisible()


def test_each_row_opens_what_it_is_about(run, qtbot):
    session = run()
    _, cards = panel(session).rows
    qtbot.mouseClick(cards.act, Qt.MouseButton.LeftButton)
    assert isinstance(session.window.page, StudioPage)
    assert rows(session) == [ASK]
    qtbot.mouseClick(panel(session).rows[0].act, Qt.MouseButton.LeftButton)
    assert isinstance(session.window.page, InterviewPage)
    assert session.window.page.interview == "initech"
    assert not panel(session).isVisible()
    assert session.desk.laters() == ()


def test_later_and_dismiss_are_kept_and_can_be_taken_back(run, qtbot):
    session = run()
    qtbot.mouseClick(panel(session).rows[0].dismiss, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rows(session) == [CARDS])
    assert session.window.bars.bars()[-1].says("Dismissed. It stays in the calendar.")
    panel(session).rows[0].menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: not panel(session).isVisible())
    assert {each.until for each in session.desk.laters()} == {None, datetime(2026, 11, 25, 9, tzinfo=LONDON)}
    session.window.undo()
    session.window.undo()
    qtbot.waitUntil(lambda: rows(session) == [ASK, CARDS])
    assert session.desk.laters() == ()


def test_closed_as_a_whole_it_is_gone_and_nothing_is_kept(run, qtbot):
    session = run()
    qtbot.mouseClick(panel(session).close_button, Qt.MouseButton.LeftButton)
    assert not panel(session).isVisible()
    assert session.desk.laters() == ()


def test_a_row_goes_when_the_thing_is_done(run, qtbot):
    session = run()
    case = session.desk.case("initech")
    session.desk.do(changes.outcome_set(case, Outcome.DECLINED, TUESDAY.date()))
    qtbot.waitUntil(lambda: rows(session) == [CARDS])


def test_every_button_is_reached_and_pressed_by_the_keyboard(run, qtbot):
    session = run()
    session.window.activateWindow()
    session.window.main.search.setFocus()
    session.window.actions_by_name["area"].trigger()
    assert QApplication.focusWidget() is panel(session).rows[0].act
    seen = []
    for _ in range(7):
        seen.append(QApplication.focusWidget().accessibleName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert seen[:3] == [f"{words}: Best day to ask Initech." for words in ("Open", "Later", "Dismiss")]
    assert seen[3:] == [f"{words}: 2 cards to post: Acme." for words in ("Write cards", "Later", "Dismiss")] + ["Close"]
    panel(session).rows[0].dismiss.setFocus()
    qtbot.keyClick(panel(session).rows[0].dismiss, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: rows(session) == [CARDS])
    assert QApplication.focusWidget() is panel(session).rows[0].act


def test_it_leaves_the_debrief_alone(run):
    session = run()
    session.window.debrief("acme")
    assert isinstance(session.window.page, DebriefPage)
    assert not panel(session).isVisible()
    session.window.go_back()
    assert isinstance(session.window.page, MainPage)
    assert panel(session).isVisible()


def test_no_name_is_on_the_screen_where_names_are_hidden(run):
    session = run()
    session.desk.set_setting("private", True)
    assert rows(session)[1].startswith("2 cards to post: A.")
    assert not any("Initech" in row for row in rows(session))
    session.desk.set_setting("private", False)
    assert rows(session) == [ASK, CARDS]


def test_without_reminders_there_is_none(run):
    session = run(reminders=False)
    assert not panel(session).isVisible()
    session.desk.set_setting("reminders", True)
    session.desk.clock.fix(TUESDAY + timedelta(minutes=1))
    assert session.desktop.up is not None


@pytest.mark.parametrize("pixels", [13, 26])
@pytest.mark.parametrize("size", [(1240, 800), (900, 600), (560, 400)])
def test_nothing_in_it_is_cut_off(run, qapp, qtbot, size, pixels):
    before = qapp.font()
    large = QFont(before)
    large.setPixelSize(pixels)
    qapp.setFont(large)
    look.apply(qapp, "light")
    try:
        session = run()
        session.window.resize(*size)
        qtbot.wait(50)
        shown = panel(session)
        assert 1 <= len(shown.rows) <= MOST_ROWS
        assert shown.height() >= shown.minimumHeight()
        for row in shown.rows:
            assert row.height() >= row.heightForWidth(row.width())
            for part in (*row.stops(), row._words):
                assert row.rect().contains(part.geometry()), (part, part.geometry(), row.rect())
            assert not row._words.geometry().intersects(row.act.geometry())
    finally:
        qapp.setFont(before)
        look.apply(qapp, "light")


# On the desktop


def on_desktop(session):
    return session.desktop.up


def test_what_falls_due_while_the_window_is_there_is_told_on_the_desktop(run):
    session = run(datetime(2026, 11, 23, 12, 41, tzinfo=LONDON))
    session.desk.clock.fix(datetime(2026, 11, 23, 15, 0, tzinfo=LONDON))
    told = on_desktop(session)
    assert (told.title, told.body) == ("2 cards to post: Acme", "Best in the post by 17:00.")
    assert not panel(session).isVisible()
    session.desktop.pressed.emit(told, "act")
    assert isinstance(session.window.page, StudioPage)


def test_several_make_one_notification_that_shows_them_in_the_window(run):
    session = run(datetime(2026, 11, 23, 12, 41, tzinfo=LONDON))
    session.desk.clock.fix(TUESDAY)
    told = on_desktop(session)
    assert told.title == "2 things to do"
    assert told.body.splitlines() == ["Best day to ask Initech", "2 cards to post: Acme"]
    session.desktop.pressed.emit(told, DEFAULT)
    assert rows(session) == [ASK, CARDS]
    assert panel(session).accessibleName() == "To do now"


def test_put_off_on_the_desktop_all_come_back_as_one_and_undo_takes_it_back(run):
    session = run(datetime(2026, 11, 23, 12, 41, tzinfo=LONDON))
    session.desk.clock.fix(TUESDAY)
    session.desktop.pressed.emit(on_desktop(session), "hour")
    assert len(session.desk.laters()) == 2
    session.desk.clock.fix(TUESDAY + timedelta(hours=1))
    assert len(session.desktop.told) == 2
    session.window.undo()
    assert session.desk.laters() == ()


def test_a_button_pressed_when_the_thing_is_done_already_does_nothing(run, qtbot):
    session = run(datetime(2026, 11, 23, 12, 41, tzinfo=LONDON))
    session.desk.clock.fix(datetime(2026, 11, 23, 15, 0, tzinfo=LONDON))
    told = on_desktop(session)
    for person in ("tomas", "ngozi"):
        session.desk.do(changes.card_marked(session.desk.case("acme"), person, CardState.POSTED, session.desk.now()))
    qtbot.waitUntil(lambda: on_desktop(session) is None)
    session.desktop.pressed.emit(told, "dismiss")
    assert session.desk.laters() == ()


def test_closed_by_the_user_it_does_not_come_with_the_next_one(run):
    session = run(datetime(2026, 11, 23, 12, 41, tzinfo=LONDON))
    session.desk.clock.fix(datetime(2026, 11, 23, 15, 0, tzinfo=LONDON))
    session.desktop.waved_away.emit(on_desktop(session))
    session.desk.clock.fix(TUESDAY)
    assert on_desktop(session).title == "2 things to do"
    assert "Initech" in on_desktop(session).body


def test_nothing_personal_leaves_the_window_where_names_are_hidden(run):
    session = run(datetime(2026, 11, 23, 12, 41, tzinfo=LONDON), private=True)
    session.desk.clock.fix(TUESDAY)
    told = on_desktop(session)
    assert (told.title, told.body) == ("2 things to do", "")


def test_where_no_desktop_tells_it_the_window_does(run):
    session = run(datetime(2026, 11, 23, 12, 41, tzinfo=LONDON), works=False)
    assert not panel(session).isVisible()
    session.desk.clock.fix(TUESDAY)
    assert rows(session) == [ASK, CARDS]
    assert panel(session).accessibleName() == "To do now"


def test_a_reminder_leads_out_of_the_sample_to_the_own_notebook(run):
    session = run(datetime(2026, 11, 23, 12, 41, tzinfo=LONDON))
    session.show_sample()
    session.desk.clock.fix(datetime(2026, 11, 23, 15, 0, tzinfo=LONDON))
    session.desktop.pressed.emit(on_desktop(session), "act")
    assert session.window.desk is session.desk
    assert isinstance(session.window.page, StudioPage)


def test_at_the_end_nothing_is_left_on_the_desktop(run):
    session = run(datetime(2026, 11, 23, 12, 41, tzinfo=LONDON))
    session.desk.clock.fix(TUESDAY)
    close(session)
    assert session.desktop.up is None


def test_many_are_counted_and_four_are_named(run):
    session = run()
    told = session._reminding.reminders.open() * 4
    made = notice(told, TUESDAY.date(), private=False)
    assert made.title == "8 things to do"
    assert len(made.body.splitlines()) == 5
    assert made.body.endswith("and 4 more")


# The tray and the background


offscreen = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
"""An icon that is put into the tray where Qt has no real screen: it looks for a tray's window there."""


@pytest.fixture
def with_tray(monkeypatch):
    """A desktop with a tray, as Qt sees it."""
    monkeypatch.setattr(tray, "is_there", lambda: True)


def test_closing_the_window_ends_the_program_unless_the_user_wants_the_tray(run, with_tray):
    session = run()
    assert QApplication.quitOnLastWindowClosed()
    assert session._reminding.tray is None


@offscreen
def test_in_the_tray_the_program_outlives_its_window_and_quit_ends_it(run, with_tray, qtbot):
    session = run(tray=True)
    assert not QApplication.quitOnLastWindowClosed()
    session.window.close()
    assert not session.window.isVisible()
    session._reminding.tray.open_action.trigger()
    assert session.window.isVisible()
    session.window.quit_wanted.disconnect()
    with qtbot.waitSignal(session.window.quit_wanted):
        session.window.actions_by_name["quit"].trigger()
    session.desk.set_setting("tray", False)
    assert QApplication.quitOnLastWindowClosed()
    assert session._reminding.tray is None


@offscreen
def test_the_tray_offers_the_next_step_in_words(run, with_tray):
    session = run(tray=True)
    menu = session._reminding.tray
    menu.offer_step()
    assert menu.step_action.text() == "Write 2 cards for Acme"
    session.window.close()
    menu.step_action.trigger()
    assert session.window.isVisible()
    assert isinstance(session.window.page, StudioPage)
    session.desk.set_setting("private", True)
    menu.offer_step()
    assert menu.step_action.text() == "The next step"


@offscreen
def test_in_the_background_there_is_no_window_in_the_way(run, with_tray):
    session = run(in_background=True, tray=True)
    assert not session.window.isVisible()
    assert on_desktop(session).title == "2 things to do"
    session.desktop.pressed.emit(on_desktop(session), DEFAULT)
    assert session.window.isVisible()
    assert rows(session) == [ASK, CARDS]


def test_in_the_background_without_a_tray_the_window_is_in_the_task_bar(run):
    session = run(in_background=True, tray=True)
    assert session.window.isMinimized()
    assert QApplication.quitOnLastWindowClosed()


@offscreen
def test_where_there_is_no_tray_it_tells_nothing(told, qapp):
    made = tray.Tray(told, look.icon("card"))
    assert tray.is_there() or not made.tell(Notice("Title"))
    made.close()


def test_what_a_row_does_is_what_the_reminder_is_about(run):
    session = run(datetime(2026, 12, 2, 15, 30, tzinfo=LONDON))
    does = {each.does for each in session._reminding.reminders.open()}
    assert Does.DEBRIEF in does
