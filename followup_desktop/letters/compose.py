"""From the notes of an interview to one letter for each person, none like another.

A letter is a template's plan: an opening, the sentences made from that person's notes, what was promised, a line of
continued interest, a sign-off. What is drawn from a template is drawn without replacement within a panel, in an order
that depends on company, day and tone alone, so that the same notes give the same letters.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from followup_desktop.core.records import Card, CardState, Case, Letter, Me, Origin, Person, Question, Sentence
from followup_desktop.letters import occasions
from followup_desktop.letters.check import check, likeness
from followup_desktop.letters.lexicon import Lexicon
from followup_desktop.letters.notes import Outcome as Meaning
from followup_desktop.letters.notes import Route, understand
from followup_desktop.letters.redraft import joined
from followup_desktop.letters.template_set import TemplateSet
from followup_desktop.letters.templates import Block, Template, filled

MOST_DETAILS = 4
"""Sentences from notes on one card (E30: at most two short paragraphs)."""
UNLIKE = 0.2
"""Share of common runs of three words that two letters of a panel may have (CARDS, "Panel")."""
MOST_DRAWS = 6
"""How often a letter is drawn anew to be unlike the others."""
MOST_WORDS = 90
"""A card of more words gives up details, but never its first two (E30)."""
FEWEST_DETAILS = 2
SHORT = frozenset({"keep-in-touch"})
"""Occasions on which a card stays with its first two details (E43)."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ARTICLES = frozenset({"a", "an", "the"})
JOBS = frozenset({"job", "opening", "position", "post", "role", "vacancy"})
"""Words that every template says after a position's name: "Nursing position" is the nursing position."""
PROMISES = frozenset({"promise"})


@dataclass(slots=True)
class _Drawn:
    """What a panel's letters have used so far."""

    texts: set[str] = field(default_factory=set)
    """Sentences and sign-offs, folded: none is used twice."""
    common: dict[str, str] = field(default_factory=dict)
    """Note about everybody -> the one person whose card tells it."""


def letter(case: Case, person_id: str, me: Me, lexicon: Lexicon, templates: TemplateSet, avoid: Sequence[str] = ()) -> Letter:
    """The letter to that person; `avoid` holds sentences that cards posted to this employer have used.

    It is the very letter that `panel` gives. Raises `KeyError` for somebody who was not there.
    """
    for each in _letters(case, me, lexicon, templates, avoid, _owed(case, person_id)):
        if each.person == person_id:
            return each
    raise KeyError(person_id)


def coordinator_letter(
    case: Case, person_id: str, me: Me, lexicon: Lexicon, templates: TemplateSet, avoid: Sequence[str] = ()
) -> Letter:
    """One letter to that person that names everybody who was met, to stand in for many cards (E25).

    It is what `letter` gives from then on where the user chooses it (`Card.occasion`). Raises `KeyError` as `letter` does.
    """
    card = replace(case.card(person_id), occasion=occasions.EVERYONE, sentences=None)
    cards = (card, *(each for each in case.cards if each.person != person_id))
    return letter(replace(case, cards=cards), person_id, me, lexicon, templates, avoid)


def panel(case: Case, me: Me, lexicon: Lexicon, templates: TemplateSet, avoid: Sequence[str] = ()) -> tuple[Letter, ...]:
    """One letter per interviewer, in the order met; no sentence stands in two of them (E26)."""
    return _letters(case, me, lexicon, templates, avoid, case.interviewers)


def role_words(role: str, lexicon: Lexicon) -> str:
    """A position as it stands inside a sentence: "Staff nurse, ward 7" becomes "staff nurse", "QA Engineer" "QA engineer"."""
    words = re.split(r"\s*[,(/|–—]\s*|\s+-\s+", role.strip(), maxsplit=1)[0].split()
    known = lexicon.nouns | lexicon.adjectives | lexicon.verbs.keys()
    while words and words[0].lower() in ARTICLES:
        words = words[1:]
    while len(words) > 1 and words[-1].lower() in JOBS:
        words = words[:-1]
    plain = [word.lower() if word.istitle() and word.lower() in known else word for word in words]
    sentence_case = all(word.islower() for word in words[1:]) and bool(words) and words[0][1:].islower()
    if sentence_case and words[0].lower() not in lexicon.capitals:
        plain[0] = words[0].lower()
    return " ".join(plain)


def day_words(day: date) -> str:
    """The day of the interview as a letter says it, true whenever it is read: "on Monday"."""
    return f"on {WEEKDAYS[day.weekday()]}"


def month_words(day: date) -> str:
    """The month of the interview for a letter that is written later: "in November"."""
    return f"in {MONTHS[day.month - 1]}"


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "Ann", "Ann and Bo", "Ann, Bo and Cy"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _owed(case: Case, person_id: str) -> tuple[Person, ...]:
    extra = case.person(person_id)
    known = case.interviewers
    return known if extra is None or extra in known else (*known, extra)


