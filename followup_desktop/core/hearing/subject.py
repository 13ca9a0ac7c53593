"""Who does the telling or deciding: those who have interviewed the user, or somebody else.

"We decide on Friday", "HR will call you" are of this application; "the Senate votes on Friday", "the landlord calls", "I vote",
"I have to tell my boss" are not. A subject that is no party here is a stranger, whatever it is: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Collection

from followup_desktop.core.hearing.page import Page
from followup_desktop.core.hearing.tokens import is_adverb, word_set

PARTIES = word_set(
    """
    panel panels committee committees board boards team teams manager managers recruiter recruiters boss bosses hr company
    agency agent headhunter head heads chief director directors chair chairman chairwoman chairperson president principal
    coordinator secretary dean admin office staff rep representative colleague colleagues assistant partner partners lead
    hirer department interviewer interviewers owner owners supervisor supervisors lady guy guys man woman chap e one ones
    people folks person somebody someone leadership management trustees governors trustee governor ceo cto cfo coo cio vp svp
    evp md gm pm dm cmo cpo founder founders execs executives executive seniors deputy leader leaders consultant talent
    personnel resources line member members search selection team's boss's group side end committee's board's panel's
    corporate headquarters hq upstairs
    acquisition culture recruitment consultancy ministry trust headteacher head's editor producer matron registrar bursar
    foreman chef captain officer officers
    employer department's practice
    """
)
"""Those who may decide or bring the news, by what they are."""

PRONOUNS = word_set(
    """
    i we they he she it you i'll we'll they'll he'll she'll it'll you'll i'd we'd they'd he'd she'd it'd you'd i've we've
    they've you've i'm we're they're he's she's it's you're everyone everybody nobody anyone anybody all both each none who
    which that that's that'll there there's there'll this these those whoever whichever who'll who'd who's us me them him her
    """
)
_MATTER = word_set(
    """
    role roles position positions job jobs vacancy post seat spot opening winner candidate candidates applicant applicants
    finalist finalists decision decisions offer offers letter letters answer answers result results outcome outcomes verdict
    news process processes search interview interviews round rounds stage application applications timeline choice selection
    recommendation thing things everything anything something nothing matter hiring feedback word call calls email emails
    contract contracts approval confirmation paperwork rejection rejections response responses reply replies update updates
    notification notifications message messages invitation invitations shortlist list reference references next-steps steps
    appointment proposal phone vote votes voting report recommendations
    """
)
"""What is decided or told about; it may stand before its verb: "the role should be filled"."""

AUXILIARIES = word_set(
    """
    will would should shall can could may might must to be been being is are was were am have has had having not do does did
    also just then still only get gets getting got going gonna wanna gotta wants want hope hopes hoping plan plans planning
    aim aims aiming expect expects expected expecting try tries trying like likes need needs ought due able supposed set ready
    looking likely hopefully won't don't doesn't can't cannot isn't aren't haven't hasn't hadn't shan't didn't wouldn't shouldn't
    couldn't already even never soon now first hoped planned wanted meant intends intend intended promised promises promise start
    starts feel free hesitate prefer prefers maybe perhaps back one day finally
    """
)
"""What may stand between a subject and its verb."""

_BEFORE_VERBAL = word_set("will would should can could may might must to be is are was were am")
_DETERMINERS = word_set("a an the our your their his her my its this that these those any every each another some no")
_CLOSED = _DETERMINERS | word_set(
    """
    and or but nor so if when once until till before after because since though while than as whether then please let
    of from in at for on with about by without regarding to into per via through
    top preferred favorite favourite final firm formal official definite definitive clear quick
    straight concrete proper old real honest written verbal good bad
    positive negative hire preliminary initial tentative prompt full early short slow long last first actual big own
    out up off over down away back
    send sends sending give gives giving make makes making take takes taking receive receives receiving get release releases
    publish publishes post posts share shares push pushing pull pulls need needs owe owes sign signs issue issues bring brings
    deliver delivers collect provide provides revert await awaiting let lets draw count applied minded done sooner rather
    told next latest
    new further said time chance days weeks week months month middle end half couple date tomorrow today notice got
    """
)
"""What before a telling word makes no subject of it: closed words, verbs that carry a noun, and what such a noun is like."""
_APPLICANTS = word_set("applicant applicants candidate candidates finalist finalists")
"""Those who are told or chosen, by whoever it be."""

_SEARCHED = 6
"""Words behind a telling word among which they stand."""

_ANYBODY = word_set("i you people folks i'll i'd you'd")
"""Those who vote elsewhere."""

_TELL = word_set(
    "told promised tell tells telling give giving let letting inform notify ask "
    "call email write ring show send hand owe text answer"
)
_OWN_MEANS = word_set(
    "agent agency recruiter headhunter phone cell mobile number inbox email e landline house home questions question coordinator"
)
"""What of the user's own the news may come by."""

_COLLEAGUES = word_set("regional general senior district area vice office hr co managing deputy executive right hand sales store")
"""What may describe a colleague of whoever speaks."""

_HEADINGS = word_set("results result decision decisions news letter letters verdict outcome outcomes feedback")
_OF = word_set("of from in at for on with behind under over")
_NAMED_BY = word_set("the a an this that these those")
_DESCRIBED = 4
"""How many words may stand before the head of a noun."""


def begins(page: Page, at: int) -> bool:
    """True for the first word of a sentence, whose capital tells nothing."""
    return at == 0 or page.word(at - 1) in (".", "!", "?", ":", '"')


