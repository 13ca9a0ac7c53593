"""The columns of address book tables: which header means what, for LinkedIn, Google, Outlook and home-made tables.

Outlook translates its headers; those of English, German, French, Spanish, Italian and Dutch are known here. Written down
from knowledge of these exports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache

from followup_desktop.exchange import clean


class Column(StrEnum):
    """What a column tells. A column that is told more than once (work and home, first and second) has all its headers."""

    NAME = "name"
    BEFORE = "before"
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"
    BEHIND = "behind"
    COMPANY = "company"
    TITLE = "title"
    EMAIL = "email"
    PHONE = "phone"
    PROFILE = "profile"
    LABEL = "label"
    BOX = "box"
    INSIDE = "inside"
    STREET = "street"
    DISTRICT = "district"
    CITY = "city"
    REGION = "region"
    POSTCODE = "postcode"
    COUNTRY = "country"
    SALUTATION = "salutation"
    """Outlook's "Title": Mr, Dr; a position in every other table."""


ADDRESS = (
    Column.LABEL, Column.BOX, Column.INSIDE, Column.STREET, Column.DISTRICT, Column.CITY, Column.REGION, Column.POSTCODE,
    Column.COUNTRY,
)  # fmt: skip
"""Columns of a postal address: they belong together by the words that stand with them ("Business", "Address 2")."""

_HEADERS = {
    Column.NAME: "name|full name|contact name|contact|display name|interviewer|recruiter|person|vollständiger name|nom complet"
    "|nombre completo|ansprechpartner",
    Column.FIRST: "first name|given name|firstname|vorname|prénom|nombre|nome|voornaam",
    Column.MIDDLE: "middle name|additional name|weitere vornamen|zweiter vorname|deuxième prénom|segundo nombre|secondo nome"
    "|middelste naam",
    Column.LAST: "last name|family name|lastname|surname|nachname|nom|nom de famille|apellidos|apellido|cognome|achternaam",
    Column.BEHIND: "suffix|name suffix|namenssuffix|suffixe|sufijo|titolo straniero|achtervoegsel",
    Column.BEFORE: "name prefix",
    Column.SALUTATION: "title|anrede|titre|tratamiento|titolo|titel",
    Column.COMPANY: "company|company name|organization|organisation|organization name|organization 1 - name|employer|firma"
    "|unternehmen|société|entreprise|organización|compañía|empresa|società|azienda|bedrijf",
    Column.TITLE: "job title|position|role|organization title|organization 1 - title|funktion|poste|fonction|puesto|cargo"
    "|posizione|functie",
    Column.EMAIL: "e-mail|email|primary email|secondary email|e-mail address|email address|mail|e-mail 1 - value"
    "|e-mail 2 - value|e-mail 3 - value|e-mail 2 address|e-mail 3 address|e-mail-adresse|e-mail 2: adresse"
    "|adresse de messagerie|adresse e-mail|courriel|dirección de correo electrónico|correo electrónico|correo"
    "|indirizzo posta elettronica|indirizzo e-mail|e-mailadres",
    Column.PHONE: "phone|telephone|mobile number|phone number|tel|mobile|mobile phone|business phone|business phone 2"
    "|primary phone|work phone|company main phone|phone 1 - value|phone 2 - value|telefon geschäftlich|telefon|mobiltelefon"
    "|téléphone (bureau)|téléphone|tél. mobile|teléfono del trabajo|teléfono|móvil|ufficio|cellulare|telefoon op werk"
    "|mobiele telefoon|home phone",
    Column.PROFILE: "url|linkedin|linkedin url|profile url|linkedin profile|web page|website 1 - value",
    Column.LABEL: "address|formatted|postal address|mailing address|full address|anschrift|adresse|dirección|indirizzo|adres"
    "|business address|home address",
    Column.BOX: "po box|address po box|postfach|boîte postale|apartado postal|casella postale|postbus",
    Column.INSIDE: "extended address|floor|building",
    Column.STREET: "street|street address|address line 1|address line 2|address 1|address 2|street 2|street 3|straße|strasse"
    "|rue|calle|via|straat",
    Column.DISTRICT: "neighborhood|neighbourhood|district|suburb|bairro",
    Column.CITY: "city|town|ort|stadt|ville|ciudad|città|plaats|stad",
    Column.REGION: "state|region|province|county|state/province|bundesland|dép/région|provincia o estado|provincia|estado"
    "|staat/provincie",
    Column.POSTCODE: "postal code|zip|zipcode|zip code|postcode|zip/postal code|postleitzahl|plz|code postal|código postal|cap",
    Column.COUNTRY: "country|country/region|land/region|land|pays/région|pays|país o región|país|paese|paese/area geografica",
}
_SIDES = re.compile(
    r"^(business|work|home|other|office|company)\s+|\s+(geschäftlich|privat|weitere)$"
    r"|\s+\((bureau|domicile|autre|ufficio|abitazione|werk|thuis)\)$|\s+del? (trabajo|particular|domicilio|otro)$"
    r"|^address (\d+) - "
)
"""Words that tell which of several addresses a column belongs to."""
_OF_WORK = frozenset({"business", "work", "office", "company", "geschäftlich", "bureau", "ufficio", "werk", "trabajo"})


