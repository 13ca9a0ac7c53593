"""Letter templates: plain text that anybody can edit, with a few fields and no code.

A template is a head between two lines of `---` (name, occasion, tone, language; a message has a subject), then paragraphs
with empty lines between. The first paragraph is the greeting; the last line is `{me}`, the paragraph before it the sign-off.
Lines that begin with `* ` and follow one another are other ways to say one thing: one of them is drawn for each letter.
`{details}` and `{promise}` stand alone on their line and are filled with the sentences made from notes.

What is not known leaves no hole: a line that names an empty field is left out, and so is a piece in square brackets,
"Thank you for your time[ and for telling me about the {role} position]." `{?promise}` before a line leaves it out
where there is no promise. `{promised}` is the day that the employer named for the decision.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.letters.check import THANKS
from followup_desktop.letters.occasions import MESSAGES, OCCASIONS, TONES

FIELDS = ("first", "company", "role", "day", "month", "promised", "names", "details", "promise", "me")
"""`day` is "on Monday", `month` "in November", `names` everybody else who was met."""
ALONE = ("details", "promise")
HEAD = ("name", "occasion", "tone", "language", "subject")
MOST_BYTES = 20_000
"""Longest template that is read (CARDS, "Templates")."""
FEWEST_PARAGRAPHS = 3
"""Greeting, body, sign-off; the signature comes on top."""

_FIELD = re.compile(r"\{(\??)([^{}]*)\}")
_CONDITIONS = re.compile(r"(?:\{\?[^{}]*\}\s*)+")
_PIECE = re.compile(r"\[([^\[\]]*)\]")
_UNREADABLE = "\ufffd"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a template, and in which line (counted from 1)."""

    line: int
    words: Words


class TemplateError(ValueError):
    """A template that cannot be used. `faults` says why, by line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        super().__init__("; ".join(f"line {fault.line}: {fault.words}" for fault in self.faults))


@dataclass(frozen=True, slots=True)
class Block:
    """One thing a letter says: `ways` holds its wordings as written in the template, of which one is drawn."""

    ways: tuple[str, ...]

    @property
    def details(self) -> bool:
        """True for the place of the sentences made from notes."""
        return self.ways[0].endswith("{details}")

    @property
    def promise(self) -> bool:
        """True for the place of the sentences that promise something."""
        return self.ways[0].endswith("{promise}")


@dataclass(frozen=True, slots=True)
class Template:
    """A letter's plan: greeting, paragraphs of blocks, sign-off."""

    name: str
    occasion: str
    tone: str
    language: str
    greeting: Block
    paragraphs: tuple[tuple[Block, ...], ...]
    closing: Block
    subject: str = ""
    """The subject line of a message; empty for what goes on paper."""
    file: str = ""
    """The user's file that it comes from; empty for a shipped one."""


def fields(line: str) -> tuple[str, ...]:
    """The fields that `line` uses, in order, conditions too."""
    return tuple(match[2] for match in _FIELD.finditer(line))


def filled(line: str, values: Mapping[str, str]) -> str | None:
    """`line` with its fields replaced, once: braces inside a value stay as they are.

    None where a field of it is empty, or one that it depends on (`{?promise}` at its start).

    A piece in square brackets is left out alone where a field of it is empty; a field missing from `values` is empty.
    """
    conditions = _CONDITIONS.match(line)
    if conditions and not all(values.get(name) for name in fields(conditions[0])):
        return None
    rest = line[conditions.end() :] if conditions else line
    rest = _PIECE.sub(lambda piece: piece[1] if all(values.get(name) for name in fields(piece[1])) else "", rest)
    if not all(values.get(name) for name in fields(rest)):
        return None
    return re.sub(r" +", " ", _FIELD.sub(lambda match: values[match[2]], rest)).strip()


