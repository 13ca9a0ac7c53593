"""The rules of following up, one small function each; the numbers in the docstrings are those of the etiquette page.

All count in business days (`Workdays`) from pure dates. Nothing here reads a clock: a day or an aware moment is handed
in. Where a rule has a number, the number is a field of `Rules` and may be set by the user.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

from followup_desktop.core.dates import capital, number
from followup_desktop.core.hearing.reckoning import ONE_DAY, months_later
from followup_desktop.core.records import (
    CardState,
    Case,
    Channel,
    Interview,
    Outcome,
    Permission,
    Person,
    Promise,
    Touch,
    Workdays,
)
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The numbers of the rules, each with its default. "bd" is business days."""

    best_after_promise: int = 2
    """E5: the best day comes that many bd after the promised date (1 to 3)."""
    floor_without: int = 5
    """E7: without a promise, not before that many bd after the interview."""
    best_without: int = 7
    """E7: without a promise, the best day in bd after the interview."""
    normal_without: int = 10
    """E7: silence is still normal up to that many bd."""
    double_over_new_year: bool = True
    """E8: without a promise, double the wait that falls into 20 December to 5 January."""
    double_over_summer: bool = True
    """E8: the same for July and August, January and February in the southern hemisphere."""
    between_touches: int = 5
    """E9: at least that many bd between two follow-ups for one application."""
    most_touches: int = 2
    """E10: after that many follow-ups, suggest no more."""
    work_from: time = time(9)
    """E18: start of the working day; no call in its first hour."""
    work_until: time = time(17)
    """E18: end of the working day; no call in its last hour. Also the last collection that a card can catch."""
    on_time_hours: int = 24
    """E19: a card is on time up to that many hours after the interview."""
    late_hours: int = 48
    """E19: late up to that many hours, overdue after; never too late."""
    late_interview: time = time(15)
    """E20: an interview that ends after this is thanked for by `work_from` of the next business day."""
    posting_days: int = 6
    """E23: the longest time that a card spends in the post."""
    decided_before: int = 7
    """E23: days before the promised date at which minds are made up."""
    quiet_after_no: int = 30
    """E41: days of quiet after the thank-you that follows a no."""
    second_check_in: int = 90
    """E41: days from that thank-you to the second check-in."""
    silence: int = 10
    """E44: bd of silence after the last follow-up before "no answer" is proposed."""


DEFAULTS = Rules()
"""The rules as the article has them."""


@dataclass(frozen=True, slots=True)
class Wait:
    """From when the user may ask (`floor`), when asking is `best`, and why; `rule` is the rule's number, such as E4."""

    floor: date
    best: date
    why: Words
    rule: str


def wait(case: Case, workdays: Workdays, rules: Rules = DEFAULTS) -> Wait:
    """From when the user may ask how things stand: by their promise (E4 to E6), else counted from the interview (E7, E8).

    Follow-ups made since are not looked at; `next_ask` does that.
    """
    promise = case.promise
    since = case.interview.last_day
    if promise is not None and promise.latest is not None:
        return _after_date(promise, since, workdays, rules)
    if promise is not None and promise.earliest is not None:
        return _after_opening(promise.earliest, since, workdays, rules)
    return _without_promise(since, workdays, rules)


def _after_date(promise: Promise, since: date, workdays: Workdays, rules: Rules) -> Wait:
    """E4: never before the promised day, the floor is the next bd. E5: the best day. E6: a window's last day counts."""
    latest = promise.latest or since
    counted = max(latest, since)
    floor, best = workdays.after(counted), workdays.after(counted, max(1, rules.best_after_promise))
    words = QT_TRANSLATE_NOOP("core", "They said by {latest}, so not before {floor}; best {best}.")
    rule = "E6" if promise.earliest not in (None, latest) and _names_a_stretch(promise.words) else "E4"
    return Wait(floor, best, Words(words, {"latest": latest, "floor": floor, "best": best}), rule)


_STRETCH = re.compile(r"\b(weeks?|wks?|months?|quarters?|days|fortnight|early|mid|middle|late|end|half|q[1-4]|eow|eom)\b")


def _names_a_stretch(words: str) -> bool:
    """True when the promise was a stretch of time ("within two weeks"), not one day ("by Friday")."""
    return _STRETCH.search(words.lower()) is not None


