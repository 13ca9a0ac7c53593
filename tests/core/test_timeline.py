"""What happened and what is due, per person and per employer, in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from followup_desktop.core import changes, timeline
from followup_desktop.core.records import Channel, Outcome, Touch
from followup_desktop.core.staying import Known


def told(moments):
    return [(each.day.month, each.day.day, str(each.words), str(each.detail), each.done) for each in moments]


def test_a_persons_line_runs_from_what_is_due_back_to_the_interview(story, tell):
    marta = story.kestrel.people[0]
    line = timeline.of_person(marta, story.cases, Known(), tell.at(23), tell.england)
    assert told(line) == [
        (12, 17, "Say hello to Marta Lindholm", "Kestrel Tools, 30 days after your last letter", False),
        (11, 17, "Thanked by e-mail, after the no", "", True),
        (11, 16, "They chose someone else", "Chocolate for a day.", True),
        (11, 5, "Card posted", "", True),
        (11, 5, "Interview, Backend engineer", "", True),
    ]


def test_an_employers_line_names_its_people(story, tell):
    line = timeline.of_employer("kestrel tools", story.cases, Known(), tell.at(23), tell.england)
    assert ("Card to Oskar Nyberg posted", "") in [(str(each.words), str(each.detail)) for each in line]
    assert ("Interview, Backend engineer", "Marta Lindholm and Oskar Nyberg") in [
        (str(each.words), str(each.detail)) for each in line
    ]
    assert ("Thanked by e-mail, after the no", "Marta Lindholm") in [(str(each.words), str(each.detail)) for each in line]


def test_who_changed_employer_has_both_on_their_line(story, tell):
    marta = replace(story.kestrel.people[0], company="Newhall", tier="A")
    kestrel = replace(story.kestrel, people=(marta, *story.kestrel.people[1:]))
    word = Touch(id="w", interview=None, person="marta", kind=Channel.CALL, on=date(2026, 11, 20), reason="about Newhall")
    known = Known((marta,), (word,))
    line = timeline.of_person(marta, [kestrel], known, tell.at(23), tell.england)
    assert (11, 5, "Interview, Backend engineer", "Kestrel Tools", True) in told(line)
    assert (11, 20, "A word by phone", "about Newhall", True) in told(line)
    assert told(line)[0][:3] == (12, 11, "Say hello to Marta Lindholm")
    assert [each.id for each in timeline.moved_on("Kestrel Tools", [kestrel])] == ["marta"]
    there = timeline.of_employer("Newhall", [kestrel], known, tell.at(23), tell.england)
    assert [(str(each.words), str(each.detail)) for each in there] == [("A word by phone", "Marta Lindholm, about Newhall")]


def test_rounds_and_applications_at_one_employer_stand_on_one_line(story, tell):
    first = story.initech
    second = replace(
        first,
        interview=replace(first.interview, id="i2", round=2, start=tell.wall(12, 8, 9), end=None),
        promises=(),
        cards=(),
    )
    other = tell.a_case("Initech", "Clerk", tell.wall(9, 1, 9), tell.wall(9, 1, 10), first.people[0])
    other = tell.ended(replace(other, interview=replace(other.interview, id="i3")), Outcome.NO_ANSWER, date(2026, 10, 1))
    line = timeline.of_employer("Initech", [other, first, second], Known(), tell.at(23), tell.england)
    words = [str(each.words) for each in line if each.what is timeline.What.INTERVIEW]
    assert words == ["Interview, DevOps lead, round 2", "Interview, DevOps lead", "Interview, Clerk"]
    assert [each.done for each in line] == sorted(each.done for each in line)
    assert "Closed without an answer" in [str(each.words) for each in line]


def test_what_was_promised_and_kept_is_on_the_line(story, tell):
    hong = story.acme.people[0]
    line = timeline.of_person(hong, story.cases, Known(), tell.at(23), tell.england)
    assert "“We decide by Thursday 3 December.”" in [str(each.words) for each in line]
    days = [each.day for each in line if each.done]
    assert days == sorted(days, reverse=True)


def test_thanks_by_e_mail_stand_on_the_line(story, tell):
    case = changes.applied(story.acme, changes.thanked_by_mail(story.acme, "tomas", date(2026, 11, 23)))
    lines = timeline.of_employer("Acme", [case], Known(), tell.at(25), tell.england)
    assert [str(each.detail) for each in lines if str(each.words) == "Thanked by e-mail"] == ["Tomáš Řehák"]
