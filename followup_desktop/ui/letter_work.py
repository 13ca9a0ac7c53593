"""What the studio does with a letter: drafts it, keeps it as the user left it, drafts it anew around what they typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from followup_desktop.core import changes, employer
from followup_desktop.core.records import LEAVE_OUT, Case, Change, Letter, Me, Origin, Sentence
from followup_desktop.desk.desk import Desk
from followup_desktop.letters import redraft
from followup_desktop.letters.writer import Writer

OTHER_DRAFTS = 5
"""So many drafts are looked through for another wording of one sentence."""


class LetterWork:
    """Works on the letters of one notebook; nothing is written here, changes are handed back."""

    def __init__(self, desk: Desk, writer: Callable[[], Writer]) -> None:
        self._desk, self._writer = desk, writer
        self._answers: dict[str, str] = {}
        self._asked: tuple[Case, Me, tuple[str, ...], Writer] | None = None
        self._made: tuple[Letter, ...] = ()

    def panel(self, case: Case) -> tuple[Letter, ...]:
        """One letter for everybody who gets a card. What notes were answered is remembered, for sentences that come back."""
        asked = case, self._desk.me(), self.sent(case), self._writer()
        if asked != self._asked:  # a page asks several times while it is built
            self._asked, self._made = asked, asked[3].cards(*asked[:3])
        letters = self._made
        told = {sentence.note for letter in letters for sentence in letter.sentences}
        self._answers |= {note.id: note.answer for note in case.notes if note.id in told and note.answer != LEAVE_OUT}
        return letters

    def sent(self, case: Case) -> tuple[str, ...]:
        """The sentences that cards to this employer have used already."""
        return employer.printed_sentences(self._desk.cases(), case)

    def draft(self, case: Case, person: str, **parts: str | int) -> tuple[Sentence, ...]:
        """What the notes alone would give that person, with `parts` of their card changed."""
        card = replace(case.card(person), sentences=None, **parts)  # type: ignore[arg-type]
        case = replace(case, cards=(*(each for each in case.cards if each.person != person), card))
        return self._writer().letter(case, person, self._desk.me(), self.sent(case)).sentences

    def keeper(self, letter: Letter, told: Sequence[Sentence]) -> Callable[[], Change | None]:
        """What keeps `letter` as it now stands (`told`), whenever it can be written; None where its person is gone."""
        notes = {each.note for each in (*told, *letter.sentences) if each.note}
        answers = {note: self._answers.get(note, "") for note in notes}

        def change() -> Change | None:
            case = self._desk.case(letter.interview)
            if case is None or case.person(letter.person) is None:
                return None
            return redraft.letter_kept(case, letter.person, told, answers, lambda each: self.draft(each, letter.person))

        return change

    def redrafted(self, case: Case, letter: Letter, **parts: str | int) -> Change:
        """Another tone, another occasion or other words for a letter; what the user typed stays."""
        person = letter.person
        kept: tuple[Sentence, ...] | None = None
        if case.card(person).sentences is not None:
            fresh = self.draft(case, person, **parts)
            kept = redraft.redrafted(letter.sentences, self.draft(case, person), fresh)
            kept = None if kept == fresh else kept
        return changes.card_edited(case, person, sentences=kept, **parts)

    def reworded(self, case: Case, letter: Letter, at: int, panel: Iterable[Letter]) -> list[Sentence]:
        """The sentences of `letter` with that one in words that no card of the panel has; as they are where there are none.

        A sentence with a note takes the next of the note's wordings, one of the letter's own its counterpart in another
        draft.
        """
        told = list(letter.sentences)
        sentence = told[at]
        taken = {each.text for other in panel for each in other.sentences} | {each.text for each in told}
        note = next((each for each in case.notes if each.id == sentence.note), None)
        if note is not None:
            known = self._writer().understand(note, case, self._desk.me(), case.person(letter.person)).wordings
            turn = known.index(sentence.text) + 1 if sentence.text in known else 0
            free = [text for text in (*known[turn:], *known[:turn]) if text not in taken]
            if free:
                told[at] = replace(sentence, text=free[0], origin=Origin.NOTE)
        elif sentence.origin is Origin.TEMPLATE:
            old, variant = self.draft(case, letter.person), case.card(letter.person).variant
            for more in range(1, OTHER_DRAFTS):
                other = redraft.redrafted(told, old, self.draft(case, letter.person, variant=variant + more))
                if len(other) == len(told) and other[at].text not in taken:
                    told[at] = replace(sentence, text=other[at].text)
                    break
        return told
