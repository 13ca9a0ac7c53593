"""How a printer stands once it has taken a job: out of paper, paused, not to be reached. CUPS is asked, and may say nothing."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.ui.printing import Printer

FIRST_MS, PATIENCE_MS, KILL_MS = 2500, 5000, 500
"""When a printer is asked: by then it has begun, and says what it lacks. How long CUPS may take to answer, and to end."""
TROUBLES = (
    ("media-empty", QT_TRANSLATE_NOOP("printing", "“{printer}” has it and is out of paper. It prints when there is some.")),
    ("media-needed", QT_TRANSLATE_NOOP("printing", "“{printer}” has it and waits for this paper. It prints when it is in.")),
    ("media-jam", QT_TRANSLATE_NOOP("printing", "Paper is stuck in “{printer}”. The job waits there.")),
    ("cover-open", QT_TRANSLATE_NOOP("printing", "“{printer}” is open. The job waits there.")),
    ("door-open", QT_TRANSLATE_NOOP("printing", "“{printer}” is open. The job waits there.")),
    ("(toner|marker-supply)-empty", QT_TRANSLATE_NOOP("printing", "“{printer}” has no ink left. The job waits there.")),
    ("offline|connecting-to-device|timed-out|shutdown", QT_TRANSLATE_NOOP(
        "printing", "“{printer}” cannot be reached just now. The job waits for it; stop it in the system’s settings."
    )),
    ("paused|disabled since", QT_TRANSLATE_NOOP("printing", "“{printer}” is paused. The job waits until it goes on.")),
)  # fmt: skip
"""What `lpstat` says of a printer (IPP, "printer-state-reasons"), the gravest first, and what it means."""


class Standing(QObject):
    """Asks once how a printer stands; `told` comes only where something is wrong."""

    told = Signal(object)
    """The `Words` about it."""

    def __init__(self, printer: Printer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._process = QProcess(self)
        QTimer.singleShot(FIRST_MS, self, self._ask)

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._process.kill()
        self._process.waitForFinished(KILL_MS)
        self.deleteLater()

    def _ask(self) -> None:
        words = QProcessEnvironment.systemEnvironment()
        words.insert("LC_ALL", "C")
        self._process.setProcessEnvironment(words)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(lambda _: self.deleteLater())
        QTimer.singleShot(PATIENCE_MS, self, self._process.kill)
        self._process.start("lpstat", ["-l", "-p", self._printer.name])

    def _on_finished(self) -> None:
        told = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        trouble = trouble_in(told, self._printer.name)
        if trouble:
            self.told.emit(Words(trouble, {"printer": self._printer.words}))
        self.deleteLater()


def trouble_in(told: str, name: str) -> str:
    """The sentence about what `lpstat -l -p NAME` says; empty where all is well."""
    first, *more = told.removeprefix(f"printer {name}").splitlines() or [""]
    about = [first, *(line for line in more if line.strip().lower().startswith(("alerts:", "paused")))]
    return next((text for pattern, text in TROUBLES if re.search(pattern, "\n".join(about).lower())), "")
