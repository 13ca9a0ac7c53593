"""What stands on which day: the entries of all interviews, derived once and kept until something changes.

The list of days is never stored: it is `core.agenda` over the cases. A change derives only the interviews it touches
again; time passing derives those whose day is near, since an interview that ends begins to owe its cards. What is
settled for good is derived only when its month is looked at: most of a long job hunt lies behind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from followup_desktop.core import agenda
from followup_desktop.core.agenda import Around, Entry, Kind
from followup_desktop.core.records import Binned, CardState, Case, Change, Interview, Later, Me, Outcome, Person
from followup_desktop.core.standing import ALONE
from followup_desktop.core.words import Words
from followup_desktop.desk.desk import Desk
from followup_desktop.ui.privacy import shown
from followup_desktop.ui.weeks import Weeks, weeks

ONE_DAY = timedelta(days=1)
NEAR = timedelta(days=2)
"""How far from today an interview's day may be for its entries to depend on the hour."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry with the case it was derived from."""

    entry: Entry
    case: Case


@dataclass(frozen=True, slots=True)
class _Derived:
    """One case, what stands on its days, and its quiet days (first, last) if it has any."""

    case: Case
    items: tuple[Item, ...]
    quiet: tuple[date, date] | None


WITH_HELLOS = (Outcome.REJECTED, Outcome.NO_ANSWER)
"""Outcomes after which the people stay."""

Month = tuple[int, int]
"""A year and a month."""


def settled_span(case: Case) -> tuple[date, date] | None:
    """First and last day of everything about an interview that is over for good; None where the day it is still matters.

    After a no, and after none, its people stay: when they hear from the user next is not in it (E39 to E44).
    """
    interview = case.interview
    if interview.outcome in (Outcome.WAITING, Outcome.OFFER):
        return None
    owes = interview.outcome not in WITH_HELLOS and interview.outcome is not Outcome.ACCEPTED
    if owes and any(case.card(person.id).state is not CardState.POSTED for person in case.interviewers):
        return None
    if any(task.mine and task.due is not None and task.done_on is None for task in case.tasks):
        return None
    days = [interview.day, interview.last_day, *(touch.on for touch in case.touches)]
    days += [day for task in case.tasks if (day := task.done_on or task.due) is not None]
    days += [card.posted_at.date() for card in case.cards if card.posted_at is not None]
    if interview.outcome_on is not None:
        days.append(interview.outcome_on)
    return min(days) - ONE_DAY, max(days) + ONE_DAY


