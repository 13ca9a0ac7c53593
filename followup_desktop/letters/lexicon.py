"""Words and what they can be: the engine's whole knowledge of English, read from the lists in resources/words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

VOWELS = "aeiou"


UNMARKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ʹ": None, "ʺ": None, "ʼ": None})
"""Letters that Unicode does not take apart."""


def fold(text: str) -> str:
    """`text` in lower case and without marks (Hồng, Łukasz, Ελένη become hong, lukasz, ελενη), for comparing names."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in text if not unicodedata.combining(char)).translate(UNMARKED)


@dataclass(frozen=True, slots=True)
class Verb:
    """The forms of one verb."""

    base: str
    s: str
    past: str
    participle: str
    ing: str


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What is known about words. All keys are in lower case; see resources/words/README.md for the lists."""

    verbs: dict[str, tuple[Verb, ...]] = field(default_factory=dict)
    """Every form of every verb, with the verbs it can belong to."""
    nouns: frozenset[str] = frozenset()
    """Singulars."""
    plurals: dict[str, str] = field(default_factory=dict)
    """Plural to singular."""
    weak_nouns: frozenset[str] = frozenset()
    """Plurals that are read as a verb first where both are possible (runs, plays)."""
    adjectives: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    """Given names, folded."""
    short_names: dict[str, frozenset[str]] = field(default_factory=dict)
    """Given name -> other forms of it, both ways, folded."""
    capitals: dict[str, str] = field(default_factory=dict)
    """Words that English writes with a capital: lower case to right spelling."""
    abbreviations: dict[str, str] = field(default_factory=dict)
    misspellings: dict[str, str] = field(default_factory=dict)
    private: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Reason -> patterns of what stays private."""
    calendar: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Reason -> patterns of what belongs into the calendar."""
    schedule: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Sort (date, day, event, meeting) -> patterns of what an entry of a diary is made of."""
    delicate: frozenset[str] = frozenset()
    """Words that make the engine ask first."""
    delicate_stems: tuple[str, ...] = ()
    unpleasant: frozenset[str] = frozenset()
    """Words that make the engine ask where a scene is told without a verb."""
    unpleasant_stems: tuple[str, ...] = ()
    warm: frozenset[str] = frozenset()
    """Words that show that a note does good; without one, whether it belongs onto a card is asked."""
    warm_stems: tuple[str, ...] = ()
    warm_phrases: tuple[str, ...] = ()
    """Patterns of phrases that show the same."""
    cold: tuple[str, ...] = ()
    """Patterns with which a note is asked about, though it holds a warm word."""
    chilly: tuple[str, ...] = ()
    """Milder ones, which can be outweighed."""
    spelt: frozenset[str] = frozenset()
    """Words of which nothing is known but that they are no slip for another word."""
    things: frozenset[str] = frozenset()
    """Nouns that are harmless in nearly all their uses."""
    doings: frozenset[str] = frozenset()
    """Infinitives of what people do with things, with skill or with each other."""
    touchy: frozenset[str] = frozenset()
    """Nouns of the body, illness, faith, money, crime and quarrels."""
    against: frozenset[str] = frozenset()
    """Neutral words in which people tell what is private, in their basic form."""

    @classmethod
    def parse(cls, files: Mapping[str, str]) -> Lexicon:
        """The lexicon in `files` (file name to text), as they stand in resources/words. A missing list counts as empty."""
        verbs: dict[str, list[Verb]] = {}
        classes = {name: _split(lines) for name, lines in _sections(files.get("classes.txt", "")).items()}
        none: frozenset[str] = frozenset()
        for entry in (*_entries(files.get("verbs.txt", "")), *sorted(classes.get("verbs", none))):
            verb = _verb(entry)
            for form in {verb.base, verb.s, verb.past, verb.participle, verb.ing}:
                if verb not in (known := verbs.setdefault(form, [])):
                    known.append(verb)
        delicate = _entries(files.get("delicate.txt", ""))
        unpleasant = _entries(files.get("unpleasant.txt", ""))
        sections = _sections(files.get("warm.txt", ""))
        phrases = sections.pop("phrases", ())
        warm = [word for lines in sections.values() for line in lines for word in line.split()]
        cold = _sections(files.get("cold.txt", ""))
        nouns, plurals, weak = set(), {}, set()
        for entry in _entries(files.get("nouns.txt", "")):
            singular, _, irregular = entry.rstrip("~").partition("/")
            plural = irregular or s_form(singular)
            nouns.add(singular)
            plurals[plural] = singular
            if entry.endswith("~"):
                weak.add(plural)
        for singular in classes.get("nouns", none):
            nouns.add(singular)
            plurals.setdefault(s_form(singular), singular)
        return cls(
            verbs={form: tuple(known) for form, known in verbs.items()},
            nouns=frozenset(nouns),
            plurals=plurals,
            weak_nouns=frozenset(weak),
            adjectives=frozenset(_entries(files.get("adjectives.txt", ""))) | classes.get("adjectives", none),
            spelt=classes.get("spelt", frozenset()),
            adverbs=frozenset(_entries(files.get("adverbs.txt", ""))) | classes.get("adverbs", none),
            names=frozenset(_entries(files.get("names.txt", ""))),
            short_names=_both_ways(_pairs(files.get("short_names.txt", ""))),
            capitals={word.lower(): word for word in _entries(files.get("places.txt", ""))},
            abbreviations=_pairs(files.get("abbreviations.txt", "")),
            misspellings=_pairs(files.get("misspellings.txt", "")),
            private=_sections(files.get("private.txt", "")),
            calendar=_sections(files.get("calendar.txt", "")),
            schedule=_sections(files.get("schedule.txt", "")),
            delicate=frozenset(word for word in delicate if not word.endswith("*")),
            delicate_stems=tuple(word[:-1] for word in delicate if word.endswith("*")),
            unpleasant=frozenset(word for word in unpleasant if not word.endswith("*")),
            unpleasant_stems=tuple(word[:-1] for word in unpleasant if word.endswith("*")),
            warm=frozenset(word for word in warm if not word.endswith("*")),
            warm_stems=tuple(word[:-1] for word in warm if word.endswith("*")),
            warm_phrases=phrases,
            cold=cold.get("cold", ()),
            chilly=cold.get("chilly", ()),
            things=classes.get("things", frozenset()),
            doings=classes.get("doings", frozenset()),
            touchy=classes.get("touchy", frozenset()),
            against=frozenset().union(*map(_split, _sections(files.get("against.txt", "")).values())),
        )


