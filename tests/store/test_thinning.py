"""Which backups stay, over three simulated years."""

import random
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from followup_desktop.store import thinning

BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)


def simulated(days, per_day=(1, 6), skip=0.3, seed=1):
    """What is kept after each backup of those days, thinned every time; yields now, what is kept, all that were made."""
    chance = random.Random(seed)  # noqa: S311  (days, no secrets)
    held, made = set(), []
    for day in range(days):
        if chance.random() < skip:
            continue
        for minutes in sorted(chance.sample(range(0, 700, 30), chance.randint(*per_day))):
            now = BEGIN + timedelta(days=day, minutes=minutes)
            made.append(now)
            held = set(thinning.kept({*held, now}, now))
            yield now, held, made


def test_over_three_years_the_rule_holds_at_every_moment():
    for now, held, made in simulated(3 * 365):
        assert now in held
        assert held >= {each for each in made if now - each <= thinning.ALL}
        older = [each for each in held if now - each > thinning.ALL]
        assert len(older) <= thinning.DAYS + thinning.WEEKS + thinning.MONTHS
    assert len(made) > 2_000


def test_after_three_years_days_weeks_and_months_go_back_a_year():
    *_, (now, held, made) = simulated(3 * 365)
    ages = sorted((now - each).days for each in held)
    assert 330 <= ages[-1] <= 500
    daily = {each.date() for each in made if now - each > thinning.ALL}
    for day in sorted(daily)[-9:]:
        assert max(each for each in made if each.date() == day) in held
    gaps = [later - earlier for earlier, later in pairwise(ages)]
    assert max(gaps) <= 62
    assert max(gap for gap, age in zip(gaps, ages, strict=False) if age < 60) <= 15


def test_what_it_keeps_it_keeps_when_asked_again():
    for now, held, _made in simulated(120, seed=5):
        assert thinning.kept(held, now) == held


def test_the_newest_stays_however_old_and_the_future_counts_as_now():
    old = BEGIN - timedelta(days=4_000)
    assert thinning.kept({old}, BEGIN) == {old}
    ahead = BEGIN + timedelta(days=40)
    assert thinning.kept({ahead, BEGIN}, BEGIN) == {ahead, BEGIN}
    assert thinning.kept((), BEGIN) == frozenset()
