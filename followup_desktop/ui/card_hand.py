"""The hand that cards are written in: one that comes with the program, or any font of the user's computer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import hands, look
from followup_desktop.ui.card_combo import ElidedCombo
from followup_desktop.ui.card_table import HANDS

GONE = QT_TRANSLATE_NOOP("cards", "The font {hand} is not on this computer any more, so cards are written in {other}.")


class HandChoice(ElidedCombo):
    """Every hand in its own face. The fonts of the computer are looked through in the background, once."""

    picked = Signal()
    """Another hand is taken from now on."""
    problem = Signal(object)
    """Why a font cannot be used; the hand stays as it was."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Hand"))
        self._desk = desk
        self._is_asked = False
        self._files: Mapping[str, Path] = {}
        self.activated.connect(lambda _: self.use(self.hand()))

    def hand(self) -> str:
        """The name of the hand that was chosen."""
        return str(self.currentData() or hands.HAND)

    def _kept(self) -> str:
        return str(self._desk.settings.get("hand", hands.HAND))

    def fill(self) -> None:
        """Offer the hands of the program and the one of last time; those of the computer follow by `look_around`."""
        if self.count():
            self._dress()
            return
        for name in dict.fromkeys((*HANDS, self._kept())):
            self._offer(name)
        self._dress()

    def look_around(self) -> None:
        """Look through the fonts of the computer, once; not before the first card is there, for one worker does both."""
        if not self._is_asked:
            self._is_asked = True
            self._desk.background.run(_families, self._on_found, self.problem.emit)

    def _offer(self, name: str) -> None:
        self.addItem(name, name)
        self.setItemData(self.count() - 1, self._font(name), Qt.ItemDataRole.FontRole)

    def _on_found(self, families: Mapping[str, Path]) -> None:
        """Offer these too, below the program's own."""
        self._files, kept = families, self._kept()
        self.clear()
        for name in HANDS:
            self._offer(name)
        others = [name for name in families if name not in HANDS]
        if others:
            self.insertSeparator(self.count())
        for name in others:
            self._offer(name)
        if kept not in {*HANDS, *others}:
            self._desk.settings.set("hand", None)
            self.problem.emit(Problem(Words(GONE, {"hand": kept, "other": hands.HAND})))
            self._dress()
            self.picked.emit()
        else:
            self._dress()

    def use(self, name: str) -> None:
        """Take that hand from now on, unless its maker forbids it."""
        from followup_desktop.paper.faces import face  # noqa: PLC0415  (brings HarfBuzz; not before first paint)

        try:
            face(name)
        except Problem as problem:
            self.problem.emit(problem)
            self._dress()
            return
        self._desk.settings.set("hand", name)
        self._dress()
        self.picked.emit()

    def _dress(self) -> None:
        """Show the hand that is kept, its name written in it."""
        self.setCurrentIndex(max(0, self.findData(self._kept())))
        self.setFont(self._font(self.hand()))

    def _font(self, name: str) -> QFont:
        """That hand at the size of a choice; the window's own font where it cannot show it."""
        family = hands.family(name) or hands.loaded(self._files.get(name))
        font = look.font("title" if family else "body", 400)
        if family:
            font.setFamily(family)
        return font


def _families() -> Mapping[str, Path]:
    from followup_desktop.paper.own_hands import own_hands  # noqa: PLC0415  (in the worker)

    return {name: path for name, (path, _) in own_hands().items()}
