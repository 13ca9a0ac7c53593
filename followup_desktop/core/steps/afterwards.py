"""After the answer: an offer, a no and the friendship that is kept up (E39 to E43), or nothing any more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from followup_desktop.core import etiquette
from followup_desktop.core.etiquette import Hello
from followup_desktop.core.records import Box, Case, Outcome, Person
from followup_desktop.core.rhythm import to_greet
from followup_desktop.core.sentences import NOTHING, near
from followup_desktop.core.standing import Standing
from followup_desktop.core.staying import Stay
from followup_desktop.core.steps.step import OPEN, Does, Kind, Next, Rank
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words

WRITE = Words(QT_TRANSLATE_NOOP("core", "Say hello"))
"""The button of a hello: it opens that person's page, with words to begin from."""
LONGEST_REASON = 60
"""Characters of a note that still fit into the strip."""


def offer(at: Standing) -> Iterable[Next]:
    """They want you."""
    interview = at.case.interview
    if interview.cancelled or interview.outcome is not Outcome.OFFER:
        return
    yield Next(
        key=f"offer:{interview.id}",
        act=Words(QT_TRANSLATE_NOOP("core", "Answer {company}’s offer."), {"company": interview.company}),
        reason=Words(QT_TRANSLATE_NOOP("core", "Thank them first, whichever way you decide.")),
        does=Does.OPEN,
        button=OPEN,
        interview=interview.id,
        due=interview.outcome_on,
        short=Words(QT_TRANSLATE_NOOP("core", "Answer their offer")),
        kind=Kind.OUTCOME,
        rank=Rank.ANSWER,
    )


def after_no(at: Standing) -> Iterable[Next]:
    """A day of chocolate, then thanks (E39), then a hello now and then (E41, E42)."""
    if at.hello is None:
        return
    if at.hello.rule != "E39":
        yield _say_hello(at, at.hello)
    elif at.today < at.hello.on:
        yield _chocolate(at)
    else:
        yield _thank(at, at.hello)


def _chocolate(at: Standing) -> Next:
    """LOOK, sentence 9: the day of the no."""
    interview = at.case.interview
    return Next(
        key=f"chocolate:{interview.id}",
        act=Words(QT_TRANSLATE_NOOP("core", "Chocolate for a day.")),
        reason=Words(QT_TRANSLATE_NOOP("core", "Tomorrow a short thank-you to {company}."), {"company": interview.company}),
        does=Does.NOTHING,
        interview=interview.id,
        due=at.today,
        short=Words(QT_TRANSLATE_NOOP("core", "Chocolate today, thanks tomorrow")),
        kind=Kind.KEEP_IN_TOUCH,
        rank=Rank.CHOCOLATE,
    )


def _thank(at: Standing, hello: Hello) -> Next:
    """The day after the no, and until it is done (E39)."""
    interview = at.case.interview
    person, _ = etiquette.right_person(at.case)
    return Next(
        key=f"thank:{interview.id}",
        act=Words(QT_TRANSLATE_NOOP("core", "Send a short thank-you to {company}."), {"company": interview.company}),
        reason=Words(QT_TRANSLATE_NOOP("core", "It keeps the door open: ask to be kept in mind.")),
        does=Does.OPEN,
        button=OPEN,
        interview=interview.id,
        person=person.id if person else None,
        due=hello.on,
        short=Words(QT_TRANSLATE_NOOP("core", "Send a short thank-you")),
        kind=Kind.KEEP_IN_TOUCH,
        rank=Rank.ANSWER,
    )


