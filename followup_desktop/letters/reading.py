"""From the words of a note to thoughts: what kind of thing each part says, and the words for its frame.

The reader stands in the tokens as "you" already (`mention`), and the verbs agree (`person_shift`). Whatever is not
plainly one of the kinds known here is a doubt with a name, and becomes a question.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from followup_desktop.core.records import Box
from followup_desktop.letters.grammar import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    KIN,
    MODALS,
    NUMBERS,
    OBJECTS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    WH,
    Grammar,
)
from followup_desktop.letters.lexicon import ing_form
from followup_desktop.letters.normalise import Token, decapitalised, join
from followup_desktop.letters.person_shift import Shift, conjugate, finite_after_noun_phrase, verb_after

DEEDS = frozenset(
    "show give let take buy bring teach tell walk lend offer introduce make help encourage invite explain ask answer share send draw write cook bake serve meet "
    "greet welcome drive lift carry stay wait listen spend talk run guide lead treat thank compliment praise remind reassure calm put save hold find print sign "
    "read play sing feed pour pass hand recommend support cheer remember notice accompany escort see quote credit email forward trust demonstrate illustrate "
    "describe gift sketch translate fetch prepare train clear open tour sit leave come go look laugh smile light nod clap set get pay believe speak promise agree "
    "volunteer correct challenge suggest advise mention say point warm wave hug steer coach mentor connect refer step taste try dedicate name".split()
)
"""What people are thanked for. Another verb with "me" in it may be anything, and is asked about."""
OFFERS = frozenset(
    "send share email introduce show teach lend help put connect give write take bring pass forward recommend read look review meet buy cook explain walk invite "
    "mentor coach print dig find post sign refer tour demonstrate get make let bake drive sit train point link copy".split()
)
"""What an interviewer promises a candidate that is worth a thank-you."""
STRANGERS = frozenset(
    "foreman forewoman deputy boss manager director owner guy guys man woman girl girls lady bloke chap lad assistant receptionist colleague head supervisor ceo cto cfo hr "
    "recruiter somebody someone predecessor applicant candidate secretary accountant co-founder cofounder chief vp intern temp trainee apprentice".split()
)
"""Somebody else at the company: a note about them may not be meant for this card."""
LIKING = frozenset("like love enjoy appreciate admire adore dig".split())
NOTICING = frozenset(
    "notice remember praise compliment spot recall recognise recognize laugh smile light nod grin cheer applaud want".split()
)
THINKING = frozenset("think believe reckon feel argue figure hold insist swear know".split())
SAYING = frozenset("say tell mention explain add joke".split())
ADVISING = frozenset("suggest recommend advise encourage urge recommend advise nudge".split())
OFFERING = frozenset("promise offer agree volunteer".split())
GIVING = frozenset("explain show demonstrate introduce answer listen help reassure welcome clarify illustrate".split())
SENDING = frozenset(
    "send email mail share forward lend post show give bring pass drop copy text ping message write return fax link point".split()
)
WITHOUT_DATIVE = {
    "share": "with you",
    "drop": "off for you",
    "return": "to you",
    "point": "out to you",
    "copy": "for you",
    "link": "for you",
    "pass": "on to you",
}
"""Verbs that cannot take "you" before the thing: what follows the thing instead."""
ORIGIN = frozenset(
    "start begin become move switch grow get teach learn build find found leave come discover turn meet fall go set take write make invent rebuild save quit "
    "retrain train join work win open turn rise wire".split()
)
"""Verbs of a path: what they tell is heard as a story ("how you began")."""
KIND = frozenset(
    "kind patient generous encouraging supportive understanding helpful welcoming warm gracious nice lovely sweet considerate thoughtful gentle reassuring "
    "honest frank open complimentary positive respectful friendly attentive calm good great".split()
)
INTERESTED = frozenset(
    "curious interested impressed excited enthusiastic delighted amused intrigued surprised keen complimentary thrilled pleased fascinated".split()
)
QUALITIES = frozenset(
    "patience calm calmness kindness warmth humour humor enthusiasm passion energy honesty frankness openness generosity curiosity care attention clarity "
    "laugh smile welcome passion courage modesty humility wit candour candor courtesy hospitality dedication commitment".split()
)
SHARED_DOINGS = frozenset("hear talk meet see learn discuss walk chat try listen tour watch visit laugh find get speak".split())
"""What a candidate does in an interview: "hearing about the lab" is the writer's."""
TIPS = frozenset("tip advice suggestion recommendation hint counsel".split())
TALKING = frozenset(
    "talk chat speak laugh discuss bond geek compare joke nerd reminisce swap trade gossip natter converse agree debate dream wonder".split()
)
BETWEEN_TALK = frozenset(
    "for ages a lot lots briefly at length long time while notes stories tips minutes hours hour days over coffee lunch loads quite bit out so really all then "
    "war our then again jokes recipes ideas both us".split()
)
"""Words between "talked" and what was talked about that may be dropped or kept."""
FILLERS = frozenset("and but so also plus then oh ok okay well apparently yes yeah too actually btw anyway however".split())
REACTIONS = frozenset(
    "amazing cool great lovely brilliant fantastic awesome nice wonderful fab superb impressive fascinating inspiring incredible wow sweet so very really "
    "such how what a an fun funny hilarious guy person man woman lady story idea chap bloke class legend thing respect interesting".split()
)
OWN_THINGS = KIN | frozenset(
    "dog cat puppy horse parrot kids children twins baby hobby hometown motto garden allotment band boat house flat office desk fiance fiancee grandkids "
    "grandson granddaughter grandchildren family parents".split()
)
"""Things that, without an article in a note about somebody, are theirs: "wife does the books"."""
MASS = frozenset(
    "grain coffee food staff work training equipment parking lunch tea beer bread music software hardware data research money water weather wood steel stock "
    "traffic furniture advice feedback code stuff production waste heat light honey milk cheese everything everybody everyone nobody nothing half most "
    "children people women men law science art nature history maths physics chemistry biology philosophy medicine theatre teaching sport fashion engineering design".split()
)
AGENT_ENDINGS = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "woman",
    "fan",
    "nut",
    "buff",
    "addict",
    "geek",
    "enthusiast",
    "lover",
    "nurse",
    "chef",
    "pilot",
    "champion",
)
DEGREES = frozenset(
    "phd masters master's degree ba bsc msc mba doctorate ma diploma thesis dissertation background apprenticeship".split()
)


@dataclass(frozen=True, slots=True)
class Thought:
    """One thing a note says: its kind, and what fills the kind's frames."""

    kind: str
    parts: tuple[str, ...]
    joiner: str = ", and"
    """How it goes on from the thought before it."""


class Doubt(Exception):  # noqa: N818  (what one has; caught where the question is asked)
    """A part of a note that is not plainly one thing. `kind` names what is open: subject, topic, or the sense as a whole."""

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


def thoughts(tokens: list[Token], context: Context) -> list[Thought]:
    """What the note says, in order. Raises `Doubt` where a part of it is open."""
    found: list[Thought] = []
    pieces = _pieces(tokens, context.grammar)
    for at, (joiner, piece) in enumerate(pieces):
        if _only_reaction(piece) and found:
            continue
        try:
            thought = _read(piece, context)
        except Doubt:
            after = pieces[at + 1][1] if at + 1 < len(pieces) else []
            if not after or after[0].role not in ("subject", "your") or not _names_a_trade(piece, context.grammar):
                raise
            thought = answered(piece, replace(context, answer="theirs"))
        found.append(replace(thought, joiner=joiner))
    if not found:
        raise Doubt("topic")
    return _merged(found)


