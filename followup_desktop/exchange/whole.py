"""The whole notebook as one file (`followup.json`, `.followup`): everything out, and back in without a difference.

The file is one JSON document: {"format": "followup.json", "version": 1, "records": {"person": [{...}], "interview": ...}}.
Each record stands with the fields of `core.records`; a field that is as a fresh record has it may be missing. Dates and
times are ISO 8601. A newer version may add kinds and fields: it is refused here, never half understood.

A file is hostile until read: its size, its records and every field are looked at first, and it comes in whole or not at all.
Nothing that the notebook holds is overwritten.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from followup_desktop.core import trash, written_out
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Binned, Change, Interview, Me, Person, Record
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.exchange import clean
from followup_desktop.exchange.bring_in import Plan

FORMAT, VERSION = "followup.json", 1
SUFFIXES = (".followup", ".json")
MOST_BYTES = 40_000_000
"""Largest file that is read: ten thousand interviews with everything about them take half of it."""
MOST_PARTS = 1_000_000
"""Objects and lists that a file may have: ten thousand interviews have a fifth of it. Counted before any is made."""
MOST_RECORDS = 500_000

_NOT_OURS = QT_TRANSLATE_NOOP(
    "exchange", "“{file}” is no notebook that Follow-Up Desktop has written, so nothing was added. Choose another file."
)
_NEWER = QT_TRANSLATE_NOOP(
    "exchange", "“{file}” was written by a newer Follow-Up Desktop, so nothing was added. Install that version."
)
_BROKEN = QT_TRANSLATE_NOOP("exchange", "“{file}” is damaged ({where}), so nothing was added. Choose another copy of it.")
_TOO_MANY = QT_TRANSLATE_NOOP("exchange", "“{file}” holds more than one notebook can, so nothing was added.")
_DIFFERS = QT_TRANSLATE_NOOP("exchange", "Your notebook tells it differently, so it was left as it is there.")
_LABEL = QT_TRANSLATE_NOOP("exchange", "Bring in a notebook")


def is_whole(name: str) -> bool:
    """True for the name of a file that this module reads."""
    return PurePath(name).suffix.lower() in SUFFIXES


def document(records: Iterable[Record]) -> bytes:
    """The file of all these records, in their order within each kind."""
    by_kind: dict[str, list[object]] = {name: [] for name in written_out.KINDS}
    for record in records:
        by_kind[type(record).__name__.lower()].append(written_out.plain(record))
    whole = {"format": FORMAT, "version": VERSION, "records": {name: told for name, told in by_kind.items() if told}}
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"


def read(data: bytes, name: str = "") -> tuple[Record, ...]:
    """The records in such a file. `name` is the file's name for sentences. Raises `Problem` for any other file."""
    called = clean.line(name) or FORMAT
    whole = _parsed(data, called)
    version, kinds = whole.get("version"), whole.get("records")
    if not isinstance(version, int) or not isinstance(kinds, dict):
        raise _broken(called, "version")
    if version > VERSION:
        raise Problem(Words(_NEWER, {"file": called}))
    found: list[Record] = []
    for kind, told in kinds.items():
        if kind not in written_out.KINDS or not isinstance(told, list):
            raise _broken(called, clean.line(kind, clean.NAME))
        if len(found) + len(told) > MOST_RECORDS:
            raise Problem(Words(_TOO_MANY, {"file": called}))
        for number, values in enumerate(told, 1):
            found.append(_record(kind, values, number, called))
    if len({(type(each), each.id) for each in found}) < len(found):
        raise _broken(called, "id")
    return tuple(found)


def _record(kind: str, values: object, number: int, called: str) -> Record:
    """One record, the `number`th of its kind. Raises `Problem`."""
    try:
        record = written_out.record(written_out.KINDS[kind], values)
    except written_out.Unreadable as fault:
        raise _broken(called, clean.line(f"{fault}, {number}", clean.NAME)) from fault
    if isinstance(record, Binned):
        try:
            trash.look_at(record)
        except Problem as fault:
            raise _broken(called, f"binned.records, {number}") from fault
    return record


def _parsed(data: bytes, called: str) -> dict[str, object]:
    """The document in a file of ours. Raises `Problem`."""
    if len(data) > MOST_BYTES or data.count(b"{") + data.count(b"[") > MOST_PARTS:
        raise Problem(Words(_TOO_MANY, {"file": called}))
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        whole = None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise Problem(Words(_NOT_OURS, {"file": called}))
    return whole


def _broken(called: str, where: str) -> Problem:
    return Problem(Words(_BROKEN, {"file": called, "where": where}))


def plan(records: Iterable[Record], held: Iterable[Record], name: str = "") -> Plan:
    """What bringing in `records` would do to a notebook that holds `held`; counts are by kind.

    Raises `Problem` where a record names one that is in neither.
    """
    called = clean.line(name) or FORMAT
    there = {(type(each), each.id): each for each in held}
    counts: dict[str, Counter[str]] = {"new": Counter(), "same": Counter()}
    fresh: list[Record] = []
    differ: list[tuple[str, Words]] = []
    for each in records:
        known, kind = there.get((type(each), each.id)), type(each).__name__.lower()
        if known is None and each != Me():
            fresh.append(each)
            counts["new"][kind] += 1
        elif known is None or known == each:
            counts["same"][kind] += 1
        else:
            differ.append((_called(each), Words(_DIFFERS)))
    all_of_them = {*there, *((type(each), each.id) for each in fresh)}
    for each in fresh:
        if not all_of_them.issuperset(written_out.names(each)):
            raise _broken(called, f"{type(each).__name__.lower()} {clean.line(each.id, clean.NAME)}")
    first = next((each.id for each in fresh if isinstance(each, Interview)), None)
    return Plan(
        change=Change(Words(_LABEL), tuple((None, each) for each in fresh)) if fresh else None,
        new=dict(counts["new"]),
        same=dict(counts["same"]),
        skipped=tuple(differ),
        interview=first,
    )


def _called(record: Record) -> str:
    """What to call a record in a list of what was left out."""
    if isinstance(record, Person | Me):
        return clean.line(record.name) or record.id
    if isinstance(record, Interview):
        return clean.line(f"{record.company}, {record.role}")
    return f"{type(record).__name__.lower()} {clean.line(record.id)}"
