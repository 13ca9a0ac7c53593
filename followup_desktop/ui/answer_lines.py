"""Which of the follow-ups were answered: one press notes it, another takes it back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.core import changes
from followup_desktop.core.records import Case, Channel, Touch
from followup_desktop.core.staying import TouchSort, touch_sort
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.language import day_words
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import ElidedLabel, tooltip


class AnswerLines(QWidget):
    """The questions asked about one interview, oldest first; nothing is shown where none was."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self.lines: dict[str, AnswerLine] = {}
        """The lines by their touches' ids."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        self.hide()

    def show_case(self, case: Case) -> None:
        """Show the questions of that interview; a line that is there stays, with the keyboard on it."""
        self._case = case
        asked = {touch.id: touch for touch in case.touches if touch_sort(case, touch) is TouchSort.ASKED}
        for gone in [key for key in self.lines if key not in asked]:
            line = self.lines.pop(gone)
            line.hide()
            line.deleteLater()
        for key, touch in asked.items():
            if key not in self.lines:
                self.lines[key] = AnswerLine(self)
                self.lines[key].button.clicked.connect(lambda _=False, which=key: self._turn(which))
                self._column.addWidget(self.lines[key])
            self.lines[key].show_touch(touch, case, self._desk)
        self.setVisible(bool(asked))

    def _turn(self, key: str) -> None:
        """Note that they answered today, or that they did not."""
        touch = next((each for each in self._case.touches if each.id == key), None) if self._case is not None else None
        if self._case is not None and touch is not None:
            on = self._desk.today() if touch.answered_on is None else None
            self._desk.do(changes.touch_answered(self._case, touch, on))


class AnswerLine(QWidget):
    """One question: when it was asked, and whether it was answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(kind="caption", tone="text2")
        self.button = button("", role="link", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self._words, 1)
        row.addWidget(self.button)

    def show_touch(self, touch: Touch, case: Case, desk: Desk) -> None:
        """Show that question."""
        today = desk.today()
        told = {
            Channel.CALL: self.tr("Called {0}"),
            Channel.EMAIL: self.tr("E-mail {0}"),
            Channel.LETTER: self.tr("Letter {0}"),
            Channel.VISIT: self.tr("Visit {0}"),
        }[touch.kind].format(day_words(touch.on, today))
        answered = touch.answered_on is not None
        if touch.answered_on is not None:
            told = self.tr("{0}, answered {1}").format(told, day_words(touch.answered_on, today))
        self._words.setText(told)
        self.button.setText(self.tr("Take it back") if answered else self.tr("They answered"))
        self.button.setAccessibleName(self.tr("{0}: {1}").format(self.button.text(), told))
        tip = self.tr("No answer came after all") if answered else self.tr("Note that {0} answered it today, whatever was said")
        self.button.setToolTip(tooltip(tip.format(case.interview.company)))
