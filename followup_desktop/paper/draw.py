"""Lines of shaped text as PDF operators. Lengths in mm, the origin at the bottom left of what is drawn on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from followup_desktop.paper.document import Document
from followup_desktop.paper.shape import Part, Run, Shaped, line_parts

INK = "0.118 0.169 0.4"
"""Blue-black ink, #1E2B66, as a PDF colour."""
_SOFT_HYPHEN = "\u00ad"


def text_line(document: Document, shaped: Shaped, start: int, end: int, at: tuple[float, float], x_height: float) -> str:
    """Characters `start` to `end` of `shaped` with their baseline's left end at `at` and small letters `x_height` mm high."""
    parts = line_parts(shaped, start, end)
    drawn = [_part(document, part, (at[0] + part.x * x_height, at[1]), x_height) for part in parts]
    known = [document.reads(part.run) for part in parts if isinstance(part.run, Run)]
    content = f"BT\n{''.join(drawn)}ET"
    if _needs_text(parts, known):
        content = _reads(shaped.text[start:end], content)
    return "\n".join([content, *(_frame(shaped, part, at, x_height) for part in parts if not isinstance(part.run, Run))])


def _needs_text(parts: Sequence[Part], known: Sequence[bool]) -> bool:
    """Whether the line's text must be told beside its glyphs.

    Where the line has more than one run, some readers order them by their place on the sheet, which is wrong on a turned
    panel. Where it has words from right to left, readers expect glyphs and put them in order themselves.
    """
    if any(part.run.level for part in parts):
        return not all(known)
    return len(parts) > 1 or not all(known)


def _reads(text: str, content: str) -> str:
    return f"/Span<</ActualText<feff{text.encode('utf-16-be').hex()}>>>BDC\n{content}\nEMC"


def _part(document: Document, part: Part, at: tuple[float, float], x_height: float) -> str:
    if not isinstance(part.run, Run):
        return ""
    face = part.run.face
    size = x_height / face.x_height
    shown = f"{document.font(face)} 1 Tf {size:.4f} 0 0 {size:.4f} {at[0]:.3f} {at[1]:.3f} Tm[<{_tokens(part, part.run)}>]TJ\n"
    return shown.replace("[<>]TJ", "").replace("<>", "")


def _tokens(part: Part, run: Run) -> str:
    if part.start == run.start and part.end == run.end:
        return "".join(run.tokens)
    if run.level % 2 == 0:
        return "".join(run.tokens[bisect_left(run.clusters, part.start) : bisect_left(run.clusters, part.end)])
    return "".join(token for token, cluster in zip(run.tokens, run.clusters, strict=True) if part.start <= cluster < part.end)


def _frame(shaped: Shaped, part: Part, at: tuple[float, float], x_height: float) -> str:
    """The empty frame that stands for what no face can write."""
    width = shaped.width(part.start, part.end) * x_height
    left = at[0] + part.x * x_height + 0.1 * width
    return f"q {INK} RG 0.2 w {left:.3f} {at[1]:.3f} {0.8 * width:.3f} {1.4 * x_height:.3f} re S Q"


def hyphen(document: Document, sign: Shaped, at: tuple[float, float], x_height: float) -> str:
    """The hyphen at the end of a line that breaks a word: told as a soft one, for it is no character of the text."""
    return _reads(_SOFT_HYPHEN, text_line(document, sign, 0, 1, at, x_height))
