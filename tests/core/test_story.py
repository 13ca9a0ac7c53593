"""The pictures' story, word for word (LOOK, "Words", sentences 1 to 13)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from followup_desktop.core.agenda import Does, Group, Kind, all_entries, case_step, entries, group, next_step, person_step, quiet
from followup_desktop.core.etiquette import right_person, wait
from followup_desktop.core.records import CardState, Later, Outcome


def said(step):
    """The strip's sentence."""
    return f"{step.act} {step.reason}"


def lines(story, now, england):
    """The second line of each row of the list."""
    return [str(case_step(case, now, england).short) for case in story.cases]


def test_the_strip_says_who_waits_and_by_when(story, tell):
    step = next_step(story.cases, tell.at(23, 12, 41), tell.england)
    assert said(step) == "Write 2 cards for Acme. Tomáš Řehák and Ngozi Okafor are still waiting. Post them by 17:00."
    assert (step.does, str(step.button), step.interview, step.due) == (Does.WRITE, "Write cards", "acme", date(2026, 11, 23))


def test_the_rows_say_what_the_picture_says(story, tell):
    assert lines(story, tell.at(23, 12, 41), tell.england) == [
        "Write 2 cards by 17:00",
        "Quiet until Mon 7 Dec",
        "May ask today, best tomorrow",
        "Print your kit on Tue 1 Dec",
        "Say hello from Thu 17 Dec",
    ]


def test_the_groups_are_those_of_the_picture(story, tell):
    now = tell.at(23, 12, 41)
    assert [group(case, now) for case in story.cases] == [
        Group.TODAY,
        Group.WAITING,
        Group.WAITING,
        Group.COMING,
        Group.KEEP_IN_TOUCH,
    ]


def test_quiet_days_are_those_of_the_picture(story, tell):
    now = tell.at(23, 12, 41)
    ribbons = [quiet(case, tell.england, now=now) for case in story.cases]
    assert ribbons == [
        (date(2026, 11, 24), date(2026, 12, 3)),
        (date(2026, 11, 21), date(2026, 12, 6)),
        (date(2026, 11, 11), date(2026, 11, 22)),
        None,
        None,
    ]


def test_the_agenda_is_that_of_the_picture(story, tell):
    now = tell.at(23, 12, 41)
    told = [
        (entry.day, entry.kind.value, str(entry.title), str(entry.detail))
        for entry in all_entries(story.cases, now, tell.england)
        if entry.day >= now.date()
    ]
    november, december = (lambda day: date(2026, 11, day)), (lambda day: date(2026, 12, day))
    assert told == [
        (november(23), "card", "2 cards to post", "Tomáš Řehák, Ngozi Okafor. Hong Nguyen’s went at 12:10."),
        (november(23), "interview", "Acme, Platform engineer", "Hong Nguyen, Tomáš Řehák, Ngozi Okafor"),
        (november(23), "floor", "You may ask Initech", "Tomorrow is best."),
        (november(23), "posted", "1 card posted to Acme", "Hong Nguyen"),
        (november(24), "best", "Best day to ask Initech", "Dana Whitlock, by phone, between 10:00 and 16:00."),
        (december(1), "kit", "Print your kit for Hallbrück AG", "2 envelopes, 2 spare, one pocket sheet"),
        (december(2), "interview", "Hallbrück AG, Site reliability engineer", "Jonas Weidmann, Aylin Kaya"),
        (december(4), "floor", "You may ask Acme", "Best on Mon 7 Dec"),
        (december(7), "floor", "You may ask Globex", "Best on Tue 8 Dec"),
        (december(7), "best", "Best day to ask Acme", "Hong Nguyen, by e-mail."),
        (december(8), "best", "Best day to ask Globex", "Pia Brandt, by e-mail."),
        (december(17), "check-in", "Say hello to Marta Lindholm", "Kestrel Tools, 30 days after your last letter"),
    ]


def test_the_month_shows_what_the_picture_shows(story, tell):
    now = tell.at(23, 12, 41)
    short = {(entry.day.month, entry.day.day, str(entry.short)) for entry in all_entries(story.cases, now, tell.england)}
    assert short >= {
        (11, 5, "11:00 Kestrel Tools"),
        (11, 5, "2 cards posted"),
        (11, 10, "11:00 Initech"),
        (11, 10, "1 card posted"),
        (11, 16, "No: Kestrel Tools"),
        (11, 17, "Thanked Kestrel Tools"),
        (11, 20, "14:00 Globex"),
        (11, 23, "2 cards by 17:00"),
        (11, 23, "10:00 Acme"),
        (11, 23, "May ask: Initech"),
        (11, 24, "Best: Initech"),
        (12, 1, "Print your kit"),
        (12, 2, "14:00 Hallbrück AG"),
        (12, 4, "May ask: Acme"),
        (12, 17, "Say hello: Marta Lindholm"),
    }


def test_the_card_is_due_by_the_last_collection(story, tell):
    card = next(entry for entry in entries(story.acme, tell.at(23, 12, 41), tell.england) if entry.kind is Kind.CARD)
    assert (card.day, card.time, card.rule, card.done) == (date(2026, 11, 23), time(17), "E21", False)


def test_just_ended_asks_for_the_debrief(tell):
    step = next_step([tell.acme()], tell.at(23, 11, 55), tell.england)
    assert said(step) == "Tell me about Acme while it is fresh. It ended 25 minutes ago; five minutes are enough."
    assert step.does is Does.DEBRIEF


def test_the_studio_prints_the_card_in_hand(story, tell):
    step = person_step(story.acme, "tomas", tell.at(23, 12, 47), tell.england)
    assert said(step) == "Print Tomáš’s card and sign it. Then one more, for Ngozi Okafor."
    assert (step.does, step.person) == (Does.PRINT, "tomas")


