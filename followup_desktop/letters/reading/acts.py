"""What a reader's clause is about: words to keep, advice, an offer, kindness, a deed for the writer."""

from __future__ import annotations

from itertools import pairwise

from followup_desktop.letters.grammar import DETERMINERS, NUMBERS, PREPOSITIONS, WH
from followup_desktop.letters.lexicon import ing_form
from followup_desktop.letters.mention import several_people
from followup_desktop.letters.normalise import Token
from followup_desktop.letters.person_shift import finite_after_noun_phrase
from followup_desktop.letters.reading.guards import harmless, stranger, touchy
from followup_desktop.letters.reading.kinds import (
    ADVISING,
    CHOSEN,
    DEEDS,
    GIVING,
    HARSH,
    INTERESTED,
    KIND,
    LIKING,
    NOTICING,
    OFFERING,
    OFFERS,
    STRANGERS,
    SUMMONS,
    THINKING,
    TIPS,
)
from followup_desktop.letters.reading.labels import tip
from followup_desktop.letters.reading.piece import Act, Doubt, Piece, Thought
from followup_desktop.letters.reading.tails import without_tail
from followup_desktop.letters.reading.things import article


def told(piece: Piece, act: Act) -> Thought | None:  # noqa: C901, PLR0911, PLR0912  (a ladder, one rung a case)
    """Tell, say and quote: a story, advice, praise, or words to keep."""
    if act.base not in ("tell", "say", "quote", "mention", "joke"):
        return None
    at = act.verb + 1
    if act.base == "say" and piece.low(at) == "to" and piece.low(at + 1) in ("me", "us"):
        at += 2
    if act.base == "tell":
        if piece.low(at) not in ("me", "us"):
            return None
        at += 1
    elif piece.low(at) == "to" and act.base == "mention":
        return None
    word = piece.low(at)
    if act.base == "say" and word in ("sorry", "hello", "hi", "thanks", "goodbye", "hiya"):
        return deed(piece, act, forced=True)
    quoted = next((i for i in range(at, len(piece.tokens)) if piece.tokens[i].fixed), None)
    if word == "about" and piece.grammar.ing(piece.low(at + 1)) and not piece.grammar.noun(piece.low(at + 1)):
        piece.tokens.insert(at + 1, Token("your", role="your"))
    if word == "about":
        piece.guard(delicate=piece.low(at + 1) in STRANGERS or piece.low(at + 2) in STRANGERS)
        return Thought("topic", (piece.words(at + 1),)) if not piece.mine_in(at) else None
    if word == "to" and piece.grammar.adverb(piece.low(at + 1)) and _urged(piece, at + 2):
        return Thought("advice", (piece.words(at + 1),))
    if word == "to" and act.base in ("tell", "say") and _urged(piece, at + 1):
        return Thought("advice", (piece.words(at + 1),))
    if word in ("never", "always") and _urged(piece, at + 1) and not piece.grammar.finite(piece.low(at + 1)):
        return Thought("advice", (piece.words(at),))
    unlike = not piece.grammar.finite(word) or (piece.low(at + 1) in DETERMINERS and piece.grammar.third(word) is None)
    bare = piece.grammar.base(word) and unlike and not piece.grammar.auxiliary(word) and word not in SUMMONS  # says cut the end
    if (
        bare
        and act.base != "quote"
        and len(piece.tokens) > at + 2
        and piece.low(at + 1) not in ("is", "isn't")
        and not piece.mine_in(at)
        and not _clause(piece, at)
    ):
        return Thought("tip", (piece.words(at),))
    if word == "don't" and piece.grammar.base(piece.low(at + 1)) and act.base in ("tell", "say"):
        if piece.mine_in(at):
            return Thought("deed", (f"telling me not to {piece.words(at + 1)}", f"you told me not to {piece.words(at + 1)}"))
        return Thought("tip", (piece.words(at),))
    if word in SUMMONS and act.base in ("tell", "say") and _any_time(piece, at):
        return Thought("deed", (f"telling me to {piece.words(at)}", f"you told me to {piece.words(at)}"))
    if word == "not" and piece.low(at + 1) == "to":
        return Thought("advice", (f"not {piece.words(at + 2)}",))
    if quoted is not None and quoted == at + (piece.low(at) in (":", ",")):
        if quoted == len(piece.tokens) - 1:
            return Thought("words", (piece.tokens[quoted].text,))
        return Thought("story", (piece.sentence(act.subject),))
    if act.base == "quote" or (act.base == "mention" and word not in ("that", "how")):
        return Thought("story", (piece.sentence(act.subject),)) if act.base == "quote" else mentioned(piece, at)
    if word in ("how", "why", "what", "where", "who", "when"):
        return Thought("deed", (f"telling me {piece.words(at)}", piece.sentence(act.subject)))
    if act.base == "tell" and word in ("the", "a", "an", "your"):
        plain = not any(piece.grammar.finite(token.low) for token in piece.tokens[at + 1 :]) and not piece.mine_in(at)
        if plain and len(piece.tokens) > at + 1:
            return Thought("deed", (f"telling me {piece.words(at)}", piece.sentence(act.subject)))
    if word == "that":
        at += 1
    return reported(piece, at, act.base)