def _after_opening(earliest: date, since: date, workdays: Workdays, rules: Rules) -> Wait:
    """E4 for "after the 15th": the floor is the next bd after that day, the best day one more."""
    after = max(earliest - ONE_DAY, since)
    floor, best = workdays.after(after), workdays.after(after, max(1, rules.best_after_promise))
    words = QT_TRANSLATE_NOOP("core", "They said after {day}, so not before {floor}; best {best}.")
    return Wait(floor, best, Words(words, {"day": earliest - ONE_DAY, "floor": floor, "best": best}), "E4")


def _without_promise(since: date, workdays: Workdays, rules: Rules) -> Wait:
    """E7: five bd after the interview at the earliest, seven are best. E8: twice that over a holiday season."""
    first, best_count = rules.floor_without, max(rules.floor_without, rules.best_without)
    season = holiday_season(since, workdays.after(since, max(1, first)), workdays.country, rules)
    if season is None:
        floor, best = workdays.after(since, max(1, first)), workdays.after(since, max(1, best_count))
        words = QT_TRANSLATE_NOOP(
            "core", "They gave no date. {count} business days after the interview is {floor}; {best} is best."
        )
        return Wait(floor, best, Words(words, {"count": capital(number(first)), "floor": floor, "best": best}), "E7")
    floor, best = workdays.after(since, max(1, 2 * first)), workdays.after(since, max(1, 2 * best_count))
    words = QT_TRANSLATE_NOOP(
        "core", "They gave no date, and many are away then: twice the wait. Not before {floor}; {best} is best."
    )
    return Wait(floor, best, Words(words, {"floor": floor, "best": best}), "E8")


_SOUTHERN = frozenset(
    ["AR", "AU", "BO", "BR", "BW", "CL", "FJ", "LS", "MG", "MU", "MW", "MZ", "NA", "NZ", "PE", "PY", "SZ", "UY", "ZA", "ZM", "ZW"]
)


class Season(StrEnum):
    """A stretch of the year in which nobody answers (E8)."""

    NEW_YEAR = "new-year"
    SUMMER = "summer"


def holiday_season(since: date, until: date, country: str, rules: Rules = DEFAULTS) -> Season | None:
    """The holiday season that a wait after `since` up to `until` falls into (E8): 20 Dec to 5 Jan, or high summer."""
    summer = (1, 2) if country.upper() in _SOUTHERN else (7, 8)
    day = since + ONE_DAY
    while day <= until:
        if rules.double_over_new_year and ((day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 5)):
            return Season.NEW_YEAR
        if rules.double_over_summer and day.month in summer:
            return Season.SUMMER
        day += ONE_DAY
    return None


def next_ask(case: Case, workdays: Workdays, rules: Rules = DEFAULTS, elsewhere: Sequence[Touch] = ()) -> Wait | None:
    """From when to ask next: as the rules have it (`advised_ask`), on the day that the user chose where one was chosen."""
    own = advised_ask(case, workdays, rules, elsewhere)
    chosen, reason = case.interview.ask_on, case.interview.ask_reason
    if own is None or chosen is None:
        return own
    values: dict[str, Value] = {"floor": own.floor, "best": chosen, "reason": reason}
    if chosen < own.floor:
        why = Words(QT_TRANSLATE_NOOP("core", "You chose {best}, sooner than {floor}: {reason}"), values)
    elif reason:
        why = Words(QT_TRANSLATE_NOOP("core", "You may ask from {floor}, and chose {best}: {reason}"), values)
    else:
        why = Words(QT_TRANSLATE_NOOP("core", "You may ask from {floor}, and chose {best}."), values)
    return Wait(min(own.floor, chosen), chosen, why, OWN_CHOICE)


OWN_CHOICE = "yours"
"""What stands in the place of a rule's number where the user chose the day."""


def advised_ask(case: Case, workdays: Workdays, rules: Rules = DEFAULTS, elsewhere: Sequence[Touch] = ()) -> Wait | None:
    """`wait` with the follow-ups made so far: five bd after the last one (E9).

    None when two were made (E10), or when the user asked for permission and was refused (E2). `elsewhere` are
    follow-ups to the same company for its other interviews: they delay (E9) but are not counted.
    """
    if len(case.touches) >= rules.most_touches or case.interview.permission is Permission.NO:
        return None
    first = wait(case, workdays, rules)
    last = max((touch.on for touch in (*case.touches, *elsewhere)), default=None)
    if last is None or workdays.after(last, max(1, rules.between_touches)) <= first.floor:
        return first
    floor = workdays.after(last, max(1, rules.between_touches))
    best = max(first.best, workdays.after(last, max(1, rules.between_touches + rules.best_without - rules.floor_without)))
    words = QT_TRANSLATE_NOOP("core", "You asked on {last}; {count} business days later is {floor}, and {best} is best.")
    values: dict[str, Value] = {"last": last, "count": number(rules.between_touches), "floor": floor, "best": best}
    return Wait(floor, best, Words(words, values), "E9")


