"""Turns of phrase that a card does without: pay, begging, complaints, offers, excuses, self-praise (E31, E32, E34)."""

from __future__ import annotations

import re

from followup_desktop.letters.checks.found import any_of
from followup_desktop.letters.grammar import words

_TRADE = (
    r"(?! (?:system|software|team|survey|data|tables?|records?|runs?|slips?|schemes?|structures?|macros?|bills?|clerk|audit"
    r"|theft|model|history|office|department|project|of (?:a|your|the) clients?)\b)"
)
"""Pay as somebody's trade: what an accountant or a lawyer may well write about."""
_PAY = (
    r"(?:salary|salaries|wages?|pay(?:check| ?rise| raise| range| band| scale| grade)?|remuneration|compensation|bonus(?:es)?"
    r"|hourly rate|day rate|overtime|commission|perks)"
)
_AMOUNT = r"(?:[$£€] ?\d[\d.,]*(?: ?k| ?thousand)?|\d[\d.,]*(?: ?k\b| thousand| (?:dollars|pounds|euros))?)"
_COUNTED = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)(?:[ -]\w+)? (?:dollars|pounds|euros|grand|quid)"
)
PAY = any_of(
    rf"\b(?:my|the|a|an|any|this|that|your|lower|higher|better|good|fair|generous|starting|sign-?on|signing|base|current|more)"
    rf" (?:\w+ )?{_PAY}\b{_TRADE}(?! (?:attention|heed|homage|tribute|a visit|my|for itself)\b)",
    rf"\b(?:discuss|negotiate|talk about|agree on|speak about|about|regarding|concerning"
    rf"|on) (?:\w+ )?{_PAY}\b(?=[ ]?[.,;!?]|$| with)",
    r"\bsalary (?:expectations?|requirements?|of [$£€]?\d|you|for (?:this|the))",
    r"\b(?:benefits?|compensation|pay|salary) package\b|\bpackage (?:you|that you|is|was|sounds?)\b|\bstock options?\b",
    r"\bequity (?:stake|share|grant|package)\b|\bwhat you pay\b|\byou pay (?:me|well|better|more)\b",
    r"\bpays? (?:well|badly|better)\b",
    r"\bthe money (?:is|was|you|would|sounds)\b|\bhow much (?:I|you|the job|it) (?:would |will )?(?:earn|pay|make|pays)\b",
    rf"\bI (?:\w+ ){{0,3}}(?:earn|make|am paid|get paid|be paid)(?: \w+)? ?(?:at least |about |around )?{_AMOUNT}",
    rf"(?:{_AMOUNT}|{_COUNTED}) (?:an?|per|each|every) (?:hour|day|week|month|year|annum)\b",
    r"\b(?:per annum|per hour)\b",
    rf"\b(?:start|begin|settle|do|work) (?:at|for) {_AMOUNT}",
    r"\b(?:at least|looking for|asking for|happy with|less than|no less than|expect(?:ing)?"
    r"|range of) (?:[$£€] ?\d[\d.,]*k?|\d+ ?k)\b",
    rf"{_AMOUNT} (?:still stands|is fine|is enough|suits me|works for me|would suit|would be fine)",
)
"""The writer's own pay (E34). Sums of other sorts, and pay as a trade, are no business of it."""
BEGGING = any_of(
    r"\b(?:I(?: would|'d)? beg(?! (?:to differ|your pardon))|begging you|desperate(?:ly)?|implore)\b",
    r"\bplease,? (?:\w+ )?(?:give me|hire|choose|pick|consider|take|employ|do consider|let me have)\b",
    r"\bI (?:really |badly |so |truly )?need (?:this|the|a|any|your) (?:job|work|position|chance|role|income)\b"
    r"|\bneed(?:s|ed)? this\b",
    r"\bany job\b|\b(?:last|one|only|another|second) chance\b|\bgive me a (?:chance|try|go|shot)\b|\bgive me (?:just )?one\b",
    r"\b(?:do|take|give) (?:anything|whatever)\b|\bwhatever it takes\b|\bsave my life\b|\bwork for (?:free|nothing)\b",
    r"\bout of work\b|\b(?:I am|I'm|been) (?:jobless|without work|unemployed)\b",
    r"\b(?:forever|for ever|eternally) (?:in your debt|grateful)\b|\bin your debt\b",
    r"\b(?:hope|pray|wish) (?:that )?you(?:'ll| will| would| can| could)? (?:choose|pick|hire|take|select) me\b",
    r"\bbills to pay\b|\bfamily to feed\b|\brent is due\b",
    r"\b(?:no ?one|nobody)(?: else)? (?:will|would|wants to) (?:hire|take) me\b",
    r"\bI would do anything\b|\bhave mercy\b|\bpity\b(?= (?:me|on))",
)
THANKS = re.compile(r"\b(?<!no )(?:thank|thanks|thankful|grateful|gratitude|appreciate|appreciated|indebted)\b", re.IGNORECASE)
"""What says thank you (E28); "No thanks to the rain" does not."""
DECISION = any_of(
    r"\byour (?:final )?(?:decision|verdict|answer|reply|response)\b",
    r"\b(?:when|how|whether|what|if) (?:will |would |do |did )?(?:you(?:'ll| will| would| have)?|the (?:team|board|panel)) "
    r"(?:decided?|choose|chose|expect to|hear|conclude)\b(?! to\b)(?! what to\b)",
    r"\bwhen (?:can|may|will|could|should|might) I (?:expect|hear|know|learn)\b",
    r"\bhave you (?:already )?(?:decided|chosen|made)\b",
    r"\bhear(?:ing)? (?:back|more|soon|of|something|good news)?(?: ?from) you\b|\bhear(?:ing)? back\b",
    r"\bhear (?:soon|good news)\b",
    r"\b(?:your|my) (?:choice|chances?)\b(?= (?:falls?|fell|will|is|are|of|\?)|\?)|\bmy chances\b|\bstand a chance\b",
    r"\blet me know (?:how|if|whether|what|when|the|your|as soon|soon|about)\b",
    r"\bthe (?:outcome|result)s?(?=[.,!?]| of (?:the|my|our))",
    r"\b(?:positive|favou?rable|early|quick|speedy|prompt) (?:answer|reply|response|decision|outcome|result|news)\b",
    r"\b(?:good|any|some) news\b(?! about)|\bdecided yet\b|\bhow did I (?:do|fare)\b|\bdid I (?:get|pass|make)\b",
    r"\bwhere I (?:stand|am in)\b|\bstill in the running\b",
    r"\b(?:await|awaiting|wait for|waiting for) (?:your|the|an|any|good)\b",
    r"\bwhat (?:are|is|will be) the next steps?\b|\bupdate on\b|\bstatus of my\b",
    r"\b(?:am|was) I (?:still )?(?:in|on|the one|among)\b",
    r"\bcannot wait to hear\b|\bcan't wait to hear\b|\b(?:made|make|making|reach|reached) (?:a|your|the) decision\b(?! to)",
    r"\bnext steps in (?:the|your) process\b",
)
"""Asks, however softly, how the decision goes or when it falls (E31)."""
CLICHE = any_of(
    r"\bhit(?:ting)? the ground running\b|\bteam[ -]player\b|\bthink(?:ing)? outside (?:of )?the box\b",
    r"\b(?:perfect|great|ideal|good|natural|excellent) (?:fit|match)\b|\bsynerg\w+|\bdream job\b|\bpassionate about\b",
    r"\bmy passion for\b|\bvaluable (?:asset|addition)\b|\b(?:an|real|great|huge) asset to\b|\btouch base\b",
    r"\bat your earliest convenience\b|\blook no further\b|\bwin[ -]win\b|\b1[0-9]0 ?(?:%|per ?cent)|\bself[ -]starter\b",
    r"\bwear (?:many|several) hats\b|\b(?:fast|quick) learner\b|\bhard[ -]?work(?:er|ing)\b|\bto the table\b",
    r"\bunder pressure\b(?<!grace under pressure)|\bpeople person\b",
    r"\b(?:results|detail|goal|solution)s?[- ](?:oriented|driven)\b",
    r"\bmatch made in heaven\b|\bsecond to none\b|\bextra mile\b|\bproven track record\b|\bgame[ -]changer\b|\bgo-getter\b",
    r"\bmove the needle\b|\bthought leader\b|\bbest of breed\b|\bgood communication skills\b|\brockstar\b",
    r"\bthinking out of the box\b",
)
COMPLAINT = any_of(
    r"\b(?:my|our) (?:current|present|last|former|previous|old|own) (?:boss|manager|company|employer|team|workplace"
    r"|firm|job|office)"
    r"\b[^.]*\b(?:awful|terrible|bad(?:ly)?|never|toxic|rude|horrible|unfair|hopeless|nightmare|mess|not)\b",
    r"\bI (?:really )?(?:hate|hated|dislike|loathe|cannot stand|can't stand|am sick of|am fed up)\b",
    r"\b(?:awful|terrible|horrible|dreadful|rude|unfriendly|impolite|toxic|nightmare|far too (?:cold|hot|long|small"
    r"|loud|slow))\b",
    r"\bhad to wait\b|\bkept (?:me )?waiting\b|\btreated (?:me|us) (?:badly|unfairly|poorly)\b",
    r"\b(?:was|been) (?:fired|sacked|bullied)\b",
    r"\b(?:disappoint(?:ed|ing|ment)|annoy(?:ed|ing)|irritat(?:ed|ing)|frustrat(?:ed|ing)|unfair(?:ly)?|offended|upset)\b",
    r"\btoo (?:slow|long|late|short|chaotic)(?: for me)?(?=[.,!]|$)|\bnobody (?:greeted|met|told|answered)\b|\bwaste of time\b",
    r"\bcomplain\w*\b(?= about)|\bno ?one (?:greeted|met|told) me\b",
)
"""Complaints of the writer (E34)."""
OFFER = any_of(
    r"\b(?:another|other|second|competing|rival|better|job|counter) ?-?offers?\b",
    r"\boffers? (?:elsewhere|on the table|from (?!you))",
    r"\bmade me (?:an? )?offers?\b|\bthe offers\b|\bhold an offer\b|\boffers? (?:that )?I (?:have|hold|got)\b",
    r"\b(?:other|another|different|two|three|several|second|rival|many) (?:\w+ )?(?:compan(?:y|ies)|employers?|firms?"
    r"|businesses)\b"
    r"[^.]*\b(?:offer|interest|want|interview|talk|answer|wait|like|next|Friday)",
    r"\b(?:talking|speaking|interviewing|interviews?) (?:to|with|at) (?:a|another|your|other|two|several) (?:competitors?|rivals?"
    r"|other|company|firm|compan|employer)",
    r"\bcompetitor of yours\b|\b(?:answer|tell|decide for) another (?:employer|company|firm)\b",
    r"\bnot the only (?:company|firm|employer|one)\b",
    r"\b(?:final|last|second|next) round (?:elsewhere|at another|with another|of another)\b|\bfirst choice among\b",
    r"\b(?:interview|interviews|applied|applying|applications) (?:elsewhere|at another|with another|at other)\b",
)
"""Other employers that want the writer (E34)."""
EXCUSE = any_of(
    r"\b(?:I am |I'm |so |very )?sorry (?:that I|I |for (?:my|being|the (?:late|mix|mess|delay|short)|this|not|talking|coming))"
    r"(?! ?(?:ha[vd]e? )?(?:missed|could not stay))",
    r"\bapologi[sz]e\b|\b(?:my|many|sincere) apolog(?:y|ies)\b|\bforgive (?:me|my)\b",
    r"\b(?:please )?(?:excuse|pardon|overlook) (?:my|me|the)\b",
    r"\bI (?:know that )?(?:I )?(?:did not|didn't) (?:do|answer|explain|perform|sleep|express) \b|\bI (?:was"
    r"|felt) (?:so |too |very |rather |quite )?"
    r"(?:tired|nervous|ill|sick|unwell|unprepared|distracted|exhausted|hungry|not at my best|late|anxious)\b",
    r"\b(?:not|wasn't) (?:at )?my best\b|\busually (?:do|am|answer|perform) (?:much )?better\b|\bbad cold\b",
    r"\bcould not (?:think|sleep|focus)\b",
    r"\bI wish (?:that )?I (?:had|could have)\b(?! (?:more time|another|longer))|\bI (?:quite )?forgot to\b",
    r"\bI(?: am|'m) afraid (?:that )?I\b",
    r"\bmind went blank\b",
    r"\b(?:should|could|ought to) have (?:prepared|answered|explained|said|done|known|told)\b|\bgap in my\b",
    r"\bI rambled\b|\bmy (?:bad|poor|weak|clumsy|broken|silly) (?:answers?|English|performance|start|explanation)\b",
)
"""Excuses (E34)."""
SELLING = any_of(
    r"\b(?:\w+|\d+) years(?:'| of)? (?:of )?(?:\w+ )?experience\b|\bmy (?:\w+ )?(?:skills?|strengths?|background"
    r"|experience|expertise"
    r"|qualifications?|talents?|degree|track record)\b(?= (?:in|with|as|of|is|are|fits?|makes?|would|will|suits?|match\w*))",
    r"\bI(?: am|'m) (?:an? )?(?:\w+ )?(?:certified|expert|skilled|qualified|experienced|fluent|proficient|trained"
    r"|specialist|good at|adept)\b",
    r"\bI (?:also )?(?:have|hold|own|earned) (?:an? |\w+ )?(?:\w+ )?(?:certificates?|degrees?|diplomas?|awards?"
    r"|patents?|licen[cs]es?|doctorate)\b",
    r"\bI(?: have|'ve)(?: also)? (?:led|built|managed|designed|shipped|won|run|launched|headed|raised|cut|grown|written"
    r"|trained)\b",
    r"\bI (?:also )?(?:led|managed|won|headed|launched|designed)\b|\bI (?:know that I |am sure I "
    r"|believe I )?can (?:bring|raise|cut|help|improve"
    r"|offer|add|grow|lead|contribute)\b|\bI (?:would|will) (?:bring|add|improve|raise)\b",
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
    r"\b(?:lol|lmao|rofl|omg|omfg|wtf|idk|af|fyi|smh|fomo|yolo|ngl|fr fr)\b|\b(?:super|way|so|totally|real|pretty|was"
    r"|is|are|too) "
    r"(?:cool|sick|dope|lit|rad|chill|epic|neat|fire|stoked)\b",
    r"\b(?:mate|dude|bro|bruh|folks|buddy|pal)\b(?=[.,!?]|$)|\bcheers,? (?:mate|guys)\b",
    r"\b(?:kick(?:s|ed)?|bad)[ -]?ass\b|\bcrap\b",
    r"\b(?:a blast|no worries|no biggie|hang out|hanging out|my bad|bummer|you rock|team rocks|rocks!|rocks,|rocks\."
    r"|dope|stoked|badass)\b",
    r"\b(?:hell|damn|damned|freaking|frickin|bloody|shit\w*|fuck\w*|bullshit)\b|\byolo\b|\bpsyched\b",
    r"\bvibes?\b|\blegit\b|\bwhatcha\b",
)
"""Slang that has no plain word in its place."""
PRAISE_CAPS = words("""
    SO VERY REALLY LOVE LOVED LOVELY MUCH MOST NOT ALL EVER NEVER ALWAYS BEST TRULY GREAT AMAZING THANK THANKS YOU TOO WOW HUGE
    TOTALLY ANY EVERY BIG YES GOOD HAPPY GLAD WONDERFUL ABSOLUTELY DEFINITELY
""")
"""Words that are shouted where they stand in capitals."""
