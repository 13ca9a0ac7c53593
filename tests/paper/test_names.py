"""A thousand names in twenty scripts: each is printed whole, or stopped by name. None loses a letter in silence."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
import uharfbuzz as hb
from PIL import Image

from followup_desktop.core.records import Me, Person
from followup_desktop.paper import block, card, draw, envelope
from followup_desktop.paper.document import Document
from followup_desktop.paper.envelope import Envelopes, envelope_named
from followup_desktop.paper.faces import HANDS, face
from followup_desktop.paper.preview import render
from followup_desktop.paper.shape import Run, runs_to_the_left, shape

IN = 25.4
PACKAGED = {"Latn", "Cyrl", "Grek", "Arab", "Hebr", "Deva", "Thai"}
"""Scripts that the faces the program brings along can write: no name in them may ever stop."""


class Named(NamedTuple):
    script: str
    language: str
    name: str


def read_table():
    lines = (Path(__file__).parent / "data" / "names.tsv").read_text("utf-8").splitlines()
    rows = [line for line in lines if not line.startswith("#")]
    return [Named(*row.split("\t")) for row in rows[1:]]


NAMES = read_table()
SAMPLE = random.Random(17).sample(NAMES, 60)  # noqa: S311  (a choice, no secret)


def squeezed(text):
    return re.sub(r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]+", "", unicodedata.normalize("NFC", text))


def test_the_table_is_a_thousand_names_in_at_least_twelve_scripts():
    scripts = Counter(row.script for row in NAMES)
    assert len({row.name for row in NAMES}) == len(NAMES) >= 1000
    assert len(scripts) >= 12
    assert min(scripts.values()) >= 10


@pytest.mark.parametrize("hand", HANDS)
def test_no_name_has_a_letter_without_a_glyph(hand):
    stopped = set()
    for row in NAMES:
        shaped = shape(row.name, face(hand), (row.name,), to_the_left=runs_to_the_left([row.name]))
        covered = "".join(row.name[run.start : run.end] for run in shaped.runs)
        assert covered == row.name
        assert not any(0 in run.glyphs for run in shaped.runs if isinstance(run, Run))
        if shaped.gaps:
            stopped.add(row.script)
    assert stopped.isdisjoint(PACKAGED)


@pytest.mark.parametrize("hand", HANDS)
def test_a_name_is_written_in_one_face_each_word(hand):
    for row in NAMES:
        shaped = shape(row.name, face(hand), (row.name,), to_the_left=runs_to_the_left([row.name]))
        faces = {run.face for run in shaped.runs if isinstance(run, Run) and row.name[run.start : run.end].strip()}
        assert len(faces) == 1 or row.script not in PACKAGED, row


@pytest.mark.slow
def test_every_name_is_found_on_its_envelope_or_named(pdftotext):
    people = tuple(Person(id="p", name=row.name, address="1 Elm Street") for row in NAMES)
    envelopes = Envelopes(people, Me(country="US"), envelope_named("a2"))
    pages = pdftotext(envelope.pdf(envelopes)).split("\f")
    told = {note.values["person"] for note in envelopes.notes}
    for row, page in zip(NAMES, pages, strict=False):
        assert (squeezed(row.name) in squeezed(page)) is (row.name not in told), row
    assert {row.script for row in NAMES if row.name in told}.isdisjoint(PACKAGED)


def test_a_sample_of_cards_holds_every_name_or_stops_by_name(a4, write, pdftotext):
    fits = {row: card.fit(write(row.name, "Thank you for your time."), a4) for row in SAMPLE}
    printable = [row for row, found in fits.items() if found.printable]
    pages = pdftotext(card.pdf([write(row.name, "Thank you for your time.") for row in printable], a4)).split("\f")
    for row, page in zip(printable, pages, strict=False):
        assert squeezed(row.name) in squeezed(page), row
    for row, found in fits.items():
        if not found.printable:
            assert row.script not in PACKAGED
            assert all(missing.character in row.name and row.name in str(missing.words) for missing in found.missing)


@pytest.mark.parametrize("row", SAMPLE[:24], ids=lambda row: row.name)
def test_the_ink_lies_where_harfbuzz_puts_it(row):
    shaped = block.shaped(row.name)
    if shaped.gaps:
        pytest.skip("no font of this computer has this script")
    size, at, dpi = 6.0, (20.0, 20.0), 150
    document = Document("Ink")
    document.page(200, 40, f"0 g\n{draw.text_line(document, shaped, 0, len(shaped.text), at, size)}")
    picture = render(document.file(), dpi=dpi)
    grey = Image.frombuffer("RGBX", (picture.width, picture.height), picture.pixels).convert("L")
    left, top, right, bottom = (value / dpi * IN for value in grey.point(lambda value: 255 * (value < 140)).getbbox())
    assert (left, 40 - bottom, right, 40 - top) == pytest.approx(by_harfbuzz(shaped, size, at), abs=0.35)


def by_harfbuzz(shaped, size, at):
    """Left, bottom, right and top of the ink, in mm, as HarfBuzz alone shapes and measures each run, one after another."""
    boxes, x = [], at[0]
    runs = sorted(shaped.runs, key=lambda run: run.start, reverse=any(run.level for run in shaped.runs))
    for run in runs:
        buffer = hb.Buffer()
        buffer.add_str(shaped.text[run.start : run.end])
        buffer.guess_segment_properties()
        hb.shape(run.face.font, buffer)
        unit = size / (run.face.x_height * run.face.upem)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            extents = run.face.font.get_glyph_extents(info.codepoint)
            if extents and extents.width:
                left, top = x + (position.x_offset + extents.x_bearing) * unit, (position.y_offset + extents.y_bearing) * unit
                boxes.append((left, at[1] + top + extents.height * unit, left + extents.width * unit, at[1] + top))
            x += position.x_advance * unit
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
