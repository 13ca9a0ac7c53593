"""What menus, keys and bars offer: only what can be done now, each key once, and an undo that means what it says."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QScrollArea

from followup_desktop import shipped
from followup_desktop.core import changes
from followup_desktop.core.agenda import Does
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Me
from followup_desktop.core.words import Words
from followup_desktop.ui import look
from followup_desktop.ui.about import About
from followup_desktop.ui.actions import MENUS
from followup_desktop.ui.done_words import FACTS, done_words
from followup_desktop.ui.help_pages import HelpPage
from followup_desktop.ui.interview_page import InterviewPage
from followup_desktop.ui.window import Window, key_of

INVITATION = Path(__file__).parents[1] / "walk" / "invitation.ics"


@pytest.fixture
def window(qtbot, qapp, told):
    """The window on the story of the design's pictures, with the main page in front."""
    look.apply(qapp, "light")
    made = Window(told, shipped.writer, shipped.stocks)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    told.background.close()
    look.apply(qapp, "light")


def bars(window):
    return [bar.accessibleName() for bar in window.bars.bars() if not bar.is_gone()]


def can(window, name):
    return window.actions_by_name[name].isEnabled()


# Keys


def test_no_key_stands_twice_in_the_menus():
    keys = [act.key for _, acts in MENUS for act in acts if act.key]
    assert len(keys) == len(set(keys))


def test_no_letter_stands_twice_in_a_menu(window):
    for menu in window.menuBar().findChildren(QMenu):
        letters = [text[text.index("&") + 1].casefold() for text in (act.text() for act in menu.actions()) if "&" in text]
        assert len(letters) == len(set(letters)), menu.title()


def test_no_page_has_a_key_of_the_menus(window):
    keys = {action.shortcut().toString() for action in window.actions_by_name.values()} - {""}
    for name, show in window.tour():
        show()
        own = {key_of(shortcut) for shortcut in window.page.findChildren(QShortcut)}
        assert not own & keys, name


def test_a_question_in_a_bar_leaves_its_keys_to_the_debrief(window):
    answered = []
    bar = window.bars.ask("Which of these is you?", "", [("a", "A"), ("b", "B")], answered.append)
    assert all(shortcut.isEnabled() for shortcut in bar.findChildren(QShortcut))
    window.debrief("acme")
    assert not any(shortcut.isEnabled() for shortcut in bar.findChildren(QShortcut))
    window.go_back()
    assert all(shortcut.isEnabled() for shortcut in bar.findChildren(QShortcut))


def test_f6_goes_from_area_to_area_and_round(window):
    window.main.choose("acme")
    window.activateWindow()
    window.main.search.setFocus()
    seen = []
    for _ in range(5):
        window.actions_by_name["area"].trigger()
        seen.append(QApplication.focusWidget())
    header, strip, listed, calendar = window.main.header, window.strip, window.main.list, window.main.calendar
    for area, widget in zip((strip, listed, calendar, header, strip), seen, strict=True):
        assert area.isAncestorOf(widget), (area, widget)


def test_escape_empties_the_search_before_it_means_back(window, qtbot):
    window.activateWindow()
    window.actions_by_name["find"].trigger()
    qtbot.keyClicks(window.main.search, "glo")
    qtbot.keyClick(window.main.search, Qt.Key.Key_Escape)
    assert window.main.search.text() == ""


def test_ctrl_j_presses_the_next_button_on_a_page_with_a_strip(window):
    assert window.strip.button.text() == "Write cards"
    window.actions_by_name["next_step"].trigger()
    assert window.page.interview == "acme"
    window.debrief("acme")
    assert not can(window, "next_step")


# What can be done


def test_acts_on_an_interview_are_offered_only_where_one_is_chosen(window):
    window.main.list.choose("")
    assert not any(can(window, name) for name in ("edit", "cancel", "delete", "add_person", "kit", "print"))
    window.main.choose("globex")
    assert all(can(window, name) for name in ("edit", "cancel", "delete", "add_person", "kit", "print"))


def test_acts_on_a_card_are_offered_only_at_a_card(window):
    assert not any(can(window, name) for name in ("save_pdf", "posted", "take_back"))
    window.open_card("acme", "tomas")
    assert all(can(window, name) for name in ("save_pdf", "posted", "take_back"))


def test_undo_is_offered_when_there_is_something_and_says_what(window):
    undo, redo = window.actions_by_name["undo"], window.actions_by_name["redo"]
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    window.forms.cancel_interview("globex")
    assert undo.isEnabled()
    assert undo.text() == "&Undo: Cancel Globex"
    undo.trigger()
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)
    assert redo.text() == "&Redo: Cancel Globex"


