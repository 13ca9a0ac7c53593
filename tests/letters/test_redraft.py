"""What the user typed into a letter survives new notes, other words and another tone."""

import pytest

from followup_desktop.core.records import Origin, Sentence
from followup_desktop.letters.redraft import joined, redrafted

THANKS = Sentence("Thank you for your time on Monday.")
ORGANS = Sentence("I enjoyed hearing how you repaired organs.", "n1", Origin.NOTE)
HANDBOOK = Sentence("Your handbook has stayed with me.", "n2", Origin.NOTE)
PROMISE = Sentence("I will send my write-up.", "n3", Origin.NOTE, 1)
HOPE = Sentence("I hope we speak again.", paragraph=1)
DRAFT = (THANKS, ORGANS, HANDBOOK, PROMISE, HOPE)
OTHER = (
    Sentence("It was kind of you to see me."),
    Sentence("The organs you repaired made me smile.", "n1", Origin.NOTE),
    Sentence("Two pages of handbook are a wonder.", "n2", Origin.NOTE),
    Sentence("My write-up is on its way.", "n3", Origin.NOTE, 1),
    Sentence("Yours is a team I would join.", paragraph=1),
)
MINE = Sentence("My grandfather built one.", None, Origin.YOURS)


def wordings(note):
    return tuple(each.text for each in (*DRAFT, *OTHER) if each.note == note)


def test_a_letter_that_fits_its_notes_stays_as_it_is():
    kept = (THANKS, MINE, ORGANS, HANDBOOK, PROMISE)
    assert joined(kept, OTHER, wordings) == kept


def test_a_sentence_whose_note_is_gone_goes_and_one_whose_note_changed_changes():
    def now(note):
        return {"n1": (), "n2": ("The handbook is long.",)}.get(note, wordings(note))

    fresh = (THANKS, Sentence("The handbook is long.", "n2", Origin.NOTE), PROMISE, HOPE)
    texts = [each.text for each in joined((THANKS, MINE, ORGANS, HANDBOOK, PROMISE), fresh, now)]
    assert texts == [THANKS.text, MINE.text, "The handbook is long.", PROMISE.text]


@pytest.mark.parametrize("later", [ORGANS, HANDBOOK, PROMISE])
def test_a_later_note_joins_where_the_draft_has_it(later):
    kept = tuple(each for each in DRAFT if each is not later)
    assert joined(kept, DRAFT, wordings) == DRAFT


def test_what_the_user_typed_stays_in_other_words():
    kept = (THANKS, ORGANS, MINE, HANDBOOK, PROMISE, HOPE)
    texts = [each.text for each in redrafted(kept, DRAFT, OTHER)]
    assert texts == [OTHER[0].text, OTHER[1].text, MINE.text, OTHER[2].text, OTHER[3].text, OTHER[4].text]


def test_a_drafted_sentence_that_was_reworded_is_not_drafted_again_beside_it():
    mine = Sentence("I hope very much that we speak again.", None, Origin.YOURS, 1)
    note = Sentence("I loved hearing how you repaired church organs.", "n1", Origin.YOURS)
    texts = [each.text for each in redrafted((THANKS, note, HANDBOOK, PROMISE, mine), DRAFT, OTHER)]
    assert texts == [OTHER[0].text, note.text, OTHER[2].text, OTHER[3].text, mine.text]


def test_a_dropped_line_stays_out_and_the_order_of_the_user_is_kept():
    kept = (THANKS, HANDBOOK, ORGANS, PROMISE)
    texts = [each.text for each in redrafted(kept, DRAFT, OTHER)]
    assert texts == [OTHER[0].text, OTHER[2].text, OTHER[1].text, OTHER[3].text]


def test_a_draft_for_another_occasion_that_says_more_keeps_its_own_middle():
    names = Sentence("Please thank the others.", paragraph=1)
    fresh = (OTHER[0], OTHER[1], OTHER[2], OTHER[3], names, OTHER[4])
    dropped = (THANKS, ORGANS, HANDBOOK, PROMISE)
    assert [each.text for each in redrafted(DRAFT, DRAFT, fresh)] == [each.text for each in fresh]
    assert names.text in [each.text for each in redrafted(dropped, DRAFT, fresh)]
    assert OTHER[4].text not in [each.text for each in redrafted(dropped, DRAFT, fresh)]
