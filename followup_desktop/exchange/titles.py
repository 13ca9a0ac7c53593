"""Company and position as the title of an invitation tells them ("Onsite interview: Platform engineer - Acme")."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from followup_desktop.exchange import clean, employers, roles


@dataclass(frozen=True, slots=True)
class Guess:
    """What a title seems to say; either may be empty."""

    company: str = ""
    role: str = ""


_PREFIX = re.compile(
    r"^\s*(?:(?:re|fw|fwd|aw|wg|tr|invitation|updated invitation|invitation updated|accepted|tentative|declined|reminder|hold"
    r"|cancell?ed(?: event)?|rescheduled|confirmed|confirmation|einladung|aktualisierte einladung|zusage|abgesagt|annulé|invito"
    r"|invitación)\s*:\s*|\[(?:external|extern|ext)\]\s*)+",
    re.IGNORECASE,
)
_GOOGLE_SUFFIX = re.compile(r"\s+@\s+(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)\w*\.?,?\s.{0,80}\d.*$", re.IGNORECASE)
_STAGE = (
    r"(?:phone|telephone|tele|video|virtual|on-?site|in-?person|face-to-face|remote|online|zoom|teams|technical|tech|coding|panel"
    r"|final|first|second|third|fourth|1st|2nd|3rd|4th|initial|intro(?:ductory)?|follow-?up|recruiter|recruiting|hr"
    r"|hiring manager|hiring|manager|screening|behaviou?ral|culture(?:[- ]fit)?|values|leadership|executive|team|peer"
    r"|system design|design|case(?:[- ]study)?|competency|job|live|short|quick|informal|exploratory|candidate|round|stage|next"
    r"|late|early|full|mock|information(?:al)?|google meet|(?:30|45|60|90)[- ]min(?:ute)?s?|1[- ]hour|invitation(?: to| for)?"
    r"|your|coffee|welcome|get to know|meet[- ]the[- ]team)"
)
_STAGE_HEAD = (
    r"(?:interviews?|screening|screen|call|chat|conversation|discussion|meeting|meet(?: ?(?:and|&) ?greet)?|round|stage|loop"
    r"|assessment|exercise|catch-?up|session|debrief|presentation|test|challenge|superday|schedule|invitation|invite|confirmation"
    r"|introduction|intro|vorstellungsgespräch|bewerbungsgespräch|kennenlerngespräch|erstgespräch|zweitgespräch|gespräch"
    r"|interviewtermin|termin|entretien(?: d['’]embauche| technique| téléphonique)?|entrevista|colloquio|sollicitatiegesprek"
    r"|rozmowa(?: kwalifikacyjna)?|intervju|haastattelu|συνέντευξη|собеседование|面试|面試|面接|면접|مقابلة)"
)
_NOISE = re.compile(
    rf"(?<!\w)(?:(?:{_STAGE})[\s-]+){{0,6}}{_STAGE_HEAD}(?!\w)(?:\s*(?:#?\d{{1,2}}(?!\w)|\(?part \d\)?|\d\s?/\s?\d))?"
    rf"|(?<!\w)(?:on-?site|(?:final|first|second|third|1st|2nd|3rd) round|(?:round|stage|part) \d|virtual on-?site|panel)(?!\w)",
    re.IGNORECASE,
)
_NOISE_ALONE = re.compile(
    rf"(?:{_STAGE}|{_STAGE_HEAD}|remote|hybrid|tbc|tbd|confirmed|\d+ ?(?:min|minutes|h|hour|hours))", re.IGNORECASE
)
_BREAK = re.compile(
    r"\s+[-–—|·•~→]+\s+|\s*(?:<>|<->|<=>|↔|⇄|//|\|\||\||·|•|—|;)\s*|\s*[:：]\s+|\s+/\s+|\s*[()\[\]{}]\s*|\s*,\s+(?!(?:inc|ltd|llc|gmbh|corp|plc|ag|co)\b)"
    r"|\s+-|-\s+",
    re.IGNORECASE,
)
_LED = re.compile(r"(?:^|\s+)(with|at|for|@|by|mit|bei|für|als|avec|chez|pour|con|en|para|presso)\s+", re.IGNORECASE)
_AT = frozenset({"at", "@", "bei", "chez", "en", "presso", "by"})
_WITH = frozenset({"with", "mit", "avec", "con"})
_FOR = frozenset({"for", "für", "als", "pour", "para"})
_BOTH = re.compile(r"\s+(?:and|&|x|×|\+|und|et|y|e)\s+", re.IGNORECASE)
_LEGAL = re.compile(
    r"(?:,?\s+(?:inc|ltd|llc|llp|plc|corp|corporation|limited|gmbh|ag|se|kg|bv|nv|ab|oy|as|sa|sas|sarl|srl|spa|pty|co)\b\.?)+$",
    re.IGNORECASE,
)
_CORPORATE = clean.words(
    """
    agency analytics associates bank capital care center centre clinic college company consulting corporation design energy foods
    foundation games group health holdings hospital hotel hotels industries institute insurance international labs laboratories
    logistics ltd media motors networks partners pharma post press publishing restaurant retail school schools services software
    solutions studio studios systems tech technologies technology tools trust university ventures works
    """
)
"""Words that end the name of a company, not of a person."""
_OFFICE = re.compile(
    r"\s+(?:recruiting|recruitment|talent(?: acquisition| team)?|careers|hr|hiring(?: team)?|people team)$", re.IGNORECASE
)
"""What is behind the company's name when its office invites."""
_MOST_WORDS = 6
_LOOKED_AT = 4_000
"""Characters of a description that are looked at."""


