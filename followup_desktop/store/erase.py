"""A person taken out of the notebook and its backups so that no byte of theirs is left in the files.

The notebook's own file is written anew (VACUUM) and its journal emptied. A backup is written anew as well, under the same
moment; one that cannot be is named, for the user to delete.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from followup_desktop.core import erasing
from followup_desktop.core.erasing import Who
from followup_desktop.core.problems import Problem
from followup_desktop.store import backup, content, place, schema, trouble
from followup_desktop.store.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Backups:
    """What became of the backups: those written anew, and those that may still hold the person."""

    rewritten: int
    holding: tuple[Path, ...]


def from_notebook(notebook: Notebook, whom: Who) -> None:
    """Take that person out of an open notebook, and out of its file. Raises `Problem`; before the first write nothing changes.

    No undo fits what is stored after this.
    """
    notebook.apply(erasing.erased(notebook.everything(), whom))
    notebook.compact()


def from_backups(folders: tuple[Path, ...], whom: Who) -> Backups:
    """Take that person out of every backup in these folders of backups. Raises nothing: what is left is told."""
    rewritten, holding = 0, []
    for folder in folders:
        try:
            found = backup.all_in(folder)
        except Problem:
            holding.append(folder)
            continue
        for each in found:
            try:
                rewritten += _rewritten(each, whom)
            except (Problem, OSError):
                holding.append(each.path)
    return Backups(rewritten, tuple(holding))


def _rewritten(kept: backup.Backup, whom: Who) -> bool:
    """True when the backup held the person and was written anew. Raises `Problem` and `OSError`; then it is as it was."""
    with trouble.told(kept.path):
        backup.verify(kept.path, kept.digest)
        with backup.unfinished(kept.path) as beside:
            with closing(backup.opened(kept.path)) as source:
                backup.copy(source, beside)
            if not _taken_out(beside, whom):
                return False
            with closing(backup.opened(beside)) as made:
                digest = content.digest(made)
            backup.verify(beside, digest)
            target = kept.path.with_name(kept.path.name.replace(kept.digest, digest))
            backup.put(beside, target)
    if target != kept.path:
        kept.path.unlink()
    return True


def _taken_out(copy: Path, whom: Who) -> bool:
    """Take the person out of a copy that nobody has open; False where it never held them."""
    connection = schema.connect(f"{copy.absolute().as_uri()}?mode=rw", uri=True)
    with closing(connection):
        place.bring_up_to_date(connection)
        inside = Notebook(copy, connection, None)
        change = erasing.erased(inside.everything(), whom)
        if change.pairs:
            inside.apply(change)
            inside.compact()
        connection.execute("PRAGMA journal_mode = DELETE")
    return bool(change.pairs)


def folders_of(notebook: Path, second: str) -> tuple[Path, ...]:
    """The folders of backups of that notebook: its own, and the second place where there is one."""
    own = backup.folder_of(notebook)
    return (own, Path(second)) if second else (own,)
