"""Letters as thank-you cards: one PDF, one sheet a card, the same bytes for the same letters.

`fit` tells beforehand whether a letter can be printed; `pdf` prints nothing that cannot.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Letter, Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.paper import draw, impose
from followup_desktop.paper.document import Document
from followup_desktop.paper.faces import Face, face
from followup_desktop.paper.fit import Fit, Laid, Missing, fit, lay
from followup_desktop.paper.impose import MESSAGE, Panel
from followup_desktop.paper.shape import shape

__all__ = ["Fit", "Missing", "fit", "pdf"]

_FRONT_WORDS = "Thank you"
_FRONT_WIDTH = 0.5
"""Width of the words on the front as a part of the panel's."""
_FRONT_MIDDLE = 0.56
"""Height of their middle as a part of the panel's: the optical centre."""
_STAMP_WIDTH = 0.72


def pdf(letters: Sequence[Letter], stock: Stock, hand: str = "Caveat", *, draft: bool = False, sign_here: bool = False) -> bytes:
    """The cards of `letters` as one PDF. `draft` stamps each and takes what is not finished too; `sign_here` marks the place.

    Raises `Problem` without `draft` for a letter that does not fit or holds a character that no font here can write, naming
    whose card it is; and always for a hand that there is not.
    """
    document = Document("Thank-you cards")
    for letter in letters:
        laid = lay(letter, stock, hand)
        if not draft:
            _refuse(letter, laid)
        document.page(*stock.sheet, _sheet(document, laid, stock, draft=draft, sign_here=sign_here))
    return document.bytes()


def _refuse(letter: Letter, laid: Laid) -> None:
    for character, word in laid.missing:
        raise Problem(Missing(character, word, letter.name).words)
    if laid.too_many:
        one = QT_TRANSLATE_NOOP("paper", "The card to {person} is {count} word too long.")
        many = QT_TRANSLATE_NOOP("paper", "The card to {person} is {count} words too long.")
        raise Problem(Words(one if laid.too_many == 1 else many, {"person": letter.name, "count": laid.too_many}))


def _sheet(document: Document, laid: Laid, stock: Stock, *, draft: bool, sign_here: bool) -> str:
    panels = {
        Panel.FRONT: _front(document, laid.hand, stock),
        MESSAGE: _message(document, laid, stock, draft=draft, sign_here=sign_here),
    }
    where = impose.places(stock)
    return "\n".join([impose.fold_ticks(stock), *(where[panel].drawn(content) for panel, content in panels.items())])


def _message(document: Document, laid: Laid, stock: Stock, *, draft: bool, sign_here: bool) -> str:
    height = stock.panel[1]
    drawn = [_stamp(document, stock)] if draft else []
    drawn.append(draw.INK)
    for line in laid.lines:
        drawn.append(draw.text_line(document, line.shaped, line.start, line.end, (line.x, height - line.y), laid.x_height))
        if line.hyphen:
            x = line.x + line.shaped.width(line.start, line.end) * laid.x_height
            drawn.append(draw.hyphen(document, shape("-", laid.hand), (x, height - line.y), laid.x_height))
    if sign_here:
        drawn.append(_sign_here(document, laid, height))
    return "\n".join(drawn)


def _sign_here(document: Document, laid: Laid, height: float) -> str:
    """A thin rule and a note for the person who signs."""
    box = laid.signature
    y = height - box.y - box.height + 4
    note = draw.text_line(document, shape("sign here in ink", face("Noto Sans")), 0, 16, (box.x, y - 3.2), 1.3)
    return f"0.85 0.81 0.75 RG 0.2 w {box.x:.3f} {y:.3f} m {box.x + 40:.3f} {y:.3f} l S\n0.42 0.38 0.32 rg\n{note}"


def _front(document: Document, hand: Face, stock: Stock) -> str:
    width, height = stock.panel
    words = shape(_FRONT_WORDS, hand)
    size = width * _FRONT_WIDTH / words.along[-1]
    at = ((1 - _FRONT_WIDTH) * width / 2, height * _FRONT_MIDDLE - size / 2)
    return draw.INK + "\n" + draw.text_line(document, words, 0, len(_FRONT_WORDS), at, size)


def _stamp(document: Document, stock: Stock) -> str:
    width, height = stock.panel
    words = shape("DRAFT", face("Noto Sans"))
    size = width * _STAMP_WIDTH / words.along[-1]
    line = draw.text_line(document, words, 0, 5, (-width * _STAMP_WIDTH / 2, -size / 2), size)
    return f"q 0.9 g 0.906 0.423 -0.423 0.906 {width / 2:.3f} {height / 2:.3f} cm\n{line}\nQ"
