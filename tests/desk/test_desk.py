import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup_desktop.core.erasing import who
from followup_desktop.core.history import removal
from followup_desktop.core.records import (
    CardState,
    Change,
    Interview,
    Later,
    Me,
    Note,
    Outcome,
    Person,
    Promise,
    added,
    card_id,
)
from followup_desktop.core.words import Words
from followup_desktop.desk.clock import Clock
from followup_desktop.desk.desk import Desk
from followup_desktop.store.notebook import Notebook

DID = Words("Did it")
ADA = Person(id="ada", name="Ada")
ACME = Interview(
    id="acme", company="Acme", role="Engineer", start=datetime.combine(date(2026, 11, 23), time(10)), people=("ada",)
)


def edit(before, after, label=DID):
    return Change(label, ((before, after),))


class Heard:
    """What a desk said, in order."""

    def __init__(self, desk):
        self.words = []
        desk.changed.connect(lambda change: self.words.append(("changed", change)))
        desk.saved.connect(lambda: self.words.append(("saved", desk.last_saved)))
        desk.failed.connect(lambda problem: self.words.append(("failed", str(problem))))

    def take(self):
        words, self.words = self.words, []
        return words


@pytest.fixture
def heard(desk):
    return Heard(desk)


@pytest.fixture
def block(desk):
    """Makes the world refuse every write, by another program in the notebook, until it is called once more."""
    others = []

    def toggle():
        if others:
            others.pop().close()
        else:
            other = sqlite3.connect(desk.folder / "notebook.sqlite", isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            others.append(other)

    yield toggle
    if others:
        toggle()


def test_a_change_is_saved_then_told_once(desk, heard, now):
    assert desk.last_saved is None
    change = added(DID, ADA, ACME)
    assert desk.do(change)
    assert heard.take() == [("saved", now), ("changed", change)]
    assert desk.case("acme").people == (ADA,)


def test_it_is_on_disk_when_it_is_told(desk):
    found = []

    def look():
        with closing(sqlite3.connect(desk.folder / "notebook.sqlite")) as other:
            found.extend(other.execute("SELECT name FROM person"))

    desk.changed.connect(look)
    desk.do(added(DID, ADA))
    assert found == [("Ada",)]


def test_undo_and_redo_are_changes_like_any_other(desk, heard):
    change = added(Words("Add {name}", {"name": "Ada"}), ADA)
    desk.do(change)
    heard.take()
    assert desk.can_undo()
    assert not desk.can_redo()
    assert desk.undo_label() == change.label
    assert desk.undo()
    assert [told for what, told in heard.take() if what == "changed"] == [change.reversed()]
    assert desk.people() == ()
    assert desk.redo_label() == change.label
    assert desk.redo()
    assert [told for what, told in heard.take() if what == "changed"] == [change]
    assert desk.people() == (ADA,)


def test_with_nothing_to_take_back_nothing_happens(desk, heard):
    assert not desk.can_undo()
    assert desk.undo_label() is desk.redo_label() is None
    assert not desk.undo()
    assert not desk.redo()
    assert heard.take() == []


def test_a_change_of_nothing_is_done_and_not_told(desk, heard):
    desk.do(added(DID, ADA))
    heard.take()
    assert desk.do(edit(ADA, ADA))
    assert desk.do(Change(DID, ()))
    assert heard.take() == []
    assert desk.undo()
    assert not desk.can_undo()


def test_a_failed_write_changes_nothing_and_is_said(desk, heard, block):
    desk.do(added(DID, ADA))
    desk.do(edit(ADA, replace(ADA, name="Grace")))
    desk.undo()
    before = (desk.people(), desk.undo_label(), desk.redo_label(), desk.last_saved)
    heard.take()
    block()
    for act in (lambda: desk.do(added(DID, ACME)), desk.undo, desk.redo):
        assert not act()
        [(what, words)] = heard.take()
        assert what == "failed"
        assert words.startswith("Another program is using the notebook")
        assert (desk.people(), desk.undo_label(), desk.redo_label(), desk.last_saved) == before
    block()
    assert desk.redo()
    assert desk.people() == (replace(ADA, name="Grace"),)


def test_typing_is_saved_each_time_and_undone_as_one(desk):
    desk.do(added(DID, ADA, ACME))
    texts = [Note(id="n", interview="acme", person="ada", text=text) for text in ("Th", "They", "They said")]
    for before, after in zip((None, *texts), texts, strict=False):
        assert desk.do_typing("note n", edit(before, after))
        assert desk.case("acme").notes == (after,)
    assert desk.undo()
    assert desk.case("acme").notes == ()
    assert desk.redo()
    assert desk.case("acme").notes == (texts[-1],)


def test_after_the_field_is_left_typing_is_a_change_of_its_own(desk):
    desk.do(added(DID, ADA, ACME))
    first, second = (Note(id="n", interview="acme", person="ada", text=text) for text in ("They", "They said"))
    desk.do_typing("note n", added(DID, first))
    desk.end_typing()
    desk.do_typing("note n", edit(first, second))
    desk.undo()
    assert desk.case("acme").notes == (first,)


def test_a_change_that_does_not_fit_is_our_fault_and_is_raised(desk, heard):
    with pytest.raises(RuntimeError, match="not stored"):
        desk.do(edit(ADA, replace(ADA, name="Grace")))
    assert heard.take() == []
    assert not desk.can_undo()


def test_the_known_cases_follow_every_change(desk, notebook):
    desk.do(added(DID, ADA, ACME, Interview(id="globex", company="Globex", role="R", start=date(2026, 12, 1), people=("ada",))))
    assert [case.interview.id for case in desk.cases()] == ["acme", "globex"]
    desk.do(edit(ADA, replace(ADA, name="Grace")))
    assert {case.people[0].name for case in desk.cases()} == {"Grace"}
    moved = replace(ACME, start=datetime.combine(date(2026, 12, 24), time(10)))
    desk.do(edit(ACME, moved))
    assert [case.interview.id for case in desk.cases()] == ["globex", "acme"]
    desk.do(Change(DID, removal(desk.case("globex"))))
    assert desk.case("globex") is None
    assert desk.cases() == notebook.cases()


def test_who_writes_and_what_was_put_off_are_known(desk):
    me, later = Me(name="Ada", country="GB"), Later(id="debrief:acme", until=None)
    desk.do(Change(DID, ((desk.me(), me), (None, later))))
    assert desk.me() == me
    assert desk.laters() == (later,)
    desk.undo()
    assert desk.me() == Me()
    assert desk.laters() == ()


def test_business_days_are_those_of_the_writer_s_country(notebook, qapp, now):
    desk = Desk(notebook, Clock(now), "Europe/London", "de_AT")
    assert desk.country() == desk.workdays().country == "AT"
    assert not desk.workdays().is_workday(date(2026, 10, 26))
    desk.do(Change(DID, ((Me(), Me(country="GB")),)))
    assert desk.country() == desk.workdays().country == "GB"
    assert not desk.workdays().is_workday(date(2026, 12, 28))
    desk.clock.fix(now.replace(year=2029))
    assert not desk.workdays().is_workday(date(2030, 1, 1))


def test_interviews_are_found_through_the_desk(desk):
    desk.do(added(DID, ADA, ACME))
    assert desk.search("ada acme") == ("acme",)


def test_files_are_written_and_read_for_the_pages(desk, heard, tmp_path):
    assert desk.save_file(tmp_path / "cards.pdf", b"%PDF")
    assert desk.read_file(tmp_path / "cards.pdf", 10) == b"%PDF"
    assert heard.take() == []
    assert not desk.save_file(tmp_path, b"x")
    assert desk.read_file(tmp_path / "none", 10) is None
    assert [what for what, _ in heard.take()] == ["failed", "failed"]


def test_where_it_is_and_in_which_zone_is_known(desk, notebook, now):
    assert desk.folder == notebook.folder
    assert desk.zone == "Europe/London"
    assert "_" in desk.locale
    assert desk.now() == now
    assert desk.today() == date(2026, 11, 23)


def test_closing_the_desk_frees_the_notebook(desk):
    desk.do(added(DID, ADA))
    desk.close()
    with Notebook.open(desk.folder) as again:
        assert again.people() == (ADA,)


# --- everything can be undone --------------------------------------------------------------------------------------------

NAMES = st.sampled_from(("", "Acme", "Łukasz", "小龍", "x" * 50))
COMMANDS = st.lists(st.tuples(st.sampled_from(range(12)), st.integers(0, 5), NAMES), max_size=25)


def command(desk, what, number, name):  # noqa: C901, PLR0911, PLR0912  (one line for each thing a user can do)
    """A change that a user could make just now, or None."""
    cases = desk.cases()
    case = cases[number % len(cases)] if cases else None
    person = case.people[number % len(case.people)] if case and case.people else None
    if what == 0:
        fresh = Person(id=f"p{number}", name=name)
        return None if fresh.id in {each.id for each in desk.people()} else added(DID, fresh)
    if what == 1:
        fresh = Interview(
            id=f"i{number}",
            company=name,
            role="R",
            start=date(2026, 11, 20 + number),
            people=tuple(p.id for p in desk.people())[:2],
        )
        return None if desk.case(fresh.id) else added(DID, fresh)
    if what == 2:
        return edit(desk.me(), Me(name=name, emails=(name,) * (number % 3)))
    if what == 3:
        known = {later.id: later for later in desk.laters()}
        return edit(known.get("step"), Later(id="step", until=None if number % 2 else desk.now()))
    if case is None:
        return None
    if what == 4:
        return Change(DID, removal(case))
    if what == 5:
        return edit(
            case.interview,
            replace(case.interview, company=name, outcome=list(Outcome)[number], people=case.interview.people[::-1]),
        )
    if what == 6:
        fresh = Promise(id=f"w{number}", interview=case.interview.id, words=name, heard=date(2026, 11, 23))
        return None if any(p.id == fresh.id for c in cases for p in c.promises) else added(DID, fresh)
    if what == 7:
        return edit(case.promises[0], None) if case.promises else None
    if what == 8 and case.notes:
        return edit(case.notes[-1], None if number == 0 else replace(case.notes[-1], text=name))
    if what == 9:
        note = Note(id=f"n{number}", interview=case.interview.id, person=person and person.id, text=name, written=desk.now())
        return None if any(n.id == note.id for c in cases for n in c.notes) else added(DID, note)
    if person is None:
        return None
    if what == 10:
        return edit(person, replace(person, name=name, title=str(number)))
    card = case.card(person.id)
    assert card.id == card_id(case.interview.id, person.id)
    return edit(card, replace(card, state=list(CardState)[number % 4], posted_at=desk.now() if number % 4 == 3 else None))


def everything(notebook):
    found = sorted((word, notebook.search(word)) for word in ("acme", "lukasz", "小", "xx"))
    return notebook.me(), notebook.people(), notebook.cases(), notebook.laters(), found


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(commands=COMMANDS, typing=st.integers(0, 3))
def test_undoing_all_is_the_start_and_redoing_all_the_end(qapp, now, tmp_path_factory, commands, typing):
    with Notebook.open(tmp_path_factory.mktemp("n")) as notebook:
        notebook.apply(added(DID, ADA, ACME, Note(id="n", interview="acme", person="ada", text="word")))
        desk = Desk(notebook, Clock(now), "Europe/London", "en_GB")
        start = everything(notebook)
        for what, number, name in commands:
            change = command(desk, what, number, name)
            if change is not None:
                assert desk.do_typing("field", change) if number < typing else desk.do(change)
            assert desk.cases() == notebook.cases()
        end = everything(notebook)
        for _ in range(2):
            while desk.can_undo():
                assert desk.undo()
            assert everything(notebook) == start
            while desk.can_redo():
                assert desk.redo()
            assert everything(notebook) == end
            assert desk.cases() == notebook.cases()


def test_where_only_compacting_fails_the_person_is_erased_and_nothing_takes_it_back(desk, heard):
    desk.do(added(DID, ADA, ACME))
    desk.do(edit(ACME, replace(ACME, company="Globex")))
    desk._notebook._connection.execute("PRAGMA busy_timeout = 0")
    desk.cases(), desk.people(), heard.take()
    with closing(sqlite3.connect(desk.folder / "notebook.sqlite", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM person").fetchall()
        assert desk.erase(who(ADA))
    assert "traces may be left" in str(desk.left_behind)
    assert heard.take() == []
    assert (desk.people(), desk.can_undo()) == ((), False)
    assert desk.cases()[0].people == ()
    assert not desk.undo()
    assert desk.erase(who(ADA))
    assert desk.left_behind is None
