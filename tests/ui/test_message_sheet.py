"""The sheet on which a message is written: drafted, looked over, handed on, noted as sent; nothing typed is lost."""

from email import message_from_bytes, policy
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget

from followup_desktop import shipped
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Channel
from followup_desktop.core.words import Words
from followup_desktop.letters import messages
from followup_desktop.store.notebook import Notebook
from followup_desktop.ui import look
from followup_desktop.ui.message_sheet import MessageSheet


class MailProgram(QObject):
    """Takes mailto links in place of a mail program."""

    def __init__(self):
        super().__init__()
        self.links = []

    @Slot(QUrl)
    def take(self, url):
        self.links.append(bytes(url.toEncoded().data()).decode())


@pytest.fixture
def mail_program():
    made = MailProgram()
    QDesktopServices.setUrlHandler("mailto", made, "take")
    yield made
    QDesktopServices.unsetUrlHandler("mailto")


@pytest.fixture
def open_sheet(qtbot, qapp, told):
    """`open_sheet(interview, person, kind)` gives the sheet, shown."""
    look.apply(qapp, "light")

    def show(interview, person, kind=""):
        sheet = MessageSheet(told, shipped.writer, told.case(interview), person, kind)
        qtbot.addWidget(sheet)
        sheet.show()
        qtbot.waitExposed(sheet)
        sheet.activateWindow()
        qtbot.waitUntil(sheet.isActiveWindow)
        return sheet

    yield show
    told.background.close()


def texts(widget):
    QApplication.processEvents()
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible() and each.text()]


def press(widget, name):
    QApplication.processEvents()
    found = [
        each for each in widget.findChildren(QPushButton) if each.isVisible() and name in (each.text(), each.accessibleName())
    ]
    assert found, name
    found[0].click()


def test_a_follow_up_is_drafted_for_the_person_with_what_is_missing_asked_for(open_sheet):
    sheet = open_sheet("initech", "dana", messages.FOLLOW_UP)
    subject, body = sheet.text.words()
    assert subject == "The DevOps lead position at Initech"
    assert body.startswith("Dear Dana,")
    assert "20 November" in body
    assert "Without an address your mail program asks for it." in texts(sheet)
    assert f"{len(body.split())} words" in texts(sheet)
    assert not any("before" in text for text in texts(sheet))


def test_it_is_handed_to_the_mail_program_as_it_stands_and_the_address_is_kept(open_sheet, told, mail_program, qtbot):
    sheet = open_sheet("initech", "dana", messages.FOLLOW_UP)
    qtbot.keyClicks(sheet.to, "dana@initech.example")
    sheet.hand_over.click()
    (link,) = mail_program.links
    parts = urlsplit(link)
    assert parts.path == "dana@initech.example"
    assert parse_qs(parts.query)["body"] == [sheet.text.words()[1].replace("\n", "\r\n")]
    assert told.case("initech").person("dana").email == "dana@initech.example"
    assert told.case("initech").touches == ()
    assert QApplication.focusWidget() is sheet.sent
    told.undo()
    assert told.case("initech").person("dana").email == ""


def test_what_is_no_address_is_said_and_goes_nowhere(open_sheet, told, qtbot):
    sheet = open_sheet("initech", "dana", messages.FOLLOW_UP)
    qtbot.keyClicks(sheet.to, "dana at initech")
    assert "“dana at initech” is no e-mail address." in texts(sheet)
    assert not sheet.hand_over.isEnabled()
    assert not sheet.save.isEnabled()
    assert sheet.copy.isEnabled()
    sheet.reject()
    assert told.case("initech").person("dana").email == ""


def test_that_it_was_sent_is_a_touch_that_undo_takes_back(open_sheet, told):
    sheet = open_sheet("initech", "dana", messages.FOLLOW_UP)
    sheet.sent.click()
    (touch,) = told.case("initech").touches
    assert (touch.person, touch.kind, touch.on, touch.reason) == ("dana", Channel.EMAIL, told.today(), "")
    assert not sheet.isVisible()
    told.undo()
    assert told.case("initech").touches == ()


def test_too_soon_is_explained_and_wants_a_reason_but_is_not_forbidden(open_sheet, told, qtbot):
    sheet = open_sheet("globex", "pia", messages.FOLLOW_UP)
    assert "They said by Fri 4 Dec, so not before Mon 7 Dec; best Tue 8 Dec." in texts(sheet)
    qtbot.keyClick(sheet.sent, Qt.Key.Key_Space)
    assert told.case("globex").touches == ()
    assert QApplication.focusWidget() is sheet.why.reason
    qtbot.keyClick(sheet.why.reason, Qt.Key.Key_Return)
    assert told.case("globex").touches == ()
    press(sheet, "Leave it")
    assert QApplication.focusWidget() is sheet.sent
    sheet.sent.click()
    qtbot.keyClicks(sheet.why.reason, "she asked me to write")
    qtbot.keyClick(sheet.why.reason, Qt.Key.Key_Return)
    assert [touch.reason for touch in told.case("globex").touches] == ["she asked me to write"]


