"""The search field of a page's header."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from followup_desktop.ui import look
from followup_desktop.ui.parts.button import key_name
from followup_desktop.ui.parts.label import tooltip

SEARCH_AFTER_MS = 120
"""A pause in typing after which the search begins."""


class SearchField(QLineEdit):
    """The search field: Esc empties it, Down goes to what was found."""

    down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search names, notes and companies"))
        self.setToolTip(tooltip(self.tr("Search names, notes and companies"), key_name("Ctrl+F")))
        self.setClearButtonEnabled(True)
        self.addAction(QAction(look.icon("search", "text2"), "", self), QLineEdit.ActionPosition.LeadingPosition)

    def event(self, event: QEvent) -> bool:
        """While there is something to empty, Esc is its own and not the window's way back."""
        is_own = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and bool(self.text())
        if is_own and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)
