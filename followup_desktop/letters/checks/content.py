"""What a card says and what it had better not say (E28, E29, E31, E32, E34)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from followup_desktop.core.records import Finding, Origin
from followup_desktop.core.words import QT_TRANSLATE_NOOP
from followup_desktop.letters import occasions
from followup_desktop.letters.checks.found import Looked, stop, warn
from followup_desktop.letters.checks.turns import (
    BEGGING,
    BEGGING_FINE,
    CLICHE,
    CLICHE_FINE,
    COMPLAINT,
    COMPLAINT_FINE,
    CONFIDENCE,
    DECISION,
    DECISION_FINE,
    EXCUSE,
    HEALTH,
    HEALTH_FINE,
    OFFER,
    OFFER_FINE,
    PAY,
    PAY_AS_TRADE,
    SELLING,
    THANKS,
)

FEWEST_WORDS, MOST_WORDS = 25, 110
"""Length of a letter's body in words (CARDS, "Check"); E30 aims at 40 to 90."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """Words that a card does without: what finds them, what sounds like them and is fine, how grave they are, and why."""

    code: str
    wrong: re.Pattern[str]
    level: Callable[..., Finding]
    said: str
    fine: re.Pattern[str] | None = None

    def found_in(self, text: str) -> str:
        """The words found in `text`; empty for none."""
        match = self.wrong.search(self.fine.sub("_", text) if self.fine else text)
        return match[0].strip(" ,.;!?") if match else ""


_TURNS = (
    _Turn("pay", PAY, stop, QT_TRANSLATE_NOOP("letters", "Pay never goes on a card: “{words}”."), PAY_AS_TRADE),
    _Turn("begging", BEGGING, stop, QT_TRANSLATE_NOOP("letters", "“{words}” begs. A card only thanks."), BEGGING_FINE),
    _Turn(
        "decision",
        DECISION,
        warn,
        QT_TRANSLATE_NOOP("letters", "“{words}” asks about the decision. A card only thanks."),
        DECISION_FINE,
    ),
    _Turn("complaint", COMPLAINT, warn, QT_TRANSLATE_NOOP("letters", "“{words}” complains. A card only thanks."), COMPLAINT_FINE),
    _Turn(
        "offer",
        OFFER,
        warn,
        QT_TRANSLATE_NOOP("letters", "“{words}” speaks of other offers. They stay off a card."),
        OFFER_FINE,
    ),
    _Turn(
        "confidence",
        CONFIDENCE,
        warn,
        QT_TRANSLATE_NOOP("letters", "“{words}” sounds like a confidence. A card is read by others."),
    ),
    _Turn(
        "health",
        HEALTH,
        warn,
        QT_TRANSLATE_NOOP("letters", "“{words}” is somebody's private life. Is a card the place for it?"),
        HEALTH_FINE,
    ),
    _Turn("excuse", EXCUSE, warn, QT_TRANSLATE_NOOP("letters", "“{words}” excuses something. A card need not.")),
    _Turn("cliche", CLICHE, warn, QT_TRANSLATE_NOOP("letters", "“{words}” is on every card."), CLICHE_FINE),
)


def turns(looked: Looked) -> list[Finding]:
    """Sentences with words that do not belong on a card; the press leaves the sentence out."""
    return [
        turn.level(turn.code, turn.said, at, looked.drop, words=words)
        for at, text in enumerate(looked.texts)
        for turn, words in zip(_TURNS, _turns_in(text), strict=True)
        if words
    ]


@lru_cache(maxsize=1024)
def _turns_in(text: str) -> tuple[str, ...]:
    """What each of the turns finds in `text`."""
    return tuple(turn.found_in(text) for turn in _TURNS)


def missing(looked: Looked) -> list[Finding]:
    """Thanks, and one thing from the conversation."""
    found = []
    if not THANKS.search(looked.body):
        found.append(stop("no-thanks", QT_TRANSLATE_NOOP("letters", "The card does not say thank you.")))
    own = occasions.occasion(looked.case, looked.letter.person) in {occasions.EVERYONE, "coordinator", "referral"}
    if not own and all(sentence.origin is Origin.TEMPLATE for sentence in looked.letter.sentences):
        said = QT_TRANSLATE_NOOP("letters", "Nothing from your talk yet. One detail makes it a real card.")
        found.append(stop("no-detail", said))
    return found


def selling(looked: Looked) -> list[Finding]:
    """Every sentence about the writer's merits after the first one (E32)."""
    places = [at for at, text in enumerate(looked.texts) if SELLING.search(text)]
    said = QT_TRANSLATE_NOOP("letters", "This praises you once more. One sentence about yourself is enough.")
    return [warn("selling", said, at, looked.drop) for at in places[1:]]


def measure(looked: Looked) -> list[Finding]:
    """How long the letter is, and whether it speaks of the writer more than of the reader."""
    found = []
    count = len(looked.body.split())
    if count < FEWEST_WORDS:
        said = QT_TRANSLATE_NOOP("letters", "Only {count} words. A card has about 40 to 90.")
        found.append(warn("short", said, count=str(count)))
    if count > MOST_WORDS:
        found.append(warn("long", QT_TRANSLATE_NOOP("letters", "{count} words. A card has about 40 to 90."), count=str(count)))
    mine = len(re.findall(r"\bI\b", looked.body))
    yours = len(re.findall(r"\b(?:you|your|yours|yourself)\b", looked.body, re.IGNORECASE))
    if mine > yours + 1:
        found.append(warn("about-me", QT_TRANSLATE_NOOP("letters", "The card says “I” more often than “you”.")))
    return found
