"""What notes promise becomes tasks, and goes with the notes: one change, so that one undo takes both back.

A task has the words of its note from the verb on, and the day that they end with; nothing is ever added. The words of a
promise that is private stay in the note: its task has none, and is called by whose promise it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from followup_desktop.core import due
from followup_desktop.core.changes import applied
from followup_desktop.core.history import Pair, merged
from followup_desktop.core.records import Case, Change, Interview, Me, Note, Person, Task, Workdays
from followup_desktop.core.sentences import called
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.letters import routing
from followup_desktop.letters.grammar import Grammar, grammar_of
from followup_desktop.letters.lexicon import Lexicon, fold
from followup_desktop.letters.mention import name_words
from followup_desktop.letters.normalise import clean, join, normalise
from followup_desktop.letters.reading.errands import OBJECTS, PRONOUNS, Errand, done_for, errand, may_promise

LONGEST = 90
"""Characters of a task's words; what is longer is cut at a word."""
OFFICES = frozenset({"hr", "reception", "payroll", "admin"})
"""To whom one may send something who is none of those met."""
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\s+[–—]\s+|\s-\s|[()]|\s*;\s*")
_CLAUSE = re.compile(
    r"\s*,\s*|\s+(?=(?:and|but|so|then|plus) (?:i|i'll|i'd|she|he|they|she'll|he'll|they'll|said|promised|offered|told|will|"
    r"must|need)\b)",
    re.IGNORECASE,
)
_END_OF = re.compile(
    r"\b(?:the )?end of (?:day )?(?:on )?(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|today\b|tomorrow\b)", re.IGNORECASE
)
"""Words before a day that name its end: the day is the same."""
_IF = re.compile(r"\b(?:if|unless|in case)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Read:
    """A promise as a task would keep it."""

    mine: bool
    person: str | None
    words: str
    due: date | None


def kept(case: Case, me: Me, lexicon: Lexicon, workdays: Workdays) -> Change:
    """The change that brings the tasks of `case` up to its notes; none, where they are already.

    A task keeps that it was done, and a day that the user chose; its note taken away, or turned into another, takes it away.
    """
    label = Words(QT_TRANSLATE_NOOP("letters", "Bring your tasks up to date"))
    pairs: list[Pair] = []
    known = {note.id: [task for task in case.tasks if task.note == note.id] for note in case.notes}
    for note in case.notes:
        pairs += _of_one(note, known[note.id], promises(note, case, me, lexicon, workdays), case)
    pairs += [(task, None) for task in case.tasks if task.note not in known]
    return Change(label, tuple(pairs))


def followed(change: Change, cases: Sequence[Case], me: Me, lexicon: Lexicon, workdays: Workdays) -> Change:
    """`change` together with what it does to the tasks of those `cases` (as they were before it)."""
    for case in cases:
        after = applied(case, change)
        if after is not None:
            change = merged(change, kept(after, me, lexicon, workdays))
    return change


def with_all(change: Change, lexicon: Lexicon) -> Change:
    """`change`, which brings whole interviews (the sample), together with the promises in their notes."""
    return followed(change, concerned(change, ()), Me(), lexicon, Workdays())


def concerned(change: Change, cases: Iterable[Case]) -> list[Case]:
    """The interviews whose tasks `change` can alter, as they are before it: by notes; with tasks there, by names and days.

    An interview that the change brings is one of them.
    """
    records = [record for pair in change.pairs for record in pair if record is not None]
    noted = {record.interview for record in records if isinstance(record, Note)}
    changed = {record.id for record in records if isinstance(record, Interview | Person)}
    found = []
    for case in cases:
        ids = {case.interview.id, *(person.id for person in case.people)}
        if case.interview.id in noted or (case.tasks and ids & changed):
            found.append(case)
    fresh = (after for before, after in change.pairs if before is None and isinstance(after, Interview))
    return [*found, *(Case(interview) for interview in fresh if interview.id in noted)]


def _of_one(note: Note, known: Sequence[Task], read: Sequence[Read], case: Case) -> Iterator[Pair]:
    """One note's tasks: those with the same words first, the others in their order, then what is new or gone."""
    left = list(known)
    matches: dict[int, Task] = {}
    for same_words in (True, False):
        for at, each in enumerate(read):
            task = next((task for task in left if not same_words or task.words == each.words), None)
            if at not in matches and task is not None:
                matches[at] = task
                left.remove(task)
    taken = {task.id for task in matches.values()}
    for at, each in enumerate(read):
        before = matches.get(at)
        if before is None:
            identity = next(name for n in range(len(read) + len(taken)) if (name := f"{note.id}.{n}") not in taken)
            taken.add(identity)
            before_or_new = Task(id=identity, interview=case.interview.id, person=None, note=note.id, words="")
        else:
            before_or_new = before
        day = before.due if before is not None and before.due_chosen else each.due
        after = replace(before_or_new, person=each.person, words=each.words, mine=each.mine, due=day)
        if after != before:
            yield before, after
    for task in left:
        yield task, None


def promises(note: Note, case: Case, me: Me, lexicon: Lexicon, workdays: Workdays) -> tuple[Read, ...]:
    """What `note` promises, in the order it says so. A note that was left out of the card is a promise all the same."""
    grammar = grammar_of(lexicon)
    names = {person.id: name_words(f"{person.name} {person.address_as}", lexicon) for person in case.people}
    reader = _Reader(note, case, me.locale or "en", workdays, grammar, names)
    return tuple(reader.read())


def heard_on(note: Note, case: Case) -> tuple[date, ...]:
    """The days that a note's "tomorrow" may count from: that of the last talk before it, and the day it was written.

    They are one where it was written on the day. A talk across time zones has two days, there and where the user was.
    """
    interview = case.interview
    last = interview.last_day
    if note.written is None:
        return (last,)
    here = last if interview.all_day else interview.ends().astimezone(note.written.tzinfo).date()
    written = max(here, note.written.date())
    asked = max((touch.on for touch in case.touches if last < touch.on <= written), default=None)
    return tuple(dict.fromkeys((last, here, written) if asked is None else (asked, written)))


class _Reader:
    """One note being read for promises."""

    def __init__(
        self, note: Note, case: Case, locale: str, workdays: Workdays, grammar: Grammar, names: dict[str, frozenset[str]]
    ) -> None:
        self.note, self.case, self.locale, self.workdays, self.grammar = note, case, locale, workdays, grammar
        self.names = names
        self.all_names = frozenset[str]().union(*names.values())
        self.heard = heard_on(note, case)

    def read(self) -> Iterator[Read]:
        """The promises in the note."""
        text = clean(self.note.text)
        if len(text) > 1 and text[0] in "\"'" and text[-1] == text[0]:
            text = text[1:-1]
        for sentence in _SENTENCE.split(text):
            if not sentence or _IF.search(sentence):
                continue
            clauses = [clause for clause in _CLAUSE.split(sentence) if clause.strip()]
            for at, clause in enumerate(clauses):
                yield from self._clause(clause, clauses[at + 1 : at + 2], clauses[at - 1 : at] if at else [])

    def _clause(self, clause: str, after: list[str], before: list[str]) -> Iterator[Read]:
        """The promise in one clause; its day may stand alone before or behind a comma."""
        told = _END_OF.sub("", join(normalise(clause, self.grammar, self.all_names)))
        if not may_promise(told, self.note.box):
            return
        parted = due.split(told, self.heard[0], self.workdays, self.locale)
        found = errand(parted.rest, self.grammar, self.all_names, self.note.box, dated=bool(parted.when))
        if found is None:
            return
        when = parted.when
        for other in (*after, *before):
            if not when and due.is_day(other, self.heard[0], self.workdays, self.locale):
                when = other
        yield self._task(found, when, told)

    def _task(self, found: Errand, when: str, clause: str) -> Read:
        """The task that a promise is."""
        day = due.day(when, self.heard, self.workdays, self.locale)
        if day is not None and day < self.case.interview.last_day:
            day = None
        lasting = day is None and due.lasts(when, self.heard, self.workdays, self.locale)
        met = self._whom(found)
        words = self._words(found, met)
        if lasting:
            words = f"{words} {when}"
        lexicon = self.grammar.lexicon
        if routing.private(clause, lexicon):
            words = ""
        return Read(found.mine, met.id if met else None, _short(words), day)

    def _named(self, words: str) -> Person | None:
        """The one person who is called so: by words of the name, or its first letter."""
        parts = {fold(part.strip(".,")) for part in words.split()}
        fitting = [person for person in self.case.people if parts and parts <= self.names[person.id]]
        if not fitting and len(words.strip(".")) == 1:
            fitting = [person for person in self.case.people if fold(person.name)[:1] == fold(words)[:1]]
        return fitting[0] if len(fitting) == 1 else None

    def _whom(self, found: Errand) -> Person | None:
        """Whom the promise is to, or who made it; None where that is nobody certain."""
        return self._to_whom(found.act, found.to) if found.mine else self._by_whom(found.by)

    def _by_whom(self, by: str) -> Person | None:
        """Who promised: whoever is named; a pronoun is the person whom the note is about, unless theirs is another."""
        about = self.case.person(self.note.person)
        pronoun = PRONOUNS.get(by.lower(), "")
        if by and not pronoun:
            return self._named(by)
        fits = about is not None and (not pronoun or about.pronoun == pronoun or (not about.pronoun and pronoun != "they"))
        return about if fits else None

    def _to_whom(self, act: str, told: str) -> Person | None:
        """To whom the user promised: who was told so, stands behind the verb or a "to"; else whom the note is about."""
        about = self.case.person(self.note.person)
        after = re.search(r"\b(?:to|with|for) (\w+)\b", act)
        for word in (told, *act.split(" ")[1:2], *(after.groups() if after else ())):
            named = self._named(word) if word[:1].isupper() else None
            if named is not None:
                return named
            pronoun = OBJECTS.get(word.lower(), "")
            other = pronoun not in ("", "they") and about is not None and about.pronoun not in ("", pronoun)
            if other or word.lower() in OFFICES:
                return None
        return about

    def _words(self, found: Errand, met: Person | None) -> str:
        """The words of the list: from the verb on, with a name where it is certain who is meant."""
        if found.mine:
            act = done_for(found.act, met.pronoun, called(met)) if met is not None else found.act
            return act[:1].upper() + act[1:]
        pronoun = found.by.lower() in PRONOUNS
        certain = met is not None and (not pronoun or met.pronoun == found.by.lower())
        who = called(met) if met is not None and certain else found.by
        return f"{who[:1].upper()}{who[1:]} will {found.act}" if who else found.act[:1].upper() + found.act[1:]


def _short(words: str) -> str:
    """The words without a sign at their end, cut at a word where they are too long."""
    told = words.strip(" .,;:!")
    if len(told) <= LONGEST:
        return told
    return told[:LONGEST].rpartition(" ")[0].rstrip(" ,;") + "…"
