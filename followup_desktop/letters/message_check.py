"""What a message had better not say, while it is typed: each finding with its reason, most with words to put instead.

The rules are those of ETIQUETTE: E15 and E16 for the question how things stand, E39 for thanks after a no, E43 for a hello.
What holds for a card's words holds for a message's too (pay, begging, names, placeholders).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from followup_desktop.core import etiquette
from followup_desktop.core.dates import MONTHS, WEEKDAYS, written
from followup_desktop.core.records import Case, Finding, Letter, Level, Me, Origin, Person, Sentence
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words
from followup_desktop.letters.check import check
from followup_desktop.letters.grammar import words
from followup_desktop.letters.reproach import HANGING, arguing, chances, reproach

MOST_WORDS = {"follow-up": 120, "after-rejection": 120, "keep-in-touch-email": 90, "thank-you-email": 150}
"""Longest message in words, by kind (E15: 120; E43: short)."""
MOST_CHARACTERS = 300
"""Characters that an invitation to connect may have."""
OF_CARDS = words("""
    placeholder pay begging misspelt greeting honorific exclamation cliche third-person no-name other-company wrong-role offer
    complaint excuse slang emoji shouting doubled
""")
"""Findings about a card that hold for every message."""
ADDED = {
    "no-question": "May I ask whether the position has been filled?",
    "no-help": "If not, would further information from me be of help?",
    "no-date": "A decision was planned by {day}.",
    "no-thanks": "Thank you for your time.",
}
"""What is added to a message that lacks it."""
DROPPED = frozenset({"pay", "begging", "placeholder", "chances", "arguing", "questions"})
"""Findings that are settled when their sentence goes."""

_FILLED = re.compile(
    r"\b(?:fill(?:ed)?|still (?:open|free|vacant|available)|been (?:taken|given|found|made|decided)|found some(?:body|one))\b",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"\b(?:further|more|additional|anything|else|other|references|samples|examples|particulars|details|information)\b[^.!]*\?"
    r"|\b(?:happy|glad|pleased|gladly)\b[^.!?]*\b(?:send|provide|supply|give|answer)",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\b(?:thank\w*|grat(?:eful|itude)|appreciat\w+|obliged|indebted)\b", re.IGNORECASE)
_KEEP_IN_MIND = re.compile(r"\bkeep me\b", re.IGNORECASE)
"""What a message may ask for, though a card does not (E39)."""
_SPLIT = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")
_TITLES = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|e\.g|i\.e|No|Nos|approx|etc|vs|[A-Z])\.$")
_END = re.compile(r"[.!?:][\"”’)]*$")
_CLOSING_WORDS = 6
"""A last line of so few words without a stop is a sign-off or a name."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A message's sentences with their places in the text, greeting and sign-off apart."""

    greeting: str
    sentences: tuple[tuple[int, int, str], ...]


def look_over(kind: str, subject: str, body: str, case: Case, person_id: str, me: Me) -> tuple[Finding, ...]:
    """Everything found about a message, stops first; a finding's `sentence` counts those of `body` (`mended` knows them)."""
    text = _read(body)
    said = [sentence for _, _, sentence in text.sentences]
    found = [
        *_length(kind, body, said),
        *(_each(kind, said)),
        *_missing(kind, subject, said, case, person_id),
        *_as_on_cards(text, case, person_id, me),
    ]
    return tuple(sorted(found, key=lambda finding: finding.level is not Level.STOP))


def mended(finding: Finding, body: str, case: Case, me: Me) -> str | None:  # noqa: PLR0911  (a ladder, one rung a finding)
    """`body` with that finding settled; None where it takes a person to settle it."""
    sentences = _read(body).sentences
    if finding.code in ADDED and sentences:
        end = sentences[-1][1]
        day = case.promise.latest if case.promise else None
        words = ADDED[finding.code].format(day=written(day, me.country) if day else "")
        return f"{body[:end]} {words}{body[end:]}"
    if finding.code == "too-long":
        return _cut(body) if finding.level is Level.STOP else None
    if finding.code == "exclamation":
        return re.sub(r"!+", ".", body)
    if finding.sentence is None or not 0 <= finding.sentence < len(sentences):
        return None
    start, end, sentence = sentences[finding.sentence]
    if finding.fix is not None:
        return _joined(body, start, end, finding.fix)
    if finding.code == "misspelt":
        word, right = (str(finding.words.values[name]) for name in ("word", "right"))
        return body[:start] + re.sub(rf"\b{re.escape(word)}\b", lambda _: right, sentence) + body[end:]
    if finding.code == "reproach":
        return _joined(body, start, end, _kinder(sentence, [each for _, _, each in sentences], case))
    return _joined(body, start, end, "") if finding.code in DROPPED and len(sentences) > 1 else None


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text, without white space around them."""
    return tuple(sentence for _, _, sentence in _spans(text))


def counted(kind: str, body: str) -> tuple[int, int | None]:
    """How long a message is and may be: characters for an invitation to connect, words for all else."""
    if kind == "connect":
        return len(body), MOST_CHARACTERS
    return len(body.split()), MOST_WORDS.get(kind)


def _spans(text: str) -> list[tuple[int, int, str]]:
    """Where every sentence begins and ends, with its words."""
    found: list[tuple[int, int, str]] = []
    start = 0
    for gap in (*_SPLIT.finditer(text), None):
        end = gap.start() if gap else len(text)
        if gap and "\n" not in gap[0] and _TITLES.search(text[start:end]):
            continue
        if gap:
            end += len(gap[0]) - len(gap[0].lstrip('"”’)'))
        words = text[start:end]
        if words.strip():
            at = start + len(words) - len(words.lstrip())
            found.append((at, at + len(words.strip()), words.strip()))
        start = gap.end() if gap else end
    return found


def _read(body: str) -> _Text:
    """The body's sentences between greeting and sign-off."""
    spans = _spans(body)
    greeting = spans.pop(0)[2] if spans and (spans[0][2].endswith(",") or not _END.search(spans[0][2])) else ""
    while spans and not _END.search(spans[-1][2]) and len(spans[-1][2].split()) <= _CLOSING_WORDS:
        spans.pop()
    return _Text(greeting, tuple(spans))


