"""What hangs on at the end of a note: "me too", "its huge", "bless her", a thing without a verb.

That both have something in common is told; a remark is dropped. Nothing that denies or limits what was said may go.
"""

from __future__ import annotations

import re

from followup_desktop.letters.grammar import Grammar, words
from followup_desktop.letters.normalise import Token

ME_TOO = re.compile(
    r"(?:and )?(?:me too|me as well|me also|(?:just )?(?:the )?same (?:here|for me|as me|with me)|(?:the )?same|snap|ditto"
    r"|likewise"
    r"|so (?:am|did|do|have|was|had|can) i|as (?:am|did|do|have|was|had) i|i (?:am|did|do|have|was|had|can) (?:too|as well|also)"
    r"|(?:just )?like me|mine too|so (?:has|is|was|did) mine)"
)
"""A last part with which the writer says that it holds for them too."""
MADE = r"(?:so |really |very |proper |dead |well |just |absolutely |pretty |actually )*"
GRAND = (
    r"(?:huge|massive|enormous|giant|lovely|amazing|beautiful|gorgeous|brilliant|great|incredible|hilarious|funny|cool|sweet"
    r"|class|fab|wild|unreal|impressive|delicious|ace|stunning|spotless|wicked|adorable|fantastic|awesome)"
)
REMARK = re.compile(
    rf"(?:and )?(?:(?:it's|its|it was|it is|looks|looked|was) {MADE}{GRAND}"
    r"|bless(?: you| your)?(?: heart| soul| cotton socks)?|bless"
    r"|not kidding|no joke|no lie|no word of a lie|honest(?:ly)?|honest to god|i kid you not|seriously|true story|i swear"
    r"|for real|no cap|poor (?:us|me)|lucky (?:you|us)|fair play(?: to you)?|good (?:on|for) you|hats off(?: to you)?"
    r"|(?:massive |huge )?respect|(?:what a |total |absolute )?(?:legend|star|gem|hero|diamond|icon|queen|king)"
    r"|top (?:man|bloke|lad|woman|lady)|(?:i )?love (?:it|that)"
    r"|(?:really |proper )?(?:made|makes) me (?:laugh|smile|grin|chuckle|giggle|cry)(?: a lot| so much| out loud)?"
    r"|i(?:'d| had)? only (?:just )?(?:mentioned|said|told)[a-z ]*"
    r"|no (?:rush|fuss|hurry|bother|judgement|judgment|drama|nonsense|questions asked|hard feelings|pressure)"
    r"|(?:you |they )?(?:really )?didn't (?:have|need) to|(?:just )?ask any(?:one|body)(?: there| here)?(?: they said| you said)?"
    r"|had me in stitches|cracked me up|wow|goals|what a (?:man|woman|guy|story|life|place|memory)|imagine(?: that)?"
    r"|so (?:cool|sweet|kind|nice|lovely|funny|good|cute|clever|generous))"
)
"""A part that only says what the writer thinks of the rest."""
FINAL_BLESSING = re.compile(r" bless (?:you|your(?: heart| soul| cotton socks)?)$")
SIGNS = frozenset({",", ";", ".", "!", "-", "–", "—", "(", ")"})
LIMITING = words("""
    not no never without except unless if but though although until till or nor only just barely hardly almost nearly
    hour hours any anytime supposedly apparently allegedly maybe perhaps once before formerly ex no-one nobody
    none nothing minus instead unlike save
""")
"""Words that take something back or set a condition: a part that holds one may not be dropped."""
LONGEST_TAIL = 7
"""Words of a part that may be dropped."""
EVERYBODY = words("everyone everybody whole")
"""Words for a group that the writer belonged to: bought lunch for the whole crew, me too."""
CARRYING = words("on in under round around behind over at")
FEWEST_ABSOLUTE = 4
"""Words that such a thing has: coolbox on her head."""
THINGS_DO = words("works runs goes ticks stands hangs plays flies floats sails")
"""What a thing does, so that it is not the reader who does it."""
PEOPLE_LIKE = words("someone somebody anyone people person one ones beginner learner newbie nobody folk folks anybody those lot")
"""Words behind which "like me" does not compare the reader with the writer."""


def _text(tokens: list[Token]) -> str:
    return " ".join(token.low for token in tokens if token.word)


def _parts(tokens: list[Token]) -> list[tuple[int, int]]:
    """Where the parts between the signs begin and end."""
    found, start = [], 0
    for at, token in enumerate(tokens):
        if token.text in SIGNS and not token.fixed:
            found.append((start, at))
            start = at + 1
    return [*found, (start, len(tokens))]


