"""What the program says by itself while it runs, and what it has to say when it starts. Each thing once, on this computer.

What was told is kept in the computer's settings, not in the notebook: it is no act of the user's, so there is nothing to
undo, and another computer with the same notebook has told nothing yet. What the user makes of a reminder, "later" or
"dismiss", is a change of the notebook like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from followup_desktop.core import changes
from followup_desktop.core.agenda import Does
from followup_desktop.core.records import Change, Interview, Later
from followup_desktop.core.reminders import Hours, Reminder, due, next_moment, reminders
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.desk.desk import Desk
from followup_desktop.store.settings import Settings

TOLD = "told"
"""The setting that keeps what was told: the moment by the reminder's key, which holds ids and never a name."""
FORGOTTEN = timedelta(days=30)
"""After this long no reminder can come again, and what was told of it is forgotten."""


class Reminders(QObject):
    """The reminders of one notebook. It looks at the clock each minute, and at the cases only where something may be new."""

    came = Signal(object)
    """These reminders, a tuple of `Reminder`, are to be told now; they count as told."""
    changed = Signal()
    """`open` is another."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._due: tuple[Reminder, ...] = ()
        self._shown: set[str] = set()
        self._open: tuple[Reminder, ...] = ()
        self._next: datetime | None = None
        self._set = _wishes(desk.settings)
        self._told = _read(desk.settings.get(TOLD, {}))
        self._entered: set[str] = set()
        """Interviews that the user has put into the notebook since it was last looked at."""
        desk.changed.connect(self._on_changed)
        self._soon = QTimer(self)  # a change of many records, or of every key in a note, is looked at once
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)

    def start(self) -> None:
        """Tell what is due, and from now on what falls due."""
        self._desk.changed.connect(lambda _change: self._soon.start(0))
        self._desk.clock.day_changed.connect(lambda _day: self._soon.start(0))
        self._desk.clock.minute_changed.connect(self._on_minute)
        self.look()

    def missed(self) -> tuple[Reminder, ...]:
        """What fell due since the last run; it counts as told. Quiet hours do not hold here: the user is at the window."""
        self._derive(self._desk.now())
        self._pass_over_entered()
        fresh = self._fresh(self._desk.now())
        self._tell(fresh)
        self._settle()
        return fresh

    def open(self) -> tuple[Reminder, ...]:
        """What was told in this run and still is to be done: neither put off nor dismissed nor seen."""
        return self._open

    def seen(self, told: Sequence[Reminder]) -> None:
        """The user has seen these and wants no more of them: they are not open, and nothing is kept."""
        self._shown -= {each.key for each in told}
        self._settle()

    def look(self) -> None:
        """Derive everything anew and tell what is due; where settings have changed, the next minute does so by itself."""
        self._soon.stop()
        now = self._desk.now()
        self._derive(now)
        self._pass_over_entered()
        fresh = self._fresh(now)
        quiet_until = self._set[1].after(now)
        if fresh and quiet_until > now:
            self._next = quiet_until if self._next is None else min(self._next, quiet_until)
        elif fresh:
            self._tell(fresh)
        self._settle()
        if fresh and quiet_until <= now:
            self.came.emit(fresh)

    def answer(self, told: Sequence[Reminder], until: datetime | None) -> Change:
        """Put these off until a moment, or dismiss them (None)."""
        known = self._desk.laters()
        later = QT_TRANSLATE_NOOP("desk", "Put off a reminder")
        never = QT_TRANSLATE_NOOP("desk", "Dismiss a reminder")
        pairs = [pair for each in told for pair in changes.later(known, each.key, until).pairs]
        return Change(Words(never if until is None else later), tuple(pairs))

    def _on_changed(self, change: Change) -> None:
        self._entered |= {after.id for before, after in change.pairs if before is None and isinstance(after, Interview)}

    def _on_minute(self) -> None:
        is_time = self._next is not None and self._desk.now() >= self._next
        if is_time or self._soon.isActive() or _wishes(self._desk.settings) != self._set:
            self.look()

    def _derive(self, now: datetime) -> None:
        desk = self._desk
        self._set = wanted, hours = _wishes(desk.settings)
        laters = desk.laters()
        found = reminders(desk.cases(), now, desk.workdays(), hours, desk.rules(), desk.known()) if wanted else ()
        self._due = due(found, now, laters)
        coming = next_moment(found, now, laters)
        self._next = min([*([coming] if coming else []), *(each.until for each in self._due)], default=None)

    def _fresh(self, now: datetime) -> tuple[Reminder, ...]:
        """What is due and was not told yet, or was put off since then."""
        laters = {each.id: each for each in self._desk.laters()}
        return tuple(each for each in self._due if not self._was_told(each.key, laters.get(each.key), now))

    def _was_told(self, key: str, later: Later | None, now: datetime) -> bool:
        told = self._told.get(key)
        put_off = later.until if later is not None else None
        return told is not None and (put_off is None or not told < put_off <= now)

    def _pass_over_entered(self) -> None:
        """Who has just typed in an interview that is over, or opened its invitation, is not asked on the desktop how it was."""
        fresh = self._fresh(self._desk.now())
        self._keep([each for each in fresh if each.does is Does.DEBRIEF and each.interview in self._entered])
        self._entered.clear()

    def _tell(self, fresh: Sequence[Reminder]) -> None:
        self._shown |= {each.key for each in fresh}
        self._keep(fresh)

    def _keep(self, fresh: Sequence[Reminder]) -> None:
        if not fresh:
            return
        now = self._desk.now()
        self._told = {key: moment for key, moment in self._told.items() if now - moment < FORGOTTEN}
        self._told |= {each.key: now for each in fresh}
        self._desk.settings.set(TOLD, {key: moment.isoformat() for key, moment in self._told.items()})

    def _settle(self) -> None:
        before, self._open = self._open, tuple(each for each in self._due if each.key in self._shown)
        if before != self._open:
            self.changed.emit()


def quiet_hours(settings: Settings) -> Hours:
    """The user's quiet hours; those of `Hours` where none are set or they make no sense."""
    kept = settings.get("quiet hours", {})
    try:
        first, last = (time.fromisoformat(str(kept[end])).replace(tzinfo=None) for end in ("first", "last"))
        return Hours(first, last)
    except (KeyError, ValueError):
        return Hours()


def _wishes(settings: Settings) -> tuple[bool, Hours]:
    """Whether the user wants reminders at all, and the hours without them."""
    return settings.get("reminders", True), quiet_hours(settings)


def _read(kept: dict[str, object]) -> dict[str, datetime]:
    """What was told, as it was kept; what makes no sense there is left out."""
    told = {}
    for key, value in kept.items():
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            continue
        if moment.tzinfo is not None:
            told[key] = moment
    return told
