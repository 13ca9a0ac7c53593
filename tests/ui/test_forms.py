"""The small dialogs: an interview in one line or by hand, a person, who writes; Enter accepts, Esc leaves."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QPushButton

from followup_desktop.core.records import Interview, Me, Person, Talk
from followup_desktop.ui import look
from followup_desktop.ui.interview_form import InterviewForm
from followup_desktop.ui.me_form import MeForm
from followup_desktop.ui.person_form import PersonForm

MAIL = """Hi Robin,

We would like to invite you to an interview for the position of Backend Developer at Kestrel Tools.

Date: Wednesday, 2 December 2026
Time: 10:30 - 11:30
Where: 12 Harbour Street, Leeds

You will meet Joel Peretz (Head of Engineering) and Marta Lindholm.

Kind regards,
Dana Whitlock
"""


@pytest.fixture
def show(qtbot, qapp):
    """Shows a form as `exec` does, without waiting for its end."""
    look.apply(qapp, "light")

    def shown(form):
        qtbot.addWidget(form)
        form.show()
        qtbot.waitExposed(form)
        form.activateWindow()
        return form

    return shown


def added(form, kind):
    return [after for before, after in form.change.pairs if before is None and isinstance(after, kind)]


# An interview


def test_one_line_and_enter_are_an_interview(show, desk, qtbot):
    form = show(InterviewForm(desk))
    qtbot.keyClicks(form.line, "Globex data engineer, Thu 14:00, with Marta Lindholm")
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    assert form.result()
    (interview,) = added(form, Interview)
    assert (interview.company, interview.role, interview.start) == (
        "Globex",
        "data engineer",
        datetime.fromisoformat("2026-11-26T14:00"),
    )
    assert [person.name for person in added(form, Person)] == ["Marta Lindholm"]


def test_the_line_is_read_into_the_fields_while_it_is_typed(show, desk, qtbot):
    form = show(InterviewForm(desk))
    qtbot.keyClicks(form.line, "Globex data engineer, Thu 14:00")
    qtbot.waitUntil(lambda: form.company.text() == "Globex")
    assert form.day.day() == date(2026, 11, 26)


def test_shift_enter_begins_another_line(show, desk, qtbot):
    form = show(InterviewForm(desk))
    qtbot.keyClicks(form.line, "Globex")
    qtbot.keyClick(form.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert form.isVisible()
    assert form.line.toPlainText() == "Globex\n"


def test_a_pasted_invitation_is_read_as_a_whole(show, desk):
    form = show(InterviewForm(desk, text=MAIL))
    form.accept_button.click()
    (interview,) = added(form, Interview)
    assert (interview.company, interview.role) == ("Kestrel Tools", "Backend Developer")
    assert (interview.start, interview.end) == (
        datetime.fromisoformat("2026-12-02T10:30"),
        datetime.fromisoformat("2026-12-02T11:30"),
    )
    assert interview.place == "12 Harbour Street, Leeds"


def test_what_was_typed_into_a_field_is_not_overwritten_by_the_line(show, desk, qtbot):
    form = show(InterviewForm(desk))
    qtbot.keyClicks(form.role, "Lead")
    qtbot.keyClicks(form.line, "Globex data engineer, Thu 14:00")
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    (interview,) = added(form, Interview)
    assert interview.role == "Lead"


@pytest.mark.parametrize(("typed", "asked"), [("", "Which company is it?"), ("Globex", "Which position is it?")])
def test_what_is_missing_is_asked_and_nothing_is_added(show, desk, qtbot, typed, asked):
    form = show(InterviewForm(desk))
    qtbot.keyClicks(form.company, typed)
    form.accept_button.click()
    assert form.isVisible()
    assert form.hint.text() == asked
    assert form.change is None


def test_an_interview_over_midnight_ends_on_the_next_day(show, desk, qtbot):
    form = show(InterviewForm(desk))
    qtbot.keyClicks(form.company, "Globex")
    qtbot.keyClicks(form.role, "Operator")
    form.start.setTime(QTime(23, 30))
    form.end.setTime(QTime(0, 30))
    form.accept_button.click()
    (interview,) = added(form, Interview)
    assert interview.end.date() > interview.start.date()


def test_one_that_begins_later_ends_later_too(show, desk, qtbot):
    form = show(InterviewForm(desk))
    qtbot.keyClicks(form.company, "Globex")
    qtbot.keyClicks(form.role, "Operator")
    form.start.setTime(QTime(14, 30))
    form.accept_button.click()
    (interview,) = added(form, Interview)
    assert (interview.start.time(), interview.end.time()) == (time(14, 30), time(15, 30))


def test_an_all_day_interview_has_no_times(show, desk, qtbot):
    form = show(InterviewForm(desk, text="Globex data engineer, Thu 14:00"))
    form.all_day.setChecked(True)
    form.accept_button.click()
    (interview,) = added(form, Interview)
    assert (interview.start, interview.end) == (date(2026, 11, 26), None)


def test_a_day_put_right_is_not_overwritten_by_the_line(show, desk, qtbot):
    form = show(InterviewForm(desk))
    qtbot.keyClicks(form.line, "Globex data engineer, Thu 14:00")
    qtbot.waitUntil(lambda: form.company.text() == "Globex")
    form.day.set_day(date(2026, 12, 3))
    form.accept_button.click()
    (interview,) = added(form, Interview)
    assert interview.start == datetime.fromisoformat("2026-12-03T14:00")


def test_a_day_chosen_in_the_calendar_stays_whatever_the_line_says(show, desk, qtbot):
    form = show(InterviewForm(desk, day=date(2026, 12, 4)))
    qtbot.keyClicks(form.line, "Globex data engineer, with Marta")
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    (interview,) = added(form, Interview)
    assert interview.day == date(2026, 12, 4)


def test_one_that_is_just_over_began_at_the_last_full_hour(show, desk):
    form = show(InterviewForm(desk, just_over=True))
    assert form.windowTitle() == "The interview you just had"
    assert (form.day.day(), form.start.time().hour()) == (date(2026, 11, 23), 11)


def test_editing_shows_what_is_known_and_changes_nothing_by_itself(show, told):
    form = show(InterviewForm(told, case=told.case("acme")))
    assert (form.company.text(), form.role.text()) == ("Acme", "Platform engineer")
    form.accept_button.click()
    assert form.change.pairs == ()


def test_esc_leaves_and_nothing_is_written(show, desk, qtbot):
    form = show(InterviewForm(desk, text="Globex data engineer, Thu 14:00"))
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.result()
    assert form.change is None


def test_the_sort_of_talk_and_who_referred_the_user_are_kept(show, desk):
    form = show(InterviewForm(desk, text="Globex data engineer, Thu 14:00, with Marta Lindholm"))
    form.talk.setCurrentIndex(form.talk.findText("Phone screen"))
    form.referrer.setText(" Sam   Okoro ")
    form.accept_button.click()
    assert desk.do(form.change)
    (case,) = desk.cases()
    assert case.interview.talk is Talk.PHONE_SCREEN
    assert case.person(case.interview.referred_by).name == "Sam Okoro"
    assert [person.name for person in case.interviewers] == ["Marta Lindholm"]


def test_an_interview_is_an_ordinary_one_and_nobody_referred_the_user_unless_told(show, desk):
    form = show(InterviewForm(desk, text="Globex data engineer, Thu 14:00"))
    form.accept_button.click()
    (interview,) = added(form, Interview)
    assert (interview.talk, interview.referred_by) == (Talk.INTERVIEW, None)
    assert added(form, Person) == []


def test_an_interviewer_who_referred_the_user_is_one_person(show, desk):
    form = show(InterviewForm(desk, text="Globex data engineer, Thu 14:00, with Marta Lindholm"))
    form.referrer.setText("marta lindholm")
    form.accept_button.click()
    (interview,), (person,) = added(form, Interview), added(form, Person)
    assert interview.people == (person.id,)
    assert interview.referred_by == person.id


def test_somebody_known_who_referred_the_user_is_not_made_anew(show, told):
    form = show(InterviewForm(told, text="Globex data engineer, Thu 14:00"))
    form.referrer.setText("Dana Whitlock")
    form.accept_button.click()
    (interview,) = added(form, Interview)
    assert interview.referred_by == "dana"
    assert added(form, Person) == []


def test_editing_shows_talk_and_referrer_and_can_take_them_back(show, told):
    form = show(InterviewForm(told, case=told.case("acme")))
    form.talk.setCurrentIndex(form.talk.findText("Panel"))
    form.referrer.setText("Sam Okoro")
    form.accept_button.click()
    assert told.do(form.change)
    again = show(InterviewForm(told, case=told.case("acme")))
    assert (again.talk.currentText(), again.referrer.text()) == ("Panel", "Sam Okoro")
    again.referrer.clear()
    again.accept_button.click()
    assert told.do(again.change)
    assert told.case("acme").interview.referred_by is None


# A person


def test_a_person_needs_a_name(show, told, qtbot):
    form = show(PersonForm(told, told.case("globex"), None))
    form.accept_button.click()
    assert (form.isVisible(), form.hint.text()) == (True, "A card needs a name.")
    qtbot.keyClicks(form.name, "  Ada   Byron ")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    (person,) = added(form, Person)
    assert (person.name, person.company) == ("Ada Byron", "Globex")


def test_a_person_is_renamed_and_given_an_address(show, told):
    case = told.case("globex")
    form = show(PersonForm(told, case, case.person("pia")))
    form.name.setText("Pia Brandt-Lind")
    form.address.setPlainText("1 High Street\nLeeds\n")
    form.accept_button.click()
    ((before, after),) = form.change.pairs
    assert (before.id, after.name, after.address) == ("pia", "Pia Brandt-Lind", "1 High Street\nLeeds")


def test_a_person_put_the_users_name_forward(show, told):
    form = show(PersonForm(told, told.case("acme"), told.case("acme").person("ngozi")))
    assert not form.referred.isChecked()
    form.referred.setChecked(True)
    form.accept_button.click()
    assert told.do(form.change)
    assert told.case("acme").interview.referred_by == "ngozi"
    again = show(PersonForm(told, told.case("acme"), told.case("acme").person("ngozi")))
    again.referred.setChecked(False)
    again.accept_button.click()
    assert told.do(again.change)
    assert told.case("acme").interview.referred_by is None


def test_somebody_added_who_put_the_users_name_forward_is_one_change(show, told):
    form = show(PersonForm(told, told.case("globex"), None))
    form.name.setText("Sam Okoro")
    form.referred.setChecked(True)
    form.accept_button.click()
    assert told.do(form.change)
    interview = told.case("globex").interview
    assert interview.referred_by == interview.people[-1]
    assert told.case("globex").person(interview.referred_by).name == "Sam Okoro"


def test_somebody_who_was_not_there_goes_with_the_notes_about_them(show, told):
    case = told.case("acme")
    form = show(PersonForm(told, case, case.person("hong")))
    (gone,) = [each for each in form.findChildren(QPushButton) if each.text() == "Was not there"]
    gone.click()
    told.do(form.change)
    assert "hong" not in told.case("acme").interview.people
    assert told.case("acme").notes_of("hong") == ()


# Who writes


@pytest.mark.parametrize("odd", ["robin", "robin@", "@ashworth.example", "ro bin@ashworth.example"])
def test_an_address_that_is_none_is_said(show, desk, odd):
    form = show(MeForm(desk))
    form.emails.setText(odd)
    form.accept_button.click()
    assert form.isVisible()
    assert form.hint.text() == f"“{odd}” is no e-mail address yet."


def test_several_addresses_stand_with_a_comma_between(show, desk):
    form = show(MeForm(desk))
    form.name.setText("Robin Ashworth")
    form.emails.setText("robin@ashworth.example; r@work.example, robin@ashworth.example")
    form.country.setCurrentIndex(form.country.findData("GB"))
    form.accept_button.click()
    ((_, after),) = form.change.pairs
    assert after == Me(name="Robin Ashworth", emails=("robin@ashworth.example", "r@work.example"), country="GB")


@pytest.mark.parametrize("make", ["interview", "person", "me"])
def test_every_field_of_a_form_has_a_name_and_is_reached_by_tab(show, told, qtbot, make):
    forms = {
        "interview": lambda: InterviewForm(told),
        "person": lambda: PersonForm(told, told.case("acme"), None),
        "me": lambda: MeForm(told),
    }
    form = show(forms[make]())
    seen, first = [], form.focusWidget()
    for _ in range(30):
        seen.append(form.focusWidget())
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        if form.focusWidget() is first:
            break
    assert form.focusWidget() is first
    assert form.accept_button in seen
    nameless = [each for each in seen if not (each.accessibleName() or getattr(each, "text", str)())]
    assert not nameless, [type(each).__name__ for each in nameless]
