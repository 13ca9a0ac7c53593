"""Clauses: what the words around a date are about, and whether they deny it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from followup_desktop.core.hearing.answering import answers, does_something
from followup_desktop.core.hearing.bound import (
    comes_back,
    comes_out,
    doubtful,
    is_of_a_list,
    joins,
    on_another_topic,
    over,
    request_at,
    tells,
    told_elsewhere,
)
from followup_desktop.core.hearing.meant import FILLERS, Meant, Saying
from followup_desktop.core.hearing.page import Found, Page, Phrases
from followup_desktop.core.hearing.subject import PARTIES, begins, is_party, is_strangers, is_told_to_others
from followup_desktop.core.hearing.tokens import is_adverb, word_set
from followup_desktop.core.hearing.vocabulary import (
    AWAY_PHRASES,
    DECIDING,
    DECIDING_PHRASES,
    DONE,
    NOT,
    NOT_DENYING,
    OR,
    OTHER,
    OVER,
    PAST,
    PLAIN,
    REPORTS,
    ROUNDS,
    SPLITS,
    STILL_OPEN,
    STOPS,
    SUBJECTS,
    THE_USER,
    TO_COME,
    TO_THEM,
    UNSURE,
    VERBS,
)

_FILLING = frozenset(
    {"fill", "fills", "filled", "filling", "contracts", "sign", "signs", "signed", "board", "place", "post", "on", "in", "hire"}
)
_ABBREVIATIONS = frozenset({"st", "mr", "ms", "mrs", "dr", "prof", "jr", "inc", "dept", "exp", "est", "approx"})
_OBJECTS = frozenset({"me", "us", "him", "them", "it", "your", "my", "our", "the", "a"})
_IS = frozenset({"is", "are", "isn't", "aren't"})
_THIS = frozenset({"this", "it", "that", "things"})
_FAST = frozenset({"fast", "quickly", "quick", "forward", "ahead"})
_PLAIN_BEFORE = {"head": frozenset({"office"}), "see": _THIS, "move": _FAST, "moving": _FAST}
"""Words that say nothing about the subject where one of these follows: "we move fast"."""
_SEEMS = frozenset({"sounds", "sounded", "looks", "looked", "looking", "seems", "seemed"})
_BEFORE_OLD = frozenset({"slow", "long", "big", "good", "same"})
_SURPRISE = frozenset({"surprised", "shocked", "amazed", "astonished", "surprise"})
"""Said of what is not to be: "I'd be surprised if it took longer than a week"."""
_WONDERS = word_set("ask asked asking forgot wonder wonders wondered wondering nobody couldn't can't doesn't don't didn't")
"""Words before "if" and "whether" of somebody who does not know."""
_SUBJECT_PRONOUNS = frozenset({"i", "you", "we", "they", "he", "she", "it"})
_MODALS = frozenset({"can", "could", "will", "would", "may", "might", "should"})
_OPENERS = word_set(", . ; : ! ? ( - and but the next first second last final other")
"""What may stand before the subject of a clause that goes on about the same."""


class About(IntEnum):
    """What a date is about; a higher one is the better promise."""

    OTHER = 0
    """Start dates, holidays, tasks of the user, the past: no promise."""
    NEXT_ROUND = 1
    """Another meeting with the user: counts where nothing better was said."""
    UNSAID = 2
    """Only the date was said."""
    FILLED = 3
    """What follows the decision: the contract, somebody in the role; counts where nothing is said of deciding."""
    DECISION = 4
    """Deciding, hearing back."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of the words with one subject: tokens `start` up to `end`."""

    start: int
    end: int


def clauses(page: Page, found: Sequence[Found]) -> list[Clause]:
    """The words cut at full stops, commas and conjunctions, never inside an expression."""
    inside = {at for each in found for at in range(each.start + 1, each.end)}
    alone = {each.start for each in found if page.word(each.end) in STOPS or not page.word(each.end)}
    cuts = [0]
    for at, token in enumerate(page.tokens):
        if at in inside:
            continue
        text = token.text
        if text == "then" and page.word(at - 1) in ("by", "before", "until", "till"):
            continue
        spaced = text == "-" and not token.glued
        linked = text == "and" and (
            (page.word(at + 1) in SUBJECTS and at + 1 not in alone)
            or page.are(at + 1, "after", "that")
            or (page.word(at + 1) in VERBS and _is_dated(page, at, found))
        )
        if text == "." and token.glued and page.word(at - 1) in _ABBREVIATIONS:
            continue
        if text in SPLITS and cuts[-1] == at - 1 and page.word(at - 1) == ",":
            continue
        if text in STOPS or text == "," or text in SPLITS or spaced or linked or _ends_a_condition(page, cuts[-1], at):
            cuts.append(at)
    cuts.append(len(page.tokens))
    return [Clause(start, end) for start, end in pairwise(cuts) if end > start]


