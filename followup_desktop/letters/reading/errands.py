"""Promises in a note, by either side: "said I'd send her the slides", "she'll email me the handbook".

Only a plain promise is one. What is denied, wished for, tied to an "if", told of the past, or about the decision is none:
a task that nobody promised does more harm than one that is missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from followup_desktop.core.records import Box
from followup_desktop.letters.grammar import DETERMINERS, NUMBERS, POSSESSIVES, PREPOSITIONS, Grammar, words
from followup_desktop.letters.lexicon import fold

OPENERS = words(
    "and but so also plus oh ok okay well then btw yes yeah just please todo to-do note - : anyway afterwards later remember"
)
"""Words before a promise that say nothing about it."""
EAGER = "(?:(?:also|just|definitely|happily|kindly|then|really|gladly|even|certainly|personally) )*"
DONE = words("""
    send email e-mail mail share forward lend post show give bring pass drop copy text message return introduce connect put
    link refer recommend write look review read teach cook bake make print draw dig find fetch translate invite buy
    explain sign collect order tour demonstrate upload scan record prepare finish build fix
""")
"""What is promised: something that one can do for the other."""
NOT_FOR_ME = words("make sign order collect fix build finish prepare cook read")
"""Of these, what somebody does to one rather than for one: "she will make me feel welcome"."""
PLAIN = words("send email e-mail mail forward lend post text message bring return")
"""Verbs that make a promise of a bare infinitive with somebody to do it for: "send her the photo"."""
ASKED = words("""
    offer contract answer answers decision decide feedback result results outcome news update updates verdict reply response
    word confirmation letter invitation invite invites date dates slot slots schedule timeline round rounds interview
    interviews step steps back touch through call ring phone rejection yes shortlist
""")
"""Things by which an employer answers, or asks for another talk: they belong to the decision, not to the tasks."""
HEDGED = re.compile(
    r"\b(?:not|never|won't|wouldn't|can't|cannot|couldn't|don't|didn't|doesn't|if|unless|in case|maybe|perhaps|hopes?|every"
    r"|each|always|usually|(?:mon|tues|wednes|thurs|fri|satur|sun)days|thank[- ]?you|follow[- ]?ups?"
    r"|(?:ok|okay|fine|allowed|welcome|free|good|best|happy|able) (?:for me )?to)\b"
)
"""Words that make a promise none: denied, uncertain, allowed, a habit, or what the program sees to by itself."""
TRIFLES = words("""
    to with for the a an my our on along over up out and after afterwards later soon again then first next either way tomorrow
    tonight today before once here there it this that
""")
"""Words that are nothing to send."""
NAMED_AGAINST = words("name cv resume résumé details application profile number")
"""The user's things that the employer hands on: without a subject it is not known who will."""
STRANGER = (
    r"(?:the |their |her |his |our )?(?:hr|recruiter|agency|office|reception|receptionist|secretary|assistant|somebody|someone)"
)

