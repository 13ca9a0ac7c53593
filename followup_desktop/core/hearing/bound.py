"""What a telling word is bound to: whom it is said to, what it is done to, and whether it is over.

"We announce on Friday" tells of the decision; "we announce the merger on Friday", "the call rota", "you answer the phones",
"please sign by Friday", "they decided within a week" tell of something else.
"""

from __future__ import annotations

from collections.abc import Collection

from followup_desktop.core.hearing.numerals import number_at
from followup_desktop.core.hearing.page import Page
from followup_desktop.core.hearing.subject import AUXILIARIES, PARTIES, is_name, is_party
from followup_desktop.core.hearing.tokens import is_adverb, word_set
from followup_desktop.core.hearing.vocabulary import DECIDING, DONE, NOT, OTHER, PLAIN, REPORTS, ROUNDS, TO_COME

_DETERMINERS = word_set("a an the our your their his her my its this that these those any every each another")
_USER = word_set("you you'll you'd you've")
_TOLD = word_set("you me us them him her everyone everybody")
_SOMEBODY = word_set("i we they he she you who")
_BEFORE_VERB = word_set(
    "will would should can could may might must ought need needs have has to also then just still only first be going get got not"
)
_USER_HEARS = word_set(
    """
    hear hears hearing heard know knowing call contact contacted ping reach email phone ring write text message update updated
    informed notified hire filled selected chosen picked approved told offers offer answer news result results feedback
    response reply word verdict outcome decision letter confirmation
    """
)
"""What somebody does who is told; any other verb of deciding after "you" is the user's own task."""

_ASKING = (("could", "you"), ("can", "you"), ("would", "you"), ("will", "you"))
_MAY_ASK = word_set("call contact ping check follow reach chase nudge bear wait expect allow give be hold try hear know")
"""What the user may be asked to do about the decision itself."""

_ORDERS = (
    ("let", "me", "know"),
    ("rsvp",),
    ("sign", "up"),
    ("sign", "in"),
    ("pick", "a"),
    ("choose", "a"),
    ("text", "when"),
    ("call", "to"),
    ("reply", "to"),
    ("respond", "to"),
    ("reply", "by"),
    ("respond", "by"),
    ("think",),
    ("sleep", "on"),
)
"""How a sentence begins that tells the user to answer."""

_ABOUT_US = word_set(
    """
    candidate candidates applicant applicants finalist finalists person role roles position positions job jobs vacancy
    vacancies seat spot slot opening post application applications candidacy case interview interviews round rounds stage step
    steps process panel list shortlist winner successful unsuccessful finished remaining shortlisted chosen preferred selected top
    status myself yourself directly personally details detail news decision offer verdict answer letter contract contracts front
    runner choice yes no back otherwise together way direction
    """
)
"""What deciding and telling are done to when they are about this very application."""

_WANTS = word_set("need needs needed want wants wanted require requires required")
_NAMES = word_set("decision decisions verdict outcome outcomes result results answer answers news timeline timeframe conclusion")
"""Names of what is waited for; a verb may stand right behind them: "the decision falls on"."""

_OWN = word_set("the my your our his her their")
_APPARATUS = word_set("phone phones mail mails email emails text texts ring contact")
"""Things behind a possessive ("my phone"), verbs elsewhere."""

_PAPERS = word_set("letter letters contract contracts offer offers")
_HANDED_OVER = word_set(
    """
    putting mailing posting posted mailed issued couriered dispatched out send sends sending receive receives received
    extend extends put draw issue issues
    """
)
"""What is done to a paper that goes to the user; anything else is work on it: "prepare the letter"."""

_CONTACT = word_set(
    """
    call calls calling ring rings ringing phone phones contact contacts contacting email emails mail mails write writes text
    texts message messages in touch reach out ping
    """
)
"""Words of getting in contact, which may be about anything."""

_ELSEWHERE = word_set(
    "school shop store hospital clinic practice place company job employer firm offer side lot position process"
)
"""With "other" before it: another application of the user's."""

_PLANS = word_set("plan plans idea ideas place move policy rule rules")
"""Plain words that are another thing where something is done to them: "they vote on the plan"."""

_HEARD = word_set("nothing anything something back from by more either")
"""Behind "I hear" when it is an answer that is heard, and no rumour."""

