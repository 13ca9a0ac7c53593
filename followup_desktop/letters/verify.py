"""The last look at a sentence before it is offered: what is not sound English about the reader is not offered at all."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from string import ascii_lowercase

from followup_desktop.letters.grammar import FUNCTION_WORDS, KIN, PLURAL_OF_AUXILIARY, Grammar, words
from followup_desktop.letters.lexicon import fold
from followup_desktop.letters.mention import FORMS, TITLES, Who
from followup_desktop.letters.normalise import known
from followup_desktop.letters.person_shift import PLACED

MOST_WORDS = 32
"""Words a sentence may have."""
QUOTED = re.compile(r"\"[^\"]*\"|(?<![\w'])'[^']*'(?!\w)")
SIGNS = re.compile(r"[,;:]\s*[,;:.]|\.\.|[&@#*_=<>{}\[\]|~^\\]|\bw/|\bb/c\b|\s[,.;:]|''|\?|https?:|www\.|\( | \)")
DOUBLED = re.compile(r"\b(you|your|the|a|an|and|that|to|of|is|are|was|were|i)\s+\1\b", re.IGNORECASE)
HEARD = re.compile(
    r"^(?:I enjoyed hearing|It was good to learn|I was glad to hear|I liked hearing|It was interesting to learn)\b"
)
HANGING = re.compile(
    r"(?<!\bstill )(?<!\bthan you )(?<!\bas you )\b(?:might|may|must|should|would|could|can|will|is|are|was|were"
    r"|has|have|had|do|does|the|a|an|my|your|and|or|but|because|if|than|very)[.!]",
)
ASKED = re.compile(r"\b(how (?:my|your|the) [\w'’ ]{2,30}?) (?:is|are|was|were)(?=[.,]|$)")
"""A question about how somebody is, which may end with its verb."""
_SENTENCE_END = re.compile(r"(?<=[.!]) (?=[A-Z])")
OWN = re.compile(r"\b(?:me|us|myself)\b")
CLASH = re.compile(
    r"\byou (?:is|was|has|does|isn't|wasn't|hasn't|doesn't|am)\b|\bI (?:is|are|has|does|were)\b|\bwe (?:is|was|has|am)\b"
    r"|\byour (?:am|is|are|was|were|the|a|an|his|her|their|my|to|and|or|but|of|with|you|has|have|had|did|does"
    r"|never|always|still)\b"
    r"|\b(?:the|a|an) (?:the|a|an|is|are|was|my|your|his|her|and|of|to)\b|\bto (?:the )?(?:has|was|is|are)\b"
    rf"|\byou (?:{'|'.join(sorted(KIN - {'partner', 'kid'}))})\b"
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


def faults(text: str, whom: Who, grammar: Grammar, kept: set[str]) -> list[str]:
    """What is wrong with `text`: a leftover of the reader, a clash of person, an odd sign, too many words.

    `kept` holds pronouns that mean somebody else and may stay.
    """
    found = frame_faults(text)
    bare = ASKED.sub(r"\1 went", QUOTED.sub('""', text))
    spoken = re.findall(r"[\w'’-]+", bare)
    forms = FORMS.get(whom.pronoun, {**FORMS["she"], **FORMS["he"]}).keys() - kept
    if not forms.isdisjoint(part for word in spoken for part in word.lower().split("'")):
        found.append("pronoun")
    for word in spoken:
        stem = fold(word.removesuffix("'s").removesuffix("'"))
        if (
            stem in whom.names
            and stem not in whom.company
            and (word[0].isupper() or stem not in grammar.everyday)
            and stem not in TITLES
        ):
            found.append("name")
    if _short_forms(spoken, whom, grammar):
        found.append("short form")
    if HANGING.search(bare):
        found.append("hanging")
    if DOUBLED.search(bare) or SIGNS.search(bare):
        found.append("odd sign")
    if bare.count("(") != bare.count(")") or text.count('"') % 2 or _disagrees(spoken, grammar):
        found.append("form")
    return found


def frame_faults(text: str) -> list[str]:
    """What is wrong with `text` that another frame around the same words may not have."""
    found = []
    for sentence in _SENTENCE_END.split(text):
        if sentence.count(" ") >= MOST_WORDS:
            found.append("long")
        if HEARD.match(sentence) and OWN.search(QUOTED.sub("", sentence)):
            found.append("me in a fact")
    if CLASH.search(QUOTED.sub('""', text)):
        found.append("clash")
    return found


NAMING = frozenset({"topic", "seen", "quality", "common", "talk", "stays"})
"""Kinds whose frame needs a thing, not a clause."""
CLAUSE_OPENERS = words(
    "that which who whose where when why how what because if as while after before since until you i we they it"
)
"""Words after which a verb may stand in a thing: the book you wrote, why they're blue."""
LEFT_OVER = re.compile(
    r"\b(?:it|them|me|us|you|him|her) [24] |[a-z]/[a-z]|\+|\b(?:ME|NOT|SO|VERY|MY|YOU|HER|HIS|WE)\b"
    r"|\byour \d+ (?:years|months|weeks|days|hours)\b(?! (?:at|in|on|with|as|of|there|here|behind|abroad))"
    r"|: [^:\"]*:(?! \")"
    r"|\b[a-z]+(?:ing|ed|s)? [24] (?:send|get|see|be|come|go|have|do|make|call|give|meet|me|us|you)\b"
)
"""What people type for short, or by which a clause lost its shape."""
CALLED = re.compile(r"^(?:your|the|an?) (?:(?!(?:is|are|was|were|has|had)\b)[\w-]+ ){1,2}(?:called|named) [A-Z][\w’'-]*[.!]?$")
"""A thing with its name where a clause should stand: "the office dog called Biscuit"."""
BROKEN = re.compile(
    r"\ba (?!one|once|un[ist]|us[ea]|eu|ur)[aeiou]\w|\ban [bcdfgjkpqtvwyz][a-z]"
    r"|\b(?:the|a|an) (?:out|near|anytime|daily|he|she|to|in|than|when|because)\b(?!-)"
    r"|(?<!\bstill )(?<!\bthan you )\b(?:they're|you're|we're|since|who|whose|which|because|who it|is|are|was|were)(?:,|$)"
    r"|\b(?:\w+ing) of \d us\b"
    r"|\byours (?:after|before|late)\b|\byour (?:after|before)\b"
    r"|\b(?:before|after) to \w|\bsince (?:\d+|two|three|four|five|six|ten|twenty|many) (?:years|months|weeks)(?! ago)|\bby them$"
    r"|\b(?:explain\w*|suggest\w*) me\b|\b(?:let|letting|made|making) me to\b"
    r"|\bnever \w+ no\b|\byou \w+ (?:to|for|with|at) you\b|\byou and both\b|\bthan (?:faster|better|more)\b"
)
"""Words in an order that no English has."""
DOUBLED_LETTER = re.compile(r"(.)\1\1|ii|yy|uu|hh")
"""Letters that no English word has twice in that place."""
NO_VERB = re.compile(r"^your [\w-]+ (?:the|a|an) \w+|^the \w+ (?:a|an) \w+")
"""A thing with another thing behind it that nothing links to it."""
SPLICED = frozenset({"fact", "about", "plain", "story", "shared", "noted", "joint", "view", "said"})
"""Kinds that are clauses: a verb behind a comma needs a subject or a conjunction."""
HUNG = words("through from of into with at for about during")
"""Prepositions that need their thing behind them unless a clause has put it before them."""
WAYS_IN = words("train bus way drive walk tram tube ferry ride commute metro")
"""Ways to work, behind which "in" stands alone."""
LISTING = re.compile(r"(\w+) (?:by|after) \1\b|\w+ of \d")
"""Things that stand without article: church by church, team of 9."""
REMARK = 2
"""Words of a remark that hangs on to a clause."""
JOINED = words("and but or nor so then which who that where when while because if as after before not never")
"""Words behind a comma with which a clause goes on."""


