"""Which of the dates in somebody's words is the promise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from followup_desktop.core.hearing.clause import (
    About,
    Clause,
    Evidence,
    about,
    before_governor,
    clauses,
    evidence,
    goes_on_about,
    governor,
    has_its_own_thing,
    is_an_adjunct,
    negated,
)
from followup_desktop.core.hearing.feasts import NOT_THE_DAY, is_feast
from followup_desktop.core.hearing.grammar import expressions
from followup_desktop.core.hearing.meant import FILLERS, Meant, Saying, Window, counts, meant_at, window
from followup_desktop.core.hearing.page import Found, Page, Span, Unit
from followup_desktop.core.hearing.reckoning import ONE_DAY, coming, monday
from followup_desktop.core.hearing.tokens import word_set
from followup_desktop.core.hearing.vocabulary import DECIDING, MAYBE, OR, STOPS, SUBJECTS

_EXTREMES = {"earliest": Meant.FROM, "soonest": Meant.FROM, "latest": Meant.BY, "deadline": Meant.BY}
_EVENT_MEANT = {"before": Meant.BEFORE, "after": Meant.AFTER, "by": Meant.BY, "until": Meant.UNTIL}
_RELATING = frozenset({"is", "starts", "begins", "falls", "will"})
_BETWEEN = (
    OR
    | MAYBE
    | FILLERS
    | word_set(", by on in of best case early sooner else but not no at earliest latest soonest outside later than it it's")
)
"""Words that may stand between two dates of one window."""
_ASKS = word_set("how how's when when's what what's where where's")
"""How a question begins that may ask for a time."""
_FRONTED = word_set("with given because due since as owing despite")
"""How a reason begins that stands before what is said: "with the holiday on Thursday, don't expect anything"."""
_RESUMING = word_set("goes go comes come is are will would should could may might gets lands falls")
"""Verbs that go on after what was put in between commas."""
_TIMETABLE = 3
"""Days in a row, with no "or" between them, that make no date."""
_OF_THE_USER = word_set("you your you're anything what how what's when's")
"""Words of a question that asks the user for something."""
_EQUAL = (("is",), ("is", "on"), ("falls", "on"), ("on",), ("'", "s"), ("being",))
"""What stands between a feast and its day."""
_MOVED = word_set("slipped pushed moved postponed delayed shifted bumped rescheduled slid brought")
"""Said of a date that another one takes the place of: "moved from Friday to Tuesday"."""
_REPLACED = 5
"""How far before the new date that may stand."""
_PARENTHESIS = 4
"""Tokens of what is put in between commas."""
_SLIPS = word_set("no sorry rather actually wait oops correction")
_BESIDE_SLIPS = word_set(", . - i mean make that it it's the on by at")
"""Words of a slip of the tongue, and what may stand beside them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A window with what speaks for it."""

    window: Window
    about: About
    denied: bool
    start: int
    end: int
    saying: Saying
    of_event: bool = False
    """The day is that of an event before or after which it is to be: "well before the launch on the 15th"."""


def candidates(page: Page) -> list[Candidate]:
    """The windows in the words from left to right."""
    found = expressions(page)
    starts = {each.start for each in found}
    sayings: list[Saying] = []
    for each in _once_only(page, found):
        saying = meant_at(page, each, starts, sayings[-1].last if sayings else 0)
        sayings += [saying] if saying is not None else []
    inside = frozenset(at for each in found if each.span is not None for at in range(each.start, each.end))
    inside |= frozenset(at for saying in sayings for at in range(saying.first, saying.last))
    cut = clauses(page, found)
    named = frozenset(each.start for each in found if each.span is None and page.word(each.end - 1) in NOT_THE_DAY)
    seen = {clause: evidence(page, clause, inside, named) for clause in cut}
    result: list[Candidate] = []
    for saying in _with_shared_prepositions(page, sayings):
        clause = next(each for each in cut if each.start <= saying.found.start < each.end)
        dated = _dates_what_was_named(page, cut, seen, clause)
        if dated is not None:
            span = window(replace(saying, meant=dated), page.heard)
            result += [Candidate(span, About.DECISION, False, saying.first, saying.found.end, saying)] if span else []
            continue
        candidate = _candidate(page, saying, clause, _with_its_cleft(page, cut, seen, clause), inside)
        if candidate is None:
            continue
        if candidate.about is About.UNSAID and _answers_a_question(page, cut, seen, clause):
            continue
        if candidate.about is About.UNSAID and (_follows_a_condition(page, cut, clause) or _is_asked(page, saying)):
            continue
        if candidate.about is About.OTHER and _leads_to_news(page, cut, seen, clause):
            candidate = replace(candidate, about=About.UNSAID)
        before = _before(page, cut, seen, clause)
        if candidate.about is About.UNSAID and before is not None and not _is_put_off(page, candidate):
            candidate = _inherits(page, candidate, cut, clause, before, inside)
        result.append(candidate)
    return result


def _once_only(page: Page, found: Sequence[Found]) -> list[Found]:
    """The expressions without those that go on after an "every": "every Monday, Wednesday and Friday"."""
    once: list[Found] = []
    again_until = -1
    told = _days_of_feasts(page, found) | _days_of_a_week(page, found)
    for each in found:
        if each.start in told:
            continue
        listed = all(page.word(at) in (",", "and", "or") for at in range(again_until, each.start))
        if page.word(each.start - 1) in ("every", "each", "alternate") or (0 <= again_until < each.start and listed):
            again_until = each.end
        else:
            once.append(each)
    return once


def _days_of_a_week(page: Page, found: Sequence[Found]) -> set[int]:
    """Where the days of a timetable start: "Monday, Wednesday and Friday", "every day but Sunday"."""
    told = {each.start for each in found if page.are(each.start - 3, "every", "day", "but")}
    run: list[Found] = []
    for each in found:
        listed = run and all(page.word(at) in (",", "and", "&") for at in range(run[-1].end, each.start))
        run = [*run, each] if listed and each.weekday else [each]
        if len(run) >= _TIMETABLE and run[0].weekday:
            told |= {day.start for day in run}
    return told


def _days_of_feasts(page: Page, found: Sequence[Found]) -> set[int]:
    """Where the two dates of "Valentine's Day is Saturday", "Monday's a holiday, Presidents' Day" start, which tell only that."""
    told: set[int] = set()
    for first, second in pairwise(found):
        between = page.texts[first.end : second.start]
        named = is_feast(page, first.start) != is_feast(page, second.start)
        if named and between in _EQUAL and page.word(first.start - 1) not in ("by", "before", "after", "until"):
            told |= {first.start, second.start}
    return told


def _with_shared_prepositions(page: Page, sayings: Sequence[Saying]) -> list[Saying]:
    """The same dates, the second of "by 2.10. or 5.10." with the preposition of the first."""
    shared = list(sayings)
    for at in range(1, len(shared)):
        if _goes_on(page, shared[at - 1], shared[at]):
            shared[at] = replace(shared[at], said=True)
    return shared


def _goes_on(page: Page, first: Saying, second: Saying) -> bool:
    """True when only an "and", "or", "to" stands between two dates: the preposition of the first is that of both."""
    between = [page.word(at) for at in range(first.found.end, second.found.start)]
    return first.said and bool(between) and all(word in OR or word == "the" for word in between)


def _before(page: Page, cut: Sequence[Clause], seen: dict[Clause, Evidence], clause: Clause) -> Evidence | None:
    """What the clause before is about, over conditions: "we make an offer, if we make one, by May 8"."""
    at = cut.index(clause) - 1
    while at >= 0 and (
        page.word(page.skip(cut[at].start, ",")) in ("if", "assuming", "provided", "unless")
        or (page.word(cut[at].start) == "," and page.word(cut[at].end) == "," and not _says(page, cut[at], seen[cut[at]]))
    ):
        at -= 1
    return seen[cut[at]] if at >= 0 else None


def _says(page: Page, clause: Clause, seen: Evidence) -> bool:
    """True for a clause that tells something; not for the "good or bad" of "an answer, good or bad, by Friday"."""
    if "or" in page.texts[clause.start : clause.end]:
        return clause.end - clause.start > _PARENTHESIS
    told = seen.deciding or seen.other or seen.rounds or SUBJECTS.intersection(page.texts[clause.start : clause.end])
    return bool(told) or clause.end - clause.start > _PARENTHESIS


def _follows_a_condition(page: Page, cut: Sequence[Clause], clause: Clause) -> bool:
    """True for what the user would do then: "if you hire me I can be there on Monday"."""
    at = cut.index(clause)
    conditional = at > 0 and page.word(page.skip(cut[at - 1].start, ",")) in ("if", "once", "assuming")
    return conditional and page.word(page.skip(clause.start, ",")).partition("'")[0] == "i"


def _is_asked(page: Page, saying: Saying) -> bool:
    """True inside a question to the user: "how long would you need, two weeks?", "anything planned for Thanksgiving?"."""
    start = next((at + 1 for at in range(saying.first - 1, -1, -1) if page.word(at) in STOPS), 0)
    end = next((at for at in range(saying.found.end, len(page.tokens)) if page.word(at) in STOPS), len(page.tokens))
    return page.word(end) == "?" and bool(_OF_THE_USER.intersection(page.texts[start:end]))


def _leads_to_news(page: Page, cut: Sequence[Clause], seen: dict[Clause, Evidence], clause: Clause) -> bool:
    """True for a step of theirs with the news in the same breath: "we'll regroup on Friday and let you know"."""
    at = cut.index(clause)
    start = page.skip_all(clause.start, (",", ".", "and", "so", "but", "then"))
    if at + 1 == len(cut) or page.word(start).partition("'")[0] not in ("we", "they") or page.word(start).endswith("'re"):
        return False
    after = cut[at + 1]
    still = not seen[clause].other and page.word(start + 1) not in ("are", "were", "have", "had", "was")
    return still and page.word(page.skip(after.start, ",")) in ("and", "then") and bool(seen[after].deciding)


def _answers_a_question(page: Page, cut: Sequence[Clause], seen: dict[Clause, Evidence], clause: Clause) -> bool:
    """True for what follows a question about something else: "How soon could you start? A month is usual"."""
    at = cut.index(clause)
    while at > 0 and page.word(cut[at].start) == ",":
        at -= 1
    answer, at = cut[at], at - 1
    if at < 0 or page.word(answer.start) != "?" or not (seen[cut[at]].other or seen[cut[at]].strange):
        return False
    asked = page.texts[cut[at].start : cut[at].end]
    return bool(_ASKS.intersection(asked[:3])) and not DECIDING.intersection(asked)


def _with_its_cleft(page: Page, cut: Sequence[Clause], seen: dict[Clause, Evidence], clause: Clause) -> Evidence:
    """What a clause is about, or the next one where that says so: "it'll be Tuesday, that's when you get our answer".

    Behind what is put in, a clause goes on with the one before that: "an offer, if there is one, goes out by Friday".
    """
    if page.word(clause.start) == "," and page.word(clause.start + 1) in _RESUMING and not seen[clause].deciding:
        before = _before(page, cut, seen, clause)
        if before is not None and before.deciding and before is not seen[cut[cut.index(clause) - 1]]:
            return before
    at = cut.index(clause) + 1
    if at == len(cut):
        return seen[clause]
    start = page.skip(cut[at].start, ",")
    when = start + 1 if page.word(start) == "that's" else start + 2
    cleft = page.word(start) in ("that's", "that", "which") and page.word(when) == "when"
    return seen[cut[at]] if cleft and seen[cut[at]].deciding and not seen[clause].deciding else seen[clause]


def _dates_what_was_named(page: Page, cut: Sequence[Clause], seen: dict[Clause, Evidence], clause: Clause) -> Meant | None:
    """How a date is meant that belongs to the event just named: "an answer before half term, which starts on the 25th"."""
    at = cut.index(clause) - 1
    which = page.skip(clause.start, ",")
    if at < 0 or not seen[cut[at]].deciding or page.word(which) != "which" or page.word(which + 1) not in _RELATING:
        return None
    meanings = (_EVENT_MEANT.get(page.word(there)) for there in range(max(cut[at].end - 4, cut[at].start), cut[at].end - 1))
    return next((meant for meant in meanings if meant is not None), None)


def _inherits(
    page: Page, candidate: Candidate, cut: Sequence[Clause], clause: Clause, before: Evidence, inside: frozenset[int]
) -> Candidate:
    """A date alone after a clause is about the same: "we'll let you know, hopefully by Friday"."""
    if page.word(page.skip(clause.start, ",")) == "which" and max((*before.other, *before.rounds), default=-1) > max(
        before.deciding, default=-1
    ):
        return replace(candidate, about=About.OTHER)
    if before.deciding:
        return replace(candidate, about=About.UNSAID if candidate.of_event else About.DECISION)
    if (before.other or before.rounds) and goes_on_about(page, clause):
        return replace(candidate, about=About.OTHER)
    adjunct = before.strange and is_an_adjunct(page, clause, candidate.saying, inside)
    fronted = page.word(cut[cut.index(clause) - 1].start) in _FRONTED
    if (
        (((before.other or before.rounds) and not fronted) or adjunct)
        and page.word(clause.start) in (",", ":")
        and page.word(clause.start + 1) not in ("after", "then", "so", "and", "but")
    ):
        return replace(candidate, about=About.OTHER)
    return candidate


def _candidate(page: Page, saying: Saying, clause: Clause, seen: Evidence, inside: frozenset[int]) -> Candidate | None:
    """The window of one expression, if it is one."""
    event = governor(page, saying, clause)
    subject = about(page, saying, seen if event is None else before_governor(page, clause, event, inside))
    if seen.deciding and event is None and has_its_own_thing(page, saying, clause, seen, inside):
        return None
    outside = [page.word(at) for at in range(len(page.tokens)) if at not in inside]
    bare = all(word in FILLERS or not word[0].isalnum() for word in outside)
    plain = subject is About.UNSAID and seen.strange == 0
    length = saying.span.unit is Unit.LENGTH
    denied = negated(page, saying, clause)
    if denied is None or (saying.meant is Meant.FOR and not length and event is None):
        return None
    if not (denied and saying.meant is Meant.FOR) and not counts(
        page, saying, alone=bare or (plain and length), deciding=subject >= About.FILLED
    ):
        return None
    if denied and event is not None and page.word(event) in ("until", "till"):
        saying = replace(saying, meant=Meant.UNTIL)
    turned = _turned(page, saying) if denied else _governed(page, saying, clause, event)
    if turned is not None and turned.meant is Meant.FOR:
        return None
    span = window(turned, page.heard) if turned else None
    return (
        Candidate(span, subject, denied, saying.first, saying.found.end, saying, event is not None) if span and turned else None
    )


def _turned(page: Page, saying: Saying) -> Saying | None:
    """The same date under a "not": "we won't know until Friday" opens on Friday, "not this week" after it."""
    if saying.meant is Meant.AFTER and page.word(saying.first) in ("until", "till"):
        return saying
    turned = {
        Meant.BEFORE: Meant.FROM,
        Meant.UNTIL: Meant.FROM,
        Meant.FROM: Meant.FROM,
        Meant.AFTER: Meant.BY if saying.span.unit is Unit.DAY else Meant.WITHIN,
        Meant.LEAST: Meant.WITHIN,
        Meant.BY: Meant.AFTER,
        Meant.WITHIN: Meant.AFTER,
        Meant.FOR: Meant.AFTER,
    }.get(saying.meant)
    if turned is None and saying.span.unit is not Unit.DAY:
        turned = Meant.AFTER
    return replace(saying, meant=turned) if turned else None


def _governed(page: Page, saying: Saying, clause: Clause, event: int | None) -> Saying:
    """A date as its event turns it: after the event's day, or from that day on; "the earliest we can say is" turns as well."""
    if event is None:
        extreme = next((page.word(at) for at in range(clause.start, saying.first) if page.word(at) in _EXTREMES), "")
        return replace(saying, meant=_EXTREMES[extreme]) if extreme and saying.meant is Meant.IN else saying
    word = page.word(event)
    if word == "time":
        return replace(saying, meant=Meant.BY)
    if word == "before":
        return replace(saying, meant=Meant.BEFORE)
    over = any(page.word(saying.found.end + ahead) in ("over", "done", "past", "behind", "finished") for ahead in range(3))
    return replace(saying, meant=Meant.AFTER if over or word in ("after", "following") else Meant.FROM)


