"""One typed line as an interview: "Globex data engineer, Thu 14:00, with Marta and Pia Brandt"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from followup_desktop.exchange import clean, names, places, roles, titles
from followup_desktop.exchange.events import Attendee, Draft
from followup_desktop.exchange.when import read_when

_CUT = " ¦ "
"""Stands where a piece of the line that is understood was taken out."""
_BEFORE_WHEN = re.compile(r"(?:[\s,(]+(?:on|at|from|am|um|le|el|den|the|this|coming))*[\s,(]*$", re.IGNORECASE)
_WITH = re.compile(r"(?:^|(?<=[\s,;¦(]))(?:with|w/|meeting|mit|avec|con)\s+", re.IGNORECASE)
_FOR_A_JOB = re.compile(r"\s*(?:for|als|as|für|pour|para|about)\s+(?P<role>[^,;¦|]+)", re.IGNORECASE)
_BY = re.compile(
    r"(?:^|(?<=[\s,;¦(]))(?:"
    r"(?P<phone>(?:by|on the|over the|via)\s+(?:tele)?phone|phone(?:\s+(?:call|screen|interview))?|telefonisch)"
    r"|(?:(?:by|on|via|over)\s+)?(?:video(?:\s+(?:call|interview|chat))?|zoom|(?:ms |microsoft )?teams|google meet|webex|skype)"
    r"|online|remote(?:ly)?)(?=$|[\s,;.¦)])",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:^|\s+)(at|@|for|in|as|bei|für|als|chez|pour|en|para)\s+", re.IGNORECASE)
_BREAK = re.compile(r"\s*[;|¦\n]\s*|\s*,(?!\s*(?:inc|ltd|llc|gmbh|corp|plc|co)\b)\s*|\s+[-–—/]\s+|:\s+|[()]", re.IGNORECASE)
_AT = frozenset({"at", "@", "bei", "chez", "en"})
_FOR = frozenset({"for", "as", "für", "als", "pour", "para"})
_ADDRESS = re.compile(
    r"^\d+[a-z]?\s+\w|\b(?:street|road|avenue|ave|lane|square|floor|building|room|offices?|hq|headquarters|campus)\b"
    r"|\b(?:st|rd|blvd)\.?$|stra(?:ß|ss)e\b|\bplatz\b",
    re.IGNORECASE,
)
"""What tells an address or a room from a company's name behind "at"."""


@dataclass(slots=True)
class _Parts:
    """What the pieces of a line turned out to be."""

    company: str = ""
    role: str = ""
    place: str = ""
    unread: list[str] = field(default_factory=list)


def read_line(text: str, today: date, zone: str, locale: str = "en_US", *, known: Collection[str] = ()) -> Draft:
    """The interview that one line tells, in any order; what it does not tell is missing from the draft, never guessed.

    A weekday is the next such day, today included; "last Thu", "yesterday" and "this morning" look back. `locale`
    decides what 12/3 is. `known` are the companies that the notebook has: they are recognised, and spelt as there.
    """
    line = clean.line(text, clean.TEXT)[: clean.ONE_LINE * 2]
    when = read_when(line, today, zone, locale)
    lazy = not any(character.isupper() for character in line)
    rest = _without(line, when.spans) if when else line
    rest, people, led_company, led_role = _people(rest, known, lazy=lazy)
    by = _BY.search(rest)
    if by:
        rest = f"{rest[: by.start()]}{_CUT}{rest[by.end() :]}"
    parts = _sorted(rest, known, _Parts(led_company, led_role))
    company = next((name for name in known if clean.folded(name) == clean.folded(parts.company)), parts.company)
    if lazy and company not in known:
        company = _capitalised(company)
    way = "" if by is None else places.BY_PHONE if by["phone"] else places.BY_VIDEO
    return Draft(
        company=clean.line(company, clean.NAME),
        role=clean.line(parts.role, clean.NAME),
        start=when.start if when else None,
        end=when.end if when else None,
        zone=when.zone if when else zone,
        place=clean.line(parts.place) or way,
        people=tuple(Attendee(name=_capitalised(each.name), title=each.title) for each in people) if lazy else people,
        unread=tuple(parts.unread),
        doubts=when.doubts if when else (),
    )


