"""The user's own numbers for the rules, as plain values that a settings file can hold: read tolerantly, within limits.

Only what differs from the advice is kept, by the name of the field of `Rules`; a time as "09:00". What makes no sense in
a file counts as not set, so that a hand-edited file never leads to a date nobody would advise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import time
from typing import Any

from followup_desktop.core.etiquette import DEFAULTS, Rules

SETTING = "rules"
"""The key of the settings that holds them."""

LIMITS: dict[str, tuple[int, int]] = {
    "best_after_promise": (1, 3),
    "floor_without": (1, 20),
    "best_without": (1, 30),
    "normal_without": (1, 40),
    "between_touches": (1, 30),
    "most_touches": (1, 5),
    "on_time_hours": (1, 72),
    "late_hours": (1, 168),
    "posting_days": (1, 30),
    "decided_before": (0, 30),
    "quiet_after_no": (7, 180),
    "second_check_in": (14, 365),
    "silence": (5, 60),
}
"""The least and the most of each number, in the unit of its field of `Rules`. E5 itself names 1 to 3."""

HOURS: dict[str, tuple[time, time]] = {
    "work_from": (time(5), time(12)),
    "work_until": (time(15), time(22)),
    "late_interview": (time(9), time(20)),
}
"""The earliest and the latest of each time. Whatever a working day is made of, it leaves an hour to call in (E18)."""

_ORDER = (
    ("floor_without", "best_without"),
    ("best_without", "normal_without"),
    ("on_time_hours", "late_hours"),
    ("quiet_after_no", "second_check_in"),
)
"""Pairs of numbers of which the second is never less than the first."""

_Value = bool | int | time


def read(kept: Mapping[str, object]) -> Rules:
    """The rules with what was kept; a value that is unknown, of another kind or beyond its limits is left out."""
    found: dict[str, Any] = {}
    for each in fields(Rules):
        value = _read(each.name, kept.get(each.name))
        if value is not None:
            found[each.name] = value
    made = replace(DEFAULTS, **found)
    for less, more in _ORDER:
        made = _at_least(made, more, getattr(made, less))
    return made


def kept(rules: Rules) -> dict[str, object]:
    """What of these rules differs from the advice, as plain values."""
    found: dict[str, object] = {}
    for each in fields(Rules):
        value = getattr(rules, each.name)
        if value != getattr(DEFAULTS, each.name):
            found[each.name] = value.isoformat("minutes") if isinstance(value, time) else value
    return found


def changed(rules: Rules, name: str, value: _Value) -> Rules:
    """These rules with another number or time, the nearest within its limits; numbers in an order move along with it.

    Raises `KeyError` for a name that is none of theirs.
    """
    made = _with(rules, name, _within(name, value))
    moved = {name}
    for less, more in _ORDER:
        if less in moved:
            made = _at_least(made, more, getattr(made, less))
            moved.add(more)
    for less, more in reversed(_ORDER):
        if more in moved and getattr(made, less) > getattr(made, more):
            made = _with(made, less, getattr(made, more))
            moved.add(less)
    return made


def _with(rules: Rules, name: str, value: _Value) -> Rules:
    given: dict[str, Any] = {name: value}
    return replace(rules, **given)


def _at_least(rules: Rules, name: str, least: int) -> Rules:
    return _with(rules, name, max(least, getattr(rules, name)))


def _within(name: str, value: _Value) -> _Value:
    if name in HOURS and isinstance(value, time):
        earliest, latest = HOURS[name]
        return max(earliest, min(latest, value.replace(second=0, microsecond=0)))
    if name in LIMITS and isinstance(value, int):
        least, most = LIMITS[name]
        return max(least, min(most, value))
    if isinstance(value, bool) and isinstance(getattr(DEFAULTS, name, None), bool):
        return value
    raise KeyError(name)


def _read(name: str, value: object) -> _Value | None:
    """What was kept for that field; None where it is not what the field can be."""
    if name in HOURS:
        try:
            value = time.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            return None
        found = value if value is not None and value.tzinfo is None else None
        return found if found is not None and found == _within(name, found) else None
    if not isinstance(value, int) or isinstance(value, bool) is not (name not in LIMITS):
        return None
    return value if value == _within(name, value) else None
