"""Tables of people (CSV): LinkedIn's connections, Google's and Outlook's contacts, and home-made ones.

A file is hostile until read: its size, its rows and its columns are limited, and every cell is plain text: formulas and
links that run programs are empty. The header may stand anywhere in the first rows, its columns in any order.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.exchange import clean, contacts
from followup_desktop.exchange.contact_columns import Column, Columns, told
from followup_desktop.exchange.contacts import Address, Contact
from followup_desktop.exchange.events import Skipped

MOST_BYTES = 5_000_000
"""Largest table that is read (SAFETY, "a hostile file cannot hurt")."""
MOST_ROWS = 20_000
MOST_COLUMNS = 200
FIRST_ROWS = 20
"""Rows among which the header is looked for."""
_MOST_LINES = 4 * MOST_ROWS
"""Rows that are read, empty ones too."""
_DELIMITERS = ",;\t|"
_TOGETHER = " ::: "
"""What Google puts between several values in one cell."""
_LOOKED_AT = 50_000
"""Characters in which the header is looked for."""
_WIDE = 0.2
"""The part of zero bytes from which on a file without a mark is UTF-16: in Latin text every other byte is zero."""

_TOO_LARGE = QT_TRANSLATE_NOOP(
    "exchange", "“{file}” is too large for a table of people, so nothing was added. Cut it into parts."
)
_EMPTY = QT_TRANSLATE_NOOP("exchange", "“{file}” is empty, so nothing was added. Choose another file.")
_TOO_MANY = QT_TRANSLATE_NOOP("exchange", "“{file}” holds more than {most} rows, so nothing was added. Cut it into parts.")
_NO_HEADER = QT_TRANSLATE_NOOP(
    "exchange",
    "No row of “{file}” names columns that are known here (Name, Company, E-mail), so nothing was added."
    " Write such a row above the first person.",
)
_NOBODY = QT_TRANSLATE_NOOP("exchange", "“{file}” has nobody in it, so nothing was added. Choose another file.")
_NO_NAME = QT_TRANSLATE_NOOP("exchange", "The row has no name, so it was not added.")
_COMPANY = QT_TRANSLATE_NOOP("exchange", "It is a company, not a person, so it was not added.")
_BROKEN = QT_TRANSLATE_NOOP("exchange", "The table cannot be read from this row on: a quotation mark is missing.")


@dataclass(frozen=True, slots=True)
class _Table:
    """The header that was found, the row behind it, and what separates the columns."""

    columns: Columns
    begins: int
    delimiter: str


def read_csv(data: bytes, name: str = "") -> tuple[Contact | Skipped, ...]:
    """The people in a table, in its order, and the rows that had to be left out with the reason.

    `name` is the file's name for sentences. Raises `Problem` when there is nobody in it to add: too large, no header.
    """
    called = clean.line(name) or "contacts.csv"
    if len(data) > MOST_BYTES:
        raise Problem(Words(_TOO_LARGE, {"file": called}))
    text = _text(data)
    if not text.strip():
        raise Problem(Words(_EMPTY, {"file": called}))
    table = _table(text, called)
    found = tuple(_people(text, table, called))
    if not any(isinstance(each, Contact) for each in found):
        raise Problem(Words(_NOBODY, {"file": called}))
    return found


def _text(data: bytes) -> str:
    """The characters of a table: UTF-8 or UTF-16, with a mark or without, else Windows' Western ones; newlines alone."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        text = data.decode("utf-16", "replace")
    elif data[:2_000].count(0) > len(data[:2_000]) * _WIDE:
        text = data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").removeprefix("\ufeff")


def _table(text: str, called: str) -> _Table:
    """Where the header stands: the row among the first whose columns are understood best, by whichever delimiter."""
    best: _Table | None = None
    for delimiter in _DELIMITERS:
        for number, (_, row) in zip(range(FIRST_ROWS), _rows(text[:_LOOKED_AT], delimiter), strict=False):
            if row is None:
                break
            columns = Columns(row[:MOST_COLUMNS])
            if columns.names_people and (best is None or columns.worth > best.columns.worth):
                best = _Table(columns, number + 1, delimiter)
    if best is None:
        raise Problem(Words(_NO_HEADER, {"file": called}))
    return best


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    """The rows of a table with the numbers of their last lines; a row of None is where it can be read no further."""
    reader = csv.reader(StringIO(text, newline="\n"), delimiter=delimiter)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield reader.line_num, None
            return
        yield reader.line_num, row


def _people(text: str, table: _Table, called: str) -> Iterator[Contact | Skipped]:
    """The people in the rows behind the header."""
    count = 0
    for number, (line, row) in enumerate(_rows(text, table.delimiter)):
        if number < table.begins:
            continue
        if row is None:
            yield Skipped(f"{called}:{line}", Words(_BROKEN))
            return
        if not any(cell.strip() for cell in row):
            continue
        count += 1
        if count > MOST_ROWS or number > _MOST_LINES:
            raise Problem(Words(_TOO_MANY, {"file": called, "most": MOST_ROWS}))
        yield _person(row[:MOST_COLUMNS], table.columns, f"{called}:{line}")


def _person(row: Sequence[str], columns: Columns, where: str) -> Contact | Skipped:
    """The person in one row."""

    def first(column: Column) -> str:
        return next(iter(columns.cells(row, column)), "")

    company = contacts.line_of(first(Column.COMPANY))
    parts = [first(column) for column in (Column.BEFORE, Column.FIRST, Column.MIDDLE, Column.LAST, Column.BEHIND)]
    name, behind = contacts.name_of("" if any(parts[1:4]) else first(Column.NAME), parts)
    if not name:
        return Skipped(company or where, Words(_COMPANY)) if company else Skipped(where, Words(_NO_NAME))
    emails = [part for cell in columns.cells(row, Column.EMAIL) for part in cell.split(_TOGETHER)]
    phones = [part for cell in columns.cells(row, Column.PHONE) for part in cell.split(_TOGETHER)]
    return Contact(
        where=name,
        name=name,
        title=contacts.line_of(first(Column.TITLE)) or behind,
        company=company,
        emails=contacts.emails_of(emails),
        phone=next(filter(None, map(contacts.phone_of, phones)), ""),
        address=_address(row, columns),
        profile=next(filter(None, map(contacts.profile_of, columns.cells(row, Column.PROFILE))), ""),
    )


def _address(row: Sequence[str], columns: Columns) -> Address:
    """The first postal address that is told, that of work before the others."""
    for places in columns.addresses:

        def part(column: Column, between: str = "\n", places: dict[Column, list[int]] = places) -> str:
            cells = [cell.split(_TOGETHER)[0] for cell in told(row, places.get(column, ()))]
            return between.join(filter(None, map(contacts.postal, cells))).replace("\n", between)

        address = Address(
            box=part(Column.BOX, " "),
            inside=part(Column.INSIDE),
            street=part(Column.STREET),
            district=part(Column.DISTRICT, " "),
            city=part(Column.CITY, " "),
            region=part(Column.REGION, " "),
            postcode=part(Column.POSTCODE, " "),
            country=part(Column.COUNTRY, " "),
            label=part(Column.LABEL),
        )
        if address.is_told:
            return _in_parts(address)
    return Address()


def _in_parts(address: Address) -> Address:
    """`address` with what stands in a column "Address" as its street, where town or postcode have columns of their own."""
    told = clean.folded(address.city or address.postcode)
    if not told or told in clean.folded(address.label):
        return address
    return replace(address, street="\n".join(filter(None, (address.label, address.street))), label="")
