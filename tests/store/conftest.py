"""What the tests of the notebook write into it: one employer, two people, a line of each kind."""

import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime, time
from pathlib import Path
from types import SimpleNamespace

import pytest

from followup_desktop.core.records import (
    Binned,
    Box,
    Card,
    CardState,
    Channel,
    Draft,
    Interview,
    Later,
    Me,
    Note,
    Origin,
    Outcome,
    Permission,
    Person,
    Promise,
    Sentence,
    Touch,
    card_id,
    draft_id,
)
from followup_desktop.core.words import Words

ROOT = Path(__file__).resolve().parents[2]
DID = Words("Did it")


def records():
    """A record of each kind with every field filled in, in no special order, by the name of its kind."""
    noon = datetime(2026, 11, 23, 12, 41, tzinfo=UTC)
    return SimpleNamespace(
        me=Me(name="Ada Ng", emails=("ada@example.org", "ng@example.org"), address="1 Row\nLeeds", country="GB", locale="en_GB"),
        hong=Person(
            id="hong",
            name="Nguyễn Thị Hồng",
            address_as="Hồng",
            pronoun="she",
            title="Staff engineer",
            email="hong@acme.example",
            phone="+44 113 496 0000",
            address="Mill Lane\nLeeds",
            company="Acme",
        ),
        lukasz=Person(id="lukasz", name="Łukasz Żak"),
        interview=Interview(
            id="acme",
            company="Acme",
            role="Platform engineer",
            start=datetime.combine(date(2026, 11, 23), time(10)),
            end=datetime.combine(date(2026, 11, 23), time(11, 30)),
            zone="Europe/London",
            place="Mill Lane",
            people=("lukasz", "hong"),
            arranged_by="hong",
            round=2,
            outcome=Outcome.REJECTED,
            outcome_on=date(2026, 12, 1),
            permission=Permission.YES,
            contact="hong",
            cancelled=True,
            uid="abc@google.com",
            sequence=3,
        ),
        note=Note(
            id="n1",
            interview="acme",
            person="hong",
            text="She 🙂 moved\nthe release train",
            box=Box.LEARNED,
            position=1,
            answer="she",
            written=noon,
        ),
        promise=Promise(
            id="w1",
            interview="acme",
            words="by the 3rd",
            earliest=date(2026, 11, 24),
            latest=date(2026, 12, 3),
            by="hong",
            heard=date(2026, 11, 23),
        ),
        touch=Touch(id="t1", interview="acme", person="hong", kind=Channel.CALL, on=date(2026, 12, 4), reason="she asked me to"),
        card=Card(
            id=card_id("acme", "hong"),
            interview="acme",
            person="hong",
            state=CardState.POSTED,
            tone="plain",
            variant=2,
            sentences=(Sentence("You moved the train.", "n1", Origin.NOTE, 0), Sentence("Thank you.", None, Origin.YOURS, 1)),
            printed_text="Dear Hồng",
            printed_at=noon,
            posted_at=noon.replace(hour=17),
        ),
        draft=Draft(
            id=draft_id("acme", "hong", "follow-up"),
            interview="acme",
            person="hong",
            kind="follow-up",
            subject="The position",
            body="Dear Hồng,\n\nmay I ask?",
        ),
        later=Later(id="debrief:acme", until=noon),
        binned=Binned(id="b1", title="Globex, Clerk", on=date(2026, 11, 20), records="[]"),
    )


@pytest.fixture
def some():
    """A record of each kind, see `records`."""
    return records()


@pytest.fixture
def open_folder():
    """A folder that another user may enter and read; pytest's own are closed to them."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def child():
    """Runs Python source in a child process, each `{name}` in it filled in by keyword; gives what came of it."""

    def run(source, *, timeout=30, **values):
        for name, value in values.items():
            source = source.replace("{" + name + "}", repr(value))
        return subprocess.run(
            [sys.executable, "-c", source], cwd=ROOT, capture_output=True, text=True, timeout=timeout, check=False
        )

    return run
