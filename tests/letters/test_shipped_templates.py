"""The templates that are shipped: every occasion in every tone, true whatever happened, enough ways for a panel of twelve."""

import re

import pytest

from followup_desktop.core.records import Letter, Sentence
from followup_desktop.letters.check import THANKS, check
from followup_desktop.letters.occasions import OCCASIONS, TONES
from followup_desktop.letters.templates import fields, filled

KNOWN = {
    "first": "Ana",
    "company": "Acme",
    "role": "welder",
    "day": "on Monday",
    "month": "in November",
    "names": "Bo and Cy",
    "promised": "Friday",
    "promise": "yes",
    "details": "yes",
    "me": "Robin",
}
FOR_ONE = ("referral", "coordinator", "everyone")
"""Occasions on which one person has a card; the others may go to a panel of twelve."""
TWELVE, FIVE = 12, 5
WISH_TO_JOIN = re.compile(
    r"\b(?:join(?:ing)? (?:you|us|all)|interested in|my interest|keen(?:er)?|eager|colleague|work(?:ing)? (?:with|alongside) you"
    r"|your team would|the position appeals|be part of|belong)\b",
    re.IGNORECASE,
)
JOY = re.compile(
    r"\b(?:joy\w*|happ\w+|delight\w*|glad\w*|pleasure|pleased?|overjoyed|wonderful|how good|(?:cannot|hardly) wait)\b",
    re.IGNORECASE,
)
OF_ONE_COUNTRY = re.compile(
    r"\b\w*(?:avour|onour|olour|organi[sz]|reali[sz])\w*|\b(?:programme|centre|cheque|whilst|learnt|gotten)\b", re.IGNORECASE
)
MATTERS_OF_THE_WHOLE = ("no-detail", "short", "about-me")
LONGEST = 30
"""Words of a sentence."""
ALL = [(occasion, tone) for occasion in OCCASIONS for tone in TONES]


def body(template):
    """The blocks of a template that say something by themselves."""
    blocks = (block for paragraph in template.paragraphs for block in paragraph)
    return [block for block in blocks if not block.details and not block.promise]


def ways(templates, occasion, tone):
    template = templates.choose(occasion, tone)
    return [way for block in (*body(template), template.closing) for way in block.ways]


@pytest.mark.parametrize(("occasion", "tone"), ALL)
def test_every_occasion_has_every_tone_with_ways_for_all(templates, occasion, tone):
    template = templates.choose(occasion, tone)
    assert (template.occasion, template.tone, template.file) == (occasion, tone, "")
    fewest = FIVE if occasion in FOR_ONE else TWELVE
    for empty in ((), ("role",), ("company",), ("role", "company")):
        known = {name: "" if name in empty else value for name, value in KNOWN.items()}
        for block in (*body(template), template.closing):
            said = [filled(way, known) for way in block.ways]
            usable = {text for text in said if text}
            assert len(usable) >= fewest, (block.ways[0], empty)
            assert len(usable) == len([text for text in said if text])
            assert not [text for text in usable if re.search(r"  | [,.;?]|[{}\[\]]", text)]


@pytest.mark.parametrize(("occasion", "tone"), ALL)
def test_every_card_thanks_whatever_is_drawn_and_names_the_position_where_there_is_one(templates, occasion, tone):
    opening = body(templates.choose(occasion, tone))[0]
    assert all(THANKS.search(filled(way, {**KNOWN, "role": "", "company": ""}) or "thanks") for way in opening.ways)
    naming = sum("role" in fields(way) for way in opening.ways)
    if occasion in ("informational", "keep-in-touch"):
        assert naming == 0
    else:
        assert naming >= (2 if occasion in FOR_ONE else TWELVE)


@pytest.mark.parametrize(("occasion", "tone"), ALL)
def test_no_way_to_say_it_would_be_found_fault_with(templates, make_case, me, occasion, tone):
    case = make_case((("Ana Bello", "Ana", "she"), ("Bo", "", ""), ("Cy", "", "")), role="welder")
    template = templates.choose(occasion, tone)
    for block in body(template):
        for way in block.ways:
            text = filled(way, KNOWN)
            letter = Letter(
                "i", "Acme", "p0", "Ana Bello", "Dear Ana,", (Sentence("Thank you."), Sentence(text)), "Yours,", "Robin"
            )
            found = [(each.code, str(each.words)) for each in check(letter, case, me) if each.code not in MATTERS_OF_THE_WHOLE]
            assert not found, (text, found)
            assert not OF_ONE_COUNTRY.search(text), text
            assert "!" not in text
            assert text[0].isupper()
            assert text[-1] in ".?"
            assert len(text.split()) <= LONGEST


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("occasion", ["rejection", "withdrawn", "offer-declined", "informational", *FOR_ONE])
def test_no_wish_to_join_where_there_is_nothing_to_join(templates, occasion, tone):
    told = [filled(way, KNOWN) for way in ways(templates, occasion, tone)]
    assert not [text for text in told if WISH_TO_JOIN.search(text) and "your colleagues" not in text]


@pytest.mark.parametrize("tone", TONES)
def test_who_was_taken_says_so_with_joy(templates, tone):
    (_, wish) = body(templates.choose("offer-accepted", tone))
    assert [way for way in wish.ways if not JOY.search(way)] == []


@pytest.mark.parametrize("tone", TONES)
def test_a_talk_for_advice_knows_of_no_position(templates, tone):
    told = " ".join(ways(templates, "informational", tone))
    assert not re.search(r"\b(?:position|role|job|vacancy|opening|interview|candidate|applica\w+|hire)\b", told, re.IGNORECASE)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("occasion", ["rejection", "withdrawn", "offer-accepted", "offer-declined", "keep-in-touch", "referral"])
def test_what_is_written_later_names_no_weekday(templates, occasion, tone):
    assert not [way for way in ways(templates, occasion, tone) if "day" in fields(way)]


@pytest.mark.parametrize("tone", TONES)
def test_the_card_for_everybody_names_them_all(templates, tone):
    assert all("names" in fields(way) for way in body(templates.choose("everyone", tone))[1].ways)
