"""What is done with what lies on the table: saved as a PDF, printed; and with a card: marked as posted, taken back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from followup_desktop.core import changes
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import CardState, Case, Finding, Letter, Level
from followup_desktop.desk.desk import Desk
from followup_desktop.letters import occasions
from followup_desktop.ui import card_table
from followup_desktop.ui.card_printing import CardPrinting, Run
from followup_desktop.ui.card_side import CardSide
from followup_desktop.ui.card_table import Table, Thing
from followup_desktop.ui.language import said
from followup_desktop.ui.print_form import Order

UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
"""What some system does not take in a file's name."""
DONE = frozenset({CardState.PRINTED, CardState.POSTED})


class CardActs(QObject):
    """Acts on one card at a time; a card that something stops is not let out, and the first stop is said."""

    told = Signal(str)
    saved = Signal(object, str)
    """The `Path` of a PDF that is on disk, and what to say about it."""
    problem = Signal(object)

    def __init__(self, desk: Desk, side: CardSide, printing: CardPrinting, parent: QWidget) -> None:
        super().__init__(parent)
        self._for_viewer: QTemporaryDir | None = None
        self._desk, self._side, self._printing, self._window = desk, side, printing, parent

    def _stops(self, table: Table, letter: Letter) -> list[Finding]:
        """What keeps a letter off the paper; an envelope or a kit waits for no letter."""
        if table.thing in {Thing.ENVELOPES, Thing.KIT}:
            return []
        found = (*card_table.stops(table, letter), *letter.findings)
        return [each for each in found if each.level is Level.STOP]

    def _is_stopped(self, table: Table, letter: Letter) -> bool:
        stops = self._stops(table, letter)
        if stops:
            self.told.emit(said(stops[0].words, self._desk.today()))
        return bool(stops)

    def save_pdf(self, letter: Letter) -> None:
        """Save what lies on the table where the user says: the card, its guide sheet, its envelope, all of the kit."""
        table = self._side.table()
        if table is None or self._is_stopped(table, letter):
            return
        title, proposed, told = self._file_words(table)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(documents) if documents and Path(documents).is_dir() else Path()
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(folder / proposed), self.tr("PDF (*.pdf)"))
        if not name:
            return
        self._save(Path(name), table, letter, told)

    def open_pdf(self, letter: Letter) -> None:
        """Show what lies on the table in the program that shows PDFs; the file is gone when this program ends."""
        table = self._side.table()
        if table is None or self._is_stopped(table, letter):
            return
        if self._for_viewer is None:
            self._for_viewer = QTemporaryDir()
        path = Path(self._for_viewer.path()) / self._file_words(table)[1]
        if self._save(path, table, letter) and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.told.emit(self.tr("Nothing here opens a PDF. Install a viewer, or save the PDF and print it elsewhere."))

    def _save(self, path: Path, table: Table, letter: Letter, told: str = "") -> bool:
        """Make the file and put it there; True where it is."""
        try:
            data = card_table.whole(table, [letter])
        except Problem as problem:
            self.problem.emit(problem)
            return False
        if not self._desk.save_file(path, data):
            return False
        if told:
            self.saved.emit(path, told.format(path.name))
        return True

    def _file_words(self, table: Table) -> tuple[str, str, str]:
        """The title of the question where to save it, the name of the file, and what is said then."""
        name, company = (UNFIT.sub(" ", each).strip() for each in (table.letter.name, table.letter.company))
        return {
            Thing.CARD: (
                self.tr("Save the card"),
                self.tr("Card to {0}.pdf").format(name),
                self.tr("The card is in “{0}”."),
            ),
            Thing.BY_HAND: (
                self.tr("Save the guide sheet"),
                self.tr("Guide sheet for {0}.pdf").format(name),
                self.tr("The guide sheet is in “{0}”."),
            ),
            Thing.ENVELOPES: (
                self.tr("Save the envelope"),
                self.tr("Envelope to {0}.pdf").format(name),
                self.tr("The envelope is in “{0}”."),
            ),
            Thing.KIT: (
                self.tr("Save the kit"),
                self.tr("Kit for {0}.pdf").format(company),
                self.tr("Pocket sheet, cards and envelopes are in “{0}”."),
            ),
        }[table.thing]

    def print_it(self, case: Case, letter: Letter, panel: Iterable[Letter]) -> None:
        """Print what lies on the table, or that of all who are ready; only a printed card is marked as printed."""
        table = self._side.table()
        if table is None or self._is_stopped(table, letter):
            return
        is_card = table.thing is Thing.CARD
        done = DONE if is_card else {CardState.POSTED}
        owed = [each for each in panel if each.person == letter.person or case.card(each.person).state not in done]
        ready = [each for each in owed if each.person == letter.person or not self._stops(table, each)]
        every = (letter,) if table.thing is Thing.KIT else tuple(ready)
        run = Run((letter,), every, partial(card_table.to_print, table), marks=is_card)
        self._printing.ask(self._order(table), run)

    def _order(self, table: Table) -> Order:
        """What the print dialog says about it."""
        title, many, hint = {
            Thing.CARD: (
                self.tr("Print the card"),
                self.tr("All {0} that are finished"),
                self.tr("Fold the sheet twice; the front is at the lower right."),
            ),
            Thing.BY_HAND: (
                self.tr("Print the guide sheet"),
                self.tr("All {0} that are finished"),
                self.tr("Lay the card over its frame, and write along the lines."),
            ),
            Thing.ENVELOPES: (
                self.tr("Print the envelope"),
                self.tr("All {0}, in the order of the cards"),
                self.tr("Try one on plain paper first; how it goes in is kept for this printer."),
            ),
            Thing.KIT: (self.tr("Print this part of the kit"), "", ""),
        }[table.thing]
        is_card = table.thing is Thing.CARD
        if is_card and table.setup.stock.fold != "quarter":
            hint = ""
        if table.thing is Thing.ENVELOPES:
            stamps = said(card_table.remarks(table)[-1], self._desk.today())
            hint = self.tr("{0} {1}").format(stamps, hint)
        taken = self.tr("“{0}” has taken it. Sign, then post.") if is_card else self.tr("“{0}” has taken it.")
        last = self._side.last
        lies = last is not None and last.size[0] > last.size[1]
        return Order(
            title,
            card_table.paper(table, lies=lies),
            taken,
            many,
            hint,
            table.setup.stock if is_card else None,
            table.setup.feed if card_table.has_envelopes(table) else "",
            lambda feed: card_table.paper(card_table.fed(table, feed)),
            card_table.has_backs(table),
        )

    def post(self, case: Case, letter: Letter) -> None:
        """Mark the card as posted, or take that back."""
        if case.card(letter.person).state is CardState.POSTED:
            self.take_back(case, letter)
        else:
            sent = occasions.occasion(case, letter.person), letter
            self._desk.do(changes.card_marked(case, letter.person, CardState.POSTED, self._desk.now(), letter.text, sent))

    def take_back(self, case: Case, letter: Letter) -> None:
        """From posted back to printed, from printed back to drafted."""
        card = case.card(letter.person)
        printed = card.state is CardState.POSTED and card.printed_at is not None
        state = CardState.PRINTED if printed else CardState.DRAFTED
        moment = card.printed_at or self._desk.now()
        self._desk.do(changes.card_marked(case, letter.person, state, moment, card.printed_text))

    def mark_drafted(self, case: Case, letter: Letter) -> None:
        """A card that is looked at for the first time and has nothing to fix is drafted from now on."""
        if letter.finished and case.card(letter.person).state is CardState.TO_WRITE:
            self._desk.do(changes.card_marked(case, letter.person, CardState.DRAFTED, self._desk.now()))
