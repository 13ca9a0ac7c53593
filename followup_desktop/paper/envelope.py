"""Envelopes: the lines of an address in the place where letter mail wants them, the return address, and what to stick on.

All lengths in mm. Rules of the posts: United States (USPS, Quick Service Guide 201 and Publication 28), United Kingdom
(Royal Mail, Clear addressing), Canada (Canada Post, standard letters), elsewhere the sizes of the Universal Postal Union.
Addresses are lines as the user gave them; only the country and a British town and postcode are put as the posts ask.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from followup_desktop.core.countries import country_of, in_capitals
from followup_desktop.core.records import Me, Person, Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.paper import block
from followup_desktop.paper.address_order import with_names
from followup_desktop.paper.alignment import TRUE, Alignment
from followup_desktop.paper.document import Document
from followup_desktop.paper.shape import clean
from followup_desktop.paper.stock import UNPRINTABLE

MOST_LINES = 6
"""Lines of an address that the posts read without trouble (UPU)."""

BLOCK_BOTTOM, BLOCK_TOP, BLOCK_SIDE = 15.875, 69.85, 12.7
"""Where a sorting machine looks for the address: 5/8 to 2 3/4 in above the lower edge, 1/2 in from the sides (USPS)."""

BARCODE_ZONE = (120.65, 15.875)
"""Width and height kept clear in the lower right corner (USPS: 4 3/4 x 5/8 in)."""

_STAMP_ZONE = 32.0
"""Kept clear of the address below the upper edge."""
_SIZES = (2.1, 1.9, 1.7, 1.55)
"""x-heights tried for the address, largest first: 11 to 8 pt."""
_PITCH = 2.45
"""Distance of baselines in x-heights."""
_LEFTMOST, _LEFT = 0.22, 0.4
"""Where the address begins as a part of the width: there, and further left only for long lines."""
_OVERHANG = 0.6
"""How far a glyph may reach over its advance."""
_RETURN_X_HEIGHT = 1.5
_RETURN_MARGIN = UNPRINTABLE + 1.65
_RETURN_WIDTH = 0.42
_LINES_BY_HAND = 4
_BLACK = "0.1"

_POSTCODE = re.compile(r"^(.*?)[\s,]*\b([A-Z]{1,2}[0-9][0-9A-Z]?) ?([0-9][A-Z]{2})$", re.IGNORECASE)
"""A British postcode at the end of a line (BS 7666), and what stands before it."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """A size of envelope as it is read, flap at the top: `width` x `height`. `media` is its PWG 5101.1 name."""

    id: str
    name: str
    width: float
    height: float
    media: str


ENVELOPES = (
    Envelope("a2", "A2 (4⅜ × 5¾ in)", 146.05, 111.125, "na_a2_4.375x5.75in"),
    Envelope("a6", "A6 (4¾ × 6½ in)", 165.1, 120.65, "custom_a6-envelope_4.75x6.5in"),
    Envelope("a7", "A7 (5¼ × 7¼ in)", 184.15, 133.35, "custom_a7-envelope_5.25x7.25in"),
    Envelope("no10", "No. 10 (4⅛ × 9½ in)", 241.3, 104.775, "na_number-10_4.125x9.5in"),
    Envelope("c6", "C6 (114 × 162 mm)", 162.0, 114.0, "iso_c6_114x162mm"),
    Envelope("dl", "DL (110 × 220 mm)", 220.0, 110.0, "iso_dl_110x220mm"),
    Envelope("c5", "C5 (162 × 229 mm)", 229.0, 162.0, "iso_c5_162x229mm"),
)
"""The sizes known here; those of North America first."""

_ROOM = 3.0
"""How much larger than its card an envelope is at least, both ways."""


class Feed(StrEnum):
    """Which edge of an envelope goes into the printer first: the page is made to lie that way, turned round by 180 or not."""

    LONG_EDGE = "long-edge"
    LONG_EDGE_TURNED = "long-edge-turned"
    SHORT_EDGE = "short-edge"
    SHORT_EDGE_TURNED = "short-edge-turned"

    @property
    def lies(self) -> bool:
        """True where the page is wider than high."""
        return self in {Feed.LONG_EDGE, Feed.LONG_EDGE_TURNED}


def envelope_named(name: str) -> Envelope:
    """The envelope of that id. Raises KeyError for a name that is none."""
    return {envelope.id: envelope for envelope in ENVELOPES}[name]


def envelope_for(stock: Stock) -> Envelope:
    """The smallest envelope that the closed card goes into; of sizes sold where the sheet is, if one is large enough."""
    short, long = sorted(stock.panel)
    inch = stock.media.startswith("na_")
    fitting = [each for each in ENVELOPES if each.width >= long + _ROOM and each.height >= short + _ROOM]
    local = [each for each in fitting if each.media.startswith("iso_") is not inch]
    return min(local or fitting or ENVELOPES[-1:], key=lambda each: each.width * each.height)


def address_lines(person: Person, me: Me) -> tuple[str, ...]:
    """What stands on the envelope to `person`: name, company, the address as given, the country where it goes abroad.

    In an East Asian script the names stand behind the address.

    A name or company that the address itself has is not repeated. A last line that names the sender's own country is left out.
    """
    given = _lines(person.address)
    to = _destination(person, me)
    if given and country_of(given[-1]):
        given = given[:-1]
    if to == "GB":
        given = _british(given)
    told = (clean(person.name).strip(), clean(person.company).strip())
    heads = [head for head in told if head and not _begins_one(head, given)]
    abroad = [in_capitals(to)] if given and to and to != me.country.upper() else []
    return (*with_names(heads, given), *abroad)


def return_lines(me: Me, *, abroad: bool = False) -> tuple[str, ...]:
    """The sender's name and address, with the country where the letter goes abroad; nothing where no address is known."""
    given = _lines(me.address)
    if not given:
        return ()
    own = me.country.upper() or country_of(given[-1]) or ""
    if country_of(given[-1]):
        given = given[:-1]
    if own == "GB":
        given = _british(given)
    name = clean(me.name).strip()
    heads = [name] if name and not _begins_one(name, given) else []
    country = in_capitals(own)
    return (*heads, *given, *([country] if abroad and country else []))