def _ends_a_condition(page: Page, start: int, at: int) -> bool:
    """True for the subject after a condition without a comma: the second "I" of "if they choose me I'd move"."""
    first = page.skip_all(start, _OPENERS)
    told = page.word(at).partition("'")
    subject = told[2] in ("d", "ll") or (told[0] in _SUBJECT_PRONOUNS and page.word(at + 1) in _MODALS)
    return subject and told[0] in _SUBJECT_PRONOUNS and at > first + 2 and page.word(first) in ("if", "once", "when", "assuming")


def _is_dated(page: Page, at: int, found: Sequence[Found]) -> bool:
    """True where a date follows in the same breath."""
    after = next((each.start for each in found if each.start > at), None)
    return after is not None and not any(page.word(there) in STOPS or page.word(there) == "," for there in range(at, after))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a clause is about, word by word: the places of telling words outside its expressions."""

    deciding: tuple[int, ...]
    other: tuple[int, ...]
    rounds: tuple[int, ...]
    strange: int
    """How many words tell nothing that is known here."""


def evidence(page: Page, clause: Clause, inside: frozenset[int], events: frozenset[int] = frozenset()) -> Evidence:
    """The telling words of a clause; `inside` are the tokens of dates and their prepositions, `events` those of other things."""
    places = [at for at in range(clause.start, clause.end) if at not in inside]
    tasks = [at for at in _phrases_at(page, places, TO_THEM) if not _lets_us_know(page, at, clause.start)]
    told = [at for at in _phrases_at(page, places, DECIDING_PHRASES) if not comes_back(page, at)]
    named = [
        at
        for at in places
        if at not in tasks
        and not page.are(at - 2, "in", "the", "mail")
        and (page.word(at).removesuffix("'s") in DECIDING or at in told or _is_to_be_told(page, at) or is_of_a_list(page, at))
    ]
    deciding = [
        at
        for at in named
        if not joins(page, at, clause.start)
        and not is_strangers(page, _first_of(at, told), clause.start, inside)
        and ((at in told and not on_another_topic(page, at, clause.end, inside)) or tells(page, at, clause.end, inside))
    ]
    elsewhere = [at for at in named if at not in deciding]
    told_who = _embedded_at(page, places, deciding)
    done = [at for at in places if page.word(at) in DONE and at < told_who]
    ahead = next((at for at in places if page.word(at) in TO_COME or _needs_somebody(page, at)), len(page.tokens))
    to_come = [at for at in done if ahead < at and tells(page, at, clause.end, inside)]
    deciding += to_come
    done = [at for at in done if at not in to_come]
    acts = not deciding and does_something(page, places)
    if deciding and (
        request_at(page, clause.start, clause.end, inside)
        or is_told_to_others(page, clause.start, clause.end)
        or over(page, [at for at in places if at < told_who])
        or doubtful(page, deciding, places)
        or told_elsewhere(page, deciding, clause.start)
    ):
        elsewhere, deciding = elsewhere + deciding, []
    other = [at for at in places if at in tasks or at in done or at in elsewhere or _is_of_another(page, at)]
    if not deciding:
        other += _phrases_at(page, places, AWAY_PHRASES)
    other += [at for at in places if at in events]
    rounds = [at for at in places if page.word(at) in ROUNDS]
    known = {*deciding, *other, *rounds}
    strange = [at for at in places if at not in known and _is_strange(page, at)]
    if not deciding:
        strange += [at for at in places if page.word(at) in OVER and page.word(at + 1) not in STILL_OPEN]
    return Evidence(tuple(deciding), tuple(other), tuple(rounds), len(strange) + acts)


def _lets_us_know(page: Page, at: int, start: int) -> bool:
    """True for "the client will let us know", said by an agency: the news comes to us, and is no task of the user."""
    let = next((there for there in range(at, at - 3, -1) if page.word(there) == "let"), None)
    if let is None or page.word(let - 1) not in ("will", "would", "should") or page.word(let - 2) in THE_USER:
        return False
    client = page.word(let - 2) == "client" and "if" not in page.texts[at:]
    return let - 2 >= start and (client or is_party(page, let - 2))


def _needs_somebody(page: Page, at: int) -> bool:
    """True for "we need somebody (picked)"."""
    return page.word(at) in ("need", "needs") and page.word(at + 1) in ("somebody", "someone")


def _is_of_another(page: Page, at: int) -> bool:
    """True for a word about everything else; not for the "start" of "before you start worrying"."""
    return page.word(at) in OTHER and not (
        _begins_doing(page, at) or _describes(page, at) or comes_out(page, at) or page.are(at - 2, "how", "you", "went")
    )


def _describes(page: Page, at: int) -> bool:
    """True for the "office" of "head office", which decides, and the "old" of "a slow old process"."""
    return page.word(at - 1) in _BEFORE_OLD if page.word(at) == "old" else page.are(at - 1, "head", "office")


def _begins_doing(page: Page, at: int) -> bool:
    """True for a "start" that is not the user's first day: "before you start worrying"."""
    return page.word(at) in ("start", "starts") and (page.word(at + 1).endswith("ing") or page.are(at + 1, "to", "finish"))


