"""The list before an interview: what to take along and to ask, what is known already, and what was ticked off."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from followup_desktop.core import before, changes
from followup_desktop.core.records import Case, Interview, Permission, Person, Promise

STARTS = datetime(2026, 12, 2, 14, tzinfo=ZoneInfo("Europe/Berlin"))
JONAS = Person(id="jonas", name="Jonas Weidmann")


def case(*people, **told):
    start = STARTS.replace(tzinfo=None)
    interview = Interview(id="h", company="Hallbrück AG", role="", start=start, zone="Europe/Berlin", **told)
    return Case(replace(interview, people=tuple(each.id for each in people)), people)


def points(told):
    return {point.key: point for point in before.points(told)}


def test_the_list_has_what_to_take_along_and_what_to_ask():
    told = before.points(case(JONAS))
    assert [(point.key, point.rule, str(point.words)) for point in told] == [
        ("cards", "E21", "Pack 3 cards with envelopes and stamps, and a pen."),
        ("timeline", "E1", "Ask when they will decide."),
        ("permission", "E2", "Ask whether you may follow up, and with whom."),
        ("names", "E3", "Ask everybody for a card: name, title, address."),
    ]
    assert not any(point.done for point in told)


def test_a_point_is_ticked_off_and_opened_again():
    told = case(JONAS)
    ticked = changes.applied(told, changes.point_ticked(told, "cards", ticked=True))
    assert [key for key, point in points(ticked).items() if point.done] == ["cards"]
    twice = changes.point_ticked(ticked, "cards", ticked=True)
    assert twice.pairs == ()
    again = changes.applied(ticked, changes.point_ticked(ticked, "cards", ticked=False))
    assert again == told


def test_what_is_known_needs_no_asking():
    promise = Promise(id="p", interview="h", words="by Friday", latest=date(2026, 12, 4), heard=date(2026, 11, 20))
    known = replace(JONAS, title="Head of platform", email="jonas@hallbrueck.example")
    told = replace(case(known, permission=Permission.YES), promises=(promise,))
    assert [(key, str(point.known)) for key, point in points(told).items() if point.known is not None] == [
        ("timeline", "They said “by Friday”."),
        ("permission", "They said yes."),
        ("names", "You have them all."),
    ]
    assert str(points(case(permission=Permission.NO))["permission"].known) == "They said no."
    assert points(case(known, JONAS))["names"].known is None
    assert points(case())["names"].known is None


def test_it_is_of_use_until_the_interview_is_over():
    told = case(JONAS)
    assert before.is_ahead(told, STARTS - timedelta(days=9))
    assert before.is_ahead(told, STARTS + timedelta(minutes=59))
    assert not before.is_ahead(told, STARTS + timedelta(hours=1))
    assert not before.is_ahead(case(cancelled=True), STARTS - timedelta(days=1))