_I = r"(?:i'll|i will|i'm going to|i am going to|i'm to|i am to|i need to|i must|i have to|i've got to)"
_SAID = rf"(?:i |i've |i have |i'd )?{EAGER}(?:promised|said|told|agreed|offered)"
_TOLD = r"(?:promised|said|mentioned|confirmed|agreed|offered|told)(?: me)?"
_OBJECT = r"(?!me\b|us\b|to\b)\w+"
MINE = tuple(
    re.compile(rf"^{pattern} {EAGER}(?=\w)", re.IGNORECASE)
    for pattern in (
        rf"{_SAID}(?: (?P<to>{_OBJECT}))?(?: that)? (?:i'd|i'll|i would|i will)",
        rf"(?:i |i've |i have |i'd )(?:promised|offered|agreed|volunteered)(?: (?P<to>{_OBJECT}))? to",
    )
)
"""How a promise of the user's begins that is called one."""
I_WILL = re.compile(rf"^{_I} {EAGER}(?=\w)", re.IGNORECASE)
"""What the user will do: a promise where it is for somebody, or has its day; else it may be about the job."""
I_AM = re.compile(r"^i(?:'m| am) (sending|emailing|lending|forwarding|posting|mailing|sharing|bringing)\b", re.IGNORECASE)
"""The same, as people say it of the next days: "I'm sending her the worksheet tonight"."""
RUN_TOGETHER = re.compile(r"^(ill|shell|hell|theyll)(?= (\w+))", re.IGNORECASE)
"""An apostrophe left out; "ill" and "shell" are words as well, so that a verb of doing must follow."""
EITHER = tuple(
    re.compile(rf"^{pattern} {EAGER}(?=\w)", re.IGNORECASE)
    for pattern in (r"(?:promised|offered|agreed|volunteered) to", r"(?:will|going to)")
)
"""A beginning that does not say whose promise it is: what follows does."""
REMEMBER = re.compile(
    r"^(?:must |need to |have to )?(?:remember to|don't forget to|must|need to|have to|to) (?=\w)", re.IGNORECASE
)
"""What one says to oneself only."""
THEIRS = tuple(
    re.compile(rf"^{pattern} {EAGER}(?=\w)", re.IGNORECASE)
    for pattern in (
        r"(?:will|is going to|are going to)",
        r"(?:has |have )?(?:promised|offered|agreed|volunteered)(?: me)? to",
        rf"(?:has |have )?{_TOLD}(?: that)? (?:she|he|they)(?:'d|'ll| would| will)",
        r"(?:is|are)(?= (?:sending|emailing|lending|forwarding|posting|mailing|sharing|bringing) me )",
    )
)
"""What follows the name or pronoun of somebody who promises."""
SAID_THEY = re.compile(
    rf"^{_TOLD}(?: that)? (she|he|they)(?:'d|'ll| would| will) {EAGER}(?=\w)",
    re.IGNORECASE,
)
"""The same without a name before it: "said she would share the list with me"."""
PRONOUNS = {"she": "she", "he": "he", "they": "they"}
OBJECTS = {"her": "she", "him": "he", "them": "they"}
ME = words("me us")


@dataclass(frozen=True, slots=True)
class Errand:
    """A promise as it was read: who made it, who it is to or by ("" : not one of those met), and what was promised."""

    mine: bool
    act: str
    """The words from the verb on: "send her the slides"."""
    by: str = ""
    """Whose promise it is, where it is not the user's, as the note has it: "she", "Dana", "HR"; empty where nobody is named."""
    to: str = ""
    """To whom the user said so, where that was told: "her", "Dana"."""


def may_promise(clause: str, box: Box) -> bool:
    """False where a clause has no word for doing something for somebody, so that it need not be read any closer."""
    said = re.findall(r"[\w-]+", clause.lower())
    return box is Box.PROMISED or any(DONE & {word, stem := word.removesuffix("ing"), f"{stem}e"} for word in said)


def errand(clause: str, grammar: Grammar, names: frozenset[str], box: Box, *, dated: bool) -> Errand | None:
    """The promise that one clause of a note is, or None. `names` are the folded words of the names of those met.

    `dated`: a day was named with it (and is no longer in `clause`).
    """
    told = _opened(clause)
    if not told or HEDGED.search(clause.lower().replace("don't forget", "remember")):
        return None
    for pattern in MINE:
        if match := pattern.match(told):
            found = _mine(told[match.end() :], grammar, pointing=True)
            return found and replace(found, to=match["to"] or "")
    if match := I_AM.match(told):
        doing = grammar.ing(match[1].lower())
        return _weak(f"{doing.base if doing else match[1]}{told[match.end() :]}", grammar, names, dated=dated)
    if match := I_WILL.match(told):
        return _weak(told[match.end() :], grammar, names, dated=dated)
    return _by_them(told, grammar, names) or _unsaid(told, grammar, names, box, dated=dated)


