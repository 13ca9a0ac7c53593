"""Faults of the world (a full disk, an unreadable file), said in the user's words."""

from __future__ import annotations

from followup_desktop.core.words import Words


class Problem(Exception):  # noqa: N818  (a word people use; not a fault of ours)
    """Something outside the program went wrong: one plain sentence of what happened, what is safe and what to do.

    Raised low, shown in one quiet bar by the window and in one line on standard error by the command line (exit 2).
    A `Problem` means that nothing was changed. Notes about people never stand in it; file names may.
    """

    def __init__(self, what: Words) -> None:
        super().__init__(str(what))
        self.what = what
