"""The verbs of what was said: note, answer, promise, when."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date, datetime

from followup_desktop import as_json, places, shipped
from followup_desktop.core import agenda, changes, etiquette, promise, sentences
from followup_desktop.core.find import find
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import LEAVE_OUT, Case, Change, Interview, Me, Note, Permission, Promise
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store.notebook import Notebook
from followup_desktop.store.workdays import workdays as business_days
from followup_desktop.verbs.meaning import WHAT_CHOICE, WHAT_NOTE, the_case, the_person
from followup_desktop.verbs.wish import DONE, Verb, Wish, country_of, holidays, iso_date, reading, rules_of, show, writing


def do_note(wish: Wish) -> int:
    """Add a note about a person ("-": about everybody); prints its id and what it becomes."""
    given = wish.words
    if not given.text.strip():
        raise Problem(Words(QT_TRANSLATE_NOOP("cli", "The note is empty, so nothing was written.")))
    with writing(wish) as notebook:
        case = the_case(notebook, given.interview)
        person = None if given.person == "-" else the_person(case, given.person).id
        change, note = changes.note_added(case, person, given.text, wish.now)
        notebook.apply(with_tasks(notebook, change, wish.now))
        print(note.id)
        status = becomes(notebook, note)
        promised(notebook, note)
        return status


def _note(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("person")
    p.add_argument("text")


def with_tasks(notebook: Notebook, change: Change, now: datetime) -> Change:
    """`change` with what it does to the promises that its notes hold."""
    from followup_desktop.letters import tasks  # noqa: PLC0415  (only notes need it)

    cases, me = tasks.concerned(change, notebook.cases()), notebook.me()
    if not cases:
        return change
    writer = replace(me, locale=me.locale or places.local_locale())
    return tasks.followed(change, cases, writer, shipped.writer().lexicon, holidays(me, now))


def promised(notebook: Notebook, note: Note) -> None:
    """Print what a note promises, one task a line."""
    case = notebook.case(note.interview)
    for task in case.tasks if case else ():
        if case is not None and task.note == note.id:
            due = f", by {task.due.isoformat()}" if task.due else ""
            print(f"task: {sentences.task_title(task, case)}{due}")


def becomes(notebook: Notebook, note: Note) -> int:
    """Print what a note becomes: its sentence, where it goes instead, or the question it raises."""
    case = notebook.case(note.interview)
    assert case is not None
    outcome = shipped.writer().understand(note, case, notebook.me())
    if outcome.question is None:
        print(f"{outcome.route}: {outcome.sentence or outcome.why}")
        return DONE
    print(f"{outcome.route}: {outcome.question.words}")
    for choice in outcome.question.choices:
        print(f"    {choice.key:<12} {choice.words}")
    return DONE


def do_answer(wish: Wish) -> int:
    """Answer the question that a note raised, by the answer's key, number or words."""
    given = wish.words
    with writing(wish) as notebook:
        notes = [note for case in notebook.cases() for note in case.notes]
        note = find(given.note, notes, lambda each: each.id, lambda each: (each.text,), WHAT_NOTE)
        case = notebook.case(note.interview)
        assert case is not None
        question = shipped.writer().understand(replace(note, answer=""), case, notebook.me()).question
        if question is None and given.choice != LEAVE_OUT:
            raise Problem(Words(QT_TRANSLATE_NOOP("cli", "That note raises no question; it can only be left out (leave-out).")))
        keys = (
            [(choice.key, (str(choice.words), str(place))) for place, choice in enumerate(question.choices, 1)]
            if question
            else []
        )
        known = keys if LEAVE_OUT in dict(keys) else [*keys, (LEAVE_OUT, ("Leave it out", "0"))]
        key = find(given.choice, known, lambda each: each[0], lambda each: each[1], WHAT_CHOICE)[0]
        notebook.apply(changes.note_answered(note, key))
        return becomes(notebook, replace(note, answer=key))


def _answer(p: argparse.ArgumentParser) -> None:
    p.add_argument("note")
    p.add_argument("choice")


def do_promise(wish: Wish) -> int:
    """Record what they said about the decision; prints what follows from it."""
    given = wish.words
    if not given.text.strip():
        raise Problem(Words(QT_TRANSLATE_NOOP("cli", "What did they say? The words of a promise are missing.")))
    with writing(wish) as notebook:
        case, me = the_case(notebook, given.interview), notebook.me()
        by = the_person(case, given.by).id if given.by else None
        permission = Permission(given.permission) if given.permission else None
        workdays = holidays(me, wish.now)
        heard = changes.heard_on(case)
        window = promise.read(given.text, heard, workdays, me.locale or places.local_locale())
        notebook.apply(changes.promise_heard(case, given.text, window, heard, by, permission))
        cases, loose = notebook.cases(), notebook.touches()
    after = next(each for each in cases if each.interview.id == case.interview.id)
    rules, others = rules_of(wish), agenda.around(cases, loose).get(case.interview.id)
    wait = agenda.to_ask(after, workdays, rules, others) or etiquette.wait(after, workdays, rules)
    print(f"not before {wait.floor.isoformat()}, best {wait.best.isoformat()} ({wait.rule})")
    print(str(wait.why))
    return DONE


def _promise(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("text", metavar="words")
    p.add_argument("--permission", choices=[str(each) for each in Permission])
    p.add_argument("--by", metavar="PERSON")


def do_when(wish: Wish) -> int:
    """Tell what words about the decision would mean; nothing is recorded."""
    given = wish.words
    on = date.fromisoformat(given.on) if given.on else wish.now.date()
    if wish.folder.is_dir():
        with reading(wish) as notebook:
            me = notebook.me()
    else:
        me = Me()
    workdays = business_days((given.country or me.country or country_of(places.local_locale())).upper(), on)
    window = promise.read(given.text, on, workdays, given.locale or me.locale or places.local_locale())
    wait = None
    if window != promise.Reading():
        heard = Promise(id="when", interview="when", words=given.text, earliest=window.earliest, latest=window.latest, heard=on)
        told = Interview(id="when", company="", role="", start=on)
        wait = etiquette.wait(Case(told, promises=(heard,)), workdays, rules_of(wish))
    why = str(wait.why) if wait else "There is no date in these words."
    if given.json:
        show(as_json.reading(given.text, window, wait, why))
    elif wait:
        print(f"not before {wait.floor.isoformat()}, best {wait.best.isoformat()} ({wait.rule})\n{why}")
    else:
        print(why)
    return DONE


def _when(p: argparse.ArgumentParser) -> None:
    p.add_argument("text", metavar="words")
    p.add_argument("--on", type=iso_date, metavar="DATE")
    p.add_argument("--country", metavar="CC")
    p.add_argument("--locale", metavar="xx_YY")
    p.add_argument("--json", action="store_true")


VERBS = {
    "note": Verb(do_note, _note),
    "answer": Verb(do_answer, _answer),
    "promise": Verb(do_promise, _promise),
    "when": Verb(do_when, _when),
}
"""These verbs by name."""
