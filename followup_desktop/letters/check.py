"""What a letter must not go out with (stops) and what wants a second look (warnings).

Every finding explains itself. A letter is finished when nothing stops it. The rules are those of ETIQUETTE E28-E34 and
CARDS ("Check").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from followup_desktop.core.records import Case, Finding, Letter, Level, Me, Origin, Person
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.letters.grammar import words
from followup_desktop.letters.lexicon import fold

FEWEST_WORDS, MOST_WORDS = 25, 110
"""Length of a letter's body in words (CARDS, "Check"); E30 aims at 40 to 90."""
ALIKE = 0.25
"""Share of common runs of three words from which two letters read alike (CARDS, "Check")."""
ON_TIME = timedelta(hours=24)
"""E19: a thank-you is on time up to 24 hours after the interview."""

PAY = re.compile(
    r"\b(?:salar(?:y|ies)|wages?|bonus(?:es)?|compensation|pay (?:rise|raise|band|scale)|paycheck|\d+ ?k|per hour)\b|[$£€] ?\d",
    re.IGNORECASE,
)
BEGGING = re.compile(
    r"\b(?:beg|begging|desperate(?:ly)?|please (?:give|hire|choose|pick|consider)|I really need (?:this|the) (?:job|work)"
    r"|any job|last chance|I need this)\b",
    re.IGNORECASE,
)
THANKS = re.compile(r"\b(?:thank|thanks|grateful|gratitude|appreciate|appreciated)\b", re.IGNORECASE)
DECISION = re.compile(
    r"\b(?:your decision|when (?:you|will you) (?:decide|hear|expect)|hear back|have you decided|look(?:ing)? forward to hearing"
    r"|hear from you|my chances|decided yet)\b",
    re.IGNORECASE,
)
CLICHES = (
    "hit the ground running", "team player", "think outside the box", "perfect fit", "great fit", "synergy", "dream job",
    "passionate about", "valuable asset", "touch base", "at your earliest convenience", "look no further", "win-win",
)  # fmt: skip
PLACEHOLDER = re.compile(r"[{}]|\[[^\]]*\]|<[^>]*>|\bTODO\b|\bXX+\b|\b(?:name|company) here\b", re.IGNORECASE)
HONORIFICS = {"mr": "he", "sir": "he", "mrs": "she", "ms": "she", "miss": "she", "madam": "she", "mx": "they"}
PRONOUNS = {"she": ("she", "her", "hers", "herself"), "he": ("he", "him", "his", "himself")}
EVERYDAY = words("""
    will mark grace grant hope faith joy rose dean dale drew chase rich frank may april june august rob bill sue pat art gene
    bright young long short king hill wood stone brook field lake ford price power love park bell cook baker smith carter
    mason hunt
""")
"""Names that are words as well: written small they are no misspelling."""
NEAR_MISS = 4
"""Names shorter than this are too easily near to another word to be called misspelt."""


def check(
    letter: Letter, case: Case, me: Me, *, others: Sequence[Letter] = (), sent: Sequence[str] = (), now: datetime | None = None
) -> tuple[Finding, ...]:
    """Everything found about `letter`, stops first.

    `others` are the panel's other letters, `sent` sentences that posted cards to this employer have used; `now` (with a
    zone) turns on the finding about lateness.
    """
    person = case.person(letter.person)
    found = [*_stops(letter, case, person), *_shared(letter, others, sent), *_warnings(letter), *_alike(letter, others)]
    if not me.name.strip():
        found.append(_warn("no-name", QT_TRANSLATE_NOOP("letters", "Your own name is not known yet. You sign the card in ink.")))
    if now is not None and now - case.interview.ends() > ON_TIME:
        found.append(
            _warn("late", QT_TRANSLATE_NOOP("letters", "The interview is more than a day ago. A late card is still welcome."))
        )
    return tuple(sorted(found, key=lambda finding: finding.level is not Level.STOP))


def _stop(code: str, text: str, sentence: int | None = None, **values: str) -> Finding:
    return Finding(Level.STOP, code, Words(text, dict(values)), sentence)


def _warn(code: str, text: str, sentence: int | None = None, **values: str) -> Finding:
    return Finding(Level.WARNING, code, Words(text, dict(values)), sentence)


