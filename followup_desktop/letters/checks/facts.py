"""The day of the interview and the position, where a sentence names others than the records do (E31: invented facts)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from followup_desktop.core.dates import MONTHS, WEEKDAYS
from followup_desktop.core.records import Finding, Origin
from followup_desktop.core.words import QT_TRANSLATE_NOOP
from followup_desktop.letters.checks.found import Looked, warn
from followup_desktop.letters.checks.turns import THANKS
from followup_desktop.letters.grammar import words
from followup_desktop.letters.lexicon import fold

_MET = re.compile(
    r"\b(?:time|met|meet|meeting|saw|see|seeing|interview\w*|conversation|talk(?:ed|ing)?|discuss\w*|visit|spoke"
    r"|speak(?:ing)?)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:hope|good luck|will|promis\w*|by|until|next|invit\w*|offer\w*|every|each|ships?|again)\b", re.IGNORECASE
)
_DAY = re.compile(rf"(?:\b(?:on|last|this|of|yesterday),? |, )({'|'.join(WEEKDAYS)})\b(?!s)")
_MONTH = "|".join((*MONTHS, *(month[:3] for month in MONTHS)))
_DATE = re.compile(
    rf"\bon (?:the )?(?:(?P<d1>\d\d?)(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})|(?P<m2>{_MONTH})\.? (?P<d2>\d\d?)(?:st|nd|rd|th)?"
    r"|(?P<d3>\d\d?)(?:st|nd|rd|th)|(?P<n1>\d\d?)[/.](?P<n2>\d\d?))\b"
)
AWAY = timedelta(days=7)
"""A date later than this after the interview is of something that is still to come."""
_POSITION = re.compile(
    r"\b(?:the|an?|your) (?P<a>(?:(?!(?:of|for|about|as|in) )[\w'’&/-]+ ){1,5}?)"
    r"(?P<word>position|role|post|vacancy|opening|job)\b(?! (?:that|which"
    r"|you|your|he|she|they)\b)"
    r"|\bthe (?:position|role|post|vacancy|opening|job) of (?:an? )?(?P<b>[\w'’&/-]+(?: [\w'’&/-]+){0,3}?)"
    r"(?=[.,;!?]|$| (?:at|in|with|on)\b)"
)
_ABOUT_ROLE = re.compile(r"\b(?:interview\w*|consider\w*|candidate|about|discuss\w*|for the|apply|applied)\b", re.IGNORECASE)
_ANY_ROLE = words("""
    new open same exciting right first next last best whole very good great important interesting vacant advertised actual real
    perfect current old other leading support leadership senior junior part time full this that of such is was hardest easiest key
    main future team in a to and day weekend summer her his their blog
""")
"""Words before "position" that are no position."""


def wrong_day(looked: Looked) -> list[Finding]:
    """Thanks for a talk on another day than the interview's; the press puts the right day."""
    interview = looked.case.interview
    days = [interview.day + timedelta(days=n) for n in range((interview.last_day - interview.day).days + 1)]
    said = QT_TRANSLATE_NOOP("letters", "The interview was on {day}, not on {word}.")
    found = []
    for at, (sentence, text) in enumerate(zip(looked.letter.sentences, looked.texts, strict=True)):
        if sentence.origin is Origin.NOTE or not _is_about_talk(text):
            continue
        match = _DAY.search(text)
        if match and match[1] not in [WEEKDAYS[day.weekday()] for day in days]:
            right = WEEKDAYS[interview.day.weekday()]
            found.append(
                warn("wrong-day", said, at, text[: match.start(1)] + right + text[match.end(1) :], day=right, word=match[1])
            )
        elif (match := _DATE.search(text)) and not _is_right(match, days):
            right = WEEKDAYS[interview.day.weekday()]
            fix = f"{text[: match.start()]}on {right}{text[match.end() :]}"
            found.append(warn("wrong-day", said, at, fix, day=right, word=re.sub(r"^on ", "", match[0])))
    return found


def _is_about_talk(text: str) -> bool:
    return bool(_MET.search(text) and (THANKS.search(text) or re.search(r"\bour\b", text)) and not _LATER.search(text))


def _is_right(match: re.Match[str], days: Sequence[date]) -> bool:
    """True for a date of the interview, and for one that is so late that another day is meant."""
    number, month = match["d1"] or match["d2"] or match["d3"], match["m1"] or match["m2"]
    if not number:
        pairs = {(int(match["n1"]), int(match["n2"])), (int(match["n2"]), int(match["n1"]))}
        return any((day.month, day.day) in pairs for day in days)
    months = [n for n, name in enumerate(MONTHS, 1) if month and name.startswith(month)]
    later = any((day + timedelta(days=n)).month in months for day in days for n in range(AWAY.days, 120))
    if later and not any(day.month in months for day in days):
        return True
    return any(int(number) == day.day and (not month or day.month in months) for day in days)


def wrong_role(looked: Looked) -> list[Finding]:
    """Thanks for a talk about another position than the interview's; the press names the right one."""
    role = looked.case.interview.role.strip()
    if not role:
        return []
    own = set(re.findall(r"\w+", fold(role)))
    found = []
    for at, (sentence, text) in enumerate(zip(looked.letter.sentences, looked.texts, strict=True)):
        match = _POSITION.search(text)
        if sentence.origin is Origin.NOTE or match is None or not (THANKS.search(text) and _ABOUT_ROLE.search(text)):
            continue
        group = "a" if match["a"] else "b"
        named = match[group].strip()
        told = set(re.findall(r"\w+", fold(named)))
        if told & own or not told - _ANY_ROLE or told & {fold(each) for each in _company_words(looked)}:
            continue
        right = role if any(word.isupper() for word in role.split()) else role.lower()
        fix = text[: match.start(group)] + right + (" " if group == "a" else "") + text[match.end(group) :]
        said = QT_TRANSLATE_NOOP("letters", "You talked about the position “{role}”, not “{word}”.")
        found.append(warn("wrong-role", said, at, fix, role=role, word=named))
    return found


def _company_words(looked: Looked) -> list[str]:
    return re.findall(r"\w+", looked.letter.company)
