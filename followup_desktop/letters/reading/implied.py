"""Notes that begin with their verb: the reader's, unless they are the writer's."""

from __future__ import annotations

from itertools import pairwise

from followup_desktop.core.records import Box
from followup_desktop.letters.grammar import DETERMINERS, KIN, MODALS, NUMBERS, OBJECTS, POSSESSIVES, PREPOSITIONS, WH
from followup_desktop.letters.normalise import Token
from followup_desktop.letters.person_shift import conjugate
from followup_desktop.letters.reading.clause import clause
from followup_desktop.letters.reading.kinds import DEEDS, FILLERS, GIVING, LIKING, MASS, OFFERS, SENDING, SHARED_DOINGS, WHOSE
from followup_desktop.letters.reading.mine import as_it_is, first_person, my_promise, promise_after
from followup_desktop.letters.reading.ours import together
from followup_desktop.letters.reading.piece import Doubt, Piece, Thought
from followup_desktop.letters.reading.tails import without_tail


def implied(piece: Piece) -> Thought | None:  # noqa: C901, PLR0911, PLR0912  (a ladder, one rung a case)
    """A note that begins with its verb: the interviewer's deed, unless it is the writer's."""
    at = 0
    while at < len(piece.tokens) and piece.grammar.adverb(piece.low(at)) and not piece.grammar.finite(piece.low(at)):
        at += 1
    word = piece.low(at)
    if not word or not piece.tokens[at].text[:1].isalpha() or piece.tokens[at].role:
        return None
    if word in WHOSE:
        raise Doubt("topic")
    if (found := _passive(piece) or _welcomed(piece, at) or _sensed(piece, at)) is not None:
        return found
    base = piece.base_of(word)
    always = at > 0 and piece.grammar.third(word) is not None
    finite = piece.grammar.finite(word) and (always or not (piece.grammar.noun(word) and not verbal_noun(piece, at)))
    if finite and piece.grammar.adjective(word) and not piece.grammar.third(word) and piece.grammar.noun(piece.low(at + 1)):
        return None
    if piece.answer == "reader" and (finite or piece.grammar.base(word)):
        return as_reader(piece)
    if piece.answer == "me" and (finite or piece.grammar.base(word)):
        return as_writer(piece, at)
    if finite and (piece.grammar.third(word) or word in ("is", "has", "was", "does", "doesn't", "isn't", "hasn't", "wasn't")):
        return as_reader(piece)
    if word in MODALS | {"had", "didn't", "hadn't", "did"}:
        return modal(piece, at)
    if finite and piece.grammar.past(word):
        return past(piece, at, base)
    if piece.grammar.base(word) and base in LIKING and not piece.grammar.finite(word):
        return as_writer(piece, at) if piece.low(at + 1) not in ("it", "that", "this", "") else None
    if word == "been":
        if piece.mine_in(at + 1):
            raise Doubt("subject", "been")
        piece.tokens[0:0] = [Token("you", role="subject"), Token("have")]
        return clause(piece, 0)
    if word in ("born", "raised", "married", "brought") and piece.low(at + 1) in PREPOSITIONS | {"up"}:
        piece.tokens[0:0] = [Token("you", role="subject"), Token("were" if word != "married" else "are")]
        return clause(piece, 0)
    if word == "going" and piece.low(at + 1) == "to" and piece.mine_in(at + 2):
        piece.tokens[0:0] = [Token("you", role="subject"), Token("are")]
        return clause(piece, 0)
    return _doing(piece, at) or _learners_past(piece, at)


