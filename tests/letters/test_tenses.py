"""Infinitives that learners put for a present or a past become what the note tells of, and what may be either is asked."""

import pytest

from followup_desktop.letters.grammar import grammar_of
from followup_desktop.letters.normalise import join, normalise
from followup_desktop.letters.notes import Route


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("she learn weaving from her aunt in Cusco", "she learned weaving from her aunt in Cusco"),
        ("she drive a tractor before she can read", "she drove a tractor before she can read"),
        ("she start the band in 2011", "she started the band in 2011"),
        ("she study geology before move to Crewe", "she studied geology before moving to Crewe"),
        ("she play the organ every Sunday", "she plays the organ every Sunday"),
        ("she still ride the old bike", "she still rides the old bike"),
        ("she draw 20 frames per day and say each is alive", "she draws 20 frames per day and says each is alive"),
        ("she find my glove and give it to me", "she found my glove and gave it to me"),
        ("she know all the bees", "she knows all the bees"),
        ("Priya she make me a tea", "Priya made me a tea"),
        ("Priya ji has tea at four", "Priya has tea at four"),
        ("Priya very patient with us", "Priya is very patient with us"),
        ("let her sing, how does she know", "let her sing, how does she know"),
        ("I suggested she take the train", "I suggested she take the train"),
        ("she read my essay, put it on the wall", "she read my essay, put it on the wall"),
        ("Will send me the score", "Will send me the score"),
    ],
)
def test_the_tense_is_what_the_note_tells_of(typed, read, lexicon):
    assert join(normalise(typed, grammar_of(lexicon), frozenset({"priya", "will"}))) == read


@pytest.mark.parametrize("typed", ["she build the boat with her son", "she plant the orchard with her father"])
def test_what_may_be_over_or_not_is_asked(typed, said):
    assert said(typed).route == Route.ASK