def _say_hello(at: Standing, hello: Hello) -> Next:
    """LOOK, sentence 10 when it is time; until then the row says from when."""
    interview = at.case.interview
    person = to_greet(at.case)
    due = hello.on <= at.today
    shorts = (
        QT_TRANSLATE_NOOP("core", "Say hello today"),
        QT_TRANSLATE_NOOP("core", "Say hello from tomorrow"),
        QT_TRANSLATE_NOOP("core", "Say hello from {day}"),
    )
    values: dict[str, Value] = {"name": person.name if person else interview.company, "last": hello.last}
    said_no = QT_TRANSLATE_NOOP("core", "They said no on {last}.")
    wrote = QT_TRANSLATE_NOOP("core", "Your last word was on {last}.")
    last_word = said_no if hello.is_first else wrote
    return Next(
        key=f"hello:{interview.id}:{hello.last}",
        act=Words(QT_TRANSLATE_NOOP("core", "Say hello to {name}."), values),
        reason=good_reason(at.case, person) or Words(last_word, values),
        does=(Does.GREET if person else Does.OPEN) if due else Does.NOTHING,
        button=(WRITE if person else OPEN) if due else NOTHING,
        interview=interview.id,
        person=person.id if person else None,
        due=hello.on,
        short=near(max(hello.on, at.today), at.today, shorts),
        kind=Kind.CHECK_IN if hello.rule == "E41" else Kind.KEEP_IN_TOUCH,
        rank=Rank.HELLO if due else Rank.QUIET,
    )


def good_reason(case: Case, person: Person | None) -> Words | None:
    """A short note about what was enjoyed or learned, to come back to (E43)."""
    notes = case.notes_about(person.id) if person is not None else case.notes
    texts = (note.text.strip() for note in notes if note.box in (Box.ENJOYED, Box.LEARNED))
    good = next((text for text in texts if text and len(text) <= LONGEST_REASON and "\n" not in text), None)
    if good is None:
        return None
    return Words(QT_TRANSLATE_NOOP("core", "Your notes have a good reason: {note}."), {"note": good.rstrip(".")})


def greeting(stay: Stay, today: date) -> Next | None:
    """A hello by somebody's own rhythm (E42), on its day; None until then, and where no rhythm says so."""
    person, hello, case = stay.person, stay.hello, stay.latest
    if hello is None or hello.on > today:
        return None
    reason = good_reason(case, person) if case is not None else None
    return Next(
        key=f"hello:{person.id}:{hello.last if stay.last else ''}",
        act=Words(QT_TRANSLATE_NOOP("core", "Say hello to {name}."), {"name": person.name}),
        reason=reason or stay.why,
        does=Does.GREET,
        button=WRITE,
        interview=case.interview.id if case is not None else None,
        person=person.id,
        due=hello.on,
        short=stay.step,
        kind=Kind.KEEP_IN_TOUCH,
        rank=Rank.HELLO,
    )


def over(at: Standing) -> Next:
    """The last line of an interview: how it ended, or that nothing is open."""
    interview = at.case.interview
    if interview.cancelled:
        short = QT_TRANSLATE_NOOP("core", "Cancelled")
    elif at.around.later is not None and interview.outcome is Outcome.WAITING:
        short = QT_TRANSLATE_NOOP("core", "Went on to the next round")
    else:
        short = {
            Outcome.WAITING: QT_TRANSLATE_NOOP("core", "Waiting for their answer"),
            Outcome.OFFER: QT_TRANSLATE_NOOP("core", "They made an offer"),
            Outcome.ACCEPTED: QT_TRANSLATE_NOOP("core", "You accepted"),
            Outcome.DECLINED: QT_TRANSLATE_NOOP("core", "You declined"),
            Outcome.REJECTED: QT_TRANSLATE_NOOP("core", "They said no"),
            Outcome.WITHDRAWN: QT_TRANSLATE_NOOP("core", "You withdrew"),
            Outcome.NO_ANSWER: QT_TRANSLATE_NOOP("core", "No answer"),
        }[interview.outcome]
    return Next(
        key=f"over:{interview.id}",
        act=Words(QT_TRANSLATE_NOOP("core", "Nothing to do for {company}."), {"company": interview.company}),
        reason=Words(short),
        does=Does.NOTHING,
        interview=interview.id,
        short=Words(short),
        kind=Kind.OUTCOME,
    )
