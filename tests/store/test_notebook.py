import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from followup_desktop.core.history import removal
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import (
    Box,
    Card,
    Case,
    Change,
    Channel,
    Interview,
    Later,
    Me,
    Note,
    Person,
    Promise,
    Touch,
    added,
    card_id,
)
from followup_desktop.core.words import Words
from followup_desktop.store import rows, schema
from followup_desktop.store.notebook import Notebook

DID = Words("Did it")


def at(day, hour=0):
    """Wall time in November."""
    return datetime.combine(date(2026, 11, day), time(hour))


def edit(before, after):
    return Change(DID, ((before, after),))


def everything(notebook):
    return notebook.me(), notebook.people(), notebook.cases(), notebook.laters()


@pytest.fixture
def filled(notebook, some):
    """The notebook with `some` in it."""
    notebook.apply(added(DID, *vars(some).values()))
    return notebook


def test_a_fresh_notebook_is_empty(notebook):
    assert everything(notebook) == (Me(), (), (), ())
    assert notebook.case("acme") is None
    assert notebook.person("hong") is None


def test_every_field_of_every_record_comes_back_after_closing(filled, some):
    folder = filled.folder
    filled.close()
    with Notebook.open(folder) as again:
        assert everything(again) == (
            some.me,
            (some.hong, some.lukasz),
            (
                Case(
                    interview=some.interview,
                    people=(some.lukasz, some.hong),
                    notes=(some.note,),
                    promises=(some.promise,),
                    touches=(some.touch,),
                    cards=(some.card,),
                    drafts=(some.draft,),
                ),
            ),
            (some.later,),
        )
        assert again.case("acme") == again.cases()[0]
        assert again.person("hong") == some.hong


def test_what_is_empty_comes_back_empty(notebook):
    bare = (
        Person(id="p", name=""),
        Interview(id="i", company="", role="", start=date(2026, 11, 23), people=("p",)),
        Note(id="n", interview="i", person=None, text=""),
        Promise(id="w", interview="i", words="", heard=date(2026, 11, 23)),
        Later(id="l", until=None),
    )
    notebook.apply(added(DID, *bare))
    person, interview, note, promise, later = bare
    assert notebook.cases() == (Case(interview=interview, people=(person,), notes=(note,), promises=(promise,)),)
    assert notebook.laters() == (later,)


def test_a_day_stays_a_day_and_a_time_a_time(notebook):
    starts = {"day": date(2026, 11, 23), "time": at(23), "fine": at(23, 9).replace(second=15, microsecond=250)}
    notebook.apply(added(DID, *(Interview(id=key, company="A", role="R", start=start) for key, start in starts.items())))
    for key, start in starts.items():
        stored = notebook.case(key).interview
        assert stored.start == start
        assert stored.all_day is (key == "day")


def test_moments_keep_their_instant_across_zones_and_the_repeated_hour(filled, some):
    repeated = datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("Europe/London"), fold=1)
    before, after = some.note, replace(some.note, written=repeated)
    filled.apply(edit(before, after))
    assert filled.case("acme").notes[0].written.astimezone(UTC) == repeated.astimezone(UTC)
    filled.apply(edit(after, before))
    assert filled.case("acme").notes == (before,)


def test_what_is_on_disk_is_ascii_digits_and_iso(filled):
    with closing(sqlite3.connect(filled.path)) as raw:
        assert raw.execute("SELECT start, outcome_on FROM interview").fetchone() == ("2026-11-23T10:00:00", "2026-12-01")
        assert raw.execute("SELECT heard, earliest FROM promise").fetchone() == ("2026-11-23", "2026-11-24")
        assert raw.execute("SELECT written FROM note").fetchone() == ("2026-11-23T12:41:00+00:00",)


def test_records_may_come_in_any_order_within_a_change(notebook, some):
    notebook.apply(added(DID, *reversed(vars(some).values())))
    assert notebook.case("acme").people == (some.lukasz, some.hong)


