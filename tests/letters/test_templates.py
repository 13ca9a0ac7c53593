"""A template is read as its writer meant it, or every fault is named with its line and what to do."""

import pytest

from followup_desktop.letters.templates import TemplateError, filled, meant, parse

GOOD = """---
name: Short
occasion: interview
tone: warm
language: en
---
Dear {first},

* Thank you for {day}.
* Thanks for the {role} talk {day}.
{details}

{?promise}I keep my word:
{promise}
I still like {company}.

Yours,

{me}
"""
VALUES = {"role": "welder", "company": "Acme", "promised": "Friday", "first": "Ana"}


def faults(text):
    with pytest.raises(TemplateError) as caught:
        parse(text)
    return [(fault.line, str(fault.words)) for fault in caught.value.faults]


def test_a_template_has_greeting_paragraphs_ways_and_sign_off():
    template = parse(GOOD)
    assert template.greeting.ways == ("Dear {first},",)
    assert template.paragraphs[0][0].ways == ("Thank you for {day}.", "Thanks for the {role} talk {day}.")
    assert template.paragraphs[0][1].details
    assert template.paragraphs[1][0].ways == ("{?promise}I keep my word:",)
    assert template.paragraphs[1][1].promise
    assert template.closing.ways == ("Yours,",)


@pytest.mark.parametrize("text", [GOOD.replace("\n", "\r\n"), "\ufeff" + GOOD, GOOD.rstrip("\n"), GOOD.replace("\n", " \n")])
def test_how_a_file_ends_its_lines_changes_nothing(text):
    assert parse(text) == parse(GOOD)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("{company}", "{compny}", 15, "There is no field “{compny}”; did you mean “{company}”?"),
        ("{?promise}", "{?promse}", 13, "There is no field “{?promse}”; did you mean “{?promise}”?"),
        ("{company}", "{zzz}", 15, "There is no field “{zzz}”."),
        ("{company}", "{company", 15, "A brace has no partner."),
        ("still like", "[still like", 15, "A square bracket has no partner."),
        ("still like", "[still] like", 15, "Square brackets hold a piece with a field"),
        ("{details}", "I liked {details}", 11, "“{details}” stands alone on its line."),
        ("I still like", "{details}\nI still like", 15, "“{details}” stands in this template a second time."),
        ("{details}", "* {details}", 11, "no star belongs before it"),
        ("I keep my word:", "", 13, "There is nothing behind “{?promise}”."),
        ("I still like", "I still {?role}like", 15, "“{?role}” belongs at the start of its line."),
        ("{details}", "*", 11, "There is nothing behind this star."),
        ("* Thanks", "*Thanks", 10, "A space belongs behind the star."),
        ("still like", "still \ufffd like", 15, "Save the file as UTF-8."),
        ("tone: warm", "tune: warm", 4, "“tune” is not part of a template's head; did you mean “tone”?"),
        ("language: en", "language: en\nzzz: 1", 6, "“zzz” is not part of a template's head: name, occasion"),
        ("tone: warm", "tone: warm\ntone: formal", 5, "“tone” is said twice in the head."),
        ("tone: warm", "tone: wram", 4, "There is no tone “wram”; did you mean “warm”?"),
        ("tone: warm", "tone: zzz", 4, "There is no tone “zzz”; there are: warm, formal, brief."),
        ("occasion: interview", "occasion: Interviews", 3, "There is no occasion “Interviews”; did you mean “interview”?"),
        ("occasion: interview", "occasion: Christmas", 3, "There is no occasion “Christmas”; there are: interview, phone-screen"),
        ("name: Short\n", "", 1, "lacks “name”"),
        ("name: Short", "name:", 2, "lacks “name”"),
        ("language: en", "subject: Hello", 5, "A card has no subject"),
        ("---\nname", "name", 1, "begins with a line of three hyphens"),
        ("en\n---", "en\n", 1, "has no closing line of three hyphens"),
        ("{me}", "", 17, "The last line of a template is “{me}”."),
        ("{me}\n", "{me}\n\nPS: Bye\n", 21, "Nothing comes after “{me}”."),
        ("{first},\n\n", "{first},\n", 8, "The greeting is one line"),
        ("{first},", "all,", 7, "The greeting lacks “{first}”."),
        ("Yours,", "Yours,\nalways,", 18, "The sign-off is one line"),
        ("{details}\n", "", 10, "“{details}” is missing"),
        ("* Thanks for", "* I liked", 10, "This way to say it does not say thank you"),
        ("* Thank you for {day}.\n* Thanks for", "I liked", 9, "Nothing in this template says thank you."),
    ],
)
def test_a_broken_template_says_where_and_what_to_do(old, new, line, words):
    assert old in GOOD
    found = faults(GOOD.replace(old, new))
    assert [at for at, told in found if words in told] == [line], found
    assert len(found) == 1, found


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (GOOD + "x" * 21_000, 1, "longer than 20 kB"),
        ("", 1, "begins with a line of three hyphens"),
        ("---\nname: a\noccasion: interview\ntone: warm\n---\nDear {first},\n\n{me}\n", 8, "a greeting, at least one paragraph"),
    ],
)
def test_what_is_no_template_at_all_is_said(text, line, words):
    assert any(at == line and words in told for at, told in faults(text))


