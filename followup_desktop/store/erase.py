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
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store import backup, content, place, restore, schema, trouble
from followup_desktop.store.notebook import Notebook

_TRACES = QT_TRANSLATE_NOOP(
    "store",
    "Erased, but the notebook’s file could not be written anew, so traces may be left in it. Make room on the disk, close "
    "other programs that read the notebook, and start this one again.",
)


@dataclass(frozen=True, slots=True)
class Backups:
    """What became of the backups: those written anew, and those that may still hold the person."""

    rewritten: int
    holding: tuple[Path, ...]


def from_notebook(notebook: Notebook, whom: Who) -> Problem | None:
    """Take that person out of an open notebook, and out of its file: what kept the file from being written anew, if anything.

    Raises `Problem` where nothing was changed. Once it returns, the person is gone and no undo fits what is stored.
    """
    notebook.apply(erasing.erased(notebook.everything(), whom))
    try:
        notebook.compact()
    except Problem:
        return Problem(Words(_TRACES))
    return None


def from_backups(places: tuple[Path, ...], whom: Who) -> Backups:
    """Take that person out of every backup in these folders of backups. Raises nothing: what is left is told.

    A folder that is not there just now may hold them, and so may a file among the places, which nobody can read.
    """
    rotten = tuple(each for each in places if not each.is_dir())
    rewritten, holding = 0, list(rotten)
    for folder in places:
        if folder in rotten:
            continue
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
        holding += sorted(folder.glob(f"*{backup.SUFFIX}{backup.UNFINISHED}"))  # a killed program left it
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
    """Where others may be told of beside the notebook in that folder, for `from_backups`.

    That is the folder of its backups where there is one, the second place, and damaged notebooks that were moved aside.
    """
    own = backup.folder_of(notebook)
    aside = sorted(notebook.glob(f"{restore.ASIDE}-*"))
    return (*((own,) if own.exists() else ()), *((Path(second),) if second else ()), *aside)
