"""The whole notebook as one file: out and back in without a difference, and a hostile file changes nothing."""

import json
import random
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from followup_desktop.core import written_out
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import (
    Binned,
    Card,
    CardState,
    Channel,
    Draft,
    Interview,
    Later,
    Me,
    Note,
    Origin,
    Person,
    Promise,
    Sentence,
    Task,
    Touch,
    added,
    card_id,
    draft_id,
)
from followup_desktop.core.words import Words
from followup_desktop.exchange import whole
from followup_desktop.store.notebook import Notebook

NOON = datetime(2026, 11, 23, 12, 41, tzinfo=UTC)
DAY = date(2026, 11, 23)
HONG = Person(
    id="hong", name="Nguyễn Thị Hồng", address="1 Row\nLeeds", tags=("kind", "“x”"), tier="B", quiet=True, pronoun="she"
)
TEN = datetime.combine(DAY, time(10))
ACME = Interview(id="acme", company="Acme \u202e", role="=1+1", start=TEN, people=("hong",), referred_by="hong")
RECORDS = (
    Me(name="Robin", emails=("r@example.org",)),
    HONG,
    ACME,
    Interview(id="day", company="Globex", role="R", start=DAY, outcome_on=DAY),
    Note(id="n1", interview="acme", person="hong", text="a 🙂\r\n\tb", written=NOON),
    Note(id="n2", interview="acme", person=None, text=""),
    Promise(id="w1", interview="acme", words="soon", earliest=DAY, by="hong", heard=DAY),
    Task(id="k1", interview="acme", person=None, note="n1", words="send", mine=False, due=DAY, due_chosen=True),
    Touch(id="t1", interview=None, person="hong", kind=Channel.VISIT, on=DAY),
    Card(
        id=card_id("acme", "hong"),
        interview="acme",
        person="hong",
        state=CardState.POSTED,
        sentences=(Sentence("Yours.", "n1", Origin.YOURS, 1),),
        posted_at=NOON.astimezone(),
    ),
    Draft(id=draft_id("acme", "hong", "follow-up"), interview="acme", person="hong", kind="follow-up", body="x"),
    Later(id="debrief:acme", until=None),
    Binned(id="b1", title="Globex", on=DAY, records="[]"),
)


def changed(kind, number=0, **fields_of):
    """The file with one field of a record of that kind as told."""
    document = json.loads(whole.document(RECORDS))
    document["records"][kind][number].update(fields_of)
    return json.dumps(document).encode()


def test_every_record_comes_back_as_it_was():
    assert whole.read(whole.document(RECORDS), "x.followup") == RECORDS
    assert {type(each) for each in RECORDS} == set(written_out.KINDS.values())


def test_a_notebook_goes_out_and_comes_into_an_empty_one_without_a_difference(tmp_path):
    with Notebook.open(tmp_path / "one") as one, Notebook.open(tmp_path / "two") as two:
        one.apply(added(Words("x"), *RECORDS))
        data = whole.document(one.everything())
        plan = whole.plan(whole.read(data), two.everything())
        assert plan.new == {name: sum(type(each) is kind for each in RECORDS) for name, kind in written_out.KINDS.items()}
        two.apply(plan.change)
        assert two.everything() == one.everything()
        assert two.cases() == one.cases()
        assert whole.document(two.everything()) == data
        again = whole.plan(whole.read(data), two.everything())
        assert again.change is None
        assert again.skipped == ()
        two.apply(plan.change.reversed())
        assert two.everything() == ()


def test_nothing_that_the_notebook_holds_is_overwritten():
    mine = replace(HONG, name="Hồng")
    plan = whole.plan(RECORDS, (mine,))
    assert (mine, HONG) not in plan.change.pairs
    assert all(before is None for before, _ in plan.change.pairs)
    assert [where for where, _ in plan.skipped] == [HONG.name]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"format": "other"}',
        b'{"format": "followup.json"}',
        b'{"format": "followup.json", "version": "1", "records": {}}',
        b'{"format": "followup.json", "version": 1, "records": []}',
        b'{"format": "followup.json", "version": 1, "records": {"spell": [{}]}}',
        b'{"format": "followup.json", "version": 1, "records": {"person": {}}}',
        b'{"format": "followup.json", "version": 1, "records": {"person": [[]]}}',
        b"[" * 100_000,
        b'{"format":' * 50_000,
        bytes(range(256)),
    ],
)
def test_any_other_file_is_refused_in_a_sentence(data):
    with pytest.raises(Problem, match=r"nothing was added"):
        whole.read(data, "x.json")


