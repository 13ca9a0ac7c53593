"""Printing: the window stays awake, a card is marked only when a printer has taken it, and every refusal is one sentence."""

import sys
import time
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from followup_desktop import shipped
from followup_desktop.core import changes
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Box, CardState, Interview, Me, Note, Person, Stock, added
from followup_desktop.core.words import Words
from followup_desktop.paper import card, envelope, preview
from followup_desktop.ui import card_printing, look, print_job, print_standing, printing
from followup_desktop.ui.card_alignment import AlignmentForm
from followup_desktop.ui.card_table import Thing
from followup_desktop.ui.print_form import Order, PrintForm
from followup_desktop.ui.print_job import CupsJob, PictureJob, cups_options
from followup_desktop.ui.print_standing import trouble_in
from followup_desktop.ui.printing import Paper, Printer, card_paper
from followup_desktop.ui.studio import StudioPage
from followup_desktop.ui.turn_form import TurnForm

OFFICE = Printer("office", "Office", ((210.0, 297.0),), is_default=True)
SIMPLE = Printer("simple", "Simple", (), both_sides=False)
NAMES = ("Hong Nguyen", "Tomas Rehak", "Ngozi Okafor")
STORIES = ("began her career as a technical writer", "started out repairing church organs", "runs the accessibility guild")
LP = """#!{python}
import pathlib, sys, time
folder = pathlib.Path({folder!r})
time.sleep({sleep})
(folder / "arguments").write_text("\\n".join(sys.argv[1:]))
(folder / "job.pdf").write_bytes(sys.stdin.buffer.read())
sys.stderr.write({error!r})
sys.exit({code})
"""


@pytest.fixture
def lp(tmp_path, monkeypatch):
    """A stand-in for CUPS's `lp`: it keeps what it got, answers after `sleep` seconds with `code` and `error`."""
    place = tmp_path / "bin"
    place.mkdir()
    monkeypatch.setenv("PATH", str(place), prepend=":")

    def answer(code=0, error="", sleep=0.0):
        made = place / "lp"
        made.write_text(LP.format(python=sys.executable, folder=str(tmp_path), sleep=sleep, error=error, code=code))
        made.chmod(0o755)
        return tmp_path

    return answer


@pytest.fixture
def page(qtbot, qapp, desk, monkeypatch):
    """The studio with three finished cards; its printer is the office's, and its print dialog is accepted."""
    look.apply(qapp, "light")
    people = [Person(id=f"p{at}", name=name, address_as=name.split()[0], company="Acme") for at, name in enumerate(NAMES)]
    notes = [Note(id=f"n{at}", interview="acme", person=f"p{at}", text=text, box=Box.ENJOYED) for at, text in enumerate(STORIES)]
    start, ids = datetime(2026, 11, 23, 10), tuple(each.id for each in people)  # noqa: DTZ001  (local wall time is kept)
    acme = Interview(id="acme", company="Acme", role="Platform engineer", start=start, zone="Europe/London", people=ids)
    desk.do(changes.me_set(Me(), Me(name="Robin Ashworth", country="GB")))
    desk.do(added(Words("Add"), *people, acme, *notes))
    monkeypatch.setattr(printing, "printers", lambda: (OFFICE,))
    monkeypatch.setattr(PrintForm, "exec", lambda _: QDialog.DialogCode.Accepted)
    made = StudioPage(desk, shipped.writer, shipped.stocks)
    qtbot.addWidget(made)
    made.resize(1208, 600)
    made.show()
    made.show_card("acme", "p0")
    yield made
    desk.background.close()


def state(page, person="p0"):
    return page.desk.case("acme").card(person).state


def refused(page):
    problems = []
    page.not_printed.connect(problems.append)
    return problems


def test_a_card_is_marked_when_the_printer_has_taken_it(page, qtbot, lp):
    folder = lp()
    with qtbot.waitSignal(page.told, timeout=5000) as told:
        page.act("print")
        assert state(page) is CardState.DRAFTED
    assert "Office" in told.args[0]
    assert state(page) is CardState.PRINTED
    assert (folder / "job.pdf").read_bytes().startswith(b"%PDF")
    arguments = (folder / "arguments").read_text().split("\n")
    assert arguments[:2] == ["-d", "office"]
    assert "media=iso_a4_210x297mm" in arguments
    assert "print-scaling=none" in arguments
    page.desk.undo()
    assert state(page) is CardState.DRAFTED


