"""What else is printed: the agenda, the proof of search and the address list, as tables on office paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, tzinfo

from followup_desktop.core.agenda import Entry, Kind
from followup_desktop.core.dates import spoken
from followup_desktop.core.records import CardState, Case, Channel, Me, Person
from followup_desktop.paper.table import Table

_HOW = {Channel.CALL: "by phone", Channel.EMAIL: "by e-mail", Channel.LETTER: "by letter", Channel.VISIT: "in person"}
_NOT_ANNOUNCED = frozenset({Kind.POSTED, Kind.TOUCH})
"""What lies behind the user: it stands in the proof of search, not among what is to come."""


def agenda(entries: Iterable[Entry], first: date, last: date) -> Table:
    """What is due from `first` to `last`, day by day, in the order of the agenda."""
    rows: list[tuple[str, ...]] = []
    before: date | None = None
    for entry in entries:
        if first <= entry.day <= last and entry.kind not in _NOT_ANNOUNCED:
            day = "" if entry.day == before else _day(entry.day)
            before = entry.day
            rows.append((day, _hours(entry), _lines(str(entry.title), str(entry.detail), str(entry.why or ""))))
    return Table(
        "Agenda", _span(first, last), ("Day", "Time", "What"), (22, 16, 100), tuple(rows), "Nothing is due in these days."
    )


def proof_of_search(cases: Sequence[Case], me: Me, first: date, last: date, now: datetime) -> Table:
    """What was done about finding work from `first` to `last`: interviews, thank-you cards, follow-ups, answers.

    Only what lies in the past of `now` counts; what was said in the conversations stays out of it.
    """
    found = [done for case in cases for done in _done(case, now)]
    rows = tuple(
        (_day(day), company, what, who) for day, company, what, who in sorted(found) if first <= day <= min(last, now.date())
    )
    name = me.name.strip()
    told = f"{name}, {_span(first, last)}" if name else _span(first, last)
    foot = f"Made from the notebook of Follow-Up Desktop on {_day(now.date())} {now.year}."
    heads = ("Day", "Employer", "What was done", "With whom")
    return Table("Proof of job search", told, heads, (24, 40, 52, 44), rows, "Nothing was done in these days.", foot)


def address_list(people: Iterable[Person]) -> Table:
    """Everybody with what is known about reaching them, by company and name."""
    known = sorted(people, key=lambda person: (person.company.casefold(), person.name.casefold(), person.id))
    rows = tuple(
        (_lines(person.name, person.title), person.company, person.address, _lines(person.phone, person.email))
        for person in known
    )
    return Table("People", "", ("Name", "Company", "Address", "Phone, e-mail"), (42, 34, 48, 50), rows, "Nobody is known yet.")


_Done = tuple[date, str, str, str]


def _done(case: Case, now: datetime) -> Iterable[_Done]:
    interview = case.interview
    if interview.cancelled:
        return
    employer = _lines(interview.company, interview.role)
    if interview.ends() <= now:
        yield interview.day, employer, _talk(case), _names(case.interviewers)
    for card in case.cards:
        if card.state is CardState.POSTED:
            went = _local(card.posted_at, now.tzinfo) or interview.last_day
            yield went, employer, "Thank-you card posted", _names([person for person in case.people if person.id == card.person])
    for touch in case.touches:
        yield touch.on, employer, f"Follow-up {_HOW[touch.kind]}", _names([p for p in case.people if p.id == touch.person])
    if interview.outcome_on is not None:
        yield interview.outcome_on, employer, f"Answer: {interview.outcome.value.replace('-', ' ')}", ""


def _talk(case: Case) -> str:
    return {
        "interview": "Interview",
        "phone-screen": "Phone interview",
        "panel": "Interview with a panel",
        "informational": "Talk for information",
    }[case.interview.talk.value]


def _local(moment: datetime | None, zone: tzinfo | None) -> date | None:
    return None if moment is None else moment.astimezone(zone).date()


def _names(people: Iterable[Person]) -> str:
    return "\n".join(person.name for person in people)


def _hours(entry: Entry) -> str:
    if entry.time is None:
        return ""
    until = f" to {spoken(entry.until)}" if entry.until is not None else ""
    return f"{spoken(entry.time)}{until}" if entry.kind is Kind.INTERVIEW else f"by {spoken(entry.time)}"


def _day(day: date) -> str:
    return spoken(day)


def _span(first: date, last: date) -> str:
    if first.year == last.year:
        return f"{_day(first)} to {_day(last)} {last.year}"
    return f"{_day(first)} {first.year} to {_day(last)} {last.year}"


def _lines(*texts: str) -> str:
    return "\n".join(text.strip() for text in texts if text.strip())
