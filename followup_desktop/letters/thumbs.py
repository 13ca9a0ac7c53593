"""What hasty thumbs leave out or shorten, put back where the words around it say what was meant: id help, 2 be, a sat, in 98."""

from __future__ import annotations

from collections.abc import Callable

from followup_desktop.letters.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    KIN,
    NUMBERS,
    OBJECTS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECTS,
    WH,
    Grammar,
    words,
)
from followup_desktop.letters.lexicon import fold
from followup_desktop.letters.tokens import Token, low_at

_Rule = Callable[[list[Token], int, Grammar], str]
"""What stands for the word at that place; an empty text where it stays."""

SAYING = words("said says say told thinks think thought reckons reckon that and cos because so if knew hoped wish wished")
"""Words behind which a clause begins."""
WANTING = words("""
    used want wants wanted going able try tries tried trying need needs needed hope hopes hoped plan plans planned offered
    promised asked ready happy glad how fought learned learnt love loves loved like likes liked got gets get free keen here
    supposed allowed proud chance time way reason place room
""")
"""Words behind which "to" and an infinitive stand."""
OWNERS = words("""
    customer client patient resident guest driver owner manager visitor tenant passenger student pupil child kid baby neighbour
    worker builder farmer teacher player member boss chef cook gardener lad girl boy lady dog horse cat cow nurse doctor
    king queen twin parent grandparent brother sister cousin son daughter farmer brewer baker candidate apprentice trainee
    newcomer starter
""")
"""Persons and animals in the singular that things belong to."""
ONLY_ONE = words(
    "dad mum mom mother father nan nana gran grandma grandad grandpa grandmother grandfather granny mam wife husband"
)
"""Relatives of whom one has one."""
ALSO_VERBS = words("name names dog dogs")
"""What belongs to somebody, though it can be a verb as well."""
IS_ALSO = words("been never always already just still got a an the not so very")
"""Words before which a name with -s has lost the apostrophe of "is" or "has"."""
ONE_OF = words("a an every each another one")
UNITS = {
    "second": "seconds", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks", "month": "months",
    "year": "years", "mile": "miles", "metre": "metres", "kilometre": "kilometres",
}  # fmt: skip
_SINGULAR = {many: one for one, many in UNITS.items()}
MORE = words("extra more full whole good straight long solid spare")
"""What may stand between a number and its unit."""
TIMES = words("years months weeks days hours minutes ages mornings nights weekends evenings afternoons summers winters sundays")
"""What may stand behind "there" without being owned: was there years."""
DAYS = {"sat": "Saturday", "sun": "Sunday", "mon": "Monday", "wed": "Wednesday"}
PARTS_OF_DAY = words("morning afternoon evening night lunch lunchtime eve am pm shift shifts mornings afternoons evenings nights")
NUMBERED = words("year level grade class room unit bay floor page chapter step season series size phase part stage route bus no")
"""What a number behind it counts: year 4."""
GOAL = words("free ever lunch breakfast dinner tea charity fun everyone everybody life sure good new")
LETTERED = words("vitamin plan hepatitis hep grade block wing plate class level league plus group section")
"""What a letter behind it names: vitamin d."""
KEYS = words("minor major sharp flat day")
LATEST_SHORT_YEAR, FIRST_SHORT_YEAR = 26, 40
"""Years of two digits up to here are of this century, and from here on of the last."""


def restored(tokens: list[Token], grammar: Grammar, names: frozenset[str]) -> None:
    """Put back in place what haste has left out."""
    for at, token in enumerate(tokens):
        low = token.low
        if token.fixed or low in names:
            continue
        rule = _BY_WORD.get(low)
        if rule is not None:
            token.text = rule(tokens, at, grammar) or token.text
        elif low.endswith("s") and at + 1 < len(tokens):
            token.text = _owner(tokens, at, grammar, names) or token.text
        elif low in UNITS or low in _SINGULAR:
            token.text = _unit(tokens, at, grammar)
        elif low[:1] in "'0123456789":
            token.text = _year(tokens, at, grammar) or token.text
    for at in range(len(tokens) - 2, 0, -1):
        _hyphened(tokens, at, grammar)


