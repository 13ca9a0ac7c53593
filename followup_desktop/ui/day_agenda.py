"""The agenda of the chosen day, below the month: its name, its entries as rows, and a way to add an interview to it."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from followup_desktop.ui import look, privacy
from followup_desktop.ui.agenda_row import AgendaRow, row_height, walk
from followup_desktop.ui.days import Days, Item
from followup_desktop.ui.language import day_words, distance_words, long_day_words
from followup_desktop.ui.look import px
from followup_desktop.ui.parts.button import button, icon_button
from followup_desktop.ui.parts.focus import take_focus
from followup_desktop.ui.parts.label import ElidedLabel, label

HEAD = 44
HEAD_COMPACT = 36
SIDE = 16
TIME_ROOM = 96
TIME_ROOM_COMPACT = 72
COMPACT = 700
"""Below this width (design pixels) the margins shrink and adding is an icon."""
FOOT = 4

translate = QCoreApplication.translate


def by_time(items: tuple[Item, ...]) -> list[Item]:
    """Entries as the day goes: those with a time first, then what may be done at any time."""
    return sorted(items, key=lambda item: (item.entry.done and item.entry.time is None, item.entry.time or time.max))


def day_title(day: date, today: date) -> tuple[str, str]:
    """A day's name and its second words: "Today", "Monday 23 November"; further away "Tuesday 8 December", "in 2 weeks"."""
    whole = long_day_words(day, today)
    if abs((day - today).days) <= 1:
        near = day_words(day, today)
        return near[:1].upper() + near[1:], whole
    return whole, distance_words(day, today)


def _is_compact(width: int) -> bool:
    return width < px(COMPACT)


def _head_height(*, compact: bool) -> int:
    return max(px(HEAD_COMPACT if compact else HEAD), QFontMetrics(look.font("title")).height() + px(12))


class DayAgenda(QWidget):
    """The entries of one day. Up and Down walk through them, Tab too; Esc goes back to the month."""

    act_wanted = Signal(object, str, object)
    """A row's button: what it does (`Does`), the interview's id, the person's id or None."""
    opened = Signal(str)
    """An interview (id) is to be opened."""
    new_wanted = Signal(object)
    """An interview on that `date` is wanted."""
    left = Signal()
    """The user wants back to the month."""

    def __init__(self, days: Days, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = days
        self._day = days.today
        self._shown: tuple[date, date, tuple[Item, ...], bool, bool] | None = None
        self._rows: list[AgendaRow] = []
        self._back = self._make_back()
        self._title, self._second = ElidedLabel(kind="title"), ElidedLabel(tone="text2")
        self._add = button("", "plus", "flat", small=True, tip=translate("DayAgenda", "Add an interview to this day"))
        self._area = QScrollArea()
        self._set_up()
        days.changed.connect(self._show)
        self._show()

    def _make_back(self) -> QPushButton:
        back = icon_button("back", translate("DayAgenda", "Back to the month"), "Esc", small=True)
        back.clicked.connect(self.left)
        back.hide()
        return back

    def _set_up(self) -> None:
        self._add.setAccessibleName(translate("DayAgenda", "Add an interview to this day"))
        self._add.clicked.connect(lambda: self.new_wanted.emit(self._day))
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._head = QHBoxLayout()
        self._head.addWidget(self._back)
        self._head.addWidget(self._title)
        self._head.addWidget(self._second)
        self._head.addStretch()
        self._head.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._area, 1)

    @property
    def day(self) -> date:
        """The day shown."""
        return self._day

    @property
    def rows(self) -> tuple[AgendaRow, ...]:
        """The rows shown, in order."""
        return tuple(self._rows)

    def show_day(self, day: date) -> None:
        """Show that day's entries."""
        self._day = day
        self._show()

    def set_page(self, is_page: bool) -> None:
        """Whether the agenda takes the place of the month, with a way back."""
        self._back.setVisible(is_page)

    def focus_first(self) -> None:
        """Put the keyboard's focus on the first entry; on the button that adds one where there is none."""
        target = self._rows[0].stop if self._rows else self._add
        take_focus(target)

    def height_of(self, rows: int, width: int) -> int:
        """The height that so many rows need at that width, with the head."""
        compact = _is_compact(width)
        return _head_height(compact=compact) + rows * (row_height(compact=compact) + 1) + px(FOOT)

    def _show(self) -> None:
        today = self._days.today
        items = tuple(by_time(self._days.on(self._day)))
        compact = _is_compact(self.width())
        wanted = (self._day, today, items, compact, privacy.is_on())
        if wanted == self._shown:
            return
        self._shown = wanted
        title, second = day_title(self._day, today)
        self._title.setText(title)
        self._second.setText(second)
        self.setAccessibleName(translate("DayAgenda", "Agenda: {0}").format(long_day_words(self._day)))
        focused = QApplication.focusWidget()
        had_focus = focused is not None and any(row is focused or row.isAncestorOf(focused) for row in self._rows)
        self._fill(items, today, compact=compact)
        if had_focus:
            self.focus_first()

    def _fill(self, items: tuple[Item, ...], today: date, *, compact: bool) -> None:
        side = px(12 if compact else SIDE)
        self._head.setContentsMargins(side, 0, px(12), 0)
        self._head.setSpacing(px(8))
        self._add.setText("" if compact else translate("DayAgenda", "Add to this day"))
        self._title.setFixedHeight(_head_height(compact=compact))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = []
        for item in items:
            row = AgendaRow(item, today, lead=12 if compact else SIDE, time_room=TIME_ROOM_COMPACT if compact else TIME_ROOM)
            row.set_line(item is not items[-1])
            row.act_wanted.connect(self.act_wanted)
            row.opened.connect(self.opened)
            row.walked.connect(lambda step, row=row: self._area.ensureWidgetVisible(walk(self._rows, row, step), 0, 0))
            column.addWidget(row)
            self._rows.append(row)
        if not items:
            free = label(self._free_words(), tone="text2", wrap=True)
            free.setContentsMargins(side, px(6), side, 0)
            column.addWidget(free)
        column.addStretch()
        self._area.setWidget(body)
        body.setAutoFillBackground(False)  # the area has just switched it on

    def _free_words(self) -> str:
        quiet = self._days.quiet_between(self._day, self._day)[self._day]
        if not quiet or self._day < self._days.today:
            return translate("DayAgenda", "A free day. Double-click a day to put an interview there.")
        return translate("DayAgenda", "A quiet day for {0}. Nothing to do, and that is fine.").format(", ".join(quiet))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the words and margins for this width."""
        super().resizeEvent(event)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the month."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
