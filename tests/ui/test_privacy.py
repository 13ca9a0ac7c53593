"""With names hidden, no page of the window has one of them: neither in what is painted nor in what is read aloud."""

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QMarginsF, QPoint, QSizeF, Qt
from PySide6.QtGui import QAccessible, QPageSize, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from followup_desktop import shipped
from followup_desktop.core import moving
from followup_desktop.core.records import Interview, Person, added
from followup_desktop.core.words import Words
from followup_desktop.ui import look, privacy
from followup_desktop.ui.window import Window

pytestmark = pytest.mark.slow


@pytest.fixture
def window(qtbot, qapp, told, story):
    """The window on the whole story, wide enough for every word."""
    look.apply(qapp, "light")
    made = Window(told, shipped.writer, shipped.stocks)
    qtbot.addWidget(made)
    made.resize(1700, 1000)
    made.show()
    qtbot.waitExposed(made)
    yield made
    told.background.close()
    privacy.show()


def names(story):
    """Every word by which a company or a person of the story is known."""
    found = {interview.company for interview in story.INTERVIEWS}
    for person in story.PEOPLE:
        found |= {person.name, *person.name.split(), person.email, person.phone} - {""}
    return found


def painted(window):
    """The words that the window paints: it is painted into a PDF, and they are read from there."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setPageSize(QPageSize(QSizeF(window.width(), window.height()), QPageSize.Unit.Point))
    with QPainter(writer) as painter:
        window.render(painter, QPoint())
    document = pypdfium2.PdfDocument(bytes(buffer.data().data()))
    page = document[0]
    words = page.get_textpage().get_text_range()
    document.close()
    return " ".join(words.split())


def read_aloud(window):
    """Every name, description and value in the accessible tree of what is visible."""
    found = []
    waiting = [QAccessible.queryAccessibleInterface(window)]
    while waiting:
        here = waiting.pop()
        if here is None or not here.isValid() or here.state().invisible:
            continue
        found += [here.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)]
        waiting += [here.child(at) for at in range(here.childCount())]
    return "\n".join(found)


def tips(window):
    """The tooltips of all that is visible, and the words of the menus that can be opened there."""
    shown = [each.toolTip() for each in window.findChildren(QWidget) if each.isVisible()]
    menus = [menu for menu in window.findChildren(QMenu) if (owner := menu.parentWidget()) is None or owner.isVisible()]
    return "\n".join([*shown, *(action.text() for menu in menus for action in menu.actions())])


def found_in(words, told_names):
    return sorted(name for name in told_names if name.casefold() in words.casefold())


def settle():
    for _ in range(5):
        QApplication.processEvents()


def test_the_walk_itself_finds_names_where_they_are_shown(window, story):
    settle()
    assert {"Acme", "Hallbrück AG", "Initech"} <= set(found_in(painted(window), names(story)))
    assert {"Acme", "Hallbrück AG", "Tomáš Řehák"} <= set(found_in(read_aloud(window), names(story)))


def test_no_page_shows_or_says_a_name_while_names_are_hidden(window, story):
    window.actions_by_name["private"].trigger()
    assert privacy.is_on()
    walked = []
    for name, show in window.tour():
        show()
        settle()
        walked.append(name)
        assert found_in(painted(window), names(story)) == [], name
        assert found_in(read_aloud(window), names(story)) == [], name
        assert found_in(tips(window), names(story)) == [], name
    assert {"month", "week", "agenda", "interview", "debrief", "studio", "templates"} <= set(walked)


def test_overviews_stay_useful_with_initials(window):
    window.actions_by_name["private"].trigger()
    settle()
    words = painted(window)
    assert "Write 2 cards for A. T. Ř. and N. O. are still waiting." in words
    assert "Best: I." in words


def test_bars_and_the_undo_menu_hide_names_too(window, told, story):
    window.actions_by_name["private"].trigger()
    case = told.case("globex")
    window._move(moving.ask_on(case, told.today().replace(day=25), told.now(), told.workdays()))
    settle()
    assert found_in(painted(window), names(story)) == []
    window.bars.bars()[-1].reason.setText("another offer")
    QTest.keyClick(window.bars.bars()[-1].reason, Qt.Key.Key_Return)
    settle()
    assert told.case("globex").interview.ask_reason == "another offer"
    assert found_in(painted(window) + read_aloud(window) + tips(window), names(story)) == []
    assert "Undo" in window.actions_by_name["undo"].text()


def test_somebody_new_is_hidden_at_once(window, told, story):
    window.actions_by_name["private"].trigger()
    start = story.NOW.replace(tzinfo=None, hour=15)
    new = Interview(id="new", company="Wonka Works", role="Taster", start=start, zone="Europe/London", people=("willy",))
    told.do(added(Words("Add"), Person(id="willy", name="Willy Wonka", company="Wonka Works"), new))
    settle()
    assert found_in(painted(window) + read_aloud(window), {"Wonka", "Willy"}) == []
    assert "W. W." in painted(window)


def test_a_covered_page_is_shown_by_one_press_until_it_is_left(window, qtbot, story):
    window.actions_by_name["private"].trigger()
    window.open_interview("acme")
    assert window.pages.curtain.isVisible()
    assert not window.page.isVisible()
    window.pages.curtain.button.click()
    assert window.page.isVisible()
    assert "Acme" in painted(window)
    window.go_back()
    window.open_interview("acme")
    assert window.pages.curtain.isVisible()
    window.actions_by_name["private"].trigger()
    assert window.page.isVisible()
    assert window.page.interview == "acme"


def test_it_is_kept_for_the_next_start(window, told, qtbot):
    window.actions_by_name["private"].trigger()
    assert told.settings.get("private", False)
    assert window.actions_by_name["private"].isChecked()
    privacy.show()
    again = Window(told, shipped.writer, shipped.stocks)
    qtbot.addWidget(again)
    assert privacy.is_on()


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Ask Initech today. Dana Whitlock, by phone.", "Ask I. today. D. W., by phone."),
        ("Print Tomáš’s card", "Print T.’s card"),
        ("TOMÁŠ ŘEHÁK and Tomášek", "T. Ř. and Tomášek"),
        ("Best: Kestrel Tools", "Best: K. T."),
        ("Tools for Kestrels", "Tools for Kestrels"),
        ("pia@globex.example", "p. g. e."),
        ("You may ask Initech.", "You may ask I."),
        ("", ""),
        ("Nothing to do today.", "Nothing to do today."),
    ],
)
def test_names_become_initials_and_nothing_else_changes(story, text, hidden):
    veil = privacy.Veil({each.company for each in story.INTERVIEWS}, story.PEOPLE)
    assert veil.over(text) == hidden
