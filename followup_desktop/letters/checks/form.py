"""What is left over or put down wrongly: placeholders, emoji, capitals, slang, doubled words, ends of sentences (E31)."""

from __future__ import annotations

import re
from itertools import pairwise

from followup_desktop.core.records import Finding
from followup_desktop.core.words import QT_TRANSLATE_NOOP
from followup_desktop.letters.checks.found import TOKEN, Looked, any_of, stop, warn
from followup_desktop.letters.checks.turns import LOOSE, PRAISE_CAPS, SLANG
from followup_desktop.letters.lexicon import fold

_FIELD = (
    r"(?:first |last |your |full |project |company |the )*(?:name|company|role|position|title|topic|date|day|detail|project)s?"
)
PLACEHOLDER = re.compile(
    r"[{}]|\[(?!(?:sic|…|\.\.\.)\])[^\]]*\]|<(?!3)[^>]*>|_{2,}|\?{3,}|\.{5,}|\bblah blah\b|%[sd]\b|\$[A-Za-z_]{2,}"
    r"|\b(?:TODO|TBD|TBC|FIXME|XX+|xxx+)\b|\bINSERT\b"
    rf"|\((?i:{_FIELD}|(?:add|insert|fill in)\b[^).!?]*)\)|\b(?i:{_FIELD} here)\b"
    r"|(?i:\blorem ipsum\b)|\b(?i:your company name)\b"
)
FIELDS = {
    "first": "first", "name": "first", "first name": "first", "company": "company", "company name": "company", "me": "me",
    "role": "role", "position": "role",
}  # fmt: skip
"""Placeholders that the records can fill, by the words between their brackets."""
EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f]+"
    r"|(?<![\w(])(?:[:;=8]['’]?-?[)(DPpOo/|*\]]|[(][:;](?=[\s.!,]|$)|<3|\^_?\^|[xX]D)(?![\w])"
)
END = re.compile(r"[.!?…][\"”’'»)\]]*$")
DOUBLED = re.compile(r"\b(\w+)(\s+\1)+\b", re.IGNORECASE)
MAY_DOUBLE = {"that", "had", "bye", "no", "ha", "far"}
"""Words that stand twice for good reason."""
CLOSING = any_of(
    r"^(?:(?:with )?(?:my |our )?(?:kind(?:est)?|best|warm(?:est)?|many|sincere|friendly|all good) (?:regards|wishes"
    r"|thanks|greetings)"
    r"|thanks again|(?:respectfully|faithfully|truly|ever|cordially|warmly) yours|regards|sincerely yours"
    r"|sincerely|warmly|cordially|respectfully|gratefully|all the best|all my best"
    r"|best|cheers|take care"
    r"|yours (?:sincerely|truly|faithfully|ever|respectfully)|yours|love"
    r"|thank you once more|with (?:thanks|gratitude))"
    r"(?P<name>[,.!]?(?:\s*[^\W\d_][\w.-]*){0,3})[,.!]?$"
)
OPENING = re.compile(r"^(?:dear|hello|hi|hey|to whom it may concern)\b[^.!?]{0,40}[,:]?$", re.IGNORECASE)
_CAPS = re.compile(r"\b[^\W\d_a-z]{2,}\b")
LONGEST_ABBREVIATION = 7
"""So many capitals are a word; UNICEF and UNESCO have six."""
SHOUTED = 3
"""So many words in capitals in one sentence, two of them side by side, are shouted; fewer are HR and IT."""
LONGEST_SIGN_OFF = 6
"""So many words at most that end with the writer's name, and without an end mark, are a sign-off."""
LONGEST_GREETING = 4
"""A sentence of more words that begins like a greeting is none."""


def left_over(looked: Looked) -> list[Finding]:
    """Placeholders; the press fills what the records know and else leaves the sentence out."""
    said = QT_TRANSLATE_NOOP("letters", "A placeholder is left in: “{words}”.")
    return [
        stop("placeholder", said, at, _filled(looked, text, match), words=match[0])
        for at, text in enumerate(looked.texts)
        if (match := PLACEHOLDER.search(text))
    ]


def _filled(looked: Looked, text: str, match: re.Match[str]) -> str | None:
    person, letter = looked.person, looked.letter
    values = {
        "first": (person.address_as or person.name) if person else "",
        "company": letter.company,
        "role": looked.case.interview.role,
        "me": looked.me.name,
    }
    value = values.get(FIELDS.get(match[0].strip("{}[]<>() ").lower(), ""), "")
    if not value or not match[0].endswith(("]", ">", ")")):
        whole = re.search(r"\{(\w+)\}", text)
        value = values.get(FIELDS.get(whole[1].lower(), ""), "") if whole else ""
        if not whole or not value:
            return looked.drop
        filled = text.replace(whole[0], value)
    else:
        filled = text.replace(match[0], value)
    return looked.drop if PLACEHOLDER.search(filled) else filled


def pictures(looked: Looked) -> list[Finding]:
    """Emoji and smileys; the press takes them out."""
    found = []
    for at, text in enumerate(looked.texts):
        if match := EMOJI.search(text):
            bare = re.sub(r"\s+", " ", EMOJI.sub("", text)).strip()
            bare = re.sub(r"\s+([.,!?])", r"\1", bare)
            fix = looked.drop if not TOKEN.search(bare) else _ended(bare)
            said = QT_TRANSLATE_NOOP("letters", "“{words}” has no place on a written card.")
            found.append(stop("emoji", said, at, fix, words=match[0]))
    return found


