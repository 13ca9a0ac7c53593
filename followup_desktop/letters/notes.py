"""From one note to the sentence it becomes on a card, or to the question it raises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from followup_desktop.core.records import LEAVE_OUT, Case, Choice, Me, Note, Person, Question
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.letters.lexicon import Lexicon


class Route(StrEnum):
    """Where a note goes."""

    CARD = "card"
    CALENDAR = "calendar"
    PRIVATE = "private"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a note.

    `kind` is the sort of note (fact, deed, shared, advice, promise, ...). `wordings` holds the sentence in several frames,
    best first, and is empty unless the route is card. `why` says in words why a note stays off the card.
    """

    route: Route
    kind: str = ""
    wordings: tuple[str, ...] = ()
    question: Question | None = None
    why: Words | None = None

    @property
    def sentence(self) -> str | None:
        """The sentence for the card in its first wording, if there is one."""
        return self.wordings[0] if self.wordings else None


def understand(note: Note, case: Case, me: Me, lexicon: Lexicon, reader: Person | None = None) -> Outcome:
    """What `note` becomes on the card for `reader` (else for the person it is about).

    A note about everybody that is read for nobody in particular is turned as for the first interviewer.
    """
    reader = reader or case.person(note.person) or (case.interviewers[0] if case.interviewers else None)
    text = re.sub(r"^[\s\-*•]+|[\s.!]+$", "", note.text)
    if reader is None or not text:
        return Outcome(Route.ASK)
    if note.answer == LEAVE_OUT:
        return Outcome(Route.PRIVATE, why=Words(QT_TRANSLATE_NOOP("letters", "You left this out.")))
    if match := re.match(r"(?:she|he) (\w+ed|began|grew|built|taught|wrote|ran) (?!me\b)(.+)", text):
        rest = re.sub(r"\b(?:her|his)\b", "your", match[2])
        return Outcome(Route.CARD, "fact", (f"I enjoyed hearing how you {match[1]} {rest}.",))
    question = Question(
        note.id,
        Words(QT_TRANSLATE_NOOP("letters", "What does “{text}” mean for the card?"), {"text": text}),
        (Choice(LEAVE_OUT, Words(QT_TRANSLATE_NOOP("letters", "Leave it out"))),),
    )
    return Outcome(Route.ASK, question=question)
