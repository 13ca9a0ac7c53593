"""Which words name a position, and where the company ends and the position begins."""

from __future__ import annotations

import re
from functools import lru_cache

from followup_desktop.exchange import clean

NOUNS = clean.words(
    """
    accountant accounts actor actuary administrator admin adviser advisor advocate agent analyst animator apprentice architect
    artist assembler assistant associate attendant attorney auditor baker bankier banker barber barista bartender biologist
    bookkeeper broker builder butcher buyer cameraman captain caregiver carer caretaker carpenter cashier caterer chauffeur
    chef chemist cleaner clerk clinician coach consultant controller cook coordinator copywriter counsel counsellor counselor
    courier curator dentist designer developer dietitian director dispatcher doctor doorman driver economist editor educator
    electrician engineer estimator evangelist examiner executive fellow firefighter fitter florist foreman forester founder
    gardener generalist geologist groomer guard hairdresser handyman head headteacher hostess housekeeper illustrator
    inspector installer instructor intern internship interpreter investigator janitor journalist judge labourer laborer
    lawyer lead leader lecturer librarian lifeguard linguist machinist maintainer maker manager marketer mason mathematician
    mechanic mentor merchandiser midwife minister model musician nanny negotiator nurse nutritionist officer operative
    operator optician optometrist orderly organizer owner packer painter paralegal paramedic partner pharmacist
    photographer physician practitioner physicist physiotherapist picker pilot planner plumber porter postdoc president principal
    printer producer professor programmer promoter psychologist publicist purchaser ranger realtor receptionist
    recruiter registrar reporter representative rep researcher reviewer roofer sailor salesperson salesman scholar scientist
    secretary server setter shopper singer sommelier sourcer specialist spokesperson sre steward stocker storekeeper
    strategist subeditor superintendent supervisor surgeon surveyor tailor teacher technician technologist teller tester
    therapist trader trainee trainer translator treasurer tutor typist underwriter usher valet vet veterinarian vicar vp cto
    ceo cfo coo cio ciso cmo cpo waiter waitress warden washer welder worker writer zookeeper sdet sde swe
    entwickler entwicklerin ingenieur ingenieurin leiter leiterin berater beraterin sachbearbeiter sachbearbeiterin
    krankenpfleger krankenschwester pflegefachkraft erzieher erzieherin lehrer lehrerin verkaufer verkauferin referent
    referentin projektleiter projektleiterin mitarbeiter mitarbeiterin werkstudent werkstudentin
    developpeur developpeuse ingenieure infirmier infirmiere responsable vendeur vendeuse comptable chargee charge
    enseignant enseignante desarrollador desarrolladora ingeniero ingeniera analista enfermera enfermero
    """
)
"""Words that end the name of a position, folded, singular."""

_MODIFIERS = clean.words(
    """
    2d 3d academic account accounts accounting administrative adult ai android applications application applied area art
    asset assistant associate automation automotive aviation back back-end backend bank banking behavioral bi big bilingual
    brand building business c c# c++ care category cell chain charge chief child client clinical cloud commercial community
    compliance computer construction content control corporate cost creative credit crew crm customer cyber cybersecurity data
    database deep delivery demand deputy design development devops digital distributed document early editorial education
    electrical electronic electronics embedded emergency energy engineering enterprise entry entry-level environmental equity
    estate event events executive experience facilities facility factory family field film finance financial fleet floor food
    forklift founding freelance front front-end frontend full full-stack fullstack fundraising game gameplay general global
    go golang grants graphic graphics group growth guest hardware head health healthcare helpdesk help desk high hotel hr human
    icu implementation industrial information infrastructure in-house inside insurance integration interaction interior
    internal international inventory investment ios it java javascript js junior jr key kitchen kotlin lab laboratory labor
    language lead learning legal level life line lifecycle linux literacy local logistics loss machine maintenance managing
    manufacturing market marketing master math maths mechanical media medical mental mid mid-level middle ml mobile modern
    mortgage music national network night nlp node nursing office onboarding operating operations optical outreach package
    paediatric payroll pediatric people performance personal pharmacy php physical pipeline planning plant platform policy
    portfolio post postdoctoral pr practice pre-sales presales press primary principal print private process procurement
    product production professional program programme project property public purchasing python qa quality quantitative
    r&d react reading real recruiting regional registered regulatory relations reliability relationship release remote
    research resident residential resources restaurant retail revenue risk robotics ruby rust safety sales scala school
    science scrum search secondary security semi senior sr seo service services shift shipping shop site social software solution
    solutions sound special staff statistical stock store strategic strategy structural student success supply support
    surgical sustainability system systems talent tax team tech technical test testing theatre ticket tool tools total trade
    training transport travel treasury typescript ui us user utility ux ux/ui ui/ux vice video visual volunteer warehouse
    water web wealth welfare wholesale workplace workshop x-ray yield youth
    sous pastry head veterinary dental math physics chemistry biology history french german spanish english
    """
)
"""Words that stand before such a noun and belong to the position, folded."""

