import pytest

from followup_desktop.letters.templates import TemplateError, fill, parse

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


def test_a_template_has_greeting_paragraphs_ways_and_sign_off():
    template = parse(GOOD)
    assert template.greeting.ways == ("Dear {first},",)
    assert template.paragraphs[0][0].ways == ("Thank you for {day}.", "Thanks for the {role} talk {day}.")
    assert template.paragraphs[0][1].details
    assert template.paragraphs[1][0].ways == ("{?promise}I keep my word:",)
    assert template.closing.ways == ("Yours,",)


@pytest.mark.parametrize(
    ("broken", "line", "words"),
    [
        (GOOD.replace("{company}", "{compny}"), 15, "did you mean “{company}”?"),
        (GOOD.replace("{company}", "{zzz}"), 15, "There is no field “{zzz}”."),
        (GOOD.replace("{company}", "{company"), 15, "A brace has no partner."),
        (GOOD.replace("{details}", "I liked {details}"), 11, "“{details}” stands alone on its line."),
        (GOOD.replace("tone: warm", "tune: warm"), 4, "“tune” is not part of a template's head"),
        (GOOD.replace("name: Short\n", ""), 1, "lacks “name”"),
        (GOOD.removeprefix("---\n"), 1, "begins with a line of three hyphens"),
        (GOOD + "x" * 21_000, 1, "longer than 20 kB"),
        ("---\nname: a\noccasion: interview\ntone: warm\n---\nDear {first},\n", 6, "a greeting, at least one paragraph and a sign-off"),
        ("", 1, "begins with a line of three hyphens"),
    ],
)
def test_a_broken_template_says_where_and_what_to_do(broken, line, words):
    with pytest.raises(TemplateError) as caught:
        parse(broken)
    assert any(fault.line == line and words in str(fault.words) for fault in caught.value.faults), caught.value


def test_every_fault_is_named_at_once():
    with pytest.raises(TemplateError) as caught:
        parse(GOOD.replace("{company}", "{compny}").replace("{day}", "{dey}"))
    assert [fault.line for fault in caught.value.faults] == [9, 10, 15]


def test_values_are_never_expanded_again():
    assert fill("Dear {first}, {company}", {"first": "{company}", "company": "{me}"}) == "Dear {company}, {me}"


def test_the_built_in_templates_read_and_have_enough_ways_for_a_panel_of_twelve(templates):
    told = {(each.occasion, each.tone): each for each in templates.templates}
    for tone in ("warm", "formal", "brief"):
        template = told["interview", tone]
        assert len(template.closing.ways) >= 12
        for block in (
            block for paragraph in template.paragraphs for block in paragraph if not block.details and not block.promise
        ):
            assert len(block.ways) >= 12
