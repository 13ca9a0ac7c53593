"""What stands on which day: the entries of all interviews, derived once and kept until something changes.

The list of days is never stored: it is `core.agenda` over the cases. A change derives only the interviews it touches
again; time passing derives those whose day is near, since an interview that ends begins to owe its cards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from followup_desktop.core import agenda
from followup_desktop.core.agenda import Around, Entry, Kind
from followup_desktop.core.records import Case, Change, Interview, Me, Person
from followup_desktop.desk.desk import Desk

NEAR = timedelta(days=2)
"""How far from today an interview's day may be for its entries to depend on the hour."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry with the case it was derived from."""

    entry: Entry
    case: Case


@dataclass(slots=True)
class _Derived:
    """One case, its entries, and its quiet days (first, last) if it has any."""

    case: Case
    entries: tuple[Entry, ...]
    quiet: tuple[date, date] | None = field(default=None)


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
        elif hasattr(record, "interview"):
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
        self._derived: dict[str, _Derived] = {}
        self._around: dict[str, Around] = {}
        self._by_day: dict[date, list[Item]] = {}
        self._today = desk.now().date()
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
        return tuple(self._by_day.get(day, ()))

    def from_day(self, first: date) -> Iterator[tuple[date, tuple[Item, ...]]]:
        """The days from `first` on that have entries, in order, each with its entries."""
        for day in sorted(day for day in self._by_day if day >= first):
            yield day, tuple(self._by_day[day])

    def quiet_between(self, first: date, last: date, only: str = "") -> dict[date, tuple[str, ...]]:
        """For each day of that stretch the companies not to be asked on it, those soonest over first.

        `only` is the id of the one interview to look at; empty for all.
        """
        stretches = sorted(
            (each.quiet[1], each.quiet[0], each.case.interview.company)
            for each in self._derived.values()
            if each.quiet and each.quiet[1] >= first and each.quiet[0] <= last and only in ("", each.case.interview.id)
        )
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        return {day: tuple(dict.fromkeys(name for end, start, name in stretches if start <= day <= end)) for day in days}

    def case(self, interview: str) -> Case | None:
        """The case of that interview."""
        found = self._derived.get(interview)
        return found.case if found else None

    def _derive_all(self) -> None:
        cases = self._desk.cases()
        self._around = agenda.around(cases)
        self._derived = {case.interview.id: self._derive(case) for case in cases}
        self._sort_into_days()

    def _derive(self, case: Case) -> _Derived:
        now, workdays = self._desk.now(), self._desk.workdays()
        others = self._around.get(case.interview.id)
        return _Derived(
            case,
            agenda.entries(case, now, workdays, surroundings=others),
            agenda.quiet(case, workdays, now=now, surroundings=others),
        )

    def _sort_into_days(self) -> None:
        by_day: defaultdict[date, list[Item]] = defaultdict(list)
        for each in self._derived.values():
            owed_on = {entry.day for entry in each.entries if entry.kind is Kind.CARD}
            for entry in each.entries:
                # what is still owed already says whose card went on the same day
                if entry.kind is not Kind.POSTED or entry.day not in owed_on:
                    by_day[entry.day].append(Item(entry, each.case))
        for items in by_day.values():
            items.sort(key=lambda item: agenda.entry_order(item.entry))
        self._by_day = dict(by_day)

    def _on_changed(self, change: Change) -> None:
        ids = touched(change, [each.case for each in self._derived.values()])
        if ids is None:
            self._derive_all()
        else:
            self._derive_again(ids)
        self.changed.emit()

    def _derive_again(self, ids: set[str]) -> None:
        """Derive those interviews again, and those at the same companies: rounds are seen together."""
        cases = {interview: each.case for interview, each in self._derived.items()}
        companies = {_company(cases[interview]) for interview in ids if interview in cases}
        for interview in ids:
            case = self._desk.case(interview)
            if case is None:
                cases.pop(interview, None)
            else:
                cases[interview] = case
                companies.add(_company(case))
        self._around = agenda.around(cases.values())
        self._derived = {
            interview: self._derive(case) if _company(case) in companies else self._derived[interview]
            for interview, case in cases.items()
        }
        self._sort_into_days()

    def let_time_pass(self) -> None:
        """Derive again what the hour or the date decides."""
        today = self._desk.now().date()
        if today != self._today:
            self._today = today
            self._derive_all()
            self.changed.emit()
            return
        near = {key: each for key, each in self._derived.items() if abs(each.case.interview.last_day - today) <= NEAR}
        again = {key: self._derive(each.case) for key, each in near.items()}
        if again != near:
            self._derived.update(again)
            self._sort_into_days()
            self.changed.emit()


def _company(case: Case) -> str:
    return case.interview.company.strip().casefold()
