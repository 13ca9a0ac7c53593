"""The debrief: one page, big type, keyboard only. What each person said becomes notes, and their words become dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.core.records import Box, Case, Change, Permission
from followup_desktop.desk.desk import Desk
from followup_desktop.letters.writer import Writer
from followup_desktop.ui import look
from followup_desktop.ui.debrief_notes import DebriefNotes
from followup_desktop.ui.debrief_sheet import DebriefSheet
from followup_desktop.ui.debrief_side import DebriefSide
from followup_desktop.ui.debrief_steps import Step
from followup_desktop.ui.language import ago_words, time_words
from followup_desktop.ui.note_field import NoteField
from followup_desktop.ui.page import Page
from followup_desktop.ui.parts.button import button, key_name
from followup_desktop.ui.parts.label import ElidedLabel, label, set_tone
from followup_desktop.ui.parts.scrolling import keep_in_sight, scrolling
from followup_desktop.ui.parts.status_line import StatusLine

NARROW = 60
"""Below this width in em the steps are a row of circles and labels stand above their boxes."""
TIGHT = 36
"""Below this width in em the foot takes two lines."""
SHORT = 28
"""Below this height in em the page has no words under its title."""
LOWEST = 14
"""Below this height in em only the sheet and its buttons are left; keys still go to every step."""
THEIR_WORDS, FOLLOWING_UP = "words", "following"


class DebriefPage(Page):
    """Asks about one interview, person by person; everything is on disk a second after it is typed."""

    cards_wanted = Signal(str)
    person_edited = Signal(str, str)
    person_wanted = Signal(str)
    has_strip = False
    has_status = False

    def __init__(self, desk: Desk, writer: Callable[[], Writer], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._current = ""
        self.side, self.sheet = DebriefSide(), DebriefSheet(desk)
        self.boxes, self.decision = self.sheet.boxes, self.sheet.decision
        self.notes = DebriefNotes(desk, writer, self.boxes, self.decision, self)
        self.notes.unsaved_changed.connect(self._tell_saved)
        self._build_header()
        self._lay_out()
        self._connect()
        self._keys()
        for one, other in pairwise([*self.sheet.stops(), self._later, self.write]):
            QWidget.setTabOrder(one, other)
        desk.changed.connect(self._on_changed)

    def _build_header(self) -> None:
        self._title, self._ago = ElidedLabel(kind="display"), label(tone="text2", wrap=True)
        column = QVBoxLayout()
        column.setContentsMargins(look.px(12), look.px(4), 0, 0)
        column.setSpacing(look.px(2))
        column.addWidget(self._title)
        column.addWidget(self._ago)
        self._left_to_do = label(kind="caption", tone="text2")
        self._close = button(self.tr("Close"), "close", "flat", key="Esc", tip=self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.clicked.connect(self.left)
        self.header_row.addLayout(column, 1)
        self.header_row.addWidget(self._left_to_do)
        self.header_row.addWidget(self._close)

    def _lay_out(self) -> None:
        self._scroll = scrolling(self.sheet)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(look.px(12))
        self._middle.addWidget(self.side)
        self._middle.addWidget(self._scroll, 1)
        self._foot = StatusLine()
        self._later = button(self.tr("Finish later"), role="flat")
        self.write = button("", "card", "primary")
        self._acts = QWidget()
        acts = QHBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(look.px(8))
        acts.addStretch(1)
        acts.addWidget(self._later)
        acts.addWidget(self.write)
        self._foot_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot_row.setContentsMargins(0, 0, 0, look.px(10))
        self._foot_row.addWidget(self._foot, 1)
        self._foot_row.addWidget(self._acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addLayout(self._middle, 1)
        column.addLayout(self._foot_row)

    def _connect(self) -> None:
        self.side.chosen.connect(self._go_to)
        self.side.person_wanted.connect(lambda: self.person_wanted.emit(self.notes.interview))
        self.sheet.spelling_wanted.connect(lambda: self.person_edited.emit(self.notes.interview, self.notes.person))
        self.sheet.people_named.connect(self._add_people)
        for each in self.boxes.values():
            each.field.cursorPositionChanged.connect(partial(self._keep_in_sight, each.field))
        self._later.clicked.connect(self.left)
        self.write.clicked.connect(self._on_write)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _keys(self) -> None:
        for keys, act in (
            ("Ctrl+Return", self._on_write),
            ("Ctrl+Enter", self._on_write),
            ("Ctrl+Down", lambda: self._step_person(1)),
            ("Ctrl+Up", lambda: self._step_person(-1)),
            *((f"Ctrl+{number}", partial(self._press, number)) for number in (1, 2, 3, 0)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Showing

    @property
    def interview(self) -> str | None:
        """The interview that is asked about."""
        return self.notes.interview or None

    @property
    def person(self) -> str | None:
        """The person who is asked about."""
        return self.notes.person or None

    def areas(self) -> Sequence[QWidget]:
        """Steps, sheet, and the buttons below."""
        return (self.side, self.sheet, self._acts)

    def show_interview(self, interview: str) -> None:
        """Ask about that interview, beginning with the first person nothing is noted about."""
        self.finish()
        self.notes.interview = interview
        case = self.notes.case()
        blank = next((each.id for each in case.interviewers if not case.notes_of(each.id)), None) if case else None
        first = case.interviewers[0].id if case and case.interviewers else ""
        self.notes.person = self._current = blank or first
        self._show()
        QTimer.singleShot(0, self, self._focus_first)

    def _focus_first(self) -> None:
        target = self.boxes[Box.ENJOYED].field if self.notes.person else self.sheet.who
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)
        self._keep_in_sight(target)

    def _show(self) -> None:
        case = self.notes.case()
        if case is None:
            return
        now = self.desk.now()
        self._title.setText(self.tr("How was {0}?").format(case.interview.company))
        ended = case.interview.ends()
        if ended <= now:
            ago = self.tr("It ended {0}. Type it as it comes; short and messy is fine.")
            self._ago.setText(ago.format(ago_words(ended, now)))
        else:
            self._ago.setText(self.tr("It is not over yet. Type what you know already; short and messy is fine."))
        self.sheet.show_person(case.person(self.notes.person))
        self.notes.show(case)
        self._show_progress(case)

    def _show_progress(self, case: Case) -> None:
        people = [self.notes.step(case, each, self._current) for each in case.interviewers]
        asked = case.interview.permission is not Permission.NOT_ASKED
        asking = (
            Step(THEIR_WORDS, self.tr("Their words"), self.tr("about the decision"), case.promise is not None),
            Step(FOLLOWING_UP, self.tr("Following up"), self.tr("may I, and with whom"), asked),
        )
        self.side.show_steps(people, asking, self._current)
        unanswered = sum(not step.done for step in people) + (case.promise is None)
        minutes = self.tr("About {0} minutes left") if unanswered > 1 else self.tr("About {0} minute left")
        self._left_to_do.setText(minutes.format(unanswered) if unanswered else self.tr("All answered"))
        count = len(people)
        self.write.setText(self.tr("Write {0} cards").format(count) if count != 1 else self.tr("Write the card"))
        self.write.setEnabled(count > 0)
        self._tell_saved()

    def _tell_saved(self) -> None:
        saved = self.desk.last_saved
        if self.notes.is_unsaved:
            self._foot.show()
            self._foot.set_saved(self.tr("Not saved yet; every word is still here"), "unsaved")
        elif saved is None:
            self._foot.set_saved(self.tr("Nothing to save"))
        else:
            self._foot.set_saved(self.tr("Saved {0}, every word as you type").format(time_words(saved.time())))

    # Moving

    def _press(self, number: int) -> None:
        """Answer the question nearest to the caret."""
        focused = QApplication.focusWidget()
        if number == 0 and focused is not None and self.decision.isAncestorOf(focused):
            self.decision.leave_open()
            return
        for each in sorted(self.boxes.values(), key=lambda each: not each.field.hasFocus()):
            each.show_previews()
            for question in each.questions():
                if question.press(number):
                    return

    def _add_people(self, names: str) -> None:
        """Those who were there, by their names."""
        if self.notes.name_people(names):
            QTimer.singleShot(0, self, self._focus_first)

    def _go_to(self, key: str) -> None:
        if key == THEIR_WORDS:
            self.decision.field.setFocus()
        elif key == FOLLOWING_UP:
            self.decision.may_i.cell(self.decision.may_i.current() or Permission.YES.value).setFocus()
        else:
            self._go_to_person(key)
        case = self.notes.case()
        if case is not None:
            self._show_progress(case)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Mark the step that the caret is in, and keep it in sight."""
        if now is None or not self.sheet.isAncestorOf(now):
            return
        if self.decision.asks.isAncestorOf(now):
            key = FOLLOWING_UP
        else:
            key = THEIR_WORDS if self.decision.isAncestorOf(now) else self.notes.person
        case = self.notes.case()
        if key != self._current and case is not None:
            self._current = key
            self._show_progress(case)
        self._keep_in_sight(now)

    def _keep_in_sight(self, field: QWidget) -> None:
        """Scroll so that the line with the caret has room above and below it."""
        place = field.cursorRect().center() if isinstance(field, NoteField) else field.rect().center()
        keep_in_sight(field, place, self._scroll.viewport().height() // 3)

    def _go_to_person(self, person: str) -> None:
        self.notes.save_boxes()
        self.notes.person = self._current = person
        self._show()
        self._focus_first()

    def _step_person(self, by: int) -> None:
        case = self.notes.case()
        people = [each.id for each in case.interviewers] if case else []
        if not people:
            return
        in_boxes = self._current == self.notes.person
        at = people.index(self.notes.person) if self.notes.person in people else 0
        if by < 0 and not in_boxes:
            self._go_to_person(people[at])
        elif at + by >= len(people):
            self.decision.field.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._go_to_person(people[max(0, at + by)])

    def act(self, name: str) -> bool:
        """See the weeks that follow from their words."""
        if name == "what_if":
            self.decision.see_weeks()
            return True
        return super().act(name)

    def _on_write(self) -> None:
        self.finish()
        if self.write.isEnabled():
            self.cards_wanted.emit(self.notes.interview)

    # Keeping up

    def finish(self) -> None:
        """Save everything that is still being typed."""
        self.notes.save()
        self.desk.end_typing()

    def is_unsaved(self) -> bool:
        """True while something typed could not be written."""
        return self.notes.is_unsaved

    def _on_changed(self, _change: Change) -> None:
        case = self.notes.case()
        if case is None or not self.isVisible():
            return
        if self.notes.person not in case.interview.people:
            self.notes.person = self._current = case.interviewers[0].id if case.interviewers else ""
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack what has no room beside each other."""
        super().resizeEvent(event)
        narrow, tight = (self.width() < least * look.font_px() for least in (NARROW, TIGHT))
        directions = QBoxLayout.Direction
        self.side.set_narrow(narrow=narrow)
        self.sheet.set_narrow(narrow=narrow)
        self._middle.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._foot_row.setDirection(directions.TopToBottom if tight else directions.LeftToRight)
        self._left_to_do.setVisible(not tight)
        set_tone(self._title, "text", "page" if tight else "display")
        is_low = self.height() < LOWEST * look.font_px()
        self.side.setVisible(not is_low)
        self._foot.setVisible(not (tight and is_low))
        self._ago.setVisible(self.height() >= SHORT * look.font_px())
        for made, words, key in ((self._close, self.tr("Close"), "Esc"), (self.write, self.write.text(), "Ctrl+Enter")):
            made.setProperty("key", "" if narrow else key_name(key))
            made.setText("")  # else Qt keeps the width it had
            made.setText("" if narrow and made is self._close else words)
