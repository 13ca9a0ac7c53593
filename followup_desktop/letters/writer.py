"""The letters' one tool: the lexicon and the templates, read once, with what they are used for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from followup_desktop.core.records import Case, Letter, Me, Note, Person
from followup_desktop.letters import compose, messages, notes
from followup_desktop.letters.lexicon import Lexicon
from followup_desktop.letters.occasions import with_cards
from followup_desktop.letters.template_set import TemplateSet


@dataclass(frozen=True, slots=True)
class Writer:
    """What turns notes into letters; hand it to whoever needs letters."""

    lexicon: Lexicon
    templates: TemplateSet

    def understand(self, note: Note, case: Case, me: Me, reader: Person | None = None) -> notes.Outcome:
        """What that note becomes on the card for `reader` (see `notes.understand`)."""
        return notes.understand(note, case, me, self.lexicon, reader)

    def letter(self, case: Case, person: str, me: Me, avoid: Sequence[str] = ()) -> Letter:
        """The letter to that person (see `compose.letter`)."""
        return compose.letter(case, person, me, self.lexicon, self.templates, avoid)

    def coordinator_letter(self, case: Case, person: str, me: Me, avoid: Sequence[str] = ()) -> Letter:
        """One letter that names everybody who was met (see `compose.coordinator_letter`)."""
        return compose.coordinator_letter(case, person, me, self.lexicon, self.templates, avoid)

    def panel(self, case: Case, me: Me, avoid: Sequence[str] = ()) -> tuple[Letter, ...]:
        """One letter per interviewer (see `compose.panel`)."""
        return compose.panel(case, me, self.lexicon, self.templates, avoid)

    def cards(self, case: Case, me: Me, avoid: Sequence[str] = ()) -> tuple[Letter, ...]:
        """One letter for everybody who gets a card (see `occasions.with_cards`)."""
        guests = with_cards(case)[len(case.interviewers) :]
        return (*self.panel(case, me, avoid), *(self.letter(case, each.id, me, avoid) for each in guests))

    def message(
        self, case: Case, person: str, kind: str, me: Me, today: date, avoid: Sequence[str] = (), *, tone: str = "", turn: int = 0
    ) -> messages.Message:
        """The message of that kind to that person as it reads on `today` (see `messages.message`)."""
        return messages.message(case, person, kind, me, self.lexicon, self.templates, today, avoid, tone=tone, turn=turn)
