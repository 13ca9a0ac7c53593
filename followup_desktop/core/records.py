"""The records of the trade: what the notebook holds and what the rooms hand to one another.

All are frozen dataclasses of plain values. A record that the notebook keeps has an `id` (text); records name one
another by id. Interviews are kept in local wall time with an IANA zone; everything that is due is a pure date.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo

from followup_desktop.core.words import Words


def new_id() -> str:
    """A fresh id for a record: eight characters, letters first so that it is never taken for a number."""
    return secrets.choice("abcdefghjkmnpqrstuvwxyz") + secrets.token_hex(4)[1:]


class Outcome(StrEnum):
    """How an application stands. The words are those of the command line."""

    WAITING = "waiting"
    OFFER = "offer"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    NO_ANSWER = "no-answer"


class Permission(StrEnum):
    """Whether the user asked for permission to follow up (E2)."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not-asked"


class CardState(StrEnum):
    """How far one thank-you card is."""

    TO_WRITE = "to-write"
    DRAFTED = "drafted"
    PRINTED = "printed"
    POSTED = "posted"


class Talk(StrEnum):
    """What sort of conversation it was: it decides how a card speaks of it."""

    INTERVIEW = "interview"
    PHONE_SCREEN = "phone-screen"
    PANEL = "panel"
    INFORMATIONAL = "informational"


class Channel(StrEnum):
    """How a follow-up was made (E17)."""

    CALL = "call"
    EMAIL = "email"
    LETTER = "letter"
    VISIT = "visit"


class Box(StrEnum):
    """Which box of the debrief a note was typed into; it hints at the note's kind."""

    ANY = ""
    ENJOYED = "enjoyed"
    LEARNED = "learned"
    PROMISED = "promised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """Who writes. There is one, with the id "me"; an empty `name` means that it is not known yet."""

    id: str = "me"
    name: str = ""
    emails: tuple[str, ...] = ()
    address: str = ""
    """Return address as lines."""
    country: str = ""
    """ISO 3166-1 alpha-2, upper case; decides holidays, paper size and spelling. Empty: take the computer's."""
    locale: str = ""
    """POSIX locale such as en_GB; decides how 3.12. and 12/3 are read. Empty: take the computer's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody met. `address_as` is how the greeting addresses them ("Hong", "Dr Okafor"); empty: ask, or the full name."""

    id: str
    name: str
    address_as: str = ""
    pronoun: str = ""
    """"she", "he", "they" or "" (never guessed from a name)."""
    title: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    """Postal address as lines."""
    company: str = ""
    tier: str = ""
    """How close to stay, "A" to "D" (E42); empty: as the rules would have it."""
    tags: tuple[str, ...] = ()
    quiet: bool = False
    """True for somebody whom the user wants no reminders about."""
    met: bool = True
    """False for somebody only known from an import."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One conversation about one position at one company."""

    id: str
    company: str
    role: str
    start: datetime | date
    """Local wall time without a zone, or a date for one that lasts all day."""
    end: datetime | None = None
    """Local wall time; None: an hour after the start (or the whole day)."""
    zone: str = "UTC"
    """IANA name of the zone that `start` and `end` are told in."""
    place: str = ""
    people: tuple[str, ...] = ()
    """Ids of the interviewers, in the order they were met."""
    arranged_by: str | None = None
    """Id of the person who arranged the day and did not interview (E27)."""
    referred_by: str | None = None
    """Id of the person who put the user's name forward, where somebody did: they are owed a card too."""
    talk: Talk = Talk.INTERVIEW
    round: int = 1
    outcome: Outcome = Outcome.WAITING
    outcome_on: date | None = None
    answered_on: date | None = None
    """The day their own answer came (an offer, a no); None where there was none, or its day is not known."""
    permission: Permission = Permission.NOT_ASKED
    contact: str | None = None
    """Id of the person to ask, where the user chose one (E12 chooses otherwise)."""
    ask_on: date | None = None
    """The day the user chose for the next question; None: the rules' best day (E5, E7)."""
    ask_reason: str = ""
    """Why that day, in the user's words."""
    post_on: date | None = None
    """The day the user chose for posting the cards that are owed; None: when they are due (E20, E21)."""
    post_reason: str = ""
    ticked: tuple[str, ...] = ()
    """Keys of the points of the list before the interview that were ticked off (`core.before.Point.key`)."""
    cancelled: bool = False
    uid: str = ""
    """UID of the invitation it came from, or empty."""
    sequence: int = 0
    """SEQUENCE of that invitation (RFC 5545)."""

    @property
    def all_day(self) -> bool:
        """True when `start` is a date without a time."""
        return not isinstance(self.start, datetime)

    @property
    def day(self) -> date:
        """The day it starts on, where it takes place."""
        return self.start.date() if isinstance(self.start, datetime) else self.start

    @property
    def local_end(self) -> datetime:
        """Wall time at which it ends: as given, else an hour after the start, else 18:00 of an all-day one."""
        if self.end is not None:
            return self.end
        if isinstance(self.start, datetime):
            return self.start + timedelta(hours=1)
        return datetime.combine(self.start, time(18))

    @property
    def last_day(self) -> date:
        """The day it ends on, where it takes place: what rules count from."""
        return self.local_end.date()

    def starts(self) -> datetime:
        """The moment it starts, with its zone."""
        start = self.start if isinstance(self.start, datetime) else datetime.combine(self.start, time(9))
        return start.replace(tzinfo=zone(self.zone))

    def begins_in(self, zone: tzinfo | None) -> datetime | None:
        """Wall time of its start by the clock of another zone; None for one that lasts all day: that never shifts."""
        return self.starts().astimezone(zone).replace(tzinfo=None) if isinstance(self.start, datetime) else None

    def ends(self) -> datetime:
        """The moment it ends, with its zone."""
        return self.local_end.replace(tzinfo=zone(self.zone))


