"""Bringing invitations in: what is added, what is followed, and that nothing of the user's is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from followup_desktop.core import changes
from followup_desktop.core.records import Card, Case, Change, Interview, Me, Note, Person, card_id
from followup_desktop.exchange.bring_in import Plan, plan
from followup_desktop.exchange.events import Attendee, Event, Kind, Skipped
from followup_desktop.exchange.ics import read_ics

FIXTURES = Path(__file__).parent / "fixtures"
JANE = Me(name="Jane Doe", emails=("jane.doe@example.net",))


def wall(*parts):
    return datetime(*parts)  # noqa: DTZ001  (wall time)


def read(name, zone="America/New_York"):
    return read_ics((FIXTURES / name).read_bytes(), zone, name)


class Notebook:
    """What a notebook holds after some changes."""

    def __init__(self, me=JANE):
        self.me, self.records = me, {}

    def apply(self, change: Change | None):
        for before, after in change.pairs if change else ():
            held = before or after
            assert self.records.get((type(held), held.id)) == before, "a change must say what was there"
            if after is None:
                del self.records[type(held), held.id]
            else:
                self.records[type(after), after.id] = after

    def of(self, kind):
        return tuple(record for (held, _), record in self.records.items() if held is kind)

    @property
    def cases(self):
        people = {person.id: person for person in self.of(Person)}
        return tuple(
            Case(
                each,
                tuple(people[key] for key in (*each.people, each.arranged_by) if key),
                tuple(note for note in self.of(Note) if note.interview == each.id),
            )
            for each in self.of(Interview)
        )

    def plan(self, entries):
        return plan(entries, self.cases, self.of(Person), self.me)

    def bring(self, entries):
        told = self.plan(entries)
        self.apply(told.change)
        return told

    @property
    def case(self):
        (case,) = self.cases
        return case

    @property
    def names(self):
        return [person.name for person in self.case.interviewers]


@pytest.fixture
def notebook():
    return Notebook()


def event(*people, **more):
    summary = "Interview: Platform engineer - Acme"
    given = {"uid": "u1", "summary": summary, "start": wall(2026, 12, 1, 10), "zone": "Europe/London", "attendees": people}
    return Event(**{**given, **more})


def said(words):
    return [str(why) for _, why in words]


HONG = Attendee(name="Hong Nguyen", email="hong@acme.com")
LUKASZ = Attendee(name="Wójcik, Łukasz", email="lukasz@acme.com")
ME = Attendee(name="Jane Doe", email="jane.doe@example.net")


def test_attendees_become_interviewers_but_not_the_user_and_not_a_room(notebook):
    told = notebook.bring(read("google.ics"))
    assert (told.new, told.changed, told.same, told.skipped, told.whose) == ({"interview": 1, "person": 3}, {}, {}, (), ())
    interview = notebook.case.interview
    assert (interview.company, interview.role, interview.place) == ("Acme", "Platform engineer", "NYC-4-Hudson (8)")
    assert (interview.start, interview.end) == (wall(2026, 12, 1, 10), wall(2026, 12, 1, 11, 30))
    assert interview.zone == "America/New_York"
    assert notebook.names == ["Tomáš Řehák", "Nguyễn Thị Hồng", "Ngozi Okafor"]
    assert told.interview == interview.id
    assert {person.company for person in notebook.of(Person)} == {"Acme"}


def test_a_name_from_an_address_is_said_to_be_one(notebook):
    told = notebook.bring(read("google.ics"))
    assert said(told.doubts) == [
        "The name Ngozi Okafor is taken from the address ngozi.okafor@acme.com. Look whether it is spelt right."
    ]


def test_names_of_all_scripts_come_in_whole(notebook):
    notebook.bring(read("apple.ics"))
    assert notebook.names == ["Ελένη Παπαδοπούλου", "محمد الفارسي", "李小龙"]
    assert (notebook.case.interview.company, notebook.case.interview.role) == ("Initech", "DevOps lead")


def test_outlook_names_are_turned_and_the_recruiter_is_the_one_who_arranges(notebook):
    told = notebook.bring(read("outlook.ics"))
    assert notebook.names == ["Aylin Kaya", "Łukasz Wójcik", "Jonas Weidmann"]
    arranger = notebook.case.person(notebook.case.interview.arranged_by)
    assert arranger is not None
    assert arranger.name == "Pia Brandt"
    assert said(told.doubts) == ["Pia Brandt seems to arrange interviews. Add them as an interviewer if they were one."]


def test_an_organizer_who_is_not_invited_arranged_it_and_that_is_said(notebook):
    told = notebook.bring(read("outlook_pacific.ics"))
    assert notebook.names == ["Hong Nguyen"]
    arranger = notebook.case.person(notebook.case.interview.arranged_by)
    assert arranger is not None
    assert arranger.name == "Dana Whitlock"
    assert "Dana Whitlock sent the invitation. Add them as an interviewer if they are one." in said(told.doubts)


def test_an_organizer_with_nobody_else_interviews(notebook):
    notebook.bring([event(ME, organizer=HONG)])
    assert notebook.names == ["Hong Nguyen"]
    assert notebook.case.interview.arranged_by is None


@pytest.mark.parametrize(
    "organizer",
    [
        Attendee(name="Acme Recruiting", email="recruiting@acme.com"),
        Attendee(name="Sam Reyes", email="jobs@acme.com"),
        Attendee(name="Sam Reyes", email="scheduling@acme.com"),
        Attendee(name="Sam Reyes", email="no-reply@greenhouse.io"),
        Attendee(name="Reyes, Sam (Talent Acquisition)", email="sam@acme.com"),
        Attendee(name="Sam Reyes", email="sam@acme.com", title="Recruiting Coordinator"),
    ],
)
@pytest.mark.parametrize("invited", [True, False])
def test_a_recruiter_arranges_and_does_not_interview(notebook, organizer, invited):
    notebook.bring([event(*([organizer] if invited else []), HONG, ME, organizer=organizer)])
    assert notebook.names == ["Hong Nguyen"]
    arranger = notebook.case.person(notebook.case.interview.arranged_by)
    assert arranger is not None
    assert arranger.name in {"Sam Reyes", "Acme Recruiting"}


@pytest.mark.parametrize(
    "machine",
    [
        Attendee(email="no-reply@calendly.com"),
        Attendee(name="Greenhouse", email="no-reply@greenhouse.io"),
        Attendee(name="HCM-2 Lotus", email="c_1889@resource.calendar.google.com"),
        Attendee(name="Fred", email="fred@fireflies.ai"),
        Attendee(name="Otter.ai Notetaker", email="x@acme.com"),
        Attendee(name="Room 5", email="room5@acme.com", kind=Kind.ROOM),
        Attendee(name="Beamer", email="beamer@acme.com", kind=Kind.RESOURCE),
        Attendee(name="Platform Team", email="platform@acme.com", kind=Kind.GROUP),
    ],
)
def test_machines_rooms_and_groups_are_nobody(notebook, machine):
    notebook.bring([event(machine, HONG, ME, organizer=HONG)])
    assert notebook.names == ["Hong Nguyen"]
    assert len(notebook.of(Person)) == 1


def test_whoever_declined_or_only_gets_a_copy_does_not_interview(notebook):
    copied = Attendee(name="A Copy", email="copy@acme.com", informed_only=True)
    told = notebook.bring([event(HONG, replace(LUKASZ, absent=True), copied, ME)])
    assert notebook.names == ["Hong Nguyen"]
    assert said(told.doubts) == ["Łukasz Wójcik declined, and is not taken for an interviewer."]


def test_a_second_import_changes_nothing():
    for path in sorted(FIXTURES.glob("*.ics")):
        if path.name in {"no_date.ics", "to_do.ics"}:
            continue
        notebook = Notebook()
        notebook.bring(read(path.name))
        told = notebook.plan(read(path.name))
        assert told.change is None, path.name
        assert told.new == told.changed == {}
        if path.name != "odd_zones.ics":  # floating times mean another moment there
            assert notebook.plan(read(path.name, "Asia/Tokyo")).change is None, "not even from another zone"


def test_all_of_an_import_is_one_change_that_undoes_whole(notebook):
    told = notebook.bring(read("hiring_service.ics"))
    assert told.change is not None
    assert (len(notebook.cases), len(notebook.of(Person))) == (2, 3)
    assert [(where, str(why)) for where, why in told.skipped] == [
        ("Interview | Jane Doe | Senior Data Engineer | Kestrel Tools", "It has no date, so it was not added.")
    ]
    notebook.apply(told.change.reversed())
    assert notebook.records == {}


def test_two_people_of_one_name_are_kept_apart_by_their_address(notebook):
    notebook.bring(read("hiring_service.ics"))
    twins = [person for person in notebook.of(Person) if person.name == "Anna Schmidt"]
    assert sorted(person.email for person in twins) == ["anna.schmidt2@kestreltools.com", "anna.schmidt@kestreltools.com"]


def test_a_moved_meeting_is_followed_with_its_new_people(notebook):
    notebook.bring(read("google.ics"))
    told = notebook.bring(read("google_moved.ics"))
    assert (told.new, told.changed, told.same) == ({"person": 1}, {"interview": 1}, {"person": 3})
    interview = notebook.case.interview
    assert (interview.start, interview.sequence, interview.cancelled) == (wall(2026, 12, 3, 14), 1, False)
    assert notebook.names == ["Tomáš Řehák", "Nguyễn Thị Hồng", "Ngozi Okafor", "Marta Lindholm"]
    assert told.change is not None
    assert str(told.change.label) == "Move Acme"


def test_a_cancelled_meeting_is_cancelled_and_keeps_its_people(notebook):
    notebook.bring(read("google.ics"))
    told = notebook.bring(read("google_cancelled.ics"))
    assert notebook.case.interview.cancelled
    assert len(notebook.names) == 3
    assert told.changed == {"interview": 1}
    assert told.change is not None
    assert str(told.change.label) == "Cancel Acme"
    assert notebook.plan(read("google_cancelled.ics")).change is None


def test_an_older_invitation_changes_nothing_and_says_so(notebook):
    notebook.bring(read("google_moved.ics"))
    told = notebook.bring(read("google.ics"))
    assert told.change is None
    assert said(told.skipped) == ["It is older than what your notebook knows of this meeting."]
    notebook.bring(read("google_cancelled.ics"))
    notebook.bring(read("google_moved.ics"))
    assert notebook.case.interview.cancelled, "an older invitation does not take a cancelling back"


def test_a_newer_invitation_takes_a_cancelling_back(notebook):
    notebook.bring([event(HONG, ME)])
    notebook.bring([event(HONG, ME, cancelled=True, method="CANCEL", sequence=1)])
    assert notebook.case.interview.cancelled
    notebook.bring([event(HONG, ME, sequence=2)])
    assert not notebook.case.interview.cancelled


def test_cancelling_what_nobody_knows_adds_nothing(notebook):
    told = notebook.bring(read("google_cancelled.ics"))
    assert (told.change, told.new, told.whose) == (None, {}, ())
    assert said(told.skipped) == ["It was cancelled, and your notebook does not know it."]


def test_an_answer_to_an_invitation_is_none(notebook):
    told = notebook.bring(read("reply.ics"))
    assert told.change is None
    assert said(told.skipped) == ["It is an answer to an invitation, not an invitation."]


def test_a_change_without_a_new_number_is_followed_too(notebook):
    notebook.bring([event(HONG, ME)])
    notebook.bring([event(HONG, LUKASZ, ME, start=wall(2026, 12, 1, 11))])
    assert notebook.case.interview.start == wall(2026, 12, 1, 11)
    assert notebook.names == ["Hong Nguyen", "Łukasz Wójcik"]


def test_what_the_user_wrote_is_never_overwritten(notebook):
    notebook.bring([event(HONG, ME, place="Room 1")])
    interview, hong = notebook.case.interview, notebook.case.people[0]
    mine = replace(interview, company="Acme Ltd", role="Platform lead", place="Room 2")
    notebook.apply(changes.interview_edited(interview, mine))
    notebook.apply(changes.person_edited(hong, replace(hong, name="Nguyễn Thị Hồng", address_as="Hong", title="CTO")))
    assert notebook.plan([event(HONG, ME, place="Room 1")]).change is None
    notebook.bring([event(HONG, ME, start=wall(2026, 12, 2, 9), sequence=1)])
    now = notebook.case
    assert (now.interview.company, now.interview.role, now.interview.start) == ("Acme Ltd", "Platform lead", wall(2026, 12, 2, 9))
    assert (now.people[0].name, now.people[0].address_as, now.people[0].title) == ("Nguyễn Thị Hồng", "Hong", "CTO")


def test_notes_and_cards_survive_a_move(notebook):
    notebook.bring([event(HONG, ME)])
    key, person = notebook.case.interview.id, notebook.case.people[0].id
    notebook.records[Note, "n1"] = Note(id="n1", interview=key, person=person, text="She loves release trains")
    notebook.records[Card, card_id(key, person)] = Card(id=card_id(key, person), interview=key, person=person)
    told = notebook.bring([event(HONG, ME, start=wall(2026, 12, 9, 9), sequence=1)])
    assert told.change is not None
    assert {type(after) for _, after in told.change.pairs} == {Interview}
    assert notebook.case.notes


def test_nobody_is_removed_silently(notebook):
    notebook.bring([event(HONG, LUKASZ, ME)])
    told = notebook.bring([event(HONG, ME, sequence=1)])
    assert notebook.names == ["Hong Nguyen", "Łukasz Wójcik"]
    assert told.new == {}


def test_somebody_taken_out_by_hand_is_not_put_back_by_the_same_invitation(notebook):
    notebook.bring([event(HONG, LUKASZ, ME)])
    notebook.apply(changes.person_left_out(notebook.case, notebook.case.people[1]))
    told = notebook.bring([event(HONG, LUKASZ, ME)])
    assert told.change is None
    assert said(told.skipped) == [
        "Łukasz Wójcik is invited, but not among the interviewers in your notebook. Add them there if they were there."
    ]
    notebook.bring([event(HONG, LUKASZ, ME, sequence=1)])
    assert notebook.names == ["Hong Nguyen", "Łukasz Wójcik"]


def test_people_are_known_by_their_address_from_one_interview_to_the_next(notebook):
    notebook.bring([event(HONG, ME)])
    hong = replace(HONG, name="H. Nguyen", email="HONG@acme.com")
    told = notebook.bring([event(hong, LUKASZ, ME, uid="u2", start=wall(2026, 12, 8, 10))])
    assert (told.new, told.same) == ({"interview": 1, "person": 1}, {"person": 1})
    assert len(notebook.of(Person)) == 2
    assert [case.interview.round for case in notebook.cases] == [1, 2]


def test_a_line_typed_by_hand_and_its_invitation_are_one_interview(notebook):
    typed = Interview(id="i1", company="Acme", role="", start=wall(2026, 12, 1, 10), zone="Europe/London")
    notebook.apply(changes.interview_added(typed, ["Hong"]))
    told = notebook.bring([event(HONG, LUKASZ, ME, place="Room 1", sequence=3)])
    assert (told.new, told.changed) == ({"person": 1}, {"interview": 1, "person": 1})
    interview = notebook.case.interview
    assert (interview.id, interview.uid, interview.role) == ("i1", "u1", "Platform engineer")
    assert notebook.names == ["Hong Nguyen", "Łukasz Wójcik"]
    assert (notebook.case.people[0].address_as, notebook.case.people[0].email) == ("Hong", "hong@acme.com")
    assert notebook.plan([event(HONG, LUKASZ, ME, place="Room 1", sequence=3)]).change is None


def test_an_event_without_a_uid_is_known_by_company_role_and_start(notebook):
    told = notebook.bring([event(HONG, uid=""), event(HONG, uid="")])
    assert (told.new, told.same) == ({"interview": 1, "person": 1}, {"interview": 1})
    assert notebook.plan([event(HONG, uid="", start=wall(2026, 12, 1, 11), zone="Europe/Berlin")]).change is None, (
        "the same moment"
    )
    assert notebook.plan([event(HONG, uid="", start=wall(2026, 12, 1, 12))]).new == {"interview": 1}


def test_one_date_of_a_repeating_meeting_moves_only_that_one(notebook):
    notebook.bring(read("repeating.ics"))
    first = notebook.case.interview
    other = event(ME, uid="weekly@example.org", occurrence=wall(2026, 12, 8, 8).astimezone(), start=wall(2026, 12, 8, 12))
    assert notebook.plan([replace(other, cancelled=True)]).change is None
    notebook.bring([other])
    assert len(notebook.cases) == 2
    moved = replace(other, occurrence=first.starts().astimezone(), sequence=9, start=wall(2026, 12, 2, 9))
    notebook.bring([moved])
    assert {case.interview.start for case in notebook.cases} == {wall(2026, 12, 2, 9), wall(2026, 12, 8, 12)}


def test_a_repeating_meeting_says_that_only_its_first_date_is_taken(notebook):
    told = notebook.bring(read("repeating.ics"))
    assert "It repeats; only its first date is taken." in said(told.skipped)


@pytest.mark.parametrize("email", ["Jane.Doe+jobs@Example.net", "jane.doe@example.net"])
def test_the_own_address_is_known_in_any_spelling(email):
    notebook = Notebook(Me(name="J. D.", emails=("JANE.doe@example.net",)))
    notebook.bring([event(HONG, Attendee(email=email))])
    assert notebook.names == ["Hong Nguyen"]


def test_gmail_does_not_mind_dots():
    notebook = Notebook(Me(name="J. D.", emails=("janedoe@gmail.com",)))
    notebook.bring([event(HONG, Attendee(email="jane.doe@googlemail.com"))])
    assert notebook.names == ["Hong Nguyen"]


def test_the_own_name_is_no_interviewer_even_at_another_address():
    notebook = Notebook(Me(name="Jane Doe", emails=("jane@home.example",)))
    others = Attendee(name="Doe, Jane", email="jd77@work.example"), Attendee(email="jane.doe@other.example")
    told = notebook.bring([event(HONG, *others)])
    assert notebook.names == ["Hong Nguyen"]
    assert told.whose == ()


def test_who_the_user_is_gets_asked_when_it_is_not_known():
    notebook = Notebook(Me())
    told = notebook.bring([event(HONG, LUKASZ, Attendee(email="jd@gmail.com"), organizer=HONG)])
    assert told.whose == ("jd@gmail.com", "lukasz@acme.com")
    assert notebook.names == ["Hong Nguyen", "Łukasz Wójcik"], "the only one from outside is left out already"


def test_when_nobody_can_tell_who_the_user_is_everybody_stays_until_it_is_answered():
    notebook = Notebook(Me())
    told = notebook.bring([event(HONG, LUKASZ, Attendee(name="Pia Brandt", email="pia@acme.com"))])
    assert sorted(told.whose) == ["hong@acme.com", "lukasz@acme.com", "pia@acme.com"]
    assert len(notebook.names) == 3
    answered = changes.me_set(Me(), Me(emails=("pia@acme.com",)), notebook.cases)
    notebook.records[Me, "me"] = Me()
    notebook.apply(answered)
    notebook.me = Me(emails=("pia@acme.com",))
    assert notebook.names == ["Hong Nguyen", "Łukasz Wójcik"]
    assert notebook.plan([event(HONG, LUKASZ, Attendee(name="Pia Brandt", email="pia@acme.com"))]).change is None


def test_when_the_user_is_none_of_them_nobody_is_left_out_and_nobody_is_asked_about():
    told = plan([event(HONG, Attendee(name="Pia Brandt", email="pia@gmail.com"), organizer=HONG)], (), (), Me(), none_is_me=True)
    assert (told.new, told.whose) == ({"interview": 1, "person": 2}, ())


def test_who_the_user_is_is_not_asked_when_nobody_comes_in():
    notebook = Notebook(Me())
    notebook.bring(read("google.ics"))
    told = notebook.bring(read("google_cancelled.ics"))
    assert (told.changed, told.whose) == ({"interview": 1}, ())


def test_who_is_in_all_invitations_is_the_user():
    notebook = Notebook(Me())
    told = notebook.bring([event(HONG, ME), event(LUKASZ, ME, uid="u2", start=wall(2026, 12, 1, 12))])
    assert told.whose[0] == "jane.doe@example.net"
    assert sorted(person.name for person in notebook.of(Person)) == ["Hong Nguyen", "Łukasz Wójcik"]


def test_company_comes_from_the_mail_domain_where_the_title_does_not_tell(notebook):
    notebook.bring([event(Attendee(name="Hong", email="hong@kestrel-tools.co.uk"), ME, summary="Technical interview")])
    assert notebook.case.interview.company == "Kestrel Tools"


@pytest.mark.parametrize(
    "email", ["h@gmail.com", "h@outlook.de", "x@calendly.com", "x@us.greenhouse-mail.io", "x@hire.lever.co", "h@goodtime.io"]
)
def test_company_never_comes_from_free_mail_or_a_hiring_service(notebook, email):
    told = notebook.bring([event(Attendee(name="Hong Nguyen", email=email), ME, summary="Technical interview")])
    assert notebook.case.interview.company == ""
    assert "It does not say which company. Type its name in." in said(told.doubts)


def test_names_and_titles_from_the_description(notebook):
    text = "You will meet:\n- Hong Nguyen, Engineering Manager\n- Łukasz Wójcik (Staff Engineer)\n\nBest,\nSam"
    notebook.bring([event(ME, description=text)])
    assert [(person.name, person.title) for person in notebook.case.people] == [
        ("Hong Nguyen", "Engineering Manager"),
        ("Łukasz Wójcik", "Staff Engineer"),
    ]
    other = Notebook()
    other.bring([event(HONG, ME, description=text)])
    assert [(person.name, person.title) for person in other.case.people] == [("Hong Nguyen", "Engineering Manager")]


def test_an_interviewer_named_only_in_the_title(notebook):
    recruiting = Attendee(name="Acme Recruiting", email="jobs@acme.com")
    notebook.bring([event(ME, summary="Interview with Hong Nguyen", organizer=recruiting)])
    assert (notebook.case.interview.company, notebook.names) == ("Acme", ["Hong Nguyen"])


def test_what_was_skipped_by_the_reader_is_told(notebook):
    skipped = read("odd_zones.ics")[3]
    assert isinstance(skipped, Skipped)
    assert notebook.plan([skipped]).skipped == ((skipped.where, skipped.why),)


def test_nothing_brings_nothing(notebook):
    told = notebook.plan([])
    assert told == Plan(change=None)