_LISTED = word_set("the final selected selection select merit short successful rank provisional")
_APPLICANTS = word_set("applicant applicants candidate candidates finalists shortlisted")
_HAVING = word_set("i've we've they've he's she's")
_CONSULTED = word_set("spoken talked checked met interviewed seen heard decided compared discussed")
_COMES_OUT = word_set(
    """
    issued shared uploaded mailed come comes coming out up published displayed declared released put posted announced
    finalised finalized
    """
)
"""What the list of those chosen is named by, and how it comes out."""

_OPENERS = word_set(", . ; : ! ? ( - and but so")
_PURPOSES = word_set("pick schedule arrange book organise organize discuss set collect sort")
"""What a call may be for besides the news: "call you to schedule a test"."""

_APPOINTMENTS = word_set("time date slot interview interviews appointment booking travel schedule room")
_PEOPLE = word_set("everyone everybody people folks him them")
_HOW = word_set("how where what which")
_GOES_ON = word_set("proceed move go do take expect")
"""Verbs behind "how to" that ask for the decision: "how to proceed"."""

_BE = word_set("is are be been being gets get getting")
_LINKS = word_set("on about of for with regarding to from")
_PUBLISHING = word_set("release releases releasing publish publishes publishing declare declares declaring share shares sharing")
_ENDS = word_set("and or but so that whether if when once because as who which while before after until till by how what where")
"""Words behind which something new begins."""

_KNOWN = AUXILIARIES | PLAIN | DECIDING | DONE | TO_COME | NOT | _HANDED_OVER
_OURS = PLAIN | NOT | DECIDING | _ABOUT_US | _ENDS
_BEFORE_CALL = _DETERMINERS | word_set("phone video quick short zoom teams first follow - up next another")
_MEETS = word_set("for do does doing schedule scheduled arrange book booked join hold holding on during")
_BEFORE_THING = _LINKS | _DETERMINERS | {"new"}
_USER_WILL = _USER | {"will", "would", "should", "must"}
_WEAK = _CONTACT | word_set(
    """
    letter letters contract contracts fill fills filled filling sign signs signed settle settled wrap wraps wrapped announce
    announces announced confirm confirms confirmed confirmation approve approves approved approval approvals process result
    results news word update updates updated extend hire pick picks picking picked select selects selecting selected message
    messages connect with shoot flick pop fire you a an resolve resolved contacted vote votes voting recommendation proposal
    communicate communicated response responses
    """
)
"""Words of deciding and telling that are as often about something else."""
_EXPECTED = _ABOUT_US | word_set(
    "evening old side above meets meet meeting meetings night board lunch around good bad due quickly asap"
)
_SEARCHED = 6
"""Words behind a telling word among which what it is done to stands."""

_PASSIVE = word_set("be been being get gets getting is are decision decisions choice offer offers")
"""Before a participle that is not over: "the decision made by Friday"."""

_OVER = word_set("got heard took made announced answered decided gave")
"""Verbs that tell of what is over, unless something is still to come."""

_HOPED = word_set(
    """
    need assured guaranteed warned insisted predicted hoped wanted planned mentioned promised needed expected indicated
    suggested estimated reckoned figured guessed aimed
    targeted intended agreed asked explained added confirmed assured replied called implied hinted stressed stated advised
    informed notified
    """
)
"""Words in -ed that carry what is still to come: "she mentioned Friday"."""

_WILL = TO_COME - {"to", "like"}


def tells(page: Page, at: int, end: int, inside: Collection[int]) -> bool:
    """True when the telling word there is about this application, and not bound to another thing or done by the user.

    `end` is where its clause ends, `inside` the tokens of dates.
    """
    word = page.word(at)
    if word in _APPARATUS and (page.word(at - 1) in _OWN or _is_unknown(page, at - 1)) and not _is_received(page, at):
        return False
    if (word in _NAMES and page.word(at - 1) in OTHER) or _is_said_in_passing(page, at, inside):
        return False
    if word == "call" and _is_an_appointment(page, at):
        return False
    does = word == "answer" and page.word(at - 1) in _USER_WILL
    if (word not in _USER_HEARS or does) and page.word(page.skip_back(at, _BEFORE_VERB) - 1) in _USER:
        return False
    return not (_done_to_another(page, at, end, inside) or on_another_topic(page, at, end, inside))


