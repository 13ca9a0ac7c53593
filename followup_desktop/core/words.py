"""Words for people, made in rooms that know neither Qt nor a language.

A `Words` value is an English sentence with ``{name}`` fields and the values that fill them. The command line prints
``str(words)``; the window translates the sentence first and then fills it (`ui.language.said`). ``QT_TRANSLATE_NOOP``
only marks a literal so that ``lupdate`` finds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

Value = str | int | date | datetime | time


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001  (the name that lupdate looks for)
    """Give `text` back unchanged; its only use is to mark it for translation."""
    return text


@dataclass(frozen=True, slots=True)
class Words:
    """One English sentence with ``{name}`` fields and their values, ready to be translated before it is filled.

    `text` is a literal marked with `QT_TRANSLATE_NOOP`. Values are plain: text, whole numbers, dates, times; dates are
    put into words by whoever shows the sentence. Values are filled in once and never expanded again.
    """

    text: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def __str__(self) -> str:
        from followup_desktop.core.dates import spoken  # noqa: PLC0415  (dates has words of its own)

        return self.text.format(**{name: spoken(value) for name, value in self.values.items()})
