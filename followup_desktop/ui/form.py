"""What the small dialogs share: labels beside fields, one filled button, one line for what is still missing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from followup_desktop.core.records import Change
from followup_desktop.ui import look

SCREEN_SHARE = 0.85
"""How much of the screen a dialog takes at most, in each direction."""


def fit_screen(dialog: QDialog, width: int, height: int) -> None:
    """Give the dialog that size in design pixels, or what the screen has: its buttons are always within reach."""
    room = dialog.screen().availableSize() * SCREEN_SHARE
    dialog.resize(min(look.px(width), room.width()), min(look.px(height), room.height()))


class Form(QDialog):
    """A dialog that ends in one `Change`, or in none. Enter accepts, Esc leaves; nothing is written before that."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.change: Change | None = None
        self.setMinimumWidth(min(look.px(620), round(self.screen().availableSize().width() * SCREEN_SHARE)))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(16))
        self.column.setSpacing(look.px(12))
        self._heading = QLabel()
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setFont(look.font("title"))
        self.column.addWidget(self._heading)
        self.rows = QFormLayout()
        self.rows.setHorizontalSpacing(look.px(12))
        self.rows.setVerticalSpacing(look.px(8))
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = QDialogButtonBox()
        self.accept_button = QPushButton()
        self.accept_button.setProperty("role", "primary")
        self.accept_button.setDefault(True)
        self.buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        leave = QPushButton(self.tr("Leave it"))
        self.buttons.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def name_it(self, title: str, accept_words: str) -> None:
        """What the dialog is called, and the word on its filled button."""
        self.setWindowTitle(title)
        self._heading.setText(title)
        self.accept_button.setText(accept_words)

    def finish_layout(self) -> None:
        """Put rows, hint and buttons below what a subclass has placed."""
        self.column.addLayout(self.rows)
        self.column.addWidget(self.hint)
        self.column.addStretch(1)
        self.column.addWidget(self.buttons)

    def field(self, label: str, text: str = "", hint: str = "") -> QLineEdit:
        """One more row with a line to type in; `hint` stands in it while it is empty."""
        made = QLineEdit(text)
        made.setPlaceholderText(hint)
        made.setAccessibleName(label)
        self.rows.addRow(self.label(label), made)
        return made

    @staticmethod
    def label(words: str) -> QLabel:
        """The words before a field."""
        made = QLabel(words)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setMinimumHeight(look.px(32))
        return made

    def say(self, words: str) -> None:
        """What is still missing, in one line; empty words take it away."""
        self.hint.setText(words)
