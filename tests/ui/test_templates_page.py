"""Letter templates in the real window: a copy is made, broken and mended, and the letters follow; no word is lost."""

import errno
import os
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from followup_desktop import shipped
from followup_desktop.letters.occasions import MESSAGES, OCCASIONS, TONES
from followup_desktop.store import files
from followup_desktop.ui import look, template_shelf
from followup_desktop.ui.studio import StudioPage
from followup_desktop.ui.template_draft import as_though, draft, sample_reader
from followup_desktop.ui.template_fields import MEANINGS, PIECE, WAY
from followup_desktop.ui.template_shelf import built_in, own_key, read
from followup_desktop.ui.templates_page import TemplatesPage
from followup_desktop.ui.window import Window

pytestmark = pytest.mark.slow

WARM = "interview-warm.txt"
OURS = "Thank you, thank you and thank you again {day}."


@pytest.fixture
def window(qtbot, qapp, told):
    """The window on the story, shown, with letters that follow the user's own templates."""
    look.apply(qapp, "light")
    made = Window(told, lambda: shipped.writer_for(told.templates), shipped.stocks)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    told.background.close()


@pytest.fixture
def page(window):
    """The page of templates, opened from Tomáš's card."""
    window.open_card("acme", "tomas")
    window.actions_by_name["templates"].trigger()
    assert isinstance(window.page, TemplatesPage)
    return window.page


def rows(page):
    """What the list says, row by row."""
    model = page.list.rows
    return [model.index(at).data() for at in range(model.rowCount())]


def row(page, name):
    return next(each for each in rows(page) if each.startswith(name))


def on_disk(page, file=WARM):
    return (page.desk.templates.folder / file).read_text("utf-8")


def swap(page, wrong, right):
    """Type `right` in the place of the first `wrong`."""
    page.edit.replace_all(page.edit.words().replace(wrong, right, 1))


def letter(desk, person="tomas"):
    """The card to somebody at Acme as letters are written now."""
    return shipped.writer_for(desk.templates).letter(desk.case("acme"), person, desk.me())


def bar(window, part):
    found = [each for each in window.bars.bars() if part in each.accessibleName() and not each.is_gone()]
    assert found, [each.accessibleName() for each in window.bars.bars()]
    return found[-1]


def only_our_words(page):
    """The copy says thank you in one way only."""
    lines = page.edit.words().split("\n")
    ways = [at for at, line in enumerate(lines) if line.startswith("* ")]
    first = [at for at in ways if at - ways[0] == ways.index(at)]
    page.edit.replace_all("\n".join([*lines[: first[0]], "* " + OURS, *lines[first[-1] + 1 :]]))


# Finding one's way


def test_the_list_holds_every_built_in_template_by_occasion(page):
    assert sum(each.endswith("Built-in.") for each in rows(page)) == len(built_in())
    groups = [each for each in rows(page) if not each.endswith(".")]
    assert groups[0] == "After an interview"
    assert len(groups) == len(set(groups))


def test_a_built_in_template_is_shown_and_cannot_be_typed_into(page, qtbot):
    before = page.edit.words()
    qtbot.keyClicks(page.edit, "x")
    assert page.edit.words() == before == built_in()[WARM]
    assert page.panel.copy_button.isVisible()
    assert not page.panel.delete_button.isVisible()


def test_the_letter_is_to_whoever_was_in_front(page):
    assert page.preview.reader.currentText() == "Tomáš Řehák, Acme"
    assert page.preview.text().startswith("Dear Tomáš,")
    assert page.preview.text().endswith("Robin Ashdown")
    assert "bees" in page.preview.text()


def test_another_reader_and_another_wording_are_a_press_away(page):
    before = page.preview.text()
    page.preview.other_words.click()
    assert page.preview.text() != before
    assert page.preview.text().startswith("Dear Tomáš,")
    page.preview.reader.setCurrentIndex(page.preview.reader.count() - 1)
    page.preview.reader.activated.emit(page.preview.reader.count() - 1)
    assert "(made up)" in page.preview.reader.currentText()
    assert "bees" not in page.preview.text()


