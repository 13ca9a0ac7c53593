from __future__ import annotations

import io
import random
from contextlib import suppress

import pypdfium2
import pytest
from PIL import Image

from followup_desktop.core.problems import Problem
from followup_desktop.paper import card
from followup_desktop.paper.impose import Panel, places, sides
from followup_desktop.paper.outside import Front, Outside
from followup_desktop.paper.picture import LONGEST, MOST_BYTES, read_picture
from followup_desktop.paper.stock import UNPRINTABLE

IN = 25.4


def saved(image, kind="PNG", **more):
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


@pytest.fixture
def two_colours():
    """Red above, blue below, wider than high."""
    image = Image.new("RGB", (400, 200), "red")
    image.paste("blue", (0, 100, 400, 200))
    return image


def panel_of(pdf, stock, panel, dpi=100):
    place = places(stock)[panel]
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[place.side].render(scale=dpi / 72).to_pil().convert("RGB")
    corners = [place.on_sheet(0, 0), place.on_sheet(*stock.panel)]
    (left, right), (low, high) = (sorted(each) for each in zip(*corners, strict=True))
    box = (left, stock.sheet[1] - high, right, stock.sheet[1] - low)
    cut = page.crop(tuple(round(mm / IN * dpi) for mm in box))
    return cut.rotate(180) if place.turned else cut


def test_a_picture_stands_whole_and_upright_on_every_front(any_stock, write, two_colours):
    front = Outside(Front.PICTURE, read_picture(saved(two_colours)))
    shown = panel_of(card.pdf([write()], any_stock, outside=front), any_stock, Panel.FRONT)
    points = shown.load()
    width, height = shown.size
    inked = [(x, y) for x in range(0, width, 2) for y in range(0, height, 2) if max(points[x, y]) - min(points[x, y]) > 80]
    left, right = min(x for x, _ in inked), max(x for x, _ in inked)
    top, bottom = min(y for _, y in inked), max(y for _, y in inked)
    assert (right - left) / (bottom - top) == pytest.approx(2, rel=0.06)
    assert left + right == pytest.approx(width, abs=6)
    assert min(left, top, width - right, height - bottom) >= UNPRINTABLE / IN * 100
    red, blue = points[width // 2, top + 8], points[width // 2, bottom - 8]
    assert (red[0] > 200, red[2] < 80) == (True, True)
    assert (blue[2] > 200, blue[0] < 80) == (True, True)


def test_a_blank_front_has_no_ink_and_keeps_its_side(any_stock, write):
    made = card.pdf([write()], any_stock, outside=Outside(Front.BLANK))
    with pypdfium2.PdfDocument(made) as document:
        assert len(document) == sides(any_stock)
    lowest = panel_of(made, any_stock, Panel.FRONT).crop((30, 30, 200, 300)).convert("L").getextrema()[0]
    assert lowest == 255


def test_a_line_stands_at_the_foot_of_the_back_of_folded_cards(any_stock, write, pdftotext):
    made = card.pdf([write()], any_stock, outside=Outside(back="Drawn by Zoë, aged 7"))
    told = "Zoë, aged 7" in pdftotext(made)
    assert told is (any_stock.fold != "flat")
    if told:
        shown = panel_of(made, any_stock, Panel.BACK).convert("L")
        upper = shown.crop((30, 30, shown.width - 30, shown.height * 3 // 4))
        assert upper.getextrema()[0] == 255


def test_a_line_that_cannot_be_printed_is_refused_in_a_sentence(a4, write):
    long = "Made with much love and far too many words for them to stand on the back of any card of this size, however small"
    with pytest.raises(Problem, match="too long"):
        card.pdf([write()], a4, outside=Outside(back=long))
    with pytest.raises(Problem, match="every letter"):
        Outside(back="𓂀𓁹")


def test_what_a_camera_writes_beside_the_picture_is_left_behind(two_colours):
    tags = Image.Exif()
    tags[0x010F], tags[0x0112] = "Secret Phone Maker", 6
    read = read_picture(saved(two_colours, "JPEG", exif=tags, comment=b"my home"))
    assert b"Secret" not in read.jpeg
    assert b"home" not in read.jpeg
    assert (read.width, read.height) == (200, 400)
    with Image.open(io.BytesIO(read.jpeg)) as upright:
        assert not upright.getexif()
        assert upright.getpixel((150, 200))[0] > 200
        assert upright.getpixel((50, 200))[0] < 80


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_sort_of_png_becomes_plain_colours_on_white(mode):
    made = read_picture(saved(Image.new(mode, (8, 8))))
    with Image.open(io.BytesIO(made.jpeg)) as read:
        assert read.mode == "RGB"
        assert read.getpixel((4, 4)) == ((255, 255, 255) if mode in ("LA", "RGBA") else (0, 0, 0))


def test_a_large_picture_is_kept_as_large_as_a_card_needs():
    read = read_picture(saved(Image.new("L", (9000, 300)), "PNG"))
    assert (read.width, read.height) == (LONGEST, 70)


def test_the_same_picture_is_embedded_once_and_gives_the_same_bytes(stocks, write, two_colours):
    front = Outside(Front.PICTURE, read_picture(saved(two_colours)))
    letters = [write(), write("Ngozi Okafor")]
    made = card.pdf(letters, stocks["quarter-a4"], outside=front)
    assert made == card.pdf(letters, stocks["quarter-a4"], outside=front)
    assert made.count(b"/DCTDecode") == 1


def test_bad_pictures_are_refused_in_a_sentence(two_colours):
    good = saved(two_colours, "JPEG")
    bomb = saved(Image.new("1", (13_000, 13_000)))
    cases = {
        b"": "no picture",
        b"hello": "no picture",
        b"%PDF-1.7": "no picture",
        saved(two_colours, "GIF"): "no picture",
        saved(two_colours, "TIFF"): "no picture",
        good[: len(good) // 2]: "damaged",
        saved(two_colours)[:60]: "damaged",
        bomb: "too many points",
        b"\xff\xd8" + bytes(MOST_BYTES): "larger than",
    }
    for data, word in cases.items():
        with pytest.raises(Problem, match=word):
            read_picture(data)


def test_mutated_pictures_are_read_or_refused_and_nothing_else(two_colours):
    chance = random.Random(11)  # noqa: S311  (damage, not secrets)
    seeds = [saved(two_colours), saved(two_colours, "JPEG"), saved(two_colours.convert("P"))]
    for turn in range(300):
        data = bytearray(seeds[turn % len(seeds)])
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(Problem):
            assert read_picture(bytes(data)).jpeg.startswith(b"\xff\xd8")
