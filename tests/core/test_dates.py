"""English words for dates, whatever the C library's locale is."""

from __future__ import annotations

import locale
from datetime import date, datetime, time

import pytest

from followup_desktop.core.dates import capital, number, spoken, spoken_distance, spoken_near, written
from followup_desktop.core.words import Words

DAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (DAY, "Thu 3 Dec"),
        (time(9, 5), "09:05"),
        (datetime.combine(DAY, time(17)), "Thu 3 Dec, 17:00"),
        (3, "3"),
        ("Hong", "Hong"),
    ],
)
def test_values_as_they_stand_in_a_sentence(value, words):
    assert spoken(value) == words


def test_the_c_library_has_no_say():
    before = locale.setlocale(locale.LC_ALL)
    try:
        for name in locale.locale_alias.values():
            try:
                locale.setlocale(locale.LC_ALL, name)
            except locale.Error:
                continue
            assert spoken(DAY) == "Thu 3 Dec"
    finally:
        locale.setlocale(locale.LC_ALL, before)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 2), "yesterday"),
        (DAY, "today"),
        (date(2026, 12, 4), "tomorrow"),
        (date(2026, 12, 8), "Tue 8 Dec"),
        (date(2027, 1, 5), "Tue 5 Jan 2027"),
    ],
)
def test_a_day_near_today(day, words):
    assert spoken_near(day, DAY) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 12), "in 9 days"),
        (date(2026, 12, 16), "in 13 days"),
        (date(2026, 12, 17), "in 2 weeks"),
        (date(2026, 12, 4), "tomorrow"),
        (date(2026, 11, 28), "5 days ago"),
    ],
)
def test_how_far_a_day_is(day, words):
    assert spoken_distance(day, DAY) == words


def test_a_date_in_a_letter_follows_the_country():
    assert written(DAY, "US") == "December 3"
    assert written(DAY, "GB") == "3 December"


def test_small_numbers_are_words():
    assert [number(count) for count in (0, 3, 12, 13)] == ["no", "three", "twelve", "13"]
    assert capital(number(5)) == "Five"
    assert capital("") == ""


def test_values_are_filled_in_once():
    assert str(Words("{name} on {day}", {"name": "{day}", "day": DAY})) == "{day} on Thu 3 Dec"
