"""The kit for the night before an interview: envelopes, blank cards and one sheet for the pocket.

The envelopes are those of the announced interviewers and two to spare, the cards as many. What is not known yet (names,
addresses, what they said) has its line on the pocket sheet, in the order in which the debrief asks for it afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from followup_desktop.core.before import SPARE, Point, points
from followup_desktop.core.records import Case, Me, Person, Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.paper import block, draw
from followup_desktop.paper.card import add_blanks
from followup_desktop.paper.document import Document
from followup_desktop.paper.envelope import Envelope, Envelopes, Feed, envelope_for
from followup_desktop.paper.shape import clean
from followup_desktop.paper.stock import paper_sheet

TIPS = (
    "Follow up no sooner than they said, and with someone who met you.",
    "Send a card to everyone who interviewed you, written by hand.",
    "Write the cards in the car; post them before you leave town.",
    "Keep in touch, whatever they decide.",
)
"""The five tips but for the first, which is points of the list before (`core.before`), short enough to be ticked off."""

_TITLE = "Pocket sheet"
_FOLD = "Fold twice: it goes into a pocket."
_AT_RECEPTION = "Ask reception for the address of"
_SOMEBODY_ELSE = "Somebody else"
_ENJOYED, _LEARNED = "What I enjoyed", "Learned, promised"
_DECIDE = "When will you decide?"
_FOLLOW_UP = "May I follow up if I have not heard by then?"
_WITH_WHOM = "With whom?"

_SIDE, _TOP, _BOTTOM = 15.0, 14.0, 13.0
_GREY, _RULE, _DARK = "0.38 g", "0.72 G 0.2 w", "0.13 g"
_LABEL, _BODY, _NAME = 1.35, 1.75, 2.2
"""x-heights in mm."""
_BOX = 3.4
_RULE_PITCH = 8.0
_TICK_PITCH = 5.8
_LEAST_PITCH = 7.0
_QUESTIONS = 33.0
_LEAST_BLOCK, _MOST_BLOCK = 15.5, 40.0
"""Height of one person's part of the sheet in mm."""


class Part(StrEnum):
    """A part of the kit that is printed by itself: each has pages of one size."""

    POCKET_SHEET = "pocket sheet"
    CARDS = "cards"
    ENVELOPES = "envelopes"


@dataclass(frozen=True, slots=True)
class Kit:
    """A kit to print: for whom, on which cards, in which envelopes."""

    case: Case
    me: Me
    stock: Stock
    envelope: Envelope
    feed: Feed = Feed.LONG_EDGE

    @property
    def envelopes(self) -> Envelopes:
        """One for each announced interviewer and the spare ones."""
        return Envelopes((*self.case.interviewers, *[None] * SPARE), self.me, self.envelope, self.feed)

    @property
    def cards(self) -> int:
        """How many blank cards there are."""
        return len(self.case.interviewers) + SPARE

    @property
    def asks_for(self) -> tuple[Person, ...]:
        """The interviewers whose address is not known: the pocket sheet reminds to ask for it."""
        return tuple(person for person in self.case.interviewers if not person.address.strip())

    @property
    def notes(self) -> tuple[Words, ...]:
        """What has to be written by hand because no font here can; a missing address is on the pocket sheet instead."""
        names = [clean(person.name) for person in self.case.interviewers if not block.writable(person.name)]
        what = QT_TRANSLATE_NOOP("paper", "No font here has every letter of {person}: write the name by hand.")
        others = [note for note in self.envelopes.notes if note.values.get("person") not in self._left_to_ask(names)]
        return (*(Words(what, {"person": name}) for name in names), *others)

    def _left_to_ask(self, names: Sequence[str]) -> set[str]:
        return {*names, *(clean(person.name).strip() for person in self.asks_for)}


def kit_for(case: Case, me: Me, stock: Stock) -> Kit:
    """The kit with the envelope that the cards of `stock` go into."""
    return Kit(case, me, stock, envelope_for(stock))


