"""What a real printer gets from the program's own print jobs: the sheet that was asked for, its sides, nothing moved."""

import subprocess

import pytest
from print_shop import wait_for

from followup_desktop import shipped
from followup_desktop.core.records import Letter, Me, Origin, Person, Sentence
from followup_desktop.desk.background import Background
from followup_desktop.paper import alignment, card, envelope
from followup_desktop.paper.stock import measured
from followup_desktop.ui import printing
from followup_desktop.ui.print_job import PictureJob, print_job
from followup_desktop.ui.print_standing import trouble_in
from followup_desktop.ui.printing import Paper, card_paper

ANN = Person(id="p", name="Łukasz Wójcik", company="Acme", address="1 Elm Street\nLeeds\nLS1 4AP")
ME = Me(name="Robin Ashworth", country="US", address="418 Alder Street\nPortland OR 97205")
STOCKS = {each.id: each for each in shipped.stocks()}
A6 = measured("A6 from the drawer", 105, 148, "flat")


def letter(name):
    body = (Sentence("Thank you for the tour of the workshop.", None, Origin.YOURS, 0),)
    return Letter("i", "Acme", "p", name, f"Dear {name},", body, "With warm thanks,", "Robin")


@pytest.fixture
def known(shop, monkeypatch):
    """The printers as the program finds them, by name, on the print server of these tests."""
    monkeypatch.setenv("CUPS_SERVER", shop.env["CUPS_SERVER"])

    def found(name):
        def told():
            return next((each for each in printing.printers() if each.name == name and each.sheets), None)

        return wait_for(f"what printer {name} can do", told)

    return found


@pytest.fixture
def worker(qapp):
    made = Background()
    yield made
    made.close()


@pytest.fixture
def sent(qtbot, worker, known):
    """Hands a PDF to a printer as the program does, and waits until its queue has it."""

    def send(data, printer, paper, pages=()):
        job = print_job(data, known(printer.name), paper, worker, pages)
        problems = []
        job.failed.connect(problems.append)
        with qtbot.waitSignal(job.taken, timeout=20000):
            job.start()
        assert not problems
        return printer.next_job()

    return send


def rounded(sizes):
    return [(round(width), round(height)) for width, height in sizes]


@pytest.mark.parametrize(
    ("stock", "sheet", "sides", "pages"),
    [
        (STOCKS["flat-a6"], (105, 148), "two-sided-long-edge", 2),
        (measured("5 x 7", 127, 177.8, "flat"), (127, 177.8), "two-sided-long-edge", 2),
        (STOCKS["quarter-a4"], (210, 297), "one-sided", 1),
        (STOCKS["quarter-letter"], (215.9, 279.4), "one-sided", 1),
    ],
    ids=["a6", "5x7", "a4", "letter"],
)
def test_cards_come_on_their_own_sheet_with_their_own_sides(sent, card_printer, stock, sheet, sides, pages):
    job = sent(card.pdf([letter("Łukasz Wójcik")], stock), card_printer, card_paper(stock))
    assert job.media == pytest.approx(sheet, abs=0.3)
    assert job.sides == card_paper(stock).sides == sides
    assert len(job.pages) == pages
    assert all(sorted(page) == pytest.approx(sorted(sheet), abs=0.6) for page in job.pages)
    assert "Łukasz" in job.text


@pytest.mark.parametrize(("kind", "sheet"), [("no10", (104.775, 241.3)), ("dl", (110, 220)), ("c6", (114, 162))])
@pytest.mark.parametrize("feed", list(envelope.Feed))
def test_envelopes_come_on_their_own_sheet_however_they_go_in(sent, card_printer, kind, sheet, feed):
    chosen = envelope.envelope_named(kind)
    data = envelope.pdf(envelope.Envelopes((ANN,), ME, chosen, feed))
    lying = (chosen.width, chosen.height) if feed.lies else (chosen.height, chosen.width)
    job = sent(data, card_printer, Paper(chosen.name, lying, chosen.media))
    assert job.media == pytest.approx(sheet, abs=0.3)
    assert job.sides == "one-sided"
    assert [sorted(page) for page in job.pages] == [pytest.approx(sorted(sheet), abs=0.6)]
    assert "Wójcik" in job.text


def test_a_folded_card_comes_on_both_sides(sent, card_printer):
    half = measured("Linen", 105, 148, "half")
    job = sent(card.pdf([letter("Ann"), letter("Zoë")], half), card_printer, card_paper(half))
    assert job.sides == card_paper(half).sides
    assert job.sides.startswith("two-sided")
    assert job.media == pytest.approx((210, 148), abs=0.3) or job.media == pytest.approx((148, 210), abs=0.3)
    assert len(job.pages) == 4