def _letters(
    case: Case, me: Me, lexicon: Lexicon, templates: TemplateSet, avoid: Sequence[str], people: Sequence[Person]
) -> tuple[Letter, ...]:
    typed = (sentence.text for person in people for sentence in case.card(person.id).sentences or ())
    drawn = _Drawn({_folded(text) for text in (*avoid, *typed)})
    _deal(case, drawn)
    # Whoever asked for something else draws last, so that nobody else's letter changes with it.
    turns = sorted(range(len(people)), key=lambda at: (_asked(case.card(people[at].id)), at))
    made: dict[int, Letter] = {}
    for at in turns:
        made[at] = _unlike(case, people[at], me, lexicon, templates, drawn, at, tuple(made.values()))
    letters = [made[at] for at in range(len(people))]
    out = []
    for each in letters:
        found = check(each, case, me, others=[other for other in letters if other is not each], sent=avoid)
        stands_in = templates.finding(occasions.occasion(case, each.person), case.card(each.person).tone)
        out.append(replace(each, findings=(*found, stands_in) if stands_in else found))
    return tuple(out)


def _asked(card: Card) -> bool:
    """True where the user asked for other words, another tone or another occasion."""
    return card.variant > 0 or card.tone != occasions.TONES[0] or bool(card.occasion)


def _unlike(
    case: Case,
    person: Person,
    me: Me,
    lexicon: Lexicon,
    templates: TemplateSet,
    drawn: _Drawn,
    at: int,
    others: Sequence[Letter],
) -> Letter:
    """The letter in the first draw that is unlike every other one of the panel, else in the draw that is least like them."""
    tried: list[tuple[float, int, Letter, _Drawn]] = []
    for shift in range(MOST_DRAWS):
        trial = _Drawn(set(drawn.texts), drawn.common)
        letter = _letter(case, person, me, lexicon, templates, trial, at + shift * len(case.people))
        tried.append((max((likeness(letter, other) for other in others), default=0.0), shift, letter, trial))
        if tried[-1][0] <= UNLIKE:
            break
    _, _, letter, trial = min(tried, key=lambda each: each[:2])
    drawn.texts = trial.texts
    return letter


def _deal(case: Case, drawn: _Drawn) -> None:
    """Give each note about everybody to whoever has the fewest of their own; to the card that names all, where there is one."""
    naming = next((each for each in case.people if occasions.occasion(case, each.id) == occasions.EVERYONE), None)
    if naming is not None:
        drawn.common.update((note.id, naming.id) for note in case.notes if note.person is None)
        return
    load = {person.id: sum(note.person == person.id for note in case.notes) for person in case.interviewers}
    for note in case.notes:
        if note.person is None and load:
            person = min(load, key=lambda each: load[each])
            drawn.common[note.id] = person
            load[person] += 1


def values_of(case: Case, person: Person, me: Me, lexicon: Lexicon) -> dict[str, str]:
    """What a template's fields stand for in a letter to that person; empty where it is not known."""
    return {
        "first": person.address_as.strip() or person.name.strip(),
        "company": case.interview.company.strip(),
        "role": role_words(case.interview.role, lexicon),
        "day": day_words(case.interview.day),
        "month": month_words(case.interview.day),
        "names": listed([each.name.strip() for each in case.interviewers if each != person]),
        "me": me.name,
    }


def _letter(case: Case, person: Person, me: Me, lexicon: Lexicon, templates: TemplateSet, drawn: _Drawn, at: int) -> Letter:
    card = case.card(person.id)
    template = templates.choose(occasions.occasion(case, person.id), card.tone)
    values = values_of(case, person, me, lexicon)
    seed = f"{case.interview.company}|{case.interview.day.isoformat()}|{template.name}"
    draw = _Draw(seed, at + card.variant * max(1, len(case.interviewers)), len(case.people), values, drawn)
    sentences, questions = _sentences(case, person, me, lexicon, template, draw)
    if card.state is CardState.POSTED and card.sentences is not None:
        sentences, questions = card.sentences, ()  # it is on its way: nothing that was noted since changes it
    elif card.sentences is not None:
        sentences = joined(card.sentences, sentences, lambda note: _wordings_of(note, case, person, me, lexicon))
    return Letter(
        interview=case.interview.id,
        company=case.interview.company,
        person=person.id,
        name=person.name,
        greeting=filled(template.greeting.ways[0], values) or "",
        sentences=sentences,
        closing=draw.one(template.closing) or "",
        signature=me.name,
        questions=questions,
        language=_language(template, me),
    )


def _language(template: Template, me: Me) -> str:
    """The language of the letter: the template's, as the writer's own country spells it where that is known."""
    return me.locale if me.locale.partition("_")[0] == template.language else template.language


