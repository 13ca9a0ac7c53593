"""What a step is: an act, its reason, one button, and how it ranks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from followup_desktop.core.sentences import NOTHING
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words


class Does(StrEnum):
    """What the step's button does."""

    ADD = "add"
    DEBRIEF = "debrief"
    WRITE = "write"
    PRINT = "print"
    POST = "post"
    ASK = "ask"
    KIT = "kit"
    TASK = "task"
    """Tick a promise off."""
    GREET = "greet"
    """Say hello to somebody: opens their page."""
    OPEN = "open"
    NOTHING = "nothing"


class Kind(StrEnum):
    """What an entry of the calendar is, and which look a step has."""

    INTERVIEW = "interview"
    CARD = "card"
    """Cards owed."""
    POSTED = "posted"
    FLOOR = "floor"
    BEST = "best"
    CHECK_IN = "check-in"
    KEEP_IN_TOUCH = "keep-in-touch"
    KIT = "kit"
    OUTCOME = "outcome"
    TOUCH = "touch"
    TASK = "task"
    """A promise of either side, other than to decide."""


class Rank(IntEnum):
    """What comes first when several things could be next."""

    STARTING = 0
    JUST_ENDED = 1
    CARDS = 2
    DEBRIEF = 3
    KIT = 4
    BEST_DAY = 5
    TODAY = 6
    LATE_CARDS = 7
    TASK = 8
    """What the user promised, due today or late: after every thank-you."""
    MAY_ASK = 9
    ANSWER = 10
    """An offer or a no that is not answered yet."""
    HELLO = 11
    SILENCE = 12
    CHOCOLATE = 13
    OLD_CARDS = 14
    HINT = 15
    """A promise without a day, one long past, or one of theirs that has not come."""
    COMING = 16
    """From here on there is nothing to do now."""
    QUIET = 17
    OVER = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """A step: the act in bold, the reason beside it, one button."""

    key: str
    """Names this very step, to put it off (`Later.id`); another state of the same thing has another key."""
    act: Words
    reason: Words
    does: Does
    button: Words = NOTHING
    """Empty where there is nothing to press."""
    interview: str | None = None
    person: str | None = None
    task: str | None = None
    """Id of the promise (`Task`) that it is about."""
    due: date | None = None
    short: Words = NOTHING
    """The second line of the interview's row in the list: "Write 2 cards by 17:00"."""
    kind: Kind | None = None
    """Which look the row has (icon and colour); None: a quiet wait."""
    rank: Rank = Rank.OVER


OPEN = Words(QT_TRANSLATE_NOOP("core", "Open"))
"""The button of steps that only show the interview."""


def order(step: Next) -> tuple[int, date]:
    """Sort key: by rank, then what is due first."""
    return step.rank, step.due or date.max
