"""Sets of words that tell one kind of note from another: what is done for somebody, what is said, who somebody else is."""

from __future__ import annotations

from followup_desktop.letters.grammar import KIN, words

DEEDS = words("""
    show give let take buy bring teach tell walk lend offer introduce make help encourage invite explain ask answer
    share send draw write cook bake serve meet greet welcome drive lift carry stay wait listen spend talk run guide
    lead treat thank compliment praise remind reassure calm put save hold find print sign read play sing feed pour
    pass hand recommend support cheer remember notice accompany escort see quote credit email forward trust
    demonstrate illustrate describe gift sketch translate fetch prepare train clear open tour sit leave come go look
    observe slide push pull roll fold wrap pack peel cut slice toast brew boil fix mend repair tie zip button grab pick throw toss
    catch swap trade loan park reverse label design eat drink build carve knit sew paint frame plant dig polish press stamp
    record film photograph copy quiz debug pair rehearse practise practice dance cycle row sail hike climb jog race chase usher
    shepherd shelter cover dry tuck fill top refill proofread edit translate interpret pronounce spell text
    message congratulate toast salute nudge steady return lead demo unlock hail flag order book reserve
    approve back root vouch tip dub nickname call find keep save score mark grade count measure weigh test
    shape glaze fire mould bend weld solder wire drill sand stitch crochet quilt dye iron whistle hum
    laugh smile light nod clap set get pay believe speak promise agree volunteer compare correct challenge suggest advise
    mention say point warm wave hug steer coach mentor connect refer step taste try dedicate name
""")
"""What people are thanked for. Another verb with "me" in it may be anything, and is asked about."""
HARSH = words("""
    interrupt ignore stop cut stare call keep push press grill question doubt judge warn touch leave forget lose confuse mix
    mistake tease mock rush hurry drop owe charge fine sue hit kick bite burn scare worry bother annoy bore tire disappoint shock
    upset refuse reject turn deny block avoid skip miss cancel blame accuse want need expect require demand force order forbid
    break shut shout swear sigh yawn look watch limp crash fall die cry drink smoke take get go pass over change raise lower
    reckon hope wish hate dislike fear drag chase follow seem appear have be would rather do did hint imply pretend assume guess
    fail lack replace fire sack hire reduce delay postpone lie hide steal cheat trick fool threaten beat bully nag moan
    complain criticise criticize correct pronounce misspell mispronounce mess ruin spoil waste spill tread stand lean sneeze cough
""") - {"have", "do", "did", "be", "go", "get", "take", "look", "watch", "call", "keep", "stand", "change", "want", "correct"}
"""What somebody may do to the writer that is no praise of theirs."""
OFFERS = words("""
    dig look check print scan ask post cook bake sketch note
    send share email introduce show teach lend help put connect give write take bring pass forward recommend read
    look review meet buy cook explain walk invite mentor coach print dig find post sign refer tour demonstrate get
    make let bake drive sit train point link copy
""")
"""What an interviewer promises a candidate that is worth a thank-you."""
STRANGERS = words("""
    foreman forewoman deputy boss manager director owner guy guys man woman girl girls lady bloke chap lad assistant
    receptionist colleague head supervisor ceo cto cfo hr recruiter somebody someone predecessor applicant candidate
    secretary accountant co-founder cofounder chief vp intern temp trainee apprentice pa partner
""")
"""Somebody else at the company: a note about them may not be meant for this card."""
LIKING = words("""
    like love enjoy appreciate admire adore dig
""")
"""Verbs of liking: in the past tense without a subject they are asked about."""
NOTICING = words("""
    notice remember praise compliment spot recall recognise recognize laugh smile light nod grin cheer applaud want
""")
"""With something of the writer's as object they please the writer."""
THINKING = words("""
    think believe reckon feel argue figure hold insist swear know
""")
"""Verbs of opinion."""
ADVISING = words("""
    suggest recommend advise encourage urge nudge
""")
"""Verbs of advice."""
CHOSEN = words("choose pick use build write draw paint make design name start play bake learn")
"""Doings of the writer that a question may kindly be about."""
SUMMONS = words("""
    thank hi welcome be come go call ring phone text email mail write wait get apply reapply quit leave send bring check contact
    sign start work hire fire expect see give take accept decline
""")
"""Bare infinitives after "said" and "told me" that are about the hiring, or greetings, rather than advice."""
OFFERING = words("""
    promise offer agree volunteer
""")
"""Verbs of promise."""
GIVING = words("""
    explain show demonstrate introduce answer listen help reassure welcome clarify illustrate
""")
"""Done for a listener even where no "me" is written."""
SENDING = words("""
    send email mail share forward lend post show give bring pass drop copy text ping message write return fax link
    point dig look find fetch print scan type translate draw knit bake cook make
""")
"""What a writer promises to do."""
WITHOUT_DATIVE = {
    "share": "with you",
    "drop": "off for you",
    "return": "to you",
    "point": "out to you",
    "copy": "for you",
    "link": "for you",
    "pass": "on to you",
}
"""Verbs that cannot take "you" before the thing: what follows the thing instead."""
TAKEN_UP = words("order buy borrow start read download book sign try reserve watch listen begin follow use bookmark")
"""What a writer has done about advice since: "I've already ordered it"."""
DEMEANOUR = words("""
    smile eat chew stare look frown cough sneeze yawn sweat type text glance speak talk nod shrug sigh blush whisper mutter mumble
    lean sit arrive seem appear sound interrupt wait drink smell giggle pause check scroll
""")
"""How somebody behaved in the interview; as a bare past tense it may be praise or blame."""
BODY = words(
    "hair hands knees teeth weight face eyes voice accent skin legs back belly nails beard breath height figure looks age health"
)
"""What a stranger does not speak about."""
ORIGIN = words("""
    start begin become move switch grow get teach learn build find found leave come discover turn meet fall go set
    take write make invent rebuild save quit retrain train join work win open rise wire
""")
"""Verbs of a path: what they tell is heard as a story ("how you began")."""
KIND = words("""
    kind patient generous encouraging supportive understanding helpful welcoming warm gracious nice lovely sweet
    considerate thoughtful gentle reassuring honest frank open complimentary positive respectful friendly attentive
    calm good great
""")
"""How somebody was to the writer."""
INTERESTED = words("""
    proud curious interested impressed excited enthusiastic delighted amused intrigued surprised keen complimentary
    thrilled pleased fascinated
""")
"""How somebody took something of the writer's."""
QUALITIES = words("""
    patience calm calmness kindness warmth humour humor enthusiasm passion energy honesty frankness openness
    generosity curiosity care attention clarity laugh smile welcome courage modesty humility wit candour candor
    courtesy hospitality dedication commitment
""")
"""What one remembers about somebody."""
SHARED_DOINGS = words("""
    hear talk meet see learn discuss walk chat try listen tour watch visit laugh find get speak
""")
"""What a candidate does in an interview: "hearing about the lab" is the writer's."""
TIPS = words("""
    tip advice suggestion recommendation hint counsel
""")
"""Labels of advice."""
SAYINGS = words("line motto rule mantra saying quote phrase principle maxim")
"""Labels of words that somebody lives by or likes to say."""
TALKING = words("""
    talk chat speak laugh discuss bond geek compare joke nerd reminisce swap trade gossip natter converse agree
    debate dream wonder
""")
"""Verbs of conversation."""
BETWEEN_TALK = words("""
    for half an ages a lot lots briefly at length long time while notes stories tips minutes hours hour days over coffee
    lunch loads quite bit out so really all then war our again jokes recipes ideas both us
""")
"""Words between "talked" and what was talked about that may be dropped or kept."""
FILLERS = words("""
    and but so also plus then oh ok okay well apparently yes yeah too actually btw anyway however
""")
"""Words that may open a part and say nothing."""
REACTIONS = words("""
    soul host teacher listener min mins minutes min's hour hours moment bit part week chuffed bits to moment highlight laugh
    lol fab top much love that it this it's true honest real
    amazing cool great lovely brilliant fantastic awesome nice wonderful fab superb impressive fascinating inspiring
    incredible wow sweet so very really such how what a an fun funny hilarious guy person man woman lady story idea
    chap bloke class legend thing respect interesting best question day ever today of the
""")
"""Words of a mere reaction; a part of nothing else is dropped."""
OWN_THINGS = KIN | words("""
    dog cat puppy horse parrot kids children twins baby hobby hometown motto garden allotment band boat house flat
    office desk fiance fiancee grandkids grandson granddaughter grandchildren family parents
""")
"""Things that, without an article in a note about somebody, are theirs: "wife does the books"."""
WHOSE = words("kids children parents babies families family mums dads grandparents")
"""People who, without an article, may be the reader's own or those the reader works with."""
POINTERS = words("one ones thing things stuff guy guys woman man lady bloke chap girl boy person people bit")
"""Heads of words that only point at somebody or something: the one with the glasses."""
MASS = words("""
        wind rain snow silence patience curiosity kindness time space life love grain coffee food staff work
    training equipment parking lunch tea beer bread music software hardware data     research money water weather
    wood steel stock traffic furniture advice feedback code stuff production waste heat     light honey milk cheese
    everything everybody everyone nobody nothing half most children people women men law     science art nature
    history maths physics chemistry biology philosophy medicine theatre teaching sport fashion     engineering
    design
""")
"""Nouns that need no article."""
UNCOUNTED = words("""
    experience family energy passion fun access trouble faith room power skin hair confidence humour permission insurance
    practice responsibility style taste talent form breakfast lunch dinner supper luck courage knowledge access control charge
    interest respect support guidance leave priority proof reason charm class character drive grit heart
""")
"""More nouns that need no article behind "has"."""
AGENT_ENDINGS = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "woman",
    "fan",
    "nut",
    "buff",
    "addict",
    "geek",
    "enthusiast",
    "lover",
    "nurse",
    "chef",
    "pilot",
    "champion",
)
"""Endings of words for what somebody is or does."""
DEGREES = words("""
    phd masters master's degree ba bsc msc mba doctorate ma diploma thesis dissertation background apprenticeship
""")
"""What somebody has studied or written."""

