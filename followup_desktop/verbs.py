"""The verbs of the command line: each a few lines over the notebook and the pure rooms. Imports no Qt.

Exit status: 0 done; 1 done, but something needs a person (each named on standard error); 2 a problem (`Problem`, said in
one line by `cli`), nothing changed. What they print is stable.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from followup_desktop import as_json, places, shipped
from followup_desktop.core import agenda, changes, employer, etiquette, promise, rules_kept, sample, sentences
from followup_desktop.core.find import find, folded
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import (
    LEAVE_OUT,
    CardState,
    Case,
    Change,
    Channel,
    Interview,
    Letter,
    Level,
    Me,
    Note,
    Outcome,
    Permission,
    Person,
    Promise,
    Stock,
    Talk,
    Workdays,
    new_id,
    zone,
)
from followup_desktop.core.staying import Known
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.letters import messages, occasions
from followup_desktop.letters.occasions import MESSAGES, TONES
from followup_desktop.store import files, own_stocks
from followup_desktop.store.notebook import Notebook
from followup_desktop.store.own_templates import OwnTemplates
from followup_desktop.store.settings import Settings
from followup_desktop.store.trouble import InUse
from followup_desktop.store.workdays import workdays as business_days

if TYPE_CHECKING:
    from followup_desktop.exchange.bring_in import Plan
    from followup_desktop.paper.envelope import Envelopes

DONE, NEEDS_A_PERSON, PROBLEM = 0, 1, 2
MOST_CALENDAR = 20 * files.MEGABYTE
"""A calendar file larger than this is not looked into before it is replaced."""


@dataclass(frozen=True)
class Wish:
    """What the command line asks for: a verb with its words, or the window with files to bring in."""

    verb: str | None
    folder: Path
    now: datetime
    fixed: bool
    """True when `now` was given and the clock stands still."""
    files: tuple[str, ...] = ()
    in_background: bool = False
    """True when the window is not to come into the way."""
    words: argparse.Namespace = field(default_factory=argparse.Namespace)


def in_local_zone(value: datetime) -> datetime:
    """`value` with this computer's zone where it names none."""
    here = zone(places.local_zone())
    return value.replace(tzinfo=here) if value.tzinfo is None else value.astimezone(here)


def say(line: str) -> None:
    """One line on standard error."""
    print(f"followup-desktop: {line}", file=sys.stderr)


def show(document: Any) -> None:  # noqa: ANN401  (whatever JSON can hold)
    """A JSON document on standard output."""
    print(json.dumps(document, ensure_ascii=False, indent=2))


def reading(wish: Wish) -> Notebook:
    """The notebook, to look into; works beside an open window."""
    return Notebook.open(wish.folder, read_only=True)


def writing(wish: Wish) -> Notebook:
    """The notebook, to write into; a `Problem` while a window has it."""
    try:
        return Notebook.open(wish.folder)
    except InUse as fault:
        words = QT_TRANSLATE_NOOP("cli", "Follow-Up Desktop is open; do this in its window. Nothing was changed.")
        raise Problem(Words(words)) from fault


def holidays(me: Me, now: datetime, country: str = "") -> Workdays:
    """The business days of the user's country around `now`."""
    return business_days(country or me.country or country_of(places.local_locale()), now.date())


def rules_of(wish: Wish) -> etiquette.Rules:
    """The rules of following up with the numbers that the user has set in the window."""
    return rules_kept.read(Settings(wish.folder).get(rules_kept.SETTING, {}))


def country_of(locale: str) -> str:
    """The country in a POSIX locale name: "GB" of en_GB."""
    return locale.partition("_")[2][:2].upper()


def the_case(notebook: Notebook, query: str) -> Case:
    """The interview that these words mean."""

    def names(case: Case) -> tuple[str, ...]:
        told = case.interview
        return told.company, told.role, f"{told.company}, {told.role}, {as_json.local(told.start)}"

    return find(query, notebook.cases(), lambda case: case.interview.id, names, WHAT_INTERVIEW)


def the_person(case: Case, query: str) -> Person:
    """The person of that interview that these words mean."""
    return find(query, case.people, lambda person: person.id, lambda person: (person.name, person.address_as), WHAT_PERSON)


WHAT_INTERVIEW = Words(QT_TRANSLATE_NOOP("cli", "interview"))
WHAT_PERSON = Words(QT_TRANSLATE_NOOP("cli", "person"))
WHAT_NOTE = Words(QT_TRANSLATE_NOOP("cli", "note"))
WHAT_CHOICE = Words(QT_TRANSLATE_NOOP("cli", "answer"))


