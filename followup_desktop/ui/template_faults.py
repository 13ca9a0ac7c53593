"""What is wrong with a template, line by line: a press goes to the line, another one puts right what was meant."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from followup_desktop.letters.templates import Fault
from followup_desktop.ui import look
from followup_desktop.ui.language import said
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.panel import Hairline, Panel
from followup_desktop.ui.parts.scrolling import scrolling

ROW = 40
MOST_HEIGHT = 132
"""Three faults are seen at once; more scroll."""


def wrong_word(fault: Fault) -> str:
    """The word of its line that a fault is about; empty for one about the whole line."""
    return str(fault.words.values.get("field") or fault.words.values.get("word") or "")


class FaultRow(QWidget):
    """One fault. The whole row goes to its line; so does the button with the line's number."""

    gone_to = Signal()
    mended = Signal()

    def __init__(self, fault: Fault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fault = fault
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), look.px(4), look.px(8), look.px(4))
        row.setSpacing(look.px(6))
        self.setMinimumHeight(look.px(ROW))
        self.go = button(self.tr("Line {0}").format(fault.line), "warning", "link", small=True)
        self.go.setProperty("left", True)
        self.go.setIcon(look.icon("warning", "stamp_mark"))
        self.go.setToolTip(self.tr("Go to this line; F8 goes to the next"))
        words = said(fault.words)
        self.go.setAccessibleName(self.tr("Line {0}: {1}").format(fault.line, words))
        self.go.clicked.connect(self.gone_to)
        row.addWidget(self.go)
        row.addWidget(label(words, wrap=True), 1)
        self.fix: QPushButton | None = None
        near = str(fault.words.values.get("near", ""))
        if near:
            self.fix = button(self.tr("Use “{0}”").format(near), small=True)
            self.fix.clicked.connect(self.mended)
            row.addWidget(self.fix)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the line."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.gone_to.emit()


class TemplateFaults(Panel):
    """Lists the faults of a template; a quiet line where there are none."""

    line_wanted = Signal(object)
    """The `Fault` to whose line the caret is to go."""
    fix_wanted = Signal(object)
    """The `Fault` whose "did you mean" was pressed."""

    def __init__(self, before: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._before = before
        """What Tab comes from: rows are made anew, and Qt would put them last."""
        self.rows: list[FaultRow] = []
        self._shown: tuple[object, ...] | None = None
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._scroll = scrolling(self._inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.setAccessibleName(self.tr("What has to be mended"))

    def show_faults(self, faults: Sequence[Fault], otherwise: str, *, is_well: bool = True) -> None:
        """Show these faults; where there are none, `otherwise`: that all is well, or what is wrong with the whole file."""
        shown = (tuple((each.line, said(each.words)) for each in faults), otherwise, is_well)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for fault in faults:
            if self.rows:
                self._column.addWidget(Hairline())
            row = FaultRow(fault)
            row.gone_to.connect(lambda which=fault: self.line_wanted.emit(which))
            row.mended.connect(lambda which=fault: self.fix_wanted.emit(which))
            self.rows.append(row)
            self._column.addWidget(row)
        stops = [self._before, *(each for row in self.rows for each in (row.go, row.fix) if each is not None)]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
        widest = max((row.go.sizeHint().width() for row in self.rows), default=0)
        for row in self.rows:
            row.go.setMinimumWidth(widest)
        if not faults:
            self._column.addWidget(self._quiet_row(otherwise, is_well=is_well))
        self._column.addStretch(1)
        self.updateGeometry()

    @staticmethod
    def _quiet_row(words: str, *, is_well: bool) -> QWidget:
        made = QWidget()
        made.setMinimumHeight(look.px(ROW))
        row = QHBoxLayout(made)
        row.setContentsMargins(look.px(14), look.px(4), look.px(12), look.px(4))
        row.setSpacing(look.px(8))
        icon = QLabel()
        icon.setFixedWidth(look.px(18))
        icon.setPixmap(look.pixmap("check-circle", "ink") if is_well else look.pixmap("warning", "stamp_mark"))
        row.addWidget(icon)
        row.addWidget(label(words, tone="text2" if is_well else "text", wrap=True), 1)
        return made

    def sizeHint(self) -> QSize:
        """As high as its rows, to a limit; then it scrolls."""
        width = max(look.px(200), self.width() - look.px(2))
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        rows = [row for item in items if item is not None and (row := item.widget()) is not None]
        high = sum(max(row.minimumHeight(), row.heightForWidth(width), look.px(1)) for row in rows)
        return QSize(look.px(360), min(max(high, look.px(ROW)), look.px(MOST_HEIGHT)) + look.px(2))

    def minimumSizeHint(self) -> QSize:
        """One row."""
        return QSize(look.px(160), min(self.sizeHint().height(), look.px(MOST_HEIGHT)))