HOUSEHOLD = KIN | words("""
    lad lass son-in-law daughter-in-law mother-in-law father-in-law in-law fiance fiancee twins grandson granddaughter
    grandkids grandchildren family parents stepson stepdaughter stepdad stepmum kids children baby husbands wives
    sons daughters sisters brothers aunts uncles cousins nieces nephews godmother godfather gran's
""")
"""Whose doings are told with care: only trades, crafts and the like go on a card unasked."""
FAMILY_DOINGS = words("""
    be have do make build bake cook paint draw sew knit weave carve teach train coach study learn read write sing play dance
    act run row sail swim climb ride cycle hike race ski surf fish farm grow plant garden keep breed raise collect restore
    repair fix mend drive fly work start found open own sell buy run lead manage design print photograph film direct produce
    compose record perform tour travel come go move live speak translate interpret bring give send show tell help take use
    call name like love want wish dream hope win score finish pass graduate qualify enter join serve brew distil roast press
    bottle pickle smoke cure forge weld wire plumb plaster thatch mine quarry mill spin dye tan shear lamb milk nurse midwife
    invent patent discover dig sculpt pot throw glaze mould knit crochet quilt embroider volunteer referee umpire judge
    believe think say swear joke laugh crash beat ask insist meet marry grow put let get hear see watch pick choose pray wear
    pour press cut drape deliver ferry guard mow drum pipe trim wax roll tie tailor dance shoe stack smith baste grind lay
    haul pilot skipper captain cobble gild engrave etch letter preach nurse vet operate conduct rehearse
    arrive cross hand inherit save carry share stand answer deliver know
    wash clean crash hum iron polish shop chop decorate host welcome swim sleep sit ring text phone
    order rent collect walk jump
""") - {"leave", "pray", "smoke", "drink"}
"""What is told about somebody's family without a second thought."""
DECLINE = words("""
    halve fall shrink end lose shut sink decline dwindle struggle fail die vanish disappear slump collapse quit expire lapse
    suffer burn leak flood stink rot sag flake
""")
"""With the company or its things as subject these tell of something going badly, and are asked about."""
