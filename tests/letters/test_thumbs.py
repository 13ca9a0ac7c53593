"""What hasty thumbs leave out or shorten is put back where the words around it say what was meant, and nowhere else."""

import pytest

from followup_desktop.letters.grammar import grammar_of
from followup_desktop.letters.normalise import join, normalise


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("lent me a torch 2 find the gate", "lent me a torch to find the gate"),
        ("she used 2 drive the ghost train", "she used to drive the ghost train"),
        ("has 2 dogs, 2 guide dogs even", "has 2 dogs, 2 guide dogs even"),
        ("cycled in the rain, me 2", "cycled in the rain, me too"),
        ("kept it 4 luck", "kept it for luck"),
        ("teaches year 4 the flute", "teaches year 4 the flute"),
        ("carried d whole kiln up", "carried the whole kiln up"),
        ("takes vitamin d tablets", "takes vitamin d tablets"),
        ("evry1 gets a turn on d crane", "everyone gets a turn on the crane"),
        ("priyas been beekeeping since 98", "priya's been beekeeping since 1998"),
        ("plaited a rope in 45 secs", "plaited a rope in 45 seconds"),
        ("opened the mill in '04", "opened the mill in 2004"),
        ("walks 4 mile to work", "walks 4 miles to work"),
        ("a 20 min tour, 30 extra min for questions", "a 20-minute tour, 30 extra minutes for questions"),
        ("reads every patients chart", "reads every patient's chart"),
        ("write the customers name down", "write the customer's name down"),
        ("the kids name the drill", "the kids name the drill"),
        ("asked about my kids drawings", "asked about my kids' drawings"),
        ("loved my nans saffron buns", "loved my nan's saffron buns"),
        ("its huge, its called Bertha, its own shed", "it's huge, it's called Bertha, its own shed"),
        ("could of ate off the floor", "could have eaten off the floor"),
        ("has the toddlers brushing there teeth", "has the toddlers brushing their teeth"),
        ("she worked there years", "she worked there years"),
        ("come on a sat, or every sun, or wed evening", "come on a Saturday, or every Sunday, or Wednesday evening"),
        ("she sat on a sun lounger", "she sat on a sun lounger"),
        ("said id help, youd laugh", "said I'd help, you'd laugh"),
        ("said id good hands for it", "said I had good hands for it"),
        ("my id badge", "my id badge"),
        ("the shop on the high st", "the shop on the High Street"),
        ("older then the loom, then sang", "older than the loom, then sang"),
        ("liked my q about nights", "liked my question about nights"),
        ("we r both left handed", "we are both left handed"),
    ],
)
def test_haste_is_put_right_by_the_words_around_it(typed, read, lexicon):
    assert join(normalise(typed, grammar_of(lexicon), frozenset({"priya"}))) == read
