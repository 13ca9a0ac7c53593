"""What is known of one employer across several interviews."""

from __future__ import annotations

import re
from collections.abc import Iterable

from followup_desktop.core.find import folded
from followup_desktop.core.records import Case

_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+")


def printed_sentences(cases: Iterable[Case], case: Case) -> tuple[str, ...]:
    """The sentences on cards printed for other interviews at the same company: none is used again (E26)."""
    here = folded(case.interview.company)
    others = (each for each in cases if folded(each.interview.company) == here and each.interview.id != case.interview.id)
    texts = (card.printed_text for each in others for card in each.cards if card.printed_text)
    paragraphs = (paragraph for text in texts for paragraph in text.split("\n\n")[1:-1])
    return tuple(sentence for paragraph in paragraphs for sentence in _SENTENCE_END.split(paragraph) if sentence)
