"""Before an interview: the kit on the day before, and the day itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from followup_desktop.core.hearing.reckoning import ONE_DAY
from followup_desktop.core.records import Outcome
from followup_desktop.core.sentences import near
from followup_desktop.core.standing import Standing
from followup_desktop.core.steps.step import OPEN, Does, Kind, Next, Rank
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words

SOON = timedelta(hours=2)
"""So long before its start, an interview comes before everything else."""


def before(at: Standing) -> Iterable[Next]:
    """The one step towards an interview that lies ahead; none for one that is over, cancelled or called off."""
    interview = at.case.interview
    if interview.cancelled or interview.outcome is not Outcome.WAITING or at.clock is not None:
        return
    if at.today >= interview.day or interview.starts() - at.now <= SOON:
        yield _its_day(at)
    elif at.today == interview.day - ONE_DAY:
        yield _kit_today(at)
    else:
        yield _coming(at)


def _its_day(at: Standing) -> Next:
    """The day of the interview, and what to ask there (E1, E2)."""
    interview = at.case.interview
    running = interview.starts() <= at.now
    values: dict[str, Value] = {"company": interview.company}
    begins = interview.begins_in(at.now.tzinfo)
    if running:
        act, short = Words(QT_TRANSLATE_NOOP("core", "{company} is now."), values), Words(QT_TRANSLATE_NOOP("core", "Now"))
    elif begins is not None and begins.date() != at.today:
        values["moment"] = begins
        act = Words(QT_TRANSLATE_NOOP("core", "{company} begins {moment}, by your clock."), values)
        short = Words(QT_TRANSLATE_NOOP("core", "Begins {moment}"), values)
    elif begins is not None:
        values["time"] = begins.time()
        act = Words(QT_TRANSLATE_NOOP("core", "{company} is today at {time}."), values)
        short = Words(QT_TRANSLATE_NOOP("core", "Today at {time}"), values)
    else:
        act = Words(QT_TRANSLATE_NOOP("core", "{company} is today."), values)
        short = Words(QT_TRANSLATE_NOOP("core", "Today"))
    return Next(
        key=f"open:{interview.id}:{interview.day}",
        act=act,
        reason=_to_ask(at),
        does=Does.OPEN,
        button=OPEN,
        interview=interview.id,
        due=interview.day,
        short=short,
        kind=Kind.INTERVIEW,
        rank=Rank.STARTING if running or interview.starts() - at.now <= SOON else Rank.TODAY,
    )


def _to_ask(at: Standing) -> Words:
    """What to ask there; at reception too while an address for an envelope is not known (CARDS, "Envelopes")."""
    if all(person.address.strip() for person in at.case.interviewers):
        return Words(QT_TRANSLATE_NOOP("core", "Ask when they decide, and whether you may follow up."))
    return Words(QT_TRANSLATE_NOOP("core", "Ask when they decide, and whether you may follow up; ask reception for the address."))


def _kit_today(at: Standing) -> Next:
    """LOOK, sentence 8: the day before."""
    interview = at.case.interview
    reason = Words(QT_TRANSLATE_NOOP("core", "The interview is tomorrow."))
    begins = interview.begins_in(at.now.tzinfo)
    if begins is not None and begins.date() == at.today + ONE_DAY:
        reason = Words(QT_TRANSLATE_NOOP("core", "The interview is tomorrow at {time}."), {"time": begins.time()})
    elif begins is not None:
        reason = Words(QT_TRANSLATE_NOOP("core", "The interview begins {moment}, by your clock."), {"moment": begins})
    return Next(
        key=f"kit:{interview.id}:{interview.day}",
        act=Words(QT_TRANSLATE_NOOP("core", "Print your kit for {company}."), {"company": interview.company}),
        reason=reason,
        does=Does.KIT,
        button=Words(QT_TRANSLATE_NOOP("core", "Print kit")),
        interview=interview.id,
        due=at.today,
        short=Words(QT_TRANSLATE_NOOP("core", "Print your kit today")),
        kind=Kind.KIT,
        rank=Rank.KIT,
    )


def _coming(at: Standing) -> Next:
    """Days before: when the kit is due."""
    interview = at.case.interview
    day = interview.day - ONE_DAY
    words = (
        QT_TRANSLATE_NOOP("core", "Print your kit today"),
        QT_TRANSLATE_NOOP("core", "Print your kit tomorrow"),
        QT_TRANSLATE_NOOP("core", "Print your kit on {day}"),
    )
    return Next(
        key=f"coming:{interview.id}:{interview.day}",
        act=Words(QT_TRANSLATE_NOOP("core", "{company} is on {day}."), {"company": interview.company, "day": interview.day}),
        reason=near(day, at.today, words),
        does=Does.OPEN,
        button=OPEN,
        interview=interview.id,
        due=day,
        short=near(day, at.today, words),
        kind=Kind.KIT,
        rank=Rank.COMING,
    )
