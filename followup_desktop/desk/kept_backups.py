"""The backups of one notebook, made by themselves: at the start if something has changed, then every half hour of work.

They are made, looked at and copied to a second place in the background; what must be kept before an act is kept at once.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from PySide6.QtCore import QObject, Signal

from followup_desktop.core.erasing import Who
from followup_desktop.core.problems import Problem
from followup_desktop.desk.background import Background, Task
from followup_desktop.desk.clock import Clock
from followup_desktop.store import backup, checking, erase, restore
from followup_desktop.store.backup import Backup, Why
from followup_desktop.store.checking import Check
from followup_desktop.store.erase import Backups as Erased
from followup_desktop.store.restore import Inside
from followup_desktop.store.settings import Settings

__all__ = ["Backup", "Check", "Erased", "Inside", "KeptBackups", "Why"]

SECOND = "second place"
"""The key of the settings that holds the folder of the second place; empty where there is none."""
SECOND_NAME = "second place name"
"""The key of the settings that holds the name of this notebook's own folder in the second place."""
EVERY_MINUTES = 30
"""How much time passes between two backups of work at the least (SAFETY)."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What came of one round: a new backup or none, what kept it out of the second place, and a fault of ours."""

    backup: Backup | None = None
    second: Problem | None = None
    broken: Exception | None = None


class KeptBackups(QObject):
    """Makes and tells of the backups of the notebook in `folder`; nothing is made by itself before `start`."""

    changed = Signal()
    """There is another backup, or something else to tell about the second place."""
    failed = Signal(object)
    """The `Problem` that kept a backup from being made: told once, until one could be made again."""

    def __init__(
        self, folder: Path, settings: Settings, background: Background, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._settings, self._background, self._clock = folder, settings, background, clock
        self._is_changed = False
        self._minutes = 0
        self._task: Task[_Made] | None = None
        self._is_asked = False
        """True when one was asked for while another was being made."""
        self._is_told = False
        self.fault: Problem | None = None
        """Why the last backup could not be made; None where it could."""
        self.second_fault: Problem | None = None
        """Why not every backup is in the second place; None where they are, or where there is no such place."""

    def start(self) -> None:
        """Make one now if something has changed, and from now on after half an hour with changes."""
        self._clock.minute_changed.connect(self._on_minute)
        self.make(Why.START)

    def note_change(self) -> None:
        """Something is in the notebook that no backup has."""
        self._is_changed = True

    def all(self) -> tuple[Backup, ...]:
        """The backups, the newest first; none where their folder cannot be looked into."""
        with suppress(Problem):
            return backup.all_in(backup.folder_of(self._folder), self._clock.now())
        return ()

    @property
    def newest(self) -> Backup | None:
        """The newest backup; None where there is none."""
        return next(iter(self.all()), None)

    @property
    def second(self) -> str:
        """The folder of the second place; empty where there is none."""
        return self._settings.get(SECOND, "")

    @property
    def copies(self) -> Path | None:
        """This notebook's own folder in the second place, where other computers may keep theirs; None without such a place."""
        if not self.second:
            return None
        name = self._settings.get(SECOND_NAME, "")
        if not name:
            name = f"followup-{token_hex(4)}"
            self._settings.set(SECOND_NAME, name)
        return Path(self.second) / name

    def make(self, why: Why) -> None:
        """Make one in the background; one that was asked for is made though nothing has changed.

        While another is being made nothing is done; one that was asked for is made after it.
        """
        if self._task is not None:
            self._is_asked = self._is_asked or why is Why.ASKED
            return
        folder, now, copies = self._folder, self._clock.now(), self.copies
        self._is_changed, self._minutes = False, 0

        def work() -> _Made:
            try:
                return _made(folder, now, why, copies)
            except Problem:
                raise
            except Exception as fault:  # noqa: BLE001  (raised again by `_on_made`, after which rounds go on)
                return _Made(broken=fault)

        self._task = self._background.run(work, self._on_made, self._on_failed)

    def keep(self, why: Why) -> None:
        """Make one at once, before an act that changes much. Raises `Problem`: then the act must not be done."""
        backup.make(self._folder, self._clock.now(), why)
        self.changed.emit()

    def erase(self, whom: Who, done: Callable[[Erased], object], failed: Callable[[Problem], object]) -> None:
        """Take a person who is no longer in the notebook out of all backups too."""
        copies = self.copies
        if copies is not None and not copies.is_dir():
            copies = None if copies.parent.is_dir() else copies.parent  # nothing was copied yet, or the stick is not there
        folders = erase.folders_of(self._folder, str(copies or ""))

        def finished(told: Erased) -> None:
            done(told)
            self.changed.emit()

        self._background.run(lambda: erase.from_backups(folders, whom), finished, failed)

    def look_inside(self, path: Path, done: Callable[[Inside], object], failed: Callable[[Problem], object]) -> Task[Inside]:
        """Tell what the backup in that file holds, or why it cannot be put in place; the task can be given up."""
        folder = self._folder
        return self._background.run(lambda: restore.inside(path, folder), done, failed)

    def check(self, done: Callable[[Check], object], failed: Callable[[Problem], object]) -> None:
        """Look at the notebook and all backups from end to end."""
        folder = self._folder
        self._background.run(lambda: checking.check(folder), done, failed)

    def _on_minute(self) -> None:
        self._minutes += 1
        if self._minutes >= EVERY_MINUTES and (self._is_changed or self.fault is not None or self.second_fault is not None):
            self.make(Why.WORK)

    def _on_made(self, made: _Made) -> None:
        self._task = None
        if made.broken is not None:
            self._is_changed = True
            self._follow_up()
            raise made.broken
        self.fault, self._is_told, self.second_fault = None, False, made.second
        self._follow_up()

    def _on_failed(self, problem: Problem) -> None:
        self._task, self.fault, self._is_changed = None, problem, True
        if not self._is_told:
            self._is_told = True
            self.failed.emit(problem)
        self._follow_up()

    def _follow_up(self) -> None:
        """Tell that a round is over, and make what was asked for meanwhile."""
        is_asked, self._is_asked = self._is_asked, False
        if is_asked:
            self.make(Why.ASKED)
        self.changed.emit()


def _made(folder: Path, now: datetime, why: Why, copies: Path | None) -> _Made:
    """One round, in the worker. Raises `Problem` where no backup could be made."""
    made = backup.make(folder, now, why, always=why is Why.ASKED)
    if copies is not None:
        try:
            backup.copied(backup.folder_of(folder), copies, now)
        except Problem as problem:
            return _Made(made, problem)
    return _Made(made)
