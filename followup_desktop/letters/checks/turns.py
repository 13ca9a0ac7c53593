"""Turns of phrase that a card does without: pay, begging, complaints, offers, excuses, self-praise (E31, E32, E34)."""

from __future__ import annotations

import re

from followup_desktop.letters.checks.found import any_of
from followup_desktop.letters.grammar import words

_PAY = (
    r"(?:salary|salaries|wages?|pay(?:check| ?rise| raise| range| band| scale| grade)?|remuneration|compensation|bonus(?:es)?"
    r"|hourly rate|day rate|overtime|commission|perks|allowances?|pension|benefits|package|stock options?|income|money|earnings)"
)
_OURS = r"(?:my|the|a|an|any|this|that|your|lower|higher|better|more|good|fair|generous|starting|sign-?on|signing|base|current)"
_JUDGED = r"(?: (?:you (?:\w+ )?)?(?:is|are|was|were|sounds?|seems?|would|will|could|should|suits?|still|fits?|stays?|can be)\b)"
_AMOUNT = r"(?:[$£€] ?\d[\d.,]*(?: ?k| ?thousand)?|\d[\d.,]*(?: ?k\b| thousand| (?:dollars|pounds|euros))?)"
_COUNTED = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)(?:[ -]\w+)? "
    r"(?:dollars|pounds|euros|grand|quid)"
)
_SUITS = (
    r"(?:still stands|(?:is|are|was|sounds?|seems?|would be) (?:fine|enough|fair|good|okay|ok|generous|right|low)"
    r"|suits? me|works for me)"
)
PAY = any_of(
    rf"\b{_OURS} (?:\w+ ){{0,2}}?{_PAY}(?: schemes?| systems?| offers?)?{_JUDGED}",
    rf"\b{_OURS} (?:\w+ )?(?:salary|wages?|pay|remuneration|compensation|bonus|pay (?:rise|raise|range))"
    r"(?= ?[.,;!?]|$| you| that you| we| after| of [$£€\d]| for (?:this|the) (?:job|role|position|post)| and )",
    rf"(?:^|[.;,] )(?:money|pay|salary){_JUDGED}",
    rf"\b(?:discuss|negotiate|talk about|agree on|speak about|regarding|concerning|about) (?:\w+ )?{_PAY}\b(?=[ ]?[.,;!?]|$"
    rf"| with)",
    r"\bmy (?:\w+ )?(?:salary|wages?|pay|income|earnings|bonus)\b",
    # Pay and a sum that only pay comes in, close together.
    r"\b(?:salary|wages?|pay|compensation|remuneration|bonus)\b(?! attention)[^.!?;]{0,24}?(?<!\w)"
    r"(?:[$£€] ?\d[\d.,]*k?|\d+ ?k\b(?! (?:run|race|rows?|lines?|users?))|\d\d[.,]\d{3}\b)"
    r"|\b(?:you|they|it) (?:would |will |only )?pays? (?:me |us )?(?:[$£€] ?\d|\d+ ?k\b|\d\d[.,]\d{3}\b)"
    r"|\b(?:on|for|at|make|makes) \d{2,3} ?k\b(?=[.,;!?]|$| (?:a year|per|plus|basic|base|now)\b)",
    r"\bsalary (?:expectations?|requirements?|wishes|of [$£€]?\d|you|negotiable|for (?:this|the) (?:job|role|position|post))",
    r"\b(?:benefits?|compensation|pay|salary) package\b|\bpackage (?:you|that you)\b|\bequity (?:stake|share|grant|package)\b",
    r"\bwhat you pay\b|\byou pay (?:me|well|better|more|badly)\b|\bpays? (?:well|badly|better)\b|\bhow (?:well|much"
    r"|badly) (?:you|they) pay\b",
    r"\bhow much (?:I|you|the job|it) (?:would |will )?(?:earn|pay|make|pays)\b|\b(?:figure|sum|number|price) that suits\b",
    r"\bI (?:\w+ ){0,3}(?:earn|am paid|get paid|be paid|am earning)\b(?! (?:my keep|your|their))",
    r"\bI (?:\w+ ){0,3}make (?:at least |about |around )?[$£€]? ?\d",
    rf"(?:{_AMOUNT}|{_COUNTED}) (?:an?|per|each|every) (?:hour|day|week|month|year|annum)\b(?! (?:for|to) (?:charity|the poor))",
    r"\b(?:per annum|per hour)\b",
    rf"\b(?:start|begin|settle|do|work) (?:at|for) {_AMOUNT}(?! (?:o'clock|a\.m|p\.m|am|pm|in the)\b)(?=[.,;!?]|$| (?:an?"
    rf"|per)\b)",
    r"\b(?:at least|looking for|asking for|happy with|no less than|expect(?:ing)?|range of|offer of) (?:about "
    r"|around )?(?:[$£€] ?\d[\d.,]*k?|\d+ ?k)\b",
    rf"{_AMOUNT} {_SUITS}",
    r"\b(?:a|the|any|another) raise (?:after|would|of|in|is|was)\b|\b(?:the|this|that) (?:job|role|position|post) pays\b",
    r"\b(?:better|well|badly|poorly|decently|fairly) paid\b(?! (?:off|attention))",
    r"\b(?:about|discuss(?:ing)?|negotiat(?:e|ing)|concerning|regarding) (?:the |my |your )?(?:salary|pay|wages?"
    r"|compensation|remuneration)\b(?=[.,!?]|$| (?:again|too|also|in|at|with|before|soon|now)\b)",
    r"\b(?:salary|pay|wage) (?:range|level|question|offer|band|figure|negotiations?|expectations?)\b|\b(?:closer to|near"
    r"|up to|around|hoping for) [$£€]?\d\d+ ?k\b(?=[.,!?]|$)",
    r"\b(?:job|employer|company|firm|position|role) (?:paid|pays) (?:me|more|less|better|well|badly)\b|\bdesired salary\b",
    r"\b(?:good|nice|fat|steady|regular|decent|bigger|better|first) pay ?checks?\b",
)
"""The writer's own pay (E34). Sums of other sorts, and pay as a trade, are no business of it."""
PAY_AS_TRADE = any_of(
    r"\b(?:bonus (?:rounds?|questions?|tracks?|points?)|pa(?:y|ys|id) (?:\w+ )?(?:attention|heed|homage|tribute|a visit|off"
    r"|for itself))\b",
    r"\b(?:salary|salaries|wages?|pay|bonus(?:es)?|compensation|pension|benefits?|overtime|commission)"
    r" (?:systems?|software|teams?|surveys?|data|tables?|records?|runs?|slips?|schemes?|structures?|macros?|bills?|clerks?"
    r"|audits?"
    r"|thefts?|models?|history|offices?|departments?|projects?|contributions?|law|rules|gaps?|equity|talks)\b(?! (?:is|are"
    r"|sounds?|seems?) (?:very |really |so )?(?:attractive|good|nice|fair|generous|tempting|great))",
    r"\b(?:salary|salaries|wages?|pay|bonus(?:es)?|compensation|pensions?|payroll|benefits?|money)(?: \w+)? (?:of|for"
    r"|to) (?:a|an|one|your|the|\w+) "
    r"(?:clients?|customers?|employers?|school|schools|class|hospice|hospital|charity|teachers|nurses|firms?)\b",
    r"\b(?:raise|raised|raises|saved|stolen|lent|gave|give|made of|health|side) (?:\w+ )?(?:money|benefits?)\b"
    r"|\bmoney (?:that )?you raised?\b",
    r"\bgross and net pay\b",
)
"""Pay that an accountant or a lawyer may well write about, and sayings."""
BEGGING = any_of(
    r"\b(?:I(?: would|'d)? beg|begging|desperate(?:ly)?|implore|plead(?:ing)?)\b",
    r"\bplease,? (?:\w+ )?(?:hire|employ)\b|\bplease,? (?:please |do |just |at least )*(?:give|choose|pick|consider|take"
    r"|do not forget|don't forget) me\b|\bplease,? (?:do )?consider (?:my|hiring)\b",
    r"\bput in a (?:good )?word\b|\bgood word for me\b",
    r"\bI (?:really |badly |so |truly |desperately |do )?need (?:this|the|a|any|your)? ?(?:job|work|position|income|money"
    r"|employment)\b"
    r"|\bneed(?:s|ed)? this(?! (?:book|recipe|map|list|rest))\b",
    r"\b(?:take|accept|want|do) any job\b|\b(?:my|is the|be my|be the) (?:last|only|one|final) (?:chance|hope|resort|way out)\b"
    r"|\b(?:give|gave|given|grant|granted|offer) me (?:just |only )?(?:this|a|the|one|another|that) (?:\w+ )?(?:chance|try"
    r"|go|shot|opportunity)\b"
    r"|\bjust (?:one|a) (?:chance|try)\b|\bthis is (?:my )?(?:last|only) chance\b",
    r"\bI(?:'d| would| will|'ll)? (?:do|take|give|accept) (?:anything|whatever)\b(?! but)|\bwhatever it takes\b|\bsave my life\b"
    r"|\bwork for (?:free|nothing)\b",
    r"\bout of work\b|\b(?:I am|I'm|been|was) (?:jobless|without work|unemployed|out of a job)\b|\bunemployment\b",
    r"\b(?:forever|for ever|eternally) (?:in your debt|grateful)\b|\bin your debt\b",
    r"\b(?:hope|pray|wish) (?:that )?you(?:'ll| will| would| can| could)? (?:choose|pick|hire|take|select|employ|want) me\b",
    r"\bbills to pay\b|\b(?:family|children|kids|mouths|wife|parents) to (?:feed|support|care for)\b|\brent is due\b"
    r"|\bpay (?:my|the) rent\b",
    r"\b(?:no ?one|nobody)(?: else)? (?:will|would|wants to) (?:hire|take|employ) me\b|\bhave mercy\b|\bpity (?:me|on)\b",
    r"\byou (?:will|would|won't|wouldn't) (?:not |never )?regret\b|\bmean(?:s|t)? the world to me (?:to get|if)\b"
    r"|\bif you (?:only )?(?:gave|hired|chose|took) me\b",
    r"\bfor nothing\b(?=[.!]|$)|\bevict\w*|\bon my knees\b|\bsave me\b(?=[.!]|$| from)|\b(?:won't|will not|would not"
    r"|wouldn't) be sorry\b",
    r"\b(?:take|accept) (?:even )?(?:the worst|any|every|whatever) (?:shifts?|pay|hours|work|position|role)\b|\b(?:my"
    r"|our) (?:debts|savings are|visa (?:ends|expires|runs))\b",
    r"\bI (?:cannot|can't) afford\b|\bcount(?:ing)? on you\b|\bI have nothing left\b|\bhelp me out\b",
    r"\bdo (?:absolutely |just |really |almost )?anything (?:to|for|if)\b|\b(?:hire|employ) me\b|\bneed it (?:so )?badly\b"
    r"|\bshort-?list\b|\bmeans? everything to me\b|\bin your heart\b|\bhave to (?:take|choose|pick) me\b",
)
"""Pleas, and the hardships that plead (CARDS, "Check")."""
BEGGING_FINE = any_of(
    r"\b(?:thank you|thanks|grateful|thankful|glad|happy)(?: so much| again)? (?:for|that you)(?: \w+)?(?: me)? (?:this|a"
    r"|the|that) (?:chance|opportunity)\b",
    r"\bI beg to differ\b|\bbeg your pardon\b|\bthat you (?:gave|have given|offered) me (?:this|a|the)\b"
    r"|\byou gave me (?:this|a|the) chance to\b",
    r"\bthe (?:many )?unemployment\b|\bunemployment (?:figures|rate|office|statistics|data)\b",
)
"""Thanks for a chance that was given."""
THANKS = re.compile(r"\b(?<!no )(?:thank|thanks|thankful|grateful|gratitude|appreciate|appreciated|indebted)\b", re.IGNORECASE)
"""What says thank you (E28); "No thanks to the rain" does not."""
DECISION = any_of(
    r"\byour (?:final )?(?:decision|verdict|answer|reply|response|choice|judge?ment)\b",
    r"\b(?:when|how|whether|what|if|who|whom) (?:\w+ ){0,3}?(?:you(?:'ll| will| would| have| can| plan to| expect to)?"
    r"|the (?:team|board|panel|company)) "
    r"(?:\w+ )?(?:decided?|choose|chose|select|expect to|conclude|pick|appoint|hire)\b",
    r"\bwhen (?:can|may|will|could|should|might) I (?:expect|hear|know|learn|start|begin)\b",
    r"\b(?:have|has|had) (?:you|they|the (?:team|board|panel)|a decision|the decision|somebody|someone) (?:already "
    r"|now )?(?:been )?(?:decided|chosen|made|picked|found)\b",
    r"\bhear(?:ing)? (?:back|more|soon|of|something|anything|good news|positive news)*(?: ?soon)? ?from (?:you|your|the)\b"
    r"|\bhear(?:ing)? back\b",
    r"\bhear (?:something|anything|soon|good news|the news|either way)\b|\bto hear from you\b|\bhear from me\b",
    r"\bmy (?:choice|chances?|odds|prospects)\b|\bstand a chance\b|\byour choice (?:falls?|fell|will|is)\b",
    r"\blet me know (?:how|if|whether|what|when|the|your|as soon|soon|either way|in time|by)\b|\beither way\b(?=[.!?]|$)"
    r"|\bin my fav(?:o|ou)r\b",
    r"\bthe (?:outcome|result|decision|verdict)s?(?=[.,!?]|$| of (?:my|our|the (?:interview|process|selection|talk)))",
    r"\b(?:positive|favou?rable|early|quick|speedy|prompt) (?:answer|reply|response|decision|outcome|result|news)\b",
    r"\b(?:for|any|some|await|hope for) (?:good |positive |further )?news\b|\bgood news (?:from|soon|for me)\b|\bdecided yet\b",
    r"\bhow did I (?:do|fare)\b|\b(?:did|will|do) I (?:get|got|pass|make) (?:the|this|it)\b|\bwho (?:gets|got|will get"
    r"|has got|is to get|was chosen|is chosen|will be chosen)\b",
    r"\bwhere I (?:stand|am in)\b|\bin the running\b|\b(?:await|awaiting|wait for|waiting for) (?:your|an|any|good|news"
    r"|the (?:answer|decision|result|outcome|news|verdict|call))\b",
    r"\bwhat (?:are|is|will be) the next steps?\b|\bnext steps? (?:in|of) (?:the|your) (?:process|selection)\b"
    r"|\bupdate on\b|\bstatus of (?:my|the)\b",
    r"\b(?:am|was) I (?:still )?(?:in|on|the one|among|chosen|selected|successful)\b|\b(?:cannot|can't"
    r"|can hardly) wait to hear\b",
    r"\b(?:made|make|making|reach|reached|take|taken) (?:a|your|the) decision\b|\bfingers crossed (?:for|that)\b",
    r"\b(?:selection|hiring|decision)(?: process)? (?:take|takes|last|end|be over|be made|is made)\b|\b(?:call|phone|ring"
    r"|write)(?: you)? (?:\w+ ){0,3}about the decision\b",
    r"\bwhen (?:\w+ ){0,4}you (?:will|would|might|may|can|could) (?:call|write|phone|let me know|get back)\b"
    r"|\bget(?:ting)? back to me\b",
    r"\bdo you (?:already )?know (?:who|when|whether|if)\b|\babout (?:your|the) decision\b|\bask (?:you )?(?:when|whether"
    r"|if) you\b",
    r"^(?:when|by when|how soon|how long|who else|have you (?:made|decided|chosen|filled|found)|did I|do I|am I|was I"
    r"|will I|has (?:the|a|any))\b[^?]*\?$",
    r"\bwhether I (?:got|get|am|was|will|made|have|can)\b|\b(?:hope|want|wish|love|like|looking forward) to (?:get|be given"
    r"|land|win|have|start|starting) (?:the|this) (?:job|post|position|role|place)\b",
    r"\bmade up your mind\b|\bdecide (?:for|on|in favou?r of) me\b|\bfingers crossed\b(?! for (?:you|your))"
    r"|\bcount on (?:an|your) answer\b|\b(?:other|all the) (?:candidates|applicants)\b",
    r"\b(?:wait|waiting) for your (?:call|word|mail|e-?mail|letter)\b|\b(?:know|learn|hear"
    r"|told) (?:\w+ ){0,2}whether\b[^.]*\b(?:job|post|position|role|I)\b|\bget back to me\b|\byour call\b(?=[.!]|$)",
    r"\b(?:a|the|your|any|final) decision (?:will|is|has|can|may|might|would|should|date|by)\b|\b(?:if|whether"
    r"|that) I(?: am|'m| was|'ve been| have been) (?:hired|chosen|selected|successful|in)\b",
    r"\bkeep me (?:posted|updated|informed|in the loop|up to date)\b"
    r"|\b(?:about|on|of|with|regarding) my application\b(?=[?])|\bnews (?:about|on|of)\b[^.]*\bmy application\b"
    r"|\bfind out (?:if|whether|when)\b|\btimeline\b(?= (?:for|of|is))",
    r"\bthe answer is (?:yes|no|positive)\b|\b(?:offer|give|giving|offering) me (?:the|this) (?:job|post|position|role|place)\b",
)
"""Asks, however softly, how the decision goes or when it falls (E31)."""
DECISION_FINE = any_of(
    r"\b(?:your|the|a) (?:decision|choice) (?:to|of|between|not to|that)\b|\byou decided (?:to|on|that|against|between)\b"
    r"|\bhow you decide(?:d)? (?:what|which|on|to|who goes)\b",
    r"\byour (?:kind |quick |fast |patient |clear |honest |wise |funny |fine )?(?:answers?|reply|response)(?: to| about| on"
    r"| was| made| helped| stayed| has)\b",
    r"\b(?:hear|hearing) (?:from you )?(?:about|how|that|of|more about)\b|\bthe results? of (?:the|your) (?:trial|study"
    r"|survey|test|vote|match|race|experiment)\b",
    r"\bto hear from you (?:how|that|about|what|why)\b|\bthat you decided\b|\bmake decisions\b|\bhow (?:you"
    r"|the team) (?:make|made|reach|reached) (?:a |the )?decisions?\b",
)
"""Decisions, answers and news that are not about the writer."""
CLICHE = any_of(
    r"\bhit(?:ting)? the ground running\b|\bteam[ -]player\b|\bthink(?:ing)? (?:outside|out) (?:of )?the box\b",
    r"\b(?:perfect|great|ideal|good|natural|excellent|right) (?:fit|match|candidate)\b|\bsynerg\w+|\bdream (?:job|company"
    r"|role)\b",
    r"\b(?:passionate about|(?:highly|very|extremely|self|super)[ -]motivated|born leader|natural leader|multi-?task\w*)\b",
    r"\b(?:love|enjoy|thrive on|welcome|like|seek|rise to) (?:a |new )?challenges?\b|\bnew challenge\b"
    r"|\bgive (?:it )?my all\b|\b(?:my|a) perfectionist\b",
    r"\bmy passion (?:for|is)\b|\b(?:valuable|great|good|strong|real|excellent|worthy) (?:asset|addition)\b|\b(?:an|real"
    r"|huge) asset to\b|\btouch base\b",
    r"\bat your earliest convenience\b|\blook no further\b|\bwin[ -]win\b|\b1[0-9]0 ?(?:%|per ?cent)|\b(?:self[ -]starter"
    r"|problem[ -]solver)\b",
    r"\bwear (?:many|several) hats\b|\b(?:fast|quick) (?:learner|study)\b|\bhard[ -]?work(?:er|ing)\b|\bI(?: would|'d|'ll"
    r"| will| can)? (?:also )?bring (?:\w+ )+to the table\b",
    r"\bunder pressure\b|\bpeople person\b|\b(?:results?|details?|goals?|solutions?|customer|team|service)[- ](?:oriented"
    r"|driven|focus+ed)\b",
    r"\bmatch made in heaven\b|\bsecond to none\b|\bextra mile\b|\b(?:proven )?track record\b|\bgame[ -]changer\b"
    r"|\bgo-getter\b|\bcan-do\b|\bthink big\b",
    r"\bmove the needle\b|\bthought leader\b|\bbest of breed\b|\b(?:good|excellent|strong|great) (?:communication|people"
    r"|interpersonal|organi[sz]ational) skills\b",
    r"\b(?:communication|people|interpersonal|organi[sz]ational|soft|leadership) skills\b|\brock ?star\b"
    r"|\bbest of both worlds\b|\battention to detail\b(?= (?:is|are) my)",
    r"\bstrong work ethic\b|\bmake a difference\b|\badd(?:ed)? value\b|\bfrom day one\b|\bnext level\b"
    r"|\bunique skill ?set\b|\bgreat opportunity\b|\bflexible and\b|\bteam spirit\b",
    r"\bjack of all trades\b|\bglass (?:is )?(?:\w+ )?half full\b|\b(?:right|best) (?:person|man|woman|one) for (?:the"
    r"|this) (?:job|role|position|post)\b|\bwork hard\b[^.]*\bplay hard\b",
    r"\bnext (?:big )?(?:step|chapter|challenge)\b|\bis my (?:passion|calling|life)\b|\b(?:take on|face|tackle"
    r"|master) (?:any |every |new |all )?challenges?\b|\bcomfort zone\b|\blow-?hanging fruit\b",
    r"\bthink on my feet\b|\beye for detail\b|\babove and beyond\b|\bA-game\b|\bdeep dive\b|\bcircle back\b"
    r"|\breach(?:ing)? out\b|\b(?:ever )?since (?:I was a child|my childhood)\b|\bfast-paced\b",
    r"\bpro-?active\b|\bleverag\w+|\bparadigm\b|\bwalk the talk\b|\bdynamic (?:team|environment|company|person)\b"
    r"|\bblue[ -]sky\b|\bsteep learning curve\b|\bgive 100\b|\bmy best self\b|\bbest version\b",
    r"\b(?:amazing|exciting|incredible|wonderful|fantastic|unique) opportunity\b|\bideal candidate\b|\bculture fit\b"
    r"|\bhit it out of the park\b|\bvalues? align\w*\b",
    r"\b(?:dedicated|driven|committed|enthusiastic|motivated|ambitious|versatile) (?:professional|individual|person|worker"
    r"|candidate|employee)\b",
)
"""Phrases that stand on every card and say nothing about this one (CARDS, "Check")."""
CLICHE_FINE = any_of(
    r"\bgrace under pressure\b",
    r"\byour? (?:\w+ )?(?:is|are) (?:a|the) (?:right|perfect|great|good) match\b",
    r"\bperfect match (?:of|between)\b",
)
"""The same words, said of something else."""
_WORK = (
    r"(?:boss|manager|company|employer|team|workplace|firm|job|office|ward|school|shop|agency|department|colleagues?"
    r"|supervisor|role"
    r"|position|place of work|work)"
)
_BAD = (
    r"(?:awful|terrible|horrible|dreadful|rude|unfriendly|impolite|toxic|nightmare|chaotic|understaffed|unhelpful|boring"
    r"|stressful"
    r"|unprofessional|filthy|dirty|disgusting|smelly|cramped|noisy|bad(?:ly)?|unfair(?:ly)?|hopeless|arrogant|unkind|messy"
    r"|a mess|not (?:very |so |at all )?(?:helpful"
    r"|friendly|polite|kind|nice))"
)
COMPLAINT = any_of(
    rf"\b(?:my|our) (?:current|present|last|former|previous|old|own|ex-?)? ?{_WORK}\b[^.]*\b(?:{_BAD[3:-1]}|never|not"
    rf"|nobody|no ?one|without|too|hardly)\b",
    rf"\b(?:at|in|with) my (?:current|present|last|former|previous|old) {_WORK}\b[^.]*\b(?:never|not|nobody|no ?one"
    rf"|{_BAD[3:-1]})\b",
    rf"\bI (?:really )?(?:hate|dislike|loathe|cannot stand|can't stand|am sick of|am fed up|am tired of|am unhappy|feel unhappy) "
    rf"(?:\w+ ){{0,3}}(?:{_WORK[3:-1]}|where|with|at|commute|there)\b",
    rf"\b(?:was|were|is|are|felt|seemed|found (?:it|the \w+)|far too) (?:so |very |rather |quite |a bit |really |truly "
    rf"|simply |my )?{_BAD}\b",
    r"\bfar too (?:cold|hot|long|small|loud|slow|short|late|many)\b|\btook (?:far |much )?too long\b",
    r"\bhad to (?:wait|come twice|come back)\b|\bkept (?:me )?waiting\b|\btreated (?:me|us) (?:badly|unfairly|poorly)\b"
    r"|\b(?:was|been) (?:fired|sacked|bullied|mobbed)\b",
    r"\b(?:disappointed (?:that|by|with|in|at|about)|disappointing|annoyed|annoying|irritat(?:ed|ing)|frustrat(?:ed|ing)"
    r"|offended|upset (?:that|by|about|with)"
    r"|bothered me|angered me|unfair(?:ly)?|disappointment|dissatisfied)\b",
    r"\b(?:was|were|been|is) (?:\w+ )?too (?:slow|long|late|short|chaotic)(?: for me)?(?=[.,!]|$)|\b(?:nobody"
    r"|no ?one) (?:greeted|met|told|answered|offered) me\b",
    r"\bwaste of time\b|\bcomplain\w*\b(?= about)|\bI (?:did not|didn't|do not|don't) like\b|\bleave my\b|\bmistreated\b"
    r"|\bunderpaid\b|\boverworked\b|\bundervalued\b",
    r"\b(?:nightmare|bully|bullies|useless|incompetent|left standing|let me down|could have been better|burnt? out)\b"
    r"|\b(?:was|is|were) a (?:mess|joke|disgrace|shambles)\b|\btired of (?:my|the) (?:job|work|boss|company)\b",
    r"\b(?:not|never) (?:appreciated|valued|respected|paid on time)\b|\bI (?:quit|left|resigned) because\b|\b(?:lied"
    r"|shouted|yelled) (?:to|at) (?:me|us)\b|\b(?:boss|manager|colleagues?) (?:does|do|did) not\b",
    r"\b(?:did not|didn't) (?:appreciate|care for|enjoy)\b|\b(?:was|is) (?:a pity|a shame|unprepared|unorgani[sz]ed"
    r"|disorgani[sz]ed)\b|\bbad (?:management|managers?|treatment|pay)\b|\bhard to find\b",
)
"""Complaints of the writer (E34)."""
COMPLAINT_FINE = any_of(
    r"\b(?:weather|rain|storm|wind|joke|jokes|pun|puns|snow|cold|heat|traffic|flood) (?:was|were|is|are) (?:\w+ )?\w+\b",
    r"\bdisappointed only\b|\bnot too (?:long|late)\b|\b(?:never|not) (?:boring|rude|too \w+)\b|\b(?:hour|time|visit|talk"
    r"|tour) was (?:far |much |all )?too short\b",
)
"""Bad weather, bad jokes and visits that were too short."""
_PLACE = (
    r"(?:compan(?:y|ies)|employers?|firms?|business(?:es)?|hospitals?|clinics?|schools?|bakery|bakeries|shops?|agenc(?:y"
    r"|ies)|houses?|places?"
    r"|organi[sz]ations?|universit(?:y|ies)|teams?|start-?ups?)"
)
CONFIDENCE = any_of(
    r"\b(?:keep|keeping) (?:\w+ )?(?:it |that |this |the )?(?:\w+ ){0,2}(?:secret|confidential|quiet|to myself)\b",
    r"\b(?:in confidence|confidential(?:ly)?|off the record|between (?:us|you and me)|tell (?:nobody|no one)|won't tell)\b",
)
"""What was told in confidence stays between two people; a card is read by others."""
HEALTH = any_of(
    r"\b(?:cancer|chemo(?:therapy)?|tumou?r|leuk(?:a)?emia|dementia|alzheimer\S*|depress(?:ion|ed)|burn-?out|anxiety|addiction)\b",
    r"\b(?:illness|sickness|disease|diagnosis|surgery|miscarriage|pregnan\w+|bereave\w+|funeral|divorce\w*)\b",
    r"\b(?:your|his|her|their) (?:\w+ )?(?:wife|husband|partner|mother|father|mum|mom|dad|son|daughter|child)(?:'s|’s)? "
    r"(?:death|passing|illness|loss|operation|condition)\b|\bsingle (?:mum|mom|mother|dad|father|parent)\b",
)
"""Somebody's health and family troubles: kind words about them belong into a talk, not on a card (E31)."""
HEALTH_FINE = any_of(
    r"\b(?:cancer|tumou?r|dementia|depression|addiction|disease|surgery|illness|pregnancy|divorce) (?:research\w*|wards?"
    r"|cent(?:er|re)s?|clinics?|registr\w+|nurs\w+|patients?|law|cases?|lawyers?|charit\w+|care|studies|study|unit|units|teams?|services?)\b",
    r"\b(?:infectious|rare|plant) diseases?\b|\bheart surgery\b",
)
"""The trade of hospitals, laboratories and lawyers."""
OFFER = any_of(
    r"\b(?:another|other|second|competing|rival|better|job|counter|several|two|three) ?-?offers?\b|\boffers? (?:elsewhere"
    r"|on the table)\b",
    r"\ban? offer from (?!you)|\bmade me (?:an? )?(?:\w+ )?offers?\b|\bthe offers\b|\bhold an offer\b"
    r"|\boffers? (?:that )?I (?:have|hold|got)\b",
    r"\boffered me (?:an? |the |another )?(?:job|post|position|role|contract|place)\b|\bbeen offered (?:an? |another "
    r"|the )?(?:job|post|position|role|contract|place)\b",
    rf"\b(?:other|another|different|two|three|several|second|rival|many|some) (?:\w+ )?{_PLACE}\b"
    r"[^.]*\b(?:offer\w*|interest\w*|wants?|interview\w*|talk\w*|answer|wait\w*|likes?|take|took|hire|next|applied|Friday|me)\b",
    rf"\b(?:applied|applying|talking|speaking|interviewing|interviews?|answer|decide|tell"
    rf"|application\w*)\b (?:\w+ ){{0,4}}?(?:another|other|two other|several|competing|rival) (?:\w+ )?{_PLACE}\b",
    r"\b(?:competitors?|rivals?) of yours\b|\byour (?:competitors?|rivals?)\b(?= (?:has|have|want|offer|made|is|are|too))"
    r"|\bnot the only (?:company|firm|employer|one)\b",
    r"\b(?:talking|speaking|interviewing|interview) (?:to|with|at) (?:a |your |another )?(?:competitors?|rivals?)\b"
    r"|\bcourted by\b|\bheadhunt\w*|\birons in the fire\b",
    r"\b(?:final|last|second|next) round (?:elsewhere|at another|with another|of another)\b|\bfirst choice among\b",
    r"\b(?:interview|interviews|interviewing|applied|applying|applications?|job|post|position|round"
    r"|offers?) (?:\w+ )?elsewhere\b|\bother options\b|\bother opportunities\b",
    r"\b(?:wants?|would like|asked) me to (?:start|begin|sign|join)\b|\bcontract (?:from|with|at) (?:another|a different"
    r"|an?other)\b|\b(?:my|the|an)? ?other interviews?\b|\bweigh(?:ing)? (?:\w+ )?offers\b",
    r"\bsome(?:body|one) else (?:has |have )?(?:offered|wants|made)\b|\bturned down (?:a|an|another|the"
    r"|two) (?:\w+ )?(?:post|job|offer|position|role)\b|\bgot an offer\b|\b(?:counter|standing) offer\b",
    r"\bin (?:talks|contact|negotiations) with (?!you)(?:an?other|two|three|several|a|the|[A-Z])",
)
"""Other employers that want the writer (E34)."""
OFFER_FINE = any_of(
    r"\b(?:two|three|several|other) (?:\w+ )?(?:firms?|companies|places|houses|shops|schools|hospitals) (?:that )?you\b",
    r"\bother company in the\b",
)
"""Other companies in the life of the reader."""
_WEAK = r"(?:weak|wrong|bad|poor|unclear|clumsy|too short|too long|silly|confused|not (?:very |so )?(?:good|clear)|came out)"
_ILL = r"(?:tired|nervous|ill|sick|unwell|unprepared|distracted|exhausted|hungry|late|anxious|stressed|shy|quiet)"
EXCUSE = any_of(
    r"\bsorry (?:that I|I|for (?:my|being|the (?:late|mix|mess|delay|short|trouble)|this|not|talking|coming|any|having)"
    r"|about (?:my|the (?:late|mix|mess|delay|short|trouble))"
    r"|to have|if I|to be|it took)\b(?! ?(?:(?:ha[vd]e? )?(?:missed|never|had to leave|could not|did not (?:get|see|meet|ask))))",
    r"\bapologi[sz]e\b|\b(?:my|many|sincere) apolog(?:y|ies)\b|\bforgive (?:me|my|the)\b|\b(?:please )?(?:excuse|pardon"
    r"|overlook) (?:my|me|the)\b",
    r"\bI (?:know that )?(?:I )?(?:did not|didn't) (?:do|answer|explain|perform|sleep|express|say all|manage) \b|\bI (?:was"
    r"|felt) (?:so |too |very |rather |quite |a bit |a little )"
    rf"{_ILL}\b|(?<!when )\bI (?:was|felt) {_ILL}"
    r"(?=[.!]|,? (?:so|that day|that morning|before|during|and (?:so|could|did|not))\b|$)",
    rf"\bmy (?:\w+ )?(?:answers?|explanations?|presentation|start|performance|English|French|German|test"
    rf"|reply)\b[^.]*\b{_WEAK}\b",
    r"\b(?:not|wasn't) (?:at )?my best\b|\b(?:usually|normally)(?: I)? (?:do|am|answer|perform)\b|\b(?:bad|heavy|a) (?:cold"
    r"|headache|migraine|fever|flu)\b|\bcould not (?:think|sleep|focus)\b",
    r"\bI wish (?:that )?I (?:had|could have)\b(?! (?:more time|another|longer|known you|met))|\bI (?:quite )?forgot to\b"
    r"|\bI(?: am|'m) afraid (?:that )?I\b",
    r"\bmind went blank\b|\bI (?:should|could|ought to) have (?:prepared|answered|explained|said|done|known|told|been)\b"
    r"|\bgap in my\b|\bmade me late\b",
    r"\bI rambled\b|\bmy (?:bad|poor|weak|clumsy|broken|silly) (?:answers?|English|performance|start|explanation|handwriting)\b"
    r"|\bdid not mind my\b|\bmy being (?:so )?\w+\b|\bmy (?:nervousness|lateness|tardiness)\b|\btalked too much\b"
    r"|\bdue to (?:the )?traffic\b",
    r"\bsorry that (?:the|my|this|it)\b|\bapolog(?:y|ies) (?:for|that)\b|\bI was in a (?:hurry|rush)\b|\bnot (?:show|shown"
    r"|been) (?:you )?(?:my best|at ease|myself)\b|\bnot (?:quite )?(?:at ease|myself)\b",
    r"\b(?:because|since|as) my \w+ (?:hurt|ached|was|were|had)\b|\b(?:late card|card (?:comes|is|was"
    r"|comes so) (?:so )?late)\b|\b(?:bus|train|tram|car|flight|taxi|underground) (?:was (?:late|delayed)|broke down)\b",
    r"\bfirst interview in\b|\bI(?: am|'m) (?:normally|usually)\b|\bbecause I was (?:so |too |very )?\w+\b(?=[.!]|$)"
    r"|\bthe words did not come\b|\bunder the weather\b",
    r"\bhad (?:trouble|difficulty|difficulties|problems)\b|\bnot my fault\b|\bmy (?:laptop|computer|phone|camera|connection"
    r"|internet|microphone) (?:crashed|froze|broke|failed|died|was)\b|\bI (?:couldn't|could not) (?:answer|explain|remember)\b",
)
"""Excuses (E34)."""
SELLING = any_of(
    r"\b(?:\w+|\d+) years(?:'| of)? (?:of )?(?:\w+ )?experience\b|\bmy (?:\w+ )?(?:skills?|strengths?|background|experience"
    r"|expertise"
    r"|qualifications?|talents?|degree|track record)\b",
    r"\bI(?: am|'m) (?:an? |also )?(?:\w+ )?(?:certified|expert|skilled|qualified|experienced|fluent|proficient|trained"
    r"|specialist|good at|adept|reliable"
    r"|punctual|organi[sz]ed|flexible|creative|ambitious|honest|thorough|careful|efficient|capable|able to|strong in|used to)\b",
    r"\bI (?:also )?(?:have|hold|own|earned) (?:an? |\w+ )?(?:\w+ )?(?:certificates?|degrees?|diplomas?|awards?|patents?"
    r"|licen[cs]es?|doctorate|experience|qualifications?)\b",
    r"\bI(?: have|'ve)(?: also)? (?:led|built|managed|designed|shipped|won|run|launched|headed|raised|cut|grown|written"
    r"|trained|worked|taught|developed|organi[sz]ed)\b",
    r"\bI (?:also )?(?:led|managed|won|headed|launched|designed|trained|supervised|developed|organi[sz]ed|doubled|increased"
    r"|reduced)\b",
    r"\bI (?:know that I |am sure I |believe I )?can (?:also )?(?:bring|raise|cut|help|improve|offer|add|grow|lead"
    r"|contribute|work|write|speak)\b",
    r"\bI (?:would|will) (?:bring|add|improve|raise|contribute)\b|\bI (?:also )?speak (?:\w+ )?(?:two|three|four|five|six"
    r"|\d) languages\b"
    r"|\bI (?:learn|work|adapt|type|think) (?:fast|quickly|hard|well)\b|\bas an? \w+ (?:of|with) \w+ years\b"
    r"|\bI know the (?:work|trade|business|job)\b",
    r"\bI(?: have|'ve) (?:\w+ed|\w+n|\w+t) (?:\w+ ){0,3}for (?:\w+ )?(?:\w+|\d+) years\b|\bI (?:also )?(?:won|manage"
    r"|supervise|lead|make (?:very |really )?(?:good|fine|great))\b|\bmy \w+ (?:is|are) (?:well )?(?:known|famous|praised"
    r"|loved|award)\b",
    r"\bI (?:also )?have (?:\w+ ){0,2}(?:skills|knowledge|expertise)\b|\bI (?:also )?(?:raised|cut|grew|saved|built|ran)\b",
)
"""The writer's own merits: one sentence of them at most (E32)."""
SLANG = {
    "gonna": "going to", "wanna": "want to", "gotta": "have to", "gimme": "give me", "lemme": "let me", "kinda": "rather",
    "sorta": "rather", "dunno": "do not know", "ain't": "is not", "y'all": "you all", "thx": "thank you", "thnx": "thank you",
    "thanx": "thank you", "tnx": "thank you", "ty": "thank you", "pls": "please", "plz": "please", "u": "you", "ur": "your",
    "r": "are", "gr8": "great", "b4": "before", "2day": "today", "2morrow": "tomorrow", "l8r": "later", "cuz": "because",
    "coz": "because", "bc": "because", "w/": "with", "yeah": "yes", "yep": "yes", "yup": "yes", "nope": "no", "guys": "all",
    "asap": "soon", "btw": "by the way", "imo": "I think", "imho": "I think", "tho": "though", "thru": "through", "ya": "you",
    "cya": "see you", "awesome": "wonderful", "ppl": "people", "msg": "message", "tbh": "to be honest",
}  # fmt: skip
"""Slang and text-speak with the words that say the same (E31)."""
LOOSE = any_of(
    r"\b(?:lol|lmao|rofl|omg|omfg|wtf|idk|af|fyi|smh|fomo|yolo|ngl|fr fr|haha+|hehe+|hihi|xoxo|whatevs|awesome\w*|dope"
    r"|stoked|badass|psyched|legit|bummer|meh)\b",
    r"\b(?:super|way|so|totally|real|pretty|too) (?:cool|sick|lit|rad|chill|epic|neat|fire|fun)\b|^cool\b|\bcool (?:stuff"
    r"|guys?|people|team|place|company|thing)\b",
    r"\b(?:was|is|are|were) (?:sick|dope|lit|rad|epic|fire|super cool|cool(?=[.!]|$)|the bomb|ace|an ace|a blast|off the hook)\b",
    r"\b(?:mate|dude|bro|bruh|buddy|pal|folks)\b(?=[.,!?]|$)|\bcheers,? (?:mate|guys)\b|\b(?:kick(?:s|ed)?|bad)[ -]?ass\b"
    r"|\bcrap\b|^(?:hey|yo|ok|okay|well|so yeah|sup)\b[ ,]",
    r"\b(?:a blast|no worries|no biggie|no probs?|my bad|you rock|team rocks|a bunch(?=[.!]|$)|good vibes?|vibes?"
    r"|chill(?:ed|ing|ax)?(?=[.,!]))\b|\brocks[!.,]",
    r"\b(?:hell|damn|damned|freaking|frickin|bloody|shit\w*|fuck\w*|bullshit)\b|\bwhatcha\b|\bthe bomb\b"
    r"|\bhang(?:ing)? out\b|\bace (?:tour|day|team)\b",
    r"\b(?:slaps|hella|no cap|low-?key|high-?key|peeps|y'know|gotcha|betcha|outta|lotta|oughta|coulda|shoulda|woulda|cray"
    r"|sus|fam|bae)\b|\b(?:was|is|were|are) (?:the |da )?bomb\b|\ba (?:ton|bunch)(?=[!.]|$)|\b(?:tons|loads|heaps|oodles) of\b",
    r", man\b(?=[.!]|$)|\bwhat's up\b|\b(?:nailed|crushed|killed|rocked|aced) it\b|\bcoolest\b|\bcatch you later\b"
    r"|\bsee ya\b|\bsuper (?:stoked|excited|happy|nice|duper)\b|\bmega\b|\bbig time\b(?=[.!]|$)|\bfor real\b|\bchit-?chat\b",
    r"\b(?:pumped|hyped|freakin\w*|frigging|ttyl|brb|gtg|np|srsly|totes|obvi)\b",
)
"""Slang that has no plain word in its place."""
PRAISE_CAPS = words("""
    WANT NEED HOPE EXCITED THRILLED FUN NICE COOL MORE ONLY STILL PLEASE THERE HERE CANNOT WAIT THIS MUST SO VERY REALLY
    LOVE LOVED LOVELY MUCH MOST NOT ALL EVER NEVER ALWAYS BEST TRULY GREAT AMAZING THANK THANKS YOU TOO WOW HUGE TOTALLY
    ANY EVERY BIG YES GOOD HAPPY GLAD WONDERFUL ABSOLUTELY DEFINITELY
""")
"""Words that are shouted where they stand in capitals."""
