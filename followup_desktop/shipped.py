"""What the program ships beside its code, read once: words and templates for letters, sizes of cards."""

from __future__ import annotations

from functools import cache

from followup_desktop import places
from followup_desktop.core.records import Stock
from followup_desktop.letters import templates
from followup_desktop.letters.lexicon import Lexicon
from followup_desktop.letters.writer import Writer
from followup_desktop.store.files import load_texts


@cache
def writer() -> Writer:
    """The writer of letters with the words and templates of resources/."""
    lexicon = Lexicon.parse(load_texts(places.resource("words"), ".txt"))
    return Writer(lexicon, templates.parse_all(load_texts(places.resource("templates"), ".txt")))


@cache
def stocks() -> tuple[Stock, ...]:
    """The card sizes of resources/stock.toml, in its order."""
    from followup_desktop.paper.stock import parse_stocks  # noqa: PLC0415  (only who prints needs them)

    return parse_stocks(places.resource("stock.toml").read_text("utf-8"))