def test_every_fault_is_named_at_once_in_the_order_of_the_lines():
    text = GOOD.replace("{company}", "{compny}").replace("{day}", "{dey}").replace("tone: warm", "tone: wram")
    assert [line for line, _ in faults(text)] == [4, 9, 10, 15]


def test_a_line_separator_that_no_editor_counts_moves_no_line_number():
    text = GOOD.replace("Thanks for", "Thanks\u2028for\x0c").replace("{company}", "{compny}")
    assert [line for line, _ in faults(text)] == [15]


def test_a_message_needs_no_thanks_and_no_details_and_has_a_subject():
    text = GOOD.replace("interview", "follow-up").replace("Thank", "Tell").replace("{details}\n", "")
    assert parse(text.replace("language: en", "subject: The {role} position")).subject == "The {role} position"


@pytest.mark.parametrize(
    ("line", "values", "said"),
    [
        ("I like {company}.", VALUES, "I like Acme."),
        ("I like {company}.", {**VALUES, "company": ""}, None),
        ("I like {company}.", {}, None),
        ("Thank you[ for the {role} talk].", VALUES, "Thank you for the welder talk."),
        ("Thank you[ for the {role} talk].", {"role": ""}, "Thank you."),
        ("The[ {role}] talk[ at {company}] went well.", {"company": "Acme"}, "The talk at Acme went well."),
        ("{?promised}You named a day.", VALUES, "You named a day."),
        ("{?promised}You named a day.", {"promised": ""}, None),
        ("{?promised}{?role}You named {promised}.", VALUES, "You named Friday."),
        ("{?promised} {?role} You named {promised}.", {**VALUES, "role": ""}, None),
        ("I like {company}.", {"company": "{role} [x]"}, "I like {role} [x]."),
        ("Dear {first},", {"first": "{company}", "company": "Acme"}, "Dear {company},"),
    ],
)
def test_a_line_with_something_empty_is_left_out_and_values_are_never_expanded_again(line, values, said):
    assert filled(line, values) == said


def test_a_condition_may_stand_before_one_of_several_ways():
    template = parse(GOOD.replace("* Thanks for", "* {?promised}Thanks for"))
    assert [bool(filled(way, {**VALUES, "day": "on Monday", "promised": ""})) for way in template.paragraphs[0][0].ways] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "file", "told"),
    [
        (GOOD.replace("tone: warm", "tone: wram"), "x.txt", ("interview", "warm", "Short")),
        (GOOD.replace("interview", "intervew"), "x.txt", ("interview", "warm", "Short")),
        ("hello", "offer-accepted-brief.txt", ("offer-accepted", "brief", "")),
        ("", "x.txt", ("", "", "")),
        ("---\nname: A\n---\n", "keep-in-touch-email-formal.txt", ("keep-in-touch-email", "formal", "A")),
    ],
)
def test_what_a_broken_template_is_for_can_be_told(text, file, told):
    assert meant(text, file) == told
