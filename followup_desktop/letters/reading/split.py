"""A note's clauses: where a new subject begins, and what may be dropped at both ends."""

from __future__ import annotations

from followup_desktop.letters.grammar import DETERMINERS, POSSESSIVES, PREPOSITIONS, SUBORDINATORS, Grammar
from followup_desktop.letters.normalise import Token
from followup_desktop.letters.person_shift import finite_after_noun_phrase
from followup_desktop.letters.reading.kinds import FILLERS, KIND, LIKING, REACTIONS, SAYINGS, TIPS

SCENE = 6
"""Words from which a part that begins with a preposition is more than a scene ("after ten years at sea")."""


LABEL = 3
"""Words that a label before a dash may have ("her best tip - ...")."""


def parts(tokens: list[Token], grammar: Grammar) -> list[tuple[str, list[Token]]]:  # noqa: C901  (a ladder, one rung a case)
    """The note's clauses with what joins each to the one before: a new subject begins a new piece."""
    pieces: list[tuple[str, list[Token]]] = []
    start, joiner = 0, ""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.text in (",", ":") and at > start and at + 1 < len(tokens) and only_reaction(tokens[at + 1 :]):
            tokens = tokens[:at]
            break
        labelled = 0 < at - start <= LABEL and tokens[at - 1].low in TIPS | SAYINGS
        labelled = labelled or (0 < at - start <= SCENE and any(each.low in TIPS for each in tokens[start : start + 3]))
        if token.text in ("-", "–", "—") and labelled:
            tokens = [*tokens[:at], Token(":", gap=False), *tokens[at + 1 :]]
        elif token.text in (";", ".", "!", "(", ")", "–", "—", "/") or (token.text == "-" and token.gap and at > start + 1):
            pieces.append((joiner, tokens[start:at]))
            start, joiner = at + 1, ""
        elif at > start and (token.text == "," or token.low in ("and", "but", "so", "then")):
            after = at + 1
            if token.low == "and" and tokens[at - 1].role == "subject" and at - 1 == start:
                at += 1
                continue
            while after < len(tokens) and tokens[after].low in ("and", "but", "so", "then", "also"):
                after += 1
            if _purpose(tokens, after):
                at = after + 1
                continue
            if _told_you(tokens, start, after, grammar) or _deed_then_fact(tokens[start:at], tokens, after, grammar):
                pieces.append((joiner, tokens[start:at]))
                start, joiner = after, ""
            elif _subject_begins(tokens, after, grammar, comma=token.text == ",") and not _unfinished(tokens[start:at]):
                pieces.append((joiner, tokens[start:at]))
                word = (
                    tokens[after - 1].low
                    if tokens[after - 1].low in ("but", "so")
                    else token.low
                    if token.low in ("but", "so")
                    else "and"
                )
                joiner = (
                    ", and"
                    if token.text == "," and word == "and" and tokens[after - 1].low != "and"
                    else f" {word}"
                    if word == "and"
                    else f", {word}"
                )
                start = at = after
                continue
        at += 1
    pieces.append((joiner, tokens[start:]))
    return [(joiner, kept) for joiner, piece in pieces if (kept := trimmed(piece))]


def _told_you(tokens: list[Token], start: int, at: int, grammar: Grammar) -> bool:
    """Whether the writer's own words or deed follow: "..., told him so", "knows all the kids, quizzed her"."""
    if at + 1 >= len(tokens) or tokens[at + 1].role != "object":
        return False
    word = tokens[at].low
    readers = tokens[start].role == "subject" or grammar.third(tokens[start].low) is not None
    writers = readers and grammar.past(word) is not None and not grammar.noun(word) and at + 2 == len(tokens)
    return word in ("told", "thanked") or writers


def _purpose(tokens: list[Token], at: int) -> bool:
    """Whether "so I could" stands at `at`: what something was done for, and no new fact."""
    rest = [token.low for token in tokens[at - 1 : at + 2]]
    return rest[:1] == ["so"] and rest[1:2] in (["i"], ["we"]) and rest[2:3] in (["could"], ["can"], ["can't"], ["wouldn't"])


def _deed_then_fact(before: list[Token], tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether a deed for the writer is followed by what always holds: "showed me the hall, knows everyone by name"."""
    past = any(grammar.past(token.low) and not grammar.third(token.low) for token in before[:3])
    mine = any(token.low in ("me", "us") for token in before)
    while at < len(tokens) and grammar.adverb(tokens[at].low) and tokens[at].low != "never":
        at += 1
    word = tokens[at].low if at < len(tokens) else ""
    present = (grammar.third(word) and grammar.verb_first(word)) or word in ("is", "has", "does")
    return bool(past and mine and present and before[0].low not in SUBORDINATORS)


def _unfinished(piece: list[Token]) -> bool:
    """A part that only sets the scene for what follows: "when the server crashed", "in 2015", "before that"."""
    return (
        not piece
        or piece[0].low in SUBORDINATORS - {"what", "how", "who"}
        or (piece[0].low in PREPOSITIONS and len(piece) < SCENE)
    )


def _subject_begins(tokens: list[Token], at: int, grammar: Grammar, *, comma: bool) -> bool:  # noqa: PLR0911  (a ladder, one rung a case)
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.role == "subject" or token.low in ("i", "i'm", "i've", "i'd", "i'll", "we", "we're", "we've"):
        return True
    if token.low in ("there's", "there") and comma and at + 2 < len(tokens):
        return token.low == "there's" or grammar.auxiliary(tokens[at + 1].low)
    if token.low == "both" and comma:
        return True
    if token.low in ("everyone", "everybody", "nobody") and at + 1 < len(tokens) and grammar.finite(tokens[at + 1].low):
        return True
    if comma and token.low in KIND and at + 1 < len(tokens) and tokens[at + 1].low in ("about", "with"):
        return True
    if _loved_it(tokens, at, grammar):
        return True
    if token.low in SUBORDINATORS or token.low in ("it", "it's") or token.fixed:
        return False
    if token.role == "your" or token.low in DETERMINERS | POSSESSIVES or comma:
        return finite_after_noun_phrase(tokens, at, grammar) is not None and not grammar.verb_first(token.low)
    return False


def _loved_it(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether "loved it" follows, which may be the writer's word on what went before."""
    past = grammar.past(tokens[at].low)
    return (
        past is not None and past.base in LIKING and at + 1 < len(tokens) and tokens[at + 1].low in ("it", "that", "this", "them")
    )


def trimmed(piece: list[Token]) -> list[Token]:
    """The piece without idle words at both ends."""
    start, end = 0, len(piece)
    while start < end and (not piece[start].word or (piece[start].low in FILLERS and start + 1 < end)):
        start += 1
    while end > start and (
        (not piece[end - 1].word and piece[end - 1].text != "?")
        or (piece[end - 1].low in ("apparently", "though", "tho", "too", "anyway") and end > start + 1)
    ):
        end -= 1
    if [token.low for token in piece[start : start + 2]] == ["turns", "out"]:
        start += 3 if start + 2 < end and piece[start + 2].low == "that" else 2
    if end - start > 2 and piece[start].low == "that" and (piece[start + 1].role or piece[start + 1].low in DETERMINERS):  # noqa: PLR2004
        start += 1
    return piece[start:end]


def only_reaction(piece: list[Token]) -> bool:
    """True where the piece says nothing but "amazing" or "nice guy"."""
    return all(token.low in REACTIONS or token.low in KIND or token.text in (",", ":") or token.text.isdigit() for token in piece)
