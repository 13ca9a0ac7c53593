"""Every zone there is, over three years: what was promised as a day stays that day, an interview stays at its own wall time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest

from followup_desktop.core import etiquette
from followup_desktop.core.agenda import Kind, entries
from followup_desktop.core.hearing.reckoning import ONE_DAY
from followup_desktop.core.records import Case, Interview, Promise, Task, Workdays
from followup_desktop.core.standing import group

FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
WORKDAYS = Workdays("GB", frozenset({date(2026, 12, 25), date(2027, 1, 1)}))
FOLDERS = ("posix/", "right/")
ZONES = sorted(name for name in available_timezones() if not name.startswith(FOLDERS) and name != "localtime")
DUE = frozenset({Kind.FLOOR, Kind.BEST, Kind.TASK})


@cache
def changes_of_clock(zone: ZoneInfo) -> list[date]:
    """The days of those years on which the zone's clock is changed."""
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    offsets = [datetime.combine(day, time(), zone).utcoffset() for day in [*days, LAST + ONE_DAY]]
    return [day for day, before, after in zip(days, offsets[:-1], offsets[1:], strict=True) if before != after]


def heard(start: datetime | date, zone: str) -> Case:
    """An interview there, with a promise and a task for days of its own."""
    day = start.date() if isinstance(start, datetime) else start
    interview = Interview(id="i", company="Acme", role="Cook", start=start, zone=zone)
    promise = Promise(id="p", interview="i", words="by then", latest=day + timedelta(days=9), heard=day)
    task = Task(id="t", interview="i", person=None, note="n", words="Send it", due=day + timedelta(days=3))
    return Case(interview, promises=(promise,), tasks=(task,))


def moments(zone: ZoneInfo) -> list[datetime]:
    """Wall times to try: a morning each quarter, and every half hour of the nights in which the clock is changed."""
    told = [datetime.combine(date(year, month, 15), time(10)) for year in (2026, 2027, 2028) for month in (2, 5, 8, 11)]
    for day in changes_of_clock(zone):
        night = datetime.combine(day, time())
        told += [night + timedelta(minutes=30 * n) for n in range(8)] + [night + timedelta(hours=10)]
    return told


def due_days(case: Case, now: datetime) -> set[tuple[Kind, date]]:
    """What is due, and on which day it stands."""
    return {(entry.kind, entry.due or entry.day) for entry in entries(case, now, WORKDAYS) if entry.kind in DUE}


@pytest.mark.slow
def test_a_promised_day_is_the_same_in_every_zone_and_an_interview_keeps_its_wall_time():
    assert len(ZONES) > 590
    for name in ZONES:
        zone = ZoneInfo(name)
        for start in moments(zone):
            case = heard(start, name)
            told = case.interview
            assert told.starts().replace(tzinfo=None) == told.begins_in(zone) == start, (name, start)
            back = told.starts().astimezone(UTC).astimezone(zone).replace(tzinfo=None)
            skipped = back - start  # a wall time that the clock leaps over is told by the clock of before
            assert timedelta() <= skipped <= ONE_DAY, (name, start, back)
            assert not skipped or start.date() in changes_of_clock(zone), (name, start)
            same = heard(start, "UTC")
            assert etiquette.wait(case, WORKDAYS) == etiquette.wait(same, WORKDAYS), (name, start)


@pytest.mark.slow
def test_whoever_travels_finds_every_due_day_where_it_was():
    for name in ZONES:
        here = ZoneInfo(name)
        for start in (datetime.combine(date(2026, 3, 28), time(10)), date(2027, 10, 30)):
            case = heard(start, "Europe/London")
            later = datetime.combine(case.interview.day + timedelta(days=1), time(23, 30))
            at_home, abroad = later.replace(tzinfo=ZoneInfo("Europe/London")), later.replace(tzinfo=here)
            assert due_days(case, abroad) == due_days(case, at_home), (name, start)
            if not case.interview.all_day:
                continue
            on_its_day = datetime.combine(case.interview.day, time(12), here)
            (told,) = [each for each in entries(case, on_its_day, WORKDAYS) if each.kind is Kind.INTERVIEW]
            assert (told.day, told.time, group(case, on_its_day).value) == (case.interview.day, None, "today"), name


@pytest.mark.parametrize(
    ("zone", "start", "utc"),
    [
        ("Europe/London", "2027-03-28T01:30", "2027-03-28T01:30"),  # 01:00 to 02:00 is left out: by the clock of before
        ("Europe/London", "2026-10-25T01:30", "2026-10-25T00:30"),  # comes twice: the first of the two
        ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45"),  # half an hour is left out
        ("America/St_Johns", "2027-11-07T01:30", "2027-11-07T04:00"),
        ("Asia/Kathmandu", "2026-11-23T10:00", "2026-11-23T04:15"),
        ("Pacific/Kiritimati", "2026-11-23T10:00", "2026-11-22T20:00"),
    ],
)
def test_gaps_and_repeated_hours(zone, start, utc):
    told = heard(datetime.fromisoformat(start), zone).interview
    assert told.starts().astimezone(UTC).replace(tzinfo=None) == datetime.fromisoformat(utc)
    assert told.day == datetime.fromisoformat(start).date()
