"""Just after an interview: tell about it, then write, print and post the cards (E19 to E21)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from followup_desktop.core.dates import number
from followup_desktop.core.etiquette import Promptness, ThankYou
from followup_desktop.core.records import CardState, Outcome, Person
from followup_desktop.core.sentences import by_moment, called, counted, listed, why_now
from followup_desktop.core.standing import Standing
from followup_desktop.core.steps.step import Does, Kind, Next, Rank
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words

WHILE_FRESH = timedelta(hours=3)
"""So long after its end, an interview without notes comes before everything else."""
DEBRIEF_AT_ALL = timedelta(days=7)
"""So long after its end a debrief is still suggested."""
STALE_CARD = timedelta(days=30)
"""A card that is older is still welcome (E19), but everything else comes first."""


def debrief(at: Standing) -> Iterable[Next]:
    """LOOK, sentence 2: nothing is noted yet, and the memory is fresh."""
    case, interview = at.case, at.case.interview
    begun = case.notes or case.promises or any(card.state is not CardState.TO_WRITE for card in case.cards)
    if begun or interview.outcome is not Outcome.WAITING or at.clock is None or at.now - at.clock.ended > DEBRIEF_AT_ALL:
        return
    fresh = QT_TRANSLATE_NOOP("core", "Tell me about {company} while it is fresh.")
    fading = QT_TRANSLATE_NOOP("core", "Tell me about {company} before it fades.")
    yield Next(
        key=f"debrief:{interview.id}",
        act=Words(fresh if at.clock.ended.date() == at.today else fading, {"company": interview.company}),
        reason=_ended_ago(at.clock.ended, at.now),
        does=Does.DEBRIEF,
        button=Words(QT_TRANSLATE_NOOP("core", "Debrief")),
        interview=interview.id,
        due=at.clock.ended.date(),
        short=Words(QT_TRANSLATE_NOOP("core", "Tell me about it")),
        kind=Kind.INTERVIEW,
        rank=Rank.JUST_ENDED if at.now - at.clock.ended <= WHILE_FRESH else Rank.DEBRIEF,
    )


def _ended_ago(ended: datetime, now: datetime) -> Words:
    """How long ago it ended: in minutes, hours or days."""
    minutes = int((now.astimezone(UTC) - ended.astimezone(UTC)).total_seconds() // 60)
    days = (now.date() - ended.date()).days
    if minutes < 2:  # noqa: PLR2004  (a minute ago is just now)
        return Words(QT_TRANSLATE_NOOP("core", "It has just ended; five minutes are enough."))
    if minutes < 60:  # noqa: PLR2004  (an hour)
        return Words(QT_TRANSLATE_NOOP("core", "It ended {count} minutes ago; five minutes are enough."), {"count": minutes})
    if minutes < 120:  # noqa: PLR2004  (two hours)
        return Words(QT_TRANSLATE_NOOP("core", "It ended an hour ago; five minutes are enough."))
    if days == 0:
        return Words(QT_TRANSLATE_NOOP("core", "It ended {count} hours ago; five minutes are enough."), {"count": minutes // 60})
    if days == 1:
        return Words(QT_TRANSLATE_NOOP("core", "It ended yesterday; five minutes are enough."))
    return Words(QT_TRANSLATE_NOOP("core", "It ended on {day}; five minutes are enough."), {"day": ended.date()})


def cards(at: Standing) -> Iterable[Next]:
    """The cards owed: write them; when all are drafted, print them; when all are printed, post them."""
    if not at.owed or at.clock is None:
        return
    state = {person.id: at.case.card(person.id).state for person in at.owed}
    unprinted = [person for person in at.owed if state[person.id] is not CardState.PRINTED]
    if any(state[person.id] is CardState.TO_WRITE for person in unprinted):
        yield _write(at, at.clock, unprinted)
    elif unprinted:
        yield _print(at, at.clock, unprinted)
    else:
        yield _post(at, at.clock, at.owed)


def card_in_hand(at: Standing, person: str) -> Next | None:
    """The step while that person's card is in hand; None when nothing is owed to them."""
    first = next((each for each in at.owed if each.id == person), None)
    if at.clock is None or first is None:
        return None
    state = {each.id: at.case.card(each.id).state for each in at.owed}
    if state[person] is CardState.PRINTED:
        return _post(at, at.clock, [first])
    if state[person] is CardState.TO_WRITE:
        return _write(at, at.clock, [first])
    others = [each for each in at.owed if each.id != person and state[each.id] is not CardState.PRINTED]
    return _print(at, at.clock, [first, *others])


