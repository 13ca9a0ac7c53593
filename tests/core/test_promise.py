"""The reader of promises: a table of phrases written before it, sentences around them, and what must always hold."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_desktop.core.hearing.tokens import LONGEST
from followup_desktop.core.promise import Reading, read
from followup_desktop.core.records import Workdays

HOLIDAYS = {
    "US": ["2026-05-25", "2026-07-03", "2026-09-07", "2026-11-26", "2026-12-25", "2027-01-01"],
    "GB": ["2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29"],
}
MONDAY = date(2026, 11, 23)

DATES = (
    "by Friday",
    "by next Friday",
    "by the 15th",
    "no later than the 19th",
    "by the end of the month",
    "by end of next week",
    "by December 3",
    "by 12/3",
    "by 2026-12-03",
    "by tomorrow",
    "within two weeks",
    "within the next two weeks",
    "within ten business days",
    "within 48 hours",
    "by mid-December",
    "before Christmas",
    "by Thanksgiving",
    "before the 10th",
    "by EOD Thursday",
    "by COB Friday",
    "by the end of Q1",
    "by early next week",
    "by the week of the 14th",
    "by the first week of January",
    "by year end",
    "by New Year's Eve",
    "in the next few working days",
    "over the next two weeks",
    "next week",
    "early next week",
    "sometime next week",
    "the week after next",
    "in two weeks",
    "in a couple of weeks",
    "in two to three weeks",
    "in 2-3 weeks",
    "on Friday",
    "on the 15th",
    "on December 3rd",
    "tomorrow",
    "in early December",
    "in mid-December",
    "at the end of the month",
    "in the first week of January",
    "in January",
    "sometime in January",
    "next month",
    "the week of December 7th",
    "a week from Monday",
    "in a fortnight",
    "on Thursday or Friday",
    "between the 10th and the 15th",
    "next quarter",
    "in Q1",
    "after the 15th",
    "after the holidays",
    "after Thanksgiving",
    "in the new year",
    "this week",
    "later this week",
    "next Tuesday",
    "in 10 business days",
    "in about a week",
    "in three days",
    "the day after tomorrow",
    "a week from today",
)

ABOUT_THE_DECISION = (
    "We'll let you know {}.",
    "She said they'd decide {}.",
    "You will hear from us {}",
    "I was told I'd hear back {}",
    "they said they would get back to me {}",
    "We expect to make a decision {}.",
    "Decision {}",
    "decision expected {}",
    "HR will call me {}",
    "The recruiter will email {}",
    "We should have an answer for you {}.",
    "They hope to make an offer {}",
    "the committee will decide {}",
    "Ms Smith said I'd have an answer {}",
    "We plan to notify candidates {}",
    "we'd like to have someone hired {}",
    "I should hear something {}",
    "They'll reach out {} with next steps",
    "Hopefully {} they will know more",
    "{} they'll tell me yes or no",
    "Expect to hear from us {}, one way or another.",
    "You'll have our decision {}, I promise",
    "Thanks for coming in. We will be in touch {}.",
    "we are still interviewing, but will decide {}",
    "There are a few more candidates to see, so it will be {}",
    "I think it'll be {}",
    "probably {}",
    "maybe {}?",
    "{}, she thinks",
    "He mentioned a decision {}",
    "Priya: {}",
    "she told me they want to fill the role {}",
    "final decision will be made {}",
    "They need to talk to the CEO first and will let me know {}",
    "I can follow up {} if I haven't heard",
    "they'll finalize things {}",
    "the process wraps up {}",
    "offers go out {}",
    "we are going to make up our minds {}",
    "Timeline: {}",
    "We aim to respond {}",
    "we will announce the result {}",
    "It should be decided {}",
    "someone will phone you {}",
    "We are due to decide {}",
    "we'll have picked someone {}",
    "You'll know where you stand {}",
    "You'll be told yes or no {}",
    "There'll be a verdict {}",
    "my assistant will call you {} with the decision",
    "the panel votes {}",
    "the board announces its decision {}",
    "HR will revert {}",
    "I owe you an answer {}",
    "you'll get our final answer {}",
    "everyone gets a reply {}",
    "We should be able to tell you {}",
    "You'll find out {}",
    "We're hoping to choose {}",
    "it'll be {} when we decide",
    "the start would be in spring but we decide {}",
    "I'm seeing someone else first and I'll ring you {}",
    "We're making the decision {}",
    "we want this settled {}",
    "They're going to make an offer {}",
    "she reckons {}",
    "no promises, but {}",
    "If all goes well, {}",
    "so yeah, {}",
    "{} we announce who we've picked",
    "We tell everyone who got it {}",
    "The management will make the final call {}",
    "Crazy day! You'll have our answer {}",
    "Who knows the answer? HR will tell you {}",
    "{} you'll know who got the job",
    "the offer or the rejection goes out {}",
    "How long will it take? They'll decide {}",
)

ABOUT_OTHER_THINGS = (
    "I'd start {}",
    "they want me to start {}",
    "the start date is {}",
    "the team offsite is {}",
    "she's on vacation {}",
    "he's away {}",
    "they release version 2 {}",
    "the contract ends {}",
    "they moved offices {}",
    "sprint review is {}",
    "training happens {}",
    "the office is closed {}",
    "rent is due {}",
    "the product launches {}",
    "they ship it {}",
    "I have another interview elsewhere {}",
    "my exam is {}",
    "the CTO is back {}",
    "I must return the laptop {}",
    "I need to send them my references {}",
    "send us your portfolio {}",
    "please complete the test {}",
    "let us know your availability {}",
    "I fly home {}",
    "the train leaves {}",
    "their conference takes place {}",
    "you would be on call {}",
    "I will be in Berlin {}",
    "the project has to be finished {}",
    "they migrate the database {}",
    "the warehouse opens {}",
    "the new building is ready {}",
    "he retires {}",
    "her baby is due {}",
    "I'm moving house {}",
    "the school reopens {}",
    "Tom's birthday is {}",
    "we talked about the release {}",
    "probation ends {}",
    "salaries are paid {}",
    "they have their retreat {}",
    "the budget is decided elsewhere; you would begin {}",
    "we approve the budget {}",
    "you answer the phones {}",
    "you would call customers {}",
    "the relocation people will call you {}",
    "You'll hear from Accounts {} about your train fare",
    "I'll call you {} to schedule the test",
    "please sign the form {}",
    "could you send us the transcript {}?",
    "can you confirm the slot {}",
    "they come in {}",
    "we all get together {}",
    "the final is {}",
    "we need it {}",
    "we want you here {}",
    "my email is down {}",
    "the other company wants to know {}",
    "the council votes on the plan {}",
    "the chosen candidate starts {}",
    "whoever we pick begins {}",
    "the person we hire would join us {}",
    "we announce the merger {}",
    "we'll email you the brochure {}",
    "they're interviewing on campus {}",
    "second round {}",
    "your next interview is {}",
    "the next round would be {}",
    "there will be another interview {}",
    "she's up in Leeds {}",
    "everyone takes a break {}",
    "the test results will be back {}",
    "the pool is filled {}",
    "I hear it'll snow {}",
    "he plans to retire {}",
    "they need my diploma {}",
    "the parking permit arrives {}",
    "our lease ends {}",
    "we pick strawberries {}",
    "you'd have the keys {}",
    "Taxes are due {}",
    "Oktoberfest is {}",
    "we fill three more roles {}",
    "we offer a course {}",
    "we sign with the landlord {}",
    "IT will let you know {} how to log in",
    "Security will tell you {} where to park",
    "Rent's due {}",
    "the final call for the summer party is {}",
    "we make the call to the supplier {}",
    "How soon could you start? {} would suit most",
    "When are you free? {} is fine for us",
    "What's your availability? {} would be good",
    "they told us who got the award {}",
    "How much notice do you have to give? {} is normal",
)


def days_of(locale):
    country = locale.partition("_")[2]
    return Workdays(country, frozenset(date.fromisoformat(day) for day in HOLIDAYS.get(country, ())))


def table(which):
    path = Path(__file__).with_name("phrases.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["set"] == which]


def expected(row):
    heard = date.fromisoformat(row["heard"])
    days = {"-": None, "now": heard}
    return Reading(*(days[row[key]] if row[key] in days else date.fromisoformat(row[key]) for key in ("earliest", "latest")))


def reading(row):
    return read(row["words"], date.fromisoformat(row["heard"]), days_of(row["locale"]), row["locale"])


def read_in_leeds(words):
    return read(words, MONDAY, days_of("en_GB"), "en_GB")


@pytest.mark.parametrize("row", table("dev"), ids=lambda row: row["words"])
def test_the_words_mean_these_days(row):
    assert reading(row) == expected(row)


def test_phrases_kept_aside_are_read_as_well():
    # At first sight: 93 of 93 of the first table, then 191/207, 188/215, 131/142, 95/102 and 55/58 of five harder ones.
    rows = table("held")
    wrong = [row["words"] for row in rows if reading(row) != expected(row)]
    invented = [row["words"] for row in rows if not expected(row).found and reading(row).found]
    assert invented == []
    assert len(wrong) <= len(rows) * 0.05, wrong


def test_what_we_wrote_without_looking_at_the_reader_stays_read():
    # Six tables of ours, each at first sight: 104 of 133, 57 of 67, 50 of 61, 44 of 60, 47 of 56 and 42 of 52, with 2, 1, 1, 2,
    # 2 and 2 dates invented.
    # What is still not read stands among them: it is asked for.
    rows = table("spoken")
    wrong = [row["words"] for row in rows if reading(row) != expected(row)]
    invented = [row["words"] for row in rows if not expected(row).found and reading(row).found]
    assert invented == []
    assert len(wrong) <= len(rows) * 0.05, wrong


@pytest.mark.parametrize("which", ["stranger1", "stranger2", "stranger3", "stranger4", "stranger5", "own"])
def test_what_strangers_and_we_wrote_at_last_stays_read(which):
    # At first sight: 112 of 120 with 3 dates invented (stranger1), 109 of 120 with 5 (stranger2), 106 of 120 with 2 (stranger3).
    # stranger4: 105 of 120 with none invented; its "at the end of the week" is the week's rest here, as for every week (E6).
    # stranger5, plain promises as people say them: 119 of 120, none invented.
    # Tables of plain promises of ours after it, a third of them without a date: 103 and 106 of 120, then 61 of 70, none invented.
    # Of 70 sentences without a promise, written against the words that those had taught, 6 dates were invented.
    # Our own relatives of those, half of them without a date: 29 of 43, then 39, 32, 38 and 33 of 44 at first sight.
    assert [row["words"] for row in table(which) if reading(row) != expected(row)] == []


def test_the_table_is_large_and_a_third_of_it_was_kept_aside():
    assert len(table("dev")) + len(table("held")) >= 200
    assert len(table("held")) >= (len(table("dev")) + len(table("held"))) / 3


@pytest.mark.parametrize("frame", ABOUT_THE_DECISION)
def test_a_sentence_about_the_decision_changes_nothing(frame):
    different = [words for words in DATES if read_in_leeds(frame.format(words)) != read_in_leeds(words)]
    assert different == []


@pytest.mark.parametrize("frame", ABOUT_OTHER_THINGS)
def test_a_date_of_something_else_is_no_promise(frame):
    assert [words for words in DATES if read_in_leeds(frame.format(words)).found] == []


def test_the_locale_decides_which_number_is_the_month():
    assert read("by 12/3", MONDAY, Workdays(), "en_US").latest == date(2026, 12, 3)
    assert read("by 12/3", MONDAY, Workdays(), "en_GB").latest == date(2027, 3, 12)
    assert read("by 3.12.", MONDAY, Workdays(), "de_DE").latest == date(2026, 12, 3)


def test_only_the_users_holidays_are_left_out_of_business_days():
    thanksgiving = Workdays("US", frozenset({date(2026, 11, 26)}))
    assert read("ten business days", MONDAY, thanksgiving).latest == date(2026, 12, 8)
    assert read("ten business days", MONDAY, Workdays("GB")).latest == date(2026, 12, 7)


def test_a_promise_longer_than_anybody_makes_is_read_from_its_start():
    assert read("by Friday. " + "x" * LONGEST * 2, MONDAY, Workdays()).latest == date(2026, 11, 27)


WORDS = st.sampled_from(
    """by on in the a of and or to not before after until within next this last week weeks month friday mon 3 15th 12/3 3.12. 2026
    december jan may early mid late end beginning two couple business days quarter q1 christmas new year holidays tomorrow today
    decide hear start vacation - , . ( ) ' " / w/c eod from at least latest earliest first second fortnight then than more one
    half
    31 30th february 29 0 99 2025-13-45 31/31 every ago since for another later than""".split()  # noqa: SIM905  (a bag of words)
)


@given(
    st.lists(WORDS, max_size=12).map(" ".join),
    st.dates(date(2024, 1, 1), date(2032, 12, 31)),
    st.sampled_from(["en_US", "de_DE"]),
)
@settings(max_examples=200)
def test_no_words_lead_before_the_day_they_were_heard(words, heard, locale):
    found = read(words, heard, Workdays("US"), locale)
    assert found.earliest is None or found.earliest >= heard
    assert found.latest is None or found.latest >= (found.earliest or heard)
    assert found.latest is None or found.latest <= heard + timedelta(days=1200)


@given(st.text(max_size=200))
@settings(max_examples=100)
def test_no_text_makes_the_reader_stumble(words):
    found = read(words, MONDAY, Workdays())
    assert found.earliest is None or found.latest is None or MONDAY <= found.earliest <= found.latest
