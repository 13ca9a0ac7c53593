"""The forms under which somebody of a given name is mentioned: parts, nickname, initials, short forms, Latin spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping

from followup_desktop.letters.grammar import words
from followup_desktop.letters.lexicon import fold

CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "є": "ye", "ґ": "g",
    "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz",
}  # fmt: skip
GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l", "μ": "m",
    "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps",
    "ω": "o",
}  # fmt: skip
LATIN = str.maketrans(CYRILLIC | GREEK)
"""Letter to its usual Latin spelling in passports."""
SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ß": "ss"})
"""Letters that keyboards without them write as two."""
MARKS = " \"'“”„‘’«»()[]"
"""Signs around a nickname that stands in the name."""
THINGS = words(
    "ab ac ai ar bi cd ci cs db dj dm er eu gp hr ip it la mc ml ny ok ot pa pc pe pm pr pt qa ta tv ui uk un us ux vp vr"
)
"""Two capitals that stand for a thing more often than for a person."""
FEWEST_INITIALS, MOST_INITIALS = 2, 3


def pieces(name: str) -> tuple[str, ...]:
    """The folded words of `name`, hyphens kept, signs around a nickname dropped."""
    return tuple(word for part in re.split(r"[\s,.]+", name) if (word := fold(part.strip(MARKS))))


def latin(word: str) -> str:
    """A folded Cyrillic or Greek word in Latin letters; any other as it is."""
    return word.translate(LATIN)


def initials(name: str) -> frozenset[str]:
    """Two or three capitals that stand for `name`, folded: jb and jbm for Jean-Baptiste Moreau, jm as well."""
    plain = re.sub(r"[\"“”„«(\[].*?[\"“”»)\]]", " ", name)
    parts = [latin(word) for word in pieces(plain)]
    split = [part for word in parts for part in word.split("-") if part]
    first = parts[0].split("-") if parts else []
    sets = ("".join(word[0] for word in each if word) for each in (parts, split, first))
    return frozenset(each for each in sets if FEWEST_INITIALS <= len(each) <= MOST_INITIALS) - THINGS


ARABIC = {
    "ا": "", "أ": "", "إ": "", "آ": "", "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "h", "د": "d",
    "ذ": "d", "ر": "r", "ز": "z", "س": "s", "ش": "s", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "", "غ": "g",
    "ف": "f", "ق": "q", "ك": "q", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "", "ي": "", "ى": "", "ة": "", "ء": "",
    "ئ": "", "ؤ": "", "پ": "p", "چ": "s", "گ": "g", "א": "", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "",
    "ז": "z", "ח": "h", "ט": "t", "י": "", "כ": "q", "ך": "q", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n",
    "ס": "s", "ע": "", "פ": "f", "ף": "f", "צ": "s", "ץ": "s", "ק": "q", "ר": "r", "ש": "s", "ת": "t",
}  # fmt: skip
"""Letters of scripts that leave vowels out, as consonants that Latin spellings of a name are compared by."""
FEWEST_CONSONANTS = 2


def skeleton(word: str) -> str:
    """The consonants of a folded word: mnsr for منصور and for Mansour, ll for ليلى and for Leila."""
    if word and word[0] in ARABIC:
        return "".join(ARABIC.get(char, "") for char in word).removesuffix("h")
    for two, one in (("sh", "s"), ("kh", "h"), ("th", "t"), ("ch", "s"), ("gh", "g"), ("dh", "d")):
        word = word.replace(two, one)
    return re.sub(r"[aeiouwy]", "", word).translate(str.maketrans("ckv", "qqf")).removesuffix("h")


def spelt_alike(name: str, word: str) -> bool:
    """Whether `word`, in Latin letters, may be a part of `name`, which stands in a script without vowels."""
    bones = {skeleton(part) for part in pieces(name) if part[0] in ARABIC}
    return len(word) > FEWEST_CONSONANTS and len(skeleton(word)) >= FEWEST_CONSONANTS and skeleton(word) in bones


def loose_initials(name: str) -> frozenset[str]:
    """Initials of `name` that stand for other things as often, folded: single letters, ML for Mei-Ling."""
    plain = re.sub(r"[\"“”„«(\[].*?[\"“”»)\]]", " ", name)
    parts = [latin(word) for word in pieces(plain)]
    first = parts[0].split("-") if parts else []
    sets = {"".join(word[0] for word in each if word) for each in (parts, first)}
    return frozenset({word[0] for word in parts if word} | {each for each in sets if each in THINGS})


def spellings(word: str) -> frozenset[str]:
    """Other ways to spell one folded word of a name: without its hyphen, in Latin letters, with j or i for y."""
    plain = latin(word)
    found = {plain, word.replace("-", "")}
    if plain != word:
        found |= {plain.replace("y", "j"), plain.replace("y", "i"), re.sub(r"(?<=[aei])y$", "i", plain)}
        found |= {
            re.sub(r"^(?:yu|ju)", "iu", plain),
            re.sub(r"^yu", "ju", plain),
            re.sub(r"iya$", "ia", plain),
            re.sub(r"iya$", "ya", plain),
        }
    return frozenset(found - {word})


def shortened(word: str, short_names: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The usual short forms of a given name and the full forms of a short one (list `short_names.txt`)."""
    return short_names.get(word, frozenset())