def test_the_window_stays_awake_while_the_printer_thinks_and_says_so_after_a_while(page, qtbot, lp):
    lp(sleep=1.0)
    beats = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start(20)
    began = time.monotonic()
    page.act("print")
    assert time.monotonic() - began < 0.4
    assert not page.printing.isVisibleTo(page.header)
    qtbot.waitUntil(lambda: page.printing.isVisibleTo(page.header), timeout=1000)
    assert page.printing._words.text() == "Handing over to “Office”"
    qtbot.waitUntil(lambda: state(page) is CardState.PRINTED, timeout=5000)
    assert not page.printing.isVisibleTo(page.header)
    assert max(after - before for before, after in pairwise(beats)) < 0.4


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ('lp: Error - Destination "office" is not accepting jobs.\n', "“Office” takes no jobs just now."),
        ("lp: Error - The printer or class does not exist.\n", "“Office” is not there any more."),
        ("lp: Error - scheduler not responding!\n", "The printer did not answer."),
    ],
)
def test_a_refusal_is_one_sentence_and_nothing_is_marked(page, qtbot, lp, error, said):
    lp(code=1, error=error)
    problems = refused(page)
    with qtbot.waitSignal(page.not_printed, timeout=5000):
        page.act("print")
    (problem,) = problems
    assert str(problem.what) == f"{said} Nothing was marked as printed."
    assert state(page) is CardState.DRAFTED


def test_a_printer_that_never_answers_is_given_up(page, qtbot, lp, monkeypatch):
    monkeypatch.setattr(print_job, "SECONDS", 0.3)
    lp(sleep=30)
    problems = refused(page)
    with qtbot.waitSignal(page.not_printed, timeout=5000):
        page.act("print")
    assert "did not answer" in str(problems[0].what)
    assert state(page) is CardState.DRAFTED
    assert not page.printing.is_busy


def test_waiting_can_be_stopped(page, qtbot, lp):
    lp(sleep=30)
    problems = refused(page)
    page.act("print")
    qtbot.waitUntil(lambda: page.printing.isVisibleTo(page.header), timeout=2000)
    page.printing.stop()
    qtbot.wait(100)
    assert not problems
    assert state(page) is CardState.DRAFTED


def test_without_a_printer_the_pdf_is_offered(page, monkeypatch):
    monkeypatch.setattr(printing, "printers", tuple)
    problems = refused(page)
    page.act("print")
    assert "save the PDF" in str(problems[0].what)


def test_all_finished_cards_go_in_one_job_and_are_one_thing_to_undo(page, qtbot, lp, monkeypatch):
    folder = lp()
    for person in ("p1", "p2"):
        page.show_card("acme", person)
    monkeypatch.setattr(PrintForm, "all_cards", lambda _: True)
    with qtbot.waitSignal(page.told, timeout=5000):
        page.act("print")
    assert [state(page, f"p{at}") for at in range(3)] == [CardState.PRINTED] * 3
    assert preview.pages((folder / "job.pdf").read_bytes()) == 3
    page.desk.undo()
    assert [state(page, f"p{at}") for at in range(3)] == [CardState.DRAFTED] * 3


def test_the_dialog_offers_all_cards_only_where_there_are_several(qtbot, page):
    stock = page.card.stock
    for ready, shown in ((1, False), (3, True)):
        form = PrintForm((OFFICE,), Order("Print the card", card_paper(stock), "", "All {0} that are finished"), "", ready, page)
        qtbot.addWidget(form)
        assert form.cards.isHidden() is not shown
        assert not form.all_cards()
        form.cards.setCurrentIndex(1)
        assert form.cards.currentText() == f"All {ready} that are finished"
        form.close()
        form.deleteLater()


def test_the_dialog_says_when_the_printer_does_not_name_the_sheet(qtbot, page):
    letter = next(each for each in shipped.stocks() if each.id == "quarter-letter")
    form = PrintForm((OFFICE,), Order("Print the card", card_paper(letter), ""), "", 1, page)
    qtbot.addWidget(form)
    assert "does not name" in form.hint.text()
    form.deleteLater()