def zone(name: str) -> tzinfo:
    """The time zone of that IANA name; UTC for one that is not known here."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing noted. `person` is None for a note about everybody who was there."""

    id: str
    interview: str
    person: str | None
    text: str
    box: Box = Box.ANY
    position: int = 0
    """Order among the notes of one person and box, from 0."""
    answer: str = ""
    """Key of the choice that answered this note's question; "leave-out" keeps it off the card."""
    written: datetime | None = None
    """When it was first written, with a zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What the employer said about the decision, word for word, and the window read from it (E4, E6).

    `earliest` and `latest` are the first and last day of the window; both None where the words hold no date (E7).
    `latest` alone None: "after the 15th" (earliest is the 16th).
    """

    id: str
    interview: str
    words: str
    earliest: date | None = None
    latest: date | None = None
    by: str | None = None
    """Id of the person who said it."""
    heard: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something that one side promised to do, other than to decide: "send her the slides by Friday".

    It comes from a note and goes with it.
    """

    id: str
    interview: str
    person: str | None
    """Id of the person it was promised to, or by; None: to everybody who was there."""
    note: str
    """Id of the note it was read from."""
    words: str
    """The note's words about it; empty where they are private: then it is called by whose promise it is."""
    mine: bool = True
    """True for what the user promised, False for what the employer did."""
    due: date | None = None
    """The last day of it; None where no day was named."""
    due_chosen: bool = False
    """True where the user chose the day, or that there is none: the note's words no longer decide it."""
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """A follow-up that the user made, or a word with somebody known. A thank-you card is neither."""

    id: str
    interview: str | None
    """None for a word that was about no interview: with somebody only known, or long after."""
    person: str
    kind: Channel
    on: date
    reason: str = ""
    """Why it was made sooner, or once more, than advised (E9-E11); empty for an ordinary one."""
    answered_on: date | None = None
    """The day on which they answered it, whatever they said; None: nothing was noted."""


