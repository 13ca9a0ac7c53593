"""How the window bears a long job hunt: opening the list, a keystroke in the search, NEXT, and the start: `make bench`.

Prints ratios of CPU time, each the median over rounds in which all take turns. The list is held beside one of a hundred
interviews, the keystroke beside a mere repaint, the start beside a bare PySide6 window in a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # the offscreen platform says what it cannot do

from PySide6.QtWidgets import QApplication

from followup_desktop.core import agenda
from followup_desktop.core.records import (
    Card,
    CardState,
    Channel,
    Interview,
    Note,
    Outcome,
    Person,
    Promise,
    Record,
    Touch,
    added,
    card_id,
)
from followup_desktop.core.words import Words
from followup_desktop.desk.clock import Clock
from followup_desktop.desk.desk import Desk
from followup_desktop.store.notebook import Notebook
from followup_desktop.ui import look
from followup_desktop.ui.interviews import InterviewPanel

ROOT = Path(__file__).resolve().parents[2]
LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 23, 12, 41, tzinfo=LONDON)
FEW = 100
OPEN = 40
"""So many interviews are coming or waited for; all others are over."""
OUTCOMES = {Outcome.REJECTED: 60, Outcome.NO_ANSWER: 28, Outcome.WITHDRAWN: 5, Outcome.DECLINED: 5, Outcome.ACCEPTED: 2}
"""How the others ended, in percent."""
BARE = "from PySide6.QtWidgets import QApplication, QMainWindow\napp = QApplication([])\nwindow = QMainWindow()\n"
OURS = """import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo
from PySide6.QtWidgets import QApplication
from followup_desktop import shipped
from followup_desktop.desk.clock import Clock
from followup_desktop.desk.desk import Desk
from followup_desktop.store.notebook import Notebook
from followup_desktop.ui import look
from followup_desktop.ui.window import Window
app = QApplication([])
look.apply(app, "light")
clock = Clock(datetime(2026, 11, 23, 12, 41, tzinfo=ZoneInfo("Europe/London")))
desk = Desk(Notebook.open(Path(sys.argv[1])), clock, zone="Europe/London", locale="en_GB")
window = Window(desk, shipped.writer, shipped.stocks)
"""
PAINTED = "window.resize(1280, 800)\nwindow.show()\napp.processEvents()\nimport os, time\n"
PAINTED += "print('CPU', time.process_time(), flush=True)\nos._exit(0)\n"


def filled(folder: Path, count: int) -> Notebook:
    """A notebook with so many interviews, two people each, with notes, cards, a promise, and here and there a follow-up."""
    dice = random.Random(7)  # noqa: S311  (the same interviews each time)
    notebook = Notebook.open(folder)
    told: list[Record] = []
    for number in range(count):
        told += _interview(number, dice)
    notebook.apply(added(Words("Fill"), *told))
    return notebook


def _interview(number: int, dice: random.Random) -> list[Record]:
    is_open = number < OPEN
    away = dice.randint(-20, 20) if is_open else -dice.randint(30, 3000)
    start = NOW.replace(tzinfo=None, hour=dice.randint(8, 17), minute=0) + timedelta(days=away)
    company = f"{dice.choice(('Acme', 'Globex', 'Initech', 'Hallbrück AG', 'Kestrel Tools'))} {number // 3}"
    names = [f"{dice.choice(('Hong', 'Tomáš', 'Ngozi', 'Pia'))} {dice.choice(('Nguyen', 'Okafor', 'Brandt'))}" for _ in range(2)]
    people = [
        Person(id=f"p{number}.{at}", name=name, title="Engineer", company=company, email=f"{number}.{at}@acme.example")
        for at, name in enumerate(names)
    ]
    outcome = Outcome.WAITING if is_open else dice.choices([*OUTCOMES], [*OUTCOMES.values()])[0]
    interview = Interview(
        id=f"i{number}",
        company=company,
        role="Engineer",
        start=start,
        zone="Europe/London",
        people=tuple(person.id for person in people),
        outcome=outcome,
        outcome_on=None if is_open else start.date() + timedelta(days=dice.randint(5, 25)),
    )
    key, day = interview.id, start.date()
    told: list[Record] = [*people, interview]
    told += [Note(id=f"n{each.id}", interview=key, person=each.id, text=f"the release train {number}") for each in people]
    told.append(
        Promise(id=f"w{number}", interview=key, words="in two weeks", latest=day + timedelta(days=14), earliest=day, heard=day)
    )
    if away < 0:
        went = start.replace(tzinfo=LONDON) + timedelta(hours=5)
        state = CardState.POSTED
        told += [Card(id=card_id(key, p.id), interview=key, person=p.id, state=state, posted_at=went) for p in people]
    if not is_open and number % 3 == 0:
        asked = day + timedelta(days=17)
        told.append(Touch(id=f"t{number}", interview=key, person=people[0].id, kind=Channel.EMAIL, on=asked))
    return told


def spent(act: Callable[[], object]) -> float:
    """Seconds of CPU that it takes."""
    gc.collect()
    begun = process_time()
    act()
    return max(process_time() - begun, 1e-9)


def opened(folder: Path) -> tuple[Desk, InterviewPanel]:
    """The list of that notebook, read and painted."""
    desk = Desk(Notebook.open(folder), Clock(NOW), zone="Europe/London", locale="en_GB")
    panel = InterviewPanel(desk)
    panel.resize(280, 600)
    panel.show()
    QApplication.processEvents()
    return desk, panel


def open_list(folder: Path, lists: list[tuple[Desk, InterviewPanel]]) -> None:
    """Open the list of that notebook and keep it."""
    lists.append(opened(folder))


def closed(desk: Desk, panel: InterviewPanel) -> None:
    """Let go of them."""
    panel.close()
    panel.deleteLater()
    QApplication.processEvents()
    desk.close()


def started(script: str, compiled: Path, *words: str) -> float:
    """Seconds of CPU until a process of its own has painted its window; as shipped, with its modules `compiled` before."""
    command = [sys.executable, "-c", script + PAINTED, *words]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(compiled)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    return float(done.stdout.partition("CPU ")[2].split()[0])


def measured(few: Path, many: Path, rounds: int) -> dict[str, float]:
    """The ratios, each the median of its rounds."""
    compiled = many.parent / "compiled"
    started(OURS, compiled, str(many))
    found: dict[str, list[float]] = {name: [] for name in ("list open", "keystroke", "next step", "start")}
    for _ in range(rounds):
        lists: list[tuple[Desk, InterviewPanel]] = []
        times = [spent(partial(open_list, folder, lists)) for folder in (few, many)]
        found["list open"].append(times[1] / times[0])
        panel = lists[1][1]
        repaint = spent(lambda panel=panel: panel.view.grab())
        panel.search("okafor")
        found["keystroke"].append(spent(lambda panel=panel: (panel.search("okafor 1"), panel.view.grab())) / repaint)
        steps = [spent(lambda desk=each: next_of(desk)) for each, _ in lists]
        found["next step"].append(steps[1] / steps[0])
        for each in lists:
            closed(*each)
        found["start"].append(started(OURS, compiled, str(many)) / started(BARE, compiled))
    return {name: statistics.median(each) for name, each in found.items()}


def next_of(desk: Desk) -> agenda.Next:
    """What the strip says."""
    return agenda.next_step(desk.cases(), desk.now(), desk.workdays(), desk.laters(), desk.rules(), desk.known())


def main(arguments: list[str]) -> int:
    """Measure with ten times as many as a hundred, and with all. Words for the other scripts of `make bench` are passed over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--interviews", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked, _ = parser.parse_known_args(arguments)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        few = Path(folder) / "few"
        filled(few, min(FEW, asked.interviews)).close()
        for count in dict.fromkeys((max(1, asked.interviews // 10), asked.interviews)):
            many = Path(folder) / str(count)
            filled(many, count).close()
            told = "  ".join(f"{name} {ratio:.2f}" for name, ratio in measured(few, many, asked.rounds).items())
            aims = "(aims: list 1.3 x that of 100, keystroke 1.5 x a repaint, start 1.45 x a bare window)"
            sys.stdout.write(f"a hunt of {count:>5} interviews:  {told}  {aims}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
