"""“What if they say Friday?” from the real window: words typed, weeks shown, nothing recorded but by its button."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from followup_desktop import shipped
from followup_desktop.core.records import Outcome
from followup_desktop.ui import look
from followup_desktop.ui.debrief import DebriefPage
from followup_desktop.ui.what_if import WhatIfSheet
from followup_desktop.ui.window import Window

pytestmark = pytest.mark.slow


@pytest.fixture
def window(qtbot, qapp, told):
    look.apply(qapp, "light")
    made = Window(told, shipped.writer, shipped.stocks)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    told.background.close()


def sheet(window):
    (found,) = window.findChildren(WhatIfSheet)
    return found


def texts(widget):
    QApplication.processEvents()
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible() and each.text()]


def test_by_friday_is_tried_by_key_and_left_without_a_trace(window, told, qtbot):
    window.open_interview("hallbrueck")
    window.actions_by_name["what_if"].trigger()
    shown = sheet(window)
    assert not shown.record.isEnabled()
    before = told.case("hallbrueck")
    qtbot.keyClicks(shown.field, "by Friday")
    assert "That is by Fri 4 Dec." in texts(shown)
    assert "They said by Fri 4 Dec, so not before Mon 7 Dec; best Tue 8 Dec." in texts(shown)
    described = shown.strip.accessibleDescription()
    assert described.startswith("Wed 2 Dec: The interview.")
    assert described.endswith("Quiet from Thu 3 Dec to Sun 6 Dec.")
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert told.case("hallbrueck") == before
    assert not told.can_undo()


def test_recording_it_is_one_press_and_can_be_taken_back(window, told):
    window.open_interview("hallbrueck")
    window.page.what_if.click()
    shown = sheet(window)
    shown.tries[1].click()
    assert shown.field.text() == "next week"
    shown.record.click()
    assert not shown.isVisible()
    assert told.case("hallbrueck").promise.words == "next week"
    assert told.case("hallbrueck").promise.latest == date(2026, 12, 11)
    told.undo()
    assert told.case("hallbrueck").promise is None


def test_words_without_a_date_say_so_and_may_be_recorded(window, told):
    window.open_interview("hallbrueck")
    window.page.what_if.click()
    shown = sheet(window)
    shown.field.setText("we will be in touch")
    assert "No date in these words, so business days are counted." in texts(shown)
    shown.record.click()
    assert told.case("hallbrueck").promise.words == "we will be in touch"


def test_the_days_are_told_by_the_arrow_keys_and_under_the_mouse(window, qtbot):
    window.open_interview("hallbrueck")
    window.page.what_if.click()
    shown = sheet(window)
    shown.field.setText("by Friday")
    strip = shown.strip
    strip._choose(date(2026, 12, 2))
    for key, words in (
        (Qt.Key.Key_Right, "Thu 3 Dec: A quiet day: it is too soon to ask"),
        (Qt.Key.Key_Right, "Fri 4 Dec: They decide by then. A quiet day: it is too soon to ask"),
        (Qt.Key.Key_Down, "Fri 11 Dec"),
        (Qt.Key.Key_Up, "Fri 4 Dec: They decide by then. A quiet day: it is too soon to ask"),
        (Qt.Key.Key_Left, "Thu 3 Dec: A quiet day: it is too soon to ask"),
    ):
        qtbot.keyClick(strip, key)
        assert words in texts(shown)
    for _ in range(9):
        qtbot.keyClick(strip, Qt.Key.Key_Up)
    assert strip.day == strip._found.weeks.firsts[0]
    place = strip.place(date(2026, 12, 8)).center().toPoint()
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)
    assert "Tue 8 Dec: Best day to ask" in texts(shown)
    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, place, strip.mapToGlobal(place)))
    assert QToolTip.text() == "Tue 8 Dec: Best day to ask"
    QToolTip.hideText()
    assert strip._day_at(QPoint(2, 2)) is None


def test_where_their_words_are_asked_for_it_begins_with_them_and_gives_them_back(window, told, qtbot):
    window.debrief("acme")
    page = window.page
    assert isinstance(page, DebriefPage)
    page.decision.field.set_lines(["by Friday"])
    assert page.decision.read_back.weeks.isVisible()
    window.actions_by_name["what_if"].trigger()
    shown = sheet(window)
    assert shown.field.text() == "by Friday"
    shown.field.setText("in two weeks")
    shown.record.click()
    assert page.decision.field.words() == "in two weeks"
    assert told.case("acme").promise.words == "in two weeks"


def test_it_is_offered_only_while_their_word_is_ahead(window, told):
    window.open_interview("kestrel")
    assert told.case("kestrel").interview.outcome is Outcome.REJECTED
    assert not window.actions_by_name["what_if"].isEnabled()
    assert not window.page.what_if.isVisible()
    window.open_interview("globex")
    assert window.actions_by_name["what_if"].isEnabled()
    assert window.page.what_if.isVisible()


def test_the_weeks_have_room_at_twice_the_font_and_in_a_narrow_sheet(qapp, told, qtbot):
    font = qapp.font()
    try:
        for size, width in ((13, 560), (26, 660), (26, 1300)):
            larger = qapp.font()
            larger.setPixelSize(size)
            qapp.setFont(larger)
            look.apply(qapp, "dark")
            shown = WhatIfSheet(told, told.case("acme"), "by the end of March")
            qtbot.addWidget(shown)
            shown.resize(width, 700)
            shown.show()
            qtbot.waitExposed(shown)
            strip = shown.strip
            last = strip.place(strip._found.weeks.days[-1])
            assert last.right() <= strip.width()
            assert last.bottom() <= strip.height()
            shown.close()
    finally:
        qapp.setFont(font)
        look.apply(qapp, "light")
        told.background.close()
