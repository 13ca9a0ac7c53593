"""The calendar's panel: the month with the agenda of the chosen day below it, the week, or the agenda of all days."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.core import moving
from followup_desktop.core.agenda import Kind
from followup_desktop.core.moving import Plan
from followup_desktop.core.records import Case
from followup_desktop.desk.desk import Desk
from followup_desktop.ui.agenda_view import AgendaView
from followup_desktop.ui.day_agenda import DayAgenda
from followup_desktop.ui.days import Days, Item
from followup_desktop.ui.language import day_words, month_words, short_month_words, short_stretch_words
from followup_desktop.ui.look import px, tone
from followup_desktop.ui.month import MonthView
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.painting import box
from followup_desktop.ui.week import WeekView
from followup_desktop.ui.week_layout import minutes

MONTH = "month"
WEEK = "week"
AGENDA = "agenda"
VIEWS = (MONTH, WEEK, AGENDA)
LEAST_ROWS = 2
"""The agenda below the month shows at least so many rows, or goes."""

translate = QCoreApplication.translate


def shared_height(total: int, month_least: int, month_wanted: int, agenda_least: int) -> tuple[int, int]:
    """How month and agenda share `total` pixels: the weeks with entries first, then the agenda, at most half of all.

    The agenda gets nothing where both do not fit at their least.
    """
    if total < month_least + agenda_least:
        return total, 0
    month = min(month_wanted, total - agenda_least)
    agenda = min(total - month, max(agenda_least, total // 2))
    return total - agenda, agenda


class _Edge(QWidget):
    """The panel's rounded edge, laid over what is in it: views are square."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        radius = px(measures.RADIUS_PANEL)
        outside, sheet = QPainterPath(), QPainterPath()
        outside.addRect(QRectF(self.rect()))
        sheet.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(outside - sheet, tone("window"))
            box(painter, self.rect(), radius, None, tone("line"))


