"""Infinitives that learners put where English has a present or a past, told apart by what else the note says.

"She sing every breakfast" is a habit, "he learn from his grandfather" is over. Where neither is sure, it stays and is asked.
"""

from __future__ import annotations

from itertools import pairwise

from followup_desktop.letters.grammar import (
    DETERMINERS,
    DO,
    KIN,
    MODALS,
    OBJECTS,
    POSSESSIVES,
    PREPOSITIONS,
    SHORT_ADVERBS,
    Grammar,
    words,
)
from followup_desktop.letters.lexicon import Verb, fold
from followup_desktop.letters.tokens import Token, low_at

BETWEEN = SHORT_ADVERBS | words("really truly once")
"""What may stand between a subject and its verb."""
HELPING = (
    MODALS | DO | words("let lets letting make makes made help helps helped see saw watch watched hear heard have has had to")
)
"""Behind which a pronoun and an infinitive are right: let her sing, does she know."""
WISHING = words(
    "suggest suggests suggested recommend recommends recommended insist insists insisted demand propose proposed wish"
)
OPENERS = words("and but because that how when where while if before after until since what why who so then as")
"""Behind which a clause begins."""
HABITS = words("""
    every each always still never often usually sometimes daily weekly whenever nowadays these mondays tuesdays wednesdays
    thursdays fridays saturdays sundays weekends evenings mornings nights now all per
""")
"""Words that tell of a habit."""
OVER = words("ago yesterday once originally formerly childhood began started")
"""Words that tell of what is over."""
TAKEN = words("liked loved enjoyed noticed admired saw heard")
"""How one took what somebody did, so that it is over: I liked how she touch the glaze."""
YOUNG = words("child kid boy girl student teenager baby teen apprentice")
LASTING = words("""
    know love like want need understand believe think live work speak have be own collect play remember hate prefer keep look seem
    belong enjoy hope mean cost care wear say run teach manage lead coach sing paint write cook bake grow
""")
"""Verbs of states, and of what people do for years; without a hint of a past, they are told of today."""
ELDERS = KIN | words("papa mama nonna nonno lola lolo oma opa teacher master")
"""From whom one has learned as a child."""
TITLES_AFTER = words("ji mam ma'am madam sir bhai didi anna akka garu jee")
"""What is said behind a name out of respect."""
REACH = 9
"""Words behind a verb among which the writer may be told of as the one it was done for."""
NOT_YET = words("he she")


def conjugated(tokens: list[Token], grammar: Grammar, names: frozenset[str]) -> None:
    """Put verbs into the tense that the note tells of, in place; drop what stands beside a name and says nothing."""
    _without_titles(tokens, names)
    for at in range(len(tokens) - 1, -1, -1):
        low = tokens[at].low
        if low not in NOT_YET and fold(low) not in names:
            continue
        if low not in NOT_YET and low_at(tokens, at + 1) in NOT_YET and _opens(tokens, at):
            if not _verbal(low_at(tokens, at + 2), grammar):
                continue
            del tokens[at + 1]
        _is_described(tokens, at, grammar)
        verb = _infinitive(tokens, at, grammar)
        if verb is not None:
            place, told = verb
            form = _told(tokens, place, told, grammar)
            if form:
                _go_on(tokens, place, grammar, past=form == told.past)
            tokens[place].text = form or tokens[place].text


def open_tense(tokens: list[Token], grammar: Grammar, names: frozenset[str]) -> bool:
    """Whether an infinitive is left behind somebody of which it is not sure whether it is over."""
    return any(
        (token.low in NOT_YET or fold(token.low) in names) and _infinitive(tokens, at, grammar) is not None
        for at, token in enumerate(tokens)
    )


def _without_titles(tokens: list[Token], names: frozenset[str]) -> None:
    """Drop a title behind the name it belongs to: Harpreet ji, Priya mam."""
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].low in TITLES_AFTER and at and fold(low_at(tokens, at - 1)) in names:
            del tokens[at]


def _opens(tokens: list[Token], at: int) -> bool:
    """Whether a clause can begin at `at`."""
    return at == 0 or not tokens[at - 1].word or tokens[at - 1].low in OPENERS


def _verbal(word: str, grammar: Grammar) -> bool:
    return grammar.finite(word) or grammar.base(word)


