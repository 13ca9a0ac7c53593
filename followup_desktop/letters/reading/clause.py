"""Clauses whose subject is the reader."""

from __future__ import annotations

from followup_desktop.letters.grammar import PREPOSITIONS, SUBORDINATORS, WH
from followup_desktop.letters.normalise import Token
from followup_desktop.letters.person_shift import conjugate, verb_after
from followup_desktop.letters.reading.acts import advised, appreciated, asked, deed, kindness, offered, thought, told
from followup_desktop.letters.reading.guards import guard_clause
from followup_desktop.letters.reading.kinds import INTERESTED, KIND, ORIGIN
from followup_desktop.letters.reading.piece import Act, Doubt, Piece, Thought
from followup_desktop.letters.reading.things import indefinite, own

DEGREE = frozenset({"very", "so", "really", "super", "dead", "extremely", "incredibly", "proper"})
RANKS = ("first", "only", "youngest", "oldest")


def reader(piece: Piece) -> Thought | None:
    """A clause about the reader: "you" stands first, or after what sets the scene."""
    at = 0
    while at < len(piece.tokens) and piece.grammar.adverb(piece.low(at)) and not piece.tokens[at].role:
        at += 1
    if at < len(piece.tokens) and piece.tokens[at].role == "subject":
        if at and at == len(piece.tokens) - 1:
            return None
        return clause(piece, at)
    if piece.low(0) in PREPOSITIONS | (SUBORDINATORS - WH) | {"when", "where"} or (
        piece.low(0) == "if" and piece.tokens[1:2] and piece.tokens[1].role
    ):
        subject = next((i for i, token in enumerate(piece.tokens) if token.role == "subject"), None)
        if subject is not None and piece.low(0) not in ("that", "which", "who"):
            verb = verb_after(piece.tokens, subject, piece.grammar)
            if verb is not None and _uninflected(piece, subject, verb):
                raise Doubt("sense")
            piece.shift = conjugate(piece.tokens, piece.grammar)
            piece.certain()
            return Thought("fact", (piece.sentence(),))
    return None


def clause(piece: Piece, subject: int) -> Thought | None:  # noqa: C901, PLR0912  (a ladder, one rung a case)
    """The thought of a clause whose subject is the reader, at `subject`."""
    if piece.low(subject + 1) == "and" and piece.low(subject + 2) in ("someone", "somebody", "one", "another", "some"):
        raise Doubt("sense")
    verb = verb_after(piece.tokens, subject, piece.grammar)
    if piece.low(subject + 1) in RANKS and piece.grammar.noun(piece.low(subject + 2)):
        verb = subject + 1
    if verb is None or not piece.tokens[verb].word:
        raise Doubt("sense")
    verb = _completed(piece, subject, verb)
    word = piece.low(verb)
    if not (piece.grammar.verbs(word) or piece.grammar.auxiliary(word) or piece.unknown_verb(word)):
        raise Doubt("sense")
    if piece.low(verb + 1) == "" and not piece.grammar.auxiliary(word) and word not in piece.grammar.vocabulary:
        raise Doubt("sense")
    if piece.low(verb + 1) == "" and (piece.grammar.auxiliary(word) or word in ("said", "says", "say", "thinks", "told")):
        raise Doubt("sense")
    if any(token.role == "subject" and piece.low(at - 1)[:1].isdigit() for at, token in enumerate(piece.tokens) if at > verb):
        raise Doubt("sense")
    uninflected = _uninflected(piece, subject, verb)
    piece.shift = conjugate(piece.tokens, piece.grammar, stray=piece.answer == "reader")
    piece.certain()
    indefinite(piece, verb)
    own(piece, verb)
    word = piece.low(verb)
    base = piece.base_of(word)
    if word in ("had", "have") and piece.main_verb(verb):
        base = piece.main_verb(verb)
    for attempt in (
        told,
        thought,
        advised,
        offered,
        kindness,
        appreciated,
        asked,
        deed,
    ):
        if (found := attempt(piece, Act(subject, verb, base))) is not None:
            return found
    if any(token.low in ("me", "us", "myself") for token in piece.tokens[verb:]):
        piece.guard(delicate=True)
        return Thought("act", ("", piece.sentence(subject)))
    if base in ("hate", "dislike", "loathe", "detest") or piece.low(verb + 1) in ("hate", "hated"):
        raise Doubt("sense")
    guard_clause(piece, verb)
    if uninflected and not piece.answer:
        raise Doubt("sense")
    text = piece.sentence()
    if base in ORIGIN and piece.grammar.past(word) and piece.low(subject + 1) != "never":
        return Thought("story", (text,))
    return Thought("fact", (text,))


def _completed(piece: Piece, subject: int, verb: int) -> int:
    """Put in "are" before a doing and "were the" before a rank that stand without a verb: "Ivana first woman on line 6"."""
    word = piece.low(verb)
    if verb == subject + 1 and word in RANKS and piece.grammar.noun(piece.low(verb + 1)):
        piece.tokens[verb:verb] = [Token("were"), Token("the")]
        return verb
    kind = verb == subject + 1 and (word in KIND or (word in DEGREE and piece.low(verb + 1) in KIND))
    if kind and piece.low(verb + (2 if word in DEGREE else 1)) in PREPOSITIONS | {"", ","}:
        piece.tokens.insert(verb, Token("were"))
        return verb
    moved = word in INTERESTED and verb > subject + 1 and piece.low(verb + 1) in ("when", "by", "about", "at", "to", "every", "")
    if moved:
        piece.tokens.insert(subject + 1, Token("are"))
        return subject + 1
    doing = piece.grammar.ing(word) is not None and not piece.grammar.noun(word) and verb == subject + 1
    if doing and verb + 1 < len(piece.tokens):
        piece.tokens.insert(verb, Token("are"))
    return verb


def _uninflected(piece: Piece, subject: int, verb: int) -> bool:
    """Whether a verb in the bare form follows "he" or a name, as learners write for the past and the present alike.

    What is done every day, and what is done by "they", may stand in the bare form.
    """
    word = piece.low(verb)
    if (
        piece.tokens[subject].many
        or not all(piece.grammar.adverb(piece.low(i)) for i in range(subject + 1, verb))
        or piece.grammar.auxiliary(word)
        or word in ("have", "be", "do")
    ):
        return False
    bare = piece.grammar.base(word) and piece.grammar.past(word) is None and piece.grammar.third(word) is None
    return bare and piece.context.mine


def wh(piece: Piece) -> Thought | None:
    """A clause of question words: "what he loves is teaching", "how she handled the outage"."""
    if piece.low(0) not in ("how", "what", "why", "where", "the"):
        return None
    subject = next((i for i, token in enumerate(piece.tokens[:3]) if token.role == "subject"), None)
    if subject is None:
        return None
    if piece.low(0) == "the" and not (piece.low(1) == "way" and subject == 2):  # noqa: PLR2004  (the way you)
        return None
    piece.shift = conjugate(piece.tokens, piece.grammar)
    piece.certain()
    if piece.low(0) == "what" and any(piece.low(i) in ("is", "was") for i in range(subject + 2, len(piece.tokens))):
        return Thought("fact", (piece.words(),))
    if piece.low(0) == "how" and not piece.mine_in(0):
        return Thought("story", (piece.words(1),))
    return Thought("seen", (piece.words(),))