# The verbs, in the order of the help.


def do_sample(wish: Wish) -> int:
    """Fill an empty notebook with the sample job hunt."""
    with writing(wish) as notebook:
        if notebook.cases():
            raise Problem(Words(QT_TRANSLATE_NOOP("cli", "This notebook has interviews in it, so the sample was not added.")))
        me = notebook.me()
        text = places.resource("sample.toml").read_text("utf-8")
        change = sample.job_hunt(text, wish.now, places.local_zone(), holidays(me, wish.now), me)
        notebook.apply(with_tasks(notebook, change, wish.now))
        print(f"{len(notebook.cases())} interviews, {len(notebook.people())} people")
    return DONE


def do_me(wish: Wish) -> int:
    """Say who writes; without options, show it."""
    given = wish.words
    wanted: dict[str, Any] = {
        name: getattr(given, name) for name in ("name", "address", "country", "locale") if getattr(given, name) is not None
    }
    if given.email:
        wanted["emails"] = tuple(dict.fromkeys(given.email))
    if "country" in wanted:
        wanted["country"] = wanted["country"].upper()
    if not wanted:
        with reading(wish) as notebook:
            me = notebook.me()
    else:
        with writing(wish) as notebook:
            before = notebook.me()
            me = replace(before, **wanted)
            notebook.apply(changes.me_set(before, me, notebook.cases()))
    for label, value in (("name", me.name), ("emails", ", ".join(me.emails)), ("address", me.address), ("country", me.country)):
        print(f"{label:<8} {value or '-'}")
    print(f"{'locale':<8} {me.locale or '-'}")
    return DONE if me.name else needs(["Who writes is not known yet: say it with me --name."])


def needs(lines: Iterable[str]) -> int:
    """Each line on standard error; the status for what needs a person where there was one."""
    told = tuple(lines)
    for line in told:
        say(line)
    return NEEDS_A_PERSON if told else DONE


def do_import(wish: Wish) -> int:
    """Bring in invitations (.ics) and address books (.vcf, .csv); a second import changes nothing."""
    given = wish.words
    total: dict[str, Counter[str]] = {"new": Counter(), "changed": Counter(), "same": Counter()}
    skipped: list[tuple[str, object]] = []
    lines: list[str] = []
    looks: list[str] = []
    read = [(Path(name).name, planner(Path(name))) for name in given.files]
    with reading(wish) if given.dry_run else writing(wish) as notebook:
        for name, planned in read:
            plan = planned(notebook)
            for kind, counts in (("new", plan.new), ("changed", plan.changed), ("same", plan.same)):
                total[kind].update(counts)
            skipped += plan.skipped
            lines += [f"{where or name}: {why}" for where, why in plan.skipped]
            looks += [f"{where or name}: {why}" for where, why in plan.doubts]
            if plan.whose:
                lines.append(f"{name}: which of these is you? {', '.join(plan.whose)}. Say it with me --email.")
            if plan.change and not given.dry_run:
                notebook.apply(plan.change)
    if given.json:
        show(as_json.import_report(dict(total["new"]), dict(total["changed"]), dict(total["same"]), skipped))
    else:
        for kind, told in total.items():
            print(f"{kind:<8} {', '.join(f'{count} {record}' for record, count in told.items()) or '-'}")
        for line in dict.fromkeys(looks):
            print(f"{'look at':<8} {line}")
    return needs(dict.fromkeys(lines))


def planner(path: Path) -> Callable[[Notebook], Plan]:
    """What bringing that file in would do, as a function of the notebook. Raises `Problem` where there is nothing in it."""
    from followup_desktop.exchange import bring_in, bring_in_contacts, ics  # noqa: PLC0415  (they load when there is a file)

    name = path.name
    if bring_in_contacts.is_address_book(name):
        contacts = bring_in_contacts.read(files.read_limited(path, bring_in_contacts.most_bytes(name)), name)
        return lambda book: bring_in_contacts.plan(contacts, book.cases(), book.people(), here(book.me()))
    events = ics.read_ics(files.read_limited(path, ics.MOST_BYTES), places.local_zone(), name)
    return lambda book: bring_in.plan(events, book.cases(), book.people(), book.me())