@lru_cache(maxsize=1)
def _meanings() -> dict[str, Column]:
    return {clean.folded(header): column for column, told in _HEADERS.items() for header in told.split("|")}


class Columns:
    """What the columns of one table mean, by their headers.

    `places` holds the numbers of the columns for each meaning, in their order; `addresses` those of each postal address,
    that of work first. `worth` counts columns that are understood: the row of headers is the one worth most.
    """

    def __init__(self, headers: Sequence[str]) -> None:
        self.places: dict[Column, list[int]] = {}
        sides: dict[str, dict[Column, list[int]]] = {}
        for place, header in enumerate(headers):
            told, side = _header(header)
            if told is None:
                continue
            if told in ADDRESS:
                sides.setdefault(side, {}).setdefault(told, []).append(place)
            self.places.setdefault(told, []).append(place)
        self.addresses = [sides[side] for side in sorted(sides, key=lambda side: side not in _OF_WORK)]
        if Column.SALUTATION in self.places and not (self._is_outlook or Column.TITLE in self.places):
            self.places[Column.TITLE] = self.places[Column.SALUTATION]
        self.worth = len(self.places)

    @property
    def names_people(self) -> bool:
        """True for a row of headers that can be one: a name, and something else beside its parts."""
        named = {Column.NAME, Column.FIRST, Column.LAST} & self.places.keys()
        parts = {Column.NAME, Column.BEFORE, Column.FIRST, Column.MIDDLE, Column.LAST, Column.BEHIND, Column.SALUTATION}
        return bool(named) and bool(self.places.keys() - parts or named >= {Column.FIRST, Column.LAST})

    @property
    def _is_outlook(self) -> bool:
        """True where "Title" stands before the names, as Outlook has it: then it is no position."""
        names = self.places.get(Column.FIRST, [])
        return bool(names) and self.places[Column.SALUTATION][0] < names[0] and Column.MIDDLE in self.places

    def cells(self, row: Sequence[str], column: Column) -> list[str]:
        """The cells of `row` that tell `column` and are not empty."""
        return told(row, self.places.get(column, ()))


def told(row: Sequence[str], places: Iterable[int]) -> list[str]:
    """The cells of `row` at these places that are not empty."""
    return [row[place] for place in places if place < len(row) and row[place].strip()]


def _header(header: str) -> tuple[Column | None, str]:
    """What a header means, and the words in it that tell which address it belongs to."""
    bare = " ".join(clean.line(header, clean.NAME).casefold().split()).strip(" *:")
    meaning = _meanings().get(clean.folded(bare))
    side = _SIDES.search(bare)
    if side is None or (meaning is not None and meaning not in ADDRESS):
        return meaning, ""
    rest = _SIDES.sub("", bare, count=1).strip()
    which = next(filter(None, side.groups()))
    inner = _meanings().get(clean.folded(rest))
    if inner is None or inner not in {*ADDRESS, Column.PHONE, Column.EMAIL}:
        return meaning, which
    return inner, which
