"""The interviews as a table (CSV) for a spreadsheet: the facts in one line each; the advice and the notes stay here.

Cells that a spreadsheet would run have an apostrophe before them (SAFETY, "an export cannot hurt").
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from followup_desktop.core.records import CardState, Case
from followup_desktop.exchange.contacts import guarded

COLUMNS = (
    *("Company", "Role", "Start", "End", "Time zone", "Place", "Kind", "Round", "Cancelled", "Outcome", "Outcome on"),
    *("Interviewers", "Arranged by", "Referred by", "They said", "Said on", "Earliest", "Latest", "May follow up"),
    *("Cards posted", "Follow-ups", "Last follow-up"),
)
_BETWEEN = "; "


def table(cases: Iterable[Case]) -> bytes:
    """The table of these interviews in their order: UTF-8 with a mark, as spreadsheets know it, lines as RFC 4180 has them."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for case in cases:
        writer.writerow([guarded(cell) for cell in _row(case)])
    return text.getvalue().encode("utf-8-sig")


def _row(case: Case) -> tuple[str, ...]:
    told, promise = case.interview, case.promise
    arranged, referred = case.person(told.arranged_by), case.person(told.referred_by)
    posted = [person for person in case.interviewers if case.card(person.id).state is CardState.POSTED]
    return (
        told.company,
        told.role,
        _day_and_time(told.start.isoformat()),
        _day_and_time(told.end.isoformat() if told.end else ""),
        told.zone,
        told.place,
        str(told.talk),
        str(told.round),
        "yes" if told.cancelled else "",
        str(told.outcome),
        told.outcome_on.isoformat() if told.outcome_on else "",
        _BETWEEN.join(person.name for person in case.interviewers),
        arranged.name if arranged else "",
        referred.name if referred else "",
        promise.words if promise else "",
        promise.heard.isoformat() if promise else "",
        promise.earliest.isoformat() if promise and promise.earliest else "",
        promise.latest.isoformat() if promise and promise.latest else "",
        str(told.permission),
        f"{len(posted)} of {len(case.interviewers)}",
        str(len(case.touches)),
        case.touches[-1].on.isoformat() if case.touches else "",
    )


def _day_and_time(iso: str) -> str:
    """An ISO time as spreadsheets read it: a blank in the place of the T, no seconds."""
    return iso.replace("T", " ")[: len("2026-11-24 10:00")]
