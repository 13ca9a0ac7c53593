"""A month as one page to hang up: the days in their weeks, what is due in each, quiet days hatched. Lengths in mm."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from followup_desktop.core.agenda import Entry
from followup_desktop.core.dates import MONTHS, WEEKDAYS
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.paper import block
from followup_desktop.paper.document import Document
from followup_desktop.paper.shape import clean

_SIDE, _TOP, _FOOT = 12.0, 16.0, 12.0
_TITLE, _HEAD, _NUMBER, _LINE = 3.2, 1.5, 1.8, 1.4
"""x-heights."""
_PITCH, _INSET = 4.4, 1.6
_DARK, _GREY, _PALE = "0.13 g", "0.4 g", "0.62 g"
_GRID, _HATCH = "0.6 G 0.2 w", "0.8 G 0.15 w"
_HATCH_STEP = 3.2


def pdf(
    entries: Iterable[Entry],
    month: date,
    sheet: tuple[float, float],
    *,
    first_weekday: int = 0,
    quiet: Collection[date] = (),
) -> bytes:
    """The month of `month` on one sheet laid on its long side. `first_weekday` as `date.weekday` counts (0 is Monday).

    A day with more entries than its cell has lines tells how many are left out.
    """
    width, height = max(sheet), min(sheet)
    document = Document(f"{MONTHS[month.month - 1]} {month.year}")
    weeks = calendar.Calendar(first_weekday).monthdatescalendar(month.year, month.month)
    by_day: dict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_day[entry.day].append(entry)
    wide, top = (width - 2 * _SIDE) / 7, height - _TOP - 10
    high = (top - 5 - _FOOT) / len(weeks)
    title = f"{MONTHS[month.month - 1]} {month.year}"
    drawn = [f"{_DARK}\n{block.draw_line(document, title, (_SIDE, height - _TOP), _TITLE)}"]
    for column in range(7):
        name = WEEKDAYS[(first_weekday + column) % 7]
        drawn.append(f"{_GREY}\n{block.draw_line(document, name, (_SIDE + column * wide + _INSET, top - 2), _HEAD)}")
    for row, week in enumerate(weeks):
        for column, day in enumerate(week):
            corner = (_SIDE + column * wide, top - 5 - row * high)
            drawn += _cell(document, day, by_day[day], corner, (wide, high), own=day.month == month.month, quiet=day in quiet)
    document.page(width, height, "\n".join(drawn))
    return document.file()


def notes(entries: Iterable[Entry]) -> tuple[Words, ...]:
    """What no font here can write whole: an empty frame stands for each letter that is missing."""
    what = QT_TRANSLATE_NOOP("paper", "No font here has every letter of “{words}”: write it by hand.")
    texts = dict.fromkeys(clean(str(entry.short)).strip() for entry in entries)
    return tuple(Words(what, {"words": text}) for text in texts if not block.writable(text))


def _cell(
    document: Document,
    day: date,
    entries: list[Entry],
    corner: tuple[float, float],
    size: tuple[float, float],
    *,
    own: bool,
    quiet: bool,
) -> list[str]:
    """One day with its upper left corner at `corner`."""
    (x, top), (wide, high) = corner, size
    drawn = [_hatched(x, top - high, wide, high)] if quiet and own else []
    drawn.append(f"{_GRID} {x:.3f} {top - high:.3f} {wide:.3f} {high:.3f} re S")
    y = top - 4.4
    drawn.append(f"{_DARK if own else _PALE}\n{block.draw_line(document, str(day.day), (x + _INSET, y), _NUMBER)}")
    if not own:
        return drawn
    y -= _PITCH + 0.6
    lines = max(1, int((y - (top - high) - 0.8) // _PITCH) + 1)
    shown = entries if len(entries) <= lines else entries[: lines - 1]
    texts = [str(entry.short) for entry in shown]
    if len(shown) < len(entries):
        texts.append(f"+{len(entries) - len(shown)} more")
    for text in texts:
        drawn.append(f"{_DARK}\n{_elided(document, text, (x + _INSET, y), wide - 2 * _INSET)}")
        y -= _PITCH
    return drawn


def _elided(document: Document, text: str, at: tuple[float, float], widest: float) -> str:
    """As much of `text` as has room on one line, with "…" where it is cut."""
    words = clean(text).strip()
    if block.width(words, _LINE) > widest:
        end = next((end for end in range(len(words) - 1, 0, -1) if block.width(f"{words[:end].rstrip()}…", _LINE) <= widest), 0)
        words = f"{words[:end].rstrip()}…"
    return block.draw_line(document, words, at, _LINE)


def _hatched(x: float, y: float, wide: float, high: float) -> str:
    """Thin slanted lines over a whole cell: the days on which nobody asks."""
    lines = []
    step = 0.0
    while step < wide + high:
        start, end = (x + max(0.0, step - high), y + min(step, high)), (x + min(step, wide), y + max(0.0, step - wide))
        lines.append(f"{start[0]:.3f} {start[1]:.3f} m {end[0]:.3f} {end[1]:.3f} l")
        step += _HATCH_STEP
    return f"{_HATCH} {' '.join(lines)} S"