def _is_described(tokens: list[Token], at: int, grammar: Grammar) -> None:
    """Put "is" between somebody and how they are: she very kind, Priya so patient."""
    if _opens(tokens, at) and low_at(tokens, at + 1) in ("very", "so", "really") and grammar.adjective(low_at(tokens, at + 2)):
        then = low_at(tokens, at + 3)
        if not then[:1].isalnum() or then in PREPOSITIONS or then in OPENERS:
            tokens.insert(at + 1, Token("is"))


def _infinitive(tokens: list[Token], at: int, grammar: Grammar) -> tuple[int, Verb] | None:
    """Where behind the subject at `at` an infinitive stands for a finite verb, and which verb that is."""
    before = low_at(tokens, at - 1)
    if before in HELPING or any(token.low in WISHING for token in tokens[:at]):
        return None
    pronoun = tokens[at].low in NOT_YET
    if not pronoun and (not _opens(tokens, at) or tokens[at].low in MODALS):
        return None
    place = at + 1
    while low_at(tokens, place) in BETWEEN and place < len(tokens):
        place += 1
    word, after = low_at(tokens, place), low_at(tokens, place + 1)
    if not grammar.base(word) or grammar.finite(word) or grammar.adverb(word):
        return None
    if not pronoun and (grammar.noun(word) or grammar.adjective(word)) and after not in DETERMINERS | POSSESSIVES | OBJECTS:
        return None
    if pronoun and not after and grammar.noun(word):
        return None
    verb = next((verb for verb in grammar.verbs(word) if verb.base == word), None)
    return None if verb is None else (place, verb)


def _go_on(tokens: list[Token], place: int, grammar: Grammar, *, past: bool) -> None:
    """Give the infinitives behind "and" and "then" the same tense: she explained everything and gave me water."""
    for at in range(place + 2, len(tokens)):
        word, after = tokens[at].low, low_at(tokens, at + 1)
        verb = next((verb for verb in grammar.verbs(word) if verb.base == word), None)
        if tokens[at - 1].low not in ("and", "then") or verb is None or grammar.finite(word):
            continue
        if not grammar.noun(word) or after in DETERMINERS | POSSESSIVES | OBJECTS:
            tokens[at].text = verb.past if past else verb.s


def _told(tokens: list[Token], place: int, verb: Verb, grammar: Grammar) -> str:
    """The form of the verb that the note asks for; an empty text where it may be either."""
    low = [token.low for token in tokens]
    rest = low[place + 1 :]
    if _is_over(low, place, verb, grammar):
        return verb.past
    if not HABITS.isdisjoint(low) or "like" in rest or "when" in rest:
        return verb.s
    signs = [at for at, token in enumerate(tokens) if at > place and not token.word]
    if {"me", "us"} & set(low[place + 1 : min([place + REACH, *signs])]):
        return verb.past
    listed = any(before in ("and", "then") and grammar.base(word) and not grammar.noun(word) for before, word in pairwise(rest))
    return verb.s if verb.base in LASTING or listed else ""


def _is_over(low: list[str], place: int, verb: Verb, grammar: Grammar) -> bool:
    """Whether something says that this is over: a year, "ago", "as a child", another past, from his grandfather."""
    if any(_long_ago(low, at, place, verb) for at in range(len(low))):
        return True
    if verb.base in ("learn", "study", "train"):
        return any(word in ELDERS for word in low[place:]) or "first" in low
    others = [
        word for at, word in enumerate(low) if at != place and (at == 0 or low[at - 1] not in ("i", "that", "who", "which"))
    ]
    return verb.base not in LASTING and any(
        grammar.past(word) is not None and grammar.verb_first(word) and not grammar.base(word) for word in others
    )


def _long_ago(low: list[str], at: int, place: int, verb: Verb) -> bool:
    """Whether the word at `at` says that the verb at `place` is over."""
    word, then, before = low[at], low[at + 1] if at + 1 < len(low) else "", low[at - 1] if at else ""
    year = len(word) == 4 and word.isdigit() and word[:2] in ("19", "20") and before in ("in", "of")  # noqa: PLR2004  (digits)
    age = word in ("at", "turn") and then.isdigit() and at + 2 == len(low)
    young = word == "as" and bool(YOUNG & set(low[at + 2 : at + 3]))
    last = word == "last" and then in ("year", "week", "month", "night", "summer", "winter")
    earlier = word in ("before", "when", "until") and at == place - 2
    later = word in ("before", "when") and at > place and (then in ("he", "she", "they") or then.endswith("ing"))
    return word in OVER or year or age or young or last or earlier or (later and (verb.base not in LASTING or word == "before"))
