"""The worker's side of the table: what lies there is made beside the window, and the newest wish wins."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Finding
from followup_desktop.desk.background import Task
from followup_desktop.desk.desk import Desk
from followup_desktop.paper.impose import Panel
from followup_desktop.ui import card_table
from followup_desktop.ui.card_table import Made, Table


class CardMaking(QObject):
    """Has one thing at a time made; `last` is what came of it, until something else is wanted."""

    made = Signal(object)
    """The `Made` that was wanted last."""
    problem = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task[Made] | None = None
        self.last: Made | None = None

    def ask(self, table: Table, panel: Panel, page: int, dpi: float) -> None:
        """Have that made, and nothing that was asked for before."""
        self.cancel()
        run = self._desk.background.run
        self._task = run(lambda: card_table.make(table, panel, page, dpi), self._on_made, self._on_problem)

    def cancel(self) -> None:
        """What is being made is not wanted any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def forget(self) -> None:
        """What was made last does not lie on the table any more."""
        self.last = None

    def findings(self) -> tuple[Finding, ...]:
        """What paper says against the letter that is shown."""
        return self.last.findings if self.last is not None else ()

    def other_hand(self) -> str:
        """A hand that has every letter, where the chosen one lacks some; else empty."""
        return self.last.other_hand if self.last is not None else ""

    def _on_made(self, made: Made) -> None:
        self._task, self.last = None, made
        self.made.emit(made)

    def _on_problem(self, problem: Problem) -> None:
        self._task = None
        self.problem.emit(problem)