def _is_received(page: Page, at: int) -> bool:
    """True for "you will get the mail", "HR sends out the emails", which bring the news; not for "you get the phone"."""
    if page.word(at) in ("mails", "emails", "texts") and page.are(at - 2, "out", "the"):
        return True
    brings = page.word(at) in ("mail", "email", "text") and page.word(at - 1) in ("the", "our", "their")
    subject = page.skip_back(at - 2, _BEFORE_VERB - {"get"}) - 1
    told = page.word(subject) in ("you'll", "i'll") or page.word(subject + 1) in ("will", "should", "would")
    return brings and told and page.word(at - 2) in ("get", "receive", "have")


def _is_an_appointment(page: Page, at: int) -> bool:
    """True for a call that is a meeting: "there's a call", "best for a call", "we could do the phone call"."""
    verb = page.skip_back(at, _BEFORE_CALL) - 1
    return (
        _is_for(page, verb)
        or page.are(at + 1, "with", "the")
        or any(page.word(there) in ("there's", "there") for there in range(max(at - 6, 0), at))
    )


def _is_for(page: Page, at: int) -> bool:
    """True for a word that makes a call an appointment; not for the "for" of "look out for a call"."""
    awaited = page.word(at) == "for" and page.word(at - 1) in ("out", "wait", "waiting", "watch", "hope", "hoping", "ready")
    return page.word(at) in _MEETS and not awaited


def _is_said_in_passing(page: Page, at: int, inside: Collection[int]) -> bool:
    """True for "I hear it'll snow", "if you call after Friday", "fill in the form", and "the pool is filled"."""
    word = page.word(at)
    if word == "hear" and (_is_unknown(page, at - 1) or (at == 1 and page.word(0).endswith("s"))):
        return page.word(at - 1) not in _ABOUT_US
    if word == "hear":
        return page.word(at - 1) in ("i", "we") and at + 1 not in inside and page.word(at + 1) not in _HEARD
    if page.are(at, "know", "you") or page.are(at - 2, "to", "be", "signed"):
        return True
    if word == "fill":
        return page.word(at + 1) in ("in", "out") and at + 1 not in inside
    return page.are(at - 2, "if", "you") and word in _CONTACT


def _is_unknown(page: Page, at: int) -> bool:
    """True for a word that tells nothing that is known here and is no name."""
    word = page.word(at)
    return word.isalpha() and word not in _KNOWN and word not in PARTIES and not is_name(page, at)


def _done_to_another(page: Page, at: int, end: int, inside: Collection[int]) -> bool:
    """True when the nearest noun behind is another thing than this application: "approve the budget", "the call centre"."""
    after = at + 1
    if page.word(after) in _TOLD and page.word(after + 1) in _DETERMINERS:
        after += 1
    if page.are(after, "from", "you") or _is_another_act(page, at):
        return True
    thing = page.skip_all(after, _BEFORE_THING)
    if page.word(after) == "from" and _comes_from_us(page, at, thing):
        return False
    word = page.word(thing)
    if thing >= min(end, at + _SEARCHED) or any(there in inside for there in range(after, thing + 1)) or not word.isalpha():
        return False
    named = thing == at + 1 and page.word(at) in _NAMES and not _is_somebody(page, at - 1)
    if named or (page.word(after) == "between" and "you" in page.texts[after:end]):
        return False
    if word in _PLANS and page.word(thing - 1) in _DETERMINERS:
        return True
    return word not in _OURS and page.tokens[thing].raw == word and not is_adverb(word)


def _comes_from_us(page: Page, at: int, thing: int) -> bool:
    """True for "hear from HR", "a decision from the store manager", "a mail from our side"."""
    heard = page.word(at).startswith("hear") and is_party(page, thing)
    return heard or page.word(thing - 1) in ("our", "my") or is_party(page, thing + 1)


def _is_another_act(page: Page, at: int) -> bool:
    """True for verbs that mean another thing with what stands behind: "hire two more", "know everyone", "pick you up"."""
    word, after = page.word(at), page.word(at + 1)
    if word in ("hire", "fill"):
        return number_at(page, at + 1) is not None or after == "more"
    if word.startswith("decid") and after == "to":
        return page.word(at + 2) not in _OURS
    if word == "know":
        return after in _PEOPLE or after in ("it's", "that's")
    picked_up = (after in _TOLD and page.word(at + 2) == "up") or (after == "up" and page.word(at + 2) != "this")
    return word.startswith("pick") and picked_up


