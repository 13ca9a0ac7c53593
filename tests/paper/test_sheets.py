"""Sheets that are printed on both sides, cut, and folded once or not at all: carried through printer, knife and fold.

The quarter-fold has its own simulator in test_impose.
"""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.paper import card
from followup_desktop.paper.impose import Flip, Panel, Place, cards_a_sheet, message_panel, places, upright_flip
from followup_desktop.paper.preview import render_panel
from followup_desktop.paper.stock import UNPRINTABLE, measured, open_size, parse_stocks, text_box

IN = 25.4
TWO_SIDED = [
    "half-5x7",
    "half-a5",
    "flat-a6",
    "flat-4x6",
    "avery-8315",
    "avery-3268",
    "avery-3266",
    "avery-5315",
    "avery-3265",
    "avery-8316",
    "avery-3256",
    "avery-3259",
    "avery-5389",
]


OWN = tuple(
    measured(f"{fold} {size[0]} x {size[1]}", *size, fold)
    for fold in ("half", "flat")
    for size in ((97, 140), (178, 127), (100, 200))
)


@pytest.fixture(params=[*TWO_SIDED, *OWN], ids=lambda each: each if isinstance(each, str) else each.id)
def sheet(request, stocks):
    return stocks.get(request.param) if isinstance(request.param, str) else request.param


def printed(stock, flip, side, point):
    """Where on the paper ink lies that stands at `point` of a page: seen from the first side, and whether it is on top.

    The printer turns the paper over around its long or its short edge; then it prints the second page on what is up.
    """
    (x, y), (width, height) = point, stock.sheet
    if side == 0:
        return x, y, True
    around_upright_edge = (height >= width) == (flip is Flip.LONG_EDGE)
    return (width - x, y, False) if around_upright_edge else (x, height - y, False)


def read(stock, slot, panel, ink):
    """Where on `panel` of the card cut out and folded the reader sees the ink; None when it is not there to be seen.

    Outside, the front is right of the fold, the back left of it. The card is opened like a book: what lies behind the front
    is then at the left. A flat card is turned like a page.
    """
    row, column = divmod(slot, stock.columns)
    width, height = stock.panel
    left, bottom = stock.x + column * stock.dx, stock.sheet[1] - stock.y - row * stock.dy - height
    x, y, on_top = ink[0] - left, ink[1] - bottom, ink[2]
    if not (0 <= x <= open_size(stock)[0] and 0 <= y <= height):
        return None
    if stock.fold == "flat":
        seen = {(Panel.FRONT, True): x, (Panel.BACK, False): width - x}.get((panel, on_top))
    elif on_top:
        seen = {Panel.FRONT: x - width, Panel.BACK: x}.get(panel)
    else:
        seen = {Panel.INSIDE_LEFT: 2 * width - x, Panel.INSIDE_RIGHT: width - x}.get(panel)
    return None if seen is None or not 0 <= seen <= width else (seen, y)


def is_upright(stock, flip, place):
    """Whether "up" on the page is "up" for the reader: both sides of a card have the same edge up."""
    turned_by_printer = place.side == 1 and flip is not upright_flip(stock)
    return place.turned is turned_by_printer


def grid(stock):
    width, height = stock.panel
    return [(width * across / 7, height * up / 9) for across in range(1, 7) for up in range(1, 9)]


def misplaced(stock, flip, where, slot):
    """The points of all panels that the reader sees elsewhere than they were drawn, or not at all."""
    wrong = []
    for panel, place in where.items():
        for point in grid(stock):
            view = read(stock, slot, panel, printed(stock, flip, place.side, place.on_sheet(*point)))
            if view is None or view != pytest.approx(point):
                wrong.append((panel, point, view))
    return wrong


@pytest.mark.parametrize("flip", list(Flip))
def test_every_point_of_every_panel_is_read_where_it_was_drawn(sheet, flip):
    for slot in range(cards_a_sheet(sheet)):
        where = places(sheet, slot, flip)
        assert misplaced(sheet, flip, where, slot) == []
        assert all(is_upright(sheet, flip, place) for place in where.values())


@pytest.mark.parametrize("flip", list(Flip))
def test_a_wrong_flip_is_noticed(sheet, flip):
    other = next(each for each in Flip if each is not flip)
    for slot in range(cards_a_sheet(sheet)):
        wrong = misplaced(sheet, flip, places(sheet, slot, other), slot)
        second_side = [panel for panel, place in places(sheet, slot).items() if place.side == 1]
        assert len(wrong) == len(second_side) * len(grid(sheet))


