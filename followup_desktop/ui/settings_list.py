"""The list of sections at the left of the settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from followup_desktop.ui import look
from followup_desktop.ui.look import px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.painting import box
from followup_desktop.ui.parts.row_list import RowList

ROW, GAP = 36, 2
SIDE = 13
WIDTH = 220
ICON_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class _Sections(QAbstractListModel):
    """Names with their icons; they never change."""

    def __init__(self, sections: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.sections = sections

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.sections)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        _, name, icon = self.sections[index.row()]
        return {Qt.ItemDataRole.DisplayRole: name, ICON_ROLE: icon}.get(Qt.ItemDataRole(role)) if index.isValid() else None


class _Delegate(QStyledItemDelegate):
    """Icon and name; the chosen one on ink wash."""

    def __init__(self, view: SectionList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(0, measures.tall(ROW, look.font("body")) + px(GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        area = option.rect.adjusted(0, 0, 0, -px(GAP))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if self._view.has_ring(option):
            width = px(measures.RING_WIDTH)
            box(painter, area, px(measures.RADIUS) + 2, None, tone("ink"), width)
            area = area.adjusted(width + 1, width + 1, -width - 1, -width - 1)
        if chosen:
            box(painter, area, px(measures.RADIUS), tone("ink_wash"), tone("ink_line"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, area, px(measures.RADIUS), tone("hover"))
        side, rect = px(measures.ICON), option.rect.adjusted(0, 0, 0, -px(GAP))
        icon = QRect(rect.x() + px(SIDE), rect.y() + (rect.height() - side) // 2, side, side)
        mark = look.pixmap(str(index.data(ICON_ROLE)), "ink" if chosen else "text")
        painter.drawPixmap(QStyle.visualRect(option.direction, rect, icon).topLeft(), mark)
        painter.setFont(look.font("body", QFont.Weight.DemiBold if chosen else QFont.Weight.Normal))
        painter.setPen(tone("text"))
        words = rect.adjusted(px(SIDE) + side + px(9), 0, -px(8), 0)
        elided = QFontMetrics(painter.font()).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | leading
        painter.drawText(QStyle.visualRect(option.direction, rect, words), flags, elided)
        painter.restore()


class SectionList(RowList):
    """The sections; arrows choose. `sections` are (key, name, icon)."""

    picked = Signal(str)

    def __init__(self, sections: Sequence[tuple[str, str, str]]) -> None:
        listed = _Sections(sections)
        super().__init__(listed, QCoreApplication.translate("Settings", "Settings"))
        self._sections = listed
        self.setItemDelegate(_Delegate(self))
        self.selectionModel().currentChanged.connect(self._on_current)
        self._is_showing = False

    def show_section(self, key: str) -> None:
        """Choose that section without telling."""
        self._is_showing = True
        at = [each[0] for each in self._sections.sections].index(key)
        self.setCurrentIndex(self._sections.index(at))
        self._is_showing = False

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and not self._is_showing:
            self.picked.emit(self._sections.sections[index.row()][0])

    def sizeHint(self) -> QSize:
        """Wide enough for its names."""
        return QSize(px(WIDTH), px(200))