def months(first: date, last: date) -> Iterator[Month]:
    """The months that lie between those days, both included."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield number // 12, number % 12 + 1


def touched(change: Change, cases: Iterable[Case]) -> set[str] | None:
    """The ids of the interviews whose entries that change can alter; None for all of them."""
    ids: set[str] = set()
    people: set[str] = set()
    for record in (record for pair in change.pairs for record in pair if record is not None):
        if isinstance(record, Me):
            return None
        if isinstance(record, Interview):
            ids.add(record.id)
        elif isinstance(record, Person):
            people.add(record.id)
        elif not isinstance(record, Later | Binned) and record.interview is not None:
            ids.add(record.interview)
    if people:
        ids.update(case.interview.id for case in cases if any(person.id in people for person in case.people))
    return ids


class Days(QObject):
    """The entries by day and the quiet days, kept up to date with the desk. `changed` says that they differ."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cases: dict[str, Case] = {}
        self._around: dict[str, Around] = {}
        self._derived: dict[str, _Derived] = {}
        self._settled: defaultdict[Month, set[str]] = defaultdict(set)
        self._hellos: dict[str, tuple[Entry, ...]] = {}
        """The hellos of settled interviews whose month has not been looked at."""
        self._by_day: defaultdict[date, list[Item]] = defaultdict(list)
        self._people: tuple[Item, ...] = ()
        self._today = desk.now().date()
        self._zone = desk.now().tzinfo
        self.weeks: Weeks = weeks(desk)
        """How weeks are laid out."""
        self._derive_all()
        desk.changed.connect(self._on_changed)
        desk.clock.minute_changed.connect(self.let_time_pass)

    @property
    def today(self) -> date:
        """The day it is."""
        return self._today

    def now(self) -> datetime:
        """The moment it is, with a zone."""
        return self._desk.now()

    def on(self, day: date) -> tuple[Item, ...]:
        """The entries of `day`: what is owed, interviews by time, may ask, best, the rest."""
        self._derive_settled(day, day)
        return tuple(self._by_day.get(day, ()))

    def from_day(self, first: date) -> Iterator[tuple[date, tuple[Item, ...]]]:
        """The days from `first` on that have entries, in order, each with its entries."""
        self._derive_settled(first, max([first, *(date(*month, 1) for month in self._settled)]))
        for day in sorted(day for day, items in self._by_day.items() if day >= first and items):
            yield day, tuple(self._by_day[day])

    def quiet_between(self, first: date, last: date, only: str = "") -> dict[date, tuple[str, ...]]:
        """For each day of that stretch the companies not to be asked on it as the screen may name them, soonest over first.

        `only` is the id of the one interview to look at; empty for all.
        """
        stretches = sorted(
            (each.quiet[1], each.quiet[0], each.case.interview.company)
            for each in self._derived.values()
            if each.quiet and each.quiet[1] >= first and each.quiet[0] <= last and only in ("", each.case.interview.id)
        )
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        return {day: tuple(dict.fromkeys(shown(name) for end, start, name in stretches if start <= day <= end)) for day in days}

    def case(self, interview: str) -> Case | None:
        """The case of that interview."""
        return self._cases.get(interview)

    def around(self, case: Case) -> Around:
        """What the other interviews at the same company say about it."""
        return self._around.get(case.interview.id, ALONE)

    # Deriving

    def _derive_all(self) -> None:
        self._cases = {case.interview.id: case for case in self._desk.cases()}
        self._around = agenda.around(self._cases.values(), self._desk.touches())
        self._derived, self._settled, self._by_day = {}, defaultdict(set), defaultdict(list)
        self._hellos = {}
        self._people = ()
        self._file(self._cases)
        self._derive_people()

    def _derive_people(self) -> None:
        """Hellos, one a day over everybody (E42), and the words that were about no interview."""
        desk, before = self._desk, {id(item) for item in self._people}
        days = {item.entry.day for item in self._people}
        for day in days:
            self._by_day[day] = [item for item in self._by_day[day] if id(item) not in before]
        cases, workdays = tuple(self._cases.values()), desk.workdays()
        entries = [item.entry for each in self._derived.values() for item in each.items if agenda.is_hello(item.entry)]
        entries += [entry for hellos in self._hellos.values() for entry in hellos]
        entries += agenda.people_entries(cases, desk.known(), desk.now(), workdays, desk.rules())
        people = {person.id: person for person in desk.people()}
        told = agenda.one_a_day(entries, workdays)
        self._people = tuple(Item(entry, self._cases.get(entry.interview) or _alone(entry, people)) for entry in told)
        for item in self._people:
            self._by_day[item.entry.day].append(item)
        for day in {item.entry.day for item in self._people}:
            self._by_day[day].sort(key=lambda item: agenda.entry_order(item.entry))

    def _file(self, interviews: Iterable[str]) -> None:
        """Derive those interviews, or put them by until their month is looked at."""
        now, workdays, rules = self._desk.now(), self._desk.workdays(), self._desk.rules()
        now_needed: list[str] = []
        for interview in interviews:
            case = self._cases[interview]
            span = settled_span(case)
            hellos: tuple[Entry, ...] = ()
            if case.interview.outcome in WITH_HELLOS:
                hellos = agenda.hello_entries(case, now, workdays, rules, self._around.get(interview))
            is_fresh = case.interview.outcome in WITH_HELLOS and case.interview.last_day >= now.date() - NEAR
            if span is None or is_fresh or not all(map(agenda.is_hello, hellos)):
                now_needed.append(interview)
                continue
            self._hellos |= {interview: hellos} if hellos else {}
            for month in months(*span):
                self._settled[month].add(interview)
        self._derive(now_needed)

    def _derive_settled(self, first: date, last: date) -> None:
        wanted: set[str] = set()
        for month in months(first, last):
            wanted |= self._settled.pop(month, set())
        if not wanted:
            return
        self._derive(interview for interview in wanted if interview in self._cases and interview not in self._derived)

    def _derive(self, interviews: Iterable[str]) -> None:
        now, workdays, rules = self._desk.now(), self._desk.workdays(), self._desk.rules()
        days: set[date] = set()
        for interview in interviews:
            self._hellos.pop(interview, None)
            case, others = self._cases[interview], self._around.get(interview)
            entries = agenda.entries(case, now, workdays, rules, others)
            quiet = agenda.quiet(case, workdays, rules, now=now, surroundings=others)
            derived = self._derived[interview] = _Derived(case, _items(case, entries, now), quiet)
            for item in derived.items:
                if not agenda.is_hello(item.entry):
                    self._by_day[item.entry.day].append(item)
                    days.add(item.entry.day)
        for day in days:
            self._by_day[day].sort(key=lambda item: agenda.entry_order(item.entry))

    def _forget(self, interviews: Iterable[str]) -> None:
        for interview in interviews:
            self._hellos.pop(interview, None)
            derived = self._derived.pop(interview, None)
            for day in {item.entry.day for item in derived.items} if derived else ():
                self._by_day[day] = [item for item in self._by_day[day] if item.entry.interview != interview]

    # What changes

    def _on_changed(self, change: Change) -> None:
        ids = touched(change, self._cases.values())
        if ids is None:
            self.weeks = weeks(self._desk)
            self._derive_all()
        else:
            self._take_up(ids)
            self._derive_people()
        self.changed.emit()

    def _take_up(self, ids: set[str]) -> None:
        """Derive those interviews again, and those at the same companies: rounds are seen together."""
        companies = {_company(self._cases[interview]) for interview in ids if interview in self._cases}
        gone = []
        for interview in ids:
            case = self._desk.case(interview)
            if case is None:
                gone.append(interview)
                self._cases.pop(interview, None)
            else:
                self._cases[interview] = case
                companies.add(_company(case))
        together = {interview: case for interview, case in self._cases.items() if _company(case) in companies}
        self._forget([*gone, *together])
        for interview in (*gone, *together):
            self._around.pop(interview, None)
        self._around.update(agenda.around(together.values(), self._desk.touches()))
        self._file(together)

    def let_time_pass(self) -> None:
        """Derive again what the hour or the date decides, and everything where the user has come to another time zone."""
        now = self._desk.now()
        today = now.date()
        if today != self._today or now.tzinfo != self._zone:
            self._today, self._zone = today, now.tzinfo
            self._derive_all()
            self.changed.emit()
            return
        near = {key: each for key, each in self._derived.items() if abs(each.case.interview.last_day - today) <= NEAR}
        self._forget(near)
        self._derive(near)
        self._derive_people()
        if any(self._derived[key] != each for key, each in near.items()):
            self.changed.emit()


