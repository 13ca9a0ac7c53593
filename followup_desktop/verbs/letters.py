"""The verbs of what is written to somebody: letters, message, mark."""

from __future__ import annotations

import argparse
from pathlib import Path

from followup_desktop import as_json, shipped
from followup_desktop.core import changes, employer
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import CardState, Case, Letter
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.letters import messages, occasions
from followup_desktop.letters.occasions import MESSAGES, TONES
from followup_desktop.store import files
from followup_desktop.store.notebook import Notebook
from followup_desktop.store.own_templates import OwnTemplates
from followup_desktop.verbs.meaning import the_case, the_person
from followup_desktop.verbs.wish import DONE, Verb, Wish, here, holidays, needs, reading, rules_of, show, writing


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


def _letters(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview", nargs="?")
    p.add_argument("--json", action="store_true")


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


def _message(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("person")
    p.add_argument("kind", choices=MESSAGES)
    p.add_argument("--tone", choices=TONES)
    p.add_argument("--eml", metavar="FILE")
    p.add_argument("--json", action="store_true")


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


def _mark(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("person")
    p.add_argument("state", choices=(CardState.PRINTED.value, CardState.POSTED.value, CardState.TO_WRITE.value))


VERBS = {
    "letters": Verb(do_letters, _letters),
    "message": Verb(do_message, _message),
    "mark": Verb(do_mark, _mark),
}
"""These verbs by name."""
