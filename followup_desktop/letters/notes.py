"""From one note to the sentence it becomes on a card, or to the question it raises."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import islice

from followup_desktop.core.records import LEAVE_OUT, Box, Case, Choice, Me, Note, Person, Question
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.letters import routing
from followup_desktop.letters.frames import wordings
from followup_desktop.letters.grammar import KIN, SUBJECTS, grammar_of
from followup_desktop.letters.lexicon import Lexicon, fold
from followup_desktop.letters.mention import FORMS, Who, near_names, other_person, resolve, unknown_name, who
from followup_desktop.letters.name_forms import spelt_alike
from followup_desktop.letters.normalise import Token, clean, join, normalise
from followup_desktop.letters.reading.goodwill import goodwill
from followup_desktop.letters.reading.phrases import noun_phrases
from followup_desktop.letters.reading.piece import Context, Doubt, Thought
from followup_desktop.letters.reading.thoughts import answered, thoughts
from followup_desktop.letters.tenses import open_tense
from followup_desktop.letters.verify import faults, frame_faults, uncertain


class Route(StrEnum):
    """Where a note goes."""

    CARD = "card"
    CALENDAR = "calendar"
    PRIVATE = "private"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a note.

    `kind` is the sort of note (fact, deed, shared, advice, promise, ...). `wordings` holds the sentence in several frames,
    best first, and is empty unless the route is card. `why` says in words why a note stays off the card.
    """

    route: Route
    kind: str = ""
    wordings: tuple[str, ...] = ()
    question: Question | None = None
    why: Words | None = None

    @property
    def sentence(self) -> str | None:
        """The sentence for the card in its first wording, if there is one."""
        return self.wordings[0] if self.wordings else None


STAYS_PRIVATE = {
    "pay": QT_TRANSLATE_NOOP("letters", "Stays private: pay never goes on a card."),
    "offer": QT_TRANSLATE_NOOP("letters", "Stays private: other offers never go on a card."),
    "complaint": QT_TRANSLATE_NOOP("letters", "Stays private: nothing unkind goes on a card."),
    "health": QT_TRANSLATE_NOOP("letters", "Stays private: this is somebody's private life."),
    "family": QT_TRANSLATE_NOOP("letters", "Stays private: questions like this never go on a card."),
    "secret": QT_TRANSLATE_NOOP("letters", "Stays private: it sounds like a confidence."),
    "worry": QT_TRANSLATE_NOOP("letters", "Stays private: your own worries never go on a card."),
}
CALENDAR = QT_TRANSLATE_NOOP("letters", "This is about what comes next. It belongs into the calendar, not on the card.")
OTHER_ANSWERS = ("talked", "theirs", "seen", "shared", "told", "plain")
"""Answers that put the words of a note into a frame of the writer's choice, in the order they are offered."""
PARTS = ("part 1", "part 2")
"""Answers that put only one part of a note onto the card."""
THINGS = ("thing 1", "thing 2")
"""Answers that only mention a thing which the note names."""
MOST_ANSWERS = 3
"""Answers that a question offers beside leaving the note out."""
FIRST_ANSWERS = ("keep", "me", "reader", "other")
"""Answers that say what was open; they stand before all others."""
SIGNS_BETWEEN = frozenset({",", ";", ".", "!", "?", "-", "–", "—", "(", ")", ":", "="})
"""What stands between the parts of a note."""
SHORTEST_PART = 3
"""Words that such a part has at least."""
BY_CLAUSE = ("deed", "act")
"""Kinds whose second filling is the clause itself."""
LONGEST_PHRASE = 40
"""Characters of a note that are shown in its question."""


