"""Days and times as people write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from followup_desktop.exchange.clocks import read_clocks
from followup_desktop.exchange.days import read_days
from followup_desktop.exchange.when import read_when

TUESDAY = date(2026, 11, 24)
HOME = "Europe/Berlin"


def wall(*parts):
    return datetime(*parts)  # noqa: DTZ001  (wall time)


def day(text, locale="en_US", today=TUESDAY, **more):
    found = read_days(text, today, locale, **more)
    return found[0].day if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu", date(2026, 11, 26)),
        ("Thurs.", date(2026, 11, 26)),
        ("on Friday", date(2026, 11, 27)),
        ("Tuesday", TUESDAY),
        ("next Tue", date(2026, 12, 1)),
        ("this Thursday", date(2026, 11, 26)),
        ("last Thu", date(2026, 11, 19)),
        ("last Tuesday", date(2026, 11, 17)),
        ("Thursday next week", date(2026, 12, 3)),
        ("Thursday last week", date(2026, 11, 19)),
        ("today", TUESDAY),
        ("this morning", TUESDAY),
        ("tonight", TUESDAY),
        ("tomorrow", date(2026, 11, 25)),
        ("tomorrow morning", date(2026, 11, 25)),
        ("the day after tomorrow", date(2026, 11, 26)),
        ("yesterday", date(2026, 11, 23)),
        ("the day before yesterday", date(2026, 11, 22)),
        ("in 3 days", date(2026, 11, 27)),
        ("in two weeks", date(2026, 12, 8)),
        ("2 Dec", date(2026, 12, 2)),
        ("2nd of December", date(2026, 12, 2)),
        ("Dec 2", date(2026, 12, 2)),
        ("December 2nd, 2026", date(2026, 12, 2)),
        ("Wednesday, the 2nd of December 2026", date(2026, 12, 2)),
        ("2026-12-02", date(2026, 12, 2)),
        ("3 Jan", date(2027, 1, 3)),
        ("20 Nov", date(2026, 11, 20)),
        ("1 Sep", date(2026, 9, 1)),
        ("29 Feb 2028", date(2028, 2, 29)),
        ("29 Feb", None),
        ("31 Nov", None),
        ("12/3", date(2026, 12, 3)),
        ("12/3/26", date(2026, 12, 3)),
        ("12/3/2026", date(2026, 12, 3)),
        ("13/12", date(2026, 12, 13)),
        ("45/46", None),
        ("14.30", None),
        ("2026年12月3日", date(2026, 12, 3)),
        ("Marta", None),
        ("Sun Li", None),
        ("may we", None),
        ("the sat nav", None),
        ("room 12/3a", None),
        ("", None),
    ],
)
def test_english_days(text, expected):
    assert day(text) == expected


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("12/3", "en_GB", date(2027, 3, 12)),
        ("3/12", "en_GB.UTF-8", date(2026, 12, 3)),
        ("3/12", "", date(2026, 12, 3)),
        ("3.12.", "de_DE", date(2026, 12, 3)),
        ("3.12.2026", "de_DE", date(2026, 12, 3)),
        ("3.12.26", "en_GB", date(2026, 12, 3)),
        ("Do", "de_DE", date(2026, 11, 26)),
        ("nächsten Donnerstag", "de_DE", date(2026, 11, 26)),
        ("letzten Donnerstag", "de_DE", date(2026, 11, 19)),
        ("übermorgen", "de_DE", date(2026, 11, 26)),
        ("1. Dezember", "de_DE", date(2026, 12, 1)),
        ("5. März 2027", "de_DE", date(2027, 3, 5)),
        ("jeudi", "fr_FR", date(2026, 11, 26)),
        ("mardi 1er décembre 2026", "fr_FR", date(2026, 12, 1)),
        ("martes, 1 de diciembre de 2026", "es_ES", date(2026, 12, 1)),
        ("martedì 1 dicembre", "it_IT", date(2026, 12, 1)),
        ("dinsdag 1 december", "nl_NL", date(2026, 12, 1)),
        ("so", "en_US", None),
        ("do it", "de_DE", None),
    ],
)
def test_days_by_locale(text, locale, expected):
    assert day(text, locale) == expected


def test_in_a_pasted_text_any_known_language_counts_but_its_short_words_do_not():
    assert day("mardi 1 décembre 2026", all_languages=True) == date(2026, 12, 1)
    assert day("so do we; sam is here, mi amigo", all_languages=True) is None


def test_a_date_without_a_year_is_the_near_one():
    assert day("24 Nov", today=date(2027, 1, 5)) == date(2026, 11, 24)
    assert day("5 Jan", today=date(2026, 12, 31)) == date(2027, 1, 5)


def test_a_weekday_that_does_not_fit_its_date_is_told():
    (found,) = read_days("Mon 3 Dec", TUESDAY, "en_US")
    assert found.day == date(2026, 12, 3)
    assert [str(words) for words in found.doubts] == ["Thu 3 Dec is not a Mon. Look whether the day is right."]
    assert read_days("Thu 3 Dec", TUESDAY, "en_US")[0].doubts == ()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("14:00", "14:00", None),
        ("9am", "09:00", None),
        ("9 a.m.", "09:00", None),
        ("12am", "00:00", None),
        ("12pm", "12:00", None),
        ("12:30 PM", "12:30", None),
        ("at 9", "09:00", None),
        ("noon", "12:00", None),
        ("at noon", "12:00", None),
        ("14 Uhr", "14:00", None),
        ("um 14.30 Uhr", "14:30", None),
        ("14.30", "14:30", None),
        ("14h30", "14:30", None),
        ("9h", "09:00", None),
        ("9 o'clock", "09:00", None),
        ("14:00-15:30", "14:00", "15:30"),
        ("14:00 – 15:30", "14:00", "15:30"),
        ("10am – 11:30am", "10:00", "11:30"),
        ("10-11:30am", "10:00", "11:30"),
        ("2-3:30pm", "14:00", "15:30"),
        ("11-12:30pm", "11:00", "12:30"),
        ("11am-1", "11:00", "13:00"),
        ("from 14:00 to 15:30", "14:00", "15:30"),
        ("between 2 and 3pm", "14:00", "15:00"),
        ("14-15 Uhr", "14:00", "15:00"),
        ("von 14 bis 15 Uhr", "14:00", "15:00"),
        ("14:00 for 45 minutes", "14:00", "+45"),
        ("2pm (1 hour)", "14:00", "+60"),
        ("14:00, 1.5 hours", "14:00", "+90"),
        ("14:00 for half an hour", "14:00", "+30"),
        ("24:00", "00:00", None),
    ],
)
def test_times(text, start, end):
    (clock,) = read_clocks(text)
    assert f"{clock.start:%H:%M}" == start
    if end and end.startswith("+"):
        assert clock.length is not None
        assert clock.length.total_seconds() / 60 == int(end)
    else:
        assert (clock.end and f"{clock.end:%H:%M}") == end


@pytest.mark.parametrize(
    "text", ["25:00", "12:75", "2-3 people", "room 14", "at 12 Main Street", "Python 3.11", "version 2.5", "2h", "7", "1:2"]
)
def test_what_is_no_time(text):
    assert read_clocks(text) == []


@pytest.mark.parametrize(
    ("text", "start", "end", "zone"),
    [
        ("Thu Dec 3, 2026 10am – 11:30am (GMT)", (2026, 12, 3, 10), (2026, 12, 3, 11, 30), "UTC"),
        ("Thursday Dec 3, 2026 ⋅ 10am – 11:30am (Greenwich Mean Time)", (2026, 12, 3, 10), (2026, 12, 3, 11, 30), "UTC"),
        ("Dec 3, 2026 2pm - 3pm Eastern Time - New York", (2026, 12, 3, 14), (2026, 12, 3, 15), "America/New_York"),
        ("Thursday, 3 December 2026 10:00-11:00", (2026, 12, 3, 10), (2026, 12, 3, 11), HOME),
        ("Dec 3 10:00 AM PST", (2026, 12, 3, 10), None, "America/Los_Angeles"),
        ("Dec 3 10:00 CET", (2026, 12, 3, 10), None, HOME),
        ("Dec 3 10:00 Central European Time", (2026, 12, 3, 10), None, HOME),
        ("Dec 3 10:00 (Europe/Athens)", (2026, 12, 3, 10), None, "Europe/Athens"),
        ("Dec 3 10:00 (UTC-05:00)", (2026, 12, 3, 10), None, "Etc/GMT+5"),
        ("Dec 3 10:00 (UTC+05:30)", (2026, 12, 3, 5, 30), None, HOME),
        ("Dec 3 10:00 GMT+1", (2026, 12, 3, 10), None, HOME),
        ("on Tuesday, 1 December at 14:00 with", (2026, 12, 1, 14), None, HOME),
        ("yesterday at 3", (2026, 11, 23, 15), None, HOME),
        ("this morning at 10", (2026, 11, 24, 10), None, HOME),
        ("tomorrow evening at 8", (2026, 11, 25, 20), None, HOME),
        ("Fri 22:00-01:00", (2026, 11, 27, 22), (2026, 11, 28, 1), HOME),
    ],
)
def test_day_and_time_together(text, start, end, zone):
    when = read_when(text, TUESDAY, HOME)
    assert when is not None
    assert (when.start, when.end, when.zone) == (wall(*start), end and wall(*end), zone)


def test_of_several_days_the_one_with_a_time_counts():
    text = "Please answer by Monday. " + "We look forward to it. " * 20 + "We meet on Thu 3 Dec at 14:00, and decide on 10 Dec."
    when = read_when(text, TUESDAY, HOME)
    assert when is not None
    assert when.start == wall(2026, 12, 3, 14)


def test_an_hour_in_either_half_of_the_day_is_told():
    when = read_when("Fri at 2-3", TUESDAY, HOME)
    assert when is not None
    assert (when.start, when.end) == (wall(2026, 11, 27, 14), wall(2026, 11, 27, 15))
    assert [str(words) for words in when.doubts] == ["“at 2-3” is read as 14:00."]
    certain = read_when("Fri at 2pm", TUESDAY, HOME)
    assert certain is not None
    assert certain.doubts == ()


def test_a_time_without_a_day_is_no_date():
    assert read_when("14:00", TUESDAY, HOME) is None