def _linked(page: Page, first: Candidate, second: Candidate) -> bool:
    """True when two dates are one statement: "Thursday or Friday", "this week, maybe next week"."""
    between = [page.word(at) for at in range(first.end, second.saying.found.start)]
    if between[:1] == ["."] and between[1:2] and between[1] in OR | MAYBE:
        del between[0]
    apart = "but" in between and first.about is About.OTHER and second.about > About.UNSAID
    moved = "to" in between and bool(_MOVED.intersection(page.texts[max(first.start - 2, 0) : first.start]))
    if (
        apart
        or moved
        or not all(word in _BETWEEN for word in between)
        or first.denied
        or second.denied
        or second.window.last is None
    ):
        return False
    if first.window.last is None:
        if page.word(first.start) != "from":
            return first.saying.meant is Meant.FROM and second.saying.meant is Meant.BY
        return any(word in ("to", "-", "until", "till", "through") for word in between)
    if any((word in OR and word != "and") or word in MAYBE for word in between):
        return True
    if "and" in between or not between:
        return page.word(first.start) == "between"
    return _are_a_list(first, second) if between == [","] else second.saying.meant is Meant.BY


def _corrects(page: Page, first: Candidate, second: Candidate) -> bool:
    """True for a slip of the tongue: "by Friday, no, sorry, Monday"."""
    between = {page.word(at) for at in range(first.end, second.start)}
    return bool(between & _SLIPS) and between <= _SLIPS | FILLERS | _BESIDE_SLIPS


