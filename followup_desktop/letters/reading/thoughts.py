"""From the words of a note to thoughts: what kind of thing each part says, and the words for its frame.

The reader stands in the tokens as "you" already (`mention`), and the verbs agree (`person_shift`). Whatever is not
plainly one of the kinds known here is a doubt with a name, and becomes a question.
"""

from __future__ import annotations

import re
from dataclasses import replace

from followup_desktop.letters.grammar import (
    DETERMINERS,
    KIN,
    NUMBERS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    WH,
    Grammar,
    words,
)
from followup_desktop.letters.normalise import Token, decapitalised, join
from followup_desktop.letters.person_shift import conjugate, finite_after_noun_phrase
from followup_desktop.letters.reading.clause import reader, wh
from followup_desktop.letters.reading.feelings import feeling
from followup_desktop.letters.reading.fragments import fragment
from followup_desktop.letters.reading.guards import harmless
from followup_desktop.letters.reading.implied import as_writer, implied
from followup_desktop.letters.reading.kinds import AGENT_ENDINGS, DEGREES, HOUSEHOLD, POINTERS, STRANGERS
from followup_desktop.letters.reading.labels import label, quotation, spoken_words
from followup_desktop.letters.reading.mine import writer
from followup_desktop.letters.reading.ours import chat, together
from followup_desktop.letters.reading.piece import Context, Doubt, Piece, Thought
from followup_desktop.letters.reading.scenes import scene
from followup_desktop.letters.reading.small_words import with_small_words
from followup_desktop.letters.reading.split import only_reaction, parts, trimmed
from followup_desktop.letters.reading.tails import (
    same_as_me,
    shared_by_me,
    still_works,
    with_absolute,
    without_remarks,
    without_tail,
)
from followup_desktop.letters.reading.things import thing
from followup_desktop.letters.verify import uncertain

FEWEST_PLAIN = 5
"""Words from which a note that cannot be read may speak for itself."""
UNSURE = words("i i'm i've i'd or someone somebody")
"""Words of the writer's own, or of doubt."""
SAID_SO = words("said says thinks reckons believes insists say reckon think told claims claim calls")
"""Verbs that stand behind what was said: "..., he reckons"."""
DOINGS = words("idea invention design doing recipe handiwork work rule suggestion project brainchild creation")
"""What somebody is behind: labels printed big, her idea."""
FORBEARS = KIN | {"da", "mate", "friend", "neighbour", "sis", "bro", "teacher", "tutor"}
"""Who of the writer's may have something in common with the reader."""
EVERY_TIME = words(
    "day morning evening night week month year summer winter spring autumn season christmas easter lunch friday term"
)
"""Times that come back."""
UNCLEAR = frozenset(
    {"it", "that", "this", "he", "she", "they", "them", "him", "who", "and", "so", "then", "loved", "liked", "hated"}
)
"""First words that point at something nobody can see in the note."""
SHORTEST_HALF = 3
"""Words that each half of a piece has where it is read in halves."""
REPORTED = 3
"""Words that stand at least before "he reckons"."""


def read(piece: Piece) -> Thought:
    """The thought of this piece."""
    tag_first(piece)
    if any(token.text == "?" for token in piece.tokens) and not piece.answer:
        raise Doubt("topic")
    piece.tokens = [token for token in piece.tokens if token.text != "?"]
    if len(piece.tokens) == 0:
        raise Doubt("topic")
    first = (quotation, label, feeling, writer, chat, together, reader, wh)
    for attempt in (*first, imperative, trade_and_clause, thing, implied, thing_and_clause, fragment, scene):
        if (thought := attempt(piece)) is not None:
            return thought
        if attempt is writer and piece.low(0) in ("i", "i'm", "i've", "i'd", "i'll"):
            raise Doubt("sense")
    raise Doubt("topic" if not piece.any_verb() else "sense")


