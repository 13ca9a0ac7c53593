"""The letters of whole interviews stay as they were read and found good.

Write them anew with tests/bench/golden_letters.py --write, and read what changed.
"""

import re
import runpy
from pathlib import Path

import pytest

from followup_desktop.letters.occasions import OCCASIONS, TONES

HERE = Path(__file__).parent
KEPT = {path.name: path.read_text(encoding="utf-8") for path in (HERE / "golden").glob("*.txt")}


@pytest.fixture(scope="module")
def made():
    return runpy.run_path(str(HERE / "bench/golden_letters.py"))["golden"]()


def test_the_golden_letters_are_the_letters_of_today(made):
    assert len(KEPT) >= 10
    assert sorted(made) == sorted(KEPT)
    changed = [name for name in KEPT if KEPT[name] != made[name]]
    assert not changed, f"{changed} differ: run tests/bench/golden_letters.py --write and read what changed"


def test_every_occasion_is_there_in_every_tone():
    told = set(re.findall(r"  ·  (\S+), (\S+)$", "\n".join(KEPT.values()), re.MULTILINE))
    assert told == {(occasion, tone) for occasion in OCCASIONS for tone in TONES}