def test_without_any_interview_the_sample_is_written_to(qtbot, qapp, desk):
    look.apply(qapp, "light")
    window = Window(desk, shipped.writer, shipped.stocks)
    qtbot.addWidget(window)
    window.show()
    window.open_templates()
    assert "(made up)" in window.page.preview.reader.currentText()
    assert window.page.preview.text().startswith("Dear ")
    desk.background.close()


@pytest.mark.parametrize("occasion", [*OCCASIONS, *MESSAGES])
@pytest.mark.parametrize("tone", TONES)
def test_every_built_in_template_makes_a_letter_for_anybody(told, occasion, tone):
    template = next((t for text in built_in().values() if (t := read(text)[0]).occasion == occasion and t.tone == tone), None)
    if template is None:
        pytest.skip("there is no built-in one")
    case = told.case("acme")
    readers = [sample_reader(told), *(template_shelf_reader(case, person) for person in case.interviewers)]
    for reader in readers:
        made = draft(template, reader, shipped.writer(), told.me(), told.today(), 0)
        assert len(made.text.split()) > 10
        assert not set("{}[]*") & set(made.text)


def template_shelf_reader(case, person):
    from followup_desktop.ui.template_draft import Reader  # noqa: PLC0415

    return Reader(case, person)


# A copy


def test_a_copy_is_made_and_used_from_then_on(page, window):
    page.panel.copy_button.click()
    assert on_disk(page) == built_in()[WARM]
    assert page.current().key == own_key(WARM)
    assert row(page, "After an interview, warm. Warm. Yours") == "After an interview, warm. Warm. Yours, in use."
    assert row(page, "After an interview, warm. Warm. Built") == "After an interview, warm. Warm. Built-in, yours is used."
    assert not page.edit.isReadOnly()
    assert QApplication.focusWidget() is page.edit
    bar(window, "your copy").answers["undo"].click()
    assert page.desk.templates.all() == ()
    assert page.current().key == WARM


def test_letters_follow_what_is_typed_and_the_preview_before_them(page, qtbot):
    page.panel.copy_button.click()
    only_our_words(page)
    assert OURS.replace("{day}", "on Monday") not in letter(page.desk).text
    qtbot.waitUntil(lambda: "thank you again on Monday" in page.preview.text(), timeout=1000)
    qtbot.waitUntil(lambda: OURS in on_disk(page), timeout=3000)
    assert "thank you again on Monday" in letter(page.desk).text


def test_a_broken_copy_never_stops_a_letter_and_mended_it_is_used_again(page, window, qtbot):
    page.panel.copy_button.click()
    only_our_words(page)
    page.finish()
    good = page.preview.text
    qtbot.waitUntil(lambda: "thank you again" in good())
    shown = good()
    swap(page, "Dear {first},", "Dear {frist},")
    qtbot.waitUntil(page.preview.remark.isVisible)
    assert good() == shown
    assert "line 7 has to be mended" in page.preview.remark_words.text()
    (fault,) = page.faults.rows
    assert fault.go.accessibleName() == "Line 7: There is no field “{frist}”; did you mean “{first}”?"
    assert row(page, "After an interview, warm. Warm. Yours").endswith("Yours, line 7 to mend.")
    page.finish()
    assert "{frist}" in on_disk(page)
    made = letter(page.desk)
    assert "thank you again" not in made.text
    assert [each.code for each in made.findings if each.code == "template"] == ["template"]
    fault.fix.click()
    page.finish()
    assert "{first}" in on_disk(page)
    assert "thank you again on Monday" in letter(page.desk).text
    assert page.faults.rows == []
    qtbot.waitUntil(lambda: not page.preview.remark.isVisible())
    window.go_back()
    assert isinstance(window.page, StudioPage)
    assert "thank you again on Monday" in " ".join(each.text for each in window.page.letter().sentences)


