"""The week: days side by side, their hours downwards, and above the hours a lane for what may be done at any time.

One table view paints everything. Its model has an entry a cell, so the tree that Qt gives every table view (see
`month`) names each entry, and the current cell is the entry that has the keyboard's focus; `visualRect` says where an
entry really stands. The columns' header is the head of the days, the rows' header is the gutter with the hours.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
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
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QToolTip, QWidget

from followup_desktop.core import etiquette
from followup_desktop.core.agenda import Kind
from followup_desktop.ui import look, week_layout
from followup_desktop.ui.days import Days, Item
from followup_desktop.ui.entry_words import movable, sentence
from followup_desktop.ui.language import stretch_of_days_words, time_words
from followup_desktop.ui.look import px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.label import tooltip
from followup_desktop.ui.parts.painting import box
from followup_desktop.ui.privacy import shown
from followup_desktop.ui.week_cells import Calling, WeekPainter
from followup_desktop.ui.week_heads import Corner, Gutter, Head
from followup_desktop.ui.week_layout import ALL, FEW, Column, minutes
from followup_desktop.ui.week_model import WeekModel
from followup_desktop.ui.week_places import Places, Spot
from followup_desktop.ui.weeks import week_number

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate
HOURS = 24


@dataclass(slots=True)
class _Drag:
    """An entry on its way to another day or hour."""

    spot: Spot
    item: Item
    grip: QPoint
    at: QPoint
    day: date
    minute: int | None
    """The quarter of an hour it would begin at; None for an entry without hours."""


class WeekView(QTableView):
    """The week. Arrows move the day, Tab walks through the entries, Enter opens one, dragging moves it."""

    day_chosen = Signal(object)
    """A `date` was chosen."""
    day_opened = Signal(object)
    """A press on "2 more", or Enter on it: that `date`'s entries are wanted."""
    opened = Signal(str)
    """An interview (id) is to be opened."""
    new_wanted = Signal(object)
    """A free spot was double-clicked: the `datetime` (without a zone) or, in the lane of any time, the `date`."""
    moved = Signal(object, object, object)
    """An `Item` was moved to that `date` and `time` (None: at the same time of day)."""
    week_changed = Signal()
    """Other days are shown."""

    def __init__(self, days: Days, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = days
        self._week = WeekModel(days, self)
        self._day = days.today
        self._first = days.weeks.begin(self._day)
        self._painter: WeekPainter | None = None
        self._pressed: tuple[QPoint, Spot] | None = None
        self._drag: _Drag | None = None
        self._by_key = False
        self._opened_at: date | None = None
        self._lanes = self._lane = self._zero = 0
        """Entries that the lane of any time shows, its height, and where midnight is in the unscrolled hours (pixels)."""
        self._hour = px(week_layout.HOUR)
        """Pixels of an hour."""
        self._columns: list[Column] = []
        self.setModel(self._week)
        self._set_up_table()
        self._corner = Corner(self._number_words, self)
        self._week.modelReset.connect(self._on_reset)
        days.changed.connect(self._show_days)
        self._show_days()
        self._on_reset()

    def _set_up_table(self) -> None:
        self.setHorizontalHeader(Head(self._paint_head, self))
        self.setVerticalHeader(Gutter(self._paint_gutter, self))
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
        words = translate("Week", "Tab walks through the entries, Enter opens one. Ctrl with an arrow moves it.")
        self.setAccessibleDescription(words)
        self.setMinimumSize(px(220), px(160))

    # What is shown

    @property
    def day(self) -> date:
        """The chosen day."""
        return self._day

    @property
    def shown(self) -> tuple[date, date]:
        """The first and the last day shown."""
        return self._week.shown[0].day, self._week.shown[-1].day

    @property
    def title(self) -> str:
        """The days shown, in words."""
        return stretch_of_days_words(*self.shown)

    def choose(self, day: date) -> None:
        """Make `day` the chosen one and show it."""
        changed = day != self._day
        self._day = day
        self._show_days()
        if changed:
            self._sync_current()
            self.viewport().update()
            self.horizontalHeader().viewport().update()
            self.day_chosen.emit(day)

    def turn(self, steps: int) -> None:
        """Go that many weeks on (or back); where only three days are shown, that many times three."""
        self.choose(self._day + timedelta(days=steps * len(self._week.shown)))

    def show_quiet_of(self, interview: str) -> None:
        """Show the quiet days of that interview only; of all for an empty id."""
        self._week.show_quiet_of(interview)

    def _show_days(self) -> None:
        """Show the week of the chosen day, or three days in which it is."""
        count = week_layout.days_shown(self.viewport().width())
        first = self._days.weeks.begin(self._day)
        if count == FEW:
            first = self._first if self._week.columnCount() == FEW else self._day
            first = min(max(first, self._day - timedelta(days=FEW - 1)), self._day)
        if (first, count) != (self._week.first, self._week.columnCount()):
            self._first = first
            self._week.show_days(first, count)
            self._opened_at = None
            self.week_changed.emit()
        self._lay_out()

    def _on_reset(self) -> None:
        self.setAccessibleName(translate("Week", "Week, {0}").format(self.title))
        self._lay_out()
        self._sync_current()
        self.viewport().update()
        self.verticalHeader().viewport().update()

    def _sync_current(self, row: int = 0) -> None:
        column = self._week.column_of(self._day)
        if column >= 0:
            self.setCurrentIndex(self._week.index(row, column))

    def _number_words(self) -> str:
        first = self._week.shown[0].day
        return str(week_number(first)) if self._days.weeks.numbers and len(self._week.shown) == ALL else ""

    # Room

    def _lay_out(self) -> None:
        free = [not day.items for day in self._week.shown]
        self._columns = week_layout.columns(self.viewport().width(), [day.day for day in self._week.shown], free)
        for at, column in enumerate(self._columns):
            self.horizontalHeader().resizeSection(at, column.width)
        before = self._hour
        self._set_range()
        if before != self._hour:
            self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() * self._hour / before))
        self._open_hours()

    def _measure(self) -> None:
        """How many entries the lane of any time shows, its height, and that of an hour: for the room and the days shown."""
        most = max(len(day.lane) for day in self._week.shown)
        self._lanes = min(most, week_layout.lanes_that_fit(self.viewport().height()))
        self._lane = week_layout.lane_height(self._lanes)
        least = QFontMetrics(look.font("small")).height() + px(4)
        self._hour = max(week_layout.hour_height(self.viewport().height() - self._lane), least)
        self._zero = self._lane + px(8)

    def _y(self, minute: int) -> int:
        """Where that minute of the day is, in the viewport."""
        return self._zero + round(minute * self._hour / 60) - self.verticalScrollBar().value()

    def _minute_at(self, y: int) -> float:
        return (y - self._y(0)) * 60 / self._hour

    def _set_range(self) -> None:
        self._measure()
        room = self.viewport().height() - self._lane
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, HOURS * self._hour + 2 * px(8) - room))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(self._hour // 2)

    def _open_hours(self) -> None:
        """Scroll to where the day begins, once for the days shown and each height."""
        if self._opened_at == self._week.first or self.viewport().height() < px(100):
            return
        self._opened_at = self._week.first
        begins = [minutes(item.entry.time) for day in self._week.shown for item in day.timed if item.entry.time is not None]
        first = week_layout.first_minute(begins)
        if self._week.column_of(self._days.today) >= 0:
            room = (self.viewport().height() - self._zero) * 60 // self._hour
            first = week_layout.first_with_now(first, minutes(self._days.now().time()), room)
        self.verticalScrollBar().setValue(round(first * self._hour / 60))

    def updateGeometries(self) -> None:
        """The scroll bar is about hours, whatever rows the table has."""
        kept = self.verticalScrollBar().value()
        super().updateGeometries()
        self._set_range()
        self.verticalScrollBar().setValue(kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._show_days()
        if event.oldSize().height() != event.size().height():
            self._opened_at = None
            self._open_hours()
        self._place_corner()

    def _place_corner(self) -> None:
        width, height = self.verticalHeader().width(), self.horizontalHeader().height()
        self._corner.setGeometry(self.width() - width if self.isRightToLeft() else 0, 0, width, height)
        self._corner.raise_()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours, another font, another direction: measure and paint anew."""
        super().changeEvent(event)
        kinds = QEvent.Type
        if event.type() in (kinds.FontChange, kinds.PaletteChange, kinds.StyleChange, kinds.LayoutDirectionChange):
            self._painter = None
            self._show_days()
            self._place_corner()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The lane stays where it is while hours move, so everything is painted anew."""
        del dx, dy
        self.viewport().update()
        self.verticalHeader().viewport().update()

    # Where entries stand

    def spots(self) -> list[Spot]:
        """Where the entries of all days stand in the viewport."""
        return self._places().spots()

    def _places(self) -> Places:
        return Places(
            shown=self._week.shown,
            columns=self._columns,
            spans=[self._span(column) for column in range(len(self._columns))],
            lanes=self._lanes,
            hour=self._hour,
            y=self._y,
            right_to_left=self.isRightToLeft(),
        )

    def _span(self, column: int) -> tuple[int, int]:
        """Left end and width of a day in the viewport, without the line at its end."""
        return self.columnViewportPosition(column) + (1 if self.isRightToLeft() else 0), self._columns[column].width - 1

    def visualRect(self, index: Index) -> QRect:
        """Where the entry of that index is painted; the head of the hours for a day without entries."""
        if not index.isValid() or index.column() >= len(self._columns):
            return QRect()
        places = self._places()
        for spot in (*places.lane_spots(index.column()), *places.timed_spots(index.column())):
            if spot.row == index.row() or (spot.item is None and spot.row <= index.row() < spot.row + spot.more):
                return spot.rect
        left, width = self._span(index.column())
        return QRect(left, 0, width, self._lane) if index.row() == 0 else QRect()

    def indexAt(self, at: QPoint) -> QModelIndex:
        """The index of the entry there; of the day's first where there is none."""
        spot = self._spot_at(at)
        column = self._column_at(at.x())
        return self._week.index(spot.row if spot is not None else 0, column) if column >= 0 else QModelIndex()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        """Bring an interview's hours into view; nothing else moves."""
        del hint
        item = self._week.item(index)
        if item is None or item not in self._week.shown[index.column()].timed or not self.isVisible():
            return
        rect, top, bar = self.visualRect(index), self._lane, self.verticalScrollBar()
        if rect.top() < top:
            bar.setValue(bar.value() - (top - rect.top()) - px(8))
        elif rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + min(rect.bottom() - self.viewport().height() + px(8), rect.top() - top))

    def _spot_at(self, at: QPoint) -> Spot | None:
        in_lane = at.y() < self._lane
        found = [spot for spot in self.spots() if spot.timed is not in_lane and spot.rect.contains(at)]
        return found[-1] if found else None

    def _column_at(self, x: int) -> int:
        return next((at for at in range(len(self._columns)) if 0 <= x - self._span(at)[0] <= self._span(at)[1]), -1)

    # Painting

    def _painting(self) -> WeekPainter:
        if self._painter is None:
            self._painter = WeekPainter(right_to_left=self.isRightToLeft())
        return self._painter

    def _paint_head(self, painter: QPainter, rect: QRect, section: int) -> None:
        day = self._week.shown[section]
        strip = section < len(self._columns) and self._columns[section].is_strip
        self._painting().paint_head(painter, rect, day, self._days.today, chosen=day.day == self._day, strip=strip)

    def _paint_gutter(self, painter: QPainter, rect: QRect) -> None:
        painting, lane = self._painting(), self._lane
        painter.fillRect(rect, tone("sheet"))
        hour_room = QFontMetrics(look.font("small")).height()
        now = minutes(self._days.now().time()) if self._week.column_of(self._days.today) >= 0 else None
        painter.setClipRect(rect.adjusted(0, lane - px(2), 0, 0))
        for hour in range(HOURS):
            y = self._y(hour * 60)
            if now is None or abs(self._y(now) - y) >= hour_room - px(2):
                where = QRect(rect.x() + px(4), y - hour_room // 2, rect.width() - px(12), hour_room)
                painting.paint_hour(painter, where, time_words(time(hour)))
        if now is not None:
            painting.paint_now_disc(painter, rect.left() - 1 if self.isRightToLeft() else rect.right() + 1, self._y(now))
            where = QRect(rect.x(), self._y(now) - hour_room // 2, rect.width() - px(9), hour_room)
            painting.paint_hour(painter, where, time_words(self._days.now().time()), is_now=True)
        painter.setClipping(False)
        painter.fillRect(rect.x(), rect.y(), rect.width(), lane, tone("sheet"))
        painting.paint_any_time(painter, rect.adjusted(px(8), px(6), -px(4), lane - rect.height()))
        painter.fillRect(rect.x(), lane - 1, rect.width(), 1, tone("line"))
        edge = rect.left() if self.isRightToLeft() else rect.right()
        painter.fillRect(edge, rect.top(), 1, rect.height(), tone("line"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint hours and entries, the lane over them, and what is being dragged over all."""
        del event
        with QPainter(self.viewport()) as painter:
            lane, rect = self._lane, self.viewport().rect()
            self._paint_ground(painter, rect)
            painter.setClipRect(rect.adjusted(0, lane, 0, 0))
            self._paint_hours(painter, rect)
            painter.setClipping(False)
            painter.fillRect(0, lane - 1, rect.width(), 1, tone("line"))
            self._paint_lane(painter, lane)
            self._paint_focus(painter)
            if self._drag is not None:
                self._paint_drag(painter, self._drag)

    def _paint_ground(self, painter: QPainter, rect: QRect) -> None:
        target = self._drag.day if self._drag is not None else None
        for at, day in enumerate(self._week.shown):
            left, width = self._span(at)
            colour = "ink_wash" if day.day == target and target != self._drag_origin() else "weekend" if day.weekend else "sheet"
            painter.fillRect(left, 0, width, rect.height(), tone(colour))
            edge = left - 1 if self.isRightToLeft() else left + width
            painter.fillRect(edge, 0, 1, rect.height(), tone("line"))

    def _drag_origin(self) -> date | None:
        return self._drag.item.entry.day if self._drag is not None else None

    def _paint_hours(self, painter: QPainter, rect: QRect) -> None:
        for hour in range(HOURS + 1):
            painter.fillRect(0, self._y(hour * 60), rect.width(), 1, tone("line"))
        painting, today, places = self._painting(), self._days.today, self._places()
        for at, day in enumerate(self._week.shown):
            left, width = self._span(at)
            for calling in callings(day.items):
                top, bottom = self._y(minutes(calling.start)), self._y(minutes(calling.end))
                gap = px(week_layout.BLOCK_GAP)
                painting.paint_calling(painter, QRect(left + gap, top + 1, width - 2 * gap, bottom - top - 1), calling)
            for spot in places.timed_spots(at):
                if spot.item is not None and not self._is_dragged(spot.item):
                    painting.paint_block(painter, spot.rect, spot.item, today)
            for item in day.lane:
                if item.entry.kind is Kind.CARD and item.entry.time is not None and not self._columns[at].is_strip:
                    painting.paint_post_by(painter, QRect(left, self._y(minutes(item.entry.time)), width, 1), item, today)
            if day.day == today:
                painting.paint_now(painter, QRect(left, self._y(minutes(self._days.now().time())), width, 1))

    def _paint_lane(self, painter: QPainter, lane: int) -> None:
        painting, today, places = self._painting(), self._days.today, self._places()
        for at, day in enumerate(self._week.shown):
            left, width = self._span(at)
            painting.paint_ribbon(painter, QRect(left, 0, width, lane), day)
            for spot in places.lane_spots(at):
                if spot.item is None:
                    painting.paint_more(painter, spot.rect, spot.more)
                elif not self._is_dragged(spot.item):
                    painting.paint_in_lane(painter, spot.rect, spot.item, today, strip=self._columns[at].is_strip)

    def _is_dragged(self, item: Item) -> bool:
        return self._drag is not None and self._drag.item == item

    def _paint_focus(self, painter: QPainter) -> None:
        if self.hasFocus() and self._by_key:
            rect = self.visualRect(self.currentIndex())
            if not rect.isEmpty():
                box(painter, rect.adjusted(-1, -1, 1, 1), px(measures.RADIUS_SMALL) + 1, None, tone("ink"), px(2))

    def _paint_drag(self, painter: QPainter, drag: _Drag) -> None:
        """The entry follows at its own size; an interview snaps to the quarters of an hour and says when it would begin."""
        painting = self._painting()
        rect = QRect(drag.at - drag.grip, drag.spot.rect.size())
        if drag.minute is not None:
            rect.moveTop(self._y(drag.minute) + 1)
            painting.paint_block(painter, rect, drag.item, self._days.today)
            words = time_words(week_layout.moment(drag.minute))
            font = look.font("small", 600)
            where = QRect(0, 0, QFontMetrics(font).horizontalAdvance(words) + px(10), QFontMetrics(font).height() + px(4))
            where.moveBottomLeft(rect.topLeft() - QPoint(0, px(2)))
            box(painter, where, px(measures.RADIUS_SMALL), tone("ink"))
            painter.setFont(font)
            painter.setPen(tone("on_ink"))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, words)
        else:
            painting.paint_in_lane(painter, rect, drag.item, self._days.today, strip=False)
        box(painter, rect, px(measures.RADIUS_SMALL), None, tone("ink"))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the day and the entry, with Ctrl they move the entry itself; Home is today; Enter opens."""
        self._by_key = True
        key = Qt.Key(event.key())
        if self._drag is not None and key == Qt.Key.Key_Escape:
            self._drag = None
            self.viewport().update()
            return
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if held == Qt.KeyboardModifier.ControlModifier and key in {**across, **down}:
            self._nudge(across.get(key, 0) * self._mirror(), down.get(key, 0))
        elif held != Qt.KeyboardModifier.NoModifier:
            event.ignore()
        elif key in across:
            self.choose(self._day + timedelta(days=across[key] * self._mirror()))
        elif key in down:
            self._walk_day(down[key])
        elif key == Qt.Key.Key_Home:
            self.choose(self._days.today)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open_current()
        else:
            event.ignore()
        self.viewport().update()

    def _mirror(self) -> int:
        return -1 if self.isRightToLeft() else 1

    def _walk_day(self, step: int) -> None:
        """To the day's next entry; beyond the last one the hours scroll."""
        index = self.currentIndex()
        row = index.row() + step
        if index.isValid() and 0 <= row < len(self._week.shown[index.column()].items):
            self.setCurrentIndex(self._week.index(row, index.column()))
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + step * self._hour)

    def _open_current(self) -> None:
        item, rect = self._week.item(self.currentIndex()), self.visualRect(self.currentIndex())
        counted = any(
            spot.item is None and spot.rect == rect for spot in self._places().lane_spots(max(0, self.currentIndex().column()))
        )
        if item is None or counted:
            self.day_opened.emit(self._day)
        else:
            self.opened.emit(item.entry.opens)

    def _nudge(self, days: int, steps: int) -> None:
        """Move the current entry by a day, an interview also by a quarter of an hour."""
        item = self._week.item(self.currentIndex())
        if item is None or not movable(item):
            return
        day, begins = item.entry.day + timedelta(days=days), item.entry.time
        timed = item.entry.kind is Kind.INTERVIEW and begins is not None
        if timed and begins is not None:
            minute = minutes(begins) + steps * week_layout.STEP_MINUTES
            if 0 <= minute < week_layout.DAY_MINUTES:
                self._drop(item, day, week_layout.moment(minute))
        elif days:
            self._drop(item, day, None)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks through the entries of the days shown, and leaves after the last."""
        order = [(at, row) for at, day in enumerate(self._week.shown) for row in range(len(day.items))]
        here = (self.currentIndex().column(), self.currentIndex().row())
        later = [each for each in order if each > here] if forward else [each for each in reversed(order) if each < here]
        if not later or not self.hasFocus():
            return super().focusNextPrevChild(forward)
        self._by_key = True
        column, row = later[0]
        self._choose_quietly(self._week.shown[column].day, row)
        return True

    def _choose_quietly(self, day: date, row: int) -> None:
        """Choose a day that is shown, and an entry of it."""
        changed = day != self._day
        self._day = day
        self._sync_current(row)
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        if changed:
            self.day_chosen.emit(day)

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day and the entry under the mouse; a press on an entry may become a drag."""
        self._by_key = False
        at = event.position().toPoint()
        column, spot = self._column_at(at.x()), self._spot_at(at)
        if event.button() != Qt.MouseButton.LeftButton or column < 0:
            event.ignore()
            return
        self._pressed = (at, spot) if spot is not None and spot.item is not None and movable(spot.item) else None
        self._choose_quietly(self._week.shown[column].day, spot.row if spot is not None else 0)
        if spot is not None and spot.item is None:
            self.day_opened.emit(self._day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the pressed entry along: over days, and an interview over hours in steps of 15 minutes."""
        at = event.position().toPoint()
        if self._drag is None and self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            start, spot = self._pressed
            if (at - start).manhattanLength() >= QApplication.startDragDistance() and spot.item is not None:
                begins = minutes(spot.item.entry.time) if spot.timed and spot.item.entry.time is not None else None
                self._drag = _Drag(spot, spot.item, start - spot.rect.topLeft(), at, spot.item.entry.day, begins)
        if self._drag is not None:
            self._drag.at = at
            column = self._column_at(at.x())
            self._drag.day = self._week.shown[column].day if column >= 0 else self._drag.item.entry.day
            if self._drag.minute is not None:
                self._drag.minute = week_layout.stepped(self._minute_at((at - self._drag.grip).y()))
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop a dragged entry on the day and hour under the mouse."""
        drag, self._drag, self._pressed = self._drag, None, None
        if drag is not None:
            self.viewport().update()
            self._drop(drag.item, drag.day, week_layout.moment(drag.minute) if drag.minute is not None else None)
        event.accept()

    def _drop(self, item: Item, day: date, begins: time | None) -> None:
        if day == item.entry.day and begins in (None, item.entry.time):
            return
        self.choose(day)
        self.moved.emit(item, day, begins)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the entry under the mouse, or wish for an interview at a free hour."""
        at = event.position().toPoint()
        spot, column = self._spot_at(at), self._column_at(at.x())
        if event.button() != Qt.MouseButton.LeftButton or column < 0:
            event.ignore()
        elif spot is not None and spot.item is not None:
            self.opened.emit(spot.item.entry.opens)
        elif spot is None:
            day = self._week.shown[column].day
            minute = int(self._minute_at(at.y())) // 30 * 30
            in_hours = at.y() >= self._lane and 0 <= minute < week_layout.DAY_MINUTES
            self.new_wanted.emit(datetime.combine(day, week_layout.moment(minute)) if in_hours else day)

    def viewportEvent(self, event: QEvent) -> bool:
        """The mouse rests: the whole words of what is under it are shown."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words, rect = self.tip_at(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), tooltip(words), self.viewport(), rect)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def tip_at(self, at: QPoint) -> tuple[str, QRect]:
        """The whole words of what is painted there, and where they hold: an entry, those only counted, the quiet days."""
        spot, column = self._spot_at(at), self._column_at(at.x())
        if column < 0:
            return "", QRect()
        day = self._week.shown[column]
        if spot is not None:
            items = (spot.item,) if spot.item is not None else day.lane[spot.row :]
            return "\n".join(sentence(item, self._days.today) for item in items), spot.rect
        if day.ribbon is not None and at.y() < px(week_layout.LANE):
            left, width = self._span(column)
            words = translate("Month", "Quiet days: {0}. No question yet.").format(", ".join(day.ribbon.names))
            return words, QRect(left, 0, width, px(week_layout.LANE))
        return "", QRect()


def callings(items: tuple[Item, ...]) -> list[Calling]:
    """Good hours to ring those who are best asked on that day and have a telephone (E18)."""
    found = []
    for item in items:
        person = item.case.person(item.entry.person)
        if item.entry.kind is Kind.BEST and not item.entry.done and person is not None and person.phone:
            found.append(Calling(shown(item.case.interview.company), *etiquette.calling_hours()))
    return found
