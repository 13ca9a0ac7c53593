"""A plain table on office paper: a title, column heads on each page, rows that wrap, numbered pages. Lengths in mm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.paper import block
from followup_desktop.paper.document import Document
from followup_desktop.paper.shape import clean

SIDE, TOP, FOOT = 18.0, 20.0, 16.0
"""Margins of a page."""
_GUTTER = 4.0
_TITLE, _BODY, _SMALL = 2.6, 1.5, 1.2
"""x-heights."""
_PITCH = 4.6
_ROW_GAP = 2.2
_DARK, _GREY, _RULE = "0.13 g", "0.38 g", "0.75 G 0.2 w"


@dataclass(frozen=True, slots=True)
class Table:
    """What stands in a table. Each row has as many cells as there are `heads`; `shares` divides the width among them.

    `told` stands below the title, `empty` in place of rows where there are none, `foot` below the last row.
    """

    title: str
    told: str
    heads: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str
    foot: str = ""

    @property
    def notes(self) -> tuple[Words, ...]:
        """The cells that no font here can write whole, to be written by hand: an empty frame stands for each letter."""
        what = QT_TRANSLATE_NOOP("paper", "No font here has every letter of “{words}”: write it by hand.")
        cells = dict.fromkeys(clean(line) for row in self.rows for cell in row for line in cell.split("\n"))
        return tuple(Words(what, {"words": cell.strip()}) for cell in cells if not block.writable(cell))


def pdf(table: Table, sheet: tuple[float, float]) -> bytes:
    """The table as a PDF on sheets of that width and height, the same bytes for the same table."""
    document = Document(table.title)
    pages = _pages(table, sheet)
    for number, page in enumerate(pages, 1):
        _draw(document, table, page, sheet, (number, len(pages)))
    return document.file()


_Cell = list[block.Row]
_Row = list[_Cell]


def _pages(table: Table, sheet: tuple[float, float]) -> list[list[_Row]]:
    """The rows page by page; a row that is higher than a page goes on over the next one."""
    widths = _widths(table, sheet[0])
    room = sheet[1] - TOP - FOOT - _head_height(table) - (_PITCH * 2 if table.foot else 0)
    most = max(1, int((room - _ROW_GAP) // _PITCH))
    pages: list[list[_Row]] = [[]]
    left = room
    for texts in table.rows:
        row = [_wrapped(text, width) for text, width in zip(texts, widths, strict=True)]
        while any(row):
            part = [cell[:most] for cell in row]
            row = [cell[most:] for cell in row]
            height = _height(part)
            if height > left and pages[-1]:
                pages.append([])
                left = room
            pages[-1].append(part)
            left -= height
    return pages


def _widths(table: Table, width: float) -> list[float]:
    whole = width - 2 * SIDE - _GUTTER * (len(table.heads) - 1)
    return [whole * share / sum(table.shares) for share in table.shares]


def _wrapped(text: str, width: float) -> _Cell:
    return [row for line in text.split("\n") if line.strip() for row in block.rows(line, _BODY, width)]


def _height(row: _Row) -> float:
    return max((len(cell) for cell in row), default=1) * _PITCH + _ROW_GAP


def _head_height(table: Table) -> float:
    return 9.0 + (6.0 if table.told else 0.0) + 8.0


def _draw(document: Document, table: Table, rows: Sequence[_Row], sheet: tuple[float, float], number: tuple[int, int]) -> None:
    width, height = sheet
    y = height - TOP
    drawn = [f"{_DARK}\n{block.draw_line(document, table.title, (SIDE, y), _TITLE)}"]
    y -= 9.0
    if table.told:
        size = block.fitted(table.told, _BODY, width - 2 * SIDE)
        drawn.append(f"{_GREY}\n{block.draw_line(document, table.told, (SIDE, y), size)}")
        y -= 6.0
    lefts, widths = [SIDE], _widths(table, width)
    for each in widths[:-1]:
        lefts.append(lefts[-1] + each + _GUTTER)
    for head, x in zip(table.heads, lefts, strict=True):
        drawn.append(f"{_GREY}\n{block.draw_line(document, head, (x, y), _SMALL)}")
    y -= 2.4
    drawn.append(_rule(y, width))
    y -= 5.6
    if not table.rows:
        drawn.append(f"{_DARK}\n{block.draw_line(document, table.empty, (SIDE, y), _BODY)}")
        y -= _PITCH + _ROW_GAP
    for row in rows:
        for cell, x, widest in zip(row, lefts, widths, strict=True):
            lines = (block.draw_row(document, line, (x, y - at * _PITCH), _BODY, widest) for at, line in enumerate(cell))
            drawn.append(f"{_DARK}\n" + "\n".join(lines))
        y -= _height(row)
    if table.foot and number[0] == number[1]:
        drawn.append(_rule(y + 1.6, width))
        drawn.append(f"{_GREY}\n{block.draw_line(document, table.foot, (SIDE, y - 3.4), _SMALL)}")
    if number[1] > 1:
        of = f"{number[0]} / {number[1]}"
        drawn.append(f"{_GREY}\n{block.draw_line(document, of, (width - SIDE - block.width(of, _SMALL), FOOT - 5), _SMALL)}")
    document.page(width, height, "\n".join(drawn))


def _rule(y: float, width: float) -> str:
    return f"{_RULE} {SIDE} {y:.3f} m {width - SIDE:.3f} {y:.3f} l S"
