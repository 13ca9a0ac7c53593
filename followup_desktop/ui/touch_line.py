"""Noting that one has asked: one press, or a reason first where it is sooner, or more often, than advised."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from followup_desktop.core import etiquette
from followup_desktop.core.records import Case, Channel
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.language import said
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import label


class TouchLine(QWidget):
    """The button “I asked”: a touch too soon is explained and wants a reason, never forbidden (E9-E11)."""

    made = Signal(str, str)
    """The channel, and the reason (empty for an ordinary one)."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self._kind = Channel.EMAIL
        self.asked = button(self.tr("I asked"), "check", small=True, tip=self.tr("Note that you followed up today"))
        menu = QMenu(self)
        for kind, words, icon in (
            (Channel.EMAIL, self.tr("By e-mail"), "envelope"),
            (Channel.CALL, self.tr("By phone"), "phone"),
            (Channel.LETTER, self.tr("By letter"), "envelope"),
            (Channel.VISIT, self.tr("In person"), "door"),
        ):
            action = QAction(look.icon(icon), words, menu)
            action.triggered.connect(lambda _=False, which=kind: self._choose(which))
            menu.addAction(action)
        self.asked.setMenu(menu)
        self._why = label(kind="caption", tone="stamp", wrap=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Your reason, for your own memory"))
        self.reason.setAccessibleName(self.tr("Your reason"))
        self.reason.returnPressed.connect(self._make)
        self._anyway = button(self.tr("Note it anyway"), small=True)
        self._anyway.clicked.connect(self._make)
        self._leave = button(self.tr("Leave it"), role="flat", small=True)
        self._leave.clicked.connect(self._leave_it)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addStretch(1)
        for part in (self._anyway, self._leave):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(self._why)
        column.addWidget(self.reason)
        column.addLayout(row)
        self._close()

    def show_case(self, case: Case, contact: str | None) -> None:
        """Ask about that interview; without anybody to ask there is nothing to note."""
        if self._case is None or self._case.interview.id != case.interview.id:
            self._close()
        self._case = case
        self.asked.setEnabled(contact is not None)

    def _choose(self, kind: Channel) -> None:
        self._kind = kind
        assert self._case is not None
        today = self._desk.today()
        soon = etiquette.nagging(self._case, today, self._desk.workdays()) or etiquette.too_soon(
            self._case, today, self._desk.workdays()
        )
        if soon is None:
            self._make()
            return
        self._why.setText(said(soon, today))
        for part in (self._why, self.reason, self._anyway, self._leave):
            part.show()
        self.reason.setFocus()

    def _make(self) -> None:
        if not self._why.isHidden() and not self.reason.text().strip():
            self.reason.setFocus()
            return
        reason = self.reason.text().strip()
        self._leave_it()
        self.made.emit(self._kind.value, reason)

    def _leave_it(self) -> None:
        """Close, with the keyboard back where the question came from."""
        if not self._why.isHidden():
            self.asked.setFocus(Qt.FocusReason.OtherFocusReason)
        self._close()

    def _close(self) -> None:
        self.reason.clear()
        for part in (self._why, self.reason, self._anyway, self._leave):
            part.hide()
