"""The interview's page: what it shows of the story, and what each of its controls does and takes back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from followup_desktop import shipped
from followup_desktop.core import changes
from followup_desktop.core.records import CardState, Channel, Outcome, Permission, Person, added
from followup_desktop.core.words import Words
from followup_desktop.ui import look
from followup_desktop.ui.interview_page import InterviewPage


@pytest.fixture
def page(qtbot, qapp, told):
    """The page, shown; `page.show_interview` chooses."""
    look.apply(qapp, "light")
    made = InterviewPage(told, shipped.writer)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    told.background.close()


def texts(page):
    QApplication.processEvents()  # rows that have just been made are shown then
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible() and each.text()]


def buttons(page, name):
    QApplication.processEvents()
    shown = (each for each in page.findChildren(QPushButton) if each.isVisible())
    return [each for each in shown if name in (each.text(), each.accessibleName())]


def press(page, name):
    (found,) = buttons(page, name)
    found.click()


def test_the_promise_is_said_in_their_words_with_its_dates_and_why(page, qtbot):
    page.show_interview("globex")
    assert "“within the next two weeks”" in texts(page)
    assert "Best on Tue 8 Dec, not before Mon 7 Dec." in texts(page)
    before = set(texts(page))
    press(page, "Why?")
    (why,) = set(texts(page)) - before
    assert "7 Dec" in why
    press(page, "Why?")
    assert set(texts(page)) == before


def test_permission_and_contact_are_kept_and_taken_back(page, told):
    page.show_interview("globex")
    page.may_i.cell(Permission.NO.value).click()
    assert told.case("globex").interview.permission is Permission.NO
    page.contact.setCurrentIndex(page.contact.findData("omar"))
    page.contact.activated.emit(page.contact.currentIndex())
    assert told.case("globex").interview.contact == "omar"
    assert "You chose them." in texts(page)
    told.undo()
    told.undo()
    assert told.case("globex").interview.permission is Permission.NOT_ASKED
    assert page.may_i.current() == Permission.NOT_ASKED.value


def ask(page, channel):
    words = {Channel.EMAIL: "By e-mail", Channel.CALL: "By phone"}[channel]
    next(action for action in page.touch.asked.menu().actions() if action.text() == words).trigger()


def test_asking_in_time_is_noted_with_one_press(page, told):
    page.show_interview("initech")
    count = len(told.case("initech").touches)
    ask(page, Channel.CALL)
    assert len(told.case("initech").touches) == count + 1
    assert any(text.startswith("Called Dana Whitlock") for text in texts(page))


def test_asking_too_soon_wants_a_reason_that_stays_to_be_read(page, told, qtbot):
    page.show_interview("globex")
    page.activateWindow()
    ask(page, Channel.EMAIL)
    assert told.case("globex").touches == ()
    assert page.touch.reason.isVisible()
    qtbot.keyClick(page.touch.reason, Qt.Key.Key_Return)
    assert told.case("globex").touches == ()
    qtbot.keyClicks(page.touch.reason, "they asked me to")
    qtbot.keyClick(page.touch.reason, Qt.Key.Key_Return)
    (touch,) = told.case("globex").touches
    assert touch.reason == "they asked me to"
    assert any(text.endswith(": they asked me to") for text in texts(page))
    assert QApplication.focusWidget() is page.touch.asked


def test_a_touch_too_soon_can_be_left(page, told):
    page.show_interview("globex")
    ask(page, Channel.EMAIL)
    press(page, "Leave it")
    assert not page.touch.reason.isVisible()
    assert told.case("globex").touches == ()


def test_how_it_ended_is_said_and_opened_again(page, told):
    page.show_interview("initech")
    page.outcome.cell(Outcome.OFFER.value).click()
    page._accepted.cell(Outcome.ACCEPTED.value).click()
    assert told.case("initech").interview.outcome is Outcome.ACCEPTED
    assert "You accepted" in texts(page)
    page.outcome.cell(Outcome.WAITING.value).click()
    assert told.case("initech").interview.outcome is Outcome.WAITING
    assert told.case("initech").interview.outcome_on is None


def test_notes_about_everybody_stand_on_the_page(page, told, now):
    change, _ = changes.note_added(told.case("globex"), None, "they ship every Friday", now)
    told.do(change)
    page.show_interview("globex")
    assert "About everybody" in texts(page)
    assert any("they ship every Friday" in text for text in texts(page))


def test_two_people_of_one_name_have_a_row_each(page, told):
    case = told.case("globex")
    page.show_interview("globex")
    twin = Person(id="pia2", name="Pia Brandt", company="Globex")
    told.do(changes.person_added(case, twin))
    assert len(buttons(page, "Edit Pia Brandt")) == 2


def test_a_renamed_person_is_renamed_at_once_and_the_printed_card_says_so(page, told, now):
    case = told.case("globex")
    letter = shipped.writer().letter(case, "pia", told.me())
    told.do(changes.card_marked(case, "pia", CardState.PRINTED, now, letter.text))
    page.show_interview("globex")
    assert "Printed, but the notes have changed since." not in texts(page)
    pia = told.case("globex").person("pia")
    told.do(changes.person_edited(pia, Person(id="pia", name="Pia Brandt-Lind", address_as="Pia B", company="Globex")))
    assert "Printed, but the notes have changed since." in texts(page)


def test_whoever_arranged_the_day_may_have_a_card_or_not(page, told):
    case = told.case("globex")
    arranger = Person(id="erin", name="Erin Doyle", company="Globex")
    after = replace(case.interview, arranged_by="erin")
    told.do(added(Words("Add"), arranger))
    told.do(changes.interview_edited(case.interview, after))
    page.show_interview("globex")
    assert "Erin Doyle arranged the day. A card for them too?" in texts(page)
    press(page, "No, thanks")
    assert "Erin Doyle arranged the day. A card for them too?" not in texts(page)
    told.undo()
    press(page, "Add Erin Doyle")
    assert "erin" in told.case("globex").interview.people


def test_an_all_day_interview_of_nobody_says_what_to_do(page, told):
    case = told.case("hallbrueck")
    told.do(changes.interview_edited(case.interview, replace(case.interview, start=case.interview.day, end=None, people=())))
    page.show_interview("hallbrueck")
    assert "Who was there? Add the people, or drop the invitation on this window." in texts(page)
    assert told.case("hallbrueck").interview.last_day - case.interview.day == timedelta(0)


@pytest.mark.parametrize("size", [(560, 400), (900, 600), (1240, 800)])
def test_nothing_stands_outside_at_any_size(page, size):
    page.show_interview("acme")
    page.resize(*size)
    QApplication.processEvents()
    for each in page.findChildren(QPushButton):
        if each.isVisible() and not page.header.isAncestorOf(each) and not each.visibleRegion().isEmpty():
            assert each.width() >= each.minimumSizeHint().width(), each.text()


def messages_of(page, name):
    """The acts in the menu that writes to that person, by their words."""
    QApplication.processEvents()
    shown = (each for each in page.findChildren(QPushButton) if each.isVisible() and each.accessibleName() == f"Write to {name}")
    (found,) = (each for each in shown if each.menu() is not None)
    return {action.text(): action for action in found.menu().actions()}


def test_each_person_is_written_to_with_what_fits_now(page):
    page.show_interview("acme")
    assert set(messages_of(page, "Ngozi Okafor")) == {"Thank-you e-mail", "Follow-up e-mail", "Text to connect"}
    messages_of(page, "Ngozi Okafor")["Text to connect"].trigger()
    assert page.sheet.windowTitle() == "Write to Ngozi Okafor"
    assert page.sheet.choice.current() == "connect"
    page.sheet.reject()
    page.show_interview("kestrel")
    assert list(messages_of(page, "Marta Lindholm")) == ["A hello", "Thanks after the no", "Text to connect"]
    page.show_interview("hallbrueck")
    assert not any(each.text().startswith("Write to") for each in page.findChildren(QPushButton) if each.isVisible())


def test_the_right_person_is_written_to_from_their_line_and_that_counts(page, told):
    page.show_interview("initech")
    page.write.click()
    assert page.write.text() == "Write to Dana"
    assert page.sheet.choice.current() == "follow-up"
    page.sheet.sent.click()
    (touch,) = told.case("initech").touches
    assert touch.kind is Channel.EMAIL
    assert any(text.startswith("Wrote to Dana Whitlock") for text in texts(page))
    told.undo()
    assert told.case("initech").touches == ()


def test_where_post_would_be_late_each_is_offered_an_e_mail_in_turn(page, told):
    page.show_interview("acme")
    why = "They decide by Thu 3 Dec and the post may take until Sun 29 Nov: send an e-mail today as well."
    assert why in texts(page)
    for name in ("Hong", "Tomáš", "Ngozi"):
        assert page.race.write.text() == f"Write to {name}"
        page.race.write.click()
        assert page.sheet.choice.current() == "thank-you-email"
        page.sheet.sent.click()
    assert why not in texts(page)
    assert told.case("acme").touches == ()
    told.undo()
    assert page.race.write.text() == "Write to Ngozi"
    page.show_interview("globex")
    assert not page.race.isVisible()


def test_after_a_no_they_are_thanked_once_more(page, told):
    page.show_interview("kestrel")
    press(page, "Thank them once more")
    assert page.sheet.windowTitle() == "Write to Joel Peretz"
    assert page.sheet.choice.current() == "after-rejection"
    page.sheet.sent.click()
    assert [touch.person for touch in told.case("kestrel").touches] == ["marta", "joel"]
    assert not page.thank_again.isVisible()


def test_words_of_a_message_are_kept_while_the_page_lives(page):
    page.show_interview("initech")
    page.write.click()
    page.sheet.text.set_body("Dear Dana, my own words.")
    page.sheet.reject()
    page.show_interview("acme")
    page.show_interview("initech")
    page.write.click()
    assert page.sheet.text.words()[1] == "Dear Dana, my own words."
    page.sheet.reject()


def test_in_one_column_everybody_has_room(page, qtbot):
    page.resize(700, 500)
    page.show_interview("acme")
    QApplication.processEvents()
    page.show_interview("globex")
    page.show_interview("acme")
    needed = page._rows_inside.minimumSizeHint
    qtbot.waitUntil(lambda: needed().height() > 3 * look.px(50) and page._rows_scroll.height() >= needed().height())


def test_an_answer_to_a_question_is_noted_with_one_press_and_taken_back(page, told):
    page.show_interview("initech")
    assert not page.answers.isVisible()
    ask(page, Channel.CALL)
    (touch,) = told.case("initech").touches
    line = page.answers.lines[touch.id]
    assert line.button.text() == "They answered"
    line.button.click()
    assert told.case("initech").touches[0].answered_on == told.today()
    assert "Called today, answered today" in texts(page)
    assert "Dana Whitlock answered" in texts(page)
    line.button.click()
    assert told.case("initech").touches[0].answered_on is None
    told.undo()
    assert told.case("initech").touches[0].answered_on == told.today()
    told.undo()
    told.undo()
    assert not page.answers.isVisible()


def test_thanks_after_a_no_are_no_question_to_be_answered(page):
    page.show_interview("kestrel")
    assert not page.answers.isVisible()
