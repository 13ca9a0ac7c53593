"""Noting that one has asked: one press, or a reason first where it is sooner, or more often, than advised."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from followup_desktop.core import etiquette
from followup_desktop.core.records import Case, Channel
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.language import said
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.reason_line import ReasonLine


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
        self._line = ReasonLine()
        self.reason = self._line.reason
        self._line.given.connect(self._make)
        self._line.left.connect(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)

    def show_case(self, case: Case, contact: str | None) -> None:
        """Ask about that interview; without anybody to ask there is nothing to note."""
        if self._case is None or self._case.interview.id != case.interview.id:
            self._line.close_up()
        self._case = case
        self.asked.setEnabled(contact is not None)

    def _choose(self, kind: Channel) -> None:
        self._kind = kind
        assert self._case is not None
        today = self._desk.today()
        workdays, rules = self._desk.workdays(), self._desk.rules()
        soon = etiquette.nagging(self._case, today, workdays, rules) or etiquette.too_soon(self._case, today, workdays, rules)
        if soon is None:
            self.made.emit(kind.value, "")
        else:
            self._line.ask(said(soon, today))

    def _make(self, reason: str) -> None:
        self._back()
        self.made.emit(self._kind.value, reason)

    def _back(self) -> None:
        """The keyboard goes back to where the question came from."""
        self.asked.setFocus(Qt.FocusReason.OtherFocusReason)