def _by_them(told: str, grammar: Grammar, names: frozenset[str]) -> Errand | None:
    """A promise whose clause names somebody else who makes it."""
    if match := SAID_THEY.match(told):
        return _theirs(told[match.end() :], match[1], grammar)
    by, rest = _somebody(told, names)
    for pattern in THEIRS if by else ():
        if match := pattern.match(rest):
            return _theirs(rest[match.end() :], by, grammar)
    return None


def _unsaid(told: str, grammar: Grammar, names: frozenset[str], box: Box, *, dated: bool) -> Errand | None:
    """A promise whose clause names nobody who makes it."""
    if SAID_THEY.match(told) or _somebody(told, names)[0] not in {"", told.partition(" ")[0]}:
        return None
    for pattern in EITHER:
        if match := pattern.match(told):
            return _whose(told[match.end() :], grammar, names, box)
    if match := REMEMBER.match(told):
        return _weak(told[match.end() :], grammar, names, dated=dated)
    return _bare(told, grammar, names, box)


def _opened(clause: str) -> str:
    """The clause without words before it that say nothing."""
    told = re.sub(r"^to[- ]?do\b[: ]*", "", clause.strip(" \"'-–—:;,."), flags=re.IGNORECASE)
    while told.partition(" ")[0].lower().strip(":") in OPENERS and " " in told:
        told = told.partition(" ")[2].lstrip(" :-")
    if (match := RUN_TOGETHER.match(told)) and match[2].lower() in DONE:
        told = f"{match[1][:-2]}'ll{told[match.end() :]}"
    return told


def _somebody(told: str, names: frozenset[str]) -> tuple[str, str]:
    """Whoever a clause begins with (a name, a pronoun, somebody of the office), and the rest with "will" spelt out."""
    if match := re.match(rf"^({STRANGER})(?: from \w+)?(?=[ '])", told, re.IGNORECASE):
        return match[1], _spelt(told[match.end() :])
    if match := re.match(r"^(she|he|they)(?=[ '])", told, re.IGNORECASE):
        return match[1].lower(), _spelt(told[match.end() :])
    parts = told.split(" ")
    count = 0
    while (
        count < len(parts) and parts[count][:1].isupper() and fold(re.sub(r"'(?:s|ll)$", "", parts[count]).strip(".:")) in names
    ):
        count += 1
        if re.search(r"'(?:s|ll)$", parts[count - 1]):
            break
    if not count:
        return "", told
    name = " ".join(parts[:count])
    ending = re.search(r"'(?:s|ll)$", name)
    stem = (name[: ending.start()] if ending else name).strip(":")
    return stem, _spelt((ending[0] if ending else "") + " " + " ".join(parts[count:]))


def _spelt(rest: str) -> str:
    """The rest with "will" and "is" spelt out: "'ll send" as "will send", "'s going" as "is going"."""
    for short, whole in (("'ll", "will"), ("'s", "is"), ("'re", "are")):
        if rest.startswith(short + " "):
            return whole + rest[len(short) :]
    return rest.strip()


def _verb(act: str, grammar: Grammar) -> str:
    """The infinitive that `act` begins with, of what one can do for another; "" for anything else."""
    first = act.partition(" ")[0].lower()
    return first if first in DONE and (grammar.base(first) or first == "e-mail") else ""


def _thing(act: str) -> list[str]:
    """The words of `act` that are not the verb, and not who it is done for."""
    act = re.sub(r" (me|us|her|him|them) round\b", r" \1 around", act)
    act = re.sub(r" in (?:touch|contact) with\b", "", act)
    skip = ME | OBJECTS.keys() | TRIFLES
    return [word for word in re.findall(r"[\w'-]+", act.lower())[1:] if word not in skip]


def _mine(act: str, grammar: Grammar, *, pointing: bool = False) -> Errand | None:
    """A promise of the user's: a verb that does something, and a thing. "me" in it means that it was read wrongly.

    `pointing`: what is called a promise may be about "it".
    """
    low = f" {act.lower()} "
    thing = bool(_thing(act)) or (pointing and re.search(r" (?:it|them|that|those|these)[ .,]", low) is not None)
    if not _verb(act, grammar) or not thing or re.search(r" (?:me|us)[ .,]", low):
        return None
    return Errand(mine=True, act=act)


