"""A fold simulator: a sheet's points are carried through the folds to what the reader of the card sees."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from followup_desktop.paper.impose import Panel, Place, fold_ticks, places
from followup_desktop.paper.stock import UNPRINTABLE


@dataclass(frozen=True)
class Spot:
    """A point of the sheet in space: where it lies, how deep in the pile (0 on top), which way its printed side looks."""

    sheet: tuple[float, float]
    x: float
    y: float
    depth: int = 0
    up: bool = True


def folded_behind(spot: Spot, layers: int, *, above=None, left_of=None) -> Spot:
    """The spot after its part of the pile, `layers` thick, was folded behind the rest along a line."""
    if above is not None and spot.y > above:
        return replace(spot, y=2 * above - spot.y, depth=2 * layers - 1 - spot.depth, up=not spot.up)
    if left_of is not None and spot.x < left_of:
        return replace(spot, x=2 * left_of - spot.x, depth=2 * layers - 1 - spot.depth, up=not spot.up)
    return spot


def closed_card(stock, sheet_point):
    (width, height), spot = stock.panel, Spot(sheet_point, *sheet_point)
    once = folded_behind(spot, 1, above=height)
    return folded_behind(once, 2, left_of=width)


def seen(stock, panel, spot):
    """Where on `panel` the reader sees the spot, from the panel's lower left corner; None when it is not there to be seen.

    The closed card is four layers deep, its spine at the left. Layers 0 and 1 are the cover, 2 and 3 the back.
    """
    width = stock.panel[0]
    if panel is Panel.FRONT and spot.depth == 0 and spot.up:
        return spot.x - width, spot.y
    if panel is Panel.BACK and spot.depth == 3 and not spot.up:
        return width - (spot.x - width), spot.y
    if panel is Panel.INSIDE_RIGHT and spot.depth == 2 and spot.up:
        return spot.x - width, spot.y
    if panel is Panel.INSIDE_LEFT and spot.depth == 1 and not spot.up:
        return width - (spot.x - width), spot.y
    return None


def grid(stock):
    width, height = stock.panel
    return [(width * across / 7, height * up / 9) for across in range(1, 7) for up in range(1, 9)]


def misplaced(stock, where):
    """The points of all panels that the reader sees elsewhere than they were drawn, or not at all."""
    wrong = []
    for panel, place in where.items():
        for point in grid(stock):
            view = seen(stock, panel, closed_card(stock, place.on_sheet(*point)))
            if view != pytest.approx(point):
                wrong.append((panel, point, view))
    return wrong


def test_every_point_of_every_panel_is_read_where_it_was_drawn(stock):
    assert misplaced(stock, places(stock)) == []


def test_the_four_panels_are_as_the_design_has_them(a4):
    corners = {panel: (place.on_sheet(1, 1), place.turned) for panel, place in places(a4).items()}
    assert corners[Panel.FRONT] == (pytest.approx((106, 1)), False)
    assert corners[Panel.BACK] == (pytest.approx((1, 1)), False)
    assert corners[Panel.INSIDE_LEFT] == (pytest.approx((209, 296)), True)
    assert corners[Panel.INSIDE_RIGHT] == (pytest.approx((104, 296)), True)


@pytest.mark.parametrize("panel", list(Panel))
def test_the_simulator_notices_a_panel_that_is_not_turned_as_it_must(stock, panel):
    (width, height), good = stock.panel, places(stock)
    place = good[panel]
    sign = -1 if place.turned else 1
    turned = Place(panel, place.x + sign * width, place.y + sign * height, turned=not place.turned)
    assert len(misplaced(stock, {**good, panel: turned})) == len(grid(stock))


def test_the_simulator_notices_two_panels_swapped(stock):
    good = places(stock)
    swapped = {**good, Panel.INSIDE_LEFT: good[Panel.INSIDE_RIGHT], Panel.INSIDE_RIGHT: good[Panel.INSIDE_LEFT]}
    assert len(misplaced(stock, swapped)) == 2 * len(grid(stock))


def test_fold_ticks_stand_on_the_folds_in_the_margin_only(stock):
    numbers = [float(word) for word in fold_ticks(stock).split() if word.replace(".", "").isdigit()]
    (width, height), (fold_x, fold_y) = stock.sheet, stock.panel
    points = list(zip(numbers[2::2], numbers[3::2], strict=True))
    assert len(points) == 8
    for x, y in points:
        assert x == pytest.approx(fold_x, abs=0.001) or y == pytest.approx(fold_y, abs=0.001)
        nearest = min(x, y, width - x, height - y)
        assert UNPRINTABLE < nearest < UNPRINTABLE + 3