def _read(piece: list[Token], context: Context) -> Thought:
    """The thought of one piece; the answer is used only where the piece is in doubt without it."""
    try:
        return _Reader(piece, replace(context, answer="")).read()
    except Doubt:
        if not context.answer:
            raise
    if context.answer in ("me", "reader", "keep"):
        return _Reader(piece, context).read()
    return answered(piece, context)


def answered(piece: list[Token], context: Context) -> Thought:
    """The thought of words that cannot be read, in the frame that the writer chose.

    Answers: "talked" (about it), "theirs" (the reader's), "seen" (there), "shared" (by both), anything else: told.
    """
    tokens = [replace(token) for token in piece if token.text != "?"]
    decapitalised(tokens, context.grammar)
    conjugate(tokens, context.grammar, stray=True)
    text = join(tokens).rstrip(" ,;:.")
    clause = any(token.role == "subject" or token.low in ("i", "we") for token in tokens) or finite_after_noun_phrase(
        tokens, 0, context.grammar
    )
    if not text or (clause and context.answer in ("talked", "theirs", "seen", "shared")):
        raise Doubt("topic")
    owned = tokens[0].role == "your" or tokens[0].low in DETERMINERS | POSSESSIVES
    if context.answer == "talked":
        return Thought("talk", (text, "talking with you about", "to talk with you about"))
    if context.answer == "theirs":
        if _agent(tokens, context.grammar):
            article = (
                ""
                if tokens[0].low in ("the", "a", "an", "first", "last", "only")
                else "an "
                if text[0].lower() in "aeio"
                else "a "
            )
            return Thought("fact", (f"you are {'the ' if tokens[0].low in ('first', 'last', 'only') else article}{text}",))
        return Thought("topic", (text if owned else f"your {text}",))
    if context.answer == "seen":
        plural = context.grammar.plural(tokens[-1].low) or context.grammar.plural(tokens[0].low)
        return Thought("seen", (text if owned or plural or tokens[0].text[:1].isupper() else f"the {text}",))
    if context.answer == "shared":
        return Thought("common", (text,))
    return Thought("told", (text,))


def _names_a_trade(piece: list[Token], grammar: Grammar) -> bool:
    """Whether a piece is nothing but what somebody is: "big bass fisherman", "keen gardener"."""
    plain = all(grammar.noun(t.low) or grammar.adjective(t.low) or t.low in PREPOSITIONS or t.text[:1].isupper() for t in piece)
    return plain and _agent(piece, grammar) and not grammar.verb_first(piece[0].low)


def _agent(tokens: list[Token], grammar: Grammar) -> bool:
    """Whether the words name what somebody is: "ex-nurse", "first woman to lead the infra team"."""
    end = next(
        (at for at, token in enumerate(tokens) if token.low in PREPOSITIONS or token.low in ("to", "who") or not token.word),
        len(tokens),
    )
    head = tokens[end - 1].low if end else ""
    head = head.rsplit("-", 1)[-1]
    return not grammar.plural(head) and (
        head.endswith(AGENT_ENDINGS) or head in ("woman", "man", "person", "child", "mum", "dad", "veteran", "vet")
    )


def _merged(found: list[Thought]) -> list[Thought]:
    """Neighbouring facts in one sentence: "that your husband is Spanish and you speak it at home"."""
    found = [thought for at, thought in enumerate(found) if thought.parts not in [each.parts for each in found[:at]]]
    merged = found[:1]
    for thought in found[1:]:
        last = merged[-1]
        if last.kind == "story" and thought.kind == "fact" and thought.joiner and thought.parts[0].startswith("you "):
            merged[-1] = Thought("story", (f"{last.parts[0]} and {thought.parts[0].removeprefix('you ')}",), last.joiner)
            continue
        one_frame = {last.kind, thought.kind} <= {"fact", "about"} or last.kind == thought.kind == "story"
        if one_frame and thought.joiner and len(f"{last.parts[0]} {thought.parts[0]}".split()) <= 24:  # noqa: PLR2004  (the frame adds eight)
            again = "how " if last.kind == "story" else "that " if thought.joiner == ", and" else ""
            joiner = " and" if again else thought.joiner
            merged[-1] = Thought(
                "fact" if "fact" in (last.kind, thought.kind) else last.kind,
                (f"{last.parts[0]}{joiner} {again}{thought.parts[0]}",),
                last.joiner,
            )
        else:
            merged.append(thought)
    return merged


def _pieces(tokens: list[Token], grammar: Grammar) -> list[tuple[str, list[Token]]]:
    """The note's clauses with what joins each to the one before: a new subject begins a new piece."""
    pieces: list[tuple[str, list[Token]]] = []
    start, joiner = 0, ""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.text in (";", ".", "!", "(", ")", "–", "—", "/") or (token.text == "-" and token.gap and at > start + 1):
            pieces.append((joiner, tokens[start:at]))
            start, joiner = at + 1, ""
        elif at > start and (token.text == "," or token.low in ("and", "but", "so", "then")):
            after = at + 1
            if token.low == "and" and tokens[at - 1].role == "subject" and at - 1 == start:
                at += 1
                continue
            while after < len(tokens) and tokens[after].low in ("and", "but", "so", "then", "also"):
                after += 1
            if _subject_begins(tokens, after, grammar, comma=token.text == ",") and not _unfinished(tokens[start:at]):
                pieces.append((joiner, tokens[start:at]))
                word = (
                    tokens[after - 1].low
                    if tokens[after - 1].low in ("but", "so")
                    else token.low
                    if token.low in ("but", "so")
                    else "and"
                )
                joiner = (
                    ", and"
                    if token.text == "," and word == "and" and tokens[after - 1].low != "and"
                    else f" {word}"
                    if word == "and"
                    else f", {word}"
                )
                start = at = after
                continue
        at += 1
    pieces.append((joiner, tokens[start:]))
    return [(joiner, trimmed) for joiner, piece in pieces if (trimmed := _trimmed(piece))]


def _unfinished(piece: list[Token]) -> bool:
    """A part that only sets the scene for what follows: "when the server crashed", "in 2015", "before that"."""
    return (
        not piece or piece[0].low in SUBORDINATORS - {"what", "how", "who"} or (piece[0].low in PREPOSITIONS and len(piece) < 6)
    )  # noqa: PLR2004


def _subject_begins(tokens: list[Token], at: int, grammar: Grammar, *, comma: bool) -> bool:
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.role == "subject" or token.low in ("i", "i'm", "i've", "i'd", "i'll", "we", "we're", "we've"):
        return True
    if token.low == "both" and comma:
        return True
    if _loved_it(tokens, at, grammar):
        return True
    if token.low in SUBORDINATORS or token.low in ("it", "it's") or token.fixed:
        return False
    if token.role == "your" or token.low in DETERMINERS | POSSESSIVES or comma:
        return finite_after_noun_phrase(tokens, at, grammar) is not None and not grammar.verb_first(token.low)
    return False


