"""What wants a look before a letter is printed: stops first, then warnings; a quiet line when all is well."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from followup_desktop.core.records import Finding, Level
from followup_desktop.ui import look
from followup_desktop.ui.card_words import Fix
from followup_desktop.ui.language import said
from followup_desktop.ui.parts.button import button, icon_button
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.panel import Hairline, Panel

MOST = 4
"""So many findings are shown at once; the rest is counted."""
ROW = 44
ICONS = {Level.STOP: ("stop", "stamp"), Level.WARNING: ("warning", "stamp"), None: ("check-circle", "ink")}


class FindingsPanel(Panel):
    """Shows findings, each with a fix where there is one. A warning can be dismissed."""

    fix_wanted = Signal(object, object)
    """The `Finding` whose button was pressed, and its `Fix`."""
    dismissed = Signal(object)
    """The `Finding` that the user does not want to see again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: tuple[object, ...] = ()

    def show_findings(self, findings: Sequence[tuple[Finding, tuple[Fix, ...]]], all_well: str) -> None:
        """Show these findings, each with what can be done about it; `all_well` closes the list."""
        shown = (tuple((each.code, each.sentence, said(each.words), fixes) for each, fixes in findings), all_well)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for finding, fixes in findings[:MOST]:
            self._add_finding(finding, fixes)
        if len(findings) > MOST:
            self._add(None, self.tr("and {0} more").format(len(findings) - MOST))
        elif all_well:
            self._add(None, all_well)
        self.setVisible(self._column.count() > 0)

    def _add_finding(self, finding: Finding, fixes: tuple[Fix, ...]) -> None:
        words = said(finding.words)
        row = self._add(finding.level, words)
        for fix in fixes:
            made = button(fix.words, small=True, tip=fix.tip)
            made.setAccessibleDescription(words)
            made.clicked.connect(partial(self._want, finding, fix))
            row.addWidget(made)
        if finding.level is Level.WARNING:
            away = icon_button("close", self.tr("Do not say this again"), small=True)
            away.clicked.connect(lambda: self.dismissed.emit(finding))
            row.addWidget(away)

    def _want(self, finding: Finding, fix: Fix, _checked: object = None) -> None:
        self.fix_wanted.emit(finding, fix)

    def _add(self, level: Level | None, words: str) -> QHBoxLayout:
        if self._column.count():
            self._column.addWidget(Hairline())
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(look.px(14), look.px(4), look.px(8), look.px(4))
        row.setSpacing(look.px(8))
        line.setMinimumHeight(look.px(ROW))
        icon = QLabel()
        icon.setFixedSize(QSize(look.px(18), look.px(16)))
        icon.setPixmap(look.pixmap(*ICONS[level]))
        icon.setAccessibleName(self.tr("must be fixed first") if level is Level.STOP else "")
        row.addWidget(icon)
        row.addWidget(label(words, tone="text" if level is not None else "text2", wrap=True), 1)
        self._column.addWidget(line)
        return row
