from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from followup_desktop.core import changes
from followup_desktop.core.agenda import Group
from followup_desktop.core.history import removal
from followup_desktop.core.records import CardState, Change, Interview, Outcome
from followup_desktop.core.words import Words
from followup_desktop.ui import look
from followup_desktop.ui.interview_rows import ID_ROLE, RECORD_ROLE, SORT_ROLE, Heading, InterviewRows, Line, Order, when_words
from followup_desktop.ui.interviews import InterviewPanel

NAME = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def panel(told, qtbot):
    shown = InterviewPanel(told)
    qtbot.addWidget(shown)
    shown.resize(280, 626)
    shown.show()
    return shown


def words(panel):
    return [row.group.value if isinstance(row, Heading) else row.id for row in all_rows(panel)]


def all_rows(panel):
    return [panel.rows.index(n).data(RECORD_ROLE) for n in range(panel.rows.rowCount())]


def press(panel, qtbot, interview, click=None):
    rect = panel.view.visualRect(panel.rows.index_of(interview))
    (click or qtbot.mouseClick)(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def closed_heading(panel):
    return panel.rows.index(panel.rows.rowCount() - 1)


# --- rows ----------------------------------------------------------------------------------------------------------------


def test_interviews_stand_in_their_groups_by_next_step(panel):
    assert words(panel) == [
        "today",
        "acme",
        "coming",
        "hallbrueck",
        "waiting",
        "initech",
        "globex",
        "keep-in-touch",
        "kestrel",
        "closed",
    ]


def test_the_model_keeps_qts_contract(told, qtmodeltester):
    rows = InterviewRows(told, told)
    qtmodeltester.check(rows)
    rows.toggle_closed()
    qtmodeltester.check(rows)
    rows.show_only(["acme"])
    qtmodeltester.check(rows)


def test_rows_carry_their_record_id_and_sort_value(panel):
    index = panel.rows.index_of("globex")
    assert isinstance(index.data(RECORD_ROLE), Line)
    assert index.data(ID_ROLE) == "globex"
    assert index.data(SORT_ROLE) > panel.rows.index_of("initech").data(SORT_ROLE)
    heading = panel.rows.index(0)
    assert (heading.data(ID_ROLE), heading.data(SORT_ROLE)) == ("", None)
    assert panel.rows.data(panel.rows.index(99)) is None


def test_headings_cannot_be_selected(panel):
    for n, row in enumerate(all_rows(panel)):
        selectable = bool(panel.rows.index(n).flags() & Qt.ItemFlag.ItemIsSelectable)
        assert selectable == isinstance(row, Line)


@pytest.mark.parametrize(
    ("interview", "said"),
    [
        ("acme", "Acme, Platform engineer, today 10:00. 1 of 3 cards posted. Write 2 cards by 17:00."),
        ("hallbrueck", "Hallbrück AG, Site reliability engineer, Wed 2 Dec 14:00. Print your kit on Tue 1 Dec."),
        ("initech", "Initech, DevOps lead, Tue 10 Nov. The card is posted. May ask today, best tomorrow."),
        ("globex", "Globex, Data engineer, Fri 20 Nov. 2 of 2 cards posted. Quiet until Mon 7 Dec."),
        ("kestrel", "Kestrel Tools, Backend engineer, Thu 5 Nov. Say hello from Thu 17 Dec."),
    ],
)
def test_a_row_is_a_whole_sentence(panel, interview, said):
    assert panel.rows.index_of(interview).data(NAME) == said


def test_a_row_tells_when_as_shortly_as_its_group_allows(panel):
    today = date(2026, 11, 23)
    told_when = {line.id: when_words(line, today) for line in panel.rows.lines()}
    assert told_when["acme"] == "10:00"
    assert told_when["hallbrueck"] == "Wed 2 Dec"
    assert told_when["globex"] == "20 Nov"


def test_a_ring_shows_cards_only_where_it_is_about_them(panel):
    rings = {line.id: (line.states, line.ring_icon) for line in panel.rows.lines()}
    assert rings["acme"] == ((CardState.POSTED, CardState.DRAFTED, CardState.TO_WRITE), "")
    assert rings["hallbrueck"][1] == "calendar"
    assert rings["kestrel"][1] == "sprout"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [120, 200, 224, 280, 500])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_paints_at_every_width(panel, qapp, scheme, width, direction):
    look.apply(qapp, scheme)
    panel.rows.toggle_closed()
    panel.setLayoutDirection(direction)
    panel.resize(width, 500)
    assert not panel.grab().isNull()


