"""The painting of a week: hours, interviews at their hours, hours to call in, the time it is, the lane of any time.

Every function paints into rectangles of the viewport; where things stand is decided in `week` and `week_layout`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from followup_desktop.ui import look
from followup_desktop.ui.days import Item
from followup_desktop.ui.entry_words import brief, brief_in_lane, mark, people_words, there_words
from followup_desktop.ui.language import span_words, time_words, weekday_words
from followup_desktop.ui.look import px, tone
from followup_desktop.ui.month_cells import DISC, CellPainter, State, paint_icon, paint_shape
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.painting import box, disc, line_width
from followup_desktop.ui.week_model import Day

BLOCK_LEAD = 11
BLOCK_TOP = 5
NOW_DISC = 10
RULE = 2
"""Thickness of the line of now and of a time to post by."""
WORDS_BELOW = 20
"""Height of the words below a time to post by."""
NARROW_HEAD = 92
"""Below this width a day's head does not say that it is today."""

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Calling:
    """Good hours to ring somebody on a day (E18)."""

    company: str
    start: time
    end: time


class WeekPainter:
    """Paints a week in the colours and the font now in force; made anew when either changes. Caches elided words."""

    def __init__(self, *, right_to_left: bool) -> None:
        self.cells = CellPainter()
        self._state = State(right_to_left=right_to_left)
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        self._line = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._fonts = {weight: look.font("caption", weight) for weight in (400, 500, 600)}
        self._number = {weight: look.font("body", weight) for weight in (600, 700)}
        self._small = {weight: look.font("small", weight) for weight in (400, 600)}
        self._elided: dict[tuple[str, int, int], str] = {}

    def _fit(self, words: str, room: int, font: QFont) -> str:
        key = (words, room, id(font))
        if key not in self._elided:
            self._elided[key] = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        return self._elided[key]

    def _draw(self, painter: QPainter, rect: QRect, words: str, font: QFont, colour: str) -> None:
        """One line of words, elided to `rect`."""
        painter.setFont(font)
        painter.setPen(tone(colour))
        painter.drawText(rect, self._line | Qt.TextFlag.TextSingleLine, self._fit(words, rect.width(), font))

    # The head and the gutter

    def paint_head(self, painter: QPainter, rect: QRect, day: Day, today: date, *, chosen: bool, strip: bool) -> None:
        """A day's name and number; today's stands on a disc, the chosen one's on a line of ink."""
        right_to_left = self._state.right_to_left
        painter.fillRect(rect, tone("weekend" if day.weekend else "sheet"))
        name, number = weekday_words(day.day), str(day.day.day)
        name_font, is_today = self._fonts[500], day.day == today
        number_font = self._number[700 if is_today else 600]
        if strip:
            half = rect.height() // 2
            top = QRect(rect.x(), rect.y() + px(4), rect.width(), half - px(4))
            painter.setFont(self._small[400])
            painter.setPen(tone("text2"))
            painter.drawText(top, Qt.AlignmentFlag.AlignCenter, name[:1])
            self._paint_number(painter, QRect(rect.x(), rect.y() + half - px(3), rect.width(), half - px(3)), number, is_today)
        else:
            at, width = px(10), QFontMetrics(name_font).horizontalAdvance(name)
            for words, font, room in ((name, name_font, width), (number, number_font, px(DISC))):
                where = QRect(rect.x() + at, rect.y(), room + 1, rect.height())
                if right_to_left:
                    where.moveLeft(rect.right() - at - room)
                if words is number:
                    self._paint_number(painter, where, number, is_today)
                else:
                    self._draw(painter, where, words, font, "text2")
                at += room + px(8)
            if is_today and rect.width() >= px(NARROW_HEAD) + width:
                where = QRect(rect.x() + at, rect.y(), rect.width() - at - px(4), rect.height())
                if right_to_left:
                    where.moveLeft(rect.x() + px(4))
                self._draw(painter, where, translate("Week", "Today"), self._fonts[400], "text")
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, tone("line"))
        if chosen:
            painter.fillRect(rect.x(), rect.bottom() - px(RULE) + 1, rect.width(), px(RULE), tone("ink"))
        edge = rect.left() if right_to_left else rect.right()
        painter.fillRect(edge, rect.top(), 1, rect.height(), tone("line"))

    def _paint_number(self, painter: QPainter, rect: QRect, number: str, is_today: bool) -> None:
        if is_today:
            circle = QRect(0, 0, px(DISC), px(DISC))
            circle.moveCenter(rect.center())
            box(painter, circle, circle.width() / 2, tone("ink"))
        painter.setFont(self._number[700 if is_today else 600])
        painter.setPen(tone("on_ink" if is_today else "text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, number)

    def paint_hour(self, painter: QPainter, rect: QRect, words: str, *, is_now: bool = False) -> None:
        """An hour beside its line, or the time it is."""
        painter.setFont(self._small[600 if is_now else 400])
        painter.setPen(tone("ink" if is_now else "text2"))
        side = Qt.AlignmentFlag.AlignLeft if self._state.right_to_left else Qt.AlignmentFlag.AlignRight
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, words)

    def paint_any_time(self, painter: QPainter, rect: QRect) -> None:
        """What the lane without hours is called, in two lines."""
        painter.setFont(self._small[400])
        painter.setPen(tone("text2"))
        side = Qt.AlignmentFlag.AlignRight if self._state.right_to_left else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextWordWrap
        painter.drawText(rect, flags, translate("Week", "Any time"))

    # What stands at its hours

    def paint_calling(self, painter: QPainter, rect: QRect, calling: Calling) -> None:
        """Good hours to ring: a dashed box with whom, behind everything else."""
        pen = QPen(tone("ink_line"), line_width())
        pen.setDashPattern([3, 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(tone("sheet"))
        radius = px(measures.RADIUS_SMALL)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.restore()
        inner = rect.adjusted(px(9), px(6), -px(6), -px(4))
        words = translate("Week", "Good hours to ring {0}").format(calling.company)
        font = self._fonts[400]
        metrics = QFontMetrics(font)
        wrapped = metrics.boundingRect(QRect(0, 0, inner.width(), 10_000), Qt.TextFlag.TextWordWrap, words)
        high = min(wrapped.height(), inner.height() - metrics.height())
        painter.setFont(font)
        painter.setPen(tone("ink"))
        side = Qt.AlignmentFlag.AlignRight if self._state.right_to_left else Qt.AlignmentFlag.AlignLeft
        top = side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextWordWrap
        painter.drawText(QRect(inner.x(), inner.y(), inner.width(), high), top, words)
        below = QRect(inner.x(), inner.y() + high + px(1), inner.width(), metrics.height())
        self._draw(painter, below, span_words(calling.start, calling.end), font, "text2")

    def paint_block(self, painter: QPainter, rect: QRect, item: Item, today: date) -> None:
        """An interview at its hours: company, when, its time there where that is another one, how many people."""
        drawn = mark(item, today)
        if not drawn.fill:
            box(painter, rect, px(measures.RADIUS_SMALL), tone("sheet"), tone("line"))
        paint_shape(painter, rect, drawn, right_to_left=self._state.right_to_left)
        lead = px(BLOCK_LEAD)
        inner = rect.adjusted(px(4), 0, -lead, 0) if self._state.right_to_left else rect.adjusted(lead, 0, -px(4), 0)
        step = QFontMetrics(self._fonts[400]).height() + px(1)
        room = max(1, (rect.height() - px(2)) // step)
        lines = self._lines(item, today, inner.width(), room)[:room]
        top = rect.y() + (px(BLOCK_TOP) if len(lines) * step + 2 * px(BLOCK_TOP) <= rect.height() + px(3) else px(1))
        if len(lines) == 1:
            top = rect.y() + max(0, min(px(BLOCK_TOP), (rect.height() - step) // 2))
        for number, (words, weight, colour) in enumerate(lines):
            where = QRect(inner.x(), top + number * step, inner.width(), step)
            self._draw(painter, where, words, self._fonts[weight], colour)

    def _lines(self, item: Item, today: date, width: int, room: int) -> list[tuple[str, int, str]]:
        """Company, when, when it is there, who: where two lines must do, the time there stands before the one here."""
        entry, there = item.entry, there_words(item)
        assert entry.time is not None
        colour = "text" if mark(item, today).fill else "text2"
        when = span_words(entry.time, entry.until) if entry.until is not None else time_words(entry.time)
        if QFontMetrics(self._fonts[400]).horizontalAdvance(when) > width:
            when = time_words(entry.time)
        lines = [(brief_in_lane(item, today), 600, colour), (when, 400, colour)]
        lines += [(words, 400, "text2") for words in (there, people_words(item)) if words]
        return [lines[0], lines[2], lines[1], *lines[3:]] if there and room < 3 else lines  # noqa: PLR2004  (all three fit)

    def paint_post_by(self, painter: QPainter, rect: QRect, item: Item, today: date) -> None:
        """A line at the time to post by, its words below."""
        painter.fillRect(rect.x(), rect.y() - px(1), rect.width(), px(RULE), tone("stamp_mark"))
        words = QRect(rect.x() + px(3), rect.y() + px(2), rect.width() - px(6), px(WORDS_BELOW))
        self._paint_line(painter, words, item, today)

    def _paint_line(self, painter: QPainter, rect: QRect, item: Item, today: date) -> None:
        """Icon and words without a ground."""
        drawn, right_to_left = mark(item, today), self._state.right_to_left
        icon = px(14)
        left = rect.right() - icon - px(3) if right_to_left else rect.x() + px(4)
        painter.drawPixmap(left, rect.y() + (rect.height() - icon) // 2, look.pixmap(drawn.icon, drawn.words, 14))
        where = rect.adjusted(px(2), 0, -px(20), 0) if right_to_left else rect.adjusted(px(20), 0, -px(2), 0)
        self._draw(painter, where, brief_in_lane(item, today), self._fonts[drawn.weight], drawn.words)

    def paint_now(self, painter: QPainter, line: QRect) -> None:
        """The line of now over today."""
        painter.fillRect(line.x(), line.y() - px(1), line.width(), px(RULE), tone("ink"))
        self.paint_now_disc(painter, line.right() + 1 if self._state.right_to_left else line.x(), line.y())

    def paint_now_disc(self, painter: QPainter, x: int, y: int) -> None:
        """The disc at the beginning of that line; half of it stands in the gutter."""
        disc(painter, QPointF(x, y), px(NOW_DISC), tone("ink"), None, 0)

    # The lane

    def paint_in_lane(self, painter: QPainter, rect: QRect, item: Item, today: date, *, strip: bool) -> None:
        """An entry of the lane of any time."""
        if strip:
            side = min(rect.width(), rect.height())
            square = QRect(rect.x() + (rect.width() - side) // 2, rect.y(), side, rect.height())
            paint_icon(painter, square, mark(item, today))
            return
        words = brief_in_lane(item, today)
        if QFontMetrics(self._fonts[mark(item, today).weight]).horizontalAdvance(words) > rect.width() - px(28):
            words = brief(item, today)[1]
        self.cells.paint_words(painter, rect, item, today, words, right_to_left=self._state.right_to_left)

    def paint_more(self, painter: QPainter, rect: QRect, count: int) -> None:
        """That there are so many more."""
        words = translate("Month", "{0} more").format(count)
        self._draw(painter, rect.adjusted(px(6), 0, -px(6), 0), words, self._fonts[400], "text2")

    def paint_ribbon(self, painter: QPainter, rect: QRect, day: Day) -> None:
        """The quiet days of one column, at the top of the lane."""
        if day.ribbon is not None:
            self.cells.paint_lane_ribbon(painter, rect, day.ribbon, self._state)
