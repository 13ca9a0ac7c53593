"""Business days by country: the public holidays of the years around a day, as `core.records.Workdays`.

`holidays` takes half a second to import and to ask, so the window keeps what it said in a file of the notebook's folder.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from followup_desktop import __version__
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Workdays
from followup_desktop.store.files import MEGABYTE, atomic_write, read_limited

NAME = "holidays.json"
"""The file in the notebook's folder that keeps what was looked up; it can be deleted at any time."""


def workdays(country: str, around: date, keep: Path | None = None) -> Workdays:
    """The business days of the year of `around` and the years beside it, in `country` ("GB", or "GB-SCT" for a region).

    Without holidays where the country is not known; with the country's own where its region is not. `keep` is the folder
    to remember the answer in. Raises nothing: an answer that cannot be kept is looked up again.
    """
    years = [around.year - 1, around.year, around.year + 1]
    asked = f"{__version__} {country} {years[0]}-{years[-1]}"
    known = None if keep is None else _kept(keep / NAME, asked)
    if known is None:
        known = _looked_up(country, years)
        if keep is not None:
            _keep(keep / NAME, asked, known)
    return Workdays(country=country, holidays=known)


def _looked_up(country: str, years: list[int]) -> frozenset[date]:
    """The public holidays of these years; none for a country that is not known."""
    land, _, region = country.upper().partition("-")
    if not land:
        return frozenset()
    import holidays  # noqa: PLC0415  (takes half a second; only asked when nothing is kept)

    for subdivision in dict.fromkeys((region or None, None)):
        try:
            return frozenset(holidays.country_holidays(land, subdiv=subdivision, years=years))
        except (NotImplementedError, KeyError):
            continue
    return frozenset()


def _kept(path: Path, asked: str) -> frozenset[date] | None:
    """The answer in the file, if it is the one to this question."""
    try:
        told = json.loads(read_limited(path, MEGABYTE))
        return frozenset(map(date.fromisoformat, told["holidays"])) if told["asked"] == asked else None
    except (Problem, ValueError, TypeError, KeyError, RecursionError):
        return None


def _keep(path: Path, asked: str, known: frozenset[date]) -> None:
    """Write the answer down. Where that is not possible, it is asked for again next time."""
    told = {"asked": asked, "holidays": sorted(day.isoformat() for day in known)}
    try:
        atomic_write(path, json.dumps(told).encode())
    except Problem:
        return
