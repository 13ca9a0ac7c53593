"""The lines of a calendar file that matter, found without parsing any value: what `ics` hands on is small and bounded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from followup_desktop.exchange import clean, zones

MOST_ATTENDEES = 200
"""Attendees of one meeting that are looked at."""
WANTED = frozenset(
    {
        "UID", "SEQUENCE", "STATUS", "SUMMARY", "DESCRIPTION", "LOCATION", "DTSTART", "DTEND", "DURATION", "ORGANIZER",
        "ATTENDEE", "RECURRENCE-ID", "RRULE", "RDATE", "CONFERENCE", "X-GOOGLE-CONFERENCE",
        "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "X-MICROSOFT-CDO-ALLDAYEVENT",
    }
)  # fmt: skip
"""Properties of a meeting that are read."""
_LONGEST_LINE = 16_000
"""Characters of one unfolded line that are looked at; what people write is far shorter."""
_NAME = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
_BEGIN = re.compile(rb"^[ \t]*BEGIN[ \t]*:[ \t]*(\w+)", re.IGNORECASE | re.MULTILINE)


def text_of(data: bytes) -> bytes:
    """`data` as bytes of UTF-8 (perhaps cut within a character by a fold), with newlines alone at the line ends."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\0", b"")


def kinds(text: bytes) -> list[bytes]:
    """The kinds of all components in a file, upper case, nested ones too."""
    return [kind.upper() for kind in _BEGIN.findall(text)]


def unfolded(text: bytes) -> Iterator[str]:
    """The content lines with their folds taken out, as bytes first: a fold may stand in the middle of a character."""
    pieces: list[bytes] = []
    for row in text.split(b"\n"):
        if row[:1] in {b" ", b"\t"} and pieces:
            pieces.append(row[1:])
        elif row.strip():
            if pieces:
                yield _characters(b"".join(pieces))
            pieces = [row.lstrip()]
    if pieces:
        yield _characters(b"".join(pieces))


def _characters(row: bytes) -> str:
    """One line as text: UTF-8, or Windows' Western characters where it is not."""
    try:
        return row.decode("utf-8")
    except UnicodeDecodeError:
        return row.decode("cp1252", "replace")


@dataclass(slots=True)
class _Part:
    """One component: its own content lines as name, value and whole line, and the components in it."""

    kind: str
    rows: list[tuple[str, str, str]] = field(default_factory=list)
    inner: list[_Part] = field(default_factory=list)
    ended: bool = False

    def first(self) -> dict[str, str]:
        """The first value of each property."""
        return {name: value for name, value, _ in reversed(self.rows)}


@dataclass(slots=True)
class Sieved:
    """What is left of a file: its method, the wanted lines of each meeting, the parts of each zone block by TZID."""

    method: str = "PUBLISH"
    events: list[list[str]] = field(default_factory=list)
    """Lines of each meeting; none for a meeting that is cut off."""
    observances: dict[str, list[zones.Observance]] = field(default_factory=dict)
    hints: dict[str, str] = field(default_factory=dict)
    """IANA names (X-LIC-LOCATION) that zone blocks give for themselves, by TZID."""


def sieved(rows: Iterable[str]) -> Sieved:
    """The lines that matter, by the component that they stand in; broken nesting loses a component, never more."""
    left = Sieved()
    for part in _parts(rows):
        told = part.first()
        if part.kind == "VEVENT":
            wanted = [row for name, _, row in part.rows if name in WANTED]
            left.events.append(wanted[: MOST_ATTENDEES + len(WANTED)] if part.ended else [])
        elif part.kind == "VTIMEZONE" and "TZID" in told:
            found = [zones.observance(each.first()) for each in part.inner if each.kind in {"STANDARD", "DAYLIGHT"}]
            left.observances.setdefault(told["TZID"], [each for each in found if each is not None])
            left.hints.setdefault(told["TZID"], told.get("X-LIC-LOCATION", ""))
        elif part.kind == "VCALENDAR" and "METHOD" in told:
            left.method = clean.line(told["METHOD"], 20).upper()
    return left


def _parts(rows: Iterable[str]) -> list[_Part]:
    """All components in the order in which they begin."""
    found: list[_Part] = []
    open_ones: list[_Part] = []
    for row in rows:
        head = _NAME.match(row)
        if head is None:
            continue
        name, value = head[0].upper(), row[head.end() + 1 :].strip()
        if name == "BEGIN":
            part = _Part(value.upper())
            if open_ones:
                open_ones[-1].inner.append(part)
            found.append(part)
            open_ones.append(part)
        elif name == "END":
            _end(open_ones, value.upper())
        elif open_ones:
            open_ones[-1].rows.append((name, value, row[:_LONGEST_LINE]))
    return found


def _end(open_ones: list[_Part], kind: str) -> None:
    """Closes the innermost open component of that kind; what is open within it was never ended."""
    if any(part.kind == kind for part in open_ones):
        while open_ones[-1].kind != kind:
            open_ones.pop()
        open_ones.pop().ended = True