def do_add(wish: Wish) -> int:
    """Add an interview by hand."""
    given = wish.words
    start = day_or_time(given.start)
    told = Interview(id=new_id(), company=given.company, role=given.role, start=start, zone=places.local_zone())
    interview = replace(told, talk=Talk(given.talk))
    with writing(wish) as notebook:
        notebook.apply(changes.interview_added(interview, given.with_ or (), notebook.people()))
    print(interview.id)
    return DONE


def day_or_time(text: str) -> datetime | date:
    """A local time, or a date for an all-day interview; a time with a zone becomes this computer's local time."""
    try:
        value: datetime | date = date.fromisoformat(text) if len(text) <= len("2026-11-24") else datetime.fromisoformat(text)
    except ValueError:
        told = QT_TRANSLATE_NOOP("cli", "“{text}” is no time that can be read: write it as 2026-11-24T10:00.")
        raise Problem(Words(told, {"text": text})) from None
    return in_local_zone(value).replace(tzinfo=None) if isinstance(value, datetime) and value.tzinfo else value


def do_person(wish: Wish) -> int:
    """Add an interviewer, or change what is known about one."""
    given = wish.words
    wanted = {name: getattr(given, name) for name in ("address_as", "pronoun", "title", "email", "address")}
    wanted = {name: value for name, value in wanted.items() if value is not None}
    with writing(wish) as notebook:
        case = the_case(notebook, given.interview)
        known = meant(case, given.name, given.email)
        if known is None:
            person = replace(Person(id=new_id(), name=given.name, company=case.interview.company), **wanted)
            notebook.apply(changes.person_added(case, person))
        else:
            person = replace(known, **wanted)
            notebook.apply(with_tasks(notebook, changes.person_edited(known, person), wish.now))
    print(person.id)
    return DONE


def meant(case: Case, name: str, email: str | None) -> Person | None:
    """The known person of that id or name (whole words of it); None for somebody new, such as a namesake with another address."""
    words = set(folded(name).split())
    fitting = [
        each
        for each in case.people
        if each.id == name
        or (words and words <= set(folded(each.name).split()))
        or (each.address_as and folded(each.address_as) == folded(name))
    ]
    exact = [each for each in fitting if each.id == name or folded(each.name) == folded(name)] or fitting
    if email and exact and all(each.email and folded(each.email) != folded(email) for each in exact):
        return None
    return find(name, exact, lambda each: each.id, lambda each: (each.name, each.email), WHAT_PERSON) if exact else None


def do_list(wish: Wish) -> int:
    """List the interviews with their people, cards, promise and next step."""
    with reading(wish) as notebook:
        cases, me = notebook.cases(), notebook.me()
    workdays, around, rules = holidays(me, wish.now), agenda.around(cases), rules_of(wish)
    if wish.words.json:
        show([as_json.interview(case, wish.now, workdays, around.get(case.interview.id), rules) for case in cases])
        return DONE
    for case in cases:
        told = case.interview
        step = agenda.case_step(case, wish.now, workdays, rules, around.get(told.id))
        print(f"{told.id}  {as_json.local(told.start)}  {told.company}, {told.role}  ({told.outcome})")
        for person in case.interviewers:
            print(f"    {person.id}  {person.name}  [{case.card(person.id).state}]")
        print(f"    next: {step.act} {step.reason}".rstrip())
    return DONE


def do_note(wish: Wish) -> int:
    """Add a note about a person ("-": about everybody); prints its id and what it becomes."""
    given = wish.words
    if not given.text.strip():
        raise Problem(Words(QT_TRANSLATE_NOOP("cli", "The note is empty, so nothing was written.")))
    with writing(wish) as notebook:
        case = the_case(notebook, given.interview)
        person = None if given.person == "-" else the_person(case, given.person).id
        change, note = changes.note_added(case, person, given.text, wish.now)
        notebook.apply(with_tasks(notebook, change, wish.now))
        print(note.id)
        status = becomes(notebook, note)
        promised(notebook, note)
        return status


def with_tasks(notebook: Notebook, change: Change, now: datetime) -> Change:
    """`change` with what it does to the promises that its notes hold."""
    from followup_desktop.letters import tasks  # noqa: PLC0415  (only notes need it)

    cases, me = tasks.concerned(change, notebook.cases()), notebook.me()
    if not cases:
        return change
    writer = replace(me, locale=me.locale or places.local_locale())
    return tasks.followed(change, cases, writer, shipped.writer().lexicon, holidays(me, now))


