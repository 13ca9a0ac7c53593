"""Labels and what stands behind them: a tip, a motto, a thing with its properties."""

from __future__ import annotations

from followup_desktop.letters.grammar import Grammar, words
from followup_desktop.letters.normalise import Token, decapitalised, join
from followup_desktop.letters.person_shift import finite_after_noun_phrase
from followup_desktop.letters.reading.kinds import SAYINGS, TIPS
from followup_desktop.letters.reading.mine import my_promise
from followup_desktop.letters.reading.piece import Piece, Thought

OWNED = words("""
    stuck stayed with me still now loved love that yours
    your you line words motto quote saying said say says she he they her his their own
""")
"""Words behind a quotation that only say whose it is."""
SPEAKING = words("from say says said tell tells told advise advises advised suggest suggests suggested me us to you the writer")
"""Words before a colon that only say that somebody spoke."""
REMEMBERED = words(
    "what struck stood out stuck me i liked loved best favourite bit part thing moment nice touch highlight standout the my of "
    "day"
)
"""Words before a colon that only say that something was liked."""
ERRANDS = words("me todo to-do do to note self remember remind reminder action promised promise homework must i my")
"""Words before a colon that say that the writer is to do something."""
FEWEST_SAID = 4
"""Words from which something may be a quotation."""
LONGEST_LABEL = 3
"""Words that a label may have which says nothing ("Friday feeling:")."""


def quotation(piece: Piece) -> Thought | None:
    """Somebody's words, and whose they are: "'...' - hers", "it's the floor (quote)"."""
    tokens = piece.tokens
    fixed = [token for token in tokens if token.fixed]
    if len(tokens) == 3 and tokens[0].role and tokens[1].text in (":", "-") and tokens[2].fixed:  # noqa: PLR2004  (Robin: "...")
        return Thought("words", (tokens[2].text,))
    if len(tokens) == 1 and tokens[0].fixed and len(tokens[0].text.split()) > 3:  # noqa: PLR2004  (a saying, not a title)
        return Thought("words", (tokens[0].text,))
    only = len(fixed) == 1 and tokens[0].fixed and 1 < len(tokens) < 6 and len(tokens[0].text.split()) > 1  # noqa: PLR2004  (a few words of whose)
    if only and all(token.low in OWNED or not token.word or token.role for token in tokens[1:]):
        return Thought("words", (tokens[0].text,))
    return None


def spoken_words(tokens: list[Token], grammar: Grammar) -> Thought | None:
    """A whole note that says of itself that it is a quotation: "it's the floor (quote)", "quote: it's the floor"."""
    kept = [token for token in tokens if token.text not in ("(", ")")]
    if len(kept) <= FEWEST_SAID or any(token.role or token.fixed for token in kept):
        return None
    if kept[-1].low in ("quote", "unquote"):
        kept = kept[:-1]
    elif kept[0].low == "quote":
        kept = kept[1:]
    else:
        return None
    while not kept[0].word or not kept[-1].word:
        kept = kept[1:] if not kept[0].word else kept[:-1]
    kept = [token.copy() for token in kept]
    decapitalised(kept, grammar)
    return Thought("words", (f'"{join(kept).strip()}"',))


def _first_thing(piece: Piece, left: list[Token], at: int) -> Thought | None:
    """As in "first thing he ever mended: his aunt's wireless", which is a sentence without its verb."""
    start = 1 if left[0].low in ("the", "your") else 0
    ranked = left[start].low in ("first", "last", "only", "favourite", "favorite", "best", "proudest", "oldest", "biggest")
    verbless = not any(piece.grammar.verb_first(token.low) for token in piece.tokens[at:])
    if not ranked or not verbless or not any(token.role == "subject" for token in left) or piece.mine_in(0):
        return None
    head = "" if start else "the "
    return Thought("about", (f"{head}{join(left).strip()} was {piece.words(at)}",))


