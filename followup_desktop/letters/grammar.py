"""What a word can be in its place: the questions about English that the engine asks of the lexicon."""

from __future__ import annotations

from functools import cached_property, lru_cache

from followup_desktop.letters.lexicon import Lexicon, Verb


def words(text: str) -> frozenset[str]:
    """The words of `text` as a set."""
    return frozenset(text.split())


DETERMINERS = words("""
    the a an this that these those every each some any no another both all many several few half enough
""")
POSSESSIVES = words("my your his her its our their whose")
SUBJECTS = words("i she he it we they you who")
OBJECTS = words("me him her it us them you")
PREPOSITIONS = words("""
    about above across after against along among around as at before behind below beneath beside between beyond by
    despite down during for from in inside into like near of off on onto out outside over past per round since
    through throughout till to toward towards under underneath until up upon via versus with within without
    including
""")
CONJUNCTIONS = words("and but or nor so yet then plus")
SUBORDINATORS = words("""
    because when while after before since if unless until although though whereas that which who whom where whenever
    once as how why what
""")
MODALS = words("""
    can can't cannot could couldn't will won't would wouldn't shall should shouldn't may might must mustn't
""")
BE = words("am is are was were be been being isn't aren't wasn't weren't")
HAVE = words("have has had haven't hasn't hadn't")
DO = words("do does did don't doesn't didn't")
PLURAL_OF_AUXILIARY = {
    "is": "are", "was": "were", "has": "have", "does": "do", "am": "are",
    "isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't",
}  # fmt: skip
"""Third person to the form that goes with "you"."""
WH = words("what how why where when who which whether if")
NUMBERS = words("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
    million dozen dozens couple
""")
SHORT_ADVERBS = words("""
    also still just never always often once even now then really very only already almost soon ever quite so too
    both recently first later actually not sometimes usually all currently originally previously
""")
KIN = words("""
    dad mum mom mother father brother sister wife husband son daughter nan nana gran grandma grandad grandpa
    grandmother grandfather granny aunt uncle cousin niece nephew partner kid boss boyfriend girlfriend mam parent
    grandparent
""")
FUNCTION_WORDS = frozenset().union(
    DETERMINERS, POSSESSIVES, SUBJECTS, OBJECTS, PREPOSITIONS, CONJUNCTIONS, SUBORDINATORS, MODALS, BE, HAVE, DO, WH, NUMBERS,
    SHORT_ADVERBS,
    words("""
        hers theirs ours mine yours himself herself themselves themself myself ourselves yourself itself someone
        somebody everyone everybody anyone anybody nobody something everything anything nothing none other
        others own such same more most less least there here than let's it's that's there's he's she's they're
        we're you're i'm i've i'd i'll what's who's where's how's o'clock yes please thank thanks lots lot bit
        sort kind it'll that'll they've we've you've they'll we'll you'll they'd we'd you'd he'd she'd he'll
        she'll
    """),
)  # fmt: skip
UNITS_ONLY = frozenset({"mo", "ed", "u", "r", "v", "cd", "wd", "hr", "min", "wed", "mon"})
"""Short forms that are spelt out only after a number, or that are names and words as often."""


class Grammar:
    """The lexicon with the questions the engine asks of it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word that is known to be one."""
        lexicon = self.lexicon
        return frozenset().union(
            FUNCTION_WORDS,
            lexicon.verbs,
            lexicon.nouns,
            lexicon.plurals,
            lexicon.adjectives,
            lexicon.adverbs,
            lexicon.names,
            lexicon.capitals,
        )

    @cached_property
    def everyday(self) -> frozenset[str]:
        """Words that are known and are nobody's name."""
        return self.vocabulary - self.lexicon.names

    @cached_property
    def everyday_names(self) -> frozenset[str]:
        """Given names that are words as well (will, grace, mark)."""
        lexicon = self.lexicon
        return lexicon.names & (lexicon.nouns | lexicon.verbs.keys() | lexicon.adjectives | {"will", "may"})

    @cached_property
    def plain_names(self) -> frozenset[str]:
        """Given names that are no words besides, so that they get their capital back."""
        lexicon = self.lexicon
        words_too = (lexicon.nouns, lexicon.plurals, lexicon.verbs, lexicon.adjectives, lexicon.adverbs, lexicon.capitals)
        return frozenset(
            name
            for name in lexicon.names - FUNCTION_WORDS
            if len(name) > 3 and not any(name in each for each in words_too)  # noqa: PLR2004
        )

    @cached_property
    def sensitive(self) -> frozenset[str]:
        """Single words that keep a note off the card, to notice a slip of the finger in one of them."""
        lexicon = self.lexicon
        plain = (line for patterns in (*lexicon.private.values(), *lexicon.calendar.values()) for line in patterns)
        listed = {word for line in plain for word in line.split("|") if word.isalpha()}
        return frozenset(word for word in listed | lexicon.delicate if len(word) > 4)  # noqa: PLR2004  (short words are near to everything)

    @cached_property
    def units_only(self) -> frozenset[str]:
        """Short forms that only follow a number."""
        return UNITS_ONLY & frozenset(self.lexicon.abbreviations)

    @cached_property
    def _bases(self) -> frozenset[str]:
        return frozenset({"be"}).union(verb.base for known in self.lexicon.verbs.values() for verb in known)

    @cached_property
    def _thirds(self) -> dict[str, Verb]:
        return self._first_with("s")

    @cached_property
    def _pasts(self) -> dict[str, Verb]:
        return self._first_with("past")

    @cached_property
    def _participles(self) -> dict[str, Verb]:
        return self._first_with("participle")

    @cached_property
    def _ings(self) -> dict[str, Verb]:
        return self._first_with("ing")

    def _first_with(self, form: str) -> dict[str, Verb]:
        """Word to the first verb whose `form` it is; asked for so often that looking through the verbs takes too long."""
        found: dict[str, Verb] = {}
        for word, known in self.lexicon.verbs.items():
            for verb in known:
                if getattr(verb, form) == word:
                    found.setdefault(word, verb)
        return found

    def verbs(self, word: str) -> tuple[Verb, ...]:
        """The verbs that `word` can be a form of."""
        return self.lexicon.verbs.get(word, ())

    def base(self, word: str) -> bool:
        """True where `word` can be an infinitive."""
        return word in self._bases

    def third(self, word: str) -> Verb | None:
        """The verb of which `word` is the third person singular."""
        return self._thirds.get(word)

    def past(self, word: str) -> Verb | None:
        """The verb of which `word` is the past tense; an unknown word in -ed counts as one."""
        known = self._pasts.get(word)
        if known is None and word.endswith("ed") and len(word) > 4 and word.isalpha() and word not in self.vocabulary:  # noqa: PLR2004  (seed)
            return _guessed(word)
        return known

    def participle(self, word: str) -> Verb | None:
        """The verb of which `word` is the past participle."""
        return self._participles.get(word)

    def ing(self, word: str) -> Verb | None:
        """The verb of which `word` is the -ing form."""
        return self._ings.get(word)

    def noun(self, word: str) -> bool:
        """True where `word` can be a noun."""
        return word in self.lexicon.nouns or word in self.lexicon.plurals

    def plural(self, word: str) -> bool:
        """True where `word` can be a plural noun."""
        if word in self.lexicon.plurals:
            return word not in self.lexicon.nouns
        unknown = word.endswith("s") and word.isalpha() and len(word) > 4 and word not in self.vocabulary  # noqa: PLR2004
        return unknown and not word.endswith(("ss", "us", "is"))

    def adjective(self, word: str) -> bool:
        """True where `word` can be an adjective."""
        return word in self.lexicon.adjectives

    def adverb(self, word: str) -> bool:
        """True where `word` can be an adverb."""
        return word in SHORT_ADVERBS or word in self.lexicon.adverbs or (word.endswith("ly") and len(word) > 4)  # noqa: PLR2004  (fly, ply)

    def auxiliary(self, word: str) -> bool:
        """True for forms of be, have and do, and for modal verbs."""
        return word in MODALS or word in BE or word in HAVE or word in DO

    def finite(self, word: str) -> bool:
        """True where `word` can be the finite verb after a third person singular."""
        return self.auxiliary(word) or self.third(word) is not None or self.past(word) is not None

    def verb_first(self, word: str) -> bool:
        """True where `word` is a verb before it is anything else."""
        if self.auxiliary(word):
            return True
        if self.third(word):
            return not self.noun(word) or word in self.lexicon.weak_nouns
        if self.past(word):
            return not self.noun(word) and not self.adjective(word)
        return bool(self.verbs(word)) and not self.noun(word) and not self.adjective(word) and not self.adverb(word)

    def starts_noun_phrase(self, word: str) -> bool:
        """True where `word`, standing after a possessive, can begin what is possessed."""
        if (
            word in PREPOSITIONS
            or word in CONJUNCTIONS
            or word in DETERMINERS - {"every", "many", "few", "both"}
            or word in SUBORDINATORS
        ):
            return word in ("past", "round", "inside", "outside", "like")
        if word in POSSESSIVES or word in SUBJECTS or word in OBJECTS or self.auxiliary(word):
            return word in ("will", "may", "can", "being")
        if self.noun(word) or self.adjective(word) or word in NUMBERS or word == "own":
            return True
        return word[:1].isalnum() and not (self.adverb(word) and not self.noun(word))


@lru_cache(maxsize=256)
def _guessed(past: str) -> Verb:
    """An unknown verb, made up from its past tense; only its -ing form is relied on."""
    stem = past[:-3] + "y" if past.endswith("ied") else past[:-2]
    return Verb(stem, stem + "s", past, past, stem + "ing")


@lru_cache(maxsize=4)
def grammar_of(lexicon: Lexicon) -> Grammar:
    """The grammar of that lexicon, made once."""
    return Grammar(lexicon)
