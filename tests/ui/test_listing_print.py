"""The month, the agenda, the proof of search and the address list: asked for, named what cannot be written, printed or saved."""

import shutil
import stat
from datetime import date, timedelta

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from followup_desktop import cli, shipped
from followup_desktop.core import agenda, changes
from followup_desktop.core.records import Interview, Person, added
from followup_desktop.core.words import Words
from followup_desktop.ui import listing_print, look, printing
from followup_desktop.ui.listing_form import Kind, ListingForm
from followup_desktop.ui.listing_print import file_name, office
from followup_desktop.ui.printing import Printer
from followup_desktop.ui.window import Window

LP = """#!/bin/sh
echo "$@" >> "{log}"
cat > "{out}"
exit {code}
"""


@pytest.fixture
def window(qtbot, qapp, told):
    look.apply(qapp, "light")
    made = Window(told, shipped.writer, shipped.stocks)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    told.background.close()


@pytest.fixture
def form(monkeypatch, qtbot):
    """Answers the form as `answers[...]` say, when it has its file; gives what it said before."""
    told = {"press": "file", "before": lambda _: None}

    def answer(form):
        told["form"] = form
        form.show()
        told["before"](form)
        qtbot.waitUntil(lambda: form.made is not None or not told["press"])
        told["hint"], told["spans"] = form.hint.text(), [form.span.itemText(at) for at in range(form.span.count())]
        if told["press"]:
            (form.file_button if told["press"] == "file" and not form.file_button.isHidden() else form.accept_button).click()
        else:
            form.reject()
        return form.result() == QDialog.DialogCode.Accepted

    monkeypatch.setattr(ListingForm, "exec", answer)
    return told


