"""Where a message is offered on the interview's page: beside the person to ask, against the post, after a no."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from followup_desktop.core import etiquette
from followup_desktop.core.etiquette import Rules
from followup_desktop.core.records import Case, Outcome, Person
from followup_desktop.letters import messages
from followup_desktop.ui import look
from followup_desktop.ui.language import said
from followup_desktop.ui.message_words import kind_words
from followup_desktop.ui.parts.button import button, icon_button
from followup_desktop.ui.parts.label import label

ICONS = {messages.CONNECT: "link", messages.KEEP_IN_TOUCH: "sprout", messages.FOLLOW_UP: "ask"}


class WriteButton(QWidget):
    """One person's messages, as a menu behind an icon; hidden where none fits."""

    wanted = Signal(str, str)
    """Person (id) and kind."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person.id
        self.button = icon_button("envelope", self.tr("Write to {0}").format(person.name), small=True)
        self.menu = QMenu(self)
        self.button.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.hide()

    def show_kinds(self, kinds: Collection[str]) -> None:
        """Offer these."""
        self.menu.clear()
        for kind in kinds:
            action = QAction(look.icon(ICONS.get(kind, "envelope")), kind_words(kind), self.menu)
            action.triggered.connect(lambda _=False, which=kind: self.wanted.emit(self._person, which))
            self.menu.addAction(action)
        self.setVisible(bool(kinds))


class RaceLine(QWidget):
    """Where the post would lose the race against the decision: an e-mail today as well, to one after the other (E23)."""

    wanted = Signal(str, str)
    """Person (id) and kind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = ""
        icon = QLabel()
        icon.setPixmap(look.pixmap("info", "stamp"))
        self._words = label(tone="text", wrap=True)
        self.write = button("", "envelope", small=True)
        self.write.clicked.connect(lambda: self.wanted.emit(self._person, messages.THANK_YOU))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        row.setSpacing(look.px(8))
        row.addWidget(icon)
        row.addWidget(self._words, 1)
        row.addWidget(self.write)
        self.hide()

    def show_case(self, case: Case, now: datetime, rules: Rules) -> None:
        """Say so while somebody is still to be written to."""
        why = race(case, now, rules)
        open_still = [each for each in case.interviewers if case.card(each.id).emailed_on is None]
        self.setVisible(why is not None and bool(open_still))
        if why is not None and open_still:
            person = open_still[0]
            self._person = person.id
            self._words.setText(why)
            self.write.setText(self.tr("Write to {0}").format(person.address_as or person.name))
            self.write.setAccessibleName(self.tr("Write to {0}").format(person.name))


def race(case: Case, now: datetime, rules: Rules) -> str | None:
    """Why a thank-you e-mail goes out beside the cards; None where the cards alone are fine or it is decided."""
    promise, today = case.promise, now.date()
    if case.interview.outcome is not Outcome.WAITING or not etiquette.met(case, now):
        return None
    if promise is None or promise.latest is None or promise.latest < today:
        return None
    posted = [card.posted_at.date() for card in case.cards if card.posted_at is not None]
    why = etiquette.also_email(case, max(posted) if len(posted) == len(case.interviewers) and posted else today, rules)
    return said(why, today) if why is not None else None


def not_thanked(case: Case, now: datetime, rules: Rules) -> Person | None:
    """The first interviewer who was not thanked once more after the no (E39)."""
    fitting = (
        each for each in case.interviewers if messages.kinds_for(case, each.id, now, rules)[:1] == (messages.AFTER_REJECTION,)
    )
    return next(fitting, None)