def test_a_cancelled_interview_is_taken_up_again_by_the_same_entry(window):
    window.open_interview("globex")
    window.actions_by_name["cancel"].trigger()
    assert window.actions_by_name["cancel"].text() == "Take it up &again"
    window.actions_by_name["cancel"].trigger()
    assert not window.desk.case("globex").interview.cancelled


def test_the_look_that_was_chosen_is_ticked_and_kept(window):
    window.actions_by_name["dark"].trigger()
    ticked = [name for name in ("light", "dark", "system") if window.actions_by_name[name].isChecked()]
    assert ticked == ["dark"]
    assert window.desk.settings.get("look", "") == "dark"


# Bars


def test_a_bar_says_what_is_so_now(window):
    window.forms.cancel_interview("globex")
    assert bars(window) == ["Globex is cancelled."]
    window.forms.cancel_interview("globex")
    assert bars(window) == ["Globex is taken up again."]
    window.forms.delete_interview("globex")
    assert bars(window) == ["Globex is deleted, with its notes."]


def test_every_fact_belongs_to_a_label_that_some_change_has(told):
    case = told.case("acme")
    hong = case.person("hong")
    made = (
        changes.interview_edited(case.interview, changes.with_cancelled(case.interview, cancelled=True)),
        changes.interview_removed(case),
        changes.person_left_out(case, hong),
        changes.person_added(case, hong),
    )
    for change in made:
        assert change.label.text in FACTS
        assert done_words(change, told.today()).endswith(".")


def test_the_undo_bar_leaves_when_something_else_is_done(window):
    window.forms.cancel_interview("globex")
    window.desk.do(changes.outcome_set(window.desk.case("initech"), "rejected", window.desk.today()))
    assert bars(window) == []


def test_the_undo_bar_leaves_when_the_key_has_taken_the_change_back(window):
    window.forms.cancel_interview("globex")
    window.actions_by_name["undo"].trigger()
    assert bars(window) == []
    assert not window.desk.case("globex").interview.cancelled


def test_what_comes_back_is_the_chosen_interview_again(window):
    window.main.choose("globex")
    window.actions_by_name["delete"].trigger()
    assert window.main.interview is None
    window.actions_by_name["undo"].trigger()
    assert window.main.interview == "globex"


def test_a_page_whose_interview_is_gone_is_left(window):
    acme = window.desk.case("acme")
    window.open_interview("acme")
    window.open_card("acme", "hong")
    window.desk.do(changes.interview_removed(acme))
    assert window.page is window.main
    window.go_back()
    assert window.page is window.main


def test_the_samples_bar_waits_uncounted_behind_the_others(qtbot, qapp, told):
    look.apply(qapp, "light")
    window = Window(told, shipped.writer, shipped.stocks, is_sample=True)
    qtbot.addWidget(window)
    window.show()
    window.forms.cancel_interview("globex")
    (_, undo) = window.bars.bars()
    assert "more" not in undo._words.text()
    window.show_problem(Problem(Words("The disk is full.")))
    (_, undo, fault) = window.bars.bars()
    assert "and 1 more" in fault._words.text()
    told.background.close()


# The kit


def test_the_kit_that_next_asks_for_is_saved_and_opened(window, qtbot, tmp_path, monkeypatch):
    target, opened = tmp_path / "kit.pdf", []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    window._do(Does.KIT, "hallbrueck", "")
    qtbot.waitUntil(lambda: bool(window.bars.bars()), timeout=10_000)
    with pypdfium2.PdfDocument(target) as document:
        text = document[0].get_textpage().get_text_range()
    assert "Jonas Weidmann" in text
    (bar,) = window.bars.bars()
    assert bar.accessibleName() == "“kit.pdf” is ready to print: 2 envelopes, 2 spare, one pocket sheet, blank cards."
    bar.answers["open"].click()
    assert opened == [str(target)]


def test_a_kit_that_cannot_be_saved_is_one_sentence(window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "kit.pdf"), ""))
    window.actions_by_name["kit"].setEnabled(True)
    window.save_kit("hallbrueck")
    qtbot.waitUntil(lambda: bool(window.bars.bars()), timeout=10_000)
    (bar,) = window.bars.bars()
    assert bar.kind == "error"


def test_the_window_closes_while_the_kit_is_being_made(window, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "kit.pdf"), ""))
    window.save_kit("hallbrueck")
    assert window.close()
    window.desk.background.close()
    QApplication.processEvents()
    assert not (tmp_path / "kit.pdf").exists()