def _about_cards(
    at: Standing, clock: ThankYou, people: Sequence[Person], does: Does, *, act: Words, reason: Words, button: Words, short: Words
) -> Next:
    """A step about the cards of `people`, the first one in hand."""
    rank = Rank.CARDS
    if clock.promptness is Promptness.OVERDUE:
        rank = Rank.LATE_CARDS if at.now - clock.ended <= STALE_CARD else Rank.OLD_CARDS
    return Next(
        key=f"{does.value}:{at.case.interview.id}:{'.'.join(sorted(person.id for person in people))}",
        act=act,
        reason=reason,
        does=does,
        button=button,
        interview=at.case.interview.id,
        person=people[0].id,
        due=clock.due.date(),
        short=short,
        kind=Kind.CARD,
        rank=rank,
    )


def _write(at: Standing, clock: ThankYou, people: Sequence[Person]) -> Next:
    """LOOK, sentence 1."""
    count = len(people)
    values: dict[str, Value] = {
        "company": at.case.interview.company,
        "count": count,
        "name": people[0].name,
        "names": listed([person.name for person in people]),
    }
    act = counted(
        count,
        QT_TRANSLATE_NOOP("core", "Write a card to {name}."),
        QT_TRANSLATE_NOOP("core", "Write {count} cards for {company}."),
        values,
    )
    button = counted(count, QT_TRANSLATE_NOOP("core", "Write card"), QT_TRANSLATE_NOOP("core", "Write cards"))
    if clock.promptness is not Promptness.ON_TIME:
        reason, short = _write_late(count, values)
    else:
        reason, short = _write_in_time(at, clock, count, values)
    return _about_cards(at, clock, people, Does.WRITE, act=act, reason=reason, button=button, short=short)


def _write_late(count: int, values: dict[str, Value]) -> tuple[Words, Words]:
    """Reason and row line where the moment to post by has passed."""
    reason = counted(
        count,
        QT_TRANSLATE_NOOP("core", "It is late, and still welcome."),
        QT_TRANSLATE_NOOP("core", "{names} are still waiting. They are late, and still welcome."),
        values,
    )
    short = counted(
        count,
        QT_TRANSLATE_NOOP("core", "Write 1 card, late but welcome"),
        QT_TRANSLATE_NOOP("core", "Write {count} cards, late but welcome"),
        values,
    )
    return reason, short


def _write_in_time(at: Standing, clock: ThankYou, count: int, values: dict[str, Value]) -> tuple[Words, Words]:
    """Reason and row line with the moment to post by."""
    one = (
        QT_TRANSLATE_NOOP("core", "Post it by {time}."),
        QT_TRANSLATE_NOOP("core", "Post it by {time} tomorrow."),
        QT_TRANSLATE_NOOP("core", "Post it by {time} on {day}."),
    )
    more = (
        QT_TRANSLATE_NOOP("core", "{names} are still waiting. Post them by {time}."),
        QT_TRANSLATE_NOOP("core", "{names} are still waiting. Post them by {time} tomorrow."),
        QT_TRANSLATE_NOOP("core", "{names} are still waiting. Post them by {time} on {day}."),
    )
    one_short = (
        QT_TRANSLATE_NOOP("core", "Write 1 card by {time}"),
        QT_TRANSLATE_NOOP("core", "Write 1 card by {time} tomorrow"),
        QT_TRANSLATE_NOOP("core", "Write 1 card by {day}"),
    )
    more_short = (
        QT_TRANSLATE_NOOP("core", "Write {count} cards by {time}"),
        QT_TRANSLATE_NOOP("core", "Write {count} cards by {time} tomorrow"),
        QT_TRANSLATE_NOOP("core", "Write {count} cards by {day}"),
    )
    reason = by_moment(clock.post_by, at.today, one if count == 1 else more, values)
    return reason, by_moment(clock.post_by, at.today, one_short if count == 1 else more_short, values)


