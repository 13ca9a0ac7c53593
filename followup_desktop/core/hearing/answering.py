"""Whether a clause without a word of deciding answers "when?", or tells what somebody does.

An answer has no verb but those of being, taking, needing, hoping and saying: "it'll be Friday", "they need a week", "she
said Friday". With any other verb or thing the date is of that: "they come in on Friday", "the final is on Sunday".
"""

from __future__ import annotations

from collections.abc import Collection

from followup_desktop.core.hearing.meant import FILLERS
from followup_desktop.core.hearing.page import Page
from followup_desktop.core.hearing.tokens import is_adverb, word_set
from followup_desktop.core.hearing.vocabulary import NOT, PLAIN

_MODALS = word_set("ought will would should can could may might must have has to also then just still only not")
_BEFORE_VERB = _MODALS | word_set("need needs first be going get got")
_HEDGES = word_set("still all really probably very quite pretty fairly definitely certainly most more already even never always")
_DETERMINERS = word_set("a an the our your their his her my its this that these those any every each another")
_IMPERSONAL = word_set("it that this there it'll that'll it'd it's nothing's nothing anything something everything")
_PERSON = word_set(
    """
    he she i we they you who people everybody everyone team board boss somebody someone folks recruiter manager company
    committee director hr he'll she'll i'll we'll they'll you'll he'd she'd i'd we'd they'd you'd
    """
)
_PERSON_IS = word_set("he's she's i'm we're they're you're")
_SUBJECTS = _PERSON | _PERSON_IS
_BE = word_set("is are am was were be been being")
_TAKES = word_set("take takes took give gives giving allow allows let for from to with of")
"""Words behind which a person is no subject: "it takes HR a week"."""
_ACTS = word_set("go goes come comes coming get gets getting make makes do does place places post run runs")
"""Verbs of doing, with whatever subject but "it"."""

_SETTLED = word_set("done over ready finished complete completed sorted to all out behind in")
"""What is wanted by a day when the matter itself is meant: "we want this done by Friday"."""
_WANTED = word_set("it them those me him her you that someone somebody people person")
_ANSWERS = word_set(
    """
    think thinks thinking thought say says said saying reckon reckons reckoned guess guessed guesses hope hopes hoped hoping
    expect expects expected expecting plan plans planned planning aim aims aiming target targets targeting want wants need
    needs take takes give gives giving allow allows estimate estimated mention mentioned promise promised told figure figures
    figured mean look looks looking like love made suppose supposed meant try tries trying optimistic hopeful sure certain
    confident afraid sorry going let lets waiting shooting do don't does back
    """
)
"""What a person does who answers "when?"."""
_TIMES = word_set(
    """
    date dates target timeline window idea plan goal standard rule policy average usual normal best worst earliest latest
    soonest sense gut hunch feeling turnaround sounds sounded seems seemed guess guesses quick fast slow brief
    estimate hope case thing steps step deadline timeframe sooner later long soon by on in at of for
    within until before after from around about between during over under than what which that when it this there how
    """
)
"""Names of the time itself, and what may stand before it."""
_THERE = word_set("a an another some our the two three four five six seven eight nine ten more others people")
"""Behind "there's" before what there is."""
_BESIDE_BE = FILLERS | _HEDGES | word_set("not won't wouldn't shouldn't be will would going gonna to should could might may have")
_CONDITIONS = word_set("if when unless whether while until once")
_ANSWERED = _ANSWERS | _SETTLED | _TIMES
_OTHER_VERBS = PLAIN - _ANSWERED - _PERSON
_OTHER_THINGS = PLAIN - _PERSON - _PERSON_IS - _IMPERSONAL - _TIMES - FILLERS - _BEFORE_VERB - _HEDGES
_PASSED_OVER = _MODALS | NOT | _HEDGES | (FILLERS - _ANSWERS)


def does_something(page: Page, places: Collection[int]) -> bool:
    """True for a clause that tells what somebody does or where he is; `places` are its tokens outside of dates."""
    return _is_asked(page, places) or any(
        _is_dated_thing(page, at, places)
        or _exists(page, at)
        or _acts(page, at)
        or _is_doing(page, at)
        or _is_a_thing(page, at, places)
        or _wants(page, at, places)
        for at in places
    )


