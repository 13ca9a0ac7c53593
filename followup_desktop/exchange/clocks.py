"""Times of the day as people and mails write them: "14:00", "9am", "2-3:30pm", "10am – 11:30am (GMT)", "14 Uhr", "noon"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta

_NOON = 12
_MOST = 40
"""Times that are looked for in one text."""
_HOURS, _MINUTES = 24, 60
_LONGEST = 600
"""No interview lasts longer than ten hours (minutes)."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day, perhaps with its end or its length, and where in the text it stands.

    `zone` are the words for a time zone behind it. `bare` tells that neither am nor pm nor a leading nought says which
    half of the day is meant.
    """

    start: time
    end: time | None
    span: tuple[int, int]
    zone: str = ""
    bare: bool = False
    length: timedelta | None = None


_HALF = r"(?:a\.?m\.?|p\.?m\.?)(?![a-z])"
_TO = r"\s*(?:[-–—‒―~]|\b(?:to|until|till|bis|à|a|and|tot)\b)\s*"
_ZONE = (
    r"(?-i:\s*\(?(?P<zone>(?:UTC|GMT)\s*[+-]\d{1,2}(?::?\d\d)?|[A-Z][A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_]+)?"
    r"|(?:Eastern|Central|Mountain|Pacific|Central Europe(?:an)?|Eastern European|Western European|Greenwich Mean|British Summer"
    r"|India|Japan|Coordinated Universal|UK|Australian Eastern)(?:\s+(?:Standard|Daylight|Summer))?\s+Time"
    r"|GMT|UTC|BST|CES?T|MES?Z|EES?T|WES?T|[ECMP][SD]?T|IST|JST|SGT|HKT|AE[SD]T|NZ[SD]T)\b(?:\s+-\s+[A-Z][\w ]{2,20})?\)?)?"
)


def _clock(name: str) -> str:
    """The pattern of one time, its groups called after `name`: h(our), s(eparator), m(inutes), x (am, pm, Uhr)."""
    digits = rf"(?P<{name}h>\d{{1,2}})(?:(?P<{name}s>[:.h])(?P<{name}m>\d\d))?(?!\d)"
    return rf"{digits}(?:\s*(?P<{name}x>{_HALF}|uhr\b|h\b|o['’]clock\b))?"


_BEFORE = r"(?<![\w.,:/#+-])"
_RANGE = re.compile(
    rf"{_BEFORE}(?P<lead>(?:from|between|at|um|von|de|à|@)\s*)?{_clock('a')}{_TO}{_clock('b')}{_ZONE}", re.IGNORECASE
)
_ONE = re.compile(rf"{_BEFORE}(?P<lead>(?:from|at|um|von|ab|à|a las|@)\s*)?{_clock('a')}{_ZONE}", re.IGNORECASE)
_WORDED = re.compile(rf"(?<!\w)(?:(?:at|um|à)\s+)?(?:noon|midday|mittags|midi)\b{_ZONE}", re.IGNORECASE)
_LENGTH = re.compile(
    r"\s*[,(]?\s*(?:(?:for|lasting|about|approx\.?|ca\.?|duration:?)\s+){0,2}\b(?P<n>\d{1,3}(?:[.,]5)?|an?|one|two|half an)[ -]?"
    r"(?P<unit>min(?:ute)?n?s?|hours?|hrs?|h|std|stunden?)\b\.?\)?",
    re.IGNORECASE,
)
_AFTER_HOUR = re.compile(
    r"\s*(?:$|[,;.)!?\n–-]|\s(?:on|with|w/|for|in|by|via|at|and|next|last|this|tomorrow|today|sharp|mit|am|bei|für|als|avec|chez)\b)",
    re.IGNORECASE,
)
"""What may stand behind an hour alone."""
_COUNTS = {"a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "half an": 0.5}
_EARLIEST = 7
"""An "h" or a dot alone makes a time only from this hour on: "2h" is a length, "3.5" a number."""


def read_clocks(text: str, days: Sequence[tuple[int, int]] = ()) -> list[Clock]:
    """The times in `text`, in its order; nothing within the spans of `days` is one."""
    taken = list(days)
    found: list[Clock] = []
    for pattern in (_RANGE, _ONE, _WORDED):
        for told in pattern.finditer(text):
            if any(told.start() < end and start < told.end() for start, end in taken):
                continue
            if len(found) >= _MOST:
                break
            clock = _read(told, text)
            if clock is not None and (
                _stands_alone(told) or _AFTER_HOUR.match(text, clock.span[1]) or _begins(days, clock.span[1])
            ):
                taken.append(clock.span)
                found.append(clock)
    return sorted(found, key=lambda clock: clock.span)


def _stands_alone(told: re.Match[str]) -> bool:
    """True for a time that is no mere number behind "at": "at 12 Main Street" is none."""
    parts = told.groupdict()
    return "ah" not in parts or any(_is_time(parts, each) for each in ("a", "b") if f"{each}h" in parts)


def _begins(days: Sequence[tuple[int, int]], at: int) -> bool:
    """True when a day begins right behind `at`."""
    return any(0 <= start - at <= 1 for start, _ in days)


def _read(told: re.Match[str], text: str) -> Clock | None:
    """The time that one match tells, None where it is only numbers."""
    parts = told.groupdict()
    zone = " ".join((parts["zone"] or "").split())
    if "ah" not in parts:
        return _with_length(Clock(time(_NOON), None, told.span(), zone), text)
    if not any(_is_time(parts, each) for each in ("a", "b") if f"{each}h" in parts) and not parts["lead"]:
        return None
    if parts["as"] == "." and not parts["lead"] and not parts["ax"] and (int(parts["ah"]) < _EARLIEST or int(parts["am"]) % 5):
        return None
    half_b = (parts.get("bx") or "")[:1].casefold()
    half_a = (parts["ax"] or "")[:1].casefold()
    bare = not half_a and not half_b and not parts["ah"].startswith("0") and int(parts["ah"]) < _NOON
    if (parts["ax"] or parts.get("bx") or "").casefold() in {"uhr", "h"}:
        bare = False
    start = _minutes(parts["ah"], parts["am"], half_a)
    if "bh" not in parts:
        return None if start is None else _with_length(Clock(_time(start), None, told.span(), zone, bare), text)
    end = _minutes(parts["bh"], parts["bm"], half_b)
    if start is None or end is None:
        return None
    start, end = _halves(start, end, half_a, half_b, bare=bare)
    return Clock(_time(start), _time(end), told.span(), zone, bare)


def _is_time(parts: dict[str, str | None], name: str) -> bool:
    """True when minutes, am or pm make a number a time of the day."""
    mark = (parts[f"{name}x"] or "").casefold()
    return parts[f"{name}m"] is not None or (mark != "" and (mark != "h" or int(parts[f"{name}h"] or 0) >= _EARLIEST))


def _minutes(hour: str, minute: str | None, half: str) -> int | None:
    """Minutes since midnight; None where there is no such time."""
    hours, minutes = int(hour), int(minute or 0)
    if hours > _HOURS or minutes >= _MINUTES:
        return None
    if half == "a" and hours == _NOON:
        hours = 0
    elif half == "p" and hours < _NOON:
        hours += _NOON
    return hours % _HOURS * _MINUTES + minutes


def _halves(start: int, end: int, half_a: str, half_b: str, *, bare: bool) -> tuple[int, int]:
    """Start and end when only one of them says am or pm, or neither: the other is in the half that makes sense."""
    half_day = _NOON * _MINUTES
    if half_b in {"a", "p"} and not half_a and start < half_day:
        later = start + half_day if half_b == "p" and start < half_day else start
        start = later if later < end else start
    elif (half_a in {"a", "p"} and not half_b and end <= start) or (bare and end <= start):
        end = end + half_day if end < half_day else end
    return start, end


def _time(minutes: int) -> time:
    return time(minutes // _MINUTES % _HOURS, minutes % _MINUTES)


def _with_length(clock: Clock, text: str) -> Clock:
    """`clock` with the length that stands right behind it ("14:00 for 45 minutes")."""
    told = _LENGTH.match(text, clock.span[1])
    if told is None:
        return clock
    count = _COUNTS.get(told["n"].casefold()) or float(told["n"].replace(",", ".").removesuffix("an").strip() or 0)
    minutes = count if told["unit"].casefold().startswith("min") else count * _MINUTES
    if not 0 < minutes <= _LONGEST:
        return clock
    return Clock(clock.start, None, (clock.span[0], told.end()), clock.zone, clock.bare, timedelta(minutes=minutes))
