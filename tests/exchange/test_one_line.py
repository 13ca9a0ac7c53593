"""One typed line as an interview."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from followup_desktop.core import changes
from followup_desktop.core.records import Me
from followup_desktop.exchange.bring_in import plan
from followup_desktop.exchange.events import Draft, Missing
from followup_desktop.exchange.one_line import read_line

TUESDAY = date(2026, 11, 24)
HOME = "Europe/London"


def wall(*parts):
    return datetime(*parts)  # noqa: DTZ001  (wall time)


def read(text, locale="en_US", **more) -> Draft:
    return read_line(text, TUESDAY, HOME, locale, **more)


THURSDAY = wall(2026, 11, 26, 14)


@pytest.mark.parametrize(
    "line",
    [
        "Globex data engineer, Thu 14:00, with Marta and Pia Brandt",
        "Thu 14:00 Globex data engineer with Marta and Pia Brandt",
        "with Marta and Pia Brandt, Globex data engineer, Thu 14:00",
        "data engineer at Globex, Thursday 2pm, with Marta & Pia Brandt",
        "Globex, data engineer, 26 Nov 14:00, with Marta, Pia Brandt",
        "Globex: data engineer - Thu 2 pm - with Marta and Pia Brandt",
        "Interview at Globex for the data engineer position on Thursday at 14:00 with Marta and Pia Brandt",
        "interview for data engineer at Globex, Thu 14:00, meeting Marta and Pia Brandt",
        "Globex / data engineer / Thu 14:00 / w/ Marta; Pia Brandt",
        "in two days 14:00 Globex data engineer mit Marta und Pia Brandt",
        "globex data engineer thu 14:00 with marta and pia brandt",
    ],
)
def test_company_role_time_and_names_in_any_order(line):
    draft = read(line)
    assert (draft.company, draft.role, draft.start) == ("Globex", "data engineer", THURSDAY)
    assert draft.names == ("Marta", "Pia Brandt")
    assert (draft.missing, draft.question, draft.unread) == ((), None, ())


@pytest.mark.parametrize(
    ("line", "company", "role"),
    [
        ("Kestrel Tools warehouse associate, Fri", "Kestrel Tools", "warehouse associate"),
        ("Acme, Inc. staff engineer Mon 9:00", "Acme, Inc.", "staff engineer"),
        ("Hallbrück AG Pflegefachkraft, Fri 9:00", "Hallbrück AG", "Pflegefachkraft"),
        ("Globex head of data Fri 10:00", "Globex", "head of data"),
        ("barista at Blue Bottle, Fri", "Blue Bottle", "barista"),
        ("St Mary Hospital night shift nurse, Fri", "St Mary Hospital", "night shift nurse"),
        ("Baker Hughes welder, Fri", "Baker Hughes", "welder"),
        ("Initech DevOps lead, Fri", "Initech", "DevOps lead"),
        ("Teacher of mathematics at Elm School, Fri", "Elm School", "Teacher of mathematics"),
        ("Globex, growth marketing, Fri", "Globex", "growth marketing"),
        ("Platform engineer @ Acme Fri 10:00", "Acme", "Platform engineer"),
        ("Umbrella Health UI/UX designer, Fri", "Umbrella Health", "UI/UX designer"),
        ("Data Engineer Globex Fri 10:00", "Globex", "Data Engineer"),
        ("Globex analyst phone screen Fri 10:00", "Globex", "analyst"),
        ("李小龙公司 engineer, Fri", "李小龙公司", "engineer"),
        ("Interview with Globex for data engineer, Fri", "Globex", "data engineer"),
    ],
)
def test_company_and_role_are_told_apart(line, company, role):
    draft = read(line)
    assert (draft.company, draft.role, draft.missing) == (company, role, ())


@pytest.mark.parametrize(
    ("line", "missing", "question"),
    [
        ("Thu 14:00 with Marta", (Missing.COMPANY, Missing.ROLE), "Which company is it, and which position?"),
        ("Globex Thu 14:00", (Missing.ROLE,), "Which position is it?"),
        ("data engineer Thu 14:00 with Marta", (Missing.COMPANY,), "Which company is it?"),
        ("Globex data engineer with Marta", (Missing.DATE,), "Which day is it?"),
        ("Globex", (Missing.ROLE, Missing.DATE), "Which position is it, and on which day?"),
        ("data engineer", (Missing.COMPANY, Missing.DATE), "Which company is it, and on which day?"),
        ("", tuple(Missing), "Which company is it, which position, and on which day?"),
        ("???", tuple(Missing), "Which company is it, which position, and on which day?"),
        ("Globex data engineer 31 Nov", (Missing.DATE,), "Which day is it?"),
    ],
)
def test_what_is_missing_is_asked_and_never_guessed(line, missing, question):
    draft = read(line)
    assert draft.missing == missing
    assert str(draft.question) == question
    if Missing.DATE in missing:
        with pytest.raises(ValueError, match="day"):
            draft.interview("i1")
        with pytest.raises(ValueError, match="day"):
            draft.event()


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Globex data engineer, Thu 14:00, by phone", "by phone"),
        ("Globex data engineer phone screen, Thu 14:00", "by phone"),
        ("Globex data engineer, Thu 14:00 on Zoom", "by video"),
        ("Globex data engineer, Thu 14:00, video call", "by video"),
        ("Globex data engineer, Thu 14:00, at 12 Main Street", "12 Main Street"),
        ("Globex data engineer, Thu 14:00, with Marta Lindholm at 1 Globex Way", "1 Globex Way"),
        ("Globex data engineer, Thu 14:00, in Leeds", "Leeds"),
        ("Globex data engineer, Thu 14:00", ""),
    ],
)
def test_the_place(line, place):
    draft = read(line)
    assert (draft.place, draft.company, draft.role, draft.start) == (place, "Globex", "data engineer", THURSDAY)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("with Dr. Anna van der Berg and Łukasz Wójcik", ("Anna van der Berg", "Łukasz Wójcik")),
        ("with Nguyễn Thị Hồng, Ελένη Παπαδοπούλου and 李小龙", ("Nguyễn Thị Hồng", "Ελένη Παπαδοπούλου", "李小龙")),
        ("with محمد الفارسي", ("محمد الفارسي",)),
        ("with Marta (CTO) & Pia", ("Marta", "Pia")),
        ("with Jean-Luc O'Neill", ("Jean-Luc O'Neill",)),
        ("with J. R. Ewing", ("J. R. Ewing",)),
        ("", ()),
    ],
)
def test_names_of_all_scripts(words, names):
    draft = read(f"Globex data engineer, Thu 14:00, {words}")
    assert draft.names == names
    assert draft.missing == ()
    assert draft.unread == ()


def test_a_title_in_brackets_is_kept():
    assert [each.title for each in read("Globex engineer Thu with Marta (CTO) & Pia").people] == ["CTO", ""]


def test_what_could_not_be_read_is_told():
    assert read("Globex, data engineer, Thu 14:00, purple").unread == ("purple",)
    assert read("Globex: data engineer - Thu 2pm - Marta").unread == ("Marta",)


def test_what_can_be_read_in_two_ways_is_told():
    assert [str(words) for words in read("Globex data engineer, next Thu at 2").doubts] == [
        "“next Thu” is read as Thu 26 Nov.",
        "“at 2” is read as 14:00.",
    ]


def test_known_companies_are_recognised_and_spelt_as_they_are():
    known = ["Baker & Sons", "GLOBEX Corp", "Marta"]
    assert read("globex corp data engineer, thu", known=known).company == "GLOBEX Corp"
    assert read("Baker & sons, engineer, Thu", known=known).company == "Baker & Sons"
    led = read("engineer, Thu, with Marta", known=known)
    assert (led.company, led.names) == ("Marta", ())


def test_a_line_becomes_an_interview_and_its_people():
    draft = read("Globex data engineer, Thu 14:00-15:30, by phone, with Marta and Pia Brandt")
    change = changes.interview_added(draft.interview("i1"), draft.names)
    *people, (_, interview) = change.pairs
    assert [person.name for _, person in people] == ["Marta", "Pia Brandt"]
    assert (interview.start, interview.end) == (THURSDAY, wall(2026, 11, 26, 15, 30))
    assert (interview.zone, interview.place) == (HOME, "by phone")
    told = plan([draft.event()], (), (), Me())
    assert (told.new, told.whose) == ({"interview": 1, "person": 2}, ())


def test_a_line_is_cleaned_and_bounded():
    draft = read("Glo\u202ebex\x00 data engineer\n, Thu 14:00, with Ma\u200brta" + " x" * 50_000)
    assert (draft.company, draft.names[0].split()[0]) == ("Globex", "Marta")


def test_the_day_alone_is_an_all_day_interview():
    draft = read("Globex data engineer Thu")
    assert draft.start == THURSDAY.date()
    assert draft.interview("i1").all_day
