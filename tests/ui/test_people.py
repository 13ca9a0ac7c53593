"""The people page: everybody, who is due, a word noted in two keys, rhythms, the line of what was, words to write."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from followup_desktop.core import keeping
from followup_desktop.core.agenda import Does, Kind
from followup_desktop.core.records import Change, Channel, Interview, Person, Touch, added
from followup_desktop.core.words import Words
from followup_desktop.shipped import writer
from followup_desktop.ui import look
from followup_desktop.ui.days import Days
from followup_desktop.ui.entry_words import act
from followup_desktop.ui.interview_form import InterviewForm
from followup_desktop.ui.interview_page import InterviewPage
from followup_desktop.ui.people_page import PeoplePage
from followup_desktop.ui.people_rows import ID_ROLE, RECORD_ROLE, Column, Heading, PeopleRows, Shown, Wanted
from followup_desktop.ui.people_table import columns_at
from followup_desktop.ui.person_form import PersonForm
from followup_desktop.ui.window import Window

JUNE = Person(id="june", name="June Farrow", company="Brightwater", tags=("mentors every 6 weeks",))
VILMA = Person(id="vilma", name="Vilma Karppinen", company="Globex", met=False)
COFFEE = Touch(id="w", interview=None, person="june", kind=Channel.VISIT, on=date(2026, 11, 2), reason="coffee")


def person(desk, who):
    return next(each for each in desk.people() if each.id == who)


@pytest.fixture
def people(told):
    """The story's desk with June, met over coffee, Vilma, only known, and Marta in the shortest rhythm."""
    marta = person(told, "marta")
    pairs = ((marta, replace(marta, tier="A")), (None, JUNE), (None, VILMA), (None, COFFEE))
    told.do(Change(Words("Tell of people"), pairs))
    return told


@pytest.fixture
def page(people, qtbot):
    made = PeoplePage(people, writer)
    qtbot.addWidget(made)
    made.resize(1208, 600)
    made.show_people("marta")
    made.show()
    return made


def shown(page):
    return [row.words if isinstance(row, Heading) else row.id for row in all_rows(page.rows)]


def all_rows(rows):
    return [rows.index(n).data(RECORD_ROLE) for n in range(rows.rowCount())]


def words_of(desk, who):
    found = [*desk.touches(), *(touch for case in desk.cases() for touch in case.touches)]
    return [touch for touch in found if touch.person == who]


# --- the table -----------------------------------------------------------------------------------------------------------


def test_everybody_stands_in_their_group_by_what_comes_next(page):
    assert shown(page) == [
        "Now",
        "ngozi",
        "tomas",
        "dana",
        "Coming",
        "aylin",
        "jonas",
        "Waiting for their answer",
        "hong",
        "pia",
        "omar",
        "Keep in touch",
        "june",
        "marta",
        "joel",
        "Known, not met",
        "vilma",
    ]


def test_the_model_keeps_qts_contract(people, qtmodeltester):
    rows = PeopleRows(people, people)
    rows.refresh()
    qtmodeltester.check(rows)
    rows.want(Wanted(shown=Shown.BY_COMPANY))
    qtmodeltester.check(rows)


def test_a_row_says_all_of_it_in_words(page):
    index = page.rows.index_of("marta")
    sentence = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence == "Marta Lindholm, Kestrel Tools. 17 Nov, thanked by letter. A, 3 weeks. Say hello from Thu 17 Dec."
    assert index.data(ID_ROLE) == "marta"


@pytest.mark.parametrize(
    ("wanted", "who"),
    [
        (Wanted(text="release train"), ["marta"]),
        (Wanted(text="kestrel"), ["marta", "joel"]),
        (Wanted(text="MENTORS"), ["june"]),
        (Wanted(rhythm="A"), ["marta"]),
        (Wanted(rhythm="own"), ["june", "marta"]),
        (Wanted(tag="mentors"), ["june"]),
        (Wanted(due=True), ["ngozi", "tomas", "dana"]),
        (Wanted(shown=Shown.KEEP_IN_TOUCH), ["june", "marta", "joel"]),
        (Wanted(text="nobody of that name"), []),
    ],
)
def test_filters_and_search_leave_who_fits(page, wanted, who):
    page.rows.want(wanted)
    assert [line.id for line in page.rows.lines()] == who


