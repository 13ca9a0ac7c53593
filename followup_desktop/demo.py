"""The demo: the sample job hunt's cards as PDFs, and a picture of every page in light and dark. Needs no screen."""

from __future__ import annotations

import struct
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from math import sin
from pathlib import Path
from typing import Literal

from followup_desktop import places, shipped
from followup_desktop.core import agenda, employer, sample
from followup_desktop.core.find import folded
from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.letters import tasks
from followup_desktop.store.files import atomic_write
from followup_desktop.store.notebook import Notebook
from followup_desktop.store.workdays import workdays

OFFICE_DE, OFFICE_US = "Speicherstraße 9\n20457 Hamburg\nGermany", "1200 Market Street, Suite 400\nSan Francisco CA 94102"
OVERSEAS = "418 Alder Street\nPortland OR 97205"
"""Addresses for the envelopes: the sample's people have none, so that the kit asks for them."""


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
            yield from _fronts_and_sheets(notebook, folder)
            yield from _lists(notebook, folder, now)
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
        inch = size.media.startswith(("na_", "custom_"))
        sender = replace(me, address=OVERSEAS, country="US") if inch else replace(me, country="GB")
        there = tuple(replace(each, address=OFFICE_US if inch else OFFICE_DE) for each in case.interviewers)
        yield _written(folder, f"envelope-{size.id}", envelope.pdf(envelope.Envelopes(there, sender, size)))


def _fronts_and_sheets(notebook: Notebook, folder: Path) -> Iterator[Path]:
    """A front with a picture, a card out of a drawer, a sheet that is partly used, and what printers are measured with."""
    from followup_desktop.paper import alignment, card  # noqa: PLC0415
    from followup_desktop.paper.outside import Front, Outside  # noqa: PLC0415
    from followup_desktop.paper.picture import read_picture  # noqa: PLC0415
    from followup_desktop.paper.stock import measured, stock_named  # noqa: PLC0415
    from followup_desktop.paper.stops import stops  # noqa: PLC0415

    case, me = notebook.cases()[0], notebook.me()
    known = shipped.stocks()
    quarter, avery = stock_named(known, "quarter-a4"), stock_named(known, "avery-8315")
    mine = measured("Linen, from the drawer", 97, 140, "half")
    ready = [each for each in shipped.writer().panel(case, me) if each.finished and not stops(each, quarter)]
    if ready:
        outside = Outside(Front.PICTURE, read_picture(hills(840, 1188)), f"{me.name}, with thanks")
        yield _written(folder, "front-with-a-picture", card.pdf(ready[:1], quarter, outside=outside))
        fitting = [each for each in ready if not stops(each, mine, "Dancing Script")]
        if fitting:
            yield _written(
                folder, "card-from-the-drawer", card.pdf(fitting, mine, "Dancing Script", outside=Outside(back=me.name))
            )
        yield _written(folder, "sheet-begun-at-card-2", card.pdf(ready[:1], avery, start=1))
    yield _written(folder, "printer-test-sheet", alignment.test_sheet(mine))


def hills(width: int, height: int) -> bytes:
    """A picture of hills before a morning sky as a PNG file of so many points."""
    rows = bytearray()
    for y in range(height):
        rows.append(0)  # PNG, 9.2: this row is as it is
        for x in range(width):
            rows.extend(_hill(x / width, y / height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    told = (struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(told)


def _hill(x: float, y: float) -> tuple[int, int, int]:
    """The colour of one point: the nearest hill that covers it, else the sun, else the sky."""
    ridges = (
        (0.84 + 0.03 * sin(5 * x + 1), (38, 84, 92)),
        (0.72 + 0.05 * sin(4 * x + 4), (84, 138, 140)),
        (0.62 + 0.06 * sin(3 * x + 2.2), (150, 190, 186)),
    )
    covered = next((colour for top, colour in ridges if y > top), None)
    if covered is not None:
        return covered
    if (x - 0.66) ** 2 + ((y - 0.4) * 1.41) ** 2 < 0.016:  # noqa: PLR2004  (the sun's size)
        return 244, 190, 110
    return round(250 - 20 * y), round(240 - 12 * y), round(222 + 6 * y)


def _lists(notebook: Notebook, folder: Path, now: datetime) -> Iterator[Path]:
    """The month to hang up, the agenda, the proof of search and the address list, on the office paper of the writer."""
    from followup_desktop.paper import listings, month_page, table  # noqa: PLC0415
    from followup_desktop.paper.stock import office_paper  # noqa: PLC0415

    cases, me, today = notebook.cases(), notebook.me(), now.date()
    sheet = office_paper(me.country)
    first = today.replace(day=1)
    free = workdays(me.country, today)
    entries = agenda.all_entries(cases, now, free)
    quiet: set[date] = set()
    for found in (agenda.quiet(case, free) for case in cases):
        if found is not None:
            quiet.update(found[0] + timedelta(days=ahead) for ahead in range((found[1] - found[0]).days + 1))
    quiet -= {each.day for each in entries if each.kind in {agenda.Kind.FLOOR, agenda.Kind.BEST}}
    yield _written(folder, "month", month_page.pdf(entries, first, (sheet[1], sheet[0]), quiet=quiet))
    year, ahead = timedelta(days=365), timedelta(days=42)
    for name, told in (
        ("agenda", listings.agenda(entries, today, today + ahead)),
        ("proof-of-search", listings.proof_of_search(cases, me, today - year, today, now)),
        ("addresses", listings.address_list(notebook.people())),
    ):
        yield _written(folder, name, table.pdf(told, sheet))


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