def meant(text: str, file: str) -> tuple[str, str, str]:
    """Occasion, tone and name that a broken template seems to have, by its head, else by its file's name; else empty."""
    lines = _lines(text)
    head = dict(reversed([(key.strip(), value.strip()) for _, line in lines[:12] for key, _, value in (line.partition(":"),)]))
    stem = file.removesuffix(".txt")
    known = (*OCCASIONS, *MESSAGES)
    occasion = _near(head.get("occasion", ""), known) or max(
        (each for each in known if stem.startswith(each + "-")), key=len, default=""
    )
    tone = _near(head.get("tone", ""), TONES) or next((each for each in TONES if stem.endswith("-" + each)), "")
    return occasion, tone, head.get("name", "")


def parse(text: str) -> Template:
    """The template that `text` holds.

    Raises `TemplateError` with every fault found: too long, no head, an unknown field, a part missing.
    """
    if len(text.encode()) > MOST_BYTES:
        raise TemplateError((_fault(1, QT_TRANSLATE_NOOP("letters", "This template is longer than 20 kB.")),))
    lines = _lines(text)
    head, body, faults = _head(lines)
    faults += [fault for number, line in body for fault in _line_faults(number, line)]
    last = max((number for number, line in lines if line), default=1)
    if not faults:
        faults += _shape_faults(body, last)
    if not faults and head["occasion"] in OCCASIONS:
        faults += _paper_faults(body)
    if faults:
        raise TemplateError(faults)
    paragraphs = [tuple(Block(tuple(way for _, way in block)) for block in paragraph) for paragraph in _paragraphs(body)]
    return Template(
        head["name"],
        head["occasion"],
        head["tone"],
        head.get("language", "en"),
        paragraphs[0][0],
        tuple(paragraphs[1:-1]),
        paragraphs[-1][0],
        head.get("subject", ""),
    )


_Line = tuple[int, str]
_Ways = list[_Line]


def _lines(text: str) -> list[_Line]:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return [(number, line.rstrip()) for number, line in enumerate(plain.split("\n"), start=1)]


def _fault(line: int, text: str, **values: str) -> Fault:
    return Fault(line, Words(text, dict(values)))


def _near(word: str, known: Iterable[str]) -> str:
    """The known word that `word` seems to mean; empty where there is none."""
    return next(iter(difflib.get_close_matches(word.strip().lower().replace(" ", "-"), list(known), n=1, cutoff=0.5)), "")


def _head(lines: list[_Line]) -> tuple[dict[str, str], list[_Line], list[Fault]]:
    head: dict[str, str] = {}
    if lines[0][1] != "---":
        return head, lines, [_fault(1, QT_TRANSLATE_NOOP("letters", "A template begins with a line of three hyphens."))]
    end = next((at for at, (_, line) in enumerate(lines[1:], start=1) if line == "---"), None)
    if end is None:
        said = QT_TRANSLATE_NOOP("letters", "The head of the template has no closing line of three hyphens.")
        return head, [], [_fault(1, said)]
    faults: list[Fault] = []
    at: dict[str, int] = {}
    guessed: set[str] = set()
    for number, line in lines[1:end]:
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not line:
            continue
        if not colon or key not in HEAD:
            near = _near(key, HEAD)
            faults.append(_unknown_key(number, key, near))
            guessed.add(near)
        elif key in head:
            faults.append(_fault(number, QT_TRANSLATE_NOOP("letters", "“{word}” is said twice in the head."), word=key))
        else:
            head[key], at[key] = value, number
    missing = QT_TRANSLATE_NOOP("letters", "The head of the template lacks “{word}”.")
    faults += [_fault(at.get(key, 1), missing, word=key) for key in HEAD[:3] if not head.get(key) and key not in guessed]
    return head, lines[end + 1 :], [*faults, *_head_faults(head, at)]


def _unknown_key(number: int, key: str, near: str) -> Fault:
    if near:
        said = QT_TRANSLATE_NOOP("letters", "“{word}” is not part of a template's head; did you mean “{near}”?")
        return _fault(number, said, word=key, near=near)
    said = QT_TRANSLATE_NOOP("letters", "“{word}” is not part of a template's head: name, occasion, tone, language, subject.")
    return _fault(number, said, word=key)