def test_a_thank_you_e_mail_is_no_touch_and_says_nothing_of_the_card(open_sheet, told, mail_program):
    writer = shipped.writer()
    sheet = open_sheet("acme", "hong", messages.THANK_YOU)
    body = sheet.text.words()[1]
    card = writer.letter(told.case("acme"), "hong", told.me())
    assert "technical writer" in body
    assert not any(sentence.text in body for sentence in card.sentences)
    sheet.hand_over.click()
    sheet.sent.click()
    assert told.case("acme").touches == ()
    assert told.case("acme").card("hong").emailed_on == told.today()
    told.undo()
    assert told.case("acme").card("hong").emailed_on is None


def test_findings_come_while_typing_and_one_press_settles_them(open_sheet, qtbot):
    sheet = open_sheet("initech", "dana", messages.FOLLOW_UP)
    before = sheet.text.words()[1]
    sheet.text.set_body(before.replace("If not, ", "Since I have not heard from you, I am asking again. If not, "))
    assert any("reads as a reproach" in text for text in texts(sheet))
    press(sheet, "Say it kindly")
    assert "heard from you" not in sheet.text.words()[1]
    assert not any("reads as a reproach" in text for text in texts(sheet))
    sheet.text.body.undo()
    assert "heard from you" in sheet.text.words()[1]
    press(sheet, "Do not say this again")
    assert not any("reads as a reproach" in text for text in texts(sheet))


def test_writing_to_another_than_the_right_person_is_told_and_changed_with_one_press(open_sheet):
    sheet = open_sheet("acme", "tomas", messages.FOLLOW_UP)
    assert "Hong Nguyen named the date, so she is the one to ask." in texts(sheet)
    press(sheet, "Write to Hong")
    assert sheet.windowTitle() == "Write to Hong Nguyen"
    assert sheet.text.words()[1].startswith("Dear Hong,")


def test_other_words_and_another_tone_can_be_had_and_taken_back(open_sheet):
    sheet = open_sheet("initech", "dana", messages.FOLLOW_UP)
    first = sheet.text.words()[1]
    press(sheet, "Other words")
    second = sheet.text.words()[1]
    assert second != first
    sheet.tone.cell("formal").click()
    assert sheet.text.words()[1] not in (first, second)
    sheet.text.body.undo()
    sheet.text.body.undo()
    assert sheet.text.words()[1] == first


def test_what_is_typed_is_on_disk_a_second_later(open_sheet, told, qtbot):
    sheet = open_sheet("initech", "dana", messages.FOLLOW_UP)
    assert told.case("initech").drafts == ()
    qtbot.keyClicks(sheet.text.body, "My own words. ")
    with Notebook.open(told.folder, read_only=True) as beside:
        qtbot.waitUntil(lambda: bool(beside.case("initech").drafts), timeout=3000)
        assert beside.case("initech").draft("dana", messages.FOLLOW_UP).body.startswith("My own words. Dear Dana,")
    qtbot.keyClicks(sheet.text.body, "More. ")
    sheet.reject()
    assert told.case("initech").drafts[0].body.startswith("My own words. More. ")
    told.undo()
    assert told.case("initech").drafts == ()


def test_words_that_cannot_be_put_on_disk_keep_the_sheet_open_once(open_sheet, notebook, monkeypatch):
    def refuse(_change):
        raise Problem(Words("The disk is full. What was saved before is safe."))

    sheet = open_sheet("initech", "dana", messages.FOLLOW_UP)
    sheet.text.set_body("My own words.")
    monkeypatch.setattr(notebook, "apply", refuse)
    sheet.reject()
    assert sheet.isVisible()
    assert any(text.startswith("The disk is full.") for text in texts(sheet))
    assert sheet.text.words()[1] == "My own words."
    sheet.reject()
    assert not sheet.isVisible()


def test_what_was_typed_is_there_when_the_sheet_is_opened_again(open_sheet, told, qtbot):
    sheet = open_sheet("initech", "dana", messages.FOLLOW_UP)
    sheet.text.set_body("Dear Dana, my own words.")
    sheet.show_kind(messages.CONNECT)
    sheet.text.set_body("Only this.")
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    again = open_sheet("initech", "dana", messages.FOLLOW_UP)
    assert again.text.words()[1] == "Dear Dana, my own words."
    again.show_kind(messages.CONNECT)
    assert again.text.words()[1] == "Only this."
    again.show_kind(messages.FOLLOW_UP)
    again.sent.click()
    assert [draft.kind for draft in told.case("initech").drafts] == [messages.CONNECT]
    told.undo()
    assert told.case("initech").touches == ()
    assert told.case("initech").draft("dana", messages.FOLLOW_UP).body == "Dear Dana, my own words."
    told.redo()
    assert open_sheet("initech", "dana", messages.FOLLOW_UP).text.words()[1] != "Dear Dana, my own words."


