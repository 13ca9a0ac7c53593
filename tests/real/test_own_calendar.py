"""Our calendar file in real calendar programs: khal, and calcurse with a reader of its own; both list what is in the agenda."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from followup_desktop.core import changes
from followup_desktop.core.records import Interview, Me, Promise, added
from followup_desktop.core.words import Words
from followup_desktop.desk import kept_calendar
from followup_desktop.desk.kept_calendar import NAME, SETTING, KeptCalendar
from followup_desktop.exchange.calendar_out import calendar

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-11-23T12:41"
DONE_WITH = {"posted", "touch"}
"""Kinds of entries that are behind the user and stand in no other calendar."""
KHAL = """[calendars]
[[own]]
path = {home}/events
type = calendar
[sqlite]
path = {home}/khal.db
[locale]
local_timezone = Europe/London
default_timezone = Europe/London
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


@pytest.fixture
def theirs(tmp_path):
    """Runs one of their programs, in a home of its own and in London."""
    home = tmp_path / "home"
    (home / "events").mkdir(parents=True)
    (home / "curse").mkdir()
    (home / "khal.conf").write_text(KHAL.format(home=home))
    env = {"PATH": "/usr/bin:/bin", "HOME": str(home), "TZ": "Europe/London", "LC_ALL": "C.UTF-8"}
    programs = {"khal": ["khal", "-c", home / "khal.conf"], "calcurse": ["calcurse", "-D", home / "curse"]}

    def run(program, *words):
        command = [*programs[program], *words]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True, timeout=60).stdout

    run.curse = home / "curse" / "apts"
    return run


@pytest.fixture
def ours(tmp_path):
    """Runs one of our verbs on a notebook of the test's own."""

    def run(*words):
        command = [sys.executable, "-m", "followup_desktop", "--data", tmp_path / "notebook", "--now", NOW, *map(str, words)]
        env = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "TZ": "Europe/London", "LC_ALL": "C.UTF-8"}
        return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True, timeout=60).stdout

    return run


def in_khal(theirs):
    """Day, time (empty for all day) and title of everything khal lists."""
    told = theirs(
        "khal", "list", "--format", "\x1f{start-date}\x1f{start-time}\x1f{title}", "--day-format", "", "2026-11-01", "400d"
    )
    return sorted(tuple(line.split("\x1f")[1:]) for line in told.splitlines() if "\x1f" in line)


def in_calcurse(theirs):
    """The same of what calcurse keeps."""
    found = []
    for line in theirs.curse.read_text("utf-8").splitlines():
        month, day, year, clock, title = re.match(
            r"(\d\d)/(\d\d)/(\d{4}) (?:@ (\d\d:\d\d)|\[1\]).*?>\w+ [|!]?(.*)", line
        ).groups()
        found.append((f"{year}-{month}-{day}", clock or "", title))
    return sorted(found)


def test_the_agenda_of_the_sample_is_listed_by_both(ours, theirs, tmp_path):
    ours("me", "--name", "Robin Ashworth", "--country", "GB")
    ours("sample")
    told = json.loads(ours("agenda", "--from", "2026-11-01", "--ics", tmp_path / "agenda.ics", "--json"))
    companies = {each["id"]: each["company"] for each in json.loads(ours("list", "--json"))}
    wanted = sorted(
        (
            each["date"],
            each["time"] or "" if each["kind"] == "interview" else "",
            f"{companies[each['interview']]}: {each['title']}" if each["kind"] == "card" else each["title"],
        )
        for each in told
        if each["kind"] not in DONE_WITH and (each["kind"] == "interview" or not each["done"])
    )
    theirs("khal", "import", "--batch", tmp_path / "agenda.ics")
    theirs("calcurse", "-i", tmp_path / "agenda.ics")
    assert len(wanted) > 10
    assert in_khal(theirs) == wanted
    assert in_calcurse(theirs) == wanted


def test_the_kept_file_is_taken_in_again_and_again_and_a_moved_interview_moves(desk, theirs, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(kept_calendar, "WAIT_MS", 1)
    far = Interview(
        id="far",
        company="Globex; Söhne, Ltd",
        role="Cook",
        start=datetime.fromisoformat("2026-12-02T14:00"),
        zone="America/New_York",
        place="14 Wharf St\nLeeds",
    )
    whole = replace(far, id="whole", company="All Day & Co", start=date(2026, 12, 9), zone="Pacific/Auckland")
    said = Promise(id="p", interview="over", words="by Friday", latest=date(2026, 11, 27), heard=date(2026, 11, 20))
    over = replace(far, id="over", company="Acme", start=datetime.fromisoformat("2026-11-20T10:00"), zone="Europe/London")
    desk.do(added(Words("Fill"), Me(name="Robin", country="GB"), far, whole, over, said))
    file = tmp_path / NAME
    desk.settings.set(SETTING, str(file))
    kept = KeptCalendar(desk, calendar)
    with qtbot.waitSignal(kept.written):
        kept.start()
    theirs("khal", "import", "--batch", file)
    first = in_khal(theirs)
    assert ("2026-12-02", "19:00", "Globex; Söhne, Ltd, Cook") in first  # by the clock of whoever looks
    assert ("2026-12-09", "", "All Day & Co, Cook") in first
    assert ("2026-11-30", "", "You may ask Acme") in first
    theirs("khal", "import", "--batch", file)
    assert in_khal(theirs) == first
    with qtbot.waitSignal(kept.written):
        later = replace(far, start=datetime.fromisoformat("2026-12-03T15:00"))
        desk.do(changes.interview_edited(far, later))
    theirs("khal", "import", "--batch", file)
    moved = in_khal(theirs)
    assert ("2026-12-03", "20:00", "Globex; Söhne, Ltd, Cook") in moved
    assert len(moved) == len(first)
    theirs("calcurse", "-i", file)
    assert in_calcurse(theirs) == moved
    desk.background.close()
