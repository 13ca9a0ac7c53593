"""A note as it was typed, made readable: signs dropped, short forms spelt out, slips of the finger mended.

What comes out is a list of tokens; quotations are one token each and are never touched.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from string import ascii_lowercase

from followup_desktop.letters.grammar import DETERMINERS, FUNCTION_WORDS, NUMBERS, POSSESSIVES, PREPOSITIONS, Grammar, words
from followup_desktop.letters.learners import put_right
from followup_desktop.letters.lexicon import VOWELS, fold
from followup_desktop.letters.tenses import conjugated
from followup_desktop.letters.thumbs import MORE, restored
from followup_desktop.letters.tokens import Token, join

__all__ = ["LONGEST_NOTE", "SHORTEST_SLIP", "Token", "clean", "decapitalised", "join", "known", "mended", "normalise"]

LONGEST_NOTE = 600
"""Characters of a note that are read; nobody types more in one line."""
SHORTEST_SLIP = 5
"""Letters a word must have before a slip in it is mended: short words have too many neighbours."""
LONG_WORD = 9
"""Letters from which a missing letter or a wrong vowel is mended too; shorter words may be rare ones (galley)."""

STARTS = words("""
    un re over out pre non mis co bio micro multi inter anti semi sub super tele photo hydro geo eco auto cyber under fore mid
    counter mini mega neuro cardio self
""")
"""Beginnings of words that are known without them: biosafety, overwinter."""
SHORTEST_PART = 3
"""Letters that each half of a compound has: spread-sheet, case-load."""
LONGEST_THING = 6
"""Words that stand at most before a sign that is read as "is"."""
LABELS = words(
    "tip advice rule motto best highlight recruiter hr contact salary pay start round next panel manager boss role job"
)
"""What stands before such a sign as a label, or about the hiring."""
SHORT_REASON = 4
"""Words fewer than which may be a reason without a verb."""
CONFUSED = {"a": "e", "e": "ai", "i": "e"}
"""Vowels that are taken for one another in writing (definately, seperate); o and u are heard."""

_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "…": "."}
)
_BULLET = re.compile(r"^\s*(?:[-*•·–—>+~▪◦‣#]+|\(?\d{1,2}[.)]|\[[ x]?\])\s*", re.IGNORECASE)
_SURPRISE = re.compile(r"[!?]*(?:\?\?|\?!|!\?)[!?]*")
"""More than one question mark says that something is hard to believe, not that it is open."""
_MINE = re.compile(r"\b(?:i|i'm|i've|i'd|me|my)\b", re.IGNORECASE)
"""The writer: what was said of the writer may be hard to believe because it hurt."""
_ARROW = re.compile(r"\s*(?:-+|=+)>\s*|\s*[→⇒]\s*")
_ASIDE = re.compile(
    r"\((?!quote|[^)]*\b(?:me|my|i|she|he|her|his|him|they|not|no|never|don't)\b)[\w'!?.-]+(?: [\w'!?.-]+)?\)"
    r"|[,;]?\s*\b(?:can|would|could) (?:yo)?u believe(?: it| that)?\b|[,;]?\s*\bbelieve it or not\b"
    r"|[,;]?\s*\bwish (?:her|him|them) luck\b"
    r"|[,;.!]?\s*\b(?:(?:e?nuff|enough) said|say no more|need i say more|what more can i say|no notes)\b"
    r"|,\s*(?:his|her|their) (?:own )?words\b"
    r"|\s*[,;.!-]+\s*(?:small world|(?:i )?(?:love|loved|like|liked) that|respect|how cool|so cool|legend|10/10)[\s.!]*$",
    re.IGNORECASE,
)
"""Asides that say nothing on a card: one or two words in brackets, "can you believe"."""
_TOKEN = re.compile(
    r'"[^"]+"'
    r"|(?<![\w'])'(?=[^\s'])(?:[^']|'(?=\w))*[^\s']'(?!\w)"
    r"|https?://\S+|www\.\S+|\S+@\S+\.\S+"
    r"|(?<!\w)[a-z]\+{1,2}(?!\w)|(?<!\w)\d+\+(?!\w)"
    r"|<3|[:;]-?[)D(P]"
    r"|(?:[$£€]\s?)?\d+(?:[.,:/-]\d+)*(?:%|\w+)?(?:/\w+)?"
    r"|w/o\b|[wbc]/[a-z]*|s/o\b|[pfo]/t\b"
    r"|(?:ch|vol|no|co|esp|incl|approx|dr|mr|mrs|ms|prof|st|sr|sra|mme)\.(?=\s*[\w,;]|$)"
    r"|[^\W_]+(?:['&/-][^\W_]+)*'?"
    r"|\S",
    re.IGNORECASE,
)
ABBREVIATED = words("idk iirc ngl brb btw tbh tbc tbd hmm mmm shh pfft pst grr brr fwd")
"""Letters without a vowel that are no thing's name."""
_COUNTED = re.compile(r"^(\d+)(yrs?|wks?|mths?|mnths?|hrs?|mins?|secs?|mo|k?m|kgs?)$", re.IGNORECASE)
_AGED = re.compile(r"^(\d{1,2})[- ]?y(?:rs?)?[-/]?o$")
_LAUGH = re.compile(r"^(?:(?:ha|he){2,}h?|ha|heh|lo+l|x{2,}|o+h|a+h|a+w+|wo+w|ya+y|he+y|ugh|hm+)$", re.IGNORECASE)
ENDINGS = ("'s", "s", "es", "ed", "d", "ing", "er", "ers", "ness", "ly", "less", "ful", "able", "ish", "y", "ist", "ists")
"""With which a word is built from a known one."""


