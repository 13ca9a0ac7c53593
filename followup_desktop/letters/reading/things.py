"""Clauses with another subject: the team, the company, the reader's daughter, there is."""

from __future__ import annotations

from followup_desktop.letters.grammar import DETERMINERS, NUMBERS, POSSESSIVES, PREPOSITIONS
from followup_desktop.letters.mention import COLLECTIVE
from followup_desktop.letters.normalise import Token
from followup_desktop.letters.person_shift import LINKING, conjugate, finite_after_noun_phrase
from followup_desktop.letters.reading.guards import decline, family, guard_clause, stranger
from followup_desktop.letters.reading.kinds import MASS, OWN_THINGS, STRANGERS, TIPS, UNCOUNTED, WHOSE
from followup_desktop.letters.reading.piece import Doubt, Piece, Thought

AND = "and"
WANTING = ("needed", "required", "wanted", "expected", "due")
"""Participles that look like the verb where "is" was left out: certificate needed before the first day."""
SECOND = 1
"""Place of the second word: "spent grain goes", "hiking club goes"."""


def thing(piece: Piece) -> Thought | None:  # noqa: C901, PLR0911, PLR0912  (a ladder, one rung a case)
    """A clause with another subject: the team, the company, the reader's daughter, there is."""
    low = piece.low(0)
    if low in ("there", "there's", "there're"):
        piece.guard(delicate=any(token.low in STRANGERS for token in piece.tokens))
        return Thought("about", (piece.words(),)) if len(piece.tokens) > 2 else None  # noqa: PLR2004  (there is one)
    if piece.first.role == "yours" and piece.low(1) in ("is", "was", "are", "were") and len(piece.tokens) > 3:  # noqa: PLR2004
        return Thought("about", (piece.words(),))
    if low in ("it", "it's", "this", "that", "that's", "he", "she", "they", "him", "these", "those"):
        raise Doubt("sense")
    finite = finite_after_noun_phrase(piece.tokens, 0, piece.grammar)
    if finite is None:
        return _without_is(piece)
    if piece.first.role == "your" and finite == SECOND + 1 and piece.low(SECOND) in TIPS and piece.low(finite + 1) == "to":
        conjugate(piece.tokens, piece.grammar)
        return Thought("advice", (piece.words(finite + 2),))
    compound = piece.grammar.ing(low) and finite > SECOND and piece.grammar.noun(piece.low(SECOND))
    spent_grain = compound or (
        finite == SECOND + 1
        and piece.grammar.participle(low)
        and low not in ("said", "told", "thought")
        and piece.grammar.noun(piece.low(1))
        and piece.grammar.verb_first(piece.low(2))
    )
    spent_grain = spent_grain or (low in piece.grammar.lexicon.plurals and piece.low(SECOND) in ("are", "were", "have"))
    if (
        piece.first.low not in DETERMINERS
        and piece.first.role != "your"
        and piece.grammar.verb_first(piece.first.low)
        and not spent_grain
    ):
        return None
    first, second = piece.low(0), piece.low(SECOND)
    either = finite == SECOND and piece.grammar.base(first) and piece.grammar.plural(second) and piece.first.text.islower()
    acting = piece.low(finite + 1) in DETERMINERS | POSSESSIVES or (
        piece.tokens[finite + 1 : finite + 2] and piece.tokens[finite + 1].role
    )
    if either and second not in piece.grammar.lexicon.weak_nouns | LINKING and not acting:  # climb posts before
        raise Doubt("sense")
    piece.shift = conjugate(piece.tokens, piece.grammar)
    piece.certain()
    steady(piece, finite)
    piece.guard(delicate=stranger(piece, 0, finite) or family(piece, finite) or decline(piece, finite))
    guard_clause(piece, finite)
    piece.guard(delicate=piece.low(finite) in ("could", "should", "would", "might", "must", "may"))
    if piece.low(finite) in WANTING and piece.low(finite + 1) in PREPOSITIONS | {""}:
        raise Doubt("sense")
    if piece.low(finite) in ("is", "are", "was", "were", "has", "have", "had") and finite == len(piece.tokens) - 1:
        raise Doubt("sense")
    if piece.low(finite) == "have" and piece.grammar.noun(piece.low(finite - 1)) and not _several(piece, finite - 1):
        piece.tokens[finite].text = "has"
    indefinite(piece, finite, things=True)
    own(piece, finite, "their" if piece.low(finite) == "have" else "its")
    if piece.first.role != "your":
        article(piece, 0, finite)
    if piece.mine_in(0) and any(token.low in ("me", "myself", "us") for token in piece.tokens):
        if piece.first.role == "your":
            return Thought("mine", (piece.words(),))
        if any(token.role == "your" for token in piece.tokens):
            return Thought("noted", (piece.sentence(),))
        raise Doubt("sense")
    return Thought("about", (piece.sentence(),))


