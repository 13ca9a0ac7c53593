"""Words as tokens: lower case, straight quotes, one kind of hyphen; dates in digits stay in one piece."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

LONGEST = 2000
"""Characters that are read; nobody promises at such length."""

_TOKEN = re.compile(
    r"""\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)       # 2026-12-03
      | \d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d)     # 3.12.2026, 12/3/26
      | \d{1,2}\.\d{1,2}\.(?![\w.])               # 3.12.
      | \d+(?:[.,]\d+)+                           # 3.12, 1,000
      | \d{1,2}/\d{1,2}(?![\d/])                  # 12/3
      | \d{1,2}:\d{2}                             # 17:00
      | w/[cbe]\b                                 # w/c
      | q[1-4]\b | h[12]\b                        # Q1
      | \d+(?:st|nd|rd|th)\b
      | \d+
      | [^\W\d_]+(?:'[^\W\d_]+)?
      | \S
    """,
    re.VERBOSE,
)
_PLAIN = str.maketrans({"’": "'", "‘": "'", "‛": "'", "–": "-", "—": "-", "‒": "-", "−": "-", "‐": "-", "‑": "-", "…": "."})
_LONG = {"wk": "week", "wks": "weeks", "nxt": "next", "tmw": "tomorrow"}
"""Short forms as they are written in a hurry."""
_COMPARATIVES = frozenset({"later", "earlier", "sooner", "longer", "more"})
_CONTRACTED = re.compile(
    r"\b(?!(?:it|he|she|that|there|here|what|who|where)'s)(\w+)'s (?=(?:when|decision day|due|in|on|early|late)\b)", re.IGNORECASE
)
"""A noun with "is", as in "Thursday's when we choose"; before another word it is a possessive."""
_WITHIN = re.compile(r"\bw/in\b", re.IGNORECASE)
_NEW_LINE = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, date in digits or sign. `raw` keeps the capitals; `glued`: no space stands before it."""

    text: str
    raw: str
    glued: bool


def tokens(words: str) -> tuple[Token, ...]:
    """The tokens of `words` (the first `LONGEST` characters); a line break reads as a full stop."""
    plain = _CONTRACTED.sub(r"\1 is ", _NEW_LINE.sub(" . ", words[:LONGEST].strip().translate(_PLAIN)))
    plain = _WITHIN.sub("within", plain)
    found: list[Token] = []
    end = -1
    for match in _TOKEN.finditer(plain.lower()):
        raw = plain[match.start() : match.end()] if len(plain) == len(plain.lower()) else match.group()
        found.append(Token(_LONG.get(match.group(), match.group()), raw, glued=match.start() == end))
        end = match.end()
    return tuple(_with_than(found, at) for at in range(len(found)))


def _with_than(found: list[Token], at: int) -> Token:
    """The token there; "then" in "no later then" is a "than"."""
    compared = [token.text for token in found[max(at - 2, 0) : at + 1]]
    if compared[-1] == "then" and compared[0] in ("no", "not") and compared[1] in _COMPARATIVES:
        return replace(found[at], text="than")
    return found[at]


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(text.split())


_NO_ADVERBS = word_set(
    "apply supply rely comply fly reply imply multiply family assembly rally july early weekly monthly daily yearly"
)


def is_adverb(word: str) -> bool:
    """True for a word such as "probably", which changes nothing about what a clause tells."""
    return word.endswith("ly") and word not in _NO_ADVERBS