# ---------------------------------------------------------------------- apostrophes
def _owner(  # noqa: PLR0911  (a ladder, one rung a case)
    tokens: list[Token], at: int, grammar: Grammar, names: frozenset[str]
) -> str:
    """A possessive or an "is" that lost its apostrophe: dads old car, every residents name, grahams been lambing."""
    word, before, after = tokens[at].text, low_at(tokens, at - 1), low_at(tokens, at + 1)
    singular = fold(word[:-1])
    if singular in ("everyone", "everybody", "someone", "somebody", "nobody", "anyone", "anybody"):
        return word[:-1] + "'s"
    if word.endswith(("'s", "ss")) or not after[:1].isalpha():
        return ""
    named = singular in names and fold(word) not in names
    if named and after in IS_ALSO:
        return word[:-1] + "'s"
    if singular in grammar.lexicon.nouns and word.lower() not in grammar.lexicon.plurals and not grammar.verbs(word.lower()):
        return word[:-1] + "'s" if grammar.noun(after) else ""
    if singular in ONLY_ONE and before in POSSESSIVES and (after in IS_ALSO or after not in grammar.vocabulary):
        return word[:-1] + "'s"
    if before in ONE_OF and singular in OWNERS | KIN and grammar.noun(after):
        return word[:-1] + "'s"
    if not (named or singular in KIN or singular in OWNERS) or not _owned_thing(tokens, at + 1, grammar):
        return ""
    if not (named or singular in KIN) and before not in POSSESSIVES | ONE_OF | {"the"}:
        return ""
    several = singular not in ONLY_ONE and not named and before not in ONE_OF and _several(tokens, at + 1, grammar)
    return word + "'" if several else word[:-1] + "'s"


