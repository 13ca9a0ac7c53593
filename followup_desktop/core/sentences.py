"""The sentences of list, calendar and next step: every wording stands once, each whole, so that it can be translated.

All wordings are those of LOOK, "Words": the act first, then why; dates as people say them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from followup_desktop.core import etiquette
from followup_desktop.core.dates import capital, number
from followup_desktop.core.etiquette import Hello, Promptness, Rules, ThankYou
from followup_desktop.core.records import Case, Channel, Interview, Outcome, Person, Task
from followup_desktop.core.standing import Standing
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words

TWO_MONTHS = timedelta(days=60)
"""Longer than that, people count in months."""
NOTHING = Words("")
"""No words at all, where a sentence has no second half."""


def plain(text: str) -> Words:
    """`text` itself (a name, a list of names) where words are wanted; nothing in it is translated or filled in."""
    return Words("{text}", {"text": text}) if text else NOTHING


def near(day: date, today: date, words: tuple[str, str, str], values: dict[str, Value] | None = None) -> Words:
    """One of three wordings: for today, for tomorrow, else the one with a {day} in it."""
    which = {0: 0, 1: 1}.get((day - today).days, 2)
    return Words(words[which], {**(values or {}), "day": day})


def by_moment(moment: datetime, today: date, words: tuple[str, str, str], values: dict[str, Value] | None = None) -> Words:
    """`near` for a moment: the wordings may hold {time} beside {day}."""
    return near(moment.date(), today, words, {**(values or {}), "time": moment.time()})


def counted(count: int, one: str, more: str, values: dict[str, Value] | None = None) -> Words:
    """One of two wordings by number; both may hold {count}."""
    return Words(one if count == 1 else more, {**(values or {}), "count": count})


def called(person: Person) -> str:
    """What the user calls them: as they are addressed, else by their full name."""
    return person.address_as or person.name


# Cards


def cards_to_post(count: int) -> Words:
    """How many cards are to be posted."""
    if count == 1:
        return Words(QT_TRANSLATE_NOOP("core", "1 card to post"))
    return Words(QT_TRANSLATE_NOOP("core", "{count} cards to post"), {"count": count})


def cards_owed(count: int, company: str, by: time | None) -> Words:
    """For a cell of the month: "2 cards by 17:00", or whose they are when they are late."""
    values: dict[str, Value] = {"count": count, "company": company}
    if by is not None:
        values["time"] = by
        if count == 1:
            return Words(QT_TRANSLATE_NOOP("core", "1 card by {time}"), values)
        return Words(QT_TRANSLATE_NOOP("core", "{count} cards by {time}"), values)
    if count == 1:
        return Words(QT_TRANSLATE_NOOP("core", "1 card: {company}"), values)
    return Words(QT_TRANSLATE_NOOP("core", "{count} cards: {company}"), values)


def cards_posted(count: int) -> Words:
    """How many cards went."""
    if count == 1:
        return Words(QT_TRANSLATE_NOOP("core", "1 card posted"))
    return Words(QT_TRANSLATE_NOOP("core", "{count} cards posted"), {"count": count})


def cards_posted_for(count: int, company: str) -> Words:
    """How many cards went, and where."""
    if count == 1:
        return Words(QT_TRANSLATE_NOOP("core", "1 card posted to {company}"), {"company": company})
    return Words(QT_TRANSLATE_NOOP("core", "{count} cards posted to {company}"), {"count": count, "company": company})


def owed_and_gone(at: Standing) -> Words:
    """Who is still owed a card and whose went today: "Tomáš Řehák, Ngozi Okafor. Hong Nguyen’s went at 12:10."."""
    names = ", ".join(person.name for person in at.owed)
    gone = [
        (person, card.posted_at.astimezone(at.now.tzinfo))
        for card in at.case.cards
        if card.posted_at is not None and (person := at.case.person(card.person)) is not None and person not in at.owed
    ]
    last = max((pair for pair in gone if pair[1].date() == at.today), key=lambda pair: pair[1], default=None)
    if last is None:
        return plain(names)
    words = QT_TRANSLATE_NOOP("core", "{names}. {name}’s went at {time}.")
    return Words(words, {"names": names, "name": last[0].name, "time": last[1].time()})


def why_chosen(interview: Interview) -> Words:
    """That the user chose the day to post the cards, and why."""
    values: dict[str, Value] = {"day": interview.post_on or interview.last_day, "reason": interview.post_reason}
    if interview.post_reason:
        return Words(QT_TRANSLATE_NOOP("core", "You chose {day}: {reason}"), values)
    return Words(QT_TRANSLATE_NOOP("core", "You chose {day}."), values)


def why_now(clock: ThankYou) -> Words:
    """Why the cards are due then (E19 to E21)."""
    if clock.promptness is not Promptness.ON_TIME:
        return Words(QT_TRANSLATE_NOOP("core", "It is late, and still welcome: a late card beats none."))
    if clock.rule == "E20":
        words = QT_TRANSLATE_NOOP("core", "It ended too late for the day’s post: in the post before {time} on {day}.")
        return Words(words, {"time": clock.due.time(), "day": clock.due.date()})
    return Words(QT_TRANSLATE_NOOP("core", "A card is best posted on the day, before you leave town."))


def listed(names: Sequence[str]) -> str:
    """Names in a row as people say them; after three the rest is counted: "Hong, Tomáš, Ngozi and 2 more"."""
    if len(names) > 4:  # noqa: PLR2004  (a strip holds about four names)
        return f"{', '.join(names[:3])} and {len(names) - 3} more"
    if len(names) > 1:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return "".join(names)


def kit(interviewers: int) -> Words:
    """What is in the kit: an envelope for each interviewer and two to spare (E21)."""
    if interviewers == 0:
        return Words(QT_TRANSLATE_NOOP("core", "2 spare envelopes, one pocket sheet"))
    if interviewers == 1:
        return Words(QT_TRANSLATE_NOOP("core", "1 envelope, 2 spare, one pocket sheet"))
    return Words(QT_TRANSLATE_NOOP("core", "{count} envelopes, 2 spare, one pocket sheet"), {"count": interviewers})


# Asking


def best_is(best: date, today: date) -> Words:
    """Which day is best for asking."""
    words = (
        QT_TRANSLATE_NOOP("core", "Today is best."),
        QT_TRANSLATE_NOOP("core", "Tomorrow is best."),
        QT_TRANSLATE_NOOP("core", "Best on {day}"),
    )
    return near(best, today, words)


def whom_and_how(person: Person | None, rules: Rules) -> Words:
    """LOOK, sentence 7: whom to ask, by which channel (E12, E17), and when a call is welcome (E18)."""
    if person is None:
        return Words(QT_TRANSLATE_NOOP("core", "At the company’s general address."))
    how = etiquette.channel(person)
    if how is Channel.CALL:
        first, last = etiquette.calling_hours(rules)
        words = QT_TRANSLATE_NOOP("core", "{name}, by phone, between {first} and {last}.")
        return Words(words, {"name": person.name, "first": first, "last": last})
    if how is Channel.EMAIL:
        return Words(QT_TRANSLATE_NOOP("core", "{name}, by e-mail."), {"name": person.name})
    return Words(QT_TRANSLATE_NOOP("core", "{name}, by e-mail or by phone."), {"name": person.name})


def by_channel(name: str, channel: Channel) -> Words:
    """Who was asked, and how."""
    words = {
        Channel.CALL: QT_TRANSLATE_NOOP("core", "{name}, by phone"),
        Channel.EMAIL: QT_TRANSLATE_NOOP("core", "{name}, by e-mail"),
        Channel.LETTER: QT_TRANSLATE_NOOP("core", "{name}, by letter"),
        Channel.VISIT: QT_TRANSLATE_NOOP("core", "{name}, in person"),
    }[channel]
    return Words(words, {"name": name})


def touched(case: Case, on: date) -> Words:
    """What a follow-up was: a question, or a kind word after a no."""
    interview = case.interview
    values: dict[str, Value] = {"company": interview.company}
    if interview.outcome is Outcome.REJECTED and interview.outcome_on is not None and on > interview.outcome_on:
        first = min(touch.on for touch in case.touches if touch.on > interview.outcome_on)
        if on == first:
            return Words(QT_TRANSLATE_NOOP("core", "Thanked {company}"), values)
        return Words(QT_TRANSLATE_NOOP("core", "Said hello to {company}"), values)
    return Words(QT_TRANSLATE_NOOP("core", "Asked {company}"), values)


def why_silent(case: Case, days: int) -> Words:
    """LOOK, sentence 43; without a question asked it is the company's own day that passed."""
    values: dict[str, Value] = {"count": capital(number(days)), "company": case.interview.company}
    if not case.touches:
        return Words(QT_TRANSLATE_NOOP("core", "No word from {company}, well after its time."), values)
    if any(touch.answered_on is not None and touch.answered_on >= case.touches[-1].on for touch in case.touches):
        return Words(QT_TRANSLATE_NOOP("core", "{count} quiet days since {company} last answered."), values)
    return Words(QT_TRANSLATE_NOOP("core", "{count} quiet days since you last asked {company}."), values)


