"""The studio: typed words stay the user's own, every act can be undone, questions and findings are settled in place."""

import time
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from followup_desktop import shipped
from followup_desktop.core import changes
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import (
    LEAVE_OUT,
    Box,
    CardState,
    Interview,
    Level,
    Me,
    Note,
    Origin,
    Person,
    added,
    card_id,
)
from followup_desktop.core.words import Words
from followup_desktop.ui import look
from followup_desktop.ui.studio import StudioPage

FRAME_MS = 16
NOTES = {
    "n1": ("tomas", "he started out repairing church organs", Box.ENJOYED),
    "n2": ("tomas", "his on-call handbook is two pages long", Box.LEARNED),
    "n3": ("tomas", "send my rate limiter write-up", Box.PROMISED),
    "n4": ("ngozi", "she runs the accessibility guild", Box.ENJOYED),
}
PEOPLE = (
    Person(id="tomas", name="Tomáš Řehák", address_as="Tomáš", pronoun="he", company="Acme"),
    Person(id="ngozi", name="Ngozi Okafor", address_as="Ngozi", pronoun="she", company="Acme"),
)


@pytest.fixture
def page(qtbot, qapp, desk):
    """The studio at the card to Tomáš, about whom there are three notes."""
    look.apply(qapp, "light")
    start, end = datetime(2026, 11, 23, 10), datetime(2026, 11, 23, 11, 30)  # noqa: DTZ001  (local wall time is what is kept)
    ids = tuple(each.id for each in PEOPLE)
    acme = Interview(id="acme", company="Acme", role="Platform engineer", start=start, end=end, zone="Europe/London", people=ids)
    notes = [Note(id=key, interview="acme", person=who, text=text, box=box) for key, (who, text, box) in NOTES.items()]
    desk.do(changes.me_set(Me(), Me(name="Robin Ashworth", country="GB")))
    desk.do(added(Words("Add"), *PEOPLE, acme, *notes))
    made = StudioPage(desk, shipped.writer, shipped.stocks)
    qtbot.addWidget(made)
    made.resize(1208, 600)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.show_card("acme", "tomas")
    made.letter_panel.edit.setFocus()
    yield made
    desk.background.close()


def edit(page):
    return page.letter_panel.edit


def texts(page):
    return [each.text for each in edit(page).sentences()]


def at_note(page, note):
    """Put the caret into that note's sentence."""
    number = next(number for number, each in enumerate(edit(page).sentences()) if each.note == note)
    edit(page).put_caret(number)
    return number


def card(page, person="tomas"):
    return page.desk.case("acme").card(person)


def type_at_end(page, qtbot, words):
    cursor = edit(page).textCursor()
    cursor.movePosition(cursor.MoveOperation.EndOfBlock)
    edit(page).setTextCursor(cursor)
    qtbot.keyClicks(edit(page), words)


def test_the_caret_shows_the_note_behind_a_sentence(page):
    at_note(page, "n1")
    assert page.letter_panel.source.text() == "From your note: “he started out repairing church organs”"
    edit(page).put_caret(0)
    assert page.letter_panel.source.text() == "One of the letter’s own sentences."


def test_a_typed_sentence_survives_other_words_and_another_tone(page, qtbot):
    at_note(page, "n1")
    type_at_end(page, qtbot, " My uncle did too.")
    mine = edit(page).current().text
    assert edit(page).current().origin is Origin.YOURS
    before = texts(page)
    page.letter_panel.other_words.click()
    assert mine in texts(page)
    assert texts(page) != before
    page.letter_panel.tone_chosen.emit("formal")
    assert mine in texts(page)
    assert card(page).tone == "formal"
    assert sum(each.note == "n1" for each in edit(page).sentences()) == 1


def test_a_later_note_joins_an_edited_letter(page, qtbot):
    at_note(page, "n2")
    type_at_end(page, qtbot, " Well done.")
    page.finish()
    case = page.desk.case("acme")
    change, note = changes.note_added(case, "tomas", "he taught himself Rust on night shifts", page.desk.now(), Box.ENJOYED)
    page.desk.do(change)
    told = edit(page).sentences()
    assert note.id in [each.note for each in told]
    assert "Well done." in " ".join(each.text for each in told)


