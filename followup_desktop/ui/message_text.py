"""Subject and text of a message while they are written, with their length and what had better be said otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from followup_desktop.core import etiquette
from followup_desktop.core.records import Case, Finding, Level, Me
from followup_desktop.letters import messages
from followup_desktop.letters.message_check import look_over, mended
from followup_desktop.letters.messages import Message
from followup_desktop.ui import look
from followup_desktop.ui.card_words import Fix
from followup_desktop.ui.findings_panel import FindingsPanel
from followup_desktop.ui.language import said
from followup_desktop.ui.message_words import fixes, length_words
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import label, set_tone

BODY_LEAST = 168
"""Height of the text in design pixels that it never goes below: a greeting, two paragraphs and a name."""


class MessageText(QWidget):
    """Shows a draft and lets the user change it; every change that is not typing can be undone in the text itself."""

    changed = Signal()
    """Subject or text say something else than before."""
    other_wanted = Signal()
    """The user wants other words."""
    person_wanted = Signal(str)
    """The person (id) to whom this would better go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._me = Me()
        self._kind = self._person = ""
        self._draft = ("", "")
        self._also: tuple[Finding, ...] = ()
        self._dismissed: set[tuple[str, str]] = set()
        self.subject = QLineEdit()
        self.subject.setAccessibleName(self.tr("Subject"))
        self._subject_row = QWidget()
        self._subject_label = label(self.tr("Subject"), tone="text2")
        self.body = QPlainTextEdit()
        self.body.setProperty("role", "field")
        self.body.setTabChangesFocus(True)
        self.body.setAccessibleName(self.tr("Text"))
        self.body.setMinimumHeight(look.px(BODY_LEAST))
        self.length = label(kind="caption", tone="text2")
        self.other = button(self.tr("Other words"), "redo", "flat", small=True, tip=self.tr("Draft it again, in other words"))
        self.other.setAutoDefault(False)
        self.other.clicked.connect(self.other_wanted)
        self.findings = FindingsPanel()
        self.findings.fix_wanted.connect(self._fix)
        self.findings.dismissed.connect(self._dismiss)
        self._lay_out()
        self.subject.textChanged.connect(self._on_typed)
        self.body.textChanged.connect(self._on_typed)

    def _lay_out(self) -> None:
        subject = QHBoxLayout(self._subject_row)
        subject.setContentsMargins(0, 0, 0, 0)
        subject.setSpacing(look.px(12))
        subject.addWidget(self._subject_label)
        subject.addWidget(self.subject, 1)
        below = QHBoxLayout()
        below.addWidget(self.length)
        below.addStretch(1)
        below.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self._subject_row)
        column.addWidget(self.body, 1)
        column.addLayout(below)
        column.addWidget(self.findings)

    def set_label_width(self, width: int) -> None:
        """Let the subject stand below what stands above it."""
        self._subject_label.setMinimumWidth(width)

    def show_message(self, case: Case, me: Me, message: Message, kept: tuple[str, str] | None = None) -> None:
        """Show a draft, or what the user has made of it before; what was in the text can be had back by undo."""
        self._case, self._me = case, me
        self._kind, self._person = message.kind, message.person
        self._draft = (message.subject, message.body)
        self._also = tuple(each for each in message.findings if each.code == "template")
        subject, body = kept or self._draft
        self.subject.setText(subject)
        self.subject.setCursorPosition(0)
        self._subject_row.setVisible(message.kind != messages.CONNECT)
        self.set_body(body)
        self._look()

    def set_body(self, text: str) -> None:
        """Put other words in place of the text, as one step that undo takes back."""
        if text == self.body.toPlainText():
            return
        cursor = QTextCursor(self.body.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.body.moveCursor(QTextCursor.MoveOperation.Start)

    def words(self) -> tuple[str, str]:
        """Subject and text as they stand."""
        return self.subject.text(), self.body.toPlainText()

    def own_words(self) -> tuple[str, str] | None:
        """Subject and text where the user has changed the draft; None where it stands as it was drafted."""
        return None if self.words() == self._draft else self.words()

    def stops(self) -> bool:
        """True while something must be fixed first."""
        return any(finding.level is Level.STOP for finding in self._found())

    def _on_typed(self) -> None:
        self._look()
        self.changed.emit()

    def _found(self) -> Sequence[Finding]:
        if self._case is None:
            return ()
        found = look_over(self._kind, *self.words(), self._case, self._person, self._me)
        return [each for each in (*found, *self._also) if (each.code, said(each.words)) not in self._dismissed]

    def _look(self) -> None:
        """Show length and findings of what stands there."""
        if self._case is None:
            return
        words, too_long = length_words(self._kind, self.body.toPlainText())
        self.length.setText(words)
        set_tone(self.length, "brick" if too_long else "text2")
        right = etiquette.right_person(self._case)[0]
        self.findings.show_findings([(each, fixes(each, self._case, right)) for each in self._found()], "")

    def _fix(self, finding: Finding, fix: Fix) -> None:
        if self._case is None:
            return
        right = etiquette.right_person(self._case)[0]
        if fix.key == "person" and right is not None:
            self.person_wanted.emit(right.id)
            return
        body = mended(finding, self.body.toPlainText(), self._case, self._me)
        if body is not None:
            self.set_body(body)
            self.body.setFocus()

    def _dismiss(self, finding: Finding) -> None:
        self._dismissed.add((finding.code, said(finding.words)))
        self._look()
