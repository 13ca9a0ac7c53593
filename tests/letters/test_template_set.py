"""Own templates come before the shipped ones; a broken one never stops a letter, and the letter says so."""

from dataclasses import replace

import pytest

from followup_desktop.core.records import Card, Level, card_id
from followup_desktop.core.words import Words
from followup_desktop.letters.compose import letter, panel
from followup_desktop.letters.template_set import TemplateSet, gather
from followup_desktop.letters.templates import TemplateError, parse

MINE = """---
name: Mine
occasion: interview
tone: {tone}
---
Hello {{first}},

Thank you so much for the {{role}} talk.
{{details}}

I liked it at {{company}}.

Cheers,

{{me}}
"""
WARM, BRIEF = MINE.format(tone="warm"), MINE.format(tone="brief")
BROKEN = WARM.replace("{company}", "{compny}")
NOTES = ((0, "she keeps bees"),)


@pytest.fixture
def shipped(template_texts):
    return template_texts


@pytest.fixture
def written(make_case, lexicon, me, shipped):
    """The letter to Hồng with these own templates, in that tone."""

    def write(own, tone="warm"):
        case = make_case(notes=NOTES)
        case = replace(case, cards=(Card(id=card_id("i", "p0"), interview="i", person="p0", tone=tone),))
        return letter(case, "p0", me, lexicon, gather(shipped, own))

    return write


def found(letter):
    return [str(finding.words) for finding in letter.findings if finding.code == "template"]


def test_an_own_template_is_used_for_its_occasion_and_tone_only(written):
    own = {"mine.txt": WARM}
    assert written(own).greeting == "Hello Hồng,"
    assert written(own).closing == "Cheers,"
    assert written(own, "formal").greeting == "Dear Hồng,"
    assert not found(written(own))


def test_a_broken_one_is_named_with_its_line_and_its_fault_and_the_built_in_stands_in(written):
    told = written({"mine.txt": BROKEN})
    assert told.greeting == "Dear Hồng,"
    assert told.finished
    assert [finding.level for finding in told.findings if finding.code == "template"] == [Level.WARNING]
    (words,) = found(told)
    assert "“mine.txt”" in words
    assert "Line 11: There is no field “{compny}”; did you mean “{company}”?" in words
    assert not found(written({"mine.txt": BROKEN}, "formal"))


def test_a_broken_one_beside_a_sound_one_for_the_same_is_no_news_for_the_letter(written):
    assert not found(written({"a.txt": BROKEN, "b.txt": WARM}))


def test_one_whose_tone_cannot_be_told_is_named_in_every_tone(written):
    own = {"mine.txt": WARM.replace("tone: warm\n", "")}
    assert found(written(own))
    assert found(written(own, "brief"))


def test_a_file_that_cannot_be_read_is_named_by_what_it_is_called(written, shipped):
    own = {"interview-warm.txt": Words("The file is not UTF-8.")}
    assert "The file is not UTF-8." in found(written(own))[0]
    (broken,) = gather(shipped, own).broken
    assert (broken.file, broken.occasion, broken.tone, broken.name) == ("interview-warm.txt", "interview", "warm", "")


def test_everybody_in_a_panel_is_told_of_a_broken_template_and_nobody_is_left_out(make_case, lexicon, me, shipped):
    made = panel(make_case(notes=NOTES), me, lexicon, gather(shipped, {"mine.txt": BROKEN}))
    assert [len(found(each)) for each in made] == [1, 1, 1, 1]


def test_a_broken_shipped_template_is_a_fault_of_the_program():
    with pytest.raises(TemplateError):
        gather({"interview-warm.txt": BROKEN}, {})


def test_another_tone_stands_in_where_there_is_none_and_no_occasion_is_made_up():
    only = TemplateSet((parse(BRIEF),))
    assert only.choose("interview", "warm").tone == "brief"
    with pytest.raises(LookupError):
        only.choose("rejection", "warm")
