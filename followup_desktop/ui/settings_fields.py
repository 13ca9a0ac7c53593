"""The fields of the settings: each tells what the user has chosen, not what was put into it, and leaves the wheel alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from PySide6.QtCore import QSignalBlocker, QSize, QTime, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QSpinBox, QTimeEdit

from followup_desktop.ui import look
from followup_desktop.ui.card_combo import ElidedCombo

NUMBER, CHOICE = 144, 232
"""Widths in design pixels."""


class Number(QSpinBox):
    """A whole number with its unit, which is `one` for 1 and `many` for all others."""

    picked = Signal(int)

    def __init__(self, name: str, limits: tuple[int, int], one: str, many: str) -> None:
        super().__init__()
        self._one, self._many = one, many
        self.setAccessibleName(name)
        self.setRange(*limits)
        self.setKeyboardTracking(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._name_unit)
        self.valueChanged.connect(self.picked)
        self._name_unit(self.value())

    def sizeHint(self) -> QSize:
        """All as wide as one another."""
        return QSize(look.px(NUMBER), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower."""
        return self.sizeHint()

    def put(self, value: int) -> None:
        """Show that number."""
        with QSignalBlocker(self):
            self.setValue(value)
            self._name_unit(value)

    def _name_unit(self, value: int) -> None:
        self.setSuffix(f" {self._one if value == 1 else self._many}")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only the field that has the focus takes it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Clock(QTimeEdit):
    """A time of day, in steps of a quarter of an hour."""

    picked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.timeChanged.connect(lambda value: self.picked.emit(time(value.hour(), value.minute())))

    def sizeHint(self) -> QSize:
        """All as wide as one another."""
        return QSize(look.px(NUMBER), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower."""
        return self.sizeHint()

    def put(self, value: time) -> None:
        """Show that time."""
        with QSignalBlocker(self):
            self.setTime(QTime(value.hour, value.minute))

    def limit(self, earliest: time, latest: time) -> None:
        """Take times from `earliest` to `latest` only."""
        with QSignalBlocker(self):
            self.setTimeRange(QTime(earliest.hour, earliest.minute), QTime(latest.hour, latest.minute))

    def stepBy(self, steps: int) -> None:
        """Hours as they are, minutes by quarters."""
        minutes = self.currentSection() is QTimeEdit.Section.MinuteSection
        super().stepBy(steps * 15 if minutes else steps)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only the field that has the focus takes it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Choice(ElidedCombo):
    """One of several values, each with its words."""

    picked = Signal(object)

    def __init__(self, name: str, offered: Iterable[tuple[str, object]] = ()) -> None:
        super().__init__(name)
        self.setProperty("small", False)
        self.setMinimumWidth(look.px(CHOICE))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.offer(offered)
        self.activated.connect(lambda _: self.picked.emit(self.currentData()))

    def offer(self, offered: Iterable[tuple[str, object]]) -> None:
        """Offer these instead."""
        self.clear()
        for words, value in offered:
            self.addItem(words, value)

    def put(self, value: object) -> None:
        """Show that value; the first where it is not among those offered."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never by accident: the page scrolls under it."""
        event.ignore()


class Line(QLineEdit):
    """A line of text, told when it is left or Enter is pressed."""

    picked = Signal(str)

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMinimumWidth(look.px(CHOICE))
        self._shown = ""
        self.editingFinished.connect(self.tell)

    def put(self, words: str) -> None:
        """Show these words, unless something is being typed."""
        if not self.isModified() or self.text() == self._shown:
            self._shown = words
            self.setText(words)

    def tell(self) -> None:
        """Tell what was typed, if it was."""
        if self.text() != self._shown:
            self._shown = self.text()
            self.setModified(False)
            self.picked.emit(self.text())


class Lines(QPlainTextEdit):
    """Several lines of text, told when they are left."""

    picked = Signal(str)
    ROWS = 4

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("role", "field")
        self.setTabChangesFocus(True)
        self.setMinimumWidth(look.px(CHOICE))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self.ROWS + look.px(22))
        self._shown = ""

    def put(self, words: str) -> None:
        """Show these words, unless something is being typed."""
        if self.toPlainText() == self._shown:
            self._shown = words
            self.setPlainText(words)

    def tell(self) -> None:
        """Tell what was typed, if it was."""
        if self.toPlainText() != self._shown:
            self._shown = self.toPlainText()
            self.picked.emit(self._shown)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it tells."""
        super().focusOutEvent(event)
        self.tell()

    def sizeHint(self) -> QSize:
        """As wide as a choice."""
        return QSize(look.px(CHOICE), self.height())
