"""How fast the month and the week turn, beside an empty QCalendarWidget that turns its month: `make bench`.

Prints ratios of CPU time, each the median over rounds in which yardstick and candidate take turns, for this computer is not
alone. A turn is the switch with its query, and the painting of it into a picture of the same size.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # the offscreen platform says what it cannot do

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QCalendarWidget, QWidget

from followup_desktop.core.records import Interview, added
from followup_desktop.core.words import Words
from followup_desktop.desk.clock import Clock
from followup_desktop.desk.desk import Desk
from followup_desktop.store.notebook import Notebook
from followup_desktop.ui import look
from followup_desktop.ui.calendar import MONTH, WEEK, CalendarPanel

NOW = datetime(2026, 11, 23, 12, 41, tzinfo=ZoneInfo("Europe/London"))
SIZE = QSize(914, 624)
AROUND = -1095, 365
"""Days from today over which the interviews are strewn: a thousand of them are one for each business day of four years."""
TURNS = 20
TARGET = 2.5
"""What is aimed at for the month at 1,000 events, as a multiple of the yardstick."""


def filled(folder: Path, count: int) -> Notebook:
    """A notebook with `count` interviews in the days of `AROUND`."""
    choice = random.Random(7)  # noqa: S311  (the same interviews each time)
    notebook = Notebook.open(folder)
    made = []
    for number in range(count):
        hour = NOW.replace(tzinfo=None, hour=choice.randint(8, 17), minute=choice.choice((0, 15, 30)))
        start = hour + timedelta(days=choice.randint(*AROUND))
        company = f"{choice.choice(('Acme', 'Globex', 'Initech', 'Hallbrück AG', 'Kestrel Tools'))} {number}"
        made.append(Interview(id=f"i{number}", company=company, role="Engineer", start=start, zone="Europe/London"))
    notebook.apply(added(Words("Fill"), *made))
    return notebook


def turns(widget: QWidget, turn: Callable[[int], object], count: int) -> float:
    """Seconds of CPU for so many turns there and back, each painted."""
    gc.collect()
    begun = process_time()
    for number in range(count):
        turn(1 if number % 2 == 0 else -1)
        QApplication.processEvents()
        widget.grab()
    return process_time() - begun


def panel(desk: Desk, view: str) -> CalendarPanel:
    """The calendar in that view, shown."""
    shown = CalendarPanel(desk)
    shown.resize(SIZE)
    shown.show()
    shown.show_view(view)
    return shown


def measured(desk: Desk, rounds: int, count: int) -> dict[str, float]:
    """The ratios of month and week to the yardstick."""
    empty = QCalendarWidget()
    empty.resize(SIZE)
    empty.show()
    month, week = panel(desk, MONTH), panel(desk, WEEK)
    candidates: dict[str, tuple[QWidget, Callable[[int], object]]] = {
        "yardstick": (empty, lambda step: empty.showNextMonth() if step > 0 else empty.showPreviousMonth()),
        "month": (month.month, month.go),
        "week": (week.week, week.go),
    }
    for widget, turn in candidates.values():
        turns(widget, turn, 4)
    ratios: dict[str, list[float]] = {"month": [], "week": []}
    for _ in range(rounds):
        taken = {name: turns(widget, turn, count) for name, (widget, turn) in candidates.items()}
        for name, found in ratios.items():
            found.append(taken[name] / max(taken["yardstick"], 1e-9))
    for widget in (empty, month, week):
        widget.close()
    return {name: statistics.median(found) for name, found in ratios.items()}


def main(arguments: list[str]) -> int:
    """Measure with no interviews, a tenth of them, and all. Words for the other scripts of `make bench` are passed over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--interviews", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=7)
    asked, _ = parser.parse_known_args(arguments)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look.apply(app, "light")
    for count in (0, asked.interviews // 10, asked.interviews):
        with tempfile.TemporaryDirectory() as folder:
            desk = Desk(filled(Path(folder) / "notebook", count), Clock(NOW), zone="Europe/London", locale="en_GB")
            ratios = measured(desk, asked.rounds, TURNS)
            told = "  ".join(f"{name} {ratio:.2f}" for name, ratio in ratios.items())
            aim = f"(aim for the month: {TARGET})"
            sys.stdout.write(f"calendar, {count:>5} interviews, x an empty QCalendarWidget:  {told}  {aim}\n")
            desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
