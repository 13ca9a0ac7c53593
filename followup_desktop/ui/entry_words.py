"""How an entry of the calendar is marked and what it is called: shortly in a cell, wholly in a row, aloud in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from followup_desktop.core.agenda import Does, Entry, Kind, is_hello
from followup_desktop.core.records import CardState, Channel
from followup_desktop.ui.days import Item
from followup_desktop.ui.language import moment_words, said, span_words, time_words
from followup_desktop.ui.privacy import shown

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Mark:
    """What an entry looks like. Colours are tokens of `look`; an empty one is not painted."""

    icon: str = ""
    words: str = "text2"
    weight: int = 400
    fill: str = ""
    line: str = ""
    dashed: bool = False
    bar: str = ""
    """The 3 px bar of an interview, at its leading side."""


_INTERVIEW = Mark(words="text", weight=500, fill="ink_wash", bar="ink")
_PAST_INTERVIEW = Mark(bar="line_strong")
_MARKS = {
    Kind.CARD: Mark("card", words="stamp", weight=500, fill="stamp_wash"),
    Kind.POSTED: Mark("posted"),
    Kind.FLOOR: Mark("ask", words="ink", fill="sheet", line="ink_line", dashed=True),
    Kind.BEST: Mark("best-day", words="ink", weight=500, fill="sheet", line="ink"),
    Kind.KIT: Mark("kit"),
    Kind.OUTCOME: Mark("info"),
    Kind.TOUCH: Mark("envelope"),
}
_MY_PROMISE = Mark("note", words="stamp", weight=500, fill="stamp_wash")
_THEIR_PROMISE = Mark("quote")
_KEPT = Mark("check")
_HELLO = Mark("sprout")


def mark(item: Item, today: date) -> Mark:
    """How that entry is painted in a cell."""
    entry = item.entry
    if entry.kind is Kind.INTERVIEW:
        return _PAST_INTERVIEW if entry.day < today else _INTERVIEW
    if entry.kind is Kind.TOUCH and _channel(item) is Channel.CALL:
        return Mark("phone")
    if entry.kind is Kind.TASK:
        return _promise_mark(item)
    return _MARKS.get(entry.kind, _HELLO)


def _promise_mark(item: Item) -> Mark:
    """The user's own promise is owed like a card; what they promised is only remembered."""
    if item.entry.done:
        return _KEPT
    return _MY_PROMISE if is_mine(item) else _THEIR_PROMISE


def is_mine(item: Item) -> bool:
    """True for a promise of the user's."""
    return any(task.mine for task in item.case.tasks if task.id == item.entry.task)


def row_icon(item: Item) -> tuple[str, str]:
    """The icon of that entry in a row of an agenda, and its colour's token."""
    entry = item.entry
    if entry.kind is Kind.INTERVIEW:
        return "interview", "ink"
    if entry.kind is Kind.TOUCH and _channel(item) is Channel.CALL:
        return "phone", "text2"
    drawn = _promise_mark(item) if entry.kind is Kind.TASK else _MARKS.get(entry.kind, _HELLO)
    return drawn.icon, drawn.words


def brief(item: Item, today: date) -> tuple[str, str]:
    """What the entry is called in a cell, and what where the cell is narrow."""
    entry, company = item.entry, shown(item.case.interview.company)
    whole = shown(said(entry.short, today))
    if entry.kind is Kind.CARD:
        count = owed(item)
        return whole, translate("EntryWords", "1 card") if count == 1 else translate("EntryWords", "{0} cards").format(count)
    if entry.kind is Kind.KIT:
        return whole, translate("EntryWords", "Your kit")
    if entry.kind in (Kind.INTERVIEW, Kind.FLOOR, Kind.BEST):
        return whole, company
    return whole, whole


def brief_in_lane(item: Item, today: date) -> str:
    """What the entry is called in a week, where the hours stand at the side: without its time."""
    entry = item.entry
    if entry.kind is Kind.INTERVIEW:
        return shown(item.case.interview.company)
    if entry.kind is Kind.CARD:
        count = owed(item)
        return translate("EntryWords", "Post 1 card") if count == 1 else translate("EntryWords", "Post {0} cards").format(count)
    return brief(item, today)[0]


def movable(item: Item) -> bool:
    """True for what may be dragged to another day: an interview, a day to ask, cards that are owed, one's own promise."""
    entry = item.entry
    if entry.kind is Kind.TASK:
        return not entry.done and is_mine(item)
    return entry.kind is Kind.INTERVIEW or (entry.kind in (Kind.FLOOR, Kind.BEST, Kind.CARD) and not entry.done)


def people_words(item: Item) -> str:
    """How many people interview: "3 people"; nothing where nobody is known."""
    count = len(item.case.interviewers)
    if count < 2:  # noqa: PLR2004  (one is told by name)
        return shown(item.case.interviewers[0].name) if count else ""
    return translate("EntryWords", "{0} people").format(count)