def answers(page: Page, at: int) -> bool:
    """True where "it'll be" or the like stands before a date, whatever stands before that: "with the audit it'll be Friday"."""
    start = at
    while page.word(at - 1) in _BESIDE_BE or is_adverb(page.word(at - 1)):
        at -= 1
    it = page.word(at - 1) in ("it", "it'll", "it's", "it'd") and page.word(at - 2) not in _CONDITIONS
    return it and "be" in page.texts[at:start] and not _CONDITIONS.intersection(page.texts[:at])


def _is_asked(page: Page, places: Collection[int]) -> bool:
    """True for a question whether a day suits, and for "see you", "talk to you": the days of a meeting."""
    words = [page.word(at) for at in places]
    greets = words[:1] in (["see"], ["talk"], ["speak"], ["meet"]) and "you" in words[1:3]
    return greets or (words[:1] in (["is"], ["does"], ["would"], ["could"]) and "you" in words)


def _is_dated_thing(page: Page, at: int, places: Collection[int]) -> bool:
    """True for what is on a day by a short "is": "the festival's this weekend"."""
    name, _, short = page.word(at).partition("'")
    return (
        short == "s" and at + 1 not in places and name not in _TIMES | _IMPERSONAL | _PERSON and page.word(at) not in _PERSON_IS
    )


def _exists(page: Page, at: int) -> bool:
    """True for what there is on a day: "there's an all-hands"; not for "there's no rush", "there should be"."""
    there = page.word(at) == "there's" or (page.word(at) == "there" and page.word(at + 1) in ("is", "are", "will"))
    today = page.word(at) == "today's" or page.are(at, "today", "is")
    told = page.word(at) == "it's" and page.word(at + 1) in ("only", "already")
    return today or told or (there and page.word(page.skip(at + 1, "is", "are", "will", "be")) in _THERE)


def _acts(page: Page, at: int) -> bool:
    """True for a verb of doing whose subject is somebody: "we all get together"; not for "it goes", "going to be"."""
    if (
        page.word(at) not in _ACTS
        or page.word(at + 1) in ("to", "with", "for", "back", "it", "that", "so")
        or page.word(at - 1) in _DETERMINERS
    ):
        return False
    if page.word(at - 1) == "to" and {"take", "takes", "need", "needs"} & set(page.texts[:at]):
        return False
    return page.word(page.skip_back(at, _BEFORE_VERB) - 1) not in _IMPERSONAL


def _is_doing(page: Page, at: int) -> bool:
    """True for a person whose verb is none of saying, hoping, needing: "she's up in Leeds", "the board has its party"."""
    if page.word(at) not in _SUBJECTS or page.word(at - 1) in _TAKES:
        return False
    verb = _verb_at(page, at + 1)
    if page.word(at) in _PERSON_IS or page.word(verb) in _BE:
        what = page.word(_verb_at(page, page.skip_all(verb, _BE)))
        if what in ("there", "here"):
            return True
        return what.isalpha() and what not in _ANSWERED
    return page.word(verb) in _OTHER_VERBS


def _verb_at(page: Page, at: int) -> int:
    """Where the verb stands, over "will probably still"."""
    while page.word(at) in _PASSED_OVER or is_adverb(page.word(at)):
        at += 1
    return at


def _is_a_thing(page: Page, at: int, places: Collection[int]) -> bool:
    """True for a thing that is on a day: "the final is on Sunday"; not for "the date is", "it is", "HR is"."""
    return page.word(at) in ("is", "are", "will", "would") and at - 1 in places and page.word(at - 1) in _OTHER_THINGS


def _wants(page: Page, at: int, places: Collection[int]) -> bool:
    """True for what somebody needs of the user: "we need it by Sunday", "we'd want you here"; not "we want it done by then"."""
    if page.word(at) in ("need", "give") and page.word(page.skip_back(at, _MODALS) - 1) in ("i", "i'd"):
        return page.word(at + 1) not in ("it", "us", "me", "this")
    if page.word(at) not in ("need", "needs", "want", "wants", "like", "love", "have") or _is_either_way(page, at):
        return False
    return page.word(at + 1) in _WANTED and not (at + 2 in places and page.word(at + 2) in _SETTLED)


def _is_either_way(page: Page, at: int) -> bool:
    """True for "you'll have it", where "one way or the other" tells that it is the answer."""
    return page.are(at - 1, "you'll", "have", "it") and any(page.are(there, "way", "or") for there in range(len(page.tokens)))
