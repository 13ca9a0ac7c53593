"""The hand of a card: any font of the computer can be it, one whose maker forbids that is refused, one that is gone is said."""

import fontpkg
import pytest
from fontTools.ttLib import TTFont
from PySide6.QtCore import Qt

from followup_desktop import shipped
from followup_desktop.paper import own_hands, system_fonts
from followup_desktop.ui import look
from followup_desktop.ui.card_options import CardOptions
from followup_desktop.ui.card_table import HANDS


def font(path, family, bits=0):
    made = TTFont(fontpkg.path("Kalam"))
    for number, words in ((1, family), (16, family)):
        made["name"].setName(words, number, 3, 1, 0x409)
    made["OS/2"].fsType = bits
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(path)


@pytest.fixture
def fonts(home):
    """A computer with two fonts in the user's own folder, one of which may not be embedded."""
    folder = home / "xdg_data_home" / "fonts"
    font(folder / "a.ttf", "My Own Hand")
    font(folder / "b.ttf", "My Closed Hand", bits=2)
    for cached in (own_hands.own_hands, system_fonts.font_files):
        cached.cache_clear()
    yield
    for cached in (own_hands.own_hands, system_fonts.font_files):
        cached.cache_clear()


@pytest.fixture
def options(qtbot, qapp, desk, fonts):
    look.apply(qapp, "light")

    def made():
        one = CardOptions(desk, shipped.stocks)
        qtbot.addWidget(one)
        one.told = []
        one.problem.connect(lambda problem: one.told.append(str(problem.what)))
        one.fill()
        one.hand_choice.look_around()
        return one

    yield made
    desk.background.close()


def offered(options):
    return [options.hand_choice.itemText(at) for at in range(options.hand_choice.count())]


def choose(options, name):
    options.hand_choice.setCurrentIndex(options.hand_choice.findData(name))
    options.hand_choice.activated.emit(options.hand_choice.currentIndex())


def test_the_fonts_of_the_computer_come_after_the_program_s_own_hands(options, qtbot):
    made = options()
    assert offered(made) == list(HANDS)
    qtbot.waitUntil(lambda: "My Own Hand" in offered(made), timeout=5000)
    assert offered(made)[: len(HANDS)] == list(HANDS)
    for at in range(len(HANDS)):
        font = made.hand_choice.itemData(at, Qt.ItemDataRole.FontRole)
        assert font.family() == HANDS[at]


def test_a_font_is_taken_and_kept(options, qtbot, desk):
    made = options()
    qtbot.waitUntil(lambda: "My Own Hand" in offered(made), timeout=5000)
    with qtbot.waitSignal(made.changed):
        choose(made, "My Own Hand")
    assert made.setup().hand == "My Own Hand"
    again = options()
    assert again.setup().hand == "My Own Hand"
    qtbot.waitUntil(lambda: "My Closed Hand" in offered(again), timeout=5000)
    assert again.setup().hand == "My Own Hand"
    assert again.told == made.told == []


def test_a_font_that_may_not_be_embedded_is_refused_in_a_sentence(options, qtbot, desk):
    made = options()
    qtbot.waitUntil(lambda: "My Closed Hand" in offered(made), timeout=5000)
    choose(made, "My Closed Hand")
    assert made.told == ["The font My Closed Hand cannot be used: its maker does not allow it to be put into a PDF."]
    assert made.setup().hand == "Caveat"
    assert desk.settings.get("hand", "") == ""


def test_a_font_that_is_gone_gives_way_to_the_usual_hand(options, qtbot, desk):
    desk.settings.set("hand", "Sold Last Year")
    made = options()
    assert made.setup().hand == "Sold Last Year"
    qtbot.waitUntil(lambda: bool(made.told), timeout=5000)
    assert "Sold Last Year is not on this computer any more" in made.told[0]
    assert made.setup().hand == "Caveat"
