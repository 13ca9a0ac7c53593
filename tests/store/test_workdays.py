import json
from datetime import date

import pytest

from followup_desktop.core.records import Workdays
from followup_desktop.store.workdays import NAME, workdays

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("country", "day"),
    [
        ("US", date(2026, 11, 26)),  # Thanksgiving
        ("GB", date(2026, 12, 28)),  # Boxing Day falls on a Saturday
        ("DE", date(2026, 10, 3)),  # German unity
        ("FR", date(2026, 7, 14)),
        ("DE-BY", date(2026, 1, 6)),  # Epiphany, in Bavaria but not in Berlin
    ],
)
def test_public_holidays_are_no_business_days(country, day):
    assert day in workdays(country, TODAY).holidays
    assert day not in workdays("DE-BE" if country == "DE-BY" else "", TODAY).holidays


def test_the_years_around_the_day_are_known():
    years = {day.year for day in workdays("GB", TODAY).holidays}
    assert years >= {2025, 2026, 2027}


@pytest.mark.parametrize("country", ["", "XX", "Atlantis", "-", "🙂", "US\x00"])
def test_an_unknown_country_has_no_holidays(country):
    assert workdays(country, TODAY) == Workdays(country=country, holidays=frozenset())


def test_an_unknown_region_has_its_country_s():
    assert workdays("DE-XX", TODAY).holidays == workdays("DE", TODAY).holidays


def test_what_was_looked_up_is_kept_and_asked_for_no_second_time(tmp_path, child):
    first = workdays("GB", TODAY, keep=tmp_path)
    done = child(
        "import sys\n"
        "from datetime import date\n"
        "from pathlib import Path\n"
        "from followup_desktop.store.workdays import workdays\n"
        "print(*sorted(workdays('GB', date(2026, 11, 23), keep=Path({folder})).holidays))\n"
        "print('holidays' in sys.modules)",
        folder=str(tmp_path),
    )
    assert done.stdout.splitlines() == [" ".join(map(str, sorted(first.holidays))), "False"], done.stderr


def test_another_country_or_year_is_looked_up_anew(tmp_path):
    for country, day in (("GB", TODAY), ("US", TODAY), ("US", date(2028, 1, 1)), ("GB", TODAY)):
        assert workdays(country, day, keep=tmp_path) == workdays(country, day)


@pytest.mark.parametrize(
    "broken", ["", "{", "[]", "{}", '{"asked": 1}', '{"asked": %s, "holidays": ["x"]}', '{"asked": %s, "holidays": 5}']
)
def test_a_broken_file_is_made_new(tmp_path, broken):
    workdays("GB", TODAY, keep=tmp_path)
    asked = json.dumps(json.loads((tmp_path / NAME).read_bytes())["asked"])
    (tmp_path / NAME).write_text(broken.replace("%s", asked))
    assert workdays("GB", TODAY, keep=tmp_path) == workdays("GB", TODAY)
    assert workdays("GB", TODAY, keep=tmp_path) == workdays("GB", TODAY)


def test_a_folder_that_cannot_be_written_does_not_matter(tmp_path):
    assert workdays("GB", TODAY, keep=tmp_path / "none") == workdays("GB", TODAY)
