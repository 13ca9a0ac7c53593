"""The debrief, by keyboard: what is typed is read back at once, is on disk a second later, and is never lost."""

import itertools
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from followup_desktop import shipped
from followup_desktop.core import changes
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import LEAVE_OUT, Box, Interview, Permission, Person, added
from followup_desktop.core.words import Words
from followup_desktop.ui import look
from followup_desktop.ui.debrief import FOLLOWING_UP, THEIR_WORDS, DebriefPage

CTRL = Qt.KeyboardModifier.ControlModifier
HONG = Person(id="hong", name="Nguyễn Thị Hồng", address_as="Hồng", pronoun="she", company="Acme")
TOMAS = Person(id="tomas", name="Tomáš Řehák", address_as="Tomáš", pronoun="he", company="Acme")


def interview(people):
    start, end = datetime(2026, 11, 23, 10), datetime(2026, 11, 23, 11, 30)  # noqa: DTZ001  (local wall time is what is kept)
    return Interview(
        id="acme", company="Acme", role="Platform engineer", start=start, end=end, zone="Europe/London", people=people
    )


def shown(qtbot, qapp, desk, *people):
    look.apply(qapp, "light")
    desk.do(added(Words("Add"), *people, interview(tuple(each.id for each in people))))
    page = DebriefPage(desk, shipped.writer)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    page.show_interview("acme")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return page


@pytest.fixture
def page(qtbot, qapp, desk):
    """The page about two people."""
    made = shown(qtbot, qapp, desk, HONG, TOMAS)
    yield made
    desk.background.close()


@pytest.fixture
def full_disk(desk, monkeypatch):
    """A notebook that cannot be written until the function given is called."""
    apply = desk._notebook.apply

    def refuse(_change):
        raise Problem(Words("The disk is full."))

    monkeypatch.setattr(desk._notebook, "apply", refuse)
    return lambda: monkeypatch.setattr(desk._notebook, "apply", apply)


def field(page, kind=Box.ENJOYED):
    return page.boxes[kind].field


def texts(page, person="hong"):
    return [note.text for note in page.desk.case("acme").notes_of(person)]


def type_into(qtbot, target, words):
    target.setFocus()
    qtbot.keyClicks(target, words)


def test_tab_goes_through_boxes_words_permission_contact_and_the_two_ways_out(page, qtbot):
    met = []
    for _ in range(8):
        focused = QApplication.focusWidget()
        met.append(focused.accessibleName() or focused.text())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert met == [
        "What I enjoyed",
        "What I learned",
        "What I promised",
        "Their words about the decision",
        "I did not ask",
        "With whom",
        "Finish later",
        "Write 2 cards",
    ]


def test_the_step_with_the_caret_is_marked(page):
    for target, key in ((page.decision.field, THEIR_WORDS), (page.decision.contact, FOLLOWING_UP), (field(page), "hong")):
        target.setFocus()
        steps = (*page.side.people._buttons, *page.side.asking._buttons)
        assert [each.step.key for each in steps if each.isChecked()] == [key]


def test_steps_of_the_decision_focus_their_fields(page):
    page.side.chosen.emit(THEIR_WORDS)
    assert page.decision.field.hasFocus()
    page.side.chosen.emit(FOLLOWING_UP)
    assert page.decision.may_i.isAncestorOf(QApplication.focusWidget())


def test_ctrl_up_and_down_go_from_person_to_person_and_on_to_their_words(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_Down, CTRL)
    assert page.person == "tomas"
    qtbot.keyClick(page, Qt.Key.Key_Down, CTRL)
    assert page.decision.field.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_Up, CTRL)
    assert page.person == "tomas"
    qtbot.keyClick(page, Qt.Key.Key_Up, CTRL)
    assert page.person == "hong"


