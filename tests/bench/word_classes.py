#!/usr/bin/env python3
"""Write resources/words/classes.txt from WordNet 3.0: word_classes.py WORDNET_FOLDER

WORDNET_FOLDER holds `data.noun`, `index.noun`, `cntlist.rev`, ... (Debian: package wordnet-base, folder /usr/share/wordnet).
A noun is a harmless *thing* where its first sense lies under one of THINGS, so do most of its uses in WordNet's tagged texts,
and no sense of any weight lies under TOUCHY.
It is *touchy* where a sense that is used often enough lies under TOUCHY. A verb tells a *doing* where its first sense is
filed under one of the files DOINGS. Only single words that occur in the tagged texts, or that our own lists hold, are kept.
Beside them stand *nouns*, *verbs*, *adjectives* and *adverbs* that our lists lack and that are nearly always what they stand
for, and words that are only kept since they are *spelt* right, though close to another word.
"""

import re
import sys
from collections import defaultdict
from functools import partial
from pathlib import Path
from string import ascii_lowercase

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from followup_desktop.letters.grammar import Grammar, words  # noqa: E402  (the path comes first)
from followup_desktop.letters.lexicon import Lexicon, ed_form, ing_form, s_form  # noqa: E402
from followup_desktop.letters.normalise import ENDINGS  # noqa: E402

WORDS = ROOT / "resources/words"
THINGS = [
    "animal/1",
    "plant/2",
    "food/1",
    "food/2",
    "musical_instrument/1",
    "sport/1",
    "game/1",
    "tool/1",
    "vehicle/1",
    "geological_formation/1",
    "body_of_water/1",
    "literary_composition/1",
    "discipline/1",
    "art/1",
    "music/1",
    "material/1",
    "mineral/1",
    "publication/1",
    "poem/1",
    "dance/1",
    "dance/2",
    "hobby/1",
    "craft/1",
    "celestial_body/1",
    "toy/1",
    "optical_instrument/1",
    "fabric/1",
    "festival/1",
    "handicraft/1",
    "machine/1",
    "bridge/1",
    "garden/1",
    "decoration/1",
    "dish/2",
    "map/1",
    "tree/1",
    "workshop/1",
    "theater/1",
    "museum/1",
    "library/1",
    "timepiece/1",
    "scientific_instrument/1",
    "competition/1",
]
TOUCHY = [
    "ill_health/1",
    "disease/1",
    "symptom/1",
    "death/1",
    "death/2",
    "death/3",
    "crime/1",
    "punishment/1",
    "religion/1",
    "religion/2",
    "clergyman/1",
    "prayer/1",
    "drug/1",
    "alcohol/1",
    "money/1",
    "money/2",
    "debt/1",
    "debt/2",
    "body_part/1",
    "excretion/1",
    "underwear/1",
    "sex/1",
    "divorce/1",
    "dismissal/4",
    "lawyer/1",
    "politics/1",
    "politician/1",
    "insult/1",
    "insult/2",
    "pain/1",
    "pain/2",
    "hair/1",
    "payment/1",
    "payment/2",
    "distress/1",
    "unpleasant_person/1",
    "medical_care/1",
    "medicine/2",
    "hospital/1",
    "prison/1",
    "lawsuit/1",
    "wrongdoer/1",
    "quarrel/1",
    "fight/1",
    "deception/1",
    "misfortune/1",
    "injury/1",
    "accident/2",
    "weakness/1",
    "unemployment/1",
    "pregnancy/1",
    "ethnic_group/1",
    "toilet/1",
    "toilet/2",
    "dissatisfaction/1",
    "anger/1",
    "fear/1",
    "sadness/1",
    "shame/1",
    "hate/1",
    "drunkard/1",
    "gambling/1",
]
NEVER_THINGS = ("weapon/1", "body/1", "legal_document/1", "animal_skin/1", "excretion/2")
"""Beside what is touchy."""
INSULTS = ("unpleasant_person/1", "bad_person/1", "inferior/1", "unfortunate/1", "person_of_color/1", "woman/1", "fool/1")
"""Under which names stand that nobody wants to be called."""
DOINGS = {
    "29": "",
    "30": "doings",
    "31": "doings",
    "33": "doings",
    "35": "doings",
    "36": "doings",
    "38": "doings",
    "41": "doings",
}
"""Numbers of WordNet's files: body; change, cognition, competition, contact, creation, motion, social."""
OFTEN, WEIGHTY, MOST = 0.3, 0.1, 0.6
PLAIN = ("05", "06", "13", "20", "27")
"""Files of animals, made things, food, plants, substances."""
PERSONAL = {"07", "08", "12", "16", "18", "26"}
"""Files of traits, the body, feelings, motives, persons and states."""
PERSON = "18"
TWICE, RARELY, SHORTEST = 2, 3, 4
LONG = 6
"""Letters from which a word that nobody has tagged is taken for right: shorter rare words are rather slips."""
ARCHAIC = frozenset({"bypast", "curst", "clad", "gnawn", "smit", "chid", "abode"})
"""Past tenses that nobody writes any more."""
OTHERS = words("don except inter am ant cos till ain anti non")
"""What people write for another word, or that is one in the grammar."""
COMPLAINTS = words("""
    drip leak spy snoop pry nag moan whine grumble bicker squabble stink reek rot creak crumble collapse wilt sulk
    snap snarl sneer scowl yell scream bully harass hassle pester taunt mock bark gripe vomit puke retch choke bleed
    limp faint stagger smoulder seep ooze mould swear spit slap punch kick sack fire dismiss grab grope
""")
"""Words in which people complain more than they praise: they stay unknown, so that they are asked about."""
NEVER_SPELT = re.compile(r"[ivxlc]+")
"""Roman numbers, which stand in WordNet in small letters."""


