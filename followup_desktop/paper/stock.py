"""Sheets and the cards on them: read from stock.toml, chosen by country, measured in mm."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words

UNPRINTABLE = 6.35
"""Margin in mm at every edge of a sheet that office printers leave blank (a quarter of an inch)."""

_OVERHANG = 1.5
"""How far in mm a swash may reach over the edge of the text."""

FOLDS = ("quarter", "half", "flat")
"""How a sheet becomes cards: printed on one side and folded twice; on both sides and folded once; on both sides, not folded."""

_LETTER_COUNTRIES = frozenset({"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"})
"""Where offices use Letter paper (Unicode CLDR, measurement data, paperSize US-Letter)."""

_SMALLEST, _LARGEST = 50.0, 500.0
_ROUNDING = 0.1
_MOST_ON_A_SHEET = 20
_LONGEST_NAME = 40
"""Letters of a name that go into a media name."""
LONGEST_NAME = 60
"""Letters of a card's own name: more have no room in a list."""
MOST_OWN = 50
"""So many sizes of one's own are read; a list that a friend shares holds a few."""
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_LONGEST_FAULT = 120
_MEDIA = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}|")
"""A PWG 5101.1 name or nothing: it becomes a word of a command line, and brings no second one along."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a panel in mm; `x`, `y` is its top left corner, counted from the panel's top left corner."""

    x: float
    y: float
    width: float
    height: float


def parse_stocks(toml: str) -> tuple[Stock, ...]:
    """The stocks of a file like resources/stock.toml, in its order. Raises `Problem` for what cannot be printed on."""
    return tuple(_stock(entry, number) for number, entry in enumerate(_entries(toml), 1))


@dataclass(frozen=True, slots=True)
class OwnStocks:
    """The sizes in a file of the user's that can be printed on, and in words why others cannot."""

    stocks: tuple[Stock, ...] = ()
    faults: tuple[Words, ...] = ()


def parse_own(toml: str, others: Sequence[Stock] = ()) -> OwnStocks:
    """The user's own sizes, at most `MOST_OWN`: one that is broken, or has the id of another one, keeps no other back.

    `others` are the sizes that are there already. An empty file holds none.
    """
    if not toml.strip():
        return OwnStocks()
    try:
        entries = _entries(toml)
    except Problem as problem:
        return OwnStocks((), (problem.what,))
    taken, found, faults = {stock.id for stock in others}, [], []
    for number, entry in enumerate(entries[:MOST_OWN], 1):
        try:
            made = _stock(entry, number)
        except Problem as problem:
            faults.append(problem.what)
            continue
        if made.id in taken:
            what = QT_TRANSLATE_NOOP("paper", "Your card size {name} is left out: there is another one with the id {id}.")
            faults.append(Words(what, {"name": made.name, "id": made.id}))
            continue
        taken.add(made.id)
        found.append(made)
    if len(entries) > MOST_OWN:
        what = QT_TRANSLATE_NOOP("paper", "Only the first {most} of your own card sizes are offered.")
        faults.append(Words(what, {"most": MOST_OWN}))
    return OwnStocks(tuple(found), tuple(faults))


def _entries(toml: str) -> list[object]:
    """The tables of a list of sizes. Raises `Problem` for what is no such list."""
    try:
        entries = tomllib.loads(toml).get("stock", [])
    except (ValueError, RecursionError) as error:  # numbers of thousands of digits, brackets in brackets in brackets
        what = QT_TRANSLATE_NOOP("paper", "The list of card sizes cannot be read: {fault}.")
        raise Problem(Words(what, {"fault": " ".join(str(error).split())[:_LONGEST_FAULT]})) from error
    if not isinstance(entries, list) or not entries:
        raise Problem(Words(QT_TRANSLATE_NOOP("paper", "The list of card sizes is empty.")))
    return entries


def _stock(entry: object, number: int) -> Stock:
    try:
        made = _made(entry)
    except (ArithmeticError, KeyError, TypeError, ValueError) as error:
        what = QT_TRANSLATE_NOOP("paper", "Card size {number} is not complete: {fault}.")
        raise Problem(Words(what, {"number": number, "fault": str(error)[:_LONGEST_FAULT]})) from error
    sizes = all(_SMALLEST <= size <= _LARGEST for size in (*made.sheet, *made.panel))
    if made.fold not in FOLDS or not sizes or not _cards_have_room(made):
        what = QT_TRANSLATE_NOOP("paper", "A card cannot be made with the size called {name}: its measures do not go together.")
        raise Problem(Words(what, {"name": made.name}))
    return made


def measured(name: str, width: float, height: float, fold: str) -> Stock:
    """The stock for cards out of a drawer, fed to the printer as they lie: `width` x `height` mm closed, "half" or "flat".

    A folded card is folded at its left edge. Raises `Problem` for a card that cannot be printed on, and for no name.
    """
    told = _one_line(name)[:LONGEST_NAME].strip()
    if not told:
        raise Problem(Words(QT_TRANSLATE_NOOP("paper", "Give this card a name, so that you find it again.")))
    if fold not in ("half", "flat"):
        raise ValueError(fold)
    sheet = (round(width * (2 if fold == "half" else 1), 2), round(height, 2))
    if not all(_SMALLEST <= size <= _LARGEST for size in (*sheet, width, height)):
        what = QT_TRANSLATE_NOOP("paper", "A card is between {least} and {most} mm wide and high, also when it lies open.")
        raise Problem(Words(what, {"least": int(_SMALLEST), "most": int(_LARGEST)}))
    plain = re.sub(r"[^a-z0-9]+", "-", told.casefold())[:_LONGEST_NAME].strip("-") or "card"
    media = f"custom_{plain}_{sheet[0]:g}x{sheet[1]:g}mm"
    return Stock(f"own-{plain}", told, sheet, (round(width, 2), round(height, 2)), fold, media=media)


