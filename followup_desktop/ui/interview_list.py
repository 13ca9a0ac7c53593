"""The view of the interview list: its keys, its mouse, its tooltips."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.interview_delegate import RowDelegate
from followup_desktop.ui.interview_rows import RECORD_ROLE, Heading, InterviewRows, Line
from followup_desktop.ui.parts.label import tooltip
from followup_desktop.ui.parts.row_list import RowList

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


class RowsView(RowList):
    """The list itself. Enter opens an interview or folds a group; Esc lets the selection go."""

    opened = Signal(str)
    """An interview (id) is to be opened."""
    picked = Signal(str)
    """The user picked an interview (id) by key or mouse; empty when the selection was let go."""

    def __init__(self, rows: InterviewRows, parent: QWidget | None = None) -> None:
        super().__init__(rows, translate("InterviewList", "Interviews"), parent)
        self._rows = rows
        self._delegate = RowDelegate(rows, self)
        self.setItemDelegate(self._delegate)
        self.doubleClicked.connect(self._on_double_clicked)

    def line_at(self, index: QModelIndex) -> Line | None:
        """The interview at that index, if it is one."""
        row = index.data(RECORD_ROLE) if index.isValid() else None
        return row if isinstance(row, Line) else None

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Going to a heading keeps the selected interview selected."""
        if index.isValid() and isinstance(self._rows.row(index), Heading):
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def selected_line(self) -> Line | None:
        """The selected interview."""
        chosen = self.selectionModel().selectedIndexes()
        return self.line_at(chosen[0]) if chosen else None

    def _on_double_clicked(self, index: QModelIndex) -> None:
        line = self.line_at(index)
        if line is not None:
            self.opened.emit(line.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press picks an interview, or folds the group whose heading it hits."""
        self.by_key = False
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self.line_at(index)
        if line is not None:
            self.picked.emit(line.id)
        elif index.isValid() and event.button() == Qt.MouseButton.LeftButton and self._rows.row(index) is not None:
            self._fold(index)

    def _fold(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        if isinstance(row, Heading) and row.folds:
            self._rows.toggle_closed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Left and Right fold and unfold, Esc lets go; the rest is the list's own."""
        self.by_key = True
        index, key = self.currentIndex(), event.key()
        row = self._rows.row(index) if index.isValid() else None
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(row, Heading) and (enter or key == Qt.Key.Key_Space):
            self._fold(index)
        elif isinstance(row, Heading) and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if row.folded is (key == Qt.Key.Key_Right):
                self._fold(index)
        elif isinstance(row, Line) and enter:
            self.opened.emit(row.id)
        elif key == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            self.picked.emit("")
        else:
            before = self.selected_line()
            super().keyPressEvent(event)
            line = self.selected_line()
            if line is not None and (before is None or line.id != before.id):
                self.picked.emit(line.id)

    def viewportEvent(self, event: QEvent) -> bool:
        """The mouse rests on a row: its whole words, where the row had to cut them."""
        if event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())  # type: ignore[attr-defined]  # (a QHelpEvent)
            words = self._rows.sentence(self._rows.row(index)) if index.isValid() and self._delegate.is_cut(index) else ""
            self.setToolTip(tooltip(words) if words else "")
        return super().viewportEvent(event)