@pytest.mark.parametrize("kind", ["me", "hong", "interview", "note", "promise", "touch", "card", "later"])
def test_a_record_can_be_edited_removed_and_put_back(filled, some, kind):
    start = everything(filled)
    record = getattr(some, kind)
    field = next(
        each.name for each in fields(record) if each.name in {"name", "company", "text", "words", "reason", "tone", "until"}
    )
    edited = replace(record, **{field: None if field == "until" else "something else"})
    filled.apply(edit(record, edited))
    assert everything(filled) != start
    filled.apply(edit(edited, record))
    assert everything(filled) == start
    if kind not in {"hong", "interview"}:  # others hang on these
        filled.apply(edit(record, None))
        assert everything(filled) != start
        filled.apply(edit(None, record))
        assert everything(filled) == start


def test_an_interview_goes_with_all_that_hangs_on_it_and_comes_back(filled, some):
    start = everything(filled)
    change = Change(DID, removal(filled.case("acme")))
    filled.apply(change)
    assert everything(filled) == (some.me, (some.hong, some.lukasz), (), (some.later,))
    assert filled.search("") == ()
    filled.apply(change.reversed())
    assert everything(filled) == start
    assert filled.search("hong") == ("acme",)


# --- nothing by halves ---------------------------------------------------------------------------------------------------


def refused(notebook, change, words):
    before = everything(notebook)
    with pytest.raises(RuntimeError, match=words):
        notebook.apply(change)
    assert everything(notebook) == before


def test_a_change_that_does_not_fit_what_is_stored_is_refused_whole(filled, some):
    fresh = Person(id="new", name="New")
    for pair in (
        (replace(some.note, text="not what is stored"), replace(some.note, text="x")),
        (replace(some.interview, people=("hong", "lukasz")), some.interview),
        (None, some.note),
        (None, replace(some.note, text="the same id once more")),
        (replace(some.note, id="n9"), None),
        (some.me, replace(some.me, id="you")),
        (some.note, some.promise),
        (some.note, replace(some.note, id="n2")),
    ):
        refused(filled, Change(DID, ((None, fresh), pair)), "stored|another")


def test_a_change_that_leaves_loose_ends_is_refused_whole(filled, some):
    fresh = Person(id="new", name="New")
    for pair in (
        (some.hong, None),
        (some.interview, None),
        (None, replace(some.note, id="n2", interview="nowhere")),
        (None, replace(some.touch, id="t2", person="nobody")),
        (some.interview, replace(some.interview, people=("hong", "nobody"))),
        (some.interview, replace(some.interview, contact="nobody")),
    ):
        refused(filled, Change(DID, ((None, fresh), pair)), "FOREIGN KEY")


def test_who_is_not_known_and_a_card_not_begun_count_as_nothing(filled, some):
    card = filled.case("acme").card("lukasz")
    posted = replace(card, variant=1)
    filled.apply(Change(DID, ((some.me, Me()), (card, posted))))
    assert filled.me() == Me()
    assert filled.case("acme").card("lukasz") == posted
    filled.apply(Change(DID, ((Me(), some.me), (posted, card))))
    assert filled.me() == some.me
    assert filled.case("acme").cards == (some.card,)
    filled.apply(added(DID, Card(id=card_id("acme", "lukasz"), interview="acme", person="lukasz")))
    assert filled.case("acme").cards == (some.card,)


def test_halves_of_characters_are_made_whole(filled, some):
    halves = replace(some.note, text="a \ud83d\ude42 and a lone \ud83d")
    filled.apply(edit(some.note, halves))
    assert filled.case("acme").notes[0].text == "a 🙂 and a lone \ufffd"
    filled.apply(edit(halves, some.note))
    assert filled.case("acme").notes == (some.note,)


def test_a_text_with_a_zero_character_comes_back_whole_and_is_found(filled, some):
    odd = replace(some.note, text="before\x00after")
    filled.apply(edit(some.note, odd))
    assert filled.case("acme").notes == (odd,)
    assert filled.search("after") == ("acme",)


# --- in which order ------------------------------------------------------------------------------------------------------


def test_interviews_come_by_their_start_a_whole_day_first(notebook):
    starts = (at(23, 14), date(2026, 11, 24), at(23, 9), date(2026, 11, 23))
    notebook.apply(added(DID, *(Interview(id=f"i{n}", company="A", role="R", start=start) for n, start in enumerate(starts))))
    assert [case.interview.id for case in notebook.cases()] == ["i3", "i2", "i0", "i1"]
    assert [case.interview.id for case in notebook.cases(["i0", "i3", "nowhere"])] == ["i3", "i0"]
    assert notebook.search("") == ("i1", "i0", "i2", "i3")