def test_sides_one_after_the_other_are_two_jobs_of_the_right_pages(sent, card_printer):
    half = measured("Linen", 105, 148, "half")
    data = card.pdf([letter("Ann"), letter("Zoë")], half)
    one = Paper(half.name, half.sheet, half.media)
    first, second = (sent(data, card_printer, one, pages) for pages in ((1, 3), (2, 4)))
    assert len(first.pages) == len(second.pages) == 2
    assert first.sides == second.sides == "one-sided"
    assert "Dear Ann" not in first.text
    assert "Dear Ann" in second.text
    assert "Dear Zoë" in second.text


def left_edge(job):
    """Where the leftmost ink of the first page stands, in mm, by the pixels of its picture."""
    told = subprocess.run(
        ["pdftoppm", "-r", "254", "-f", "1", "-l", "1", "-gray", job.pdf], capture_output=True, check=True
    ).stdout
    _, size, _, pixels = told.split(b"\n", 3)
    width = int(size.split()[0])
    rows = (pixels[at : at + width] for at in range(0, len(pixels), width))
    return min((row.index(dark) for row in rows for dark in [min(row)] if dark < 128), default=0) / 10


def test_what_was_measured_of_a_printer_is_undone_on_its_paper(sent, card_printer):
    stock, moved = STOCKS["quarter-a4"], alignment.Alignment((1.5, 0.0))
    plain, true = (
        sent(card.pdf([letter("Ann")], stock, alignment=each), card_printer, card_paper(stock))
        for each in (alignment.Alignment(), moved)
    )
    assert left_edge(plain) - left_edge(true) == pytest.approx(1.5, abs=0.15)


def test_the_program_knows_what_each_printer_can_do(known, card_printer, office_printer):
    able, plain = known(card_printer.name), known(office_printer.name)
    assert able.both_sides
    assert able.in_colour
    assert not plain.both_sides
    assert "both sides" in able.can()
    assert "one side" in plain.can()
    for kind in ("no10", "dl", "c6"):
        chosen = envelope.envelope_named(kind)
        assert able.has(Paper(chosen.name, (chosen.width, chosen.height)))
        assert not plain.has(Paper(chosen.name, (chosen.width, chosen.height)))
    assert able.has(card_paper(A6))


def test_without_lp_the_same_printer_is_painted_on(qtbot, worker, known, card_printer):
    stock = STOCKS["quarter-a4"]
    data = card.pdf([letter("Ann"), letter("Zoë")], stock)
    job = PictureJob(data, known(card_printer.name), card_paper(stock), worker, (), None)
    with qtbot.waitSignal(job.taken, timeout=60000):
        job.start()
    got = card_printer.next_job(60)
    assert got.media == pytest.approx((210, 297), abs=0.3)
    assert got.sides == "one-sided"
    assert rounded(got.pages) == [(210, 297)] * 2


def test_without_lp_both_sides_reach_a_printer_that_has_them(qtbot, worker, known, card_printer):
    data = card.pdf([letter("Ann")], A6)
    job = PictureJob(data, known(card_printer.name), card_paper(A6), worker, (), None)
    with qtbot.waitSignal(job.taken, timeout=60000):
        job.start()
    got = card_printer.next_job(60)
    assert got.sides == card_paper(A6).sides
    assert got.media == pytest.approx((105, 148), abs=0.3)


def test_without_lp_a_printer_with_one_side_refuses_two(qtbot, worker, known, office_printer):
    half = STOCKS["avery-3265"]
    job = PictureJob(card.pdf([letter("Ann")], half), known(office_printer.name), card_paper(half), worker, (), None)
    with qtbot.waitSignal(job.failed, timeout=20000) as failed:
        job.start()
    assert "Nothing was printed" in str(failed.args[0].what)


def test_a_printer_that_refuses_or_is_gone_is_said(qtbot, worker, shop, known, card_printer):
    stock = STOCKS["quarter-a4"]
    data, printer = card.pdf([letter("Ann")], stock), known(card_printer.name)
    ask = shop.ask
    ask("cupsreject", card_printer.name)
    try:
        assert "takes no jobs" in refused(qtbot, worker, data, printer, stock)
    finally:
        ask("cupsaccept", card_printer.name)
    gone = printing.Printer("nowhere", "Nowhere", ())
    assert "is not there any more" in refused(qtbot, worker, data, gone, stock)
    wait_for("an empty queue", lambda: not ask("lpstat", "-o"))  # a job under way would be printed again
    ask("cupsdisable", card_printer.name)
    try:
        told = ask("lpstat", "-l", "-p", card_printer.name)
        assert "is paused" in trouble_in(told, card_printer.name)
    finally:
        ask("cupsenable", card_printer.name)


def refused(qtbot, worker, data, printer, stock):
    job = print_job(data, printer, card_paper(stock), worker)
    with qtbot.waitSignal(job.failed, timeout=20000) as failed:
        job.start()
    return str(failed.args[0].what)