def taken(name: str) -> set[str]:
    """The words of one of our own lists, without their marks."""
    lines = (WORDS / name).read_text(encoding="utf-8").splitlines()
    return {word.rstrip("~+").split("/")[0] for line in lines if not line.startswith("#") for word in line.split()}


class Part:
    """One part of speech of WordNet: for each word its senses, as (synset, file, share of the word's uses)."""

    def __init__(self, folder: Path, part: str, number: str) -> None:
        self.files: dict[str, str] = {}
        self.above: dict[str, list[str]] = {}
        self.small: set[str] = set()
        for line in (folder / f"data.{part}").read_text(encoding="latin-1").splitlines():
            if not line.startswith(" "):
                fields = line.partition(" | ")[0].split()
                at = 4 + 2 * int(fields[3], 16)
                self.small |= {word for word in fields[4:at:2] if re.fullmatch("[a-z]{3,}", word)}
                pointers = [fields[at + 1 + 4 * i : at + 3 + 4 * i] for i in range(int(fields[at]))]
                self.files[fields[0]] = fields[1]
                self.above[fields[0]] = [synset for sign, synset in pointers if sign in ("@", "@i")]
        counts: dict[str, dict[int, int]] = defaultdict(dict)
        for line in (folder / "cntlist.rev").read_text(encoding="ascii").splitlines():
            key, sense, count = line.split()
            word, _, rest = key.partition("%")
            if rest[0] in number:
                counts[word][int(sense)] = int(count)
        self.irregular: dict[str, list[str]] = defaultdict(list)
        for line in (folder / f"{part}.exc").read_text(encoding="ascii").splitlines():
            form, *bases = line.split()
            if bases and bases[0] != form and form.isalpha():
                self.irregular[bases[0]].append(form)
        self.senses: dict[str, list[tuple[str, str, float]]] = {}
        self.uses: dict[str, int] = {}
        for line in (folder / f"index.{part}").read_text(encoding="ascii").splitlines():
            if not line.startswith(" "):
                fields = line.split()
                synsets = fields[-int(fields[2]) :]
                self.uses[fields[0]] = total = sum(counts[fields[0]].values())
                shares = [counts[fields[0]].get(i, 0) / (total or 1) for i in range(1, len(synsets) + 1)]
                self.senses[fields[0]] = [(s, self.files[s], share) for s, share in zip(synsets, shares, strict=True)]

    def under(self, names: tuple[str, ...]) -> set[str]:
        """The synsets below those that are named as word/sense."""
        roots = {self.senses[word][int(sense) - 1][0] for word, sense in (name.split("/") for name in names)}
        return {synset for synset in self.files if self._all_above(synset) & roots}

    def _all_above(self, synset: str) -> set[str]:
        seen: set[str] = set()
        todo = [synset]
        while todo:
            synset = todo.pop()
            if synset not in seen:
                seen.add(synset)
                todo += self.above[synset]
        return seen


def things(noun: Part, word: str, good: set[str], bad: set[str]) -> bool:
    """Whether a noun is harmless in nearly all its uses."""
    senses = noun.senses[word]
    first = senses[0][0] in good
    share = sum(share for synset, _, share in senses if synset in good)
    many = sum(synset in good for synset, _, _ in senses) * 2 >= len(senses)
    soiled = any(synset in bad and (share >= WEIGHTY or at == 0) for at, (synset, _, share) in enumerate(senses))
    return first and (share >= MOST if noun.uses[word] else many) and not soiled


def mostly(part: Part, word: str, *others: Part, least: int = TWICE) -> bool:
    """Whether a word is used so often as that part of speech, and hardly ever as another."""
    return part.uses[word] >= least and all(other.uses.get(word, 0) * RARELY <= part.uses[word] for other in others)


def told_of_nobody(noun: Part, word: str) -> bool:
    """Whether a noun is neither somebody nor a feeling, a state, a trait or a motive: those are read with care elsewhere."""
    return word in noun.small and not {file for _, file, _ in noun.senses[word]} & PERSONAL


def only_somebody(noun: Part, word: str) -> bool:
    """Whether a noun is nothing but somebody: stranger, salesman."""
    return word in noun.small and {file for _, file, _ in noun.senses[word]} == {PERSON}


