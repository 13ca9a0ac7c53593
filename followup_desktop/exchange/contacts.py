"""What a contact is: somebody in an address book, as the readers of vCards and tables hand them on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from followup_desktop.exchange import clean, mail, names

PHONE = 40
"""Characters that a telephone number may have."""
POSTAL = 400
"""Characters that a part of a postal address may have."""
_FEWEST_DIGITS = 3
"""A telephone number has at least as many digits."""

_RUNS = re.compile(r"'*[=+\-@|%\t\r]")
"""How a cell begins that a spreadsheet would run, behind apostrophes or not."""
_TEXT_FORMULA = re.compile(r'="([^"]*)"')
"""How a spreadsheet is told that digits are text ("=\"01069\"")."""
_PROGRAM = re.compile(r"(?:javascript|vbscript)\s*:|data:\w+/|file://", re.IGNORECASE)
_IDEOGRAPH = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")
"""Kana, Han and Hangul: there the family name stands first, without a blank."""
_LEGAL_FORMS = clean.words(
    "ab ag aps as asa bv co company corp corporation eg ek gmbh inc incorporated kg kgaa kk limited llc llp ltd mbh nv oy oyj"
    " plc pte pty sa sarl sas se spa srl sro ug ohg"
)
_BEFORE_NAMES = clean.words("dr prof professor mr mrs ms miss mx herr frau mme mlle sr sra sig dott ing sir dame")
_BEHIND_NAMES = clean.words("phd md mba msc bsc ma cpa pmp esq rn dds llm cfa shrm-cp shrm-scp")
_PROFILE = re.compile(r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/(?:in|pub)/([^/?#\s]{1,120})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address in its parts, each empty where it is not told; parts of more than one line have newlines.

    `label` is the whole address as lines, for one that is told in no parts.
    """

    box: str = ""
    """Post office box, with the words for it where they are told."""
    inside: str = ""
    """What is found within the house: flat, floor, building."""
    street: str = ""
    district: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    """As written: a name in some language, or a code of two letters."""
    label: str = ""

    @property
    def is_told(self) -> bool:
        """True when there is more than a region or a country: something that a letter can be sent to."""
        return bool(self.label or self.box or self.street or (self.city and self.postcode))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody in an address book. Texts are clean (`exchange.clean`); `name` is never empty."""

    where: str = ""
    """What to call the entry in a sentence: the name, or the file with the number of the row."""
    name: str
    title: str = ""
    company: str = ""
    emails: tuple[str, ...] = ()
    """The one to be kept first."""
    phone: str = ""
    address: Address = Address()
    profile: str = ""
    """Name of their page at LinkedIn, folded: tells two entries of one file to be one person; not kept."""
    pronoun: str = ""


def guarded(cell: str) -> str:
    """A cell for a table of ours: an apostrophe before what a spreadsheet would run (SAFETY); `harmless` takes it off again."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def harmless(cell: str) -> str:
    """A cell as plain text: a formula and a link that runs a program are empty, the guard before such a character is off."""
    bare = cell.strip()
    if bare.startswith("'") and _RUNS.match(bare):
        return bare[1:]
    text = _TEXT_FORMULA.fullmatch(bare)
    if text:
        return text[1]
    return "" if bare.startswith("=") or _PROGRAM.match(bare) else bare


def name_of(whole: str, parts: Sequence[str] = ()) -> tuple[str, str]:
    """A name as it is spoken and the title told behind it; from its parts where the whole is none. Empty for none.

    `parts` are what stands before the given name, that, further ones, the family name, and what stands behind it.
    """
    told = [part for part in map(harmless, parts) if part]
    if told and all(_IDEOGRAPH.search(part) for part in told):
        told.reverse()
    between = "" if told and _IDEOGRAPH.search(told[0]) else " "
    for each in (harmless(whole), between.join(told)):
        name, title = names.spoken(each)
        if name:
            return name, title
    return "", ""


def line_of(text: str) -> str:
    """A title or a company as one clean line."""
    return clean.line(harmless(text), clean.NAME)


def emails_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The mail addresses among `texts`, each once, in their order."""
    found = (clean.address(harmless(text)) for text in texts)
    sound = [each for each in found if each and mail.address_fault(each) is None]
    return tuple({each.casefold(): each for each in reversed(sound)}.values())[::-1]


def phone_of(text: str) -> str:
    """A telephone number as written; empty where there are too few digits for one."""
    bare = clean.line(harmless(text).removeprefix("tel:"), PHONE)
    return bare if sum(character.isdigit() for character in bare) >= _FEWEST_DIGITS else ""


def postal(text: str) -> str:
    """A part of a postal address, its line breaks kept, without commas at its ends."""
    rows = (row.strip(" ,;") for row in clean.lines(harmless(text), POSTAL).split("\n"))
    return "\n".join(row for row in rows if row)


def profile_of(text: str) -> str:
    """The name of a page at LinkedIn in a link to one; empty for any other text."""
    found = _PROFILE.match(harmless(text))
    return clean.folded(clean.line(found[1], clean.NAME)) if found else ""


def company_key(company: str) -> str:
    """What is compared to know a company again: "Acme, Inc." is Acme."""
    words = re.sub(r"[^\w\s]", "", clean.folded(company).replace("&", " & ").replace("-", " ")).split()
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def name_key(name: str) -> str:
    """What is compared to know a person again by name: "Dr. Ngozi Okafor, PhD" is Ngozi Okafor. "Jr." tells two apart."""
    words = clean.folded(name).replace(",", " ").replace(".", " ").split()
    while len(words) > 1 and words[0] in _BEFORE_NAMES:
        words.pop(0)
    while len(words) > 1 and words[-1] in _BEHIND_NAMES:
        words.pop()
    return " ".join(words)
