"""What is done with a finished card: saved as a PDF, printed, marked as posted, taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from followup_desktop.core import changes
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import CardState, Case, Finding, Letter, Level
from followup_desktop.desk.desk import Desk
from followup_desktop.ui.card_printing import CardPrinting
from followup_desktop.ui.card_side import CardSide
from followup_desktop.ui.language import said

DONE = frozenset({CardState.PRINTED, CardState.POSTED})


class CardActs(QObject):
    """Acts on one card at a time; a card that something stops is not let out, and the first stop is said."""

    told = Signal(str)
    problem = Signal(object)

    def __init__(self, desk: Desk, side: CardSide, printing: CardPrinting, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._side, self._printing, self._window = desk, side, printing, parent

    def _stops(self, letter: Letter) -> list[Finding]:
        """What keeps a letter off the paper."""
        from followup_desktop.paper.stops import stops  # noqa: PLC0415  (the PDF library loads when it is needed)

        paper = stops(letter, self._side.stock, self._side.hand) if self._side.stock is not None else ()
        return [each for each in (*paper, *letter.findings) if each.level is Level.STOP]

    def _is_stopped(self, letter: Letter) -> bool:
        stops = self._stops(letter)
        if stops:
            self.told.emit(said(stops[0].words, self._desk.today()))
        return bool(stops)

    def _pdf(self, letters: Sequence[Letter]) -> bytes:
        """The cards as one file. Raises `Problem` where one cannot be printed."""
        from followup_desktop.paper import card  # noqa: PLC0415

        stock = self._side.stock
        assert stock is not None
        return card.pdf(letters, stock, self._side.hand)

    def save_pdf(self, letter: Letter) -> None:
        """Save the card where the user says."""
        if self._is_stopped(letter):
            return
        title, kinds = self.tr("Save the card"), self.tr("PDF (*.pdf)")
        name, _ = QFileDialog.getSaveFileName(self._window, title, self.tr("card.pdf"), kinds)
        if not name:
            return
        try:
            data = self._pdf([letter])
        except Problem as problem:
            self.problem.emit(problem)
            return
        if self._desk.save_file(Path(name), data):
            self.told.emit(self.tr("The card is in “{0}”.").format(Path(name).name))

    def print_card(self, case: Case, letter: Letter, panel: Iterable[Letter]) -> None:
        """Print the card, or all that are finished; marked as printed is only what a printer has taken."""
        stock = self._side.stock
        if stock is None or self._is_stopped(letter):
            return
        owed = [each for each in panel if each is letter or case.card(each.person).state not in DONE]
        ready = [each for each in owed if each is letter or not self._stops(each)]
        self._printing.ask(letter, ready, stock, self._pdf)

    def post(self, case: Case, letter: Letter) -> None:
        """Mark the card as posted, or take that back."""
        if case.card(letter.person).state is CardState.POSTED:
            self.take_back(case, letter)
        else:
            self._desk.do(changes.card_marked(case, letter.person, CardState.POSTED, self._desk.now(), letter.text))

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
