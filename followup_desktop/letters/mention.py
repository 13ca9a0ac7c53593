"""Who is meant: names and pronouns of the reader become "you"; what could mean somebody else is a doubt, never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from followup_desktop.core.records import Case, Person
from followup_desktop.letters.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    KIN,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    Grammar,
    words,
)
from followup_desktop.letters.lexicon import Lexicon, fold
from followup_desktop.letters.name_forms import SPELT_OUT, initials, loose_initials, pieces, spellings
from followup_desktop.letters.normalise import Token, known

TITLES = words("""
    mr mr. mrs mrs. ms ms. miss dr dr. doctor prof prof. professor sir madam sister chi anh co ba ong chu em frau
    pak bu ibu bapak kak mas tok khun shri smt ustad sheikh hajji sayyid lord lady rev reverend father fr
    herr senor senora sra sra. don dona mme mme. monsieur madame pan pani signor signora
""")
"""Words before a name that go with it, folded."""
FEMALE_TITLES = words("mrs mrs. ms ms. miss madam frau senora sra sra. dona mme mme. madame pani signora ibu lady")
MALE_TITLES = words("mr mr. sir herr senor don monsieur pan signor pak bapak lord")
"""Titles by which somebody's husband or wife is told from them, folded."""
ROLE_TITLES = words("""
    chef nurse coach captain sergeant constable officer pastor rabbi imam engineer engr aunty auntie uncle brother bro sis
    oga kuya tita tito bhai didi akka
""")
"""Trades and terms of kinship that stand before a name like a title, in small letters too."""
HONORIFIC_ENDINGS = words("mam madam maam san sensei ji bey hanim abla abi usta hoca sir ma'am")
"""Words after a name that go with it, folded."""
EASTERN_ENDINGS = tuple(fold(ending) for ending in ("さん", "様", "先生", "くん", "씨", "님", "선생님", "老师", "先生", "女士"))
"""The same where the script writes no space, folded."""
FORMS = {
    "she": {"she": "subject", "her": "her", "hers": "yours", "herself": "self"},
    "he": {"he": "subject", "him": "object", "his": "his", "himself": "self"},
    "they": {"they": "subject", "them": "object", "their": "your", "theirs": "yours", "themself": "self", "themselves": "self"},
}
SHORT_FORMS = {"'s": "is", "'d": "would", "'ll": "will", "'ve": "have", "'re": "are"}
SAID = {"subject": "you", "object": "you", "your": "your", "yours": "yours", "self": "yourself"}
FEMALE = words("""
    mum mom mother mam nan nana gran grandma grandmother granny aunt auntie sister daughter wife niece girlfriend
    woman girl lady midwife
""")
MALE = words("""
    dad father grandad grandpa grandfather uncle brother son husband nephew boyfriend man boy guy bloke lad
""")
ANYBODY = words("""
    manager boss colleague friend client customer student pupil patient kid child partner teacher head supervisor
    mentor intern apprentice trainee director founder owner nurse doctor engineer developer neighbour neighbor
    cousin parent predecessor deputy recruiter assistant ceo cto
""")
COLLECTIVE = words("""
    team staff crew family group department company firm school class club kids children people residents players
    parents everyone regulars guests patients locals neighbours clients pupils students families customers visitors members
    volunteers tenants interns apprentices juniors owners farmers growers authors
""")
ANY_OF_THEM = words("""
    nobody everybody everyone anyone anybody somebody someone whoever person child customer patient guest student pupil
    each visitor driver client kid
""")
"""Singulars that English follows with "their"."""
GIVEN = words("""
    teach teaches taught show shows showed tell tells told send sends sent give gives gave bring brings brought buy
    buys bought lend lends lent offer offers offered bake bakes baked cook cooks
""")
"""Verbs with somebody to give to: "her first client still sends her chocolates"."""
CAUSE = words("let lets make makes made help helps helped see saw hear heard watch watched had")
"""Verbs after which "her" before an infinitive is an object: it made her laugh."""


SHORTEST_NAME = 5
"""Letters that a name has before a slip in it, or half of it, is still it."""
YEAR_GROUP = re.compile(r"\d{1,2}s")
"""The children of a year at school: the year 2s."""
NEAR = 3
"""Words between a plural and the "their" that is said of it: knows the birds by their song."""
NAMING = words("call calls called calling named nicknamed")
SENSED = words("see saw hear heard watch watched had")
"""Of these, the verbs that a thing of hers may follow as well: heard her talk."""