def _corrected(page: Page, first: Candidate, second: Candidate) -> Candidate:
    """The second date of a slip, with the preposition of the first where it has none."""
    saying = second.saying if second.saying.said else replace(second.saying, meant=first.saying.meant)
    moved = coming(page.heard + ONE_DAY, saying.span.last.weekday()) if saying.found.weekday else None
    if moved is not None and not first.saying.found.in_week:
        saying = replace(saying, span=Span(moved, moved))
    return replace(
        second, window=window(saying, page.heard) or second.window, about=max(first.about, second.about), saying=saying
    )


def _are_a_list(first: Candidate, second: Candidate) -> bool:
    """True for two dates of one kind with only a comma between: "Thursday, Friday", "late January, early February"."""
    if second.saying.meant is Meant.BY:
        return True
    days = first.saying.found.weekday and second.saying.found.weekday
    return first.saying.span.unit is second.saying.span.unit and (days or second.saying.span.unit is not Unit.DAY)


def _joined(page: Page, first: Candidate, second: Candidate) -> Candidate:
    """Two linked dates as one window; a second weekday comes after the first, a second preposition is that of the first."""
    saying = second.saying
    if not saying.said and first.saying.meant in (Meant.BY, Meant.WITHIN, Meant.BEFORE):
        saying = replace(saying, meant=first.saying.meant)
    if saying.found.in_week and first.saying.found.weekday and saying.span.first is not None:
        same = monday(saying.span.first) + timedelta(days=first.saying.span.last.weekday())
        if same <= saying.span.last:
            start = Window(page.heard if first.saying.meant in (Meant.BY, Meant.WITHIN) else same, same)
            first = replace(first, window=start)
    if saying.found.weekday and first.window.last is not None and saying.span.last < first.window.last:
        moved = replace(saying.span, first=saying.span.last + timedelta(weeks=1), last=saying.span.last + timedelta(weeks=1))
        saying = replace(saying, span=moved)
    later = window(saying, page.heard) or second.window
    ends = [day for day in (first.window.last, later.last) if day is not None]
    joined = Window(first.window.first or later.first, max(ends))
    return replace(first, window=joined, end=second.end, about=max(first.about, second.about), saying=second.saying)


