from __future__ import annotations

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.paper.stock import UNPRINTABLE, default_stock, parse_stocks, stock_named, text_box

GOOD = """
[[stock]]
id = "mine"
name = "Mine"
sheet = [200, 280]
panel = [100.0, 140.0]
fold = "quarter"
media = "custom"
"""


def test_both_quarter_folds_use_the_whole_sheet(stock):
    assert stock.fold == "quarter"
    assert stock.sheet == pytest.approx((2 * stock.panel[0], 2 * stock.panel[1]))


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("US", "quarter-letter"),
        ("ca", "quarter-letter"),
        ("MX", "quarter-letter"),
        ("PH", "quarter-letter"),
        ("DE", "quarter-a4"),
        ("GB", "quarter-a4"),
        ("", "quarter-a4"),
        ("CL", "quarter-letter"),
        ("CO", "quarter-letter"),
        ("IN", "quarter-a4"),
    ],
)
def test_the_paper_follows_the_country(stocks, country, expected):
    assert default_stock(tuple(stocks.values()), country).id == expected


def test_an_unknown_size_is_answered_with_the_known_ones(stocks):
    with pytest.raises(Problem, match=r"no card size called postcard.*quarter-letter, quarter-a4"):
        stock_named(tuple(stocks.values()), "postcard")


@pytest.mark.parametrize("ease", [0.0, 0.5, 1.0])
def test_the_text_keeps_clear_of_the_edges(stock, ease):
    box = text_box(stock, ease)
    assert min(box.x, box.y, stock.panel[0] - box.x - box.width, stock.panel[1] - box.y - box.height) > UNPRINTABLE


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("", "list of card sizes is empty"),
        ("not toml", "cannot be read"),
        ("stock = 3", "list of card sizes"),
        ("stock = [3]", "Card size 1 is not complete"),
        (GOOD.replace('id = "mine"', ""), "Card size 1 is not complete"),
        (GOOD.replace("[200, 280]", '"large"'), "Card size 1 is not complete"),
        (GOOD.replace("[200, 280]", "[200]"), "Card size 1 is not complete"),
        (GOOD.replace("[200, 280]", "[true, 280]"), "size called Mine"),
        (GOOD.replace("[200, 280]", "[nan, 280]"), "size called Mine"),
        (GOOD.replace("[200, 280]", "[190, 280]"), "size called Mine"),
        (GOOD.replace("[100.0, 140.0]", "[2.0, 3.0]"), "size called Mine"),
        (GOOD.replace('"quarter"', '"origami"'), "size called Mine"),
    ],
)
def test_a_bad_list_of_sizes_is_refused_in_a_sentence(toml, says):
    with pytest.raises(Problem, match=says) as refused:
        parse_stocks(toml)
    assert "\n" not in str(refused.value)


def test_a_size_of_ones_own_is_taken():
    (mine,) = parse_stocks(GOOD)
    assert (mine.id, mine.sheet, mine.panel) == ("mine", (200.0, 280.0), (100.0, 140.0))