@lru_cache(maxsize=64)
def uncertain(kind: str, text: str, grammar: Grammar, *, spelling: bool = True) -> bool:
    """Whether the words of a thought of that kind may be something else than its frame needs, or are not whole English.

    Without `spelling`, words that look misspelt are let through: the user has chosen them.
    """
    bare = ASKED.sub(r"\1 went", QUOTED.sub('""', text))
    low = re.findall(r"[\w'’-]+|[,;]", bare.lower())
    if LEFT_OVER.search(bare) or BROKEN.search(bare) or _addressed(bare, grammar):
        return True
    if spelling and any(misspelt(word, grammar) for word in re.findall(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])", bare)):
        return True
    if kind in NAMING and NO_VERB.search(bare):
        return True
    if kind in NAMING and _verb_inside(low, grammar):
        return True
    if kind in SPLICED and (_loose_end(low, grammar) or CALLED.search(bare) or _bare_tail(bare, grammar)):
        return True
    return kind in SPLICED and any(_spliced(low, at, grammar) for at, word in enumerate(low) if word == ",")


@lru_cache(maxsize=4096)
def misspelt(word: str, grammar: Grammar) -> bool:
    """Whether an unknown word has a letter twice, or too many or too few, beside a word that is known: "hhow", "elivered"."""
    spelt = grammar.lexicon.spelt
    if word in grammar.vocabulary or word in spelt or (word.endswith("s") and word[:-1] in spelt):
        return False
    if DOUBLED_LETTER.search(word):
        return True
    if known(word, grammar):
        return False
    fewer = {word[:at] + word[at + 1 :] for at in range(len(word))}
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    more = {word[:at] + letter + word[at:] for at in range(len(word) + 1) for letter in ascii_lowercase}
    return not grammar.vocabulary.isdisjoint(fewer | swapped | more)