def test_a_stop_keeps_a_card_from_the_printer(page, lp):
    folder = lp()
    case = page.desk.case("acme")
    page.desk.do(changes.note_removed(case.notes[0]))
    told = []
    page.told.connect(told.append)
    page.act("print")
    assert told == ["Nothing from your talk yet. One detail makes it a real card."]
    assert not (folder / "job.pdf").exists()


@pytest.mark.parametrize("stock", shipped.stocks(), ids=lambda each: each.id)
def test_every_stock_names_its_media_and_sides(stock):
    options = cups_options(card_paper(stock))
    assert f"media={stock.media or f'Custom.{stock.sheet[0]:g}x{stock.sheet[1]:g}mm'}" in options
    assert any(each.startswith("sides=") for each in options)


@pytest.mark.parametrize(
    ("thing", "media", "pages"),
    [("by-hand", "iso_a4_210x297mm", 1), ("envelopes", "iso_c6_114x162mm", 1), ("kit", "iso_a4_210x297mm", 1)],
)
def test_what_lies_on_the_table_is_printed_on_its_own_paper_and_marks_no_card(page, qtbot, lp, thing, media, pages):
    folder = lp()
    page.card.put(Thing(thing))
    qtbot.waitUntil(lambda: page.card.last is not None and page.card.last.table.thing == thing, timeout=5000)
    with qtbot.waitSignal(page.told, timeout=5000) as told:
        page.act("print")
    assert told.args == ["“Office” has taken it."]
    data = (folder / "job.pdf").read_bytes()
    assert preview.pages(data) == pages + (thing == "envelopes" and bool(page.desk.me().address))
    assert f"media={media}" in (folder / "arguments").read_text().split("\n")
    assert state(page) is CardState.DRAFTED


def test_the_next_step_prints_the_card_whatever_lies_on_the_table(page, qtbot, lp):
    lp()
    page.card.put(Thing.KIT)
    with qtbot.waitSignal(page.told, timeout=5000):
        page.act("print_card")
    assert page.card.thing is Thing.CARD
    assert state(page) is CardState.PRINTED