# --- the folded group ----------------------------------------------------------------------------------------------------


def test_closed_interviews_are_folded_away_with_their_number(panel):
    heading = closed_heading(panel)
    assert heading.data(RECORD_ROLE) == Heading(Group.CLOSED, 2, folds=True, folded=True)
    assert heading.data(NAME) == "Closed, 2 folded away. Enter opens them."


def test_the_fold_opens_by_mouse(panel, qtbot):
    rect = panel.view.visualRect(closed_heading(panel))
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert words(panel)[-2:] == ["northgate", "wayfarer"]
    assert panel.current() == "acme"


@pytest.mark.parametrize("opening", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Right])
@pytest.mark.parametrize("folding", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Left])
def test_the_fold_opens_and_closes_by_key(panel, qtbot, opening, folding):
    qtbot.keyClick(panel.view, Qt.Key.Key_End)
    qtbot.keyClick(panel.view, opening)
    assert words(panel)[-2:] == ["northgate", "wayfarer"]
    qtbot.keyClick(panel.view, folding)
    assert words(panel)[-1] == "closed"


def test_an_interview_that_is_folded_away_is_shown_when_it_is_chosen(panel):
    panel.show_group(Group.WAITING)
    panel.choose("wayfarer")
    assert panel.current() == "wayfarer"


# --- selection, keys, mouse ----------------------------------------------------------------------------------------------


def test_the_first_interview_is_selected_at_the_start(panel):
    assert panel.current() == "acme"


def test_down_steps_over_headings(panel, qtbot):
    panel.take_focus()
    with qtbot.waitSignal(panel.chosen) as chosen, qtbot.waitSignal(panel.selected) as selected:
        qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert chosen.args == selected.args == ["hallbrueck"]


def test_a_press_selects_and_a_double_click_opens(panel, qtbot):
    with qtbot.waitSignal(panel.selected) as told_of:
        press(panel, qtbot, "globex")
    assert told_of.args == ["globex"]
    with qtbot.waitSignal(panel.opened) as told_of:
        press(panel, qtbot, "globex", qtbot.mouseDClick)
    assert told_of.args == ["globex"]


def test_enter_opens(panel, qtbot):
    with qtbot.waitSignal(panel.opened) as told_of:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert told_of.args == ["acme"]


def test_esc_lets_the_selection_go(panel, qtbot):
    with qtbot.waitSignal(panel.selected) as told_of:
        qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert told_of.args == [""]
    assert panel.current() == ""
    panel.rows.toggle_closed()
    assert panel.current() == ""


def test_choosing_from_outside_is_no_wish_of_the_users(panel, qtbot):
    with qtbot.assertNotEmitted(panel.selected), qtbot.waitSignal(panel.chosen):
        panel.choose("globex")
    assert panel.current() == "globex"


# --- changes -------------------------------------------------------------------------------------------------------------


def test_a_card_posted_changes_ring_and_words_and_undo_changes_them_back(panel, told):
    case = told.case("acme")
    told.do(changes.card_marked(case, "tomas", CardState.POSTED, told.now()))
    assert panel.rows.index_of("acme").data(NAME).endswith("2 of 3 cards posted. Write 1 card by 17:00.")
    told.undo()
    assert panel.rows.index_of("acme").data(NAME).endswith("1 of 3 cards posted. Write 2 cards by 17:00.")


def test_the_selection_stays_with_the_interview_when_it_changes_its_group(panel, told, qtbot):
    panel.choose("globex")
    with qtbot.assertNotEmitted(panel.chosen):
        told.do(changes.outcome_set(told.case("globex"), Outcome.REJECTED, date(2026, 11, 23)))
    assert panel.current() == "globex"
    assert panel.rows.index_of("globex").data(RECORD_ROLE).group is Group.KEEP_IN_TOUCH


def test_a_deleted_interview_leaves_the_list_and_comes_back(panel, told):
    panel.choose("hallbrueck")
    told.do(Change(Words("Delete"), removal(told.case("hallbrueck"))))
    assert "hallbrueck" not in words(panel)
    assert panel.current() == ""
    told.undo()
    assert "hallbrueck" in words(panel)


