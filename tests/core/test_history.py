from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.core.history import History, merged, removal
from followup_desktop.core.records import Card, Case, Change, Channel, Interview, Note, Person, Promise, Touch, added, card_id
from followup_desktop.core.words import Words

TYPING = Words("Write a note")
BLANK = Note(id="n1", interview="i1", person=None, text="")


def typed(before, after):
    """A save of the note while it is typed: from one text to the next, None for no note at all."""
    notes = [None if text is None else replace(BLANK, text=text) for text in (before, after)]
    return Change(TYPING, (tuple(notes),))


def of_person(identity):
    return added(Words("Add {name}", {"name": identity}), Person(id=identity, name=identity))


def test_a_fresh_history_offers_nothing():
    history = History()
    assert history.to_undo() is None
    assert history.to_redo() is None


def test_changes_are_undone_from_the_last_and_redone_from_the_first():
    history = History()
    changes = [of_person(name) for name in ("a", "b", "c")]
    for change in changes:
        history.done(change)
    taken_back = []
    while (change := history.to_undo()) is not None:
        taken_back.append(change)
        history.undone()
    again = []
    while (change := history.to_redo()) is not None:
        again.append(change)
        history.redone()
    assert taken_back == changes[::-1]
    assert again == changes


def test_asking_moves_nothing_so_that_a_failed_write_changes_nothing():
    history = History()
    history.done(of_person("a"))
    assert history.to_undo() == history.to_undo() == of_person("a")
    history.undone()
    assert history.to_redo() == history.to_redo() == of_person("a")


def test_a_new_change_ends_what_could_be_redone():
    history = History()
    history.done(of_person("a"))
    history.undone()
    history.done(of_person("b"))
    assert history.to_redo() is None
    assert history.to_undo() == of_person("b")


def test_the_saves_of_one_field_are_one_change():
    history = History()
    history.done(typed(None, "Th"), typing="n1")
    history.done(typed("Th", "They"), typing="n1")
    history.done(typed("They", "They said"), typing="n1")
    assert history.to_undo() == typed(None, "They said")
    history.undone()
    assert history.to_undo() is None


def test_leaving_the_field_ends_the_change():
    history = History()
    history.done(typed(None, "They"), typing="n1")
    history.end_typing()
    history.done(typed("They", "They said"), typing="n1")
    assert history.to_undo() == typed("They", "They said")


def test_another_field_or_another_change_between_keeps_the_saves_apart():
    for between in ("n2", None):
        history = History()
        history.done(typed(None, "They"), typing="n1")
        history.done(of_person("a"), typing=between)
        history.done(typed("They", "They said"), typing="n1")
        assert history.to_undo() == typed("They", "They said")


def test_typing_on_after_undo_is_a_change_of_its_own():
    history = History()
    history.done(of_person("a"))
    history.done(typed(None, "They"), typing="n1")
    history.undone()
    history.done(typed(None, "We"), typing="n1")
    assert history.to_undo() == typed(None, "We")
    history.undone()
    assert history.to_undo() == of_person("a")


def test_a_word_typed_and_taken_back_leaves_nothing_to_undo():
    history = History()
    history.done(of_person("a"))
    history.done(typed(None, "They"), typing="n1")
    history.done(typed("They", None), typing="n1")
    assert history.to_undo() == of_person("a")
    history.done(typed(None, "We"), typing="n1")
    assert history.to_undo() == typed(None, "We")


TEXTS = st.none() | st.text(max_size=3)


@given(st.lists(TEXTS, min_size=3, max_size=8))
def test_merging_tells_where_typing_began_and_where_it_ended(texts):
    change = typed(texts[0], texts[1])
    for before, after in pairwise(texts[1:]):
        change = merged(change, typed(before, after))
    assert change.pairs == (() if texts[0] == texts[-1] else typed(texts[0], texts[-1]).pairs)


def test_the_merged_change_keeps_the_first_label_and_every_record():
    first = Change(Words("first"), ((None, Person(id="a", name="A")), (None, BLANK)))
    second = Change(Words("second"), ((BLANK, replace(BLANK, text="b")), (None, Person(id="n1", name="same id, other kind"))))
    both = merged(first, second)
    assert both.label == Words("first")
    assert both.pairs == (
        (None, Person(id="a", name="A")),
        (None, replace(BLANK, text="b")),
        (None, Person(id="n1", name="same id, other kind")),
    )


def test_an_interview_goes_with_all_that_hangs_on_it_but_not_the_people():
    person = Person(id="p1", name="Hong")
    interview = Interview(id="i1", company="Acme", role="Engineer", start=date(2026, 11, 23), people=("p1",))
    case = Case(
        interview=interview,
        people=(person,),
        notes=(BLANK,),
        promises=(Promise(id="w1", interview="i1", words="soon", heard=date(2026, 11, 23)),),
        touches=(Touch(id="t1", interview="i1", person="p1", kind=Channel.CALL, on=date(2026, 12, 1)),),
        cards=(Card(id=card_id("i1", "p1"), interview="i1", person="p1", variant=1),),
    )
    pairs = removal(case)
    assert {record for record, _ in pairs} == {*case.notes, *case.promises, *case.touches, *case.cards, interview}
    assert all(after is None for _, after in pairs)