def promised(notebook: Notebook, note: Note) -> None:
    """Print what a note promises, one task a line."""
    case = notebook.case(note.interview)
    for task in case.tasks if case else ():
        if case is not None and task.note == note.id:
            due = f", by {task.due.isoformat()}" if task.due else ""
            print(f"task: {sentences.task_title(task, case)}{due}")


def becomes(notebook: Notebook, note: Note) -> int:
    """Print what a note becomes: its sentence, where it goes instead, or the question it raises."""
    case = notebook.case(note.interview)
    assert case is not None
    outcome = shipped.writer().understand(note, case, notebook.me())
    if outcome.question is None:
        print(f"{outcome.route}: {outcome.sentence or outcome.why}")
        return DONE
    print(f"{outcome.route}: {outcome.question.words}")
    for choice in outcome.question.choices:
        print(f"    {choice.key:<12} {choice.words}")
    return DONE


def do_answer(wish: Wish) -> int:
    """Answer the question that a note raised, by the answer's key, number or words."""
    given = wish.words
    with writing(wish) as notebook:
        notes = [note for case in notebook.cases() for note in case.notes]
        note = find(given.note, notes, lambda each: each.id, lambda each: (each.text,), WHAT_NOTE)
        case = notebook.case(note.interview)
        assert case is not None
        question = shipped.writer().understand(replace(note, answer=""), case, notebook.me()).question
        if question is None and given.choice != LEAVE_OUT:
            raise Problem(Words(QT_TRANSLATE_NOOP("cli", "That note raises no question; it can only be left out (leave-out).")))
        keys = (
            [(choice.key, (str(choice.words), str(place))) for place, choice in enumerate(question.choices, 1)]
            if question
            else []
        )
        known = keys if LEAVE_OUT in dict(keys) else [*keys, (LEAVE_OUT, ("Leave it out", "0"))]
        key = find(given.choice, known, lambda each: each[0], lambda each: each[1], WHAT_CHOICE)[0]
        notebook.apply(changes.note_answered(note, key))
        return becomes(notebook, replace(note, answer=key))


def do_promise(wish: Wish) -> int:
    """Record what they said about the decision; prints what follows from it."""
    given = wish.words
    if not given.text.strip():
        raise Problem(Words(QT_TRANSLATE_NOOP("cli", "What did they say? The words of a promise are missing.")))
    with writing(wish) as notebook:
        case, me = the_case(notebook, given.interview), notebook.me()
        by = the_person(case, given.by).id if given.by else None
        permission = Permission(given.permission) if given.permission else None
        workdays = holidays(me, wish.now)
        heard = changes.heard_on(case)
        window = promise.read(given.text, heard, workdays, me.locale or places.local_locale())
        notebook.apply(changes.promise_heard(case, given.text, window, heard, by, permission))
        after = notebook.case(case.interview.id)
    assert after is not None
    wait = etiquette.wait(after, workdays, rules_of(wish))
    print(f"not before {wait.floor.isoformat()}, best {wait.best.isoformat()} ({wait.rule})")
    print(str(wait.why))
    return DONE


def do_when(wish: Wish) -> int:
    """Tell what words about the decision would mean; nothing is recorded."""
    given = wish.words
    on = date.fromisoformat(given.on) if given.on else wish.now.date()
    if wish.folder.is_dir():
        with reading(wish) as notebook:
            me = notebook.me()
    else:
        me = Me()
    workdays = business_days((given.country or me.country or country_of(places.local_locale())).upper(), on)
    window = promise.read(given.text, on, workdays, given.locale or me.locale or places.local_locale())
    wait = None
    if window != promise.Reading():
        heard = Promise(id="when", interview="when", words=given.text, earliest=window.earliest, latest=window.latest, heard=on)
        told = Interview(id="when", company="", role="", start=on)
        wait = etiquette.wait(Case(told, promises=(heard,)), workdays, rules_of(wish))
    why = str(wait.why) if wait else "There is no date in these words."
    if given.json:
        show(as_json.reading(given.text, window, wait, why))
    elif wait:
        print(f"not before {wait.floor.isoformat()}, best {wait.best.isoformat()} ({wait.rule})\n{why}")
    else:
        print(why)
    return DONE


