"""How far a card is, and what can be done about a finding, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from followup_desktop.core.records import CardState, Case, Finding, Letter, Level, Origin, Sentence
from followup_desktop.ui.language import ago_words, moment_words

translate = QCoreApplication.translate

DROP, PUT, HAND, BRIEF, SPELL, OTHER_WORDS, ADD_WORD, PERSON, NOTES, ME, TEMPLATES = (
    "drop", "put", "hand", "brief", "spell", "other-words", "add-word", "person", "notes", "me", "templates",
)  # fmt: skip
"""What one press on a finding does."""
SETTLE_HERE = frozenset({DROP, PUT, HAND, BRIEF, SPELL, OTHER_WORDS, ADD_WORD})
"""Those that change the letter or the card; the others open something else."""
MOST_SPELLINGS = 2
"""So many suggestions for one word have room on a line."""
TEMPLATE = "template"
"""Code of the finding about a template of the user's that cannot be used."""
DROPS = frozenset({"pay", "begging", "placeholder", "decision"})
"""Findings about a sentence that is better left out."""
REWORDS = frozenset({"cliche", "shared", "alike"})
"""Findings that other words settle."""
ABOUT_PERSON = frozenset({"greeting", "honorific", "misspelt"})
"""Findings that end in the person's own form."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A button beside a finding: what it does, and its words."""

    key: str
    words: str
    tip: str = ""
    """The sentence that it leads to, where the words on the button do not tell."""
    right: str = ""
    """The right spelling, for one that spells a word."""


def state_words(case: Case, person: str, letter: Letter | None, today: date) -> tuple[str, bool]:
    """How far that person's card is, and whether something is still owed."""
    card = case.card(person)
    if card.state is CardState.POSTED:
        posted = (
            translate("cards", "Posted {0}").format(moment_words(card.posted_at, today))
            if card.posted_at
            else translate("cards", "Posted")
        )
        return posted, False
    if card.state is CardState.PRINTED:
        changed = letter is not None and bool(card.printed_text) and letter.text != card.printed_text
        return (
            translate("cards", "Printed, but the notes have changed since")
            if changed
            else translate("cards", "Printed, to sign and post")
        ), changed
    stops = sum(each.level is Level.STOP for each in letter.findings) if letter else 0
    if card.state is CardState.TO_WRITE and (not stops or not case.notes_about(person)):
        return translate("cards", "To write"), True
    if not stops:
        return translate("cards", "Drafted, ready to print"), False
    return (translate("cards", "1 thing to fix") if stops == 1 else translate("cards", "{0} things to fix").format(stops)), True


def fixes(finding: Finding, hand: str) -> tuple[Fix, ...]:
    """What can be done about a finding with one press, the likeliest first.

    `hand` is one that has every letter, where the chosen one lacks some.
    """
    if finding.code == "spelling":
        return _spellings(finding)
    if finding.fix is not None and finding.sentence is not None:
        return (_settled(finding, finding.fix),)
    if finding.code == "missing-letter":
        return (Fix(HAND, translate("cards", "Use {0}").format(hand)),) if hand else ()
    if finding.sentence is not None and finding.code == "misspelt":
        right = str(finding.words.values["right"])
        return (Fix(SPELL, translate("cards", "Use “{0}”").format(right), right=right),)
    if finding.sentence is not None and finding.code in DROPS:
        return (Fix(DROP, translate("cards", "Leave it out")),)
    known = {
        **dict.fromkeys(REWORDS, Fix(OTHER_WORDS, translate("cards", "Use other words"))),
        **dict.fromkeys(ABOUT_PERSON, Fix(PERSON, translate("cards", "Edit the person"))),
        **dict.fromkeys(("no-detail", "short"), Fix(NOTES, translate("cards", "Open the notes"))),
        **dict.fromkeys(("too-long", "long"), Fix(BRIEF, translate("cards", "Make it brief"))),
        "no-thanks": Fix(OTHER_WORDS, translate("cards", "Use other words")),
        "no-name": Fix(ME, translate("cards", "Say who writes")),
        TEMPLATE: Fix(TEMPLATES, translate("cards", "Open templates")),
    }
    fix = known.get(finding.code)
    return () if fix is None else (fix,)


def _spellings(finding: Finding) -> tuple[Fix, ...]:
    """What a word may be meant for, and that it is right as it is."""
    values = finding.words.values
    told = [str(values.get("right", "")), *str(values.get("more", "")).split(", ")]
    uses = (Fix(SPELL, translate("cards", "Use “{0}”").format(each), right=each) for each in told[:MOST_SPELLINGS] if each)
    return (*uses, Fix(ADD_WORD, translate("cards", "Add to my words")))


def _settled(finding: Finding, fix: str) -> Fix:
    """The press that puts the sentence which settles a finding in the place of the one it is about."""
    if not fix.strip():
        return Fix(PUT, translate("cards", "Leave it out"))
    right = finding.words.values.get("right")
    return Fix(PUT, translate("cards", "Use “{0}”").format(right) if right else translate("cards", "Change it"), fix)


def all_well_words(case: Case, findings: Sequence[Finding], now: datetime) -> str:
    """The quiet line that closes the findings; empty while something stops the card."""
    if any(each.level is Level.STOP for each in findings):
        return ""
    ended = case.interview.ends()
    parts = [translate("cards", "Names are spelt right"), translate("cards", "fits the card")]
    if ended <= now:
        parts.append(translate("cards", "the interview ended {0}").format(ago_words(ended, now)))
    return "  ·  ".join(parts)


def respelt(sentence: Sentence, word: str, right: str) -> Sentence:
    """That sentence with every `word` spelt right; from then on it is the user's own."""
    text = re.sub(rf"\b{re.escape(word)}\b", lambda _: right, sentence.text)
    return replace(sentence, text=text, origin=Origin.YOURS)
