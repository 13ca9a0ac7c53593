"""The sheet of the debrief: one person with three boxes, then what was said about the decision."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from followup_desktop.core.records import Box, Person
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.decision import Decision
from followup_desktop.ui.note_box import NoteBox
from followup_desktop.ui.note_field import HEIGHT, NoteField
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.avatar import Avatar
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.flow import FlowLayout
from followup_desktop.ui.parts.label import ElidedLabel, label
from followup_desktop.ui.parts.panel import Hairline, Panel

LABEL_WIDTH = 136
SIDE, SIDE_NARROW = 32, 14
WIDEST = 80
"""Width of label and boxes together in em, at most (LOOK 9)."""


class Labelled(QWidget):
    """A field with its name before it, or above it where the window is narrow."""

    def __init__(self, words: str, field: QWidget, high: int, buddy: QWidget | None = None) -> None:
        super().__init__()
        self.name = label(words, "field")
        self._high = high
        if buddy is not None:
            self.name.setBuddy(buddy)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(field, 1)

    def set_narrow(self, width: int, *, narrow: bool) -> None:
        """Put the name above, or before in a column of that width, on the line of the field's first words."""
        directions, sides = QBoxLayout.Direction, Qt.AlignmentFlag
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._row.setSpacing(look.px(2 if narrow else 16))
        self.name.setAlignment((sides.AlignLeft if narrow else sides.AlignRight) | sides.AlignVCenter)
        self.name.setMinimumSize(0 if narrow else width, 0 if narrow else look.px(self._high))


class DebriefSheet(Panel):
    """Holds the fields; what becomes of them is the page's business."""

    spelling_wanted = Signal()
    people_named = Signal(str)
    """Names with commas between: who was there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.boxes = {
            Box.ENJOYED: NoteBox(self.tr("What I enjoyed"), self.tr("what they told you, what you liked")),
            Box.LEARNED: NoteBox(self.tr("What I learned"), self.tr("about their work, their advice")),
            Box.PROMISED: NoteBox(self.tr("What I promised"), self.tr("send my write-up")),
        }
        self.decision = Decision(desk)
        self.who = NoteField(self.tr("Who was there?"), self.tr("names, with commas between"), single=True)
        self.who.left.connect(self._on_named)
        self._who_row = Labelled(self.tr("Who was there?"), self.who, HEIGHT, self.who)
        names = (self.tr("What I enjoyed"), self.tr("What I learned"), self.tr("What I promised"))
        self._box_rows = [Labelled(name, box, HEIGHT, box.field) for name, box in zip(names, self.boxes.values(), strict=True)]
        self._words_row = Labelled(self.tr("Their words"), self.decision, HEIGHT, self.decision.field)
        self._asks_row = Labelled(self.tr("May I follow up?"), self.decision.asks, measures.BUTTON)
        self._rows = (self._who_row, *self._box_rows, self._words_row, self._asks_row)
        self._person = self._build_person()
        self._starters = self._build_starters()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(look.px(10))
        for part in (self._person, self._starters, self._who_row, *self._box_rows):
            self._column.addWidget(part)
        self._column.addWidget(Hairline())
        self._column.addSpacing(look.px(6))
        self._column.addWidget(self._words_row)
        self._column.addWidget(self._asks_row)
        self._column.addStretch(1)
        self._inside = inside
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(1)
        around.addWidget(inside, 1000)
        around.addStretch(1)

    def _build_person(self) -> QWidget:
        self._avatar = Avatar("")
        self._name, self._detail = ElidedLabel(kind="page"), ElidedLabel(tone="text2")
        self.spelling = button(self.tr("Check the spelling"), "pen", "flat", tip=self.tr("Name, title and how to address them"))
        self.spelling.setAccessibleName(self.tr("Check the spelling"))
        self.spelling.clicked.connect(self.spelling_wanted)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._detail)
        row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(names, 1)
        row.addWidget(self.spelling)
        return made

    def _build_starters(self) -> QWidget:
        """One key each begins a note of its kind (UI, "Debrief")."""
        buttons = QWidget()
        row = FlowLayout(buttons, gap=2)
        for words, box, start in (
            (self.tr("&They told me…"), Box.ENJOYED, self.tr("told me about ")),
            (self.tr("&We both…"), Box.ENJOYED, self.tr("we both ")),
            (self.tr("They were &kind about…"), Box.ENJOYED, self.tr("was kind about ")),
            (self.tr("I p&romised…"), Box.PROMISED, ""),
            (self.tr("&Advice:"), Box.LEARNED, self.tr("advice: ")),
        ):
            starter = button(words, role="flat", small=True, tip=self.tr("Begin a note with these words"))
            starter.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            starter.pressed.connect(partial(self._start, box, start))  # a click by key comes 100 ms later: keys would stray
            row.addWidget(starter)
        made = QWidget()
        self._starters_row = QHBoxLayout(made)
        self._starters_row.setContentsMargins(0, 0, 0, 0)
        self._starters_row.setSpacing(0)
        self._starters_gap = QLabel()
        self._starters_row.addWidget(self._starters_gap)
        self._starters_row.addWidget(buttons, 1)
        return made

    def _start(self, kind: Box, words: str) -> None:
        """Begin a note of that kind: the caret goes to its box, on a line that begins with these words."""
        field = self.boxes[kind].field
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.begin_line(words)

    def _on_named(self) -> None:
        words = self.who.words()
        if words and not self._who_row.isHidden():
            self.who.set_lines([])
            self.people_named.emit(words)

    def show_person(self, met: Person | None) -> None:
        """Show who is asked about; None where nobody is known to have been there."""
        for part in (self._person, self._starters, *self._box_rows):
            part.setVisible(met is not None)
        self._who_row.setVisible(met is None)
        if met is not None:
            self._avatar.set(met.name)
            self._name.setText(met.name)
            parts = (met.title, met.pronoun, self.tr("“Dear {0}”").format(met.address_as or met.name))
            self._detail.setText(" · ".join(part for part in parts if part))

    def set_narrow(self, *, narrow: bool) -> None:
        """Names above their fields, smaller margins, fewer words."""
        side, above = look.px(SIDE_NARROW if narrow else SIDE), look.px(12 if narrow else 18)
        self._column.setContentsMargins(side, above, side, above)
        self._inside.setMaximumWidth(WIDEST * look.font_px() + 2 * side)
        width = max(look.px(LABEL_WIDTH), *(row.name.sizeHint().width() for row in self._rows))
        for row in self._rows:
            row.set_narrow(width, narrow=narrow)
        self._starters_gap.setFixedWidth(0 if narrow else width + look.px(16))
        self._starters_gap.setVisible(not narrow)
        self.spelling.setText("" if narrow else self.tr("Check the spelling"))

    def stops(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        return [self.who, *(each.field for each in self.boxes.values()), *self.decision.stops()]
