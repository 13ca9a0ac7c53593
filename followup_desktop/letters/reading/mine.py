"""What the writer says in the first person, and what the writer promised."""

from __future__ import annotations

from followup_desktop.core.records import Box
from followup_desktop.letters.grammar import DETERMINERS
from followup_desktop.letters.person_shift import conjugate, finite_after_noun_phrase
from followup_desktop.letters.reading.kinds import LIKING, SENDING, TAKEN_UP, WITHOUT_DATIVE
from followup_desktop.letters.reading.piece import Doubt, Piece, Thought

PLEDGED = frozenset({"tell", "let", "pop", "come", "keep", "visit", "update", "try", "teach", "help", "wave", "call"})
"""What a writer promises besides sending something: tell her how it went, let her know."""
USES = frozenset(
    {"drive", "use", "live", "walk", "cycle", "wear", "own", "pass", "go", "read", "shop", "eat", "drink", "watch", "follow"}
)
"""What the writer does with what the reader has made."""
PARTICLES = ("out", "up", "over", "along", "on", "off", "in", "down", "round", "back")
"""Words that belong to the verb before them: dig out, write up."""


def writer(piece: Piece) -> Thought | None:  # noqa: PLR0911  (a ladder, one rung a case)
    """What the writer says in the first person, or promises."""
    low = piece.first.low
    named_day = low in piece.grammar.lexicon.capitals or low in ("tomorrow", "tonight", "later")
    if named_day and piece.low(1) in ("i", "i'll") and piece.low(2) in SENDING:
        piece.tokens[0:2] = []
        return my_promise(piece, 0)
    if low in ("i", "i'm", "i've", "i'd", "i'll") or (
        low == "my"
        and (
            finite_after_noun_phrase(piece.tokens, 0, piece.grammar) is not None
            or any(t.role == "subject" for t in piece.tokens[2:4])
        )
    ):
        return first_person(piece)
    if piece.box is Box.PROMISED and (promise := my_promise(piece, 0)) is not None:
        return promise
    if piece.box is Box.PROMISED and (low == "my" or low in DETERMINERS) and not piece.any_verb():
        return Thought("promise", (f"send you {piece.words()}",))
    if low in ("cheers", "ta", "kudos", "props", "thanks", "thank") and piece.low(1) == "to" and piece.low(3) == "for":
        return Thought("mine", (f"Thank you for {piece.words(4)}",)) if len(piece.tokens) > 4 else None  # noqa: PLR2004
    if low in ("thanks", "thank") and piece.low(1) == "to" and piece.tokens[2:4] and piece.tokens[2].role == "object":
        return as_it_is(piece)
    if low in ("thanks", "thank") and "for" in (piece.low(1), piece.low(2)):
        piece.guard(delicate=any(token.low in ("nothing", "not", "no", "never", "nowt") for token in piece.tokens))
        rest = 1 + (piece.low(1) != "for") + 1
        return Thought("mine", (f"Thank you for {piece.words(rest)}",)) if len(piece.tokens) > rest else None
    if low in ("need", "must", "have", "got", "want") and any(token.role == "object" for token in piece.tokens[1:5]):
        return promise_after(piece, 0)
    if piece.grammar.base(low) and low in SENDING and not piece.grammar.finite(low):
        return my_promise(piece, 0)
    return None


def first_person(piece: Piece) -> Thought | None:  # noqa: C901, PLR0911, PLR0912  (a ladder, one rung a case)
    """A sentence that begins with I or my: a promise, thanks, something liked; None for what is not fit for a card."""
    low = piece.first.low
    at = 1
    if low == "i've" and any(each.base in TAKEN_UP for token in piece.tokens[1:3] for each in piece.grammar.verbs(token.low)):
        return as_it_is(piece)
    if low == "i" and piece.low(1) in (
        "promised",
        "said",
        "told",
        "offered",
        "agreed",
        "will",
        "must",
        "should",
        "need",
        "have",
        "want",
        "am",
    ):
        found = promise_after(piece, 1)
        if found is not None:
            return found
    if low in ("i'll", "i'd", "i'm") and (found := promise_after(piece, 0)) is not None:
        return found
    doing = next((verb for token in piece.tokens[1:3] for verb in piece.grammar.verbs(token.low)), None)
    amused = bases_of(piece, at) & {"make"} and piece.tokens[at + 1 : at + 2] and piece.tokens[at + 1].role == "object"
    if amused and piece.low(at + 2) in ("laugh", "smile", "giggle", "grin", "chuckle"):
        return as_it_is(piece)
    present = low in ("i", "i'm") and piece.grammar.past(piece.low(1)) is None and bool(piece.context.before)
    if present and doing is not None and doing.base in USES and {"it", "them", "there", "one"} & {t.low for t in piece.tokens}:
        return as_it_is(piece)
    if low == "my":
        if (found := _object_first(piece)) is not None:
            return found
        if any(token.role for token in piece.tokens):
            return as_it_is(piece)
        raise Doubt("sense")
    while at < len(piece.tokens) and piece.grammar.adverb(piece.low(at)):
        at += 1
    verb = piece.low(at)
    bases = {each.base for each in piece.grammar.verbs(verb)}
    about_reader = any(token.role for token in piece.tokens)
    if bases & {"promise", "owe"} and piece.tokens[at + 1 : at + 2] and piece.tokens[at + 1].role and len(piece.tokens) > at + 2:
        conjugate(piece.tokens, piece.grammar)
        return Thought("mine", (f"I have not forgotten that {piece.words()}",))
    if low in ("i'd", "i'm") or verb in ("was", "would", "am", "could", "had"):
        return (
            as_it_is(piece)
            if about_reader
            or next((token.low for token in piece.tokens[at + 1 :] if not piece.grammar.adverb(token.low)), "")
            in ("impressed", "touched", "moved", "struck", "delighted", "inspired", "fascinated", "glad", "happy")
            else None
        )
    if bases & {"thank"}:
        return thanked(piece, at)
    if bases & {"ask", "tell"} and about_reader:
        return asked_or_told(piece, at)
    if bases & (
        LIKING
        | {
            "learn",
            "meet",
            "see",
            "hear",
            "notice",
            "find",
            "feel",
            "leave",
            "come",
            "laugh",
            "want",
            "hope",
            "look",
            "try",
            "taste",
            "hold",
            "get",
        }
    ):
        return as_it_is(piece)
    return None


