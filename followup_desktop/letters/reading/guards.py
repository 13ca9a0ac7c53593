"""What is asked about before it goes onto a card, though its grammar is plain."""

from __future__ import annotations

from itertools import pairwise

from followup_desktop.letters.grammar import BE, MODALS
from followup_desktop.letters.reading.kinds import BODY, DEMEANOUR, INTERESTED, STRANGERS
from followup_desktop.letters.reading.piece import Piece


def guard_clause(piece: Piece, verb: int) -> None:
    """What is to come ("will retire"), what is wanted, and predicates that are not known words are asked about."""
    word = piece.low(verb)
    after = verb + 1
    while piece.grammar.adverb(piece.low(after)) and piece.low(after) not in piece.grammar.lexicon.adjectives:
        after += 1
    following = piece.low(after)
    future = word in MODALS - {"can", "could", "couldn't", "would"} or (
        word == "would" and following not in ("love", "like", "rather", "have")
    )
    piece.guard(delicate=future or (word in ("are", "is") and following == "going" and piece.low(after + 1) == "to"))
    piece.guard(delicate=word in ("are", "is", "were", "was") and following in ("thinking", "considering", "planning"))
    wanted = word in ("want", "wants", "need", "needs") and following not in ("to", "me")
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
    family = piece.tokens[start].role == "your" and piece.low(start + 1) in ("old", "phd", "thesis", "doctoral")
    return not family and any(token.low in STRANGERS for token in piece.tokens[start:end])
