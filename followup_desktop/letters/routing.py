"""What must never reach a card: what is private, and what belongs into the calendar.

The patterns are data (resources/words/private.txt, calendar.txt). Leaking is far worse than asking once too often, so
a pattern that is found decides; only a plain negation before it ("no drama", "never bored") lifts a complaint.
"""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_lowercase

from followup_desktop.letters.grammar import Grammar
from followup_desktop.letters.lexicon import Lexicon
from followup_desktop.letters.normalise import SHORTEST_SLIP, known

QUOTED = re.compile(r"\"[^\"]*\"|(?<![\w'])'[^']*'(?!\w)")
NEGATED = re.compile(
    r"(?:\b(?:no|not|never|without|zero|hardly|nothing|nobody|isn't|wasn't|aren't|weren't|anything but)\b|n't)(?: \w+)?\s*$"
)
HARMLESS = re.compile(
    r"\bboth (?:hate|hated|detest|loathe|dislike)\b(?! (?:the|our|his|her|their|my|that|this|each|people|it when))"
    r"|\b(?:nervous|anxious|grumpy|angry|worried|difficult|confused|frightened|scared|impatient|tired) (?:patients?|customers?"
    r"|clients?|buyers?|guests?|callers?|passengers?|dogs?|cats?|kittens?|ponies|pony|sheep|cows?|rabbits?|parrots?|horses?|families|parents|pupils|learners|beginners|kids?|child|children"
    r"|owners?|newcomers|starters|students?|teenagers?|brides?|first-timers)\b"
    r"|\bpaid for by\b|\bworn (?:wooden |stone |leather |old )?(?:stairs|steps|floorboards|tools|boots|apron)"
    r"|\bsmell(?:s|ed|ing)? (?:of|like) (?:the |a |fresh |new |old |warm |hot |baking )*"
    r"(?:cedar|wood|bread|coffee|paper|ink|cake|cinnamon|leather|lavender|hay"
    r"|sawdust|pine|oak|baking|oranges|chocolate|yeast|malt|hops|clay|wax|wool|books|roses|soap|tar|rosin|resin|beeswax|rope|chalk|popcorn|lilac|spices?|garlic|thyme|rain|grass|heather|incense|sea|sugar)\b"
    r"|\b(?:blood|air|water|tyre|oil|gas) pressures?\b|\bodd (?:jobs?|socks?|shoes?|numbers?)\b|\bnovi sad\b"
    r"|\bswears? (?:by|in)\b"
    r"|\bdead (?:corner|end|centre|letters?|heat|calm|wood|flat)\b"
    r"|\b(?:clear(?:s|ed)?|clarif\w+|asked|answer(?:s|ed)?|solved?) (?:\w+ ){0,2}doubts\b"
    r"|\bblameless\b|\bslow is\b|\b(?:rna|dna|protein|soil|enzyme|polymer|peat) degradation\b"
    r"|\bbad (?:roads?|weather|puns?|jokes?|films?|movies|handwriting|reviews?)\b"
)
"""Delicate words that are harmless here: a taste both share, the people one cares for at work, the weather."""
ANYBODY_ILL = re.compile(
    r"\b(?:when|if|whenever) (?:somebody|someone|anybody|anyone|a (?:driver|colleague|nurse|teacher)) (?:is|gets|calls in|goes)"
    r"(?: off)? (?:sick|ill|poorly)\b"
)
"""Illness that is nobody's in particular."""
UNSURE = re.compile(
    r"(?:\bi (?:think|guess|suppose|reckon|assume|believe|presume)|\bnot (?:100%|totally|entirely|quite|so) sure"
    r"|\bif i (?:heard|got) (?:it|that|her|him) right)$"
)
"""Words at the end of a note that take its certainty back: what is not certain is asked."""
MILD = re.compile(
    r"\b(?:weird|bossy|nosy|cheeky|fussy|picky|messy|scruffy|stubborn|strict|loud|noisy|quiet|shy|odd|blunt|chaotic|crazy|mad|nuts"
    r"|idk|i don't know|whisper(?:s|ed|ing)?|guess(?:es|ed|ing)?|not alone|alone|nervous|arrested|gossip"
    r"|secret(?:ly)?|silly|stupid|daft|terrible|awful|tired|exhausted|scared|afraid|crying|cried|cry|tears?|argue[sd]?|arguing|swear(?:s|ing)?|swore|hat(?:e|es|ed|ing)|boring|slow"
    r"|late)\b"
)
"""Words that are as often said with a smile: where one of them alone makes a note private, it is asked about instead."""
TRADE = ("complaint", "worry")
"""Reasons in which the people whom one cares for at work are not meant."""
LIFTED = ("complaint",)
"""Reasons that a negation takes back."""


