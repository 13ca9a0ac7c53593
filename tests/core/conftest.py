"""The story of the mockups as records: Monday 23 November 2026, seen from Leeds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from followup_desktop.core.records import (
    Box,
    Card,
    CardState,
    Case,
    Channel,
    Interview,
    Note,
    Outcome,
    Person,
    Promise,
    Touch,
    Workdays,
    card_id,
)

LEEDS = ZoneInfo("Europe/London")
ENGLAND = Workdays("GB", frozenset({date(2026, 8, 31), date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}))


def at(day: int, hour: int = 12, minute: int = 0, month: int = 11) -> datetime:
    """A moment of the story, on the user's clock."""
    return datetime(2026, month, day, hour, minute, tzinfo=LEEDS)


def wall(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """Wall time in the story's year, as an interview keeps it."""
    return datetime.combine(date(2026, month, day), time(hour, minute))


def a_case(company: str, role: str, start: datetime, end: datetime, *people: Person, **more: object) -> Case:
    """An interview with people who have no cards yet."""
    interview = Interview(
        id=company.lower(),
        company=company,
        role=role,
        start=start,
        end=end,
        zone="Europe/London",
        people=tuple(each.id for each in people),
        **more,
    )
    return Case(interview, people)


def promised(case: Case, words: str, earliest: date | None, latest: date | None, by: str | None = None) -> Case:
    """The same case with what they said, heard on the day of the interview."""
    promise = Promise(
        id=f"p{len(case.promises)}",
        interview=case.interview.id,
        words=words,
        earliest=earliest,
        latest=latest,
        by=by,
        heard=case.interview.last_day,
    )
    return replace(case, promises=(*case.promises, promise))


def carded(case: Case, person: str, state: CardState, posted: datetime | None = None) -> Case:
    """The same case with one card at that state."""
    interview = case.interview.id
    card = Card(id=card_id(interview, person), interview=interview, person=person, state=state, posted_at=posted)
    return replace(case, cards=(*(each for each in case.cards if each.person != person), card))


def touched(case: Case, person: str, on: date, kind: Channel = Channel.EMAIL) -> Case:
    """The same case with one follow-up more."""
    touch = Touch(id=f"t{len(case.touches)}", interview=case.interview.id, person=person, kind=kind, on=on)
    return replace(case, touches=(*case.touches, touch))


def noted(case: Case, person: str, text: str, box: Box = Box.ENJOYED) -> Case:
    """The same case with one note more."""
    note = Note(id=f"n{len(case.notes)}", interview=case.interview.id, person=person, text=text, box=box)
    return replace(case, notes=(*case.notes, note))


def ended(case: Case, outcome: Outcome, on: date | None) -> Case:
    """The same case with its outcome."""
    return replace(case, interview=replace(case.interview, outcome=outcome, outcome_on=on))


HONG = Person(
    id="hong", name="Hong Nguyen", address_as="Hong", pronoun="she", title="Head of Platform", email="hong@acme.example"
)
TOMAS = Person(id="tomas", name="Tomáš Řehák", address_as="Tomáš", title="Staff engineer")
NGOZI = Person(id="ngozi", name="Ngozi Okafor", title="Director of Engineering")
PIA = Person(id="pia", name="Pia Brandt", title="Data lead", email="pia@globex.example")
SAMUEL = Person(id="samuel", name="Samuel Adeyemi", title="Analyst")
DANA = Person(id="dana", name="Dana Whitlock", title="Head of IT", phone="555 0100")
JONAS = Person(id="jonas", name="Jonas Weidmann")
AYLIN = Person(id="aylin", name="Aylin Kaya")
MARTA = Person(id="marta", name="Marta Lindholm", title="Engineering lead", email="marta@kestrel.example")
OSKAR = Person(id="oskar", name="Oskar Nyberg", title="Senior engineer")


@dataclass(frozen=True)
class Story:
    """The five interviews as they stand at 12:41."""

    acme: Case
    globex: Case
    initech: Case
    hallbruck: Case
    kestrel: Case

    @property
    def cases(self) -> tuple[Case, ...]:
        return self.acme, self.globex, self.initech, self.hallbruck, self.kestrel


def acme() -> Case:
    """Acme right after the interview: nothing written yet."""
    return a_case("Acme", "Platform engineer", wall(11, 23, 10), wall(11, 23, 11, 30), HONG, TOMAS, NGOZI)


@pytest.fixture(name="story")
def _story() -> Story:
    first = noted(acme(), "hong", "began her career as a technical writer")
    first = promised(first, "We decide by Thursday 3 December.", date(2026, 11, 23), date(2026, 12, 3), "hong")
    first = carded(first, "hong", CardState.POSTED, datetime(2026, 11, 23, 12, 10, tzinfo=UTC))
    first = carded(first, "tomas", CardState.DRAFTED)
    globex = a_case("Globex", "Data engineer", wall(11, 20, 14), wall(11, 20, 15), PIA, SAMUEL)
    globex = promised(globex, "within the next two weeks", date(2026, 11, 20), date(2026, 12, 4))
    for person in ("pia", "samuel"):
        globex = carded(globex, person, CardState.POSTED, at(20, 17))
    initech = a_case("Initech", "DevOps lead", wall(11, 10, 11), wall(11, 10, 12), DANA)
    initech = promised(initech, "by the end of next week", date(2026, 11, 10), date(2026, 11, 20), "dana")
    initech = carded(initech, "dana", CardState.POSTED, at(10, 16))
    hallbruck = a_case("Hallbrück AG", "Site reliability engineer", wall(12, 2, 14), wall(12, 2, 15), JONAS, AYLIN)
    kestrel = a_case("Kestrel Tools", "Backend engineer", wall(11, 5, 11), wall(11, 5, 12), MARTA, OSKAR)
    kestrel = noted(kestrel, "marta", "the release train")
    for person in ("marta", "oskar"):
        kestrel = carded(kestrel, person, CardState.POSTED, at(5, 16))
    kestrel = touched(ended(kestrel, Outcome.REJECTED, date(2026, 11, 16)), "marta", date(2026, 11, 17))
    return Story(first, globex, initech, hallbruck, kestrel)


@pytest.fixture(name="tell", scope="session")
def _tell() -> SimpleNamespace:
    """The builders of this file, for tests that tell a story of their own."""
    return SimpleNamespace(
        a_case=a_case,
        acme=acme,
        at=at,
        carded=carded,
        ended=ended,
        england=ENGLAND,
        noted=noted,
        promised=promised,
        touched=touched,
        wall=wall,
        people=SimpleNamespace(hong=HONG, tomas=TOMAS, ngozi=NGOZI, dana=DANA, pia=PIA),
    )
