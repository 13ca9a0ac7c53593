"""What a telling word is bound to: whom it is said to, what it is done to, and whether it is over."""

from __future__ import annotations

from followup_desktop.core.hearing.page import Page
from followup_desktop.core.hearing.tokens import word_set
from followup_desktop.core.hearing.vocabulary import DECIDING, NOT, PLAIN, TO_COME

_DETERMINERS = word_set("a an the our your their his her my its this that these those any every each another")
_USER = word_set("you you'll you'd you've")
_BEFORE_VERB = word_set(
    "will would should can could may might must need needs have has to also then just still only first be going get got not"
)
_USER_HEARS = word_set(
    """
    hear hears hearing know knowing call contact contacted ping reach email phone ring write text message update updated
    informed notified hire filled selected chosen picked approved told offers offer answer news result results feedback
    response reply word verdict outcome decision letter confirmation
    """
)
"""What somebody does who is told; any other verb of deciding after "you" is the user's own task."""
_ASKING = (("could", "you"), ("can", "you"), ("would", "you"), ("will", "you"))
_MAY_ASK = word_set("call contact ping check follow reach chase nudge bear wait expect allow give be hold try")
"""What the user may be asked to do about the decision itself."""
_ABOUT_US = word_set(
    """
    candidate candidates applicant applicants finalist finalists person role roles position positions job jobs vacancy
    vacancies seat spot slot opening post application applications candidacy case interview interviews round rounds stage step
    steps process panel list shortlist winner successful unsuccessful finished remaining shortlisted chosen preferred selected
    myself yourself directly personally details detail news decision offer verdict answer letter contract contracts front
    runner choice yes no back otherwise together
    """
)
"""What deciding and telling are done to when they are about this very application."""
_NAMES = word_set("decision decisions verdict outcome outcomes result results answer answers news timeline timeframe conclusion")
"""Names of what is waited for; a verb may stand right behind them: "the decision falls on"."""
_LINKS = word_set("on about of for with regarding to from")
_ENDS = word_set("and or but so that whether if when once because as who which while before after until till by how what where")
_APPARATUS = word_set("phone mail email text ring contact")
_TOLD = word_set("you me us them him her everyone everybody")
_PAPERS = word_set("letter letters contract contracts offer offers")
_KNOWN = (
    PLAIN
    | DECIDING
    | TO_COME
    | NOT
    | word_set("send sends sending receive receives received extend extends put draw issue issues")
)
_SEARCHED = 6
"""Words behind a telling word among which what it is done to stands."""
_PASSIVE = word_set("be been being get gets getting is are decision decisions choice offer offers")
_OVER = word_set("got heard took made announced answered decided gave")


def tells(page: Page, at: int, end: int, inside: frozenset[int]) -> bool:
    """True when the telling word there is about this application, and not bound to another thing or done by the user.

    "We announce on Friday" tells; "we announce the merger on Friday", "the call rota", "you answer the phones" do not.
    """
    if page.word(at) in _APPARATUS and page.word(at - 1) == "the":
        return False
    if page.word(at) == "call" and any(page.word(there) in ("there's", "there") for there in range(max(at - 6, 0), at)):
        return False
    if page.word(at) in _PAPERS and _made_by_another(page, at, inside):
        return False
    return not _asked_of_the_user(page, at) and not _done_to_another(page, at, end, inside)


def _asked_of_the_user(page: Page, at: int) -> bool:
    """True for a verb whose subject is "you" and that is not one of hearing."""
    if page.word(at) in _USER_HEARS:
        return False
    subject = page.skip_back(at, _BEFORE_VERB) - 1
    return page.word(subject) in _USER


def _done_to_another(page: Page, at: int, end: int, inside: frozenset[int]) -> bool:
    """True when the nearest noun behind is another thing than this application: "approve the budget", "the call centre"."""
    after = at + 1
    if page.word(after) in _TOLD and page.word(after + 1) in _DETERMINERS:
        after += 1
    if page.word(after) == "from" and page.word(after + 1) == "you":
        return True
    for ahead in range(after, min(end, at + _SEARCHED)):
        word = page.word(ahead)
        if ahead in inside or word in _ENDS or not word[0].isalpha():
            return False
        if word in _ABOUT_US or word in DECIDING:
            return False
        if word in _LINKS or word in _DETERMINERS:
            continue
        if word in PLAIN or word in NOT or (ahead == at + 1 and page.word(at) in _NAMES and page.word(at - 1) not in _SOMEBODY):
            return False
        return page.tokens[ahead].raw == word and not word.endswith("ly")
    return False


