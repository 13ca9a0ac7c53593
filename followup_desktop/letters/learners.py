"""English as learners and hasty thumbs write it, put right before a note is read: "let me to try", "is here since 25 years".

Each turn names a way of speaking that is wrong in the same manner for any words; very words in quotation marks are left alone.
"""

from __future__ import annotations

import re

from followup_desktop.letters.grammar import Grammar

_NUMBER = r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|many|some)"
_MEALS = r"(?:lunch|breakfast|dinner|tea|supper|coffee|fun|trouble|a (?:baby|party|meeting|break|good|great|lovely|laugh))"
_TURNS = (
    (re.compile(r"\b(let|lets|letting|made|makes|making) (me|us) to (?=[a-z])", re.IGNORECASE), r"\1 \2 "),
    (
        re.compile(r"\b(explain(?:s|ed|ing)?) (me|us) (?=how|what|why|where|when|the|an?\b|about|everything)", re.IGNORECASE),
        r"\1 to \2 ",
    ),
    (
        re.compile(rf"\b(?:is|'s) (\w+ing\b[^,;.]*?) since ({_NUMBER} (?:years?|months?|weeks?))(?! ago)", re.IGNORECASE),
        r"has been \1 for \2",
    ),
    (
        re.compile(rf"\b(?:are|'re) (\w+ing\b[^,;.]*?) since ({_NUMBER} (?:years?|months?|weeks?))(?! ago)", re.IGNORECASE),
        r"have been \1 for \2",
    ),
    (re.compile(rf"\bis having (?!{_MEALS}\b)", re.IGNORECASE), "has "),
    (re.compile(rf"\bare having (?!{_MEALS}\b)", re.IGNORECASE), "have "),
    (re.compile(r"(?<=[a-z]) 2 (?=(?:me|us|him|her|them|you|my|the)\b)", re.IGNORECASE), " to "),
    (re.compile(r"(?<=[a-z]) 4 (?=(?:me|us|him|her|them|you|my)\b)", re.IGNORECASE), " for "),
    (re.compile(r"\b(tips?|jokes?|story|stories|talk|talked|me|asked|heard|chat|chatted) '?bout\b", re.IGNORECASE), r"\1 about"),
    (
        re.compile(
            r"\b(gave|give|gives|told|tells|lent|bought) (me|us) (?=(?:tip|tour|lift|hint|hug|book|joke|story|ride)\b)",
            re.IGNORECASE,
        ),
        r"\1 \2 a ",
    ),
)
"""What is written, and how English has it."""
_BEFORE = re.compile(r"\b(before|after|without) to ([a-z]+)\b", re.IGNORECASE)
_ME_TOO = re.compile(r"(?:\s*[,;.!-])?\s+(?:and )?so am i(?=[\s.!]*$)", re.IGNORECASE)
"""What says at the end of a note that the writer is the same."""
_SAME = re.compile(r"\s*[,;.-]?\s+(?:the )?same as me(?=[\s.!]*$)", re.IGNORECASE)
_QUOTED = re.compile(r'("[^"]*")')


def put_right(text: str, grammar: Grammar) -> str:
    """`text` with these turns as English has them."""
    if " " not in text:
        return text
    parts = _QUOTED.split(text)
    for at in range(0, len(parts), 2):
        for pattern, right in _TURNS:
            parts[at] = pattern.sub(right, parts[at])
        parts[at] = _BEFORE.sub(lambda found: _doing(found, grammar), parts[at])
    return _SAME.sub(", just like me", _ME_TOO.sub(", as am I", "".join(parts)))


def _doing(found: re.Match[str], grammar: Grammar) -> str:
    """The -ing form for an infinitive behind such a preposition: "before opening" for "before to open"."""
    verb = next((verb for verb in grammar.verbs(found[2].lower()) if verb.base == found[2].lower()), None)
    return f"{found[1]} {verb.ing}" if verb else found[0]
