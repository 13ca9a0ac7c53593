"""Which of the dates in somebody's words is the promise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from followup_desktop.core.hearing.about import AWAY_PHRASES, DECIDING, DECIDING_PHRASES, OTHER, PLAIN, ROUNDS, TO_THEM, About
from followup_desktop.core.hearing.dated import date_at
from followup_desktop.core.hearing.feasts import feast_at
from followup_desktop.core.hearing.lengths import length_at
from followup_desktop.core.hearing.meant import FILLERS, Meant, Saying, Window, counts, day_after, meant_at, window
from followup_desktop.core.hearing.page import Found, Page, Unit
from followup_desktop.core.hearing.periods import period_at
from followup_desktop.core.hearing.reckoning import monday
from followup_desktop.core.hearing.weekdays import day_at

_GRAMMAR = (date_at, feast_at, length_at, period_at, day_at)
_STOPS = frozenset([".", ";", "!", "?", ":", "(", ")"])
_SPLITS = frozenset(["but", "so", "while", "because", "although", "though", "unless", "then", "whereas", "which"])
_SUBJECTS = frozenset(
    [
        "we",
        "they",
        "i",
        "you",
        "he",
        "she",
        "it",
        "we'll",
        "they'll",
        "i'll",
        "you'll",
        "he'll",
        "she'll",
        "it'll",
        "will",
        "then",
    ]
    + [
        "we'd",
        "they'd",
        "let",
        "should",
        "to",
        "decide",
        "that",
        "make",
        "a",
        "the",
        "call",
        "get",
        "hear",
        "expect",
        "hopefully",
    ]
)
_NOT = frozenset(
    ["not", "won't", "don't", "doesn't", "can't", "cannot", "never", "unlikely", "no", "nothing", "nobody", "isn't", "wouldn't"]
    + ["shouldn't", "didn't", "without", "couldn't", "haven't", "hasn't", "aren't", "neither", "nor"]
)
_NOT_AFTER_NO = frozenset(["later", "sooner", "earlier", "more", "longer", "doubt", "problem", "worries", "matter", "only"])
_UNSURE = (("not", "sure"), ("not", "certain"), ("no", "idea"), ("don't", "know"), ("doubt",), ("unsure",), ("unclear",))
_IF = frozenset(["if", "unless", "in case", "should"])
_PAST = frozenset(
    ["started", "joined", "moved", "left", "hired", "opened", "founded", "began", "worked", "was", "were", "had", "did"]
)
_USER = frozenset(["i", "i'm", "i've", "i'll", "you", "you're", "you've", "my", "your"])
_OR = frozenset(["or", "to", "-", "/", "through", "thru", "and", "until", "till"])
_MAYBE = frozenset(
    ["maybe", "perhaps", "possibly", "worst", "latest", "probably", "hopefully", "likely", "ideally", "failing", "if"]
)
_BETWEEN = (
    _OR | _MAYBE | FILLERS | {",", "by", "on", "in", "of", "best", "case", "early", "sooner", "else", "not", "at", "latest"}
)


def expressions(page: Page) -> list[Found]:
    """Every expression of time in the words, from left to right, the longest at each place."""
    found: list[Found] = []
    at = 0
    while at < len(page.tokens):
        here = [each for grammar in _GRAMMAR if (each := grammar(page, at)) is not None]
        best = max(here, key=lambda each: each.end, default=None)
        if best is None:
            at += 1
            continue
        found.append(best)
        if best.span is not None:
            page.previous = best
        at = max(best.end, at + 1)
    return found


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of the words with one subject: tokens `start` up to `end`."""

    start: int
    end: int