# Promises besides the decision


def about_task(task: Task, case: Case, words: str, private: str) -> Words:
    """A wording with the task's {words} in it; for one whose words are private another, with the {name} alone."""
    if task.words:
        return Words(words, {"words": task.words})
    person = case.person(task.person)
    return Words(private, {"name": called(person) if person else case.interview.company})


def task_title(task: Task, case: Case) -> Words:
    """What a task is called in a list or a calendar: by its words, or by whose promise it is."""
    if task.mine:
        return about_task(task, case, "{words}", QT_TRANSLATE_NOOP("core", "Keep your promise to {name}"))
    return about_task(task, case, "{words}", QT_TRANSLATE_NOOP("core", "What {name} promised you"))


def task_detail(task: Task, case: Case) -> Words:
    """To whom or by whom, where its words do not say so, and at which company."""
    person = case.person(task.person)
    named = person is None or called(person) in task.words or not task.words
    return plain(case.interview.company if named or person is None else f"{person.name}, {case.interview.company}")


# Afterwards


def outcome(word: Outcome, company: str) -> Words:
    """How it ended, for the calendar: "No: Kestrel Tools"."""
    words = {
        Outcome.WAITING: QT_TRANSLATE_NOOP("core", "Waiting: {company}"),
        Outcome.OFFER: QT_TRANSLATE_NOOP("core", "Offer: {company}"),
        Outcome.ACCEPTED: QT_TRANSLATE_NOOP("core", "Accepted: {company}"),
        Outcome.DECLINED: QT_TRANSLATE_NOOP("core", "Declined: {company}"),
        Outcome.REJECTED: QT_TRANSLATE_NOOP("core", "No: {company}"),
        Outcome.WITHDRAWN: QT_TRANSLATE_NOOP("core", "Withdrew: {company}"),
        Outcome.NO_ANSWER: QT_TRANSLATE_NOOP("core", "No answer: {company}"),
    }[word]
    return Words(words, {"company": company})