class Origin(StrEnum):
    """Where a sentence of a letter came from."""

    NOTE = "note"
    TEMPLATE = "template"
    YOURS = "yours"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a letter with the note it came from. `paragraph` counts from 0."""

    text: str
    note: str | None = None
    origin: Origin = Origin.TEMPLATE
    paragraph: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One person's thank-you card for one interview: how far it is and what the user changed in it."""

    id: str
    """`card_id(interview, person)`."""
    interview: str
    person: str
    state: CardState = CardState.TO_WRITE
    tone: str = "warm"
    occasion: str = ""
    """What it is written for, where the user chose (a template's occasion); empty: what the interview says."""
    variant: int = 0
    """Counts how often "Other words" was asked for."""
    sentences: tuple[Sentence, ...] | None = None
    """The body as the user left it; None: as composed from the notes."""
    printed_text: str = ""
    """The letter's text when it was last printed, to tell when the notes have changed since."""
    printed_at: datetime | None = None
    posted_at: datetime | None = None
    emailed_on: date | None = None
    """The day on which a thank-you e-mail went out beside the card (E23); the card is owed all the same."""


def card_id(interview: str, person: str) -> str:
    """The id of the card that `person` is owed for `interview`."""
    return f"{interview}.{person}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """A next step that the user put off. `id` is the step's key (`agenda.Next.key`)."""

    id: str
    until: datetime | None
    """With a zone; None: left for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message as the user left it, until it is sent."""

    id: str
    """`draft_id(interview, person, kind)`."""
    interview: str
    person: str
    kind: str
    """Which message it is (`letters.occasions.MESSAGES`)."""
    subject: str = ""
    body: str = ""


def draft_id(interview: str, person: str, kind: str) -> str:
    """The id of the draft of that message to `person` about `interview`."""
    return f"{interview}.{person}.{kind}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Binned:
    """Something deleted, kept in the trash for a while (`core.trash`)."""

    id: str
    title: str
    """What it was called."""
    on: date
    """The day it was deleted."""
    records: str
    """Everything that went, as JSON of kind and plain values (`core.written_out`)."""


Record = Me | Person | Interview | Note | Promise | Task | Touch | Card | Draft | Later | Binned
"""Everything the notebook keeps."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing the user did: records as they were and as they are then. `None` before: added; after: removed.

    The notebook writes a change in one transaction; undo writes `reversed()`.
    """

    label: Words
    pairs: tuple[tuple[Record | None, Record | None], ...]

    def reversed(self) -> Change:
        """The change that takes this one back."""
        return Change(self.label, tuple((after, before) for before, after in reversed(self.pairs)))


def added(label: Words, *records: Record) -> Change:
    """A change that adds `records`."""
    return Change(label, tuple((None, record) for record in records))


@dataclass(frozen=True, slots=True)
class Case:
    """One interview with everything about it: what the pure functions work on.

    `people` holds the interviewers in the order met, then whoever arranged the day and whoever gave the user's name.
    `notes` are in reading order, `promises` and `touches` oldest first; the last promise counts.
    """

    interview: Interview
    people: tuple[Person, ...] = ()
    notes: tuple[Note, ...] = ()
    promises: tuple[Promise, ...] = ()
    tasks: tuple[Task, ...] = ()
    touches: tuple[Touch, ...] = ()
    cards: tuple[Card, ...] = ()
    drafts: tuple[Draft, ...] = ()

    @property
    def interviewers(self) -> tuple[Person, ...]:
        """Those who interviewed: each is owed a card."""
        return tuple(person for person in self.people if person.id in self.interview.people)

    @property
    def promise(self) -> Promise | None:
        """The promise that counts: the one heard last."""
        return self.promises[-1] if self.promises else None

    def person(self, person: str | None) -> Person | None:
        """The person of that id, if it was one of these."""
        return next((each for each in self.people if each.id == person), None)

    def card(self, person: str) -> Card:
        """The card owed to that person; a fresh one where none was begun."""
        known = next((card for card in self.cards if card.person == person), None)
        return known or Card(id=card_id(self.interview.id, person), interview=self.interview.id, person=person)

    def draft(self, person: str, kind: str) -> Draft | None:
        """The message of that kind to that person as the user left it, if they changed one."""
        return next((draft for draft in self.drafts if (draft.person, draft.kind) == (person, kind)), None)

    def notes_of(self, person: str) -> tuple[Note, ...]:
        """That person's own notes."""
        return tuple(note for note in self.notes if note.person == person)

    def notes_about(self, person: str) -> tuple[Note, ...]:
        """That person's own notes, then those about everybody."""
        own = tuple(note for note in self.notes if note.person == person)
        return own + tuple(note for note in self.notes if note.person is None)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: `key` is kept in `Note.answer`, `words` stand on the button."""

    key: str
    words: Words


LEAVE_OUT = "leave-out"
"""The answer that keeps a note off the card; every question offers it last."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a note leaves open, answered with one press (never guessed)."""

    note: str
    words: Words
    choices: tuple[Choice, ...]


