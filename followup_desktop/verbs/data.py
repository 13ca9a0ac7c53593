"""The verbs that fill a notebook and write out what is in it: sample, import, export, demo."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from followup_desktop import as_json, places
from followup_desktop.core import sample
from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store import backup, files
from followup_desktop.store.notebook import Notebook
from followup_desktop.verbs.calendar import whole_calendar
from followup_desktop.verbs.notes import with_tasks
from followup_desktop.verbs.wish import DONE, Verb, Wish, counted, here, holidays, needs, reading, show, writing

if TYPE_CHECKING:
    from followup_desktop.exchange.bring_in import Plan


def do_sample(wish: Wish) -> int:
    """Fill an empty notebook with the sample job hunt."""
    with writing(wish) as notebook:
        if notebook.cases():
            raise Problem(Words(QT_TRANSLATE_NOOP("cli", "This notebook has interviews in it, so the sample was not added.")))
        me = notebook.me()
        text = places.resource("sample.toml").read_text("utf-8")
        change = sample.job_hunt(text, wish.now, places.local_zone(), holidays(me, wish.now), me)
        notebook.apply(with_tasks(notebook, change, wish.now))
        print(f"{len(notebook.cases())} interviews, {len(notebook.people())} people")
    return DONE


def do_import(wish: Wish) -> int:
    """Bring in invitations (.ics), address books (.vcf, .csv), a whole notebook (.followup); a second time changes nothing."""
    given = wish.words
    total: dict[str, Counter[str]] = {"new": Counter(), "changed": Counter(), "same": Counter()}
    skipped: list[tuple[str, object]] = []
    lines: list[str] = []
    looks: list[str] = []
    read = [(Path(name).name, planner(Path(name))) for name in given.files]
    with reading(wish) if given.dry_run else writing(wish) as notebook:
        for name, planned in read:
            plan = planned(notebook)
            for kind, counts in (("new", plan.new), ("changed", plan.changed), ("same", plan.same)):
                total[kind].update(counts)
            skipped += plan.skipped
            lines += [f"{where or name}: {why}" for where, why in plan.skipped]
            looks += [f"{where or name}: {why}" for where, why in plan.doubts]
            if plan.whose:
                lines.append(f"{name}: which of these is you? {', '.join(plan.whose)}. Say it with me --email.")
            if plan.change and not given.dry_run:
                backup.make(wish.folder, wish.now, backup.Why.IMPORT)
                notebook.apply(plan.change)
    if given.json:
        show(as_json.import_report(dict(total["new"]), dict(total["changed"]), dict(total["same"]), skipped))
    else:
        for kind, told in total.items():
            print(f"{kind:<8} {', '.join(f'{count} {record}' for record, count in told.items()) or '-'}")
        for line in dict.fromkeys(looks):
            print(f"{'look at':<8} {line}")
    return needs(dict.fromkeys(lines))


def _import(p: argparse.ArgumentParser) -> None:
    p.add_argument("files", nargs="+", metavar="FILE")
    p.add_argument("--dry-run", action="store_true")
    p.add_argument("--json", action="store_true")


def planner(path: Path) -> Callable[[Notebook], Plan]:
    """What bringing that file in would do, as a function of the notebook. Raises `Problem` where there is nothing in it."""
    from followup_desktop.exchange import bring_in, bring_in_contacts, ics, whole  # noqa: PLC0415  (they load when there is a file)

    name = path.name
    if whole.is_whole(name):
        records = whole.read(files.read_limited(path, whole.MOST_BYTES), name)
        return lambda book: whole.plan(records, book.everything(), name)
    if bring_in_contacts.is_address_book(name):
        contacts = bring_in_contacts.read(files.read_limited(path, bring_in_contacts.most_bytes(name)), name)
        return lambda book: bring_in_contacts.plan(contacts, book.cases(), book.people(), here(book.me()))
    events = ics.read_ics(files.read_limited(path, ics.MOST_BYTES), places.local_zone(), name)
    return lambda book: bring_in.plan(events, book.cases(), book.people(), book.me())


def do_export(wish: Wish) -> int:
    """Write what is in the notebook to a file, by its ending: .json or .followup (everything), .csv, .vcf, .ics."""
    from followup_desktop.exchange import interviews_csv, people_vcf, whole  # noqa: PLC0415  (loads when a file is written)

    path = Path(wish.words.file)
    with reading(wish) as notebook:
        match path.suffix.lower():
            case ".json" | ".followup":
                records = notebook.everything()
                data, told = whole.document(records), counted(len(records), "record")
            case ".csv":
                cases = notebook.cases()
                data, told = interviews_csv.table(cases), counted(len(cases), "interview")
            case ".vcf":
                people = notebook.people()
                data, told = people_vcf.cards(people), f"{len(people)} {'person' if len(people) == 1 else 'people'}"
            case ".ics":
                data, told = whole_calendar(wish, notebook, path), counted(len(notebook.cases()), "interview")
            case _:
                words = QT_TRANSLATE_NOOP("cli", "The file's name must end in .json, .followup, .csv, .vcf or .ics.")
                raise Problem(Words(words))
    files.atomic_write(path, data)
    print(f"{path}: {told}")
    return DONE


def do_demo(wish: Wish) -> int:
    """Fill a folder with the sample job hunt's PDFs and a picture of every page, light and dark."""
    from followup_desktop.demo import make_demo  # noqa: PLC0415  (brings Qt)

    for name in make_demo(Path(wish.words.folder), wish.now):
        print(name)
    return DONE


VERBS = {
    "sample": Verb(do_sample, lambda _: None),
    "import": Verb(do_import, _import),
    "export": Verb(do_export, lambda p: p.add_argument("file", metavar="FILE")),
    "demo": Verb(do_demo, lambda p: p.add_argument("folder", metavar="DIR")),
}
"""These verbs by name."""
