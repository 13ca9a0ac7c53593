"""The fields that a template may use, each with its meaning: as a row of buttons, or as one menu where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from followup_desktop.core.words import QT_TRANSLATE_NOOP
from followup_desktop.letters.templates import FIELDS
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.flow import FlowLayout

MEANINGS = {
    "first": QT_TRANSLATE_NOOP("TemplateFields", "how you address them: Hong, Ms Whitlock"),
    "company": QT_TRANSLATE_NOOP("TemplateFields", "the company"),
    "role": QT_TRANSLATE_NOOP("TemplateFields", "the position"),
    "day": QT_TRANSLATE_NOOP("TemplateFields", "the day you met: on Monday"),
    "month": QT_TRANSLATE_NOOP("TemplateFields", "the month you met: in November"),
    "promised": QT_TRANSLATE_NOOP("TemplateFields", "the day they named for the decision"),
    "names": QT_TRANSLATE_NOOP("TemplateFields", "everybody else you met there"),
    "details": QT_TRANSLATE_NOOP("TemplateFields", "the sentences made from your notes; on a line of its own"),
    "promise": QT_TRANSLATE_NOOP("TemplateFields", "what you promised them; on a line of its own"),
    "me": QT_TRANSLATE_NOOP("TemplateFields", "your name; the last line"),
}
"""What each field becomes in a letter."""
WAY, PIECE = "*", "[]"
"""Stand for another way to say the line, and for a piece that may be left out, where a field's name is asked for."""


def meaning(name: str) -> str:
    """What a field becomes, in words."""
    return QCoreApplication.translate("TemplateFields", MEANINGS.get(name, ""))


class TemplateFields(QWidget):
    """Offers every field, and another way to say a line."""

    wanted = Signal(str)
    """The field (its name), `PIECE` or `WAY`, to put where the caret is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._row = QWidget()
        flow = FlowLayout(self._row, 4)
        for name in FIELDS:
            made = button("{" + name + "}", small=True, tip=meaning(name))
            made.setAccessibleName(self.tr("Insert {0}: {1}").format("{" + name + "}", meaning(name)))
            self._add(flow, name, made)
        left_out = self.tr("A piece that is left out where its field is empty: [ about the {role} position]")
        piece = button("[ ]", small=True, tip=left_out)
        piece.setAccessibleName(left_out)
        self._add(flow, PIECE, piece)
        tip = self.tr("Another way to say the line with the caret; one of them is drawn for each letter")
        way = button(self.tr("Another way"), "plus", small=True, tip=tip)
        self._add(flow, WAY, way)
        self.menu_button = button(self.tr("Insert"), "plus", small=True, tip=self.tr("A field, or another way to say a line"))
        self.menu_button.setMenu(self._menu())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def _add(self, flow: FlowLayout, name: str, made: QPushButton) -> None:
        made.clicked.connect(lambda: self.wanted.emit(name))
        self.buttons[name] = made
        flow.addWidget(made)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for name in FIELDS:
            words = self.tr("{0}: {1}").format("{" + name + "}", meaning(name))
            menu.addAction(words).triggered.connect(lambda _=False, which=name: self.wanted.emit(which))
        menu.addSeparator()
        menu.addAction(self.tr("[ ]: left out where its field is empty")).triggered.connect(
            lambda _=False: self.wanted.emit(PIECE)
        )
        menu.addAction(self.tr("Another way to say this line")).triggered.connect(lambda _=False: self.wanted.emit(WAY))
        return menu