def understand(note: Note, case: Case, me: Me, lexicon: Lexicon, reader: Person | None = None) -> Outcome:
    """What `note` becomes on the card for `reader` (else for the person it is about).

    A note about everybody that is read for nobody in particular is turned as for the first interviewer.
    """
    del me  # who writes is always "I"
    reader = reader or case.person(note.person) or (case.interviewers[0] if case.interviewers else None)
    if reader is None or not note.text.strip():
        return Outcome(Route.ASK)
    if note.answer == LEAVE_OUT:
        return Outcome(Route.PRIVATE, "left-out", why=Words(QT_TRANSLATE_NOOP("letters", "You left this out.")))
    return _Understanding(note, case, lexicon, reader).outcome()


class _Understanding:
    """One note on its way to a sentence for one reader."""

    def __init__(self, note: Note, case: Case, lexicon: Lexicon, reader: Person) -> None:
        self.note = note
        self.lexicon = lexicon
        self.reader = reader
        self.whom: Who = _with_title(_with_spellings(who(reader, case, lexicon), reader, note.text), note.text)
        self.grammar = grammar_of(lexicon)
        near = near_names(note.text, self.whom, reader, self.grammar)
        self.whom = replace(self.whom, names=self.whom.names | near) if near else self.whom
        self.names = self.whom.names | self.whom.company | self.whom.others
        self.tokens = normalise(note.text, self.grammar, self.names)

    def outcome(self) -> Outcome:
        """Where the note goes, with its sentence or its question."""
        off = self._off_card()
        if off is not None:
            return off
        try:
            return self._card(self.tokens, self.note.answer)
        except Doubt as doubt:
            return Outcome(Route.ASK, question=self._question(doubt))

    def _off_card(self) -> Outcome | None:
        """Private and calendar notes; where a part of the note is neither, one may ask for that part."""
        texts = dict.fromkeys((join(self.tokens).lower(), clean(self.note.text).lower().rstrip(" .!")))
        reason = next(filter(None, (routing.private(text, self.lexicon) for text in texts)), "")
        later = "" if reason else next(filter(None, (routing.calendar(text, self.lexicon) for text in texts)), "")
        if not reason and not later and (self._scheduled(self.tokens) or self._scheduled(self.tokens, clean(self.note.text))):
            later = "schedule"
        if not reason and not later:
            return None
        rest = self._rest(apart=reason in ("health", "family", "secret", "worry"))
        if rest:
            try:
                card = self._card(rest, "")
            except Doubt:
                card = None
            if card is not None and self.note.answer == "rest":
                return card
            if card is not None and card.sentence is not None:
                return Outcome(Route.ASK, reason or later, question=self._rest_question(card.sentence))
        if reason and all(routing.mild(text, self.lexicon) for text in texts if routing.private(text, self.lexicon)):
            return self._mild()
        if reason:
            return Outcome(Route.PRIVATE, reason, why=Words(STAYS_PRIVATE[reason]))
        return Outcome(Route.CALENDAR, later, why=Words(CALENDAR))

    def _mild(self) -> Outcome:
        """The question about a note with a word that is unkind only sometimes, or what its answer leads to."""
        if not self.note.answer:
            return Outcome(Route.ASK, question=self._question(Doubt("delicate")))
        try:
            return self._card(self.tokens, self.note.answer)
        except Doubt as doubt:
            return Outcome(Route.ASK, question=self._question(doubt))

    def _scheduled(self, tokens: list[Token], text: str = "") -> bool:
        """Whether these tokens are an entry of a diary and tell of nothing that happened."""
        if not tokens or any(self._happened(tokens, at) for at in range(len(tokens))):
            return False
        verbless = not any(self.grammar.verb_first(token.low) for token in tokens)
        return routing.scheduled(text or join(tokens), self.lexicon, verbless=verbless)

    def _happened(self, tokens: list[Token], at: int) -> bool:
        """Whether the word at `at` is a past tense that somebody is the subject of, said or left out."""
        past = self.grammar.past(tokens[at].low)
        if past is None or not self.grammar.verb_first(tokens[at].low):
            return False
        before = at - 1
        while before >= 0 and self.grammar.adverb(tokens[before].low):
            before -= 1
        return (
            before < 0
            or tokens[before].low in SUBJECTS
            or not tokens[before].word
            or fold(tokens[before].text) in self.whom.names
            or any(token.low in ("me", "my") for token in tokens[at + 1 : at + 3])
        )

    def _rest(self, *, apart: bool) -> list[Token]:
        """The tokens of those parts of the note that stay when what is off the card is taken away.

        A part must say itself whom it is about; with `apart` only another sentence counts, since what follows a confidence
        after a comma is still about it.
        """
        parts: list[list[Token]] = [[]]
        for token in self.tokens:
            if token.text in (";", ".", "!") or (
                not apart and (token.text in (",", "(", ")", "-", "–", "—") or token.low in ("but", "and"))
            ):
                parts.append([])
            parts[-1].append(token)
        clear = [part for part in parts if self._clear(part)]
        joined = [token for part in clear for token in part]
        while joined and (not joined[0].word or joined[0].low in ("but", "and")):
            joined = joined[1:]
        return joined if len(joined) > 2 and len(clear) < len(parts) else []  # noqa: PLR2004  (two words say nothing)

    def _clear(self, part: list[Token]) -> bool:
        """Whether a part of a note that is partly off the card may be put on it: its own subject, and nothing private."""
        text = join(part)
        forms = FORMS.get(self.whom.pronoun, {**FORMS["she"], **FORMS["he"]}).keys() | {"we", "both", "they"}
        first = next((token for token in part if token.word), None)
        own = any(token.low in forms or fold(token.text.removesuffix("'s")) in self.whom.names for token in part)
        deed = first is not None and self.grammar.past(first.low) and any(token.low in ("me", "us") for token in part)
        return (
            (own or bool(deed))
            and not routing.private(text, self.lexicon)
            and not routing.calendar(text, self.lexicon)
            and not self._scheduled(part)
        )

    def _card(self, tokens: list[Token], answer: str, *, chosen: bool = False) -> Outcome:
        """The sentence of these tokens. Raises `Doubt` where something is open or the sentence is not sound.

        With `chosen` the user has picked these very words, so that it is not asked whether they belong onto a card.
        """
        if answer in PARTS or answer in THINGS:
            return self._picked(answer)
        whom = self.whom
        named = unknown_name(tokens, whom, self.grammar)
        if named and fold(named) not in whom.names | whom.initials:
            if answer != "reader":
                raise Doubt("named", named)
            known = {fold(named), fold(named).rpartition("-")[0] or fold(named)}
            whom = replace(whom, names=whom.names | known, others=whom.others - known)
            answer, chosen = "", True
        if not (answer or chosen) and open_tense(tokens, self.grammar, self.names):
            raise Doubt("sense")
        resolved = resolve([token.copy() for token in tokens], whom, self.grammar, answer)
        other = other_person(resolved.tokens, whom, self.grammar)
        if other and not answer:
            own = self._named_parts(tokens)
            if own and len(own) < len(tokens):
                return self._card(own, answer)
            raise Doubt("other", other)
        if resolved.doubts and not answer:
            raise Doubt("who", resolved.unclear)
        found = self._thoughts(tokens, resolved.tokens, answer)
        if not answer and not chosen and not self._does_good(tokens, found):
            raise Doubt("delicate")
        return self._outcome(found, whom, resolved.kept, spelling=not (answer or chosen))

    def _picked(self, answer: str) -> Outcome:
        """The sentence of the part or the thing that the user has picked."""
        if answer in THINGS:
            return self._mention(THINGS.index(answer))
        spans = self._spans
        at = PARTS.index(answer)
        if at >= len(spans):
            raise Doubt("sense")
        return self._part(spans[at])

    def _thoughts(self, tokens: list[Token], resolved: list[Token], answer: str) -> list[Thought]:
        """What the tokens say, with the reader in them as "you" (`resolved`), in the light of the answer."""
        context = Context(
            self.grammar,
            self.note.box,
            "reader" if answer == "other" else answer,
            family=any(each.low in KIN for each in tokens),
            mine=any(each.low in ("me", "my", "i", "us") for each in tokens),
        )
        if answer == "plain":
            return [answered(resolved, context)]
        try:
            return thoughts(resolved, context)
        except Doubt:
            if answer not in OTHER_ANSWERS:
                raise
            return [answered(resolved, context)]

    @cached_property
    def _spans(self) -> list[list[Token]]:
        """Those parts of a note between its signs that are sentences by themselves, the longest first."""
        parts: list[list[Token]] = [[]]
        for token in self.tokens:
            if token.text in SIGNS_BETWEEN or token.low in ("but", "so"):
                parts.append([])
            else:
                parts[-1].append(token)
        ordered = sorted((part for part in parts if SHORTEST_PART <= len(part) < len(self.tokens)), key=len, reverse=True)
        return list(islice(filter(self._reads, ordered), len(PARTS))) if len(parts) > 1 else []

    @cached_property
    def _things(self) -> list[str]:
        """What a note names and one may have talked about."""
        resolved = resolve([token.copy() for token in self.tokens], self.whom, self.grammar, "reader")
        named = [text for text in noun_phrases(resolved.tokens, self.grammar) if not self._faulty(_talk(text))]
        return named[: len(THINGS)]

    def _faulty(self, thought: Thought) -> bool:
        texts = wordings(thought.kind, thought.parts)
        return uncertain("", thought.parts[0], self.grammar, spelling=False) or bool(
            faults(texts[0], self.whom, self.grammar, set())
        )

    def _mention(self, at: int) -> Outcome:
        """The sentence that only mentions one of the things."""
        things = self._things
        if at >= len(things):
            raise Doubt("sense")
        return Outcome(Route.CARD, "talk", wordings("talk", _talk(things[at]).parts))

    def _reads(self, part: list[Token]) -> bool:
        """Whether these words alone make a sentence."""
        try:
            return self._part(part).sentence is not None
        except Doubt:
            return False

    def _part(self, part: list[Token]) -> Outcome:
        """The sentence of a part of a note that the user has picked; where it cannot be read, its own words."""
        try:
            return self._card(part, "", chosen=True)
        except Doubt:
            return self._card(part, "plain")

    def _does_good(self, tokens: list[Token], found: list[Thought]) -> bool:
        """Whether the thoughts may go onto a card without asking."""
        text = join(tokens)
        if routing.delicate(text, self.lexicon) or routing.slip(text, self.grammar, self.names):
            return False
        return self.note.box is Box.ENJOYED or goodwill(tokens, frozenset(each.kind for each in found), self.grammar)

    def _named_parts(self, tokens: list[Token]) -> list[Token]:
        """The parts of a note about several people that name the reader and nobody else, as it was typed."""
        parts: list[list[Token]] = [[]]
        for token in tokens:
            if token.text in (",", ";", ".", "!", "-", "–", "—"):
                parts.append([])
            else:
                parts[-1].append(token)
        foreign = self.whom.others | self.lexicon.names - self.whom.names
        kept: list[Token] = []
        for part in parts:
            stems = [fold(token.text.removesuffix("'s")) for token in part]
            if (
                stems
                and stems[0] in self.whom.names
                and not any(stem in foreign and token.text[:1].isupper() for stem, token in zip(stems, part, strict=True))
            ):
                kept += [*([Token(";", gap=False)] if kept else []), *part]
        return kept

    def _outcome(self, found: list[Thought], whom: Who, kept: set[str], *, spelling: bool) -> Outcome:
        for thought in found:
            words = thought.parts[-1 if thought.kind in BY_CLAUSE else 0]
            if uncertain(thought.kind, words, self.grammar, spelling=spelling):
                raise Doubt("sense")
        combined = iter(_combined(found))
        first = next((text for text in combined if not faults(text, whom, self.grammar, kept)), None)
        if first is None:
            raise Doubt("sense")
        texts = (first, *(text for text in combined if not frame_faults(text)))
        kind = next((thought.kind for thought in found if thought.kind == "promise"), found[0].kind)
        return Outcome(Route.CARD, kind, texts)

    # ------------------------------------------------------------------ questions
    def _question(self, doubt: Doubt) -> Question:
        name = self.reader.address_as or self.reader.name
        phrase = self._phrase(doubt)
        said, choices = self._choices(doubt, name)
        out = (
            QT_TRANSLATE_NOOP("letters", "Somebody else")
            if doubt.kind == "named"
            else QT_TRANSLATE_NOOP("letters", "Leave it out")
        )
        offered: list[Choice] = list(islice(self._different(self._offered(doubt, choices)), MOST_ANSWERS))
        offered.append(Choice(LEAVE_OUT, Words(out)))
        return Question(self.note.id, Words(said, {"name": name, "words": phrase}), tuple(offered))

    def _offered(self, doubt: Doubt, choices: list[tuple[str, Words]]) -> Iterator[Choice]:
        """The answers that may lead to a sentence, those that say most first."""
        sure = [Choice(key, words) for key, words in choices if key in FIRST_ANSWERS]
        others = [Choice(key, words) for key, words in choices if key not in FIRST_ANSWERS]
        yield from sure
        if doubt.kind == "topic" and len(self.tokens) <= SHORTEST_PART + 1:
            yield from others
            return
        parts = self._parts_offered()
        yield from parts[:1]
        things = self._things_offered()
        yield from (*things[:1], *others, *parts[1:], *things[1:])

    def _different(self, choices: Iterable[Choice]) -> Iterator[Choice]:
        """Those answers that lead to a sentence at once, and to another one than those before."""
        seen = {""}
        for choice in choices:
            sentence = self._answered(choice.key)
            if sentence not in seen:
                seen.add(sentence)
                yield choice

    def _phrase(self, doubt: Doubt) -> str:
        if doubt.kind == "subject" and doubt.word:
            low = [token.low for token in self.tokens]
            at = low.index(doubt.word.split()[0]) if doubt.word.split()[0] in low else 0
            end = at + 1
            while (
                end < len(self.tokens)
                and end < at + 4
                and self.tokens[end].word
                and self.tokens[end - 1].low not in ("it", "that")
            ):
                end += 1
            return join(self.tokens[at:end])
        text = doubt.word if doubt.kind in ("who", "other", "named") and doubt.word else self.note.text.strip()
        return _shortened(text)

    def _choices(self, doubt: Doubt, name: str) -> tuple[str, list[tuple[str, Words]]]:  # noqa: PLR0911  (one rung a doubt)
        he = {"name": name}
        talked = ("talked", Words(QT_TRANSLATE_NOOP("letters", "We talked about it")))
        theirs = ("theirs", Words(QT_TRANSLATE_NOOP("letters", "It is about {name}"), he))
        seen = ("seen", Words(QT_TRANSLATE_NOOP("letters", "I saw it there")))
        shared = ("shared", Words(QT_TRANSLATE_NOOP("letters", "We have it in common")))
        plain = ("plain", Words(QT_TRANSLATE_NOOP("letters", "As it stands")))
        told = ("told", Words(QT_TRANSLATE_NOOP("letters", "{name} told me"), he))
        mine = ("me", Words(QT_TRANSLATE_NOOP("letters", "I did")))
        did = ("reader", Words(QT_TRANSLATE_NOOP("letters", "{name} did"), he))
        if doubt.kind == "subject":
            return QT_TRANSLATE_NOOP("letters", "Who {words}, you or {name}?"), [mine, did]
        if doubt.kind == "who":
            reader = ("reader", Words(QT_TRANSLATE_NOOP("letters", "{name}"), he))
            other = ("other", Words(QT_TRANSLATE_NOOP("letters", "Somebody else")))
            return QT_TRANSLATE_NOOP("letters", "Who is “{words}”: {name}, or somebody else?"), [reader, other, told, plain]
        if doubt.kind == "named":
            yes = ("reader", Words(QT_TRANSLATE_NOOP("letters", "Yes")))
            return QT_TRANSLATE_NOOP("letters", "Is {words} {name}?"), [yes]
        if doubt.kind == "other":
            return QT_TRANSLATE_NOOP("letters", "This is about {words}. Does it belong on the card for {name}?"), [
                told,
                talked,
                plain,
            ]
        if doubt.kind == "delicate":
            keep = ("keep", Words(QT_TRANSLATE_NOOP("letters", "Put it on the card")))
            return QT_TRANSLATE_NOOP("letters", "Does this belong on a card for {name}: “{words}”?"), [keep, told, talked, plain]
        if doubt.kind == "topic":
            return QT_TRANSLATE_NOOP("letters", "What about “{words}”?"), [talked, theirs, seen, shared, told, plain]
        return QT_TRANSLATE_NOOP("letters", "What is “{words}”?"), [did, told, talked, theirs, shared, plain]

    def _parts_offered(self) -> list[Choice]:
        only = QT_TRANSLATE_NOOP("letters", "Only “{words}”")
        spans = self._spans
        return [Choice(key, Words(only, {"words": _shortened(join(span))})) for key, span in zip(PARTS, spans, strict=False)]

    def _things_offered(self) -> list[Choice]:
        talked = QT_TRANSLATE_NOOP("letters", "We talked about “{words}”")
        named = self._things
        return [Choice(key, Words(talked, {"words": _shortened(text)})) for key, text in zip(THINGS, named, strict=False)]

    def _answered(self, key: str) -> str:
        """The sentence that answer leads to, or an empty text."""
        try:
            return self._card(self.tokens, key).sentence or ""
        except Doubt:
            return ""

    def _rest_question(self, sentence: str) -> Question:
        words = Words(
            QT_TRANSLATE_NOOP("letters", "A part of this stays off the card. Put only this on it: “{words}”"), {"words": sentence}
        )
        choices = (
            Choice("rest", Words(QT_TRANSLATE_NOOP("letters", "Only this"))),
            Choice(LEAVE_OUT, Words(QT_TRANSLATE_NOOP("letters", "Leave it out"))),
        )
        return Question(self.note.id, words, choices)


