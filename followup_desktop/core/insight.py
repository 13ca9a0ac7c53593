"""How it went so far, honestly: cards in time, what was promised against what came, and answers to follow-ups.

Every case is counted once, and only where the notebook knows how it went: what is still open, or was never written down,
is shown as that and counted in no figure. A figure over fewer than `ENOUGH` cases is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from statistics import median_low

from followup_desktop.core.etiquette import DEFAULTS, Rules
from followup_desktop.core.find import folded
from followup_desktop.core.records import CardState, Case, Outcome, Person, Touch
from followup_desktop.core.staying import TouchSort, touch_sort

ENOUGH = 10
"""Fewer cases than these tell nothing."""


class Sent(StrEnum):
    """How one thank-you card went (E19)."""

    IN_TIME = "in-time"
    LATER = "later"
    NOT_SENT = "not-sent"
    """The time is over and the card is not posted."""
    OPEN = "open"
    """Not posted, and still in time."""
    UNKNOWN = "unknown"
    """Posted, but nobody wrote down when."""


class Word(StrEnum):
    """How a promised day was kept."""

    KEPT = "kept"
    LATER = "later"
    NEVER = "never"
    """Closed without an answer."""
    OPEN = "open"
    """Still awaited."""
    UNKNOWN = "unknown"
    """The user withdrew, or the answer's day was not written down."""


class Reply(StrEnum):
    """What came of one follow-up."""

    ANSWERED = "answered"
    NONE_NOTED = "none-noted"
    """The next one was made, or it was closed, and no answer had been noted."""
    OPEN = "open"
    """Still awaited, or the user withdrew."""


@dataclass(frozen=True, slots=True)
class CardCase:
    """One card owed."""

    interview: str
    person: str
    sent: Sent


@dataclass(frozen=True, slots=True)
class PromiseCase:
    """One promised day; `days` is how much later the answer came (negative: sooner), where its day is known."""

    interview: str
    company: str
    promised: date
    word: Word
    days: int | None = None


@dataclass(frozen=True, slots=True)
class TouchCase:
    """One follow-up; `days` is how long the answer took, where its day is known."""

    interview: str
    touch: str
    reply: Reply
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """So many of so many. It says something from `ENOUGH` cases on."""

    count: int
    told: int

    @property
    def is_enough(self) -> bool:
        """True where there are enough cases to tell."""
        return self.told >= ENOUGH


