"""Who put the user's name forward for an interview: they are owed a card too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from followup_desktop.core.find import folded
from followup_desktop.core.records import Change, Interview, Person, new_id


def with_referrer(change: Change, name: str, known: Iterable[Person] = ()) -> Change:
    """That change of an interview, with whoever is called `name` as the one who referred the user; nobody for no name.

    Somebody in the change or in `known` is not made anew; of two with that name the one at the interview's company is
    meant. Somebody new belongs to no company yet: whether the one referred to is theirs too is not told. Where nothing
    else differed, only this does. A change without an interview stays as it is.
    """
    at = next((number for number, pair in enumerate(change.pairs) if isinstance(pair[1], Interview)), None)
    if at is None:
        return change
    before, after = change.pairs[at]
    assert isinstance(after, Interview)
    people = (*(each for _, each in change.pairs if isinstance(each, Person)), *known)
    meant = _named(" ".join(name.split()), after.company, people)
    pairs = list(change.pairs)
    told = replace(after, referred_by=meant.id if meant else None)
    pairs[at : at + 1] = [] if told == before else [(before, told)]
    if meant is not None and meant not in people:
        pairs.insert(0, (None, meant))
    return replace(change, pairs=tuple(pairs))


def _named(name: str, company: str, known: Iterable[Person]) -> Person | None:
    """Whoever is called that; a new person where nobody is, None for no name."""
    if not name:
        return None
    alike = [each for each in known if folded(each.name) == folded(name)]
    here = [each for each in alike if folded(each.company) == folded(company)]
    return next(iter(here or alike), None) or Person(id=new_id(), name=name)
