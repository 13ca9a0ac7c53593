"""The words that tell what a date is about; a list for each purpose, in lower case."""

from __future__ import annotations

from followup_desktop.core.hearing.page import phrases
from followup_desktop.core.hearing.tokens import word_set

_MAKE = ("make", "makes", "making", "made")
_TURN = ("turn", "turns", "turning")
_WHOSE = ("my", "our", "their", "his", "her", "your", "its")
DECIDING = word_set(
    """
    appoint appoints
    approval approvals sign contracts decide decides deciding decision decisions hear hears hearing heard know knows knowing
    tell tells call calls calling ring rings ringing phone phones phoning contact contacts contacting contacted email emails
    mail mails write writes text texts message messages reach reaches respond responds responding response reply replies
    answer answers answering update updates updated inform informs informed notify notified notification feedback news word
    offer offers verdict result results outcome choose chooses choosing choice pick picks picking select selects selecting
    selected selection finalise finalize finalised finalized finalising finalizing conclude concludes concluded conclusion
    wrap wraps wrapped fill fills filled filling announce announces announced confirm confirms confirmed confirmation
    shortlist timeline timeframe settle settled signs signed signing resolve resolved approve approves approved extend letter
    letters rejection rejections ping process hire revert deliberate deliberates deliberating vote votes voting recommendation
    telling writing texting notifying informing emailing mailing callback callbacks proposal communicate communicated
    announcement announcements
    """
)
"""Words about deciding and hearing back."""

OTHER = word_set(
    """
    twice rsvp available availability zoom skype
    took lasted lasts expires elsewhere expire expired start starts starting started begin begins beginning began join joining
    joined notice vacation vacations leave leaves pto away holiday holidays training onboarding probation salary launch
    launches launched launching ship ships shipped shipping release releases released sprint sprints deploy deploys deployed
    founded moved moving worked work works working lived born open opened opening opens days office remote remotely home wfh
    shift shifts rota experience old graduate graduated graduating degree visa homework assignment assignments test tests
    portfolio references reference sick parental maternity paternity sabbatical travelling traveling travel conference
    renovation moves relocation relocate trial trip weekly monthly daily quarterly yearly annually lunch coffee dinner party
    standup demo budget fiscal deadline submit submitting bring return returns laptop session sessions courses project
    projects kickoff roadmap product customer customers went talked talking met spent shown showed ran run running built
    building wrote raised funding came grew growing doubled anniversary
    """
)
"""Words about everything else that has a date."""

DECIDING_PHRASES = phrases(
    (
        ("in", "touch"),
        ("touch", "base"),
        ("get", "back"),
        ("gets", "back"),
        ("getting", "back"),
        ("got", "back"),
        ("circle", "back"),
        ("loop", "back"),
        ("swing", "back"),
        ("write", "back"),
        *((verb, "up", whose, *mind) for verb in _MAKE for whose in _WHOSE for mind in (("mind",), ("minds",))),
        ("a", "line", "under"),
        ("off", "my", "desk"),
        ("off", "our", "desk"),
        ("watch", "your", "phone"),
        ("watch", "your", "email"),
        ("check", "your", "email"),
        ("a", "name"),
        ("hold", "your", "breath"),
        ("next", "steps"),
        *((verb, what, way) for verb in _TURN for what in ("these", "this", "it", "things") for way in ("round", "around")),
        ("check", "back"),
        ("report", "back"),
        ("come", "back", "to"),
        ("back", "to", "you"),
        ("back", "to", "me"),
        ("back", "with", "you"),
        ("follow", "up"),
        ("reach", "out"),
        ("move", "forward"),
        ("moving", "forward"),
        ("in", "place"),
        ("in", "post"),
        ("on", "board"),
        ("check", "in"),
        ("sign", "off"),
        ("yes", "or"),
        ("in", "your", "hands"),
        ("in", "your", "inbox"),
        ("thumbs", "up"),
        ("leave", "it", "with", "me"),
        ("leave", "it", "with", "us"),
        ("haven't", "called"),
        ("hasn't", "called"),
        ("drop", "me"),
        ("drop", "you"),
        ("ask", "me", "again"),
        ("ask", "again"),
        ("try", "me", "again"),
        ("your", "inbox"),
        ("keep", "you", "waiting"),
        ("make", "you", "wait"),
        ("leave", "you", "waiting"),
        ("leave", "you", "hanging"),
        ("in", "writing"),
        ("here", "from", "us"),
        ("here", "from", "me"),
        ("pull", "the", "trigger"),
        *((verb, "out") for verb in ("find", "finds", "finding")),
        *(
            (verb, *down)
            for verb in ("nailed", "nail", "pinned", "pin", "locked", "lock")
            for down in (("down",), ("this", "down"))
        ),
        ("land", "on", "a"),
        *((*choose, whom) for choose in (("land", "on"), ("lock",), ("lock", "in")) for whom in ("someone", "somebody")),
        *((send, "you", an) for send in ("shoot", "flick", "pop", "fire") for an in ("a", "an")),
        *((close, the, "position") for close in ("close", "closing") for the in ("the", "this")),
        ("on", "the", "phone", "to", "you"),
        ("connect", "with", "you"),
        *((whom, "locked") for whom in ("someone", "somebody")),
        *((told, "you") for told in ("intimate", "intimating")),
        *((be, "intimated") for be in ("be", "get", "getting")),
        ("left", "hanging"),
        ("your", "misery"),
        ("narrowed", "it"),
        ("sewn", "up"),
        ("sew", "this", "up"),
        ("close", "this", "out"),
        ("you'll", "have", "heard"),
        ("will", "have", "heard"),
        ("pencil", "in"),
        ("pencilled", "in"),
        ("penciled", "in"),
        ("a", "bell"),
        ("a", "buzz"),
        ("a", "tinkle"),
        ("a", "shout"),
        ("green", "light"),
        ("white", "smoke"),
        ("go", "-", "ahead"),
        ("bump", "me"),
        ("nudge", "me"),
        ("chase", "me"),
        ("chase", "us"),
        ("nudge", "us"),
    )
)
"""The same in several words."""