def _alone(entry: Entry, people: Mapping[str, Person]) -> Case:
    """What stands for the interview of somebody who has had none: their name and their company."""
    person = people.get(entry.person or "")
    company = person.company if person is not None else ""
    return Case(Interview(id="", company=company, role="", start=entry.day), (person,) if person is not None else ())


def _items(case: Case, entries: tuple[Entry, ...], now: datetime) -> tuple[Item, ...]:
    """The entries worth a line: what is still owed already says whose card went on the same day."""
    owed_on = {entry.day for entry in entries if entry.kind is Kind.CARD}
    told = (here(entry, case.interview, now) for entry in entries)
    return tuple(Item(entry, case) for entry in told if entry.kind is not Kind.POSTED or entry.day not in owed_on)


def here(entry: Entry, interview: Interview, now: datetime) -> Entry:
    """An interview by the clock of where the user is (the zone of `now`); one that lasts all day never shifts.

    The record keeps its own zone, and the rules count from its own day. All other entries are days of the user's already.
    """
    if entry.kind is not Kind.INTERVIEW or entry.time is None:
        return entry
    starts, ends = interview.starts().astimezone(now.tzinfo), interview.ends().astimezone(now.tzinfo)
    if starts.replace(tzinfo=None) == interview.start:
        return entry
    short = Words(entry.short.text, {**entry.short.values, "time": starts.time()})
    until = ends.time() if ends.date() == starts.date() else None
    return replace(entry, day=starts.date(), time=starts.time(), until=until, short=short)


def _company(case: Case) -> str:
    return case.interview.company.strip().casefold()