def do_touch(wish: Wish) -> int:
    """Record a follow-up that was made; one sooner than advised asks for a reason."""
    given = wish.words
    on = date.fromisoformat(given.on) if given.on else wish.now.date()
    with writing(wish) as notebook:
        case = the_case(notebook, given.interview)
        person = the_person(case, given.person)
        nag = etiquette.too_soon(case, on, holidays(notebook.me(), wish.now), rules_of(wish))
        notebook.apply(changes.touch_made(case, person.id, Channel(given.kind), on, given.reason or ""))
    print(f"{given.kind} to {person.name} on {on.isoformat()}")
    return needs([f"{nag} Say why with --reason."] if nag and not given.reason else [])


def do_outcome(wish: Wish) -> int:
    """Record how an application ended; "waiting" opens it again."""
    given = wish.words
    with writing(wish) as notebook:
        case = the_case(notebook, given.interview)
        notebook.apply(changes.outcome_set(case, Outcome(given.word), wish.now.date()))
    print(f"{case.interview.company}: {given.word}")
    return DONE


def letters_of(notebook: Notebook, query: str | None) -> list[tuple[Case, Letter]]:
    """The letter of everybody who gets a card, of one interview or of all that were not cancelled, with its case."""
    cases = [the_case(notebook, query)] if query else [case for case in notebook.cases() if not case.interview.cancelled]
    writer, me = shipped.writer_for(OwnTemplates(notebook.folder)), notebook.me()
    return [
        (case, letter) for case in cases for letter in writer.cards(case, me, employer.printed_sentences(notebook.cases(), case))
    ]


def do_letters(wish: Wish) -> int:
    """Show the letters, each sentence with the note it came from."""
    with reading(wish) as notebook:
        told = [letter for _, letter in letters_of(notebook, wish.words.interview)]
    if wish.words.json:
        show([as_json.letter(letter) for letter in told])
        return DONE
    for letter in told:
        print(
            f"== {letter.company}: {letter.name}{'' if letter.finished else ' (not finished)'}\n\n"
            f"{letter.text}\n{letter.signature}\n"
        )
        for finding in letter.findings:
            print(f"  {finding.level}: {finding.words}")
        for question in letter.questions:
            print(f"  question {question.note}: {question.words}")
    return DONE


def do_message(wish: Wish) -> int:
    """Draft a message to one person, to send by hand; --eml saves it as a draft for a mail program."""
    from followup_desktop.exchange import mail  # noqa: PLC0415  (only messages need it)

    given = wish.words
    with reading(wish) as notebook:
        case, cases, me = the_case(notebook, given.interview), notebook.cases(), here(notebook.me())
    person = the_person(case, given.person)
    fitting = messages.kinds_for(case, person.id, wish.now, rules_of(wish))
    if given.kind not in fitting:
        told = QT_TRANSLATE_NOOP("cli", "{kind} does not fit for {name} now; what does: {fitting}.")
        values = {"kind": given.kind, "name": person.name, "fitting": ", ".join(fitting) or "-"}
        raise Problem(Words(told, values))
    avoid = employer.printed_sentences(cases, case)
    made = shipped.writer_for(OwnTemplates(wish.folder)).message(
        case, person.id, given.kind, me, wish.now.date(), avoid, tone=given.tone or ""
    )
    sender = me.emails[0] if me.emails else ""
    draft = mail.Mail(to=made.to, to_name=person.name, sender=sender, sender_name=me.name, subject=made.subject, body=made.body)
    if given.eml and given.kind == messages.CONNECT:
        raise Problem(Words(QT_TRANSLATE_NOOP("cli", "A text to connect is no e-mail: paste it where you connect.")))
    if given.eml:
        files.atomic_write(Path(given.eml), mail.eml(draft))
    soon = messages.too_soon(case, given.kind, wish.now.date(), holidays(me, wish.now), rules_of(wish))
    if given.json:
        show(as_json.message(made, person.name, mail.mailto(draft), soon))
    else:
        print(f"To: {person.name} <{made.to or '-'}>\nSubject: {made.subject or '-'}\n\n{made.body}\n")
        for finding in made.findings:
            print(f"  {finding.level}: {finding.words}")
    return needs([str(soon)] if soon else [])


