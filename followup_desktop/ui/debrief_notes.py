"""What is typed in the debrief and where it goes: each line a note, their words a promise, every word on disk soon."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from followup_desktop.core import changes
from followup_desktop.core.records import Box, Case, Change, Note, Person
from followup_desktop.desk.desk import Desk
from followup_desktop.letters.notes import Outcome
from followup_desktop.letters.writer import Writer
from followup_desktop.ui import hands
from followup_desktop.ui.debrief_steps import Step
from followup_desktop.ui.decision import Decision
from followup_desktop.ui.note_box import NoteBox
from followup_desktop.ui.unsaved import Unsaved

HELD_BY = {Box.ANY: Box.LEARNED}
"""Notes that came without a box stand in this one."""


class DebriefNotes(QObject):
    """Fills the boxes of one person, saves them and answers their questions. Which person is the page's business."""

    unsaved_changed = Signal()
    """Something typed could not be written, or now is."""

    def __init__(
        self, desk: Desk, writer: Callable[[], Writer], boxes: Mapping[Box, NoteBox], decision: Decision, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._writer = desk, writer
        self._boxes, self._decision = boxes, decision
        self.interview = self.person = ""
        self._unsaved = Unsaved(desk, self)
        self._unsaved.changed.connect(self.unsaved_changed)
        for kind, each in boxes.items():
            each.wanted.connect(partial(self._save_box, kind))
            each.answered.connect(partial(self._answer, kind))
            each.preview = partial(self._preview, kind)
        decision.wanted.connect(self._save_words)
        decision.chosen.connect(desk.do)

    def case(self) -> Case | None:
        """The interview that is asked about."""
        return self._desk.case(self.interview)

    @property
    def is_unsaved(self) -> bool:
        """True while something typed could not be written."""
        return bool(self._unsaved)

    def show(self, case: Case) -> None:
        """Fill the boxes with that person's notes, and the rest with what they said; what is being typed stays."""
        for kind, each in self._boxes.items():
            each.hand = str(self._desk.settings.get("hand", hands.HAND))
            if not each.clock.is_pending:
                typed = self._unsaved.words(self._field(kind))
                each.load(typed if isinstance(typed, list) else [note.text for note in self._notes(case, kind)])
        words = self._unsaved.words(self._words_field())
        self._decision.show_case(case, words if isinstance(words, str) else None)

    def step(self, case: Case, person: Person, current: str) -> Step:
        """How far that person's part is: how many notes, how many questions are open."""
        notes = case.notes_of(person.id)
        me, writer = self._desk.me(), self._writer()
        questions = sum(writer.understand(note, case, me).question is not None for note in notes)
        words = self.tr("{0} notes").format(len(notes)) if len(notes) != 1 else self.tr("1 note")
        if questions:
            words += ", " + (self.tr("{0} questions").format(questions) if questions != 1 else self.tr("1 question"))
        done = bool(notes) and not questions and person.id != current
        return Step(person.id, person.name, words if notes else self.tr("not yet"), done)

    def _notes(self, case: Case, kind: Box, person: str = "") -> list[Note]:
        """The notes that stand in that box for a person, the one on the page where none is named."""
        return [note for note in case.notes_of(person or self.person) if HELD_BY.get(note.box, note.box) is kind]

    def _field(self, kind: Box) -> str:
        return f"notes {self.interview} {self.person} {kind}"

    def _words_field(self) -> str:
        return f"promise {self.interview}"

    def _blank(self, kind: Box) -> Note:
        return Note(id="", interview=self.interview, person=self.person, text="", box=kind)

    def _preview(self, kind: Box, lines: Sequence[str]) -> Sequence[tuple[Outcome, str]]:
        """What each of these lines becomes, with its wording on the card."""
        case = self.case()
        if case is None or not self.person:
            return ()
        notes = self._notes(case, kind)
        change = changes.notes_typed(notes, lines, self._blank(kind), self._desk.now())
        known: dict[str, Note] = {note.id: note for note in notes}
        for before, after in change.pairs:
            if isinstance(after, Note):
                known[after.id] = after
            elif isinstance(before, Note):
                known.pop(before.id)
        writer, me = self._writer(), self._desk.me()
        ordered = sorted(known.values(), key=lambda note: note.position)
        outcomes = [writer.understand(note, case, me) for note in ordered]
        return [(each, " ".join(each.wordings[:1])) for each in outcomes]

    # Saving

    def _save_box(self, kind: Box) -> None:
        each = self._boxes[kind]
        if not self.person:
            return
        lines, blank, person, interview = each.lines(), self._blank(kind), self.person, self.interview

        def change() -> Change | None:
            case = self._desk.case(interview)
            if case is None or case.person(person) is None:
                return None
            return changes.notes_typed(self._notes(case, kind, person), lines, blank, self._desk.now())

        self._unsaved.save(self._field(kind), lines, change)
        each.clock.saved()
        if not each.field.hasFocus():
            self._desk.end_typing()

    def _answer(self, kind: Box, line: int, choice: str) -> None:
        """Keep the answer to the question of one line; the line is saved first."""
        self._boxes[kind].save_now()
        case = self.case()
        notes = self._notes(case, kind) if case else []
        if line < len(notes):
            self._desk.do(changes.note_answered(notes[line], choice))

    def _save_words(self) -> None:
        words, interview, by = self._decision.field.words(), self.interview, self.person or None

        def change() -> Change | None:
            case = self._desk.case(interview)
            if case is None or words == (case.promise.words if case.promise else ""):
                return None
            return self._decision.promised(case, words, by if case.promise is None else None)

        self._unsaved.save(self._words_field(), words, change)
        self._decision.clock.saved()
        if not self._decision.field.hasFocus():
            self._desk.end_typing()

    def save(self) -> None:
        """Save everything that is still being typed, and try what could not be written."""
        self.save_boxes()
        if self._decision.clock.is_pending:
            self._save_words()
        self._unsaved.retry()

    def save_boxes(self) -> None:
        """Save the boxes of the person on the page."""
        for each in self._boxes.values():
            each.save_now()
        self._desk.end_typing()

    def name_people(self, names: str) -> bool:
        """Note who was there, by names with commas between; True when they are."""
        case = self.case()
        if case is None:
            return False
        people = [each for each in self._desk.people() if each.company]
        return self._desk.do(changes.people_named(case, names.split(","), people))
