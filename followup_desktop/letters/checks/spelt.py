"""How people, company and position are spelt (E31), against the records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from followup_desktop.core.dates import MONTHS, WEEKDAYS
from followup_desktop.core.records import Finding, Person
from followup_desktop.core.words import QT_TRANSLATE_NOOP
from followup_desktop.letters.checks.found import TOKEN, Looked, stop
from followup_desktop.letters.grammar import words
from followup_desktop.letters.lexicon import fold

HONORIFICS = {"mr": "he", "sir": "he", "mrs": "she", "ms": "she", "miss": "she", "madam": "she", "mx": "they"}
TITLES = frozenset(HONORIFICS) | {"dr", "prof", "professor", "doctor", "rev", "dear", "hello", "hi", "and", "the", "of"}
"""Words of a name or a greeting that name nobody."""
EVERYDAY = words("""
    will mark grace grant hope faith joy rose dean dale drew chase rich frank may april june august rob bill sue pat art gene
    bright young long short king hill wood stone brook field lake ford price power love park bell cook baker smith carter
    mason hunt christian summer autumn dawn iris ivy violet lily heather ray guy jack penny ruby pearl crystal victor noble
    sterling stark sharp swift strong small little best good day knight page reed rivers banks woods waters fields marsh moss
    fox wolf lamb hart bird finch crane drake
