"""The list that every page with rows is made of: flat, one row chosen, as wide as its place, a ring for the keyboard only."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget


class RowList(QListView):
    """Shows the rows of a model; the delegate paints them and asks `has_ring`."""

    def __init__(self, rows: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by_key = False
        """True while the keyboard was used last here: then the row with the focus shows its ring."""
        self.setModel(rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(name)

    def has_ring(self, option: QStyleOptionViewItem) -> bool:
        """Whether the row that is painted with that option shows the ring of the keyboard's focus."""
        return self.by_key and bool(option.state & QStyle.StateFlag.State_HasFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keyboard shows the ring."""
        self.by_key = True
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse needs no ring."""
        self.by_key = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, unless the mouse brought the focus."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.by_key = event.reason() != Qt.FocusReason.MouseFocusReason
        self.viewport().update()
