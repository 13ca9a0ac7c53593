"""From the third person to the second: the verbs that go with "you" lose their endings, in every clause that is hers.

`conjugate` walks along one clause after another. A verb directly after "you" is turned, and so are the verbs that
follow it with the same subject ("runs the guild and mentors two juniors"). Where a word may as well be a plural noun
("likes dogs and plants") it says so, and the note is asked about.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from followup_desktop.letters.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    NUMBERS,
    OBJECTS,
    PLURAL_OF_AUXILIARY,
    POSSESSIVES,
    PREPOSITIONS,
    SHORT_ADVERBS,
    SUBJECTS,
    SUBORDINATORS,
    WH,
    Grammar,
    words,
)
from followup_desktop.letters.normalise import Token

CLAUSE_OPENERS = SUBORDINATORS - {"as", "once", "before", "after", "since", "how", "what", "where", "that", "when"}
"""Words after which another subject may come; the rest is followed by "you" or by an -ing form as often."""


ANYBODY_ACTS = words("nobody everybody everyone someone somebody")
"""Subjects that may stand right behind a noun: letters nobody has read."""
INDEFINITE = words("everyone everybody nobody most all both each none nothing everything")
DESCRIBING = words(
    "made named called printed painted carved built sewn knitted baked drawn engraved nicknamed labelled dried framed paid"
)
"""Pasts that, without an object, describe the thing before them: labels printed big."""
PLACED = words("hung pinned mounted tucked stuck parked stored framed displayed")
"""Pasts that behind a comma say where the thing before them is: his first trowel, hung on the wall."""
DOUBLES = words("""
    notes prints lights shows signs names places tables chairs boards plants stamps bands bars boats books boxes bikes cards
    coats covers crops cups drawings drinks farms fields films flowers forms frames games heads hands jars labels lamps maps
    marks masks models nets ovens pages paints parts pictures pins plates pots records rings roofs rooms screens seeds sheets
    shelves shops stages stars steps stones stories tapes tiles tools tracks trains trees walls watches waves wheels windows wires
""")
"""Words in -s that are things far more often than doings when a preposition follows."""
LINKING = words("sounds looks seems feels smells tastes works")
"""Verbs that an adjective may follow: "the garden sounds amazing"."""


@dataclass(slots=True)
class Shift:
    """What `conjugate` found. `verbs` are the places of the reader's finite verbs."""

    sure: bool = True
    """False where a word may be a verb or a noun and nothing tells which."""
    verbs: list[int] = field(default_factory=list)
    chains: dict[int, list[int]] = field(default_factory=dict)
    """Subject's place -> the places of its own verbs."""


def conjugate(tokens: list[Token], grammar: Grammar, *, stray: bool = False) -> Shift:
    """Turn the verbs whose subject is the reader; with `stray` also those that could have another subject."""
    shift = Shift()
    for at, token in enumerate(tokens):
        if token.role == "subject":
            verb = verb_after(tokens, at, grammar)
            if verb is not None:
                turn(tokens[verb], grammar)
                shift.chains[at] = [verb, *_chain(tokens, verb, grammar, shift, stray=stray)]
                shift.verbs += shift.chains[at]
    return shift


def verb_after(tokens: list[Token], at: int, grammar: Grammar) -> int | None:
    """Where the verb of the subject at `at` stands: after adverbs, and after "and Maria" in "you and Maria started"."""
    index = at + 1
    if index < len(tokens) and tokens[index].low in ("and", "both") and index + 1 < len(tokens):
        index = _past_companion(tokens, index + 1, grammar)
    while index < len(tokens) and grammar.adverb(tokens[index].low) and not _acts(tokens, index, grammar):
        index += 1
    if index >= len(tokens) or not tokens[index].word:
        return None
    return index


def _past_companion(tokens: list[Token], index: int, grammar: Grammar) -> int:
    """Where the noun phrase that begins at `index` ends ("Maria", "your partner from Leeds")."""
    head = False
    while index < len(tokens):
        word = tokens[index].low
        verbal = grammar.finite(word) or grammar.base(word)
        if head and verbal and tokens[index - 1].low not in DETERMINERS | POSSESSIVES | PREPOSITIONS:
            return index
        if word in PREPOSITIONS:
            head = False
        else:
            head = head or not (
                word in DETERMINERS | POSSESSIVES or tokens[index].role or (grammar.adjective(word) and not grammar.noun(word))
            )
        index += 1
    return index


def _acts(tokens: list[Token], index: int, grammar: Grammar) -> bool:
    word = tokens[index].low
    return grammar.auxiliary(word) or (grammar.third(word) is not None and not word.endswith("ly"))


