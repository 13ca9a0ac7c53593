"""Names of time zones as calendars write them."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from followup_desktop.exchange import zones


def wall(*parts):
    return datetime(*parts)  # noqa: DTZ001  (wall time)


@pytest.mark.parametrize(
    ("name", "iana"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ('"Europe/Berlin"', "Europe/Berlin"),
        ("/Europe/Berlin", "Europe/Berlin"),
        ("/citadel.org/20070227_1/Europe/Berlin", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("pacific standard time", "America/Los_Angeles"),
        ("Eastern Standard Time", "America/New_York"),
        ("GMT Standard Time", "Europe/London"),
        ("Tokyo Standard Time", "Asia/Tokyo"),
        ("UTC", "UTC"),
        ("Z", "UTC"),
        ("", None),
        ("America", None),
        ("../../etc/passwd", None),
        ("/etc/localtime", None),
        ("Customized Time Zone 1", None),
        ("Mitteleuropäische Zeit", None),
        ("x" * 10_000, None),
        ("Europe/Berlin\0", None),
    ],
)
def test_names(name, iana):
    assert zones.iana(name) == iana


def part(begins, offset, rule):
    return zones.observance({"DTSTART": begins, "TZOFFSETTO": offset, "RRULE": rule})


BERLIN = [
    part("16010101T030000", "+0100", "FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10"),
    part("16010101T020000", "+0200", "FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3"),
]
NEW_YORK = [
    part("19701101T020000", "-0500", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"),
    part("19700308T020000", "-0400", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"),
]
SYDNEY = [
    part("19700405T030000", "+1000", "FREQ=YEARLY;BYMONTH=4;BYDAY=1SU"),
    part("19701004T020000", "+1100", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1,2,3,4,5,6,7;BYDAY=SU"),
]
BLOCKS = [(BERLIN, "Europe/Berlin"), (NEW_YORK, "America/New_York"), (SYDNEY, "Australia/Sydney")]


@pytest.mark.parametrize(("parts", "name"), BLOCKS)
def test_blocks_are_reckoned_as_the_zone_really_is(parts, name):
    zone = ZoneInfo(name)
    hour = wall(2025, 1, 1, 12)
    while hour.year < 2028:
        assert zones.offset_at(parts, hour) == hour.replace(tzinfo=zone).utcoffset(), hour
        hour += timedelta(hours=23)
    found = zones.like(parts, wall(2026, 12, 1, 9), "UTC")
    assert found is not None
    assert wall(2026, 7, 1, 9).replace(tzinfo=ZoneInfo(found)).utcoffset() == wall(2026, 7, 1, 9).replace(tzinfo=zone).utcoffset()


def test_the_users_own_zone_is_taken_where_it_fits():
    assert zones.like(BERLIN, wall(2026, 12, 1, 9), "Europe/Warsaw") == "Europe/Warsaw"
    assert zones.like(BERLIN, wall(2026, 12, 1, 9), "Africa/Lagos") == "Europe/Berlin", "Lagos differs in summer"


def test_a_block_that_never_repeats_holds_on():
    kept = zones.observance({"DTSTART": "20200101T000000", "TZOFFSETTO": "+0545"})
    assert zones.offset_at([kept], wall(2026, 12, 1)) == timedelta(hours=5, minutes=45)
    assert zones.offset_at([kept], wall(2019, 12, 1)) == timedelta(hours=5, minutes=45), "before it began, as it began"
    assert zones.offset_at([], wall(2026, 12, 1)) is None


def test_a_rule_that_ended_holds_on_as_it_ended():
    parts = [
        part("19700101T000000", "+0300", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20151025T000000Z"),
        part("19700101T000000", "+0400", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20150329T000000Z"),
    ]
    assert zones.offset_at(parts, wall(2026, 7, 1)) == timedelta(hours=3)


@pytest.mark.parametrize("text", ["", "1", "+1", "+9999", "-2400", "0100", "+01:00:00:00", "abc"])
def test_broken_offsets_make_no_part(text):
    assert zones.observance({"TZOFFSETTO": text}) is None


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        ("(UTC+01:00) Amsterdam, Berlin", 1),
        ("(UTC-08:00) Pacific Time (US & Canada)", -8),
        ("GMT+5", 5),
        ("UTC -3", -3),
    ],
)
def test_offsets_told_in_a_name(name, hours):
    assert zones.spoken_offset(name) == timedelta(hours=hours)
    assert zones.spoken_offset("Berlin") is None


def test_fixed_zones_show_their_offset():
    for hours in range(-12, 15):
        name = zones.fixed(timedelta(hours=hours))
        assert name is not None
        assert wall(2026, 1, 1).replace(tzinfo=ZoneInfo(name)).utcoffset() == timedelta(hours=hours)
    assert zones.fixed(timedelta(hours=5, minutes=30)) is None
    assert zones.fixed(timedelta(hours=20)) is None
