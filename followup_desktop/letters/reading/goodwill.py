"""Whether a sentence may go onto a card without asking: it must be known to do good, not only be free of known harm.

People tell what is private in neutral words ("eats lunch in her car these days"), and no list of private words catches
that. So the lists are read the other way round: what holds no word of goodwill is asked about, and so is what takes
something back, tells of an end, or passes on what was not meant to go further.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from followup_desktop.letters.grammar import Grammar, words
from followup_desktop.letters.lexicon import fold
from followup_desktop.letters.normalise import Token, join
from followup_desktop.letters.reading.kinds import STRANGERS

GOOD_IN_THEMSELVES = frozenset({"shared", "common", "joint", "talk", "promise", "recommended", "kind", "tip", "words", "motto"})
"""Kinds of thoughts that tell of goodwill by what they are."""
KIND_DEEDS = words("""
    show give lend offer introduce explain take buy share let ask remember notice listen stay bring teach draw drive walk welcome
    thank help encourage invite send cook bake name write put taste trust greet feel edit quote carry fix answer
""")
"""Verbs that are kind where the writer is whom it was done for."""
ORIGINS = words("open grow wire rebuild build")
"""Verbs with which people tell where they come from."""
GROUPS = words("""
    customer client people person woman man girl boy lad candidate trainee applicant guest passenger pupil patient student
    tenant staff manager boss owner board partner team colleague user
""")
"""Whom a remark may be about that is no praise."""


DENIALS = words("not never no without neither nor cannot less least nowhere")
"""Words that turn what is warm into something else; what is denied is asked about."""
REASONS = words("because where unless whenever while")
"""Words that begin a clause which must do good by itself."""


def _advice(low: list[str], kinds: frozenset[str]) -> bool:
    """Whether advice is passed on that is not about the writer."""
    return "advice" in kinds and not {"my", "i"} & set(low)


def _reason_unclear(low: list[str], grammar: Grammar) -> bool:
    """Whether a reason or circumstance is told in a clause without a warm word."""
    at = next((at for at, word in enumerate(low) if at and word in REASONS), None)
    return at is not None and len(low) - at > 2 and not any(warm(word, grammar) for word in low[at:])  # noqa: PLR2004  (so do I)


def goodwill(tokens: list[Token], kinds: frozenset[str], grammar: Grammar) -> bool:
    """Whether the words of a note, read as thoughts of these kinds, are known to do good, or are plainly harmless."""
    text = join(tokens).lower()
    if _found(grammar.lexicon.cold, text):
        return False
    chilly = _found(grammar.lexicon.chilly, text)
    return (not chilly and _known_good(tokens, kinds, grammar)) or outweighed(tokens, kinds, grammar, chilly=chilly)


def _known_good(tokens: list[Token], kinds: frozenset[str], grammar: Grammar) -> bool:
    """Whether the note holds what is warm, or is kind by what it is."""
    text = join(tokens).lower()
    low = [token.low for token in tokens]
    if _reason_unclear(low, grammar):
        return False
    bases = {verb.base for word in low for verb in grammar.verbs(word)}
    if kinds & GOOD_IN_THEMSELVES or _advice(low, kinds):
        return True
    if _found(grammar.lexicon.warm_phrases, text):
        return True
    if any(word in DENIALS or word.endswith("n't") for word in low):
        return False
    if any(warm(word, grammar) for word in low):
        return True
    done = bool(kinds & {"deed", "act", "glad", "praise"} and bases & KIND_DEEDS) or ("story" in kinds and bool(bases & ORIGINS))
    told = "praise" in kinds and not ("my" in low and any(token.fixed for token in tokens))  # my school was "one of those"
    return done or told or (bool(kinds & {"said", "view"}) and _saying(low, grammar))


def _saying(low: list[str], grammar: Grammar) -> bool:
    """Whether what was said is a saying: about no group of people, nothing at hand, nothing that has been."""
    said = next((at for at, word in enumerate(low) if word in ("say", "says", "said", "think", "thinks", "reckons")), 0)
    rest = [word for word in low[said + 1 :] if word != "that"]
    about_people = any(grammar.lexicon.plurals.get(word, word) in GROUPS for word in rest)
    bound = {
        "the",
        "they",
        "it",
        "he",
        "she",
        "my",
        "our",
        "their",
        "his",
        "her",
        "was",
        "were",
        "has",
        "had",
        "will",
        "this",
        "i",
    }
    return not about_people and not bound & set(rest)


def _found(source: tuple[str, ...], text: str) -> bool:
    pattern = _patterns(source)
    return pattern is not None and pattern.search(text) is not None


@lru_cache(maxsize=8)
def _patterns(source: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(r"(?<!\w)(?:" + "|".join(source) + r")(?!\w)") if source else None


@lru_cache(maxsize=8192)
def warm(word: str, grammar: Grammar) -> bool:
    """Whether `word`, or what it is a form of, is in the list of warm words."""
    lexicon = grammar.lexicon
    forms = {word, word.removesuffix("'s"), lexicon.plurals.get(word, word), *(verb.base for verb in grammar.verbs(word))}
    forms |= {part for part in word.split("-") if len(part) > 2}  # noqa: PLR2004  (ex-, re-)
    return bool(forms & lexicon.warm) or word.startswith(lexicon.warm_stems)


# ------------------------------------------------------------------ weighing
TOLD_TO_ME = GOOD_IN_THEMSELVES | {"deed", "glad", "advice", "topic", "scene", "mine", "noted"}
"""Kinds that are about the conversation or the writer: for them one good reason is enough, for others it takes two."""
HABITS = words("""
    keep eat sleep live stay wear take come bring leave buy sell sign count close look sit stand wait ask say think know want need
    have be get lose break stop hide run go move pay give turn
