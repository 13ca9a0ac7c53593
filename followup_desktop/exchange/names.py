"""Names of people as calendars and mails write them, brought into the order in which they are spoken."""

from __future__ import annotations

import re
from collections.abc import Iterable

from followup_desktop.core.find import folded
from followup_desktop.exchange import clean, employers, roles

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
    return clean.line(bare, clean.NAME), clean.line(title, clean.NAME)


def alike(one: str, other: str) -> bool:
    """True when two names are the same but for marks, case and the order of their words."""
    first, second = sorted(folded(one).replace(",", " ").split()), sorted(folded(other).replace(",", " ").split())
    return bool(first) and first == second


def among(name: str, others: Iterable[str]) -> bool:
    """True when `name` is one of `others`, as `alike` tells it."""
    return any(alike(name, other) for other in others)