def _without_is(piece: Piece) -> Thought | None:
    """A thing and how it was, with the verb left out: "hotel kitchen spotless", "the staff all so friendly"."""
    at = 1 if piece.first.low in DETERMINERS or piece.first.role == "your" else 0
    end = at
    while piece.grammar.noun(piece.low(end)) or (
        piece.grammar.adjective(piece.low(end)) and piece.grammar.noun(piece.low(end + 1))
    ):
        end += 1
    how = end
    while piece.low(how) in ("all", "both", "so", "very", "really", "dead", "super", "absolutely", "always"):
        how += 1
    word = piece.low(how)
    plain = piece.grammar.adjective(word) and not piece.grammar.noun(word) and not word.endswith("ed")
    after = piece.tokens[how + 1] if how + 1 < len(piece.tokens) else None
    if end == at or not plain or (after is not None and after.low not in ("and", ",", "in", "on", "with", "of")):
        return None
    if piece.low(end - 1) in STRANGERS | WHOSE or piece.mine_in(0) or any(t.role in ("subject", "object") for t in piece.tokens):
        return None
    if any(piece.grammar.verb_first(token.low) for token in piece.tokens) or any(t.text == "," for t in piece.tokens):
        return None
    several = piece.grammar.plural(piece.low(end - 1)) or piece.low(end - 1) in COLLECTIVE
    piece.tokens.insert(end, Token("were" if several else "was"))
    if not at:
        article(piece, 0, end)
        if several and piece.first.low not in DETERMINERS and not piece.first.role:
            piece.tokens.insert(0, Token("the"))
    return Thought("noted", (piece.words(),))


def _several(piece: Piece, at: int) -> bool:
    """Whether the noun at `at` is a plural or one of the words for a group, with which English may have either."""
    return piece.grammar.plural(piece.low(at)) or piece.low(at) in COLLECTIVE or AND in [t.low for t in piece.tokens[:at]]


def own(piece: Piece, verb: int, owner: str = "your") -> None:
    """Put in whose it is where "own" stands alone: "have own garden", "has own choir"."""
    if piece.low(verb) in ("have", "has", "had") and piece.low(verb + 1) == "own":
        piece.tokens.insert(verb + 1, Token(owner))


def indefinite(piece: Piece, verb: int, *, things: bool = False) -> None:
    """Put in the "a" that a hurried note leaves out behind have and tell: "have map of Europe", "told joke about it"."""
    if piece.base_of(piece.low(verb)) not in ("have", "tell") or piece.main_verb(verb):
        return
    at = head = verb + 1
    if piece.low(at) in ("first", "last", "only", "biggest", "oldest", "best") and piece.low(at + 1) != "of":
        piece.tokens.insert(at, Token("the"))
        return
    if things:
        return
    while piece.grammar.adjective(piece.low(head)) or piece.grammar.noun(piece.low(head)):
        head += 1
    word = piece.low(head - 1)
    countable = head > at and piece.grammar.noun(word) and not piece.grammar.plural(word) and word not in MASS | UNCOUNTED
    if countable and piece.tokens[at].text.islower() and not piece.grammar.ing(word):
        piece.tokens.insert(at, Token("an" if piece.low(at)[0] in "aeio" else "a"))


def steady(piece: Piece, finite: int) -> None:
    """A verb after a comma could be the reader's or the thing's: that is a doubt."""
    for at in range(finite + 2, len(piece.tokens)):
        before = at - 1
        while before > finite and piece.grammar.adverb(piece.low(before)):
            before -= 1
        if piece.tokens[before].text == "," and piece.grammar.finite(piece.low(at)) and piece.grammar.verb_first(piece.low(at)):
            raise Doubt("sense")


def article(piece: Piece, at: int, limit: int | None = None) -> None:
    """Put in the article that a hurried note leaves out: "team is moving", "wife does the books"; the verb is at `limit`."""
    token = piece.tokens[at]
    word = token.low
    if piece.low(at + 1)[:1].isdigit():  # box 12
        return
    end = at
    while (
        end < (len(piece.tokens) if limit is None else limit)
        and (piece.grammar.adjective(piece.low(end)) or piece.grammar.noun(piece.low(end)))
        and piece.tokens[end].text.islower()
    ):
        end += 1
    head = piece.low(end - 1) if end > at else word
    if token.fixed or token.role or token.text[:1].isupper() or not token.text[:1].isalpha() or "'" in token.text:
        return
    if word in DETERMINERS | POSSESSIVES | PREPOSITIONS | NUMBERS or word in ("there", "what", "nobody", "it", "we", "i"):
        return
    if word in WHOSE and not piece.context.family:  # at a school, a nursery, a surgery they are not the reader's own
        if at or not any(token.role == "object" for token in piece.tokens):
            raise Doubt("topic")
        piece.tokens.insert(at, Token("the", token.gap))  # kids ran up to hug her
    elif piece.context.mentioned(word):
        piece.tokens.insert(at, Token("the", token.gap))
    elif any(piece.low(i) in OWN_THINGS for i in range(at, max(end, at + 1))) and at == 0:
        piece.tokens.insert(at, Token("your", token.gap, role="your"))
    elif (
        piece.grammar.noun(head)
        and not piece.grammar.plural(head)
        and head not in MASS
        and not (piece.grammar.ing(head) and end == at + 1)
    ):
        piece.tokens.insert(at, Token("the", token.gap))
