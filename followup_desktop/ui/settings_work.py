"""What the settings page does: each change holds at once, and can be taken back one by one while the page is in front."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from followup_desktop.core.records import Change
from followup_desktop.desk.desk import Desk

T = TypeVar("T", str, int, float, bool, list[object], dict[str, object])

Step = Callable[[], object]


class SettingsWork(QObject):
    """Sets settings and changes who writes, and keeps the way back of both in one order."""

    was_set = Signal(str)
    """The setting of that key has another value."""
    stepped = Signal()
    """There is something else to take back, or to do again."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._back: list[tuple[Step, Step]] = []
        self._again: list[tuple[Step, Step]] = []

    def set(self, key: str, value: T, usual: T) -> None:
        """Set it; the usual value is kept as none at all."""
        before = self._desk.settings.get(key, usual)
        if before != value:
            self.act(lambda: self._put(key, value, usual), lambda: self._put(key, before, usual))

    def do(self, change: Change) -> None:
        """Change who writes."""
        if change.pairs and self._desk.do(change):
            self._keep(self._desk.redo, self._desk.undo)

    def act(self, step: Step, back: Step) -> None:
        """Do a step that `back` takes back."""
        step()
        self._keep(step, back)

    def undo(self) -> bool:
        """Take the last one back; False where there is none."""
        if not self._back:
            return False
        step, back = self._back.pop()
        back()
        self._again.append((step, back))
        self.stepped.emit()
        return True

    def redo(self) -> bool:
        """Do again what was taken back last; False where there is nothing."""
        if not self._again:
            return False
        step, back = self._again.pop()
        step()
        self._back.append((step, back))
        self.stepped.emit()
        return True

    def can_undo(self) -> bool:
        """Whether `undo` has something to take back."""
        return bool(self._back)

    def can_redo(self) -> bool:
        """Whether `redo` has something to do again."""
        return bool(self._again)

    def forget(self) -> None:
        """The page is left: what was changed there is done."""
        self._back, self._again = [], []

    def _keep(self, step: Step, back: Step) -> None:
        self._back.append((step, back))
        self._again = []
        self.stepped.emit()

    def _put(self, key: str, value: object, usual: object) -> None:
        self._desk.set_setting(key, None if value == usual else value)
        self.was_set.emit(key)
