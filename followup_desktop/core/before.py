"""What to take along to an interview and to ask there (E1 to E3, E21): one list for the screen and for the pocket sheet.

A point is done when it was ticked off, or when what it asks for is known already: then the notebook says so by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from followup_desktop.core.records import Case, Permission
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words

SPARE = 2
"""Envelopes and cards more than people announced, for those who come along unannounced."""


@dataclass(frozen=True, slots=True)
class Point:
    """One line of the list. `key` is kept in `Interview.ticked`, `rule` is the rule's number."""

    key: str
    words: Words
    rule: str
    ticked: bool = False
    known: Words | None = None
    """How it comes that it need not be asked any more; None where it must be."""

    @property
    def done(self) -> bool:
        """True when nothing is left to do about it."""
        return self.ticked or self.known is not None


def is_ahead(case: Case, now: datetime) -> bool:
    """True while the list is of use: until the interview ends, unless it was cancelled."""
    return not case.interview.cancelled and now < case.interview.ends()


def points(case: Case) -> tuple[Point, ...]:
    """The list for that interview: what to take along, then what to ask in the order of the conversation."""
    told = (
        ("cards", _cards(case), "E21", None),
        ("timeline", Words(QT_TRANSLATE_NOOP("core", "Ask when they will decide.")), "E1", _timeline(case)),
        (
            "permission",
            Words(QT_TRANSLATE_NOOP("core", "Ask whether you may follow up, and with whom.")),
            "E2",
            _permission(case),
        ),
        ("names", Words(QT_TRANSLATE_NOOP("core", "Ask everybody for a card: name, title, address.")), "E3", _names(case)),
    )
    return tuple(Point(key, words, rule, key in case.interview.ticked, known) for key, words, rule, known in told)


def _cards(case: Case) -> Words:
    """E21: the cards are written in the car, so all that it takes comes along."""
    words = QT_TRANSLATE_NOOP("core", "Pack {count} cards with envelopes and stamps, and a pen.")
    return Words(words, {"count": len(case.interviewers) + SPARE})


def _timeline(case: Case) -> Words | None:
    """E1: what they said about the decision, where they said it before the interview."""
    if case.promise is None:
        return None
    return Words(QT_TRANSLATE_NOOP("core", "They said “{words}”."), {"words": case.promise.words.rstrip(".")})


def _permission(case: Case) -> Words | None:
    """E2: whether they allowed it, where that was asked before."""
    if case.interview.permission is Permission.YES:
        return Words(QT_TRANSLATE_NOOP("core", "They said yes."))
    return Words(QT_TRANSLATE_NOOP("core", "They said no.")) if case.interview.permission is Permission.NO else None


def _names(case: Case) -> Words | None:
    """E3: known once everybody announced has a title and an address of either kind."""
    met = case.interviewers
    if not met or not all(person.title and (person.email or person.address) for person in met):
        return None
    return Words(QT_TRANSLATE_NOOP("core", "You have them all."))
