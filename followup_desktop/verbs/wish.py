"""What every verb stands on: the wish it carries out, its exit status, the notebook it reads or writes, how it speaks."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from followup_desktop import places
from followup_desktop.core import etiquette, rules_kept
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Me, Workdays, zone
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store.notebook import Notebook
from followup_desktop.store.settings import Settings
from followup_desktop.store.trouble import InUse
from followup_desktop.store.workdays import workdays as business_days

DONE, NEEDS_A_PERSON, PROBLEM = 0, 1, 2


@dataclass(frozen=True)
class Wish:
    """What the command line asks for: a verb with its words, or the window with files to bring in."""

    verb: str | None
    folder: Path
    now: datetime
    fixed: bool
    """True when `now` was given and the clock stands still."""
    files: tuple[str, ...] = ()
    in_background: bool = False
    """True when the window is not to come into the way."""
    words: argparse.Namespace = field(default_factory=argparse.Namespace)


@dataclass(frozen=True)
class Verb:
    """One verb: what it does, its arguments, and one line of help."""

    do: Callable[[Wish], int]
    arguments: Callable[[argparse.ArgumentParser], object]

    @property
    def help(self) -> str:
        """The first line of the verb's docstring."""
        return (self.do.__doc__ or "").splitlines()[0]


def in_local_zone(value: datetime) -> datetime:
    """`value` with this computer's zone where it names none."""
    here = zone(places.local_zone())
    return value.replace(tzinfo=here) if value.tzinfo is None else value.astimezone(here)


def say(line: str) -> None:
    """One line on standard error."""
    print(f"followup-desktop: {line}", file=sys.stderr)


def show(document: Any) -> None:  # noqa: ANN401  (whatever JSON can hold)
    """A JSON document on standard output."""
    print(json.dumps(document, ensure_ascii=False, indent=2))


def needs(lines: Iterable[str]) -> int:
    """Each line on standard error; the status for what needs a person where there was one."""
    told = tuple(lines)
    for line in told:
        say(line)
    return NEEDS_A_PERSON if told else DONE


def counted(number: int, thing: str) -> str:
    """Return a count with its thing in the right number, as in "1 card" and "2 cards"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def reading(wish: Wish) -> Notebook:
    """The notebook, to look into; works beside an open window."""
    return Notebook.open(wish.folder, read_only=True)


def writing(wish: Wish) -> Notebook:
    """The notebook, to write into; a `Problem` while a window has it."""
    try:
        return Notebook.open(wish.folder)
    except InUse as fault:
        words = QT_TRANSLATE_NOOP("cli", "Follow-Up Desktop is open; do this in its window. Nothing was changed.")
        raise Problem(Words(words)) from fault


def holidays(me: Me, now: datetime, country: str = "") -> Workdays:
    """The business days of the user's country around `now`."""
    return business_days(country or me.country or country_of(places.local_locale()), now.date())


def rules_of(wish: Wish) -> etiquette.Rules:
    """The rules of following up with the numbers that the user has set in the window."""
    return rules_kept.read(Settings(wish.folder).get(rules_kept.SETTING, {}))


def country_of(locale: str) -> str:
    """The country in a POSIX locale name: "GB" of en_GB."""
    return locale.partition("_")[2][:2].upper()


def here(me: Me) -> Me:
    """Who writes, in the country of this computer's locale where none is told."""
    return me if me.country else replace(me, country=country_of(places.local_locale()))


def iso_date(text: str) -> str:
    """An ISO date, checked."""
    return date.fromisoformat(text).isoformat()


def between_days(p: argparse.ArgumentParser) -> None:
    """The options for a first and a last day."""
    p.add_argument("--from", dest="from_", type=iso_date, metavar="DATE")
    p.add_argument("--to", type=iso_date, metavar="DATE")
