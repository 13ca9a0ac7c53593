"""The words to one person on their page: a text to connect, or the letter that fits now. Nothing is sent from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from followup_desktop.core import changes, employer
from followup_desktop.core.records import Case
from followup_desktop.core.staying import Stay
from followup_desktop.desk.desk import Desk
from followup_desktop.letters import messages
from followup_desktop.letters.writer import Writer
from followup_desktop.ui import look
from followup_desktop.ui.message_words import kind_words, length_words
from followup_desktop.ui.note_box import SaveClock
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.flow import FlowLayout
from followup_desktop.ui.parts.label import ElidedLabel, label, set_tone
from followup_desktop.ui.parts.segments import Segments

CONNECT, LETTER = "connect", "letter"
BODY_LEAST = 96
DRAFT_AFTER_MS = 80
"""Going through the table by key draws no letter for everybody on the way."""


class _Body(QPlainTextEdit):
    """A field that is content with its least height and takes what room is left."""

    def sizeHint(self) -> QSize:
        """As high as a greeting, two sentences and a name."""
        return QSize(super().sizeHint().width(), look.px(BODY_LEAST))


class PersonText(QWidget):
    """Drafts what may be written to somebody; what is typed is on disk a second later."""

    letter_wanted = Signal(str, str, str)
    """Interview, person and kind of the message to write on its own sheet."""

    def __init__(self, desk: Desk, writer: Callable[[], Writer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._writer = desk, writer
        self._case: Case | None = None
        self._person = self._kind = self._drafted = self._subject = ""
        self._kinds: dict[str, str] = {}
        self._title = ElidedLabel(kind="name")
        self.choice = Segments(((CONNECT, self.tr("Connect")), (LETTER, self.tr("Letter"))), self.tr("Which text"), small=True)
        self.choice.set_current(CONNECT)
        self.body = _Body()
        self.body.setProperty("role", "field")
        self.body.setTabChangesFocus(True)
        self.body.setMinimumHeight(look.px(BODY_LEAST))
        self._length = label(kind="caption", tone="text2")
        self.copy = button(self.tr("Copy text"), "copy", tip=self.tr("Copy the text, to paste it"))
        self.write = button(self.tr("Open letter"), "envelope", tip=self.tr("Look it over and hand it to your mail program"))
        self._told = label(kind="caption", tone="text2", wrap=True)
        self._clock = SaveClock(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DRAFT_AFTER_MS)
        self._lay_out()
        self._pause.timeout.connect(self._draft)
        self.choice.chosen.connect(lambda _: self._choose())
        self.body.textChanged.connect(self._on_typed)
        self._clock.due.connect(self.keep)
        self.copy.clicked.connect(self._copy)
        self.write.clicked.connect(self._open)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(self._title, 1)
        head.addWidget(self.choice)
        buttons = FlowLayout(gap=8)
        for each in (self.copy, self.write):
            buttons.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addLayout(head)
        column.addWidget(self.body, 1)
        buttons.addWidget(self._length)
        column.addLayout(buttons)
        column.addWidget(self._told)

    def show_person(self, stay: Stay | None) -> bool:
        """Offer what fits for that person now; False, and nothing to see, where nothing does."""
        self.keep()
        before = (self._person, self._kind)
        self._kinds, self._case = {}, None
        for case in reversed(stay.cases if stay is not None else ()):
            kinds = messages.kinds_for(case, stay.person.id, self._desk.now(), self._desk.rules()) if stay is not None else ()
            if kinds:
                letter = next((kind for kind in kinds if kind != messages.CONNECT), "")
                self._case, self._person = case, stay.person.id if stay is not None else ""
                self._kinds = {CONNECT: messages.CONNECT} if messages.CONNECT in kinds else {}
                self._kinds |= {LETTER: letter} if letter else {}
                break
        for key in (CONNECT, LETTER):
            self.choice.cell(key).setVisible(key in self._kinds)
        if self._kinds and self.choice.current() not in self._kinds:
            self.choice.set_current(next(iter(self._kinds)))
        self.setVisible(bool(self._kinds))
        if self._kinds:
            self._kind = self._kinds[self.choice.current() or CONNECT]
            if before != (self._person, self._kind) or not self.body.hasFocus():
                self._pause.start()
        return bool(self._kinds)

    def _choose(self) -> None:
        self.keep()
        self._kind = self._kinds[self.choice.current() or CONNECT]
        self._draft()

    def _draft(self) -> None:
        """Show the text as the user left it, else freshly drafted."""
        case = self._desk.case(self._case.interview.id) if self._case is not None else None
        if case is None:
            return
        self._case = case
        connects = self._kind == messages.CONNECT
        self._title.setText(kind_words(self._kind))
        self.body.setAccessibleName(kind_words(self._kind))
        me = replace(self._desk.me(), country=self._desk.country())
        avoid = employer.printed_sentences(self._desk.cases(), case)
        made = self._writer().message(case, self._person, self._kind, me, self._desk.today(), avoid)
        kept = case.draft(self._person, self._kind)
        self._drafted = made.body
        self._subject = kept.subject if kept else made.subject
        self.body.blockSignals(True)
        self.body.setPlainText(kept.body if kept else made.body)
        self.body.blockSignals(False)
        self.write.setVisible(not connects)
        self._tell("")
        self._show_length()

    def _on_typed(self) -> None:
        self._clock.typed()
        self._show_length()

    def _show_length(self) -> None:
        words, too_long = length_words(self._kind, self.body.toPlainText())
        self._length.setText(words)
        set_tone(self._length, "brick" if too_long else "text2")
        self.copy.setEnabled(bool(self.body.toPlainText().strip()))

    def keep(self) -> None:
        """Put on disk what the user made of the draft."""
        if self._case is None or not self._drafted or not self._clock.is_pending:
            return
        case = self._desk.case(self._case.interview.id)
        if case is None:
            return
        body = self.body.toPlainText()
        words = None if body == self._drafted else (self._subject, body)
        change = changes.draft_kept(case, self._person, self._kind, words)
        if self._desk.do_typing(f"draft.{case.interview.id}.{self._person}.{self._kind}", change):
            self._clock.saved()

    def is_unsaved(self) -> bool:
        """True while something typed could not be put on disk."""
        return self._clock.is_pending

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.body.toPlainText())
        self._tell(self.tr("Copied. Paste it where it belongs."))

    def _open(self) -> None:
        self.keep()
        if self._case is not None:
            self.letter_wanted.emit(self._case.interview.id, self._person, self._kind)

    def _tell(self, words: str) -> None:
        self._told.setText(words or self.tr("Nothing is sent from here. You paste and send it yourself."))

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed is kept before the page goes."""
        self.keep()
        super().hideEvent(event)
