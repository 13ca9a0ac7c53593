"""What the coming weeks would look like if they said that: worked out before anything is recorded.

The words are read and the rules asked as they will be once the words are written down; the notebook is not touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import chain, pairwise

from followup_desktop.core import changes, etiquette, sentences
from followup_desktop.core.etiquette import DEFAULTS, Rules
from followup_desktop.core.hearing.reckoning import ONE_DAY
from followup_desktop.core.promise import Reading, read
from followup_desktop.core.records import Case, Change, Channel, Outcome, Permission, Promise, Touch, Workdays
from followup_desktop.core.standing import ALONE, Around, Standing, quiet, standing
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words

LEAST_WEEKS, MOST_WEEKS = 4, 6
"""How many weeks are shown; where it takes longer, weeks without anything in them are left out."""
WEEK = timedelta(days=7)


class Sign(StrEnum):
    """What a marked day is."""

    INTERVIEW = "interview"
    CARDS = "cards"
    THEIRS = "theirs"
    """The last day that they named."""
    FLOOR = "floor"
    BEST = "best"
    AGAIN = "again"
    """When to ask once more, where the first question is not answered."""
    SILENT = "silent"
    """From when "no answer" is proposed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that matters, with what it is and why it is that day (the text of `why` may be empty)."""

    day: date
    sign: Sign
    words: Words
    why: Words = sentences.NOTHING


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks that are shown, each by its first day. Where one does not follow on the other, weeks are left out."""

    firsts: tuple[date, ...]

    @property
    def gaps(self) -> tuple[int, ...]:
        """Which weeks, counted from 0, stand behind a gap."""
        return tuple(at for at in range(1, len(self.firsts)) if self.firsts[at] - self.firsts[at - 1] != WEEK)

    @property
    def days(self) -> tuple[date, ...]:
        """Every day shown."""
        return tuple(first + timedelta(days=ahead) for first in self.firsts for ahead in range(7))


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The outlook, and the change that would record it."""

    reading: Reading
    words: Words
    """What was read from their words."""
    marks: tuple[Mark, ...]
    """In the order of their days."""
    quiet: tuple[date, date] | None
    """First and last quiet day."""
    weeks: Weeks
    holidays: tuple[date, ...]
    """The days shown on which offices would work, but for a public holiday."""
    advice: tuple[Words, ...]
    """What else would be different: an e-mail beside the card (E23), that nothing is to be asked."""
    change: Change
    """Writing the words down; without any pair where there is nothing new in them."""

    def mark(self, sign: Sign) -> Mark | None:
        """The mark of that sort, if there is one."""
        return next((mark for mark in self.marks if mark.sign is sign), None)

    def on(self, day: date) -> tuple[Words, ...]:
        """What is to be said of a day: its marks; that it is quiet, a holiday or a weekend; nothing of any other."""
        told = [mark.words for mark in self.marks if mark.day == day]
        if self.quiet is not None and self.quiet[0] <= day <= self.quiet[1]:
            told.append(Words(QT_TRANSLATE_NOOP("core", "A quiet day: it is too soon to ask")))
        if day in self.holidays:
            told.append(Words(QT_TRANSLATE_NOOP("core", "A public holiday")))
        elif day.weekday() >= 5:  # noqa: PLR2004  (Saturday is 5)
            told.append(Words(QT_TRANSLATE_NOOP("core", "A weekend")))
        return tuple(told)


def is_open(case: Case) -> bool:
    """True where their word is still ahead: while an answer is awaited, and before the interview."""
    return not case.interview.cancelled and case.interview.outcome is Outcome.WAITING


def what_if(
    case: Case,
    words: str,
    now: datetime,
    workdays: Workdays,
    rules: Rules = DEFAULTS,
    *,
    locale: str = "en_US",
    surroundings: Around = ALONE,
    week_starts: int = 0,
) -> WhatIf:
    """The weeks after they have said `words`; before the interview, as if it had gone by as planned.

    Without words it is what holds so far. `week_starts` is the first day of a week, Monday 0.
    """
    heard = changes.heard_on(case)
    said = words.strip()
    reading = read(said, heard, workdays, locale) if said else _known(case.promise)
    label = Words(QT_TRANSLATE_NOOP("core", "Write down what {company} said"), {"company": case.interview.company})
    change = changes.promise_heard(case, said, reading, heard) if said else Change(label, ())
    then = changes.applied(case, change) or case
    over = max(now, case.interview.ends().astimezone(now.tzinfo))
    at = standing(then, over, workdays, rules, surroundings)
    marks = tuple(sorted(_marks(at), key=lambda mark: (mark.day, [*Sign].index(mark.sign))))
    weeks = _weeks([mark.day for mark in marks], now.date(), week_starts)
    return WhatIf(
        reading=reading,
        words=_read_back(reading, said, heard),
        marks=marks,
        quiet=quiet(then, workdays, rules, surroundings=surroundings),
        weeks=weeks,
        holidays=tuple(day for day in weeks.days if day.weekday() < 5 and day in workdays.holidays),  # noqa: PLR2004
        advice=tuple(_advice(at)),
        change=change,
    )


def _known(promise: Promise | None) -> Reading:
    return Reading() if promise is None else Reading(promise.earliest, promise.latest)


def _read_back(reading: Reading, words: str, heard: date) -> Words:
    """What the words mean, in dates; that they hold none, where they hold none."""
    first, last = reading.earliest, reading.latest
    if last is not None and first is not None and heard < first < last:
        return Words(QT_TRANSLATE_NOOP("core", "That is {first} to {last}."), {"first": first, "last": last})
    if last is not None:
        return Words(QT_TRANSLATE_NOOP("core", "That is by {last}."), {"last": last})
    if first is not None:
        return Words(QT_TRANSLATE_NOOP("core", "That is after {day}."), {"day": first - ONE_DAY})
    if words:
        return Words(QT_TRANSLATE_NOOP("core", "No date in these words, so business days are counted."))
    return Words(QT_TRANSLATE_NOOP("core", "Nothing said yet, so business days are counted."))


def _marks(at: Standing) -> Iterable[Mark]:
    """The days that matter once it has been said."""
    interview = at.case.interview
    yield Mark(interview.last_day, Sign.INTERVIEW, Words(QT_TRANSLATE_NOOP("core", "The interview")))
    if at.clock is not None and at.owed:
        chosen = at.clock.rule == etiquette.OWN_CHOICE
        why = sentences.why_chosen(interview) if chosen else sentences.why_now(at.clock)
        yield Mark(at.clock.post_by.date(), Sign.CARDS, sentences.cards_to_post(len(at.owed)), why)
    promise = at.case.promise
    if promise is not None and promise.latest is not None:
        yield Mark(promise.latest, Sign.THEIRS, Words(QT_TRANSLATE_NOOP("core", "They decide by then")))
    ask, whom = at.ask, etiquette.right_person(at.case)[0]
    if ask is not None:
        if ask.floor != ask.best:
            yield Mark(ask.floor, Sign.FLOOR, Words(QT_TRANSLATE_NOOP("core", "You may ask")))
        yield Mark(ask.best, Sign.BEST, Words(QT_TRANSLATE_NOOP("core", "Best day to ask")), ask.why)
        yield from _after_asking(at, ask.best, whom.id if whom is not None else "")
    elif at.silent is not None:
        yield _silent(at.silent, at.case, at.rules)


def _after_asking(at: Standing, on: date, whom: str) -> Iterable[Mark]:
    """What comes when the question of that day is not answered: one more (E9), or calling it "no answer" (E44)."""
    asked = Touch(id="", interview=at.case.interview.id, person=whom, kind=Channel.EMAIL, on=on)
    planned = replace(at.case.interview, ask_on=None, ask_reason="")
    then = replace(at.case, interview=planned, touches=(*at.case.touches, asked))
    again = etiquette.next_ask(then, at.workdays, at.rules, at.around.touches)
    silent = etiquette.silent_since(then, at.workdays, at.rules)
    if again is not None:
        words = Words(QT_TRANSLATE_NOOP("core", "Ask once more, if nobody answered"))
        values: dict[str, Value] = {"floor": again.floor}
        why = Words(QT_TRANSLATE_NOOP("core", "Between two questions lie some business days: not before {floor}."), values)
        yield Mark(again.best, Sign.AGAIN, words, why)
    elif silent is not None:
        yield _silent(silent, then, at.rules)


def _silent(day: date, case: Case, rules: Rules) -> Mark:
    words = Words(QT_TRANSLATE_NOOP("core", "Close it as “no answer”, if nobody answered"))
    return Mark(day, Sign.SILENT, words, sentences.why_silent(case, rules.silence))


def _advice(at: Standing) -> Iterable[Words]:
    """E23, where the post may be too slow; E2 and E10, where there is nothing to ask."""
    promise = at.case.promise
    if at.clock is not None and at.owed and promise is not None and promise.latest is not None:
        posting = at.clock.post_by.date()
        if etiquette.also_email(at.case, posting, at.rules) is not None:
            words = QT_TRANSLATE_NOOP(
                "core", "The post may take until {arrives}, so a thank-you e-mail goes out that day as well."
            )
            yield Words(words, {"arrives": posting + timedelta(days=at.rules.posting_days)})
    if at.ask is None and at.waiting:
        if at.case.interview.permission is Permission.NO:
            yield Words(QT_TRANSLATE_NOOP("core", "They would rather not be asked, so you wait for their word."))
        else:
            yield Words(QT_TRANSLATE_NOOP("core", "You have asked as often as is friendly, so you wait for their word."))


def _weeks(marked: Sequence[date], today: date, week_starts: int) -> Weeks:
    """The weeks from the first marked day to the last; of a long stretch those with a mark, and short waits in between."""
    wanted = sorted({_first_of_week(day, week_starts) for day in marked})
    here = _first_of_week(today, week_starts)
    whole = _stretch(min(wanted[0], here) if wanted[0] - here <= WEEK else wanted[0], wanted[-1])
    if len(whole) > MOST_WEEKS:
        whole = _stretch(wanted[0], wanted[-1])
    if len(whole) > MOST_WEEKS:
        between = sorted((_stretch(one + WEEK, other - WEEK) for one, other in pairwise(wanted)), key=len)
        whole = sorted([*wanted, *list(chain.from_iterable(between))[: max(0, MOST_WEEKS - len(wanted))]])
    while len(whole) < LEAST_WEEKS:
        whole.append(whole[-1] + WEEK)
    return Weeks(tuple(whole))


def _first_of_week(day: date, week_starts: int) -> date:
    return day - timedelta(days=(day.weekday() - week_starts) % 7)


def _stretch(first: date, last: date) -> list[date]:
    """Every week from one to the other, by their first days."""
    return [first + WEEK * ahead for ahead in range((last - first).days // 7 + 1)]
