"""The studio's top row: the way back, whose cards these are, and what can be done with the one in front."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from followup_desktop.core.records import CardState, Case
from followup_desktop.ui import look
from followup_desktop.ui.page import back_button, upright_line
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import ElidedLabel
from followup_desktop.ui.parts.segments import Segments

ROOMY = 60
"""From this width in em on, the buttons have words beside their icons (LOOK 9)."""
WIDE = 84
"""From this width in em on, the choice of what lies on the table stands here."""


class StudioHeader(QWidget):
    """Fills the header's row; it stands in it as the title."""

    def __init__(self, row: QHBoxLayout, waiting: QWidget, things: Segments) -> None:
        super().__init__()
        self.back = back_button("")
        self.back.setProperty("key", "")
        self._about = ElidedLabel(tone="text2")
        self._is_roomy = True
        self._words: dict[str, str] = {}
        self.acts: dict[str, QPushButton] = {
            "print": button("", "print", tip=self.tr("Print"), key="Ctrl+P"),
            "save_pdf": button("", "pdf", tip=self.tr("Save PDF"), key="Ctrl+S"),
            "posted": button("", "posted", tip=self.tr("Mark as posted"), key="Ctrl+Shift+P"),
        }
        title = QHBoxLayout(self)
        title.setContentsMargins(0, 0, 0, 0)
        title.setSpacing(look.px(8))
        title.addWidget(upright_line())
        title.addSpacing(look.px(8))
        title.addWidget(ElidedLabel(self.tr("Cards"), "title"))
        title.addSpacing(look.px(8))
        title.addWidget(self._about, 1)
        row.addWidget(self.back)
        row.addWidget(self, 1)
        self._row, self._things = row, things
        row.addWidget(things)
        row.addWidget(waiting)
        for made in self.acts.values():
            made.setProperty("key", "")
            row.addWidget(made)
        self._name({"print": self.tr("Print it"), "save_pdf": self.tr("Save PDF"), "posted": self.tr("Mark as posted")})

    def show_case(self, case: Case, person: str) -> None:
        """Say whose cards these are."""
        told = case.interview
        self.back.setText(told.company)
        self._about.setText(f"{told.company}, {told.role}" if told.role else told.company)
        posted = bool(person) and case.card(person).state is CardState.POSTED
        self._name(self._words | {"posted": self.tr("Take it back") if posted else self.tr("Mark as posted")})
        for made in self.acts.values():
            made.setEnabled(bool(person))

    def _name(self, words: dict[str, str]) -> None:
        self._words = words
        for name, made in self.acts.items():
            made.setAccessibleName(words[name])
            made.setText(words[name] if self._is_roomy else "")

    def arrange(self, width: int) -> bool:
        """Leave the words away where there is little room; tooltips keep them. False where the things have no room here."""
        if width >= WIDE * look.font_px() and self._row.indexOf(self._things) < 0:
            self._row.insertWidget(self._row.indexOf(self) + 1, self._things)
        self._is_roomy = width >= ROOMY * look.font_px()
        self._about.setVisible(self._is_roomy)
        self._name(self._words)
        return width >= WIDE * look.font_px()
