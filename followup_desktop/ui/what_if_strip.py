"""The weeks of a what-if, painted: a row a week, quiet days hatched, the days that matter with their signs."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from followup_desktop.core.what_if import Sign, WhatIf
from followup_desktop.ui.language import day_words, initial_words, said, short_day_words
from followup_desktop.ui.look import font, hatch_brush, pixmap, px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.label import tooltip
from followup_desktop.ui.parts.painting import box, disc, hairline
from followup_desktop.ui.parts.promise_line import paint_dot

ROW, HEAD, GAP, BREAK = 30, 18, 3, 16
"""Heights in design pixels: of a week, of the initials above, between two weeks, where weeks are left out."""
CELL_LEAST, CELL_MOST = 34, 80
NARROW = 52
SIGN, NUMBER = 14, 20
FRIDAY = 4
_DOTS = frozenset({Sign.INTERVIEW, Sign.THEIRS, Sign.FLOOR, Sign.BEST})
_ICONS = {Sign.CARDS: ("card", "stamp_mark"), Sign.AGAIN: ("ask", "ink"), Sign.SILENT: ("close", "text2")}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


def paint_sign(painter: QPainter, centre: QPointF, sign: Sign) -> None:
    """Paint the sign of a day that matters: the dots of the promise line, and an icon for what it does not know."""
    if sign in _DOTS:
        paint_dot(painter, centre, sign.value)
        return
    icon, role = _ICONS[sign]
    side = px(SIGN)
    painter.drawPixmap(QRect(round(centre.x() - side / 2), round(centre.y() - side / 2), side, side), pixmap(icon, role, SIGN))


class SignPicture(QWidget):
    """One sign, beside the words that say what it is."""

    def __init__(self, sign: Sign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setFixedSize(px(SIGN + 4), max(px(SIGN + 4), QFontMetrics(font("body")).height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the middle."""
        del event
        with QPainter(self) as painter:
            paint_sign(painter, QPointF(self.rect().center()) + QPointF(0.5, 0.5), self._sign)