def test_a_fault_leads_to_its_word(page, qtbot):
    page.panel.copy_button.click()
    swap(page, "{company}", "{compnay}")
    swap(page, "Dear {first},", "Dear {frist},")
    first, second = page.faults.rows
    page.list.setFocus()
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert page.edit.textCursor().selectedText() == "{compnay}"
    assert QApplication.focusWidget() is page.edit
    first.go.click()
    assert page.edit.textCursor().selectedText() == "{frist}"
    qtbot.keyClick(page.edit, Qt.Key.Key_F8)
    assert page.edit.textCursor().selectedText() == "{compnay}"
    qtbot.keyClick(page.edit, Qt.Key.Key_F8)
    assert page.edit.textCursor().selectedText() == "{frist}"


def test_a_copy_taken_back_after_typing_loses_no_word(page, window):
    page.panel.copy_button.click()
    only_our_words(page)
    page.finish()
    page.list.setFocus()
    window.undo()
    assert page.desk.templates.all() == ()
    window.undo()
    assert OURS in on_disk(page)


def test_back_to_the_built_in_is_taken_back_by_the_undo_key(page, window):
    page.panel.copy_button.click()
    only_our_words(page)
    page.panel.back_button.click()
    assert page.current().key == WARM
    assert page.desk.templates.all() == ()
    assert window.actions_by_name["undo"].isEnabled()
    page.list.setFocus()
    window.undo()
    assert page.current().key == own_key(WARM)
    assert OURS in on_disk(page)
    assert OURS in page.edit.words()


def test_a_template_is_deleted_without_a_question_and_put_back(page, window, qtbot):
    page.panel.copy_button.click()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert page.desk.templates.all() == ()
    bar(window, "is deleted").answers["undo"].click()
    assert on_disk(page) == built_in()[WARM]
    assert page.current().key == own_key(WARM)


def test_del_never_deletes_what_is_built_in(page, qtbot):
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert page.current().key == WARM


# A new one


def test_a_new_template_stands_for_the_chosen_occasion_and_is_right_as_it_is(page, qtbot):
    index = page.list.rows.index_of("rejection-warm.txt")
    page.list.setCurrentIndex(index)
    page.new_button.click()
    here = page.current()
    assert (here.occasion, here.tone, here.is_own, here.faults) == ("rejection", "warm", True, ())
    assert QApplication.focusWidget() is page.panel.called
    qtbot.keyClicks(page.panel.called, "Kindly, after a no")
    qtbot.keyClick(page.panel.called, Qt.Key.Key_Return)
    page.finish()
    assert page.current().key == own_key("kindly-after-a-no.txt")
    assert "name: Kindly, after a no\n" in on_disk(page, "kindly-after-a-no.txt")


def test_a_name_is_taken_back_like_everything_else(page, window, qtbot):
    page.panel.copy_button.click()
    window.actions_by_name["edit"].trigger()
    qtbot.keyClicks(page.panel.called, "Plainly")
    qtbot.keyClick(page.panel.called, Qt.Key.Key_Return)
    assert [each.file for each in page.desk.templates.all()] == ["plainly.txt"]
    bar(window, "It is called “Plainly” now").answers["undo"].click()
    assert page.current().name == "After an interview, warm"
    assert [each.file for each in page.desk.templates.all()] == ["after-an-interview-warm.txt"]


@pytest.mark.parametrize("occasion", [*OCCASIONS, *MESSAGES])
def test_what_a_new_template_begins_as_is_right_for_every_occasion(occasion):
    template, faults = read(template_shelf.fresh("Mine", occasion, "brief"))
    assert faults == ()
    assert (template.name, template.occasion, template.tone) == ("Mine", occasion, "brief")


def test_a_second_new_one_takes_a_tone_that_is_free(page):
    tones = []
    for _ in range(3):
        page.new_button.click()
        tones.append(page.current().tone)
    assert sorted(tones) == sorted(TONES)


def test_occasion_and_tone_are_chosen_beside_the_text(page):
    page.panel.copy_button.click()
    page.panel.tone.setCurrentIndex(page.panel.tone.findData("brief"))
    page.panel.tone.activated.emit(0)
    page.panel.occasion.setCurrentIndex(page.panel.occasion.findData("referral"))
    page.panel.occasion.activated.emit(0)
    assert "\noccasion: referral\ntone: brief\n" in page.edit.words()
    assert (page.current().occasion, page.current().tone) == ("referral", "brief")
    page.edit.undo()
    assert "\noccasion: interview\n" in page.edit.words()
    assert page.panel.occasion.currentData() == "interview"


