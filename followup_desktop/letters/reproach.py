"""Turns of phrase that cost goodwill: reproaches (E16), questions about one's own chances (E15), arguing with a no (E39)."""

from __future__ import annotations

import re


def _any(*turns: str) -> re.Pattern[str]:
    """One pattern for all of these turns of phrase, in either case and with either apostrophe."""
    return re.compile("|".join(turns).replace("'", "['’]"), re.IGNORECASE)


_NOT_YET = r"(?:(?:have|had|did|do) not|haven't|hadn't|didn't|have yet to|am yet to|still have not|still haven't|never)"
_HEARD = (
    r"(?:heard?(?! (?:of|about))|receiv\w+|(?:get|got|gotten|had|seen|see) (?:(?:an?|any|your|the|one) )?"
    r"(?:answer|reply|response|news|word|feedback|decision|update))"
)
_WAITED = rf"I(?:'ve| have| had)? ?(?:still )?(?:{_NOT_YET}|not)(?: yet| still| so far| even)* {_HEARD}\b"
_FIRST = r"(?:since|as|because|given that|seeing (?:that|as)|now that|considering that|while|although|though|if)"
_SAID = (
    r"(?:already |previously |clearly |just )?(?:said|mentioned|wrote|written|stated|explained|told you|pointed out|indicated)"
)
_MAIL = r"(?:e-?mails?|messages?|notes?|letters?|calls?|voicemails?|enquir(?:y|ies)|inquir(?:y|ies))"
_LAST = r"(?:last|previous|earlier|first|prior|other|many|several|two|three|unanswered|past)"
_ANSWERED = (
    r"(?:got(?:ten)?|get|come|came|replied|reply|responded|respond|answer(?:ed)?|call(?:ed)?|written|wrote|contact(?:ed)?"
    r"|let me know|been in touch|bothered)"
)