def pdf(kit: Kit, parts: Sequence[Part] = tuple(Part)) -> bytes:
    """Those parts of the kit as one PDF to print on one side: pocket sheet, cards, then envelopes. ValueError for none."""
    document = Document("Kit")
    if not parts:
        raise ValueError("no part: a PDF has at least one page")
    if Part.POCKET_SHEET in parts:
        _add_pocket_sheet(document, kit)
    if Part.CARDS in parts:
        add_blanks(document, kit.cards, kit.stock)
    if Part.ENVELOPES in parts:
        kit.envelopes.add_to(document)
    return document.file()


@dataclass(slots=True)
class _Sheet:
    """A page in the making, filled from the top: `y` is how far down in mm from its lower edge it is used."""

    document: Document
    width: float
    height: float
    y: float
    drawn: list[str]

    @property
    def right(self) -> float:
        return self.width - _SIDE

    def words(self, text: str, x: float, x_height: float, colour: str = _DARK, name: str = block.PRINT_FACE) -> float:
        """One line at `y`; gives its right end."""
        self.drawn.append(f"{colour}\n{block.draw_line(self.document, text, (x, self.y), x_height, name)}")
        return x + block.width(text, x_height, name)

    def rule(self, x: float, to: float) -> None:
        self.drawn.append(f"{_RULE} {x:.3f} {self.y - 0.8:.3f} m {to:.3f} {self.y - 0.8:.3f} l S")

    def tick_box(self, x: float, *, ticked: bool = False) -> float:
        foot = self.y - 0.55
        self.drawn.append(f"0.35 G 0.3 w {x:.3f} {foot:.3f} {_BOX} {_BOX} re S")
        if ticked:
            corners = ((0.7, 1.7), (1.45, 0.85), (2.8, 2.7))
            told = [f"{x + right:.3f} {foot + up:.3f}" for right, up in corners]
            self.drawn.append(f"0.13 G 0.45 w {told[0]} m {told[1]} l {told[2]} l S")
        return x + _BOX + 2.4

    def labelled_rule(self, label: str, x: float, to: float) -> None:
        """A small label and the line to write on behind it."""
        self.rule(self.words(label, x, _LABEL, _GREY) + 2, to)


