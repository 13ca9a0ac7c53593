from __future__ import annotations

import io

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from followup_desktop.paper.faces import BOOK_FACES, HANDS, Face, face
from followup_desktop.paper.subset import subset

TEXT = "Thank you, Ægir! éö Ελένη Жанна שירה محمد สมชาย अनन्या"


def glyphs_of(one):
    return frozenset(one.font.get_nominal_glyph(ord(c)) for c in TEXT if c in one.characters and c != " ")


def same_outlines(one, glyphs):
    """Compares what is embedded with what HarfBuzz draws: the box of every glyph, in font units."""
    program, numbers = subset(one, glyphs)
    font = TTFont(io.BytesIO(program))
    order = font.getGlyphOrder()
    assert set(numbers) == set(glyphs)
    for glyph in glyphs:
        embedded = font["glyf"][order[numbers[glyph]]]
        drawn = one.font.get_glyph_extents(glyph)
        box = (drawn.x_bearing, drawn.y_bearing + drawn.height, drawn.x_bearing + drawn.width, drawn.y_bearing)
        assert (embedded.xMin, embedded.yMin, embedded.xMax, embedded.yMax) == pytest.approx(box, abs=2)
        assert font["hmtx"][order[numbers[glyph]]][0] == pytest.approx(one.advance(glyph), abs=1)
    return font


@pytest.mark.parametrize("name", HANDS + BOOK_FACES)
def test_what_is_embedded_is_what_was_measured(name):
    font = same_outlines(face(name), glyphs_of(face(name)))
    assert not {"fvar", "gvar", "GSUB", "GPOS", "cmap", "name"} & set(font.keys())


def test_only_the_glyphs_in_use_are_embedded():
    program, _ = subset(face("Noto Sans"), frozenset({face("Noto Sans").font.get_nominal_glyph(ord("a"))}))
    assert len(program) < 2000


def test_a_variable_font_that_begins_thin_is_set_at_its_regular_weight(tmp_path):
    thin = instancer.instantiateVariableFont(TTFont(face("Heebo").path), {"wght": (100, 100, 900)})
    thin.save(tmp_path / "thin.ttf")
    ours, regular = Face("thin", tmp_path / "thin.ttf"), face("Heebo")
    glyphs = glyphs_of(ours)
    same_outlines(ours, glyphs)
    assert [ours.advance(glyph) for glyph in glyphs] == pytest.approx([regular.advance(glyph) for glyph in glyphs], abs=1)


def test_postscript_outlines_become_truetype_ones(tmp_path):
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "a"])
    builder.setupCharacterMap({ord("a"): "a"})
    pen = T2CharStringPen(600, None)
    pen.moveTo((50, 0))
    pen.curveTo((50, 400), (300, 700), (550, 700))
    pen.curveTo((550, 300), (300, 0), (50, 0))
    pen.closePath()
    empty = T2CharStringPen(600, None)
    builder.setupCFF("Made", {}, {".notdef": empty.getCharString(), "a": pen.getCharString()}, {})
    builder.setupHorizontalMetrics({".notdef": (600, 0), "a": (600, 50)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({})
    builder.setupOS2()
    builder.setupPost()
    builder.font.save(tmp_path / "made.otf")
    made = Face("made", tmp_path / "made.otf")
    font = same_outlines(made, frozenset({made.font.get_nominal_glyph(ord("a"))}))
    assert "CFF " not in font
