"""The list of templates: by occasion, the user's own marked by a pen and broken ones by a sign, each with words for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from followup_desktop.letters import occasions
from followup_desktop.ui import look
from followup_desktop.ui.language import said
from followup_desktop.ui.look import px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.label import tooltip
from followup_desktop.ui.parts.painting import box
from followup_desktop.ui.parts.row_list import RowList
from followup_desktop.ui.template_shelf import Listed, Standing

ROW, HEADING = 46, 32
SIDE = 10
WIDTH = 236
LEAST_HEIGHT = 120

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate
_TOP = QModelIndex()


def occasion_words(occasion: str) -> str:
    """A group's name."""
    known = occasion in (*occasions.OCCASIONS, *occasions.MESSAGES)
    return said(occasions.said(occasion)) if known else translate("TemplateList", "For no occasion yet")


def tone_words(listed: Listed) -> str:
    """A template's first line: its tone, or its file where that is not known."""
    return said(occasions.tone_said(listed.tone)) if listed.tone in occasions.TONES else listed.file


def standing_words(listed: Listed) -> str:
    """A template's second line: whose it is, and what becomes of it."""
    if not listed.is_own:
        replaced = listed.standing is Standing.REPLACED
        return translate("TemplateList", "Built-in, yours is used") if replaced else translate("TemplateList", "Built-in")
    if listed.unreadable is not None:
        return translate("TemplateList", "Yours, cannot be read")
    if listed.standing is Standing.BROKEN:
        return translate("TemplateList", "Yours, line {0} to mend").format(listed.faults[0].line)
    if listed.standing is Standing.BEHIND:
        return translate("TemplateList", "Yours, another one is used")
    return translate("TemplateList", "Yours, in use")


def mark(listed: Listed) -> tuple[str, str]:
    """Icon and colour of a template's sign."""
    if listed.standing is Standing.BROKEN:
        return "warning", "stamp_mark"
    if not listed.is_own:
        return "lock", "text2"
    return "pen", "ink" if listed.standing is Standing.IN_USE else "text2"


class TemplateRows(QAbstractListModel):
    """Occasions, which cannot be selected, and the templates for each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Listed | str] = []

    def show(self, listed: Sequence[Listed]) -> None:
        """Show these; the view hears of it only as far as something differs."""
        rows: list[Listed | str] = []
        group: str | None = None
        for each in listed:
            words = occasion_words(each.occasion)
            if words != group:
                rows.append(words)
                group = words
            rows.append(each)
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> Listed | str:
        """The template or group at that index."""
        return self._rows[index.row()]

    def index_of(self, key: str) -> QModelIndex:
        """The index of that template; an invalid one where it is not shown."""
        found = next((at for at, row in enumerate(self._rows) if isinstance(row, Listed) and row.key == key), -1)
        return self.index(found) if found >= 0 else QModelIndex()

    def rowCount(self, parent: Index = _TOP) -> int:
        """Groups and templates."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Templates can be selected; groups are words."""
        if not index.isValid() or not isinstance(self._rows[index.row()], Listed):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The whole row in words, for screen readers and for typing ahead."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._rows[index.row()]
        return row if isinstance(row, str) else f"{row.name}. {tone_words(row)}. {standing_words(row)}."


def _key(row: Listed | str) -> str:
    return row if isinstance(row, str) else f"\0{row.key}"