def test_a_newer_file_is_refused():
    newer = json.loads(whole.document(RECORDS)) | {"version": 2}
    with pytest.raises(Problem, match="newer Follow-Up Desktop"):
        whole.read(json.dumps(newer).encode(), "x.json")


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("person", {"id": ""}),
        ("person", {"id": 5}),
        ("person", {"name": None}),
        ("person", {"name": " "}),
        ("person", {"name": "x" * 1_000_001}),
        ("person", {"name": "a\0b"}),
        ("person", {"name": "\ud800"}),
        ("person", {"pronoun": "<b>"}),
        ("person", {"tier": "Z"}),
        ("person", {"tags": "ab"}),
        ("person", {"tags": [1]}),
        ("person", {"quiet": 1}),
        ("person", {"__class__": "x"}),
        ("interview", {"start": "0001-01-01"}),
        ("interview", {"start": "9999-12-31T10:00"}),
        ("interview", {"start": "2026-11-23T10:00+01:00"}),
        ("interview", {"start": "soon"}),
        ("interview", {"end": "2026-11-23"[:9]}),
        ("interview", {"round": -1}),
        ("interview", {"round": 10**30}),
        ("interview", {"round": True}),
        ("interview", {"outcome": "won"}),
        ("interview", {"people": ["hong"] * 6_000}),
        ("note", {"written": "2026-11-23T10:00"}),
        ("card", {"id": "other"}),
        ("card", {"sentences": [{"text": "x"}]}),
        ("card", {"sentences": [{"text": "x", "note": None, "origin": "spell", "paragraph": 0}]}),
        ("draft", {"id": "other"}),
        ("me", {"id": "other"}),
        ("promise", {"heard": None}),
    ],
)
def test_one_wrong_field_keeps_everything_out(kind, wrong):
    with pytest.raises(Problem, match=rf"damaged \({kind}.*nothing was added"):
        whole.read(changed(kind, **wrong), "x.followup")


@pytest.mark.parametrize(
    ("kind", "wrong"), [("note", {"person": "nobody"}), ("note", {"interview": "none"}), ("interview", {"people": ["nobody"]})]
)
def test_a_record_that_names_nobody_keeps_everything_out(kind, wrong):
    with pytest.raises(Problem, match=rf"damaged \({kind}"):
        whole.plan(whole.read(changed(kind, **wrong)), ())


def test_a_file_of_many_parts_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(whole.json, "loads", lambda _: pytest.fail("it was parsed"))
    for part in (b"{},", b"[],"):
        with pytest.raises(Problem, match="more than one notebook can"):
            whole.read(part * (whole.MOST_PARTS + 1), "x.followup")


def test_the_limits_leave_room_for_ten_thousand_interviews():
    many = len(whole.document(RECORDS)) * 10_000 // 2  # two interviews in it
    assert many * 2 < whole.MOST_BYTES < 100_000_000


@pytest.mark.parametrize(
    "inside", ["", "null", '[["person", {}]]', '[["later", {"id": "x", "until": null}], ["later", {"id": "x"}]]']
)
def test_a_trash_that_could_not_be_put_back_keeps_everything_out(inside):
    with pytest.raises(Problem, match=r"damaged \(binned\.records, 1\)"):
        whole.read(changed("binned", records=inside))


def test_two_records_of_one_id_keep_everything_out():
    with pytest.raises(Problem, match=r"damaged \(id"):
        whole.read(whole.document((*RECORDS, HONG)))


def test_a_spoilt_file_does_no_more_than_a_sentence(tmp_path):
    good = whole.document(RECORDS)
    with Notebook.open(tmp_path) as notebook:
        for number in range(1_500):
            chance = random.Random(number)  # noqa: S311  (places to spoil, no secrets)
            spoiled = bytearray(good)
            for _ in range(chance.choice((1, 2, 8))):
                at = chance.randrange(len(spoiled))
                spoiled[at : at + chance.choice((0, 1, 4))] = bytes(
                    chance.choice(b'"{}[],:0a\\x\xff-') for _ in range(chance.choice((0, 1, 3)))
                )
            try:
                plan = whole.plan(whole.read(bytes(spoiled)), notebook.everything())
            except Problem:
                continue
            notebook.apply(plan.change)
            notebook.cases()
            notebook.apply(plan.change.reversed())
        assert notebook.everything() == ()


def test_every_field_of_every_record_can_be_read():
    """A field that is added to the records comes through the file by itself, or this says that its kind is not known."""
    for kind in written_out.KINDS.values():
        assert set(written_out._readers(kind)) == {each.name for each in fields(kind)}


def test_a_moment_keeps_its_offset():
    moment = NOON.astimezone(tz=None) + timedelta(microseconds=1)
    told = whole.read(whole.document((Later(id="x", until=moment),)))
    assert told[0].until == moment
    assert told[0].until.utcoffset() == moment.utcoffset()
