"""What the program says by itself, and when: few things, each once, never in quiet hours, never what is over by then.

A reminder is derived from the interviews as they stand. One that was dismissed, or put off, is a `Later` under its key; it
names the day that it is about, so that what moves is told anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial

from followup_desktop.core import agenda, etiquette, sentences
from followup_desktop.core.etiquette import DEFAULTS, Rules
from followup_desktop.core.records import CardState, Case, Later, Outcome, Workdays
from followup_desktop.core.staying import NOBODY, Known
from followup_desktop.core.steps.step import Does, Kind
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words

BEFORE_START = timedelta(hours=1)
"""How long before an interview it is announced."""
AFTER_END = timedelta(minutes=10)
"""How long after its end the program asks how it was: by then one sits in the car (E21)."""
BEFORE_POST = timedelta(hours=2)
"""How long before the cards are due in the post (E20)."""
STALE = timedelta(days=3)
"""What is older than this when the program starts is not told any more: it stands in the calendar."""
MORNING, EVENING = time(9), time(18)
"""When a day's things are told; the kit on the evening before (E21)."""

_BY_DAY = {
    Kind.BEST: MORNING,
    Kind.CHECK_IN: MORNING,
    Kind.KEEP_IN_TOUCH: MORNING,
    Kind.OUTCOME: MORNING,
    Kind.TASK: MORNING,
    Kind.KIT: EVENING,
}


