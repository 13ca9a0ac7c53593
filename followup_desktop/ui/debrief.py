"""The debrief: one page, big type, keyboard only. What each person said becomes notes, and their words become dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.core import changes
from followup_desktop.core.records import Box, Case, Change, Note, Permission, Person
from followup_desktop.desk.desk import Desk
from followup_desktop.letters.notes import Outcome
from followup_desktop.letters.writer import Writer
from followup_desktop.ui import hands, look
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
from followup_desktop.ui.unsaved import Unsaved

NARROW = 60
"""Below this width in em the steps are a row of circles and labels stand above their boxes."""
TIGHT = 36
"""Below this width in em the foot takes two lines."""
SHORT = 28
"""Below this height in em the page has no words under its title."""
LOWEST = 14
"""Below this height in em only the sheet and its buttons are left; keys still go to every step."""
THEIR_WORDS, FOLLOWING_UP = "words", "following"
HELD_BY = {Box.ANY: Box.LEARNED}
"""Notes that came without a box stand in this one."""


class DebriefPage(Page):
    """Asks about one interview, person by person; everything is on disk a second after it is typed."""

    cards_wanted = Signal(str)
    person_edited = Signal(str, str)
    person_wanted = Signal(str)
    has_strip = False
    has_status = False

    def __init__(self, desk: Desk, writer: Callable[[], Writer], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._writer = writer
        self._interview = self._person = ""
        self._current = ""
        self._unsaved = Unsaved(desk, self)
        self._unsaved.changed.connect(self._tell_saved)
        self.side, self.sheet = DebriefSide(), DebriefSheet(desk)
        self.boxes, self.decision = self.sheet.boxes, self.sheet.decision
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
        acts = QHBoxLayout()
        acts.setSpacing(look.px(8))
        acts.addStretch(1)
        acts.addWidget(self._later)
        acts.addWidget(self.write)
        self._foot_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot_row.setContentsMargins(0, 0, 0, look.px(10))
        self._foot_row.addWidget(self._foot, 1)
        self._foot_row.addLayout(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addLayout(self._middle, 1)
        column.addLayout(self._foot_row)

    def _connect(self) -> None:
        self.side.chosen.connect(self._go_to)
        self.side.person_wanted.connect(lambda: self.person_wanted.emit(self._interview))
        self.sheet.spelling_wanted.connect(lambda: self.person_edited.emit(self._interview, self._person))
        self.sheet.people_named.connect(self._add_people)
        for kind, each in self.boxes.items():
            each.wanted.connect(partial(self._save_box, kind))
            each.answered.connect(partial(self._answer, kind))
            each.preview = partial(self._preview, kind)
            each.field.cursorPositionChanged.connect(partial(self._keep_in_sight, each.field))
        self.decision.wanted.connect(self._save_words)
        self.decision.chosen.connect(self.desk.do)
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
        return self._interview or None

    @property
    def person(self) -> str | None:
        """The person who is asked about."""
        return self._person or None

    def show_interview(self, interview: str) -> None:
        """Ask about that interview, beginning with the first person nothing is noted about."""
        self.finish()
        self._interview = interview
        case = self._case()
        blank = next((each.id for each in case.interviewers if not case.notes_of(each.id)), None) if case else None
        first = case.interviewers[0].id if case and case.interviewers else ""
        self._person = self._current = blank or first
        self._show()
        QTimer.singleShot(0, self, self._focus_first)

    def _focus_first(self) -> None:
        target = self.boxes[Box.ENJOYED].field if self._person else self.sheet.who
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)
        self._keep_in_sight(target)

    def _case(self) -> Case | None:
        return self.desk.case(self._interview)

    def _show(self) -> None:
        case = self._case()
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
        self.sheet.show_person(case.person(self._person))
        for kind, each in self.boxes.items():
            each.hand = str(self.desk.settings.get("hand", hands.HAND))
            if not each.clock.is_pending:
                typed = self._unsaved.words(self._field(kind))
                each.load(typed if isinstance(typed, list) else [note.text for note in self._notes(case, kind)])
        words = self._unsaved.words(self._words_field())
        self.decision.show_case(case, words if isinstance(words, str) else None)
        self._show_progress(case)

    def _show_progress(self, case: Case) -> None:
        people = [self._person_step(case, each) for each in case.interviewers]
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
        if self._unsaved:
            self._foot.show()
            self._foot.set_saved(self.tr("Not saved yet; every word is still here"), "unsaved")
        elif saved is None:
            self._foot.set_saved(self.tr("Nothing to save"))
        else:
            self._foot.set_saved(self.tr("Saved {0}, every word as you type").format(time_words(saved.time())))

    def _person_step(self, case: Case, person: Person) -> Step:
        notes = case.notes_of(person.id)
        me, writer = self.desk.me(), self._writer()
        questions = sum(writer.understand(note, case, me).question is not None for note in notes)
        words = self.tr("{0} notes").format(len(notes)) if len(notes) != 1 else self.tr("1 note")
        if questions:
            words += ", " + (self.tr("{0} questions").format(questions) if questions != 1 else self.tr("1 question"))
        done = bool(notes) and not questions and person.id != self._current
        return Step(person.id, person.name, words if notes else self.tr("not yet"), done)

    # Notes

    def _notes(self, case: Case, kind: Box, person: str = "") -> list[Note]:
        """The notes that stand in that box for a person, the one on the page where none is named."""
        return [note for note in case.notes_of(person or self._person) if HELD_BY.get(note.box, note.box) is kind]

    def _field(self, kind: Box) -> str:
        return f"notes {self._interview} {self._person} {kind}"

    def _words_field(self) -> str:
        return f"promise {self._interview}"

    def _preview(self, kind: Box, lines: Sequence[str]) -> Sequence[tuple[Outcome, str]]:
        """What each of these lines becomes, with its wording on the card."""
        case = self._case()
        if case is None or not self._person:
            return ()
        notes = self._notes(case, kind)
        change = changes.notes_typed(notes, lines, self._blank(kind), self.desk.now())
        known: dict[str, Note] = {note.id: note for note in notes}
        for before, after in change.pairs:
            if isinstance(after, Note):
                known[after.id] = after
            elif isinstance(before, Note):
                known.pop(before.id)
        writer, me = self._writer(), self.desk.me()
        ordered = sorted(known.values(), key=lambda note: note.position)
        outcomes = [writer.understand(note, case, me) for note in ordered]
        return [(each, " ".join(each.wordings[:1])) for each in outcomes]

    def _blank(self, kind: Box) -> Note:
        return Note(id="", interview=self._interview, person=self._person, text="", box=kind)

    def _save_box(self, kind: Box) -> None:
        each = self.boxes[kind]
        if not self._person:
            return
        lines, blank, person, interview = each.lines(), self._blank(kind), self._person, self._interview

        def change() -> Change | None:
            case = self.desk.case(interview)
            if case is None or case.person(person) is None:
                return None
            return changes.notes_typed(self._notes(case, kind, person), lines, blank, self.desk.now())

        self._unsaved.save(self._field(kind), lines, change)
        each.clock.saved()
        if not each.field.hasFocus():
            self.desk.end_typing()

    def _answer(self, kind: Box, line: int, choice: str) -> None:
        """Keep the answer to the question of one line; the line is saved first."""
        self.boxes[kind].save_now()
        case = self._case()
        notes = self._notes(case, kind) if case else []
        if line < len(notes):
            self.desk.do(changes.note_answered(notes[line], choice))

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
        case = self._case()
        if case is None:
            return
        people = [each for each in self.desk.people() if each.company]
        if self.desk.do(changes.people_named(case, names.split(","), people)):
            QTimer.singleShot(0, self, self._focus_first)

    def _save_words(self) -> None:
        words, interview, by = self.decision.field.words(), self._interview, self._person or None

        def change() -> Change | None:
            case = self.desk.case(interview)
            if case is None or words == (case.promise.words if case.promise else ""):
                return None
            return self.decision.promised(case, words, by if case.promise is None else None)

        self._unsaved.save(self._words_field(), words, change)
        self.decision.clock.saved()
        if not self.decision.field.hasFocus():
            self.desk.end_typing()

    # Moving

    def _go_to(self, key: str) -> None:
        if key == THEIR_WORDS:
            self.decision.field.setFocus()
        elif key == FOLLOWING_UP:
            self.decision.may_i.cell(self.decision.may_i.current() or Permission.YES.value).setFocus()
        else:
            self._go_to_person(key)
        case = self._case()
        if case is not None:
            self._show_progress(case)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Mark the step that the caret is in, and keep it in sight."""
        if now is None or not self.sheet.isAncestorOf(now):
            return
        if self.decision.asks.isAncestorOf(now):
            key = FOLLOWING_UP
        else:
            key = THEIR_WORDS if self.decision.isAncestorOf(now) else self._person
        case = self._case()
        if key != self._current and case is not None:
            self._current = key
            self._show_progress(case)
        self._keep_in_sight(now)

    def _keep_in_sight(self, field: QWidget) -> None:
        """Scroll so that the line with the caret has room above and below it."""
        place = field.cursorRect().center() if isinstance(field, NoteField) else field.rect().center()
        keep_in_sight(field, place, self._scroll.viewport().height() // 3)

    def _go_to_person(self, person: str) -> None:
        for each in self.boxes.values():
            each.save_now()
        self.desk.end_typing()
        self._person = self._current = person
        self._show()
        self._focus_first()

    def _step_person(self, by: int) -> None:
        case = self._case()
        people = [each.id for each in case.interviewers] if case else []
        if not people:
            return
        in_boxes = self._current == self._person
        at = people.index(self._person) if self._person in people else 0
        if by < 0 and not in_boxes:
            self._go_to_person(people[at])
        elif at + by >= len(people):
            self.decision.field.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._go_to_person(people[max(0, at + by)])

    def _on_write(self) -> None:
        self.finish()
        if self.write.isEnabled():
            self.cards_wanted.emit(self._interview)

    # Keeping up

    def finish(self) -> None:
        """Save everything that is still being typed."""
        for each in self.boxes.values():
            each.save_now()
        if self.decision.clock.is_pending:
            self._save_words()
        self._unsaved.retry()
        self.desk.end_typing()

    def is_unsaved(self) -> bool:
        """True while something typed could not be written."""
        return bool(self._unsaved)

    def _on_changed(self, _change: Change) -> None:
        case = self._case()
        if case is None or not self.isVisible():
            return
        if self._person not in case.interview.people:
            self._person = self._current = case.interviewers[0].id if case.interviewers else ""
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
