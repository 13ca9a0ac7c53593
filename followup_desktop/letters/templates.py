"""Letter templates: plain text that anybody can edit, with a few fields and no code.

A template is a head between two lines of `---` (name, occasion, tone, language; a message has a subject), then paragraphs.
The first paragraph is the greeting; the last one is `{me}`, the one before it the sign-off. Lines that begin with `* `
and follow one another are other ways to say one thing: one of them is drawn for each letter. `{details}` and `{promise}`
stand alone on their line and are filled with the sentences made from notes. `{?promise}` before a line drops that line
where there is no promise; `{promised}` is the day that the employer named for the decision.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words

FIELDS = ("first", "company", "role", "day", "promised", "details", "promise", "me")
ALONE = ("details", "promise")
HEAD = ("name", "occasion", "tone", "language", "subject")
MOST_BYTES = 20_000
"""Longest template that is read (CARDS, "Templates")."""
FEWEST_PARAGRAPHS = 3
"""Greeting, body, sign-off; the signature comes on top."""

_FIELD = re.compile(r"\{(\??)([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a template, and in which line (counted from 1)."""

    line: int
    words: Words


class TemplateError(ValueError):
    """A template that cannot be used. `faults` says why, line by line."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"line {fault.line}: {fault.words}" for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Block:
    """One thing a letter says: `ways` holds its wordings, of which one is drawn. `needs` names a field that must not be empty."""

    ways: tuple[str, ...]
    needs: str = ""

    @property
    def details(self) -> bool:
        """True for the place of the sentences made from notes."""
        return self.ways == ("{details}",)

    @property
    def promise(self) -> bool:
        """True for the place of the sentences that promise something."""
        return self.ways == ("{promise}",)


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


def fill(line: str, values: Mapping[str, str]) -> str:
    """`line` with its fields replaced, once: braces inside a value stay as they are."""
    return _FIELD.sub(lambda match: values[match[2]], line)


def fields(line: str) -> tuple[str, ...]:
    """The fields that `line` uses, in order."""
    return tuple(match[2] for match in _FIELD.finditer(line))


def parse(text: str) -> Template:
    """The template that `text` holds.

    Raises `TemplateError` with every fault found: too long, no head, an unknown field, a part missing.
    """
    if len(text.encode()) > MOST_BYTES:
        raise TemplateError((_fault(1, QT_TRANSLATE_NOOP("letters", "This template is longer than 20 kB.")),))
    lines = [(number, line.rstrip()) for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1)]
    head, body, faults = _head(lines)
    faults += [fault for number, line in body for fault in _field_faults(number, line)]
    paragraphs = _paragraphs(body)
    if not faults and len(paragraphs) < FEWEST_PARAGRAPHS:
        words = QT_TRANSLATE_NOOP(
            "letters", "A template has a greeting, at least one paragraph and a sign-off, with empty lines between."
        )
        faults.append(_fault(lines[-1][0] if lines else 1, words))
    if faults:
        raise TemplateError(tuple(faults))
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


def parse_all(files: Mapping[str, str]) -> tuple[Template, ...]:
    """The templates in `files` (name to text), by file name. Raises `TemplateError` for the first that is broken."""
    return tuple(parse(files[name]) for name in sorted(files) if name.endswith(".txt"))


def _fault(line: int, text: str, **values: str) -> Fault:
    return Fault(line, Words(text, dict(values)))


def _head(lines: list[tuple[int, str]]) -> tuple[dict[str, str], list[tuple[int, str]], list[Fault]]:
    faults: list[Fault] = []
    head: dict[str, str] = {}
    if not lines or lines[0][1] != "---":
        return head, lines, [_fault(1, QT_TRANSLATE_NOOP("letters", "A template begins with a line of three hyphens."))]
    end = next((at for at, (_, line) in enumerate(lines[1:], start=1) if line == "---"), None)
    if end is None:
        return (
            head,
            [],
            [_fault(1, QT_TRANSLATE_NOOP("letters", "The head of the template has no closing line of three hyphens."))],
        )
    for number, line in lines[1:end]:
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or key not in HEAD:
            text = QT_TRANSLATE_NOOP(
                "letters", "“{word}” is not part of a template's head: name, occasion, tone, language, subject."
            )
            faults.append(_fault(number, text, word=key))
        else:
            head[key] = value
    missing = QT_TRANSLATE_NOOP("letters", "The head of the template lacks “{word}”.")
    faults += [_fault(1, missing, word=key) for key in HEAD[:3] if not head.get(key)]
    return head, lines[end + 1 :], faults


def _field_faults(number: int, line: str) -> list[Fault]:
    faults = []
    for match in _FIELD.finditer(line):
        name = match[2]
        if name not in FIELDS:
            near = difflib.get_close_matches(name.lower(), FIELDS, n=1, cutoff=0.5)
            if near:
                text = QT_TRANSLATE_NOOP("letters", "There is no field “{field}”; did you mean “{near}”?")
                faults.append(_fault(number, text, field="{" + name + "}", near="{" + near[0] + "}"))
            else:
                faults.append(
                    _fault(number, QT_TRANSLATE_NOOP("letters", "There is no field “{field}”."), field="{" + name + "}")
                )
        elif name in ALONE and not match[1] and line.strip() not in ("{" + name + "}", "{?" + name + "}{" + name + "}"):
            text = QT_TRANSLATE_NOOP("letters", "“{field}” stands alone on its line.")
            faults.append(_fault(number, text, field="{" + name + "}"))
    rest = _FIELD.sub("", line)
    if "{" in rest or "}" in rest:
        faults.append(_fault(number, QT_TRANSLATE_NOOP("letters", "A brace has no partner.")))
    return faults


def _paragraphs(body: list[tuple[int, str]]) -> list[tuple[Block, ...]]:
    paragraphs: list[tuple[Block, ...]] = []
    blocks: list[Block] = []
    ways: list[str] = []

    def end_ways() -> None:
        if ways:
            blocks.append(Block(tuple(ways)))
            ways.clear()

    for _, line in [*body, (0, "")]:
        if line.startswith("* "):
            ways.append(line[2:].strip())
            continue
        end_ways()
        if line.strip() == "{me}":
            continue
        if line.strip():
            needs = _FIELD.match(line.strip())
            optional = needs is not None and needs[1] == "?"
            blocks.append(
                Block((line.strip()[needs.end() :].strip(),), needs[2]) if needs and optional else Block((line.strip(),))
            )
        elif blocks:
            paragraphs.append(tuple(blocks))
            blocks = []
    return paragraphs
