"""What was promised besides the decision: the user's own word, which is kept, and theirs, which is remembered kindly."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from followup_desktop.core.hearing.reckoning import ONE_DAY
from followup_desktop.core.records import Outcome, Task
from followup_desktop.core.sentences import about_task, task_title
from followup_desktop.core.standing import Standing
from followup_desktop.core.steps.step import OPEN, Does, Kind, Next, Rank
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words

STALE = timedelta(days=30)
"""A promise that is later than that is still welcome, but everything else comes first."""
PATIENCE = 2
"""Business days after the day they named before one thinks of asking: a reminder, never a touch (as with E5)."""
SETTLED = (Outcome.WITHDRAWN, Outcome.NO_ANSWER, Outcome.DECLINED)
"""After these nobody waits any more for what the employer promised."""


def mine(at: Standing) -> Iterable[Next]:
    """What the user promised, due today or late; without a day as soon as the talk is over: soon is when it was meant."""
    case = at.case
    for task in case.tasks if not case.interview.cancelled else ():
        if not task.mine or task.done_on is not None:
            continue
        if task.due is None:
            if at.clock is not None:
                yield _mine(at, task, Rank.HINT, Words(QT_TRANSLATE_NOOP("core", "You promised it, and named no day.")))
        elif task.due <= at.today:
            yield _mine(at, task, Rank.TASK if at.today - task.due <= STALE else Rank.HINT, _why(task.due, at.today))


def theirs(at: Standing) -> Iterable[Next]:
    """What they promised and what has not come two business days after their own day."""
    case = at.case
    for task in case.tasks if not case.interview.cancelled and case.interview.outcome not in SETTLED else ():
        if task.mine or task.done_on is not None or task.due is None or at.today < at.workdays.after(task.due, PATIENCE):
            continue
        yield Next(
            key=f"task:{task.id}:{task.due}",
            act=about_task(
                task,
                case,
                QT_TRANSLATE_NOOP("core", "Not here yet: {words}."),
                QT_TRANSLATE_NOOP("core", "Not here yet: what {name} promised you."),
            ),
            reason=Words(QT_TRANSLATE_NOOP("core", "That was by {day}; ask when you follow up."), {"day": task.due}),
            does=Does.OPEN,
            button=OPEN,
            interview=case.interview.id,
            person=task.person,
            task=task.id,
            due=task.due,
            short=about_task(
                task,
                case,
                QT_TRANSLATE_NOOP("core", "Not here yet: {words}"),
                QT_TRANSLATE_NOOP("core", "Not here yet: what {name} promised you"),
            ),
            kind=Kind.TASK,
            rank=Rank.HINT,
        )


def _why(due: date, today: date) -> Words:
    """Why now: the day that the user named."""
    if due == today:
        return Words(QT_TRANSLATE_NOOP("core", "You promised it for today."))
    if due == today - ONE_DAY:
        return Words(QT_TRANSLATE_NOOP("core", "You promised it for yesterday; a day late is still welcome."))
    return Words(QT_TRANSLATE_NOOP("core", "You promised it by {day}; late is still welcome."), {"day": due})


def _mine(at: Standing, task: Task, rank: Rank, reason: Words) -> Next:
    """A promise of the user's, ticked off with the step's button."""
    return Next(
        key=f"task:{task.id}:{task.due}",
        act=about_task(task, at.case, "{words}.", QT_TRANSLATE_NOOP("core", "Keep your promise to {name}.")),
        reason=reason,
        does=Does.TASK,
        button=Words(QT_TRANSLATE_NOOP("core", "Done")),
        interview=at.case.interview.id,
        person=task.person,
        task=task.id,
        due=task.due,
        short=task_title(task, at.case),
        kind=Kind.TASK,
        rank=rank,
    )
