"""One box of the debrief: each line is a note, and under the box stands what each note becomes on the card."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from followup_desktop.core.records import LEAVE_OUT, Question
from followup_desktop.letters.notes import Outcome, Route
from followup_desktop.ui import hands, look
from followup_desktop.ui.language import said
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import label, set_tone
from followup_desktop.ui.parts.painting import box

SAVE_AFTER_MS = 1000
SAVE_AT_MOST_MS = 5000
"""Typing is on disk a second after the last key, five at most (SAFETY)."""
PREVIEW_AFTER_MS = 300
"""What a line becomes is shown after a pause in typing (LOOK, 03)."""
PAD = 10
"""Padding above and below the lines of a field, in design pixels; the same stands in app.qss."""


class NoteField(QPlainTextEdit):
    """A field as high as its lines. Tab leaves it, Enter begins the next note."""

    left = Signal()
    """The focus has gone elsewhere."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFont(look.font("title", 400))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take the height of the lines as they are wrapped now."""
        lines = max(1, round(self.document().size().height()))
        pitch = QFontMetrics(self.font()).lineSpacing()
        wanted = max(look.px(44), lines * pitch + 2 * (look.px(PAD) + look.px(measures.FIELD_FOCUS)))
        if wanted != self.height():
            self.setFixedHeight(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def lines(self) -> list[str]:
        """The lines as they stand, empty ones too."""
        return self.toPlainText().split("\n")

    def set_lines(self, lines: list[str]) -> None:
        """Put other lines in, and the caret behind the last."""
        self.setPlainText("\n".join(lines))
        self.moveCursor(QTextCursor.MoveOperation.End)


class Preview(QWidget):
    """What one note becomes: its sentence in the hand, where it stays instead, or the question it raises."""

    answered = Signal(str)
    """The key of the choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(look.px(14), 0, look.px(8), 0)
        self._row.setSpacing(look.px(8))
        self._icon = QLabel()
        self._icon.setFixedSize(look.px(16), look.px(16))
        self._words = label(wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._words, 1)
        self.buttons: list[tuple[str, QWidget]] = []
        self.question: Question | None = None
        self.setMinimumHeight(look.px(32))
        self._is_question = False

    def clear(self) -> None:
        """Nothing yet: the line is reserved."""
        self._show("", "", "")

    def show_outcome(self, outcome: Outcome, sentence: str) -> None:
        """Show what the note becomes; `sentence` is its wording on the card."""
        question = outcome.question
        if question is not None:
            self.ask(question)
        elif outcome.route is Route.CARD and sentence:
            self._show("pen", sentence, "ink", hand=True)
        elif outcome.route is Route.CALENDAR:
            self._show("calendar", said(outcome.why) if outcome.why else self.tr("For the calendar, never on a card."), "text2")
        else:
            self._show("lock", said(outcome.why) if outcome.why else self.tr("Stays private."), "text2")

    def ask(self, question: Question, about: str = "") -> None:
        """Ask a question with its answers; `about` is the note it is about, where that is not on the screen."""
        words = said(question.words)
        self._show("ask", f"“{about}”\n{words}" if about else words, "stamp")
        self.question = question
        self._offer(question)

    def say(self, icon: str, words: str) -> None:
        """Show plain words behind an icon."""
        self._show(icon, words, "text2")

    def _show(self, icon: str, words: str, tone: str, *, hand: bool = False) -> None:
        for _, made in self.buttons:
            made.deleteLater()
        self.buttons, self.question = [], None
        self._icon.setPixmap(look.pixmap(icon, tone) if icon else look.pixmap("pen", "sheet"))
        self._words.setText(words)
        in_hand = "hand" if hands.can_write(words) else "hand-plain"
        kind = in_hand if hand else "name" if tone == "stamp" else "body"
        set_tone(self._words, "text" if hand or tone == "stamp" else "text2", kind)
        self._icon.setVisible(bool(icon))
        self._is_question = tone == "stamp"
        self.update()
        self.setAccessibleName(words)

    def _offer(self, question: Question) -> None:
        """A button for each answer; leaving it out is always the last."""
        choices = [(choice.key, said(choice.words)) for choice in question.choices if choice.key != LEAVE_OUT]
        for number, (key, words) in enumerate(choices[:3], 1):
            self._add(key, words, f"Ctrl+{number}")
        self._add(LEAVE_OUT, self.tr("Leave it out"), "Ctrl+0", role="flat")

    def _add(self, key: str, words: str, shortcut: str, role: str = "") -> None:
        made = button(words, role=role, small=True, key=shortcut)
        made.setAccessibleDescription(self._words.text())
        made.clicked.connect(lambda _=False: self.answered.emit(key))
        self._row.addWidget(made)
        self.buttons.append((key, made))

    def press(self, number: int) -> bool:
        """Give the answer of that number (0: leave it out); True when there is one."""
        if self.question is None:
            return False
        at = len(self.buttons) - 1 if number == 0 else number - 1
        if number > 0 and at >= len(self.buttons) - 1:
            return False
        self.answered.emit(self.buttons[at][0])
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """The wash behind a question."""
        del event
        if self._is_question:
            with QPainter(self) as painter:
                box(painter, self.rect(), look.px(measures.RADIUS_PANEL), look.tone("stamp_wash"), look.tone("stamp_line"))


class NoteBox(QWidget):
    """A labelled field whose lines are notes, with a preview under it for each of them."""

    wanted = Signal()
    """The lines are to be saved now."""
    answered = Signal(int, str)
    """Which line's question was answered (counted without empty lines), and the key of the choice."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = label(name, "field")
        self.name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.name.setContentsMargins(0, look.px(11), 0, 0)
        self.field = NoteField(name, hint)
        self.name.setBuddy(self.field)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(16))
        self._row.addWidget(self.name)
        column = QVBoxLayout()
        column.setSpacing(look.px(4))
        column.addWidget(self.field)
        self._previews = QVBoxLayout()
        self._previews.setSpacing(look.px(4))
        column.addLayout(self._previews)
        self._row.addLayout(column, 1)
        self.previews: list[Preview] = []
        self._pending = False
        self._reserve(1)
        self._pause, self._save, self._at_most = QTimer(self), QTimer(self), QTimer(self)
        for timer, after, slot in (
            (self._pause, PREVIEW_AFTER_MS, self._preview),
            (self._save, SAVE_AFTER_MS, self.wanted.emit),
            (self._at_most, SAVE_AT_MOST_MS, self.wanted.emit),
        ):
            timer.setSingleShot(True)
            timer.setInterval(after)
            timer.timeout.connect(slot)
        self.preview: Callable[[Sequence[str]], Sequence[tuple[Outcome, str]]] = lambda _: ()
        self.field.textChanged.connect(self._on_typed)
        self.field.left.connect(self.save_now)

    def set_stacked(self, *, stacked: bool, label_width: int) -> None:
        """Put the name above the field where the window is narrow, else before it in a column of that width."""
        self._row.setDirection(QHBoxLayout.Direction.TopToBottom if stacked else QHBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(look.px(4 if stacked else 16))
        self.name.setAlignment(Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.name.setContentsMargins(0, 0 if stacked else look.px(11), 0, 0)
        self.name.setMinimumWidth(0 if stacked else label_width)

    def lines(self) -> list[str]:
        """The notes as they stand: lines that hold something."""
        return [line.strip() for line in self.field.lines() if line.strip()]

    def load(self, lines: list[str]) -> None:
        """Show these notes, unless they stand there already; nothing is saved for it."""
        if [" ".join(line.split()) for line in self.lines()] != lines:
            self.field.blockSignals(True)
            self.field.set_lines(lines)
            self.field.blockSignals(False)
            self.field.fit()
        self._preview()

    def is_pending(self) -> bool:
        """True while something typed is not yet handed on to be saved."""
        return self._pending

    def save_now(self) -> None:
        """Have pending typing saved at once."""
        if self.is_pending():
            self.wanted.emit()

    def saved(self) -> None:
        """What stands here is on disk."""
        self._pending = False
        self._save.stop()
        self._at_most.stop()

    def _on_typed(self) -> None:
        self._pending = True
        self._reserve(max(1, len(self.lines())))
        self._pause.start()
        self._save.start()
        if not self._at_most.isActive():
            self._at_most.start()

    def _reserve(self, count: int) -> None:
        """Keep a preview's room for each line, so that nothing below moves when it appears."""
        while len(self.previews) < count:
            made = Preview(self)
            number = len(self.previews)
            made.answered.connect(lambda key, at=number: self.answered.emit(at, key))
            self.previews.append(made)
            self._previews.addWidget(made)
        for number, each in enumerate(self.previews):
            each.setVisible(number < count)

    def _preview(self) -> None:
        outcomes = self.preview(self.lines())
        self._reserve(max(1, len(outcomes)))
        for each in self.previews:
            each.clear()
        for made, (outcome, sentence) in zip(self.previews, outcomes, strict=False):
            made.show_outcome(outcome, sentence)

    def questions(self) -> list[Preview]:
        """The open questions, top to bottom."""
        return [each for each in self.previews if each.question is not None and not each.isHidden()]