def turn(token: Token, grammar: Grammar) -> None:
    """Give the verb `token` the form that goes with "you"."""
    word = token.low
    if word in PLURAL_OF_AUXILIARY:
        token.text = PLURAL_OF_AUXILIARY[word]
    elif verb := grammar.third(word):
        token.text = verb.base
    elif word not in grammar.vocabulary and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")):
        token.text = _stripped(word)


def _stripped(word: str) -> str:
    """The infinitive of an unknown verb in -s."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _chain(tokens: list[Token], start: int, grammar: Grammar, shift: Shift, *, stray: bool) -> list[int]:
    """Turn the verbs that follow the one at `start` with the same subject, and give their places."""
    found: list[int] = []
    for at in range(start + 1, len(tokens)):
        token = tokens[at]
        before = tokens[at - 1]
        if token.role == "subject":
            return found
        other = token.low in SUBJECTS and before.low not in ("than", "like")
        if other or (token.low in CLAUSE_OPENERS and at > start + 1):
            later = _stray_verb(tokens, at, grammar)
            if later is not None and stray:
                turn(tokens[later], grammar)
                return [*found, later]
            shift.sure = shift.sure and later is None
            return found
        if not _joins(tokens, at, grammar):
            continue
        decided = _verb_here(tokens, at, found[-1] if found else start, grammar)
        if not decided and _new_subject(tokens, at, grammar):
            return found
        if decided is None:
            shift.sure = False
        elif decided:
            turn(token, grammar)
            found.append(at)
    return found


def _stray_verb(tokens: list[Token], start: int, grammar: Grammar) -> int | None:
    """Where, after another subject came up at `start`, a verb is joined that could be the reader's again."""
    for at in range(start + 1, len(tokens)):
        if tokens[at].role == "subject" or tokens[at].low in ("i", "we"):
            return None
        if _joins(tokens, at, grammar) and grammar.third(tokens[at].low) and _verb_here(tokens, at, start, grammar):
            return at
    return None