@dataclass(frozen=True, slots=True)
class Insight:
    """Everything counted, case by case; `first` and `second` are the first and the second follow-ups."""

    cards: tuple[CardCase, ...] = ()
    promises: tuple[PromiseCase, ...] = ()
    first: tuple[TouchCase, ...] = ()
    second: tuple[TouchCase, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where there is nothing to show at all."""
        return not (self.cards or self.promises or self.first or self.second)

    @property
    def in_time(self) -> Figure:
        """Cards in the post within 24 hours, of those of which it is known."""
        known = [each.sent for each in self.cards if each.sent in (Sent.IN_TIME, Sent.LATER, Sent.NOT_SENT)]
        return Figure(known.count(Sent.IN_TIME), len(known))

    @property
    def kept(self) -> Figure:
        """Promised days that were kept, of those that are over and known."""
        known = [each.word for each in self.promises if each.word in (Word.KEPT, Word.LATER, Word.NEVER)]
        return Figure(known.count(Word.KEPT), len(known))

    @property
    def usual_days(self) -> int | None:
        """By how many days after the promised one half of the answers had come; None for too few answers."""
        days = [each.days for each in self.promises if each.days is not None]
        return median_low(days) if len(days) >= ENOUGH else None

    @property
    def by_employer(self) -> tuple[tuple[str, tuple[PromiseCase, ...]], ...]:
        """The promised days of each employer, oldest first; the employer with the latest of them first."""
        found: dict[str, list[PromiseCase]] = {}
        for each in sorted(self.promises, key=lambda case: case.promised):
            found.setdefault(folded(each.company), []).append(each)
        told = sorted(found.values(), key=lambda cases: cases[-1].promised, reverse=True)
        return tuple((cases[-1].company, tuple(cases)) for cases in told)


def answered(cases: Iterable[TouchCase]) -> Figure:
    """Follow-ups that were answered, of those that are over."""
    known = [each.reply for each in cases if each.reply is not Reply.OPEN]
    return Figure(known.count(Reply.ANSWERED), len(known))


def insight(cases: Sequence[Case], now: datetime, rules: Rules = DEFAULTS) -> Insight:
    """What these interviews tell at that moment; those that were cancelled or are still ahead tell nothing."""
    over = [case for case in cases if not case.interview.cancelled and case.interview.ends() <= now]
    asked = [_asked(case) for case in over]
    return Insight(
        cards=tuple(CardCase(case.interview.id, who.id, sent) for case in over for who, sent in _cards(case, now, rules)),
        promises=tuple(each for case in over for each in _promise(case)),
        first=tuple(touches[0] for touches in asked if touches),
        second=tuple(touches[1] for touches in asked if len(touches) > 1),
    )


def _cards(case: Case, now: datetime, rules: Rules) -> Iterable[tuple[Person, Sent]]:
    """Everybody who is or was owed a card, with how it went; nobody where they answered before its time was over."""
    begun = {card.person for card in case.cards}
    until = case.interview.ends().astimezone(UTC) + timedelta(hours=rules.on_time_hours)
    answer = case.interview.outcome_on
    for person in case.people:
        if person.id not in case.interview.people and person.id not in begun:
            continue
        card = case.card(person.id)
        if card.state is CardState.POSTED:
            if card.posted_at is None:
                yield person, Sent.UNKNOWN
            else:
                yield person, Sent.IN_TIME if card.posted_at.astimezone(UTC) <= until else Sent.LATER
        elif answer is None or answer > until.astimezone(now.tzinfo).date():
            yield person, Sent.OPEN if now.astimezone(UTC) <= until else Sent.NOT_SENT


def _promise(case: Case) -> Iterable[PromiseCase]:
    """The day that they named, with how it was kept; nothing where they named none."""
    told, promise = case.interview, case.promise
    if promise is None or promise.latest is None:
        return
    days = None
    if told.answered_on is not None:
        days = (told.answered_on - promise.latest).days
        word = Word.KEPT if days <= 0 else Word.LATER
    elif told.outcome is Outcome.NO_ANSWER:
        word = Word.NEVER
    else:
        word = Word.OPEN if told.outcome is Outcome.WAITING else Word.UNKNOWN
    yield PromiseCase(told.id, told.company, promise.latest, word, days)


def _asked(case: Case) -> list[TouchCase]:
    """The follow-ups that asked how things stand, in their order, each with what came of it."""
    known_on = case.interview.answered_on or date.max
    in_order = sorted(case.touches, key=lambda each: each.on)
    asked = [touch for touch in in_order if touch.on <= known_on and touch_sort(case, touch) is TouchSort.ASKED]
    return [_reply(case, touch, after) for touch, after in zip(asked, (*asked[1:], None), strict=False)]


def _reply(case: Case, touch: Touch, after: Touch | None) -> TouchCase:
    """What came of a follow-up: what was noted, else the employer's own answer where it came before the next one."""
    told = case.interview
    came = touch.answered_on
    if came is None and told.answered_on is not None and told.answered_on >= touch.on:
        came = told.answered_on if after is None or told.answered_on < after.on else None
    if came is not None:
        return TouchCase(told.id, touch.id, Reply.ANSWERED, max(0, (came - touch.on).days))
    is_over = after is not None or told.outcome is Outcome.NO_ANSWER
    return TouchCase(told.id, touch.id, Reply.NONE_NOTED if is_over else Reply.OPEN)