EVERY_WEEK = re.compile(r"\b(?:every|each|weekly|monthly|yearly|always|usually|since)\b")
"""What says that something is done again and again."""


@lru_cache(maxsize=32)
def _compiled(source: tuple[str, ...]) -> re.Pattern[str]:
    """All patterns in one, those with the same first letters behind one look at that letter: many times as fast as a list."""
    by_letter: dict[str, list[str]] = {}
    for pattern in source:
        by_letter.setdefault(first_letters(pattern), []).append(pattern)
    groups = (f"(?=[{letters}])(?:{'|'.join(each)})" if letters else "|".join(each) for letters, each in by_letter.items())
    return re.compile(r"(?<!\w)(?:" + "|".join(groups) + r")(?!\w)")


_ZERO_WIDTH = re.compile(r"^(?:\(\?<?[!=][^()]*\)|\\b)+")
_LEADING = re.compile(r"[a-z](?![?*{])")


def first_letters(pattern: str) -> str:
    """The letters that a match of `pattern` can begin with, in order; empty where that cannot be told from its beginning."""
    letters: set[str] = set()
    for part in _parts(pattern, "|"):
        bare = _ZERO_WIDTH.sub("", part)
        found = bare[:1] if _LEADING.match(bare) else ""
        if bare.startswith("(") and not bare.startswith(("(?<", "(?!", "(?=")):
            group, *rest = _parts(bare, ")")
            found = first_letters(group[1:].removeprefix("?:")) if rest and not rest[0].startswith(("?", "*", "{")) else ""
        if not found:
            return ""
        letters.update(found)
    return "".join(sorted(letters))


def _parts(pattern: str, sign: str) -> list[str]:
    """`pattern` cut at each `sign` of its outermost level; a closing bracket belongs to the level that it closes."""
    parts, depth, listed, start = [], 0, False, 0
    for at, char in enumerate(pattern):
        if at and pattern[at - 1] == "\\":
            continue
        listed = char == "[" or (listed and char != "]")
        if listed:
            continue
        depth += (char == "(") - (char == ")")
        if char == sign and depth == 0:
            parts.append(pattern[start:at])
            start = at + 1
    return [*parts, pattern[start:]]


_WORD = re.compile(r"(?<!\w)[a-z]")


class Topics:
    """Patterns by topic, and a quick look whether any of them can be in a text."""

    def __init__(self, by_topic: dict[str, tuple[str, ...]]) -> None:
        self.patterns = {topic: _compiled(source) for topic, source in by_topic.items()}
        by_letter: dict[str, list[str]] = {}
        elsewhere = []
        for pattern in (pattern for source in by_topic.values() for pattern in source):
            letters = first_letters(pattern)
            elsewhere += [] if letters else [pattern]
            for letter in letters:
                by_letter.setdefault(letter, []).append(pattern)
        self._elsewhere = _compiled(tuple(elsewhere)) if elsewhere else None
        self._by_letter = {letter: re.compile(f"(?:{'|'.join(each)})(?!\\w)") for letter, each in by_letter.items()}

    def found(self, low: str) -> bool:
        """Whether any pattern is in `low`; each word is held against those only that begin with its letter."""
        if self._elsewhere is not None and self._elsewhere.search(low):
            return True
        by_letter = self._by_letter
        for word in _WORD.finditer(low):
            pattern = by_letter.get(word[0])
            if pattern is not None and pattern.match(low, word.start()):
                return True
        return False