@dataclass(frozen=True, slots=True)
class Hours:
    """Quiet hours, local: nothing is said from `first` until `last`. They may go over midnight; equal ones are none."""

    first: time = time(21)
    last: time = time(8)

    def has(self, moment: datetime) -> bool:
        """True when that moment is in them."""
        clock = moment.time()
        if self.first <= self.last:
            return self.first <= clock < self.last
        return clock >= self.first or clock < self.last

    def after(self, moment: datetime) -> datetime:
        """That moment, or the end of the quiet hours that it falls into."""
        if not self.has(moment):
            return moment
        end = datetime.combine(moment.date(), self.last, moment.tzinfo)
        return end if end > moment else end + timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One thing to say at the moment `at`; after `until` it is too late for it."""

    key: str
    """For `Later`: dismissed for good, or put off."""
    at: datetime
    until: datetime
    kind: Kind
    interview: str
    title: Words
    text: Words
    day: date
    """The day it is about."""
    does: Does = Does.OPEN
    """What its button does."""
    person: str | None = None
    """Id of the person whom a hello is for."""


def reminders(
    cases: Sequence[Case],
    now: datetime,
    workdays: Workdays,
    hours: Hours = Hours(),
    rules: Rules = DEFAULTS,
    known: Known = NOBODY,
) -> tuple[Reminder, ...]:
    """Everything that is or will be told, as it looks at `now` (with the user's zone), by moment; one hello a day at most."""
    others = agenda.around(cases, known.touches)
    found: list[Reminder] = []
    hellos: list[agenda.Entry] = []
    for case in cases:
        if case.interview.cancelled:
            continue
        entries = agenda.entries(case, now, workdays, rules, others.get(case.interview.id))
        hellos += filter(agenda.is_hello, entries)
        others_of_it = (entry for entry in entries if not agenda.is_hello(entry))
        found += (*_coming(case, now), *_over(case, now), *_cards(case, now, workdays, rules))
        found += _days(case, others_of_it, now, workdays)
    hellos += filter(agenda.is_hello, agenda.people_entries(cases, known, now, workdays, rules))
    found += map(partial(_hello, now=now), agenda.one_a_day(hellos, workdays))
    moved = ((hours.after(each.at), each) for each in found)
    told = [replace(each, at=at) for at, each in moved if at <= each.until]
    return tuple(sorted(told, key=lambda each: (each.at, each.key)))


def due(found: Iterable[Reminder], now: datetime, laters: Iterable[Later]) -> tuple[Reminder, ...]:
    """Those to tell at `now`: their moment has come and is not long past, and they were not put off or dismissed."""
    hidden = {each.id for each in laters if each.until is None or each.until > now}
    return tuple(each for each in found if each.at <= now <= each.until and each.key not in hidden)


def next_moment(found: Iterable[Reminder], now: datetime, laters: Iterable[Later]) -> datetime | None:
    """When there will be something to tell after `now`, as far as is known then; None where nothing is."""
    known = tuple(found)
    put_off = {each.id: each.until for each in laters}
    moments = [each.at for each in known if each.at > now and put_off.get(each.key, now) is not None]
    moments += [until for each in known if (until := put_off.get(each.key)) is not None and now < until <= each.until]
    return min(moments, default=None)


def _key(kind: str, interview: str, day: date) -> str:
    return f"remind {kind} {interview} {day.isoformat()}"


def _coming(case: Case, now: datetime) -> Iterable[Reminder]:
    """An interview that begins in an hour."""
    interview = case.interview
    if interview.all_day or interview.outcome is not Outcome.WAITING:
        return
    starts = interview.starts().astimezone(now.tzinfo)
    values: dict[str, Value] = {"company": interview.company, "time": starts.time()}
    place = interview.place.strip().partition("\n")[0]
    yield Reminder(
        key=_key("start", interview.id, interview.day),
        at=starts - BEFORE_START,
        until=starts,
        kind=Kind.INTERVIEW,
        interview=interview.id,
        title=Words(QT_TRANSLATE_NOOP("core", "{company} at {time}"), values),
        text=sentences.plain(place)
        if place
        else Words(QT_TRANSLATE_NOOP("core", "Ask when they will decide, and whether you may follow up.")),
        day=interview.day,
    )


def _over(case: Case, now: datetime) -> Iterable[Reminder]:
    """An interview that has just ended and of which nothing is noted yet."""
    interview = case.interview
    begun = bool(case.notes) or any(card.state is not CardState.TO_WRITE for card in case.cards)
    if begun or interview.outcome is not Outcome.WAITING or not case.interviewers:
        return
    ends = interview.ends().astimezone(now.tzinfo)
    yield Reminder(
        key=_key("notes", interview.id, interview.last_day),
        at=ends + AFTER_END,
        until=ends + STALE,
        kind=Kind.INTERVIEW,
        interview=interview.id,
        title=Words(QT_TRANSLATE_NOOP("core", "How was {company}?"), {"company": interview.company}),
        text=Words(QT_TRANSLATE_NOOP("core", "A few words about each of them now, and the cards write themselves.")),
        day=interview.last_day,
        does=Does.DEBRIEF,
    )


def _cards(case: Case, now: datetime, workdays: Workdays, rules: Rules) -> Iterable[Reminder]:
    """Cards that are still owed: once before they are due in the post, once when they are late (E19, E20)."""
    after = max(now, case.interview.ends().astimezone(now.tzinfo))
    clock, owed = etiquette.thank_you(case, after, workdays, rules), etiquette.owed(case, after)
    if clock is None or not owed:
        return
    company, count = case.interview.company, len(owed)
    one, many = (
        QT_TRANSLATE_NOOP("core", "One card to post: {company}"),
        QT_TRANSLATE_NOOP("core", "{count} cards to post: {company}"),
    )
    title = Words(one, {"company": company}) if count == 1 else Words(many, {"count": count, "company": company})
    due_at = clock.due.astimezone(now.tzinfo)
    late_at = datetime.combine(workdays.after(due_at.date()), MORNING, now.tzinfo)
    tellings = (
        ("cards", due_at - BEFORE_POST, due_at, QT_TRANSLATE_NOOP("core", "Best in the post by {time}.")),
        ("late", late_at, late_at + STALE, QT_TRANSLATE_NOOP("core", "A late card is still welcome.")),
    )
    for kind, at, until, text in tellings:
        yield Reminder(
            key=_key(kind, case.interview.id, due_at.date()),
            at=at,
            until=until,
            kind=Kind.CARD,
            interview=case.interview.id,
            title=title,
            text=Words(text, {"time": due_at.time()} if "{time}" in text else {}),
            day=due_at.date(),
            does=Does.WRITE,
        )


def _days(case: Case, entries: Iterable[agenda.Entry], now: datetime, workdays: Workdays) -> Iterable[Reminder]:
    """What stands on a day of the calendar, told on that day; the kit until the interview begins."""
    for entry in entries:
        clock = _BY_DAY.get(entry.kind)
        if clock is None or entry.done:
            continue
        day = entry.due or entry.day
        at = datetime.combine(day, clock, now.tzinfo)
        is_kit = entry.kind is Kind.KIT
        has_passed = entry.kind is Kind.BEST and day < now.date()
        yield Reminder(
            key=_key(f"{entry.kind.value} {entry.task or ''}".strip(), entry.interview, day),
            at=at,
            until=case.interview.starts().astimezone(now.tzinfo) if is_kit else at + STALE,
            kind=entry.kind,
            interview=entry.interview,
            title=Words(QT_TRANSLATE_NOOP("core", "Ask {company}"), entry.title.values) if has_passed else entry.title,
            text=_best_was(day, now.date(), workdays) if has_passed else entry.why or entry.detail,
            day=day,
            does=Does.KIT if is_kit else Does.OPEN,
        )


def _hello(entry: agenda.Entry, now: datetime) -> Reminder:
    """A hello on its day (E41, E42)."""
    day = entry.day if entry.due is None or entry.day > now.date() else entry.due
    at = datetime.combine(day, MORNING, now.tzinfo)
    return Reminder(
        key=_key(entry.kind.value, entry.interview or entry.opens, day),
        at=at,
        until=at + STALE,
        kind=entry.kind,
        interview=entry.interview,
        title=entry.title,
        text=entry.why or entry.detail,
        day=day,
        does=Does.GREET if entry.person is not None else Does.OPEN,
        person=entry.person,
    )


def _best_was(best: date, today: date, workdays: Workdays) -> Words:
    """LOOK, sentence 42: a best day that has passed is no loss."""
    wordings = (
        QT_TRANSLATE_NOOP("core", "The best day was {best}. Today is fine too."),
        QT_TRANSLATE_NOOP("core", "The best day was {best}. Tomorrow is fine too."),
        QT_TRANSLATE_NOOP("core", "The best day was {best}. {day} is fine too."),
    )
    fine = today if workdays.is_workday(today) else workdays.after(today)
    return sentences.near(fine, today, wordings, {"best": best})