def _is_to_be_told(page: Page, at: int) -> bool:
    """True for "you'll be told", "everyone gets told"."""
    if page.are(at - 1, "have", "told"):
        return page.word(at - 2) in ("to", "will", "we'll", "i'll", "they'll")
    return page.word(at) == "told" and page.word(at - 1) in ("be", "get", "gets", "getting", "being")


def _first_of(at: int, told: Sequence[int]) -> int:
    """Where the phrase starts that a telling word is part of."""
    while at in told and at - 1 in told:
        at -= 1
    return at


def _embedded_at(page: Page, places: Sequence[int], deciding: Sequence[int]) -> int:
    """Where what is told begins, which may be over: "we announce who we've picked"; else the end of the words."""
    telling = min(deciding, default=len(page.tokens))
    return next(
        (at for at in places if at > telling and page.word(at).partition("'")[0] in ("who", "whom", "what")), len(page.tokens)
    )


def _phrases_at(page: Page, places: Sequence[int], phrases: Phrases) -> list[int]:
    """The tokens among `places` that belong to one of the phrases."""
    free = frozenset(places)
    spans = [range(at, at + len(words)) for at in places if (words := page.longest(at, phrases))]
    return [at for span in spans if free.issuperset(span) for at in span]


def _is_strange(page: Page, at: int) -> bool:
    """True for a lower-case word that is neither plain nor a filler; names (with a capital inside a sentence) are not."""
    token = page.tokens[at]
    if not token.text[0].isalpha() or token.text.removesuffix("'s") in PLAIN or token.text in FILLERS or token.text in NOT:
        return not token.text[0].isalpha() and token.text[0].isdigit()
    if page.word(at + 1) in REPORTS and not (page.word(at + 1) in ("will", "would") and _has_article(page, at)):
        return False
    like = token.text == "like" and page.word(page.skip_back(at, ("more",)) - 1) in _SEEMS
    if (
        like
        or _begins_doing(page, at)
        or _describes(page, at)
        or is_adverb(token.text)
        or page.word(at + 1) in _PLAIN_BEFORE.get(token.text, ())
    ):
        return False
    if page.word(at + 1) in _IS and page.word(at + 2) not in STILL_OPEN:
        return True
    return token.raw == token.text or (begins(page, at) and not _may_be_a_name(page, at))


def _may_be_a_name(page: Page, at: int) -> bool:
    """True for the first word of a sentence where somebody is named: "Priya hopes", "Tom: Friday"."""
    after = page.word(at + 1)
    return not after.isalpha() or (after in PLAIN and after not in _OBJECTS and after not in ("you", "for", "to", "happen"))


def _has_article(page: Page, at: int) -> bool:
    """True for a noun of several words or one: "the on-site would be" names no person."""
    return any(page.word(before) in ("a", "an", "the", "our", "your", "my", "their") for before in range(max(at - 3, 0), at))


def about(page: Page, saying: Saying, seen: Evidence) -> About:
    """What a date in that clause is about: the nearest telling word says it."""
    start, end = saying.first, saying.found.end

    def away(places: Sequence[int]) -> int:
        return min((start - at if at < start else at - end + 1 for at in places), default=len(page.tokens) + 1)

    if seen.deciding and away(seen.deciding) <= away(seen.other):
        return About.FILLED if all(page.word(at) in _FILLING for at in seen.deciding) else About.DECISION
    if seen.other and away(seen.other) <= away(seen.rounds):
        return About.OTHER
    if seen.rounds:
        return About.NEXT_ROUND if saying.meant is Meant.IN else About.OTHER
    return About.OTHER if seen.strange and not answers(page, start) else About.UNSAID


