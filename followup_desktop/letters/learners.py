"""English as learners and hasty thumbs write it, put right before a note is read: "let me to try", "is here since 25 years".

Each turn names a way of speaking that is wrong in the same manner for any words; very words in quotation marks are left alone.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Protocol

from followup_desktop.letters.grammar import DETERMINERS, KIN, OBJECTS, POSSESSIVES, Grammar

_NUMBER = r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|many|some)"
_MEALS = r"(?:lunch|breakfast|dinner|tea|supper|coffee|fun|trouble|a (?:baby|party|meeting|break|good|great|lovely|laugh))"
_TURNS: tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...] = (
    ((" to ",), re.compile(r"\b(let|lets|letting|made|makes|making) (me|us) to (?=[a-z])", re.IGNORECASE), r"\1 \2 "),
    (
        ("explain",),
        re.compile(
            r"\b(explain(?:s|ed|ing)?) (me|us) ((?:(?:the|an?|my|your|his|her|their) )?[\w-]+)"
            r"(?=\s*(?:[,;.!]|$| with\b| and\b| so\b))",
            re.IGNORECASE,
        ),
        r"\1 \3 to \2",
    ),
    (
        ("explain",),
        re.compile(r"\b(explain(?:s|ed|ing)?) (me|us) (?=(?:very |so |really )?\w+)", re.IGNORECASE),
        r"\1 to \2 ",
    ),
    (
        ("since",),
        re.compile(rf"\b(?:is|'s) (\w+ing\b[^,;.]*?) since ({_NUMBER} (?:years?|months?|weeks?))(?! ago)", re.IGNORECASE),
        r"has been \1 for \2",
    ),
    (
        ("since",),
        re.compile(rf"\b(?:are|'re) (\w+ing\b[^,;.]*?) since ({_NUMBER} (?:years?|months?|weeks?))(?! ago)", re.IGNORECASE),
        r"have been \1 for \2",
    ),
    (("having",), re.compile(rf"\bis having (?!{_MEALS}\b)", re.IGNORECASE), "has "),
    (("having",), re.compile(rf"\bare having (?!{_MEALS}\b)", re.IGNORECASE), "have "),
    ((" 2 ",), re.compile(r"(?<=[a-z]) 2 (?=(?:me|us|him|her|them|you|my|the)\b)", re.IGNORECASE), " to "),
    ((" 4 ",), re.compile(r"(?<=[a-z]) 4 (?=(?:me|us|him|her|them|you|my)\b)", re.IGNORECASE), " for "),
    (
        ("bout",),
        re.compile(r"\b(tips?|jokes?|story|stories|talk|talked|me|asked|heard|chat|chatted) '?bout\b", re.IGNORECASE),
        r"\1 about",
    ),
    (
        (" me ", " us "),
        re.compile(
            r"\b(gave|give|gives|told|tells|lent|bought) (me|us) (?=(?:tip|tour|lift|hint|hug|book|joke|story|ride)\b)",
            re.IGNORECASE,
        ),
        r"\1 \2 a ",
    ),
    (("'",), re.compile(r"\b(in|since|of|from|summer|winter|back to) '([01]\d|2[0-6])(?![\w'])"), r"\1 20\2"),
    (("'",), re.compile(r"\b(in|since|of|from|summer|winter|back to) '([3-9]\d)(?![\w'])"), r"\1 19\2"),
    ((" like me",), re.compile(r"\b(same \w+) like me\b", re.IGNORECASE), r"\1 as me"),
    (
        ("knowing", "wanting", "needing", "owning", "believing", "remembering"),
        re.compile(r"\bis (know|want|need|own|believe|remember)ing (?=\w)", re.IGNORECASE),
        r"\1s ",
    ),
    (
        ("how is",),
        re.compile(r"\bhow (?:is|are) (work|run)ing (the|this|their|his|her) (\w+)\b(?=\s*(?:[,;.!]|$))", re.IGNORECASE),
        r"how \2 \3 \1s",
    ),
    (("na", "lah", "leh", "innit", " po"), re.compile(r"[\s,]+(?:na|lah|leh|innit|po)(?=[\s.!]*$)", re.IGNORECASE), ""),
    (
        (" say ",),
        re.compile(
            r"\b(told (?:me|us)|believes?|knows?) say (?!hello|hi|thanks|thank|sorry|yes|no|please|it|goodbye|so)", re.IGNORECASE
        ),
        r"\1 that ",
    ),
    (
        ("said say ", "says say "),
        re.compile(r"\b(said|says) say (?=(?:he|she|they|we|i|the|my|his|her|it)\b)", re.IGNORECASE),
        r"\1 that ",
    ),
    (("omg",), re.compile(r"\bOMG\b[\s,!]*"), ""),
    (("soon as",), re.compile(r"(?<!\bas )\bsoon as (?=i\b|we\b)", re.IGNORECASE), "as soon as "),
    (("both we",), re.compile(r"\bboth we\b", re.IGNORECASE), "we both"),
    (("said ",), re.compile(r"\bsaid (me|us) (?=that\b|to\b)", re.IGNORECASE), r"told \1 "),
    (("advise",), re.compile(r"\b((?:his|her|their|the|my|good|great|best|[\w-]+'s) )advise\b", re.IGNORECASE), r"\1advice"),
    ((" him ",), re.compile(rf"\b(from|of|by|with|like) him (?=(?:{'|'.join(sorted(KIN))})\b)", re.IGNORECASE), r"\1 his "),
    (("from ",), re.compile(rf"\bfrom ({_NUMBER} years)(?=\s*(?:[,;.!)]|$))", re.IGNORECASE), r"for \1"),
    (("now ",), re.compile(r"\bnow (he|she) (the|an?) (?=[a-z])", re.IGNORECASE), r"now \1 is \2 "),
    (("now ",), re.compile(r"\bnow (he|she) is (?=(?:owner|director|boss|manager|head)\b)", re.IGNORECASE), r"now \1 is the "),
    (
        ("motto", "mantra"),
        re.compile(
            r"\b(motto|mantra)(?: is|'s)?:? (?!to\b|that\b)([a-z][^\";:]*, (?:then|not|and|but|never) [^\";:.]+)", re.IGNORECASE
        ),
        r'\1: "\2"',
    ),
    ((" as",), re.compile(r"\b(he|she) (?:start|begin) as\b", re.IGNORECASE), r"\1 started as"),
    (
        ("background",),
        re.compile(r"\bfrom (?!an?\b|the\b|our\b|my\b|his\b|her\b|their\b|same\b|different\b)(\w+) background\b", re.IGNORECASE),
        r"from a \1 background",
    ),
)
"""Letters one of which the text must hold (they are looked for first), what is written, and how English has it."""
_MOVED = re.compile(
    r"\b(before|after|without) (move|start|open|come|go|join|leave|get|take|become|retire|study|train|buy|make|work) "
    r"(?=(?:to|here|in|into|as|at|it|my|the|a|an|his|her|their|this|that|with|for)\b)",
    re.IGNORECASE,
)
"""An infinitive behind such a preposition, of verbs that people tell their lives in."""
_HAS = re.compile(
    r"\b(has|have|had|'ve) ([a-z]+) (?=(?:the|a|an|my|his|her|their|our|this|that|these|many|all|\d+|me|us)\b)", re.IGNORECASE
)
_TO_DO = re.compile(
    r"\b((?:told|asked|taught|reminded|encouraged|advised|invited) (?:me|us)) ((?:always |never )?)([a-z]+)(?= ([a-z]+))",
    re.IGNORECASE,
)
_SINCE = re.compile(
    rf"(^|[,;.] |\b(?:he|she|who|and) )(works?|lives?|is|[a-z]+s) ((?:[\w-]+ ){{0,4}}?)(?:since|for) "
    rf"({_NUMBER} (?:years|months|weeks)(?! ago)|(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_PLACED = re.compile(r"(?:here|there|in|at|with|for|as) ", re.IGNORECASE)
"""What stands behind a verb rather than behind a plural: works here."""
_ASKED_WHAT = re.compile(
    r"\b(understand|understood|know|knew|explain\w*|tells?|told|showe?d?|show|learne?d?|learnt|see|remember\w*|wonder\w*|forgot)"
    r"((?: to)?(?: me| us)?(?: \w+)?) (what|where|who) (is|are|was|were) ((?:an?|the|my|his|her|your|this) (?:[\w-]+ )?[\w-]+)"
    r"(?=\s*(?:[,;.!]|$))",
    re.IGNORECASE,
)
"""A question where English has a clause: I now understand what is a pension."""
_HOW = re.compile(r"\bhow ([a-z]+s) (the|this|their|his|her|my|an?) ([\w-]+)(?=\s*(?:[,;.!]|$))", re.IGNORECASE)
_NOT = re.compile(r"\b(i|we|they|you|he|she) (?:not|no) ([a-z]+)\b", re.IGNORECASE)
_WHO = re.compile(
    r"\b(person|one|woman|man|guy|lady|boss|teacher|somebody|someone|nobody|everyone|manager|interviewer) (who|that) ([a-z]+)\b",
    re.IGNORECASE,
)
_MANNER = re.compile(
    r"\b((?:explain|talk|speak|spoke|listen|work|teach|taught|drive|drove|sing|sang|answer|wait|greet|show|treat|move|hold|held|walk"
    r"|help|ask|tell|told)\w*\b[^,;.!]*?) (very |so |really |too |quite )?"
    r"(patient|quick|careful|slow|clear|kind|quiet|calm|polite|beautiful|gentle|perfect|correct|proper|honest|warm|loud|generous)"
    r"(?=\s*(?:[,;.!]|$)|\s(?:how|what|why|where|to me|with me)\b)",
    re.IGNORECASE,
)
_NEEDED_FOR_MANNER = (
    " patient",
    " quick",
    " careful",
    " slow",
    " clear",
    " kind",
    " quiet",
    " calm",
    " polite",
    " beautiful",
    " gentle",
    " perfect",
    " correct",
    " proper",
    " honest",
    " warm",
    " loud",
    " generous",
)
_BEFORE = re.compile(r"\b(before|after|without) to ([a-z]+)\b", re.IGNORECASE)
_ME_TOO = re.compile(r"(?:\s*[,;.!-])?\s+(?:and )?so am i(?=[\s.!]*$)", re.IGNORECASE)
"""What says at the end of a note that the writer is the same."""
_SAME = re.compile(r"\s*[,;.-]?\s+(?:the )?same as me(?=[\s.!]*$)", re.IGNORECASE)
_PERFECT = re.compile(r"\b(has|have|had|'ve) ((?:just|also|already|only|even|both) )?([a-z]+)\b", re.IGNORECASE)
_LASTING = re.compile(
    rf"\b(is|are|was|were) ([a-z]+) (?=(?:for )?{_NUMBER} (?:hours?|minutes?|days?|weeks?|months?)\b)", re.IGNORECASE
)
_BEEN = re.compile(rf"(?:\bis|'s) (?:an? )?([a-z]+) (?:here )?since ({_NUMBER} years)(?! ago)", re.IGNORECASE)
_AS_A = re.compile(
    r"\b((?:started|began|worked|trained)(?: out| off| here)* as) "
    r"(?!an?\b)([a-z]+(?:er|or|ist|man|ian|ant|maid|nurse|clerk|cook|guard))"
    r"(?=\s*(?:[,;.!]|$)|\s(?:too|also|before|in|at|and|there|here|then|now|first)\b)",
    re.IGNORECASE,
)
"""A trade without its article."""
_MANY = re.compile(r"(^|[,;.] |\b(?:told me|said|says|that) )((?:the|my|all|these|those) )([a-z]+) is\b", re.IGNORECASE)
_TO_ME = re.compile(
    r"(^|[,;.] )((?:[Hh]e|[Ss]he|[A-Z][\w-]*-san) )(show|give|tell|teach|lend|bring|offer|explain|ask|make|take) (?=me\b|us\b)"
)
"""What somebody did to the writer, told without a tense."""
_QUOTED = re.compile(r'("[^"]*")')


def put_right(text: str, grammar: Grammar) -> str:
    """`text` with these turns as English has them."""
    if " " not in text:
        return text
    parts = _QUOTED.split(text)
    for at in range(0, len(parts), 2):
        low = parts[at].lower()
        for needed, pattern, right in _TURNS:
            if any(each in low for each in needed):
                parts[at] = pattern.sub(right, parts[at])
        for needed, turn, mend in _TURNS_BY_WORD:
            if any(each in low for each in needed):
                parts[at] = turn.sub(partial(mend, grammar=grammar), parts[at])
    return _SAME.sub(", just like me", _ME_TOO.sub(", as am I", "".join(parts)))


def _doing(found: re.Match[str], grammar: Grammar) -> str:
    """The -ing form for an infinitive behind such a preposition: "before opening" for "before to open"."""
    verb = next((verb for verb in grammar.verbs(found[2].lower()) if verb.base == found[2].lower()), None)
    return f"{found[1]} {verb.ing}" if verb else found[0]


def _perfect(found: re.Match[str], grammar: Grammar) -> str:
    """The participle for a past tense behind "have": "has taken" for "has took"."""
    word = found[3].lower()
    verb = grammar.past(word)
    if verb is None or grammar.participle(word) or grammar.noun(word) or grammar.adjective(word):
        return found[0]
    return f"{found[1]} {found[2] or ''}{verb.participle}"


def _lasting(found: re.Match[str], grammar: Grammar) -> str:
    """The participle for an infinitive: "is cooked 18 hours" for "is cook 18 hours"."""
    verb = next((verb for verb in grammar.verbs(found[2].lower()) if verb.base == found[2].lower()), None)
    return f"{found[1]} {verb.participle} " if verb and not grammar.adjective(verb.base) else found[0]


def _been(found: re.Match[str], grammar: Grammar) -> str:
    """What somebody has been for years: "has been a potter for 15 years" for "is potter since 15 years"."""
    word = found[1].lower()
    if not grammar.noun(word) or grammar.plural(word):
        return found[0]
    return f" has been {_one(word)} for {found[2]}".removeprefix("" if found[0].startswith("'") else " ")


def _as_a(found: re.Match[str], grammar: Grammar) -> str:
    """A trade with its article: "started as a caregiver"."""
    del grammar
    return f"{found[1]} {_one(found[2])}"


def _one(word: str) -> str:
    return f"{'an' if word[:1].lower() in 'aeio' else 'a'} {word}"


def _many(found: re.Match[str], grammar: Grammar) -> str:
    """Several are: "the residents are" for "the residents is"."""
    return f"{found[1]}{found[2]}{found[3]} are" if found[3].lower() in grammar.lexicon.plurals else found[0]


def _to_me(found: re.Match[str], grammar: Grammar) -> str:
    """The past tense: "she showed me" for "she show me"."""
    verb = next(verb for verb in grammar.verbs(found[3]) if verb.base == found[3])
    return f"{found[1]}{found[2]}{verb.past} "


def _moved(found: re.Match[str], grammar: Grammar) -> str:
    """The -ing form: "before moving to Leeds" for "before move to Leeds"."""
    verb = next(verb for verb in grammar.verbs(found[2].lower()) if verb.base == found[2].lower())
    return f"{found[1]} {verb.ing} "


def _has(found: re.Match[str], grammar: Grammar) -> str:
    """The participle for an infinitive behind "has": "has made the garden" for "has make the garden"."""
    word = found[2].lower()
    verb = next((verb for verb in grammar.verbs(word) if verb.base == word), None)
    if verb is None or grammar.participle(word) or grammar.auxiliary(word) or grammar.adverb(word):
        return found[0]
    return f"{found[1]} {verb.participle} "


def _to_do(found: re.Match[str], grammar: Grammar) -> str:
    """The infinitive with its "to": "told me to bring spare socks" for "told me bring spare socks"."""
    word, after = found[3].lower(), found[4].lower()
    if not grammar.base(word) or grammar.auxiliary(word) or word in ("like", "thank"):
        return found[0]
    double = grammar.noun(word) or grammar.adjective(word) or grammar.adverb(word) or grammar.past(word)
    goes_on = after in DETERMINERS | POSSESSIVES | OBJECTS or (grammar.adjective(after) and not grammar.noun(after))
    surely = goes_on or word == "help" or after == "with"
    return f"{found[1]} {found[2]}to {found[3]}" if surely or not double else found[0]


def _since(found: re.Match[str], grammar: Grammar) -> str:
    """The perfect: "has worked here for 8 years" for "works here since 8 years"."""
    word = found[2].lower()
    verb = grammar.third(word) or (None if word not in ("work", "live") else grammar.verbs(word)[0])
    be = word == "is"
    year = found[4][:1].isdigit() and len(found[4]) == 4  # noqa: PLR2004  (the digits of a year)
    said_for = " for " in found[0] and " since " not in found[0]
    if (
        (verb is None and not be)
        or said_for
        or (grammar.noun(word) and found[1] == "" and not _PLACED.match(found[3]))
        or (be and not found[3])
    ):
        return found[0]
    participle = "been" if be or verb is None else verb.participle
    return f"{found[1]}has {participle} {found[3]}{'since' if year else 'for'} {found[4]}"


def _asked_what(found: re.Match[str], grammar: Grammar) -> str:
    """The verb behind its subject: "what a pension is" for "what is a pension"."""
    del grammar
    return f"{found[1]}{found[2]} {found[3]} {found[5]} {found[4]}"


def _how(found: re.Match[str], grammar: Grammar) -> str:
    """The verb behind its subject: "how the oven works" for "how works the oven"."""
    return f"how {found[2]} {found[3]} {found[1]}" if grammar.third(found[1].lower()) else found[0]


def _not(found: re.Match[str], grammar: Grammar) -> str:
    """Put "do not" before an infinitive: "when I do not understand" for "when I not understand"."""
    if not grammar.base(found[2].lower()) or grammar.noun(found[2].lower()) or grammar.adjective(found[2].lower()):
        return found[0]
    return f"{found[1]} {'does' if found[1].lower() in ('he', 'she') else 'do'} not {found[2]}"


def _who(found: re.Match[str], grammar: Grammar) -> str:
    """The third person behind "who": "the person who teaches" for "the person who teach"; the past behind the first one."""
    word = found[3].lower()
    verb = next((verb for verb in grammar.verbs(word) if verb.base == word), None)
    if verb is None or grammar.finite(word) or grammar.adverb(word):
        return found[0]
    first = re.search(r"\b(?:first|only) $", found.string[: found.start()], re.IGNORECASE)
    return f"{found[1]} {found[2]} {verb.past if first else verb.s}"


def _manner(found: re.Match[str], grammar: Grammar) -> str:
    """The adverb: "explained it very patiently" for "explained it very patient"."""
    del grammar
    if re.search(r"\b(?:is|are|was|were|be|been|an?|the|my|feel\w*|felt|keep\w*|kept|stay\w*|make|made)(?: \w+)?$", found[1]):
        return found[0]
    return f"{found[1]} {found[2] or ''}{found[3].removesuffix('le') + 'ly' if found[3].endswith('le') else found[3] + 'ly'}"


class _Mend(Protocol):
    def __call__(self, found: re.Match[str], /, grammar: Grammar) -> str: ...


_TURNS_BY_WORD: tuple[tuple[tuple[str, ...], re.Pattern[str], _Mend], ...] = (
    ((" to ",), _BEFORE, _doing),
    (("has ", "have ", "had ", "'ve "), _PERFECT, _perfect),
    (("is ", "are ", "was ", "were "), _LASTING, _lasting),
    (("since",), _BEEN, _been),
    ((" as ",), _AS_A, _as_a),
    ((" is",), _MANY, _many),
    ((" me", " us"), _TO_ME, _to_me),
    (("before ", "after ", "without "), _MOVED, _moved),
    (("has ", "have ", "had ", "'ve "), _HAS, _has),
    ((" me ", " us "), _TO_DO, _to_do),
    (("since",), _SINCE, _since),
    (("what ", "where ", "who "), _ASKED_WHAT, _asked_what),
    (("how ",), _HOW, _how),
    ((" not ", " no "), _NOT, _not),
    ((" who ", " that "), _WHO, _who),
    (_NEEDED_FOR_MANNER, _MANNER, _manner),
)
"""Turns that need to know what a word is."""