def reason(text: str, topics: Topics) -> str:
    """Why `text` stays off the card: the first of `topics` that has a pattern in it, or an empty text."""
    low = text.lower()
    unquoted = QUOTED.sub(' "" ', low)
    unharmed = HARMLESS.sub(" ", low)
    plain = unquoted == low and unharmed == low and not ANYBODY_ILL.search(low)
    if plain and not topics.found(low):
        return ""
    for topic, pattern in topics.patterns.items():
        searched = unquoted if topic in LIFTED else low
        if topic in TRADE:
            searched = HARMLESS.sub(" ", searched)
        elif topic == "health":
            searched = ANYBODY_ILL.sub(" ", searched)
        for match in pattern.finditer(searched):
            if topic not in LIFTED or not NEGATED.search(searched[: match.start()]):
                return topic
    return ""


@lru_cache(maxsize=4)
def _topics_of(lexicon: Lexicon) -> tuple[Topics, Topics]:
    """What is private and what belongs into the calendar, compiled once for a lexicon."""
    return Topics(lexicon.private), Topics(lexicon.calendar)


def mild(text: str, lexicon: Lexicon) -> bool:
    """Whether a private `text` is so by one mild word alone ("weird", "bossy"): that is asked, not locked away."""
    low = text.lower()
    without = MILD.sub(" ", low)
    return without != low and not private(without, lexicon)


def private(text: str, lexicon: Lexicon) -> str:
    """Why `text` is private (pay, offer, complaint, health, family, secret, worry), or an empty text."""
    return reason(text, _topics_of(lexicon)[0])


def calendar(text: str, lexicon: Lexicon) -> str:
    """Why `text` belongs into the calendar (decision, hearing back, next step, permission), or an empty text."""
    return reason(text, _topics_of(lexicon)[1])


def scheduled(text: str, lexicon: Lexicon, *, verbless: bool) -> bool:
    """Whether `text` is an entry of a diary: an event of the hiring with a day, or a date and no verb.

    What is done every week is none.
    """
    low = QUOTED.sub(' "" ', text.lower())
    if not lexicon.schedule or EVERY_WEEK.search(low):
        return False
    found = {sort: bool(_compiled(source).search(low)) for sort, source in lexicon.schedule.items()}
    if found["event"]:
        return found["date"] or found["day"]
    return found["date"] and (found["meeting"] or verbless)


def delicate(text: str, lexicon: Lexicon) -> str:
    """The first word of `text` that makes one ask before it goes onto a card, or an empty text. Quotations do not count."""
    if (unsure := UNSURE.search(text.lower())) is not None:
        return unsure[0]
    unquoted = ANYBODY_ILL.sub(" ", HARMLESS.sub(" ", QUOTED.sub(' "" ', text.lower())))
    for match in re.finditer(r"[\w'-]+", unquoted):
        word = match[0]
        if (word in lexicon.delicate or word.startswith(lexicon.delicate_stems)) and not NEGATED.search(
            unquoted[: match.start()]
        ):
            return word
    return ""


def slip(text: str, grammar: Grammar, names: frozenset[str]) -> str:
    """The first unknown word of `text` that is one slip away from a sensitive word ("divrce"), or an empty text."""
    words: list[str] = re.findall(rf"(?<!\w)[a-z]{{{SHORTEST_SLIP + 1},}}(?![\w'])", QUOTED.sub(" ", text))
    for word in words:
        if word not in names and not known(word, grammar):
            for near in _near(word):
                if near in grammar.sensitive and near[0] == word[0]:
                    return word
    return ""


@lru_cache(maxsize=256)
def _near(word: str) -> tuple[str, ...]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    fewer = [left + right[1:] for left, right in cuts if right]
    swapped = [left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1]
    other = [left + char + right[1:] for left, right in cuts if right for char in ascii_lowercase]
    more = [left + char + right for left, right in cuts for char in ascii_lowercase]
    return tuple(fewer + swapped + other + more)