AWAY_PHRASES = phrases(
    (
        ("candidate",),
        ("candidates",),
        ("others",),
        ("applicants",),
        ("interviewing",),
        ("interviews",),
        ("interviewed",),
        ("panel",),
        ("meets",),
        ("meeting",),
        ("meetings",),
        ("be", "in"),
        ("i'm", "in"),
        ("is", "in"),
        ("last", "interview"),
        ("last", "day"),
        ("another", "interview", "at"),
        ("an", "interview", "at"),
        ("is", "out"),
        ("are", "out"),
        ("she's", "out"),
        ("he's", "out"),
        ("i'm", "out"),
        ("they're", "out"),
        ("be", "out"),
        ("am", "out"),
        ("is", "off"),
        ("i'm", "off"),
        ("she's", "off"),
        ("he's", "off"),
        ("back",),
    )
)
"""Being away and seeing others: where nothing is said of a decision, the date is of that."""

ROUNDS = frozenset({"round", "rounds", "interview", "stage", "screening", "screen", "presentation", "session", "step"})
"""Another meeting with the user; "second round next week"."""

PLAIN = word_set(
    """
    date dates steps bear patient patience tight standard rule average afraid sorry unfortunately window much
    reckons reckoned guessed guesses figured figures a an the this that these those it its it's they're they they'll they'd
    them their we we'll we'd we're us our you you'll you'd you're your i i'll i'd i'm me my he he'll he'd she she'll she'd
    he's she's him her his hers who whom which what there there's that's here is are was be been being am isn't will would
    shall should could can may might must do does did doing done have has had having get gets getting got give gives giving
    let lets need needs take takes taking make makes making made go goes going come comes coming want wants hope hopes hoped
    hoping hopefully plan plans planned planning aim aims aiming target targets targeting try tries trying look looking looks
    think thinks thought guess suppose say says said saying told mention mentioned promise promised promises estimate
    estimated reckon probably likely maybe perhaps possibly ideally definitely certainly roughly around about approximately
    approx circa ca some sometime time times early late mid middle end start by before after until till til within in inside
    on at to of from for with without over under during through than then so and or but if when once as soon while because
    since though although unless either both no not more less most least latest earliest later sooner earlier best worst case
    another next last up out off all everything everyone anything something nothing things thing one two three any again still
    yet just only even already almost very really quite too also now well ok okay yes yeah please allow allows right shortly
    immediately directly thereabouts anywhere somewhere it'll that'll there'll thanks thank happen goal idea hr team folks
    people boss recruiter manager hiring company committee board director everybody whole usually
    normally typically generally usual normal week weeks month months day days long someone somebody forward finished sorted
    sure certain mind minds expect expects
    expecting expected finally final quick quickly fairly pretty bit little max maximum minimum tops hopeful optimistic
    good great first wait waiting
    complete hands hurry rush eta luck radio worrying panicking chasing anytime assured guaranteed swore
    warned insisted indicated hinted suggested implied
    predicted
    sounds sounded sound seems seemed seem sense gut according turnaround dusted drag drags dragging
    figure shocked surprised disappointed amazed astonished anyone anybody
    taken finish arvo itself needful whatever happens sort keen ah oh eh hey yep aye mate cheers grand slow same nothing's let's
    gonna wanna gotta ought shooting fast it'd there'd that'd they've we've you've i've um uh er
    """
)
"""Words that say nothing about the subject."""

