"""The list before an interview on its page: ticked by key, kept, taken back, the same as on the pocket sheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from followup_desktop import shipped
from followup_desktop.core import before
from followup_desktop.ui import look
from followup_desktop.ui.interview_page import InterviewPage


@pytest.fixture
def page(qtbot, qapp, told):
    look.apply(qapp, "light")
    made = InterviewPage(told, shipped.writer)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    told.background.close()


def test_an_interview_that_is_ahead_has_the_list_and_one_that_is_over_has_none(page):
    page.show_interview("hallbrueck")
    assert page.checklist.isVisible()
    assert [line.box.accessibleName() for line in page.checklist.lines.values()] == [
        "Pack 4 cards with envelopes and stamps, and a pen.",
        "Ask when they will decide.",
        "Ask whether you may follow up, and with whom.",
        "Ask everybody for a card: name, title, address.",
    ]
    page.show_interview("acme")
    assert not page.checklist.isVisible()


def test_a_point_is_ticked_by_key_kept_and_taken_back(page, told, qtbot):
    page.show_interview("hallbrueck")
    line = page.checklist.lines["timeline"]
    line.box.setFocus()
    qtbot.keyClick(line.box, Qt.Key.Key_Space)
    assert told.case("hallbrueck").interview.ticked == ("timeline",)
    assert line.box.isChecked()
    assert QApplication.focusWidget() is line.box or not page.isActiveWindow()
    told.undo()
    assert told.case("hallbrueck").interview.ticked == ()
    assert not line.box.isChecked()
    told.redo()
    assert [point.key for point in before.points(told.case("hallbrueck")) if point.done] == ["timeline"]


def test_what_cannot_be_written_is_not_ticked(page, told, monkeypatch):
    page.show_interview("hallbrueck")
    monkeypatch.setattr(told, "do", lambda _change: False)
    line = page.checklist.lines["cards"]
    line.box.click()
    assert not line.box.isChecked()


def test_the_list_is_wanted_on_paper(page, qtbot):
    page.show_interview("hallbrueck")
    with qtbot.waitSignal(page.kit_wanted) as wanted:
        page.checklist.kit.click()
    assert wanted.args == ["hallbrueck"]
