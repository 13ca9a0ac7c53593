"""Between records and rows: each kind of record has one table, each of its fields one column of the same name.

Dates and times are ISO 8601 text with ASCII digits, lists are JSON, choices are the words of the command line. The one
field that is no column is `Interview.people`: it has a table of its own, so that the database knows who met whom.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar, cast, get_type_hints

from followup_desktop.core import written_out
from followup_desktop.core.records import (
    Card,
    Interview,
    Me,
    Origin,
    Record,
    Sentence,
    card_id,
)

Cell = str | int | None
"""What a column holds."""

R = TypeVar("R", bound=Record)

KINDS: tuple[type[Record], ...] = tuple(written_out.KINDS.values())
"""Every kind of record that the notebook keeps; its table has the kind's name in lower case."""


class Foreign(Exception):  # noqa: N818  (what it is, not who is to blame)
    """A row that we cannot have written."""


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """How the records of one kind lie in their table."""

    kind: type[R]
    name: str
    columns: tuple[str, ...]
    readers: tuple[tuple[int, Callable[[Any], Any]], ...]
    """Which columns must be turned into values of their own when they are read, and how."""

    def sql(self, text: str, where: str = "") -> str:
        """A statement of ours with ``{name}``, ``{columns}``, ``{marks}`` (one a column), ``{sets}`` and ``{where}`` filled."""
        quoted = [f'"{column}"' for column in self.columns]
        sets = ", ".join(f"{column} = ?" for column in quoted)
        marks = ", ".join("?" * len(quoted))
        return text.format(name=self.name, columns=", ".join(quoted), marks=marks, sets=sets, where=where)

    def cells(self, record: Record) -> tuple[Cell, ...]:
        """The record's row. Raises `TypeError` for a value that no column can hold."""
        return tuple(cell(getattr(record, column)) for column in self.columns)

    def record(self, row: Sequence[Cell], **more: object) -> R:
        """The record of a row; `more` are fields that are no columns. Raises `Foreign`."""
        values: list[Any] = list(row)
        try:
            for index, read in self.readers:
                if values[index] is not None:
                    values[index] = read(values[index])
        except (ValueError, TypeError, KeyError) as fault:
            raise Foreign(self.name) from fault
        return cast("Callable[..., R]", self.kind)(**dict(zip(self.columns, values, strict=True)), **more)


def _laid_out(kind: type[Record]) -> Table[Record]:
    """The table of a kind, from its fields."""
    hints = get_type_hints(kind)
    columns = tuple(each.name for each in fields(kind) if (kind, each.name) != (Interview, "people"))
    readers = ((index, reader(hints[column])) for index, column in enumerate(columns))
    return Table(kind, kind.__name__.lower(), columns, tuple((index, read) for index, read in readers if read is not None))


def table(kind: type[R]) -> Table[R]:
    """The table that keeps the records of that kind."""
    return cast("Table[R]", TABLES[cast("type[Record]", kind)])


def absent(record: Record | None) -> bool:
    """True for a record that needs no row: nobody known yet, or a card that was not begun."""
    return record is None or record == Me() or record == _fresh(record)


def same(one: Record | None, other: Record | None) -> bool:
    """True when both records would be stored alike.

    Moments are compared as they are written: Python calls a repeated hour's moments unequal across zones.
    """
    if one is None or other is None or one == other:
        return one == other
    rows = table(type(one))
    if rows.cells(one) != rows.cells(other):
        return False
    return not (isinstance(one, Interview) and isinstance(other, Interview)) or one.people == other.people


def _fresh(record: Record) -> Card | None:
    """The card that nobody has begun, if `record` is a card."""
    if not isinstance(record, Card):
        return None
    return Card(id=card_id(record.interview, record.person), interview=record.interview, person=record.person)


def cell(value: object) -> Cell:
    """One value as its column holds it. Raises `TypeError` for a kind of value that the notebook does not know."""
    if value is None or isinstance(value, int):
        return None if value is None else int(value)
    if isinstance(value, str):
        return str(whole(value))
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, tuple):
        return json.dumps([_plain(each) for each in value], ensure_ascii=False, separators=(",", ":"))
    raise TypeError(f"the notebook keeps no {type(value).__name__}")


def whole(text: str) -> str:
    """`text` with halves of characters made whole, or replaced where the other half is missing.

    A field may hand over UTF-16 halves when an emoji is typed; they cannot be written as UTF-8.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _plain(value: object) -> object:
    """One part of a list, as JSON can hold it."""
    if isinstance(value, Sentence):
        return [whole(value.text), value.note, str(value.origin), value.paragraph]
    return whole(cast("str", value))


def reader(hint: Any) -> Callable[[Any], Any] | None:  # noqa: ANN401  (a type hint is of no type of its own)
    """How a column becomes a value of the kind that `hint` names; None where it is that already."""
    known: dict[Any, Callable[[Any], Any]] = {
        bool: bool,
        date: date.fromisoformat,
        date | None: date.fromisoformat,
        datetime | None: datetime.fromisoformat,
        datetime | date: _moment_or_day,
        tuple[str, ...]: _texts,
        tuple[Sentence, ...] | None: _sentences,
    }
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {str(choice): choice for choice in hint}.__getitem__
    return known.get(hint)


def _moment_or_day(text: str) -> datetime | date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _texts(text: str) -> tuple[str, ...]:
    return () if text == "[]" else tuple(json.loads(text))


def _sentences(text: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(words, note, Origin(origin), paragraph) for words, note, origin, paragraph in json.loads(text))


TABLES: Mapping[type[Record], Table[Record]] = {kind: _laid_out(kind) for kind in KINDS}
"""Every table, by the kind of record it keeps."""