def _talk(text: str) -> Thought:
    return Thought("talk", (text, "talking with you about", "to talk with you about"))


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_PHRASE else text[: LONGEST_PHRASE - 1].rstrip() + "…"


def _with_spellings(whom: Who, reader: Person, text: str) -> Who:
    """`whom` with those words of a note that spell the reader's Arabic or Hebrew name in Latin letters."""
    if reader.name.isascii():
        return whom
    words = {fold(word) for word in re.findall(r"[^\W\d_]+", text)}
    return replace(whom, names=whom.names | {word for word in words if word.isascii() and spelt_alike(reader.name, word)})


def _with_title(whom: Who, text: str) -> Who:
    """`whom` with the title that opens the note and stands for their name: "sir is from Madurai", "madam asked"."""
    first = fold(text.split(maxsplit=1)[0].strip(",:")) if text.strip() else ""
    title = {"he": ("sir",), "she": ("madam", "ma'am", "mam", "miss")}.get(whom.pronoun, ())
    return replace(whom, names=whom.names | {first}) if first in title else whom


def _combined(found: list[Thought]) -> list[str]:
    """The thoughts as one text, in every frame; no two sentences of it open alike."""
    each = [wordings(thought.kind, thought.parts) for thought in found]
    texts = []
    for turn in range(max(len(options) for options in each)):
        openings: set[str] = set()
        sentences = []
        for options in each:
            ordered = [*options[turn % len(options) :], *options[: turn % len(options)]]
            text = next((text for text in ordered if _opening(text) not in openings), ordered[0])
            openings.add(_opening(text))
            sentences.append(text)
        texts.append(" ".join(sentences))
    return list(dict.fromkeys(texts))


def _opening(text: str) -> str:
    return " ".join(text.split()[:2])
