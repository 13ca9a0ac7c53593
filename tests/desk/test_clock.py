import os
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from followup_desktop.desk.clock import Clock, local_zone_name
from followup_desktop.desk.desk import Desk

NINE = datetime.min.time().replace(hour=9)
ROOT = Path(__file__).resolve().parents[2]


def test_a_fixed_clock_stands_still(qapp, now):
    clock = Clock(now)
    assert clock.now() == now
    assert clock.now().tzinfo is now.tzinfo
    assert clock.today() == date(2026, 11, 23)


def test_a_moment_without_a_zone_is_local(qapp):
    clock = Clock(datetime.combine(date(2026, 7, 1), NINE))
    assert clock.now().isoformat() == "2026-07-01T09:00:00+01:00"


def test_a_running_clock_tells_the_computer_s_time_with_its_zone(qapp):
    clock = Clock()
    before = datetime.now(UTC)
    told = clock.now()
    assert before <= told <= datetime.now(UTC)
    assert told.tzinfo == ZoneInfo("Europe/London")
    assert local_zone_name() == "Europe/London"


def test_letting_time_pass_tells_the_minute_and_a_new_day_once(qapp, now):
    clock = Clock(now)
    minutes, days = [], []
    clock.minute_changed.connect(lambda: minutes.append(clock.now()))
    clock.day_changed.connect(days.append)
    clock.fix(now + timedelta(minutes=1))
    clock.fix(now + timedelta(days=1))
    clock.fix(now + timedelta(days=1, hours=1))
    assert len(minutes) == 3
    assert days == [date(2026, 11, 24)]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone is set by TZ, as POSIX does")
def test_a_running_clock_tells_the_new_day_at_local_midnight():
    # A zone in which midnight comes two seconds from now.
    gone = datetime.now(UTC).replace(microsecond=0)
    west = (gone - gone.replace(hour=0, minute=0, second=0) + timedelta(seconds=2)).seconds
    offset = f"{west // 3600:02}:{west // 60 % 60:02}:{west % 60:02}"
    source = (
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from followup_desktop.desk.clock import Clock, local_zone_name\n"
        "app = QCoreApplication([])\n"
        "clock = Clock()\n"
        "first = clock.today()\n"
        "def tell(day):\n"
        "    print((day - first).days, clock.now().strftime('%H:%M'), local_zone_name())\n"
        "    app.quit()\n"
        "clock.day_changed.connect(tell)\n"
        "QTimer.singleShot(10_000, app.quit)\n"
        "app.exec()"
    )
    done = subprocess.run(
        [sys.executable, "-c", source],
        cwd=ROOT,
        env={**os.environ, "TZ": f"ZZZ{offset}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split()[:2] == ["1", "00:00"], done.stderr


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows tells a process of another zone in its own way")
def test_a_computer_that_travels_is_followed(qapp, notebook, monkeypatch):
    clock = Clock()
    desk = Desk(notebook, clock)
    try:
        for zone in ("Asia/Tokyo", "America/New_York"):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            assert clock.now().tzinfo == ZoneInfo(zone)
            assert desk.zone == zone
    finally:
        monkeypatch.undo()
        time.tzset()