def _head_faults(head: dict[str, str], at: dict[str, int]) -> Iterator[Fault]:
    """Occasions and tones that do not exist, a subject on paper."""
    unknown = {
        "occasion": QT_TRANSLATE_NOOP("letters", "There is no occasion “{word}”; there are: {known}."),
        "tone": QT_TRANSLATE_NOOP("letters", "There is no tone “{word}”; there are: {known}."),
    }
    mistyped = {
        "occasion": QT_TRANSLATE_NOOP("letters", "There is no occasion “{word}”; did you mean “{near}”?"),
        "tone": QT_TRANSLATE_NOOP("letters", "There is no tone “{word}”; did you mean “{near}”?"),
    }
    for key, known in (("occasion", (*OCCASIONS, *MESSAGES)), ("tone", TONES)):
        word = head.get(key, "")
        if word and word not in known:
            near = _near(word, known)
            if near:
                yield _fault(at[key], mistyped[key], word=word, near=near)
            else:
                yield _fault(at[key], unknown[key], word=word, known=", ".join(known))
    if head.get("subject") and head.get("occasion") in OCCASIONS:
        yield _fault(at["subject"], QT_TRANSLATE_NOOP("letters", "A card has no subject; only a message has one."))


def _line_faults(number: int, line: str) -> Iterator[Fault]:
    """What is wrong with a line of the body by itself."""
    text = line.strip()
    if _UNREADABLE in text:
        said = QT_TRANSLATE_NOOP("letters", "A character in this line cannot be read. Save the file as UTF-8.")
        yield _fault(number, said)
    if text == "*":
        yield _fault(number, QT_TRANSLATE_NOOP("letters", "There is nothing behind this star."))
    elif text.startswith("*") and not text.startswith("* "):
        yield _fault(number, QT_TRANSLATE_NOOP("letters", "A space belongs behind the star."))
    way = _way(text)
    rest = way[len(_conditions(way)) :]
    if _conditions(way) and not rest:
        yield _fault(number, QT_TRANSLATE_NOOP("letters", "There is nothing behind “{field}”."), field=_conditions(way).strip())
    for match in _FIELD.finditer(way):
        yield from _field_faults(number, match, rest)
    if "{" in _FIELD.sub("", way) or "}" in _FIELD.sub("", way):
        yield _fault(number, QT_TRANSLATE_NOOP("letters", "A brace has no partner."))
    if any(mark in _PIECE.sub("", rest) for mark in "[]"):
        yield _fault(number, QT_TRANSLATE_NOOP("letters", "A square bracket has no partner."))
    elif not all(fields(piece[1]) for piece in _PIECE.finditer(rest)):
        said = QT_TRANSLATE_NOOP("letters", "Square brackets hold a piece with a field, such as “[ about the {role} position]”.")
        yield Fault(number, Words(said, {"role": "{role}"}))


def _field_faults(number: int, match: re.Match[str], rest: str) -> Iterator[Fault]:
    name, field = match[2], match[0]
    if name not in FIELDS:
        near = _near(name, FIELDS)
        if near:
            said = QT_TRANSLATE_NOOP("letters", "There is no field “{field}”; did you mean “{near}”?")
            yield _fault(number, said, field=field, near="{" + match[1] + near + "}")
        else:
            yield _fault(number, QT_TRANSLATE_NOOP("letters", "There is no field “{field}”."), field=field)
    elif match[1] and field in rest:
        yield _fault(number, QT_TRANSLATE_NOOP("letters", "“{field}” belongs at the start of its line."), field=field)
    elif name in ALONE and not match[1] and rest != field:
        yield _fault(number, QT_TRANSLATE_NOOP("letters", "“{field}” stands alone on its line."), field=field)