def _dropped(piece: Piece, left: list[Token], at: int) -> Thought | None:
    """What stands behind a label that says nothing itself: who spoke, that it is an errand, "fun fact"."""
    lows = {token.low for token in left}
    if (found := _first_thing(piece, left, at)) is not None:
        return found
    if lows <= SPEAKING and lows & {"say", "says", "said", "tell", "tells", "told", "advise", "advises", "advised", "to", "from"}:
        return tip(piece, piece.words(at), at) if not piece.mine_in(at) and not piece.tokens[at].fixed else None
    rest = piece.tokens[at:]
    if lows <= REMEMBERED and lows & {
        "struck",
        "liked",
        "loved",
        "best",
        "favourite",
        "nice",
        "highlight",
        "standout",
        "touch",
        "stood",
    }:
        piece.tokens = rest
        return None
    if lows <= ERRANDS:
        piece.tokens = rest
        return my_promise(piece, 0)
    grammar = piece.grammar
    plain = all(
        grammar.noun(word) or grammar.adjective(word) or word in ("of", "the", "a") or word in grammar.lexicon.capitals
        for word in lows
    )
    spoken = any(token.role == "subject" for token in rest) or finite_after_noun_phrase(rest, 0, grammar) is not None
    if len(left) <= LONGEST_LABEL and plain and spoken and not any(token.role for token in left):
        piece.tokens = rest
    return None


def label(piece: Piece) -> Thought | None:  # noqa: C901, PLR0911  (a ladder, one rung a case)
    """A label and its text: "tip: weigh the eggs", "her motto: ...", "their handbook: two pages, no blame"."""
    colon = next((at for at, token in enumerate(piece.tokens[:8]) if token.text in (":", "=")), None)
    if colon is None or colon == 0 or colon + 1 >= len(piece.tokens):
        return None
    left, right = piece.tokens[:colon], piece.tokens[colon + 1 :]
    said = piece.words(colon + 1)
    head = left[-1].low
    titled = right[0].fixed or right[0].text[:1].isupper() or right[0].low in ("the", "a", "an")
    if head == "recommendation" and titled:
        return recommended(piece, colon + 1)
    if any(token.low in TIPS or token.low.removesuffix("s") in TIPS for token in left):
        return tip(piece, said, colon + 1)
    if (dropped := _dropped(piece, left, colon + 1)) is not None or len(piece.tokens) < len(left) + 1 + len(right):
        return dropped
    if any(piece.grammar.verb_first(token.low) for token in left):
        return None
    own = left[0].role == "your"
    if head in SAYINGS and not right[0].fixed:
        if head == "rule":
            return Thought(
                "motto", (piece.words(0, colon) if own or left[0].low == "the" else f"the {piece.words(0, colon)}", said)
            )
        return Thought("motto", (piece.words(0, colon), said)) if own else Thought("words", (f'"{said}"',))
    if right[0].fixed and own:
        return Thought("motto", (piece.words(0, colon), said))
    if own and head in (
        "thesis",
        "phd",
        "dissertation",
        "talk",
        "book",
        "project",
        "hobby",
        "motto",
        "story",
        "dream",
        "plan",
        "team",
        "dog",
        "cat",
    ):
        if head in ("thesis", "phd", "dissertation", "talk", "book"):
            return Thought("topic", (f"{piece.words(0, colon)} on {said}",))
        return Thought("topic", (f"{piece.words(0, colon)}, {said}",))
    if own and not any(
        token.role or (piece.grammar.finite(token.low) and piece.grammar.verb_first(token.low)) for token in right
    ):
        parts = said.rsplit(", ", 1)
        text = " and ".join(parts) if len(parts) > 1 and " and " not in said else said
        name = piece.words(0, colon)
        return Thought("stays", (name, name, text, "have" if piece.grammar.plural(head) else "has"))
    return None


def recommended(piece: Piece, at: int) -> Thought:
    """A title and, after a comma, who wrote it."""
    title, comma, author = piece.words(at).rpartition(", ")
    if comma and len(author.split()) <= 2:  # noqa: PLR2004  (first and family name)
        return Thought("recommended", (f"{title} by {author.title() if author.islower() else author}",))
    return Thought("recommended", (piece.words(at),))


def tip(piece: Piece, said: str, at: int) -> Thought:
    """Advice behind a label: "to" do something where it begins with an infinitive, else its very words."""
    if piece.grammar.base(piece.low(at)) and not piece.grammar.finite(piece.low(at)):
        again = any(t.text == "," and piece.grammar.base(piece.low(i + 1)) for i, t in enumerate(piece.tokens) if i > at)
        return Thought("tip" if again else "advice", (said,))
    if piece.low(at) in ("don't", "never", "always") and piece.grammar.base(piece.low(at + 1)):
        return (
            Thought("advice", (said.replace("don't", "not to", 1) if piece.low(at) == "don't" else said,))
            if piece.low(at) != "don't"
            else Thought("tip", (said,))
        )
    return Thought("tip", (said,))
