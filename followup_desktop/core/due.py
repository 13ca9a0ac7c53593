"""The day by which something was promised: found at the end or the beginning of the words, and never guessed.

The reader of promises (`core.promise`) judges what a date is about; here it is known, so only the place counts: "send her
the slides by Friday" names a day, "send her Friday’s slides" and "send her the plan for Friday" do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from followup_desktop.core import promise
from followup_desktop.core.hearing.grammar import expressions
from followup_desktop.core.hearing.meant import FILLERS, Meant, Saying, counts, meant_at
from followup_desktop.core.hearing.page import Page
from followup_desktop.core.hearing.tokens import tokens, word_set
from followup_desktop.core.records import Workdays

A_WEEK = timedelta(weeks=1)
_OF_A_THING = word_set("of from since about for due dated per every each last")
"""Words before a day that tie it to a thing: "the minutes of Friday" are not due on Friday."""
_TOWARDS, _NEAR = word_set("to with for"), word_set("today tonight tomorrow")
"""What keeps a day from being somebody's own: "share it with her Friday", "send her tomorrow"."""
_ITS = word_set("the this his her my our their your its a an")
"""Words before a bare day that make it a thing of its own: "read her Friday"."""
_OVER = word_set("over during sometime")
"""Words before a stretch of days that belong to it."""
_LINKS = word_set("or and to - , maybe")
"""Words between two days of one window: "by Thursday or Friday"."""
_HOURS = word_set(
    "morning afternoon evening noon night lunch lunchtime eod cob midday latest at the by am pm o'clock first thing"
)
"""Words behind a day that only say at what time of it."""


@dataclass(frozen=True, slots=True)
class Split:
    """Words taken apart: the thing itself, and what says when (empty where no day ends or begins the words)."""

    rest: str
    when: str = ""


def split(words: str, heard: date, workdays: Workdays, locale: str = "en") -> Split:
    """Take the day off the end of `words`, or off their beginning; one that is tied to a thing stays where it is."""
    page, sayings = _read(words, heard, workdays, locale)
    if not sayings:
        return Split(words)
    first = _at_the_end(page, sayings)
    if first is not None and first > 0:
        return _cut(words, first, day_first=False)
    last = _at_the_beginning(page, sayings)
    return _cut(words, last, day_first=True) if last is not None and last < len(page.tokens) else Split(words)


def day(when: str, heard: Iterable[date], workdays: Workdays, locale: str = "en") -> date | None:
    """The last day that `when` names, heard on any of those days; None where they would not all mean the same one.

    A note written a day after the talk says "tomorrow": which of the two was meant is not known, so there is no day.
    """
    read = {promise.read(when, each, workdays, locale).latest for each in heard} if when else {None}
    return read.pop() if len(read) == 1 else None


def lasts(when: str, heard: Iterable[date], workdays: Workdays, locale: str = "en") -> bool:
    """True for words that mean the same days a week later as well, and so may stay in a list: "after the 15th"."""
    days = tuple(heard)
    read = {promise.read(when, each, workdays, locale) for each in (*days, *(each + A_WEEK for each in days))} if when else set()
    return len(read) == 1


def is_day(words: str, heard: date, workdays: Workdays, locale: str = "en") -> bool:
    """True when `words` say a day and nothing else: "by Friday"."""
    page, sayings = _read(words, heard, workdays, locale)
    return bool(sayings) and _at_the_end(page, sayings) == 0


def _read(words: str, heard: date, workdays: Workdays, locale: str) -> tuple[Page, list[Saying]]:
    """The words with the days in them; no days at all where one of them is none to do something by."""
    language, _, country = locale.partition(".")[0].partition("_")
    page = Page(tokens(words), heard, workdays, (country or workdays.country).upper(), language.lower())
    found = expressions(page)
    starts = {each.start for each in found}
    sayings = [saying for each in found if (saying := meant_at(page, each, starts)) is not None and _counts(page, saying)]
    return page, sayings if len(sayings) == len(found) else []


def _counts(page: Page, saying: Saying) -> bool:
    """True for a day by which, or on which, something is done."""
    return saying.meant not in (Meant.FOR, Meant.NEVER, Meant.LEAST, Meant.FROM) and counts(
        page, saying, alone=False, deciding=False
    )


def _end(saying: Saying) -> int:
    return max(saying.last, saying.found.end)


def _without_hours(page: Page) -> int:
    """Where the words end without a time of day and without signs."""
    end = len(page.tokens)
    while (
        end > 0 and (page.word(end - 1) in _HOURS or not page.word(end - 1)[0].isalpha()) and not page.word(end - 1)[0].isdigit()
    ):
        end -= 1
    return end


def _at_the_end(page: Page, sayings: list[Saying]) -> int | None:
    """The token at which the day that ends the words begins."""
    if _end(sayings[-1]) < _without_hours(page):
        return None
    first = sayings[-1].first
    for saying in reversed(sayings[:-1]):
        between = [page.word(at) for at in range(_end(saying), first)]
        if not all(word in _LINKS or word in FILLERS for word in between):
            break
        first = saying.first
    first = page.skip_back(first, _OVER)
    before = page.word(first - 1)
    own = before in _ITS and page.word(first - 2) not in _TOWARDS and page.word(first) not in _NEAR
    if own and not sayings[-1].said:
        return None
    return None if before in _OF_A_THING or before in _LINKS - {",", "-"} or before.endswith("'s") else first


def _at_the_beginning(page: Page, sayings: list[Saying]) -> int | None:
    """The token behind the day that begins the words."""
    if sayings[0].first != 0:
        return None
    end = _end(sayings[0])
    while page.word(end) in _HOURS or page.word(end) == ",":
        end += 1
    return None if page.word(end) in _LINKS or page.word(end) == "'s" else end


def _cut(words: str, at: int, *, day_first: bool) -> Split:
    """The words cut before that token, which is never inside a word."""
    parts = words.split()
    here = next((n for n in range(len(parts) + 1) if len(tokens(" ".join(parts[:n]))) >= at), len(parts))
    if len(tokens(" ".join(parts[:here]))) != at:
        return Split(words)
    one, other = " ".join(parts[:here]).strip(" ,-"), " ".join(parts[here:]).strip(" ,-")
    return Split(other, one) if day_first else Split(one, other)