def test_notes_come_person_by_person_in_the_order_met_then_box_by_box(filled, some):
    places = [
        ("hong", Box.ANY, 0),
        ("lukasz", Box.PROMISED, 0),
        (None, Box.ANY, 0),
        ("lukasz", Box.ANY, 1),
        ("lukasz", Box.ANY, 0),
    ]
    notes = [
        Note(id=f"m{n}", interview="acme", person=person, text=str(n), box=box, position=position)
        for n, (person, box, position) in enumerate(places)
    ]
    filled.apply(added(DID, *notes))
    assert [note.id for note in filled.case("acme").notes] == ["m4", "m3", "m1", "m0", some.note.id, "m2"]


def test_promises_and_touches_come_oldest_first_and_keep_their_place_through_undo(filled):
    day = date(2026, 12, 7)
    promises = [Promise(id=f"w{n}", interview="acme", words=str(n), heard=day - timedelta(days=n == 7)) for n in (5, 9, 7)]
    touches = [Touch(id=f"t{n}", interview="acme", person="hong", kind=Channel.CALL, on=day) for n in (5, 9, 7)]
    filled.apply(added(DID, *promises, *touches))
    case = filled.case("acme")
    assert [promise.id for promise in case.promises] == ["w1", "w7", "w5", "w9"]
    assert [touch.id for touch in case.touches] == ["t1", "t5", "t9", "t7"]
    gone = Change(DID, ((promises[0], None), (touches[0], None)))
    filled.apply(gone)
    filled.apply(gone.reversed())
    assert filled.case("acme") == case


# --- what is found -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "acme",
        "ACME",
        "platf",
        "hồng",
        "hong",
        "nguyen thi hong",
        "lukasz",
        "ŁUKASZ zak",
        "mill",
        "train  release",
        "3rd",
        "asked",
    ],
)
def test_an_interview_is_found_by_any_word_in_it(filled, words):
    assert filled.search(words) == ("acme",)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Søren Æbelø", "soren aebelo"),
        ("Ελένη", "ελενη"),
        ("李小龍", "小龍"),
        ("محمد", "محمد"),
        ("ガガ", "カカ"),
        ("O’Brien", "o'brien"),
    ],
)
def test_a_name_is_found_as_it_can_be_typed(filled, some, written, typed):
    filled.apply(edit(some.lukasz, replace(some.lukasz, name=written)))
    assert filled.search(typed) == ("acme",)
    assert filled.search("lukasz") == ()


def test_every_word_must_be_found_and_no_character_has_a_meaning_of_its_own(filled):
    assert filled.search("acme nothing") == ()
    for sign in ("%", "_", '"', "*", "' OR 1", "acme OR x", "-"):
        assert filled.search(f"zzz{sign}") == ()


def test_search_follows_every_kind_of_change(filled, some):
    for record, edited, word in (
        (some.interview, replace(some.interview, company="Globex", people=("hong",)), "globex"),
        (some.note, replace(some.note, text="about kites"), "kites"),
        (some.promise, replace(some.promise, words="after the fair"), "fair"),
        (some.touch, replace(some.touch, reason="they rang"), "rang"),
        (some.hong, replace(some.hong, title="Director"), "director"),
    ):
        filled.apply(edit(record, edited))
        assert filled.search(word) == ("acme",)
        filled.apply(edit(edited, record))
        assert filled.search(word) == ()


def test_an_invitation_is_known_by_its_uid(filled):
    assert filled.by_uid("abc@google.com") == "acme"
    assert filled.by_uid("other") is None
    filled.apply(added(DID, Interview(id="by-hand", company="A", role="R", start=date(2026, 12, 1))))
    assert filled.by_uid("") is None


def test_a_change_concerns_its_interviews_and_those_of_its_people(filled, some):
    other = Interview(id="other", company="Globex", role="R", start=date(2026, 12, 1), arranged_by="lukasz")
    filled.apply(added(DID, other))
    assert filled.concerned(edit(some.note, None)) == {"acme"}
    assert filled.concerned(edit(some.lukasz, some.lukasz)) == {"acme", "other"}
    assert filled.concerned(edit(some.hong, some.hong)) == {"acme"}
    assert filled.concerned(edit(some.me, None)) == set()