""")
"""Verbs of everyday life, in which people tell habits and troubles."""
AMOUNTS = words("one two three four five six seven eight nine ten twice forty thirty twenty half first last only just more most")
"""Words that count, as complaints do."""
TURNS = words("because when while so but")
"""Conjunctions that lead to a second thought."""
RISEN = words("run lead own manage head teach train")
"""What somebody does now who began lower."""
SPANS = words("year week month hour minute day people time mile shift man woman staff")
"""What is counted in complaints as often as in praise."""
REASON = 2
"""Points of one reason; what only hints counts half of it."""
MOST_THINGS = 2
"""Harmless things that count."""


def outweighed(tokens: list[Token], kinds: frozenset[str], grammar: Grammar, *, chilly: bool = False) -> bool:
    """Whether what speaks for putting a note onto a card outweighs by far what speaks against it."""
    favour, against = _in_favour(tokens, grammar), _against(tokens, grammar) + REASON * chilly
    if kinds <= TOLD_TO_ME:
        return favour >= max(REASON, 2 * against)
    return favour >= max(2 * REASON, 3 * against - 1)


def _bases(word: str, grammar: Grammar) -> set[str]:
    """`word` and what it is a form of."""
    stem = word.removesuffix("'s")
    return {stem, grammar.lexicon.plurals.get(stem, stem), *(verb.base for verb in grammar.verbs(stem))}


def _against(tokens: list[Token], grammar: Grammar) -> int:
    """Points against: touchy and telling words, denials, people of the company, the writer's own doings; habits and amounts."""
    lexicon = grammar.lexicon
    points = 0
    habit = turn = amount = mine = False
    for at, token in enumerate(tokens):
        low = token.low
        if token.fixed or not token.word or _career(tokens, at, grammar):
            continue
        bases = _bases(low, grammar)
        noun = grammar.noun(low) and lexicon.plurals.get(low, low) in lexicon.touchy
        told = bool(bases & lexicon.against) or bool(bases & STRANGERS) or low in DENIALS or low.endswith("n't")
        points += REASON * (noun + told)
        mine = mine or low in ("i", "i'm", "i've", "i'd")
        habit = habit or (grammar.verb_first(low) and bool(bases & HABITS))
        turn = turn or low in TURNS
        amount = amount or low in AMOUNTS
    return points + REASON * mine + habit + turn + amount


def _career(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether the word at `at` tells of a career: began "as a" something, "now" runs something."""
    if at > 1 and tokens[at - 2].low == "as" and tokens[at - 1].low in ("a", "an", "the"):
        return True
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return tokens[at].low == "now" and any(verb.base in RISEN for verb in grammar.verbs(after))


def _in_favour(tokens: list[Token], grammar: Grammar) -> int:
    """Points in favour: warm words, harmless things, doings, names of places and makes, very words, things that are counted."""
    lexicon = grammar.lexicon
    things = sum(bool(_bases(token.low, grammar) & lexicon.things) for token in tokens)
    warmth = any(warm(token.low, grammar) for token in tokens)
    doing = {
        verb.base for token in tokens if grammar.verb_first(token.low) for verb in grammar.verbs(token.low)[:1]
    } & lexicon.doings - HABITS
    named = any(
        token.text[:1].isupper()
        and fold(token.text) not in lexicon.names
        and token.low not in ("i", "i'm", "i've", "i'd", "i'll")
        for token in tokens[1:]
    )
    counted = any(
        token.low[:1].isdigit() and after.word and not _bases(after.low, grammar) & SPANS for token, after in pairwise(tokens)
    )
    quoted = any(token.fixed for token in tokens)
    return REASON * (2 * min(things, MOST_THINGS) + 2 * warmth + min(len(doing), MOST_THINGS) + named + counted + quoted)