def tag_first(piece: Piece) -> None:
    """Put first who speaks or who is meant: "..., she said", "Gwen: ..."."""
    tokens = piece.tokens
    if len(tokens) > REPORTED and tokens[0].low in ("was", "is", "it") and tokens[1].role and tokens[2].low == "who":
        piece.tokens = [replace(tokens[1], text="you", role="subject"), *tokens[3:]]  # was he who invited me
    if tokens[0].role in ("object", "self") and piece.low(1) == "and" and piece.low(2) == "my" and piece.low(3) in FORBEARS:
        tokens[0].role, tokens[0].text = "subject", "you"  # him and my dad
    if tokens[0].role == "object" and tokens[0].low == "you" and piece.low(1) in ("first", "only", "youngest", "oldest"):
        tokens[0].role = "subject"
    years = tokens[0].low[:1].isdigit() and piece.low(1) in ("years", "summers", "seasons", "winters")
    if years and len(tokens) > REPORTED + 1 and tokens[-2].role == "subject" and tokens[-1].low in SAID_SO:
        piece.tokens = tokens = _uncut(tokens[:-2], piece.grammar)
    inside = len(tokens) > REPORTED and tokens[-3].low in SUBORDINATORS  # ties knots when he thinks
    if len(tokens) > REPORTED and tokens[-2].role == "subject" and tokens[-1].low in SAID_SO and not inside:
        verb = Token("said") if tokens[-1].low == "told" else tokens[-1]
        piece.tokens = [tokens[-2], verb, *_uncut(tokens[:-2], piece.grammar)]
    elif len(tokens) > REPORTED and tokens[-1].role in ("subject", "object") and tokens[-2].low in SAID_SO:
        piece.tokens = [Token("you", role="subject"), tokens[-2], *_uncut(tokens[:-2], piece.grammar)]
    elif (
        len(tokens) > REPORTED
        and tokens[-1].role in ("subject", "object")
        and tokens[-2].low in ("does", "did", "is", "has", "was", "do")
        and tokens[-3].text == ","
    ):
        piece.tokens = [Token("you", role="subject"), *_uncut(tokens[:-2], piece.grammar)]
    elif tokens[2:] and tokens[0].role in ("subject", "object") and tokens[1].text in (":", "-", "=") and not tokens[2].fixed:
        bare = piece.grammar.base(piece.low(2)) and not piece.grammar.finite(piece.low(2)) and len(tokens) > REPORTED + 1
        piece.tokens = [Token("you", role="subject"), Token("said"), *_uncut(tokens[2:], piece.grammar)] if bare else tokens[2:]