@pytest.mark.parametrize("thing", list(Thing))
def test_what_lies_on_the_table_is_saved_under_its_own_name(page, qtbot, tmp_path, monkeypatch, thing):
    proposed = []

    def choose(_parent, title, name, _kinds):
        proposed.append((title, name))
        return str(tmp_path / "out.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page.card.put(thing)
    with qtbot.waitSignal(page.saved) as saved:
        page.act("save_pdf")
    assert saved.args[0] == tmp_path / "out.pdf"
    assert "out.pdf" in saved.args[1]
    data = (tmp_path / "out.pdf").read_bytes()
    assert preview.pages(data) == {Thing.CARD: 1, Thing.BY_HAND: 1, Thing.ENVELOPES: 1, Thing.KIT: 11}[thing]
    ((title, name),) = proposed
    words = {Thing.CARD: "card", Thing.BY_HAND: "guide sheet", Thing.ENVELOPES: "envelope", Thing.KIT: "kit"}[thing]
    assert title == f"Save the {words}"
    assert name.endswith("Kit for Acme.pdf" if thing is Thing.KIT else "Hong Nguyen.pdf")


def test_a_sheet_that_is_partly_used_begins_further_on(page, qtbot, lp, monkeypatch):
    folder = lp()
    several = next(each for each in shipped.stocks() if each.columns * each.rows > 1)
    page.desk.settings.set("stock", several.id)
    choice = page.card.options.stock_choice
    choice.setCurrentIndex(next(at for at in range(choice.count()) if choice.itemData(at).id == several.id))
    jobs = []
    for used in (0, 1):
        monkeypatch.setattr(PrintForm, "used", lambda _, used=used: used)
        with qtbot.waitSignal(page.told, timeout=5000):
            page.act("print")
        jobs.append((folder / "job.pdf").read_bytes())
    assert jobs[0] != jobs[1]
    form = PrintForm((OFFICE,), Order("Print the card", card_paper(several), "", stock=several), "", 1, page)
    qtbot.addWidget(form)
    assert form.first.maximum() == several.columns * several.rows
    form.first.setValue(2)
    monkeypatch.undo()
    assert form.used() == 1


def measured(qtbot, page, stock):
    form = AlignmentForm(page.desk, OFFICE, stock, page)
    qtbot.addWidget(form)
    return form


def test_a_printer_is_measured_once_and_prints_true_from_then_on(page, qtbot, lp):
    folder = lp()
    with qtbot.waitSignal(page.told, timeout=5000):
        page.act("print")
    before = (folder / "job.pdf").read_bytes()
    form = measured(qtbot, page, page.card.stock)
    form.test_button.click()
    qtbot.waitUntil(form.test_button.isEnabled, timeout=5000)
    assert form.hint.text() == "“Office” has taken it."
    assert (folder / "job.pdf").read_bytes() != before
    form.front[0].setValue(16.5)
    form.accept()
    assert page.desk.settings.get("alignments", {})["office"]["front"] == [1.5, 0.0]
    with qtbot.waitSignal(page.told, timeout=5000):
        page.act("print")
    assert (folder / "job.pdf").read_bytes() != before
    assert measured(qtbot, page, page.card.stock).front[0].value() == 16.5


def test_what_no_printer_does_is_not_kept(page, qtbot):
    form = measured(qtbot, page, page.card.stock)
    form.bar.setValue(48.5)
    form.accept()
    assert "the printer scales" in form.hint.text()
    assert page.desk.settings.get("alignments", {}) == {}


def test_a_card_with_two_sides_asks_for_both(page, qtbot):
    half = next(each for each in shipped.stocks() if each.fold == "half")
    form = measured(qtbot, page, half)
    form.back[1].setValue(14.0)
    form.as_book.setChecked(False)
    form.accept()
    assert page.desk.settings.get("alignments", {})["office"] == {"front": [0.0, 0.0], "back": [0.0, -1.0], "as_book": False}


def test_a_printer_with_one_side_is_measured_on_one(page, qtbot, lp):
    folder = lp()
    half = next(each for each in shipped.stocks() if each.fold == "half")
    form = AlignmentForm(page.desk, SIMPLE, half, page)
    qtbot.addWidget(form)
    assert form.back is None
    form.test_button.click()
    qtbot.waitUntil(form.test_button.isEnabled, timeout=5000)
    assert {"sides=one-sided", "page-ranges=1"} <= set(arguments(folder))


def test_a_job_tells_only_once(qtbot, desk, lp):
    lp(code=1)
    stock = Stock(id="s", name="Sheet", sheet=(210, 297), panel=(105, 148.5), fold="quarter")
    job = CupsJob(b"%PDF-1.7", OFFICE, card_paper(stock), (), None)
    told = []
    job.taken.connect(lambda: told.append("taken"))
    job.failed.connect(lambda _: told.append("failed"))
    job.start()
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    job.stop()
    qtbot.wait(50)
    assert told == ["failed"]
    assert card_printing.SHOWN_AFTER_MS == 400
    desk.background.close()


# Without CUPS


def cards(stock_id="quarter-a4", count=1):
    stock = next(each for each in shipped.stocks() if each.id == stock_id)
    made = card.Document("x")
    card.add_blanks(made, count, stock)
    return made.file(), stock


@pytest.fixture
def to_file(tmp_path, monkeypatch):
    """A printer that Qt paints on, page by page; what it prints is in a file."""
    out = tmp_path / "painted.pdf"

    def device(_printer):
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(out))
        return made

    monkeypatch.setattr(print_job, "device_of", device)
    return out


def test_without_cups_a_printer_that_vanished_is_said(qtbot, desk):
    data, stock = cards()
    job = PictureJob(data, OFFICE, card_paper(stock), desk.background, (), None)
    with qtbot.waitSignal(job.failed, timeout=10000) as failed:
        job.start()
    assert "is not there any more" in str(failed.args[0].what)
    desk.background.close()


