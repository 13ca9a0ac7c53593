"""One box of the debrief: each line is a note, and under the box stands what each note becomes on the card."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.letters.notes import Outcome
from followup_desktop.ui import hands, look
from followup_desktop.ui.note_field import NoteField
from followup_desktop.ui.note_preview import Preview

SAVE_AFTER_MS = 1000
SAVE_AT_MOST_MS = 5000
"""Typing is on disk a second after the last key, five at most (SAFETY)."""
PREVIEW_AFTER_MS = 300
"""What a line becomes is shown after a pause in typing (LOOK, 03)."""


class SaveClock(QTimer):
    """Asks for a save a second after the last key, and five seconds after the first at most."""

    due = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_pending = False
        self._at_most = QTimer(self)
        for timer, after in ((self, SAVE_AFTER_MS), (self._at_most, SAVE_AT_MOST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(after)
            timer.timeout.connect(self.due)

    def typed(self) -> None:
        """A key was pressed."""
        self.is_pending = True
        self.start()
        if not self._at_most.isActive():
            self._at_most.start()

    def saved(self) -> None:
        """What was typed has been handed on."""
        self.is_pending = False
        self.stop()
        self._at_most.stop()


class NoteBox(QWidget):
    """A field whose lines are notes, with a preview under it for each of them."""

    wanted = Signal()
    """The lines are to be saved now."""
    answered = Signal(int, str)
    """Which line's question was answered (counted without empty lines), and the key of the choice."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = NoteField(name, hint)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(2))
        self._column.addWidget(self.field)
        self.previews: list[Preview] = []
        self.hand = hands.HAND
        self.clock = SaveClock(self)
        self.clock.due.connect(self.wanted)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PREVIEW_AFTER_MS)
        self._pause.timeout.connect(self.show_previews)
        self.preview: Callable[[Sequence[str]], Sequence[tuple[Outcome, str]]] = lambda _: ()
        self._loading = False
        self._reserve(1)
        self.field.textChanged.connect(self._on_typed)
        self.field.left.connect(self.save_now)

    def lines(self) -> list[str]:
        """The notes as they stand: lines that hold something."""
        return [" ".join(line.split()) for line in self.field.lines() if line.strip()]

    def load(self, lines: Sequence[str]) -> None:
        """Show these notes, unless they stand there already; nothing is saved for it."""
        if self.lines() != list(lines):
            self._loading = True
            self.field.set_lines(lines)
            self._loading = False
            self._reserve(max(1, len(lines)))
        self.show_previews()

    def save_now(self) -> None:
        """Have pending typing saved at once."""
        if self.clock.is_pending:
            self.wanted.emit()

    def _on_typed(self) -> None:
        if self._loading:
            return
        self.clock.typed()
        self._reserve(max(1, len(self.lines())))
        self._pause.start()

    def _reserve(self, count: int) -> None:
        """Keep a preview's room for each line, so that nothing below moves when it appears."""
        while len(self.previews) < count:
            made = Preview(self, stops=False)
            number = len(self.previews)
            made.answered.connect(lambda key, at=number: self.answered.emit(at, key))
            self.previews.append(made)
            self._column.addWidget(made)
        for number, each in enumerate(self.previews):
            each.setVisible(number < count)

    def show_previews(self) -> None:
        """Show what each line becomes now."""
        outcomes = self.preview(self.lines())
        self._reserve(max(1, len(self.lines())))
        for at, each in enumerate(self.previews):
            if at < len(outcomes):
                each.show_outcome(*outcomes[at], self.hand)
            else:
                each.clear()

    def questions(self) -> list[Preview]:
        """The open questions, top to bottom."""
        return [each for each in self.previews if each.question is not None and not each.isHidden()]
