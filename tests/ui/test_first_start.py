"""The first start: three doors by key and by mouse, at every size, and what stands behind each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from followup_desktop import shipped
from followup_desktop.ui import look
from followup_desktop.ui.first_start import FirstStart
from followup_desktop.ui.interview_form import InterviewForm
from followup_desktop.ui.me_form import MeForm
from followup_desktop.ui.window import Window


@pytest.fixture
def page(qtbot, qapp, desk):
    look.apply(qapp, "light")
    made = FirstStart(desk)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    desk.background.close()


@pytest.mark.parametrize(("key", "wish"), [("1", "coming_wanted"), ("2", "just_had_wanted"), ("3", "sample_wanted")])
def test_each_door_opens_by_its_key(page, qtbot, key, wish):
    with qtbot.waitSignal(getattr(page, wish)):
        qtbot.keyClick(page, key)


def test_the_first_door_waits_for_enter_and_tab_goes_to_the_others(page, qtbot):
    assert QApplication.focusWidget() is page.coming
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.just_had
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.sample


def test_every_door_opens_by_the_mouse(page, qtbot):
    for door, wish in (
        (page.coming, page.coming_wanted),
        (page.just_had, page.just_had_wanted),
        (page.sample, page.sample_wanted),
    ):
        with qtbot.waitSignal(wish):
            qtbot.mouseClick(door, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("size", [(1240, 800), (900, 600), (560, 400)])
def test_the_doors_are_whole_at_every_size(page, size):
    page.resize(*size)
    QApplication.processEvents()
    doors = (page.coming, page.just_had, page.sample)
    for door in doors:
        assert door.width() <= page.width()
        assert door.height() >= door.heightForWidth(door.width())
    assert page.coming.geometry().intersected(page.just_had.geometry()).isEmpty()


@pytest.fixture
def window(qtbot, qapp, desk):
    look.apply(qapp, "light")
    made = Window(desk, shipped.writer, shipped.stocks)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    desk.background.close()


def test_the_first_interview_typed_leads_to_its_page_and_asks_once_who_writes(window, qtbot, monkeypatch):
    def typed(form):
        form.line.setPlainText("Globex data engineer, Thu 14:00, with Marta Lindholm")
        form.accept()
        return form.result()

    monkeypatch.setattr(InterviewForm, "exec", typed)
    window.first_start.coming.click()
    assert window.page.interview == window.desk.cases()[0].interview.id
    qtbot.waitUntil(lambda: len(window.findChildren(MeForm)) == 1)
    window.findChild(MeForm).reject()
    qtbot.waitUntil(lambda: not window.findChildren(MeForm))
    window.go_back()
    assert window.page is window.main
    window.undo()
    assert window.desk.cases() == ()


def test_one_just_had_leads_to_its_debrief(window, qtbot, monkeypatch):
    def typed(form):
        form.company.setText("Globex")
        form.role.setText("Data engineer")
        form.accept()
        return form.result()

    monkeypatch.setattr(InterviewForm, "exec", typed)
    window.first_start.just_had.click()
    assert type(window.page).__name__ == "DebriefPage"
    qtbot.waitUntil(lambda: len(window.findChildren(MeForm)) == 1)
    window.findChild(MeForm).reject()


def test_leaving_the_form_leaves_the_first_start_as_it_was(window, monkeypatch):
    monkeypatch.setattr(InterviewForm, "exec", lambda _form: 0)
    window.first_start.coming.click()
    assert window.page is window.first_start
    assert window.desk.cases() == ()