def nagging(case: Case, on: date, workdays: Workdays, rules: Rules = DEFAULTS, elsewhere: Sequence[Touch] = ()) -> Words | None:
    """Why a follow-up on that day would nag (E9 to E11); None when it is fine. It is never forbidden, only explained."""
    interview, company = case.interview, case.interview.company
    if interview.day <= on <= interview.last_day:
        words = QT_TRANSLATE_NOOP("core", "On the day of the interview a question to {company} is pressure; a card is not.")
        return Words(words, {"company": company})
    before = [touch.on for touch in case.touches if touch.on <= on]
    if len(before) >= rules.most_touches and not _after_the_no(interview, on):
        words = QT_TRANSLATE_NOOP("core", "You asked {company} {count} times. Once more needs a reason.")
        if len(before) == 2:  # noqa: PLR2004  (has a word of its own)
            words = QT_TRANSLATE_NOOP("core", "You asked {company} twice. Once more needs a reason.")
        return Words(words, {"company": company, "count": number(len(before))})
    last = max((*before, *(touch.on for touch in elsewhere if touch.on <= on)), default=None)
    if last is None or on >= workdays.after(last, max(1, rules.between_touches)):
        return None
    floor = workdays.after(last, max(1, rules.between_touches))
    more = sum(workdays.is_workday(on + timedelta(days=ahead)) for ahead in range(1, (floor - on).days + 1))
    return _asked_lately(company, (on - last).days, more)


def _after_the_no(interview: Interview, on: date) -> bool:
    """True once the company has said no: keeping in touch is counted by E41 and E42, not by E10."""
    return interview.outcome is Outcome.REJECTED and interview.outcome_on is not None and on > interview.outcome_on


def _asked_lately(company: str, ago: int, more: int) -> Words:
    """E9 in words (LOOK, sentence 25): days ago, and how many bd more are kinder."""
    values: dict[str, Value] = {"company": company, "ago": number(ago), "more": capital(number(more))}
    if ago == 0:
        return Words(QT_TRANSLATE_NOOP("core", "You asked {company} that very day. {more} more days feel kinder."), values)
    if ago == 1 and more == 1:
        return Words(QT_TRANSLATE_NOOP("core", "You asked {company} a day before. One more day feels kinder."), values)
    if ago == 1:
        return Words(QT_TRANSLATE_NOOP("core", "You asked {company} a day before. {more} more days feel kinder."), values)
    if more == 1:
        return Words(QT_TRANSLATE_NOOP("core", "You asked {company} {ago} days ago. One more day feels kinder."), values)
    return Words(QT_TRANSLATE_NOOP("core", "You asked {company} {ago} days ago. {more} more days feel kinder."), values)


def too_soon(case: Case, on: date, workdays: Workdays, rules: Rules = DEFAULTS, elsewhere: Sequence[Touch] = ()) -> Words | None:
    """Why asking on that day is too soon: before the floor (E4, E7), or nagging (E9 to E11); None when it is fine."""
    nag = nagging(case, on, workdays, rules, elsewhere)
    if nag is not None:
        return nag
    first = wait(case, workdays, rules)
    return first.why if on < first.floor else None


class Promptness(StrEnum):
    """How a thank-you card that is still owed stands (E19)."""

    ON_TIME = "on-time"
    LATE = "late"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class ThankYou:
    """The clock of the thank-you cards. Moments are in the zone of `now`, where the user is and posts the card."""

    ended: datetime
    due: datetime
    """In the post by this moment: the aim (E20, E21)."""
    post_by: datetime
    """The next collection that a card can catch: the aim, or the one after it when that has passed."""
    promptness: Promptness
    rule: str
    """E20 where the aim is the next morning, else E21 (posted before leaving town)."""


