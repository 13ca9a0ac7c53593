"""Faults of ours: one window with a report to copy, and a line in the log. Never two at once."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout

import followup_desktop
from followup_desktop.core.problems import Problem
from followup_desktop.desk.kept_backups import Backup, Inside
from followup_desktop.ui import look
from followup_desktop.ui.form import fit_screen
from followup_desktop.ui.language import moment_words, said
from followup_desktop.ui.parts.label import label

log = logging.getLogger("followup_desktop")


class _Watch(QObject):
    """Takes faults from any thread to the main one."""

    came = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("watch")
        self._shown = False
        self.came.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def _show(self, report: str) -> None:
        """Show the first fault; the others only go to the log: a fault in painting comes at every repaint."""
        if self._shown:
            return
        self._shown = True
        window = FaultWindow(report)
        window.exec()
        window.deleteLater()
        self._shown = False


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What went wrong, for us: the places in the code, never what was in the notebook (so: no words of the fault)."""
    lines = [
        f"  {frame.filename.rpartition('followup_desktop')[2] or frame.name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    about = f"Follow-Up Desktop {followup_desktop.__version__}, Python {platform.python_version()}, {platform.platform()}"
    return "\n".join((about, *lines, kind.__name__))


def watch() -> None:
    """From now on every fault of ours ends in the log and in one window."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    watcher = _Watch(app)

    def came(kind: type[BaseException], _fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        report = report_of(kind, trace)
        log.error("%s", report)
        watcher.came.emit(report)

    sys.excepthook = came
    threading.excepthook = lambda args: came(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)


class FaultWindow(QDialog):
    """Says that something of ours broke, that the notebook is safe, and offers a report."""

    def __init__(self, report: str) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Something broke"))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(16))
        column.setSpacing(look.px(12))
        column.addWidget(label(self.tr("Something in the app broke."), "title"))
        told = self.tr(
            "What you have written is on disk. The report below names places in the program and nothing from your notebook."
        )
        column.addWidget(label(told, wrap=True))
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Report"))
        column.addWidget(self.report)
        buttons = QDialogButtonBox()
        copy = QPushButton(self.tr("Copy the report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        close = QPushButton(self.tr("Go on"))
        buttons.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        column.addWidget(buttons)
        fit_screen(self, 560, 360)


def offers_backup(problem: Problem, kept: Backup, inside: Inside, now: datetime) -> bool:
    """A notebook that cannot be opened: say so, and offer its newest good backup. True when that is to be put in its place."""
    when = moment_words(kept.made.astimezone(now.tzinfo), now.date())
    window = QDialog()
    window.setWindowTitle(QCoreApplication.translate("faults", "Follow-Up Desktop"))
    column = QVBoxLayout(window)
    column.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(16))
    column.setSpacing(look.px(12))
    column.addWidget(label(said(problem.what), "name", wrap=True))
    translate = QCoreApplication.translate
    one, many = translate("faults", "1 interview"), translate("faults", "{0} interviews").format(inside.interviews)
    alone, people = translate("faults", "1 person"), translate("faults", "{0} people").format(inside.people)
    told = translate(
        "faults",
        "There is a good backup of {0}, with {1} and {2}. "
        "When it is put in place, the damaged notebook stays beside it under another name.",
    ).format(when, one if inside.interviews == 1 else many, alone if inside.people == 1 else people)
    column.addWidget(label(told, wrap=True))
    buttons = QDialogButtonBox()
    put = QPushButton(QCoreApplication.translate("faults", "Put the backup in place"))
    put.setProperty("role", "primary")
    put.setDefault(True)
    buttons.addButton(put, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.addButton(QCoreApplication.translate("faults", "Close"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(window.accept)
    buttons.rejected.connect(window.reject)
    column.addWidget(buttons)
    fit_screen(window, 520, 200)
    return window.exec() == QDialog.DialogCode.Accepted


def show_problem(problem: Problem) -> int:
    """A fault of the world that keeps the window from opening: one plain sentence, then the exit status 2."""
    words = said(problem.what)
    print(f"followup-desktop: {words}", file=sys.stderr)  # noqa: T201  (there is no window to say it in)
    window = QDialog()
    window.setWindowTitle(QCoreApplication.translate("faults", "Follow-Up Desktop"))
    column = QVBoxLayout(window)
    column.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(16))
    column.addWidget(label(words, wrap=True))
    buttons = QDialogButtonBox()
    close = buttons.addButton(QCoreApplication.translate("faults", "Close"), QDialogButtonBox.ButtonRole.AcceptRole)
    close.setDefault(True)
    buttons.accepted.connect(window.accept)
    column.addWidget(buttons)
    window.exec()
    return 2
