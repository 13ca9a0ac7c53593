"""The whole way in the real window, offscreen: an invitation dropped, a debrief typed, a card saved, everything undone."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from followup_desktop import shipped
from followup_desktop.core import changes
from followup_desktop.core.records import Box, CardState, Me, Permission
from followup_desktop.ui import look
from followup_desktop.ui.debrief import DebriefPage
from followup_desktop.ui.interview_page import InterviewPage
from followup_desktop.ui.main_page import MainPage
from followup_desktop.ui.me_form import MeForm
from followup_desktop.ui.studio import StudioPage
from followup_desktop.ui.window import Window

INVITATION = Path(__file__).parents[1] / "walk" / "invitation.ics"


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


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place, buttons = QPointF(100, 100), Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, Qt.KeyboardModifier.NoModifier))


def bar(window, part):
    """The bar on top whose words hold `part`."""
    found = [each for each in window.bars.bars() if part in each.accessibleName()]
    assert found, [each.accessibleName() for each in window.bars.bars()]
    return found[-1]


def invited(window):
    """The invitation is in the notebook; the question whose address is whose is answered."""
    drop(window, INVITATION)
    question = bar(window, "Which of these is you?")
    window.desk.do(changes.me_set(window.desk.me(), Me(name="Robin Ashworth")))
    question.answers["robin@ashworth.example"].click()
    (case,) = window.desk.cases()
    return case


def test_the_first_start_shows_its_three_doors(window):
    assert window.page is window.first_start
    assert not window.strip.isVisible()
    assert [door.text() for door in (window.first_start.coming, window.first_start.just_had, window.first_start.sample)] == [
        "I have an interview coming up",
        "I just had one",
        "Show me with sample data",
    ]


def test_a_dropped_invitation_becomes_an_interview_without_the_user_in_it(window):
    case = invited(window)
    assert [person.name for person in case.interviewers] == [
        "Nguyễn Thị Hồng",
        "Łukasz Wójcik",
        "Ελένη Παπαδοπούλου",
        "محمد الفاسي",
    ]
    assert window.desk.me().emails == ("robin@ashworth.example",)
    assert isinstance(window.page, MainPage)
    assert window.page.interview == case.interview.id


def test_who_writes_is_asked_once_when_the_first_interview_comes(qtbot, window):
    drop(window, INVITATION)
    bar(window, "Which of these is you?").answers["robin@ashworth.example"].click()
    qtbot.waitUntil(lambda: len(window.findChildren(MeForm)) == 1)
    (form,) = window.findChildren(MeForm)
    assert form.emails.text() == "robin@ashworth.example"
    form.name.setText("Robin Ashworth")
    form.country.setCurrentIndex(form.country.findData("GB"))
    form.accept_button.click()
    assert (window.desk.me().name, window.desk.me().country) == ("Robin Ashworth", "GB")
    qtbot.waitUntil(lambda: not window.findChildren(MeForm))


def test_a_second_drop_changes_nothing(window):
    case = invited(window)
    drop(window, INVITATION)
    assert window.desk.cases() == (case,)
    bar(window, "is in your notebook already")


def test_one_undo_takes_the_whole_import_back(window):
    invited(window)
    window.undo()
    assert not window.desk.cases()
    assert not window.desk.people()
    window.redo()
    assert len(window.desk.cases()) == 1


@pytest.mark.parametrize("name", ["missing.ics", "empty.ics", "binary.ics", "folder.ics", "large.ics"])
def test_a_bad_file_is_one_sentence_in_a_bar_and_changes_nothing(window, tmp_path, name):
    bad = tmp_path / name
    if name == "folder.ics":
        bad.mkdir()
    elif name == "large.ics":
        bad.write_bytes(b"x" * 50_000_000)
    elif name != "missing.ics":
        bad.write_bytes(b"" if name == "empty.ics" else bytes(range(256)) * 40)
    drop(window, bad)
    (shown,) = window.bars.bars()
    assert shown.kind == "error"
    assert name in shown.accessibleName()
    assert not window.desk.cases()


def debrief(window, qtbot, case):
    window.debrief(case.interview.id)
    page = window.page
    assert isinstance(page, DebriefPage)
    qtbot.waitUntil(page.boxes[Box.ENJOYED].field.hasFocus)
    return page


def test_a_typed_note_is_on_disk_a_second_after_the_last_key(window, qtbot):
    case = invited(window)
    page = debrief(window, qtbot, case)
    qtbot.keyClicks(page.boxes[Box.ENJOYED].field, "began her career as a technical writer")
    assert not window.desk.case(case.interview.id).notes
    qtbot.waitUntil(lambda: bool(window.desk.case(case.interview.id).notes), timeout=2500)
    (note,) = window.desk.case(case.interview.id).notes
    assert (note.text, note.box) == ("began her career as a technical writer", Box.ENJOYED)


def test_each_line_shows_the_sentence_it_would_become(window, qtbot):
    page = debrief(window, qtbot, invited(window))
    qtbot.keyClicks(page.boxes[Box.ENJOYED].field, "she began her career as a technical writer")
    preview = page.boxes[Box.ENJOYED].previews[0]
    qtbot.waitUntil(lambda: "technical writer" in preview.accessibleName(), timeout=1500)
    assert "your career" in preview.accessibleName()


def test_leaving_the_page_saves_what_is_still_being_typed(window, qtbot):
    case = invited(window)
    page = debrief(window, qtbot, case)
    qtbot.keyClicks(page.boxes[Box.LEARNED].field, "his team ships every Friday")
    window.go_back()
    (note,) = window.desk.case(case.interview.id).notes
    assert note.text == "his team ships every Friday"


def test_the_debrief_needs_no_mouse(window, qtbot):
    case = invited(window)
    page = debrief(window, qtbot, case)
    first, second = case.interviewers[:2]
    qtbot.keyClicks(page.boxes[Box.ENJOYED].field, "she began her career as a technical writer")
    qtbot.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert page.person == second.id
    qtbot.waitUntil(page.boxes[Box.ENJOYED].field.hasFocus)
    qtbot.keyClicks(page.boxes[Box.ENJOYED].field, "he runs the accessibility guild")
    page.decision.field.setFocus()
    qtbot.keyClicks(page.decision.field, "we decide by Thursday 3 December")
    page.decision.may_i.cell(Permission.YES.value).click()
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    after = window.desk.case(case.interview.id)
    assert [note.text for note in after.notes_of(first.id)] == ["she began her career as a technical writer"]
    assert [note.text for note in after.notes_of(second.id)] == ["he runs the accessibility guild"]
    assert str(after.promise.latest) == "2026-12-03"
    assert after.interview.permission is Permission.YES
    assert isinstance(window.page, StudioPage)


def noted(window, qtbot):
    """The invitation with a note about the first person, and the studio at their card."""
    case = invited(window)
    page = debrief(window, qtbot, case)
    qtbot.keyClicks(page.boxes[Box.ENJOYED].field, "she began her career as a technical writer")
    window.write_cards(case.interview.id)
    studio = window.page
    assert isinstance(studio, StudioPage)
    studio.show_card(case.interview.id, case.interviewers[0].id)
    qtbot.waitUntil(lambda: studio.card.view.accessibleName() != "", timeout=5000)
    return window.desk.case(case.interview.id), studio


def test_the_card_on_the_table_is_the_very_pdf_that_is_saved(window, qtbot, tmp_path, monkeypatch):
    case, _ = noted(window, qtbot)
    target = tmp_path / "card.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.actions_by_name["save_pdf"].trigger()
    with pypdfium2.PdfDocument(target) as document:
        text = " ".join(document[0].get_textpage().get_text_range().split())
    assert case.interviewers[0].name in text
    assert "technical writer" in text
    assert target.stat().st_mode & 0o777 == 0o600


def test_posted_can_be_taken_back(window, qtbot):
    case, studio = noted(window, qtbot)
    person = case.interviewers[0].id
    window.actions_by_name["posted"].trigger()
    assert window.desk.case(case.interview.id).card(person).state is CardState.POSTED
    window.actions_by_name["take_back"].trigger()
    assert window.desk.case(case.interview.id).card(person).state is CardState.DRAFTED
    assert studio.heading.acts["posted"].text() == "Mark as posted"


def test_a_sentence_that_is_typed_over_is_the_users_own_and_survives(window, qtbot):
    case, studio = noted(window, qtbot)
    person = case.interviewers[0].id
    studio.letter_panel.edit.setFocus()
    cursor = studio.letter_panel.edit.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    studio.letter_panel.edit.setTextCursor(cursor)
    qtbot.keyClicks(studio.letter_panel.edit, " I mean it.")
    qtbot.waitUntil(lambda: window.desk.case(case.interview.id).card(person).sentences is not None, timeout=2500)
    kept = window.desk.case(case.interview.id).card(person).sentences
    assert kept[-1].text.endswith("I mean it.")
    assert kept[-1].origin == "yours"
    assert [sentence.note for sentence in kept].count(case.notes[0].id) == 1


def test_a_note_changed_after_printing_is_said_on_the_interviews_page(window, qtbot):
    case, studio = noted(window, qtbot)
    person = case.interviewers[0].id
    letter = studio.letter()
    window.desk.do(changes.card_marked(case, person, CardState.PRINTED, window.desk.now(), letter.text))
    window.desk.do(changes.note_edited(case.notes[0], "she taught herself Rust on night shifts"))
    window.open_interview(case.interview.id)
    page = window.page
    assert isinstance(page, InterviewPage)

    def told():
        return [label for label in page.findChildren(QLabel) if "have changed since" in label.text() and label.isVisible()]

    qtbot.waitUntil(lambda: len(told()) == 1)


def test_deleting_an_interview_is_taken_back_from_the_bar(window, qtbot):
    case = invited(window)
    window.forms.delete_interview(case.interview.id)
    assert not window.desk.cases()
    bar(window, "Acme is deleted").answers["undo"].click()
    assert window.desk.cases() == (case,)


def test_every_control_of_every_page_has_a_name(window, qtbot):
    case, _ = noted(window, qtbot)
    for show in (
        lambda: window.show_page(window.main),
        lambda: window.open_interview(case.interview.id),
        lambda: window.debrief(case.interview.id),
    ):
        show()
        QApplication.processEvents()
        buttons = [button for button in window.findChildren(QPushButton) if button.isVisible()]
        nameless = [button for button in buttons if not (button.accessibleName() or button.text())]
        assert buttons
        assert not nameless, [button.toolTip() for button in nameless]


@pytest.mark.parametrize("size", [(560, 400), (900, 600), (1240, 800)])
def test_every_page_can_be_as_small_as_the_window_may_be(window, qtbot, size):
    noted(window, qtbot)
    for name, show in window.tour():
        show()
        window.resize(*size)
        QApplication.processEvents()
        assert (window.width(), window.height()) == size, name