class Level(StrEnum):
    """How grave a finding is: a letter with a stop is not finished."""

    STOP = "stop"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a letter that wants a look. `sentence` is the index of the sentence it is about, if one."""

    level: Level
    code: str
    words: Words
    sentence: int | None = None
    fix: str | None = None
    """That sentence as one press would make it; empty: the press leaves it out. None: it takes a person to settle it."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What stands on one card, sentence by sentence, with what is still open about it."""

    interview: str
    company: str
    person: str
    name: str
    greeting: str
    sentences: tuple[Sentence, ...]
    closing: str
    signature: str
    findings: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()
    language: str = "en_US"
    """POSIX name of the language it is written in: decides where words may be hyphenated."""

    @property
    def finished(self) -> bool:
        """True when nothing stops it from being printed."""
        return all(finding.level is not Level.STOP for finding in self.findings)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The body's paragraphs, each as one text."""
        numbers = sorted({sentence.paragraph for sentence in self.sentences})
        return tuple(" ".join(s.text for s in self.sentences if s.paragraph == number) for number in numbers)

    @property
    def text(self) -> str:
        """The whole letter as plain text."""
        return "\n\n".join((self.greeting, *self.paragraphs, self.closing))


@dataclass(frozen=True, slots=True)
class Stock:
    """A sheet and the cards on it. All lengths in mm; the origin of a sheet is its top left corner.

    `panel` is the finished card as the reader holds it closed. `columns` x `rows` cards stand on a sheet, the first
    at `x`, `y`, the next ones `dx`, `dy` further.
    """

    id: str
    name: str
    sheet: tuple[float, float]
    panel: tuple[float, float]
    fold: str
    """"quarter", "half" or "flat"."""
    columns: int = 1
    rows: int = 1
    x: float = 0.0
    y: float = 0.0
    dx: float = 0.0
    dy: float = 0.0
    media: str = ""
    """The sheet's PWG 5101.1 media name, such as na_letter_8.5x11in."""
    inset: float = 0.0
    """How far from every edge of a panel an embossed frame reaches, in mm: no text stands there."""


@dataclass(frozen=True, slots=True)
class Workdays:
    """Which days are business days: Monday to Friday without the public holidays of `country`.

    `holidays` holds the years around today (`store.workdays` makes it). Weekends are Saturday and Sunday.
    """

    country: str = ""
    holidays: frozenset[date] = field(default_factory=frozenset)

    def is_workday(self, day: date) -> bool:
        """True when offices work on `day`."""
        return day.weekday() < 5 and day not in self.holidays  # noqa: PLR2004  (Saturday is 5)

    def after(self, day: date, count: int = 1) -> date:
        """The `count`-th business day after `day` (count >= 1)."""
        while count > 0:
            day += timedelta(days=1)
            count -= self.is_workday(day)
        return day

    def before(self, day: date) -> date:
        """The last business day before `day`."""
        day -= timedelta(days=1)
        while not self.is_workday(day):
            day -= timedelta(days=1)
        return day
