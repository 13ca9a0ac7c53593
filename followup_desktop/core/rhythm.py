"""How often somebody hears from the user: the rhythms of E42, those that tags carry, and when a hello is due by them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from followup_desktop.core import etiquette
from followup_desktop.core.etiquette import DEFAULTS, Hello, Rules, Tier
from followup_desktop.core.find import folded
from followup_desktop.core.hearing.reckoning import ONE_DAY, months_later
from followup_desktop.core.records import Case, Person, Touch, Workdays
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words

_EVERY = re.compile(r"(?P<label>.*?)[\s,:]*\bevery\s+(?:(?P<count>\d{1,3})\s+)?(?P<unit>day|week|month|year)s?", re.IGNORECASE)
_MONTHS_OF = {"month": 1, "year": 12}
_DAYS_OF = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """So many days, or so many months, from the last touch of any kind to the next hello (E42)."""

    days: int = 0
    months: int = 0
    tier: Tier | None = None
    """The letter that stands for it, where it is one of the four."""
    tag: str = ""
    """The tag that it comes from."""

    def after(self, last: date) -> date:
        """The day on which it comes round."""
        return months_later(last, self.months) + timedelta(days=self.days)

    @property
    def length(self) -> int:
        """About how many days it is, for comparing."""
        return self.days + 30 * self.months

    @property
    def words(self) -> Words:
        """How long it is: "3 weeks", "2 months", "a year"."""
        wordings = {
            "year": (QT_TRANSLATE_NOOP("core", "1 year"), QT_TRANSLATE_NOOP("core", "{count} years")),
            "month": (QT_TRANSLATE_NOOP("core", "1 month"), QT_TRANSLATE_NOOP("core", "{count} months")),
            "week": (QT_TRANSLATE_NOOP("core", "1 week"), QT_TRANSLATE_NOOP("core", "{count} weeks")),
            "day": (QT_TRANSLATE_NOOP("core", "1 day"), QT_TRANSLATE_NOOP("core", "{count} days")),
        }
        unit, count = "day", self.days
        if self.months:
            unit, count = ("month", self.months) if self.months % 12 else ("year", self.months // 12)
        elif self.days % 7 == 0:
            unit, count = "week", self.days // 7
        one, more = wordings[unit]
        return Words(one) if count == 1 else Words(more, {"count": count})


TIERS = {
    Tier.A: Rhythm(days=21, tier=Tier.A),
    Tier.B: Rhythm(months=2, tier=Tier.B),
    Tier.C: Rhythm(months=6, tier=Tier.C),
    Tier.D: Rhythm(months=12, tier=Tier.D),
}
"""The four rhythms of E42."""


_BY_LETTER = {str(tier): rhythm for tier, rhythm in TIERS.items()}


def tag_rhythm(tag: str) -> Rhythm | None:
    """The rhythm that a tag carries: "mentors every 6 weeks"; None for one that is only a word."""
    found = _EVERY.fullmatch(tag.strip())
    count = int(found["count"] or 1) if found else 0
    if found is None or count == 0:
        return None
    unit = found["unit"].lower()
    return Rhythm(days=count * _DAYS_OF.get(unit, 0), months=count * _MONTHS_OF.get(unit, 0), tag=tag.strip())


def tag_label(tag: str) -> str:
    """What a tag is called, without the rhythm that it carries."""
    found = _EVERY.fullmatch(tag.strip())
    return (found["label"].strip() if found else "") or tag.strip()


def chosen_rhythm(person: Person) -> Rhythm | None:
    """The rhythm that the user gave somebody: their own, else the shortest of their tags'; None where neither says one."""
    own = _BY_LETTER.get(person.tier)
    if own is not None or not person.tags:
        return own
    carried = [rhythm for tag in person.tags if (rhythm := tag_rhythm(tag)) is not None]
    return min(carried, key=lambda each: each.length, default=None)


def due_on(rhythm: Rhythm, last: date, workdays: Workdays) -> date:
    """When a hello is due by that rhythm: the day it comes round, or the next business day."""
    return workdays.after(rhythm.after(last) - ONE_DAY)


def works_at(person: Person, company: str) -> bool:
    """True where that may be their employer: the same name, with or without "Ltd" behind it, or none is known."""
    own, other = folded(person.company), folded(company)
    return not own or own == other or own.startswith(f"{other} ") or other.startswith(f"{own} ")


def to_greet(case: Case) -> Person | None:
    """Whom to keep in touch with for the employer (E14): who had the last word from the user, else the right person.

    Nobody who is on the quiet list or works elsewhere by now: then another interviewer.
    """
    last = case.touches[-1] if case.touches else None
    first = (case.person(last.person) if last else None, etiquette.right_person(case)[0])
    return next((each for each in (*first, *case.interviewers) if each is not None and _is_there(each, case)), None)


def _is_there(person: Person, case: Case) -> bool:
    interview = case.interview
    return not person.quiet and (works_at(person, interview.company) or etiquette.from_agency(person, interview))


def hello(case: Case, elsewhere: Iterable[Touch], workdays: Workdays, rules: Rules = DEFAULTS) -> Hello | None:
    """`etiquette.after_no` for whoever is to be greeted: in their rhythm (E42); None where nobody is left there."""
    there = {each.id for each in case.people}
    found = etiquette.after_no(case, rules, [touch for touch in elsewhere if touch.person in there])
    if found is None:
        return None
    person = to_greet(case)
    if person is None and case.people:
        return None
    if found.rule != "E42":
        return found
    if person is None:
        return None
    rhythm = chosen_rhythm(person) or TIERS[Tier.C]
    return Hello(due_on(rhythm, found.last, workdays), found.rule, found.last)