def do_cards(wish: Wish) -> int:
    """Make the finished cards as one PDF, or guide sheets to write them by hand; an unfinished one is left out and named."""
    from followup_desktop.paper import by_hand, card, impose  # noqa: PLC0415  (the PDF library loads when it is needed)
    from followup_desktop.paper.envelope import Envelopes, envelope_for  # noqa: PLC0415
    from followup_desktop.paper.fit import fit  # noqa: PLC0415
    from followup_desktop.paper.stops import of_fit, of_hand  # noqa: PLC0415

    given, writing = wish.words, by_hand.Writing()
    with reading(wish) as notebook:
        told, me = letters_of(notebook, given.interview), here(notebook.me())
    sheet = sheets_of(wish, me)
    lines: list[str] = []
    hands: list[str] = []
    ready: list[Letter] = []
    people: list[Person | None] = []
    for case, letter in told:
        found = by_hand.fit(letter, sheet, writing, given.face) if given.by_hand else fit(letter, sheet, given.face)
        told_so = replace(letter, findings=(*letter.findings, *of_fit(found)))
        if not told_so.finished:
            why = " ".join(str(finding.words) for finding in told_so.findings if finding.level is Level.STOP)
            lines.append(f"{letter.name} ({case.interview.company}): {why}")
        if told_so.finished or given.drafts:
            hands += [f"{letter.name}: {finding.words}" for finding in of_hand(letter, found, given.face)]
            ready.append(told_so)
            people.append(case.person(letter.person))
    if not me.name:
        lines.append("Who writes is not known yet: say it with me --name.")
    if not ready:
        return needs([*lines, "No card is finished, so no file was made."])
    envelopes = Envelopes(tuple(people), me, envelope_for(sheet)) if given.envelopes else None
    if given.by_hand:
        made = by_hand.pdf(ready, sheet, writing, given.face, draft=given.drafts, envelopes=envelopes)
        what = f"{counted(len(ready), 'guide sheet')}, {sheet.name}\n{writing.words}"
    else:
        made = card.pdf(ready, sheet, given.face, draft=given.drafts, envelopes=envelopes)
        what = f"{counted(len(ready), 'card')}, {sheet.name}"
    files.atomic_write(Path(given.out), made)
    print("\n".join((f"{given.out}: {what}", *hands)))
    if envelopes:
        print_envelopes(envelopes, one_sided=given.by_hand or impose.sides(sheet) == 1)
        lines += [str(note) for note in envelopes.notes]
    return needs(lines)


def counted(number: int, thing: str) -> str:
    """Return a count with its thing in the right number, as in "1 card" and "2 cards"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def print_envelopes(envelopes: Envelopes, *, one_sided: bool) -> None:
    """What envelopes these are, what to stick on (each kind told once), and how the pile is turned."""
    from followup_desktop.paper import envelope  # noqa: PLC0415  (the PDF library loads when it is needed)

    told = [str(envelope.postage(envelopes.envelope, envelopes.me, person)) for person in envelopes.people]
    print(f"{counted(len(told), 'envelope')}, {envelopes.envelope.name}: {' '.join(dict.fromkeys(told))}")
    if envelopes.backs and one_sided:
        print(f"The last {envelopes.backs} pages are the backs of the envelopes: turn the pile over for them.")


def here(me: Me) -> Me:
    """Who writes, in the country of this computer's locale where none is told."""
    return me if me.country else replace(me, country=country_of(places.local_locale()))


def sheets_of(wish: Wish, me: Me) -> Stock:
    """The card size that is asked for, else the one for the writer's country. Why one of the user's own is not there is said."""
    from followup_desktop.paper.stock import default_stock, parse_own, stock_named  # noqa: PLC0415  (the PDF library)

    known = shipped.stocks()
    try:
        own = parse_own(own_stocks.OwnStocks(wish.folder).text(), known)
        known, faults = (*known, *own.stocks), own.faults
    except Problem as problem:
        faults = (problem.what,)
    for fault in faults:
        say(str(fault))
    return stock_named(known, wish.words.stock) if wish.words.stock else default_stock(known, me.country)


def do_kit(wish: Wish) -> int:
    """Make the set to take along: one pocket sheet, blank cards, and an envelope for each interviewer and two to spare."""
    from followup_desktop.paper import kit  # noqa: PLC0415  (the PDF library loads when it is needed)

    given = wish.words
    with reading(wish) as notebook:
        case, me = the_case(notebook, given.interview), here(notebook.me())
    made = kit.kit_for(case, me, sheets_of(wish, me))
    files.atomic_write(Path(given.out), kit.pdf(made))
    print(f"{given.out}: {sentences.kit(len(case.interviewers))}, {made.cards} blank cards")
    print_envelopes(made.envelopes, one_sided=True)
    return needs(str(note) for note in made.notes)


