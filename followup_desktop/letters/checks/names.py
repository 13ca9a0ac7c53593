"""Who is greeted, spoken of and worked for: greeting, honorific, third person, another employer (E31, E33)."""

from __future__ import annotations

import re
from functools import lru_cache

from followup_desktop.core.records import Case, Finding, Origin, Person
from followup_desktop.core.words import QT_TRANSLATE_NOOP
from followup_desktop.letters.checks.found import TOKEN, Looked, stop, warn
from followup_desktop.letters.checks.spelt import (
    EVERYDAY,
    HONORIFICS,
    LONGER_NAME,
    NEAR_MISS,
    TITLES,
    bare_name,
    key_of,
    misspelt_in,
)
from followup_desktop.letters.lexicon import fold

PRONOUNS = {"she": ("she", "her", "hers", "herself"), "he": ("he", "him", "his", "himself")}
_DOES = re.compile(r" (?:\w{3,}ed|was|has|had|told|made|gave|took|let|said|spoke|knew|went|came|is) ")
"""What follows a name, and hardly the everyday word that looks like it, at the beginning of a sentence."""
_NAMES_ON = re.compile(r" (?:Day|Street|Road|Hall|Bridge)\b")
"""What makes a name part of another: May Day."""
_SAYS_WHO = re.compile(r"^(?:he|she) (?:is|was) (?:the|an?)\b", re.IGNORECASE)
"""Begins a sentence that says itself who is meant."""
OTHERS_KIN = re.compile(
    r"\b(?:son|daughter|wife|husband|partner|mother|father|sister|brother|uncle|aunt|niece|nephew|cousin|grand\w+|colleague|boss"
    r"|teacher|founder|manager|customer|patient|intern|friend|student|child|boy|girl|lady|gentleman|man|woman|puppy|dog|cat)s?\b",
    re.IGNORECASE,
)
"""Somebody else whom a pronoun may mean."""


# ---------------------------------------------------------------------- greeting
def greeting(looked: Looked) -> list[Finding]:
    """Whom the greeting greets, and whether its honorific goes with the pronoun that was noted."""
    person, text = looked.person, looked.letter.greeting
    if person is None:
        return []
    said = _name_words(text)
    own = _name_words(f"{person.name} {person.address_as}")
    misspelt = misspelt_in(text, looked, greets=True)
    if not said & own and not any(fold(right) in own for _, right in misspelt):
        return [_greets_another(looked, person, said)]
    others = [each for each in looked.case.people if each.id != person.id]
    also = next((each for each in others if said & (_name_words(f"{each.name} {each.address_as}") - own)), None)
    if also is not None:
        return [_greets(text, also, person)]
    return _honorific(text, person)


def _greets_another(looked: Looked, person: Person, said: frozenset[str]) -> Finding:
    others = [each for each in looked.case.people if each.id != person.id]
    other = next((each for each in others if said & _name_words(f"{each.name} {each.address_as}")), None)
    if other is not None:
        return _greets(looked.letter.greeting, other, person)
    said_words = QT_TRANSLATE_NOOP("letters", "“{greeting}” does not greet {name}.")
    return stop("greeting", said_words, greeting=looked.letter.greeting, name=person.name)


def _greets(text: str, other: Person, person: Person) -> Finding:
    words_of = QT_TRANSLATE_NOOP("letters", "“{greeting}” greets {other}, but the card is for {name}.")
    return stop("greeting", words_of, greeting=text, other=other.name, name=person.name)


def _honorific(text: str, person: Person) -> list[Finding]:
    for title, pronoun in HONORIFICS.items():
        if re.search(rf"\b{title}\b", fold(text)) and person.pronoun and person.pronoun != pronoun:
            said = QT_TRANSLATE_NOOP(
                "letters", "“{greeting}” does not go with the pronoun “{pronoun}” that you noted for {name}."
            )
            return [stop("honorific", said, greeting=text, pronoun=person.pronoun, name=person.name)]
    return []


@lru_cache(maxsize=256)
def _name_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(text))) - TITLES


def honorifics(looked: Looked) -> list[Finding]:
    """Honorifics in the body that go against the pronoun noted for the person they stand before."""
    found = []
    for at, text in enumerate(looked.texts):
        for match in re.finditer(r"\b(Mr|Mrs|Ms|Miss|Mx)\.? (\w+)", text):
            named = [each for each in looked.case.people if fold(match[2]) in _name_words(each.name)]
            if len(named) == 1 and named[0].pronoun and named[0].pronoun != HONORIFICS[match[1].lower()]:
                said = QT_TRANSLATE_NOOP("letters", "“{words}” does not go with the pronoun “{pronoun}” that you noted.")
                found.append(stop("honorific", said, at, words=match[0], pronoun=named[0].pronoun))
    return found


