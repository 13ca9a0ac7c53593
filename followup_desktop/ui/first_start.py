"""The first start: three doors into the program, and a word about where everything stays."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.page import Page
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.door import Door
from followup_desktop.ui.parts.focus import take_focus
from followup_desktop.ui.parts.label import label

HELLO = 2.3
"""Size of the greeting, as a multiple of the system font (LOOK, "Type")."""
DOOR_LEAST = 240
"""The doors stand beside each other where each can be so wide, else under one another (LOOK 9)."""
GAP = 24
SIDE = 24
"""Room at both sides of the doors, for the focus ring and a scroll bar."""


class FirstStart(Page):
    """Asks where the user is today; each door leads somewhere useful at once."""

    coming_wanted = Signal()
    just_had_wanted = Signal()
    sample_wanted = Signal()
    file_wanted = Signal()
    has_strip = False
    has_status = False
    is_about_people = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.header.hide()
        hello = label(self.tr("Hello. Where are you today?"), "display", wrap=True)
        big = look.font("display")
        big.setPixelSize(round(look.font_px() * HELLO))
        hello.setStyleSheet(f"font-size: {big.pixelSize()}px; font-weight: 600")
        hello.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        below = label(
            self.tr("Write the thank-you cards, know when to ask again, keep the people you met."), "letter", "text2", wrap=True
        )
        below.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.coming = Door(
            "calendar",
            "ink",
            self.tr("I have an interview coming up"),
            self.tr("Add the day and the people. When it is over, the app asks how it was."),
            "1",
        )
        self.just_had = Door(
            "card",
            "stamp",
            self.tr("I just had one"),
            self.tr("A few short questions while it is fresh. Then a card for everyone you met, ready to post today."),
            "2",
        )
        self.sample = Door(
            "sample",
            "",
            self.tr("Show me with sample data"),
            self.tr("A scratch notebook with a made-up job hunt. Look around; nothing you do there is kept."),
            "3",
        )
        self.coming.clicked.connect(self.coming_wanted)
        self.just_had.clicked.connect(self.just_had_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self._doors = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._doors.setSpacing(look.px(GAP))
        self._doors.addStretch(1)
        for door in (self.coming, self.just_had, self.sample):
            self._doors.addWidget(door, 0)
        self._doors.addStretch(1)
        self._lay_out(hello, below)

    def _lay_out(self, hello: QLabel, below: QLabel) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(look.px(8), look.px(16), look.px(8), look.px(16))
        column.addStretch(45)
        column.addWidget(hello)
        column.addSpacing(look.px(8))
        column.addWidget(below)
        column.addSpacing(look.px(44))
        column.addLayout(self._doors)
        column.addSpacing(look.px(32))
        column.addLayout(self._file_line())
        column.addStretch(55)
        column.addLayout(self._promise())
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setFocusProxy(self.coming)

    def showEvent(self, event: QShowEvent) -> None:
        """The first door is ready for the keyboard."""
        super().showEvent(event)
        take_focus(self.coming)

    def _file_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(label(self.tr("Have an invitation?"), tone="text2"))
        link = button(self.tr("Open a calendar file (.ics)"), role="link", key="Ctrl+O")
        link.setProperty("key", "")
        link.clicked.connect(self.file_wanted)
        row.addWidget(link)
        row.addWidget(label(self.tr("or drop it anywhere on this window."), tone="text2"))
        row.addStretch(1)
        return row

    def _promise(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        lock = QLabel()
        lock.setPixmap(look.pixmap("lock", "text2", 14))
        row.addStretch(1)
        row.addWidget(lock)
        row.addWidget(label(self.tr("Everything stays on this computer. The app never sends anything."), "caption", "text2"))
        row.addStretch(1)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Doors beside each other where there is room, else rows under one another."""
        super().resizeEvent(event)
        room = self.width() - look.px(2 * SIDE)
        beside = room >= look.px(3 * DOOR_LEAST + 2 * GAP)
        directions = QBoxLayout.Direction
        self._doors.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        for door in (self.coming, self.just_had, self.sample):
            door.set_flat(not beside)
            if beside:
                width = min(look.px(320), (room - look.px(2 * GAP)) // 3)
                door.setFixedWidth(width)
                door.setFixedHeight(max(each.heightForWidth(width) for each in (self.coming, self.just_had, self.sample)))
            else:
                door.setMinimumSize(QSize(0, 0))
                door.setMaximumSize(QSize(min(look.px(560), room), 16_777_215))
