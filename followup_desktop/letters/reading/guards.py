"""What is asked about before it goes onto a card, though its grammar is plain."""

from __future__ import annotations

import re
from itertools import pairwise

from followup_desktop.letters.grammar import BE, DETERMINERS, MODALS, NUMBERS, Grammar, words
from followup_desktop.letters.normalise import Token, known
from followup_desktop.letters.reading.kinds import (
    BODY,
    DECLINE,
    DEMEANOUR,
    FAMILY_DOINGS,
    HOUSEHOLD,
    INTERESTED,
    STRANGERS,
)
from followup_desktop.letters.reading.piece import Piece

AGAINST = words("""
    no not but without none nobody nothing nowhere neither nor unless except despite although though yet however instead only
    just barely hardly maybe perhaps probably apparently supposedly should must might may could will would if whether
""")
"""Words with which a note takes something back, doubts it or tells what is to come."""
TIMES = words("day days hour hours week weeks month months year years minute minutes people staff managers miles shifts nights")
"""What is counted in complaints as often as in praise."""
YEAR = re.compile(r"(?:1[5-9]|20)\d\ds?|\d+(?:st|nd|rd|th)")


def guard_clause(piece: Piece, verb: int) -> None:
    """What is to come ("will retire"), what is wanted, and predicates that are not known words are asked about."""
    word = piece.low(verb)
    after = verb + 1
    while piece.grammar.adverb(piece.low(after)) and piece.low(after) not in piece.grammar.lexicon.adjectives:
        after += 1
    following = piece.low(after)
    refusal = word == "won't" and following in (
        "use",
        "touch",
        "eat",
        "drink",
        "wear",
        "serve",
        "sell",
        "throw",
        "waste",
        "own",
        "cut",
    )
    future = (word in MODALS - {"can", "could", "couldn't", "would"} and not refusal) or (
        word == "would" and following not in ("love", "like", "rather", "have")
    )
    piece.guard(delicate=future or (word in ("are", "is") and following == "going" and piece.low(after + 1) == "to"))
    piece.guard(delicate=word in ("are", "is", "were", "was") and following in ("thinking", "considering", "planning"))
    done = any(piece.low(i) == "to" and piece.grammar.base(piece.low(i + 1)) for i in range(after + 1, len(piece.tokens)))
    wanted = word in ("want", "wants", "need", "needs") and following not in ("to", "me") and not done
    piece.guard(
        delicate=wanted
        or any(
            piece.low(i) in ("get", "gets", "getting") and "done" in [t.low for t in piece.tokens[i:]]
            for i in range(verb, len(piece.tokens))
        )
    )
    if (
        word in BE | {"isn't", "wasn't", "aren't", "weren't"}
        and after == len(piece.tokens) - 1
        and not piece.tokens[after].fixed
        and piece.tokens[after].text.islower()
    ):
        impression = piece.tokens[verb - 1].role == "subject" and "-" not in following and following not in INTERESTED
        piece.guard(delicate=impression or following not in piece.grammar.vocabulary)
    piece.guard(delicate=_demeanour(piece, verb, after))
    low = [token.low for token in piece.tokens]
    piece.guard(delicate=any(word == "other" and after in STRANGERS for word, after in pairwise(low)))
    piece.guard(delicate=piece.tokens[0].role == "your" and low[1] in BODY | {"ex"})


def _demeanour(piece: Piece, verb: int, after: int) -> bool:
    """Whether the clause tells how somebody behaved in the interview ("smiled a lot", "was eating"), not who they are."""
    word = piece.low(verb)
    past = piece.grammar.past(word)
    doing = piece.grammar.ing(piece.low(after)) if word in ("were", "was") else None
    return any(known is not None and known.base in DEMEANOUR for known in (past, doing))


def stranger(piece: Piece, start: int, end: int) -> bool:
    """Whether somebody else at the company is the subject; "your old man" is a father."""
    family = piece.tokens[start].role == "your" and piece.low(start + 1) in (
        "old",
        "phd",
        "thesis",
        "doctoral",
        "lad",
        "lass",
        "boy",
        "girl",
    )
    return not family and any(token.low.removesuffix("'s") in STRANGERS for token in piece.tokens[start:end])


def harmless(tokens: list[Token], grammar: Grammar) -> bool:
    """Whether every word is known and none denies, opposes, counts money or hours, or is unpleasant."""
    lexicon = grammar.lexicon
    for at, token in enumerate(tokens):
        word = token.low
        if token.fixed or not token.word or token.role:
            continue
        if word in AGAINST or word.endswith("n't") or word in lexicon.unpleasant or word.startswith(lexicon.unpleasant_stems):
            return False
        if word in lexicon.delicate or word.startswith(lexicon.delicate_stems):
            return False
        number = word[:1].isdigit() and not YEAR.fullmatch(word)
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        named = at and word.isdigit() and grammar.noun(tokens[at - 1].low) and tokens[at - 1].low not in TIMES  # line 6, room 12
        if number and not named and (not grammar.noun(after) or after in TIMES):
            return False
        if word.isalpha() and token.text.islower() and not known(word, grammar):
            return False
    return True


def touchy(tokens: list[Token], grammar: Grammar) -> bool:
    """Whether a word is unpleasant or delicate, or a number counts neither a thing nor a year."""
    lexicon = grammar.lexicon
    for at, token in enumerate(tokens):
        word = token.low
        if token.fixed or not token.word or token.role:
            continue
        if word in lexicon.unpleasant | lexicon.delicate or word.startswith(lexicon.unpleasant_stems + lexicon.delicate_stems):
            return True
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if word[:1].isdigit() and not YEAR.fullmatch(word) and not grammar.noun(after):
            return True
    return False


def family(piece: Piece, finite: int) -> bool:
    """Whether a clause about somebody's family says more than what they do or are: "your son is not speaking to you"."""
    subject = [token.low.removesuffix("'s") for token in piece.tokens[:finite]]
    if not HOUSEHOLD & set(subject):
        return False
    word = piece.low(finite)
    at = finite + 1
    while piece.grammar.adverb(piece.low(at)):
        at += 1
    after = piece.low(at)
    if word.endswith("n't") or after in ("not", "n't"):
        return True
    if word in BE | {"'s"}:
        doing = piece.grammar.ing(after)
        plain = after in DETERMINERS | NUMBERS | {"from", "in", "at", "of"} or any(
            token.text[:1].isupper() or bool(token.role) or piece.grammar.noun(after) for token in piece.tokens[at : at + 1]
        )
        away = after in ("in", "at") and piece.low(at + 1) in ("a", "care", "prison", "jail", "hospital", "hospice")
        return away or not (plain or (doing is not None and doing.base in FAMILY_DOINGS))
    bases = {verb.base for verb in piece.grammar.verbs(word)}
    unusual = bool(bases) and not bases & FAMILY_DOINGS
    return unusual or (word in ("did", "does", "do", "served") and after in ("time", "not"))


def decline(piece: Piece, finite: int) -> bool:
    """Whether something of the company's goes badly: "your visitor numbers halved"."""
    bases = {verb.base for verb in piece.grammar.verbs(piece.low(finite))}
    return bool(bases & DECLINE) and piece.tokens[0].role != "subject"