def guess(title: str, description: str = "", people: Collection[str] = (), addresses: Iterable[str] = ()) -> Guess:
    """Company and position as `title` tells them, else `description`, else (the company) the domains of `addresses`.

    `people` are the names of everybody invited, the user too: they are no company. `addresses` are the mail addresses
    of those who invite, the likeliest first; free mail and hiring services tell nothing.
    """
    labels = [label for label in map(employers.label, addresses) if label]
    found = _read(title, people, labels)
    if not found.role or not found.company:
        told = _from_description(description[:_LOOKED_AT])
        found = Guess(found.company or told.company, found.role or told.role)
    company = found.company
    if not company and labels:
        first = next(each for each in addresses if employers.label(each))
        company = _spelt(labels[0], f"{title}\n{description[:_LOOKED_AT]}") or employers.company(first)
    company = _OFFICE.sub("", company) or company
    return Guess(clean.line(company, clean.NAME), clean.line(roles.tidy(found.role), clean.NAME))


def _read(title: str, people: Collection[str], labels: list[str]) -> Guess:
    """What the title alone says."""
    bare = _GOOGLE_SUFFIX.sub("", _PREFIX.sub("", clean.line(title)))
    companies: list[tuple[int, str]] = []
    positions: list[tuple[int, str]] = []
    for lead, piece in _pieces(bare, people):
        before, role, after = roles.split(piece)
        if role and _matches(piece, labels):
            before, role, after = piece, "", ""
        if role:
            positions.append((0 if lead in _FOR else 1, role))
        elif lead in _FOR and not _matches(piece, labels):
            positions.append((2, piece))
            continue
        if lead in _WITH and labels and _may_be_person(piece) and not _matches(piece, labels):
            continue
        companies += [(_rank(name, lead, labels), name.strip(" ,'’")) for name in (before, after) if _may_be_company(name)]
    company = min(companies, default=(0, ""), key=lambda each: each[0])[1]
    role = min(positions, default=(0, ""), key=lambda each: each[0])[1]
    return Guess(company, role)


def _rank(name: str, lead: str, labels: list[str]) -> int:
    """How likely a name in a title is the company: 0 is likeliest."""
    if _matches(name, labels):
        return 0
    if lead in _AT or _LEGAL.search(name):
        return 1
    return 2 if lead in _WITH else 3