@pytest.fixture
def saved(monkeypatch, tmp_path):
    """Every file is saved here; gives the path."""
    proposed = []

    def choose(_parent, _title, name, _kinds):
        proposed.append(name)
        return str(tmp_path / "out.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    path = tmp_path / "out.pdf"
    return path, proposed


@pytest.fixture
def printer(monkeypatch, tmp_path):
    """One printer, and an `lp` that writes down what it is told."""
    folder = tmp_path / "bin"
    folder.mkdir()
    log, out = tmp_path / "lp.log", tmp_path / "printed.pdf"

    def make(code=0):
        (folder / "lp").write_text(LP.format(log=log, out=out, code=code))
        (folder / "lp").chmod(stat.S_IRWXU)

    make()
    path = f"{folder}:{shutil.which('cat').rsplit('/', 1)[0]}"
    monkeypatch.setenv("PATH", path)
    monkeypatch.setattr(printing, "printers", lambda: (Printer("desk", "The desk’s printer", ()),))
    return log, out, make


def text_of(path):
    with pypdfium2.PdfDocument(path) as document:
        sizes = [tuple(round(each / 72 * 25.4) for each in page.get_size()) for page in document]
        return " ".join(page.get_textpage().get_text_range() for page in document), sizes


def press(window, name):
    window.actions_by_name[name].trigger()
    QApplication.processEvents()


def test_the_month_in_front_is_saved_on_one_lying_sheet(window, form, saved):
    path, proposed = saved
    press(window, "print_month")
    words, sizes = text_of(path)
    assert sizes == [(297, 210)]
    assert "November 2026" in words
    assert "Acme" in words
    assert proposed[0].endswith("November 2026.pdf")
    assert form["spans"][:2] == ["November 2026", "December 2026"]


def test_the_agenda_of_two_weeks_goes_to_the_printer_with_its_paper(window, form, printer, qtbot):
    form["press"] = "print"
    log, out, _ = printer
    press(window, "print_agenda")
    qtbot.waitUntil(lambda: any("has taken it" in bar.accessibleName() for bar in window.bars.bars()))
    told = log.read_text()
    for option in ("-d desk", "media=iso_a4_210x297mm", "sides=one-sided", "print-scaling=none"):
        assert option in told
    words, sizes = text_of(out)
    assert sizes == [(210, 297)]
    assert "Initech" in words
    assert window.desk.settings.get("printer", "") == "desk"


def test_the_country_decides_the_paper(window, form, saved):
    me = window.desk.me()
    window.desk.do(changes.me_set(me, type(me)(name=me.name, country="US")))
    press(window, "addresses")
    assert text_of(saved[0])[1] == [(216, 279)]
    assert office("US", lies=True).media == "na_letter_8.5x11in"


def test_the_proof_asks_for_its_days(window, form, saved):
    form["before"] = lambda form: (form.first.set_day(date(2026, 11, 1)), form.last.set_day(date(2026, 11, 12)))
    press(window, "proof")
    assert form["spans"] == ["This month: November 2026", "Last month: October 2026", "Other days"]
    assert form["form"].days() == (date(2026, 11, 1), date(2026, 11, 12))
    words, _ = text_of(saved[0])
    assert "Kestrel" in words
    assert "Globex" not in words


def test_days_that_end_before_they_begin_are_not_printed(window, form):
    form["press"] = ""
    form["before"] = lambda form: (form.first.set_day(date(2026, 11, 12)), form.last.set_day(date(2026, 11, 1)))
    press(window, "proof")
    assert form["hint"] == "The last day comes before the first."
    assert not form["form"].accept_button.isEnabled()


def test_what_no_font_can_write_is_named_before(window, form, saved):
    window.desk.do(added(Words("Add"), Person(id="x", name="Odd 𓀀 Name", company="Acme")))
    press(window, "addresses")
    assert "No font here has every letter of “Odd 𓀀 Name”" in form["hint"]


def test_in_a_month_too_it_is_named_before(window, form, saved):
    start = window.desk.now().replace(tzinfo=None) + timedelta(days=1)
    window.desk.do(added(Words("Add"), Interview(id="odd", company="𓀀 Works", role="Cook", start=start, zone="Europe/London")))
    press(window, "print_month")
    assert "𓀀 Works" in form["hint"]


def test_without_a_printer_it_is_saved(window, form, saved, monkeypatch):
    monkeypatch.setattr(printing, "printers", lambda: ())
    form["press"] = "print"
    press(window, "addresses")
    assert form["form"].accept_button.text() == "Save PDF"
    assert saved[0].exists()


def test_a_printer_that_refuses_loses_nothing(window, form, printer, saved, qtbot):
    form["press"] = "print"
    _, _, make = printer
    make(code=1)
    press(window, "print_agenda")
    qtbot.waitUntil(lambda: any(bar.kind == "error" for bar in window.bars.bars()))
    bar = next(bar for bar in window.bars.bars() if bar.kind == "error")
    bar.answers["pdf"].click()
    assert "Initech" in text_of(saved[0])[0]


def test_a_list_that_is_left_writes_nothing(window, form, saved):
    form["press"] = ""
    press(window, "proof")
    assert not saved[0].exists()


def test_a_files_name_tells_its_days():
    assert file_name(Kind.PROOF, date(2026, 11, 1), date(2026, 11, 30)) == "Proof of search November 2026.pdf"
    assert file_name(Kind.AGENDA, date(2026, 11, 23), date(2026, 12, 6)) == "Agenda 2026-11-23.pdf"


def test_a_day_on_which_somebody_may_be_asked_is_not_hatched(window):
    state = listing_print.ListingPrint(window.desk, window.bars, window)._state()
    quiet = listing_print.quiet_days(state, agenda.all_entries(state.cases, state.now, state.workdays, state.rules))
    assert date(2026, 11, 25) in quiet
    assert date(2026, 11, 24) not in quiet


# The verb


def run(tmp_path, capsys, *words, status=0):
    code = cli.run(cli.parse(["--data", str(tmp_path / "cli"), "--now", "2026-11-23T12:41", *map(str, words)]))
    out, err = capsys.readouterr()
    assert code == status, err
    return out, err


def test_the_proof_as_a_verb(tmp_path, capsys):
    out = tmp_path / "proof.pdf"
    run(tmp_path, capsys, "me", "--name", "Robin Ashworth", "--country", "US")
    run(tmp_path, capsys, "add", "Acme", "Engineer", "--start", "2026-11-10T10:00", "--with", "Ann Lee")
    run(tmp_path, capsys, "add", "Globex", "Cook", "--start", "2026-10-10T10:00")
    assert run(tmp_path, capsys, "proof", "--out", out)[0] == f"{out}: 1 line, 2026-11-01 to 2026-11-23\n"
    words, sizes = text_of(out)
    assert sizes == [(216, 279)]
    assert "Acme" in words
    assert "Globex" not in words
    told, _ = run(tmp_path, capsys, "proof", "--from", "2026-10-01", "--to", "2026-10-31", "--out", out)
    assert "1 line" in told
    assert "Globex" in text_of(out)[0]


def test_the_verb_names_what_cannot_be_written_and_refuses_days_the_wrong_way_round(tmp_path, capsys):
    out = tmp_path / "proof.pdf"
    run(tmp_path, capsys, "add", "𓀀 Works", "Cook", "--start", "2026-11-10T10:00")
    _, err = run(tmp_path, capsys, "proof", "--out", out, status=1)
    assert "𓀀 Works" in err
    out.unlink()
    _, err = run(tmp_path, capsys, "proof", "--from", "2026-11-10", "--to", "2026-11-01", "--out", out, status=2)
    assert err.count("\n") == 1
    assert not out.exists()
