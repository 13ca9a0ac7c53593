"""Sheets and the cards on them: read from stock.toml, chosen by country, measured in mm."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words

UNPRINTABLE = 6.35
"""Margin in mm at every edge of a sheet that office printers leave blank (a quarter of an inch)."""

FOLDS = ("quarter",)
"""The folds that this program can impose."""

_LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "CL", "CO", "PH", "GT", "CR", "SV", "HN", "NI", "PA", "VE", "DO", "PR", "BO"})
"""Where offices use Letter paper (Unicode CLDR, measurement data, paperSize US-Letter; Honduras and Bolivia from stationers)."""

_SMALLEST, _LARGEST = 50.0, 500.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a panel in mm; `x`, `y` is its top left corner, counted from the panel's top left corner."""

    x: float
    y: float
    width: float
    height: float


def parse_stocks(toml: str) -> tuple[Stock, ...]:
    """The stocks of a file like resources/stock.toml, in its order. Raises `Problem` for what cannot be printed on."""
    try:
        entries = tomllib.loads(toml).get("stock", [])
    except tomllib.TOMLDecodeError as error:
        what = QT_TRANSLATE_NOOP("paper", "The list of card sizes cannot be read: {fault}.")
        raise Problem(Words(what, {"fault": str(error)})) from error
    stocks = tuple(_stock(entry, number) for number, entry in enumerate(entries, 1))
    if not stocks:
        raise Problem(Words(QT_TRANSLATE_NOOP("paper", "The list of card sizes is empty.")))
    return stocks


def _stock(entry: Any, number: int) -> Stock:
    try:
        made = _made(entry)
    except (KeyError, TypeError, ValueError) as error:
        what = QT_TRANSLATE_NOOP("paper", "Card size {number} is not complete: {fault}.")
        raise Problem(Words(what, {"number": number, "fault": str(error)})) from error
    across, down = (2, 2) if made.fold == "quarter" else (1, 1)
    too_wide = made.panel[0] * across > made.sheet[0] + 0.01
    too_high = made.panel[1] * down > made.sheet[1] + 0.01
    sizes = (*made.sheet, *made.panel)
    if too_wide or too_high or made.fold not in FOLDS or not all(_SMALLEST <= size <= _LARGEST for size in sizes):
        what = QT_TRANSLATE_NOOP("paper", "A card cannot be made with the size called {name}: its measures do not go together.")
        raise Problem(Words(what, {"name": made.name}))
    return made


def _made(entry: Any) -> Stock:
    return Stock(
        id=str(entry["id"]),
        name=str(entry["name"]),
        sheet=_pair(entry["sheet"]),
        panel=_pair(entry["panel"]),
        fold=str(entry["fold"]),
        media=str(entry["media"]),
    )


def _pair(value: Any) -> tuple[float, float]:
    width, height = value
    return float(width), float(height)


def default_stock(stocks: Sequence[Stock], country: str) -> Stock:
    """The stock for who lives in `country` (ISO 3166-1 alpha-2): the first Letter one or the first A4 one."""
    media = "na_letter" if country.upper() in _LETTER_COUNTRIES else "iso_a4"
    return next((stock for stock in stocks if stock.media.startswith(media)), stocks[0])


def stock_named(stocks: Sequence[Stock], name: str) -> Stock:
    """The stock with that id. Raises `Problem` that lists the ids for a name that is none."""
    found = next((stock for stock in stocks if stock.id == name), None)
    if found is None:
        what = QT_TRANSLATE_NOOP("paper", "There is no card size called {name}. There are {names}.")
        raise Problem(Words(what, {"name": name, "names": ", ".join(stock.id for stock in stocks)}))
    return found


def text_box(stock: Stock) -> Box:
    """Where the message stands on its panel: margins of 11.9 % at the sides, 10 % above and 8.5 % below."""
    width, height = stock.panel
    side = max(UNPRINTABLE, 0.119 * width)
    top, bottom = max(UNPRINTABLE, 0.1 * height), max(UNPRINTABLE, 0.085 * height)
    return Box(side, top, width - 2 * side, height - top - bottom)