def test_printed_cards_are_posted_before_leaving_town(story, tell):
    printed = tell.carded(tell.carded(story.acme, "tomas", CardState.PRINTED), "ngozi", CardState.PRINTED)
    step = next_step([printed], tell.at(23, 13), tell.england)
    assert said(step) == "Post 2 cards for Acme before you leave town."
    assert (step.does, str(step.button)) == (Does.POST, "Mark as posted")


def test_a_late_card_is_still_welcome(story, tell):
    late = tell.carded(story.initech, "dana", CardState.PRINTED)
    step = next_step([late], tell.at(12, 13), tell.england)
    assert said(step) == "Post the card to Dana Whitlock. It is two days old, and still welcome."


def test_from_the_floor_on_one_may_ask(story, tell):
    step = next_step([story.initech, story.globex], tell.at(23), tell.england)
    assert said(step) == "You may ask Initech today. Tomorrow is better: they said by Fri 20 Nov."
    assert (step.does, step.person) == (Does.ASK, "dana")


def test_on_the_best_day_one_asks(story, tell):
    step = next_step([story.initech, story.globex], tell.at(24), tell.england)
    assert said(step) == "Ask Initech today. Dana Whitlock, by phone, between 10:00 and 16:00."


def test_the_day_after_the_best_day_is_fine_too(story, tell):
    step = next_step([story.initech], tell.at(25), tell.england)
    assert said(step) == "Ask Initech today. The best day was yesterday. Today is fine too."


def test_the_kit_is_printed_on_the_day_before(story, tell):
    step = next_step([story.hallbruck], tell.at(1, month=12), tell.england)
    assert said(step) == "Print your kit for Hallbrück AG. The interview is tomorrow at 14:00."
    assert step.does is Does.KIT


def test_a_no_is_a_day_of_chocolate(story, tell):
    kestrel = replace(story.kestrel, touches=())
    step = next_step([kestrel], tell.at(16), tell.england)
    assert said(step) == "Chocolate for a day. Tomorrow a short thank-you to Kestrel Tools."
    assert said(next_step([kestrel], tell.at(17), tell.england)).startswith("Send a short thank-you to Kestrel Tools.")


def test_thirty_days_later_one_says_hello(story, tell):
    step = next_step([story.kestrel], tell.at(17, month=12), tell.england)
    assert said(step) == "Say hello to Marta Lindholm. Your notes have a good reason: the release train."
    assert step.person == "marta"


def test_waiting_comes_with_something_to_do(story, tell):
    step = next_step([story.globex, story.hallbruck, story.kestrel], tell.at(23), tell.england)
    assert said(step) == "Nothing to do for Globex until Mon 7 Dec. You could add a note, or prepare Hallbrück AG."
    assert (step.does, str(step.button)) == (Does.NOTHING, "")


def test_nothing_to_do_names_what_is_next(story, tell):
    step = next_step([story.hallbruck, story.kestrel], tell.at(23), tell.england)
    assert said(step) == "Nothing to do today. Next: Hallbrück AG on Wed 2 Dec."


def test_an_empty_notebook_asks_for_the_first_interview(tell):
    step = next_step([], tell.at(23), tell.england)
    assert said(step) == "Add your first interview. Or drop an invitation or a calendar file anywhere on this window."
    assert step.does is Does.ADD


def test_every_date_says_why(story, tell):
    assert str(wait(story.acme, tell.england).why) == "They said by Thu 3 Dec, so not before Fri 4 Dec; best Mon 7 Dec."
    none = wait(tell.acme(), tell.england)
    assert str(none.why) == "They gave no date. Five business days after the interview is Mon 30 Nov; Wed 2 Dec is best."


def test_the_right_person_is_who_named_the_date(story):
    person, why = right_person(story.acme)
    assert (person and person.id, str(why)) == ("hong", "Hong Nguyen named the date, so she is the one to ask.")


def test_ten_quiet_days_after_the_second_question_close_it(story, tell):
    asked = tell.touched(tell.touched(story.initech, "dana", date(2026, 11, 24)), "dana", date(2026, 12, 1))
    step = next_step([asked], tell.at(15, month=12), tell.england)
    assert said(step) == ("Ten quiet days since you last asked Initech. Close it as “no answer”? You can open it again.")
    assert "their turn" in said(case_step(asked, tell.at(14, month=12), tell.england))


def test_a_step_put_off_gives_way_and_comes_back(story, tell):
    now = tell.at(23, 12, 41)
    first = next_step(story.cases, now, tell.england)
    put_off = [Later(id=first.key, until=now + timedelta(hours=1))]
    assert next_step(story.cases, now, tell.england, put_off).interview == "initech"
    assert next_step(story.cases, now + timedelta(hours=1), tell.england, put_off) == first
    for_good = [Later(id=first.key, until=None)]
    assert next_step(story.cases, now + timedelta(hours=4), tell.england, for_good).key != first.key


@pytest.mark.parametrize("outcome", [Outcome.ACCEPTED, Outcome.DECLINED, Outcome.WITHDRAWN, Outcome.NO_ANSWER])
def test_what_is_over_asks_for_nothing(story, tell, outcome):
    over = tell.ended(story.initech, outcome, date(2026, 11, 22))
    assert next_step([over], tell.at(24), tell.england).does is Does.NOTHING
    assert group(over, tell.at(24)) is Group.CLOSED
    assert not {entry.kind for entry in entries(over, tell.at(24), tell.england)} & {Kind.FLOOR, Kind.BEST}
