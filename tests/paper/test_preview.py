from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.paper.card import pdf
from followup_desktop.paper.impose import Panel, places
from followup_desktop.paper.preview import render, render_panel


@pytest.fixture(scope="module")
def made(write, stock):
    return pdf([write(), write("Dana Whitlock", "Thank you, Dana.")], stock)


def row(picture, number):
    return picture.pixels[number * picture.width * 4 : (number + 1) * picture.width * 4]


def turned(pixels, width):
    """Rows of `width` pixels as they are seen upside down: whether there is ink."""
    dark = [blue < 160 for blue in pixels[::4]]
    dark.reverse()
    return [dark[at : at + width] for at in range(0, len(dark), width)]


@pytest.mark.parametrize("dpi", [50, 96, 150.5])
def test_a_page_has_its_size_in_pixels(made, stock, dpi):
    picture = render(made, 0, dpi)
    assert picture.width == pytest.approx(stock.sheet[0] / 25.4 * dpi, abs=1)
    assert picture.height == pytest.approx(stock.sheet[1] / 25.4 * dpi, abs=1)
    assert len(picture.pixels) == picture.width * picture.height * 4


@pytest.mark.parametrize("panel", list(Panel))
@pytest.mark.parametrize("dpi", [50, 96, 130])
def test_a_panel_has_its_size_in_pixels(made, stock, panel, dpi):
    picture = render_panel(made, stock, 0, dpi, panel)
    assert picture.width == pytest.approx(stock.panel[0] / 25.4 * dpi, abs=1.01)
    assert picture.height == pytest.approx(stock.panel[1] / 25.4 * dpi, abs=1.01)


def test_pixels_are_blue_green_red_and_opaque(made):
    picture = render(made, 0, 100)
    assert set(picture.pixels[3::4]) == {255}
    inked = min(range(0, len(picture.pixels), 4), key=lambda at: sum(picture.pixels[at : at + 3]))
    blue, green, red = picture.pixels[inked : inked + 3]
    assert (red, green, blue) == pytest.approx((0x1E, 0x2B, 0x66), abs=3)


def test_the_message_is_shown_upright_though_it_is_printed_upside_down(a4, write):
    page, dpi = pdf([write()], a4), 254  # ten pixels a millimetre: the panel is 1050 x 1485
    whole, panel = render(page, 0, dpi), render_panel(page, a4, 0, dpi)
    assert (panel.width, panel.height) == (1050, 1485)
    printed = turned(b"".join(row(whole, number)[: 1050 * 4] for number in range(1485)), 1050)
    shown = [[blue < 160 for blue in row(panel, number)[::4]] for number in range(1485)]
    ink = sum(map(sum, shown))
    assert ink > 10_000
    assert sum(one != two for a, b in zip(printed, shown, strict=True) for one, two in zip(a, b, strict=True)) < 0.02 * ink


def test_back_and_inside_left_are_blank_and_the_others_are_not(made, stock):
    inked = {panel: min(render_panel(made, stock, 0, 72, panel).pixels) < 200 for panel in places(stock)}
    assert inked == {Panel.FRONT: True, Panel.BACK: False, Panel.INSIDE_LEFT: False, Panel.INSIDE_RIGHT: True}


def test_every_card_of_a_file_is_shown(made, stock):
    assert render_panel(made, stock, 0, 40) != render_panel(made, stock, 1, 40)


def test_many_threads_may_ask_at_once(made):
    with ThreadPoolExecutor(8) as pool:
        pictures = list(pool.map(lambda _: render(made, 0, 60), range(40)))
    assert len(set(pictures)) == 1


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.7\n"])
def test_what_is_no_pdf_is_refused_in_a_sentence(data):
    with pytest.raises(Problem, match="The preview could not be drawn"):
        render(data)


def test_a_page_that_there_is_not_is_refused(made):
    with pytest.raises(Problem, match="The preview could not be drawn"):
        render(made, 7)