def _lines(address: str) -> list[str]:
    return [line for line in (clean(each).strip() for each in address.replace("\r\n", "\n").split("\n")) if line]


def _begins_one(head: str, lines: Sequence[str]) -> bool:
    """Whether one of `lines` begins with `head`: "Acme" is told by "Acme Corporation"."""
    return any(line.casefold().startswith(head.casefold()) for line in lines)


def _destination(person: Person, me: Me) -> str:
    """The country a letter goes to: as its address says, else the sender's own."""
    given = _lines(person.address)
    return (country_of(given[-1]) if given else None) or me.country.upper()


def _british(given: list[str]) -> list[str]:
    """Town and postcode in capitals, the postcode on a line of its own."""
    found = _POSTCODE.match(given[-1]) if given else None
    if found is None:
        return given
    before = [*given[:-1], *([found[1].rstrip(" ,")] if found[1].rstrip(" ,") else [])]
    if len(before) > 1:
        before[-1] = before[-1].upper()
    return [*before, f"{found[2]} {found[3]}".upper()]


def goes_abroad(person: Person, me: Me) -> bool:
    """True when the address names another country than the sender's."""
    return bool(me.country) and _destination(person, me) != me.country.upper()


@dataclass(frozen=True, slots=True)
class _Limits:
    """What a post takes as an ordinary letter, in mm: least and most height and length, and length / height."""

    least: tuple[float, float]
    most: tuple[float, float]
    ratio: tuple[float, float] = (1.0, 4.0)


_UPU = _Limits((90, 140), (125, 235))
_POSTS = {
    "US": _Limits((88.9, 127.0), (155.575, 292.1), (1.3, 2.5)),
    "GB": _Limits((70, 100), (165, 240)),
    "CA": _Limits((90, 140), (156, 245)),
}


def postage(envelope: Envelope, me: Me, person: Person | None = None) -> Words:
    """Whether one ordinary stamp is enough, or why not (E38); never a price. `person` None: within the sender's country."""
    limits = _POSTS.get(me.country.upper(), _UPU)
    heights, lengths = zip(limits.least, limits.most, strict=True)
    if not lengths[0] <= envelope.width <= lengths[1]:
        too_long = envelope.width > lengths[1]
        long = QT_TRANSLATE_NOOP("paper", "More than one stamp: {envelope} is too long for an ordinary letter.")
        short = QT_TRANSLATE_NOOP("paper", "The post may refuse it: {envelope} is too short for a letter.")
        return Words(long if too_long else short, {"envelope": envelope.name})
    if not heights[0] <= envelope.height <= heights[1]:
        high = QT_TRANSLATE_NOOP("paper", "More than one stamp: {envelope} is too high for an ordinary letter.")
        low = QT_TRANSLATE_NOOP("paper", "The post may refuse it: {envelope} is too low for a letter.")
        return Words(high if envelope.height > heights[1] else low, {"envelope": envelope.name})
    if not limits.ratio[0] <= envelope.width / envelope.height <= limits.ratio[1]:
        square = QT_TRANSLATE_NOOP("paper", "More than one stamp: {envelope} does not have the shape that machines sort.")
        return Words(square, {"envelope": envelope.name})
    if person is not None and goes_abroad(person, me):
        country = in_capitals(_destination(person, me)).title()
        return Words(QT_TRANSLATE_NOOP("paper", "Postage for abroad: it goes to {country}."), {"country": country})
    return Words(QT_TRANSLATE_NOOP("paper", "One stamp."))