def do_mark(wish: Wish) -> int:
    """Mark a card as printed or posted; "to-write" takes it back."""
    given = wish.words
    with writing(wish) as notebook:
        case = the_case(notebook, given.interview)
        person = the_person(case, given.person)
        letter = next((each for _, each in letters_of(notebook, case.interview.id) if each.person == person.id), None)
        text = letter.text if letter else ""
        sent = (occasions.occasion(case, person.id), letter) if letter else None
        notebook.apply(changes.card_marked(case, person.id, CardState(given.state), wish.now, text, sent))
    print(f"{person.name}: {given.state}")
    return DONE


def do_agenda(wish: Wish) -> int:
    """Show what the calendar shows: interviews, cards due, floors and best days; --ics makes a calendar file of it."""
    given = wish.words
    first = date.fromisoformat(given.from_) if given.from_ else wish.now.date()
    last = date.fromisoformat(given.to) if given.to else date.max
    if last < first:
        raise Problem(Words(QT_TRANSLATE_NOOP("cli", "The last day comes before the first: there is nothing between them.")))
    with reading(wish) as notebook:
        cases, me, known = notebook.cases(), notebook.me(), Known(notebook.people(), notebook.touches())
    workdays = holidays(me, wish.now)
    entries = agenda.all_entries(cases, wish.now, workdays, rules_of(wish), known)
    told = sorted((entry for entry in entries if first <= entry.day <= last), key=agenda.entry_order)
    if given.ics:
        write_calendar(Path(given.ics), told, cases, wish.now)
    if given.json:
        show([as_json.entry(entry) for entry in told])
        return DONE
    for entry in told:
        print(f"{entry.day.isoformat()} {entry.time.isoformat('minutes') if entry.time else '     '}  {entry.title}")
        if entry.why:
            print(f"                  {entry.why}")
    return DONE


def do_proof(wish: Wish) -> int:
    """Make the proof of search as a PDF: what was done and when, of this month or of the days that are named."""
    from followup_desktop.paper import listings, stock, table  # noqa: PLC0415  (the PDF library loads when it is needed)

    given, today = wish.words, wish.now.date()
    first = date.fromisoformat(given.from_) if given.from_ else today.replace(day=1)
    last = date.fromisoformat(given.to) if given.to else max(today, first)
    if last < first:
        raise Problem(Words(QT_TRANSLATE_NOOP("cli", "The last day comes before the first, so no file was made.")))
    with reading(wish) as notebook:
        cases, me = notebook.cases(), here(notebook.me())
    made = listings.proof_of_search(cases, me, first, last, wish.now)
    files.atomic_write(Path(given.out), table.pdf(made, stock.office_paper(me.country)))
    print(f"{given.out}: {counted(len(made.rows), 'line')}, {first.isoformat()} to {last.isoformat()}")
    return needs(str(note) for note in made.notes)


def write_calendar(path: Path, entries: Sequence[agenda.Entry], cases: Sequence[Case], now: datetime) -> None:
    """Put these entries into a calendar file; what is in one of ours already keeps its number."""
    from followup_desktop.exchange import calendar_out  # noqa: PLC0415  (loads when a file is written)

    before = b""
    with suppress(Problem):
        before = files.read_limited(path, MOST_CALENDAR)
    files.atomic_write(path, calendar_out.calendar(entries, cases, now, before))


def do_demo(wish: Wish) -> int:
    """Fill a folder with the sample job hunt's PDFs and a picture of every page, light and dark."""
    from followup_desktop.demo import make_demo  # noqa: PLC0415  (brings Qt)

    for name in make_demo(Path(wish.words.folder), wish.now):
        print(name)
    return DONE


@dataclass(frozen=True)
class Verb:
    """One verb: what it does, its arguments, and one line of help."""

    do: Callable[[Wish], int]
    arguments: Callable[[argparse.ArgumentParser], object]

    @property
    def help(self) -> str:
        """The first line of the verb's docstring."""
        return (self.do.__doc__ or "").splitlines()[0]


def iso_date(text: str) -> str:
    """An ISO date, checked."""
    return date.fromisoformat(text).isoformat()


def _me(p: argparse.ArgumentParser) -> None:
    p.add_argument("--name")
    p.add_argument("--email", action="append")
    p.add_argument("--address")
    p.add_argument("--country")
    p.add_argument("--locale")


