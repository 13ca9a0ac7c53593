"""The interview list: two lines an interview, in groups, with a filter, an order, search, and what to do while it is empty."""

from __future__ import annotations

from difflib import get_close_matches
from typing import cast

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.core.agenda import Group
from followup_desktop.core.find import folded
from followup_desktop.core.problems import Problem
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import privacy
from followup_desktop.ui.interview_delegate import SIDE
from followup_desktop.ui.interview_list import RowsView
from followup_desktop.ui.interview_none import Empty
from followup_desktop.ui.interview_rows import Heading, InterviewRows, Order, group_words
from followup_desktop.ui.look import px
from followup_desktop.ui.parts.button import button, icon_button
from followup_desktop.ui.parts.label import label

HEAD = 40
WIDTH = 280
LEAST_WIDTH = 200
CLOSE_ENOUGH = 0.6
"""How alike a name must be to be offered for a search that found nothing (difflib's ratio)."""

translate = QCoreApplication.translate


class InterviewPanel(QWidget):
    """The pane at the left of the main page: heading, filter, order, list; or what to do while there is nothing to list."""

    chosen = Signal(str)
    """Another interview (id) is the selected one, however that came; empty for none."""
    selected = Signal(str)
    """The user selected an interview (id), or let it go (empty)."""
    opened = Signal(str)
    """An interview (id) is to be opened."""
    just_had_wanted = Signal()
    """Empty list: "I just had one"."""
    sample_wanted = Signal()
    """Empty list: "Show sample data"."""
    search_wanted = Signal(str)
    """"Did you mean" was pressed: that text is now searched for; the search field should say so."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen = ""
        self._holding = False
        self._on_fold = False
        self._begun = False
        self._text = ""
        self.rows = InterviewRows(desk, self)
        self.view = RowsView(self.rows)
        self._filter_button, self._filter_actions = self._make_filter()
        self._sort_button, self._sort_actions = self._make_sort()
        self._none = self._make_none()
        self._nothing_found = self._make_nothing_found()
        self._stack = QStackedWidget()
        for each in (self.view, self._none, self._nothing_found):
            self._stack.addWidget(each)
        self._lay_out()
        self.view.opened.connect(self.opened)
        self.view.picked.connect(self.selected)
        self.view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.view.selectionModel().currentChanged.connect(self.view.viewport().update)
        self.rows.modelAboutToBeReset.connect(self._hold_selection)
        self.rows.modelReset.connect(self._on_reset)
        self.rows.dataChanged.connect(self._show_state)
        desk.changed.connect(self._search_again)
        desk.changed.connect(self.view.viewport().update)  # names may be hidden now, or shown again
        self._on_reset()

    def _lay_out(self) -> None:
        heading = label(translate("InterviewList", "Interviews"), "name")
        head = QHBoxLayout()
        head.setContentsMargins(px(SIDE), 0, px(4), 0)
        head.setSpacing(0)
        head.addWidget(heading)
        head.addStretch()
        head.addWidget(self._filter_button)
        head.addWidget(self._sort_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self._filter_button.setMinimumHeight(px(HEAD) - px(8))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """280 design pixels wide."""
        return QSize(px(WIDTH), px(400))

    def minimumSizeHint(self) -> QSize:
        """The least width at which rows can still be read."""
        return QSize(px(LEAST_WIDTH), px(160))

    # Filter and order

    def _make_filter(self) -> tuple[QPushButton, dict[Group | None, QAction]]:
        made = button("", role="flat", small=True, tip=translate("InterviewList", "Which interviews are shown"))
        made.setAccessibleName(translate("InterviewList", "Which interviews are shown"))
        menu = QMenu(made)
        choices = QActionGroup(menu)
        actions: dict[Group | None, QAction] = {}
        for group in (None, *Group):
            words = translate("InterviewList", "All") if group is None else group_words(group)
            action = menu.addAction(words)
            action.setCheckable(True)
            choices.addAction(action)
            action.triggered.connect(lambda _=False, wanted=group: self.show_group(wanted))
            actions[group] = action
        actions[None].setChecked(True)
        made.setMenu(menu)
        made.setText(actions[None].text())
        return made, actions

    def _make_sort(self) -> tuple[QPushButton, dict[Order, QAction]]:
        made = icon_button("sort", translate("InterviewList", "Order of the interviews"), small=True)
        menu = QMenu(made)
        choices = QActionGroup(menu)
        words = {
            Order.NEXT_STEP: translate("InterviewList", "By next step"),
            Order.DATE: translate("InterviewList", "By date"),
            Order.COMPANY: translate("InterviewList", "By company"),
        }
        actions: dict[Order, QAction] = {}
        for order, text in words.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            choices.addAction(action)
            action.triggered.connect(lambda _=False, wanted=order: self.sort_by(wanted))
            actions[order] = action
        actions[Order.NEXT_STEP].setChecked(True)
        made.clicked.connect(lambda: menu.popup(made.mapToGlobal(made.rect().bottomLeft())))
        return made, actions

    def show_group(self, group: Group | None) -> None:
        """Show that group only; None for all."""
        self.rows.show_group(group)
        self._filter_actions[group].setChecked(True)
        self._filter_button.setText(self._filter_actions[group].text())

    def sort_by(self, order: Order) -> None:
        """Sort the lines of each group that way."""
        self.rows.sort_by(order)
        self._sort_actions[order].setChecked(True)

    # Search

    def search(self, text: str) -> None:
        """Show the interviews in which every word of `text` is found; all for no words. To be called while typing."""
        self._text = text.strip()
        self._search_again()

    def _search_again(self) -> None:
        if not self._text:
            self.rows.show_only(None)
            return
        try:
            found = self._desk.search(self._text)
        except Problem as problem:
            self._desk.failed.emit(problem)
            return
        self.rows.show_only(found)
        self._show_state()

    def meant(self) -> str:
        """A company's or a person's name that is close to what was searched for; empty where none is."""
        names: dict[str, str] = {}
        for case in self._desk.cases():
            for name in (case.interview.company, *(person.name for person in case.people)):
                names[folded(name)] = name
                for word in folded(name).split():
                    names.setdefault(word, name)
        close = get_close_matches(folded(self._text), names, 1, CLOSE_ENOUGH)
        return names[close[0]] if close else ""

    # Selection

    def current(self) -> str:
        """Id of the selected interview; empty for none."""
        return self._chosen

    def take_focus(self) -> None:
        """Put the keyboard's focus on the list."""
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, interview: str) -> None:
        """Select that interview and bring it into sight; an empty id selects none."""
        index = self.rows.index_of(interview)
        if not index.isValid() and interview and any(case.interview.id == interview for case in self._desk.cases()):
            self._make_visible(interview)
            index = self.rows.index_of(interview)
        self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.scrollTo(index)

    def _make_visible(self, interview: str) -> None:
        """Take away what hides an interview that was asked for: the filter, or the fold."""
        self.show_group(None)
        if not self.rows.index_of(interview).isValid() and not self._text:
            self.rows.toggle_closed()

    def _on_selection_changed(self) -> None:
        line = self.view.selected_line()
        self._set_chosen(line.id if line is not None else "")

    def _set_chosen(self, interview: str) -> None:
        if interview != self._chosen and not self._holding:
            self._chosen = interview
            self.chosen.emit(interview)

    def _hold_selection(self) -> None:
        """Rows are about to be arranged anew: remember what is selected, and whether the focus is on the fold."""
        self._holding = True
        current = self.view.currentIndex()
        self._on_fold = current.isValid() and isinstance(self.rows.row(current), Heading)

    def _on_reset(self) -> None:
        self._holding = False
        held, lines = self._chosen, self.rows.lines()
        index = self.rows.index_of(held) if held else QModelIndex()
        if lines and not self._begun:
            self._begun = True
            index = self.rows.index_of(lines[0].id)
        self.view.setCurrentIndex(index)
        if self._on_fold:
            self.view.setCurrentIndex(self.rows.index_of_fold())
        self._on_selection_changed()
        self._show_state()

    # Empty states

    def _make_none(self) -> Empty:
        had_one = button(translate("InterviewList", "I just had one"), "debrief")
        had_one.clicked.connect(self.just_had_wanted)
        sample = button(translate("InterviewList", "Show sample data"), "sample", "link")
        sample.clicked.connect(self.sample_wanted)
        words = translate(
            "InterviewList", "Add one that is coming up, or the one you just had. The app keeps the dates; you keep the words."
        )
        return Empty(translate("InterviewList", "No interviews yet"), words, had_one, sample, picture=True)

    def _make_nothing_found(self) -> Empty:
        self._other = button(translate("InterviewList", "Show all"), role="link")
        self._other.clicked.connect(self._on_other_pressed)
        return Empty("", "", self._other)

    def _on_other_pressed(self) -> None:
        if self._text:
            meant = "" if privacy.is_on() else self.meant()
            self.search(meant)
            self.search_wanted.emit(meant)
        else:
            self.show_group(None)

    def _show_state(self) -> None:
        """Show the rows, or why there are none."""
        empty = not self._desk.cases()
        self._sort_button.setVisible(not empty)
        if empty:
            self._stack.setCurrentWidget(self._none)
        elif self.rows.rowCount():
            self._stack.setCurrentWidget(self.view)
        else:
            self._say_nothing_found()
            self._stack.setCurrentWidget(self._nothing_found)

    def _say_nothing_found(self) -> None:
        if not self._text:
            group = cast("Group", self.rows.shown_group)
            words = translate("InterviewList", "Nothing under “{0}”.").format(group_words(group))
            self._other.setText(translate("InterviewList", "Show all"))
            self._other.show()
        else:
            meant = "" if privacy.is_on() else self.meant()
            found = translate("InterviewList", "Nothing with “{0}”.").format(self._text)
            asked = translate("InterviewList", "Nothing with “{0}”. Did you mean {1}?").format(self._text, meant)
            words = asked if meant else found
            self._other.setText(meant)
            self._other.setVisible(bool(meant))
        self._nothing_found.words.setText(words)
        self._nothing_found.words.show()
