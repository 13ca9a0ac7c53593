"""Notes and the promises in them are written together, whichever page a note was typed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from followup_desktop.core.records import Change
from followup_desktop.desk.desk import Desk

if TYPE_CHECKING:
    from followup_desktop.letters.writer import Writer


def follow_notes(desk: Desk, writer: Callable[[], Writer]) -> None:
    """From now on every change of the desk's brings the tasks up to its notes; the words are read when they are needed."""

    def follow(change: Change) -> Change:
        from followup_desktop.letters import tasks  # noqa: PLC0415  (not needed before the first change)

        cases = tasks.concerned(change, desk.cases())
        if not cases:
            return change
        me = desk.me()
        return tasks.followed(change, cases, replace(me, locale=me.locale or desk.locale), writer().lexicon, desk.workdays())

    desk.follow = follow
