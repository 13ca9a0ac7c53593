"""The agenda: every day from one on that has something in it, with quiet stretches folded into one hatched line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from followup_desktop.ui import look
from followup_desktop.ui.agenda_row import AgendaRow, walk
from followup_desktop.ui.day_agenda import by_time
from followup_desktop.ui.days import Days, Item
from followup_desktop.ui.language import day_words, distance_words, long_day_words
from followup_desktop.ui.look import px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.focus import take_focus
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.painting import hairline, line_width

DAY_COLUMN = 148
TIME_ROOM = 87
SIDE = 16
PAD = 3
"""Above a day's first row and below its last one."""
STRETCH = 30
NARROW = 640
"""Below this width (design pixels) a day's name stands above its rows."""
MOST_DAYS = 40
"""Days shown at first; "Show more" adds as many."""
WIDEST_EM = 100
LEAST_GAP = 3
"""So many days without an entry fold into a line."""

translate = QCoreApplication.translate


def listed(names: tuple[str, ...]) -> str:
    """Names as an alternative: "Acme", "Acme or Globex", "Acme, Globex or Initech"."""
    if len(names) < 2:  # noqa: PLR2004  (nothing to join)
        return "".join(names)
    return translate("AgendaView", "{0} or {1}").format(", ".join(names[:-1]), names[-1])


def stretch_words(count: int, names: tuple[str, ...]) -> str:
    """What a folded stretch says: how many days, for whom, and that this is fine."""
    words = translate("AgendaView", "{0} quiet days. Nothing to do for {1}, and that is fine.")
    return words.format(count, listed(names))


class _Stretch(QWidget):
    """A run of quiet days in one hatched line."""

    def __init__(self, count: int, names: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = stretch_words(count, names)
        self.setAccessibleName(self._words)
        self.setFixedHeight(measures.tall(STRETCH, look.font("caption")))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), look.hatch_brush())
            font = look.font("caption")
            words = QFontMetrics(font).elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - px(2 * SIDE + 28))
            width = QFontMetrics(font).horizontalAdvance(words) + px(36)
            left = self.width() - px(SIDE) - width if self.isRightToLeft() else px(SIDE)
            painter.fillRect(left, 0, width, self.height(), tone("sheet"))
            side = px(measures.ICON_SMALL)
            icon = left + width - px(8) - side if self.isRightToLeft() else left + px(8)
            painter.drawPixmap(icon, (self.height() - side) // 2, look.pixmap("quiet", "text2", measures.ICON_SMALL))
            painter.setPen(tone("text2"))
            painter.setFont(font)
            where = self.rect().adjusted(left + px(28), 0, left + width - self.width(), 0)
            if self.isRightToLeft():
                where = self.rect().adjusted(left, 0, left + width - px(28) - self.width(), 0)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, words)
            painter.fillRect(0, self.height() - line_width(), self.width(), line_width(), tone("line"))