def _any_time(piece: Piece, at: int) -> bool:
    """Whether what one may do stands open: "ring any time", "call if I have questions"."""
    low = [token.low for token in piece.tokens[at:]]
    asked = any(pair in (("i", "have"), ("i", "need"), ("i", "want"), ("i", "get")) for pair in pairwise(low)) and "if" in low
    return asked or "anytime" in low or "whenever" in low or ("any", "time") in pairwise(low)


def _clause(piece: Piece, at: int) -> bool:
    """Whether a noun phrase with its own verb begins at `at`."""
    return finite_after_noun_phrase(piece.tokens, at, piece.grammar) is not None


def mentioned(piece: Piece, at: int) -> Thought | None:
    """What the reader brought up, where it is the reader's own."""
    return Thought("topic", (piece.words(at),)) if piece.tokens[at : at + 1] and piece.tokens[at].role == "your" else None


def _urged(piece: Piece, at: int) -> bool:
    """Whether the word at `at` is what one was told to do: an infinitive, or a thing that acts on another ("chalk the line")."""
    word, after = piece.low(at), piece.low(at + 1)
    return piece.grammar.base(word) or (piece.grammar.noun(word) and after in ("the", "your", "my", "every", "it"))


def reported(piece: Piece, at: int, base: str) -> Thought | None:
    """What was said, as a clause: about the reader a fact, about the writer praise, else something to keep."""
    if at >= len(piece.tokens):
        raise Doubt("sense")
    token = piece.tokens[at]
    if token.low in ("i", "i'd", "i'm", "i'll", "i've", "my") or (token.low in ("it", "that", "this") and piece.mine_in(at)):
        if piece.low(at) == "i" and piece.low(at + 1) in ("should", "must", "could", "might", "ought"):
            rest = at + 2 + (piece.low(at + 2) == "to")
            return Thought("advice", (piece.words(rest),))
        return Thought("praise", (piece.words(at),))
    if token.role == "subject":
        return Thought("fact", (piece.words(at),)) if not piece.mine_in(at) else Thought("praise", (piece.words(at),))
    finite = finite_after_noun_phrase(piece.tokens, at, piece.grammar)
    if token.low in ("it", "that", "this") and not any(piece.grammar.finite(each.low) for each in piece.tokens[at + 1 :]):
        raise Doubt("sense")
    piece.guard(delicate=finite is not None and stranger(piece, at, finite))
    if token.role == "your" and finite is not None:
        return Thought("about", (piece.words(at),))
    counted = token.low in DETERMINERS | NUMBERS or token.low[:1].isdigit()
    news = finite is not None and counted and piece.grammar.past(piece.low(finite)) is not None
    piece.guard(delicate=news and any(several_people(piece.low(i), piece.grammar) for i in range(at, finite or at)))
    proverb = piece.grammar.adjective(token.low) and piece.low(at + 1) in ("is", "isn't", "means")
    gerund = piece.grammar.ing(token.low) and any(piece.grammar.finite(each.low) for each in piece.tokens[at + 1 :])
    if (
        finite is None
        and not gerund
        and not proverb
        and token.low not in ("there", "it", "it's", "nobody", "everybody", "everyone", "nothing", "we", "that", "what")
    ):
        raise Doubt("sense")
    if piece.telegraphic and not proverb:
        article(piece, at)
    return Thought("said" if base in ("say", "joke", "mention") else "about", (piece.words(at),))


