"""What the program ships beside its code, read once: words and templates for letters, sizes of cards."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from followup_desktop import places
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Stock
from followup_desktop.core.words import Words
from followup_desktop.store.files import load_texts
from followup_desktop.store.own_templates import OwnTemplates

if TYPE_CHECKING:
    from followup_desktop.letters.lexicon import Lexicon
    from followup_desktop.letters.writer import Writer


def writer(own: Mapping[str, str | Words] | None = None) -> Writer:
    """The writer of letters with the words and templates of resources/ and the user's `own` templates before them.

    `own` is file name to text, or to why the file cannot be read. The writer is kept as long as `own` stays the same.
    """
    return _writer(tuple((file, _Held(text)) for file, text in sorted((own or {}).items())))


def writer_for(own: OwnTemplates) -> Writer:
    """The writer of letters with the user's templates as their files are now; a file that has changed is read again."""
    try:
        return writer({each.file: each.fault or each.text for each in own.all()})
    except Problem:  # the folder cannot be looked into: the built-in templates stand in
        return writer()


class _Held:
    """A text, or why there is none: compared by its words alone."""

    def __init__(self, text: str | Words) -> None:
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.text == other.text

    def __hash__(self) -> int:
        return hash(str(self.text))


@lru_cache(maxsize=2)
def _writer(own: tuple[tuple[str, _Held], ...]) -> Writer:
    from followup_desktop.letters.template_set import gather  # noqa: PLC0415  (only who writes needs them)
    from followup_desktop.letters.writer import Writer  # noqa: PLC0415

    return Writer(_lexicon(), gather(_templates(), {file: held.text for file, held in own}))


@cache
def _lexicon() -> Lexicon:
    from followup_desktop.letters.lexicon import Lexicon  # noqa: PLC0415  (as above)

    return Lexicon.parse(load_texts(places.resource("words"), ".txt"))


@cache
def _templates() -> Mapping[str, str]:
    return load_texts(places.resource("templates"), ".txt")


@cache
def stocks() -> tuple[Stock, ...]:
    """The card sizes of resources/stock.toml, in its order."""
    from followup_desktop.paper.stock import parse_stocks  # noqa: PLC0415  (only who prints needs them)

    return parse_stocks(places.resource("stock.toml").read_text("utf-8"))
