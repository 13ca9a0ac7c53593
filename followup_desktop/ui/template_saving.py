"""Templates go to disk as they are typed; what cannot be written stays in memory and is tried again, nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from followup_desktop.core.problems import Problem
from followup_desktop.desk.desk import Desk
from followup_desktop.ui.note_box import SaveClock
from followup_desktop.ui.unsaved import AGAIN_MS


class TemplateSaving(SaveClock):
    """Keeps what stands in each template and is not on disk yet, and knows what was last seen there."""

    changed = Signal()
    """Something could not be written, or everything is on disk again."""
    failed = Signal(object)
    """The `Problem` that kept words off the disk."""
    elsewhere = Signal(str)
    """The file that another program has changed while it was being typed into here: nothing is written over it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: dict[str, str] = {}
        self._seen: dict[str, str] = {}
        self._asked: set[str] = set()
        self.has_failed = False
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.save)
        self.due.connect(self.save)

    @property
    def kept(self) -> Mapping[str, str]:
        """What is not on disk, by file."""
        return self._kept

    def saw(self, file: str, text: str) -> None:
        """That file holds `text` on disk."""
        self._seen[file] = text

    def keep(self, file: str, text: str) -> None:
        """`text` now stands in that template; it is written soon."""
        self._kept[file] = text
        self.typed()

    def forget(self, file: str) -> None:
        """That template is gone, or shown as it is on disk: nothing is kept for it."""
        self._kept.pop(file, None)
        self._seen.pop(file, None)
        self._asked.discard(file)
        self._tell(failed=self.has_failed and bool(self._kept))

    def write_over(self, file: str) -> None:
        """What stands here counts, whatever another program has written there."""
        self._asked.discard(file)
        text = self.on_disk(file)
        if text is not None:
            self._seen[file] = text
        self.save()

    def on_disk(self, file: str) -> str | None:
        """What that file holds now; None where it is gone or cannot be read."""
        try:
            return next((each.text for each in self._desk.templates.all() if each.file == file and each.fault is None), None)
        except Problem:
            return None

    def save(self) -> None:
        """Write everything that is kept, but for what another program has changed meanwhile."""
        self.saved()
        problem: Problem | None = None
        for file, text in tuple(self._kept.items()):
            there = self.on_disk(file)
            if there is not None and there not in (self._seen.get(file, there), text):
                self._ask(file)
                continue
            try:
                self._desk.templates.save(file, text)
            except Problem as fault:
                problem = fault
                continue
            del self._kept[file]
            self._seen[file] = text
            self._asked.discard(file)
            self.tell_saved()
        self._tell(failed=bool(self._kept))
        if problem is not None:
            self.failed.emit(problem)

    def tell_saved(self) -> None:
        """Something of a template is on disk as of now."""
        self._desk.last_saved = self._desk.now()
        self._desk.saved.emit()

    def _ask(self, file: str) -> None:
        if file not in self._asked:
            self._asked.add(file)
            self.elsewhere.emit(file)

    def _tell(self, *, failed: bool) -> None:
        """Say so where words could not be written, or all are on disk again."""
        before, self.has_failed = self.has_failed, failed
        if self.has_failed:
            self._again.start()
        else:
            self._again.stop()
        if before != self.has_failed:
            self.changed.emit()
