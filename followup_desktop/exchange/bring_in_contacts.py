"""What bringing an address book in would do to the notebook: a plan first, one change for all of it (one undo).

Natural keys keep a second import from changing anything: a person is known by any of their mail addresses, then by the page
at LinkedIn (within one import: a person keeps none), then by name and company (FORMATS). Nothing that the notebook holds is
overwritten, only empty fields are filled. Whoever is new is known, not met; who interviewed stays met.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import PurePath

from followup_desktop.core.records import Case, Change, Me, Person, new_id
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.exchange import addresses, contacts_csv, vcard
from followup_desktop.exchange.bring_in import Plan
from followup_desktop.exchange.contacts import Address, Contact, company_key, name_key
from followup_desktop.exchange.events import Skipped

_MOST_BYTES = {
    ".vcf": vcard.MOST_BYTES,
    ".vcard": vcard.MOST_BYTES,
    ".csv": contacts_csv.MOST_BYTES,
    ".tsv": contacts_csv.MOST_BYTES,
}
"""Largest file that is read, by the end of its name."""

_MOST_NAMESAKES = 20
"""People of one name at one company who are compared with somebody in the file."""

_OWN = QT_TRANSLATE_NOOP("exchange", "It is your own entry, so it was not added.")
_NAMESAKE = QT_TRANSLATE_NOOP("exchange", "Your notebook has another {name} ({company}), who may be the same person.")
_NAMESAKE_ALONE = QT_TRANSLATE_NOOP("exchange", "Your notebook has another {name}, who may be the same person.")
_ONE = QT_TRANSLATE_NOOP("exchange", "Bring in {name}")
_MANY = QT_TRANSLATE_NOOP("exchange", "Bring in {count} contacts")


def is_address_book(name: str) -> bool:
    """True for the name of a file that this module reads."""
    return PurePath(name).suffix.lower() in _MOST_BYTES


def most_bytes(name: str) -> int:
    """The size of the largest address book file of that name that is read. Raises KeyError for a name that is none."""
    return _MOST_BYTES[PurePath(name).suffix.lower()]


def read(data: bytes, name: str) -> tuple[Contact | Skipped, ...]:
    """The people in an address book file of that name, whichever sort it is. Raises `Problem` when there is nobody in it."""
    is_table = PurePath(name).suffix.lower() in {".csv", ".tsv"} and b"BEGIN:VCARD" not in data[:200].upper()
    return contacts_csv.read_csv(data, name) if is_table else vcard.read_vcf(data, name)


def plan(entries: Iterable[Contact | Skipped], cases: Sequence[Case], people: Sequence[Person], me: Me) -> Plan:
    """What bringing `entries` in would do, given all that the notebook holds. Counts are of the kind "person"."""
    entries = tuple(entries)
    nameless = (each for each in entries if isinstance(each, Contact) and not each.company and not each.emails)
    work = _Work(cases, people, me, frozenset(name_key(each.name) for each in nameless))
    for each in entries:
        if isinstance(each, Skipped):
            work.skipped.append((each.where, each.why))
        else:
            work.take(each)
    told = work.told()
    return Plan(
        change=work.change(),
        new=told["new"],
        changed=told["changed"],
        same=told["same"],
        skipped=tuple(work.skipped),
        doubts=tuple(work.doubts),
    )


class _Work:
    """The people as they would be, while one contact after the other is taken in.

    `names_alone` are the names, folded, by which alone somebody in the file can be found again.
    """

    def __init__(self, cases: Sequence[Case], people: Sequence[Person], me: Me, names_alone: frozenset[str]) -> None:
        self._me = me
        self._names_alone = names_alone
        self._own = frozenset(email.casefold() for email in me.emails)
        self._before = {person.id: person for person in (*people, *(each for case in cases for each in case.people))}
        self._after: dict[str, Person] = {}
        self._by_email: dict[str, str] = {}
        self._by_profile: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        self._by_name_and_company: dict[tuple[str, str], dict[str, None]] = {}
        self.skipped: list[tuple[str, Words]] = []
        self.doubts: list[tuple[str, Words]] = []
        for person in self._before.values():
            self._keep(person)

    def take(self, contact: Contact) -> None:
        """Takes one contact in: as somebody new, as what fills in somebody known, or not at all."""
        if self._is_own(contact):
            self.skipped.append((contact.where, Words(_OWN)))
            return
        known = self._known(contact)
        if known is None:
            self._doubt(contact)
            known = self._new(contact)
        self._after[known.id] = self._completed(known, contact)
        self._keep(self._after[known.id])
        for email in contact.emails:
            self._by_email.setdefault(email.casefold(), known.id)
        if contact.profile:
            self._by_profile.setdefault(contact.profile, known.id)

    def told(self) -> dict[str, dict[str, int]]:
        """How many of the people concerned are new, changed and the same as before; no count of none."""
        told: dict[str, dict[str, int]] = {"new": {}, "changed": {}, "same": {}}
        for key, person in self._after.items():
            what = "new" if key not in self._before else "same" if person == self._before[key] else "changed"
            told[what]["person"] = told[what].get("person", 0) + 1
        return told

    def change(self) -> Change | None:
        """All of it as one change; None where nothing would differ."""
        pairs = tuple((self._before.get(key), person) for key, person in self._after.items() if self._before.get(key) != person)
        if not pairs:
            return None
        label = Words(_ONE, {"name": pairs[0][1].name}) if len(pairs) == 1 else Words(_MANY, {"count": len(pairs)})
        return Change(label, pairs)

    def _is_own(self, contact: Contact) -> bool:
        """True for the user's own entry: by an address, else by a name that nobody else in the notebook has."""
        if any(email.casefold() in self._own for email in contact.emails):
            return True
        name = name_key(contact.name)
        return name == name_key(self._me.name) and name not in self._by_name

    def _known(self, contact: Contact) -> Person | None:
        """Whom the contact tells of: by address, by page, by name and company where no two addresses say otherwise."""
        keys = [self._by_email.get(email.casefold()) for email in contact.emails]
        keys.append(self._by_profile.get(contact.profile) if contact.profile else None)
        found = next((key for key in keys if key is not None), None)
        if found is not None:
            return self._person(found)
        company = company_key(contact.company)
        there = self._by_name_and_company.get((name_key(contact.name), company), {})
        alike = [self._person(key) for key in islice(there, _MOST_NAMESAKES)]
        fitting = [each for each in alike if company_key(each.company) == company and not (each.email and contact.emails)]
        knowing = (each for each in fitting if self._completed(each, contact) == each)
        return next(knowing, fitting[0] if fitting else None)

    def _doubt(self, contact: Contact) -> None:
        """Says that somebody of that name is known already, who may be the same."""
        other = self._by_name.get(name_key(contact.name))
        if other is not None:
            person = self._person(other)
            values = {"name": person.name, "company": person.company}
            self.doubts.append((contact.where, Words(_NAMESAKE if person.company else _NAMESAKE_ALONE, values)))

    def _new(self, contact: Contact) -> Person:
        """Somebody who is not in the notebook yet: known, not met."""
        return Person(id=new_id(), name=contact.name, company=contact.company, met=False)

    def _completed(self, known: Person, contact: Contact) -> Person:
        """`known` with what the notebook does not know of them; what is there stays.

        A company is not filled in where somebody of that name stands in the file without one: they would no longer be found.
        The position and the address at another company are not theirs at this one.
        """
        found_by_name = name_key(known.name) in self._names_alone
        if known.company and contact.company and company_key(known.company) != company_key(contact.company):
            contact = replace(contact, title="", address=Address())
        return replace(
            known,
            title=known.title or contact.title,
            company=known.company or ("" if found_by_name else contact.company),
            email=known.email or (contact.emails[0] if contact.emails else ""),
            phone=known.phone or contact.phone,
            address=known.address or "\n".join(addresses.lines(contact.address, self._me.country)),
            pronoun=known.pronoun or contact.pronoun,
        )

    def _person(self, key: str) -> Person:
        return self._after.get(key) or self._before[key]

    def _keep(self, person: Person) -> None:
        """Remembers by what a person is found. Where a company was filled in, they are found without it no longer."""
        if person.email:
            self._by_email.setdefault(person.email.casefold(), person.id)
        name, company = name_key(person.name), company_key(person.company)
        self._by_name.setdefault(name, person.id)
        self._by_name_and_company.setdefault((name, company), {})[person.id] = None