class _DayBlock(QWidget):
    """One day: its name at the left (above, where it is narrow), its rows beside it, a line below."""

    def __init__(self, day: date, items: tuple[Item, ...], today: date, *, narrow: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._day, self._today, self._narrow = day, today, narrow
        self.setAccessibleName(long_day_words(day))
        self.rows = [
            AgendaRow(item, today, lead=SIDE if narrow else DAY_COLUMN, time_room=TIME_ROOM, parent=self)
            for item in by_time(items)
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, self._names_height() if narrow else px(PAD), 0, px(PAD))
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)
        if not narrow:
            self.setMinimumHeight(max(px(57), self._names_height() + px(12)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column.addStretch()

    def _names_height(self) -> int:
        first, second = QFontMetrics(self._first_font()).height(), QFontMetrics(look.font("caption")).height()
        return first + second + px(10)

    @staticmethod
    def _first_font() -> QFont:
        font = look.font("body", 600)
        font.setPixelSize(round(font.pixelSize() * 1.1))
        return font

    def _names(self) -> tuple[str, str]:
        near = (self._day - self._today).days
        if abs(near) > 1:
            return day_words(self._day, self._today), distance_words(self._day, self._today)
        word = day_words(self._day, self._today)
        return word[:1].upper() + word[1:], day_words(self._day)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        first, second = self._names()
        with QPainter(self) as painter:
            painter.setFont(self._first_font())
            painter.setPen(tone("ink" if self._day == self._today else "text"))
            height = QFontMetrics(painter.font()).height()
            room = self.width() - px(2 * SIDE) if self._narrow else px(DAY_COLUMN - SIDE - 4)
            left = self.width() - px(SIDE) - room if self.isRightToLeft() else px(SIDE)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            top = px(9)
            painter.drawText(left, top, room, height, flags, first)
            painter.setFont(look.font("caption"))
            painter.setPen(tone("text2"))
            metrics = QFontMetrics(painter.font())
            shown = metrics.elidedText(second, Qt.TextElideMode.ElideRight, room)
            painter.drawText(left, top + height, room, metrics.height(), flags, shown)
            hairline(painter, QPointF(0, self.height() - 1), self.width())


class AgendaView(QScrollArea):
    """The days with entries from `first` on. Up, Down, Tab walk through the entries; Home goes back to today."""

    act_wanted = Signal(object, str, object)
    """A row's button: what it does (`Does`), the interview's id, the person's id or None."""
    opened = Signal(str)
    """An interview (id) is to be opened."""
    first_changed = Signal(object)
    """The agenda begins on another `date`."""

    def __init__(self, days: Days, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = days
        self._first = days.today
        self._most = MOST_DAYS
        self._blocks: list[_DayBlock] = []
        self._stale = True
        self._narrow = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        days.changed.connect(self._on_changed)

    @property
    def first(self) -> date:
        """The day from which entries are shown."""
        return self._first

    @property
    def rows(self) -> tuple[AgendaRow, ...]:
        """The rows shown, in order."""
        self._refresh()
        return tuple(row for block in self._blocks for row in block.rows)

    def show_from(self, first: date) -> None:
        """Show the entries from that day on."""
        if first != self._first:
            self._first = first
            self._on_changed()
            self.first_changed.emit(first)

    def focus_first(self) -> None:
        """Put the keyboard's focus on the first entry."""
        rows = self.rows
        if rows:
            take_focus(rows[0].stop)

    def _on_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if not self._stale:
            return
        self._stale = False
        at = self.verticalScrollBar().value()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._blocks = []
        for widget in self._widgets(body):
            column.addWidget(widget)
        column.addStretch()
        self.setWidget(body)
        body.setAutoFillBackground(False)  # the area has just switched it on
        self.verticalScrollBar().setValue(at)

    def _widgets(self, body: QWidget) -> Iterator[QWidget]:
        """What stands one below the other: days and the stretches between them."""
        before = self._first - timedelta(days=1)
        shown = 0
        for day, items in self._days.from_day(self._first):
            if shown == self._most:
                yield self._more_button(body)
                return
            yield from self._stretch(before + timedelta(days=1), day - timedelta(days=1), body)
            block = _DayBlock(day, items, self._days.today, narrow=self._narrow, parent=body)
            for row in block.rows:
                row.act_wanted.connect(self.act_wanted)
                row.opened.connect(self.opened)
                row.walked.connect(lambda step, row=row: self.ensureWidgetVisible(walk(self.rows, row, step)))
            self._blocks.append(block)
            yield block
            before = day
            shown += 1
        if not shown:
            yield self._nothing(body)

    def _stretch(self, first: date, last: date, body: QWidget) -> Iterator[QWidget]:
        count = (last - first).days + 1
        if count < LEAST_GAP or first <= self._days.today:
            return
        quiet = self._days.quiet_between(first, last)
        names = tuple(dict.fromkeys(name for day in quiet for name in quiet[day]))
        if names:
            yield _Stretch(count, names, body)

    def _more_button(self, body: QWidget) -> QWidget:
        more = button(translate("AgendaView", "Show more days"), role="flat")
        more.setParent(body)
        more.clicked.connect(self._show_more)
        return more

    def _show_more(self) -> None:
        self._most += MOST_DAYS
        self._on_changed()

    def _nothing(self, body: QWidget) -> QWidget:
        nothing = translate("AgendaView", "Nothing is planned from here on. Add an interview, and its days stand here.")
        words = label(nothing, tone="text2", wrap=True)
        words.setParent(body)
        words.setContentsMargins(px(SIDE), px(16), px(SIDE), 0)
        return words

    # Room and keys

    def sizeHint(self) -> QSize:
        """Room for about ten days."""
        return QSize(px(640), px(400))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the days' names above their rows where it has become narrow, or back."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._on_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with changes made while hidden."""
        super().showEvent(event)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home goes back to today."""
        if event.key() == Qt.Key.Key_Home:
            self.show_from(self._days.today)
            self.focus_first()
        else:
            super().keyPressEvent(event)
