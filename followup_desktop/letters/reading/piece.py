"""One part of a note while it is read, and what a reading gives: a thought, or a doubt."""

from __future__ import annotations

from dataclasses import dataclass

from followup_desktop.core.records import Box
from followup_desktop.letters.grammar import CONJUNCTIONS, KIN, Grammar
from followup_desktop.letters.normalise import Token, decapitalised, join
from followup_desktop.letters.person_shift import Shift

BY_CLAUSE = ("deed", "act")
"""Kinds whose second filling is the clause itself."""


@dataclass(frozen=True, slots=True)
class Thought:
    """One thing a note says: its kind, and what fills the kind's frames."""

    kind: str
    parts: tuple[str, ...]
    joiner: str = ", and"
    """How it goes on from the thought before it."""

    @property
    def told(self) -> str:
        """The words by which it is looked at whether they are whole English; of deeds the clause."""
        return self.parts[-1 if self.kind in BY_CLAUSE else 0]


class Doubt(Exception):  # noqa: N818  (what one has; caught where the question is asked)
    """A part of a note that is not plainly one thing. `kind` names what is open: subject, who, other, topic, delicate, sense."""

    def __init__(self, kind: str, word: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.word = word


@dataclass(frozen=True, slots=True)
class Context:
    """What a reading may rely on: the grammar, the box the note was typed into, the answer to its question."""

    grammar: Grammar
    box: Box = Box.ANY
    answer: str = ""
    family: bool = False
    """Whether the note speaks of the reader's family, so that "kids" are theirs."""
    mine: bool = False
    """Whether the writer is spoken of anywhere in the note."""
    beside: bool = False
    """Whether another part of the note has been read already."""
    before: frozenset[str] = frozenset()
    """The words of the parts before this one."""

    def mentioned(self, word: str) -> bool:
        """Whether a part of the note before this one spoke of that thing."""
        return word in self.before


@dataclass(frozen=True, slots=True)
class Act:
    """A clause of the reader's: where its subject and its verb stand, and the verb's infinitive."""

    subject: int
    verb: int
    base: str


PASSING = frozenset({"know", "met", "seen", "knew", "heard", "think", "reckon", "guess", "believe"})
"""Verbs with which the writer only passes by: like nobody I know, I think."""


class Piece:
    """One part of a note. Its tokens are its own, so that a reading may turn them."""

    def __init__(self, tokens: list[Token], context: Context) -> None:
        self.context = context
        self.grammar = context.grammar
        self.box = context.box
        self.answer = context.answer
        self.tokens = [token.copy() for token in tokens]
        decapitalised(self.tokens, self.grammar)
        if self.tokens:
            self.tokens[0].gap = True
        self.shift = Shift()
        self.telegraphic = False
        """True where the subject was left out, as one does in a hurry; articles are left out there too."""

    @property
    def first(self) -> Token:
        """The first token."""
        return self.tokens[0]

    def words(self, start: int = 0, end: int | None = None) -> str:
        """The tokens from `start` as text, without a trailing sign."""
        return join(self.tokens[start:end]).rstrip(" ,;:.")

    def low(self, at: int) -> str:
        """The word at `at` in lower case; empty outside the piece."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def guard(self, *, delicate: bool) -> None:
        """Ask first where the words may be unkind, private or about the hiring, unless the user has said to keep them."""
        if delicate and self.answer != "keep":
            raise Doubt("delicate")

    def any_verb(self) -> bool:
        """Whether the piece holds anything that can be a finite verb."""
        return any(self.grammar.verb_first(token.low) for token in self.tokens)

    def main_verb(self, verb: int) -> str:
        """The infinitive of the participle after "had" or "have", or an empty text."""
        at = verb + 1
        while self.grammar.adverb(self.low(at)):
            at += 1
        participle = self.grammar.participle(self.low(at))
        return participle.base if participle and not self.grammar.noun(self.low(at)) else ""

    def base_of(self, word: str) -> str:
        """The infinitive of `word`; the word itself where it is unknown."""
        verbs = self.grammar.verbs(word)
        past = next((each.base for each in verbs if word in (each.past, each.s, each.base)), "")
        return past or (verbs[0].base if verbs else word)

    def unknown_verb(self, word: str) -> bool:
        """True for a word that is not in the lists but has a verb's ending."""
        return word not in self.grammar.vocabulary and (word.endswith(("ed", "s")) and len(word) > 3)  # noqa: PLR2004

    def mine_in(self, start: int, end: int | None = None) -> bool:
        """Whether the writer is spoken of: me, my, I; a relative of the writer ("same year as my mum") does not count."""
        tokens = self.tokens[start:end]
        for at, token in enumerate(tokens):
            following = [each.low for each in tokens[at + 1 : at + 3]]
            if token.low in ("i", "i've") and {
                "know",
                "met",
                "seen",
                "knew",
                "heard",
                "think",
                "reckon",
                "guess",
                "believe",
            } & set(following):  # like nobody I know
                continue
            if token.low in ("me", "us", "i", "i'd", "i'm", "i've", "mine", "our", "i'll", "i'd"):
                return True
            if token.low == "my" and not (at + 1 < len(tokens) and tokens[at + 1].low.removesuffix("'s") in KIN):
                return True
        return False

    def any_of_mine(self, at: int) -> bool:
        """Whether the writer's things or the writer as an object stand at `at` or later, before any verb of the reader's."""
        for token in self.tokens[at:]:
            if token.role == "subject":
                return False
            if token.low in ("me", "us", "my", "mine", "our", "myself"):
                return True
        return False

    def me_in(self, at: int) -> bool:
        """True where "me" or "us" stands at `at` or later."""
        return any(token.low in ("me", "us") for token in self.tokens[at:])

    def certain(self) -> None:
        """Raises `Doubt` where a word could be a noun as well as the reader's verb."""
        if not self.shift.sure:
            raise Doubt("sense")

    def sentence(self, start: int = 0) -> str:
        """The clause as it goes into a frame; a comma splice before the last verb becomes "and"."""
        tokens = self.tokens[start:]
        verbs = [at - start for at in self.shift.verbs if at > start]
        joined = [at for at in verbs if self._comma_before(tokens, at) is not None]
        if joined:
            comma = self._comma_before(tokens, joined[-1])
            if (
                comma is not None
                and not any(token.low in ("and", "but", "or") for token in tokens[comma : joined[-1]])
                and joined[-1] == verbs[-1]
            ):
                tokens = [*tokens[:comma], Token("and"), *tokens[comma + 1 :]]
        spliced = [
            Token("and") if token.text == "," and at + 1 < len(tokens) and tokens[at + 1].low in ("they", "it", "this") else token
            for at, token in enumerate(tokens)
        ]
        return join(spliced).rstrip(" ,;:.")

    def _comma_before(self, tokens: list[Token], at: int) -> int | None:
        index = at - 1
        while index >= 0 and (self.grammar.adverb(tokens[index].low) or tokens[index].low in CONJUNCTIONS):
            index -= 1
        return index if index >= 0 and tokens[index].text == "," else None
