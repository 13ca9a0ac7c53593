"""The last look at a sentence before it is offered: what is not sound English about the reader is not offered at all."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from followup_desktop.letters.grammar import PLURAL_OF_AUXILIARY, Grammar
from followup_desktop.letters.lexicon import fold
from followup_desktop.letters.mention import FORMS, TITLES, Who

MOST_WORDS = 32
"""Words a sentence may have."""
QUOTED = re.compile(r"\"[^\"]*\"|(?<![\w'])'[^']*'(?!\w)")
SIGNS = re.compile(r"[,;:]\s*[,;:.]|\.\.|[&@#*_=<>{}\[\]|~^\\]|\bw/|\bb/c\b|\s[,.;:]|''|\?|https?:|www\.|\( | \)")
DOUBLED = re.compile(r"\b(you|your|the|a|an|and|that|to|of|is|are|was|were|i)\s+\1\b", re.IGNORECASE)
HEARD = re.compile(
    r"^(?:I enjoyed hearing|It was good to learn|I was glad to hear|I liked hearing|It was interesting to learn)\b"
)
HANGING = re.compile(
    r"\b(?:might|may|must|should|would|could|can|will|is|are|was|were|has|have|had|do|does|the|a|an"
    r"|my|your|and|or|but|because|if|than|very)[.!]",
)
OWN = re.compile(r"\b(?:me|us|myself)\b")
CLASH = re.compile(
    r"\byou (?:is|was|has|does|isn't|wasn't|hasn't|doesn't|am)\b|\bI (?:is|are|has|does|were)\b|\bwe (?:is|was|has|am)\b"
    r"|\byour (?:am|is|are|was|were|the|a|an|his|her|their|my|to|and|or|but|of|with|you|has|have|had|did|does)\b"
    r"|\b(?:the|a|an) (?:the|a|an|is|are|was|my|your|his|her|and|of|to)\b|\bto (?:the )?(?:has|was|is|are)\b"
    r"|\bthe one (?:has|is|was|had)\b|\bthat that\b|\bme you\b"
    r"|\b(?:hearing|learn|hear) (?:that|how) (?:me|him|them|us)\b"
    r"|\b(?:that|how) (?:never|always|often|still) \w+s\b|\b(?:with|from|at|on|for|by|a|the|an) of\b"
    r"|\b(?:the|a|an|my|your) (?:I|you|he|she|they|we|me)\b(?!-)|\byour (?:Mr|Mrs|Ms|Dr)\b|\btheir (?:and|or|of|to|is|are)\b"
    r"|\b(?:the|a|an) (?:on|at|from|with|by|into|for|during|twice)\b(?![-\w])",
    re.IGNORECASE,
)


SHORT_MEASURE = re.compile(r"\d+(?:st|nd|rd|th|s|mm|cm|m|km|kg|g|mg|ml|l|am|pm|k|h|v|w|kw|mb|gb|tb|mph|x\d+)")
"""A number with letters behind it that is ordinary in print: 3rd, 1950s, 10km, 4x4."""
UNIT = 3
"""Letters that a unit behind a number may have: 20 m, 110 wpm."""
ALONE = frozenset(
    {"idk", "iirc", "imo", "imho", "afaik", "ngl", "fyi", "eow", "eod", "eom", "tba", "tbc", "tbd", "aka", "omg", "fwiw"}
)
"""What people write for short that is no word and has no place on a card."""


@lru_cache(maxsize=4096)
def short_form(word: str, grammar: Grammar) -> bool:
    """Whether `word` is a short form that was not spelt out: u, w, 2x, 3yo, pts; capitals (PCR) and 3D are names of things."""
    if not word.islower() or "'" in word or "-" in word:
        return False
    if word[:1].isdigit():
        return SHORT_MEASURE.fullmatch(word) is None
    if word in ALONE or (word in grammar.lexicon.abbreviations and word not in grammar.vocabulary):
        return True
    return word.isascii() and word.isalpha() and not set(word) & set("aeiouy") and word not in grammar.vocabulary


def faults(text: str, whom: Who, grammar: Grammar, kept: set[str]) -> list[str]:  # noqa: C901  (a ladder, one rung a case)
    """What is wrong with `text`: a leftover of the reader, a clash of person, an odd sign, too many words.

    `kept` holds pronouns that mean somebody else and may stay.
    """
    found = []
    for sentence in re.split(r"(?<=[.!]) (?=[A-Z])", text):
        if len(sentence.split()) > MOST_WORDS:
            found.append("long")
        if HEARD.match(sentence) and OWN.search(QUOTED.sub("", sentence)):
            found.append("me in a fact")
    bare = QUOTED.sub('""', text)
    words = re.findall(r"[\w'’-]+", bare)
    forms = FORMS.get(whom.pronoun, {**FORMS["she"], **FORMS["he"]})
    if any(part in forms and part not in kept for word in words for part in word.lower().split("'")):
        found.append("pronoun")
    for word in words:
        stem = fold(word.removesuffix("'s").removesuffix("'"))
        if (
            stem in whom.names
            and stem not in whom.company
            and (word[0].isupper() or stem not in grammar.everyday)
            and stem not in TITLES
        ):
            found.append("name")
    if _short_forms(words, whom, grammar):
        found.append("short form")
    if HANGING.search(bare):
        found.append("hanging")
    if CLASH.search(bare) or DOUBLED.search(bare) or SIGNS.search(bare):
        found.append("clash")
    if bare.count("(") != bare.count(")") or text.count('"') % 2 or _disagrees(words, grammar):
        found.append("form")
    return found


def _short_forms(words: list[str], whom: Who, grammar: Grammar) -> bool:
    """Whether a short form is left that is no unit behind a number and not in the company's name."""
    return any(
        short_form(word, grammar) and fold(word) not in whom.company and not (before[:1].isdigit() and len(word) <= UNIT)
        for before, word in pairwise(["", *words])
    )


def _disagrees(words: list[str], grammar: Grammar) -> bool:
    """Whether "you" stands before a verb in the third person."""
    for word, after in pairwise(words):
        low = after.lower()
        if word.lower() == "you" and (
            low in PLURAL_OF_AUXILIARY or (grammar.third(low) and not grammar.noun(low) and not grammar.adverb(low))
        ):
            return True
    for at, (word, after, last) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        low = after.lower()
        if at and words[at - 1].lower() in ("what", "who", "all", "where", "everything"):  # what you love is teaching
            continue
        verb = grammar.base(low) and not grammar.adverb(low) and not grammar.auxiliary(low)
        if word.lower() == "you" and verb and last.lower() in ("are", "were", "is", "was", "has"):
            return True
    return False