def since_last(company: str, hello: Hello) -> Words:
    """How long after the last touch it is time again."""
    values: dict[str, Value] = {"company": company, "count": (hello.on - hello.last).days}
    if hello.rule == "E39":
        return Words(QT_TRANSLATE_NOOP("core", "A day after their no."))
    if hello.is_first:
        return Words(QT_TRANSLATE_NOOP("core", "{company}, {count} days after their no"), values)
    if hello.rule == "E41":
        return Words(QT_TRANSLATE_NOOP("core", "{company}, {count} days after your last letter"), values)
    if hello.on - hello.last < TWO_MONTHS:
        return Words(QT_TRANSLATE_NOOP("core", "{company}, {count} days after your last word"), values)
    values["count"] = round((hello.on - hello.last).days / 30.4)
    return Words(QT_TRANSLATE_NOOP("core", "{company}, {count} months after your last word"), values)


def why_hello(company: str, hello: Hello) -> Words:
    """Why then (E39, E41, E42)."""
    values: dict[str, Value] = {"company": company, "last": hello.last, "on": hello.on}
    if hello.rule == "E39":
        words = QT_TRANSLATE_NOOP("core", "They said no on {last}. A kind answer a day or two later keeps the door open.")
    elif hello.is_first:
        words = QT_TRANSLATE_NOOP("core", "They said no on {last}. It is late for thanks; a hello from {on} is welcome.")
    elif hello.rule == "E41":
        words = QT_TRANSLATE_NOOP("core", "Your last word to {company} was on {last}. A quiet while, then hello from {on}.")
    else:
        words = QT_TRANSLATE_NOOP("core", "Your last word to {company} was on {last}. Now and then a hello keeps the door open.")
    return Words(words, values)