def test_by_company_the_known_stand_beside_the_met(page):
    page.shown.cell(Shown.BY_COMPANY.value).click()
    found = shown(page)
    assert found[found.index("Globex") + 1 : found.index("Hallbrück AG")] == ["pia", "omar", "vilma"]


def test_a_columns_name_sorts_by_it_and_back(page):
    page.head.buttons[Column.LAST].click()
    assert page.rows.sorted_by == (Column.LAST, False)
    keep = [line.id for line in page.rows.lines() if line.id in {"june", "marta", "joel"}]
    assert keep == ["marta", "joel", "june"]
    page.head.buttons[Column.LAST].click()
    keep = [line.id for line in page.rows.lines() if line.id in {"june", "marta", "joel"}]
    assert keep == ["june", "joel", "marta"]
    page.head.buttons[Column.LAST].click()
    assert page.rows.sorted_by == (None, False)


def test_columns_go_in_their_order_where_there_is_less_room(qapp):
    del qapp
    assert list(columns_at(look.px(800))) == [Column.PERSON, Column.LAST, Column.RHYTHM, Column.NEXT]
    assert list(columns_at(look.px(640))) == [Column.PERSON, Column.LAST, Column.NEXT]
    assert list(columns_at(look.px(480))) == [Column.PERSON, Column.NEXT]
    assert list(columns_at(look.px(320))) == [Column.PERSON]


# --- a word in two keys --------------------------------------------------------------------------------------------------


def test_l_notes_a_word_by_the_way_of_last_time_and_resets_the_clock(page, people, qtbot):
    page.show_people("june")
    qtbot.keyClick(page.view, Qt.Key.Key_L)
    made = words_of(people, "june")[-1]
    assert (made.kind, made.on, made.interview) == (Channel.VISIT, people.today(), None)
    assert page.rows.stay("june").due == date(2027, 1, 4)
    people.undo()
    assert words_of(people, "june") == [COFFEE]


def test_l_again_puts_that_word_right(page, people, qtbot):
    page.show_people("june")
    qtbot.keyClick(page.view, Qt.Key.Key_L)
    qtbot.keyClick(page.view, Qt.Key.Key_L)
    assert len(words_of(people, "june")) == 2
    log = page.detail.log
    assert log.ways.isVisible()
    log.ways.cell(Channel.CALL.value).click()
    log.day.set_day(date(2026, 11, 20))
    qtbot.keyClicks(log.about, "all about Brightwater, l too")
    qtbot.keyClick(log.about, Qt.Key.Key_Return)
    made = words_of(people, "june")[-1]
    assert (made.kind, made.on, made.reason) == (Channel.CALL, date(2026, 11, 20), "all about Brightwater, l too")
    assert not log.ways.isVisible()


def test_a_word_after_a_no_belongs_to_its_interview(page, people, qtbot):
    qtbot.keyClick(page.view, Qt.Key.Key_L)
    assert words_of(people, "marta")[-1].interview == "kestrel"


def test_a_question_too_soon_wants_a_reason_and_is_never_forbidden(page, people, qtbot):
    page.show_people("hong")
    qtbot.keyClick(page.view, Qt.Key.Key_L)
    assert words_of(people, "hong") == []
    reason = next(each for each in page.detail.log.findChildren(QLineEdit) if each.accessibleName() == "Your reason")
    assert reason.isVisible()
    qtbot.keyClicks(reason, "she rang me")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert [touch.reason for touch in words_of(people, "hong")] == ["she rang me"]


def test_a_helper_or_somebody_elsewhere_has_words_about_no_interview(people):
    cases, now = people.cases(), people.now()
    assert keeping.case_of_word(person(people, "marta"), cases, now).interview.id == "kestrel"
    assert keeping.case_of_word(replace(person(people, "marta"), company="Newhall"), cases, now) is None
    assert keeping.case_of_word(JUNE, cases, now) is None
    assert keeping.case_of_word(person(people, "jonas"), cases, now) is None


# --- the detail ----------------------------------------------------------------------------------------------------------


def texts(widget):
    return [each.text() for each in widget.findChildren(type(widget._moved)) if each.isVisible() and each.text()]


def test_the_line_is_the_persons_or_their_employers(page, qtbot):
    lines = [each for each in texts(page.detail) if each in {"Card posted", "Card to Joel Peretz posted"}]
    assert lines == ["Card posted"]
    page.detail.whose.cell("employer").click()
    qtbot.waitUntil(lambda: "Card to Joel Peretz posted" in texts(page.detail))