def with_forms(verb: Part, word: str) -> str:
    """A verb with its irregular forms and the mark of a doubled letter, as verbs.txt has them."""
    forms = verb.irregular.get(word, [])
    doubled = word + word[-1] + "ing" in forms
    past = [
        form
        for form in forms
        if not form.endswith(("ing", word[-1] + word[-1] + "ed", "ies", "ied", "s")) and form not in ARCHAIC
    ]
    told = [form for form in past if not form.endswith(("n", "ne"))][:1] + [form for form in past if form.endswith(("n", "ne"))][
        :1
    ]
    return "/".join([word, *told]) + ("+" if doubled else "")


def plain_thing(noun: Part, word: str) -> bool:
    """Whether a noun is an animal, a plant, a food, a substance or something made."""
    return word in noun.small and noun.senses[word][0][1] in PLAIN


def worth_keeping(word: str, part: Part, noun: Part) -> bool:
    """Whether a word is common, plain or long enough to be taken for right."""
    common = bool(part.uses.get(word)) or len(word) >= LONG or (word in noun.senses and plain_thing(noun, word))
    return common and not NEVER_SPELT.fullmatch(word)


def forms(word: str) -> tuple[str, ...]:
    """A word with the endings that it may have as a noun or a verb."""
    return word, s_form(word), ed_form(word), ing_form(word)


def built_from(word: str, known: frozenset[str]) -> bool:
    """Whether a word is a known one with an ending, which the engine sees by itself."""
    stems = [word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending)]
    return any(stem in known or stem + "e" in known or stem[:-1] in known for stem in stems)


def known_words() -> frozenset[str]:
    """What the engine knows without this list."""
    files = {path.name: path.read_text(encoding="utf-8") for path in WORDS.glob("*.txt") if path.name != "classes.txt"}
    return Grammar(Lexicon.parse(files)).vocabulary


def close(word: str, known: frozenset[str]) -> bool:
    """Whether one letter less, more or swapped makes a known word of it."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    near = {a + b[1:] for a, b in cuts if b} | {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    return len(word) >= SHORTEST and not known.isdisjoint(near | {a + letter + b for a, b in cuts for letter in ascii_lowercase})


def main(folder: Path) -> None:
    """Write the list."""
    noun, verb, adjective = Part(folder, "noun", "1"), Part(folder, "verb", "2"), Part(folder, "adj", "35")
    adverb = Part(folder, "adv", "4")
    nouns, verbs = taken("nouns.txt"), taken("verbs.txt")
    touchy = noun.under(TOUCHY)
    good, bad = noun.under(THINGS), touchy | noun.under(NEVER_THINGS)
    single = [word for word in noun.senses if re.fullmatch("[a-z]{3,}", word) and (noun.uses[word] or word in nouns)]
    found = {
        "things": [word for word in single if things(noun, word, good, bad)],
        "doings": [word for word in sorted(verbs) if verb.senses.get(word) and DOINGS.get(verb.senses[word][0][1])],
        "touchy": [
            word
            for word in single
            if any(
                s in touchy and (share >= OFTEN or (not at and not noun.uses[word]))
                for at, (s, _, share) in enumerate(noun.senses[word])
            )
        ],
    }
    ours = known_words()
    new = [word for word in sorted(noun.small | adjective.small) if word not in ours]
    bad_persons = touchy | noun.under(INSULTS)
    parts = {"nouns": noun, "verbs": verb, "adjectives": adjective, "adverbs": adverb}
    kept: set[str] = set()
    for name, part in parts.items():
        others = [other for other in parts.values() if other is not part]
        least = TWICE if part is noun else 1
        new = [
            word
            for word in sorted(part.small - ours - kept - OTHERS)
            if mostly(part, word, *others, least=least) and word not in COMPLAINTS
        ]
        if part is adverb:
            new = [word for word in new if not word.endswith("ly")]
        if part is noun:
            persons = [word for word in new if only_somebody(noun, word) and noun.senses[word][0][0] not in bad_persons]
            new = sorted({*filter(partial(told_of_nobody, noun), new), *persons})
            kept |= set(map(s_form, new))
        kept.update(new)
        found[name] = [with_forms(verb, word) for word in new] if part is verb else new
    rest = {word for part in parts.values() for word in part.small if worth_keeping(word, part, noun)} - ours - kept - COMPLAINTS
    taken_too = ours | kept
    found["spelt"] = [
        word for word in sorted(rest) if any(close(form, taken_too) for form in forms(word)) and not built_from(word, taken_too)
    ]
    head = (
        "# Classes of words, made from WordNet 3.0 by tests/bench/word_classes.py (its licence: wordnet-licence). Do not edit.\n"
    )
    body = "".join(f"[{name}]\n" + _filled(words) for name, words in found.items())
    (WORDS / "classes.txt").write_text(head + body, encoding="utf-8")


def _filled(entries: list[str]) -> str:
    lines, line = [], ""
    for word in entries:
        if len(line) + len(word) > 125:
            lines.append(line)
            line = ""
        line += (" " if line else "") + word
    return "\n".join([*lines, line]) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