def shouting(looked: Looked) -> list[Finding]:
    """Words in capitals that are no abbreviations; the press writes them small."""
    said = QT_TRANSLATE_NOOP("letters", "“{words}” shouts. Small letters say it as well.")
    names = set(TOKEN.findall(f"{looked.letter.company} {looked.case.interview.role}"))
    found = []
    for at, text in enumerate(looked.texts):
        caps = [match for match in _CAPS.finditer(text) if match[0].isupper() and match[0] not in names]
        loud = [match[0] for match in caps if match[0] in PRAISE_CAPS or len(match[0]) >= LONGEST_ABBREVIATION]
        if loud or len(caps) >= SHOUTED:
            beside = [f"{one[0]} {two[0]}" for one, two in pairwise(caps) if text[one.end() : two.start()] == " "]
            if loud or beside:
                found.append(warn("shouting", said, at, _small(text, caps), words=(beside or loud)[0]))
    return found


def _small(text: str, caps: list[re.Match[str]]) -> str:
    for match in reversed(caps):
        text = text[: match.start()] + match[0].lower() + text[match.end() :]
    text = re.sub(r"\bi\b", "I", text)
    return text[:1].upper() + text[1:]


def slang(looked: Looked) -> list[Finding]:
    """Slang and text-speak; the press says it plainly where there is a plain word."""
    said = QT_TRANSLATE_NOOP("letters", "“{words}” is for a chat, not for a card.")
    found = []
    for at, text in enumerate(looked.texts):
        hits = [match for match in re.finditer(r"[\w'’]+|\bw/", text) if _is_slang(match, text)]
        if hits:
            found.append(warn("slang", said, at, _plain(text, hits), words=hits[0][0]))
        elif match := LOOSE.search(text):
            found.append(warn("slang", said, at, looked.drop, words=match[0]))
    return found


def _is_slang(match: re.Match[str], text: str) -> bool:
    word = match[0].replace("’", "'")
    if len(word) == 1:  # a letter: U and R may be initials or the language R
        return word in ("u", "r") and text[match.end() : match.end() + 1] not in ("-", "'", "’")
    return word.lower() in SLANG and not (word.isupper() and word.lower() in ("ur", "ty", "bc", "ya", "msg"))


def _plain(text: str, hits: list[re.Match[str]]) -> str:
    for match in reversed(hits):
        plain = SLANG[match[0].replace("’", "'").lower()]
        if match[0][0].isupper() and match.start() == 0:
            plain = plain[:1].upper() + plain[1:]
        text = text[: match.start()] + plain + text[match.end() :]
    return text


def twice(looked: Looked) -> list[Finding]:
    """A word that stands twice in a row; the press leaves one."""
    said = QT_TRANSLATE_NOOP("letters", "“{words}” stands twice.")
    found = []
    for at, text in enumerate(looked.texts):
        hits = [match for match in DOUBLED.finditer(text) if match[1].lower() not in MAY_DOUBLE and not match[1].isdigit()]
        if hits and not (hits[0][1][0].isupper() and hits[0][0].split()[1][0].isupper() and hits[0].start() > 0):
            fix = text
            for match in reversed(hits):
                fix = fix[: match.start()] + match[1] + fix[match.end() :]
            found.append(warn("doubled", said, at, fix, words=hits[0][1]))
    return found


def ends(looked: Looked) -> list[Finding]:
    """Sentences without an end, and a greeting or a sign-off inside the body, which the card has of its own."""
    found = []
    for at, text in enumerate(looked.texts):
        if _is_sign_off(looked, text):
            said = QT_TRANSLATE_NOOP("letters", "The card has its own greeting and sign-off. This one would stand there twice.")
            found.append(warn("closing", said, at, looked.drop))
        elif text.strip() and not END.search(text.strip()):
            said = QT_TRANSLATE_NOOP("letters", "This sentence does not end.")
            found.append(warn("unended", said, at, _ended(text.strip())))
    return found


def _is_sign_off(looked: Looked, text: str) -> bool:
    bare = text.strip()
    if OPENING.search(bare) and not (bare[-1:] in ".!?" and len(bare.split()) > LONGEST_GREETING):
        return True
    if fold(bare.strip(" .,!–—-")) in {fold(looked.me.name), fold(looked.letter.closing.strip(" ,."))} - {""}:
        return True
    words = [fold(word) for word in TOKEN.findall(bare)]
    own = fold(looked.me.name).split()
    if not END.search(bare) and len(words) <= LONGEST_SIGN_OFF and own and words[-1:] in ([own[0]], [own[-1]]):
        return True
    match = CLOSING.search(bare)
    if match is None:
        return False
    after = TOKEN.findall(match["name"])
    return all(fold(word) in own or word[0].isupper() for word in after)


def _ended(text: str) -> str:
    """`text` with the end that it lacks."""
    if END.search(text):
        return text
    bare = re.sub(r"[\s,;:–—-]+$", "", text)
    bare = re.sub(r"\s(?:and|or|but|because|that|to|of|for|with)$", "", bare)
    return re.sub(r"([\"”’]?)$", r".\1", bare, count=1)


def marks(looked: Looked) -> list[Finding]:
    """More than one exclamation mark; the press leaves a full stop."""
    seen = 0
    for at, text in enumerate(looked.texts):
        seen += text.count("!")
        if seen > 1:
            said = QT_TRANSLATE_NOOP("letters", "More than one exclamation mark.")
            return [warn("exclamation", said, at, re.sub(r"!+", ".", text))]
    return []
