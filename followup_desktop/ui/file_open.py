"""Files that the system hands to the running program: macOS opens a document by an event, not on the command line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication


class FileOpen(QObject):
    """Hears from now on, as long as `app` lives, which files the program is to open."""

    asked = Signal(list)
    """The paths of the files, a list of text, as `Window.come_forward` takes them."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what asks for a file; leave everything else."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked.emit([event.file()])
            return True
        return super().eventFilter(watched, event)
