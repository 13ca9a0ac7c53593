"""Which words of a letter stand in another letter of the panel too, so that they can be marked (E26)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from followup_desktop.core.records import Letter

FEWEST = 3
"""Words in a row that make a phrase: what likeness is counted in (CARDS, "Check")."""
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


def common_phrases(letter: Letter, others: Iterable[Letter]) -> tuple[tuple[int, int, int], ...]:
    """The phrases of `letter` that another one has too: the sentence's number, the first and last place of letters."""
    theirs = {run for other in others for sentence in other.sentences for run, _, _ in _runs(sentence.text)}
    found: list[tuple[int, int, int]] = []
    for number, sentence in enumerate(letter.sentences):
        for run, first, last in _runs(sentence.text):
            if run not in theirs:
                continue
            if found and found[-1][0] == number and first <= found[-1][2]:
                found[-1] = (number, found[-1][1], last)
            else:
                found.append((number, first, last))
    return tuple(found)


def _runs(text: str) -> list[tuple[tuple[str, ...], int, int]]:
    words = list(_WORD.finditer(text))
    return [
        (tuple(word[0].casefold() for word in run), run[0].start(), run[-1].end())
        for run in (words[at : at + FEWEST] for at in range(len(words) - FEWEST + 1))
    ]