def _doing(piece: Piece, at: int) -> Thought | None:
    """A note that begins with an -ing form: what the interviewer does, or what both did together."""
    word = piece.low(at)
    known = piece.grammar.ing(word)
    if known is None:
        return None
    if piece.me_in(at + 1) and not any(token.role == "subject" for token in piece.tokens):
        piece.guard(delicate=known.base not in DEEDS | OFFERS)
        conjugate(piece.tokens, piece.grammar)
        return Thought("deed", (piece.words(at), f"you are {piece.words(at)}"))
    with_you = any(piece.low(i) == "with" and piece.tokens[i + 1].role == "object" for i in range(at, len(piece.tokens) - 1))
    if with_you:
        conjugate(piece.tokens, piece.grammar)
        return Thought("mine", (f"I enjoyed {piece.words(at)}",))
    if piece.box is Box.ENJOYED and known.base in SHARED_DOINGS:
        conjugate(piece.tokens, piece.grammar)
        return Thought("mine", (f"I enjoyed {piece.words()}",))
    if (
        known.base not in LIKING | SHARED_DOINGS | {"look", "think", "hope", "feel"}
        and len(piece.tokens) > at + 1
        and not piece.grammar.noun(word)
        and not compound(piece, at)
    ):
        piece.tokens[0:0] = [Token("you", role="subject"), Token("are")]
        return clause(piece, 0)
    return None


def _state_follows(piece: Piece, at: int) -> bool:
    """Whether behind "got" stands how somebody was ("got seasick", "got lost"), not what they got or where."""
    word = piece.low(at)
    thing = word in DETERMINERS | POSSESSIVES | NUMBERS | OBJECTS | PREPOSITIONS | WH or piece.grammar.noun(word)
    return not (thing or (piece.tokens[at : at + 1] and (piece.tokens[at].role or piece.tokens[at].text[:1].isupper())))


def _passive(piece: Piece) -> Thought | None:
    """As in "got asked about my zine": the reader asked; None where somebody else may have."""
    at = 2 if [piece.low(0), piece.low(1)] in (["got", "asked"], ["was", "asked"]) else 0
    if not at or piece.low(at) not in ("about", "how", "why") or not piece.mine_in(at) or piece.low(at + 1) == "by":
        return None
    piece.tokens[0:at] = [Token("you", role="subject"), Token("asked"), Token("me")]
    return clause(piece, 0)


def compound(piece: Piece, at: int) -> bool:
    """Whether the -ing form at `at` may be part of a noun: "mentoring programme", "sailing club"."""
    after = piece.low(at + 1)
    bare = piece.grammar.noun(after) and not piece.grammar.plural(after) and after not in MASS and after.islower()
    return bare and not piece.tokens[at + 1].text[:1].isupper()


def verbal_noun(piece: Piece, at: int) -> bool:  # noqa: PLR0911  (a ladder, one rung a case)
    """Whether a word that can be a noun too begins the note as a verb ("works from home", "runs the guild")."""
    word, after = piece.low(at), piece.tokens[at + 1] if at + 1 < len(piece.tokens) else None
    if piece.grammar.auxiliary(word):
        return True
    if after is None or not after.word:
        return False
    if after.low == "like" and piece.grammar.third(word):  # laughs like my uncle
        return True
    if (
        after.low in DETERMINERS | POSSESSIVES | OBJECTS | NUMBERS
        or after.role
        or after.fixed
        or after.low[:1].isdigit()
        or after.low in WH
    ):
        return True
    if piece.grammar.past(word) and not piece.grammar.third(word):
        return after.low in PREPOSITIONS or piece.grammar.adverb(after.low)
    if word in piece.grammar.lexicon.weak_nouns:
        return True
    bare_object = piece.grammar.noun(after.low) or piece.grammar.adjective(after.low)
    return piece.grammar.third(word) is not None and bare_object and not piece.grammar.finite(after.low)


def as_reader(piece: Piece) -> Thought | None:
    """The note with "you" put before its verb."""
    if piece.low(0) == "not" or piece.low(0) in FILLERS:
        raise Doubt("sense")
    piece.telegraphic = True
    piece.tokens.insert(0, Token("you", piece.first.gap, role="subject"))
    return clause(piece, 0)


def as_writer(piece: Piece, at: int) -> Thought | None:
    """The note with "I" put before its verb; None where the writer would not say that on a card."""
    piece.tokens.insert(at or 0, Token("I", piece.first.gap))
    conjugate(piece.tokens, piece.grammar)
    found = first_person(piece)
    return as_it_is(piece) if found is None and piece.answer == "me" else found