def there_words(item: Item) -> str:
    """When an interview begins where it takes place, if the clock shows another time there: "10:00 in New York"."""
    interview, entry = item.case.interview, item.entry
    if entry.kind is not Kind.INTERVIEW or not isinstance(interview.start, datetime) or entry.time is None:
        return ""
    if (interview.start.date(), interview.start.time()) == (entry.day, entry.time):
        return ""
    place = interview.zone.rpartition("/")[2].replace("_", " ")
    when = time_words(interview.start.time())
    if interview.day != entry.day:
        when = moment_words(interview.start)
    return translate("EntryWords", "{0} in {1}").format(when, place)


def owed(item: Item) -> int:
    """How many cards of that interview are not posted yet."""
    return sum(item.case.card(person.id).state is not CardState.POSTED for person in item.case.interviewers)


def _channel(item: Item) -> Channel | None:
    made = [touch for touch in item.case.touches if touch.on == item.entry.day and item.entry.person in (None, touch.person)]
    return made[0].kind if made else None


def hours(item: Item, today: date, *, short: bool = False) -> str:
    """The time column of a row: "10:00–11:30" (short: "10:00"), "by 17:00", "from today", or nothing."""
    entry = item.entry
    if entry.kind is Kind.FLOOR and entry.day == today:
        return translate("EntryWords", "from today")
    if entry.time is None:
        return ""
    if entry.kind is Kind.CARD:
        return translate("EntryWords", "by {0}").format(time_words(entry.time))
    if entry.until is not None and not short:
        return span_words(entry.time, entry.until)
    return time_words(entry.time)


def act(item: Item, today: date) -> tuple[str, Does] | None:
    """The small button of a row and what it does; None where there is nothing to press yet."""
    entry, away = item.entry, (item.entry.day - today).days
    if entry.kind is Kind.INTERVIEW:
        return translate("EntryWords", "Open"), Does.OPEN
    if entry.done:
        return None
    if entry.kind in (Kind.CARD, Kind.KIT, Kind.TASK):
        return _promise_act(item, away) if entry.kind is Kind.TASK else _paper_act(item)
    if entry.kind in (Kind.FLOOR, Kind.BEST) and away <= 0:
        return translate("EntryWords", "Ask"), Does.ASK
    if entry.kind is Kind.BEST and away == 1:
        return translate("EntryWords", "Plan"), Does.OPEN
    return _open(entry) if away <= 0 else None


def _open(entry: Entry) -> tuple[str, Does]:
    """A hello opens the page of the person, all else the interview."""
    if is_hello(entry) and entry.person is not None:
        return translate("EntryWords", "Say hello"), Does.GREET
    return translate("EntryWords", "Open"), Does.OPEN


def _promise_act(item: Item, away: int) -> tuple[str, Does] | None:
    """The user's own may be kept early; theirs is ticked off once its day is there."""
    return (translate("EntryWords", "Done"), Does.TASK) if is_mine(item) or away <= 0 else None


def _paper_act(item: Item) -> tuple[str, Does]:
    if item.entry.kind is Kind.KIT:
        return translate("EntryWords", "Kit"), Does.KIT
    states = {item.case.card(person.id).state for person in item.case.interviewers} - {CardState.POSTED}
    if states == {CardState.PRINTED}:
        return translate("EntryWords", "Post"), Does.POST
    return translate("EntryWords", "Write"), Does.WRITE


def row_words(item: Item, today: date) -> tuple[str, str, str]:
    """The words of a row: in bold, in the words' own colour after them, and the second words."""
    entry, interview = item.entry, item.case.interview
    detail = shown(said(entry.detail, today))
    if entry.kind is Kind.INTERVIEW:
        there = there_words(item)
        if there and entry.time is not None:
            both = translate("EntryWords", "{0}, {1} here").format(there, time_words(entry.time))
            detail = f"{both} · {detail}" if detail else both
        rest = f", {interview.role}" if interview.role else ""
        return shown(interview.company), rest, detail
    title = shown(said(entry.title, today))
    heavy = entry.kind in (Kind.CARD, Kind.BEST) or entry.day == today
    return (title, "", detail) if heavy and not entry.done else ("", title, detail)


def sentence(item: Item, today: date) -> str:
    """The entry in whole words, for tooltips and for being read aloud."""
    bold, plain, detail = row_words(item, today)
    if item.entry.kind is Kind.INTERVIEW:
        time = hours(item, today)
        words = translate("EntryWords", "Interview: {0}").format(bold + plain)
        words = f"{time} {words}" if time else words
    else:
        words = bold + plain
        if item.entry.kind is Kind.TASK and is_mine(item):
            words = translate("EntryWords", "Your promise: {0}").format(words)
        if item.entry.kind is Kind.CARD and item.entry.time is not None:
            words = translate("EntryWords", "{0} by {1}").format(words, time_words(item.entry.time))
    return words if not detail else f"{words}. {detail}"