def thought(piece: Piece, act: Act) -> Thought | None:  # noqa: PLR0911  (a ladder, one rung a case)
    """She thinks, he believes: an opinion to remember."""
    if (
        act.base not in THINKING
        or not piece.tokens[act.verb].word
        or piece.low(act.verb) in ("felt", "feel", "held", "hold", "knew", "know", "figured")
    ):
        return None
    at = act.verb + 1 + (piece.low(act.verb + 1) == "that")
    bare = piece.grammar.base(piece.low(at)) and (not piece.grammar.noun(piece.low(at)) or piece.low(at + 1) in DETERMINERS)
    bare = bare and piece.grammar.past(piece.low(at)) is None and piece.grammar.third(piece.low(at)) is None
    if bare and piece.low(at) not in SUMMONS | {"like"} and len(piece.tokens) > at + 1 and not piece.mine_in(at):
        return Thought("tip", (piece.words(at),))
    if piece.low(act.verb + 1) in ("at", "in", "about", "of", "like", "on", "for", "so") or at >= len(piece.tokens):
        return None
    if piece.tokens[at].role == "subject" or piece.tokens[at].low in WH:
        return None
    if piece.low(at) == "i" and piece.low(at + 1) in ("should", "ought"):
        return Thought("advice", (piece.words(at + 2 + (piece.low(at + 2) == "to")),))
    if piece.mine_in(at):
        return Thought("glad", (piece.sentence(act.subject),))
    if finite_after_noun_phrase(piece.tokens, at, piece.grammar) is None:
        return None
    return Thought("view", (piece.words(at),))


def advised(piece: Piece, act: Act) -> Thought | None:  # noqa: C901, PLR0911  (a ladder, one rung a case)
    """Suggest, recommend, advise, encourage: to do something, or something itself."""
    at = act.verb + 1
    if act.base == "give" and piece.low(at) in ("me", "us") and any(token.low in TIPS for token in piece.tokens[at + 1 : at + 5]):
        colon = next((i for i, token in enumerate(piece.tokens) if token.text == ":"), None)
        if colon is not None and colon + 1 < len(piece.tokens):
            return tip(piece, piece.words(colon + 1), colon + 1)
        return None
    if act.base not in ADVISING:
        return None
    if piece.low(at) == ":" and at + 1 < len(piece.tokens) and not piece.mine_in(at):
        return tip(piece, piece.words(at + 1), at + 1)
    if piece.low(at) in ("me", "us") and piece.low(at + 1) == "to":
        if act.base in ("encourage", "urge", "nudge"):
            return Thought("deed", (f"{ing_form(act.base)} me {piece.words(at + 1)}", piece.sentence(act.subject)))
        return Thought("advice", (piece.words(at + 2),))
    if piece.low(at) in ("me", "us"):
        return None
    if piece.low(at) == "that":
        at += 1
    if piece.low(at) in ("i", "we"):
        rest = at + 1 + (piece.low(at + 1) == "should")
        return Thought("advice", (piece.words(rest),))
    if at >= len(piece.tokens):
        raise Doubt("sense")
    if act.base in ("suggest", "recommend"):
        return Thought("recommended", (piece.words(at),))
    return None


