"""Where things stand in a week: which days have a column, how high an hour is, how what overlaps shares the width.

Pure numbers; lengths are pixels unless a name says otherwise. Minutes count from midnight by the wall clock of the user.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from followup_desktop.ui.look import px

GUTTER = 48
"""Width of the column with the hours."""
HEAD = 44
LANE = 24
"""The lane of what has no hour: its height without entries; the ribbon of the quiet days stands in it."""
PITCH = 19
"""How much an entry adds to that lane."""
FOOT = 10
"""Room below the lane's last entry."""
HOUR, LEAST_HOUR, MOST_HOUR = 44, 32, 64
SHOWN_HOURS = 11.5
"""So many hours fill the room, while an hour may be that high."""
LEAST_DAY = 96
"""A day narrower than this has no room for a company's name beside an icon."""
STRIP = 30
"""Width of a day of a weekend without entries, where there is little room."""
COMFORT = 100
"""A week of seven days at least that wide keeps its weekend as wide as the rest."""
FEW, ALL = 3, 7
BLOCK_GAP = 4
LEAST_BLOCK = 20
"""An interview is at least that high, however short it is."""
STEP_MINUTES = 15
DAY_MINUTES = 24 * 60
USUAL_FIRST_MINUTES = 8 * 60
WEEKEND_FIRST = 5


@dataclass(frozen=True, slots=True)
class Column:
    """One day: where it begins, how wide it is, and whether it is a narrow strip."""

    left: int
    width: int
    is_strip: bool = False


def days_shown(width: int) -> int:
    """How many days a week of that width shows: seven, or three where five days with a narrow weekend do not fit."""
    return ALL if width >= 5 * px(LEAST_DAY) + 2 * px(STRIP) else FEW


def columns(width: int, days: Sequence[date], free: Sequence[bool]) -> list[Column]:
    """The days side by side; a weekend whose days are `free` becomes narrow where the others need the room."""
    narrow = len(days) == ALL and width < ALL * px(COMFORT)
    strips = [narrow and day.weekday() >= WEEKEND_FIRST and is_free for day, is_free in zip(days, free, strict=True)]
    room, wide = width - sum(strips) * px(STRIP), len(days) - sum(strips)
    each, rest = divmod(max(0, room), max(1, wide))
    found, left, seen = [], 0, 0
    for is_strip in strips:
        own = px(STRIP) if is_strip else each + (seen < rest)
        seen += not is_strip
        found.append(Column(left, own, is_strip))
        left += own
    return found


def hour_height(room: int) -> int:
    """Pixels of an hour where so many are there for all of them."""
    return round(min(px(MOST_HOUR), max(px(LEAST_HOUR), room / SHOWN_HOURS)))


def lane_height(entries: int) -> int:
    """Height of the lane without hours for the day that has most in it."""
    return px(LANE) + (entries * px(PITCH) + px(FOOT) if entries else px(FOOT))


def lanes_that_fit(room: int) -> int:
    """The most entries that lane may show before it takes more than two fifths of the room."""
    return max(2, (room * 2 // 5 - px(LANE) - px(FOOT)) // px(PITCH))


def first_minute(begins: Sequence[int]) -> int:
    """Where the hours open: one hour before the first entry, at eight o'clock at the latest."""
    return max(0, min([USUAL_FIRST_MINUTES, *(minute - 60 for minute in begins)]))


def first_with_now(first: int, now: int, room: int) -> int:
    """Where the hours open so that the line of now is among the `room` minutes shown: an hour before it where it is not."""
    return first if now + 60 <= first + room else max(first, min(USUAL_FIRST_MINUTES, now - 60))


def minutes(moment: time) -> int:
    """Minutes since midnight."""
    return moment.hour * 60 + moment.minute


def stepped(minute: float) -> int:
    """The nearest quarter of an hour of the day."""
    return max(0, min(DAY_MINUTES - STEP_MINUTES, round(minute / STEP_MINUTES) * STEP_MINUTES))


def moment(minute: int) -> time:
    """That many minutes after midnight, as a time of day."""
    return time(minute // 60, minute % 60)


def shares(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """For each span its place side by side with what it overlaps, and how many share that width: (0, 1) stands alone.

    Spans are (begin, end) in any order; those that overlap, also by way of a third one, share the width alike.
    """
    order = sorted(range(len(spans)), key=lambda at: spans[at])
    found = [(0, 1)] * len(spans)
    together: list[int] = []
    ends: list[int] = []
    places: dict[int, int] = {}

    def settle() -> None:
        for at in together:
            found[at] = places[at], len(ends)
        together.clear()
        ends.clear()

    for at in order:
        begin, end = spans[at]
        if ends and begin >= max(ends):
            settle()
        place = next((n for n, taken in enumerate(ends) if taken <= begin), len(ends))
        ends[place : place + 1] = [end]
        places[at] = place
        together.append(at)
    settle()
    return found