def test_a_sentence_is_left_out_by_its_key_and_comes_back_by_undo(page, qtbot):
    before = texts(page)
    number = at_note(page, "n1")
    qtbot.keyClick(edit(page), Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert texts(page) == before[:number] + before[number + 1 :]
    assert next(each for each in page.desk.case("acme").notes if each.id == "n1").answer == LEAVE_OUT
    page.desk.undo()
    assert texts(page) == before
    assert card(page).sentences is None


def test_a_drafted_line_that_was_left_out_stays_out_in_other_words(page, qtbot):
    count = len(texts(page))
    edit(page).put_caret(count - 1)
    assert edit(page).current().note is None
    qtbot.keyClick(edit(page), Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    page.letter_panel.other_words.click()
    assert len(texts(page)) == count - 1


def test_a_sentence_deleted_by_typing_leaves_its_note_out_and_field_undo_brings_both_back(page, qtbot):
    at_note(page, "n1")
    cursor = edit(page).textCursor()
    cursor.select(cursor.SelectionType.BlockUnderCursor)
    edit(page).setTextCursor(cursor)
    qtbot.keyClick(edit(page), Qt.Key.Key_Backspace)
    page.editing.save()
    assert next(each for each in page.desk.case("acme").notes if each.id == "n1").answer == LEAVE_OUT
    edit(page).undo()
    page.editing.save()
    assert next(each for each in page.desk.case("acme").notes if each.id == "n1").answer == ""
    assert card(page).sentences is None


def test_alt_and_arrows_move_a_sentence_with_its_caret(page, qtbot):
    before = texts(page)
    number = at_note(page, "n1")
    qtbot.keyClick(edit(page), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(page)[number : number + 2] == [before[number + 1], before[number]]
    assert edit(page).current().note == "n1"
    qtbot.keyClick(edit(page), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert texts(page) == before


@pytest.mark.parametrize("which", ["note", "own"])
def test_one_sentence_takes_other_words_and_no_other_one_changes(page, which):
    before = texts(page)
    number = at_note(page, "n2") if which == "note" else 0
    edit(page).put_caret(number)
    page.letter_panel.sentence_buttons["other"].click()
    after = texts(page)
    assert after[number] != before[number]
    assert after[:number] + after[number + 1 :] == before[:number] + before[number + 1 :]
    assert edit(page).sentences()[number].origin is not Origin.YOURS


def test_a_question_is_answered_in_place(page, qtbot):
    case = page.desk.case("acme")
    page.desk.do(changes.note_added(case, "tomas", "they moved to weekly releases, loved it", page.desk.now(), Box.LEARNED)[0])
    (asked,) = page.letter_panel.questions
    qtbot.keyClick(edit(page), Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert not page.letter_panel.questions
    page.desk.undo()
    assert len(page.letter_panel.questions) == 1
    assert asked.accessibleName() == page.letter_panel.questions[0].accessibleName()


def found(page, level=None):
    return [words for code, _, words, _ in page.rooms.findings._shown[0]] if level is None else []


def button_of(page, words):
    QApplication.processEvents()
    return next(made for made in page.rooms.findings.findChildren(QPushButton) if made.isVisible() and made.text() == words)


def test_findings_come_while_typing_and_one_press_settles_them(page, qtbot):
    number = at_note(page, "n2")
    type_at_end(page, qtbot, " Is the salary 90k?")
    assert any("Pay never goes on a card" in words for words in found(page))
    button_of(page, "Leave it out").click()
    assert not any("Pay" in words for words in found(page))
    edit(page).put_caret(number - 1)
    type_at_end(page, qtbot, " Thank you, Tomas.")
    button_of(page, "Use “Tomáš”").click()
    assert any(text.endswith("Thank you, Tomáš.") for text in texts(page))
    assert not any("spelt" in words for words in found(page) if "right" not in words)


def test_a_warning_that_was_dismissed_is_not_said_again(page, qtbot):
    type_at_end(page, qtbot, " What a dream job.")
    assert any("dream job" in words for words in found(page))
    next(
        made for made in page.rooms.findings.findChildren(QPushButton) if made.accessibleName() == "Do not say this again"
    ).click()
    type_at_end(page, qtbot, " Really.")
    assert not any("dream job" in words for words in found(page))


def test_words_that_stand_on_another_card_are_underlined(page, qtbot):
    other = page.editing.letters["ngozi"].sentences[0].text
    edit(page).put_caret(0)
    cursor = edit(page).textCursor()
    cursor.select(cursor.SelectionType.BlockUnderCursor)
    cursor.insertText(other)
    assert edit(page).alike()[0] == other.rstrip(".")


def test_a_card_that_was_printed_before_its_notes_changed_says_so(page, desk):
    case = desk.case("acme")
    desk.do(changes.card_marked(case, "tomas", CardState.PRINTED, desk.now(), page.letter().text))
    assert [row.line.words for row in page.people._rows] == ["Printed, to sign and post", "To write"]
    desk.do(changes.note_edited(case.notes[0], "he taught himself Rust on night shifts"))
    assert page.people._rows[0].line.words == "Printed, but the notes have changed since"


def test_a_full_disk_keeps_the_letter_over_a_change_of_person(page, qtbot, monkeypatch):
    apply = page.desk._notebook.apply

    def refuse(_change):
        raise Problem(Words("The disk is full."))

    monkeypatch.setattr(page.desk._notebook, "apply", refuse)
    at_note(page, "n1")
    type_at_end(page, qtbot, " My uncle did too.")
    mine = edit(page).current().text
    page.show_card("acme", "ngozi")
    assert page.is_unsaved()
    assert mine not in texts(page)
    page.show_card("acme", "tomas")
    assert mine in texts(page)
    monkeypatch.setattr(page.desk._notebook, "apply", apply)
    page.finish()
    assert not page.is_unsaved()
    assert mine in [each.text for each in card(page).sentences]


def test_the_newest_letter_is_the_one_on_the_table(page, qtbot):
    type_at_end(page, qtbot, " Every word of it counts")
    qtbot.waitUntil(
        lambda: page.card.last is not None and page.card.last.letter.sentences == edit(page).sentences(), timeout=3000
    )


def test_a_key_costs_less_than_a_frame(page, qtbot):
    costs = []
    type_at_end(page, qtbot, " ")
    for letter in "and I liked it all":
        began = time.process_time()
        qtbot.keyClicks(edit(page), letter)
        costs.append((time.process_time() - began) * 1000)
    assert sorted(costs)[len(costs) // 2] < FRAME_MS


def test_narrow_windows_show_one_room_at_a_time(page, qtbot):
    page.setMinimumSize(1, 1)  # as in the window, which is never held open by its page
    page.resize(560, 300)
    QApplication.processEvents()
    rooms = page.rooms
    shown = []
    for _ in range(3):
        shown.append((rooms._side.isVisible(), rooms._middle.isVisible(), rooms.card.isVisible()))
        qtbot.keyClick(page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert shown == [(False, True, False), (False, False, True), (True, False, False)]
    page.resize(868, 400)
    QApplication.processEvents()
    assert rooms.people_choice.isVisible()
    assert rooms.people_choice.currentText() == "Tomáš Řehák: Drafted, ready to print"


def test_whoever_arranged_the_day_may_get_a_card_too(page, desk):
    erin = Person(id="erin", name="Erin Doyle", address_as="Erin", company="Acme")
    before = desk.case("acme").interview
    desk.do(changes.Change(Words("Add"), ((None, erin), (before, replace(before, arranged_by="erin")))))
    button = page.rooms._arranger_button
    assert button.text() == "A card for Erin"
    button.click()
    assert "erin" in desk.case("acme").interview.people


def test_stops_come_first(page, qtbot):
    type_at_end(page, qtbot, " A dream job, whatever the salary.")
    levels = [each.level for each in page.letter().findings]
    assert page.rooms.findings._shown[0][0][0] == "pay"
    assert levels == sorted(levels, key=lambda each: each is not Level.STOP)
    assert card(page).id == card_id("acme", "tomas")
