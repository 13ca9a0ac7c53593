"""What was promised besides the decision, on the interview's page: a box to tick, the words, and a day that can be changed."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from followup_desktop.core import changes, promise
from followup_desktop.core.records import Case, Task
from followup_desktop.core.sentences import called, task_title
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.language import day_words, said
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.flow import FlowLayout
from followup_desktop.ui.parts.label import label, set_tone, tooltip
from followup_desktop.ui.parts.measures import ICON_SMALL
from followup_desktop.ui.parts.panel import Panel, column

FIELD = 150
"""Least width of the field for a day."""


class TaskLines(Panel):
    """The promises of one interview: the user's own first, by their day. Nothing is shown where there are none."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._interview = ""
        self._lines: dict[str, TaskLine] = {}
        self._column = column(self, top=14, spacing=4)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, look.px(6))
        head.setSpacing(look.px(8))
        self._open = label(tone="text2")
        head.addWidget(label(self.tr("Promises"), "name"))
        head.addWidget(self._open)
        head.addStretch(1)
        self._column.addLayout(head)
        self.setAccessibleName(self.tr("Promises"))
        self.hide()

    @property
    def lines(self) -> tuple[TaskLine, ...]:
        """The lines as they stand."""
        return tuple(self._lines.values())

    def show_case(self, case: Case) -> None:
        """Show the promises of that interview; a line that is there stays, with what is typed into it."""
        tasks = sorted(case.tasks, key=lambda task: (not task.mine, task.due or date.max, task.id))
        if [*self._lines] != [task.id for task in tasks] or case.interview.id != self._interview:
            self._interview = case.interview.id
            self._make(tasks)
        today = self._desk.today()
        for task in tasks:
            self._lines[task.id].show_task(task, case, today)
        count = sum(task.done_on is None for task in tasks)
        self._open.setText(self.tr("{0} open").format(count) if count else self.tr("all kept"))
        self.setVisible(bool(tasks))

    def _make(self, tasks: list[Task]) -> None:
        """Lines for these promises; those that were there before move to their place."""
        known, self._lines = self._lines, {}
        for line in known.values():
            self._column.removeWidget(line)
        for task in tasks:
            line = known.pop(task.id) if task.id in known else TaskLine(self._desk, self)
            self._column.addWidget(line)
            self._lines[task.id] = line
        for line in known.values():
            line.hide()
            line.deleteLater()
        stops = [stop for line in self._lines.values() for stop in line.stops()]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)


