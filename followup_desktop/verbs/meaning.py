"""Which interview, person, note or answer is meant by words of the command line."""

from __future__ import annotations

from followup_desktop import as_json
from followup_desktop.core.find import find, folded
from followup_desktop.core.records import Case, Person
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store.notebook import Notebook


def the_case(notebook: Notebook, query: str) -> Case:
    """The interview that these words mean."""

    def names(case: Case) -> tuple[str, ...]:
        told = case.interview
        return told.company, told.role, f"{told.company}, {told.role}, {as_json.local(told.start)}"

    return find(query, notebook.cases(), lambda case: case.interview.id, names, WHAT_INTERVIEW)


def the_person(case: Case, query: str) -> Person:
    """The person of that interview that these words mean."""
    return find(query, case.people, lambda person: person.id, lambda person: (person.name, person.address_as), WHAT_PERSON)


def meant(case: Case, name: str, email: str | None) -> Person | None:
    """The known person of that id or name (whole words of it); None for somebody new, such as a namesake with another address."""
    words = set(folded(name).split())
    fitting = [
        each
        for each in case.people
        if each.id == name
        or (words and words <= set(folded(each.name).split()))
        or (each.address_as and folded(each.address_as) == folded(name))
    ]
    exact = [each for each in fitting if each.id == name or folded(each.name) == folded(name)] or fitting
    if email and exact and all(each.email and folded(each.email) != folded(email) for each in exact):
        return None
    return find(name, exact, lambda each: each.id, lambda each: (each.name, each.email), WHAT_PERSON) if exact else None


WHAT_INTERVIEW = Words(QT_TRANSLATE_NOOP("cli", "interview"))


WHAT_PERSON = Words(QT_TRANSLATE_NOOP("cli", "person"))


WHAT_NOTE = Words(QT_TRANSLATE_NOOP("cli", "note"))


WHAT_CHOICE = Words(QT_TRANSLATE_NOOP("cli", "answer"))