@dataclass(slots=True)
class Resolved:
    """A note's tokens with the reader as "you", and what stayed unclear."""

    tokens: list[Token]
    doubts: list[str] = field(default_factory=list)
    """Why a pronoun or name is not clear: "who" (could be somebody else), "other" (about somebody else), "or"."""
    kept: set[str] = field(default_factory=set)
    """Pronouns that were left because they mean somebody else."""
    unclear: str = ""
    """The word that raised the first doubt."""


@dataclass(frozen=True, slots=True)
class Who:
    """The reader, and who else could be meant."""

    names: frozenset[str]
    """Folded words of the reader's name."""
    pronoun: str
    company: frozenset[str]
    """Folded words of the company's name."""
    others: frozenset[str]
    """Folded words of the other interviewers' names."""
    initials: frozenset[str] = frozenset()
    """Folded initials of the reader, which mean them only when written in capitals."""
    letters: frozenset[str] = frozenset()
    """Initials that are short for other things as well, single letters among them: only before a verb or with 's."""


def who(reader: Person, case: Case, lexicon: Lexicon) -> Who:
    """Whom a note can mean on a card for `reader`."""
    own = name_words(f"{reader.name} {reader.address_as}", lexicon)
    others = frozenset[str]().union(*(name_words(each.name, lexicon) for each in case.people if each.id != reader.id))
    certain = frozenset(pieces(f"{reader.name} {reader.address_as}"))
    shared = own & others
    company = frozenset(fold(w) for w in re.findall(r"\w+", case.interview.company))
    foreign = frozenset().union(*(loose_initials(each.name) for each in case.people if each.id != reader.id))
    return Who(
        own - (shared - certain),
        reader.pronoun,
        company,
        others - certain,
        initials(reader.name) - others,
        loose_initials(reader.name) - foreign,
    )


def near_names(text: str, whom: Who, reader: Person, grammar: Grammar) -> frozenset[str]:
    """Folded words of `text` that are the reader's name cut short ("Dom") or with one slip in it ("Siobhann").

    A word that is a known word, somebody else's name or another given name is neither.
    """
    own = [name for name in pieces(reader.name) if len(name) >= SHORTEST_NAME]
    found = set()
    for typed in re.findall(r"[^\W\d_]{3,}", text):
        word = fold(typed)
        if word in whom.names | whom.others | whom.company | grammar.everyday or (word.endswith("s") and word[:-1] in whom.names):
            continue
        short = (typed[:1].isupper() or word in grammar.lexicon.names) and any(name.startswith(word) for name in own)
        slip = word not in grammar.lexicon.names and any(_one_slip(word, name) for name in own)
        if (short or slip) and not any(other.startswith(word) or _one_slip(word, other) for other in whom.others | whom.company):
            found.add(word)
    return frozenset(found)


def _one_slip(word: str, name: str) -> bool:
    """Whether one letter added, left out, changed or swapped with the next makes `name` of `word`; the first is trusted."""
    if word[0] != name[0] or abs(len(word) - len(name)) > 1 or len(word) < SHORTEST_NAME:
        return False
    at = next((i for i, (one, other) in enumerate(zip(word, name, strict=False)) if one != other), min(len(word), len(name)))
    rest, right = word[at:], name[at:]
    return rest[1:] == right or rest == right[1:] or rest[1:] == right[1:] or (rest[2:] == right[2:] and rest[:2] == right[1::-1])


def name_words(name: str, lexicon: Lexicon) -> frozenset[str]:
    """The folded words by which somebody of that name is mentioned; of a name without spaces also its given part."""
    words = {*pieces(name), *pieces(name.casefold().translate(SPELT_OUT))}
    words |= {part for word in words for part in word.split("-") if len(part) > 2}  # noqa: PLR2004  (Owusu-Ansah, Jean-Luc; not al-)
    unspaced = {word for word in words if re.fullmatch(r"[\u3400-\u9fff\uac00-\ud7af]{3,4}", word)}
    words |= {part for word in unspaced for part in (word[1:], word[2:], word[:2], word[:1]) if part}
    words |= {other for word in words for other in spellings(word)}
    words |= {short for word in words for short in lexicon.short_names.get(word, ())}
    return frozenset(words - TITLES - {""})


