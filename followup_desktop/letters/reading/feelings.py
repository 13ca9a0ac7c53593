"""What the writer felt, without saying "I": "glad she stayed", "was touched by his card", "thanks to her I get it now"."""

from __future__ import annotations

from followup_desktop.letters.grammar import words
from followup_desktop.letters.normalise import Token
from followup_desktop.letters.person_shift import conjugate
from followup_desktop.letters.reading.piece import Doubt, Piece, Thought

FELT = words("""
    glad grateful happy relieved thankful surprised impressed touched moved delighted amazed chuffed struck pleased thrilled
    charmed fascinated inspired honoured honored reassured cheered blown amused astonished
""")
BEFORE = words("was am were so very really quite truly i felt feel feeling genuinely deeply")
"""Words that may stand before the feeling."""


def feeling(piece: Piece) -> Thought | None:
    """The feeling as the writer's, where something of the reader's caused it; else, whose it is, is asked."""
    at = 0
    while piece.low(at) in BEFORE:
        at += 1
    if piece.low(at) not in FELT or piece.any_of_mine(at + 1):
        return None
    verbal = at > 0 and piece.low(0) in ("was", "were")
    cause = piece.tokens[at + 1 :]
    theirs = any(token.role in ("subject", "your") for token in cause[:4])
    if not cause or any(token.role == "self" for token in cause):
        return None
    if not theirs or cause[0].low == "to":
        if not verbal or piece.answer == "reader":
            return None
        if piece.answer != "me":
            raise Doubt("subject", f"{piece.low(0)} {piece.low(at)}")
    conjugate(piece.tokens, piece.grammar)
    degree = [token for token in piece.tokens[:at] if token.low not in ("was", "am", "were", "i", "felt", "feel", "feeling")]
    piece.tokens = [Token("I"), Token("was"), *degree, *piece.tokens[at:]]
    return Thought("mine", (piece.words(),))
