"""Text from outside, made fit to be kept: no control characters, no hidden direction marks, no endless lines."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from followup_desktop.core import find

ONE_LINE = 300
"""Characters that a summary, a place or an identifier may have."""
NAME = 120
"""Characters that a person's or a company's name may have."""
ADDRESS = 254
"""Characters that a mail address may have (RFC 5321 4.5.3.1.3, less the brackets)."""
TEXT = 8_000
"""Characters of a description that are looked at."""

_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n{3,}")
_SPACES = re.compile(r"[^\S\n]+")
_TAG = re.compile(
    r"<(/?)(a|abbr|b|big|blockquote|body|br|center|code|div|em|font|h[1-6]|head|hr|html|i|img|li|meta|o:p|ol|p|pre|s|small|span|strong"
    r"|style|sub|sup|table|tbody|td|th|thead|title|tr|tt|u|ul)(?=[\s/>])[^<>]{0,2000}>",
    re.IGNORECASE,
)
_ENTITY = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&ndash;": "–", "&mdash;": "—"}
_BLOCKS = frozenset({"br", "p", "div", "li", "tr", "ul", "ol", "h1", "h2", "h3"})
_KEPT_MARKS = "\u200c\u200d"
"""Joiners: Persian and Indic names are misspelt without them."""


def _visible(character: str) -> bool:
    """True for a character that may stand in text that is kept: not a control, a hidden mark, a surrogate or a hole."""
    return character in _KEPT_MARKS or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Cn"}


def _shown(text: str) -> str:
    """`text` without the characters that may not stand in it."""
    return text if text.isprintable() else "".join(character for character in text if _visible(character))


def line(text: str, limit: int = ONE_LINE) -> str:
    """`text` as one line of at most `limit` characters, composed (NFC), each run of white space one blank."""
    head = text[: limit * 4]
    flat = _BREAKS.sub(" ", head).replace("\t", " ")
    kept = _shown(flat)
    return unicodedata.normalize("NFC", " ".join(kept.split()))[:limit].strip()


def lines(text: str, limit: int = TEXT) -> str:
    """`text` cleaned like `line`, with its line breaks kept as newlines."""
    flat = _BREAKS.sub("\n", text[: limit * 2]).replace("\t", " ")
    rows = (_SPACES.sub(" ", _shown(row)).strip() for row in unicodedata.normalize("NFC", flat).split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(rows))[:limit].strip()


def plain(text: str) -> str:
    """`text` with HTML tags taken off (Google and Outlook write descriptions in HTML) and common entities resolved."""

    def told(tag: re.Match[str]) -> str:
        return "\n" if tag[2].lower() in _BLOCKS else ""

    bare = _TAG.sub(told, text[: TEXT * 4])
    for entity, character in _ENTITY.items():
        bare = bare.replace(entity, character)
    return lines(bare)


def address(text: str) -> str:
    """The mail address in a calendar address ("MAILTO:Hong@acme.com"), or an empty text where there is none."""
    bare = line(text, ADDRESS * 2).strip("<>'\" ")
    if bare[:7].lower() == "mailto:":
        bare = bare[7:].strip("<>'\" ")
    bare = bare.partition("?")[0]
    local, at, domain = bare.rpartition("@")
    fits = at and local and domain and " " not in bare and len(bare) <= ADDRESS
    return bare if fits else ""


folded = lru_cache(maxsize=4_000)(find.folded)
"""`core.find.folded`, remembered: a file compares the same names again and again."""


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as text."""
    return frozenset(text.split())