def test_the_why_stands_with_the_day(page):
    assert "Say hello from Thu 17 Dec" in texts(page.detail)
    assert any("A quiet while" in each for each in texts(page.detail))


def test_a_rhythm_is_chosen_and_taken_back(page, people):
    page.change_wanted.connect(people.do)
    page.show_people("vilma")
    action = next(each for each in page.detail._rhythms.actions() if each.text().startswith("C"))
    action.trigger()
    assert person(people, "vilma").tier == "C"
    assert page.rows.stay("vilma").due == date(2026, 11, 24)
    people.undo()
    assert page.rows.stay("vilma").due is None


def test_the_quiet_list_is_one_press_away(page, people):
    page.change_wanted.connect(people.do)
    quiet = next(each for each in page.detail._menu.actions() if "quiet list" in each.text())
    quiet.trigger()
    assert person(people, "marta").quiet
    assert page.rows.stay("marta").circle.value == "quiet"
    assert page.detail.person == "marta"


def test_the_text_to_connect_is_copied_and_kept(page, people, qtbot):
    text = page.detail.text
    qtbot.waitUntil(lambda: bool(text.body.toPlainText()))
    assert text.body.toPlainText().startswith("Dear Marta")
    qtbot.keyClicks(text.body, "Well ")
    text.keep()
    assert people.case("kestrel").draft("marta", "connect").body.startswith("Well Dear Marta")
    text.copy.click()
    assert QGuiApplication.clipboard().text().startswith("Well Dear Marta")
    text.choice.cell("letter").click()
    assert text.body.toPlainText().startswith("Dear Marta")
    assert text.write.isVisible()


def test_only_who_is_in_no_interview_can_be_deleted_and_undo_brings_them_back(page, people):
    page.change_wanted.connect(people.do)
    assert not [each for each in page.detail._menu.actions() if each.text() == "Delete"]
    page.show_people("june")
    next(each for each in page.detail._menu.actions() if each.text() == "Delete").trigger()
    assert page.rows.stay("june") is None
    assert people.touches() == ()
    assert page.detail.person is not None, "somebody else is shown"
    people.undo()
    assert page.rows.stay("june").last.on == COFFEE.on


def test_nothing_is_drafted_for_somebody_only_known(page):
    page.show_people("vilma")
    assert not page.detail.text.isVisible()
    assert not page.detail.email.isEnabled()
    assert page.detail.email.toolTip() == "No e-mail address is known"
    assert not page.detail.card.isEnabled()


# --- room ----------------------------------------------------------------------------------------------------------------


def test_in_a_small_window_table_and_detail_take_turns(page, qtbot):
    page.resize(528, 300)
    page.show_people("")
    page.act("back")
    assert page.table.isVisible()
    assert not page.detail.isVisible()
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert not page.table.isVisible()
    assert page.act("back")
    assert page.table.isVisible()
    assert not page.act("back")


def test_nobody_yet_says_who_will_be_here(desk, qtbot):
    made = PeoplePage(desk, writer)
    qtbot.addWidget(made)
    made.resize(1208, 600)
    made.show_people()
    made.show()
    assert made._empty_title.text() == "Nobody here yet"
    assert made._empty_button.isVisible()
    assert not made.detail.isVisible()


# --- the window ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def window(people, qtbot):
    made = Window(people, writer, lambda: ())
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_menu_opens_everybody_and_esc_goes_back(window):
    window.actions_by_name["people"].trigger()
    assert isinstance(window.page, PeoplePage)
    window.go_back()
    assert window.page is window.main


def test_on_this_page_a_person_can_be_added_and_whoever_is_chosen_edited(window, qtbot):
    window.open_people("june")
    window._offer_acts()
    assert window.actions_by_name["add_person"].isEnabled()
    assert window.actions_by_name["edit"].isEnabled()
    with qtbot.waitSignal(window.page.edit_wanted) as told:
        window.page.edit_wanted.disconnect(window.forms.know_person)
        window.actions_by_name["edit"].trigger()
    assert told.args == ["june"]


def test_undo_takes_back_a_word_noted_by_l(window, people, qtbot):
    window.open_people("june")
    qtbot.keyClick(window.page.view, Qt.Key.Key_L)
    assert len(words_of(people, "june")) == 2
    window.undo()
    assert len(words_of(people, "june")) == 1