# Bringing in


def test_text_that_is_dropped_opens_the_form_with_it(window, monkeypatch):
    texts = []
    monkeypatch.setattr(window.forms, "new_interview", lambda *, text: texts.append(text))
    data = QMimeData()
    data.setText("Globex data engineer, Thu 14:00")
    place, buttons = QPointF(9, 9), Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, Qt.KeyboardModifier.NoModifier))
    assert texts == ["Globex data engineer, Thu 14:00"]


def test_a_calendar_file_that_is_pasted_is_brought_in(window):
    window.desk.do(changes.me_set(window.desk.me(), Me(name="Robin", emails=("robin@ashworth.example",))))
    QApplication.clipboard().setText(INVITATION.read_text("utf-8"))
    known = len(window.desk.people())
    window.paste()
    assert len(window.desk.people()) > known


def test_files_that_are_opened_from_the_menu_are_brought_in(window, monkeypatch):
    window.desk.do(changes.me_set(window.desk.me(), Me(name="Robin", emails=("robin@ashworth.example",))))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(INVITATION)], ""))
    known = len(window.desk.people())
    window.actions_by_name["open_file"].trigger()
    assert len(window.desk.people()) > known


def test_a_web_address_that_is_dropped_is_no_file(window, monkeypatch):
    texts = []
    monkeypatch.setattr(window.forms, "new_interview", lambda *, text: texts.append(text))
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/invite.ics")])
    place, buttons = QPointF(9, 9), Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, Qt.KeyboardModifier.NoModifier))
    assert texts == ["https://example.org/invite.ics"]


# Help, and going


@pytest.mark.parametrize("name", ["tips", "keys", "where", "releases"])
def test_help_opens_and_esc_closes_it(window, qtbot, name):
    window.actions_by_name[name].trigger()
    (page,) = window.findChildren(HelpPage)
    qtbot.waitExposed(page)
    scrolls = page.findChild(QScrollArea).verticalScrollBar().maximum() > 0
    assert scrolls is (name == "keys")
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(HelpPage))


def test_about_opens_and_esc_closes_it(window, qtbot):
    window.actions_by_name["about"].trigger()
    (about,) = window.findChildren(About)
    qtbot.waitExposed(about)
    qtbot.keyClick(about, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(About))


def test_going_back_from_an_interview_leads_to_the_list(window, qtbot):
    window.open_interview("initech")
    assert isinstance(window.page, InterviewPage)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.page is window.main


def test_the_window_comes_back_where_it_was(window, qtbot):
    window.resize(641, 523)
    window.close()
    again = Window(window.desk, shipped.writer, shipped.stocks)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (641, 523)


# A full disk


@pytest.fixture
def full(notebook, monkeypatch):
    """Makes the disk full, or makes room again."""
    apply = notebook.apply

    def refuse(_change):
        raise Problem(Words("The disk is full. What was saved before is safe."))

    return lambda is_full: monkeypatch.setattr(notebook, "apply", refuse if is_full else apply)


def typed(window, qtbot, text):
    """Type into the debrief of Acme, and leave it before it is saved."""
    window.debrief("acme")
    field = window.page.boxes["enjoyed"].field
    qtbot.waitUntil(field.hasFocus)
    field.setPlainText(f"{field.toPlainText()}\n{text}")
    window.go_back()


def test_words_that_are_not_on_disk_are_never_called_saved(window, qtbot, full):
    full(True)
    typed(window, qtbot, "she likes short walks")
    qtbot.waitUntil(lambda: "Not saved yet" in window.status.accessibleName())
    (bar,) = window.bars.bars()
    assert list(bar.answers) == ["again"]
    assert not window.close()
    full(False)
    bar = next(each for each in window.bars.bars() if "again" in each.answers)
    bar.answers["again"].click()
    qtbot.waitUntil(lambda: "Saved" in window.status.accessibleName())
    assert bars(window) == []
    assert any(note.text == "she likes short walks" for note in window.desk.case("acme").notes)
    assert window.close()


def test_who_wants_to_may_close_and_lose_the_last_words(window, qtbot, full):
    full(True)
    typed(window, qtbot, "she likes short walks")
    assert not window.close()

    def asked():
        return [each for each in window.bars.bars() if "close" in each.answers and not each.is_gone()]

    (bar,) = asked()
    assert "not on disk yet" in bar.accessibleName()
    bar.answers["again"].click()
    assert asked() == []
    qtbot.waitUntil(lambda: len(asked()) == 1)
    assert window.isVisible()
    asked()[0].answers["close"].click()
    qtbot.waitUntil(window.isHidden)
