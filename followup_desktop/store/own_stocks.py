"""The user's own card sizes: one small text file beside the notebook, of the same form as the list that is shipped.

The file may come from a friend, and whatever is in it never stops anything; what it means is read in the room of paper.
"""

from __future__ import annotations

from pathlib import Path

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store.files import atomic_write, read_limited
from followup_desktop.store.trouble import not_written

NAME, BEFORE = "stock.toml", "stock-before.toml"
MOST_BYTES = 100_000
"""Many times what fifty sizes take."""


class OwnStocks:
    """The file `stock.toml` in the user's data; it is made with the first size."""

    def __init__(self, data: Path) -> None:
        self._path, self._before = data / NAME, data / BEFORE
        self._read: tuple[tuple[int, int], str] = ((0, 0), "")

    def text(self) -> str:
        """What the file holds, read again only where it has changed; empty where there is none.

        Raises `Problem` for one that cannot be read.
        """
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return ""
        except OSError:
            return self._text()
        stamp = status.st_mtime_ns, status.st_size
        if stamp != self._read[0]:
            self._read = stamp, self._text()
        return self._read[1]

    def _text(self) -> str:
        data = read_limited(self._path, MOST_BYTES)
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            told = QT_TRANSLATE_NOOP("store", "Your card sizes (stock.toml) are no text, so none of them is offered.")
            raise Problem(Words(told)) from fault

    def save(self, text: str, *, keep_before: bool = False) -> None:
        """Put `text` in the file, whole; no text takes the file away. Raises `Problem` where the world refuses.

        `keep_before`: what stood there could not all be read, so it is kept as `stock-before.toml`.
        """
        if keep_before:
            atomic_write(self._before, read_limited(self._path, MOST_BYTES))
        if text:
            atomic_write(self._path, text.encode("utf-8", "replace"))
            return
        try:
            self._path.unlink(missing_ok=True)
        except OSError as fault:
            raise not_written(self._path, fault) from fault