@pytest.mark.parametrize(
    ("key", "kind", "start"), [("T", Box.ENJOYED, "told me about "), ("A", Box.LEARNED, "advice: "), ("R", Box.PROMISED, "")]
)
def test_a_starter_puts_the_caret_into_its_box(page, qtbot, key, kind, start):
    type_into(qtbot, field(page, kind), "one note")
    page.decision.field.setFocus()
    qtbot.keyClick(page, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.AltModifier)
    assert field(page, kind).hasFocus()
    qtbot.keyClicks(field(page, kind), "tea")
    assert field(page, kind).lines() == ["one note", f"{start}tea"]


def test_ctrl_digits_answer_the_question_nearest_to_the_caret(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_Down, CTRL)
    type_into(qtbot, field(page, Box.LEARNED), "they moved to weekly releases, loved it")
    qtbot.waitUntil(lambda: bool(page.boxes[Box.LEARNED].questions()), timeout=2000)
    qtbot.keyClick(field(page, Box.LEARNED), Qt.Key.Key_0, CTRL)
    (note,) = page.desk.case("acme").notes_of("tomas")
    assert note.answer == LEAVE_OUT
    (back,) = [made for key, made in page.boxes[Box.LEARNED].previews[0].buttons if key == "put-back"]
    back.click()
    assert page.desk.case("acme").notes_of("tomas")[0].answer == ""


def test_what_stands_below_a_box_does_not_move_when_its_preview_comes(page, qtbot):
    page.boxes[Box.ENJOYED].field.setFocus()
    qtbot.keyClicks(field(page), "began her career as a technical writer")
    before = page.boxes[Box.LEARNED].mapTo(page, field(page, Box.LEARNED).pos()).y()
    preview = page.boxes[Box.ENJOYED].previews[0]
    qtbot.waitUntil(lambda: "technical writer" in preview.accessibleName(), timeout=1500)
    QApplication.processEvents()
    assert page.boxes[Box.LEARNED].mapTo(page, field(page, Box.LEARNED).pos()).y() == before


def test_a_note_is_on_disk_five_seconds_after_the_first_key_at_most(page, qtbot, monkeypatch):
    clock = page.boxes[Box.ENJOYED].clock
    monkeypatch.setattr(clock, "start", lambda: None)
    clock._at_most.setInterval(300)
    qtbot.keyClicks(field(page), "repaired organs")
    qtbot.waitUntil(lambda: texts(page) == ["repaired organs"], timeout=1500)


def test_a_change_from_elsewhere_takes_nothing_from_what_is_being_typed(page, qtbot):
    qtbot.keyClicks(field(page), "repaired organs")
    case = page.desk.case("acme")
    page.desk.do(changes.interview_edited(case.interview, replace(case.interview, role="Writer")))
    assert field(page).toPlainText() == "repaired organs"
    assert field(page).textCursor().position() == len("repaired organs")
    page.finish()
    assert texts(page) == ["repaired organs"]


def test_a_save_leaves_the_caret_where_it_is(page, qtbot):
    qtbot.keyClicks(field(page), "repaired organs")
    cursor = field(page).textCursor()
    cursor.setPosition(3)
    field(page).setTextCursor(cursor)
    qtbot.waitUntil(lambda: bool(texts(page)), timeout=2500)
    assert field(page).textCursor().position() == 3


def test_a_full_disk_keeps_every_word_over_a_change_of_person_and_writes_it_later(page, qtbot, full_disk):
    problems = []
    page.desk.failed.connect(problems.append)
    qtbot.keyClicks(field(page), "repaired organs")
    qtbot.keyClick(page, Qt.Key.Key_Down, CTRL)
    assert problems
    assert page.is_unsaved()
    assert "Not saved yet" in page._foot.accessibleName()
    assert field(page).toPlainText() == ""
    qtbot.keyClick(page, Qt.Key.Key_Up, CTRL)
    assert field(page).toPlainText() == "repaired organs"
    full_disk()
    page.finish()
    assert texts(page) == ["repaired organs"]
    assert not page.is_unsaved()


