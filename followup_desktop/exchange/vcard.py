"""Address book files (vCard 2.1, 3.0 and 4.0; RFC 2426, RFC 6350): the people in them.

A file is hostile until read: its size and the number of its cards are limited first, lines are unfolded and split in one
pass, pictures and keys are dropped unread. A broken card is left out with its reason; the rest stay.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.exchange import clean, contacts
from followup_desktop.exchange.contacts import Address, Contact
from followup_desktop.exchange.events import Skipped
from followup_desktop.exchange.sieve import text_of

MOST_BYTES = 20_000_000
"""Largest file that is read: phones put everybody's picture into it."""
MOST_CARDS = 20_000
"""Most people in a file (as many as rows in a table, SAFETY)."""
MOST_LINES = 300_000
"""Most lines in a file: what the pictures of a file of that size and the words of so many people take."""
_MOST_ROWS = 200
"""Wanted lines of one card that are kept."""
_LONGEST = 8_000
"""Bytes of one unfolded line that are looked at: a picture is longer, nothing that people write is."""
_WANTED = frozenset(
    {"FN", "N", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "ADR", "LABEL", "URL", "KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS"}
    | {"PRONOUNS", "X-SOCIALPROFILE", "SOCIALPROFILE", "X-ABADR"}
)
"""Properties that are read."""
_HEAD = re.compile(rb"(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9-]+)(?=[;:])")
_PARAMETERS = re.compile(r';\s*([^=;:"]*)(?:=("[^"]*"|[^;:"]*))?')
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_CHARACTER_SETS = re.compile(
    r"utf-?8|us-ascii|latin-?1|(?:iso-?8859-|windows-|cp)\d{1,4}|(?:shift|s)[_-]?jis|(?:euc|iso-2022)-(?:jp|kr)|gb(?:2312|k|18030)"
    r"|big5|koi8-[ru]|macintosh|macroman",
    re.IGNORECASE,
)
"""Character sets that people's programs write; Python knows others, some of them no sets of characters at all."""
_SEMICOLON = re.compile(r"(?<!\\)(?:\\\\)*;")
_PRONOUNS = {"she": "she", "he": "he", "they": "they"}
_NO_PERSON = frozenset({"ORG", "GROUP", "LOCATION", "APPLICATION", "DEVICE"})

_TOO_LARGE = QT_TRANSLATE_NOOP(
    "exchange", "“{file}” is too large for an address book, so nothing was added. Export fewer people."
)
_EMPTY = QT_TRANSLATE_NOOP("exchange", "“{file}” is empty, so nothing was added. Choose another file.")
_NO_CARDS = QT_TRANSLATE_NOOP("exchange", "“{file}” has no contact in it, so nothing was added. Choose another file.")
_TOO_MANY = QT_TRANSLATE_NOOP("exchange", "“{file}” holds more than {most} contacts, so nothing was added. Export fewer people.")
_CUT_OFF = QT_TRANSLATE_NOOP("exchange", "The contact is cut off, so it was not added.")
_NO_NAME = QT_TRANSLATE_NOOP("exchange", "The contact has no name, so it was not added.")
_COMPANY = QT_TRANSLATE_NOOP("exchange", "It is a company or a group, not a person, so it was not added.")


@dataclass(frozen=True, slots=True)
class _Line:
    """One property of a card: its name, its group ("item1"), its parameters by name, its value as written."""

    name: str
    group: str
    parameters: dict[str, str]
    value: str

    def is_a(self, *kinds: str) -> bool:
        """True when one of these kinds (TYPE, upper case) is given."""
        return any(kind in self.parameters["TYPE"].split(",") for kind in kinds)


def read_vcf(data: bytes, name: str = "") -> tuple[Contact | Skipped, ...]:
    """The people in an address book file, in its order, and what had to be left out of it with the reason.

    `name` is the file's name for sentences. Raises `Problem` when there is nobody in it to add.
    """
    called = clean.line(name) or "contacts.vcf"
    if len(data) > MOST_BYTES:
        raise Problem(Words(_TOO_LARGE, {"file": called}))
    text = text_of(data)
    if not text.strip():
        raise Problem(Words(_EMPTY, {"file": called}))
    if text.count(b"\n") > MOST_LINES:
        raise Problem(Words(_TOO_LARGE, {"file": called}))
    found = list(_cards(text.split(b"\n")))
    if not found:
        raise Problem(Words(_NO_CARDS, {"file": called}))
    if len(found) > MOST_CARDS:
        raise Problem(Words(_TOO_MANY, {"file": called, "most": MOST_CARDS}))
    told = tuple(_contact(rows, f"{called}:{number}") for number, rows in enumerate(found, 1))
    if not any(isinstance(each, Contact) for each in told):
        raise Problem(Words(_NO_CARDS, {"file": called}))
    return told