def _stops(letter: Letter, case: Case, person: Person | None) -> list[Finding]:
    found = []
    if not letter.sentences:
        return [_stop("empty", QT_TRANSLATE_NOOP("letters", "There is nothing on this card yet."))]
    for at, sentence in enumerate(letter.sentences):
        if PLACEHOLDER.search(sentence.text):
            found.append(_stop("placeholder", QT_TRANSLATE_NOOP("letters", "A placeholder is left in."), at))
        match = PAY.search(sentence.text)
        if match and not (sentence.origin is Origin.NOTE and match[0][0].isdigit()):  # a note's numbers were looked at before
            found.append(_stop("pay", QT_TRANSLATE_NOOP("letters", "Pay never goes on a card: “{words}”."), at, words=match[0]))
        if match := BEGGING.search(sentence.text):
            found.append(
                _stop("begging", QT_TRANSLATE_NOOP("letters", "“{words}” begs. A card only thanks."), at, words=match[0])
            )
    body = " ".join(sentence.text for sentence in letter.sentences)
    if not THANKS.search(body):
        found.append(_stop("no-thanks", QT_TRANSLATE_NOOP("letters", "The card does not say thank you.")))
    if not any(sentence.origin is not Origin.TEMPLATE for sentence in letter.sentences):
        said = QT_TRANSLATE_NOOP("letters", "Nothing from your talk yet. One detail makes it a real card.")
        found.append(_stop("no-detail", said))
    if person is not None:
        found += _greeting(letter, case, person)
        found += _spelling(letter, case, person)
        found += _third_person(letter, person)
    return found


def _greeting(letter: Letter, case: Case, person: Person) -> list[Finding]:
    said = set(re.findall(r"\w+", fold(letter.greeting)))
    own = set(re.findall(r"\w+", fold(f"{person.name} {person.address_as}")))
    if not said & own:
        others = [each for each in case.people if each.id != person.id]
        other = next((each for each in others if said & set(re.findall(r"\w+", fold(f"{each.name} {each.address_as}")))), None)
        text = QT_TRANSLATE_NOOP("letters", "“{greeting}” greets {other}, but the card is for {name}.")
        if other is None:
            text = QT_TRANSLATE_NOOP("letters", "“{greeting}” does not greet {name}.")
            return [_stop("greeting", text, greeting=letter.greeting, name=person.name)]
        return [_stop("greeting", text, greeting=letter.greeting, other=other.name, name=person.name)]
    for title, pronoun in HONORIFICS.items():
        if title in said and person.pronoun and person.pronoun != pronoun:
            text = QT_TRANSLATE_NOOP(
                "letters", "“{greeting}” does not go with the pronoun “{pronoun}” that you noted for {name}."
            )
            return [_stop("honorific", text, greeting=letter.greeting, pronoun=person.pronoun, name=person.name)]
    return []


def _spelling(letter: Letter, case: Case, person: Person) -> list[Finding]:
    found = []
    names = [person.name, person.address_as, letter.company, *(each.name for each in case.people)]
    right = {word for name in names for word in re.findall(r"\w+", name)}
    texts: list[tuple[int | None, str]] = [(None, letter.greeting), *((at, s.text) for at, s in enumerate(letter.sentences))]
    for at, text in texts:
        first = next(iter(re.findall(r"\w+", text)), "")
        for word in re.findall(r"\w+", text):
            near = next((each for each in right if _misspelt(word, each, begins=word == first)), None)
            if near is not None and word not in right:
                said = QT_TRANSLATE_NOOP("letters", "“{word}” should be spelt “{right}”.")
                found.append(_stop("misspelt", said, at, word=word, right=near))
    return found


def _third_person(letter: Letter, person: Person) -> list[Finding]:
    """Sentences that talk about the reader instead of to them."""
    forms = PRONOUNS.get(person.pronoun, ())
    names = {word for word in re.findall(r"\w+", person.name) if len(word) >= NEAR_MISS}
    found = []
    for at, sentence in enumerate(letter.sentences):
        bare = re.sub(r"\"[^\"]*\"", "", sentence.text)
        if sentence.origin is Origin.YOURS and (
            any(re.search(rf"\b{form}\b", bare, re.IGNORECASE) for form in forms) or names & set(re.findall(r"\w+", bare))
        ):
            text = QT_TRANSLATE_NOOP("letters", "This talks about {name}; a card talks to them.")
            found.append(_warn("third-person", text, at, name=person.name))
    return found