def _owned_thing(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether a thing begins at `at`, and no verb."""
    word = low_at(tokens, at)
    if grammar.base(word) and word in ALSO_VERBS:
        return low_at(tokens, at + 1) not in DETERMINERS | POSSESSIVES | OBJECTS | {"their"}
    return (grammar.noun(word) or grammar.adjective(word)) and not grammar.base(word) and not grammar.adverb(word)


def _several(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether the thing that begins at `at` is in the plural."""
    while grammar.adjective(low_at(tokens, at)) and not grammar.noun(low_at(tokens, at)):
        at += 1
    return grammar.plural(low_at(tokens, at))


def _would(contraction: str) -> _Rule:
    """The rule for a word that is a contraction before an infinitive: id help, wed love to, shed been there."""

    def rule(tokens: list[Token], at: int, grammar: Grammar) -> str:
        before, after = low_at(tokens, at - 1), low_at(tokens, at + 1)
        if before in DETERMINERS | POSSESSIVES or grammar.adjective(before):
            return ""
        verb = (grammar.base(after) and not (grammar.noun(after) and contraction == "she'd")) or after in ("be", "been", "love")
        return contraction if verb or after in ("rather", "never", "always") else ""

    return rule


def _id(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """Put "I'd" before an infinitive; "I had" behind a word of saying and before a thing: said id good hands."""
    contraction = _would("I'd")(tokens, at, grammar)
    after = low_at(tokens, at + 1)
    if contraction or low_at(tokens, at - 1) not in SAYING:
        return contraction
    return "I had" if after in ("a", "an", "the") or grammar.adjective(after) or grammar.participle(after) else ""


def _ill(tokens: list[Token], at: int, grammar: Grammar) -> str:
    after = low_at(tokens, at + 1)
    return "I'll" if (grammar.base(after) or after == "be") and at and low_at(tokens, at - 1) in SAYING else ""


def _its(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """Put "it's" where nothing follows that it could own: its huge, its not far, its called Bob."""
    after, then = low_at(tokens, at + 1), low_at(tokens, at + 2)
    if after in ("a", "an", "the", "all", "not", "been", "what", "how", "where", "why", "like", "just", "really", "so"):
        return "it's"
    if after.endswith("ing") and not grammar.noun(after):
        return "it's"
    open_end = not (grammar.noun(then) or grammar.adjective(then))
    if grammar.participle(after) and not grammar.adjective(after) and not grammar.noun(after) and open_end:
        return "it's"
    closed = open_end and (not then[:1].isalnum() or then in FUNCTION_WORDS)
    described = (grammar.adjective(after) and not grammar.noun(after)) or after in ("ok", "okay", "fine")
    return "it's" if closed and described and after != "own" else ""


def _were(tokens: list[Token], at: int, grammar: Grammar) -> str:
    del grammar
    return "we're" if at == 0 and low_at(tokens, 1) == "both" else ""


def _there(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """Put "their" before a thing, "they're" before an -ing form: with there kids, said there putting solar on it."""
    before, after, then = low_at(tokens, at - 1), low_at(tokens, at + 1), low_at(tokens, at + 2)
    if grammar.ing(after) and not grammar.noun(after) and (at == 0 or before in SAYING):
        return "they're"
    thing = (grammar.noun(after) or grammar.adjective(after)) and not grammar.adverb(after) and not after.endswith("ing")
    if not thing or (after in TIMES | {"times"} and not grammar.noun(then)):
        return ""
    doing = grammar.ing(before) is not None and before not in (
        "living",
        "working",
        "being",
        "sitting",
        "staying",
        "going",
        "standing",
    )
    return "their" if before in ("with", "of", "for", "about") or doing else ""


def _their(tokens: list[Token], at: int, grammar: Grammar) -> str:
    del grammar
    return "there" if low_at(tokens, at + 1) in ("is", "are", "was", "were") else ""


# ---------------------------------------------------------------------- signs for words
def _two(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """Put "to" before an infinitive, "too" before "much" and at the end: scone 2 bring home, used 2 be, me 2."""
    before, after, then = (low_at(tokens, at + step) for step in (-1, 1, 2))
    if not before.isalpha() or before in NUMBERED:
        return ""
    if not after[:1].isalnum():
        return "too" if before in OBJECTS | {"mine"} else ""
    if after in ("much", "many"):
        return "too"
    if not grammar.base(after) and after != "be":
        return ""
    plain = not grammar.noun(after) and not grammar.adjective(after)
    return "to" if plain or before in WANTING or then in DETERMINERS | POSSESSIVES | OBJECTS else ""


def _four(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """Put "for" before a thing that is not counted: looked 4 the cat, use it 4 glue."""
    before, after = low_at(tokens, at - 1), low_at(tokens, at + 1)
    if not before.isalpha() or before in NUMBERED or not after[:1].isalpha():
        return ""
    if after in DETERMINERS | POSSESSIVES | OBJECTS | GOAL:
        return "for"
    thing = grammar.noun(after) and not grammar.plural(after) and not grammar.noun(low_at(tokens, at + 2))
    return "for" if thing and before in OBJECTS else ""


def _the(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """Put "the" for "d" before a thing: for d vaccination post; but vitamin d, and d who wrote."""
    before, after = low_at(tokens, at - 1), low_at(tokens, at + 1)
    known = grammar.noun(after) or grammar.adjective(after) or after in NUMBERS
    thing = known or (before in PREPOSITIONS and after.isalpha() and after not in FUNCTION_WORDS)
    if not thing or before in LETTERED or after in KEYS or tokens[at].text != "d":
        return ""
    if at == 0:
        then = low_at(tokens, 2)
        told = grammar.auxiliary(then) or grammar.adverb(then) or grammar.verb_first(then)
        return "the" if grammar.noun(after) and told and not grammar.finite(after) else ""
    return "the" if before in PREPOSITIONS or grammar.verbs(before) or not before[:1].isalnum() else ""


def _are(tokens: list[Token], at: int, grammar: Grammar) -> str:
    before = low_at(tokens, at - 1)
    return "are" if before in ("we", "you", "u", "they") or (grammar.plural(before) and low_at(tokens, at + 1).isalpha()) else ""


def _question(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """Put "question" for "q" that is counted, owned or about something: my Q about nights, loved that q."""
    before, after = low_at(tokens, at - 1), low_at(tokens, at + 1)
    told = before in DETERMINERS | POSSESSIVES or grammar.adjective(before) or before.endswith("est")
    return "question" if told and (not after.isdigit()) else ""


def _you(tokens: list[Token], at: int, grammar: Grammar) -> str:
    del grammar
    return "" if at and tokens[at - 1].text[:1].isdigit() else "you"


def _your(tokens: list[Token], at: int, grammar: Grammar) -> str:
    del grammar
    return "year" if low_at(tokens, at + 1)[:1].isdigit() else ""


def _very(tokens: list[Token], at: int, grammar: Grammar) -> str:
    return "very" if grammar.adjective(low_at(tokens, at + 1)) else ""


def _street(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """Put "Street" behind its name: the high st, on Main st."""
    before, after = low_at(tokens, at - 1), low_at(tokens, at + 1)
    if not at or tokens[at].text == "ST" or (after.isalpha() and after not in FUNCTION_WORDS and not grammar.noun(after)):
        return ""
    if before in ("high", "main", "market", "church"):
        tokens[at - 1].text = before.capitalize()
        return "Street"
    return "Street" if tokens[at - 1].text[:1].isupper() and not after else ""


# ---------------------------------------------------------------------- days, months, years
def _wed(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """Say "Wednesday" where a day stands, "we'd" before an infinitive."""
    return _weekday(tokens, at, grammar) or _WE_WOULD(tokens, at, grammar)


def _weekday(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """The day for its short form where a day stands: a sat, every sun, on wed evening."""
    del grammar
    low, before, after = tokens[at].low, low_at(tokens, at - 1), low_at(tokens, at + 1)
    day = DAYS[low]
    closed = not after or not after[:1].isalnum() or after in FUNCTION_WORDS
    if after in PARTS_OF_DAY and (before in FUNCTION_WORDS or at == 0):
        return day
    if (
        before in ("every", "on", "next", "last", "each", "til", "till", "until")
        and closed
        and not (low == "sun" and after == "and")
    ):
        return day
    return day if low == "sat" and before in ("a", "one", "this", "by", "from", "most", "some", "any") and closed else ""


def _month(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """Whether "may" or "march" is the month: next may, in march, 3 may."""
    del grammar
    before, after = low_at(tokens, at - 1), low_at(tokens, at + 1)
    month = before in ("in", "next", "last", "since", "by", "early", "late", "mid", "of", "every", "until", "till", "each") or (
        before[:1].isdigit() and not after[:1].isalpha()
    )
    return tokens[at].low.capitalize() if month else ""


def _year(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """The whole year for its last two digits: in 98, since '04, class of 71."""
    del grammar
    digits, before, after = tokens[at].text.lstrip("'"), low_at(tokens, at - 1), low_at(tokens, at + 1)
    if len(digits) != 2 or not digits.isdigit() or before not in ("in", "since", "of", "from", "back"):  # noqa: PLR2004  (two digits)
        return ""
    if after[:1].isalnum() and after not in CONJUNCTIONS | SUBJECTS | PREPOSITIONS | WH | {"when", "because"}:
        return ""
    marked = tokens[at].text != digits
    if (
        before in ("of", "from") and low_at(tokens, at - 2) not in ("class", "summer", "winter", "spring", "strike")
    ) and not marked:
        return ""
    number = int(digits)
    if digits[0] == "0" or (marked and number <= LATEST_SHORT_YEAR):
        return "20" + digits
    return "19" + digits if number >= FIRST_SHORT_YEAR and (before != "in" or number >= 60 or marked) else ""  # noqa: PLR2004


def _unit(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """A unit in the plural behind a number: 9 seconds, 30 years in the job, 20 extra minutes."""
    text, low = tokens[at].text, tokens[at].low
    number = low_at(tokens, at - (2 if low_at(tokens, at - 1) in MORE else 1))
    counted = (number.isdigit() and number != "1") or (number in NUMBERS and number not in ("one", "couple"))
    if low in _SINGULAR or not counted:
        return text
    after = low_at(tokens, at + 1)
    if (
        after == "old"
        or (grammar.noun(after) and not grammar.verb_first(after))
        or (grammar.adjective(after) and grammar.noun(low_at(tokens, at + 2)))
    ):
        return text
    return UNITS[low]


def _hyphened(tokens: list[Token], at: int, grammar: Grammar) -> None:
    """Join number and unit before what they measure: a 20-minute walk, the 4-year gap."""
    one = _SINGULAR.get(tokens[at].low, tokens[at].low)
    number, after = tokens[at - 1], low_at(tokens, at + 1)
    if (
        one not in UNITS
        or not (number.text.isdigit() or number.low in NUMBERS)
        or not grammar.noun(after)
        or grammar.plural(after)
    ):
        return
    before = low_at(tokens, at - 2)
    singular = tokens[at].low == one and number.low not in ("1", "one")
    if (singular or before in ("a", "an")) and not grammar.verb_first(after) and after not in TIMES | FUNCTION_WORDS:
        tokens[at - 1 : at + 1] = [Token(f"{number.text}-{one}", number.gap)]


# ---------------------------------------------------------------------- one word for another
def _have(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """Put "have" for "of" behind "could": could of eaten; what follows becomes a participle."""
    if low_at(tokens, at - 1) not in ("would", "could", "should", "might", "must"):
        return ""
    after = low_at(tokens, at + 1)
    past = grammar.past(after)
    if past and not grammar.participle(after):
        tokens[at + 1].text = past.participle
    return "have"


def _than(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """Put "than" for "then" behind a comparative: older then me."""
    before = low_at(tokens, at - 1)
    stem = before.removesuffix("er")
    compared = stem != before and not grammar.noun(before) and any(map(grammar.adjective, (stem, stem + "e", stem[:-1], before)))
    return "than" if compared or before in ("rather", "better", "worse") else ""


def _to(tokens: list[Token], at: int, grammar: Grammar) -> str:
    """Put "too" before "much" and in "me to" at the end."""
    del grammar
    before, after = low_at(tokens, at - 1), low_at(tokens, at + 1)
    return (
        "too" if (after in ("much", "many") and not before[:1].isdigit()) or (before == "me" and not after[:1].isalnum()) else ""
    )


def _same(tokens: list[Token], at: int, grammar: Grammar) -> str:
    del grammar
    return "the same" if at == 0 or low_at(tokens, at - 1) not in DETERMINERS | POSSESSIVES | {"very"} else ""


_WE_WOULD = _would("we'd")
_BY_WORD: dict[str, _Rule] = {
    "id": _id, "ill": _ill, "wed": _wed, "shed": _would("she'd"), "its": _its, "were": _were,
    "there": _there, "their": _their, "2": _two, "4": _four, "d": _the, "r": _are, "q": _question, "u": _you, "your": _your,
    "v": _very, "st": _street, "sat": _weekday, "sun": _weekday, "mon": _weekday, "may": _month,
    "march": _month, "of": _have, "then": _than, "to": _to, "same": _same,
}  # fmt: skip
"""Words that may stand for another, and what tells which."""
