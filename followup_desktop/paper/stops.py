"""What keeps a letter off the paper, as findings: too many words for the card, a character that no font here has."""

from __future__ import annotations

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Finding, Letter, Level, Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.paper.faces import face
from followup_desktop.paper.fit import Fit, Laid, Missing, fit
from followup_desktop.paper.shape import clean


def stops(letter: Letter, stock: Stock, hand: str = "Caveat") -> tuple[Finding, ...]:
    """The stops that paper adds to those of the words. Raises `Problem` for a hand that there is not."""
    return of_fit(fit(letter, stock, hand))


def of_fit(found: Fit) -> tuple[Finding, ...]:
    """The stops in a fit that is already known."""
    stops = [Finding(Level.STOP, "missing-letter", missing.words) for missing in found.missing]
    if found.too_many:
        one = QT_TRANSLATE_NOOP("paper", "{count} word too many for this card. Shorten it, or take a larger one.")
        many = QT_TRANSLATE_NOOP("paper", "{count} words too many for this card. Shorten it, or take a larger one.")
        words = Words(one if found.too_many == 1 else many, {"count": found.too_many})
        stops.append(Finding(Level.STOP, "too-long", words))
    return tuple(stops)


def of_hand(letter: Letter, found: Fit, hand: str) -> tuple[Finding, ...]:
    """What is said where all of a card is in another hand than the one that was chosen; raises `Problem` as `fit` does."""
    lacking = next((each for each in letter.text if not each.isspace() and not face(hand).writes(each)), "")
    if found.hand == hand or not lacking:
        return ()
    what = QT_TRANSLATE_NOOP("paper", "{hand} has no “{letter}”, so all of this card is written in {other}.")
    values = {"hand": hand, "letter": lacking, "other": found.hand}
    return (Finding(Level.WARNING, "other-hand", Words(what, values)),)


def refuse(letter: Letter, laid: Laid) -> None:
    """Raise a `Problem` that names whose card it is where `laid` must not be printed."""
    person = clean(letter.name)
    for character, word in laid.missing:
        raise Problem(Missing(character, word, person).words)
    if laid.too_many:
        one = QT_TRANSLATE_NOOP("paper", "The card to {person} is {count} word too long.")
        many = QT_TRANSLATE_NOOP("paper", "The card to {person} is {count} words too long.")
        raise Problem(Words(one if laid.too_many == 1 else many, {"person": person, "count": laid.too_many}))
