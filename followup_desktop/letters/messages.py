"""What goes by e-mail: the question how things stand, thanks after a no, a hello, thanks beside a card; and a text to connect.

A message is drawn from a template like a letter, but with the days as they are read weeks later, with the promised date
where one is known, and with at most a detail or two. A thank-you e-mail is the twin of a card (E23, E24): it shares no
sentence with any card of the panel and reads unlike all of them. Nothing that stays off a card stands in a message.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from followup_desktop.core import etiquette, rhythm
from followup_desktop.core.dates import WEEKDAYS, written
from followup_desktop.core.etiquette import DEFAULTS, Rules
from followup_desktop.core.records import (
    Case,
    Finding,
    Letter,
    Me,
    Note,
    Origin,
    Outcome,
    Permission,
    Person,
    Sentence,
    Talk,
    Workdays,
)
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.letters import compose
from followup_desktop.letters.check import likeness
from followup_desktop.letters.lexicon import Lexicon
from followup_desktop.letters.message_check import MOST_CHARACTERS, look_over, sentences_of
from followup_desktop.letters.notes import Route, understand
from followup_desktop.letters.reproach import arguing, reproach
from followup_desktop.letters.template_set import TemplateSet
from followup_desktop.letters.templates import Block, Template, fields, filled

THANK_YOU, FOLLOW_UP, AFTER_REJECTION, KEEP_IN_TOUCH, CONNECT = (
    "thank-you-email",
    "follow-up",
    "after-rejection",
    "keep-in-touch-email",
    "connect",
)
TOUCHES = frozenset({FOLLOW_UP, AFTER_REJECTION, KEEP_IN_TOUCH})
"""Messages that count as a touch once they are sent; a thank-you never does, nor an invitation to connect."""
DETAILS = {THANK_YOU: 2, FOLLOW_UP: 0, AFTER_REJECTION: 1, KEEP_IN_TOUCH: 1, CONNECT: 1}
"""Most sentences from notes in a message of that kind (E43: one reason)."""
UNLIKE = 0.18
"""Share of common runs of three words that a twin and a card may have: under the 0.20 of E24 however words are told apart."""
MOST_DRAWS = 14
"""How often a twin is drawn anew to be unlike every card."""
WEEK, HALF_A_YEAR = 7, 182
STALE = frozenset({"promise", "mine"})
"""Kinds of notes that only a card tells: what was promised is done by then, and a message is not about the writer."""
BY_WHICH = ("promised", "role")
"""Fields for whose sake a wording is taken, the first before the second: a follow-up names the date and the position (E15)."""

_LASTING = re.compile(r"\b(?:keep (?:thinking|coming)|stayed with me|will remember|(?:have )?not forgotten)\b")


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it is handed on: `kind` is one of the messages, `to` an address or empty, `body` plain text."""

    kind: str
    person: str
    to: str
    subject: str
    body: str
    findings: tuple[Finding, ...]


def message(
    case: Case,
    person_id: str,
    kind: str,
    me: Me,
    lexicon: Lexicon,
    templates: TemplateSet,
    today: date,
    avoid: Sequence[str] = (),
    *,
    tone: str = "",
    turn: int = 0,
) -> Message:
    """The message of that kind to that person, as it reads on `today`.

    `avoid` holds sentences that went to this employer before. `tone` is the card's where none is given; `turn` counts how
    often other words were asked for. Raises `KeyError` for somebody who is not of this interview, `LookupError` for a kind
    that has no template.
    """
    person = case.person(person_id)
    if person is None:
        raise KeyError(person_id)
    wanted = tone or case.card(person_id).tone
    template = templates.choose(kind, wanted)
    if kind == THANK_YOU:
        drafts = _Drafts(case, me, lexicon, template, today, kind)
        letter = _twin(drafts, person, compose_cards(case, person, me, lexicon, templates, avoid), avoid, turn)
    else:
        drafts = _Drafts(case, me, lexicon, template, today, kind, set(map(_folded, avoid)))
        letter = drafts.letter(person, _turn(case, person, kind) + turn, DETAILS[kind])
    body = _short(drafts, person, letter) if kind == CONNECT else _text(letter)
    subject = drafts.subject(person)
    stands_in = templates.finding(kind, wanted)
    found = look_over(kind, subject, body, case, person_id, me)
    return Message(kind, person_id, person.email, subject, body, (*found, stands_in) if stands_in else found)


