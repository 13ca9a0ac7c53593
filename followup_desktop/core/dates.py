"""English words for dates and times; the window uses Qt's locale instead."""

from __future__ import annotations

from datetime import date, datetime, time


def spoken(value: object) -> str:
    """`value` as it stands in an English sentence: "Thu 3 Dec", "10:00", anything else as text."""
    if isinstance(value, datetime):
        return f"{spoken(value.date())}, {value:%H:%M}"
    if isinstance(value, date):
        return f"{value:%a} {value.day} {value:%b}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return str(value)