def s_form(word: str) -> str:
    """`word` with the ending of the third person, which is also that of the plural: teaches, carries, runs."""
    if re.search(r"(?:s|x|z|ch|sh)$", word):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    if word in ("go", "do", "echo", "undo", "redo", "veto", "forgo"):
        return word + "es"
    return word + "s"


def ing_form(base: str, *, double: bool = False) -> str:
    """`base` with -ing: making, lying, planning (`double`), seeing."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return base + (base[-1] if double else "") + "ing"


def ed_form(base: str, *, double: bool = False) -> str:
    """`base` with -ed: moved, carried, planned (`double`)."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if double else "") + "ed"


def _verb(entry: str) -> Verb:
    double = entry.endswith("+")
    base, *irregular = entry.rstrip("+").split("/")
    past = irregular[0] if irregular else ed_form(base, double=double)
    participle = irregular[1] if len(irregular) > 1 else past
    s = "has" if base == "have" else s_form(base)
    return Verb(base, s, past, participle, ing_form(base, double=double))


def _entries(text: str) -> list[str]:
    return [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]


def _split(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


def _pairs(text: str) -> dict[str, str]:
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {left.strip().lower(): right.strip() for left, _, right in (line.partition("=") for line in lines)}


def _both_ways(pairs: Mapping[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for full, forms in pairs.items():
        for form in forms.split():
            found.setdefault(full, set()).add(form)
            found.setdefault(form, set()).add(full)
    return {name: frozenset(forms) for name, forms in found.items()}


def _sections(text: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    section: list[str] = []
    for line in text.splitlines():
        if re.fullmatch(r"\[[a-z ]+\]", line):
            section = found.setdefault(line.strip("[] "), [])
        elif line and not line.startswith("#"):
            section.append(line)
    return {name: tuple(patterns) for name, patterns in found.items()}
