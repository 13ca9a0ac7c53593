"""The letters of one interview while they are worked on: what is typed is kept, and every press is a change to undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from followup_desktop.core import changes
from followup_desktop.core.records import CardState, Case, Letter, Origin, Sentence
from followup_desktop.desk.desk import Desk
from followup_desktop.letters.writer import Writer
from followup_desktop.ui import card_words
from followup_desktop.ui.letter_edit import DOWN, DROP, OTHER, LetterEdit
from followup_desktop.ui.letter_work import LetterWork
from followup_desktop.ui.note_box import SaveClock
from followup_desktop.ui.unsaved import Unsaved


class LetterEditing(QObject):
    """Holds the letters of a panel, one of them in the editor. It shows nothing: the page shows what it holds."""

    typed = Signal()
    """The letter in the editor says something else than before."""
    unsaved_changed = Signal()
    """Something typed could not be written, or now is."""

    def __init__(self, desk: Desk, writer: Callable[[], Writer], edit: LetterEdit) -> None:
        super().__init__(edit)
        self._desk, self._edit = desk, edit
        self._work = LetterWork(desk, writer)
        self.interview = self.person = ""
        self.letters: dict[str, Letter] = {}
        """The letters as drafted and kept, by person."""
        self.sent: tuple[str, ...] = ()
        """What other cards to this employer have said already."""
        self._unsaved = Unsaved(desk, self)
        self._unsaved.changed.connect(self.unsaved_changed)
        self._clock = SaveClock(edit)
        self._clock.due.connect(self.save)
        edit.edited.connect(self._on_typed)
        edit.left.connect(self._on_left)

    # What there is

    def case(self) -> Case | None:
        """The interview with everything about it."""
        return self._desk.case(self.interview)

    @property
    def is_pending(self) -> bool:
        """True while the editor holds words that are not saved yet."""
        return self._clock.is_pending

    @property
    def is_unsaved(self) -> bool:
        """True while some letter holds words that could not be written."""
        return bool(self._unsaved)

    def letter(self) -> Letter | None:
        """The letter in the editor as it stands now, with what is being typed."""
        letter = self.letters.get(self.person)
        if letter is None or not self.is_pending:
            return letter
        return replace(letter, sentences=self._edit.sentences())

    def others(self) -> list[Letter]:
        """The other letters of the panel."""
        return [each for each in self.letters.values() if each.person != self.person]

    def take_up(self, interview: str, person: str) -> None:
        """Work on that person's letter from now on; what was being typed is saved first."""
        self.save()
        self.interview, self.person = interview, person

    def draft(self, case: Case) -> None:
        """Draft all letters from the notes as they are now."""
        self.letters = {each.person: self._with_unsaved(each) for each in self._work.panel(case)}
        self.sent = self._work.sent(case)

    def _with_unsaved(self, letter: Letter) -> Letter:
        """That letter with what was typed into it and is not on disk yet."""
        kept = self._unsaved.words(self._field(letter.person))
        return replace(letter, sentences=kept) if isinstance(kept, tuple) else letter

    def _field(self, person: str) -> str:
        return f"letter {self.interview} {person}"

    # Typing

    def _on_typed(self) -> None:
        self._clock.typed()
        self.typed.emit()

    def _on_left(self) -> None:
        self.save()
        self._desk.end_typing()

    def save(self) -> None:
        """Keep the letter as the user left it."""
        letter = self.letters.get(self.person) if self.is_pending else None
        told = self._edit.sentences()
        if letter is not None:
            self._unsaved.save(self._field(self.person), told, self._work.keeper(letter, told))
        self._clock.saved()

    def retry(self) -> None:
        """Try to write what could not be written."""
        self._unsaved.retry()

    # At one press

    def redraft(self, **parts: str | int) -> None:
        """Draft anew in another tone, for another occasion or in other words; what the user typed stays."""
        self.save()
        case, letter = self.case(), self.letters.get(self.person)
        if case is not None and letter is not None and not self._is_sent():
            self._desk.do(self._work.redrafted(case, letter, **parts))

    def use_other_words(self) -> None:
        """Draft the letter in other words."""
        case = self.case()
        if case is not None:
            self.redraft(variant=case.card(self.person).variant + 1)

    def change_sentence(self, act: str, at: int | None = None) -> None:
        """Leave a sentence out, move it, or say it in other words; the one with the caret, else that number."""
        at = self._edit.index() if at is None else at
        self.save()
        letter, case = self.letters.get(self.person), self.case()
        if letter is None or case is None or not 0 <= at < len(letter.sentences):
            return
        told = list(letter.sentences)
        to = at
        if act == DROP:
            del told[at]
        elif act == OTHER:
            told = self._work.reworded(case, letter, at, self.letters.values())
        else:
            to = at + (1 if act == DOWN else -1)
            if not 0 <= to < len(told):
                return
            told[at], told[to] = replace(told[to], paragraph=told[at].paragraph), replace(told[at], paragraph=told[to].paragraph)
        self._keep(letter, told)
        self._edit.put_caret(to)

    def put_sentence(self, at: int, text: str) -> None:
        """Say one sentence in these words instead, the user's own from then on; without words it is left out."""
        if not text.strip():
            self.change_sentence(DROP, at)
            return
        self._put(at, lambda sentence: replace(sentence, text=text, origin=Origin.YOURS))

    def spell(self, at: int, word: str, right: str) -> None:
        """Spell a word right in one sentence."""
        self._put(at, lambda sentence: card_words.respelt(sentence, word, right))

    def _put(self, at: int, changed: Callable[[Sentence], Sentence]) -> None:
        self.save()
        letter = self.letters.get(self.person)
        if letter is not None and 0 <= at < len(letter.sentences):
            told = list(letter.sentences)
            told[at] = changed(told[at])
            self._keep(letter, told)

    def _is_sent(self) -> bool:
        """True for a card in the post: what went out stays as it was."""
        case = self.case()
        return case is not None and case.card(self.person).state is CardState.POSTED

    def _keep(self, letter: Letter, told: Sequence[Sentence]) -> None:
        if self._is_sent():
            return
        change = self._work.keeper(letter, tuple(told))()
        if change is not None:
            self._desk.do(change)

    def answer(self, note: str, choice: str) -> None:
        """Answer the question that a note raises."""
        self.save()
        case = self.case()
        asked = next((each for each in case.notes if each.id == note), None) if case else None
        if asked is not None:
            self._desk.do(changes.note_answered(asked, choice))
