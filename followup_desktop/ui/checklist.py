"""What to take along to an interview and to ask there, on its page: a box to tick for each point, until it is over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.core import before, changes
from followup_desktop.core.before import Point
from followup_desktop.core.records import Case
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.language import said
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import label, set_tone, tooltip
from followup_desktop.ui.parts.panel import Panel, column


class Checklist(Panel):
    """The list of one interview that is ahead; nothing is shown of any other."""

    kit_wanted = Signal()
    """The list is wanted on paper, with the rest of the kit."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._case: Case | None = None
        self.lines: dict[str, PointLine] = {}
        """The lines by their points' keys, in their order."""
        self._column = column(self, top=14, spacing=6)
        self._open = label(tone="text2")
        self.kit = button(
            self.tr("Save the kit"), "kit", small=True, tip=self.tr("This list on a sheet for the pocket, cards and envelopes")
        )
        self.kit.clicked.connect(self.kit_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, look.px(4))
        head.setSpacing(look.px(8))
        head.addWidget(label(self.tr("Before you go"), "name"))
        head.addWidget(self._open, 1)
        head.addWidget(self.kit)
        self._column.addLayout(head)
        self.setAccessibleName(self.tr("Before you go"))
        self.hide()

    def show_case(self, case: Case) -> None:
        """Show the list of that interview while it is ahead."""
        self._case = case
        points = before.points(case)
        for point in points:
            if point.key not in self.lines:
                line = PointLine(point.key)
                line.ticked.connect(self._tick)
                self._column.addWidget(line)
                self.lines[point.key] = line
            self.lines[point.key].show_point(point)
        left = sum(not point.done for point in points)
        self._open.setText(self.tr("{0} open").format(left) if left else self.tr("all done"))
        self.setVisible(before.is_ahead(case, self._desk.now()))

    def _tick(self, key: str, ticked: bool) -> None:
        """Keep it; where that could not be written, the box says so."""
        case = self._case
        if case is not None and not self._desk.do(changes.point_ticked(case, key, ticked=ticked)):
            self.show_case(case)


class PointLine(QWidget):
    """One point. Space or a press ticks it off, and takes the tick away again; what is known already stays ticked."""

    ticked = Signal(str, bool)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.clicked.connect(lambda on: self.ticked.emit(key, on))
        self._words = label(wrap=True)
        self._words.setBuddy(self.box)
        self._known = label(kind="caption", tone="text2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words)
        words.addWidget(self._known)
        row.addLayout(words, 1)

    def show_point(self, point: Point) -> None:
        """Show that point as it stands."""
        words, known = said(point.words), said(point.known) if point.known is not None else ""
        self._words.setText(words)
        set_tone(self._words, "text2" if point.done else "text")
        self._known.setText(known)
        self._known.setVisible(bool(known))
        self.box.setChecked(point.done)
        self.box.setEnabled(not known)
        self.box.setAccessibleName(" ".join(part for part in (words, known) if part))
        self.box.setToolTip(tooltip(self.tr("Not done after all") if point.done else self.tr("Done"), self.tr("Space")))
