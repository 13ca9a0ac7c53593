"""The people page: everybody met or known in one table, and whoever is chosen whole beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.core.etiquette import Tier
from followup_desktop.core.find import folded
from followup_desktop.core.records import Change
from followup_desktop.core.rhythm import TIERS
from followup_desktop.desk.desk import Desk
from followup_desktop.letters.writer import Writer
from followup_desktop.ui import look
from followup_desktop.ui.language import said
from followup_desktop.ui.page import Page, back_button, upright_line
from followup_desktop.ui.parts.button import button, icon_button
from followup_desktop.ui.parts.label import ElidedLabel, label
from followup_desktop.ui.parts.panel import Hairline, Panel
from followup_desktop.ui.parts.search_field import SEARCH_AFTER_MS, SearchField
from followup_desktop.ui.parts.segments import Segments
from followup_desktop.ui.people_detail import PersonDetail
from followup_desktop.ui.people_rows import Column, PeopleRows, Shown, Wanted
from followup_desktop.ui.people_table import PeopleHead, PeopleView

WIDE, ONE_PANE = 84, 70
"""Widths in em from which the header has its words, and below which the table and the detail take turns (LOOK 9)."""
LEAST_FOR_VIEWS, LEAST_FOR_TITLE = 56, 36
"""Widths in em below which the ways to look move into the menu of filters, and below which the title goes."""
DETAIL, DETAIL_LEAST = 388, 340


class PeoplePage(Page):
    """Table and detail. What is chosen by key is shown at once; L notes a word, again its details."""

    person_wanted = Signal()
    """Somebody new is to be introduced."""
    edit_wanted = Signal(str)
    erase_wanted = Signal(str)
    card_wanted = Signal(str, str)
    interview_wanted = Signal(str)
    change_wanted = Signal(object)
    undo_told = Signal(str)
    """Something was done that a bar is to offer back."""

    def __init__(self, desk: Desk, writer: Callable[[], Writer], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._writer = writer
        self._chosen = ""
        self._one_pane = self._on_detail = False
        self.rows = PeopleRows(desk, self)
        self.view = PeopleView(self.rows)
        self.head = PeopleHead(self.rows)
        self.detail = PersonDetail(desk, writer)
        self._build_header()
        self._lay_out()
        self._wire()
        self.setFocusProxy(self.view)

    # Building

    def _build_header(self) -> None:
        self.back = back_button(self.tr("Interviews"))
        self.back.setProperty("key", "")
        self._title, self._count = label(self.tr("People"), "title"), ElidedLabel(tone="text2")
        self.shown = Segments(
            (
                (Shown.EVERYONE.value, self.tr("Everyone")),
                (Shown.KEEP_IN_TOUCH.value, self.tr("Keep in touch")),
                (Shown.BY_COMPANY.value, self.tr("By company")),
            ),
            self.tr("Whom to show"),
        )
        self.shown.set_current(Shown.EVERYONE.value)
        self.filter = icon_button("filter", self.tr("Show only some"))
        self._filters = QMenu(self.filter)
        self._filters.aboutToShow.connect(self._fill_filters)
        self.filter.setMenu(self._filters)
        self.search = SearchField()
        self.add = button(self.tr("Person"), "plus", tip=self.tr("Add somebody you know"), key="Ctrl+Shift+N")
        self.add.setProperty("key", "")
        self._line = upright_line()
        self.header_row.addWidget(self.back)
        self.header_row.addWidget(self._line)
        self.header_row.addSpacing(look.px(8))
        self.header_row.addWidget(self._title)
        self.header_row.addSpacing(look.px(8))
        self.header_row.addWidget(self._count)
        self.header_row.addStretch(1)
        for part in (self.shown, self.filter, self.search, self.add):
            self.header_row.addWidget(part)

    def _lay_out(self) -> None:
        self.table = Panel()
        column = QVBoxLayout(self.table)
        column.setContentsMargins(0, 0, 0, look.px(6))
        column.setSpacing(0)
        self._stack = QStackedWidget()
        self._empty = self._make_empty()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._head_line = Hairline()
        for part in (self.head, self._head_line):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(self.table, 1)
        row.addWidget(self.detail)

    def _make_empty(self) -> QWidget:
        made = QWidget()
        picture = QLabel()
        picture.setPixmap(look.pixmap("people", "text2", 28))
        self._empty_title, self._empty_words = label(kind="name", wrap=True), label(tone="text2", wrap=True)
        self._empty_button = button("", role="link")
        self._empty_button.clicked.connect(self._on_empty_pressed)
        column = QVBoxLayout(made)
        column.setContentsMargins(look.px(24), look.px(72), look.px(24), look.px(24))
        column.setSpacing(look.px(6))
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(picture, 0, centre)
        for each in (self._empty_title, self._empty_words):
            each.setAlignment(centre)
            column.addWidget(each)
        column.addWidget(self._empty_button, 0, centre)
        column.addStretch(1)
        return made

    def _wire(self) -> None:
        self.back.clicked.connect(self.left)
        self.shown.chosen.connect(lambda key: self._want(shown=Shown(key)))
        self.add.clicked.connect(self.person_wanted)
        self.head.sorted.connect(self._sort)
        self.view.room_changed.connect(self.head.set_room)
        self.view.opened.connect(self._open)
        self.view.logged.connect(self._log)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.rows.modelReset.connect(self._on_reset)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_AFTER_MS)
        self._pause.timeout.connect(lambda: self._want(text=self.search.text().strip()))
        self.search.textChanged.connect(self._pause.start)
        self.search.down.connect(self._to_table)
        self.detail.noted.connect(self.undo_told)
        self.detail.change_wanted.connect(self.change_wanted)
        self.detail.edit_wanted.connect(self.edit_wanted)
        self.detail.erase_wanted.connect(self.erase_wanted)
        self.detail.card_wanted.connect(self.card_wanted)
        self.detail.interview_wanted.connect(self.interview_wanted)
        self.detail.message_wanted.connect(self.write_message)
        log = QShortcut(QKeySequence("L"), self.detail)
        log.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        log.activated.connect(self.detail.log.log)
        self.desk.changed.connect(self._on_changed)
        self.desk.clock.minute_changed.connect(self._on_time)

    # What the window asks

    @property
    def person(self) -> str | None:
        """The person chosen in the table."""
        return self._chosen or None

    def areas(self) -> Sequence[QWidget]:
        """The table, then the detail."""
        return self.table, self.detail

    def finish(self) -> None:
        """Put on disk what is being typed."""
        self.detail.text.keep()

    def is_unsaved(self) -> bool:
        """True while something typed could not be put on disk."""
        return self.detail.text.is_unsaved()

    def act(self, name: str) -> bool:
        """Find, edit whoever is chosen, add somebody, and back from the detail to the table."""
        if name == "find":
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
            return True
        if name == "edit" and self._chosen:
            self.edit_wanted.emit(self._chosen)
            return True
        if name == "add_person":
            self.person_wanted.emit()
            return True
        return name == "back" and self._back_to_table()

    def can_act(self, name: str) -> bool:
        """Somebody chosen can be edited, and somebody known can be added at any time."""
        return name == "add_person" or (name == "edit" and bool(self._chosen))

    def show_people(self, person: str = "", *, employer: bool = False) -> None:
        """Show everybody, and that person chosen, whatever filter hid them; with `employer`, their employer's line."""
        self.rows.refresh()
        if person and not self.rows.index_of(person).isValid():
            self.search.clear()
            self.shown.set_current(Shown.EVERYONE.value)
            self.rows.want(Wanted())
        if person:
            self._chosen = person
            self._on_detail = True
        self._on_reset()
        if employer:
            self.detail.show_employer()
        self._arrange()

    def _back_to_table(self) -> bool:
        """From the detail to the table where they take turns; False where the table is there anyway."""
        if not (self._one_pane and self._on_detail):
            return False
        self._on_detail = False
        self._arrange()
        self._to_table()
        return True

    # Choosing

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        person = self.view.person_at(current)
        if person and person != self._chosen:
            self._chosen = person
            self.detail.show_person(self.rows.stay(person))
        self.view.viewport().update()

    def _on_reset(self) -> None:
        """Rows were arranged anew: who was chosen is so still; else the first one."""
        index = self.rows.index_of(self._chosen)
        lines = self.rows.lines()
        if not index.isValid() and lines:
            index = self.rows.index_of(lines[0].id)
        self._chosen = self.view.person_at(index) if index.isValid() else ""
        self.view.setCurrentIndex(index)
        self.detail.show_person(self.rows.stay(self._chosen) if self._chosen else None)
        self._show_state()

    def _open(self, person: str) -> None:
        """Enter: over to the detail."""
        self._chosen, self._on_detail = person, True
        self._arrange()
        self.detail.spoke.setFocus(Qt.FocusReason.TabFocusReason)

    def _log(self, person: str) -> None:
        if person == self.detail.person:
            self.detail.log.log()

    def _to_table(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    # Filter, order, search

    def _want(self, **asked: object) -> None:
        if "shown" in asked:
            self.shown.set_current(str(asked["shown"]))
        self.rows.want(replace(self.rows.wanted, **asked))  # type: ignore[arg-type]  # (fields of Wanted)
        self._show_state()

    def _sort(self, column: Column) -> None:
        self.rows.sort_by(column)
        self.head.show_order()

    def _fill_filters(self) -> None:
        """The filters as they are set, with the tags there are."""
        wanted = self.rows.wanted
        self._filters.clear()
        if self.shown.isHidden():
            for way in Shown:
                words = self.shown.cell(way.value).text()
                self._check(words, on=wanted.shown is way, asked={"shown": way})
            self._filters.addSeparator()
        self._check(self.tr("Everybody"), on=not wanted.filters, asked={"rhythm": "", "tag": "", "due": False})
        self._check(self.tr("Due by today"), on=wanted.due, asked={"due": not wanted.due})
        self._filters.addSeparator()
        rhythms = [("own", self.tr("With a rhythm"))]
        rhythms += [(tier.value, f"{tier.value}  {said(TIERS[tier].words)}") for tier in Tier]
        for value, words in rhythms:
            on = wanted.rhythm == value
            self._check(words, on=on, asked={"rhythm": "" if on else value})
        tags = self.rows.tags()
        if tags:
            self._filters.addSeparator()
        for tag in tags:
            on = wanted.tag == folded(tag)
            self._check(tag.replace("&", "&&"), on=on, asked={"tag": "" if on else folded(tag)})

    def _check(self, words: str, *, on: bool, asked: dict[str, object]) -> None:
        action = QAction(words, self._filters)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: self._want(**asked))
        self._filters.addAction(action)

    # Keeping up

    def _on_changed(self, _change: Change) -> None:
        if self.isVisible():
            self._refresh()

    def _on_time(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Where everybody stands now; rows that stay keep their place."""
        self.rows.refresh()
        stay = self.rows.stay(self._chosen) if self._chosen else None
        if stay is None or not self.rows.index_of(self._chosen).isValid():
            self._on_reset()
        else:
            self.detail.show_person(stay)
            self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date when the page comes to the front."""
        super().showEvent(event)
        self._refresh()
        self._arrange()

    def _show_state(self) -> None:
        """The rows, or why there are none; and how many there are."""
        everybody, lines = len(self.rows.everybody()), len(self.rows.lines())
        one, many = self.tr("1 person"), self.tr("{0} people").format(everybody)
        told = one if everybody == 1 else many
        self._count.setText(
            "" if everybody == 0 else told if lines == everybody else self.tr("{0} of {1} people").format(lines, everybody)
        )
        self._stack.setCurrentWidget(self.view if lines else self._empty)
        self.head.setVisible(bool(lines))
        self._head_line.setVisible(bool(lines))
        self.filter.setEnabled(everybody > 0)
        self.filter.setIcon(look.icon("filter", "ink" if self.rows.wanted.filters else "text"))
        if lines:
            self._arrange()
            return
        if everybody == 0:
            self._empty_title.setText(self.tr("Nobody here yet"))
            self._empty_words.setText(self.tr("Everyone you meet in an interview stays here."))
            self._empty_button.setText(self.tr("Add somebody you know"))
        else:
            text = self.rows.wanted.text
            self._empty_title.setText(self.tr("Nobody with “{0}”.").format(text) if text else self.tr("Nobody fits."))
            self._empty_words.setText("")
            self._empty_button.setText(self.tr("Show everybody"))
        self._empty_words.setVisible(bool(self._empty_words.text()))
        self._arrange()

    def _on_empty_pressed(self) -> None:
        if not self.rows.everybody():
            self.person_wanted.emit()
            return
        self.search.clear()
        self.shown.set_current(Shown.EVERYONE.value)
        self.rows.want(Wanted())
        self._show_state()

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One pane or two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Two panes, or one of them; words or icons in the header."""
        em = look.font_px()
        self._one_pane = self.width() < ONE_PANE * em
        nobody = not self.rows.everybody()
        self.detail.setVisible(not nobody and (not self._one_pane or self._on_detail))
        self.table.setVisible(nobody or not self._one_pane or not self._on_detail)
        limit = 16_777_215 if self._one_pane else look.px(DETAIL)
        self.detail.setMaximumWidth(limit)
        self.detail.setMinimumWidth(0 if self._one_pane else look.px(DETAIL_LEAST if self.width() < WIDE * em else DETAIL))
        wide, roomy = self.width() >= WIDE * em, self.width() >= LEAST_FOR_TITLE * em
        self.add.setText(self.tr("Person") if wide else "")
        self.add.setAccessibleName(self.tr("Add somebody you know"))
        self.back.setText(self.tr("Interviews") if wide else "")
        self.back.setAccessibleName(self.tr("Back"))
        self.search.setFixedWidth(look.px(212 if wide else 120))
        for each in (self._title, self._line):
            each.setVisible(roomy)
        self._count.setVisible(wide)
        self.shown.setVisible(self.width() >= LEAST_FOR_VIEWS * em)

    def write_message(self, interview: str, person: str, kind: str) -> None:
        """Open the sheet on that message to that person."""
        from followup_desktop.ui.message_sheet import MessageSheet  # noqa: PLC0415  (loads when a message is written)

        case = self.desk.case(interview)
        if case is None or case.person(person) is None:
            return
        self.sheet = MessageSheet(self.desk, self._writer, case, person, kind, self)
        self.sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet.open()