def thank_you(case: Case, now: datetime, workdays: Workdays | None = None, rules: Rules = DEFAULTS) -> ThankYou | None:
    """`advised_thanks`, to be posted by the end of the day that the user chose, while that has not passed."""
    clock, chosen = advised_thanks(case, now, workdays, rules), case.interview.post_on
    if clock is None or chosen is None or chosen < now.date():
        return clock
    return replace(clock, post_by=datetime.combine(chosen, rules.work_until, now.tzinfo), rule=OWN_CHOICE)


def advised_thanks(case: Case, now: datetime, workdays: Workdays | None = None, rules: Rules = DEFAULTS) -> ThankYou | None:
    """When the cards are due and how late they are (E19, E20); None before the interview's end or when it was cancelled.

    An interview that ends by 15:00 on a business day: in the post that day; else before 09:00 the next business day.
    """
    ended = case.interview.ends().astimezone(now.tzinfo)
    since = now.astimezone(UTC) - ended.astimezone(UTC)
    if case.interview.cancelled or since < timedelta():
        return None
    days = workdays or Workdays()
    if days.is_workday(ended.date()) and ended.time() <= rules.late_interview:
        due, rule = datetime.combine(ended.date(), rules.work_until, now.tzinfo), "E21"
    else:
        due, rule = datetime.combine(days.after(ended.date()), rules.work_from, now.tzinfo), "E20"
    if now <= due or since <= timedelta(hours=rules.on_time_hours):
        promptness = Promptness.ON_TIME
    elif since <= timedelta(hours=rules.late_hours):
        promptness = Promptness.LATE
    else:
        promptness = Promptness.OVERDUE
    return ThankYou(ended, due, due if now <= due else _next_collection(now, days, rules), promptness, rule)


def _next_collection(now: datetime, workdays: Workdays, rules: Rules) -> datetime:
    """By when a card must be in the post to go next: the end of this business day, else the start of the next one."""
    if workdays.is_workday(now.date()) and now.time() <= rules.work_until:
        return datetime.combine(now.date(), rules.work_until, now.tzinfo)
    return datetime.combine(workdays.after(now.date()), rules.work_from, now.tzinfo)


_NO_CARD_AFTER = (Outcome.ACCEPTED, Outcome.REJECTED, Outcome.NO_ANSWER)
"""Outcomes after which no card is owed any more: the thank-you then is another one (E39). E37: the others still are."""


def owed(case: Case, now: datetime) -> tuple[Person, ...]:
    """Who is still owed a card, in the order met: nobody before the interview's end (E19); whoever arranged it if begun (E27)."""
    if case.interview.cancelled or case.interview.outcome in _NO_CARD_AFTER or now < case.interview.ends():
        return ()
    begun = {card.person for card in case.cards}
    guests = [person for person in case.people if person.id in case.interview.people or person.id in begun]
    return tuple(person for person in guests if case.card(person.id).state is not CardState.POSTED)


def also_email(case: Case, posting: date, rules: Rules = DEFAULTS) -> Words | None:
    """E23, the posting race: why a thank-you e-mail goes out today beside the card; None when the card alone is fine."""
    promise = case.promise
    if promise is None or promise.latest is None:
        return None
    arrives = posting + timedelta(days=rules.posting_days)
    if arrives <= promise.latest - timedelta(days=rules.decided_before):
        return None
    return Words(
        QT_TRANSLATE_NOOP("core", "They decide by {latest} and the post may take until {arrives}: send an e-mail today as well."),
        {"latest": promise.latest, "arrives": arrives},
    )


def panel_advice(interviewers: int) -> Words | None:
    """E25: nothing to say up to six interviewers; seven or eight is a question; above that one card may name everyone."""
    if interviewers <= 6:  # noqa: PLR2004  (E25)
        return None
    if interviewers <= 8:  # noqa: PLR2004  (E25)
        return Words(QT_TRANSLATE_NOOP("core", "{count} people met you. A card for each of them?"), {"count": interviewers})
    return Words(
        QT_TRANSLATE_NOOP("core", "{count} people met you. One card to the coordinator can name them all."),
        {"count": interviewers},
    )


def right_person(case: Case) -> tuple[Person | None, Words]:
    """Whom to ask, and why (E12 to E14): one person only. None: nobody is known, so the company's general address.

    The user's own choice, an agency's recruiter, who named the timeline, the hiring manager, a recruiter, another
    interviewer, whoever arranged the day.
    """
    chosen = case.person(case.interview.contact)
    if chosen is not None:
        return chosen, Words(QT_TRANSLATE_NOOP("core", "You chose {name}."), {"name": chosen.name})
    agent = next((person for person in case.people if from_agency(person, case.interview)), None)
    if agent is not None:
        words = QT_TRANSLATE_NOOP("core", "The interview came through {name}, so the question goes there too.")
        return agent, Words(words, {"name": agent.name})
    named = case.person(case.promise.by) if case.promise else None
    if named is not None:
        return named, _named_the_date(named)
    return _by_part(case)