def _weak(act: str, grammar: Grammar, names: frozenset[str], *, dated: bool) -> Errand | None:
    """What the user will, or must, do: with a day, for somebody, or something that is sent."""
    low = re.findall(r"[\w'-]+", act.lower())
    for_them = any(word in OBJECTS or word in {"his", "their"} or fold(word.removesuffix("'s")) in names for word in low)
    sent = low[:1] and low[0] in PLAIN - {"bring"}
    return _mine(act, grammar) if dated or for_them or sent else None


def _theirs(act: str, by: str, grammar: Grammar) -> Errand | None:
    """A promise of somebody else's: for the user, and not about the decision."""
    first, _, rest = act.partition(" ")
    doing = grammar.ing(first.lower())
    act = f"{doing.base} {rest}" if doing is not None and not grammar.base(first.lower()) else act
    thing = _thing(act)
    low = f" {act.lower()} "
    for_me = re.search(r" (?:me|us|my|our)[ .,]", low) is not None
    if not _verb(act, grammar) or first.lower() in NOT_FOR_ME or not thing or not for_me or ASKED & set(thing):
        return None
    if first.lower() == "put" and not re.search(r" in (?:touch|contact) with\b", act):
        return None
    if rest.lower().startswith(("me about", "me whether", "me when", "me how", "me at", "to me", "me again")):
        return None
    return Errand(mine=False, act=act, by=by)


def _whose(act: str, grammar: Grammar, names: frozenset[str], box: Box) -> Errand | None:
    """A promise without a subject: "me" makes it theirs, "her" or "my" the user's; else only the box can tell."""
    low = re.findall(r"[\w'-]+", act.lower())
    if ME & set(low):
        return _theirs(act, "", grammar)
    own = {"my", "our"} & set(low) and not NAMED_AGAINST & set(low)
    to_them = any(word in OBJECTS or fold(word) in names for word in low[1:2])
    to_them = to_them or re.search(r" (?:to|with|for) (?:her|him|them)\b", act.lower()) is not None
    return _mine(act, grammar) if own or to_them or box is Box.PROMISED else None


def _bare(told: str, grammar: Grammar, names: frozenset[str], box: Box) -> Errand | None:
    """A bare infinitive, "send her the photo"; in the box of the user's own promises also the thing alone."""
    low = re.findall(r"[\w'-]+", told.lower())
    first, second = (*low, "", "")[:2]
    if first in PLAIN | (DONE if box is Box.PROMISED else frozenset()) and _verb(told, grammar):
        for_them = second in OBJECTS or fold(second) in names or re.search(r" (?:to|for|with) (?:her|him|them)\b", told.lower())
        return _mine(told, grammar) if for_them or box is Box.PROMISED else None
    verbs = [word for word in low[1:] if grammar.auxiliary(word) or grammar.past(word)]
    if box is Box.PROMISED and first in {"my", "our", "the", "a", "an", "some"} and not verbs and len(low) > 1:
        return Errand(mine=True, act=told)
    return None


def done_for(act: str, pronoun: str, name: str) -> str:
    """`act` with the person's name where the pronoun can only mean whom it is done for: "send Priya the slides".

    "send her slides" stays as it is: they may be her slides. An unknown pronoun changes nothing.
    """
    parts = act.split(" ")
    for at, word in enumerate(parts):
        if at == 0 or not pronoun or OBJECTS.get(word.lower()) != pronoun:
            continue
        after = parts[at + 1].lower() if at + 1 < len(parts) else ""
        alone = not after or after in DETERMINERS | POSSESSIVES | PREPOSITIONS | NUMBERS or after[0].isdigit()
        if word.lower() == "him" or alone:
            return " ".join((*parts[:at], name, *parts[at + 1 :]))
    return act