class _Delegate(QStyledItemDelegate):
    """Paints groups and templates; all lengths follow the font."""

    def __init__(self, view: TemplateList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        row = self._view.rows.row(index)
        if isinstance(row, str):
            return QSize(0, max(px(HEADING), self._heading_height(row) + px(14)))
        both = QFontMetrics(look.font("body", 600)).height() + QFontMetrics(look.font("caption")).height()
        return QSize(0, max(px(ROW), both + px(10)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._view.rows.row(index)
        painter.save()
        if isinstance(row, str):
            self._paint_heading(painter, option, row)
        else:
            self._paint_template(painter, option, row)
        painter.restore()

    def _heading_height(self, words: str) -> int:
        """Pixels of a group's name, wrapped where it is long."""
        room = QRect(0, 0, self._view.viewport().width() - 2 * px(SIDE), px(400))
        return QFontMetrics(_heading_font()).boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height()

    @staticmethod
    def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        painter.setFont(_heading_font())
        painter.setPen(tone("text2"))
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        area = option.rect.adjusted(px(SIDE), 0, -px(SIDE), -px(5))
        low = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(area, side | low | Qt.TextFlag.TextWordWrap, words)

    def _paint_template(self, painter: QPainter, option: QStyleOptionViewItem, row: Listed) -> None:
        self._paint_ground(painter, option)
        rect, side = option.rect, px(measures.ICON)
        icon = QRect(rect.x() + px(SIDE), rect.y() + (rect.height() - side) // 2, side, side)
        painter.drawPixmap(QStyle.visualRect(option.direction, rect, icon).topLeft(), look.pixmap(*mark(row)))
        name, words = look.font("body", 600), look.font("caption")
        high, low = QFontMetrics(name).height(), QFontMetrics(words).height()
        left = rect.x() + px(SIDE) + side + px(10)
        top = rect.y() + (rect.height() - high - low - px(1)) // 2
        width = rect.right() - left - px(SIDE)
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(name)
        painter.setPen(tone("text" if row.standing is not Standing.REPLACED else "text2"))
        _draw(painter, option, QRect(left, top, width, high), QFontMetrics(name).elidedText(tone_words(row), elide, width))
        painter.setFont(words)
        painter.setPen(tone("stamp" if row.standing is Standing.BROKEN else "text2"))
        second = QFontMetrics(words).elidedText(standing_words(row), elide, width)
        _draw(painter, option, QRect(left, top + high + px(1), width, low), second)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        area, radius = option.rect.adjusted(0, px(1), 0, -px(1)), px(measures.RADIUS)
        if self._view.has_ring(option):
            width = px(measures.RING_WIDTH)
            box(painter, area, radius + 2, None, tone("ink"), width)
            area = area.adjusted(width + 1, width + 1, -width - 1, -width - 1)
        if option.state & QStyle.StateFlag.State_Selected:
            box(painter, area, radius, tone("ink_wash"), tone("ink_line"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, area, radius, tone("hover"))


def _heading_font() -> QFont:
    made = look.font("small", 600)
    made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
    return made


def _draw(painter: QPainter, option: QStyleOptionViewItem, area: QRect, words: str) -> None:
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    place = QStyle.visualRect(option.direction, option.rect, area)
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
    painter.drawText(place, side | middle, words)


class TemplateList(RowList):
    """The templates; arrows choose, Enter goes on to the text, Del deletes."""

    picked = Signal(str)
    """Another template (its key) was chosen."""
    entered = Signal()
    deleted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        rows = TemplateRows()
        super().__init__(rows, translate("TemplateList", "Templates"), parent)
        self.rows = rows
        rows.setParent(self)
        self.setItemDelegate(_Delegate(self))
        self.selectionModel().currentChanged.connect(self._on_current)
        self._is_showing = False

    def show_templates(self, listed: Sequence[Listed], current: str) -> None:
        """Show these, the one with that key chosen."""
        self._is_showing = True
        self.rows.show(listed)
        index = self.rows.index_of(current)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            above = index.siblingAtRow(index.row() - 1)
            for each in (above, index):  # the group's name too, where this is its first
                self.scrollTo(each)
        self._is_showing = False

    def _on_current(self, index: QModelIndex) -> None:
        row = self.rows.row(index) if index.isValid() else None
        if isinstance(row, Listed) and not self._is_showing:
            self.picked.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Del; the rest is the list's own."""
        self.by_key = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell a template's name and standing under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            row = self.rows.row(index) if index.isValid() else None
            words = f"{row.name}: {standing_words(row)}" if isinstance(row, Listed) else ""
            QToolTip.showText(event.globalPos(), tooltip(words) if words else "", self)
            return True
        return super().viewportEvent(event)

    def sizeHint(self) -> QSize:
        """Wide enough for its words; it takes the height that is left."""
        return QSize(px(WIDTH), px(LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(px(140), px(LEAST_HEIGHT))
