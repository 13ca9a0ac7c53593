"""The verbs of who writes, interviews, people and follow-ups: me, add, person, list, touch, outcome."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from followup_desktop import as_json, places
from followup_desktop.core import agenda, changes, etiquette, sentences
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Channel, Interview, Outcome, Person, Talk, new_id
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.verbs.meaning import meant, the_case, the_person
from followup_desktop.verbs.notes import with_tasks
from followup_desktop.verbs.tasks import state
from followup_desktop.verbs.wish import (
    DONE,
    Verb,
    Wish,
    holidays,
    in_local_zone,
    iso_date,
    needs,
    reading,
    rules_of,
    show,
    writing,
)


def do_me(wish: Wish) -> int:
    """Say who writes; without options, show it."""
    given = wish.words
    wanted: dict[str, Any] = {
        name: getattr(given, name) for name in ("name", "address", "country", "locale") if getattr(given, name) is not None
    }
    if given.email:
        wanted["emails"] = tuple(dict.fromkeys(given.email))
    if "country" in wanted:
        wanted["country"] = wanted["country"].upper()
    if not wanted:
        with reading(wish) as notebook:
            me = notebook.me()
    else:
        with writing(wish) as notebook:
            before = notebook.me()
            me = replace(before, **wanted)
            notebook.apply(changes.me_set(before, me, notebook.cases()))
    for label, value in (("name", me.name), ("emails", ", ".join(me.emails)), ("address", me.address), ("country", me.country)):
        print(f"{label:<8} {value or '-'}")
    print(f"{'locale':<8} {me.locale or '-'}")
    return DONE if me.name else needs(["Who writes is not known yet: say it with me --name."])


def _me(p: argparse.ArgumentParser) -> None:
    p.add_argument("--name")
    p.add_argument("--email", action="append")
    p.add_argument("--address")
    p.add_argument("--country")
    p.add_argument("--locale")


def do_add(wish: Wish) -> int:
    """Add an interview by hand."""
    given = wish.words
    start = day_or_time(given.start)
    told = Interview(id=new_id(), company=given.company, role=given.role, start=start, zone=places.local_zone())
    interview = replace(told, talk=Talk(given.talk))
    with writing(wish) as notebook:
        notebook.apply(changes.interview_added(interview, given.with_ or (), notebook.people()))
    print(interview.id)
    return DONE


def _add(p: argparse.ArgumentParser) -> None:
    p.add_argument("company")
    p.add_argument("role")
    p.add_argument("--start", required=True, metavar="TIME")
    p.add_argument("--with", action="append", dest="with_", metavar="NAME")
    p.add_argument("--talk", choices=[str(each) for each in Talk], default=str(Talk.INTERVIEW))


def day_or_time(text: str) -> datetime | date:
    """A local time, or a date for an all-day interview; a time with a zone becomes this computer's local time."""
    try:
        value: datetime | date = date.fromisoformat(text) if len(text) <= len("2026-11-24") else datetime.fromisoformat(text)
    except ValueError:
        told = QT_TRANSLATE_NOOP("cli", "“{text}” is no time that can be read: write it as 2026-11-24T10:00.")
        raise Problem(Words(told, {"text": text})) from None
    return in_local_zone(value).replace(tzinfo=None) if isinstance(value, datetime) and value.tzinfo else value


def do_person(wish: Wish) -> int:
    """Add an interviewer, or change what is known about one."""
    given = wish.words
    wanted = {name: getattr(given, name) for name in ("address_as", "pronoun", "title", "email", "address")}
    wanted = {name: value for name, value in wanted.items() if value is not None}
    if not given.name.strip():
        raise Problem(Words(QT_TRANSLATE_NOOP("cli", "The person has no name, so nobody was added.")))
    with writing(wish) as notebook:
        case = the_case(notebook, given.interview)
        known = meant(case, given.name, given.email)
        if known is None:
            person = replace(Person(id=new_id(), name=given.name, company=case.interview.company), **wanted)
            notebook.apply(changes.person_added(case, person))
        else:
            person = replace(known, **wanted)
            notebook.apply(with_tasks(notebook, changes.person_edited(known, person), wish.now))
    print(person.id)
    return DONE


def _person(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("name")
    p.add_argument("--as", dest="address_as")
    p.add_argument("--pronoun", choices=("she", "he", "they", ""))
    p.add_argument("--title")
    p.add_argument("--email")
    p.add_argument("--address")


def do_list(wish: Wish) -> int:
    """List the interviews with their people, cards, promise and next step."""
    with reading(wish) as notebook:
        cases, me, loose = notebook.cases(), notebook.me(), notebook.touches()
    workdays, around, rules = holidays(me, wish.now), agenda.around(cases, loose), rules_of(wish)
    if wish.words.json:
        show([as_json.interview(case, wish.now, workdays, around.get(case.interview.id), rules) for case in cases])
        return DONE
    for case in cases:
        told = case.interview
        step = agenda.case_step(case, wish.now, workdays, rules, around.get(told.id))
        print(f"{told.id}  {as_json.local(told.start)}  {told.company}, {told.role}  ({told.outcome})")
        for person in case.interviewers:
            print(f"    {person.id}  {person.name}  [{case.card(person.id).state}]")
        for task in case.tasks:
            print(f"    {task.id}  {sentences.task_title(task, case)}  ({state(task)})")
        print(f"    next: {step.act} {step.reason}".rstrip())
    return DONE


def do_touch(wish: Wish) -> int:
    """Record a follow-up that was made; one sooner than advised asks for a reason."""
    given = wish.words
    on = date.fromisoformat(given.on) if given.on else wish.now.date()
    with writing(wish) as notebook:
        case = the_case(notebook, given.interview)
        person = the_person(case, given.person)
        nag = etiquette.too_soon(case, on, holidays(notebook.me(), wish.now), rules_of(wish))
        notebook.apply(changes.touch_made(case, person.id, Channel(given.kind), on, given.reason or ""))
    print(f"{given.kind} to {person.name} on {on.isoformat()}")
    return needs([f"{nag} Say why with --reason."] if nag and not given.reason else [])


def _touch(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("person")
    p.add_argument("kind", choices=[str(each) for each in Channel])
    p.add_argument("--on", type=iso_date, metavar="DATE")
    p.add_argument("--reason")


def do_outcome(wish: Wish) -> int:
    """Record how an application ended; "waiting" opens it again."""
    given = wish.words
    with writing(wish) as notebook:
        case = the_case(notebook, given.interview)
        notebook.apply(changes.outcome_set(case, Outcome(given.word), wish.now.date()))
    print(f"{case.interview.company}: {given.word}")
    return DONE


def _outcome(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("word", choices=[str(each) for each in Outcome])


VERBS = {
    "me": Verb(do_me, _me),
    "add": Verb(do_add, _add),
    "person": Verb(do_person, _person),
    "list": Verb(do_list, lambda p: p.add_argument("--json", action="store_true")),
    "touch": Verb(do_touch, _touch),
    "outcome": Verb(do_outcome, _outcome),
}
"""These verbs by name."""