def resolve(tokens: list[Token], whom: Who, grammar: Grammar, answer: str = "") -> Resolved:
    """Turn every mention of the reader into "you" or "your".

    `answer` settles a doubt: "reader" takes an unclear pronoun for the reader, "other" leaves it.
    """
    named = _names(tokens, whom, grammar)
    done = Resolved([])
    for at, token in enumerate(named.tokens):
        if token.role or token.fixed:
            done.tokens.append(token)
        else:
            done.tokens += _pronoun(named.tokens, at, whom, grammar, answer, done)
    done.doubts += named.doubts
    done.unclear = done.unclear or named.unclear
    if answer != "reader" and (twice := _two_of_them(done.tokens, grammar)):
        _doubt(done, "who", twice)
    return done


def _two_of_them(tokens: list[Token], grammar: Grammar) -> str:
    """The verb between "you" and "you": he owed him, which are two people. An empty text where there is none."""
    for at, token in enumerate(tokens):
        if token.role == "object" and at and any(grammar.verbs(tokens[at - 1].low)):
            for back in range(at - 2, max(-1, at - 5), -1):
                if tokens[back].role == "subject":
                    return tokens[at - 1].text
                if not (grammar.adverb(tokens[back].low) or grammar.auxiliary(tokens[back].low)):
                    break
    return ""


def _names(tokens: list[Token], whom: Who, grammar: Grammar) -> Resolved:  # noqa: C901, PLR0912  (a ladder, one rung a case)
    done = Resolved([])
    at = 0
    while at < len(tokens):
        start = at
        if (owned := _initials_here(tokens, at, whom, grammar)) == "your":
            done.tokens.append(Token("your", tokens[at].gap, role="your"))
            at += 1
            continue
        if owned:
            role = "subject" if _names_subject(done.tokens, tokens, at + 1, grammar) else "object"
            done.tokens.append(Token("you", tokens[at].gap, role=role))
            at += 1
            continue
        if _other_gender(tokens, at, whom):
            _doubt(done, "who", f"{tokens[at].text} {tokens[at + 1].text}")
        if fold(tokens[at].text) in TITLES | ROLE_TITLES and at + 1 < len(tokens) and _stem(tokens[at + 1]) in whom.names:
            at += 1
        initial = at > start or (fold(tokens[at].text) in TITLES and at + 1 < len(tokens) and _initial(tokens[at + 1], whom))
        if initial and at == start:
            at = start + 2 + (start + 2 < len(tokens) and tokens[start + 2].text == ".")
            role = "subject" if _names_subject(done.tokens, tokens, at, grammar) else "object"
            done.tokens.append(Token("you", tokens[start].gap, role=role))
            continue
        end = at
        while end < len(tokens) and _stem(tokens[end]) in whom.names and not tokens[end].fixed:
            end += 1
            if tokens[end - 1].text.endswith(("'s", "'")):
                break
        if end == at or (end - start == 1 and not _is_name(tokens, at, grammar)):
            done.tokens += tokens[start : at + 1]
            at += 1
            continue
        owner = tokens[end - 1].text.endswith(("'s", "'"))
        if not owner and end < len(tokens) and tokens[end].low in ("family", "brothers", "sisters", "clan"):
            owner = True
        if end < len(tokens) and fold(tokens[end].text.removesuffix("'s")) in HONORIFIC_ENDINGS:
            owner = owner or tokens[end].text.endswith("'s")
            end += 1
        after = tokens[end].low if end < len(tokens) else ""
        short = owner and tokens[end - 1].text.endswith("'s") and _is_short_form(after, tokens, end, grammar)
        if short:
            done.tokens += [Token("you", tokens[start].gap, role="subject"), Token(_be_or_have(after, grammar), role="")]
        elif owner:
            done.tokens.append(Token("your", tokens[start].gap, role="your"))
        else:
            role = "subject" if _names_subject(done.tokens, tokens, end, grammar) else "object"
            done.tokens.append(Token("you", tokens[start].gap, role=role))
        at = end
    return done