def _shape_faults(body: list[_Line], last: int) -> list[Fault]:
    """What is wrong with the parts of a template: greeting, body, sign-off, signature."""
    paragraphs = _paragraphs(body)
    signed = [number for number, line in body if line.strip() == "{me}"]
    faults: list[Fault] = []
    if not signed:
        faults.append(_fault(last, QT_TRANSLATE_NOOP("letters", "The last line of a template is “{field}”."), field="{me}"))
    elif signed[0] != last:
        after = next(number for number, line in body if number > signed[0] and line)
        faults.append(_fault(after, QT_TRANSLATE_NOOP("letters", "Nothing comes after “{field}”."), field="{me}"))
    if len(paragraphs) < FEWEST_PARAGRAPHS:
        said = QT_TRANSLATE_NOOP(
            "letters", "A template has a greeting, at least one paragraph and a sign-off, with empty lines between."
        )
        return [*faults, _fault(last, said)]
    if len(paragraphs[0]) > 1 or len(paragraphs[0][0]) > 1:
        second = [way[0] for block in paragraphs[0] for way in block][1]
        faults.append(_fault(second, QT_TRANSLATE_NOOP("letters", "The greeting is one line, with an empty line behind it.")))
    if len(paragraphs[-1]) > 1:
        said = QT_TRANSLATE_NOOP("letters", "The sign-off is one line, or several that begin with a star.")
        faults.append(_fault(paragraphs[-1][1][0][0], said))
    for field in ("{details}", "{promise}"):
        places = [number for number, line in body if line.endswith(field)]
        twice = QT_TRANSLATE_NOOP("letters", "“{field}” stands in this template a second time.")
        faults += [_fault(number, twice, field=field) for number in places[1:]]
        starred = QT_TRANSLATE_NOOP("letters", "“{field}” is no way to say something: no star belongs before it.")
        faults += [_fault(number, starred, field=field) for number, line in body if line.endswith(field) and line[0] == "*"]
    return faults


def _paper_faults(body: list[_Line]) -> list[Fault]:
    """What every card needs: a name in the greeting, thanks in every draw, a place for what the notes say (E28, E29)."""
    paragraphs = _paragraphs(body)
    number, greeting = paragraphs[0][0][0]
    faults: list[Fault] = []
    if "{first}" not in greeting:
        faults.append(_fault(number, QT_TRANSLATE_NOOP("letters", "The greeting lacks “{field}”."), field="{first}"))
    if not any(line.endswith("{details}") for _, line in body):
        said = QT_TRANSLATE_NOOP("letters", "“{field}” is missing: what you noted would stand nowhere.")
        faults.append(_fault(paragraphs[1][-1][-1][0], said, field="{details}"))
    blocks = [block for paragraph in paragraphs[1:-1] for block in paragraph]
    thanking = [block for block in blocks if any(THANKS.search(way) for _, way in block)]
    if not thanking:
        faults.append(_fault(paragraphs[1][0][0][0], QT_TRANSLATE_NOOP("letters", "Nothing in this template says thank you.")))
    elif not any(all(THANKS.search(way) for _, way in block) for block in thanking):
        said = QT_TRANSLATE_NOOP("letters", "This way to say it does not say thank you, and nothing else in the template does.")
        faults += [_fault(line, said) for line, way in thanking[0] if not THANKS.search(way)]
    return faults


def _way(text: str) -> str:
    return text[2:].strip() if text.startswith("* ") else text


def _conditions(way: str) -> str:
    found = _CONDITIONS.match(way)
    return found[0] if found else ""


def _paragraphs(body: list[_Line]) -> list[list[_Ways]]:
    """The body as paragraphs of blocks of ways, each with its line."""
    paragraphs: list[list[_Ways]] = []
    blocks: list[_Ways] = []
    was_way = False
    for number, line in [*body, (0, "")]:
        text = line.strip()
        if not text:
            if blocks:
                paragraphs.append(blocks)
                blocks = []
        elif text != "{me}":
            if text.startswith("* ") and was_way and blocks:
                blocks[-1].append((number, _way(text)))
            else:
                blocks.append([(number, _way(text))])
        was_way = text.startswith("* ")
    return paragraphs