def without_remarks(tokens: list[Token]) -> list[Token]:
    """The tokens without those parts behind the first that are only a remark."""
    spans = _parts(tokens)
    kept = list(tokens)
    for start, end in reversed(spans[1:]):
        if end > start and REMARK.fullmatch(_text(tokens[start:end])):
            kept[start - 1 : end] = []
    last = next((at for at in range(len(kept) - 1, 0, -1) if kept[at].low == "bless"), 0)
    if last > 2 and FINAL_BLESSING.fullmatch(f" {_text(kept[last:])}"):  # noqa: PLR2004  (a deed stands before it)
        kept = kept[:last]
    return kept


def shared_by_me(tokens: list[Token], grammar: Grammar) -> tuple[list[Token], str]:
    """The tokens without "me too" at their end, and the words for it; empty words where no such thing stands there."""
    spans = _parts(tokens)
    start, end = spans[-1]
    text = _text(tokens[start:end])
    if start > 1 and ME_TOO.fullmatch(text):
        if text.startswith("me ") and EVERYBODY & {token.low for token in tokens[:start]}:
            return [*tokens[: start - 1], Token(",", gap=False), Token("including"), Token("me")], ""
        return tokens[: start - 1], "just like mine" if "mine" in text else "just like me"
    low = [token.low for token in tokens]
    if low[-2:] == ["like", "me"] and len(low) > 3:  # noqa: PLR2004  (a clause stands before it)
        before = tokens[-3]
        again = -3 if before.low == "just" else -2
        before = tokens[again - 1]
        someone = before.low in PEOPLE_LIKE or grammar.plural(before.low) or before.role in ("object", "subject")
        if before.word and not someone and not grammar.auxiliary(before.low):
            return tokens[:again], "just like me"
    return tokens, ""


def with_absolute(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """Put "with" before a thing of the reader's that a comma hangs on: "walked 14 km, coolbox on her head"."""
    comma = max((at for at, token in enumerate(tokens) if token.text == ","), default=0)
    tail = tokens[comma + 1 :]
    if comma < 2 or not FEWEST_ABSOLUTE <= len(tail) <= LONGEST_TAIL or any(not token.word for token in tail):  # noqa: PLR2004
        return tokens
    at = next((i for i, token in enumerate(tail) if token.low in CARRYING), 0)
    own = at and at + 1 < len(tail) and tail[at + 1].role == "your"
    if not own or not all(grammar.noun(token.low) or grammar.adjective(token.low) for token in tail[:at]):
        return tokens
    bare = not grammar.plural(tail[at - 1].low)
    article = [Token("an" if tail[0].low[0] in "aeio" else "a")] if bare else []
    return [*tokens[: comma + 1], Token("with"), *article, *tail]


def still_works(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """Say ", which still works" for ", still works" behind a thing that the writer was shown or given."""
    low = [token.low for token in tokens]
    at = len(low) - 1
    if at < FEWEST_ABSOLUTE or low[at] not in THINGS_DO or low[0] in ("it", "the") or grammar.third(low[0]):
        return tokens
    at -= low[at - 1] in ("still", "always", "even")
    shown = {"me", "us"} & set(low[: 4 if tokens[0].role == "subject" else 3])
    if tokens[at - 1].text != "," or not shown or not grammar.noun(low[at - 2]) or grammar.plural(low[at - 2]):
        return tokens
    return [*tokens[:at], Token("which"), *tokens[at:]]


def same_as_me(tokens: list[Token]) -> list[Token]:
    """Say "the same hospital as me" for "the same hospital like me"."""
    low = [token.low for token in tokens]
    for at in range(1, len(low) - 1):
        if low[at] == "like" and low[at + 1] in ("me", "my", "mine") and {"same", "the same"} & set(low[max(0, at - 4) : at]):
            changed = [token.copy() for token in tokens]
            changed[at].text = "as"
            return changed
    return tokens


def without_tail(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """The tokens without the part behind their last comma, where that has no verb, denies nothing and sets no condition.

    They come back whole where it may not go.
    """
    comma = max((at for at, token in enumerate(tokens) if token.text == ","), default=0)
    tail = tokens[comma + 1 :]
    if comma < 2 or not tail or len(tail) > LONGEST_TAIL:  # noqa: PLR2004  (a clause stands before it)
        return tokens
    if any(token.low in LIMITING or token.low.endswith("n't") or token.fixed for token in tail):
        return tokens
    acts = grammar.base(tail[0].low) and not (len(tail) > 1 and grammar.noun(tail[1].low))  # talk first
    verbal = acts or any(grammar.verb_first(token.low) or grammar.auxiliary(token.low) for token in tail)
    return tokens if verbal or any(token.role == "subject" or token.low in ("i", "we") for token in tail) else tokens[:comma]