def test_two_panels_swapped_are_noticed(stocks):
    stock = stocks["half-5x7"]
    good = places(stock)
    swapped = {**good, Panel.INSIDE_LEFT: good[Panel.INSIDE_RIGHT], Panel.INSIDE_RIGHT: good[Panel.INSIDE_LEFT]}
    assert len(misplaced(stock, upright_flip(stock), swapped, 0)) == 2 * len(grid(stock))


def test_the_halves_are_as_the_design_has_them(stocks):
    outside_inside = places(stocks["avery-8315"], 0, Flip.LONG_EDGE)
    assert outside_inside[Panel.BACK] == Place(Panel.BACK, 0, pytest.approx(139.7), turned=False)
    assert outside_inside[Panel.FRONT] == Place(Panel.FRONT, 107.95, pytest.approx(139.7), turned=False)
    assert not outside_inside[Panel.INSIDE_RIGHT].turned
    assert places(stocks["avery-8315"], 0, Flip.SHORT_EDGE)[Panel.INSIDE_RIGHT].turned


def test_no_card_lies_on_another_and_all_lie_on_the_sheet(any_stock):
    corners = []
    for slot in range(cards_a_sheet(any_stock)):
        for place in places(any_stock, slot).values():
            near, far = place.on_sheet(0, 0), place.on_sheet(*any_stock.panel)
            box = (*map(min, near, far), *map(max, near, far))
            assert box[0] >= -0.01 and box[1] >= -0.01  # noqa: PT018  (one corner)
            assert (box[2] <= any_stock.sheet[0] + 0.1, box[3] <= any_stock.sheet[1] + 0.1) == (True, True)
            corners.append((place.side, box))
    for number, (side, box) in enumerate(corners):
        for other_side, other in corners[number + 1 :]:
            overlap = min(box[2], other[2]) - max(box[0], other[0]), min(box[3], other[3]) - max(box[1], other[1])
            assert side != other_side or min(overlap) < 0.01


@pytest.mark.parametrize(
    ("stock_id", "sheet_in", "panel_in", "cards"),
    [
        ("half-5x7", (10, 7), (5, 7), 1),
        ("flat-4x6", (6, 4), (6, 4), 1),
        ("avery-8315", (8.5, 11), (4.25, 5.5), 2),
        ("avery-3268", (8.5, 11), (4.25, 5.5), 2),
        ("avery-3266", (8.5, 11), (4.25, 5.5), 2),
        ("avery-5315", (8.5, 11), (4.25, 5.5), 2),
        ("avery-3265", (11, 8.5), (5.5, 8.5), 1),
        ("avery-8316", (11, 8.5), (5.5, 8.5), 1),
        ("avery-5389", (8.5, 11), (6, 4), 2),
    ],
)
def test_the_measures_are_those_on_the_packet(stocks, stock_id, sheet_in, panel_in, cards):
    stock = stocks[stock_id]
    assert stock.sheet == pytest.approx([value * IN for value in sheet_in])
    assert stock.panel == pytest.approx([value * IN for value in panel_in])
    assert cards_a_sheet(stock) == cards


def test_postcards_lie_where_the_perforation_is(stocks):
    tops = [279.4 - places(stocks["avery-5389"], slot)[Panel.FRONT].y - 101.6 for slot in (0, 1)]
    assert tops == pytest.approx([1.25 * IN, 5.75 * IN])
    assert places(stocks["avery-5389"])[Panel.FRONT].x == pytest.approx(1.25 * IN)


@pytest.mark.parametrize("stock_id", ["avery-3256", "avery-3259"])
@pytest.mark.parametrize("ease", [0.0, 1.0])
def test_text_stays_inside_the_embossed_frame(stocks, stock_id, ease):
    stock = stocks[stock_id]
    box = text_box(stock, ease)
    assert min(box.x, box.y, stock.panel[0] - box.x - box.width, stock.panel[1] - box.y - box.height) > 0.5 * IN
    assert [side - 2 * stock.inset for side in stock.panel] == pytest.approx([3.25 * IN, 4.5 * IN])