@lru_cache(maxsize=16)
def clean(text: str) -> str:
    """`text` in one line, without bullets, emoji and control characters, with plain quotes."""
    text = unicodedata.normalize("NFC", text[:LONGEST_NOTE]).translate(_QUOTES)
    if text.isupper() and " " in text.strip():
        text = text.lower()
    surprise = "?" if _MINE.search(text) else "!"
    lines = [_BULLET.sub("", line).strip() for line in _SURPRISE.sub(surprise, _ARROW.sub("; ", text)).splitlines()]
    text = "; ".join(line for line in lines if line).replace("(?)", " ? ")
    kept_text = _ASIDE.sub(" ", "".join(" " if _idle(char) else char for char in text))
    return re.sub(r"\s+", " ", re.sub(r"\b[Rr]e:(?=\s)", "about", kept_text)).strip()


@lru_cache(maxsize=4096)
def _idle(char: str) -> bool:
    """Whether `char` is an emoji, a control or a loose mark, which says nothing."""
    return unicodedata.category(char) in ("So", "Sk", "Cc", "Cf", "Cs", "Co", "Cn", "Mn") and not _joins(char)


def _joins(char: str) -> bool:
    """Marks of scripts that need them (Devanagari vowels, Arabic points) stay; emoji selectors do not."""
    return unicodedata.category(char) == "Mn" and not "\ufe00" <= char <= "\ufe0f"


def normalise(text: str, grammar: Grammar, names: frozenset[str]) -> list[Token]:
    """The tokens of a note, mended. `names` are folded words never to be mended: people and the company."""
    tokens: list[Token] = []
    clean_text = put_right(clean(text), grammar)
    for match in _TOKEN.finditer(clean_text):
        word = match[0]
        gap = match.start() > 0 and clean_text[match.start() - 1].isspace()
        if word[0] in "\"'" and len(word) > 2 and word[-1] == word[0]:  # noqa: PLR2004  (two marks and something between)
            tokens.append(Token(word, gap, fixed=True))
        elif _LAUGH.match(word):
            continue
        else:
            word, gap = (":", False) if word == "=" else ("at", gap) if word == "@" else (word, gap)
            tokens += [Token(part, gap or at > 0) for at, part in enumerate(_spelt_out(word, tokens, grammar, names))]
    _aged(tokens)
    restored(tokens, grammar, names)
    conjugated(tokens, grammar, names)
    if " = " in clean_text:
        _equals(tokens, grammar)
    _because(tokens, grammar)
    _is_short(tokens, grammar)
    return _without_noise(tokens)