def _by_part(case: Case) -> tuple[Person | None, Words]:
    """E12 where nobody named a date: by the part that people had in the interview."""
    ranked = sorted(case.interviewers, key=_part)
    if ranked and _part(ranked[0]) == 0:
        words = QT_TRANSLATE_NOOP("core", "{name} is the hiring manager and has met you.")
        return ranked[0], Words(words, {"name": ranked[0].name})
    if ranked and ranked[0].title:
        words = QT_TRANSLATE_NOOP("core", "{name}, {title}, has met you.")
        return ranked[0], Words(words, {"name": ranked[0].name, "title": ranked[0].title})
    if ranked:
        return ranked[0], Words(QT_TRANSLATE_NOOP("core", "{name} has met you and will remember you."), {"name": ranked[0].name})
    host = case.person(case.interview.arranged_by)
    if host is not None:
        return host, Words(QT_TRANSLATE_NOOP("core", "{name} arranged the interview."), {"name": host.name})
    return None, Words(
        QT_TRANSLATE_NOOP("core", "Nobody is noted here: ask at the general address of {company}."),
        {"company": case.interview.company},
    )


def _named_the_date(person: Person) -> Words:
    """LOOK, sentence 21, with the pronoun that was recorded and no other."""
    values: dict[str, Value] = {"name": person.name}
    if person.pronoun == "she":
        return Words(QT_TRANSLATE_NOOP("core", "{name} named the date, so she is the one to ask."), values)
    if person.pronoun == "he":
        return Words(QT_TRANSLATE_NOOP("core", "{name} named the date, so he is the one to ask."), values)
    if person.pronoun == "they":
        return Words(QT_TRANSLATE_NOOP("core", "{name} named the date, so they are the one to ask."), values)
    return Words(QT_TRANSLATE_NOOP("core", "{name} named the date and is the one to ask."), values)


_RECRUITS = ("recruit", "talent", "sourc", "headhunt")
_STAFF = ("hr ", "hr,", "human resources", "people ops", "people partner", "personnel")
_LEADS = (
    "head of",
    "director",
    "vp",
    "vice president",
    "chief",
    "cto",
    "ceo",
    "cfo",
    "coo",
    "lead",
    "founder",
    "principal",
    "matron",
)
_NO_LEADS = ("product manager", "project manager", "program manager", "programme manager", "account manager", "office manager")


def _part(person: Person) -> int:
    """A person's place in E12."""
    return _part_of(person.title)


@lru_cache(maxsize=1024)
def _part_of(title: str) -> int:
    """The place of a title in E12: 0 hiring manager, 1 a leader by title, 2 recruiter, 3 another interviewer, 4 HR."""
    title = f"{title.lower()} "
    if "hiring manager" in title:
        return 0
    if any(part in title for part in _RECRUITS):
        return 2
    if any(part in title for part in _STAFF):
        return 4
    if any(part in title for part in _LEADS) or ("manager" in title and not any(part in title for part in _NO_LEADS)):
        return 1
    return 3


def from_agency(person: Person, interview: Interview) -> bool:
    """E13: a recruiter of another company than the one that interviews."""
    return _recruits(person.title) and bool(person.company) and person.company.casefold() != interview.company.casefold()


@lru_cache(maxsize=1024)
def _recruits(title: str) -> bool:
    return any(part in title.lower() for part in (*_RECRUITS, "agency", "consultant"))


def channel(person: Person) -> Channel | None:
    """E17: by e-mail or by phone, whichever is known (e-mail first); never a text message. None: neither is known."""
    if person.email:
        return Channel.EMAIL
    return Channel.CALL if person.phone else None


def calling_hours(rules: Rules = DEFAULTS) -> tuple[time, time]:
    """E18: from when until when a call is welcome: not in the first or last hour of the working day."""
    return time(min(23, rules.work_from.hour + 1), rules.work_from.minute), time(
        max(0, rules.work_until.hour - 1), rules.work_until.minute
    )


