"""Sections of the settings: a sheet with a head and rows, each with its words at the left and its control at the right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from followup_desktop.core.find import folded
from followup_desktop.ui import look
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.panel import Hairline, Panel

ROW, LOW = 56, 36
SIDE, SIDE_NARROW = 20, 12
SMALL = 120
"""A control no wider than this stays beside its words."""


class Row(QWidget):
    """One setting. The words below its name say what it does; `find` are further words that the search knows it by."""

    def __init__(self, name: str, hint: str = "", controls: Sequence[QWidget] = (), find: str = "", *, low: bool = False) -> None:
        super().__init__()
        self._name, self._find, self._low = name, find, low
        self.hint = label(hint, "caption", "text2", wrap=True)
        self.hint.setVisible(bool(hint))
        words = QVBoxLayout()
        words.setSpacing(look.px(1))
        words.addStretch(1)
        words.addWidget(label(name, wrap=True))
        words.addWidget(self.hint)
        words.addStretch(1)
        self._controls = QHBoxLayout()
        self._controls.setSpacing(look.px(8))
        for each in controls:
            self._controls.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        self._inner = QWidget()
        self._inner.setMinimumHeight(look.px(LOW if low else ROW))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inner)
        self._box.addLayout(words, 1)
        self._box.addLayout(self._controls)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addWidget(self._inner)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.arrange(narrow=False)

    def say(self, hint: str) -> None:
        """Other words below its name."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def words(self) -> str:
        """Everything that it is found by."""
        return folded(f"{self._name} {self.hint.text()} {self._find}")

    def arrange(self, *, narrow: bool) -> None:
        """The control at the right of its words, or under them; a switch has room beside them always."""
        side = look.px(SIDE_NARROW if narrow else SIDE)
        over = look.px(4 if self._low else 8)
        self._box.setContentsMargins(side, over, side, over)
        self._box.setSpacing(look.px(6 if narrow else 16))
        direction = QBoxLayout.Direction
        under = narrow and self._controls.sizeHint().width() > look.px(SMALL)
        self._box.setDirection(direction.TopToBottom if under else direction.LeftToRight)
        left = Qt.AlignmentFlag.AlignLeft if under else Qt.AlignmentFlag(0)
        self._box.setAlignment(self._controls, left)


class Section(Panel):
    """Settings that belong together."""

    def __init__(self, name: str, told: str) -> None:
        super().__init__()
        self.name = name
        self.setAccessibleName(name)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(look.px(SIDE), look.px(16), look.px(SIDE), look.px(12))
        head.setSpacing(look.px(2))
        head.addWidget(label(name, "title", wrap=True))
        head.addWidget(label(told, tone="text2", wrap=True))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._told = told
        self._rows: list[Row] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, row: Row) -> Row:
        """One more row."""
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def rows(self) -> Iterator[Row]:
        """Its rows, in their order."""
        return iter(self._rows)

    def refresh(self) -> None:
        """Show everything as it is set now."""

    def finish(self) -> None:
        """Take what is still being typed."""

    def arrange(self, *, narrow: bool) -> None:
        """Controls beside their words, or under them."""
        side = look.px(SIDE_NARROW if narrow else SIDE)
        layout = self._head.layout()
        assert layout is not None
        layout.setContentsMargins(side, look.px(12), side, look.px(10))
        for row in self._rows:
            row.arrange(narrow=narrow)

    def show_found(self, words: Sequence[str]) -> int:
        """Show only the rows in which words begin with each of these, all for none; how many there are."""
        head = folded(f"{self.name} {self._told}")
        found = 0
        for row in self._rows:
            fits = all(re.search(rf"(?<!\w){re.escape(word)}", f"{head} {row.words()}") for word in words)
            row.setVisible(fits)
            found += fits
        return found