def _spelt_out(word: str, before: list[Token], grammar: Grammar, names: frozenset[str]) -> list[str]:  # noqa: C901, PLR0911, PLR0912  (a ladder, one rung a case)
    lexicon = grammar.lexicon
    low = word.lower()
    if low == "i" or low.startswith("i'"):
        return ["I" + word[1:]]
    if fold(low) in names or fold(low.removesuffix("'s")) in names:
        return [word]
    if aged := _AGED.match(low):
        return [f"{aged[1]}-year-old"]
    if counted := _COUNTED.match(low):
        unit = lexicon.abbreviations.get(counted[2], counted[2])
        return [counted[1], *unit.split()] if unit != counted[2] else [word]
    if before and before[-1].low in ("mr", "mrs", "ms", "dr", "mr.", "mrs.", "ms.", "dr.") and len(low.rstrip(".")) == 1:
        return [word]
    if word.isupper() and len(word) > 2 and word.isalpha() and low in grammar.everyday and low not in lexicon.capitals:  # noqa: PLR2004
        word = low
    if low in lexicon.misspellings:
        return _cased(lexicon.misspellings[low], word)
    short = low if low in lexicon.abbreviations else low.removesuffix(".")
    if short in lexicon.abbreviations and (word[1:] == word[1:].lower() or "/" in word):
        after_number = bool(before) and (
            before[-1].text.isdigit()
            or (short in ("hr", "min") and before[-1].low in ("an", "half", "per", "each"))
            or (len(before) > 1 and before[-2].text.isdigit() and before[-1].low in MORE)
        )
        if short in grammar.units_only and not after_number:
            return [word]
        if short == "yr" and before and _before_a_possessive(before[-1].low, grammar):
            return ["your"]
        return lexicon.abbreviations[short].split()
    if word == low and low in grammar.plain_names:
        return [word.capitalize()]
    if low in lexicon.capitals and word == low:
        return [lexicon.capitals[low]]
    if word == low and (stem := low.removesuffix("'s")) != low and stem in lexicon.capitals:
        return [lexicon.capitals[stem] + "'s"]
    if low.endswith("ys") and low not in grammar.vocabulary and low[:-2] + "ies" in grammar.vocabulary:
        return _cased(low[:-2] + "ies", word)
    if (
        word == low
        and len(word) in (3, 4)
        and word.isalpha()
        and not set(word) & set("aeiouy")
        and word not in grammar.vocabulary
    ):
        return [word] if word in ABBREVIATED else [word.upper()]
    if word == low and _initialism(word, grammar):
        return [word.upper()]
    if word[1:] == word[1:].lower() and (word == low or not before) and word.isalpha() and not known(low, grammar):
        verb_place = not before or before[-1].low in ("she", "he", "they", "we", "and") or fold(before[-1].text) in names
        return _cased(mended(low, grammar, verb=verb_place), word)
    return [word]


def _initialism(word: str, grammar: Grammar) -> bool:
    """Whether an unknown word without a vowel stands for a thing's name: cpd, pcr."""
    consonants = len(word) in (3, 4) and word.isalpha() and word.isascii() and not set(word) & set("aeiouy")
    if not consonants or word in grammar.vocabulary or word in ABBREVIATED:
        return False
    slips = (word[:at] + vowel + word[at:] for at in range(1, len(word)) for vowel in VOWELS)  # flt is more likely flat
    return not any(slip in grammar.vocabulary for slip in slips)


def _before_a_possessive(word: str, grammar: Grammar) -> bool:
    """Whether "yr" after `word` is "your": with yr eyes, burn yr hand; but last yr, a yr, per yr."""
    return (word in PREPOSITIONS - {"per"} or grammar.base(word)) and not grammar.adjective(word) and word not in ("last", "next")


def _cased(right: str, word: str) -> list[str]:
    return (right[:1].upper() + right[1:] if word[:1].isupper() else right).split()


@lru_cache(maxsize=8192)
def known(word: str, grammar: Grammar) -> bool:
    """True for a word of the lists, or one built from such a word (baker from bake)."""
    for spelt in (grammar.vocabulary, grammar.lexicon.spelt):
        if word in spelt:
            return True
        for ending in ENDINGS:
            stem = word.removesuffix(ending)
            if stem != word and (stem in spelt or stem + "e" in spelt or stem[:-1] in spelt):
                return True
    return any(word.startswith(start) and word[len(start) :] in grammar.vocabulary for start in STARTS) or _compound(
        word, grammar
    )


@lru_cache(maxsize=1024)
def _compound(word: str, grammar: Grammar) -> bool:
    """Whether `word` is two nouns written as one: spreadsheet, caseload."""
    return any(grammar.noun(word[:at]) and grammar.noun(word[at:]) for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1))


def mended(word: str, grammar: Grammar, *, verb: bool = False) -> str:
    """`word` with one slip of the finger mended, where exactly one known word is that near; else as it is.

    Only slips that hands really make: two letters swapped, one left out or doubled, a wrong vowel; the first letter
    is trusted. Rare words that are merely not in the lists stay as they are. Where a `verb` stands, a finite verb is
    looked for with any letter missing.
    """
    if len(word) < SHORTEST_SLIP:
        return word
    found = {each for each in _slips(word, LONG_WORD) if each in grammar.vocabulary}
    if verb and not found:
        found = {each for each in _slips(word, SHORTEST_SLIP) if grammar.finite(each) and each in grammar.vocabulary}
    return found.pop() if len(found) == 1 else word


@lru_cache(maxsize=512)
def _slips(word: str, long_word: int) -> tuple[str, ...]:
    near: list[str] = []
    long = len(word) >= long_word
    for at in range(1, len(word)):
        head, char, tail = word[:at], word[at], word[at + 1 :]
        if tail:
            near.append(head + tail[0] + char + tail[1:])
        if char == word[at - 1]:
            near.append(head + tail)
        near.append(head + word[at - 1] + char + tail)
        if long:
            near += [head + other + char + tail for other in ascii_lowercase]
        if long and char in VOWELS:
            near += [head + other + tail for other in CONFUSED.get(char, "")]
    return tuple(near)


