"""Letters of every length, script and hand on every stock: none overflows, no ink is near an edge of its sheet.

`FOLLOWUP_LETTERS` says how many are tried; CI tries a few. 10,000 take five minutes of a processor.
"""

from __future__ import annotations

import os
import random
import string
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

from followup_desktop.core.problems import Problem
from followup_desktop.paper import card, preview
from followup_desktop.paper.faces import HANDS, face
from followup_desktop.paper.fit import LARGEST_X_HEIGHT, SIGNATURE_SPACE, SMALLEST_X_HEIGHT, lay
from followup_desktop.paper.impose import sides
from followup_desktop.paper.outside import Outside
from followup_desktop.paper.own_hands import own_hands
from followup_desktop.paper.stock import UNPRINTABLE, measured, text_box

COUNT = int(os.environ.get("FOLLOWUP_LETTERS", "160"))
PARTS = 8
DPI = 40
PIXEL = 25.4 / DPI
TALK = (
    "thank you for making the time to show me how your team writes down decisions with whoever has to live with them I a "
    "well-known observability internationalization nineteen o’clock “quoted” (aside) – 42 https://example.org/a/very/long/path "
    "Ελένη Παπαδοπούλου محمد علي שירה כהן สมชาย ใจดี अनन्या शर्मा Nguyễn Thị Hồng Łukasz Жанна Ірина 李小龍 김민준 さくら"
)
TABLE = (Path(__file__).parent / "data" / "names.tsv").read_text("utf-8").splitlines()
NAMES = [line.split("\t")[2] for line in TABLE if not line.startswith("#")][1:]


def usable(name):
    try:
        return bool(face(name))
    except Problem:
        return False


def letter(write, choose):
    def word():
        if choose.random() < 0.96:
            return choose.choice(TALK.split())
        return "".join(choose.choice(string.ascii_letters + "-/._") for _ in range(choose.randrange(1, 90)))

    paragraphs = [" ".join(word() for _ in range(choose.randrange(1, 60))) for _ in range(choose.randrange(1, 4))]
    return write(choose.choice(NAMES), *paragraphs, closing=choose.choice(["Yours,", "With warm thanks and best wishes,"]))


def overflows(laid, stock):
    box = text_box(stock, 0)
    for line in laid.lines:
        width = line.shaped.width(line.start, line.end) * laid.x_height
        if line.x < box.x - 0.01 or line.x + width > box.x + box.width + 0.01:
            yield "too wide"
        if not box.y <= line.y <= box.y + box.height - SIGNATURE_SPACE + 0.01:
            yield "too low"
    if not SMALLEST_X_HEIGHT <= laid.x_height <= LARGEST_X_HEIGHT:
        yield "too small"
    if laid.signature.y + laid.signature.height > stock.panel[1] - UNPRINTABLE:
        yield "no room to sign"


def near_an_edge(data, stock):
    """Ink within 6.35 mm of a sheet's edge; a pixel that the margin's line goes through may hold some."""
    for page in range(sides(stock)):
        shown = preview.render(data, page, DPI)
        grey = Image.frombuffer("RGBX", (shown.width, shown.height), shown.pixels).convert("L")
        ink = grey.point([255 * (level < 200) for level in range(256)]).getbbox()
        if ink is not None:
            margins = (ink[0], ink[1], shown.width - ink[2], shown.height - ink[3])
            if min(margins) * PIXEL < UNPRINTABLE - PIXEL:
                yield f"ink {min(margins) * PIXEL:.1f} mm from an edge"


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_none_of_many_letters_overflows_and_no_ink_is_near_an_edge(write, stocks, part):
    choose = random.Random(part)  # noqa: S311  (the same letters every time)
    every = [
        *stocks.values(),
        *(measured("Drawer", *size, fold) for size in ((97, 140), (178, 127)) for fold in ("half", "flat")),
    ]
    hands = [*HANDS, *[name for name in own_hands() if usable(name)][:: max(1, len(own_hands()) // 12)]]
    faults: Counter[str] = Counter()
    for number in range(COUNT // PARTS):
        made, stock = letter(write, choose), every[number % len(every)]
        hand = choose.choice(hands)
        laid = lay(made, stock, hand)
        outside = Outside(back="Robin Ashworth · robin@ashworth.example")
        data = card.pdf([made], stock, hand, draft=True, outside=outside, start=number % (stock.columns * stock.rows))
        faults.update(f"{stock.id}, {hand}: {fault}" for fault in (*overflows(laid, stock), *near_an_edge(data, stock)))
    assert not faults