def kinds_for(case: Case, person_id: str, now: datetime, rules: Rules = DEFAULTS) -> tuple[str, ...]:
    """The messages that fit for that person now, likeliest first; none before the interview took place (E40).

    Whoever did not interview is only asked how things stand (E12, E13): nobody thanks them for a talk they had no part in.
    """
    person, told = case.person(person_id), case.interview
    if person is None or not etiquette.met(case, now):
        return ()
    open_still = told.outcome in {Outcome.WAITING, Outcome.OFFER} and told.talk is not Talk.INFORMATIONAL
    if person not in case.interviewers:
        asked = person.id in {told.arranged_by, told.contact} or person == etiquette.right_person(case)[0]
        return (FOLLOW_UP,) if open_still and asked else ()
    if open_still:
        late = now - told.ends() > timedelta(hours=rules.late_hours)
        thanked = late or case.card(person_id).posted_at is not None
        return (FOLLOW_UP, THANK_YOU, CONNECT) if thanked else (THANK_YOU, FOLLOW_UP, CONNECT)
    if told.outcome is not Outcome.REJECTED:
        return (KEEP_IN_TOUCH, CONNECT)
    since = told.outcome_on or told.last_day
    thanked = any(touch.person == person_id and touch.on > since for touch in case.touches)
    return (KEEP_IN_TOUCH, AFTER_REJECTION, CONNECT) if thanked else (AFTER_REJECTION, KEEP_IN_TOUCH, CONNECT)


def too_soon(case: Case, kind: str, today: date, workdays: Workdays, rules: Rules = DEFAULTS) -> Words | None:
    """Why that message is too soon on that day (E9 to E11, E39, E41); None when it is fine. Explained, never forbidden."""
    if kind == FOLLOW_UP:
        if case.interview.permission is Permission.NO:
            told = QT_TRANSLATE_NOOP("letters", "You noted that {company} would rather not be asked.")
            return Words(told, {"company": case.interview.company})
        return etiquette.too_soon(case, today, workdays, rules)
    hello = rhythm.hello(case, (), workdays, rules) if kind == KEEP_IN_TOUCH else None
    said = case.interview.outcome_on
    if kind == AFTER_REJECTION and said is not None and today <= said:
        text = QT_TRANSLATE_NOOP("letters", "The answer came today. A day later thanks come easier; {on} is early enough.")
        return Words(text, {"on": said + timedelta(days=1)})
    if hello is None or today >= hello.on:
        return None
    if hello.rule == "E39":
        text = QT_TRANSLATE_NOOP("letters", "First thank them for the talk; a hello comes a month later.")
        return Words(text)
    told = QT_TRANSLATE_NOOP("letters", "You last wrote on {last}. Quiet until {on} feels kinder.")
    return Words(told, {"last": hello.last, "on": hello.on})


def compose_cards(
    case: Case, person: Person, me: Me, lexicon: Lexicon, templates: TemplateSet, avoid: Sequence[str]
) -> tuple[Letter, ...]:
    """Every card of the panel as it now stands, and that person's own where they were not on the panel."""
    cards = compose.panel(case, me, lexicon, templates, avoid)
    if person in case.interviewers:
        return cards
    return (*cards, compose.letter(case, person.id, me, lexicon, templates, avoid))


def _turn(case: Case, person: Person, kind: str) -> int:
    """Which wording's turn it is: another one after every touch, and for each person of a panel."""
    if kind == FOLLOW_UP:
        return len(case.touches)
    return case.people.index(person) + len(case.people) * sum(touch.person == person.id for touch in case.touches)


