"""Why something is sooner, or more often, than advised, and a line for the reason to do it all the same (E9-E11)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from followup_desktop.ui import look
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import label


class ReasonLine(QWidget):
    """Explains and asks; it never forbids. Hidden until `ask` is called, and again after an answer."""

    given = Signal(str)
    """The reason, never empty."""
    left = Signal()
    """The user leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = label(kind="caption", tone="stamp", wrap=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Your reason, for your own memory"))
        self.reason.setAccessibleName(self.tr("Your reason"))
        self.reason.returnPressed.connect(self._give)
        anyway = button(self.tr("Note it anyway"), small=True)
        anyway.setAutoDefault(False)
        anyway.clicked.connect(self._give)
        leave = button(self.tr("Leave it"), role="flat", small=True)
        leave.setAutoDefault(False)
        leave.clicked.connect(self._leave)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addStretch(1)
        for part in (anyway, leave):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        for each in (self._why, self.reason):
            column.addWidget(each)
        column.addLayout(row)
        self.hide()

    def ask(self, why: str) -> None:
        """Say why, and ask for a reason."""
        self._why.setText(why)
        self.show()
        self.reason.setFocus()

    def close_up(self) -> None:
        """Forget what was asked."""
        self.reason.clear()
        self.hide()

    def _give(self) -> None:
        reason = " ".join(self.reason.text().split())
        if not reason:
            self.reason.setFocus()
            return
        self.close_up()
        self.given.emit(reason)

    def _leave(self) -> None:
        self.close_up()
        self.left.emit()
