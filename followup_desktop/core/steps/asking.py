"""While the answer is awaited: quiet, may ask, ask today, and the end of patience (E4 to E11, E44)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from followup_desktop.core import etiquette
from followup_desktop.core.etiquette import Wait
from followup_desktop.core.hearing.reckoning import ONE_DAY
from followup_desktop.core.sentences import NOTHING, near, whom_and_how, why_silent
from followup_desktop.core.standing import Standing
from followup_desktop.core.steps.step import OPEN, Does, Kind, Next, Rank
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words


def asking(at: Standing) -> Iterable[Next]:
    """Where the user stands between the promise and the best day to ask."""
    if at.ask is None:
        return
    if at.today < at.ask.floor:
        yield quiet_until(at, at.ask.floor)
    elif not at.workdays.is_workday(at.today):
        yield _closed_today(at, at.ask)
    elif at.today < at.ask.best:
        yield _may_ask(at, at.ask)
    else:
        yield _ask_today(at, at.ask.best)


def quiet_until(at: Standing, floor: date) -> Next:
    """LOOK, sentence 11: no sooner than promised."""
    interview = at.case.interview
    acts = (
        QT_TRANSLATE_NOOP("core", "Nothing to do for {company} today."),
        QT_TRANSLATE_NOOP("core", "Nothing to do for {company} until tomorrow."),
        QT_TRANSLATE_NOOP("core", "Nothing to do for {company} until {day}."),
    )
    shorts = (
        QT_TRANSLATE_NOOP("core", "Quiet today"),
        QT_TRANSLATE_NOOP("core", "Quiet until tomorrow"),
        QT_TRANSLATE_NOOP("core", "Quiet until {day}"),
    )
    return Next(
        key=f"quiet:{interview.id}",
        act=near(floor, at.today, acts, {"company": interview.company}),
        reason=Words(QT_TRANSLATE_NOOP("core", "You could add a note.")),
        does=Does.NOTHING,
        interview=interview.id,
        due=floor,
        short=near(floor, at.today, shorts),
        rank=Rank.QUIET,
    )


def _ask(at: Standing, kind: Kind, rank: Rank, day: date, *, act: Words, reason: Words, short: Words) -> Next:
    """A step to ask the company how things stand; with nothing to press while its rank is that of a wait."""
    interview = at.case.interview
    person, _ = etiquette.right_person(at.case)
    allowed = rank < Rank.COMING
    return Next(
        key=f"ask:{interview.id}:{len(at.case.touches)}:{kind.value}",
        act=act,
        reason=reason,
        does=Does.ASK if allowed else Does.NOTHING,
        button=Words(QT_TRANSLATE_NOOP("core", "Ask")) if allowed else NOTHING,
        interview=interview.id,
        person=person.id if person else None,
        due=day,
        short=short,
        kind=kind,
        rank=rank,
    )


def _may_ask(at: Standing, ask: Wait) -> Next:
    """LOOK, sentence 6: allowed, but a better day comes."""
    values: dict[str, Value] = {"company": at.case.interview.company}
    reasons = (
        QT_TRANSLATE_NOOP("core", "Today is best."),
        QT_TRANSLATE_NOOP("core", "Tomorrow is better."),
        QT_TRANSLATE_NOOP("core", "{day} is better."),
    )
    promise = at.case.promise
    if promise is not None and promise.latest is not None and ask.rule in ("E4", "E6"):
        values["latest"] = promise.latest
        reasons = (
            QT_TRANSLATE_NOOP("core", "Today is best: they said by {latest}."),
            QT_TRANSLATE_NOOP("core", "Tomorrow is better: they said by {latest}."),
            QT_TRANSLATE_NOOP("core", "{day} is better: they said by {latest}."),
        )
    shorts = (
        QT_TRANSLATE_NOOP("core", "May ask today"),
        QT_TRANSLATE_NOOP("core", "May ask today, best tomorrow"),
        QT_TRANSLATE_NOOP("core", "May ask today, best {day}"),
    )
    return _ask(
        at,
        Kind.FLOOR,
        Rank.MAY_ASK,
        ask.floor,
        act=Words(QT_TRANSLATE_NOOP("core", "You may ask {company} today."), values),
        reason=near(ask.best, at.today, reasons, values),
        short=near(ask.best, at.today, shorts),
    )


def _ask_today(at: Standing, best: date) -> Next:
    """LOOK, sentence 7 on the best day, 42 after it."""
    person, _ = etiquette.right_person(at.case)
    short = Words(QT_TRANSLATE_NOOP("core", "Ask today"))
    if best == at.today:
        reason, short = whom_and_how(person, at.rules), Words(QT_TRANSLATE_NOOP("core", "Ask today, the best day"))
    elif best == at.today - ONE_DAY:
        reason = Words(QT_TRANSLATE_NOOP("core", "The best day was yesterday. Today is fine too."))
    else:
        reason = Words(QT_TRANSLATE_NOOP("core", "The best day was {best}. Today is fine too."), {"best": best})
    act = Words(QT_TRANSLATE_NOOP("core", "Ask {company} today."), {"company": at.case.interview.company})
    return _ask(at, Kind.BEST, Rank.BEST_DAY, best, act=act, reason=reason, short=short)


def _closed_today(at: Standing, ask: Wait) -> Next:
    """Asking is allowed, but nobody works today: the next business day, or the best one."""
    day = max(ask.best, at.workdays.after(at.today))
    acts = (
        QT_TRANSLATE_NOOP("core", "Ask {company} today."),
        QT_TRANSLATE_NOOP("core", "Ask {company} tomorrow."),
        QT_TRANSLATE_NOOP("core", "Ask {company} on {day}."),
    )
    shorts = (
        QT_TRANSLATE_NOOP("core", "Ask today"),
        QT_TRANSLATE_NOOP("core", "Ask tomorrow"),
        QT_TRANSLATE_NOOP("core", "Ask on {day}"),
    )
    return _ask(
        at,
        Kind.BEST,
        Rank.QUIET,
        day,
        act=near(day, at.today, acts, {"company": at.case.interview.company}),
        reason=Words(QT_TRANSLATE_NOOP("core", "Their office is closed today.")),
        short=near(day, at.today, shorts),
    )


def silence(at: Standing) -> Iterable[Next]:
    """Asked twice (or asked not to ask) and no word since: their turn, and at last LOOK's sentence 43 (E44)."""
    if at.silent is None:
        return
    interview = at.case.interview
    key = f"silence:{interview.id}:{len(at.case.touches)}"
    if at.today >= at.silent:
        yield Next(
            key=key,
            act=why_silent(at.case, at.rules.silence),
            reason=Words(QT_TRANSLATE_NOOP("core", "Close it as “no answer”? You can open it again.")),
            does=Does.OPEN,
            button=OPEN,
            interview=interview.id,
            due=at.silent,
            short=Words(QT_TRANSLATE_NOOP("core", "No word: close it?")),
            kind=Kind.OUTCOME,
            rank=Rank.SILENCE,
        )
        return
    refused = not at.case.touches
    shorts = (
        QT_TRANSLATE_NOOP("core", "Their turn"),
        QT_TRANSLATE_NOOP("core", "Their turn until tomorrow"),
        QT_TRANSLATE_NOOP("core", "Their turn until {day}"),
    )
    asked_not = QT_TRANSLATE_NOOP("core", "They asked you not to follow up; they will come to you.")
    asked = QT_TRANSLATE_NOOP("core", "You asked; now it is their turn.")
    yield Next(
        key=key,
        act=Words(QT_TRANSLATE_NOOP("core", "Nothing to do for {company}."), {"company": interview.company}),
        reason=Words(asked_not if refused else asked),
        does=Does.NOTHING,
        interview=interview.id,
        due=at.silent,
        short=near(at.silent, at.today, shorts),
        rank=Rank.QUIET,
    )