class Tier(StrEnum):
    """How often to say hello (E42)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


def next_hello(last: date, tier: Tier = Tier.C) -> date:
    """E42: when to say hello again, counted from the last touch of any kind: 3 weeks, 2 months, 6 months, 1 year."""
    if tier is Tier.A:
        return last + timedelta(weeks=3)
    return months_later(last, {Tier.B: 2, Tier.C: 6, Tier.D: 12}[tier])


def met(case: Case, now: datetime) -> bool:
    """True when the interview took place: only then is a rejection answered (E40)."""
    return not case.interview.cancelled and case.interview.ends() <= now


@dataclass(frozen=True, slots=True)
class Hello:
    """When to write after a no: `on` that day or later, and by which rule (E39, E41 or E42)."""

    on: date
    rule: str
    last: date
    """The last touch, or the day of the no."""
    is_first: bool = False
    """True where nothing was written since the no: `last` is its day."""


def lapsed(hello: Hello, today: date, rules: Rules = DEFAULTS) -> Hello:
    """`hello` as it stands on `today`: thanks that were not sent within the quiet month give way to a hello (E39, E41)."""
    first = hello.on + timedelta(days=rules.quiet_after_no)
    if hello.rule != "E39" or today < first:
        return hello
    return Hello(first, "E41", hello.last, is_first=True)


def after_no(case: Case, rules: Rules = DEFAULTS, elsewhere: Sequence[Touch] = ()) -> Hello | None:
    """What follows a no: thanks the day after (E39), 30 days of quiet, a check-in, another at 90 days (E41), then E42.

    Only what was written after the day of the no counts: on that day it was the question that brought it. What several
    people are written to within one quiet month is one occasion (`occasions`): all of them may be thanked. `elsewhere`
    are touches with the same people that are not of this interview; they put a hello off, and are no thanks.
    After "no answer", or a no of an unknown day, the people stay in tier C (E44). None after any other outcome.
    """
    said, outcome = case.interview.outcome_on, case.interview.outcome
    if outcome is Outcome.NO_ANSWER or (outcome is Outcome.REJECTED and said is None):
        last = max((said or case.interview.last_day, *(touch.on for touch in (*case.touches, *elsewhere))))
        return Hello(next_hello(last), "E42", last)
    if outcome is not Outcome.REJECTED or said is None:
        return None
    since = occasions((touch for touch in case.touches if touch.on > said), rules)
    if not since:
        return Hello(said + ONE_DAY, "E39", said)
    last = max((since[-1][-1].on, *(touch.on for touch in elsewhere if touch.on > said)))
    quiet = last + timedelta(days=rules.quiet_after_no)
    if len(since) == 1:
        return Hello(quiet, "E41", last)
    if len(since) == 2:  # noqa: PLR2004  (E41: the first check-in was made, the second is at 90 days)
        return Hello(max(since[0][-1].on + timedelta(days=rules.second_check_in), quiet), "E41", last)
    return Hello(next_hello(last), "E42", last)


def occasions(touches: Iterable[Touch], rules: Rules = DEFAULTS) -> list[tuple[Touch, ...]]:
    """Touches with one employer's people, put together where they are one occasion, oldest first (E14, E39, E41).

    Thanks to two interviewers are one thank-you, hellos to two of them one check-in: within the quiet month after the
    first, whoever was not written to yet belongs to it. A second word to the same person is the next occasion.
    """
    found: list[tuple[Touch, ...]] = []
    for touch in sorted(touches, key=lambda each: each.on):
        this = found[-1] if found else ()
        is_new = not this or touch.person in {each.person for each in this if each.on != touch.on}
        if is_new or touch.on >= this[0].on + timedelta(days=rules.quiet_after_no):
            found.append((touch,))
        else:
            found[-1] = (*this, touch)
    return found


def silent_since(case: Case, workdays: Workdays, rules: Rules = DEFAULTS) -> date | None:
    """E44: the day from which "no answer" is proposed, 10 bd after the last follow-up, its answer and the promise.

    None while the user may still ask: before two follow-ups, unless asking was refused (E2).
    """
    refused = case.interview.permission is Permission.NO
    if case.interview.outcome is not Outcome.WAITING or (len(case.touches) < rules.most_touches and not refused):
        return None
    words = [day for touch in case.touches for day in (touch.on, touch.answered_on) if day is not None]
    last = max(words, default=wait(case, workdays, rules).best)
    promised = case.promise.latest if case.promise and case.promise.latest else last
    return workdays.after(max(last, promised), max(1, rules.silence))