def _other_gender(tokens: list[Token], at: int, whom: Who) -> bool:
    """Whether a title of the other gender stands before the reader's family name: a relative of theirs."""
    others = FEMALE_TITLES if whom.pronoun == "he" else MALE_TITLES if whom.pronoun == "she" else frozenset()
    return fold(tokens[at].text) in others and at + 1 < len(tokens) and _stem(tokens[at + 1]) in whom.names


def _initials_here(tokens: list[Token], at: int, whom: Who, grammar: Grammar) -> str:
    """Whether the reader's initials stand at `at`: "you", "your" for JB's, or an empty text."""
    text = tokens[at].text.removesuffix("'s")
    if not text.isupper() or tokens[at].fixed or text in ("I", "A"):
        return ""
    owner = text != tokens[at].text
    rest = [each for each in tokens[at + 1 : at + 3] if not grammar.adverb(each.low)]
    acts = bool(rest) and rest[0].word and grammar.finite(rest[0].low)
    acts = acts or (at + 1 == len(tokens) and at > 1 and tokens[at - 1].text in ("-", "–", "—") and tokens[at - 2].fixed)
    if fold(text) in whom.initials and not grammar.base(text.lower()):
        return "your" if owner else "you"
    if fold(text) in whom.letters and (owner or acts):
        return "your" if owner else "you"
    return ""


def _initial(token: Token, whom: Who) -> bool:
    """Whether a capital after a title stands for the reader's name ("Dr A.")."""
    return len(token.text) == 1 and token.text.isupper() and any(name.startswith(fold(token.text)) for name in whom.names)


def _stem(token: Token) -> str:
    """The folded word without the possessive and without what is said after a name (Tanabe-san)."""
    folded = fold(token.text.removesuffix("'s").removesuffix("'"))
    for ending in EASTERN_ENDINGS:
        if folded.endswith(ending) and folded != ending:
            return folded.removesuffix(ending)
    name, _, ending = folded.rpartition("-")
    return name if name and ending in HONORIFIC_ENDINGS else f"{name}-{ending}" if name else ending