class CalendarPanel(QWidget):
    """Month, week and agenda on one sheet. Which of them is shown, and which day is chosen, is told by signals."""

    day_chosen = Signal(object)
    """Another `date` was chosen."""
    opened = Signal(str)
    """An interview (id) is to be opened."""
    new_wanted = Signal(object)
    """An interview on that `date`, or at that `datetime` without a zone, is wanted."""
    act_wanted = Signal(object, str, object)
    """What is to be done (`Does`), the interview's id, the person's id or None."""
    move_wanted = Signal(object)
    """An entry was dragged elsewhere: the `Plan` of what that would do, to be done or asked about."""
    view_changed = Signal(str)
    """The panel went to another of `VIEWS` by itself."""
    title_changed = Signal(str)
    """The words that name what is shown: "November 2026", "From today"."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._days = Days(desk, self)
        self.month = MonthView(self._days)
        self.day_agenda = DayAgenda(self._days)
        self.week = WeekView(self._days)
        self.agenda = AgendaView(self._days)
        self._day_is_page = False
        self._month_page = QWidget()
        for part in (self.month, self.day_agenda):
            part.setParent(self._month_page)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._month_page)
        self._stack.addWidget(self.week)
        self._stack.addWidget(self.agenda)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._stack)
        self._edge = _Edge(self)
        self.setAccessibleName(translate("CalendarPanel", "Calendar"))
        self._wire()

    def _wire(self) -> None:
        self.month.day_chosen.connect(self._on_day_chosen)
        self.month.day_opened.connect(self._on_day_opened)
        self.month.day_clicked.connect(self._on_day_clicked)
        self.month.opened.connect(self.opened)
        self.month.new_wanted.connect(self.new_wanted)
        self.month.moved.connect(self._on_moved)
        self.month.month_changed.connect(self._tell_title)
        self.week.day_chosen.connect(self._on_week_day_chosen)
        self.week.day_opened.connect(self._on_week_day_opened)
        self.week.opened.connect(self.opened)
        self.week.new_wanted.connect(self.new_wanted)
        self.week.moved.connect(self._on_moved)
        self.week.week_changed.connect(self._tell_title)
        self.day_agenda.act_wanted.connect(self.act_wanted)
        self.day_agenda.opened.connect(self.opened)
        self.day_agenda.new_wanted.connect(self.new_wanted)
        self.day_agenda.left.connect(self._on_agenda_left)
        self.agenda.act_wanted.connect(self.act_wanted)
        self.agenda.opened.connect(self.opened)
        self.agenda.first_changed.connect(self._tell_title)
        self._days.changed.connect(self._share_height)

    # What is shown

    @property
    def view(self) -> str:
        """Which view is shown: one of `VIEWS`."""
        return VIEWS[self._stack.currentIndex()]

    @property
    def day(self) -> date:
        """The chosen day."""
        return self.month.day

    @property
    def title(self) -> str:
        """The words that name what is shown."""
        if self.view == MONTH:
            return month_words(self.month.month)
        if self.view == WEEK:
            return self.week.title
        return translate("CalendarPanel", "From {0}").format(day_words(self.agenda.first, self._days.today))

    @property
    def short_title(self) -> str:
        """The same where there is little room."""
        if self.view == MONTH:
            return short_month_words(self.month.month)
        return short_stretch_words(*self.week.shown) if self.view == WEEK else self.title

    def show_view(self, name: str) -> None:
        """Show one of `VIEWS`; the day that is chosen stays the chosen one."""
        if name == WEEK:
            self.week.choose(self.month.day)
        self._stack.setCurrentIndex(VIEWS.index(name))
        self._tell_title()

    def choose(self, day: date) -> None:
        """Choose a day and show it."""
        self.month.choose(day)
        self.week.choose(day)

    def go_today(self) -> None:
        """Back to today, in whichever view is shown."""
        self.month.choose(self._days.today)
        self.month.show_month(self._days.today)
        self.week.choose(self._days.today)
        self.agenda.show_from(self._days.today)

    def go(self, steps: int) -> None:
        """That many months on (weeks in the week), or back for a negative number."""
        if self.view == MONTH:
            self.month.turn(steps)
        elif self.view == WEEK:
            self.week.turn(steps)
        else:
            number = self.agenda.first.year * 12 + self.agenda.first.month - 1 + steps
            target = date(number // 12, number % 12 + 1, 1)
            today = self._days.today
            self.agenda.show_from(today if (target.year, target.month) == (today.year, today.month) else target)

    def show_quiet_of(self, interview: str) -> None:
        """Show the quiet days of that interview only; of all for an empty id."""
        self.month.show_quiet_of(interview)
        self.week.show_quiet_of(interview)

    def take_focus(self) -> None:
        """Put the keyboard's focus where this panel begins."""
        if self.view == AGENDA:
            self.agenda.focus_first()
        elif self.view == WEEK:
            self.week.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.month.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_title(self) -> None:
        self.title_changed.emit(self.title)

    # What its parts tell

    def _on_day_chosen(self, day: date) -> None:
        self.day_agenda.show_day(day)
        self.day_chosen.emit(day)

    def _on_week_day_chosen(self, day: date) -> None:
        if self.view == WEEK:
            self.month.choose(day)

    def _on_week_day_opened(self, day: date) -> None:
        """What the week only counts stands in the agenda."""
        self.agenda.show_from(day)
        self.show_view(AGENDA)
        self.view_changed.emit(AGENDA)
        self.agenda.focus_first()

    def _on_day_opened(self, day: date) -> None:
        self.day_agenda.show_day(day)
        if self._has_no_room_for_day():
            self._set_day_page(is_page=True)
        self.day_agenda.focus_first()

    def _on_day_clicked(self, day: date) -> None:
        if self._has_no_room_for_day() and self.month.shows_icons():
            self._on_day_opened(day)

    def _on_agenda_left(self) -> None:
        if self._day_is_page:
            self._set_day_page(is_page=False)
        self.month.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_moved(self, item: Item, day: date, begins: time | None) -> None:
        entry, case = item.entry, self._days.case(item.entry.interview)
        if case is None:
            return
        if entry.kind is Kind.INTERVIEW:
            away = day - entry.day
            if begins is not None and entry.time is not None:
                away += timedelta(minutes=minutes(begins) - minutes(entry.time))
            self.move_wanted.emit(moving.away_by(case, away))
        elif day != entry.day:
            plan = self._plan(item, case, day)
            if plan is not None:
                self.move_wanted.emit(plan)

    def _plan(self, item: Item, case: Case, day: date) -> Plan | None:
        """What another day would mean for something that the rules, or the user's own word, put on one."""
        now, workdays, rules = self._days.now(), self._desk.workdays(), self._desk.rules()
        if item.entry.kind is Kind.CARD:
            return moving.post_on(case, day, now, workdays, rules)
        if item.entry.kind is Kind.TASK:
            task = next((each for each in case.tasks if each.id == item.entry.task), None)
            return moving.keep_on(task, day, now) if task is not None else None
        return moving.ask_on(case, day, now, workdays, rules, self._days.around(case))

    # Room

    def _has_no_room_for_day(self) -> bool:
        return shared_height(self._room(), *self._heights())[1] == 0

    def _heights(self) -> tuple[int, int, int]:
        return self.month.height_least(), self.month.height_wanted(), self.day_agenda.height_of(LEAST_ROWS, self.width() - 2) + 1

    def _room(self) -> int:
        return self.height() - 2

    def _set_day_page(self, *, is_page: bool) -> None:
        self._day_is_page = is_page
        self.day_agenda.set_page(is_page)
        self._share_height()

    def _share_height(self) -> None:
        month, agenda = shared_height(self._room(), *self._heights())
        if agenda and self._day_is_page:
            self._day_is_page = False
            self.day_agenda.set_page(False)
        width = self.width() - 2
        self.month.setVisible(not self._day_is_page)
        self.month.setGeometry(0, 0, width, month)
        self.day_agenda.setVisible(bool(agenda) or self._day_is_page)
        self.day_agenda.setGeometry(0, 0 if self._day_is_page else month, width, agenda or self._room())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._share_height()
        self._edge.setGeometry(self.rect())
        self._edge.raise_()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._share_height()

    def minimumSizeHint(self) -> QSize:
        """Seven numbers wide, six low weeks high."""
        return QSize(px(280), px(220))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet that the views stand on."""
        del event
        with QPainter(self) as painter:
            box(painter, self.rect(), px(measures.RADIUS_PANEL), tone("sheet"))
