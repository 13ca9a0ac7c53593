"""Lines of shaped text as PDF operators. Lengths in mm, the origin at the bottom left of what is drawn on."""

from __future__ import annotations

from bisect import bisect_left

from followup_desktop.paper.document import Document
from followup_desktop.paper.shape import Part, Run, Shaped, line_parts

INK = "0.118 0.169 0.4 rg"
"""Blue-black ink, #1E2B66."""


def text_line(document: Document, shaped: Shaped, start: int, end: int, at: tuple[float, float], x_height: float) -> str:
    """Characters `start` to `end` of `shaped` with their baseline's left end at `at` and small letters `x_height` mm high."""
    pieces = ["BT"]
    frames = []
    for part in line_parts(shaped, start, end):
        x, y = at[0] + part.x * x_height, at[1]
        if isinstance(part.run, Run):
            pieces.append(_run(document, part, part.run, shaped.text, (x, y), x_height))
        else:
            width = shaped.width(part.start, part.end) * x_height
            frames.append(f"q 0.2 w {x + 0.1 * width:.3f} {y:.3f} {0.8 * width:.3f} {1.4 * x_height:.3f} re S Q")
    return "\n".join([*pieces, "ET", *frames])


def _run(document: Document, part: Part, run: Run, text: str, at: tuple[float, float], x_height: float) -> str:
    size = run.scale * x_height
    shown = f"{document.font(run.face)} 1 Tf {size:.4f} 0 0 {size:.4f} {at[0]:.3f} {at[1]:.3f} Tm[<{_tokens(part, run)}>]TJ"
    shown = shown.replace("[<>]TJ", "").replace("<>", "")
    if document.reads(run):
        return shown
    written = text[part.start : part.end].encode("utf-16-be").hex()
    return f"/Span<</ActualText<feff{written}>>>BDC {shown} EMC"


def _tokens(part: Part, run: Run) -> str:
    if part.start == run.start and part.end == run.end:
        return "".join(run.tokens)
    if run.level % 2 == 0:
        return "".join(run.tokens[bisect_left(run.clusters, part.start) : bisect_left(run.clusters, part.end)])
    return "".join(token for token, cluster in zip(run.tokens, run.clusters, strict=True) if part.start <= cluster < part.end)


def hyphen(document: Document, sign: Shaped, at: tuple[float, float], x_height: float) -> str:
    """The hyphen at the end of a line that breaks a word: readers of the file take it for no character of the text."""
    return "/Span<</ActualText<feff00ad>>>BDC\n" + text_line(document, sign, 0, 1, at, x_height) + "\nEMC"
