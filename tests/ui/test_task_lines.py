"""Promises on the screen: read out of a note as it is typed, ticked off with one press, given another day, taken back."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from followup_desktop import shipped
from followup_desktop.core import changes
from followup_desktop.core.agenda import Does, Kind
from followup_desktop.core.records import Box
from followup_desktop.ui import look
from followup_desktop.ui.interview_page import InterviewPage
from followup_desktop.ui.note_tasks import follow_notes
from followup_desktop.ui.window import Window

SLIDES = "said I'd send her the slides by Wednesday"


@pytest.fixture
def told(told):
    """The story's desk, whose notes bring their promises."""
    follow_notes(told, shipped.writer)
    return told


@pytest.fixture
def page(qtbot, qapp, told):
    """The interview's page with Acme on it."""
    look.apply(qapp, "light")
    made = InterviewPage(told, shipped.writer)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()
    qtbot.waitExposed(made)
    made.show_interview("acme")
    yield made
    told.background.close()


@pytest.fixture
def window(qtbot, qapp, told):
    """The whole window."""
    look.apply(qapp, "light")
    made = Window(told, shipped.writer, shipped.stocks)
    qtbot.addWidget(made)
    made.resize(1240, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.finish()
    told.background.close()


def noted(desk, text, person="hong", interview="acme", box=Box.ANY):
    change, note = changes.note_added(desk.case(interview), person, text, desk.now(), box)
    assert desk.do(change)
    return note


def words(line):
    QApplication.processEvents()  # a line that has just been made is shown then
    return [each.text() for each in line.findChildren(QLabel) if each.isVisible() and each.text()]


def test_a_note_brings_its_promise_and_one_undo_takes_both_back(page, told):
    before = told.case("acme")
    assert page.tasks.isHidden()
    noted(told, SLIDES)
    (line,) = page.tasks.lines
    assert words(line) == ["Send Hong the slides", "You promised Hong"]
    assert line.day.text() == "by Wed 25 Nov"
    assert told.undo()
    assert told.case("acme") == before
    assert page.tasks.isHidden()
    assert told.redo()
    assert [task.words for task in told.case("acme").tasks] == ["Send Hong the slides"]


def test_a_note_typed_on_is_one_undo_with_its_promise(told):
    before = told.case("acme")
    blank = changes.note_added(before, "hong", "", told.now())[1]
    for text in ("said I'd", "said I'd send her", SLIDES, SLIDES.replace("the", "my")):
        told.do_typing("field", changes.notes_typed(told.case("acme").notes_of("hong"), [text], blank, told.now()))
    told.end_typing()
    assert [task.words for task in told.case("acme").tasks] == ["Send Hong my slides"]
    told.undo()
    assert told.case("acme") == before


def test_space_ticks_it_off_and_again_takes_the_tick_away(page, told, qtbot):
    noted(told, SLIDES)
    (line,) = page.tasks.lines
    line.box.setFocus()
    qtbot.keyClick(line.box, Qt.Key.Key_Space)
    assert told.case("acme").tasks[0].done_on == told.today()
    assert page.tasks.lines == (line,)
    assert line.box.isChecked()
    assert words(line)[1] == "You promised Hong, done today"
    qtbot.keyClick(line.box, Qt.Key.Key_Space)
    assert told.case("acme").tasks[0].done_on is None
    told.undo()
    assert line.box.isChecked()
    told.undo()
    assert not line.box.isChecked()


@pytest.mark.parametrize(
    ("typed", "read", "due"),
    [
        ("by next Tuesday", "Tue 1 Dec", date(2026, 12, 1)),
        ("3/12", "Thu 3 Dec", date(2026, 12, 3)),
        ("", "Enter: no day", None),
    ],
)
def test_another_day_is_read_back_and_kept(page, told, qtbot, typed, read, due):
    noted(told, SLIDES)
    (line,) = page.tasks.lines
    line.day.click()
    qtbot.keyClicks(line.field, typed)
    assert read in words(line)
    qtbot.keyClick(line.field, Qt.Key.Key_Return)
    task = told.case("acme").tasks[0]
    assert (task.due, task.due_chosen) == (due, True)
    assert line.field.isHidden()
    assert line.day.text() == (f"by {read}" if due else "no day")
    told.undo()
    assert line.day.text() == "by Wed 25 Nov"


def test_words_without_a_day_stay_open_and_esc_leaves_the_field_only(page, told, qtbot):
    noted(told, SLIDES)
    (line,) = page.tasks.lines
    left = []
    page.left.connect(lambda: left.append(1))
    line.day.click()
    qtbot.keyClicks(line.field, "whenever")
    assert "No day in these words." in words(line)
    qtbot.keyClick(line.field, Qt.Key.Key_Return)
    assert line.field.isVisible()
    qtbot.keyClick(line.field, Qt.Key.Key_Escape)
    assert line.field.isHidden()
    assert left == []
    assert told.case("acme").tasks[0].due == date(2026, 11, 25)


def test_the_users_own_come_first_by_day_and_a_line_keeps_what_is_typed(page, told, qtbot):
    noted(told, "she'll email me the handbook tomorrow")
    noted(told, SLIDES)
    first = page.tasks.lines[0]
    assert words(first)[0] == "Send Hong the slides"
    first.day.click()
    qtbot.keyClicks(first.field, "by F")
    noted(told, "I'll bring her my zine tomorrow")
    assert [words(line)[0] for line in page.tasks.lines] == [
        "Bring Hong my zine",
        "Send Hong the slides",
        "Hong will email me the handbook",
    ]
    assert first.field.text() == "by F"
    assert first.field.isVisible()


def test_private_words_do_not_leave_the_note(page, told):
    noted(told, "promised to share my salary expectations by Friday", "ngozi")
    (line,) = page.tasks.lines
    assert words(line)[0] == "Keep your promise to Ngozi"
    assert "salary" not in line.box.accessibleName() + line.day.accessibleName()


def test_everything_has_a_name_and_late_is_said(page, told):
    noted(told, SLIDES)
    (line,) = page.tasks.lines
    assert line.box.accessibleName() == "Send Hong the slides, by Wed 25 Nov"
    assert line.day.accessibleName() == "Send Hong the slides: by Wed 25 Nov"
    case = told.case("acme")
    line.show_task(case.tasks[0], case, date(2026, 11, 26))
    assert words(line) == ["Send Hong the slides", "You promised Hong", "late"]
    assert line.day.text() == "by Wed 25 Nov"
    assert line.box.accessibleName() == "Send Hong the slides, late, by Wed 25 Nov"


def test_the_calendar_has_a_line_for_it_with_a_button_that_ticks_it_off(window, told, qtbot):
    noted(told, "said I'd send her the slides by Monday", "pia", "globex")
    rows = [row for row in window.main.calendar.day_agenda.rows if row.item.entry.kind is Kind.TASK]
    assert [row.accessibleName() for row in rows] == ["Your promise: Send her the slides. Pia Brandt, Globex"]
    rows[0].stop.click()
    assert told.case("globex").tasks[0].done_on == told.today()
    assert told.undo()
    assert told.case("globex").tasks[0].done_on is None


def test_next_ticks_it_off_with_undo(window, told):
    noted(told, "said I'd send her the slides by Monday", "pia", "globex")
    for person in ("tomas", "ngozi"):
        told.do(changes.card_marked(told.case("acme"), person, "posted", told.now()))
    assert window._next.does is Does.TASK
    window.strip.button.click()
    assert told.case("globex").tasks[0].done_on == told.today()
    assert window._next.does is not Does.TASK


def test_a_note_thrown_away_or_a_person_taken_out_takes_the_promise_along(page, told):
    note = noted(told, SLIDES)
    told.do(changes.note_removed(note))
    assert told.case("acme").tasks == ()
    told.undo()
    case = told.case("acme")
    told.do(changes.person_left_out(case, case.person("hong")))
    assert told.case("acme").tasks == ()
    told.undo()
    assert len(told.case("acme").tasks) == 1


def test_a_changed_name_is_in_the_words_at_once(page, told):
    noted(told, SLIDES)
    hong = told.case("acme").person("hong")
    told.do(changes.person_edited(hong, hong.__class__(id="hong", name="Hong Ngo", pronoun="she", company="Acme")))
    assert told.case("acme").tasks[0].words == "Send Hong Ngo the slides"


TYPED = st.lists(
    st.sampled_from(
        [SLIDES, "she'll lend me her book", "I'll bring her my zine tomorrow", "likes bees", "", "send her my recipe"]
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TYPED)
def test_undoing_everything_gives_the_very_notebook(told, texts):
    before = told.cases()
    blank = changes.note_added(told.case("acme"), "hong", "", told.now())[1]
    for at in range(len(texts)):
        kept = [note for note in told.case("acme").notes_of("hong") if note.box is Box.ANY]
        told.do(changes.notes_typed(kept, texts[at:], blank, told.now() + timedelta(minutes=at)))
    ids = {note.id for note in told.case("acme").notes}
    assert {task.note for task in told.case("acme").tasks} <= ids
    while told.cases() != before and told.undo():
        pass
    assert told.cases() == before
