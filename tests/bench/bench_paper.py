"""How fast letters become one PDF, beside a raw reportlab canvas that draws the same lines: `make bench`.

Prints ratios of CPU time, each the median over rounds in which yardstick and candidate take turns, for this computer is not
alone. The yardstick neither fits nor shapes; it is given the lines that were found by the candidate.
"""

from __future__ import annotations

import argparse
import gc
import io
import random
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from time import perf_counter, process_time

import fontpkg
import pypdfium2
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from followup_desktop import shipped
from followup_desktop.core.records import Letter, Origin, Sentence, Stock
from followup_desktop.paper import card, fit, preview
from followup_desktop.paper.fit import Laid, lay

PT = 72 / 25.4
TALK = (
    "thank you for making time to talk about the work of your team I enjoyed hearing how the handbook came to be and what "
    "your colleagues think of it the platform role sounds even better than on paper and I would love to help with releases "
    "organs rate limiters mentoring two pages no blame on call week after week"
)
NAMES = ("Tomáš Řehák", "Ngozi Okafor", "Łukasz Wiśniewski", "Dana Whitlock", "Zoë Müller", "Ελένη Παππά", "Nguyễn Thị Hồng")

FITTED, WHOLE, KEYSTROKE, IN_A_FRAME = 0.70, 3.0, 1.5, 0.99
"""What is aimed at: letters already fitted, and fitted and shaped anew, as multiples of the yardstick; one key of somebody
typing, until the card's new picture is there, as a multiple of a bare pipeline; how many keys are answered within a frame."""
FRAME = 1 / 60
DPI = 96.0


def letters_of(count: int) -> list[Letter]:
    """`count` letters of usual length, no two alike, names in Latin (most), Vietnamese and Greek."""
    choice = random.Random(7)  # noqa: S311  (the same letters each time)
    made = []
    for number in range(count):
        name = choice.choice(NAMES)
        body = [" ".join(choice.choices(TALK.split(), k=choice.randint(8, 14))).capitalize() + "." for _ in range(5)]
        sentences = tuple(Sentence(text, None, Origin.YOURS, at // 3) for at, text in enumerate(body))
        made.append(Letter("i", "Acme", f"p{number}", name, f"Dear {name},", sentences, "With warm thanks,", "Sam"))
    return made


def yardstick(laid: Sequence[Laid], stock: Stock) -> bytes:
    """A canvas that draws the same lines and the front's words, one string each, without shaping."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(stock.sheet[0] * PT, stock.sheet[1] * PT), invariant=1, pageCompression=1)
    height = stock.panel[1]
    for each in laid:
        size = each.x_height / each.hand.x_height * PT
        canvas.setFont("Caveat", 30)
        canvas.drawString(stock.panel[0] * 1.3 * PT, stock.panel[1] * 0.55 * PT, "Thank you")
        canvas.translate(stock.panel[0] * PT, 2 * height * PT)
        canvas.rotate(180)
        canvas.setFont("Caveat", size)
        for line in each.lines:
            canvas.drawString(line.x * PT, (height - line.y) * PT, line.shaped.text[line.start : line.end])
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def whole_way(letters: Sequence[Letter], stock: Stock) -> bytes:
    """Fitted, shaped and drawn, with nothing remembered of these letters."""
    forget()
    return card.pdf(letters, stock)


def forget() -> None:
    """Forget every letter and paragraph, but not the faces."""
    fit._lay.cache_clear()
    fit.shape.cache_clear()


def cpu(work: Callable[[], bytes]) -> float:
    """CPU seconds of one run."""
    gc.collect()
    start = process_time()
    assert len(work()) > 1000
    return process_time() - start


def measure(count: int, rounds: int) -> dict[str, float]:
    """CPU time of each way as a multiple of the yardstick's, the median of `rounds`."""
    stock = shipped.stocks()[0]
    letters = letters_of(count)
    laid = [lay(letter, stock) for letter in letters]
    ways: dict[str, Callable[[], bytes]] = {
        "already fitted": lambda: card.pdf(letters, stock),
        "fitted and shaped": lambda: whole_way(letters, stock),
    }
    yardstick(laid, stock)
    found: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            before = cpu(lambda: yardstick(laid, stock))
            if name == "already fitted":
                for letter in letters:
                    lay(letter, stock)
            own = cpu(way)
            after = cpu(lambda: yardstick(laid, stock))
            found[name].append(own / ((before + after) / 2))
    return {name: statistics.median(ratios) for name, ratios in found.items()}


def typed(stock: Stock) -> list[Letter]:
    """The letters that one letter is while its second half is typed."""
    whole = letters_of(1)[0]
    words = whole.sentences[-1].text
    return [
        replace(whole, sentences=(*whole.sentences[:-1], replace(whole.sentences[-1], text=words[:end])))
        for end in range(2, len(words))
    ]


def bare(laid: Laid, stock: Stock) -> bytes:
    """The same lines by a raw canvas, and a picture of the panel by pdfium."""
    (width, height), (across, down) = stock.sheet, stock.panel
    with pypdfium2.PdfDocument(yardstick([laid], stock)) as document:
        crop = ((width - across) * PT, 0, 0, (height - down) * PT)
        bitmap = document[0].render(scale=DPI / 72, crop=crop, rotation=180, prefer_bgrx=True)
        return bytes(bitmap.buffer)


def keystrokes(rounds: int) -> tuple[float, float, float]:
    """CPU time from a key to the card's picture as a multiple of the bare pipeline's; the shares within a frame, CPU and clock.

    The picture is what the studio shows: the card fitted anew, its PDF, that panel at the screen's dots.
    """
    stock = shipped.stocks()[0]
    forget()
    ratios, own_times, waits = [], [], []
    for _ in range(rounds):
        for letter in typed(stock):
            start, before = perf_counter(), process_time()
            found = fit.fit(letter, stock)
            picture = preview.render_panel(card.screen_pdf(letter, stock, found.hand), stock, dpi=DPI)
            own = process_time() - before
            waits.append(perf_counter() - start)
            own_times.append(own)
            assert picture.pixels
            laid = lay(letter, stock)
            before = process_time()
            assert bare(laid, stock)
            ratios.append(own / (process_time() - before))
        forget()
    quick, seen = (sum(each <= FRAME for each in times) / len(times) for times in (own_times, waits))
    return statistics.median(ratios), quick, seen


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    given, _ = parser.parse_known_args()  # the other scripts of `make bench` get the same words
    pdfmetrics.registerFont(TTFont("Caveat", str(fontpkg.path("Caveat"))))
    aims = {"already fitted": FITTED, "fitted and shaped": WHOLE}
    told = [f"{given.letters} letters -> one PDF, CPU time; raw reportlab canvas = 1.00"]
    for name, ratio in measure(given.letters, given.rounds).items():
        told.append(f"  {name:<20} {ratio:5.2f}   (aim: at most {aims[name]:.2f})")
    ratio, quick, seen = keystrokes(given.rounds)
    told.append("one keystroke -> the card's picture, CPU time; raw canvas and pdfium = 1.00")
    told.append(f"  keystroke            {ratio:5.2f}   (aim: at most {KEYSTROKE:.2f})")
    told.append(
        f"  within a frame       {quick:5.0%}   (aim: at least {IN_A_FRAME:.0%}; {seen:.0%} by the clock, as busy as it is)"
    )
    sys.stdout.write("\n".join(told) + "\n")


if __name__ == "__main__":
    main()
