"""A reader of spoken English about dates: the words of a promise become a window of days, or nothing.

It works in four steps: words become tokens; every expression of time among them is understood (`core.hearing`); what
stands around it says how it is meant ("by", "after", "not before") and what it is about; the best one is the promise.
A date counts where it is bound to deciding or telling (`hearing.bound`) by somebody who may (`hearing.subject`), or
answers "when?" without any other verb or thing (`hearing.answering`); a start date, a holiday, another round, the user's
own tasks and the past do not. What is not certain is no date: the user is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from followup_desktop.core.hearing.choice import best_window
from followup_desktop.core.hearing.page import Page
from followup_desktop.core.hearing.tokens import tokens
from followup_desktop.core.records import Workdays


@dataclass(frozen=True, slots=True)
class Reading:
    """The window that words hold (E6): its first and last day. Both None: no date in these words (E7).

    `latest` alone None: open towards the end, as in "after the 15th" (earliest is the 16th). `earliest` alone None:
    only the end was named, as in "ten business days".
    """

    earliest: date | None = None
    latest: date | None = None

    @property
    def found(self) -> bool:
        """True when the words hold a date."""
        return self.earliest is not None or self.latest is not None


def read(words: str, heard: date, workdays: Workdays, locale: str = "en_US") -> Reading:
    """The window that `words` promise, heard on that day; never before it, and nothing where no date is certain.

    `locale` (POSIX, such as en_GB) decides how 12/3 is read; the country of `workdays` which holidays count.
    """
    language, _, country = locale.partition(".")[0].partition("_")
    page = Page(tokens(words), heard, workdays, (country or workdays.country).upper(), language.lower())
    window = best_window(page)
    return Reading() if window is None else Reading(window.first, window.last)
