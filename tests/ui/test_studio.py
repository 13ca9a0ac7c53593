"""The studio: typed words stay the user's own, every act can be undone, questions and findings are settled in place."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from followup_desktop import shipped
from followup_desktop.core import changes
from followup_desktop.core.agenda import Does
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import (
    LEAVE_OUT,
    Box,
    CardState,
    Choice,
    Finding,
    Interview,
    Level,
    Me,
    Note,
    Origin,
    Person,
    Question,
    added,
    card_id,
)
from followup_desktop.core.words import Words
from followup_desktop.letters.spelling import find, usual_folders
from followup_desktop.ui import card_words, look
from followup_desktop.ui.card_ruler import RulerForm, screen_dpi
from followup_desktop.ui.note_preview import Preview
from followup_desktop.ui.studio import StudioPage

NOTES = {
    "n1": ("tomas", "he started out repairing church organs", Box.ENJOYED),
    "n2": ("tomas", "his team ships every Friday", Box.LEARNED),
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


def test_other_words_and_the_next_card_have_keys(page, qtbot):
    before = texts(page)
    number = at_note(page, "n2")
    qtbot.keyClick(edit(page), Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert [at for at, (old, new) in enumerate(zip(before, texts(page), strict=True)) if old != new] == [number]
    everywhere = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(edit(page), Qt.Key.Key_R, everywhere)
    assert card(page).variant == 1
    qtbot.keyClick(edit(page), Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert page.person == "ngozi"
    qtbot.keyClick(edit(page), Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert page.person == "tomas"


def test_a_screen_reader_hears_the_note_behind_the_sentence(page):
    at_note(page, "n2")
    assert edit(page).accessibleDescription() == "From your note: “his team ships every Friday”"


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
    type_at_end(page, qtbot, " We talked about 90k a year.")
    assert any("Pay never goes on a card" in words for words in found(page))
    button_of(page, "Leave it out").click()
    assert not any("Pay" in words for words in found(page))
    edit(page).put_caret(number - 1)
    type_at_end(page, qtbot, " Thank you, Tomas.")
    button_of(page, "Use “Tomáš”").click()
    assert any(text.endswith("Thank you, Tomáš.") for text in texts(page))
    assert not any("spelt" in words for words in found(page) if "right" not in words)


@pytest.mark.parametrize(("fix", "button"), [("I liked it all.", "Change it"), ("", "Leave it out")])
def test_a_finding_that_carries_its_sentence_is_settled_by_one_press(page, fix, button):
    before = texts(page)
    finding = Finding(Level.WARNING, "anything", Words("Look at this."), 0, fix)
    (made,) = card_words.fixes(finding, "")
    assert made.words == button
    page.rooms.findings.fix_wanted.emit(finding, made)
    assert texts(page) == ([fix, *before[1:]] if fix else before[1:])
    page.desk.undo()
    assert texts(page) == before


def test_a_word_that_no_dictionary_has_is_spelt_or_added_to_the_users_own(page, qtbot):
    pytest.importorskip("hunspell", reason="the extra `spelling` is not installed")
    if find("en_GB", usual_folders()) is None:
        pytest.skip("no Hunspell dictionary of en_GB on this computer")
    page.desk.do(changes.me_set(page.desk.me(), replace(page.desk.me(), locale="en_GB")))
    at_note(page, "n2")
    type_at_end(page, qtbot, " I liked the kolour of the flumbery.")
    qtbot.waitUntil(lambda: sum("not in the dictionary" in words for words in found(page)) == 2, timeout=5000)
    button_of(page, "Use “colour”").click()
    assert any("the colour of the flumbery" in text for text in texts(page))
    button_of(page, "Add to my words").click()
    qtbot.waitUntil(lambda: not any("not in the dictionary" in words for words in found(page)), timeout=5000)
    assert page.desk.settings.get("words", []) == ["flumbery"]


def test_a_template_with_a_fault_opens_the_templates(page, qtbot):
    finding = Finding(Level.WARNING, "template", Words("Line 3 of “mine.txt” has an unknown field."))
    (made,) = card_words.fixes(finding, "")
    assert made.words == "Open templates"
    with qtbot.waitSignal(page.templates_wanted):
        page.rooms.findings.fix_wanted.emit(finding, made)


def test_a_question_ends_in_its_own_words_for_leaving_out(qtbot):
    shown = Preview()
    qtbot.addWidget(shown)
    choices = (Choice("yes", Words("Yes, {name}", {"name": "Hong"})), Choice(LEAVE_OUT, Words("Somebody else")))
    shown.ask(Question("n1", Words("Is “Hon” Hong?"), choices))
    assert [made.text() for _, made in shown.buttons] == ["Yes, Hong", "Somebody else"]
    with qtbot.waitSignal(shown.answered) as answered:
        shown.press(0)
    assert answered.args == [LEAVE_OUT]


def test_how_far_a_card_is_changes_while_it_is_typed(page, qtbot):
    assert page.people._rows[0].line.words == "Drafted, ready to print"
    type_at_end(page, qtbot, " What is the salary?")
    assert page.people._rows[0].line.words == "1 thing to fix"
    assert page.desk.case("acme").card("tomas").sentences is None


def test_a_warning_that_was_dismissed_is_not_said_again(page, qtbot):
    type_at_end(page, qtbot, " What a dream job.")
    (words,) = [words for words in found(page) if "dream job" in words]
    row = next(each for each in page.rooms.findings.findChildren(QLabel) if each.text() == words).parentWidget()
    next(made for made in row.findChildren(QPushButton) if made.accessibleName() == "Do not say this again").click()
    type_at_end(page, qtbot, " Really.")
    assert words not in found(page)


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


def add_guest(desk, role, **more):
    """Erin, who arranged the day or referred the user."""
    erin = Person(id="erin", name="Erin Doyle", address_as="Erin", company="Acme")
    before = desk.case("acme").interview
    desk.do(changes.Change(Words("Add"), ((None, erin), (before, replace(before, **{role: "erin"}, **more)))))


@pytest.mark.parametrize("role", ["arranged_by", "referred_by"])
def test_whoever_arranged_the_day_or_referred_the_user_may_get_a_card_too(page, desk, role):
    add_guest(desk, role)
    QApplication.processEvents()
    (made,) = [each for each in page.rooms.offers.findChildren(QPushButton) if not each.isHidden()]
    assert made.text() == "A card for Erin"
    made.click()
    assert page.person == "erin"
    assert page.letter().greeting.startswith("Dear Erin")
    assert "erin" not in desk.case("acme").interview.people
    assert [row.line.person for row in page.people._rows] == ["tomas", "ngozi", "erin"]
    assert page.rooms.offers.shown() == ()
    while any(each.person == "erin" for each in desk.case("acme").cards):
        assert desk.undo()
    assert page.person == "tomas"
    assert len(page.rooms.offers.shown()) == 1


@pytest.mark.parametrize(("count", "words"), [(6, ""), (7, "A card for each of these 7 people"), (9, "9 cards are many.")])
def test_for_many_people_one_card_that_names_them_all_is_offered(page, desk, count, words):
    more = [Person(id=f"x{at}", name=f"Person {chr(65 + at)}", company="Acme") for at in range(count - 2)]
    desk.do(added(Words("Add"), *more))
    add_guest(desk, "arranged_by", people=("tomas", "ngozi", *(each.id for each in more)))
    told = page.rooms.one_for_all.shown()
    assert [each.words.startswith(words) for each in told] == ([True] if words else [])
    if told:
        page.rooms.one_for_all.wanted.emit(told[0].person, told[0].occasion)
        assert card(page, "erin").occasion == "everyone"
        assert page.person == "erin"
        assert page.rooms.one_for_all.shown() == ()


def test_the_person_of_the_letter_is_in_sight_among_many(page, desk, qtbot):
    more = [Person(id=f"x{at}", name=f"Person {chr(65 + at)}", company="Acme") for at in range(10)]
    before = desk.case("acme").interview
    after = replace(before, people=(*before.people, *(each.id for each in more)))
    desk.do(changes.Change(Words("Add"), (*((None, each) for each in more), (before, after))))
    page.show_card("acme", "x9")
    row = page.people.current()
    assert row.line.name == "Person J"
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty() and row.visibleRegion().boundingRect().height() == row.height())


def test_the_occasion_is_chosen_beside_the_tone_and_can_be_undone(page, desk):
    choice = page.letter_panel.occasion
    assert choice.currentText() == "After an interview"
    before = texts(page)
    choice.setCurrentIndex(choice.findData("informational"))
    choice.activated.emit(choice.currentIndex())
    assert card(page).occasion == "informational"
    assert choice.currentText() == "After a talk for advice"
    desk.undo()
    assert card(page).occasion == ""
    assert choice.currentText() == "After an interview"
    assert texts(page) == before


def table_is(page, qtbot, thing):
    qtbot.waitUntil(lambda: page.card.last is not None and page.card.last.table.thing == thing, timeout=5000)
    return page.card.last


def test_what_lies_on_the_table_is_chosen_and_stays_for_next_time(page, qtbot):
    wide = {"by-hand": (297.0, 210.0), "envelopes": (162.0, 114.0), "kit": (210.0, 297.0)}
    for thing, size in wide.items():
        page.card.thing_choice.cell(thing).click()
        assert table_is(page, qtbot, thing).size == size
        assert page.desk.settings.get("table", "") == thing
        assert "% of the true size" in page.status_words()
        assert page.card.view.accessibleName()


def test_a_missing_address_is_asked_for_and_typed_beside_its_envelope(page, qtbot):
    page.card.thing_choice.cell("envelopes").click()
    address = page.card.address
    assert address.isVisible()
    assert address._words.text().startswith("The address of Tomáš Řehák is missing")
    address.field.setFocus()
    qtbot.keyClicks(address.field, "14 Mill Lane, Leeds LS1 4AP")
    assert address._words.text() == "Address of Tomáš Řehák"
    page.finish()
    assert page.desk.case("acme").person("tomas").address == "14 Mill Lane, Leeds LS1 4AP"
    page.show_card("acme", "ngozi")
    assert address.text() == ""
    page.desk.undo()  # that the other card was drafted
    page.desk.undo()
    assert page.desk.case("acme").person("tomas").address == ""


def test_too_long_for_the_users_own_writing_is_said_before_ink(page, qtbot):
    page.card.options.length.setValue(200.0)
    page.card.options.distance.setValue(14.0)
    page.card.thing_choice.cell("by-hand").click()
    table_is(page, qtbot, "by-hand")
    assert any("too many for this card" in words for words in found(page))
    page.card.thing_choice.cell("print").click()
    table_is(page, qtbot, "print")
    assert not any("too many for this card" in words for words in found(page))


def test_inside_front_and_back_are_seen_and_larger_smaller_true_size_by_key(page, qtbot):
    table_is(page, qtbot, "print")
    page.card.foot.panels.cell("front").click()
    assert page.card.options.outside.front.isVisible()
    page.card.foot.panels.cell("back").click()
    assert page.card.options.outside.back.isVisible()
    table_is(page, qtbot, "print")
    before = page.card.view.scale()
    qtbot.keyClick(page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert page.card.view.scale() > before
    page.card.foot.zoom.click()
    qtbot.waitUntil(lambda: page.card.view.scale() == 100, timeout=1000)
    table_is(page, qtbot, "print")
    qtbot.waitUntil(lambda: page.status_words().startswith("True size"), timeout=2000)


def test_a_screen_is_measured_with_a_bank_card(page, qtbot, desk):
    form = RulerForm(desk, page.screen(), page)
    qtbot.addWidget(form)
    form.slider.setValue(1200)
    form.accept()
    assert screen_dpi(desk, page.screen()) == 120.0
    assert page.card.view.dpi() == 120.0


def test_stops_come_first(page, qtbot):
    type_at_end(page, qtbot, " A dream job, whatever the salary.")
    levels = [each.level for each in page.letter().findings]
    assert page.rooms.findings._shown[0][0][0] == "pay"
    assert levels == sorted(levels, key=lambda each: each is not Level.STOP)
    assert card(page).id == card_id("acme", "tomas")


def test_the_next_step_is_to_mend_a_card_that_something_stops(page, qtbot):
    assert page.next_step().does is Does.PRINT
    type_at_end(page, qtbot, " I would need a salary of 90k.")
    page.finish()
    step = page.next_step()
    assert step.does is Does.NOTHING
    assert "Pay never goes on a card" in str(step.reason)
