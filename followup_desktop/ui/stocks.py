"""All card sizes there are to choose from: those that are shipped, and the user's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Stock
from followup_desktop.core.words import Words
from followup_desktop.desk.desk import Desk


class Stocks:
    """Called, it gives every size, the user's own last. `faults` says why some of the user's own are not among them."""

    def __init__(self, desk: Desk, shipped: Callable[[], tuple[Stock, ...]]) -> None:
        self._file, self._shipped = desk.own_stocks, shipped
        self.faults: tuple[Words, ...] = ()

    def __call__(self) -> tuple[Stock, ...]:
        """Every size, the user's own last."""
        return (*self._shipped(), *self.own())

    def own(self) -> tuple[Stock, ...]:
        """The user's own sizes as their file is now."""
        from followup_desktop.paper.stock import parse_own  # noqa: PLC0415  (brings TOML's reader; not before first paint)

        try:
            found = parse_own(self._file.text(), self._shipped())
        except Problem as problem:
            self.faults = (problem.what,)
            return ()
        self.faults = found.faults
        return found.stocks

    def add(self, stock: Stock, instead: str = "") -> Stock:
        """Keep a size of the user's own, in the place of the one with the id `instead`; gives it with the id it got.

        Raises `Problem` where it cannot be written.
        """
        from followup_desktop.paper.stock import free_id  # noqa: PLC0415

        own = self.own()
        at = next((number for number, each in enumerate(own) if each.id == instead), len(own))
        rest = (*own[:at], *own[at + 1 :])
        made = free_id(stock, (*self._shipped(), *rest))
        self._write((*own[:at], made, *own[at + 1 :]))
        return made

    def remove(self, identity: str) -> None:
        """Take the size of that id out of the user's own. Raises `Problem` where that cannot be written."""
        self._write([each for each in self.own() if each.id != identity])

    def _write(self, own: Sequence[Stock]) -> None:
        from followup_desktop.paper.stock import written  # noqa: PLC0415

        self._file.save(written(own), keep_before=bool(self.faults))
