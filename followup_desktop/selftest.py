"""The self-test of what was shipped: the whole way once, in a scratch folder, with everything that is loaded on it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from followup_desktop import places, shipped
from followup_desktop.core import changes, promise, sample
from followup_desktop.core.records import Case, Me, Workdays, zone
from followup_desktop.store.notebook import Notebook
from followup_desktop.store.workdays import workdays

NOW = datetime(2026, 11, 23, 12, 41, tzinfo=ZoneInfo("Europe/London"))
INVITATION = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Follow-Up Desktop//self-test//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:self-test
DTSTART:20261123T100000Z
DTEND:20261123T113000Z
SUMMARY:Interview: Platform engineer - Acme
ATTENDEE;CN=Nguyễn Thị Hồng:mailto:hong@acme.example
ATTENDEE;CN=Robin Ashworth:mailto:robin@ashworth.example
END:VEVENT
END:VCALENDAR
"""
LEAST_PICTURE = 5_000
"""Bytes that a page with anything on it takes at the least."""
ICONS = ("app", "plus", "card", "debrief", "print", "posted")


def self_test() -> int:
    """Run every check and say what is missing; the exit status: 0 when all is well, else 1."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    bad = 0
    with tempfile.TemporaryDirectory(prefix="followup-self-test-") as folder:
        for name, check in CHECKS:
            try:
                check(Path(folder))
            except Exception as fault:  # noqa: BLE001  (whatever is missing is to be said)
                bad += 1
                print(f"missing  {name}: {type(fault).__name__}: {fault}")  # noqa: T201
            else:
                print(f"ok       {name}")  # noqa: T201
    return 1 if bad else 0


def need(found: object, what: str) -> None:
    """Raise `LookupError` where something that must be there is not."""
    if not found:
        raise LookupError(what)


def _resources(_folder: Path) -> None:
    writer = shipped.writer()
    need(writer.templates.templates, "templates")
    need(writer.lexicon.verbs, "words")
    need(shipped.stocks(), "stocks")
    for name in ICONS:
        need(places.resource(f"icons/{name}.svg").is_file(), name)


def _zones(_folder: Path) -> None:
    for name in ("Europe/London", "America/New_York", "Asia/Tokyo"):
        need(zone(name).utcoffset(NOW.replace(tzinfo=None)) is not None, name)
    need(workdays("GB", NOW.date()).holidays, "public holidays")


def _the_way(folder: Path) -> None:
    """An invitation and a note become a card whose text another program's reader finds."""
    from followup_desktop.exchange import bring_in, ics  # noqa: PLC0415
    from followup_desktop.paper import card, preview  # noqa: PLC0415

    with Notebook.open(folder / "way") as notebook:
        me = Me(name="Robin Ashworth", emails=("robin@ashworth.example",), country="GB")
        notebook.apply(changes.me_set(notebook.me(), me))
        plan = bring_in.plan(ics.read_ics(INVITATION.encode(), "Europe/London"), (), (), me)
        need(plan.change, "the invitation")
        assert plan.change is not None
        notebook.apply(plan.change)
        case = _only(notebook)
        change, _ = changes.note_added(case, case.interviewers[0].id, "she began her career as a technical writer", NOW)
        notebook.apply(change)
        window = promise.read("by Thursday 3 December", NOW.date(), Workdays(), "en_GB")
        need(window.latest, "the reader of promises")
        letters = shipped.writer().panel(_only(notebook), me)
        need(letters and letters[0].finished, "a finished letter")
        stock = shipped.stocks()[0]
        pdf = card.pdf(letters, stock)
        need("technical writer" in " ".join(preview.text(pdf).split()), "the card's text")
        need(preview.render_panel(pdf, stock).pixels, "the card's picture")


def _only(notebook: Notebook) -> Case:
    (case,) = notebook.cases()
    return case


def _faces(_folder: Path) -> None:
    from followup_desktop.paper.faces import BOOK_FACES, HANDS, face  # noqa: PLC0415

    for name in HANDS + BOOK_FACES:
        need(face(name).characters, name)


def _pages(folder: Path) -> None:
    """Every page of the window is drawn once, and Qt's parts for printing are there."""
    from followup_desktop import app  # noqa: PLC0415  (brings Qt)
    from followup_desktop.ui.printing import printers  # noqa: PLC0415

    printers()
    with Notebook.open(folder / "pages") as notebook:
        text = places.resource("sample.toml").read_text("utf-8")
        notebook.apply(sample.job_hunt(text, NOW, "Europe/London", workdays("GB", NOW.date()), notebook.me()))
    for name, picture in app.pictures(folder / "pages", NOW, "light"):
        need(len(picture) > LEAST_PICTURE, name)


CHECKS: tuple[tuple[str, Callable[[Path], None]], ...] = (
    ("words, templates, card sizes, icons", _resources),
    ("time zones and holidays", _zones),
    ("faces", _faces),
    ("from an invitation to a card", _the_way),
    ("every page of the window", _pages),
)
