"""Hidden names: on a train or a shared screen, what overviews show goes through `shown`, which leaves only initials.

One switch for the whole program (the setting "private"). Overviews (list, calendar, agenda, the next step, bars, menus)
stay useful with initials; a page about one person or one company is behind a curtain instead (`curtain`), for a letter
or a note without names would be none. Nothing that is stored, printed or sent ever goes through here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject

from followup_desktop.core.records import Case, Change, Person
from followup_desktop.desk.desk import Desk

SETTING = "private"
_WORD = re.compile(r"\w+")
LEAST_NAME = 2
"""A single letter is an initial already, and no name."""


class Veil:
    """The names to hide, ready to be found in any text: whole companies, and people's names whole and in parts."""

    def __init__(self, companies: Iterable[str], people: Iterable[Person]) -> None:
        self._phrases: dict[str, set[tuple[str, ...]]] = {}
        for company in companies:
            self._hide(company)
        for person in people:
            for name in (person.name, person.company, person.address_as, person.email, *_parts(person.name)):
                self._hide(name)

    def _hide(self, name: str) -> None:
        words = tuple(_WORD.findall(name.casefold()))
        if words and (len(words) > 1 or len(words[0]) >= LEAST_NAME):
            self._phrases.setdefault(words[0], set()).add(words)

    def over(self, text: str) -> str:
        """The text with each of the names as initials: "T. Ř.", "A."; the rest unchanged."""
        found = list(_WORD.finditer(text))
        words = [each.group().casefold() for each in found]
        parts: list[str] = []
        at = end = 0
        while at < len(found):
            length = self._length(words, at)
            if length:
                parts += [text[end : found[at].start()], " ".join(f"{each.group()[0]}." for each in found[at : at + length])]
                end = found[at + length - 1].end()
                end += text[end : end + 1] == "."  # the end of the sentence is the end of the initial
            at += length or 1
        return "".join((*parts, text[end:]))

    def _length(self, words: list[str], at: int) -> int:
        """How many words the longest name has that begins there; 0 for none."""
        known = self._phrases.get(words[at], ())
        return max((len(phrase) for phrase in known if tuple(words[at : at + len(phrase)]) == phrase), default=0)


def _parts(name: str) -> tuple[str, ...]:
    """A person's given name and family name, as they stand alone in sentences."""
    words = name.split()
    return (words[0], words[-1]) if words else ()


class _Screen:
    """What covers the names on the screen of this process; None while they are shown."""

    veil: Veil | None = None


def is_on() -> bool:
    """True while names are hidden."""
    return _Screen.veil is not None


def shown(text: str) -> str:
    """The text as an overview may show it now."""
    return text if _Screen.veil is None else _Screen.veil.over(text)


def hide(cases: Iterable[Case], people: Iterable[Person]) -> None:
    """Hide all names of those interviews and people from now on."""
    told = tuple(cases)
    everybody: Mapping[str, Person] = {person.id: person for person in (*people, *(p for case in told for p in case.people))}
    _Screen.veil = Veil({case.interview.company for case in told}, everybody.values())


def show() -> None:
    """Show all names again."""
    _Screen.veil = None


class Veiling(QObject):
    """Keeps the veil as the setting has it and over every name that comes. Made before all pages: it hears of changes first."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.changed.connect(self._follow)
        self._follow(None)

    def toggle(self) -> None:
        """Hide names, or show them again; kept for the next start."""
        self._desk.set_setting(SETTING, None if is_on() else True)

    def _follow(self, _change: Change | None) -> None:
        if self._desk.settings.get(SETTING, False):
            hide(self._desk.cases(), self._desk.people())
        else:
            show()
