"""Letters as thank-you cards: one PDF, as many cards a sheet as the stock has, the same bytes for the same letters.

`fit` tells beforehand whether a letter can be printed; `pdf` prints nothing that cannot.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from followup_desktop.core.records import Letter, Stock
from followup_desktop.paper import draw, impose
from followup_desktop.paper.alignment import TRUE, Alignment
from followup_desktop.paper.document import Document
from followup_desktop.paper.envelope import Envelopes
from followup_desktop.paper.faces import face
from followup_desktop.paper.fit import Fit, Laid, Missing, fit, lay
from followup_desktop.paper.impose import Flip, Panel
from followup_desktop.paper.outside import THANK_YOU, Outside, panels
from followup_desktop.paper.shape import shape
from followup_desktop.paper.stock import UNPRINTABLE, text_box
from followup_desktop.paper.stops import refuse

__all__ = ["Fit", "Missing", "add_blanks", "add_sheets", "fit", "pdf", "screen_pdf"]

_NOTE_X_HEIGHT = 1.3
_NOTE_COLOUR = "0.416 0.38 0.322"
_RULE_COLOUR = "0.847 0.812 0.749"
_RULE_WIDTH = 40.0
_STAMP_COLOUR = "0.62 0.25 0.16"
_STAMP_SIZE = (25.0, 7.5)
_STAMP_X_HEIGHT = 2.4


def pdf(
    letters: Sequence[Letter],
    stock: Stock,
    hand: str = "Caveat",
    *,
    outside: Outside = THANK_YOU,
    draft: bool = False,
    start: int = 0,
    alignment: Alignment = TRUE,
    envelopes: Envelopes | None = None,
) -> bytes:
    """The cards of `letters` as one PDF, sheet after sheet, a card's sides after one another.

    `outside` is what stands on front and back. `draft` takes what is not finished too and stamps it DRAFT: words that do
    not fit end in "…", a character that no font here can write is an empty frame. `start` cards at the beginning of the
    first sheet are already used up. `alignment` tells how the printer lays pages on paper: what it does wrong is undone
    beforehand. `envelopes` follow after the cards. Raises `Problem` without `draft` for a letter that does not fit or holds
    a character that no font here can write, naming whose card it is; and always for a hand that there is not and for a
    line that the back has no room for. Raises ValueError without letters.
    """
    if not letters:
        raise ValueError("no letter: a PDF has at least one page")
    shifts = alignment.shifts(impose.sides(stock))
    document = Document("Thank-you cards", duplex=_duplex(stock), shifts=shifts)
    add_sheets(
        document,
        (_card(document, letter, stock, hand, outside, draft=draft) for letter in letters),
        stock,
        start,
        alignment.flip(stock),
    )
    if envelopes is not None:
        envelopes.add_to(document, both_sides=impose.sides(stock) > 1)
    return document.file()


def screen_pdf(letter: Letter, stock: Stock, hand: str = "Caveat", outside: Outside = THANK_YOU) -> bytes:
    """One card as it is shown while it is written: whatever its state, without a stamp, with a rule where it is signed.

    Raises `Problem` for a hand that there is not.
    """
    document = Document("Thank-you cards", duplex=_duplex(stock))
    laid = lay(letter, stock, hand)
    add_sheets(document, [_panels(document, laid, stock, outside, draft=False, sign_here=True)], stock)
    return document.file()


def add_blanks(document: Document, count: int, stock: Stock, hand: str = "Caveat", outside: Outside = THANK_YOU) -> None:
    """Add `count` cards with a front and nothing else, to be written by hand: only the first side of each sheet."""
    add_sheets(document, [panels(document, outside, face(hand), stock)] * count, stock)


def add_sheets(
    document: Document, cards: Iterable[Mapping[Panel, str]], stock: Stock, start: int = 0, flip: Flip | None = None
) -> None:
    """Add the sheets of `cards` (each the content of its panels), filled row by row behind `start` cards already used."""
    a_sheet, ticks = impose.cards_a_sheet(stock), impose.fold_ticks(stock)
    where = [impose.places(stock, slot, flip) for slot in range(a_sheet)]
    for _, group in groupby(enumerate(cards, start % a_sheet), key=lambda each: each[0] // a_sheet):
        pages: dict[int, list[str]] = {0: [ticks] if ticks else []}
        for number, card in group:
            for panel, content in card.items():
                place = where[number % a_sheet][panel]
                pages.setdefault(place.side, []).append(place.drawn(content))
        for _, drawn in sorted(pages.items()):
            document.page(*stock.sheet, "\n".join(drawn))


def _duplex(stock: Stock) -> str:
    """How the file asks its viewer to print (PDF 32000-1, 12.2): both sides with the same edge up."""
    if impose.sides(stock) == 1:
        return "Simplex"
    return "DuplexFlipLongEdge" if impose.upright_flip(stock) is Flip.LONG_EDGE else "DuplexFlipShortEdge"


def _card(document: Document, letter: Letter, stock: Stock, hand: str, outside: Outside, *, draft: bool) -> dict[Panel, str]:
    laid = lay(letter, stock, hand)
    if not draft:
        refuse(letter, laid)
    unfinished = bool(laid.missing or laid.too_many or not letter.finished)
    return _panels(document, laid, stock, outside, draft=draft and unfinished, sign_here=False)


def _panels(document: Document, laid: Laid, stock: Stock, outside: Outside, *, draft: bool, sign_here: bool) -> dict[Panel, str]:
    message = [_message(document, laid, stock)]
    if sign_here:
        message.append(_sign_here(document, laid, stock))
    if draft:
        message.append(_stamp(document, stock))
    return {**panels(document, outside, laid.hand, stock), impose.message_panel(stock): "\n".join(message)}


def _message(document: Document, laid: Laid, stock: Stock) -> str:
    height = stock.panel[1]
    drawn = [f"{draw.INK} rg"]
    for line in laid.lines:
        drawn.append(draw.text_line(document, line.shaped, line.start, line.end, (line.x, height - line.y), laid.x_height))
        if line.hyphen:
            x = line.x + line.shaped.width(line.start, line.end) * laid.x_height
            drawn.append(draw.hyphen(document, shape("-", laid.hand), (x, height - line.y), laid.x_height))
    return "\n".join(drawn)


def _sign_here(document: Document, laid: Laid, stock: Stock) -> str:
    """A thin rule and a note for whoever signs."""
    box = laid.signature
    y = stock.panel[1] - box.y - box.height + 4
    note = _note(document, "sign here in ink", (box.x, y - 3.2), _NOTE_X_HEIGHT)
    rule = f"{_RULE_COLOUR} RG 0.2 w {box.x:.3f} {y:.3f} m {box.x + _RULE_WIDTH:.3f} {y:.3f} l S"
    return f"q {rule}\n{_NOTE_COLOUR} rg\n{note}\nQ"


def _stamp(document: Document, stock: Stock) -> str:
    """A frame with DRAFT in it, like a rubber stamp, in the lower right corner, where no text reaches."""
    stamp_width, stamp_height = _STAMP_SIZE
    x, y = stock.panel[0] - text_box(stock).x - stamp_width, UNPRINTABLE + 1.5
    words = shape("DRAFT", face("Noto Sans"))
    note = _note(document, "DRAFT", (x + (stamp_width - words.along[-1] * _STAMP_X_HEIGHT) / 2, y + 2.15), _STAMP_X_HEIGHT)
    return f"q {_STAMP_COLOUR} RG {_STAMP_COLOUR} rg 0.5 w 1 j {x:.3f} {y:.3f} {stamp_width} {stamp_height} re S\n{note}\nQ"


def _note(document: Document, words: str, at: tuple[float, float], x_height: float) -> str:
    return draw.text_line(document, shape(words, face("Noto Sans")), 0, len(words), at, x_height)