def _loved_it(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether "loved it" follows, which may be the writer's word on what went before."""
    past = grammar.past(tokens[at].low)
    return (
        past is not None and past.base in LIKING and at + 1 < len(tokens) and tokens[at + 1].low in ("it", "that", "this", "them")
    )


def _trimmed(piece: list[Token]) -> list[Token]:
    start, end = 0, len(piece)
    while start < end and (not piece[start].word or (piece[start].low in FILLERS and start + 1 < end)):
        start += 1
    while end > start and (
        not piece[end - 1].word
        and piece[end - 1].text != "?"
        or piece[end - 1].low in ("apparently", "though", "tho", "too", "anyway")
        and end > start + 1
    ):
        end -= 1
    if [token.low for token in piece[start : start + 2]] == ["turns", "out"]:
        start += 3 if start + 2 < end and piece[start + 2].low == "that" else 2
    if end - start > 2 and piece[start].low == "that" and (piece[start + 1].role or piece[start + 1].low in DETERMINERS):  # noqa: PLR2004
        start += 1
    return piece[start:end]


def _only_reaction(piece: list[Token]) -> bool:
    return all(token.low in REACTIONS or token.text == "," for token in piece)


class _Reader:
    """Reads one piece. Every method gives the thought or None; `read` raises `Doubt` when none fits."""

    def __init__(self, tokens: list[Token], context: Context) -> None:
        self.grammar = context.grammar
        self.box = context.box
        self.answer = context.answer
        self.tokens = [replace(token) for token in tokens]
        decapitalised(self.tokens, self.grammar)
        if self.tokens:
            self.tokens[0].gap = True
        self.shift = Shift()
        self.telegraphic = False

    @property
    def first(self) -> Token:
        return self.tokens[0]

    def words(self, start: int = 0, end: int | None = None) -> str:
        """The tokens from `start` as text, without a trailing sign."""
        return join(self.tokens[start:end]).rstrip(" ,;:.")

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def read(self) -> Thought:
        """The thought of this piece."""
        self.tag_first()
        if any(token.text == "?" for token in self.tokens) and not self.answer:
            raise Doubt("topic")
        self.tokens = [token for token in self.tokens if token.text != "?"]
        if len(self.tokens) == 0:
            raise Doubt("topic")
        for attempt in (self.label, self.writer, self.together, self.reader, self.wh, self.thing, self.implied, self.fragment):
            if (thought := attempt()) is not None:
                return thought
        raise Doubt("topic" if not self.any_verb() else "sense")

    def tag_first(self) -> None:
        """ "..., she said" and "Gwen: ..." say in other places who speaks or who is meant."""
        tokens = self.tokens
        if (
            len(tokens) > 3
            and tokens[-2].role == "subject"
            and tokens[-1].low in ("said", "says", "thinks", "reckons", "believes")
        ):  # noqa: PLR2004
            rest = [token for token in tokens[:-2] if token is not tokens[-3] or token.text != ","]
            self.tokens = [tokens[-2], tokens[-1], *rest]
        elif (
            len(tokens) > 2
            and tokens[0].role in ("subject", "object")
            and tokens[1].text in (":", "-", "=")
            and not tokens[2].fixed
        ):  # noqa: PLR2004
            self.tokens = tokens[2:]

    def guard(self, *, delicate: bool) -> None:
        """Ask first where the words may be unkind, private or about the hiring, unless the user has said to keep them."""
        if delicate and self.answer != "keep":
            raise Doubt("delicate")

    def guard_clause(self, verb: int) -> None:
        """What is to come ("will retire"), what is wanted, and predicates that are not known words are asked about."""
        word = self.low(verb)
        after = verb + 1
        while self.grammar.adverb(self.low(after)) and self.low(after) not in self.grammar.lexicon.adjectives:
            after += 1
        following = self.low(after)
        future = word in MODALS - {"can", "could", "couldn't", "would"} or (
            word == "would" and following not in ("love", "like", "rather", "have")
        )
        self.guard(delicate=future or (word in ("are", "is") and following == "going" and self.low(after + 1) == "to"))
        self.guard(
            delicate=word in ("are", "is", "were", "was") and following in ("thinking", "considering", "planning", "about")
        )
        wanted = word in ("want", "wants", "need", "needs") and following not in ("to", "me")
        self.guard(
            delicate=wanted
            or any(
                self.low(i) in ("get", "gets", "getting") and "done" in [t.low for t in self.tokens[i:]]
                for i in range(verb, len(self.tokens))
            )
        )
        if (
            word in BE | {"isn't", "wasn't", "aren't", "weren't"}
            and after == len(self.tokens) - 1
            and self.tokens[after].text.islower()
        ):
            self.guard(delicate=not self.grammar.vocabulary & {following})

    def stranger(self, start: int, end: int) -> bool:
        """Whether somebody else at the company is the subject; "your old man" is a father."""
        family = self.tokens[start].role == "your" and self.low(start + 1) == "old"
        return not family and any(token.low in STRANGERS for token in self.tokens[start:end])

    def any_verb(self) -> bool:
        """Whether the piece holds anything that can be a finite verb."""
        return any(self.grammar.verb_first(token.low) for token in self.tokens)

    # ------------------------------------------------------------------ labels and quotations
    def label(self) -> Thought | None:
        """ "tip: weigh the eggs", "her motto: ...", "their handbook: two pages, no blame"."""
        colon = next((at for at, token in enumerate(self.tokens[:8]) if token.text in (":", "=")), None)
        if colon is None or colon == 0 or colon + 1 >= len(self.tokens):
            return None
        left, right = self.tokens[:colon], self.tokens[colon + 1 :]
        said = self.words(colon + 1)
        head = left[-1].low
        if any(token.low in TIPS for token in left):
            return self.tip(said, colon + 1)
        if any(self.grammar.verb_first(token.low) for token in left):
            return None
        own = left[0].role == "your"
        if right[0].fixed and own:
            return Thought("motto", (self.words(0, colon), said))
        if own and head in (
            "thesis",
            "phd",
            "dissertation",
            "talk",
            "book",
            "project",
            "hobby",
            "motto",
            "story",
            "dream",
            "plan",
            "team",
            "dog",
            "cat",
        ):
            if head in ("thesis", "phd", "dissertation", "talk", "book"):
                return Thought("topic", (f"{self.words(0, colon)} on {said}",))
            return Thought("topic", (f"{self.words(0, colon)}, {said}",))
        if own and not any(
            token.role or (self.grammar.finite(token.low) and self.grammar.verb_first(token.low)) for token in right
        ):
            parts = said.rsplit(", ", 1)
            text = " and ".join(parts) if len(parts) > 1 and " and " not in said else said
            name = self.words(0, colon)
            return Thought("stays", (name, name, text, "have" if self.grammar.plural(head) else "has"))
        return None

    def tip(self, said: str, at: int) -> Thought:
        if self.grammar.base(self.low(at)) and not self.grammar.finite(self.low(at)):
            return Thought("advice", (said,))
        if self.low(at) in ("don't", "never", "always") and self.grammar.base(self.low(at + 1)):
            return (
                Thought("advice", (said.replace("don't", "not to", 1) if self.low(at) == "don't" else said,))
                if self.low(at) != "don't"
                else Thought("tip", (said,))
            )
        return Thought("tip", (said,))

    # ------------------------------------------------------------------ the writer
    def writer(self) -> Thought | None:
        """What the writer says in the first person, or promises."""
        low = self.first.low
        if low in ("i", "i'm", "i've", "i'd", "i'll") or (
            low == "my" and finite_after_noun_phrase(self.tokens, 0, self.grammar) is not None
        ):
            return self.first_person()
        if self.box is Box.PROMISED and (promise := self.my_promise(0)) is not None:
            return promise
        if self.box is Box.PROMISED and (low == "my" or low in DETERMINERS) and not self.any_verb():
            return Thought("promise", (f"send you {self.words()}",))
        if self.grammar.base(low) and low in SENDING and not self.grammar.finite(low):
            return self.my_promise(0)
        return None

    def first_person(self) -> Thought | None:
        low = self.first.low
        at = 1
        if low == "i" and self.low(1) in (
            "promised",
            "said",
            "told",
            "offered",
            "agreed",
            "will",
            "must",
            "should",
            "need",
            "have",
            "want",
            "am",
        ):
            found = self.promise_after(1)
            if found is not None:
                return found
        if low in ("i'll", "i'd", "i'm") and (found := self.promise_after(0)) is not None:
            return found
        if low == "my":
            if any(token.role for token in self.tokens):
                return self.as_it_is()
            raise Doubt("sense")
        while at < len(self.tokens) and self.grammar.adverb(self.low(at)):
            at += 1
        verb = self.low(at)
        bases = {each.base for each in self.grammar.verbs(verb)}
        about_reader = any(token.role for token in self.tokens)
        if bases & {"promise", "owe"} and self.tokens[at + 1 : at + 2] and self.tokens[at + 1].role and len(self.tokens) > at + 2:
            conjugate(self.tokens, self.grammar)
            return Thought("mine", (f"I have not forgotten that {self.words()}",))
        if low in ("i'd", "i'm") or verb in ("was", "would", "am", "could", "had"):
            return (
                self.as_it_is()
                if about_reader
                or self.low(at + 1)
                in ("impressed", "touched", "moved", "struck", "delighted", "inspired", "fascinated", "glad", "happy")
                else None
            )
        if bases & {"thank"}:
            return self.thanked(at)
        if bases & {"ask", "tell"} and about_reader:
            return self.asked_or_told(at)
        if bases & (
            LIKING
            | {
                "learn",
                "meet",
                "see",
                "hear",
                "notice",
                "find",
                "feel",
                "leave",
                "come",
                "laugh",
                "want",
                "hope",
                "look",
                "try",
                "taste",
                "hold",
                "get",
            }
        ):
            return self.as_it_is()
        return None

    def as_it_is(self) -> Thought:
        conjugate(self.tokens, self.grammar)
        return Thought("mine", (self.words(),))

    def promise_after(self, at: int) -> Thought | None:
        """A promise that follows "I promised to", "I said I'd", "I'll", "I'm to", "I need to"."""
        skip = frozenset(
            "i i'd i'll i'm promised said told offered agreed will would must should need have want am to that you".split()
        )
        index = at
        while index < len(self.tokens) and self.low(index) in skip:
            index += 1
        verb = self.low(index)
        return self.my_promise(index) if verb in SENDING and self.grammar.base(verb) else None

    def my_promise(self, at: int) -> Thought | None:
        """ "send him the photo", "email my recipe": what the writer will do for the reader."""
        verb = self.low(at)
        if verb == "to":
            at, verb = at + 1, self.low(at + 1)
        if not self.grammar.base(verb):
            return None
        conjugate(self.tokens, self.grammar)
        rest = self.tokens[at + 1 :]
        if not rest or any(token.low in ("me", "us") for token in rest):
            return None
        if rest[0].role in ("object", "subject") or any(token.role == "object" for token in rest):
            return Thought("promise", (self.words(at),))
        if rest[0].low in ("my", "our") or rest[0].low in DETERMINERS or rest[0].role == "your" or self.grammar.noun(rest[0].low):
            if verb not in SENDING:
                return Thought("promise", (self.words(at),)) if self.box is Box.PROMISED else None
            if verb in WITHOUT_DATIVE:
                return Thought("promise", (f"{verb} {self.words(at + 1)} {WITHOUT_DATIVE[verb]}",))
            return Thought("promise", (f"{verb} you {self.words(at + 1)}",))
        return None

    def thanked(self, at: int) -> Thought | None:
        index = next((i for i in range(at + 1, len(self.tokens)) if self.low(i) == "for"), None)
        if index is None:
            return None
        return Thought("mine", (f"Thank you for {self.words(index + 1)}",))

    def asked_or_told(self, at: int) -> Thought | None:
        index = next((i for i in range(at + 1, len(self.tokens)) if self.low(i) in ("about", "how", "why", "what")), None)
        if index is None or self.tokens[at + 1].role not in ("object", "subject"):
            return None
        conjugate(self.tokens, self.grammar)
        verb = next(each.ing for each in self.grammar.verbs(self.low(at)))
        return Thought("mine", (f"I enjoyed {verb} you {self.words(index)}",))

    # ------------------------------------------------------------------ both of us
    def together(self) -> Thought | None:
        """What holds for both, and what was talked about."""
        low = self.first.low
        if low in ("we", "both") and len(self.tokens) <= 2 and self.low(1) in ("", "both", "all", "are"):  # noqa: PLR2004  (we both)
            raise Doubt("sense")
        pair = low == "you" and self.low(1) == "and" and self.low(2) == "i"
        if pair:
            self.tokens[0:3] = [Token("we")]
            low = "we"
        if low == "both":
            return self.both()
        if low in ("we're", "we've", "we'd", "we'll"):
            self.tokens[0:1] = [Token("we"), Token({"we're": "are", "we've": "have", "we'd": "had", "we'll": "will"}[low])]
            low = "we"
        if low != "we":
            return None
        at = 1
        both = self.low(1) in ("both", "all", "each") or pair or self.low(2) in ("both", "all")
        while self.grammar.adverb(self.low(at)) or self.low(at) in ("both", "all", "each"):
            at += 1
        bases = {each.base for each in self.grammar.verbs(self.low(at))}
        conjugate(self.tokens, self.grammar)
        if bases & {"discover", "realise", "realize", "learn", "find"}:
            index = at + 1
            while self.low(index) in ("out", "that"):
                index += 1
            if self.low(index) in ("we", "we're"):
                return Thought("shared", (self.words(index),))
        if bases & TALKING and not both:
            return self.talk(at)
        if (
            both
            or bases
            & {"have", "share", "be", "go", "know", "come", "sing", "work", "train", "study", "grow", "support", "use", "play"}
            or self.low(at) in BE
        ):
            text = self.words()
            return Thought("shared", (text.replace("we and both", "we both"),))
        return Thought("joint", (self.words(),)) if self.grammar.past(self.low(at)) else None

    def both(self) -> Thought | None:
        at = 1
        if self.low(1) == "of" and self.low(2) in ("us", "you"):
            at = 3
            if self.low(2) == "you":
                raise Doubt("sense")
            return Thought("shared", (f"both of us {self.words(3)}",))
        word = self.low(at)
        if not word:
            raise Doubt("topic")
        verbal = self.grammar.verbs(word)
        if self.grammar.past(word) and self.low(at + 1) in ("at", "in", "as", "on", "under", "here", "there"):
            return Thought("shared", (f"we both {self.words(at)}",))
        if (
            any(each.ing == word for each in verbal)
            or self.grammar.adjective(word)
            or word in PREPOSITIONS
            or (
                self.grammar.participle(word)
                and not self.grammar.base(word)
                and self.low(at + 1) in PREPOSITIONS
                and self.low(at + 1) in ("with", "by", "of", "into", "in")
                and self.grammar.adjective(word)
            )
        ):
            return Thought("shared", (f"we are both {self.words(at)}",))
        head = next(
            (i - 1 for i in range(at, len(self.tokens)) if self.low(i) in PREPOSITIONS or not self.tokens[i].word),
            len(self.tokens) - 1,
        )
        if self.grammar.plural(self.low(head)) and head - at < 3 and not (verbal and self.grammar.verb_first(word)):  # noqa: PLR2004  (huge Sox fans)
            return Thought("shared", (f"we are both {self.words(at)}",))
        if verbal and (self.grammar.base(word) or self.grammar.past(word)):
            return Thought("shared", (f"we both {self.words(at)}",))
        if third := self.grammar.third(word):
            self.tokens[at].text = third.base
            return Thought("shared", (f"we both {self.words(at)}",))
        return Thought("shared", (f"we are both {self.words(at)}",)) if word.endswith(("ed", "ing")) else None

    def talk(self, at: int) -> Thought | None:
        """ "we talked about his move", "we compared notes on untranslatable words"."""
        verb = self.grammar.verbs(self.low(at))[0]
        index = at + 1
        while (
            index < len(self.tokens)
            and self.low(index) not in ("about", "over", "on", "how", "why", "what", "that", "the", "a", "an", "your")
            and not self.tokens[index].role
        ):
            index += 1
        if index >= len(self.tokens):
            return None
        if any(self.low(i) not in BETWEEN_TALK and not self.low(i).isdigit() for i in range(at + 1, index)):
            raise Doubt("sense")
        rest = index + 1 if self.low(index) in ("about", "over", "on") else index
        what = self.words(rest)
        if not what:
            return None
        between = f" {self.words(at + 1, index)}" if index > at + 1 else ""
        between = "" if between.strip().startswith(("for ", "a lot", "lots", "quite")) else between
        link = self.low(index) if self.low(index) in ("about", "over", "on") else ""
        doing = (
            "talking with you about"
            if verb.base in ("talk", "chat", "speak", "discuss", "converse", "natter", "gossip")
            else f"{verb.ing}{between} with you {link}".strip()
        )
        to = "to talk with you about" if doing.startswith("talking") else f"to {verb.base}{between} with you {link}".strip()
        return Thought("talk", (what, doing, to))

    # ------------------------------------------------------------------ the reader
    def reader(self) -> Thought | None:
        """A clause about the reader: "you" stands first, or after what sets the scene."""
        at = 0
        while at < len(self.tokens) and self.grammar.adverb(self.low(at)) and not self.tokens[at].role:
            at += 1
        if at < len(self.tokens) and self.tokens[at].role == "subject":
            if at and at == len(self.tokens) - 1:
                return None
            return self.clause(at)
        if self.low(0) in PREPOSITIONS | (SUBORDINATORS - WH) | {"when", "where"}:
            subject = next((i for i, token in enumerate(self.tokens) if token.role == "subject"), None)
            if subject is not None and self.low(0) not in ("that", "which", "who"):
                self.shift = conjugate(self.tokens, self.grammar)
                self.certain()
                return Thought("fact", (self.sentence(),))
        return None

    def certain(self) -> None:
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

    def clause(self, subject: int) -> Thought | None:
        """The thought of a clause whose subject is the reader, at `subject`."""
        verb = verb_after(self.tokens, subject, self.grammar)
        if verb is None or not self.tokens[verb].word:
            raise Doubt("sense")
        word = self.low(verb)
        if not (self.grammar.verbs(word) or self.grammar.auxiliary(word) or self.unknown_verb(word)):
            raise Doubt("sense")
        if self.low(verb + 1) == "" and not self.grammar.auxiliary(word) and word not in self.grammar.vocabulary:
            raise Doubt("sense")
        if self.low(verb + 1) == "" and (self.grammar.auxiliary(word) or word in ("said", "says", "say", "thinks", "told")):
            raise Doubt("sense")
        self.shift = conjugate(self.tokens, self.grammar, stray=self.answer == "reader")
        self.certain()
        word = self.low(verb)
        base = self.base_of(word)
        if word in ("had", "have") and self.main_verb(verb):
            base = self.main_verb(verb)
        for attempt in (
            self.told,
            self.thought,
            self.advised,
            self.offered,
            self.kindness,
            self.appreciated,
            self.asked,
            self.deed,
        ):
            if (thought := attempt(subject, verb, base)) is not None:
                return thought
        if any(token.low in ("me", "us", "myself") for token in self.tokens[verb:]):
            self.guard(delicate=True)
            return Thought("act", ("", self.sentence(subject)))
        if base in ("hate", "dislike", "loathe", "detest") or self.low(verb + 1) in ("hate", "hated"):
            raise Doubt("sense")
        self.guard_clause(verb)
        text = self.sentence()
        if base in ORIGIN and self.grammar.past(word) and self.low(subject + 1) not in ("never",):
            return Thought("story", (text,))
        return Thought("fact", (text,))

    def main_verb(self, verb: int) -> str:
        """The infinitive of the participle after "had" or "have", or an empty text."""
        at = verb + 1
        while self.grammar.adverb(self.low(at)):
            at += 1
        participle = self.grammar.participle(self.low(at))
        return participle.base if participle and not self.grammar.noun(self.low(at)) else ""

    def base_of(self, word: str) -> str:
        verbs = self.grammar.verbs(word)
        past = next((each.base for each in verbs if word in (each.past, each.s, each.base)), "")
        return past or (verbs[0].base if verbs else word)

    def unknown_verb(self, word: str) -> bool:
        return word not in self.grammar.vocabulary and (word.endswith(("ed", "s")) and len(word) > 3)  # noqa: PLR2004

    def mine_in(self, start: int, end: int | None = None) -> bool:
        """Whether the writer is spoken of: me, my, I; a relative of the writer ("same year as my mum") does not count."""
        tokens = self.tokens[start:end]
        for at, token in enumerate(tokens):
            if token.low in ("me", "us", "i", "i'd", "i'm", "i've", "mine", "our", "i'll", "i'd"):
                return True
            if token.low == "my" and not (at + 1 < len(tokens) and tokens[at + 1].low.removesuffix("'s") in KIN):
                return True
        return False

    def told(self, subject: int, verb: int, base: str) -> Thought | None:
        """Tell, say and quote: a story, advice, praise, or words to keep."""
        if base not in ("tell", "say", "quote", "mention", "joke"):
            return None
        at = verb + 1
        if base == "tell":
            if self.low(at) not in ("me", "us"):
                return None
            at += 1
        elif self.low(at) == "to" and base == "mention":
            return None
        word = self.low(at)
        quoted = next((i for i in range(at, len(self.tokens)) if self.tokens[i].fixed), None)
        if word == "about":
            return Thought("topic", (self.words(at + 1),)) if not self.mine_in(at) else None
        if word == "to" and base in ("tell", "say") and self.grammar.base(self.low(at + 1)):
            return Thought("advice", (self.words(at + 1),))
        if word in ("never", "always") and self.grammar.base(self.low(at + 1)) and not self.grammar.finite(self.low(at + 1)):
            return Thought("advice", (self.words(at),))
        if word == "not" and self.low(at + 1) == "to":
            return Thought("advice", (f"not {self.words(at + 2)}",))
        if quoted is not None and quoted == at + (self.low(at) in (":", ",")):
            if quoted == len(self.tokens) - 1:
                return Thought("words", (self.tokens[quoted].text,))
            return Thought("story", (self.sentence(subject),))
        if base == "quote" or (base == "mention" and word not in ("that", "how")):
            return Thought("story", (self.sentence(subject),)) if base == "quote" else self.mentioned(at)
        if word in ("how", "why", "what", "where", "who", "when"):
            return Thought("deed", (f"telling me {self.words(at)}", self.sentence(subject)))
        if word == "that":
            at += 1
        return self.reported(at, base)

    def mentioned(self, at: int) -> Thought | None:
        return Thought("topic", (self.words(at),)) if self.tokens[at : at + 1] and self.tokens[at].role == "your" else None

    def reported(self, at: int, base: str) -> Thought | None:
        """What was said, as a clause: about the reader a fact, about the writer praise, else something to keep."""
        if at >= len(self.tokens):
            raise Doubt("sense")
        token = self.tokens[at]
        if token.low in ("i", "i'd", "i'm", "i'll", "i've", "my") or (token.low in ("it", "that", "this") and self.mine_in(at)):
            if self.low(at) == "i" and self.low(at + 1) in ("should", "must", "could", "might", "ought"):
                rest = at + 2 + (self.low(at + 2) == "to")
                return Thought("advice", (self.words(rest),))
            return Thought("praise", (self.words(at),))
        if token.role == "subject":
            return Thought("fact", (self.words(at),)) if not self.mine_in(at) else Thought("praise", (self.words(at),))
        finite = finite_after_noun_phrase(self.tokens, at, self.grammar)
        self.guard(delicate=finite is not None and self.stranger(at, finite))
        if token.role == "your" and finite is not None:
            return Thought("about", (self.words(at),))
        gerund = self.grammar.ing(token.low) and any(self.grammar.finite(each.low) for each in self.tokens[at + 1 :])
        if (
            finite is None
            and not gerund
            and token.low not in ("there", "it", "it's", "nobody", "everybody", "everyone", "nothing", "we", "that", "what")
        ):
            raise Doubt("sense")
        if self.telegraphic:
            self.article(at)
        return Thought("said" if base in ("say", "joke", "mention") else "about", (self.words(at),))

    def thought(self, subject: int, verb: int, base: str) -> Thought | None:
        """She thinks, he believes: an opinion to remember."""
        if (
            base not in THINKING
            or not self.tokens[verb].word
            or self.low(verb) in ("felt", "feel", "held", "hold", "knew", "know", "figured")
        ):
            return None
        at = verb + 1 + (self.low(verb + 1) == "that")
        if self.low(verb + 1) in ("in", "about", "of", "like", "on", "for", "so") or at >= len(self.tokens):
            return None
        if self.tokens[at].role == "subject" or self.tokens[at].low in WH:
            return None
        if self.mine_in(at):
            return Thought("glad", (self.sentence(subject),))
        if finite_after_noun_phrase(self.tokens, at, self.grammar) is None:
            return None
        return Thought("view", (self.words(at),))

    def advised(self, subject: int, verb: int, base: str) -> Thought | None:
        """Suggest, recommend, advise, encourage: to do something, or something itself."""
        at = verb + 1
        if base == "give" and self.low(at) in ("me", "us") and any(token.low in TIPS for token in self.tokens[at + 1 : at + 5]):
            colon = next((i for i, token in enumerate(self.tokens) if token.text == ":"), None)
            if colon is not None and colon + 1 < len(self.tokens):
                return self.tip(self.words(colon + 1), colon + 1)
            return None
        if base not in ADVISING:
            return None
        if self.low(at) in ("me", "us") and self.low(at + 1) == "to":
            if base in ("encourage", "urge", "nudge"):
                return Thought("deed", (f"{ing_form(base)} me {self.words(at + 1)}", self.sentence(subject)))
            return Thought("advice", (self.words(at + 2),))
        if self.low(at) in ("me", "us"):
            return None
        if self.low(at) == "that":
            at += 1
        if self.low(at) in ("i", "we"):
            rest = at + 1 + (self.low(at + 1) == "should")
            return Thought("advice", (self.words(rest),))
        if at >= len(self.tokens):
            raise Doubt("sense")
        if base in ("suggest", "recommend"):
            return Thought("recommended", (self.words(at),))
        return None

    def offered(self, subject: int, verb: int, base: str) -> Thought | None:
        """What the reader promised the writer."""
        word = self.low(verb)
        if base in OFFERING and self.low(verb + 1) == "to":
            if self.mine_in(verb + 2):
                self.guard(delicate=self.low(verb + 2) not in OFFERS)
                return Thought("deed", (f"{ing_form(base)} {self.words(verb + 1)}", self.sentence(subject)))
            return None
        going = self.low(verb) == "are" and self.low(verb + 1) == "going" and self.low(verb + 2) == "to"
        if (word in ("will", "would", "can", "'ll") or going) and self.mine_in(verb + 1):
            at = verb + (3 if going else 1)
            while self.grammar.adverb(self.low(at)):
                at += 1
            if self.grammar.base(self.low(at)):
                self.guard(delicate=self.low(at) not in OFFERS)
                return Thought("deed", (f"offering to {self.words(at)}", self.sentence(subject)))
        return None

    def kindness(self, subject: int, verb: int, base: str) -> Thought | None:
        """Was kind, patient, encouraging."""
        if self.low(verb) not in ("were", "are"):
            return None
        at = verb + 1
        while self.low(at) in (
            "very",
            "so",
            "really",
            "super",
            "incredibly",
            "extremely",
            "always",
            "just",
            "quite",
            "such",
            "exceptionally",
            "truly",
            "most",
        ):
            at += 1
        if self.low(at) not in KIND or self.low(verb) == "are" and not self.mine_in(at):
            return None
        if self.low(at) in ("good", "great", "open", "honest", "calm") and self.low(at + 1) not in ("about", "with", "enough"):
            return None
        linked = PREPOSITIONS | {"", "when", "to", "enough", "and", "but", ","}
        if self.low(at + 1) not in linked:
            raise Doubt("sense")
        return Thought("kind", (f"so {self.words(at)}",))

    def appreciated(self, subject: int, verb: int, base: str) -> Thought | None:
        """Liked, noticed or remembered something of the writer's."""
        moved = self.low(verb) == "were" and (self.low(verb + 1) in INTERESTED or self.low(verb + 2) in INTERESTED)
        if moved and self.mine_in(verb + 1):
            return Thought("glad", (self.sentence(subject),))
        if (
            self.low(verb) == "were"
            and self.low(verb + 1) in ("the", "one")
            and self.mine_in(verb + 1)
            and "who" in [t.low for t in self.tokens]
        ):
            return Thought("act", ("", self.sentence(subject)))
        if base in LIKING | NOTICING and self.mine_in(verb + 1):
            return Thought("glad", (self.sentence(subject),))
        return None

    def asked(self, subject: int, verb: int, base: str) -> Thought | None:
        if base != "ask" or not self.mine_in(verb + 1) and self.low(verb + 1) not in ("good", "great", "for", "such"):
            return None
        if self.low(verb + 1) in ("me", "us") and self.low(verb + 2) == "to":
            return Thought("act", ("", self.sentence(subject)))
        return self.deed(subject, verb, base, forced=True)

    def deed(self, subject: int, verb: int, base: str, *, forced: bool = False) -> Thought | None:
        """Something done for the writer: thanked for, never "heard"."""
        if not forced and not self.mine_in(verb + 1) and base not in GIVING:
            return None
        self.guard(delicate=base not in DEEDS)
        text = self.sentence(subject)
        chain = self.shift.chains.get(subject, [verb])
        if verb != subject + 1 or any(
            self.grammar.auxiliary(self.low(at)) and self.low(at) not in ("did", "had", "didn't") for at in chain
        ):
            return Thought("act", ("", text))
        turned = [replace(token) for token in self.tokens]
        for at in chain:
            word = self.low(at)
            if word == "didn't":
                turned[at].text = "not"
                if at + 1 < len(turned) and (known := self.grammar.verbs(turned[at + 1].low)):
                    turned[at + 1].text = known[0].ing
                continue
            options = {each.ing for each in self.grammar.verbs(word) if word in (each.past, each.base, each.s)}
            if len(options) != 1:
                return Thought("act", ("", text))
            turned[at].text = options.pop()
        saved, self.tokens = self.tokens, turned
        gerund = self.sentence(subject + 1)
        self.tokens = saved
        if self.loose_past(verb, chain):
            return Thought("act", ("", text))
        return Thought("deed", (gerund, text))

    def loose_past(self, verb: int, chain: list[int]) -> bool:
        """Whether a joined word could be one more past tense that was not counted."""
        for at in range(verb + 1, len(self.tokens)):
            if at not in chain and (self.low(at - 1) in ("and", "but", "then") or self.tokens[at - 1].text == ","):
                word = self.low(at)
                if self.grammar.past(word) and not self.grammar.adjective(word) and not self.tokens[at].role:
                    return True
        return False

    # ------------------------------------------------------------------ how and what
    def wh(self) -> Thought | None:
        """ "what he loves is teaching", "how she handled the outage"."""
        if self.low(0) not in ("how", "what", "why", "where", "the"):
            return None
        subject = next((i for i, token in enumerate(self.tokens[:3]) if token.role == "subject"), None)
        if subject is None:
            return None
        if self.low(0) == "the" and not (self.low(1) == "way" and subject == 2):  # noqa: PLR2004  (the way you)
            return None
        self.shift = conjugate(self.tokens, self.grammar)
        self.certain()
        if self.low(0) == "what" and any(self.low(i) in ("is", "was") for i in range(subject + 2, len(self.tokens))):
            return Thought("fact", (self.words(),))
        if self.low(0) == "how" and not self.mine_in(0):
            return Thought("story", (self.words(1),))
        return Thought("seen", (self.words(),))

    # ------------------------------------------------------------------ somebody's or something's clause
    def thing(self) -> Thought | None:
        """A clause with another subject: the team, the company, the reader's daughter, there is."""
        low = self.low(0)
        if low in ("there", "there's", "there're"):
            return Thought("about", (self.words(),)) if len(self.tokens) > 2 else None  # noqa: PLR2004  (there is one)
        if low in ("it", "it's", "this", "that", "that's", "he", "she", "they", "him", "these", "those"):
            raise Doubt("sense")
        finite = finite_after_noun_phrase(self.tokens, 0, self.grammar)
        if finite is None:
            return None
        compound = self.grammar.ing(low) and finite >= 2 and self.grammar.noun(self.low(1))  # noqa: PLR2004  (hiking club goes)
        spent_grain = (
            compound
            or finite == 2
            and self.grammar.participle(low)
            and self.grammar.noun(self.low(1))
            and self.grammar.verb_first(self.low(2))
        )  # noqa: PLR2004
        if (
            self.first.low not in DETERMINERS
            and self.first.role != "your"
            and self.grammar.verb_first(self.first.low)
            and not spent_grain
        ):
            return None
        self.shift = conjugate(self.tokens, self.grammar)
        self.certain()
        self.steady(finite)
        self.guard(delicate=self.stranger(0, finite))
        self.guard_clause(finite)
        if self.low(finite) in ("is", "are", "was", "were", "has", "have", "had") and finite == len(self.tokens) - 1:
            raise Doubt("sense")
        if self.first.role != "your":
            self.article(0)
        if self.mine_in(0) and any(token.low in ("me", "myself", "us") for token in self.tokens):
            if self.first.role == "your":
                return Thought("mine", (self.words(),))
            raise Doubt("sense")
        return Thought("about", (self.sentence(),))

    def steady(self, finite: int) -> None:
        """A verb after a comma could be the reader's or the thing's: that is a doubt."""
        for at in range(finite + 2, len(self.tokens)):
            if self.tokens[at - 1].text == "," and self.grammar.finite(self.low(at)) and self.grammar.verb_first(self.low(at)):
                raise Doubt("sense")

    def article(self, at: int) -> None:
        """Put in the article that a hurried note leaves out: "team is moving", "wife does the books"."""
        token = self.tokens[at]
        word = token.low
        end = at
        while (
            end < len(self.tokens)
            and (self.grammar.adjective(self.low(end)) or self.grammar.noun(self.low(end)))
            and self.tokens[end].text.islower()
        ):
            end += 1
        head = self.low(end - 1) if end > at else word
        if token.fixed or token.role or token.text[:1].isupper() or not token.text[:1].isalpha() or "'" in token.text:
            return
        if word in DETERMINERS | POSSESSIVES | PREPOSITIONS | NUMBERS or word in ("there", "what", "nobody", "it", "we", "i"):
            return
        if any(self.low(i) in OWN_THINGS for i in range(at, max(end, at + 1))) and at == 0:
            self.tokens.insert(at, Token("your", token.gap, role="your"))
        elif (
            self.grammar.noun(head)
            and not self.grammar.plural(head)
            and head not in MASS
            and not (self.grammar.ing(head) and end == at + 1)
        ):
            self.tokens.insert(at, Token("the", token.gap))

    # ------------------------------------------------------------------ no subject at all
    def implied(self) -> Thought | None:
        """A note that begins with its verb: the interviewer's deed, unless it is the writer's."""
        at = 0
        while at < len(self.tokens) and self.grammar.adverb(self.low(at)) and not self.grammar.finite(self.low(at)):
            at += 1
        word = self.low(at)
        if not word or not self.tokens[at].text[:1].isalpha() or self.tokens[at].role:
            return None
        base = self.base_of(word)
        always = at > 0 and self.grammar.third(word) is not None
        finite = self.grammar.finite(word) and (always or not (self.grammar.noun(word) and not self.verbal_noun(at)))
        if finite and self.grammar.adjective(word) and not self.grammar.third(word) and self.grammar.noun(self.low(at + 1)):
            return None
        if self.answer == "reader" and (finite or self.grammar.base(word)):
            return self.as_reader()
        if self.answer == "me" and (finite or self.grammar.base(word)):
            return self.as_writer(at)
        if finite and (self.grammar.third(word) or word in ("is", "has", "was", "does", "doesn't", "isn't", "hasn't", "wasn't")):
            return self.as_reader()
        if word in MODALS | {"had", "didn't", "hadn't", "did"}:
            return self.modal(at)
        if finite and self.grammar.past(word):
            return self.past(at, base)
        if self.grammar.base(word) and base in LIKING and not self.grammar.finite(word):
            return self.as_writer(at) if self.low(at + 1) not in ("it", "that", "this", "") else None
        if word == "been":
            self.tokens[0:0] = [Token("you", role="subject"), Token("have")]
            return self.clause(0)
        if word in ("born", "raised", "married", "brought") and self.low(at + 1) in PREPOSITIONS | {"up"}:
            self.tokens[0:0] = [Token("you", role="subject"), Token("were" if word != "married" else "are")]
            return self.clause(0)
        if word == "going" and self.low(at + 1) == "to" and self.mine_in(at + 2):
            self.tokens[0:0] = [Token("you", role="subject"), Token("are")]
            return self.clause(0)
        known = self.grammar.ing(word)
        if known and self.box is Box.ENJOYED and known.base in SHARED_DOINGS:
            conjugate(self.tokens, self.grammar)
            return Thought("mine", (f"I enjoyed {self.words()}",))
        if (
            known
            and known.base not in LIKING | SHARED_DOINGS | {"look", "think", "hope", "feel"}
            and len(self.tokens) > at + 1
            and not self.grammar.noun(word)
        ):
            self.tokens[0:0] = [Token("you", role="subject"), Token("are")]
            return self.clause(0)
        return None

    def verbal_noun(self, at: int) -> bool:
        """Whether a word that can be a noun too begins the note as a verb ("works from home", "runs the guild")."""
        word, after = self.low(at), self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if self.grammar.auxiliary(word):
            return True
        if after is None or not after.word:
            return False
        if (
            after.low in DETERMINERS | POSSESSIVES | OBJECTS | NUMBERS
            or after.role
            or after.fixed
            or after.low[:1].isdigit()
            or after.low in WH
        ):
            return True
        if self.grammar.past(word) and not self.grammar.third(word):
            return after.low in PREPOSITIONS or self.grammar.adverb(after.low)
        if word in self.grammar.lexicon.weak_nouns:
            return True
        bare_object = self.grammar.noun(after.low) or self.grammar.adjective(after.low)
        return self.grammar.third(word) is not None and bare_object and not self.grammar.finite(after.low)

    def as_reader(self) -> Thought | None:
        if self.low(0) == "not" or self.low(0) in FILLERS:
            raise Doubt("sense")
        self.telegraphic = True
        self.tokens.insert(0, Token("you", self.first.gap, role="subject"))
        return self.clause(0)

    def as_writer(self, at: int) -> Thought | None:
        self.tokens.insert(at if at else 0, Token("I", self.first.gap))
        conjugate(self.tokens, self.grammar)
        return self.first_person()

    def modal(self, at: int) -> Thought | None:
        """Can juggle, will send me the paper; "will send her" is the writer's."""
        if any(token.role == "object" for token in self.tokens):
            return self.promise_after(at)
        word = self.low(at)
        if word in ("will", "would", "should", "must", "might", "may", "could") and not self.mine_in(at):
            if word == "would" and self.low(at + 1) in ("love", "like"):
                raise Doubt("subject", f"{word} {self.low(at + 1)}")
            if word in ("should", "must", "might", "may", "could"):
                raise Doubt("sense")
        if word in ("should", "must", "will") and self.low(at + 1) in SENDING and not self.me_in(at + 2):
            if self.mine_in(at + 2):
                return self.promise_after(at)
            raise Doubt("subject", f"{word} {self.low(at + 1)}")
        return self.as_reader()

    def me_in(self, at: int) -> bool:
        return any(token.low in ("me", "us") for token in self.tokens[at:])

    def past(self, at: int, base: str) -> Thought | None:
        """A past tense without subject: whose it is shows in whom it is about."""
        rest = self.tokens[at + 1 :]
        about_reader = any(token.role in ("object", "subject") for token in rest[:3] if token.role == "object")
        thing_of_reader = bool(rest) and rest[0].role in ("your", "yours")
        if about_reader and base not in LIKING:
            return self.as_writer(at)
        if base in LIKING | {"hate", "want", "hope", "find", "feel", "think"}:
            if self.mine_in(at + 1):
                return self.as_reader() if base not in ("hope", "feel") else None
            how_reader = (
                rest[:1] and rest[0].low in ("how", "that", "the", "what") and any(token.role == "subject" for token in rest[:4])
            )
            if base in LIKING and (thing_of_reader or how_reader or about_reader or self.box is Box.ENJOYED):
                return self.as_writer(at)
            raise Doubt("subject", self.words(at, at + 1))
        if base == "meet" and self.low(at + 1) in PREPOSITIONS:
            raise Doubt("sense")
        if base in ("meet", "see", "hear", "notice") and thing_of_reader and not self.mine_in(at + 1):
            return self.as_writer(at)
        if base in ("promise", "agree", "offer") and self.low(at + 1) == "to":
            mine = rest[2:3] and (rest[2].low == "my" or any(token.role == "object" for token in rest))
            own = any(token.low == "my" for token in rest) or self.box is Box.PROMISED
            if (mine or own) and not self.me_in(at + 1):
                return self.my_promise(at + 2)
            if not self.mine_in(at + 1):
                raise Doubt("subject", self.words(at, at + 1))
        return self.as_reader()

    # ------------------------------------------------------------------ fragments
    def fragment(self) -> Thought | None:
        """Words without a finite verb: somebody's thing, something seen, kind words; a bare topic is a doubt."""
        comma = next((at for at, token in enumerate(self.tokens) if token.text == ","), None)
        if (
            comma
            and comma + 1 < len(self.tokens)
            and self.grammar.finite(self.low(comma + 1))
            and self.grammar.verb_first(self.low(comma + 1))
        ):
            return self.fragment_and_clause(comma)
        low = self.low(0)
        at = 0
        while self.low(at) in ("very", "so", "really", "super", "incredibly", "extremely", "always"):
            at += 1
        if self.low(at) in KIND and self.low(at + 1) in ("about", "with", "when", "to", "on") and len(self.tokens) > at + 2:
            conjugate(self.tokens, self.grammar)
            return Thought("kind", (f"so {self.words(at)}",))
        if self.adjectival(at):
            self.tokens[0:0] = [Token("you", role="subject"), Token("are")]
            return self.clause(0)
        if low in INTERESTED and self.low(1) in PREPOSITIONS and self.mine_in(1):
            self.tokens[0:0] = [Token("you", role="subject"), Token("were")]
            conjugate(self.tokens, self.grammar)
            return Thought("glad", (self.words(),))
        if (
            low in ("first", "only", "youngest", "oldest")
            and "to" in [t.low for t in self.tokens]
            and any(t.role == "your" for t in self.tokens)
        ):
            return Thought("fact", (f"you were the {self.words()}",))
        if self.first.role == "your" or low in DEGREES:
            if low in DEGREES:
                self.tokens.insert(0, Token("your", role="your"))
            if self.mine_in(0) or len(self.tokens) < 2 or self.grammar.past(self.low(len(self.tokens) - 1)):  # noqa: PLR2004  (your and a thing)
                return None
            if any(self.low(at) in BE | {"has"} for at in range(1, len(self.tokens))):
                raise Doubt("sense")
            conjugate(self.tokens, self.grammar)
            kind = "quality" if any(token.low in QUALITIES for token in self.tokens[1:3]) else "topic"
            if (
                kind == "topic"
                and any(token.low in TIPS for token in self.tokens[1:3])
                and "to" in [token.low for token in self.tokens]
            ):
                return Thought("seen", (self.words(),))
            return Thought(kind, (self.words(),))
        if (
            low in ("the", "that")
            and len(self.tokens) > 2
            and not self.mine_in(0)
            and any(token.low in PREPOSITIONS for token in self.tokens[2:])
        ):  # noqa: PLR2004
            conjugate(self.tokens, self.grammar)
            return Thought("seen", (self.words(),))
        if low == "the" and self.box is Box.ENJOYED and len(self.tokens) > 1:
            return Thought("mine", (f"I enjoyed {self.words()}",))
        return None

    def adjectival(self, at: int) -> bool:
        """Whether the words at `at` say how or whence somebody is: "from Leeds", "proud of the team", "big on tests"."""
        low, after = self.low(at), self.low(at + 1)
        if low in ("from", "into"):
            return after != ""
        if low in ("big", "mad"):
            return after in ("on", "into")
        return low in ("originally", "fluent", "proud", "obsessed", "keen") and after in PREPOSITIONS

    def fragment_and_clause(self, comma: int) -> Thought | None:
        """ "PhD in astrophysics, switched because ...": a thing of the reader's, then what the reader did."""
        left = self.tokens[:comma]
        right = _Reader(self.tokens[comma + 1 :], Context(self.grammar, self.box, self.answer)).read()
        if right.kind not in ("fact", "story"):
            return None
        if left[0].role == "your" or left[0].low in DEGREES:
            name = join(left) if left[0].role == "your" else f"your {join(left)}"
            link = "and how" if right.kind == "story" else "and that"
            return Thought("topic", (f"{name}, {link} {right.parts[0]}",))
        return None