def test_of_two_for_the_same_the_first_is_used_and_the_other_says_so(page):
    page.panel.copy_button.click()
    page.desk.templates.add("zz", built_in()[WARM])
    page.following.look()
    assert "After an interview, warm. Warm. Yours, another one is used." in rows(page)


# Fields and ways


def test_every_field_has_a_button_with_its_meaning(page):
    page.panel.copy_button.click()
    for name, made in page.panel.fields.buttons.items():
        assert made.isVisible()
        assert made.toolTip()
        if name in MEANINGS:
            assert MEANINGS[name] in made.toolTip()
            assert MEANINGS[name] in made.accessibleName()


def test_a_field_goes_where_the_caret_is_and_one_that_stands_alone_below_it(page):
    page.panel.copy_button.click()
    page.edit.load("---\nname: x\n---\nDear ,\n", read_only=False)
    cursor = page.edit.textCursor()
    cursor.setPosition(len("---\nname: x\n---\nDear "))
    page.edit.setTextCursor(cursor)
    page.panel.fields.buttons["first"].click()
    assert page.edit.words() == "---\nname: x\n---\nDear {first},\n"
    page.panel.fields.buttons["details"].click()
    assert page.edit.words() == "---\nname: x\n---\nDear {first},\n{details}\n"
    page.edit.undo()
    assert page.edit.words() == "---\nname: x\n---\nDear {first},\n"


def test_another_way_makes_stars_of_both_lines(page):
    page.panel.copy_button.click()
    page.edit.load("Thank you.\n", read_only=False)
    page.panel.fields.buttons[WAY].click()
    page.edit.insertPlainText("Many thanks.")
    assert page.edit.words() == "* Thank you.\n* Many thanks.\n"


def test_brackets_go_around_what_is_selected(page):
    page.panel.copy_button.click()
    page.edit.load("Thank you for your time about the {role} position.\n", read_only=False)
    page.edit.go_to(1, " about the {role} position")
    page.panel.fields.buttons[PIECE].click()
    assert page.edit.words() == "Thank you for your time[ about the {role} position].\n"


def test_letters_beyond_the_first_plane_and_fixed_spaces_stay_what_they_are(page):
    page.panel.copy_button.click()
    swap(page, "Dear {first},", "😀😀 Dear\u00a0{frist}, 🎉")
    page.faults.rows[0].go.click()
    assert page.edit.textCursor().selectedText() == "{frist}"
    page.faults.rows[0].fix.click()
    page.finish()
    assert "\n😀😀 Dear\u00a0{first}, 🎉\n" in on_disk(page)


def test_another_scheme_changes_colours_and_no_words(page, qapp):
    page.panel.copy_button.click()
    page.finish()
    told = []
    page.edit.edited.connect(lambda: told.append(1))
    look.apply(qapp, "dark")
    QApplication.sendPostedEvents()
    look.apply(qapp, "light")
    QApplication.sendPostedEvents()
    assert told == []
    page.edit.insertPlainText("x")
    assert told == [1]


# Keeping


def test_typing_is_on_disk_soon_and_before_another_template_is_shown(page, qtbot):
    page.panel.copy_button.click()
    page.edit.go_to(7)
    qtbot.keyClicks(page.edit, " hello")
    qtbot.waitUntil(lambda: "hello" in on_disk(page), timeout=3000)
    qtbot.keyClicks(page.edit, " again")
    page.list.setCurrentIndex(page.list.rows.index_of("rejection-warm.txt"))
    assert "hello again" in on_disk(page)


def test_a_full_disk_loses_no_word_and_says_so(page, window, monkeypatch):
    page.panel.copy_button.click()
    page.finish()

    def full(*_):
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(files.os, "write", full)
        swap(page, "Dear {first},", "Dearest {first},")
        page.finish()
        assert page.is_unsaved()
        told = bar(window, "The disk is full")
        page.list.setCurrentIndex(page.list.rows.index_of("rejection-warm.txt"))
        page.list.setCurrentIndex(page.list.rows.index_of(own_key(WARM)))
        assert "Dearest {first}," in page.edit.words()
        window.close()
        assert window.isVisible()
    assert "Dearest" not in on_disk(page)
    told.answers["again"].click()
    window.finish()
    assert "Dearest {first}," in on_disk(page)
    assert not page.is_unsaved()


