"""The month: six weeks of days in one table, painted by one delegate.

Why a QTableView: PySide6 has no QAccessibleTableInterface, but Qt gives a table view its tree. Looked at on the bus
(Xvfb, at-spi2, Qt 6.11): the view is a "table" with the view's accessible name, the headers are "table column header"
and "table row header" with `Qt.AccessibleTextRole` of `headerData`, and every day is a "table cell" whose name is
`Qt.AccessibleTextRole` of `data` (its description would be `Qt.AccessibleDescriptionRole`), although nothing but the
delegate paints it. The entries of a day are part of its name; they can be walked one by one in the agenda of the day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from followup_desktop.ui import look, month_cells
from followup_desktop.ui.days import Days, Item
from followup_desktop.ui.entry_words import movable, sentence
from followup_desktop.ui.language import month_words
from followup_desktop.ui.look import px, tone
from followup_desktop.ui.month_cells import Cell, CellPainter, Place, State, places
from followup_desktop.ui.month_model import CELL_ROLE, DAYS, WEEKS, MonthModel
from followup_desktop.ui.parts.label import tooltip

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


def row_heights(total: int, needs: list[int]) -> list[int]:
    """Heights of the rows that together fill `total` pixels; `needs` is how many lanes each week would like.

    Where every row could have a lane, a week without entries first lends what it does not need, and those with the most
    entries get a second lane, and so on; what is left goes first to bring every row to two lanes and to the height at
    which its lanes stand well, then to all alike. Without room for a lane each, all rows are alike, and never lower than
    a number with its ribbon: then they are higher together than `total`, and scroll.
    """
    one_lane, least = month_cells.height_for(1), px(month_cells.NUMBER)
    if total < one_lane * len(needs):
        return _shared([least] * len(needs), max(0, total - least * len(needs)))
    heights = [one_lane if need else month_cells.height_free() for need in needs]
    fullest_first = sorted(range(len(needs)), key=lambda row: -needs[row])
    for lanes in range(2, max(needs) + 1):
        for row in fullest_first:
            if needs[row] >= lanes:
                _raise_row(heights, row, month_cells.height_for(lanes), total)
    for lanes in (1, 2):
        for row in fullest_first:
            _raise_row(heights, row, month_cells.height_wanted(max(lanes, needs[row])), total)
    return _shared(heights, total - sum(heights))


def _raise_row(heights: list[int], row: int, target: int, total: int) -> None:
    """Make one row that high, where the rows together have the room."""
    if 0 < target - heights[row] <= total - sum(heights):
        heights[row] = target


def _shared(heights: list[int], left: int) -> list[int]:
    each, rest = divmod(left, len(heights))
    return [height + each + (row < rest) for row, height in enumerate(heights)]


def height_wanted(needs: list[int]) -> int:
    """The height at which every week shows all its entries: two lanes at least, one more where a week needs it."""
    return sum(month_cells.height_wanted(max(2, need)) for need in needs)


class MonthDelegate(QStyledItemDelegate):
    """Paints days. The view tells it what is so for the moment about each cell."""

    def __init__(self, state_of: Callable[[Cell, int], State], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state_of = state_of
        self._painter: CellPainter | None = None

    def forget(self) -> None:
        """Colours, font or language changed: measure everything again."""
        self._painter = None

    @property
    def cells(self) -> CellPainter:
        """The painter in the colours and font now in force."""
        if self._painter is None:
            self._painter = CellPainter()
        return self._painter

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one day."""
        cell = cast("Cell", index.data(CELL_ROLE))
        self.cells.paint(painter, option.rect, cell, self._state_of(cell, index.column()))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The least that a day needs."""
        del option, index
        return QSize(px(month_cells.NARROWEST), month_cells.height_for(1))


class _Header(QHeaderView):
    """Days of the week above, week numbers at the side: words on the sheet and on the window, one line between."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(28), px(26))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        flat = self.orientation() == Qt.Orientation.Horizontal
        model = self.model()
        words = str(model.headerData(section, self.orientation(), Qt.ItemDataRole.DisplayRole))
        painter.save()
        if flat:
            painter.setFont(look.font("caption", 500))
            if QFontMetrics(painter.font()).horizontalAdvance(words) > rect.width() - px(8):
                words = words[:1]
            painter.setPen(tone("text2"))
            painter.drawText(
                rect.adjusted(px(10), 0, -px(10), -1), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, words
            )
        else:
            painter.fillRect(rect, tone("window"))
            edge = rect.left() if self.isRightToLeft() else rect.right()
            painter.fillRect(edge, rect.y(), 1, rect.height(), tone("line"))
            painter.setFont(look.font("small"))
            painter.setPen(tone("text2"))
            top = QRect(rect.x(), rect.y(), rect.width() - 1, px(month_cells.HEAD))
            painter.drawText(top, Qt.AlignmentFlag.AlignCenter, words)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tone("line"))
        painter.restore()


