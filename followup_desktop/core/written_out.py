"""Records written out as plain values (dicts, lists, texts, numbers) and read back: for files outside the notebook.

What is read may come from anywhere: every field is looked at for its kind, its length and what may stand in it before a
record is made. `Unreadable` says which field is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache, partial
from typing import Any, TypeVar, cast, get_type_hints

from followup_desktop.core.records import (
    Binned,
    Card,
    Draft,
    Interview,
    Later,
    Me,
    Note,
    Origin,
    Person,
    Promise,
    Record,
    Sentence,
    Task,
    Touch,
    card_id,
    draft_id,
)

KINDS: Mapping[str, type[Record]] = {
    kind.__name__.lower(): kind for kind in (Me, Person, Interview, Note, Promise, Task, Touch, Card, Draft, Later, Binned)
}
"""Every kind of record by its name, whatever is named by others before those who name it."""

LONGEST_TEXT = 1_000_000
"""Characters that a text may have: far more than anybody types into one field."""
LONGEST_ID = 400
MOST_PARTS = 5_000
"""Parts that a list within a record may have."""
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Days outside of these years are no days of a job hunt, and some cannot be counted from."""
LARGEST_NUMBER = 2**31

_WITH_ZONE = frozenset({(Note, "written"), (Card, "printed_at"), (Card, "posted_at"), (Later, "until")})
"""Moments that are kept with a zone; all others are wall time without one."""
_NAMES: Mapping[tuple[type[Record], str], type[Record]] = {
    (Interview, "people"): Person,
    (Interview, "arranged_by"): Person,
    (Interview, "referred_by"): Person,
    (Interview, "contact"): Person,
    (Promise, "by"): Person,
    **{(kind, "person"): Person for kind in (Note, Task, Touch, Card, Draft)},
    **{(kind, "interview"): Interview for kind in (Note, Promise, Task, Touch, Card, Draft)},
}
"""Fields that name another record by its id, with the kind of that record."""
_CHOICES: Mapping[tuple[type[Record], str], tuple[str, ...]] = {
    (Person, "pronoun"): ("", "she", "he", "they"),
    (Person, "tier"): ("", "A", "B", "C", "D"),
}

R = TypeVar("R", bound=Record)


class Unreadable(Exception):  # noqa: N818  (what it is, not who is to blame)
    """Plain values that are no record of ours; the text says which field is wrong, never what stands in it."""


def plain(record: Record) -> dict[str, Any]:
    """The record as plain values by field; what is as a fresh record has it is left out."""
    told = ((each.name, getattr(record, each.name), each.default) for each in fields(record))
    return {name: _plain(value) for name, value, default in told if default is MISSING or value != default}


def _plain(value: object) -> Any:  # noqa: ANN401  (whatever JSON can hold)
    if isinstance(value, Sentence):
        return {"text": value.text, "note": value.note, "origin": str(value.origin), "paragraph": value.paragraph}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return str(value)
    return value


def record(kind: type[R], values: object) -> R:
    """The record of those plain values. Raises `Unreadable` for anything that `plain` cannot have written."""
    if not isinstance(values, dict):
        raise Unreadable(kind.__name__.lower())
    readers = _readers(cast("type", kind))
    made: dict[str, Any] = {}
    for name, value in values.items():
        if name not in readers:
            raise Unreadable(f"{kind.__name__.lower()}.{name}"[:LONGEST_ID])
        try:
            made[name] = readers[name](value)
        except (ValueError, TypeError, KeyError, OverflowError) as fault:
            raise Unreadable(f"{kind.__name__.lower()}.{name}") from fault
    try:
        told = cast("Callable[..., R]", kind)(**made)
    except TypeError as fault:
        raise Unreadable(kind.__name__.lower()) from fault
    if not _is_called_right(told):
        raise Unreadable(f"{kind.__name__.lower()}.id")
    if isinstance(told, Person) and not told.name.strip():
        raise Unreadable("person.name")
    return told


def names(told: Record) -> tuple[tuple[type[Record], str], ...]:
    """The records that this one names: the kind and the id of each."""
    found: list[tuple[type[Record], str]] = []
    for (kind, field), other in _NAMES.items():
        if type(told) is kind:
            value = getattr(told, field)
            found += [(other, each) for each in (value if isinstance(value, tuple) else (value,)) if each is not None]
    return tuple(found)


def _is_called_right(told: Record) -> bool:
    """True when the id is one that a record of that kind has."""
    match told:
        case Me():
            return told.id == Me().id
        case Card():
            return told.id == card_id(told.interview, told.person)
        case Draft():
            return told.id == draft_id(told.interview, told.person, told.kind)
        case _:
            return bool(told.id.strip()) and len(told.id) <= LONGEST_ID


@cache
def _readers(kind: type) -> Mapping[str, Callable[[Any], Any]]:
    hints = get_type_hints(kind)
    return {each.name: _reader(kind, each.name, hints[each.name]) for each in fields(kind)}


def _reader(kind: type, name: str, hint: Any) -> Callable[[Any], Any]:  # noqa: ANN401  (a type hint has no type)
    """What makes the value of that field, or raises `ValueError`, `TypeError` or `KeyError`."""
    moment = partial(_moment, zoned=(kind, name) in _WITH_ZONE)
    known: dict[Any, Callable[[Any], Any]] = {
        str: partial(_text, among=_CHOICES.get((kind, name), ())),
        str | None: lambda value: None if value is None else _text(value),
        int: _number,
        bool: _truth,
        date: _day,
        date | None: lambda value: None if value is None else _day(value),
        datetime | None: lambda value: None if value is None else moment(value),
        datetime | date: lambda value: moment(value) if "T" in _text(value) else _day(value),
        tuple[str, ...]: lambda value: tuple(_text(each) for each in _parts(value)),
        tuple[Sentence, ...] | None: lambda value: None if value is None else tuple(map(_sentence, _parts(value))),
    }
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {str(choice): choice for choice in hint}.__getitem__
    return known[hint]


def _text(value: object, among: tuple[str, ...] = ()) -> str:
    """A text that can be kept: no half of a character, no NUL."""
    if not isinstance(value, str):
        raise TypeError
    value.encode()  # raises for halves of characters, as a ValueError
    if len(value) > LONGEST_TEXT or "\0" in value or (among and value not in among):
        raise ValueError
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    if not 0 <= value <= LARGEST_NUMBER:
        raise ValueError
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _day(value: object) -> date:
    return _within(date.fromisoformat(_text(value)))


def _moment(value: object, *, zoned: bool) -> datetime:
    made = _within(datetime.fromisoformat(_text(value)))
    if (made.tzinfo is not None) != zoned:
        raise ValueError
    return made


D = TypeVar("D", date, datetime)


def _within(value: D) -> D:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValueError
    return value


def _parts(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError
    if len(value) > MOST_PARTS:
        raise ValueError
    return value


def _sentence(value: object) -> Sentence:
    if not isinstance(value, dict):
        raise TypeError
    note = value["note"]
    if len(value) > len(fields(Sentence)):
        raise ValueError
    return Sentence(
        _text(value["text"]), None if note is None else _text(note), Origin(value["origin"]), _number(value["paragraph"])
    )
