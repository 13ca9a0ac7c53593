"""How much two letters, or two sentences, are alike: interviewers compare notes (E14, E26)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from followup_desktop.core.records import Finding, Letter, Origin, Sentence
from followup_desktop.core.words import QT_TRANSLATE_NOOP
from followup_desktop.letters.checks.found import Looked, stop, warn
from followup_desktop.letters.grammar import words
from followup_desktop.letters.lexicon import fold

ALIKE = 0.25
"""Share of common runs of three words from which two letters read alike (CARDS, "Check")."""
CLOSE = 0.6
"""Share of common words that carry meaning from which two sentences say the same."""
FEWEST_SAID = 3
"""Sentences with fewer words of meaning are everybody's."""
FILLERS = words("""
    so very much really again truly also just too indeed quite most all a an the and that lot you dear dr mr ms mrs mx
    indeed certainly particularly especially
""")
"""Words that a sentence has or has not and still is the same."""
FRAME = FILLERS | words("""
    i me my we us our your yours to of in on at for with from by about as is was were be been it this there had has have do did
    not or but how what which who when where would will could can may
    thank thanks thankful grateful enjoyed enjoy liked like loved love hearing hear heard glad happy pleased delighted
    good great lovely nice wonderful joy pleasure delight treat made make smile laugh think thinking thought still keep
    kept stayed stay remember forget forgotten told tell telling said showed showing show learn learned learning find
    finding see seeing know meant mean impressed touched moved struck admire appreciate appreciated one thing
    time times talk talking talked spoke speak speaking interview interviewing conversation meeting meet met position role job
    post vacancy opening work monday tuesday wednesday thursday
""")
"""Words of the frame that a thought is put into; what else a sentence says is the thought."""


def likeness(left: Letter, right: Letter) -> float:
    """Share of common runs of three words in two letters' bodies, 0 to 1 (E26)."""
    a, b = _trigrams(left), _trigrams(right)
    return len(a & b) / len(a | b) if a | b else 0.0


@lru_cache(maxsize=512)
def _body_trigrams(sentences: tuple[Sentence, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset().union(*(_sentence_trigrams(sentence.text) for sentence in sentences))


@lru_cache(maxsize=2048)
def _sentence_trigrams(text: str) -> frozenset[tuple[str, ...]]:
    run = _folded(text).split()
    return frozenset(zip(run, run[1:], run[2:], strict=False))


def _trigrams(letter: Letter) -> frozenset[tuple[str, ...]]:
    return _body_trigrams(letter.sentences)


@lru_cache(maxsize=2048)
def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", re.sub(r"(?<=\w)['’](?=\w)", "", text.casefold())).strip()


@lru_cache(maxsize=4096)
def _said(text: str, names: frozenset[str]) -> tuple[str, ...]:
    """The words of a sentence without fillers and without anybody's name."""
    return tuple(word for word in _folded(text).split() if word not in FILLERS and fold(word) not in names)


@lru_cache(maxsize=4096)
def _meant(text: str, names: frozenset[str]) -> frozenset[str]:
    """The words of a sentence that carry its thought."""
    return frozenset(word for word in _folded(text).split() if word not in FRAME and fold(word) not in names)


def shared(looked: Looked, others: Sequence[Letter], sent: Sequence[str]) -> list[Finding]:
    """Sentences that stand, or nearly stand, on another card of the panel or on one posted before."""
    people = _words_of(tuple(text for each in looked.case.people for text in (each.name, each.address_as)))
    names = people | _words_of((looked.letter.company, looked.case.interview.role))
    elsewhere = [(sentence.text, sentence.origin, other.name) for other in others for sentence in other.sentences]
    elsewhere += [(text, Origin.YOURS, "") for text in sent]
    same: dict[tuple[str, ...], str] = {}
    for text, _, name in elsewhere:
        same.setdefault(_said(text, names), name)
        same.setdefault(("=", _folded(text)), name)
    found = []
    for at, sentence in enumerate(looked.letter.sentences):
        said = _said(sentence.text, names)
        told = same.get(("=", _folded(sentence.text)))
        if told is None and len(said) > FEWEST_SAID:
            told = same.get(said)
        if told is not None:
            found.append(_shared(looked, at, told))
        elif sentence.origin is not Origin.TEMPLATE:
            found += _close(at, sentence.text, elsewhere, people)
    return found


@lru_cache(maxsize=64)
def _words_of(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for text in texts for word in re.findall(r"\w+", fold(text)))


def _shared(looked: Looked, at: int, name: str) -> Finding:
    if name:
        return stop("shared", QT_TRANSLATE_NOOP("letters", "This sentence also stands on the card for {name}."), at, name=name)
    text = QT_TRANSLATE_NOOP("letters", "This sentence went out on an earlier card to {company}.")
    return stop("shared", text, at, company=looked.letter.company)


def _close(at: int, text: str, elsewhere: Sequence[tuple[str, Origin, str]], names: frozenset[str]) -> list[Finding]:
    own = _meant(text, names)
    if len(own) < FEWEST_SAID:
        return []
    for other, origin, name in elsewhere:
        theirs = _meant(other, names)
        if origin is not Origin.TEMPLATE and len(own & theirs) >= max(FEWEST_SAID, CLOSE * len(own | theirs)):
            if name:
                said = QT_TRANSLATE_NOOP("letters", "The card for {name} says nearly the same. They may compare notes.")
                return [warn("close", said, at, name=name)]
            return [warn("close", QT_TRANSLATE_NOOP("letters", "An earlier card to this employer said nearly the same."), at)]
    return []


def alike(looked: Looked, others: Sequence[Letter]) -> list[Finding]:
    """The first letter of the panel that this one reads like."""
    for other in others:
        if likeness(looked.letter, other) > ALIKE:
            return [warn("alike", QT_TRANSLATE_NOOP("letters", "Reads much like the card for {name}."), name=other.name)]
    return []