def test_a_copy_that_cannot_be_made_changes_nothing(page, window, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as patch:
        patch.setattr(files.os, "write", full)
        page.panel.copy_button.click()
    bar(window, "The disk is full")
    assert page.current().key == WARM
    assert page.edit.isReadOnly()


def test_too_long_a_template_is_kept_and_said(page, window):
    page.panel.copy_button.click()
    page.edit.replace_all(page.edit.words() + "x" * 20_000)
    page.finish()
    assert page.is_unsaved()
    bar(window, "at most 20 kB")
    page.edit.undo()
    page.finish()
    assert not page.is_unsaved()


def changed_elsewhere(page, text, file=WARM):
    time.sleep(0.02)  # the finest clock that a file system has
    (page.desk.templates.folder / file).write_text(text, "utf-8")


def test_what_another_program_changes_is_followed_and_can_be_taken_back(page, window):
    page.panel.copy_button.click()
    mine = page.edit.words()
    theirs = mine.replace("Dear {first},", "Hello {first},")
    changed_elsewhere(page, theirs)
    page.following.look()
    assert page.edit.words() == theirs
    bar(window, "Another program has changed")
    page.edit.undo()
    page.finish()
    assert on_disk(page) == mine


@pytest.mark.parametrize(("answer", "greeting"), [("mine", "Dearest {first},"), ("theirs", "Hello {first},")])
def test_a_change_on_both_sides_is_asked_about(page, window, answer, greeting):
    page.panel.copy_button.click()
    text = page.edit.words()
    swap(page, "Dear {first},", "Dearest {first},")
    changed_elsewhere(page, text.replace("Dear {first},", "Hello {first},"))
    page.finish()
    assert "Hello {first}," in on_disk(page)
    assert page.is_unsaved()
    bar(window, "has changed").answers[answer].click()
    page.finish()
    assert greeting in on_disk(page)
    assert greeting in page.edit.words()
    assert not page.is_unsaved()
    page.edit.undo()
    assert "Hello" not in page.edit.words()


def test_what_another_program_deletes_can_be_put_back(page, window):
    page.panel.copy_button.click()
    (page.desk.templates.folder / WARM).unlink()
    page.following.look()
    assert page.current().key == WARM
    bar(window, "has deleted").answers["undo"].click()
    assert on_disk(page) == built_in()[WARM]


@pytest.mark.parametrize(("data", "part"), [(b"\xff\xfe\x00", "not plain text"), (b"x" * 30_000, "longer than 20 kB")])
def test_a_file_that_cannot_be_read_is_listed_with_its_reason(page, data, part):
    page.panel.copy_button.click()
    (page.desk.templates.folder / "rejection-warm.txt").write_bytes(data)
    page.following.look()
    key = own_key("rejection-warm.txt")
    assert page.list.rows.index_of(key).data().endswith("Yours, cannot be read.")
    page.list.setCurrentIndex(page.list.rows.index_of(key))
    words = [each.text() for each in page.faults.findChildren(QLabel)]
    assert any(part in each for each in words)
    assert page.edit.isReadOnly()
    assert not page.panel.back_button.isVisible()
    assert not page.panel.delete_button.isVisible()
    assert page.preview.remark.isVisible()
    assert page.preview.text()
    assert letter(page.desk).text


# By keyboard, in any size


def test_the_status_line_counts_the_users_own_and_what_has_to_be_mended(page, window):
    page.panel.copy_button.click()
    assert window.status.accessibleName().endswith("1 template of your own")
    swap(page, "Dear {first},", "Dear {frist},")
    assert window.status.accessibleName().endswith("1 template of your own, 1 to mend")


def test_a_message_shows_its_subject(page):
    page.list.setCurrentIndex(page.list.rows.index_of("follow-up-warm.txt"))
    assert page.preview.text().startswith("Subject: ")
    assert "\n\nDear Tomáš," in page.preview.text()


def test_everything_has_a_name_and_is_reached_by_tab(page, qtbot):
    page.panel.copy_button.click()
    swap(page, "Dear {first},", "Dear {frist},")
    QApplication.sendPostedEvents()
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(60):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is page.list:
            break
    fault = page.faults.rows[0]
    wanted = [
        page.panel.called,
        page.panel.back_button,
        page.panel.delete_button,
        page.panel.occasion,
        page.panel.tone,
        *page.panel.fields.buttons.values(),
        page.edit,
        fault.go,
        fault.fix,
        page.preview.reader,
        page.preview.other_words,
        page.preview.letter,
    ]
    assert [each for each in seen if each in wanted] == wanted
    inside = [each for each in seen if page.isAncestorOf(each)]
    assert not [each for each in inside if not (each.accessibleName() or (isinstance(each, QAbstractButton) and each.text()))]


def test_f6_goes_through_the_areas(page, window, qtbot):
    page.panel.copy_button.click()
    swap(page, "Dear {first},", "Dear {frist},")
    QApplication.sendPostedEvents()
    page.list.setFocus()
    seen = []
    for _ in range(8):
        window.actions_by_name["area"].trigger()
        focused = QApplication.focusWidget()
        areas = page.areas()
        seen.append(next((n for n, area in enumerate(areas) if area is focused or area.isAncestorOf(focused)), -1))
    assert seen[:3] == [1, 2, 3]
    assert 0 in seen


def test_the_arrow_keys_choose_as_soon_as_the_page_is_there(page, qtbot):
    assert QApplication.focusWidget() is page.list
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.current().key == "interview-formal.txt"
    assert page.edit.words() == built_in()["interview-formal.txt"]
    assert page.preview.text().startswith("Dear Tomáš,")


def test_enter_goes_from_the_list_into_the_text_and_f2_to_the_name(page, qtbot):
    page.panel.copy_button.click()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.edit
    qtbot.keyClick(page.edit, Qt.Key.Key_F2)
    assert QApplication.focusWidget() is page.panel.called
    assert page.panel.called.selectedText() == "After an interview, warm"


@pytest.mark.parametrize(("size", "font"), [((1240, 800), 13), ((900, 600), 13), ((560, 400), 13), ((1240, 800), 26)])
def test_nothing_is_squeezed_out_of_sight(page, window, qtbot, qapp, size, font):
    before = qapp.font()
    large = qapp.font()
    large.setPixelSize(font)
    qapp.setFont(large)
    try:
        window.resize(*size)
        page.panel.copy_button.click()
        QApplication.sendPostedEvents()
        for name in ("list", "text", "letter"):
            page.rooms.show_tab(name)
            qtbot.wait(20)
            for part in (page.list, page.edit, page.preview.letter):
                if part.isVisible():
                    assert part.height() >= look.px(60)
                    assert part.width() >= look.px(140)
        buttons = [each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.text()]
        cut = [each.text() for each in buttons if each.width() < each.minimumSizeHint().width()]
        assert not cut
    finally:
        qapp.setFont(before)


def test_ctrl_tab_turns_the_tabs_of_a_small_window(page, window, qtbot):
    window.resize(560, 400)
    QApplication.sendPostedEvents()
    assert page.rooms.tabs.isVisible()
    seen = []
    for _ in range(3):
        seen.append([part.isVisible() for part in (page.list, page.edit, page.preview)])
        next(each for each in page.findChildren(QShortcut) if each.key().toString() == "Ctrl+Tab").activated.emit()
    assert seen == [[False, True, False], [False, False, True], [True, False, False]]


def test_as_though_leaves_everything_else_of_a_case_alone(told):
    case = told.case("acme")
    for occasion in (*OCCASIONS, *MESSAGES):
        changed = as_though(case, "tomas", occasion)
        assert (changed.notes, changed.people, changed.cards) == (case.notes, case.people, case.cards)


def test_own_templates_are_private(page):
    page.panel.copy_button.click()
    path = page.desk.templates.folder / WARM
    assert path.stat().st_mode & 0o777 == 0o600 or os.name != "posix"
