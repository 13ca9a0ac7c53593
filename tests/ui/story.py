"""The job hunt that the pictures of the design tell, as records: Monday, 23 November 2026, 12:41 in London."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from followup_desktop.core.records import (
    Box,
    Card,
    CardState,
    Channel,
    Interview,
    Me,
    Note,
    Outcome,
    Permission,
    Person,
    Promise,
    Touch,
    added,
    card_id,
)
from followup_desktop.core.words import Words

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 23, 12, 41, tzinfo=LONDON)

PEOPLE = (
    Person(id="hong", name="Hong Nguyen", address_as="Hong", pronoun="she", title="Engineering lead", company="Acme"),
    Person(id="tomas", name="Tomáš Řehák", address_as="Tomáš", title="Product", company="Acme"),
    Person(id="ngozi", name="Ngozi Okafor", address_as="Ngozi", title="People", company="Acme"),
    Person(id="pia", name="Pia Brandt", address_as="Pia", email="pia@globex.example", company="Globex"),
    Person(id="omar", name="Omar Haddad", address_as="Omar", company="Globex"),
    Person(id="dana", name="Dana Whitlock", address_as="Dana", phone="+44 20 7946 0000", company="Initech"),
    Person(id="jonas", name="Jonas Weidmann", company="Hallbrück AG"),
    Person(id="aylin", name="Aylin Kaya", company="Hallbrück AG"),
    Person(id="marta", name="Marta Lindholm", address_as="Marta", email="marta@kestrel.example", company="Kestrel Tools"),
    Person(id="joel", name="Joel Peretz", address_as="Joel", company="Kestrel Tools"),
)

INTERVIEWS = (
    Interview(
        id="acme",
        company="Acme",
        role="Platform engineer",
        start=datetime.fromisoformat("2026-11-23T10:00"),
        end=datetime.fromisoformat("2026-11-23T11:30"),
        zone="Europe/London",
        people=("hong", "tomas", "ngozi"),
        permission=Permission.YES,
    ),
    Interview(
        id="globex",
        company="Globex",
        role="Data engineer",
        start=datetime.fromisoformat("2026-11-20T14:00"),
        zone="Europe/London",
        people=("pia", "omar"),
    ),
    Interview(
        id="initech",
        company="Initech",
        role="DevOps lead",
        start=datetime.fromisoformat("2026-11-10T11:00"),
        zone="Europe/London",
        people=("dana",),
    ),
    Interview(
        id="hallbrueck",
        company="Hallbrück AG",
        role="Site reliability engineer",
        start=datetime.fromisoformat("2026-12-02T14:00"),
        zone="Europe/London",
        people=("jonas", "aylin"),
    ),
    Interview(
        id="kestrel",
        company="Kestrel Tools",
        role="Backend engineer",
        start=datetime.fromisoformat("2026-11-05T11:00"),
        zone="Europe/London",
        people=("marta", "joel"),
        outcome=Outcome.REJECTED,
        outcome_on=date(2026, 11, 16),
    ),
    Interview(
        id="wayfarer",
        company="Wayfarer Labs",
        role="Systems engineer",
        start=datetime.fromisoformat("2026-09-08T15:00"),
        zone="Europe/London",
        outcome=Outcome.NO_ANSWER,
        outcome_on=date(2026, 10, 12),
    ),
    Interview(
        id="northgate",
        company="Northgate",
        role="Release manager",
        start=datetime.fromisoformat("2026-09-21T09:30"),
        zone="Europe/London",
        outcome=Outcome.WITHDRAWN,
        outcome_on=date(2026, 9, 30),
    ),
)


def posted(interview: str, person: str, *moment: int) -> Card:
    """A card that went into the post at that moment in London."""
    return Card(
        id=card_id(interview, person),
        interview=interview,
        person=person,
        state=CardState.POSTED,
        posted_at=datetime(*moment, tzinfo=LONDON),
    )


CARDS = (
    posted("acme", "hong", 2026, 11, 23, 12, 10),
    Card(id=card_id("acme", "tomas"), interview="acme", person="tomas", state=CardState.DRAFTED),
    posted("globex", "pia", 2026, 11, 20, 16, 30),
    posted("globex", "omar", 2026, 11, 20, 16, 30),
    posted("initech", "dana", 2026, 11, 10, 13, 0),
    posted("kestrel", "marta", 2026, 11, 5, 13, 0),
    posted("kestrel", "joel", 2026, 11, 5, 13, 0),
)

NOTES = (
    Note(id="n1", interview="acme", person="hong", text="told me how she began as a technical writer", box=Box.ENJOYED),
    Note(id="n2", interview="acme", person="tomas", text="we both keep bees", box=Box.ENJOYED),
    Note(id="n3", interview="kestrel", person="marta", text="the release train", box=Box.LEARNED),
)

PROMISES = (
    Promise(
        id="p1",
        interview="acme",
        words="by Thu 3 Dec",
        latest=date(2026, 12, 3),
        by="hong",
        heard=date(2026, 11, 23),
    ),
    Promise(
        id="p2",
        interview="globex",
        words="within the next two weeks",
        earliest=date(2026, 11, 20),
        latest=date(2026, 12, 4),
        by="pia",
        heard=date(2026, 11, 20),
    ),
    Promise(
        id="p3",
        interview="initech",
        words="by the end of next week",
        earliest=date(2026, 11, 10),
        latest=date(2026, 11, 20),
        heard=date(2026, 11, 10),
    ),
)

TOUCHES = (Touch(id="t1", interview="kestrel", person="marta", kind=Channel.LETTER, on=date(2026, 11, 17)),)

ME = Me(name="Robin Ashdown", emails=("robin@ashdown.example",), country="GB", locale="en_GB")


def tell(notebook) -> None:
    """Write the whole story into a fresh notebook."""
    notebook.apply(added(Words("Tell the story"), ME, *PEOPLE, *INTERVIEWS, *NOTES, *PROMISES, *TOUCHES, *CARDS))