def _finding(level: Level, code: str, text: str, sentence: int | None = None, **values: Value) -> Finding:
    return Finding(level, code, Words(text, dict(values)), sentence)


def _length(kind: str, body: str, said: Sequence[str]) -> list[Finding]:
    count, most = counted(kind, body)
    if not said:
        return [_finding(Level.STOP, "empty", QT_TRANSLATE_NOOP("letters", "There is nothing in this message yet."))]
    if most is None or count <= most:
        return []
    if kind == "connect":
        text = QT_TRANSLATE_NOOP("letters", "{more} characters too many: {most} fit into an invitation to connect.")
        return [_finding(Level.STOP, "too-long", text, more=count - most, most=most)]
    text = QT_TRANSLATE_NOOP("letters", "{count} words. Up to {most} are read to the end.")
    return [_finding(Level.WARNING, "too-long", text, count=count, most=most)]


def _each(kind: str, said: Sequence[str]) -> list[Finding]:
    """What single sentences had better not say."""
    found: list[Finding] = []
    for at, sentence in enumerate(said):
        if match := reproach(sentence):
            text = QT_TRANSLATE_NOOP("letters", "“{words}” reads as a reproach.")
            found.append(_finding(Level.WARNING, "reproach", text, at, words=match[0].strip(" ,.")))
        if kind in {"follow-up", "thank-you-email"} and (match := chances(sentence)):
            text = QT_TRANSLATE_NOOP("letters", "“{words}” asks for a verdict on you. Ask about the position only.")
            found.append(_finding(Level.WARNING, "chances", text, at, words=match[0].strip(" ?")))
        if kind == "after-rejection" and (match := arguing(sentence)):
            text = QT_TRANSLATE_NOOP("letters", "“{words}” argues with the answer. Thanks alone are remembered.")
            found.append(_finding(Level.WARNING, "arguing", text, at, words=match[0]))
    questions = [at for at, sentence in enumerate(said) if sentence.rstrip('"”’)').endswith("?")]
    if kind == "after-rejection" and len(questions) > 1:
        text = QT_TRANSLATE_NOOP("letters", "{count} questions. After a no, one is the most.")
        found.append(_finding(Level.WARNING, "questions", text, questions[-1], count=len(questions)))
    return found


def _missing(kind: str, subject: str, said: Sequence[str], case: Case, person_id: str) -> list[Finding]:
    """What a message of that kind says and this one does not."""
    body = " ".join(said)
    found: list[Finding] = []
    if not said:
        return found
    if kind == "follow-up":
        found += _missing_question(subject, body, case)
        right, why = etiquette.right_person(case)
        if right is not None and right.id != person_id and _stands_out(right, case, person_id):
            found.append(Finding(Level.WARNING, "right-person", why))
    if kind in {"after-rejection", "thank-you-email"} and not _THANKS.search(body):
        found.append(_finding(Level.WARNING, "no-thanks", QT_TRANSLATE_NOOP("letters", "The message does not say thank you.")))
    if kind in {"keep-in-touch-email", "thank-you-email"} and not _from_talk(body, case, person_id):
        text = QT_TRANSLATE_NOOP("letters", "Nothing from your talk is in it. One detail makes it worth reading.")
        found.append(_finding(Level.WARNING, "no-detail", text))
    return found


def _stands_out(right: Person, case: Case, person_id: str) -> bool:
    """True where somebody is the one to ask for a better reason than having met the user too (E12, E13)."""
    told = case.interview
    named = case.promise.by if case.promise else None
    met = right.id in told.people and person_id in told.people
    return not met or right.id in (told.contact, named) or "hiring manager" in right.title.casefold()