def test_a_text_to_connect_is_counted_in_characters_copied_and_never_mailed(open_sheet):
    sheet = open_sheet("kestrel", "marta", messages.CONNECT)
    body = sheet.text.words()[1]
    assert f"{len(body)} of 300 characters" in texts(sheet)
    assert not sheet.hand_over.isVisible()
    assert not sheet.sent.isVisible()
    assert not sheet.to.isVisible()
    assert not sheet.text.subject.isVisible()
    sheet.copy.click()
    assert QGuiApplication.clipboard().text() == body
    sheet.text.set_body(body + " More words that nobody has asked for." * 10)
    assert any("too many" in text and text.startswith(str(len(sheet.text.words()[1]))) for text in texts(sheet))
    press(sheet, "Shorten it")
    assert len(sheet.text.words()[1]) <= 300


def test_it_is_saved_as_a_draft_that_a_mail_program_opens(open_sheet, tmp_path, monkeypatch, told):
    sheet = open_sheet("globex", "pia", messages.FOLLOW_UP)
    proposed = []

    def choose(_parent, _title, name, _filter):
        proposed.append(name)
        return str(tmp_path / "draft.eml"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    sheet.save.click()
    saved = message_from_bytes((tmp_path / "draft.eml").read_bytes(), policy=policy.default)
    assert saved["To"] == "Pia Brandt <pia@globex.example>"
    assert saved["From"] == "Robin Ashdown <robin@ashdown.example>"
    assert saved["X-Unsent"] == "1"
    assert saved.get_content().replace("\r\n", "\n").strip() == sheet.text.words()[1]
    assert "Pia" not in proposed[0]
    assert "“draft.eml”" in " ".join(texts(sheet))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "draft.eml"), ""))
    sheet.save.click()
    assert any("does not exist" in text for text in texts(sheet))
    assert not (tmp_path / "none").exists()


def test_what_is_too_long_for_a_link_is_saved_instead(open_sheet):
    sheet = open_sheet("globex", "pia", messages.FOLLOW_UP)
    sheet.text.set_body("Dear Pia,\n\n" + "Слово за слово. " * 100)
    assert not sheet.hand_over.isEnabled()
    assert sheet.save.isEnabled()
    assert any(text.startswith("Too long to hand to a mail program.") for text in texts(sheet))
    sheet.text.set_body("Dear Pia,\n\nA word.")
    assert sheet.hand_over.isEnabled()
    assert not any(text.startswith("Too long") for text in texts(sheet))


def test_where_nothing_opens_e_mail_it_says_what_else_there_is(open_sheet, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    sheet = open_sheet("globex", "pia", messages.FOLLOW_UP)
    sheet.hand_over.click()
    assert "Nothing here opens e-mail. Save it as .eml, or copy the text." in texts(sheet)


def test_enter_in_a_field_presses_nothing_and_on_a_button_that_one(open_sheet, qtbot, told):
    sheet = open_sheet("initech", "dana", messages.FOLLOW_UP)
    sheet.text.set_body("Dear Dana,\n\nI am still waiting.\n\nRobin")
    before = sheet.text.words()
    for field in (sheet.to, sheet.text.subject):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert sheet.text.words() == before
        assert sheet.isVisible()
    sheet.text.set_body(before[1])
    sheet.sent.setFocus()
    qtbot.keyClick(sheet.sent, Qt.Key.Key_Return)
    assert len(told.case("initech").touches) == 1


def test_everything_has_a_name_and_is_reached_by_tab(open_sheet, qtbot):
    sheet = open_sheet("initech", "dana", messages.FOLLOW_UP)
    seen = set()
    for _ in range(40):
        focused = sheet.focusWidget()
        seen.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = {
        sheet.to,
        sheet.text.subject,
        sheet.text.body,
        sheet.text.other,
        sheet.hand_over,
        sheet.save,
        sheet.copy,
        sheet.sent,
    }
    assert wanted <= seen
    for each in sheet.findChildren(QWidget):
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert each.accessibleName() or each.property("text"), each


@pytest.mark.parametrize("size", [13, 26])
def test_nothing_is_cut_at_twice_the_font(open_sheet, qapp, size):
    before = qapp.font()
    font = QFont(before)
    font.setPixelSize(size)
    qapp.setFont(font)
    try:
        look.apply(qapp, "light")
        for interview, person, kind in (("globex", "pia", messages.FOLLOW_UP), ("kestrel", "joel", messages.AFTER_REJECTION)):
            sheet = open_sheet(interview, person, kind)
            sheet.text.set_body("Dear Pia,\n\nSince I have not heard from you, what are my chances?\n\nRobin")
            sheet.sent.click()
            QApplication.processEvents()
            for each in sheet.findChildren(QPushButton):
                if each.isVisible():
                    assert each.width() >= each.minimumSizeHint().width(), each.text()
                    assert each.mapTo(sheet, each.rect().topRight()).x() <= sheet.width(), each.text()
    finally:
        qapp.setFont(before)
        look.apply(qapp, "light")