def _misspelt(word: str, right: str, *, begins: bool) -> bool:
    """One letter away from a name, or the name without its marks or capitals. A text's first word has a capital anyway."""
    if word == right or not right[0].isupper() or len(right) < NEAR_MISS:
        return False
    if word == right.lower() and word in EVERYDAY:
        return False
    if fold(word) == fold(right):
        return True
    return word[0].isupper() and not begins and fold(word)[0] == fold(right)[0] and _one_apart(fold(word), fold(right))


def _one_apart(left: str, right: str) -> bool:
    if abs(len(left) - len(right)) > 1 or left == right:
        return False
    start = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    rest_left, rest_right = left[start:], right[start:]
    swapped = len(left) == len(right) and rest_left[:2] == rest_right[:2][::-1] and rest_left[2:] == rest_right[2:]
    return swapped or rest_left[1:] == rest_right[1:] or rest_left[1:] == rest_right or rest_left == rest_right[1:]


def _shared(letter: Letter, others: Sequence[Letter], sent: Sequence[str]) -> list[Finding]:
    elsewhere = {_folded(sentence.text): other.name for other in others for sentence in other.sentences}
    elsewhere |= {_folded(text): "" for text in sent if _folded(text) not in elsewhere}
    found = []
    for at, sentence in enumerate(letter.sentences):
        name = elsewhere.get(_folded(sentence.text))
        if name:
            text = QT_TRANSLATE_NOOP("letters", "This sentence also stands on the card for {name}.")
            found.append(_stop("shared", text, at, name=name))
        elif name is not None:
            text = QT_TRANSLATE_NOOP("letters", "This sentence went out on an earlier card to {company}.")
            found.append(_stop("shared", text, at, company=letter.company))
    return found


def _warnings(letter: Letter) -> list[Finding]:
    found = []
    texts = [sentence.text for sentence in letter.sentences]
    body = " ".join(texts)
    count = len(body.split())
    if 0 < count < FEWEST_WORDS:
        found.append(
            _warn("short", QT_TRANSLATE_NOOP("letters", "Only {count} words. A card has about 40 to 90."), count=str(count))
        )
    if count > MOST_WORDS:
        found.append(_warn("long", QT_TRANSLATE_NOOP("letters", "{count} words. A card has about 40 to 90."), count=str(count)))
    if body.count("!") > 1:
        found.append(_warn("exclamation", QT_TRANSLATE_NOOP("letters", "More than one exclamation mark.")))
    for at, text in enumerate(texts):
        if match := DECISION.search(text):
            said = QT_TRANSLATE_NOOP("letters", "“{words}” asks about the decision. A card only thanks.")
            found.append(_warn("decision", said, at, words=match[0]))
        if cliche := next((each for each in CLICHES if each in text.lower()), None):
            found.append(_warn("cliche", QT_TRANSLATE_NOOP("letters", "“{words}” is on every card."), at, words=cliche))
    mine = len(re.findall(r"\bI\b", body))
    yours = len(re.findall(r"\b(?:you|your|yours|yourself)\b", body, re.IGNORECASE))
    if mine > yours + 1:
        found.append(_warn("about-me", QT_TRANSLATE_NOOP("letters", "The card says “I” more often than “you”.")))
    return found


def _alike(letter: Letter, others: Sequence[Letter]) -> list[Finding]:
    own = _trigrams(letter)
    for other in others:
        theirs = _trigrams(other)
        if own and theirs and len(own & theirs) / len(own | theirs) > ALIKE:
            text = QT_TRANSLATE_NOOP("letters", "Reads much like the card for {name}.")
            return [_warn("alike", text, name=other.name)]
    return []


def likeness(left: Letter, right: Letter) -> float:
    """Share of common runs of three words in two letters' bodies, 0 to 1 (E26)."""
    a, b = _trigrams(left), _trigrams(right)
    return len(a & b) / len(a | b) if a | b else 0.0


def _trigrams(letter: Letter) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for sentence in letter.sentences:
        run = _folded(sentence.text).split()
        found.update(zip(run, run[1:], run[2:], strict=False))
    return found


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()
