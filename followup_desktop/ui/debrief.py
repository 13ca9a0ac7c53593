"""The debrief: one page, big type, keyboard only. What each person said becomes notes, and their words become dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QSpacerItem, QVBoxLayout, QWidget

from followup_desktop.core import changes, etiquette, promise
from followup_desktop.core.records import Box, Case, Change, Note, Permission, Person, Promise
from followup_desktop.desk.desk import Desk
from followup_desktop.letters.notes import Outcome
from followup_desktop.letters.writer import Writer
from followup_desktop.ui import look
from followup_desktop.ui.debrief_steps import Step, Steps
from followup_desktop.ui.language import ago_words, day_words, said, time_words
from followup_desktop.ui.note_box import SAVE_AFTER_MS, NoteBox, Preview
from followup_desktop.ui.page import Page
from followup_desktop.ui.parts.avatar import Avatar
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.key_caps import KeyCaps
from followup_desktop.ui.parts.label import ElidedLabel, label
from followup_desktop.ui.parts.panel import Hairline, Panel
from followup_desktop.ui.parts.segments import Segments
from followup_desktop.ui.parts.status_line import StatusLine

STEPS_WIDTH = 232
LABEL_WIDTH = 140
WIDEST = 80
"""Width of the boxes in em, at most (LOOK 9)."""
NARROW = 60
"""Below this width in em the steps are a row of circles and labels stand above their boxes."""
THEIR_WORDS, FOLLOWING_UP, EVERYBODY = "words", "following", "everybody"
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
        self._interview = ""
        self._person = ""
        self._build_header()
        self._build_steps()
        self._build_sheet()
        self._build_foot()
        self._lay_out()
        self._keys()
        self._words_pause = QTimer(self)
        self._words_pause.setSingleShot(True)
        self._words_pause.setInterval(SAVE_AFTER_MS)
        self._words_pause.timeout.connect(self._save_words)
        desk.changed.connect(self._on_changed)

    # Building

    def _build_header(self) -> None:
        self._title, self._ago = label(kind="display"), label(tone="text2", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        column.addWidget(self._title)
        column.addWidget(self._ago)
        self._left_to_do = label(kind="caption", tone="text2")
        close = button(self.tr("Close"), "close", "flat", key="Esc")
        close.clicked.connect(self.left)
        self.header_row.addLayout(column, 1)
        self.header_row.addWidget(self._left_to_do)
        self.header_row.addWidget(close)

    def _build_steps(self) -> None:
        self.steps = Steps()
        self.steps.chosen.connect(self._go_to)
        self._somebody = button(self.tr("Somebody else"), "plus", "flat", small=True, tip=self.tr("Add a person who was there"))
        self._somebody.clicked.connect(lambda: self.person_wanted.emit(self._interview))
        self._hints = QWidget()
        column = QVBoxLayout(self._hints)
        column.setContentsMargins(look.px(12), 0, 0, look.px(12))
        column.setSpacing(look.px(4))
        for keys, words in (
            ("Tab", self.tr("next box")),
            ("Ctrl+Down", self.tr("next person")),
            ("Ctrl+Return", self.tr("write the cards")),
        ):
            row = QHBoxLayout()
            row.setSpacing(look.px(4))
            row.addWidget(KeyCaps(keys))
            row.addWidget(label(words, "caption", "text2"))
            row.addStretch(1)
            column.addLayout(row)

    def _build_sheet(self) -> None:
        self._avatar = Avatar("")
        self._name, self._detail = ElidedLabel(kind="page"), ElidedLabel(tone="text2")
        self._spelling = button(self.tr("Check the spelling"), "pen", "flat", tip=self.tr("Name, title and how to address them"))
        self._spelling.clicked.connect(lambda: self.person_edited.emit(self._interview, self._person))
        self.boxes = {
            Box.ENJOYED: NoteBox(self.tr("What I enjoyed"), self.tr("what they told you, what you liked")),
            Box.LEARNED: NoteBox(self.tr("What I learned"), self.tr("about their work, their advice")),
            Box.PROMISED: NoteBox(self.tr("What I promised"), self.tr("send my write-up")),
        }
        for kind, each in self.boxes.items():
            each.wanted.connect(partial(self._save_box, kind))
            each.answered.connect(partial(self._answer, kind))
            each.preview = self._previewer(kind)
        self._starters = QWidget()
        row = QHBoxLayout(self._starters)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(4))
        self._before_starters = QSpacerItem(0, 0)
        row.addItem(self._before_starters)
        for words, box, start in (
            (self.tr("&They told me…"), Box.ENJOYED, self.tr("told me about ")),
            (self.tr("&We both…"), Box.ENJOYED, self.tr("we both ")),
            (self.tr("They were &kind about…"), Box.ENJOYED, self.tr("was kind about ")),
            (self.tr("I p&romised…"), Box.PROMISED, ""),
            (self.tr("&Advice:"), Box.LEARNED, self.tr("advice: ")),
        ):
            starter = button(words, role="flat", small=True, tip=self.tr("Begin a note with these words"))
            starter.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            starter.clicked.connect(partial(self._start, box, start))
            row.addWidget(starter)
        row.addStretch(1)
        self._build_decision()

    def _build_decision(self) -> None:
        self.their_words = QLineEdit()
        self.their_words.setAccessibleName(self.tr("Their words about the decision"))
        self.their_words.setPlaceholderText(self.tr("within the next two weeks"))
        self.their_words.setFont(look.font("title", 400))
        self.their_words.setFixedHeight(look.px(44))
        self.their_words.textEdited.connect(self._on_words_typed)
        self.their_words.editingFinished.connect(self._save_words)
        self._read_back = Preview()
        self.may_i = Segments(
            (
                (Permission.YES.value, self.tr("Yes")),
                (Permission.NO.value, self.tr("No")),
                (Permission.NOT_ASKED.value, self.tr("I did not ask")),
            ),
            self.tr("May I follow up?"),
            checks=True,
        )
        self.may_i.chosen.connect(self._set_permission)
        self.contact = QComboBox()
        self.contact.setAccessibleName(self.tr("With whom"))
        self.contact.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.contact.activated.connect(lambda _: self._set_contact())
        self._contact_why = ElidedLabel(kind="caption", tone="text2")

    def _build_foot(self) -> None:
        self._foot = StatusLine()
        self._later = button(self.tr("Finish later"), role="flat")
        self._later.clicked.connect(self.left)
        self.write = button("", "card", "primary", key="Ctrl+Return")
        self.write.clicked.connect(self._on_write)

    def _lay_out(self) -> None:
        person = QHBoxLayout()
        person.setSpacing(look.px(12))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._detail)
        person.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        person.addLayout(names, 1)
        person.addWidget(self._spelling)
        sheet = Panel()
        self._sheet = QVBoxLayout(sheet)
        self._sheet.setContentsMargins(look.px(32), look.px(20), look.px(32), look.px(20))
        self._sheet.setSpacing(look.px(8))
        self._sheet.addLayout(person)
        self._sheet.addWidget(self._starters)
        for each in self.boxes.values():
            self._sheet.addWidget(each)
        line = Hairline()
        self._sheet.addSpacing(look.px(4))
        self._sheet.addWidget(line)
        self._sheet.addSpacing(look.px(8))
        self._words_label, self._words_row = self._labelled(self.tr("Their words"), self.their_words, self._read_back)
        asks = QWidget()
        row = QHBoxLayout(asks)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(self.may_i)
        row.addWidget(label(self.tr("with"), tone="text2"))
        row.addWidget(self.contact)
        row.addWidget(self._contact_why, 1)
        self._may_label, self._may_row = self._labelled(self.tr("May I follow up?"), asks)
        self._sheet.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(sheet)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll = scroll
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.steps)
        side.addWidget(self._somebody, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch(1)
        side.addWidget(self._hints)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(look.px(12))
        self._middle.addWidget(self._side)
        self._middle.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, look.px(10))
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._later)
        foot.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addLayout(self._middle, 1)
        column.addLayout(foot)

    def _labelled(self, words: str, field: QWidget, below: QWidget | None = None) -> tuple[QWidget, QHBoxLayout]:
        """One row of the sheet: its name, the field, and what stands under it."""
        name = label(words, "field")
        row = QHBoxLayout()
        name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        name.setMinimumHeight(look.px(44 if below is not None else 32))
        row.setSpacing(look.px(16))
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(look.px(4))
        column.addWidget(field)
        if below is not None:
            column.addWidget(below)
        row.addLayout(column, 1)
        self._sheet.addLayout(row)
        return name, row

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
        self._person = blank or first
        self._show()
        QTimer.singleShot(0, self._focus_first)

    def _focus_first(self) -> None:
        target = self.boxes[Box.ENJOYED].field if self._person else self.their_words
        target.setFocus(Qt.FocusReason.OtherFocusReason)

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
        met = case.person(self._person)
        for part in (self._avatar, self._name, self._detail, self._spelling, self._starters, *self.boxes.values()):
            part.setVisible(met is not None)
        if met is not None:
            self._show_person(case, met)
        self._show_words(case)
        self._show_progress(case)

    def _show_person(self, case: Case, met: Person) -> None:
        self._avatar.set(met.name)
        self._name.setText(met.name)
        called = met.address_as or met.name
        parts = (met.title, met.pronoun, self.tr("“Dear {0}”").format(called))
        self._detail.setText(" · ".join(part for part in parts if part))
        for kind, each in self.boxes.items():
            each.load([note.text for note in self._notes(case, kind)])

    def _show_words(self, case: Case) -> None:
        told = case.promise
        if not self.their_words.hasFocus() and not self._words_pause.isActive():
            self.their_words.setText(told.words if told else "")
        self._read_words()
        self.may_i.set_current(case.interview.permission.value)
        right, why = etiquette.right_person(case)
        self.contact.clear()
        for each in case.people:
            self.contact.addItem(each.name, each.id)
        chosen = case.interview.contact or (right.id if right else None)
        self.contact.setCurrentIndex(self.contact.findData(chosen))
        self.contact.setEnabled(self.contact.count() > 0)
        self._contact_why.setText("" if case.interview.contact or right is None else said(why, self.desk.today()))

    def _show_progress(self, case: Case) -> None:
        steps = [self._person_step(case, each) for each in case.interviewers]
        unanswered = sum(not step.done for step in steps) + (case.promise is None)
        steps.append(Step(THEIR_WORDS, self.tr("Their words"), self.tr("about the decision"), case.promise is not None))
        asked = case.interview.permission is not Permission.NOT_ASKED
        steps.append(Step(FOLLOWING_UP, self.tr("Following up"), self.tr("may I, and with whom"), asked))
        self.steps.show_steps(steps, self._person)
        minutes = self.tr("About {0} minutes left") if unanswered > 1 else self.tr("About {0} minute left")
        self._left_to_do.setText(minutes.format(unanswered) if unanswered else self.tr("All answered"))
        count = len(case.interviewers)
        self.write.setText(self.tr("Write {0} cards").format(count) if count != 1 else self.tr("Write the card"))
        self.write.setEnabled(count > 0)
        self._foot.set_saved(self._saved_words())

    def _saved_words(self) -> str:
        saved = self.desk.last_saved
        return (
            self.tr("Saved {0}, every word as you type").format(time_words(saved.time())) if saved else self.tr("Nothing to save")
        )

    def _person_step(self, case: Case, person: Person) -> Step:
        notes = case.notes_of(person.id)
        me, writer = self.desk.me(), self._writer()
        questions = sum(writer.understand(note, case, me).question is not None for note in notes)
        words = self.tr("{0} notes").format(len(notes)) if len(notes) != 1 else self.tr("1 note")
        if questions:
            words += ", " + (self.tr("{0} questions").format(questions) if questions != 1 else self.tr("1 question"))
        done = bool(notes) and not questions and person.id != self._person
        return Step(person.id, person.name, words if notes else self.tr("not yet"), done)

    # Notes

    def _notes(self, case: Case, kind: Box) -> list[Note]:
        """The notes that stand in that box for the person on the page."""
        return [note for note in case.notes_of(self._person) if HELD_BY.get(note.box, note.box) is kind]

    def _previewer(self, kind: Box) -> Callable[[Sequence[str]], Sequence[tuple[Outcome, str]]]:
        def preview(lines: Sequence[str]) -> Sequence[tuple[Outcome, str]]:
            case = self._case()
            if case is None or not self._person:
                return ()
            change = changes.notes_typed(self._notes(case, kind), lines, self._blank(kind), self.desk.now())
            known = {note.id: note for note in self._notes(case, kind)}
            for before, after in change.pairs:
                if isinstance(after, Note):
                    known[after.id] = after
                elif isinstance(before, Note):
                    known.pop(before.id)
            writer, me = self._writer(), self.desk.me()
            ordered = sorted(known.values(), key=lambda note: note.position)
            outcomes = [writer.understand(note, case, me) for note in ordered]
            return [(each, " ".join(each.wordings[:1])) for each in outcomes]

        return preview

    def _blank(self, kind: Box) -> Note:
        return Note(id="", interview=self._interview, person=self._person, text="", box=kind)

    def _save_box(self, kind: Box) -> None:
        case = self._case()
        if case is None or not self._person:
            return
        notes = self._notes(case, kind)
        change = changes.notes_typed(notes, self.boxes[kind].lines(), self._blank(kind), self.desk.now())
        if self.desk.do_typing(f"notes {self._interview} {self._person} {kind}", change):
            self.boxes[kind].saved()
            if not self.boxes[kind].field.hasFocus():
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
        ordered = sorted(self.boxes.values(), key=lambda each: not each.field.hasFocus())
        for each in ordered:
            for question in each.questions():
                if question.press(number):
                    return

    def _start(self, kind: Box, words: str) -> None:
        """Begin a note of that kind: the caret goes to its box, on a line that begins with these words."""
        field = self.boxes[kind].field
        lines = [line for line in field.lines() if line.strip()]
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.set_lines([*lines, words])

    # Their words

    def _on_words_typed(self, _words: str) -> None:
        self._read_words()
        self._words_pause.start()

    def _read_words(self) -> None:
        """Read their words back as dates at once."""
        case = self._case()
        words = self.their_words.text().strip()
        if case is None or not words:
            self._read_back.clear()
            return
        change = self._promise(case)
        heard = [after for _, after in change.pairs if isinstance(after, Promise)]
        told = replace(case, promises=tuple(heard) or case.promises)
        wait = etiquette.wait(told, self.desk.workdays())
        kept = told.promise
        if kept is not None and kept.earliest is None and kept.latest is None:
            text = self.tr("No date in these words. Not before {0}, best {1}, unless you type one.")
        else:
            text = self.tr("Not before {0}, best {1}. It goes into your calendar, never on a card.")
        self._read_back.say("calendar", text.format(day_words(wait.floor), day_words(wait.best)))

    def _promise(self, case: Case) -> Change:
        words = self.their_words.text()
        heard = changes.heard_on(case)
        me = self.desk.me()
        window = promise.read(words, heard, self.desk.workdays(), me.locale or self.desk.locale)
        return changes.promise_heard(case, words, window, heard, self._person or None if case.promise is None else None)

    def _save_words(self) -> None:
        self._words_pause.stop()
        case = self._case()
        if case is not None and self.their_words.text().strip() != (case.promise.words if case.promise else ""):
            self.desk.do_typing(f"promise {self._interview}", self._promise(case))
        if not self.their_words.hasFocus():
            self.desk.end_typing()

    def _set_permission(self, choice: str) -> None:
        case = self._case()
        if case is not None:
            self.desk.do(changes.permission_set(case, Permission(choice)))

    def _set_contact(self) -> None:
        case = self._case()
        if case is not None:
            self.desk.do(changes.contact_set(case, self.contact.currentData()))

    # Moving

    def _go_to(self, key: str) -> None:
        if key == THEIR_WORDS:
            self.their_words.setFocus()
        elif key == FOLLOWING_UP:
            self.may_i.setFocus()
        else:
            self._go_to_person(key)
        self._show_current(key)

    def _show_current(self, key: str) -> None:
        case = self._case()
        if case is not None and key not in {THEIR_WORDS, FOLLOWING_UP}:
            self._show_progress(case)

    def _go_to_person(self, person: str) -> None:
        for each in self.boxes.values():
            each.save_now()
        self.desk.end_typing()
        self._person = person
        self._show()
        self._focus_first()

    def _step_person(self, by: int) -> None:
        case = self._case()
        people = [each.id for each in case.interviewers] if case else []
        if not people:
            return
        at = people.index(self._person) if self._person in people else 0
        if at + by >= len(people):
            self.their_words.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._go_to_person(people[max(0, at + by)])

    def _on_write(self) -> None:
        self.finish()
        if self.write.isEnabled():
            self.cards_wanted.emit(self._interview)

    def finish(self) -> None:
        """Save everything that is still being typed."""
        for each in self.boxes.values():
            each.save_now()
        if self._words_pause.isActive():
            self._save_words()
        self.desk.end_typing()

    def is_unsaved(self) -> bool:
        """True while a box holds lines that could not be written."""
        return any(each.is_pending() for each in self.boxes.values())

    def _on_changed(self, _change: Change) -> None:
        case = self._case()
        if case is None or not self.isVisible():
            return
        if self._person not in case.interview.people:
            self._person = case.interviewers[0].id if case.interviewers else ""
        typing = any(each.is_pending() for each in self.boxes.values())
        if typing:
            self._show_progress(case)
        else:
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack what has no room beside each other."""
        super().resizeEvent(event)
        em = look.font_px()
        narrow = self.width() < NARROW * em
        self.steps.set_compact(compact=narrow)
        self._hints.setVisible(not narrow)
        self._somebody.setVisible(not narrow)
        directions = QHBoxLayout.Direction
        self._middle.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._side.setFixedWidth(look.px(STEPS_WIDTH)) if not narrow else self._side.setMaximumWidth(16_777_215)
        names = [self._words_label, self._may_label, *(each.name for each in self.boxes.values())]
        width = max(look.px(LABEL_WIDTH), *(name.sizeHint().width() for name in names))
        for each in self.boxes.values():
            each.set_stacked(stacked=narrow, label_width=width)
        for name, row in ((self._words_label, self._words_row), (self._may_label, self._may_row)):
            row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
            name.setMinimumWidth(0 if narrow else width)
            name.setMinimumHeight(0 if narrow else look.px(32))
        self._before_starters.changeSize(0 if narrow else width + look.px(16), 0)