def _wordings_of(note_id: str, case: Case, person: Person, me: Me, lexicon: Lexicon) -> tuple[str, ...]:
    """The sentences that a note may become on that person's card; none where it is gone or stays off the card."""
    note = next((each for each in case.notes if each.id == note_id), None)
    if note is None:
        return ()
    meaning = understand(note, case, me, lexicon, reader=person)
    return meaning.wordings if meaning.route is Route.CARD else ()


@dataclass(slots=True)
class _Draw:
    """Draws one wording of a block, never one that the panel has used."""

    seed: str
    turn: int
    seats: int
    """How many letters draw from the same wordings, each with a turn of its own."""
    values: dict[str, str]
    drawn: _Drawn
    openings: set[str] = field(default_factory=set)
    """How this letter's sentences begin so far."""
    runs: set[tuple[str, ...]] = field(default_factory=set)
    """Runs of three words in this letter's sentences so far."""
    says_role: bool = False
    """Whether this letter has named the position."""

    def one(self, block: Block) -> str | None:
        """A wording that nothing has used, of those that name the position as long as the letter has not (E28).

        A letter that cannot take the one whose turn it is takes one that is nobody's turn, so that no other letter has to
        give way. None where every one names something that is not known.
        """
        ways = [way for way in block.ways if filled(way, self.values)]
        if not self.says_role and self.values["role"]:
            ways = [way for way in ways if "{role}" in way] or ways
        ways.sort(key=lambda way: hashlib.blake2b(f"{self.seed}|{way}".encode(), digest_size=8).digest())
        if not ways:
            return None
        turn, spare = self.turn % len(ways), ways[self.seats :]
        start = self.turn % max(1, len(spare))
        order = dict.fromkeys((ways[turn], *spare[start:], *spare[:start], *ways[turn:], *ways[:turn]))
        texts = [filled(way, self.values) or "" for way in order]
        unused = [text for text in texts if _folded(text) not in self.drawn.texts] or texts
        text = self.said(unused)
        self.says_role = self.says_role or bool(self.values["role"] and self.values["role"] in text)
        return text

    def said(self, texts: Sequence[str]) -> str:
        """The first of these that neither begins like another sentence of this letter nor has a turn of phrase of one."""
        text = min(texts, key=lambda text: 2 * (_opening(text) in self.openings) + (not self.runs.isdisjoint(_runs(text))))
        self.drawn.texts.add(_folded(text))
        self.openings.add(_opening(text))
        self.runs |= _runs(text)
        return text


def _sentences(
    case: Case, person: Person, me: Me, lexicon: Lexicon, template: Template, draw: _Draw
) -> tuple[tuple[Sentence, ...], tuple[Question, ...]]:
    details, promises, questions = _from_notes(case, person, me, lexicon, draw)
    if template.occasion in SHORT:
        details = details[:FEWEST_DETAILS]
    draw.values |= {"details": "yes" if details else "", "promise": "yes" if promises else ""}
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(template.paragraphs):
        for block in paragraph:
            if block.details or block.promise:
                sentences += [replace(each, paragraph=number) for each in (details if block.details else promises)]
            elif text := draw.one(block):
                sentences.append(Sentence(text, paragraph=number))
    return _shortened(sentences), tuple(questions)


def _from_notes(
    case: Case, person: Person, me: Me, lexicon: Lexicon, draw: _Draw
) -> tuple[list[Sentence], list[Sentence], list[Question]]:
    details: list[Sentence] = []
    promises: list[Sentence] = []
    questions: list[Question] = []
    for note in case.notes_about(person.id):
        if note.person is None and draw.drawn.common.get(note.id) != person.id:
            continue
        meaning = understand(note, case, me, lexicon, reader=person)
        if meaning.question is not None:
            questions.append(meaning.question)
        if meaning.route is not Route.CARD:
            continue
        text = _wording(meaning, draw)
        if text is not None:
            sentence = Sentence(text, note.id, Origin.NOTE)
            (promises if meaning.kind in PROMISES else details).append(sentence)
    return details[:MOST_DETAILS], promises, questions


def _wording(meaning: Meaning, draw: _Draw) -> str | None:
    """A frame that reads like no other sentence of this letter and stands on no other card."""
    unused = [text for text in meaning.wordings if _folded(text) not in draw.drawn.texts]
    turn = draw.turn % max(1, len(unused))
    ordered = unused[turn:] + unused[:turn]
    return draw.said(ordered) if ordered else None


def _shortened(sentences: list[Sentence]) -> tuple[Sentence, ...]:
    while sum(len(sentence.text.split()) for sentence in sentences) > MOST_WORDS:
        details = [at for at, sentence in enumerate(sentences) if sentence.note is not None]
        if len(details) <= FEWEST_DETAILS:
            break
        del sentences[details[-1]]
    return tuple(sentences)


def _opening(text: str) -> str:
    return " ".join(text.lower().split()[:2])


def _runs(text: str) -> set[tuple[str, ...]]:
    run = _folded(text).split()
    return set(zip(run, run[1:], run[2:], strict=False))


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()
