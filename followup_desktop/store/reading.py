"""From the tables to records and cases. Functions of a connection; they change nothing.

All raise `sqlite3.Error`, and `rows.Foreign` for a row that we cannot have written.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter
from typing import TypeVar

from followup_desktop.core.find import folded
from followup_desktop.core.records import Box, Card, Case, Draft, Interview, Note, Person, Promise, Record, Task, Touch
from followup_desktop.store.rows import Cell, table

BOXES = {box: position for position, box in enumerate(Box)}
"""The order in which the boxes of the debrief are read."""

R = TypeVar("R", bound=Record)
H = TypeVar("H", Note, Promise, Task, Touch, Card, Draft)


def records(connection: sqlite3.Connection, kind: type[R], column: str = "id", among: Iterable[str] | None = None) -> list[R]:
    """The records of a kind whose `column` is one of `among` (None: all), in the order they were first written."""
    rows, condition, values = table(kind), *_among(column, among)
    query = rows.sql("SELECT {columns} FROM {name} {where} ORDER BY nr", condition)
    found: list[tuple[Cell, ...]] = connection.execute(query, values).fetchall()
    if rows.kind is Interview:
        met = people_met(connection, None if among is None else [str(row[0]) for row in found])
        return [rows.record(row, people=met[str(row[0])]) for row in found]
    return [rows.record(row) for row in found]


def loose_touches(connection: sqlite3.Connection) -> list[Touch]:
    """The touches that are about no interview, oldest first."""
    rows = table(Touch)
    found = connection.execute(rows.sql('SELECT {columns} FROM {name} WHERE interview IS NULL ORDER BY "on", nr'))
    return [rows.record(row) for row in found]


def people_met(connection: sqlite3.Connection, interviews: Iterable[str] | None = None) -> dict[str, tuple[str, ...]]:
    """Ids of the interviewers by interview (None: all), in the order met; empty for any other."""
    condition, values = _among("interview", interviews)
    query = f"SELECT interview, person FROM interviewer {condition} ORDER BY interview, position"  # noqa: S608  (a condition of ours)
    met: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for interview, person in connection.execute(query, values):
        met[interview] += (person,)
    return met


def interviews_with(connection: sqlite3.Connection, people: Iterable[str]) -> set[str]:
    """Ids of the interviews that any of these people led, arranged or helped the user to."""
    wanted = (json.dumps(list(people)),)
    met = "SELECT interview FROM interviewer WHERE person IN (SELECT value FROM json_each(?))"
    arranged = "SELECT id FROM interview WHERE arranged_by IN (SELECT value FROM json_each(?))"
    referred = "SELECT id FROM interview WHERE referred_by IN (SELECT value FROM json_each(?))"
    return {row[0] for query in (met, arranged, referred) for row in connection.execute(query, wanted)}


def cases(connection: sqlite3.Connection, ids: Iterable[str] | None = None) -> tuple[Case, ...]:
    """The interviews of `ids` that there are (None: all), each with everything about it, by `begins`."""
    interviews = sorted(records(connection, Interview, "id", ids), key=begins)
    some = None if ids is None else [interview.id for interview in interviews]
    everybody = None if ids is None else {person for interview in interviews for person in _people_of(interview)}
    people = {person.id: person for person in records(connection, Person, "id", everybody)}
    notes, promises = _by_interview(connection, Note, some), _by_interview(connection, Promise, some)
    tasks, drafts = _by_interview(connection, Task, some), _by_interview(connection, Draft, some)
    touches, cards = _by_interview(connection, Touch, some), _by_interview(connection, Card, some)
    return tuple(
        Case(
            interview=interview,
            people=tuple(people[person] for person in _people_of(interview) if person in people),
            notes=_in_reading_order(interview, notes[interview.id]),
            promises=tuple(sorted(promises[interview.id], key=attrgetter("heard"))),
            tasks=tuple(tasks[interview.id]),
            touches=tuple(sorted(touches[interview.id], key=attrgetter("on"))),
            cards=tuple(cards[interview.id]),
            drafts=tuple(drafts[interview.id]),
        )
        for interview in interviews
    )


def begins(interview: Interview) -> tuple[str, str]:
    """What interviews are sorted by: the wall time of their start, one that lasts all day first."""
    return interview.start.isoformat(), interview.id


def searchable(case: Case) -> str:
    """Everything that an interview is found by, folded; words are looked for one by one, so that fields may follow closely."""
    told = case.interview
    fields = [told.company, told.role, told.place]
    for person in case.people:
        fields += [person.name, person.address_as, person.title, person.email, person.company]
    fields += [note.text for note in case.notes]
    fields += [promise.words for promise in case.promises]
    fields += [touch.reason for touch in case.touches]
    return folded(" ".join(fields))


def _by_interview(connection: sqlite3.Connection, kind: type[H], interviews: Iterable[str] | None) -> dict[str, list[H]]:
    hanging: dict[str, list[H]] = defaultdict(list)
    for record in records(connection, kind, "interview", interviews):
        if record.interview is not None:
            hanging[record.interview].append(record)
    return hanging


def _people_of(interview: Interview) -> tuple[str, ...]:
    """The interviewers, then whoever arranged the day, then whoever gave the user's name; nobody twice."""
    helped = (person for person in (interview.arranged_by, interview.referred_by) if person is not None)
    return tuple(dict.fromkeys((*interview.people, *helped)))


def _in_reading_order(interview: Interview, notes: Iterable[Note]) -> tuple[Note, ...]:
    """Person by person in the order met, then what is about everybody; box by box for each."""
    met = {person: position for position, person in enumerate(_people_of(interview))}

    def place(note: Note) -> tuple[bool, int, int, int]:
        return note.person is None, met.get(note.person or "", len(met)), BOXES[note.box], note.position

    return tuple(sorted(notes, key=place))


def _among(column: str, values: Iterable[str] | None) -> tuple[str, tuple[str, ...]]:
    """An SQL condition that `column` is one of `values` (None: none), and what fills it."""
    if values is None:
        return "", ()
    condition = f'WHERE "{column}" IN (SELECT value FROM json_each(?))'  # noqa: S608  (the name of a column of ours)
    return condition, (json.dumps(list(values)),)