# --- how it lies on disk -------------------------------------------------------------------------------------------------


def test_the_connection_is_set_as_promised(notebook):
    with closing(schema.connect(str(notebook.path))) as connection:
        for name, value in schema.PRAGMAS:
            assert connection.execute(f"PRAGMA {name}").fetchone() == (value,)
        assert connection.execute("PRAGMA locking_mode").fetchone() == ("normal",)


def test_promises_of_safety_are_in_the_settings():
    assert dict(schema.PRAGMAS) == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }


def test_the_tables_are_strict_without_triggers_and_have_a_column_for_each_field(notebook):
    with closing(sqlite3.connect(notebook.path)) as raw:
        kinds = dict(raw.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'"))
        assert set(kinds.values()) == {1}
        assert set(kinds) == {kind.__name__.lower() for kind in rows.KINDS} | {"interviewer", "search", "digest"}
        assert raw.execute("SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')").fetchone() == (0,)
        assert raw.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert raw.execute("PRAGMA user_version").fetchone() == (schema.NEWEST,) == (schema.version(1, 1),)
        for kind in rows.KINDS:
            columns = [row[1] for row in raw.execute(f"PRAGMA table_info({kind.__name__.lower()})")]
            assert sorted(columns) == sorted(["nr", *rows.table(kind).columns])


def test_what_is_deleted_is_no_longer_in_the_file(filled, some):
    secret = replace(some.note, text="Xylophonist-Zanzibar")
    filled.apply(edit(some.note, secret))
    filled.apply(edit(secret, some.note))
    filled.close()
    assert b"xylophonist" not in filled.path.read_bytes().lower()


def test_a_reader_changes_nothing(filled, some):
    with Notebook.open(filled.folder, read_only=True) as reader:
        assert everything(reader) == everything(filled)
        with pytest.raises(Problem, match="can only be read"):
            reader.apply(edit(some.note, None))


def test_a_folder_without_a_notebook_reads_as_an_empty_one_and_stays_as_it_is(tmp_path):
    folder = tmp_path / "nothing"
    with Notebook.open(folder, read_only=True) as reader:
        assert everything(reader) == (Me(), (), (), ())
        with pytest.raises(Problem, match="can only be read"):
            reader.apply(added(DID, Person(id="p", name="P")))
    assert not folder.exists()


def test_closing_twice_is_no_matter(notebook):
    notebook.close()
    notebook.close()


def test_a_word_with_somebody_known_belongs_to_no_interview(filled, some):
    word = Touch(id="w1", interview=None, person=some.hong.id, kind=Channel.VISIT, on=date(2026, 11, 2))
    before = everything(filled)
    filled.apply(added(DID, word))
    assert filled.touches() == (word,)
    assert everything(filled) == before
    assert filled.concerned(added(DID, word)) == frozenset()
    with pytest.raises(RuntimeError, match="not stored"):
        filled.apply(edit(replace(word, reason="another"), None))
    filled.apply(edit(word, None))
    assert filled.touches() == ()


def test_a_touch_in_a_notebook_of_the_first_version_is_there_after_opening_it(tmp_path):
    with closing(schema.connect(str(tmp_path / "first.sqlite"))) as raw:
        schema.migrate(raw, schema.MIGRATIONS[:1])
        raw.execute("INSERT INTO person VALUES (1, 'p', 'Hong', '', '', '', '', '', '', 'Acme')")
        told = "'i', 'Acme', 'Clerk', '2026-11-23T10:00', NULL, 'UTC', '', NULL, 1, 'waiting', NULL, 'yes', NULL, 0, '', 0"
        raw.execute(f"INSERT INTO interview VALUES (1, {told})")  # noqa: S608  (a row of ours)
        raw.execute("INSERT INTO touch VALUES (7, 't', 'i', 'p', 'call', '2026-12-04', 'they asked me to')")
        schema.migrate(raw)
        assert schema.is_whole(raw)
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        assert raw.execute('SELECT nr, interview, person, kind, "on", reason FROM touch').fetchall() == [
            (7, "i", "p", "call", "2026-12-04", "they asked me to")
        ]