def test_without_cups_every_page_is_painted_true_to_size(qtbot, desk, to_file):
    data, stock = cards(count=2)
    job = PictureJob(data, OFFICE, card_paper(stock), desk.background, (), None)
    told = []
    job.progressed.connect(lambda done, of: told.append((done, of)))
    with qtbot.waitSignal(job.taken, timeout=20000):
        job.start()
    assert told == [(1, 2), (2, 2)]
    painted = to_file.read_bytes()
    assert preview.pages(painted) == 2
    wanted, found = (ink(preview.render(each, 0, 72)) for each in (data, painted))
    assert found == pytest.approx(wanted, abs=3)  # points: a millimetre on a picture of a picture
    desk.background.close()


def ink(picture):
    """Where the ink lies: left, upper, right and lower edge in dots."""
    shown = Image.frombuffer("RGBX", (picture.width, picture.height), picture.pixels).convert("L")
    return (*shown.point(lambda grey: 255 * (grey < 160)).getbbox(), picture.width, picture.height)


def test_without_cups_an_envelope_lies_as_its_page_does(qtbot, desk, to_file):
    ann, dl = Person(id="p", name="Ann Lee", address="1 Elm Street\nLondon"), envelope.envelope_named("dl")
    data = envelope.pdf(envelope.Envelopes((ann,), Me(), dl))
    job = PictureJob(data, OFFICE, Paper(dl.name, (220.0, 110.0), dl.media), desk.background, (), None)
    with qtbot.waitSignal(job.taken, timeout=20000):
        job.start()
    painted = preview.render(to_file.read_bytes(), 0, 25.4)
    assert (painted.width, painted.height) == pytest.approx((220, 110), abs=1.1)
    desk.background.close()


def test_without_cups_both_sides_on_a_printer_with_one_are_refused(qtbot, desk, to_file, monkeypatch):
    class OneSided(QPrinter):
        def duplex(self):
            return QPrinter.DuplexMode.DuplexNone

    def device(_printer):
        made = OneSided(QPrinter.PrinterMode.HighResolution)
        made.setOutputFileName(str(to_file))
        return made

    monkeypatch.setattr(print_job, "device_of", device)
    data, stock = cards("half-a5")
    job = PictureJob(data, OFFICE, card_paper(stock), desk.background, (), None)
    with qtbot.waitSignal(job.failed, timeout=10000) as failed:
        job.start()
    assert "does not print both sides" in str(failed.args[0].what)
    desk.background.close()


def test_without_cups_printing_can_be_stopped_between_pages(qtbot, desk, to_file):
    data, stock = cards(count=3)
    job = PictureJob(data, OFFICE, card_paper(stock), desk.background, (), None)
    told = []
    job.taken.connect(lambda: told.append("taken"))
    job.failed.connect(told.append)
    with qtbot.waitSignal(job.progressed, timeout=20000):
        job.start()
    job.stop()
    qtbot.wait(300)
    assert told == []
    desk.background.close()


# What a printer can do


def test_the_dialog_says_what_each_printer_can_do(qtbot, page):
    able = Printer(
        "able",
        "Able",
        ((210.0, 297.0),) * 6,
        sheet_names=("A4", "A5", "A6", "Letter", "DL", "C6"),
        custom=((76.0, 127.0), (216.0, 356.0)),
        both_sides=True,
        in_colour=True,
    )
    form = PrintForm((able, SIMPLE, OFFICE), Order("Print the card", card_paper(page.card.stock), ""), "", 1, page)
    qtbot.addWidget(form)
    assert form.can.text() == "A4, A5, A6, Letter and 2 more  ·  sizes of your own  ·  both sides  ·  colour"
    form.choice.setCurrentIndex(1)
    assert form.can.text() == "one side"
    form.choice.setCurrentIndex(2)
    assert form.can.text() == "It does not say what it can do."
    form.deleteLater()


def test_a_sheet_the_printer_does_not_name_is_asked_for_once_more(qtbot, page):
    letter = next(each for each in shipped.stocks() if each.id == "quarter-letter")
    any_size = Printer("any", "Any", ((210.0, 297.0),), custom=((76.0, 127.0), (216.0, 356.0)))
    form = PrintForm((OFFICE, any_size), Order("Print the card", card_paper(letter), ""), "", 1, page)
    qtbot.addWidget(form)
    assert form.accept_button.text() == "Print anyway"
    form.choice.setCurrentIndex(1)
    assert form.accept_button.text() == "Print"
    form.deleteLater()


