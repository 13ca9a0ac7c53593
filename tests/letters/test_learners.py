"""Turns of phrase that learners and hasty thumbs write, put right before a note is read."""

import pytest

from followup_desktop.letters.grammar import grammar_of
from followup_desktop.letters.learners import put_right


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("let me to taste the cream", "let me taste the cream"),
        ("she explained me how they land the salmon", "she explained to me how they land the salmon"),
        ("he is brewing since 25 years", "he has been brewing for 25 years"),
        ("they are having one nurse for two beds", "they have one nurse for two beds"),
        ("they are having lunch", "they are having lunch"),
        ("worked there before to open this", "worked there before opening this"),
        ("gets down to talk 2 them", "gets down to talk to them"),
        ("gave me tip about knots", "gave me a tip about knots"),
        ("he swims at six, same as me", "he swims at six, just like me"),
        ("he is third generation. So am I", "he is third generation, as am I"),
        ('her words: "let me to try"', 'her words: "let me to try"'),
        ("Patrice has took over the shack", "Patrice has taken over the shack"),
        ("has just began a course", "has just begun a course"),
        ("we have both ran the marathon", "we have both run the marathon"),
        ("has lost a bet, had left early", "has lost a bet, had left early"),
        ("broth is cook 18 hours, recipe from him mother", "broth is cooked 18 hours, recipe from his mother"),
        ("Ruslan's advise: learn SQL", "Ruslan's advice: learn SQL"),
        ("they advise: learn SQL", "they advise: learn SQL"),
        ("She is potter since 15 years", "She has been a potter for 15 years"),
        ("started as caregiver, now she the director", "started as a caregiver, now she is the director"),
        ("told me the residents is like family", "told me the residents are like family"),
        ("one of the residents is from Goa", "one of the residents is from Goa"),
        ("Both we sing in a choir", "we both sing in a choir"),
        ("She show me the kiln", "She showed me the kiln"),
        ("open since 25 years ago", "open since 25 years ago"),
    ],
)
def test_what_learners_write_is_put_right_outside_of_quotations(written, right, lexicon):
    assert put_right(written, grammar_of(lexicon)) == right