def bases_of(piece: Piece, at: int) -> set[str]:
    """The infinitives of the word at `at`."""
    return {verb.base for verb in piece.grammar.verbs(piece.low(at))}


def _object_first(piece: Piece) -> Thought | None:
    """As in "my english she praised": what was done to something of the writer's, which stands first."""
    subject = next((at for at, token in enumerate(piece.tokens) if token.role == "subject"), 0)
    if not subject or subject + 2 != len(piece.tokens) or piece.grammar.past(piece.low(subject + 1)) is None:
        return None
    return Thought("act", ("", f"you {piece.low(subject + 1)} {piece.words(0, subject)}"))


def as_it_is(piece: Piece) -> Thought:
    """The sentence itself, with the reader as "you"."""
    conjugate(piece.tokens, piece.grammar)
    return Thought("mine", (piece.words(),))


def promise_after(piece: Piece, at: int) -> Thought | None:
    """A promise that follows "I promised to", "I said I'd", "I'll", "I'm to", "I need to"."""
    skip = frozenset(
        [
            "i",
            "i'd",
            "i'll",
            "i'm",
            "promised",
            "said",
            "told",
            "offered",
            "agreed",
            "will",
            "would",
            "must",
            "should",
            "need",
            "have",
            "want",
            "am",
            "to",
            "that",
            "you",
        ]
    )
    index = at
    while index < len(piece.tokens) and piece.low(index) in skip:
        index += 1
    verb = piece.low(index)
    return my_promise(piece, index) if verb in SENDING | PLEDGED and piece.grammar.base(verb) else None


def my_promise(piece: Piece, at: int) -> Thought | None:  # noqa: PLR0911  (a ladder, one rung a case)
    """What the writer will do for the reader: "send him the photo", "email my recipe"."""
    verb = piece.low(at)
    if verb == "to":
        at, verb = at + 1, piece.low(at + 1)
    if not piece.grammar.base(verb):
        return None
    conjugate(piece.tokens, piece.grammar)
    rest = piece.tokens[at + 1 :]
    if verb in SENDING and rest[1:] and rest[0].low in PARTICLES and any(token.role for token in rest):
        return Thought("promise", (piece.words(at),))
    if not rest or any(token.low in ("me", "us") for token in rest):
        return None
    if rest[0].role in ("object", "subject") or any(token.role == "object" for token in rest):
        return Thought("promise", (piece.words(at),))
    boxed = piece.box is Box.PROMISED or at > 0
    if (
        rest[0].low in ("my", "our")
        or rest[0].role == "your"
        or (boxed and (rest[0].low in DETERMINERS or piece.grammar.noun(rest[0].low)))
    ):
        if verb not in SENDING:
            return Thought("promise", (piece.words(at),)) if piece.box is Box.PROMISED else None
        if verb in WITHOUT_DATIVE:
            return Thought("promise", (f"{verb} {piece.words(at + 1)} {WITHOUT_DATIVE[verb]}",))
        return Thought("promise", (f"{verb} you {piece.words(at + 1)}",))
    return None


def thanked(piece: Piece, at: int) -> Thought | None:
    """The thanks themselves, where the note tells of them: "I thanked him for moving the time"."""
    index = next((i for i in range(at + 1, len(piece.tokens)) if piece.low(i) == "for"), None)
    if index is None:
        return None
    return Thought("mine", (f"Thank you for {piece.words(index + 1)}",))


def asked_or_told(piece: Piece, at: int) -> Thought | None:
    """What the writer liked to tell or to ask: "I told her about my class"."""
    if piece.low(at) == "told" and piece.low(at + 2) in ("i", "that") and len(piece.tokens) > at + 4:
        return as_it_is(piece)
    index = next((i for i in range(at + 1, len(piece.tokens)) if piece.low(i) in ("about", "how", "why", "what")), None)
    if index is None or piece.tokens[at + 1].role not in ("object", "subject"):
        return None
    conjugate(piece.tokens, piece.grammar)
    verb = next(each.ing for each in piece.grammar.verbs(piece.low(at)))
    return Thought("mine", (f"I enjoyed {verb} you {piece.words(index)}",))