class TaskLine(QWidget):
    """One promise. Space or a press ticks it off, and takes the tick away again; its day opens a field for another."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self.box = QCheckBox()
        self.box.clicked.connect(self._on_ticked)
        self._lock = QLabel()
        self._lock.setToolTip(self.tr("Private: the words stay in your note."))
        self.words = label(wrap=True)
        self._who = label(kind="caption", tone="text2")
        self._late = label(kind="caption", tone="stamp")
        self.day = button("", role="link", small=True)
        self.day.clicked.connect(self._edit_day)
        self.field = DayWords()
        self.field.setAccessibleName(self.tr("Another day"))
        self.field.setPlaceholderText(self.tr("by Friday, 3 Dec"))
        self.field.returnPressed.connect(self._keep_day)
        self.field.textEdited.connect(lambda _: self._tell_day())
        self.field.left.connect(self._leave_day)
        self._read = label(kind="caption", tone="text2")
        self._lay_out()
        self._who.setMinimumHeight(self.day.sizeHint().height())
        self._show_field(shown=False)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        words = QHBoxLayout()
        words.setSpacing(look.px(6))
        words.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self.words, 1)
        below = FlowLayout(gap=6)
        for part in (self._who, self._late, self.day, self.field, self._read):
            below.addWidget(part)
        inside = QVBoxLayout()
        inside.setSpacing(0)
        inside.addLayout(words)
        inside.addLayout(below)
        row.addLayout(inside, 1)

    def stops(self) -> tuple[QWidget, ...]:
        """What takes the keyboard's focus here, in order."""
        return self.box, self.day, self.field

    def show_task(self, task: Task, case: Case, today: date) -> None:
        """Show that promise."""
        self._task = task
        title = said(task_title(task, case), today)
        done = task.done_on is not None
        self.words.setText(title)
        set_tone(self.words, "text2" if done else "text")
        self._lock.setPixmap(look.pixmap("lock", "text2", ICON_SMALL))
        self._lock.setVisible(not task.words)
        self.box.setChecked(done)
        day, late = self._day_words(task, today), self._late_words(task, today)
        met = case.person(task.person)
        promised = self._promised(task, called(met) if met else "")
        self._who.setText(self.tr("{0}, {1}").format(promised, day) if done else promised)
        self._late.setText(late)
        self._late.setVisible(bool(late) and self.field.isHidden())
        self.day.setText(day)
        self.day.setToolTip(tooltip(self.tr("Change the day")))
        self.day.setAccessibleName(self.tr("{0}: {1}").format(title, day))
        self.day.setAccessibleDescription(self.tr("Change the day"))
        if done:
            self._show_field(shown=False)
        self.day.setVisible(not done and self.field.isHidden())
        self.box.setAccessibleName(", ".join(part for part in (title, late, day) if part))
        self.box.setToolTip(tooltip(self.tr("Not done after all") if done else self.tr("Done"), self.tr("Space")))

    def _promised(self, task: Task, name: str) -> str:
        if task.mine:
            return self.tr("You promised {0}").format(name) if name else self.tr("You promised")
        return self.tr("{0} promised").format(name) if name else self.tr("They promised")

    def _day_words(self, task: Task, today: date) -> str:
        """By when, or since when it is done: "by Fri 27 Nov", "today", "no day", "done today"."""
        if task.done_on is not None:
            return self.tr("done {0}").format(day_words(task.done_on, today))
        if task.due is None:
            return self.tr("no day")
        near = 0 <= (task.due - today).days < 2  # noqa: PLR2004  (today and tomorrow)
        return day_words(task.due, today) if near else self.tr("by {0}").format(day_words(task.due))

    def _late_words(self, task: Task, today: date) -> str:
        """That its day has passed."""
        if task.done_on is not None or task.due is None or task.due >= today:
            return ""
        return self.tr("late") if task.mine else self.tr("not here yet")

    # Doing

    def _on_ticked(self, ticked: bool) -> None:
        """Keep it; where that could not be written, the box says so."""
        if self._task is not None and not self._desk.do(changes.task_done(self._task, self._desk.today() if ticked else None)):
            self.box.setChecked(not ticked)

    def _edit_day(self) -> None:
        """Open the field, with the day there is."""
        self.field.clear()
        self._show_field(shown=True)
        self._tell_day()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_field(self, *, shown: bool) -> None:
        self.field.setVisible(shown)
        self._read.setVisible(shown)
        self._late.setVisible(not shown and bool(self._late.text()))
        self.day.setVisible(not shown)

    def _reading(self) -> date | None:
        """The last day that the words in the field name, said today."""
        locale = self._desk.me().locale or self._desk.locale
        return promise.read(self.field.text(), self._desk.today(), self._desk.workdays(), locale).latest

    def _tell_day(self) -> None:
        """Read the words back at once."""
        day = self._reading()
        if not self.field.text().strip():
            words = self.tr("Enter: no day")
        elif day is None:
            words = self.tr("No day in these words.")
        else:
            words = day_words(day, self._desk.today())
        self._read.setText(words)
        set_tone(self._read, "stamp" if self.field.text().strip() and day is None else "text2")

    def _keep_day(self) -> None:
        """Enter: keep the day, or that there is none; words without a day stay open."""
        day = self._reading()
        if self._task is None or (day is None and self.field.text().strip()):
            return
        if self._desk.do(changes.task_due(self._task, day)):
            self._leave_day()

    def _leave_day(self) -> None:
        had_focus = self.field.hasFocus()
        self._show_field(shown=False)
        if had_focus:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)


class DayWords(QLineEdit):
    """A small field for a day in words; Esc leaves it, and not the page."""

    left = Signal()
    """Esc was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(look.px(FIELD))

    def event(self, event: QEvent) -> bool:
        """Take Esc before the page's own shortcut does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the field as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
