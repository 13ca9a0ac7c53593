"""Erasing a person for good: asked about first, since nothing takes it back; afterwards it is told what may still hold them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from followup_desktop.core import erasing
from followup_desktop.desk.desk import Desk
from followup_desktop.desk.kept_backups import Erased
from followup_desktop.ui.bars import Bars

MOST_NAMED = 3
"""Files that a bar names; more are counted."""


class Erasing(QObject):
    """Asks in a bar what to do about one person, and tells there how it went."""

    wanted = Signal(str)
    """The person of that id is to be erased, and the user knows what that means."""

    def __init__(self, desk: Desk, bars: Bars, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bars = desk, bars

    def ask(self, person: str) -> None:
        """Ask whether that person is to be erased; the answer that changes nothing is the first."""
        known = next((each for each in self._desk.people() if each.id == person), None)
        if known is None:
            return
        change = erasing.erased(self._desk.everything(), erasing.who(known))
        gone = sum(after is None for _, after in change.pairs) - 1
        changed = sum(after is not None for _, after in change.pairs)
        question = self.tr("Erase {0} for good?").format(known.name)
        entries = self.tr("{0} entry about them goes") if gone == 1 else self.tr("{0} entries about them go")
        others = self.tr("{0} other loses the name") if changed == 1 else self.tr("{0} others lose the name")
        told = self.tr("{0}, and {1}, in the backups too. Nothing takes this back, and what can be undone so far no longer can.")
        answers = [("leave", self.tr("Leave it")), ("erase", self.tr("Erase for good"))]
        self._bars.ask(
            question,
            told.format(entries.format(gone), others.format(changed)),
            answers,
            lambda answer: self._on_answered(answer, person),
        )

    def _on_answered(self, answer: str, person: str) -> None:
        if answer == "erase":
            self.wanted.emit(person)

    def tell(self, erased: Erased) -> None:
        """Say that it is done; where backups may still hold the person, name them."""
        if not erased.holding:
            one, many = self.tr("{0} was written anew"), self.tr("{0} were written anew")
            count = (one if erased.rewritten == 1 else many).format(erased.rewritten)
            self._bars.tell(self.tr("Erased, from the backups too ({0}).").format(count))
            return
        names = ", ".join(each.name for each in erased.holding[:MOST_NAMED])
        more = len(erased.holding) - MOST_NAMED
        if more > 0:
            names = self.tr("{0} and {1} more").format(names, more)
        told = self.tr(
            "Erased from the notebook. What could not be written anew may hold the person; delete it, or the backups in it: {0}."
        )
        self._bars.error(told.format(names))
