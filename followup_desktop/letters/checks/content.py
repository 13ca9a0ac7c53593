"""What a card says and what it had better not say (E28, E29, E31, E32, E34)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from followup_desktop.core.records import Finding, Origin
from followup_desktop.core.words import QT_TRANSLATE_NOOP
from followup_desktop.letters.checks.found import Looked, stop, warn
from followup_desktop.letters.checks.turns import BEGGING, CLICHE, COMPLAINT, DECISION, EXCUSE, OFFER, PAY, SELLING, THANKS

FEWEST_WORDS, MOST_WORDS = 25, 110
"""Length of a letter's body in words (CARDS, "Check"); E30 aims at 40 to 90."""

_TURNS: tuple[tuple[str, re.Pattern[str], Callable[..., Finding], str], ...] = (
    ("pay", PAY, stop, QT_TRANSLATE_NOOP("letters", "Pay never goes on a card: “{words}”.")),
    ("begging", BEGGING, stop, QT_TRANSLATE_NOOP("letters", "“{words}” begs. A card only thanks.")),
    ("decision", DECISION, warn, QT_TRANSLATE_NOOP("letters", "“{words}” asks about the decision. A card only thanks.")),
    ("complaint", COMPLAINT, warn, QT_TRANSLATE_NOOP("letters", "“{words}” complains. A card only thanks.")),
    ("offer", OFFER, warn, QT_TRANSLATE_NOOP("letters", "“{words}” speaks of other offers. They stay off a card.")),
    ("excuse", EXCUSE, warn, QT_TRANSLATE_NOOP("letters", "“{words}” excuses something. A card need not.")),
    ("cliche", CLICHE, warn, QT_TRANSLATE_NOOP("letters", "“{words}” is on every card.")),
)
"""Code, pattern, level and reason of each turn of phrase that a card does without."""


def turns(looked: Looked) -> list[Finding]:
    """Sentences with words that do not belong on a card; the press leaves the sentence out."""
    return [
        level(code, said, at, looked.drop, words=words)
        for at, text in enumerate(looked.texts)
        for (code, _, level, said), words in zip(_TURNS, _turns_in(text), strict=True)
        if words
    ]


@lru_cache(maxsize=1024)
def _turns_in(text: str) -> tuple[str, ...]:
    """The words that each of the turns finds in `text`, empty for none."""
    matches = (pattern.search(text) for _, pattern, _, _ in _TURNS)
    return tuple(match[0].strip(" ,.;!?") if match else "" for match in matches)


def missing(looked: Looked) -> list[Finding]:
    """Thanks, and one thing from the conversation."""
    found = []
    if not THANKS.search(looked.body):
        found.append(stop("no-thanks", QT_TRANSLATE_NOOP("letters", "The card does not say thank you.")))
    if all(sentence.origin is Origin.TEMPLATE for sentence in looked.letter.sentences):
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
