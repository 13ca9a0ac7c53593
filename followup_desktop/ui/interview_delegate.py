"""How a row of the interview list is painted: a heading, or an interview in two lines behind its ring of cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from followup_desktop.ui import look
from followup_desktop.ui.interview_rows import Heading, InterviewRows, Line, heading_words, step_mark, when_words
from followup_desktop.ui.language import said
from followup_desktop.ui.look import px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.painting import box, focus_ring
from followup_desktop.ui.parts.rings import paint_ring
from followup_desktop.ui.privacy import shown

if TYPE_CHECKING:
    from followup_desktop.ui.interview_list import RowsView

ROW = 54
ROW_COMPACT = 46
HEADING = 34
HEADING_COMPACT = 28
COMPACT = 256
"""Below this width (design pixels) rows are lower and margins smaller."""
SIDE = 12
SIDE_COMPACT = 8
LINE_GAP = 3
"""Between the two lines of a row."""
LEAST_ROLE = 44
"""A position is shown from that width on; where rows are compact, only whole."""

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints headings and lines; all lengths follow the font."""

    def __init__(self, rows: InterviewRows, parent: RowsView) -> None:
        super().__init__(parent)
        self._rows = rows
        self._view = parent
        self._measured_for: tuple[bool, int] | None = None
        self._measured = (0, 0)

    def _compact(self) -> bool:
        return self._view.viewport().width() < px(COMPACT)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line's height or a heading's; the width is the view's."""
        del option
        heading, line = self._heights()
        return QSize(0, heading if isinstance(self._rows.row(index), Heading) else line)

    def _heights(self) -> tuple[int, int]:
        """Heights of a heading and of a line; measured once for each font and width."""
        compact, size = self._compact(), look.font_px()
        if self._measured_for != (compact, size):
            self._measured_for = (compact, size)
            small = QFontMetrics(look.font("small", 600)).height()
            both = QFontMetrics(look.font("body", 600)).height() + QFontMetrics(look.font("caption")).height()
            self._measured = (
                max(px(HEADING_COMPACT if compact else HEADING), small + px(12)),
                max(px(ROW_COMPACT if compact else ROW), both + px(12)),
            )
        return self._measured

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = self._rows.row(index)
        painter.save()
        painter.setLayoutDirection(option.direction)
        if isinstance(row, Heading):
            self._paint_heading(painter, option, row)
        else:
            self._paint_line(painter, option, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Heading) -> None:
        rect, side = option.rect, px(SIDE)
        middle = rect.bottom() - px(12)
        font = look.font("small", 600)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        painter.setFont(font)
        left = rect.x() + side
        if row.folds:
            arrow = px(measures.ICON_SMALL)
            place = QStyle.visualRect(option.direction, rect, QRect(left, middle - arrow // 2, arrow, arrow))
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            if hovered or self._view.has_ring(option):
                area = rect.adjusted(px(4), px(4), -px(4), px(0))
                box(painter, area, px(measures.RADIUS), tone("hover") if hovered else None)
            painter.drawPixmap(place.topLeft(), look.pixmap(_fold_icon(row, option), "text2", measures.ICON_SMALL))
            left += px(20)
        words = heading_words(row)
        width = painter.fontMetrics().horizontalAdvance(words)
        height = painter.fontMetrics().height()
        painter.setPen(tone("text2"))
        where = QRect(left, middle - height // 2, width + px(2), height)
        _draw(painter, option, where, words)
        if row.folds:
            painter.setFont(look.font("small"))
            _draw(painter, option, QRect(left + width + px(6), where.y(), px(60), height), str(row.count))
            if self._view.has_ring(option):
                focus_ring(painter, rect.adjusted(px(4) + 4, px(4) + 4, -px(4) - 4, -4), px(measures.RADIUS) - 3, 0)

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        rect, compact = option.rect, self._compact()
        self._paint_ground(painter, option)
        side = px(SIDE_COMPACT if compact else SIDE)
        ring = px(measures.CARD_RING)
        circle = QRect(rect.x() + side, rect.y() + (rect.height() - ring) // 2, ring, ring)
        paint_ring(painter, QStyle.visualRect(option.direction, rect, circle), line.states, line.ring_icon)
        left, right = rect.x() + side + ring + px(8 if compact else 10), rect.right() + 1 - side
        first = QFontMetrics(look.font("body", 600)).height()
        second = QFontMetrics(look.font("caption")).height()
        top = rect.y() + (rect.height() - first - second - px(LINE_GAP)) // 2
        self._paint_first(painter, option, line, QRect(left, top, right - left, first))
        self._paint_second(painter, option, line, QRect(left, top + first + px(LINE_GAP), right - left, second))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        area, radius = option.rect, px(measures.RADIUS)
        if self._view.has_ring(option):
            width = px(measures.RING_WIDTH)
            box(painter, area, radius + 2, None, tone("ink"), width)
            area = area.adjusted(width + 1, width + 1, -width - 1, -width - 1)
        if selected:
            box(painter, area, radius, tone("ink_wash"), tone("ink_line"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, area, radius, tone("hover"))

    def _paint_first(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, area: QRect) -> None:
        """The company, its position where there is room, and when."""
        bold, caption = look.font("body", 600), look.font("caption")
        when = when_words(line, self._rows.now.date(), self._rows.now.tzinfo)
        small = QFontMetrics(caption)
        when_width = small.horizontalAdvance(when)
        painter.setFont(caption)
        painter.setPen(tone("text2"))
        _draw(painter, option, QRect(area.right() + 1 - when_width, area.y(), when_width + 1, area.height()), when)
        room = area.width() - when_width - px(11)
        company = QFontMetrics(bold).elidedText(shown(line.case.interview.company), Qt.TextElideMode.ElideRight, room)
        company_width = QFontMetrics(bold).horizontalAdvance(company)
        left_over = room - company_width - px(7)
        role = line.case.interview.role
        role_width = small.horizontalAdvance(role)
        if role and left_over >= (role_width if self._compact() else min(px(LEAST_ROLE), role_width)):
            fitted = small.elidedText(role, Qt.TextElideMode.ElideRight, left_over)
            _draw(painter, option, QRect(area.x() + company_width + px(7), area.y(), left_over + 1, area.height()), fitted)
        painter.setFont(bold)
        painter.setPen(tone("text"))
        _draw(painter, option, QRect(area.x(), area.y(), company_width + 1, area.height()), company)

    def _paint_second(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, area: QRect) -> None:
        """The next step: its icon and its words, in the colour of what it is."""
        step = self._rows.step(line)
        icon, token = step_mark(step)
        side = px(measures.ICON_SMALL)
        place = QRect(area.x(), area.y() + (area.height() - side) // 2, side, side)
        painter.drawPixmap(
            QStyle.visualRect(option.direction, option.rect, place).topLeft(), look.pixmap(icon, token, measures.ICON_SMALL)
        )
        caption = look.font("caption")
        words = shown(said(step.short, self._rows.now.date()))
        room = area.width() - side - px(4)
        painter.setFont(caption)
        painter.setPen(tone(token))
        fitted = QFontMetrics(caption).elidedText(words, Qt.TextElideMode.ElideRight, room)
        _draw(painter, option, QRect(area.x() + side + px(4), area.y(), room + 1, area.height()), fitted)

    def is_cut(self, index: Index) -> bool:
        """True where the row's width cuts some of its words."""
        row = self._rows.row(index)
        if isinstance(row, Heading):
            return False
        caption, bold = QFontMetrics(look.font("caption")), QFontMetrics(look.font("body", 600))
        side = px(SIDE_COMPACT if self._compact() else SIDE)
        room = self._view.viewport().width() - 2 * side - px(measures.CARD_RING) - px(10)
        first = bold.horizontalAdvance(shown(row.case.interview.company)) + caption.horizontalAdvance(row.case.interview.role)
        first += caption.horizontalAdvance(when_words(row, self._rows.now.date(), self._rows.now.tzinfo)) + px(18)
        second = caption.horizontalAdvance(shown(said(self._rows.step(row).short, self._rows.now.date()))) + px(18)
        return max(first, second) > room


def _fold_icon(row: Heading, option: QStyleOptionViewItem) -> str:
    if not row.folded:
        return "down"
    return "back" if option.direction == Qt.LayoutDirection.RightToLeft else "forward"


def _draw(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, words: str) -> None:
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    place = QStyle.visualRect(option.direction, option.rect, rect)
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
    painter.drawText(place, flags, words)