def _pieces(title: str, people: Collection[str]) -> list[tuple[str, str]]:
    """The parts of a title that may mean something, each with the word that leads it ("at", "for", or none)."""
    found: list[tuple[str, str]] = []
    for part in _BREAK.split(title):
        lead = ""
        for index, piece in enumerate(_LED.split(part)):
            if index % 2:
                lead = piece.casefold()
                continue
            for text in _without_people(piece, people):
                for rest in _NOISE.split(text):
                    bare = _tidy(rest)
                    if bare and not _NOISE_ALONE.fullmatch(bare) and not _is_person(bare, people):
                        found.append((lead, bare))
    return found


def _tidy(piece: str) -> str:
    """A piece of a title without what stands around it; the dot of "Inc." stays."""
    bare = roles.tidy(piece.strip(" -–—|:;,.!?\"“”'’"))
    return f"{bare}." if re.search(r"\b(?:Inc|Ltd|Corp|Co)\.\W*$", piece) and re.search(r"(?:Inc|Ltd|Corp|Co)$", bare) else bare


def _without_people(piece: str, people: Collection[str]) -> list[str]:
    """`piece`, taken apart at an "and" when one side of it is somebody's name ("Jane Doe and Acme")."""
    sides = _BOTH.split(piece)
    if len(sides) > 1 and any(_is_person(_NOISE.sub(" ", side).strip(" -–—:'’,"), people) for side in sides):
        return [side for side in sides if not _is_person(side, people)]
    for name in people:
        if len(name) > 3 and clean.folded(name) in clean.folded(piece) and len(name.split()) > 1:  # noqa: PLR2004
            return re.split(re.escape(name), piece, flags=re.IGNORECASE)
    return [piece]


def _is_person(text: str, people: Collection[str]) -> bool:
    """True when `text` is somebody's whole name, first name or "Doe, Jane"."""
    bare = clean.folded(text)
    for name in people:
        words = clean.folded(name).split()
        if (
            bare
            and words
            and (bare == " ".join(words) or bare == words[0] or sorted(bare.replace(",", " ").split()) == sorted(words))
        ):
            return True
    return False


def _may_be_person(name: str) -> bool:
    """True for two to four words that no company's name ends with: behind "with" they are a person where the company is known."""
    words = name.split()
    return 1 < len(words) < 5 and clean.folded(words[-1]) not in _CORPORATE and not _LEGAL.search(name)  # noqa: PLR2004


def _may_be_company(name: str) -> bool:
    """True for a few words that begin like a name: not with a small letter, not a number alone."""
    bare = name.strip(" ,'’")
    if not bare or len(bare.split()) > _MOST_WORDS or not any(character.isalpha() for character in bare):
        return False
    return not bare[0].islower() or any(character.isupper() or character in ".0123456789" for character in bare)


def _matches(name: str, labels: Iterable[str]) -> bool:
    """True when `name` is what one of those domains is called ("Kestrel Tools" and "kestreltools", "Acme" and "acme-corp")."""
    bare = employers.squashed(_LEGAL.sub("", name))
    if not bare:
        return False
    for each in labels:
        known = employers.squashed(each)
        initials = "".join(word[0] for word in clean.folded(name).split())
        if bare == known or (len(bare) > 2 and known.startswith(bare)) or (len(known) > 2 and bare.startswith(known)):  # noqa: PLR2004
            return True
        if len(known) > 2 and initials == known:  # noqa: PLR2004
            return True
    return False


def _spelt(label: str, text: str) -> str:
    """The domain's name as `text` spells it ("kestreltools" is "Kestrel Tools"), or an empty text."""
    known = employers.squashed(label)
    words = re.findall(r"[^\W_][\w&.'’-]*", text)[:600]
    for index in range(len(words)):
        for count in (1, 2, 3, 4):
            name = " ".join(words[index : index + count]).rstrip(".'’-")
            if employers.squashed(name) == known and any(c.isupper() for c in name) and "." not in name:
                return name
    return ""


