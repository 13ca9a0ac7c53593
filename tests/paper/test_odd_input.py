"""Whatever is typed as a name, title, place or address: kit, envelopes and guide sheets are made, and nothing nears an edge."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime

import pypdfium2
import pytest

from followup_desktop.core.records import Case, Interview, Letter, Me, Origin, Person, Sentence
from followup_desktop.paper import by_hand, envelope, kit, lines
from followup_desktop.paper.faces import face
from followup_desktop.paper.shape import shape
from followup_desktop.paper.stock import UNPRINTABLE

PT = 72 / 25.4
PLAIN = ("Ann Lee", "Nguyễn Thị Hồng", "محمد الأمين", "李小龍", "Steinweg 14", "Ελένη", "สมชาย ใจดี", "O’Shea-Lynn", "चौधरी")
ODD = (
    "",
    "\x00",
    "\ud800",
    "\u202eevil",
    "a" * 400,
    "😀",
    "\n\n",
    "\t",
    "م" * 200,
    "字" * 90,
    "x\u0301" * 50,
    "() \\ <>",
    "﷽",
    "ก" * 80,
    "Germany",
)


@pytest.fixture(params=range(12))
def odd(request):
    choice = random.Random(request.param)  # noqa: S311  (the same each time)

    def words():
        kinds = [choice.choice(PLAIN), choice.choice(ODD), " ".join(choice.choices(PLAIN + ODD, k=choice.randint(1, 30)))]
        return choice.choice(kinds)

    def address():
        return "\n".join(words() for _ in range(choice.randint(0, 12))) + choice.choice(["", "\nUK", "\r\nLS1 4HR\nEngland"])

    people = tuple(
        Person(id=f"p{number}", name=words(), title=words(), company=words(), address=address())
        for number in range(choice.randint(0, 9))
    )
    start = datetime(2026, 12, 2, 14)  # noqa: DTZ001  (wall time)
    interview = Interview(
        id="i", company=words(), role=words(), start=start, place=words(), people=tuple(person.id for person in people)
    )
    me = Me(name=words(), address=address(), country=choice.choice(["US", "GB", "DE", "", "zz"]))
    body = tuple(Sentence(words(), None, Origin.YOURS, number) for number in range(choice.randint(0, 4)))
    return choice, Case(interview, people), me, Letter("i", "c", "p", words(), words(), body, words(), words())


def near_an_edge(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            width, height = page.get_size()
            for thing in page.get_objects():
                left, bottom, right, top = thing.get_bounds()
                if right > left and min(left, bottom, width - right, height - top) < UNPRINTABLE * PT - 0.3:
                    yield number, (left, bottom, right, top)


def test_a_kit_of_anything(odd, stocks):
    choice, case, me, _ = odd
    made = kit.kit_for(case, me, choice.choice(list(stocks.values())))
    for size in choice.sample(envelope.ENVELOPES, 2):
        assert list(near_an_edge(kit.pdf(replace(made, envelope=size)))) == []
    assert all(str(note).endswith((".", "!")) for note in made.notes)
    assert all(str(envelope.postage(made.envelope, me, person)) for person in case.people)


def test_a_guide_sheet_of_anything(odd, stocks):
    choice, _, _, letter = odd
    stock = choice.choice(list(stocks.values()))
    writing = by_hand.Writing(choice.uniform(40, 260), choice.uniform(4, 20))
    assert by_hand.pdf([letter], stock, writing, draft=True)
    if by_hand.fit(letter, stock, writing).printable:
        assert list(near_an_edge(by_hand.pdf([letter], stock, writing))) == []


def test_what_is_wider_than_a_line_has_one_of_its_own():
    words = shape("xx ﷽ yy", face("Amiri"))
    broken = lines.breaks(words, lines.between_words(words.text), 0.0)
    assert lines.count(broken, 3.0) is None
    assert [words.text[start : place.end] for start, place in lines.total_fit(broken, 3.0)] == ["xx", "﷽", "yy"]
