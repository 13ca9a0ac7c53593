"""Days by name: "next Friday", "Wednesday of next week", "tomorrow", "by the end of the day on Thursday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from followup_desktop.core.hearing.dated import date_at
from followup_desktop.core.hearing.feasts import feast_at
from followup_desktop.core.hearing.numerals import UNSURE_WEEKDAYS, number_at, weekday_at
from followup_desktop.core.hearing.page import Cue, Found, Page, Span, Unit, phrases
from followup_desktop.core.hearing.reckoning import ONE_DAY, coming, monday, next_monday
from followup_desktop.core.hearing.subject import begins
from followup_desktop.core.hearing.tokens import word_set
from followup_desktop.core.hearing.vocabulary import DECIDING, STOPS

PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "lunchtime", "noon", "midday", "eod", "cob", "am", "pm"})
"""Said after a day without changing it."""

_EVENTS = word_set(
    """
    lunch lunches drinks standup stand meeting meetings demo demos shift shifts club circle beers afternoons mornings evenings
    nights release releases deploys yoga breakfast all retro quiz pizza
    """
)
"""What happens on a weekday again and again: "Friday drinks"."""
_TODAY = ("today", "tonight", "tonite")
_TOMORROW = ("tomorrow", "tmrw", "tomorow", "tommorow", "tommorrow")
_DAY_ENDS = (
    ("end", "of", "the", "business", "day"),
    ("end", "of", "the", "working", "day"),
    ("end", "of", "the", "day"),
    ("end", "of", "business", "day"),
    ("end", "of", "business"),
    ("end", "of", "working", "day"),
    ("end", "of", "day"),
    ("end", "of", "play"),
    ("close", "of", "business"),
    ("close", "of", "play"),
    ("close", "of", "day"),
    ("day's", "end"),
    ("close",),
    ("eod",),
    ("cob",),
    ("eob",),
    ("cop",),
)
_BEFORE_THEN = word_set("and so but since than until till or from now even back only")
"""Before a "then" that is no day, or not only that day."""
_DAY_END_NAMES = phrases(_DAY_ENDS)


def day_at(page: Page, at: int) -> Found | None:
    """A day by name, perhaps with a time or "end of day" before it."""
    return _relative(page, at) or _end_of_day(page, at) or _weekday(page, at) or _after_time(page, at)


def _plain_day(page: Page, at: int) -> Found | None:
    return _relative(page, at) or _weekday(page, at)


def _relative(page: Page, at: int) -> Found | None:
    """As in "today", "tomorrow morning", "the day after tomorrow", "this afternoon", "the next day"."""
    after = page.skip(at, "later")
    if page.word(after) == "this" and page.word(after + 1) in ("morning", "afternoon", "evening"):
        return _one_day(page, at, after + 2, page.heard)
    if page.word(after) in _TODAY or page.word(at) in _TOMORROW:
        day = page.heard if page.word(after) in _TODAY else page.heard + ONE_DAY
        if page.word(after + 1) == "week":
            return _one_day(page, at, after + 2, day + timedelta(weeks=1))
        return _one_day(page, at, after + 1, day)
    return _day_after(page, at)


def _day_after(page: Page, start: int) -> Found | None:
    """As in "the day after tomorrow", "the next working day", "the following day", "this time next week"."""
    at = page.skip(start, "the")
    if page.are(at, "day", "after", "tomorrow"):
        return _one_day(page, start, at + 3, page.heard + 2 * ONE_DAY)
    if page.word(at) in ("this", "same") and page.word(at + 1) in ("time", "day") and page.are(at + 2, "next", "week"):
        return _one_day(page, start, at + 4, page.heard + timedelta(weeks=1))
    if page.word(at) in ("morning", "afternoon") and page.word(at + 1) == "after" and page.named_before is None:
        return None
    if page.word(at) in ("day", "morning", "afternoon") and page.word(at + 1) in ("after", "before", "following"):
        return _day_beside(page, start, at + 2)
    return _next_day(page, start, at) if page.word(at) in ("next", "following") else _that_day(page, start)


def _that_day(page: Page, at: int) -> Found | None:
    """As in "by then", "we'll be in touch after that": the day that was named before."""
    then = page.word(at) == "then" and page.word(at - 1) in ("by", "before")
    then = then or (
        page.word(at) == "then" and page.word(at - 1).isalpha() and page.word(at - 1) not in _BEFORE_THEN and _ends(page, at + 1)
    )
    if page.word(at) == "that" and page.previous is not None and page.named_before is not None:
        part = page.skip(at + 1, "same", "very")
        if page.word(part) in ("afternoon", "evening", "morning", "night"):
            return _one_day(page, at, part + 1, page.named_before)
    that = page.word(at) == "that" and page.word(at - 1) in ("after", "before") and page.word(at + 1) in ("", ".", ";", "!")
    if page.previous is None or not (then or that):
        return None
    return replace(page.previous, start=at, end=at + 1, cue=Cue.NONE)


def _next_day(page: Page, start: int, at: int) -> Found | None:
    """As in "the next business day", "the following day"."""
    if page.word(at + 1) in ("working", "business") and page.word(at + 2) == "day":
        return _one_day(page, start, at + 3, page.workdays.after(page.heard))
    if page.word(at + 1) in ("day", "morning", "afternoon", "evening") and page.word(at + 2) not in ("or", "to"):
        return _one_day(page, start, at + 2, (page.named_before or page.heard) + ONE_DAY)
    return None


def _day_beside(page: Page, start: int, after: int) -> Found | None:
    """As in "the day after Thanksgiving", "the day before Christmas Eve"."""
    named = feast_at(page, after) or date_at(page, after)
    that = page.skip(after, "that")
    if (
        named is None
        and page.named_before is not None
        and (that > after or _ends(page, after))
        and page.word(after - 1) == "after"
    ):
        return _one_day(page, start, that, page.named_before + ONE_DAY)
    if named is None or named.span is None:
        return Found(start, named.end, None) if named else None
    earlier = page.word(after - 1) == "before"
    day = (named.span.first or named.span.last) - ONE_DAY if earlier else named.span.last + ONE_DAY
    return Found(start, named.end, Span(day, day) if day >= page.heard else None)


def _one_day(page: Page, start: int, end: int, day: date) -> Found:
    return Found(start, _skip_time(page, page.skip_all(end, PARTS_OF_DAY)), Span(day, day))


def _skip_time(page: Page, at: int) -> int:
    """Where one goes on after a time of day: "Friday by noon", "tomorrow 5pm", "Monday at 10:00"."""
    after = page.skip(at, "at", "by", "before", "around", ",")
    if ":" in page.word(after) and len(page.word(after)) > 1:
        return page.skip_all(after + 1, ("am", "pm"))
    if page.word(after) in ("noon", "midday", "lunchtime", "lunch", "eod", "cob"):
        return after + 1
    marked = page.skip_all(after + 1, ("am", "pm", "o'clock"))
    return marked if page.word(after).isdecimal() and marked > after + 1 else at


def _end_of_day(page: Page, at: int) -> Found | None:
    """As in "end of day Friday", "COB tomorrow"; alone it is today."""
    start = at
    at = page.skip(at, "the")
    words = page.longest(at, _DAY_END_NAMES)
    if words is None:
        return None
    after = at + len(words)
    after_on = page.skip(page.skip(after, ",", "of"), "on")
    named = _plain_day(page, after_on) or date_at(page, after_on)
    if named:
        return Found(start, named.end, named.span, weekday=named.weekday)
    return None if words == ("close",) else Found(start, after, Span(page.heard, page.heard))


def _after_time(page: Page, at: int) -> Found | None:
    """As in "noon on Thursday", "5 pm tomorrow", "17:00 on Friday", "half past five on Monday": the day."""
    after = at + 1
    if page.word(at) in ("half", "quarter") and page.word(after) in ("past", "to"):
        hour = number_at(page, after + 1)
        after = hour[1] if hour else after
    elif page.word(at) not in ("noon", "midday", "lunchtime", "lunch", "midnight", "evening"):
        number = number_at(page, at) if page.word(at).isdecimal() else None
        if number is None and ":" not in page.word(at):
            return None
        marked = page.skip_all(after, ("am", "pm", "o'clock", "a.m", "p.m", "sharp"))
        if marked == after and page.word(after) != "on" and ":" not in page.word(at):
            return None
        after = marked
    named = _plain_day(page, page.skip(page.skip(after, ","), "on"))
    return Found(at, named.end, named.span, Cue.NONE, named.weekday) if named else None


def _weekday(page: Page, at: int) -> Found | None:
    """A weekday with what stands before and after it: "this coming Friday", "next Tuesday", "Monday week"."""
    start = at
    at = (
        page.skip(at, "the")
        if page.word(at + 1) in ("next", "following", "coming", "upcoming") or _is_beside(page, at + 1)
        else at
    )
    which = page.word(at) if page.word(at) in ("this", "that", "next", "coming", "upcoming", "following") else ""
    if which:
        at = page.skip(at + 1, "coming", "upcoming")
    found = weekday_at(page, at)
    if found is None:
        return None
    weekday, after = found
    if weekday == 0 and page.word(after) in ("-", "to", "through", "thru") and page.word(after + 1) in ("friday", "fri"):
        return Found(start, after + 2, None)
    if _is_first_name(page, at, after) or page.word(start - 1) in ("your", "my", "his", "her"):
        return Found(start, after + 1, None)
    if page.word(after) in _EVENTS:
        return Found(start, after + 1, None)
    if _is_any_such_day(page, start):
        return Found(start, after, None)
    unsure = page.word(at) in UNSURE_WEEKDAYS and not which and (begins(page, at) or page.tokens[at].raw == page.word(at))
    cue = Cue.PREPOSITION if unsure else Cue.NONE
    after = _skip_time(page, page.skip_all(after, PARTS_OF_DAY))
    return _with_week(page, start, after, weekday) or Found(
        start, after, Span(*2 * (_which_day(page, which, weekday),)), cue, weekday=not which
    )


def _is_any_such_day(page: Page, at: int) -> bool:
    """True for "a Friday", "on a busy Friday", which is no certain one; not for "a decision Friday"."""
    if page.word(at - 1) in ("a", "an"):
        return True
    described = page.word(at - 2) in ("a", "an") and page.word(at - 1) not in DECIDING
    return described and page.word(at - 3) in ("it's", "what", "on", "such", "quite")


def _is_first_name(page: Page, at: int, after: int) -> bool:
    """True for "our CEO, Tuesday Jones, ...": a name set apart by commas."""
    surname = page.tokens[after].raw if after < len(page.tokens) else ""
    return page.word(at - 1) == "," and surname[:1].isupper() and surname[1:].islower() and page.word(after + 1) == ","


def _is_beside(page: Page, at: int) -> bool:
    """True for a weekday that is told from a feast or a date: "Tuesday after Thanksgiving"."""
    return weekday_at(page, at) is not None and page.word(at + 1) in ("after", "before", "following")


def _which_day(page: Page, which: str, weekday: int) -> date:
    """The day that "this", "next" or nothing before a weekday means."""
    if which == "next":
        return next_monday(page.heard) + timedelta(days=weekday)
    if which in ("following", "that"):
        if page.named_before is not None:
            return coming(page.named_before + ONE_DAY, weekday)
        return next_monday(page.heard) + timedelta(days=weekday)
    return coming(_since(page) if which == "" else page.heard, weekday)


def _since(page: Page) -> date:
    """The day from which a bare weekday is looked for: "we meet on Monday and call you on Tuesday" goes forward."""
    before = page.previous
    if before is None or before.span is None or not before.weekday:
        return page.heard
    if before.span.last == page.heard and page.word(before.start - 1) != "by":
        return page.heard if _is_the_day_of_talking(page, before) else page.heard + timedelta(weeks=1)
    return before.span.last


def _is_the_day_of_talking(page: Page, found: Found) -> bool:
    """True for a weekday that names the day on which the words are said: "today is Friday", "a wild Monday!"."""
    if page.word(found.start - 1) == "today's" or page.are(found.start - 2, "today", "is"):
        return True
    end = next((word for word in page.texts[found.end : found.end + 8] if word in STOPS), "")
    return end == "!"


def _with_week(page: Page, start: int, after: int, weekday: int) -> Found | None:
    """A weekday with its week after it: "Monday week", "Friday of next week", "Tuesday the week after next"."""
    bare = coming(page.heard + ONE_DAY, weekday)
    if page.word(after) in ("week", "fortnight") and page.word(after + 1) not in ("of", "commencing"):
        later = timedelta(weeks=1 if page.word(after) == "week" else 2)
        return Found(start, after + 1, Span(bare + later, bare + later))
    if page.word(after) in ("after", "before", "following") and not page.are(after, "after", "next"):
        return _beside(page, start, after, weekday)
    if page.are(after, "after", "next"):
        day = next_monday(page.heard) + timedelta(days=7 + weekday)
        return Found(start, after + 2, Span(day, day))
    at = page.skip(page.skip(after, ","), "of", "in")
    week = week_at(page, at)
    if week is None:
        return None
    day = week[0] + timedelta(days=weekday)
    return Found(start, week[1], Span(day, day) if day >= page.heard else None, in_week=True)


def _beside(page: Page, start: int, after: int, weekday: int) -> Found | None:
    """As in "The Tuesday after Thanksgiving", "the Friday before Christmas"."""
    named = feast_at(page, after + 1) or date_at(page, after + 1)
    that = page.skip(after + 1, "that")
    if named is None and page.word(after) in ("after", "following") and (that > after + 1 or _ends(page, that)):
        if page.named_before is None:
            return Found(start, that, None) if that > after + 1 else None
        day = coming(page.named_before + ONE_DAY, weekday)
        return Found(start, that, Span(day, day))
    if named is None:
        return None
    if named.span is None:
        return Found(start, named.end, None)
    day = coming(named.span.last + ONE_DAY, weekday)
    if page.word(after) == "before":
        day = coming((named.span.first or named.span.last) - timedelta(weeks=1), weekday)
    return Found(start, named.end, Span(day, day) if day >= page.heard else None)


def is_length(page: Page, at: int) -> bool:
    """True for "in the next week", which is a length of time and not a week of the calendar."""
    return (
        page.word(at) in ("next", "coming")
        and page.word(at - 1) == "the"
        and page.word(at - 2) in ("in", "over", "within", "during", "inside")
    )


def _ends(page: Page, at: int) -> bool:
    """True where a statement ends: "the Monday after"."""
    return page.word(at) in ("", ".", ",", ";", "!", ")", "?", "-", "at", "if", "and", "or", "but")


def _one_after(page: Page, at: int) -> tuple[date, int] | None:
    """The Monday and the end of "the one after (that)", said of a week that was named before."""
    before = page.previous
    if before is None or before.span is None or before.span.unit is not Unit.WEEK or not page.are(at, "one", "after"):
        return None
    end = page.skip(at + 2, "that", "next")
    return (next_monday(before.span.last), end) if _ends(page, end) else None


def week_at(page: Page, at: int) -> tuple[date, int] | None:
    """The Monday of a week that words name, and where they end: "next week", "the week after next", "the following week"."""
    at = page.skip(at, "the")
    if is_length(page, at):
        return None
    later = (
        (next_monday(page.heard) + timedelta(weeks=1), at + 3) if page.are(at, "week", "after", "next") else _one_after(page, at)
    )
    if later is not None:
        return later
    if page.word(at) in ("next", "following", "coming") and page.word(at + 1) == "week":
        since = page.named_before if page.word(at) == "following" else None
        return next_monday(since or page.heard), at + 2
    if page.word(at) in ("this", "next") and page.word(at + 1) == "week's" and not page.are(at + 2, "end"):
        return monday(page.heard) if page.word(at) == "this" else next_monday(page.heard), at + 2
    if page.word(at) in ("this", "current", "that") and page.word(at + 1) == "week":
        return monday(page.named_before or page.heard if page.word(at) == "that" else page.heard), at + 2
    return None
