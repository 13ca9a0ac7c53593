"""The verbs that make paper: cards, kit, proof."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from followup_desktop import shipped
from followup_desktop.core import sentences
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Letter, Level, Me, Person, Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.store import files, own_stocks
from followup_desktop.verbs.letters import letters_of
from followup_desktop.verbs.meaning import the_case
from followup_desktop.verbs.wish import Verb, Wish, between_days, counted, here, needs, reading, say

if TYPE_CHECKING:
    from followup_desktop.paper.envelope import Envelopes


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


def _cards(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview", nargs="?")
    p.add_argument("--out", required=True, metavar="FILE")
    p.add_argument("--stock", help="the id of a card size, shipped or your own")
    p.add_argument("--face", default="Caveat", help="a hand of the program, or a font of this computer by its family's name")
    p.add_argument("--by-hand", action="store_true", help="guide sheets to write them by hand, instead of the cards")
    p.add_argument("--envelopes", action="store_true", help="their envelopes too, behind the cards")
    p.add_argument("--drafts", action="store_true")


def print_envelopes(envelopes: Envelopes, *, one_sided: bool) -> None:
    """What envelopes these are, what to stick on (each kind told once), and how the pile is turned."""
    from followup_desktop.paper import envelope  # noqa: PLC0415  (the PDF library loads when it is needed)

    told = [str(envelope.postage(envelopes.envelope, envelopes.me, person)) for person in envelopes.people]
    print(f"{counted(len(told), 'envelope')}, {envelopes.envelope.name}: {' '.join(dict.fromkeys(told))}")
    if envelopes.backs and one_sided:
        print(f"The last {envelopes.backs} pages are the backs of the envelopes: turn the pile over for them.")


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


def _kit(p: argparse.ArgumentParser) -> None:
    p.add_argument("interview")
    p.add_argument("--stock", help="the id of a card size, shipped or your own")
    p.add_argument("--out", required=True, metavar="FILE")


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


def _proof(p: argparse.ArgumentParser) -> None:
    between_days(p)
    p.add_argument("--out", required=True, metavar="FILE")


VERBS = {
    "cards": Verb(do_cards, _cards),
    "kit": Verb(do_kit, _kit),
    "proof": Verb(do_proof, _proof),
}
"""These verbs by name."""