def _joins(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether the word at `at` directly follows a comma or a conjunction, adverbs aside."""
    index = at - 1
    while index >= 0 and grammar.adverb(tokens[index].low) and tokens[index].word and tokens[index].low not in CONJUNCTIONS:
        index -= 1
    return index >= 0 and (tokens[index].text in ",;/" or tokens[index].low in CONJUNCTIONS)


def _verb_here(tokens: list[Token], at: int, last: int, grammar: Grammar) -> bool | None:  # noqa: C901, PLR0911  (a ladder, one rung a case)
    """Whether the word at `at`, which begins a joined part, is a verb in the third person; None where it may be a noun."""
    word = tokens[at].low
    if word in PLURAL_OF_AUXILIARY or (grammar.auxiliary(word) and word not in ("been", "being", "be")):
        return True
    if tokens[at].fixed:
        return False
    if grammar.third(word) and tokens[at - 1].low in SHORT_ADVERBS:
        return not (tokens[at - 1].low in ("all", "both") and grammar.noun(word))  # 7 lurchers, all rescues
    if grammar.past(word) and grammar.third(word) is None:
        return _past_here(tokens, at, grammar)
    if grammar.third(word) is None:
        return False
    if not grammar.noun(word):
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    listed = all(not tokens[index].word or tokens[index].low in CONJUNCTIONS or index == last for index in range(last, at))
    if listed:
        return True
    if after is None or not after.word:
        return True if word in grammar.lexicon.weak_nouns else None
    if (
        after.low in DETERMINERS | POSSESSIVES | OBJECTS | NUMBERS
        or after.role
        or after.fixed
        or after.low[:1].isdigit()
        or after.low in WH
    ):
        return True
    if after.low in PREPOSITIONS or after.low in CONJUNCTIONS or grammar.adverb(after.low):
        return True if word in grammar.lexicon.weak_nouns else None
    if grammar.finite(after.low) and not grammar.noun(after.low):
        return False
    return True if word in grammar.lexicon.weak_nouns or grammar.noun(after.low) or grammar.adjective(after.low) else None


def _past_here(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether the joined word at `at`, which can be a past tense, is one."""
    word = tokens[at].low
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if grammar.adjective(word) and after is not None and grammar.noun(after.low) and after.low not in DETERMINERS:
        return False
    if word in PLACED and after is not None and after.low in PREPOSITIONS and tokens[at - 1].text == ",":
        return False
    if grammar.noun(word) or grammar.base(word):
        return after is not None and (after.low in DETERMINERS | POSSESSIVES | OBJECTS | NUMBERS or bool(after.role))
    return True


def _new_subject(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether a noun phrase with its own verb begins at `at`."""
    return finite_after_noun_phrase(tokens, at, grammar) is not None


def finite_after_noun_phrase(tokens: list[Token], at: int, grammar: Grammar) -> int | None:  # noqa: C901, PLR0911, PLR0912  (a ladder, one rung a case)
    """Where the finite verb stands whose subject is the noun phrase that begins at `at`; None if there is none.

    The phrase may hold prepositions ("the lab on the third floor smells"), but no sign and no conjunction before "and".
    """
    index = at
    head = False
    while index < len(tokens):
        token = tokens[index]
        word = token.low
        if (not token.word and token.text not in "'\"") or word in (
            "but",
            "or",
            "because",
            "when",
            "while",
            "if",
            "that",
            "which",
            "who",
            "to",
            "how",
            "what",
        ):
            return None
        if token.fixed or token.role == "your" or (token.role == "yours" and index > at and tokens[index - 1].low == "of"):
            head = head or token.fixed or token.role == "yours"
        elif token.role:
            return None
        elif (
            head
            and word in ("nobody", "everybody", "everyone", "someone", "somebody")
            and tokens[index - 1].low not in PREPOSITIONS
        ):
            return None  # letters nobody has read
        elif head and _finite_here(tokens, index, grammar):
            return index
        elif word in PREPOSITIONS:
            if not head:
                return None
        elif word == "and":
            if not head:
                return None
            head = False
        elif word in DETERMINERS or word in POSSESSIVES:
            if head and tokens[index - 1].low not in PREPOSITIONS | {"and", "all", "both", "half"}:
                return None
        elif word in SUBJECTS and word != "you":
            return None
        else:
            head = (
                head
                or word in INDEFINITE
                or grammar.noun(word)
                or word not in grammar.vocabulary
                or token.text[:1].isupper()
                or word[:1].isdigit()
                or word.endswith("ing")
                or (
                    index > at
                    and (tokens[index - 1].role == "your" or tokens[index - 1].low in DETERMINERS)
                    and not grammar.adjective(word)
                )
            )
        index += 1
    return None


def _object_follows(after: Token | None, grammar: Grammar) -> bool:
    """Whether what is made or named by the verb follows it."""
    if after is None or not after.word:
        return False
    if after.low in PREPOSITIONS or grammar.adverb(after.low):
        return False
    return (
        after.fixed or bool(after.role) or after.low in DETERMINERS | POSSESSIVES | OBJECTS | NUMBERS or grammar.noun(after.low)
    )


def _finite_here(tokens: list[Token], index: int, grammar: Grammar) -> bool:  # noqa: C901, PLR0911, PLR0912  (a ladder, one rung a case)
    """Whether the word at `index` is the finite verb of the noun phrase before it."""
    word = tokens[index].low
    before = tokens[index - 1]
    if grammar.auxiliary(word):
        return word not in ("be", "been", "being")
    if before.low in DETERMINERS | POSSESSIVES | PREPOSITIONS or before.role == "your" or before.low in NUMBERS:
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    plural_before = grammar.plural(before.low) or before.low in ("kids", "people", "staff", "children")
    if word == "like" and (grammar.third(before.low) or (plural_before and after is not None and after.low in ("a", "an"))):
        return False
    if plural_before and grammar.base(word) and not grammar.adjective(word):
        return not grammar.noun(word) or (
            after is not None and (after.low in DETERMINERS | POSSESSIVES | OBJECTS | PREPOSITIONS or bool(after.role))
        )
    if grammar.adverb(word) and not grammar.verb_first(word):
        return False
    if before.low[:1].isdigit():
        return False
    if grammar.third(word):
        if not grammar.noun(word) or word in grammar.lexicon.weak_nouns:
            return not plural_before
        if after is None or plural_before:
            return False
        if word in LINKING and grammar.adjective(after.low):
            return True
        if after.low in PREPOSITIONS and word in DOUBLES:  # margin notes in green
            return False
        return (
            after.low in DETERMINERS | POSSESSIVES | OBJECTS | NUMBERS | PREPOSITIONS
            or bool(after.role)
            or after.text[:1].isupper()
        )
    if verb := grammar.past(word):
        if grammar.adjective(word) or (grammar.noun(word) and verb.base != word):
            return after is not None and after.low in DETERMINERS | POSSESSIVES | OBJECTS
        if verb.past == verb.participle and after is not None and after.low == "by":
            return False
        if word in DESCRIBING and not _object_follows(after, grammar):
            return False
        return (not grammar.adjective(before.low) or grammar.adverb(before.low)) and (
            verb.base != word or (after is not None and not grammar.noun(word))
        )
    return False