_POSITION_LINE = re.compile(
    r"^[ \t]*(?:job title|position|role|job|title|stelle|poste|puesto)[ \t]*[:：][ \t]*(\S.{0,119})$",
    re.IGNORECASE | re.MULTILINE,
)
_COMPANY_LINE = re.compile(
    r"^[ \t]*(?:company|employer|organi[sz]ation|firma|unternehmen|entreprise)[ \t]*[:：][ \t]*(\S.{0,119})$",
    re.IGNORECASE | re.MULTILINE,
)
_FOR_POSITION = re.compile(
    r"\b(?:for|about|regarding|as|als|zur)\s+(?:the|a|an|our|your|die|der)?\s*(?:open\s+)?"
    r"(?:position|role|job|post|opening|stelle)\s+(?:of|as|als|:)?\s*"
    r"[\"“„']?([^\s.\n\"”“;:!?][^.\n\"”“;:!?]{1,118}?)[\"”“']?"
    r"(?=\s+(?:at|with|in our|within|on|bei|and|team\b)\b|[.,\n;:!?\"”]|$)",
    re.IGNORECASE,
)
_POSITION_ROLE = re.compile(r"\b(?:the|our|a|an)\s+((?:[\w&/+#.-]+\s+){1,6}?)(?:position|role|opening|vacancy)\b", re.IGNORECASE)
_CAPITALS = r"(?:[^\W\d_a-zß-öø-ÿ][\w&'’.-]*\w|&|[A-Z0-9]{1,4})"
_NAME_OF_COMPANY = rf"({_CAPITALS}(?:\s+(?:{_CAPITALS}|of|the|for|de|&))*)"
_AT_COMPANY = re.compile(rf"\s*\b(?:at|with|bei|here at)\s+(?:the\s+|der\s+|dem\s+)?{_NAME_OF_COMPANY}")
_ABOUT_COMPANY = re.compile(
    r"\b(?:interview(?:ing|s)?|team|opportunity|here|working|work|career|application|apply(?:ing)?|applied|interest|ein|join(?:ing)?|us)"
    rf"\s+(?:at|to|in|bei|from|join(?:ing)?)\s+(?:the\s+|der\s+|dem\s+)?{_NAME_OF_COMPANY}"
)
_AS_ROLE = re.compile(
    r"\b(?:as|als)\s+(?:an?\s+|our\s+|eine?[nr]?\s+)?([^.,;:\n]{2,80}?)(?=\s+(?:at|bei|with|in|on|für)\b|[.,;:\n]|$)",
    re.IGNORECASE,
)


def _from_description(text: str) -> Guess:
    """What the words of an invitation say about position and company."""
    line, stated, named = _POSITION_LINE.search(text), _FOR_POSITION.search(text), _COMPANY_LINE.search(text)
    spoken = next((each for each in _POSITION_ROLE.finditer(text) if roles.names_role(each[1].strip())), None)
    called = next((each for each in _AS_ROLE.finditer(text) if roles.names_role(each[1].strip())), None)
    found = [each for each in (line, stated, spoken, called) if each]
    role = found[0][1].strip() if found else ""
    if named:
        return Guess(named[1].strip(), role)
    for each in found:
        behind = _AT_COMPANY.match(text, each.end())
        if behind:
            return Guess(behind[1].strip(), role)
    about = _ABOUT_COMPANY.search(text)
    return Guess(about[1].strip() if about else "", role)


def from_lines(rows: Iterable[str], people: Collection[str] = ()) -> Guess:
    """What the short lines of a text say: those about an interview, and those that tell company and position together."""
    company = role = ""
    for row in rows:
        bare = clean.line(row)
        found = _read(bare, people, [])
        about = bool(_NOISE.search(bare))
        if len(bare) <= _SHORT_LINE and not bare.endswith((".", ",")) and (about or (found.company and found.role)):
            company, role = company or found.company, role or found.role
    return Guess(company, roles.tidy(role))


_SHORT_LINE = 100
"""Characters of a line that can be a heading."""


def without_stages(text: str) -> list[str]:
    """The pieces of `text` that are left when words for a stage of an interview ("phone screen", "round 2") are taken out."""
    pieces = (_tidy(piece) for piece in _NOISE.split(text))
    return [piece for piece in pieces if piece and not _NOISE_ALONE.fullmatch(piece)]