def _missing_question(subject: str, body: str, case: Case) -> list[Finding]:
    """E15: the position, the date they gave, whether it is filled, whether more information would help."""
    found = []
    role = set(re.findall(r"\w{4,}", case.interview.role.casefold()))
    text = f"{subject} {body}".casefold()
    if not re.search(r"\b(?:position|role|job|post|vacancy|opening)\b", body, re.IGNORECASE) and not role & set(
        re.findall(r"\w+", text)
    ):
        found.append(_finding(Level.WARNING, "no-position", QT_TRANSLATE_NOOP("letters", "Which position? Name it.")))
    promise = case.promise
    if promise is not None and promise.latest is not None and not _names_day(body, promise.latest.day, promise.latest.month):
        words = QT_TRANSLATE_NOOP("letters", "They named {day} for the decision. Naming it says why you ask now.")
        found.append(_finding(Level.WARNING, "no-date", words, day=promise.latest))
    if not _FILLED.search(body):
        words = QT_TRANSLATE_NOOP("letters", "It does not ask whether the position has been filled.")
        found.append(_finding(Level.WARNING, "no-question", words))
    if not _HELP.search(body):
        words = QT_TRANSLATE_NOOP("letters", "It does not ask whether further information would help them.")
        found.append(_finding(Level.WARNING, "no-help", words))
    return found


def _names_day(body: str, day: int, month: int) -> bool:
    name = MONTHS[month - 1]
    return bool(
        re.search(
            rf"\b{day}(?:st|nd|rd|th)?\b[ .]*(?:of )?(?:{name}|{name[:3]})|\b(?:{name}|{name[:3]})\b[ .]*{day}\b",
            body,
            re.IGNORECASE,
        )
        or re.search(rf"\b(?:{day}[./]{month}|{month}[./]{day})\b|\b(?:{'|'.join(WEEKDAYS)})\b", body)
    )


def _from_talk(body: str, case: Case, person_id: str) -> bool:
    """True where a longer word of a note about them, or its stem, stands in the body."""
    told = re.findall(r"\w{5,}", body.casefold())
    noted = {word[:5] for note in case.notes_about(person_id) for word in re.findall(r"\w{5,}", note.text.casefold())}
    return not noted or any(word[:5] in noted for word in told)


def _as_on_cards(text: _Text, case: Case, person_id: str, me: Me) -> list[Finding]:
    """What the check of cards says about these words."""
    person = case.person(person_id)
    if person is None or not text.sentences:
        return []
    letter = Letter(
        interview=case.interview.id,
        company=case.interview.company,
        person=person_id,
        name=person.name,
        greeting=text.greeting or person.name,
        sentences=tuple(Sentence(sentence, origin=Origin.YOURS) for _, _, sentence in text.sentences),
        closing="",
        signature=me.name,
    )
    found = (finding for finding in check(letter, case, me) if finding.code in OF_CARDS)
    return [finding for finding in found if not _KEEP_IN_MIND.search(str(finding.words.values.get("words", "")))]


def _kinder(sentence: str, all_of_them: Sequence[str], case: Case) -> str:
    """The sentence without its reproach; where nothing is left of it, that the writer is still interested, once."""
    rest = HANGING.sub("", sentence).strip(" ,;")
    rest = rest[:1].upper() + rest[1:]
    if rest and not _END.search(rest):
        rest += sentence[-1] if sentence[-1] in ".!?" else "."
    if len(rest.split()) > 2 and not reproach(rest):  # noqa: PLR2004  (two words say nothing)
        return rest
    if any(re.search(r"\binterest", each, re.IGNORECASE) for each in all_of_them if each != sentence):
        return ""
    role = case.interview.role.strip()
    return f"I am still very interested in the {role} position." if role else "I am still very interested in the position."


def _joined(body: str, start: int, end: int, words: str) -> str:
    """`body` with what stands from `start` to `end` replaced; a sentence that goes takes its blank along."""
    if words:
        return body[:start] + words + body[end:]
    before, after = body[:start], body[end:]
    if after[:1] == " ":
        return before + after[1:]
    if before.endswith(" "):
        return before[:-1] + after
    return re.sub(r"\n{3,}", "\n\n", before + after)


def _cut(body: str) -> str | None:
    """As many whole sentences of `body` as fit into an invitation to connect, the sign-off kept where it fits."""
    spans = _spans(body)
    for count in range(len(spans) - 1, 0, -1):
        for last in (spans[-1], None):
            kept = [*spans[:count], last] if last and last[0] > spans[count - 1][0] else spans[:count]
            text = "\n".join(line for line in (_line_of(body, kept)) if line)
            if len(text) <= MOST_CHARACTERS:
                return text
    return None


def _line_of(body: str, kept: Sequence[tuple[int, int, str]]) -> list[str]:
    """The kept sentences, in the lines that they stood in."""
    lines: dict[int, list[str]] = {}
    for start, _, sentence in kept:
        lines.setdefault(body.count("\n", 0, start), []).append(sentence)
    return [" ".join(sentences) for _, sentences in sorted(lines.items())]
