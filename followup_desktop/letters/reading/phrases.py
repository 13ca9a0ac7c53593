"""The things a note names: what is left to talk about where the note as a whole cannot be read."""

from __future__ import annotations

from followup_desktop.letters.grammar import CONJUNCTIONS, DETERMINERS, NUMBERS, SUBORDINATORS, Grammar, words
from followup_desktop.letters.normalise import Token, decapitalised, join
from followup_desktop.letters.reading.goodwill import warm

LINKS = words("of in at for from on with under by to")
"""Prepositions that may hold a thing and another thing together."""
POOR = words("""
    thing things bit lot lots time times day days year years week weeks month months hour hours minute minutes way one ones stuff
    part parts kind sort end person man woman people guy today tomorrow yesterday first next last monday tuesday wednesday
    thursday friday saturday sunday age ages half none all both each any every some this that these those
""")
"""Words that name nothing by themselves."""
LONGEST = 9
"""Words that a thing has at most."""
DETERMINING = (DETERMINERS | NUMBERS | words("my our")) - {"no", "this", "that", "these", "those", "all", "both", "any", "each"}


def noun_phrases(tokens: list[Token], grammar: Grammar) -> list[str]:
    """The things named in these tokens, those that say most first; an article is put in where one is missing."""
    tokens = [token.copy() for token in tokens]
    decapitalised(tokens, grammar)
    found = []
    at = 0
    while at < len(tokens):
        end = _end(tokens, at, grammar)
        if end > at:
            found.append(tokens[at:end])
        at = max(end, at + 1)
    ranked = sorted(found, key=lambda span: _weight(span, grammar), reverse=True)
    return [_spelt(span, grammar) for span in ranked if _weight(span, grammar) > 0]


def _end(tokens: list[Token], at: int, grammar: Grammar) -> int:
    """Where the thing that begins at `at` ends; `at` itself where none begins."""
    end = _simple(tokens, at, grammar)
    while end > at and end + 1 < len(tokens) and tokens[end].low in LINKS:
        after = _simple(tokens, end + 1, grammar)
        if after == end + 1 or after - at > LONGEST:
            break
        end = after
    return end


def _simple(tokens: list[Token], at: int, grammar: Grammar) -> int:
    """Where a thing without a preposition ends: article, properties, nouns."""
    start = at
    if at < len(tokens) and (tokens[at].low in DETERMINING or tokens[at].role == "your"):
        at += 1
    determined = at > start
    while at < len(tokens) and _property(tokens, at, grammar, determined=determined):
        at += 1
    last = at
    while last > start and not _head(tokens[last - 1], grammar):
        last -= 1
    return last if last > start and any(_head(token, grammar) for token in tokens[start:last]) else start


def _property(tokens: list[Token], at: int, grammar: Grammar, *, determined: bool) -> bool:
    token, low = tokens[at], tokens[at].low
    if token.fixed:
        return True
    if not token.word or token.role or grammar.auxiliary(low) or low in CONJUNCTIONS | SUBORDINATORS | LINKS:
        return False
    if low.endswith("'s"):
        return True
    if grammar.verb_first(low) and not (determined and (grammar.ing(low) or grammar.participle(low))):
        return False
    return bool(
        grammar.noun(low)
        or grammar.adjective(low)
        or _capital(token)
        or low[:1].isdigit()
        or (determined and (grammar.ing(low) or grammar.participle(low)))
        or (low not in grammar.vocabulary and low.isalpha() and len(low) > 2)  # noqa: PLR2004  (short forms)
    )


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text not in ("I", "I'm", "I've", "I'd", "I'll")


def _head(token: Token, grammar: Grammar) -> bool:
    low = token.low
    return token.fixed or (
        not token.role
        and not low.endswith("'s")
        and (
            grammar.noun(low) or _capital(token) or (low not in grammar.vocabulary and low.isalpha() and not grammar.adverb(low))
        )
    )


def _weight(span: list[Token], grammar: Grammar) -> int:
    """How much a thing says: nothing where its words are poor ones only."""
    telling = [token for token in span if _head(token, grammar) and token.low not in POOR and len(token.text) > 1]
    return len(telling) * 2 + len(span) + 3 * sum(warm(token.low, grammar) for token in span) if telling else 0


def _spelt(span: list[Token], grammar: Grammar) -> str:
    text = join(span).strip()
    first, head = span[0], span[-1]
    named = first.low in DETERMINING or first.role or first.fixed or _capital(first) or first.low[:1].isdigit()
    many = any(grammar.plural(token.low) for token in span)
    return text if named or many or (len(span) == 1 and head.low not in grammar.lexicon.nouns) else f"the {text}"