def _equals(tokens: list[Token], grammar: Grammar) -> None:
    """Say "is" for a sign between two things: shop dog = head of security; a label (tip = ...) keeps its colon."""
    at = next((at for at, token in enumerate(tokens) if token.text == ":" and at), 0)
    left, right = tokens[:at], tokens[at + 1 :]
    if not at or len(left) > LONGEST_THING or not right:
        return
    verbal = any(grammar.verb_first(token.low) or not token.word for token in (*left, *right[:LONGEST_THING]))
    thing = grammar.noun(left[-1].low) and left[0].low not in LABELS and not any(token.low in LABELS for token in left)
    if verbal or not thing or not (grammar.noun(right[0].low) or grammar.adjective(right[0].low)):
        return
    head = next((token for token in left if grammar.noun(token.low)), left[-1])
    end = next((i for i, token in enumerate(right) if not (grammar.noun(token.low) or grammar.adjective(token.low))), len(right))
    several = grammar.plural(head.low)
    counted = grammar.noun(right[end - 1].low) and not grammar.plural(right[end - 1].low) and not several
    bare = counted and (end == len(right) or right[end].low != "of") and right[0].text.islower()
    article = [Token("an" if right[0].low[0] in VOWELS else "a")] if bare else []
    tokens[at : at + 1] = [Token("are" if several else "is"), *article]


def _aged(tokens: list[Token]) -> None:
    """Join "five year old" behind "her" or "a", where it is said of a person or a thing: her five-year-old drew it."""
    for at in range(len(tokens) - 3, 0, -1):
        low = [token.low for token in tokens[at : at + 3]]
        number = low[0].isdigit() or low[0] in NUMBERS
        owned = tokens[at - 1].low in DETERMINERS | POSSESSIVES or tokens[at - 1].text.endswith("'s")
        if number and owned and low[1] in ("year", "years", "month", "months") and low[2] == "old":
            tokens[at : at + 3] = [Token(f"{low[0]}-{low[1].removesuffix('s')}-old", tokens[at].gap)]


def _is_short(tokens: list[Token], grammar: Grammar) -> None:
    """Spell out 's where it cannot be a possessive: her son's on the crew, the kit's a mess."""
    for at in range(len(tokens) - 2, -1, -1):
        stem, short, _ = tokens[at].text.rpartition("'s")
        after = tokens[at + 1].low
        thing = grammar.noun(stem.lower()) or (after == "from" and stem.islower() and stem not in FUNCTION_WORDS)
        if not short or tokens[at].fixed or not thing or not tokens[at + 1].word:
            continue
        if after in PREPOSITIONS - {"past"} or after in ("a", "an", "the", "not", "been", "got", "so", "very"):
            tokens[at : at + 1] = [Token(stem, tokens[at].gap), Token("has" if after in ("been", "got") else "is")]


def _because(tokens: list[Token], grammar: Grammar) -> None:
    """Put "of" behind a "because" that no verb follows: sing in the tunnel because echo."""
    for at in range(len(tokens) - 2, 0, -1):
        rest = tokens[at + 1 :]
        if tokens[at].low == "because" and rest[0].low != "of" and len(rest) < SHORT_REASON:
            verbal = any(grammar.finite(token.low) or grammar.base(token.low) or "'" in token.text for token in rest)
            known_thing = grammar.noun(rest[-1].low) and not grammar.plural(rest[-1].low)
            if not verbal or (len(rest) == 1 and known_thing):
                tokens[at + 1 : at + 1] = [Token("of"), *([Token("the")] if known_thing and grammar.noun(rest[0].low) else [])]


def _without_noise(tokens: list[Token]) -> list[Token]:
    """Repeated signs become one; signs at the very end go, but for a question mark, which says that something is open."""
    kept: list[Token] = []
    for token in tokens:
        if token.text in ":;" and len(token.text) == 1 and not kept:
            continue
        if not token.word and kept and not kept[-1].word and token.text not in "()":
            if token.text == "?":
                kept[-1] = Token("?", kept[-1].gap)
            continue
        kept.append(token)
    while kept and kept[-1].text in (".", "!", ",", ";", ":", "-", "–", "—", "/"):
        kept.pop()
    return kept


def decapitalised(tokens: list[Token], grammar: Grammar) -> None:
    """Take the capital from the first word where it only stood there because it was the first."""
    if not tokens or tokens[0].fixed:
        return
    word = tokens[0].text
    low = word.lower()
    plain = low in FUNCTION_WORDS or (known(low, grammar) and low.removesuffix("'s") not in grammar.lexicon.capitals)
    if word != "I" and not word.startswith("I'") and word[1:] == word[1:].lower() and plain:
        tokens[0].text = low