@dataclass(slots=True)
class _Drafts:
    """Drafts of one kind for one interview; what is `used` is not said again."""

    case: Case
    me: Me
    lexicon: Lexicon
    template: Template
    today: date
    kind: str
    used: set[str] = field(default_factory=set)
    read: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Note and person -> sentences: a note is read once for all draws."""

    def values(self, person: Person) -> dict[str, str]:
        """What the fields of the template stand for."""
        promise, country = self.case.promise, self.me.country
        named = promise.latest if promise is not None else None
        return {
            **compose.values_of(self.case, person, self.me, self.lexicon),
            "day": day_words(self.case.interview.day, self.today, country),
            "promised": written(named, country) if named else "",
            "me": self.me.name.strip(),
        }

    def subject(self, person: Person) -> str:
        """The subject line; a plain one where the template's has a field that is not known."""
        values = self.values(person)
        line = filled(self.template.subject, values)
        if line:
            return line
        if self.kind == CONNECT:
            return ""
        return f"My interview at {values['company']}" if values["company"] else "Our conversation"

    def letter(self, person: Person, turn: int, details: int) -> Letter:
        """The draft whose turn it is, with at most so many sentences from notes."""
        values, sentences = self.values(person), []
        for number, paragraph in enumerate(self.template.paragraphs):
            for block in paragraph:
                if block.details:
                    told = self.details(person, turn)[:details] if details else ()
                    sentences += [Sentence(text, note, Origin.NOTE, number) for note, text in told]
                elif not block.promise:
                    text = self.one(block, values, turn)
                    sentences += [Sentence(text, paragraph=number)] if text else []
        return Letter(
            interview=self.case.interview.id,
            company=self.case.interview.company,
            person=person.id,
            name=person.name,
            greeting=filled(self.template.greeting.ways[0], values) or "",
            sentences=tuple(sentences),
            closing=self.one(self.template.closing, values, turn),
            signature=values["me"],
        )

    def ways(self, block: Block, values: dict[str, str], turn: int) -> list[str]:
        """The wordings that can be said, the one whose turn it is first; those that name what matters before all others."""
        known = {way: text for way in block.ways if (text := filled(way, values))}
        for name in BY_WHICH:
            known = {way: text for way, text in known.items() if values.get(name) and name in fields(way)} or known
        seed = f"{self.case.interview.company}|{self.case.interview.day.isoformat()}|{self.template.name}"
        ways = sorted(known, key=lambda way: hashlib.blake2b(f"{seed}|{way}".encode(), digest_size=8).digest())
        turn %= max(1, len(ways))
        return [known[way] for way in (*ways[turn:], *ways[:turn])]

    def one(self, block: Block, values: dict[str, str], turn: int) -> str:
        """The wording whose turn it is, or the next one that was not used; empty where none can be said."""
        texts = self.ways(block, values, turn)
        return next(filter(self.is_fresh, texts), texts[0] if texts else "")

    def details(self, person: Person, turn: int) -> list[tuple[str, str]]:
        """Note and sentence of what may be told to that person, each note once; their own notes first, by turn."""
        own = self.case.notes_of(person.id)
        at = turn % max(1, len(own))
        notes = (*own[at:], *own[:at], *(note for note in self.case.notes if note.person is None))
        found: list[tuple[str, str]] = []
        openings: set[str] = set()
        for note in notes:
            texts = [text for text in self.wordings(note, person) if self.is_fresh(text)]
            start = (turn + len(found)) % max(1, len(texts)) if self.kind == THANK_YOU else 0
            ordered = texts[start:] + texts[:start]
            text = next((text for text in ordered if _opening(text) not in openings), ordered[0] if ordered else "")
            if text:
                openings.add(_opening(text))
                found.append((note.id, text))
        return found

    def is_fresh(self, text: str) -> bool:
        """True where no sentence of `text` was used."""
        return not any(_folded(part) in self.used for part in (text, *sentences_of(text)))

    def wordings(self, note: Note, person: Person) -> list[str]:
        """The sentences that a note may become in this message; in one that comes later, what stayed is said first."""
        key = (note.id, person.id)
        if key not in self.read:
            meaning = understand(note, self.case, self.me, self.lexicon, reader=person)
            told = meaning.wordings if meaning.route is Route.CARD and meaning.kind not in STALE else ()
            told = tuple(text for text in told if not reproach(text) and (self.kind != AFTER_REJECTION or not arguing(text)))
            self.read[key] = sorted(told, key=lambda text: self.kind != THANK_YOU and not _LASTING.search(text))
        return self.read[key]


