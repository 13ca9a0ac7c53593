"""Finding one thing by an unmistakable part of its name, as people type it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words

T = TypeVar("T")

PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "’": "'"}
)
"""Letters that Unicode does not take apart, as somebody without them on the keyboard types them."""


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """`text` for comparing: NFKD, marks off, case folded, single spaces; "Łukasz" and "lukasz" are alike."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(PLAIN_LETTERS)
    return " ".join(bare.split())


def find(query: str, things: Iterable[T], key: Callable[[T], str], names: Callable[[T], Iterable[str]], what: Words) -> T:
    """The one thing that `query` means: by its id, else by a whole name, else by a part of a name.

    `what` says what is looked for ("interview"). Raises `Problem` when nothing or more than one thing fits; the latter
    lists the choices with their ids.
    """
    things = tuple(things)
    by_id = next((thing for thing in things if key(thing) == query), None)
    if by_id is not None:
        return by_id
    wanted = folded(query)
    whole = [thing for thing in things if wanted and wanted in map(folded, names(thing))]
    partly = [thing for thing in things if wanted and any(wanted in folded(name) for name in names(thing))]
    fitting = whole or partly
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise Problem(Words(QT_TRANSLATE_NOOP("core", "No {what} is called “{name}”."), {"what": str(what), "name": query}))
    choices = "; ".join(f"{key(thing)} ({', '.join(names(thing))})" for thing in fitting[:12])
    text = QT_TRANSLATE_NOOP("core", "“{name}” can mean more than one {what}: {choices}. Say it with more words, or by its id.")
    raise Problem(Words(text, {"what": str(what), "name": query, "choices": choices}))