@dataclass(frozen=True, slots=True)
class Envelopes:
    """Envelopes to print: one for each of `people`, None for a spare one with nothing but the return address."""

    people: tuple[Person | None, ...]
    me: Me
    envelope: Envelope
    feed: Feed = Feed.LONG_EDGE

    def add_to(self, document: Document, *, both_sides: bool = False) -> None:
        """Add their pages. In a file that is printed on `both_sides`, each has its back behind it, empty or not.

        A British return address stands on the back; in a file printed on one side the backs follow after all fronts.
        """
        backs: list[str] = []
        for person in self.people:
            self._page(document, self._front(document, person))
            if both_sides:
                self._page(document, self._back(document, person) if self._on_back else "")
            elif self.backs:
                backs.append(self._back(document, person))
        for back in backs:
            self._page(document, back)

    @property
    def backs(self) -> int:
        """How many pages at the end of a file that is printed on one side are the envelopes' backs, in the same order."""
        return len(self.people) if self._on_back and return_lines(self.me) else 0

    @property
    def notes(self) -> tuple[Words, ...]:
        """What is left to do by hand on these envelopes: addresses to ask for, lines that cannot be printed."""
        return tuple(note for person in self.people if person is not None for note in _notes(person, self.me, self.envelope))

    @property
    def _on_back(self) -> bool:
        return self.me.country.upper() == "GB"

    def _page(self, document: Document, content: str) -> None:
        width, height = self.envelope.width, self.envelope.height
        turned = {
            Feed.LONG_EDGE: "",
            Feed.LONG_EDGE_TURNED: f"-1 0 0 -1 {width:.3f} {height:.3f} cm",
            Feed.SHORT_EDGE: f"0 -1 1 0 0 {width:.3f} cm",
            Feed.SHORT_EDGE_TURNED: f"0 1 -1 0 {height:.3f} 0 cm",
        }[self.feed]
        page = f"q {turned}\n{content}\nQ" if turned else content
        document.page(*((width, height) if self.feed.lies else (height, width)), page)

    def _front(self, document: Document, person: Person | None) -> str:
        drawn = [f"{_BLACK} g"]
        if not self._on_back:
            at = (_RETURN_MARGIN, self.envelope.height - _RETURN_MARGIN)
            drawn += _return_address(document, self._return_lines(person), at, self.envelope.width * _RETURN_WIDTH)
        if person is not None:
            lines = _printed(person, self.me, self.envelope)
            laid = _laid(lines, self.envelope, room=0 if _lines(person.address) else _LINES_BY_HAND)
            drawn += [block.draw_row(document, row, (laid.x, y), laid.x_height) for row, y in laid.rows]
        return "\n".join(drawn)

    def _back(self, document: Document, person: Person | None) -> str:
        """The return address in the middle of the back, below the flap."""
        lines, widest = self._return_lines(person), self.envelope.width * _RETURN_WIDTH
        width = min(widest, _widest(lines) * _RETURN_X_HEIGHT)
        at = ((self.envelope.width - width) / 2, self.envelope.height * 0.45)
        return "\n".join([f"{_BLACK} g", *_return_address(document, lines, at, widest)])

    def _return_lines(self, person: Person | None) -> tuple[str, ...]:
        return return_lines(self.me, abroad=person is not None and goes_abroad(person, self.me))


def pdf(envelopes: Envelopes, alignment: Alignment = TRUE) -> bytes:
    """The envelopes alone as one PDF; pages of the envelope's size, as fed, moved for a printer of that alignment.

    Raises ValueError without any.
    """
    if not envelopes.people:
        raise ValueError("no envelope: a PDF has at least one page")
    document = Document("Envelopes", shifts=alignment.shifts(1))
    envelopes.add_to(document)
    return document.file()