def day_words(day: date, today: date, country: str) -> str:
    """The day of the interview as a message says it on `today`: "today", "on Monday" within a week, else "on 5 November"."""
    ago = (today - day).days
    if ago in (0, 1):
        return ("today", "yesterday")[ago]
    if 0 < ago < WEEK:
        return f"on {WEEKDAYS[day.weekday()]}"
    told = written(day, country)
    if abs(ago) <= HALF_A_YEAR:
        return f"on {told}"
    return f"on {told}, {day.year}" if told[:1].isalpha() else f"on {told} {day.year}"


def _twin(drafts: _Drafts, person: Person, cards: Sequence[Letter], avoid: Sequence[str], turn: int) -> Letter:
    """The e-mail beside that person's card: the twins of those met before are drawn first, so that all of them differ."""
    drafts.used = {_folded(text) for text in (*avoid, *_said(cards), *_printed(drafts.case))}
    before: list[Letter] = []
    people = drafts.case.interviewers if person in drafts.case.interviewers else (*drafts.case.interviewers, person)
    for at, each in enumerate(people):
        own = [card for card in cards if card.person == each.id]
        told = {sentence.note for card in own for sentence in card.sentences if sentence.note}
        twin = _unlike(drafts, each, at + (turn if each is person else 0), (*own, *cards, *before), told)
        if each is person:
            break
        drafts.used |= {_folded(text) for text in _said([twin])}
        before.append(twin)
    return twin


def _unlike(drafts: _Drafts, person: Person, turn: int, others: Sequence[Letter], told: set[str]) -> Letter:
    """The first draft that is unlike all `others`: with other notes than those `told` on the card where there are some."""
    tried: list[tuple[float, int, Letter]] = []
    for shift in range(MOST_DRAWS):
        letter = drafts.letter(person, turn + shift, len(drafts.case.notes))
        for pick in _picks(letter, told):
            like = max((likeness(pick, other) for other in others), default=0.0)
            tried.append((like, len(tried), pick))
            if like <= UNLIKE:
                return pick
    return min(tried, key=lambda each: each[:2])[2]


def _picks(letter: Letter, told: set[str]) -> Iterator[Letter]:
    """That draft with two details, with one, with none; new ones before those of the card."""
    notes = [sentence for sentence in letter.sentences if sentence.note]
    best = sorted(notes, key=lambda sentence: sentence.note in told)
    for count in dict.fromkeys(min(len(best), most) for most in range(DETAILS[THANK_YOU], -1, -1)):
        kept = best[:count]
        yield Letter(
            letter.interview,
            letter.company,
            letter.person,
            letter.name,
            letter.greeting,
            tuple(sentence for sentence in letter.sentences if not sentence.note or sentence in kept),
            letter.closing,
            letter.signature,
        )


def _printed(case: Case) -> Iterable[str]:
    """The sentences of the cards that were printed for this interview."""
    return (sentence for card in case.cards for sentence in sentences_of(card.printed_text))


def _said(letters: Iterable[Letter]) -> Iterable[str]:
    """Every sentence and sign-off of these letters."""
    for each in letters:
        yield from (part for sentence in each.sentences for part in sentences_of(sentence.text))
        yield from (sentence.text for sentence in each.sentences)
        yield each.closing


def _text(letter: Letter) -> str:
    """The message as plain text, with the writer's name below the sign-off."""
    return "\n".join(part for part in (letter.text.strip(), letter.signature) if part)


def _short(drafts: _Drafts, person: Person, letter: Letter) -> str:
    """An invitation to connect: the richest text of whole sentences that LinkedIn takes (`MOST_CHARACTERS`)."""
    fixed = [sentence.text for sentence in letter.sentences if not sentence.note]
    details = [text for _, text in drafts.details(person, 0)] if any(s.note for s in letter.sentences) else []
    end = "\n".join(part for part in (letter.closing, letter.signature) if part)
    full, bare = (letter.greeting, end), (letter.greeting, letter.signature)
    rich = [([*fixed[:1], each, *fixed[1:]], ends) for each in details for ends in (full, bare)]
    plain = [(told, ends) for ends in (full, bare, (letter.greeting, ""), ("", "")) for told in (fixed, fixed[:1], fixed[1:])]
    for told, (first, last) in (*rich, *plain):
        text = "\n".join(part for part in (first, " ".join(told), last) if part)
        if len(text) <= MOST_CHARACTERS:
            return text
    return ""


def _opening(text: str) -> str:
    return " ".join(text.lower().split()[:2])


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()
