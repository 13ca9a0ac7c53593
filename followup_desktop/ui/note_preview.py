"""What one note becomes: its sentence in the hand, where it stays instead, or the question it raises with its answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from followup_desktop.core.records import LEAVE_OUT, Question
from followup_desktop.letters.notes import Outcome, Route
from followup_desktop.ui import hands, look
from followup_desktop.ui.language import said
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.flow import FlowLayout
from followup_desktop.ui.parts.hand_line import hand_font
from followup_desktop.ui.parts.label import label, set_tone, tooltip
from followup_desktop.ui.parts.painting import box

ROW = 36
"""Height of a preview in design pixels, the same for a sentence and a question: nothing below moves when one appears."""
SIDE = 15
"""From the field's edge to the icon, in design pixels: the icon stands under the first letter."""
LEAST = 160
"""Least width in design pixels; the answers go under the words long before."""
LETTERS = 36
"""So many letters of the words stand in a line, at least, before the answers go under them."""
PUT_BACK = "put-back"
"""The answer that takes "leave it out" back."""


class Preview(QWidget):
    """One line under a note. It keeps its height while it is empty."""

    answered = Signal(str)
    """The key of the choice; empty for `PUT_BACK`."""

    def __init__(self, parent: QWidget | None = None, *, stops: bool = True, names_keys: bool = True) -> None:
        super().__init__(parent)
        self._stops, self._names_keys = stops, names_keys
        self.buttons: list[tuple[str, QPushButton]] = []
        self.question: Question | None = None
        self._icon = QLabel()
        self._icon.setFixedWidth(look.px(measures.ICON))
        self._about = label(tone="text2", wrap=True)
        self._words = label(wrap=True)
        for each in (self._about, self._words):
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._answers = QWidget()
        self._row = FlowLayout(self._answers, gap=measures.BETWEEN_BUTTONS)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(look.px(4))
        self._line.addWidget(self._words, 1)
        self._line.addWidget(self._answers)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._about)
        column.addLayout(self._line)
        self._outer = outer = QHBoxLayout(self)
        outer.setContentsMargins(look.px(SIDE), look.px(3), look.px(8), look.px(3))
        outer.setSpacing(look.px(8))
        outer.addWidget(self._icon)
        outer.addLayout(column, 1)
        outer.addStrut(look.px(ROW - 6))
        self.setMinimumWidth(look.px(LEAST))
        self.clear()

    def clear(self) -> None:
        """Nothing yet: the line is reserved."""
        self._show("", "", "")

    def show_outcome(self, outcome: Outcome, sentence: str, hand: str = hands.HAND) -> None:
        """Show what the note becomes; `sentence` is its wording on the card, `hand` the one it is written in."""
        if outcome.question is not None:
            self.ask(outcome.question)
        elif outcome.route is Route.CARD and sentence:
            self._show("pen", sentence, "ink", hand=hand)
        elif outcome.route is Route.CALENDAR:
            self._show("calendar", said(outcome.why) if outcome.why else self.tr("For the calendar, never on a card."), "text2")
        elif outcome.route is Route.PRIVATE:
            self._show("lock", said(outcome.why) if outcome.why else self.tr("Stays private."), "text2")
            if outcome.kind == "left-out":
                self._add(PUT_BACK, self.tr("Put it back"), "", role="flat")
        else:
            self.clear()

    def ask(self, question: Question, about: str = "") -> None:
        """Ask a question with its answers; `about` is the note it is about, where that is not on the screen."""
        self._show("ask", said(question.words), "stamp", about=f"“{about}”" if about else "")
        self.question = question
        choices = [(choice.key, said(choice.words)) for choice in question.choices if choice.key != LEAVE_OUT]
        for number, (key, words) in enumerate(choices[:3], 1):
            self._add(key, words, f"Ctrl+{number}")
        left_out = next((said(choice.words) for choice in question.choices if choice.key == LEAVE_OUT), self.tr("Leave it out"))
        self._add(LEAVE_OUT, left_out, "Ctrl+0", role="flat")
        self._arrange()

    def _show(self, icon: str, words: str, tone: str, *, hand: str = "", about: str = "") -> None:
        for _, made in self.buttons:
            made.hide()
            made.deleteLater()
        self.buttons, self.question = [], None
        self._icon.setPixmap(look.pixmap(icon or "pen", tone if icon else "sheet"))
        self._icon.setVisible(bool(icon))
        strong = tone == "stamp"
        set_tone(self._words, "text" if hand or strong else "text2", "name" if strong else "body")
        self._words.setFont(hand_font(hands.family(hand), words) if hand else look.font("body", 600 if strong else 400))
        self._words.setText(words)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._answers.hide()
        self.setAccessibleName(words)
        self.update()

    def _add(self, key: str, words: str, shortcut: str, role: str = "") -> None:
        made = button(words, role=role, small=True, key=shortcut if self._names_keys else "")
        if shortcut and not self._names_keys:
            made.setToolTip(tooltip(words, shortcut))
        made.setAccessibleDescription(self._words.text())
        if not self._stops:
            made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        made.clicked.connect(lambda _=False: self.answered.emit("" if key == PUT_BACK else key))
        self._row.addWidget(made)
        self._answers.show()
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

    def _arrange(self) -> None:
        """Put the answers under the words where they have no room beside them."""
        least = self._words.fontMetrics().averageCharWidth() * min(LETTERS, len(self._words.text()))
        room = self.width() - look.px(SIDE + measures.ICON + 24)
        is_narrow = bool(self.buttons) and self._answers.sizeHint().width() + least > room
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        above = look.px(8 if self.question is not None and (is_narrow or self._about.text()) else 3)
        self._outer.setContentsMargins(look.px(SIDE), above, look.px(8), above)
        self._line.setAlignment(self._answers, Qt.AlignmentFlag(0) if is_narrow else Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the answers' place."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The wash behind a question."""
        del event
        if self.question is not None:
            with QPainter(self) as painter:
                box(painter, self.rect(), look.px(measures.RADIUS_PANEL), look.tone("stamp_wash"), look.tone("stamp_line"))
