"""What was deleted lies in the trash for thirty days and comes back as it was."""

import json
from datetime import date, timedelta

import pytest

from followup_desktop.core import changes, erasing, keeping, trash, written_out
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import (
    Binned,
    Case,
    Change,
    Channel,
    Interview,
    Note,
    Person,
    Task,
    Touch,
    added,
)
from followup_desktop.core.words import Words

TODAY = date(2026, 11, 23)
HONG, ADA = Person(id="hong", name="Nguyễn Thị Hồng", company="Acme"), Person(id="ada", name="Ada")
ACME = Interview(id="acme", company="Acme", role="Clerk", start=TODAY, people=("hong", "ada"), contact="ada", referred_by="ada")
NOTES = (Note(id="n1", interview="acme", person="hong", text="a\n“b”"), Note(id="n2", interview="acme", person="ada", text="c"))
TASK = Task(id="k", interview="acme", person="ada", note="n2", words="x")
CASE = Case(ACME, (HONG, ADA), NOTES, tasks=(TASK,))
DELETED = trash.kept(changes.interview_removed(CASE), TODAY)


def binned_of(change):
    (found,) = [after for _, after in change.pairs if isinstance(after, Binned)]
    return found


def restored(change):
    return {after for _, after in change.pairs if after is not None}


def test_a_deleted_interview_lies_in_the_trash_and_comes_back_whole():
    binned = binned_of(DELETED)
    assert (binned.title, binned.on) == ("Acme, Clerk", TODAY)
    back = trash.put_back(binned, (HONG, ADA, binned))
    assert restored(back) == {ACME, *NOTES, TASK}
    assert (binned, None) in back.pairs
    assert trash.kept(back, TODAY) == back


def test_who_is_gone_meanwhile_stays_away_with_what_is_theirs():
    back = restored(trash.put_back(binned_of(DELETED), (HONG,)))
    (interview,) = [record for record in back if isinstance(record, Interview)]
    assert (interview.people, interview.contact, interview.referred_by) == (("hong",), None, None)
    assert back - {interview} == {NOTES[0]}


def test_what_is_there_again_is_left_as_it_is():
    mine = Interview(id="acme", company="Acme again", role="R", start=TODAY)
    back = restored(trash.put_back(binned_of(DELETED), (HONG, ADA, mine)))
    assert not any(isinstance(record, Interview) for record in back)
    assert set(NOTES) <= back


def test_a_deleted_person_lies_there_too():
    word = Touch(id="t", interview=None, person="ada", kind=Channel.CALL, on=TODAY)
    gone = trash.kept(keeping.person_removed(ADA, (word,)), TODAY)
    assert restored(trash.put_back(binned_of(gone), ())) == {ADA, word}


@pytest.mark.parametrize(
    "change",
    [
        changes.note_removed(NOTES[0]),
        added(Words("x"), HONG),
        Change(Words("x"), ()),
    ],
)
def test_other_changes_stay_as_they_are(change):
    assert trash.kept(change, TODAY) is change


def test_it_goes_after_thirty_days():
    binned = binned_of(DELETED)
    assert trash.last_day(binned) == TODAY + timedelta(days=30)
    assert trash.emptied((binned,), TODAY + timedelta(days=30)).pairs == ()
    assert trash.emptied((binned,), TODAY + timedelta(days=31)).pairs == ((binned, None),)


@pytest.mark.parametrize("records", ["", "{", "[1]", '[["person"]]', '[["spell", {}]]', '[["person", {"id": 1}]]', "[" * 100_000])
def test_what_cannot_be_read_is_a_problem(records):
    with pytest.raises(Problem, match="cannot be read any more"):
        trash.put_back(Binned(id="b", title="X", on=TODAY, records=records), ())


def test_what_tells_of_somebody_erased_goes_from_the_trash():
    binned = binned_of(DELETED)
    other = Binned(id="o", title="Globex", on=TODAY, records="[]")
    change = erasing.erased((HONG, ADA, binned, other), erasing.who(HONG))
    assert set(change.pairs) == {(HONG, None), (binned, None)}


def test_two_records_of_one_id_are_not_put_back():
    told = json.dumps([["person", written_out.plain(ADA)]] * 2)
    with pytest.raises(Problem, match="nothing was put back"):
        trash.put_back(Binned(id="b", title="Ada", on=TODAY, records=told), ())
