"""The people as an address book file: vCard 3.0 (RFC 2426), which every address book reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from followup_desktop.core.records import Person

LONGEST_LINE = 75
"""Bytes of a line before it is folded (RFC 2426, 2.6)."""


def cards(people: Iterable[Person]) -> bytes:
    """The file of these people, in their order. What is not known is left out."""
    return b"".join(_folded(line) for person in people for line in _lines(person))


def _lines(person: Person) -> Iterator[str]:
    """The lines of one person's card. The name stands whole: which part of it is the family's is never guessed."""
    name = _escaped(person.name)
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"UID:{_escaped(person.id)}@followup-desktop", f"FN:{name}", f"N:;{name};;;")
    told = (
        ("ORG", _escaped(person.company)),
        ("TITLE", _escaped(person.title)),
        ("EMAIL;TYPE=INTERNET", _escaped(person.email)),
        ("TEL;TYPE=WORK", _escaped(person.phone)),
        ("NICKNAME", _escaped(person.address_as)),
        ("PRONOUNS", _escaped(person.pronoun)),
    )
    yield from (f"{field}:{value}" for field, value in told if value)
    if person.address.strip():
        whole = _escaped(person.address.strip())
        yield f"ADR;TYPE=WORK:;;{whole};;;;"
        yield f"LABEL;TYPE=WORK:{whole}"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    """A value with what has a meaning of its own escaped (RFC 2426, 5)."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\").replace("\n", "\\n")
    return plain.replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> bytes:
    """The line with its end, broken where it is too long, never within a character."""
    rows, row = [], b""
    for character in line:
        more = character.encode("utf-8", "replace")
        if len(row) + len(more) > LONGEST_LINE:
            rows.append(row)
            row = b" "
        row += more
    return b"\r\n".join((*rows, row)) + b"\r\n"
