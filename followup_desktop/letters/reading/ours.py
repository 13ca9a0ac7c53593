"""What holds for both, and what was talked about."""

from __future__ import annotations

from followup_desktop.letters.grammar import BE, PREPOSITIONS
from followup_desktop.letters.normalise import Token
from followup_desktop.letters.person_shift import conjugate
from followup_desktop.letters.reading.kinds import BETWEEN_TALK, TALKING
from followup_desktop.letters.reading.piece import Doubt, Piece, Thought

AND = "and"
LISTED = 3
"""Words that the last thing of a list may have."""


def together(piece: Piece) -> Thought | None:  # noqa: C901, PLR0911  (a ladder, one rung a case)
    """What holds for both, and what was talked about."""
    low = piece.first.low
    if low in ("we", "both") and len(piece.tokens) <= 2 and piece.low(1) in ("", "both", "all", "are"):  # noqa: PLR2004  (we both)
        raise Doubt("sense")
    pair = low == "you" and piece.low(1) == "and" and (piece.low(2) == "i" or (piece.low(2) == "me" and piece.low(3) == "both"))
    if low == "you" and piece.low(1) == AND and piece.low(2) in ("me", "i") and piece.low(3) == "the same":
        return _same(piece)
    if pair:
        piece.tokens[0:3] = [Token("we")]
        low = "we"
    if low == "both":
        return both(piece)
    if low in ("we're", "we've", "we'd", "we'll"):
        piece.tokens[0:1] = [Token("we"), Token({"we're": "are", "we've": "have", "we'd": "had", "we'll": "will"}[low])]
        low = "we"
    if low != "we":
        return None
    at = 1
    for_both = piece.low(1) in ("both", "all", "each") or pair or piece.low(2) in ("both", "all")
    while piece.grammar.adverb(piece.low(at)) or piece.low(at) in ("both", "all", "each"):
        at += 1
    bases = {each.base for each in piece.grammar.verbs(piece.low(at))}
    conjugate(piece.tokens, piece.grammar)
    if bases & {"discover", "realise", "realize", "learn", "find"}:
        index = at + 1
        while piece.low(index) in ("out", "that"):
            index += 1
        if piece.low(index) in ("we", "we're"):
            return Thought("shared", (piece.words(index),))
    if bases & TALKING and not for_both:
        return talk(piece, at)
    if (
        for_both
        or bases
        & {"have", "share", "be", "go", "know", "come", "sing", "work", "train", "study", "grow", "support", "use", "play"}
        or piece.low(at) in BE
    ):
        text = piece.words()
        return Thought("shared", (text.replace("we and both", "we both"),))
    return Thought("joint", (piece.words(),)) if piece.grammar.past(piece.low(at)) else None


def _same(piece: Piece) -> Thought | None:
    """As in "Grace and me same college, different years", which is told without a verb."""
    if any(piece.grammar.verb_first(token.low) for token in piece.tokens):
        return None
    comma = next((at for at in range(4, len(piece.tokens)) if piece.low(at) in ("different", "other")), 0)
    if comma and piece.tokens[comma - 1].word:
        piece.tokens.insert(comma, Token(",", gap=False))
    return Thought("coincidence", (piece.words(3),))