def _print(at: Standing, clock: ThankYou, people: Sequence[Person]) -> Next:
    """LOOK, sentence 3: drafted; the first one is in hand."""
    count = len(people)
    values: dict[str, Value] = {
        "company": at.case.interview.company,
        "count": count,
        "more": count - 1,
        "name": called(people[0]),
        "other": people[1].name if count > 1 else "",
    }
    reason = why_now(clock)
    if count > 1:
        reason = counted(
            count - 1,
            QT_TRANSLATE_NOOP("core", "Then one more, for {other}."),
            QT_TRANSLATE_NOOP("core", "Then {more} more, first for {other}."),
            values,
        )
    short = counted(count, QT_TRANSLATE_NOOP("core", "Print 1 card"), QT_TRANSLATE_NOOP("core", "Print {count} cards"), values)
    return _about_cards(
        at,
        clock,
        people,
        Does.PRINT,
        act=Words(QT_TRANSLATE_NOOP("core", "Print {name}’s card and sign it."), values),
        reason=reason,
        button=Words(QT_TRANSLATE_NOOP("core", "Print")),
        short=short,
    )


def _post(at: Standing, clock: ThankYou, people: Sequence[Person]) -> Next:
    """LOOK, sentences 4 and 5: printed."""
    values: dict[str, Value] = {"company": at.case.interview.company, "count": len(people), "name": people[0].name}
    if clock.promptness is not Promptness.ON_TIME:
        act, reason, short = _post_late(at, clock, values)
    else:
        act, reason, short = _post_in_time(at, clock, values)
    button = Words(QT_TRANSLATE_NOOP("core", "Mark as posted"))
    return _about_cards(at, clock, people, Does.POST, act=act, reason=reason, button=button, short=short)


def _post_late(at: Standing, clock: ThankYou, values: dict[str, Value]) -> tuple[Words, Words, Words]:
    """LOOK, sentence 5: act, reason and row line; never too late (E19)."""
    one = values["count"] == 1
    days = max(1, (at.today - clock.ended.date()).days)
    act = (
        QT_TRANSLATE_NOOP("core", "Post the card to {name}.")
        if one
        else QT_TRANSLATE_NOOP("core", "Post {count} cards for {company}.")
    )
    age = (
        counted(
            days,
            QT_TRANSLATE_NOOP("core", "It is a day old, and still welcome."),
            QT_TRANSLATE_NOOP("core", "It is {days} days old, and still welcome."),
            {"days": number(days)},
        )
        if one
        else counted(
            days,
            QT_TRANSLATE_NOOP("core", "They are a day old, and still welcome."),
            QT_TRANSLATE_NOOP("core", "They are {days} days old, and still welcome."),
            {"days": number(days)},
        )
    )
    short = (
        QT_TRANSLATE_NOOP("core", "Post 1 card, late but welcome")
        if one
        else QT_TRANSLATE_NOOP("core", "Post {count} cards, late but welcome")
    )
    return Words(act, values), age, Words(short, values)


def _post_in_time(at: Standing, clock: ThankYou, values: dict[str, Value]) -> tuple[Words, Words, Words]:
    """LOOK, sentence 4: act, reason and row line; act and reason are one sentence."""
    one = values["count"] == 1
    act = (
        QT_TRANSLATE_NOOP("core", "Post the card to {name}")
        if one
        else QT_TRANSLATE_NOOP("core", "Post {count} cards for {company}")
    )
    reasons = (
        QT_TRANSLATE_NOOP("core", "before you leave town.")
        if clock.ended.date() == at.today
        else QT_TRANSLATE_NOOP("core", "by {time} today."),
        QT_TRANSLATE_NOOP("core", "by {time} tomorrow."),
        QT_TRANSLATE_NOOP("core", "by {time} on {day}."),
    )
    one_short = (
        QT_TRANSLATE_NOOP("core", "Post 1 card by {time}"),
        QT_TRANSLATE_NOOP("core", "Post 1 card by {time} tomorrow"),
        QT_TRANSLATE_NOOP("core", "Post 1 card by {day}"),
    )
    more_short = (
        QT_TRANSLATE_NOOP("core", "Post {count} cards by {time}"),
        QT_TRANSLATE_NOOP("core", "Post {count} cards by {time} tomorrow"),
        QT_TRANSLATE_NOOP("core", "Post {count} cards by {day}"),
    )
    short = by_moment(clock.post_by, at.today, one_short if one else more_short, values)
    return Words(act, values), by_moment(clock.post_by, at.today, reasons, values), short
