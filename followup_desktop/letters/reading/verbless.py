"""Things told without a verb that say something about the reader: years in a trade, who was the first, what both have."""

from __future__ import annotations

from followup_desktop.letters.grammar import NUMBERS, PREPOSITIONS, words
from followup_desktop.letters.normalise import Token
from followup_desktop.letters.person_shift import conjugate
from followup_desktop.letters.reading.kinds import AGENT_ENDINGS
from followup_desktop.letters.reading.piece import Doubt, Piece, Thought

SHORTEST = 3
"""Words that a thing with something said about it has at least."""
RANKS = words("first only youngest oldest eldest last")
PERSONS = words("person woman man girl boy one female male lad lass child kid ever apprentice graduate")
"""Who may be the first or the only one: the reader."""
PLACES = words("region county country city town village building area district world street company borough state state's uk")
"""Where there is only one of something; "the" stands before them."""


def verbless(piece: Piece) -> Thought | None:
    """How long the reader has done something, who or what was the first, what both have."""
    return _years(piece) or _ranked(piece) or _the_same(piece)


def _years(piece: Piece) -> Thought | None:  # noqa: C901, PLR0912  (a ladder, one rung a case)
    """How long somebody has done something: "30 years in the trade", "31 years portering at the same hospital"."""
    if piece.first.role == "your" and piece.low(1)[:1].isdigit() and piece.low(3) in ("a", "an"):  # Bridie's 40 years a nurse
        piece.tokens[0:1] = []
    number = piece.low(0)[:1].isdigit() or piece.low(0) in NUMBERS
    if not number or piece.low(1) not in ("years", "summers", "seasons", "winters", "decades") or len(piece.tokens) < SHORTEST:
        return None
    if piece.mine_in(0):
        raise Doubt("delicate" if piece.answer != "keep" else "sense")
    conjugate(piece.tokens, piece.grammar)
    still = next((at for at, token in enumerate(piece.tokens) if token.low == "still" and at > SHORTEST), 0)
    rest = ""
    if still:
        after = piece.low(still + 1)
        if piece.grammar.third(after):
            piece.tokens[still + 1].text = piece.base_of(after)
        elif piece.grammar.adjective(after) or piece.grammar.ing(after) or after in PREPOSITIONS:
            piece.tokens.insert(still, Token("are"))
        else:
            raise Doubt("sense")
        rest = f", and that you {piece.words(still)}"
        piece.tokens = piece.tokens[:still]
        while piece.low(len(piece.tokens) - 1) in ("and", "but", ","):
            piece.tokens.pop()
    if piece.low(2) in ("a", "an"):
        piece.tokens.insert(2, Token("as"))
    doing = (piece.low(2).endswith("ing") and not piece.grammar.adjective(piece.low(2))) or piece.grammar.noun(piece.low(2))
    if not doing and piece.low(2) not in PREPOSITIONS:
        return None
    if any(piece.grammar.verb_first(token.low) and not piece.grammar.ing(token.low) for token in piece.tokens[2:]):
        return None
    for at in range(len(piece.tokens) - 1, 2, -1):
        if piece.low(at) in ("the same", "same") and piece.low(at - 1) not in PREPOSITIONS:
            piece.tokens.insert(at, Token("at"))
    if doing:
        piece.tokens.insert(2, Token("of"))
    return Thought("topic", (f"your {piece.words()}{rest}",))


def _ranked(piece: Piece) -> Thought | None:  # noqa: C901  (a ladder, one rung a case)
    """Who or what was the first, the only, the youngest: "first in family to go to college", "only ward with a garden"."""
    low, after = piece.low(0), piece.low(1)
    if low not in RANKS or len(piece.tokens) < SHORTEST or any(token.role == "object" for token in piece.tokens):
        return None
    tokens = piece.tokens
    person = after in PERSONS or (after.endswith(AGENT_ENDINGS) and piece.grammar.noun(after) and "to" in [t.low for t in tokens])
    own = any(token.role == "your" for token in tokens) and "to" in [t.low for t in tokens]
    if after in ("in", "of") or person or own:
        if low == "only" and after == "of":
            return None
        for at in range(1, len(tokens) - 1):
            if tokens[at].low == "in" and tokens[at + 1].low in ("family", "year", "village", "street"):
                tokens.insert(at + 1, Token("your", role="your"))
        for at in range(1, len(tokens) - 1):
            bare = piece.grammar.base(tokens[at + 1].low) and not piece.grammar.past(tokens[at + 1].low)
            if tokens[at].low in ("who", "that") and (bare or piece.grammar.third(tokens[at + 1].low)):
                tokens[at + 1].text = next(verb.past for verb in piece.grammar.verbs(tokens[at + 1].low))
        text = f"you {'are' if after == 'of' else 'were'} the {piece.words()}"
        return Thought("act", ("", text)) if piece.mine_in(0) else Thought("fact", (text,))
    thing = piece.grammar.noun(after) and any(token.low in PREPOSITIONS for token in tokens[2:])
    if not thing or piece.mine_in(0):
        return None
    if any(piece.grammar.verb_first(token.low) for token in tokens) and not any(token.role == "subject" for token in tokens):
        return None
    conjugate(tokens, piece.grammar)
    for at in range(len(tokens) - 1, 1, -1):
        if tokens[at].low in PLACES and tokens[at - 1].low in PREPOSITIONS:
            tokens.insert(at, Token("the"))
    subject = next((at for at, token in enumerate(tokens) if token.role == "subject"), len(tokens))
    main = [
        at
        for at in range(subject + 2, len(tokens))
        if piece.grammar.finite(tokens[at].low) and piece.grammar.verb_first(tokens[at].low)
    ]
    return Thought("about" if len(main) > 1 or (main and main[0] > subject + 3) else "seen", (f"the {piece.words()}",))


def _the_same(piece: Piece) -> Thought | None:
    """What both have: "same course as me at college", "same village as my nan"."""
    if piece.low(0) != "the same" or len(piece.tokens) < SHORTEST + 1:
        return None
    at = next((at for at, token in enumerate(piece.tokens) if token.low == "as"), 0)
    if not 1 < at < SHORTEST + 2 or piece.low(at + 1) not in ("me", "my", "mine", "us", "our"):
        return None
    if any(piece.grammar.verb_first(token.low) for token in piece.tokens) or any(token.role for token in piece.tokens):
        return None
    return Thought("coincidence", (piece.words(),))
