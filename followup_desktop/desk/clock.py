"""What time it is: the one place in the window that reads the computer's clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, QTimer, QTimeZone, Signal


class Clock(QObject):
    """The time where the user is.

    `fixed` stops it at a moment (for `--now` and tests); without a zone that is local time. A running clock tells every
    full minute, and each new day, at local midnight or when the computer wakes up after it.
    """

    minute_changed = Signal()
    day_changed = Signal(object)
    """The new day, a `date`."""

    def __init__(self, fixed: datetime | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fixed = None if fixed is None else _aware(fixed)
        self._day = self.today()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._on_minute)
        if fixed is None:
            self._wait_for_minute()

    def now(self) -> datetime:
        """This moment, with the zone the user is in."""
        return self._fixed if self._fixed is not None else datetime.now(UTC).astimezone(local_zone())

    def today(self) -> date:
        """The day where the user is."""
        return self.now().date()

    def fix(self, moment: datetime) -> None:
        """Stop the clock at another moment, and tell of the new minute and day."""
        self._timer.stop()
        self._fixed = _aware(moment)
        self._tell()

    def _on_minute(self) -> None:
        self._tell()
        self._wait_for_minute()

    def _tell(self) -> None:
        self.minute_changed.emit()
        today = self.today()
        if today != self._day:
            self._day = today
            self.day_changed.emit(today)

    def _wait_for_minute(self) -> None:
        """Start the timer for the next full minute; a little later is right, earlier would tell the old one."""
        now = self.now()
        left = timedelta(minutes=1) - timedelta(seconds=now.second, microseconds=now.microsecond)
        self._timer.start(left // timedelta(milliseconds=1) + 1)


def local_zone_name() -> str:
    """The IANA name of the computer's time zone; "UTC" where it has none that Python knows."""
    name = _system_name()
    return "UTC" if _zone(name) is None else name


def local_zone() -> tzinfo | None:
    """The computer's time zone; None where it has no IANA name: then the system's rules hold for each moment."""
    return _zone(_system_name())


def _system_name() -> str:
    return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is not None:
        return moment
    zone = local_zone()
    return moment.astimezone() if zone is None else moment.replace(tzinfo=zone)
