"""Cards that nobody is owed but that are kind: to whoever arranged the day, or referred the user; or one that names all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.core.records import Case, Change, Person
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.letters import occasions
from followup_desktop.letters.occasions import with_cards
from followup_desktop.ui import look
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.panel import Hairline

translate = QCoreApplication.translate
ASK_UP_TO = 8
"""E25: with 7 or 8 interviewers the app asks, with more it offers the one card that names everybody."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One card that could be written too: to whom, why, what is on its button, and the card's occasion."""

    person: str
    words: str
    button: str
    occasion: str


def offers(case: Case) -> tuple[Offer, ...]:
    """The cards that could be written beside those that are owed: to whoever referred the user, or arranged the day."""
    begun = {each.id for each in with_cards(case)}
    told = case.interview
    found: list[Offer] = []
    arranged, referred = case.person(told.arranged_by), case.person(told.referred_by)
    for met, words in (
        (referred, translate("StudioOffers", "{0} put your name forward.")),
        (arranged, translate("StudioOffers", "{0} arranged the day.")),
    ):
        if met is not None and met.id not in begun and met.id not in {each.person for each in found}:
            likeliest = occasions.fitting(case, met.id)[0]
            words_on = translate("StudioOffers", "A card for {0}").format(called(met))
            found.append(Offer(met.id, words.format(met.name), words_on, likeliest))
    return tuple(found)


def one_for_all(case: Case) -> tuple[Offer, ...]:
    """The card that names everybody, from so many interviewers on; none where there is one already."""
    count = len(case.interviewers)
    to = case.person(case.interview.arranged_by) or (case.interviewers[0] if case.interviewers else None)
    if count <= occasions.MOST_SINGLE_CARDS or to is None:
        return ()
    if any(card.occasion == occasions.EVERYONE for card in case.cards):
        return ()
    words = (
        translate("StudioOffers", "A card for each of these {0} people, or one to {1} that names them all?")
        if count <= ASK_UP_TO
        else translate("StudioOffers", "{0} cards are many. One to {1} can name everybody.")
    )
    words_on = translate("StudioOffers", "One card to {0}").format(called(to))
    return (Offer(to.id, words.format(count, called(to)), words_on, occasions.EVERYONE),)


def called(person: Person) -> str:
    """How the user calls somebody."""
    return person.address_as or person.name


def card_begun(case: Case, person: Person, occasion: str) -> Change:
    """A card for that person too, for that occasion: a card that says nothing is none (`Notebook.apply`)."""
    words = Words(QT_TRANSLATE_NOOP("core", "A card for {name} too"), {"name": person.name})
    known = next((card for card in case.cards if card.person == person.id), None)
    return Change(words, ((known, replace(case.card(person.id), occasion=occasion)),))


class StudioOffers(QWidget):
    """Shows the offers below the people."""

    wanted = Signal(str, str)
    """The person, and the occasion of the card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Offer, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(10), 0, look.px(10), 0)
        self._column.setSpacing(look.px(8))
        self.hide()

    def show_offers(self, told: Sequence[Offer]) -> None:
        """Show these offers."""
        if tuple(told) == self._shown:
            return
        self._shown = tuple(told)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(told))
        for offer in told:
            if offer.occasion != occasions.EVERYONE:
                self._column.addWidget(Hairline())
            self._column.addWidget(label(offer.words, kind="caption", tone="text2", wrap=True))
            made = button(offer.button, "plus", "link", small=True)
            made.setAccessibleDescription(offer.words)
            made.clicked.connect(lambda _=False, which=offer: self.wanted.emit(which.person, which.occasion))
            self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def shown(self) -> tuple[Offer, ...]:
        """The offers that are shown."""
        return self._shown
