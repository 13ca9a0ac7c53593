#!/usr/bin/env python3
"""How much dearer the installed start is than that from source: ``start_ratio.py PROGRAM [--rounds N]``; aimed at 1.5 at most.

CPU time from the start until the window has come to rest, without a screen, on an empty notebook; the two take turns, since
this computer is not alone. PROGRAM is the frozen one, such as dist/followup-desktop/followup-desktop.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = 1.5
STILL = 0.6
"""Seconds without work after which a window has come to rest; what it does 250 ms after its first paint is over then."""
LONGEST = 60
TICK = os.sysconf("SC_CLK_TCK")


def worked(process: int) -> float:
    """Seconds of CPU that a process has used so far."""
    fields = Path("/proc", str(process), "stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def start(command: Sequence[str | Path], folder: str) -> float:
    """Seconds of CPU from the start of a program until it rests; it is ended then."""
    here = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": folder, "PYTHONPATH": str(ROOT)}
    words = [str(each) for each in (*command, "--data", folder)]
    with subprocess.Popen(words, env=here, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        seen, since, end = 0.0, time.monotonic(), time.monotonic() + LONGEST
        while time.monotonic() - since < STILL and time.monotonic() < end:
            time.sleep(0.02)
            now = worked(process.pid)
            if now > seen or now == 0:
                seen, since = now, time.monotonic()
        process.kill()
    return seen


def main() -> None:
    """Measure what the command line names, and print the medians and their ratio."""
    words = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    words.add_argument("program", type=Path)
    words.add_argument("--rounds", type=int, default=9)
    given = words.parse_args()
    ways: dict[str, Sequence[str | Path]] = {
        "from source": (sys.executable, "-m", "followup_desktop"),
        "installed": (given.program.resolve(),),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(given.rounds + 1):
            for name, command in ways.items():
                taken = start(command, folder)
                if turn:  # the first fills the computer's caches
                    times[name].append(taken)
    source, installed = (statistics.median(each) for each in times.values())
    print(f"start from source {source:.2f} s, installed {installed:.2f} s of CPU: {installed / source:.2f} (at most {TARGET})")


if __name__ == "__main__":
    main()
