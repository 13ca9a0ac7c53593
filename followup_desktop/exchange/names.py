"""Names of people as calendars and mails write them, brought into the order in which they are spoken."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from followup_desktop.exchange import clean, employers, roles
from followup_desktop.exchange.events import Attendee

_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.? ?d|m\.? ?d|mba|esq|cpa|rn|p\.? ?e|msc|bsc|dds|pmp|shrm-\w+)\.?", re.IGNORECASE)
_VIA = re.compile(r"\s+(?:via|from|@|at)\s+.*$|\s*[|•·/]\s*.*$|\s+[-–—]\s+.*$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_PARTS_OF_A_COMMA_NAME = 2
_LOCAL_PART = re.compile(r"[a-z]+(?:[._][a-z]+)+")


def spoken(written: str) -> tuple[str, str]:
    """A name as it is spoken, and the title that stands behind it where one does.

    "Nguyen, Hong (Acme)" is "Hong Nguyen"; "Hong Nguyen, Engineering Manager" has that title; "hong.nguyen" is
    "Hong Nguyen". Empty texts where `written` is no name but an address.
    """
    bare = clean.line(written, clean.NAME * 2).strip("'\"“”<> ")
    if "@" in bare and " " not in bare:
        return "", ""
    title = next((inside.strip() for inside in _BRACKETS.findall(bare) if roles.names_role(inside)), "")
    bare = _BRACKETS.sub("", bare).strip()
    behind = _VIA.search(bare)
    if behind and not title:
        after = behind[0].strip(" -–—|•·/")
        title = after if roles.names_role(after) else ""
    bare = _VIA.sub("", bare).strip(" ,")
    parts = [part.strip() for part in bare.split(",") if part.strip()]
    if len(parts) > 1 and roles.names_role(parts[-1]):
        title = title or ", ".join(parts[1:])
        parts = parts[:1]
    if len(parts) == _PARTS_OF_A_COMMA_NAME and not _SUFFIX.fullmatch(parts[1]):
        bare = f"{parts[1]} {parts[0]}"
    elif len(parts) > 1 and all(_SUFFIX.fullmatch(part) for part in parts[1:]):
        bare = ", ".join(parts)
    elif parts:
        bare = parts[0]
    if _LOCAL_PART.fullmatch(bare):
        bare = employers.name_from(f"{bare}@")
    if not any(character.isalnum() for character in bare):
        return "", ""
    return clean.line(bare, clean.NAME), clean.line(title, clean.NAME)


def alike(one: str, other: str) -> bool:
    """True when two names are the same but for marks, case and the order of their words."""
    first, second = sorted(clean.folded(one).replace(",", " ").split()), sorted(clean.folded(other).replace(",", " ").split())
    return bool(first) and first == second


def among(name: str, others: Iterable[str]) -> bool:
    """True when `name` is one of `others`, as `alike` tells it."""
    return any(alike(name, other) for other in others)


PARTICLES = clean.words("van von de der den da di del della du dos das la le el al bin bint ibn ter ten zu y af av ben san mac")
_HONORIFIC = re.compile(r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Herr|Frau|Mme|M|Sr|Sra)\.?\s+)+(?=\S)")
_WORD = re.compile(r"[^\W\d_](?:[\w'’·-]|\.(?=[\w-]))*\.?")
_GAP = re.compile(r"[ \u00a0]")
_BULLET = re.compile(r"[\s*•·▪–—-]*")
_SEPARATOR = re.compile(
    r"\s*(?:,\s*(?:and|und|et|y|e|as well as)\s+|[,;]\s*|\s(?:and|&|\+|und|et|y|sowie|as well as)\s+|\n\s*[*•·▪–—-]\s*)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\(([^()\n]{2,80})\)")
_BEHIND_COMMA = re.compile(r"\s*(?:,|[-–—]|\|)\s+(?:our\s+|the\s+)?([^,;.\n()|]{2,80}?)(?=\s*(?:[,;.\n()|]|\band\b|$))")
_MOST_WORDS = 5
_MOST_PEOPLE = 20
"""Names that are looked for in one text."""
_LOOKED_AT = 4_000
"""Characters of a text in which names are looked for."""
_NO_NAMES = clean.words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april june july
    august september october november december google microsoft zoom teams meet webex skype slack you your our we i me the a an
    this that please kind best regards thanks thank team hr everyone members someone members interview interviews technical
    coding panel phone video call recruiting recruitment talent hiring manager managers engineering engineers product people
    room floor building office reception montag dienstag mittwoch donnerstag freitag uhr herrn sie wir
    """
)