def opened(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
        sizes = [tuple(value / 72 * IN for value in page.get_size()) for page in document]
    return texts, sizes


def test_a_batch_fills_its_sheets_in_order(any_stock, write):
    letters = [write(f"Person{number}", "Thank you for your time.") for number in range(5)]
    texts, sizes = opened(card.pdf(letters, any_stock))
    a_sheet = cards_a_sheet(any_stock)
    both = 1 if any_stock.fold == "quarter" else 2
    assert len(texts) == both * -(-5 // a_sheet)
    assert all(size == pytest.approx(any_stock.sheet, abs=0.01) for size in sizes)
    for number in range(5):
        page = number // a_sheet * both + both - 1
        assert f"Dear Person{number}," in texts[page]
    fronts = [text.count("Thank you\r\n") + text.endswith("Thank you") for text in texts[::both]]
    assert both == 1 or fronts == [min(a_sheet, 5 - first) for first in range(0, 5, a_sheet)]


def test_the_picture_of_a_panel_is_that_panel_of_that_card(any_stock, write):
    made = card.pdf([write("Bo", "Thank you for your time.")] * 2 + [write()], any_stock)
    for panel in places(any_stock):
        first, second, third = (render_panel(made, any_stock, number, 30, panel) for number in range(3))
        for shown in (first, second, third):
            pixels = [side / IN * 30 for side in any_stock.panel]
            assert (shown.width, shown.height) == pytest.approx(pixels, abs=2)
            assert (min(shown.pixels) < 200) is (panel in {Panel.FRONT, message_panel(any_stock)})
        if (first.width, first.height) == (third.width, third.height) and cards_a_sheet(any_stock) == 1:
            assert (first.pixels != third.pixels) is (panel is message_panel(any_stock))


def test_a_partly_used_sheet_is_begun_further_on(stocks, write):
    letters = [write(f"Person{number}", "Thank you for your time.") for number in range(2)]
    texts, _ = opened(card.pdf(letters, stocks["avery-8315"], start=1))
    assert len(texts) == 4
    assert "Person0" in texts[1]
    assert "Person1" in texts[3]


@pytest.mark.parametrize(
    ("stock_id", "asks"),
    [
        ("quarter-a4", "/Simplex"),
        ("avery-8315", "/DuplexFlipLongEdge"),
        ("half-a5", "/DuplexFlipShortEdge"),
        ("flat-a6", "/DuplexFlipLongEdge"),
    ],
)
def test_the_file_asks_for_the_flip_it_was_made_for(stocks, write, stock_id, asks):
    made = card.pdf([write()], stocks[stock_id])
    assert f"/Duplex {asks}".encode() in made
    assert b"/PrintScaling /None" in made


def test_no_ink_is_near_an_edge_on_any_sheet(any_stock, write):
    made = card.pdf([write(), write("Ελένη"), write("محمد الأمين")], any_stock)
    with pypdfium2.PdfDocument(made) as document:
        for page in document:
            width, height = page.get_size()
            for thing in page.get_objects():
                left, bottom, right, top = thing.get_bounds()
                assert min(left, bottom, width - right, height - top) >= UNPRINTABLE / IN * 72 - 0.1


def test_the_message_is_behind_the_front_on_a_flat_card(stocks):
    assert message_panel(stocks["flat-a6"]) is Panel.BACK
    assert message_panel(stocks["half-a5"]) is Panel.INSIDE_RIGHT


GOOD = """
[[stock]]
id = "mine"
name = "Mine"
sheet = [210, 297]
panel = [100.0, 140.0]
fold = "half"
media = "custom"
rows = 2
y = 5
dy = 145
"""


@pytest.mark.parametrize(
    "change",
    [
        ("dy = 145", "dy = 100"),
        ("dy = 145", "dy = 160"),
        ("rows = 2", "rows = 3"),
        ("rows = 2", "rows = 0"),
        ("rows = 2", "rows = 2000000000"),
        ("rows = 2", "columns = 2"),
        ("y = 5", "y = -5"),
        ("y = 5", "y = nan"),
        ("y = 5", "x = 50"),
        ("y = 5", "inset = 60"),
        ('fold = "half"', 'fold = "quarter"'),
    ],
)
def test_cards_that_do_not_lie_on_their_sheet_are_refused(change):
    assert parse_stocks(GOOD)[0].rows == 2
    with pytest.raises(Problem, match="size called Mine"):
        parse_stocks(GOOD.replace(*change))


def test_every_size_has_a_name_and_id_of_its_own(stocks):
    assert len({stock.name for stock in stocks.values()}) == len(stocks) == 15
    assert replace(stocks["flat-a6"], id="x").media == "iso_a6_105x148mm"
