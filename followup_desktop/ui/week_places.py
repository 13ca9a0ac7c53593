"""Where the entries of a week stand in the viewport: those of any time in lanes, those with hours below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import QRect

from followup_desktop.ui import week_layout
from followup_desktop.ui.days import Item
from followup_desktop.ui.look import px
from followup_desktop.ui.month_cells import ENTRY, SIDE
from followup_desktop.ui.week_layout import Column, minutes
from followup_desktop.ui.week_model import Day


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one entry stands in the viewport; `item` is None where so many `more` are only counted."""

    rect: QRect
    item: Item | None
    column: int
    row: int = -1
    more: int = 0
    timed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The week as it lies now."""

    shown: Sequence[Day]
    columns: Sequence[Column]
    spans: Sequence[tuple[int, int]]
    """Left end and width of each day, without the line at its end."""
    lanes: int
    """So many entries of any time have room."""
    hour: int
    """Height of an hour."""
    y: Callable[[int], int]
    """Where a minute of the day lies."""
    right_to_left: bool

    def spots(self) -> list[Spot]:
        """Where the entries of all days stand."""
        return [spot for column in range(len(self.columns)) for spot in (*self.lane_spots(column), *self.timed_spots(column))]

    def lane_spots(self, column: int) -> list[Spot]:
        """Where that day's entries of any time stand; what finds no lane is counted in the last one."""
        day, lanes = self.shown[column], self.lanes
        left, width = self.spans[column]
        side = 0 if self.columns[column].is_strip else px(SIDE)
        count = len(day.lane)
        shown = count if count <= lanes else max(0, lanes - 1)
        rects = [
            QRect(left + side, px(week_layout.LANE) + n * px(week_layout.PITCH), width - 2 * side, px(ENTRY))
            for n in range(min(count, lanes))
        ]
        found = [Spot(rect, item, column, row) for row, (rect, item) in enumerate(zip(rects[:shown], day.lane, strict=False))]
        if shown < count and rects:
            found.append(Spot(rects[-1], None, column, shown, count - shown))
        return found

    def timed_spots(self, column: int) -> list[Spot]:
        """Where that day's entries with hours stand; those at the same time share the width."""
        day = self.shown[column]
        left, width = self.spans[column]
        room, least = width - 2 * px(week_layout.BLOCK_GAP), px(week_layout.LEAST_BLOCK)
        spans = []
        for item in day.timed:
            begin = minutes(item.entry.time or time())
            end = minutes(item.entry.until) if item.entry.until is not None else week_layout.DAY_MINUTES
            spans.append((begin, max(end, begin + least * 60 // self.hour)))
        found = []
        for at, (item, span, (place, of)) in enumerate(zip(day.timed, spans, week_layout.shares(spans), strict=True)):
            each = room // of
            x = left + px(week_layout.BLOCK_GAP) + (of - 1 - place if self.right_to_left else place) * each
            top, bottom = self.y(span[0]), self.y(span[1])
            rect = QRect(x, top + 1, each - (px(2) if of > 1 else 0), bottom - top - 1)
            found.append(Spot(rect, item, column, len(day.lane) + at, timed=True))
        return found
