"""The documents that the command line prints as JSON: stable names, ISO dates, one list or object each.

The shapes are a promise to scripts: keys may be added, never renamed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from followup_desktop.core import agenda, etiquette, sentences
from followup_desktop.core.etiquette import DEFAULTS, Rules
from followup_desktop.core.promise import Reading
from followup_desktop.core.records import Case, Letter, Workdays
from followup_desktop.core.words import Words
from followup_desktop.letters.messages import Message


def day(value: date | None) -> str | None:
    """An ISO date, or null."""
    return None if value is None else value.isoformat()


def local(value: date | datetime | None) -> str | None:
    """Local time to the minute, `2026-11-24T10:00`; a date alone for an all-day one."""
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else day(value)


def interview(
    case: Case, now: datetime, workdays: Workdays, others: agenda.Around | None = None, rules: Rules = DEFAULTS
) -> dict[str, Any]:
    """One interview as `list --json` tells it; `others` is what is around it at the same employer."""
    told, promise = case.interview, case.promise
    ask = agenda.to_ask(case, workdays, rules, others)
    step = agenda.case_step(case, now, workdays, rules, others)
    return {
        "id": told.id,
        "company": told.company,
        "role": told.role,
        "start": local(told.start),
        "end": local(told.end),
        "zone": told.zone,
        "place": told.place,
        "round": told.round,
        "outcome": str(told.outcome),
        "cancelled": told.cancelled,
        "people": [
            {
                "id": person.id,
                "name": person.name,
                "address_as": person.address_as,
                "pronoun": person.pronoun,
                "title": person.title,
                "email": person.email,
                "card": str(case.card(person.id).state),
                "emailed": day(case.card(person.id).emailed_on),
            }
            for person in case.interviewers
        ],
        "notes": [{"id": note.id, "person": note.person, "text": note.text} for note in case.notes],
        "promise": promise and {"words": promise.words, "earliest": day(promise.earliest), "latest": day(promise.latest)},
        "permission": str(told.permission),
        "floor": ask and day(ask.floor),
        "best": ask and day(ask.best),
        "chosen": day(told.ask_on),
        "rule": ask and ask.rule,
        "why": ask and str(ask.why),
        "tasks": [
            {
                "id": task.id,
                "note": task.note,
                "person": task.person,
                "words": str(sentences.task_title(task, case)),
                "mine": task.mine,
                "due": day(task.due),
                "done": day(task.done_on),
            }
            for task in case.tasks
        ],
        "touches": [
            {"id": touch.id, "person": touch.person, "kind": str(touch.kind), "on": day(touch.on), "reason": touch.reason}
            for touch in case.touches
        ],
        "next": None
        if step.does is agenda.Does.NOTHING
        else {"what": str(step.act), "date": day(step.due), "why": str(step.reason)},
    }


def reading(words: str, window: Reading, wait: etiquette.Wait | None, why: str) -> dict[str, Any]:
    """What words about the decision would mean, as `when --json` tells it; nulls where they hold no date."""
    return {
        "words": words,
        "earliest": day(window.earliest),
        "latest": day(window.latest),
        "floor": day(wait.floor) if wait else None,
        "best": day(wait.best) if wait else None,
        "why": why,
        "rule": wait.rule if wait else None,
    }


def letter(told: Letter) -> dict[str, Any]:
    """One letter as `letters --json` tells it."""
    return {
        "interview": told.interview,
        "company": told.company,
        "person": told.person,
        "name": told.name,
        "greeting": told.greeting,
        "sentences": [
            {"text": sentence.text, "note": sentence.note, "origin": str(sentence.origin)} for sentence in told.sentences
        ],
        "closing": told.closing,
        "signature": told.signature,
        "findings": [
            {"level": str(finding.level), "code": finding.code, "text": str(finding.words)} for finding in told.findings
        ],
        "questions": [
            {
                "note": question.note,
                "text": str(question.words),
                "choices": [{"key": choice.key, "text": str(choice.words)} for choice in question.choices],
            }
            for question in told.questions
        ],
        "finished": told.finished,
    }


def message(told: Message, name: str, link: str, soon: Words | None) -> dict[str, Any]:
    """One message as `message --json` tells it; `link` opens it in a mail program, `soon` says why it would be too soon."""
    return {
        "kind": told.kind,
        "person": told.person,
        "name": name,
        "to": told.to,
        "subject": told.subject,
        "text": told.body,
        "mailto": link,
        "findings": [
            {"level": str(finding.level), "code": finding.code, "text": str(finding.words)} for finding in told.findings
        ],
        "too_soon": None if soon is None else str(soon),
    }


def entry(told: agenda.Entry) -> dict[str, Any]:
    """One line of the calendar as `agenda --json` tells it."""
    return {
        "date": day(told.day),
        "time": None if told.time is None else told.time.isoformat(timespec="minutes"),
        "kind": str(told.kind),
        "interview": told.interview or None,
        "person": told.person,
        "task": told.task,
        "until": None if told.until is None else told.until.isoformat(timespec="minutes"),
        "due": day(told.due),
        "done": told.done,
        "title": str(told.title),
        "why": None if told.why is None else str(told.why),
        "rule": told.rule,
    }


def import_report(
    new: dict[str, int], changed: dict[str, int], same: dict[str, int], skipped: Iterable[tuple[str, object]]
) -> dict[str, Any]:
    """What an import did, or would do, as `import --json` tells it."""
    return {
        "new": new,
        "changed": changed,
        "same": same,
        "skipped": [{"where": where, "why": str(why)} for where, why in skipped],
    }