def modal(piece: Piece, at: int) -> Thought | None:
    """Can juggle, will send me the paper; "will send her" is the writer's."""
    if any(token.role == "object" for token in piece.tokens):
        return promise_after(piece, at)
    word = piece.low(at)
    if word == "would" and piece.low(at + 1) in ("love", "like") and piece.low(at + 2) == "me" and piece.low(at + 3) == "to":
        return Thought("act", ("", f"you {piece.words(at)}"))
    if word in ("will", "would", "should", "must", "might", "may", "could") and not piece.mine_in(at):
        if word == "would" and piece.low(at + 1) in ("love", "like"):
            raise Doubt("subject", f"{word} {piece.low(at + 1)}")
        if word in ("should", "must", "might", "may", "could"):
            raise Doubt("sense")
    if word in ("should", "must", "will") and piece.low(at + 1) in SENDING and not piece.me_in(at + 2):
        if piece.mine_in(at + 2):
            return promise_after(piece, at)
        raise Doubt("subject", f"{word} {piece.low(at + 1)}")
    return as_reader(piece)


def _got(piece: Piece, at: int) -> Thought | None:
    """As in "got 3 greyhounds", which is what one has, and "got the whole site doing stretches", which is what one does."""
    counted = piece.low(at + 1).isdigit() or piece.low(at + 1) in NUMBERS
    several = any(piece.grammar.plural(piece.low(i)) for i in range(at + 2, at + 5))
    if counted and several and not any(token.low in COUNTED_IN_HIRING for token in piece.tokens[at + 1 :]):
        piece.tokens[at].text = "have"
        return as_reader(piece)
    doing = next(
        (i for i in range(at + 2, at + 5) if piece.grammar.ing(piece.low(i)) and not piece.grammar.noun(piece.low(i))), 0
    )
    if not doing or any(piece.low(i) in PREPOSITIONS or not piece.tokens[i].word for i in range(at + 1, doing)):
        return None
    if piece.low(at + 1) in ("whole", "entire"):
        piece.tokens.insert(at + 1, Token("the"))
    return as_reader(piece)


def _welcomed(piece: Piece, at: int) -> Thought | None:
    """As in "was very welcome", "was made welcome by all": the writer was."""
    end = at + 1
    while piece.low(end) in ("made", "to", "feel", "so", "very", "really", "dead", "extremely", "most", "proper", "that", "all"):
        end += 1
    if piece.low(at) not in ("was", "felt", "made", "were") or piece.low(end) != "welcome" or piece.mine_in(at):
        return None
    comma = next((i for i in range(end, len(piece.tokens)) if piece.tokens[i].text == ","), len(piece.tokens))
    if comma < len(piece.tokens) and len(without_tail(piece.tokens, piece.grammar)) != comma:
        raise Doubt("sense")
    made = piece.low(at) == "made" or piece.low(at + 1) == "made"
    start = at + 1 if piece.low(at) in ("was", "were", "felt") else at
    verb = "I was" if made else "I felt"
    conjugate(piece.tokens, piece.grammar)
    return Thought("mine", (f"{verb} {piece.words(start, comma)}",))


def _sensed(piece: Piece, at: int) -> Thought | None:
    """As in "smells of clean linen in there": the place does, not the reader."""
    smell = piece.low(at) in ("smells", "smelt", "smelled", "reeks", "tastes", "tasted")
    there = "there" in [token.low for token in piece.tokens] or any(token.low == "of" for token in piece.tokens[at + 1 : at + 2])
    if not smell or not there or any(token.role for token in piece.tokens) or piece.me_in(at):
        return None
    return Thought("noted", (f"it {piece.words()}",))


def _learners_past(piece: Piece, at: int) -> Thought | None:
    """A bare infinitive as learners write for the past: "explain the difference with a drawing", "speak of his crew"."""
    word, after = piece.low(at), piece.low(at + 1)
    if not piece.grammar.base(word) or piece.grammar.finite(word) or piece.grammar.noun(word) or not after:
        return None
    if piece.me_in(at + 1) or any(token.role in ("object", "subject") for token in piece.tokens):
        return None
    if any(token.role == "your" for token in piece.tokens[at + 1 : at + 4]):
        return as_reader(piece)
    if word not in GIVING:
        return None
    piece.tokens[at].text = next(verb.past for verb in piece.grammar.verbs(word) if verb.base == word)
    if piece.grammar.noun(after) and not piece.grammar.plural(after) and after not in MASS and piece.low(at + 2) in PREPOSITIONS:
        piece.tokens.insert(at + 1, Token("the"))
    return as_reader(piece)