def test_somebody_known_is_added_and_changes_employer(people, qtbot):
    form = PersonForm(people, None, None)
    qtbot.addWidget(form)
    form.name.setText("Petra Vogel")
    form.company.setText("Hallbrück AG")
    form.tags.setText("alumni every year, kind, kind")
    form.accept()
    people.do(form.change)
    petra = person(people, form.person)
    assert (petra.met, petra.company, petra.tags) == (False, "Hallbrück AG", ("alumni every year", "kind"))
    again = PersonForm(people, None, person(people, "marta"))
    qtbot.addWidget(again)
    again.company.setText("Newhall")
    again.accept()
    people.do(again.change)
    assert person(people, "marta").company == "Newhall"
    assert people.case("kestrel").interview.company == "Kestrel Tools"


# --- elsewhere -----------------------------------------------------------------------------------------------------------


def test_hellos_stand_in_the_calendar_one_person_a_day(people):
    fresh = [Person(id=f"p{n}", name=f"Person {n}", tier="A") for n in range(4)]
    people.do(added(Words("Add"), *fresh))
    days = Days(people, people)
    told = [
        (day, item) for day, items in days.from_day(people.today()) for item in items if item.entry.kind is Kind.KEEP_IN_TOUCH
    ]
    assert [day for day, _ in told] == sorted({day for day, _ in told})
    assert {item.entry.person for _, item in told} >= {each.id for each in fresh} | {"june"}
    people.do(keeping.quietened(fresh[0], quiet=True))
    told = {item.entry.person for _, items in days.from_day(people.today()) for item in items}
    assert "p0" not in told


def test_a_word_stands_in_the_calendar_too(people):
    days = Days(people, people)
    assert [str(item.entry.title) for item in days.on(date(2026, 11, 2))] == ["A word with June Farrow"]


def test_a_new_interview_at_a_known_company_says_who_is_there(people, qtbot):
    form = InterviewForm(people, None)
    qtbot.addWidget(form)
    form.company.setText("kestrel tools")
    assert form.known.words.text() == "You know Marta Lindholm and Joel Peretz at kestrel tools. Marta: “the release train”"
    form.company.setText("Unheard Of")
    assert form.known.words.text() == ""
    start = people.case("hallbrueck").interview.start
    people.do(added(Words("Add"), Interview(id="new", company="Kestrel Tools", role="Lead", start=start, zone="Europe/London")))
    page = InterviewPage(people, writer)
    qtbot.addWidget(page)
    page.show_interview("new")
    page.show()
    assert page.known.isVisible()
    with qtbot.waitSignal(page.known_wanted) as told:
        page.known.show_them.click()
    assert told.args == ["marta"]
    page.show_interview("hallbrueck")
    assert not page.known.isVisible()


def test_a_hello_in_the_calendar_opens_the_persons_page(window, people):
    people.do(keeping.rhythm_chosen(person(people, "vilma"), "A"))
    days = Days(people, people)
    hellos = [item for _, items in days.from_day(people.today()) for item in items if item.entry.person in {"vilma", "marta"}]
    assert [item.entry.opens for item in hellos] == ["vilma", "marta"]
    assert act(hellos[0], hellos[0].entry.day) == ("Say hello", Does.GREET)
    window.main.opened.emit(hellos[0].entry.opens)
    assert isinstance(window.page, PeoplePage)
    assert window.page.person == "vilma"
    window.go_back()
    window.main.opened.emit("acme")
    assert window.page.interview == "acme"


def test_next_says_hello_and_opens_that_person(window, people):
    people.do(keeping.rhythm_chosen(person(people, "vilma"), "A"))
    window._do(Does.GREET, "", "vilma")
    assert window.page.person == "vilma"
    window.go_back()
    window._do(Does.GREET, "kestrel", "marta")
    assert window.page.person == "marta"


def test_an_interview_leads_to_its_employers_line_where_there_were_several(window, people, qtbot):
    start = people.case("hallbrueck").interview.start
    second = Interview(
        id="two", company="Kestrel Tools", role="Lead", start=start, zone="Europe/London", people=("marta",), round=2
    )
    window.open_interview("kestrel")
    assert not window.page.employer.isVisible()
    people.do(added(Words("Add"), second))
    assert window.page.employer.isVisible()
    assert window.page.employer.text() == "All of Kestrel Tools"
    window.page.employer.click()
    assert window.page.person == "marta"
    qtbot.waitUntil(lambda: "Interview, Lead, round 2" in texts(window.page.detail))
    assert "Interview, Backend engineer" in texts(window.page.detail)