@dataclass(frozen=True, slots=True)
class _Block:
    """An address laid out: left edge, size, and each row with its baseline's height above the lower edge."""

    x: float
    x_height: float
    rows: tuple[tuple[block.Row, float], ...]


def _laid(lines: Sequence[str], envelope: Envelope, *, room: int = 0) -> _Block:
    """`lines` in the zone for addresses, as large as all of them fit without a break, at the smallest size with breaks.

    Below them stays room for as many lines by hand.

    `_printed` gives no lines that have no room.
    """
    x_height = next((size for size in _SIZES if _widest(lines) * size <= _measure(envelope, _LEFTMOST)), _SIZES[-1])
    x_height = next((size for size in _SIZES if size <= x_height and len(lines) <= _most_rows(envelope, size)), _SIZES[-1])
    found = [row for line in lines for row in block.rows(line, x_height, _measure(envelope, _LEFTMOST))]
    widest = max((row.width * x_height for row in found), default=0.0)
    x = min(envelope.width * _LEFT, envelope.width - BLOCK_SIDE - _OVERHANG - widest)
    pitch = _PITCH * x_height
    low, high = BLOCK_BOTTOM + 0.8 * x_height, _top(envelope) - 1.6 * x_height
    last = max(low, (low + high - (len(found) - 1 - room) * pitch) / 2)
    return _Block(x, x_height, tuple((row, last + (len(found) - 1 - at) * pitch) for at, row in enumerate(found)))


def _widest(lines: Sequence[str]) -> float:
    return max((block.width(line, 1.0) for line in lines), default=0.0)


def _measure(envelope: Envelope, left: float) -> float:
    return envelope.width * (1 - left) - BLOCK_SIDE - _OVERHANG


def _top(envelope: Envelope) -> float:
    return min(BLOCK_TOP, envelope.height - _STAMP_ZONE)


def _most_rows(envelope: Envelope, x_height: float) -> int:
    return 1 + int((_top(envelope) - BLOCK_BOTTOM - 2.4 * x_height) / (_PITCH * x_height) + 1e-9)


def _has_room(lines: Sequence[str], envelope: Envelope) -> bool:
    """Whether `lines` have room in the zone at the smallest size."""
    size, measure = _SIZES[-1], _measure(envelope, _LEFTMOST)
    found = [row for line in lines for row in block.rows(line, size, measure)]
    return len(found) <= _most_rows(envelope, size) and all(row.width * size <= measure + 0.01 for row in found)


def _printed(person: Person, me: Me, envelope: Envelope) -> tuple[str, ...]:
    """The lines that can be printed: all of them, else the name alone, else none; never a part of an address."""
    lines, name = address_lines(person, me), (clean(person.name).strip(),)
    for wanted in (lines, name if name[0] in lines else ()):
        if all(block.writable(line) for line in wanted) and _has_room(wanted, envelope):
            return wanted
    return ()


def _notes(person: Person, me: Me, envelope: Envelope) -> list[Words]:
    name, lines = clean(person.name).strip(), address_lines(person, me)
    values = {"person": name}
    if not all(block.writable(line) for line in lines):
        what = QT_TRANSLATE_NOOP("paper", "No font here has every letter of the address of {person}: write the envelope by hand.")
        return [Words(what, values)]
    if not _lines(person.address):
        return [Words(QT_TRANSLATE_NOOP("paper", "The address of {person} is not known: ask reception for it."), values)]
    if _printed(person, me, envelope) != lines:
        what = QT_TRANSLATE_NOOP("paper", "The address of {person} is too long for this envelope: write it by hand.")
        return [Words(what, values)]
    if len(lines) > MOST_LINES:
        what = QT_TRANSLATE_NOOP("paper", "The address of {person} has {count} lines; the post reads {most} without trouble.")
        return [Words(what, {**values, "count": len(lines), "most": MOST_LINES})]
    return []


def _return_address(document: Document, lines: Sequence[str], at: tuple[float, float], widest: float) -> list[str]:
    """The sender's lines with their top left corner at `at`; none at all where one has a letter that no font here has."""
    if not all(block.writable(line) for line in lines):
        return []
    drawn, y = [], at[1] - 1.6 * _RETURN_X_HEIGHT
    for line in lines[: MOST_LINES + 1]:
        size = block.fitted(line, _RETURN_X_HEIGHT, widest)
        drawn.append(block.draw_line(document, line, (at[0], y), size))
        y -= _PITCH * _RETURN_X_HEIGHT
    return drawn