def best_window(page: Page) -> Window | None:
    """The window of the promise: about the decision before anything else, said before denied, the later of two."""
    single = candidates(page)
    joined: list[Candidate] = []
    for candidate in single:
        if joined and _corrects(page, joined[-1], candidate):
            joined[-1] = _corrected(page, joined[-1], candidate)
        elif joined and _linked(page, joined[-1], candidate):
            joined[-1] = _joined(page, joined[-1], candidate)
        else:
            joined.append(candidate)
    last = max((at for at, each in enumerate(joined) if _is_put_off(page, each)), default=0)
    joined = [each for each in joined[last:] if not _lacks_an_end(page, each)]
    good = [candidate for candidate in joined if candidate.about >= About.UNSAID]
    best = max(good, key=_weight, default=None)
    return best.window if best else None


def _is_put_off(page: Page, candidate: Candidate) -> bool:
    """True for a date that takes the place of those before it: "we said Friday, but make it Monday", "it slipped to the 20th"."""
    words = page.texts[max(candidate.start - 2, 0) : candidate.start]
    moved = bool(_MOVED.intersection(words)) and page.word(candidate.start) != "from"
    before = range(max(candidate.start - _REPLACED, 0), candidate.start)
    replaced = page.word(candidate.start - 1) == "to" and any(page.word(at) in _MOVED for at in before)
    chosen = page.are(candidate.end, "it", "is")
    return chosen or words in (("make", "it"), ("make", "that")) or moved or replaced


def _lacks_an_end(page: Page, candidate: Candidate) -> bool:
    """True for "between" with one date only: the other one was not understood."""
    alone = candidate.end == candidate.saying.found.end and candidate.start == candidate.saying.first
    named = [page.word(at) for at in range(candidate.start, candidate.end)]
    return alone and named[0] == "between" and "and" not in named and candidate.saying.meant is Meant.IN


def _weight(candidate: Candidate) -> tuple[int, bool, bool, int, int]:
    """Sort key of candidates; the best is the greatest: of two that end together the one that says more closely when."""
    last = candidate.window.last or candidate.window.first
    named = candidate.window.first if candidate.saying.meant is Meant.IN else last
    ends = last.toordinal() if last else 0, named.toordinal() if named else 0
    return candidate.about, not candidate.denied, candidate.window.last is not None, *ends