def is_name(page: Page, at: int) -> bool:
    """True for a capitalised word without an article: "Priya", not "the Senate"."""
    token = page.tokens[at] if 0 <= at < len(page.tokens) else None
    if token is None or token.raw == token.text or (begins(page, at) and page.word(at + 1) in _HEADINGS):
        return False
    before = at
    while before > 0 and page.tokens[before - 1].raw != page.tokens[before - 1].text and page.word(before - 1) not in _NAMED_BY:
        before -= 1
    return page.word(before - 1) not in _NAMED_BY


def is_strangers(page: Page, at: int, start: int, inside: Collection[int]) -> bool:
    """True for a telling word whose subject is no party here: "the union votes", "exam results", "the FDA's answer"."""
    if page.word(at) in PRONOUNS:
        return False
    let = _let_before(page, at, start)
    before = _before(page, at if let is None else let, start, inside)
    if before is not None and page.word(before) in ("a", "an") and page.word(before - 1) in ("want", "wants", "need", "needs"):
        before = _before(page, before - 1, start, inside)
    if before is None or page.word(before) in _CLOSED or (let is not None and page.word(before) == "client"):
        return False
    if any(page.word(there) in ("who", "that") and is_party(page, there - 1) for there in range(start + 1, before)):
        return False
    if any(page.word(there) in _APPLICANTS for there in range((let or at) + 1, min(at + _SEARCHED, len(page.tokens)))):
        return False
    owner = _owner(page, before, start)
    elsewhere = page.word(at).startswith("vot") and page.word(owner) in _ANYBODY
    over = page.word(at).startswith(("wrap", "conclud")) and page.word(owner) in ("interviews", "interview", "rounds", "round")
    elsewhere = elsewhere or _is_the_users(page, owner, start, hears=page.word(at).startswith(("hear", "find", "know")))
    return elsewhere or over or (not is_party(page, owner) and not is_party(page, before))


def _is_the_users(page: Page, owner: int, start: int, *, hears: bool) -> bool:
    """True for somebody of the user's own: "my thesis committee", "my doctor's office"; "my boss" where news comes to them."""
    my = next((there for there in range(owner - 1, max(owner - _DESCRIBED, start - 1), -1) if page.word(there) == "my"), None)
    if my is None or any(page.word(there) in _OWN_MEANS for there in range(my + 1, owner + 1)):
        return False
    known = PARTIES | _MATTER | _CLOSED | _COLLEAGUES
    return hears or any(page.word(there) not in known for there in range(my + 1, owner))


def _let_before(page: Page, at: int, start: int) -> int | None:
    """Where the "let" of "let everybody know" stands."""
    if page.word(at) != "know":
        return None
    return next((let for let in range(at - 1, max(start, at - _DESCRIBED) - 1, -1) if page.word(let) in ("let", "lets")), None)


def is_told_to_others(page: Page, start: int, end: int) -> bool:
    """True for news to somebody of the user's own: "tell my boss", "give my landlord an answer", "let my employer know"."""
    for at in range(start, end):
        own = page.skip(at + 1, "to", "them", "him", "her")
        if page.word(at) in _TELL and page.word(own) == "my":
            return not any(page.word(there) in _OWN_MEANS for there in (own + 1, own + 2))
        if page.word(at) in _TELL and page.word(own) in ("the", "our", "their") and _must(page, at, start):
            return not any(page.word(there) in _APPLICANTS for there in range(own, own + _SEARCHED))
    return False


def _must(page: Page, at: int, start: int) -> bool:
    """True for what the user has to do: "I'd have to tell (the job centre)"."""
    obliged = page.skip_back(at, ("to", "have", "need", "must", "got", "should", "gotta"))
    return obliged < at - 1 and obliged > start - 1 and page.word(obliged - 1) in ("i", "i'd", "i'll", "i've")


def _before(page: Page, at: int, start: int, inside: Collection[int]) -> int | None:
    """The word before a telling word, over auxiliaries, adverbs and dates; None where a clause or a phrase begins."""
    at -= 1
    while at >= start and (at in inside or page.word(at) in AUXILIARIES or is_adverb(page.word(at)) or _is_verbal(page, at)):
        at -= 1
    return at if at >= start and page.word(at)[0].isalpha() else None


def _is_verbal(page: Page, at: int) -> bool:
    """True for an unknown word between auxiliaries: "is waiting to hear", and a misspelt "we'll definitley let"."""
    before = page.word(at - 1)
    known = page.word(at) in _CLOSED or is_party(page, at)
    return not known and (before in _BEFORE_VERBAL or before.endswith(("'ll", "'d", "'re", "'m", "'ve")))


def _owner(page: Page, at: int, start: int) -> int:
    """The head of a noun over what describes it from behind: the "head" of "the head of people"."""
    for back in range(1, _DESCRIBED + 1):
        before = at - back
        if before <= start or page.word(before) in PRONOUNS or not page.word(before)[0].isalpha():
            return at
        if page.word(before) in _OF and page.word(before - 1)[0].isalpha() and page.word(before - 1) not in AUXILIARIES:
            return before - 1
    return at


def is_party(page: Page, at: int) -> bool:
    """True for somebody who may decide or tell: a pronoun, a name, one of the `PARTIES`, or the matter itself."""
    word = page.word(at).removesuffix("'s")
    return word in PRONOUNS or word in PARTIES or word in _MATTER or is_name(page, at)
