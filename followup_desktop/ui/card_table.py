"""What lies on the table beside the letter: the card, a sheet to write it by hand with, its envelope, the kit.

`Table` holds plain values, and all that is made of it is pure: the picture on the screen and the file that is printed are
the same PDF. The PDF library loads when the first is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from followup_desktop.core.records import Case, Finding, Letter, Me, Person, Stock
from followup_desktop.core.words import Words
from followup_desktop.paper.impose import Panel, message_panel
from followup_desktop.paper.preview import Picture
from followup_desktop.ui.printing import Handling, Paper, card_paper

if TYPE_CHECKING:
    from followup_desktop.paper.by_hand import Writing
    from followup_desktop.paper.envelope import Envelope, Envelopes, Feed
    from followup_desktop.paper.fit import Fit
    from followup_desktop.paper.kit import Kit, Part
    from followup_desktop.paper.outside import Outside

HANDS = ("Caveat", "Indie Flower", "Kalam", "Dancing Script")
OFFICE = {(210.0, 297.0): ("A4", "iso_a4_210x297mm"), (215.9, 279.4): ("Letter", "na_letter_8.5x11in")}
"""Name and PWG 5101.1 media of the two sheets that guide and pocket sheets are made for."""


class Thing(StrEnum):
    """What may lie on the table."""

    CARD = "print"
    BY_HAND = "by-hand"
    ENVELOPES = "envelopes"
    KIT = "kit"


@dataclass(frozen=True, slots=True)
class Setup:
    """How things are made on this computer: cards and hand, the user's own writing, envelopes. Lengths in mm."""

    stock: Stock
    hand: str
    outside: Outside
    length: float = 100.0
    """`by_hand.SENTENCE` in the user's writing."""
    distance: float = 8.0
    trace: bool = True
    envelope: str = ""
    """An envelope's id; empty for the smallest that the card goes into."""
    feed: str = "long-edge"
    part: str = "pocket sheet"
    """The part of the kit that is shown, and printed by itself."""


@dataclass(frozen=True, slots=True)
class Table:
    """One thing on the table, for one letter of a case."""

    thing: Thing
    setup: Setup
    letter: Letter
    case: Case
    me: Me
    """Who writes, with a country."""


@dataclass(frozen=True, slots=True)
class Made:
    """What the worker made: the picture of one page or panel of `size` mm, and what paper says."""

    table: Table
    picture: Picture
    size: tuple[float, float]
    page: int
    pages: int
    findings: tuple[Finding, ...]
    x_height: float
    other_hand: str
    """A hand that has every letter, where the chosen one lacks some; else empty."""
    remarks: tuple[Words, ...] = ()
    """What is to be known about it: an address to ask for, one stamp or more."""

    @property
    def letter(self) -> Letter:
        """The letter that it was made of."""
        return self.table.letter


def panels(stock: Stock) -> tuple[Panel, ...]:
    """The panels of a card that something may stand on, what is written first."""
    message = message_panel(stock)
    return (message, Panel.FRONT) if message is Panel.BACK else (message, Panel.FRONT, Panel.BACK)


def make(table: Table, panel: Panel, page: int, dpi: float) -> Made:
    """Lay the thing out, make its PDF and a picture: of that panel of a card, of that page (from 0) of all else.

    `dpi` is that of the picture. Raises `Problem` for what cannot be made.
    """
    from followup_desktop.paper import card, preview  # noqa: PLC0415  (the PDF library loads when it is needed)
    from followup_desktop.paper.fit import fit  # noqa: PLC0415
    from followup_desktop.paper.stops import of_fit, of_hand  # noqa: PLC0415

    setup, letter = table.setup, table.letter
    found = _fit(table, letter)
    other = next((each for each in HANDS if each != setup.hand and not fit(letter, setup.stock, each).missing), "")
    findings = (*of_fit(found), *of_hand(letter, found, setup.hand))
    said = findings, found.x_height, other if found.missing else ""
    if table.thing is Thing.CARD:
        data = card.screen_pdf(letter, setup.stock, setup.hand, setup.outside)
        shown = panel if panel in panels(setup.stock) else message_panel(setup.stock)
        return Made(table, preview.render_panel(data, setup.stock, 0, dpi, shown), setup.stock.panel, 0, 1, *said)
    data = file(table, [letter], draft=True)
    pages = preview.pages(data)
    page = min(page, pages - 1)
    picture = preview.render(data, page, dpi)
    sheet = paper(table, lies=picture.width > picture.height).sheet
    return Made(table, picture, sheet, page, pages, *said, remarks(table))


def _fit(table: Table, letter: Letter) -> Fit:
    """How a letter fits its card: printed, or in the user's own writing where a guide sheet lies on the table."""
    from followup_desktop.paper import by_hand  # noqa: PLC0415
    from followup_desktop.paper.fit import fit  # noqa: PLC0415

    setup = table.setup
    if table.thing is Thing.BY_HAND:
        return by_hand.fit(letter, setup.stock, writing(setup), setup.hand)
    return fit(letter, setup.stock, setup.hand)


def stops(table: Table, letter: Letter) -> tuple[Finding, ...]:
    """What keeps that letter from being made as what lies on the table."""
    from followup_desktop.paper.stops import of_fit  # noqa: PLC0415

    return of_fit(_fit(table, letter)) if table.thing in {Thing.CARD, Thing.BY_HAND} else ()


