"""What else is printed: the month, the agenda, the proof of search, the address list; to a printer, or as a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from followup_desktop.core import agenda
from followup_desktop.core.etiquette import Rules
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Case, Me, Workdays
from followup_desktop.core.staying import Known
from followup_desktop.core.words import QT_TRANSLATE_NOOP
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import listing_form, printing
from followup_desktop.ui.bars import Bars
from followup_desktop.ui.language import month_words, said
from followup_desktop.ui.listing_form import Kind, ListingForm, Made, Span
from followup_desktop.ui.print_job import PrintJob, print_job
from followup_desktop.ui.printing import Paper, Printer
from followup_desktop.ui.weeks import weeks

translate = QCoreApplication.translate
MEDIA = {"A4": "iso_a4_210x297mm", "Letter": "na_letter_8.5x11in"}
"""What printers call office paper (PWG 5101.1)."""
NAMES = {
    Kind.MONTH: QT_TRANSLATE_NOOP("Listing", "{0}.pdf"),
    Kind.AGENDA: QT_TRANSLATE_NOOP("Listing", "Agenda {0}.pdf"),
    Kind.PROOF: QT_TRANSLATE_NOOP("Listing", "Proof of search {0}.pdf"),
    Kind.ADDRESSES: QT_TRANSLATE_NOOP("Listing", "Addresses {0}.pdf"),
}
"""What each is called as a file, {0} being its days."""


@dataclass(frozen=True, slots=True)
class State:
    """All that the lists are made of, as plain values for the worker."""

    cases: tuple[Case, ...]
    known: Known
    me: Me
    now: datetime
    workdays: Workdays
    rules: Rules
    first_weekday: int


class ListingPrint(QObject):
    """Prints lists about the whole notebook."""

    def __init__(self, desk: Desk, bars: Bars, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._bars, self._window = desk, bars, window
        self._job: PrintJob | None = None

    def month(self, shown: date) -> None:
        """Print a month on one sheet; proposed is the one that `shown` lies in."""
        self._ask(Kind.MONTH, listing_form.month_spans(shown))

    def agenda(self) -> None:
        """Print what is due in the weeks to come."""
        self._ask(Kind.AGENDA, listing_form.agenda_spans(self._desk.today()))

    def proof(self) -> None:
        """Print what was done about finding work, as offices ask for it."""
        self._ask(Kind.PROOF, listing_form.proof_spans(self._desk.today()))

    def addresses(self) -> None:
        """Print everybody with what is known about reaching them."""
        self._ask(Kind.ADDRESSES, listing_form.no_spans(self._desk.today()))

    def _ask(self, kind: Kind, spans: tuple[Span, ...]) -> None:
        desk, state = self._desk, self._state()
        last = str(desk.settings.get("printer", ""))
        form = ListingForm(
            kind, spans, printing.printers(), last, lambda *days: work(kind, state, *days), desk.background, self._window
        )
        form.begin_weeks_on(weeks(desk).first)
        if not form.exec() or form.made is None:
            return
        if form.wants_file:
            self._save(form.made.data, file_name(kind, *form.days()))
        else:
            self._print(form.made.data, kind, form.printer())

    def _state(self) -> State:
        desk = self._desk
        me = replace(desk.me(), country=desk.country())
        first = weeks(desk).first
        return State(desk.cases(), desk.known(), me, desk.now(), desk.workdays(), desk.rules(), first)

    # To a printer

    def _print(self, data: bytes, kind: Kind, printer: Printer) -> None:
        paper = office(self._desk.country(), lies=kind is Kind.MONTH)
        job = print_job(data, printer, paper, self._desk.background, parent=self)
        job.taken.connect(lambda: self._on_taken(printer))
        job.failed.connect(lambda problem: self._on_failed(problem, data, kind, printer))
        self._job = job
        job.start()

    def _on_taken(self, printer: Printer) -> None:
        self._forget_job()
        self._desk.settings.set("printer", printer.name)
        self._bars.tell(translate("Listing", "“{0}” has taken it.").format(printer.words))

    def _on_failed(self, problem: Problem, data: bytes, kind: Kind, printer: Printer) -> None:
        self._forget_job()
        answers = [("again", translate("Listing", "Try again")), ("pdf", translate("Listing", "Save PDF"))]
        today = self._desk.today()

        def answer(key: str) -> None:
            if key == "again":
                self._print(data, kind, printer)
            else:
                self._save(data, file_name(kind, today, today))

        self._bars.error(said(problem.what), answers, answer)

    def _forget_job(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None

    # As a file

    def _save(self, data: bytes, proposed: str) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(documents) if documents and Path(documents).is_dir() else Path()
        kinds = translate("Listing", "PDF (*.pdf)")
        name, _ = QFileDialog.getSaveFileName(self._window, translate("Listing", "Save PDF"), str(folder / proposed), kinds)
        if name and self._desk.save_file(Path(name), data):
            told = translate("Listing", "“{0}” is saved.").format(Path(name).name)
            self._bars.offer(told, [("open", translate("Listing", "Open it"))], lambda _: self._open(Path(name)))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._bars.tell(translate("Listing", "Nothing here opens a PDF. The file is {0}.").format(path))


def file_name(kind: Kind, first: date, last: date) -> str:
    """What a list is called as a file: its name and its days."""
    whole_month = first.day == 1 and last.month != (last + timedelta(days=1)).month
    when = month_words(first) if whole_month else first.isoformat()
    return translate("Listing", NAMES[kind]).format(when)


def office(country: str, *, lies: bool) -> Paper:
    """The office paper of that country, laid on its long side or standing."""
    from followup_desktop.paper.stock import office_paper  # noqa: PLC0415  (the PDF library loads when it is needed)

    width, height = office_paper(country)
    name = "A4" if round(height) == 297 else "Letter"  # noqa: PLR2004  (mm)
    return Paper(name, (height, width) if lies else (width, height), MEDIA[name])


def work(kind: Kind, state: State, first: date, last: date) -> Callable[[], Made]:
    """Work for the background: that list of those days."""
    return lambda: made(kind, state, first, last)


def made(kind: Kind, state: State, first: date, last: date) -> Made:
    """That list of those days as a PDF on the office paper of the writer's country."""
    from followup_desktop.paper import listings, month_page, table  # noqa: PLC0415  (the PDF library loads when it is needed)

    if kind is Kind.MONTH:
        entries = [each for each in _entries(state) if first <= each.day <= last]
        sheet = office(state.me.country, lies=True).sheet
        data = month_page.pdf(entries, first, sheet, first_weekday=state.first_weekday, quiet=quiet_days(state, entries))
        return Made(data, month_page.notes(entries))
    if kind is Kind.AGENDA:
        told = listings.agenda(_entries(state), first, last)
    elif kind is Kind.PROOF:
        told = listings.proof_of_search(state.cases, state.me, first, last, state.now)
    else:
        told = listings.address_list(state.known.people)
    return Made(table.pdf(told, office(state.me.country, lies=False).sheet), told.notes)


def _entries(state: State) -> list[agenda.Entry]:
    found = agenda.all_entries(state.cases, state.now, state.workdays, state.rules, state.known)
    return sorted(found, key=agenda.entry_order)


def quiet_days(state: State, entries: Iterable[agenda.Entry]) -> set[date]:
    """The days on which some company is not to be asked yet, and none of `entries` says that another one may be."""
    around = agenda.around(state.cases, state.known.touches)
    days: set[date] = set()
    for case in state.cases:
        others = around.get(case.interview.id)
        found = agenda.quiet(case, state.workdays, state.rules, now=state.now, surroundings=others)
        if found is not None:
            days.update(found[0] + timedelta(days=ahead) for ahead in range((found[1] - found[0]).days + 1))
    return days - {each.day for each in entries if each.kind in {agenda.Kind.FLOOR, agenda.Kind.BEST}}