_JOINING = frozenset({"&", "and", "+", "/"})
_RANKS = clean.words("senior junior sr jr lead staff principal head chief associate assistant deputy vice")
"""Modifiers that never end a company's name."""

_AMBIGUOUS = clean.words(
    """
    baker barber butcher carpenter chef cook head judge lead maker mason model painter partner president principal
    printer server shopper singer tailor accounts packer porter ranger sailor fellow captain guard
    """
)
"""Nouns that are often a part of a company's name too: they count only at the end, or before "of"."""

_REMEMBERED = 2_000
"""Words whose part is remembered: a file asks about the same ones again and again."""
_TAIL = re.compile(r"(?:i{1,3}|iv|v|[1-9]|l[1-9]|ic[1-9]|level [1-9])", re.IGNORECASE)
_GENDERS = re.compile(r"\s*\(?\b(?:[mwfdxh]\s?/\s?){1,3}[mwfdxh]\b\)?", re.IGNORECASE)
_REQUISITION = re.compile(r"\s*[(\[#]?\s*\b(?:req(?:uisition)?|job|ref|id|r|jr)[\s.:#-]*\d{3,}\b[)\]]?|\s*#\d{3,}", re.IGNORECASE)
_POST = re.compile(r"\s+(?:position|role|opening|job|opportunity|vacancy|post)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an|our|your|die|der|das|une?|le|la|el)\s+", re.IGNORECASE)


def tidy(role: str) -> str:
    """A position's name without article, "(m/f/d)", number of the vacancy and a closing "position"."""
    bare = _REQUISITION.sub("", _GENDERS.sub("", role)).strip(" -–—|:;,./·\"'“”„")
    return _ARTICLE.sub("", _POST.sub("", bare)).strip(" -–—|:;,./·\"'“”„")


def _bare(word: str) -> str:
    return clean.folded(word).strip(".,;:!?()[]\"'“”")


@lru_cache(_REMEMBERED)
def is_noun(word: str) -> bool:
    """True for a word that ends a position's name, in the singular or plural, also behind a hyphen or slash."""
    bare = _bare(word)
    last = re.split(r"[-/]", bare)[-1]
    return any(each in NOUNS or (each.endswith("s") and each[:-1] in NOUNS) for each in (bare, last))


@lru_cache(_REMEMBERED)
def is_modifier(word: str) -> bool:
    """True for a word that belongs to the position named behind it."""
    bare = _bare(word)
    return bare in _MODIFIERS or bare in NOUNS or all(part in _MODIFIERS for part in re.split(r"[-/]", bare))


def names_role(text: str) -> bool:
    """True when `text` holds the name of a position."""
    return split(text)[1] != ""


def split(text: str) -> tuple[str, str, str]:
    """`text` taken apart into what stands before the position (a company), the position, and what stands behind it.

    "Globex data engineer" gives ("Globex", "data engineer", ""); without a position all is before.
    """
    words = text[: clean.ONE_LINE].split()
    last = _noun_at(words)
    if last is None:
        return text.strip(), "", ""
    first = last
    while first > 0 and _belongs(words, first - 1, last):
        first -= 1
    end = last + 1
    if end < len(words) and _bare(words[end]) in {"of", "for", "in", "der", "des", "de", "du", "et"} and end + 1 < len(words):
        end = len(words)
    elif end < len(words) and _bare(words[last]) in {"vp", "head", "director"}:
        while end < len(words) and is_modifier(words[end]):
            end += 1
    elif end < len(words) and _TAIL.fullmatch(_bare(words[end])):
        end += 1
    elif end < len(words) and all(is_modifier(word) for word in words[end:]):
        end = len(words)
    return " ".join(words[:first]).strip(" ,"), " ".join(words[first:end]).strip(" ,"), " ".join(words[end:]).strip(" ,")


def _noun_at(words: list[str]) -> int | None:
    """Where the noun of the position stands: the last one that can be it, but not one after an "of"."""
    for index, word in enumerate(words):
        if is_noun(word) and index + 1 < len(words) and _bare(words[index + 1]) == "of":
            return index
    for index in range(len(words) - 1, -1, -1):
        if not is_noun(words[index]):
            continue
        at_end = index == len(words) - 1 or bool(_TAIL.fullmatch(_bare(words[index + 1])))
        led = index > 0 and is_modifier(words[index - 1])
        if at_end or led or _bare(words[index]) not in _AMBIGUOUS:
            return index
    return None


def _belongs(words: list[str], index: int, last: int) -> bool:
    """True when the word at `index` is a part of the position whose noun stands at `last`."""
    word = words[index]
    if word in _JOINING:
        return index > 0 and is_modifier(words[index - 1])
    if word.endswith((",", ":")):
        return False
    if is_modifier(word):
        a_name = word[:1].isupper() and word[1:].islower() and words[last][:1].islower() and _bare(word) not in _RANKS
        return not a_name or all(is_modifier(each) or each in _JOINING for each in words[:index])
    told_apart = any(each[:1].isupper() for each in words[:index])
    return told_apart and word[:1].islower() and words[last][:1].islower()
