"""Everything about one person, taken out of the records for good: theirs go, and what others say loses their name.

Pure. What is left is a notebook that never knew them, but for the word that stands where their name stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar, cast

from followup_desktop.core import written_out
from followup_desktop.core.find import folded
from followup_desktop.core.records import Binned, Change, Interview, Later, Me, Person, Record, Sentence
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words

INSTEAD = "(erased)"
"""What stands where a name, an address or a number of theirs stood."""
SHORTEST = 3
"""Letters that a text has at the least to be looked for: shorter ones are parts of other words."""
_PARTS_KEPT = frozenset(
    {"interview", "person", "note", "id", "kind", "company", "role", "zone", "uid", "tone", "occasion", "answer"}
)
"""Fields of texts that name or choose something and tell of nobody."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody to be erased: the id, what is theirs alone, and short names that mean them only where they were."""

    id: str
    texts: tuple[str, ...]
    """Full name, addresses and numbers: erased wherever they stand."""
    short: tuple[str, ...] = ()
    """How they are called: erased in what belongs to an interview of theirs, where nobody else there is called so."""


def who(person: Person) -> Who:
    """What is to be looked for when that person is erased."""
    whole = (person.name, person.email, person.phone, *person.address.splitlines())
    texts = dict.fromkeys(form for text in whole for form in _forms(text.strip().strip(",")))
    parts = (person.address_as, *person.name.split())
    short = dict.fromkeys(form for part in parts for form in _forms(part.strip(",.")))
    return Who(
        person.id,
        tuple(text for text in texts if len(text) >= SHORTEST),
        tuple(part for part in short if len(part) >= SHORTEST and part not in texts),
    )


def _forms(text: str) -> tuple[str, str]:
    """The text as it is written, and as somebody types it without its marks."""
    return text, folded(text)


def erased(records: Sequence[Record], whom: Who) -> Change:
    """The change that takes that person out of all these records; no pairs where none tells of them."""
    everywhere = _pattern(whom.texts)
    theirs = {record.id for record in records if _is_theirs(record, whom.id)}
    gone = {id(record) for record in records if _is_theirs(record, whom.id) or getattr(record, "note", None) in theirs}
    gone |= {id(record) for record in records if isinstance(record, Binned) and _tells_of(record, whom, everywhere)}
    met = {record.id: record for record in records if isinstance(record, Interview) and whom.id in _people(record)}
    names = {record.id: record.name for record in records if isinstance(record, Person) and record.id != whom.id}
    within = {key: _pattern((*whom.texts, *_unlike(whom.short, interview, names))) for key, interview in met.items()}
    pairs: list[tuple[Record | None, Record | None]] = []
    for record in records:
        if id(record) in gone:
            pairs.append((record, None))
            continue
        about = record.id if isinstance(record, Interview) else getattr(record, "interview", None)
        after = _without(_unnamed(record, whom.id), within.get(about or "", everywhere))
        if after != record:
            pairs.append((record, after))
    return Change(Words(QT_TRANSLATE_NOOP("core", "Erase a person")), tuple(pairs))


def _is_theirs(record: Record, person: str) -> bool:
    """True for the person, and for what is about them alone."""
    if isinstance(record, Person):
        return record.id == person
    if isinstance(record, Later):
        return person in re.split(r"[^A-Za-z0-9]", record.id)
    return getattr(record, "person", None) == person


def _tells_of(binned: Binned, whom: Who, pattern: re.Pattern[str] | None) -> bool:
    """True for what lies in the trash and tells of that person: all of it goes, it was deleted anyway."""
    told = f"{binned.title}\n{binned.records}"
    return f'"{whom.id}"' in told or (pattern is not None and pattern.search(told) is not None)


def _people(interview: Interview) -> set[str | None]:
    return {*interview.people, interview.arranged_by, interview.referred_by, interview.contact}


def _unlike(short: Iterable[str], interview: Interview, names: dict[str, str]) -> tuple[str, ...]:
    """Those short names that nobody else of that interview has."""
    others = {word for key in _people(interview) for word in folded(names.get(key or "", "")).split()}
    return tuple(name for name in short if not set(folded(name).split()) & others)


def _pattern(texts: Iterable[str]) -> re.Pattern[str] | None:
    """What finds any of these texts, the longest first, as whole words however they are written."""
    found = sorted(texts, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in found), re.IGNORECASE) if found else None


def _unnamed(record: R, person: str) -> R:
    """The record without that person among those it names."""
    if (Person, person) not in written_out.names(record):
        return record
    values: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name == "people":
            values["people"] = tuple(each for each in value if each != person)
        elif value == person:
            values[field.name] = None
    return cast("R", replace(cast("Any", record), **values))


def _without(record: R, pattern: re.Pattern[str] | None) -> R:
    """The record with everything that the pattern finds in its words replaced; people's own records stay as they are."""
    if pattern is None or isinstance(record, Person | Me):
        return record
    values: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name in _PARTS_KEPT:
            continue
        if type(value) is str:
            values[field.name] = pattern.sub(INSTEAD, value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Sentence):
            values[field.name] = tuple(replace(each, text=pattern.sub(INSTEAD, each.text)) for each in value)
    return cast("R", replace(cast("Any", record), **values))
