"""The verb of the calendar: agenda."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from followup_desktop import as_json
from followup_desktop.core import agenda
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Case
from followup_desktop.core.staying import Known
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store import files
from followup_desktop.store.notebook import Notebook
from followup_desktop.verbs.wish import DONE, Verb, Wish, between_days, holidays, reading, rules_of, show


def do_agenda(wish: Wish) -> int:
    """Show what the calendar shows: interviews, cards due, floors and best days; --ics makes a calendar file of it."""
    given = wish.words
    first = date.fromisoformat(given.from_) if given.from_ else wish.now.date()
    last = date.fromisoformat(given.to) if given.to else date.max
    if last < first:
        raise Problem(Words(QT_TRANSLATE_NOOP("cli", "The last day comes before the first: there is nothing between them.")))
    with reading(wish) as notebook:
        cases, me, known = notebook.cases(), notebook.me(), Known(notebook.people(), notebook.touches())
    workdays = holidays(me, wish.now)
    entries = agenda.all_entries(cases, wish.now, workdays, rules_of(wish), known)
    told = sorted((entry for entry in entries if first <= entry.day <= last), key=agenda.entry_order)
    if given.ics:
        path = Path(given.ics)
        files.atomic_write(path, calendar_file(path, told, cases, wish.now))
    if given.json:
        show([as_json.entry(entry) for entry in told])
        return DONE
    for entry in told:
        print(f"{entry.day.isoformat()} {entry.time.isoformat('minutes') if entry.time else '     '}  {entry.title}")
        if entry.why:
            print(f"                  {entry.why}")
    return DONE


def _agenda(p: argparse.ArgumentParser) -> None:
    between_days(p)
    p.add_argument("--ics", metavar="FILE", help="a calendar file of it too, for another calendar to bring in")
    p.add_argument("--json", action="store_true")


MOST_CALENDAR = 20 * files.MEGABYTE
"""A calendar file larger than this is not looked into before it is replaced."""


def whole_calendar(wish: Wish, notebook: Notebook, path: Path) -> bytes:
    """The file of the whole calendar, whatever its day, to be put at `path`."""
    cases, me, known = notebook.cases(), notebook.me(), Known(notebook.people(), notebook.touches())
    entries = agenda.all_entries(cases, wish.now, holidays(me, wish.now), rules_of(wish), known)
    return calendar_file(path, sorted(entries, key=agenda.entry_order), cases, wish.now)


def calendar_file(path: Path, entries: Sequence[agenda.Entry], cases: Sequence[Case], now: datetime) -> bytes:
    """The calendar file of these entries, to be put at `path`; what is in one of ours there already keeps its number."""
    from followup_desktop.exchange import calendar_out  # noqa: PLC0415  (loads when a file is written)

    return calendar_out.calendar(entries, cases, now, files.read_if_there(path, MOST_CALENDAR))


VERBS = {"agenda": Verb(do_agenda, _agenda)}
"""These verbs by name."""
