"""The verb of what was promised besides the decision: task."""

from __future__ import annotations

import argparse
from datetime import date

from followup_desktop.core import changes, sentences
from followup_desktop.core.find import find
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Case, Change, Task
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.verbs.wish import DONE, Verb, Wish, iso_date, writing

NO_DAY = "none"
"""Stands for a date where a promise is to have none."""
WHAT_TASK = Words(QT_TRANSLATE_NOOP("cli", "promise"))


def do_task(wish: Wish) -> int:
    """Tick a promise off on a day (today), open it again, or have it due on another day ("none": on no day)."""
    given = wish.words
    with writing(wish) as notebook:
        promised = [(task, case) for case in notebook.cases() for task in case.tasks]
        task, case = find(given.task, promised, lambda each: each[0].id, lambda each: names(*each), WHAT_TASK)
        change = changed(task, given.word, given.day, wish.now.date())
        notebook.apply(change)
    after = next((after for _, after in change.pairs if isinstance(after, Task)), task)
    print(f"{after.id}  {sentences.task_title(after, case)}  ({state(after)})")
    return DONE


def names(task: Task, case: Case) -> tuple[str, str]:
    """What a promise is found by: its words, alone and with the company."""
    title = str(sentences.task_title(task, case))
    return title, f"{case.interview.company}, {title}"


def changed(task: Task, word: str, day: str | None, today: date) -> Change:
    """What that word does to the promise. Raises `Problem` where a day is missing, or where there can be none."""
    if word == "due":
        if day is None:
            raise Problem(Words(QT_TRANSLATE_NOOP("cli", "On which day is it due? Say task TASK due DATE, or due none.")))
        return changes.task_due(task, None if day == NO_DAY else date.fromisoformat(day))
    if day == NO_DAY or (word == "open" and day is not None):
        raise Problem(Words(QT_TRANSLATE_NOOP("cli", "Only done and due take a date; “none” is for due.")))
    return changes.task_done(task, (date.fromisoformat(day) if day else today) if word == "done" else None)


def state(task: Task) -> str:
    """How the promise stands, in words."""
    if task.done_on is not None:
        return f"done {task.done_on.isoformat()}"
    return f"due {task.due.isoformat()}" if task.due is not None else "no day"


def day_or_none(text: str) -> str:
    """An ISO date, checked, or "none"."""
    return text if text == NO_DAY else iso_date(text)


def _task(p: argparse.ArgumentParser) -> None:
    p.add_argument("task", metavar="TASK", help="its id, or a part of its words")
    p.add_argument("word", choices=["done", "open", "due"])
    p.add_argument("day", nargs="?", type=day_or_none, metavar="DATE")


VERBS = {"task": Verb(do_task, _task)}
"""These verbs by name."""
