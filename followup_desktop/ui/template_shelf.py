"""All letter templates as the templates page lists them: those that are shipped and the user's own, and which are in use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from followup_desktop import places
from followup_desktop.core.words import Words
from followup_desktop.desk.desk import Desk
from followup_desktop.letters.occasions import MESSAGES, OCCASIONS, TONES
from followup_desktop.letters.templates import Fault, Template, TemplateError, meant, parse

STARTER = """---
name: {name}
occasion: {occasion}
tone: {tone}
language: en
---
Dear {{first}},

* Thank you for talking with me {{day}}.
* Thank you for your time {{day}}.
{{details}}

{{promise}}

* With warm thanks,
* Kind regards,

{{me}}
"""
"""What a new template begins as: short, and right as it stands. Braces are doubled for `str.format`."""


class Standing(StrEnum):
    """What becomes of a template when a letter is written."""

    IN_USE = "in-use"
    REPLACED = "replaced"
    """Shipped, and one of the user's for the same occasion and tone is used instead."""
    BEHIND = "behind"
    """The user's, and another one of theirs for the same occasion and tone comes first."""
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Listed:
    """One template of the list. `occasion` and `tone` are what it is for, or seems to be for; empty: unknown."""

    file: str
    is_own: bool
    text: str
    name: str
    occasion: str
    tone: str
    standing: Standing
    template: Template | None = None
    faults: tuple[Fault, ...] = ()
    unreadable: Words | None = None
    """Why the file cannot be read at all; there is nothing to edit then."""

    @property
    def key(self) -> str:
        """What tells it from every other one."""
        return own_key(self.file) if self.is_own else self.file


def own_key(file: str) -> str:
    """The key of the user's template in that file."""
    return f"own {file}"


@cache
def built_in() -> Mapping[str, str]:
    """The shipped templates: file name to text."""
    paths = sorted(path for path in places.resource("templates").iterdir() if path.name.endswith(".txt"))
    return {path.name: path.read_text("utf-8") for path in paths}


@lru_cache(maxsize=256)
def read(text: str) -> tuple[Template | None, tuple[Fault, ...]]:
    """The template that `text` holds, or what is wrong with it, by line."""
    try:
        return parse(text), ()
    except TemplateError as error:
        return None, error.faults


def own_texts(desk: Desk) -> dict[str, tuple[str, Words | None]]:
    """The user's own templates: file name to text, and why there is none. Raises `Problem` where the folder is closed to us."""
    return {each.file: (each.text, each.fault) for each in desk.templates.all()}


def listed(own: Mapping[str, tuple[str, Words | None]], unsaved: Mapping[str, str]) -> tuple[Listed, ...]:
    """Every template by occasion and tone, the user's `own` before the shipped one; `unsaved` is what is being typed."""
    texts = dict(own)
    texts.update({file: (text, None) for file, text in unsaved.items()})
    mine = [_listed(file, *texts[file], is_own=True) for file in sorted(texts)]
    shipped = [_listed(file, text, None, is_own=False) for file, text in built_in().items()]
    return tuple(sorted(_stood([*mine, *shipped]), key=_order))


def _listed(file: str, text: str, unreadable: Words | None, *, is_own: bool) -> Listed:
    template, faults = (None, ()) if unreadable else read(text)
    if template is None:
        occasion, tone, name = meant(text, file)
        return Listed(file, is_own, text, name or file, occasion, tone, Standing.BROKEN, None, faults, unreadable)
    return Listed(file, is_own, text, template.name, template.occasion, template.tone, Standing.IN_USE, template)


def _stood(found: list[Listed]) -> Iterator[Listed]:
    """Each with its standing: the first good one of an occasion and tone is used, and the user's come first."""
    taken: set[tuple[str, str]] = set()
    for each in found:
        slot = each.occasion, each.tone
        if each.template is not None and slot in taken:
            yield replace(each, standing=Standing.BEHIND if each.is_own else Standing.REPLACED)
            continue
        if each.template is not None:
            taken.add(slot)
        yield each


def _order(each: Listed) -> tuple[int, int, bool, str]:
    known = (*OCCASIONS, *MESSAGES)
    at = known.index(each.occasion) if each.occasion in known else len(known)
    return at, TONES.index(each.tone) if each.tone in TONES else len(TONES), not each.is_own, each.file


def fresh(name: str, occasion: str, tone: str) -> str:
    """What a new template begins as: our short card, or for a message the shipped one of that kind."""
    model = next((text for file, text in built_in().items() if meant(text, file)[0] == occasion), "")
    if occasion in MESSAGES and model:
        return with_head(with_head(model, "name", name), "tone", tone)
    return STARTER.format(name=name, occasion=occasion, tone=tone)


def with_head(text: str, key: str, value: str) -> str:
    """`text` with that line of its head saying `value`; put in where the head lacks it, unchanged without a head."""
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return text
    end = next((at for at, line in enumerate(lines[1:], start=1) if line.strip() == "---"), 1)
    at = next((at for at in range(1, end) if lines[at].partition(":")[0].strip() == key), None)
    said = f"{key}: {' '.join(value.split())}"
    if at is None:
        lines.insert(min(1, end), said)
    else:
        lines[at] = said
    return "\n".join(lines)