def listed(text: str, start: int = 0, *, any_case: bool = False, comma_titles: bool = True) -> tuple[tuple[Attendee, ...], int]:
    """The names that stand one after the other in `text` from `start` on, and where they end.

    With `any_case` small letters may begin a name ("with marta"). A position in brackets is the title of the person before
    it, and with `comma_titles` one behind a comma too.
    """
    found: list[Attendee] = []
    at, end = start, start
    while len(found) < _MOST_PEOPLE:
        begin = _BULLET.match(text, at)
        one = _one(text, begin.end() if begin else at, any_case=any_case)
        if one is None:
            return tuple(found), end
        if found and (roles.names_role(one[0]) or _GOES_ON.match(text, one[1])):
            return tuple(found), end
        name, end = one
        title, end = _title_behind(text, end, commas=comma_titles)
        found.append(Attendee(name=name, title=title))
        separator = _SEPARATOR.match(text, end)
        if separator is None:
            return tuple(found), end
        at = separator.end()
    return tuple(found), end


_GOES_ON = re.compile(r"[ \u00a0]+(?!(?:and|at|for|on|in|by|from|with|about|to|will|is|are|und|et|y|&|\+)(?!\w))[^\W\d_]")
"""A word behind a further name: what was taken for a name is the beginning of something else."""


def _one(text: str, at: int, *, any_case: bool) -> tuple[str, int] | None:
    """One name that begins at `at`, and where it ends; None where none begins there."""
    honorific = _HONORIFIC.match(text, at)
    at = honorific.end() if honorific else at
    words: list[tuple[str, int]] = []
    while len(words) < _MOST_WORDS:
        told = _WORD.match(text, at)
        if told is None:
            break
        word = told[0]
        plain = clean.folded(word).strip(".'’")
        small = word[0].islower()
        if plain in _NO_NAMES or (small and not any_case and (not words or plain not in PARTICLES)):
            break
        if small and any_case and plain in _FUNCTION_WORDS:
            break
        words.append((word, told.end()))
        if word.endswith(".") and len(plain) > 2:  # noqa: PLR2004  (initials, "St." and "Jr." go on, a sentence ends)
            words[-1] = (word[:-1], told.end() - 1)
            break
        gap = _GAP.match(text, told.end())
        if gap is None:
            break
        at = gap.end()
    while words and clean.folded(words[-1][0]) in PARTICLES:
        words.pop()
    return (" ".join(word for word, _ in words), words[-1][1]) if words else None


_FUNCTION_WORDS = clean.words("and or at for in on by with from to of about via as und mit bei für et con")


def _title_behind(text: str, end: int, *, commas: bool) -> tuple[str, int]:
    """The position told behind a name, and where it ends; an empty text and `end` where there is none."""
    brackets = _IN_BRACKETS.match(text, end)
    if brackets:
        inside = brackets[1].strip()
        return (inside if roles.names_role(inside) else ""), brackets.end()
    behind = _BEHIND_COMMA.match(text, end) if commas else None
    if behind and roles.names_role(behind[1]):
        return clean.line(behind[1], clean.NAME), behind.end()
    return "", end


_CUE = re.compile(
    r"(?:\b(?:(?:meet(?:ing)?|speak(?:ing)?|talk(?:ing)?|chat(?:ting)?)\s+(?:with|to)|with|interviewed by|joined by"
    r"|mit|avec|con)\s*:?\s+"
    r"|\b(?:you(?:['’]ll| will) (?:be )?meet(?:ing)?|meet)\s*:?\s+"
    r"|\b(?:interviewers?|interview panel|panel(?: members)?|participants|gesprächspartner(?:in)?|teilnehmer)"
    r"(?:\s+(?:will be|are|is))?\s*:?\s+)",
    re.IGNORECASE,
)
_SCHEDULE = re.compile(
    r"^[ \t]*[*•·-]?[ \t]*\d{1,2}[:.]\d\d[ \t]*(?:[ap]\.?m\.?)?[ \t]*"
    r"(?:(?:[-–—]|to)[ \t]*\d{1,2}[:.]\d\d[ \t]*(?:[ap]\.?m\.?)?)?"
    r"[ \t]*(?-i:\([A-Z]{2,4}\)|[A-Z]{2,4}\b)?[ \t]*[:|–—-]?[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)


def introduced(text: str, no_names: Collection[str] = ()) -> tuple[Attendee, ...]:
    """The people whom a text announces ("You will meet Hong Nguyen (CTO) and Łukasz"), each once.

    A single word counts only beside a full name, or where all of it is written without small letters; `no_names` are the
    names of companies, which stand behind "with" too.
    """
    found: list[Attendee] = []
    text = text[:_LOOKED_AT]
    for cue in (*_CUE.finditer(text), *_SCHEDULE.finditer(text)):
        if len(found) >= _MOST_PEOPLE:
            break
        people, _ = listed(text, cue.end())
        people = tuple(each for each in people if not among(each.name, no_names) and not roles.names_role(each.name))
        if any(_is_full(each.name) for each in people):
            found += [each for each in people if not among(each.name, (known.name for known in found))]
    return tuple(found)


def _is_full(name: str) -> bool:
    """True for a name of at least two words, or of a script that needs no blank between them."""
    return " " in name or any(ord(character) > 0x2E7F for character in name)  # noqa: PLR2004  (first CJK radical)