def clauses(page: Page, found: Sequence[Found]) -> list[Clause]:
    """The words cut at full stops, commas and conjunctions, never inside an expression."""
    inside = {at for each in found for at in range(each.start + 1, each.end)}
    cuts = [0]
    for at, token in enumerate(page.tokens):
        if at in inside:
            continue
        text = token.text
        spaced = text == "-" and not token.glued
        linked = text == "and" and page.word(at + 1) in _SUBJECTS
        if text in _STOPS or text == "," or text in _SPLITS or spaced or linked:
            cuts.append(at)
    cuts.append(len(page.tokens))
    return [Clause(start, end) for start, end in zip(cuts, cuts[1:], strict=False) if end > start]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a clause is about, word by word: the places of telling words outside its expressions."""

    deciding: tuple[int, ...]
    other: tuple[int, ...]
    rounds: tuple[int, ...]
    strange: int
    """How many words tell nothing that is known here."""


def evidence(page: Page, clause: Clause, inside: frozenset[int]) -> Evidence:
    """The telling words of a clause; `inside` are the tokens of expressions and their prepositions."""
    places = [at for at in range(clause.start, clause.end) if at not in inside]
    tasks = [at + ahead for at in places for words in TO_THEM if page.are(at, *words) for ahead in range(len(words))]
    deciding = [at for at in places if at not in tasks and (page.word(at) in DECIDING or _starts(page, at, DECIDING_PHRASES))]
    other = [at for at in places if at in tasks or page.word(at) in OTHER]
    if not deciding:
        other += [at for at in places if _starts(page, at, AWAY_PHRASES)]
    rounds = [at for at in places if page.word(at) in ROUNDS]
    known = {*deciding, *other, *rounds}
    strange = [at for at in places if at not in known and _is_strange(page, at)]
    return Evidence(tuple(deciding), tuple(other), tuple(rounds), len(strange))


def _starts(page: Page, at: int, phrases: Sequence[tuple[str, ...]]) -> bool:
    """True when one of the phrases starts there."""
    return any(page.are(at, *words) for words in phrases)


def _is_strange(page: Page, at: int) -> bool:
    """True for a lower-case word that is neither plain nor a filler; names (with a capital inside a sentence) are not."""
    token = page.tokens[at]
    if not token.text[0].isalpha() or token.text in PLAIN or token.text in FILLERS or token.text in _NOT:
        return not token.text[0].isalpha() and token.text[0].isdigit()
    return token.raw == token.text or at == 0


def about(page: Page, saying: Saying, seen: Evidence) -> About:
    """What a date in that clause is about: the nearest telling word says it."""
    start, end = saying.first, saying.found.end

    def away(places: Sequence[int]) -> int:
        return min((start - at if at < start else at - end + 1 for at in places), default=len(page.tokens) + 1)

    if seen.deciding and away(seen.deciding) <= away(seen.other):
        return About.DECISION
    if seen.other and away(seen.other) <= away(seen.rounds):
        return About.OTHER
    if seen.rounds:
        return About.NEXT_ROUND
    return About.OTHER if seen.strange else About.UNSAID


def negated(page: Page, saying: Saying, clause: Clause) -> bool | None:
    """True when a "not" governs the date, None when the speaker does not know; a "not" after "if" does neither."""
    for at in range(clause.start, saying.first):
        if page.word(at) in _IF:
            return False
        if _starts(page, at, _UNSURE):
            return None
        if page.word(at) in _NOT and page.word(at + 1) not in _NOT_AFTER_NO:
            if page.word(at) != "no" or page.word(at + 1) in DECIDING or page.word(at + 1) in ("chance", "way", "point"):
                return True
    return False


def _turned(page: Page, saying: Saying) -> Saying | None:
    """The same date under a "not": "we won't know until Friday" opens on Friday, "not this week" after it."""
    if saying.meant is Meant.AFTER and page.word(saying.first) in ("until", "till"):
        return saying
    turned = {
        Meant.BEFORE: Meant.FROM,
        Meant.UNTIL: Meant.FROM,
        Meant.FROM: Meant.FROM,
        Meant.AFTER: Meant.BY,
        Meant.LEAST: Meant.WITHIN,
        Meant.BY: Meant.AFTER,
        Meant.WITHIN: Meant.AFTER,
        Meant.FOR: Meant.AFTER,
    }.get(saying.meant)
    if turned is None and saying.span.unit is not Unit.DAY:
        turned = Meant.AFTER
    return replace(saying, meant=turned) if turned else None


def _governor(page: Page, saying: Saying, clause: Clause) -> int | None:
    """The place of an "after", "once" or "before" that governs a date through its event: "after the board meets on the 12th"."""
    if saying.meant is not Meant.IN:
        return None
    for at in range(saying.first - 1, max(clause.start, saying.first - 8) - 1, -1):
        word = page.word(at)
        if word in DECIDING or word in _PAST or word in _USER:
            return None
        if word in ("after", "following", "once", "when", "before"):
            return at
    return None


def _before_governor(page: Page, clause: Clause, governor: int, inside: frozenset[int]) -> Evidence:
    """What a clause is about without the event that carries the date."""
    return evidence(page, Clause(clause.start, governor), inside)


def _governed(page: Page, saying: Saying, governor: int | None) -> Saying:
    """A date as its event turns it: after the event's day, or from that day on."""
    if governor is None:
        return saying
    word = page.word(governor)
    if word == "before":
        return replace(saying, meant=Meant.BEFORE)
    over = any(page.word(saying.found.end + ahead) in ("over", "done", "past", "behind", "finished") for ahead in range(3))
    return replace(saying, meant=Meant.AFTER if over or word in ("after", "following") else Meant.FROM)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A window with what speaks for it."""

    window: Window
    about: About
    denied: bool
    start: int
    end: int
    saying: Saying


def candidates(page: Page) -> tuple[list[Candidate], bool]:
    """The windows in the words from left to right, and whether any clause is about the decision."""
    found = expressions(page)
    sayings = [saying for each in found if (saying := meant_at(page, each)) is not None]
    inside = frozenset(at for each in found for at in range(each.start, each.end))
    inside |= frozenset(at for saying in sayings for at in range(saying.first, saying.found.end))
    cut = clauses(page, found)
    seen = {clause: evidence(page, clause, inside) for clause in cut}
    result: list[Candidate] = []
    for saying in sayings:
        clause = next(each for each in cut if each.start <= saying.found.start < each.end)
        candidate = _candidate(page, saying, clause, seen[clause], inside)
        if candidate is None:
            continue
        before = _before(cut, seen, clause)
        if candidate.about is About.UNSAID and before is not None:
            candidate = _inherits(page, candidate, clause, before)
        result.append(candidate)
    return result, any(each.deciding for each in seen.values())


def _before(cut: Sequence[Clause], seen: dict[Clause, Evidence], clause: Clause) -> Evidence | None:
    """What the clause before is about."""
    at = cut.index(clause)
    return seen[cut[at - 1]] if at else None


def _inherits(page: Page, candidate: Candidate, clause: Clause, before: Evidence) -> Candidate:
    """A date alone after a clause is about the same: "we'll let you know, hopefully by Friday"."""
    if before.deciding:
        return replace(candidate, about=About.DECISION)
    if (
        before.other
        and page.word(clause.start) == ","
        and page.word(clause.start + 1) not in ("after", "then", "so", "and", "but")
    ):
        return replace(candidate, about=About.OTHER)
    return candidate


def _candidate(page: Page, saying: Saying, clause: Clause, seen: Evidence, inside: frozenset[int]) -> Candidate | None:
    """The window of one expression, if it is one."""
    governor = _governor(page, saying, clause)
    subject = about(page, saying, seen if governor is None else _before_governor(page, clause, governor, inside))
    outside = [page.word(at) for at in range(len(page.tokens)) if at not in inside]
    bare = all(word in FILLERS or not word[0].isalnum() for word in outside)
    plain = subject is About.UNSAID and seen.strange == 0
    length = saying.span.unit is Unit.LENGTH
    denied = negated(page, saying, clause)
    if denied is None:
        return None
    if not (denied and saying.meant is Meant.FOR) and not counts(
        page, saying, alone=bare or (plain and length), deciding=subject is About.DECISION
    ):
        return None
    turned = _turned(page, saying) if denied else _governed(page, saying, governor)
    span = window(turned, page.heard) if turned else None
    return Candidate(span, subject, denied, saying.first, saying.found.end, saying) if span and turned else None


def _linked(page: Page, first: Candidate, second: Candidate) -> bool:
    """True when two dates are one statement: "Thursday or Friday", "this week, maybe next week"."""
    between = [page.word(at) for at in range(first.end, second.saying.found.start)]
    if not all(word in _BETWEEN for word in between):
        return False
    if first.denied or second.denied or second.window.last is None:
        return False
    if first.window.last is None:
        return page.word(first.start) == "from" and any(word in ("to", "-", "until", "till", "through") for word in between)
    if any((word in _OR and word != "and") or word in _MAYBE for word in between):
        return True
    if "and" in between or not between:
        return page.word(first.start) == "between"
    weekdays = first.saying.found.weekday and second.saying.found.weekday
    if (
        between == [","]
        and first.saying.span.unit is second.saying.span.unit
        and (weekdays or second.saying.span.unit is not Unit.DAY)
    ):
        return True
    behind = page.word(second.end), page.word(second.end + 1), page.word(second.end + 2)
    return behind == ("at", "the", "latest") or behind[0] == "latest"


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
    single, deciding = candidates(page)
    joined: list[Candidate] = []
    for candidate in single:
        if joined and _linked(page, joined[-1], candidate):
            joined[-1] = _joined(page, joined[-1], candidate)
        else:
            joined.append(candidate)
    least = About.UNSAID if deciding else About.NEXT_ROUND
    good = [candidate for candidate in joined if candidate.about >= least]
    best = max(good, key=_weight, default=None)
    return best.window if best else None


def _weight(candidate: Candidate) -> tuple[int, bool, bool, int]:
    """Sort key of candidates; the best is the greatest."""
    last = candidate.window.last or candidate.window.first
    return candidate.about, not candidate.denied, candidate.window.last is not None, last.toordinal() if last else 0
