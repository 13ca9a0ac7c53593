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
        ("was a baker before move to Crewe", "was a baker before moving to Crewe"),
        ("always there before work", "always there before work"),
        ("Ana has make the curtains", "Ana has made the curtains"),
        ("has make up for the stage", "has make up for the stage"),
        ("told me bring a spare bulb", "told me to bring a spare bulb"),
        ("told me stories, asked me help with the sheep", "told me stories, asked me to help with the sheep"),
        ("told me work stories", "told me work stories"),
        ("works here since 8 years", "has worked here for 8 years"),
        ("he is here since 2010", "he has been here since 2010"),
        ("I understand now what is a ratchet", "I understand now what a ratchet is"),
        ("explained how works the kiln", "explained how the kiln works"),
        ("repeats it when I not understand", "repeats it when I do not understand"),
        ("the only person who ask about my dog", "the only person who asked about my dog"),
        ("the one who teach me knots", "the one who teaches me knots"),
        ("explained me very patient how is working the loom", "explained to me very patiently how the loom works"),
        ("explained me the loom with a drawing", "explained the loom to me with a drawing"),
        ("born in the same street like me", "born in the same street as me"),
        ("is knowing every bell by its sound", "knows every bell by its sound"),
        ("told me say the drummers walk for hours", "told me that the drummers walk for hours"),
        ("started there in '98", "started there in 1998"),
        ("plays the drums na", "plays the drums"),
    ],
)
def test_what_learners_write_is_put_right_outside_of_quotations(written, right, lexicon):
    assert put_right(written, grammar_of(lexicon)) == right
