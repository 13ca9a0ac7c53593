"""The templates in use: those of the user before those that are shipped, and what is wrong with the user's broken ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from followup_desktop.core.records import Finding, Level
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.letters.templates import Fault, Template, TemplateError, meant, parse


@dataclass(frozen=True, slots=True)
class Broken:
    """A template of the user's that cannot be used. `occasion` and `tone` are what it seems to be for; empty: unknown."""

    file: str
    occasion: str
    tone: str
    name: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class TemplateSet:
    """Templates, the user's own ones first, and those of the user's that are broken."""

    templates: tuple[Template, ...]
    broken: tuple[Broken, ...] = ()

    def choose(self, occasion: str, tone: str) -> Template:
        """The template for that occasion and tone; where there is none, another tone's. Raises `LookupError` without any."""
        fitting = [each for each in self.templates if each.occasion == occasion]
        if not fitting:
            raise LookupError(occasion)
        return next((each for each in fitting if each.tone == tone), fitting[0])

    def finding(self, occasion: str, tone: str) -> Finding | None:
        """The warning that a shipped template stands in for a broken one of the user's; None where it does not."""
        if self.choose(occasion, tone).file:
            return None
        broken = next((each for each in self.broken if each.occasion == occasion and each.tone in ("", tone)), None)
        if broken is None:
            return None
        fault = broken.faults[0]
        text = QT_TRANSLATE_NOOP(
            "letters", "Your template “{file}” cannot be used, so the built-in one stands in. Line {line}: {fault}"
        )
        return Finding(
            Level.WARNING, "template", Words(text, {"file": broken.file, "line": fault.line, "fault": str(fault.words)})
        )


def gather(shipped: Mapping[str, str], own: Mapping[str, str | Words]) -> TemplateSet:
    """The templates in these files: name to text, or to why the file cannot be read.

    One of the user's that is broken never stops a letter. A shipped one that is broken raises `TemplateError`.
    """
    good: list[Template] = []
    broken: list[Broken] = []
    for file in sorted(own):
        text = own[file]
        if isinstance(text, Words):
            broken.append(Broken(file, *meant("", file), (Fault(1, text),)))
            continue
        try:
            good.append(replace(parse(text), file=file))
        except TemplateError as error:
            broken.append(Broken(file, *meant(text, file), error.faults))
    return TemplateSet((*good, *(parse(shipped[file]) for file in sorted(shipped))), tuple(broken))
