"""Which backups are kept: a pure function of when they were made.

All of the last two days, then the newest of each of ten days, of ten weeks and of twelve months (SAFETY); always the newest
one, and always those that were made before an update of the program changed the notebook's tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

ALL = timedelta(days=2)
"""How far back every backup is kept."""
DAYS, WEEKS, MONTHS = 10, 10, 12
"""How many days, weeks and months with a backup in them keep their newest one, behind what is kept before."""


def kept(made: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Those of these moments whose backups are kept. One from the future counts as made now: clocks are set back."""
    newest_first = sorted(set(made), reverse=True)
    keep = set(newest_first[:1])
    keep.update(moment for moment in newest_first if now - moment <= ALL)
    rest = [moment for moment in newest_first if moment not in keep]
    for most, period in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        chosen = _newest_of_each(rest, period, most)
        keep.update(chosen)
        rest = [moment for moment in rest if not chosen or period(moment) < period(chosen[-1])]
    return frozenset(keep)


def _newest_of_each(newest_first: Sequence[datetime], period: Callable[[datetime], tuple[int, ...]], most: int) -> list[datetime]:
    """The newest moment of each of the last `most` periods that have one, newest first."""
    newest: dict[tuple[int, ...], datetime] = {}
    for moment in newest_first:
        newest.setdefault(period(moment), moment)
    return list(newest.values())[:most]


def _day(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month, moment.day


def _week(moment: datetime) -> tuple[int, ...]:
    return tuple(moment.isocalendar())[:2]


def _month(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month
