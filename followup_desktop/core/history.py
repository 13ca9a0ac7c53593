"""What was done and can be undone: data for one session, never written. Pure.

The order of work is the desk's: it writes the (reversed) change first and moves the history only when it is on disk, so
that a failed write leaves both where they were.
"""

from __future__ import annotations

from followup_desktop.core.records import Case, Change, Record

Pair = tuple[Record | None, Record | None]
"""One record as it was and as it is then."""


class History:
    """The changes done in this session, newest last, and those undone since.

    While one field is typed into, its saves become one change: `done(change, typing=field)` is merged with the save
    before it if that was of the same field and nothing came between. `end_typing` (the focus left the field) ends it.
    """

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._typing: str | None = None

    def done(self, change: Change, typing: str | None = None) -> None:
        """Take in a change that has been written. What was undone before can no longer be redone."""
        self._undone.clear()
        if typing is not None and typing == self._typing and self._done:
            change = merged(self._done.pop(), change)
        self._typing = typing
        if change.pairs:
            self._done.append(change)
        else:
            self._typing = None

    def end_typing(self) -> None:
        """The next save begins a change of its own."""
        self._typing = None

    def to_undo(self) -> Change | None:
        """The change that undo would take back (write its `reversed()`), or None."""
        return self._done[-1] if self._done else None

    def to_redo(self) -> Change | None:
        """The change that redo would write again, or None."""
        return self._undone[-1] if self._undone else None

    def undone(self) -> None:
        """The change of `to_undo` has been taken back."""
        self._undone.append(self._done.pop())
        self._typing = None

    def redone(self) -> None:
        """The change of `to_redo` has been written again."""
        self._done.append(self._undone.pop())
        self._typing = None


def merged(first: Change, second: Change) -> Change:
    """One change that does what `first` and then `second` did, under the first one's label.

    Each record appears once, from how it was before both to how it is after both; a record that ends as it began drops
    out, so that typing a word and taking it back leaves nothing to undo.
    """
    ends: dict[tuple[type[Record], str], Pair] = {}
    for before, after in (*first.pairs, *second.pairs):
        record = before if before is not None else after
        if record is None:
            continue
        key = (type(record), record.id)
        ends[key] = (ends[key][0] if key in ends else before, after)
    return Change(first.label, tuple(pair for pair in ends.values() if pair[0] != pair[1]))


def removal(case: Case) -> tuple[Pair, ...]:
    """The pairs that take an interview away with everything that hangs on it, from its drafts to its notes.

    The people stay: they may be met again.
    """
    hanging: tuple[Record, ...] = (
        *case.drafts,
        *case.cards,
        *case.touches,
        *case.tasks,
        *case.promises,
        *case.notes,
        case.interview,
    )
    return tuple((record, None) for record in hanging)
