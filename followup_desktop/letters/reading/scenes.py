"""What was seen or heard of, told without a verb: "birthing pool paid for by bake sales", "printer called Gunilla".

Such words say nothing about who or when, so their frame claims nothing either ("I keep thinking of ..."). Complaints are
written in the same way ("one toilet for 30 people"): wherever a word may be one, the note is asked about.
"""

from __future__ import annotations

from followup_desktop.letters.grammar import DETERMINERS, KIN, NUMBERS, POSSESSIVES, PREPOSITIONS, SUBJECTS, words
from followup_desktop.letters.lexicon import fold
from followup_desktop.letters.mention import ANYBODY
from followup_desktop.letters.normalise import Token, known
from followup_desktop.letters.reading.kinds import MASS, POINTERS, STRANGERS
from followup_desktop.letters.reading.piece import Piece, Thought

FEWEST = 3
"""Words with a meaning that a scene has; fewer are a topic, and what is meant is asked."""
BESIDE = 2
"""The same where the note says something else as well."""
EXPLAINING = words("because that which who where since")
"""Words behind which a scene may have a verb."""
LONGEST_REASON = 6
"""Words behind such a word that belong to it."""
CALLED = words("called named nicknamed christened labelled marked titled")
PARTICIPLES = CALLED | words("made built carved painted drawn printed knitted sewn paid raised grown baked cooked given")
"""Participles that describe a thing where they look like its verb."""
WRITER = words("i me my we us our mine i'd i'm i've we'd we're myself")
TRADES = ("man", "woman", "ist", "ian", "fan", "enthusiast", "lover", "nurse", "chef", "veteran", "buff")
"""Endings of what somebody is."""
PEOPLE = ANYBODY | STRANGERS | KIN | POINTERS


def scene(piece: Piece) -> Thought | None:
    """The words in a frame that claims nothing, where they are plainly a thing and nothing is against them."""
    tokens = piece.tokens
    if any(token.role in ("subject", "object") for token in tokens):  # call him Lordy
        return None
    if not tokens or not _begins_thing(piece) or any(_against(piece, at) for at in range(len(tokens))):
        return None
    content = [at for at, token in enumerate(tokens) if _content(piece, at) or token.fixed]
    if len(content) < (BESIDE if piece.context.beside else FEWEST):
        return None
    described = piece.context.beside or any(
        token.low in PREPOSITIONS | CALLED | {"especially"} or token.low.endswith("ed") for token in tokens[1:-1]
    )
    if not described:
        return None
    _article(piece)
    return Thought("scene", (piece.words(),))


def _content(piece: Piece, at: int) -> bool:
    word = piece.low(at).removesuffix("'s")
    return (
        piece.grammar.noun(word)
        or piece.grammar.adjective(word)
        or bool(piece.grammar.verbs(word))
        or (piece.tokens[at].text[:1].isupper())
    )


def _begins_thing(piece: Piece) -> bool:
    """Whether the first words are a noun phrase, and not about somebody."""
    first = piece.first
    if first.role or first.low in SUBJECTS | POSSESSIVES | PREPOSITIONS or first.low[:1].isdigit() or first.low in NUMBERS:
        return False
    if piece.grammar.third(first.low):  # skates to work
        return False
    if first.text[:1].isupper() and fold(first.text) in piece.grammar.lexicon.names:
        return False
    head = _head(piece)
    return head is not None and piece.low(head) not in PEOPLE and not piece.low(head).endswith(TRADES)


def _head(piece: Piece) -> int | None:
    """Where the last noun of the first noun phrase stands."""
    at = 1 if piece.first.low in DETERMINERS else 0
    found = None
    while at < len(piece.tokens) and piece.tokens[at].word and not piece.tokens[at].role:
        word = piece.low(at)
        if word in PREPOSITIONS or word in PARTICIPLES or (found is not None and piece.grammar.participle(word)):
            break
        if piece.grammar.noun(word):
            found = at
        elif not piece.grammar.adjective(word) and not piece.tokens[at].text[:1].isupper() and not word.endswith("ing"):
            break
        at += 1
    return found


def _against(piece: Piece, at: int) -> bool:  # noqa: PLR0911  (a ladder, one rung a case)
    """Whether the word at `at` has no place in a scene: a verb, an unknown word, the writer, something unpleasant."""
    token = piece.tokens[at]
    word = token.low
    lexicon = piece.grammar.lexicon
    if token.fixed or not token.word:
        return not token.fixed and token.text not in (",", ":", "'")
    if word in lexicon.unpleasant or word.startswith(lexicon.unpleasant_stems) or word in WRITER:
        return True
    if word.isalpha() and word.islower() and not token.text[:1].isupper() and not known(word, piece.grammar):
        return True
    if word[:1].isdigit() and piece.low(at + 1) in ("a", "an", "per"):
        return True
    people = piece.low(at + 1) in ("people", "of", "staff", "patients", "pupils", "us", "ppl", "persons")
    if (word[:1].isdigit() or word in NUMBERS) and (people or piece.low(at - 1) == "for"):
        return True
    if word == "like" and piece.low(at + 1) in DETERMINERS:
        return False
    if any(piece.low(i) in EXPLAINING for i in range(max(1, at - LONGEST_REASON), at)):
        return False
    verbal = piece.grammar.verb_first(word) or piece.grammar.auxiliary(word) or word.endswith("n't")
    return verbal and word not in PARTICIPLES and not (piece.grammar.participle(word) and piece.low(at + 1) in PREPOSITIONS)


def _article(piece: Piece) -> None:
    """Put "the" before a singular that a hurried note leaves without: the printer called Gunilla."""
    head = _head(piece)
    first = piece.first
    if head is None or first.low in DETERMINERS or first.text[:1].isupper():
        return
    word = piece.low(head)
    if not piece.grammar.plural(word) and word not in MASS and not piece.grammar.ing(word):
        piece.tokens.insert(0, Token("the", first.gap))
