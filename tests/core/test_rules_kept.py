"""The user's numbers for the rules: kept as plain values, read within limits, never leading to nonsense."""

import json
from dataclasses import fields
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.core import rules_kept
from followup_desktop.core.etiquette import DEFAULTS, Rules
from followup_desktop.core.rules_kept import HOURS, LIMITS, changed, kept, read

NAMES = [each.name for each in fields(Rules)]
ANYTHING = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("09:00") | st.lists(st.none())


def values(name):
    if name in LIMITS:
        return st.integers(-5, 400)
    return st.times() if name in HOURS else st.booleans()


def in_order(rules):
    assert rules.floor_without <= rules.best_without <= rules.normal_without
    assert rules.on_time_hours <= rules.late_hours
    assert rules.quiet_after_no <= rules.second_check_in
    assert all(least <= getattr(rules, name) <= most for name, (least, most) in LIMITS.items())
    assert all(earliest <= getattr(rules, name) <= latest for name, (earliest, latest) in HOURS.items())
    return True


def test_every_number_has_limits_and_the_advice_is_within_them():
    switches = {name for name in NAMES if isinstance(getattr(DEFAULTS, name), bool)}
    assert set(LIMITS) | set(HOURS) | switches == set(NAMES)
    assert in_order(DEFAULTS)


def test_the_advice_is_kept_as_nothing():
    assert kept(DEFAULTS) == {}
    assert read({}) == DEFAULTS


def test_a_number_a_switch_and_a_time_come_back():
    rules = changed(changed(changed(DEFAULTS, "floor_without", 4), "double_over_summer", False), "work_until", time(18, 30))
    assert kept(rules) == {"floor_without": 4, "double_over_summer": False, "work_until": "18:30"}
    assert read(json.loads(json.dumps(kept(rules)))) == rules


@pytest.mark.parametrize(
    "odd",
    [
        {"floor_without": 0},
        {"floor_without": "5"},
        {"floor_without": True},
        {"floor_without": 4.0},
        {"floor_without": 10**30},
        {"double_over_summer": 0},
        {"double_over_summer": "false"},
        {"work_from": "3 o'clock"},
        {"work_from": "09:00+01:00"},
        {"work_from": 9},
        {"work_from": "23:00"},
        {"no such rule": 3},
    ],
)
def test_what_makes_no_sense_counts_as_not_set(odd):
    assert read(odd) == DEFAULTS


def test_the_best_day_is_never_before_the_first_one():
    assert read({"floor_without": 12}).best_without == 12
    assert changed(DEFAULTS, "floor_without", 12).normal_without == 12
    assert changed(DEFAULTS, "best_without", 3).floor_without == 3
    assert changed(DEFAULTS, "normal_without", 2) == read({"normal_without": 2, "best_without": 2, "floor_without": 2})


def test_a_number_beyond_its_limits_becomes_the_nearest():
    assert changed(DEFAULTS, "best_after_promise", 9).best_after_promise == 3
    assert changed(DEFAULTS, "work_from", time(3)).work_from == time(5)


def test_a_rule_that_is_none_is_refused():
    with pytest.raises(KeyError):
        changed(DEFAULTS, "floor", 3)
    with pytest.raises(KeyError):
        changed(DEFAULTS, "floor_without", time(9))


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=5), ANYTHING))
def test_whatever_a_file_holds_the_rules_are_in_order(found):
    assert in_order(read(found))


@given(st.lists(st.sampled_from(NAMES).flatmap(lambda name: st.tuples(st.just(name), values(name))), max_size=8))
def test_whatever_is_changed_the_rules_are_in_order_and_come_back(steps):
    rules = DEFAULTS
    for name, value in steps:
        rules = changed(rules, name, value)
        assert getattr(rules, name) == rules_kept._within(name, value)
    assert in_order(rules)
    assert read(kept(rules)) == rules
