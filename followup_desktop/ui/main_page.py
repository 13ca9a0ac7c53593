"""The main page: the interview list beside the calendar, under the toolbar with the three ways to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSpacerItem, QSplitter, QVBoxLayout, QWidget

from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.calendar import AGENDA, MONTH, WEEK, CalendarPanel
from followup_desktop.ui.interviews import InterviewPanel
from followup_desktop.ui.page import Page
from followup_desktop.ui.parts.button import button, icon_button, key_name
from followup_desktop.ui.parts.label import ElidedLabel
from followup_desktop.ui.parts.search_field import SEARCH_AFTER_MS, SearchField
from followup_desktop.ui.parts.segments import Segments

LIST = "list"
WIDE, NARROW = 84, 60
"""Widths in em from which the page is wide, and below which it shows one pane at a time (LOOK 9)."""
LEAST_FOR_BUTTONS = 50
"""Below this width in em the title needs the room of the two buttons whose acts NEXT and the menus offer as well."""
LIST_WIDTH, LIST_LEAST = 280, 224
"""Width of the list in a wide window, and in one of medium width."""


class MainPage(Page):
    """List and calendar; which of the two is shown where there is room for one only."""

    is_about_people = False
    new_wanted = Signal(object)
    debrief_wanted = Signal()
    cards_wanted = Signal()
    opened = Signal(str)
    act_wanted = Signal(object, str, object)
    move_wanted = Signal(object)
    just_had_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list = InterviewPanel(desk)
        self.calendar = CalendarPanel(desk)
        self._narrow_view = MONTH
        self._list_width = LIST_WIDTH
        self._build_header()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(look.px(12))
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.calendar)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([look.px(LIST_WIDTH), look.px(900)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self._wire()
        self.setFocusProxy(self.calendar)

    def _build_header(self) -> None:
        self._new = button(self.tr("Interview"), "plus", tip=self.tr("Add an interview"), key="Ctrl+N")
        self._debrief = button(self.tr("Debrief"), "debrief", tip=self.tr("Tell how it was"), key="Ctrl+D")
        self._cards = button(self.tr("Cards"), "card", tip=self.tr("Write the cards"), key="Ctrl+K")
        for each in (self._new, self._debrief, self._cards):
            each.setProperty("words", each.text())
            each.setAccessibleName(each.text())
            each.setProperty("key", "")
        self._previous = icon_button("back", self.tr("Earlier days"), "Alt+Left")
        self._today = button(self.tr("Today"), role="flat", tip=self.tr("Back to today"), key="Ctrl+T")
        self._today.setProperty("key", "")
        self._next = icon_button("forward", self.tr("Later days"), "Alt+Right")
        self._title = ElidedLabel(self.calendar.title, "title")
        self.views = Segments(
            ((LIST, self.tr("List")), (MONTH, self.tr("Month")), (WEEK, self.tr("Week")), (AGENDA, self.tr("Agenda"))),
            self.tr("What to show"),
        )
        self.views.set_current(MONTH)
        self.views.set_tip(MONTH, self.tr("The month"), key_name("Alt+1"))
        self.views.set_tip(WEEK, self.tr("The week"), key_name("Alt+2"))
        self.views.set_tip(AGENDA, self.tr("All days"), key_name("Alt+3"))
        self.views.cell(LIST).hide()
        self.search = SearchField()
        for part in (self._new, self._debrief, self._cards):
            self.header_row.addWidget(part)
        self._gap = QSpacerItem(look.px(24), 0)
        self.header_row.addSpacerItem(self._gap)
        for part in (self._previous, self._today, self._next):
            self.header_row.addWidget(part)
        self.header_row.addSpacing(look.px(8))
        self.header_row.addWidget(self._title, 1)
        self.header_row.addWidget(self.views)
        self.header_row.addWidget(self.search)
        self._search_button = icon_button("search", self.tr("Search names, notes and companies"), "Ctrl+F", "")
        self.header_row.addWidget(self._search_button)

    def _wire(self) -> None:
        self._new.clicked.connect(lambda: self.new_wanted.emit(None))
        self._debrief.clicked.connect(self.debrief_wanted)
        self._cards.clicked.connect(self.cards_wanted)
        self._previous.clicked.connect(lambda: self.calendar.go(-1))
        self._next.clicked.connect(lambda: self.calendar.go(1))
        self._today.clicked.connect(self.calendar.go_today)
        self.views.chosen.connect(self._show_view)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_AFTER_MS)
        self._pause.timeout.connect(lambda: self.list.search(self.search.text()))
        self.search.textChanged.connect(self._pause.start)
        self.search.down.connect(self.list.take_focus)
        self.list.opened.connect(self.opened)
        self.list.selected.connect(self.calendar.show_quiet_of)
        self.list.just_had_wanted.connect(self.just_had_wanted)
        self.list.sample_wanted.connect(self.sample_wanted)
        self.calendar.title_changed.connect(lambda _: self._show_title())
        self.list.search_wanted.connect(self.search.setText)
        self._search_button.clicked.connect(self._find)
        self.search.editingFinished.connect(self._arrange)
        self.calendar.opened.connect(self.opened)
        self.calendar.new_wanted.connect(self.new_wanted)
        self.calendar.act_wanted.connect(self.act_wanted)
        self.calendar.move_wanted.connect(self.move_wanted)
        self.calendar.view_changed.connect(self._show_view)

    @property
    def interview(self) -> str | None:
        """The interview chosen in the list."""
        return self.list.current() or None

    def areas(self) -> Sequence[QWidget]:
        """The list, then the calendar."""
        return self.list, self.calendar

    def choose(self, interview: str) -> None:
        """Choose an interview in the list and its day in the calendar."""
        case = self.desk.case(interview)
        if case is not None:
            self.list.choose(interview)
            self.calendar.choose(case.interview.day)

    def act(self, name: str) -> bool:
        """Find, the three views, and moving through time."""
        acts: dict[str, Callable[[], object]] = {
            "find": self._find,
            "month": lambda: self._show_view(MONTH),
            "week": lambda: self._show_view(WEEK),
            "agenda": lambda: self._show_view(AGENDA),
            "today": self.calendar.go_today,
            "previous": lambda: self.calendar.go(-1),
            "next": lambda: self.calendar.go(1),
        }
        if name not in acts:
            return False
        acts[name]()
        return True

    def _find(self) -> None:
        if self._is_narrow():
            self._show_view(LIST)
        self.search.show()
        self._search_button.hide()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show_view(self, name: str) -> None:
        self.views.set_current(name)
        self._narrow_view = name
        if name != LIST:
            self.calendar.show_view(name)
        self._arrange()

    def _show_title(self) -> None:
        self._title.setText(self.calendar.short_title if self._is_narrow() else self.calendar.title)

    def _is_narrow(self) -> bool:
        return self.width() < NARROW * look.font_px()

    def _arrange(self) -> None:
        """One pane or two, words or icons, as the width in em allows."""
        narrow = self._is_narrow()
        wide = self.width() >= WIDE * look.font_px()
        self.views.cell(LIST).setVisible(narrow)
        if not narrow and self.views.current() == LIST:
            self.views.set_current(self.calendar.view)
        self.list.setVisible(not narrow or self._narrow_view == LIST)
        self.calendar.setVisible(not narrow or self._narrow_view != LIST)
        for each in (self._new, self._debrief, self._cards):
            each.setText(each.property("words") if wide else "")
        for each in (self._debrief, self._cards):
            each.setVisible(self.width() >= LEAST_FOR_BUTTONS * look.font_px())
        self._gap.changeSize(look.px(4 if narrow else 24), 0)
        self._today.setVisible(not narrow)
        searching = not narrow or self.search.hasFocus() or bool(self.search.text())
        self.search.setVisible(searching)
        self._search_button.setVisible(not searching)
        self._title.setVisible(not narrow or not searching)
        self.search.setFixedWidth(look.px(212 if wide else 150))
        least = LIST_WIDTH if wide else LIST_LEAST
        if not narrow and least != self._list_width:
            self._list_width = least
            self.splitter.setSizes([look.px(least), max(1, self.width() - look.px(least + 12))])
        self._show_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """It may become as small as the window may."""
        return QSize(look.px(200), look.px(160))