def test_enter_prints_wherever_the_caret_is(qtbot, page):
    stock = page.card.stock
    form = PrintForm((OFFICE, SIMPLE), Order("Print the card", card_paper(stock), "", "All {0}", stock=stock), "", 2, page)
    qtbot.addWidget(form)
    asked = []
    form.measure_wanted.connect(asked.append)
    for part in (form.choice, form.cards):
        form.show()
        part.setFocus()
        qtbot.keyClick(part, Qt.Key.Key_Return)
        assert form.result() == QDialog.DialogCode.Accepted
        assert asked == []
    form.deleteLater()


# Two sides on a printer that knows one


def folded_once(page):
    half = next(each for each in shipped.stocks() if each.fold == "half")
    page.desk.settings.set("stock", half.id)
    page.card.fill()
    return half


def arguments(folder):
    return (folder / "arguments").read_text().split("\n")


def test_a_printer_with_one_side_prints_one_after_the_other(page, qtbot, lp, monkeypatch):
    folder = lp()
    folded_once(page)
    monkeypatch.setattr(printing, "printers", lambda: (SIMPLE,))
    seen = []

    def turned(form):
        seen.append((form.hint.text(), arguments(folder), state(page)))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(TurnForm, "exec", turned)
    with qtbot.waitSignal(page.told, timeout=5000):
        page.act("print")
    ((hint, first, before),) = seen
    assert "like the pages of a book" in hint
    assert before is CardState.DRAFTED
    for told, pages in ((first, "1"), (arguments(folder), "2")):
        assert "sides=one-sided" in told
        assert f"page-ranges={pages}" in told
    assert state(page) is CardState.PRINTED


def test_who_does_not_turn_the_sheets_has_printed_nothing(page, qtbot, lp, monkeypatch):
    folder = lp()
    folded_once(page)
    monkeypatch.setattr(printing, "printers", lambda: (SIMPLE,))
    asked = []
    monkeypatch.setattr(TurnForm, "exec", lambda form: asked.append(form) or QDialog.DialogCode.Rejected)
    page.act("print")
    qtbot.waitUntil(lambda: bool(asked), timeout=5000)
    assert "page-ranges=1" in arguments(folder)
    assert state(page) is CardState.DRAFTED
    assert not page.printing.is_busy


def test_a_printer_with_both_sides_gets_both_at_once(page, qtbot, lp):
    folder = lp()
    half = folded_once(page)
    with qtbot.waitSignal(page.told, timeout=5000):
        page.act("print")
    assert f"sides={card_paper(half).sides}" in arguments(folder)
    assert not any(each.startswith("page-ranges") for each in arguments(folder))


# Envelopes


def test_how_an_envelope_goes_in_is_kept_for_each_printer(page, qtbot, lp, monkeypatch):
    folder = lp()
    page.desk.do(changes.me_set(page.desk.me(), Me(name="Robin", country="US")))
    page.card.put(Thing.ENVELOPES)
    qtbot.waitUntil(lambda: page.card.last is not None and page.card.last.table.thing == "envelopes", timeout=5000)
    monkeypatch.setattr(printing, "printers", lambda: (OFFICE, SIMPLE))

    def choose(form):
        assert "One stamp. Try one on plain paper first" in form.hint.text()
        seen.append(form.feed())
        form.feed_choice.setCurrentIndex(form.feed_choice.findData("short-edge-turned"))
        form.choice.setCurrentIndex(form.choice.findData("simple"))
        seen.append(form.feed())
        form.choice.setCurrentIndex(form.choice.findData("office"))
        form.feed_choice.setCurrentIndex(form.feed_choice.findData("short-edge"))
        return QDialog.DialogCode.Accepted

    seen = []
    monkeypatch.setattr(PrintForm, "exec", choose)
    with qtbot.waitSignal(page.told, timeout=5000):
        page.act("print")
    assert seen == ["long-edge", "long-edge"]
    assert page.desk.settings.get("feeds", {}) == {"office": "short-edge"}
    made = preview.render((folder / "job.pdf").read_bytes(), 0, 25.4)
    assert made.height > made.width
    seen.clear()
    with qtbot.waitSignal(page.told, timeout=5000):
        page.act("print")
    assert seen == ["short-edge", "long-edge"]