def _cards(rows: Iterable[bytes]) -> Iterator[list[bytes] | None]:
    """The lines of each card as they stand in the file; None for a card that never ends. A card within a card goes with it."""
    card: list[bytes] | None = None
    within = 0
    for row in rows:
        bare = row.strip().upper() if len(row) < 20 else b""  # noqa: PLR2004  (longer than "BEGIN : VCARD")
        mark = bare.replace(b" ", b"")
        if mark == b"BEGIN:VCARD":
            nested = card is not None and bool(card) and card[-1].strip().upper().startswith((b"AGENT", b"ITEM1.AGENT"))
            if card is not None and not nested and not within:
                yield None
                card = []
            elif card is not None:
                within += 1
            else:
                card = []
        elif mark == b"END:VCARD" and card is not None:
            if within:
                within -= 1
            else:
                yield card
                card = None
        elif card is not None and not within:
            card.append(row)
    if card is not None:
        yield None


def _contact(rows: list[bytes] | None, where: str) -> Contact | Skipped:
    """One person from the lines of a card."""
    if rows is None:
        return Skipped(where, Words(_CUT_OFF))
    by_name: dict[str, list[_Line]] = {}
    for line in islice((line for line in map(_line, _unfolded(rows)) if line is not None), _MOST_ROWS):
        by_name.setdefault(line.name, []).append(line)

    def first(*names: str) -> str:
        return next((_plain(line.value) for name in names for line in by_name.get(name, ()) if line.value.strip()), "")

    company = contacts.line_of(_split(by_name["ORG"][0].value)[0]) if "ORG" in by_name else ""
    kind = first("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS").strip().upper()
    name, behind = contacts.name_of(first("FN"), _name_parts(by_name.get("N", ())))
    if kind in _NO_PERSON or kind == "COMPANY" or (name and company and clean.folded(name) == clean.folded(company)):
        return Skipped(name or company or where, Words(_COMPANY))
    if not name:
        return Skipped(where, Words(_COMPANY if company and not by_name.get("EMAIL") else _NO_NAME))
    phones = [line for line in by_name.get("TEL", ()) if not line.is_a("FAX", "PAGER", "MODEM")]
    links = (*by_name.get("URL", ()), *by_name.get("X-SOCIALPROFILE", ()), *by_name.get("SOCIALPROFILE", ()))
    return Contact(
        where=name,
        name=name,
        title=contacts.line_of(first("TITLE", "ROLE")) or behind,
        company=company,
        emails=contacts.emails_of(_plain(line.value) for line in _best_first(by_name.get("EMAIL", ()))),
        phone=next(filter(None, (contacts.phone_of(_plain(line.value)) for line in _best_first(phones))), ""),
        address=_address(by_name),
        profile=next(filter(None, (contacts.profile_of(_plain(line.value)) for line in links)), ""),
        pronoun=_PRONOUNS.get(first("PRONOUNS").strip().casefold().partition("/")[0], ""),
    )


def _unfolded(rows: list[bytes]) -> Iterator[bytes]:
    """The lines of a card with their folds taken out, as bytes: a fold may stand in the middle of a character.

    Version 2.1 keeps the blank that a fold begins with, and breaks quoted-printable text behind a "=" instead.
    """
    old = any(row.strip().upper() == b"VERSION:2.1" for row in rows)
    pieces: list[bytes] = []
    quoted = False
    for row in rows:
        if quoted and pieces[-1].endswith(b"="):
            pieces[-1] = pieces[-1][:-1]
            pieces.append(row)
        elif row[:1] in {b" ", b"\t"} and pieces:
            pieces.append(row if old else row[1:])
        elif row.strip():
            if pieces:
                yield b"".join(pieces)
            pieces = [row.lstrip()]
            quoted = b"QUOTED-PRINTABLE" in row[:_LONGEST].partition(b":")[0].upper()
        else:
            quoted = False
    if pieces:
        yield b"".join(pieces)


