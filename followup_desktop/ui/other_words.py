"""One sentence of a letter in other words, from its note or from another draft."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from followup_desktop.core.records import Case, Letter, Me, Origin, Sentence
from followup_desktop.letters.redraft import redrafted
from followup_desktop.letters.writer import Writer


def reworded(
    letter: Letter,
    at: int,
    case: Case,
    me: Me,
    writer: Writer,
    drafts: Sequence[Sequence[Sentence]],
    taken: Collection[str],
) -> list[Sentence]:
    """The sentences of `letter` with that one in words that are not `taken`; as they are where there are none.

    A sentence with a note takes the next of the note's wordings; one of the letter's own takes its counterpart from the
    first other draft (`drafts`, the present one first).
    """
    told = list(letter.sentences)
    sentence = told[at]
    note = next((each for each in case.notes if each.id == sentence.note), None)
    if note is not None:
        known = list(writer.understand(note, case, me, case.person(letter.person)).wordings)
        turn = known.index(sentence.text) + 1 if sentence.text in known else 0
        free = [text for text in (*known[turn:], *known[:turn]) if text not in taken]
        if free:
            told[at] = replace(sentence, text=free[0], origin=Origin.NOTE)
        return told
    if sentence.origin is not Origin.TEMPLATE:
        return told
    for draft in drafts[1:]:
        other = redrafted(told, drafts[0], draft)
        if len(other) == len(told) and other[at].text not in taken:
            told[at] = replace(sentence, text=other[at].text)
            break
    return told
