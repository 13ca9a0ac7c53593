"""The left of the debrief: the steps, somebody else, and the keys; a row of circles on top where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.ui import look
from followup_desktop.ui.debrief_steps import Step, Steps
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.key_caps import KeyCaps
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.scrolling import scrolling

WIDTH = 232
NO_LIMIT = 16_777_215


class DebriefSide(QWidget):
    """Shows the steps of one debrief and goes to the one that is chosen."""

    chosen = Signal(str)
    person_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people, self.asking = Steps(), Steps()
        for each in (self.people, self.asking):
            each.chosen.connect(self.chosen)
        self.somebody = button(self.tr("Somebody else"), "plus", "flat", small=True, tip=self.tr("Add a person who was there"))
        self.somebody.setAccessibleName(self.tr("Somebody else"))
        self.somebody.clicked.connect(self.person_wanted)
        inside = QWidget()
        self._steps = QBoxLayout(QBoxLayout.Direction.TopToBottom, inside)
        self._steps.setContentsMargins(0, 0, 0, 0)
        self._steps.setSpacing(look.px(4))
        self._steps.addWidget(self.people)
        self._steps.addWidget(self.somebody, 0, Qt.AlignmentFlag.AlignLeft)
        self._steps.addSpacing(look.px(8))
        self._steps.addWidget(self.asking)
        self._steps.addStretch(1)
        self._hints = self._build_hints()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroll = scrolling(inside)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._hints)

    def _build_hints(self) -> QWidget:
        hints = QWidget()
        column = QVBoxLayout(hints)
        column.setContentsMargins(look.px(12), look.px(8), 0, look.px(12))
        column.setSpacing(look.px(4))
        for keys, words in (
            ("Tab", self.tr("next box")),
            ("Ctrl+Down", self.tr("next person")),
            ("Ctrl+Enter", self.tr("write the cards")),
        ):
            row = QHBoxLayout()
            row.setSpacing(look.px(4))
            row.addWidget(KeyCaps(keys))
            row.addWidget(label(words, "caption", "text2"))
            row.addStretch(1)
            column.addLayout(row)
        return hints

    def show_steps(self, people: Sequence[Step], asking: Sequence[Step], current: str) -> None:
        """Show how far each is, the current one marked."""
        self.people.show_steps(people, current)
        self.asking.show_steps(asking, current, len(people) + 1)
        self._fit()
        QTimer.singleShot(0, self, self._show_current)  # once what was added has its place

    def _show_current(self) -> None:
        """Scroll to the step that is on the page, with a look at the one after it."""
        made = self.people.current() or self.asking.current()
        if made is not None:
            self._scroll.ensureWidgetVisible(made, 0, made.height())

    def set_narrow(self, *, narrow: bool) -> None:
        """A row of circles, or a column beside the sheet."""
        directions = QBoxLayout.Direction
        for each in (self.people, self.asking):
            each.set_compact(compact=narrow)
        self._steps.setDirection(directions.LeftToRight if narrow else directions.TopToBottom)
        self.somebody.setText("" if narrow else self.tr("Somebody else"))
        self._hints.setVisible(not narrow)
        self._is_narrow = narrow
        self.setMinimumWidth(0 if narrow else look.px(WIDTH))
        self.setMaximumWidth(NO_LIMIT if narrow else look.px(WIDTH))
        self._fit()

    _is_narrow = False

    def _fit(self) -> None:
        """As high as its row of circles."""
        high = self._steps.minimumSize().height() if self._is_narrow else NO_LIMIT
        self._scroll.setMaximumHeight(high)
        self.setMaximumHeight(high)
        scroll_bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self._is_narrow else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(scroll_bar)
        self._scroll.setHorizontalScrollBarPolicy(scroll_bar if not self._is_narrow else Qt.ScrollBarPolicy.ScrollBarAsNeeded)
