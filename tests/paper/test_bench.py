"""The bench runs, small: no speed is asserted here."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]


def test_the_bench_of_paper_runs_and_prints_its_ratios():
    command = [sys.executable, ROOT / "tests" / "bench" / "bench_paper.py", "--letters", "10", "--rounds", "1"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert "already fitted" in done.stdout
    assert "fitted and shaped" in done.stdout
