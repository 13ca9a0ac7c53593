"""The trash: what was deleted is kept for thirty days, as one record that holds what went, and can be put back from there.

Pure. Only what somebody would look for is kept: an interview or a person, with all that went with them. What undo takes
back never comes here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any, TypeVar, cast

from followup_desktop.core import written_out
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Binned, Change, Interview, Person, Record, new_id
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words

DAYS = 30
"""How long the trash keeps what was deleted (SAFETY)."""

_PUT_BACK = QT_TRANSLATE_NOOP("core", "Put back {title}")
_EMPTIED = QT_TRANSLATE_NOOP("core", "Empty the trash")
_BROKEN = QT_TRANSLATE_NOOP("core", "“{title}” cannot be read any more, so nothing was put back.")

R = TypeVar("R", bound=Record)


def kept(change: Change, today: date) -> Change:
    """The same change, which keeps in the trash what it deletes; as it is where it deletes no interview and no person."""
    gone = [before for before, after in change.pairs if before is not None and after is None]
    title = next((_title(record) for record in gone if isinstance(record, Interview | Person)), "")
    if not title or any(isinstance(record, Binned) for record in gone):
        return change
    told = [[type(record).__name__.lower(), written_out.plain(record)] for record in gone]
    binned = Binned(id=new_id(), title=title, on=today, records=json.dumps(told, ensure_ascii=False))
    return replace(change, pairs=(*change.pairs, (None, binned)))


def put_back(binned: Binned, present: Iterable[Record]) -> Change:
    """The change that puts back what lies in the trash, given all records that there are.

    What is there again already stays as it is; what belongs to somebody who is gone meanwhile stays away. Raises `Problem`.
    """
    there = {(type(record), record.id) for record in present}
    found = [record for record in _records(binned) if (type(record), record.id) not in there]
    while True:
        known = there | {(type(record), record.id) for record in found}
        whole = [_without_missing(record, known) for record in found]
        left = [record for record in whole if known.issuperset(written_out.names(record))]
        if len(left) == len(found):
            break
        found = left
    label = Words(_PUT_BACK, {"title": binned.title})
    return Change(label, ((binned, None), *((None, record) for record in left)))


def emptied(binned: Iterable[Binned], today: date) -> Change:
    """The change that lets go of what has lain in the trash for longer than `DAYS`; no pairs where nothing has."""
    old = [each for each in binned if today - each.on > timedelta(days=DAYS)]
    return Change(Words(_EMPTIED), tuple((each, None) for each in old))


def last_day(binned: Binned) -> date:
    """The last day on which it can be put back."""
    return binned.on + timedelta(days=DAYS)


def _title(record: Interview | Person) -> str:
    if isinstance(record, Person):
        return record.name or record.id
    return ", ".join(part for part in (record.company, record.role) if part) or record.id


def look_at(binned: Binned) -> None:
    """Look at what lies in the trash, as it may come from a file. Raises `Problem` where `put_back` could not read it."""
    _records(binned)


def _records(binned: Binned) -> list[Record]:
    """The records in it. Raises `Problem` where they are not as we wrote them."""
    broken = Problem(Words(_BROKEN, {"title": binned.title}))
    try:
        found = [written_out.record(written_out.KINDS[kind], values) for kind, values in json.loads(binned.records)]
    except (written_out.Unreadable, ValueError, TypeError, KeyError, RecursionError) as fault:
        raise broken from fault
    if len({(type(record), record.id) for record in found}) < len(found):
        raise broken
    return found


def _without_missing(record: R, known: set[tuple[type[Record], str]]) -> R:
    """An interview without those of its people who are gone; anything else as it is."""
    if not isinstance(record, Interview):
        return record
    missing = {name for kind, name in written_out.names(record) if (kind, name) not in known}
    values: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name == "people":
            values["people"] = tuple(each for each in value if each not in missing)
        elif field.name in {"arranged_by", "referred_by", "contact"} and value in missing:
            values[field.name] = None
    return cast("R", replace(record, **values))
