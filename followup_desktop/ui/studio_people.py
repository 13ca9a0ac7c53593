"""The people of a panel at the left of the studio, each with how far their card is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from followup_desktop.core.records import CardState
from followup_desktop.ui import look
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.button import key_name
from followup_desktop.ui.parts.label import tooltip
from followup_desktop.ui.parts.painting import box
from followup_desktop.ui.parts.rings import paint_person_ring, person_ring_words

ROW = 54


@dataclass(frozen=True, slots=True)
class CardLine:
    """One person's line: their state, and the words for it (`owed`: in the colour of what is still to do)."""

    person: str
    name: str
    state: CardState
    words: str
    owed: bool


class _Row(QPushButton):
    """One person; checked while their letter is on the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setProperty("role", "flat")
        self.line = CardLine("", "", CardState.TO_WRITE, "", owed=True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, line: CardLine) -> None:
        self.line = line
        self.setAccessibleName(line.name)
        self.setToolTip(tooltip(f"{line.name}: {line.words}", key_name("Ctrl+Down")))
        self.setAccessibleDescription(f"{person_ring_words(line.state)}. {line.words}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        name, words = QFontMetrics(look.font("body", 600)), QFontMetrics(look.font("caption"))
        return QSize(look.px(180), max(look.px(ROW), name.height() + words.height() + look.px(12)))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            if self.isChecked():
                box(painter, self.rect(), look.px(measures.RADIUS), look.tone("ink_wash"), look.tone("ink_line"))
            elif self.underMouse():
                box(painter, self.rect(), look.px(measures.RADIUS), look.tone("hover"))
            side = look.px(measures.CARD_RING)
            paint_person_ring(painter, QRectF(look.px(10), (self.height() - side) / 2, side, side), self.line.state)
            left, room = look.px(52), self.width() - look.px(60)
            name_font, words_font = look.font("body", 600), look.font("caption")
            name, words = QFontMetrics(name_font), QFontMetrics(words_font)
            top = (self.height() - name.height() - words.height()) // 2
            elide, middle = Qt.TextElideMode.ElideRight, int(Qt.AlignmentFlag.AlignVCenter)
            painter.setFont(name_font)
            painter.setPen(look.tone("text"))
            painter.drawText(QRect(left, top, room, name.height()), middle, name.elidedText(self.line.name, elide, room))
            painter.setFont(words_font)
            painter.setPen(look.tone("stamp" if self.line.owed else "text2"))
            below = QRect(left, top + name.height(), room, words.height())
            painter.drawText(below, middle, words.elidedText(self.line.words, elide, room))


class StudioPeople(QWidget):
    """All people of the panel under one another; the arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        self._rows: list[_Row] = []

    def show_lines(self, lines: Sequence[CardLine], current: str) -> None:
        """Show these people, the current one marked."""
        while len(self._rows) < len(lines):
            row = _Row(self)
            row.clicked.connect(lambda _=False, which=row: self.chosen.emit(which.line.person))
            self._rows.append(row)
            self._column.addWidget(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(lines))
            if number < len(lines):
                row.show_line(lines[number])
                row.setChecked(lines[number].person == current)

    def current(self) -> QWidget | None:
        """The row of the person whose letter is on the page."""
        return next((row for row in self._rows if row.isChecked() and not row.isHidden()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose the neighbour."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        by = steps.get(Qt.Key(event.key()), 0)
        rows = [row for row in self._rows if not row.isHidden()]
        at = next((number for number, row in enumerate(rows) if row.hasFocus()), -1)
        if by and at >= 0 and 0 <= at + by < len(rows):
            rows[at + by].setFocus(Qt.FocusReason.TabFocusReason)
            rows[at + by].click()
            return
        super().keyPressEvent(event)