def free_id(stock: Stock, others: Sequence[Stock]) -> Stock:
    """`stock` with an id that none of `others` has: two names in other scripts may make the same one."""
    taken = {each.id for each in others}
    ids = (stock.id if number == 1 else f"{stock.id}-{number}" for number in range(1, len(taken) + 2))
    return replace(stock, id=next(each for each in ids if each not in taken))


def _one_line(text: str) -> str:
    """`text` in one line without what cannot be seen."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def written(stocks: Sequence[Stock]) -> str:
    """`stocks` as a file that `parse_stocks` reads; empty where there are none."""
    return "\n".join(_table(stock) for stock in stocks)


def _table(stock: Stock) -> str:
    lengths = {"sheet": list(stock.sheet), "panel": list(stock.panel)}
    counts = {"columns": stock.columns, "rows": stock.rows}
    places = {"x": stock.x, "y": stock.y, "dx": stock.dx, "dy": stock.dy, "inset": stock.inset}
    texts = {"id": stock.id, "name": stock.name, "fold": stock.fold, "media": stock.media}
    # JSON's strings and numbers are TOML's too, but for DEL, which no printable name holds.
    lines = (f"{key} = {json.dumps(value)}" for key, value in {**texts, **lengths, **counts, **places}.items())
    return "[[stock]]\n" + "\n".join(lines) + "\n"


def open_size(stock: Stock) -> tuple[float, float]:
    """Width and height in mm of one card as it lies unfolded on its sheet."""
    width, height = stock.panel
    return width * (1 if stock.fold == "flat" else 2), height * (2 if stock.fold == "quarter" else 1)


def _cards_have_room(stock: Stock) -> bool:
    """Whether all cards lie on the sheet and none on another; a frame leaves at least half of the panel."""
    if stock.fold == "quarter" and (stock.columns, stock.rows, stock.x, stock.y) != (1, 1, 0.0, 0.0):
        return False
    axes = zip(stock.sheet, open_size(stock), (stock.columns, stock.rows), (stock.x, stock.y), (stock.dx, stock.dy), strict=True)
    for sheet, size, count, first, step in axes:
        last = first + (count - 1) * step
        if not 1 <= count <= _MOST_ON_A_SHEET or not 0 <= first <= last or not last + size <= sheet + _ROUNDING:
            return False
        if count > 1 and not step >= size - _ROUNDING:
            return False
    return 0 <= stock.inset <= min(stock.panel) / 4


def _made(entry: object) -> Stock:
    """The stock of one table. Raises KeyError, TypeError or ValueError for what is not there or no measure."""
    if not isinstance(entry, dict):
        raise TypeError("not a table")
    identity, name, fold, media = (str(entry[key]) for key in ("id", "name", "fold", "media"))
    if not _ID.fullmatch(identity) or not _MEDIA.fullmatch(media):
        raise ValueError("its id or the name of its sheet is none")
    if name != _one_line(name) or not 0 < len(name) <= LONGEST_NAME:
        raise ValueError("its name is none")
    columns, rows = (int(entry.get(key, 1)) for key in ("columns", "rows"))
    x, y, dx, dy, inset = (float(entry.get(key, 0.0)) for key in ("x", "y", "dx", "dy", "inset"))
    sheet, panel = _pair(entry["sheet"]), _pair(entry["panel"])
    return Stock(identity, name, sheet, panel, fold, columns, rows, x, y, dx, dy, media, inset)


def _pair(value: object) -> tuple[float, float]:
    if not isinstance(value, list) or len(value) != 2 or not all(isinstance(each, (int, float)) for each in value):  # noqa: PLR2004  (width and height)
        raise ValueError(f"{value} is not a width and a height")
    return float(value[0]), float(value[1])


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


def text_box(stock: Stock, ease: float = 1.0) -> Box:
    """Where the message stands on its panel. `ease` 1: comfortable margins; 0: the narrowest, for the smallest writing."""
    width, height = stock.panel
    least = max(UNPRINTABLE, stock.inset) + _OVERHANG
    side = max(least, (0.09 + 0.029 * ease) * width)
    top = max(least, (0.075 + 0.025 * ease) * height)
    bottom = max(least, (0.065 + 0.02 * ease) * height)
    return Box(side, top, width - 2 * side, height - top - bottom)


def office_paper(country: str) -> tuple[float, float]:
    """Width and height in mm of the paper that offices of `country` use: Letter or A4."""
    return (215.9, 279.4) if country.upper() in _LETTER_COUNTRIES else (210.0, 297.0)


def paper_sheet(stock: Stock) -> tuple[float, float]:
    """Width and height of the office paper that goes with a stock: Letter where its sheet is made in inches, else A4."""
    return (215.9, 279.4) if stock.media.startswith("na_") else (210.0, 297.0)
