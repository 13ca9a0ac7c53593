"""The letters of whole interviews stay as they were read and found good.

Write them anew with tests/bench/golden_letters.py --write, and read what changed.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def test_the_golden_letters_are_the_letters_of_today():
    made = subprocess.run(
        [sys.executable, HERE.parents[1] / "tests/bench/golden_letters.py"],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    ).stdout
    kept = sorted((HERE / "golden").glob("*.txt"))
    assert len(kept) >= 10
    for path in kept:
        text = path.read_text(encoding="utf-8")
        assert text in made, f"{path.name} differs: run tests/bench/golden_letters.py --write and read what changed"
