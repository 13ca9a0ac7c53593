"""What wants a look before a letter is printed: stops first, then warnings; a quiet line when all is well."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from followup_desktop.core.records import Finding, Level
from followup_desktop.ui import look
from followup_desktop.ui.language import said
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.panel import Hairline, Panel

MOST = 4
"""So many findings are shown at once; the rest is counted."""


class FindingsPanel(Panel):
    """Shows findings, each with a fix where there is one."""

    fix_wanted = Signal(str)
    """The code of the finding whose button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: tuple[object, ...] = ()

    def show_findings(self, findings: Sequence[Finding], all_well: str, fixes: dict[str, str]) -> None:
        """Show these findings; `fixes` are the words on the button by the finding's code; `all_well` closes the list."""
        shown = (tuple((each.code, said(each.words)) for each in findings), all_well, tuple(fixes.items()))
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for finding in findings[:MOST]:
            self._add(finding.level, said(finding.words), finding.code, fixes.get(finding.code, ""))
        if len(findings) > MOST:
            self._add(None, self.tr("and {0} more").format(len(findings) - MOST), "", "")
        elif all_well:
            self._add(None, all_well, "", "")

    def _add(self, level: Level | None, words: str, code: str, fix: str) -> None:
        if self._column.count():
            self._column.addWidget(Hairline())
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(look.px(14), look.px(6), look.px(10), look.px(6))
        row.setSpacing(look.px(10))
        line.setMinimumHeight(look.px(44))
        icon = QLabel()
        name, tone = {Level.STOP: ("stop", "stamp"), Level.WARNING: ("info", "text2"), None: ("check-circle", "ink")}[level]
        icon.setPixmap(look.pixmap(name, tone))
        icon.setAccessibleName(self.tr("must be fixed first") if level is Level.STOP else "")
        row.addWidget(icon)
        row.addWidget(label(words, tone="text" if level is not None else "text2", wrap=True), 1)
        if fix:
            made = button(fix, small=True)
            made.clicked.connect(lambda: self.fix_wanted.emit(code))
            row.addWidget(made)
        self._column.addWidget(line)