def _without(line: str, spans: tuple[tuple[int, int], ...]) -> str:
    """`line` with the day and the time cut out, and the words that lead to them."""
    for start, end in sorted(spans, reverse=True):
        before = _BEFORE_WHEN.sub("", line[:start])
        line = f"{before}{_CUT}{line[end:]}"
    return line


def _people(line: str, known: Collection[str], *, lazy: bool) -> tuple[str, tuple[Attendee, ...], str, str]:
    """The line without "with ...", who stands there, and the company and position where "with" leads to those.

    "with Globex for data engineer" names a company; "with Marta" a person, unless the notebook knows a company so called.
    """
    told = _WITH.search(line)
    if told is None:
        return line, (), "", ""
    people, end = names.listed(line, told.end(), any_case=lazy, comma_titles=False)
    if not people:
        return line, (), "", ""
    job = _FOR_A_JOB.match(line, end)
    first = people[0].name
    if len(people) == 1 and job and roles.names_role(job["role"]):
        left = f"{line[: told.start()]}{_CUT}{line[job.end() :]}"
        return left, (), first, roles.tidy(job["role"])
    if len(people) == 1 and any(clean.folded(first) == clean.folded(name) for name in known):
        return f"{line[: told.start()]}{_CUT}{line[end:]}", (), first, ""
    return f"{line[: told.start()]}{_CUT}{line[end:]}", people, "", ""


def _sorted(line: str, known: Collection[str], parts: _Parts) -> _Parts:
    """Every piece of the line put where it belongs: company, position, place, or unread."""
    plain: list[str] = []
    led: list[tuple[str, str]] = []
    for piece in _BREAK.split(line):
        lead = ""
        for index, text in enumerate(_LEAD.split(piece)):
            if index % 2:
                lead = text.casefold()
                continue
            for rest in titles.without_stages(text):
                if lead:
                    led.append((lead, rest))
                else:
                    plain.append(rest)
    for text in plain:
        _take_plain(text, known, parts)
    for lead, text in led:
        _take_led(lead, text, known, parts)
    if not parts.role and parts.unread and parts.company:
        parts.role = roles.tidy(parts.unread.pop(0))
    return parts


def _take_plain(text: str, known: Collection[str], parts: _Parts) -> None:
    """A piece without a leading word: company and position together, or one of them."""
    if not parts.company and any(clean.folded(text) == clean.folded(name) for name in known):
        parts.company = text
        return
    before, role, after = roles.split(text)
    if role and not parts.role:
        parts.role = roles.tidy(role)
    elif role:
        before, after = text, ""
    for name in (before, after):
        if name and not parts.company:
            parts.company = name
        elif name:
            parts.unread.append(name)


def _take_led(lead: str, text: str, known: Collection[str], parts: _Parts) -> None:
    """A piece behind "at", "for" or "in": company, position or place."""
    before, role, after = roles.split(text)
    is_known = any(clean.folded(text) == clean.folded(name) for name in known)
    if lead in _FOR and not parts.role:
        parts.role = roles.tidy(text)
    elif lead in _AT and role and not before and not after and not parts.role:
        parts.role = roles.tidy(role)
    elif lead in _AT and not parts.company and (is_known or not _ADDRESS.search(text)):
        if role and not parts.role and before:
            parts.company, parts.role = before, roles.tidy(role)
        else:
            parts.company = text
    elif lead in _FOR or parts.place:
        parts.unread.append(text)
    else:
        parts.place = text


def _capitalised(name: str) -> str:
    """A name from a line without a single capital, with capitals where each word begins."""
    return " ".join(word if word in names.PARTICLES else word[:1].upper() + word[1:] for word in name.split())