def _add_pocket_sheet(document: Document, kit: Kit) -> None:
    """One page; a second one only for more people than fit on it. What room is left is for somebody who was not announced."""
    width, height = paper_sheet(kit.stock)
    people: list[Person | None] = [*kit.case.interviewers]
    first = True
    while people or first:
        sheet = _Sheet(document, width, height, height - _TOP, [])
        _head(sheet, kit.case)
        if first:
            _points(sheet, points(kit.case))
            _tips(sheet)
            _reception(sheet, kit)
        room = sheet.y - _BOTTOM - _QUESTIONS
        most = int(room // _LEAST_BLOCK)
        here, people = people[:most], people[most:]
        strangers = [None] * min(max(1, 2 - len(here)), most - len(here))
        for person in (*here, *strangers):
            _person(sheet, person, min(_MOST_BLOCK, room / (len(here) + len(strangers))))
        _questions(sheet)
        document.page(width, height, "\n".join(sheet.drawn))
        first = False


def _head(sheet: _Sheet, case: Case) -> None:
    interview = case.interview
    sheet.y -= 6
    right = sheet.right - block.width(_TITLE, _LABEL)
    sheet.words(_TITLE, right, _LABEL, _GREY)
    company = clean(interview.company) if block.writable(interview.company) else ""
    widest = right - _SIDE - 6
    sheet.words(company, _SIDE, block.fitted(company, 4.2, widest, "Caveat"), f"{draw.INK} rg", "Caveat")
    told = [interview.role, _when(case), interview.place.partition("\n")[0]]
    line = " · ".join(clean(each).strip() for each in told if each.strip() and block.writable(each))
    sheet.y -= 7
    for row in block.rows(line, _BODY, sheet.right - _SIDE)[:2]:
        sheet.drawn.append(f"{_DARK}\n{block.draw_row(sheet.document, row, (_SIDE, sheet.y), _BODY, sheet.right - _SIDE)}")
        sheet.y -= 5
    sheet.y -= 4.5


def _when(case: Case) -> str:
    start: date = case.interview.start
    return str(Words("{when}", {"when": start}))


def _points(sheet: _Sheet, told: Sequence[Point]) -> None:
    """What to take along and to ask, two a row; what is ticked off on the screen, or known, is ticked here as well."""
    middle = (_SIDE + sheet.right) / 2
    for at, point in enumerate(told):
        start, end = (middle + 1.5, sheet.right) if at % 2 else (_SIDE, middle - 1.5)
        x = sheet.tick_box(start, ticked=point.done)
        words = str(point.words)
        sheet.words(words, x, block.fitted(words, _BODY, end - x))
        if at % 2 or at == len(told) - 1:
            sheet.y -= _TICK_PITCH


def _tips(sheet: _Sheet) -> None:
    for tip in TIPS:
        sheet.words(tip, sheet.tick_box(_SIDE), _BODY)
        sheet.y -= _TICK_PITCH
    sheet.y -= 1.5


def _reception(sheet: _Sheet, kit: Kit) -> None:
    """The reminder to ask for the addresses that are not known; nothing where all are."""
    names = [clean(person.name) for person in kit.asks_for if block.writable(person.name)]
    if not kit.asks_for:
        return
    x = sheet.tick_box(_SIDE)
    told = f"{_AT_RECEPTION} {', '.join(names) or '…'}"
    for row in block.rows(told, _BODY, sheet.right - x)[:2]:
        sheet.drawn.append(f"{_DARK}\n{block.draw_row(sheet.document, row, (x, sheet.y), _BODY, sheet.right - x)}")
        sheet.y -= 6
    sheet.y -= 2.4
    for _ in range(2):
        sheet.rule(x, sheet.right)
        sheet.y -= _RULE_PITCH
    sheet.y += 1.0


def _person(sheet: _Sheet, person: Person | None, height: float) -> None:
    """One person: name, spelling and title on the first line, then room for what was enjoyed, learned and promised."""
    foot = sheet.y - height
    sheet.drawn.append(f"0.8 G 0.3 w {_SIDE} {sheet.y:.3f} m {sheet.right:.3f} {sheet.y:.3f} l S")
    sheet.y -= 6.2
    middle = _SIDE + (sheet.right - _SIDE) * 0.42
    name = clean(person.name).strip() if person is not None and block.writable(person.name) else ""
    if name:
        sheet.words(name, _SIDE, block.fitted(name, _NAME, middle - _SIDE - 4), f"{draw.INK} rg")
    else:
        sheet.labelled_rule(_SOMEBODY_ELSE if person is None else "Name", _SIDE, middle - 4)
    title = clean(person.title).strip() if person is not None and block.writable(person.title) else ""
    split = middle + (sheet.right - middle) * 0.52
    sheet.labelled_rule("Spelling", middle, split - 4)
    if title:
        x = sheet.words("Title", split, _LABEL, _GREY) + 2
        sheet.words(title, x, block.fitted(title, _BODY, sheet.right - x))
    else:
        sheet.labelled_rule("Title", split, sheet.right)
    rules = max(1, int((height - 7.0) / _LEAST_PITCH))
    for number in range(rules):
        sheet.y -= (height - 7.0) / rules
        label = {0: _ENJOYED, (rules + 1) // 2: _LEARNED}.get(number, "")
        if label:
            sheet.labelled_rule(label, _SIDE, sheet.right)
        else:
            sheet.rule(_SIDE, sheet.right)
    sheet.y = foot


def _questions(sheet: _Sheet) -> None:
    """What they say about the decision, and whether and with whom one may follow up: the debrief's last two steps."""
    sheet.drawn.append(f"0.35 G 0.3 w {_SIDE} {sheet.y:.3f} m {sheet.right:.3f} {sheet.y:.3f} l S")
    sheet.y -= 8
    sheet.rule(sheet.words(_DECIDE, _SIDE, _BODY) + 3, sheet.right)
    sheet.y -= 9
    x = sheet.words(_FOLLOW_UP, _SIDE, _BODY) + 6
    for answer in ("yes", "no"):
        x = sheet.words(answer, sheet.tick_box(x), _BODY) + 6
    sheet.y -= 9
    sheet.rule(sheet.words(_WITH_WHOM, _SIDE, _BODY) + 3, sheet.right)
    sheet.y = _BOTTOM - 4
    sheet.words(_FOLD, _SIDE, _LABEL, _GREY)
