"""The look: colours that can be read, type and lengths that grow together, icons in their role's colour."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from followup_desktop.places import resource
from followup_desktop.ui import look
from followup_desktop.ui.parts.focus import FocusRing

LIGHT, DARK = 0, 1

WORDS = {
    "text": ("window", "weekend", "sheet", "raised", "hover", "pressed", "ink_wash", "stamp_wash", "brick_wash"),
    "text2": ("window", "weekend", "sheet", "raised", "hover", "ink_wash", "stamp_wash", "brick_wash", "desk"),
    "ink": ("window", "sheet", "raised", "hover", "ink_wash"),
    "on_ink": ("ink", "ink_hover", "ink_pressed"),
    "stamp": ("sheet", "window", "stamp_wash", "ink_wash", "hover", "weekend"),
    "brick": ("raised", "sheet", "window", "brick_wash"),
    "paper_ink": ("paper",),
    "paper_note": ("paper",),
    "sheet": ("text",),
}
MARKS = {
    "field_line": ("sheet", "window", "raised"),
    "ink": ("sheet", "window", "ink_wash", "hover", "weekend"),
    "stamp_mark": ("sheet", "window", "stamp_wash", "ink_wash", "hover"),
    "brick_mark": ("sheet", "brick_wash"),
}


def luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def pairs(table):
    return [(front, ground, scheme) for front, grounds in table.items() for ground in grounds for scheme in (LIGHT, DARK)]


@pytest.mark.parametrize(("front", "ground", "scheme"), pairs(WORDS))
def test_words_can_be_read_on_their_ground(front, ground, scheme):
    assert contrast(look.TOKENS[front][scheme], look.TOKENS[ground][scheme]) >= 4.5


@pytest.mark.parametrize(("front", "ground", "scheme"), pairs(MARKS))
def test_marks_can_be_told_from_their_ground(front, ground, scheme):
    assert contrast(look.TOKENS[front][scheme], look.TOKENS[ground][scheme]) >= 3.0


def test_every_wash_has_its_outline_and_its_words():
    for family in ("ink", "stamp", "brick"):
        assert {f"{family}_wash", f"{family}_line", family} <= set(look.TOKENS)


@pytest.fixture
def light(qapp):
    look.apply(qapp, "light")
    yield qapp
    look.apply(qapp, "light")


@pytest.fixture
def large(light):
    before = QApplication.font()
    doubled = QFont(before)
    doubled.setPixelSize(2 * look.font_px())
    light.setFont(doubled)
    yield light
    light.setFont(before)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tone_follows_the_palette_in_force(light, scheme):
    look.apply(light, scheme)
    for token, pair in look.TOKENS.items():
        assert look.tone(token) == QColor(pair[scheme == "dark"])
    assert look.is_dark() == (scheme == "dark")
    assert not look.is_high_contrast()


def test_selected_and_disabled_words_have_their_roles(light):
    palette = light.palette()
    assert palette.color(QPalette.ColorRole.Highlight) == look.tone("ink")
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == look.tone("disabled")
    assert palette.color(QPalette.ColorRole.PlaceholderText) == look.tone("text2")


def test_a_palette_that_is_not_ours_is_left_alone(light):
    own = QPalette(QColor("black"), QColor("black"))
    own.setColor(QPalette.ColorRole.WindowText, QColor("yellow"))
    own.setColor(QPalette.ColorRole.Base, QColor("black"))
    own.setColor(QPalette.ColorRole.Highlight, QColor("cyan"))
    light.setPalette(own)
    assert look.is_high_contrast()
    assert look.tone("text") == look.tone("stamp_line") == QColor("yellow")
    assert look.tone("stamp_wash") == look.tone("sheet") == QColor("black")
    assert look.tone("ink") == QColor("cyan")
    assert look.tone("paper") == QColor(look.TOKENS["paper"][LIGHT])
    assert "#" in look.style_sheet()


def test_an_unknown_role_is_a_mistake(light):
    with pytest.raises(KeyError):
        look.tone("petrol")
    with pytest.raises(KeyError):
        look.font("headline")


def test_lengths_and_type_grow_with_the_system_font(large):
    assert look.px(16) == round(16 * look.font_px() / 13)
    assert look.font("display").pixelSize() == 2 * look.font_px()
    assert look.font("small").pixelSize() < look.font("caption").pixelSize() < look.font("body").pixelSize()
    assert look.font("title").weight() == QFont.Weight.DemiBold
    assert look.font("body", 700).weight() == QFont.Weight.Bold


def test_a_line_never_vanishes(light):
    small = QFont(QApplication.font())
    before = QApplication.font()
    small.setPixelSize(5)
    light.setFont(small)
    assert look.px(1) == 1
    assert look.px(-1) == -1
    assert look.px(0) == 0
    light.setFont(before)


def test_the_style_sheet_grows_with_the_font(large):
    assert f"font-size: {look.px(12)}px" in large.styleSheet()


def test_icons_are_drawn_in_their_roles_colour(light):
    picture = look.pixmap("stop", "brick", 28).toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert look.tone("brick").name() in colours


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_is_drawn(light, path):
    picture = look.pixmap(path.stem, "text", 20).toImage()
    drawn = [picture.pixelColor(x, y).alpha() for x in range(picture.width()) for y in range(picture.height())]
    assert max(drawn) > 150
    assert path.stem == "app" or sum(1 for alpha in drawn if alpha > 128) < len(drawn) / 2  # lines, not a blot


def test_icons_but_the_programs_own_carry_no_colour():
    for path in resource("icons").glob("*.svg"):
        if path.stem != "app":
            text = path.read_text(encoding="utf-8")
            assert "currentColor" in text
            assert "#" not in text
            assert text.count("<path") == 1


def test_an_icon_that_does_not_exist_is_a_mistake(light):
    with pytest.raises(FileNotFoundError):
        look.pixmap("floppy", "text")


def test_a_buttons_icon_follows_the_scheme_by_itself(light, qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(look.icon("plus"))

    def ink():
        picture = button.icon().pixmap(QSize(16, 16)).toImage()
        return picture.pixelColor(picture.width() // 2, picture.height() // 2).lightness()

    before = ink()
    look.apply(light, "dark")
    assert ink() > before
    disabled = button.icon().pixmap(QSize(16, 16), QIcon.Mode.Disabled).toImage()
    assert disabled.pixelColor(disabled.width() // 2, disabled.height() // 2) != look.tone("text")


def test_dressing_twice_keeps_one_follower_and_one_ring(light):
    look.apply(light, "dark")
    look.apply(light, "light")
    assert len(light.findChildren(FocusRing)) == 1


def test_widgets_repaint_when_the_scheme_changes(light, qtbot):
    class Counter(QWidget):
        changes = 0

        def changeEvent(self, event):  # noqa: N802  (Qt's own name)
            Counter.changes += event.type() == event.Type.PaletteChange
            super().changeEvent(event)

    widget = Counter()
    qtbot.addWidget(widget)
    widget.show()
    look.apply(light, "dark")
    assert Counter.changes >= 1


def test_hatching_leaves_its_ground_visible(light):
    tile = look.hatch_brush().texture().toImage()
    alphas = [tile.pixelColor(x, y).alpha() for x in range(tile.width()) for y in range(tile.height())]
    assert min(alphas) == 0
    assert max(alphas) > 100