def _addressed(bare: str, grammar: Grammar) -> bool:
    """Whether "you" at the beginning is followed by no verb: "you Irish setter sleeps"."""
    found = re.match(r"you ([\w'-]+)", bare)
    word = found[1].lower() if found else "are"
    verb = (
        grammar.verbs(word) or grammar.auxiliary(word) or grammar.adverb(word) or word.endswith(("ed", "'d", "'ve", "'re", "'ll"))
    )
    return (
        not verb
        and word not in ("and", "both", "all", "two", "three", "who")
        and bool(grammar.noun(word) or grammar.adjective(word) or (found and found[1][:1].isupper()))
    )


def _verb_inside(low: list[str], grammar: Grammar) -> bool:
    """Whether a thing may be a clause: a noun in the singular, then a word in -s or a past tense that can be its verb."""
    for at, (before, word) in enumerate(pairwise(low), 1):
        if CLAUSE_OPENERS & set(low[:at]):
            return False
        single = before[:1].isdigit() or (grammar.noun(before) and not grammar.plural(before))
        unknown = word.endswith("s") and word.isalpha() and word not in grammar.vocabulary
        third = single and (grammar.third(word) is not None or unknown)
        after = low[at + 1] if at + 1 < len(low) else ""
        closed = not (grammar.noun(after) or grammar.adjective(after))
        if third and at > 1 and closed and (not grammar.noun(word) or not grammar.noun(before) or low[0] in ("your", "the")):
            return True
    return False


def _loose_end(low: list[str], grammar: Grammar) -> bool:
    """Whether a preposition without its thing, or a remark without article, hangs at the end: "..., instant bond"."""
    arriving = low[-1:] == ["in"] and low[-2:-1] and low[-2] in WAYS_IN  # on the train in
    if low[-1:] and low[-1] in HUNG and not arriving and not CLAUSE_OPENERS & set(low[1:]):
        return True
    if low.count(",") != 1 or "and" in low:
        return False
    tail = low[low.index(",") + 1 :]
    return len(tail) == REMARK and grammar.adjective(tail[0]) and grammar.noun(tail[1]) and not grammar.plural(tail[1])


def _bare_tail(bare: str, grammar: Grammar) -> bool:
    """Whether a thing without article and verb hangs at the end: "your chess is serious, state champion 2 times"."""
    head, comma, tail = bare.rpartition(", ")
    said = tail.split()
    if not comma or "," in head or len(said) <= 1 or not said[0].islower() or LISTING.match(tail):
        return False
    first = said[0]
    single = grammar.noun(first) and not grammar.plural(first) and not grammar.adverb(first) and not grammar.adjective(first)
    other = first in FUNCTION_WORDS or first in HUNG or grammar.ing(first) or grammar.past(first) or grammar.third(first)
    bound = any(word in JOINED or grammar.auxiliary(word) or grammar.verb_first(word) for word in said)
    return single and not other and not bound


def _spliced(low: list[str], comma: int, grammar: Grammar) -> bool:
    """Whether a verb without subject stands behind that comma: "built an oven, ate brownies"."""
    at = comma + 1
    while at < len(low) and grammar.adverb(low[at]) and low[at] not in JOINED:
        at += 1
    word = low[at] if at < len(low) else ""
    if word in JOINED or not grammar.verb_first(word):
        return False
    finite = grammar.finite(word) and grammar.ing(word) is None and word not in PLACED
    listed = "," in low[:comma] or any(each in ("and", "or") for each in low[at:])
    return finite and not listed


def _short_forms(spoken: list[str], whom: Who, grammar: Grammar) -> bool:
    """Whether a short form is left that is no unit behind a number and not in the company's name."""
    return any(
        short_form(word, grammar) and fold(word) not in whom.company and not (before[:1].isdigit() and len(word) <= UNIT)
        for before, word in pairwise(["", *spoken])
    )


def _disagrees(spoken: list[str], grammar: Grammar) -> bool:
    """Whether "you" stands before a verb in the third person, or before a bare verb that has another verb behind it."""
    low = [word.lower() for word in spoken]
    for at, word in enumerate(low[:-1]):
        if word != "you":
            continue
        after = low[at + 1]
        if after in PLURAL_OF_AUXILIARY or (grammar.third(after) and not grammar.noun(after) and not grammar.adverb(after)):
            return True
        if at and low[at - 1] in ("what", "who", "all", "where", "everything"):  # what you love is teaching
            continue
        verb = grammar.base(after) and not grammar.adverb(after) and not grammar.auxiliary(after)
        if verb and at + 2 < len(low) and low[at + 2] in ("are", "were", "is", "was", "has"):
            return True
    return False
