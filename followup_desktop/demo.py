"""The demo: the sample job hunt's cards as PDFs, and a picture of every page in light and dark. Needs no screen."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Literal

from followup_desktop import places, shipped
from followup_desktop.core import employer, sample
from followup_desktop.core.find import folded
from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.letters import tasks
from followup_desktop.store.files import atomic_write
from followup_desktop.store.notebook import Notebook
from followup_desktop.store.workdays import workdays


def make_demo(folder: Path, now: datetime) -> Iterator[Path]:
    """Fill `folder` and give the path of each file as it is made. Raises `Problem` where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        what = QT_TRANSLATE_NOOP("demo", "The folder “{folder}” cannot be made: {fault}.")
        raise Problem(Words(what, {"folder": str(folder), "fault": fault.strerror or ""})) from fault
    with tempfile.TemporaryDirectory(prefix="followup-demo-") as scratch:
        with Notebook.open(Path(scratch)) as notebook:
            text = places.resource("sample.toml").read_text("utf-8")
            hunt = sample.job_hunt(text, now, places.local_zone(), workdays("GB", now.date()), notebook.me())
            notebook.apply(tasks.with_all(hunt, shipped.writer().lexicon))
            yield from _cards(notebook, folder)
            yield from _to_take_along(notebook, folder)
        yield from _pictures(Path(scratch), folder, now)


def _cards(notebook: Notebook, folder: Path) -> Iterator[Path]:
    """The finished cards of each interview on both common sheets, and one interview's on every kind of sheet."""
    from followup_desktop.paper import card  # noqa: PLC0415
    from followup_desktop.paper.stops import stops  # noqa: PLC0415

    cases, me, writer = notebook.cases(), notebook.me(), shipped.writer()
    for place, case in enumerate(cases):
        told = writer.panel(case, me, employer.printed_sentences(cases, case))
        for stock in shipped.stocks():
            ready = [letter for letter in told if letter.finished and not stops(letter, stock)]
            if ready and (place == 0 or stock.fold == "quarter"):
                yield _written(folder, f"cards-{case.interview.company}-{stock.id}", card.pdf(ready, stock))


def _to_take_along(notebook: Notebook, folder: Path) -> Iterator[Path]:
    """The kit for the interview that comes next, guide sheets to write its cards by hand, and an envelope of each size."""
    from followup_desktop.paper import by_hand, envelope, kit  # noqa: PLC0415

    cases, me = notebook.cases(), notebook.me()
    case, stock = cases[-1], shipped.stocks()[1]
    company = case.interview.company
    yield _written(folder, f"kit-{company}", kit.pdf(kit.kit_for(case, me, stock)))
    letters = shipped.writer().panel(cases[0], me)
    guides = by_hand.pdf(letters, stock, by_hand.Writing(), draft=True)
    yield _written(folder, f"by-hand-{cases[0].interview.company}", guides)
    for size in envelope.ENVELOPES:
        yield _written(folder, f"envelope-{size.id}", envelope.pdf(envelope.Envelopes(case.interviewers, me, size)))


def _written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / f"{folded(name).replace(' ', '-')}.pdf"
    atomic_write(path, content, 0o644)
    return path


def _pictures(scratch: Path, folder: Path, now: datetime) -> Iterator[Path]:
    """Every page of the window, light and dark: on an empty notebook, then on the sample."""
    from followup_desktop import app  # noqa: PLC0415  (this verb alone brings Qt)

    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    with tempfile.TemporaryDirectory(prefix="followup-empty-") as empty:
        for scheme in schemes:
            for notebook in (Path(empty), scratch):
                for name, picture in app.pictures(notebook, now, scheme):
                    path = folder / f"{name}-{scheme}.png"
                    atomic_write(path, picture, 0o644)
                    yield path