def _is_name(tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """False where a word of the reader's name is an ordinary word here (bright idea, will send, the grace period)."""
    token = tokens[at]
    word = _stem(token)
    everyday = word in grammar.vocabulary and word not in grammar.lexicon.names - grammar.everyday_names
    if not everyday or token.text.endswith("'s"):
        return True
    after = next((each.low for each in tokens[at + 1 :] if not grammar.adverb(each.low)), "")
    if grammar.base(after) and not grammar.finite(after) and word in ("will", "may"):
        return False
    if at == 0 and after == ":":
        return True
    if at == 0 and [each.low for each in tokens[1:3]] in (["and", "me"], ["and", "i"]):
        return True
    if at == 0 or not tokens[at - 1].word:
        return grammar.finite(after) and (
            not grammar.noun(after) or grammar.auxiliary(after) or word not in grammar.lexicon.adjectives
        )
    return token.text[:1].isupper() and tokens[at - 1].low not in DETERMINERS


def _is_short_form(after: str, tokens: list[Token], at: int, grammar: Grammar) -> bool:
    """Whether 's after a name is "is" or "has" rather than the possessive."""
    if after in (
        "a",
        "an",
        "the",
        "not",
        "been",
        "got",
        "very",
        "so",
        "really",
        "into",
        "from",
        "in",
        "at",
        "on",
        "never",
        "always",
        "already",
    ) or after.endswith("ing"):
        return not (after.endswith("ing") and at + 1 < len(tokens) and grammar.finite(tokens[at + 1].low))
    return False


def _be_or_have(after: str, grammar: Grammar) -> str:
    if after in ("been", "got", "had", "never", "always") or (
        grammar.participle(after) and not grammar.adjective(after) and not after.endswith("ing")
    ):
        return "has"
    return "is"


def _names_subject(before: list[Token], tokens: list[Token], end: int, grammar: Grammar) -> bool:
    """Whether a name that ends before `tokens[end]` is the subject of a verb."""
    rest = [each.low for each in tokens[end : end + 5]]
    while rest and grammar.adverb(rest[0]) and not grammar.verb_first(rest[0]):
        rest = rest[1:]
    if not rest:
        return False
    if before and (before[-1].low in PREPOSITIONS or (grammar.past(before[-1].low) and before[-1].low not in ("said", "told"))):
        return False
    if rest[0] == "and" and not before:
        return True
    return (
        grammar.finite(rest[0])
        or grammar.verb_first(rest[0])
        or (not before and rest[0].endswith("s") and rest[0] not in grammar.vocabulary)
    )


def _pronoun(tokens: list[Token], at: int, whom: Who, grammar: Grammar, answer: str, done: Resolved) -> list[Token]:
    token = tokens[at]
    stem, short = _split_short(token.low)
    forms = FORMS.get(whom.pronoun, {**FORMS["she"], **FORMS["he"]})
    role = forms.get(stem, "")
    if role and not _certain(tokens, at, stem, whom, grammar, answer, done):
        return [token]
    if not role and stem in FORMS["they"]:
        return _company(tokens, at, grammar, answer, done)
    if not role:
        foreign = (
            FORMS["he" if whom.pronoun == "she" else "she"] if whom.pronoun in ("she", "he") else {**FORMS["she"], **FORMS["he"]}
        )
        if whom.pronoun and stem in foreign:
            done.kept.add(stem)
            if not _antecedent(tokens[:at], "he" if stem in FORMS["he"] else "she", grammar) and answer != "other":
                if answer == "reader":
                    return _said(tokens, at, {**FORMS["she"], **FORMS["he"]}[stem], short, grammar)
                _doubt(done, "who", token.text)
        return [token]
    return _said(tokens, at, role, short, grammar)


def _said(tokens: list[Token], at: int, role: str, short: str, grammar: Grammar) -> list[Token]:
    token = tokens[at]
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if role in ("her", "his"):
        possessive = _possessive(tokens, at, grammar)
        role = "your" if possessive else ("object" if role == "her" else "yours")
    said = [Token(SAID[role], token.gap, role=role, many=token.low.startswith("the"))]
    if short:
        word = SHORT_FORMS[short]
        if short == "'s":
            word = _be_or_have(after, grammar)
        elif short == "'d":
            later = next((each.low for each in tokens[at + 1 :] if not grammar.adverb(each.low)), "")
            told = after in ("actually", "already", "never", "even", "just")
            word = "had" if grammar.participle(later) and (told or not grammar.base(later)) else "would"
        said.append(Token(word))
    return said


def _split_short(word: str) -> tuple[str, str]:
    for ending in SHORT_FORMS:
        if word.endswith(ending):
            return word.removesuffix(ending), ending
    return word, ""


def _possessive(tokens: list[Token], at: int, grammar: Grammar) -> bool:  # noqa: PLR0911  (a ladder, one rung a case)
    """Whether "her" or "his" before `tokens[at + 1]` owns what follows."""
    if at + 1 >= len(tokens) or not tokens[at + 1].word:
        return False
    after = tokens[at + 1]
    calling = tokens[at].low == "her" and at > 0 and tokens[at - 1].low in NAMING
    if (after.fixed and not calling) or after.low == "own":
        return True
    if after.low in ("more", "everything", "nothing", "something", "lots", "plenty", "most", "all"):  # taught her more
        return False
    if after.low.partition("'")[0] in SUBJECTS:  # promised her I'd bring it
        return False
    if calling or (tokens[at].low == "her" and at and tokens[at - 1].low in SENSED and grammar.ing(after.low)):
        return False
    if tokens[at].low == "her" and at and tokens[at - 1].low in CAUSE and grammar.base(after.low):
        following = tokens[at + 2].low if at + 2 < len(tokens) else ""
        if following == "" and tokens[at - 1].low not in SENSED:  # the joke made her smile
            return False
        acts = grammar.finite(following) or (grammar.base(following) and not grammar.adverb(following))
        return grammar.noun(after.low) and (following == "" or acts) and not grammar.verb_first(after.low)
    if tokens[at].low == "her" and at > 1 and tokens[at - 1].low in GIVEN and grammar.noun(after.low) and not tokens[at - 2].role:
        giver = next(
            (
                each
                for each in reversed(tokens[: at - 1])
                if grammar.noun(each.low) or each.role == "subject" or each.low in ("she", "i")
            ),
            None,
        )
        if giver is not None and grammar.noun(giver.low) and (grammar.plural(after.low) or at + 2 == len(tokens)):
            return False
    return grammar.starts_noun_phrase(after.low)


def _doubt(done: Resolved, kind: str, word: str) -> None:
    done.doubts.append(kind)
    done.unclear = done.unclear or word


def _certain(tokens: list[Token], at: int, stem: str, whom: Who, grammar: Grammar, answer: str, done: Resolved) -> bool:  # noqa: PLR0911  (a ladder, one rung a case)
    """Whether this pronoun of the reader's gender means the reader; notes a doubt where it may mean somebody else."""
    if answer == "reader":
        return True
    before = tokens[:at]
    gender = whom.pronoun or ("he" if stem in FORMS["he"] else "she")
    if not whom.pronoun and {"he", "she"} <= {_gender(each.low) for each in tokens}:
        _doubt(done, "who", tokens[at].text)
        return True
    if gender == "they" and stem in ("them", "their", "theirs", "themselves") and _plural_before(before, grammar):
        if stem in ("their", "theirs", "themselves") and _reader_subject(done.tokens):
            return True
        done.kept.add(stem)
        return False
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if stem in ("her", "his", "their") and after.removesuffix("'s") in KIN:
        return True
    if [each.low in KIN or each.low == "my" for each in before[:-1]] == [True, True] and grammar.past(before[-1].low):
        return stem in ("him", "her")  # my grandad taught him
    said = max((i for i, each in enumerate(before) if each.low in ("says", "said", "reckons", "thinks")), default=-1)
    if said >= 0 and stem not in ("he", "she", "they") and any(each.low in FEMALE | MALE for each in before[said + 1 :]):
        _doubt(done, "who", tokens[at].text)  # measure the man by his tea
        return True
    if _reader_subject(done.tokens) or not _somebody_acts(before, gender, grammar):
        return True
    if answer == "other":
        done.kept.add(stem)
        return False
    _doubt(done, "who", tokens[at].text)
    return True


def _gender(word: str) -> str:
    stem, _ = _split_short(word)
    return "he" if stem in FORMS["he"] else "she" if stem in FORMS["she"] else ""


def _reader_subject(tokens: Iterable[Token]) -> bool:
    return any(token.role == "subject" for token in tokens)


def _plural_before(before: list[Token], grammar: Grammar) -> bool:
    return any(
        grammar.plural(token.low) or token.low in COLLECTIVE or YEAR_GROUP.fullmatch(token.low)
        for token in before
        if not token.fixed
    )


def _somebody_acts(before: list[Token], gender: str, grammar: Grammar) -> bool:
    """Whether somebody else, who could be meant by a pronoun of that gender, is the subject of a clause before it."""
    people = ANYBODY | {"she": FEMALE, "he": MALE, "they": COLLECTIVE}[gender]
    for at, token in enumerate(before):
        stranger = token.text[:1].isupper() and fold(token.text) in grammar.lexicon.names and not token.role
        if (token.low in people or stranger) and any(grammar.finite(each.low) for each in before[at + 1 : at + 4]):
            return True
    return False


def _antecedent(before: list[Token], gender: str, grammar: Grammar) -> bool:
    """Whether somebody of that gender, or anybody who may be, was named before."""
    people = ANYBODY | KIN | (FEMALE if gender == "she" else MALE)
    opposite = MALE if gender == "she" else FEMALE
    return any(
        (token.low.removesuffix("'s") in people and token.low.removesuffix("'s") not in opposite)
        or (token.text[:1].isupper() and fold(token.text.removesuffix("'s")) in grammar.lexicon.names)
        or token.low in ("dog", "cat", "collie", "horse", "puppy", "somebody", "someone", "everybody")
        for token in before
    )


def _company(tokens: list[Token], at: int, grammar: Grammar, answer: str, done: Resolved) -> list[Token]:
    """They, where the reader is she or he: the company, that is "you" too, unless a plural was named before."""
    token = tokens[at]
    stem, short = _split_short(token.low)
    before = tokens[:at]
    role = FORMS["they"][stem]
    if (
        stem == "they"
        and at > 1
        and grammar.noun(before[-1].low)
        and before[-2].low in DETERMINERS
        and not grammar.plural(before[-1].low)
    ):
        return _said(tokens, at, role, short, grammar)  # every kid they've placed
    if stem == "their" and any(each.low in ANY_OF_THEM for each in before):
        done.kept.add(stem)
        return [token]
    if _plural_before(before, grammar) and answer != "reader":
        done.kept.add(stem)
        theirs = _reader_subject(done.tokens) or grammar.third(tokens[0].low) is not None or tokens[0].low == "has"
        near = theirs and any(grammar.plural(each.low) or YEAR_GROUP.fullmatch(each.low) for each in before[-NEAR:])
        if stem == "their" and not near and answer != "other" and not any(several_people(each.low, grammar) for each in before):
            _doubt(done, "who", token.text)
        return [token]
    if stem in ("them", "themselves", "themself") and answer != "reader":
        if any(grammar.noun(each.low) or each.low in ("some", "two", "three") for each in before if not each.role):
            done.kept.add(stem)
            return [token]
        _doubt(done, "who", token.text)
    return _said(tokens, at, role, short, grammar)


def several_people(word: str, grammar: Grammar) -> bool:
    """Whether `word` names several people: nurses, farmers, the team."""
    singular = grammar.lexicon.plurals.get(word, word.removesuffix("s"))
    return word in COLLECTIVE or (
        word != singular and (singular in ANYBODY | KIN or singular.endswith(("er", "or", "ist", "ian", "ee", "man")))
    )


def other_person(tokens: list[Token], whom: Who, grammar: Grammar) -> str:
    """The name of somebody else who is the subject of the first clause, or an empty text.

    A title before a name that is not the reader's counts wherever it stands first; so does a known given name, and
    another interviewer's name, before a verb.
    """
    for at, token in enumerate(tokens):
        if token.role in ("subject", "your") or token.low in ("i", "we"):
            return ""
        if token.fixed:
            continue
        folded = fold(token.text.removesuffix("'s"))
        titled = (
            fold(token.text) in TITLES and token.text[:1].isupper() and at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()
        )
        if at == 0 and folded in grammar.everyday_names and not grammar.finite(tokens[1].low if len(tokens) > 1 else ""):
            continue
        named = folded in whom.others or (
            token.text[:1].isupper() and folded in grammar.lexicon.names and folded not in whom.company
        )
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if titled or (
            named
            and (at == 0 or tokens[at - 1].low in CONJUNCTIONS or not tokens[at - 1].word or tokens[at - 1].low in SUBORDINATORS)
        ):
            return f"{token.text} {tokens[at + 1].text}" if titled else token.text
        if (
            named
            and (token.text.endswith("'s") or grammar.finite(after))
            and not (at and tokens[at - 1].low in PREPOSITIONS | POSSESSIVES)
        ):
            return token.text
    return ""


def unknown_name(tokens: list[Token], whom: Who, grammar: Grammar) -> str:
    """A capitalised word that acts in a clause of its own and is neither the reader, the company, a place nor a known word.

    Only with its question answered may such a word stand in a sentence: it may be the reader under another name.
    """
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else None
        word = token.text.removesuffix("'s")
        opens = before is None or not before.word or before.low in CONJUNCTIONS | SUBORDINATORS | ROLE_TITLES | {"said", "says"}
        if token.fixed or token.role or not opens or word in ("I", "OK"):
            continue
        if _stem(token) in whom.names or _initials_here(tokens, at, whom, grammar):
            continue
        if fold(word).rpartition("-")[2] in HONORIFIC_ENDINGS and "-" in word:
            return word
        if not word.isalpha():
            continue
        if (at and not word[:1].isupper()) or _acronym(word) or _companion(tokens, at):
            continue
        if (
            fold(word) in whom.company
            or fold(word) in grammar.everyday
            or known(word.lower(), grammar)
            or grammar.plural(word.lower())
        ):
            continue
        rest = [each for each in tokens[at + 1 : at + 4] if not (grammar.adverb(each.low) and not grammar.verb_first(each.low))]
        if rest and rest[0].word and not rest[0].role and grammar.finite(rest[0].low):
            return word
    return ""


def _acronym(word: str) -> bool:
    """Whether `word` is written like a thing's short name: NASA, SLOs; two capitals may be somebody's initials."""
    return len(word.removesuffix("s")) > 2 and word.removesuffix("s").isupper()  # noqa: PLR2004


def _companion(tokens: list[Token], at: int) -> bool:
    """Whether the word at `at` is joined to a pronoun: "she and Ola built it" is about two people."""
    return at > 1 and tokens[at - 1].low == "and" and tokens[at - 2].low in ("she", "he", "they", "i", "we")
