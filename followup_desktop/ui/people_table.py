"""The people table: a head to sort by, rows in groups, and what stands there while there is nobody to show."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from followup_desktop.ui import look
from followup_desktop.ui.look import px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.avatar import paint_avatar
from followup_desktop.ui.parts.button import button, set_icon
from followup_desktop.ui.parts.label import tooltip
from followup_desktop.ui.parts.painting import box, focus_ring, hairline
from followup_desktop.ui.parts.row_list import RowList
from followup_desktop.ui.people_rows import (
    RECORD_ROLE,
    Column,
    Heading,
    Line,
    PeopleRows,
    last_words,
    rhythm_words,
    step_words,
)

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate

SIDE, ROW, HEADING, HEAD = 16, 48, 28, 32
WORDS = 54
"""Where the words of a row begin, behind the avatar."""
STARTS = {Column.PERSON: 16, Column.LAST: 262, Column.RHYTHM: 440, Column.NEXT: 552}
"""Where the columns begin while all of them are shown."""
NO_RHYTHM, NO_LAST, NARROW = 700, 580, 400
"""Widths below which a column is left out, and below which a row is a name with the next thing under it (LOOK 9)."""
TIER_DISC = 20


def columns_at(width: int) -> dict[Column, int]:
    """The columns that there is room for in so many pixels, each with the pixel it begins at."""
    starts = {column: px(at) for column, at in STARTS.items()}
    if width >= px(NO_RHYTHM):
        return starts
    if width >= px(NO_LAST):
        return {Column.PERSON: starts[Column.PERSON], Column.LAST: starts[Column.LAST], Column.NEXT: px(392)}
    if width >= px(NARROW):
        return {Column.PERSON: starts[Column.PERSON], Column.NEXT: max(px(220), width * 55 // 100)}
    return {Column.PERSON: starts[Column.PERSON]}


class PeopleDelegate(QStyledItemDelegate):
    """Paints headings and lines; all lengths follow the font."""

    def __init__(self, rows: PeopleRows, parent: PeopleView) -> None:
        super().__init__(parent)
        self._rows, self._view = rows, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line's height or a heading's; the width is the view's."""
        del option
        small = QFontMetrics(look.font("small", 600)).height()
        both = QFontMetrics(look.font("body", 600)).height() + QFontMetrics(look.font("caption")).height()
        if isinstance(self._rows.row(index), Heading):
            return QSize(0, max(px(HEADING), small + px(12)))
        return QSize(0, max(px(ROW), both + px(14)) + 1)

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
        rect = option.rect
        painter.fillRect(rect, tone("window"))
        hairline(painter, rect.bottomLeft().toPointF(), rect.width())
        font = look.font("small", 600)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        painter.setFont(font)
        painter.setPen(tone("text2"))
        _draw(painter, option, rect.adjusted(px(SIDE), 0, -px(SIDE), 0), row.words)

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, row: Line) -> None:
        rect, stay, today = option.rect, row.stay, self._rows.today
        self._paint_ground(painter, option)
        starts = columns_at(rect.width())
        ends = [*list(starts.values())[1:], rect.width() - px(SIDE - 8)]
        areas = {
            column: QRect(rect.left() + at, rect.top(), end - at - px(8), rect.height() - 1)
            for (column, at), end in zip(starts.items(), ends, strict=True)
        }
        person = areas[Column.PERSON]
        side = px(measures.AVATAR_SMALL)
        spot = QStyle.visualRect(
            option.direction, rect, QRect(person.left(), rect.top() + (rect.height() - side) // 2, side, side)
        )
        paint_avatar(painter, spot.left(), spot.top(), side, stay.person.name)
        words = person.adjusted(px(WORDS - SIDE), 0, 0, 0)
        bold = look.font("body", 600)
        if Column.NEXT not in areas:
            first, second = self._halves(words, bold)
            self._text(painter, option, first, stay.person.name, bold, "text")
            self._paint_step(painter, option, second, row, small=True)
            return
        self._two_lines(painter, option, words, (stay.person.name, row.about), bold)
        if Column.LAST in areas:
            self._two_lines(painter, option, areas[Column.LAST], last_words(stay, today), look.font("caption"))
        if Column.RHYTHM in areas:
            self._paint_rhythm(painter, option, areas[Column.RHYTHM], row)
        self._paint_step(painter, option, areas[Column.NEXT], row)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tone("ink_wash"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, tone("hover"))
        hairline(painter, rect.bottomLeft().toPointF(), rect.width())
        if self._view.has_ring(option):
            focus_ring(painter, rect.adjusted(px(4), px(4), -px(4), -px(4) - 1), px(measures.RADIUS) - 3, 0)

    @staticmethod
    def _halves(area: QRect, first: QFont) -> tuple[QRect, QRect]:
        """Room for two lines in the middle of `area`, the second one a caption."""
        one, two = QFontMetrics(first).height(), QFontMetrics(look.font("caption")).height()
        top = area.top() + (area.height() - one - two) // 2
        return QRect(area.left(), top, area.width(), one), QRect(area.left(), top + one, area.width(), two)

    def _two_lines(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, words: tuple[str, str], first: QFont
    ) -> None:
        above, below = self._halves(area, first)
        if not words[1]:
            above = area
        self._text(painter, option, above, words[0], first, "text")
        self._text(painter, option, below, words[1], look.font("caption"), "text2")

    @staticmethod
    def _text(painter: QPainter, option: QStyleOptionViewItem, area: QRect, words: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(tone(token))
        _draw(painter, option, area, QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width()))

    def _paint_rhythm(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: Line) -> None:
        letter, words = rhythm_words(row.stay)
        if letter:
            side = max(px(TIER_DISC), QFontMetrics(look.font("small", 600)).height() + px(4))
            spot = QRect(area.left(), area.center().y() - side // 2, side, side)
            place = QStyle.visualRect(option.direction, option.rect, spot)
            box(painter, place, side / 2, None, tone("line_strong"))
            painter.setFont(look.font("small", 500))
            painter.setPen(tone("text2"))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), letter)
            area = area.adjusted(side + px(6), 0, 0, 0)
        self._text(painter, option, area, words, look.font("caption"), "text2")

    def _paint_step(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: Line, *, small: bool = False
    ) -> None:
        icon, token, words = step_words(row.stay, self._rows.today)
        if icon:
            side = px(measures.ICON_SMALL)
            place = QStyle.visualRect(
                option.direction, option.rect, QRect(area.left(), area.center().y() - side // 2, side, side)
            )
            painter.drawPixmap(place.topLeft(), look.pixmap(icon, token, measures.ICON_SMALL))
            area = area.adjusted(side + px(4 if small else 6), 0, 0, 0)
        self._text(painter, option, area, words, look.font("caption"), token)


def _draw(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, words: str) -> None:
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
    painter.drawText(QStyle.visualRect(option.direction, option.rect, rect), flags, words)


class PeopleView(RowList):
    """The table itself: Enter opens somebody, L logs a touch with them."""

    opened = Signal(str)
    """Somebody (id) is to be shown whole."""
    logged = Signal(str)
    """A touch with somebody (id) is to be noted."""
    room_changed = Signal(int)
    """So many pixels are the rows wide now."""

    def __init__(self, rows: PeopleRows, parent: QWidget | None = None) -> None:
        super().__init__(rows, translate("people", "People"), parent)
        self._rows = rows
        self.setItemDelegate(PeopleDelegate(rows, self))
        self.doubleClicked.connect(self._on_double_clicked)

    def person_at(self, index: QModelIndex) -> str:
        """The id of the person at that index; empty for a heading."""
        row = index.data(RECORD_ROLE) if index.isValid() else None
        return row.id if isinstance(row, Line) else ""

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if self.person_at(index):
            self.opened.emit(self.person_at(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, L logs a touch; the rest is the list's own."""
        self.by_key = True
        person = self.person_at(self.currentIndex())
        if person and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(person)
        elif person and event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.logged.emit(person)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters find no row here: they are keys (L), and there is a search field."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the head where the columns begin."""
        super().resizeEvent(event)
        self.room_changed.emit(self.viewport().width())

    def viewportEvent(self, event: QEvent) -> bool:
        """The mouse rests on a row: the whole of it in words, with the reason for its day."""
        if event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())  # type: ignore[attr-defined]  # (a QHelpEvent)
            row = self._rows.row(index) if index.isValid() else None
            self.setToolTip(tooltip(self._rows.sentence(row)) if isinstance(row, Line) else "")
        return super().viewportEvent(event)


class PeopleHead(QWidget):
    """The names of the columns; a press sorts by one."""

    sorted = Signal(object)
    """By that `Column`."""

    def __init__(self, rows: PeopleRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._room = 0
        names = {
            Column.PERSON: translate("people", "Person"),
            Column.LAST: translate("people", "Last touch"),
            Column.RHYTHM: translate("people", "Rhythm"),
            Column.NEXT: translate("people", "Next"),
        }
        self.buttons: dict[Column, QPushButton] = {}
        for column, words in names.items():
            made = button(words, role="flat", small=True, tip=translate("people", "Sort by this; again the other way round"))
            made.setParent(self)
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            made.clicked.connect(lambda _=False, which=column: self.sorted.emit(which))
            self.buttons[column] = made
        self.setFixedHeight(max(px(HEAD), self.buttons[Column.PERSON].sizeHint().height() + px(4)))

    def show_order(self) -> None:
        """Mark the column that is sorted by."""
        column, downwards = self._rows.sorted_by
        for each, made in self.buttons.items():
            set_icon(made, ("up" if downwards else "down") if each is column else "")
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Every name stands above its column."""
        super().resizeEvent(event)
        self._place()

    def set_room(self, width: int) -> None:
        """The rows have so many pixels: less than the head where they scroll."""
        self._room = width
        self._place()

    def _place(self) -> None:
        starts = columns_at(self._room or self.width())
        for column, made in self.buttons.items():
            made.setVisible(column in starts)
            if column in starts:
                size = made.sizeHint()
                left = starts[column] - px(measures.BUTTON_SIDE_SMALL)
                spot = QRect(left, (self.height() - size.height()) // 2, size.width(), size.height())
                made.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), spot))