def test_their_words_stay_on_a_full_disk_too(page, qtbot, full_disk):
    type_into(qtbot, page.decision.field, "by Thursday 3 December")
    field(page).setFocus()
    assert page.is_unsaved()
    page.desk.changed.emit(None)
    assert page.decision.field.words() == "by Thursday 3 December"
    full_disk()
    page.finish()
    assert page.desk.case("acme").promise.latest == date(2026, 12, 3)


def test_undo_after_the_field_was_left_takes_the_note_back(page, qtbot):
    qtbot.keyClicks(field(page), "repaired organs")
    page.decision.field.setFocus()
    assert texts(page) == ["repaired organs"]
    page.desk.undo()
    assert field(page).toPlainText() == ""


def test_words_without_a_date_ask_for_one(page, qtbot):
    type_into(qtbot, page.decision.field, "after the board meets")
    qtbot.keyClick(page.decision.field, Qt.Key.Key_Return)
    when = page.decision.when
    assert when.accessibleName() == "When is “after the board meets”? Type a date, or leave it open."
    qtbot.waitUntil(when.field.hasFocus)
    type_into(qtbot, when.field, "sometime")
    qtbot.keyClick(when.field, Qt.Key.Key_Return)
    assert "holds no date" in when.accessibleName()
    when.field.clear()
    type_into(qtbot, when.field, "10 December")
    qtbot.keyClick(when.field, Qt.Key.Key_Return)
    promise = page.desk.case("acme").promise
    assert (promise.words, promise.latest) == ("after the board meets", date(2026, 12, 10))
    assert not when.isVisible()
    assert "best" in page.decision.read_back.accessibleName()


def test_a_date_may_be_left_open(page, qtbot):
    type_into(qtbot, page.decision.field, "after the board meets")
    page.decision.contact.setFocus()
    assert page.decision.when.isVisible()
    page.decision.when.field.setFocus()
    qtbot.keyClick(page.decision.when.field, Qt.Key.Key_0, CTRL)
    assert not page.decision.when.isVisible()
    assert page.desk.case("acme").promise.latest is None
    page.show_interview("acme")
    assert not page.decision.when.isVisible()


def test_permission_is_chosen_with_the_arrow_keys(page, qtbot):
    page.decision.may_i.cell(Permission.NOT_ASKED.value).setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert page.desk.case("acme").interview.permission is Permission.NO


def test_an_interview_without_people_asks_who_was_there(qtbot, qapp, desk):
    page = shown(qtbot, qapp, desk)
    assert page.sheet.who.hasFocus()
    assert not page.write.isEnabled()
    page.sheet.who.insertPlainText("Hong Nguyen, Tomáš Řehák")
    qtbot.keyClick(page.sheet.who, Qt.Key.Key_Return)
    assert [each.name for each in desk.case("acme").interviewers] == ["Hong Nguyen", "Tomáš Řehák"]
    qtbot.waitUntil(field(page).hasFocus)
    assert page.write.text() == "Write 2 cards"


@pytest.mark.parametrize(("size", "pixels"), list(itertools.product([(560, 320), (868, 500), (1208, 700)], [13, 26])))
def test_the_caret_stays_in_sight_and_no_words_are_cut(qtbot, qapp, desk, size, pixels):
    before = qapp.font()
    font = qapp.font()
    font.setPixelSize(pixels)
    qapp.setFont(font)
    try:
        page = shown(qtbot, qapp, desk, HONG, TOMAS)
        page.setMinimumSize(1, 1)  # as in the window, which is never held open by its page
        page.resize(*size)
        QApplication.processEvents()
        for target in (field(page, Box.PROMISED), page.decision.field, page.decision.contact):
            target.setFocus()
            QApplication.processEvents()
            spot = target.mapTo(page._scroll.viewport(), target.rect().center())
            assert page._scroll.viewport().rect().contains(spot)
        for made in (page.write, page._later, page.decision.contact, page.decision.may_i):
            assert made.width() >= made.sizeHint().width()
    finally:
        qapp.setFont(before)
        look.apply(qapp, "light")
