"""The reader of promises against the table of phrases that was written before it."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from followup_desktop.core.promise import Reading, read
from followup_desktop.core.records import Workdays

HOLIDAYS = {
    "US": ["2026-05-25", "2026-07-03", "2026-09-07", "2026-11-26", "2026-12-25", "2027-01-01"],
    "GB": ["2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29"],
    "DE": ["2026-05-25", "2026-06-04", "2026-10-03", "2026-12-25", "2026-12-26", "2027-01-01"],
}


def days_of(locale):
    country = locale.partition("_")[2]
    return Workdays(country, frozenset(date.fromisoformat(day) for day in HOLIDAYS.get(country, ())))


def table(which):
    path = Path(__file__).with_name("phrases.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["set"] == which]


def expected(row):
    heard = date.fromisoformat(row["heard"])
    days = {"-": None, "now": heard}
    return Reading(*(days[row[key]] if row[key] in days else date.fromisoformat(row[key]) for key in ("earliest", "latest")))


def reading(row):
    return read(row["words"], date.fromisoformat(row["heard"]), days_of(row["locale"]), row["locale"])


@pytest.mark.parametrize("row", table("dev"), ids=lambda row: row["words"])
def test_the_words_mean_these_days(row):
    assert reading(row) == expected(row)