# ---------------------------------------------------------------------- other names
def other_company(looked: Looked) -> list[Finding]:
    """Another employer of the user's named in place of this one (E31)."""
    found = []
    for at, (sentence, text) in enumerate(zip(looked.letter.sentences, looked.texts, strict=True)):
        if sentence.origin is Origin.NOTE:
            continue
        low = f" {_spaced(text)} "
        for company in dict.fromkeys(looked.elsewhere):
            forms = (name for name in _forms(company, looked.letter.company) if f" {_spaced(name)} " in low)
            name = next((name for name in forms if " " in name or re.search(rf"\w\W+{re.escape(name)}\b", text)), None)
            if name is not None:
                said = QT_TRANSLATE_NOOP("letters", "“{word}” is another employer. This card goes to {company}.")
                match = re.search(re.escape(name).replace("'", "['’]"), text, re.IGNORECASE)
                fix = re.sub(re.escape(match[0]), lambda _: looked.letter.company, text) if match else looked.drop
                found.append(stop("other-company", said, at, fix, word=company, company=looked.letter.company))
                break
    return found


@lru_cache(maxsize=1024)
def _forms(company: str, own: str) -> tuple[str, ...]:
    """The name in full, then its first word where that is a name that nobody takes for another."""
    if key_of(company) == key_of(own) or len(key_of(company)) < NEAR_MISS or fold(company) in EVERYDAY:
        return ()
    if _spaced(company) in _spaced(own):
        return ()
    first = company.split(maxsplit=1)[0]
    tells = len(first) >= LONGER_NAME and " " in company and fold(first) not in fold(own)
    short = company.rpartition(" ")[0]  # St Brigid's, of St Brigid's Hospital
    shorter = [short] if " " in short and len(key_of(short)) >= LONGER_NAME and _spaced(short) not in _spaced(own) else []
    return (company, *shorter, first) if tells else (company, *shorter)


@lru_cache(maxsize=1024)
def _spaced(text: str) -> str:
    return " ".join(re.findall(r"\w+", re.sub(r"['’]s\b", "", fold(text))))


def third_person(looked: Looked) -> list[Finding]:
    """Sentences that talk about the reader instead of to them."""
    person = looked.person
    if person is None:
        return []
    names = {word for word in TOKEN.findall(person.name) if len(word) >= NEAR_MISS - 1}
    found, last = [], ""
    for at, sentence in enumerate(looked.letter.sentences):
        before, last = last, sentence.text
        if sentence.origin is not Origin.YOURS:
            continue
        bare = re.sub(r"\"[^\"]*\"|“[^”]*”", "", sentence.text)
        if _names_reader(bare, names, looked.case, person) or _speaks_of_reader(before, bare, person, looked.case):
            said = QT_TRANSLATE_NOOP("letters", "This talks about {name}; a card talks to them.")
            found.append(warn("third-person", said, at, name=person.name))
    return found


def _names_reader(text: str, names: set[str], case: Case, person: Person) -> bool:
    """True where the reader's name stands in a sentence other than to call them."""
    others = {word for each in case.people if each.id != person.id for word in TOKEN.findall(each.name)}
    for match in TOKEN.finditer(text):
        word = bare_name(match[0])
        if word not in names or word in others or _NAMES_ON.match(text, match.end()):
            continue
        if fold(word) in EVERYDAY and match.start() == 0 and not _DOES.match(text, match.end()):
            continue
        called = text[match.end() : match.end() + 1] == "," or re.search(r", (?:\w+\.? ){0,2}$", text[: match.start()])
        if not called and text[match.end() :].strip(" .!") == "" and re.search(r"\b(?:you|your)\b", text, re.IGNORECASE):
            called = re.search(r",[^,]*$", text[: match.start()])
        if not called and fold(word) not in EVERYDAY:
            return True
        if not called and word[0].isupper():
            return True
    return False


def _speaks_of_reader(last: str, text: str, person: Person, case: Case) -> bool:
    """True where the reader's pronoun can only mean the reader: nobody else stands before it, nor in the `last` sentence."""
    forms = PRONOUNS.get(person.pronoun, ())
    first = next((match for match in re.finditer(r"\w+", text) if match[0].lower() in forms), None)
    if first is None:
        return False
    before = text[: first.start()]
    named = {word for each in case.people if each.id != person.id for word in TOKEN.findall(each.name)}
    others = [match[0] for match in TOKEN.finditer(before) if match.start() > 0 and match[0][0].isupper() and match[0] != "I"]
    if _SAYS_WHO.match(text) and OTHERS_KIN.search(text):
        return False
    told = f"{last} {before}" if re.match(r",", text[first.end() :]) is None else f"{last} {text}"
    return not (OTHERS_KIN.search(told) or named & set(TOKEN.findall(before)) or others)
