from __future__ import annotations

import pypdfium2
import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.paper import card
from followup_desktop.paper.impose import sides
from followup_desktop.paper.stock import (
    MOST_OWN,
    UNPRINTABLE,
    OwnStocks,
    default_stock,
    free_id,
    measured,
    parse_own,
    parse_stocks,
    stock_named,
    text_box,
    written,
)

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


def test_a_broken_size_of_ones_own_keeps_no_other_back(stocks):
    known = tuple(stocks.values())
    good, bad = GOOD, GOOD.replace('"mine"', '"bad"').replace("[200, 280]", "[1, 1]")
    clash = GOOD.replace('"mine"', f'"{known[0].id}"')
    found = parse_own(f"{bad}\n{good}\n{clash}\n{good}", known)
    assert [each.id for each in found.stocks] == ["mine"]
    told = " / ".join(map(str, found.faults))
    assert "do not go together" in told
    assert told.count("is left out: there is another one") == 2
    assert parse_own("  \n") == OwnStocks()
    assert "cannot be read" in str(parse_own("not toml").faults[0])
    many = "\n".join(GOOD.replace('"mine"', f'"mine-{number}"') for number in range(MOST_OWN + 3))
    assert len(parse_own(many).stocks) == MOST_OWN
    assert "first 50" in str(parse_own(many).faults[0])


def test_two_names_in_other_scripts_get_ids_of_their_own():
    han, arabic = (measured(name, 105, 148, "half") for name in ("賀卡", "محمد"))
    assert han.id == arabic.id
    free = free_id(arabic, (han,))
    assert (free.id, free.name) == ("own-card-2", "محمد")
    assert parse_own(written((han, free))).stocks == (han, free)


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
        (GOOD + "columns = inf\n", "Card size 1 is not complete"),
        (GOOD + "columns = " + "9" * 5000, "cannot be read"),
        (GOOD + "x = 1" + "0" * 400, "Card size 1 is not complete"),
        (GOOD + "deep = " + "[" * 5000, "cannot be read"),
        (GOOD.replace('"mine"', '"my card -o x"'), "its id or the name of its sheet is none"),
        (GOOD.replace('"Mine"', '"Mine\\nTwo"'), "its name is none"),
        (GOOD.replace('"Mine"', '"' + "M" * 61 + '"'), "its name is none"),
        (GOOD.replace('"custom"', '"a sides=two-sided-long-edge"'), "its id or the name of its sheet is none"),
    ],
)
def test_a_bad_list_of_sizes_is_refused_in_a_sentence(toml, says):
    with pytest.raises(Problem, match=says) as refused:
        parse_stocks(toml)
    assert "\n" not in str(refused.value)


def test_a_size_of_ones_own_is_taken():
    (mine,) = parse_stocks(GOOD)
    assert (mine.id, mine.sheet, mine.panel) == ("mine", (200.0, 280.0), (100.0, 140.0))


@pytest.mark.parametrize(
    ("width", "height", "fold", "sheet"),
    [(105, 148, "flat", (105, 148)), (105, 148, "half", (210, 148)), (127.04, 88.96, "half", (254.08, 88.96))],
)
def test_a_card_out_of_the_drawer_is_measured_once_and_printed_on(write, width, height, fold, sheet):
    mine = measured("Grandma’s  “linen” \\ cards\n", width, height, fold)
    assert mine.name == "Grandma’s “linen” \\ cards"
    assert mine.sheet == pytest.approx(sheet)
    assert parse_stocks(written([mine])) == (mine,)
    with pypdfium2.PdfDocument(card.pdf([write("Ann", "Thank you for your time.")], mine)) as document:
        assert len(document) == sides(mine) == 2
        assert document[0].get_size() == pytest.approx([mm / 25.4 * 72 for mm in sheet], abs=0.1)


def test_names_in_any_script_make_a_media_name_that_a_printer_takes():
    for name in ("Büttenkarten", "賀卡", "محمد", "\ud800 x\x7f", "a" * 300):
        mine = measured(name, 105, 148, "half")
        assert parse_stocks(written([mine])) == (mine,)
        assert mine.media.isascii()
        assert mine.media == mine.media.lower()


@pytest.mark.parametrize(
    ("name", "width", "height", "fold", "word"),
    [
        (" ", 105, 148, "flat", "name"),
        ("\n\x00", 105, 148, "flat", "name"),
        ("A", 10.5, 14.8, "flat", "between 50 and 500 mm"),
        ("A", 300, 148, "half", "between 50 and 500 mm"),
        ("A", float("nan"), 148, "half", "between 50 and 500 mm"),
    ],
)
def test_a_card_that_cannot_be_one_is_refused_in_a_sentence(name, width, height, fold, word):
    with pytest.raises(Problem, match=word):
        measured(name, width, height, fold)


def test_the_shipped_sizes_can_be_written_and_read_again(stocks):
    assert parse_stocks(written(tuple(stocks.values()))) == tuple(stocks.values())
