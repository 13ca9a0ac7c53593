"""The insight page in the real window: reached by menu, kind while it is empty, honest under ten cases, counted anew."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from followup_desktop import shipped
from followup_desktop.core import changes
from followup_desktop.core.records import Card, CardState, Interview, Outcome, Person, Promise, added, card_id
from followup_desktop.core.words import Words
from followup_desktop.ui import look
from followup_desktop.ui.insight_page import InsightPage
from followup_desktop.ui.insight_pictures import LATER, SOONER
from followup_desktop.ui.window import Window

pytestmark = pytest.mark.slow

FIRST = date(2026, 9, 7)


def tell(notebook, count):
    """So many interviews: each second card late, each answer one day later than the one before."""
    for at in range(count):
        day = FIRST + timedelta(days=at)
        person = Person(id=f"p{at}", name=f"Person {at}")
        came = day + timedelta(days=10 + at)
        interview = Interview(
            id=f"i{at}",
            company=f"Employer {at % 3}",
            role="",
            start=datetime.combine(day, time(10)),
            people=(person.id,),
            outcome=Outcome.REJECTED,
            outcome_on=came,
            answered_on=came,
        )
        promise = Promise(id=f"q{at}", interview=interview.id, words="soon", latest=day + timedelta(days=10), heard=day)
        posted = datetime.combine(day + timedelta(days=2 * (at % 2)), time(12), UTC)
        key = card_id(interview.id, person.id)
        card = Card(id=key, interview=interview.id, person=person.id, state=CardState.POSTED, posted_at=posted)
        notebook.apply(added(Words("Tell"), person, interview, promise, card))


@pytest.fixture
def window(qtbot, qapp, desk):
    """The window in front of the insight page; `desk` has what the test told."""

    def show():
        look.apply(qapp, "light")
        made = Window(desk, shipped.writer, shipped.stocks, is_sample=True)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitExposed(made)
        made.actions_by_name["insight"].trigger()
        return made

    yield show
    desk.background.close()


def texts(page):
    QApplication.processEvents()
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible() and each.text()]


def test_an_empty_notebook_is_told_kindly_and_the_way_back_leads_home(window):
    shown = window()
    assert isinstance(shown.page, InsightPage)
    assert "Nothing to tell yet" in texts(shown.page)
    shown.go_back()
    assert shown.page is shown.main


def test_under_ten_cases_there_are_marks_but_no_figure(window, notebook):
    tell(notebook, 9)
    page = window().page
    assert {"Too few cards to tell: 9 so far.", "Too few promises to tell: 9 so far."} <= set(texts(page))
    assert not any(" of " in text and "kept" not in text for text in texts(page))
    assert page.cards.ring.accessibleName() == "5 within 24 hours, 4 later, still welcome"


def test_from_ten_cases_on_the_figures_stand_in_words(window, notebook):
    tell(notebook, 12)
    page = window().page
    told = texts(page)
    assert "6 of 12 cards were in the post within 24 hours." in told
    assert "They kept 1 of 12 promised days." in told
    assert "Half of the answers had come 5 days later." in told
    assert told.count("None to count yet") == 2
    assert [strip.accessibleName() for strip in page.promises.strips] == [
        "Employer 2: 0 of 4 kept",
        "Employer 1: 0 of 4 kept",
        "Employer 0: 1 of 4 kept",
    ]


def test_a_change_is_counted_at_once_and_taken_back(window, notebook, desk):
    tell(notebook, 10)
    page = window().page
    case = desk.case("i0")
    desk.do(changes.outcome_set(case, Outcome.WAITING, desk.today()))
    assert "Too few promises to tell: 9 so far." in texts(page)
    desk.undo()
    assert "They kept 1 of 10 promised days." in texts(page)


def test_what_is_far_off_stands_at_the_end_of_its_strip(window, notebook):
    tell(notebook, 3)
    page = window().page
    strip = page.promises.strips[0]
    assert strip.place(-100) == strip.place(-SOONER) > 0
    assert strip.place(100) == strip.place(LATER) < strip.width()
    assert strip.place(-SOONER) < strip.place(0) < strip.place(LATER)


@pytest.mark.parametrize("size", [13, 26])
def test_the_page_has_room_in_a_narrow_window(window, notebook, qapp, size):
    before = qapp.font()
    larger = qapp.font()
    larger.setPixelSize(size)
    qapp.setFont(larger)
    try:
        tell(notebook, 12)
        shown = window()
        shown.resize(560, 700)
        texts(shown.page)
        for panel in (shown.page.cards, shown.page.promises, shown.page.replies):
            assert panel.width() <= shown.page.width()
    finally:
        qapp.setFont(before)
        look.apply(qapp, "light")
