"""One interviewer on the interview's page: who they are, how far their card is, what was noted about them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from followup_desktop.core.records import Card, CardState, Note, Person
from followup_desktop.letters.notes import Outcome, Route
from followup_desktop.ui import look
from followup_desktop.ui.language import moment_words, time_words
from followup_desktop.ui.message_offers import WriteButton
from followup_desktop.ui.note_preview import Preview
from followup_desktop.ui.parts.avatar import Avatar
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.chip import Chip
from followup_desktop.ui.parts.label import ElidedLabel, label

NOTE_ICONS = {Route.CARD: "note", Route.ASK: "ask", Route.CALENDAR: "calendar", Route.PRIVATE: "lock"}


class PersonRow(QWidget):
    """Shows one person; what the user wants of it is told by signals."""

    card_wanted = Signal(str)
    edit_wanted = Signal(str)
    message_wanted = Signal(str, str)
    """The person (id) and which message."""
    answered = Signal(str, str)
    """The note (id) whose question was answered, and the key of the choice."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(14))
        row.setSpacing(look.px(12))
        row.addWidget(Avatar(person.name), 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(look.px(7))
        row.addLayout(self._column, 1)
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        names = QVBoxLayout()
        names.setSpacing(0)
        name = ElidedLabel(person.name, "name")
        called = self.tr("writes “Dear {0}”").format(person.address_as or person.name)
        names.addWidget(name)
        names.addWidget(ElidedLabel(" · ".join(part for part in (person.title, called) if part), "caption", "text2"))
        head.addLayout(names, 1)
        self.chip = Chip()
        self.open = button("")
        self.open.clicked.connect(lambda: self.card_wanted.emit(person.id))
        edit = button(self.tr("Edit"), role="flat", small=True)
        edit.setAccessibleName(self.tr("Edit {0}").format(person.name))
        edit.clicked.connect(lambda: self.edit_wanted.emit(person.id))
        self.write = WriteButton(person)
        self.write.wanted.connect(self.message_wanted)
        for part in (self.chip, self.write, edit, self.open):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)

    def show_card(self, card: Card, *, changed_since: bool) -> None:
        """How far the card is; `changed_since`: a note has changed after it was printed."""
        words, icon, family = {
            CardState.TO_WRITE: (self.tr("To write"), "card", "stamp"),
            CardState.DRAFTED: (self.tr("Drafted"), "pen", ""),
            CardState.PRINTED: (self.tr("Printed"), "print", ""),
            CardState.POSTED: (self.tr("Posted"), "posted", "ink"),
        }[card.state]
        at = card.posted_at if card.state is CardState.POSTED else card.printed_at
        if card.state in {CardState.PRINTED, CardState.POSTED} and at is not None:
            self.chip.setToolTip(moment_words(at))
            words += f" {time_words(at.time())}" if card.state is CardState.POSTED else ""
        self.chip.set(words, icon, family)
        write = card.state is CardState.TO_WRITE
        self.open.setText(self.tr("Write card") if write else self.tr("Open card"))
        self.open.setAccessibleName(self.open.text() + ": " + self._person.name)
        if changed_since:
            self._column.addWidget(label(self.tr("Printed, but the notes have changed since."), "caption", "stamp", wrap=True))

    def show_notes(self, told: Sequence[tuple[Note, Outcome]]) -> None:
        """The notes about them."""
        if not told:
            self._column.addWidget(label(self.tr("Nothing noted yet. One line is enough."), tone="text2", wrap=True))
        lines = NoteLines(told)
        lines.answered.connect(self.answered)
        self._column.addWidget(lines)


class NoteLines(QWidget):
    """Notes, each with where it goes; an open question is answered right here."""

    answered = Signal(str, str)
    """The note (id) whose question was answered, and the key of the choice."""

    def __init__(self, told: Sequence[tuple[Note, Outcome]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(7))
        for note, outcome in told:
            column.addLayout(self._note_line(note, outcome))
            if outcome.question is not None:
                question = Preview()
                question.show_outcome(outcome, "")
                question.answered.connect(lambda key, which=note.id: self.answered.emit(which, key))
                column.addWidget(question)

    def _note_line(self, note: Note, outcome: Outcome) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        icon = QLabel()
        asks = outcome.route is Route.ASK
        icon.setPixmap(look.pixmap(NOTE_ICONS[outcome.route], "stamp" if asks else "text2"))
        icon.setToolTip(self._where(outcome.route))
        stays = outcome.route in {Route.PRIVATE, Route.CALENDAR}
        told = f"{note.text}  ·  {self._where(outcome.route)}" if stays else note.text
        words = label(told, tone="text2" if stays else "text", wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return row

    def _where(self, route: Route) -> str:
        return {
            Route.CARD: self.tr("on the card"),
            Route.ASK: self.tr("a question is open"),
            Route.CALENDAR: self.tr("for the calendar"),
            Route.PRIVATE: self.tr("private, never on a card"),
        }[route]