def _is_somebody(page: Page, at: int) -> bool:
    """True for a subject that answers or decides; not for the possessive of "the panel's answer"."""
    return at >= 0 and page.word(at)[0].isalpha() and not page.word(at).endswith("'s") and is_party(page, at)


def on_another_topic(page: Page, at: int, end: int, inside: Collection[int]) -> bool:
    """True where what is told about is said behind the date: "you'll hear by Friday about your train fare"."""
    topic = next((there for there in range(at + 1, end + 1) if there not in inside and _opens_topic(page, there)), None)
    if topic is None or page.word(at) in _PAPERS:
        return False
    if page.word(topic) in _HOW:
        return True
    words = [there for there in range(topic + 1, end) if there not in inside]
    about_us = any(page.word(there) in _ABOUT_US or page.word(there) in DECIDING for there in words)
    return not about_us and any(_is_unknown(page, there) for there in words)


def _opens_topic(page: Page, at: int) -> bool:
    """True for "about", "whether", "how to log in", and a "to" before what the call is for: "call you to schedule a test"."""
    if page.word(at) in _HOW:
        if page.are(at, "how", "you") and page.word(at + 2) in ("went", "did", "got", "go", "fared"):
            return False
        thing = page.word(at) in ("which", "what") and _is_unknown(page, at + 1) and page.word(at + 1) not in _ABOUT_US
        thing = thing or (page.word(at) == "what" and page.word(at + 1) in _USER)
        return thing or (page.word(at + 1) == "to" and page.word(at + 2) not in _GOES_ON)
    if page.word(at) == "to":
        return page.word(at + 1) in _PURPOSES
    return page.word(at) in ("about", "regarding", "concerning", "whether")


def told_elsewhere(page: Page, deciding: Collection[int], start: int) -> bool:
    """True for another application of the user's, "the other company wants to know", and for the time of an interview."""
    if any(
        page.word(at).startswith("confirm") and _APPOINTMENTS.intersection(page.texts[at + 1 : at + _SEARCHED]) for at in deciding
    ):
        return True
    return any(page.word(at) == "other" and page.word(at + 1) in _ELSEWHERE for at in range(start, max(deciding)))


def doubtful(page: Page, deciding: Collection[int], places: Collection[int]) -> bool:
    """True where only words that may be about anything tell of the decision, beside one that is not known here."""
    if any(page.word(at).removesuffix("'s") not in _WEAK or _is_to_applicants(page, at) for at in deciding):
        return False
    places = [at for at in places if _joined_at(page, deciding) <= at < _own_step_at(page, max(deciding))]
    many = 0 in places and 0 not in deciding and page.word(0).endswith("s") and page.word(0) not in _KNOWN | _EXPECTED
    many = many and page.word(0).removesuffix("'s") not in PARTIES
    if many and page.word(1).isalpha() and page.word(1) not in REPORTS:
        return True
    return any(
        _is_unknown(page, at) and page.word(at) not in _EXPECTED and not (_gives_out(page, at) or comes_out(page, at))
        for at in places
        if at not in deciding
    )


def _is_to_applicants(page: Page, at: int) -> bool:
    """True for "phone all candidates", "email the successful applicant": what goes to them all is the news."""
    return bool(_APPLICANTS.intersection(page.texts[at + 1 : at + 4])) and page.word(at) in _CONTACT


def _joined_at(page: Page, deciding: Collection[int]) -> int:
    """Where the "call you" of "I'll speak to the boss and call you" begins: what stands before is a step of their own."""
    at = min(deciding)
    ours = page.word(0) in ("i'll", "we'll", "they'll", "she'll", "he'll")
    consulted = any(page.word(there) in PARTIES for there in range(1, at))
    return at if ours and consulted and page.word(at - 1) == "and" and page.word(at + 1) == "you" else 0


def _own_step_at(page: Page, after: int) -> int:
    """Where "once I've spoken to the manager" begins, a step of theirs that tells nothing of another topic."""
    steps = (
        at
        for at in range(after + 1, len(page.tokens))
        if page.word(at) == "once" and page.word(at + 1) in _HAVING and page.word(at + 2) in _CONSULTED
    )
    return next(steps, len(page.tokens))


