"""The benches run, small, and print their ratios: no speed is asserted here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
BENCHES = {
    "bench_paper.py": ("already fitted", "fitted and shaped"),
    "bench_calendar.py": ("month", "week"),
    "bench_hunt.py": ("list open", "start"),
}


def test_every_bench_is_run_here():
    assert set(BENCHES) == {path.name for path in (ROOT / "tests" / "bench").glob("bench_*.py")}


@pytest.mark.parametrize("bench", BENCHES)
def test_a_bench_runs_and_prints_its_ratios(bench):
    small = ["--letters", "10", "--interviews", "20", "--rounds", "1"]
    here = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, ROOT / "tests" / "bench" / bench, *small]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=here)
    for words in BENCHES[bench]:
        assert words in done.stdout