def _line(row: bytes) -> _Line | None:
    """One property; None for one that is not wanted, or no property at all."""
    head = _HEAD.match(row)
    if head is None or len(row) > _LONGEST:
        return None
    group, name = (part.decode("ascii").upper() if part else "" for part in head.groups())
    if name not in _WANTED:
        return None
    rest = _characters(row[head.end() :], "")
    end = _end_of_parameters(rest)
    parameters = _parameters(rest[:end])
    charset = parameters.get("CHARSET", "")
    value = _characters(row[head.end() :], charset)[end + 1 :] if charset and not rest.isascii() else rest[end + 1 :]
    encoding = parameters.get("ENCODING", "")
    if encoding in {"B", "BASE64"}:
        return None
    if encoding in {"QUOTED-PRINTABLE", "Q"}:
        value = _characters(quopri.decodestring(value.encode("ascii", "ignore")), charset)
    return _Line(name, group, parameters, value)


def _end_of_parameters(rest: str) -> int:
    """Where the value begins, at its colon: a quoted parameter may hold one too."""
    at = 0
    for piece in _PARAMETERS.finditer(rest):
        if piece.start() != at:
            break
        at = piece.end()
    colon = rest.find(":", at)
    return colon if colon >= 0 else len(rest)


def _parameters(text: str) -> dict[str, str]:
    """Parameters by name, upper case but for labels; a nameless one (version 2.1) is a kind or an encoding."""
    told: dict[str, str] = {"TYPE": ""}
    for piece in _PARAMETERS.finditer(text):
        name, value = piece[1].strip().upper(), (piece[2] or "").strip('" ')
        if piece[2] is None:
            name, value = ("ENCODING" if name in {"QUOTED-PRINTABLE", "BASE64"} else "TYPE"), name
        if name == "LABEL":
            told[name] = value
        else:
            told[name] = f"{told[name]},{value.upper()}" if told.get(name) else value.upper()
    return told


def _characters(text: bytes, charset: str) -> str:
    """Bytes as text: in the character set told, where it is one, else UTF-8, else Windows' Western characters."""
    for name in (charset if _CHARACTER_SETS.fullmatch(charset) else "utf-8", "utf-8"):
        try:
            return text.decode(name)
        except (UnicodeError, LookupError):
            continue
    return text.decode("cp1252", "replace")


def _split(value: str) -> list[str]:
    """The parts of a value between semicolons, their escapes resolved; at least one."""
    parts, begin = [], 0
    for semicolon in _SEMICOLON.finditer(value):
        parts.append(value[begin : semicolon.end() - 1])
        begin = semicolon.end()
    return [_plain(part) for part in (*parts, value[begin:])]


def _plain(value: str) -> str:
    """A value with its escapes resolved: a backslash and "n" are a new line."""
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value) if "\\" in value else value


def _name_parts(lines: Iterable[_Line]) -> tuple[str, ...]:
    """The parts of a name in the order in which they are spoken: N has the family name first."""
    for line in lines:
        family, given, more, before, behind = (*_split(line.value), "", "", "", "", "")[:5]
        return (before, given, more, family, behind)
    return ()


def _best_first(lines: Iterable[_Line]) -> list[_Line]:
    """Lines in the order of their worth here: the preferred one, those of work, then as they stand."""
    return sorted(lines, key=lambda line: (not (line.is_a("PREF") or line.parameters.get("PREF") == "1"), not line.is_a("WORK")))


def _address(by_name: dict[str, list[_Line]]) -> Address:
    """The postal address: that of work, where a card is sent, else the preferred one, else the first that is told."""
    codes = {line.group: line.value.strip() for line in by_name.get("X-ABADR", ()) if line.group}
    lines = sorted(_best_first(by_name.get("ADR", ())), key=lambda line: not line.is_a("WORK"))
    for line in lines:
        parts = (*(contacts.postal(part) for part in _split(line.value)), *[""] * 7)[:7]
        box, inside, street, city, region, postcode, country = parts
        flat = (city.replace("\n", " "), region.replace("\n", " "), postcode.replace("\n", " "), country.replace("\n", " "))
        city, region, postcode, country = flat
        address = Address(
            box=box,
            inside=inside,
            street=street,
            city=city,
            region=region,
            postcode=postcode,
            country=country or line.parameters.get("CC", "") or codes.get(line.group, ""),
            label=contacts.postal(_plain(line.parameters.get("LABEL", ""))),
        )
        if address.is_told:
            return address
    for line in _best_first(by_name.get("LABEL", ())):
        if line.value.strip():
            return Address(label=contacts.postal(_plain(line.value)))
    return Address()
