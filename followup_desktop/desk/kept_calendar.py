"""The calendar file that is kept up to date in a folder of the user's, for a phone or another calendar to subscribe to.

It is written in the background, a moment after a change and on each new day, whole or not at all, and only where its
content has changed. A folder that is gone or cannot be written is told once and tried again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from followup_desktop.core import agenda
from followup_desktop.core.agenda import Entry
from followup_desktop.core.etiquette import Rules
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Case, Workdays
from followup_desktop.core.staying import Known
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.desk.background import Task
from followup_desktop.desk.desk import Desk
from followup_desktop.store.files import MEGABYTE, atomic_write, read_limited
from followup_desktop.store.trouble import name_of

SETTING = "calendar file"
"""The key of the settings that holds the file's path; empty where none is kept."""
NAME = "Follow-Up Desktop.ics"
"""What the file is called in the folder that the user chooses."""
OURS = b"PRODID:-//followup-desktop//"
"""What stands in every calendar of ours, and in no other."""
WAIT_MS = 2_000
"""How long after a change the file is written: several changes at once are one."""
AGAIN_MINUTES = 5
"""How often a file that could not be written is tried again."""
MOST_BYTES = 20 * MEGABYTE

Make = Callable[[Iterable[Entry], Sequence[Case], datetime, bytes], bytes]
"""Makes the file of entries and cases, at a moment, from what it was before (`exchange.calendar_out.calendar`)."""

FOREIGN = QT_TRANSLATE_NOOP(
    "desk", "“{name}” in that folder is another program’s calendar, so it was left as it is. Choose another folder."
)
GONE = QT_TRANSLATE_NOOP(
    "desk", "The folder of your calendar file is not there, so the file was not written. It is tried again by itself."
)
KEPT_BACK = QT_TRANSLATE_NOOP(
    "desk", "Your calendar file could not be written. The old one is as it was, and it is tried again by itself."
)


@dataclass(frozen=True, slots=True)
class State:
    """All that the file is made of, as plain values for the worker."""

    path: Path
    cases: tuple[Case, ...]
    now: datetime
    workdays: Workdays
    rules: Rules
    known: Known


class KeptCalendar(QObject):
    """Keeps the file of one notebook up to date from `start` to `finish`."""

    written = Signal()
    """The file was looked at, and is up to date."""
    failed = Signal(object)
    """The `Problem` that keeps it from being written, told once until it could be written again."""

    def __init__(self, desk: Desk, make: Make, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._make = desk, make
        self._told: str | None = None
        """The path whose fault was told already."""
        self._minutes = 0
        self._task: Task[None] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT_MS)
        self._soon.timeout.connect(self._write)

    def start(self) -> None:
        """Write it soon, and from now on after each change and on each day."""
        self._desk.changed.connect(lambda _change: self._soon.start())
        self._desk.clock.day_changed.connect(lambda _day: self._soon.start())
        self._desk.clock.minute_changed.connect(self._on_minute)
        self._soon.start()

    def finish(self) -> None:
        """Write what is not written yet, at once: the program ends. A fault now has nobody to be told to."""
        is_due = self._soon.isActive() or self._task is not None
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
        state = self._state() if is_due else None
        if state is not None:
            with suppress(Problem):
                keep(state, self._make)

    def _state(self) -> State | None:
        kept, desk = self._desk.settings.get(SETTING, ""), self._desk
        return State(Path(kept), desk.cases(), desk.now(), desk.workdays(), desk.rules(), desk.known()) if kept else None

    def _write(self) -> None:
        state = self._state()
        if state is None:
            self._told = None
        elif self._task is not None:
            self._soon.start()
        else:
            self._task = self._desk.background.run(
                lambda: keep(state, self._make), lambda _: self._on_written(), lambda problem: self._on_failed(problem, state)
            )

    def _on_minute(self) -> None:
        self._minutes = self._minutes + 1 if self._told is not None else 0
        if self._minutes >= AGAIN_MINUTES:
            self._minutes = 0
            self._write()

    def _on_written(self) -> None:
        self._task, self._told = None, None
        self.written.emit()

    def _on_failed(self, problem: Problem, state: State) -> None:
        self._task = None
        if self._told != str(state.path):
            self._told = str(state.path)
            self.failed.emit(problem)


def keep(state: State, make: Make) -> None:
    """Bring the file up to date. Raises `Problem` where it cannot be written, or where another program's is in its place."""
    before = _before(state.path)
    entries = agenda.all_entries(state.cases, state.now, state.workdays, state.rules, state.known)
    data = make(entries, state.cases, state.now, before)
    if data == before:
        return
    try:
        atomic_write(state.path, data)
    except Problem as fault:
        raise Problem(Words(KEPT_BACK)) from fault


def _before(path: Path) -> bytes:
    """The file as it was written last; empty where there is none yet. Raises `Problem`."""
    try:
        is_there = path.stat().st_size > 0
    except (FileNotFoundError, NotADirectoryError):
        if not path.parent.is_dir():
            raise Problem(Words(GONE)) from None
        return b""
    except OSError as fault:
        raise Problem(Words(KEPT_BACK)) from fault
    before = read_limited(path, MOST_BYTES) if is_there else b""
    if before and OURS not in before:
        raise Problem(Words(FOREIGN, {"name": name_of(path)}))
    return before