@dataclass(slots=True)
class _Drag:
    """An entry on its way to another day."""

    item: Item
    origin: date
    size: QSize
    grip: QPoint
    at: QPoint
    target: date


class MonthView(QTableView):
    """The month. The chosen day is the current cell; arrows, Home, PgUp, PgDn, the mouse and dragging work on it."""

    day_chosen = Signal(object)
    """A `date` was chosen."""
    day_opened = Signal(object)
    """Enter, or a press on "2 more": that `date`'s entries are wanted."""
    day_clicked = Signal(object)
    """A `date` was pressed with the mouse."""
    opened = Signal(str)
    """An interview's entry was double-clicked; its id."""
    new_wanted = Signal(object)
    """A day was double-clicked; the `date`."""
    moved = Signal(object, object, object)
    """An `Item` was dragged to that `date`; its time of day stays (None)."""
    month_changed = Signal(object)
    """Another month is shown; its first `date`."""

    def __init__(self, days: Days, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = days
        self._month_model = MonthModel(days, self)
        self._day = days.today
        self._hovered: date | None = None
        self._pressed: tuple[QPoint, Item, Place] | None = None
        self._drag: _Drag | None = None
        self._icons = False
        self._by_key = False
        self._day_delegate = MonthDelegate(self._state_of, self)
        self.setModel(self._month_model)
        self.setItemDelegate(self._day_delegate)
        self._set_up_table()
        self._month_model.dataChanged.connect(self._on_data_changed)
        self._month_model.modelReset.connect(self._on_reset)
        self._on_reset()

    def _set_up_table(self) -> None:
        self.setHorizontalHeader(_Header(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Header(Qt.Orientation.Vertical, self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleDescription(translate("Month", "Enter opens the day. Double-click adds an interview."))
        self.setMinimumSize(px(NARROW_WIDTH), px(month_cells.NUMBER) * LEAST_WEEKS)

    @property
    def day(self) -> date:
        """The chosen day."""
        return self._day

    @property
    def month(self) -> date:
        """The first of the month shown."""
        return self._month_model.month

    def choose(self, day: date) -> None:
        """Make `day` the chosen one; its month is shown when the day is not on the sheet yet."""
        changed = day != self._day
        self._day = day
        if not self._month_model.index_of(day).isValid():
            self.show_month(day)
        self._sync_current()
        self.viewport().update()
        if changed:
            self.day_chosen.emit(day)

    def show_month(self, month: date) -> None:
        """Show the month that `month` lies in, without choosing a day."""
        if month.replace(day=1) != self.month:
            self._month_model.show_month(month)
            self.month_changed.emit(self.month)

    def turn(self, months: int) -> None:
        """Go that many months on (or back); the chosen day goes along, to the last day where there is no such day."""
        number = self.month.year * 12 + self.month.month - 1 + months
        first = date(number // 12, number % 12 + 1, 1)
        length = ((first + timedelta(days=31)).replace(day=1) - first).days
        self.show_month(first)
        self.choose(first.replace(day=min(self._day.day, length)))

    def show_quiet_of(self, interview: str) -> None:
        """Show the quiet days of that interview only; of all for an empty id."""
        self._month_model.show_quiet_of(interview)

    def height_wanted(self) -> int:
        """The height at which every week shows all its entries."""
        return self.horizontalHeader().sizeHint().height() + height_wanted(self._month_model.lanes_needed())

    def height_least(self) -> int:
        """The height at which every week still shows one entry in words."""
        return self.horizontalHeader().sizeHint().height() + WEEKS * month_cells.height_for(1)

    def shows_icons(self) -> bool:
        """True while there is no room for words in the cells."""
        return self._icons

    def rect_of(self, day: date) -> QRect:
        """Where that day is painted, in the viewport; an empty rectangle when it is not shown."""
        index = self._month_model.index_of(day)
        return self.visualRect(index) if index.isValid() else QRect()

    def places_of(self, day: date) -> list[tuple[QRect, Place]]:
        """Where that day's entries are painted, in the viewport."""
        index, cell_rect = self._month_model.index_of(day), self.rect_of(day)
        if not index.isValid():
            return []
        inner = month_cells.inner_of(cell_rect, right_to_left=self.isRightToLeft())
        found = places(self._month_model.cell(index), inner.size(), icons=self._icons)
        return [(month_cells.mirrored(place.rect, inner, right_to_left=self.isRightToLeft()), place) for place in found]

    # What is so for the moment

    def _state_of(self, cell: Cell, column: int) -> State:
        day = cell.day
        chosen, drag = day == self._day, self._drag
        return State(
            chosen=chosen,
            focused=chosen and self._by_key and self.hasFocus(),
            hovered=day == self._hovered and drag is None,
            target=drag is not None and day == drag.target and day != drag.origin,
            dragged=drag.item if drag is not None and day == drag.origin else None,
            right_to_left=self.isRightToLeft(),
            outermost=column == DAYS - 1,
            icons=self._icons,
        )

    def _sync_current(self) -> None:
        index = self._month_model.index_of(self._day)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def _on_reset(self) -> None:
        self._name_itself()
        self._sync_current()
        self._share_space()

    def _on_data_changed(self) -> None:
        self._show_numbers()
        self._sync_current()
        self._share_space()
        self.viewport().update()

    def _name_itself(self) -> None:
        self.setAccessibleName(translate("Month", "Month, {0}").format(month_words(self.month)))

    # Room

    def _share_space(self) -> None:
        size = self.viewport().size()
        if not size.isValid() or not size.height():
            return
        heights = row_heights(size.height(), self._month_model.lanes_needed())
        for row, height in enumerate(heights):
            self.verticalHeader().resizeSection(row, height)
        each, rest = divmod(size.width(), DAYS)
        self._icons = month_cells.icons_only(QSize(each, max(heights)))
        for column in range(DAYS):
            self.horizontalHeader().resizeSection(column, each + (column < rest))
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room; the week's numbers go where there is little."""
        super().resizeEvent(event)
        self._show_numbers()
        self._share_space()

    def _show_numbers(self) -> None:
        roomy = self.width() - px(28) >= DAYS * px(month_cells.NARROWEST) and self.height() >= self.height_least()
        self.verticalHeader().setVisible(roomy and self._days.weeks.numbers)

    def changeEvent(self, event: QEvent) -> None:
        """Other colours, another font, another direction: measure and paint anew."""
        super().changeEvent(event)
        if event.type() in (
            QEvent.Type.FontChange,
            QEvent.Type.PaletteChange,
            QEvent.Type.StyleChange,
            QEvent.Type.LayoutDirectionChange,
        ):
            self._day_delegate.forget()
            self._share_space()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the day, Home is today, PgUp and PgDn turn the month, Enter opens the day."""
        self._by_key = True
        key = Qt.Key(event.key())
        if self._drag is not None and key == Qt.Key.Key_Escape:
            self._drag = None
            self.viewport().update()
            return
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.NoModifier:
            event.ignore()
            return
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}
        if key in steps:
            mirror = -1 if self.isRightToLeft() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) else 1
            self.choose(self._day + timedelta(days=steps[key] * mirror))
        elif key == Qt.Key.Key_Home:
            self.choose(self._days.today)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.day_opened.emit(self._day)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, unless the mouse brought the focus."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._by_key = event.reason() != Qt.FocusReason.MouseFocusReason
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Mouse

    def _place_at(self, at: QPoint) -> Place | None:
        index = self.indexAt(at)
        if not index.isValid():
            return None
        return next((place for rect, place in self.places_of(self._month_model.cell(index).day) if rect.contains(at)), None)

    def _day_at(self, at: QPoint) -> date | None:
        index = self.indexAt(at)
        return self._month_model.cell(index).day if index.isValid() else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the mouse; a press on an entry may become a drag."""
        self._by_key = False
        at = event.position().toPoint()
        day = self._day_at(at)
        if event.button() != Qt.MouseButton.LeftButton or day is None:
            event.ignore()
            return
        place = self._place_at(at)
        self._pressed = (at, place.item, place) if place is not None and place.item is not None else None
        self.choose(day)
        if place is not None and place.item is None:
            self.day_opened.emit(day)
        else:
            self.day_clicked.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the pressed entry along, or note which day is under the mouse."""
        at = event.position().toPoint()
        if self._drag is None and self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            start, item, place = self._pressed
            far = (at - start).manhattanLength() >= QApplication.startDragDistance()
            if far and movable(item):
                origin = self.rect_of(item.entry.day).topLeft() + place.rect.topLeft()
                self._drag = _Drag(item, item.entry.day, place.rect.size(), start - origin, at, item.entry.day)
        if self._drag is not None:
            self._drag.at = at
            self._drag.target = self._day_at(at) or self._drag.origin
            self.viewport().update()
        elif self._day_at(at) != self._hovered:
            self._hovered = self._day_at(at)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop a dragged entry on the day under the mouse."""
        drag, self._drag, self._pressed = self._drag, None, None
        if drag is not None:
            self.viewport().update()
            if drag.target != drag.origin:
                self.choose(drag.target)
                self.moved.emit(drag.item, drag.target, None)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the entry under the mouse, or wish for an interview on a free spot."""
        at = event.position().toPoint()
        day, place = self._day_at(at), self._place_at(at)
        if event.button() != Qt.MouseButton.LeftButton or day is None:
            event.ignore()
        elif place is not None and place.item is not None:
            self.opened.emit(place.item.entry.opens)
        elif place is None:
            self.new_wanted.emit(day)

    def viewportEvent(self, event: QEvent) -> bool:
        """The mouse has left, or rests: then the whole words of what is under it are shown."""
        if event.type() == QEvent.Type.Leave and self._hovered is not None:
            self._hovered = None
            self.viewport().update()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        words, rect = self.tip_at(event.pos())
        if words:
            QToolTip.showText(event.globalPos(), tooltip(words), self.viewport(), rect)
        else:
            QToolTip.hideText()

    def tip_at(self, at: QPoint) -> tuple[str, QRect]:
        """The whole words of what is painted there, and where they hold: an entry, the quiet ribbon, or the rest of a day."""
        day = self._day_at(at)
        if day is None:
            return "", QRect()
        cell = self._month_model.cell(self._month_model.index_of(day))
        for rect, place in self.places_of(day):
            if rect.contains(at):
                items = (place.item,) if place.item is not None and not place.more else cell.items
                return "\n".join(sentence(item, cell.today) for item in items), rect
        if cell.ribbon is not None:
            return translate("Month", "Quiet days: {0}. No question yet.").format(", ".join(cell.ribbon.names)), self.rect_of(day)
        return "", QRect()

    # Painting over the cells

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the days, and over them the entry that is being dragged."""
        super().paintEvent(event)
        if self._drag is not None:
            with QPainter(self.viewport()) as painter:
                where = QRect(self._drag.at - self._drag.grip, self._drag.size)
                self._day_delegate.cells.paint_dragged(painter, where, self._drag.item, self._days.today)


NARROW_WIDTH = 28 * DAYS
"""Least width in design pixels: the numbers alone."""
LEAST_WEEKS = 3
"""So many weeks are always in sight; where there is room for fewer than all, they scroll."""