class WeekStrip(QWidget):
    """Shows a `WhatIf`. The arrow keys go from day to day; `day_chosen` tells which, for its words to be shown."""

    day_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: WhatIf | None = None
        self._today = date.min
        self.day: date | None = None
        """The day that the keyboard is on."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The coming weeks"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, found: WhatIf, today: date) -> None:
        """Show these weeks."""
        self._found, self._today = found, today
        if self.day not in found.weeks.days:
            self.day = None
        told = [self.tr("{0}: {1}.").format(day_words(mark.day, today), said(mark.words, today)) for mark in found.marks]
        if found.quiet is not None:
            first, last = (day_words(day, today) for day in found.quiet)
            told.append(self.tr("Quiet from {0} to {1}.").format(first, last))
        self.setAccessibleDescription(" ".join(told))
        self.updateGeometry()
        self.update()

    def words_of(self, day: date) -> str:
        """The day with all that is to be said of it."""
        told = [said(words, self._today) for words in self._found.on(day)] if self._found is not None else []
        name = day_words(day, self._today)
        return self.tr("{0}: {1}").format(name, ". ".join(told)) if told else name

    # Lengths

    def _is_narrow(self) -> bool:
        """True where a sign has no room beside its number: it stands below."""
        return self._cell() < px(NARROW)

    def _is_closed(self, day: date) -> bool:
        return day.weekday() > FRIDAY or (self._found is not None and day in self._found.holidays)

    def _row(self) -> int:
        if self._is_narrow():
            return px(NUMBER + SIGN + 10)
        return max(px(ROW), QFontMetrics(font("caption")).height() + px(measures.WORDS_ROOM))

    def _head(self) -> int:
        return max(px(HEAD), QFontMetrics(font("small")).height() + px(4))

    def _gutter(self) -> int:
        weeks = self._found.weeks.firsts if self._found is not None else ()
        metrics = QFontMetrics(font("small"))
        return max((metrics.horizontalAdvance(short_day_words(first)) for first in weeks), default=0) + px(10)

    def _cell(self) -> float:
        return min(px(CELL_MOST), (self.width() - self._gutter() - px(measures.RING_ROOM)) / 7)

    def _tops(self) -> list[int]:
        """The upper edge of each week."""
        weeks = self._found.weeks if self._found is not None else None
        tops, top = [], self._head()
        for at in range(len(weeks.firsts) if weeks is not None else 0):
            top += px(BREAK) if weeks is not None and at in weeks.gaps else 0
            tops.append(top)
            top += self._row() + px(GAP)
        return tops

    def place(self, day: date) -> QRectF:
        """Where that day is painted; an empty place for one that is not shown."""
        days = self._found.weeks.days if self._found is not None else ()
        if day not in days:
            return QRectF()
        week, at = divmod(days.index(day), 7)
        wide = self._cell()
        return QRectF(self._gutter() + at * wide, self._tops()[week], wide, self._row())

    def sizeHint(self) -> QSize:
        """All its weeks, with cells of a middle size."""
        tops = self._tops()
        high = tops[-1] + self._row() + px(measures.RING_ROOM) if tops else 0
        return QSize(self._gutter() + 7 * px(CELL_MOST), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow weeks are higher."""
        super().resizeEvent(event)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Cells as narrow as a number and a sign."""
        return QSize(self._gutter() + 7 * px(CELL_LEAST), self.sizeHint().height())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the initials, then week by week."""
        del event
        if self._found is None:
            return
        with QPainter(self) as painter:
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            painter.setFont(font("small"))
            painter.setPen(tone("text2"))
            for day in self._found.weeks.days[:7]:
                place = self.place(day)
                painter.drawText(QRectF(place.left(), 0, place.width(), self._head()), 0x84, initial_words(day))
            for at, first in enumerate(self._found.weeks.firsts):
                self._paint_week(painter, at, first)
            if self.day is not None and self.hasFocus():
                box(painter, self.place(self.day), px(measures.RADIUS_SMALL), None, tone("ink"), px(measures.RING_WIDTH))

    def _paint_week(self, painter: QPainter, at: int, first: date) -> None:
        assert self._found is not None
        days = self._found.weeks.days[at * 7 : at * 7 + 7]
        place = self.place(first)
        row = QRectF(place.left(), place.top(), 7 * place.width(), place.height())
        if at in self._found.weeks.gaps:
            for step in (-1, 0, 1):
                centre = QPointF(row.center().x() + step * px(10), row.top() - px(BREAK + GAP) / 2)
                disc(painter, centre, px(3), tone("field_line"), None, 0)
        painter.setFont(font("small"))
        painter.setPen(tone("text2"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, row.top(), row.left(), row.height()), int(left), short_day_words(first))
        box(painter, row, px(measures.RADIUS_SMALL), tone("sheet"), tone("line"))
        for day in days:
            self._paint_ground(painter, day)
        box(painter, row, px(measures.RADIUS_SMALL), None, tone("line_strong"))
        for day in days:
            self._paint_day(painter, day)

    def _paint_ground(self, painter: QPainter, day: date) -> None:
        """Hatched where it is quiet, the weekend's ground where offices are closed."""
        assert self._found is not None
        edge = px(measures.LINE)
        inner = self.place(day).adjusted(edge, edge, 0, -edge)
        if self._is_closed(day):
            painter.fillRect(inner, tone("hover"))
        if self._found.quiet is not None and self._found.quiet[0] <= day <= self._found.quiet[1]:
            painter.fillRect(inner, hatch_brush())
        if self.place(day).left() > self._gutter() + edge:
            hairline(painter, self.place(day).topLeft(), self.place(day).height(), upright=True)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        assert self._found is not None
        place, marks = self.place(day), [mark for mark in self._found.marks if mark.day == day]
        side, narrow = px(NUMBER), self._is_narrow()
        number = QRectF(place.left() + px(4), place.center().y() - side / 2, side, side)
        if narrow:
            number = QRectF(place.center().x() - side / 2, place.top() + px(3), side, side)
        quiet = self._found.quiet
        is_today, is_quiet = day == self._today, quiet is not None and quiet[0] <= day <= quiet[1]
        if is_today:
            box(painter, number, side / 2, tone("ink"))
        elif is_quiet:
            inner = number.adjusted(px(1), px(2), -px(1), -px(2))
            box(painter, inner, px(measures.RADIUS_SMALL), tone("hover" if self._is_closed(day) else "sheet"))
        weight = QFont.Weight.DemiBold if is_today or marks else QFont.Weight.Normal
        painter.setFont(font("caption", weight))
        painter.setPen(tone("on_ink" if is_today else "text" if marks else "text2"))
        painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), str(day.day))
        room = QRectF(number.right(), place.top(), place.right() - number.right() - px(3), place.height())
        if narrow:
            room = QRectF(place.left(), number.bottom(), place.width(), place.bottom() - number.bottom())
        step = min(px(SIGN + 2), room.width() / max(1, len(marks)))
        for at, mark in enumerate(marks):
            paint_sign(painter, room.center() + QPointF((at - (len(marks) - 1) / 2) * step, 0), mark.sign)

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day, by days and by weeks."""
        if self._found is None or event.key() not in _STEPS:
            super().keyPressEvent(event)
            return
        days = self._found.weeks.days
        at = days.index(self.day) + _STEPS[Qt.Key(event.key())] if self.day in days else 0
        self._choose(days[min(max(at, 0), len(days) - 1)])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to the first day that matters."""
        super().focusInEvent(event)
        if self.day is None and self._found is not None:
            self._choose(self._found.marks[0].day)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of the day under the mouse."""
        day = self._day_at(event.position().toPoint())
        if day is not None:
            self._choose(day)

    def event(self, event: QEvent) -> bool:
        """Tell of the day under the mouse in a tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(event.pos())
            QToolTip.showText(event.globalPos(), tooltip(self.words_of(day)) if day is not None else "", self)
            return True
        return super().event(event)

    def _day_at(self, at: QPoint) -> date | None:
        days = self._found.weeks.days if self._found is not None else ()
        return next((day for day in days if self.place(day).contains(QPointF(at))), None)

    def _choose(self, day: date) -> None:
        self.day = day
        self.update()
        self.day_chosen.emit(day)
