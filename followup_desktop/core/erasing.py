"""Everything about one person, taken out of the records for good: theirs go, and what others say loses their name.

Pure. What is left is a notebook that never knew them, but for the word that stands where their name stood.
"""

from __future__ import annotations

import re
import unicodedata
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
SHORTEST_LINE = 10
"""Letters of a line of an address that is theirs alone: "Floor 3" and "Room 101" are shorter, and those of many."""
DIGITS = 7
"""Digits at the end of a number that tell it from others: what is in front changes with where one calls from."""
_PARTS_KEPT = frozenset(
    {"interview", "person", "note", "id", "kind", "company", "role", "zone", "uid", "tone", "occasion", "answer"}
)
"""Fields of texts that name or choose something and tell of nobody."""
_SAID_OF_PEOPLE = frozenset({"title", "address", "tags"})
"""Fields of other people in which somebody may be named ("assistant of ..."). Namesakes stay as they are."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody to be erased: the id, what is theirs alone, and short names that mean them only where they were."""

    id: str
    texts: tuple[str, ...]
    """Full name and e-mail address: erased wherever they stand."""
    short: tuple[str, ...] = ()
    """How they are called: erased in what belongs to an interview of theirs, where nobody else there is called so."""
    lines: tuple[str, ...] = ()
    """Lines of the postal address with a number in them: erased wherever they stand, but where others share them."""
    phones: tuple[str, ...] = ()
    """The last digits of their numbers (`DIGITS`): as the lines, however a number is spaced."""


def who(person: Person) -> Who:
    """What is to be looked for when that person is erased.

    A line of the address without a number ("London", "Germany") or with the company in it tells of nobody alone.
    """
    phones = _phones(person)
    company = folded(person.company)
    lines = [line.strip(" ,") for line in person.address.splitlines() if any(letter.isdigit() for letter in line)]
    own = [line for line in lines if not company or company not in folded(line)]
    parts = (person.address_as, *person.name.split(), *own, *(() if phones else (person.phone,)))
    texts = tuple(dict.fromkeys(text.strip(" ,") for text in (person.name, person.email)))
    short = dict.fromkeys(part.strip(" ,.") for part in parts)
    long = tuple(line for line in own if len(line) >= SHORTEST_LINE)
    return Who(
        person.id,
        tuple(text for text in texts if len(text) >= SHORTEST),
        tuple(part for part in short if len(part) >= SHORTEST and part not in (*texts, *long)),
        long,
        phones,
    )


def _phones(person: Person) -> tuple[str, ...]:
    """The last digits of the numbers of that person; an extension is none."""
    numbers = ("".join(filter(str.isdecimal, part)) for part in re.split(r"[^\W\d]|[;,\n]", folded(person.phone)))
    return tuple(dict.fromkeys(number[-DIGITS:] for number in numbers if len(number) >= DIGITS))