def test_the_computer_s_fonts_are_looked_through_when_the_first_card_is_there(page, qtbot):
    choice = page.card.options.hand_choice
    assert choice.count() == 4
    qtbot.waitUntil(lambda: choice.count() > 4 or (choice._is_asked and not page.desk.background._open), timeout=5000)
    assert page.card.last is not None


def test_the_backs_of_envelopes_are_printed_when_they_have_been_turned(page, qtbot, lp, monkeypatch):
    folder = lp()
    page.desk.do(changes.me_set(page.desk.me(), Me(name="Robin", country="GB", address="1 Elm Street\nLeeds")))
    page.card.put(Thing.ENVELOPES)
    qtbot.waitUntil(lambda: page.card.last is not None and page.card.last.pages == 2, timeout=5000)
    seen = []
    monkeypatch.setattr(TurnForm, "exec", lambda form: seen.append((form.hint.text(), arguments(folder))) or 1)
    with qtbot.waitSignal(page.told, timeout=5000):
        page.act("print")
    ((hint, first),) = seen
    assert "Turn the envelopes over" in hint
    assert "page-ranges=1" in first
    assert "page-ranges=2" in arguments(folder)


# How the printer stands then, and what there is without one


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("printer x is idle.  enabled since Mon\n\tDescription: paused\n\tAlerts: none\n", ""),
        ("printer x now printing x-1.  enabled since Mon\n\tAlerts: media-empty-error\n", "out of paper"),
        ("printer x disabled since Mon -\n\tPaused\n", "is paused"),
        ("printer x is idle.  enabled since Mon\n\tAlerts: offline-report\n", "cannot be reached"),
        ("printer x is idle.\n\tAlerts: marker-supply-empty-error,media-jam\n", "Paper is stuck"),
        ("", ""),
    ],
)
def test_what_cups_says_of_a_printer_is_one_sentence(told, says):
    found = trouble_in(told, "x")
    assert says in found
    assert bool(found) is bool(says)


def test_a_printer_out_of_paper_is_said_after_the_job_was_taken(page, qtbot, lp, monkeypatch):
    folder = lp()
    asked = folder / "bin" / "lpstat"
    asked.write_text("#!/bin/sh\nprintf 'printer office now printing.\\n\\tAlerts: media-empty-error\\n'\n")
    asked.chmod(0o755)
    monkeypatch.setattr(print_standing, "FIRST_MS", 50)
    told = []
    page.told.connect(told.append)
    page.act("print")
    qtbot.waitUntil(lambda: len(told) == 2, timeout=5000)
    assert told[1] == "“Office” has it and is out of paper. It prints when there is some."
    assert state(page) is CardState.PRINTED
    page.printing.stop()


@pytest.mark.parametrize(
    ("library", "lp", "says"),
    [(None, None, "libcups2, cups-client"), ("libcups.so.2", None, ": cups-client."), ("libcups.so.2", "/usr/bin/lp", "Add one")],
)
def test_without_a_printer_the_missing_package_is_named(monkeypatch, library, lp, says):
    monkeypatch.setattr(printing, "find_library", lambda _: library)
    monkeypatch.setattr(printing.shutil, "which", lambda _: lp)
    assert says in str(printing.no_printer().what)


def test_the_pdf_is_shown_in_its_viewer_where_nothing_prints(page, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    page.act("open_pdf")
    (path,) = opened
    assert path.endswith("Card to Hong Nguyen.pdf")
    assert preview.pages(Path(path).read_bytes()) == 1
    assert Path(path).stat().st_mode & 0o77 == 0
    told = []
    page.told.connect(told.append)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    page.act("open_pdf")
    assert "Nothing here opens a PDF" in told[0]


def test_a_file_that_cannot_be_made_is_said_and_nothing_is_lost(page, qtbot, lp, monkeypatch):
    lp()

    def broken(*_):
        raise Problem(Words("The card is too long."))

    monkeypatch.setattr(card_printing, "_counted", broken)
    problems = refused(page)
    with qtbot.waitSignal(page.not_printed, timeout=5000):
        page.act("print")
    assert str(problems[0].what) == "The card is too long."
    assert state(page) is CardState.DRAFTED
    assert not page.printing.is_busy
