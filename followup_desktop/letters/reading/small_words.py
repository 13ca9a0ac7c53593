"""Articles and "to" that a hurried hand or a learner leaves out, where English can have only one thing there.

"in corridor" and "on roof" get "the"; "used to be ballet dancer" gets "a". Words that stand without article in some turns
of speech (in town, on site, by bus) are left alone.
"""

from __future__ import annotations

from followup_desktop.letters.grammar import BE, PREPOSITIONS, SUBORDINATORS, Grammar, words
from followup_desktop.letters.normalise import Token
from followup_desktop.letters.reading.kinds import MASS, UNCOUNTED

WHERE = words("in on at from into onto through round around across near behind under outside inside along beside opposite")
PLACES = words("""
    corridor canteen kitchen lobby hallway roof garden greenhouse workshop warehouse yard office ward lab laboratory staffroom
    basement attic cellar loft shed barn river loch lake pond park van truck bus train boat ship street village valley harbour
    market museum gallery library shop cafe pub bakery studio gym playground classroom cupboard drawer fridge freezer oven
    cabinet shelf wall door window counter entrance gate fence stairs lift meeting area region city building factory mill mine
    forest beach island mountain hill bridge road station airport garage farm hotel restaurant church-hall allotment balcony
    courtyard tunnel tower attic salon surgery clinic nursery stable field orchard vineyard quarry dock depot
""")
"""Where "the" cannot be missing behind a preposition of place."""
EVENTS = words("strike war storm flood interview shift tour break festival pandemic blackout match game audit rehearsal show")
"""What "during" is said of."""
BEFORE_TO = words("want wants wanted hope hopes hoped promised agreed offered decided wishes wished")
"""Verbs that need "to" before another verb: wanted stay all day."""
NEVER_AT = words("market station church")
"""Of these, what one may be at, or go from, without article."""
TRADES = ("er", "or", "ist", "ian", "man", "woman", "nurse", "chef", "baker", "cook", "pilot", "vet", "monk", "dj", "medic")
"""Endings of what somebody is by trade."""


def with_small_words(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """The tokens with those words put in."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        found.append(token)
        if token.low in BEFORE_TO and at + 1 < len(tokens) and _bare_verb(tokens[at + 1].low, grammar):
            found.append(Token("to"))
        if at + 1 >= len(tokens) or not _plain(tokens[at + 1], grammar):
            continue
        low = token.low
        if (low in WHERE and _place(tokens, at, grammar)) or (low == "during" and tokens[at + 1].low in EVENTS):
            found.append(Token("the"))
        elif low in BE and low != "being" and (article := _trade(tokens, at + 1, grammar)):
            found.append(Token(article))
        elif low in ("when", "while", "how", "after", "before", "because") and _acts(tokens, at + 1, grammar):
            found.append(Token("the"))
    return found


def _bare_verb(word: str, grammar: Grammar) -> bool:
    """Whether `word` is an infinitive and nothing else: wanted stay."""
    return grammar.base(word) and not (
        grammar.noun(word) or grammar.adjective(word) or grammar.finite(word) or grammar.adverb(word)
    )


def _plain(token: Token, grammar: Grammar) -> bool:
    """Whether the token is a noun or an adjective in small letters that is not the reader's."""
    word = token.text
    return word.islower() and not token.role and not token.fixed and (grammar.noun(word) or grammar.adjective(word))


def _end(tokens: list[Token], at: int, grammar: Grammar) -> int:
    """Where the run of plain nouns and adjectives that begins at `at` ends."""
    while at < len(tokens) and _plain(tokens[at], grammar) and tokens[at].low not in PREPOSITIONS | SUBORDINATORS:
        at += 1
    return at


def _place(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether a bare place stands behind the preposition at `at`: in old filing cabinet."""
    end = next((i for i in range(at + 1, min(at + 4, len(tokens))) if tokens[i].low in PLACES), 0)
    if not end or not all(_plain(token, grammar) for token in tokens[at + 1 : end]):
        return False
    word, after = tokens[end].low, tokens[end + 1] if end + 1 < len(tokens) else None
    if after is not None and (after.text[:1].isdigit() or (grammar.noun(after.low) and not grammar.verb_first(after.low))):
        return False
    return not (tokens[at].low in ("at", "from") and word in NEVER_AT) and [token.low for token in tokens].count(word) == 1


def _trade(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """The article before a trade without one: used to be ballet dancer; an empty text where none is missing."""
    end = _end(tokens, at, grammar)
    word = tokens[end - 1].low
    after = tokens[end].low if end < len(tokens) else ""
    trade = word.endswith(TRADES) and grammar.noun(word) and not grammar.plural(word) and not grammar.adjective(word)
    if end == at or not trade or word in MASS | UNCOUNTED or after in ("of", "to") or grammar.auxiliary(after):
        return ""
    if any(grammar.ing(token.low) or grammar.adverb(token.low) for token in tokens[at : end - 1]):
        return ""
    several = at > 1 and tokens[at - 2].low in ("we", "they", "people", "all", "both")
    return "" if several else "an" if tokens[at].low[0] in "aeio" else "a"


def _acts(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether a bare singular with its verb stands at `at`: when plane takes off."""
    word, after = tokens[at].low, tokens[at + 1].low if at + 1 < len(tokens) else ""
    single = grammar.noun(word) and not grammar.plural(word) and word not in MASS | UNCOUNTED and not grammar.ing(word)
    countable = single and not grammar.adjective(word) and not grammar.adverb(word)
    return countable and grammar.verb_first(after) and (grammar.third(after) is not None or after in ("is", "was"))