class _Finder:
    """Finds texts as whole words however they are written: large, without or with other accents, over two lines."""

    def __init__(self, texts: Iterable[str], phones: Iterable[str] = ()) -> None:
        wanted = {folded(text): text for text in texts if folded(text)}
        self._one_word = {text for text, written in wanted.items() if " " not in text and written[0].isupper()}
        found = [rf"(?<!\w){re.escape(text)}(?!\w)" for text in sorted(wanted, key=len, reverse=True)]
        between = r"[ ()./\u2010-\u2015-]{0,3}"
        found += [rf"(?<!\d)[+(]{{0,2}}(?:\d{between}){{0,8}}{between.join(digits)}(?!\d)" for digits in phones]
        self._pattern = re.compile("|".join(found)) if found else None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where they stand in `text`, in order."""
        if self._pattern is None or not text:
            return []
        letters, starts = _folded_with_places(text)
        found: list[tuple[int, int]] = []
        for match in self._pattern.finditer(letters):
            first, after = starts[match.start()], match.end()
            while starts[after] == starts[match.end() - 1]:
                after += 1
            if not (match[0] in self._one_word and text[first].islower()):  # "Will" is somebody, "will" is not
                found.append((first, starts[after]))
        return found

    def without(self, text: str) -> str:
        """The text with `INSTEAD` where they stood."""
        for first, after in reversed(self.spans(text)):
            text = text[:first] + INSTEAD + text[after:]
        return text


def _folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """`text` as `folded` compares it, and where in it each letter stood; one more place is its end."""
    if text.isascii() and text == " ".join(text.split()):  # most are: a large notebook is looked through at once
        return text.lower(), range(len(text) + 1)
    letters: list[str] = []
    starts: list[int] = []
    for place, letter in enumerate(text):
        plain = " " if letter.isspace() else "" if unicodedata.category(letter) == "Cf" else folded(letter)
        if plain == " " and letters[-1:] == [" "]:
            continue
        letters += plain
        starts += [place] * len(plain)
    return "".join(letters), [*starts, len(text)]


def erased(records: Sequence[Record], whom: Who) -> Change:
    """The change that takes that person out of all these records; no pairs where none tells of them."""
    lines, phones = _theirs_alone(records, whom)
    everywhere = _Finder((*whom.texts, *lines), phones)
    theirs = {record.id for record in records if _is_theirs(record, whom.id)}
    gone = {id(record) for record in records if _is_theirs(record, whom.id) or getattr(record, "note", None) in theirs}
    gone |= {id(record) for record in records if isinstance(record, Binned) and _tells_of(record, whom, everywhere)}
    met = {record.id: record for record in records if isinstance(record, Interview) and whom.id in _people(record)}
    names = {record.id: record.name for record in records if isinstance(record, Person) and record.id != whom.id}
    within = {
        key: _Finder((*whom.texts, *lines, *_unlike(whom.short, interview, names)), phones) for key, interview in met.items()
    }
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


def _theirs_alone(records: Sequence[Record], whom: Who) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of the address and the numbers of `whom` that nobody else has, and no place where an interview is."""
    others = [record for record in records if isinstance(record, Person) and record.id != whom.id]
    places = [record.place for record in records if isinstance(record, Interview)]
    shared = folded("\n".join((*(each.address for each in others), *places)))
    numbers = {digits for each in others for digits in _phones(each)}
    return (
        tuple(line for line in whom.lines if folded(line) not in shared),
        tuple(digits for digits in whom.phones if digits not in numbers),
    )


def _tells_of(binned: Binned, whom: Who, finder: _Finder) -> bool:
    """True for what lies in the trash and tells of that person: all of it goes, it was deleted anyway."""
    told = re.sub(r"\\[nrt]", " ", f"{binned.title}\n{binned.records}")  # line breaks as JSON writes them
    return f'"{whom.id}"' in told or bool(finder.spans(told))


def _people(interview: Interview) -> set[str | None]:
    return {*interview.people, interview.arranged_by, interview.referred_by, interview.contact}


def _unlike(short: Iterable[str], interview: Interview, names: dict[str, str]) -> tuple[str, ...]:
    """Those short names that nobody else of that interview has."""
    others = {word for key in _people(interview) for word in folded(names.get(key or "", "")).split()}
    return tuple(name for name in short if not set(folded(name).split()) & others)


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


def _without(record: R, finder: _Finder) -> R:
    """The record with everything that is found in its words replaced; of people only what the user says about them."""
    if isinstance(record, Me) or (isinstance(record, Person) and finder.spans(record.name)):
        return record
    values: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name in _PARTS_KEPT or (isinstance(record, Person) and field.name not in _SAID_OF_PEOPLE):
            continue
        if type(value) is str:
            values[field.name] = finder.without(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], Sentence):
            values[field.name] = tuple(replace(each, text=finder.without(each.text)) for each in value)
        elif field.name == "tags":
            values["tags"] = tuple(finder.without(each) for each in value)
    return cast("R", replace(cast("Any", record), **values))