TO_THEM = phrases(
    (
        ("on", "call"),
        ("on", "-", "call"),
        ("let", "us", "know"),
        ("let", "them", "know"),
        ("let", "her", "know"),
        ("let", "him", "know"),
        ("tell", "us"),
        ("tell", "them"),
        ("send", "us"),
        ("send", "them"),
        ("send", "me", "your"),
        ("send", "my"),
        ("send", "her"),
        ("send", "him"),
        ("reply", "to", "them"),
        ("back", "to", "them"),
        ("back", "to", "us"),
        ("i", "need", "to"),
        ("i", "have", "to"),
        ("i", "must"),
        ("i'll", "send"),
        ("i", "will", "send"),
        ("i", "promised"),
        ("you", "need", "to"),
        ("you", "have", "until"),
        ("yours",),
        ("thank", "-", "you"),
        ("think", "it", "over"),
        ("think", "about", "it"),
        ("thinking", "it", "over"),
        ("thinking", "about", "it"),
        ("up", "to", "you"),
        ("you", "have", "to"),
        ("have", "until"),
        ("i", "can", "start"),
        ("need", "your"),
        ("need", "my"),
        ("want", "my"),
        ("my", "availability"),
        ("your", "availability"),
        ("call", "them"),
        ("ask", "them"),
        ("email", "them"),
    )
)
"""The user's own tasks."""

DONE = word_set("offered decided hired sent found chosen called picked filled")
"""Words about deciding that tell of the past, unless something is still to come: "should be decided"."""

TO_COME = word_set(
    """
    will would should could might may be to hope hopes hoping want wants like going expect expects we'll they'll you'll i'll
    he'll she'll it'll we'd they'd i'd she'd he'd
    """
)
"""Words that put what follows into the future."""

STOPS = word_set(". ; ! ? : ( )")
"""Signs that end a clause."""

SPLITS = word_set("but so while because although though unless then whereas which")
"""Words that start another clause."""

SUBJECTS = word_set(
    """
    he's she's it's i'm we're they're you're there's we they i you he she it we'll they'll i'll you'll he'll she'll it'll we'd
    they'd i'd you'd he'd she'd will then let should to decide that make a the call get hear expect hopefully
    """
)
"""Words that start another clause after "and"."""

VERBS = word_set("said says told decides signs calls tells writes announces picks chooses emails rings phones lets votes")
"""Words that go on about the same subject after "and"; they start another clause where they have a date of their own."""

NOT = word_set(
    """
    silence silent not won't don't doesn't can't cannot never unlikely no nothing nobody isn't wouldn't shouldn't didn't
    without couldn't shan't hadn't haven't hasn't aren't neither nor
    """
)
"""Words that deny."""

NOT_DENYING = word_set("later sooner earlier more longer doubt hesitate worry forget problem worries matter only")
"""Words before which "no" or "not" denies nothing."""

UNSURE = phrases((("not", "sure"), ("not", "certain"), ("no", "idea"), ("don't", "know"), ("doubt",), ("unsure",), ("unclear",)))
"""Words of somebody who does not know."""

PAST = word_set("started joined moved left hired opened founded began worked was were had did")
"""Verbs that put an event into the past."""

OVER = word_set("was were had did went")
"""Words that tell of what is over, where nothing is said of a decision."""

STILL_OPEN = word_set("told hoping aiming planning looking expecting thinking going saying supposed meant hoped")
"""Words after which those still speak of what is to come: "I was told by Friday"."""

REPORTS = word_set(
    "said says thinks thought told mentioned mentions promised promises reckons guesses hopes wants expects will would"
)
"""Verbs whose subject may be any name, with or without its capital."""

THE_USER = word_set("i i'm i've i'll you you're you've my your")
"""Words for the user, whose own plans are no promise."""

OR = word_set("or to - / through thru and until till")
"""Words between two dates that make one window of them."""

MAYBE = word_set("could might maybe perhaps possibly worst latest probably hopefully likely ideally failing if")
"""Words between two dates that make the second a fallback of the first."""
