"""The three rooms of the studio and where they stand: people, letter, card side by side, or one of three tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from followup_desktop.core.records import Case, Stock
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.card_side import CardSide
from followup_desktop.ui.findings_panel import FindingsPanel
from followup_desktop.ui.letter_panel import LetterPanel
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.scrolling import scrolling
from followup_desktop.ui.parts.segments import Segments
from followup_desktop.ui.studio_offers import StudioOffers, offers, one_for_all
from followup_desktop.ui.studio_people import CardLine, StudioPeople

PEOPLE, LETTER, CARD = "people", "letter", "card"
NO_LIMIT = 16_777_215
PEOPLE_WIDTH = 196
LETTER_LEAST = 360
CARD_LEAST = 268
LEAST_HEIGHT = 190
"""Height in design pixels below which the whole page scrolls."""
WIDE, NARROW = 84, 60
"""Widths in em below which the people are a list to choose from, and the rooms are tabs (LOOK 9)."""
SHORT = 26
"""Height of the page in em below which the findings stand below the letter, in the same scrolling."""


class _Column(QWidget):
    """A room that takes the height there is, however its words wrap: what is too long scrolls inside it."""

    def hasHeightForWidth(self) -> bool:
        return False


class StudioRooms(QWidget):
    """Holds the rooms of the studio; it fills the page it is made for."""

    person_chosen = Signal(str)
    card_wanted = Signal(str, str)
    """Somebody who is owed no card may get one: the person, and the occasion."""

    def __init__(self, desk: Desk, stocks: Callable[[], tuple[Stock, ...]], page: QWidget) -> None:
        super().__init__(page)
        self.letter_panel, self.findings = LetterPanel(), FindingsPanel()
        self.card = CardSide(desk, stocks)
        self.people = StudioPeople()
        self.people.chosen.connect(self.person_chosen)
        self.people_choice = QComboBox()
        self.people_choice.setAccessibleName(self.tr("Whose card"))
        self.people_choice.activated.connect(lambda _: self.person_chosen.emit(self.people_choice.currentData()))
        self.tabs = Segments(
            ((PEOPLE, self.tr("People")), (LETTER, self.tr("Letter")), (CARD, self.tr("Card"))), self.tr("What to show")
        )
        self.tabs.set_current(LETTER)
        self.tabs.chosen.connect(lambda _: self._show_tab())
        self._is_narrow = self._is_wide = False
        self._current = ""
        self._side = self._build_side()
        self._middle = _Column()
        self._down = QVBoxLayout(self._middle)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(look.px(12))
        self._down.addWidget(self.people_choice)
        self._down.addWidget(self.letter_panel, 1)
        self._down.addWidget(self.findings)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self._side)
        row.addWidget(self._middle, 1)
        row.addWidget(self.card)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(8))
        outer.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addLayout(row, 1)
        fill = QVBoxLayout(page)
        fill.setContentsMargins(0, 0, 0, 0)
        fill.addWidget(scrolling(self))

    def _build_side(self) -> QScrollArea:
        self._panel_words = label(kind="small", tone="text2")
        self._panel_words.setContentsMargins(look.px(12), 0, 0, 0)
        self.one_for_all, self.offers = StudioOffers(), StudioOffers()
        for each in (self.one_for_all, self.offers):
            each.wanted.connect(self.card_wanted)
        hint = label(
            self.tr("Interviewers compare notes, so each card says something of its own."), "caption", "text2", wrap=True
        )
        hint.setContentsMargins(look.px(10), 0, 0, 0)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, look.px(4), 0, look.px(4))
        column.setSpacing(look.px(8))
        column.addWidget(self._panel_words)
        column.addWidget(self.one_for_all)
        column.addWidget(self.people)
        column.addWidget(self.offers)
        column.addStretch(1)
        column.addWidget(hint)
        return scrolling(inside)

    def show_case(self, case: Case) -> None:
        """Say whose panel this is, and which cards could be written too."""
        count = len(case.interviewers)
        people = self.tr("1 person") if count == 1 else self.tr("{0} people").format(count)
        self._panel_words.setText(f"{case.interview.company} · {people}")
        self.offers.show_offers(offers(case))
        self.one_for_all.show_offers(one_for_all(case))

    def show_people(self, lines: Sequence[CardLine], current: str) -> None:
        """Show how far everybody's card is."""
        self.people.show_lines(lines, current)
        self.people_choice.clear()
        for each in lines:
            self.people_choice.addItem(self.tr("{0}: {1}").format(each.name, each.words), each.person)
        self.people_choice.setCurrentIndex(self.people_choice.findData(current))
        if current != self._current:
            self._current = current
            QTimer.singleShot(0, self, self._show_current)  # once what was added has its place

    def _show_current(self) -> None:
        """Scroll to the person whose letter is on the page, with a look at the one after."""
        row = self.people.current()
        if row is not None:
            self._side.ensureWidgetVisible(row, 0, row.height())

    def arrange(self, width: int, height: int) -> None:
        """Find a place for each room in a page of that size."""
        em = look.font_px()
        self._is_narrow = width < NARROW * em
        self._is_wide = width >= WIDE * em
        inside = self._is_narrow or height < SHORT * em
        if inside != self.letter_panel.holds(self.findings):
            if inside:
                self.letter_panel.hold(self.findings)
            else:
                self._down.addWidget(self.findings)
        card = self.card.best_width(height)
        room = width - look.px(24 + (PEOPLE_WIDTH if self._is_wide else 0) + LETTER_LEAST)
        fixed = max(look.px(CARD_LEAST), min(card, room))
        self.card.setMinimumWidth(0 if self._is_narrow else fixed)
        self.card.setMaximumWidth(NO_LIMIT if self._is_narrow else fixed)
        self.card.set_narrow(narrow=self._is_narrow)
        self._side.setMinimumWidth(0 if self._is_narrow else look.px(PEOPLE_WIDTH))
        self._side.setMaximumWidth(NO_LIMIT if self._is_narrow else look.px(PEOPLE_WIDTH))
        self._show_tab()

    def _show_tab(self) -> None:
        shown = self.tabs.current()
        self.tabs.setVisible(self._is_narrow)
        self._side.setVisible(shown == PEOPLE if self._is_narrow else self._is_wide)
        self._middle.setVisible(not self._is_narrow or shown == LETTER)
        self.card.setVisible(not self._is_narrow or shown == CARD)
        self.people_choice.setVisible(not self._is_narrow and not self._is_wide)
        is_seen = not self._is_narrow or shown == CARD
        above = self.tabs.sizeHint().height() + look.px(8) if self._is_narrow else 0
        least = self.card.minimumSizeHint().height() + above if is_seen else 0
        self.setMinimumHeight(max(look.px(LEAST_HEIGHT), least))

    def areas(self) -> Sequence[QWidget]:
        """What F6 goes through; where the rooms are tabs, the tabs too."""
        return (self.tabs, self._side, self.people_choice, self.letter_panel, self.findings, self.card)

    def turn(self) -> None:
        """The next of the three tabs."""
        if self._is_narrow:
            names = (PEOPLE, LETTER, CARD)
            self.tabs.set_current(names[(names.index(self.tabs.current() or LETTER) + 1) % len(names)])
            self._show_tab()