def both(piece: Piece) -> Thought | None:  # noqa: PLR0911  (a ladder, one rung a case)
    """As in "both from Leeds", "both of us learnt from books": completed to a clause with "we"."""
    at = 1
    if piece.low(1) == "of" and piece.low(2) in ("us", "you"):
        at = 3
        if piece.low(2) == "you":
            raise Doubt("sense")
        return Thought("shared", (f"both of us {piece.words(3)}",))
    word = piece.low(at)
    if not word:
        raise Doubt("topic")
    verbal = piece.grammar.verbs(word)
    if not verbal and word.endswith("ed") and piece.low(at + 1) in ("on", "with", "by"):
        return Thought("shared", (f"we are both {piece.words(at)}",))
    if piece.grammar.past(word) and piece.low(at + 1) in ("at", "in", "as", "on", "under", "here", "there"):
        return Thought("shared", (f"we both {piece.words(at)}",))
    if (
        any(each.ing == word for each in verbal)
        or piece.grammar.adjective(word)
        or word in PREPOSITIONS
        or (
            piece.grammar.participle(word)
            and not piece.grammar.base(word)
            and piece.low(at + 1) in PREPOSITIONS
            and piece.low(at + 1) in ("with", "by", "of", "into", "in")
            and piece.grammar.adjective(word)
        )
    ):
        return Thought("shared", (f"we are both {piece.words(at)}",))
    head = next(
        (i - 1 for i in range(at, len(piece.tokens)) if piece.low(i) in PREPOSITIONS or not piece.tokens[i].word),
        len(piece.tokens) - 1,
    )
    if piece.grammar.plural(piece.low(head)) and head - at < 3 and not (verbal and piece.grammar.verb_first(word)):  # noqa: PLR2004  (huge Sox fans)
        return Thought("shared", (f"we are both {piece.words(at)}",))
    if verbal and (piece.grammar.base(word) or piece.grammar.past(word)):
        return Thought("shared", (f"we both {piece.words(at)}",))
    if third := piece.grammar.third(word):
        piece.tokens[at].text = third.base
        return Thought("shared", (f"we both {piece.words(at)}",))
    return Thought("shared", (f"we are both {piece.words(at)}",)) if word.endswith(("ed", "ing")) else None


CHAT = (
    "natter",
    "chat",
    "talk",
    "conversation",
    "discussion",
    "banter",
    "debate",
    "laugh",
    "giggle",
    "yarn",
    "catch-up",
    "gossip",
)


def chat(piece: Piece) -> Thought | None:
    """A conversation without a verb: "good natter about crossword setters"."""
    at = 0
    while piece.grammar.adjective(piece.low(at)) or piece.low(at) in ("a", "long", "quick", "proper", "big"):
        at += 1
    if piece.low(at) not in CHAT or piece.low(at + 1) not in ("about", "on", "over") or at + 2 >= len(piece.tokens):
        return None
    if any(token.role in ("object", "subject") for token in piece.tokens[at:]):
        return None
    conjugate(piece.tokens, piece.grammar)
    return Thought("talk", (listed(piece.words(at + 2)), "talking with you about", "to talk with you about"))


def listed(text: str) -> str:
    """`text` with "and" before the last of several things that only commas part: "dogs, lambing, bad roads"."""
    head, comma, tail = text.rpartition(", ")
    if (
        not comma
        or f" {AND} " in f" {tail} "
        or tail.split()[0] in ("and", "or", "but", "who", "which")
        or len(tail.split()) > LISTED
    ):
        return text
    return f"{head} and {tail}"


def talk(piece: Piece, at: int) -> Thought | None:
    """A conversation, as in "we talked about his move", "we compared notes on untranslatable words"."""
    verb = piece.grammar.verbs(piece.low(at))[0]
    index = at + 1
    while (
        index < len(piece.tokens)
        and piece.low(index) not in ("about", "over", "on", "how", "why", "what", "that", "the", "a", "an", "your")
        and not piece.tokens[index].role
    ):
        index += 1
    if index >= len(piece.tokens):
        return None
    if any(piece.low(i) not in BETWEEN_TALK and not piece.low(i).isdigit() for i in range(at + 1, index)):
        raise Doubt("sense")
    rest = index + 1 if piece.low(index) in ("about", "over", "on") else index
    if piece.tokens[rest : rest + 1] and piece.tokens[rest].role in ("object", "subject"):
        raise Doubt("sense")
    what = listed(piece.words(rest))
    if not what:
        return None
    between = f" {piece.words(at + 1, index)}" if index > at + 1 else ""
    between = "" if between.strip().startswith(("for ", "a lot", "lots", "quite")) else between
    link = piece.low(index) if piece.low(index) in ("about", "over", "on") else ""
    doing = (
        "talking with you about"
        if verb.base in ("talk", "chat", "speak", "discuss", "converse", "natter", "gossip")
        else f"{verb.ing}{between} with you {link}".strip()
    )
    to = "to talk with you about" if doing.startswith("talking") else f"to {verb.base}{between} with you {link}".strip()
    return Thought("talk", (what, doing, to))