def offered(piece: Piece, act: Act) -> Thought | None:
    """What the reader promised the writer."""
    word = piece.low(act.verb)
    if act.base in OFFERING and piece.low(act.verb + 1) == "to":
        if piece.mine_in(act.verb + 2):
            piece.guard(delicate=piece.low(act.verb + 2) in HARSH - OFFERS)
            return Thought("deed", (f"{ing_form(act.base)} {piece.words(act.verb + 1)}", piece.sentence(act.subject)))
        return None
    going = piece.low(act.verb) == "are" and piece.low(act.verb + 1) == "going" and piece.low(act.verb + 2) == "to"
    comma = next((at for at in range(act.verb, len(piece.tokens)) if piece.tokens[at].text == ","), len(piece.tokens))
    if (
        word in ("will", "would")
        and piece.low(act.verb + 1) == "help"
        and act.verb + 2 == len(piece.tokens)
        and piece.context.beside
    ):
        return Thought("deed", ("offering to help", piece.sentence(act.subject)))
    if (word in ("will", "would", "can", "'ll") or going) and piece.mine_in(act.verb + 1, comma if word == "can" else None):
        at = act.verb + (3 if going else 1)
        while piece.grammar.adverb(piece.low(at)):
            at += 1
        if piece.grammar.base(piece.low(at)):
            beside = piece.low(at + 1) in ("next", "beside", "near", "opposite", "across")
            piece.guard(delicate=piece.low(at) in HARSH - OFFERS or beside)
            return Thought("deed", (f"offering to {piece.words(at)}", piece.sentence(act.subject)))
    return None


def kindness(piece: Piece, act: Act) -> Thought | None:
    """Was kind, patient, encouraging."""
    if piece.low(act.verb) not in ("were", "are"):
        return None
    at = act.verb + 1
    while piece.low(at) in (
        "very",
        "so",
        "really",
        "super",
        "incredibly",
        "extremely",
        "always",
        "just",
        "quite",
        "such",
        "exceptionally",
        "truly",
        "most",
    ):
        at += 1
    if piece.low(at) not in KIND or (piece.low(act.verb) == "are" and not piece.mine_in(at)):
        return None
    if piece.low(at) in ("good", "great", "open", "honest", "calm") and piece.low(at + 1) not in ("about", "with", "enough"):
        return None
    linked = PREPOSITIONS | {"", "when", "to", "enough", "and", "but", ","}
    if piece.low(at + 1) not in linked:
        raise Doubt("sense")
    degree = "" if piece.low(at + 1) == "enough" else "so "
    return Thought("kind", (f"{degree}{piece.words(at)}",))


def appreciated(piece: Piece, act: Act) -> Thought | None:
    """Liked, noticed or remembered something of the writer's."""
    moved = piece.low(act.verb) == "were" and (piece.low(act.verb + 1) in INTERESTED or piece.low(act.verb + 2) in INTERESTED)
    if moved and piece.mine_in(act.verb + 1):
        return Thought("glad", (piece.sentence(act.subject),))
    if (
        piece.low(act.verb) == "were"
        and piece.low(act.verb + 1) in ("the", "one")
        and piece.mine_in(act.verb + 1)
        and "who" in [t.low for t in piece.tokens]
    ):
        return Thought("act", ("", piece.sentence(act.subject)))
    if act.base in LIKING | NOTICING and piece.mine_in(act.verb + 1):
        return Thought("glad", (piece.sentence(act.subject),))
    return None


def asked(piece: Piece, act: Act) -> Thought | None:
    """Asked about something of the writer's; "asked me to" is no deed."""
    if act.base != "ask":
        return None
    if (
        piece.low(act.verb + 1) in ("why", "how")
        and piece.low(act.verb + 2) == "i"
        and piece.base_of(piece.low(act.verb + 3)) in CHOSEN
    ):
        return Thought("deed", (f"asking {piece.words(act.verb + 1)}", piece.sentence(act.subject)))
    asked_for = {token.low for token in piece.tokens[act.verb : act.verb + 4]}
    wish = {"want", "wanted", "i'd", "like"} & {token.low for token in piece.tokens[act.verb : act.verb + 6]}
    piece.guard(delicate=bool(asked_for & {"if", "whether", "where", "why", "when"}) and not wish)
    of_mine = any(token.low == "my" for token in piece.tokens[act.verb :])  # asked how my mum's hip was
    if not (of_mine or piece.mine_in(act.verb + 1)) and piece.low(act.verb + 1) not in ("good", "great", "for", "such"):
        return None
    if piece.low(act.verb + 1) in ("me", "us") and piece.low(act.verb + 2) == "to":
        return Thought("act", ("", piece.sentence(act.subject)))
    return deed(piece, act, forced=True)