def _made_by_another(page: Page, at: int, inside: frozenset[int]) -> bool:
    """True for a paper that something unknown is done to: "prepare the letter"."""
    verb = page.skip_back(at, _DETERMINERS) - 1
    word = page.word(verb)
    return verb not in inside and verb < at - 1 and word.isalpha() and page.tokens[verb].raw == word and word not in _KNOWN


def does_something(page: Page, places: list[int]) -> bool:
    """True for a clause that tells what somebody does or where he is: "they come in", "she's up in Leeds".

    An answer to "when?" has no such verb: "it'll be", "they hope for", "it takes", "she said".
    """
    return any(_acts(page, at) or _is_somewhere(page, at) for at in places)


def _acts(page: Page, at: int) -> bool:
    """True for a verb of doing whose subject is somebody: "we all get together"; not for "it goes", "going to be"."""
    if page.word(at - 1) == "to" and {"take", "takes", "need", "needs"} & set(page.texts[:at]):
        return False
    if page.word(at) not in _ACTS or page.word(at + 1) in ("to", "with", "for", "back") or page.word(at - 1) in _DETERMINERS:
        return False
    subject = page.skip_back(at, _BEFORE_VERB) - 1
    return page.word(subject) not in _IMPERSONAL


def _is_somewhere(page: Page, at: int) -> bool:
    """True for "she's up", "I'm in", "he'll be": a person and where he is, and not what he hopes or thinks."""
    if page.word(at) not in _PERSON_IS and not (page.word(at) in ("is", "are", "am", "be") and page.word(at - 1) in _PERSON):
        return False
    after = page.skip_all(
        at + 1, _BEFORE_VERB | {"still", "all", "really", "be", "probably", "very", "quite", "pretty", "fairly"}
    )
    return page.word(after) in _WHERE or page.word(after) in _DETERMINERS


_ACTS = word_set("go goes come comes coming get gets getting make makes do does move moves place places post run runs")
_IMPERSONAL = word_set("it that this there it'll that'll it'd it's nothing anything something everything")
_PERSON = word_set("he she i we they you he'll she'll i'll we'll they'll you'll who people everybody everyone team board boss")
_PERSON_IS = word_set("he's she's i'm we're they're you're he'll she'll i'll")
_WHERE = word_set("in out up off over down away at on back here there with")


def comes_back(page: Page, at: int) -> bool:
    """True for "get back from the fair", which is a way home and no answer."""
    back = at if page.word(at) == "back" else at + 1
    return page.word(back) == "back" and page.word(back + 1) in ("from", "into") and page.word(back + 2) not in ("you", "me")


def joins(page: Page, at: int, start: int) -> bool:
    """True for "you on board", "you in place": the user's first day and not the decision."""
    there = page.word(at - 1) if page.word(at) in ("board", "place", "post") else page.word(at)
    named = page.word(at + 1) if page.word(at) in ("on", "in") else page.word(at)
    return (
        there in ("on", "in") and named in ("board", "place", "post") and any(page.word(to) in _USER for to in range(start, at))
    )


def request_at(page: Page, start: int, end: int) -> bool:
    """True when a clause asks the user for something: "could you send the form", "please sign"."""
    for at in range(start, end):
        if page.word(at) == "please" or any(page.are(at, *words) for words in _ASKING):
            verb = page.skip_all(at + (1 if page.word(at) == "please" else 2), ("please", "just", "kindly", "also", "you"))
            return verb < end and page.word(verb) not in _MAY_ASK and page.word(verb).isalpha()
    return False


_HOPED = word_set(
    """
    need hoped wanted planned mentioned promised needed expected indicated suggested estimated reckoned figured guessed aimed
    targeted intended agreed asked explained added confirmed assured replied called implied hinted stressed stated advised
    """
)
"""Verbs in the past that carry what is still to come: "she mentioned Friday"."""
_SOMEBODY = word_set("i we they he she you who")


def over(page: Page, places: list[int]) -> list[int]:
    """The verbs among `places` that tell of what is over: "got his answer", "they decided"; none beside what is to come."""
    if any(page.word(at) in TO_COME or page.word(at) in NOT or page.word(at) == "if" for at in places):
        return []
    return [at for at in places if _is_over(page, at)]


def _is_over(page: Page, at: int) -> bool:
    """True for a verb in the past with its subject before it, or one that is only ever that."""
    word = page.word(at)
    if word.endswith("ed") and page.word(at - 1) in _SOMEBODY:
        return word not in _HOPED
    return word in _OVER and page.word(at - 1) not in _PASSIVE
