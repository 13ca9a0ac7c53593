"""Noting a word with somebody: at once by the way of last time, put right afterwards where it was otherwise."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from followup_desktop.core import etiquette, keeping
from followup_desktop.core.records import Channel, Outcome, Person, Touch
from followup_desktop.core.staying import Stay
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.language import said
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.day_field import DayField
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.segments import Segments
from followup_desktop.ui.reason_line import ReasonLine
from followup_desktop.ui.weeks import weeks


class TouchLog(QWidget):
    """One press notes a word of today; a second one opens its details. Too soon a question wants a reason (E9 to E11)."""

    noted = Signal(str)
    """A word was noted; what to say about it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stay: Stay | None = None
        self._last: Touch | None = None
        self._why = ReasonLine()
        self._why.given.connect(self._note)
        self._why.left.connect(self.hide)
        self.ways = Segments(
            (
                (Channel.CALL.value, self.tr("Phone")),
                (Channel.EMAIL.value, self.tr("E-mail")),
                (Channel.VISIT.value, self.tr("In person")),
                (Channel.LETTER.value, self.tr("Letter")),
            ),
            self.tr("How was it?"),
            small=True,
        )
        self.day = DayField(desk.today(), self.tr("Day"))
        self.about = QLineEdit()
        self.about.setPlaceholderText(self.tr("what it was about, for your own memory"))
        self.about.setAccessibleName(self.tr("What it was about"))
        self.about.returnPressed.connect(self._put_right)
        self.save = button(self.tr("Put it right"), "check", small=True)
        self.leave = button(self.tr("Leave it"), role="flat", small=True)
        self.save.clicked.connect(self._put_right)
        self.leave.clicked.connect(self._close)
        self._details = QWidget()
        self._lay_out()
        self._close()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for part in (self.day, self.save, self.leave):
            row.addWidget(part)
        row.addStretch(1)
        inside = QVBoxLayout(self._details)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(8))
        self._title = label(kind="caption", tone="text2")
        ways = QHBoxLayout()
        ways.addWidget(self.ways)
        ways.addStretch(1)
        inside.addWidget(self._title)
        inside.addLayout(ways)
        inside.addWidget(self.about)
        inside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._why)
        column.addWidget(self._details)

    def show_person(self, stay: Stay | None) -> None:
        """Note words with that person from now on."""
        if stay is None or self._stay is None or stay.person.id != self._stay.person.id:
            self._last = None
            self._why.close_up()
            self._close()
        self._stay = stay

    def log(self) -> None:
        """Note a word of today; asked again, open the details of the one that was just noted."""
        if self._stay is None:
            return
        touch = self._known_last()
        if touch is not None:
            self._open(touch)
            return
        person, today, now = self._stay.person, self._desk.today(), self._desk.now()
        case = keeping.case_of_word(person, self._desk.cases(), now)
        soon = None
        if case is not None and case.interview.outcome in (Outcome.WAITING, Outcome.OFFER):
            soon = etiquette.too_soon(case, today, self._desk.workdays(), self._desk.rules())
        if soon is None:
            self._note("")
        else:
            self.show()
            self._why.ask(said(soon, today))

    def _known_last(self) -> Touch | None:
        """The word that was just noted, while it is there and of today."""
        if self._last is None or self._last.on != self._desk.today():
            return None
        there = (*self._desk.touches(), *(touch for case in self._desk.cases() for touch in case.touches))
        return next((touch for touch in there if touch.id == self._last.id), None)

    def _note(self, reason: str) -> None:
        assert self._stay is not None
        person, kind = self._stay.person, usual_way(self._stay, self._desk)
        change, touch = keeping.word_noted(person, self._desk.cases(), kind, self._desk.today(), self._desk.now(), reason)
        self._close()
        if self._desk.do(change):
            self._last = touch
            self.noted.emit(self.told(person, kind))

    def told(self, person: Person, kind: Channel) -> str:
        """What a bar says of it."""
        words = {
            Channel.CALL: self.tr("You spoke with {0} by phone. L again changes that."),
            Channel.EMAIL: self.tr("You wrote to {0} by e-mail. L again changes that."),
            Channel.LETTER: self.tr("You wrote {0} a letter. L again changes that."),
            Channel.VISIT: self.tr("You met {0}. L again changes that."),
        }[kind]
        return words.format(person.name)

    def _open(self, touch: Touch) -> None:
        self._last = touch
        self._title.setText(self.tr("The word you just noted"))
        self.ways.set_current(touch.kind.value)
        self.day.begin_weeks_on(weeks(self._desk).first)
        self.day.set_day(touch.on)
        self.about.setText(touch.reason)
        self.show()
        self._details.show()
        self.ways.cell(touch.kind.value).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _put_right(self) -> None:
        touch = self._known_last()
        if touch is not None:
            day = min(self.day.day(), self._desk.today())
            kind = Channel(self.ways.current() or touch.kind.value)
            after = replace(touch, kind=kind, on=day, reason=" ".join(self.about.text().split()))
            self._desk.do(keeping.word_edited(touch, after))
            self._last = after
        self._close()

    def _close(self) -> None:
        self._details.hide()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the details."""
        if event.key() == Qt.Key.Key_Escape and self._details.isVisible():
            self._close()
        else:
            super().keyPressEvent(event)


def usual_way(stay: Stay, desk: Desk) -> Channel:
    """The way of last time with that person; else by what is known of them (E17), else by phone: "we just spoke"."""
    own = [touch for case in stay.cases for touch in case.touches if touch.person == stay.person.id]
    own += [touch for touch in desk.touches() if touch.person == stay.person.id]
    last = max(own, key=lambda touch: touch.on, default=None)
    return last.kind if last is not None else etiquette.channel(stay.person) or Channel.CALL