def deed(piece: Piece, act: Act, *, forced: bool = False) -> Thought | None:  # noqa: C901, PLR0911  (a ladder, one rung a case)
    """Something done for the writer: thanked for, never "heard"."""
    given = act.base in GIVING and piece.grammar.past(piece.low(act.verb)) is not None
    if not forced and not piece.mine_in(act.verb + 1) and not given:
        return None
    text = piece.sentence(act.subject)
    low = [token.low for token in piece.tokens]
    if low[-3:] == ["just", "like", "me"]:
        return Thought("shared", (text,))
    if {"same", "the same"} & set(low) and any(pair in (("as", "me"), ("as", "my")) for pair in pairwise(low)):
        return Thought("shared", (text,))
    tail = next((at for at in range(len(piece.tokens) - 1, act.verb, -1) if piece.tokens[at].text == ","), 0)
    verbless = tail and not any(piece.grammar.finite(token.low) for token in piece.tokens[tail:])
    if verbless and not harmless(piece.tokens[tail:], piece.grammar):
        shorter = without_tail(piece.tokens, piece.grammar)
        piece.guard(delicate=len(shorter) == len(piece.tokens))
        piece.tokens = shorter
        text = piece.sentence(act.subject)
    if act.base not in DEEDS:
        piece.guard(delicate=(act.base in HARSH and piece.low(act.verb + 1) != "laughing") or touchy(piece.tokens, piece.grammar))
        return Thought("noted", (text,))
    chain = piece.shift.chains.get(act.subject, [act.verb])
    if act.verb != act.subject + 1 or any(
        piece.grammar.auxiliary(piece.low(at)) and piece.low(at) not in ("did", "had", "didn't") for at in chain
    ):
        return Thought("act", ("", text))
    turned = [token.copy() for token in piece.tokens]
    for at in chain:
        word = piece.low(at)
        if word == "didn't":
            turned[at].text = "not"
            if at + 1 < len(turned) and (known := piece.grammar.verbs(turned[at + 1].low)):
                turned[at + 1].text = known[0].ing
            continue
        options = {each.ing for each in piece.grammar.verbs(word) if word in (each.past, each.base, each.s)}
        if len(options) != 1:
            return Thought("act", ("", text))
        turned[at].text = options.pop()
    saved, piece.tokens = piece.tokens, turned
    gerund = piece.sentence(act.subject + 1)
    piece.tokens = saved
    another = any(_begins_clause(piece, at) for at in range(act.verb + 1, len(piece.tokens)))
    if another or loose_past(piece, act.verb, chain):
        return Thought("act", ("", text))
    return Thought("deed", (gerund, text))


def _begins_clause(piece: Piece, at: int) -> bool:
    """Whether "and it got" stands at `at`: a clause of its own, which does not follow "thank you for"."""
    if piece.low(at) not in ("and", "but"):
        return False
    starts = piece.low(at + 1) in ("it", "he", "she", "they", "i", "we") or piece.low(at + 1) in DETERMINERS
    return starts and any(piece.grammar.finite(token.low) for token in piece.tokens[at + 2 : at + 4])


def loose_past(piece: Piece, verb: int, chain: list[int]) -> bool:
    """Whether a joined word could be one more past tense that was not counted."""
    for at in range(verb + 1, len(piece.tokens)):
        if at not in chain and (piece.low(at - 1) in ("and", "but", "then") or piece.tokens[at - 1].text == ","):
            word = piece.low(at)
            if piece.grammar.past(word) and not piece.grammar.adjective(word) and not piece.tokens[at].role:
                return True
    return False
