"""A reader of spoken English about dates: the words of a promise become a window of days, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from followup_desktop.core.records import Workdays


@dataclass(frozen=True, slots=True)
class Reading:
    """The window that words hold (E6): its first and last day. Both None: no date in these words (E7).

    `latest` alone None: open towards the end, as in "after the 15th" (earliest is the 16th).
    """

    earliest: date | None = None
    latest: date | None = None

    @property
    def found(self) -> bool:
        """True when the words hold a date."""
        return self.earliest is not None or self.latest is not None


def read(words: str, heard: date, workdays: Workdays, locale: str = "en_US") -> Reading:
    """The window that `words` promise, heard on that day; never before it, and nothing where no date is certain."""
    return Reading()
