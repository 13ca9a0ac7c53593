"""The verbs that keep the notebook safe: backup, restore, check."""

from __future__ import annotations

import argparse
from datetime import UTC
from pathlib import Path

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store import backup, checking, restore
from followup_desktop.store.trouble import Damaged, name_of
from followup_desktop.verbs.wish import DONE, Verb, Wish, counted, needs, writing


def do_backup(wish: Wish) -> int:
    """Make a backup that was looked at from end to end, among the others or as a file of its own; works beside the window."""
    if wish.words.file:
        target = Path(wish.words.file)
        backup.to_file(wish.folder, target)
        print(f"{target}: {told(restore.inside(target, wish.folder))}")
        return DONE
    made = backup.make(wish.folder, wish.now, backup.Why.ASKED, always=True)
    if made is None:
        raise Problem(Words(QT_TRANSLATE_NOOP("cli", "There is no notebook yet, so there is nothing to keep.")))
    print(f"{made.path}: {told(restore.inside(made.path, wish.folder))}")
    return DONE


def do_restore(wish: Wish) -> int:
    """Put a backup in the place of the notebook, which is kept as a backup first."""
    path = Path(wish.words.file)
    if wish.words.dry_run:
        print(told(restore.inside(path, wish.folder)))
        return DONE
    try:
        with writing(wish) as notebook:
            notebook.restore(path, wish.now)
    except Damaged:
        for aside in restore.in_place_of_damaged(wish.folder, path, wish.now):
            print(f"moved aside: {aside}")
        with writing(wish):
            pass  # brings an older one up to date
    print(told(restore.inside(path, wish.folder)))
    return DONE


def do_check(wish: Wish) -> int:
    """Look at the notebook and every backup from end to end; names each that is not sound."""
    found = checking.check(wish.folder)
    print(f"notebook: sound, {counted(found.records, 'record')}")
    for each in backup.all_in(backup.folder_of(wish.folder)):
        if each not in found.rotten:
            print(f"backup of {each.made.astimezone(UTC):%Y-%m-%d %H:%M} UTC ({each.why}): sound")
    return needs(f"The backup {name_of(each.path)} is not sound; delete it." for each in found.rotten)


def told(inside: restore.Inside) -> str:
    """What a backup holds, in one line."""
    people = f"{inside.people} {'person' if inside.people == 1 else 'people'}"
    return f"{counted(inside.interviews, 'interview')}, {people}, {counted(inside.notes, 'note')}"


def _restore(p: argparse.ArgumentParser) -> None:
    p.add_argument("file", metavar="FILE")
    p.add_argument("--dry-run", action="store_true", help="only say what the backup holds")


VERBS = {
    "backup": Verb(do_backup, lambda p: p.add_argument("file", nargs="?", metavar="FILE")),
    "restore": Verb(do_restore, _restore),
    "check": Verb(do_check, lambda _: None),
}
"""These verbs by name."""