FOR_THE_WRITER = frozenset(
    {"look", "read", "review", "check", "proofread", "mark", "go", "run", "help", "teach", "test", "polish"}
)
"""What one offers to do with something of the writer's."""
COUNTED_IN_HIRING = frozenset(
    {"offers", "interviews", "jobs", "rejections", "calls", "emails", "marks", "points", "questions", "stars", "minutes", "hours"}
)
"""What a candidate gets, so that "got 3 ..." is not the reader's."""
MOVED = frozenset({"excited", "interested", "curious", "enthusiastic", "animated"})
"""How somebody gets about what is the writer's."""


def past(piece: Piece, at: int, base: str) -> Thought | None:  # noqa: C901, PLR0911, PLR0912  (a ladder, one rung a case)
    """A past tense without subject: whose it is shows in whom it is about."""
    rest = piece.tokens[at + 1 :]
    if any(token.low == "by" and after.role == "object" for token, after in pairwise(rest)):  # kept from the skip by him
        raise Doubt("sense")
    if base in ("talk", "chat", "speak") and piece.low(at + 1) in ("about", "for", "lots", "a"):
        piece.tokens[0 : at + 1] = [Token("we"), piece.tokens[at]]
        return together(piece)
    about_reader = any(token.role in ("object", "subject") for token in rest[:3] if token.role == "object")
    thing_of_reader = bool(rest) and rest[0].role in ("your", "yours")
    told = base == "say" and rest[0].word and not rest[0].role and piece.grammar.base(rest[0].low)  # said ring him any time
    if about_reader and base not in LIKING and not told:
        return as_writer(piece, at)
    if base == "get" and any(token.low in MOVED for token in rest[:2]) and piece.mine_in(at + 1):
        return as_reader(piece)
    if base == "get" and not piece.mine_in(at + 1) and (found := _got(piece, at)) is not None:
        return found
    if base == "find" and not piece.mine_in(at + 1) and (piece.low(at + 1) in ("a", "an") or piece.low(at + 1) in NUMBERS):
        return as_reader(piece)
    if base == "get" and _state_follows(piece, at + 1):
        raise Doubt("subject", piece.words(at, at + 2))
    if base in LIKING | {"hate", "want", "hope", "find", "feel", "think"}:
        if piece.mine_in(at + 1):
            return as_reader(piece) if base not in ("hope", "feel") else None
        how_reader = (
            rest[:1] and rest[0].low in ("how", "that", "the", "what") and any(token.role == "subject" for token in rest[:4])
        )
        if base in LIKING and (thing_of_reader or how_reader or about_reader or piece.box is Box.ENJOYED):
            return as_writer(piece, at)
        raise Doubt("subject", piece.words(at, at + 1))
    if base == "meet" and piece.low(at + 1) in PREPOSITIONS:
        raise Doubt("sense")
    if base == "meet" and thing_of_reader and piece.low(at + 2) in KIN:
        raise Doubt("subject", piece.words(at, at + 1))
    if base in ("meet", "see", "hear", "notice") and thing_of_reader and not piece.mine_in(at + 1):
        return as_writer(piece, at)
    if base in ("promise", "agree", "offer") and piece.low(at + 1) == "to":
        if piece.low(at + 2) in FOR_THE_WRITER and piece.mine_in(at + 3) and not any(token.role == "object" for token in rest):
            return as_reader(piece)
        mine = rest[2:3] and (rest[2].low == "my" or any(token.role == "object" for token in rest))
        own = any(token.low == "my" for token in rest) or piece.box is Box.PROMISED
        if (mine or own) and not piece.me_in(at + 1):
            return my_promise(piece, at + 2)
        if not piece.mine_in(at + 1):
            raise Doubt("subject", piece.words(at, at + 1))
    return as_reader(piece)