""")
"""Names that are words as well: written small, or at the beginning of a sentence, they need not be names."""
SMALL = words(
    "the and you our one two how who why was has had all for not but son day may let yes her his him she any few its out"
)
"""Short words that begin sentences: they are no names without their marks."""
NEAR_MISS = 4
"""Names shorter than this are too easily near to another word to be called misspelt."""
LONG_NAME, LONGER_NAME = 6, 7
"""From so many letters a sentence's first word, or one two strokes away, is taken for the name."""
ENDING = 3
"""Two words that differ in so many last letters only are rather two forms of one word: analyst, analysis."""
_BEFORE_COMPANY = re.compile(r"\b(?:at|join|joining|joined|for|with|from|about|of|to|and|that)\s+$", re.IGNORECASE)
_AFTER_ROLE = re.compile(r"\s+(?:position|role|post|vacancy|opening|job)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """The right spellings: `names` of people, `parts` of the company's name, `company` and `role` as a whole.

    `fine` holds words that are right although they look like a name.
    """

    names: tuple[str, ...]
    parts: tuple[str, ...]
    company: str
    role: str
    fine: frozenset[str]


@lru_cache(maxsize=64)
def _known(people: tuple[Person, ...], company: str, role: str, me: str) -> Known:
    names = dict.fromkeys(
        word
        for each in people
        for word in TOKEN.findall(f"{each.name} {each.address_as}")
        if fold(word) not in TITLES and word[:1].isupper()
    )
    parts = tuple(word for word in TOKEN.findall(company) if word[:1].isupper() and len(word) >= LONG_NAME)
    fine = frozenset((*names, *TOKEN.findall(company), *TOKEN.findall(role), *TOKEN.findall(me), *WEEKDAYS, *MONTHS))
    return Known(tuple(names), parts, company.strip(), role.strip(), fine)


def spelling(looked: Looked) -> list[Finding]:
    """Names of people and the company, and the position, where they are spelt otherwise than in the records."""
    said = QT_TRANSLATE_NOOP("letters", "“{word}” should be spelt “{right}”.")
    found = [
        stop("misspelt", said, word=word, right=right) for word, right in misspelt_in(looked.letter.greeting, looked, greets=True)
    ]
    for at, text in enumerate(looked.texts):
        for word, right in misspelt_in(text, looked):
            found.append(stop("misspelt", said, at, replaced(text, word, right), word=word, right=right))
    return found


def replaced(text: str, word: str, right: str) -> str:
    """`text` with every whole `word` put right."""
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", lambda _: right, text)


def misspelt_in(text: str, looked: Looked, *, greets: bool = False) -> tuple[tuple[str, str], ...]:
    """What is spelt wrong in `text`, each with the right spelling; `greets` for a greeting, where only names stand."""
    case = looked.case
    return _misspelt(text, _known(case.people, looked.letter.company, case.interview.role, looked.me.name), greets)


@lru_cache(maxsize=1024)
def _misspelt(text: str, known: Known, greets: bool) -> tuple[tuple[str, str], ...]:
    tokens = list(TOKEN.finditer(text))
    whole = list(_wrong_terms(text, tokens, known))
    found = [(word, right) for _, word, right in whole]
    for at, token in enumerate(tokens):
        word = bare_name(token[0])
        if word in known.fine or any(start <= token.start() < end for (start, end), _, _ in whole):
            continue
        if not greets and _is_elsewhere(tokens, at, known):
            continue
        begins = not greets and (at == 0 or text[: token.start()].rstrip()[-1:] in (".", "!", "?", "“", '"'))
        begins = begins and text[token.end() : token.end() + 1] != ","
        right = next((name for name in known.names if _is_miss(word, name, begins=begins, greets=greets)), None)
        right = right or next((name for name in known.parts if _is_near(word, name, begins=begins)), None)
        if right is not None:
            found.append((word, right))
    return tuple(dict.fromkeys(found))


def bare_name(token: str) -> str:
    """A token without its possessive."""
    return re.sub(r"['’]s?$", "", token)


def _is_elsewhere(tokens: list[re.Match[str]], at: int, known: Known) -> bool:
    """True for a word that the next or last word makes another name: Hong Kong, San Jose."""
    folded = {fold(name) for name in known.names}
    if fold(bare_name(tokens[at][0])) not in folded:
        return False
    text = tokens[at].string
    for other, first in ((at + 1, at), (at - 1, at - 1)):
        if not 0 < other < len(tokens) or text[tokens[first].end() : tokens[first + 1].start()] != " ":
            continue
        beside = bare_name(tokens[other][0])
        low = fold(beside)
        if beside[:1].isupper() and low != "i" and low not in folded | TITLES and not any(apart(low, name, 2) for name in folded):
            return True
    return False


def _is_miss(word: str, name: str, *, begins: bool, greets: bool) -> bool:
    """The name without its marks or capitals, or a few strokes away from it."""
    if word.replace("’", "'") == name.replace("’", "'"):
        return False
    if key_of(word) != key_of(name):
        return _is_near(word, name, begins=begins, greets=greets)
    if len(name) < NEAR_MISS and not greets:  # "do" is not Đỗ
        is_name = not begins or (len(name) == NEAR_MISS - 1 and fold(word) not in SMALL)
        return is_name and word[0].isupper() and word.lower() != name.lower()
    return greets or word != word.lower() or fold(word) not in EVERYDAY


def _is_near(word: str, name: str, *, begins: bool, greets: bool = False) -> bool:
    """A few strokes away from a name. A text's first word has a capital anyway."""
    left, right = key_of(word), key_of(name)
    if len(name) < NEAR_MISS or not (word[0].isupper() or greets) or left[:1] != right[:1]:
        return False
    if begins and (len(name) < LONG_NAME or fold(name) in EVERYDAY):
        return False
    if left in {right + "s", right + "es"} or left + "s" == right:
        return False
    return apart(left, right, 2 if len(name) >= LONGER_NAME else 1)


@lru_cache(maxsize=4096)
def key_of(text: str) -> str:
    """What two spellings of one name have in common: no marks, blanks or signs, "Saint" as "St", no "and"."""
    low = re.sub(r"\bsaint\b", "st", fold(text))
    return re.sub(r"\band\b|&|[\W_]", "", low)


def _wrong_terms(text: str, tokens: list[re.Match[str]], known: Known) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Places where the company or the position stands, but not as the records have it: span, words, right words."""
    for term, is_wrong in ((known.company, _is_wrong_company), (known.role, _is_wrong_role)):
        count = len(TOKEN.findall(term))
        if not count:
            continue
        taken = -1
        for size in sorted({count, count + 1, max(1, count - 1)}, key=lambda n: abs(n - count)):
            for at in range(len(tokens) - size + 1):
                start, end = tokens[at].start(), tokens[at + size - 1].end()
                said = bare_name(text[start:end])
                if tokens[at + size - 1][0] == "and":  # which a key leaves out
                    continue
                if start > taken and fold(said[:1]) == fold(term[:1]) and is_wrong(said, term, text, start):
                    taken = end
                    yield (start, end), said, term.lower() if term == known.role and said == said.lower() else term


def _is_wrong_company(said: str, term: str, text: str, start: int) -> bool:
    mine, key = key_of(said), key_of(term)
    plain, right = said.replace("’", "'"), term.replace("’", "'")
    if plain in {right, right[:1].lower() + right[1:] if right.startswith("The ") else right}:
        return False
    if re.search(rf"(?<!\w){re.escape(right)}(?!\w)", plain):  # the right name with a word more: "Acme Ltd is"
        return False
    one_word = " " not in term
    if mine == key:
        is_small = said == said.lower() and one_word  # then it may be an everyday word
        return not is_small or (fold(term) not in EVERYDAY and bool(_BEFORE_COMPANY.search(text[:start])))
    if not said[:1].isupper() or len(key) < NEAR_MISS:
        return False
    if one_word and (start == 0 or " " in said or mine in {key + "s", key + "es"}):
        return False
    return apart(mine, key, 1 if one_word and len(key) <= LONGER_NAME else 2)


def _is_wrong_role(said: str, term: str, text: str, start: int) -> bool:
    """A position of two words or more, nearly as in the records; a form of the same word is another word."""
    mine, key = key_of(said), key_of(term)
    if " " not in term or mine in {key, key + "s", key + "es"} or mine + "s" == key:
        return False
    named = _AFTER_ROLE.match(text, start + len(said)) is not None
    swapped = sorted(mine) == sorted(key)
    if not named and not swapped and mine[: len(key) - ENDING] == key[: len(key) - ENDING]:
        return False
    return apart(mine, key, 2 if named else 1)


@lru_cache(maxsize=8192)
def apart(left: str, right: str, most: int) -> bool:
    """True where 1 to `most` strokes (a letter more, less, other, or two swapped) turn one word into the other."""
    if left == right or abs(len(left) - len(right)) > most:
        return False
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        last, row = row, [i]
        for j, b in enumerate(right, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if before and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = last
    return row[-1] <= most
