"""One letter as the checks look at it, and how they say what they found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from followup_desktop.core.records import Case, Finding, Letter, Level, Me, Person
from followup_desktop.core.words import Words

TOKEN = re.compile(r"\w+(?:['’]\w+)*")
"""A word with what an apostrophe joins to it: O'Connell, team's."""
DROP = ""
"""The fix that leaves a sentence out."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A letter with what is known about it. `person` is its reader; `elsewhere` names the user's other employers."""

    letter: Letter
    case: Case
    me: Me
    person: Person | None
    elsewhere: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The body's sentences."""
        return tuple(sentence.text for sentence in self.letter.sentences)

    @property
    def body(self) -> str:
        """The body as one text."""
        return " ".join(self.texts)

    @property
    def drop(self) -> str | None:
        """The fix that leaves a sentence out, where something is left of the letter then."""
        return DROP if len(self.letter.sentences) > 1 else None


def stop(code: str, text: str, sentence: int | None = None, fix: str | None = None, **values: str) -> Finding:
    """A finding that keeps the letter from being finished; `text` is marked for translation, `values` fill it."""
    return Finding(Level.STOP, code, Words(text, dict(values)), sentence, fix)


def warn(code: str, text: str, sentence: int | None = None, fix: str | None = None, **values: str) -> Finding:
    """A finding that wants a look and stops nothing."""
    return Finding(Level.WARNING, code, Words(text, dict(values)), sentence, fix)


def any_of(*turns: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern for all of these turns of phrase, with either apostrophe, in either case unless `flags` say otherwise."""
    return re.compile("|".join(turns).replace("'", "['’]"), flags)


def first_of(patterns: Sequence[re.Pattern[str]], text: str) -> re.Match[str] | None:
    """The first match of the first of `patterns` that is in `text`."""
    return next((match for pattern in patterns if (match := pattern.search(text))), None)