def test_a_new_round_sends_the_old_one_to_the_closed(panel, told):
    later = Interview(
        id="second", company="Initech", role="DevOps lead", start=datetime.fromisoformat("2026-11-30T09:00"), zone="Europe/London"
    )
    told.do(changes.interview_added(later, ()))
    assert "initech" not in words(panel)
    assert words(panel)[2:5] == ["coming", "second", "hallbrueck"]


# --- filter, order, search -----------------------------------------------------------------------------------------------


def test_a_filter_shows_one_group_whole(panel):
    panel.show_group(Group.CLOSED)
    assert words(panel) == ["closed", "northgate", "wayfarer"]
    assert panel.findChild(QPushButton).text() == "Closed"
    panel.show_group(None)
    assert words(panel)[0] == "today"


def test_a_filter_without_anything_says_so_and_offers_all(panel, told, qtbot):
    told.do(
        changes.interview_edited(told.case("hallbrueck").interview, replace(told.case("hallbrueck").interview, cancelled=True))
    )
    panel.show_group(Group.COMING)
    assert panel._nothing_found.words.text() == "Nothing under “Coming”."
    qtbot.mouseClick(panel._other, Qt.MouseButton.LeftButton)
    assert words(panel)[0] == "today"


@pytest.mark.parametrize(
    ("order", "waiting"),
    [(Order.NEXT_STEP, ["initech", "globex"]), (Order.DATE, ["globex", "initech"]), (Order.COMPANY, ["globex", "initech"])],
)
def test_lines_can_be_sorted_by_step_date_and_company(panel, order, waiting):
    panel.sort_by(order)
    assert [line.id for line in panel.rows.lines() if line.group is Group.WAITING] == waiting
    assert panel._sort_actions[order].isChecked()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rehak", ["acme"]),
        ("HALLBRUCK", ["hallbrueck"]),
        ("technical writer", ["acme"]),
        ("wayfarer", ["wayfarer"]),
        ("engineer data", ["globex"]),
    ],
)
def test_search_finds_names_notes_and_companies_in_every_group(panel, text, found):
    panel.search(text)
    assert [line.id for line in panel.rows.lines()] == found
    panel.search("  ")
    assert len(panel.rows.lines()) == 5


def test_a_search_without_a_find_asks_what_was_meant(panel, qtbot):
    panel.search("kestrl")
    assert panel._nothing_found.words.text() == "Nothing with “kestrl”. Did you mean Kestrel Tools?"
    with qtbot.waitSignal(panel.search_wanted) as told_of:
        qtbot.mouseClick(panel._other, Qt.MouseButton.LeftButton)
    assert told_of.args == ["Kestrel Tools"]
    assert [line.id for line in panel.rows.lines()] == ["kestrel"]
    panel.search("xyzzy")
    assert panel._nothing_found.words.text() == "Nothing with “xyzzy”."


def test_a_search_that_finds_very_many_shows_the_newest_and_counts_the_rest(panel, told):
    many = [
        Interview(id=f"m{n:03}", company="Northwind", role=f"Role {n}", start=date(2020, 1, 1) + timedelta(n)) for n in range(230)
    ]
    told.do(Change(Words("Add"), tuple((None, each) for each in many)))
    panel.search("northwind")
    assert len(panel.rows.lines()) == 200
    assert all_rows(panel)[-1] == Heading(None, 30)
    assert panel.rows.index(panel.rows.rowCount() - 1).data(NAME) == "30 more. Another word finds fewer."
    assert not panel.grab().isNull()
    assert panel.rows.index_of("m229").isValid()
    assert not panel.rows.index_of("m000").isValid()


def test_a_search_stays_true_when_something_changes(panel, told):
    panel.search("bees")
    told.do(changes.note_edited(next(note for note in told.case("acme").notes if "bees" in note.text), "we both sail"))
    assert panel.rows.lines() == []


# --- nothing yet ---------------------------------------------------------------------------------------------------------


def test_an_empty_list_offers_the_two_other_doors(desk, qtbot, british):
    panel = InterviewPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    doors = {button.text(): button for button in panel._none.findChildren(QPushButton)}
    with qtbot.waitSignal(panel.just_had_wanted):
        qtbot.mouseClick(doors["I just had one"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.sample_wanted):
        qtbot.mouseClick(doors["Show sample data"], Qt.MouseButton.LeftButton)
    assert panel._stack.currentWidget() is panel._none
    interview = Interview(id="new", company="Acme", role="", start=date(2026, 12, 1))
    desk.do(changes.interview_added(interview, ()))
    assert panel._stack.currentWidget() is panel.view
    assert panel.current() == "new"
