"""What was typed and could not be written, such as on a full disk: kept in memory, and tried again until it is on disk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from followup_desktop.core.records import Change
from followup_desktop.desk.desk import Desk

AGAIN_MS = 10_000
"""How long to wait before another attempt."""


class Unsaved(QObject):
    """Saves what is typed, field by field. What fails stays here, so that a page may show something else meanwhile."""

    changed = Signal()
    """Something is kept that was not, or the other way round."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: dict[str, tuple[object, Callable[[], Change | None]]] = {}
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.retry)

    def __bool__(self) -> bool:
        """True while something is not on disk."""
        return bool(self._kept)

    def words(self, field: str) -> object | None:
        """What was typed into that field and is not on disk."""
        kept = self._kept.get(field)
        return None if kept is None else kept[0]

    def save(self, field: str, words: object, change: Callable[[], Change | None]) -> bool:
        """Write what now stands in a field; False where it is only kept here, and tried again.

        `change` makes the change from the notebook as it is then; None where what it belonged to is gone.
        """
        before = bool(self._kept)
        self._kept[field] = words, change
        made = change()
        is_done = made is None or self._desk.do_typing(field, made)
        if is_done:
            self._kept.pop(field, None)
        if self._kept:
            self._again.start()
        else:
            self._again.stop()
        if before != bool(self._kept):
            self.changed.emit()
        return is_done

    def retry(self) -> None:
        """Try everything again, until the first that fails."""
        for field, (words, change) in tuple(self._kept.items()):
            if not self.save(field, words, change):
                return
