"""All parts in all states on one sheet, to be held beside the designer's: ``python tests/ui/gallery.py [folder]``.

Writes parts-light.png, parts-dark.png and the same at 200 % into build/gallery or the folder named.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from followup_desktop.core.insight import PromiseCase, Reply, Sent, Word
from followup_desktop.core.records import CardState
from followup_desktop.places import resource
from followup_desktop.ui import look
from followup_desktop.ui.insight_pictures import CardsRing, PromiseStrip, ReplyDots
from followup_desktop.ui.look import font, px, tone
from followup_desktop.ui.parts.avatar import Avatar
from followup_desktop.ui.parts.bar import LEAVE_OUT, Bar
from followup_desktop.ui.parts.button import button, icon_button
from followup_desktop.ui.parts.chip import Chip
from followup_desktop.ui.parts.controls import paint_button
from followup_desktop.ui.parts.door import Door
from followup_desktop.ui.parts.key_caps import KeyCaps
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.nag_meter import NagMeter
from followup_desktop.ui.parts.next_strip import NextStrip
from followup_desktop.ui.parts.painting import box, focus_ring
from followup_desktop.ui.parts.panel import Panel, column
from followup_desktop.ui.parts.promise_line import PromiseLine
from followup_desktop.ui.parts.rings import CardRing, PersonRing
from followup_desktop.ui.parts.segments import Segments
from followup_desktop.ui.parts.status_line import StatusLine
from followup_desktop.ui.parts.switch import Switch

_State = QStyle.StateFlag
P, W, D, R = CardState.POSTED, CardState.TO_WRITE, CardState.DRAFTED, CardState.PRINTED


class Frozen(QWidget):
    """A button held in one state, whatever mouse and keyboard do."""

    def __init__(self, words: str, role: str, state: str) -> None:
        super().__init__()
        self.model = button(words, role=role)
        self.state = state

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's own name)
        return self.model.sizeHint() + QSize(2 * px(5), 2 * px(5))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's own name)
        del event
        option = QStyleOptionButton()
        option.initFrom(self.model)
        option.text = self.model.text()
        room = px(5)
        option.rect = self.rect().adjusted(room, room, -room, -room)
        option.state = _State.State_None if self.state == "disabled" else _State.State_Enabled
        option.state |= {"hover": _State.State_MouseOver, "pressed": _State.State_Sunken}.get(self.state, _State.State_None)
        with QPainter(self) as painter:
            paint_button(painter, option, self.model)
            if self.state == "focus":
                focus_ring(painter, option.rect, px(6))


class Colours(QWidget):
    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's own name)
        return QSize(px(370), px(6 * 44))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's own name)
        del event
        with QPainter(self) as painter:
            for number, name in enumerate(look.TOKENS):
                x, y = number % 6 * px(61), number // 6 * px(44)
                box(painter, QRect(x, y, px(53), px(24)), px(4), tone(name), tone("line_strong"))
                painter.setFont(font("small"))
                painter.setPen(tone("text2"))
                painter.drawText(QPoint(x, y + px(36)), name)


def _row(*widgets: QWidget, gap: int = 8) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(gap))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row


def _under(widget: QWidget, words: str) -> QWidget:
    holder = QWidget()
    stack = QVBoxLayout(holder)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(px(2))
    stack.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    stack.addWidget(label(words, "small", "text2"), 0, Qt.AlignmentFlag.AlignHCenter)
    return holder


def _head(words: str) -> QLabel:
    made = label(words, "name", "text2")
    made.setFont(font("caption"))
    return made


def _left() -> Panel:
    panel = Panel()
    rows = column(panel)
    rows.addWidget(_head("Buttons"))
    for words, role in (("Write", "primary"), ("Open", ""), ("Later", "flat")):
        states = ("normal", "hover", "pressed", "focus", "disabled")
        rows.addLayout(_row(*(_under(Frozen(words, role, state), state) for state in states), gap=2))
    rows.addWidget(_head("Fields"))
    fields = [QLineEdit("Leeds"), QLineEdit("Leeds"), QLineEdit("Nguyn")]
    fields[1].setObjectName("focused")
    fields[2].setProperty("fault", True)
    fields[2].addAction(look.icon("warning", "brick"), QLineEdit.ActionPosition.TrailingPosition)
    for field in fields:
        field.setFixedWidth(px(106))
    rows.addLayout(_row(*fields))
    segments = Segments((("month", "Month"), ("week", "Week"), ("agenda", "Agenda")), "View")
    segments.set_current("month")
    on, off = Switch("On"), Switch("Off")
    on.setChecked(True)
    rows.addLayout(_row(segments, on, off, KeyCaps("Ctrl+F")))
    rows.addWidget(_head("Palette"))
    rows.addWidget(Colours())
    rows.addWidget(_head("Type"))
    for kind, words in (("display", "How was Acme?"), ("page", "Tomáš Řehák"), ("title", "November 2026")):
        rows.addLayout(_row(label(words, kind), label(kind, "small", "text2")))
    rows.addStretch()
    return panel


def _middle() -> Panel:
    panel = Panel()
    rows = column(panel)
    rows.addWidget(_head("Card ring"))
    rings: list[tuple[QWidget, str]] = []
    for states, icon, words in (
        ((P, W, W), "", "1 of 3"),
        ((P, P, P), "", "all posted"),
        ((W, W), "", "2 owed"),
        ((P, P, P, P, W, W), "", "4 of 6"),
        ((P,) * 7 + (W,) * 3, "", "7 of 10"),
        ((), "calendar", "coming"),
        ((), "sprout", "touch"),
    ):
        ring = CardRing()
        ring.set(states, icon)
        rings.append((ring, words))
    rows.addLayout(_row(*(_under(ring, words) for ring, words in rings)))
    persons = ((W, "to write"), (D, "drafted"), (R, "printed"), (P, "posted"))
    small = CardRing(small=True)
    small.set((P, W, W))
    rows.addLayout(_row(*(_under(PersonRing(state), words) for state, words in persons), _under(small, "small"), gap=14))
    rows.addWidget(_head("Chips"))
    rows.addLayout(_row(Chip("To write", "card", "stamp"), Chip("Drafted", "pen"), Chip("Printed", "print")))
    rows.addLayout(_row(Chip("Posted 12:10", "posted", "ink"), Chip("Quiet until Mon 7 Dec", "quiet")))
    rows.addLayout(_row(Chip("Not saved yet", "warning", "brick")))
    rows.addWidget(_head("Promise line"))
    for interview, theirs, floor, best in (
        (date(2026, 11, 23), date(2026, 12, 3), date(2026, 12, 4), date(2026, 12, 7)),
        (date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 27)),
        (date(2026, 11, 23), date(2026, 12, 31), date(2027, 1, 4), date(2027, 1, 5)),
        (date(2026, 11, 23), None, date(2026, 11, 30), date(2026, 12, 2)),
    ):
        line = PromiseLine()
        line.set(interview, theirs, floor, best)
        rows.addWidget(line)
    rows.addWidget(_head("Asked so far"))
    meters = [NagMeter(), NagMeter(), NagMeter()]
    for meter, used in zip(meters, (0, 1, 3), strict=True):
        meter.set(used)
    rows.addLayout(_row(*meters, gap=20))
    names = ("Hong Nguyen", "Tomáš Řehák", "李小龍", "Dr Ngozi Okafor")
    rows.addLayout(_row(*(Avatar(name) for name in names), *(Avatar(name, small=True) for name in names)))
    rows.addStretch()
    return panel


def _icons() -> Panel:
    panel = Panel()
    rows = column(panel)
    rows.addWidget(_head("Icons on a 20 px grid"))
    grid = QGridLayout()
    names = sorted(path.stem for path in resource("icons").glob("*.svg") if path.stem != "app")
    for number, name in enumerate(names):
        picture = QLabel()
        picture.setPixmap(look.pixmap(name, "text"))
        grid.addWidget(_under(picture, name), number // 8, number % 8)
    rows.addLayout(grid)
    return panel


def _insight() -> Panel:
    panel = Panel()
    rows = column(panel)
    rows.addWidget(_head("Insight"))
    ring, strip, dots = CardsRing(), PromiseStrip(), ReplyDots()
    ring.set([Sent.IN_TIME] * 6 + [Sent.LATER] * 2 + [Sent.NOT_SENT, Sent.OPEN, Sent.UNKNOWN], "Cards")
    day = date(2026, 12, 4)
    answers = ((Word.KEPT, -4), (Word.KEPT, 0), (Word.LATER, 6), (Word.NEVER, None), (Word.OPEN, None))
    strip.set([PromiseCase("", "Acme", day, word, days) for word, days in answers], date(2026, 12, 12), "Promises")
    dots.set([Reply.ANSWERED, Reply.ANSWERED, Reply.NONE_NOTED, Reply.OPEN], "Replies")
    beside = QVBoxLayout()
    beside.addWidget(strip)
    beside.addWidget(dots)
    row = QHBoxLayout()
    row.addWidget(ring)
    row.addLayout(beside, 1)
    rows.addLayout(row)
    return panel


def _bars() -> Panel:
    panel = Panel()
    rows = column(panel)
    rows.addWidget(_head("Bars"))
    strip = NextStrip()
    strip.set("Post 2 cards for Acme", "by 17:00.", "Done", can_wait=False)
    rows.addWidget(strip)
    rows.addWidget(Bar("undo", "Hallbrück AG moved to Thu 3 Dec.", answers=[("undo", "Undo")]))
    answers = [("me", "I did"), ("them", "Tomáš"), (LEAVE_OUT, "Leave it out")]
    rows.addWidget(Bar("question", "Who loved it, you or Tomáš?", answers=answers))
    rows.addWidget(Bar("error", "The disk is full.", "Your words are safe.", [("again", "Try again")]))
    progress = QProgressBar()
    progress.setTextVisible(False)
    progress.setValue(62)
    row = _row(progress, label("Making 3 PDFs", "caption", "text2"), button("Stop", role="flat", small=True))
    rows.addLayout(row)
    rows.addLayout(_row(button("Write cards", "card", "primary"), button("Interview", "plus"), icon_button("sort", "Sort")))
    status = StatusLine()
    status.set_saved("Saved 12:41")
    status.set_owed("2 cards owed  ·  1 question allowed")
    rows.addWidget(status)
    rows.addStretch()
    return panel


def sheet() -> QWidget:
    """The whole gallery."""
    whole = QWidget()
    outer = QVBoxLayout(whole)
    outer.setContentsMargins(px(16), px(12), px(16), px(12))
    outer.setSpacing(px(12))
    strip = NextStrip()
    reason = "Tomáš Řehák and Ngozi Okafor are still waiting. Post them by 17:00."
    strip.set("Write 2 cards for Acme.", reason, "Write cards", "card")
    outer.addWidget(strip)
    columns = QHBoxLayout()
    columns.setSpacing(px(12))
    right = QVBoxLayout()
    right.setDirection(QBoxLayout.Direction.TopToBottom)
    right.addWidget(_icons())
    right.addWidget(_insight())
    right.addWidget(_bars(), 1)
    columns.addWidget(_left())
    columns.addWidget(_middle())
    columns.addLayout(right)
    outer.addLayout(columns, 1)
    doors = QHBoxLayout()
    doors.setSpacing(px(24))
    for icon, family, title, words, digit in (
        (
            "calendar",
            "ink",
            "I have an interview coming up",
            "Add the day and the people. The evening before, print envelopes and a sheet for your pocket.",
            "1",
        ),
        (
            "card",
            "stamp",
            "I just had one",
            "Five short questions while it is fresh. Then a card for everyone you met, ready to post today.",
            "2",
        ),
        (
            "sample",
            "",
            "Show me with sample data",
            "A scratch notebook with a made-up job hunt. Look around; nothing you do there is kept.",
            "3",
        ),
    ):
        doors.addWidget(Door(icon, family, title, words, digit))
    outer.addLayout(doors)
    return whole


def main(folder: Path) -> None:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    for size in (13, 26):
        system = QFont("Inter")
        system.setPixelSize(size)
        app.setFont(system)
        for scheme in ("light", "dark"):
            look.apply(app, scheme)
            shown = sheet()
            shown.resize(shown.sizeHint().expandedTo(QSize(px(1240), px(800))))
            shown.show()
            shown.activateWindow()
            field = shown.findChild(QLineEdit, "focused")
            assert field is not None
            field.setFocus()
            app.processEvents()
            shown.grab().save(str(folder / f"parts-{scheme}{'' if size == 13 else '-200'}.png"))
            shown.close()
            shown.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build/gallery"))