def comes_out(page: Page, at: int) -> bool:
    """True for how news is made known: "results will be declared", "the offer letter will be released"."""
    named = page.skip_back(at, _BEFORE_VERB | _BE) - 1
    told = page.word(named) in _NAMES | _PAPERS or page.word(named) in ("list", "lists", "shortlist")
    return page.word(at) in _COMES_OUT and page.word(at - 1) in _BE and told


def _gives_out(page: Page, at: int) -> bool:
    """True for a verb that makes a decision known: "release the result"."""
    named = page.word(page.skip_all(at + 1, _DETERMINERS)) in _NAMES
    return named and page.word(at) in _PUBLISHING


def is_of_a_list(page: Page, at: int) -> bool:
    """True for the list of those chosen that is to come out: "the final list will come", "the list will be put up"."""
    named = page.word(at) in ("list", "lists") and page.word(at - 1) in _LISTED
    verb = page.skip_all(at + 1, _BEFORE_VERB | {"be", "is", "are"})
    return named and page.word(verb) in _COMES_OUT


def comes_back(page: Page, at: int) -> bool:
    """True for "get back from the fair", which is a way home, and "a follow up interview": neither is an answer."""
    if page.are(at, "follow", "up") or page.are(at - 1, "follow", "up"):
        return page.word(at + 1) in ROUNDS or page.word(at + 2) in ROUNDS
    back = at if page.word(at) == "back" else at + 1
    return page.word(back) == "back" and page.word(back + 1) in ("from", "into") and page.word(back + 2) not in ("you", "me")


def joins(page: Page, at: int, start: int) -> bool:
    """True for "you on board", "you in place": the user's first day and not the decision."""
    preposition = at if page.word(at) in ("on", "in") else at - 1
    there = page.word(preposition) in ("on", "in") and page.word(preposition + 1) in ("board", "place", "post")
    return there and any(page.word(before) in _USER for before in range(start, at))


def request_at(page: Page, start: int, end: int, inside: Collection[int]) -> bool:
    """True when a clause asks the user for something: "could you send the form", "please sign", "you'd have until Friday"."""
    first = page.skip_all(start, _OPENERS)
    if any(page.are(first, *words) for words in _ORDERS):
        return True
    if any(page.are(first, "you", may) and page.word(first + 2) in _CONTACT for may in ("can", "may", "could")):
        return any(page.word(at) in ("until", "till", "til", "any") for at in range(start, end))
    if _is_wanted_of_the_user(page, start, end):
        return True
    for at in range(start, end):
        has = page.skip_all(at + 1, _BEFORE_VERB) if page.word(at) in _USER else start
        if has > at and page.word(has - 1) in ("have", "got") and has in inside:
            return True
        if page.word(at) == "please" or any(page.are(at, *words) for words in _ASKING):
            verb = page.skip_all(at, ("please", "could", "can", "would", "will", "you", "just", "kindly", "also"))
            return verb < end and page.word(verb) not in _MAY_ASK and page.word(verb).isalpha()
    return False


def _is_wanted_of_the_user(page: Page, start: int, end: int) -> bool:
    """True for "we need your answer", "they want an answer from me", "we'd want a reply"."""
    words = page.texts[start:end]
    wanted = next((at for at, word in enumerate(words) if word in _WANTS), None)
    if wanted is None:
        return False
    yours = any(
        words[at : at + 2] in (("from", "me"), ("from", "you")) or words[at] in ("reply", "response") for at in range(len(words))
    )
    return yours or any(words[at] == "your" and words[at + 1] in _NAMES | {"reply", "response"} for at in range(len(words) - 1))


def over(page: Page, places: Collection[int]) -> bool:
    """True for a clause that tells of what is over: "got his answer", "they decided"; not beside what is to come."""
    if any(page.are(at, "i", "decided") for at in places):
        return True
    if any(page.word(at) in _WILL or page.word(at) in NOT or page.word(at) == "if" for at in places):
        return False
    return any(_is_over(page, at) for at in places)


def _is_over(page: Page, at: int) -> bool:
    """True for a verb in the past with its subject before it, or one that is only ever that."""
    word = page.word(at)
    if word == "did":
        return page.word(at + 1) in _SOMEBODY
    if word.endswith("ed") and (page.word(at - 1) in _SOMEBODY or page.word(at - 1) in ("was", "were")):
        return word not in _HOPED
    return word in _OVER and page.word(at - 1) not in _PASSIVE