def has_its_own_thing(page: Page, saying: Saying, clause: Clause, seen: Evidence, inside: frozenset[int]) -> bool:
    """True for a second date with a thing of its own: that of "an offer out by the 20th and someone in the chair by May"."""
    before = max((at for at in inside if clause.start <= at < saying.first), default=None)
    if before is None:
        return False
    joined = (at + 1 for at in range(saying.first - 1, before, -1) if page.word(at) == "and")
    own = range(next(joined, before + 1), saying.first)
    return not any(at in seen.deciding for at in own) and any(_is_strange(page, at) for at in own)


def negated(page: Page, saying: Saying, clause: Clause) -> bool | None:
    """True when a "not" governs the date, None when the speaker does not know; a "not" after "if" does neither."""
    if _wonders(page, range(clause.start, saying.first)):
        return None
    if saying.meant in (Meant.AFTER, Meant.LEAST) and _SURPRISE.intersection(page.texts[clause.start : saying.first]):
        return True
    for at in range(clause.start, saying.first):
        if page.word(at) in ("if", "unless", "assuming", "provided", "supposing") or (
            page.word(at) == "should" and at == clause.start
        ):
            return False
        if page.longest(at, UNSURE):
            return None
        if page.word(at) in NOT and page.word(at + 1) not in NOT_DENYING and _denies(page, at):
            return True
    return False


def _wonders(page: Page, places: Sequence[int]) -> bool:
    """True for "I forgot to ask if", "nobody could tell me whether"."""
    wondering = False
    for at in places:
        wondering = wondering or page.word(at) in _WONDERS
        if page.word(at) == "whether" or (wondering and page.word(at) == "if"):
            return True
    return False


def _denies(page: Page, at: int) -> bool:
    """True for a "not"; for a "no" only before what is decided: "no decision before Friday"."""
    after = page.word(at + 1)
    if page.word(at) in ("no", "not") and page.word(at - 1) in ("/", "or"):
        return False
    return page.word(at) != "no" or after in DECIDING or after in ("chance", "way", "point", "one")


def governor(page: Page, saying: Saying, clause: Clause) -> int | None:
    """The place of an "after", "once" or "before" that governs a date through its event: "after the board meets on the 12th"."""
    if saying.meant not in (Meant.IN, Meant.FOR):
        return None
    theirs = True
    for at in range(saying.first - 1, max(clause.start, saying.first - 8) - 1, -1):
        word = page.word(at)
        if word in DECIDING or word in PAST:
            return None
        theirs = theirs and (word not in THE_USER or page.word(at + 1) in PARTIES)
        if not theirs and word != "before" and not page.are(at - 2, "by", "the", "time"):
            continue
        if (
            page.are(at - 2, "by", "the", "time")
            or word in ("after", "following", "once", "when", "before", "until", "till")
            or (at < saying.first - 1 and page.are(at - 2, "as", "soon", "as"))
        ):
            return at
    return None


def goes_on_about(page: Page, clause: Clause) -> bool:
    """True for a clause whose subject is that of the clause before: "two rounds, the next one is on the 9th"."""
    at = page.skip_all(clause.start, _OPENERS)
    return page.word(at) in ("it", "that", "this", "these", "they", "which", "one") and (
        page.word(at) == "one" or page.word(at + 1) in ("is", "are", "will", "would", "starts", "begins", "takes", "should")
    )


def is_an_adjunct(page: Page, clause: Clause, saying: Saying, inside: frozenset[int]) -> bool:
    """True where only hedges stand beside a date, which then is of the clause before: "to meet you, maybe on Monday"."""
    beside = [*range(clause.start, saying.first), *range(max(saying.last, saying.found.end), clause.end)]
    return page.word(clause.start) == "," and all(
        at in inside or page.word(at) in FILLERS or page.word(at) in OR or not page.word(at).isalpha() for at in beside
    )


def before_governor(page: Page, clause: Clause, governor: int, inside: frozenset[int]) -> Evidence:
    """What a clause is about without the event that carries the date."""
    return evidence(page, Clause(clause.start, governor), inside)
