"""Words without a finite verb: somebody's thing, something seen, kind words."""

from __future__ import annotations

from followup_desktop.core.records import Box
from followup_desktop.letters.grammar import BE, PREPOSITIONS, words
from followup_desktop.letters.mention import ANYBODY
from followup_desktop.letters.normalise import Token
from followup_desktop.letters.person_shift import conjugate
from followup_desktop.letters.reading.clause import clause
from followup_desktop.letters.reading.kinds import (
    BODY,
    DEGREES,
    HOUSEHOLD,
    INTERESTED,
    KIND,
    POINTERS,
    QUALITIES,
    STRANGERS,
    TIPS,
)
from followup_desktop.letters.reading.piece import Doubt, Piece, Thought
from followup_desktop.letters.reading.verbless import verbless

UNSAID = words("not no never now still away inside home in since again alone")
"""Words that, behind somebody of the family and without a verb, hint at something that is nobody's business."""


def pointer(piece: Piece) -> bool:
    """Whether the words only point at a person or thing: "the one with the glasses", "her ex colleague at the Post"."""
    end = next((i for i in range(1, len(piece.tokens)) if piece.low(i) in PREPOSITIONS), len(piece.tokens))
    head = piece.low(end - 1)
    return head in POINTERS | ANYBODY | STRANGERS and piece.low(0) not in KIND


def fragment(piece: Piece) -> Thought | None:  # noqa: C901, PLR0911, PLR0912  (a ladder, one rung a case)
    """Words without a finite verb: somebody's thing, something seen, kind words; a bare topic is a doubt."""
    low = piece.low(0)
    if (found := verbless(piece)) is not None:
        return found
    if pointer(piece) and piece.answer == "":
        raise Doubt("topic")
    at = 0
    while piece.low(at) in ("very", "so", "really", "super", "incredibly", "extremely", "always"):
        at += 1
    if piece.low(at) in KIND and piece.low(at + 1) in ("about", "with", "when", "to", "on") and len(piece.tokens) > at + 2:
        conjugate(piece.tokens, piece.grammar)
        return Thought("kind", (f"so {piece.words(at)}",))
    if adjectival(piece, at):
        if any(token.text == "," for token in piece.tokens) and "and" not in [token.low for token in piece.tokens]:
            raise Doubt("sense")
        piece.tokens[0:0] = [Token("you", role="subject"), Token("are")]
        return clause(piece, 0)
    if low in INTERESTED and piece.low(1) in PREPOSITIONS and piece.mine_in(1):
        piece.tokens[0:0] = [Token("you", role="subject"), Token("were")]
        conjugate(piece.tokens, piece.grammar)
        return Thought("glad", (piece.words(),))
    if piece.first.role == "your" or low in DEGREES:
        if low in DEGREES:
            piece.tokens.insert(0, Token("your", role="your"))
        if piece.mine_in(0) or len(piece.tokens) < 2 or piece.grammar.past(piece.low(len(piece.tokens) - 1)):  # noqa: PLR2004  (your and a thing)
            return None
        home = bool(HOUSEHOLD & {token.low for token in piece.tokens[:3]})
        piece.guard(delicate=home and any(token.low in UNSAID for token in piece.tokens[1:]))
        if any(piece.low(at) in BE | {"has"} for at in range(1, len(piece.tokens))):
            raise Doubt("sense")
        piece.guard(delicate=piece.low(len(piece.tokens) - 1) in BODY)
        conjugate(piece.tokens, piece.grammar)
        kind = "quality" if any(token.low in QUALITIES for token in piece.tokens[1:3]) else "topic"
        if (
            kind == "topic"
            and any(token.low in TIPS for token in piece.tokens[1:3])
            and "to" in [token.low for token in piece.tokens]
        ):
            return Thought("seen", (piece.words(),))
        return Thought(kind, (piece.words(),))
    if low in ("the", "that") and "or" in [token.low for token in piece.tokens]:
        raise Doubt("topic")
    if low in ("the", "that") and not piece.mine_in(0) and any(token.low in PREPOSITIONS for token in piece.tokens[2:]):
        conjugate(piece.tokens, piece.grammar)
        return Thought("seen", (piece.words(),))
    if low == "the" and piece.box is Box.ENJOYED and len(piece.tokens) > 1:
        return Thought("mine", (f"I enjoyed {piece.words()}",))
    return None


def adjectival(piece: Piece, at: int) -> bool:
    """Whether the words at `at` say how or whence somebody is: "from Leeds", "proud of the team", "big on tests"."""
    low, after = piece.low(at), piece.low(at + 1)
    if low in ("from", "into"):
        return after != ""
    if low == "up":
        return after in ("at", "before", "by", "every", "all") and not piece.mine_in(0)
    if low in ("big", "mad"):
        return after in ("on", "into")
    return low in ("originally", "fluent", "proud", "obsessed", "keen") and after in PREPOSITIONS
