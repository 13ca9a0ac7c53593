"""A letter that the user has changed, and what the notes say now: their own sentences stay, the rest follows the notes.

`Card.sentences` keeps a letter as the user left it. Two things happen to it later: notes come, go or change
(`joined`), and other words or another tone are asked for (`redrafted`). Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from followup_desktop.core import changes
from followup_desktop.core.records import LEAVE_OUT, Case, Change, Origin, Record, Sentence

REWORDED = 0.5
"""From this likeness on, a sentence of the user's is taken for a drafted one that they changed."""


def joined(kept: Sequence[Sentence], fresh: Sequence[Sentence], wordings: Callable[[str], Sequence[str]]) -> tuple[Sentence, ...]:
    """The letter as the user left it, brought up to the notes as they are now.

    `fresh` is the draft that would be made of the notes alone; `wordings` gives a note's sentences by its id, none where
    it has left the card. Sentences that came later join where the draft has them; what the user typed is not touched.
    """
    drafted = {each.note: each for each in fresh if each.note is not None}
    out: list[Sentence] = []
    for each in kept:
        if each.note is None or each.origin is not Origin.NOTE:
            out.append(each)
            continue
        known = wordings(each.note)
        if each.text in known:
            out.append(each)
        elif known:
            out.append(replace(each, text=drafted[each.note].text if each.note in drafted else known[0]))
    there = {each.note for each in out}
    for at, each in enumerate(fresh):
        if each.note is not None and each.note not in there:
            _put(out, each, fresh[:at])
    return tuple(out)


def redrafted(kept: Sequence[Sentence], old: Sequence[Sentence], fresh: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """`fresh` in the order the user gave the letter, with their own sentences in it and without what they dropped.

    `old` is the draft that `kept` began as.
    """
    places = _places(kept, old)
    dropped = {at for at, each in enumerate(old) if each.note is None and at not in places.values()}
    partner = _partners(old, fresh)
    out: list[Sentence] = []
    used: set[int] = set()
    for at, each in enumerate(kept):
        new = partner.get(places.get(at, -1))
        if new is not None:
            used.add(new)
        if each.origin is Origin.YOURS:
            out.append(each)
        elif new is not None:
            out.append(replace(fresh[new], paragraph=each.paragraph))
    without = {partner[at] for at in dropped if at in partner}
    for at, each in enumerate(fresh):
        if at not in used and at not in without:
            _put(out, each, fresh[:at])
    return tuple(out)


def _places(kept: Sequence[Sentence], old: Sequence[Sentence]) -> dict[int, int]:
    """Which drafted sentence each kept one began as, by position."""
    notes = {each.note: at for at, each in enumerate(old) if each.note is not None}
    places = {at: notes[each.note] for at, each in enumerate(kept) if each.note in notes}
    free = [at for at, each in enumerate(old) if each.note is None]
    tests: tuple[Callable[[Sentence, Sentence], bool], ...] = (
        lambda mine, theirs: mine.text == theirs.text,
        lambda mine, _: mine.origin is Origin.TEMPLATE,
        lambda mine, theirs: SequenceMatcher(None, mine.text, theirs.text, autojunk=False).ratio() >= REWORDED,
    )
    for fits in tests:
        for at, each in enumerate(kept):
            if at in places or each.note is not None:
                continue
            place = next((spot for spot in free if fits(each, old[spot])), None)
            if place is not None:
                places[at] = place
                free.remove(place)
    return places


def _partners(old: Sequence[Sentence], fresh: Sequence[Sentence]) -> dict[int, int]:
    """Which sentence of the new draft stands for each of the old one: by note, else first by first, the rest from the end.

    A draft for another occasion may say more between its opening and its wish.
    """
    notes = {each.note: at for at, each in enumerate(fresh) if each.note is not None}
    found = {at: notes[each.note] for at, each in enumerate(old) if each.note in notes}
    plain_old = [at for at, each in enumerate(old) if each.note is None]
    plain_new = [at for at, each in enumerate(fresh) if each.note is None]
    first, rest = zip(plain_old[:1], plain_new[:1], strict=False), zip(plain_old[:0:-1], plain_new[:0:-1], strict=False)
    return found | dict((*first, *rest))


def _put(out: list[Sentence], new: Sentence, before: Sequence[Sentence]) -> None:
    """Put a drafted sentence behind the nearest one that stands before it in the draft; at the start where none does."""
    for each in reversed(before):
        spot = next(
            (at for at, known in enumerate(out) if known.text == each.text or (each.note and known.note == each.note)), None
        )
        if spot is not None:
            same = each.paragraph == new.paragraph
            paragraph = out[spot].paragraph if same else min(out[spot].paragraph + 1, max(one.paragraph for one in out))
            while not same and spot + 1 < len(out) and out[spot + 1].paragraph < paragraph:
                spot += 1
            out.insert(spot + 1, replace(new, paragraph=max(paragraph, out[spot].paragraph)))
            return
    out.insert(0, replace(new, paragraph=out[0].paragraph if out else 0))


def letter_kept(
    case: Case,
    person: str,
    sentences: Sequence[Sentence],
    answers: Mapping[str, str],
    draft: Callable[[Case], Sequence[Sentence]],
) -> Change:
    """The letter as it now stands, kept.

    A note whose sentence the user took away is left out; one whose sentence is back gets its answer of before, from
    `answers` (by the ids of the notes that the letter held). `draft` gives what the notes of a case alone would become: a
    letter that is the same again is drafted from then on.
    """
    told = tuple(sentences)
    there = {each.note for each in told}
    notes = {each.id: each for each in case.notes}
    for note, answer in answers.items():
        if note in notes:
            notes[note] = replace(notes[note], answer=answer if note in there else LEAVE_OUT)
    after = replace(case, notes=tuple(notes[each.id] for each in case.notes))
    change = changes.card_edited(case, person, sentences=None if told == tuple(draft(after)) else told)
    pairs: list[tuple[Record | None, Record | None]] = [
        (before, notes[before.id]) for before in case.notes if before != notes[before.id]
    ]
    return Change(change.label, (*change.pairs, *pairs))