def _uncut(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """The tokens without a comma at the end and without the capital of their first word."""
    kept = [token.copy() for token in (tokens[:-1] if tokens and tokens[-1].text == "," else tokens)]
    decapitalised(kept, grammar)
    return kept


def imperative(piece: Piece) -> Thought | None:
    """Advice in its own words: "never trust a satnav", "always weigh the eggs"."""
    bare = piece.grammar.base(piece.low(1)) and not piece.grammar.finite(piece.low(1))
    if piece.low(0) not in ("never", "always", "don't") or not bare or len(piece.tokens) < 3:  # noqa: PLR2004  (a verb and its object)
        return None
    if piece.mine_in(1) or any(token.role for token in piece.tokens):
        return None
    return Thought("tip", (piece.words(),))


def trade_and_clause(piece: Piece) -> Thought | None:
    """As in "ex miner, came to baking at 50": what the reader is or was, then what the reader did."""
    comma = next((at for at, token in enumerate(piece.tokens) if token.text == ","), 0)
    left, right = piece.tokens[:comma], piece.tokens[comma + 1 :]
    if not left or not right or not (piece.grammar.finite(right[0].low) and piece.grammar.verb_first(right[0].low)):
        return None
    if left[0].low == "ex" and len(left) > 1:
        left = [Token(f"ex-{left[1].text}"), *left[2:]]
    if not _names_a_trade(left, piece.grammar):
        return None
    then = read(Piece([Token("you", role="subject"), *right], piece.context))
    if then.kind not in ("fact", "story") or not then.parts[0].startswith("you "):
        return None
    text = join(left).strip()
    article = "" if left[0].low in DETERMINERS else "an " if text[0].lower() in "aeio" else "a "
    return Thought("fact", (f"you are {article}{text} and {then.parts[0].removeprefix('you ')}",))


def thing_and_clause(piece: Piece) -> Thought | None:
    """As in "PhD in astrophysics, switched because ...": a thing of the reader's, then what the reader did."""
    comma = next((at for at, token in enumerate(piece.tokens) if token.text == ","), None)
    if not comma or comma + 1 >= len(piece.tokens):
        return None
    word = piece.low(comma + 1)
    if not (piece.grammar.finite(word) and piece.grammar.verb_first(word)):
        return None
    left = piece.tokens[:comma]
    if left[0].role != "your" and left[0].low not in DEGREES:
        return None
    right = read(Piece(piece.tokens[comma + 1 :], piece.context))
    if right.kind not in ("fact", "story"):
        return None
    name = join(left) if left[0].role == "your" else f"your {join(left)}"
    link = "and how" if right.kind == "story" else "and that"
    return Thought("topic", (f"{name}, {link} {right.parts[0]}",))


def answered(piece: list[Token], context: Context) -> Thought:  # noqa: PLR0911  (one rung an answer)
    """The thought of words that cannot be read, in the frame that the writer chose.

    Answers: "talked" (about it), "theirs" (the reader's), "seen" (there), "shared" (by both), anything else: told.
    """
    tokens = [token.copy() for token in piece]
    while tokens and not tokens[-1].word and not tokens[-1].fixed:
        tokens.pop()
    tokens = [Token(":", gap=False) if token.text == "?" else token for token in tokens]
    if not tokens:
        raise Doubt("topic")
    decapitalised(tokens, context.grammar)
    conjugate(tokens, context.grammar, stray=True)
    text = join(tokens).rstrip(" ,;:.")
    clause = any(token.role == "subject" or token.low in ("i", "we") for token in tokens) or finite_after_noun_phrase(
        tokens, 0, context.grammar
    )
    asked = tokens[0].low in WH or any(context.grammar.auxiliary(token.low) for token in tokens)
    if not text or ((clause or asked) and context.answer in ("talked", "theirs", "seen", "shared")):
        raise Doubt("topic")
    if context.answer == "plain":
        return Thought("plain", (re.sub(r"[.!] (?=\w)", "; ", text),))
    owned = tokens[0].role == "your" or tokens[0].low in DETERMINERS | POSSESSIVES
    if context.answer == "talked":
        return Thought("talk", (text, "talking with you about", "to talk with you about"))
    if context.answer == "theirs":
        if _agent(tokens, context.grammar):
            article = (
                ""
                if tokens[0].low in ("the", "a", "an", "first", "last", "only")
                else "an "
                if text[0].lower() in "aeio"
                else "a "
            )
            return Thought("fact", (f"you are {'the ' if tokens[0].low in ('first', 'last', 'only') else article}{text}",))
        return Thought("topic", (text if owned else f"your {text}",))
    if context.answer == "seen":
        plural = context.grammar.plural(tokens[-1].low) or context.grammar.plural(tokens[0].low)
        return Thought("seen", (text if owned or plural or tokens[0].text[:1].isupper() else f"the {text}",))
    if context.answer == "shared":
        return Thought("common", (text,))
    return Thought("told", (text,))


def _names_a_trade(piece: list[Token], grammar: Grammar) -> bool:
    """Whether a piece is nothing but what somebody is: "big bass fisherman", "keen gardener"."""
    plain = all(
        grammar.noun(t.low)
        or grammar.adjective(t.low)
        or t.low in PREPOSITIONS
        or t.text[:1].isupper()
        or t.low.startswith("ex-")
        for t in piece
    )
    return plain and _agent(piece, grammar) and not grammar.verb_first(piece[0].low)


def _agent(tokens: list[Token], grammar: Grammar) -> bool:
    """Whether the words name what somebody is: "ex-nurse", "first woman to lead the infra team"."""
    end = next(
        (at for at, token in enumerate(tokens) if token.low in PREPOSITIONS or token.low in ("to", "who") or not token.word),
        len(tokens),
    )
    head = tokens[end - 1].low if end else ""
    head = head.rsplit("-", 1)[-1]
    return not grammar.plural(head) and (
        head.endswith(AGENT_ENDINGS) or head in ("woman", "man", "person", "child", "mum", "dad", "veteran", "vet")
    )


def _merged(found: list[Thought]) -> list[Thought]:
    """Neighbouring facts in one sentence: "that your husband is Spanish and you speak it at home"."""
    found = [thought for at, thought in enumerate(found) if thought.parts not in [each.parts for each in found[:at]]]
    merged = found[:1]
    for thought in found[1:]:
        last = merged[-1]
        if last.kind == "story" and thought.kind == "fact" and thought.joiner and thought.parts[0].startswith("you "):
            merged[-1] = Thought("story", (f"{last.parts[0]} and {thought.parts[0].removeprefix('you ')}",), last.joiner)
            continue
        one_frame = {last.kind, thought.kind} <= {"fact", "about"} or last.kind == thought.kind == "story"
        if one_frame and thought.joiner and len(f"{last.parts[0]} {thought.parts[0]}".split()) <= 24:  # noqa: PLR2004  (the frame adds eight)
            again = "how " if last.kind == "story" else "that " if thought.joiner == ", and" else ""
            joiner = " and" if again else thought.joiner
            merged[-1] = Thought(
                "fact" if "fact" in (last.kind, thought.kind) else last.kind,
                (f"{last.parts[0]}{joiner} {again}{thought.parts[0]}",),
                last.joiner,
            )
        else:
            merged.append(thought)
    return merged


def _halves(piece: list[Token], context: Context) -> list[Thought]:
    """What the two halves of a piece say by themselves when it cannot be read as one: "ledgers from 1888, let me turn pages"."""
    for at in range(len(piece) - SHORTEST_HALF - 1, SHORTEST_HALF - 1, -1):
        if piece[at].text == ",":
            found = []
            for half in (piece[:at], piece[at + 1 :]):
                try:
                    found.append(read(Piece(trimmed(half), replace(context, answer="", beside=True))))
                except Doubt:
                    break
            if len(found) == 2:  # noqa: PLR2004  (both halves)
                return found
    return []


def _learners(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether a singular stands before a bare verb: "the bus become library"."""
    word, before = tokens[at].low, tokens[at - 1].low
    bare = grammar.base(word) and not (grammar.noun(word) or grammar.adjective(word) or grammar.finite(word))
    return bare and grammar.noun(before) and not grammar.plural(before)


def _plainly(piece: list[Token], context: Context) -> Thought | None:
    """The words themselves, with the reader as "you", behind a frame that claims nothing; None where anything may be amiss.

    Needed for what people type as it comes to their mind. Only known and harmless words may go that way, and the writer's
    own worries ("I ...") may not.
    """
    grammar = context.grammar
    tokens = [token.copy() for token in piece]
    decapitalised(tokens, grammar)
    content = [token for token in tokens if token.fixed or grammar.noun(token.low) or grammar.adjective(token.low) or token.role]
    if len(tokens) < FEWEST_PLAIN or len(content) < FEWEST_PLAIN - 1 or any(token.text == "?" for token in tokens):
        return None
    low = [token.low for token in tokens]
    if (
        low[0][:1].isdigit()
        or low[0] in NUMBERS
        or low[0] in UNCLEAR
        or low[0] in PREPOSITIONS
        or {"i", "i'm", "i've", "i'd", "me", "my", "or", "someone", "somebody"} & set(low)
        or any(token.role == "object" for token in tokens[1:])
        or _unread_subject(tokens, grammar)
    ):
        return None
    if any(word in STRANGERS | POINTERS | HOUSEHOLD for word in low) or not harmless(tokens, grammar):
        return None
    if any(_learners(tokens, at, grammar) for at in range(1, len(tokens))):
        return None
    conjugate(tokens, grammar, stray=True)
    return Thought("plain", (join(tokens).rstrip(" ,;:."),))


def _unread_subject(tokens: list[Token], grammar: Grammar) -> bool:
    """Whether the reader stands before something that is not plainly a verb of theirs: "you hand paints the signs"."""
    for at, token in enumerate(tokens[:-1]):
        if token.low == "you" and token.role:
            verbs = (grammar.past(tokens[at + 1].low), at + 2 < len(tokens) and grammar.past(tokens[at + 2].low))
            if not any(verbs):
                return True
    return False


def _said_again(piece: list[Token], later: list[tuple[str, list[Token]]]) -> bool:
    """Whether a word or two only announce what comes: "morse! he taught me my name in morse"."""
    words_later = {token.low for _, other in later for token in other}
    return len(piece) < SHORTEST_HALF and all(token.low in words_later for token in piece)


def _once_named(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """The tokens without the second of two subjects that are one: "Fatima she has a garden"; "them old looms" put right."""
    for at in range(len(tokens) - 2):
        old = grammar.adjective(tokens[at + 1].low) and grammar.plural(tokens[at + 2].low)
        if tokens[at].low == "them" and not tokens[at].role and old:
            tokens[at].text = "those"
    return [
        token
        for at, token in enumerate(tokens)
        if not (
            at and token.role == "subject" and tokens[at - 1].role in ("subject", "object") and token.low == tokens[at - 1].low
        )
    ]


def _said_once(tokens: list[Token]) -> list[Token]:
    """The tokens without their second half where it only repeats the first."""
    half = len(tokens) // 2
    again = len(tokens) > SHORTEST_HALF and not tokens[half].word and tokens[half + 1 :]
    return tokens[:half] if again and [t.low for t in again] == [t.low for t in tokens[:half]] else tokens


def _told_so(piece: list[Token], grammar: Grammar) -> bool:
    """Whether a piece says nothing but "told him so" or "quizzed her"."""
    if len(piece) > SHORTEST_HALF or grammar.past(piece[0].low) is None:
        return False
    so = piece[0].low == "told" and piece[-1].low in ("so", "that", "this")
    return so or (len(piece) == SHORTEST_HALF - 1 and piece[1].role == "object" and not grammar.noun(piece[0].low))


def _at_anybody(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether the "you" at `at` is what somebody does to anybody, the writer above all: "the rota has you alone"."""
    if tokens[at].role or tokens[at].low != "you":
        return False
    before = tokens[at - 1].low
    if at > 1 and tokens[at - 2].role == "subject" and grammar.base(before) and not grammar.auxiliary(before):  # they dock you
        return True
    return grammar.auxiliary(before) or grammar.third(before) is not None or before in ("make", "want", "expect", "keep", "pay")


def _writers(piece: list[Token], after: list[tuple[str, list[Token]]], context: Context) -> Thought | None:
    """What the writer did before "and he ...", where the answer says that it was the writer; who it was is asked first."""
    if context.answer not in ("", "me") or not _another_acts(piece, after, context.grammar):
        return None
    if not context.answer:
        raise Doubt("subject", piece[0].text)
    return as_writer(Piece(piece, context), 0)


def _promised(piece: list[Token]) -> bool:
    """Whether a piece says nothing but "I promised"."""
    return " ".join(token.low for token in piece) in ("i promised", "promised", "i said i would", "i said", "i did promise")


def _exclamation(piece: list[Token]) -> bool:
    """Whether a piece says nothing but "what a studio"."""
    return [token.low for token in piece[:2]] in (["what", "a"], ["what", "an"]) and len(piece) <= FEWEST_PLAIN - 1


def _time_last(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """The tokens with "every Friday" moved from their beginning to the end of the clause it belongs to."""
    if tokens[0].low not in ("every", "each", "most") or len(tokens) < FEWEST_PLAIN + 1:
        return tokens
    day = tokens[1].low in grammar.lexicon.capitals or tokens[1].low.removesuffix("s") in EVERY_TIME
    starts = tokens[2].low in DETERMINERS | POSSESSIVES or tokens[2].role or tokens[2].low in ("we", "they")
    if not day or not starts or any(not token.word for token in tokens):
        return tokens
    return [*tokens[2:], Token(tokens[0].low), tokens[1]]


def _third_begins(piece: list[Token], grammar: Grammar) -> bool:
    """Whether a piece begins with a verb in the third person whose subject was left out: "still makes the desks"."""
    at = 0
    while at < len(piece) - 1 and grammar.adverb(piece[at].low) and not grammar.third(piece[at].low):
        at += 1
    return grammar.third(piece[at].low) is not None


def _another_acts(piece: list[Token], after: list[tuple[str, list[Token]]], grammar: Grammar) -> bool:
    """Whether "and he" goes on from a past tense without subject: "reversed the wagon and he clapped" is about two."""
    if not piece or not after or after[0][1][0].role != "subject":
        return False
    first = piece[0].low
    if first in ("was", "were") and len(piece) > 1 and not any(token.role for token in piece):
        return True
    past = grammar.past(first) is not None and grammar.verb_first(first) and not grammar.auxiliary(first)
    joined = after[0][0] in (" and", ", and")
    return joined and past and not any(token.role or token.low in ("me", "my", "us") for token in piece)


def _unwrapped(tokens: list[Token]) -> list[Token]:
    """The tokens without "you should have seen" before them, which is said to nobody."""
    if [token.low for token in tokens[1:4]] == ["should", "have", "seen"] and tokens[0].low == "you" and not tokens[0].role:
        rest = tokens[4:]
        return [Token("the"), Token("way"), *rest[1:]] if rest and rest[0].low == "how" else rest
    if len(tokens) > FEWEST_PLAIN and tokens[-3].text == "," and tokens[-2].role == "your" and tokens[-1].low in DOINGS:
        tokens = [*tokens[:-2], Token("which"), Token("was"), *tokens[-2:]]  # ..., her idea
    signs = any(token.text in (";", ".", "!", "-") for token in tokens)
    if (
        len(tokens) > REPORTED + 2
        and tokens[-2].role == "subject"
        and tokens[-1].low in SAID_SO
        and tokens[-3].text == ","
        and not signs
    ):
        return [tokens[-2], tokens[-1], *(token.copy() for token in tokens[:-3])]  # ..., he reckons
    for at in range(2):  # could tell he loves them
        low = [token.low for token in tokens[at : at + 3]]
        seen = low[:1] in (["could"], ["can"]) and low[1:2] in (["tell"], ["see"], ["hear"])
        rest = tokens[at + 2 + (low[2:] == ["that"]) :]
        if (
            seen
            and rest
            and rest[0].role == "subject"
            and (not at or (tokens[0].low in ("you", "i", "we") and not tokens[0].role))
        ):
            return rest
    for at in range(1, len(tokens) - 2):  # if he won the lottery he says he'd still do it
        if tokens[at].role == tokens[at + 2].role == "subject" and tokens[at + 1].low in SAID_SO and tokens[at - 1].word:
            return [*tokens[:at], *tokens[at + 2 :]]
    return tokens


def thoughts(tokens: list[Token], context: Context) -> list[Thought]:
    """What the note says, in order. Raises `Doubt` where a part of it is open."""
    if not tokens:
        raise Doubt("topic")
    tokens = same_as_me(without_remarks(_time_last(_said_once(tokens), context.grammar)))
    tokens = with_small_words(tokens, context.grammar)
    tokens, alike = shared_by_me(tokens, context.grammar)
    tokens = _once_named(with_absolute(still_works(tokens, context.grammar), context.grammar), context.grammar)
    if alike:
        return _alike(thoughts(tokens, context), alike)
    if (spoken := spoken_words(tokens, context.grammar)) is not None:
        return [spoken]
    if not context.answer and any(_at_anybody(tokens, at, context.grammar) for at in range(1, len(tokens))):
        raise Doubt("sense")
    also = any(token.low in ("too", "also") for token in tokens)
    if tokens[0].low in KIN and not tokens[0].role and also and not context.answer:
        raise Doubt("topic")  # whose father was one too?
    found: list[Thought] = []
    pieces = parts(_unwrapped(tokens), context.grammar)
    for at, (joiner, piece) in enumerate(pieces):
        idle = _exclamation(piece) or _promised(piece) or _told_so(piece, context.grammar) or _said_again(piece, pieces[at + 1 :])
        if (only_reaction(piece) and found) or (len(pieces) > 1 and idle):
            continue
        if (mine := _writers(piece, pieces[at + 1 : at + 2], context)) is not None:
            found.append(replace(mine, joiner=joiner))
            continue
        after = pieces[at + 1][1] if at + 1 < len(pieces) else []
        before = frozenset(token.low for _, earlier in pieces[:at] for token in earlier)
        read_here = _with_rungs(piece, after, replace(context, beside=len(pieces) > 1, before=before))
        found += [replace(thought, joiner=joiner if len(read_here) == 1 else "") for thought in read_here]
    if not found:
        raise Doubt("topic")
    return _merged(found)


def _alike(found: list[Thought], alike: str) -> list[Thought]:
    """The thoughts with the last one as what the writer has in common with the reader: "you grew up in Leeds, just like me"."""
    last = found[-1]
    if last.kind not in ("fact", "story", "about", "noted", "shared", "act") or not last.told.startswith(("you ", "your ")):
        raise Doubt("sense")
    return [*found[:-1], Thought("shared", (f"{last.told}, {alike}",), last.joiner)]


def _sound(found: list[Thought], grammar: Grammar) -> bool:
    """Whether the thoughts are whole English in a frame."""
    return not any(uncertain(thought.kind, thought.told, grammar) for thought in found)


def _without_tail(piece: list[Token], context: Context) -> list[Thought]:
    """What a piece says without the verbless part at its end; nothing where that may not go."""
    shorter = without_tail(piece, context.grammar)
    if len(shorter) == len(piece) or context.answer:
        return []
    try:
        found = _with_rungs(shorter, [], context)
    except Doubt:
        return []
    claims = not any(thought.kind in ("scene", "seen", "plain", "topic") for thought in found)
    return found if claims and _sound(found, context.grammar) else []


def _with_rungs(piece: list[Token], after: list[Token], context: Context) -> list[Thought]:
    """The thoughts of one piece: read as a whole, else in halves, else what somebody is, else in its own words."""
    try:
        found = [_read(piece, context)]
        return found if _sound(found, context.grammar) else _without_tail(piece, context) or found
    except Doubt as doubt:
        if doubt.kind in ("topic", "sense") and (halves := _halves(piece, context)):
            return halves
        if doubt.kind in ("topic", "sense") and (shorter := _without_tail(piece, context)):
            return shorter
        goes_on = bool(after) and (after[0].role in ("subject", "your") or _third_begins(after, context.grammar))
        if goes_on and _names_a_trade(piece, context.grammar):
            return [answered(piece, replace(context, answer="theirs"))]
        if doubt.kind in ("topic", "sense") and not context.answer and (plain := _plainly(piece, context)) is not None:
            return [plain]
        raise


def _read(piece: list[Token], context: Context) -> Thought:
    """The thought of one piece; the answer is used only where the piece is in doubt without it."""
    try:
        return read(Piece(piece, replace(context, answer="")))
    except Doubt:
        if not context.answer:
            raise
    if context.answer in ("me", "reader", "keep"):
        return read(Piece(piece, context))
    return answered(piece, context)
