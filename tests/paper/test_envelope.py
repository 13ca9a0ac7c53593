from __future__ import annotations

import pypdfium2
import pytest
from PIL import Image

from followup_desktop.core.countries import country_of, in_capitals
from followup_desktop.core.records import Me, Person
from followup_desktop.paper import envelope
from followup_desktop.paper.envelope import ENVELOPES, Envelopes, Feed, address_lines, envelope_for, envelope_named, postage
from followup_desktop.paper.preview import render

ME = Me(name="Robin Ashworth", address="418 Alder Street\nPortland OR 97205", country="US")
HONG = Person(
    id="p1", name="Nguyễn Thị Hồng", company="Acme", address="Acme Corporation\n1200 Market Street\nSan Francisco CA 94102"
)
ARABIC = Person(id="p", name="محمد الأمين", address="الرياض\n12345")
IN = 25.4


def glyph_boxes(pdf: bytes, page: int):
    """Left, bottom, right, top in mm of everything written on a page."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[page].get_textpage()
        found = []
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index, loose=False)
            if right > left and top > bottom:
                found.append(tuple(value / 72 * IN for value in (left, bottom, right, top)))
        return found


def sizes(pdf: bytes):
    with pypdfium2.PdfDocument(pdf) as document:
        return [tuple(value / 72 * IN for value in page.get_size()) for page in document]


def address_boxes(pdf, kind, page=0):
    """The boxes that are not the return address: those below its place or right of it."""
    return [box for box in glyph_boxes(pdf, page) if box[3] < kind.height - 32 or box[0] > kind.width * 0.5]


def long_address(lines, length):
    return Person(id="p", name="Wolfeschlegelsteinhausenbergerdorff" * 2, address="\n".join(["Street " * (length // 7)] * lines))


@pytest.mark.parametrize("kind", ENVELOPES, ids=lambda kind: kind.id)
@pytest.mark.parametrize(
    "person",
    [
        HONG,
        long_address(2, 30),
        long_address(5, 60),
        long_address(4, 200),
        Person(id="p", name="محمد الأمين", address="الرياض\n12345"),
    ],
    ids=["plain", "two", "five", "wide", "arabic"],
)
def test_the_address_stands_where_sorting_machines_look(kind, person):
    boxes = address_boxes(envelope.pdf(Envelopes((person,), ME, kind)), kind)
    assert boxes
    for left, bottom, right, top in boxes:
        assert bottom >= 0.625 * IN - 0.6, "below the address block (descenders have half a millimetre)"
        assert top <= 2.75 * IN
        assert left >= 0.5 * IN
        assert right <= kind.width - 0.5 * IN + 0.1
        in_barcode_zone = right > kind.width - 4.75 * IN and bottom < 0.625 * IN - 0.6
        assert not in_barcode_zone


@pytest.mark.parametrize("kind", ENVELOPES, ids=lambda kind: kind.id)
def test_nothing_stands_at_an_edge_and_return_and_address_keep_apart(kind):
    pdf = envelope.pdf(Envelopes((HONG,), ME, kind))
    boxes = glyph_boxes(pdf, 0)
    assert all(b[0] > 6.35 and b[1] > 6.35 and b[2] < kind.width - 6.35 and b[3] < kind.height - 6.35 for b in boxes)
    address = address_boxes(pdf, kind)
    returned = [box for box in boxes if box not in address]
    assert returned
    assert min(box[1] for box in returned) > max(box[3] for box in address) + 3
    assert sizes(pdf) == [pytest.approx((kind.width, kind.height), abs=0.01)]


@pytest.mark.parametrize(
    ("name", "inches"),
    [("a2", (5.75, 4.375)), ("a6", (6.5, 4.75)), ("a7", (7.25, 5.25)), ("no10", (9.5, 4.125))],
)
def test_the_american_sizes_are_those_of_the_trade(name, inches):
    kind = envelope_named(name)
    assert (kind.width, kind.height) == pytest.approx([value * IN for value in inches])


@pytest.mark.parametrize("name", ["a2", "a6", "a7", "no10", "c6", "dl"])
def test_what_says_one_stamp_is_a_letter_in_the_united_states(name):
    kind = envelope_named(name)
    assert str(postage(kind, ME)) == "One stamp."
    assert 3.5 <= kind.height / IN <= 6.125
    assert 5 <= kind.width / IN <= 11.5
    assert 1.3 <= kind.width / kind.height <= 2.5


@pytest.mark.parametrize(
    ("country", "name", "says"),
    [
        ("US", "c5", "too high"),
        ("GB", "no10", "too long"),
        ("GB", "c5", "One stamp."),
        ("CA", "c5", "too high"),
        ("CA", "no10", "One stamp."),
        ("DE", "c6", "One stamp."),
        ("DE", "dl", "One stamp."),
        ("DE", "c5", "too high"),
        ("FR", "no10", "too long"),
    ],
)
def test_each_post_has_its_own_letter(country, name, says):
    told = str(postage(envelope_named(name), Me(country=country)))
    assert says in told
    assert not any(sign in told for sign in "$€£")


def test_a_square_envelope_needs_more():
    square = envelope.Envelope("square", "Square", 140.0, 140.0, "custom")
    assert "shape that machines sort" in str(postage(square, ME))


def test_a_letter_abroad_says_where_to():
    swiss = Person(id="p", name="Jonas Weidmann", address="Steinweg 14\n8005 Zürich\nSchweiz")
    assert str(postage(envelope_named("a2"), ME, swiss)) == "Postage for abroad: it goes to Switzerland."
    assert address_lines(swiss, ME)[-1] == "SWITZERLAND"
    assert address_lines(swiss, Me(country="CH")) == ("Jonas Weidmann", "Steinweg 14", "8005 Zürich")


def test_the_british_way():
    robin = Person(id="p", name="Pia Brandt", address="12 Mill Lane\nHebden Bridge hx7 8ad\nEngland")
    assert address_lines(robin, Me(country="GB")) == ("Pia Brandt", "12 Mill Lane", "HEBDEN BRIDGE", "HX7 8AD")
    assert address_lines(robin, ME)[-2:] == ("HX7 8AD", "UNITED KINGDOM")
    apart = Person(id="p", name="Pia", address="12 Mill Lane\nLeeds\nLS1 4HR")
    assert address_lines(apart, Me(country="GB")) == ("Pia", "12 Mill Lane", "LEEDS", "LS1 4HR")


def test_a_british_return_address_stands_on_the_back():
    me = Me(name="Robin Ashworth", address="7 Chapel Row\nLeeds LS1 4HR", country="GB")
    envelopes = Envelopes((HONG, None), me, envelope_named("c6"))
    pdf = envelope.pdf(envelopes)
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    assert (len(pages), envelopes.backs) == (4, 2)
    assert "Chapel" not in pages[0] + pages[1]
    assert "LS1 4HR" in pages[2]
    assert "UNITED KINGDOM" not in pages[3]


def test_the_given_lines_stay_and_nothing_is_said_twice():
    assert address_lines(HONG, ME) == ("Nguyễn Thị Hồng", "Acme Corporation", "1200 Market Street", "San Francisco CA 94102")
    given = Person(id="p", name="Ann Lee", company="Initech", address="ann lee\nInitech\n1 Elm St\nReno NV 89501\nUSA")
    assert address_lines(given, ME) == ("ann lee", "Initech", "1 Elm St", "Reno NV 89501")
    assert address_lines(Person(id="p", name="Ann Lee", company="Initech"), ME) == ("Ann Lee", "Initech")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("U.S.A.", "US"),
        ("uk", "GB"),
        ("Deutschland", "DE"),
        ("ÖSTERREICH", "AT"),
        ("日本", "JP"),
        ("CA", None),
        ("DE", None),
        ("Paris", None),
    ],
)
def test_a_country_is_told_from_a_state_or_town(line, code):
    assert country_of(line) == code


def test_every_country_is_known_by_its_own_name_in_capitals():
    codes = [first + second for first in map(chr, range(65, 91)) for second in map(chr, range(65, 91))]
    known = [code for code in codes if in_capitals(code)]
    assert len(known) > 190
    assert all(country_of(in_capitals(code)) == code for code in known)


def test_what_cannot_be_printed_is_told_and_left_to_the_hand(pdftotext):
    unwritable = Person(id="p", name="Tlingit \U00011f00", address="1 Elm St\nReno NV 89501")
    unknown = Person(id="p", name="Ann Lee", company="Initech")
    endless = Person(id="p", name="Bo", address="\n".join(f"Line {number}" for number in range(30)))
    long = Person(id="p", name="Cy", address="\n".join(f"Line {number}" for number in range(7)))
    envelopes = Envelopes((unwritable, unknown, endless, long, None), ME, envelope_named("a2"))
    told = [str(note) for note in envelopes.notes]
    assert [line.split(":")[0] for line in told] == [
        "No font here has every letter of the address of Tlingit \U00011f00",
        "The address of Ann Lee is not known",
        "The address of Bo is too long for this envelope",
        "The address of Cy has 8 lines; the post reads 6 without trouble.",
    ]
    pages = pdftotext(envelope.pdf(envelopes)).split("\f")
    assert "Elm" not in pages[0]
    assert "Ann Lee\nInitech" in pages[1]
    assert "Line" not in pages[2]
    assert "Line 6" in pages[3]
    assert pages[4].split("\n")[:3] == ["Robin Ashworth", "418 Alder Street", "Portland OR 97205"]


def test_an_envelope_for_every_card(stocks):
    for stock in stocks.values():
        kind = envelope_for(stock)
        assert (min(stock.panel) < kind.height, max(stock.panel) < kind.width) == (True, True)
    assert (envelope_for(stocks["quarter-letter"]).id, envelope_for(stocks["quarter-a4"]).id) == ("a2", "c6")
    assert (envelope_for(stocks["half-5x7"]).id, envelope_for(stocks["flat-4x6"]).id) == ("a7", "a6")


def test_fed_by_its_short_edge_the_page_is_turned_and_all_stands_on_it(pdftotext):
    kind = envelope_named("no10")
    turned = envelope.pdf(Envelopes((HONG,), ME, kind, Feed.SHORT_EDGE))
    assert sizes(turned) == [pytest.approx((kind.height, kind.width), abs=0.01)]
    upright = envelope.pdf(Envelopes((HONG,), ME, kind))
    left, top, right, bottom = inked(upright)
    # turned clockwise: what was left is on top, what was on top is right
    assert inked(turned) == pytest.approx((kind.height - bottom, left, kind.height - top, right), abs=0.6)
    assert pdftotext(turned).split() == pdftotext(upright).split()


def inked(pdf):
    """Left, top, right and bottom of everything printed, in mm from the top left corner."""
    picture = render(pdf, dpi=144)
    box = Image.frombuffer("RGBX", (picture.width, picture.height), picture.pixels).convert("L").point(lambda v: 255 * (v < 128))
    return tuple(value / 144 * IN for value in box.getbbox())


def test_envelopes_are_the_same_bytes_each_time():
    envelopes = Envelopes((HONG, None), ME, envelope_named("c6"))
    assert envelope.pdf(envelopes) == envelope.pdf(envelopes)
    with pytest.raises(ValueError, match="no envelope"):
        envelope.pdf(Envelopes((), ME, envelope_named("c6")))


@pytest.mark.parametrize("kind", ENVELOPES, ids=lambda kind: kind.id)
@pytest.mark.parametrize(("feed", "back"), [("long-edge-turned", 180), ("short-edge", 90), ("short-edge-turned", 270)], ids=str)
def test_however_it_goes_in_the_same_ink_lands_on_the_same_envelope(kind, feed, back):
    def dark(feed):
        shown = render(envelope.pdf(Envelopes((HONG,), ME, kind, feed)), 0, 100)
        grey = Image.frombuffer("RGBX", (shown.width, shown.height), shown.pixels).convert("L")
        return grey.point([255 * (level < 128) for level in range(256)])

    plain, turned = dark(Feed.LONG_EDGE), dark(Feed(feed)).rotate(back, expand=True)
    assert turned.size == plain.size
    assert turned.getbbox() == pytest.approx(plain.getbbox(), abs=2)