HANGING = _any(
    rf"\b{_FIRST} {_WAITED}[^,.;:!?]*(?:,\s*|(?=[.;:!?]|$))",
    rf"\b{_FIRST} no ?(?:one|body) (?:has )?{_ANSWERED}\b[^,.;:!?]*(?:,\s*|(?=[.;:!?]|$))",
    rf"\b(?:as|like) I(?:'ve| have| had)? {_SAID}\b(?: (?:to you|before|earlier|already|above|last \w+|in [^,.;!?]*))*,?\s*",
    rf"\b(?:as per|per|further to|despite|in spite of) my (?:{_LAST} )+{_MAIL}\b(?: (?:of|from|on|to) [^,.;!?]*)?,?\s*",
)
"""Reproaches that hang on a sentence: without them it says the same, and kindly."""
_WHOLE = _any(
    rf"\b{_WAITED}",
    r"\byou (?:have not|haven't|had not|did not|didn't|have yet to|have never|have still not|still have not|never) "
    rf"(?:yet |even )?{_ANSWERED}\b",
    rf"\bno ?(?:one|body) (?:has |have |had )?(?:yet |even )?{_ANSWERED}\b",
    r"\bstill (?:been )?(?:wait|await|hop|look)ing\b",
    r"\b(?:been|be|am|'m) (?:patiently |eagerly |anxiously )?(?:wait|await)ing\b",
    r"\b(?:keep|kept|keeping) me waiting\b",
    r"\b(?:still no|without|not one|not a single|not even an?) (?:an? |any )?(?:word|news|answer|reply|response|sign|feedback)\b",
    r"\byou (?:had |have )?(?:promised|assured|swore|guaranteed)\b",
    r"\byou (?:had )?(?:said|told me)(?: that)? (?:you|I|someone|somebody)(?:'d|'ll| would| will| were)\b",
    r"\byou were (?:going|supposed|meant) to\b",
    r"\byou (?:have )?(?:failed|neglected|forgot|forgotten|ignored)\b",
    r"\b(?:was|were) (?:told|promised|assured|supposed to (?:hear|get|receive))\b",
    r"\bshould have (?:heard|been|had|replied|got)\b",
    r"\b(?:your|the|this|such) (?:long )?silence\b|\bradio silence\b|\bwent quiet\b",
    r"\bignor(?:ed|ing) (?:me|my)\b|\bghost(?:ed|ing)\b",
    rf"\b(?:did|have) (?:you )?(?:even )?(?:get|got|receive|received|see|seen|read) my (?:{_LAST} )?{_MAIL}\b",
    rf"\bmy (?:{_LAST} )+{_MAIL} (?:went|remains?|was|were|has|have|is|got)\b",
    r"\bunanswered\b|\boverdue\b|\bthe courtesy of\b",
    r"\b(?:date|day|deadline|time|week) (?:has|have|is) (?:now |long |already )?(?:passed|gone|past|come and gone)\b",
    r"\b(?:has|is|'s) (?:now |already )?been (?:over |more than |almost |nearly )?(?:[\w-]+ )?"
    r"(?:days?|weeks?|months?|a while|ages)\b",
    r"\bhow (?:much )?long(?:er)? (?:do|must|will|should|does|is)\b",
    r"\bwhy (?:have|has|did|do|does|is|are|am) (?:you|no|it|I|nobody)\b",
    r"\b(?:hoped|expected|thought) (?:to|I would|I'd) (?:hear|have heard|get|have had|know)\b",
    r"\b(?:reminder|remind you)\b|\bonce (?:again|more) (?:ask|request)",
    r"\b(?:finally|at long last|at last) (?:let|tell|hear|know|get|decide)",
)
"""Reproaches that fill their sentence."""
_CHANCES = _any(
    r"\bmy (?:real |actual )?chances?\b|\bstand a chance\b|\b(?:any|what) chances? (?:for me|that I|of (?:me|getting|my))\b",
    r"\b(?:am|was) I (?:still )?(?:in the running|being considered|in contention|a candidate|on the (?:list|shortlist)|among"
    r"|one of|your|the right|out of|good enough|convincing)",
    r"\bhow (?:did I|I did|likely (?:is|am|do)|do I (?:compare|rank)|am I doing|was I)\b|\bwhere (?:do )?I stand\b",
    r"\bdo you (?:think|believe|feel|see) (?:that )?(?:I|me|my)\b",
    r"\b(?:impression|opinion|verdict|assessment|view) of me\b",
    r"\b(?:have|did|will) I (?:get|got|made|make|pass|passed|been (?:chosen|picked|selected|rejected|shortlisted))\b",
    r"\bmake the cut\b|\bshort-?list(?:ed)?\b|\bmy (?:odds|prospects|standing|performance|ranking)\b",
    r"\bhave you (?:chosen|picked|selected|rejected|decided (?:on|for|against)) (?:me|my)\b|\bgood news for me\b",
)
_ARGUING = _any(
    r"\b(?:disagree|unfair(?:ly)?|injust\w+|reconsider|re-?think|overlook\w*|deserv\w+|unjustif\w+|second thoughts)\b",
    r"\b(?:change your mind|appeal against|discriminat\w+|biased|lawyer|complain\w*|contest (?:this|the|your))\b",
    r"\b(?:a|your|big|great|serious) mistake\b|\bmistaken\b|\bwrong (?:decision|choice|person)\b",
    r"\byou (?:will|may|might) regret\b",
    r"\b(?:surprised|shocked|upset|angry|astonished|baffled|disappointed) (?:by|that|at|in|with|to)\b",
    r"\b(?:do not|don't|can not|cannot|can't|could not|couldn't|did not|didn't) (?:understand|see|accept|agree|believe)\b",
    r"\bwhy (?:was I|were|did you|not me|am I|have you|I was)\b|\b(?:more|better) (?:qualified|suited|experienced)\b",
    r"\bI (?:really |truly |still |firmly )?(?:believe|think|thought|feel|felt) (?:that )?(?:I|you|your|the) "
    r"(?:was|am|would|should|had|have|were|are)\b",
    r"\bshould have (?:been|chosen|given|hired|taken)\b|\b(?:another|second) (?:chance|look)\b|\bgive me a chance\b",
)


def reproach(sentence: str) -> re.Match[str] | None:
    """What in that sentence reads as a reproach (E16)."""
    return HANGING.search(sentence) or _WHOLE.search(sentence)


def chances(sentence: str) -> re.Match[str] | None:
    """What in that sentence asks how the writer's own chances are (E15)."""
    return _CHANCES.search(sentence)


def arguing(sentence: str) -> re.Match[str] | None:
    """What in that sentence argues with a no (E39)."""
    return _ARGUING.search(sentence)
