"""The grammar as a whole: every expression of time in somebody's words."""

from __future__ import annotations

from followup_desktop.core.hearing.dated import date_at
from followup_desktop.core.hearing.feasts import feast_at
from followup_desktop.core.hearing.lengths import length_at
from followup_desktop.core.hearing.page import Found, Page
from followup_desktop.core.hearing.periods import period_at
from followup_desktop.core.hearing.weekdays import day_at

_GRAMMAR = (date_at, feast_at, length_at, period_at, day_at)


def expressions(page: Page) -> list[Found]:
    """Every expression of time in the words, from left to right, the longest at each place."""
    found: list[Found] = []
    at = 0
    while at < len(page.tokens):
        here = [each for grammar in _GRAMMAR if (each := grammar(page, at)) is not None]
        best = max(here, key=lambda each: each.end, default=None)
        if best is None:
            at += 1
            continue
        found.append(best)
        if best.span is not None:
            page.previous = best
        at = max(best.end, at + 1)
    return found
