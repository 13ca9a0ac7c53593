"""The part of a face that a PDF needs: the outlines of the glyphs used, as a TrueType font program."""

from __future__ import annotations

import io
from functools import lru_cache

import uharfbuzz as hb

from followup_desktop.paper.faces import Face

_KEPT = frozenset(
    {"glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep", "CFF ", "CFF2", "gvar", "fvar", "HVAR", "avar"}
)
_OUTLINE_ERROR = 1 / 1000
"""How far, in em, a quadratic outline may be from the cubic one it stands for."""


@lru_cache(maxsize=32)
def subset(face: Face, glyphs: frozenset[int]) -> tuple[bytes, dict[int, int]]:
    """A TrueType program with `glyphs` of `face`, variable ones at their regular weight, and each glyph's number in it."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.set(set(glyphs))
    for axis, place in face.axes.items():
        wanted.pin_axis_location(face.face, axis, place)
    wanted.drop_table_tag_set.set({_number(tag) for tag in face.face.table_tags if tag not in _KEPT})
    wanted.flags = (
        hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.DESUBROUTINIZE
    )
    plan = hb.SubsetPlan(face.face, wanted)
    made = plan.execute()
    numbers = {old: new for old, new in plan.old_to_new_glyph_mapping.items() if old in glyphs}
    program = bytes(made.blob.data)
    return (program if "glyf" in face.face.table_tags else _with_quadratic_outlines(program)), numbers


def _number(tag: str) -> int:
    return int.from_bytes(tag.encode("ascii"), "big")


def _with_quadratic_outlines(program: bytes) -> bytes:
    """A font with PostScript outlines as one with TrueType outlines: every printer and viewer takes those."""
    from fontTools.fontBuilder import FontBuilder  # noqa: PLC0415  (only fonts of the computer need it)
    from fontTools.pens.cu2quPen import Cu2QuPen  # noqa: PLC0415
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    cubic = TTFont(io.BytesIO(program))
    upem = cubic["head"].unitsPerEm
    outlines = cubic.getGlyphSet()
    glyphs = {}
    for name in cubic.getGlyphOrder():
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, max_err=upem * _OUTLINE_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    builder = FontBuilder(upem, isTTF=True)
    builder.setupGlyphOrder(cubic.getGlyphOrder())
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: cubic["hmtx"][name] for name in glyphs})
    builder.setupHorizontalHeader(ascent=cubic["hhea"].ascent, descent=cubic["hhea"].descent)
    made = io.BytesIO()
    builder.font.save(made)
    return made.getvalue()
