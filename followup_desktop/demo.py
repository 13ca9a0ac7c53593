"""The demo: the sample job hunt's cards as PDFs, and a picture of every page in light and dark. Needs no screen."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from followup_desktop import places, shipped
from followup_desktop.core import employer, sample
from followup_desktop.core.find import folded
from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store.files import atomic_write
from followup_desktop.store.notebook import Notebook
from followup_desktop.store.workdays import workdays

SIZE = 1240, 800
SETTLE_MS = 600
"""How long a page may still do work in the background before its picture is taken."""


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
            notebook.apply(sample.job_hunt(text, now, places.local_zone(), workdays("GB", now.date()), notebook.me()))
            yield from _cards(notebook, folder)
        yield from _pictures(Path(scratch), folder, now)


def _cards(notebook: Notebook, folder: Path) -> Iterator[Path]:
    """A PDF of the finished cards of each interview, and one for each kind of sheet."""
    from followup_desktop.paper import card  # noqa: PLC0415
    from followup_desktop.paper.stops import stops  # noqa: PLC0415

    cases, me, writer = notebook.cases(), notebook.me(), shipped.writer()
    for case in cases:
        told = writer.panel(case, me, employer.printed_sentences(cases, case))
        for stock in shipped.stocks():
            ready = [letter for letter in told if letter.finished and not stops(letter, stock)]
            if ready:
                name = folded(case.interview.company).replace(" ", "-")
                path = folder / f"cards-{name}-{stock.id}.pdf"
                atomic_write(path, card.pdf(ready, stock), 0o644)
                yield path


def _pictures(scratch: Path, folder: Path, now: datetime) -> Iterator[Path]:
    """Every page of the window, light and dark, from a window that is drawn offscreen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415  (this verb alone brings Qt)
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from followup_desktop import app as program  # noqa: PLC0415
    from followup_desktop.ui import look  # noqa: PLC0415

    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else program.build(sys.argv)
    with tempfile.TemporaryDirectory(prefix="followup-empty-") as empty:
        for scheme in ("light", "dark"):
            look.apply(app, scheme)
            for notebook in (Path(empty), scratch):
                session = program.Session(notebook, now)
                window = session.window
                window.resize(*SIZE)
                window.show()
                for name, show in window.tour():
                    show()
                    loop = QEventLoop()
                    QTimer.singleShot(SETTLE_MS, loop.quit)
                    loop.exec()
                    path = folder / f"{name}-{scheme}.png"
                    if not window.grab().save(str(path)):
                        what = QT_TRANSLATE_NOOP("demo", "The picture “{file}” cannot be written.")
                        raise Problem(Words(what, {"file": str(path)}))
                    yield path
                session.close()
                session.deleteLater()
                app.processEvents()