def to_print(table: Table, letters: Sequence[Letter], handling: Handling) -> bytes:
    """The file for a printer that is dealt with like that."""
    from followup_desktop.paper import alignment, card, envelope  # noqa: PLC0415

    setup, true = table.setup, alignment.from_kept(handling.measured)
    if table.thing is Thing.ENVELOPES:
        return envelope.pdf(envelopes(fed(table, handling.feed), letters), true)
    if table.thing is not Thing.CARD:
        return file(fed(table, handling.feed), letters)
    if handling.is_turned_by_hand:
        true = replace(true, as_book=True)
    return card.pdf(letters, setup.stock, setup.hand, outside=setup.outside, start=handling.used, alignment=true)


def fed(table: Table, feed: str) -> Table:
    """The table with that way to feed envelopes, where one is told."""
    return replace(table, setup=replace(table.setup, feed=feed)) if feed else table


def has_envelopes(table: Table) -> bool:
    """True where what is printed are envelopes."""
    return table.thing is Thing.ENVELOPES or (table.thing is Thing.KIT and table.setup.part == "envelopes")


def has_backs(table: Table) -> bool:
    """True where the second half of the pages are the backs of the envelopes."""
    if not has_envelopes(table):
        return False
    whole = kit_of(table).envelopes if table.thing is Thing.KIT else envelopes(table, [table.letter])
    return whole.backs > 0


def file(table: Table, letters: Sequence[Letter], *, draft: bool = False) -> bytes:
    """What lies on the table as a file, for these letters. Raises `Problem` where it cannot be printed."""
    from followup_desktop.paper import by_hand, card, envelope, kit  # noqa: PLC0415

    setup = table.setup
    if table.thing is Thing.CARD:
        return card.pdf(letters, setup.stock, setup.hand, outside=setup.outside, draft=draft)
    if table.thing is Thing.BY_HAND:
        return by_hand.pdf(letters, setup.stock, writing(setup), setup.hand, trace=setup.trace, draft=draft)
    if table.thing is Thing.ENVELOPES:
        return envelope.pdf(envelopes(table, letters))
    return kit.pdf(kit_of(table), [part_of(setup)])


def whole(table: Table, letters: Sequence[Letter]) -> bytes:
    """All of it as one file to keep: of the kit every part. Raises `Problem` as `file`."""
    from followup_desktop.paper import kit  # noqa: PLC0415

    return kit.pdf(kit_of(table)) if table.thing is Thing.KIT else file(table, letters)


def writing(setup: Setup) -> Writing:
    """How the user writes. Raises `Problem` for lengths that no hand has."""
    from followup_desktop.paper.by_hand import Writing  # noqa: PLC0415

    return Writing(setup.length, setup.distance)


def envelope_of(setup: Setup) -> Envelope:
    """The envelope that was chosen, else the smallest that the card goes into."""
    from followup_desktop.paper.envelope import ENVELOPES, envelope_for  # noqa: PLC0415

    return next((each for each in ENVELOPES if each.id == setup.envelope), None) or envelope_for(setup.stock)


def feed_of(setup: Setup) -> Feed:
    """How envelopes go into the printer; with the long edge first where what was kept is none."""
    from followup_desktop.paper.envelope import Feed  # noqa: PLC0415

    return Feed(setup.feed) if setup.feed in list(Feed) else Feed.LONG_EDGE


def envelopes(table: Table, letters: Sequence[Letter]) -> Envelopes:
    """The envelopes of these letters."""
    from followup_desktop.paper.envelope import Envelopes  # noqa: PLC0415

    people = [table.case.person(letter.person) for letter in letters]
    known: tuple[Person | None, ...] = tuple(person for person in people if person is not None)
    return Envelopes(known, table.me, envelope_of(table.setup), feed_of(table.setup))


def kit_of(table: Table) -> Kit:
    """The kit of the interview, with the envelope that was chosen."""
    from followup_desktop.paper.kit import kit_for  # noqa: PLC0415

    made = kit_for(table.case, table.me, table.setup.stock)
    return replace(made, envelope=envelope_of(table.setup), feed=feed_of(table.setup))


def part_of(setup: Setup) -> Part:
    """The part of the kit that was chosen."""
    from followup_desktop.paper.kit import Part  # noqa: PLC0415

    return Part(setup.part)


def paper(table: Table, *, lies: bool = False) -> Paper:
    """What goes into the printer for it; `lies` is true for pages that are wider than high."""
    from followup_desktop.paper.kit import Part  # noqa: PLC0415
    from followup_desktop.paper.stock import paper_sheet  # noqa: PLC0415

    setup = table.setup
    part = part_of(setup) if table.thing is Thing.KIT else None
    if table.thing is Thing.CARD or part is Part.CARDS:
        made = card_paper(setup.stock)
        return made if part is None else replace(made, sides="one-sided")
    if table.thing is Thing.ENVELOPES or part is Part.ENVELOPES:
        chosen = envelope_of(setup)
        short, long = sorted((chosen.width, chosen.height))
        return Paper(chosen.name, (long, short) if feed_of(setup).lies else (short, long), chosen.media)
    short, long = sorted(paper_sheet(setup.stock))
    name, media = OFFICE.get((short, long), (f"{short:g} × {long:g} mm", ""))
    return Paper(name, (long, short) if lies else (short, long), media)


def remarks(table: Table) -> tuple[Words, ...]:
    """What is to be known about it before it is printed."""
    from followup_desktop.paper.envelope import postage  # noqa: PLC0415

    if table.thing is Thing.ENVELOPES:
        met = table.case.person(table.letter.person)
        notes = envelopes(table, [table.letter]).notes
        return (*notes, postage(envelope_of(table.setup), table.me, met))
    return kit_of(table).notes if table.thing is Thing.KIT else ()