def _import(p: argparse.ArgumentParser) -> None:
    p.add_argument("files", nargs="+", metavar="FILE")
    p.add_argument("--dry-run", action="store_true")
    p.add_argument("--json", action="store_true")


def _add(p: argparse.ArgumentParser) -> None:
    p.add_argument("company")
    p.add_argument("role")
    p.add_argument("--start", required=True, metavar="TIME")
    p.add_argument("--with", action="append", dest="with_", metavar="NAME")
    p.add_argument("--talk", choices=[str(each) for each in Talk], default=str(Talk.INTERVIEW))


def _person(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("name")
    p.add_argument("--as", dest="address_as")
    p.add_argument("--pronoun", choices=("she", "he", "they", ""))
    p.add_argument("--title")
    p.add_argument("--email")
    p.add_argument("--address")


def _note(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("person")
    p.add_argument("text")


def _answer(p: argparse.ArgumentParser) -> None:
    p.add_argument("note")
    p.add_argument("choice")


def _promise(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("text", metavar="words")
    p.add_argument("--permission", choices=[str(each) for each in Permission])
    p.add_argument("--by", metavar="PERSON")


def _when(p: argparse.ArgumentParser) -> None:
    p.add_argument("text", metavar="words")
    p.add_argument("--on", type=iso_date, metavar="DATE")
    p.add_argument("--country", metavar="CC")
    p.add_argument("--locale", metavar="xx_YY")
    p.add_argument("--json", action="store_true")


def _touch(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("person")
    p.add_argument("kind", choices=[str(each) for each in Channel])
    p.add_argument("--on", type=iso_date, metavar="DATE")
    p.add_argument("--reason")


def _outcome(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("word", choices=[str(each) for each in Outcome])


def _letters(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview", nargs="?")
    p.add_argument("--json", action="store_true")


def _message(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("person")
    p.add_argument("kind", choices=MESSAGES)
    p.add_argument("--tone", choices=TONES)
    p.add_argument("--eml", metavar="FILE")
    p.add_argument("--json", action="store_true")


def _cards(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview", nargs="?")
    p.add_argument("--out", required=True, metavar="FILE")
    p.add_argument("--stock", help="the id of a card size, shipped or your own")
    p.add_argument("--face", default="Caveat", help="a hand of the program, or a font of this computer by its family's name")
    p.add_argument("--by-hand", action="store_true", help="guide sheets to write them by hand, instead of the cards")
    p.add_argument("--envelopes", action="store_true", help="their envelopes too, behind the cards")
    p.add_argument("--drafts", action="store_true")


def _kit(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("--stock", help="the id of a card size, shipped or your own")
    p.add_argument("--out", required=True, metavar="FILE")


def _mark(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("person")
    p.add_argument("state", choices=(CardState.PRINTED.value, CardState.POSTED.value, CardState.TO_WRITE.value))


def _proof(p: argparse.ArgumentParser) -> None:
    _days(p)
    p.add_argument("--out", required=True, metavar="FILE")


def _days(p: argparse.ArgumentParser) -> None:
    p.add_argument("--from", dest="from_", type=iso_date, metavar="DATE")
    p.add_argument("--to", type=iso_date, metavar="DATE")


def _agenda(p: argparse.ArgumentParser) -> None:
    _days(p)
    p.add_argument("--ics", metavar="FILE", help="a calendar file of it too, for another calendar to bring in")
    p.add_argument("--json", action="store_true")


VERBS = {
    "sample": Verb(do_sample, lambda _: None),
    "me": Verb(do_me, _me),
    "import": Verb(do_import, _import),
    "add": Verb(do_add, _add),
    "person": Verb(do_person, _person),
    "list": Verb(do_list, lambda p: p.add_argument("--json", action="store_true")),
    "note": Verb(do_note, _note),
    "answer": Verb(do_answer, _answer),
    "promise": Verb(do_promise, _promise),
    "when": Verb(do_when, _when),
    "touch": Verb(do_touch, _touch),
    "outcome": Verb(do_outcome, _outcome),
    "letters": Verb(do_letters, _letters),
    "message": Verb(do_message, _message),
    "cards": Verb(do_cards, _cards),
    "mark": Verb(do_mark, _mark),
    "kit": Verb(do_kit, _kit),
    "agenda": Verb(do_agenda, _agenda),
    "proof": Verb(do_proof, _proof),
    "demo": Verb(do_demo, lambda p: p.add_argument("folder", metavar="DIR")),
}
